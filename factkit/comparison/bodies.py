"""Bodies (states, ministries, services, agencies, outlets): the alias table, and what a description says."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from anyascii import anyascii

from factkit.comparison import korean
from factkit.comparison.korean import data_file
from factkit.comparison.people import name_token, token_similarity
from factkit.comparison.places import country_phrases
from factkit.comparison.words import Vocabulary, fold_words
from factkit.errors import PackError
from factkit.languages import read_section
from factkit.languages.schema import Words

_ENDING = 6
_CACHED = 262144
_BRACKETED = re.compile(r"[(\[（]([^)\]）]{2,40})[)\]）]")
_APPOSED = re.compile(r"(.*\w) (\w{2,6})")  # "health organisation WHO"
_FULL = 2  # words of a person's full name
_CAPITALS = 6  # letters of an abbreviation, at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """One entry of an alias table: see the head of bodies.toml."""

    id: str
    name: str
    kind: str = "organisation"
    names: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasFile:
    """A TOML file of aliases: bodies and people, names that are the same, names that are not."""

    body: tuple[Body, ...] = ()
    same: tuple[Words, ...] = ()
    apart: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Concept:
    name: str
    kind: str
    words: str
    near: str = ""
    local: bool = False
    many: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Concepts:
    concept: tuple[_Concept, ...]


@cache
def _kinds() -> dict[str, str]:
    return {concept.name: concept.kind for concept in read_section(_Concepts, data_file("concepts.toml")).concept}


@cache
def _near() -> dict[str, str]:
    concepts = read_section(_Concepts, data_file("concepts.toml")).concept
    return {concept.name: concept.near for concept in concepts if concept.near}


@cache
def _local() -> frozenset[str]:
    concepts = read_section(_Concepts, data_file("concepts.toml")).concept
    return frozenset(concept.name for concept in concepts if concept.local)


@cache
def _vocabulary() -> Vocabulary:
    concepts = read_section(_Concepts, data_file("concepts.toml")).concept
    entries = [(_phrase(word), concept.name) for concept in concepts for word in concept.words.split()]
    return Vocabulary([*((phrase, f"@{code}") for phrase, code in country_phrases()), *entries], ending=_ENDING)


def _phrase(word: str) -> str:
    """Two words written as one entry ("protectia-civil"), as a phrase with free endings."""
    return " ".join(f"{part}~" for part in word.split("-")) if "-" in word else word


class Description(NamedTuple):
    """What the words of a name say: countries, concepts of what the body is and does, forms (service, agency), persons'
    posts, those of them that one person has (president), words without meaning, how many words had one, and whether an
    "and" stands among them.
    """

    countries: frozenset[str]
    core: frozenset[str]
    forms: frozenset[str]
    posts: frozenset[str]
    leaders: frozenset[str]
    rest: tuple[str, ...]
    understood: int
    joined: bool

    @property
    def is_body(self) -> bool:
        """Whether it describes a body rather than a person: it names one, and hardly anything else."""
        return bool(self.organs) and not self.posts and (not self.rest or self.understood > len(self.rest))

    @property
    def organs(self) -> frozenset[str]:
        """Those of the concepts that make a body."""
        return frozenset(name for name in self.core if _kinds()[name] == "organ") or (
            self.forms if self.core or self.rest else frozenset()
        )

    @property
    def whole(self) -> frozenset[str]:
        """All that is said of what the body is."""
        return self.core | self.forms


@lru_cache(maxsize=_CACHED)
def describe(text: str) -> Description:
    """The words of `text`, read in all languages at once."""
    reading = _vocabulary().read(fold_words(_BRACKETED.sub(" ", text) if not text.startswith(("(", "[")) else text))
    kinds = _kinds()
    said = [label for label in reading.labels if label[0] != "@"]
    core, forms, posts, leaders = (
        frozenset(name for name in said if kinds[name] in wanted)
        for wanted in (("organ", "field"), ("form",), ("office", "leader"), ("leader",))
    )
    countries = frozenset(label[1:] for label in reading.labels if label[0] == "@")
    rest = tuple(word for word in reading.rest if len(word) > 1 or not word.isascii())
    understood = sum(kinds.get(label) != "stop" for label in reading.labels)
    return Description(countries, core, forms, posts, leaders, rest, understood, "and" in said)


_DROPPED = frozenset({"national", "federal"})  # what a state's own body may or may not be called


def without_country_words(described: Description) -> frozenset[str]:
    """What the body is and does, without "national" and the like, which one language says and another leaves out.

    Names for the same work (disaster relief, civil protection) are one.
    """
    near = _near()
    return frozenset(near.get(name, name) for name in described.core - _DROPPED)


@cache
def _many() -> frozenset[str]:
    concepts = read_section(_Concepts, data_file("concepts.toml")).concept
    return frozenset(concept.name for concept in concepts if concept.many)


@cache
def _own() -> frozenset[str]:
    concepts = read_section(_Concepts, data_file("concepts.toml")).concept
    return frozenset(concept.name for concept in concepts if concept.own)


def own_name(described: Description) -> str | None:
    """The one word that is the name of a union, party or company: of "the union Solidar"; None of others."""
    alone = described.core and described.core <= _own() and not described.posts and not described.countries
    return described.rest[0] if alone and len(described.rest) == 1 else None


def is_anybody(described: Description) -> bool:
    """Whether the words pick out nobody: an official, a town's police; of ministries a country has one."""
    if described.rest or described.countries:
        return False
    return bool(described.posts) or (bool(described.core) and described.core <= _many())


