"""Who is meant, where names have no capital letters and titles follow them: 이성권 의원, 푸틴 러시아 대통령, 국정원.

A person is what stands before a role noun, a body what the pack's lists or their endings say; particles stand apart.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factkit.extraction.clauses import Clauses, Range
from factkit.extraction.drafts import Draft
from factkit.extraction.head_final_phrases import word_facts
from factkit.extraction.model import Document
from factkit.extraction.particles import is_closed
from factkit.extraction.parties import Party
from factkit.extraction.speakers import Speakers
from factkit.extraction.vocabulary import Is

_PARTICLE = (
    Is.TOPIC | Is.SUBJECT | Is.ACCUSATIVE | Is.OWNER | Is.MANNER | Is.JOINING | Is.CASE | Is.COPULA | Is.QUOTATIVE
)  # fmt: skip
_BETWEEN = Is.BODY | Is.STATE | Is.OUTLET  # what may stand between a name and its title
_PARTY = Is.ROLE | Is.BODY | Is.OUTLET | Is.STATE | Is.ANONYMOUS
_LONGEST_NAME = 4
_LONGEST_TITLE = 4  # tokens from the country in a title to its role noun
_NATIVE_NAME = 3  # syllables
_NATIVE_LENGTHS = frozenset({2, 3})
_SHORTEST_GIVEN = 2  # the same of a foreign given name
_REACH = 60  # persons, or claims, that a title may lie behind the name it stands for
_LONG_BODY = 6  # syllables of a body that ends like a title ("한국항공우주연구원", but "선임연구원")
_LONG_ASIDE = 6  # tokens of what stands in brackets behind a name, an age first
_LONGEST_ASIDE = 9  # the same before a title
_PREFIX = 2  # syllables of a body's name that its abbreviation may leave out
_JOINED = 12  # tokens that two persons who are named together may span


class Person(NamedTuple):
    """A name beside a title: where the name stands, and the title's token."""

    name: Range
    role: int


