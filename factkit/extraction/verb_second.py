"""Attributions where the finite verb stands second, and last in the subordinate clauses that commas set apart.

A cue is read from its field: what stands before the verb, what after it, and which kind of field comes next.
"""

from factkit.extraction.clauses import Range
from factkit.extraction.drafts import Draft
from factkit.extraction.field_markers import FieldMarkers
from factkit.extraction.fields import FINITE, JOIN, NOUN, OPENER, SAYING, SHORTEST_SPEECH
from factkit.extraction.vocabulary import VERB_CUE, Is

_BARE_REFUSAL = 2  # tokens: "nicht sagen" says nothing of what about
_NO_OBJECT = Is.PREPOSITION | Is.ADVERB | Is.TIME | Is.INDEFINITE


class VerbSecondReader(FieldMarkers):
    """Reads one region cue by cue, from left to right."""

    __slots__ = ()

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
                if (other := self._elliptic(draft)) is not None:
                    self.drafts.append(other)
        if not self.drafts and (draft := self._headed() or self._led_up_to() or self._unlisted() or self._intended()):
            self.drafts.append(draft)
        return self.drafts

    def _intended(self) -> Draft | None:
        """'Der Konzern will 3000 Stellen streichen', 'Die Firma wollte das nicht kommentieren': a plan with a figure,
        or a refusal to speak, told by a modal of intention."""
        if not self.fields:
            return None
        first, last = self._opening(self.fields[0]), self.fields[0][1]
        verb = next((n for n in range(first + 1, last) if self.masks[n] & Is.AUXILIARY and not self._quoted(n)), last)
        end = self.masks[last - 1]
        if verb == last or not self.masks[verb] & Is.WANTING or not end & (Is.INFINITIVE_FORM | Is.AUXILIARY):
            return None
        leads = self._subject_first(first, verb, last)
        source = (first, self._without_adverbs(first, verb)) if leads else self._phrase(verb + 1, last)
        if source is None or self._nobody(source) or not self._can_speak(source):
            return None
        begin = verb + 1
        while begin < last and self.masks[begin] & (Is.ADVERB | Is.OBLIQUE) == Is.ADVERB:
            begin = self._after(begin)  # "will [auch] …", but "wollte sich …"
        contents = ((begin, last),) if leads else ((first, verb), (source[1], last))
        held = [self.masks[n] for piece in contents for n in range(*piece)]
        told = self._next_clause(0, Is.CLAUSE) if end & Is.AUXILIARY else None
        if told and leads:  # "will beobachtet haben, wie …"
            return Draft((told,), source, (verb, last), Is.CLAUSE | Is.HEDGED, rule="intended")
        if any(mask & Is.NEGATION for mask in held):
            refuses = end & VERB_CUE and leads and len(held) > _BARE_REFUSAL  # "wollte sich nicht äußern"
            return Draft(contents, source, (verb, verb + 1), Is.DENIED, rule="intended") if refuses else None
        if not any(mask & (Is.NUMBER | Is.SPELLED) for mask in held):
            return None
        mood = Is.HEDGED if end & Is.AUXILIARY else Is.PLANNED  # "will 20 Schüsse gehört haben"
        return Draft(contents, source, (verb, verb + 1), Is.OBJECT | mood, after=not leads, rule="intended")

    def _read_cue(self, number: int, stop: int, mask: int) -> Draft | None:
        if mask & Is.MARKER_HEAD and (draft := self._owners_marker(number, mask)):
            return draft
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
        if mask & SAYING and not self._capital(number):
            return self._verb(number, stop, mask)
        return None

    def _verb(self, number: int, stop: int, mask: int) -> Draft | None:
        if mask & Is.INFINITIVE_FORM and self.masks[number - 1] & Is.TO and number > self.first:
            return None  # "…, häufiger zu informieren"
        k = self._field(number)
        first, last = self._opening(self.fields[k]), self.fields[k][1]
        if self.masks[first] & Is.TRAILING and first + 1 == number and first > self.low:
            first = number  # "so heißt es in dem Bericht"
        mask, particle = self._with_particle(number, stop, last, mask)
        if mask & Is.QUOTING:
            return self._quoting(k, number, stop, mask)
        if not mask & (VERB_CUE | Is.IMPERSONAL | Is.PASSIVE) or first > number:
            return None
        if number > first and stop == last and self._compares(number - 1) and not mask & Is.IMPERSONAL:
            return None  # "mehr als erwartet"
        verb_last = self._verb_last(k, first, stop, last)
        finite = next((n for n in range(first, number) if self.masks[n] & Is.AUXILIARY and not self._quoted(n)), number)
        attribute = not verb_last and self.masks[first] & Is.DETERMINER  # "ein nicht genannter Zeuge sagte"
        denying, doubts = finite if attribute else first, False
        if any(self.masks[n] & Is.NEGATION for n in range(denying, last) if not self._quoted(n)):
            if mask & Is.HEDGED:
                mask |= Is.DENIED  # "rechnet nicht mit …"
            elif mask & Is.DENIED and self._next_clause(k, mask):
                mask, doubts = mask ^ (Is.DENIED | Is.HEDGED), True  # "schloss nicht aus, dass …"
            elif not self._speech_behind(last):
                return None
        if verb_last:
            return self._subordinate(k, first, (number, stop), mask, particle)
        if finite != number:
            rumoured = self.masks[finite] & (Is.MODAL | Is.WANTING) == Is.MODAL and self._having(stop, last)
            if rumoured:
                mask |= Is.HEDGED  # "soll gesagt haben"
            elif (self.masks[finite] & Is.MODAL and not doubts) or (
                stop < last and not particle and self.masks[stop] & (Is.AUXILIARY | VERB_CUE) & ~Is.CONJUNCTION
            ):
                return None
            if (
                self.masks[finite] & Is.BE
                and self.masks[number - 1] & Is.TO
                and self.masks[number] & Is.INFINITIVE_FORM
            ):
                return None  # "60 Tote sind zu beklagen"
            if self.masks[finite] & Is.BE and not self.masks[number] & Is.MOVED:
                return self._passive(k, first, finite, (number, stop), mask)
        if finite == first or self._only_quote(first, finite):
            return self._verb_first(k, finite, (number, stop), mask, particle)
        return self._main(k, first, finite, (number, stop), mask, particle)

    def _having(self, stop: int, last: int) -> bool:
        """Whether nothing but the infinitive of the perfect closes the field ("soll gesagt [haben]")."""
        mask = self.masks[stop] if stop + 1 == last else 0
        return bool(mask & Is.AUXILIARY and mask & Is.INFINITIVE_FORM and not mask & (Is.BE | Is.MODAL))

    def _compares(self, number: int) -> bool:
        mask = self.masks[number]
        return bool(mask & (Is.SUBORDINATOR | Is.AS)) and not self._capital(number)

    def _speech_behind(self, stop: int) -> bool:
        """Whether a colon closes the field and somebody's words follow ("gab nicht auf: „…“")."""
        if stop + 1 >= self.stop or not self.masks[stop] & Is.COLON:
            return False
        return stop + 1 in self.c.jump or self._reported_after(stop)

    def _only_quote(self, first: int, stop: int) -> bool:
        return self.c.jump.get(first) == stop

    def _with_particle(self, number: int, stop: int, last: int, mask: int) -> tuple[int, int | None]:
        """The cue's classes with its second piece, and where that stands ("teilte … mit", "sprach … von")."""
        options = self._second_pieces((number, stop)) if mask & Is.GAPPED else None
        if not options:
            return mask, None
        best: tuple[int, int | None] = (mask & ~Is.GAPPED, None)
        for ahead in range(stop, last):
            label = options.get(self.c.words[ahead])
            if label is None or self._quoted(ahead):
                continue
            if not self.masks[ahead] & (Is.PREPOSITION | Is.SUBORDINATOR) or ahead + 1 == last:
                if ahead + 1 == last or self.masks[ahead + 1] & (Is.PREPOSITION | Is.TIME | JOIN):
                    if self.masks[ahead] & Is.TO and ahead + 1 == last and best[1] is None:
                        label &= ~Is.OPEN  # "rief er ihnen zu", with nothing behind it
                    governs = options.get(self.c.words[ahead + 1], 0) if ahead + 1 < last else 0
                    if governs & Is.OPEN and best[1] is None:
                        return label | governs, ahead + 1  # "zeigte sich X besorgt [über] …"
                    return (label, ahead) if best[1] is None else (label | best[0], best[1])  # "rief … zur Ruhe auf"
            elif best[1] is None and self._governs(ahead, label):
                best = (label, ahead if label & Is.OPEN else None)
        if best[1] is not None and mask & Is.OBJECT and best[0] & Is.PLANNED:
            if any(label & Is.PLANNED and not label & Is.OPEN for label in options.values()):
                return mask & ~Is.GAPPED, None  # "forderte eine Einigung [zum] Schutz", and no "auf" behind
        if best[1] is None:
            low = self.fields[self._field(number)][0]
            for back in range(low, number):
                label = options.get(self.c.words[back], 0)
                if label & Is.OPEN and self.masks[back] & Is.PREPOSITION:
                    return label | best[0], back
                if back == low and label & Is.OBJECT and self.masks[back] & Is.SUBORDINATOR:
                    return label | best[0], None  # "[Als] „dumm“ wertete …"
        return best

    def _second_pieces(self, cue: Range) -> dict[str, int]:
        """What may stand apart from the first piece of a cue, and what it makes of it."""
        return self.c.gaps.get(" ".join(self.c.words[cue[0] : cue[1]]), {})

    def _governs(self, number: int, label: int) -> bool:
        """Whether the preposition at `number`, a cue's second piece by its word, opens an object and no adjunct."""
        if label & Is.OPEN:
            return not self.masks[number + 1] & Is.TIME  # "glaubte … [am Montag]"
        return bool(label & Is.OBJECT) and not self.masks[number] & Is.TO

    def _verb_last(self, k: int, first: int, stop: int, last: int) -> bool:
        """Whether the field is a subordinate clause that ends with the cue and its auxiliaries."""
        masks, opener = self.masks, self.masks[first]
        if masks[first] & Is.PREPOSITION and not opener & OPENER and first + 1 < last:
            opener = masks[first + 1] & Is.RELATIVE and masks[first + 1]
        if not opener & (OPENER | Is.RELATIVE) or any(not masks[n] & Is.AUXILIARY for n in range(stop, last)):
            return False
        return bool(opener & OPENER) or (k > 0 and bool(masks[first - 1] & Is.COMMA))

    def _elliptic(self, draft: Draft) -> Draft | None:
        """'X sprach von 20.000, die Polizei von 8.000': the verb left out the second time."""
        start, stop = draft.hull
        k = self._field(stop - 1) + 1
        if (
            not draft.mask & (Is.OPEN | Is.OBJECT | Is.FIGURE)
            or draft.after
            or k >= len(self.fields)
            or self.fields[k - 1][1] != stop
        ):
            return None
        first, last = self._opening(self.fields[k]), self.fields[k][1]
        source = self._phrase(first, last)
        if not draft.mask & Is.OPEN:
            return self._elliptic_number(draft, source, last)
        place = self._skip_words(source[1], last) if source else last
        if source is None or place + 1 >= last or self.c.words[place] != self.c.words[start - 1]:
            return None
        return Draft(((place + 1, last),), source, draft.cue, draft.mask, rule="elliptic")

    def _elliptic_number(self, draft: Draft, source: Range | None, last: int) -> Draft | None:
        """'Die Polizei zählte 50 Tote, das Ministerium 43'."""
        if source is None or not self._can_speak(source) or not self._numbers(draft.hull):
            return None
        if any(self.masks[n] & SAYING and not self._capital(n) for n in range(*source)):
            return None
        place = self._skip_adjuncts(source[1], last)
        verbs = any(self.masks[n] & (FINITE | SAYING) and not self._capital(n) for n in range(place, last))
        if place >= last or verbs or not self.masks[place] & (Is.NUMBER | Is.SPELLED):
            return None
        return Draft(((source[1], last),), source, draft.cue, draft.mask, rule="elliptic")

    def _subordinate(self, k: int, first: int, cue: Range, mask: int, particle: int | None) -> Draft | None:
        """'…, der sagte, dass …' and 'wie X sagte'."""
        if self.masks[first] & Is.AS:
            return self._as_clause(k, first, cue, mask)
        relative = self.masks[first] & Is.RELATIVE and not self.masks[first] & OPENER
        source = self._phrase(first + 1, cue[0])
        if source and self._comments(*self.fields[k]):
            return self._comment(source, cue, mask)
        if self.masks[first] & Is.INDEFINITE and not (source and self._known(source)):
            return None  # "Wer Geld verspricht, …" says nothing
        if (
            relative
            and not self.masks[first] & (Is.OBLIQUE | Is.PREPOSITION | Is.POSSESSIVE)
            and not (source and self.masks[source[0]] & Is.PRONOUN)
        ):
            source = (first, first + 1)
        if source is None or self.masks[source[0]] & Is.FIRST_PERSON:
            return None
        if relative and mask & Is.WEAK:
            return None
        content = self._next_clause(k, mask)
        if content is None or self._main_resumes(first, content[0]):
            told_of = self.masks[first] & (Is.SUBORDINATOR | Is.RELATIVE) and not self.masks[first] & Is.COMPLEMENTIZER
            return self._object_last(source, cue, mask, particle) if told_of else None
        if (
            relative
            and self.masks[content[0]] & (VERB_CUE | Is.AUXILIARY) & ~Is.REPORTED
            and content[0] not in self.c.jump
        ):
            return None  # "X, der Spiele bestritt, zeigte sich …"
        if relative:
            content = content[0], self._subordinate_end(self._field(content[0]), content[1])
        return Draft((content,), source, cue, mask, rule="last")

    def _before_speaks(self, relative: int) -> bool:
        """Whether the noun before a relative pronoun is somebody who can speak."""
        before = range(max(self.low, relative - 4), relative - 1)
        named = all(self._capital(n) for n in before[-2:]) and not self._numbers((before.start, relative))
        return named or any(self.masks[n] & (NOUN | Is.NAMED) for n in before)

    def _main_resumes(self, first: int, number: int) -> bool:
        """Whether a verb at `number` opens the main clause behind the subordinate one that opens the sentence at
        `first` ("Weil der Verband klagte, [musste] …")."""
        mask = self.masks[first]
        if first > self.low or not mask & Is.SUBORDINATOR or mask & Is.COMPLEMENTIZER or number in self.c.jump:
            return False
        small = not self._capital(number) and self.c.words[number].isalpha()
        verb = not self.masks[number] & ~Is.INFINITIVE_FORM or self.masks[number] & (FINITE | VERB_CUE)
        return small and bool(verb) and not self._to_infinitive(*self.fields[self._field(number)])

    def _object_last(self, source: Range, cue: Range, mask: int, particle: int | None) -> Draft | None:
        """'Während die Partei ein Verbot fordert, …', '…, der vor Glätte warnte': the object before its verb."""
        if mask & Is.WEAK or source[1] > cue[0] or not self._can_speak(source):
            return None
        if self._reports(*self.fields[self._field(cue[0])]):
            return None  # "Während die Leute davon geträumt hätten, …" is what somebody says
        relative = source[0] if self.masks[source[0]] & Is.RELATIVE else None
        if relative is not None and not self._before_speaks(relative):
            return None  # "die Summe, die Forscher geschätzt haben"
        if relative is not None and self.masks[relative + 1] & Is.PREPOSITION and not mask & Is.OPEN:
            return None  # "Chef Pohl, [die von Kiel] gebotenen Gespräche als Trick bezeichnet"
        first = self._skip_adjuncts(source[1], cue[0])
        if particle is not None and mask & Is.OPEN:
            first, source = particle + 1, self._phrase(source[0], particle) or source
        if first >= cue[0] or not mask & (Is.OPEN | Is.OBJECT) or (mask & Is.OPEN and particle is None):
            return None
        if self.masks[first] & _NO_OBJECT and not self.masks[first] & Is.DETERMINER and not mask & Is.OPEN:
            return None
        if not any(self._capital(n) or n in self.c.jump for n in range(first, cue[0])):
            return None
        return Draft(((first, cue[0]),), source, cue, mask, after=True, rule="object-last")

    def _comment(self, source: Range, cue: Range, mask: int) -> Draft | None:
        """'…, was X als „…“ bezeichnete': the words of X in a clause on what was told before."""
        quote = next((n for n in range(source[1], cue[0]) if n in self.c.jump), None)
        if quote is None:
            return None
        start = quote - 1 if quote > source[1] and self.masks[quote - 1] & Is.SUBORDINATOR else quote
        return Draft(((start, cue[0]),), source, cue, mask, after=True, rule="comment")

    def _known(self, source: Range) -> bool:
        """Whether the words hold a noun or a pronoun of somebody who can speak."""
        return any(self.masks[n] & (NOUN | Is.PRONOUN | Is.NAMED) for n in range(*source))

    def _subordinate_end(self, j: int, stop: int) -> int:
        """Where a content inside a relative clause ends: before the main clause goes on."""
        while j + 1 < len(self.fields) and self.fields[j + 1][0] < stop:
            following = self.fields[j + 1]
            hangs = self.masks[following[0]] & (OPENER | JOIN) or self._is_relative(*following)
            if not hangs or self.fields[j][0] in self.c.jump:
                break
            j += 1
        return min(stop, self.fields[j][1])

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
        if k + 2 < len(self.fields) and self._is_relative(*self.fields[k + 1]):
            k += 1  # "Wie aus einem Papier hervorgeht, das … vorliegt, …"
        if k + 1 < len(self.fields):
            begin = self.fields[k + 1][0]
            return Draft(((begin, self._end(k + 1)),), source, cue, mask, rule="as-first")
        return None

    def _source_of_impersonal(self, first: int, stop: int) -> Range | None:
        """The source that stands after a preposition ("heißt es in dem Bericht")."""
        for number in range(first, stop):
            if self.masks[number] & Is.PREPOSITION and number not in self.c.jump:
                phrase = self._phrase(self._after(number), stop, oblique=True)
                if phrase and any(self.masks[n] & NOUN or n in self.c.jump for n in range(*phrase)):
                    return phrase
        return None

    def _verb_first(self, k: int, finite: int, cue: Range, mask: int, particle: int | None) -> Draft | None:
        """The cue opens its field: '„…“, sagte X', 'und sagte, …', 'X, der Chef, sagte, …'."""
        first, last = self.fields[k]
        limit = cue[0] if finite != cue[0] else particle if particle is not None and particle + 1 == last else last
        behind = cue[1] if finite == cue[0] else finite + 1  # "ließ sich | X zitieren"
        source = self._phrase(behind, limit) if not mask & Is.IMPERSONAL else self._source_of_impersonal(finite, last)
        joined = (self.masks[first] & JOIN and first < finite) or self._goes_on_about(cue[1], source)
        if source and (
            self.masks[source[0]] & Is.FIRST_PERSON or (self._nobody(source) and self.masks[finite] & Is.REPORTED)
        ):
            return None  # "Wenn man streite, schreibe man Briefe"
        if source and source[1] > last:
            k = self._field(source[1] - 1)
        right = self._next_clause(k, mask, strict=not joined)
        if joined:
            owner = self.last_source or self._main_subject()
            content = right or self._object(cue[1], last, mask, particle)
            return Draft((content,), owner, cue, mask, inherited=True, rule="joined") if owner and content else None
        quoted = finite - 1 in self.c.back
        if (source is None and not mask & Is.IMPERSONAL) or self._resumes(k, source):
            apposed = self._apposed(k, cue, mask, particle)
            if apposed or not right or not self.last_source or self.masks[first - 1] & Is.DASH:
                return apposed  # else "X lobte den Plan, sagte [aber], …"
            return Draft((right,), self.last_source, cue, mask, inherited=True, rule="joined")
        begin = finite if quoted else first
        speech = self.c.back.get(begin - 1, self.c.back.get(begin - 2))
        if speech is not None and begin - speech > SHORTEST_SPEECH:
            mask |= Is.CLAUSE  # "„…“, appellierte X an die Fans"
        if not quoted and self._led(begin) and not self._continuation(k, quoted=False):
            if source and particle is not None and source[0] < particle < source[1]:
                source = self._phrase(source[0], particle)  # "plädiert die Partei | für Ruhe"
            content = right or self._object(source[1] if source else cue[1], last, mask, particle)
            if content is None and source and source[1] <= last:
                return self._without_article(source, cue, last, mask)
            return Draft((content,), source, cue, mask, rule="led") if content and source else None
        if begin <= self.low or not (quoted or self.masks[begin - 1] & (Is.COMMA | Is.DASH | Is.QUOTE)):
            return None
        if right and not quoted and self._leads_in(self.low, begin - 1):
            if source is None:  # "In einem Brief, der … vorliegt, heißt es, …"
                source = self._source_of_impersonal(self.low, self._field_stop(self.low))
            return Draft((right,), source, cue, mask, rule="lead-in")
        spoken = quoted or begin - 2 in self.c.back
        if source and mask & Is.OBJECT and not spoken and not self._can_speak(source):
            return None  # "nannte sie „geizig“, relativierte die Äußerung aber"
        if not mask & (Is.CLAUSE | Is.IMPERSONAL) or (
            mask & Is.WEAK and not (spoken or self._reports(self.low, begin))
        ):
            return None
        contents = self._left(begin, k)
        carried = source is None and bool(mask & Is.IMPERSONAL)  # "…, hieß es": whoever spoke last
        return Draft(contents, source, cue, mask, after=True, carried=carried, rule="inverted") if contents else None

    def _led(self, stop: int) -> bool:
        """Whether nothing but a subordinate clause of the writer's own stands before a verb that opens its field
        ("Während X bremst, [fordert Y mehr Geld]")."""
        j = self._field(self.low)
        opening = self.fields[j]
        if self.low > opening[0] or not self.masks[opening[0]] & Is.SUBORDINATOR or self._reports(*opening):
            return False
        if not self._is_verb_last(*opening):
            return False
        return all(
            self._hangs(first, last) or (self._reports(first, last) and not self.masks[first] & FINITE)
            for first, last in self.fields[j + 1 : self._field(stop)]
        )

    def _is_verb_last(self, first: int, last: int) -> bool:
        """Whether a field that a small word opens is a clause with its verbs at the end, and no phrase ("während der
        Sitzung")."""
        if last - first < 3 or self._capital(last - 1) or last - 1 in self.c.back:
            return False
        masks = self.masks
        verb = next((n for n in range(first + 1, last) if masks[n] & FINITE and not self._capital(n)), last - 1)
        return all(masks[n] & Is.AUXILIARY for n in range(verb, last - 1))

    def _goes_on_about(self, stop: int, source: Range | None) -> bool:
        """Whether the verb that opens its field shares the subject before: "…, forderte aber mehr Geld"."""
        contrast = stop < self.stop and self.masks[stop] & Is.CONTRAST
        return bool(contrast) and (source is None or not self._can_speak(source) or self._said(source) is not None)

    def _resumes(self, k: int, source: Range | None) -> bool:
        """Whether the verb that opens field `k` belongs to a subject before an insertion: nothing before it has a verb,
        and nobody who speaks follows."""
        if (
            k < 2
            or source is None
            or (self.masks[source[0]] & Is.PRONOUN and not self.masks[source[0]] & Is.DETERMINER)
        ):
            return False
        known = any(self.masks[n] & NOUN & ~Is.OUTLET for n in range(*source))  # "sagte BILD"
        before = range(self.fields[k - 2][0], self.fields[k][0])
        verbs = any(self.masks[n] & (FINITE | SAYING) and not self._capital(n) for n in before)
        spoken = any(n in self.c.jump and self.c.jump[n] - n > 6 for n in before)
        opening, relative = self.fields[k - 2], self.fields[k - 1]
        if opening[0] == self.first and self._is_relative(*relative) and opening[0] not in self.c.jump:
            heard = any(self.masks[n] & (FINITE | SAYING) and not self._capital(n) for n in range(*opening))
            if not heard and not self._plain_verb(*opening):
                return True
        named = any(self.masks[n] & Is.ROLE for n in before)
        apposed = opening[0] == self.first and self._is_name(*relative)  # "Die Chefin, Eva Rau, warf der Partei vor"
        return named and not ((known and not apposed) or verbs or spoken)

    def _is_name(self, first: int, stop: int) -> bool:
        """Whether the field is a name of two words or more and nothing else."""
        return stop - first > 1 and all(self._capital(n) and not self.masks[n] & NOUN for n in range(first, stop))

    def _leads_in(self, first: int, stop: int) -> bool:
        """Whether what stands before only leads in: a subordinate clause, or a phrase without a verb."""
        mask = self.masks[first]
        if mask & Is.SUBORDINATOR:
            return True
        stop = min(stop, self._field_stop(first))  # "Auf die Frage, ob er gehe, sagte X: …"
        return bool(mask & Is.PREPOSITION) and not any(
            self.masks[n] & FINITE and not self._capital(n) for n in range(first, stop)
        )

    def _apposed(self, k: int, cue: Range, mask: int, particle: int | None) -> Draft | None:
        """'X, der Chef der Behörde, sagte, …': the subject stands before the insertion."""
        if k < 2 or not self.masks[self.fields[k][0] - 1] & Is.COMMA:
            return None
        j = k - 2
        while j > 0 and self._bare(j) and self._bare(j - 1):
            j -= 1  # "Ein Freund, Jan Pohl (47), Chef der Firma, sagte"
        a, b = self._opening(self.fields[j]), self.fields[k - 2][1]
        if self.masks[a] & (Is.PREPOSITION | Is.SUBORDINATOR | Is.ADVERB) or any(
            self.masks[n] & (FINITE | SAYING) and not self._capital(n) for n in range(a, b)
        ):
            return None
        inner = self.fields[k - 1]
        clause = (
            self.masks[inner[0]] & (Is.PREPOSITION | Is.SUBORDINATOR)
            or any(self.masks[n] & FINITE for n in range(*inner))
            or not self._capital(inner[1] - 1)
        )
        source = (a, b) if clause else (a, inner[1])
        content = self._next_clause(k, mask) or self._object(cue[1], self.fields[k][1], mask, particle)
        return Draft((content,), source, cue, mask, rule="apposed") if content else None

    def _bare(self, j: int) -> bool:
        """Whether field `j` ends with a comma and has no verb."""
        first, last = self.fields[j]
        spoken = any(self.masks[n] & (FINITE | SAYING) and not self._capital(n) for n in range(first, last))
        return bool(self.masks[last] & Is.COMMA) and not spoken

    def _main_subject(self) -> Range | None:
        """The noun phrase that the region starts with."""
        first, last = self._opening(self.fields[0]), self.fields[0][1]
        if self.masks[first] & (Is.PREPOSITION | Is.SUBORDINATOR):
            return None
        finite = next((n for n in range(first + 1, last - 1) if self.masks[n] & FINITE and not self._capital(n)), None)
        if finite is not None and not self._subject_first(first, finite, last):
            pronoun = self.masks[finite + 1] & (Is.PRONOUN | Is.OBLIQUE | Is.DETERMINER | Is.INDEFINITE) == Is.PRONOUN
            return (finite + 1, finite + 2) if pronoun else self._phrase(finite + 1, last)  # "Mehr wollte | sie nicht"
        return self._phrase(first, last)

    def _main(self, k: int, first: int, finite: int, cue: Range, mask: int, particle: int | None) -> Draft | None:
        """The finite verb stands second, after the subject or something else."""
        last = self.fields[k][1]
        limit = cue[0] if finite != cue[0] else particle if particle is not None and particle > finite else last
        lead = first
        while lead + 1 < finite and self.masks[lead] & Is.ADVERB and not self.masks[lead] & (Is.DETERMINER | Is.INSIDE):
            lead = self._after(lead)
        if lead < finite and lead > first and self._subject_first(lead, finite, limit):
            first = lead  # "Auch der Minister sagte"
        subject_first = self._subject_first(first, finite, limit) or (
            self._capital(first) and self._links(first, finite) and self._phrase_stop(first, finite) == finite
        )
        if subject_first:
            source: Range | None = (first, self._without_adverbs(first, finite))
            rest = finite + 1
        elif mask & Is.IMPERSONAL:
            if self.masks[first] & Is.POINTING and finite - first == 1:
                source = self._source_of_impersonal(cue[1], last)  # none in "Das heißt, dass …"
                if source is None or self.previous is None:
                    return None
                return Draft((self.previous,), source, cue, mask, after=True, rule="back")
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
        if source and self.masks[finite] & Is.REPORTED and self.masks[source[0]] & Is.PRONOUN:
            return None  # "Er plane, …" is what he goes on to say
        if source and source[1] > last:
            k = self._field(source[1] - 1)
        hangs = particle is not None and particle + 1 < last and mask & Is.OPEN and self._hangs_on(last)
        if content := None if hangs else self._next_clause(k, mask):
            if mask & Is.PLANNED and self.masks[content[0] - 1] & Is.COLON and self._states(content):
                mask &= ~Is.PLANNED  # "plädierte auf Freispruch: Der Mann sei müde gewesen"
            if source and self.masks[source[0]] & self.masks[content[0]] & Is.NUMBER:
                return None  # "hielten 56 Prozent für falsch, 37 Prozent für richtig"
            return Draft((content,), source, cue, mask, rule="right")
        if first > self.low and self._pointed_at(first, finite, mask, inside=True):
            contents = self._left(first, k)  # "Jeder Dritte raucht, [das zeigt eine Studie]"
            return Draft(contents, source, cue, mask, after=True, rule="inverted") if contents else None
        if not (particle is not None and mask & Is.OPEN) and (back := self._pointed_at(first, finite, mask)):
            return Draft((back,), source, cue, mask, after=True, rule="back")
        if particle is not None and particle < finite and mask & Is.OPEN:
            return (
                Draft(((particle + 1, finite),), source, cue, mask, after=True, rule="object-first") if source else None
            )
        if source is not None and (not mask & Is.OPEN or mask & Is.WEAK) and not self._can_speak(source):
            return None
        if finite != cue[0] and self.masks[finite] & Is.REPORTED:
            return None  # "Der Staat habe neuen Plänen zugestimmt" is what somebody goes on to say
        rest = max(rest, cue[1]) if finite == cue[0] else rest
        end = cue[0] if finite != cue[0] else last
        if finite != cue[0] and (joint := self._joined_participle(rest, end)) is not None:
            rest = joint + 1  # "hatte Haft gefordert und | Verwahrung beantragt"
        if particle is not None and particle + 2 < end and self.c.words[end - 1] in self._second_pieces(cue):
            end -= 1  # "zu … [auf]"
        article = self.masks[first] & Is.DETERMINER
        barred = _NO_OBJECT & ~Is.INDEFINITE if article else _NO_OBJECT
        led = not subject_first and mask & Is.OBJECT and not self.masks[first] & barred
        led = led and not (finite - first == 1 and article)  # "Dem widersprach X"
        value = (source[1], last) if led and source and mask & Is.FIGURE else (last, last)
        if self.masks[min(value[0], last - 1)] & Is.PREPOSITION and self._numbers(value):
            contents = ((first, finite), value)  # "Den Wert schätzte X auf 20 Euro"
            return Draft(contents, source, cue, mask, after=True, rule="object-first")
        if content := self._object(rest, end, mask, particle):
            if self.masks[first] & Is.SUBORDINATOR and self.c.jump.get(first + 1) == finite:  # "Als „dumm“ …"
                return Draft(((first, finite), content), source, cue, mask, after=True, rule="object")
            return Draft((content,), source, cue, mask, rule="object")
        if led:
            return Draft(((first, finite),), source, cue, mask, after=True, rule="object-first")
        return self._without_article(source, cue, last, mask) if source and not subject_first else None

    def _joined_participle(self, first: int, stop: int) -> int | None:
        """The "and" behind another participle of saying that shares the auxiliary, which a cue of its own reads."""
        masks = self.masks
        joints = (n for n in range(stop - 1, first, -1) if masks[n] & Is.CONJUNCTION and not self._quoted(n))
        return next((n for n in joints if masks[n - 1] & VERB_CUE and not self._capital(n - 1)), None)

    def _without_article(self, source: Range, cue: Range, last: int, mask: int) -> Draft | None:
        """An object that stands without any article right behind its subject's noun ("forderte die Gewerkschaft
        [Hilfe]"), where the verb would have none else."""
        noun = source[0] + 1
        if not mask & Is.OBJECT or noun + 1 >= source[1] or not self.masks[source[0]] & Is.DETERMINER:
            return None
        if not self.masks[noun] & (Is.ROLE | Is.BODY) or not self._capital(noun + 1):
            return None
        content = noun + 1, self._phrase_end(noun + 1, last)
        return Draft((content,), (source[0], noun + 1), cue, mask, rule="object")

    def _hangs_on(self, comma: int) -> bool:
        """Whether a clause of a noun's own follows the comma ("warnte vor Berichten, [wonach] …")."""
        if comma + 1 >= self.stop or not self.masks[comma] & Is.COMMA or not self._capital(comma - 1):
            return False
        after = self.masks[comma + 1]
        return bool(after & Is.COMPLEMENTIZER) and not after & Is.AS

    def _numbers(self, words: Range) -> bool:
        return any(self.masks[n] & (Is.NUMBER | Is.SPELLED) for n in range(*words))

    def _states(self, content: Range) -> bool:
        """Whether reported speech says how things are, with no modal in it."""
        masks = [self.masks[n] for n in range(*content) if not self._capital(n)]
        return any(mask & Is.REPORTED for mask in masks) and not any(mask & Is.MODAL for mask in masks)

    def _without_adverbs(self, first: int, stop: int) -> int:
        """The end of a subject, put aside the adverbs that only stress it ("Sie [selbst] sagte")."""
        while stop - 1 > first and self.masks[stop - 1] & Is.ADVERB and not self._capital(stop - 1):
            stop -= 1
        return stop

    def _pointed_at(self, first: int, finite: int, mask: int, *, inside: bool = False) -> Range | None:
        """The sentence before, or what stands before a comma inside this one, where "that" stands for it ("Das teilte
        die Polizei mit")."""
        if inside:
            comma = self.masks[first - 1] & Is.COMMA and self.masks[self.low] & ~Is.SUBORDINATOR
            before = (self.low, first - 1) if comma and finite - first == 1 and mask & Is.CLAUSE else None
            return before if self.masks[first] & Is.POINTING else None
        if not mask & Is.CLAUSE or finite - first != 1 or not self.masks[first] & Is.POINTING:
            return None
        return self.previous

    def _passive(self, k: int, first: int, finite: int, cue: Range, mask: int) -> Draft | None:
        """'Es wird vermutet, dass …', 'Aus Syrien werden 3.574 Tote gemeldet'."""
        masks = self.masks
        agent = next((n for n in range(finite + 1, cue[0]) if masks[n] & Is.BY), None)
        source = self._phrase(agent + 1, cue[0], oblique=True) if agent is not None else None
        if agent is None and masks[first] & Is.BY and mask & Is.CLAUSE:
            source = self._phrase(first + 1, finite, oblique=True)  # "Durch Zeugen wurde mitgeteilt, dass …"
        if source and any(masks[n] & Is.NUMBER for n in range(*source)):
            source = None
        j = k + 1
        told = j < len(self.fields) and masks[self.fields[j][0]] & Is.COMPLEMENTIZER and mask & Is.CLAUSE
        if told and not self._attributes(*self.fields[j]):
            return Draft(((self.fields[j][0], self._end(j)),), source, cue, mask, rule="passive-that")
        if j < len(self.fields) and self._asked_to(self.fields[j], mask):
            return Draft(((self.fields[j][0], self._end(j)),), source, cue, mask, rule="passive-that")
        pieces = [(first, finite), (finite + 1, cue[0])]
        held = [n for a, b in pieces for n in range(a, b)]
        if not any(masks[n] & Is.NUMBER and not masks[n] & Is.ROLE for n in held) or not mask & (
            Is.OBJECT | Is.FIGURE | Is.CLAUSE
        ):
            return None
        if any(masks[n] & (Is.MARKER | Is.MARKER_AFTER | Is.WHOLE) for n in held):
            return None  # a marker beside it says who
        if source:
            pieces = [(source[1], finite), pieces[1]] if source[0] < finite else [pieces[0], (source[1], cue[0])]
        pieces[1] = (self._skip_words(*pieces[1]), pieces[1][1])
        if masks[first] & Is.INDEFINITE:
            pieces = pieces[1:]
        contents = tuple((a, b) for a, b in pieces if a < b)
        return Draft(contents, source, cue, mask & ~Is.PLANNED, after=True, rule="passive") if contents else None

    def _asked_to(self, field: Range, mask: int) -> bool:
        """Whether a passive cue is followed by what was asked or rumoured: "wurden aufgefordert, zu gehen", "wird
        vorgeworfen, gelogen zu haben", "wird gemunkelt, er gehe"."""
        asked = mask & (Is.PLANNED | Is.CLAUSE) and not mask & Is.WEAK and self._to_infinitive(*field)
        rumoured = mask & Is.CLAUSE and self._reports(*field) and not self._is_relative(*field)
        return bool(asked or rumoured) and not self.masks[field[0]] & JOIN

    def _skip_words(self, first: int, stop: int) -> int:
        while (
            first < stop
            and self.masks[first] & (Is.ADVERB | Is.TIME)
            and not self.masks[first] & (Is.DETERMINER | Is.PREPOSITION)
        ):
            first = self._after(first)
        return first
