"""Tables as files: Parquet for programs, CSV for people and spreadsheets."""

import json
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from factkit.dossier import Dossier, empty
from factkit.errors import FactkitError


def write_tables(dossier: Dossier, out: str | Path, more: Mapping[str, pd.DataFrame] | None = None) -> dict[str, int]:
    """Write every table of `dossier`, and `more` by name, into the folder `out`; the rows of each.

    Each is there as .parquet and as .csv; `fk.load(out)` reads the dossier back. In a CSV, a list is written as JSON.
    A folder that can't be made is a `FactkitError`.
    """
    folder = make_folder(out)
    dossier.save(folder)
    written = {name: getattr(dossier, name) for name in ("articles", "claims", "sources", "figures", "rejected")}
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
    objects = [name for name in table.columns if table[name].dtype == object]
    lists = [name for name in objects if any(isinstance(cell, (list, tuple)) for cell in table[name])]
    written = {name: [json.dumps(cell, ensure_ascii=False) for cell in table[name]] for name in lists}
    return table.assign(**written)
