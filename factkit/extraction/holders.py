"""Whom a description by an office means: "the head of the RMA" is the governor whom a source named in full before."""

from collections import deque
from collections.abc import Iterable, Sequence

from factkit.extraction.clauses import Clauses, Range
from factkit.extraction.lexicon import Memory
from factkit.extraction.vocabulary import Is
from factkit.languages.schema import Words

_MEMORY = 64  # office-holders remembered
_KNOWN = Is.ROLE | Is.PREPOSITION | Is.DETERMINER | Is.CONJUNCTION | Is.ADVERB | Is.TIME


class Holders:
    """The offices of the people whom an article's sources name, in words whose endings `stem` takes off."""

    __slots__ = ("_alike", "_holders", "_stem", "c")

    def __init__(self, clauses: Clauses, alike: Iterable[Words], stem: Memory[str, str]) -> None:
        self.c, self._stem = clauses, stem
        self._alike = {word: number for number, words in enumerate(alike) for word in words}
        # Where, the name, and the words of the office; the last ones only, so that the cost stays linear.
        self._holders: deque[tuple[int, str, list[str]]] = deque(maxlen=_MEMORY)

    def note(self, name: str, words: Range, named: Range) -> None:
        """Remembers the office that the source `words` gives the person whose name stands at `named`."""
        office = [self.c.words[n] for n in range(*words) if not named[0] <= n < named[1]]
        if office:
            self._holders.append((words[0], name, office))

    def holder(self, description: Range) -> str | None:
        """The one person noted before who holds the office described."""
        words = [self.c.words[n] for n in range(*description)]
        whole = self._alike.get(" ".join(words))
        roles = [self.c.words[n] for n in range(*description) if self.c.masks[n] & Is.ROLE]
        rest = [word for n, word in enumerate(words, description[0]) if not self.c.masks[n] & _KNOWN]
        found = {
            name
            for place, name, office in self._holders
            if place < description[0] and self._same(roles, rest, office, whole)
        }
        return found.pop() if len(found) == 1 else None

    def _same(self, roles: Sequence[str], rest: Sequence[str], office: Sequence[str], whole: int | None) -> bool:
        if whole is not None:
            return any(self._alike.get(word) == whole for word in office)
        held = any(self._one_office(role, word) for role in roles for word in office)
        return held and all(self._says(word, office) for word in rest)

    def _one_office(self, left: str, right: str) -> bool:
        known = self._alike.get(left)
        return self._stem[left] == self._stem[right] or (known is not None and known == self._alike.get(right))

    def _says(self, word: str, office: Sequence[str]) -> bool:
        """Whether the office has the word, or is what the letters of it stand for."""
        initials = "".join(other[0] for other in office)
        return any(self._stem[word] == self._stem[other] for other in office) or word in initials
