"""Attributions where the finite verb stands second, and last in the subordinate clauses that commas set apart.

A sentence is cut into fields at its marks. A cue is read from its field: what stands before the verb, what after it,
and which kind of field comes next. All positions are token numbers; nothing here knows a word.
"""

from bisect import bisect_right
from dataclasses import replace

from factkit.extraction.clauses import Clauses, Range, Region, between
from factkit.extraction.drafts import Draft
from factkit.extraction.vocabulary import VERB_CUE, Is

_MARK = Is.COMMA | Is.SEMICOLON | Is.COLON | Is.DASH | Is.TERMINAL
_JOIN = Is.CONJUNCTION | Is.CONTRAST
_NOUN = Is.ROLE | Is.BODY | Is.OUTLET | Is.DOCUMENT | Is.ANONYMOUS
_FINITE = Is.AUXILIARY | Is.REPORTED | Is.IRREAL
_OPENER = Is.COMPLEMENTIZER | Is.SUBORDINATOR | Is.AS
_SAYING = VERB_CUE | Is.IMPERSONAL | Is.GAPPED | Is.QUOTING
_LONGEST_PHRASE = 30


class VerbSecondReader:
    """Reads one region cue by cue, from left to right."""

    __slots__ = ("c", "cues", "drafts", "fields", "first", "last_source", "low", "masks", "opaque", "pending", "previous", "stop")

    def __init__(self, clauses: Clauses, region: Region, cues: list[int], previous: Range | None = None) -> None:
        self.c, self.masks = clauses, clauses.masks
        self.first, self.stop = region.first, region.stop
        while self.stop > self.first and self.masks[self.stop - 1] & Is.TERMINAL:
            self.stop -= 1
        self.cues = between(cues, self.first, self.stop)
        self.opaque = [(n, clauses.jump[n]) for n in range(self.first, self.stop) if n in clauses.jump]
        self.fields = self._cut()
        self.previous = previous
        self.drafts: list[Draft] = []
        self.low = self.first  # nothing before it belongs to a content that precedes its cue
        self.last_source: Range | None = None
        self.pending: tuple[Range, int] | None = None

    def _cut(self) -> list[Range]:
        """The fields: stretches between marks, cut as well before "and" with a verb right after it."""
        masks, fields = self.masks, []
        first = number = self.first
        while number < self.stop:
            mask = masks[number]
            if mask & _MARK and number not in self.c.jump and not self._glued(number):
                fields.append((first, number))
                first = number + 1
            elif mask & _JOIN and number > first and self._verb_follows(number + 1):
                fields.append((first, number))
                first = number
            number = self._after(number)
        fields.append((first, self.stop))
        return [field for field in fields if field[0] < field[1]]

    def _glued(self, number: int) -> bool:
        """Whether the mark stands inside a word ("„Spiegel“-Bericht")."""
        starts, ends = self.c.starts, self.c.ends
        return 0 < number < len(starts) - 1 and ends[number - 1] == starts[number] and ends[number] == starts[number + 1] and bool(
            self.masks[number] & Is.DASH
        )

    def _verb_follows(self, number: int) -> bool:
        while number < self.stop and self.masks[number] & Is.ADVERB and not self.masks[number] & Is.DETERMINER:
            number += 1
        return number < self.stop and bool(self.masks[number] & (_SAYING | Is.AUXILIARY)) and not self._capital(number)

    def _after(self, number: int) -> int:
        """One past the token, phrase, quotation or bracket at `number`."""
        if self.masks[number] & Is.BRACKET and self.c.words[number] in "([（":
            for ahead in range(number + 1, min(self.stop, number + 15)):
                if self.masks[ahead] & Is.BRACKET:
                    return ahead + 1
        return min(self.c.after(number), self.stop)

    def read(self) -> list[Draft]:
        """The region's attributions."""
        skip_to = 0
        for number in self.cues:
            if number < skip_to or self._quoted(number):
                continue
            mask, stop = self.masks[number], self.c.stops.get(number, number + 1)
            if mask & Is.IDIOM:
                skip_to = stop
                continue
            if mask & (Is.CITING | Is.CITED_BY):
                self._cite(stop, mask)
                continue
            draft = self._read_cue(number, stop, mask)
            if draft is not None:
                self.drafts.append(self._with_pending(draft))
                if draft.source is not None and not draft.inherited:
                    self.last_source = draft.source
        if not self.drafts and (draft := self._headed() or self._led_up_to()):
            self.drafts.append(draft)
        return self.drafts

    def _read_cue(self, number: int, stop: int, mask: int) -> Draft | None:
        if mask & Is.TRAILING:
            return self._trailing(number, stop, mask)
        if mask & Is.MARKER:
            return self._marker(number, stop, mask)
        if mask & Is.WHOLE:
            return self._whole_marker(number, stop, mask)
        if mask & Is.MARKER_AFTER:
            return self._postposition(number, stop, mask)
        if mask & Is.NOUN_CUE and self._capital(number):
            return self._noun(number, stop, mask)
        if mask & _SAYING and not self._capital(number):
            return self._verb(number, stop, mask)
        return None

    # --- citing --------------------------------------------------------------------------------------------------

    def _cite(self, stop: int, mask: int) -> None:
        """Notes whom the nearest attribution cites, or who carries it: of the cue before, else of the next one."""
        cited = self._phrase(stop, self._field_stop(stop), oblique=True)
        if cited is None:
            return
        if mask & Is.CITED_BY and not any(self.masks[n] & Is.OUTLET or n in self.c.jump for n in range(*cited)):
            return
        if not self.drafts:
            self.pending = (cited, mask)
        elif mask & Is.CITING:
            self.drafts[-1] = replace(self.drafts[-1], passed_on=self.drafts[-1].passed_on or cited)
        else:
            self.drafts[-1] = replace(self.drafts[-1], relay=cited)

    def _with_pending(self, draft: Draft) -> Draft:
        if self.pending is not None:
            cited, mask = self.pending
            self.pending = None
            draft = replace(draft, passed_on=cited) if mask & Is.CITING else replace(draft, relay=cited)
        if draft.relay is None and draft.cue and draft.source and draft.mask & Is.CLAUSE:
            draft = replace(draft, relay=self._told(draft))
        return draft

    def _told(self, draft: Draft) -> Range | None:
        """The outlet that the source spoke to: an oblique noun phrase beside the cue ("sagte X der Zeitung")."""
        place = max((draft.cue or (0, 0))[1], (draft.source or (0, 0))[1] if draft.after else 0)
        stop = self._field_stop(place)
        for number in range(place, min(stop, place + 8)):
            if self.masks[number] & Is.DETERMINER or self.masks[number - 1] & Is.PREPOSITION:
                phrase = self._phrase(number, stop, oblique=True)
                if phrase and number + 1 in self.c.jump and self.masks[number] & Is.DETERMINER and draft.after:
                    return phrase
                if phrase and self.masks[phrase[0]] & (Is.OUTLET | Is.DETERMINER | Is.PREPOSITION) and any(
                    self.masks[n] & Is.OUTLET for n in range(*phrase)
                ):
                    return phrase
        return None

    def _capital(self, number: int) -> bool:
        """Whether the token is written as nouns are ("Sprecher", "50-Jährige")."""
        c = self.c
        return c.capital(number) or (
            bool(self.masks[number] & Is.NUMBER and self.masks[number] & Is.ROLE)
            and any(map(str.isupper, c.text[c.starts[number] : c.ends[number]]))
        )

    # --- fields and phrases --------------------------------------------------------------------------------------

    def _field(self, number: int) -> int:
        """The field that token `number` stands in."""
        return max(0, bisect_right(self.fields, (number, self.stop + 1)) - 1)

    def _field_stop(self, number: int) -> int:
        return self.fields[self._field(number)][1]

    def _opening(self, field: Range) -> int:
        """A field's first token, "and" and "but" put aside."""
        first, stop = field
        while first < stop - 1 and self.masks[first] & _JOIN and not self.masks[first] & (Is.SUBORDINATOR | Is.DETERMINER):
            first += 1
        return first

    def _skip_adjuncts(self, number: int, limit: int) -> int:
        """Past adverbs, times and prepositional phrases ("am Dienstag in Berlin auch")."""
        masks = self.masks
        while number < limit:
            mask = masks[number]
            if mask & Is.PREPOSITION and number not in self.c.jump:
                number = self._after_noun(self._after(number), limit)
            elif mask & (Is.ADVERB | Is.TIME | Is.NEGATION) and not mask & (Is.PRONOUN | Is.DETERMINER):
                number = self._after(number)
            elif mask & Is.OBLIQUE and mask & Is.PRONOUN:
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
            if masks[number] & (_FINITE | _SAYING) and not masks[number] & Is.DETERMINER:
                return number
            if masks[number] & Is.DETERMINER and number > start and masks[number - 1] & Is.NUMBER:
                return number
            if masks[number] & Is.PRONOUN and not masks[number] & Is.DETERMINER:
                return number + 1
            number = self._after(number)
        while number < limit and (self._capital(number) or number in self.c.jump or masks[number] & Is.NUMBER):
            number = self._after(number)
        if number < limit and masks[number] & Is.GENITIVE and self._noun_soon(number + 1, limit):
            if not any(masks[n] & Is.ROLE for n in range(number + 1, min(limit, number + 4))):
                return self._after_noun(number + 1, limit)
        return number

    def _noun_soon(self, number: int, limit: int) -> bool:
        """Whether a noun follows with nothing but adjectives before it."""
        for ahead in range(number, min(limit, number + 5)):
            if self._capital(ahead) or ahead in self.c.jump:
                return True
            if self.masks[ahead] & (Is.DETERMINER | Is.PREPOSITION | _FINITE | _SAYING | Is.PRONOUN | Is.CONJUNCTION):
                return False
        return False

    def _phrase(self, first: int, limit: int, *, oblique: bool = False) -> Range | None:
        """The noun phrase from `first` on, adjuncts before it put aside; with the apposition behind a comma."""
        masks = self.masks
        if not oblique:
            first = self._skip_adjuncts(first, limit)
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
        if stop == first or not any(self._capital(n) or n in self.c.jump or masks[n] & Is.PRONOUN for n in range(first, stop)):
            return None
        return first, self._with_apposition(first, stop)

    def _noun_after(self, article: int, limit: int) -> bool:
        """Whether the article at `article` has its noun, with a participle's phrase between them at most."""
        first = article + 1
        if first < limit and self.masks[first] & Is.PREPOSITION:
            return self._attribute_stop(first, limit) > first + 1
        return self._noun_soon(first, limit)

    def _phrase_stop(self, first: int, limit: int) -> int:
        masks, c = self.masks, self.c
        number, noun = first, False
        while number < min(limit, first + _LONGEST_PHRASE):
            mask = masks[number]
            if number in c.jump:
                if c.jump[number] - number > 10:
                    break
                noun = True
            elif self._capital(number) or mask & Is.NAMED and mask & Is.OUTLET or noun and self._glued(number):
                if mask & Is.TIME and noun:
                    break
                noun = True
            elif mask & Is.BRACKET:
                if not noun:
                    break
            elif not noun:
                if mask & Is.PREPOSITION and masks[number - 1] & Is.DETERMINER and number > first:
                    number = self._attribute_stop(number, limit)
                    continue
                if mask & (_FINITE | Is.PREPOSITION) and not mask & (Is.DETERMINER | Is.ADVERB):
                    break
            elif mask & Is.CONJUNCTION:
                if not self._joins(number, limit):
                    break
                noun = False
            elif mask & Is.GENITIVE:
                if not self._noun_soon(number + 1, limit) or self._addressed(number, limit):
                    break
                noun = False
            elif mask & Is.INNER:
                if not masks[number - 1] & _NOUN or self._time_ahead(number + 1, limit) or not self._noun_soon(number + 1, limit):
                    break
                noun = False
            elif masks[number - 2] & Is.NUMBER and self._noun_soon(number, min(limit, number + 2)):
                noun = False  # "der 23 Jahre alte Student"
            else:
                break
            number = self._after(number)
        while number > first and masks[number - 1] & (Is.INNER | Is.GENITIVE | Is.CONJUNCTION) and not self._capital(number - 1):
            number -= 1
        return number

    def _time_ahead(self, number: int, limit: int) -> bool:
        return any(self.masks[n] & Is.TIME for n in range(number, min(limit, number + 2)))

    def _attribute_stop(self, number: int, limit: int) -> int:
        """Past a participle's own phrase between article and noun ("dem [von der Hamas kontrollierten] Ministerium")."""
        ahead = self._after_noun(number + 1, limit)
        return ahead if ahead < limit and self._noun_soon(ahead, limit) else number + 1

    def _joins(self, number: int, limit: int) -> bool:
        ahead = number + 1
        if ahead >= limit:
            return False
        return self._capital(ahead) or ahead in self.c.jump or (
            bool(self.masks[ahead] & (Is.DETERMINER | Is.GENITIVE)) and self._noun_soon(ahead + 1, limit)
        )

    def _addressed(self, number: int, limit: int) -> bool:
        """Whether the article at `number` opens the outlet spoken to rather than a genitive."""
        ahead = number + 1
        while ahead < limit and ahead < number + 6:
            if self.masks[ahead] & Is.OUTLET:
                return True
            if self._capital(ahead) and not self._capital(ahead + 1) and ahead not in self.c.jump:
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
        if a != stop + 1 or b - a > 14 or any(masks[n] & (_FINITE | _SAYING) and not self._capital(n) for n in range(a, b)):
            return stop
        if b < self.stop and not masks[b] & Is.COMMA:
            return stop
        described = any(masks[n] & Is.ROLE for n in range(first, stop))
        named = described and all(self._capital(n) for n in range(a, b)) and b - a in (2, 3)
        head = a + 1 if masks[a] & Is.DETERMINER else a
        while head < b - 1 and not self._capital(head) and not masks[head] & (Is.PREPOSITION | Is.DETERMINER):
            head += 1
        return b if named or masks[head] & (Is.ROLE | Is.BODY) and self._capital(head) else stop

    # --- verbs ---------------------------------------------------------------------------------------------------

    def _verb(self, number: int, stop: int, mask: int) -> Draft | None:
        k = self._field(number)
        first, last = self._opening(self.fields[k]), self.fields[k][1]
        mask, particle = self._with_particle(number, stop, last, mask)
        if mask & Is.QUOTING:
            return self._quoting(k, number, stop, mask)
        if not mask & (VERB_CUE | Is.IMPERSONAL | Is.PASSIVE) or first > number:
            return None
        if any(self.masks[n] & Is.NEGATION for n in range(first, last) if not self._quoted(n)):
            return None
        if self._verb_last(k, first, stop, last):
            return self._subordinate(k, first, (number, stop), mask)
        finite = next((n for n in range(first, number) if self.masks[n] & Is.AUXILIARY and not self._quoted(n)), number)
        if finite != number:
            if stop < last and not particle and self.masks[stop] & (Is.AUXILIARY | VERB_CUE):
                return None
            if self.masks[finite] & Is.MODAL:
                return None
            if self.masks[finite] & Is.BE:
                return self._passive(k, first, finite, (number, stop), mask)
        if finite == first or self._only_quote(first, finite):
            return self._verb_first(k, finite, (number, stop), mask, particle)
        return self._main(k, first, finite, (number, stop), mask, particle)

    def _quoted(self, number: int) -> bool:
        """Whether the token stands inside a quotation of this region."""
        return any(a < number < b for a, b in self.opaque)

    def _only_quote(self, first: int, stop: int) -> bool:
        return self.c.jump.get(first) == stop

    def _with_particle(self, number: int, stop: int, last: int, mask: int) -> tuple[int, int | None]:
        """The cue's classes with its second piece, and where that stands ("teilte … mit", "sprach … von")."""
        options = self.c.gaps.get(self.c.words[stop - 1]) if mask & Is.GAPPED else None
        if not options:
            return mask, None
        best: tuple[int, int | None] = (mask & ~Is.GAPPED, None)
        for ahead in range(stop, last):
            label = options.get(self.c.words[ahead])
            if label is None or self._quoted(ahead):
                continue
            if not self.masks[ahead] & Is.PREPOSITION or ahead + 1 == last:
                if ahead + 1 == last or self.masks[ahead + 1] & (Is.PREPOSITION | Is.TIME | _JOIN):
                    return label, ahead
            elif label & Is.OPEN and best[1] is None:
                best = (label, ahead)
        if best[1] is None:
            low = self.fields[self._field(number)][0]
            for back in range(low, number):
                label = options.get(self.c.words[back], 0)
                if label & Is.OPEN and self.masks[back] & Is.PREPOSITION:
                    return label | best[0], back
        return best

    def _verb_last(self, k: int, first: int, stop: int, last: int) -> bool:
        """Whether the field is a subordinate clause that ends with the cue and its auxiliaries."""
        masks, opener = self.masks, self.masks[first]
        if masks[first] & Is.PREPOSITION and not opener & _OPENER and first + 1 < last:
            opener = masks[first + 1] & Is.RELATIVE and masks[first + 1]
        if not opener & (_OPENER | Is.RELATIVE) or any(not masks[n] & Is.AUXILIARY for n in range(stop, last)):
            return False
        return bool(opener & _OPENER) or (k > 0 and bool(masks[first - 1] & Is.COMMA))

    def _subordinate(self, k: int, first: int, cue: Range, mask: int) -> Draft | None:
        """'…, der sagte, dass …' and 'wie X sagte'."""
        if self.masks[first] & Is.AS:
            return self._as_clause(k, first, cue, mask)
        relative = self.masks[first] & Is.RELATIVE and not self.masks[first] & _OPENER
        source = self._phrase(first + 1, cue[0])
        if relative and not self.masks[first] & (Is.OBLIQUE | Is.PREPOSITION) and not (
            source and self.masks[source[0]] & Is.PRONOUN
        ):
            source = (first, first + 1)
        if source is None or self.masks[source[0]] & Is.FIRST_PERSON:
            return None
        content = self._next_clause(k, mask)
        return Draft((content,), source, cue, mask, rule="last") if content else None

    def _as_clause(self, k: int, first: int, cue: Range, mask: int) -> Draft | None:
        """'Wie X mitteilte, …' and '…, wie X mitteilte'."""
        source = self._source_of_impersonal(first, cue[0]) if mask & Is.IMPERSONAL else self._phrase(first + 1, cue[0])
        if not mask & (Is.CLAUSE | Is.IMPERSONAL):
            return None
        if source is None and not mask & Is.IMPERSONAL:
            return None
        if source and source[1] - source[0] == 1 and self.masks[source[0]] & (Is.FIRST_PERSON | Is.INDEFINITE):
            source = None
        start = self.fields[k][0]
        if start > self.low and (contents := self._left(start, k)):
            return Draft(contents, source, cue, mask, after=True, rule="as-last")
        if k + 1 < len(self.fields):
            begin = self.fields[k + 1][0]
            return Draft(((begin, self._end(k + 1)),), source, cue, mask, rule="as-first")
        return None

    def _source_of_impersonal(self, first: int, stop: int) -> Range | None:
        """The source that stands after a preposition ("heißt es in dem Bericht")."""
        for number in range(first, stop):
            if self.masks[number] & Is.PREPOSITION and number not in self.c.jump:
                phrase = self._phrase(self._after(number), stop, oblique=True)
                if phrase and not self.masks[phrase[0]] & Is.TIME:
                    return phrase
        return None

    def _verb_first(self, k: int, finite: int, cue: Range, mask: int, particle: int | None) -> Draft | None:
        """The cue opens its field: '„…“, sagte X', 'und sagte, …', 'X, der Chef, sagte, …'."""
        first, last = self.fields[k]
        limit = cue[0] if finite != cue[0] else particle if particle is not None and particle + 1 == last else last
        source = self._phrase(finite + 1, limit) if not mask & Is.IMPERSONAL else self._source_of_impersonal(finite, last)
        joined = self.masks[first] & _JOIN and first < finite
        if source and self.masks[source[0]] & Is.FIRST_PERSON:
            return None
        if source and source[1] > last:
            k = self._field(source[1] - 1)
        right = self._next_clause(k, mask, strict=not joined)
        if joined:
            owner = self.last_source or self._main_subject()
            content = right or self._object(cue[1], last, mask, particle)
            return Draft((content,), owner, cue, mask, inherited=True, rule="joined") if owner and content else None
        quoted = finite - 1 in self.c.back
        if source is None and not mask & Is.IMPERSONAL or self._resumes(k, source):
            return self._apposed(k, cue, mask, particle)
        begin = finite if quoted else first
        if begin <= self.low or not (quoted or self.masks[begin - 1] & (Is.COMMA | Is.DASH | Is.QUOTE)):
            return None
        if right and not quoted and self._leads_in(self.low, begin - 1):
            return Draft((right,), source, cue, mask, rule="lead-in")
        told = quoted or begin - 2 in self.c.back or self._reports(self.low, begin)
        if not mask & (Is.CLAUSE | Is.IMPERSONAL) or mask & Is.WEAK and not told:
            return None
        contents = self._left(begin, k)
        return Draft(contents, source, cue, mask, after=True, rule="inverted") if contents else None

    def _resumes(self, k: int, source: Range | None) -> bool:
        """Whether the verb that opens field `k` belongs to a subject before an insertion: nothing before it has a verb,
        and nobody who speaks follows."""
        if k < 2 or source is None or self.masks[source[0]] & Is.PRONOUN and not self.masks[source[0]] & Is.DETERMINER:
            return False
        known = any(self.masks[n] & _NOUN for n in range(*source))
        before = range(self.fields[k - 2][0], self.fields[k][0])
        verbs = any(self.masks[n] & (_FINITE | _SAYING) and not self._capital(n) for n in before)
        spoken = any(n in self.c.jump and self.c.jump[n] - n > 6 for n in before)
        named = any(self.masks[n] & Is.ROLE for n in range(*self.fields[k - 2]))
        return named and not (known or verbs or spoken)

    def _leads_in(self, first: int, stop: int) -> bool:
        """Whether what stands before only leads in: a subordinate clause, or a phrase without a verb."""
        mask = self.masks[first]
        if mask & Is.SUBORDINATOR:
            return True
        return bool(mask & Is.PREPOSITION) and not any(self.masks[n] & _FINITE for n in range(first, stop))

    def _apposed(self, k: int, cue: Range, mask: int, particle: int | None) -> Draft | None:
        """'X, der Chef der Behörde, sagte, …': the subject stands before the insertion."""
        if k < 2 or not self.masks[self.fields[k][0] - 1] & Is.COMMA:
            return None
        a, b = self.fields[k - 2]
        a = self._opening((a, b))
        if self.masks[a] & (Is.PREPOSITION | Is.SUBORDINATOR | Is.ADVERB) or any(
            self.masks[n] & (_FINITE | _SAYING) and not self._capital(n) for n in range(a, b)
        ):
            return None
        inner = self.fields[k - 1]
        clause = self.masks[inner[0]] & (Is.PREPOSITION | Is.SUBORDINATOR) or any(
            self.masks[n] & _FINITE for n in range(*inner)
        ) or not self._capital(inner[1] - 1)
        source = (a, b) if clause else (a, inner[1])
        content = self._next_clause(k, mask) or self._object(cue[1], self.fields[k][1], mask, particle)
        return Draft((content,), source, cue, mask, rule="apposed") if content else None

    def _main_subject(self) -> Range | None:
        """The noun phrase that the region starts with."""
        first = self._opening(self.fields[0])
        if self.masks[first] & (Is.PREPOSITION | Is.SUBORDINATOR):
            return None
        return self._phrase(first, self.fields[0][1])

    def _main(self, k: int, first: int, finite: int, cue: Range, mask: int, particle: int | None) -> Draft | None:
        """The finite verb stands second, after the subject or something else."""
        last = self.fields[k][1]
        limit = cue[0] if finite != cue[0] else particle if particle is not None else last
        lead = first
        while lead + 1 < finite and self.masks[lead] & Is.ADVERB and not self.masks[lead] & (Is.DETERMINER | Is.INSIDE):
            lead = self._after(lead)
        if lead < finite and lead > first and self._subject_first(lead, finite, limit):
            first = lead  # "Auch der Minister sagte"
        subject_first = self._subject_first(first, finite, limit)
        if subject_first:
            source: Range | None = (first, finite)
            rest = finite + 1
        elif mask & Is.IMPERSONAL:
            if self.masks[first] & Is.POINTING and finite - first == 1:
                return None  # "Das heißt, dass …"
            source, rest = self._source_of_impersonal(first, last), cue[1]
        else:
            source = self._phrase(max(finite + 1, cue[1] if finite == cue[0] else 0), limit)
            rest = source[1] if source else finite + 1
        if source and self.masks[source[0]] & (Is.FIRST_PERSON | Is.INDEFINITE) and source[1] - source[0] == 1:
            if not mask & Is.IMPERSONAL or self.masks[source[0]] & Is.FIRST_PERSON:
                return None
            source = None
        if source is None and not mask & Is.IMPERSONAL:
            return None
        if source and source[1] > last:
            k = self._field(source[1] - 1)
        if content := self._next_clause(k, mask):
            return Draft((content,), source, cue, mask, rule="right")
        if back := self._pointed_at(first, finite, mask):
            return Draft((back,), source, cue, mask, after=True, rule="back")
        if particle is not None and particle < finite and mask & Is.OPEN:
            return Draft(((particle + 1, finite),), source, cue, mask, after=True, rule="object-first") if source else None
        rest = max(rest, cue[1]) if finite == cue[0] else rest
        end = cue[0] if finite != cue[0] else last
        if content := self._object(rest, end, mask, particle):
            return Draft((content,), source, cue, mask, rule="object")
        if not subject_first and mask & Is.OBJECT and not self.masks[first] & (Is.PREPOSITION | Is.ADVERB | Is.TIME | Is.INDEFINITE):
            return Draft(((first, finite),), source, cue, mask, after=True, rule="object-first")
        return None

    def _subject_first(self, first: int, finite: int, limit: int) -> bool:
        masks = self.masks
        after = masks[finite + 1] if finite + 1 < limit else 0
        if after & Is.PRONOUN and not after & (Is.OBLIQUE | Is.DETERMINER | Is.INDEFINITE):
            return False
        mask = masks[first]
        if mask & (Is.MARKER | Is.WHOLE | Is.CITING | Is.CITED_BY):
            return False
        if mask & Is.OBLIQUE or (mask & (Is.PREPOSITION | Is.TIME | Is.ADVERB) and not mask & Is.DETERMINER):
            return False
        if mask & (Is.COMPLEMENTIZER | Is.AS | Is.SUBORDINATOR) and not mask & Is.DETERMINER:
            return False
        if first in self.c.jump or mask & Is.INDEFINITE and finite - first == 1:
            return False
        if mask & Is.PRONOUN and finite - first == 1:
            return True
        if not any(self._capital(n) or masks[n] & Is.PRONOUN for n in range(first, finite)):
            return False
        known = any(masks[n] & _NOUN for n in range(first, finite))
        other = after & Is.DETERMINER and not after & Is.OBLIQUE and any(
            masks[n] & Is.ROLE for n in range(finite + 2, min(limit, finite + 5))
        )
        return known or not other

    def _pointed_at(self, first: int, finite: int, mask: int) -> Range | None:
        """The sentence before, where "that" stands for it ("Das teilte die Polizei mit")."""
        if self.previous is None or not mask & Is.CLAUSE or finite - first != 1 or not self.masks[first] & Is.POINTING:
            return None
        return self.previous

    # --- content after the cue -----------------------------------------------------------------------------------

    def _next_clause(self, k: int, mask: int, *, strict: bool = False) -> Range | None:
        """The clause or quotation in the fields after `k` that the cue there opens; `strict`: only one that can't be
        the rest of something else."""
        stop = self.fields[k][1]
        if stop < self.stop and self.masks[stop] & Is.COLON:
            says = k + 1 < len(self.fields) and mask & (Is.CLAUSE | Is.OBJECT | Is.IMPERSONAL)
            return (stop + 1, self._end(k + 1)) if says else None
        for j in range(k + 1, min(len(self.fields), k + 4)):
            first, last = self.fields[j]
            if not self.masks[first - 1] & (Is.COMMA | Is.COLON):
                return None
            if first in self.c.jump and mask & (Is.CLAUSE | Is.OBJECT):
                return (first, self._end(j)) if not strict else None
            if self._attributes(first, last):
                return None
            kind = self._clause_kind(j, mask, strict=strict)
            if kind == "content":
                return first, self._end(j)
            if kind != "insertion":
                return None
        return None

    def _clause_kind(self, j: int, mask: int, *, strict: bool) -> str:
        """Whether field `j` is a cue's "content", an "insertion" before it, or neither."""
        masks = self.masks
        first, last = self.fields[j]
        opener = masks[first]
        says = mask & (Is.CLAUSE | Is.OBJECT | Is.IMPERSONAL)
        if opener & Is.PREPOSITION and first + 1 < last and masks[first + 1] & Is.RELATIVE and not opener & _OPENER:
            return "insertion"
        if opener & Is.COMPLEMENTIZER and not opener & Is.AS:
            return "content" if says else ""
        if opener & Is.AS:
            says = mask & Is.CLAUSE and not opener & Is.MARKER and not strict
            return "content" if says and not self._attributes(first, last) else "insertion"
        if opener & _JOIN or masks[first] & (Is.CITING | Is.CITED_BY | Is.TRAILING):
            return "content" if mask & Is.CLAUSE and not strict and self._reports(first, last) and not self._verb_follows(first + 1) else ""
        if self._to_infinitive(first, last):
            return "content" if mask & (Is.INFINITIVE | Is.CLAUSE) else ""
        if self._is_relative(first, last):
            return "insertion"
        if opener & Is.SUBORDINATOR:
            return "content" if mask & Is.CLAUSE and not strict and self._reported_next(j) else ""
        if strict:
            return "content" if mask & Is.CLAUSE and self._reports(first, last) and not masks[first] & (_FINITE | VERB_CUE) else ""
        if not mask & (Is.CLAUSE | Is.IMPERSONAL):
            return ""
        if self._reports(first, last):
            return "content"
        if mask & Is.WEAK or last - first < 3:
            return "insertion" if self._ends_with_noun(first, last) else ""
        return "content" if any(masks[n] & Is.AUXILIARY for n in range(first + 1, last)) or not self._ends_with_noun(first, last) else "insertion"

    def _reports(self, first: int, last: int) -> bool:
        """Whether the stretch holds a verb in the mood of reported speech."""
        return any(self.masks[n] & (Is.REPORTED | Is.IRREAL) and not self._capital(n) for n in range(first, last))

    def _reported_next(self, j: int) -> bool:
        """Whether the clause after a leading "if …," is in the mood of reported speech."""
        return any(self._reports(*self.fields[n]) for n in range(j, min(len(self.fields), j + 2)))

    def _is_relative(self, first: int, last: int) -> bool:
        """Whether the field is a relative clause: its verbs stand at the end."""
        masks = self.masks
        if not masks[first] & Is.RELATIVE or self._capital(last - 1) or last - 1 in self.c.back:
            return False
        if masks[last - 1] & (Is.NUMBER | Is.BRACKET):
            return False
        verb = next((n for n in range(first + 1, last) if masks[n] & _FINITE and not self._capital(n)), last - 1)
        return verb == last - 1 or all(masks[n] & Is.AUXILIARY for n in range(verb, last))

    def _ends_with_noun(self, first: int, last: int) -> bool:
        return self._capital(last - 1) and not any(
            self.masks[n] & (_FINITE | VERB_CUE) and not self._capital(n) for n in range(first, last)
        )

    def _to_infinitive(self, first: int, last: int) -> bool:
        """Whether the field ends with an infinitive and its particle, apart or inside the verb ("einzusetzen")."""
        masks = self.masks
        if masks[last - 1] & Is.INFINITIVE_FORM and masks[last - 1] & Is.TO:
            return True
        return any(masks[n] & Is.TO and masks[n + 1] & Is.INFINITIVE_FORM and not self._capital(n + 1) for n in range(max(first, last - 4), last - 1))

    def _object(self, first: int, last: int, mask: int, particle: int | None) -> Range | None:
        """The noun phrase or quotation in the cue's own field that is what was said."""
        if particle is not None and mask & Is.OPEN:
            if particle < first <= last and particle + 1 < last:
                first = particle
            if particle + 1 < last:
                end = self._phrase_end(particle + 1, last)
                return particle + 1, end - bool(self.masks[end - 1] & Is.PREPOSITION and end - particle > 2)
            inner = next((n for n in range(first, particle) if self.masks[n] & Is.BY), None)
            inner = inner or next((n for n in range(first, particle) if self.masks[n] & Is.PREPOSITION), None)
            return (inner + 1, particle) if inner is not None and inner + 1 < particle else None
        stop = particle if particle is not None and particle < last else last
        quote = next((n for n in range(first, stop) if n in self.c.jump), None)
        if not mask & (Is.OBJECT | Is.FIGURE):
            return (quote, self._phrase_end(quote, stop)) if quote is not None and mask & Is.CLAUSE else None
        start = self._skip_adjuncts(first, stop)
        if quote is not None and quote < start:
            start = quote
        if start >= stop:
            return None
        held = range(start, stop)
        if mask & Is.FIGURE and not mask & Is.OBJECT and not any(self.masks[n] & Is.NUMBER for n in held):
            return None
        if not any(self._capital(n) or n in self.c.jump or self.masks[n] & Is.NUMBER for n in held):
            return None
        end = self._phrase_end(start, stop)
        while end > start + 1 and self.masks[end - 1] & (Is.ADVERB | Is.TIME) and not self._capital(end - 1):
            end -= 1
        return start, end

    def _phrase_end(self, start: int, stop: int) -> int:
        """The end of an object: its field's, with the clauses that hang on it."""
        k = self._field(start)
        if stop != self.fields[k][1]:
            return stop
        while k + 1 < len(self.fields):
            first, last = self.fields[k + 1]
            opener = self.masks[first]
            if not self.masks[first - 1] & Is.COMMA:
                break
            relative = self._is_relative(first, last)
            inner = opener & Is.PREPOSITION and first + 1 < last and self.masks[first + 1] & Is.RELATIVE
            if not (relative or inner or self._to_infinitive(first, last) or opener & Is.COMPLEMENTIZER and not opener & Is.AS):
                break
            stop, k = last, k + 1
        return stop

    def _end(self, j: int) -> int:
        """One past the last token of a content that starts with field `j`."""
        while j + 1 < len(self.fields):
            stop, (first, last) = self.fields[j][1], self.fields[j + 1]
            if self.masks[stop] & Is.SEMICOLON or self._attributes(first, last):
                return stop
            j += 1
        return self.fields[j][1]

    def _attributes(self, first: int, last: int) -> bool:
        """Whether a field attributes something anew, so that a content before it ends."""
        masks = self.masks
        opener = masks[first]
        if opener & (Is.TRAILING | Is.CITING | Is.CITED_BY | Is.WHOLE | Is.MARKER):
            return True
        if opener & Is.AS:
            return any(masks[n] & (Is.CLAUSE | Is.IMPERSONAL) and not self._capital(n) for n in range(max(first + 1, last - 2), last))
        second = first + 1 if opener & _JOIN else first
        while second < last and masks[second] & Is.ADVERB and second > first:
            second += 1
        mask = masks[second] if second < last else 0
        return bool(mask & (Is.CLAUSE | Is.IMPERSONAL | Is.GAPPED | Is.QUOTING)) and not self._capital(second) and (
            not mask & Is.WEAK or second > first
        ) or self._states_anew(first, last)

    def _states_anew(self, first: int, last: int) -> bool:
        """Whether a field is a main clause with a subject and a verb of saying of its own ("die Partei sprach von …")."""
        masks = self.masks
        if masks[first] & (_OPENER | Is.PREPOSITION) and not masks[first] & Is.DETERMINER or self._reports(first, last):
            return False
        verbs = (n for n in range(first + 1, last - 1) if masks[n] & (_SAYING | Is.AUXILIARY) and not self._capital(n))
        verb = next(verbs, None)
        if verb is None or not masks[verb] & (Is.CLAUSE | Is.GAPPED) or masks[verb] & Is.WEAK:
            return False
        return self._capital(verb - 1) and all(not masks[n] & Is.NUMBER for n in range(first, verb))

    # --- content before the cue ----------------------------------------------------------------------------------

    def _left(self, stop: int, k: int) -> tuple[Range, ...]:
        """The content that ends before token `stop`, and its continuation after field `k`."""
        masks = self.masks
        last = stop
        while last > self.low and masks[last - 1] & (Is.COMMA | Is.DASH):
            last -= 1
        first = self.low
        if last - 1 in self.c.back and self._introduced(self.c.back[last - 1]):
            first = self.c.back[last - 1]
        while first < last and masks[first] & (_MARK | _JOIN) and not masks[first] & Is.SUBORDINATOR:
            first += 1
        if first >= last:
            return ()
        contents = [(first, last)]
        if follow := self._continuation(k, quoted=last - 1 in self.c.back):
            contents.append(follow)
        self.low = max(contents[-1][1], self.fields[k][1])
        return tuple(contents)

    def _introduced(self, quote: int) -> bool:
        """Whether somebody's words lead up to the quotation at `quote`."""
        if quote <= self.low or self.masks[quote - 1] & Is.COLON:
            return True
        return any(self.masks[n] & Is.CLAUSE and not self._capital(n) for n in range(self.low, quote))

    def _continuation(self, k: int, *, quoted: bool) -> Range | None:
        """Where the content goes on after field `k`."""
        for j in range(k + 1, min(len(self.fields), k + 4)):
            first, last = self.fields[j]
            if not self.masks[first - 1] & (Is.COMMA | Is.DASH | Is.COLON) or self._attributes(first, last):
                return None
            if first in self.c.jump:
                return first, self._end(j)
            opener = self.masks[first]
            if self._is_relative(first, last) or self._ends_with_noun(first, last) and quoted:
                continue
            if opener & Is.COMPLEMENTIZER and self.masks[first] & Is.RELATIVE:
                continue
            if quoted and not self._reports(first, last):
                return None
            return first, self._end(j)
        return None

    # --- other constructions -------------------------------------------------------------------------------------

    def _passive(self, k: int, first: int, finite: int, cue: Range, mask: int) -> Draft | None:
        """'Es wird vermutet, dass …', 'Aus Syrien werden 3.574 Tote gemeldet'."""
        masks = self.masks
        agent = next((n for n in range(finite + 1, cue[0]) if masks[n] & Is.BY), None)
        source = self._phrase(agent + 1, cue[0], oblique=True) if agent is not None else None
        if source and any(masks[n] & Is.NUMBER for n in range(*source)):
            source = None
        j = k + 1
        if j < len(self.fields) and masks[self.fields[j][0]] & Is.COMPLEMENTIZER and mask & Is.CLAUSE:
            return Draft(((self.fields[j][0], self._end(j)),), source, cue, mask, rule="passive-that")
        pieces = [(first, finite), (finite + 1, cue[0])]
        held = [n for a, b in pieces for n in range(a, b)]
        if not any(masks[n] & Is.NUMBER for n in held) or not mask & (Is.OBJECT | Is.FIGURE | Is.CLAUSE):
            return None
        if source:
            pieces[1] = (source[1], cue[0])
        pieces[1] = (self._skip_words(*pieces[1]), pieces[1][1])
        if masks[first] & Is.INDEFINITE:
            pieces = pieces[1:]
        contents = tuple((a, b) for a, b in pieces if a < b)
        return Draft(contents, source, cue, mask & ~Is.PLANNED, after=True, rule="passive") if contents else None

    def _skip_words(self, first: int, stop: int) -> int:
        while first < stop and self.masks[first] & (Is.ADVERB | Is.TIME) and not self.masks[first] & (Is.DETERMINER | Is.PREPOSITION):
            first = self._after(first)
        return first

    def _quoting(self, k: int, number: int, stop: int, mask: int) -> Draft | None:
        """'Die Agentur zitiert einen Sprecher mit den Worten: …' and '…, zitiert sie AFP'."""
        first, last = self._opening(self.fields[k]), self.fields[k][1]
        if first == number:
            begin = stop
            while begin < last and self.masks[begin] & (Is.PRONOUN | Is.ADVERB):
                begin += 1
            relay = self._phrase(begin, last, oblique=True)
            if relay and self.drafts and self.fields[k][0] > self.first:
                self.drafts[-1] = replace(self.drafts[-1], relay=relay)
            elif relay and begin > stop and number > self.low and number - 2 in self.c.back:
                contents = self._left(number, k)
                return Draft(contents, (stop, begin), (number, stop), mask, after=True, rule="quoted", relay=relay) if contents else None
            return None
        quoted = self._phrase(stop, last, oblique=True)
        if quoted is None:
            return None
        relay = (first, number) if self._subject_first(first, number, last) else None
        content = self._next_clause(k, Is.CLAUSE) or self._object(quoted[1], last, Is.CLAUSE, None)
        return Draft((content,), quoted, (number, stop), mask | Is.CLAUSE, rule="quoting", relay=relay) if content else None

    def _trailing(self, number: int, stop: int, mask: int) -> Draft | None:
        """'…, so der Minister'."""
        k = self._field(number)
        first, last = self.fields[k]
        if number != first and number - 1 not in self.c.back:
            return None
        if number <= self.low or any(self.masks[n] & (_FINITE | _SAYING) and not self._capital(n) for n in range(stop, last)):
            return None
        source = self._phrase(stop, last)
        if source is None or self.masks[source[0]] & (Is.FIRST_PERSON | Is.INDEFINITE):
            return None
        rest = source[1]
        if rest < last and not self.masks[rest] & (Is.PREPOSITION | Is.TIME | Is.ADVERB | Is.DETERMINER | Is.CITED_BY | Is.CITING):
            return None
        contents = self._left(number, max(k, self._field(source[1] - 1)))
        return Draft(contents, source, (number, stop), mask | Is.CLAUSE, after=True, rule="so") if contents else None

    def _marker(self, number: int, stop: int, mask: int) -> Draft | None:
        """'Laut X …', '… sind nach Angaben der Polizei …', '…, laut X'."""
        limit = self._field_stop(number)
        source = self._phrase(stop, limit, oblique=True)
        if source is None or self.masks[source[0]] & Is.INDEFINITE:
            return None
        return self._around(number, source[1], source, (number, stop), mask)

    def _whole_marker(self, number: int, stop: int, mask: int) -> Draft | None:
        """'nach offiziellen Angaben', with or without the one whose they are."""
        limit = self._field_stop(number)
        source, end = (number + 1, number + 2 if mask & Is.POSSESSIVE else stop), stop
        if stop < limit and self.masks[stop] & (Is.GENITIVE | Is.BY):
            begin = stop + 1 if self.masks[stop] & Is.BY and not self.masks[stop] & Is.GENITIVE else stop
            if owner := self._phrase(begin, limit, oblique=True):
                source, end = owner, owner[1]
        return self._around(number, end, source, (number, number + 1), mask)

    def _postposition(self, number: int, stop: int, mask: int) -> Draft | None:
        """'Westlichen Erkenntnissen zufolge …'."""
        masks, c = self.masks, self.c
        low = max(self._opening(self.fields[self._field(number)]), number - 12)
        first = number
        while first > low and (self._capital(first - 1) or first - 1 in c.back or not masks[first - 1] & (_FINITE | Is.PREPOSITION | Is.ADVERB)):
            first -= 1
            if first in c.back:
                first = c.back[first]
            mask = masks[first]
            if mask & Is.PRONOUN and number - first == 1:
                break
            if mask & Is.DETERMINER and not self._capital(first) or mask & Is.OBLIQUE:
                if not (mask & Is.GENITIVE and first > low and self._capital(first - 1) and self._owned(first, low)):
                    break
        if first == number:
            return None
        owner = next((n for n in range(first, number) if masks[n] & Is.DOCUMENT and n + 1 < number and masks[n + 1] & (Is.GENITIVE | Is.BY)), None)
        source = (owner + 1, number) if owner is not None else (first, number)
        return self._around(first, stop, source, (number, stop), mask)

    def _owned(self, number: int, low: int) -> bool:
        """Whether the genitive at `number` hangs on a noun with an oblique article or none at all."""
        for back in range(number - 1, max(low, number - 5) - 1, -1):
            if self.masks[back] & Is.OBLIQUE:
                return True
            if self.masks[back] & (_FINITE | Is.PREPOSITION):
                return False
        return bool(self.masks[number - 1] & Is.DOCUMENT)

    def _around(self, first: int, end: int, source: Range, cue: Range, mask: int) -> Draft | None:
        """The clause around a marker with its source (tokens `first` to `end`), without them."""
        masks = self.masks
        k = self._field(first)
        begin = self._marker_low(k)
        end = self._past_relative(end)
        left_stop = first
        while left_stop > begin and masks[left_stop - 1] & (Is.COMMA | Is.DASH | _JOIN):
            left_stop -= 1
        while begin < left_stop and masks[begin] & (_MARK | _JOIN) and not masks[begin] & Is.SUBORDINATOR:
            begin += 1
        while end < self.stop and masks[end] & (Is.COMMA | Is.COLON):
            end += 1
        stop = self._end(self._field(end)) if end < self.stop else end
        contents = tuple((a, b) for a, b in ((begin, left_stop), (end, stop)) if a < b)
        if not contents or sum(b - a for a, b in contents) < 3:
            return None
        self.low = max(self.low, contents[-1][1], end)
        return Draft(contents, source, cue, mask | Is.CLAUSE, after=begin < left_stop, rule="marker")

    def _past_relative(self, end: int) -> int:
        """Past the relative clause that follows a source directly."""
        k = self._field(end)
        if end == self.fields[k][1] and k + 1 < len(self.fields) and self._is_relative(*self.fields[k + 1]):
            return self.fields[k + 1][1]
        return end

    def _marker_low(self, k: int) -> int:
        """Where the clause of a marker in field `k` starts: a subordinate one with its field, a main one before."""
        first = self.fields[k][0]
        if first > self.low and self.masks[first] & (_JOIN | Is.COMPLEMENTIZER | Is.SUBORDINATOR | Is.RELATIVE):
            return first
        return max(self.low, self._after_semicolon(first))

    def _after_semicolon(self, number: int) -> int:
        for back in range(number - 1, self.low - 1, -1):
            if self.masks[back] & Is.SEMICOLON:
                return back + 1
        return self.low

    def _noun(self, number: int, stop: int, mask: int) -> Draft | None:
        """'der Vorwurf der Regierung, dass …', 'seine Behauptung, …'."""
        masks = self.masks
        k = self._field(number)
        last = self.fields[k][1]
        if k + 1 >= len(self.fields) or not masks[last] & Is.COMMA:
            return None
        following = self.fields[k + 1]
        says = self._reports(*following) and not self._is_relative(*following) and not masks[following[0]] & (_OPENER | _JOIN)
        if not says and not masks[following[0]] & Is.COMPLEMENTIZER:
            return None
        owner = self._owner(number, stop, last)
        if owner is None or (owner[0] >= stop and owner[1] != last):
            return None
        return Draft(((following[0], self._noun_end(k + 1)),), owner, (number, stop), mask, rule="noun")

    def _noun_end(self, j: int) -> int:
        """The end of the clause on a noun: where the main clause goes on with its verb."""
        stop = self._end(j)
        while j + 1 < len(self.fields) and self.fields[j + 1][0] < stop and not self.masks[self.fields[j + 1][0]] & _FINITE:
            j += 1
        return self.fields[j][1]

    def _owner(self, number: int, stop: int, last: int) -> Range | None:
        masks = self.masks
        if stop < last and masks[stop] & (Is.GENITIVE | Is.BY):
            begin = stop if masks[stop] & Is.GENITIVE else stop + 1
            return self._phrase(begin, last, oblique=True)
        before = masks[number - 1] if number > self.first else 0
        return (number - 1, number) if before & Is.POSSESSIVE else None

    def _headed(self) -> Draft | None:
        """'Ministerium: …', 'Lauterbach: „…“': nothing but a name before the colon."""
        colon = next((n for n in range(self.first + 1, min(self.stop, self.first + 8)) if self.masks[n] & Is.COLON), None)
        if colon is None or colon + 1 >= self.stop:
            return None
        name = range(self.first, colon)
        known = any(self.masks[n] & (Is.ROLE | Is.BODY) for n in name) or colon + 1 in self.c.jump
        if not known or not all(self._capital(n) or self.masks[n] & (Is.DETERMINER | Is.GENITIVE) for n in name):
            return None
        return Draft(((colon + 1, self.stop),), (self.first, colon), None, Is.CLAUSE, rule="headed")

    def _led_up_to(self) -> Draft | None:
        """A quotation after a colon without a verb of saying ("Hollande trat vor die Presse: „…“")."""
        colon = next((n for n in range(self.first + 2, self.stop - 1) if self.masks[n] & Is.COLON and n + 1 in self.c.jump), None)
        if colon is None or not self.fields or self.c.jump[colon + 1] - colon < 6:
            return None
        first, last = self._opening(self.fields[0]), self.fields[0][1]
        subject = self._skip_adjuncts(first, last)
        if subject > first and subject < last and not self._capital(subject):
            subject = self._after(subject)
        source = self._phrase(subject, last)
        if source is None or self.masks[source[0]] & (Is.FIRST_PERSON | Is.INDEFINITE | Is.OBLIQUE):
            return None
        return Draft(((colon + 1, self.c.jump[colon + 1]),), source, None, Is.CLAUSE, rule="colon")


