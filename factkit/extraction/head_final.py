"""Attributions where predicates end their clauses: the source in front or beside the cue, the content before the cue.

Read from the outside in: a clause's last cue, its content and its source; then the content as a clause of its own.
Positions are token numbers of a document whose particles stand apart (`particles.py`).
"""

from collections.abc import Iterator

from factkit.extraction.clauses import Clauses, Range, Region, between
from factkit.extraction.drafts import Draft, find_parents
from factkit.extraction.head_final_contents import Contents, End
from factkit.extraction.head_final_phrases import CASES, CUE, EDGE, SPEAKER, Phrases
from factkit.extraction.head_final_sources import Sources
from factkit.extraction.head_final_speeches import Speech, read_speech, said_before
from factkit.extraction.model import Document
from factkit.extraction.particles import particles_apart
from factkit.extraction.quotations import Quote, find_quotes
from factkit.extraction.regions import make_regions
from factkit.extraction.vocabulary import Is
from factkit.languages import LanguagePack

_WANTED = CUE | Is.NOUN_CUE | Is.MARKER_AFTER | Is.CITING | Is.AS
_NEAR = 8  # tokens from an attributive verb to the end of the noun phrase it belongs to
_LONGEST_HEADING = 10
_DOTS = "…"
_OBJECT = 4  # the same with the verb's object
_VERB = 2  # tokens from the ending on a quotation to the end of its verb
_SHORT_HEADING = 2  # tokens before a headline's quotation that are a name, though no list knows it
_SHORTEST_TITLE = 4  # the same between somebody known to speak and three dots
_SHORTEST_SPEECH = 5  # tokens, marks included, of a quotation that a speaker's name alone introduces


def find_head_final(document: Document) -> tuple[list[Draft], Clauses, Document]:
    """Every attribution in text order, the word classes it was read from, and the document with particles apart."""
    apart, particles = particles_apart(document)
    clauses = Clauses(apart)
    _classify(clauses, particles, frozenset(apart.pack.particles.collective))
    quotes = find_quotes(apart)
    cues = [number for number, mask in enumerate(clauses.masks) if mask & _WANTED]
    phrases = Phrases(clauses, apart.pack, document.published)
    drafts: list[Draft] = []
    for depth in range(max((quote.depth for quote in quotes), default=-1) + 2):
        clauses.set_quotes([quote for quote in quotes if quote.depth == depth])
        drafts += _read_regions(phrases, make_regions(apart, quotes, depth), _outside(cues, quotes, depth), apart.pack)
    clauses.set_quotes([quote for quote in quotes if quote.depth == 0])
    drafts = sorted(set(drafts), key=lambda draft: (draft.hull[0], -draft.hull[1], draft.cue or (0, 0)))
    parents = find_parents(drafts)
    kept = [d for d, parent in zip(drafts, parents, strict=True) if _stands(clauses, d, inside=parent is not None)]
    return kept, clauses, apart


def _classify(clauses: Clauses, particles: dict[int, int], collective: frozenset[str]) -> None:
    """Gives the tokens of particles their classes, except where a phrase of the pack begins or goes on."""
    masks = clauses.masks
    for number in [n for n, mask in enumerate(masks) if mask & Is.AMBIGUOUS]:
        if masks[number] & Is.MARKER_AFTER:
            masks[number] &= ~Is.AMBIGUOUS if number and masks[number - 1] & Is.DOCUMENT else 0
        elif number < 2 or not (particles.get(number - 1, 0) & Is.MANNER and masks[number - 2] & Is.HOLLOW):
            masks[number] &= ~(CUE | Is.AMBIGUOUS)  # 것으로 보고 있다, but not 국정원 보고
    for number in [n for n, mask in enumerate(masks) if mask & Is.QUOTATIVE and mask & Is.STATE]:
        if not number or clauses.ends[number - 1] != clauses.starts[number]:
            masks[number] &= ~Is.QUOTATIVE  # 이란: a country, unless it is written onto a quotation
    for number in [n for n in particles if n not in clauses.stops and not masks[n] & Is.INSIDE]:
        among = clauses.words[number - 1] in collective  # "주민들 사이에서"
        who = masks[number - 1] | (masks[number - 2] if among and number > 1 else 0)
        topic = (among or clauses.words[number] in collective) and who & Is.ANONYMOUS and particles[number] & Is.CASE
        masks[number] = (Is.TOPIC if topic else particles[number]) | (masks[number] & (Is.SPOKEN_AT | Is.LOOSE))


