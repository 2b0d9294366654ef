"""What a source states about an article, under the contract's names and in its types."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from difflib import get_close_matches
from email.utils import parsedate_to_datetime
from typing import Any

import pandas as pd

from factkit.dossier import ARTICLES, TEXT_KINDS
from factkit.errors import ReadError, closest
from factkit.reading.detection import language_code

NAMES = tuple(column.name for column in ARTICLES)
GIVEN = tuple(name for name in NAMES if name not in {"article_id", "text", "sha256", "source_path"})
_ALIASES = {
    "id": "article_id",
    "lang": "language",
    "date": "published",
    "date_published": "published",
    "datepublished": "published",
    "published_at": "published",
    "publishedat": "published",
    "publication_date": "published",
    "publish_date": "published",
    "pub_date": "published",
    "pubdate": "published",
    "publisher": "outlet",
    "sitename": "outlet",
    "site_name": "outlet",
    "link": "url",
    "headline": "title",
    "author": "authors",
    "byline": "authors",
}
_SLIP = 0.85  # how near a name must be to a known one to be a slip of it, as difflib counts
_TEXT_ELSEWHERE = ("body", "content", "article", "full_text", "fulltext")


@dataclass(frozen=True, slots=True)
class Found:
    """One article as a source has it: what the source states, what was only detected in it, and where it stands.

    `stem` is the file's name without suffix where one file is one article; `row` the line or row within the file.
    """

    stated: Mapping[str, Any]
    source_path: str
    row: str | None = None
    stem: str | None = None
    digest: str | None = None
    detected: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that gave no article, and why."""

    source_path: str
    row: str | None
    reason: str


class SkippedTable(pd.DataFrame):
    """The table of what was skipped, as it stands in `articles.attrs`.

    pandas compares attrs when it joins tables, which fails with an error on tables; these compare as a whole.
    """

    def __eq__(self, other: object) -> bool:  # type: ignore[override]
        return isinstance(other, pd.DataFrame) and self.equals(other)

    __hash__ = None


def contract_names(stated: Mapping[Any, Any]) -> dict[str, Any]:
    """The values that the contract knows, under its names ('date' is 'published'), without the missing ones."""
    result: dict[str, Any] = {}
    for key, value in stated.items():
        plain = str(key).strip().lower()
        name = _ALIASES.get(plain, plain)
        if name in NAMES and not is_missing(value) and (name == plain or name not in result):
            result[name] = value
    return result


def no_text(names: Iterable[Any]) -> str:
    """Why columns called `names` aren't articles, and what to do."""
    known = [str(name) for name in names]
    near = [name for name in known if name.strip().lower() in _TEXT_ELSEWHERE]
    cure = f"rename {near[0]!r} to 'text'" if near else "name the column with the articles' text 'text'"
    return f"no column 'text' among {', '.join(map(repr, known[:12])) or 'no columns'}; {cure}"


def check_columns(names: Iterable[Any], where: str = "") -> None:
    """A `ReadError` if a table with these columns has no text, or a known column twice: one of them would be lost."""
    listed = [str(name).strip().lower() for name in names]
    if "text" not in contract_names(dict.fromkeys(listed, "x")):
        raise ReadError(where + no_text(names))
    if twice := [name for name in listed if listed.count(name) > 1 and _ALIASES.get(name, name) in NAMES]:
        raise ReadError(f"{where}column {twice[0]!r} stands there twice; keep one of them")


def misspelt(names: Iterable[Any]) -> Iterator[str]:
    """What to say of each name that isn't known, but nearly: a slip there would lose a date or a language."""
    plain = {str(name).strip().lower(): str(name) for name in names}
    there = {_ALIASES.get(name, name) for name in plain}
    for name, written in plain.items():
        near = get_close_matches(name, [*NAMES, *_ALIASES], n=1, cutoff=_SLIP)
        if near and name.removesuffix("s") != near[0] and _ALIASES.get(near[0], near[0]) not in there:
            yield f"{written!r} was not read, since no field has that name. Did you mean {near[0]!r}?"


