"""The dateline that a report opens with: "PARIS (AFP) – ", "Madrid, 3 may (EFE).- ", "МОСКВА, 3 мая — ТАСС. "."""

import re
from functools import cache
from itertools import pairwise

from factkit.languages import LanguagePack
from factkit.reading.segments import lower

_LONGEST = 110  # characters of a dateline with its mark
_WORDS = 12
# What ends a dateline: a dash between spaces or behind a bracket, the "=" of Korean agencies, or a full stop or colon.
_MARK = re.compile(r"(?<=[\w)\]])\.[-–—]{1,2}\s+|(?<=[\s)\]/.])[-–—]{1,2}\s+|=\s+|(?<=\w)\.\s+|(?<=[)\]/])[.:]\s+")
_LIKELY = re.compile(r"\A[\w-]+\.\s|[–—=(\[/]|-\s")  # a first look: few paragraphs have such a mark near their start
_GROUP = re.compile(r"[(\[/]\s*([^()\[\]/\d]{2,40}?)\s*[)\]/]")
_WORD = re.compile(r"[\w'’]+")


def after_dateline(text: str, start: int, end: int, pack: LanguagePack) -> int:
    """Where the paragraph `start`-`end` begins behind its dateline; `start` where it has none."""
    head = text[start : min(end, start + _LONGEST)]
    begin = start
    if not _LIKELY.search(head):
        return begin
    for mark in _MARK.finditer(head):
        opening = head[: mark.start()].rstrip(" .\t\u00a0")
        if not _of_names(opening, pack):
            break
        if mark.end() < end - start and _is_dateline(opening, mark[0].strip(), pack):
            begin = start + mark.end()
    return begin


def _of_names(opening: str, pack: LanguagePack) -> bool:
    """Whether there is nothing but names, a date and small words between them."""
    words, small = _WORD.findall(opening), _small_words(pack)
    return len(words) <= _WORDS and all(
        word == word.upper() or word[0].isupper() or lower(word) in small for word in words
    )


def _is_dateline(opening: str, mark: str, pack: LanguagePack) -> bool:
    """Whether names tell a dateline: an agency stands last, or alone in brackets; before a dash, with a date or a place
    in capitals beside what is in brackets. A full stop or a colon needs the agency."""
    if lower(opening).rstrip(" )]/").endswith(_agencies(pack)):
        return True
    group = _GROUP.search(opening)
    if mark == "=":
        return group is not None
    if mark.startswith(".") and mark != ".":
        return True  # "Madrid.- "
    if mark in ".:" or not opening:
        return False
    place = _WORD.match(opening)
    return _is_dated(opening, pack) or (group is not None and (place is None or place[0].isupper()))


def _is_dated(opening: str, pack: LanguagePack) -> bool:
    """Whether a day stands beside its month ("3 mai", "May 3"), as in "Martin Lee, 54" none does."""
    words, months = [lower(word) for word in _WORD.findall(opening)], _months(pack)
    return any(
        {one.isdigit(), other.isdigit()} == {True, False} and {one, other} & months for one, other in pairwise(words)
    )


@cache
def _months(pack: LanguagePack) -> frozenset[str]:
    """The months' names, and the three letters that they are shortened to."""
    names = [lower(word).rstrip("~") for month in pack.dates.months for word in month]
    return frozenset(short for name in names for short in (name, name[:3]))


@cache
def _small_words(pack: LanguagePack) -> frozenset[str]:
    agencies = [word for name in _agencies(pack) for word in name.split()]  # "dpa"
    return _months(pack).union(agencies, map(lower, pack.furniture.byline_joins))


@cache
def _agencies(pack: LanguagePack) -> tuple[str, ...]:
    return tuple(sorted(map(lower, pack.furniture.byline_ends)))
