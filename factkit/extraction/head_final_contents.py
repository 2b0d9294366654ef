"""Where a content before its cue starts and ends, in languages whose predicates end their clauses.

Positions are token numbers of a document whose particles stand apart (`particles.py`).
"""

from typing import NamedTuple

from factkit.extraction.clauses import Range
from factkit.extraction.head_final_phrases import CASES, CUE, EDGE, SPEAKER, Phrases
from factkit.extraction.particles import is_adnominal, points_ahead
from factkit.extraction.vocabulary import Is
from factkit.languages import LanguagePack

_LONGEST_GAP = 24  # tokens between the end of a content and its cue
_LONGEST_ADJUNCT = 10
_SPOKEN_WITH_VENUE = 2  # tokens: longer adjuncts of speaking hold their occasion ("과의 인터뷰에서")
_EVENT = 4  # tokens of an event between its date and "since"
_OWN_VERB = 4  # tokens after a particle within which a verb before its noun takes it
_FIGURE_REACH = 4  # tokens from a number to the particle that makes it a content
_TIES = Is.ADVERB | Is.CONJUNCTION | Is.COMMA  # what ties a sentence to the one before
_OF_CONTENT = Is.SUBJECT | Is.OWNER | Is.ACCUSATIVE | Is.COPULA  # particles that make a time a part of the content


class End(NamedTuple):
    """Where a content ends, how it is marked, where its cue starts; whether a noun tells it as a plan, and whether as
    one that things can have, too ("예정이다").

    Kinds: "clause" (a quotative ending, "것으로"), "figure" ("2천 명으로"), "object", "quote".
    """

    stop: int
    kind: str
    cue: int
    planned: bool = False
    scheduled: bool = False