def _outside(cues: list[int], quotes: list[Quote], depth: int) -> list[int]:
    """The cues that stand in no quotation of the given depth."""
    result: list[int] = []
    begin = 0
    for quote in quotes:
        if quote.depth == depth:
            result += between(cues, begin, quote.first)
            begin = quote.stop
    return result + between(cues, begin, cues[-1] + 1) if cues else []


def _read_regions(phrases: Phrases, regions: list[Region], cues: list[int], pack: LanguagePack) -> list[Draft]:
    result: list[Draft] = []
    spoken = False
    last: _Reader | None = None
    pending: Speech | None = None  # what the sentence before only announced
    for region in regions:
        reader = _Reader(phrases, pack, region, between(cues, region.first, region.stop), spoken=spoken)
        found = reader.read()
        speech = reader.speech() if not region.depth and reader.cues else None
        if pending is not None and reader.only_quoted():
            found = [pending.of(reader.first, reader.stop)]
        elif last is not None and not found and reader.goes_on(last):
            found = [Draft(((reader.first, reader.stop),), None, None, 0, rule="carried")]
        elif speech is not None and last is not None:
            before = last.drafts
            told = said_before(speech, before, (last.first, last.stop), quoted=last.only_quoted())
            if told is not None:
                result[len(result) - len(before) :] = told
            if told is not None or speech.points:
                found = [draft for draft in found if not draft.hull[0] <= speech.cue[0] < draft.hull[1]]
        pending = speech if speech is not None and speech.points and not found else None
        reader.drafts, last = found, reader
        spoken = speech is not None or any(draft.source is not None or draft.carried for draft in found)
        result += [draft._replace(depth=region.depth) for draft in found] if region.depth else found
    return result


def _stands(clauses: Clauses, draft: Draft, *, inside: bool) -> bool:
    """Whether a draft is a claim of its own.

    An agentless one inside a claim is only its modality, and inside a quotation only a party's words are someone
    else's than the speaker's.
    """
    if draft.source is None:
        return not inside and not draft.depth
    return not draft.depth or any(clauses.masks[n] & (SPEAKER & ~Is.PRONOUN) for n in range(*draft.source))


