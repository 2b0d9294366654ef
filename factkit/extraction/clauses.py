"""The edges of phrases and clauses around a cue, read off word classes: where a source and a content start and end.

All positions are token numbers; a range is (first, one past the last). Nothing here knows a word.
"""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from factkit.extraction.classed_tokens import ClassedTokens
from factkit.extraction.offices import offices_end
from factkit.extraction.vocabulary import VERB_CUE, Is

Range = tuple[int, int]

_EDGE = Is.COMMA | Is.TERMINAL | Is.COLON | Is.SEMICOLON | Is.DASH | Is.BRACKET | Is.QUOTE
_SOURCE_STOP = (
    Is.COMMA | Is.TERMINAL | Is.COLON | Is.SEMICOLON | Is.DASH | Is.BRACKET | Is.QUOTE
    | Is.COMPLEMENTIZER | Is.RELATIVE | Is.SUBORDINATOR | Is.AUXILIARY | Is.CONTRAST | Is.TO
)  # fmt: skip
_NO_APPOSITION = (
    Is.RELATIVE | Is.SUBORDINATOR | Is.PARTICIPLE | Is.CONJUNCTION | Is.CONTRAST | Is.PREPOSITION | Is.PRONOUN
    | Is.ADVERB | Is.AUXILIARY | Is.CITING | Is.CITED_BY | Is.MARKER | Is.TIME
)  # fmt: skip
_AROUND_CUE = Is.AUXILIARY | Is.ADVERB | Is.NEGATION
_RIGHT_STOP = (
    Is.TERMINAL | Is.COLON | Is.SEMICOLON | Is.DASH | Is.BRACKET | Is.QUOTE | Is.COMPLEMENTIZER | Is.SUBORDINATOR
    | Is.AUXILIARY | Is.CONTRAST | Is.TIME | Is.RELATIVE | Is.CITING | Is.CITED_BY
)  # fmt: skip
_NO_SUBJECT = _EDGE | Is.SUBORDINATOR | Is.COMPLEMENTIZER | Is.AUXILIARY | Is.TO | Is.OWNS
_CUE = VERB_CUE | Is.PASSIVE
_OPENING_STOP = _EDGE | Is.AUXILIARY | Is.RELATIVE | Is.SUBORDINATOR | Is.COMPLEMENTIZER | Is.LIGHT
_SEVERAL = Is.ROLE | Is.BODY | Is.DOCUMENT | Is.ANONYMOUS
_SPEAKER = Is.ROLE | Is.BODY | Is.OUTLET | Is.DOCUMENT | Is.ANONYMOUS
_NO_TAGGED = Is.DETERMINER | Is.TIME | Is.PARTICIPLE
_OPENS_LIST = Is.TERMINAL | Is.COLON | Is.SEMICOLON | Is.DASH | Is.QUOTE | Is.COMPLEMENTIZER
_NO_OWNER = Is.PRONOUN | Is.RELATIVE | Is.AUXILIARY | Is.COMMA
_LONGEST_SOURCE = 30
_LEADS_ON = (
    Is.PREPOSITION | Is.INNER | Is.CONJUNCTION | Is.COMMA | Is.DETERMINER | Is.INDEFINITE | Is.ROLE | Is.OWNS | Is.QUOTE
    | Is.BRACKET | Is.DASH | Is.PRONOUN | Is.COMPLEMENTIZER
)  # fmt: skip
_DATED = Is.TIME | Is.NUMBER | Is.DOCUMENT  # no noun for a body or a person goes on a phrase that ends so
_LONGEST_OFFICE = 8  # tokens that tell what a role is for
_NICKNAME = 5  # tokens of “Dr. Doom,” behind its opening mark
_LONGEST_WHO = 10  # tokens from "who" to the last words of its clause


class Region(NamedTuple):
    """A stretch read by itself: a sentence (with its quotations whole), or a sentence inside a quotation."""

    first: int
    stop: int
    depth: int


