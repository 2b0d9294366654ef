"""Noun phrases where endings tell the subject: who stands beside a cue, on either side, with adjuncts between.

Adjuncts ("on Monday after a briefing", "to reporters") may stand anywhere between cue and source; word endings tell
them from the source. All positions are token numbers; nothing here knows a word.
"""

from factkit.extraction.clauses import Clauses, Range, Region, between
from factkit.extraction.drafts import Draft
from factkit.extraction.vocabulary import VERB_CUE, Is

_MARK = Is.COMMA | Is.TERMINAL | Is.COLON | Is.SEMICOLON | Is.DASH
_LINK = Is.COMMA | Is.DASH
_JOIN = Is.CONJUNCTION | Is.CONTRAST
_NOUN = Is.ROLE | Is.BODY | Is.OUTLET | Is.DOCUMENT | Is.ANONYMOUS
_CUE = VERB_CUE | Is.PASSIVE
_OPENER = Is.COMPLEMENTIZER | Is.RELATIVE | Is.SUBORDINATOR
_CITE = Is.CITING | Is.CITED_BY
_PHRASE_STOP = _MARK | _OPENER | _CITE | Is.QUOTE | Is.CONTRAST | Is.MARKER | Is.TO | Is.AUXILIARY | Is.AS | Is.ANAPHOR
_LONGEST_ADJUNCT = 20  # tokens between a cue and its source or complement
_LONGEST_SOURCE = 30
_LONGEST_POST = 3  # adjectives before a role
_SHORTEST_VERB = 5  # letters of a word whose ending tells a finite verb