def carried_on(
    clauses: Clauses, regions: list[Region], drafts: list[Draft], moods: int = Is.REPORTED | Is.IRREAL
) -> list[Draft]:
    """Sentences in the mood of reported speech after an attributed one, without any cue: what the same speaker goes on
    to say. Sorted as the regions are; sources are left open."""
    masks = clauses.masks
    hulls = sorted((min(d.hull[0], (d.cue or d.hull)[0]), max(d.hull[1], (d.cue or d.hull)[1])) for d in drafts if not d.depth)
    found: list[Draft] = []
    place, reach, speaking = 0, 0, False
    for region in regions:
        spoken = reach if reach > region.first else None
        while place < len(hulls) and hulls[place][0] < region.stop:
            spoken = reach = max(spoken or 0, hulls[place][1])
            place += 1
        if spoken is not None:
            speaking = True
            start = _semicolon_after(clauses, spoken, region.stop)
        else:
            start = region.first
        stop = region.stop
        while stop > start and masks[stop - 1] & Is.TERMINAL:
            stop -= 1
        if speaking and start is not None and start < stop and _main_reported(clauses, start, stop, moods):
            found.append(Draft(((start, stop),), None, None, Is.CLAUSE, rule="carried"))
        elif spoken is None:
            speaking = False
    return found


def _semicolon_after(clauses: Clauses, number: int, stop: int) -> int:
    """One past the semicolon at which an attributed clause ends, else the region's end."""
    for ahead in range(number, min(stop, number + 8)):
        if clauses.masks[ahead] & Is.SEMICOLON:
            return ahead + 1
    return stop


def _main_reported(clauses: Clauses, first: int, stop: int, moods: int) -> bool:
    """Whether a main clause of the stretch is in the mood of reported speech."""
    masks, number = clauses.masks, first
    subordinate = False
    while number < stop:
        if number in clauses.jump:
            number = clauses.jump[number]
            continue
        mask = masks[number]
        if mask & (Is.COMMA | Is.SEMICOLON | Is.COLON | Is.DASH):
            subordinate = False
            opener = masks[number + 1] if number + 1 < stop else 0
            subordinate = bool(opener & (_OPENER | Is.RELATIVE))
        elif number == first and mask & (Is.COMPLEMENTIZER | Is.SUBORDINATOR | Is.AS):
            subordinate = True
        elif mask & moods and not subordinate and (number == first or not clauses.capital(number)):
            return True
        elif mask & Is.AUXILIARY and not mask & Is.MODAL and not subordinate and not clauses.capital(number):
            return False
        number += 1
    return False
