"""Tables as files: Parquet for programs, CSV for people and spreadsheets."""

import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from factkit.dossier import Dossier, empty
from factkit.errors import FactkitError

_LISTS = (list, tuple, np.ndarray)


def write_tables(dossier: Dossier, out: str | Path, more: Mapping[str, pd.DataFrame] | None = None) -> dict[str, int]:
    """Write every table of `dossier`, and `more` by name, into the folder `out`; the rows of each.

    Each is there as .parquet and as .csv; `fk.load(out)` reads the dossier back. In a CSV, a list is written as JSON.
    A folder that can't be made is a `FactkitError`.
    """
    folder = make_folder(out)
    dossier.save(folder)
    written: dict[str, pd.DataFrame] = {field.name: getattr(dossier, field.name) for field in fields(dossier)}
    written["skipped"] = skipped(dossier)
    for name, table in (more or {}).items():
        plain = table.copy(deep=False)
        plain.attrs = {}
        pq.write_table(pa.Table.from_pandas(plain, preserve_index=False), folder / f"{name}.parquet")
        written[name] = table
    for name, table in written.items():
        _plain(table).to_csv(folder / f"{name}.csv", index=False, encoding="utf-8", lineterminator="\n")
    return {name: len(table) for name, table in written.items()}


def skipped(dossier: Dossier) -> pd.DataFrame:
    """What reading left out, with the reasons: the table that `read_articles` keeps beside the articles."""
    table = dossier.articles.attrs.get("skipped")
    return table if isinstance(table, pd.DataFrame) else empty("skipped")


def make_folder(out: str | Path) -> Path:
    """The folder `out`, made if need be."""
    folder = Path(out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FactkitError(f"{folder}: can't be used as a folder to write into ({error.strerror})") from error
    return folder


def _plain(table: pd.DataFrame) -> pd.DataFrame:
    """The table with its lists as JSON, which a CSV can hold."""
    # Most columns are of types that can't hold a list, and aren't looked at.
    typed = (pd.StringDtype, pd.CategoricalDtype)
    loose = [name for name, dtype in table.dtypes.items() if dtype.kind == "O" and not isinstance(dtype, typed)]
    lists = [name for name in loose if any(isinstance(cell, _LISTS) for cell in table[name])]
    plain = table.copy(deep=False)
    for name in lists:
        plain[name] = pd.Series([_json(cell) for cell in table[name]], table.index, dtype="string")
    return plain


def _json(cell: Any) -> str | None:
    return json.dumps(list(cell), ensure_ascii=False) if isinstance(cell, _LISTS) else None
