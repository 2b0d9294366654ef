"""Attributions: which words attribute (cue), to whom (source), and what (content). One small rule per construction.

Positions are token numbers until the very end; `Draft` becomes an `Attribution` with character spans in `sources`.
"""

from collections.abc import Sequence
from dataclasses import replace

from factkit.extraction.clauses import Clauses, Range, Region, between, cue_positions
from factkit.extraction.drafts import Draft
from factkit.extraction.model import Document
from factkit.extraction.quotations import Quote, find_quotes
from factkit.extraction.verb_second import VerbSecondReader, carried_on
from factkit.extraction.vocabulary import VERB_CUE, Is

_EDGE = (Is.COMMA | Is.TERMINAL | Is.COLON | Is.SEMICOLON | Is.DASH | Is.BRACKET)
_ADJUNCT = (Is.PREPOSITION | Is.TIME | Is.ADVERB)
_LONGEST_ADJUNCT = 16
_LONGEST_HEADING = 12  # tokens before the colon that heads a quotation
_SHORTEST_SPEECH = 5  # tokens, marks included, of a quotation that stands as a claim without a cue


def find_drafts(document: Document) -> tuple[list[Draft], list[Quote], Clauses]:
    """Every attribution of the document, in text order, with the quotations and word classes it was read from."""
    clauses = Clauses(document)
    quotes = find_quotes(document)
    cues = cue_positions(clauses.masks)
    drafts: list[Draft] = []
    outer_regions: list[Region] = []
    deepest = max((quote.depth for quote in quotes), default=-1)
    for depth in range(deepest + 2):
        clauses.set_quotes([quote for quote in quotes if quote.depth == depth])
        regions = make_regions(document, quotes, depth)
        outer_regions = outer_regions or regions
        previous: Range | None = None
        for region in regions:
            reader = _reader(document, clauses, region, cues, previous)
            drafts += [replace(draft, depth=depth) for draft in reader.read()]
            previous = (region.first, reader.stop)
    outer = [quote for quote in quotes if quote.depth == 0]
    clauses.set_quotes(outer)
    drafts = _carry_on(clauses, outer_regions, outer, drafts)
    if document.pack.grammar.cue_position == "second":
        drafts += carried_on(clauses, outer_regions, drafts)
    drafts.sort(key=lambda draft: (draft.hull[0], -draft.hull[1], draft.cue or (0, 0)))
    parents = find_parents(drafts)
    relayed = [parent is None or drafts[parent].mask & Is.MARKER for parent in parents]
    kept = [d for d, outer in zip(drafts, relayed, strict=True) if _stands(clauses, d, inside=not outer)]
    return kept, quotes, clauses


def _reader(
    document: Document, clauses: Clauses, region: Region, cues: list[int], previous: Range | None
) -> "_Reader | VerbSecondReader":
    """The reader for the language's word order; `previous` is the region before, without its final mark."""
    if document.pack.grammar.cue_position == "second":
        return VerbSecondReader(clauses, region, cues, previous)
    return _Reader(clauses, region, cues)


def _stands(clauses: Clauses, draft: Draft, *, inside: bool) -> bool:
    """Whether a draft is a claim of its own. What stands inside another claim (unless that only says according to whom)
    is one only where it has a party of its own that says or counts something; an agentless passive there is modality,
    "he" or "they" the speaker's own view."""
    if not inside and not draft.depth:
        return True
    if draft.source is None:
        return draft.cue is None
    if draft.inherited or all(clauses.masks[n] & (Is.PRONOUN | Is.RELATIVE | Is.INDEFINITE) for n in range(*draft.source)):
        return False
    first, masks = draft.content[0][0], clauses.masks
    counts = any(masks[n] & Is.NUMBER for piece in draft.content for n in range(*piece))
    states = draft.mask & Is.CLAUSE and not draft.mask & Is.WEAK and masks[first] & Is.COMPLEMENTIZER
    named = any(clauses.capital(n) for n in range(*draft.source)) or any(masks[n] & (Is.BODY | Is.ROLE) for n in range(*draft.source))
    return named and bool(counts or (states and not draft.depth))


