"""Attributions where the subject stands before its verb: one small method per construction.

Positions are token numbers; nothing here knows a word.
"""

from factkit.extraction.clauses import Clauses, Range, Region, between
from factkit.extraction.contents import ContentReader
from factkit.extraction.drafts import Draft
from factkit.extraction.subject_last import enclitic_subject, subject_after
from factkit.extraction.views import opening_view
from factkit.extraction.vocabulary import VERB_CUE, Is

_EDGE = Is.COMMA | Is.TERMINAL | Is.COLON | Is.SEMICOLON | Is.DASH | Is.BRACKET
_DEGREE = Is.PREPOSITION | Is.ADVERB | Is.DETERMINER
_ADJUNCT = Is.PREPOSITION | Is.TIME | Is.ADVERB
_PARTY = Is.ROLE | Is.BODY | Is.OUTLET | Is.DOCUMENT | Is.ANONYMOUS | Is.PRONOUN | Is.NUMBER
_COUNTED = 4  # tokens from a number to the relative pronoun that says who counted it
_STARTS = Is.TERMINAL | Is.COLON | Is.QUOTE | Is.DASH | Is.BRACKET | Is.COMMA
_HEADING = 6  # tokens from a sentence's start to the cue noun that is its subject
_DATELINE = 16  # tokens of the place, date and agency before a report's first sentence
_WORD = 4  # tokens, marks included, up to which a quotation is a word or two


