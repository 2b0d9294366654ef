"""Finding a pack's words and phrases in tokens: one pass, a dictionary look-up per token."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias, TypeVar

from factkit.languages import LanguagePack
from factkit.reading.segments import Tokens, tokenize

_K = TypeVar("_K")
_V = TypeVar("_V")
_MOST = 300_000  # distinct words remembered before a memory starts afresh
_Option: TypeAlias = tuple[tuple[str, ...], str]  # the words after the first, and the class


KNOWN, MARK, SOUGHT = 1, 2, 4  # what a word may be: the start of phrases, a mark, the start of a phrase that is sought
_STARTS = re.compile(b"[\x01\x03\x05\x07]")


class Memory(dict[_K, _V]):
    """What `make` says of a word or place, worked out when it is first met."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[_K], _V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: _K) -> _V:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self._make(word)
        return found


class _Options(NamedTuple):
    """What may start at a word: phrases by their second word, those of which it is only a part, classes of the word."""

    exact: Mapping[str, list[_Option]]
    loose: list[_Option]
    alone: tuple[str, ...]


class Hit(NamedTuple):
    """Tokens `first` up to (not including) `stop` are a phrase of class `label`."""

    first: int
    stop: int
    label: str


class Lexicon:
    """Phrases by class. In a phrase, a word may begin with "~" (any beginning) or end with it (any ending). `sought`
    are classes that a first look is for."""

    __slots__ = ("_by_first", "_heads", "_known", "_longest", "_marks", "_sought", "_tails", "sorts")

    def __init__(
        self,
        phrases: Mapping[str, Iterable[str]],
        pack: LanguagePack,
        marks: frozenset[str] = frozenset(),
        sought: frozenset[str] = frozenset(),
    ) -> None:
        self._by_first: dict[str, list[_Option]] = {}
        self._tails: dict[str, list[_Option]] = {}
        self._heads: dict[str, list[_Option]] = {}
        for label, entries in phrases.items():
            for entry in entries:
                words = _phrase_words(entry, pack)
                first = words[0]
                home = self._tails if first[0] == "~" else self._heads if first[-1] == "~" else self._by_first
                home.setdefault(first.strip("~"), []).append((words[1:], label))
        self._known = Memory(self._options)
        self.sorts = Memory(self._sort)
        self._marks, self._sought = marks, sought
        self._longest = max(map(len, (*self._tails, *self._heads)), default=0)

    def find(self, tokens: Tokens, first: int = 0, stop: int | None = None) -> list[Hit]:
        """All hits that start in tokens `first` to `stop`, the longest phrase per class and start, in text order."""
        return self.read(tokens.words, self.sift(tokens.words[first:stop]), first)

    def sift(self, words: list[str]) -> bytes:
        """A byte for each word: `KNOWN` where phrases may start, with `SOUGHT` if they are of such a class; `MARK` for
        the lexicon's marks."""
        return bytes(map(self.sorts.__getitem__, words))

    def read(self, words: list[str], sifted: bytes, first: int = 0) -> list[Hit]:
        """All hits among `words`, of which those from `first` on were sifted."""
        hits: list[Hit] = []
        known, last = self._known, len(words) - 1
        for found in _STARTS.finditer(sifted):
            number = found.start() + first
            exact, loose, alone = known[words[number]]
            phrases = exact.get(words[number + 1], ()) if number < last else ()
            if phrases or loose:
                _match(sorted((*phrases, *loose), key=_longest_first) if loose else phrases, alone, words, number, hits)
            else:
                for label in alone:
                    hits.append(Hit(number, number + 1, label))  # noqa: PERF401 - mostly one: a list costs more
        return hits

    def _sort(self, word: str) -> int:
        exact, loose, alone = self._known[word]
        labels = {*alone, *(label for options in (*exact.values(), loose) for _, label in options)}
        sought = 0 if self._sought.isdisjoint(labels) else SOUGHT
        return (KNOWN if labels else 0) | (MARK if word in self._marks else 0) | sought

    def _options(self, word: str) -> _Options:
        options = list(self._by_first.get(word, ()))
        for length in range(1, min(self._longest, len(word)) + 1):
            options += self._tails.get(word[-length:], ())
            options += self._heads.get(word[:length], ())
        exact: dict[str, list[_Option]] = {}
        for option in options:
            if option[0] and "~" not in option[0][0]:
                exact.setdefault(option[0][0], []).append(option)
        loose = [option for option in options if option[0] and "~" in option[0][0]]
        exact = {second: sorted(phrases, key=_longest_first) for second, phrases in exact.items()}
        return _Options(exact, loose, tuple(sorted({label for rest, label in options if not rest})))


def _phrase_words(entry: str, pack: LanguagePack) -> tuple[str, ...]:
    """A phrase's words as the tokenizer cuts them, each keeping its "~"."""
    result: list[str] = []
    for part in entry.split():
        words = list(tokenize(part.strip("~"), pack).words)
        if part[0] == "~":
            words[0] = "~" + words[0]
        if part[-1] == "~":
            words[-1] += "~"
        result += words
    return tuple(result)


def _longest_first(option: _Option) -> tuple[int, str]:
    return -len(option[0]), option[1]


def _match(phrases: Iterable[_Option], alone: Iterable[str], words: list[str], number: int, hits: list[Hit]) -> None:
    found: list[str] = []
    for rest, label in phrases:
        if label not in found and _follows(rest, words, number + 1):
            found.append(label)
            hits.append(Hit(number, number + 1 + len(rest), label))
    hits += [Hit(number, number + 1, label) for label in alone if label not in found]


def _follows(rest: tuple[str, ...], words: list[str], start: int) -> bool:
    if start + len(rest) > len(words):
        return False
    for offset, wanted in enumerate(rest):
        word = words[start + offset]
        if word != wanted and not (
            (wanted[0] == "~" and word.endswith(wanted[1:])) or (wanted[-1] == "~" and word.startswith(wanted[:-1]))
        ):
            return False
    return True
