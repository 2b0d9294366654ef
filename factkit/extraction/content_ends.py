"""Where the content of an attribution ends, in languages whose clauses begin with the subject.

Positions are token numbers; nothing here knows a word.
"""

from factkit.extraction.clauses import Clauses, Range, between
from factkit.extraction.subject_last import subject_after
from factkit.extraction.vocabulary import EDGE, VERB_CUE, Is

_MAY_END = (
    Is.QUOTE | Is.BRACKET | Is.SEMICOLON | Is.DASH | Is.COMMA | Is.CONJUNCTION | Is.CONTRAST | Is.MARKER | Is.CITING
    | Is.SUBORDINATOR | Is.COLON
)  # fmt: skip
_GOES_ON = (
    Is.CONJUNCTION | Is.CONTRAST | Is.RELATIVE | Is.SUBORDINATOR | Is.COMPLEMENTIZER | Is.PREPOSITION | Is.PARTICIPLE
)
_DEGREE = Is.PREPOSITION | Is.ADVERB | Is.DETERMINER
_AFTER_NOUN = EDGE | Is.PREPOSITION | Is.RELATIVE | Is.AUXILIARY | Is.CONJUNCTION
_IN_DOCUMENT = 4  # tokens of "comunicat de presă"
_REMARK = 6  # tokens from a comma to the noun by which the writer sums up what was said
_LONGEST_ADJUNCT = 16
_LONGEST_ASIDE = 30
_INSERTED = 10  # tokens of what two commas put into a clause before its verb


