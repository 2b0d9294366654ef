"""Attributions where the subject stands before its verb: one small method per construction.

Positions are token numbers; nothing here knows a word.
"""

from factkit.extraction.clauses import Range
from factkit.extraction.drafts import Draft
from factkit.extraction.subject_last import enclitic_subject, subject_after
from factkit.extraction.subject_names import SubjectNames
from factkit.extraction.subject_phrases import SHORT
from factkit.extraction.views import opening_view
from factkit.extraction.vocabulary import EDGE, VERB_CUE, Is

_ADJUNCT = Is.PREPOSITION | Is.TIME | Is.ADVERB
_COUNTED = 4  # tokens from a number to the relative pronoun that says who counted it


class SubjectFirstReader(SubjectNames):
    """Reads one region cue by cue, from left to right."""

    __slots__ = ()

    def read(self) -> list[Draft]:
        """The region's attributions."""
        masks, quoted = self.masks, self.c.quoted
        skip_to = 0
        if draft := opening_view(self.c, self.contents, self.first, self.stop):
            self.drafts.append(draft)
            self.last_source = draft.source
            self.low = draft.hull[1] if draft.rule == "viewpoint" else draft.hull[0]
        for number in self.cues:
            if number < skip_to or quoted[number]:
                continue
            mask = masks[number]
            stop = self.c.stops.get(number, number + 1)
            if self._named_like_cue(number, stop):
                self.masks[number] = 0
                continue
            if self._in_marked_source(number) and not mask & (Is.CITING | Is.CITED_BY):
                continue
            if mask & Is.IDIOM and not (number < stop - 1 and self.c.capital(stop - 1)):
                skip_to = stop
                continue
            if mask & Is.IDIOM:  # "potrivit | Programului Alimentar": a name, and no programme
                self.c.stops.pop(number, None)
                mask = self.masks[number] = self.c.class_of(self.c.words[number])
                stop = number + 1
            if mask & Is.QUOTING and self._relays(number, stop):
                self._cite(number, stop, Is.CITING)
                continue
            if mask & (Is.CITING | Is.CITED_BY) and not (mask & Is.OBJECT and self._cites_a_reason(stop)):
                if mask & Is.CITED_BY and self.c.tells_clauses and (draft := self._told_first(number, stop, mask)):
                    self.drafts.append(draft)
                    continue
                if mask & Is.CITED_BY and self.c.tells_clauses and not self.drafts and self._alone(number):
                    relayed = self._marker(number, stop, mask | Is.MARKER)
                    self.drafts += [relayed] if relayed else []
                    continue
                self._cite(number, stop, mask)
                continue
            draft = self._read_cue(number, stop, mask)
            if draft is not None:
                if self.c.tells_clauses and self._told_twice(draft):
                    self.drafts.pop()  # "Reports by residents suggested that …": the verb is the cue
                self.drafts.append(self._with_citation(draft))
                if draft.rule == "right" and draft.content[0][0] > stop and self.masks[stop] & Is.SUBORDINATOR:
                    skip_to = draft.content[0][0]  # "said before the figures were released that …"
                if draft.source is not None and not draft.inherited:
                    self.last_source = draft.source
                if draft.source is not None and self.c.head_first and self.c.views(draft.source[1] + 1):
                    self.drafts.append(self._view(draft.source[1] + 1))
        return self.drafts

    def _told_twice(self, draft: Draft) -> bool:
        """Whether a noun, or a verb before "by", was taken for the cue of this content ("replied by saying")."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.content != draft.content:
            return False
        by = draft.cue is not None and draft.cue[0] > self.first and self.masks[draft.cue[0] - 1] & Is.BY
        return last.rule == "noun" or (bool(by) and last.rule == "right")

    def _read_cue(self, number: int, stop: int, mask: int) -> Draft | None:
        if mask & Is.MARKER:
            return self._marker(number, stop, mask)
        if mask & Is.FRAMING and (taken := self._as_behind(number, stop)) is not None:
            return self._framed(number, stop, taken)
        if mask & (VERB_CUE | Is.PASSIVE):
            if mask & Is.AMBIGUOUS and self.c.tells_clauses and (draft := self._shouts(number, stop, mask)):
                return draft
            if mask & Is.AMBIGUOUS and self._is_noun(number, stop):
                return self._noun(number, stop, mask) if mask & Is.NOUN_CUE else None
            return self._verb(number, stop, mask)
        if mask & Is.NOUN_CUE:
            return self._noun(number, stop, mask)
        return None

    def _verb(self, number: int, stop: int, mask: int) -> Draft | None:
        """What a verb of saying attributes, in the order in which constructions can be told from each other."""
        phrased = mask & Is.PARTICIPLE and self.c.head_first and stop - number > 1  # "tras asegurar", "avant d'ajouter"
        start = number if phrased else self.c.cue_start(number, self.first)
        cue, group = (start, stop), 0
        if mask & Is.ADDRESSED and (draft := self._addressed(cue, mask)):
            return draft
        for before in self.masks[start:number]:
            group |= before
        if group & Is.NEGATION and mask & Is.FIGURE and self._counts_only(stop):
            group, stop = group & ~Is.NEGATION, stop + 1
            cue = start, stop
        passive = mask & Is.PASSIVE or (not group & Is.REFLEXIVE and self._with_be(start, number, group, mask))
        if passive and ((draft := self._passive(cue, mask)) or not self._contracted(start, number)):
            return draft
        if not self._says(group, cue, mask):
            return None
        if group & Is.NEGATION:
            mask |= Is.DENIED
        if draft := self._inverted(cue, mask) or self._counted(cue, mask):
            return draft
        if mask & Is.PARTICIPLE and self.c.tells_clauses:
            while start < number and self.masks[start] & Is.SUBORDINATOR:
                start += 1  # "Since | announcing …"
        if draft := self._set_apart(start, cue, mask):
            return draft
        if self._done_by(cue, group, mask):
            return None
        shared = mask & Is.NEEDS_AUXILIARY and not group & Is.AUXILIARY  # with an earlier verb's auxiliary
        source, inherited = (self._main_subject(), True) if phrased or shared else self._subject(start, mask)
        if source is None and start == self.first and mask & Is.PARTICIPLE and self.c.tells_clauses:
            source, inherited = self._behind_main_comma(stop, mask), True
        if source is None:
            return self._subjectless(start, cue, mask)
        if self.masks[source[0]] & Is.FIRST_PERSON or self._holds_clause(source, mask):
            return None
        if self._modifies(source, mask, inherited=inherited) or (
            not inherited and self._one_thing(start, number, mask)
        ):
            return self._noun(number, stop, mask) if mask & Is.NOUN_CUE else None
        if self._sums_up(source) and not inherited and self.drafts:
            return None  # ", allegations the ministry denied"
        if not inherited and mask & Is.CLAUSE and (draft := self._as_clause(source, cue, mask)):
            return draft
        if mask & Is.WEAK and self._finds_out(source, mask):
            mask &= ~Is.WEAK  # polls show and reports find, with or without "that"
        counts = mask & Is.FIGURE and mask & Is.WEAK and mask & Is.AMBIGUOUS and self.c.head_first and start == number
        if self.c.tells_clauses and not inherited and self._only_named(source, cue, mask):
            return None
        if self.c.tells_clauses and self.masks[source[1] - 1] & Is.OWNS and mask & Is.OBJECT and stop < self.stop:
            content = self._before_second_verb((stop, self.contents.end(stop, mask)), verbs=1)
            return Draft((content,), source, cue, mask, rule="right")  # "Petrie's call for a vote | drew laughter"
        if not inherited and self._only_article(source):
            return None  # "The | blast on Monday killed 30"
        if self._is_no_speaker(source, stop, mask) or (counts and self._merely_has(source, stop)):
            return None
        if mask & Is.FIGURE and not mask & Is.CLAUSE and self._merely_grows(source):
            return None
        if mask & Is.FIGURE and not mask & Is.CLAUSE and self.c.head_first and self._is_hearsay(start, number):
            return None
        return self._beside(start, source, cue, mask, inherited=inherited)

    def _only_article(self, source: Range) -> bool:
        """Whether the subject is an article alone, whose noun was taken for the verb."""
        mask = self.masks[source[0]]
        others = Is.PRONOUN | Is.INDEFINITE | Is.NUMBER | Is.ANONYMOUS
        return source[1] - source[0] == 1 and bool(mask & Is.DETERMINER) and not mask & others

    def _is_hearsay(self, start: int, number: int) -> bool:
        """Whether the verb group tells by its mood what somebody else says of its subject ("Rusia | ar fi înregistrat
        35.000 de victime")."""
        return any(self.masks[n] & Is.MOOD for n in range(start, number + 1))

    def _counts_only(self, number: int) -> bool:
        """Whether a number follows the word that restricts a negated verb ("n'en recense | que 210")."""
        restricts = self.c.head_first and number < self.stop and self.masks[number] & Is.COMPLEMENTIZER
        behind = number + 1 if restricts else self.stop
        return behind < self.stop and (bool(self.masks[behind] & Is.NUMBER) or self.contents.counts(behind))

    def _beside(self, start: int, source: Range, cue: Range, mask: int, *, inherited: bool) -> Draft | None:
        """The content beside a cue that starts at `start` for its source: in a gap, before the source, after the
        cue."""
        stop = cue[1]
        gap = self._gapped(source, stop) if mask & Is.CLAUSE else ()
        if gap := gap or (self._named_so(source, stop) if mask & Is.OBJECT else ()):
            return Draft(gap, source, cue, mask, rule="gap")
        right = self.contents.after_cue(stop, mask)
        if right and mask & Is.ACT and (self._upholds(right) or (not mask & Is.FIGURE and self._punishes(right))):
            return None
        if right and (self._subordinate(start, source) or (inherited and mask & Is.PARTICIPLE and self.c.head_first)):
            right = self.contents.before_main_clause(right)
        if right and self.masks[source[0]] & Is.RELATIVE and source[1] == source[0] + 1:
            right = right[0], self._relative_stop(right)
            if self.c.tells_clauses and self.low == self.first and self._leads_up():
                right = self.contents.before_main_clause(right)  # "For somebody who said …, X did well"
            if not self._strong(right, mask, source[0]):
                return None
        speech = mask & Is.CLAUSE or (mask & Is.OBJECT and stop - cue[0] > 1 and self._speech_ends(source[0]))
        if not inherited and speech and self._speaks_of_left(source[0], stop, right, mask):
            if contents := self._content_left(source[0], stop):
                if mask & Is.ADDRESSEE and self.c.tells_clauses:  # whoever is told is no content of a marker's
                    self.low = max(self.low, next((n for n in range(stop, self.stop) if self.masks[n] & EDGE), stop))
                return Draft(contents, source, cue, mask, after=True, rule="left")
        if right is not None:
            return Draft((right,), source, cue, mask, inherited=inherited, rule="right")
        if not self._leads_in(source[0], stop, mask):
            return None
        content = stop + 1, self.contents.end(stop + 1, mask)
        return Draft((content,), source, cue, mask, inherited=inherited, rule="comma")

    def _punishes(self, content: Range) -> bool:
        """Whether the words after a cue tell whom a court sentences to what ("X à trois ans", "a pagar una multa")."""
        masks, penalty = self.masks, Is.NUMBER | Is.INFINITIVE_FORM
        return any(masks[n] & Is.TOLD and masks[n + 1] & penalty for n in range(content[0], content[1] - 1))

    def _upholds(self, content: Range) -> bool:
        """Whether the words after a cue open with what a court hands down ("la peine")."""
        opening = content[0] + bool(self.masks[content[0]] & Is.DETERMINER)
        return opening < content[1] and bool(self.masks[opening] & Is.UPHELD)

    def _subjectless(self, start: int, cue: Range, mask: int) -> Draft | None:
        """What a verb without any subject attributes to whoever spoke before."""
        if self.drops_subject and not mask & Is.PARTICIPLE:
            return self._without_subject(cue, mask)
        if self.drops_subject and start > self.first and cue[1] < self.stop and mask & Is.CLAUSE:
            that = self.masks[cue[1]] & Is.COMPLEMENTIZER and self.masks[start - 1] & Is.COMMA
            content = self.contents.after_cue(cue[1], mask) if that else None  # "Valoró así la ley, | recordando que …"
            return Draft((content,), None, cue, mask, rule="dropped", carried=True) if content else None
        if start > self.first or not mask & Is.CLAUSE or not mask & Is.PARTICIPLE:
            return None
        quote = self.contents.quote_at(cue[1]) if cue[1] < self.stop else None  # "Adding, “…”"
        content = (quote, self.c.jump[quote]) if quote is not None else None
        if content is None and self.c.head_first and cue[1] < self.stop and self.masks[cue[1]] & Is.COMPLEMENTIZER:
            content = self.contents.after_cue(cue[1], mask)  # "Et d'ajouter que …"
        return Draft((content,), None, cue, mask, rule="dropped", carried=True) if content else None

    def _inverted(self, cue: Range, mask: int) -> Draft | None:
        """'"…," said X' and '…, said X': the content before, the source after."""
        start, stop = cue
        if not mask & Is.CLAUSE or mask & Is.PARTICIPLE:
            return None
        if mask & Is.FIGURE and self._figure_follows(stop):
            return None
        if start == self.first:
            return self._opening(cue, mask)
        after_quote = start - 1 in self.c.back
        if self.masks[self.c.phrase_start(start - 1)] & Is.AS and (draft := self._as_inverted(cue, mask)):
            return draft
        if not after_quote and (
            not self.masks[start - 1] & (Is.COMMA | Is.DASH) or (mask & Is.ADDRESSEE and mask & Is.TRANSITIVE)
        ):
            return None
        source = enclitic_subject(self.c, start, stop) or subject_after(self.c, stop, self.stop)
        source = self._with_reader(source) if source and self.c.head_first else source
        if source and self.masks[source[0]] & Is.GENITIVE and self.masks[min(source[0] + 1, self.stop - 1)] & Is.NUMBER:
            return None  # "X, președintele, cere Guvernului 5 milioane"
        if source is not None and self.masks[source[0]] & Is.FIRST_PERSON and self.c.head_first:
            return self._learnt(cue, max(stop, source[1]), mask)
        if source is None or (not after_quote and self._wants(start, source)):
            return None
        if after_quote and self.c.tells_clauses and source[1] < self.stop and self.masks[source[1]] & Is.AUXILIARY:
            if (subject := self.c.source_left(start, self.low)) and subject[1] < start - 1:
                return None  # "Mr. Orr, citing “the heat,” said | the firm could move"
        if not after_quote and self.c.tells_clauses and self._does(source):
            return None  # "The poll, taken on Monday, showed X leading Y"
        if self.c.tells_clauses and not after_quote and not self._tells_behind(source):
            return None
        surely = after_quote or self._surely_behind(cue, source, mask)
        if not surely and (self._only_subject(start) or self._own_verb(start, source)):
            return None
        if not after_quote and self.c.head_first and not self._quote_ends(start):
            if not self._speaks(source) and not self._closes(source, mask):
                return None
        behind = max(stop, source[1])
        follows = self.masks[behind] if behind < self.stop else Is.TERMINAL
        ends = EDGE | _ADJUNCT | Is.QUOTE | Is.RELATIVE | Is.SUBORDINATOR | Is.CITING | Is.CITED_BY | Is.MARKER
        if not after_quote and not follows & ends:
            return None
        if not surely and self.c.tells_clauses and not self.c.has_verb(self.low, start - 1):
            return None
        if enclitic_subject(self.c, start, stop) == source:
            cue = (start, behind)
        if relayed := self._relayed_content(start, source, behind):
            return Draft(relayed, source, cue, mask, after=True, rule="relaying")
        contents = self._content_left(start, behind)
        return Draft(contents, source, cue, mask, after=True, rule="inverted") if contents else None

    def _with_reader(self, source: Range) -> Range:
        """A document with the words behind it that tell who has seen or made it, up to the region's end ("un informe |
        al que tuvo acceso la agencia X")."""
        document = any(self.masks[n] & Is.DOCUMENT for n in range(source[0], min(source[0] + 2, source[1])))
        opener = source[1] if source[1] < self.stop else None
        if opener is None or not document:
            return source
        if self.masks[opener] & Is.PREPOSITION and self.c.after(opener) < self.stop:
            opener = self.c.after(opener)
        seen = Is.RELATIVE | Is.CITED_BY | (Is.NEEDS_AUXILIARY if opener == source[1] else 0)
        if not self.masks[opener] & seen:
            return source
        return source[0], next((n for n in range(opener, self.stop) if self.masks[n] & EDGE), self.stop)

    def _does(self, source: Range) -> bool:
        """Whether a participle tells what the one named does, or "not to" what somebody is to do: the words are an
        object ("X leading Y")."""
        name = next((n for n in range(*source) if not self.c.capital(n) and self.c.words[n] != "."), source[1])
        does = source[0] < name < source[1] and bool(self.masks[name] & Is.PARTICIPLE)
        return does or any(self.masks[n] & Is.TO and self.masks[n - 1] & Is.NEGATION for n in range(*source))

    def _opening(self, cue: Range, mask: int) -> Draft | None:
        """'Said X: “…”', at the start of a sentence."""
        source = self.c.source_right(cue[1], self.stop)
        if source and source[1] - source[0] == 1 and self.masks[source[0]] & Is.A and self.drops_subject:
            return None  # "Pidió | una “…”"
        quote = self.contents.quote_at(source[1]) if source and source[1] < self.stop else None
        return Draft(((quote, self.c.jump[quote]),), source, cue, mask, rule="opening") if quote is not None else None

    def _learnt(self, cue: Range, number: int, mask: int) -> Draft | None:
        """'…, a-t-on appris auprès de la police': nobody's saying but that of whoever stands behind it."""
        start, place = cue[0], self._past_time(number)
        if place >= self.stop or not self.masks[place] & Is.TOLD or self.masks[place] & Is.DETERMINER:
            return None
        source = self.c.source_right(self.c.after(place), self.stop)
        contents = self._content_left(start, source[1]) if source else ()
        return Draft(contents, source, (start, number), mask, after=True, rule="learnt") if contents else None

    def _past_time(self, number: int) -> int:
        """Past adverbs and times of day, with what leads to them ("| dans la nuit | auprès de …")."""
        masks, leads = self.masks, Is.PREPOSITION | Is.DETERMINER
        while number < self.stop:
            time = number
            while time < self.stop and masks[time] & leads and not masks[time] & (Is.TIME | Is.ADVERB):
                time += 1
            if time >= self.stop or not masks[time] & (Is.TIME | Is.ADVERB):
                break
            number = self.c.after(time)
        return number

    def _as_inverted(self, cue: Range, mask: int) -> Draft | None:
        """'Como subrayó el ministro, …' and '…, comme l'a souligné X': as-clauses with the source last."""
        source = subject_after(self.c, cue[1], self.stop)
        if source is None:
            return self._as_dropped(cue, mask)
        if contents := self._content_left(self.c.phrase_start(cue[0] - 1), source[1]):
            return Draft(contents, source, cue, mask, after=True, rule="as-last")
        start = source[1] + 1
        if start < self.stop and self.masks[source[1]] & Is.COMMA:
            return Draft(((start, self.contents.end(start, Is.CLAUSE)),), source, cue, mask, rule="as-first")
        return None

    def _as_dropped(self, cue: Range, mask: int) -> Draft | None:
        """'X cerrará la planta, según anunció ayer': whose subject is that of the sentence."""
        stop = self.contents.beyond_day(cue[1])
        opener = self.c.phrase_start(cue[0] - 1)
        if self.drops_subject and opener == self.first and stop + 1 < self.stop and self.masks[stop] & Is.COMMA:
            content = stop + 1, self.contents.end(stop + 1, Is.CLAUSE)
            return Draft((content,), None, cue, mask, rule="as-first", carried=True)
        subject = self._main_subject() if self.drops_subject else None
        if subject is None or (stop < self.stop and not self.masks[stop] & EDGE):
            return None
        named = next((n + 1 for n in range(subject[1] - 1, subject[0], -1) if self.c.capital(n)), None)
        source = (subject[0], named) if named else None
        contents = self._content_left(self.c.phrase_start(cue[0] - 1), stop)
        return Draft(contents, source, cue, mask, True, rule="as-last", carried=not source) if contents else None

    def _as_clause(self, source: Range, cue: Range, mask: int) -> Draft | None:
        """'As X noted, …' and '…, as X noted, …'."""
        opener, stop = source[0] - 1, cue[1]
        if opener < self.first or not self.masks[opener] & Is.AS:
            return None
        if not self.masks[stop : stop + 1] or not self.masks[stop] & (EDGE | _ADJUNCT):
            return None  # "As X praised the plan, …"
        if self.c.tells_clauses and mask & Is.WEAK and not self.c.can_speak(source):
            return None  # "As the day went on, …"
        while stop < self.stop and not self.masks[stop] & EDGE:
            if not self.masks[stop] & _ADJUNCT and stop - cue[1] > 5:
                return None
            stop += 1
        before = opener
        while before > self.low and self.masks[before - 1] & (Is.COMMA | Is.DASH | Is.CONJUNCTION | Is.CONTRAST):
            before -= 1
        ends = self.masks[opener - 1] & (Is.COMMA | Is.DASH) or (
            opener - 1 in self.c.back and self.masks[opener - 2] & Is.COMMA
        )
        if before > self.low and ends:
            if self.c.tells_clauses and mask & (Is.PLANNED | Is.HEDGED | Is.WEAK):
                return None  # ", as X proposes": a comparison
            if contents := self._content_left(opener, cue[1]):
                return Draft(contents, source, cue, mask, after=True, rule="as-last")
            return None
        start = stop + 1
        if start < self.stop and self.masks[stop] & (Is.COMMA | Is.COLON):
            return Draft(((start, self.contents.end(start, Is.CLAUSE)),), source, cue, mask, rule="as-first")
        return None

    def _counted(self, cue: Range, mask: int) -> Draft | None:
        """'the 19,000 that the police counted', where the subject stands after its verb: somebody's number, told within
        a sentence of somebody else's."""
        masks, stop = self.masks, self.c.phrase_start(cue[0] - 1) if cue[0] > self.first else self.first
        if not self.c.head_first or not mask & (Is.FIGURE | Is.CLAUSE) or not masks[stop] & Is.RELATIVE:
            return None
        if mask & Is.INFINITIVE and not mask & Is.FIGURE:
            return None  # "the 50,000 that X asked for"
        first = next((n for n in range(stop - 1, max(self.low, stop - _COUNTED) - 1, -1) if masks[n] & Is.NUMBER), None)
        if first is None or any(masks[n] & EDGE for n in range(first, stop)):
            return None
        source = subject_after(self.c, cue[1], self.stop)
        if source is None or not self._speaks(source):
            return None
        self.low = max(self.low, source[1])
        return Draft(((first, stop),), source, cue, mask, after=True, rule="counted")

    def _without_subject(self, cue: Range, mask: int) -> Draft | None:
        """'Añadió que …' and '…, recordó.': a verb whose subject is whoever spoke last."""
        start, stop = cue
        masks = self.masks
        if not mask & Is.CLAUSE or mask & Is.PARTICIPLE or self._after_subordinator(start):
            return None
        behind = masks[stop] if stop < self.stop else Is.TERMINAL
        before = masks[start - 1] if start > self.first else 0
        if before & (Is.COMMA | Is.DASH | Is.QUOTE) and behind & (EDGE | _ADJUNCT) and not behind & Is.COLON:
            contents = self._content_left(start, stop)
            return Draft(contents, None, cue, mask, after=True, rule="dropped", carried=True) if contents else None
        right = self.contents.after_cue(stop, mask)
        quoted = masks[stop] & Is.A and stop + 1 in self.c.jump if right is not None else False  # "Pidió una “…”"
        if right is None or not (quoted or self._strong(right, mask, start)):
            return None
        return Draft((right,), None, cue, mask, rule="dropped", carried=True)

    def _who_expects(self, start: int) -> Range | None:
        """The subject of a reflexive verb that else names nobody ("Hidrologii | se așteaptă ca …")."""
        reflexive = self.c.class_of(self.c.words[start]) & Is.REFLEXIVE
        subject = self.c.source_left(start, self.first) if reflexive else None
        if subject is None or not self.c.can_speak(subject):
            return None
        adjunct = subject[0] > self.first and self.masks[subject[0] - 1] & Is.PREPOSITION  # "En Gaza se estima que …"
        return None if adjunct else subject

    def _passive(self, cue: Range, mask: int) -> Draft | None:
        """'X is said to …', 'it was reported that …', '…, it was said by X'."""
        masks = self.masks
        number = cue[1]
        if (
            mask & Is.CLAUSE
            and (quote := self.contents.quote_at(number)) is not None
            and self.c.jump[quote] - quote > SHORT
        ):
            return Draft(((quote, self.c.jump[quote]),), None, cue, mask, rule="passive-quote")
        by = self._by(number)
        source = self.c.source_right(by + 1, self.stop) if by is not None else None
        if source is not None:
            number = source[1]
        if mask & Is.ADDRESSEE and self.c.tells_clauses and number < self.stop and masks[number] & _ADJUNCT:
            that = self.contents.beyond_adjuncts(number)  # "was told on Monday that …"
            number = that if that is not None and masks[that] & Is.THAT else number
        if number < self.stop and masks[number] & Is.COMPLEMENTIZER and self._opens_content(number, mask):
            content = self.contents.before_main_clause((number, self.contents.end(number, mask)))
            source = source or (self._who_expects(cue[0]) if self.c.head_first else None)
            return Draft((content,), source, cue, mask, rule="passive-that")
        if self._told_bare(number, mask):
            return Draft(((number, self.contents.end(number, Is.CLAUSE)),), source, cue, mask, rule="passive-bare")
        if mask & Is.ADDRESSED and number + 1 < self.stop and masks[number] & Is.TOPICAL:
            return Draft(
                ((number + 1, self.contents.end(number + 1, Is.OBJECT)),), source, cue, mask, rule="passive-about"
            )
        subject = self.c.source_left(cue[0], self.first)
        if subject is None:
            return None
        if told := self._told_last(subject[0], number, mask):
            return Draft(told, source, cue, mask, after=True, rule="passive-last")
        verb = number + 1 if number + 1 < self.stop and masks[number] & Is.NEGATION else number  # "not | to"
        if verb < self.stop and masks[verb] & Is.TO:
            rest = number, self.contents.end(verb, mask)
            if masks[subject[0]] & Is.RELATIVE and self.c.tells_clauses:
                rest = number, next((n for n in range(*rest) if masks[n] & Is.COMMA), rest[1])
            elif self._subordinate(cue[0], subject):
                rest = self.contents.before_main_clause(rest)
            return Draft((subject, rest), source, cue, mask, rule="passive-to") if rest[1] - number > 1 else None
        if mask & Is.PASSIVE and source is not None and by is not None and by > cue[1]:
            return Draft((subject, (cue[1], by)), source, cue, mask, rule="passive-object")
        if mask & Is.PASSIVE and number < self.stop:
            end = self.contents.end(number, mask | Is.OBJECT)
            return Draft((subject, (number, end)), source, cue, mask, rule="passive-object") if end > number else None
        if source is None and mask & Is.OBJECT and self.c.tells_clauses:
            return self._named_by(subject, cue, mask)
        if source is None or not mask & Is.CLAUSE or (mask & Is.TRANSITIVE and self.c.tells_clauses):
            return None
        return Draft((subject,), source, cue, mask, after=True, rule="passive-by")

    def _told_bare(self, number: int, mask: int) -> bool:
        """Whether a clause without "that" follows a passive of telling ("The court was told | he had driven off")."""
        told = mask & Is.ADDRESSEE and mask & Is.CLAUSE and not mask & Is.ADDRESSED
        if not told or not self.c.tells_clauses or number >= self.stop:
            return False
        opener = self.masks[number]
        if opener & Is.PRONOUN and not opener & (Is.OBLIQUE | Is.DETERMINER | Is.INDEFINITE):
            return number + 1 < self.stop and not self.masks[number + 1] & (EDGE | Is.PREPOSITION)
        opens = opener & (Is.PRONOUN | Is.DETERMINER) or self.c.capital(number)
        return bool(opens) and self.contents.clause_ahead(number)

    def _told_last(self, subject: int, number: int, mask: int) -> tuple[Range, ...]:
        """What a passive of telling closes, with its subject at `subject` ("He drove off, | the court was told")."""
        told = mask & Is.ADDRESSEE and mask & Is.CLAUSE and self.c.tells_clauses and subject > self.low
        closes = number >= self.stop or self.masks[number] & (EDGE | _ADJUNCT)
        if not told or not closes or not (self.masks[subject - 1] & Is.COMMA or self._quote_ends(subject)):
            return ()
        return self._content_left(subject, number) if self._states(self.low, subject - 1) else ()

    def _told_first(self, number: int, stop: int, mask: int) -> Draft | None:
        """'The sale was first reported by Y': news whose teller the sentence names."""
        start = self.c.cue_start(number, self.first)
        if start == number or not any(self.masks[n] & Is.BE for n in range(start, number)):
            return None
        subject, source = self.c.source_left(start, self.first), self.c.source_right(stop, self.stop)
        if subject is None or source is None:
            return None
        return Draft((subject,), source, (start, stop), mask | Is.CLAUSE, after=True, rule="passive-by")

    def _addressed(self, cue: Range, mask: int) -> Draft | None:
        """'Asked whether it was true, X said …': what somebody was asked, before what they said."""
        start, number = cue
        before = self.masks[start - 1] if start > self.first else Is.TERMINAL
        if not before & (Is.TERMINAL | Is.COMMA | Is.SUBORDINATOR | Is.COMPLEMENTIZER | Is.QUOTE):
            return None
        by = self._by(number)
        source = self.c.source_right(by + 1, self.stop) if by is not None else None
        if source is not None:
            number = source[1]
        number = self.contents.beyond_small(number)
        if number >= self.stop or not self.masks[number] & (Is.COMPLEMENTIZER | Is.TOPICAL):
            return None
        content = self.contents.before_main_clause((number, self.contents.end(number, Is.CLAUSE)))
        self.low = max(self.low, content[1])
        return Draft((content,), source, cue, mask, rule="addressed")
