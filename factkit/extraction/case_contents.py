"""Contents where commas set clauses apart: what stands behind a cue, before it, or around it, and where that ends.

All positions are token numbers; nothing here knows a word.
"""

from factkit.extraction.case_phrases import CasePhrases
from factkit.extraction.clauses import Range, between
from factkit.extraction.vocabulary import VERB_CUE, Is

_MARK = Is.COMMA | Is.TERMINAL | Is.COLON | Is.SEMICOLON | Is.DASH
_LINK = Is.COMMA | Is.DASH
_JOIN = Is.CONJUNCTION | Is.CONTRAST
_CUE = VERB_CUE | Is.PASSIVE
_LEAD = Is.ADVERB | Is.NEGATION | Is.AUXILIARY
_OPENER = Is.COMPLEMENTIZER | Is.RELATIVE | Is.SUBORDINATOR
_CITE = Is.CITING | Is.CITED_BY
_PHRASE_STOP = _MARK | _OPENER | _CITE | Is.QUOTE | Is.CONTRAST | Is.MARKER | Is.TO | Is.AUXILIARY | Is.AS | Is.ANAPHOR
_MARKER = Is.MARKER | Is.MARKER_HEAD
_LONGEST_VIEW = 4  # tokens of "in his view"
_LONGEST_TOLD = 7  # tokens of who is told, in whatever case
_LONGEST_ADJUNCT = 20  # tokens between a cue and its source or complement
_MOST_OCCASIONS = 3  # phrases that say when and where something was told


