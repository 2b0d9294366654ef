"""Finding a pack's words and phrases in tokens: one pass, a dictionary look-up per token."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias, TypeVar

from factkit.languages import LanguagePack
from factkit.reading.segments import Tokens, tokenize

_V = TypeVar("_V")
_MOST = 300_000  # distinct words remembered before a memory starts afresh
_Option: TypeAlias = tuple[tuple[str, ...], str]  # the words after the first, and the class


class Memory(dict[str, _V]):
    """What `make` says of a word, worked out when the word is first met."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[str], _V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> _V:
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
    """Phrases by class. In a phrase, a word may begin with "~" (any beginning) or end with it (any ending)."""

    __slots__ = ("_by_first", "_heads", "_known", "_longest", "_tails")

    def __init__(self, phrases: Mapping[str, Iterable[str]], pack: LanguagePack) -> None:
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
        self._longest = max(map(len, (*self._tails, *self._heads)), default=0)

    def find(self, tokens: Tokens, first: int = 0, stop: int | None = None) -> list[Hit]:
        """All hits that start in tokens `first` to `stop`, the longest phrase per class and start, in text order."""
        words = tokens.words
        hits: list[Hit] = []
        for number, options in enumerate(map(self._known.__getitem__, words[first:stop]), first):
            if options is None:
                continue
            exact, loose, alone = options
            if loose or (exact and number + 1 < len(words) and words[number + 1] in exact):
                _match(options, words, number, hits)
            else:
                for label in alone:
                    hits.append(Hit(number, number + 1, label))  # noqa: PERF401 - mostly one: a list costs more
        return hits

    def _options(self, word: str) -> _Options | None:
        options = list(self._by_first.get(word, ()))
        for length in range(1, min(self._longest, len(word)) + 1):
            options += self._tails.get(word[-length:], ())
            options += self._heads.get(word[:length], ())
        if not options:
            return None
        exact: dict[str, list[_Option]] = {}
        for option in options:
            if option[0] and "~" not in option[0][0]:
                exact.setdefault(option[0][0], []).append(option)
        loose = [option for option in options if option[0] and "~" in option[0][0]]
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


def _match(options: _Options, words: list[str], number: int, hits: list[Hit]) -> None:
    found: list[str] = []
    phrases = [*options.exact.get(words[number + 1] if number + 1 < len(words) else "", ()), *options.loose]
    for rest, label in sorted(phrases, key=lambda option: (-len(option[0]), option[1])):
        if label not in found and _follows(rest, words, number + 1):
            found.append(label)
            hits.append(Hit(number, number + 1 + len(rest), label))
    hits += [Hit(number, number + 1, label) for label in options.alone if label not in found]


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
