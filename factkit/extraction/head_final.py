"""Attributions where predicates end their clauses: the source in front or beside the cue, the content before the cue.

Read from the outside in: a clause's last cue, its content and its source; then the content as a clause of its own.
Positions are token numbers of a document whose particles stand apart (`particles.py`).
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from factkit.extraction.clauses import Clauses, Range, Region, between
from factkit.extraction.drafts import Draft, find_parents
from factkit.extraction.model import Document
from factkit.extraction.particles import particles_apart, points_ahead
from factkit.extraction.quotations import find_quotes
from factkit.extraction.regions import make_regions
from factkit.extraction.vocabulary import VERB_CUE, Is
from factkit.languages import LanguagePack

_CUE = VERB_CUE | int(Is.PASSIVE)
_CASES = int(Is.TOPIC | Is.SUBJECT | Is.ACCUSATIVE | Is.MANNER | Is.CASE | Is.QUOTATIVE)
_EDGE = int(Is.COMMA | Is.TERMINAL | Is.COLON | Is.SEMICOLON | Is.DASH)
_SPEAKER = int(Is.ROLE | Is.BODY | Is.OUTLET | Is.ANONYMOUS | Is.DOCUMENT | Is.PRONOUN | Is.STATE)
_LONGEST_SOURCE = 14
_LONGEST_GAP = 24  # tokens between the end of a content and its cue


class End(NamedTuple):
    """Where a content ends, how it is marked ("clause", "figure", "object", "quote"), where its cue starts, and whether
    it is a plan told by a noun ("보낼 계획이다")."""

    stop: int
    kind: str
    cue: int
    planned: bool = False


def find_head_final(document: Document) -> tuple[list[Draft], Clauses, Document]:
    """Every attribution in text order, the word classes it was read from, and the document with particles apart."""
    apart, particles = particles_apart(document)
    clauses = Clauses(apart)
    for number, label in particles.items():
        if number not in clauses.stops and not clauses.masks[number] & Is.INSIDE:
            clauses.masks[number] = label | (clauses.masks[number] & Is.SPOKEN_AT)
    quotes = find_quotes(apart)
    cues = [n for n, mask in enumerate(clauses.masks) if mask & (_CUE | Is.NOUN_CUE | Is.MARKER_AFTER | Is.CITING)]
    drafts: list[Draft] = []
    deepest = max((quote.depth for quote in quotes), default=-1)
    for depth in range(deepest + 2):
        clauses.set_quotes([quote for quote in quotes if quote.depth == depth])
        spoken = False
        for region in make_regions(apart, quotes, depth):
            reader = _Reader(clauses, apart.pack, region, between(cues, region.first, region.stop), spoken=spoken)
            found = [replace(draft, depth=depth) for draft in reader.read()]
            spoken = any(draft.source is not None or draft.carried for draft in found)
            drafts += found
    clauses.set_quotes([quote for quote in quotes if quote.depth == 0])
    drafts = sorted(set(drafts), key=lambda draft: (draft.hull[0], -draft.hull[1], draft.cue or (0, 0)))
    parents = find_parents(drafts)
    kept = [d for d, parent in zip(drafts, parents, strict=True) if _stands(clauses, d, inside=parent is not None)]
    return kept, clauses, apart


def _stands(clauses: Clauses, draft: Draft, *, inside: bool) -> bool:
    """Whether a draft is a claim of its own: an agentless one inside a claim is only its modality, and inside a
    quotation only a party's words are someone else's than the speaker's."""
    if draft.source is None:
        return not inside and not draft.depth
    return not draft.depth or any(clauses.masks[n] & (_SPEAKER & ~Is.PRONOUN) for n in range(*draft.source))


