"""What somebody said, where the subject stands before its verb: the content before a cue and after it."""

from factkit.extraction.clauses import Range, between
from factkit.extraction.subject_phrases import SHORT, SubjectPhrases
from factkit.extraction.vocabulary import EDGE, VERB_CUE, Is

_DEGREE = Is.PREPOSITION | Is.ADVERB | Is.DETERMINER


class SubjectContents(SubjectPhrases):
    """What stands on either side of a cue: a clause, a quotation, a relative pronoun with its clause."""

    __slots__ = ()

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
            first = self.c.after(first)
        if first >= last:
            return ()
        contents = [(first, last)]
        follow = self.contents.continuation(resume, quoted=quoted)
        if follow is not None:
            contents.append(follow)
        self.low = contents[-1][1] if follow else max(self.low, resume)
        return tuple(contents)

    def _past_semicolon(self, last: int) -> int:
        """Where what stands before `last` starts: after the semicolon that sets it off, if any, or the colon behind a
        heading ("Grève à Brest : …") or before a part that is counted ("810 morts : 430 …")."""
        for number in range(last - 1, self.low, -1):
            if self.c.quoted[number] or not self.masks[number] & (Is.SEMICOLON | Is.COLON):
                continue
            if self.masks[number] & Is.SEMICOLON or self._heads(number):
                return number + 1
            if self.c.tells_clauses and self.c.capital(number + 1) and self.c.has_verb(self.low, number):
                return number + 1  # "They had a guess: Before birth, X said, …"
        return self.low

    def _heads(self, colon: int) -> bool:
        """Whether what stands before the colon only tells what the sentence is about, or a whole of parts."""
        if not self.c.head_first:
            return False
        return bool(self.masks[colon + 1] & Is.NUMBER) or not self.c.has_verb(self.low, colon)

    def _left_start(self, quote: int) -> int:
        """Where a content that ends in the quotation at `quote` starts: with words that lead up to it ("It was “…”"),
        unless they are somebody's introduction to it ("He sighed: “…”", "telling reporters, “…”")."""
        if quote <= self.low or self.masks[quote - 1] & (Is.COLON | Is.BRACKET | Is.DASH):
            return quote
        if any(not draft.mask & Is.CLAUSE and draft.hull[0] == quote for draft in self.drafts):
            return self.low  # spoken for already, by a cue that belongs to this content
        if self.c.tells_clauses and self._partly_quoted(quote):
            return self.low
        if any(
            self.masks[cue] & VERB_CUE
            and not self.c.noun_reading(cue, self.low)
            and not (self.c.tells_clauses and cue > self.low + 1 and self.masks[cue - 1] & Is.TO)
            for cue in between(self.cues, self.low, quote)
        ):
            return quote
        return self.low

    def _partly_quoted(self, quote: int) -> bool:
        """Whether a quotation is a noun of the clause that it ends ("It called for calm after a “mess”, …")."""
        small = self.c.text[self.c.starts[quote + 1]].islower()
        before = self.masks[quote - 1]
        return small and bool(before & Is.DETERMINER or (before & Is.INNER and self.c.has_verb(self.low, quote)))

    def _relayed_content(self, start: int, source: Range, behind: int) -> tuple[Range, ...]:
        """The attribution that an outlet only passes on ("…, says X, on the ground of Y, reports Z")."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or not last.after or not self.c.head_first:
            return ()
        if last.rule == "marker-last" and len(last.content) > 1 and start - last.hull[1] in {0, 1}:
            self.low = max(self.low, behind)
            return ((last.hull[0], last.hull[1]),)  # "The deficit, according to X, grew, | reports Y"
        outlet = any(self.masks[n] & Is.OUTLET for n in range(*source))
        own = Is.CONJUNCTION | Is.CONTRAST | Is.AUXILIARY | Is.SEMICOLON  # what shows a content of its own
        if not outlet or any(self.masks[n] & own for n in range(self.low, start)):
            return ()
        self.low = max(self.low, behind)
        return ((last.hull[0], start - 1),)

    def _speaks_of_left(self, start: int, stop: int, right: Range | None, mask: int) -> bool:
        """Whether the content stands before a source that starts at `start`: after a quotation, or after a comma where
        what follows the cue is no clause of its own."""
        if start <= self.low:
            return False
        if self._quote_ends(start):
            return not self._sets_scene(start) and (right is None or not self._leads_up())
        if self.masks[start] & Is.RELATIVE:
            return False
        if mask & Is.WEAK:
            return right is None and self._says_last(start, stop)
        if right is None or mask & Is.OBJECT:
            if self.c.tells_clauses and self.masks[start] & Is.A and not self.c.can_speak((start, stop - 1)):
                return False  # "…, a plan announced last week"
            opens = self._leads_up() and not self.masks[self.low] & Is.PARTICIPLE  # "Waiting, X said, helps nobody"
            if opens and not self.c.has_verb(self.low, start - 1):
                return False  # "At the meeting, X asked Y about it", "Before dropping out, X responded with vitriol"
            if self.c.tells_clauses and self._measured(start, stop):
                return False  # "…, well below the 13 percent analysts had expected"
            return right is None and not (self.c.head_first and self._only_when(self.low, start))
        quoted = right[0] in self.c.jump
        if quoted and self.masks[right[0] - 1] & self.masks[start - 1] & Is.COMMA and not self.c.capital(right[0] + 1):
            return self._states(self.low, start - 1)  # "Prices fell, X said, “and will fall again.”"
        strong = self.masks[right[0]] & (Is.COMPLEMENTIZER | Is.TO | Is.PRONOUN) or quoted
        strong = strong or (self.c.head_first and self.contents.infinitive_at(right[0]))
        if strong or not self.masks[start - 1] & Is.COMMA or self.masks[right[0] - 1] & Is.COLON:
            return False
        return not self.contents.clause_ahead(right[0]) and self._states(self.low, start - 1)

    def _measured(self, start: int, stop: int) -> bool:
        """Whether the words before the verb are a number of things that somebody expected, and no party alone."""
        masks = self.masks
        number = next((n for n in range(start, stop) if masks[n] & Is.NUMBER), None)
        return number is not None and any(
            masks[n] & (Is.PREPOSITION | Is.ADVERB) or not masks[n] for n in (start, start + 1)
        )

    def _says_last(self, start: int, stop: int) -> bool:
        """Whether a verb of many meanings closes its sentence behind a comma and its subject ("…, they found.", "…, the
        church posted on Sunday.")."""
        if not self.c.tells_clauses or not self.masks[start - 1] & Is.COMMA:
            return False
        closes = stop >= self.stop or self.masks[stop] & (Is.PREPOSITION | Is.TIME)
        return bool(closes) and self._states(self.low, start - 1)

    def _sets_scene(self, start: int) -> bool:
        """Whether what ends in a quotation is only where or why something was said ("Dans un entretien au « Soir », X a
        annoncé un plan")."""
        opener = self.masks[self.low]
        scene = self.c.head_first and opener & (Is.PREPOSITION | Is.CITED_BY) and not opener & Is.DETERMINER
        return bool(scene) and not any(self.masks[n] & (Is.AUXILIARY | Is.PAST) for n in range(self.low, start))

    def _leads_up(self) -> bool:
        """Whether the region opens with what only leads up to its clause ("On “Dover Tonight,” …")."""
        opener = Is.PREPOSITION | Is.SUBORDINATOR | Is.PARTICIPLE
        opens = self.masks[self.low] & opener and not self.masks[self.low] & Is.DETERMINER
        return self.c.tells_clauses and bool(opens)

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
        if self.c.tells_clauses and relative > self.low and self.masks[relative] & Is.ADVERB:
            relative -= 1  # "which even critics say is …"
        if relative < self.low or stop >= self.stop or not self.masks[relative] & (Is.RELATIVE | Is.COMPLEMENTIZER):
            return ()
        verb = stop + (stop in self.c.jump and self.c.tells_clauses)  # ", which he said “is a shame”"
        while self.c.tells_clauses and verb + 1 < self.stop and self.masks[verb] == Is.ADVERB:
            verb += 1  # "that the farmer said once | held a horse"
        if not self.masks[verb] & (Is.AUXILIARY | Is.FINITE) or self.masks[verb] & Is.PARTICIPLE:
            return ()
        if stop in self.c.jump:
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
        quote = next((n for n in range(stop, min(self.stop, stop + SHORT)) if n in self.c.jump), None)
        if quote is None or any(not self.masks[n] & (Is.AS | Is.DETERMINER | Is.ADVERB) for n in range(stop, quote)):
            quote = None
        what = not self.masks[relative] & Is.RELATIVE
        said = Is.AS if what else Is.AS | Is.A
        if quote is None and (self.masks[relative] & Is.THAT or not self.masks[stop] & said):
            return ()
        start = stop + bool(self.masks[stop] & Is.AS)
        end = self._name_end(start if quote is None else self.c.jump[quote], what=what)
        return ((relative, source[0]), (start, end)) if end > start else ()

    def _name_end(self, number: int, *, what: bool) -> int:
        """Where the words end that somebody calls something: in “shell” companies; with what belongs to the noun,
        where "what he calls …" is part of a clause that goes on."""
        ends = EDGE | Is.AUXILIARY | Is.FINITE | Is.CONJUNCTION | Is.CONTRAST | Is.SUBORDINATOR | Is.RELATIVE | Is.TO
        if not what:
            ends |= Is.PREPOSITION | Is.TIME | Is.ADVERB
        while number < self.stop and (self.c.capital(number) or not self.masks[number] & ends):
            if number - 1 in self.c.back and self.masks[number - 2] & Is.COMMA:
                break
            number = self.c.after(number)
        return number

    def _quotes(self, content: Range) -> bool:
        return any(n in self.c.jump for n in range(*content))

    def _strong(self, right: Range, mask: int, source: int) -> bool:
        """Whether a content after its cue is beyond doubt: a saying with a conjunction or a quotation."""
        opens = self.masks[right[0]] & (Is.COMPLEMENTIZER | Is.PRONOUN) or right[0] in self.c.jump
        if self.c.tells_clauses and not self.masks[source] & Is.THAT:
            said = mask & Is.CLAUSE and not mask & (Is.WEAK | Is.OBJECT) and not self.masks[right[0]] & Is.TO
            said = said or (mask & Is.CLAUSE and not mask & Is.WEAK and self.contents.clause_ahead(right[0]))
            return bool(said or (mask & Is.CLAUSE and opens) or self._quotes(right))
        if self.c.tells_clauses and mask & Is.OBJECT and source and self.masks[source - 1] & (Is.DOCUMENT | Is.ROLE):
            return self._quotes(right)  # "letters that called him “a fool”"
        if not mask & (Is.OBJECT | Is.WEAK | Is.TRANSITIVE):
            opens = opens or self.masks[right[0]] & Is.DETERMINER or self.c.capital(right[0])
        if self.c.head_first and self._tells(right, mask):
            return True
        return bool(mask & Is.CLAUSE) and bool(opens)

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

    def _relative_stop(self, right: Range) -> int:
        """Where a content inside a relative clause stops: at the comma behind which the main clause has its verb."""
        masks = self.masks
        for number in range(right[0] + 1, right[1] - 1):
            behind = masks[number + 1]
            closes = self.c.tells_clauses and number in self.c.back and masks[number - 1] & Is.COMMA
            if closes and behind & Is.AUXILIARY:
                return number + 1  # "who cast herself as “a friend,” | has lost"
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

    def _opens_content(self, number: int, mask: int) -> bool:
        """Whether the complementizer after a passive opens what was said, rather than when or by whom."""
        opener = self.masks[number]
        return bool(
            not self.c.tells_clauses
            or opener & Is.THAT
            or mask & Is.ADDRESSEE
            or not opener & (Is.RELATIVE | Is.SUBORDINATOR)
        )

    def _before_second_verb(self, content: Range, verbs: int = 0) -> Range:
        """The content of a cue noun that is a subject, without the verb it waits for ("The claim that it leaks | drew
        laughter"): one that follows a first verb with nothing to join them."""
        masks = self.masks
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
