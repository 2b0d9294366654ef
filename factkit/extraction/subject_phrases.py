"""Who a cue's subject is, where the subject stands before its verb: phrases, and tests of what they are.

Positions are token numbers; nothing here knows a word.
"""

from factkit.extraction.clauses import Clauses, Range, Region, between
from factkit.extraction.contents import ContentReader
from factkit.extraction.drafts import Draft
from factkit.extraction.subject_last import enclitic_subject, subject_after
from factkit.extraction.vocabulary import EDGE, VERB_CUE, Is

_STARTS = Is.TERMINAL | Is.COLON | Is.QUOTE | Is.DASH | Is.BRACKET | Is.COMMA
_HEADING = 6  # tokens from a sentence's start to the cue noun that is its subject
_MEDIUM = 4  # tokens of "in a written statement"
_DATELINE = 16  # tokens of the place, date and agency before a report's first sentence
SHORT = 4  # tokens, marks included, up to which a quotation is a word or two
_SILENT = 5  # tokens of "would not immediately say"
_LONG_WORD = 5  # letters from which a word in small letters says that this is no headline in capitals


class SubjectPhrases:
    """One region with its cues, and whom a verb in it may have as its subject."""

    __slots__ = (
        "c",
        "citing",
        "contents",
        "cues",
        "drafts",
        "drops_subject",
        "first",
        "last_source",
        "low",
        "masks",
        "pending",
        "stop",
    )

    def __init__(self, clauses: Clauses, region: Region, cues: list[int], *, drops_subject: bool = False) -> None:
        self.c, self.masks = clauses, clauses.masks
        self.drops_subject = drops_subject
        self.first, self.stop = region.first, region.stop
        while self.stop > self.first and self.masks[self.stop - 1] & Is.TERMINAL:
            self.stop -= 1
        self.cues = between(cues, self.first, self.stop)
        self.contents = ContentReader(clauses, self.cues, self.stop)
        self.drafts: list[Draft] = []
        self.first = self._past_dateline()
        self.low = self.first  # nothing before it belongs to a content that precedes its cue
        self.last_source: Range | None = None
        self.pending: tuple[Range, int] | None = None
        self.citing = 0  # where the words that cite the pending one begin

    def _past_dateline(self) -> int:
        """Where the sentence begins behind a place in capitals and a dash ("NAIROBI, Kenya (AP) — …")."""
        c, masks = self.c, self.masks
        start, end = c.starts[self.first], c.ends[self.first]
        if end - start < 3 or not c.text[start:end].isupper() or not c.tells_clauses:
            return self.first
        for number in range(self.first + 1, min(self.stop - 1, self.first + _DATELINE)):
            if masks[number] & Is.DASH and c.ends[number - 1] < c.starts[number]:
                return number + 1
            if masks[number] & Is.COLON:
                return number + 1  # "KABUL: …"
            named = c.capital(number) or masks[number] & (Is.COMMA | Is.BRACKET | Is.NUMBER | Is.OUTLET)
            if not named and c.words[number] not in "./":
                break
        return self.first

    def _named_like_cue(self, number: int, stop: int) -> bool:
        """Whether a name that looks like a verb has its own verb after it ('“…,” Read said.', "Ian Read said")."""
        if not self.c.tells_clauses or not self.c.capital(number) or number == self.first:
            return False
        before = self.masks[number - 1]
        if before & Is.COMMA and number - 2 not in self.c.back and stop < self.stop and self.c.capital(stop):
            return True  # "An opposition lawmaker, Said Juma, …"
        if not before & _STARTS and self.c.capital(number - 1) and self._runs_on(number):
            return True  # "a 25th Grand Slam title"
        if number - 1 not in self.c.back and not (self.c.capital(number - 1) and self.masks[number] & Is.CLAUSE):
            return False
        return stop < self.stop and bool(self.masks[stop] & Is.CLAUSE) and not self.c.capital(stop)

    def _runs_on(self, number: int) -> bool:
        """Whether a longer word without a capital stands before `number`, so that this is no headline in capitals."""
        c, verb = self.c, VERB_CUE | Is.AUXILIARY | Is.FINITE
        return any(
            not c.capital(n) and (len(c.words[n]) >= _LONG_WORD or self.masks[n] & verb)
            for n in range(self.first, number)
        )

    def _alone(self, number: int) -> bool:
        """Whether the phrase at `number` stands apart, with no cue after it to relay ("As reported by X, …")."""
        if number > self.first and not self.masks[number - 1] & Is.COMMA:
            return False
        unsure = Is.WEAK | Is.AMBIGUOUS | Is.PARTICIPLE if self.c.tells_clauses else 0
        later = [self.masks[cue] for cue in self.cues if cue > number]
        return all(not mask & (Is.CLAUSE | Is.MARKER) or mask & unsure for mask in later)

    def _is_noun(self, number: int, stop: int) -> bool:
        """Whether a form that may be verb or noun stands as a noun here."""
        before = self.masks[number - 1] if number > self.first else 0
        if before & Is.TO and self._opens_complement(number, stop):
            return False  # "used it to claim the mayor had left"
        counts = self.masks[number] & Is.FIGURE and stop < self.stop and self.masks[stop] & Is.NUMBER
        if counts and before & Is.CLITIC and not before & Is.DETERMINER:
            return False  # "en compte 430"
        if self.masks[number] & Is.FIGURE and number > self.first and self._figure_follows(stop):
            return self.c.noun_reading(number, self.first)
        start = self.c.cue_start(number, self.first)
        if start < number and self.masks[start] & Is.AUXILIARY:
            return False
        if self.c.noun_reading(number, self.first) and number > self.first:
            return True
        if number == self.first or self.masks[number - 1] & EDGE:
            if self.c.head_first and before & Is.COMMA and subject_after(self.c, stop, self.stop):
                return False
            if (
                self.c.tells_clauses
                and self.masks[number] & Is.FINITE
                and before & Is.COMMA
                and self._only_subject(number)
            ):
                return False  # "X, host of Y, suggested …"
            while stop < self.stop and self.masks[stop] & Is.ADVERB:
                stop = self.c.after(stop)
            complement = stop < self.stop and (
                self.masks[stop] & (Is.COMPLEMENTIZER | Is.DETERMINER | Is.PRONOUN)
                or stop in self.c.jump
                or self.c.capital(stop)
            )
            return not self.masks[number] & Is.PARTICIPLE and not (complement and number > self.first)
        return (
            stop < self.stop
            and bool(self.masks[stop] & (Is.AUXILIARY | VERB_CUE))
            and not self.masks[stop] & (Is.AMBIGUOUS | Is.PARTICIPLE)
            and not (self.c.tells_clauses and self.masks[number] & Is.FINITE)  # "what officials estimated were"
        )

    def _opens_complement(self, number: int, stop: int) -> bool:
        """Whether what may be a noun is no plural, and what it could govern follows."""
        if not self.c.tells_clauses or stop >= self.stop or self.c.words[number].endswith(self.c.plurals):
            return False
        if self.masks[stop] & Is.COMMA and stop + 3 < self.stop and self.masks[stop + 2] & Is.COMMA:
            stop += 3  # "to note, however, | that"
        if self.masks[number] & Is.WEAK:
            return bool(self.masks[stop] & Is.THAT)
        return bool(self.masks[stop] & (Is.DETERMINER | Is.PRONOUN | Is.THAT)) or self.c.capital(stop)

    def _figure_follows(self, number: int) -> bool:
        """Whether a preposition with a number comes next, adverbs put aside ("cifra ya en 44.374")."""
        while number < self.stop and self.masks[number] & Is.ADVERB:
            number += 1
        return number < self.stop and bool(self.masks[number] & Is.PREPOSITION) and self.contents.counts(number)

    def _after_subordinator(self, start: int) -> bool:
        return start > self.first and bool(self.masks[start - 1] & (Is.SUBORDINATOR | Is.COMPLEMENTIZER | Is.TO))

    def _contracted(self, start: int, number: int) -> bool:
        """Whether the verb group holds "'s", which may stand for "has" as well: 'he's said'."""
        return self.c.tells_clauses and any(
            self.masks[n] & Is.BE and not self.c.words[n][0].isalpha() for n in range(start, number)
        )

    def _with_be(self, start: int, number: int, group: int, mask: int) -> bool:
        """Whether the verb group that ends at `number` is a passive with its auxiliary."""
        near = self.masks[max(start, number - 3) : number]
        return bool(group & Is.BE and not mask & Is.PARTICIPLE and any(before & Is.BE for before in near))

    def _says(self, group: int, cue: Range, mask: int) -> bool:
        """Whether the words of its group leave the verb one that attributes: it isn't merely possible, nor undone."""
        start, stop = cue
        if mask & Is.NEEDS_AUXILIARY and not group & Is.AUXILIARY and not self._shares_auxiliary(start, stop):
            return False
        if group & Is.MODAL and not (stop - start < _SILENT and self._keeps_silent(group, stop, mask)):
            return False
        if group & Is.REFLEXIVE and not (stop < self.stop and self.masks[stop] & Is.COMPLEMENTIZER):
            return bool(mask & Is.CLAUSE) and enclitic_subject(self.c, start, stop) is not None  # "s'est-il étonné"
        return bool(self.c.tells_clauses) or not group & Is.NEGATION

    def _shares_auxiliary(self, start: int, stop: int) -> bool:
        """Whether a participle goes on with the auxiliary of the main clause's verb ("a salué l'accord, | rappelé que …
        et | promis que …")."""
        masks, joint = self.masks, self.masks[start - 1] if start > self.first + 2 else 0
        opens = stop < self.stop and masks[stop] & Is.COMPLEMENTIZER
        if not self.c.head_first or not joint & (Is.CONJUNCTION | (Is.COMMA if opens else 0)):
            return False
        for number in range(self.first, start - 2):
            if masks[number] & (Is.RELATIVE | Is.COMPLEMENTIZER | Is.SUBORDINATOR) or number in self.c.jump:
                return False
            if masks[number] & Is.AUXILIARY and not masks[number] & Is.BE:
                verb = number + 1
                while verb < start - 1 and masks[verb] & Is.ADVERB:
                    verb += 1
                if masks[verb] & Is.NEEDS_AUXILIARY:
                    return True
        return False

    def _sums_up(self, source: Range) -> bool:
        """Whether the noun phrase opens with a noun for what was said before ("the allegations …")."""
        opening = source[0] + bool(self.masks[source[0]] & Is.A)
        return bool(self.masks[opening] & Is.SUMMING) and source[1] - opening > 1

    def _is_no_speaker(self, source: Range, stop: int, mask: int) -> bool:
        """Whether a verb that may have any subject has one that can't speak, with no "that" to show what is meant."""
        doubtful = mask & Is.WEAK or not mask & Is.CLAUSE
        if not self.c.tells_clauses or not doubtful or self.masks[source[0]] & Is.RELATIVE:
            return False
        clause = mask & Is.CLAUSE and stop < self.stop
        states = clause and (self.masks[stop] & Is.THAT or self.contents.pronoun_acts(stop))
        return not states and not self.c.can_speak(source)

    def _finds_out(self, source: Range, mask: int) -> bool:
        """Whether the source is a document, or an outlet by name and its verb no noun ("The Dover Times found")."""
        told = Is.DOCUMENT if mask & Is.AMBIGUOUS or not self.c.tells_clauses else Is.DOCUMENT | Is.OUTLET
        return any(self.masks[n] & told and (self.masks[n] & Is.DOCUMENT or self.c.capital(n)) for n in range(*source))

    def _only_named(self, source: Range, cue: Range, mask: int) -> bool:
        """Whether the words only tell what a thing's name is, in a clause that isn't theirs: "on a site called Dover",
        "a group called Dover First | has …"."""
        party = Is.ROLE | Is.ANONYMOUS | Is.PRONOUN
        if mask & (Is.CLAUSE | Is.PARTICIPLE) or not mask & Is.OBJECT or cue[1] - cue[0] > 1 or cue[1] >= self.stop:
            return False
        if not self.masks[source[0]] & Is.A or any(self.masks[n] & party for n in range(source[0] + 1, source[1])):
            return False
        name = cue[1] + (cue[1] in self.c.jump)
        if name >= self.stop or not (self.c.capital(name) or name in self.c.titles):
            return False
        inside = source[0] > self.first and self.masks[source[0] - 1] & (Is.PREPOSITION | Is.FINITE)
        while name < self.stop and (self.c.capital(name) or name in self.c.titles or self.masks[name] & Is.NUMBER):
            name = self.c.after(name)
        goes_on = name < self.stop and self.masks[name] & (Is.AUXILIARY | Is.FINITE)
        return bool(inside or goes_on)

    def _keeps_silent(self, group: int, stop: int, mask: int) -> bool:
        """Whether somebody "would not say whether …": a refusal, which is news itself."""
        if not self.c.tells_clauses or not group & Is.NEGATION or not mask & Is.CLAUSE or mask & Is.WEAK:
            return False
        return stop < self.stop and bool(self.masks[stop] & Is.COMPLEMENTIZER)

    def _subject(self, start: int, mask: int) -> tuple[Range | None, bool]:
        """The cue's source to its left, and whether it was taken over from an earlier cue or clause."""
        if start == self.first:
            return (self.last_source, True) if mask & Is.PARTICIPLE else (None, False)
        before = self.masks[start - 1]
        if before & Is.TO:
            return self._striving(start - 1, mask), True
        if mask & Is.PARTICIPLE and not self.masks[start] & Is.AUXILIARY:
            if before & (Is.COMMA | Is.CONJUNCTION | Is.PREPOSITION | Is.SUBORDINATOR | Is.DASH | Is.QUOTE):
                return self._main_subject(), True
            source, subject = self.c.source_left(start, self.first), self._main_subject()
            owns = source is not None and self.c.tells_clauses and self._made_by(source[0])
            if source and subject and (source[0] == subject[0] or owns):
                return subject, True  # "Petrie issued a statement saying": Petrie, not the statement
            if self.c.tells_clauses and (source is None or self._holds_clause(source, 0) or self._was_done(source)):
                return subject, True
            return source, False
        if before & (Is.CONJUNCTION | Is.CONTRAST):
            return self._taken_up(start - 1) or self._main_subject(), True
        source = self.c.source_left(start, self.first)
        if source and self.c.head_first and self.c.pied(source[0]):
            return self._main_subject(), True  # "a ținut un discurs în care | a spus că …"
        if source and self.c.tells_clauses and source[0] - 2 >= self.first and self._takes_up(source[0] - 2, start):
            return self._main_subject(), True
        cites = source is not None and self.pending is not None and self.citing < source[0] <= self.pending[0][0]
        if cites and not self.drafts:
            return self.c.source_left(self.citing, self.first), False  # "lawmakers briefed by the service said"
        if source is None and before & Is.COMMA and self.c.tells_clauses and not mask & Is.AMBIGUOUS:
            return (self.last_source, True) if self.last_source else (self._far_subject(start, mask), False)
        if source is None and before & Is.COMMA and self.c.head_first and mask & Is.CLAUSE:
            return self._set_off(start - 1), False
        return self._without_medium(source) if source and self.c.tells_clauses else source, False

    def _was_done(self, source: Range) -> bool:
        """Whether the word before a cue is what was done to its source ("a petition has been | launched | asking")."""
        behind = source[0] > self.first and self.masks[source[0] - 1] & (Is.AUXILIARY | Is.BE)
        return bool(behind) and source[1] - source[0] == 1 and not self.c.can_speak(source)

    def _taken_up(self, conjunction: int) -> Range | None:
        """Who said what ends before the conjunction at `conjunction`, not who is told of in it ("X recordó que su
        hijo pidió agua y | solicitó …")."""
        if not self.c.head_first:
            return None
        ends = (d for d in self.drafts if not d.after and d.source and d.content[-1][1] == conjunction)
        return next((d.source for d in ends), None)

    def _set_off(self, comma: int) -> Range | None:
        """The subject that a comma parts from its verb against the rule ("La Junta del Agua, | informó que …")."""
        source, party = self.c.source_left(comma, self.low), Is.ROLE | Is.BODY | Is.OUTLET | Is.ANONYMOUS
        if source is None or (source[0] > self.low and not self.masks[source[0] - 1] & (Is.COMMA | Is.SEMICOLON)):
            return None
        told = any(self.masks[n] & party or (n > source[0] and self.c.capital(n)) for n in range(*source))
        return source if told and not self.c.has_verb(*source) else None

    def _takes_up(self, conjunction: int, start: int) -> bool:
        """Whether nothing but an adjunct stands between a conjunction and the verb at `start`: "but in an interview |
        said", whose subject stands before."""
        joins = Is.CONJUNCTION | Is.CONTRAST
        if not self.masks[conjunction] & joins or not self.masks[conjunction + 1] & Is.PREPOSITION:
            return False
        return self.contents.past_adjunct(conjunction + 1) >= start

    def _without_medium(self, source: Range) -> Range:
        """Who speaks in a document, rather than the document: "The police[, Jo Tell,] | in a statement said"."""
        masks, (first, stop) = self.masks, source
        inside = next((n for n in range(first + 1, stop) if masks[n] & Is.WITHIN), None)
        opening = first - 1 if inside is None else inside
        if opening <= self.first or stop - opening > _MEDIUM or not masks[opening] & Is.WITHIN:
            return source
        party = (first, opening) if inside else self.c.source_left(opening, self.first)
        medium = masks[stop - 1] & Is.DOCUMENT or masks[opening + 1] & Is.A
        if party is None or not medium or masks[party[1] - 1] & Is.DOCUMENT:
            return source
        return party if self.c.can_speak(party) else source

    def _made_by(self, noun: int) -> bool:
        """Whether the noun phrase at `noun` is the object of a verb before it ("issued | a statement")."""
        before = self.masks[noun - 1] if noun > self.first else 0
        return bool(before & Is.FINITE) and not before & (Is.AMBIGUOUS | Is.AUXILIARY) and not self.c.capital(noun - 1)

    def _far_subject(self, start: int, mask: int) -> Range | None:
        """The noun phrase that the region opens with, set off by a comma from what is told of it before its verb."""
        phrase = self.c.opening_phrase(self.first, start)
        if phrase is None or phrase[1] + 1 >= start:
            return None
        beside = self.masks[phrase[1]]
        acts = beside & Is.FINITE and not beside & VERB_CUE and self.c.has_verb(phrase[1], start)
        if not beside & Is.COMMA and not acts:
            return None
        if mask & (Is.WEAK | Is.TRANSITIVE):
            return None
        return phrase if mask & Is.CLAUSE and self.c.can_speak(phrase) else None

    def _striving(self, number: int, mask: int) -> Range | None:
        """Who is "to say" something: the pronoun before the verb that "to" at `number` belongs to, else whom the region
        is about, unless that is nobody ("it is hard to say")."""
        verb = self.c.cue_start(number - 1, self.first) if number > self.first + 1 else self.first
        before = self.masks[verb - 1] if verb > self.first and self.masks[number - 1] & Is.FINITE else 0
        nobody = Is.DETERMINER | Is.OBLIQUE | Is.FIRST_PERSON | Is.NEUTER | Is.INDEFINITE
        if self.c.tells_clauses and before & Is.PRONOUN and not before & nobody and mask & (Is.CLAUSE | Is.INFINITIVE):
            return verb - 1, verb
        subject = self._main_subject()
        if subject is None or not self.c.tells_clauses:
            return subject
        nobody = subject[1] - subject[0] == 1 and self.masks[subject[0]] & (Is.NEUTER | Is.INDEFINITE)
        demands = mask & Is.PLANNED and self.masks[number + 1] & Is.OBJECT and number + 1 in self.c.stops
        return None if nobody or not (mask & (Is.CLAUSE | Is.INFINITIVE) or demands) else subject

    def _main_subject(self) -> Range | None:
        """Who the region is about: the source of the cue before, else the noun phrase it starts with."""
        return self.last_source or self.c.opening_phrase(self.first, self.stop)

    def _behind_main_comma(self, stop: int, mask: int) -> Range | None:
        """'Conceding that …, X left': the main clause's subject, behind what a participle opens the sentence with."""
        right = self.contents.after_cue(stop, mask)
        content = self.contents.before_main_clause(right) if right else None
        if content is None or content[1] >= self.stop:
            return None
        said = content[1] - 1 in self.c.back and self.masks[content[1] - 2] & Is.COMMA  # "…“one day,” X left"
        if not said and not self.masks[content[1]] & Is.COMMA:
            return None
        number = content[1]
        while number < self.stop and self.masks[number] & (Is.COMMA | Is.ADVERB | Is.CONTRAST):
            number += 1
        source = self.c.opening_phrase(number, self.stop) if number < self.stop else None
        verb = Is.AUXILIARY | Is.FINITE | VERB_CUE | Is.ADVERB
        stands = source is not None and source[1] < self.stop and self.masks[source[1]] & verb
        return source if stands and source is not None and self.c.can_speak(source) else None

    def _merely_has(self, source: Range, stop: int) -> bool:
        """Whether what may be a cue of numbers only tells how many its subject has ("La ville compte 3 000 habitants"):
        the number is its object, and the subject nobody who counts."""
        speaker = Is.ROLE | Is.BODY | Is.OUTLET | Is.DOCUMENT | Is.ANONYMOUS | Is.PRONOUN | Is.RELATIVE
        has = stop < self.stop and (self.masks[stop] & Is.NUMBER or self.contents.counts(stop))
        prepositional = has and self.masks[stop] & Is.PREPOSITION and not self.masks[stop] & Is.DETERMINER
        return bool(has) and not prepositional and not any(self.masks[n] & speaker for n in range(*source))

    def _merely_grows(self, source: Range) -> bool:
        """Whether the subject of a cue of numbers is nobody: "El número de camas | aumentó a ocho"."""
        masks, (first, stop) = self.masks, source
        speaker = Is.ROLE | Is.BODY | Is.OUTLET | Is.DOCUMENT | Is.ANONYMOUS | Is.PRONOUN | Is.RELATIVE
        if not self.c.head_first:
            return False
        if not masks[first] & Is.DETERMINER:  # "execuția bugetară | înregistra", but "armatorii | estimau"
            several = bool(self.c.plurals) and any(self.c.words[n].endswith(self.c.plurals) for n in range(*source))
            opens = first + (first == self.first)  # whose capital tells nothing
            named = any(self.c.capital(n) for n in range(opens, stop)) or any(
                masks[n] & speaker for n in range(*source)
            )
            return stop - first > 1 and not several and not named
        of_something = any(masks[n] & Is.INNER for n in range(first + 2, stop))
        return of_something and not any(masks[n] & speaker or self.c.capital(n) for n in range(first + 1, stop))

    def _modifies(self, source: Range, mask: int, *, inherited: bool) -> bool:
        """Whether the words before what may be a noun only describe it ("a surge of angry | comments")."""
        noun = mask & Is.AMBIGUOUS and not mask & (Is.PARTICIPLE | Is.FINITE)
        if not self.c.tells_clauses or inherited or not noun or self.masks[source[0]] & (Is.PRONOUN | Is.RELATIVE):
            return False
        opens = source[0] > self.first and self.masks[source[0] - 1] & Is.COMMA
        single = source == (self.first, self.first + 1)
        if single and self.masks[source[0]] & Is.FINITE:
            return True  # "Unverified | reports"
        if opens and self.masks[source[0]] & Is.PARTICIPLE:
            return True  # ", missing the average analyst | forecast"
        return not self.c.can_speak(source)

    def _one_thing(self, start: int, number: int, mask: int) -> bool:
        """Whether a form that agrees with several has one thing's article before it: a noun ("an executive order")."""
        noun = mask & Is.AMBIGUOUS and not mask & (Is.PARTICIPLE | Is.FINITE) and start == number
        if not noun or not self.c.tells_clauses or self.c.words[number].endswith(self.c.plurals):
            return False
        beside = number - 1
        single = not self.c.capital(beside) and not self.c.words[beside].endswith(self.c.plurals)
        if single and (not self.masks[beside] or self.masks[beside] & Is.ROLE) and self._after_number(beside):
            return True  # "the $6.82 average analyst | estimate"
        for back in range(number - 1, max(self.first, number - SHORT) - 1, -1):
            if self.masks[back] & (Is.PREPOSITION | EDGE | Is.CONJUNCTION | Is.OWNS | Is.RELATIVE):
                return False
            if self.masks[back] & Is.A:
                return not self.masks[back] & (Is.ANONYMOUS | Is.NUMBER | Is.SPELLED | Is.INDEFINITE)
        return False

    def _after_number(self, number: int) -> bool:
        """Whether a number stands in the noun phrase that goes on at `number`."""
        low = max(self.first + 2, number - SHORT)
        counted = next((n for n in range(low, number) if self.masks[n] & Is.NUMBER), None)
        return counted is not None and not (self.masks[counted - 1] | self.masks[counted - 2]) & Is.PREPOSITION

    def _holds_clause(self, source: Range, mask: int) -> bool:
        """Whether the words before the cue are a clause of their own, so that the cue is a noun in it."""
        if not self.c.tells_clauses:
            return False
        number, stop = source
        while number < stop:
            if self.masks[number] & Is.RELATIVE:
                return False
            if self.masks[number] & Is.FINITE and not self.c.capital(number):
                if not self.c.noun_reading(number, source[0]) and not self.masks[number - 1] & Is.DETERMINER:
                    behind = self.masks[number + 1] if number + 1 < len(self.masks) else 0
                    opens = behind & (Is.DETERMINER | Is.PRONOUN | Is.COMPLEMENTIZER)
                    if not behind & (Is.TIME | Is.BY | Is.PREPOSITION) and (
                        opens or (mask & Is.AMBIGUOUS and number > source[0])
                    ):
                        return True
            number = self.c.after(number)
        return False

    def _subordinate(self, start: int, source: Range) -> bool:
        """Whether the cue's clause only leads up to a main clause: "While X denied it, …", "After blaming Y, …"."""
        if not self.c.tells_clauses:
            before = self.masks[source[0] - 1] if source[0] > self.first else 0
            return self.c.head_first and bool(before & Is.SUBORDINATOR) and not before & Is.AS
        participle = bool(self.masks[start] & Is.PARTICIPLE)
        opener = start if participle else source[0]
        while (
            opener > self.first and self.masks[opener - 1] & Is.ADVERB and not self.masks[opener - 1] & Is.SUBORDINATOR
        ):
            opener -= 1
        before = self.masks[opener - 1] if opener > self.first else 0
        opens = Is.SUBORDINATOR | Is.PREPOSITION if participle else Is.SUBORDINATOR | Is.COMPLEMENTIZER
        if participle and opener == self.first:
            return True
        leads = EDGE | Is.CONJUNCTION | Is.CONTRAST | Is.ADVERB | Is.SUBORDINATOR
        if participle and before & Is.BY and opener - 1 > self.first and not self.masks[opener - 2] & leads:
            return False  # "He made it worse by saying that the judge, Ann Holt, was …"
        relative = before & Is.RELATIVE and not participle  # "in which X pledged that, …"
        return bool(before & opens) and not before & Is.THAT and not relative

    def _speaks(self, source: Range) -> bool:
        """Whether what follows a verb after a comma can be its subject rather than its object."""
        masks = self.masks
        if masks[source[0]] & Is.NUMBER:
            counted = source[0] + 1  # "…, ont indiqué deux sources": somebody, but not "…, a annoncé deux morts"
            return counted < source[1] and bool(masks[counted] & Is.ANONYMOUS)
        nouns = Is.ROLE | Is.BODY | Is.OUTLET | Is.ANONYMOUS | Is.PRONOUN
        nouns |= 0 if masks[source[0]] & Is.A else Is.DOCUMENT
        if source[1] >= self.stop and any(
            masks[n] & Is.DOCUMENT for n in range(source[0], min(source[0] + 2, source[1]))
        ):
            return True  # "…, révèle un sondage."
        site = source[1] - source[0] == 1 and "." in self.c.words[source[0]][1:-1]
        return site or any(masks[n] & nouns or self.c.capital(n) for n in range(*source))

    def _closes(self, source: Range, mask: int) -> bool:
        """Whether nothing follows the noun phrase after a verb of saying, and nobody has spoken in the sentence yet:
        the verb can hardly be a second one of the subject before, with an object of its own."""
        if self.drafts or mask & Is.WEAK or self.masks[source[0]] & (Is.A | Is.NUMBER):
            return False
        start = self.c.phrase_start(source[0] - 1)
        behind = self.masks[source[1] + 1] if source[1] + 1 < self.stop else 0
        closed = source[1] >= self.stop or (self.masks[source[1]] & Is.COMMA and behind & (Is.CITING | Is.CITED_BY))
        return bool(closed) and self._states(self.low, start) and not self._apposed(start)

    def _apposed(self, number: int) -> bool:
        """Whether the region opens with a subject and its apposition that end at the last comma before `number`."""
        comma = next((n for n in range(number, self.low, -1) if self.masks[n] & Is.COMMA), None)
        subject = self.c.source_left(comma + 1, self.low) if comma is not None else None
        return subject is not None and subject[0] <= self.low + 1

    def _surely_behind(self, cue: Range, source: Range, mask: int) -> bool:
        """Whether a name behind the verb must be its subject: nothing else follows, or the sentence that it interrupts
        goes on with its verb ("The talks, said X, would last for days")."""
        start, behind = cue[0], source[1]
        bare = cue[1] - start == 1 and not mask & (Is.WEAK | Is.TRANSITIVE | Is.OBJECT | Is.ADDRESSEE)
        if not bare or not self.c.tells_clauses or start - self.low < SHORT or not self.masks[start - 1] & Is.COMMA:
            return False
        if not self.c.capital(source[0]):
            return False
        if behind >= self.stop:
            return True
        return (
            bool(self.masks[behind] & Is.COMMA)
            and behind + 1 < self.stop
            and bool(self.masks[behind + 1] & (Is.AUXILIARY | Is.FINITE))
            and not self.masks[behind + 1] & Is.PARTICIPLE
        )

    def _tells_behind(self, source: Range) -> bool:
        """Whether the words behind a verb that no quotation precedes can be its subject: a party, and no pronoun that
        has its own verb ("X, of Dover, said | he still hopes")."""
        if not self.c.can_speak(source) or self.masks[source[0]] & Is.TO:
            return False
        alone = source[1] - source[0] == 1 and self.masks[source[0]] & Is.PRONOUN
        return not alone or source[1] >= self.stop or bool(self.masks[source[1]] & EDGE)

    def _own_verb(self, start: int, source: Range) -> bool:
        """Whether what follows the verb is a clause, and its subject stands before ("Y, a watchdog, said the village
        remained contested")."""
        if not self.c.tells_clauses or self.c.source_left(start, self.low) is None:
            return False
        modifies = Is.BY | Is.PREPOSITION | Is.TIME
        return any(
            self.masks[n] & Is.FINITE
            and not self.masks[n] & Is.PARTICIPLE
            and not self.c.capital(n)
            and not self.masks[n - 1] & Is.DETERMINER
            and not (n + 1 < self.stop and self.masks[n + 1] & modifies)
            for n in range(source[0] + 1, source[1])
        )

    def _only_subject(self, start: int) -> bool:
        """Whether all that stands before the comma in front of the cue is its subject ("X, who fled, said …")."""
        return bool(self.c.tells_clauses) and self._all_subject(start)

    def _wants(self, start: int, source: Range) -> bool:
        """Whether the words behind a verb are no party but name one, as what the subject before it asks for or tells of
        ("Le maire, X, a demandé | la démission de Y")."""
        head = source[0] + bool(self.masks[source[0]] & Is.DETERMINER)
        party = Is.ROLE | Is.BODY | Is.OUTLET | Is.DOCUMENT | Is.ANONYMOUS | Is.PRONOUN
        if self.c.head_first and (self._only_party(start) or self._named_behind_role(start)):
            return True  # "Ana Pop, deputat, | acuză | PSD de …"
        named = head < source[1] and (self.masks[head] & party or self.c.capital(head))
        if head == source[0] and self.masks[head] & Is.DOCUMENT and self.c.head_first and self._verbless(start):
            return True  # "El 20 de marzo, la Agencia del Agua, | publicó | información"
        if named and not self.masks[source[0]] & Is.A:
            return False
        return self.c.head_first and self._all_subject(start)

    def _only_party(self, start: int) -> bool:
        """Whether somebody named and the role that describes them are all that stands before the verb at `start`."""
        masks, close = self.masks, start - 1
        comma = next((n for n in range(self.low + 1, close) if masks[n] & Is.COMMA), close)
        role = comma + 1 + bool(masks[min(comma + 1, close)] & Is.DETERMINER)
        if comma == close or not masks[close] & Is.COMMA or not masks[role] & Is.ROLE:
            return False
        named = all(self.c.capital(n) or masks[n] & Is.INNER for n in range(self.low, comma))
        return (
            named and not any(masks[n] & Is.COMMA for n in range(comma + 1, close)) and not self.c.has_verb(role, close)
        )

    def _named_behind_role(self, start: int) -> bool:
        """Whether a role and its holder's name in commas are the subject that stands before the verb at `start`: the
        sentence's, or a relative clause's ("dont la directrice, Ana Pop, | accuse | les autorités de …")."""
        close = start - 1
        comma = next((n for n in range(close - 1, self.low, -1) if not self.c.capital(n)), close)
        if comma >= close - 1 or not self.masks[close] & self.masks[comma] & Is.COMMA:
            return False
        role = self.c.source_left(comma, self.low)
        if role is None or role[1] != comma or not any(self.masks[n] & Is.ROLE for n in range(*role)):
            return False
        relative = role[0] > self.low and bool(self.masks[role[0] - 1] & Is.RELATIVE)
        return relative or bool(self.masks[role[0]] & Is.RELATIVE) or self._verbless(role[0])

    def _verbless(self, start: int) -> bool:
        """Whether no known verb stands before the one at `start`, whose subject must be there."""
        past = any(self.masks[n] & Is.PAST for n in range(self.low, start))
        return not past and not self.c.has_verb(self.low, start)

    def _all_subject(self, start: int) -> bool:
        """Whether a subject with its apposition or relative clause is all that stands before the verb at `start`."""
        if not self.masks[start - 1] & Is.COMMA:
            return False
        subject = self.c.source_left(start, self.low)
        if subject is None or subject[0] > self.low + 1 or self.masks[self.low] & Is.SUBORDINATOR:
            return False
        comma = next((n for n in range(subject[0], start) if self.masks[n] & Is.COMMA), start)
        described = any(self.masks[n] & Is.RELATIVE for n in range(comma, start))
        return not self.c.has_verb(subject[0], comma) and (described or not self.c.has_verb(comma, start))

    def _by(self, number: int) -> int | None:
        for ahead in range(number, min(self.stop, number + 4)):
            if self.masks[ahead] & Is.BY:
                return ahead
            if self.masks[ahead] & (EDGE | Is.COMPLEMENTIZER | Is.TO):
                return None
        return None

    def _owner(self, number: int) -> Range | None:
        """The possessor before a cue noun: a pronoun or a name with its ending."""
        masks, first = self.masks, number
        for back in range(number - 1, max(self.first, number - 4) - 1, -1):
            if masks[back] & Is.PRONOUN:
                return back, back + 1
            if masks[back] & Is.OWNS:
                first = back
                break
            if masks[back] & (EDGE | Is.AUXILIARY | Is.PREPOSITION):
                return None
        if first == number and number > self.first and self.c.capital(number - 1):
            if self.c.tells_clauses and self.masks[number - 1] & Is.DETERMINER:
                return None  # "The claim that …"
            return number - 1, number
        owner = self.c.source_left(first, self.first) if first < number else None
        if owner is None or not self.c.tells_clauses:
            return owner
        by = next((n for n in range(owner[1] - 1, owner[0], -1) if masks[n] & Is.BY), owner[0] - 1)
        return by + 1, owner[1]  # "the row caused by | Ann Pike's claim"

    def _opens_with(self, number: int) -> bool:
        """Whether the region's subject is the noun at `number` ("His claim that …", "While reports that …")."""
        verb = Is.COMMA | Is.AUXILIARY | Is.FINITE | Is.PREPOSITION
        return number - self.first <= _HEADING and not any(self.masks[n] & verb for n in range(self.first, number))

    def _quote_ends(self, number: int) -> bool:
        """Whether a quotation not yet spoken for ends right before `number`."""
        last = number - 1
        while last > self.low and self.masks[last] & (Is.COMMA | Is.DASH):
            last -= 1
        return last >= self.low and last in self.c.back

    def _speech_ends(self, number: int) -> bool:
        """Whether all that stands before `number` is a quotation, somebody's whole speech."""
        ends = bool(self.masks[number - 2] & (Is.COMMA | Is.TERMINAL))
        return ends and self.c.back.get(number - 1) == self.low

    def _only_when(self, first: int, stop: int) -> bool:
        """Whether the stretch is but a time ("El año pasado,")."""
        when = Is.TIME | Is.DETERMINER | Is.COMMA | Is.PREPOSITION | Is.ADVERB | Is.INSIDE
        return all(self.masks[n] & when for n in range(first, stop))

    def _states(self, first: int, stop: int) -> bool:
        """Whether the stretch says something by itself, rather than lead in ("On Monday, in Seoul, X said …")."""
        masks = self.masks
        if stop - first < 4 or (self.c.tells_clauses and not self.c.has_verb(first, stop)):
            return False
        if (
            not masks[first] & (Is.PREPOSITION | Is.SUBORDINATOR | Is.TIME | Is.PARTICIPLE)
            or masks[first] & Is.DETERMINER
        ):
            return True
        opening = next((n for n in range(first, stop) if masks[n] & Is.COMMA), stop)
        return any(masks[n] & Is.AUXILIARY for n in range(opening, stop))