class _Reader:
    """Reads one region: a sentence, or a sentence inside a quotation. `spoken`: the one before had a speaker."""

    __slots__ = ("c", "contents", "cues", "drafts", "first", "masks", "phrases", "sources", "spoken", "stop")

    def __init__(self, phrases: Phrases, pack: LanguagePack, region: Region, cues: list[int], *, spoken: bool) -> None:
        self.c, self.masks, self.phrases, self.spoken = phrases.c, phrases.masks, phrases, spoken
        self.first, self.stop = region.first, region.stop
        while self.stop > self.first and self.masks[self.stop - 1] & Is.TERMINAL:
            self.stop -= 1
        self.cues = between(cues, self.first, self.stop)
        self.contents = Contents(phrases, pack, self.cues)
        self.sources = Sources(phrases, self.contents, spoken=spoken)
        self.drafts: list[Draft] = []

    def read(self) -> list[Draft]:
        """The region's attributions."""
        if self.cues:
            self._clause(self.first, self.stop, None, nested=False)
            self._relatives()
            self._estimates()
            self._nouns()
        if not self.drafts and self.cues and (announced := self._announced()):
            return [announced]
        if not self.drafts and (self.cues or not self._spoken_with(self.first, self.stop)):
            self.drafts += self._headlines()
        return self.drafts

    def _announced(self) -> Draft | None:
        """'X는 이렇게 말했다: “…”'."""
        opening = self.c.back.get(self.stop - 1, self.first)
        if opening <= self.first or not self.masks[opening - 1] & Is.COLON:
            return None
        speech = read_speech(self.phrases, self.sources, self.first, opening - 1, self._last_cue)
        return speech.of(opening, self.stop) if speech is not None else None

    def only_quoted(self) -> bool:
        """Whether the region is nothing but one quotation."""
        return self.c.jump.get(self.first) == self.stop

    def goes_on(self, before: "_Reader") -> bool:
        """Whether the region is nothing but words quoted of whoever spoke in the one before, in its paragraph."""
        if not self.only_quoted() or self.stop - self.first < _SHORTEST_SPEECH + 2:
            return False
        told = any(draft.source is not None or draft.carried for draft in before.drafts)
        return told and "\n" not in self.c.text[self.c.ends[before.stop - 1] : self.c.starts[self.first]]

    def speech(self) -> Speech | None:
        """The speech that the region tells of without its words."""
        speech = read_speech(self.phrases, self.sources, self.first, self.stop, self._last_cue)
        return speech if speech is not None and (speech.points or not self.drafts) else None

    # --- clauses, from the outside in --------------------------------------------------------------------------------

    def _clause(self, first: int, stop: int, outer: Range | None, *, nested: bool) -> None:
        """Reads tokens `first` to `stop`: a source marker in front, or clauses in a row, each with its last cue.

        `outer` is the source of the claim around them, who is meant where no other source is named.
        """
        marks = (n for n in self._within(first, stop) if self.masks[n] & (Is.MARKER_AFTER | Is.AS))
        marker = next((n for n in marks if self.masks[n] & Is.MARKER_AFTER or self._is_result(n, first, stop)), None)
        if marker is not None and (draft := self._marker(marker, first, stop)):
            self.drafts.append(draft)
            source, covered = draft.source, draft.content[0]
            if source is not None and source[0] > first:
                self._clause(first, source[0], outer, nested=nested)
            self._clause(*covered, None, nested=True)
            self._clause(covered[1], stop, None, nested=False)
            return
        source = outer
        for begin, end in self._segments(first, stop, nested=nested):
            found = self._segment(begin, end, source, nested=nested)
            if found is not None and found.source is not None and not found.mask & Is.ADDRESSED:
                source = found.source
                self.sources.spoken = True

    def _within(self, first: int, stop: int) -> Iterator[int]:
        return (n for n in self.cues if first <= n < stop)

    def _segments(self, first: int, stop: int, *, nested: bool) -> list[Range]:
        """Clauses in a row: each but the last ends in a cue that carries the sentence on."""
        strict = not nested and self._last_cue(first, stop) is not None
        result: list[Range] = []
        begin = first
        for cue in self._within(first, stop):
            after = self.c.after(cue)
            asked = after + 1 < stop and self.masks[after + 1] & Is.QUOTATIVE  # "선고해 | 달라|고 요청했다"
            if self.masks[cue] & CUE and begin < after < stop and self.phrases.carries_on(after) and not asked:
                comma = bool(self.masks[after] & Is.COMMA)
                turns = comma or self._turns(after, stop)
                at_once = self.phrases.at_once(after) and not self.masks[cue] & Is.PASSIVE
                if self._closes(self.contents.end(cue, begin), strict=strict, comma=turns, at_once=at_once):
                    result.append((begin, after))
                    begin = after + comma
        return [*result, (begin, stop)] if begin < stop else result

    def _turns(self, first: int, stop: int) -> bool:
        """Whether another party's clause starts at `first`."""
        one = next(self.sources.candidates(first, min(stop, first + _NEAR)), None)
        return (
            one is not None
            and one.phrase[0] == first
            and bool(self.masks[one.particle] & Is.TOPIC and self.phrases.speaks(one.phrase))
        )

    def _closes(self, end: End | None, *, strict: bool, comma: bool, at_once: bool) -> bool:
        """Whether a cue that carries the sentence on closes a claim of its own, rather than being told in the next."""
        if end is None:
            return not strict and not comma
        return not strict or comma or end.kind in {"clause", "quote"} or (end.kind == "figure" and at_once)

    def _last_cue(self, first: int, stop: int) -> int | None:
        """The cue that ends the clause; what may follow it adds nothing ("보고한 바 있다")."""
        masks, last = self.masks, stop
        while last > first:
            start = self.c.phrase_start(last - 1)
            if masks[last - 1] & (Is.QUOTATIVE | Is.TERMINAL | Is.COMMA):
                last -= 1
            elif masks[last - 1] & Is.MANNER and masks[last - 2] & Is.HOLLOW:
                last -= 2
            elif masks[start] & Is.LIGHT and start > first:
                last = start
            else:
                ends = start >= first and masks[start] & (CUE | Is.NOUN_CUE) and self.c.after(start) == last
                return start if ends else None
        return None

    def _segment(self, first: int, stop: int, outer: Range | None, *, nested: bool) -> Draft | None:
        """The claim that the clause's last cue makes, with the claims inside its content."""
        cue = self._last_cue(first, stop)
        end = self.contents.end(cue, first) if cue is not None else None
        if cue is None or end is None:
            return None if nested else self._spoken_with(first, stop)
        source, begin, lead = self.sources.find(first, end, cue, nested=nested)
        if outer and source and self.masks[cue] & Is.DENIED and self._is_told(source, end):
            source, begin, lead = None, self.contents.lead_in(first, end.stop), None
        inherited, mask = source is None, self.masks[cue]
        if end.kind in {"clause", "quote"} and any(self.masks[n] & Is.ACCUSATIVE for n in range(end.stop, cue)):
            itself = end.cue == end.stop  # '…다는 주장을 부인했다': what the noun says is denied
            mask &= ~(Is.PLANNED | (0 if itself else Is.DENIED))  # '…다며 사과를 요구했다': what is said is no demand
            if itself and self.c.words[cue] in self.contents.pack.modality.denied:
                mask |= Is.DENIED  # '…다는 주장을 반박했다', but not '…다고 반박했다'
        if begin >= end.stop or (nested and inherited and (end.planned or end.kind == "object")):
            return None
        if source is None and not mask & Is.PASSIVE:
            source = outer
        if source is None and (end.kind == "object" or end.scheduled):
            return None
        draft = Draft(
            self.contents.pieces(begin, end, lead),
            source,
            (end.cue, self.c.after(cue)),
            mask,
            after=True,
            inherited=inherited,
            rule=f"last-{end.kind}",
            passed_on=self._cited(first, cue),
            carried=source is None and self._carried(mask),
        )
        draft = self._told_apart(self._with_relay(draft, begin, end), begin, end)
        self.drafts.append(draft)
        if end.kind != "object":
            self._clause(draft.content[-1][0], end.stop, draft.source, nested=True)
        return draft

    def _is_told(self, source: Range, end: End) -> bool:
        """Whether the subject belongs to what is denied: 'X는 …했지만, | 정부가 …했다는 주장은 부인했다'."""
        return end.cue == end.stop and bool(self.masks[source[1]] & Is.SUBJECT) and source[1] < end.stop

    def _with_relay(self, draft: Draft, begin: int, end: End) -> Draft:
        """The draft with the outlet that carries it: one that cites somebody, or one that was spoken to."""
        source = draft.source
        if source is not None and draft.passed_on is not None and self.masks[self.phrases.head(source)] & Is.OUTLET:
            return draft._replace(relay=source)
        lead = source is not None and source[1] <= begin
        relay = self._told_to(source[1], begin) if source is not None and lead else None
        return draft._replace(relay=relay or self._told_to(end.stop, end.cue))

    def _told_to(self, low: int, high: int) -> Range | None:
        """The outlet between tokens `low` and `high` to which something was said."""
        for number in range(low + 1, high):
            here, before = self.masks[number], self.masks[number - 1]
            if here & (Is.CASE | Is.JOINING | Is.SPOKEN_AT) and before & Is.OUTLET:
                first = self.phrases.phrase_left(number, low)
                first = number - 1 if self.c.jump.keys() & range(first, number) else first
                if first < number - 1 or not before & Is.ANAPHORIC:
                    return first, number
        return None

    def _told_apart(self, draft: Draft, begin: int, end: End) -> Draft:
        """'경찰은 1만 명, 주최 측은 10만 명으로 추산했다': one cue for several, of whom the last is returned."""
        if draft.source is None or end.kind == "quote":
            return draft
        for one in list(self.sources.candidates(begin, end.stop)):
            comma = one.phrase[0] - 1
            topic = self.masks[one.particle] & Is.TOPIC and self.masks[comma] & Is.COMMA
            counts = any(self.masks[n] & Is.NUMBER for n in range(begin, comma))
            if topic and counts and self.phrases.speaks(one.phrase):
                self.drafts.append(draft._replace(content=((begin, comma),)))
                begin = one.particle + 1
                draft = draft._replace(source=one.phrase, content=((begin, end.stop),))
        return draft

    def _carried(self, mask: int) -> bool:
        """Whether a claim without a source goes on with the speaker before: no hearsay, and estimates only at once."""
        return not mask & Is.WEAK and (self.spoken or not mask & Is.PASSIVE or bool(mask & Is.CLAUSE))

    def _spoken_with(self, first: int, stop: int) -> Draft | None:
        """'X는 “…”라며 고개를 숙였다', 'X는 …다고 읊조렸다': words with a verb that no list knows."""
        quotative = (n for n in range(stop - 1, first, -1) if self.masks[n] & Is.QUOTATIVE)
        number = next((n for n in quotative if n - 1 in self.c.back or self._ends_at(n, stop)), None)
        if number is None:
            return None
        quoted, goes_on = number - 1 in self.c.back, self.phrases.carries_on(number + 1)
        if not goes_on and not (number + _VERB <= stop <= number + _OBJECT and self.phrases.is_finite(stop - 1)):
            return None
        end = End(number, "quote", number) if quoted else End(number + 1, "clause", number + 1)
        found = self.sources.candidates(first, self.c.back[number - 1] if quoted else number)
        candidates = [one for one in found if self.c.jump.get(one.phrase[0]) != one.phrase[1]]
        chosen = self.sources.choose(candidates, end, nested=False, first=first)
        if chosen is None:
            return None
        content = self.contents.pieces(chosen.particle + 1, end, None)
        cue = (number, number + 1) if goes_on else (number + 1, stop)
        draft = Draft(content, chosen.phrase, cue, Is.CLAUSE, after=True, rule="while")
        self.drafts.append(draft)
        return draft

    def _ends_at(self, number: int, stop: int) -> bool:
        """Whether nothing but a verb, with an object if that, stands between the ending at `number` and `stop`."""
        with_object = number + _OBJECT == stop and self.masks[stop - 2] & Is.ACCUSATIVE
        return number + _VERB == stop or bool(with_object)

    # --- markers and citations ---------------------------------------------------------------------------------------

    def _marker(self, number: int, first: int, stop: int) -> Draft | None:
        """'X에 따르면 …'."""
        source, after = self._told_by(number, first), self.c.after(number)
        cue = (number, after)
        while after < stop and self.masks[after] & Is.COMMA:
            after += 1
        if source is None or after >= stop:
            return None
        stop = self._marker_stop(after, stop)
        mask, cited = self.masks[number] | Is.MARKER, self._cited(first, number)
        return Draft(((after, stop),), source, cue, mask, rule="marker", passed_on=cited)

    def _is_result(self, number: int, first: int, stop: int) -> bool:
        """Whether what somebody found out follows: '경찰 조사 결과 …', '협회가 회원을 조사한 결과 …'."""
        after = self.c.after(number)
        if after < stop and self.masks[after] & (CASES | Is.OWNER | Is.JOINING | Is.COPULA | Is.MARKER_AFTER):
            return False
        before = list(self.sources.candidates(first, number))
        if any(self.masks[one.particle] & Is.TOPIC and self.phrases.speaks(one.phrase) for one in before):
            return False  # '경찰은 조사 결과 …라고 밝혔다'
        found = self.c.words[number - 1] in self.phrases.facts.finding
        document = self.masks[number - 1] & Is.DOCUMENT and not self.phrases.is_time(number - 2)  # "3월 | 말 기준"
        return bool(document) or (found and self._finder(number, first) is not None)

    def _finder(self, number: int, first: int) -> Range | None:
        """The subject of the verb of finding out before the word of a result at `number`."""
        subjects = (one for one in self.sources.candidates(first, number) if self.masks[one.particle] & Is.SUBJECT)
        return next((one.phrase for one in subjects if self.sources.can_act(one.phrase)), None)

    def _told_by(self, number: int, first: int) -> Range | None:
        """Who or what stands before the marker at `number`: who was given it, where that is told with it."""
        if self.masks[number] & Is.AS and not self.masks[number - 1] & Is.DOCUMENT:
            return self._finder(number, first)
        start = self.phrases.phrase_left(number, first)
        if start < number:
            return self._with_author(start, number, first), number
        if not self.masks[self.c.phrase_start(number - 1)] & Is.CITING:
            return None
        given = (one.phrase for one in self.sources.candidates(first, number) if self.phrases.speaks(one.phrase))
        return next(given, None) or self._cited(first, number)

    def _with_author(self, start: int, stop: int, first: int) -> int:
        """Where a source starts that is a document with the clause telling whose it is ("통계청이 발표한 자료")."""
        head = self.masks[self.phrases.head((start, stop))] if start < stop else SPEAKER
        if start == first or not self.phrases.modifies(start - 1) or (head & SPEAKER and not head & Is.DOCUMENT):
            return start
        for one in self.sources.candidates(max(first, start - 2 * _NEAR), start):
            if self.masks[one.particle] & Is.SUBJECT and self.sources.can_act(one.phrase):
                return one.phrase[0]
        return start

    def _marker_stop(self, first: int, stop: int) -> int:
        """Where what a marker covers ends: before another party's clause, if no party was named until there."""
        topics = (one for one in self.sources.candidates(first, stop) if self.masks[one.particle] & Is.TOPIC)
        speaker = next((one for one in topics if self.phrases.speaks(one.phrase)), None)
        if speaker is not None and self.sources.after_break(speaker.phrase[0], first):
            return speaker.phrase[0] - 1
        return stop

    def _cited(self, first: int, stop: int) -> Range | None:
        """Whom the speaker cites, between `first` and `stop`."""
        for number in self._within(first, stop):
            if self.masks[number] & Is.CITING:
                cited = self.phrases.phrase_left(number, first), number
                if cited[0] == number or self.phrases.is_document(cited):
                    continue
                if self.phrases.speaks(cited) or any(self.masks[n] & SPEAKER for n in range(*cited)):
                    return cited
                relayed = any(self.masks[n] & Is.OUTLET for n in range(first, cited[0]))
                if relayed and not self.masks[cited[1] - 1] & (Is.HOLLOW | Is.NUMBER | Is.NOUN_CUE | Is.VENUE):
                    return cited  # nobody that a list knows
        return None

    # --- claims told by a verb before a noun, or by a noun -----------------------------------------------------------

    def _relatives(self) -> None:
        """'…라고 주장한 X', and 'X가 신고한 인원은 10만 명이다' where the sentence has no other claim."""
        used = {draft.cue[1] for draft in self.drafts if draft.cue}
        for cue in self.cues:
            after = self.c.after(cue)
            if after in used or not self.masks[cue] & CUE or not self.phrases.modifies(after - 1):
                continue
            begin = max((d.cue[1] for d in self.drafts if d.cue and d.cue[1] <= cue), default=self.first)
            end = self.contents.end(cue, begin)
            if end is not None and end.kind in {"clause", "quote"}:
                self._said_by(cue, end, begin)
            elif not self.drafts and (draft := self._figure_of(cue, after)):
                self.drafts.append(draft)

    def _said_by(self, cue: int, end: End, begin: int) -> None:
        """'…라고 주장한 X' and 'X가 …라고 주장한 Y': the subject before, else the noun after."""
        source, start, lead = self.sources.find(begin, end, cue, nested=True)
        after = self.c.after(cue)
        if source is None or self.masks[source[1]] & Is.TOPIC:  # a topic belongs to the whole sentence
            near = range(after, min(self.stop, after + _NEAR))
            stop = next((n for n in near if self.masks[n] & (CASES | EDGE)), after)
            if stop > after and self.phrases.speaks((after, stop)):
                source = (after, stop)
            elif source is not None and not self.phrases.speaks(source):
                source = None
        if source is not None and start < end.stop:
            content = self.contents.pieces(start, end, lead)
            self.drafts.append(Draft(content, source, (cue, after), self.masks[cue], after=True, rule="relative"))

    def _figure_of(self, cue: int, after: int) -> Draft | None:
        """'X가 집계한 사망자는 600명이다'."""
        source = self.sources.beside(self.first, cue)
        near = range(after, min(self.stop, after + _NEAR))
        topic = next((n for n in near if self.masks[n] & (Is.TOPIC | Is.SUBJECT)), None)
        if source is None or topic is None or not self.sources.can_act(source):
            return None
        if any(self.masks[n] & CASES for n in range(source[1] + 1, cue)):
            return None  # "업체들이 보면 여당을 지지하는 사람은": another verb's subject
        if not any(self.masks[n] & Is.NUMBER for n in range(topic, self.stop)):
            return None
        return Draft(((after, self.stop),), source, (cue, after), self.masks[cue], rule="relative-figure")

    def _estimates(self) -> None:
        """'경찰 추산 2만 명', '경찰 집계로는 …': a cue noun right after who counted."""
        nouns = [n for n in self.cues if self.masks[n] & Is.NOUN_CUE and not self.masks[n] & CUE]
        nouns = [n for n in nouns if not self._is_cited(n)]
        found = [(n, start) for n in nouns if (start := self.phrases.phrase_left(n, self.first)) < n]
        taken = [draft.cue for draft in self.drafts if draft.cue]
        for number, start in found:
            stop = self._party_stop(start, number)
            result = number + bool(self.masks[number + 1 : number + 2] and self.masks[number + 1] & Is.AS)
            if stop == start or any(first <= result and number < last for first, last in taken):
                continue
            contents, after = self._estimated(start, number, alone=len(found) == 1)
            if contents:
                self.drafts.append(Draft(contents, (start, stop), (stop, after), self.masks[number], rule="estimate"))

    def _nouns(self) -> None:
        """'…다는 국정원의 추산은': a content told by a noun that belongs to its source."""
        masks = self.masks
        for number in [n for n in self.cues if masks[n] & Is.NOUN_CUE and not masks[n] & CUE]:
            start = self.phrases.phrase_left(number, self.first)
            if self._is_cited(number):
                continue
            stop = number - bool(masks[number - 1] & Is.OWNER)
            if start == self.first or start >= stop or not masks[start - 1] & Is.QUOTATIVE:
                continue
            if self.phrases.carries_on(start):
                continue  # '“…”며 노조 주장을 반박했다'
            if not self.phrases.speaks((start, stop)):
                continue
            topics = (one for one in self.sources.candidates(self.first, start) if masks[one.particle] & Is.TOPIC)
            speaker = next((one for one in topics if self.phrases.speaks(one.phrase)), None)
            begin = speaker.particle + 1 if speaker else self.contents.lead_in(self.first, start)
            content = self.contents.pieces(begin, End(start - (start - 2 in self.c.back), "quote", number), None)
            self.drafts.append(Draft(content, (start, stop), (number, number + 1), masks[number], rule="noun"))

    def _is_cited(self, number: int) -> bool:
        """Whether the noun only names what somebody cites ("…고 당국 발표를 인용해 전했다")."""
        return number + 1 < self.stop and bool(self.masks[number + 1] & Is.CITING)

    def _party_stop(self, start: int, stop: int) -> int:
        """Where the one who counted ends: after the last word from `start` on that can speak ("경찰 | 비공식"), with
        what stands in brackets after it.
        """
        if self.masks[stop - 1] & Is.BRACKET:
            return stop
        while stop > start and not self.masks[self.c.phrase_start(stop - 1)] & SPEAKER:
            stop -= 1
        return stop

    def _estimated(self, start: int, number: int, *, alone: bool) -> tuple[tuple[Range, ...], int]:
        """What was counted, and where the cue ends: the sentence after '추산으로', or the number after '추산'."""
        masks, after = self.masks, number + 1
        if after < self.stop and masks[after] & (Is.MANNER | Is.AS):
            after = self.c.after(after)
            begin = after + (after < self.stop and bool(masks[after] & Is.COMMA))
            return ((begin, self.stop),) if begin < self.stop else (), after
        inside = start > self.first and bool(masks[start - 1] & Is.BRACKET)
        if inside and after < self.stop and masks[after] & Is.BRACKET:  # "6만 명(주최 측 추산)"
            first = self.phrases.phrase_left(start - 1, self.first)
            counts = any(masks[n] & Is.NUMBER for n in range(first, start - 1))
            return ((first, start - 1),) if counts else (), after
        hedged = after < self.stop and self.c.words[after] in self.phrases.facts.hedges  # "경찰 추산 | 약 | 5만 명"
        if after + hedged >= self.stop or not masks[after + hedged] & Is.NUMBER:
            return (), after
        if alone and not self.drafts and not inside:
            low = self.contents.lead_in(self.first, start)
            return (((low, start), (after, self.stop)) if start - low > 1 else ((after, self.stop),)), after
        stop, ends = after, EDGE | CASES | Is.JOINING | Is.NOUN_CUE | SPEAKER | (Is.BRACKET if inside else 0)
        while stop < self.stop and not masks[stop] & ends:
            stop += 1
        return ((after, stop),), after

    def _headlines(self) -> Iterator[Draft]:
        """The headlines that three dots join ("시장 “…”…노조 “…” 반발")."""
        begin = self.first
        while begin < self.stop:
            stop = begin
            while stop < self.stop and self.c.words[stop] != _DOTS:
                stop = self.c.jump.get(stop, stop + 1)
            if draft := self._headline(begin, stop):
                yield draft
            begin = stop + 1

    def _headline(self, first: int, stop: int) -> Draft | None:
        """'국정원 “…”' and '국정원: …': a speaker and his words, with no verb, or the noun of one ("반발")."""
        masks, jump = self.masks, self.c.jump
        near = range(first + 1, min(stop, first + _LONGEST_HEADING))
        number = next((n for n in near if n in jump or masks[n] & (Is.COLON | Is.COMMA | CASES)), None)
        if number is not None and masks[number] & Is.CASE:
            return self._headline(number + 1, stop)  # "휴전안에 | 유엔 “…”"
        if number is None or masks[number] & CASES:
            return None
        source, begin = (first, number), number if number in jump else number + 1
        if any(masks[n] & Is.TERMINAL for n in range(*source)):
            return None
        length = jump.get(begin, begin) - begin
        dots = length and jump[begin] == stop and _DOTS in self.c.words[max(0, first - 1) : stop + 1]
        told = bool(length) and jump[begin] + 1 == stop and bool(masks[jump[begin]] & Is.NOUN_CUE)
        if self.cues and not told and not dots:
            return None
        known = self.phrases.speaks(source)
        rest = range(jump[begin], stop) if length else ()
        if rest and not any(masks[n] & (CUE | Is.NOUN_CUE) for n in rest):
            return None  # 경찰 '민생 대책' 회의 열어
        quoted = length >= _SHORTEST_SPEECH or (length >= _SHORTEST_TITLE and (dots or told) and known)
        if begin >= stop or not (quoted or masks[number] & Is.COLON):
            return None
        whole = quoted and jump[begin] + told >= stop
        named = whole and number - first <= _SHORT_HEADING
        named = named and not any(
            masks[n] & (Is.NUMBER | Is.HOLLOW | Is.ADVERB | Is.CONJUNCTION) for n in range(*source)
        )
        counted = whole and self.phrases.is_counted(source)
        if not (named or known or counted or self.phrases.looks_native(source)):
            return None
        cue = (jump[begin], stop) if told else None
        return Draft(((begin, jump[begin] if quoted else stop),), source, cue, Is.CLAUSE, rule="headline")