class Contents:
    """The edges of contents in one region that has its cues at `cues`."""

    __slots__ = ("c", "cues", "masks", "pack", "phrases")

    def __init__(self, phrases: Phrases, pack: LanguagePack, cues: list[int]) -> None:
        self.c, self.masks, self.phrases, self.pack = phrases.c, phrases.masks, phrases, pack
        self.cues = cues

    # --- ends --------------------------------------------------------------------------------------------------------

    def end(self, cue: int, low: int) -> End | None:
        """The nearest end of a content before the cue at `cue`."""
        masks, back, mask = self.masks, self.c.back, self.masks[cue]
        if mask & Is.NOUN_CUE and not mask & CUE and not self._is_predicate(cue):
            return None
        number = cue - 1
        floor = max(low, cue - (1 if mask & Is.HOLLOW and mask & Is.NOUN_CUE else _LONGEST_GAP))
        while number >= floor:
            if number in back:
                if self._is_speech(number, cue):
                    return End(number + 1, "quote", cue) if mask & (Is.CLAUSE | Is.PASSIVE) else None
                number = back[number] - 1
                continue
            if found := self._marked_end(number, cue, low):
                return found
            start = self.c.phrase_start(number)
            if masks[start] & CUE and not masks[start] & Is.AMBIGUOUS:
                return None
            number = start - 1
        return None

    def _is_speech(self, last: int, cue: int) -> bool:
        """Whether the quotation that ends with token `last` is what somebody says, rather than a word or name."""
        particle, after = self.masks[last + 1], self.masks[last + 2] if last + 2 < len(self.masks) else 0
        if particle & Is.TOPIC and (after & (Is.HOLLOW | Is.NOUN_CUE) or last + 2 == cue):
            return True
        if particle & Is.MANNER and self.masks[cue] & Is.FIGURE:  # '“…안정될 것”으로 전망했다'
            return bool(self.masks[last - 1] & Is.HOLLOW)
        return bool(particle & Is.QUOTATIVE) or not particle & (CASES | Is.OWNER | Is.JOINING | Is.COPULA)

    def _is_predicate(self, cue: int) -> bool:
        """Whether a cue noun is followed by its verb ("설명이다"), rather than just named ("추산")."""
        return self.c.words[self.c.after(cue) - 1].endswith(self.pack.particles.finite)

    def _marked_end(self, number: int, cue: int, low: int) -> End | None:
        """A content that ends at `number`, by its last ending or particle."""
        here, mask = self.masks[number], self.masks[cue]
        if here & Is.QUOTATIVE and number - 1 not in self.c.back and not self._only_counts(number, cue):
            return End(number + 1, "clause", cue)
        if here & Is.TOPIC and number == cue - 1 and mask & Is.OBJECT and self.tells_claim(number - 1):
            return End(number - 1, "clause", number - 1)  # "…다는 주장은 일축했다"
        if here & Is.TOPIC and number == cue - 1 and mask & Is.OBJECT and self.masks[number - 1] & Is.HOLLOW:
            return End(number + 1, "object", cue)  # "…한 사실은 인정하면서도"
        if here & Is.MANNER:
            return self._manner_end(number, cue, mask)
        if here & Is.ACCUSATIVE:
            return self._object_end(number, cue, low)
        if number == cue - 1 and mask & Is.PLANNED and self.c.words[number].endswith(self.phrases.facts.purposive):
            return End(number + 1, "clause", cue)
        named = self.c.after(cue) - cue > 1 if mask & Is.PASSIVE else mask & Is.PLANNED and mask & Is.NOUN_CUE
        if number == cue - 1 and named and points_ahead(self.c.words[number]):
            plans = bool(mask & Is.PLANNED)
            return End(number + 1, "clause", cue, planned=plans, scheduled=plans and bool(mask & Is.WEAK))
        return None

    def tells_claim(self, number: int) -> bool:
        """Whether the noun at `number` is one of what is said, with its clause before it ("…다는 | 지적")."""
        said = self.masks[number] & (Is.HOLLOW | Is.NOUN_CUE) and self.masks[number - 1] & Is.QUOTATIVE
        return bool(said) and is_adnominal(self.c.words[number - 1])

    def _only_counts(self, number: int, cue: int) -> bool:
        """Whether the ending only ties a number to its noun, which tells nothing: "500명이라|는 숫자"."""
        told = number + 1 == cue or self.masks[number + 1] & (Is.HOLLOW | Is.NOUN_CUE | SPEAKER)
        return not told and is_adnominal(self.c.words[number]) and self.c.words[number - 1][0].isdigit()

    def _manner_end(self, number: int, cue: int, mask: int) -> End | None:
        """'…것으로', '…기로' and '2천여 명으로'."""
        nominal = mask & Is.INFINITIVE and self.c.words[number - 1].endswith(self.pack.grammar.infinitive_markers)
        ahead = range(number + 1, min(cue, number + 1 + _OWN_VERB))
        if any(self.phrases.modifies(n) and n not in self.c.back and not self.masks[n] & Is.NUMBER for n in ahead):
            return None  # "사기 혐의로 | 기소된 …": it belongs to that verb
        if self.masks[number - 1] & Is.HOLLOW or nominal:
            return End(number + 1, "clause", cue, planned=bool(nominal))
        counts = any(self.masks[n] & Is.NUMBER for n in range(max(0, number - _FIGURE_REACH), number))
        counts = counts or (number == cue - 1 and self._of_an_object(number))
        return End(number + 1, "figure", cue) if mask & Is.FIGURE and counts else None

    def _of_an_object(self, number: int) -> bool:
        """Whether an object stands before what it is taken for: "발사체를 미사일|로 추정하고"."""
        for before in range(number - 1, max(0, number - _LONGEST_ADJUNCT), -1):
            mask = self.masks[before]
            if mask & Is.ACCUSATIVE:
                return True
            if before in self.c.back or mask & (CASES | EDGE | CUE):
                return False
        return False

    def _object_end(self, number: int, cue: int, low: int) -> End | None:
        """'…다는 뜻을', '…한 사실을', and the object of a cue that takes one."""
        masks, mask = self.masks, self.masks[cue]
        before = masks[number - 1]
        if before & Is.HOLLOW and mask & (Is.CLAUSE | Is.OBJECT):
            if masks[number - 2] & Is.QUOTATIVE and is_adnominal(self.c.words[number - 2]):
                return End(number - 1, "clause", number - 1)
            if self.phrases.modifies(number - 2):
                return End(number + 1, "clause", cue)
        if self._is_told_before(number, low):
            return None  # '…다며 혐의를 부인했다': what is said ends before it
        adverbs = all(self.masks[n] & Is.ADVERB for n in range(number + 1, cue))
        direct = adverbs and not before & (Is.PRONOUN | Is.DETERMINER)
        return End(number + 1, "object", cue) if mask & Is.OBJECT and direct else None

    def _is_told_before(self, number: int, low: int) -> bool:
        """Whether a quotative ending stands right before the noun phrase that ends at `number`."""
        last = number - 1
        while last >= low and last not in self.c.back and not self.masks[last] & (CASES | EDGE):
            last -= 1
        while last > low and self.masks[last] & (Is.CASE | Is.COMMA) and last - 1 not in self.c.back:
            last -= 1  # "…라며, 의회에 | 지원을"
            while last > low and last not in self.c.back and not self.masks[last] & (CASES | EDGE):
                last -= 1
        told = last >= low and bool(self.masks[last] & Is.QUOTATIVE)
        return told and not is_adnominal(self.c.words[last])

    def is_volitional(self, end: End) -> bool:
        """Whether the content tells what its speaker will do ("돕겠다고")."""
        volitional = self.phrases.facts.volitional
        return end.kind == "clause" and bool(volitional) and self.c.words[end.stop - 2].endswith(volitional)

    # --- pieces ------------------------------------------------------------------------------------------------------

    def pieces(self, begin: int, end: End, lead: Range | None) -> tuple[Range, ...]:
        """The content's pieces, `lead` before them.

        Quotations are pieces by themselves, unless words that belong to what they say stand before them.
        """
        pieces = [lead] if lead else []
        quotes = self._quotes_before(begin, end.stop) if end.kind == "quote" else []
        if quotes:
            before = quotes[0][0] - 1
            named = Is.TOPIC | Is.SUBJECT | Is.ACCUSATIVE | Is.QUOTATIVE
            if before < begin or not self.masks[before] & named or self._tells_about(before, begin):
                return (*pieces, *quotes)
        return (*pieces, (begin, end.stop))

    def _tells_about(self, particle: int, begin: int) -> bool:
        """Whether the topic is no noun but what was spoken about: "다리 | 를 | 두고 | 는 “…”"."""
        if self.masks[particle - 1] & Is.TOPICAL:
            return True  # "…한 데 대해서|는 “…”"
        governs = particle - 2 >= begin and self.masks[particle - 2] & (Is.ACCUSATIVE | Is.JOINING)
        return bool(governs and self.masks[particle] & Is.TOPIC) and not self.masks[particle - 1] & SPEAKER

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
            elif quotes and (told := self._past_aside(number, begin)):
                number = told
            else:
                break
        return quotes

    def _past_aside(self, number: int, begin: int) -> int | None:
        """Where a quotation ends whose speaker goes on after a few words: '“…”라며, 야당을 향해 | “…”라고 했다'."""
        for last in range(number - 1, max(begin, number - _LONGEST_ADJUNCT), -1):
            mask = self.masks[last]
            if mask & Is.QUOTATIVE:
                return last if last - 1 in self.c.back and self.phrases.carries_on(last + 1) else None
            if last in self.c.back or mask & (CUE | Is.TOPIC | Is.SUBJECT | Is.TERMINAL):
                return None
        return None

    def _only_ties(self, number: int, begin: int) -> bool:
        """Whether words up to `number` only tie a quotation to one before them."""
        last = number - 1
        ties = last > begin and self.masks[last] & (Is.QUOTATIVE | _TIES)
        return bool(ties) and (last - 1 in self.c.back or bool(self.masks[last - 1] & Is.QUOTATIVE))

    # --- starts ------------------------------------------------------------------------------------------------------

    def lead_in(self, first: int, stop: int) -> int:
        """Past the words that tie a sentence to the one before."""
        while first < stop - 1 and self.masks[first] & _TIES and not self._goes_with_content(first, stop):
            first = self.c.after(first)
        return first

    def beyond_adjuncts(self, number: int, end: End) -> int:
        """Past what tells when, where and to whom was spoken, and who was cited."""
        while number < end.stop:
            past = self._past_tie(number, end.stop) or self._past_time(number, end)
            past = past or self._past_venue(number, end.stop) or self._past_cited(number, end.stop)
            if past is None:
                break
            number = past
        return number

    def _past_tie(self, number: int, stop: int) -> int | None:
        ties = self.masks[number] & _TIES and not self._goes_with_content(number, stop)
        return self.c.after(number) if ties else None

    def _goes_with_content(self, number: int, stop: int) -> bool:
        """Whether an adverb belongs to what is told ("이미 …했다고"), or to a verb right after it ("앞서 파병된")."""
        if self.c.words[number] in self.phrases.facts.of_content:
            return True
        after = self.c.after(number)
        verb = self.c.words[after] if after < stop and not self.masks[after] & SPEAKER else ""
        return bool(self.masks[number] & Is.ADVERB) and verb.endswith(self.phrases.attributives)

    def _past_time(self, number: int, end: End) -> int | None:
        """Past a time of speaking; None where the content holds then ("지난 4월에는 …했으나", "6시 기준")."""
        masks, is_time, start = self.masks, self.phrases.is_time, number
        if end.planned and masks[end.cue] & Is.NOUN_CUE:
            return None  # when it is to be
        while number < end.stop and (
            is_time(number)
            or (number > start and masks[number] & Is.BRACKET)
            or (masks[number] & Is.NUMBER and is_time(number + 1))
        ):
            number = self.c.after(number)
        if number == start or number >= end.stop or self.c.words[number] in self.pack.dates.at_after:
            return None
        if number == start + 1 and self.phrases.is_ahead(start):
            return None
        if any(word.startswith(self.pack.dates.since_after) for word in self.c.words[number : number + _EVENT]):
            return None  # "10월 7일 전쟁이 난 이래로 …"
        if any(self.phrases.is_clock(n) for n in range(start, number)) and not masks[number] & Is.CASE:
            return None  # to the hour: when it happened
        # "13일 3월 첫째 주 …": the day on which it was told, then when it was.
        coarse = next((n for n in range(start + 1, number) if self.phrases.is_coarse(n)), None)
        if coarse is not None and not self.phrases.is_coarse(coarse - 1) and masks[coarse - 1] & Is.NUMBER:
            return coarse
        if self.phrases.modifies(number):  # "당초 파견된": the verb's own time
            return None
        if not masks[number] & Is.CASE:
            return None if masks[number] & _OF_CONTENT or self.phrases.is_coarse(number - 1) else number
        inner = end.kind != "figure" and any(
            number <= cue < end.stop and self.phrases.carries_on(self.c.after(cue)) for cue in self.cues
        )
        inner = inner or (self.is_volitional(end) and self.phrases.is_coarse(number - 1))  # "9월에 돌아가겠다고"
        return None if inner or not masks[number] & Is.SPOKEN_AT else number + 1

    def _past_venue(self, number: int, stop: int) -> int | None:
        """Past a place, medium or hearer of speech ("비공개 회의에서", "기자들을 만나")."""
        for ahead in range(number, min(stop - 1, number + _LONGEST_ADJUNCT)):
            mask = self.masks[ahead]
            if ahead > number and mask & Is.SPOKEN_AT and self.c.after(ahead) - ahead > _SPOKEN_WITH_VENUE:
                return self.c.after(ahead)  # "데일리메일 | 과의 인터뷰에서"
            if ahead in self.c.jump or mask & (Is.TOPIC | Is.SUBJECT | Is.QUOTATIVE | EDGE | CUE):
                return None
            if mask & (Is.VENUE | Is.OUTLET):
                past = self._spoken_at(ahead + 1, stop)
                if past is not None and not (self.masks[past - 1] & Is.LOOSE and self.phrases.modifies(past)):
                    return self._past_venue(past, stop) or past
        return None

    def _spoken_at(self, number: int, stop: int) -> int | None:
        """Past the words that make an adjunct of the noun before, with what stands in brackets after it."""
        if number < stop and self.masks[number] & Is.BRACKET:
            number = next((n + 1 for n in range(number + 1, stop) if self.masks[n] & Is.BRACKET), stop)
        return self.c.after(number) if number < stop and self.masks[number] & Is.SPOKEN_AT else None

    def _past_cited(self, number: int, stop: int) -> int | None:
        for ahead in range(number, min(stop - 1, number + _LONGEST_ADJUNCT)):
            if self.masks[ahead] & Is.CITING:
                return self.c.after(ahead)
            governed = self.masks[ahead] & (Is.ACCUSATIVE | Is.CASE | Is.MANNER)
            relative = governed and self.phrases.modifies(ahead + 1)  # "익명을 요구한 …", "사안에 정통한 …"
            if ahead in self.c.jump or (self.masks[ahead] & (CASES | EDGE) and not relative):
                return None
        return None
