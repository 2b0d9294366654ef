"""Where articles come from: a path, a list of paths, a folder, an address, a DataFrame or a list of dicts."""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
from trafilatura.downloads import fetch_response

from factkit.errors import ReadError
from factkit.reading.fields import Found, Skipped, check_columns, contract_names, is_missing, no_text
from factkit.reading.formats import read_bytes, read_file, rows_of

Source = str | Path | pd.DataFrame | Mapping[str, Any] | Iterable[str | Path | Mapping[str, Any]]
_ABOUT = frozenset({"readme", "license", "licence", "changelog", "contributing", "datapackage"})


def open_source(source: Source) -> Iterator[Iterator[Found | Skipped]]:
    """What `source` holds, one iterator per file, address or table, in an order that is the same on every machine."""
    if isinstance(source, pd.DataFrame):
        yield _frame(source)
    elif isinstance(source, Mapping):
        yield _dicts([source])
    elif isinstance(source, str | os.PathLike):
        yield from _places([source])
    elif isinstance(source, Iterable) and not isinstance(source, bytes):
        yield from _listed(list(source))
    else:
        raise ReadError(f"can't read articles from {source!r}; give a path, a list, a folder, a URL or a DataFrame")


def is_single(source: Source) -> bool:
    """Whether `source` names one file or address, so that nothing read from it is an error and not a skipped row."""
    if isinstance(source, list | tuple) and len(source) == 1:
        return is_single(source[0])
    return isinstance(source, str | os.PathLike) and not _is_folder(Path(source))


def _listed(items: list[Any]) -> Iterator[Iterator[Found | Skipped]]:
    if items and all(isinstance(item, Mapping) for item in items):
        yield _dicts(items)
        return
    for position, item in enumerate(items):
        if not isinstance(item, str | os.PathLike):
            raise ReadError(f"item {position} of the list is {item!r:.60}; give paths, or dicts with 'text'")
    yield from _places(items)


def _frame(frame: pd.DataFrame) -> Iterator[Found | Skipped]:
    check_columns(frame.columns, "DataFrame: ")
    return _dicts(frame.to_dict("records"))


def _dicts(rows: list[Any]) -> Iterator[Found | Skipped]:
    plain = [dict(row) for row in rows]
    if plain and not any("text" in contract_names(dict.fromkeys(row, "x")) for row in plain):
        raise ReadError(f"row 0: {no_text(plain[0])}")
    first: dict[str, int] = {}
    for number, row in enumerate(plain):
        key = contract_names(row).get("article_id")
        if not is_missing(key) and first.setdefault(str(key), number) != number:
            raise ReadError(
                f"row {number}: article_id {key!r} is that of row {first[str(key)]}, too; ids must be unique"
            )
    return rows_of(plain, "")


def _places(places: Iterable[str | os.PathLike[str]]) -> Iterator[Iterator[Found | Skipped]]:
    seen: set[str] = set()
    for place in places:
        if isinstance(place, str) and "://" in place:
            yield _address(place)
            continue
        path = Path(place)
        files = _walk(path) if _is_folder(path) else [path]
        for file in files:
            key = os.path.abspath(file)  # noqa: PTH100 - resolve() would follow links, and loops of them
            if key not in seen:
                seen.add(key)
                yield _file(file, in_folder=file is not path)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long or with a NUL in it: someone gave the text itself
        return False


def _is_folder(path: Path) -> bool:
    return _exists(path) and path.is_dir()


def _walk(folder: Path) -> list[Path]:
    """All files below `folder` by name, without hidden ones and what a browser saves beside a page ("page_files")."""
    found = []
    for here, folders, files in os.walk(folder):
        pages = {Path(name).stem for name in files if Path(name).suffix.lower() in {".html", ".htm"}}
        folders[:] = [
            name for name in folders if not name.startswith(".") and name.removesuffix("_files") not in pages - {name}
        ]
        found += [Path(here, name) for name in files if not name.startswith(".")]
    if not found:
        raise ReadError(f"{folder}: a folder without files; give one that holds articles")
    return sorted(found, key=lambda file: file.relative_to(folder).parts)


def _file(path: Path, *, in_folder: bool) -> Iterator[Found | Skipped]:
    name = path.as_posix()
    if in_folder and path.name.partition(".")[0].lower() in _ABOUT:
        yield Skipped(name, None, "a file about the folder, no article")
    elif not _exists(path):
        yield Skipped(name.partition("\n")[0][:120], None, f"no such file or folder{_cure(name)}")
    else:
        try:
            with path.open("rb") as stream:
                yield from read_file(stream, name)
        except OSError as error:
            yield Skipped(name, None, f"can't be opened: {error.strerror or error}")


def _cure(name: str) -> str:
    return "; to read a text itself, give [{'text': ...}]" if "\n" in name or name.count(" ") > 8 else ""


def _address(url: str) -> Iterator[Found | Skipped]:
    if urlsplit(url).scheme.lower() not in {"http", "https"}:
        yield Skipped(url, None, "only http and https addresses can be read")
        return
    response = fetch_response(url)
    if response is None or not response.data:
        yield Skipped(url, None, "no answer; check the address and the connection, or save the page and give its file")
        return
    if response.status != 200:
        yield Skipped(url, None, f"HTTP status {response.status}")
        return
    stated = {"url": url, "retrieved": datetime.now(UTC)}
    for found in read_bytes(response.data, urlsplit(url).path or "/"):
        yield _located(found, url, stated)


def _located(found: Found | Skipped, url: str, stated: Mapping[str, Any]) -> Found | Skipped:
    if isinstance(found, Skipped):
        return Skipped(url, found.row, found.reason)
    return Found({**stated, **found.stated}, url, found.row, None, found.digest, found.detected)
