"""Attributions where endings tell the subject: the source on either side of its cue, clauses set apart by commas.

One small rule per construction; `case_phrases` finds sources, `case_contents` contents. All positions are token
numbers; nothing here knows a word.
"""

from factkit.extraction.case_contents import CaseContents
from factkit.extraction.clauses import Range
from factkit.extraction.drafts import Draft
from factkit.extraction.vocabulary import VERB_CUE, Is

_MARK = Is.COMMA | Is.TERMINAL | Is.COLON | Is.SEMICOLON | Is.DASH
_LINK = Is.COMMA | Is.DASH
_JOIN = Is.CONJUNCTION | Is.CONTRAST
_NOUN = Is.ROLE | Is.BODY | Is.OUTLET | Is.DOCUMENT | Is.ANONYMOUS
_CUE = VERB_CUE | Is.PASSIVE
_LEAD = Is.ADVERB | Is.NEGATION | Is.AUXILIARY
_WHEN = Is.TIME | Is.NUMBER | Is.PREPOSITION
_CITE = Is.CITING | Is.CITED_BY
_LONGEST_ADJUNCT = 20  # tokens between a cue and its source or complement
_LONGEST_SIGNATURE = 9  # tokens behind the dash of a headline
_LATEST_TITLE = 40  # tokens before a line that may be the text's title
_LONGEST_ASIDE = 12  # tokens
_LONGEST_MARKER = 4  # tokens between the two ends of a source marker


