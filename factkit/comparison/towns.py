"""The towns that articles tell of: what links those of one event, in whatever language."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from factkit.comparison.bodies import describe
from factkit.comparison.places import is_country, place_id
from factkit.comparison.words import fold
from factkit.languages import language_codes, load_pack

_MOST = 12  # towns of one article, the first ones it names
_SHORTEST = 3
_STEM = 2  # syllables of a name that particles follow
_LONGEST = 8


def towns(articles: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The towns that each article, a text with its language, tells of: places after a preposition of place (before a
    particle of place), and, once they are known from any article, wherever they stand in one of the language, or of any
    language in which only names have capitals.

    Countries, capitals, bodies, months and days are none. Where a capital letter doesn't make a name, other nouns are
    among them (see `are_names`).
    """
    read = [(text, language if language in language_codes() else None) for text, language in articles]
    known: dict[str, set[str]] = {}
    names: set[str] = set()
    for text, language in read:
        if language:
            shared = names if are_names(language) else set()
            known.setdefault(language, shared).update(_placed(text, language))
    return [tuple(_among(known[language], text, language))[:_MOST] if language else () for text, language in read]


@cache
def are_names(language: str) -> bool:
    """Whether what `towns` finds in this language are names, and not nouns as well."""
    return language in language_codes() and load_pack(language).figures.name_capitals


def _placed(text: str, language: str) -> Iterator[str]:
    days = calendar(language)
    for name in dict.fromkeys(match[1] for match in _beside(language).finditer(text)):
        said, place = describe(name), place_id(name)
        known = said.core or said.countries or is_country(place) or fold(name.split()[0]) in days
        if said.rest and not known:
            yield place


def _among(known: set[str], text: str, language: str) -> dict[str, None]:
    """Those of the `known` towns that stand in the text, one or two words long, in their order."""
    words = [place_id(word) for word in _CAPITALISED.findall(text)]
    pairs = (f"{one} {other}" for one, other in pairwise(words))
    found = dict.fromkeys(word for word in (*words, *pairs) if word in known)
    if load_pack(language).figures.counted_before:
        stems = (word[:end] for word in words for end in range(_STEM, min(len(word), _LONGEST) + 1))
        found |= dict.fromkeys(stem for stem in stems if stem in known)
    return found


_NAME = rf"[^\W\d_a-zа-яёіїєґ][^\W\d_]{{{_SHORTEST - 1},}}"
_CAPITALISED = re.compile(rf"\b{_NAME}")


@cache
def _beside(language: str) -> re.Pattern[str]:
    """A name next to a word of place; its words begin with capitals where the script has them."""
    pack = load_pack(language).figures
    words = "|".join(re.escape(word.removeprefix("~")) for word in sorted(pack.locatives, key=len, reverse=True))
    if pack.counted_before:
        return re.compile(rf"\b([^\W\d_]{{{_STEM},{_LONGEST}}}?)(?:{words})\b")
    return re.compile(rf"\b(?i:{words})\s({_NAME}(?:[\s-]{_NAME})?)")


@cache
def calendar(language: str) -> frozenset[str]:
    """Months, weekdays and seasons, folded."""
    dates = load_pack(language).dates
    return frozenset(fold(word) for words in (*dates.months, *dates.weekdays, *dates.seasons) for word in words)
