"""Out into the world: a dossier in formats that other programs read."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pandas as pd

from factkit.display.linked_data import annotations, citations, claim_graph
from factkit.display.tables import make_folder
from factkit.dossier import JUDGED, TABLES, Column, Dossier, expect_dossier
from factkit.errors import FactkitError, closest

BASE = "urn:factkit:"
_FILES: Mapping[str, Callable[[Dossier, str], Any]] = {
    "claimreview": claim_graph,
    "annotations": annotations,
    "csl": lambda dossier, _: citations(dossier),
}
_PACKAGE = "datapackage"
_KEYS = {"articles": "article_id", "claims": "claim_id", "figures": "figure_id"}
_REFERENCES = (  # table, column, the table it points into
    ("claims", "article_id", "articles"),
    ("claims", "parent_id", "claims"),
    ("sources", "claim_id", "claims"),
    ("figures", "article_id", "articles"),
    ("figures", "claim_id", "claims"),
)
_DAYS = frozenset({"as_of_start", "as_of_end"})


def export(dossier: Dossier, path: str | Path, *, format: str = _PACKAGE, base: str = BASE) -> Path:  # noqa: A002
    """Write `dossier` in a format of the outside world; the path of the file written.

    - "claimreview": schema.org Claims, and a ClaimReview for each that a reviewer gave a verdict, as JSON-LD;
    - "annotations": a W3C Web Annotation collection of claims and figures, anchored by quote and by position;
    - "csl": the articles as CSL-JSON citations;
    - "datapackage": a folder of CSV tables with a datapackage.json (types, keys and references of each column).

    `path` is a file, for a Data Package a folder; folders are made if need be. `base` is put before factkit's ids to
    make addresses of them: give the address under which you publish. The same dossier gives the same bytes. Raises
    `FactkitError` for an unknown format or a path that can't be written, `TableError` for a dossier that doesn't hold
    together.
    """
    expect_dossier(dossier, "export")
    checked = dossier.validate()
    if format == _PACKAGE:
        return _write_package(checked, Path(path))
    if format not in _FILES:
        raise FactkitError(f"format is {format!r}.{closest(format, [*_FILES, _PACKAGE])}")
    file = Path(path)
    make_folder(file.parent)
    return _write_json(file, _FILES[format](checked, base))


def _write_json(file: Path, content: Any) -> Path:
    words = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)
    try:
        file.write_text(words + "\n", "utf-8")
    except OSError as error:
        raise FactkitError(f"{file}: can't be written ({error.strerror})") from error
    return file


# --- Data Package


def _write_package(dossier: Dossier, folder: Path) -> Path:
    """The tables as CSV, and what their columns are."""
    make_folder(folder)
    resources = []
    for field in fields(dossier):
        table: pd.DataFrame = getattr(dossier, field.name)
        columns = _columns(field.name, table)
        data = _csv(table, columns).encode()
        (folder / f"{field.name}.csv").write_bytes(data)
        resources.append(
            {
                "name": field.name,
                "path": f"{field.name}.csv",
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(data),
                "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
                "schema": _schema(field.name, columns),
            }
        )
    package = {
        "profile": "data-package",
        "name": "factkit-dossier",
        "title": "Who said what, on whose authority, with which figure, as of when",
        "resources": resources,
    }
    return _write_json(folder / "datapackage.json", package)


def _columns(name: str, table: pd.DataFrame) -> list[Column]:
    """The columns of a table; those that the contract doesn't know are words, but for a reviewer's."""
    known = {column.name: column for column in (*JUDGED, *TABLES[name])}
    return [known.get(column, Column(column, "string")) for column in map(str, table.columns)]


def _csv(table: pd.DataFrame, columns: Iterable[Column]) -> str:
    plain = pd.DataFrame({column.name: _cells(table[column.name], column) for column in columns}, index=table.index)
    return plain.to_csv(index=False, lineterminator="\n")


def _cells(values: pd.Series, column: Column) -> pd.Series:
    """The cells as a Data Package writes them."""
    kind = _type(column)
    if kind == "array":
        values = values.map(lambda cell: json.dumps([list(piece) for piece in cell]), na_action="ignore")
    if kind == "date":
        values = values.dt.strftime("%Y-%m-%d")
    if kind == "datetime":
        values = values.dt.strftime("%Y-%m-%dT%H:%M:%SZ")
    return values


def _type(column: Column) -> str:
    if column.name in _DAYS:
        return "date"
    if column.dtype.startswith("datetime64"):
        return "datetime"
    plain = {"int64": "integer", "Int64": "integer", "float64": "number", "object": "array"}
    return plain.get(column.dtype, "string")


def _schema(name: str, columns: Iterable[Column]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(name, column) for column in columns]}
    if name in _KEYS:
        schema["primaryKey"] = _KEYS[name]
    references = [
        {
            "fields": column,
            "reference": {"resource": "" if target == name else target, "fields": _KEYS[target]},
        }
        for table, column, target in _REFERENCES
        if table == name
    ]
    return schema | ({"foreignKeys": references} if references else {})


def _field(name: str, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _type(column)}
    constraints: dict[str, Any] = {}
    # An empty article is an article, but an empty cell of a CSV is a missing one.
    if column.required and (name, column.name) != ("articles", "text"):
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    return field | ({"constraints": constraints} if constraints else {})