def is_local(described: Description) -> bool:
    """Whether a body of this kind acts in its own country alone: the police, a ministry of health; not a parliament."""
    core = described.core - _DROPPED - {"ministry"}
    return bool(core) and core <= _local()


def has_organ(described: Description) -> bool:
    """Whether a word says that it is a body by itself (ministry, police), not only a service or agency."""
    return any(_kinds()[name] == "organ" for name in described.core)


def role_id(described: Description) -> str | None:
    """The id that country and kind of body make ("kr/intelligence"), or a country or its capital alone ("kr").

    None where the words don't say so, or say more.
    """
    if len(described.countries) != 1 or described.rest or described.joined:
        return None
    country = next(iter(described.countries)).lower()
    if described.posts:
        only = described.posts == described.leaders and len(described.posts) == 1 and not described.core
        return f"{country}/{min(described.posts)}" if only else None
    if not described.whole:
        return country
    core = described.core - _DROPPED or described.core
    return f"{country}/{'-'.join(sorted(core))}" if core and described.is_body else None


def describes_post(role: str) -> bool:
    """Whether the part of an id after the country is a person's post (president)."""
    return _kinds().get(role) == "leader"


class Bodies:
    """An alias table, looked up by name, by inflected name, and by description."""

    __slots__ = ("_by_name", "_by_role", "_by_words", "_capitals", "_forms", "_identified", "kinds", "names")

    def __init__(self, entries: Iterable[Body]) -> None:
        self.names: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        self._capitals: dict[str, str] = {}
        self._identified: dict[str, str | None] = {}
        self._forms: dict[str, Words] = {}
        words: dict[Description, set[str]] = {}
        roles: dict[str, set[str]] = {}
        for body in entries:
            self.names.setdefault(body.id, body.name)
            self.kinds.setdefault(body.id, body.kind)
            self._forms[body.id] = (*self._forms.get(body.id, ()), body.name, *body.names)
            of_country = bool(describe(body.name).countries)
            for name in (body.name, *body.names):
                home = self._capitals if is_abbreviation(name) else self._by_name
                home.setdefault(_key(name), body.id)
                described = _comparable(describe(name))
                # Where the table's own name needs the country, words without it may be any country's.
                of_any = of_country and not described.countries
                if described.is_body and _is_telling(described) and not of_any:
                    words.setdefault(described, set()).add(body.id)
                role = role_id(described)
                if role and not described.posts and "main" not in described.forms:
                    roles.setdefault(role, set()).add(body.id)
        self._by_words = {described: min(ids) for described, ids in words.items() if len(ids) == 1}
        self._by_role = {role: min(ids) for role, ids in roles.items() if len(ids) == 1}

    def find(self, name: str) -> str | None:
        """The id of the body called `name`, None if the table has none or can't tell."""
        bare, *bracketed = parts(name)
        found = self._named(name) or (self._named(bare) if bracketed else None) or self._described(describe(bare))
        if found is None and (added := _APPOSED.fullmatch(bare)):
            bare, *bracketed = added.groups()
        if found is None and bracketed and _is_kind_of_body(describe(bare)) and is_abbreviation(bracketed[0]):
            found = self._named(bracketed[0])
        return found or self._apposed(parts(name)[0])

    def _apposed(self, name: str) -> str | None:
        """The body whose name stands behind the words for its kind: "weather service | Aemet"."""
        kind, _, last = name.rpartition(" ")
        said = describe(kind)
        if not kind or not last[:1].isupper() or describe(last).countries or said.joined or not _is_kind_of_body(said):
            return None
        return self._named(last)

    def forms(self, entity: str) -> Words:
        """The names that the table has for an id."""
        return self._forms.get(entity, ())

    def _named(self, name: str) -> str | None:
        key = _key(name)
        found = self._by_name.get(key)
        return self._capitals.get(key) if found is None and not name.islower() else found

    def _described(self, described: Description) -> str | None:
        found = self._by_words.get(_comparable(described)) if described.is_body else None
        if found is None:
            role = role_id(described) or ""
            found = role if role in self.names else self._by_role.get(role)
        return found

    def identify(self, name: str) -> str | None:
        """As `find`, or the id made of country and role where the table lacks the body."""
        if name not in self._identified:
            if len(self._identified) >= _CACHED:
                self._identified.clear()
            self._identified[name] = self.find(name) or role_id(describe(name))
        return self._identified[name]


