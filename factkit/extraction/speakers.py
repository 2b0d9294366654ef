"""Who is meant: sources resolved to speakers inside the article."""

from bisect import bisect_right

from factkit.extraction.clauses import Range
from factkit.extraction.descriptions import Descriptions
from factkit.extraction.drafts import Draft
from factkit.extraction.parties import HEAD, LONGEST_TITLE, REACH, RECENT, Party
from factkit.extraction.vocabulary import VERB_CUE, Is

_MEMORY = 64  # parties remembered as having spoken: who is meant lies nearer, and the cost stays linear


class Speakers(Descriptions):
    """Resolves the sources of one article's drafts, in the order in which they are read."""

    __slots__ = ()

    def resolve(self) -> list[Party | None]:
        """The speaker of each draft; None where nobody is named and nobody carries on."""
        order = sorted(range(len(self.drafts)), key=lambda n: (self.drafts[n].cue or self.drafts[n].hull)[0])
        parties: list[Party | None] = [None] * len(self.drafts)
        done: list[tuple[Draft, Party | None]] = []
        latest: Party | None = None
        for number in order:
            draft = self.drafts[number]
            self._follows = draft.source is not None and draft.content[0][0] >= draft.source[1]
            self._content = draft.hull
            party = (self._own_subject(draft) or self.party(draft.source)) if draft.source else None
            if draft.rule == "resumed" and (near := self._topic(draft.hull[0]) or self._named_since(draft.hull[0])):
                party = near
            elif party is None and draft.carried and draft.mask & Is.WHOLE and (before := latest or self._told(draft)):
                party = before._replace(words=None)  # "demnach", a document's as well
            elif party is None and (draft.cue is None or draft.carried):
                last = self._counting(draft, done) or self._last_outside(draft)
                party = last._replace(words=None) if last else None
                self._carrying = (draft.hull[0], party) if party and draft.rule == "carried" else self._carrying
            if draft.rule == "tally" and party is not None and self._spoke and party.name == self._spoke[-1].name:
                party = self._apart(party)
            done.append((draft, party))
            parties[number] = party
            latest = party or latest
            if party is not None and party.type == "document":
                self._document = party
            if party is not None and party.type != "document":
                self._note_gender(party, draft)
                cited = [self.cited(draft.passed_on)] if draft.passed_on is not None else []
                self._spoke += [party, *cited] if party.type == "outlet" else [*cited, party]
                del self._spoke[:-_MEMORY]
        return parties

    def _own_subject(self, draft: Draft) -> Party | None:
        """Who does what a claim tells, where a pronoun behind it says it was them ("Die Bahn baut, wie sie sagte")."""
        if draft.rule != "as-last" or draft.source is None or draft.source[1] - draft.source[0] > 1:
            return None
        words, article, stop = self.c.words, draft.content[0][0], draft.source[0]
        if not self.c.masks[stop] & Is.PRONOUN or not self.c.masks[article] & Is.DETERMINER:
            return None
        first = next((n for n in range(article + 1, min(article + LONGEST_TITLE, stop)) if self.c.capital(n)), stop)
        end = next((n for n in range(first, stop) if not self.c.capital(n)), stop)
        group = any(self.c.masks[n] & HEAD for n in range(first, end))
        agrees = (words[article] in self._either) == (words[stop] in self._either)
        return self.party((article, end))._replace(words=draft.source) if group and agrees else None

    def _apart(self, party: Party) -> Party:
        """Whom a source means whose count is set against the last one's: nobody who spoke before."""
        first, stop = party.words or (0, 0)
        return self._described((first + bool(self.c.masks[first] & Is.DETERMINER), stop), (first, stop), party.type)

    def _counting(self, draft: Draft, done: list[tuple[Draft, Party | None]]) -> Party | None:
        """Who gave the number that "of these, …" goes on from."""
        if draft.cue is not None or not self.c.masks[draft.hull[0]] & Is.PARTITIVE:
            return None
        for other, party in done[: -RECENT - 1 : -1]:
            if party is None or party.type == "outlet":
                continue
            if any(self.c.masks[n] & Is.NUMBER for piece in other.content for n in range(*piece)):
                return party
        return None

    def cited(self, words: Range) -> Party:
        """Who is cited, as understood at that place of the text, not after all that follows."""
        if words not in self._cited:
            self._cited[words] = self.party(words)
        return self._cited[words]

    def _named_since(self, number: int) -> Party | None:
        """Whoever is named nearest before `number` by name, after all that was said."""
        last = self._spoke[-1].words if self._spoke else None
        runs = [run for run in self.names.runs(max(0, number - REACH), number) if run[1] - run[0] > 1]
        if not runs or (last and runs[-1][0] < last[1]):
            return None
        naming = self.names.naming(runs[-1])
        if naming.name is None or naming.type != "person" or self.c.masks[naming.name[1] - 1] & Is.PLACE:
            return None
        return Party(self.names.fullest(naming.name), None, None, "person")

    def _told(self, draft: Draft) -> Party | None:
        """The outlet that the sentence before names, where nobody spoke yet ("Das schrieb die „Post“. Demnach …")."""
        place = bisect_right(self._firsts, draft.hull[0]) - 1
        if self._spoke or place < 1:
            return self._spoke[-1] if self._spoke else None
        runs = self.names.runs(self._firsts[place - 1], self._firsts[place])
        outlet = next((run for run in runs if any(self.c.masks[n] & Is.OUTLET for n in range(*run))), None)
        return outlet and self.party(outlet)

    def _last_outside(self, draft: Draft) -> Party | None:
        """Who spoke last, outlets put aside if anybody else did, and those put aside who speak inside the draft."""
        first, stop = draft.hull
        if (near := self._goes_on_from(draft)) is not None:
            return near
        spoke = [party for party in self._spoke[-RECENT:] if not (party.words and first <= party.words[0] < stop)]
        other = spoke[-1] if spoke else self._document
        return next((party for party in reversed(spoke) if party.type != "outlet"), other)

    def _goes_on_from(self, draft: Draft) -> Party | None:
        """Whoever the sentence right before is carried on from, or the paper that spoke in it."""
        place = bisect_right(self._firsts, draft.hull[0]) - 1
        if draft.rule != "carried" or draft.cue is not None or place < 1:
            return None
        before = self._firsts[place - 1]
        if self._carrying is not None and self._carrying[0] >= before:
            return self._carrying[1]
        last = self._spoke[-1] if self._spoke else None
        wrote = last is not None and last.type == "outlet" and last.words is not None and last.words[0] >= before
        return last if wrote else None

    def carrier(self, party: Party) -> Party:
        """One who carries another's words: an outlet, where the name looks like one."""
        return party._replace(type="outlet") if self.foreign(party) else party

    def party(self, source: Range) -> Party:
        """Who the words of `source` mean."""
        first, stop = source
        mask = self.c.masks[first]
        if stop == self.c.after(first) and (word := " ".join(self.c.words[first:stop])) in self._genders:
            return self._pronoun(source, self._genders[word])
        if stop - first == 1 and mask & Is.RELATIVE:
            return self._relative(source)
        if stop - first == 1 and self.c.words[first] in self._either:
            return self._she_or_they(source)
        if (noun := self.names.without_place(source)) != source:
            return self.party(noun)._replace(words=source)
        naming = self.names.naming(source)
        if naming.name is not None and self._only_belongs(source, naming.name):
            return self._description(source, "anonymous")
        if naming.name is not None:
            head, end = naming.name
            common = end - head == 1 and self.c.masks[head] & Is.BODY
            if common and (known := self._mentioned(head, source)) and self._recalls_body(head, first, known):
                return known._replace(words=source)
            full = self.names.called(naming.name, source[0])
            if self._holders is not None and naming.type == "person":
                self._holders.note(full, source, naming.name)
            if naming.type == "person" and any(self.c.masks[n] & Is.CONJUNCTION for n in range(*naming.name)):
                self._gender[full] = "plural"
            return Party(full, source, naming.role, naming.type)
        return self._description(source, naming.type)

    def _recalls_body(self, head: int, first: int, known: Party) -> bool:
        """Whether a word that names a kind of body means the one named before: "the report of the ministry", and with a
        capital, behind its article, one whose longer name has the word ("the Ministry")."""
        if not self.c.capital(head):
            return bool(self._agreement)
        return head == first + 1 and " " in known.name and self._called(known, head)

    def _only_belongs(self, source: Range, name: Range) -> bool:
        """Whether the name only tells where somebody is from, or whose they are, whom a noun that no list knows
        describes ("une bouchère de Brest", "la familia de Juan Ruiz")."""
        masks, head = self.c.masks, source[0] + 1
        if not self.c.head_first or not masks[source[0]] & Is.DETERMINER or name[0] <= head:
            return False
        linked = masks[name[0] - 1] & (Is.INNER | Is.PREPOSITION)
        party = Is.ROLE | Is.BODY | Is.OUTLET | Is.DOCUMENT | Is.ANONYMOUS
        return bool(linked) and not masks[head] & party and not self.c.capital(head)

    def _note_gender(self, party: Party, draft: Draft) -> None:
        """What a role tells of the one who has it, and the cue's ending of its subject, where verbs agree with it."""
        verb = self.c.words[draft.cue[0]] if draft.cue is not None and draft.mask & VERB_CUE else ""
        several = verb.endswith(self._several)
        if self._female_roles and party.type == "person" and party.name not in self._gender and not several:
            words = party.role or party.words or (0, 0)
            role = next((self.c.words[n] for n in range(*words) if self.c.masks[n] & Is.ROLE), "")
            if (kind := self._role_gender(role)) is not None:
                self._gender[party.name] = kind
        kind = self._verb_kinds.get(draft.source) if draft.source else None
        if kind is not None and party.name:
            self._gender[party.name] = kind
