"""Counts set against one another: "the organisers spoke of 45,000, the police of 28,400", where the second source has
its number alone. Whichever construction the first was read by, each number gets its own claim here."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from factkit.extraction.clauses import Clauses, Range, Region, between
from factkit.extraction.drafts import Draft
from factkit.extraction.vocabulary import VERB_CUE, Is
from factkit.languages import load_pack

_JOIN = Is.CONJUNCTION | Is.CONTRAST
_JOINT = Is.COMMA | Is.SEMICOLON | Is.DASH | _JOIN
_END = Is.COMMA | Is.SEMICOLON | Is.DASH | Is.COLON | Is.BRACKET | Is.TERMINAL | Is.QUOTE
_TOLD = Is.MARKER | Is.WHOLE
_SMALL = (
    Is.PREPOSITION | Is.COMPLEMENTIZER | Is.THAT | Is.ADVERB | Is.DETERMINER | Is.NEGATION | Is.TO | Is.AUXILIARY
    | Is.COMMA | Is.DASH | Is.A
)  # fmt: skip
_PARTY = Is.ROLE | Is.BODY | Is.OUTLET | Is.ANONYMOUS
_NO_PARTY = (
    Is.NUMBER | Is.PREPOSITION | Is.RELATIVE | _JOINT | VERB_CUE | Is.GAPPED | Is.AUXILIARY | Is.TIME | Is.QUOTE
)  # fmt: skip
_IN_PARTY = _PARTY | Is.DETERMINER | Is.INNER | Is.GENITIVE
_FAR = 14  # tokens from the joint to the number
_SHORT = 3  # words of what is counted, at most
_LONGEST_SOURCE = 9
_HEAD_NEAR = 3  # tokens from a marker's preposition to its noun ("по предварительным данным")
_YEAR, _CENTURIES = 4, ("19", "20")


class _Count(NamedTuple):
    """A number with a source of its own: where the clause before it stops, and what makes it a claim."""

    joint: int
    stop: int
    source: Range
    cue: Range | None  # None: the verb before holds for it, too
    content: Range


@lru_cache(maxsize=64)
def _bounds(code: str) -> frozenset[str]:
    """The words that may stand before a number and bound it."""
    figures = load_pack(code).figures
    entries = [*(entry for words in figures.before.values() for entry in words), *figures.fillers]
    return frozenset(word for entry in entries for word in entry.split())


def set_apart(
    clauses: Clauses, region: Region, cues: list[int], numbers: list[int], code: str, drafts: list[Draft]
) -> list[Draft]:
    """The region's drafts, where each of its counts that has a source of its own is one apart."""
    counts = between(numbers, region.first, region.stop)
    if len(counts) < 2 or not drafts:
        return drafts
    for count in list(_Tally(clauses, region, between(cues, region.first, region.stop), counts, code, drafts).read()):
        drafts = _with(clauses, count, drafts)
    return drafts


