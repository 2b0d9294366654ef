"""Whom a description means that is a source."""

from bisect import bisect_left, bisect_right

from factkit.extraction.clauses import Range
from factkit.extraction.offices import offices_end
from factkit.extraction.parties import GROUPS, HEAD, LONGEST_TITLE, REACH, RECENT, Party, same_stem
from factkit.extraction.pronouns import Pronouns
from factkit.extraction.vocabulary import VERB_CUE, Is

_TO_BODY = 4  # tokens in which the body comes whose document it is ("of the interior | ministry")


class Descriptions(Pronouns):
    """Whom a description means: the holder of a role, a body named before, whoever made a document."""

    __slots__ = ()

    def _description(self, source: Range, kind: str) -> Party:
        masks = self.c.masks
        if stated := self.names.stater(source):
            return Party(stated[0], source, None, stated[1])
        if owner := self._document_owner(source):
            party = self.party(owner)
            self._papers = [*self._papers[1 - RECENT :], (source, party)]
            return party
        cut = self._plain(source)
        heads = self._heads(cut)
        several = (
            bool(heads)
            and bool(masks[heads[0]] & Is.ROLE)
            and (self._is_several(heads[0]) or self._has_plural_article(source[0], heads[0]))
        )
        owned = self.c.noun_last and masks[source[0]] & Is.PRONOUN  # "her father"
        marked = source[0] > 0 and masks[source[0] - 1] & Is.MARKER and masks[source[0]] & Is.ROLE  # "laut Minister"
        bare_noun = self._articled and not masks[source[0]] & (Is.DETERMINER | Is.OBLIQUE) and not marked
        if several or owned or bare_noun:
            described = self._described(cut, source, kind)
            if several:
                self._gender[described.name] = "plural"
            return described
        new = bool(masks[source[0]] & Is.A)  # "a lawmaker" is somebody new, who may get a name further down
        if new and self.c.noun_last and masks[source[0]] & Is.INDEFINITE:
            return self._described(cut, source, kind)  # "one journalist" stays one of many
        titled = bool(heads) and bool(masks[heads[0]] & Is.ROLE)
        if titled and (name := self._named_by_role(self.c.words[heads[0]], source[0], later=new)):
            return Party(name, source, cut, "person")
        if titled and self._holders is not None and (name := self._holders.holder(cut)):
            return Party(name, source, cut, "person")
        if heads and not new and kind == "person" and (topic := self._described_before(heads[0], source)):
            return topic._replace(words=source)
        said = [n for n in range(*cut) if not masks[n] & (Is.DETERMINER | Is.PREPOSITION)]
        bare = len(said) == 1 and not any(masks[n] & Is.POSSESSIVE for n in range(*source))
        if heads and (masks[source[0]] | masks[source[1] - 1]) & Is.SAME and (known := self._same(heads[0])):
            return known._replace(words=source)
        if heads and bare and not new and (known := self._mentioned(heads[-1], source)):
            return known._replace(words=source)
        if heads and self.c.noun_last and not new and (known := self._only_body(heads[-1], cut, source)):
            return known._replace(words=source)
        fits = bare or not (
            self._agreement or any(masks[n] & Is.POSSESSIVE for n in range(*source))
        )  # "the governor of the province" is nobody else, where the genitive is written
        if (
            heads
            and fits
            and masks[heads[0]] & Is.ROLE
            and kind == "person"
            and not any(masks[n] & Is.BODY for n in range(*cut))
            and not (self._many(source) or any(masks[n] & (Is.POSSESSIVE | Is.OWNS) for n in range(*source)))
            and (only := self._only_person(source, later=new))
        ):
            return Party(only, source, cut, "person")
        return self._described(cut, source, kind)

    def _maker(self, source: Range) -> Range | None:
        """Whoever made the document that the source is ("un bilan publié par | la police")."""
        masks, (first, stop) = self.c.masks, source
        by = next((n for n in range(first + 2, stop - 1) if masks[n] & Is.BY), stop)
        document = next((n for n in range(first, by - 1) if masks[n] & Is.DOCUMENT), by)
        made = any(not masks[n] or masks[n] & (Is.NEEDS_AUXILIARY | Is.DOCUMENT) for n in range(document + 1, by))
        owned = any(masks[n] & (Is.INNER | Is.DETERMINER | Is.COMMA) for n in range(document + 1, by))
        party = any(masks[n] & (Is.BODY | Is.ROLE | Is.ANONYMOUS) for n in range(by + 1, stop))
        if made and party and not owned:
            where = Is.PREPOSITION | Is.TIME
            ends = (
                n for n in range(by + 2, stop) if masks[n] & where and not masks[n] & Is.INNER and not self.c.capital(n)
            )
            return by + 1, next(ends, stop)
        return self._handed_over(document, source)

    def _handed_over(self, document: int, source: Range) -> Range | None:
        """Whoever handed over the document at `document`, by name, where more stands between ("un bilan de victimes
        entregado el jueves a la prensa por | Ana Paz, portavoz")."""
        masks, stop = self.c.masks, source[1]
        done = next((n for n in range(document + 1, stop) if masks[n] & Is.NEEDS_AUXILIARY), stop)
        by = next((n for n in range(done + 1, stop - 2) if masks[n] & Is.BY), stop)
        if by == stop or any(masks[n] & (Is.BODY | Is.RELATIVE) for n in range(document + 1, by)):
            return None
        return (by + 1, stop) if self.c.capital(by + 1) and self.c.capital(by + 2) else None

    def _document_owner(self, source: Range) -> Range | None:
        """The body whose document the words of `source` are ("un bilan de | l'agence des catastrophes")."""
        masks, (first, stop) = self.c.masks, source
        if self.c.head_first and (maker := self._maker(source)):
            return maker
        opens = Is.INNER if self.c.head_first else Is.MAKER if self.c.noun_last else Is.GENITIVE
        link = next((n for n in range(first + 1, stop) if masks[n] & opens), stop)
        plain = not masks[link - 1] & ~Is.INFINITIVE_FORM  # of an adjective, which only may look like one
        if self.c.head_first and link < stop and plain and masks[link - 2] & Is.DOCUMENT:
            opens = Is.DOCUMENT  # "un bilan provisoire | des autorités"
        near = next((n for n in range(link, min(link + _TO_BODY, stop)) if masks[n] & (Is.BODY | Is.COMMA)), None)
        body = near if near is not None and masks[near] & Is.BODY else None
        if self.c.head_first and first + 1 < stop and masks[first] & Is.DOCUMENT and masks[first + 1] & Is.BODY:
            link = body = first + 1  # "bilanțului | poliției"
        if body is None or not (masks[link - 1] & Is.DOCUMENT or opens == Is.DOCUMENT):
            return None
        ends = VERB_CUE | Is.COMMA | Is.RELATIVE | Is.BY | Is.NEEDS_AUXILIARY
        inner = Is.INNER if self.c.head_first else 0
        start = next((n for n in range(link, body) if masks[n] & Is.DETERMINER and not masks[n] & inner), body)
        words, handing = self.c.words, self.c.handing
        behind = (n for n in range(body + 1, stop) if (masks[n] & ends and not masks[n] & inner) or words[n] in handing)
        end = next(behind, stop)
        dated = next((n for n in range(body + 1, end) if masks[n] & Is.TIME or words[n] in self.c.calendar), end)
        return start, dated - bool(dated < end and masks[dated - 1] & Is.PREPOSITION)

    def _heads(self, cut: Range) -> list[int]:
        """The nouns that say who is described. Where the noun stands last, owners and complements say only whose or
        what it is ("the senator's spokesman", "an aide to the mayor")."""
        masks, (first, stop) = self.c.masks, cut
        heads = [n for n in range(*cut) if masks[n] & HEAD]
        if self.c.noun_last:
            stop = next((n for n in range(first + 1, stop) if masks[n] & (Is.PREPOSITION | Is.PARTICIPLE)), stop)
            first = next((n + 1 for n in range(stop - 2, first, -1) if masks[n] & Is.OWNS), first)
            heads = [n for n in heads if first <= n < stop]
            heads = [n for n in heads if masks[n] & Is.ROLE][-1:] or heads
        return heads

    def _described_before(self, head: int, source: Range) -> Party | None:
        """The named person whom the sentence before is about, called by a role that nothing hangs on."""
        masks = self.c.masks
        if not self._articled or head != source[1] - 1 or any(masks[n] & Is.POSSESSIVE for n in range(*source)):
            return None
        topic = self._topic(source[0], self._role_gender(self.c.words[head]))
        return topic if topic and topic.name not in self._unnamed else None

    def _described(self, cut: Range, source: Range, kind: str) -> Party:
        name = self.names.upright(cut, source[0])
        self._unnamed.add(name)
        return Party(name, source, None, kind)

    def _same(self, head: int) -> Party | None:
        """Who 'the same official' or 'the same source' means: the last one to speak whom the word at `head` fits."""
        mask = self.c.masks[head]
        if mask & (Is.ANONYMOUS | Is.DOCUMENT):
            near = (party for party in reversed(self._spoke[-2:]) if party.type != "outlet")
            return next(near, self._spoke[-1] if self._spoke else self._document)
        kinds = {"person", "anonymous"} if mask & Is.ROLE else GROUPS
        return next((party for party in reversed(self._spoke) if party.type in kinds), None)

    def _may_bear(self, party: Party, head: int) -> bool:
        """Whether the role at `head` can be the party's: one of those the article gives it, or a role that says little
        (the pack's anaphoric nouns). A single word without any role may be a capital's name."""
        roles = self._named_people().get(party.name, (0, set()))[1]
        if not roles:
            return party.role is not None or " " in party.name
        return bool(self.c.masks[head] & Is.ANAPHORIC) or any(same_stem(self.c.words[head], role) for role in roles)

    def _mentioned(self, head: int, source: Range) -> Party | None:
        """Who 'the agency' or 'the official' means: the last one to speak that can be so called."""
        place = source[0]
        if self.c.masks[head] & Is.ROLE:
            people = [party for party in reversed(self._spoke) if self._may_hold(party, head)]
            if self.c.head_first or self._agreement or self._articled:
                people = [party for party in people if self._may_bear(party, head)]
            called = self._called if self._articled else self._may_be
            likely = [party for party in people if party.role and called(party, head)] or people
            return None if self._many(source) or not likely else likely[0]
        if self.c.masks[head] & Is.DOCUMENT and self.c.head_first:
            return self._documented(head)
        if self.c.masks[head] & Is.DOCUMENT and self._agreement:
            stop = source[1]  # "в докладе, | с которым ознакомилось …" is no document of who spoke before
            if any(self.c.masks[n] & Is.RELATIVE for n in range(stop + 1, min(stop + 3, len(self.c.masks)))):
                return None
            return next((party for party in reversed(self._spoke) if party.type == "organisation"), None)
        if self.c.masks[head] & (Is.BODY | Is.OUTLET):
            groups = (party for party in reversed(self._spoke) if party.type in {"organisation", "outlet"})
            bodies = [party for party in groups if not self._two_bodies(party)]
            spoke = [party for party in bodies if self._is_name(party) and self._may_be(party, head)]
            if self.c.masks[head] & Is.FIRM and self.c.head_first:
                if firm := self._firm_before(place):
                    return firm
                spoke = [party for party in spoke if party.type != "outlet" or self._called(party, head)]
            spoke.sort(key=lambda party: not self._called(party, head))  # one that was called so, if any was
            if self.c.masks[head] & Is.OUTLET:  # "the agency" is a news agency, if one spoke or was named
                spoke.sort(key=lambda party: party.type != "outlet")
                named = None if spoke and spoke[0].type == "outlet" else self._body_before(head, place, Is.OUTLET)
                if named is not None:
                    return named
            if spoke and self.c.words[head] in self._ministries and not self._called(spoke[0], head):
                near = self._body_before(head, place)  # one named, though it did not speak
                if near is not None and self._called(near, head):
                    return near
            if not spoke and self.c.masks[head] & Is.FIRM and self.c.noun_last:
                return self._first_firm(place)
            return spoke[0] if spoke else self._body_before(head, place) or self._described_body(bodies, head)
        return None

    def _documented(self, head: int) -> Party | None:
        """Who spoke last by a document called as the one at `head` is ("un bilan de la police … Le bilan"), or said so
        in one ("a informé la police dans un communiqué … Le communiqué")."""
        words = self.c.words
        for source, party in reversed(self._papers):
            if any(same_stem(words[head], words[n]) for n in range(*source)):
                return party
        last = next((party for party in reversed(self._spoke[-RECENT:]) if party.type == "organisation"), None)
        if last is None or last.words is None:
            return None
        around = range(max(0, last.words[0] - LONGEST_TITLE), min(head, last.words[1] + LONGEST_TITLE))
        told = (n for n in around if self.c.masks[n] & Is.DOCUMENT and n < head - 1)
        return last if any(same_stem(words[head], words[n]) for n in told) else None

    def _described_body(self, bodies: list[Party], head: int) -> Party | None:
        """The first of the bodies without a name that the word at `head` is short for ("the county health |
        department")."""
        word, last = self.c.words[head], self.c.noun_last
        called = (party for party in bodies if " " in party.name and self._called(party, head))
        return next((party for party in called if not last or party.name.endswith(word)), None)

    def _first_firm(self, place: int) -> Party | None:
        """The first firm named before `place` by a name that says so ("Dover Mills Inc"), whom a report is about."""
        for first, stop in self.names.runs(max(0, place - REACH), place):
            last = next((n for n in range(first + 1, stop) if self.c.masks[n] & Is.FIRM), None)
            if last is not None:  # "Dover Mills Inc | Chief Executive Ann Pike"
                return Party(self.names.surface((first, last + 1)), (first, last + 1), None, "organisation")
        return None

    def _only_body(self, head: int, cut: Range, source: Range) -> Party | None:
        """The one named body so far that 'the spy agency' can mean: a noun that says little, with plain words in front
        that pick out what everybody has just read of."""
        masks = self.c.masks
        plain = all(not masks[n] & (Is.PLACE | Is.NUMBER | Is.OWNS) and not self.c.capital(n) for n in range(*cut))
        if head != cut[1] - 1 or source[0] == cut[0] or not plain:
            return None
        if not masks[head] & Is.ANAPHORIC or masks[head] & Is.FIRM:
            return None
        known = {party.name: party for party in self._spoke if party.type == "organisation" and self._is_name(party)}
        for run in self.names.runs(max(0, source[0] - REACH), source[0]):
            if any(masks[n] & Is.BODY for n in range(*run)):
                known.setdefault(self.names.fullest(run), Party(self.names.fullest(run), run, None, "organisation"))
        may_be = self._called if self.c.words[head] in self._ministries else self._may_be
        fitting = [party for party in known.values() if may_be(party, head)]
        return fitting[0] if len(fitting) == 1 else None

    def _may_hold(self, party: Party, head: int) -> bool:
        """Whether 'the official' can mean `party`: a person with a name, or whoever was called just so."""
        if party.type != "person" or (party.name in self._unnamed and not self._may_be(party, head)):
            return False
        kind = self._role_gender(self.c.words[head])
        return kind is None or self._gender.get(party.name, kind) == kind

    def _body_before(self, head: int, place: int, wanted: int = Is.BODY) -> Party | None:
        """The nearest body named before `place`, where it need not have spoken, that the word at `head` can mean."""
        kind = "outlet" if wanted == Is.OUTLET else "organisation"
        runs = self.names.runs(max(0, place - REACH), place)
        if self.c.head_first and self.c.words[head] in self._ministries:
            runs = [self.names.whole_body(run, (max(0, run[0] - LONGEST_TITLE), run[1])) for run in runs]
        masks = self.c.masks
        owned = self._articled  # "sein Amt" is no body's name
        bodies = [
            run
            for run in reversed(runs)
            if any(masks[n] & wanted for n in range(*run))
            and not (owned and run[0] and masks[run[0] - 1] & Is.POSSESSIVE)
        ]
        parties = (Party(self.names.called(run, max(run[0] - 1, 0)), run, None, kind) for run in bodies)
        fitting = [party for party in parties if self._may_be(party, head)]
        return next((party for party in fitting if self._called(party, head)), fitting[0] if fitting else None)

    def _firm_before(self, place: int) -> Party | None:
        """The nearest firm named before `place`, behind a word for one ("la constructora Albaida", "le groupe de
        cosmétiques Orvelle", "el grupo textil Alba")."""
        masks = self.c.masks
        for run in reversed(self.names.runs(max(0, place - REACH), place)):
            if masks[run[0]] & Is.FIRM and run[1] - run[0] > 1:  # the noun opens a sentence
                return Party(self.names.fullest((run[0] + 1, run[1])), run, None, "organisation")
            noun = run[0] - 1
            if noun >= 2 and not masks[noun] & Is.FIRM and masks[noun - 1] & Is.INNER:
                noun -= 2
            elif noun >= 1 and not masks[noun] and masks[noun - 1] & Is.FIRM:
                noun -= 1  # "el grupo textil Moda Sur"
            if noun >= 0 and masks[noun] & Is.FIRM and not masks[run[0]] & (Is.PLACE | Is.OUTLET):
                return Party(self.names.fullest(run), run, None, "organisation")
        return None

    def _plain(self, source: Range) -> Range:
        """A description without article in front and relative clause or apposition behind."""
        masks = self.c.masks
        first, stop = source
        while first < stop - 1 and masks[first] & Is.DETERMINER and not masks[first] & HEAD:
            of_it = masks[first + 1] & (Is.PREPOSITION | Is.INNER | Is.GENITIVE | Is.PARTITIVE) and masks[first] & Is.A
            if of_it or masks[first] & (Is.PRONOUN if self.c.noun_last or self._agreement else Is.POSSESSIVE):
                break  # "one of the guards", "one of them", "her father"
            first = min(self.c.stops.get(first, first + 1), stop - 1)
        listed = next((n for n in range(first + 1, stop) if masks[n] & Is.COMMA), stop) if self.c.head_first else stop
        listed = offices_end(self.c, first, listed, stop) if listed < stop else first
        for number in range(max(first + 1, listed), stop):
            relative = masks[number] & Is.RELATIVE and not masks[number] & Is.DETERMINER
            marks = Is.COMMA | Is.CITING | Is.BRACKET | (Is.DASH if self.c.noun_last else 0)
            listed = masks[number] & Is.COMMA and self.names.enumerates(number, stop)
            if relative or (masks[number] & marks and not listed):
                stop = number
                break
        while stop > first + 1 and masks[stop - 1] & (Is.CONJUNCTION | Is.DASH):
            stop -= 1  # "party leaders — and, above all, X"
        return first, stop

    def _named_by_role(self, word: str, place: int, *, later: bool) -> str | None:
        """The name that stands beside the same role word elsewhere: the nearest before `place` (unless it must come
        `later`), else the first after."""
        if word not in self._by_word:
            kind = self._role_gender(word)
            options = [
                (number, name)
                for number, other, name in self._roles()
                if same_stem(word, other) and (kind or "") in (self._role_gender(other) or kind or "", "")
            ]
            self._by_word[word] = [number for number, _ in options], [name for _, name in options]
        places, names = self._by_word[word]
        if not later and (spoke := self._spoke_as(word)) is not None:
            return spoke
        before, after = bisect_left(places, place), bisect_right(places, place)
        if before and not later:
            return names[before - 1]
        return names[after] if after < len(names) else None

    def _spoke_as(self, word: str) -> str | None:
        """Whoever spoke last of the few before, by name, if the source gave them the role ("the minister")."""
        last = next((party for party in reversed(self._spoke[-RECENT:]) if party.type == "person"), None)
        if last is None or last.role is None or not self.c.noun_last or " " not in last.name:
            return None
        return last.name if any(same_stem(word, self.c.words[n]) for n in range(*last.role)) else None

    def _roles(self) -> list[tuple[int, str, str]]:
        """Where a role word stands beside a name: (token, word, name)."""
        if self._by_role is None:
            self._by_role = []
            masks = self.c.masks
            for number in self.c.classes.places(Is.ROLE):
                run = self._run_beside(number)
                if run is not None and not any(masks[n] & (Is.BODY | Is.OUTLET | Is.DOCUMENT) for n in range(*run)):
                    self._by_role.append((number, self.c.words[number], self.names.fullest(run)))
        return self._by_role

    def _run_beside(self, number: int) -> Range | None:
        """The name right after the role word ('lawmaker X'), or the one it explains ('X, a lawmaker')."""
        masks = self.c.masks
        after = self.names.runs(number + 1, min(number + 7, len(masks)))
        while len(after) > 1 and masks[after[0][1] - 1] & Is.PLACE and after[1][0] == after[0][1]:
            number, after = after[0][1] - 1, after[1:]  # the place or body that the title is of
        if after and after[0][0] == number + 1 and after[0][1] - after[0][0] > 1:
            return after[0]
        back = number - 1
        while back > 0 and number - back < 5 and not masks[back] & (Is.COMMA | Is.TERMINAL | Is.AUXILIARY | VERB_CUE):
            back -= 1
        if back > 0 and masks[back] & Is.COMMA:
            before = self.names.runs(max(0, back - 6), back)
            if before and masks[before[-1][0]] & Is.PREPOSITION and self.c.noun_last:
                return None  # "In New Dover, the mayor"
            if before and before[-1][1] == back and before[-1][1] - before[-1][0] > 1:
                return before[-1]
        return None

    def _only_person(self, source: Range, *, later: bool) -> str | None:
        """The one person that the article's sources name, if it is just one (and not named before, if `later`), and if
        none of the roles the article gives it speaks against the words of `source` ("a deputy": no president)."""
        people = self._named_people()
        if len(people) != 1:
            return None
        name, (place, roles) = next(iter(people.items()))
        if self._articled and " " not in name:
            return None  # a common noun that no list has, where those have capitals, too
        words = [self.c.words[n] for n in range(*source) if self.c.masks[n] & Is.ROLE]
        if not self._kin.isdisjoint(words):
            return None  # "a mother" may be anybody's
        little = self.c.head_first and any(self.c.masks[n] & Is.ANAPHORIC for n in range(*source))
        kinds = {self._role_gender(role) for role in roles} - {None}
        if kinds and not self._agreement and not kinds & {kind for word in words if (kind := self._role_gender(word))}:
            return None  # "ein Sprecher" is no "Sprecherin Eva Roth"
        if roles and not little and not any(same_stem(word, role) for word in words for role in roles):
            return None
        return None if later and place < source[0] else name

    def _named_people(self) -> dict[str, tuple[int, set[str]]]:
        """Everybody that the article's sources name: where first, and with which role words anywhere."""
        if self._persons is None:
            self._persons = {}
            for draft in self.drafts:
                naming = self.names.naming(draft.source) if draft.source else None
                if draft.source and naming and naming.name is not None and naming.type == "person":
                    if self.foreign(Party(self.names.surface(naming.name), None, naming.role, "person")):
                        continue
                    _, roles = self._persons.setdefault(self.names.fullest(naming.name), (draft.source[0], set()))
                    roles |= {self.c.words[n] for n in range(*draft.source) if self.c.masks[n] & Is.ROLE}
            for _, role, name in self._roles():
                if name in self._persons:
                    self._persons[name][1].add(role)
        return self._persons
