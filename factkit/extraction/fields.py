"""A sentence as fields: stretches between marks, in languages that set clauses apart by commas and whose finite verb
stands second in main clauses and last in subordinate ones. What a field is, and which noun phrases stand in it.

All positions are token numbers; nothing here knows a word.
"""

from bisect import bisect_right
from itertools import pairwise

from factkit.extraction.clauses import Clauses, Range, Region, between
from factkit.extraction.drafts import Draft
from factkit.extraction.vocabulary import VERB_CUE, Is

MARK = Is.COMMA | Is.SEMICOLON | Is.COLON | Is.DASH | Is.TERMINAL
JOIN = Is.CONJUNCTION | Is.CONTRAST
NOUN = Is.ROLE | Is.BODY | Is.OUTLET | Is.DOCUMENT | Is.ANONYMOUS
FINITE = Is.AUXILIARY | Is.REPORTED | Is.IRREAL
OPENER = Is.COMPLEMENTIZER | Is.SUBORDINATOR | Is.AS
SAYING = VERB_CUE | Is.IMPERSONAL | Is.GAPPED | Is.QUOTING
_MARKING = Is.MARKER | Is.WHOLE
_LONGEST_PHRASE = 30
_LONGEST_DATELINE = 16
SHORTEST_SPEECH = 5  # tokens, marks included, of a quotation that any verb beside it attributes
_LONGEST_FIELD = 150  # tokens without a mark; longer ones are no sentences, and are cut to keep reading linear
_ENDING = 2  # letters that two adjectives of one noun share ("-en")
_NO_ADJECTIVE = FINITE | SAYING | JOIN | MARK | Is.PRONOUN | Is.DETERMINER | Is.PREPOSITION | Is.RELATIVE


