"""Who speaks, in languages whose predicates end their clauses: before the content, or between it and its cue.

Positions are token numbers of a document whose particles stand apart (`particles.py`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from factkit.extraction.clauses import Range
from factkit.extraction.head_final_contents import Contents, End
from factkit.extraction.head_final_phrases import CUE, SPEAKER, Phrases
from factkit.extraction.vocabulary import Is

_OPENING = Is.ADVERB | Is.CONJUNCTION | Is.TIME | Is.COMMA
_INNER = 14  # tokens from a subject to the hollow noun that its clause stands before
_NOBODY = Is.DETERMINER | Is.NUMBER | Is.HOLLOW


class Candidate(NamedTuple):
    """A noun phrase with the particle of a topic or a subject, which stands at token `particle`."""

    phrase: Range
    particle: int


class Found(NamedTuple):
    """Who speaks (None if nobody is named), where the content starts, and what of it stands before the source."""

    source: Range | None
    begin: int
    lead: Range | None = None


class Sources:
    """The sources of one region."""

    __slots__ = ("c", "collective", "contents", "masks", "phrases", "spoken")

    def __init__(self, phrases: Phrases, contents: Contents, *, spoken: bool) -> None:
        self.spoken = spoken  # whether the sentence before had a speaker, who may go on
        self.c, self.masks, self.phrases, self.contents = phrases.c, phrases.masks, phrases, contents
        self.collective = frozenset(contents.pack.particles.collective)

    def find(self, first: int, end: End, cue: int, *, nested: bool) -> Found:
        """Who speaks in the clause that starts at `first`; `nested`: it stands inside another claim."""
        if (beside := self.beside(end.stop, cue)) is not None:
            return Found(beside, self.contents.lead_in(first, end.stop))
        agentless = self.masks[cue] & Is.PASSIVE and not self.masks[cue] & Is.CLAUSE
        candidates = list(self.candidates(first, end.stop))
        if agentless:  # "증권가에서는 … 관측이 나온다"
            told = self.c.after(cue) - cue > 1
            candidates = [one for one in candidates if told and self._is_collective(one.particle)]
        chosen = self.choose(candidates, end, nested=nested, first=first)
        if chosen is None:
            begin = self.contents.lead_in(first, end.stop)
            bare = end.kind == "figure" and not agentless
            return Found(None, self.contents.beyond_adjuncts(begin, end) if bare else begin)
        return Found(chosen.phrase, self.contents.beyond_adjuncts(chosen.particle + 1, end), self._lead(chosen, first))

    def _is_collective(self, number: int) -> bool:
        """Whether the particle makes a topic of unnamed speakers."""
        return self.c.words[number] in self.collective or self.c.words[number - 1] in self.collective

    def _lead(self, chosen: Candidate, first: int) -> Range | None:
        """A part of the content before its source: '“…”라며 X는 “…”라고 말했다'."""
        quotative = chosen.phrase[0] - 1
        if quotative < first or not self.masks[quotative] & Is.QUOTATIVE:
            return None
        start = self.contents.lead_in(first, quotative)
        stop = quotative + (quotative - 1 not in self.c.back)
        return (start, stop) if start < stop else None

    def beside(self, begin: int, cue: int) -> Range | None:
        """The source between a content that ends before `begin` and its cue: a subject, or whose word it is."""
        masks = self.masks
        for number in range(cue - 1, begin - 1, -1):
            if masks[number] & (Is.TOPIC | Is.SUBJECT) and not (
                masks[number - 1] & Is.HOLLOW or self.contents.tells_claim(number - 1)
            ):
                first = self.phrases.phrase_left(number, begin)
                if first < number:
                    return first, number
        if masks[cue] & Is.NOUN_CUE:
            stop = cue - bool(masks[cue - 1] & Is.OWNER)
            first = self.phrases.phrase_left(stop, begin)
            if first < stop and self.phrases.speaks((first, stop)):
                return first, stop
        return None

    def candidates(self, first: int, stop: int) -> Iterator[Candidate]:
        """Phrases with a topic's or a subject's particle outside quotations."""
        number = first
        while number < stop:
            if self.masks[number] & (Is.TOPIC | Is.SUBJECT):
                among = self.c.words[number - 1] in self.collective and not self.masks[number - 1] & Is.ANONYMOUS
                last = number - among  # "주민들 | 사이에서는"
                start = self.phrases.phrase_left(last, first)
                if start < last:
                    yield Candidate((start, last), number)
            number = self.c.jump.get(number, number + 1)

    def choose(self, candidates: list[Candidate], end: End, *, nested: bool, first: int) -> Candidate | None:
        """The candidate that speaks: a topic that can, else a subject that can and that the content doesn't need."""
        leading = [one for one in candidates if self._may_lead(one, end, candidates) and not self._is_inner(one, end)]
        topics = [one for one in candidates if self.masks[one.particle] & Is.TOPIC and self.phrases.speaks(one.phrase)]
        if topics:
            late = [] if nested else [one for one in topics if self.after_break(one.phrase[0], first)]
            chosen = late[-1] if late else topics[0]
            if not nested:
                return chosen
            earlier = (one for one in leading if one.particle < chosen.phrase[0] and not self._owns_clause(one))
            return next(earlier, chosen)
        if leading:
            later = leading[1:] if self._owns_clause(leading[0]) else []
            fallback = None if later and not self.masks[leading[0].particle + 1] & CUE else leading[0]
            return next((one for one in later if self._quoted(one) or self.phrases.is_share(one.phrase)), fallback)
        told = not nested or (
            end.kind in {"clause", "quote"}
            and self.masks[end.cue] & Is.CLAUSE
            and bool(candidates)
            and candidates[0].phrase[1] - candidates[0].phrase[0] == 1
        )
        return self._unknown(candidates, end, first) if candidates and told else None

    def _unknown(self, candidates: list[Candidate], end: End, first: int) -> Candidate | None:
        """The topic that opens the clause, though no list knows it: where the content doesn't need it."""
        one = candidates[0]
        somebody = self.masks[one.particle] & Is.TOPIC and self.can_act(one.phrase) and not end.scheduled
        spared = (
            len(candidates) > 1
            or not self.spoken
            or end.kind in {"quote", "figure"}
            or self.contents.is_volitional(end)
        )
        opens = all(self.masks[n] & _OPENING or self.phrases.modifies(n) for n in range(first, one.phrase[0]))
        return one if somebody and spared and opens else None

    def _quoted(self, one: Candidate) -> bool:
        """Whether a quotation starts right after the phrase."""
        return one.particle + 1 in self.c.jump

    def _is_inner(self, one: Candidate, end: End) -> bool:
        """Whether the phrase is the subject of a clause before a hollow noun ("총리가 사퇴를 요구한 점에 대해 “…”")."""
        if not self.masks[one.particle] & Is.SUBJECT or self._quoted(one):
            return False
        stop = min(end.stop, one.particle + _INNER)
        for number in range(one.particle + 1, stop - 1):
            if number in self.c.jump or self.phrases.carries_on(number + 1):
                return False
            if self.masks[number + 1] & Is.HOLLOW and self.phrases.modifies(number):
                after = self.masks[number + 2] if number + 2 < stop else 0
                return bool(after & Is.CASE) and end.kind == "quote"
        return False

    def _owns_clause(self, one: Candidate) -> bool:
        """Whether the phrase is the subject of a clause before a noun ("경찰이 공개한 영상에서")."""
        verb = one.particle + 1
        while self.phrases.is_time(verb) or self.masks[verb] & Is.ADVERB:
            verb = self.c.after(verb)
        return bool(self.masks[one.particle] & Is.SUBJECT) and self.phrases.modifies(verb)

    def can_act(self, phrase: Range) -> bool:
        """Whether nothing shows that the words can be nobody."""
        first, stop = phrase
        aside = next((n for n in range(first + 1, stop) if self.masks[n] & Is.BRACKET), stop)
        tokens = [n for n in range(first, aside) if not self._is_decade(n)]
        return bool(tokens) and not any(self.masks[n] & _NOBODY and not self.masks[n] & Is.PRONOUN for n in tokens)

    def _is_decade(self, number: int) -> bool:
        """Whether the token tells somebody's age in tens of years ("30대 | 종업원")."""
        decades = self.contents.pack.figures.decades_of_age
        return bool(self.masks[number] & Is.NUMBER and decades) and self.c.words[number].endswith(decades)

    def after_break(self, number: int, first: int) -> bool:
        """Whether a clause of its own ends right before `number`, with a comma."""
        comma = number - 1
        return comma - 1 > first and bool(self.masks[comma] & Is.COMMA) and self.phrases.carries_on(comma)

    def _may_lead(self, one: Candidate, end: End, candidates: list[Candidate]) -> bool:
        """Whether a phrase speaks or plans, rather than being the content's own subject."""
        head = self.masks[self.phrases.head(one.phrase)]
        if end.planned:
            return self.phrases.speaks(one.phrase) if end.scheduled else not head & (Is.NUMBER | Is.HOLLOW | Is.TIME)
        quoted = self._quoted(one)
        if quoted and (self.phrases.looks_native(one.phrase) or self.phrases.is_counted(one.phrase)):
            return True
        if not self.phrases.speaks(one.phrase) or head & SPEAKER == Is.DOCUMENT:
            return False
        if end.kind in {"figure", "object"} or quoted:
            return True
        return candidates[-1].particle > one.particle or not head & (Is.STATE | Is.PRONOUN)