class HeadFinalSpeakers(Speakers):
    """Resolves the sources of one article's drafts."""

    __slots__ = (
        "_abroad",
        "_anonymised",
        "_at_home",
        "_bodies",
        "_closed",
        "_describing",
        "_foreign",
        "_forms",
        "_full",
        "_given",
        "_kinds",
        "_local",
        "_one",
        "_others",
        "_people",
        "_surnames",
        "_verbs",
    )

    def __init__(self, document: Document, clauses: Clauses, drafts: Sequence[Draft]) -> None:
        super().__init__(document, clauses, drafts)
        facts = word_facts(document.pack.code)
        self._surnames, self._describing, self._verbs = facts.surnames, facts.describing, facts.verbal
        self._at_home = not facts.home.isdisjoint(self.c.words)
        self._abroad = facts.states - facts.home
        self._given, self._foreign, self._kinds = facts.given, facts.foreign, facts.kinds
        self._anonymised = document.pack.particles.anonymised
        self._one, self._others, self._closed = facts.one, facts.others, (facts.closed, facts.closed_short)
        self._local = frozenset(document.pack.people.local)
        self._people = self._find_people()
        self._forms = self._longest_forms()
        self._bodies = list(dict.fromkeys(map(self.names.surface, self._find_bodies())))
        self._full: dict[str, str] = {}

    def resolve(self) -> list[Party | None]:
        """The speaker of each draft; an outlet that cites another only carries that one's words."""
        parties = super().resolve()
        for number, draft in enumerate(self.drafts):
            if draft.passed_on is not None and draft.relay is not None and draft.relay == draft.source:
                parties[number] = self.party(draft.passed_on)
        self._answer(parties)
        return parties

    def _answer(self, parties: list[Party | None]) -> None:
        """Gives what answers a question to whoever spoke before the one who asked ("…라고 묻자 “…”고 답했다")."""
        before: Party | None = None
        asked = False
        for number in sorted(range(len(parties)), key=lambda n: self.drafts[n].hull):
            draft = self.drafts[number]
            if asked and before is not None and draft.carried and draft.source is None:
                parties[number] = before._replace(words=None)
            asked = bool(draft.mask & Is.ADDRESSED)
            before = before if asked else parties[number] or before

    def party(self, source: Range) -> Party:
        """Who the words of `source` mean."""
        first, stop = source
        words, masks = self.c.words, self.c.masks
        if stop - first > 1 and words[stop - 1] in self._others:  # "경찰 | 등"
            return self.party((first, stop - 1))._replace(words=source)
        opening = self._opening(source)
        if opening > first and masks[opening + 1] & Is.ROLE:  # "환경청(청장 서하늘)"
            return self.party((first, opening))._replace(words=source)
        if stop - first == 1 and words[first] in self._genders:
            return self._stands_for(source, self._genders[words[first]])
        if (author := next((n for n in range(first + 1, stop) if masks[n] & Is.SUBJECT), None)) is not None:
            return self.party((first, author))._replace(words=source)
        anybody = words[first] in self._one  # "한 고교 교사"
        paper = masks[stop - 1] & Is.DOCUMENT and not masks[stop - 1] & Is.ROLE and not anybody
        if paper and stop - first > 1 and (inner := self._author(source)):
            return self.party(inner)._replace(words=source)
        named = self._apposed(source) or self._aged(source)
        if named is None and not anybody and (people := self._between(self._behind_owner(source), stop)):
            named = people[0].name[0], people[-1].name[1]
        if named is not None:
            return Party(self._fullest_person(named), source, _around(source, named), "person")
        head = self._head(source)
        if masks[head] & Is.ROLE and not masks[head] & Is.BODY:
            return self._by_title(source, head)
        return self._body(source, head)

    # --- persons -------------------------------------------------------------------------------------------------

    def _find_people(self) -> list[Person]:
        """Every name beside a title, in the order of the titles."""
        masks = [*self.c.masks, 0]
        titles = [n for n, mask in enumerate(masks) if mask & Is.ROLE and not masks[n + 1] & Is.COPULA]
        found = ((self._name_before(number), number) for number in titles)
        return [Person(name, number) for name, number in found if name is not None]

    def _longest_forms(self) -> dict[str, str]:
        """By the last word of a name its longest form in the article."""
        forms: dict[str, str] = {}
        for person in self._people:
            written = self.names.surface(person.name)
            last = written.split()[-1]
            if len(written) > len(forms.get(last, "")):
                forms[last] = written
        return forms

    def _between(self, first: int, stop: int) -> list[Person]:
        """The persons whose names and titles stand in tokens `first` to `stop`."""
        begin = bisect_left(self._people, first, key=lambda person: person.role)
        end = bisect_left(self._people, stop, key=lambda person: person.role)
        return [person for person in self._people[begin:end] if person.name[0] >= first]

    def _behind_owner(self, source: Range) -> int:
        """Where the noun phrase starts that an owner stands before ("총리의 | 보좌관"), else the source."""
        masks = self.c.masks
        if masks[source[1] - 1] & Is.DOCUMENT:
            return source[0]
        return next((n + 1 for n in range(source[1] - 1, source[0], -1) if masks[n] & Is.OWNER), source[0])

    def _name_before(self, title: int) -> Range | None:
        """The name that a title follows, with a body or a country between them ("푸틴 러시아 대통령")."""
        masks, stop = self.c.masks, title
        while stop > 0 and title - stop < 5 and self._between_name(stop - 1) and self._touches(stop - 1):
            stop -= 1
        if self.c.words[title - 1] == ")" and title:
            stop = next(
                (n for n in range(title - 1, max(0, title - _LONGEST_ASIDE), -1) if self.c.words[n] == "("), title
            )
            while stop > 0 and masks[stop - 1] & _BETWEEN and self._touches(stop - 1):
                stop -= 1  # 라파엘 그로시 국제원자력기구(IAEA) 사무총장
        states = (n for n in range(title - 1, max(0, title - _LONGEST_TITLE), -1) if masks[n] & Is.STATE)
        if former := self._former(title):
            return former
        letters = title > 1 and self._letters(title - 1) and self._is_name(title - 2)  # 프리드리히 메르츠 CDU 대표
        for end in (title - 1,) if letters else dict.fromkeys((title, stop, next(states, title))):
            if end > 0 and self._is_name(end - 1) and self._touches(end - 1):
                name = self._without_place(self._grow(end - 1), title)
                return None if self._anybody(name) or self._field(name, title) else name
        return None

    def _former(self, title: int) -> Range | None:
        """The name before a small word and a body that no list knows ("김민수 | 전 | 새길포럼 이사장")."""
        for number in range(title - 2, max(0, title - _LONGEST_TITLE), -1):
            small = self.c.words[number] in self._describing and not self.c.masks[number] & (Is.DETERMINER | Is.NUMBER)
            if not (self._touches(number) and (small or not self.c.masks[number])):
                return None
            if small and self.c.words[number] not in self._one:
                named = self._is_name(number - 1) and self._touches(number - 1)
                return self._grow(number - 1) if named else None
        return None

    def _field(self, name: Range, title: int) -> bool:
        """Whether what looks like a short name tells the field of a title ("이민 전문 변호사")."""
        between = self.c.words[name[1] : title]
        describes = [word for word in between if len(word) > 1 and word in self._describing]
        return bool(between) and describes == between and name[1] - name[0] == 1 and len(self.c.words[name[0]]) == 2

    def _anybody(self, name: Range) -> bool:
        """Whether the words only describe somebody of a kind ("한 내과 교수")."""
        words = self.c.words
        return words[name[0]] in self._one or (name[0] > 0 and words[name[0] - 1] in self._one)

    def _between_name(self, number: int) -> bool:
        """Whether the token may stand between a name and its title: a body, a country, "former"."""
        return bool(self.c.masks[number] & (_BETWEEN | Is.INSIDE)) or self.c.words[number] in self._describing

    def _letters(self, number: int) -> bool:
        """Whether the token is in Latin letters, as abbreviations are."""
        word = self.c.words[number]
        return word.isascii() and word.isalpha() and self.c.capital(number) and len(word) > 1

    def _without_place(self, name: Range, title: int) -> Range:
        """The name without the place or firm that its title is for ("개빈 뉴섬 캘리포니아 주지사")."""
        if name[1] - name[0] > 1 and self._full_native(name[0]) and self.c.words[name[0] + 1].isalpha():
            return name[0], name[0] + 1
        if self.c.words[title] not in self._local or name[1] != title:
            return name
        return (name[0], title - 1) if name[1] - name[0] > 2 else name

    def _grow(self, last: int) -> Range:
        """The whole name that ends in token `last`: native names are one word, others may be several."""
        first = last
        native = len(self.c.words[last]) if self._native(last) else 0
        if native and native < _NATIVE_NAME and self.c.words[last].endswith(self._anonymised):
            return last, last + 1  # "농장주 | 문모"
        while first > 0 and last - first < _LONGEST_NAME and self._given_name(first - 1, native=native):
            first -= 1
        while (other := self._listed_before(first)) is not None:
            first = other
        return first, last + 1

    def _given_name(self, number: int, *, native: int) -> bool:
        """Whether the token goes with the name after it: no word that only describes, nor another native name.

        `native`: the syllables of the name after it if that looks native; of two short ones neither is ("마렉 노박").
        """
        word = self.c.words[number]
        plain = self.c.masks[number] & ~(Is.PHRASE | Is.PARTICIPLE) or word in self._describing or not word.isalpha()
        whole = native == _NATIVE_NAME or (native and self._full_native(number))
        known = plain or whole or self._verbal(word)
        return self._touches(number) and not known

    def _listed_before(self, first: int) -> int | None:
        """The name listed before the one at `first`: '이성권·김병기', '이성권·더불어민주당 김병기'."""
        number = first - 1
        while number > 0 and self.c.masks[number] & (Is.BODY | Is.INSIDE):
            number -= 1
        listed = number > 0 and self.c.words[number] == "·" and self._is_name(number - 1)
        return number - 1 if listed else None

    def _is_name(self, number: int) -> bool:  # type: ignore[override]
        word, mask = self.c.words[number], self.c.masks[number]
        if mask & ~(Is.PHRASE | Is.PARTICIPLE) or not word.isalpha() or word in self._describing:
            return False
        if len(word) == 1:
            return self._bare_surname(number)
        return self._native(number) or not word.endswith(self._verbs)

    def _bare_surname(self, number: int) -> bool:
        """Whether the token of one syllable is a surname behind a foreign given name ("앤디 | 김", "안나 | 벡")."""
        given = self.c.words[number - 1] if number and self._touches(number - 1) else ""
        if len(given) < _SHORTEST_GIVEN or (self.c.masks[number] and self.c.words[number] not in self._surnames):
            return False
        return not self._native(number - 1) and self._is_name(number - 1)

    def _full_native(self, number: int) -> bool:
        """Whether the token is a native name of the common length."""
        return len(self.c.words[number]) == _NATIVE_NAME and self._native(number)

    def _native(self, number: int) -> bool:
        word = self.c.words[number]
        if len(word) not in _NATIVE_LENGTHS or word[0] not in self._surnames or word in self._foreign:
            return False
        return not self._given or self._given.issuperset(word[1:])

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
        if any(self.c.masks[n] & Is.ANONYMOUS for n in range(source[0], last)):  # "경찰 간부 호세 아길라"
            grown = self._grow(last)
            titled = titled or grown[1] - grown[0] > 1 or len(self.c.words[last]) == _NATIVE_NAME
        alone = source[1] - source[0] == 1 and self._full_native(last)
        return self._grow(last) if titled or alone else None

    def _opening(self, source: Range) -> int:
        """Where the short bracket opens that ends the source; 0 if there is none."""
        words, last = self.c.words, source[1] - 1
        near = range(last - 1, max(source[0], last - _LONG_ASIDE), -1) if words[last] == ")" else ()
        return next((n for n in near if words[n] == "("), 0)

    def _aged(self, source: Range) -> Range | None:
        """A name that ends the source with an age in brackets after it ("농부 이반(52)")."""
        words, opening = self.c.words, self._opening(source)
        aged = opening and words[opening + 1].isdigit()
        return self._grow(opening - 1) if aged and self._is_name(opening - 1) else None

    def _fullest_person(self, name: Range) -> str:
        """The longest form of the name in the article: '푸틴' -> '블라디미르 푸틴'."""
        written = self.names.surface(name)
        return self._forms.get(written, written)

    def _by_title(self, source: Range, head: int) -> Party:
        """Somebody told by a title: '이 의원', '두 의원', '대변인'."""
        words, masks = self.c.words, self.c.masks
        before = [n for n in range(source[0], head) if not masks[n] & _PARTICLE]
        if len(before) > 1 and words[before[0]] in self._surnames:
            before = [before[0], *(n for n in before[1:] if words[n] not in self._describing)]  # 김 전 대표
        if before and masks[source[0]] & Is.DETERMINER and (spoke := self._just_spoke(words[head])):
            return spoke._replace(words=source)
        known = self._with_title(words[head], source[0])
        if len(before) == 1 and words[before[0]] in self._surnames and not known:
            known = self._people  # 이재명 후보 … 이 대통령
        name: str | None = None
        if len(before) == 1 and words[before[0]] in self._surnames:
            name = self._namesake(known, words[before[0]])
        elif len(before) == 1 and masks[before[0]] & (Is.NUMBER | Is.DETERMINER) and (pair := self._pair(known)):
            name = self.names.surface(pair)
        if name is None and len(before) == 1 and len(words[before[0]]) == 1:
            name = self._forms.get(words[before[0]])  # 안나 벡 … 벡 총재
        if name is None and known and all(masks[n] & Is.DETERMINER for n in before):
            name = self._fullest_person(known[-1].name)
        if name is not None:
            return Party(name, source, source, "person")
        kind = "anonymous" if masks[head] & Is.ANONYMOUS else "person"
        return Party(self.names.surface(source), source, None, kind)

    def _just_spoke(self, title: str) -> Party | None:
        """Somebody without a name who spoke last, if told by that title ("총리의 보좌관" … "이 보좌관")."""
        last = self._spoke[-1] if self._spoke else None
        return last if last is not None and last.name.endswith(f" {title}") else None

    def _with_title(self, title: str, place: int) -> list[Person]:
        """Those named with the title near before `place`, else near after it."""
        words = self.c.words
        number = bisect_left(self._people, place, key=lambda person: person.role)
        for near in (self._people[max(0, number - _REACH) : number], self._people[number : number + _REACH]):
            fitting = [one for one in near if words[one.role].endswith(title) or title.endswith(words[one.role])]
            if fitting:
                return fitting
        return []

    def _namesake(self, people: list[Person], surname: str) -> str | None:
        """The last one with the surname, also of those named together ("이성권·김병기 의원" … "이 의원")."""
        for person in reversed(people):
            for number in range(*person.name):
                if self.c.words[number][0] == surname:
                    return self._fullest_person((number, number + 1))
        return None

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
            if party.words is not None and party.words[0] > source[0]:
                continue  # somebody told of inside what is said
            if wanted is None or party.type == wanted:
                return party._replace(words=source)
        near = self._people[: bisect_left(self._people, source[0], key=lambda person: person.role)]
        if wanted and near:
            return Party(self._fullest_person(near[-1].name), source, None, "person")
        return Party(self.names.surface(source), source, None, wanted or "anonymous")

    # --- bodies, outlets, documents, unnamed sources --------------------------------------------------------------

    def _head(self, source: Range) -> int:
        last = source[1] - 1
        while last > source[0] and self.c.masks[last] & Is.QUOTE:
            last -= 1
        while last > source[0] and not self.c.words[last][0].isalnum():
            last = next((n for n in range(last - 1, source[0], -1) if self.c.words[n] == "("), source[0] + 1) - 1
        return max(self.c.phrase_start(last), source[0])

    def _author(self, source: Range) -> Range | None:
        """Whose document it is: '국방부 발표', '이 의원의 설명'."""
        stop = source[1]
        while stop > source[0] + 1 and self.c.masks[stop - 1] & (Is.DOCUMENT | Is.OWNER):
            stop -= 1
        whose = (n for n in range(stop - 1, source[0], -1) if self.c.masks[n] & Is.OWNER)
        stop = next(whose, stop)  # 국방정보국의 초기 | 보고서
        named = any(self.c.masks[n] & _PARTY or self._is_name(n) for n in range(source[0], stop))
        return (source[0], stop) if named else None

    def _body(self, source: Range, head: int) -> Party:
        masks, words = self.c.masks, self.c.words
        told = next((masks[n] for n in range(head, source[0] - 1, -1) if masks[n] & (_PARTY | Is.DOCUMENT)), 0)
        kind = "person" if not told and words[head] in self._forms else _type_of(told)
        if masks[source[0]] & Is.DETERMINER or (head == source[0] and masks[head] & Is.ANAPHORIC):
            for party in reversed(self._spoke[-_REACH:]):
                means_any = masks[head] & Is.ANAPHORIC and head > source[0]
                if party.type == kind and (means_any or party.name.endswith(words[head])):
                    return party._replace(words=source)
        first = self._beyond_description(source, head)
        if masks[source[1] - 1] & Is.QUOTE:
            first = next((n for n in range(source[1] - 2, first, -1) if masks[n] & Is.QUOTE), first)
        quoted = first < head and masks[first] & Is.QUOTE and masks[source[1] - 1] & Is.QUOTE
        name = self.names.surface((first + 1, source[1] - 1) if quoted else (first, source[1]))
        if kind == "person":
            name = self._forms.get(name, name)
        told_short = kind in {"organisation", "outlet"} and not masks[head] & Is.ANAPHORIC
        full = self._fullest_body(name) if told_short else name
        if told_short and full == name and " " not in name:
            full = next((one.name for one in reversed(self._spoke[-_REACH:]) if self._is_shortened(name, one)), name)
        role = (source[0], first) if first > source[0] else None
        return Party(full, source, role, kind)

    def _beyond_description(self, source: Range, head: int) -> int:
        """Where the name starts after "주최 측인", "폭발을 목격한" or "현지 일간지"."""
        masks, words = self.c.masks, self.c.words
        first = next((n + 1 for n in range(head, source[0] - 1, -1) if masks[n] & Is.COPULA), source[0])
        while first < head and not masks[first] & _PARTY and self._verbal(words[first]):
            first += 1
        kind = next((n for n in range(head - 1, first - 1, -1) if words[n] in self._kinds), None)
        named = kind is not None and not (masks[head] & Is.ANAPHORIC or words[head] in self._kinds)
        return kind + 1 if kind is not None and named else first

    def _verbal(self, word: str) -> bool:
        return len(word) > 1 and (word.endswith(self._verbs) or is_closed(word, *self._closed))

    def _is_shortened(self, name: str, party: Party) -> bool:
        """Whether `name` is the end of what somebody who spoke is called ("가자지구 | 보건부")."""
        if party.type != "organisation" or not party.name.endswith(f" {name}"):
            return False
        return not self._at_home or party.name.partition(" ")[0] not in self._abroad

    def _fullest_body(self, name: str) -> str:
        """The body's longest form in the article."""
        if name not in self._full:
            self._full[name] = self._longest_body(name)
        return self._full[name]

    def _longest_body(self, name: str) -> str:
        """With its abbreviation in brackets, else the one longer form, else what an abbreviation stands for."""
        introduced = [form for form in self._bodies if "(" in form and (name == form or _introduces(form, name))]
        if introduced or " " in name:
            return introduced[0] if introduced else name
        longer = [form for form in self._bodies if form.endswith(f" {name}")]
        if self._at_home:  # "중국 외교부", but the own one is "외교부"
            longer = [form for form in longer if form.partition(" ")[0] not in self._abroad]
        if len(longer) == 1:
            return longer[0]
        return max((form for form in self._bodies if _abbreviates(name, form)), key=len, default=name)

    def _find_bodies(self) -> Iterator[Range]:
        """Every name of a body, with the words for bodies and countries before it and what stands in brackets after."""
        masks, words = self.c.masks, self.c.words
        for number, mask in enumerate(masks):
            titled = mask & Is.ROLE and len(words[number]) < _LONG_BODY
            if not mask & (Is.BODY | Is.OUTLET) or titled or mask & Is.ANAPHORIC:
                continue
            stop = self.c.after(number)
            first = self._with_country(number)
            if words[stop : stop + 1] == ["("] and words[stop + 2 : stop + 3] == [")"] and self._glued(stop):
                stop += 3
            yield first, stop
        brackets = [n for n, word in enumerate(words) if word == "(" and n]
        for number in [n for n in brackets if not masks[n - 1] or masks[n - 1] & (Is.BODY | Is.OUTLET)]:
            if words[number + 2 : number + 3] == [")"] and self._glued(number) and words[number - 1].isalpha():
                yield self._with_country(number - 1), number + 3

    def _with_country(self, first: int) -> int:
        """Where the body's name starts, with the countries and bodies right before it."""
        low = max(0, first - _LONGEST_NAME)
        while first > low and self.c.masks[first - 1] & (Is.STATE | Is.BODY) and self._touches(first - 1):
            first -= 1
        if first > low and self.c.words[first - 1] in self._abroad and self._touches(first - 1):
            return first - 1  # "미 국방부"
        return first

    def _glued(self, number: int) -> bool:
        return self.c.ends[number - 1] == self.c.starts[number]


