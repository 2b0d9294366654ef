"""Attributions where endings tell the subject: the source on either side of its cue, clauses set apart by commas.

Adjuncts ("on Monday after a briefing", "to reporters") may stand anywhere between cue and source; word endings tell
them from the source. All positions are token numbers; nothing here knows a word.
"""

from dataclasses import replace

from factkit.extraction.clauses import Clauses, Range, Region, between
from factkit.extraction.drafts import Draft
from factkit.extraction.vocabulary import VERB_CUE, Is

_MARK = Is.COMMA | Is.TERMINAL | Is.COLON | Is.SEMICOLON | Is.DASH
_LINK = Is.COMMA | Is.DASH
_JOIN = Is.CONJUNCTION | Is.CONTRAST
_NOUN = Is.ROLE | Is.BODY | Is.OUTLET | Is.DOCUMENT | Is.ANONYMOUS
_CUE = VERB_CUE | Is.PASSIVE
_LEAD = Is.ADVERB | Is.NEGATION | Is.AUXILIARY
_OPENER = Is.COMPLEMENTIZER | Is.RELATIVE | Is.SUBORDINATOR
_CITE = Is.CITING | Is.CITED_BY
_PHRASE_STOP = _MARK | _OPENER | _CITE | Is.QUOTE | Is.CONTRAST | Is.MARKER | Is.TO | Is.AUXILIARY | Is.AS | Is.ANAPHOR
_LONGEST_ADJUNCT = 20  # tokens between a cue and its source or complement
_LONGEST_MARKER = 4  # tokens between the two ends of a source marker
_LONGEST_SOURCE = 30
_SHORTEST_VERB = 5  # letters of a word whose ending tells a finite verb