def is_missing(value: Any) -> bool:
    """Whether a cell says nothing: None, NaN, NaT, NA or blank."""
    if value is None or value is pd.NaT or value is pd.NA:
        return True
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, float):
        return math.isnan(value)
    return isinstance(value, list | tuple) and not value


def typed(values: Mapping[str, Any]) -> dict[str, Any]:
    """`values` in the contract's types; a wrong one is a `ReadError` that says which and what would be right."""
    return {name: _TYPES.get(name, _string)(name, value) for name, value in values.items()}


def given_fields(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """The keywords of `read_articles`, checked: an unknown name or a wrong value is a `ReadError`."""
    for name in metadata:
        if name not in GIVEN:
            raise ReadError(f"read_articles: unknown keyword {name!r}.{closest(name, GIVEN)}")
    return typed({name: value for name, value in metadata.items() if not is_missing(value)})


def moment(name: str, value: Any) -> datetime:
    """`value` as a moment in UTC. Dates are read as written by ISO 8601, mail and news feeds (RFC 2822; the time may
    be missing: 3 September 2025), or with a four-digit year and separators that leave no doubt about day and month
    (3.9.2025, 2025/09/03).
    """
    for read in (_made, datetime.fromisoformat, _with_separators, parsedate_to_datetime, _without_time):
        try:
            return _utc(read(value if read is _made else str(value).strip()))
        except (ValueError, OverflowError):
            continue
    raise ReadError(f"{name} {value!r} is not a date; write it as 2025-09-03 or 2025-09-03T14:30:00+02:00")


def _made(value: Any) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    raise ValueError(value)


def _utc(value: datetime) -> datetime:
    plain = value.to_pydatetime(warn=False) if isinstance(value, pd.Timestamp) else value
    return plain.replace(tzinfo=UTC) if plain.tzinfo is None else plain.astimezone(UTC)


_YEAR_FIRST = re.compile(r"(\d{4})[./] ?(\d{1,2})[./] ?(\d{1,2})\.?")
_IN_WORDS = re.compile(r"(?:\w+,? )?(?:\d{1,2} [A-Za-z]+,?|[A-Za-z]+ \d{1,2},) \d{4}")
_DAY_FIRST = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")


def _with_separators(words: str) -> datetime:
    if found := _YEAR_FIRST.fullmatch(words):
        return datetime(int(found[1]), int(found[2]), int(found[3]), tzinfo=UTC)
    if found := _DAY_FIRST.fullmatch(words):
        return datetime(int(found[3]), int(found[2]), int(found[1]), tzinfo=UTC)
    raise ValueError(words)


def _without_time(words: str) -> datetime:
    if not _IN_WORDS.fullmatch(words):
        raise ValueError(words)
    return parsedate_to_datetime(f"{words} 00:00 +0000")


def _string(name: str, value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # an id column with a gap comes as floats
    if not isinstance(value, str | int | float | date):
        raise ReadError(f"{name} is {value!r}; it needs a string")
    return _whole_characters(name, str(value).strip())


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise ReadError(f"{name} is {value!r}; it needs a string")
    return _whole_characters(name, value)


def _whole_characters(name: str, value: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ReadError(f"{name}: half a character (lone surrogate) at {error.start}; repair the encoding") from error
    return value


def _authors(name: str, value: Any) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(_string(name, author) for author in value)
    return _string(name, value)


def _language(name: str, value: Any) -> str:
    return language_code(_string(name, value))


def _text_kind(name: str, value: Any) -> str:
    kind = _string(name, value)
    if kind not in TEXT_KINDS:
        raise ReadError(f"{name} is {value!r}.{closest(kind, TEXT_KINDS)}")
    return kind


_TYPES = {
    "text": _text,
    "authors": _authors,
    "language": _language,
    "text_kind": _text_kind,
    "published": moment,
    "retrieved": moment,
}