def _is_kind_of_body(described: Description) -> bool:
    """Whether the words say what kind of body it is ("the agency", "health organisation"), whosever it may be."""
    return bool(described.whole) and not described.posts and not described.rest


_TELLING = 3  # words that tell a body from its like in other countries
_WORLDWIDE = frozenset({"european", "international", "nations", "refugees", "world"})


def _is_telling(described: Description) -> bool:
    """Whether only one body can be meant: each country has a foreign ministry and an intelligence agency."""
    words = len(described.whole)
    return (
        words >= _TELLING or bool(words and described.countries) or (words > 1 and bool(described.whole & _WORLDWIDE))
    )


def _comparable(described: Description) -> Description:
    words = len(described.whole) + len(described.countries) + len(described.rest) + 1
    return described._replace(understood=words, joined=False)


def is_abbreviation(name: str) -> bool:
    """Whether `name` is a few capital letters."""
    letters = name.replace(".", "")
    return 1 < len(letters) <= _CAPITALS and letters.isupper() and letters.isalnum()


def parts(name: str) -> tuple[str, ...]:
    """The name without its bracket, and what the bracket holds: ("National Intelligence Service", "NIS").

    An abbreviation behind the words for a kind of body is one of its names, too ("syndicat CGT"), but not a country's.
    """
    kind, _, last = name.rpartition(" ")
    if kind and is_abbreviation(last) and not describe(last).countries and _is_kind_of_body(describe(kind)):
        return name, last
    bracketed = _BRACKETED.search(name)
    bare = _BRACKETED.sub(" ", name).strip()
    return (bare, bracketed[1]) if bracketed and bare else (name,)


@lru_cache(maxsize=_CACHED)
def looks_like_body(name: str) -> bool:
    """Whether `name` is a body's by its words, or an abbreviation."""
    return describe(name).is_body or any(is_abbreviation(without_article(part)) for part in parts(name))


@lru_cache(maxsize=_CACHED)
def person_part(name: str) -> str:
    """The name without what its bearer is before it: "ministre de la Santé | Anwar Sarder"; else as it is."""
    described = describe(name)
    if not described.posts or len(described.rest) < _FULL:
        return name
    words = name.split()
    first = len(words)
    while first and not _vocabulary().read(fold_words(words[first - 1])).labels:
        first -= 1
    if len(words) - first < _FULL or not first or words[first - 1].casefold() in _articles():
        return name  # "the head of Doctors Without Borders" is none of them
    return " ".join(words[first:])


