"""What two articles have in common by no chance: numbers, and names that stand in their texts."""

import re
from collections.abc import Iterable, Iterator

import numpy as np
import pandas as pd

from factkit.comparison.bodies import describe
from factkit.comparison.codes import Codes, codes, combine, firsts, sequence
from factkit.comparison.people import name_token
from factkit.comparison.places import is_country, place_id
from factkit.comparison.things import NO_DAY, Things
from factkit.comparison.towns import are_names, calendar
from factkit.comparison.words import fold

_MINUTES = 24 * 60
_NEAR = 4  # days between two articles that tell of one event
_SMALL = 20  # numbers below it agree by chance
_SHARED = 5  # what the numbers' digits and the names that two articles have in common must come to
_NAME = 2.5  # what a name counts for; a number counts for its digits
_ABREAST = 4  # articles with one sign, next to each other in time, that are held against each other
_STEM = 5  # letters of a name that hold in most cases and languages
_SHORTEST = 4
_MOST = 24  # names of one article, the first ones it has
_WORD = re.compile(r"[^\W\d_]+")
_WITHIN = frozenset({" ", ", ", " (", "-"})  # what stands before a word within a sentence


def names(articles: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The names in each article, a text with its language, that stand within a sentence of any of them: the beginning
    of a name's last word, in Latin letters, so that one name is the same in most languages and cases.

    A name has a capital, and its words are no small ones of any text; where all nouns have capitals, only the names
    that other texts have are found. Countries, capitals, bodies, months and days are none.
    """
    read = list(articles)
    small: dict[str, set[str]] = {}
    for text, language in read:
        small.setdefault(language, set()).update(word for word in _WORD.findall(text) if word.islower())
    named = (_within(text, language, small[language]) for text, language in read if are_names(language))
    known = {stem for stems in named for stem in stems}
    return [tuple(_among(known, text)) for text, _ in read]


def _among(known: set[str], text: str) -> list[str]:
    stems = dict.fromkeys(_stem(word) for word in _WORD.findall(text) if word[0].isupper() and not word.isupper())
    return [stem for stem in stems if stem in known][:_MOST]


def _within(text: str, language: str, small: set[str]) -> Iterator[str]:
    """The beginnings of the last words of the names that stand within a sentence."""
    name: list[str] = []
    end = 0
    for match in _WORD.finditer(text):
        word, gap = match[0], text[end : match.start()]
        if name and gap not in (" ", "-"):
            yield from _last_word(name, language)
            name = []
        capital = word[0].isupper() and word.lower() not in small
        if capital and (name or gap in _WITHIN):
            name.append(word)
        elif name:
            yield from _last_word(name, language)
            name = []
        end = match.end()
    yield from _last_word(name, language)


def _last_word(name: list[str], language: str) -> Iterator[str]:
    if name and len(name[-1]) >= _SHORTEST and not name[-1].isupper() and _tells(" ".join(name), name[-1], language):
        yield _stem(name[-1])


def _tells(name: str, last: str, language: str) -> bool:
    """Whether it is a name of its own, and neither a country's, a body's nor a month's."""
    said = describe(name)
    common = said.core or said.countries or is_country(place_id(last)) or fold(last) in calendar(language)
    return bool(said.rest) and not common


def _stem(word: str) -> str:
    return name_token(fold(word)).latin[:_STEM]


def by_two_signs(what: Things) -> tuple[np.ndarray, Codes]:
    """Links, as rows and keys, between articles a few days apart that have two numbers or names or more in common;
    numbers must have five digits together, or three beside a name. Of percentages only those with a decimal count."""
    row, sign, weight = _signs(what)
    order = sequence(sign, what.stamp[row])
    row, sign, weight = row[order], sign[order], weight[order]
    sides: list[tuple[np.ndarray, ...]] = []
    for step in range(1, _ABREAST):
        left, right = row[:-step], row[step:]
        near = (sign[:-step] == sign[step:]) & (what.stamp[right] - what.stamp[left] <= _NEAR * _MINUTES)
        sides.append((left[near], right[near], weight[:-step][near]))
    left, right, counted = (np.concatenate(side) for side in zip(*sides, strict=True))
    if not len(left):
        return left, left
    both = combine(*np.sort(np.stack([what.article[left], what.article[right]]), axis=0))
    shared = (np.bincount(both)[both] > 1) & (np.bincount(both, weights=counted)[both] >= _SHARED)
    key = both[shared] + 1
    return np.concatenate([left[shared], right[shared]]), np.concatenate([key, key])


def _signs(what: Things) -> tuple[np.ndarray, Codes, np.ndarray]:
    """A row of each article that has one, the sign, and what it counts for."""
    unit = what.frame["unit"]
    broken = what.point % 1 > 0
    whole_rate = unit.eq("percent").fillna(False).to_numpy(dtype=bool) & ~broken
    told = (what.digits > 1) & (what.point >= _SMALL) & ~whole_rate
    rows = np.flatnonzero(told & (what.stamp != NO_DAY))
    number = combine(codes(unit)[rows], what.number[rows])
    once = firsts(combine(what.article[rows], number))
    rows, number = rows[once], number[once]
    weight = (what.digits + broken)[rows].astype(float)
    if "names" not in what.frame:
        return rows, number, weight
    first = firsts(what.article - 1)
    first = first[what.stamp[first] != NO_DAY]
    lists = what.frame["names"].iloc[first].tolist()
    place = np.repeat(first, [len(names) for names in lists])
    name = codes(pd.Series([name for names in lists for name in names], dtype=object)) + int(number.max(initial=0))
    return np.append(rows, place), np.append(number, name), np.append(weight, np.full(len(place), _NAME))