class ContentEnds:
    """Ends of contents in one region that ends before token `stop` and whose cues stand at `cues`."""

    __slots__ = ("c", "cues", "masks", "stop")

    def __init__(self, clauses: Clauses, cues: list[int], stop: int) -> None:
        self.c, self.masks, self.cues, self.stop = clauses, clauses.masks, cues, stop

    def cue_soon(self, number: int) -> bool:
        """Whether a cue follows at once, adverbs and auxiliaries aside: a new attribution of the same source."""
        masks = self.masks
        number += self._object_first(number)
        number = self.past_adjunct(number)
        if (
            self.c.head_first
            and number + 1 < self.stop
            and masks[number] & Is.DETERMINER
            and masks[number + 1] & Is.TIME
        ):
            number += 2  # "y el domingo | consideró que …"
        while number < self.stop and masks[number] & (Is.ADVERB | Is.AUXILIARY | Is.NEGATION):
            number += 1
        if number >= self.stop or not masks[number] & VERB_CUE:
            return False
        noun = masks[number] & Is.AMBIGUOUS and self.c.tells_clauses  # "between fear and hope."
        return not noun or (number + 1 < self.stop and not masks[number + 1] & EDGE)

    def past_adjunct(self, number: int) -> int:
        """Past "in a later interview" or "on Monday" to the verb of saying that follows: its subject stands before."""
        masks = self.masks
        opens = number + 2 < self.stop and masks[number] & Is.PREPOSITION and masks[number + 1] & (Is.A | Is.TIME)
        if not opens or not self.c.tells_clauses:
            return number
        for ahead in range(number + 2, min(self.stop, number + _REMARK)):
            mask = masks[ahead]
            if mask & Is.CLAUSE and mask & Is.FINITE and not mask & (Is.AMBIGUOUS | Is.PARTICIPLE | Is.WEAK):
                return ahead
            if mask & (EDGE | VERB_CUE | Is.AUXILIARY | Is.CONJUNCTION | Is.PRONOUN | Is.ANONYMOUS | Is.ROLE):
                break
        return number

    def end(self, first: int, mask: int) -> int:
        """One past the last token of a content that starts at `first`."""
        stop = self._end(first, mask)
        if not self.c.tells_clauses:
            return stop
        if first + 1 < stop < self.stop:  # "even | though", "by | citing"
            hangs = Is.ADVERB if self.masks[stop] & Is.SUBORDINATOR else Is.BY
            stop -= bool(self.masks[stop - 1] & hangs)
        if mask & Is.OBJECT and not mask & Is.PLANNED and not self.masks[first] & (Is.TO | Is.COMPLEMENTIZER):
            stop = self._before_when(first, stop)
        if mask & Is.OBJECT and not mask & Is.CLAUSE and not self.masks[first] & (Is.TO | Is.COMPLEMENTIZER):
            stop = self._before_circumstance(first, stop)
        return self._before_saying(first, stop, mask)

    def _before_circumstance(self, first: int, stop: int) -> int:
        """`stop`, or where the noun phrase ends behind which a clause tells when it was said ("thanked aides | after
        the count had ended")."""
        masks = self.masks
        for number in range(first + 1, stop - 1):
            mask = masks[number]
            if mask & Is.SUBORDINATOR and mask & Is.PREPOSITION and not mask & (Is.AS | Is.CONTRAST):
                tells = self.c.has_verb(number + 1, min(stop, number + _LONGEST_ADJUNCT))
                return self._without_span(first, number) if tells and not self.c.quoted[number] else stop
            if mask & (Is.RELATIVE | Is.COMPLEMENTIZER | Is.AUXILIARY | Is.FINITE):
                return stop
        return stop

    def _before_when(self, first: int, stop: int) -> int:
        """`stop`, or where the noun phrase before it ends that a day of speaking closes ("blamed the mayor | late
        Monday", "reported a loss | on Monday, the day after …")."""
        comma = next((n for n in range(first + 2, stop) if self.masks[n] & Is.COMMA and not self.c.quoted[n]), stop)
        for close in (comma, stop) if comma < stop else (stop,):
            end = self._medium_before(first, self._day_before(first, close))
            if end < close:
                return stop if self.c.has_verb(first, end) else end
        return stop

    def _day_before(self, first: int, stop: int) -> int:
        """`stop`, or where what tells a day or another time right before it begins, small words included."""
        masks, words, calendar = self.masks, self.c.words, self.c.calendar
        end = stop - 1
        if end - 1 > first and masks[end] & Is.NUMBER and words[end - 1] in calendar:
            end -= 1  # "in June 2015"
        elif end - 1 > first and words[end] in self.c.periods:
            if not masks[end - 1] & Is.TIME and words[end - 1] not in calendar:
                return stop
            end -= 1  # "last week", "Friday afternoon"
        elif words[end] not in calendar:
            return stop
        while end - 1 > first and masks[end - 1] & Is.TIME and not masks[end - 1] & Is.DETERMINER:
            end -= 1
        if end <= first:
            return stop
        return end - 1 if end - 2 >= first and masks[end - 1] & Is.PREPOSITION else end

    def _medium_before(self, first: int, stop: int) -> int:
        """`stop`, or where the words begin that tell in what it was said ("called it a fool's plan | in a tweet")."""
        masks = self.masks
        if not masks[stop - 1] & Is.DOCUMENT:
            return stop
        for number in range(stop - 2, max(first, stop - _REMARK), -1):
            if masks[number] & Is.A and masks[number - 1] & Is.WITHIN and number - 1 > first:
                return number - 1
            if masks[number] & (Is.PREPOSITION | EDGE | Is.FINITE | Is.DETERMINER):
                break
        return stop

    def _without_span(self, first: int, stop: int) -> int:
        """`stop`, or where the words begin that measure how long before or after something else ("| days before …")."""
        masks, end = self.masks, stop
        if end - 1 > first and self.c.words[end - 1] in self.c.periods:
            end -= 1
            while end - 1 > first and masks[end - 1] & (Is.A | Is.NUMBER | Is.SPELLED | Is.ADVERB):
                end -= 1
        return end

    def _before_saying(self, first: int, stop: int, mask: int) -> int:
        """`stop`, or where the same source begins to say something else: "before claiming that …", and behind an object
        of its own "by warning that …"."""
        loose = not mask & Is.CLAUSE or bool(mask & Is.OBJECT)
        for cue in between(self.cues, first + 2, stop):
            here = self.masks[cue]
            if not here & Is.PARTICIPLE or not here & Is.CLAUSE or here & Is.WEAK or self.c.quoted[cue]:
                continue
            start = cue
            while start > first + 1 and self.masks[start - 1] & Is.ADVERB:
                start -= 1
            opens = cue + 1 < stop and (self.masks[cue + 1] & Is.COMPLEMENTIZER or cue + 1 in self.c.jump)
            if here & Is.TRANSITIVE and not opens and not loose:
                continue  # "after observing waves"
            before = self.masks[start - 1]
            then = before & Is.SUBORDINATOR and before & (Is.PREPOSITION | Is.CONTRAST) and not before & Is.AS
            if then or (loose and before & Is.BY):
                return start - 1
        return stop

    def _end(self, first: int, mask: int) -> int:
        masks, high, jump, stops = self.masks, self.stop, self.c.jump, self.c.stops
        loose = not mask & Is.CLAUSE or bool(mask & Is.OBJECT)
        number = first
        brackets = commas = opened = 0
        while number < high:
            mask_here = masks[number]
            if not mask_here & _MAY_END and number not in jump:
                number = stops.get(number) or number + 1
                continue
            if number in jump:
                number = jump[number]
                if masks[number - 2] & Is.COMMA and (
                    self._stops_at_comma(number - 1, loose) or (number < high and self._tells_on(number))
                ):
                    return number
                if loose and number < high and self._apart_from_words(first, number):
                    return number
                continue
            if mask_here & Is.BRACKET:
                opens = self.c.words[number] in "([（"
                opened, brackets = (number, brackets + 1) if opens else (opened, brackets - 1)
                if brackets < 0:
                    return number
            elif mask_here & Is.SEMICOLON:
                return number
            elif mask_here & Is.COLON:
                if loose and self.c.head_first and self.new_attribution(number + 1):
                    return number
            elif mask_here & Is.DASH and number > first + 1:
                if number + 1 < high and self._stops_at_dash(first, number):
                    return number
            elif mask_here & Is.COMMA:
                if loose and (closing := self._past_description(first, number)) is not None:
                    number = closing
                    continue
                if self._ends_at_comma(first, number, commas, loose) or (mask & Is.PLANNED and self._parts(number)):
                    return number
                commas += 1
            elif mask_here & (Is.CONJUNCTION | Is.CONTRAST) and number > first:
                if self._goes_on_saying(first, number, loose) and not self._inside_infinitive(number):
                    return number
                if self._does_more(first, number):
                    return number
                if loose and (
                    (self._verb_next(number + 1) and not self._describes_on(number))
                    or (self.c.tells_clauses and self.new_attribution(number + 1))
                ):
                    return number
                if self.c.tells_clauses and self._another_clause(number + 1, loose):
                    return number
                if self.c.head_first and self._says_that(number + 1):
                    return number
                if loose and number - 1 in self.c.back and self._own_subject_at(number + 1):
                    return number
            elif mask_here & Is.MARKER and number == first + 2 and self._only_that(first):
                number = next(
                    (n for n in range(number, high) if masks[n] & Is.COMMA), high - 1
                )  # "that, according to X, …"
            elif (mask_here & (Is.MARKER | Is.CITING) and number > first) or (
                loose and mask_here & Is.SUBORDINATOR and mask_here & Is.CONTRAST and number > first + 1
            ):
                return opened if brackets and mask_here & Is.MARKER else number  # "12 morts | (9 selon X)"
            number = stops.get(number) or number + 1
        return high

    def _ends_at_comma(self, first: int, comma: int, commas: int, loose: bool) -> bool:
        """Whether what follows a comma, of which the content has had `commas` before, isn't the content's."""
        if comma > first + self._only_that(first) and (
            self._stops_at_comma(comma, loose) or (not commas and self._closes(comma))
        ):
            return True
        return self._explains(first, comma) if loose and not commas else self._comments(first, comma)

    def _parts(self, comma: int) -> bool:
        """Whether a clause follows that tells of a part what isn't planned any more: "prevé enviar 6000, de los que un
        millar ya ha llegado"."""
        number, leads = comma + 1, Is.PREPOSITION | Is.DETERMINER
        while number < self.stop and self.masks[number] & leads and not self.masks[number] & Is.RELATIVE:
            number += 1
        if number >= self.stop or number == comma + 1 or not self.masks[number] & Is.RELATIVE:
            return False
        return any(self.masks[n] & Is.AUXILIARY for n in range(number + 1, self.stop))

    def _tells_on(self, number: int) -> bool:
        """Whether behind words quoted with their comma the writer goes on with a relative or an opposed clause ("… were
        “about right,” | though most had doubts")."""
        mask = self.masks[number]
        if not self.c.tells_clauses or mask & Is.THAT:
            return False
        return bool(mask & (Is.RELATIVE | Is.PARTICIPLE) or (mask & Is.CONTRAST and mask & Is.SUBORDINATOR))

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
        if not self.c.tells_clauses and not self.c.head_first:
            return False
        return bool(self.masks[first] & (Is.COMPLEMENTIZER if self.c.head_first else Is.THAT))

    def _past_description(self, first: int, comma: int) -> int | None:
        """Past what a comma begins to tell of somebody, up to how they are called or of what they are accused
        ("praised X, who had lost, | as a fighter")."""
        masks, tells = self.masks, Is.RELATIVE | Is.DETERMINER
        if not self.c.tells_clauses or comma + 1 >= self.stop or not masks[comma + 1] & tells or masks[first] & Is.TO:
            return None
        for ahead in range(comma + 2, min(self.stop - 1, comma + _LONGEST_ASIDE)):
            if masks[ahead] & (EDGE ^ Is.COMMA ^ Is.BRACKET) or ahead in self.c.jump:
                return None
            if masks[ahead] & Is.COMMA:
                behind = masks[ahead + 1]
                holds = behind & Is.AS or (behind & Is.INNER and not behind & (Is.TO | Is.TOPICAL))
                if holds:
                    return ahead + 1 if ahead - comma > _REMARK // 2 else None
        return None

    def _stops_at_dash(self, first: int, number: int) -> bool:
        """Whether the dash at `number` ends a content: before somebody else's words, or a remark of the writer's."""
        if self.c.words[number] in "-‒" and (
            not self.c.tells_clauses or self.c.ends[number - 1] == self.c.starts[number]
        ):
            return False
        if self.new_attribution(number + 1):
            return True
        closed = any(self.masks[n] & Is.DASH for n in range(number + 1, min(self.stop, number + _LONGEST_ASIDE)))
        opened = sum(1 for n in range(max(first, number - _LONGEST_ASIDE), number) if self.masks[n] & Is.DASH) % 2
        if not self.c.tells_clauses or closed or opened:
            return False
        another = self.masks[number + 1] & Is.CONJUNCTION and self._another_clause(number + 2, loose=True)
        return bool(another or self.masks[number + 1] & (Is.A | Is.CONTRAST))

    def _explains(self, first: int, comma: int) -> bool:
        """Whether the comma after a noun phrase opens the writer's own remark on it, which nothing follows: an
        apposition (", a sentiment that …")."""
        masks, number = self.masks, comma + 1
        if number >= self.stop:
            return False
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
        if not ahead or not (self._remark_at(comma + 1) or self._tells_last(comma + 1)):
            return False
        return self.c.has_verb(first, comma)

    def _tells_last(self, number: int) -> bool:
        """Whether a relative clause opens at `number` that the sentence ends with: the writer's ("said he had closed
        the pier, which opened in May")."""
        if not self.masks[number] & Is.RELATIVE or self.masks[number] & (Is.THAT | Is.PREPOSITION):
            return False
        return not any(self.masks[n] & Is.COMMA and not self.c.quoted[n] for n in range(number + 1, self.stop))

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
        if not self.c.tells_clauses or participle or not self._verb_next(comma + 1):
            return False
        return not self._inserted(comma)

    def _inserted(self, comma: int) -> bool:
        """Whether what a comma opens is only put in, so that the clause goes on with its verb behind the next comma
        ("that the files, left alone, | may be of use")."""
        close = next((n for n in range(comma + 1, min(self.stop - 1, comma + _INSERTED)) if self.masks[n] & EDGE), None)
        if close is None or not self.masks[close] & Is.COMMA:
            return False
        behind = self.masks[close + 1]
        return bool(behind & Is.AUXILIARY) and not behind & Is.PARTICIPLE

    def _goes_on_saying(self, first: int, conjunction: int, loose: bool) -> bool:
        """Whether the source says something else after a conjunction in the content from `first` on: a cue follows, and
        a finite one if nothing sets it apart from the clause before."""
        if not self.cue_soon(conjunction + 1):
            return False
        doing = self.masks[conjunction + 1]
        if not loose and self.c.tells_clauses and doing & Is.PARTICIPLE and doing & Is.WEAK:
            return False  # "that they are calm and showing “respect”"
        apart = loose or not self.c.tells_clauses or self.masks[conjunction - 1] & (Is.COMMA | Is.QUOTE)
        finite = self.masks[self.past_adjunct(conjunction + 1)] & (Is.FINITE | Is.AUXILIARY | Is.ADVERB | Is.PARTICIPLE)
        if not apart and self.masks[first + self._only_that(first)] & Is.PRONOUN and self._own_deed(conjunction + 1):
            return False
        return bool(apart or finite or conjunction + 1 in self.c.stops)

    def _own_deed(self, number: int) -> bool:
        """Whether the verb after a conjunction, which may be one of saying, tells what the clause's subject did ("said
        he had met the mayor and asked for help")."""
        number = next((n for n in range(number, self.stop) if not self.masks[n] & (Is.ADVERB | Is.NEGATION)), number)
        mask = self.masks[number]
        deed = mask & Is.FINITE and mask & (Is.ADDRESSEE | Is.OBJECT) and not mask & Is.AUXILIARY
        return bool(deed) and number not in self.c.stops

    def _object_first(self, number: int) -> bool:
        """Whether a small pronoun stands before its verb ("y | la | calificó", "et | l' | a qualifiée")."""
        if number + 1 >= self.stop:
            return False
        verb = self.masks[number + 1]
        if not self.c.head_first or verb & Is.AMBIGUOUS or not self.masks[number] & Is.CLITIC:
            return False
        return bool(verb & (VERB_CUE | Is.AUXILIARY)) and not self.c.capital(number + 1)

    def _verb_next(self, number: int) -> bool:
        """Whether a finite verb follows at once, so that the subject goes on to something else."""
        while number < self.stop and self.masks[number] & Is.ADVERB:
            number += 1
        return number < self.stop and bool(self.masks[number] & Is.FINITE) and not self.c.capital(number)

    def _does_more(self, first: int, conjunction: int) -> bool:
        """Whether an auxiliary follows a noun phrase and its conjunction: the subject's next verb ("denies the theft |
        and was released")."""
        ahead = conjunction + 1
        if not self.c.tells_clauses or ahead >= self.stop or self.masks[first] & (Is.TO | Is.COMPLEMENTIZER):
            return False
        verb = self.masks[ahead] & Is.AUXILIARY and not self.masks[ahead] & Is.PARTICIPLE
        return bool(verb) and not self.c.has_verb(first, conjunction)

    def _describes_on(self, conjunction: int) -> bool:
        """Whether two participles describe something side by side, with nothing behind them ("as flawed and
        outdated")."""
        behind = conjunction + 2
        closes = behind >= self.stop or self.masks[behind] & (Is.COMMA | Is.TERMINAL | Is.SEMICOLON)
        both = self.masks[conjunction - 1] & self.masks[conjunction + 1] & Is.FINITE if behind - 1 < self.stop else 0
        return self.c.tells_clauses and bool(closes and both)

    def _inside_infinitive(self, conjunction: int) -> bool:
        """Whether the conjunction joins a bare infinitive ("to stay and support"): no new attribution."""
        masks, ahead = self.masks, conjunction + 1
        if ahead >= self.stop or masks[ahead] & (Is.PARTICIPLE | Is.AUXILIARY | Is.FINITE | Is.ADVERB):
            return False
        for back in range(conjunction - 1, max(0, conjunction - _LONGEST_ADJUNCT), -1):
            if masks[back] & Is.TO and back + 1 < conjunction:
                return not masks[back + 1] & Is.DETERMINER and not self.c.capital(back + 1)
            if masks[back] & (EDGE | Is.AUXILIARY | Is.FINITE):
                return False
        return False

    def _stops_at_comma(self, comma: int, loose: bool) -> bool:
        masks = self.masks
        number = comma + 1
        if number >= self.stop:
            return True
        mask = masks[number]
        if mask & (Is.MARKER | Is.CITING | Is.CITED_BY) or self.says_behind(number):
            return True
        if mask & Is.PARTICIPLE and (mask & VERB_CUE or loose) and not mask & Is.PREPOSITION:
            return loose or not self.c.tells_clauses or not self._inserted(comma)
        if loose and (mask & Is.CONTRAST or self._verb_next(number)):
            return True
        if mask & Is.NEEDS_AUXILIARY and mask & VERB_CUE and self.c.head_first and number + 1 < self.stop:
            return bool(masks[number + 1] & Is.COMPLEMENTIZER)  # "a salué l'accord, | rappelé que …"
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
            return not (mask & Is.PARTITIVE and self._number_soon(self.c.after(number)))  # ", dont près de 200 …"
        if loose and self.c.tells_clauses and mask & Is.PREPOSITION and self._meanwhile(number):
            return True
        after = self.c.after(number)
        if self.c.head_first and mask & Is.PREPOSITION and self._in_document(number):
            return True
        if loose and self.c.head_first and mask & Is.PREPOSITION and after < len(masks) and masks[after] & Is.RELATIVE:
            return True
        if self.c.tells_clauses and mask & Is.SUBORDINATOR and not mask & Is.AS and self.new_attribution(number + 1):
            return True
        if self.c.tells_clauses and mask & Is.PREPOSITION and self._says_there(number):
            return True
        return self.new_attribution(number)

    def _in_document(self, number: int) -> bool:
        """Whether a preposition opens only where it was said: "anunță o anchetă, | într-un comunicat de presă"."""
        masks, noun = self.masks, self.c.after(number)
        noun += noun < self.stop and bool(masks[noun] & Is.DETERMINER)
        if noun >= self.stop or not masks[noun] & Is.DOCUMENT:
            return False
        end = noun + 1
        inside = Is.INNER | Is.OUTLET
        while end < self.stop and end - noun < _IN_DOCUMENT and (not masks[end] or masks[end] & inside):
            end += 1
        return end >= self.stop or bool(masks[end] & EDGE)

    def _says_there(self, number: int) -> bool:
        """Whether a preposition opens where somebody says something else (", at the hearing | she said …")."""
        masks, told = self.masks, EDGE | Is.RELATIVE | Is.COMPLEMENTIZER | Is.SUBORDINATOR | Is.AUXILIARY | Is.FINITE
        for ahead in range(number + 2, min(self.stop - 1, number + _LONGEST_ADJUNCT)):
            mask = masks[ahead]
            if mask & Is.PRONOUN and not mask & (Is.DETERMINER | Is.OBLIQUE | Is.FIRST_PERSON):
                verb = masks[ahead + 1]
                return bool(verb & Is.CLAUSE and verb & Is.FINITE) and not verb & (Is.WEAK | Is.TRANSITIVE)
            if mask & told:
                return False
        return False

    def _number_soon(self, number: int) -> bool:
        """Whether a number stands here, or behind a further word of degree ("en | unos 4.000")."""
        if number >= self.stop or self.masks[number] & Is.NUMBER:
            return number < self.stop
        after = self.c.after(number)
        return after < self.stop and bool(self.masks[number] & _DEGREE and self.masks[after] & Is.NUMBER)

    def _meanwhile(self, number: int) -> bool:
        """Whether a preposition opens what somebody else says meanwhile (", with one comparing her to …")."""
        ahead = range(number + 1, min(self.stop, number + _REMARK))
        return any(self.masks[n] & Is.PARTICIPLE and self.masks[n] & VERB_CUE for n in ahead)

    def _when_said(self, number: int) -> bool:
        """Whether a clause opens that is what somebody else says ("…, quand la police en compte 900")."""
        return bool(self.masks[number] & Is.SUBORDINATOR) and self.new_attribution(self.c.after(number))

    def _another_clause(self, number: int, loose: bool) -> bool:
        """Whether a pronoun and its verb follow a conjunction: one of saying ("and she accused him"), or any behind a
        noun phrase ("calling him a fool, and he left")."""
        if number >= self.stop:
            return False
        pronoun, verb = self.masks[number], number + 1
        some = pronoun & Is.ANONYMOUS and verb < self.stop and self.masks[verb] & (Is.AUXILIARY | Is.CLAUSE)
        if not (pronoun & Is.PRONOUN or some) or pronoun & (Is.DETERMINER | Is.OBLIQUE | Is.FIRST_PERSON):
            return False
        while verb < self.stop and self.masks[verb] & (Is.ADVERB | (Is.AUXILIARY if some else 0)):
            verb += 1
        mask = self.masks[verb] if verb < self.stop else 0
        says = mask & (Is.CLAUSE | Is.OBJECT) and mask & Is.FINITE and not mask & (Is.WEAK | Is.PLANNED | Is.HEDGED)
        return bool(says or (loose and mask & (Is.AUXILIARY | Is.FINITE)))

    def _says_that(self, number: int) -> bool:
        """Whether a pronoun says something of its own after a conjunction ("mais | il a assuré que …")."""
        masks = self.masks
        if number >= self.stop or not masks[number] & Is.PRONOUN or masks[number] & (Is.DETERMINER | Is.OBLIQUE):
            return False
        verb = number + 1
        while verb < self.stop and masks[verb] & (Is.ADVERB | Is.AUXILIARY | Is.CLITIC | Is.NEGATION):
            verb += 1
        behind = self.c.after(verb)
        return behind < self.stop and bool(masks[verb] & Is.CLAUSE and masks[behind] & Is.COMPLEMENTIZER)

    def _own_clause_at(self, number: int) -> bool:
        """Whether a clause with a subject of its own follows a conjunction (", and the tunnel was closed")."""
        opens = number < self.stop and self.masks[number] & (Is.DETERMINER | Is.PRONOUN)
        return self.c.tells_clauses and bool(opens) and self._main_clause_at(number)

    def _own_subject_at(self, number: int) -> bool:
        """Whether a name or a noun phrase with a verb of its own follows words quoted and a conjunction ('called him
        “a fool” and | Rider left')."""
        if not self.c.tells_clauses or number >= self.stop or self.masks[number] & (_GOES_ON & ~Is.PREPOSITION):
            return False
        ends = EDGE | Is.RELATIVE | Is.COMPLEMENTIZER | Is.TO | Is.QUOTE | Is.PARTICIPLE
        for ahead in range(number + 1, min(self.stop, number + _REMARK)):
            mask = self.masks[ahead]
            if mask & ends and not mask & Is.DETERMINER:
                return False
            if mask & (Is.AUXILIARY | Is.FINITE) and not self.c.capital(ahead):
                return not self.c.noun_reading(ahead, number)
        return False

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
        if self.c.tells_clauses and first & Is.NUMBER and number + 1 < self.stop and masks[number + 1] & Is.COMMA:
            return False  # somebody's age
        for ahead in range(number, min(self.stop, number + _LONGEST_ASIDE)):
            mask = masks[ahead]
            if mask & (EDGE | Is.RELATIVE) and ahead > number and not mask & Is.COMMA:
                return False
            if mask & (Is.AUXILIARY | Is.FINITE | VERB_CUE) and not self.c.noun_reading(ahead, number):
                return ahead > number
        return False

    def says_behind(self, number: int) -> bool:
        """Whether a saying follows at once, with its source behind it (", said X")."""
        masks = self.masks
        while number < self.stop and masks[number] & (Is.AUXILIARY | Is.ADVERB):
            number += 1
        if number >= self.stop or not masks[number] & Is.CLAUSE or masks[number] & (Is.PARTICIPLE | Is.WEAK):
            return False
        stop = self.c.after(number)
        alone = self.c.drops_subject and (stop >= self.stop or bool(self.masks[stop] & EDGE))
        return alone or subject_after(self.c, stop, self.stop) is not None

    def _opens_with_degree(self, number: int, noun: int) -> bool:
        """Whether nothing but adverbs stands between `number` and the noun phrase at `noun` ("only | 9 percent")."""
        return noun == number or (
            self.c.tells_clauses and noun > number and all(self.masks[n] & Is.ADVERB for n in range(number, noun))
        )

    def _tells_of_place(self, number: int) -> bool:
        """Whether a name here belongs to the one before its comma, with a relative clause of their noun behind it."""
        named = number > 1 and self.c.capital(number) and self.c.capital(number - 2) and number + 1 < self.stop
        return bool(named and self.masks[number - 1] & Is.COMMA and self.masks[number + 1] & Is.RELATIVE)

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
            if unsure and self.masks[cue] & Is.AMBIGUOUS and self.c.noun_reading(cue, number):
                continue  # "a source familiar with his remarks said"
            if unsure and self._tells_of_place(number):
                return False  # "that bakers in Dover, | Ohio who closed complained"
            start = self.c.cue_start(cue, number)
            if self.c.head_first and any(self.masks[n] & Is.BE for n in range(start, cue)):
                continue  # "un proiect | a fost respins"
            source = self.c.source_left(start, number) if start > number else None
            return (
                source is not None
                and self._opens_with_degree(number, source[0])
                and not (source[1] == number + 1 and self.masks[number] & Is.RELATIVE)
            )
        return False