def _with(clauses: Clauses, count: _Count, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the count's own; the one before stops where the count begins."""
    kept = [d for d in drafts if not (d.cue and count.joint <= d.cue[0] < count.stop)]
    base = max((d for d in kept if d.cue and d.cue[0] < count.joint), key=lambda d: d.cue or (0, 0), default=None)
    if base is None:
        return list(drafts)
    cut = _until(clauses, base, count.joint)
    mask = base.mask & ~Is.DENIED if count.cue is None else Is.CLAUSE | Is.MARKER
    own = Draft((count.content,), count.source, count.cue or base.cue, mask, rule="tally")
    own = own._replace(after=count.content[0] < count.source[0])
    return [*(draft for draft in kept if draft is not base), *([cut] if cut else []), own]


def _until(clauses: Clauses, draft: Draft, joint: int) -> Draft | None:
    """The draft without what stands from the joint on."""
    pieces = [(first, _bare_end(clauses, first, min(stop, joint))) for first, stop in draft.content if first < joint]
    pieces = [piece for piece in pieces if piece[0] < piece[1]]
    source = draft.source
    if not pieces and source and source[1] < joint and clauses.masks[source[1]] & Is.COMMA:
        pieces = [(source[1] + 1, _bare_end(clauses, source[1] + 1, joint))]  # "according to X, 300, to Y 200"
    if not pieces:
        return None
    if source and source[0] < joint < source[1]:
        source = source[0], _bare_end(clauses, source[0], joint)
    return draft._replace(content=tuple(pieces), source=source)


def _bare_end(clauses: Clauses, first: int, stop: int) -> int:
    while stop > first and clauses.masks[stop - 1] & (_JOINT | Is.BRACKET) and stop - 1 not in clauses.back:
        stop -= 1
    return stop


class _Tally:
    """Looks for counts with sources of their own in one region."""

    __slots__ = ("bounds", "c", "counts", "cues", "drafts", "first", "masks", "named", "stop")

    def __init__(
        self, clauses: Clauses, region: Region, cues: list[int], counts: list[int], code: str, drafts: Sequence[Draft]
    ) -> None:
        self.c, self.masks, self.cues, self.counts, self.drafts = clauses, clauses.masks, cues, counts, drafts
        self.first, self.stop, self.bounds = region.first, region.stop, _bounds(code)
        self.named = load_pack(code).figures.name_capitals  # whether a capital makes a name

    def read(self) -> Iterator[_Count]:
        """Every count with a source of its own behind the first."""
        low = self.counts[0]
        for number in self.counts[1:]:
            if self.masks[number - 1] & Is.NUMBER or self.c.quoted[number] or number <= low or self._dates(number):
                continue
            found = self._read(number, low)
            if found is not None:
                yield found
                low = found.stop - 1

    def _dates(self, number: int) -> bool:
        """Whether the number is a year or a day of a month."""
        word, c = self.c.words[number], self.c
        beside = c.words[number - 1], c.words[number + 1] if number + 1 < self.stop else ""
        return (len(word) == _YEAR and word[:2] in _CENTURIES and word.isdigit()) or not c.months.isdisjoint(beside)

    def _read(self, number: int, low: int) -> _Count | None:
        joint = self._joint(number, low)
        if joint is None:
            return None
        lead = self._lead(joint, number)
        if lead == joint + 1 and self.masks[joint] & (Is.COMMA | Is.DASH):  # "la policía, de 28.400"
            outer = self._joint(joint, low)
            if outer is not None and outer + 1 < joint and (found := self._before(outer, joint, number)):
                return found
        return self._before(joint, lead, number) or self._behind(joint, lead, number)

    def _joint(self, number: int, low: int) -> int | None:
        for place in range(number - 1, max(low, number - _FAR), -1):
            mask = self.masks[place]
            if mask & Is.ADVERB and mask & Is.CONTRAST and not self.masks[place - 1] & _JOINT:
                continue  # "die Polizei | hingegen nur …"
            if mask & _JOINT and place not in self.c.jump:
                return place
            if mask & Is.SUBORDINATOR and not mask & Is.COMPLEMENTIZER:
                return None
        return None

    def _lead(self, joint: int, number: int) -> int:
        """Where the small words start that lead to the number from behind the joint."""
        lead = number
        while lead > joint + 1 and self._small(lead - 1):
            lead -= 1
        return lead

    def _small(self, number: int) -> bool:
        word = self.c.words[number]
        sign = word in self.c.priced and not word.isalnum()  # "$"
        return bool(self.masks[number] & _SMALL) or sign or word in self.bounds or self._inside(number)

    def _inside(self, number: int) -> bool:
        return bool(self.masks[number] & Is.INSIDE and self.masks[self.c.phrase_start(number)] & _SMALL)

    def _opening(self, joint: int, stop: int) -> int:
        """Past the joint's marks and joining words."""
        begin = joint + 1
        while begin < stop and self.masks[begin] & (_JOIN | Is.COMMA) and not self.masks[begin] & _TOLD:
            begin += 1
        return begin

    def _start(self, joint: int) -> int:
        """The first of the marks and joining words that the joint is one of."""
        while joint - 1 > self.first and self.masks[joint - 1] & (_JOIN | Is.COMMA | Is.SEMICOLON | Is.DASH):
            joint -= 1
        return joint

    def _before(self, joint: int, stop: int, number: int) -> _Count | None:
        """'…, [according to] the police (of) 28,400': the source, or its marker, before the number."""
        begin = self._opening(joint, stop)
        start = self._start(joint)
        content = self._content(number, max(stop, begin))
        if begin >= stop or content is None:
            return None
        if opens := self._marker(begin):
            stop = self._article(opens, stop, number)
            known = opens < stop and stop - opens <= _LONGEST_SOURCE and self._attributed(start)
            return _Count(start, content[1], (opens, stop), (begin, opens), content) if known else None
        if between(self.cues, number, content[1]):
            return None
        verb = stop - 1
        if self.masks[verb] & VERB_CUE and begin < verb:  # "the police said 28,400"
            apart = self._party(begin, verb) and not any(d.cue and d.cue[0] <= verb < d.cue[1] for d in self.drafts)
            return _Count(start, content[1], (begin, verb), (verb, stop), content) if apart else None
        base = self._verb(start)
        if base is None or not self._party(begin, stop) or not self._parallel(base, stop, number):
            return None
        return _Count(start, content[1], (begin, stop), None, content)

    def _marker(self, number: int) -> int | None:
        """Where the source starts behind a marker at `number`, if there is one."""
        masks = self.masks
        if masks[number] & _TOLD and number in self.cues:
            return self.c.stops.get(number, number + 1)
        if masks[number] & Is.MARKER_OPENER:
            heads = (n for n in range(number + 1, number + _HEAD_NEAR) if n < self.stop and masks[n] & Is.MARKER_HEAD)
            return next((self.c.after(n) for n in heads), None)
        return None

    def _article(self, opens: int, stop: int, number: int) -> int:
        """The end of the source that a marker opens: what leads to the number may have been its article."""
        while stop < number and stop <= opens:
            stop += 1
        return stop

    def _behind(self, joint: int, lead: int, number: int) -> _Count | None:
        """'… and 28,400 according to the police': the source behind a number that has nothing else."""
        begin, start = self._opening(joint, number), self._start(joint)
        if lead > begin or self.masks[start - 1] & Is.NUMBER or not self._attributed(start):
            return None  # "17 or 18 percent, according to …" is one count
        near = range(number + 1, min(self.stop, number + _SHORT + 3))
        marker = next((n for n in near if self._marker(n)), number)
        opens = self._marker(marker) if marker > number else None
        if opens is None or any(self.masks[n] & (VERB_CUE | Is.AUXILIARY | _JOIN) for n in range(number, marker)):
            return None
        stop = self._source_end(opens)
        if (
            stop == opens
            or stop - opens > _LONGEST_SOURCE
            or any(self.masks[n] & Is.OUTLET for n in range(opens, stop))
        ):
            return None
        content = self._without_prepositions(begin, number), _bare_end(self.c, number, marker)
        return _Count(start, stop, (opens, stop), (marker, opens), content)

    def _source_end(self, opens: int) -> int:
        stop = opens
        while stop < self.stop and not self.masks[stop] & _END:
            if self.masks[stop] & _JOIN and between(self.counts, stop, stop + 4):
                break
            stop = self.c.after(stop)
        return min(stop, self.stop)

    def _attributed(self, start: int) -> bool:
        """Whether what stands before is somebody's count."""
        return any(draft.cue is not None and draft.cue[0] < start for draft in self.drafts)

    def _verb(self, start: int) -> Draft | None:
        """The attribution by a verb whose clause the joint ends."""
        said = [d for d in self.drafts if d.cue and d.source and d.mask & VERB_CUE and not d.mask & Is.MARKER]
        said = [d for d in said if d.cue and d.cue[0] < start and d.hull[0] <= start]
        base = max(said, key=lambda d: d.cue or (0, 0), default=None)
        if base is None or base.after or not base.cue:
            return None
        counted = between(self.counts, base.hull[0], start)
        return base if counted and not self._of_parties(base.hull[0], counted[0]) else None

    def _of_parties(self, first: int, number: int) -> bool:
        """Whether the first count is told of somebody, so that others may have theirs ("puts Hall at 40 percent")."""
        words = range(first, number)
        return any(self.masks[n] & (Is.BODY | Is.OUTLET) or (self.named and self.c.capital(n)) for n in words)

    def _parallel(self, base: Draft, lead: int, number: int) -> bool:
        """Whether a preposition before the number is the one that the verb had ("spoke of …, the police of …")."""
        first = base.cue[0] if base.cue else base.hull[0]
        before = {self.c.words[n] for n in range(first, min(lead, base.hull[0] + _FAR))}
        plain = [
            n for n in range(lead, number) if self.masks[n] & Is.PREPOSITION and self.c.words[n] not in self.bounds
        ]
        return all(self.c.words[n] in before for n in plain)

    def _party(self, begin: int, stop: int) -> bool:
        """Whether the words are a noun phrase for somebody who speaks."""
        words = range(begin, stop)
        if stop - begin > _LONGEST_SOURCE:
            return False
        if any(self.masks[n] & _NO_PARTY and not self.masks[n] & _IN_PARTY for n in words):
            return False
        if not (self.masks[begin] & _IN_PARTY or self.c.capital(begin)) or self._hangs(begin):
            return False
        known = any(self.masks[n] & _PARTY for n in range(begin, stop))
        if known and self.c.head_first:  # the noun comes first: "un atac soldat cu trei răniți" is nobody
            noun = next((n for n in range(begin, stop) if not self.masks[n] & (Is.DETERMINER | Is.INNER)), begin)
            known = bool(self.masks[noun] & _PARTY or self.masks[begin] & _PARTY)
        names = stop - begin > 1 and all(self.c.capital(n) for n in range(begin, stop))
        return known or names

    def _hangs(self, number: int) -> bool:
        return self.masks[number] & (Is.INNER | Is.DETERMINER) == Is.INNER

    def _content(self, number: int, lead: int) -> Range | None:
        """The number with what bounds it and what it counts, to the end of its stretch."""
        stop = number + 1
        while stop < self.stop and not self.masks[stop] & (_END | Is.SUBORDINATOR) and not self._joins_on(stop):
            stop = self.c.after(stop)
        return (self._without_prepositions(lead, number), stop) if stop > number else None

    def _joins_on(self, number: int) -> bool:
        return bool(self.masks[number] & _JOIN)

    def _without_prepositions(self, lead: int, number: int) -> int:
        bare = Is.PREPOSITION | Is.COMMA | Is.DASH
        while lead < number and self.masks[lead] & bare and self.c.words[lead] not in self.bounds:
            lead = self.c.after(lead)
        return min(lead, number)
