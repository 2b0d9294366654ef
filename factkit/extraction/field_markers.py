"""Constructions without a verb of saying, in sentences read as fields: markers, cue nouns, headings, citations."""

from factkit.extraction.clauses import Range
from factkit.extraction.drafts import Draft
from factkit.extraction.field_contents import FieldContents
from factkit.extraction.fields import FINITE, JOIN, MARK, NOUN, OPENER, SAYING, SHORTEST_SPEECH
from factkit.extraction.vocabulary import VERB_CUE, Is

_LONGEST_OWNER = 3  # words of a name inside a marker


class FieldMarkers(FieldContents):
    """Sources told by a preposition, a noun or a colon, and those who pass a claim on."""

    __slots__ = ()

    def _cite(self, stop: int, mask: int) -> None:
        """Notes whom the nearest attribution cites, or who carries it: of the cue before, else of the next one."""
        cited = self._phrase(stop, self._field_stop(stop), oblique=True)
        if cited is None or not self._can_speak(cited):
            return
        if mask & Is.CITED_BY and not any(self.masks[n] & Is.OUTLET or n in self.c.jump for n in range(*cited)):
            return
        if not self.drafts:
            self.pending = (cited, mask)
        elif mask & Is.CITING:
            self.drafts[-1] = self.drafts[-1]._replace(passed_on=self.drafts[-1].passed_on or cited)
        else:
            self.drafts[-1] = self.drafts[-1]._replace(relay=cited)

    def _with_pending(self, draft: Draft) -> Draft:
        if self.pending is not None:
            cited, mask = self.pending
            self.pending = None
            draft = draft._replace(passed_on=cited) if mask & Is.CITING else draft._replace(relay=cited)
        if draft.relay is None and draft.cue and draft.source and draft.mask & Is.CLAUSE:
            draft = draft._replace(relay=self._told(draft))
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
                if (
                    phrase
                    and self.masks[phrase[0]] & (Is.OUTLET | Is.DETERMINER | Is.PREPOSITION)
                    and any(self.masks[n] & Is.OUTLET for n in range(*phrase))
                ):
                    return phrase
        return None

    def _quoting(self, k: int, number: int, stop: int, mask: int) -> Draft | None:
        """'Die Agentur zitiert einen Sprecher mit den Worten: …' and '…, zitiert sie AFP'."""
        first, last = self._opening(self.fields[k]), self.fields[k][1]
        if stop == last and (finite := next((n for n in range(first, number) if self.masks[n] & Is.BE), None)):
            return self._quoted_by(k, finite, number, mask)
        if first == number:
            begin = stop
            while begin < last and self.masks[begin] & (Is.PRONOUN | Is.ADVERB):
                begin += 1
            relay = self._phrase(begin, last, oblique=True)
            if relay and self.drafts and self.fields[k][0] > self.first:
                self.drafts[-1] = self.drafts[-1]._replace(relay=relay)
            elif relay and begin > stop and number > self.low and number - 2 in self.c.back:
                contents = self._left(number, k)
                return (
                    Draft(contents, (stop, begin), (number, stop), mask, after=True, rule="quoted", relay=relay)
                    if contents
                    else None
                )
            elif relay and number > self.low and (quoted := self._phrase(relay[1], last, oblique=True)):
                contents = self._left(number, k)
                if contents:  # "…“, zitiert die Zeitung den Trainer"
                    return Draft(contents, quoted, (number, stop), mask, after=True, rule="quoted", relay=relay)
            return None
        quoted = self._phrase(stop, last, oblique=True)
        if quoted is None:
            return None
        relay = (first, number) if self._subject_first(first, number, last) else None
        content = self._next_clause(k, Is.CLAUSE) or self._object(quoted[1], last, Is.CLAUSE, None)
        return (
            Draft((content,), quoted, (number, stop), mask | Is.CLAUSE, rule="quoting", relay=relay)
            if content
            else None
        )

    def _quoted_by(self, k: int, finite: int, number: int, mask: int) -> Draft | None:
        """'„…“, wird X von der Zeitung zitiert' and 'X wird mit den Worten zitiert: „…“'."""
        first, cue = self.fields[k][0], (number, number + 1)
        agent = next((n for n in range(finite + 1, number) if self.masks[n] & Is.BY), number)
        relay = self._phrase(agent + 1, number, oblique=True) if agent < number else None
        if self._opening(self.fields[k]) < finite:
            content = self._next_clause(k, Is.CLAUSE)
            subject = (self._opening(self.fields[k]), finite)
            return content and Draft((content,), subject, cue, mask | Is.CLAUSE, rule="quoted", relay=relay)
        source = self._phrase(finite + 1, agent)
        if source is None or first <= self.low:
            return None
        contents = self._left(first, k)
        return (
            Draft(contents, source, cue, mask | Is.CLAUSE, after=True, rule="quoted", relay=relay) if contents else None
        )

    def _trailing(self, number: int, stop: int, mask: int) -> Draft | None:
        """'…, so der Minister'."""
        k = self._field(number)
        first, last = self.fields[k]
        if number != first and number - 1 not in self.c.back:
            return None
        if number <= self.low or any(
            self.masks[n] & (FINITE | SAYING) and not self._capital(n) for n in range(stop, last)
        ):
            return None
        source = self._phrase(stop, last)
        if source is None or self._nobody(source):
            return None
        if not (self.masks[stop] & ~Is.INFINITIVE_FORM or self._capital(stop) or self._capital(stop + 1)):
            return None  # "so [ergingen] auch Aufträge"
        rest = source[1]
        if rest < last and not self.masks[rest] & (
            Is.PREPOSITION | Is.TIME | Is.ADVERB | Is.DETERMINER | Is.CITED_BY | Is.CITING
        ):
            return None
        contents = self._left(number, max(k, self._field(source[1] - 1)))
        if contents and last + 1 in self.c.jump and self.masks[last] & Is.COLON and contents[-1][1] <= number:
            contents = (*contents, (last + 1, self.c.jump[last + 1]))  # "…, so der Minister: „…“"
        return Draft(contents, source, (number, stop), mask | Is.CLAUSE, after=True, rule="so") if contents else None

    def _marker(self, number: int, stop: int, mask: int) -> Draft | None:
        """'Laut X …', '… sind nach Angaben der Polizei …', '…, laut X'."""
        limit = self._field_stop(number)
        source = self._phrase(stop, limit, oblique=True)
        if source is None or self.masks[source[0]] & Is.INDEFINITE:
            return None
        if number == self._opening(self.fields[self._field(number)]):
            source = source[0], self._up_to_verb(source[1], limit)
        return self._around(number, source[1], source, (number, stop), mask)

    def _up_to_verb(self, stop: int, limit: int) -> int:
        """The end of a source that opens its sentence: with the phrase of place before the finite verb, which nothing
        else can belong to ("Nach Angaben des Ministeriums [in Kiel] sind …")."""
        if stop + 1 >= limit or not self.masks[stop] & Is.PREPOSITION or stop in self.c.jump:
            return stop
        verb = self._after_noun(self._after(stop), limit)
        no_verb = Is.PREPOSITION | Is.DETERMINER | Is.COMMA | Is.ADVERB
        if verb >= limit or self._capital(verb) or self.masks[verb] & no_verb:
            return stop
        return stop if any(self.masks[n] & (Is.TIME | Is.NUMBER) for n in range(stop, verb)) else verb

    def _whole_marker(self, number: int, stop: int, mask: int) -> Draft | None:
        """'nach offiziellen Angaben', with or without the one whose they are."""
        limit = self._field_stop(number)
        if stop == number + 1:  # "Demnach …": whoever spoke last
            draft = self._around(number, stop, None, (number, stop), mask)
            return draft and draft._replace(carried=True)
        if mask & Is.REFLEXIVE:
            first = self._opening(self.fields[self._field(number)])
            owner = self._own(first, number) if first < number else self._phrase(stop + 1, limit)
            if owner and self.drafts and self.drafts[-1].source == owner and self.drafts[-1].hull[1] >= stop:
                self.drafts.pop()  # "Die Polizei zählte nach eigenen Angaben 20 Fälle" is said once
            return owner and self._around(number, stop, owner, (number, stop), mask)
        source, end = (number + 1, number + 2 if mask & Is.POSSESSIVE else stop), stop
        if stop < limit and self.masks[stop] & (Is.GENITIVE | Is.BY):
            begin = stop + 1 if self.masks[stop] & Is.BY and not self.masks[stop] & Is.GENITIVE else stop
            if owner := self._phrase(begin, limit, oblique=True):
                source, end = owner, owner[1]
        return self._around(number, end, source, (number, number + 1), mask)

    def _owners_marker(self, number: int, mask: int) -> Draft | None:
        """'nach Meiers Worten': whose words they are stands inside the marker, by name."""
        first = number
        while first - 1 > self.first and self._capital(first - 1) and not self.masks[first - 1] & Is.MARKER_OPENER:
            first -= 1
        if first == number and (paper := self._paper_marker(number, mask)):
            return paper
        owned = first < number and self.c.words[number - 1].endswith((*self.c.oblique_endings, "’", "'"))
        if not owned or number - first > _LONGEST_OWNER or not self.masks[first - 1] & Is.MARKER_OPENER:
            return None
        return self._around(first - 1, number + 1, (first, number), (first - 1, first), mask)

    def _paper_marker(self, number: int, mask: int) -> Draft | None:
        """'Nach einer neuen Studie der Uni …': a document with adjectives, and whose it is, if told."""
        first = number - 1
        article = Is.DETERMINER | Is.PREPOSITION
        while first > self.first and number - first <= _LONGEST_OWNER and not self.masks[first] & article:
            if self._capital(first):
                return None
            first -= 1
        if self.masks[first] & Is.MARKER_OPENER and first < number:  # "nach örtlichen Behördenangaben"
            whose = self.c.words[number].endswith(self.c.accounts)
            stated = (first + 1, number + 1)
            return self._around(first, number + 1, stated, (first, first + 1), mask) if whose else None
        if first == number - 1 or not self.masks[first] & Is.A or first <= self.first:
            return None
        if not self.masks[first - 1] & Is.MARKER_OPENER:
            return None
        limit = self._field_stop(number)
        begin = number + 1
        owner = self.masks[begin] & (Is.GENITIVE | Is.BY) if begin < limit else 0
        begin += bool(owner & Is.BY and not owner & Is.GENITIVE)
        source = self._phrase(begin, limit, oblique=True) if owner else None
        if source is not None:
            return self._around(first - 1, source[1], source, (first - 1, number + 1), mask)
        return self._around(first - 1, number + 1, (first, number + 1), (first - 1, first), mask)

    def _own(self, first: int, stop: int) -> Range | None:
        """Whose "own" account is told: the subject before it, or behind the verb after what opens the sentence."""
        begin = self._skip_adjuncts(first, stop)
        if first == begin and self.masks[first] & OPENER and not self.masks[first] & Is.DETERMINER:
            begin = self._past_role(first, stop)
        if first < begin < stop and not self._capital(begin) and not self.masks[begin] & Is.DETERMINER:
            begin += 1  # "Seit Mai hat | die Polizei"
        return self._phrase(begin, stop)

    def _past_role(self, first: int, stop: int) -> int:
        """Past "as" and its noun where the main verb follows ("[Als Täter] ermittelte die Polizei")."""
        noun = next((n for n in range(first + 1, min(stop, first + 5)) if self._capital(n)), stop)
        return noun + 1 if noun + 2 < stop and not self._capital(noun + 1) else first

    def _postposition(self, number: int, stop: int, mask: int) -> Draft | None:
        """'Westlichen Erkenntnissen zufolge …'."""
        masks, c = self.masks, self.c
        low = max(self._opening(self.fields[self._field(number)]), number - 12)
        first = number
        while (
            first > low
            and not self._verb_between(first, low)
            and (
                self._capital(first - 1)
                or first - 1 in c.back
                or not masks[first - 1] & (FINITE | Is.PREPOSITION | Is.ADVERB)
            )
        ):
            first -= 1
            if first in c.back:
                first = c.back[first]
            mask = masks[first]
            if mask & Is.PRONOUN and number - first == 1:
                break
            article = (mask & Is.DETERMINER and not self._capital(first)) or mask & Is.OBLIQUE
            genitive = mask & Is.GENITIVE and first > low and self._capital(first - 1) and self._owned(first, low)
            if article and not genitive:
                break
        if first == number:
            return None
        owner = next(
            (
                n
                for n in range(first, number)
                if masks[n] & Is.DOCUMENT and n + 1 < number and masks[n + 1] & (Is.GENITIVE | Is.BY)
            ),
            None,
        )
        source = (owner + 1, number) if owner is not None else (first, number)
        if masks[first] & Is.POSSESSIVE and number - first == 2:
            source = first, first + 1  # "[seinen] Berechnungen zufolge"
        return self._around(first, stop, source, (number, stop), mask)

    def _verb_between(self, first: int, low: int) -> bool:
        """Whether the word before `first` is a verb that no list has: bare and small, between two nouns ("in den Lagern
        [harrten] Schätzungen zufolge")."""
        verb = first - 1
        bare = verb > low and not self.masks[verb] & ~Is.INFINITIVE_FORM and self.c.words[verb].isalpha()
        noun = self._capital(verb - 1) and not self.masks[verb - 1] & Is.DETERMINER
        return bare and noun and not self._capital(verb) and self._capital(first)

    def _owned(self, number: int, low: int) -> bool:
        """Whether the genitive at `number` hangs on a noun with an oblique article or none at all."""
        for back in range(number - 1, max(low, number - 5) - 1, -1):
            if self.masks[back] & Is.OBLIQUE:
                return True
            if self.masks[back] & (FINITE | Is.PREPOSITION):
                return False
        return bool(self.masks[number - 1] & Is.DOCUMENT)

    def _around(self, first: int, end: int, source: Range | None, cue: Range, mask: int) -> Draft | None:
        """The clause around a marker with its source (tokens `first` to `end`), without them."""
        masks = self.masks
        k = self._field(first)
        begin = self._marker_low(k)
        end = self._past_relative(end)
        left_stop = first
        while left_stop > begin and masks[left_stop - 1] & (Is.COMMA | Is.DASH | JOIN):
            left_stop -= 1
        while begin < left_stop and masks[begin] & (MARK | JOIN) and not masks[begin] & Is.SUBORDINATOR:
            begin += 1
        while end < self.stop and masks[end] & (Is.COMMA | Is.COLON):
            end += 1
        inside = first < self.low  # another marker's content already reaches beyond this one
        own = self.fields[k][0]
        if inside and self.masks[own - 1] & Is.COMMA and own < first and self._elliptic_marker(k):
            begin = own  # "…, [in Kiel] laut Polizei [300]"
        stop = end if end >= self.stop else self.fields[self._field(end)][1] if inside else self._end(self._field(end))
        later = range(self._field(min(end, self.stop - 1)) + 1, len(self.fields))
        stop = next(
            (self.fields[j - 1][1] for j in later if self.fields[j][0] < stop and self._elliptic_marker(j)), stop
        )
        contents = tuple((a, b) for a, b in ((begin, left_stop), (end, stop)) if a < b)
        if begin >= left_stop and self.drafts and self.drafts[-1].after:
            cue_before = self.drafts[-1].cue
            if cue_before and self.fields[k][0] <= cue_before[0] < first:
                return None  # "…, sagte X laut Teilnehmern in der Sitzung"
        if not contents or sum(b - a for a, b in contents) < 3:
            return None
        self.low = max(self.low, contents[-1][1], end)
        return Draft(contents, source, cue, mask | Is.CLAUSE, after=begin < left_stop, rule="marker")

    def _elliptic_marker(self, k: int) -> bool:
        """Whether field `k` has a marker and a number of its own and leaves the verb out ("in Kiel laut Amt 300")."""
        field = range(*self.fields[k])
        if not any(self.masks[n] & Is.MARKER for n in field[1:]) or not self._has_number(field):
            return False
        return not any(self.masks[n] & (FINITE | SAYING) and not self._capital(n) for n in field)

    def _has_number(self, words: range) -> bool:
        return any(self.masks[n] & (Is.NUMBER | Is.SPELLED) for n in words)

    def _past_relative(self, end: int) -> int:
        """Past the relative clause that follows a source directly."""
        k = self._field(end)
        if end == self.fields[k][1] and k + 1 < len(self.fields) and self._is_relative(*self.fields[k + 1]):
            return end if self._to_infinitive(*self.fields[k + 1]) else self.fields[k + 1][1]
        return end

    def _marker_low(self, k: int) -> int:
        """Where the clause of a marker in field `k` starts: a subordinate one with its field, a main one before."""
        first = self.fields[k][0]
        if first > self.low and self.masks[first] & (JOIN | Is.COMPLEMENTIZER | Is.SUBORDINATOR | Is.RELATIVE):
            return first
        return max(self.low, self._after_mark(first))

    def _after_mark(self, number: int) -> int:
        """Past the last semicolon or colon before `number`."""
        for back in range(number - 1, self.low - 1, -1):
            if self.masks[back] & (Is.SEMICOLON | Is.COLON) and not self._quoted(back):
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
        says = (
            self._reports(*following)
            and not self._is_relative(*following)
            and not masks[following[0]] & (OPENER | JOIN)
        )
        if not says and not masks[following[0]] & Is.COMPLEMENTIZER and not self._to_infinitive(*following):
            return None
        owner = self._owner(number, stop, last)
        if owner is None or (owner[0] >= stop and owner[1] != last):
            return None
        return Draft(((following[0], self._noun_end(k + 1)),), owner, (number, stop), mask, rule="noun")

    def _noun_end(self, j: int) -> int:
        """The end of the clause on a noun: where the main clause goes on with its verb."""
        stop = self._end(j)
        while j + 1 < len(self.fields) and self.fields[j + 1][0] < stop and self._hangs(*self.fields[j + 1]):
            if self._completes(*self.fields[j + 1]):
                break
            j += 1
        return self.fields[j][1]

    def _hangs(self, first: int, last: int) -> bool:
        """Whether the field belongs to the clause before rather than going on with the main one."""
        opener = self.masks[first] & (OPENER | JOIN)
        return bool(opener) or self._is_relative(first, last) or self._to_infinitive(first, last)

    def _owner(self, number: int, stop: int, last: int) -> Range | None:
        masks = self.masks
        if stop < last and masks[stop] & (Is.GENITIVE | Is.BY):
            begin = stop if masks[stop] & Is.GENITIVE else stop + 1
            return self._phrase(begin, last, oblique=True)
        before = masks[number - 1] if number > self.first else 0
        return (number - 1, number) if before & Is.POSSESSIVE else None

    def _headed(self) -> Draft | None:
        """'Ministerium: …', 'Lauterbach: „…“': nothing but a name before the colon."""
        colon = next(
            (n for n in range(self.first + 1, min(self.stop, self.first + 8)) if self.masks[n] & Is.COLON), None
        )
        if colon is None or colon + 1 >= self.stop:
            return None
        name = range(self.first, colon)
        if len(name) == 1 and self.masks[self.first] & Is.ADVERB and colon + 1 in self.c.jump:
            return Draft(((colon + 1, self.stop),), None, None, 0, rule="carried")  # "Allerdings: „…“"
        if len(name) == 1 and self.masks[self.first] & JOIN and colon + 1 in self.c.jump:
            return Draft(((colon + 1, self.stop),), None, None, 0, rule="carried")  # "Und: „…“"
        known = any(self.masks[n] & (Is.ROLE | Is.BODY) for n in name) or colon + 1 in self.c.jump
        known = known or (len(name) == 1 and self._heads_news(self.first))
        if len(name) > 1 and self._sums_up(colon):
            return None
        if not known or not all(self._capital(n) or self.masks[n] & (Is.DETERMINER | Is.GENITIVE) for n in name):
            return None
        return Draft(((colon + 1, self.stop),), (self.first, colon), None, Is.CLAUSE, rule="headed")

    def _heads_news(self, number: int) -> bool:
        """Whether a noun alone before a colon is whoever says what follows ("Medien: Trainer geht", "Studie: …")."""
        mask = self.masks[number]
        return bool(mask & (Is.OUTLET | Is.ANONYMOUS) or (mask & Is.DOCUMENT and mask & Is.NOUN_CUE))

    def _led_up_to(self) -> Draft | None:
        """A quotation or reported speech after a colon without a verb of saying ("Hollande trat vor die Presse: …")."""
        masks = self.masks
        colon = next((n for n in range(self.first + 2, self.stop - 1) if masks[n] & Is.COLON), None)
        if colon is None or not self.fields or self._quoted(colon):
            return None
        speech = self.c.jump.get(colon + 1)
        if speech is not None and self._reports(self.first, colon):
            return None  # "Die Partei solle gehen: „…“": somebody goes on to say all of it
        if colon == self.fields[0][1] and (summed := self._sums_up(colon)):
            return Draft(((colon + 1, speech or self.stop),), summed, (colon - 1, colon), Is.CLAUSE, rule="colon")
        told = speech is None and self._reported_after(colon)
        if not told and (speech is None or speech - colon < 6):
            return None
        first, last = self._opening(self.fields[0]), self.fields[0][1]
        if masks[first] & OPENER and not masks[first] & Is.DETERMINER and len(self.fields) > 1:
            first, last = self.fields[1][0] + 1, self.fields[1][1]  # "Als Protest aufkommt, setzt | er nach: …"
        subject = self._skip_adjuncts(first, last)
        if subject > first and subject < last and not self._capital(subject):
            subject = self._after(subject)
        if agent := self._done_by(first, last):  # "Kritisiert wurde von Eva Roth auch der Rat: „…“"
            return Draft(((colon + 1, speech or self.stop),), agent, (first, first + 1), Is.CLAUSE, rule="colon")
        source, cue = self._phrase(subject, last), None
        if source and (cue := self._said(source)):
            content = ((colon + 1, speech or self.stop),)
            if cue == (last - 1, last) and cue[0] - source[0] < 2 and colon == last:  # "Die Begründung: …"
                return Draft(content, None, cue, Is.CLAUSE, rule="colon", carried=True)
            source = self._who_said(source[1], last)
        silent = source is not None and (masks[source[0]] & Is.INDEFINITE or not self._can_speak(source))
        person = (
            self._stands_for(first, last) if silent and not (cue or told) else None
        )  # "Für Eva Roth ist alles klar"
        if source is None or (masks[source[0]] & (Is.FIRST_PERSON | Is.INDEFINITE) and not (cue or person)):
            return None
        if silent and not (cue or told):  # "Der Blick geht nach vorn: „…“"
            return Draft(((colon + 1, speech or self.stop),), person, None, Is.CLAUSE, rule="colon", carried=True)
        if not cue and (masks[source[0]] & Is.OBLIQUE or (told and not self._can_speak(source))):
            return None
        return Draft(((colon + 1, speech or self.stop),), source, cue, Is.CLAUSE, rule="colon")

    def _done_by(self, first: int, last: int) -> Range | None:
        """Who does what a participle of saying that opens the field tells in the passive."""
        masks = self.masks
        if first + 2 >= last or not masks[first] & VERB_CUE or not masks[first + 1] & Is.BE:
            return None
        by = next((n for n in range(first + 2, min(last, first + 6)) if masks[n] & Is.BY), None)
        return self._phrase(by + 1, last, oblique=True) if by is not None else None

    def _stands_for(self, first: int, last: int) -> Range | None:
        """Who stands behind the preposition that opens a field, where that is somebody who can speak."""
        if not self.masks[first] & Is.PREPOSITION:
            return None
        phrase = self._phrase(self._after(first), last, oblique=True)
        return phrase if phrase and any(self.masks[n] & (Is.ROLE | Is.NAMED) for n in range(*phrase)) else None

    def _sums_up(self, colon: int) -> Range | None:
        """Whose a noun for something said is that stands alone before the colon ("[Ihre] Forderung: …", "[Meiers]
        Fazit: …")."""
        first, noun = self._opening(self.fields[0]), colon - 1
        if not self.masks[noun] & Is.NOUN_CUE or not 0 < noun - first <= _LONGEST_OWNER:
            return None
        if self.masks[first] & Is.POSSESSIVE:
            return first, first + 1
        named = all(self._capital(n) and not self.masks[n] & ~Is.INFINITIVE_FORM for n in range(first, noun))
        return (first, noun) if named and self.c.words[noun - 1].endswith(self.c.oblique_endings) else None

    def _who_said(self, first: int, last: int) -> Range | None:
        """Who is behind it: "[kam] vom Verband", "an der Reform [übte] der Verband"."""
        verb = self._skip_adjuncts(first, last)
        agent = next((n for n in range(verb, last) if self.masks[n] & (Is.BY | Is.INNER)), None)
        if agent is not None:
            return self._phrase(agent + 1, last, oblique=True)
        source = self._phrase(verb + 1, last) if verb < last else None
        return source if source and self._can_speak(source) else None

    def _said(self, phrase: Range) -> Range | None:
        """The noun for something said that a subject is ("[Kritik] kam vom Verband: …")."""
        last = phrase[1] - 1
        only = NOUN if phrase[1] - phrase[0] > 2 else NOUN & ~Is.DOCUMENT
        return (last, last + 1) if self.masks[last] & Is.NOUN_CUE and not self.masks[last] & only else None

    def _reported_after(self, colon: int) -> bool:
        """Whether what follows the colon is in the mood of reported speech, and what leads up to it isn't."""
        plain = not self._reports(self.first, colon)
        return plain and any(
            self.masks[n] & Is.REPORTED and not self._quoted(n) and not self._capital(n)
            for n in range(colon + 1, self.stop)
        )

    def _feels_so(self, number: int) -> bool:
        """Whether the word is an adjective, as far as its being unknown, small and no participle's auxiliary tells."""
        known = self.masks[number] & ~(Is.ADVERB | Is.INFINITIVE_FORM | Is.NEEDS_AUXILIARY)
        return not known and not self._capital(number) and self.c.words[number].isalpha()

    def _unlisted(self) -> Draft | None:
        """'„…“, brummt Hans Meier': a verb that no list has, between a quotation and a name."""
        if len(self.fields) < 2 or self.c.jump.get(self.first) != self.fields[0][1]:
            return None
        verb, last = self.fields[1]
        is_so = self.masks[verb] & Is.BE and last - verb > 2 and self._feels_so(last - 1)  # "„…“, war X sauer"
        plain = is_so or (not self.masks[verb] & ~(Is.INFINITIVE_FORM | Is.GAPPED) and not self._capital(verb))
        if not plain or not self.c.words[verb].isalpha() or self.fields[0][1] - self.first < SHORTEST_SPEECH:
            return None
        source = self._phrase(verb + 1, last)
        if source is None or not self._can_speak(source) or self._nobody(source):
            return None
        person = (self.masks[n] & (Is.ROLE | Is.PRONOUN | Is.NAMED) or not self.masks[n] for n in range(*source))
        if is_so and not any(person):
            return None
        return Draft((self.fields[0],), source, (verb, verb + 1), Is.CLAUSE, after=True, rule="unlisted")