class _Reader:
    """Reads one region: a sentence, or a sentence inside a quotation."""

    __slots__ = ("attributives", "c", "connectives", "cues", "drafts", "first", "masks", "pack", "spoken", "stop", "times")

    def __init__(self, clauses: Clauses, pack: LanguagePack, region: Region, cues: list[int], *, spoken: bool) -> None:
        """`spoken`: whether the region before had a speaker."""
        self.c, self.masks, self.pack, self.spoken = clauses, clauses.masks, pack, spoken
        self.first, self.stop = region.first, region.stop
        while self.stop > self.first and self.masks[self.stop - 1] & Is.TERMINAL:
            self.stop -= 1
        quotes = [(a, b) for a, b in clauses.jump.items() if self.first <= a < self.stop]
        self.cues = [n for n in cues if n < self.stop and not any(a < n < b for a, b in quotes)]
        self.connectives = tuple(tail.strip("~") for tail in pack.particles.connectives)
        self.attributives = tuple(tail.strip("~") for tail in pack.particles.attributives)
        self.times = tuple(tail for slot in ("YEAR", "MONTH", "DAY", "CLOCK") for tail in pack.dates.glued.get(slot, ()))
        self.drafts: list[Draft] = []

    def read(self) -> list[Draft]:
        """The region's attributions."""
        if self.cues:
            self._clause(self.first, self.stop, None, nested=False)
            self._relatives()
            self._estimates()
        elif not self._spoken_with(self.first, self.stop) and (draft := self._headline()):
            self.drafts.append(draft)
        return self.drafts

    # --- clauses, from the outside in ----------------------------------------------------------------------------

    def _clause(self, first: int, stop: int, outer: Range | None, *, nested: bool) -> None:
        """Reads tokens `first` to `stop`: a source marker in front, or clauses in a row, each with its last cue.

        `outer` is the source of the claim around them, who is meant where no other source is named.
        """
        marker = next((n for n in self._within(first, stop) if self.masks[n] & Is.MARKER_AFTER), None)
        if marker is not None and (draft := self._marker(marker, first, stop)):
            self.drafts.append(draft)
            self._clause(draft.content[0][0], stop, None, nested=True)
            return
        source = outer
        for begin, end in self._segments(first, stop, nested=nested):
            draft = self._segment(begin, end, source, nested=nested)
            if draft is not None and draft.source is not None:
                source = draft.source

    def _within(self, first: int, stop: int) -> Iterator[int]:
        return (n for n in self.cues if first <= n < stop)

    def _segments(self, first: int, stop: int, *, nested: bool) -> list[Range]:
        """Clauses in a row: each but the last ends in a cue that carries the sentence on."""
        strict = not nested and self._last_cue(first, stop) is not None
        result: list[Range] = []
        begin = first
        for cue in self._within(first, stop):
            after = self.c.after(cue)
            if not self.masks[cue] & _CUE or not self._carries_on(after) or after >= stop or after <= begin:
                continue
            comma = bool(self.masks[after] & Is.COMMA)
            end = self._content_end(cue, begin)
            if strict and not comma and (end is None or end.kind in {"figure", "object"}):
                continue
            if comma and end is None:
                continue
            result.append((begin, after))
            begin = after + comma
        return [*result, (begin, stop)] if begin < stop else result

    def _carries_on(self, after: int) -> bool:
        return self.c.words[after - 1].endswith(self.connectives)

    def _told_apart(self, begin: int, end: End, source: Range, cue: Range, mask: int) -> tuple[Range, int] | None:
        """'경찰은 1만 명, 주최 측은 10만 명으로 추산했다': one cue for several; all but the last are drafted here."""
        if end.kind == "quote":
            return None
        latest: tuple[Range, int] | None = None
        for other, particle in self._candidates(begin, end.stop):
            before = self.masks[other[0] - 1]
            if not self.masks[particle] & Is.TOPIC or not before & Is.COMMA or not self._speaks(other):
                continue
            if any(self.masks[n] & Is.NUMBER for n in range(begin, other[0] - 1)):
                self.drafts.append(Draft(((begin, other[0] - 1),), source, cue, mask, after=True, rule="apart"))
                source, begin = latest = other, particle + 1
        return latest

    def _carried(self, mask: int) -> bool:
        """Whether a claim without a source goes on with the speaker before: not hearsay, and an estimate only right after."""
        return not mask & Is.WEAK and (self.spoken or not mask & Is.PASSIVE or bool(mask & Is.CLAUSE))

    def _last_cue(self, first: int, stop: int) -> int | None:
        """The cue that ends the clause; what may follow it adds nothing ("보고한 바 있다")."""
        last = stop
        while last > first:
            mask = self.masks[last - 1]
            if mask & (Is.QUOTATIVE | Is.TERMINAL | Is.COMMA):
                last -= 1
            elif mask & Is.MANNER and self.masks[last - 2] & Is.HOLLOW:
                last -= 2
            elif self.masks[start := self.c.phrase_start(last - 1)] & Is.LIGHT and start > first:
                last = start
            else:
                break
        start = self.c.phrase_start(last - 1) if last > first else first
        return start if start >= first and self.masks[start] & (_CUE | Is.NOUN_CUE) and self.c.after(start) == last else None

    def _segment(self, first: int, stop: int, outer: Range | None, *, nested: bool) -> Draft | None:
        """The claim that the clause's last cue makes, with the claims inside its content."""
        cue = self._last_cue(first, stop)
        end = self._content_end(cue, first) if cue is not None else None
        if cue is None or end is None:
            return None if nested else self._spoken_with(first, stop)
        mask = self.masks[cue]
        source, begin, lead = self._source(first, end, cue, nested=nested)
        inherited = source is None
        if nested and inherited and end.planned:
            return None
        if source is None and not mask & Is.PASSIVE:
            source = outer
        if begin >= end.stop:
            return None
        if source is not None and (begun := self._told_apart(begin, end, source, (end.cue, self.c.after(cue)), mask)) is not None:
            source, begin = begun
        content = self._content(begin, end, lead)
        relay = self._relay(source[1], begin) if source is not None and source[1] <= begin else self._relay(end.stop, cue)
        draft = Draft(
            content, source, (end.cue, self.c.after(cue)), mask, after=True, inherited=inherited, rule=f"last-{end.kind}",
            passed_on=self._cited(first, cue), carried=source is None and self._carried(mask), relay=relay,
        )
        if source is not None and draft.passed_on is not None and self.masks[self._head(source)] & Is.OUTLET:
            draft = replace(draft, relay=source)
        self.drafts.append(draft)
        if end.kind != "object":
            self._clause(begin, end.stop, source, nested=True)
        return draft

    def _spoken_with(self, first: int, stop: int) -> Draft | None:
        """'X는 “…”라며 고개를 숙였다': words that somebody speaks while doing something else."""
        number = next((n for n in range(stop - 1, first, -1) if self.masks[n] & Is.QUOTATIVE and n - 1 in self.c.back), None)
        if number is None or not self.c.words[number].endswith(self.connectives):
            return None
        end = End(number, "quote", number)
        chosen = self._choose(list(self._candidates(first, self.c.back[number - 1])), end, nested=False, first=first)
        if chosen is None:
            return None
        draft = Draft(self._content(chosen[1] + 1, end, None), chosen[0], (number, number + 1), Is.CLAUSE, after=True, rule="while")
        self.drafts.append(draft)
        return draft

    # --- where a content ends ------------------------------------------------------------------------------------

    def _content_end(self, cue: int, low: int) -> End | None:
        """The nearest end of a content before the cue at `cue`."""
        masks, mask = self.masks, self.masks[cue]
        if mask & Is.NOUN_CUE and not mask & _CUE and not self._says_whose(cue):
            return None
        number = cue - 1
        floor = max(low, cue - _LONGEST_GAP)
        while number >= floor:
            here = masks[number]
            if number in self.c.back:
                opening = self.c.back[number]
                follows = masks[number + 1]
                if not follows & (_CASES | Is.OWNER | Is.JOINING | Is.COPULA) or follows & Is.QUOTATIVE:
                    return End(number + 1, "quote", cue) if mask & (Is.CLAUSE | Is.PASSIVE) else None
                number = opening - 1
                continue
            if here & Is.QUOTATIVE and not (number - 1 in self.c.back):
                return End(number + 1, "clause", cue)
            if found := self._marked_end(number, cue):
                return found
            start = self.c.phrase_start(number)
            if masks[start] & _CUE and not (masks[start] & Is.AMBIGUOUS):
                return None
            number = start - 1
        return None

    def _says_whose(self, cue: int) -> bool:
        """Whether a cue noun has its verb."""
        return self.c.words[self.c.after(cue) - 1].endswith(self.pack.particles.finite)

    def _marked_end(self, number: int, cue: int) -> End | None:
        """A content that ends in a noun with its particle, or in a verb before a cue noun, at `number`."""
        masks, mask = self.masks, self.masks[cue]
        here, before = masks[number], masks[number - 1] if number else 0
        if here & Is.MANNER and before & Is.HOLLOW:
            return End(number + 1, "clause", cue)
        if here & Is.MANNER and mask & Is.INFINITIVE and self.c.words[number - 1].endswith(self._nominal):
            return End(number + 1, "clause", cue)
        if here & Is.MANNER and mask & Is.FIGURE and any(masks[n] & Is.NUMBER for n in range(max(self.first, number - 4), number)):
            return End(number + 1, "figure", cue)
        if here & Is.ACCUSATIVE and before & Is.HOLLOW and mask & (Is.CLAUSE | Is.OBJECT):
            if masks[number - 2] & Is.QUOTATIVE:
                return End(number - 1, "clause", number - 1)
            if self._modifier(number - 2):
                return End(number + 1, "clause", cue)
        if here & Is.ACCUSATIVE and mask & Is.OBJECT and number == cue - 1 and not before & (Is.PRONOUN | Is.DETERMINER):
            return End(number + 1, "object", cue)
        told = mask & Is.PLANNED and mask & Is.NOUN_CUE or mask & Is.PASSIVE and self.c.after(cue) - cue > 1
        if number == cue - 1 and told and points_ahead(self.c.words[number]):
            return End(number + 1, "clause", cue, planned=bool(mask & Is.PLANNED))
        return None

    def _modifier(self, number: int) -> bool:
        """Whether the token is a verb before the noun it belongs to."""
        word = self.c.words[number]
        return not self.masks[number] & _SPEAKER and (word.endswith(self.attributives) or points_ahead(word))

    @property
    def _nominal(self) -> tuple[str, ...]:
        return self.pack.grammar.infinitive_markers

    def _content(self, begin: int, end: End, lead: Range | None) -> tuple[Range, ...]:
        """The content's pieces; quotations that nothing but how they were spoken stands before are pieces by themselves."""
        pieces = [lead] if lead else []
        quotes = self._quotes_before(begin, end.stop) if end.kind == "quote" else []
        if quotes:
            before = quotes[0][0] - 1
            if before < begin or not self.masks[before] & (Is.TOPIC | Is.SUBJECT | Is.ACCUSATIVE | Is.QUOTATIVE):
                return (*pieces, *quotes)
        return (*pieces, (begin, end.stop))

    def _quotes_before(self, begin: int, stop: int) -> list[Range]:
        """The quotations that end before `stop`, with particles and adverbs between them."""
        quotes: list[Range] = []
        number = stop
        while number > begin:
            if number - 1 in self.c.back:
                number = self.c.back[number - 1]
                quotes.insert(0, (number, self.c.jump[number]))
            elif quotes and self._only_ties(number, begin):
                number -= 1
            else:
                break
        return quotes

    def _only_ties(self, number: int, begin: int) -> bool:
        """Whether words up to `number` only tie a quotation to one before them."""
        mask = self.masks[number - 1]
        return number - 1 > begin and bool(mask & (Is.QUOTATIVE | Is.COMMA | Is.ADVERB | Is.CONJUNCTION)) and (
            number - 2 in self.c.back or bool(self.masks[number - 2] & Is.QUOTATIVE)
        )

    # --- sources -------------------------------------------------------------------------------------------------

    def _source(self, first: int, end: End, cue: int, *, nested: bool) -> tuple[Range | None, int, Range | None]:
        """Who speaks, where the content starts, and what of the content stands before the source."""
        if (beside := self._beside(end.stop, cue)) is not None:
            return beside, self._lead_in(first, end.stop), None
        agentless = self.masks[cue] & Is.PASSIVE and not self.masks[cue] & Is.CLAUSE
        candidates = [] if agentless else list(self._candidates(first, end.stop))
        chosen = self._choose(candidates, end, nested=nested, first=first)
        if chosen is None:
            begin = self._lead_in(first, end.stop)
            return None, self._beyond_adjuncts(begin, end) if end.kind == "figure" and not agentless else begin, None
        source, particle = chosen
        begin = self._beyond_adjuncts(particle + 1, end)
        lead = None
        if source[0] > first and self.masks[source[0] - 1] & Is.QUOTATIVE:
            start = self._lead_in(first, source[0])
            stop = source[0] - (source[0] - 2 in self.c.back)
            lead = (start, stop) if start < stop else None
        return source, begin, lead

    def _beside(self, begin: int, cue: int) -> Range | None:
        """The source between a content that ends before `begin` and its cue: a subject, or whose word it is."""
        masks = self.masks
        for number in range(cue - 1, begin - 1, -1):
            if masks[number] & (Is.TOPIC | Is.SUBJECT) and not masks[number - 1] & Is.HOLLOW:
                first = self._phrase_left(number, begin)
                if first < number:
                    return first, number
        if masks[cue] & Is.NOUN_CUE:
            stop = cue - bool(masks[cue - 1] & Is.OWNER)
            first = self._phrase_left(stop, begin)
            if first < stop and self._speaks((first, stop)):
                return first, stop
        return None

    def _candidates(self, first: int, stop: int) -> Iterator[tuple[Range, int]]:
        """Phrases with a topic's or subject's particle, each with the number of the particle."""
        number = first
        while number < stop:
            if number in self.c.jump:
                number = self.c.jump[number]
                continue
            if self.masks[number] & (Is.TOPIC | Is.SUBJECT):
                start = self._phrase_left(number, first)
                if start < number:
                    yield (start, number), number
            number += 1

    def _choose(self, candidates: list[tuple[Range, int]], end: End, *, nested: bool, first: int) -> tuple[Range, int] | None:
        """The candidate that speaks: a topic that can, else a subject that can and that the content doesn't need."""
        masks = self.masks
        topics = [(s, p) for s, p in candidates if masks[p] & Is.TOPIC and self._speaks(s)]
        if topics:
            late = [pair for pair in topics if self._after_break(pair[0][0], first)]
            chosen = late[-1] if late and not nested else topics[0]
            earlier = [pair for pair in candidates if pair[1] < chosen[0][0] and self._may_lead(pair, end, candidates)]
            return earlier[0] if earlier and nested else chosen
        subjects = [pair for pair in candidates if masks[pair[1]] & Is.SUBJECT and self._may_lead(pair, end, candidates)]
        if subjects:
            return subjects[0]
        if nested or not candidates or not masks[candidates[0][1]] & Is.TOPIC:
            return None
        source, particle = candidates[0]
        unknown = not any(masks[n] & (Is.DETERMINER | Is.NUMBER | Is.HOLLOW) for n in range(*source))
        needs = len(candidates) > 1 or end.kind in {"quote", "figure"}
        return candidates[0] if unknown and needs and self._opens(source[0], first) else None

    def _opens(self, number: int, first: int) -> bool:
        return all(self.masks[n] & (Is.ADVERB | Is.CONJUNCTION | Is.TIME | Is.COMMA) for n in range(first, number))

    def _after_break(self, number: int, first: int) -> bool:
        """Whether a clause of its own ends right before `number`, with a comma."""
        before = number - 1
        return before - 1 > first and bool(self.masks[before] & Is.COMMA) and self.c.words[before - 1].endswith(self.connectives)

    def _may_lead(self, pair: tuple[Range, int], end: End, candidates: list[tuple[Range, int]]) -> bool:
        """Whether a subject speaks, rather than being the content's own subject."""
        source, particle = pair
        if end.planned:
            return not self.masks[self._head(source)] & (Is.NUMBER | Is.HOLLOW)
        if not self._speaks(source) or self.masks[self._head(source)] & _SPEAKER == Is.DOCUMENT:
            return False
        if end.kind in {"figure", "object"} or particle + 1 in self.c.jump:
            return True
        if any(other > particle for _, other in candidates):
            return True
        return not self.masks[self._head(source)] & Is.STATE

    def _head(self, source: Range) -> int:
        """The last noun of a source, what stands in brackets put aside."""
        last = source[1] - 1
        while last > source[0] and self.masks[last] & Is.BRACKET:
            last = next((n for n in range(last - 1, source[0], -1) if self.masks[n] & Is.BRACKET), source[0] + 1) - 1
        return max(self.c.phrase_start(last), source[0])

    def _speaks(self, source: Range) -> bool:
        """Whether the words can be somebody who speaks."""
        head = self._head(source)
        word = self.c.words[head]
        letters = word.isascii() and word.isalpha() and len(word) > 1
        if self.masks[head] & _SPEAKER or (letters and not self.masks[head - 1] & Is.NUMBER):
            return True
        titled = any(self.masks[n] & Is.ROLE for n in range(source[0], head))
        return titled and not self.masks[head] & (Is.NUMBER | Is.HOLLOW | Is.VENUE)

    def _looks_native(self, source: Range) -> bool:
        """Whether the words are nothing but a native name."""
        word = self.c.words[source[0]]
        return source[1] - source[0] == 1 and len(word) == 3 and word[0] in self.pack.particles.surnames

    def _phrase_left(self, stop: int, low: int) -> int:
        """Where the noun phrase that ends before `stop` starts; `stop` if there is none."""
        masks, number = self.masks, stop
        floor = max(low, stop - _LONGEST_SOURCE)
        while number > floor:
            here = masks[number - 1]
            if number - 1 in self.c.back:
                number = self.c.back[number - 1]
            elif here & Is.BRACKET:
                opening = next((n for n in range(number - 2, floor - 1, -1) if masks[n] & Is.BRACKET), None)
                if opening is None:
                    break
                number = opening
            elif here & Is.JOINING and self._joins(number - 1):
                number -= 1
            elif here & Is.INSIDE:
                if not masks[start := self.c.phrase_start(number - 1)] & _SPEAKER or start < floor:
                    break
                number = start
            elif here & (_CASES | _EDGE | Is.JOINING | Is.MARKER_AFTER | Is.CITING) or self._verbal(number - 1):
                break
            elif here & Is.HOLLOW and not here & _SPEAKER and number < stop:
                break
            else:
                number -= 1
        while number < stop and (masks[number] & (Is.ADVERB | Is.TIME | Is.CONJUNCTION | Is.OWNER) or self._is_time(number)):
            number += 1
        return number

    def _joins(self, number: int) -> bool:
        """Whether a particle joins two who speak."""
        if number == self.first:
            return False
        before = self.masks[number - 1]
        return bool(before & (_SPEAKER & ~Is.STATE) or before & self.masks[number + 1] & Is.STATE)

    def _verbal(self, number: int) -> bool:
        """Whether the token is a verb, before its noun or carrying the sentence on."""
        mask = self.masks[number]
        if mask & (_SPEAKER | Is.NUMBER | Is.VENUE | Is.HOLLOW | Is.OWNER | Is.COPULA):
            return False
        word = self.c.words[number]
        return bool(mask & _CUE) or (len(word) > 1 and word.endswith((*self.connectives, *self.attributives)))

    def _is_time(self, number: int) -> bool:
        mask = self.masks[number]
        return bool(mask & Is.TIME) or bool(mask & Is.NUMBER and self.c.words[number].endswith(self.times))

    # --- where a content starts ----------------------------------------------------------------------------------

    def _lead_in(self, first: int, stop: int) -> int:
        """Past the words that tie a sentence to the one before."""
        while first < stop - 1 and self.masks[first] & (Is.ADVERB | Is.CONJUNCTION | Is.COMMA) and not self._modifies(first, stop):
            first = self.c.after(first)
        return first

    def _beyond_adjuncts(self, number: int, end: End) -> int:
        """Past what tells when, where and to whom was spoken."""
        stop = end.stop
        while number < stop:
            mask = self.masks[number]
            if mask & (Is.COMMA | Is.CONJUNCTION) or (mask & Is.ADVERB and not self._modifies(number, stop)):
                number = self.c.after(number)
            elif self._is_time(number) and (past := self._past_time(number, end)) is not None:
                number = past
            elif (past := self._past_venue(number, stop) or self._past_cited(number, stop)) is not None:
                number = past
            else:
                break
        return number

    def _modifies(self, number: int, stop: int) -> bool:
        """Whether an adverb belongs to a verb right after it ("앞서 파병된")."""
        after = self.c.after(number)
        return after < stop and self.c.words[after].endswith(self.attributives) and not self.masks[after] & _SPEAKER

    def _past_time(self, number: int, end: End) -> int | None:
        """Past a time of speaking; None where a clause in the content holds then ("지난 4월에는 …했으나")."""
        while number < end.stop and (
            self._is_time(number)
            or self.masks[number] & Is.BRACKET
            or (self.masks[number] & Is.NUMBER and self._is_time(number + 1))
        ):
            number = self.c.after(number)
        if number < end.stop and self.c.words[number] in self.pack.dates.at_after:
            return None
        if self.masks[number] & Is.CASE:
            if not self.masks[number] & Is.SPOKEN_AT:
                return None
            if end.kind != "figure" and any(self._carries_on(self.c.after(cue)) for cue in self._within(number, end.stop)):
                return None
            number += 1
        elif self.masks[number] & (Is.SUBJECT | Is.OWNER | Is.ACCUSATIVE | Is.COPULA) or number >= end.stop:
            return None
        return number

    def _past_venue(self, number: int, stop: int) -> int | None:
        """Past a place, medium or hearer of speech ("비공개 회의에서", "기자들을 만나")."""
        for ahead in range(number, min(stop - 1, number + 10)):
            mask = self.masks[ahead]
            if ahead in self.c.jump or mask & (Is.TOPIC | Is.SUBJECT | Is.QUOTATIVE | _EDGE) or mask & _CUE:
                return None
            if mask & (Is.VENUE | Is.OUTLET) and (end := self._spoken_at(ahead + 1, stop)) and not self._modifier(end):
                return end
        return None

    def _past_cited(self, number: int, stop: int) -> int | None:
        """Past whom the speaker cites."""
        for ahead in range(number, min(stop - 1, number + 10)):
            if self.masks[ahead] & Is.CITING:
                return self.c.after(ahead)
            if ahead in self.c.jump or self.masks[ahead] & (_CASES | _EDGE):
                return None
        return None

    def _spoken_at(self, number: int, stop: int) -> int | None:
        while number < stop and self.masks[number] & Is.BRACKET:
            number = next((n + 1 for n in range(number + 1, stop) if self.masks[n] & Is.BRACKET), stop)
        return self.c.after(number) if number < stop and self.masks[number] & Is.SPOKEN_AT else None

    # --- markers, chains, other constructions --------------------------------------------------------------------

    def _marker(self, number: int, first: int, stop: int) -> Draft | None:
        """'X에 따르면 …'."""
        start = self._phrase_left(number, first)
        after = self.c.after(number)
        while after < stop and self.masks[after] & Is.COMMA:
            after += 1
        if start == number or after >= stop:
            return None
        return Draft(
            ((after, stop),), (start, number), (number, self.c.after(number)), self.masks[number] | Is.MARKER, rule="marker",
            passed_on=self._cited(first, number),
        )

    def _cited(self, first: int, stop: int) -> Range | None:
        """Whom the speaker cites, between `first` and `stop`."""
        for number in self._within(first, stop):
            if self.masks[number] & Is.CITING and (start := self._phrase_left(number, first)) < number:
                return start, number
        return None

    def _relay(self, first: int, cue: int) -> Range | None:
        """The outlet that was spoken to, between `first` and the content or cue."""
        for number in range(first + 1, cue):
            here, before = self.masks[number], self.masks[number - 1]
            if here & (Is.CASE | Is.JOINING) and before & Is.OUTLET and not before & Is.ANAPHORIC:
                return number - 1, number
        return None

    def _relatives(self) -> None:
        """'…라고 주장한 X', and 'X가 신고한 인원은 10만 명이다' where the sentence has no other claim."""
        used = {draft.cue[1] for draft in self.drafts if draft.cue}
        for cue in self.cues:
            after = self.c.after(cue)
            if after in used or not self.masks[cue] & _CUE or not self.c.words[after - 1].endswith(self.attributives):
                continue
            begin = max((d.cue[1] for d in self.drafts if d.cue and d.cue[1] <= cue), default=self.first)
            end = self._content_end(cue, begin)
            if end is not None and end.kind in {"clause", "quote"}:
                self._said_by(cue, end, begin)
            elif not self.drafts and (draft := self._figure_of(cue, after)):
                self.drafts.append(draft)

    def _said_by(self, cue: int, end: End, begin: int) -> None:
        source, start, lead = self._source(begin, end, cue, nested=True)
        if source is None:
            after = self.c.after(cue)
            stop = next((n for n in range(after, min(self.stop, after + 8)) if self.masks[n] & (_CASES | _EDGE)), None)
            source = (after, stop) if stop is not None and stop > after and self._speaks((after, stop)) else None
        if source is not None and start < end.stop:
            content = self._content(start, end, lead)
            self.drafts.append(Draft(content, source, (cue, self.c.after(cue)), self.masks[cue], after=True, rule="relative"))

    def _figure_of(self, cue: int, after: int) -> Draft | None:
        """'X가 집계한 사망자는 600명이다'."""
        masks = self.masks
        found = self._beside(self.first, cue)
        topic = next((n for n in range(after, min(self.stop, after + 8)) if masks[n] & (Is.TOPIC | Is.SUBJECT)), None)
        if found is None or topic is None or not self._speaks_or_acts(found):
            return None
        counted = any(masks[n] & Is.NUMBER for n in range(topic, self.stop))
        content = (after, self.stop)
        return Draft((content,), found, (cue, after), masks[cue], rule="relative-figure") if counted else None

    def _speaks_or_acts(self, source: Range) -> bool:
        return not any(self.masks[n] & (Is.DETERMINER | Is.NUMBER | Is.HOLLOW) for n in range(*source))

    def _estimates(self) -> None:
        """'경찰 추산 2만 명', '경찰 집계로는 …': a cue noun right after who counted."""
        masks = self.masks
        nouns = [n for n in self.cues if masks[n] & Is.NOUN_CUE and not masks[n] & _CUE]
        found = [(n, start) for n in nouns if (start := self._phrase_left(n, self.first)) < n]
        for number, start in found:
            stop = next((n for n in range(start, number) if not masks[n] & (_SPEAKER | Is.INSIDE) and any(masks[m] & _SPEAKER for m in range(start, n))), number)
            if not any(masks[n] & _SPEAKER for n in range(start, stop)):
                continue
            after = number + 1
            if after < self.stop and masks[after] & (Is.MANNER | Is.AS):
                after = self.c.after(after)
                cue, begin = (stop, after), after + bool(masks[after] & Is.COMMA) if after < self.stop else after
                contents: tuple[Range, ...] = ((begin, self.stop),) if begin < self.stop else ()
            elif after < self.stop and masks[after] & Is.NUMBER:
                cue, contents = (stop, number + 1), self._counted(start, after, alone=len(found) == 1)
            else:
                continue
            if contents and not any(d.cue and d.cue[0] <= number < d.cue[1] for d in self.drafts):
                self.drafts.append(Draft(contents, (start, stop), cue, masks[number], rule="estimate"))

    def _counted(self, start: int, number: int, *, alone: bool) -> tuple[Range, ...]:
        """The number that was counted, with the rest of its sentence where no other count stands there."""
        masks = self.masks
        if alone and not self.drafts:
            low = self._lead_in(self.first, start)
            return ((low, start), (number, self.stop)) if start - low > 1 else ((number, self.stop),)
        stop = number
        while stop < self.stop and not masks[stop] & (_EDGE | _CASES | Is.JOINING | Is.NOUN_CUE | _SPEAKER):
            stop += 1
        return ((number, stop),)

    def _headline(self) -> Draft | None:
        """'국정원 “…”' and '국정원: …': a speaker and his words, with no verb."""
        masks, c = self.masks, self.c
        for number in range(self.first + 1, min(self.stop, self.first + 10)):
            if number in c.jump or masks[number] & (Is.COLON | Is.COMMA):
                source = (self.first, number)
                begin = number if number in c.jump else number + 1
                quoted = begin in c.jump and c.jump[begin] - begin > 4
                colon = bool(masks[number] & Is.COLON)
                if begin < self.stop and (quoted or colon) and (self._speaks(source) or self._looks_native(source)):
                    return Draft(((begin, c.jump[begin] if quoted else self.stop),), source, None, int(Is.CLAUSE), rule="headline")
                return None
            if masks[number] & _CASES:
                return None
        return None
