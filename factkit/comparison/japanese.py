"""Japanese names in Chinese characters: which spelling in letters, Cyrillic or Hangul can be theirs.

A character has many readings, and a name fits when its letters can be cut into readings of the characters in order.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, product

from factkit.comparison.korean import data_file, is_hangul
from factkit.languages import read_section

_CACHED = 65536
_WHOLE = 3  # characters of a name that is read as a whole
_READINGS = 48  # of a family or given name, at most, where they are listed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Japanese:
    whole: str
    characters: str
    voiced: str
    letters: str
    cyrillic: str
    hangul: str


@cache
def _data() -> _Japanese:
    return read_section(_Japanese, data_file("japanese.toml"))


@cache
def _rules(name: str) -> tuple[tuple[str, str], ...]:
    rules = (rule.partition(">") for rule in str(getattr(_data(), name)).split())
    return tuple((old, new) for old, _, new in rules)


def _rewritten(text: str, name: str) -> str:
    for old, new in _rules(name):
        text = text.replace(old, new)
    return text


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    entries = (entry.partition(":") for entry in (_data().whole + _data().characters).split())
    return {written: tuple(readings.split(",")) for written, _, readings in entries}


@lru_cache(maxsize=_CACHED)
def _readings_of(written: str, *, first: bool, as_hangul: bool) -> tuple[str, ...]:
    """The readings of a character or whole name; behind another, its first letter may be voiced."""
    plain = _readings().get(written, ())
    voiced = (
        new + reading[len(old) :] for reading in plain for old, new in _rules("voiced") if reading.startswith(old)
    )
    made = dict.fromkeys(plain if first else (*plain, *voiced))
    return tuple(dict.fromkeys(_as_hangul(reading) for reading in made)) if as_hangul else tuple(made)


_DOUBLED = re.compile(r"([^aeiou])\1+")
_LONG = re.compile(r"([aeiou])\1+")


def _as_hangul(reading: str) -> str:
    """A reading by the sounds that Hangul writes it with; see `hangul` in japanese.toml."""
    return _rewritten(reading, "hangul")


def _spelled(word: str) -> set[str]:
    """A word in Latin or Cyrillic letters as readings are written: without long vowels and doubled consonants."""
    plain = _DOUBLED.sub(r"\1", _rewritten(_rewritten(word, "cyrillic"), "letters"))
    return {plain, _LONG.sub(r"\1", plain), _LONG.sub(r"\1", plain.replace("ou", "o"))}


@lru_cache(maxsize=_CACHED)
def _fits(letters: str, characters: str, *, first: bool, as_hangul: bool) -> bool:
    if not letters or not characters:
        return not letters and not characters
    return any(
        letters.startswith(reading)
        and _fits(letters[len(reading) :], characters[length:], first=False, as_hangul=as_hangul)
        for length in range(1, min(_WHOLE, len(characters)) + 1)
        for reading in _readings_of(characters[:length], first=first, as_hangul=as_hangul)
    )


def is_reading(characters: str, words: Iterable[str], sounds: Iterable[str]) -> bool:
    """Whether folded `words`, in this order, can be how `characters` are read; `sounds` are the words' in Hangul."""
    listed = tuple(words)
    if all(map(is_hangul, listed)):
        return _fits(_DOUBLED.sub(r"\1", "".join(sounds)), characters, first=True, as_hangul=True)
    return any(_fits(word, characters, first=True, as_hangul=False) for word in _spelled("".join(listed)))


def families(characters: str) -> Iterator[str]:
    """What may be the family name in `characters`: its first one to three."""
    return (characters[:length] for length in range(1, min(_WHOLE, len(characters) - 1) + 1))


@lru_cache(maxsize=_CACHED)
def read_names(characters: str) -> tuple[tuple[str, str], ...]:
    """Family and given name in letters, by some of the readings of their characters."""
    made = []
    for family in families(characters):
        first, second = (list(islice(_all(part), _READINGS)) for part in (family, characters[len(family) :]))
        made += [(one, two) for one in first for two in second]
    return tuple(made)


def _all(characters: str) -> Iterator[str]:
    whole = _readings_of(characters, first=True, as_hangul=False) if len(characters) > 1 else ()
    single = (_readings_of(one, first=not n, as_hangul=False) for n, one in enumerate(characters))
    yield from whole
    yield from map("".join, product(*single))
