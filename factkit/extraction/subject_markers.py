"""Sources told by a preposition or a noun, and whoever passes a claim on, where the subject precedes its verb."""

from factkit.extraction.clauses import Range, between
from factkit.extraction.drafts import Draft
from factkit.extraction.offices import offices_end
from factkit.extraction.subject_contents import SubjectContents
from factkit.extraction.subject_last import enclitic_subject, subject_after
from factkit.extraction.vocabulary import EDGE, VERB_CUE, Is

_WHERE = 10  # tokens from a cue noun past "in May" to its "that"
_PARTY = Is.ROLE | Is.BODY | Is.OUTLET | Is.DOCUMENT | Is.ANONYMOUS | Is.PRONOUN | Is.NUMBER


class SubjectMarkers(SubjectContents):
    """Constructions without a verb of saying: markers, cue nouns, citations, outlets spoken to."""

    __slots__ = ()

    def _marker(self, number: int, stop: int, mask: int) -> Draft | None:
        """'According to X, …' and '…, according to X'."""
        masks = self.masks
        if self.c.head_first and masks[number] & Is.AS and self.contents.cue_soon(stop):
            return None  # "según recordó X": the verb is the cue
        stop = self._opens_source(number, stop)
        end = self._source_end(stop)
        if end == stop:
            return None
        if (opening := self._bracketed(number)) is not None:
            return Draft(((opening + 1, number),), (stop, end), (number, stop), mask, after=True, rule="bracketed")
        if number <= self.low and end >= self.stop and self.c.tells_clauses:
            end = self._clause_behind(stop)
        elif number <= self.low and self.c.head_first:
            end = self._unparted(stop, end)
        source, cue = (stop, self._described_end(stop, end)), (number, stop)
        if source[1] >= self.stop and number <= self.low:
            source = (stop, end)  # what looks like an apposition is all there is to say
        before = number
        leads = Is.COMMA | Is.DASH | Is.CONJUNCTION | Is.CONTRAST | Is.ADVERB
        while before > self.low and masks[before - 1] & leads:
            if masks[before - 1] & Is.TIME and self.c.head_first:
                break  # "confirmate până ieri seară | , potrivit X"
            before -= 1
        before = self._without_nobody(before)
        before -= before > self.low and self.c.words[before - 1] == "("  # "3 morts (selon X)"
        relayed = self._relayed(before)
        if relayed is not None and self._heard(source):
            return None
        if before <= self.low and relayed is None:
            draft = self._marker_first(source, cue, mask)
        else:
            draft = self._marker_last(before, relayed, source, cue, mask)
        known = self._made_known(source) if draft and self.c.head_first else None
        return draft._replace(passed_on=known) if draft and known else draft

    def _described_end(self, first: int, end: int) -> int:
        """`end`, or where what describes the source ends: its apposition, or who made the document known that it is
        ("conform bilanțului, | prezentat de Ana Pop, purtătoare de cuvânt"). Several are no one person."""
        masks, stop = self.masks, self.c.apposition_end(end, self.stop)
        if not self.c.head_first or end + 3 >= self.stop or not masks[end] & Is.COMMA:
            return stop
        many = self.c.words[first].endswith(self.c.plurals) and masks[first] & (Is.ROLE | Is.ANONYMOUS)
        if stop > end and many and self.c.plurals and masks[end + 1] & Is.ROLE:
            return stop if self.c.words[end + 1].endswith(self.c.plurals) else end
        made = masks[end + 1] & Is.NEEDS_AUXILIARY and masks[end + 2] & (Is.BY | Is.TIME)
        if not made or not any(masks[n] & Is.DOCUMENT for n in range(first, end)):
            return stop
        maker = self.c.source_right(end + 3, self.stop)
        return maker[1] if maker else stop

    def _unparted(self, first: int, end: int) -> int:
        """Where the source from `first` on ends that no comma parts from its clause ("Potrivit poliției din Cluj |
        șoferul era beat"): where a noun phrase starts that has a verb; else `end`."""
        masks, small = self.masks, Is.PREPOSITION | Is.INNER | Is.DETERMINER | Is.CONJUNCTION | Is.COMMA | Is.GENITIVE
        verb = next((n for n in range(first + 2, end) if masks[n] & Is.AUXILIARY and not masks[n] & small), end)
        if verb == end or any(masks[n] & (Is.RELATIVE | Is.BRACKET) for n in range(first, verb)):
            return end
        opens = Is.DETERMINER | Is.PRONOUN | Is.NUMBER
        for number in range(first + 1, verb):
            here, before = masks[number], masks[number - 1]
            if before & small or here & Is.INNER or here & Is.INSIDE:
                continue
            named = self.c.capital(number - 1) and not self.c.capital(number) and not here & (small | Is.ADVERB)
            if here & opens or named:
                return number
        return end

    def _made_known(self, source: Range) -> Range | None:
        """Whose data a source is that somebody else made known ("cálculos del servicio | que dio a conocer el ministro
        Paz")."""
        relative = next((n for n in range(source[0] + 1, source[1]) if self.masks[n] & Is.RELATIVE), source[1])
        if relative + 2 >= source[1] or self.masks[relative - 1] & Is.COMMA:
            return None
        if not any(self.masks[n] & Is.BODY or self.c.capital(n) for n in range(source[0], relative)):
            return None  # "el balance | que difundió el centro": nobody else's
        cue = next(iter(between(self.cues, relative + 1, relative + 4)), None)
        if cue is None or not self.masks[cue] & Is.CLAUSE or not subject_after(self.c, self.c.after(cue), source[1]):
            return None
        return source[0], relative

    def _source_end(self, start: int) -> int:
        """Where the source ends that a marker opens at `start`."""
        end, inside = start, False
        ends, later = EDGE ^ Is.BRACKET | Is.QUOTE | Is.CONTRAST, Is.SUBORDINATOR | Is.MARKER | Is.CITING | Is.CITED_BY
        while end < self.stop and not self.masks[end] & ends:
            if self.masks[end] & later and end > start and not self._made_public(end):
                break
            if self.c.head_first and end > start and self._counts_on(start, end):
                break  # "selon lui | avait réuni …", "selon la police | près de 200 personnes"
            if self.masks[end] & Is.BRACKET:
                closes = self.c.words[end] not in "([（"
                number = end + 1 < self.stop and self.masks[end + 1] & Is.NUMBER
                if (closes and not inside) or (number and not closes):
                    break  # "(9 selon la police | )", "selon la police | (12 selon la CGT)"
                inside = not closes
            end = self.c.after(end)
            if end < self.stop and self.masks[end] & Is.COMMA and self.c.head_first:
                end = offices_end(self.c, start, end, self.stop)
        return end

    def _counts_on(self, start: int, number: int) -> bool:
        """Whether the clause that a marker stands in goes on at `number` without a comma: behind a pronoun with its
        verb, or behind a noun phrase with a number."""
        before, here = self.masks[number - 1], self.masks[number]
        if number == start + 1 and before & Is.PRONOUN and not before & Is.DETERMINER:
            return bool(here & Is.AUXILIARY)
        small = Is.PREPOSITION | Is.INNER | Is.DETERMINER | Is.TIME
        if before & small or self.masks[start] & Is.DOCUMENT or self.masks[min(start + 1, number - 1)] & Is.DOCUMENT:
            return False
        return bool(here & (Is.PREPOSITION | Is.ADVERB) and not here & Is.INNER) and self.contents.counts(number)

    def _made_public(self, number: int) -> bool:
        """Whether who made a document public is told right behind it, in words that then relay nothing: "le bilan |
        diffusé par la police"."""
        c, masks = self.c, self.masks
        if not c.head_first or not masks[number] & Is.CITED_BY or not masks[number - 1] & Is.DOCUMENT:
            return False
        for place in range(number, c.stops.pop(number, number + 1)):
            masks[place] = c.class_of(c.words[place]) & ~Is.PHRASE
        return True

    def _bracketed(self, number: int) -> int | None:
        """Where the brackets open that hold no more than a number and the marker at `number` that says whose it is:
        "(9 selon la police)"."""
        for opening in range(number - 1, max(self.first, number - _WHERE) - 1, -1):
            if self.masks[opening] & Is.BRACKET:
                counted = any(self.masks[n] & Is.NUMBER for n in range(opening + 1, number))
                return opening if counted and self.c.words[opening] in "([（" else None
            if self.masks[opening] & (EDGE | Is.QUOTE | VERB_CUE):
                return None
        return None

    def _clause_behind(self, start: int) -> int:
        """Where the source that a marker opens at `start` ends if no comma says so: where another noun phrase with its
        verb begins ("According to the port | some 400 ships are …"), else the region's end."""
        masks, opens = self.masks, Is.DETERMINER | Is.PRONOUN | Is.NUMBER | Is.SPELLED
        hangs = opens | Is.PREPOSITION | Is.INNER | Is.CONJUNCTION | Is.FINITE | Is.RELATIVE | Is.AUXILIARY | Is.OWNS
        hangs |= Is.INSIDE
        for number in range(start + 1, self.stop - 1):
            behind = self.c.stops.get(number, self.stop)
            if number in self.c.stops and (behind >= self.stop or not masks[behind] & (Is.NUMBER | Is.SPELLED)):
                continue  # "people close to the case"
            if masks[number] & opens and not masks[number - 1] & hangs and not masks[number] & Is.RELATIVE:
                return number if self.c.has_verb(number + 1, self.stop) else self.stop
        return self.stop

    def _marker_first(self, source: Range, cue: Range, mask: int) -> Draft | None:
        """'According to X, whom Y quotes, …': what follows, past relative clause, citation and "on précise que"."""
        masks = self.masks
        start = stop = self._past_relative(source[1])
        while start < self.stop and masks[start] & (Is.COMMA | Is.COLON | Is.CITED_BY | Is.CITING):
            if masks[start] & (Is.CITED_BY | Is.CITING):
                start = next((n for n in range(start, self.stop) if masks[n] & Is.COMMA), self.stop)
            start += 1
        start = self._past_nobody(start)
        if start >= self.stop:
            return None
        content = start, self.contents.end(start, Is.CLAUSE)
        return Draft((content,), (source[0], stop), cue, mask, rule="marker-first")

    def _marker_last(self, before: int, relayed: int | None, source: Range, cue: Range, mask: int) -> Draft | None:
        """'…, according to X, …': what stands before, from where a relayed attribution starts if there is one, and its
        continuation."""
        masks = self.masks
        opening = self._past_semicolon(before) if relayed is None else relayed
        while opening < before and masks[opening] & (Is.COMMA | Is.DASH | Is.CONJUNCTION | Is.CONTRAST | Is.SEMICOLON):
            opening = self.c.after(opening)
        opening = self._own_part(opening, before)
        if before == cue[0] and self.c.head_first:
            comma = next((n for n in range(before - 1, opening, -1) if masks[n] & Is.COMMA), None)
            if comma is not None and self._compared(comma + 1):
                opening = self.c.after(comma + 1)  # "14 dead, against | 12 according to X"
        if self.low > self.first and self._compared(opening):
            opening = self.c.after(opening)
        if opening == before:
            return None
        contents = [(opening, before)]
        goes_on = source[1] + 1 if self._goes_on(source[1]) else source[1]
        unparted = source[1] < self.stop and self.c.head_first and self._counts_on(cue[1], source[1])
        end = self.contents.end(goes_on, Is.CLAUSE) if goes_on > source[1] or unparted else source[1]
        if end > source[1] and not (end < self.stop and masks[end] & Is.MARKER):  # "…, selon X, 120 | selon Y"
            contents.append((goes_on, end))
        self.low = contents[1][1] if len(contents) > 1 else source[1]
        leads = self.c.tells_clauses and masks[before - 1] & Is.SUBORDINATOR
        if len(contents) > 1 and (leads or self._opens_last(before - 1)):
            contents = contents[1:]  # "He stayed because, according to X, the road was shut", "He said that, …"
        return Draft(tuple(contents), source, cue, mask, after=True, rule="marker-last")

    def _opens_last(self, number: int) -> bool:
        """Whether what was said last opens with the conjunction at `number`."""
        opens = bool(self.drafts) and self.drafts[-1].content[0][0] == number
        return opens and bool(self.masks[number] & (Is.COMPLEMENTIZER | Is.THAT))

    def _goes_on(self, comma: int) -> bool:
        """Whether the content that a source interrupted goes on behind its comma."""
        if comma + 1 >= self.stop or not self.masks[comma] & Is.COMMA:
            return False
        joins = Is.CONJUNCTION | Is.CONTRAST | Is.RELATIVE | Is.PARTICIPLE | Is.SUBORDINATOR | Is.CITING | Is.CITED_BY
        if self.masks[comma + 1] & joins or self._compared(comma + 1) or self.c.views(comma + 1):
            return False
        return not (self.c.head_first and self.contents.says_behind(comma + 1))

    def _past_relative(self, comma: int) -> int:
        """`comma`, or where the relative clause ends that it opens on a source ("According to X, which …, …")."""
        told = self.c.tells_clauses or self.c.head_first
        if not told or comma + 2 >= self.stop or not self.masks[comma] & Is.COMMA:
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

    def _relayed(self, before: int) -> int | None:
        """Where the content of the attribution starts that a marker only relays ("…, reports A, citing B, according to
        C"); None where the marker has a content of its own."""
        last = self.drafts[-1] if self.drafts else None
        return (
            last.hull[0] if last is not None and last.after and before <= self.low and before > last.hull[1] else None
        )

    def _heard(self, source: Range) -> bool:
        """'…, a appris l'agence de source policière': the agency has it from whom the marker names."""
        last = self.drafts[-1]
        outlet = last.source and any(self.masks[n] & Is.OUTLET for n in range(*last.source))
        if not outlet or not last.mask & Is.WEAK or not self.c.head_first:
            return False
        self.drafts[-1] = last._replace(source=source, relay=last.source)
        self.low = max(self.low, source[1])
        return True

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

    def _view(self, number: int) -> Draft:
        """'…, pour qui la loi est bonne': the view of whoever has just spoken."""
        content = number + 2, self.contents.end(number + 2, Is.CLAUSE)
        self.low = max(self.low, content[1])
        return Draft((content,), (number + 1, number + 2), (number, number + 1), Is.MARKER, rule="viewpoint")

    def _noun(self, number: int, stop: int, mask: int) -> Draft | None:
        """'the claim that …', 'his warning that …'."""
        masks = self.masks
        if stop + 1 >= self.stop:
            return None
        owner = self._owner(number)
        if self.c.tells_clauses and (draft := self._owned(number, stop, owner, mask)):
            return draft
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
        speech = self.contents.quote_at(stop + 1) if masks[stop + 1] & Is.COMMA and self.c.tells_clauses else None
        content = stop, self.contents.end(stop, Is.CLAUSE) if speech is None else self.c.jump[speech]
        if self.c.tells_clauses and self._opens_with(number):
            content = self._before_second_verb(content)
        return Draft((content,), owner, (number, stop), mask, rule="noun")

    def _shouts(self, number: int, stop: int, mask: int) -> Draft | None:
        """'broke into chants of “…”', 'cries of “…” rang out': the words quoted, of whom the noun belongs to or the
        sentence is about, if that can speak."""
        quote = stop + 1
        if (
            not mask & Is.CLAUSE
            or quote not in self.c.jump
            or not self.masks[stop] & Is.INNER
            or self.masks[stop] & Is.TO
        ):
            return None
        source = self._owner(number)
        if source is None and number > self.first + 1:
            source = self._main_subject()
        end = self.c.jump[quote]
        while end + 1 < self.stop and self.masks[end] & (Is.CONJUNCTION | Is.COMMA) and end + 1 in self.c.jump:
            end = self.c.jump[end + 1]
        speaks = source is not None and self.c.can_speak(source) and source[1] <= number
        return Draft(((quote, end),), source if speaks else None, (number, stop), mask, rule="shouts")

    def _owned(self, number: int, stop: int, owner: Range | None, mask: int) -> Draft | None:
        """'her claim in May that …', 'her answer was that …', 'her promise to …', 'a report by Y that …': the content
        of a cue noun that something stands between, or that is an infinitive."""
        masks = self.masks
        if masks[stop] & Is.BY and (source := self.c.source_right(stop + 1, self.stop)) is not None:
            opener = source[1]
            if opener + 1 >= self.stop or not masks[opener] & Is.THAT:
                return None
            content = opener, self.contents.end(opener, Is.CLAUSE)
            return Draft((content,), source, (number, stop), mask, rule="noun")
        if owner is None or not (
            masks[owner[0]] & Is.PRONOUN or masks[owner[1]] & Is.OWNS or masks[number - 1] & Is.OWNS
        ):
            return None
        if masks[stop] & Is.TO and not masks[stop + 1] & Is.DETERMINER and mask & Is.INFINITIVE:
            content = stop, self.contents.end(stop, mask & ~Is.CLAUSE)
            if self._opens_with(number):
                content = self._before_second_verb(content, verbs=1)
            return Draft((content,), owner, (number, stop), mask, rule="noun-to")
        that: int | None = stop + 1 if masks[stop] & Is.BE else self._that_behind(stop)
        if that is None or that + 1 >= self.stop or not masks[that] & Is.THAT:
            return None
        content = that, self.contents.end(that, Is.CLAUSE)
        if masks[stop] & Is.BE:
            return Draft((content,), owner, (number, that), mask, rule="noun")
        content = self._before_second_verb(content) if self._opens_with(number) else content
        return Draft((content,), owner, (number, stop), mask, rule="noun")

    def _that_behind(self, number: int) -> int | None:
        """The "that" behind an adjunct from `number` on which says when or where ("his claim in May | that …")."""
        if not self.masks[number] & (Is.PREPOSITION | Is.TIME):
            return None
        for ahead in range(number + 1, min(self.stop, number + _WHERE)):
            if self.masks[ahead] & Is.THAT:
                return ahead
            ends = EDGE | Is.AUXILIARY | Is.FINITE | Is.TO | Is.RELATIVE
            if self.masks[ahead] & ends and not self.c.capital(ahead):
                return None
        return None

    def _in_marked_source(self, number: int) -> bool:
        """Whether the cue only describes the source of a marker ("according to figures that X made known")."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.source is None or not last.mask & Is.MARKER:
            return False
        return last.source[0] < number < last.source[1]

    def _cites_a_reason(self, number: int) -> bool:
        """Whether no party follows what may cite one ("citing | health problems"): the words are a content."""
        cited = self.c.source_right(number, self.stop)
        if self.c.tells_clauses and number in self.c.jump:
            return True
        if cited is None or not self.c.tells_clauses:
            return False
        return not any(self.masks[n] & _PARTY or self.c.capital(n) for n in range(*cited))

    def _relays(self, number: int, stop: int) -> bool:
        """Whether a relative clause says of whoever spoke whom they pass on (", which cited | the ministry")."""
        relative = (
            number - 1 > self.first and self.masks[number - 1] & Is.RELATIVE and self.masks[number - 2] & Is.COMMA
        )
        return bool(relative) and not self._cites_a_reason(stop)

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