def without_article(name: str) -> str:
    """`name` without the article before it, in its own case."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.islower() and first in _articles() else name


def body_similarity(left: str, right: str) -> float:
    """How likely two names are one body's by their words alone, without an alias table, 0 to 1.

    An abbreviation fits the initials; the words are compared by meaning over languages; words without meaning (Yonhap)
    must sound alike. Two different countries tell bodies apart; a country that only one name says doesn't.
    """
    return max(_parts_similarity(one, two) for one in parts(left) for two in parts(right))


def _parts_similarity(left: str, right: str) -> float:
    one, two = without_article(left), without_article(right)
    if is_abbreviation(one) and is_abbreviation(two):
        return float(anyascii(one).lower() == anyascii(two).lower())
    for short, long in ((one, two), (two, one)):
        if is_abbreviation(short):
            return 0.9 if anyascii(short.replace(".", "")).lower() in _initials(long) else 0.0
        if korean.is_hangul(short) and korean.is_hangul(long) and _abridges(short, long):
            return 0.8
    return max(_described_similarity(describe(left), describe(right)), _transliterated(one, two))


def _transliterated(left: str, right: str) -> float:
    """How alike two bodies' names sound word by word, in different scripts: Bundestag and Бундестаг."""
    one, two = fold_words(left).split(), fold_words(right).split()
    if len(one) != len(two) or left.isascii() == right.isascii():
        return 0.0
    worst = min(token_similarity(name_token(a), name_token(b)) for a, b in zip(one, two, strict=True))
    return worst if worst >= _SOUNDS_LIKE else 0.0


@lru_cache(maxsize=_CACHED)
def _initials(name: str) -> frozenset[str]:
    """A name's initials, with and without its small words."""
    words = fold_words(name).split()
    full = [word for word in words if word not in _articles()]
    return frozenset("".join(anyascii(word)[:1].lower() for word in some) for some in (words, full) if len(some) > 1)


def _abridges(short: str, long: str) -> bool:
    """Whether Hangul `short` leaves syllables out of the body's name `long`: 국정원 of 국가정보원."""
    if not (3 <= len(short) < len(long) and short[0] == long[0] and short[-1] == long[-1] and describe(long).is_body):
        return False
    rest = iter(long)
    return all(syllable in rest for syllable in short)


def _described_similarity(left: Description, right: Description) -> float:
    if left.posts != right.posts or (left.countries and right.countries and left.countries != right.countries):
        return 0.0
    words = _rest_similarity(left.rest, right.rest)
    if not words:
        return 0.0
    if left.whole == right.whole:
        return words * (1.0 if left.countries == right.countries else 0.8)
    if left.rest and not (left.core and right.core):
        return 0.8 * words  # "Yonhap" and "Yonhap News Agency"
    if left.core and left.core - _DROPPED == right.core - _DROPPED and left.countries == right.countries:
        # The form is what languages change first: agency, service, directorate.
        return 0.7 * words if left.countries or not (left.forms and right.forms) else 0.4 * words
    return 0.3 * len(left.core & right.core) / max(1, len(left.core | right.core))


_SOUNDS_LIKE = 0.9  # words of a name in another script, all of them
_WORD = 0.75  # words without meaning that sound this alike are the same word


def _rest_similarity(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """How alike the words without meaning are, 0 if one has no partner."""
    if len(left) != len(right):
        return 0.0
    worst = 1.0
    for word in left:
        best = max((token_similarity(name_token(word), name_token(other)) for other in right), default=0.0)
        worst = min(worst, best if best >= _WORD else 0.0)
    return worst


@lru_cache(maxsize=_CACHED)
def _key(name: str) -> str:
    """A name as the table compares it: folded, without the article before it and the 's after it."""
    words = fold_words(re.sub(r"['’]s$", "", name.replace(".", "") if len(name) <= 2 * _CAPITALS else name)).split()
    while len(words) > 1 and words[0] in _articles():
        words = words[1:]
    return " ".join(words)


@cache
def _articles() -> frozenset[str]:
    concepts = read_section(_Concepts, data_file("concepts.toml")).concept
    stops = " ".join(concept.words for concept in concepts if concept.name in ("of", "and"))
    return frozenset(word.strip("=") for word in stops.split())


@cache
def load_bodies(path: Path | None = None) -> Bodies:
    """The alias table that factkit ships, with the entries of the user's TOML file `path` before it."""
    own = read_aliases(path).body if path else ()
    return Bodies((*own, *read_aliases(data_file("bodies.toml")).body))


def read_aliases(path: Path) -> AliasFile:
    """A TOML file of aliases; a wrong key or value is a `PackError` that names file and key; so is one not there."""
    if not path.is_file():
        raise PackError(f"{path}: no such file; give a TOML file with same = [['A', 'B']] or apart = [['A', 'B']]")
    return read_section(AliasFile, path)