def find_parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft (sorted by hull) the innermost one whose content holds its cue and its content."""
    parents: list[int | None] = []
    stack: list[int] = []
    for number, draft in enumerate(drafts):
        while stack and drafts[stack[-1]].hull[1] <= draft.hull[0]:
            stack.pop()
        key = draft.cue or draft.hull
        holder = next((n for n in reversed(stack) if _holds(drafts[n], key) and _holds(drafts[n], draft.hull)), None)
        parents.append(holder)
        stack.append(number)
    return parents


def _holds(draft: Draft, piece: Range) -> bool:
    return draft.hull[0] <= piece[0] and piece[1] <= draft.hull[1] and draft.hull != piece and not (
        draft.cue and piece[0] <= draft.cue[0] < piece[1]
    )


def make_regions(document: Document, quotes: list[Quote], depth: int) -> list[Region]:
    """What is read by itself at `depth`: sentences outside quotations, or those inside quotations of the depth above.
    A sentence never ends inside a quotation that stands in it."""
    opaque = [quote for quote in quotes if quote.depth == depth]
    if depth == 0:
        return _merge(document.sentences, opaque, 0)
    homes = [quote for quote in quotes if quote.depth == depth - 1 and quote.stop - quote.first > 5]
    regions: list[Region] = []
    number = 0
    for home in homes:
        first, stop = home.first + 1, home.stop - home.closed
        while number and document.sentences[number - 1][1] > first:
            number -= 1
        while number < len(document.sentences) and document.sentences[number][1] <= first:
            number += 1
        inside = []
        while number < len(document.sentences) and document.sentences[number][0] < stop:
            a, b = document.sentences[number]
            inside.append((max(a, first), min(b, stop)))
            number += 1
        regions += _merge(inside, [quote for quote in opaque if first <= quote.first < stop], depth)
    return regions


def _merge(sentences: list[Range], opaque: list[Quote], depth: int) -> list[Region]:
    regions: list[Region] = []
    number = 0
    held: int | None = None
    for first, stop in sentences:
        start = first if held is None else held
        while number < len(opaque) and opaque[number].stop <= stop:
            number += 1
        if number < len(opaque) and opaque[number].first < stop < opaque[number].stop:
            held = start
            continue
        held = None
        regions.append(Region(start, stop, depth))
    if held is not None:
        regions.append(Region(held, sentences[-1][1], depth))
    return regions


class _Reader:
    """Reads one region cue by cue, from left to right."""

    __slots__ = ("c", "cues", "drafts", "first", "last_source", "low", "masks", "pending", "stop")

    def __init__(self, clauses: Clauses, region: Region, cues: list[int]) -> None:
        self.c, self.masks = clauses, clauses.masks
        self.first, self.stop = region.first, region.stop
        while self.stop > self.first and self.masks[self.stop - 1] & Is.TERMINAL:
            self.stop -= 1
        self.cues = between(cues, self.first, self.stop)
        self.drafts: list[Draft] = []
        self.low = self.first  # nothing before it belongs to a content that precedes its cue
        self.last_source: Range | None = None
        self.pending: tuple[Range, int] | None = None

    def read(self) -> list[Draft]:
        """The region's attributions."""
        masks, jump = self.masks, self.c.jump
        skip_to = 0
        quotes = [(a, jump[a]) for a in jump if self.first <= a < self.stop] if self.cues else []
        for number in self.cues:
            if number < skip_to or any(a < number < b for a, b in quotes):
                continue
            mask = masks[number]
            stop = self.c.stops.get(number, number + 1)
            if mask & Is.IDIOM:
                skip_to = stop
                continue
            if mask & (Is.CITING | Is.CITED_BY):
                self._cite(stop, mask)
                continue
            draft = self._read_cue(number, stop, mask)
            if draft is not None:
                self.drafts.append(self._with_citation(draft))
                if draft.source is not None and not draft.inherited:
                    self.last_source = draft.source
        return self.drafts

    def _cite(self, stop: int, mask: int) -> None:
        """Notes whom the nearest attribution cites, or who carries it: of the cue before, else of the next one."""
        cited = self.c.source_right(stop, self.stop)
        if cited is None:
            return
        if not self.drafts:
            self.pending = (cited, mask)
        elif mask & Is.CITING:
            self.drafts[-1] = replace(self.drafts[-1], passed_on=self.drafts[-1].passed_on or cited)
        else:
            self.drafts[-1] = replace(self.drafts[-1], relay=cited)

    def _with_citation(self, draft: Draft) -> Draft:
        if self.pending is not None:
            cited, mask = self.pending
            self.pending = None
            draft = replace(draft, passed_on=cited) if mask & Is.CITING else replace(draft, relay=cited)
        if draft.cue and draft.relay is None and draft.mask & Is.ADDRESSEE:
            number = draft.cue[1]
            while number < self.stop and self.masks[number] & (Is.PREPOSITION | Is.DETERMINER):
                number += 1
            if number < self.stop and self.masks[number] & Is.OUTLET and self.c.capital(number):
                draft = replace(draft, relay=self.c.source_right(number, self.stop))
        return draft

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
        start = self.c.cue_start(number, self.first)
        if start < number and self.masks[start] & Is.AUXILIARY:
            return False
        if self.c.noun_reading(number, self.first) and number > self.first:
            return True
        if number == self.first or self.masks[number - 1] & _EDGE:
            complement = stop < self.stop and (self.masks[stop] & Is.COMPLEMENTIZER or stop in self.c.jump)
            return not self.masks[number] & Is.PARTICIPLE and not (complement and number > self.first)
        return stop < self.stop and bool(self.masks[stop] & (Is.AUXILIARY | VERB_CUE)) and not self.masks[stop] & Is.AMBIGUOUS

    # --- verbs ---------------------------------------------------------------------------------------------------

    def _verb(self, number: int, stop: int, mask: int) -> Draft | None:
        start = self.c.cue_start(number, self.first)
        cue = (start, stop)
        passive = bool(mask & Is.PASSIVE) or (
            not mask & Is.PARTICIPLE and any(self.masks[n] & Is.BE for n in range(max(start, number - 3), number))
        )
        if passive:
            return self._passive(cue, mask)
        if mask & Is.NEEDS_AUXILIARY and not any(self.masks[n] & Is.AUXILIARY for n in range(start, number)):
            return None
        if any(self.masks[n] & (Is.NEGATION | Is.MODAL) for n in range(start, number)):
            return None
        if draft := self._inverted(cue, mask):
            return draft
        source, inherited = self._subject(start, mask)
        if source is None or self.masks[source[0]] & Is.FIRST_PERSON:
            return None
        if not inherited and mask & Is.CLAUSE and (draft := self._as_clause(source, cue, mask)):
            return draft
        if mask & Is.WEAK and any(self.masks[n] & Is.DOCUMENT for n in range(*source)):
            mask &= ~Is.WEAK  # polls show and reports find, with or without "that"
        right = self._content_right(stop, mask)
        if right and source[1] - source[0] == 1 and self.masks[source[0]] & Is.RELATIVE and not self._strong(right, mask):
            return None
        if not inherited and mask & Is.CLAUSE and self._speaks_of_left(source[0], right, mask):
            if contents := self._content_left(source[0], stop):
                return Draft(contents, source, cue, mask, after=True, rule="left")
        return Draft((right,), source, cue, mask, inherited=inherited, rule="right") if right else None

    def _strong(self, right: Range, mask: int) -> bool:
        """Whether a content after its cue is beyond doubt: a saying with a conjunction or a quotation."""
        return bool(mask & Is.CLAUSE) and (bool(self.masks[right[0]] & (Is.COMPLEMENTIZER | Is.PRONOUN)) or right[0] in self.c.jump)

    def _speaks_of_left(self, start: int, right: Range | None, mask: int) -> bool:
        """Whether the content stands before a source that starts at `start`: after a quotation, or after a comma where
        what follows the cue is no clause of its own."""
        if start <= self.low:
            return False
        if self._quote_ends(start):
            return True
        if mask & Is.WEAK:
            return False
        if right is None or mask & Is.OBJECT:
            return right is None
        strong = self.masks[right[0]] & (Is.COMPLEMENTIZER | Is.TO | Is.PRONOUN) or right[0] in self.c.jump
        if strong or not self.masks[start - 1] & Is.COMMA or self.masks[right[0] - 1] & Is.COLON:
            return False
        return not self._clause_ahead(right[0]) and self._states(self.low, start - 1)

    def _states(self, first: int, stop: int) -> bool:
        """Whether the stretch says something by itself, rather than lead in ("On Monday, in Seoul, X said …")."""
        masks = self.masks
        if stop - first < 4:
            return False
        if not masks[first] & (Is.PREPOSITION | Is.SUBORDINATOR | Is.TIME | Is.PARTICIPLE) or masks[first] & Is.DETERMINER:
            return True
        opening = next((n for n in range(first, stop) if masks[n] & Is.COMMA), stop)
        return any(masks[n] & Is.AUXILIARY for n in range(opening, stop))

    def _as_clause(self, source: Range, cue: Range, mask: int) -> Draft | None:
        """'As X noted, …' and '…, as X noted, …'."""
        opener, stop = source[0] - 1, cue[1]
        if opener < self.first or not self.masks[opener] & Is.AS:
            return None
        while stop < self.stop and not self.masks[stop] & _EDGE:
            if not self.masks[stop] & _ADJUNCT and stop - cue[1] > 5:
                return None
            stop += 1
        before = opener
        while before > self.low and self.masks[before - 1] & (Is.COMMA | Is.DASH | Is.CONJUNCTION | Is.CONTRAST):
            before -= 1
        if before > self.low and self.masks[opener - 1] & (Is.COMMA | Is.DASH):
            if contents := self._content_left(opener, cue[1]):
                return Draft(contents, source, cue, mask, after=True, rule="as-last")
            return None
        start = stop + 1
        if start < self.stop and self.masks[stop] & (Is.COMMA | Is.COLON):
            return Draft(((start, self._end(start, Is.CLAUSE)),), source, cue, mask, rule="as-first")
        return None

    def _quote_ends(self, number: int) -> bool:
        """Whether a quotation not yet spoken for ends right before `number`."""
        last = number - 1
        while last > self.low and self.masks[last] & (Is.COMMA | Is.DASH):
            last -= 1
        return last >= self.low and last in self.c.back

    def _subject(self, start: int, mask: int) -> tuple[Range | None, bool]:
        """The cue's source to its left, and whether it was taken over from an earlier cue or clause."""
        if start == self.first:
            return (self.last_source, True) if mask & Is.PARTICIPLE else (None, False)
        before = self.masks[start - 1]
        if before & Is.TO:
            return self._main_subject(), True
        if mask & Is.PARTICIPLE and not self.masks[start] & Is.AUXILIARY:
            if before & (Is.COMMA | Is.CONJUNCTION | Is.PREPOSITION | Is.SUBORDINATOR | Is.DASH | Is.QUOTE):
                return self._main_subject(), True
            source, subject = self.c.source_left(start, self.first), self._main_subject()
            if source and subject and source[0] == subject[0]:
                return subject, True  # "Trump issued a statement saying": Trump, not the statement
            return source, False
        if before & (Is.CONJUNCTION | Is.CONTRAST):
            return self._main_subject(), True
        return self.c.source_left(start, self.first), False

    def _main_subject(self) -> Range | None:
        """Who the region is about: the source of the cue before, else the noun phrase it starts with."""
        if self.last_source is not None:
            return self.last_source
        masks = self.masks
        number = self.first
        if masks[number] & (Is.PREPOSITION | Is.SUBORDINATOR | Is.PARTICIPLE | Is.TIME):
            while number < self.stop and not masks[number] & Is.COMMA:
                number = self.c.after(number)
            number += 1
        while number < self.stop and masks[number] & (Is.CONJUNCTION | Is.CONTRAST | Is.ADVERB | Is.COMMA):
            number += 1
        if number >= self.stop or number in self.c.jump:
            return None
        if masks[number] & Is.PRONOUN:
            return number, number + 1
        stop = number
        proper = self.c.capital(number) and number + 1 < self.stop and self.c.capital(number + 1)
        while stop < self.stop and stop - number < 10 and not masks[stop] & (
            _EDGE | Is.AUXILIARY | Is.RELATIVE | Is.SUBORDINATOR | Is.QUOTE | Is.COMPLEMENTIZER
        ):
            if stop > number and masks[stop] & VERB_CUE and not self.c.noun_reading(stop, number):
                break
            if stop > number and proper and not self.c.capital(stop) and not masks[stop] & (Is.INNER | Is.CONJUNCTION):
                break
            stop += 1
        return (number, stop) if stop > number and not self.c.only_function_words(number, stop) else None

    def _inverted(self, cue: Range, mask: int) -> Draft | None:
        """'"…," said X' and '…, said X': the content before, the source after."""
        start, stop = cue
        if start == self.first or not mask & Is.CLAUSE or mask & Is.PARTICIPLE:
            return None
        after_quote = start - 1 in self.c.back
        if not after_quote and (not self.masks[start - 1] & (Is.COMMA | Is.DASH) or mask & Is.ADDRESSEE and mask & Is.TRANSITIVE):
            return None
        source = self.c.source_right(stop, self.stop)
        if source is None:
            return None
        follows = self.masks[source[1]] if source[1] < self.stop else Is.TERMINAL
        if not after_quote and not follows & (_EDGE | _ADJUNCT | Is.QUOTE | Is.RELATIVE | Is.SUBORDINATOR):
            return None
        contents = self._content_left(start, source[1])
        if not contents:
            return None
        return Draft(contents, source, cue, mask, after=True, rule="inverted")

    def _content_right(self, stop: int, mask: int) -> Range | None:
        """The content after a cue that ends before `stop`."""
        masks, high = self.masks, self.stop
        number = stop
        while number < high and masks[number] & Is.ADVERB and not masks[number] & (Is.COMPLEMENTIZER | Is.DETERMINER):
            number += 1
        if number >= high:
            return None
        quote = self._quote_at(number)
        if quote is not None:
            return quote, self._end(quote, mask)
        if masks[number] & Is.COLON:
            return (number + 1, high) if number + 1 < high else None
        if mask & Is.ADDRESSEE and not masks[number] & (Is.COMPLEMENTIZER | Is.TO):
            beyond = self._beyond_addressee(number)
            if beyond is not None:
                number = beyond
                quote = self._quote_at(number)
                if quote is not None:
                    return quote, self._end(quote, mask)
        if number >= high:
            return None
        if masks[number] & Is.COMPLEMENTIZER and mask & (Is.CLAUSE | Is.OBJECT):
            return number, self._end(number, Is.CLAUSE)
        if masks[number] & Is.TO and mask & Is.INFINITIVE:
            return number, self._end(number, mask)
        if masks[number] & _ADJUNCT and not self._counts(number) and (beyond := self._beyond_adjuncts(number)) is not None:
            return beyond, self._end(beyond, mask)
        if masks[number] & (_EDGE | Is.SUBORDINATOR | Is.AUXILIARY | Is.CONTRAST | Is.RELATIVE | Is.CONJUNCTION):
            return None
        return self._bare(number, mask)

    def _bare(self, number: int, mask: int) -> Range | None:
        """A content that follows its cue with nothing between them: a clause or, for some cues, a noun phrase."""
        first = self.masks[number]
        if mask & Is.FIGURE and not mask & (Is.CLAUSE | Is.OBJECT):
            end = self._end(number, mask)
            return (number, end) if any(self.masks[n] & Is.NUMBER for n in range(number, end)) else None
        if self._counts(number):
            return number, self._end(number, mask)
        if mask & Is.CLAUSE and not mask & Is.OBJECT:
            if first & (Is.PREPOSITION | Is.TO) and not first & Is.DETERMINER:
                return None
            quotes = any(n in self.c.jump for n in range(number, min(self.stop, number + 12)))
            if mask & Is.TRANSITIVE and not first & Is.PRONOUN and not quotes and not self._clause_ahead(number):
                return None
            if (mask & Is.WEAK and not first & Is.PRONOUN and not quotes) or (first & Is.TIME and not first & Is.DETERMINER):
                return None
            end = self._end(number, mask)
            return (number, end) if end - number > 1 else None
        if mask & Is.OBJECT:
            if first & Is.PREPOSITION and not first & Is.DETERMINER and not self._clause_ahead(number):
                return None
            end = self._end(number, mask if not self._clause_ahead(number) else mask & ~Is.OBJECT)
            return (number, end) if end > number else None
        return None

    def _counts(self, number: int) -> bool:
        """Whether a number with a preposition or adverb of degree before it starts here ("about 10,000")."""
        return number + 1 < self.stop and bool(self.masks[number + 1] & Is.NUMBER) and bool(
            self.masks[number] & (Is.PREPOSITION | Is.ADVERB | Is.DETERMINER)
        )

    def _clause_ahead(self, number: int) -> bool:
        """Whether a subject and a finite auxiliary follow before the next edge: a clause and no mere object."""
        masks = self.masks
        if masks[number] & Is.AUXILIARY:
            return False
        for ahead in range(number + 1, min(self.stop, number + 8)):
            if masks[ahead] & (_EDGE | Is.RELATIVE | Is.QUOTE | Is.COMPLEMENTIZER | Is.SUBORDINATOR):
                return False
            if masks[ahead] & Is.AUXILIARY:
                return not masks[ahead - 1] & Is.TO
        return False

    def _quote_at(self, number: int) -> int | None:
        """Where a quotation opens at `number`, a comma or colon before it put aside."""
        if number in self.c.jump:
            return number
        if number + 1 in self.c.jump and self.masks[number] & (Is.COMMA | Is.COLON):
            return number + 1
        return None

    def _beyond_addressee(self, number: int) -> int | None:
        """Past the one who is told; None where no complement follows."""
        masks, high = self.masks, self.stop
        if masks[number] & (_EDGE | Is.PREPOSITION) and not masks[number] & Is.DETERMINER:
            return None
        if masks[number] & Is.PRONOUN:
            return number + 1
        for ahead in range(number + 1, min(high, number + 14)):
            mask = masks[ahead]
            if mask & (Is.COMPLEMENTIZER | Is.COLON) or ahead in self.c.jump:
                return ahead
            if mask & Is.TO and not mask & Is.DETERMINER:
                return ahead
            if mask & Is.COMMA:
                return ahead if ahead + 1 in self.c.jump else None
            if mask & Is.PRONOUN or (mask & Is.DETERMINER and not masks[ahead - 1] & (Is.PREPOSITION | Is.DETERMINER | Is.CONJUNCTION)):
                return ahead
            if mask & (_EDGE | Is.AUXILIARY):
                return None
        return None

    def _beyond_adjuncts(self, number: int) -> int | None:
        """Past 'on Monday', 'in a statement', up to the complementizer or quotation they keep waiting."""
        masks = self.masks
        for ahead in range(number, min(self.stop, number + _LONGEST_ADJUNCT)):
            mask = masks[ahead]
            if ahead > number and mask & Is.COMPLEMENTIZER and not mask & (Is.SUBORDINATOR | Is.AUXILIARY):
                return ahead
            if (quote := self._quote_at(ahead)) is not None:
                return quote
            if mask & Is.COLON and ahead + 1 < self.stop:
                return ahead + 1
            if mask & (Is.TERMINAL | Is.SEMICOLON | Is.COMMA | Is.AUXILIARY):
                return None
        return None

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
        first = self._left_start(self.c.back[last - 1]) if quoted else self.low
        while first < last and masks[first] & (Is.COMMA | Is.DASH | Is.CONJUNCTION | Is.CONTRAST | Is.TERMINAL) and not (
            masks[first] & Is.SUBORDINATOR
        ):
            first += 1
        if first >= last:
            return ()
        contents = [(first, last)]
        follow = self._continuation(resume, quoted=quoted)
        if follow is not None:
            contents.append(follow)
        self.low = contents[-1][1] if follow else max(self.low, resume)
        return tuple(contents)

    def _left_start(self, quote: int) -> int:
        """Where a content that ends in the quotation at `quote` starts: with words that lead up to it ("It was “…”"),
        unless they are somebody's introduction to it ("He sighed: “…”", "telling reporters, “…”")."""
        if quote <= self.low or self.masks[quote - 1] & Is.COLON:
            return quote
        if any(self.masks[cue] & VERB_CUE and not self.c.noun_reading(cue, self.low) for cue in between(self.cues, self.low, quote)):
            return quote
        return self.low

    def _continuation(self, number: int, *, quoted: bool) -> Range | None:
        """Where the content goes on after the cue and its adjuncts: after a comma, or with another quotation."""
        masks = self.masks
        for ahead in range(number, min(self.stop, number + _LONGEST_ADJUNCT)):
            if ahead in self.c.jump:
                return ahead, self._end(ahead, Is.CLAUSE)
            if masks[ahead] & Is.COMMA:
                start = ahead + 1
                if start >= self.stop:
                    return None
                if start in self.c.jump:
                    return start, self._end(start, Is.CLAUSE)
                if quoted or masks[start] & (Is.RELATIVE | Is.CITING | Is.CITED_BY | Is.MARKER | Is.PREPOSITION):
                    return None
                if masks[start] & Is.PARTICIPLE and masks[start] & VERB_CUE:
                    return None
                if masks[start] & (Is.CONJUNCTION | Is.CONTRAST) and self._cue_soon(start + 1):
                    return None
                return start, self._end(start, Is.CLAUSE)
            if masks[ahead] & (_EDGE | VERB_CUE) and ahead > number:
                return None
        return None

    def _cue_soon(self, number: int) -> bool:
        """Whether a cue follows at once, adverbs and auxiliaries aside: a new attribution of the same source."""
        masks = self.masks
        while number < self.stop and masks[number] & (Is.ADVERB | Is.AUXILIARY | Is.NEGATION):
            number += 1
        return number < self.stop and bool(masks[number] & VERB_CUE)

    # --- where a content ends ----------------------------------------------------------------------------------

    def _end(self, first: int, mask: int) -> int:
        """One past the last token of a content that starts at `first`."""
        masks, high, jump = self.masks, self.stop, self.c.jump
        loose = not mask & Is.CLAUSE or bool(mask & Is.OBJECT)
        number = first
        brackets = 0
        while number < high:
            mask_here = masks[number]
            if number in jump:
                number = jump[number]
                if masks[number - 2] & Is.COMMA and self._stops_at_comma(number - 1, loose):
                    return number
                continue
            if mask_here & Is.BRACKET:
                brackets += 1 if self.c.words[number] in "([（" else -1
                if brackets < 0:
                    return number
            elif mask_here & Is.SEMICOLON:
                return number
            elif mask_here & Is.DASH and number > first + 1 and self.c.words[number] not in "-‒":
                if number + 1 < high and self._new_attribution(number + 1):
                    return number
            elif mask_here & Is.COMMA:
                if number > first and self._stops_at_comma(number, loose):
                    return number
            elif mask_here & (Is.CONJUNCTION | Is.CONTRAST) and number > first:
                if self._cue_soon(number + 1) and not self._inside_infinitive(number):
                    return number
            elif mask_here & (Is.MARKER | Is.CITING) and number > first:
                return number
            elif loose and mask_here & Is.SUBORDINATOR and number > first + 1 and not mask_here & (Is.COMPLEMENTIZER | Is.PREPOSITION):
                return number
            elif number > first and not loose and number in jump:
                return number
            number = self.c.after(number)
        return high

    def _inside_infinitive(self, conjunction: int) -> bool:
        """Whether the conjunction joins a bare infinitive ("to stay and support"): no new attribution."""
        ahead = conjunction + 1
        return ahead < self.stop and not self.masks[ahead] & (Is.PARTICIPLE | Is.AUXILIARY) and (
            self.masks[conjunction - 1] & Is.TO != 0
        )

    def _stops_at_comma(self, comma: int, loose: bool) -> bool:
        masks = self.masks
        number = comma + 1
        if number >= self.stop:
            return True
        mask = masks[number]
        if mask & (Is.MARKER | Is.CITING | Is.CITED_BY) or self._inverted_cue(number):
            return True
        if mask & Is.PARTICIPLE and (mask & VERB_CUE or loose):
            return True
        if loose and mask & Is.CONTRAST:
            return True
        if mask & (Is.CONJUNCTION | Is.CONTRAST):
            return self._cue_soon(number + 1) or self._new_attribution(number + 1)
        if loose and mask & (Is.RELATIVE | Is.SUBORDINATOR | Is.CONTRAST | Is.PRONOUN) and not mask & Is.DETERMINER:
            return True
        return self._new_attribution(number)

    def _inverted_cue(self, number: int) -> bool:
        """Whether a saying follows at once, with its source behind it (", said X")."""
        masks = self.masks
        while number < self.stop and masks[number] & (Is.AUXILIARY | Is.ADVERB):
            number += 1
        if number >= self.stop or not masks[number] & Is.CLAUSE or masks[number] & (Is.PARTICIPLE | Is.WEAK):
            return False
        return self.c.source_right(self.c.after(number), self.stop) is not None

    def _new_attribution(self, number: int) -> bool:
        """Whether the source of a later cue starts at `number`, so that the content before ends."""
        for cue in self.cues:
            if cue <= number or cue - number > 25:
                if cue > number:
                    return False
                continue
            if not self.masks[cue] & Is.CLAUSE or self.masks[cue] & Is.PARTICIPLE:
                continue
            start = self.c.cue_start(cue, number)
            source = self.c.source_left(start, number) if start > number else None
            return source is not None and source[0] == number and not (
                source[1] == number + 1 and self.masks[number] & Is.RELATIVE
            )
        return False

    # --- other constructions -----------------------------------------------------------------------------------

    def _passive(self, cue: Range, mask: int) -> Draft | None:
        """'X is said to …', 'it was reported that …', '…, it was said by X'."""
        masks = self.masks
        number = cue[1]
        by = self._by(number)
        source = self.c.source_right(by + 1, self.stop) if by is not None else None
        if source is not None:
            number = source[1]
        if number < self.stop and masks[number] & Is.COMPLEMENTIZER:
            return Draft(((number, self._end(number, mask)),), source, cue, mask, rule="passive-that")
        subject = self.c.source_left(cue[0], self.first)
        if subject is None:
            return None
        if number < self.stop and masks[number] & Is.TO:
            return Draft((subject, (number, self._end(number, mask))), source, cue, mask, rule="passive-to")
        if mask & Is.PASSIVE and number < self.stop:
            end = self._end(number, mask | Is.OBJECT)
            return Draft((subject, (number, end)), source, cue, mask, rule="passive-object") if end > number else None
        return Draft((subject,), source, cue, mask, after=True, rule="passive-by") if source is not None else None

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
        if not masks[stop] & Is.COMPLEMENTIZER or not masks[stop] & Is.RELATIVE or self.c.words[stop] in {"who", "which"}:
            return None
        if masks[stop + 1] & (Is.AUXILIARY | VERB_CUE) and not masks[stop + 1] & Is.AMBIGUOUS:
            return None
        return Draft(((stop, self._end(stop, Is.CLAUSE)),), owner, (number, stop), mask, rule="noun")

    def _owner(self, number: int) -> Range | None:
        """The possessor before a cue noun: a pronoun or a name with its ending."""
        masks, first = self.masks, number
        for back in range(number - 1, max(self.first, number - 4) - 1, -1):
            if masks[back] & Is.PRONOUN:
                return back, back + 1
            if self.c.words[back] in {"'s", "’s"}:
                first = back
                break
            if masks[back] & (_EDGE | Is.AUXILIARY | Is.PREPOSITION):
                return None
        if first == number and number > self.first and self.c.capital(number - 1):
            return number - 1, number
        return self.c.source_left(first, self.first) if first < number else None

    def _marker(self, number: int, stop: int, mask: int) -> Draft | None:
        """'According to X, …' and '…, according to X'."""
        masks = self.masks
        end = stop
        while end < self.stop and not masks[end] & (_EDGE ^ Is.BRACKET | Is.QUOTE | Is.CONTRAST) and not (
            masks[end] & (Is.SUBORDINATOR | Is.MARKER | Is.CITING) and end > stop
        ):
            end = self.c.after(end)
        if end == stop:
            return None
        source = (stop, self.c._apposition_end(end, self.stop))
        before = number
        while before > self.low and masks[before - 1] & (Is.COMMA | Is.DASH | Is.CONJUNCTION | Is.CONTRAST | Is.ADVERB):
            before -= 1
        if before <= self.low:
            start = source[1]
            while start < self.stop and masks[start] & (Is.COMMA | Is.COLON):
                start += 1
            content = (start, self._end(start, Is.CLAUSE)) if start < self.stop else None
            return Draft((content,), source, (number, stop), mask, rule="marker-first") if content else None
        opening = self.low
        while opening < before and masks[opening] & (Is.COMMA | Is.DASH | Is.CONJUNCTION | Is.CONTRAST | Is.SEMICOLON):
            opening += 1
        if opening == before:
            return None
        contents = [(opening, before)]
        after = source[1]
        if after + 1 < self.stop and masks[after] & Is.COMMA and not masks[after + 1] & (Is.CONJUNCTION | Is.CONTRAST | Is.RELATIVE | Is.PARTICIPLE | Is.SUBORDINATOR):
            contents.append((after + 1, self._end(after + 1, Is.CLAUSE)))
        self.low = contents[-1][1] if len(contents) > 1 else after
        return Draft(tuple(contents), source, (number, stop), mask, after=True, rule="marker-last")