def _type_of(mask: int) -> str:
    for flag, kind in (
        (Is.ANONYMOUS, "anonymous"),
        (Is.OUTLET, "outlet"),
        (Is.BODY | Is.STATE, "organisation"),
        (Is.DOCUMENT, "document"),
    ):
        if mask & flag:
            return kind
    return "organisation"


def _introduces(form: str, name: str) -> bool:
    """Whether `form` is "name (other)" or "other (name)"."""
    outside, _, inside = form.rstrip(")").partition("(")
    return name == inside or f" {outside}".endswith(f" {name}")


def _abbreviates(short: str, full: str) -> bool:
    """Whether `short` takes syllables of `full` in order, from its first on or what a prefix like 중앙 stands before:
    국정원, 국가정보원; 선관위, 중앙선거관리위원회.
    """
    full = full.rpartition(" ")[2]
    if len(full) < len(short) + 2 or "(" in full or len(short) < 2 or full.startswith(short):
        return False  # 서울시 is not 서울시버스노조
    if full[0] != short[0] and (len(short) <= _PREFIX or full[_PREFIX] != short[0]):
        return False
    rest = iter(full)
    return all(letter in rest for letter in short)


def _around(source: Range, name: Range) -> Range | None:
    """The description around a name: the words before it, else those after."""
    if name[0] > source[0]:
        return source[0], name[0]
    return (name[1], source[1]) if source[1] > name[1] else None
