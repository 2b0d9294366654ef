"""Reading a name or description word by word against stems of many languages at once."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_LINK = 4  # letters between the parts of a compound (Verteidig|ungs|ministerium)
_INDEXED = 2  # letters of a stem that it is looked up by
_SHORT = 3  # letters of a stem too short to be inflected freely or to stand inside a compound
_ACCENT = 10  # lower combining classes make other letters (Japanese voicing marks, Indic signs), not accents
_SIGNS = re.compile(r"[\W_]+")


@lru_cache(maxsize=262144)
def fold(text: str) -> str:
    """`text` without case, accents and width, in its own script."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(c for c in spread if unicodedata.combining(c) < _ACCENT))


@lru_cache(maxsize=262144)
def fold_words(text: str) -> str:
    """`text` folded, its words separated by single spaces, without punctuation."""
    return _SIGNS.sub(" ", fold(text)).strip()


class Reading(NamedTuple):
    """What a text's words mean: their labels in order, and the words without a meaning."""

    labels: tuple[str, ...]
    rest: tuple[str, ...]


class Stem(NamedTuple):
    """A word's beginning with its meanings; `alone`: nothing may follow; `last`: only closes a compound."""

    text: str
    labels: tuple[str, ...]
    alone: bool
    last: bool


class Vocabulary:
    """Stems and phrases with their labels. "=word" must stand alone, "~word" closes a compound, and in a phrase
    "word~" allows any ending. A single word always allows one.
    """

    __slots__ = ("_cuts", "_ending", "_phrases", "_stems")

    def __init__(self, entries: Iterable[tuple[str, str]], *, ending: int) -> None:
        single: dict[tuple[str, bool, bool], dict[str, None]] = {}
        phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for entry, label in entries:
            words = tuple(entry.split())
            if len(words) > 1:
                phrases.setdefault(words[0][:2], []).append((tuple(map(_folded, words)), label))
            else:
                plain = fold(entry.strip("=~"))
                single.setdefault((plain, entry[0] == "=", entry[0] == "~"), {})[label] = None
        self._ending = ending
        self._phrases = {key: sorted(group, key=lambda item: (-len(item[0]), item)) for key, group in phrases.items()}
        self._stems: dict[str, list[Stem]] = {}
        for (plain, alone, last), labels in sorted(single.items()):
            self._stems.setdefault(plain[:_INDEXED], []).append(Stem(plain, tuple(labels), alone, last))
        for stems in self._stems.values():
            stems.sort(key=lambda stem: (-len(stem.text), not stem.alone, stem))
        self._cuts: dict[str, tuple[str, ...]] = {}

    def read(self, folded: str) -> Reading:
        """The labels of the words of `folded` (see `fold_words`)."""
        words = folded.split()
        labels: list[str] = []
        rest: list[str] = []
        number = 0
        while number < len(words):
            phrase = self._phrase(words, number)
            if phrase:
                labels.append(phrase[1])
                number += len(phrase[0])
                continue
            found = self._cut(words[number])
            labels += found
            if not found:
                rest.append(words[number])
            number += 1
        return Reading(tuple(labels), tuple(rest))

    def _phrase(self, words: list[str], number: int) -> tuple[tuple[str, ...], str] | None:
        for phrase in self._phrases.get(words[number][:2], ()):
            given = words[number : number + len(phrase[0])]
            if len(given) == len(phrase[0]) and all(map(_fits, given, phrase[0])):
                return phrase
        return None

    def _cut(self, word: str) -> tuple[str, ...]:
        """The meanings of the parts of a word; () if it has none."""
        known = self._cuts.get(word)
        if known is None:
            known = self._parts(word, 0) if len(word) <= 60 else ()
            if len(self._cuts) < 262144:
                self._cuts[word] = known
        return known

    def _parts(self, word: str, start: int) -> tuple[str, ...]:
        if start >= len(word):
            return ()
        stems: list[Stem] = [
            *self._stems.get(word[start : start + _INDEXED], ()),
            *(self._stems.get(word[start], ()) if start < len(word) - 1 else ()),
        ]
        for stem in stems:
            stop = start + len(stem.text)
            if not word.startswith(stem.text, start) or (stem.last and not start):
                continue
            if stop == len(word):
                if not (stem.alone and start):
                    return stem.labels
            elif not (stem.alone or stem.last):
                following = self._following(word, stop, stem)
                if following is not None:
                    return stem.labels + following
        return ()

    def _following(self, word: str, stop: int, stem: Stem) -> tuple[str, ...] | None:
        """What comes after a stem: further parts, () for an ending, None if neither."""
        hangul = word[stop] >= "가"
        if len(stem.text) > _SHORT or hangul:
            for link in range(1 if hangul else _LINK + 1):
                following = self._parts(word, stop + link)
                if following:
                    return following
        longest = 2 if hangul else self._ending if len(stem.text) > _SHORT else 1
        return () if len(word) - stop <= longest else None


def _folded(word: str) -> str:
    return fold(word.rstrip("~")) + ("~" if word.endswith("~") else "")


def _fits(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted[-1] == "~" else word == wanted
