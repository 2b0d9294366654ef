"""Who is meant: sources resolved to speakers inside the article."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factkit.extraction.case_names import CaseNames
from factkit.extraction.clauses import Clauses, Range
from factkit.extraction.drafts import Draft
from factkit.extraction.holders import Holders
from factkit.extraction.model import Document
from factkit.extraction.names import Names
from factkit.extraction.noun_last import NounLastNames
from factkit.extraction.nouns import NounNames
from factkit.extraction.offices import offices_end
from factkit.extraction.vocabulary import VERB_CUE, Is

_HEAD = Is.ROLE | Is.BODY | Is.DOCUMENT | Is.OUTLET | Is.ANONYMOUS
_GROUPS = frozenset({"organisation", "outlet"})
_DESCRIBED = frozenset({"organisation", "outlet", "anonymous"})  # whom a pronoun may mean by its gender
_MEMORY = 64  # parties remembered as having spoken: who is meant lies nearer, and the cost stays linear
_RECENT = 4  # parties among whom whoever carries on is looked for
_LONGEST_ENDING = 5  # letters in which two forms of one word differ; compounds have more
_SHORTEST_HEAD = 4  # letters of a noun that a compound may end in ("Stiftung", "Hirnstiftung")
_ELIDED = ("'", "’")  # what an article without its vowel ends in ("L'Organisation")
_LAST_LATIN = "\u024f"  # of the Latin letters with and without marks
_SYLLABLE = 3  # letters of "ministry" that a short name may begin with ("Minsanté")
_TO_BODY = 4  # tokens in which the body comes whose document it is ("of the interior | ministry")
_LONGEST_TITLE = 10  # tokens of a name with its title
_REACH = 200  # tokens that a pronoun may lie behind the name it stands for, where no source was named before


class Party(NamedTuple):
    """Someone in a chain: resolved name, words as written with their place, role and type."""

    name: str
    words: Range | None
    role: Range | None
    type: str


class Speakers:
    """Resolves the sources of one article's drafts, in the order in which they are read."""

    __slots__ = (
        "_agreement",
        "_articled",
        "_articles",
        "_by_role",
        "_by_word",
        "_carrying",
        "_cited",
        "_content",
        "_document",
        "_either",
        "_female_roles",
        "_firsts",
        "_follows",
        "_gender",
        "_genders",
        "_holders",
        "_kin",
        "_male_roles",
        "_ministries",
        "_open_roles",
        "_papers",
        "_persons",
        "_several",
        "_spoke",
        "_transcribes",
        "_unnamed",
        "_verb_kinds",
        "c",
        "drafts",
        "names",
    )

    def __init__(self, document: Document, clauses: Clauses, drafts: Sequence[Draft]) -> None:
        self.c, self.drafts = clauses, drafts
        self._firsts = document.sentence_firsts
        starts = set(self._firsts)
        starts |= {number + 1 for number in clauses.jump}
        self.names = _names(document, clauses, frozenset(starts))
        people = document.pack.people
        self._genders = {
            word.lower(): kind for kind in ("male", "female", "neuter", "plural") for word in getattr(people, kind)
        }
        self._either, self._articled = frozenset(people.either), people.articled
        self._ministries, self._kin = frozenset(people.ministries), frozenset(document.pack.figures.kin)
        self._several, self._female_roles, self._male_roles, self._open_roles = (
            tuple(ending.strip("~") for ending in endings)
            for endings in (people.several, people.female_roles, people.male_roles, people.open_roles)
        )
        self._carrying: tuple[int, Party] | None = None  # where speech was carried on last, and whose
        self._follows = False  # whether the claim whose source is looked for comes after it
        self._content: Range = (0, 0)  # where that claim stands
        self._unnamed: set[str] = set()  # those whom the article only describes
        self._spoke: list[Party] = []
        self._cited: dict[Range, Party] = {}
        self._papers: list[tuple[Range, Party]] = []  # documents of bodies, as described, with those bodies
        self._document: Party | None = None  # the last document that spoke, for what goes on before anybody else does
        self._gender: dict[str, str] = {}
        self._by_role: list[tuple[int, str, str]] | None = None
        self._by_word: dict[str, tuple[list[int], list[str]]] = {}
        self._persons: dict[str, tuple[int, set[str]]] | None = None
        shown = (("male", people.masculine), ("female", people.feminine), ("plural", people.many))
        self._articles = [
            (kind, frozenset(words), tuple(word[1:] for word in words if word[0] == "~"))
            for kind, words in shown
            if words
        ]
        self._transcribes = bool(document.pack.cases.endings)
        cased = self.names if isinstance(self.names, CaseNames) else None
        self._holders = Holders(clauses, people.alike, cased.stems) if cased else None
        agreement = document.pack.cases.agreement
        self._agreement = [(kind, tuple(e.strip("~") for e in endings)) for kind, endings in agreement.items()]
        self._verb_kinds = (
            {draft.source: self._verb_kind(draft) for draft in drafts if draft.source} if self._agreement else {}
        )  # what the cue's ending tells of its subject

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
        first = next((n for n in range(article + 1, min(article + _LONGEST_TITLE, stop)) if self.c.capital(n)), stop)
        end = next((n for n in range(first, stop) if not self.c.capital(n)), stop)
        group = any(self.c.masks[n] & _HEAD for n in range(first, end))
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
        for other, party in done[: -_RECENT - 1 : -1]:
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
        runs = [run for run in self.names.runs(max(0, number - _REACH), number) if run[1] - run[0] > 1]
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
        spoke = [party for party in self._spoke[-_RECENT:] if not (party.words and first <= party.words[0] < stop)]
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

    def foreign(self, party: Party) -> bool:
        """Whether a name without a role keeps foreign letters, as outlets' names do where people's are transcribed."""
        return self._transcribes and party.role is None and max(party.name, default="") <= _LAST_LATIN

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

    def _verb_kind(self, draft: Draft) -> str | None:
        if draft.cue is None or not draft.mask & VERB_CUE:
            return None
        word = self.c.words[draft.cue[1] - 1]
        return next((kind for kind, endings in self._agreement if word.endswith(endings)), None)

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
        if kind == "plural" and (group := next((p for p in self._latest() if p.type in _GROUPS), None)):
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
        told = self._spoke and (not wanted or (self.c.head_first and self._spoke[-1].type in _GROUPS))
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
        end = next((n for n in range(opener + 1, min(stop, opener + _LONGEST_TITLE)) if masks[n] & verb), None)
        if end is None or masks[end] & Is.COMMA or not self.c.capital(end - 1):
            return None
        return opener + 1, end

    def _gender_of(self, party: Party, default: str) -> str:
        """The party's gender: as somebody referred to it, else as its article shows it ("Le vice-ministre X")."""
        if party.name in self._gender or not self._articles or party.role is None:
            return self._gender.get(party.name, default)
        shown = self._shown(party.role) or (self._shown(party.words) if party.words else None)
        return shown if shown in {"male", "female"} else default

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
        inside = [party for party in self._spoke[-_RECENT:] if party.words and first <= party.words[0] < stop]
        if not inside:
            return self._spoke[::-1]
        return [party for party in reversed(self._spoke) if party not in inside] + inside[::-1]

    def _nearest_name(self, number: int) -> Range | None:
        """The nearest name of two words or more before `number`, else of one."""
        runs = self.names.runs(max(0, number - _REACH), number)
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

    # --- descriptions ------------------------------------------------------------------------------------------

    def _description(self, source: Range, kind: str) -> Party:
        masks = self.c.masks
        if stated := self.names.stater(source):
            return Party(stated[0], source, None, stated[1])
        if owner := self._document_owner(source):
            party = self.party(owner)
            self._papers = [*self._papers[1 - _RECENT :], (source, party)]
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
        heads = [n for n in range(*cut) if masks[n] & _HEAD]
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
        kinds = {"person", "anonymous"} if mask & Is.ROLE else _GROUPS
        return next((party for party in reversed(self._spoke) if party.type in kinds), None)

    def _may_bear(self, party: Party, head: int) -> bool:
        """Whether the role at `head` can be the party's: one of those the article gives it, or a role that says little
        (the pack's anaphoric nouns). A single word without any role may be a capital's name."""
        roles = self._named_people().get(party.name, (0, set()))[1]
        if not roles:
            return party.role is not None or " " in party.name
        return bool(self.c.masks[head] & Is.ANAPHORIC) or any(_same_stem(self.c.words[head], role) for role in roles)

    def _shown(self, words: Range) -> str | None:
        """Gender or number as the first word of a source that has any shows it."""
        for number in range(*words):
            word = self.c.words[number]
            for kind, exact, endings in self._articles:
                if word in exact or word.endswith(endings):
                    return kind
            if self.c.head_first and not self.c.masks[number] & (Is.DETERMINER | Is.PREPOSITION | Is.GENITIVE):
                break  # what hangs on a noun shows nothing of it
        return None

    def _has_plural_article(self, first: int, head: int) -> bool:
        """Whether a word before the noun tells that it stands for several ("les", "varios")."""
        plural = [words for kind, words, _ in self._articles if kind == "plural"]
        return any(self.c.words[n] in words for words in plural for n in range(first, head))

    def _many(self, words: Range) -> bool:
        return (bool(self._articles) and self._shown(words) == "plural") or self._verb_kinds.get(words) == "plural"

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
            if any(_same_stem(words[head], words[n]) for n in range(*source)):
                return party
        last = next((party for party in reversed(self._spoke[-_RECENT:]) if party.type == "organisation"), None)
        if last is None or last.words is None:
            return None
        around = range(max(0, last.words[0] - _LONGEST_TITLE), min(head, last.words[1] + _LONGEST_TITLE))
        told = (n for n in around if self.c.masks[n] & Is.DOCUMENT and n < head - 1)
        return last if any(_same_stem(words[head], words[n]) for n in told) else None

    def _two_bodies(self, party: Party) -> bool:
        """Whether the party is two bodies that spoke as one ("Polizei und Feuerwehr")."""
        first, stop = party.words or (0, 0)
        masks = self.c.masks
        joined = stop - first > 2 and masks[stop - 2] & Is.CONJUNCTION
        return bool(joined and masks[stop - 1] & masks[stop - 3] & Is.BODY)

    def _described_body(self, bodies: list[Party], head: int) -> Party | None:
        """The first of the bodies without a name that the word at `head` is short for ("the county health |
        department")."""
        word, last = self.c.words[head], self.c.noun_last
        called = (party for party in bodies if " " in party.name and self._called(party, head))
        return next((party for party in called if not last or party.name.endswith(word)), None)

    def _first_firm(self, place: int) -> Party | None:
        """The first firm named before `place` by a name that says so ("Dover Mills Inc"), whom a report is about."""
        for first, stop in self.names.runs(max(0, place - _REACH), place):
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
        for run in self.names.runs(max(0, source[0] - _REACH), source[0]):
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

    def _role_gender(self, role: str) -> str | None:
        """What the ending of a role tells, where the pack knows endings."""
        if not role or not self._female_roles:
            return None
        if role.endswith(self._female_roles):
            return "female"
        if self._male_roles:
            return "male" if role.endswith(self._male_roles) else None
        return None if role.endswith(self._open_roles) else "male"

    def _is_several(self, head: int) -> bool:
        """Whether the role at `head` is several people's: after an article of a woman or several, and no woman's."""
        word, before = self.c.words[head], self.c.words[head - 1] if head else ""
        if word.endswith(self.c.plurals):
            return True
        mask = self.c.masks[head - 1] if head else 0
        if mask & Is.GENITIVE and not mask & (Is.OBLIQUE | Is.A):  # "nach Ansicht der Zeugen"
            return word.endswith(self._several) and not word.endswith(self._female_roles)
        many = word.endswith(self._several) or not word.endswith(self._open_roles)
        return before in self._either and many and not word.endswith(self._female_roles)

    def _body_before(self, head: int, place: int, wanted: int = Is.BODY) -> Party | None:
        """The nearest body named before `place`, where it need not have spoken, that the word at `head` can mean."""
        kind = "outlet" if wanted == Is.OUTLET else "organisation"
        runs = self.names.runs(max(0, place - _REACH), place)
        if self.c.head_first and self.c.words[head] in self._ministries:
            runs = [self.names.whole_body(run, (max(0, run[0] - _LONGEST_TITLE), run[1])) for run in runs]
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
        for run in reversed(self.names.runs(max(0, place - _REACH), place)):
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

    def _may_be(self, party: Party, head: int) -> bool:
        """Whether 'the police' or 'the agency' can mean `party`: the same word is in its name or role, or the word
        says nothing of its own (the pack's anaphoric nouns)."""
        mask = self.c.masks[head]
        if mask & Is.ANAPHORIC and not (mask & Is.FIRM and self._is_authority(party)):
            return self.c.words[head] not in self._ministries or self._may_be_ministry(party, head)
        return self._called(party, head)

    def _may_be_ministry(self, party: Party, head: int) -> bool:
        """Whether the party is so called, or by a name that tells no other kind of body ("the MoD")."""
        short = self.c.words[head][:_SYLLABLE]
        words = party.name.lower().split()
        abbreviated = party.name.isupper() or not self.c.class_of(words[0]) & Is.BODY
        alone = len(words) == 1 and (abbreviated or words[0].startswith(short))
        return alone or self._called(party, head)

    def _is_authority(self, party: Party) -> bool:
        """Whether the name holds nothing but nouns for bodies, none of them a firm's."""
        kinds = map(self.c.class_of, party.name.lower().split())
        return all(kind & Is.BODY and not kind & Is.NAMED for kind in kinds)

    def _called(self, party: Party, head: int) -> bool:
        """Whether the word at `head` is in the party's name or role, alone or at the end of a compound."""
        word, role = self.c.words[head], self.names.surface(party.role) if party.role else ""
        return any(
            _same_stem(word, other) or (len(word) > _SHORTEST_HEAD and other.endswith(word))
            for other in f"{party.name} {role}".lower().split()
        )

    def _is_name(self, party: Party) -> bool:
        return any(character.isupper() for character in party.name)

    def _plain(self, source: Range) -> Range:
        """A description without article in front and relative clause or apposition behind."""
        masks = self.c.masks
        first, stop = source
        while first < stop - 1 and masks[first] & Is.DETERMINER and not masks[first] & _HEAD:
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
                if _same_stem(word, other) and (kind or "") in (self._role_gender(other) or kind or "", "")
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
        last = next((party for party in reversed(self._spoke[-_RECENT:]) if party.type == "person"), None)
        if last is None or last.role is None or not self.c.noun_last or " " not in last.name:
            return None
        return last.name if any(_same_stem(word, self.c.words[n]) for n in range(*last.role)) else None

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
        if roles and not little and not any(_same_stem(word, role) for word in words for role in roles):
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


def _names(document: Document, clauses: Clauses, sentence_starts: frozenset[int]) -> Names:
    """The reader of names for the language: by capitals alone, or where nouns have them, too, or where names
    inflect."""
    if document.pack.cases.endings:
        return CaseNames(clauses, sentence_starts, document.pack.cases)
    grammar = document.pack.grammar
    kind = NounNames if grammar.nouns_capitalised else NounLastNames if grammar.owning else Names
    return kind(clauses, sentence_starts)


def _same_stem(left: str, right: str) -> bool:
    """Whether two words differ only in the ending that number, gender, case or article gives them."""
    shared = min(len(left), len(right))
    while left[:shared] != right[:shared]:
        shared -= 1
    longest = max(len(left), len(right))
    return shared >= max(4, min(len(left), len(right)) - 2) and longest - shared <= _LONGEST_ENDING