class CaseMarkedReader:
    """Reads one region cue by cue, from left to right."""

    __slots__ = ("c", "cues", "drafts", "first", "last_source", "low", "masks", "pending", "previous", "stop")

    def __init__(self, clauses: Clauses, region: Region, cues: list[int], previous: Range | None = None) -> None:
        self.c, self.masks = clauses, clauses.masks
        self.first, self.stop = region.first, region.stop
        while self.stop > self.first and self.masks[self.stop - 1] & Is.TERMINAL:
            self.stop -= 1
        self.cues = between(cues, self.first, self.stop)
        self.previous = previous
        self.drafts: list[Draft] = []
        self.low = self.first  # nothing before it belongs to a content that precedes its cue
        self.last_source: Range | None = None
        self.pending: tuple[Range, int] | None = None

    def read(self) -> list[Draft]:
        """The region's attributions."""
        quoted = [(a, b) for a, b in self.c.jump.items() if self.first <= a < self.stop] if self.cues else []
        skip_to = 0
        for number in self.cues:
            if number < skip_to or any(a < number < b for a, b in quoted):
                continue
            mask, stop = self.masks[number], self.c.stops.get(number, number + 1)
            if mask & (Is.IDIOM | _CITE):
                skip_to = stop
                if mask & _CITE:
                    self._cite(stop, mask)
                continue
            draft = self._read_cue(number, stop, mask)
            if draft is not None:
                self.drafts.append(self._with_citation(draft))
                if draft.source is not None and not draft.inherited:
                    self.last_source = draft.source
        if headline := self._headline():
            self.drafts.append(headline)
        whole = [draft for draft in self.drafts if all(first < stop for first, stop in draft.content)]
        return [draft for draft in whole if draft.source or not self._is_mood(draft)]

    def _headline(self) -> Draft | None:
        """'Reuters: at least 20 dead'."""
        end = self._phrase_right(self.first, self.stop)
        colon = end if end < self.stop and self.masks[end] & Is.COLON else None
        if colon is None or colon + 2 >= self.stop or colon + 1 in self.c.jump or not self.c.capital(self.first):
            return None
        inside = range(self.first, end)
        speaks = any(self.masks[n] & (Is.OUTLET | Is.BODY | Is.ROLE | Is.PLACE) for n in inside)
        names = all(self.c.capital(n) and not self.masks[n] & ~Is.OBLIQUE_WORD for n in inside) and len(inside) > 1
        if not (speaks or names) or any(
            self.masks[n] & (Is.NUMBER | Is.DOCUMENT | Is.TIME) or self._oblique(n) for n in inside[:1]
        ):
            return None
        return Draft(((colon + 1, self.stop),), (self.first, end), (colon, colon + 1), Is.CLAUSE, rule="headline")

    def _is_mood(self, agentless: Draft) -> bool:
        """Whether an attribution to nobody stands inside another one, where it only says how sure it is."""
        first, stop = agentless.hull
        return any(
            draft.source and draft.hull[0] <= first and stop <= draft.hull[1]
            for draft in self.drafts
            if draft is not agentless
        )

    def _read_cue(self, number: int, stop: int, mask: int) -> Draft | None:
        if mask & Is.MARKER:
            return self._marker((number, stop), None, mask)
        if mask & Is.MARKER_HEAD and (opener := self._marker_opener(number)) is not None:
            return self._marker((opener, stop), number, mask | Is.MARKER)
        if mask & _CUE and (number == self.first or not self.c.capital(number)):
            return self._verb(number, stop, mask)
        if mask & Is.NOUN_CUE:
            return self._noun(number, stop, mask)
        return None

    # --- verbs ---------------------------------------------------------------------------------------------------

    def _verb(self, number: int, stop: int, mask: int) -> Draft | None:
        masks, lead = self.masks, number
        while lead > self.first and (masks[lead - 1] & _LEAD or self._inside_lead(lead - 1)):
            lead -= 1
        if any(masks[n] & Is.NEGATION for n in range(lead, number)):
            return None
        cue = (number, stop)
        if mask & Is.PARTICIPLE:
            return self._participle(cue, mask)
        if draft := self._as_clause(lead, cue, mask):
            return draft
        if masks[self.first] & Is.ABOUT and (source := self._speaker_right(cue[1], mask)):
            return self._topic(source, cue, mask)
        if draft := self._anaphor(lead, cue, mask):
            return draft
        if mask & Is.CLAUSE and (draft := self._inverted(lead, cue, mask)):
            return draft
        if draft := self._seated(lead, cue, mask):
            return draft
        if mask & Is.PASSIVE:
            return self._passive(lead, cue, mask)
        return self._with_subject(lead, cue, mask)

    def _inside_lead(self, number: int) -> bool:
        return bool(self.masks[number] & Is.INSIDE) and bool(self.masks[self.c.phrase_start(number)] & _LEAD)

    def _participle(self, cue: Range, mask: int) -> Draft | None:
        source = self.last_source or self._main_subject(cue[0])
        content = self._content_right(cue[1], mask)
        return Draft((content,), source, cue, mask, inherited=True, rule="participle") if source and content else None

    def _with_subject(self, lead: int, cue: Range, mask: int) -> Draft | None:
        """'X said that …', and 'said X that …'."""
        masks, after = self.masks, cue[1]
        source, inherited = self._subject(lead)
        if source is None and not inherited:
            source = self._source_right(cue[1], mask)
            after = source[1] if source else after
        if source is None or masks[source[0]] & Is.FIRST_PERSON:
            return None
        content = self._content_right(after, mask)
        if content is not None:
            return Draft((content,), source, cue, mask, inherited=inherited, rule="right")
        if inherited or not mask & Is.CLAUSE or source[0] > cue[0] or masks[source[0]] & Is.RELATIVE:
            return self._topic(source, cue, mask)
        if mask & Is.WEAK and not self._quote_ends(source[0]):
            return None
        contents = self._content_left(source[0], cue[1])
        if contents:
            return Draft(contents, source, cue, mask, after=True, rule="left")
        return self._topic(source, cue, mask)

    def _topic(self, source: Range, cue: Range, mask: int) -> Draft | None:
        """'Of the soldier's capture the service reported': the thing spoken about opens the sentence."""
        masks, first = self.masks, self.first
        edge = min(source[0], cue[0])
        while edge > first and masks[edge - 1] & (_LEAD | Is.TIME):
            edge -= 1
        if not (mask & Is.OBJECT and masks[first] & Is.ABOUT) or edge - first < 2:
            return None
        if masks[first + 1] & Is.INDEFINITE or any(masks[n] & _MARK for n in range(first, edge)):
            return None
        self.low = max(source[1], cue[1])
        return Draft(((first + 1, edge),), source, cue, mask, after=True, rule="topic")

    def _as_clause(self, lead: int, cue: Range, mask: int) -> Draft | None:
        """'As X reports, …' and '…, as X reported, …'."""
        opener = lead - 1
        while opener > self.first and lead - opener < 8 and not self.masks[opener] & (_MARK | Is.AS):
            opener -= 1
        if opener < self.first or not self.masks[opener] & Is.AS or not mask & Is.CLAUSE:
            return None
        if opener > self.low and not self.masks[opener - 1] & (_LINK | _JOIN):
            return None
        inner = self._subject(lead)[0] if lead - opener > 1 else None
        source = inner or self._speaker_right(cue[1], mask)
        stop = self._adjuncts_end(max(cue[1], source[1] if source else 0))
        if source is None or (stop < self.stop and not self.masks[stop] & _MARK):
            return None
        whole = (opener, cue[1]) if inner is None else cue
        if contents := self._content_left(opener, stop):
            return Draft(contents, source, whole, mask, after=True, rule="as")
        start = stop + 1
        return (
            Draft(((start, self._end(start, Is.CLAUSE)),), source, whole, mask, rule="as")
            if start < self.stop
            else None
        )

    def _anaphor(self, lead: int, cue: Range, mask: int) -> Draft | None:
        """'That was reported by X': what the sentence before said."""
        places = [n for n in range(self.low, cue[0]) if self.masks[n] & Is.ANAPHOR]
        if not places or not mask & Is.CLAUSE:
            return None
        gap = range(self.c.after(places[0]), lead)
        if len(gap) > _LONGEST_MARKER or any(self.masks[n] & _MARK for n in gap):
            return None
        source = self._speaker_right(cue[1], mask)
        if source is None:
            return None
        if places[0] > self.low and self.masks[places[0] - 1] & _LINK:
            contents = self._content_left(places[0], self.stop)
            return Draft(contents, source, cue, mask, after=True, rule="anaphor") if contents else None
        if self.previous is None or any(
            not self.masks[n] & (_LEAD | _JOIN | Is.INSIDE) for n in range(self.low, places[0])
        ):
            return None
        self.low = max(source[1], cue[1])
        return Draft((self.previous,), source, cue, mask, after=True, rule="anaphor")

    def _inverted(self, lead: int, cue: Range, mask: int) -> Draft | None:
        """'"…," said X' and '…, said X': the content before, the source after."""
        masks = self.masks
        if lead <= self.first or not (masks[lead - 1] & _LINK or lead - 1 in self.c.back):
            return None
        source = self._speaker_right(cue[1], mask)
        if source is None or masks[source[0]] & Is.FIRST_PERSON:
            return None
        if mask & Is.WEAK and not mask & Is.RELAY and not self._quote_ends(lead):
            return None
        stop = self._adjuncts_end(source[1])
        opens = stop + 1 < self.stop and masks[stop] & Is.COMMA and masks[stop + 1] & Is.COMPLEMENTIZER
        if opens and not masks[stop + 1] & (Is.RELATIVE | Is.SUBORDINATOR) and self._clause_mate(lead):
            return None
        contents = self._content_left(lead, stop)
        return Draft(contents, source, cue, mask, after=True, rule="inverted") if contents else None

    def _seated(self, lead: int, cue: Range, mask: int) -> Draft | None:
        """'In the ministry they said that …', 'in the report it says that …'."""
        masks, opener = self.masks, lead - 1
        while opener > self.first and lead - opener < _LONGEST_ADJUNCT and not masks[opener] & (_MARK | Is.SEAT):
            opener -= 1
        if not mask & Is.IMPERSONAL or opener < self.first or not masks[opener] & Is.SEAT:
            return None
        source = self._seat(opener, mask)
        if source is None or source[1] != lead:
            return None
        content = self._content_right(cue[1], mask | Is.CLAUSE)
        return Draft((content,), source, cue, mask & ~Is.PASSIVE, rule="seated") if content else None

    def _clause_mate(self, lead: int) -> bool:
        """Whether the comma before the cue only closes a parenthesis, so that the content is still to come."""
        return not self._quote_ends(lead) and not self._states(self.low, lead - 1)

    def _states(self, first: int, stop: int) -> bool:
        """Whether the stretch has a verb of its own or counts something."""
        return any(self.masks[n] & (Is.NUMBER | Is.MODAL | Is.AUXILIARY) or self._finite(n) for n in range(first, stop))

    def _passive(self, lead: int, cue: Range, mask: int) -> Draft | None:
        """'It is reported that …', 'losses are estimated at …', 'earlier 137 were named'."""
        masks, number = self.masks, self._adjuncts_end(cue[1])
        if any(masks[n] & Is.ANAPHOR for n in range(self.low, lead)):
            return None
        if number + 1 < self.stop and masks[number] & Is.COMMA and masks[number + 1] & Is.COMPLEMENTIZER:
            return Draft(((number + 1, self._end(number + 1, mask)),), None, cue, mask, rule="passive-that")
        if number < self.stop and masks[number] & Is.COLON and number + 1 < self.stop:
            return Draft(((number + 1, self.stop),), None, cue, mask, rule="passive-that")
        start = cue[1]
        while start < self.stop and masks[start] & (Is.ADVERB | Is.ABOUT):
            start += 1
        end = self._end(start, mask | Is.OBJECT) if start < self.stop else start
        if not any(masks[n] & Is.NUMBER for n in range(start, end)):
            return None
        subject = self._phrase_left(lead, self.low) if lead > self.low else None
        pieces = ((start, end),) if subject is None else (subject, (start, end))
        return Draft(pieces, None, cue, mask, rule="passive-figure")

    # --- sources -------------------------------------------------------------------------------------------------

    def _subject(self, lead: int) -> tuple[Range | None, bool]:
        """The source to the cue's left, and whether it was taken over from an earlier cue or clause."""
        if lead == self.first:
            return None, False
        before = self.masks[lead - 1]
        if before & _JOIN:
            return self.last_source or self._main_subject(lead), True
        return self._source_left(lead, self.first), False

    def _main_subject(self, stop: int) -> Range | None:
        """The noun phrase that the region starts with, adjuncts aside."""
        first = self._past_adjuncts(self.first, stop)
        end = first
        while (
            end < stop
            and not self.masks[end] & (_MARK | _OPENER | Is.QUOTE | Is.AUXILIARY | Is.PREPOSITION)
            and not self._finite(end)
        ):
            end = self.c.after(end)
        return (first, min(end, stop)) if end > first and self._may_speak(first, end) else None

    def _source_left(self, stop: int, low: int) -> Range | None:
        masks, last = self.masks, stop - 1
        if last < low:
            return None
        mask = masks[last]
        if mask & Is.RELATIVE or (mask & Is.PRONOUN and not mask & Is.DETERMINER):
            return last, stop
        if mask & _LINK:
            return self._before_parenthesis(last, low)
        return self._phrase_left(stop, low)

    def _before_parenthesis(self, closing: int, low: int) -> Range | None:
        """The phrase before ", …," in front of the cue; an apposition belongs to it, an adjunct does not."""
        masks, kind = self.masks, self.masks[closing] & _LINK
        opening = closing - 1
        while opening > low and not masks[opening] & kind:
            if masks[opening] & (Is.TERMINAL | Is.SEMICOLON | Is.QUOTE) or closing - opening > _LONGEST_SOURCE:
                return None
            opening -= 1
        if opening <= low:
            return None
        head = self._phrase_left(opening, low)
        inside = masks[opening + 1]
        apposition = not inside & (_OPENER | Is.PARTICIPLE | Is.PREPOSITION | _CITE | Is.ADVERB) and any(
            masks[n] & _NOUN for n in range(opening + 1, min(opening + 3, closing))
        )
        return (head[0], closing) if head and apposition else head

    def _phrase_left(self, stop: int, low: int) -> Range | None:
        """The noun phrase that ends before `stop`, without the adjuncts that stand in front of it."""
        masks, stop = self.masks, self._before_times(stop, low)
        first, floor = stop, max(low, stop - _LONGEST_SOURCE)
        while first > floor:
            number = first - 1
            mask = masks[number]
            if mask & Is.INSIDE:
                number = self.c.phrase_start(number)
                mask = masks[number]
            if mask & _CITE and (before := self._phrase_left(number, low)):
                return before
            if mask & Is.BRACKET:
                opening = next(
                    (n for n in range(number - 1, max(floor, number - 8) - 1, -1) if masks[n] & Is.BRACKET), None
                )
                if opening is None:
                    break
                first = opening
                continue
            if mask & _PHRASE_STOP or mask & Is.TIME or number in self.c.back or self._finite(number):
                break
            if mask & Is.CONJUNCTION and not self._joins(number, floor):
                break
            if mask & Is.PRONOUN and not mask & Is.DETERMINER:
                break
            first = number
        first = self._past_adjuncts(first, stop)
        stop = self._before_adjuncts(first, stop)
        return (first, stop) if first < stop and self._may_speak(first, stop) else None

    def _before_times(self, stop: int, low: int) -> int:
        """Before the times and adverbs that end at `stop` ("X on Monday")."""
        masks = self.masks
        while stop > low and masks[stop - 1] & (Is.TIME | Is.ADVERB):
            stop -= 1
            while stop > low and masks[stop - 1] & (Is.NUMBER | Is.PREPOSITION) and not self.c.capital(stop - 1):
                stop -= 1
        return stop

    def _before_adjuncts(self, first: int, stop: int) -> int:
        """Before the prepositional phrases that stand behind a person's name ("X at a briefing in Y")."""
        masks = self.masks
        for number in range(first + 1, stop):
            named = self.c.capital(number - 1) and not masks[number - 1] & (_NOUN | Is.PLACE)
            if named and masks[number] & Is.PREPOSITION and not masks[number] & Is.INNER:
                return number if self._past_adjuncts(number, stop) >= stop else stop
        return stop

    def _joins(self, number: int, floor: int) -> bool:
        """Whether the conjunction joins two nouns of one phrase."""
        return floor < number < self.stop - 1 and self.c.capital(number + 1) == self.c.capital(number - 1)

    def _may_speak(self, first: int, stop: int) -> bool:
        """Whether somebody can be meant: a name, a known noun or a pronoun, and no mere time or place."""
        return any(
            self.masks[n] & (_NOUN | Is.PRONOUN) or (self.c.capital(n) and not self.masks[n] & Is.TIME)
            for n in range(first, stop)
        ) or (
            stop - first <= 3
            and not any(self.masks[n] & (Is.PREPOSITION | Is.NUMBER | Is.INDEFINITE) for n in range(first, stop))
        )

    def _past_adjuncts(self, number: int, stop: int) -> int:
        """Past adverbs, times, addressees and prepositional phrases, up to a word that may be a subject."""
        masks = self.masks
        while number < stop:
            mask = masks[number]
            if mask & Is.PREPOSITION and (number == self.first or not self.c.capital(number)):
                number = self._past_oblique(self.c.after(number), stop)
            elif mask & (Is.ADDRESSEE_WORD) and not self.c.capital(number):
                number = self._past_addressee(number, stop)
            elif mask & (Is.ADVERB | Is.TIME | _JOIN | Is.NEGATION):
                number = self.c.after(number)
            elif mask & Is.NUMBER and number + 1 < stop and masks[number + 1] & Is.TIME:
                number += 2
            else:
                break
        return min(number, stop)

    def _past_addressee(self, number: int, stop: int) -> int:
        """Past the one who is told, with what belongs to it: an outlet's name, a genitive."""
        number = self.c.after(number)
        outlet = bool(self.masks[number - 1] & Is.OUTLET)
        while number < stop and (
            (outlet and self._names(number)) or self._oblique(number) or self.masks[number] & Is.PLACE
        ):
            number = self.c.after(number)
        return number

    def _past_oblique(self, number: int, stop: int) -> int:
        """Past the words of a prepositional phrase that starts at `number`: its first word, the noun that an adjective
        waits for, and what else can be no subject."""
        masks, waiting = self.masks, True
        while number < stop:
            if waiting and not masks[number] & (_MARK | _CUE | Is.QUOTE):
                adjective = masks[number] & (Is.OBLIQUE_ADJECTIVE | Is.DETERMINER) and not masks[number] & (
                    _NOUN | Is.TIME
                )
                waiting = bool(adjective) and not self._heads_source(number + 1)
                number = self.c.after(number)
                continue
            mask = masks[number]
            if self._oblique(number) or mask & (Is.TIME | Is.PLACE) or number in self.c.titles:
                number = self.c.after(number)
            elif mask & Is.NUMBER or (mask & Is.CONJUNCTION and self._oblique(number + 1)):
                number += 1
            elif self._names(number) and number + 1 < stop and self._heads_source(self._names_end(number, stop)):
                number = self._names_end(number, stop)
            else:
                break
        return number

    def _names(self, number: int) -> bool:
        return number < self.stop and (self.c.capital(number) or number in self.c.titles)

    def _names_end(self, number: int, stop: int) -> int:
        while number < stop and self._names(number):
            number += 1
        return number

    def _heads_source(self, number: int) -> bool:
        """Whether a small word that may be the subject stands here: a role, a body."""
        return (
            number < self.stop
            and bool(self.masks[number] & _NOUN)
            and not self._oblique(number)
            and not self.c.capital(number)
        )

    def _oblique(self, number: int) -> bool:
        """Whether the word's ending says that it is no subject."""
        if number >= self.stop:
            return False
        mask = self.masks[number]
        if mask & (Is.UPRIGHT | _MARK | Is.PREPOSITION | _CITE):
            return False
        if self.c.capital(number):
            return bool(mask & Is.OBLIQUE_NAME)
        return bool(mask & Is.OBLIQUE_WORD)

    def _finite(self, number: int) -> bool:
        """Whether a finite verb stands here, as far as its ending tells."""
        if number >= self.stop:
            return False
        mask = self.masks[number]
        if mask & _CUE and not mask & Is.AMBIGUOUS and not self.c.capital(number):
            return True
        if self.c.ends[number] - self.c.starts[number] < _SHORTEST_VERB:
            return False
        known = (
            _NOUN
            | Is.UPRIGHT
            | Is.PREPOSITION
            | Is.ADVERB
            | Is.TIME
            | Is.PLACE
            | Is.DETERMINER
            | Is.PRONOUN
            | Is.RELATIVE
            | _JOIN
        )
        return (
            bool(mask & Is.FINITE_FORM) and not mask & known and not (self.c.capital(number) and number != self.first)
        )

    def _speaker_right(self, number: int, mask: int) -> Range | None:
        """Who speaks behind a cue that ends before `number`: its subject, else the body or document it names."""
        subject = self._source_right(number, mask)
        told = subject and all(self._names(n) for n in range(*subject)) and self.masks[subject[0]] & Is.OUTLET
        if subject and told and (seat := self._seat(subject[1], mask)):
            return seat  # "they told TASS in the ministry"
        if subject and any(self.masks[n] & (_NOUN | Is.PRONOUN) or self._names(n) for n in range(*subject)):
            return subject
        return self._seat(number, mask) or subject

    def _source_right(self, number: int, mask: int) -> Range | None:
        """The subject after a cue that ends before `number`, with adjuncts between them put aside."""
        masks = self.masks
        first = self._past_adjuncts(number, min(self.stop, number + _LONGEST_ADJUNCT))
        if first >= self.stop or masks[first] & (_PHRASE_STOP & ~Is.QUOTE) or first in self.c.jump:
            return None
        if self._oblique(first) and not (masks[first] & Is.OBLIQUE_ADJECTIVE and self._heads_source(first + 1)):
            return None
        if masks[first] & Is.QUOTE and first not in self.c.titles:
            return None
        if masks[first] & Is.PRONOUN and not masks[first] & Is.DETERMINER:
            return first, first + 1
        if masks[first] & (Is.PREPOSITION | Is.NUMBER | Is.INDEFINITE | Is.BRACKET) or (
            mask & Is.INFINITIVE and not mask & Is.CLAUSE
        ):
            return None
        stop = self._phrase_right(first, self.stop)
        if stop == first or not self._may_speak(first, stop) or self._finite(first):
            return None
        return first, self._apposition_end(stop)

    def _phrase_right(self, first: int, high: int) -> int:
        """Where the noun phrase that starts at `first` stops."""
        masks, stop = self.masks, first
        while stop < high:
            mask = masks[stop]
            if mask & Is.BRACKET:
                closing = next((n for n in range(stop + 1, min(high, stop + 8)) if masks[n] & Is.BRACKET), None)
                if closing is None or stop == first:
                    break
                stop = closing + 1
                continue
            if (
                mask & (_PHRASE_STOP & ~Is.QUOTE | Is.TIME | Is.ADVERB)
                or stop in self.c.jump
                or (mask & Is.QUOTE and stop not in self.c.titles)
            ):
                break
            if stop > first and self._finite(stop):
                break
            told = mask & Is.ADDRESSEE_WORD and not self.c.capital(stop) and stop > first
            if told and not (mask & Is.OUTLET and masks[stop - 1] & Is.ROLE):
                break
            if mask & Is.PREPOSITION and not mask & Is.INNER and not self._post(stop, first, high):
                break
            if mask & Is.CONJUNCTION and not (self._joins(stop, first) and stop > first):
                break
            stop = self.c.after(stop)
        return min(stop, high)

    def _post(self, number: int, first: int, high: int) -> bool:
        """Whether the preposition belongs to a post ("the ambassador in Kyiv X"): a name follows the place."""
        masks = self.masks
        if number <= first or number + 2 >= high or not any(masks[n] & Is.ROLE for n in range(first, number)):
            return False
        if any(self.c.capital(n) and not masks[n] & (Is.PLACE | _NOUN) for n in range(first, number)):
            return False
        place = number + 1
        while place < high and (masks[place] & Is.PLACE or self._oblique(place)):
            place += 1
        return place > number + 1 and place < high and self.c.capital(place) and not masks[place] & _MARK

    def _apposition_end(self, stop: int) -> int:
        """`stop`, or the end of the apposition that follows it (", the head of the committee")."""
        masks, start = self.masks, stop + 1
        if start < self.stop and (end := self._series_end(stop)) > stop:
            return end
        if (
            start >= self.stop
            or not masks[stop] & Is.COMMA
            or not masks[start] & (Is.ROLE | Is.BODY)
            or self._oblique(start)
        ):
            return stop
        end = self._phrase_right(start, self.stop)
        closed = end >= self.stop or bool(masks[end] & (_MARK | Is.QUOTE))
        return end if closed else stop

    def _series_end(self, stop: int) -> int:
        """The end of a list of names that goes on at `stop` (", AFP and Yonhap"); `stop` where none does."""
        number = stop
        while number + 1 < self.stop and self.masks[number] & Is.COMMA and self._names(number + 1):
            number = self._names_end(number + 1, self.stop)
        if number > stop and number + 1 < self.stop and self.masks[number] & Is.CONJUNCTION and self._names(number + 1):
            return self._names_end(number + 1, self.stop)
        return stop

    def _seat(self, number: int, mask: int) -> Range | None:
        """'They said in the ministry', 'the report says': the body or document behind its preposition."""
        masks = self.masks
        if not mask & Is.IMPERSONAL:
            return None
        while number < self.stop and masks[number] & (Is.ADVERB | Is.TIME):
            number = self.c.after(number)
        if number + 1 >= self.stop or not masks[number] & Is.SEAT:
            return None
        first = number + 1
        stop = self._phrase_right(first, self.stop)
        speaks = any(
            masks[n] & (Is.BODY | Is.DOCUMENT | Is.OUTLET | Is.PLACE) or self._acronym(n) for n in range(first, stop)
        )
        return (first, stop) if stop > first and speaks else None

    def _acronym(self, number: int) -> bool:
        word = self.c.text[self.c.starts[number] : self.c.ends[number]]
        return len(word) > 1 and word.isupper()

    # --- contents ------------------------------------------------------------------------------------------------

    def _adjuncts_end(self, number: int) -> int:
        """Past adjuncts, addressees and citations, up to the next mark or other word."""
        masks, limit = self.masks, min(self.stop, number + _LONGEST_ADJUNCT)
        while number < limit:
            ahead = self._past_adjuncts(number, limit)
            if ahead < limit and masks[ahead] & _CITE:
                ahead = self._phrase_right(self.c.after(ahead), self.stop)
            if ahead == number:
                break
            number = ahead
        return number

    def _content_right(self, stop: int, mask: int) -> Range | None:
        """The content after a cue that ends before `stop`."""
        masks, high = self.masks, self.stop
        number = self._adjuncts_end(stop)
        told = self._names_end(number, high)
        if told + 1 < high and masks[told] & Is.COMMA and masks[told + 1] & Is.COMPLEMENTIZER:
            number = told  # an outlet without endings, which was told
        if number + 1 < high and masks[number] & Is.COMMA and masks[number + 1] & (_CITE | Is.PARTICIPLE):
            closing = next(
                (n for n in range(number + 2, min(high, number + _LONGEST_ADJUNCT)) if masks[n] & Is.COMMA), None
            )
            number = closing if closing is not None else number
        if mask & Is.CLAUSE and number + 1 < high:
            if masks[number] & Is.COMMA and masks[number + 1] & (Is.COMPLEMENTIZER | Is.AS):
                return number + 1, self._end(number + 1, mask & ~Is.OBJECT)
            if masks[number] & Is.COLON:
                return number + 1, self._end(number + 1, mask & ~Is.OBJECT) if number + 1 in self.c.jump else high
            if number in self.c.jump or (masks[number] & _LINK and number + 1 in self.c.jump):
                first = number if number in self.c.jump else number + 1
                return first, self._end(first, mask & ~Is.OBJECT)
        return self._infinitive(stop, mask) or self._object(stop, mask)

    def _infinitive(self, stop: int, mask: int) -> Range | None:
        if not mask & Is.INFINITIVE:
            return None
        for ahead in range(stop, min(self.stop, stop + 8)):
            if self.masks[ahead] & Is.TO:
                start = stop if self._past_adjuncts(stop, ahead) >= ahead else ahead
                return start, self._end(ahead + 1, mask) if ahead + 1 < self.stop else self.stop
            if ahead + 1 < self.stop and self.masks[ahead] & Is.COMMA and self.masks[ahead + 1] & Is.COMPLEMENTIZER:
                return ahead + 1, self._end(ahead + 1, mask)
            if self.masks[ahead] & (_MARK | Is.QUOTE) or self._finite(ahead):
                return None
        return None

    def _object(self, stop: int, mask: int) -> Range | None:
        """What the verb takes as its object or after "about": any noun phrase for some verbs, else what counts."""
        masks, number, high = self.masks, stop, self.stop
        while number < high and (
            masks[number] & (Is.ADVERB | Is.TIME | Is.CONJUNCTION | Is.ADDRESSEE_WORD) or self._dates(number)
        ):
            number = self.c.after(number)
        about = number < high and bool(masks[number] & Is.ABOUT)
        number += about
        if (
            number >= high
            or masks[number] & (_PHRASE_STOP & ~Is.QUOTE | Is.INDEFINITE)
            or (masks[number] & Is.PREPOSITION and not about and not self._counts(number, high))
        ):
            return None
        if masks[number] & Is.PRONOUN and not masks[number] & Is.DETERMINER:
            return None
        end = self._end(number, mask | Is.OBJECT)
        counts = any(masks[n] & Is.NUMBER for n in range(number, end))
        if counts or (mask & Is.OBJECT and (about or not mask & Is.CLAUSE or not mask & Is.INFINITIVE)):
            return (number, end) if end > number and mask & (Is.OBJECT | Is.FIGURE | Is.CLAUSE) else None
        return None

    def _dates(self, number: int) -> bool:
        """Whether the number at `number` only dates."""
        return (
            bool(self.masks[number] & Is.NUMBER) and number + 1 < self.stop and bool(self.masks[number + 1] & Is.TIME)
        )

    def _counts(self, number: int, high: int) -> bool:
        return any(self.masks[n] & Is.NUMBER for n in range(number, min(high, number + 3)))

    def _quote_ends(self, number: int) -> bool:
        last = number - 1
        while last > self.low and self.masks[last] & _LINK:
            last -= 1
        return last >= self.low and last in self.c.back

    def _content_left(self, stop: int, resume: int) -> tuple[Range, ...]:
        """The content that ends before `stop`, and its continuation after `resume` where it was only interrupted."""
        masks, last = self.masks, stop
        while last > self.first and masks[last - 1] & _LINK:
            last -= 1
        if last == stop and last - 1 not in self.c.back:
            return ()
        first = self.low
        while first < last and masks[first] & (_LINK | _JOIN | Is.TERMINAL):
            first += 1
        if last > first and last - 1 in self.c.back:
            first = self._quoted_start(self.c.back[last - 1], first)
        elif self._past_adjuncts(first, last) >= last and masks[stop - 1] & _LINK:
            # Nothing is left but an adjunct: a second attribution of all that was said before.
            if not self.drafts or not self.drafts[-1].after or self.low <= self.first:
                return self._interrupted((first, last), resume)
            first = self.drafts[-1].hull[0]
        if first >= last:
            return ()
        contents = [(first, last)]
        follow = self._continuation(resume, quoted=last - 1 in self.c.back)
        if follow and self.masks[follow[0]] & Is.OBLIQUE_ADJECTIVE and self._states(first, last):
            follow = None  # a participle of what was just named
        if follow is not None:
            contents.append(follow)
        self.low = contents[-1][1] if follow else max(self.low, resume)
        return tuple(contents)

    def _interrupted(self, lead: Range, resume: int) -> tuple[Range, ...]:
        """A content of which only an adjunct stands before the attribution ("In August, the report says, …")."""
        follow = self._continuation(resume, quoted=False) if lead[1] > lead[0] else None
        if follow is None:
            return ()
        self.low = follow[1]
        return lead, follow

    def _quoted_start(self, quote: int, first: int) -> int:
        """Where a content that ends in the quotation at `quote` starts: with words that lead up to it, unless they are
        somebody's introduction to it."""
        if quote <= first or self.masks[quote - 1] & (Is.COLON | Is.DASH | Is.TERMINAL):
            return quote
        cues = between(self.cues, first, quote)
        return quote if any(self.masks[cue] & VERB_CUE for cue in cues) else first

    def _continuation(self, number: int, *, quoted: bool) -> Range | None:
        masks, number = self.masks, self._adjuncts_end(number)
        while number < self.stop and masks[number] & _LINK:
            number += 1
            if number in self.c.jump:
                return number, self._end(number, Is.CLAUSE)
        if number >= self.stop or quoted or not masks[number - 1] & _LINK:
            return None
        if masks[number] & (_OPENER | _CITE | Is.MARKER | Is.PARTICIPLE | _JOIN | Is.AS) or self._cue_soon(number):
            return None
        if self._new_attribution(number):
            return None
        return number, self._end(number, Is.CLAUSE)

    def _cue_soon(self, number: int) -> bool:
        """Whether a cue follows at once, adverbs aside."""
        while number < self.stop and self.masks[number] & (_LEAD | Is.TIME):
            number = self.c.after(number)
        return number < self.stop and bool(self.masks[number] & _CUE) and not self.masks[number] & Is.PASSIVE

    def _end(self, first: int, mask: int) -> int:
        """One past the last token of a content that starts at `first`."""
        masks, loose, number = self.masks, bool(mask & Is.OBJECT) or not mask & Is.CLAUSE, first
        while number < self.stop:
            here = masks[number]
            if number in self.c.jump:
                number = self.c.jump[number]
                continue
            if here & Is.SEMICOLON or (here & _CITE and number > first):
                return max(first, number - bool(masks[number - 1] & Is.COMMA))
            if here & _LINK and number > first and self._stops_at(number, loose=loose):
                return max(first, number - bool(masks[number - 1] & Is.COMMA))
            if here & _JOIN and number > first and self._cue_soon(number + 1):
                return number
            if (
                loose
                and number > first
                and (here & Is.COMPLEMENTIZER and not here & Is.ADVERB and not masks[number - 1] & Is.COMMA)
            ):
                return number
            number = self.c.after(number)
        return self.stop

    def _stops_at(self, mark: int, *, loose: bool) -> bool:
        masks, number = self.masks, mark + 1
        if number >= self.stop:
            return True
        mask = masks[number]
        if mask & (_CITE | Is.CONTRAST) and (loose or mask & _CITE):
            return True
        if mask & Is.ANAPHOR or (mask & Is.PARTICIPLE and mask & _CUE):
            return True
        if mask & Is.AS:
            return any(masks[n] & _CUE for n in range(number + 1, min(self.stop, number + 5)))
        if mask & _JOIN:
            return self._cue_soon(number + 1) or self._finite(number + 1) or self._new_attribution(number + 1)
        if self._cue_soon(number):
            while masks[number] & (_LEAD | Is.TIME):
                number = self.c.after(number)
            after = self.c.after(number)
            return self._speaker_right(after, masks[number]) is not None
        if loose and mask & Is.SUBORDINATOR and not mask & Is.RELATIVE:
            return True
        return self._new_attribution(number)

    def _new_attribution(self, number: int) -> bool:
        """Whether the source of a later cue starts at `number`."""
        for cue in self.cues:
            if cue <= number or not self.masks[cue] & Is.CLAUSE or self.masks[cue] & Is.PARTICIPLE:
                continue
            if cue - number > 20:
                return False
            lead = cue
            while lead > number and self.masks[lead - 1] & _LEAD:
                lead -= 1
            source = self._source_left(lead, number) if lead > number else None
            return source is not None and self._past_adjuncts(number, source[0]) == source[0] and source[0] - number < 8
        return False

    # --- markers, nouns, citations -------------------------------------------------------------------------------

    def _marker_opener(self, head: int) -> int | None:
        """The preposition that makes the noun at `head` a marker: 'по | его | словам'."""
        for number in range(head - 1, max(self.first, head - _LONGEST_MARKER) - 1, -1):
            mask = self.masks[number]
            if mask & Is.MARKER_OPENER:
                return number
            if mask & (_MARK | Is.PREPOSITION | _CUE | Is.QUOTE) or self.c.capital(number):
                return None
        return None

    def _marker(self, cue: Range, head: int | None, mask: int) -> Draft | None:
        """'According to X, …' and '…, by his words, …'."""
        masks, first, stop = self.masks, *cue
        inner = next((n for n in range(first + 1, head) if masks[n] & Is.PRONOUN), None) if head else None
        end = self._phrase_right(stop, self.stop) if inner is None else stop
        if inner is None and (end == stop or not self._may_speak(stop, end)):
            return None
        source = (inner, inner + 1) if inner is not None else (stop, self._apposition_end(end))
        resume = max(end, source[1])
        if not mask & Is.MARKER_HEAD and masks[source[0]] & Is.ANAPHOR:
            return None
        contents = self._around(first, resume)
        return (
            Draft(contents, source, cue, Is.MARKER | Is.CLAUSE, after=contents[0][0] < first, rule="marker")
            if contents
            else None
        )

    def _around(self, first: int, resume: int) -> tuple[Range, ...]:
        """The content around a marker from `first` to `resume`."""
        masks, before = self.masks, first
        low = max([self.low, *(n + 1 for n in range(self.low, first) if self.masks[n] & Is.SEMICOLON)])
        while before > low and masks[before - 1] & (_LINK | _JOIN | Is.ADVERB | Is.BRACKET):
            before -= 1
        while low < before and masks[low] & (_LINK | _JOIN):
            low += 1
        start = resume
        while start < self.stop and masks[start] & (_LINK | Is.COLON):
            start += 1
        if before <= low:
            end = self._end(start, Is.CLAUSE) if start < self.stop else start
            self.low = self.low if end > start else resume
            return ((start, end),) if end > start else ()
        closed = resume >= self.stop or masks[resume] & (Is.SEMICOLON | Is.TERMINAL)
        goes_on = (
            not closed
            and start < self.stop
            and not masks[start] & (_JOIN | Is.RELATIVE | Is.PARTICIPLE | Is.SUBORDINATOR | _CITE)
        )
        if goes_on and not self._new_attribution(start) and not self._cue_soon(start):
            end = self._end(start, Is.CLAUSE)
            self.low = end
            return (low, before), (start, end)
        self.low = resume
        return ((low, before),)

    def _noun(self, number: int, stop: int, mask: int) -> Draft | None:
        """'The statement of X that …'."""
        masks, comma = self.masks, stop
        while comma < self.stop and comma - stop < 8 and not masks[comma] & _MARK and not self._finite(comma):
            comma = self.c.after(comma)
        if comma + 1 >= self.stop or not masks[comma] & Is.COMMA or not masks[comma + 1] & Is.COMPLEMENTIZER:
            return None
        if masks[comma + 1] & (Is.RELATIVE | Is.SUBORDINATOR):
            return None
        owner = next((n for n in range(stop, comma) if self.c.capital(n)), None)
        source = (number - 1, number) if number > self.first and masks[number - 1] & Is.PRONOUN else None
        if owner is not None and (end := self._phrase_right(owner, comma)) > owner:
            source = owner, end
        content = (comma + 1, self._end(comma + 1, Is.CLAUSE))
        return Draft((content,), source, (number, stop), mask, rule="noun") if source else None

    def _cite(self, stop: int, mask: int) -> None:
        """Notes whom the nearest attribution cites, or who carries it: of the cue before, else of the next one."""
        end = self._phrase_right(stop, self.stop)
        first = stop
        while first < end - 1 and self.masks[first] & (Is.DOCUMENT | Is.DETERMINER) and not self.c.capital(first):
            first += 1
        if end <= first or not self._may_speak(first, end):
            return
        cited = (first, end)
        if not self.drafts:
            self.pending = (cited, mask)
        elif mask & Is.CITING:
            self.drafts[-1] = replace(self.drafts[-1], passed_on=self.drafts[-1].passed_on or cited)
        elif any(self.masks[n] & Is.OUTLET or self.c.capital(n) for n in range(*cited)):
            self.drafts[-1] = replace(self.drafts[-1], relay=cited)

    def _with_citation(self, draft: Draft) -> Draft:
        """The draft with what was cited before it, and the outlet that its source told."""
        if self.pending is not None:
            cited, mask = self.pending
            self.pending = None
            draft = replace(draft, passed_on=cited) if mask & Is.CITING else replace(draft, relay=cited)
        if draft.cue is None or draft.relay is not None or not draft.source:
            return draft
        masks = self.masks
        for number in range(draft.cue[1], min(self.stop, max(draft.cue[1], draft.source[1]) + 5)):
            if masks[number] & Is.ADDRESSEE_WORD and masks[number] & Is.OUTLET:
                end = self._names_end(number + 1, self.stop)
                inside = draft.source[0] <= number < draft.source[1]
                if end > number + 1 and not inside:
                    return replace(draft, relay=(number, end))
            if masks[number] & Is.OUTLET and self.c.capital(number) and not draft.source[0] <= number < draft.source[1]:
                return replace(draft, relay=(number, self._names_end(number, self.stop)))
            if masks[number] & _MARK:
                break
        return draft
