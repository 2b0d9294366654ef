"""Where the content of an attribution starts behind its cue, in languages whose clauses begin with the subject.

Positions are token numbers; nothing here knows a word.
"""

from factkit.extraction.clauses import Range
from factkit.extraction.content_ends import ContentEnds
from factkit.extraction.subject_last import beyond_aside
from factkit.extraction.vocabulary import EDGE, VERB_CUE, Is

_DEGREE = Is.PREPOSITION | Is.ADVERB | Is.DETERMINER
_ADJUNCT = Is.PREPOSITION | Is.TIME | Is.ADVERB
_LONGEST_ADJUNCT = 16
_LONGEST_ASIDE = 30
_ASKS_NOTHING = Is.COMMA | Is.COLON | Is.SEMICOLON | Is.DASH | Is.COMPLEMENTIZER | Is.RELATIVE | Is.AUXILIARY | Is.QUOTE
_YEAR = 4  # digits
_SHORTEST_SPEECH = 5  # tokens, marks included, of a quotation that is somebody's speech rather than a word of theirs


class ContentReader(ContentEnds):
    """Reads contents in one region that ends before token `stop` and whose cues stand at `cues`."""

    __slots__ = ()

    def after_cue(self, stop: int, mask: int) -> Range | None:
        """The content after a cue that ends before `stop`: beside it, else behind words that the cue shares its clause
        with."""
        masks, high = self.masks, self.stop
        number = stop
        stays = Is.COMPLEMENTIZER | Is.DETERMINER | (Is.SUBORDINATOR if self.c.tells_clauses else 0)
        while number < high and masks[number] & Is.ADVERB and not masks[number] & stays:
            number = self.c.after(number)
        if number > stop and mask & Is.OBJECT and self.c.tells_clauses and self._qualifies(stop, number):
            number = stop
        if mask & Is.OBJECT and self.c.head_first and (late := self.beyond_day(number)) > number:
            late = self._period_end(late)  # "desmintió el viernes por la tarde | la cifra"
            number = late if late < high and self._noun_phrase_at(late) else number
        number = self._beyond_pronoun(self._beyond_time(number, mask))
        if number >= high:
            return None
        if mask & Is.OBJECT and self.c.head_first and masks[number] & Is.TOLD:
            asked = mask & Is.INFINITIVE and self.infinitive_at(self._beyond_asked(number, mask))
            number = number if asked else self._beyond_told(number)
        elif mask & Is.OBJECT and self.c.head_first and masks[number] & Is.GENITIVE and self._number_soon(number + 1):
            number += 1  # "cere Guvernului | 5 milioane"
        if mask & Is.OPEN and (beyond := self._beyond_preposition(number)) is not None:
            return beyond, self.end(beyond, mask)
        if mask & Is.OBJECT and number > stop and masks[number] & Is.AS:
            return number - 1, self.end(number, mask)  # "describes himself as …"
        quote = self.quote_at(number)
        if quote is not None:
            titled = mask & Is.ADDRESSEE and self.title_at(quote)
            return None if titled else (quote, self._quoted_end(quote, mask))
        if masks[number] & Is.COLON:
            return (number + 1, high) if number + 1 < high else None
        figure = self.c.head_first and mask & Is.FIGURE and (masks[number] & Is.NUMBER or self.counts(number))
        if mask & Is.ADDRESSEE and not masks[number] & (Is.COMPLEMENTIZER | Is.TO) and not figure:
            number = self._beyond_addressee(number) or number
            if (quote := self.quote_at(number)) is not None:
                return quote, self._quoted_end(quote, mask)
        if number >= high:
            return None
        seeks = self.c.tells_clauses and not mask & (Is.CLAUSE | Is.OBJECT | Is.FIGURE)  # only for what to do
        return self._beside(number, mask) or (None if seeks else self._behind(number, mask))

    def _qualifies(self, first: int, noun: int) -> bool:
        """Whether the adverbs from `first` on belong to the noun phrase behind them ("rule out | further cuts")."""
        opener = self.masks[noun] if noun < self.stop else Is.COMMA
        return (
            not opener & ~Is.ANONYMOUS
            and not self.c.capital(noun)
            and not any(self.masks[n] & Is.TIME for n in range(first, noun))
        )

    def _beside(self, number: int, mask: int) -> Range | None:
        """The complement that opens at `number`: a clause with its conjunction, an infinitive, or either behind an
        aside."""
        masks, high = self.masks, self.stop
        if masks[number] & Is.GENITIVE and mask & Is.CLAUSE and (told := self.beyond_adjuncts(number)) is not None:
            number = told  # "le-a spus ziariștilor că …": the form of the genitive is that of whom one tells
        if self._comma_that(number) and mask & Is.CLAUSE:
            number += 1  # "dijo además, | que …"
        if masks[number] & Is.COMPLEMENTIZER and mask & (Is.CLAUSE | Is.OBJECT):
            if mask & Is.WEAK and masks[number] & Is.SUBORDINATOR and self.c.tells_clauses:
                return None  # "the crowd roared when …"
            return number, self.end(number, Is.CLAUSE)
        if masks[number] & Is.TO and mask & Is.INFINITIVE:
            return number, self.end(number, mask & ~Is.CLAUSE)
        if mask & Is.INFINITIVE and masks[number] & Is.COMPLEMENTIZER and self._wished(number):
            return number, self.end(number, mask & ~Is.CLAUSE)
        if mask & Is.INFINITIVE and self.c.tells_clauses and masks[number] & _ADJUNCT:
            late = self.beyond_small(number)  # "threatened on Sunday | to close it"
            if number < late < high and masks[late] & Is.TO:
                start = number if masks[number] & Is.NEGATION else late
                return start, self.end(late, mask & ~Is.CLAUSE)
        if mask & Is.INFINITIVE:
            late = self._beyond_asked(self.beyond_day(number), mask) if self.c.head_first else number
            if self.infinitive_at(late):
                return late, self.end(late, mask)
        beyond = beyond_aside(self.c, number, high) if masks[number] & Is.COMMA else None
        if masks[number] & Is.DASH and mask & Is.CLAUSE and self.c.tells_clauses:
            beyond = self._beyond_dashes(number - 1, number + 1)  # "said — not for the first time — | that …"
        if beyond is not None and beyond < high:
            if mask & Is.INFINITIVE and self.c.head_first and self.infinitive_at(beyond):
                return beyond, self.end(beyond, mask)
            if not masks[beyond] & Is.COMPLEMENTIZER and mask & Is.CLAUSE and self.c.head_first:
                if (that := self._that_beyond_asides(number)) is not None:
                    return that, self.end(that, Is.CLAUSE)  # "a anunțat, joi seară, 14 mai, | că …"
            noun = (mask & Is.OBJECT and self._noun_phrase_at(beyond)) or (mask & Is.FIGURE and self.counts(beyond))
            if masks[beyond] & Is.COMPLEMENTIZER or noun:
                return beyond, self.end(beyond, mask & ~Is.CLAUSE if mask & Is.OBJECT else mask)
        return None

    def _wished(self, number: int) -> bool:
        """Whether the conjunction at `number` opens a clause with its subject before the verb's particle ("vor | ca
        toți angajații să plece")."""
        for ahead in range(number + 1, min(self.stop, number + _LONGEST_ADJUNCT) if self.c.head_first else number):
            if self.masks[ahead] & Is.TO:
                return not self.masks[ahead] & Is.PREPOSITION
            if self.masks[ahead] & (Is.TERMINAL | Is.COLON | Is.SEMICOLON | Is.AUXILIARY | Is.RELATIVE):
                return False
        return False

    def _behind(self, number: int, mask: int) -> Range | None:
        """The content behind adjuncts and commas from `number` on, or the bare clause or object that starts there."""
        masks = self.masks
        dated = self.c.tells_clauses and number + 2 < self.stop and masks[number + 2] & Is.THAT  # "said in 2008 that"
        if self._adjunct_opens(number, mask) and (dated or not self.counts(number)):
            if (beyond := self.beyond_adjuncts(number)) is not None:
                return beyond, self.end(beyond, mask)
        if mask & Is.CLAUSE and (speech := self._beyond_commas(number)) is not None:
            return speech, self._quoted_end(speech, mask) if self.c.tells_clauses else self.c.jump[speech]
        if mask & Is.CLAUSE and (that := self._that_beyond_commas(number)) is not None:
            return that, self.end(that, Is.CLAUSE)
        if mask & Is.CLAUSE and (whole := self._subordinate_first(number, mask)) is not None:
            return whole
        if masks[number] & (EDGE | Is.SUBORDINATOR | Is.CONTRAST | Is.RELATIVE | Is.CONJUNCTION):
            return None
        if masks[number] & Is.AUXILIARY and not masks[number] & Is.PARTICIPLE:
            return None
        return self._bare(number, mask)

    def _adjunct_opens(self, number: int, mask: int) -> bool:
        """Whether an adjunct starts at `number`: a small word that isn't the content's own, a day, an hour."""
        here = self.masks[number]
        if here & _ADJUNCT and (here & Is.TIME or not here & Is.DETERMINER) and not self._owns(number):
            return True
        if self._day_at(number) or (self.c.head_first and mask & Is.CLAUSE and here & Is.TOLD):
            return True  # "recordó | al tribunal que …"
        clause = mask & Is.CLAUSE and not mask & Is.OBJECT
        return bool(clause and here & Is.NUMBER) and self._adjunct_at(number + 1)

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

    def beyond_day(self, number: int) -> int:
        """Past the days and times of day from `number` on, with their articles ("aseguró | el lunes | haber …")."""
        while self._day_at(number) or (number < self.stop and self.masks[number] & Is.TIME):
            number += 1 + self._day_at(number)
        return number

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
                period = self._period_end(number) if masks[number - 1] & Is.TIME else number
                if period == number:
                    return first
                number = period
                continue
            number += 1
        if self.c.tells_clauses and first < number and self.c.words[number] in self.c.calendar:
            number += 1  # "in late July"
        if number == first or number >= self.stop:
            return first
        opens = masks[number] & (Is.PRONOUN | Is.DETERMINER) or self.c.capital(number)
        opens = opens or (self.c.head_first and mask & Is.OBJECT and self._noun_phrase_at(number))
        bare = self.c.tells_clauses and mask & Is.CLAUSE and not mask & (Is.WEAK | Is.TRANSITIVE | Is.OBJECT)
        small = EDGE | Is.PREPOSITION | Is.TO | Is.COMPLEMENTIZER | Is.SUBORDINATOR | Is.CONJUNCTION | Is.ADVERB
        small |= Is.CITING | Is.CITED_BY | Is.MARKER | Is.OWNS
        opens = opens or (bare and not masks[number] & small and self.c.has_verb(number + 1, self.stop))
        return number if opens and not masks[number] & Is.TIME else first

    def _period_end(self, number: int) -> int:
        """One past the part of a day that a preposition opens behind the day ("vendredi | en fin de journée"), else
        `number`."""
        small = Is.DETERMINER | Is.INNER
        for ahead in range(number + 1, min(self.stop, number + _SHORTEST_SPEECH) if self.c.head_first else number):
            if self.c.words[ahead] in self.c.periods:
                return ahead + 1
            if self.masks[ahead] and not self.masks[ahead] & small:
                break
        return number

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

    def _beyond_asked(self, number: int, mask: int) -> int:
        """Past the one who is asked to do something, to the infinitive ("pide al juez | anular …", "demande aux élus |
        de venir", "invite les élus | à venir"); `number` where none follows."""
        masks = self.masks
        if number >= self.stop:
            return number
        told = masks[number] & Is.TOLD
        if not told and not (mask & (Is.ADDRESSEE | Is.PLANNED) and masks[number] & Is.DETERMINER):
            return number
        for ahead in range(number + 1, min(self.stop, number + _LONGEST_ADJUNCT)):
            here = masks[ahead]
            if here & _ASKS_NOTHING and not here & Is.DETERMINER:
                break
            leads = here & Is.PREPOSITION and (told or here & Is.TOLD or mask & Is.ADDRESSEE)
            if ahead > number + 1 and (leads or here & (Is.INFINITIVE_FORM | Is.NEGATION)):
                verb = ahead + bool(here & Is.NEGATION)
                bare = not masks[ahead - 1] & (Is.DETERMINER | Is.PREPOSITION)
                if self.infinitive_at(verb) and bare and (verb == ahead or not masks[verb] & Is.PREPOSITION):
                    return ahead
        return number

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
        small = Is.NEGATION
        if number + 1 < self.stop and self.masks[number] & Is.PREPOSITION:
            number, small = number + 1, Is.NEGATION | Is.CLITIC
        while number + 1 < self.stop and self.c.head_first and self.masks[number] & small:
            number += 1  # "de ne pas | sortir", "de s'y | rendre"
        return number < self.stop and bool(self.masks[number] & Is.INFINITIVE_FORM) and not self.c.capital(number)

    def _noun_phrase_at(self, number: int) -> bool:
        return (
            bool(self.masks[number] & (Is.NUMBER | Is.DETERMINER))
            or self.counts(number)
            or not self.masks[number] & ~(Is.NEEDS_AUXILIARY | Is.INFINITIVE_FORM | Is.DOCUMENT)
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
            acts = mask & Is.ACT and self._sets_price(number, end)
            return (number, end) if self._numbered(number, end) and not acts else None
        if mask & Is.FIGURE and first & Is.NUMBER:
            return number, self.end(number, mask & ~Is.CLAUSE)
        topic = first & Is.PREPOSITION and first & (Is.INNER | Is.TOPICAL)  # not "a intervenit | cu patru mașini"
        with_some = self.c.head_first and not topic and not mask & (Is.OBJECT | Is.FIGURE)
        if mask & (Is.CLAUSE | Is.OBJECT | Is.FIGURE) and self.counts(number) and not with_some:
            return number, self.end(number, mask)
        if mask & Is.CLAUSE and not mask & Is.OBJECT:
            if first & (Is.PREPOSITION | Is.TO) and not first & Is.DETERMINER:
                return None
            quotes = not self.c.jump.keys().isdisjoint(range(number, min(self.stop, number + 12)))
            if mask & Is.TRANSITIVE and not first & Is.PRONOUN and not quotes and not self.clause_ahead(number):
                if not self._tells_deed(number):
                    return None
            if (mask & Is.WEAK and not self.pronoun_acts(number) and not quotes) or (
                first & Is.TIME and not first & Is.DETERMINER and not self._owns(number)
            ):
                return None
            end = self.end(number, mask)
            deed = self.c.tells_clauses and mask & Is.DENIED and not first & ~Is.PARTICIPLE  # "denied | wrongdoing"
            return (number, end) if (end - number > 1 or deed) and not self._only_times(number, end) else None
        if mask & Is.OBJECT:
            if first & Is.PREPOSITION and not first & Is.DETERMINER and not self.clause_ahead(number):
                if mask & Is.PLANNED or not self._whom(number):
                    return None
            end = self.end(number, mask if not self.clause_ahead(number) else mask & ~Is.OBJECT)
            when = self.c.tells_clauses and self._only_times(number, end)
            return (number, end) if end > number and not when else None
        return None

    def pronoun_acts(self, number: int) -> bool:
        """Whether a pronoun that can be no object opens a clause ("suggested | she leave"), or another with a verb."""
        first = self.masks[number]
        if not first & Is.PRONOUN:
            return False
        nobody = Is.DETERMINER | Is.OBLIQUE | Is.NEUTER | Is.FIRST_PERSON | Is.INDEFINITE
        subject = self.c.tells_clauses and not first & nobody and number + 2 < self.stop
        if subject and not self.masks[number + 1] & (EDGE | Is.PREPOSITION | Is.CONJUNCTION):
            return True
        return self.clause_ahead(number)

    def _whom(self, number: int) -> bool:
        """Whether a preposition marks the person who is the object ("acusa | a la alcaldesa de …")."""
        if number + 1 >= self.stop or not self.c.head_first or not self.masks[number] & Is.TOLD:
            return False
        return bool(self.masks[number + 1] & Is.DETERMINER) or self.c.capital(number + 1)

    def _sets_price(self, first: int, stop: int) -> bool:
        """Whether a rate or a price is set, which is an act and no count ("elevó los tipos al 4 %")."""
        masks, c = self.masks, self.c
        if masks[first] & (Is.NUMBER | Is.A) or self.counts(first):
            return False
        if any(masks[n] & Is.DOCUMENT for n in range(first, stop)):
            return False  # "elevó la cifra al 4 %"
        behind = (n + 1 for n in range(first, min(stop, self.stop - 1)) if masks[n] & Is.NUMBER)
        return any(c.words[n] in c.priced for n in behind if n < self.stop)

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
        stop = next((n for n in range(number, stop) if self.masks[n] & EDGE), stop)
        return stop - number < _SHORTEST_SPEECH and not self.c.has_verb(number, stop)

    def counts(self, number: int) -> bool:
        """Whether a number with a preposition or adverb of degree before it starts here ("about 10,000")."""
        return (
            number + 1 < self.stop
            and not (self.c.tells_clauses and self._in_year(number))
            and bool(self.masks[number] & _DEGREE)
            and bool(
                self.masks[number + 1] & Is.NUMBER
                or (self.c.head_first and self._number_soon(self.c.after(number)))
                or (self.c.tells_clauses and self._spelled_soon(number + 1))
            )
        )

    def _in_year(self, number: int) -> bool:
        """Whether a clause ends with a year and its preposition here ("…, the Courant reported | in 2014")."""
        year, behind = self.c.words[number + 1], self.masks[number + 2] if number + 2 < self.stop else EDGE
        return bool(self.masks[number] & Is.WITHIN and behind & EDGE) and len(year) == _YEAR and year.isdigit()

    def _spelled_soon(self, number: int) -> bool:
        """Whether a number in words stands here, or behind an article ("about | two dozen", "around half")."""
        number += bool(self.masks[number] & Is.A)
        if number >= self.stop:
            return False
        return bool(
            self.masks[number] & Is.SPELLED
            or (self.masks[number] & Is.DETERMINER and self.masks[number] & Is.ANONYMOUS)
        )

    def clause_ahead(self, number: int) -> bool:
        """Whether a subject and a finite auxiliary follow before the next edge: a clause and no mere object."""
        masks = self.masks
        if masks[number] & Is.AUXILIARY:
            return False
        for ahead in range(number + 1, min(self.stop, number + 8)):
            if masks[ahead] & (EDGE | Is.RELATIVE | Is.QUOTE | Is.COMPLEMENTIZER | Is.SUBORDINATOR):
                return False
            if masks[ahead] & Is.AUXILIARY:
                return not masks[ahead - 1] & (Is.TO | (Is.CONJUNCTION if self.c.tells_clauses else 0))
        return False

    def _tells_deed(self, number: int) -> bool:
        """Whether a verb with its object follows the noun phrase at `number` ("claims the firm | hid the risks")."""
        masks = self.masks
        named = self.c.tells_clauses and self.c.capital(number)
        if not named and not (self.c.tells_clauses and masks[number] & Is.DETERMINER):
            return False
        for ahead in range(number + 2 - named, min(self.stop - 1, number + 8)):
            if masks[ahead] & (EDGE | Is.RELATIVE | Is.QUOTE | Is.PREPOSITION | Is.SUBORDINATOR | Is.CONJUNCTION):
                return False
            if masks[ahead] & Is.FINITE and self.c.takes_object(ahead):
                return True
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
            and not (self.masks[number - 1] & (Is.COMMA | Is.COLON) and not self.masks[number - 2] & Is.DOCUMENT)
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
        if masks[number] & (EDGE | Is.PREPOSITION) and not masks[number] & Is.DETERMINER:
            return self._beyond_marked(number) if self.c.head_first and not masks[number] & EDGE else None
        if self._speaks_for_itself(number):
            return None
        if masks[number] & Is.PRONOUN and (not masks[number] & Is.DETERMINER or self._complement_at(number + 1)):
            return number + 1
        for ahead in range(number + 1, min(high, number + 14)):
            mask = masks[ahead]
            if mask & Is.RELATIVE and masks[ahead - 1] & Is.INDEFINITE and not mask & Is.THAT:
                continue  # "asked anyone who saw it | to call"
            if mask & (Is.COMPLEMENTIZER | Is.COLON) or ahead in self.c.jump:
                return ahead
            if mask & Is.TO and not mask & Is.DETERMINER and not self._reaches(ahead + 1):
                return ahead - (self.c.tells_clauses and bool(masks[ahead - 1] & Is.NEGATION))  # "urged them not to"
            if mask & Is.COMMA:
                return ahead if ahead + 1 in self.c.jump else None
            if mask & Is.TOPICAL and self.c.tells_clauses and not self.counts(ahead):
                return None  # "told X about the storm they had met"
            opens = Is.PRONOUN | Is.DETERMINER | (Is.INDEFINITE if self.c.tells_clauses else 0)
            owns = self.c.head_first and ahead + 1 < high and self.c.capital(ahead + 1)  # "demisia | lui Paul Negru"
            if mask & Is.BRACKET and self._short_aside(ahead):
                continue  # "told the court today | (Friday) | he was ill"
            if mask & opens and not owns and not masks[ahead - 1] & (Is.PREPOSITION | Is.DETERMINER | Is.CONJUNCTION):
                return ahead
            if mask & (EDGE | Is.AUXILIARY):
                return None
        return None

    def _short_aside(self, number: int) -> bool:
        """Whether a bracket here opens or closes one that holds a single word."""
        brackets = (number - 2, number + 2) if number + 2 < self.stop else (number - 2,)
        return self.c.tells_clauses and any(self.masks[n] & Is.BRACKET for n in brackets)

    def _beyond_marked(self, number: int) -> int | None:
        """Past the one who is asked, behind the preposition of a person that is an object, to the verb's particle
        ("roagă pe locuitori | să …")."""
        for ahead in range(number + 2, min(self.stop, number + _LONGEST_ADJUNCT)):
            here = self.masks[ahead]
            if here & Is.TO:
                return ahead
            if here & (EDGE | Is.AUXILIARY | Is.COMPLEMENTIZER | Is.RELATIVE) or ahead in self.c.jump:
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
        return bool(self.masks[number] & (Is.TO | Is.COMPLEMENTIZER | EDGE))

    def beyond_adjuncts(self, number: int) -> int | None:
        """Past 'on Monday', 'in a statement', up to the complementizer or quotation they keep waiting."""
        masks = self.masks
        for ahead in range(number, min(self.stop, number + _LONGEST_ADJUNCT)):
            mask = masks[ahead]
            if ahead > number and mask & Is.COMPLEMENTIZER and not mask & (Is.SUBORDINATOR | Is.AUXILIARY):
                if self.c.head_first and masks[ahead - 1] & Is.PREPOSITION and ahead in self.c.stops:
                    return None  # "informó ayer en | lo que parece …", but "insistió en | que"
                if mask & Is.THAT and masks[ahead - 1] & Is.PREPOSITION and self.c.tells_clauses:
                    continue  # "replied to | that letter"
                return ahead
            if (quote := self.quote_at(ahead)) is not None:
                if not self.title_at(quote):
                    return quote
                continue
            if mask & Is.COLON and ahead + 1 < self.stop:
                return ahead + 1
            if self.c.capital(ahead) and self.c.words[ahead] in self.c.calendar:
                continue
            if ahead > number and self._comma_that(ahead):
                return ahead + 1  # "informó ayer en su cuenta de la red, | que …"
            says = mask & Is.CLAUSE and mask & Is.FINITE and self.c.tells_clauses
            if says and not self.c.noun_reading(ahead, number):
                return None  # "responded after drivers reported that …"
            if mask & (Is.TERMINAL | Is.SEMICOLON | Is.COMMA | Is.AUXILIARY):
                return self._that_beyond_clause(number, ahead)
            if (
                mask & Is.PRONOUN
                and not mask & (Is.DETERMINER | Is.OBLIQUE)
                and (self._is_when(ahead - 1) or (ahead > number + 1 and self._subject_at(ahead, number)))
            ):
                return ahead
        return None

    def _that_beyond_clause(self, first: int, verb: int) -> int | None:
        """The "that" behind a clause which tells when something was said ("said before the count was out | that")."""
        opens = (
            self.masks[first] & Is.SUBORDINATOR and self.masks[first] & Is.PREPOSITION and not self.masks[first] & Is.AS
        )
        if not self.c.tells_clauses or not opens or not self.masks[verb] & Is.AUXILIARY:
            return None
        for ahead in range(verb + 1, min(self.stop - 1, verb + _SHORTEST_SPEECH)):
            if self.masks[ahead] & EDGE:
                return None
            if self.masks[ahead] & Is.THAT:
                return ahead
        return None

    def _comma_that(self, number: int) -> bool:
        """Whether a comma stands here that parts a verb from its "that" against the rule."""
        if not self.c.head_first or number + 1 >= self.stop or not self.masks[number] & Is.COMMA:
            return False
        return bool(self.masks[number + 1] & Is.COMPLEMENTIZER)

    def _is_when(self, number: int) -> bool:
        """Whether a time, a day or a month stands here."""
        return bool(self.masks[number] & Is.TIME) or self.c.words[number] in self.c.calendar

    def _subject_at(self, number: int, first: int) -> bool:
        """Whether the pronoun behind the adjunct from `first` on is a clause's subject ("wrote in a letter | she was
        ill")."""
        if not self.c.tells_clauses or number + 1 >= self.stop or self.masks[number] & Is.FIRST_PERSON:
            return False
        where = self.masks[first] & Is.PREPOSITION and not self.masks[first] & (Is.TOPICAL | Is.AS)
        told = self.masks[first + 1] & Is.A or self.masks[number - 1] & Is.DOCUMENT or self.c.capital(number - 1)
        near = self.masks[first] & Is.WITHIN and number - first < _SHORTEST_SPEECH and not self.masks[number - 1]
        told = told or (near and self.masks[first + 1] & Is.DETERMINER)  # "in both letters | he was"
        told = told or (number - first == 2 and not self.masks[first + 1] and self.masks[number + 1] & Is.AUXILIARY)
        verb = self.masks[number + 1] & (Is.AUXILIARY | Is.FINITE | VERB_CUE)
        return bool(where and told and verb) and not self.masks[number - 1] & (Is.SUBORDINATOR | Is.PREPOSITION)

    def _beyond_commas(self, number: int) -> int | None:
        """Past '…, when the story broke, ' and '…, however, ' to the whole speech that they keep waiting."""
        masks, jump = self.masks, self.c.jump
        opens = masks[number] & Is.PRONOUN and number + 1 < self.stop and masks[number + 1] & (Is.AUXILIARY | Is.FINITE)
        if opens and self.c.tells_clauses:
            return None  # "said he was late: “…”"
        for ahead in range(number, min(self.stop, number + _LONGEST_ASIDE)):
            if ahead in jump and not self.title_at(ahead):
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
        if self.c.head_first:
            return self._that_beyond_asides(number)
        if not masks[number] & _ADJUNCT:
            return None
        for ahead in range(number + 1, min(self.stop, number + _LONGEST_ASIDE)):
            if masks[ahead] & Is.THAT and masks[ahead - 1] & Is.COMMA:
                return ahead
            if (
                masks[ahead] & (Is.TERMINAL | Is.SEMICOLON | Is.AUXILIARY | Is.FINITE | Is.CLAUSE)
                or ahead in self.c.jump
            ):
                return None
        return None

    def _that_beyond_asides(self, number: int) -> int | None:
        """Past any asides of a verb of saying, and whom it was said to ("a declarat, la rândul său, ziariștilor, | că",
        "aseguró ayer, 3 de mayo, en rueda de prensa, | que"), to the conjunction that they keep waiting."""
        masks = self.masks
        opener, day = masks[number], masks[number + 1] if number + 1 < self.stop else 0
        if not opener & (_ADJUNCT | Is.COMMA | Is.GENITIVE | Is.TOLD) and not day & Is.TIME:
            return None
        ahead, high = number + 1, min(self.stop, number + _LONGEST_ASIDE)
        while ahead < high:
            mask, before = masks[ahead], masks[ahead - 1]
            if mask & Is.COMPLEMENTIZER and not mask & (Is.SUBORDINATOR | Is.AUXILIARY | Is.PREPOSITION):
                if before & Is.PREPOSITION and ahead in self.c.stops:
                    return None
                return ahead if before & Is.COMMA or not mask & Is.RELATIVE else None
            verb = mask & (Is.AUXILIARY | Is.CLAUSE | Is.PAST) and not mask & (Is.PARTICIPLE | Is.NEEDS_AUXILIARY)
            if mask & (Is.TERMINAL | Is.SEMICOLON | Is.COLON | Is.RELATIVE | Is.SUBORDINATOR):
                return None
            if verb and not mask & Is.INNER and not self.c.noun_reading(ahead, number) and not self.c.capital(ahead):
                return None
            ahead = self.c.after(ahead)
        return None

    def continuation(self, number: int, *, quoted: bool) -> Range | None:
        """Where the content goes on after the cue and its adjuncts: after a comma, or with another quotation."""
        masks = self.masks
        for ahead in range(number, min(self.stop, number + _LONGEST_ADJUNCT)):
            if ahead in self.c.jump:
                return None if self.title_at(ahead) else (ahead, self._quoted_end(ahead, Is.CLAUSE))
            if masks[ahead] & Is.DASH and self.c.tells_clauses and not quoted:
                start = self.c.after(ahead)  # "The mayor — as X noted — has …"
                return (start, self.end(start, Is.CLAUSE)) if start < self.stop and self._verb_at(start) else None
            if masks[ahead] & Is.COMMA:
                start = ahead + 1
                if start >= self.stop:
                    return None
                if start in self.c.jump:
                    return None if self.title_at(start) else (start, self._quoted_end(start, Is.CLAUSE))
                if quoted and self.c.tells_clauses and masks[start] & Is.THAT and self.c.has_verb(start + 1, self.stop):
                    return start, self.end(start, Is.CLAUSE)  # "“It's a shame,” X said, that they …"
                if quoted and self.c.tells_clauses and self._verb_at(start):
                    return start, self.end(start, Is.CLAUSE)  # "“Only a fool,” X said, would …"
                if quoted or masks[start] & (Is.CITING | Is.CITED_BY | Is.MARKER) or not self._resumes(start):
                    return None
                if self.c.head_first and self.says_behind(start):
                    return None  # "…, au declarat oficialii, | scrie Reuters"
                if masks[start] & Is.PARTICIPLE and masks[start] & VERB_CUE:
                    return None
                if masks[start] & (Is.CONJUNCTION | Is.CONTRAST) and (
                    self.cue_soon(start + 1) or (self.c.tells_clauses and self.new_attribution(start + 1))
                ):
                    return None
                return start, self.end(start, Is.CLAUSE)
            if masks[ahead] & (EDGE | VERB_CUE) and ahead > number:
                return None
        return None

    def _verb_at(self, number: int) -> bool:
        """Whether the verb of a clause stands here whose subject came before: an auxiliary, or what can't be a noun."""
        while number + 1 < self.stop and self.masks[number] & Is.ADVERB:
            number += 1
        mask, behind = self.masks[number], self.masks[number + 1] if number + 1 < self.stop else EDGE
        finite = mask & Is.FINITE and not mask & (Is.AMBIGUOUS | VERB_CUE) and not behind & (EDGE | _ADJUNCT | Is.BY)
        verb = mask & Is.AUXILIARY or finite
        return bool(verb) and not mask & Is.PARTICIPLE and not self.c.capital(number)

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