def _carry_on(clauses: Clauses, regions: Sequence[Region], quotes: list[Quote], drafts: list[Draft]) -> list[Draft]:
    """Quotations without a known cue: the rest of a quoted speech joins the claim it continues, a quotation that a
    name or an unknown verb introduces gets that source, and any other whole sentence is carried on."""
    result = list(drafts)
    held = _covered(drafts)
    order = sorted((n for n, d in enumerate(drafts) if d.cue and not d.depth), key=lambda n: drafts[n].cue or (0, 0))
    place, region = 0, 0
    for quote in quotes:
        if quote.stop - quote.first < _SHORTEST_SPEECH or held[quote.first]:
            continue
        while region + 1 < len(regions) and regions[region].stop <= quote.first:
            region += 1
        while place < len(order) and (drafts[order[place]].cue or (0, 0))[1] <= quote.first:
            place += 1
        introduced = _introduced(clauses, regions[region], quote)
        whole = quote.first == regions[region].first or clauses.masks[quote.first - 1] & (Is.TERMINAL | Is.QUOTE)
        if introduced is not None:
            result.append(introduced)
        elif whole and (number := _speech_before(clauses, drafts, order[max(0, place - 3) : place])) is not None:
            result[number] = replace(result[number], content=(*result[number].content, (quote.first, quote.stop)))
        elif whole and place:
            result.append(Draft(((quote.first, quote.stop),), None, None, 0, rule="carried"))
    return result


