"""Whom a pronoun means that is a source."""

from bisect import bisect_right
from collections.abc import Iterator

from factkit.extraction.clauses import Range
from factkit.extraction.parties import GROUPS, LONGEST_TITLE, REACH, RECENT, Parties, Party
from factkit.extraction.vocabulary import VERB_CUE, Is

_DESCRIBED = frozenset({"organisation", "outlet", "anonymous"})  # whom a pronoun may mean by its gender
_ELIDED = ("'", "’")  # what an article without its vowel ends in ("L'Organisation")


class Pronouns(Parties):
    """Whom a pronoun means: who spoke last and agrees with it, or the one whom the sentence before is about."""

    __slots__ = ()

    def _agreeing(self, kind: str) -> Party | None:
        """The last one to speak whose grammatical gender may be `kind`, person or not."""
        fitting = [party for party in reversed(self._spoke) if self._gender.get(party.name, kind) == kind]
        if kind == "plural":
            fitting = [party for party in fitting if party.type != "person" or party.name in self._gender]
        likely = [
            party for party in fitting if party.type != "outlet" and (self._is_name(party) or party.type != "anonymous")
        ]
        known = (party for party in likely if party.type == "person" or party.name in self._gender)
        return next(known, likely[0] if likely else fitting[0] if fitting else None)

    def _pronoun(self, source: Range, kind: str) -> Party:
        wanted = {"male": "person", "female": "person"}.get(kind)
        agreeing = self._agreeing(kind) if self._agreement else None
        if agreeing and wanted and agreeing.type != wanted and agreeing.name not in self._gender:
            near = self._nearest_name(source[0])
            name = self.names.fullest(near) if near else None
            if name and self._gender.get(name, kind) == kind:
                return Party(name, source, None, wanted)
        if agreeing:
            return agreeing._replace(words=source)
        last = self._spoke[-1] if self._spoke else None
        if kind == "plural" and self.c.head_first and last and last.words and self._many(last.words):
            return last._replace(words=source)
        if kind == "plural" and self._articled and last and self._gender.get(last.name) == "plural":
            return last._replace(words=source)
        if kind == "plural" and (group := next((p for p in self._latest() if p.type in GROUPS), None)):
            return group._replace(words=source)
        if wanted and (topic := self._topic(source[0], kind)):
            return topic._replace(words=source)
        if kind == "neuter" and (topic := self._body_topic(source[0])):
            return topic._replace(words=source)
        if kind != "plural" and (itself := self._told_of(source[0], kind)):
            return itself._replace(words=source)
        if wanted and (body := self._body_meant(kind)):
            return body._replace(words=source)
        for party in self._likely(wanted):
            fits = party.type == wanted if wanted else party.type != "person" or kind == "plural"
            if fits and self._gender_of(party, kind) == kind:
                if wanted:
                    self._gender[party.name] = kind
                return party._replace(words=source)
        if wanted and self.c.noun_last and last and last.words and not self._many(last.words):
            if last.type == "anonymous":
                return last._replace(words=source)  # "an official said … He …"
        near = self._nearest_name(source[0]) if wanted else None
        if near is not None:
            name = self.names.fullest(near)
            self._gender[name] = kind
            return Party(name, source, None, "person")
        told = self._spoke and (not wanted or (self.c.head_first and self._spoke[-1].type in GROUPS))
        last = self._spoke[-1] if told else None
        return (
            last._replace(words=source)
            if last
            else Party(self.names.surface(source), source, None, wanted or "anonymous")
        )

    def _topic(self, number: int, kind: str | None = None) -> Party | None:
        """The person whom the sentence before `number`'s is about, where nobody spoke since ("X refused. He …")."""
        phrase = self._topic_phrase(number)
        if phrase is None:
            return None
        if any(self.c.masks[n] & (Is.NUMBER | Is.PLACE) and not self.c.masks[n] & Is.ROLE for n in range(*phrase)):
            return None  # "500 Helfer", "Die Kieler Straße"
        owner = next((n for n in range(phrase[0] + 1, phrase[1]) if self.c.masks[n] & Is.OWNS), phrase[1])
        topic = self.party((phrase[0], owner))  # "Ann Lee's eyes filled. She …"
        named = " " in topic.name and topic.name not in self._unnamed
        if topic.type != "person" or not (named or any(self.c.masks[n] & Is.ROLE for n in range(*phrase))):
            return None
        return topic if kind is None or self._gender_of(topic, kind) == kind else None

    def _body_topic(self, number: int) -> Party | None:
        """The body that the sentence before is about and names, where nobody spoke since ("NASA met. It …")."""
        phrase = self._topic_phrase(number)
        if phrase is None or not any(self.c.masks[n] & Is.BODY for n in range(*phrase)):
            return None
        topic = self.party(phrase)
        return topic if topic.type == "organisation" and self._is_name(topic) else None

    def _told_of(self, number: int, kind: str) -> Party | None:
        """Whom the claim before a pronoun is about, by name, where nobody spoke since the sentence before ("Ruvia's
        institute has counted 30 cases, it said")."""
        place = bisect_right(self._firsts, number) - 1
        last = next((party.words for party in reversed(self._spoke) if party.words), None)
        if self._follows or place < 0 or (last and last[0] >= self._firsts[max(place - 1, 0)]):
            return None
        phrase = self.names.topic(self._firsts[place], number) if self._firsts[place] < number else None
        if phrase is None or not any(self.c.masks[n] & (Is.BODY | Is.ROLE) for n in range(*phrase)):
            return None
        topic = self.party(phrase)
        named = self._is_name(topic) and topic.name not in self._unnamed
        wanted = "organisation" if kind == "neuter" else "person"
        agrees = self._gender.get(topic.name, kind) == kind
        return topic if named and topic.type == wanted and agrees else None

    def _topic_phrase(self, number: int) -> Range | None:
        """What the sentence is about before a pronoun that its claim follows ("Ruvia kept silent, but in May it said"),
        else the sentence before, where nobody spoke since."""
        place = bisect_right(self._firsts, number) - 1
        spans = [(self._firsts[place], number)] if self._follows and place >= 0 else []
        if place >= 1:
            spans.append((self._firsts[place - 1], self._firsts[place]))
        last = next((party.words for party in reversed(self._spoke) if party.words), None)
        phrases = (
            self._opening_clause(first, stop) or self.names.topic(first, stop) for first, stop in spans if first < stop
        )
        phrase = next((phrase for phrase in phrases if phrase is not None), None)
        return None if phrase is None or (last and last[0] >= phrase[0]) else phrase

    def _opening_clause(self, first: int, stop: int) -> Range | None:
        """Who the clause is about that leads up to the sentence's own, by name ("When Ann Pike left, she …")."""
        masks = self.c.masks
        opener = first + bool(masks[first] & (Is.CONJUNCTION | Is.CONTRAST))
        if not self.c.noun_last or opener + 1 >= stop or not masks[opener] & Is.SUBORDINATOR:
            return None
        verb = Is.FINITE | Is.AUXILIARY | VERB_CUE | Is.COMMA
        end = next((n for n in range(opener + 1, min(stop, opener + LONGEST_TITLE)) if masks[n] & verb), None)
        if end is None or masks[end] & Is.COMMA or not self.c.capital(end - 1):
            return None
        return opener + 1, end

    def _body_meant(self, kind: str) -> Party | None:
        """The body that spoke last, if its article or ending has the gender of the pronoun ("Le ministère … Il …")."""
        last = self._spoke[-1] if self._spoke else None
        if last is None or last.type not in _DESCRIBED or not last.words or not self._articles:
            return None
        shown = self._shown(last.words)
        if last.type == "anonymous":
            return last if shown == kind and kind == "female" else None  # "une source … Elle"
        hidden = shown is None and self.c.head_first  # no article, or one that elides ("L'Organisation … Elle")
        if hidden and last.name not in self._unnamed:
            elided = self.c.words[last.words[0]].endswith(_ELIDED)
            hidden = elided and not any(p.type == "person" and self._gender_of(p, "") == kind for p in self._spoke)
        return last if shown == kind or hidden else None

    def _she_or_they(self, source: Range) -> Party:
        """Whom a pronoun means that stands for a woman, a body of that gender or several: the verb beside it tells."""
        masks, (first, stop) = self.c.masks, source
        beside = [
            n for n in (stop, first - 1) if 0 <= n < len(masks) and masks[n] & (VERB_CUE | Is.GAPPED | Is.AUXILIARY)
        ]
        if beside and self.c.words[beside[0]].endswith(self._several):
            return self._pronoun(source, "plural")
        if (topic := self._topic(first, "female")) and self._may_be_woman(topic):
            return topic._replace(words=source)
        if itself := self._told_of(first, "female"):
            return itself._replace(words=source)
        if not self._spoke and (body := self._body_told_of(first)):
            return body._replace(words=source)
        last = self._spoke[-1] if self._spoke else None
        if last and last.type == "organisation" and last.words and self.c.words[last.words[0]] in self._either:
            return last._replace(words=source)  # "Die Regierung warnte … Sie …"
        people = (party for party in reversed(self._spoke) if party.type == "person")
        woman = next((party for party in people if self._gender.get(party.name) != "male"), None)
        if woman is None or self._gender.get(woman.name) != "female":
            likely = (p for p in reversed(self._spoke) if p.type == "organisation" or p is woman)
            woman = next(likely, None)
        if woman is not None and woman.type != "person":
            return woman._replace(words=source)
        return woman._replace(words=source) if woman else self._pronoun(source, "female")

    def _body_told_of(self, number: int) -> Party | None:
        """The body that the sentence before opens with, where its article is a woman's, too ("Die Bank … Sie …")."""
        place = bisect_right(self._firsts, number) - 1
        if place < 1:
            return None
        first, stop = self._firsts[place - 1], self._firsts[place]
        end = next((n for n in range(first + 1, stop) if self.c.capital(n)), stop)
        while end < stop and self.c.capital(end):
            end += 1
        opens = self.c.words[first] in self._either and any(self.c.masks[n] & Is.BODY for n in range(first, end))
        return self.party((first, end)) if opens else None

    def _may_be_woman(self, party: Party) -> bool:
        """Whether no role of the party's is a man's."""
        roles = [self.c.words[n] for n in range(*(party.role or (0, 0))) if self.c.masks[n] & Is.ROLE]
        return all(self._role_gender(role) != "male" for role in roles)

    def _likely(self, wanted: str | None) -> Iterator[Party]:
        """Who spoke, the last one first; for "he" and "she" those with a full name or a role before single names,
        which may be a capital's ("Pyongyang")."""
        if wanted is None:
            yield from self._latest()
            return
        single = []
        for party in self._latest():
            if " " in party.name or party.role is not None:
                yield party
            else:
                single.append(party)
        yield from single

    def _latest(self) -> list[Party]:
        """Who spoke, the last one first, and behind them those who speak inside what is claimed: the claim is somebody
        else's ("The union's demand is unfair, it said")."""
        first, stop = self._content
        inside = [party for party in self._spoke[-RECENT:] if party.words and first <= party.words[0] < stop]
        if not inside:
            return self._spoke[::-1]
        return [party for party in reversed(self._spoke) if party not in inside] + inside[::-1]

    def _nearest_name(self, number: int) -> Range | None:
        """The nearest name of two words or more before `number`, else of one."""
        runs = self.names.runs(max(0, number - REACH), number)
        groups, inside = Is.BODY | Is.OUTLET | Is.DOCUMENT, self.c.quoted[number]
        people = [
            run
            for run in runs
            if not any(self.c.masks[n] & groups for n in range(*run)) and (inside or not self.c.quoted[run[0]])
        ]
        if self.c.head_first:
            people = [run for run in people if not self._of_something(run)]
        long = [run for run in people if run[1] - run[0] > 1]
        nearest = long or (people if self.names.single else [])
        return nearest[-1] if nearest else None

    def _of_something(self, run: Range) -> bool:
        """Whether a name of one word or in capitals stands behind a small word, as no person's does ("du | Congo")."""
        masks, before = self.c.masks, run[0] - 1
        short = run[1] - run[0] == 1 or self.c.text[self.c.starts[run[0]] : self.c.ends[run[1] - 1]].isupper()
        return short and before >= 0 and bool(masks[before] & (Is.INNER | Is.PREPOSITION | Is.DETERMINER))

    def _relative(self, source: Range) -> Party:
        """'X, who said …': the phrase before the relative pronoun."""
        stop = source[0]
        while stop > 0 and self.c.masks[stop - 1] & (Is.COMMA | Is.VIEWPOINT):
            stop -= 1
        sources = [draft.source for draft in self.drafts if draft.source and draft.source[0] < stop <= draft.source[1]]
        beside = next(((first, stop) for first, last in sources if stop == last or last > source[1]), None)
        phrase = beside or self.names.antecedent(stop)
        if phrase is None or (phrase[1] - phrase[0] == 1 and self.c.masks[phrase[0]] & Is.RELATIVE):
            return Party(self.names.surface(source), source, None, "anonymous")
        return self.party(phrase)._replace(words=source)
