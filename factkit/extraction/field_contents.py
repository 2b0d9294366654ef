"""Where a content starts and ends beside a cue, in sentences read as fields."""

from factkit.extraction.clauses import Range
from factkit.extraction.fields import FINITE, JOIN, MARK, NOUN, OPENER, SAYING, Fields
from factkit.extraction.vocabulary import VERB_CUE, Is

_LONGEST_REST = 4  # tokens of what closes a clause behind an insertion


class FieldContents(Fields):
    """What the fields beside a cue hold: a clause, a quotation, an object; after the cue or before it."""

    __slots__ = ()

    def _next_clause(self, k: int, mask: int, *, strict: bool = False) -> Range | None:
        """The clause or quotation in the fields after `k` that the cue there opens; `strict`: only one that can't be
        the rest of something else."""
        stop = self.fields[k][1]
        if stop < self.stop and self.masks[stop] & Is.COLON:
            says = k + 1 < len(self.fields) and mask & (Is.CLAUSE | Is.OBJECT | Is.IMPERSONAL)
            return (stop + 1, self._end(k + 1)) if says else None
        listed: int | None = None
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
                return (listed if listed is not None else first), self._end(j)
            if kind != "insertion":
                return None
            if j == k + 1 and not self._capital(first - 2) and (self._listed(first, last) or self._lists_on(j)):
                listed = first
        return None

    def _listed(self, first: int, last: int) -> bool:
        """Whether a field is nothing but nouns, the first of several that a clause opens with ("schlug vor, Becher,
        Besteck und Teller zu verbieten")."""
        return all(self._capital(n) or self.masks[n] & (Is.DETERMINER | Is.NUMBER) for n in range(first, last))

    def _lists_on(self, j: int) -> bool:
        """Whether field `j` ends with the first noun of a list that the next goes on with ("sagte zu, in den Städten
        Kiel, [Jena und Ulm Stellen zu schaffen]")."""
        first, last = self.fields[j]
        if j + 1 >= len(self.fields) or not self._capital(last - 1) or not self._capital(self.fields[j + 1][0]):
            return False
        verbs = any(self.masks[n] & (FINITE | SAYING) and not self._capital(n) for n in range(first, last))
        return not verbs and self._to_infinitive(*self.fields[j + 1])

    def _clause_kind(self, j: int, mask: int, *, strict: bool) -> str:
        """Whether field `j` is a cue's "content", an "insertion" before it, or neither."""
        masks = self.masks
        first, last = self.fields[j]
        opener = masks[first]
        says = mask & (Is.CLAUSE | Is.OBJECT | Is.IMPERSONAL)
        to_infinitive = self._to_infinitive(first, last)
        inner = opener & Is.PREPOSITION and not opener & OPENER and first + 1 < last
        if inner and self._is_relative(first + 1, last) and not to_infinitive:
            asks = masks[first + 1] & Is.COMPLEMENTIZER and not self._capital(first - 2) and not strict
            return "content" if asks and says else "insertion"  # "sagte aber, [an welchen Orten] …"
        if self._comments(first, last):
            return ""
        if opener & Is.COMPLEMENTIZER and not opener & Is.AS:
            return "content" if says else ""
        if opener & Is.AS:
            says = mask & Is.CLAUSE and not opener & Is.MARKER and not strict
            return "content" if says and not self._attributes(first, last) else "insertion"
        if opener & JOIN or masks[first] & (Is.CITING | Is.CITED_BY | Is.TRAILING):
            return (
                "content"
                if mask & Is.CLAUSE and not strict and self._reports(first, last) and not self._verb_follows(first + 1)
                else ""
            )
        if to_infinitive:
            return "content" if mask & (Is.INFINITIVE | Is.CLAUSE) else ""
        if masks[first] & VERB_CUE and last - first > 1 and masks[first + 1] & Is.CONTRAST and not self._capital(first):
            return ""  # "sagte Hilfe zu, [nannte aber keine Summe]"
        told = mask & Is.CLAUSE and (not mask & Is.OBJECT or not self._capital(first - 2))
        if self._is_relative(first, last) and not (told and self._short_report(first, last)):
            return "insertion"
        if opener & Is.ADVERB and masks[min(first + 1, last - 1)] & Is.SUBORDINATOR:
            return ""  # "forderte mehr Geld, [auch weil] …"
        if opener & Is.SUBORDINATOR and mask & Is.OPEN:
            return ""  # "hält das für falsch, [da] …"
        if opener & Is.SUBORDINATOR:
            return "content" if mask & Is.CLAUSE and not strict and self._reported_next(j) else ""
        if strict:
            says = mask & (Is.CLAUSE | Is.IMPERSONAL)
            return "content" if says and self._reports(first, last) and not masks[first] & (FINITE | VERB_CUE) else ""
        if not mask & (Is.CLAUSE | Is.IMPERSONAL):
            return ""
        if mask & Is.OBJECT and self._adds_number(first, last):
            return ""
        if self._reports(first, last) or (not mask & Is.WEAK and self._plain_verb(first, last)):
            return "content"
        short = last - first < 3 and not masks[first] & (Is.PRONOUN | Is.INDEFINITE)
        if mask & Is.WEAK or short:
            return "insertion" if self._ends_with_noun(first, last) else ""
        return (
            "content"
            if any(masks[n] & Is.AUXILIARY for n in range(first + 1, last))
            or not (self._ends_with_noun(first, last) or masks[last - 1] & Is.NUMBER)
            else "insertion"
        )

    def _short_report(self, first: int, last: int) -> bool:
        """Whether a field that could be a relative clause is a subject with its verb ("sagte, [die Front halte]")."""
        if last - first < 3 or not self.masks[last - 1] & Is.REPORTED or self.masks[first] & Is.OBLIQUE:
            return False
        return self._capital(first + 1) and self._after_noun(first + 1, last) == last - 1

    def _reported_next(self, j: int) -> bool:
        """Whether the clause after a leading "if …," is in the mood of reported speech."""
        return any(self._reports(*self.fields[n]) for n in range(j, min(len(self.fields), j + 2)))

    def _object(self, first: int, last: int, mask: int, particle: int | None) -> Range | None:
        """The noun phrase or quotation in the cue's own field that is what was said."""
        if particle is not None and mask & Is.OPEN:
            if particle < first <= last and particle + 1 < last:
                first = particle
            if particle + 1 < last:
                end = self._phrase_end(particle + 1, last)
                if first in self.c.jump and first < particle:
                    return first, end  # "„tief erschüttert“ über die Tat"
                return particle + 1, end - bool(self.masks[end - 1] & Is.PREPOSITION and end - particle > 2)
            inner = next((n for n in range(first, particle) if self.masks[n] & Is.BY), None)
            inner = inner or next((n for n in range(first, particle) if self.masks[n] & Is.PREPOSITION), None)
            return (inner + 1, particle) if inner is not None and inner + 1 < particle else None
        stop = particle if particle is not None and particle < last else last
        quote = next((n for n in range(first, stop) if n in self.c.jump), None)
        if not mask & (Is.OBJECT | Is.FIGURE):
            return (quote, self._untailed(quote, self._phrase_end(quote, stop))) if quote and mask & Is.CLAUSE else None
        start = self._skip_adjuncts(first, stop)
        if (
            start < stop
            and self.masks[start] & Is.MARKER
            and (told := self._phrase(self.c.after(start), stop, oblique=True))
        ):
            start = self._skip_adjuncts(told[1], stop)  # "hat laut Medien | die Firma kritisiert"
        cites = start < stop and self.masks[start] & Is.CITING
        if cites and (cited := self._phrase(self.c.after(start), stop, oblique=True)):
            start = self._skip_adjuncts(cited[1], stop)  # "hält unter Verweis auf das Amt | den Plan für …"
        start = self._past_addressee(start, stop)
        if quote is not None and quote < start:
            start = quote
        if start >= stop:
            valued = mask & Is.FIGURE and first < stop and self.masks[first] & Is.PRONOUN
            return (first, stop) if valued and any(self.masks[n] & Is.NUMBER for n in range(first, stop)) else None
        start = next((n + 1 for n in range(start, stop - 1) if self.masks[n] & Is.MARKER_AFTER), start)
        held = range(start, stop)
        if mask & Is.FIGURE and not mask & Is.OBJECT and not any(self.masks[n] & Is.NUMBER for n in held):
            return None
        pointing = self.masks[start] & Is.POINTING and stop - start > 1  # "hält das für übertrieben"
        if not pointing and not any(self._capital(n) or n in self.c.jump or self.masks[n] & Is.NUMBER for n in held):
            return None
        end = self._phrase_end(start, stop)
        while end > start + 1 and self.masks[end - 1] & (Is.ADVERB | Is.TIME) and not self._capital(end - 1):
            if self.masks[end - 2] & Is.PREPOSITION and not self._capital(end - 2):
                break  # "hält einen Bruch für [wahrscheinlich]"
            end -= 1
        return start, self._untailed(start, end)

    def _untailed(self, start: int, end: int) -> int:
        """`end` before a small word that opens the cue's last piece ("wies alle Schuld [von] sich")."""
        bare = self.masks[end - 1] & Is.PREPOSITION and not self._capital(end - 1)
        return end - 1 if bare and end - start > 1 else end

    def _past_addressee(self, start: int, stop: int) -> int:
        """Past the dative before an object ("bescheinigte | dem Mann | eine Störung")."""
        masks = self.masks
        if start >= stop or not (masks[start] & (Is.OBLIQUE | Is.GENITIVE) and masks[start] & Is.DETERMINER):
            return start
        if not masks[start] & Is.OBLIQUE:  # "der Regierung | Versagen"
            noun = next((n for n in range(start + 1, stop) if self._capital(n)), stop)
            apart = noun + 1 < stop and self._capital(noun + 1) and not masks[noun] & Is.ROLE
            return noun + 1 if apart else start
        aged = start + 2 < stop and masks[start + 1] & Is.NUMBER and masks[start + 1] & Is.ROLE
        if aged and self._capital(start + 2):
            return start + 2  # "dem 34-Jährigen | Mord"
        after = self._after_noun(start + 1, stop)
        if self.c.words[start] in self.c.oblique_articles and not masks[start] & Is.GENITIVE:
            if self._capital(after - 2) and self._capital(after - 1) and not masks[after - 1] & Is.TIME:
                return after - 1  # "dem Land | Hilfe"
            if after < stop and not masks[after] & (Is.PREPOSITION | Is.GENITIVE) and self._noun_soon(after, stop):
                return after  # "dem Land | neue Hilfe"
        follows = masks[after] if after < stop else 0
        return after if follows & Is.DETERMINER and not follows & (Is.OBLIQUE | Is.GENITIVE) else start

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
            if k > self._field(start) and self._completes(first, last):
                return last
            if self._adds_number(first, last) and any(self.masks[n] & Is.NUMBER for n in range(start, stop)):
                stop, k = last, k + 1
                continue
            if not relative and not opener & (OPENER | JOIN) and self._goes_on_reporting(first, last):
                stop, k = last, k + 1
                continue
            inner = opener & Is.PREPOSITION and first + 1 < last and self.masks[first + 1] & Is.RELATIVE
            if not (
                relative
                or inner
                or self._to_infinitive(first, last)
                or (opener & Is.COMPLEMENTIZER and not opener & Is.AS)
            ):
                break
            stop, k = last, k + 1
        return stop

    def _adds_number(self, first: int, last: int) -> bool:
        """Whether a field without a verb goes on from a number with another ("fordert 5 Prozent mehr, [mindestens aber
        200 Euro]")."""
        masks = self.masks
        if not masks[first] & Is.ADVERB or not any(masks[n] & Is.NUMBER for n in range(first + 1, last)):
            return False
        return not any(masks[n] & (FINITE | SAYING) and not self._capital(n) for n in range(first + 1, last))

    def _completes(self, first: int, last: int) -> bool:
        """Whether a field is the rest of a main clause that an inserted one has cut ("…, [als absurd]")."""
        masks = self.masks
        bare = not any(masks[n] & (FINITE | SAYING) and not self._capital(n) for n in range(first, last))
        return bool(masks[first] & Is.SUBORDINATOR) and bare and last - first <= _LONGEST_REST

    def _goes_on_reporting(self, first: int, last: int) -> bool:
        """Whether a clause in the mood of reported speech follows what somebody spoke of ("von Ruhe, es habe …")."""
        reported = any(self.masks[n] & Is.REPORTED and not self._capital(n) for n in range(first, last))
        return reported and not self.masks[first] & (FINITE | VERB_CUE) and not self._attributes(first, last)

    def _end(self, j: int) -> int:
        """One past the last token of a content that starts with field `j`."""
        depends = self.masks[self.fields[j][0]] & Is.COMPLEMENTIZER or self._to_infinitive(*self.fields[j])
        while j + 1 < len(self.fields):
            stop, (first, last) = self.fields[j][1], self.fields[j + 1]
            if self.masks[stop] & Is.SEMICOLON or self._attributes(first, last):
                return stop
            if depends and self.masks[first] & JOIN and self._main_verb_follows(first + 1, last):
                return stop
            j += 1
        return self.fields[j][1]

    def _main_verb_follows(self, number: int, last: int) -> bool:
        """Whether the "and" before goes on with the main clause, its verb first ("versprach, zu gehen, [und nannte]
        …"), rather than with one whose verb stands last ("und bestätigt werde")."""
        if self.masks[number] & Is.REPORTED or (self.masks[last - 1] & FINITE and not self._capital(last - 1)):
            return False
        if self._verb_follows(number):
            return True
        unlisted = not self.masks[number] & ~Is.INFINITIVE_FORM and self.c.words[number].isalpha()
        return unlisted and not self._capital(number) and self._capital(last - 1)

    def _attributes(self, first: int, last: int) -> bool:
        """Whether a field attributes something anew, so that a content before it ends."""
        masks = self.masks
        opener = masks[first]
        if opener & (Is.TRAILING | Is.CITING | Is.CITED_BY | Is.WHOLE | Is.MARKER) or self._comments(first, last):
            return True
        if opener & Is.AS:
            return any(
                masks[n] & (Is.CLAUSE | Is.IMPERSONAL) and not self._capital(n)
                for n in range(max(first + 1, last - 2), last)
            )
        second = first + 1 if opener & JOIN else first
        while second < last and masks[second] & Is.ADVERB and second > first:
            second += 1
        mask = masks[second] if second < last else 0
        return (
            bool(mask & (Is.CLAUSE | Is.IMPERSONAL | Is.GAPPED | Is.QUOTING) and not mask & Is.AUXILIARY)
            and not self._capital(second)
            and (not mask & Is.WEAK or second > first)
        ) or (not self._to_infinitive(first, last) and self._states_anew(first, last))

    def _comments(self, first: int, last: int) -> bool:
        """Whether a field is somebody's verdict on what was told before (", was X als „Fehler“ bezeichnete")."""
        masks = self.masks
        if not (masks[first] & Is.RELATIVE and masks[first] & Is.COMPLEMENTIZER and masks[last - 1] & VERB_CUE):
            return False
        return not self._capital(last - 1) and any(n in self.c.jump for n in range(first + 2, last - 1))

    def _states_anew(self, first: int, last: int) -> bool:
        """Whether a field is a main clause with a subject and a verb of saying of its own ("X sprach von …")."""
        masks = self.masks
        joined = bool(masks[first] & Is.CONTRAST) and not self._capital(first) and last - first > 2
        first += joined  # "…, doch | Ärzte klagten, …"
        if (masks[first] & (OPENER | Is.PREPOSITION) and not masks[first] & Is.DETERMINER) or self._reports(
            first, last
        ):
            return False
        stop = last if last < self.stop and masks[last] & Is.COMMA and masks[last - 1] & Is.GAPPED else last - 1
        verbs = (n for n in range(first + 1, stop) if masks[n] & (SAYING | Is.AUXILIARY) and not self._capital(n))
        verb = next(verbs, None)
        if verb is None or not masks[verb] & (Is.CLAUSE | Is.GAPPED) or (masks[verb] & Is.WEAK and not joined):
            return False
        return self._capital(verb - 1) and all(not masks[n] & Is.NUMBER for n in range(first, verb))

    def _left(self, stop: int, k: int) -> tuple[Range, ...]:
        """The content that ends before token `stop`, and its continuation after field `k`."""
        masks = self.masks
        last = stop
        while last > self.low and masks[last - 1] & (Is.COMMA | Is.DASH):
            last -= 1
        first = self._after_colon(self.low, last)
        if last - 1 in self.c.back and self._introduced(self.c.back[last - 1]):
            first = self.c.back[last - 1]
        while first < last and masks[first] & (MARK | JOIN) and not masks[first] & Is.SUBORDINATOR:
            first += 1
        if first >= last and (first := self._marked_before(last)) >= last:
            return ()
        contents = [(first, last)]
        follow = self._continuation(k, quoted=last - 1 in self.c.back)
        if follow and not (self._field(stop) < k and self._only_adjunct(*follow)):
            contents.append(follow)
        self.low = max(contents[-1][1], self.fields[k][1])
        return tuple(contents)

    def _only_adjunct(self, first: int, last: int) -> bool:
        """Whether nothing but a phrase of time or place follows an apposition ("sagte X, Chef der Bank, [nach dem
        Treffen]")."""
        small = not any(self.masks[n] & (FINITE | SAYING) and not self._capital(n) for n in range(first, last))
        return bool(self.masks[first] & (Is.PREPOSITION | Is.TIME)) and small and self._capital(last - 1)

    def _marked_before(self, last: int) -> int:
        """Where the claim of a marker that ends at `last` starts, marker included: whoever says all of it speaks next
        ("[Laut Polizei fehlen 40 Akten], sagte der Minister")."""
        marker = self.drafts[-1] if self.drafts else None
        if marker is None or marker.rule != "marker" or marker.cue is None or marker.hull[1] != last:
            return last
        if marker.after:
            return last
        self.drafts[-1] = marker._replace(rule="marked")
        return min(marker.hull[0], marker.cue[0], (marker.source or marker.cue)[0])

    def _after_colon(self, first: int, last: int) -> int:
        """Past the colon whose clause says who is heard, where what was said follows in reported speech."""
        colon = next((n for n in range(first, last) if self.masks[n] & Is.COLON and not self._quoted(n)), None)
        if colon is None or self._reports(first, colon) or not self._reports(colon, last):
            return first
        return colon + 1

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
            told = opener & Is.COMPLEMENTIZER and self._reports(first, last)  # "wer lüge, müsse gehen"
            if not told and (self._is_relative(first, last) or (self._ends_with_noun(first, last) and quoted)):
                continue
            if opener & Is.COMPLEMENTIZER and self.masks[first] & Is.RELATIVE and not told:
                continue
            if quoted and not self._reports(first, last):
                return None
            return first, self._end(j)
        return None

    def _things_said(self, first: int, finite: int, limit: int) -> bool:
        """Whether what somebody said stands before a verb in the singular, with whoever speaks behind it ("Vorwürfe der
        Opposition wies das Militär zurück")."""
        masks, speakers = self.masks, Is.ROLE | Is.BODY | Is.OUTLET
        if masks[first] & Is.GENITIVE and masks[first + 1] & Is.DOCUMENT:
            return False  # "Der Bericht kritisiert die Regierung"
        first = next((n for n in range(first, min(first + 3, finite)) if masks[n] & Is.NOUN_CUE), first)
        if not masks[first] & Is.NOUN_CUE or masks[first] & speakers or self.c.words[finite].endswith(self.c.several):
            return False
        behind = range(finite + 1, min(limit, finite + 4))
        article = masks[finite + 1] if behind else 0
        nominative = article & Is.DETERMINER and not article & Is.OBLIQUE
        return bool(nominative) and any(masks[n] & speakers or self._acronym(n) for n in behind)

    def _speaks_behind(self, first: int, finite: int, limit: int) -> bool:
        """Whether what stands before the verb can't speak and somebody who can stands behind it ("Die Pläne kritisierte
        am Montag der Bürgermeister", "Das Vorgehen verteidigte Eva Roth")."""
        masks, speakers = self.masks, Is.ROLE | Is.BODY | Is.OUTLET
        told = range(first + 1, finite)
        if masks[first] & Is.GENITIVE or any(masks[n] & (speakers | Is.ANONYMOUS) or n in self.c.jump for n in told):
            return False
        begin = self._skip_adjuncts(finite + 1, limit)
        if begin >= limit or masks[begin] & Is.OBLIQUE:
            return False
        if self._capital(begin):
            full = begin + 1 < limit and self._capital(begin + 1) and not masks[begin + 1] & ~Is.INFINITIVE_FORM
            return full and (not masks[begin] & ~Is.INFINITIVE_FORM or bool(masks[begin] & (speakers | Is.NAMED)))
        document = any(masks[n] & Is.DOCUMENT for n in range(first, finite))
        article = masks[begin] & Is.DETERMINER and not (document and not masks[begin] & Is.GENITIVE)
        return bool(article) and any(
            masks[n] & speakers or self._acronym(n) for n in range(begin + 1, min(limit, begin + 3))
        )

    def _feels(self, first: int, finite: int, limit: int) -> bool:
        """Whether the one word before the verb tells how somebody behind it feels ("Froh zeigte sich der Trainer")."""
        masks, behind = self.masks, finite + 2
        if finite - first != 1 or behind >= limit or masks[first] & (NOUN | Is.NAMED):
            return False
        if not masks[finite + 1] & Is.INSIDE and not (
            masks[finite + 1] & Is.OBLIQUE and masks[finite + 1] & Is.PRONOUN
        ):
            return False  # no "sich"
        return bool(masks[behind] & (Is.DETERMINER | Is.ROLE) and not masks[behind] & Is.OBLIQUE)

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
        if first in self.c.jump or (mask & Is.INDEFINITE and finite - first == 1):
            return False
        if mask & Is.PRONOUN and finite - first == 1:
            return True
        if not any(self._capital(n) or masks[n] & Is.PRONOUN for n in range(first, finite)):
            return False
        if self._things_said(first, finite, limit) or self._feels(first, finite, limit):
            return False
        known = any(masks[n] & NOUN for n in range(first, finite))
        if masks[first] & Is.DETERMINER and self._speaks_behind(first, finite, limit):
            return False
        nominative = after & Is.RELATIVE and after & Is.GENITIVE  # "der": a man's article, or no subject's at all
        other = nominative and any(masks[n] & Is.ROLE for n in range(finite + 2, min(limit, finite + 5)))
        return known or not other