class CasePhrases:
    """One region of a text, and the phrases in it that may be a source."""

    __slots__ = ("aside", "c", "cues", "drafts", "first", "last_source", "low", "masks", "pending", "previous", "stop")

    def __init__(self, clauses: Clauses, region: Region, cues: list[int], previous: Range | None = None) -> None:
        self.c, self.masks = clauses, clauses.masks
        self.first, self.stop = region.first, region.stop
        while self.stop > self.first and self.masks[self.stop - 1] & Is.TERMINAL:
            self.stop -= 1
        if self.stop > self.first and self.masks[self.first] & Is.DASH:
            self.first += 1  # of a list, or of speech
        self.cues = between(cues, self.first, self.stop)
        self.previous = previous
        self.drafts: list[Draft] = []
        self.low = self.first  # nothing before it belongs to a content that precedes its cue
        self.last_source: Range | None = None
        self.pending: tuple[Range, int] | None = None
        self.aside: Range | None = None  # ", as X writes, " behind the phrase for the sentence before

    def main_subject(self, stop: int) -> Range | None:
        """The noun phrase that the region starts with, adjuncts aside."""
        first = self.past_adjuncts(self.first, stop)
        end = first
        while (
            end < stop
            and not self.masks[end] & (_MARK | _OPENER | Is.QUOTE | Is.AUXILIARY | Is.PREPOSITION)
            and not (self.finite(end) or self.dates(end))
        ):
            end = self.c.after(end)
        counted = any(self.masks[n] & (Is.NUMBER | Is.SPELLED) for n in range(first + 1, min(end, stop)))
        return (first, min(end, stop)) if end > first and not counted and self.may_speak(first, end) else None

    def source_left(self, stop: int, low: int) -> Range | None:
        """The source that ends right before token `stop`: a pronoun, or a phrase, if need be before a parenthesis."""
        masks, last = self.masks, stop - 1
        if last < low:
            return None
        mask = masks[last]
        if mask & Is.RELATIVE or (mask & Is.PRONOUN and not mask & Is.DETERMINER):
            return last, stop
        if mask & Is.PRONOUN:
            return self.source_left(last, low)  # "the bank | it | expects": a possessive without a noun is an object
        if mask & _LINK:
            return self._before_parenthesis(last, low)
        return self.phrase_left(stop, low)

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
        opening = self._before_relative(opening, low)
        head = self.phrase_left(opening, low)
        inside = masks[opening + 1]
        if inside & _CUE and not self.c.capital(opening + 1):
            return head  # "X, reports Y, said": what Y reports of X
        apposition = not inside & (_OPENER | Is.PARTICIPLE | Is.PREPOSITION | _CITE | Is.ADVERB) and any(
            masks[n] & _NOUN for n in range(opening + 1, min(opening + 3, closing))
        )
        apposition = apposition or bool(head and self._is_named(head, opening + 1, closing))
        return (head[0], closing) if head and apposition else head

    def _is_named(self, head: Range, first: int, stop: int) -> bool:
        """Whether a person's name from `first` to `stop` says who the nameless `head` is ("one of the guests, X Y")."""
        nameless = not any(
            self.c.capital(n) and not self.masks[n] & (_NOUN | Is.PLACE)
            for n in range(head[0], head[1])
            if n > self.first
        )
        return nameless and stop - first > 1 and all(self._names(n) for n in range(first, stop))

    def _before_relative(self, opening: int, low: int) -> int:
        """The comma that opens the relative clause in which the one at `opening` stands, else `opening` ("X, of whom
        some, they say, …")."""
        for number in range(opening - 1, max(low, opening - _LONGEST_ADJUNCT), -1):
            if self.masks[number] & (Is.TERMINAL | Is.SEMICOLON | Is.QUOTE):
                break
            if self.masks[number] & Is.RELATIVE:
                comma = next((n for n in (number - 1, number - 2, number - 3) if self.masks[n] & Is.COMMA), None)
                return comma if comma is not None and comma > low else opening
        return opening

    def phrase_left(self, stop: int, low: int) -> Range | None:
        """The noun phrase that ends before `stop`, without the adjuncts that stand in front of it."""
        masks, stop = self.masks, self._before_times(stop, low)
        first, floor = stop, max(low, stop - _LONGEST_SOURCE)
        while first > floor:
            number = first - 1
            mask = masks[number]
            if mask & Is.INSIDE:
                number = self.c.phrase_start(number)
                mask = masks[number]
            if mask & _CITE and (before := self.phrase_left(number, low)):
                return before
            if mask & _CITE:  # "citing X | the rescuers said"
                cited = self._past_oblique(self.c.after(number), stop)
                return (cited, stop) if cited < stop and self.may_speak(cited, stop) else None
            if mask & Is.BRACKET:
                opening = next(
                    (n for n in range(number - 1, max(floor, number - 8) - 1, -1) if masks[n] & Is.BRACKET), None
                )
                if opening is None:
                    break
                first = opening
                continue
            if mask & _PHRASE_STOP or mask & Is.TIME or number in self.c.back or self.finite(number):
                break
            if mask & Is.CONJUNCTION and not self._joins(number, floor):
                break
            if mask & Is.PRONOUN and not mask & Is.DETERMINER:
                break
            first = number
        first = self._past_object(self.past_adjuncts(first, stop), stop)
        stop = self._before_adjuncts(first, stop)
        return (
            (first, stop) if first < stop and self.may_speak(first, stop) and not self._is_object(first, stop) else None
        )

    def _past_object(self, first: int, stop: int) -> int:
        """Past a name in another case before whoever does something ("Ivan Petrov | the prosecutor asked")."""
        end = self.names_end(first, stop)
        named = end - first > 1 and not any(self.masks[n] & (_NOUN | Is.PLACE) for n in range(first, end))
        apart = named and end < stop and self._heads_source(end) and self._told_name(end - 1)
        return end if apart else first

    def _is_object(self, first: int, stop: int) -> bool:
        """Whether all the words that open the region are objects' by their endings, whatever their capital."""
        masks = self.masks
        return first == self.first and all(
            masks[n] & Is.OBLIQUE_WORD
            and not (masks[n] & (Is.UPRIGHT | Is.PLACE) or self.acronym(n))
            and (n == first or not self.c.capital(n))
            for n in range(first, stop)
        )

    def _before_times(self, stop: int, low: int) -> int:
        """Before the times and adverbs that end at `stop` ("X on Monday")."""
        masks = self.masks
        while stop > low and masks[stop - 1] & (Is.TIME | Is.ADVERB):
            stop -= 1
            while stop > low and masks[stop - 1] & (Is.NUMBER | Is.PREPOSITION) and not self.c.capital(stop - 1):
                stop -= 1
        return stop

    def _before_adjuncts(self, first: int, stop: int) -> int:
        """Before what stands behind a person's name: an unknown adverb ("X | sharply"), prepositional phrases ("X at a
        briefing in Y")."""
        masks, last = self.masks, stop - 1
        manner = last > first + 1 and not masks[last] & ~Is.FINITE_FORM and not self.c.capital(last)
        if manner and self._is_surname(last - 1):
            stop = last
        for number in range(first + 1, stop):
            named = self.c.capital(number - 1) and not masks[number - 1] & (_NOUN | Is.PLACE | Is.A)
            if named and masks[number] & Is.PREPOSITION and not masks[number] & Is.INNER:
                return number if self.past_adjuncts(number, stop) >= stop else stop
        return stop

    def _is_surname(self, number: int) -> bool:
        """Whether the second word of a person's name stands here."""
        return all(self.c.capital(n) and not self.masks[n] & (_NOUN | Is.PLACE) for n in (number - 1, number))

    def _joins(self, number: int, floor: int) -> bool:
        """Whether the conjunction joins two nouns of one phrase."""
        return floor < number < self.stop - 1 and self._names(number + 1) == self._names(number - 1)

    def may_speak(self, first: int, stop: int) -> bool:
        """Whether somebody can be meant: a name, a known noun or a pronoun, and no mere time or place."""
        return (
            self._one_of(first + 1, first)
            or any(
                self.masks[n] & (_NOUN | Is.PRONOUN) or (self.c.capital(n) and not self.masks[n] & Is.TIME)
                for n in range(first, stop)
            )
            or (
                stop - first <= 3
                and not any(self.masks[n] & (Is.PREPOSITION | Is.NUMBER | Is.INDEFINITE) for n in range(first, stop))
                and not any(self.masks[n] & Is.SPELLED for n in range(first + 1, stop))
            )
        )

    def past_adjuncts(self, number: int, stop: int) -> int:
        """Past adverbs, times, addressees and prepositional phrases, up to a word that may be a subject."""
        masks = self.masks
        while number < stop:
            mask = masks[number]
            if mask & Is.PREPOSITION and (number == self.first or not self.c.capital(number)):
                number = self._past_oblique(self.c.after(number), stop)
            elif mask & Is.ADDRESSEE_WORD and (number == self.first or not self.c.capital(number)):
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
            (outlet and self._names(number)) or self.oblique(number) or self.masks[number] & Is.PLACE
        ):
            number = self.c.after(number)
        return number

    def _past_oblique(self, number: int, stop: int) -> int:
        """Past the words of a prepositional phrase that starts at `number`: its first word, the noun that an adjective
        waits for, and what else can be no subject."""
        masks, waiting = self.masks, True
        while number < stop:
            if waiting and not masks[number] & (_MARK | _CUE | Is.QUOTE | Is.ABOUT):
                adjective = masks[number] & (Is.OBLIQUE_ADJECTIVE | Is.DETERMINER) and not masks[number] & (
                    _NOUN | Is.TIME
                )
                waiting = bool(adjective) and not self._heads_source(number + 1)
                number = self.c.after(number)
                continue
            mask = masks[number]
            if self.oblique(number) or mask & (Is.TIME | Is.PLACE) or number in self.c.titles:
                number = self.c.after(number)
            elif mask & Is.NUMBER or (mask & Is.CONJUNCTION and self.oblique(number + 1)):
                number += 1
            elif masks[number - 1] & Is.TIME:
                break
            elif self._names(number) and number + 1 < stop and self._heads_source(self.names_end(number, stop)):
                number = self.names_end(number, stop)
            else:
                break
        return number

    def _names(self, number: int) -> bool:
        return number < self.stop and (self.c.capital(number) or number in self.c.titles)

    def names_end(self, number: int, stop: int) -> int:
        while number < stop and self._names(number):
            number += 1
        return number

    def _title_end(self, number: int) -> int:
        while number < self.stop and number in self.c.titles:
            number += 1
        return number

    def _heads_source(self, number: int) -> bool:
        """Whether a small word that may be the subject stands here: a role, a body."""
        return (
            number < self.stop
            and bool(self.masks[number] & _NOUN)
            and not self.oblique(number)
            and not self.c.capital(number)
        )

    def oblique(self, number: int) -> bool:
        """Whether the word's ending says that it is no subject."""
        if number >= self.stop:
            return False
        mask = self.masks[number]
        if mask & (Is.UPRIGHT | _MARK | Is.PREPOSITION | _CITE):
            return False
        if self.c.capital(number):
            return bool(mask & Is.OBLIQUE_NAME) and not self.acronym(number)
        return bool(mask & Is.OBLIQUE_WORD)

    def finite(self, number: int) -> bool:
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

    def states(self, first: int, stop: int) -> bool:
        """Whether the stretch has a verb of its own or counts something."""
        return any(self.masks[n] & (Is.NUMBER | Is.MODAL | Is.AUXILIARY) or self.finite(n) for n in range(first, stop))

    def speaker_right(self, number: int, mask: int) -> Range | None:
        """Who speaks behind a cue that ends before `number`: its subject, else the body or document it names."""
        subject, seat = self.source_right(number, mask), self.seat(number, mask)
        if subject is None or (seat and seat[0] <= subject[0] < seat[1]):
            return seat or subject
        outlet = self.masks[subject[0]] & Is.OUTLET or self._title_end(subject[0]) == subject[1]
        outlet = outlet or subject[1] - subject[0] == 1  # of a plural cue, so that nobody alone is its subject
        told = outlet and all(self._names(n) for n in range(*subject))
        if told and (place := self.seat(subject[1], mask)):
            return place  # "they told TASS in the ministry"
        if any(self.masks[n] & (_NOUN | Is.PRONOUN) or self._names(n) for n in range(*subject)):
            return subject
        return seat or subject

    def source_right(self, number: int, mask: int) -> Range | None:
        """The subject after a cue that ends before `number`, with adjuncts between them put aside."""
        masks = self.masks
        first = self.past_adjuncts(number, min(self.stop, number + _LONGEST_ADJUNCT))
        if given := self.worded(first):
            return given
        if first < self.stop and masks[first] & Is.OUTLET and self._heads_source(self.names_end(first, self.stop)):
            first = self.names_end(first, self.stop)  # an outlet without endings, which was told
        elif first in self.c.titles and self._heads_source(end := self._title_end(first)):
            first = end  # "told «Interfax» | a resident of the house"
        elif first < self.stop and self.c.capital(first) and self._told_name(first):
            first = self._past_told_name(first)
        if first >= self.stop or masks[first] & (_PHRASE_STOP & ~Is.QUOTE) or first in self.c.jump:
            return None
        if self.oblique(first) and not (masks[first] & Is.OBLIQUE_ADJECTIVE and self._heads_source(first + 1)):
            return None
        if masks[first] & Is.QUOTE and first not in self.c.titles:
            return None
        if masks[first] & Is.PRONOUN and not masks[first] & Is.DETERMINER:
            return first, first + 1
        number = masks[first] & Is.NUMBER and not self._aged(first)
        if (
            number
            or masks[first] & (Is.PREPOSITION | Is.INDEFINITE | Is.BRACKET)
            or (mask & Is.INFINITIVE and not mask & Is.CLAUSE)
        ):
            return None
        stop = self.phrase_right(first, self.stop)
        if stop == first or not self.may_speak(first, stop) or self.finite(first):
            return None
        return first, self.apposition_end(stop)

    def worded(self, first: int) -> Range | None:
        """Whose words are given from `first` on ("gives | TASS the words of the mayor", "gives | his words")."""
        masks = self.masks
        if first + 1 >= self.stop:
            return None
        if masks[first] & Is.PRONOUN and masks[first + 1] & Is.WORDING:
            return first, first + 1
        head = first if masks[first] & Is.WORDING else self.names_end(first, self.stop)
        if head + 1 >= self.stop or not masks[head] & Is.WORDING:
            return None
        end = self.phrase_right(head + 1, self.stop)
        while head == first and end - 1 in self.c.titles:
            end -= 1  # "gives the words of the coach | «Волна»": the outlet stands behind
        return (head + 1, end) if end > head + 1 and self.may_speak(head + 1, end) else None

    def _told_name(self, number: int) -> bool:
        """Whether the name at `number` is in another case, or has none: an acronym, a name in foreign letters."""
        word = self.c.words[number]
        return self.oblique(number) or self.acronym(number) or (word.isascii() and word.isalpha())

    def _past_told_name(self, first: int) -> int:
        """Past the name in another case of whom it was told, if somebody who may speak follows at once."""
        masks, number = self.masks, self.names_end(first, self.stop)
        if self.masks[first] & _NOUN or not all(map(self._told_name, range(first, number))):
            return first
        head = number
        while head < min(self.stop, number + _LONGEST_POST) and not masks[head] & (_PHRASE_STOP | _NOUN):
            if self.oblique(head):
                return first
            head += 1
        return number if self._heads_source(head) else first

    def _aged(self, number: int) -> bool:
        """Whether the number at `number` is only a part of a word ("22-year-old")."""
        return "-" in self.c.words[number]

    def phrase_right(self, first: int, high: int) -> int:
        """Where the noun phrase that starts at `first` stops."""
        masks, stop = self.masks, first
        while stop < high:
            mask = masks[stop]
            if stop in self.c.titles and not self._told(stop, first):
                stop += 1
                continue
            if mask & Is.BRACKET:
                closing = next((n for n in range(stop + 1, min(high, stop + 8)) if masks[n] & Is.BRACKET), None)
                if closing is None or stop == first:
                    break
                stop = closing + 1
                continue
            if (
                mask & (_PHRASE_STOP & ~Is.QUOTE | Is.TIME | Is.ADVERB)
                or stop in self.c.jump
                or (stop > first and self.dates(stop))
                or (mask & Is.QUOTE and stop not in self.c.titles)
                or self._told(stop, first)
            ):
                break
            if stop > first and self.finite(stop):
                break
            told = mask & Is.ADDRESSEE_WORD and not self.c.capital(stop) and stop > first
            if told and not (mask & Is.OUTLET and masks[stop - 1] & Is.ROLE):
                break
            inner = mask & Is.INNER or self._one_of(stop, first) or self._post(stop, first, high)
            inner = inner or (mask & Is.BRANCH and stop > first and self._is_branch(stop, high))
            inner = inner or (mask & Is.SEAT and stop > first and self._is_insider(stop, high))
            if mask & Is.PREPOSITION and not inner:
                break
            if mask & Is.CONJUNCTION and not (self._joins(stop, first) and stop > first):
                break
            stop = self.c.after(stop)
        return min(stop, high)

    def _told(self, quote: int, first: int) -> bool:
        """Whether a title that names who is told something opens at `quote`, behind a person's name."""
        masks, last = self.masks, quote - 1
        name = quote in self.c.titles and last > first and self.c.capital(last) and last not in self.c.titles
        return name and not (masks[last] & (_NOUN | Is.PLACE) or self.acronym(last))

    def _one_of(self, number: int, first: int) -> bool:
        """Whether the preposition at `number` says of whom the one at `first` is ("one of the organisers")."""
        if number != first + 1 or number + 1 >= self.stop or not self.masks[first] & (Is.DETERMINER | Is.A):
            return False
        known = self.masks[number + 1] & (Is.ROLE | Is.ANONYMOUS)
        return bool(known) or (bool(self.masks[first] & Is.A) and not self.masks[number + 1] & (_MARK | Is.QUOTE))

    def _is_branch(self, number: int, high: int) -> bool:
        """Whether the preposition at `number` opens the district that the body before it is for."""
        masks, before = self.masks, number - 1
        body = masks[before] & (Is.BODY | Is.PLACE) or self.acronym(before)
        place = number + 1 < high and self.c.capital(number + 1) and masks[number + 1] & (Is.PLACE | Is.OBLIQUE_WORD)
        return bool(body and place)

    def _is_insider(self, number: int, high: int) -> bool:
        """Whether the preposition at `number` opens the body in which somebody unnamed is ("a source | in the
        government")."""
        masks, place = self.masks, number + 1
        if not masks[number - 1] & Is.ANONYMOUS:
            return False
        while place < high and self.oblique(place) and not masks[place] & (Is.BODY | Is.TIME):
            place += 1
        return place < high and (bool(masks[place] & Is.BODY) or self.acronym(place))

    def _post(self, number: int, first: int, high: int) -> bool:
        """Whether the preposition belongs to a post ("the ambassador in Kyiv X"): a name follows the place."""
        masks = self.masks
        if number <= first or number + 2 >= high or not any(masks[n] & Is.ROLE for n in range(first, number)):
            return False
        if any(self.c.capital(n) and not masks[n] & (Is.PLACE | _NOUN) for n in range(first, number)):
            return False
        place = number + 1
        while place < high and (masks[place] & Is.PLACE or self.oblique(place)):
            place += 1
        return place > number + 1 and place < high and self.c.capital(place) and not masks[place] & _MARK

    def apposition_end(self, stop: int) -> int:
        """`stop`, or the end of the apposition that follows it (", the head of the committee")."""
        masks, start = self.masks, stop + 1
        if start < self.stop and (end := self._series_end(stop)) > stop:
            return end
        if (
            start >= self.stop
            or not masks[stop] & Is.COMMA
            or not masks[start] & (Is.ROLE | Is.BODY)
            or self.oblique(start)
        ):
            return stop
        end = self.phrase_right(start, self.stop)
        closed = end >= self.stop or bool(masks[end] & (_MARK | Is.QUOTE))
        return end if closed else stop

    def _series_end(self, stop: int) -> int:
        """The end of a list of names that goes on at `stop` (", AFP and Yonhap"); `stop` where none does."""
        number = stop
        while number + 1 < self.stop and self.masks[number] & Is.COMMA and self._names(number + 1):
            number = self.names_end(number + 1, self.stop)
        if number > stop and number + 1 < self.stop and self.masks[number] & Is.CONJUNCTION and self._names(number + 1):
            return self.names_end(number + 1, self.stop)
        return stop

    def seat(self, number: int, mask: int) -> Range | None:
        """'They said in the ministry', 'the report says': the body or document behind its preposition."""
        masks = self.masks
        if not mask & Is.IMPERSONAL:
            return None
        while number + 1 < self.stop and (
            masks[number] & (Is.ADVERB | Is.TIME | Is.ADDRESSEE_WORD)
            or (masks[number] & Is.PREPOSITION and masks[number + 1] & Is.TIME)  # "on | Tuesday"
            or self.dates(number)
        ):
            number = self.c.after(number)
        if number + 1 >= self.stop or not masks[number] & Is.SEAT:
            return None
        first = number + 1
        stop = self.phrase_right(first, self.stop)
        speaks = any(
            masks[n] & (Is.BODY | Is.DOCUMENT | Is.OUTLET | Is.PLACE) or self.acronym(n) or self._name(n)
            for n in range(first, stop)
        )
        if mask & Is.PASSIVE and speaks and not self.c.capital(first):  # "as is noted | in the province"
            speaks = any(masks[n] & (Is.BODY | Is.DOCUMENT | Is.OUTLET) or self.acronym(n) for n in range(first, stop))
        return (first, stop) if stop > first and speaks else None

    def _name(self, number: int) -> bool:
        """Whether a name stands here."""
        return self.c.capital(number) and not self.masks[number] & Is.TIME

    def acronym(self, number: int) -> bool:
        word = self.c.text[self.c.starts[number] : self.c.ends[number]]
        return len(word) > 1 and word.isupper()

    def adjuncts_end(self, number: int) -> int:
        """Past adjuncts, addressees and citations, up to the next mark or other word."""
        masks, limit = self.masks, min(self.stop, number + _LONGEST_ADJUNCT)
        while number < limit:
            ahead = self.past_adjuncts(number, limit)
            if ahead < limit and masks[ahead] & _CITE:
                end = self.phrase_right(self.c.after(ahead), self.stop)
                ahead = max(end, self.to_mark(end) if end > self.c.after(ahead) else end)
            if ahead == number:
                break
            number = ahead
        return number

    def to_mark(self, first: int) -> int:
        """The next mark from `first` on; `first` where a verb or a quotation comes before it."""
        for number in range(first, min(self.stop, first + _LONGEST_ADJUNCT)):
            if self.masks[number] & _MARK:
                return number
            if self.finite(number) or self.masks[number] & Is.QUOTE or number in self.c.jump:
                break
        return first

    def dates(self, number: int) -> bool:
        """Whether the number at `number` only dates."""
        return (
            bool(self.masks[number] & Is.NUMBER) and number + 1 < self.stop and bool(self.masks[number + 1] & Is.TIME)
        )

    def counts(self, number: int, high: int) -> bool:
        return any(self.masks[n] & Is.NUMBER for n in range(number, min(high, number + 3)))
