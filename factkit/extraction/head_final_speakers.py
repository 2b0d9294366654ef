"""Who is meant, where names have no capital letters and titles follow them: 이성권 의원, 푸틴 러시아 대통령, 국정원.

A person is what stands before a role noun, a body what the pack's lists or their endings say; particles stand apart.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from factkit.extraction.clauses import Clauses, Range
from factkit.extraction.drafts import Draft
from factkit.extraction.model import Document
from factkit.extraction.speakers import Party, Speakers
from factkit.extraction.vocabulary import Is

_PARTICLE = (
    Is.TOPIC | Is.SUBJECT | Is.ACCUSATIVE | Is.OWNER | Is.MANNER | Is.JOINING | Is.CASE | Is.COPULA | Is.QUOTATIVE
)  # fmt: skip
_BETWEEN = Is.BODY | Is.STATE | Is.OUTLET  # what may stand between a name and its title
_PARTY = Is.ROLE | Is.BODY | Is.OUTLET | Is.STATE | Is.ANONYMOUS
_LONGEST_NAME = 4
_JOINED = 12  # tokens that two persons who are named together may span


class Person(NamedTuple):
    """A name beside a title: where the name stands, and the title's token."""

    name: Range
    role: int


class HeadFinalSpeakers(Speakers):
    """Resolves the sources of one article's drafts."""

    __slots__ = ("_attributives", "_bodies", "_people", "_surnames")

    def __init__(self, document: Document, clauses: Clauses, drafts: Sequence[Draft]) -> None:
        super().__init__(document, clauses, drafts)
        self._surnames = frozenset(document.pack.particles.surnames)
        self._attributives = tuple(tail.strip("~") for tail in document.pack.particles.attributives)
        self._bodies: list[Range] | None = None
        self._people: list[Person] | None = None

    def resolve(self) -> list[Party | None]:
        """The speaker of each draft; an outlet that cites another only carries that one's words."""
        parties = super().resolve()
        for number, draft in enumerate(self.drafts):
            if draft.passed_on is not None and draft.relay is not None and draft.relay == draft.source:
                parties[number] = self.party(draft.passed_on)
        return parties

    def party(self, source: Range) -> Party:
        """Who the words of `source` mean."""
        first, stop = source
        words, masks = self.c.words, self.c.masks
        if stop - first == 1 and words[first] in self._genders:
            return self._stands_for(source, self._genders[words[first]])
        if masks[stop - 1] & Is.DOCUMENT and stop - first > 1 and (inner := self._author(source)):
            return replace(self.party(inner), words=source)
        people = [person for person in self._all_people() if first <= person.name[0] and person.role < stop]
        if people:
            name = people[0].name[0], people[-1].name[1]
            return Party(self._fullest_person(name), source, _around(source, name), "person")
        if (named := self._apposed(source)) is not None:
            return Party(self._fullest_person(named), source, _around(source, named), "person")
        head = self._head(source)
        if masks[head] & Is.ROLE and not masks[head] & Is.BODY:
            return self._by_title(source, head)
        return self._body(source, head)

    # --- persons -------------------------------------------------------------------------------------------------

    def _all_people(self) -> list[Person]:
        if self._people is None:
            masks = [*self.c.masks, 0]
            titles = [n for n, mask in enumerate(masks) if mask & Is.ROLE and not masks[n + 1] & Is.COPULA]
            found = ((self._name_before(number), number) for number in titles)
            self._people = [Person(name, number) for name, number in found if name is not None]
        return self._people

    def _name_before(self, title: int) -> Range | None:
        """The name that a title follows, with a body or a country between them ("푸틴 러시아 대통령")."""
        masks, stop = self.c.masks, title
        while stop > 0 and title - stop < 5 and masks[stop - 1] & (_BETWEEN | Is.INSIDE) and self._touches(stop - 1):
            stop -= 1
        if self.c.words[title - 1] == ")" and title:
            stop = next((n for n in range(title - 1, max(0, title - 6), -1) if self.c.words[n] == "("), title)
        for end in dict.fromkeys((title, stop)):
            if end > 0 and self._is_name(end - 1) and self._touches(end - 1):
                return self._grow(end - 1)
        return None

    def _grow(self, last: int) -> Range:
        """The whole name that ends in token `last`: native names are one word, others may be several."""
        words, first = self.c.words, last
        if self._native(last):
            while first > 1 and not words[first - 1].isalnum() and words[first - 1] == "·" and self._is_name(first - 2):
                first -= 2
            return first, last + 1
        while first > 0 and last - first < _LONGEST_NAME and self._is_name(first - 1) and self._touches(first - 1):
            first -= 1
        return first, last + 1

    def _is_name(self, number: int) -> bool:  # type: ignore[override]
        word, mask = self.c.words[number], self.c.masks[number]
        if mask & ~(Is.PHRASE | Is.PARTICIPLE) or len(word) < 2 or not word.isalpha():
            return False
        return self._native(number) or not word.endswith(self._attributives)

    def _native(self, number: int) -> bool:
        word = self.c.words[number]
        return len(word) in {2, 3} and word[0] in self._surnames and not word.isascii()

    def _touches(self, number: int) -> bool:
        """Whether nothing but a space, if that, separates the token from the next."""
        c = self.c
        return number + 1 < len(c.starts) and c.text[c.ends[number] : c.starts[number + 1]] in {"", " "}

    def _apposed(self, source: Range) -> Range | None:
        """A name that ends the source after its title ("대변인인 전하규"), or is all of it."""
        last = source[1] - 1
        if not self._is_name(last):
            return None
        titled = any(self.c.masks[n] & Is.ROLE for n in range(source[0], last))
        alone = source[1] - source[0] == 1 and self._native(last) and len(self.c.words[last]) == 3
        return self._grow(last) if titled or alone else None

    def _fullest_person(self, name: Range) -> str:
        """The longest form of the name in the article: '푸틴' -> '블라디미르 푸틴'."""
        written = self.names.surface(name)
        forms = [self.names.surface(person.name) for person in self._all_people()]
        return max((form for form in forms if form.split()[-1] == written), key=len, default=written)

    def _by_title(self, source: Range, head: int) -> Party:
        """Somebody told by a title: '이 의원', '두 의원', '대변인'."""
        words, masks = self.c.words, self.c.masks
        before = [n for n in range(source[0], head) if not masks[n] & _PARTICLE]
        known = [p for p in self._all_people() if words[p.role].endswith(words[head]) or words[head].endswith(words[p.role])]
        earlier = [p for p in known if p.role < source[0]] or known
        if before and len(before) == 1 and masks[before[0]] & Is.NUMBER | (masks[before[0]] & Is.DETERMINER and words[before[0]] not in self._surnames):
            pair = self._pair(earlier)
            if pair is not None:
                return Party(self.names.surface(pair), source, source, "person")
        short = words[before[-1]] if before else ""
        if len(short) == 1 and short in self._surnames:
            namesakes = [p for p in earlier if words[p.name[1] - 1][0] == short or words[p.name[0]][0] == short]
            if namesakes:
                return Party(self._one(namesakes[-1], short), source, source, "person")
        if earlier and (not before or (len(before) == 1 and masks[before[0]] & Is.DETERMINER)):
            return Party(self._fullest_person(earlier[-1].name), source, source, "person")
        return Party(self.names.surface(source), source, None, "anonymous" if masks[head] & Is.ANONYMOUS else "person")

    def _one(self, person: Person, surname: str) -> str:
        """The one of those named together who has the surname ("이성권·김병기 의원" … "이 의원")."""
        for number in range(*person.name):
            if self.c.words[number][0] == surname:
                return self._fullest_person((number, number + 1)) if person.name[1] - person.name[0] > 1 else self._fullest_person(person.name)
        return self._fullest_person(person.name)

    def _pair(self, people: list[Person]) -> Range | None:
        """Those who were named together last."""
        for one, two in zip(reversed(people[:-1]), reversed(people[1:]), strict=True):
            if two.name[1] - one.name[0] <= _JOINED and one.name != two.name:
                return one.name[0], two.name[1]
        together = [p.name for p in people if any(self.c.words[n] == "·" for n in range(*p.name))]
        return together[-1] if together else None

    def _stands_for(self, source: Range, kind: str) -> Party:
        wanted = "person" if kind in {"male", "female"} else None
        for party in reversed(self._spoke):
            if wanted is None or party.type == wanted:
                return replace(party, words=source)
        near = [person for person in self._all_people() if person.role < source[0]]
        if wanted and near:
            return Party(self._fullest_person(near[-1].name), source, None, "person")
        return Party(self.names.surface(source), source, None, wanted or "anonymous")

    # --- bodies, outlets, documents, unnamed sources --------------------------------------------------------------

    def _head(self, source: Range) -> int:
        last = source[1] - 1
        while last > source[0] and not self.c.words[last][0].isalnum():
            last = next((n for n in range(last - 1, source[0], -1) if self.c.words[n] == "("), source[0] + 1) - 1
        return max(self.c.phrase_start(last), source[0])

    def _author(self, source: Range) -> Range | None:
        """Whose document it is: '국방부 발표', '이 의원의 설명'."""
        stop = source[1]
        while stop > source[0] + 1 and self.c.masks[stop - 1] & (Is.DOCUMENT | Is.OWNER):
            stop -= 1
        return (source[0], stop) if stop > source[0] and any(self.c.masks[n] & _PARTY for n in range(source[0], stop)) else None

    def _body(self, source: Range, head: int) -> Party:
        masks, words = self.c.masks, self.c.words
        known = any(self.names.surface(person.name) == self.names.surface((head, head + 1)) for person in self._all_people())
        told = next((masks[n] for n in range(head, source[0] - 1, -1) if masks[n] & (_PARTY | Is.DOCUMENT)), 0)
        kind = "person" if known and not told else self._type_of(told)
        first = next((n + 1 for n in range(head, source[0] - 1, -1) if masks[n] & Is.COPULA), source[0])
        while first < head and len(words[first]) > 1 and words[first].endswith(self._attributives) and not masks[first] & _PARTY:
            first += 1
        if masks[source[0]] & Is.DETERMINER or (head == source[0] and masks[head] & Is.ANAPHORIC):
            for party in reversed(self._spoke):
                if party.type == kind and (masks[head] & Is.ANAPHORIC or party.name.endswith(words[head])):
                    return replace(party, words=source)
        name = self.names.surface((first, source[1]))
        full = self._fullest_body(name, words[first:source[1]]) if kind in {"organisation", "outlet"} else name
        role = (source[0], first) if first > source[0] else None
        return Party(full, source, role, kind)

    def _type_of(self, mask: int) -> str:
        for flag, kind in (
            (Is.ANONYMOUS, "anonymous"),
            (Is.OUTLET, "outlet"),
            (Is.BODY, "organisation"),
            (Is.STATE, "organisation"),
            (Is.DOCUMENT, "document"),
        ):
            if mask & flag:
                return kind
        return "organisation"

    def _fullest_body(self, name: str, words: list[str]) -> str:
        """The body's longest form in the article: with its abbreviation in brackets, or the name that one stands for."""
        forms = [self.names.surface(body) for body in self._all_bodies()]
        bracketed = [form for form in forms if "(" in form and (name == form or _introduces(form, name))]
        if bracketed:
            return bracketed[0]
        if len(words) > 1:
            return name
        longer = {form for form in forms if form.endswith(f" {name}")}
        if len(longer) == 1:
            return longer.pop()
        return max((form for form in forms if _abbreviates(name, form)), key=len, default=name)

    def _all_bodies(self) -> list[Range]:
        """Every name of a body: one word, a country and a word, with what stands in brackets after it."""
        if self._bodies is None:
            self._bodies = []
            masks, words = self.c.masks, self.c.words
            for number, mask in enumerate(masks):
                if not mask & (Is.BODY | Is.OUTLET) or mask & (Is.ROLE | Is.ANAPHORIC):
                    continue
                stop = self.c.after(number)
                first = number
                while first and masks[first - 1] & (Is.STATE | Is.BODY) and self._touches(first - 1):
                    first -= 1
                if words[stop : stop + 1] == ["("] and words[stop + 2 : stop + 3] == [")"] and self.c.ends[stop - 1] == self.c.starts[stop]:
                    stop += 3
                self._bodies.append((first, stop))
        return self._bodies


def _introduces(form: str, name: str) -> bool:
    """Whether `form` is "name (other)" or "other (name)"."""
    outside, _, inside = form.rstrip(")").partition("(")
    return name == inside or f" {outside}".endswith(f" {name}")


def _abbreviates(short: str, full: str) -> bool:
    """Whether `short` takes syllables of `full` in order, from its first on: 국정원, 국가정보원."""
    if len(full) < len(short) + 2 or " " in full or "(" in full or full[0] != short[0] or len(short) < 2:
        return False
    rest = iter(full)
    return all(letter in rest for letter in short)


def _around(source: Range, name: Range) -> Range | None:
    """The description around a name: the words before it, else those after."""
    if name[0] > source[0]:
        return source[0], name[0]
    return (name[1], source[1]) if source[1] > name[1] else None
