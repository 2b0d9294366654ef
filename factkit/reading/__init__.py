"""Any source -> the articles table; language detection; paragraphs and sentences with offsets."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

import pandas as pd
from tqdm import tqdm

from factkit.dossier import make_table
from factkit.errors import ReadError
from factkit.reading.detection import detect_language
from factkit.reading.fields import Found, Skipped, SkippedTable, given_fields, typed
from factkit.reading.sources import Source, is_single, open_source

__all__ = ["read_articles"]


def read_articles(
    source: Source, *, language: str | None = None, progress: bool = False, **metadata: Any
) -> pd.DataFrame:
    """The articles in `source` as the contract's articles table, one row each.

    Parameters
    ----------
    source
        A path, a list of paths, a folder (searched recursively, hidden files left out), an http(s) address, or a
        DataFrame, dict or list of dicts with at least `text`. Text and Markdown (with YAML front matter, or a first
        line `date 2025-09-03`), saved HTML, JSON and JSON Lines, CSV, Parquet and WARC are told apart by content, and
        may be gzipped. Text must be UTF-8; what pandas can read (Excel, a CSV in another encoding) comes as DataFrame.
    language, metadata
        What the source leaves out: `language`, `published`, `outlet`, `url`, `title`, `authors`, `text_kind`,
        `retrieved`. What a source states (front matter, a column, a key) wins over these, and these win over what is
        only detected (the language of the words, the metadata in a page's markup).
    progress
        Show a bar that counts files.

    Returns
    -------
    DataFrame
        `article_id` is the id stated, else the file's stem where one file is one article and no other has that stem,
        else 12 hex digits of the text's SHA-256. `published` is NaT where no source states it, and in UTC: late in the
        evening in New York it is the next day. What gave no article is in `.attrs["skipped"]` (source_path, row,
        reason), where rows count from 0, as in pandas, and lines of JSON Lines and records of WARC from 1.

    Raises
    ------
    ReadError
        If the source doesn't exist, a table has no `text` or an id twice, a single file gives no article at all, or
        a keyword is unknown or wrong.

    """
    given = given_fields({"language": language, **metadata})
    parts = tqdm(open_source(source), desc="reading", unit=" files", disable=not progress)
    rows: list[tuple[Found, dict[str, Any]]] = []
    skipped: list[Skipped] = []
    for found in chain.from_iterable(parts):
        if isinstance(found, Skipped):
            skipped.append(found)
            continue
        try:
            rows.append((found, _fields(found, given)))
        except ReadError as error:
            skipped.append(Skipped(found.source_path, found.row, str(error)))
    articles = _identified(rows, skipped)
    if not articles and skipped and is_single(source):
        raise ReadError(_nothing_read(skipped))
    table = make_table("articles", articles)
    reasons = ({"source_path": s.source_path, "row": s.row, "reason": s.reason} for s in skipped)
    table.attrs["skipped"] = SkippedTable(make_table("skipped", reasons))
    return table


def _fields(found: Found, given: Mapping[str, Any]) -> dict[str, Any]:
    """The row of one article without its id: stated before given before detected."""
    stated = typed(found.stated)
    text = stated["text"]
    if not text.strip():
        raise ReadError("no text")
    row = {"text_kind": "original", **_tolerant(found.detected), **given, **stated}
    if "language" not in stated and "language" not in given:
        row["language"] = detect_language(text) or row.get("language")
        if row["language"] is None:
            raise ReadError("unknown language: too few words to tell; give it as language=...")
    digest = found.digest or hashlib.sha256(text.encode()).hexdigest()
    return {"source_path": found.source_path or None, "sha256": digest, **row}


def _tolerant(detected: Mapping[str, Any]) -> dict[str, Any]:
    """What a page's markup says, without what is no value of its type: a template's mistake costs no article."""
    result: dict[str, Any] = {}
    for name, value in detected.items():
        try:
            result |= typed({name: value})
        except ReadError:
            continue
    return result


def _identified(rows: Iterable[tuple[Found, dict[str, Any]]], skipped: list[Skipped]) -> list[dict[str, Any]]:
    """The rows with their ids, in order; the second with the same id goes to `skipped`.

    A stem that several files share, or that is another article's stated id, names none of them, so that ids don't
    depend on which file is read first.
    """
    rows = list(rows)
    taken = Counter({row["article_id"]: 1 for _, row in rows if "article_id" in row})
    taken.update(found.stem for found, row in rows if found.stem and "article_id" not in row)
    articles: dict[str, dict[str, Any]] = {}
    places: dict[str, str] = {}
    for found, row in rows:
        key = row.get("article_id") or (found.stem if taken[found.stem] == 1 else None) or _hash(row["text"])
        if key in articles:
            same = "with the same text " if articles[key]["text"] == row["text"] else ""
            reason = f"duplicate article_id {key!r}: {same}already read from {places[key]}"
            skipped.append(Skipped(found.source_path, found.row, reason))
            continue
        articles[key] = {**row, "article_id": key}
        places[key] = " row ".join(filter(None, (found.source_path or "the table", found.row)))
    return list(articles.values())


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _nothing_read(skipped: list[Skipped]) -> str:
    first = skipped[0]
    where = first.source_path + (f", row {first.row}" if first.row else "")
    more = f" (and {len(skipped) - 1} more)" if len(skipped) > 1 else ""
    return f"{where}: {first.reason}{more}"
