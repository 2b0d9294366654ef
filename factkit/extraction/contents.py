"""Where the content of an attribution starts and ends, in languages whose clauses begin with the subject.

Positions are token numbers; nothing here knows a word.
"""

from factkit.extraction.clauses import Clauses, Range
from factkit.extraction.subject_last import beyond_aside, subject_after
from factkit.extraction.vocabulary import VERB_CUE, Is

_EDGE = Is.COMMA | Is.TERMINAL | Is.COLON | Is.SEMICOLON | Is.DASH | Is.BRACKET
_MAY_END = (
    Is.QUOTE | Is.BRACKET | Is.SEMICOLON | Is.DASH | Is.COMMA | Is.CONJUNCTION | Is.CONTRAST | Is.MARKER | Is.CITING
    | Is.SUBORDINATOR | Is.COLON
)  # fmt: skip
_DEGREE = Is.PREPOSITION | Is.ADVERB | Is.DETERMINER
_ADJUNCT = Is.PREPOSITION | Is.TIME | Is.ADVERB
_GOES_ON = (
    Is.CONJUNCTION | Is.CONTRAST | Is.RELATIVE | Is.SUBORDINATOR | Is.COMPLEMENTIZER | Is.PREPOSITION | Is.PARTICIPLE
)
_AFTER_NOUN = _EDGE | Is.PREPOSITION | Is.RELATIVE | Is.AUXILIARY | Is.CONJUNCTION
_REMARK = 6  # tokens from a comma to the noun by which the writer sums up what was said
_LONGEST_ADJUNCT = 16
_LONGEST_ASIDE = 30
_SHORTEST_SPEECH = 5  # tokens, marks included, of a quotation that is somebody's speech rather than a word of theirs