class CaseMarkedReader(CaseContents):
    """Reads one region cue by cue, from left to right."""

    __slots__ = ()

    def read(self) -> list[Draft]:
        """The region's attributions."""
        skip_to = self._put_aside()
        signature = self._signed()
        if signature is not None and signature.source is not None:
            self.stop = signature.hull[1]
        for number in self.cues:
            if number >= self.stop:
                break
            if number < skip_to or self.c.quoted[number]:
                continue
            mask, stop = self.masks[number], self.c.stops.get(number, number + 1)
            if mask & (Is.IDIOM | _CITE):
                skip_to = stop
                if mask & _CITE:
                    self._cite(stop, mask)
                continue
            draft = self._read_cue(number, stop, mask)
            if draft is not None and draft.rule == "as" and draft.source and self.is_about(draft.hull[0]):
                self.pending = (draft.source, Is.CITED_BY)  # "as X writes, of this told Y": who carries it
            elif draft is not None:
                self.drafts.append(self._with_citation(draft))
                if draft.source is not None and not draft.inherited:
                    self.last_source = draft.source
        if headline := signature or self._headline():
            self.drafts.append(headline)
        whole = [draft for draft in self.drafts if not self._is_hollow(draft)]
        return [draft for draft in whole if draft.source or not self._is_mood(draft)]

    def _is_hollow(self, draft: Draft) -> bool:
        """Whether nothing was read as said, or nothing but the word that opens it."""
        first, stop = draft.hull
        only = stop == first + 1 and self.masks[first] & Is.COMPLEMENTIZER
        return bool(only) or any(begin >= end for begin, end in draft.content)

    def _headline(self) -> Draft | None:
        """'Reuters: at least 20 dead'."""
        end = self.phrase_right(self.first, self.stop)
        colon = end if end < self.stop and self.masks[end] & Is.COLON else None
        if colon is None or colon + 2 >= self.stop or colon + 1 in self.c.jump or not self.c.capital(self.first):
            return None
        inside = range(self.first, end)
        speaks = any(self.masks[n] & (Is.OUTLET | Is.BODY | Is.ROLE | Is.PLACE) or self.acronym(n) for n in inside)
        names = all(self.c.capital(n) and not self.masks[n] & ~Is.OBLIQUE_WORD for n in inside)
        names = names and (len(inside) > 1 or self._recurs(self.first))
        if not (speaks or names) or any(
            self.masks[n] & (Is.NUMBER | Is.DOCUMENT | Is.TIME) or self.oblique(n) for n in inside[:1]
        ):
            return None
        return Draft(((colon + 1, self.stop),), (self.first, end), (colon, colon + 1), Is.CLAUSE, rule="headline")

    def _signed(self) -> Draft | None:
        """'At least 20 dead — Reuters': who says it stands behind the last dash, with no verb."""
        masks, stop = self.masks, self.stop  # no final stop belongs to the region
        low = max(self.first, stop - _LONGEST_SIGNATURE)
        dash = next((n for n in range(stop - 1, low, -1) if masks[n] & Is.DASH), None)
        if dash is None or dash + 1 >= stop or self.c.quoted[dash] or self.oblique(dash + 1):
            return None
        inside, last = range(dash + 1, stop), dash - bool(masks[dash - 1] & Is.COMMA)
        body = any(masks[n] & (Is.OUTLET | Is.BODY) or self.acronym(n) for n in inside)
        named = any(map(self.c.capital, inside))
        role = next((n for n in inside if masks[n] & Is.ROLE), None)
        one = role is not None and (named or (role == dash + 1 and not self.c.words[role].endswith(self.c.plurals)))
        named = all(map(self.c.capital, inside))
        person = one or (named and (len(inside) > 1 or self._recurs(dash + 1)))
        tells = any(masks[n] & (Is.NUMBER | _CUE) or self.finite(n) for n in inside)
        if not (body or person) or tells or self.phrase_right(dash + 1, stop) < stop:
            return None
        counted = masks[last - 1] & Is.NUMBER and not self.c.capital(dash + 1)
        if counted and self.c.words[dash + 1].endswith(self.c.plurals):
            return None  # "53 hurt, of whom 8 — firemen": how many they are
        apart = last < dash or last - 1 in self.c.back
        apart = apart or self._is_title()
        told = any(masks[n] & Is.NUMBER or (apart and self.finite(n)) for n in range(self.first, last))
        told = told or (self._is_title() and last - self.first >= _LONGEST_MARKER)
        told = told and not any(masks[n] & Is.PARTITIVE for n in range(self.first, last))  # "of them, 90 % — students"
        if not told:
            return None
        return Draft(((self.first, last),), (dash + 1, stop), (dash, dash + 1), Is.CLAUSE, after=True, rule="headline")

    def _is_title(self) -> bool:
        """Whether the region is a line near the text's start that no mark ends."""
        end = self.c.ends[self.stop - 1]
        return self.first < _LATEST_TITLE and self.c.text[end : end + 1] in {"", "\n"}

    def _recurs(self, number: int) -> bool:
        """Whether the title's name at `number` comes again in the text (a surname, where nothing else shows it)."""
        if not self._is_title() or self.masks[number] & (Is.PLACE | Is.TIME):
            return False
        words, stop = self.c.words, self.stop
        again = next((n for n in range(stop, len(words)) if words[n] == words[number]), None)
        return again is not None and self.c.capital(again)

    def _is_mood(self, agentless: Draft) -> bool:
        """Whether an attribution to nobody stands inside another one, where it only says how sure it is."""
        first, stop = agentless.hull
        return any(
            draft.source and draft.hull[0] <= first and stop <= draft.hull[1]
            for draft in self.drafts
            if draft is not agentless
        )

    def _read_cue(self, number: int, stop: int, mask: int) -> Draft | None:
        if mask & Is.MARKER:
            return self._marker((number, stop), None, mask)
        if mask & Is.MARKER_HEAD and (opener := self._marker_opener(number)) is not None:
            return self._marker((opener, stop), number, mask | Is.MARKER)
        if mask & _CUE and (number == self.first or not self.c.capital(number)):
            return self._verb(number, stop, mask)
        if mask & Is.NOUN_CUE:
            return self._noun(number, stop, mask)
        return None

    def _verb(self, number: int, stop: int, mask: int) -> Draft | None:
        masks, lead = self.masks, number
        while lead > self.first and (masks[lead - 1] & _LEAD or self._inside_lead(lead - 1)):
            lead -= 1
        if any(masks[n] & Is.NEGATION for n in range(lead, number)):
            return None
        cue = (number, stop)
        if mask & Is.PARTICIPLE:
            return self._participle(cue, mask)
        if draft := self._as_clause(lead, cue, mask):
            return draft
        if masks[self.first] & Is.ABOUT and (source := self.speaker_right(cue[1], mask)):
            return self._topic(source, cue, mask)
        if draft := self._anaphor(lead, cue, mask):
            return draft
        if mask & Is.CLAUSE and (draft := self._inverted(lead, cue, mask)):
            return draft
        if draft := self._seated(lead, cue, mask):
            return draft
        if mask & Is.PASSIVE and not (mask & Is.CLAUSE and self._subject(lead)[0]):
            return self._passive(lead, cue, mask)
        return self._with_subject(lead, cue, mask)

    def _inside_lead(self, number: int) -> bool:
        return bool(self.masks[number] & Is.INSIDE) and bool(self.masks[self.c.phrase_start(number)] & _LEAD)

    def _participle(self, cue: Range, mask: int) -> Draft | None:
        source = self.last_source or self.main_subject(cue[0])
        content = self.content_right(cue[1], mask)
        return Draft((content,), source, cue, mask, inherited=True, rule="participle") if source and content else None

    def _with_subject(self, lead: int, cue: Range, mask: int) -> Draft | None:
        """'X said that …', and 'said X that …'."""
        masks, after = self.masks, cue[1]
        if mask & Is.OBJECT and self._has_object(lead):
            return Draft(((lead - 1, lead),), (lead - 2, lead - 1), cue, mask, after=True, rule="object")
        source, inherited = self._subject(lead)
        if source is not None and mask & Is.OBJECT and (draft := self._object_before(source, lead, cue, mask)):
            return draft
        if source is None and not inherited:
            source = self.source_right(cue[1], mask)
            if (name := self._surname(lead)) and not (source and masks[source[0]] & _NOUN):
                source = name
            after = source[1] if source and source[0] > cue[0] else after
        if source is None or masks[source[0]] & Is.FIRST_PERSON:
            return None
        if source[1] <= cue[0] and (speaker := self.worded(cue[1])):
            content = self.content_right(speaker[1], mask | Is.CLAUSE)
            return Draft((content,), speaker, cue, mask, rule="right", relay=source) if content else None
        content = self.content_right(after, mask)
        if content is not None and self._is_estimated(source, content, mask):
            return None
        if content is not None:
            source = self._without_object(source, content, mask)
            ahead = self._object_ahead(source, content, mask)
            return Draft((*ahead, content), source, cue, mask, inherited=inherited, rule="right")
        if inherited or not mask & Is.CLAUSE or source[0] > cue[0] or masks[source[0]] & Is.RELATIVE:
            return self._topic(source, cue, mask)
        if mask & Is.WEAK and not self.quote_ends(source[0]):
            return None
        contents = self.content_left(source[0], cue[1])
        if contents:
            return Draft(contents, source, cue, mask, after=True, rule="left")
        return self._topic(source, cue, mask)

    def _surname(self, stop: int) -> Range | None:
        """The one word that the region opens with, if it ends at `stop` and may be a name that only looks like an
        object ("Лавров | said")."""
        first = self.first
        known = self.masks[first] & (_NOUN | Is.PRONOUN | Is.DETERMINER | Is.PLACE | Is.PREPOSITION | Is.NUMBER | _CUE)
        return (first, stop) if stop == first + 1 and self.c.capital(first) and not known else None

    def _is_estimated(self, phrase: Range, content: Range, mask: int) -> bool:
        """Whether the phrase before a plural verb is what people put at so much, not who does ("the losses they put
        at …")."""
        if not (mask & Is.OBJECT and mask & Is.IMPERSONAL and self.masks[content[0]] & Is.PREPOSITION):
            return False
        inside = range(phrase[0], phrase[1])
        return phrase[1] <= content[0] and not any(
            self.masks[n] & (_NOUN | Is.PRONOUN | Is.PLACE)
            or (self.c.capital(n) and n != self.first)
            or n in self.c.titles
            for n in inside
        )

    def _without_object(self, source: Range, content: Range, mask: int) -> Range:
        """The subject alone, where the object stands right before it: "the losses of the enemy | the staff puts at"."""
        masks, (first, stop) = self.masks, source
        if not (mask & Is.OBJECT and masks[content[0]] & Is.PREPOSITION and stop <= content[0]) or masks[first] & _NOUN:
            return source
        heads = (n for n in range(first + 1, stop) if masks[n] & _NOUN and not self.oblique(n))
        head = next(heads, None)
        clear = head is not None and not any(self.c.capital(n) for n in range(first + 1, head))
        return (head, stop) if head is not None and clear else source

    def _object_ahead(self, source: Range, content: Range, mask: int) -> tuple[Range, ...]:
        """'The damage the insurers put at …': the object that opens the clause, if what is said of it follows."""
        masks, first, stop = self.masks, self.low, source[0]
        while first < stop and masks[first] & _JOIN:
            first += 1
        at = masks[content[0]] & Is.PREPOSITION and mask & Is.OBJECT and content[0] > source[1]
        if not at or not 0 < stop - first <= _LONGEST_MARKER or self.past_adjuncts(first, stop) > first:
            return ()
        clear = not any(masks[n] & (_MARK | Is.QUOTE | _CUE) or self.finite(n) for n in range(first, stop))
        return ((first, stop),) if clear else ()

    def _object_before(self, phrase: Range, lead: int, cue: Range, mask: int) -> Draft | None:
        """'The ministry these accusations denies': what is denied stands between the subject and the verb."""
        masks, (first, stop) = self.masks, phrase
        if stop != lead or (cue[1] < self.stop and not masks[cue[1]] & (_MARK | _JOIN)):
            return None
        for number in range(first + 1, stop):
            said = masks[number] & (Is.DETERMINER | Is.NOUN_CUE) and not self.c.capital(number)
            sure = mask & Is.DENIED and masks[number] & Is.DETERMINER
            if said and (sure or any(masks[n] & Is.NOUN_CUE for n in range(number, stop))):
                return Draft(((number, stop),), (first, number), cue, mask, after=True, rule="object")
        return None

    def _has_object(self, lead: int) -> bool:
        """'He his guilt | denies': whether a pronoun and a noun of what is said end here."""
        if lead - 2 < self.first or not self.masks[lead - 1] & Is.NOUN_CUE or not self.oblique(lead - 1):
            return False
        return self.masks[lead - 2] & (Is.PRONOUN | Is.DETERMINER) == Is.PRONOUN

    def _topic(self, source: Range, cue: Range, mask: int) -> Draft | None:
        """'Of the soldier's capture the service reported': the thing spoken about opens the sentence."""
        masks, first = self.masks, self.first
        edge = min(source[0], cue[0])
        while edge > first and masks[edge - 1] & (_LEAD | Is.TIME):
            edge -= 1
        if edge < min(source[0], cue[0]) and masks[edge - 1] & Is.PREPOSITION:
            edge -= 1
        if not (mask & Is.OBJECT and masks[first] & Is.ABOUT) or edge - first < 2:
            return None
        if masks[first + 1] & Is.INDEFINITE or any(masks[n] & _MARK for n in range(first, edge)):
            return None
        self.low = max(source[1], cue[1])
        return Draft(((first + 1, edge),), source, cue, mask, after=True, rule="topic")

    def _as_clause(self, lead: int, cue: Range, mask: int) -> Draft | None:
        """'As X reports, …' and '…, as X reported, …'."""
        opener = lead - 1
        while opener > self.first and lead - opener < 8 and not self.masks[opener] & (_MARK | Is.AS):
            opener -= 1
        if opener < self.first or not self.masks[opener] & Is.AS or not mask & (Is.CLAUSE | Is.PASSIVE):
            return None
        if opener > self.low and not self.masks[opener - 1] & (_LINK | _JOIN):
            return None
        inner = self._subject(lead)[0] if lead - opener > 1 else None
        informed = self._informed(cue[1]) if mask & Is.PASSIVE else None
        told = inner if inner and mask & Is.IMPERSONAL and self._may_be_told(inner) else None
        if told and (seat := self.seat(cue[1], mask)):
            self.pending, inner, informed = (told, Is.CITED_BY), None, seat  # "as they told TASS in the ministry"
        source = inner or informed or self.speaker_right(cue[1], mask)
        stop = self.adjuncts_end(max(cue[1], source[1] if source else 0))
        if (source is None and not mask & Is.PASSIVE) or (stop < self.stop and not self.masks[stop] & _MARK):
            return None
        whole = (opener, cue[1]) if inner is None else cue
        if contents := self.content_left(opener, stop):
            return Draft(contents, source, whole, mask, after=True, rule="as")
        start = self._past_citation(stop + 1)
        if start >= self.stop:
            return None
        self.low = start
        return Draft(((start, self.content_end(start, Is.CLAUSE, joined=False)),), source, whole, mask, rule="as")

    def _put_aside(self) -> int:
        """'Of this, as X writes, told Y': past what stands between commas behind the phrase for the sentence before;
        who is named there carries it."""
        masks = self.masks
        if self.first >= self.stop or not masks[self.first] & Is.ANAPHOR:
            return 0
        comma = self.c.after(self.first)
        if comma >= self.stop or not masks[comma] & Is.COMMA:
            return 0
        near = range(comma + 1, min(self.stop, comma + _LONGEST_ASIDE))
        closing = next((n for n in near if masks[n] & Is.COMMA), None)
        cue = next((n for n in near if masks[n] & (_CUE | Is.MARKER | Is.MARKER_HEAD)), None)
        if closing is None or cue is None or cue >= closing:
            return 0
        self.aside = (comma, closing + 1)
        carrier = self.c.after(cue), closing
        if carrier[0] < closing and self.phrase_right(*carrier) == closing and self.may_speak(*carrier):
            self.pending = (carrier, Is.CITED_BY)
        return closing

    def _past_citation(self, start: int) -> int:
        """Past "citing X, " and ", who know of it, " behind the comma of "As Y writes, "."""
        near = range(max(self.first, start - _LONGEST_ADJUNCT), min(start, self.stop))
        cited = any(self.masks[n] & _CITE for n in near)
        while start < self.stop and (self.masks[start] & _CITE or (cited and self.masks[start] & Is.OBLIQUE_ADJECTIVE)):
            comma = self.to_mark(start)
            if comma >= self.stop or not self.masks[comma] & Is.COMMA:
                break
            start, cited = comma + 1, True
        return start

    def _may_be_told(self, phrase: Range) -> bool:
        """Whether the phrase is nothing but an outlet's name, an acronym or a title."""
        return all(self.masks[n] & Is.OUTLET or self.acronym(n) or n in self.c.titles for n in range(*phrase))

    def _informed(self, number: int) -> Range | None:
        """Who is named right after "as became known to", whatever the case; an impersonal report may name nobody."""
        end = self.phrase_right(number, self.stop)
        named = end > number and (self.c.capital(number) or number in self.c.titles or self.masks[number] & Is.BODY)
        return (number, end) if named else None

    def _anaphor(self, lead: int, cue: Range, mask: int) -> Draft | None:
        """'That was reported by X': what the sentence before said."""
        masks = self.masks
        place = next((n for n in range(self.low, cue[0]) if masks[n] & Is.ANAPHOR), None)
        if place is None or not mask & Is.CLAUSE:
            return None
        behind = self.c.after(place)
        behind = self.aside[1] if self.aside and self.aside[0] == behind else behind
        gap = self._past_occasions(behind, lead), lead
        if gap[1] - gap[0] > _LONGEST_MARKER and self.phrase_left(lead, gap[0]) != gap:
            return None
        if any(masks[n] & _MARK for n in range(*gap)):
            return None
        told = self._told_ahead(self.c.after(place), lead)
        between = self._between(gap, cue[1], mask) if told is None or told[0] < gap[0] else None
        source = self.speaker_right(cue[1], mask)
        told = told or (between if between and all(self.masks[n] & Is.OUTLET for n in range(*between)) else None)
        if between and not (source and not self._is_known(between) and (told or self._is_known(source))):
            source = between
        if source is None:
            return None
        if place > self.low and masks[place - 1] & _LINK:
            contents = self.content_left(place, self.stop)
        elif place > self.low and masks[place - 1] & Is.SEMICOLON:
            contents = ((self.low, place - 1),)
        else:
            opens = self.previous is not None and self.past_adjuncts(self.low, place) >= place
            contents = (self.previous,) if self.previous is not None and opens else ()
        if not contents:
            return None
        self.low = max(source[1], cue[1])
        return Draft(contents, source, cue, mask, after=True, rule="anaphor", relay=told)

    def _is_known(self, phrase: Range) -> bool:
        """Whether the phrase has a noun for a person or a body that may be a subject."""
        known = Is.ROLE | Is.BODY | Is.ANONYMOUS | Is.PRONOUN
        return any(self.masks[n] & known and not self.oblique(n) for n in range(*phrase))

    def _between(self, gap: Range, stop: int, mask: int) -> Range | None:
        """Who says it, where that stands between "of this" and the cue ("of this | the mayor | spoke")."""
        if gap[0] >= gap[1] or self.seat(stop, mask):
            return None
        source = self.source_left(gap[1], gap[0])
        return source if source is not None and source[0] == gap[0] else None

    def _told_ahead(self, first: int, stop: int) -> Range | None:
        """The outlet that was told, if its name or "to the agency X" starts at `first`, before a cue or a seat."""
        masks, name = self.masks, first
        while name < stop and masks[name] & Is.ADDRESSEE_WORD and masks[name] & Is.OUTLET:
            name += 1
        end = self.names_end(name, stop)
        outlet = name > first or (end > name and (masks[name] & Is.OUTLET or name in self.c.titles))
        return (name, end) if outlet and end > name else None

    def _past_occasions(self, number: int, lead: int) -> int:
        """Past when and where it was told, and past whom it cites (", citing X,"), up to the cue at `lead`."""
        masks = self.masks
        while number < lead:
            start = number
            if masks[number] & Is.COMMA:
                closing = next((n for n in range(number + 1, lead) if masks[n] & Is.COMMA), None)
                dated = closing and all(masks[n] & _WHEN for n in range(number + 1, closing))
                if closing is None or not (dated or masks[number + 1] & _CITE):
                    break
                number = closing + 1
            elif masks[number] & _CITE:
                number = self._past_oblique(self.c.after(number), lead)
            else:
                number = self.past_adjuncts(number, lead)
            if number <= start:
                break
        return min(number, lead)

    def _inverted(self, lead: int, cue: Range, mask: int) -> Draft | None:
        """'"…," said X' and '…, said X': the content before, the source after."""
        masks, lead = self.masks, self._before_manner(lead)
        if lead <= self.first or not (masks[lead - 1] & _LINK or lead - 1 in self.c.back):
            return None
        if mask & Is.PASSIVE and cue[1] < self.stop and masks[cue[1]] & Is.ABOUT:
            return None  # "by their data, it is | about …"
        source = self.speaker_right(cue[1], mask)
        if source is None or masks[source[0]] & Is.FIRST_PERSON:
            return None
        told = mask & Is.RELAY or masks[source[0]] & Is.DOCUMENT  # a document shows what a person would have to state
        if mask & Is.WEAK and not told and not self.quote_ends(lead):
            return None
        stop = self.adjuncts_end(source[1])
        opens = stop + 1 < self.stop and masks[stop] & Is.COMMA and masks[stop + 1] & Is.COMPLEMENTIZER
        if opens and not masks[stop + 1] & (Is.RELATIVE | Is.SUBORDINATOR | Is.ADVERB) and self._clause_mate(lead):
            return None
        told = any(masks[n] & (_NOUN | Is.PRONOUN | Is.PLACE) or self._names(n) for n in range(*source))
        if not (told or self.quote_ends(lead) or self.states(self.low, lead - 1)):
            return None  # "the forecasters, however, | promise rains"
        if self._tells_of_telling(lead):
            before = self.drafts.pop()
            return before._replace(relay=before.relay or source)
        contents = self.content_left(lead, stop)
        source, relay = self._cited_by(source) if mask & Is.RELAY else (source, None)
        return Draft(contents, source, cue, mask, after=True, rule="inverted", relay=relay) if contents else None

    def _cited_by(self, phrase: Range) -> tuple[Range, Range | None]:
        """The person that a phrase starts with and the outlet that it ends with, if any ("cites | X «Волна»")."""
        masks, (first, stop) = self.masks, phrase
        outlet = stop
        while outlet - 1 > first and (
            outlet - 1 in self.c.titles or (masks[outlet - 1] & Is.OUTLET and self.acronym(outlet - 1))
        ):
            outlet -= 1
        named = self.c.capital(outlet - 1) and not masks[outlet - 1] & (_NOUN | Is.PLACE)
        return ((first, outlet), (outlet, stop)) if named and outlet < stop else (phrase, None)

    def _before_manner(self, lead: int) -> int:
        """Before the words between dash and comma that say how it was said ("…, — smiling, | says X")."""
        masks = self.masks
        if lead - 1 <= self.first or not masks[lead - 1] & Is.COMMA:
            return lead
        for number in range(lead - 2, max(self.low, lead - _LONGEST_SIGNATURE), -1):
            if masks[number] & Is.DASH:
                apart = masks[number - 1] & (Is.COMMA | Is.TERMINAL) or self.quote_ends(number)
                return number + 1 if apart and number < lead - 2 else lead
            if masks[number] & (_MARK | Is.QUOTE | Is.NUMBER) or self.c.capital(number):
                break
        return lead

    def _tells_of_telling(self, lead: int) -> bool:
        """Whether the cue behind `lead` only says who carries what was told of before ("Of this the mayor spoke at a
        meeting, | TASS reports")."""
        told = bool(self.drafts) and self.drafts[-1].rule == "anaphor"
        return told and not any(self.finite(n) for n in range(self.low, lead))

    def _seated(self, lead: int, cue: Range, mask: int) -> Draft | None:
        """'In the ministry they said that …', 'in the report it says that …'."""
        masks, lead = self.masks, self._before_aside(lead)
        opener = lead - 1
        while opener > self.first and lead - opener < _LONGEST_ADJUNCT and not masks[opener] & (_MARK | Is.SEAT):
            opener -= 1
        if not mask & Is.IMPERSONAL or opener < self.first or not masks[opener] & Is.SEAT:
            return None
        owner = opener - 1
        while owner > self.first and (self._names(owner) or masks[owner] & Is.QUOTE):
            owner -= 1
        if owner >= self.first and masks[owner] & Is.ANONYMOUS:
            return None  # "two sources of Y | in the ministry said"
        source = self.seat(opener, mask)
        if source and mask & Is.OBJECT and (draft := self._object_of_seat(source, lead, cue, mask)):
            return draft
        if source is None or source[1] != lead:
            return None
        content = self.content_right(cue[1], mask | Is.CLAUSE)
        if content and self._is_found_there(source, content, mask):
            return None
        told = self._told_ahead(self.low, opener)
        return Draft((content,), source, cue, mask & ~Is.PASSIVE, rule="seated", relay=told) if content else None

    def _is_found_there(self, seat: Range, content: Range, mask: int) -> bool:
        """Whether the seat is only where things are counted ("in Ukraine they found | 40 cases")."""
        place = all(self.masks[n] & Is.PLACE for n in range(*seat))
        opens = self.masks[content[0]] & (Is.COMPLEMENTIZER | Is.QUOTE | Is.NOUN_CUE | Is.TO) or mask & Is.DENIED
        return place and not opens and not self.masks[content[0] - 1] & (Is.ABOUT | Is.COLON | Is.COMMA)

    def _object_of_seat(self, source: Range, lead: int, cue: Range, mask: int) -> Draft | None:
        """'In the staff this information they deny': the object stands between the seat and the verb."""
        masks = self.masks
        judged = mask & Is.DENIED or not mask & Is.CLAUSE  # else "this information" stands for the sentence before
        for number in range(source[0] + 1, lead - 1):
            said = masks[number] & Is.DETERMINER and any(masks[n] & Is.NOUN_CUE for n in range(number + 1, lead))
            if said or (judged and masks[number] & Is.ANAPHOR):
                end = self.content_end(cue[1], mask) if cue[1] < self.stop else cue[1]
                pieces = ((number, lead), (cue[1], end)) if end > cue[1] else ((number, lead),)
                return Draft(pieces, (source[0], number), cue, mask & ~Is.PASSIVE, after=True, rule="object")
        return None

    def _before_aside(self, lead: int) -> int:
        """Before an adverb between commas that ends right before `lead` ("…, however, say")."""
        number = lead - 1
        if number <= self.first or not self.masks[number] & Is.COMMA:
            return lead
        number -= 1
        while number > self.first and self.masks[self.c.phrase_start(number)] & Is.ADVERB:
            number = self.c.phrase_start(number) - 1
        return number if number < lead - 2 and self.masks[number] & Is.COMMA else lead

    def _clause_mate(self, lead: int) -> bool:
        """Whether the comma before the cue only closes a parenthesis, so that the content is still to come."""
        return not self.quote_ends(lead) and not self.states(self.low, lead - 1)

    def _passive(self, lead: int, cue: Range, mask: int) -> Draft | None:
        """'It is reported that …', 'losses are estimated at …', 'earlier 137 were named'."""
        masks, number = self.masks, self.adjuncts_end(cue[1])
        if any(masks[n] & Is.ANAPHOR for n in range(self.low, lead)):
            return None
        if number + 1 < self.stop and masks[number] & Is.COMMA and masks[number + 1] & Is.COMPLEMENTIZER:
            return Draft(((number + 1, self.content_end(number + 1, mask)),), None, cue, mask, rule="passive-that")
        if number < self.stop and masks[number] & Is.COLON and number + 1 < self.stop:
            return Draft(((number + 1, self.stop),), None, cue, mask, rule="passive-that")
        start = cue[1]
        while start < self.stop and masks[start] & (Is.ADVERB | Is.ABOUT):
            start += 1
        end = self.content_end(start, mask | Is.OBJECT) if start < self.stop else start
        if mask & Is.WEAK or not any(masks[n] & (Is.NUMBER | Is.SPELLED) for n in range(start, end)):
            return None
        subject = self.phrase_left(lead, self.low) if lead > self.low else None
        pieces = ((start, end),) if subject is None else (subject, (start, end))
        return Draft(pieces, None, cue, mask, rule="passive-figure")

    def _subject(self, lead: int) -> tuple[Range | None, bool]:
        """The source to the cue's left, and whether it was taken over from an earlier cue or clause."""
        if lead == self.first:
            return None, False
        before = self.masks[lead - 1]
        if before & _JOIN:
            return self.last_source or self.main_subject(lead), True
        return self.source_left(lead, self.first), False

    def _marker_opener(self, head: int) -> int | None:
        """The preposition that makes the noun at `head` a marker: 'по | его | словам'."""
        for number in range(head - 1, max(self.first, head - _LONGEST_MARKER) - 1, -1):
            mask = self.masks[number]
            if mask & Is.MARKER_OPENER:
                return number
            if mask & (_MARK | Is.PREPOSITION | _CUE | Is.QUOTE) or self.c.capital(number):
                return None
        return None

    def _marker(self, cue: Range, head: int | None, mask: int) -> Draft | None:
        """'According to X, …' and '…, by his words, …'."""
        masks, first, stop = self.masks, *cue
        inner = next((n for n in range(first + 1, head) if masks[n] & Is.PRONOUN), None) if head else None
        end = self._past_description(stop, self.phrase_right(stop, self.stop)) if inner is None else stop
        if inner is None and (end == stop or not self.may_speak(stop, end)):
            return None
        source = (inner, inner + 1) if inner is not None else (stop, self.apposition_end(end))
        resume = max(end, source[1])
        if not mask & Is.MARKER_HEAD and masks[source[0]] & Is.ANAPHOR:
            return None
        contents = self.around(first, resume)
        return (
            Draft(contents, source, cue, Is.MARKER | Is.CLAUSE, after=contents[0][0] < first, rule="marker")
            if contents
            else None
        )

    def _past_description(self, first: int, stop: int) -> int:
        """The end of a source that a participle with a time opens ("published | this week | data of the office")."""
        number, passed = stop, _WHEN | Is.ADVERB | Is.OBLIQUE_ADJECTIVE
        masks = self.masks
        if any(masks[n] & _NOUN or not masks[n] & Is.OBLIQUE_ADJECTIVE for n in range(first, stop)):
            return stop
        while number < self.stop and masks[number] & passed and not masks[number] & _NOUN:
            number = self.c.after(number)
        end = self.phrase_right(number, self.stop)
        return end if any(masks[n] & _NOUN for n in range(number, end)) else stop

    def _noun(self, number: int, stop: int, mask: int) -> Draft | None:
        """'The statement of X that …'."""
        masks, comma = self.masks, stop
        while comma < self.stop and comma - stop < 8 and not masks[comma] & _MARK and not self.finite(comma):
            comma = self.c.after(comma)
        if comma + 1 >= self.stop or not masks[comma] & Is.COMMA or not masks[comma + 1] & Is.COMPLEMENTIZER:
            return None
        if masks[comma + 1] & (Is.RELATIVE | Is.SUBORDINATOR):
            return None
        owner = next((n for n in range(stop, comma) if self.c.capital(n) or masks[n] & _NOUN), None)
        source = (number - 1, number) if number > self.first and masks[number - 1] & Is.PRONOUN else None
        if owner is not None and (end := self.phrase_right(owner, comma)) > owner:
            source = owner, end
        if not source:
            return None
        content = (comma + 1, self._before_predicate(comma + 1, self.content_end(comma + 1, Is.CLAUSE)))
        return Draft((content,), source, (number, stop), mask, rule="noun")

    def _before_predicate(self, first: int, stop: int) -> int:
        """Where a noun's clause ends, if its sentence's verb follows: "The statement that …, | caused a stir"."""
        for number in range(first, stop - 1):
            if self.masks[number] & Is.COMMA:
                verb = number + 1 + bool(self.masks[number + 1] & Is.NEGATION)
                if verb < stop and self.finite(verb):
                    return number
        return stop

    def _cite(self, stop: int, mask: int) -> None:
        """Notes whom the nearest attribution cites, or who carries it: of the cue before, else of the next one."""
        end = self.phrase_right(stop, self.stop)
        first = stop
        cited_end = self._past_oblique(stop, end)
        told = mask & Is.CITED_BY and self.masks[end - 1] & Is.OUTLET
        if not (self.drafts or told) and stop < cited_end < end < self.stop and self.masks[end] & _CUE:
            end = cited_end  # "citing X | the rescuers said"
        small = Is.DOCUMENT | Is.DETERMINER | Is.ADDRESSEE_WORD
        while first < end - 1 and self.masks[first] & small and not self.c.capital(first):
            first += 1
        if end <= first or not self.may_speak(first, end):
            return
        cited = (first, end)
        if not self.drafts:
            self.pending = (cited, mask)
        elif mask & Is.CITING:
            self.drafts[-1] = self.drafts[-1]._replace(passed_on=self.drafts[-1].passed_on or cited)
        elif any(self.masks[n] & Is.OUTLET or self.c.capital(n) for n in range(*cited)):
            self.drafts[-1] = self.drafts[-1]._replace(relay=cited)

    def _with_citation(self, draft: Draft) -> Draft:
        """The draft with what was cited before it, and the outlet that its source told."""
        if self.pending is not None:
            cited, mask = self.pending
            self.pending = None
            draft = draft._replace(passed_on=cited) if mask & Is.CITING else draft._replace(relay=cited)
        if draft.cue is None or draft.relay is not None or not draft.source:
            return draft
        masks = self.masks
        if masks[self.first] & Is.ADDRESSEE_WORD and (told := self._told_ahead(self.first, draft.source[0])):
            return draft._replace(relay=told)
        for number in range(draft.cue[1], min(self.stop, max(draft.cue[1], draft.source[1]) + 5)):
            if masks[number] & Is.ADDRESSEE_WORD and masks[number] & Is.OUTLET:
                end = self.names_end(number + 1, self.stop)
                inside = draft.source[0] <= number < draft.source[1]
                if end > number + 1 and not inside:
                    return draft._replace(relay=(number, end))
            if number in self.c.titles and number in {draft.cue[1], max(draft.cue[1], draft.source[1])}:
                return draft._replace(relay=(number, self.names_end(number, self.stop)))
            outlet = masks[number] & Is.OUTLET or (number == draft.cue[1] and self.acronym(number))
            if outlet and self.c.capital(number) and not draft.source[0] <= number < draft.source[1]:
                return draft._replace(relay=(number, self.names_end(number, self.stop)))
            if masks[number] & _MARK:
                break
        return draft