class SubjectFirstReader:
    """Reads one region cue by cue, from left to right."""

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
            named = c.capital(number) or masks[number] & (Is.COMMA | Is.BRACKET | Is.NUMBER | Is.OUTLET)
            if not named and c.words[number] not in "./":
                break
        return self.first

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
            if mask & Is.IDIOM:
                skip_to = stop
                continue
            if mask & (Is.CITING | Is.CITED_BY) and not (mask & Is.OBJECT and self._cites_a_reason(stop)):
                if mask & Is.CITED_BY and self.c.tells_clauses and not self.drafts and self._alone(number):
                    relayed = self._marker(number, stop, mask | Is.MARKER)
                    self.drafts += [relayed] if relayed else []
                    continue
                self._cite(number, stop, mask)
                continue
            draft = self._read_cue(number, stop, mask)
            if draft is not None:
                self.drafts.append(self._with_citation(draft))
                if draft.source is not None and not draft.inherited:
                    self.last_source = draft.source
                if draft.source is not None and self.c.head_first and self.c.views(draft.source[1] + 1):
                    self.drafts.append(self._view(draft.source[1] + 1))
        return self.drafts

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
        c = self.c
        return any(len(c.words[n]) > _WORD and not c.capital(n) for n in range(self.first, number))

    def _cites_a_reason(self, number: int) -> bool:
        """Whether no party follows what may cite one ("citing | health problems"): the words are a content."""
        cited = self.c.source_right(number, self.stop)
        if cited is None or not self.c.tells_clauses:
            return False
        return not any(self.masks[n] & _PARTY or self.c.capital(n) for n in range(*cited))

    def _alone(self, number: int) -> bool:
        """Whether the phrase at `number` stands apart, with no cue after it to relay ("As reported by X, …")."""
        if number > self.first and not self.masks[number - 1] & Is.COMMA:
            return False
        unsure = Is.WEAK | Is.AMBIGUOUS | Is.PARTICIPLE if self.c.tells_clauses else 0
        later = [self.masks[cue] for cue in self.cues if cue > number]
        return all(not mask & (Is.CLAUSE | Is.MARKER) or mask & unsure for mask in later)

    def _in_marked_source(self, number: int) -> bool:
        """Whether the cue only describes the source of a marker ("according to figures that X made known")."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.source is None or not last.mask & Is.MARKER:
            return False
        return last.source[0] < number < last.source[1]

    def _cite(self, start: int, stop: int, mask: int) -> None:
        """Notes whom the nearest attribution cites, or who carries it: of the cue before, else of the next one."""
        cited = self.c.source_right(stop, self.stop)
        if cited is None:
            return
        if not self.drafts:
            self.pending, self.citing = (cited, mask), start
        elif mask & Is.CITING:
            last = self.drafts[-1]
            if last.passed_on is None:
                self.drafts[-1] = last._replace(passed_on=cited)
            elif self.c.head_first:
                self.drafts[-1] = last._replace(beyond=(*last.beyond, cited))
        else:
            self.drafts[-1] = self.drafts[-1]._replace(relay=cited)
        if self.drafts and self.drafts[-1].after:
            self.low = max(self.low, cited[1])

    def _with_citation(self, draft: Draft) -> Draft:
        draft = self._carried_by(draft)
        if self.pending is not None:
            cited, mask = self.pending
            self.pending = None
            draft = draft._replace(passed_on=cited) if mask & Is.CITING else draft._replace(relay=cited)
        if draft.cue and draft.relay is None and draft.mask & (Is.ADDRESSEE | Is.CLAUSE):
            relay = self._told(draft.cue[1], draft.mask)
            if relay is None and draft.source and draft.source[0] >= draft.cue[1] and self.c.head_first:
                return self._told_by(draft, draft.source)
            draft = draft._replace(relay=relay)
        return draft

    def _carried_by(self, draft: Draft) -> Draft:
        """The draft with who carries it apart from its source, where no comma stands between ("fuentes citadas por El
        País aseguran …")."""
        if draft.source is None or not self.c.head_first or draft.mask & Is.MARKER:
            return draft
        first, stop = draft.source
        place = next((n for n in range(first + 1, stop) if self.masks[n] & Is.CITED_BY), stop)
        start = self.c.after(place) if place < stop else stop
        if start >= stop or self.masks[place - 1] & Is.COMMA:
            return draft
        return draft._replace(source=(first, place), relay=(start, stop))

    def _told_by(self, draft: Draft, source: Range) -> Draft:
        """The draft with the outlet spoken to that follows its source, which may seem to belong to it ("a declarat Ion
        Pop pentru AFP")."""
        places = [n for n in range(source[0] + 1, source[1]) if self.masks[n] & Is.TOLD]
        for place in (*places, source[1]):
            relay = self._told(place, draft.mask & ~Is.ADDRESSEE)
            if relay is not None and relay[1] >= source[1]:
                return draft._replace(relay=relay, source=(source[0], min(place, source[1])))
        return draft

    def _told(self, number: int, mask: int) -> Range | None:
        """The outlet that is spoken to from token `number` on ("told AFP", "a declarat el pentru AFP")."""
        while number < self.stop and self.masks[number] & (Is.TIME | Is.ADVERB | Is.DETERMINER):
            number += 1
        if not mask & Is.ADDRESSEE and not (number < self.stop and self.masks[number] & Is.TOLD):
            return None
        while number < self.stop and self.masks[number] & (Is.PREPOSITION | Is.DETERMINER):
            number += 1
        if number >= self.stop or not self.masks[number] & Is.OUTLET or not self.c.capital(number):
            return None
        end = self.c.after(number)
        while end < self.stop and self.c.capital(end):
            end = self.c.after(end)
        return number, end

    def _read_cue(self, number: int, stop: int, mask: int) -> Draft | None:
        if mask & Is.MARKER:
            return self._marker(number, stop, mask)
        if mask & (VERB_CUE | Is.PASSIVE):
            if mask & Is.AMBIGUOUS and self._is_noun(number, stop):
                return self._noun(number, stop, mask) if mask & Is.NOUN_CUE else None
            return self._verb(number, stop, mask)
        if mask & Is.NOUN_CUE:
            return self._noun(number, stop, mask)
        return None

    def _is_noun(self, number: int, stop: int) -> bool:
        """Whether a form that may be verb or noun stands as a noun here."""
        before = self.masks[number - 1] if number > self.first else 0
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
        if number == self.first or self.masks[number - 1] & _EDGE:
            if self.c.head_first and before & Is.COMMA and subject_after(self.c, stop, self.stop):
                return False
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
        )

    def _figure_follows(self, number: int) -> bool:
        """Whether a preposition with a number comes next, adverbs put aside ("cifra ya en 44.374")."""
        while number < self.stop and self.masks[number] & Is.ADVERB:
            number += 1
        return number < self.stop and bool(self.masks[number] & Is.PREPOSITION) and self.contents.counts(number)

    # --- verbs ---------------------------------------------------------------------------------------------------

    def _verb(self, number: int, stop: int, mask: int) -> Draft | None:
        start = self.c.cue_start(number, self.first)
        cue, group = (start, stop), 0
        if mask & Is.ADDRESSED and (draft := self._addressed(cue, mask)):
            return draft
        for before in self.masks[start:number]:
            group |= before
        passive = bool(mask & Is.PASSIVE) or bool(
            group & Is.BE
            and not mask & Is.PARTICIPLE
            and any(before & Is.BE for before in self.masks[max(start, number - 3) : number])
        )
        if passive and ((draft := self._passive(cue, mask)) or not self._contracted(start, number)):
            return draft
        if mask & Is.NEEDS_AUXILIARY and not group & Is.AUXILIARY:
            return None
        if group & Is.MODAL and not self._keeps_silent(group, stop, mask):
            return None
        if group & Is.REFLEXIVE and not (stop < self.stop and self.masks[stop] & Is.COMPLEMENTIZER):
            return None
        if group & Is.NEGATION:
            if not self.c.tells_clauses:
                return None
            mask |= Is.DENIED
        if draft := self._inverted(cue, mask):
            return draft
        if draft := self._counted(cue, mask):
            return draft
        if mask & Is.PARTICIPLE and self.c.tells_clauses:
            while start < number and self.masks[start] & Is.SUBORDINATOR:
                start += 1  # "Since | announcing …"
        source, inherited = self._subject(start, mask)
        if source is None and start == self.first and mask & Is.PARTICIPLE and self.c.tells_clauses:
            source, inherited = self._behind_main_comma(stop, mask), True
        if source is None and self.drops_subject:
            return self._without_subject(cue, mask)
        if source is None and start == self.first and mask & Is.CLAUSE and mask & Is.PARTICIPLE:
            quote = self.contents.quote_at(stop) if stop < self.stop else None  # "Adding, “…”", of who spoke before
            return (
                Draft(((quote, self.c.jump[quote]),), None, cue, mask, rule="dropped", carried=True) if quote else None
            )
        if source is None or self.masks[source[0]] & Is.FIRST_PERSON or self._holds_clause(source, mask):
            return None
        if self._modifies(source, mask, inherited=inherited):
            return self._noun(number, stop, mask) if mask & Is.NOUN_CUE else None
        summing = source[0] + bool(self.masks[source[0]] & Is.A)
        if self.masks[summing] & Is.SUMMING and source[1] - summing > 1 and not inherited and self.drafts:
            return None  # ", allegations the ministry denied"
        if not inherited and mask & Is.CLAUSE and (draft := self._as_clause(source, cue, mask)):
            return draft
        if mask & Is.WEAK and any(self.masks[n] & Is.DOCUMENT for n in range(*source)):
            mask &= ~Is.WEAK  # polls show and reports find, with or without "that"
        if (
            self.c.tells_clauses
            and (mask & Is.WEAK or not mask & Is.CLAUSE)
            and not self.masks[source[0]] & Is.RELATIVE
        ):
            states = mask & Is.CLAUSE and stop < self.stop and self.masks[stop] & Is.THAT
            if not states and not self.c.can_speak(source):
                return None
        if (
            mask & Is.FIGURE
            and mask & Is.WEAK
            and self.c.head_first
            and start == number
            and self._merely_has(source, stop)
        ):
            return None
        if mask & Is.CLAUSE and (gap := self._gapped(source, stop)):
            return Draft(gap, source, cue, mask, rule="gap")
        if mask & Is.OBJECT and (gap := self._named_so(source, stop)):
            return Draft(gap, source, cue, mask, rule="gap")
        right = self.contents.after_cue(stop, mask)
        if right and self._subordinate(start, source):
            right = self.contents.before_main_clause(right)
        if right and self.masks[source[0]] & Is.RELATIVE and source[1] == source[0] + 1:
            right = right[0], self._relative_stop(right)
        if (
            right
            and source[1] - source[0] == 1
            and self.masks[source[0]] & Is.RELATIVE
            and not self._strong(right, mask, source[0])
        ):
            return None
        speech = mask & Is.CLAUSE or (mask & Is.OBJECT and stop - cue[0] > 1 and self._speech_ends(source[0]))
        if not inherited and speech and self._speaks_of_left(source[0], right, mask):
            if contents := self._content_left(source[0], stop):
                if mask & Is.ADDRESSEE and self.c.tells_clauses:  # whoever is told is no content of a marker's
                    self.low = max(self.low, next((n for n in range(stop, self.stop) if self.masks[n] & _EDGE), stop))
                return Draft(contents, source, cue, mask, after=True, rule="left")
        if right is None and self._leads_in(source[0], stop, mask):
            return Draft(
                ((stop + 1, self.contents.end(stop + 1, mask)),), source, cue, mask, inherited=inherited, rule="comma"
            )
        return Draft((right,), source, cue, mask, inherited=inherited, rule="right") if right else None

    def _merely_has(self, source: Range, stop: int) -> bool:
        """Whether what may be a cue of numbers only tells how many its subject has ("La ville compte 3 000 habitants"):
        the number is its object, and the subject nobody who counts."""
        speaker = Is.ROLE | Is.BODY | Is.OUTLET | Is.DOCUMENT | Is.ANONYMOUS | Is.PRONOUN | Is.RELATIVE
        has = stop < self.stop and (self.masks[stop] & Is.NUMBER or self.contents.counts(stop))
        prepositional = has and self.masks[stop] & Is.PREPOSITION and not self.masks[stop] & Is.DETERMINER
        return bool(has) and not prepositional and not any(self.masks[n] & speaker for n in range(*source))

    def _keeps_silent(self, group: int, stop: int, mask: int) -> bool:
        """Whether somebody "would not say whether …": a refusal, which is news itself."""
        if not self.c.tells_clauses or not group & Is.NEGATION or not mask & Is.CLAUSE or mask & Is.WEAK:
            return False
        return stop < self.stop and bool(self.masks[stop] & Is.COMPLEMENTIZER)

    def _modifies(self, source: Range, mask: int, *, inherited: bool) -> bool:
        """Whether the words before what may be a noun only describe it ("a surge of angry | comments")."""
        noun = mask & Is.AMBIGUOUS and not mask & (Is.PARTICIPLE | Is.FINITE)
        if not self.c.tells_clauses or inherited or not noun or self.masks[source[0]] & (Is.PRONOUN | Is.RELATIVE):
            return False
        return not self.c.can_speak(source)

    def _behind_main_comma(self, stop: int, mask: int) -> Range | None:
        """'Conceding that …, X left': the main clause's subject, behind what a participle opens the sentence with."""
        right = self.contents.after_cue(stop, mask)
        content = self.contents.before_main_clause(right) if right else None
        if content is None or content[1] >= self.stop or not self.masks[content[1]] & Is.COMMA:
            return None
        number = content[1]
        while number < self.stop and self.masks[number] & (Is.COMMA | Is.ADVERB | Is.CONTRAST):
            number += 1
        source = self.c.opening_phrase(number, self.stop) if number < self.stop else None
        verb = Is.AUXILIARY | Is.FINITE | VERB_CUE | Is.ADVERB
        stands = source is not None and source[1] < self.stop and self.masks[source[1]] & verb
        return source if stands and source is not None and self.c.can_speak(source) else None

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
                    behind = self.masks[number + 1]
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
            return False
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
        relative = before & Is.RELATIVE and not participle  # "in which X pledged that, …"
        return bool(before & opens) and not before & Is.THAT and not relative

    def _counted(self, cue: Range, mask: int) -> Draft | None:
        """'the 19,000 that the police counted', where the subject stands after its verb: somebody's number, told within
        a sentence of somebody else's."""
        masks, stop = self.masks, self.c.phrase_start(cue[0] - 1) if cue[0] > self.first else self.first
        if not self.c.head_first or not mask & (Is.FIGURE | Is.CLAUSE) or not masks[stop] & Is.RELATIVE:
            return None
        first = next((n for n in range(stop - 1, max(self.low, stop - _COUNTED) - 1, -1) if masks[n] & Is.NUMBER), None)
        if first is None or any(masks[n] & _EDGE for n in range(first, stop)):
            return None
        source = subject_after(self.c, cue[1], self.stop)
        if source is None or not self._speaks(source):
            return None
        self.low = max(self.low, source[1])
        return Draft(((first, stop),), source, cue, mask, after=True, rule="counted")

    def _leads_in(self, start: int, stop: int, mask: int) -> bool:
        """Whether 'In both cases, X said, …' has its content after the cue: what stands before says nothing itself."""
        if not self.c.tells_clauses or not mask & Is.CLAUSE or mask & Is.WEAK or stop + 2 >= self.stop:
            return False
        opener = self.masks[stop + 1]
        other = Is.PARTICIPLE | Is.CITING | Is.MARKER | Is.CONJUNCTION | Is.CONTRAST
        aside = opener & other or (opener & Is.RELATIVE and not opener & Is.THAT)
        if not self.masks[stop] & Is.COMMA or aside:
            return False
        noun = mask & Is.NOUN_CUE or (mask & Is.AMBIGUOUS and not mask & Is.PARTICIPLE)
        if noun or self.masks[stop + 1] & Is.PREPOSITION:
            return False
        if self._subordinate(start, (start, start)) or self.contents.new_attribution(stop + 1):
            return False
        if self.masks[start] & Is.INDEFINITE:  # "That said, …"
            return False
        return not self._quote_ends(start) and not self.c.has_verb(self.low, max(self.low, start - 1))

    def _gapped(self, source: Range, stop: int) -> tuple[Range, ...]:
        """'…, which X said was unlikely': the relative pronoun, and the rest of its clause after the cue."""
        relative = source[0] - 1
        if relative < self.low or stop >= self.stop or not self.masks[relative] & (Is.RELATIVE | Is.COMPLEMENTIZER):
            return ()
        verb = stop + (stop in self.c.jump and self.c.tells_clauses)  # ", which he said “is a shame”"
        if not self.masks[verb] & (Is.AUXILIARY | Is.FINITE) or self.masks[verb] & Is.PARTICIPLE:
            return ()
        if verb > stop:
            return (relative, source[0]), (stop, self.c.jump[stop])
        end = next((n for n in range(stop, self.stop) if self.masks[n] & Is.COMMA), self.stop)
        return (relative, source[0]), (stop, min(end, self.contents.end(stop, Is.CLAUSE)))

    def _named_so(self, source: Range, stop: int) -> tuple[Range, ...]:
        """'…, which X called “a farce”', 'what X called “a farce”': the pronoun and what X called it."""
        relative = source[0] - 1
        if not self.c.tells_clauses or relative < self.low or stop >= self.stop:
            return ()
        if not self.masks[relative] & (Is.RELATIVE | Is.COMPLEMENTIZER) or self.masks[relative] & Is.SUBORDINATOR:
            return ()
        quote = next((n for n in range(stop, min(self.stop, stop + _WORD)) if n in self.c.jump), None)
        if quote is None or any(not self.masks[n] & (Is.AS | Is.DETERMINER | Is.ADVERB) for n in range(stop, quote)):
            return ()
        start, end = stop + bool(self.masks[stop] & Is.AS), self.c.jump[quote]
        while end < self.stop and not self.masks[end]:
            end += 1  # “shell” companies
        return (relative, source[0]), (start, end)

    def _contracted(self, start: int, number: int) -> bool:
        """Whether the verb group holds "'s", which may stand for "has" as well: 'he's said'."""
        return self.c.tells_clauses and any(
            self.masks[n] & Is.BE and not self.c.words[n][0].isalpha() for n in range(start, number)
        )

    def _quotes(self, content: Range) -> bool:
        return any(n in self.c.jump for n in range(*content))

    def _strong(self, right: Range, mask: int, source: int) -> bool:
        """Whether a content after its cue is beyond doubt: a saying with a conjunction or a quotation."""
        opens = self.masks[right[0]] & (Is.COMPLEMENTIZER | Is.PRONOUN) or right[0] in self.c.jump
        if self.c.tells_clauses and not self.masks[source] & Is.THAT:
            said = mask & Is.CLAUSE and not mask & (Is.WEAK | Is.OBJECT) and not self.masks[right[0]] & Is.TO
            return bool(said or (mask & Is.CLAUSE and opens) or self._quotes(right))
        if not mask & (Is.OBJECT | Is.WEAK | Is.TRANSITIVE):
            opens = opens or self.masks[right[0]] & Is.DETERMINER or self.c.capital(right[0])
        if self.c.head_first and self._tells(right, mask):
            return True
        return bool(mask & Is.CLAUSE) and bool(opens)

    def _relative_stop(self, right: Range) -> int:
        """Where a content inside a relative clause stops: at the comma behind which the main clause has its verb."""
        masks = self.masks
        for number in range(right[0] + 1, right[1] - 1):
            behind = masks[number + 1]
            if masks[number] & Is.COMMA and not self.c.quoted[number] and not behind & Is.PARTICIPLE:
                goes_on = behind & (Is.AUXILIARY | Is.REFLEXIVE) or self._finite_at(number + 1)
                if goes_on and (self.c.head_first or self.c.has_verb(right[0] + 1, number)):
                    return number
        return right[1]

    def _finite_at(self, number: int) -> bool:
        """Whether a main clause goes on with its verb here."""
        mask = self.masks[number]
        if not self.c.tells_clauses:
            return bool(mask & VERB_CUE)
        return bool(mask & (Is.FINITE | VERB_CUE)) and not mask & Is.AMBIGUOUS and not self.c.capital(number)

    def _tells(self, right: Range, mask: int) -> bool:
        """Whether a relative clause says something with a quotation, an infinitive or a number ("qui dit avoir …", "que
        cifra en 3.000 …")."""
        if mask & Is.OBJECT and right[0] in self.c.jump:
            return True
        if mask & Is.CLAUSE and mask & Is.INFINITIVE and self.contents.infinitive_at(right[0]):
            return True
        number = right[0]
        while number < right[1] and self.masks[number] & _DEGREE and not self.masks[number] & Is.NUMBER:
            number = self.c.after(number)
        return bool(mask & (Is.FIGURE | Is.OBJECT)) and number < right[1] and bool(self.masks[number] & Is.NUMBER)

    def _speaks_of_left(self, start: int, right: Range | None, mask: int) -> bool:
        """Whether the content stands before a source that starts at `start`: after a quotation, or after a comma where
        what follows the cue is no clause of its own."""
        if start <= self.low:
            return False
        if self._quote_ends(start):
            return right is None or not self._quote_leads_in()
        if self.masks[start] & Is.RELATIVE:
            return False
        if mask & Is.WEAK:
            return False
        if right is None or mask & Is.OBJECT:
            return right is None and not (self.c.head_first and self._only_when(self.low, start))
        quoted = right[0] in self.c.jump
        if quoted and self.masks[right[0] - 1] & self.masks[start - 1] & Is.COMMA and not self.c.capital(right[0] + 1):
            return self._states(self.low, start - 1)  # "Prices fell, X said, “and will fall again.”"
        strong = self.masks[right[0]] & (Is.COMPLEMENTIZER | Is.TO | Is.PRONOUN) or quoted
        if strong or not self.masks[start - 1] & Is.COMMA or self.masks[right[0] - 1] & Is.COLON:
            return False
        return not self.contents.clause_ahead(right[0]) and self._states(self.low, start - 1)

    def _only_when(self, first: int, stop: int) -> bool:
        """Whether the stretch is but a time ("El año pasado,")."""
        return all(self.masks[n] & (Is.TIME | Is.DETERMINER | Is.COMMA | Is.PREPOSITION) for n in range(first, stop))

    def _quote_leads_in(self) -> bool:
        """Whether the quotation before a source only stands in what leads up to it ("On “Dover Tonight,” …")."""
        opens = self.masks[self.low] & (Is.PREPOSITION | Is.SUBORDINATOR) and not self.masks[self.low] & Is.DETERMINER
        return self.c.tells_clauses and bool(opens)

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

    def _as_clause(self, source: Range, cue: Range, mask: int) -> Draft | None:
        """'As X noted, …' and '…, as X noted, …'."""
        opener, stop = source[0] - 1, cue[1]
        if opener < self.first or not self.masks[opener] & Is.AS:
            return None
        if not self.masks[stop : stop + 1] or not self.masks[stop] & (_EDGE | _ADJUNCT):
            return None  # "As X praised the plan, …"
        while stop < self.stop and not self.masks[stop] & _EDGE:
            if not self.masks[stop] & _ADJUNCT and stop - cue[1] > 5:
                return None
            stop += 1
        before = opener
        while before > self.low and self.masks[before - 1] & (Is.COMMA | Is.DASH | Is.CONJUNCTION | Is.CONTRAST):
            before -= 1
        if before > self.low and self.masks[opener - 1] & (Is.COMMA | Is.DASH):
            if self.c.tells_clauses and mask & (Is.PLANNED | Is.HEDGED | Is.WEAK):
                return None  # ", as X proposes": a comparison
            if contents := self._content_left(opener, cue[1]):
                return Draft(contents, source, cue, mask, after=True, rule="as-last")
            return None
        start = stop + 1
        if start < self.stop and self.masks[stop] & (Is.COMMA | Is.COLON):
            return Draft(((start, self.contents.end(start, Is.CLAUSE)),), source, cue, mask, rule="as-first")
        return None

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

    def _subject(self, start: int, mask: int) -> tuple[Range | None, bool]:
        """The cue's source to its left, and whether it was taken over from an earlier cue or clause."""
        if start == self.first:
            return (self.last_source, True) if mask & Is.PARTICIPLE else (None, False)
        before = self.masks[start - 1]
        if before & Is.TO:
            return self._striving(mask), True
        if mask & Is.PARTICIPLE and not self.masks[start] & Is.AUXILIARY:
            if before & (Is.COMMA | Is.CONJUNCTION | Is.PREPOSITION | Is.SUBORDINATOR | Is.DASH | Is.QUOTE):
                return self._main_subject(), True
            source, subject = self.c.source_left(start, self.first), self._main_subject()
            if source and subject and source[0] == subject[0]:
                return subject, True  # "Petrie issued a statement saying": Petrie, not the statement
            if self.c.tells_clauses and (source is None or self._holds_clause(source, 0)):
                return subject, True
            return source, False
        if before & (Is.CONJUNCTION | Is.CONTRAST):
            return self._main_subject(), True
        source = self.c.source_left(start, self.first)
        cites = source is not None and self.pending is not None and self.citing < source[0] <= self.pending[0][0]
        if cites and not self.drafts:
            return self.c.source_left(self.citing, self.first), False  # "lawmakers briefed by the service said"
        if source is None and before & Is.COMMA and self.c.tells_clauses and not mask & Is.AMBIGUOUS:
            return (self.last_source, True) if self.last_source else (self._far_subject(start, mask), False)
        return source, False

    def _far_subject(self, start: int, mask: int) -> Range | None:
        """The noun phrase that the region opens with, set off by a comma from what is told of it before its verb."""
        phrase = self.c.opening_phrase(self.first, start)
        if phrase is None or phrase[1] + 1 >= start or not self.masks[phrase[1]] & Is.COMMA:
            return None
        if mask & (Is.WEAK | Is.TRANSITIVE):
            return None
        return phrase if mask & Is.CLAUSE and self.c.can_speak(phrase) else None

    def _striving(self, mask: int) -> Range | None:
        """Who is "to say" something: whom the region is about, unless that is nobody ("it is hard to say")."""
        subject = self._main_subject()
        if subject is None or not self.c.tells_clauses:
            return subject
        nobody = subject[1] - subject[0] == 1 and self.masks[subject[0]] & (Is.NEUTER | Is.INDEFINITE)
        return None if nobody or not mask & (Is.CLAUSE | Is.INFINITIVE) else subject

    def _main_subject(self) -> Range | None:
        """Who the region is about: the source of the cue before, else the noun phrase it starts with."""
        return self.last_source or self.c.opening_phrase(self.first, self.stop)

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
        if source is not None and self.masks[source[0]] & Is.FIRST_PERSON and self.c.head_first:
            return self._learnt(cue, max(stop, source[1]), mask)
        if source is None:
            return None
        surely = after_quote or self._surely_behind(cue, source, mask)
        if not surely and (self._only_subject(start) or self._own_verb(start, source)):
            return None
        if not after_quote and self.c.head_first and not self._quote_ends(start):
            if not self._speaks(source) and not self._closes(source, mask):
                return None
        behind = max(stop, source[1])
        follows = self.masks[behind] if behind < self.stop else Is.TERMINAL
        ends = _EDGE | _ADJUNCT | Is.QUOTE | Is.RELATIVE | Is.SUBORDINATOR | Is.CITING | Is.CITED_BY | Is.MARKER
        if not after_quote and not follows & ends:
            return None
        if not surely and self.c.tells_clauses and not self.c.has_verb(self.low, start - 1):
            return None
        if enclitic_subject(self.c, start, stop) == source:
            cue = (start, behind)
        contents = self._relayed_content(start, source, behind) or self._content_left(start, behind)
        if not contents:
            return None
        return Draft(contents, source, cue, mask, after=True, rule="inverted")

    def _surely_behind(self, cue: Range, source: Range, mask: int) -> bool:
        """Whether a name behind the verb must be its subject: nothing else follows, or the sentence that it interrupts
        goes on with its verb ("The talks, said X, would last for days")."""
        start, behind = cue[0], source[1]
        bare = cue[1] - start == 1 and not mask & (Is.WEAK | Is.TRANSITIVE | Is.OBJECT | Is.ADDRESSEE)
        if not bare or not self.c.tells_clauses or start - self.low < _WORD or not self.masks[start - 1] & Is.COMMA:
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
        if not self.c.tells_clauses or not self.masks[start - 1] & Is.COMMA:
            return False
        subject = self.c.source_left(start, self.low)
        if subject is None or subject[0] > self.low + 1 or self.masks[self.low] & Is.SUBORDINATOR:
            return False
        comma = next((n for n in range(subject[0], start) if self.masks[n] & Is.COMMA), start)
        described = any(self.masks[n] & Is.RELATIVE for n in range(comma, start))
        return not self.c.has_verb(subject[0], comma) and (described or not self.c.has_verb(comma, start))

    def _opening(self, cue: Range, mask: int) -> Draft | None:
        """'Said X: “…”', at the start of a sentence."""
        source = self.c.source_right(cue[1], self.stop)
        quote = self.contents.quote_at(source[1]) if source and source[1] < self.stop else None
        return Draft(((quote, self.c.jump[quote]),), source, cue, mask, rule="opening") if quote is not None else None

    def _speaks(self, source: Range) -> bool:
        """Whether what follows a verb after a comma can be its subject rather than its object."""
        masks = self.masks
        if masks[source[0]] & Is.NUMBER:
            return False
        nouns = Is.ROLE | Is.BODY | Is.OUTLET | Is.ANONYMOUS | Is.PRONOUN
        nouns |= 0 if masks[source[0]] & Is.A else Is.DOCUMENT
        if source[1] >= self.stop and any(
            masks[n] & Is.DOCUMENT for n in range(source[0], min(source[0] + 2, source[1]))
        ):
            return True  # "…, révèle un sondage."
        return any(masks[n] & nouns or self.c.capital(n) for n in range(*source))

    def _learnt(self, cue: Range, number: int, mask: int) -> Draft | None:
        """'…, a-t-on appris auprès de la police': nobody's saying but that of whoever stands behind it."""
        start, place = cue[0], number
        while place < self.stop and self.masks[place] & (Is.TIME | Is.ADVERB):
            place += 1
        if place >= self.stop or not self.masks[place] & Is.TOLD or self.masks[place] & Is.DETERMINER:
            return None
        source = self.c.source_right(self.c.after(place), self.stop)
        contents = self._content_left(start, source[1]) if source else ()
        return Draft(contents, source, (start, number), mask, after=True, rule="learnt") if contents else None

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

    def _relayed_content(self, start: int, source: Range, behind: int) -> tuple[Range, ...]:
        """The attribution that an outlet only passes on ("…, says X, on the ground of Y, reports Z")."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or not last.after or not self.c.head_first:
            return ()
        outlet = any(self.masks[n] & Is.OUTLET for n in range(*source))
        own = Is.CONJUNCTION | Is.CONTRAST | Is.AUXILIARY | Is.SEMICOLON  # what shows a content of its own
        if not outlet or any(self.masks[n] & own for n in range(self.low, start)):
            return ()
        self.low = max(self.low, behind)
        return ((last.hull[0], start - 1),)

    def _as_inverted(self, cue: Range, mask: int) -> Draft | None:
        """'Como subrayó el ministro, …' and '…, comme l'a souligné X': as-clauses with the source last."""
        source = subject_after(self.c, cue[1], self.stop)
        if source is None:
            return None
        if contents := self._content_left(self.c.phrase_start(cue[0] - 1), source[1]):
            return Draft(contents, source, cue, mask, after=True, rule="as-last")
        start = source[1] + 1
        if start < self.stop and self.masks[source[1]] & Is.COMMA:
            return Draft(((start, self.contents.end(start, Is.CLAUSE)),), source, cue, mask, rule="as-first")
        return None

    def _without_subject(self, cue: Range, mask: int) -> Draft | None:
        """'Añadió que …' and '…, recordó.': a verb whose subject is whoever spoke last."""
        start, stop = cue
        masks = self.masks
        if not mask & Is.CLAUSE or mask & Is.PARTICIPLE or self._after_subordinator(start):
            return None
        behind = masks[stop] if stop < self.stop else Is.TERMINAL
        before = masks[start - 1] if start > self.first else 0
        if before & (Is.COMMA | Is.DASH | Is.QUOTE) and behind & (_EDGE | _ADJUNCT) and not behind & Is.COLON:
            contents = self._content_left(start, stop)
            return Draft(contents, None, cue, mask, after=True, rule="dropped", carried=True) if contents else None
        right = self.contents.after_cue(stop, mask)
        if right is None or not self._strong(right, mask, start):
            return None
        return Draft((right,), None, cue, mask, rule="dropped", carried=True)

    def _after_subordinator(self, start: int) -> bool:
        return start > self.first and bool(self.masks[start - 1] & (Is.SUBORDINATOR | Is.COMPLEMENTIZER | Is.TO))

    # --- content before the cue --------------------------------------------------------------------------------

    def _content_left(self, stop: int, resume: int) -> tuple[Range, ...]:
        """The content that ends before token `stop` (where the source or cue starts), and its continuation after
        `resume`, if it was only interrupted."""
        masks = self.masks
        last = stop
        while last > self.low and masks[last - 1] & (Is.COMMA | Is.DASH):
            last -= 1
        if last <= self.low or (last == stop and last - 1 not in self.c.back):
            return ()
        quoted = last - 1 in self.c.back
        first = self._left_start(self.c.back[last - 1]) if quoted else self._past_semicolon(last)
        while (
            first < last
            and masks[first] & (Is.COMMA | Is.DASH | Is.CONJUNCTION | Is.CONTRAST | Is.TERMINAL)
            and not (masks[first] & Is.SUBORDINATOR)
        ):
            first += 1
        if first >= last:
            return ()
        contents = [(first, last)]
        follow = self.contents.continuation(resume, quoted=quoted)
        if follow is not None:
            contents.append(follow)
        self.low = contents[-1][1] if follow else max(self.low, resume)
        return tuple(contents)

    def _past_semicolon(self, last: int) -> int:
        """Where what stands before `last` starts: after the semicolon that sets it off, if any."""
        for number in range(last - 1, self.low, -1):
            if self.masks[number] & Is.SEMICOLON and not self.c.quoted[number]:
                return number + 1
        return self.low

    def _left_start(self, quote: int) -> int:
        """Where a content that ends in the quotation at `quote` starts: with words that lead up to it ("It was “…”"),
        unless they are somebody's introduction to it ("He sighed: “…”", "telling reporters, “…”")."""
        if quote <= self.low or self.masks[quote - 1] & (Is.COLON | Is.BRACKET | Is.DASH):
            return quote
        if any(not draft.mask & Is.CLAUSE and draft.hull[0] == quote for draft in self.drafts):
            return self.low  # spoken for already, by a cue that belongs to this content
        if any(
            self.masks[cue] & VERB_CUE and not self.c.noun_reading(cue, self.low)
            for cue in between(self.cues, self.low, quote)
        ):
            return quote
        return self.low

    # --- other constructions -----------------------------------------------------------------------------------

    def _passive(self, cue: Range, mask: int) -> Draft | None:
        """'X is said to …', 'it was reported that …', '…, it was said by X'."""
        masks = self.masks
        number = cue[1]
        if (
            mask & Is.CLAUSE
            and (quote := self.contents.quote_at(number)) is not None
            and self.c.jump[quote] - quote > _WORD
        ):
            return Draft(((quote, self.c.jump[quote]),), None, cue, mask, rule="passive-quote")
        by = self._by(number)
        source = self.c.source_right(by + 1, self.stop) if by is not None else None
        if source is not None:
            number = source[1]
        if number < self.stop and masks[number] & Is.COMPLEMENTIZER and self._opens_content(number, mask):
            content = self.contents.before_main_clause((number, self.contents.end(number, mask)))
            return Draft((content,), source, cue, mask, rule="passive-that")
        subject = self.c.source_left(cue[0], self.first)
        if subject is None:
            return None
        if number < self.stop and masks[number] & Is.TO:
            rest = number, self.contents.end(number, mask)
            if masks[subject[0]] & Is.RELATIVE and self.c.tells_clauses:
                rest = number, next((n for n in range(*rest) if masks[n] & Is.COMMA), rest[1])
            elif self._subordinate(cue[0], subject):
                rest = self.contents.before_main_clause(rest)
            return Draft((subject, rest), source, cue, mask, rule="passive-to") if rest[1] - number > 1 else None
        if mask & Is.PASSIVE and number < self.stop:
            end = self.contents.end(number, mask | Is.OBJECT)
            return Draft((subject, (number, end)), source, cue, mask, rule="passive-object") if end > number else None
        if source is None or not mask & Is.CLAUSE or (mask & Is.TRANSITIVE and self.c.tells_clauses):
            return None
        return Draft((subject,), source, cue, mask, after=True, rule="passive-by")

    def _opens_content(self, number: int, mask: int) -> bool:
        """Whether the complementizer after a passive opens what was said, rather than when or by whom."""
        opener = self.masks[number]
        return bool(
            not self.c.tells_clauses
            or opener & Is.THAT
            or mask & Is.ADDRESSEE
            or not opener & (Is.RELATIVE | Is.SUBORDINATOR)
        )

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

    def _by(self, number: int) -> int | None:
        for ahead in range(number, min(self.stop, number + 4)):
            if self.masks[ahead] & Is.BY:
                return ahead
            if self.masks[ahead] & (_EDGE | Is.COMPLEMENTIZER | Is.TO):
                return None
        return None

    def _noun(self, number: int, stop: int, mask: int) -> Draft | None:
        """'the claim that …', 'his warning that …'."""
        masks = self.masks
        if stop + 1 >= self.stop:
            return None
        owner = self._owner(number)
        if (
            not masks[stop] & Is.COMPLEMENTIZER
            or not masks[stop] & Is.RELATIVE
            or (self.c.tells_clauses and not masks[stop] & Is.THAT)
        ):
            return None
        if masks[stop + 1] & (Is.AUXILIARY | VERB_CUE) and not masks[stop + 1] & Is.AMBIGUOUS:
            return None
        if self.c.tells_clauses and any(draft.content[0][0] == stop for draft in self.drafts):
            return None  # "X said in a statement that …": the verb is the cue
        content = stop, self.contents.end(stop, Is.CLAUSE)
        if self.c.tells_clauses and self._opens_with(number):
            content = self._before_second_verb(content)
        return Draft((content,), owner, (number, stop), mask, rule="noun")

    def _opens_with(self, number: int) -> bool:
        """Whether the region's subject is the noun at `number` ("His claim that …", "While reports that …")."""
        verb = Is.COMMA | Is.AUXILIARY | Is.FINITE | Is.PREPOSITION
        return number - self.first <= _HEADING and not any(self.masks[n] & verb for n in range(self.first, number))

    def _before_second_verb(self, content: Range) -> Range:
        """The content of a cue noun that is a subject, without the verb it waits for ("The claim that it leaks | drew
        laughter"): one that follows a first verb with nothing to join them."""
        masks, verbs = self.masks, 0
        joins = Is.CONJUNCTION | Is.CONTRAST | Is.COMPLEMENTIZER | Is.RELATIVE | Is.SUBORDINATOR | Is.PRONOUN
        for number in range(content[0] + 1, content[1]):
            mask = masks[number]
            if self.c.quoted[number] or number in self.c.jump:
                continue
            if mask & joins and not mask & (Is.DETERMINER | Is.OBLIQUE):
                verbs = 0
            elif mask & (Is.AUXILIARY | Is.FINITE) and not self.c.capital(number) and not mask & Is.PARTICIPLE:
                if verbs and not masks[number - 1] & (Is.AUXILIARY | Is.ADVERB | Is.NEGATION | Is.FINITE):
                    return content[0], number
                verbs += 1
        return content

    def _owner(self, number: int) -> Range | None:
        """The possessor before a cue noun: a pronoun or a name with its ending."""
        masks, first = self.masks, number
        for back in range(number - 1, max(self.first, number - 4) - 1, -1):
            if masks[back] & Is.PRONOUN:
                return back, back + 1
            if masks[back] & Is.OWNS:
                first = back
                break
            if masks[back] & (_EDGE | Is.AUXILIARY | Is.PREPOSITION):
                return None
        if first == number and number > self.first and self.c.capital(number - 1):
            if self.c.tells_clauses and self.masks[number - 1] & Is.DETERMINER:
                return None  # "The claim that …"
            return number - 1, number
        return self.c.source_left(first, self.first) if first < number else None

    def _marker(self, number: int, stop: int, mask: int) -> Draft | None:
        """'According to X, …' and '…, according to X'."""
        masks = self.masks
        if self.c.head_first and stop < self.stop and masks[stop] & Is.CLAUSE and masks[number] & Is.AS:
            return None  # "según recordó X": the verb is the cue
        stop = self._opens_source(number, stop)
        end = stop
        while (
            end < self.stop
            and not masks[end] & (_EDGE ^ Is.BRACKET | Is.QUOTE | Is.CONTRAST)
            and not (masks[end] & (Is.SUBORDINATOR | Is.MARKER | Is.CITING | Is.CITED_BY) and end > stop)
        ):
            end = self.c.after(end)
        if end == stop:
            return None
        source = (stop, self.c.apposition_end(end, self.stop))
        if source[1] >= self.stop and number <= self.low:
            source = (stop, end)  # what looks like an apposition is all there is to say
        before = number
        while before > self.low and masks[before - 1] & (Is.COMMA | Is.DASH | Is.CONJUNCTION | Is.CONTRAST | Is.ADVERB):
            before -= 1
        before = self._without_nobody(before)
        relayed = self._relayed(before)
        if relayed is not None and self._heard(source):
            return None
        if before <= self.low and relayed is None:
            source = (stop, self._past_relative(source[1]))
            start = source[1]
            while start < self.stop and masks[start] & (Is.COMMA | Is.COLON | Is.CITED_BY | Is.CITING):
                if masks[start] & (Is.CITED_BY | Is.CITING):
                    start = next((n for n in range(start, self.stop) if masks[n] & Is.COMMA), self.stop)
                start += 1
            start = self._past_nobody(start)
            content = (start, self.contents.end(start, Is.CLAUSE)) if start < self.stop else None
            return Draft((content,), source, (number, stop), mask, rule="marker-first") if content else None
        opening = self._past_semicolon(before) if relayed is None else relayed
        while opening < before and masks[opening] & (Is.COMMA | Is.DASH | Is.CONJUNCTION | Is.CONTRAST | Is.SEMICOLON):
            opening += 1
        opening = self._own_part(opening, before)
        if self.low > self.first and self._compared(opening):
            opening = self.c.after(opening)
        if opening == before:
            return None
        contents = [(opening, before)]
        after = source[1]
        if (
            after + 1 < self.stop
            and masks[after] & Is.COMMA
            and not masks[after + 1]
            & (Is.CONJUNCTION | Is.CONTRAST | Is.RELATIVE | Is.PARTICIPLE | Is.SUBORDINATOR | Is.CITING | Is.CITED_BY)
            and not self._compared(after + 1)
            and not self.c.views(after + 1)
        ):
            contents.append((after + 1, self.contents.end(after + 1, Is.CLAUSE)))
        self.low = contents[-1][1] if len(contents) > 1 else after
        return Draft(tuple(contents), source, (number, stop), mask, after=True, rule="marker-last")

    def _past_relative(self, comma: int) -> int:
        """`comma`, or where the relative clause ends that it opens on a source ("According to X, which …, …")."""
        if not self.c.tells_clauses or comma + 2 >= self.stop or not self.masks[comma] & Is.COMMA:
            return comma
        opener = self.masks[comma + 1]
        if not opener & Is.RELATIVE or opener & Is.THAT:
            return comma
        return next((n for n in range(comma + 2, self.stop - 1) if self.masks[n] & Is.COMMA), comma)

    def _opens_source(self, number: int, stop: int) -> int:
        """Where the source of the marker at `number` starts: within it, if it names whom ("de source policière")."""
        if stop - number < 2 or not self.c.head_first or not self.c.class_of(self.c.words[stop - 1]) & Is.ANONYMOUS:
            return stop
        for place in range(number + 1, stop):
            self.masks[place] = self.c.class_of(self.c.words[place])
        return number + 1

    def _without_nobody(self, before: int) -> int:
        """`before`, or where ", a-t-on appris" starts before it."""
        for cue in between(self.cues, max(self.low, before - 4), before) if self.c.head_first else ():
            start = self.c.cue_start(cue, self.low)
            subject = enclitic_subject(self.c, start, before)
            if start > self.low and subject and self.masks[subject[0]] & Is.FIRST_PERSON:
                while start > self.low and self.masks[start - 1] & Is.COMMA:
                    start -= 1
                return start
        return before

    def _past_nobody(self, start: int) -> int:
        """`start`, or past "on précise" to the "that" which opens what is said."""
        if not self.c.head_first or start >= self.stop or not self.masks[start] & Is.FIRST_PERSON:
            return start
        cue = next(iter(between(self.cues, start, min(self.stop, start + 4))), None)
        if cue is None or not self.masks[cue] & Is.CLAUSE:
            return start
        right = self.contents.after_cue(self.c.after(cue), self.masks[cue])
        return right[0] if right and self.masks[right[0]] & Is.COMPLEMENTIZER else start

    def _heard(self, source: Range) -> bool:
        """'…, a appris l'agence de source policière': the agency has it from whom the marker names."""
        last = self.drafts[-1]
        outlet = last.source and any(self.masks[n] & Is.OUTLET for n in range(*last.source))
        if not outlet or not last.mask & Is.WEAK or not self.c.head_first:
            return False
        self.drafts[-1] = last._replace(source=source, relay=last.source)
        self.low = max(self.low, source[1])
        return True

    def _view(self, number: int) -> Draft:
        """'…, pour qui la loi est bonne': the view of whoever has just spoken."""
        content = number + 2, self.contents.end(number + 2, Is.CLAUSE)
        self.low = max(self.low, content[1])
        return Draft((content,), (number + 1, number + 2), (number, number + 1), Is.MARKER, rule="viewpoint")

    def _own_part(self, opening: int, before: int) -> int:
        """`opening`, or where the part starts that alone is the marker's after what somebody else says: "X admitted
        1,100 arrests, dont une dizaine de journalistes, selon leur syndicat"."""
        masks, last = self.masks, self.drafts[-1] if self.drafts else None
        if last is None or last.after or not self.c.head_first:
            return opening
        comma = next((n for n in range(before - 1, last.hull[0], -1) if masks[n] & Is.COMMA), None)
        if comma is None or not masks[comma + 1] & Is.PARTITIVE:
            return opening
        if not any(masks[n] & Is.NUMBER for n in range(comma + 1, before)):
            return opening
        self.drafts[-1] = last._replace(content=(*last.content[:-1], (last.content[-1][0], comma)))
        return comma + 1

    def _compared(self, number: int) -> bool:
        """Whether a number of somebody else's follows, for comparison (", contre 19 000 d'après la police")."""
        masks = self.masks
        if not self.c.head_first or not masks[number] & Is.PREPOSITION or masks[number] & Is.DETERMINER:
            return False
        start = self.c.after(number)
        while start < self.stop and masks[start] & (Is.DETERMINER | Is.ADVERB) and not masks[start] & Is.NUMBER:
            start = self.c.after(start)
        if start >= self.stop or not masks[start] & Is.NUMBER:
            return False
        return any(cue > start for cue in self.cues)

    def _relayed(self, before: int) -> int | None:
        """Where the content of the attribution starts that a marker only relays ("…, reports A, citing B, according to
        C"); None where the marker has a content of its own."""
        last = self.drafts[-1] if self.drafts else None
        return (
            last.hull[0] if last is not None and last.after and before <= self.low and before > last.hull[1] else None
        )