class Clauses(ClassedTokens):
    """The questions that the constructions ask of a document's tokens."""

    __slots__ = ()

    def cue_start(self, number: int, low: int) -> int:
        """Where the verb group of the cue at `number` starts: auxiliaries, adverbs and negations before it."""
        masks = self.masks
        while number > low:
            mask = masks[number - 1]
            if self.head_first and mask & (Is.TIME | Is.ADVERB) and number - 1 > low and self.capital(number - 1):
                break  # part of a name ("Le Soir", "Domingo")
            if self.tells_clauses and mask & Is.MODAL and number - 2 >= low and self.surnamed(number - 1):
                break  # "Theresa May"
            if self.head_first and mask & Is.TIME and number - 2 >= low and masks[number - 2] & Is.DETERMINER:
                number -= 2  # "que | el martes había cifrado"
            elif (
                (mask & _AROUND_CUE and not mask & Is.COMPLEMENTIZER)
                or (mask & Is.BE and number - 1 > low and masks[number - 2] & (Is.PRONOUN | Is.RELATIVE))
                or (mask & Is.CLITIC and not masks[number] & Is.AMBIGUOUS)
            ):
                number -= 1
            elif mask & Is.PRONOUN and number - 1 > low and self.words[number - 2][-1] == "-":
                number -= 2
            elif (
                mask & Is.INSIDE
                and (start := self.phrase_start(number - 1)) >= low
                and masks[start] & (Is.LIGHT | _AROUND_CUE)
            ):
                number = start
            elif mask & Is.TIME and number - 1 > low:
                if self.tells_clauses and self._describes(number - 2, low):
                    break  # "A report filed Thursday | says"
                number -= 2 if masks[number - 2] & Is.PREPOSITION else 1
            elif self.tells_clauses and number - 3 > low and self._dates(number - 3):
                number -= 3
            else:
                break
        return max(number, low)

    def surnamed(self, number: int) -> bool:
        """Whether a word with a capital is part of a name: behind another one ("Theresa May"), or between a role and
        another one ("minister Will Quince")."""
        before = self.masks[number - 1]
        titled = self.capital(number - 1) or (before & Is.ROLE and self.capital(number + 1))
        return self.capital(number) and bool(titled) and not before & ~(Is.ROLE | Is.PLACE)

    def _describes(self, number: int, low: int) -> bool:
        """Whether a participle stands here that says more of the noun before it."""
        mask, before = self.masks[number], self.masks[number - 1] if number > low else Is.COMMA
        finite = mask & Is.FINITE and not mask & (Is.AMBIGUOUS | VERB_CUE) and not self.capital(number)
        return bool(finite) and not before & (_EDGE | Is.PRONOUN | Is.AUXILIARY | Is.ADVERB | Is.CONJUNCTION)

    def _dates(self, number: int) -> bool:
        """Whether "in the past" or the like starts here, behind the auxiliary of the verb that it parts from it."""
        masks = self.masks
        when = masks[number] & Is.PREPOSITION and masks[number + 1] & Is.DETERMINER
        return bool(when and masks[number - 1] & Is.AUXILIARY) and not masks[number + 2] & ~Is.TIME

    def views(self, number: int) -> bool:
        """Whether somebody's view follows a comma before `number` (", pour qui la loi …")."""
        masks = self.masks
        follows = number + 2 < len(masks) and bool(masks[number - 1] & Is.COMMA and masks[number] & Is.VIEWPOINT)
        return follows and bool(masks[number + 1] & Is.RELATIVE) and not masks[number + 2] & Is.TERMINAL

    def source_left(self, stop: int, low: int) -> Range | None:
        """The noun phrase that ends before token `stop`: the subject of a cue that follows it."""
        masks = self.masks
        last = stop - 1
        if last < low:
            return None
        if self.tells_clauses and self.words[last] in self.periods and (when := self._when(last, low)) < last:
            return self.source_left(when, low)  # "The minister | this past week announced"
        mask = masks[last]
        if (mask & Is.PRONOUN and not mask & Is.OBLIQUE) or mask & Is.INDEFINITE:
            if mask == Is.INDEFINITE and last > low and masks[last - 1] & _SEVERAL:
                return self._phrase_left(stop, low)  # "officials there said"
            return last, stop
        if mask & (Is.COMMA | Is.DASH):
            phrase = self._before_parenthesis(last, low)
            return self._with_joined(self._past_time(phrase), low) if phrase and self.tells_clauses else phrase
        if self.tells_clauses and last in self.back and masks[last - 1] & Is.COMMA:
            return self._before_nickname(last, low)
        if mask & Is.RELATIVE:
            return last, stop
        phrase = self._phrase_left(stop, low)
        if phrase and self.head_first and self._in_adjunct(phrase, low):
            return self.source_left(phrase[0] - 1, low)  # "El ministro, Juan Paz, en rueda de prensa | confirmó"
        if phrase is None or not self.tells_clauses:
            return phrase
        if self._done_with(phrase[0], stop):
            return None
        if masks[phrase[0]] & Is.NUMBER and self.words[phrase[0] + 1].strip(".") in self.clock:
            return self._past_clock(phrase)
        if phrase[0] - 1 == low and masks[low] & Is.PREPOSITION and not self.capital(phrase[0]):
            return self._past_occasion(phrase)
        return self._with_joined(self._beyond_place(phrase, low), low)

    def _past_time(self, phrase: Range) -> Range:
        """The phrase without how long before or after something it opens ("Ten days earlier, | a mayor, who …,")."""
        first, stop = phrase
        if first + 4 >= stop or self.words[first + 1] not in self.periods or not self.masks[first + 3] & Is.COMMA:
            return phrase
        return (first + 4, stop) if self.masks[first + 2] & Is.TIME else phrase

    def _with_joined(self, phrase: Range, low: int) -> Range:
        """The phrase with those whom commas and "and" join to it, each with what tells of them: "Ann Lee, R-Ohio, and |
        Tom Ray", "Ann Lee, the mayor, Jo Orr and | Tom Ray"."""
        masks, comma = self.masks, phrase[0] - 1
        if comma > low and masks[comma] & Is.CONJUNCTION and not masks[comma] & Is.CONTRAST:
            comma -= 1
        elif not any(masks[n] & Is.CONJUNCTION for n in range(*phrase)) or not self._alike(comma, phrase[0]):
            return phrase
        if comma <= low or not masks[comma] & Is.COMMA or not self._named(phrase):
            return phrase
        floor, first = max(low, comma - _LONGEST_SOURCE), phrase[0]
        while (before := self._walk_left(comma, floor)) is not None:
            opens = before[0] == low or masks[before[0] - 1] & _OPENS_LIST
            if before[0] > floor and masks[before[0] - 1] & Is.COMMA:
                first, comma = before[0] if self._named(before) else first, before[0] - 1
                continue
            if opens and self._named(before):
                return before[0], phrase[1]
            scene = before[0] - 1 == low and masks[low] & Is.PREPOSITION  # "In Dover, Ann Lee, 41, and Tom Ray"
            return (first if scene else phrase[0]), phrase[1]
        return phrase

    def _alike(self, comma: int, first: int) -> bool:
        """Whether the words on both sides of a comma may be members of one list of speakers."""
        last = self.masks[comma - 1]
        return self.capital(comma - 1) if self.capital(first + 1) else bool(last & _SPEAKER and not last & Is.DOCUMENT)

    def _named(self, phrase: Range) -> bool:
        """Whether the phrase holds a name of two words or a noun for those who speak."""
        first, stop = phrase
        if any(self.masks[n] & _SPEAKER for n in range(first, stop)):
            return True
        return any(self.capital(n) and self.capital(n + 1) for n in range(first, stop - 1))

    def _done_with(self, number: int, stop: int) -> bool:
        """Whether a participle starts here with what it was done by or with ("charged | with theft")."""
        mask = self.masks[number]
        past = mask & Is.FINITE and not mask & (Is.AUXILIARY | VERB_CUE | Is.ROLE) and not self.capital(number)
        return bool(past) and number + 1 < stop and bool(self.masks[number + 1] & (Is.BY | Is.PREPOSITION))

    def _in_adjunct(self, phrase: Range, low: int) -> bool:
        """Whether a preposition behind a comma opens what looks like a subject: an adjunct that tells where."""
        first, stop = phrase
        opens = first - 2 > low and self.masks[first - 1] & Is.PREPOSITION and self.masks[first - 2] & Is.COMMA
        if not opens or self.masks[first - 1] & Is.DETERMINER:
            return False
        party = Is.ROLE | Is.BODY | Is.ANONYMOUS | Is.DOCUMENT | Is.PRONOUN  # but "en rueda de prensa"
        return not any(self.masks[n] & party or self.capital(n) for n in range(first, stop))

    def pied(self, number: int) -> bool:
        """Whether a relative pronoun stands at `number` behind its preposition, and so is no subject ("in which")."""
        before = self.masks[number - 1] if number else 0
        return bool(self.masks[number] & Is.RELATIVE and before & Is.PREPOSITION) and not before & Is.COMPLEMENTIZER

    def _past_occasion(self, phrase: Range) -> Range:
        """The phrase without a noun before its name that tells when or where ("In cross-examination | Petrie said")."""
        first, stop = phrase
        while first < stop and not self.masks[first] and not self.capital(first):
            first += 1
        named = first < stop and all(self.capital(n) for n in range(first, stop))
        return (first, stop) if named else phrase

    def _past_clock(self, phrase: Range) -> Range | None:
        """The phrase without the time of day before it ("At | 9 p.m. | Petrie said")."""
        first, stop = phrase[0] + 2, phrase[1]
        while first < stop and self.words[first] == ".":
            first += 1
        return (first, stop) if first < stop else None

    def _when(self, last: int, low: int) -> int:
        """Where the words of time start that a week, a day or the like at `last` ends: "earlier this | month"."""
        number = last
        while number > low and (self.masks[number - 1] & Is.TIME or self.words[number - 1] in self.past):
            number -= 1
        if low < number < last and self.masks[number - 1] & (Is.DETERMINER | Is.PREPOSITION):
            number -= 1  # "the | past year", "on | Monday morning"
        before = self.masks[number - 1] if low < number else 0
        # Not of "papers filed | on Monday night" or "a report | last year".
        return last if before & (Is.PARTICIPLE | Is.FINITE | Is.DOCUMENT) else number

    def _beyond_place(self, phrase: Range, low: int) -> Range:
        """The phrase with the town and its state behind an article before it: "The Dover, Ohio, company", "a Dover,
        Ohio-based company"."""
        masks, comma = self.masks, phrase[0] - 1
        if comma - 2 < low or not masks[comma] & Is.COMMA or masks[phrase[0]] & (Is.DETERMINER | Is.PRONOUN):
            return phrase
        place = comma - 1 - (self.words[comma - 1] == ".")
        if not self.capital(phrase[0]):
            if not self.capital(place) or place - 2 < low or not masks[place - 1] & Is.COMMA:
                return phrase
            place -= 2
        elif "-" not in self.words[phrase[0]]:
            return phrase
        while place > low and self.capital(place) and not masks[place] & Is.DETERMINER:
            place -= 1
        opens = masks[place] & Is.DETERMINER and not masks[place] & Is.PRONOUN and self.capital(place + 1)
        return (place, phrase[1]) if opens else phrase

    def _phrase_left(self, stop: int, low: int) -> Range | None:
        """The noun phrase that ends before `stop`, with what stands in brackets at its end."""
        if not self.masks[stop - 1] & Is.BRACKET:
            phrase = self._walk_left(stop, low)
            return self._before_offices(phrase, low) if phrase and self.head_first else phrase
        opening = self._opening_bracket(stop - 1, low)
        inner = self._walk_left(opening, low) if opening is not None else None
        return (inner[0], stop) if inner else None

    def _before_offices(self, phrase: Range, low: int) -> Range:
        """The phrase with the body or role before it, where it is but the rest of what that is for."""
        first, comma = phrase[0], phrase[0] - 1
        listed = self.capital(first) or self.masks[first] & Is.INNER
        if comma - 1 > low and self.masks[comma] & Is.COMMA:
            if self.masks[first] & Is.ROLE and not listed:
                return self._unclosed(phrase, low)
            if (titled := self._titled_before(phrase, low)) is not None:
                return titled, phrase[1]
        if comma <= low or not listed or not self.masks[comma] & Is.COMMA:
            return phrase
        head = self._walk_left(comma, low)
        return (head[0], phrase[1]) if head and offices_end(self, head[0], comma, phrase[1]) > comma else phrase

    def _unclosed(self, phrase: Range, low: int) -> Range:
        """The phrase with the name before it that it describes, where no comma closes that apposition and the name
        opens the sentence ("Ana Pop, șefa spitalului | a declarat")."""
        name = phrase[0] - 2
        while name >= low and self.capital(name) and not self.masks[name] & (Is.PREPOSITION | Is.TIME | Is.PLACE):
            name -= 1
        opens = name < low or self.masks[name] & Is.COMMA
        return (name + 1, phrase[1]) if opens and phrase[0] - name > 3 else phrase

    def _titled_before(self, phrase: Range, low: int) -> int | None:
        """Where the role of somebody named begins that opens the sentence, where no comma closes the name behind it
        ("La présidente du conseil, Ana Paz | a déclaré"); None if there is none."""
        first, stop = phrase
        named = stop - first > 1 and all(self.capital(n) for n in range(first, stop))
        head = self._walk_left(first - 1, low) if named else None
        if head is None or head[0] > low + 1 or any(self.masks[n] & Is.COMMA for n in range(*head)):
            return None
        role = head[0] + bool(self.masks[head[0]] & Is.DETERMINER)
        return head[0] if self.masks[role] & Is.ROLE else None

    def _opening_bracket(self, last: int, low: int) -> int | None:
        for number in range(last - 1, max(low, last - 15) - 1, -1):
            if self.masks[number] & Is.BRACKET:
                return number
        return None

    def _before_parenthesis(self, comma: int, low: int) -> Range | None:
        """The phrase before ", …," in front of the cue; an apposition belongs to it, an adjunct does not."""
        masks, kind = self.masks, self.masks[comma] & (Is.COMMA | Is.DASH)
        opening = comma - 1
        floor = max(low, comma - _LONGEST_SOURCE)
        while opening >= floor and not masks[opening] & kind:
            if opening in self.back:
                opening = self.back[opening]
            elif masks[opening] & (Is.TERMINAL | Is.SEMICOLON | Is.QUOTE):
                return None
            opening -= 1
        if opening < floor or opening == low:
            return None
        if self.head_first and masks[opening - 1] & Is.RELATIVE:
            return opening - 1, opening  # "care, la data de 10 martie, | estimează că …"
        if self.tells_clauses and masks[opening - 1] & Is.PRONOUN and not masks[opening - 1] & Is.OBLIQUE:
            return opening - 1, opening  # "He, once again, said"
        head = self._phrase_left(opening, low)
        if head and self.head_first and (pronoun := self._relative_at(head[0], low)) and pronoun - 1 > low:
            outer = self._phrase_left(pronoun - 1, low)  # "Pop, care a vorbit cu Rusu, șeful gării, | a spus"
            return (outer[0], comma) if outer else None
        if head is None or (masks[opening - 1] & (Is.ADVERB | Is.TIME) and not masks[opening - 2] & _SPEAKER):
            return None
        if self.tells_clauses and head[0] - 1 == low and masks[low] & Is.WITHIN and masks[head[0]] & Is.A:
            return opening + 1, comma  # "In a statement, Ann Pike, said"
        head = self._beyond_tag(self._before_address(head, low), low)
        if self.tells_clauses and self._told_of(head[0], low):
            return self._phrase_left(head[0] - 1, low) or head  # "Petrie, facing a vote in Ohio, a swing state, said"
        if self.tells_clauses and head[0] - 1 > low and masks[head[0] - 1] & Is.COMMA:
            head = self._before_list(head, low)
        first = masks[opening + 1]
        aside = Is.CITING | Is.CITED_BY | Is.SUBORDINATOR | Is.PARTICIPLE | Is.ADVERB
        aside |= Is.CONTRAST | Is.PRONOUN if self.head_first else 0  # "El PP, en cambio,", "Les élus, eux,"
        apposition = not first & aside and (not first & Is.PREPOSITION or first & Is.DETERMINER)
        apposition = apposition or self._tells_home(opening + 1, comma)
        return (head[0], comma) if apposition else head

    def _tells_home(self, first: int, stop: int) -> bool:
        """Whether the words between two commas say where somebody is from (", from Dover,")."""
        leads = self.masks[first] & Is.MAKER and self.masks[first] & Is.INNER
        named = self.capital(first - 2) or self.masks[first - 2] & Is.NUMBER
        if not self.tells_clauses or not leads or not named or stop - first < 2:
            return False
        return all(self.capital(n) or self.words[n] in "./" for n in range(first + 1, stop))

    def _relative_at(self, first: int, low: int) -> int:
        """Where the relative pronoun stands, behind a comma, whose clause goes on before `first`; 0 if none does."""
        masks, number = self.masks, first - 1
        while number > max(low, first - _LONGEST_WHO) and not masks[number] & (_EDGE | Is.RELATIVE):
            number -= 1
        relative = number > low and masks[number] & Is.RELATIVE and masks[number - 1] & Is.COMMA
        verb = any(masks[n] & (Is.AUXILIARY | Is.PAST) for n in range(number + 1, min(first, number + 4)))
        return number if relative and verb else 0

    def _told_of(self, number: int, low: int) -> bool:
        """Whether a participle behind a comma says more of the one before it ("Petrie, | facing a vote in Ohio",
        "the camp, | built by a river in Ohio")."""
        mask = self.masks[number]
        past = mask & Is.FINITE and not mask & (Is.AUXILIARY | VERB_CUE) and not self.capital(number)
        return bool(mask & Is.PARTICIPLE or past) and number - 1 > low and bool(self.masks[number - 1] & Is.COMMA)

    def _before_address(self, head: Range, low: int) -> Range:
        """`head`, or whoever is said to be from there where it ends an address: "Petrie, 35, of | Mill Lane, Dover"."""
        masks, number = self.masks, head[0] - 1
        if not self.tells_clauses or not self.capital(head[0]):
            return head
        floor = max(low, number - _LONGEST_SOURCE)
        while number > floor and (self.capital(number) or masks[number] & Is.COMMA):
            number -= 1  # past the parts of the address
        leads = masks[number] & Is.INNER and not masks[number] & Is.DETERMINER
        if number - 1 <= low or not leads or not masks[number - 1] & Is.COMMA:
            return head
        name = self._phrase_left(number - 1, low)
        return self._beyond_tag(name, low) if name is not None else head

    def _before_list(self, head: Range, low: int) -> Range:
        """`head`, or the phrase in front of the list of names that it closes ("Six states, including Ohio, Iowa and
        others, said")."""
        masks = self.masks
        for comma in range(head[0] - 1, max(low, head[0] - _LONGEST_SOURCE), -1):
            if masks[comma] & Is.COMMA and masks[comma + 1] & Is.PARTICIPLE:
                return self._phrase_left(comma, low) or head
            if masks[comma] & (_EDGE ^ Is.COMMA | Is.AUXILIARY | Is.FINITE | VERB_CUE):
                break
        return head

    def _before_nickname(self, last: int, low: int) -> Range | None:
        """'X, known as “the Bird,”': the phrase with an apposition that closes with quoted words and their comma,
        without what it only cites ("X, citing “the heat,” said …")."""
        first = self.back[last]
        if first - 2 <= low:
            return None
        for opening in range(first - 1, max(low, first - _LONGEST_SOURCE), -1):
            if self.masks[opening] & Is.COMMA:
                cites = self.masks[opening + 1] & Is.PARTICIPLE
                head = self._phrase_left(opening, low) if cites or last - first <= _NICKNAME else None
                return head if head is None or cites else (head[0], last + 1)
            if self.masks[opening] & (_EDGE | _CUE) and not self.masks[opening] & Is.PARTICIPLE:
                return None
        return None

    def _beyond_tag(self, head: Range, low: int) -> Range:
        """'X, 35,', 'X, R-Ohio,' and 'X, a nurse from Dover, Ohio,' where `head` only stands between the commas."""
        first, stop = head
        described = self.tells_clauses and self.masks[first] & (Is.DETERMINER | Is.ROLE) and not self.capital(first)
        if first - 1 <= low or (stop - first > 2 and not described) or not self.masks[first - 1] & Is.COMMA:
            return head
        name = self._phrase_left(first - 1, low)
        if name is None or (name[0] > low and self.masks[name[0] - 1] & Is.PREPOSITION):
            return head
        if self.head_first and self.masks[name[0]] & Is.PREPOSITION and not self.masks[name[0]] & Is.DETERMINER:
            return head  # "En un vídeo, su jefe, alias Lobo, amenazó con …"
        if self.tells_clauses and (not self.capital(name[0]) or self.masks[name[0]] & _NO_TAGGED):
            return head
        return name[0], stop

    def _walk_left(self, stop: int, low: int) -> Range | None:
        masks = self.masks
        floor = max(low, stop - _LONGEST_SOURCE)
        first = stop
        while first > floor:
            mask = masks[first - 1]
            if mask & Is.BRACKET and first < stop and self._abbreviates(first - 3):
                first -= 3
                continue
            if mask & Is.INNER and mask & Is.AUXILIARY and first < stop and self.capital(first):
                first -= 1  # "Băncii Naționale a Moldovei"
                continue
            if mask & Is.INSIDE:
                start = self.phrase_start(first - 1)
                if masks[start] & (_SOURCE_STOP | _CUE | Is.MARKER | Is.CITING):
                    break
                first = start
                continue
            if first - 1 in self.back:
                break
            if mask & Is.PAST and not self.capital(first - 1) and not masks[first - 2] & Is.DETERMINER:
                return self._behind_past(first, stop, floor)
            if mask & Is.REFLEXIVE and first < stop and not mask & Is.DETERMINER:  # "230 de persoane | se aflau …"
                return self._behind_past(min(first + 1, stop), stop, floor)
            if self.tells_clauses and mask & Is.WEAK and masks[first - 2] & Is.AUXILIARY:
                if head := self._before_relative(first - 2, floor):
                    return head[0], stop  # "voters who have | heard the speeches"
            if mask & Is.MODAL and self.tells_clauses and first - 2 >= floor and self.surnamed(first - 1):
                first -= 1  # "Theresa May"
                continue
            if mask & _SOURCE_STOP:
                if head := self._before_relative(first - 1, floor):
                    return head[0], stop
                if not (mask & Is.TO and mask & Is.INNER and not masks[first] & Is.AUXILIARY and self._names(first)):
                    if not mask & _EDGE and (head := self._before_who(first, stop, floor)):
                        return head[0], stop
                    break
            elif (
                (
                    mask & _CUE
                    and not (
                        mask & (Is.AMBIGUOUS if not masks[first - 2] & Is.DETERMINER else _CUE)
                        and (not masks[first - 2] & _NO_OWNER or self._owned(first - 2))
                    )
                )
                or (
                    mask & Is.PRONOUN
                    and not mask & (Is.DETERMINER | Is.OBLIQUE)
                    and not (first < stop and masks[first] & Is.CONJUNCTION)
                )
                or (mask & Is.CONJUNCTION and not self._joins_names(first - 1, floor))
                or (mask & Is.FINITE and first < stop and self.takes_object(first - 1))
            ):
                break
            first -= 1
        while (
            first < stop
            and masks[first] & (Is.ADVERB | Is.CONJUNCTION | Is.PREPOSITION | Is.NEGATION | Is.TIME)
            and not (masks[first] & Is.DETERMINER or (self._names(first) and not self._leads(first, low)))
        ) or self._is_day(first, stop):
            first = self.after(first) if self.head_first else first + 1
        first = self._past_fronted(first, stop, low) if first < stop else first
        if first >= stop or (self.tells_clauses and self._ends_clause(first, low)):
            return None
        if self.head_first and stop - first == 1 and self._predicate(first, low):
            return None
        if self.drops_subject and first == low and (subject := self._behind_scene(first, stop)) > first:
            return (subject, stop) if subject < stop else None
        return None if self.only_function_words(first, stop) else (first, stop)

    def _behind_scene(self, first: int, stop: int) -> int:
        """Where the subject starts behind the adjunct that opens a sentence ("A través de su cuenta | el edil"); `stop`
        if there is none ("En entrevista | aclaró …"), `first` where no adjunct opens ("Desde la Fiscalía")."""
        masks, noun = self.masks, self.after(first)
        if not masks[first] & Is.PREPOSITION or masks[first] & Is.DETERMINER or noun >= stop or self.capital(noun):
            return first
        noun += bool(masks[noun] & Is.DETERMINER)
        if noun >= stop or self.capital(noun) or masks[noun] & (Is.BODY | Is.ROLE | Is.ANONYMOUS):
            return first
        before = Is.PREPOSITION | Is.INNER | Is.DETERMINER | Is.INSIDE | Is.CONJUNCTION
        party = Is.DETERMINER | Is.ROLE | Is.BODY | Is.ANONYMOUS
        opens = (n for n in range(noun + 1, stop) if masks[n] & party or self.capital(n))
        return next((n for n in opens if not masks[n] & Is.PREPOSITION and not masks[n - 1] & before), stop)

    def _past_fronted(self, first: int, stop: int, low: int) -> int:
        """Past what the sentence says of time and place before its subject, where no comma parts them ("In March | the
        ministry", "À Lille | le maire", "În martie | ministerul")."""
        masks = self.masks
        fronted = bool(masks[first] & Is.PREPOSITION or (first > low and masks[first - 1] & Is.PREPOSITION))
        for number in range(first + 1, stop):
            before, here = masks[self.phrase_start(number - 1)], masks[number]
            if here & (Is.RELATIVE | Is.COMMA | Is.INSIDE | Is.INNER):
                if here & Is.RELATIVE:
                    return first
                continue
            fronted = fronted or self._tells_when(number - 1)
            leads_on = before & _LEADS_ON or (before & Is.ADVERB and not before & Is.TIME)  # "and even | a columnist"
            article = here & Is.DETERMINER and not here & Is.TIME  # "this week"
            if fronted and not leads_on and (article or self._new_party(number, before)):
                return number
        return first

    def _new_party(self, number: int, before: int) -> bool:
        """Whether a noun for a person or body without an article can't go on the phrase before it, which tells when or
        where: "În martie | ministerul", "La Cluj | primarul"."""
        here = self.masks[number]
        if not self.head_first or not here & (Is.BODY | Is.ROLE) or here & Is.GENITIVE or self.capital(number):
            return False
        return bool(before & _DATED) or self._tells_when(number - 1) or self.capital(number - 1)

    def _tells_when(self, number: int) -> bool:
        """Whether a day, a month or a period stands at the token."""
        known = any(self.words[number] in words for words in (self.months, self.periods, self.calendar))
        return known or bool(self.masks[number] & Is.TIME)

    def _behind_past(self, first: int, stop: int, low: int) -> Range | None:
        """The subject that ends before `stop`, behind a verb in the past that ends before `first`: with all of it where
        a relative clause holds the verb ("el alcalde que visitó la zona | dijo")."""
        masks, pronoun = self.masks, first - 2
        while pronoun > low and masks[pronoun] & (Is.CLITIC | Is.NEGATION | Is.ADVERB):
            pronoun -= 1
        if pronoun > low and masks[pronoun] & Is.RELATIVE and not masks[pronoun - 1] & _EDGE:
            head = self._walk_left(pronoun, low)
            return (head[0], stop) if head else None
        joints = [n for n in range(first + 1, stop - 1) if masks[n] & Is.CONJUNCTION and masks[n + 1] & Is.DETERMINER]
        first = joints[-1] + 1 if joints else first  # "se declaró un incendio y | el alcalde dijo"
        opens = first < stop and self._names(first) and not masks[first] & (Is.PREPOSITION | Is.TIME)
        return (first, stop) if opens else None

    def _owned(self, number: int) -> bool:
        """Whether a possessive stands here, so that a noun follows ("his | remarks")."""
        mask = self.masks[number]
        return self.tells_clauses and bool(mask & Is.PRONOUN and mask & Is.DETERMINER) and not mask & Is.OBLIQUE

    def _relays(self, number: int, high: int) -> bool:
        """Whether an outlet or a site stands here, which somebody spoke to ("pentru | news.ro")."""
        site = number < high and self.head_first and "." in self.words[number][1:]
        return site or (self.head_first and number < high and bool(self.masks[number] & Is.OUTLET))

    def _abbreviates(self, opening: int) -> bool:
        """Whether brackets open with one short form in capitals, and the name before them goes on behind: "Policía
        Municipal (PM) | de Lima"."""
        if not self.head_first or opening < 1 or self.words[opening] != "(" or self.words[opening + 2] != ")":
            return False
        short = self.text[self.starts[opening + 1] : self.ends[opening + 1]]
        behind = opening + 3
        goes_on = self.capital(behind) or (self.masks[behind] & Is.INNER and self.capital(self.after(behind)))
        return short.isupper() and len(short) > 1 and bool(goes_on)

    def _is_day(self, first: int, stop: int) -> bool:
        """Whether a day opens what looks like one name: "On Friday | the board said", "On Friday | police said"."""
        if first + 1 >= stop or not self.masks[first] & Is.TIME:
            return False
        following = Is.DETERMINER if self.capital(first + 1) else Is.DETERMINER | Is.BODY | Is.ROLE
        return bool(self.masks[first + 1] & following)

    def _predicate(self, number: int, low: int) -> bool:
        """Whether an unknown small word right behind a relative pronoun is its verb: "qui | rendaient compte"."""
        unknown = not self.masks[number] and not self.capital(number)
        return unknown and number > low and bool(self.masks[number - 1] & Is.RELATIVE)

    def _ends_clause(self, first: int, low: int) -> bool:
        """Whether a verb starts here, with its pronoun before it: no noun phrase ("as they entered polls")."""
        before = self.masks[first - 1] if first > low else 0
        return bool(self.masks[first] & Is.FINITE and before & Is.PRONOUN and not before & Is.DETERMINER)

    def _leads(self, number: int, low: int) -> bool:
        """Whether a word with a capital only opens the stretch ("In the hearing")."""
        if self.head_first and self.masks[number] & Is.ADVERB and number == low:
            return bool(self.masks[self.after(number)] & Is.DETERMINER)  # "En concreto | el partido"
        return number == low and self.tells_clauses and bool(self.masks[number] & (Is.PREPOSITION | Is.CONJUNCTION))

    def _before_relative(self, number: int, low: int) -> Range | None:
        """The phrase before the relative pronoun at `number` or right before the verb there ("voters who have …")."""
        for pronoun in (number, number - 1):
            if pronoun <= low or not self.tells_clauses or not self.masks[pronoun] & Is.RELATIVE:
                continue
            if self.masks[pronoun] & Is.THAT or self.masks[pronoun - 1] & (
                _EDGE | _CUE | Is.AUXILIARY | Is.PREPOSITION
            ):
                return None
            return self._walk_left(pronoun, low)
        return None

    def takes_object(self, number: int) -> bool:
        """Whether the word at `number` is the verb of a clause, with its object behind it ("killed | nine people"),
        rather than what describes a noun ("wounded in May")."""
        masks = self.masks
        if not self.tells_clauses or masks[number] & (Is.AMBIGUOUS | Is.PARTICIPLE) or self.capital(number):
            return False
        beside = masks[number - 1] if number else 0
        if beside & (Is.DETERMINER | Is.AUXILIARY | Is.RELATIVE | Is.ADVERB | Is.PRONOUN):
            return False
        behind = masks[number + 1]
        return bool(behind & (Is.DETERMINER | Is.NUMBER | Is.SPELLED)) and not behind & Is.TIME

    def _before_who(self, first: int, stop: int, low: int) -> Range | None:
        """The phrase before the relative pronoun whose clause ends in the words from `first` on, which are no noun
        phrase ("an official who asked not to be | named")."""
        masks = self.masks
        if not self.tells_clauses or self._names(first) or any(self.capital(n) for n in range(first, stop)):
            return None
        for pronoun in range(first - 1, max(low, first - _LONGEST_WHO), -1):
            if masks[pronoun] & _EDGE:
                return None
            if masks[pronoun] & Is.RELATIVE and not masks[pronoun] & Is.THAT:
                return self._before_relative(pronoun, low)
        return None

    def _names(self, number: int) -> bool:
        """Whether a noun phrase clearly starts here: a capital letter or a determiner."""
        return self.capital(number) or bool(self.masks[number] & Is.DETERMINER)

    def can_speak(self, source: Range) -> bool:
        """Whether somebody is named or described by the words, or a pronoun stands for somebody."""
        first, stop = source
        if stop - first == 1 and self.masks[first] & Is.PRONOUN:
            return not self.masks[first] & (Is.FIRST_PERSON | Is.INDEFINITE)
        first += bool(self.tells_clauses and self.masks[first] & Is.DETERMINER and stop - first > 1)
        return any(self.masks[n] & _SPEAKER or self.capital(n) for n in range(first, stop))

    def only_function_words(self, first: int, stop: int) -> bool:
        """Whether nothing in the range could be a noun."""
        function = (Is.PREPOSITION | Is.CONJUNCTION | Is.ADVERB | Is.AUXILIARY | Is.TIME) | _EDGE
        return all(
            (self.masks[n] & function and not self.masks[n] & (Is.PRONOUN | Is.INDEFINITE)) or self.masks[n] & Is.OWNS
            for n in range(first, stop)
        )

    def noun_reading(self, number: int, low: int) -> bool:
        """Whether the form at `number`, which may be a verb or a noun, stands as a noun."""
        mask = self.masks[number]
        before = self.masks[number - 1] if number > low else 0
        if mask & Is.NEEDS_AUXILIARY and self.head_first and before & Is.DETERMINER:
            return True  # "le prévenu", "la acusada"
        if not mask & Is.AMBIGUOUS or number <= low:
            return bool(mask & Is.AMBIGUOUS)
        gerund = self.tells_clauses and mask & Is.PARTICIPLE and not (mask & Is.NOUN_CUE and not before & Is.BY)
        opened = before & Is.DETERMINER or (before & Is.PREPOSITION and not gerund)
        return bool(opened or before & Is.OWNS)

    def has_verb(self, first: int, stop: int) -> bool:
        """Whether a finite verb, or a pronoun that is a subject, is among the words."""
        verb = Is.AUXILIARY | Is.FINITE | VERB_CUE | Is.PASSIVE
        for number in range(first, stop):
            mask = self.masks[number]
            if mask & verb and not mask & Is.PARTICIPLE and not self.noun_reading(number, first):
                return True
            if number in self.jump or (mask & Is.PRONOUN and not mask & (Is.DETERMINER | Is.OBLIQUE)):
                return True
        return False

    def _joins_names(self, number: int, floor: int) -> bool:
        """Whether the conjunction at `number` joins two nouns of one source rather than two clauses."""
        masks = self.masks
        if number <= floor or number + 1 >= len(masks):
            return False
        same = self.capital(number + 1) == self.capital(number - 1)
        if not same and not masks[number + 1] & (Is.DETERMINER | Is.ANONYMOUS) and not masks[number - 1] & Is.ROLE:
            return False
        if masks[number - 1] & Is.PRONOUN and self.tells_clauses:
            return bool(number - 1 == floor or masks[number - 2] & _EDGE) and bool(masks[number + 1] & Is.DETERMINER)
        for back in range(number - 1, max(floor, number - 8) - 1, -1):
            mask = masks[back]
            if mask & (_SOURCE_STOP | _CUE) and not self.noun_reading(back, floor):
                return not mask & Is.AUXILIARY
            if mask & Is.PRONOUN and not mask & Is.DETERMINER:
                return False
        return True

    def _object(self, clitic: int) -> bool:
        """Whether what may be an article as well is the object of a verb behind it: "le maire | l'a dit"."""
        before = self.masks[clitic - 1]
        leading = Is.INNER | Is.PREPOSITION | Is.CONJUNCTION | Is.COMMA | Is.DETERMINER | Is.CLITIC
        return not before & leading and not self.capital(clitic + 1)

    def opening_phrase(self, first: int, high: int) -> Range | None:
        """The noun phrase that the stretch starts with, a leading adjunct put aside: whom it is about."""
        masks = self.masks
        number = first
        if masks[number] & (Is.PREPOSITION | Is.SUBORDINATOR | Is.PARTICIPLE | Is.TIME):
            while number < high and not masks[number] & Is.COMMA:
                number = self.after(number)
            number += 1
        while number < high and masks[number] & (Is.CONJUNCTION | Is.CONTRAST | Is.ADVERB | Is.COMMA):
            number = self.after(number) if self.head_first else number + 1
        if self.tells_clauses and first < number < high and masks[number] & (Is.PREPOSITION | Is.PARTICIPLE):
            if not masks[number] & Is.DETERMINER:  # "Yet in addition to the poll, | Petrie …"
                number = next((n + 1 for n in range(number, high) if masks[n] & Is.COMMA), high)
        if number >= high or number in self.jump:
            return None
        verb = Is.AUXILIARY | Is.FINITE | VERB_CUE | Is.ADVERB | _EDGE
        owns = masks[number] & Is.DETERMINER and number + 1 < high and not masks[number + 1] & verb  # "Her | campaign"
        if self.drops_subject and not masks[number] & Is.AMBIGUOUS:
            cue = number + bool(masks[number] & Is.CLITIC)  # "Así | lo informó la policía, precisando …"
            if cue < high and masks[cue] & VERB_CUE and not masks[cue] & Is.PARTICIPLE:
                behind = self.source_right(self.after(cue), high) if masks[cue] & Is.CLAUSE else None
                return behind if behind and self.can_speak(behind) else None
        if masks[number] & Is.PRONOUN and not (owns and self.tells_clauses):
            return number, number + 1
        stop = number
        proper = self.capital(number) and number + 1 < high and self.capital(number + 1)
        while stop < high and stop - number < 10 and not masks[stop] & _OPENING_STOP:
            if stop > number and masks[stop] & (VERB_CUE | Is.FINITE) and not self.noun_reading(stop, number):
                if stop > number + 1 or not masks[number] & Is.DETERMINER or not self._adjectival(stop):
                    break  # but "The | retired surgeon"
            if stop > number and proper and not self.capital(stop) and not masks[stop] & (Is.INNER | Is.CONJUNCTION):
                if not (self.tells_clauses and stop + 1 < high and self._titles(stop)):
                    break
            if self.tells_clauses and stop > number and not masks[stop] and stop + 1 < high:
                if masks[stop + 1] & (Is.DETERMINER | Is.PRONOUN):
                    break  # "Becker | hurt the cause"
            least = number + bool(masks[number] & (Is.DETERMINER | Is.PREPOSITION))
            if self.head_first and stop > least and masks[stop] & (Is.NEGATION | Is.REFLEXIVE):
                break
            if masks[stop] & Is.PAST and stop > number and not self.capital(stop):
                break
            if self.head_first and number + 1 < stop < high - 1 and masks[stop] & Is.CLITIC and self._object(stop):
                break
            if self.head_first and stop > number + 1 and masks[stop] & Is.ADVERB and not masks[stop] & Is.DETERMINER:
                return number, stop - (not masks[stop - 1])  # "l'entreprise | table désormais sur …"
            stop += 1
        hangs = Is.ADVERB if self.tells_clauses else Is.CONJUNCTION
        while stop > number + 1 and masks[stop - 1] & hangs:
            stop -= 1  # "Petrie | also went"
        if (
            self.tells_clauses
            and stop < high
            and masks[stop] & (Is.COMMA | Is.ADVERB)
            and not self.can_speak((number, stop))
        ):
            comma = stop + (not masks[stop] & Is.COMMA)
            if comma + 1 < high and masks[comma] & Is.COMMA:
                return self.opening_phrase(comma + 1, high)  # "A month later, | she left"
        return (number, stop) if stop > number and not self.only_function_words(number, stop) else None

    def _titles(self, number: int) -> bool:
        """Whether a full stop, a role or a noun for a body stands between the parts of one name: "Dover Corp. |
        chief executive | Ann Pike"."""
        if self.masks[number] & Is.INSIDE or self.words[number] == ".":
            return not self.masks[number] & ~Is.INSIDE
        ahead = self.after(number)
        titled = self.masks[number] & (Is.ROLE | Is.BODY) and ahead < len(self.masks)
        return bool(titled) and (self.capital(ahead) or bool(self.masks[ahead] & Is.ROLE))

    def source_right(self, first: int, high: int) -> Range | None:
        """The noun phrase that starts at `first`: the subject of a cue that precedes it."""
        masks = self.masks
        while first < high and masks[first] & Is.ADVERB:
            first += 1
        if first >= high or masks[first] & _NO_SUBJECT:
            return None
        mask = masks[first]
        if mask & Is.PRONOUN and not mask & Is.DETERMINER:
            return first, self.after(first)
        if mask & Is.PREPOSITION and not mask & Is.DETERMINER:
            return None
        stop = first
        while stop < high:
            mask = masks[stop]
            if mask & Is.BRACKET and stop + 3 < high and self._abbreviates(stop):
                stop += 3
                continue
            if mask & _RIGHT_STOP and not mask & Is.INNER and not self._dated(stop, first, high):
                break
            if mask & Is.MARKER and self.head_first and stop > first:
                break  # "a appris l'AFP | de source policière"
            if mask & Is.TO and self.tells_clauses and stop + 1 < high and masks[stop + 1] & Is.AUXILIARY:
                break  # "was said by residents | to have …"
            authored = mask & Is.BY and self._authored(first, stop)
            if mask & Is.PREPOSITION and not mask & Is.INNER and not authored:
                if (named := self._office_end(stop, high)) is None:
                    break
                stop = named
                continue
            if mask & Is.WITHIN and self.tells_clauses and stop > first and stop + 1 < high and masks[stop + 1] & Is.A:
                break  # "said analysts | in a note"
            if mask & Is.COMMA or (stop > first and mask & Is.TOLD and self._relays(stop + 1, high)):
                break
            described = mask & Is.NEEDS_AUXILIARY and self.head_first  # "un studiu | publicat miercuri de INS"
            if mask & VERB_CUE and stop > first and not described and not self.noun_reading(stop, first):
                break
            stop = self.after(stop)
        if self.head_first and first + 1 < stop < high and masks[stop] & Is.TIME and masks[stop - 1] & Is.DETERMINER:
            stop -= 1  # "el informe publicado | el lunes"
        if stop == first or self.only_function_words(first, stop):
            return None
        if self.head_first and stop < high and masks[stop] & Is.COMMA:
            stop = offices_end(self, first, stop, high)
        if self.tells_clauses:
            stop = self._tag_end(stop, high)
        end = self.apposition_end(stop, high, closes=True)
        if end > stop and self.tells_clauses:
            end = self.apposition_end(end, high, closes=True)  # ", a director of Y, a charity in Z"
        return first, self._relative_end(end, high)

    def _office_end(self, number: int, high: int) -> int | None:
        """The comma before a person's name, where the preposition at `number` tells what the role before it is for ("le
        préfet | à l'égalité des chances |, Jean Morel")."""
        masks, comma = self.masks, number + 1
        if not self.head_first or not any(masks[n] & Is.ROLE for n in range(max(0, number - 3), number)):
            return None  # "secrétaire d'État | à la ville"
        inside = _SPEAKER | Is.TIME | VERB_CUE | Is.AUXILIARY | _EDGE
        while comma < high and comma - number < _LONGEST_OFFICE and not masks[comma] & inside:
            if self.capital(comma):
                return None
            comma = self.after(comma)
        named = comma + 2 < high and masks[comma] & Is.COMMA and self.capital(comma + 1) and self.capital(comma + 2)
        return comma if named else None

    def _tag_end(self, stop: int, high: int) -> int:
        """`stop`, or the end of what tags a name: its age, its place or its body (", 55, of Dover")."""
        masks = self.masks
        if stop + 1 < high and masks[stop] & Is.COMMA and masks[stop + 1] & Is.NUMBER:
            if stop + 2 >= high or masks[stop + 2] & _EDGE:
                stop += 2
        if stop + 2 < high and masks[stop] & Is.COMMA and masks[stop + 1] & Is.INNER and self.capital(stop + 2):
            end = stop + 2
            while end < high and (self.capital(end) or self.words[end] == "."):
                end += 1
            if end >= high or masks[end] & _EDGE:
                stop = end
        return stop

    def _authored(self, first: int, stop: int) -> bool:
        """Whether the words describe a document by a participle, so that whoever made it follows ("un informe
        publicado | por el INE")."""
        inside = self.masks[first:stop]
        documents = self.head_first and any(mask & Is.DOCUMENT for mask in inside)
        return documents and any(mask & Is.NEEDS_AUXILIARY for mask in inside)

    def _dated(self, number: int, first: int, high: int) -> bool:
        """Whether a time stands inside a document's description ("date publicate marți de institut")."""
        masks = self.masks
        if not self.head_first or not masks[number] & Is.TIME or number + 1 >= high:
            return False
        return bool(masks[number + 1] & (Is.BY | Is.TIME)) and any(masks[n] & Is.DOCUMENT for n in range(first, number))

    def _relative_end(self, stop: int, high: int) -> int:
        """`stop`, or the end of the relative clause that follows it (", who leads the committee"), unless it says
        something."""
        masks = self.masks
        if (
            stop + 2 >= high
            or not masks[stop] & Is.COMMA
            or not masks[stop + 1] & Is.RELATIVE
            or masks[stop + 1] & Is.THAT
        ):
            return stop
        for number in range(stop + 2, min(high, stop + _LONGEST_SOURCE)):
            if masks[number] & (_EDGE ^ Is.BRACKET):
                return number
            if masks[number] & (Is.CLAUSE | Is.OBJECT | Is.PASSIVE) and not self.noun_reading(number, stop):
                return stop
        return high if high - stop <= _LONGEST_SOURCE else stop

    def apposition_end(self, stop: int, high: int, *, closes: bool = False) -> int:
        """`stop`, or the end of the apposition that follows it (", a lawmaker of the ruling party")."""
        masks = self.masks
        if stop + 1 >= high or not masks[stop] & Is.COMMA:
            return stop
        start = end = stop + 1
        if self.head_first and (name := self._name_end(start, high)):
            return name
        if self.tells_clauses and masks[start] & Is.ADVERB and start + 1 < high and masks[start + 1] & Is.DETERMINER:
            end = start + 1  # ", now a teacher"
        elif masks[start] & (_NO_APPOSITION | _EDGE) and not masks[start] & Is.DETERMINER:
            return stop
        while end < high and not masks[end] & (_EDGE ^ Is.BRACKET) and end - start < _LONGEST_SOURCE:
            if (
                masks[end] & (Is.AUXILIARY | Is.FINITE | Is.PAST | _CUE)
                and not self.noun_reading(end, start)
                and not self._relative_between(start, end)
                and not (closes and self._adjectival(end))
            ):
                return stop
            end = self.after(end)
        if self.head_first and masks[end - 1] & (Is.INNER | Is.PREPOSITION):
            return stop  # ", un grupo de | «infiltrados» lanzó …"
        described = any(masks[n] & (Is.DETERMINER | Is.ROLE | Is.BODY) for n in range(start, end))
        if self.head_first:  # the noun comes first, so a clause without it at its head is none
            noun = start
            while noun < end and masks[noun] & (Is.DETERMINER | Is.INNER | Is.POSSESSIVE) and not masks[noun] & Is.ROLE:
                noun += 1  # "l'un de ses conseillers"
            described = any(masks[n] & (Is.ROLE | Is.BODY) for n in range(start, min(end, max(start + 3, noun + 1))))
        described = described or (
            end - start > 1
            and all(
                self.capital(n) or masks[n] & Is.INNER or self.hyphened_name(n) or self.words[n] == "."
                for n in range(start, end)
            )
        )
        closed = end >= high or masks[end] & (Is.COMMA | Is.TERMINAL | Is.SEMICOLON | Is.QUOTE)
        return end if closed and described else stop

    def _name_end(self, first: int, high: int) -> int:
        """Where a name of two words or more ends that nothing but an adjunct follows (", Ana Paz | lors d'un point
        presse"); 0 if none stands there."""
        end = first
        while end < high and self.capital(end) and not self.masks[end] & (Is.PREPOSITION | Is.DETERMINER | Is.TIME):
            end += 1
        small = Is.PREPOSITION | Is.TIME
        return (
            end if end - first > 1 and end < high and self.masks[end] & small and not self.masks[end] & Is.INNER else 0
        )

    def _adjectival(self, number: int) -> bool:
        """Whether what may be a finite verb only describes a noun: "a | retired judge", "a nurse | based in Dover"."""
        mask = self.masks[number]
        if (
            not self.tells_clauses
            or not mask & Is.FINITE
            or mask & (Is.AUXILIARY | _CUE)
            or number + 1 >= len(self.masks)
        ):
            return False
        return bool(self.masks[number - 1] & Is.DETERMINER or self.masks[number + 1] & (Is.PREPOSITION | Is.BY))

    def _relative_between(self, first: int, stop: int) -> bool:
        return any(self.masks[n] & Is.RELATIVE for n in range(first, stop))


def between(positions: list[int], first: int, stop: int) -> list[int]:
    """The sorted `positions` from `first` up to, not including, `stop`."""
    return positions[bisect_left(positions, first) : bisect_right(positions, stop - 1)]
