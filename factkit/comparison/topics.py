"""What amounts and percentages are of where no noun is counted (inflation, turnout, damage), read from the sentence.

The words are the packs' (`groups.topics`), under names that all languages share, so that figures can be compared across
them. A topic's word counts only near a figure of its kind, and a figure that is only told again ("in March it was
3.9 %") has the topic of the sentence before.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import pandas as pd

from factkit.extraction.lexicon import Lexicon
from factkit.languages import language_codes, load_pack
from factkit.reading.segments import tokenize

RATES = frozenset({
    "inflation", "core_inflation", "unemployment", "youth_unemployment", "turnout", "growth", "interest_rate",
    "approval", "poverty", "deficit", "debt",
})  # fmt: skip
SUMS = frozenset({
    "damage", "budget", "revenue", "profit", "operating_profit", "aid", "fine", "cost", "investment", "exports",
    "imports", "ransom", "compensation", "loan", "wage", "deficit", "debt", "savings", "subsidy", "price",
})  # fmt: skip
FLUCTUATING = RATES - {"turnout", "deficit", "debt", "poverty"}  # rates that are measured anew each time
_OF = {"percent": RATES, "money": SUMS}
_AROUND = 300  # characters of a sentence before and after a figure, at most
_BEHIND = 3  # words between a figure and a topic that follows it ("3 billion | euros of | damage")
_BEFORE = 25  # the same where the topic goes before
_NEXT = 2  # characters between two sentences
_STOP = re.compile(r"[.!?…。](?=\s|$)|\n")


class _Row(NamedTuple):
    """What matters of a figure here."""

    article_id: str
    start: int
    end: int
    measure: str
    unit: str
    counted: str | None
    dated: bool


class _Told(NamedTuple):
    """A figure's topic, and where its sentence ends."""

    topic: str
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    """A language's topics, and the words that part a figure from a topic behind it."""

    topics: Lexicon
    parting: frozenset[str]
    prepositions: frozenset[str]


def sentence(text: str, place: int) -> tuple[int, int]:
    """Where the stretch between two full stops around a place of `text` starts and ends."""
    stops = [found.end() for found in _STOP.finditer(text, max(0, place - _AROUND), place + _AROUND)]
    before = max((stop for stop in stops if stop <= place), default=max(0, place - _AROUND))
    return before, min((stop for stop in stops if stop > place), default=min(place + _AROUND, len(text)))


def topics(figures: pd.DataFrame, articles: Mapping[str, tuple[str, str]]) -> pd.Series:
    """The topic of each figure of money or percent; of a recalled count without a noun, the noun of the count before
    it; else missing. `articles` holds the text and the language of each."""
    order = figures.sort_values(["article_id", "start"], kind="stable").index
    found = dict(_read(zip(order, _rows(figures.loc[order]), strict=True), articles))
    return pd.Series([found.get(index, pd.NA) for index in figures.index], index=figures.index, dtype="string")


def _rows(figures: pd.DataFrame) -> Iterator[_Row]:
    counted = figures["counted"].astype(object).where(figures["counted"].notna(), None)
    words = [
        figures[name].astype(object).where(figures[name].notna(), "") for name in ("article_id", "measure", "unit")
    ]
    article, measure, unit = (column.tolist() for column in words)
    places = (figures[name].tolist() for name in ("start", "end"))
    return map(_Row, article, *places, measure, unit, counted.tolist(), figures["as_of"].notna().tolist())


def _read(rows: Iterable[tuple[object, _Row]], articles: Mapping[str, tuple[str, str]]) -> Iterator[tuple[object, str]]:
    last: dict[tuple[str, str], _Told] = {}  # by article and unit
    for index, row in rows:
        text, language = articles.get(row.article_id, ("", ""))
        compared = row.measure in _OF or (row.measure, row.unit) == ("other", "count")
        if not compared or language not in language_codes():
            continue
        before, after = sentence(text, row.start)
        topic = row.counted if row.measure == "other" else _topic(row, text, before, after, language)
        told = last.get((row.article_id, row.unit))
        if topic is None and told is not None and before - told.end <= _NEXT and row.dated and not row.counted:
            topic = told.topic
        if topic is not None:
            last[row.article_id, row.unit] = _Told(topic, after)
            if topic != row.counted:
                yield index, topic


def _topic(row: _Row, text: str, before: int, after: int, language: str) -> str | None:
    """The nearest topic of the figure's kind in its sentence; of two that are as near the one in more words."""
    words, wanted = _words(language), _OF[row.measure]
    tokens = tokenize(text[before:after], load_pack(language))
    hits = [hit for hit in words.topics.find(tokens) if hit.label in wanted]
    if not hits:
        return None
    first = sum(start + before < row.start for start in tokens.starts)
    stop = sum(start + before < row.end for start in tokens.starts)
    near: list[tuple[int, int, str]] = []
    for hit in hits:
        gap = first - hit.stop if hit.stop <= first else hit.first - stop
        between = tokens.words[stop : hit.first] if hit.first >= stop else ()
        apart = words.parting | words.prepositions if row.measure == "percent" else words.parting
        if gap >= 0 and gap <= (_BEFORE if hit.stop <= first else _BEHIND) and apart.isdisjoint(between):
            near.append((gap, hit.first - hit.stop, hit.label))
    return min(near)[2] if near else None


@cache
def _words(language: str) -> _Words:
    pack = load_pack(language)
    parting = {*pack.figures.coordinators, *pack.figures.breaks, *pack.grammar.conjunctions, *pack.grammar.relatives}
    prepositions = {*pack.grammar.prepositions, *pack.grammar.inner_prepositions}
    return _Words(Lexicon(pack.groups.topics, pack), frozenset(parting | set(",;:–—()")), frozenset(prepositions))