def _covered(drafts: Sequence[Draft]) -> bytearray:
    """For every token whether some content holds it."""
    held = bytearray(1 + max((stop for draft in drafts for _, stop in draft.content), default=0) + 1_000)
    size = len(held)
    for draft in drafts:
        for first, stop in draft.content:
            held[first:stop] = b"\x01" * (min(stop, size) - first)
    return held


def _speech_before(clauses: Clauses, drafts: list[Draft], recent: Sequence[int]) -> int | None:
    """The latest of the `recent` drafts whose quoted speech a new quotation can go on with."""
    for number in reversed(recent):
        if drafts[number].after or drafts[number].content[0][0] in clauses.jump:
            return number
    return None


def _introduced(clauses: Clauses, region: Region, quote: Quote) -> Draft | None:
    """'“…,” X quipped.', 'X quipped: “…”' and 'X: “…”' with a verb that no list has, or none."""
    masks, content = clauses.masks, ((quote.first, quote.stop),)
    before = quote.first - 1
    if before > region.first and masks[before] & Is.COLON:
        source = clauses.source_right(region.first, before)
        if source is not None and clauses.capital(source[0]) and source[1] - source[0] <= _LONGEST_HEADING:
            stop = next((n for n in range(source[0] + 1, source[1]) if not clauses.capital(n) and not masks[n]), source[1])
            return Draft(content, (source[0], stop), (min(stop, before), before + 1), 0, rule="colon")
    if masks[quote.stop - 2] & (Is.COMMA | Is.TERMINAL) or (quote.stop < region.stop and masks[quote.stop] & Is.COMMA):
        first = quote.stop + (1 if masks[quote.stop : quote.stop + 1] and masks[quote.stop] & Is.COMMA else 0)
        stop = first
        while stop < region.stop and stop - first < 6 and (clauses.capital(stop) or masks[stop] & Is.PRONOUN) and not masks[stop] & Is.FIRST_PERSON:
            stop += 1
        if stop > first and stop < region.stop and not masks[stop] and clauses.text[clauses.starts[stop]].islower():
            return Draft(content, (first, stop), (stop, stop + 1), 0, after=True, rule="unknown-verb")
    return None