class CaseContents(CasePhrases):
    """One region of a text, and the stretches in it that may be a content."""

    __slots__ = ()

    def content_right(self, stop: int, mask: int) -> Range | None:
        """The content after a cue that ends before `stop`."""
        masks, high = self.masks, self.stop
        number = self.adjuncts_end(stop)
        told = self.names_end(number, high)
        if told + 1 < high and masks[told] & Is.COMMA and masks[told + 1] & Is.COMPLEMENTIZER:
            number = told  # an outlet without endings, which was told
        if number + 1 < high and masks[number] & Is.COMMA and masks[number + 1] & (_CITE | Is.PARTICIPLE):
            closing = next(
                (n for n in range(number + 2, min(high, number + _LONGEST_ADJUNCT)) if masks[n] & Is.COMMA), None
            )
            number = closing if closing is not None else number
        if mask & Is.CLAUSE and not mask & Is.OBJECT:
            number = self._past_told(number)
        if mask & Is.CLAUSE and self._points_ahead(number):
            number += 1
        if mask & Is.CLAUSE and number + 1 < high:
            opens = masks[number + 1] & (Is.COMPLEMENTIZER | Is.AS) and not self._tells_where(stop, number)
            if masks[number] & Is.COMMA and opens:
                return number + 1, self.content_end(number + 1, mask & ~Is.OBJECT)
            if masks[number] & Is.COLON and self._own_view(number + 1):
                return None  # "X objects: in his view, …" is told by the second cue
            if masks[number] & Is.COLON:
                return number + 1, self.content_end(
                    number + 1, mask & ~Is.OBJECT
                ) if number + 1 in self.c.jump else high
            if number in self.c.jump or (masks[number] & _LINK and number + 1 in self.c.jump):
                first = number if number in self.c.jump else number + 1
                return first, self.content_end(first, mask & ~Is.OBJECT)
        return self._infinitive(stop, mask) or self._object(stop, mask)

    def _tells_where(self, first: int, comma: int) -> bool:
        """Whether the clause behind the comma only tells more of the place before it ("onto the kerb, | where")."""
        opener = self.masks[comma + 1]
        where = opener & Is.SUBORDINATOR and not opener & Is.AS
        return bool(where) and any(self.masks[n] & Is.PREPOSITION for n in range(first, comma))

    def _points_ahead(self, number: int) -> bool:
        """Whether the word at `number` only stands for the clause behind it ("insists on that, | that …")."""
        if number + 2 >= self.stop or self.masks[number] & (_MARK | _CUE | Is.QUOTE | Is.NUMBER):
            return False
        comma, opener = self.masks[number + 1], self.masks[number + 2]
        opens = opener & Is.COMPLEMENTIZER and not opener & (Is.RELATIVE | Is.SUBORDINATOR)
        return bool(comma & Is.COMMA and opens) and not self.c.capital(number)

    def _past_told(self, number: int) -> int:
        """Past the one who is told, whatever the case, up to the "that" of the content ("assured the agency, that")."""
        masks = self.masks
        for comma in range(number + 1, min(self.stop - 1, number + _LONGEST_TOLD)):
            if masks[comma] & Is.COMMA:
                opens = masks[comma + 1] & Is.COMPLEMENTIZER and not masks[comma + 1] & (Is.RELATIVE | Is.SUBORDINATOR)
                return comma if opens else number
            if masks[comma] & (_MARK | Is.QUOTE | Is.PREPOSITION) or self.finite(comma):
                break
        return number

    def _own_view(self, number: int) -> bool:
        """Whether "in his view" or the like opens here."""
        masks, stop = self.masks, min(self.stop, number + _LONGEST_VIEW)
        head = next((n for n in range(number, stop) if masks[n] & Is.MARKER_HEAD), None)
        return (
            head is not None
            and bool(masks[number] & Is.MARKER_OPENER)
            and any(masks[n] & Is.PRONOUN for n in range(number, head))
        )

    def _infinitive(self, stop: int, mask: int) -> Range | None:
        if not mask & Is.INFINITIVE:
            return None
        for ahead in range(stop, min(self.stop, stop + 8)):
            if self.masks[ahead] & Is.TO:
                start = stop if self.past_adjuncts(stop, ahead) >= ahead else ahead
                while start > stop and self.masks[start - 1] & Is.NEGATION:
                    start -= 1
                return start, self.content_end(ahead + 1, mask) if ahead + 1 < self.stop else self.stop
            if ahead + 1 < self.stop and self.masks[ahead] & Is.COMMA and self.masks[ahead + 1] & Is.COMPLEMENTIZER:
                return ahead + 1, self.content_end(ahead + 1, mask)
            if self.masks[ahead] & (_MARK | Is.QUOTE) or self.finite(ahead):
                return None
        return None

    def _object(self, stop: int, mask: int) -> Range | None:
        """What the verb takes as its object or after "about": any noun phrase for some verbs, else what counts."""
        masks, number, high = self.masks, stop, self.stop
        while number < high and (
            masks[number] & (Is.ADVERB | Is.TIME | Is.CONJUNCTION | Is.ADDRESSEE_WORD) or self.dates(number)
        ):
            number = self.c.after(number)
        number = self._past_asked(self._past_occasion(number))
        about = number < high and bool(masks[number] & Is.ABOUT)
        number += about
        if (
            number >= high
            or masks[number] & (_PHRASE_STOP & ~Is.QUOTE | Is.INDEFINITE)
            or (masks[number] & Is.PREPOSITION and not about and not self.counts(number, high))
        ):
            return None
        if masks[number] & Is.PRONOUN and not masks[number] & Is.DETERMINER:
            return None
        end = self.content_end(number, mask | Is.OBJECT)
        last = self.c.phrase_start(end - 1) if end > number and masks[end - 1] & Is.INSIDE else end - 1
        if last > number and masks[last] & Is.ADVERB:
            end = last  # "admitted the part of the soldiers two days earlier": when it was told
        counts = any(masks[n] & (Is.NUMBER | Is.SPELLED) for n in range(number, end))
        if mask & Is.WEAK and not mask & (Is.OBJECT | Is.FIGURE):
            return None  # "prices added | 0.1 %"
        if counts or mask & Is.OBJECT:
            return (number, end) if end > number and mask & (Is.OBJECT | Is.FIGURE | Is.CLAUSE) else None
        return None

    def _past_occasion(self, number: int) -> int:
        """Past when and where it was told, up to what about ("reported on Tuesday in a briefing | about")."""
        masks, ahead = self.masks, number
        for _ in range(_MOST_OCCASIONS):
            if ahead + 1 >= self.stop or not masks[ahead] & Is.PREPOSITION or masks[ahead] & Is.ABOUT:
                break
            ahead = self._past_oblique(ahead + 1, self.stop)
        return ahead if ahead < self.stop and masks[ahead] & Is.ABOUT else number

    def _past_asked(self, number: int) -> int:
        """Past the one who is asked, up to what for ("asked the donors | for help")."""
        masks = self.masks
        for about in range(number + 1, min(self.stop - 1, number + _LONGEST_VIEW)):
            if masks[about - 1] & (_MARK | Is.QUOTE | Is.PREPOSITION | Is.NUMBER | Is.NOUN_CUE | Is.DOCUMENT):
                break
            if masks[about] & Is.ABOUT:
                return about
        return number

    def _after_semicolon(self, stop: int) -> int:
        """Where a content that ends before `stop` may start: behind the last semicolon that no quotation holds."""
        number = stop - 1
        while number >= self.low and not self.masks[number] & Is.SEMICOLON:
            number = self.c.back.get(number, number) - 1
        return max(self.low, number + 1)

    def quote_ends(self, number: int) -> bool:
        last = number - 1
        while last > self.low and self.masks[last] & _LINK:
            last -= 1
        return last >= self.low and last in self.c.back

    def content_left(self, stop: int, resume: int) -> tuple[Range, ...]:
        """The content that ends before `stop`, and its continuation after `resume` where it was only interrupted."""
        masks, last = self.masks, stop
        while last > self.first and masks[last - 1] & _LINK:
            last -= 1
        if last == stop and last - 1 not in self.c.back:
            return ()
        first = self._after_semicolon(last)
        if last < stop and self._opens_clause(first, stop) and (follow := self._continuation(resume, quoted=False)):
            self.low = follow[1]
            return (follow,)
        while first < last and masks[first] & (_LINK | _JOIN | Is.TERMINAL):
            first += 1
        first = self._past_opener(first, last)
        if self._tells_of_before(first, last):
            return ()
        if last > first and last - 1 in self.c.back:
            first = self._quoted_start(self.c.back[last - 1], first)
        elif (
            (self.past_adjuncts(first, last) >= last or self._describes(first, last))
            and masks[stop - 1] & _LINK
            and not any(masks[n] & (Is.NUMBER | Is.SPELLED) and not self.dates(n) for n in range(first, last))
        ):
            # Nothing is left but an adjunct: a second attribution of all that was said before.
            if not self.drafts or not self.drafts[-1].after or self.low <= self.first:
                return self._interrupted((first, last), resume)
            first = self.drafts[-1].hull[0]
        if first >= last:
            return ()
        own = self._last_subject(first, last)
        stated = last - 1 in self.c.back or self.states(own, last)
        follow = self._continuation(resume, quoted=last - 1 in self.c.back, subject=not stated)
        contents = [(own if follow else first, last)]
        described = follow and self.masks[follow[0]] & Is.OBLIQUE_ADJECTIVE
        if follow and described and (self.states(first, last) or not self.states(*follow)):
            follow = None  # a participle of what was just named
        if follow is not None:
            contents.append(follow)
        self.low = contents[-1][1] if follow else max(self.low, resume)
        return tuple(contents)

    def _describes(self, first: int, last: int) -> bool:
        """Whether the stretch is a participle's, of what was named before it (", spread by X, | writes Y")."""
        before = first > self.first and self.masks[first - 1] & Is.COMMA
        return bool(before and self.masks[first] & Is.OBLIQUE_ADJECTIVE) and not self.states(first, last)

    def _past_opener(self, first: int, stop: int) -> int:
        """Past an adverb that a comma sets apart from the sentence it opens ("Besides, | …")."""
        after = self.c.after(first) if first < stop and self.masks[first] & Is.ADVERB else first
        apart = after > first and (after == stop or self.masks[after] & Is.COMMA)
        return min(after + 1, stop) if apart else first

    def _tells_of_before(self, first: int, last: int) -> bool:
        """Whether the stretch only says who told of what the sentence before says ("Of this spoke X, …")."""
        return first < last and self.is_about(first) and last - 1 not in self.c.back

    def is_about(self, number: int) -> bool:
        """Whether "of this" starts at `number`."""
        return bool(self.masks[number] & Is.ANAPHOR and self.c.class_of(self.c.words[number]) & Is.ABOUT)

    def _last_subject(self, first: int, last: int) -> int:
        """Where the content starts if its verb follows the attribution: the subject alone behind ", and"."""
        masks = self.masks
        for number in range(last - 2, first, -1):
            if masks[number] & _JOIN and masks[number - 1] & Is.COMMA:
                return first if self.states(number + 1, last) else number + 1
            if masks[number] & Is.COMMA and not masks[number + 1] & (_OPENER | Is.PARTICIPLE | Is.OBLIQUE_ADJECTIVE):
                clause = not any(masks[n] & (_OPENER | _LINK) for n in range(first, number))
                return number + 1 if clause and any(self.finite(n) for n in range(first, number)) else first
            if masks[number] & (_MARK | Is.QUOTE) or self.finite(number):
                break
        return first

    def _interrupted(self, lead: Range, resume: int) -> tuple[Range, ...]:
        """A content of which only an adjunct stands before the attribution ("In August, the report says, …")."""
        follow = self._continuation(resume, quoted=False) if lead[1] > lead[0] else None
        if follow is None:
            return ()
        self.low = follow[1]
        return lead, follow

    def _quoted_start(self, quote: int, first: int) -> int:
        """Where a content that ends in the quotation at `quote` starts: with words that lead up to it, unless they are
        somebody's introduction to it."""
        if quote <= first or self.masks[quote - 1] & (Is.COLON | Is.DASH | Is.TERMINAL):
            return quote
        cues = between(self.cues, first, quote)
        return quote if any(self.masks[cue] & VERB_CUE for cue in cues) else first

    def _continuation(self, number: int, *, quoted: bool, subject: bool = False) -> Range | None:
        """What goes on after the attribution; after a mere `subject`, its verb, which may itself report something."""
        masks, number = self.masks, self.adjuncts_end(number)
        while number < self.stop and masks[number] & _LINK:
            number += 1
            if number in self.c.jump:
                return number, self.content_end(number, Is.CLAUSE)
        if number >= self.stop or quoted or not masks[number - 1] & _LINK:
            return None
        opens = masks[number] & _OPENER and not masks[number] & Is.ADVERB
        if opens or masks[number] & (_CITE | Is.MARKER | Is.PARTICIPLE | _JOIN | Is.AS) or self._relates(number):
            return None
        if self._cue_soon(number) and not subject:
            return None
        if self._new_attribution(number):
            return None
        return number, self.content_end(number, Is.CLAUSE)

    def _relates(self, number: int) -> bool:
        """Whether a relative clause opens here, its word first or behind a preposition or what the one named has ("с
        которым …", "директор которой …")."""
        return any(self.masks[n] & Is.RELATIVE for n in range(number, min(number + 2, self.stop)))

    def _cue_soon(self, number: int) -> bool:
        """Whether a cue follows at once, adverbs aside."""
        while number < self.stop and self.masks[number] & (_LEAD | Is.TIME):
            number = self.c.after(number)
        if number >= self.stop or not self.masks[number] & _CUE or self.masks[number] & Is.PASSIVE:
            return False
        after = self.c.after(number)  # "go on | putting the fire out" tells what is done
        return after >= self.stop or not self.masks[after] & Is.TO or bool(self.masks[number] & Is.INFINITIVE)

    def content_end(self, first: int, mask: int, *, joined: bool = True) -> int:
        """One past the last token of a content that starts at `first`; `joined`: a cue joined to it by "and" is that of
        who said it, not of whom it tells."""
        masks, loose, number = self.masks, bool(mask & Is.OBJECT) or not mask & Is.CLAUSE, first
        while number < self.stop:
            here = masks[number]
            if number in self.c.jump:
                number = self.c.jump[number]
                continue
            if here & Is.COLON and number > first and self._told_anew(number + 1):
                return number
            if here & Is.SEMICOLON or (here & _CITE and number > first):
                return max(first, number - bool(masks[number - 1] & Is.COMMA))
            if here & _LINK and number > first and self._stops_at(number, loose=loose):
                return max(first, number - bool(masks[number - 1] & Is.COMMA))
            if joined and here & _JOIN and number > first and self._cue_soon(number + 1):
                return number
            if (
                loose
                and number > first
                and (here & Is.COMPLEMENTIZER and not here & Is.ADVERB and not masks[number - 1] & Is.COMMA)
            ):
                return number
            number = self.c.after(number)
        return self.stop

    def _told_anew(self, number: int) -> bool:
        """Whether what follows a colon has a source marker of its own: "…: in the view of X, …", "…: so many, by X's
        data, …"."""
        masks = self.masks
        for cue in self.cues:
            if number <= cue < number + _LONGEST_ADJUNCT // 2:
                opener = next(
                    (
                        n
                        for n in range(cue, max(number, cue - _LONGEST_VIEW) - 1, -1)
                        if masks[n] & (Is.MARKER | Is.MARKER_OPENER)
                    ),
                    None,
                )
                if opener is not None and masks[cue] & (Is.MARKER | Is.MARKER_HEAD):
                    return opener == number or bool(masks[opener - 1] & Is.COMMA)
        return False

    def _stops_at(self, mark: int, *, loose: bool) -> bool:
        masks, number = self.masks, mark + 1
        if number >= self.stop:
            return True
        mask = masks[number]
        if mask & (_CITE | Is.CONTRAST) and (loose or mask & _CITE):
            return True
        says = masks[number + 1] if mask & Is.NEGATION and number + 1 < self.stop else mask
        if mask & Is.ANAPHOR or (says & Is.PARTICIPLE and says & _CUE):
            return True
        if loose and self.masks[self.first] & Is.SUBORDINATOR and not mask & (Is.RELATIVE | Is.NUMBER):
            return True  # the main clause follows: "after X announced a strike, …"
        if mask & Is.AS:
            return any(masks[n] & _CUE for n in range(number + 1, min(self.stop, number + 5)))
        if self._dashed_marker(number):
            return True
        if mask & _JOIN:
            after = self.c.after(number)
            anew = self._cue_soon(after) or self.finite(after) or self._new_attribution(after)
            return anew or self._dashed_marker(after)
        if self._cue_soon(number):
            while masks[number] & (_LEAD | Is.TIME):
                number = self.c.after(number)
            after = self.c.after(number)
            return self.speaker_right(after, masks[number]) is not None
        if loose and mask & Is.SUBORDINATOR and not mask & Is.RELATIVE:
            return True
        if loose and not mask & Is.NUMBER and self._told_anew(number):
            return True
        if loose and mask & Is.PREPOSITION and self._narrates(number):
            return True
        return self._new_attribution(number)

    def _dashed_marker(self, number: int) -> bool:
        """Whether a source marker that a dash follows opens at `number` ("…, by the police's count — 28")."""
        masks = self.masks
        if number >= self.stop or not masks[number] & (Is.MARKER | Is.MARKER_OPENER):
            return False
        head = next((n for n in range(number, min(self.stop, number + _LONGEST_VIEW)) if masks[n] & _MARKER), None)
        if head is None:
            return False
        end = self.phrase_right(self.c.stops.get(head, head + 1), self.stop)
        return end < self.stop and bool(masks[end] & Is.DASH)

    def _narrates(self, number: int) -> bool:
        """Whether a clause of its own, that goes back to nothing, opens at `number` with a preposition: what an object
        is followed by, is no part of it."""
        for token in range(number, min(self.stop, number + _LONGEST_ADJUNCT)):
            if self.masks[token] & (_MARK | Is.RELATIVE | Is.PARTITIVE | Is.PRONOUN):
                return False
            if self.finite(token):
                return True
        return False

    def _new_attribution(self, number: int) -> bool:
        """Whether the source of a later cue starts at `number`."""
        for cue in self.cues:
            if cue <= number or not self.masks[cue] & Is.CLAUSE or self.masks[cue] & Is.PARTICIPLE:
                continue
            if cue - number > 20:
                return False
            lead = cue
            while lead > number and self.masks[lead - 1] & _LEAD:
                lead -= 1
            source = self.source_left(lead, number) if lead > number else None
            return source is not None and self.past_adjuncts(number, source[0]) == source[0] and source[0] - number < 8
        return False

    def _past_relative(self, start: int) -> int:
        """Past a clause that only says more of the source before it ("…, to which X refers, …"), if one starts here."""
        masks, number = self.masks, start
        while number < self.stop and masks[number] & Is.PREPOSITION and not masks[number] & (Is.RELATIVE | Is.CITED_BY):
            number += 1
        if number >= self.stop or not masks[start - 1] & Is.COMMA:
            return start
        opens = masks[number] & (Is.RELATIVE | Is.CITED_BY | Is.COMPLEMENTIZER)
        participle = number == start and masks[start] & Is.OBLIQUE_ADJECTIVE and not masks[start] & _CUE
        participle = participle and not masks[start + 1] & Is.NUMBER  # "in all 80 men"
        if not (opens or participle):
            return start
        for closing in range(number + 1, min(self.stop - 1, number + _LONGEST_ADJUNCT)):
            if masks[closing] & Is.COMMA:
                return closing + 1
            if not opens and self.finite(closing):
                break
        return start

    def _after_told(self, low: int, first: int) -> int:
        """Behind the content of the attribution before, where a clause of its own follows it: "X spoke of two dead,
        nobody, by his account, …"."""
        end = self.drafts[-1].hull[1] if self.drafts and not self.drafts[-1].after else low
        return end if low < end < first - 1 and self.masks[end] & Is.COMMA else low

    def _after_colon(self, low: int, first: int) -> int:
        """Behind the last colon before `first` that a clause stands before ("X agrees: the real figure, …")."""
        for number in range(first - 1, low, -1):
            if self.masks[number] & Is.COLON:
                return number + 1 if self.states(low, number) else low
        return low

    def _opens_clause(self, low: int, first: int) -> bool:
        """Whether the marker at `first` stands right behind a colon, or behind ", but", ", although" or ", that"."""
        masks, number = self.masks, first - 1
        if number >= low and masks[number] & Is.COMMA:
            number -= 1
        opens = Is.CONTRAST | Is.SUBORDINATOR | Is.COMPLEMENTIZER
        joins = number > low and masks[number] & opens and masks[number - 1] & Is.COMMA
        return first > low and bool(joins or masks[first - 1] & Is.COLON)

    def around(self, first: int, resume: int) -> tuple[Range, ...]:
        """The content around a marker from `first` to `resume`."""
        masks, before = self.masks, first
        low = self._after_semicolon(first)
        low = self._after_colon(self._after_told(low, first), first)
        if self._opens_clause(low, first):
            low = before = first  # "X objects, but in his view, …"
        if first > low and masks[first - 1] & (Is.COMMA | _JOIN) and self._dashed_marker(first):
            counted = any(masks[n] & (Is.NUMBER | Is.SPELLED) for n in range(low, first))
            low, before = (first, first) if counted else (low, before)  # "so many came, by the police's count — 28"
        while before > low and masks[before - 1] & (_LINK | _JOIN | Is.ADVERB | Is.BRACKET):
            before -= 1
        while low < before and masks[low] & (_LINK | _JOIN):
            low += 1
        low = self._past_opener(low, before)
        start = resume
        while start < self.stop and masks[start] & (_LINK | Is.COLON):
            start += 1
        if before <= low:
            start = self._past_relative(start)
            end = self.content_end(start, Is.CLAUSE, joined=False) if start < self.stop else start
            self.low = self.low if end > start else resume
            return ((start, end),) if end > start else ()
        closed = resume >= self.stop or masks[resume] & (Is.SEMICOLON | Is.TERMINAL)
        goes_on = (
            not closed
            and start < self.stop
            and not masks[start] & (_JOIN | Is.PARTICIPLE | _CITE)
            and not self._relates(start)
            and (masks[start] & Is.ADVERB or not masks[start] & Is.SUBORDINATOR)
        )
        if goes_on and not self._new_attribution(start) and not (self._cue_soon(start) and self.states(low, before)):
            end = self.content_end(start, Is.CLAUSE)
            self.low = end
            return (self._last_subject(low, before), before), (start, end)
        self.low = resume
        return ((low, before),)