class Fields:
    """One region cut into fields, and the state of reading it from left to right."""

    __slots__ = (
        "c", "cues", "drafts", "fields", "first", "last_source", "listing", "low", "masks", "pending", "previous",
        "quoted", "stop"
    )  # fmt: skip

    def __init__(self, clauses: Clauses, region: Region, cues: list[int], previous: Range | None = None) -> None:
        self.c, self.masks = clauses, clauses.masks
        self.first, self.stop = region.first, region.stop
        while self.stop > self.first and self.masks[self.stop - 1] & Is.TERMINAL:
            self.stop -= 1
        self.first = self._past_dateline()
        self.cues = between(cues, self.first, self.stop)
        marks = [n for n in range(self.first, self.stop) if n in clauses.jump]
        self.quoted = frozenset(n for mark in marks for n in range(mark + 1, clauses.jump[mark]))
        self.listing: set[int] = set()  # commas between the nouns of one list of speakers
        self.fields = self._cut()
        self.previous = previous
        self.drafts: list[Draft] = []
        self.low = self.first  # nothing before it belongs to a content that precedes its cue
        self.last_source: Range | None = None
        self.pending: tuple[Range, int] | None = None

    def _past_dateline(self) -> int:
        """Where the sentence starts after a dateline ("Kiel (dpa) – "): a place, an agency or a date before a dash."""
        number = start = self.first
        while number < min(self.stop, self.first + _LONGEST_DATELINE):
            mask = self.masks[number]
            if mask & Is.DASH and number > start and not self._glued(number):
                start = number + 1  # after a date and its dash there may be a place and one more
            mark = not self.c.words[number].isalnum()
            inner = mask & Is.PREPOSITION and number > self.first and self.c.capital(number - 1)  # "Frankfurt am Main"
            if not (mark or self.c.capital(number) or mask & Is.NUMBER or inner):
                break
            number = self._after(number)
        return start

    def _cut(self) -> list[Range]:
        """The fields: stretches between marks, cut as well before "and" with a verb right after it."""
        masks, fields = self.masks, []
        first = number = self.first
        while number < self.stop:
            mask = masks[number]
            if mask & MARK and number not in self.c.jump and not (self._glued(number) or self._lists(first, number)):
                fields.append((first, number))
                first = number + 1
            elif (mask & JOIN and number > first and self._goes_on(number)) or number - first > _LONGEST_FIELD:
                fields.append((first, number))
                first = number
            number = self._after(number)
        fields.append((first, self.stop))
        return [field for field in fields if field[0] < field[1]]

    def _goes_on(self, number: int) -> bool:
        """Whether a verb follows the "and" at `number`: a known one, or right after a quotation any small word that no
        noun follows ("nannte X „dumm“ und [löste] damit Ärger aus")."""
        if self._verb_follows(number + 1):
            return True
        if number - 1 not in self.c.back or number + 2 >= self.stop:
            return False
        word = not self.masks[number + 1] and self.c.words[number + 1].isalpha() and not self._capital(number + 1)
        return word and bool(self.masks[number + 2]) and not self.masks[number + 2] & MARK

    def _glued(self, number: int) -> bool:
        """Whether the mark stands inside a word ("„Spiegel“-Bericht")."""
        starts, ends = self.c.starts, self.c.ends
        if self.c.words[number] == "." and self._capital(number - 1) and self._capital(min(number + 1, self.stop - 1)):
            return ends[number - 1] == starts[number]  # "Dr. Pohl"
        if not 0 < number < len(starts) - 1 or not self.masks[number] & Is.DASH or ends[number - 1] != starts[number]:
            return False
        shared = self.masks[number + 1] & (JOIN | Is.COMMA)  # "Kinder- und Jugendärzte"
        return bool(shared) or ends[number] == starts[number + 1]

    def _lists(self, first: int, comma: int) -> bool:
        """Whether the comma stands between two adjectives of one noun: "einem langen, teuren Umbau"."""
        if not self.masks[comma] & Is.COMMA or comma == first or comma + 2 >= self.stop:
            return False
        if comma in self.listing or (self._capital(comma - 1) and self._opens_item(comma + 1)):
            return comma in self.listing or self._lists_speakers(first, comma)
        if comma - first < 2:
            return False
        words, before, after = self.c.words, comma - 1, comma + 1
        if any(self.masks[n] & _NO_ADJECTIVE or self._capital(n) for n in (before, after)):
            return False
        determined = self.masks[before - 1] & (Is.DETERMINER | Is.PREPOSITION) and not self._capital(before - 1)
        alike = words[before][-_ENDING:] == words[after][-_ENDING:] and len(words[before]) > _ENDING
        return bool(determined) and alike and self._capital(comma + 2)

    def _opens_item(self, number: int) -> bool:
        """Whether a noun of a list may start at `number`, with its article or without."""
        return self._capital(number) or bool(self.masks[number] & Is.DETERMINER)

    def _lists_speakers(self, first: int, comma: int) -> bool:
        """Whether the comma stands in a list of names behind a marker or a verb of saying ("laut Meier, Schulz und
        Weber", "ist laut der Polizei, der Stadt und dem Amt sicher"), or before such a verb ("Meier, Schulz und Weber
        sagten"); what a verb follows is a clause of its own ("sagte Meier, Schulz und Weber kämen")."""
        masks = self.masks
        if masks[comma - 1] & Is.TIME or masks[comma + 1] & Is.ROLE & ~masks[comma - 1]:
            return False
        cue = next((n for n in range(comma - 2, first - 1, -1) if masks[n] & (SAYING | _MARKING)), None)
        verbs = [n for n in range(first, comma) if masks[n] & FINITE and not self._capital(n)]
        leads = cue is None and not verbs and self._only_nouns(first, comma)
        marked = cue is not None and masks[cue] & _MARKING and (cue == first or bool(verbs))
        if (cue is None and not leads) or (marked and any(verb > (cue or 0) for verb in verbs)):
            return False
        commas = self._list_from(comma)
        if not commas:
            return False
        after = commas.pop()
        verb_next = after < self.stop and masks[after] & (SAYING | Is.AUXILIARY) and not self._capital(after)
        if not (verb_next if leads else marked or self._no_verb(after)):
            return False
        self.listing.update(commas)
        return True

    def _only_nouns(self, first: int, stop: int) -> bool:
        """Whether nothing but nouns stands there, with an article in front at most."""
        begin = first + bool(self.masks[first] & Is.DETERMINER)
        small = Is.PREPOSITION | Is.SUBORDINATOR | Is.ADVERB | Is.TIME
        return begin < stop and all(self._capital(n) and not self.masks[n] & small for n in range(begin, stop))

    def _list_from(self, comma: int) -> list[int]:
        """The commas of the list whose first is `comma`, and one past its last noun; nothing where no "and" with one
        more of the same make, with an article or without, closes it."""
        masks, number, commas = self.masks, comma, []
        articled = not self._capital(comma + 1)
        while number + 1 + articled < self.stop:
            last = bool(masks[number] & Is.CONJUNCTION)
            if not last:
                commas.append(number)
            number += 1
            if articled and not masks[number] & Is.DETERMINER:
                return []
            number += articled
            begin = number
            while number < self.stop and self._capital(number):
                number += 1
            if number == begin:
                return []
            if last:
                return [*commas, number]
            if number >= self.stop or not masks[number] & (Is.COMMA | Is.CONJUNCTION):
                return []
        return []

    def _no_verb(self, number: int) -> bool:
        """Whether nothing but known small words and nouns, none of them a verb, stands before the next mark."""
        while number < self.stop and not self.masks[number] & MARK:
            mask = self.masks[number]
            if not self._capital(number) and (not mask & ~Is.INFINITIVE_FORM or mask & (FINITE | SAYING | Is.TO)):
                return False
            number = self._after(number)
        return True

    def _verb_follows(self, number: int) -> bool:
        while number < self.stop and self.masks[number] & Is.ADVERB and not self.masks[number] & Is.DETERMINER:
            number += 1
        return number < self.stop and bool(self.masks[number] & (SAYING | Is.AUXILIARY)) and not self._capital(number)

    def _after(self, number: int) -> int:
        """One past the token, phrase, quotation or bracket at `number`."""
        if self.masks[number] & Is.BRACKET and self.c.words[number] in "([（":
            for ahead in range(number + 1, min(self.stop, number + 15)):
                if self.masks[ahead] & Is.BRACKET:
                    return ahead + 1
        return min(self.c.after(number), self.stop)

    def _capital(self, number: int) -> bool:
        """Whether the token is written as nouns are ("Sprecher", "50-Jährige")."""
        c = self.c
        return c.capital(number) or (
            bool(self.masks[number] & Is.NUMBER and self.masks[number] & Is.ROLE)
            and any(map(str.isupper, c.text[c.starts[number] : c.ends[number]]))
        )

    def _field(self, number: int) -> int:
        """The field that token `number` stands in."""
        return max(0, bisect_right(self.fields, (number, self.stop + 1)) - 1)

    def _field_stop(self, number: int) -> int:
        return self.fields[self._field(number)][1]

    def _opening(self, field: Range) -> int:
        """A field's first token, "and" and "but" put aside."""
        first, stop = field
        while (
            first < stop - 1 and self.masks[first] & JOIN and not self.masks[first] & (Is.SUBORDINATOR | Is.DETERMINER)
        ):
            first += 1
        return first

    def _quoted(self, number: int) -> bool:
        """Whether the token stands inside a quotation of this region."""
        return number in self.quoted

    def _skip_adjuncts(self, number: int, limit: int) -> int:
        """Past adverbs, times and prepositional phrases ("am Dienstag in Berlin auch")."""
        masks = self.masks
        while number < limit:
            mask = masks[number]
            if mask & Is.PREPOSITION and number not in self.c.jump:
                number = self._after(number)
                bare = number < limit and masks[number] & (Is.ADVERB | Is.TIME) and not self._capital(number)
                bare = bare and not masks[number] & (Is.DETERMINER | Is.PREPOSITION)  # "bis zuletzt"
                attribute = number + 1 < limit and masks[number] & Is.DETERMINER and masks[number + 1] & Is.PREPOSITION
                if attribute and not self._capital(number + 1):
                    number = self._attribute_stop(number + 1, limit)  # "in den [vom Hochwasser] getroffenen Gebieten"
                number = self._after(number) if bare else self._after_noun(number, limit)
            elif mask & (Is.ADVERB | Is.TIME | Is.NEGATION) and not mask & (Is.PRONOUN | Is.DETERMINER):
                number = self._after(number)
            elif mask & Is.OBLIQUE and mask & Is.PRONOUN:
                if mask & Is.POSSESSIVE and self._noun_soon(number + 1, limit):
                    break  # "seinen Rücktritt"
                number += 1
            elif mask & Is.TIME:
                number = self._after(number)
            else:
                break
        return min(number, limit)

    def _after_noun(self, number: int, limit: int) -> int:
        """Past the noun that a preposition's phrase ends with, and the genitive on it."""
        masks = self.masks
        start = number
        while number < limit and number - start < 8 and not (self._capital(number) or number in self.c.jump):
            if masks[number] & (FINITE | SAYING) and not masks[number] & Is.DETERMINER:
                return number
            if masks[number] & Is.DETERMINER and number > start and masks[number - 1] & Is.NUMBER:
                return number
            if masks[number] & Is.PRONOUN and not masks[number] & Is.DETERMINER:
                return number + 1
            number = self._after(number)
        while number < limit and (self._capital(number) or number in self.c.jump or masks[number] & Is.NUMBER):
            counted = number + 1
            while counted < limit - 1 and masks[number] & masks[counted] & Is.NUMBER:
                counted += 1  # "20 000"
            if masks[number] & Is.NUMBER and masks[number - 1] & Is.TIME and self._capital(min(counted, limit - 1)):
                return number  # "am Montag | 200 Fälle"
            if masks[number] & Is.NUMBER and masks[number - 1] & Is.ROLE and self._capital(min(counted, limit - 1)):
                return number  # "für die Lehrer | 4,8 Prozent"
            named = not masks[number - 1] & ~Is.PLACE
            if masks[number] & Is.NUMBER and named and self._capital(min(number + 1, limit - 1)):
                return number  # "in Mainz | 43 Tote"
            if number > start and self._acronym(number - 1) and not self._acronym(number):
                return number  # "von den USA | Hilfe"
            number = self._after(number)
        genitive = number < limit and masks[number] & Is.GENITIVE and self._noun_soon(number + 1, limit)
        parties = Is.ROLE | Is.BODY if masks[number - 1] & Is.TIME else Is.ROLE  # "am Montag | der Verein"
        if genitive and not any(masks[n] & parties for n in range(number + 1, min(limit, number + 4))):
            return self._after_noun(number + 1, limit)
        return number

    def _acronym(self, number: int) -> bool:
        c = self.c
        return c.ends[number] - c.starts[number] > 1 and c.text[c.starts[number] : c.ends[number]].isupper()

    def _noun_soon(self, number: int, limit: int) -> bool:
        """Whether a noun follows with nothing but adjectives before it."""
        for ahead in range(number, min(limit, number + 5)):
            if self._capital(ahead) or ahead in self.c.jump or self.c.hyphened_name(ahead):  # "der ifo-Studie"
                return True
            if self.masks[ahead] & Is.NUMBER or (ahead == number and self.masks[ahead] & (Is.SPELLED | Is.ADVERB)):
                continue  # "die [fünf] Forscher", "die [rund 30 000] Beschäftigten"
            if self.masks[ahead] & (Is.DETERMINER | Is.PREPOSITION | FINITE | SAYING | Is.PRONOUN | Is.CONJUNCTION):
                return False
        return False

    def _phrase(self, first: int, limit: int, *, oblique: bool = False) -> Range | None:
        """The noun phrase from `first` on, adjuncts before it put aside; with the apposition behind a comma."""
        masks = self.masks
        if not oblique:
            begin, first = first, self._skip_adjuncts(first, limit)
            if first >= limit and begin < limit and self._links(begin, limit):
                first = begin  # "so von der Leyen"
        if first >= limit:
            return None
        mask = masks[first]
        if mask & Is.OBLIQUE and not oblique:
            return self._phrase(self._after_noun(first + 1, limit), limit)
        if mask & (Is.PRONOUN | Is.INDEFINITE) and not (mask & Is.DETERMINER and self._noun_after(first, limit)):
            return first, first + 1
        starts = self._capital(first) or first in self.c.jump or mask & (Is.DETERMINER | Is.NUMBER)
        if not starts and not self._noun_soon(first, limit):
            return None
        stop = self._phrase_stop(first, limit)
        if stop == first or not any(
            self._capital(n) or n in self.c.jump or masks[n] & Is.PRONOUN for n in range(first, stop)
        ):
            return None
        return first, self._with_apposition(first, stop)

    def _noun_after(self, article: int, limit: int) -> bool:
        """Whether the article at `article` has its noun, with a participle's phrase between them at most."""
        first = article + 1
        if first < limit and self.masks[first] & (Is.PREPOSITION | Is.OBLIQUE):
            return self._attribute_stop(first, limit) > first + 1
        return self._noun_soon(first, limit)

    def _phrase_stop(self, first: int, limit: int) -> int:
        masks, c = self.masks, self.c
        number, noun = first, False
        while number < min(limit, first + _LONGEST_PHRASE):
            mask = masks[number]
            if number in c.jump:
                if c.jump[number] - number > 10 or (noun and self._is_comment(number)):
                    break
                noun = True
            elif number in self.listing:
                noun = False
            elif number == first and mask & Is.DETERMINER:
                pass  # "Die", with a capital where it opens the sentence
            elif self._capital(number) or (mask & Is.NAMED and mask & Is.OUTLET) or (noun and self._glued(number)):
                if mask & Is.TIME and noun:
                    break
                noun = True
            elif noun and c.words[number] == "&" and self._capital(min(number + 1, limit - 1)):
                pass  # "Krug & Wolf"
            elif c.hyphened_name(number) or (
                mask & Is.LINK and (noun or number == first) and self._links(number, limit)
            ):
                noun = True
            elif mask & Is.BRACKET:
                if not noun:
                    break
            elif not noun:
                article = number > first and masks[number - 1] & Is.DETERMINER and not self._capital(number)
                if article and (mask & Is.PREPOSITION or (mask & Is.OBLIQUE and number == first + 1)):
                    number = self._attribute_stop(number, limit)
                    continue
                if mask & (FINITE | Is.PREPOSITION) and not mask & (Is.DETERMINER | Is.ADVERB):
                    break
            elif mask & Is.CONJUNCTION:
                if not self._joins(number, limit):
                    break
                noun = False
            elif mask & Is.GENITIVE:
                if not self._noun_soon(number + 1, limit) or self._addressed(number, limit):
                    break
                if number - first > 2 and self._named_fully(number) and not mask & Is.OBLIQUE:
                    break  # "Chefin Eva Roth | der Zeitschrift"
                noun = False
            elif mask & Is.INNER:
                if any(masks[n] & Is.NUMBER for n in range(number + 1, min(limit, number + 3))):
                    break  # "laut Behörden | von rund 50 Drohnen"
                if not self._house(number, limit) and (
                    not masks[number - 1] & NOUN
                    or self._time_ahead(number + 1, limit)
                    or not self._noun_soon(number + 1, limit)
                ):
                    break
                noun = False
            elif (
                masks[number - 2] & Is.NUMBER
                and not masks[number] & Is.PHRASE
                and self._noun_soon(number, min(limit, number + 2))
            ):
                noun = False  # "der 23 Jahre alte Student"
            else:
                break
            number = self._after(number)
        while (
            number > first
            and masks[number - 1] & (Is.INNER | Is.GENITIVE | Is.CONJUNCTION)
            and not self._capital(number - 1)
        ):
            number -= 1
        return number

    def _named_fully(self, stop: int) -> bool:
        """Whether a role with a name of two words ends before token `stop`; no genitive belongs to that."""
        masks = self.masks
        name = all(self._capital(n) and not masks[n] & ~Is.INFINITIVE_FORM for n in (stop - 2, stop - 1))
        return name and bool(masks[stop - 3] & Is.ROLE)

    def _house(self, number: int, limit: int) -> bool:
        """Whether nothing but a body that the name before belongs to follows ("sagte Eva Roth [vom Verein X]")."""
        if not self._capital(number - 1) or number - self.first < 1:
            return False
        noun = next((n for n in range(number + 1, min(limit, number + 4)) if self._capital(n)), limit)
        known = Is.BODY | Is.NAMED if self.masks[number] & Is.LINK else Is.BODY
        if noun >= limit or not self.masks[noun] & known:
            return False
        stop = self._after_noun(noun, limit)
        return (self._after_noun(stop + 1, limit) if stop < limit and self.masks[stop] & Is.INNER else stop) == limit

    def _is_comment(self, quote: int) -> bool:
        """Whether a quotation behind a noun is no name, but words of somebody's ("nach Ansicht der Union | „dumm“")."""
        named = self.masks[quote - 1] & Is.OUTLET
        return not named and self.c.text[self.c.starts[quote + 1]].islower()

    def _links(self, number: int, limit: int) -> bool:
        """Whether the small word at `number` stands inside a name or opens one ("Ursula [von der] Leyen"): beside nouns
        of no other meaning, with no further noun phrase behind ("forderte Pohl von Kiel mehr Geld")."""
        masks, ahead = self.masks, number + 1
        if not masks[number] & Is.LINK:
            return False
        only_in_names = not masks[number] & (Is.PREPOSITION | Is.INNER)  # "die Ministerin [de] Vries"
        if number > self.first and masks[number - 1] and self._capital(number - 1) and not only_in_names:
            return False
        while (
            ahead < limit
            and ahead < number + 3
            and masks[ahead] & (Is.LINK | Is.DETERMINER)
            and not self._capital(ahead)
        ):
            ahead += 1
        if ahead >= limit or not self._capital(ahead) or masks[ahead] & ~Is.INFINITIVE_FORM:
            return False
        while ahead < limit and self._capital(ahead):
            ahead += 1
        return ahead >= limit or not (masks[ahead] & Is.DETERMINER or self._noun_soon(ahead, min(limit, ahead + 3)))

    def _time_ahead(self, number: int, limit: int) -> bool:
        return any(self.masks[n] & Is.TIME for n in range(number, min(limit, number + 2)))

    def _attribute_stop(self, number: int, limit: int) -> int:
        """Past a participle's own phrase between article and noun ("dem [von X geführten] Ministerium", "einem [dem Rat
        vorgelegten] Bericht")."""
        ahead = self._after_noun(number + 1, limit)
        return ahead if ahead < limit and self._noun_soon(ahead, limit) else number + 1

    def _joins(self, number: int, limit: int) -> bool:
        ahead = number + 1
        if ahead >= limit:
            return False
        return (
            self._capital(ahead)
            or ahead in self.c.jump
            or (bool(self.masks[ahead] & (Is.DETERMINER | Is.GENITIVE)) and self._noun_soon(ahead + 1, limit))
        )

    def _addressed(self, number: int, limit: int) -> bool:
        """Whether the article at `number` opens the outlet spoken to rather than a genitive."""
        ahead = number + 1
        while ahead < limit and ahead < number + 6:
            if self.masks[ahead] & Is.OUTLET:
                return not self.masks[number - 1] & Is.DOCUMENT  # "laut einem Bericht | der Zeitung"
            if ahead == number + 1 and ahead in self.c.jump:
                return not self.masks[number - 1] & NOUN
            last = ahead + 1 >= limit or not self._capital(ahead + 1)
            if last and ahead + 1 < limit and self.masks[ahead + 1] & Is.MARKER_AFTER:
                return True  # "sagte X | der Mitteilung zufolge"
            if self._capital(ahead) and last and ahead not in self.c.jump:
                return False
            ahead += 1
        return False

    def _with_apposition(self, first: int, stop: int) -> int:
        """`stop`, or the end of the apposition in the next field ("X, Sprecher der Polizei,")."""
        masks = self.masks
        if stop >= self.stop or not masks[stop] & Is.COMMA or masks[stop - 1] & Is.PRONOUN:
            return stop
        k = self._field(stop + 1)
        a, b = self.fields[k]
        if (
            a != stop + 1
            or b - a > 14
            or any(masks[n] & (FINITE | SAYING) and not self._capital(n) for n in range(a, b))
        ):
            return stop
        if a >= b or (b < self.stop and not masks[b] & (Is.COMMA | Is.COLON)):
            return stop
        described = any(masks[n] & Is.ROLE for n in range(first, stop))
        named = described and all(self._capital(n) for n in range(a, b)) and b - a in (2, 3)
        if masks[a] & (Is.ADVERB | Is.PREPOSITION) and not self._capital(a):
            return stop  # "so Meier, [mehr Schutz]"
        head = a + 1 if masks[a] & Is.DETERMINER and a + 1 < b else a
        while head < b - 1 and not self._capital(head) and not masks[head] & (Is.PREPOSITION | Is.DETERMINER):
            head += 1
        return b if named or (masks[head] & (Is.ROLE | Is.BODY) and self._capital(head)) else stop

    def _nobody(self, source: Range) -> bool:
        """Whether the phrase is the writer, or a pronoun for nobody in particular."""
        mask = self.masks[source[0]]
        return bool(mask & Is.FIRST_PERSON) or (bool(mask & Is.INDEFINITE) and source[1] - source[0] == 1)

    def _can_speak(self, source: Range) -> bool:
        """Whether the phrase names someone rather than something: a known noun, a pronoun, a name."""
        masks, text = self.masks, self.c.text
        if masks[source[0]] & (Is.PRONOUN | Is.RELATIVE | Is.INDEFINITE) and source[1] - source[0] == 1:
            return True
        if self._capital(source[0]) and not masks[source[0]] & Is.DETERMINER:
            return True
        if masks[source[0]] & Is.NUMBER and not any(masks[n] & NOUN for n in range(*source)):
            return False  # "56 Prozent"
        nouns = [n for n in range(*source) if self._capital(n) and not masks[n] & Is.DETERMINER]
        adjacent = any(second == first + 1 for first, second in pairwise(nouns))
        short = any(text[self.c.starts[n] : self.c.ends[n]][:2].isupper() for n in nouns)
        quoted = any(n in self.c.jump for n in range(*source))
        return adjacent or short or quoted or any(masks[n] & (NOUN | Is.NAMED) for n in range(*source))

    def _reports(self, first: int, last: int) -> bool:
        """Whether the stretch holds a verb in the mood of reported speech."""
        return any(self.masks[n] & (Is.REPORTED | Is.IRREAL) and not self._capital(n) for n in range(first, last))

    def _plain_verb(self, first: int, last: int) -> bool:
        """Whether a verb that no list has shows by its place: a bare small word right after the subject's noun ("die
        Kosten [beliefen] sich"), where an apposition has none."""
        masks = self.masks
        for n in range(first + 1, last):
            small = not masks[n] & ~(Is.INFINITIVE_FORM | Is.NEEDS_AUXILIARY) and self.c.words[n].isalpha()
            subject = self._capital(n - 1) or (n - 1 == first and bool(masks[first] & Is.PRONOUN))
            if small and subject and not self._capital(n) and not masks[n - 2] & Is.NUMBER:
                return not any(masks[m] & Is.PREPOSITION for m in range(first, n))
        return False

    def _is_relative(self, first: int, last: int) -> bool:
        """Whether the field is a relative clause: its verbs stand at the end."""
        masks = self.masks
        if not masks[first] & Is.RELATIVE or self._capital(last - 1) or last - 1 in self.c.back:
            return False
        if masks[last - 1] & (Is.NUMBER | Is.BRACKET):
            return False
        ending = self.c.words[last - 1]
        if any(masks[n] & Is.GAPPED and ending in self.c.gaps.get(self.c.words[n], ()) for n in range(first + 1, last)):
            return False  # "das Amt [weist] das [zurück]"
        verb = next((n for n in range(first + 1, last) if masks[n] & FINITE and not self._capital(n)), last - 1)
        return verb == last - 1 or all(masks[n] & Is.AUXILIARY for n in range(verb, last))

    def _ends_with_noun(self, first: int, last: int) -> bool:
        return self._capital(last - 1) and not any(
            self.masks[n] & (FINITE | VERB_CUE) and not self._capital(n) for n in range(first, last)
        )

    def _to_infinitive(self, first: int, last: int) -> bool:
        """Whether the field ends with an infinitive and its particle, apart or inside the verb ("einzusetzen")."""
        masks = self.masks
        if masks[last - 1] & Is.INFINITIVE_FORM and masks[last - 1] & Is.TO:
            return True
        return any(
            masks[n] & Is.TO
            and masks[n + 1] & Is.INFINITIVE_FORM
            and not self._capital(n + 1)
            and not any(masks[m] & FINITE and not self._capital(m) for m in range(n + 2, last))  # "zu sehen [ist]"
            for n in range(max(first, last - 4), last - 1)
        )