class ContentReader:
    """Reads contents in one region that ends before token `stop` and whose cues stand at `cues`."""

    __slots__ = ("c", "cues", "masks", "stop")

    def __init__(self, clauses: Clauses, cues: list[int], stop: int) -> None:
        self.c, self.masks, self.cues, self.stop = clauses, clauses.masks, cues, stop

    def after_cue(self, stop: int, mask: int) -> Range | None:
        """The content after a cue that ends before `stop`."""
        masks, high = self.masks, self.stop
        number = stop
        while number < high and masks[number] & Is.ADVERB and not masks[number] & (Is.COMPLEMENTIZER | Is.DETERMINER):
            number = self.c.after(number)
        number = self._beyond_pronoun(self._beyond_time(number, mask))
        if number >= high:
            return None
        if mask & Is.OBJECT and self.c.head_first and masks[number] & Is.TOLD:
            number = self._beyond_told(number)
        if mask & Is.OPEN and (beyond := self._beyond_preposition(number)) is not None:
            return beyond, self.end(beyond, mask)
        if mask & Is.OBJECT and number > stop and masks[number] & Is.AS:
            return number - 1, self.end(number, mask)  # "describes himself as …"
        quote = self.quote_at(number)
        if quote is not None and mask & Is.ADDRESSEE and self.title_at(quote):
            return None
        if quote is not None:
            return quote, self._quoted_end(quote, mask)
        if masks[number] & Is.COLON:
            return (number + 1, high) if number + 1 < high else None
        if mask & Is.ADDRESSEE and not masks[number] & (Is.COMPLEMENTIZER | Is.TO):
            beyond = self._beyond_addressee(number)
            if beyond is not None:
                number = beyond
                quote = self.quote_at(number)
                if quote is not None:
                    return quote, self._quoted_end(quote, mask)
        if number >= high:
            return None
        if masks[number] & Is.GENITIVE and mask & Is.CLAUSE and (told := self._beyond_adjuncts(number)) is not None:
            number = told  # "le-a spus ziariștilor că …": the form of the genitive is that of whom one tells
        if masks[number] & Is.COMPLEMENTIZER and mask & (Is.CLAUSE | Is.OBJECT):
            return number, self.end(number, Is.CLAUSE)
        if masks[number] & Is.TO and mask & Is.INFINITIVE:
            return number, self.end(number, mask & ~Is.CLAUSE)
        if mask & Is.INFINITIVE and self.c.tells_clauses and masks[number] & _ADJUNCT:
            late = self.beyond_small(number)  # "threatened on Sunday | to close it"
            if number < late < high and masks[late] & Is.TO:
                start = number if masks[number] & Is.NEGATION else late
                return start, self.end(late, mask & ~Is.CLAUSE)
        if mask & Is.INFINITIVE and self.infinitive_at(number):
            return number, self.end(number, mask)
        if masks[number] & Is.COMMA and (beyond := beyond_aside(self.c, number, high)) is not None and beyond < high:
            if mask & Is.INFINITIVE and self.c.head_first and self.infinitive_at(beyond):
                return beyond, self.end(beyond, mask)
            if masks[beyond] & Is.COMPLEMENTIZER or (mask & Is.OBJECT and self._noun_phrase_at(beyond)):
                return beyond, self.end(beyond, mask & ~Is.CLAUSE if mask & Is.OBJECT else mask)
        if (
            (
                (
                    masks[number] & _ADJUNCT
                    and (masks[number] & Is.TIME or not masks[number] & Is.DETERMINER)
                    and not self._owns(number)
                )
                or self._day_at(number)
                or (
                    mask & Is.CLAUSE
                    and not mask & Is.OBJECT
                    and masks[number] & Is.NUMBER
                    and self._adjunct_at(number + 1)
                )
            )
            and not self.counts(number)
            and (beyond := self._beyond_adjuncts(number)) is not None
        ):
            return beyond, self.end(beyond, mask)
        if mask & Is.CLAUSE and (speech := self._beyond_commas(number)) is not None:
            return speech, self._quoted_end(speech, mask) if self.c.tells_clauses else self.c.jump[speech]
        if mask & Is.CLAUSE and masks[number] & _ADJUNCT and (that := self._that_beyond_commas(number)) is not None:
            return that, self.end(that, Is.CLAUSE)
        if mask & Is.CLAUSE and (whole := self._subordinate_first(number, mask)) is not None:
            return whole
        if masks[number] & (_EDGE | Is.SUBORDINATOR | Is.CONTRAST | Is.RELATIVE | Is.CONJUNCTION):
            return None
        if masks[number] & Is.AUXILIARY and not masks[number] & Is.PARTICIPLE:
            return None
        return self._bare(number, mask)

    def _subordinate_first(self, number: int, mask: int) -> Range | None:
        """'X said | while the talks were hard, they had made progress': a content that starts with a lesser clause."""
        opener, unsure = self.masks[number], Is.WEAK | Is.TRANSITIVE | Is.OBJECT
        if (
            not self.c.tells_clauses
            or mask & unsure
            or not opener & Is.SUBORDINATOR
            or opener & (Is.PREPOSITION | Is.RELATIVE)
        ):
            return None
        whole = number, self.end(number, Is.CLAUSE)
        return whole if self.before_main_clause(whole) != whole else None

    def beyond_small(self, number: int) -> int:
        """Past adverbs and 'on Monday'."""
        masks = self.masks
        while number < self.stop and (
            masks[number] & (Is.ADVERB | Is.TIME)
            or (masks[number] & Is.PREPOSITION and number + 1 < self.stop and masks[number + 1] & Is.TIME)
        ):
            number += 1
        return number

    def _adjunct_at(self, number: int) -> bool:
        """Whether a preposition or a time follows a number of votes ("ruled 6-3 on Monday that …")."""
        adjunct = Is.PREPOSITION | Is.TIME | Is.THAT if self.c.tells_clauses else 0
        return number < self.stop and bool(self.masks[number] & adjunct)

    def _owns(self, number: int) -> bool:
        """Whether a day stands here as an owner, no adjunct but part of the content ("said Monday's vote was fair")."""
        return number + 1 < self.stop and bool(self.masks[number + 1] & Is.OWNS)

    def _day_at(self, number: int) -> bool:
        """Whether a day or the like stands here with its article ("declaró el lunes que …")."""
        masks = self.masks
        return number + 1 < self.stop and bool(masks[number] & Is.DETERMINER and masks[number + 1] & Is.TIME)

    def _beyond_pronoun(self, number: int) -> int:
        """Past a pronoun between commas that only stresses the subject (", elles,")."""
        masks = self.masks
        if number + 3 >= self.stop or not masks[number] & masks[number + 2] & Is.COMMA or not self.c.head_first:
            return number
        return number + 3 if masks[number + 1] & Is.PRONOUN else number

    def _beyond_time(self, number: int, mask: int) -> int:
        """Past 'Thursday' and 'on Monday', where a noun phrase or a pronoun comes next."""
        masks, first = self.masks, number
        while (
            number + 1 < self.stop and masks[number] & (Is.TIME | Is.PREPOSITION) and not masks[number] & Is.DETERMINER
        ):
            if masks[number] & Is.PREPOSITION and not masks[number + 1] & Is.TIME:
                return first
            number += 1
        if number == first or number >= self.stop:
            return first
        opens = masks[number] & (Is.PRONOUN | Is.DETERMINER) or self.c.capital(number)
        opens = opens or (self.c.head_first and mask & Is.OBJECT and self._noun_phrase_at(number))
        return number if opens and not masks[number] & Is.TIME else first

    def _quoted_end(self, quote: int, mask: int) -> int:
        """Where a content that starts with the quotation at `quote` ends: with it, unless it goes on in the same
        breath."""
        stop = self.c.jump[quote]
        if stop >= self.stop or self.masks[stop - 2] & (Is.COMMA | Is.TERMINAL):
            follows = stop + 1 if stop < self.stop and self.masks[stop] & (Is.CONJUNCTION | Is.CONTRAST) else stop
            if stop < follows < self.stop and self.masks[follows] & Is.COMMA:
                follows += 1  # "“One,” and, “Two.”"
            return self.end(quote, mask) if follows in self.c.jump else stop
        if self.masks[stop] & _ADJUNCT and not self.masks[stop] & Is.INNER:
            return stop
        if self.c.tells_clauses and self.masks[stop] & Is.CONJUNCTION and stop + 1 < self.stop:
            if self.masks[stop + 1] & (Is.PARTICIPLE | Is.FINITE) and not self.c.capital(stop + 1):
                return stop  # "chanting “Shame” | and waving flags"
        return self.end(quote, mask)

    def _beyond_told(self, number: int) -> int:
        """Past the one who is asked or told, by name, to the noun phrase ("reclama a Madrid | 100 millones")."""
        name = number + 1
        while name < self.stop and self.c.capital(name):
            name += 1
        return name if number + 1 < name < self.stop and self._noun_phrase_at(name) else number

    def _beyond_preposition(self, number: int) -> int | None:
        """Past the preposition of a cue whose object holds a number ("a fait état mardi de | 12 morts")."""
        masks = self.masks
        while number < self.stop and masks[number] & (Is.TIME | Is.ADVERB | Is.DETERMINER):
            number = self.c.after(number)
        start = self.c.after(number) if number < self.stop else self.stop
        if start >= self.stop or not masks[number] & Is.PREPOSITION:
            return None
        return start if masks[start] & Is.NUMBER or self.counts(start) else None

    def infinitive_at(self, number: int) -> bool:
        """Whether an infinitive without a marker of its own stands here, alone or after a preposition ("d'envoyer")."""
        if self.masks[number] & Is.PREPOSITION and number + 1 < self.stop:
            number += 1
        return bool(self.masks[number] & Is.INFINITIVE_FORM) and not self.c.capital(number)

    def _noun_phrase_at(self, number: int) -> bool:
        return (
            bool(self.masks[number] & (Is.NUMBER | Is.DETERMINER))
            or self.counts(number)
            or not self.masks[number] & ~(Is.NEEDS_AUXILIARY | Is.INFINITIVE_FORM)
        )

    def _bare(self, number: int, mask: int) -> Range | None:
        """A content that follows its cue with nothing between them: a clause or, for some cues, a noun phrase."""
        first = self.masks[number]
        if (
            mask & Is.FIGURE
            and not mask & Is.OBJECT
            and (not mask & Is.CLAUSE or (mask & Is.WEAK and self.c.head_first))
        ):
            end = self.end(number, mask & ~Is.CLAUSE)
            if not self._numbered(number, end) and (beyond := self._beyond_dashes(number, end)) is not None:
                end = self.end(beyond, mask & ~Is.CLAUSE)  # "put its losses - killed or captured - | at 4,000"
            return (number, end) if self._numbered(number, end) else None
        if mask & Is.FIGURE and first & Is.NUMBER:
            return number, self.end(number, mask & ~Is.CLAUSE)
        if mask & (Is.CLAUSE | Is.OBJECT | Is.FIGURE) and self.counts(number):
            return number, self.end(number, mask)
        if mask & Is.CLAUSE and not mask & Is.OBJECT:
            if first & (Is.PREPOSITION | Is.TO) and not first & Is.DETERMINER:
                return None
            quotes = not self.c.jump.keys().isdisjoint(range(number, min(self.stop, number + 12)))
            if mask & Is.TRANSITIVE and not first & Is.PRONOUN and not quotes and not self.clause_ahead(number):
                return None
            if (mask & Is.WEAK and not (first & Is.PRONOUN and self.clause_ahead(number)) and not quotes) or (
                first & Is.TIME and not first & Is.DETERMINER and not self._owns(number)
            ):
                return None
            end = self.end(number, mask)
            return (number, end) if end - number > 1 and not self._only_times(number, end) else None
        if mask & Is.OBJECT:
            if first & Is.PREPOSITION and not first & Is.DETERMINER and not self.clause_ahead(number):
                return None
            end = self.end(number, mask if not self.clause_ahead(number) else mask & ~Is.OBJECT)
            return (number, end) if end > number else None
        return None

    def _numbered(self, first: int, stop: int) -> bool:
        return any(self.masks[number] & Is.NUMBER for number in range(first, stop))

    def _beyond_dashes(self, first: int, stop: int) -> int | None:
        """Past the remark between dashes that opens in tokens `first` to `stop`, if one does."""
        opens = next((number for number in range(first + 1, stop) if self.masks[number] & Is.DASH), None)
        if opens is None:
            return None
        ahead = range(opens + 1, min(self.stop - 1, opens + _LONGEST_ASIDE))
        closes = next((number for number in ahead if self.masks[number] & Is.DASH), None)
        return None if closes is None else closes + 1

    def _only_times(self, number: int, stop: int) -> bool:
        """Whether the words only tell when something was said ("this week", "last Friday")."""
        if not self.masks[number] & Is.TIME:
            return False
        stop = next((n for n in range(number, stop) if self.masks[n] & _EDGE), stop)
        return stop - number < _SHORTEST_SPEECH and not self.c.has_verb(number, stop)

    def counts(self, number: int) -> bool:
        """Whether a number with a preposition or adverb of degree before it starts here ("about 10,000")."""
        return (
            number + 1 < self.stop
            and bool(self.masks[number] & _DEGREE)
            and bool(
                self.masks[number + 1] & Is.NUMBER
                or (self.c.head_first and self._number_soon(self.c.after(number)))
                or (self.c.tells_clauses and self._spelled_soon(number + 1))
            )
        )

    def _spelled_soon(self, number: int) -> bool:
        """Whether a number in words stands here, or behind an article ("about | two dozen", "around half")."""
        number += bool(self.masks[number] & Is.A)
        if number >= self.stop:
            return False
        return bool(
            self.masks[number] & Is.SPELLED
            or (self.masks[number] & Is.DETERMINER and self.masks[number] & Is.ANONYMOUS)
        )

    def _number_soon(self, number: int) -> bool:
        """Whether a number stands here, or behind a further word of degree ("en | unos 4.000")."""
        if number >= self.stop or self.masks[number] & Is.NUMBER:
            return number < self.stop
        after = self.c.after(number)
        return after < self.stop and bool(self.masks[number] & _DEGREE and self.masks[after] & Is.NUMBER)

    def clause_ahead(self, number: int) -> bool:
        """Whether a subject and a finite auxiliary follow before the next edge: a clause and no mere object."""
        masks = self.masks
        if masks[number] & Is.AUXILIARY:
            return False
        for ahead in range(number + 1, min(self.stop, number + 8)):
            if masks[ahead] & (_EDGE | Is.RELATIVE | Is.QUOTE | Is.COMPLEMENTIZER | Is.SUBORDINATOR):
                return False
            if masks[ahead] & Is.AUXILIARY:
                return not masks[ahead - 1] & Is.TO
        return False

    def title_at(self, number: int) -> bool:
        """Whether the quotation at `number` is the name of a programme, a book or the like: capitals throughout."""
        stop = self.c.jump.get(number, number)
        words = range(number + 1, stop - 1)
        names = sum(self.c.capital(n) for n in words)
        small = Is.INNER | Is.PREPOSITION | Is.DETERMINER | Is.CONJUNCTION | Is.TERMINAL | Is.OWNS
        return (
            self.c.tells_clauses
            and names > 1
            and not self.masks[number - 1] & (Is.COMMA | Is.COLON)
            and all(self.c.capital(n) or self.masks[n] & small for n in words)
        )

    def quote_at(self, number: int) -> int | None:
        """Where a quotation opens at `number`, a comma or colon before it put aside."""
        if number in self.c.jump:
            return number
        if number + 1 in self.c.jump and self.masks[number] & (Is.COMMA | Is.COLON):
            return number + 1
        return None

    def _beyond_addressee(self, number: int) -> int | None:
        """Past the one who is told; None where no complement follows."""
        masks, high = self.masks, self.stop
        if masks[number] & (_EDGE | Is.PREPOSITION) and not masks[number] & Is.DETERMINER:
            return None
        if self._speaks_for_itself(number):
            return None
        if masks[number] & Is.PRONOUN and (not masks[number] & Is.DETERMINER or self._complement_at(number + 1)):
            return number + 1
        for ahead in range(number + 1, min(high, number + 14)):
            mask = masks[ahead]
            if mask & (Is.COMPLEMENTIZER | Is.COLON) or ahead in self.c.jump:
                return ahead
            if mask & Is.TO and not mask & Is.DETERMINER and not self._reaches(ahead + 1):
                return ahead
            if mask & Is.COMMA:
                return ahead if ahead + 1 in self.c.jump else None
            opens = Is.PRONOUN | Is.DETERMINER | (Is.INDEFINITE if self.c.tells_clauses else 0)
            if mask & opens and not masks[ahead - 1] & (Is.PREPOSITION | Is.DETERMINER | Is.CONJUNCTION):
                return ahead
            if mask & (_EDGE | Is.AUXILIARY):
                return None
        return None

    def _reaches(self, number: int) -> bool:
        """Whether "to" stands before a number or a name rather than a verb ("showed prices falling to | 4%")."""
        if not self.c.tells_clauses or number >= self.stop:
            return False
        return bool(self.masks[number] & Is.NUMBER) or self.c.capital(number)

    def _speaks_for_itself(self, number: int) -> bool:
        """Whether a pronoun after the cue is the content's subject, not who is told ("warned | they could sell")."""
        mask, behind = self.masks[number], self.masks[number + 1] if number + 1 < self.stop else 0
        subject = mask & Is.PRONOUN and not mask & (Is.DETERMINER | Is.OBLIQUE)
        return self.c.tells_clauses and bool(subject and behind & (Is.AUXILIARY | Is.FINITE))

    def _complement_at(self, number: int) -> bool:
        if number >= self.stop or number in self.c.jump:
            return True
        return bool(self.masks[number] & (Is.TO | Is.COMPLEMENTIZER | _EDGE))

    def _beyond_adjuncts(self, number: int) -> int | None:
        """Past 'on Monday', 'in a statement', up to the complementizer or quotation they keep waiting."""
        masks = self.masks
        for ahead in range(number, min(self.stop, number + _LONGEST_ADJUNCT)):
            mask = masks[ahead]
            if ahead > number and mask & Is.COMPLEMENTIZER and not mask & (Is.SUBORDINATOR | Is.AUXILIARY):
                return ahead
            if (quote := self.quote_at(ahead)) is not None:
                if not self.title_at(quote):
                    return quote
                continue
            if mask & Is.COLON and ahead + 1 < self.stop:
                return ahead + 1
            if mask & (Is.TERMINAL | Is.SEMICOLON | Is.COMMA | Is.AUXILIARY):
                return None
            if (
                mask & Is.PRONOUN
                and not mask & (Is.DETERMINER | Is.OBLIQUE)
                and (masks[ahead - 1] & Is.TIME or (ahead > number + 1 and self._subject_at(ahead, number)))
            ):
                return ahead
        return None

    def _subject_at(self, number: int, first: int) -> bool:
        """Whether the pronoun behind the adjunct from `first` on is a clause's subject ("wrote in a letter | she was
        ill")."""
        if not self.c.tells_clauses or number + 1 >= self.stop or self.masks[number] & Is.FIRST_PERSON:
            return False
        where = self.masks[first] & Is.PREPOSITION and not self.masks[first] & (Is.TOPICAL | Is.AS)
        told = self.masks[first + 1] & Is.A or self.masks[number - 1] & Is.DOCUMENT or self.c.capital(number - 1)
        verb = self.masks[number + 1] & (Is.AUXILIARY | Is.FINITE | VERB_CUE)
        return bool(where and told and verb) and not self.masks[number - 1] & (Is.SUBORDINATOR | Is.PREPOSITION)

    def _beyond_commas(self, number: int) -> int | None:
        """Past '…, when the story broke, ' and '…, however, ' to the whole speech that they keep waiting."""
        masks, jump = self.masks, self.c.jump
        for ahead in range(number, min(self.stop, number + _LONGEST_ASIDE)):
            if ahead in jump:
                speech = jump[ahead] - ahead >= _SHORTEST_SPEECH and masks[jump[ahead] - 2] & (Is.TERMINAL | Is.COMMA)
                return ahead if speech and masks[ahead - 1] & (Is.COMMA | Is.COLON) else None
            if masks[ahead] & (Is.TERMINAL | Is.SEMICOLON) or (
                masks[ahead] & Is.CLAUSE and not masks[ahead] & Is.AMBIGUOUS
            ):
                return None
        return None

    def _that_beyond_commas(self, number: int) -> int | None:
        """Past 'on Monday in Buffalo, New York,' to the "that" which opens a statement after a comma."""
        masks = self.masks
        for ahead in range(number + 1, min(self.stop, number + _LONGEST_ASIDE)):
            if masks[ahead] & Is.THAT and masks[ahead - 1] & Is.COMMA:
                return ahead
            if (
                masks[ahead] & (Is.TERMINAL | Is.SEMICOLON | Is.AUXILIARY | Is.FINITE | Is.CLAUSE)
                or ahead in self.c.jump
            ):
                return None
        return None

    # --- where a content goes on, and where it ends --------------------------------------------------------------

    def continuation(self, number: int, *, quoted: bool) -> Range | None:
        """Where the content goes on after the cue and its adjuncts: after a comma, or with another quotation."""
        masks = self.masks
        for ahead in range(number, min(self.stop, number + _LONGEST_ADJUNCT)):
            if ahead in self.c.jump:
                return None if self.title_at(ahead) else (ahead, self._quoted_end(ahead, Is.CLAUSE))
            if masks[ahead] & Is.COMMA:
                start = ahead + 1
                if start >= self.stop:
                    return None
                if start in self.c.jump:
                    return start, self._quoted_end(start, Is.CLAUSE)
                if quoted and self.c.tells_clauses and masks[start] & Is.THAT and self.c.has_verb(start + 1, self.stop):
                    return start, self.end(start, Is.CLAUSE)  # "“It's a shame,” X said, that they …"
                if quoted or masks[start] & (Is.CITING | Is.CITED_BY | Is.MARKER) or not self._resumes(start):
                    return None
                if masks[start] & Is.PARTICIPLE and masks[start] & VERB_CUE:
                    return None
                if masks[start] & (Is.CONJUNCTION | Is.CONTRAST) and (
                    self.cue_soon(start + 1) or (self.c.tells_clauses and self.new_attribution(start + 1))
                ):
                    return None
                return start, self.end(start, Is.CLAUSE)
            if masks[ahead] & (_EDGE | VERB_CUE) and ahead > number:
                return None
        return None

    def _resumes(self, number: int) -> bool:
        """Whether a clause interrupted by its attribution can go on here: with "to do", "by doing" or "that", but with
        no relative or adverbial clause, which is about the speaker ("…, he said, wiping his face")."""
        mask, after = self.masks[number], self.masks[number + 1] if number + 1 < self.stop else 0
        if not self.c.tells_clauses:
            return not mask & (Is.RELATIVE | Is.PREPOSITION)
        if mask & Is.THAT:
            return True
        if mask & Is.PREPOSITION and not mask & Is.DETERMINER:
            opens = not after & (Is.DETERMINER | Is.PRONOUN) and not self.c.capital(number + 1)
            return bool(after & Is.PARTICIPLE or (mask & Is.TO and opens))
        return not mask & (Is.RELATIVE | Is.PARTICIPLE)

    def cue_soon(self, number: int) -> bool:
        """Whether a cue follows at once, adverbs and auxiliaries aside: a new attribution of the same source."""
        masks = self.masks
        while number < self.stop and masks[number] & (Is.ADVERB | Is.AUXILIARY | Is.NEGATION):
            number += 1
        return number < self.stop and bool(masks[number] & VERB_CUE)

    def end(self, first: int, mask: int) -> int:
        """One past the last token of a content that starts at `first`."""
        masks, high, jump, stops = self.masks, self.stop, self.c.jump, self.c.stops
        loose = not mask & Is.CLAUSE or bool(mask & Is.OBJECT)
        number = first
        brackets = commas = 0
        while number < high:
            mask_here = masks[number]
            if not mask_here & _MAY_END and number not in jump:
                number = stops.get(number) or number + 1
                continue
            if number in jump:
                number = jump[number]
                if masks[number - 2] & Is.COMMA and self._stops_at_comma(number - 1, loose):
                    return number
                if loose and number < high and self._apart_from_words(first, number):
                    return number
                continue
            if mask_here & Is.BRACKET:
                brackets += 1 if self.c.words[number] in "([（" else -1
                if brackets < 0:
                    return number
            elif mask_here & Is.SEMICOLON:
                return number
            elif mask_here & Is.COLON:
                if loose and self.c.head_first and self.new_attribution(number + 1):
                    return number
            elif mask_here & Is.DASH and number > first + 1:
                if number + 1 < high and self._stops_at_dash(number):
                    return number
            elif mask_here & Is.COMMA:
                if loose and (closing := self._past_description(first, number)) is not None:
                    number = closing
                    continue
                if number > first + self._only_that(first) and (
                    self._stops_at_comma(number, loose) or (not commas and self._closes(number))
                ):
                    return number
                if self._explains(first, number) if loose and not commas else self._comments(first, number):
                    return number
                commas += 1
            elif mask_here & (Is.CONJUNCTION | Is.CONTRAST) and number > first:
                if self._goes_on_saying(number, loose) and not self._inside_infinitive(number):
                    return number
                if loose and (
                    self._verb_next(number + 1) or (self.c.tells_clauses and self.new_attribution(number + 1))
                ):
                    return number
            elif mask_here & Is.MARKER and number == first + 2 and self._only_that(first):
                number = next(
                    (n for n in range(number, high) if masks[n] & Is.COMMA), high - 1
                )  # "that, according to X, …"
            elif (mask_here & (Is.MARKER | Is.CITING) and number > first) or (
                loose and mask_here & Is.SUBORDINATOR and mask_here & Is.CONTRAST and number > first + 1
            ):
                return number
            number = stops.get(number) or number + 1
        return high

    def _apart_from_words(self, first: int, number: int) -> bool:
        """Whether what follows the words quoted in a noun phrase is the writer's: a dash, a time, or what stands behind
        their comma and is no list ('called him “a moderate,” a dig at his past')."""
        mask = self.masks[number]
        if not self.c.tells_clauses or self.masks[first] & Is.TO:
            return False
        return bool(
            mask & (Is.DASH | Is.TIME)
            or (self.masks[number - 2] & Is.COMMA and mask & (Is.DETERMINER | Is.PREPOSITION))
        )

    def _only_that(self, first: int) -> bool:
        """Whether a content starts with a conjunction, which can't be all of it ("that, while …, …")."""
        return self.c.tells_clauses and bool(self.masks[first] & Is.THAT)

    def _past_description(self, first: int, comma: int) -> int | None:
        """Past what a comma begins to tell of somebody, up to how they are called or of what they are accused
        ("praised X, who had lost, | as a fighter")."""
        masks, tells = self.masks, Is.RELATIVE | Is.DETERMINER
        if not self.c.tells_clauses or comma + 1 >= self.stop or not masks[comma + 1] & tells or masks[first] & Is.TO:
            return None
        for ahead in range(comma + 2, min(self.stop - 1, comma + _LONGEST_ASIDE)):
            if masks[ahead] & (_EDGE ^ Is.COMMA ^ Is.BRACKET) or ahead in self.c.jump:
                return None
            if masks[ahead] & Is.COMMA:
                behind = masks[ahead + 1]
                holds = behind & Is.AS or (behind & Is.INNER and not behind & (Is.TO | Is.TOPICAL))
                return ahead + 1 if holds and ahead - comma > _REMARK // 2 else None
        return None

    def _stops_at_dash(self, number: int) -> bool:
        """Whether the dash at `number` ends a content: before somebody else's words, or a remark of the writer's."""
        if self.c.words[number] in "-‒" and (
            not self.c.tells_clauses or self.c.ends[number - 1] == self.c.starts[number]
        ):
            return False
        if self.new_attribution(number + 1):
            return True
        closed = any(self.masks[n] & Is.DASH for n in range(number + 1, min(self.stop, number + _LONGEST_ASIDE)))
        return self.c.tells_clauses and not closed and bool(self.masks[number + 1] & Is.A)

    def _explains(self, first: int, comma: int) -> bool:
        """Whether the comma after a noun phrase opens the writer's own remark on it, which nothing follows: an
        apposition (", a sentiment that …")."""
        masks, number = self.masks, comma + 1
        opens = masks[number] & Is.DETERMINER and not masks[number] & Is.INDEFINITE and number not in self.c.stops
        if not opens or not self.c.tells_clauses or masks[first] & (Is.TO | Is.PARTICIPLE):
            return False
        if any(masks[n] & Is.AS for n in range(first, comma)):
            return False
        for ahead in range(number + 1, self.stop):
            mask = masks[ahead]
            if mask & Is.COMMA and not self.c.quoted[ahead]:
                return False
            if mask & Is.CONJUNCTION and (masks[ahead - 1] & Is.COMMA or masks[ahead + 1] & Is.DETERMINER):
                return False  # the list goes on
        return True

    def _comments(self, first: int, comma: int) -> bool:
        """Whether the comma after a clause opens the writer's view of it: ", a figure that …", ", but he added …"."""
        ahead = comma + 2 < self.stop and self.c.tells_clauses
        return ahead and self._remark_at(comma + 1) and self.c.has_verb(first, comma)

    def _remark_at(self, number: int) -> bool:
        """Whether words that sum up, turn away or date stand here, with another behind them."""
        masks = self.masks
        if masks[number] & Is.CONTRAST and not masks[number] & Is.SUBORDINATOR:
            verb = masks[number + 2] & (Is.FINITE | Is.AUXILIARY | VERB_CUE) if number + 2 < self.stop else 0
            return bool(verb and masks[number + 1] & Is.PRONOUN and not masks[number + 1] & Is.FIRST_PERSON)
        if masks[number] & Is.SUMMING and not masks[number + 1] & (Is.CONJUNCTION | Is.COMMA):
            return True
        if self._while_before(number):
            return True
        if not masks[number] & Is.A:
            return False
        ahead = next(
            (n for n in range(number + 1, min(self.stop, number + _REMARK)) if masks[n] & _AFTER_NOUN), self.stop
        )
        return any(masks[n] & Is.SUMMING for n in range(number + 1, min(ahead, number + _REMARK)))

    def _while_before(self, number: int) -> bool:
        """Whether the writer tells how long before or after something else it was said (", hours after …")."""
        masks = self.masks
        while number + 2 < self.stop and masks[number] & (Is.ADVERB | Is.A):
            number += 1
        after = masks[number + 1] if number + 1 < self.stop else 0
        return not masks[number] and bool(after & Is.SUBORDINATOR and after & Is.PREPOSITION and not after & Is.AS)

    def _closes(self, comma: int) -> bool:
        """Whether a finite verb follows a first comma, so that it goes on with what stood before the content."""
        participle = comma + 2 < self.stop and self.masks[comma + 2] & (Is.PREPOSITION | Is.BY)  # ", compared with …"
        return self.c.tells_clauses and not participle and self._verb_next(comma + 1)

    def _goes_on_saying(self, conjunction: int, loose: bool) -> bool:
        """Whether the source says something else after the conjunction: a cue follows, and a finite one if nothing sets
        it apart from the clause before."""
        if not self.cue_soon(conjunction + 1):
            return False
        apart = loose or not self.c.tells_clauses or self.masks[conjunction - 1] & (Is.COMMA | Is.QUOTE)
        finite = self.masks[conjunction + 1] & (Is.FINITE | Is.AUXILIARY | Is.ADVERB | Is.PARTICIPLE)
        return bool(apart or finite or conjunction + 1 in self.c.stops)

    def _verb_next(self, number: int) -> bool:
        """Whether a finite verb follows at once, so that the subject goes on to something else."""
        while number < self.stop and self.masks[number] & Is.ADVERB:
            number += 1
        return number < self.stop and bool(self.masks[number] & Is.FINITE) and not self.c.capital(number)

    def _inside_infinitive(self, conjunction: int) -> bool:
        """Whether the conjunction joins a bare infinitive ("to stay and support"): no new attribution."""
        masks, ahead = self.masks, conjunction + 1
        if ahead >= self.stop or masks[ahead] & (Is.PARTICIPLE | Is.AUXILIARY | Is.FINITE | Is.ADVERB):
            return False
        for back in range(conjunction - 1, max(0, conjunction - _LONGEST_ADJUNCT), -1):
            if masks[back] & Is.TO and back + 1 < conjunction:
                return not masks[back + 1] & Is.DETERMINER and not self.c.capital(back + 1)
            if masks[back] & (_EDGE | Is.AUXILIARY | Is.FINITE):
                return False
        return False

    def _stops_at_comma(self, comma: int, loose: bool) -> bool:
        masks = self.masks
        number = comma + 1
        if number >= self.stop:
            return True
        mask = masks[number]
        if mask & (Is.MARKER | Is.CITING | Is.CITED_BY) or self._inverted_cue(number):
            return True
        if mask & Is.PARTICIPLE and (mask & VERB_CUE or loose):
            return True
        if loose and (mask & Is.CONTRAST or self._verb_next(number)):
            return True
        if self.c.head_first and (self.c.views(number) or (loose and self._when_said(number))):
            return True
        if mask & (Is.CONJUNCTION | Is.CONTRAST):
            return (
                self.cue_soon(number + 1)
                or self.new_attribution(number + 1)
                or (loose and self._verb_next(number + 1))
                or (loose and self._own_clause_at(number + 1))
            )
        if loose and mask & (Is.RELATIVE | Is.CONTRAST | Is.PRONOUN) and not mask & Is.DETERMINER:
            return True
        after = self.c.after(number)
        if loose and self.c.head_first and mask & Is.PREPOSITION and after < len(masks) and masks[after] & Is.RELATIVE:
            return True
        return self.new_attribution(number)

    def _when_said(self, number: int) -> bool:
        """Whether a clause opens that is what somebody else says ("…, quand la police en compte 900")."""
        return bool(self.masks[number] & Is.SUBORDINATOR) and self.new_attribution(self.c.after(number))

    def _own_clause_at(self, number: int) -> bool:
        """Whether a clause with a subject of its own follows a conjunction (", and the tunnel was closed")."""
        opens = number < self.stop and self.masks[number] & (Is.DETERMINER | Is.PRONOUN)
        return self.c.tells_clauses and bool(opens) and self._main_clause_at(number)

    def before_main_clause(self, content: Range) -> Range:
        """The content of a cue in a subordinate clause ("While X denied it, Y …"), without the main clause that
        follows the first comma."""
        masks, (number, stop) = self.masks, content
        while number < stop:
            if number in self.c.jump:
                number = self.c.jump[number]
                if number >= stop or not masks[number - 2] & Is.COMMA:
                    continue
                ahead = number
            elif masks[number] & Is.COMMA:
                ahead = number + 1
            else:
                number += 1
                continue
            if ahead - content[0] > 1 and ahead < stop and self._main_clause_at(ahead):
                return content[0], number
            number = max(ahead, number)
        return content

    def _main_clause_at(self, number: int) -> bool:
        """Whether a subject and its verb follow a comma, rather than another part of the clause before it."""
        masks = self.masks
        first = masks[number]
        if first & _GOES_ON and not first & (Is.DETERMINER | Is.PRONOUN):
            return False
        for ahead in range(number, min(self.stop, number + _LONGEST_ASIDE)):
            mask = masks[ahead]
            if mask & (_EDGE | Is.RELATIVE) and ahead > number and not mask & Is.COMMA:
                return False
            if mask & (Is.AUXILIARY | Is.FINITE | VERB_CUE) and not self.c.noun_reading(ahead, number):
                return ahead > number
        return False

    def _inverted_cue(self, number: int) -> bool:
        """Whether a saying follows at once, with its source behind it (", said X")."""
        masks = self.masks
        while number < self.stop and masks[number] & (Is.AUXILIARY | Is.ADVERB):
            number += 1
        if number >= self.stop or not masks[number] & Is.CLAUSE or masks[number] & (Is.PARTICIPLE | Is.WEAK):
            return False
        stop = self.c.after(number)
        alone = self.c.drops_subject and (stop >= self.stop or bool(self.masks[stop] & _EDGE))
        return alone or subject_after(self.c, stop, self.stop) is not None

    def new_attribution(self, number: int) -> bool:
        """Whether the source of a later cue starts at `number`, so that the content before ends."""
        unsure = Is.WEAK if self.c.tells_clauses else 0
        for cue in self.cues:
            if cue <= number or cue - number > 25:
                if cue > number:
                    return False
                continue
            saying = VERB_CUE if self.c.head_first else Is.CLAUSE
            if not self.masks[cue] & saying or self.masks[cue] & (Is.PARTICIPLE | unsure):
                continue
            start = self.c.cue_start(cue, number)
            source = self.c.source_left(start, number) if start > number else None
            return (
                source is not None
                and source[0] == number
                and not (source[1] == number + 1 and self.masks[number] & Is.RELATIVE)
            )
        return False
