"""Which articles tell of one event; and in it, which bodies, called differently, are one, and which places are.

Across languages a body is often called by what it is alone ("Innenministerium", "serviciul de urgență din Valencia"),
and a town by another name. Of all the world's bodies such a description picks out none; of those in one story, it
mostly can mean but one. What is settled here holds for that story only, and is no merge of entities.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from factkit.comparison.bodies import Description, describe, is_anybody, load_bodies, without_country_words
from factkit.comparison.codes import Codes, blocks, changes, codes, combine, firsts, linked, pairs, sequence
from factkit.comparison.people import Token, bone_keys, name_token, token_similarity
from factkit.comparison.places import is_country
from factkit.comparison.signs import by_two_signs
from factkit.comparison.things import NO_DAY, TOLL, UNCOUNTED, Things
from factkit.comparison.towns import are_names
from factkit.comparison.words import fold_words

T = TypeVar("T", bound=Any)
_NEAR = 4  # days between two articles that tell of one event, where what they say links them
_GOES_ON = 21  # the same where both give figures of harm, or of one thing, in a town
_MINUTES = 24 * 60
_SMALL = 20  # numbers below it agree by chance
_FEW = 10  # the same of one party's numbers of one story
_TELLING = 100  # numbers from here on, and not round, are the same for a reason
_THOUSAND = 1000  # the same where one party tells both, whatever they count
_REPRINTED = 60  # days after which a party's same number of the same thing is told again
_EVER = 100_000
_LONG = 3  # digits of such a number before its zeros
_UNMISTAKABLE = 4  # the same where it is of another thing, or has its digits in another order
_WORD = 0.6  # words of two bodies of one kind in one story that sound this alike are one word in two languages
_NAMES = 0.85  # the same where one of them doesn't say what it is
# Measures that one count may be told under, by what its words are: a verb of moving, who they are, where they went.
_LOOSE = (
    "evacuated", "displaced", "affected", "rescued", "rescuers", "deployed", "planned_deployment", "workers",
    "returned", "attendance", "other",
)  # fmt: skip
_NOWHERE = np.iinfo(np.int64).max
_TOWN = 0.6  # names of one place in two languages
_SAME_BONES = 0.5  # the same where all consonants are
_CROWD = 60  # bodies of one kind in one story, at most


def joined(links: Iterable[tuple[T, T]]) -> dict[T, T]:
    """The smallest member of the set that each linked item belongs to, after joining all linked pairs."""
    parent: dict[T, T] = {}

    def root(item: T) -> T:
        while parent.setdefault(item, item) != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for one, other in links:
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    return {item: root(item) for item in parent}


def stories(article: Codes, day: np.ndarray, keys: Iterable[tuple[Codes, Codes, int]]) -> Codes:
    """For each row the number of its article's story: articles are linked by rows with the same key a few days apart.

    Each of `keys` is the numbers of some rows with their keys, and how many days they may be apart; a key of 0 links
    nothing. Linear in the rows: within a key, each one is linked with the next in time alone.
    """
    lefts, rights = [], []
    for row, key, days in keys:
        known = np.flatnonzero((key > 0) & (day[row] != NO_DAY))
        known = known[sequence(key[known], day[row[known]], article[row[known]])]
        rows, of = row[known], key[known]
        left, right = rows[:-1], rows[1:]
        near = (of[:-1] == of[1:]) & (day[right] - day[left] <= days) & (article[left] != article[right])
        lefts.append(article[left[near]])
        rights.append(article[right[near]])
    roots = linked(int(article.max(initial=0)) + 1, np.concatenate(lefts), np.concatenate(rights))
    return np.asarray(roots[article])


def _pairs(one: Codes, other: Codes) -> list[tuple[int, int]]:
    left, right = pairs(one, other)
    return sorted(zip(left.tolist(), right.tolist(), strict=True))


def _replaced(numbers: Codes, by: Mapping[int, int]) -> Codes:
    """The codes, those that have another one replaced by it."""
    table = np.arange(max(int(numbers.max(initial=0)), *by, 0) + 1)
    for number, other in by.items():
        table[number] = other
    return np.asarray(table[numbers])


def settled(what: Things) -> tuple[Things, Codes]:
    """`what` with one code for each body, each place and each noun of a story, however called there, and the stories'
    numbers."""
    places = what.frame["place_id"] if "place_id" in what.frame else what.frame["place"].str.casefold()
    known = _places(places, _towns(what))
    number, said = pd.factorize(places)
    place = np.append([known.get(one, 0) for one in said], 0).astype(np.int64)[number]
    names = {code: name for name, code in sorted(known.items(), reverse=True)}
    origins = _distinct(what)
    called = _replaced(what.origin, dict.fromkeys(origins, 0) | _called(origins))
    teller = _replaced(what.speaker, dict.fromkeys(origins, 0) | _called(origins))
    digits = _digits(what)
    keys = (
        np.where(digits > 0, blocks(what.topic, digits) + 1, 0),
        np.where((digits > 0) & (what.digits >= _UNMISTAKABLE), digits, 0),
        np.where(place > 0, blocks(what.topic, place) + 1, 0),
        np.where(called > 0, blocks(what.topic, called) + 1, 0),
        np.where((teller > 0) & (what.place == 0), blocks(what.topic, teller) + 1, 0),
        np.where((called > 0) & (what.point >= _TELLING), blocks(what.measured, called, what.number) + 1, 0),
        np.where(_telling_toll(what), blocks(what.origin, what.number) + 1, 0),
        np.where(
            (called > 0) & (what.point >= _THOUSAND), blocks(codes(what.frame["unit"]), called, what.number) + 1, 0
        ),
    )
    thing = blocks(what.measured, what.noun)
    again = np.where((called > 0) & (what.point >= _TELLING), blocks(thing, called, what.number) + 1, 0)
    every = np.arange(len(what))
    links = (*((every, key, _NEAR) for key in keys), (every, again, _REPRINTED), *_scenes(what, known, origins))
    links = (*links, (*by_two_signs(what), _EVER))
    story = stories(what.article, _told_on(what), links)
    told = _with_measures(_with_nouns(_with_bodies(what, story, origins), story), story)
    return _with_places(told, story, place, names, _common(what, known, story)), story


def _towns(what: Things) -> dict[int, tuple[str, tuple[str, ...]]]:
    """The language and the towns of each article, by its code."""
    if "towns" not in what.frame:
        return {}
    first = firsts(what.article - 1)
    rows = what.frame[["language", "towns"]].iloc[first].itertuples(index=False)
    return {
        int(article): (str(language), tuple(towns))
        for article, (language, towns) in zip(what.article[first], rows, strict=True)
        if isinstance(towns, list | tuple) and len(towns)
    }


def _scenes(
    what: Things, known: Mapping[str, int], origins: "Mapping[int, _Body]"
) -> Iterator[tuple[Codes, Codes, int]]:
    """Links between articles that tell of one town: by figures of harm or of one noun or topic, or by one number,
    whatever town those give.

    Nouns in languages whose capitals make no names are towns where another language has that town; elsewhere, only
    figures of one kind of body, or the same number, link them.
    """
    told = _towns(what)
    if not told:
        return
    sure = {known[town] for language, towns in told.values() if are_names(language) for town in towns}
    kinds = {code: body.core for code, body in origins.items() if body.core}
    number = {core: place for place, core in enumerate(sorted(set(kinds.values()), key=sorted), 1)}
    kind = _replaced(what.origin, dict.fromkeys(origins, 0) | {code: number[core] for code, core in kinds.items()})
    noun = np.where(what.noun > 0, combine(what.measured, what.noun) + 1, 0)
    harm = ~what.frame["measure"].isin(UNCOUNTED).to_numpy(dtype=bool)
    thing = np.where(harm, 0, combine(what.measured, _same_digits(what.point)) + 1)
    rows = firsts(combine(what.article, thing, noun, kind, what.number, what.day))
    inside = {article: {known[town] for town in towns} for article, (_, towns) in told.items()}
    row, town = _in_towns(rows, what.article, inside)
    certain, point = np.isin(town, list(sure)), what.point[row]
    nothing = np.zeros(len(what), dtype=np.int64)
    for links, by, of, days in (
        (certain & harm[row], nothing, thing, _GOES_ON),
        (certain & ~harm[row] & (point >= _SMALL), nothing, thing, _NEAR),
        (certain & (noun[row] > 0), nothing, noun, _GOES_ON),
        (~certain & (kind[row] > 0), kind, thing, _NEAR),
        (~certain & (noun[row] > 0) & (kind[row] > 0), kind, noun, _NEAR),
        (~certain & (point >= _TELLING), what.number, thing, _NEAR),
        ((point >= _TELLING) & (what.digits[row] >= _LONG), what.number, nothing, _NEAR),
    ):
        linked_rows = row[links]
        if len(linked_rows):
            yield linked_rows, combine(town[links], by[linked_rows], of[linked_rows]) + 1, days


def _in_towns(rows: np.ndarray, article: Codes, towns: Mapping[int, Collection[int]]) -> tuple[np.ndarray, Codes]:
    """Each row once for each town of its article, and the town's code."""
    number, distinct = pd.factorize(article[rows])
    lists = [sorted(towns.get(int(one), ())) for one in distinct]
    count = np.array([len(codes) for codes in lists], dtype=np.int64)
    flat = np.array([code for codes in lists for code in codes], dtype=np.int64)
    each = count[number]
    within = np.arange(each.sum()) - np.repeat(np.cumsum(each) - each, each)
    return np.repeat(rows, each), flat[np.repeat((np.cumsum(count) - count)[number], each) + within]


def _common(what: Things, known: Mapping[str, int], story: Codes) -> dict[int, int]:
    """The first town that all articles of a story of several tell of, by the story's number."""
    told = _towns(what)
    if not told:
        return {}
    shared: dict[int, list[set[int]]] = defaultdict(list)
    for article, where in _pairs(what.article, story):
        shared[where].append({known[town] for town in told.get(article, ("", ()))[1]})
    common = {where: set.intersection(*towns) for where, towns in shared.items() if len(towns) > 1}
    return {where: min(towns) for where, towns in common.items() if towns}


def _same_digits(point: np.ndarray) -> Codes:
    """A code for a number's digits in the order of their size, without the zeros at its end."""
    number, distinct = pd.factorize(point)
    kept = ["".join(sorted(f"{value:.0f}".rstrip("0"))) for value in distinct.tolist()]
    return np.append(codes(pd.Series(kept, dtype=object)), 0)[number]


def _told_on(what: Things) -> np.ndarray:
    """The day of each figure; of a plan for a later one, the day it is told on."""
    planned = what.frame["modality"].eq("planned").fillna(False).to_numpy(dtype=bool)
    known = planned & (what.stamp != NO_DAY) & (what.day != NO_DAY)
    return np.where(known, np.minimum(what.day, what.stamp // _MINUTES), what.day)


def _telling_toll(what: Things) -> np.ndarray:
    """Whether a toll's number, told as that of some body, is no other toll's by chance."""
    toll = what.frame["measure"].isin(TOLL).to_numpy(dtype=bool)
    return np.asarray(toll & (what.origin > 0) & (what.point >= _TELLING) & (what.digits > 1))


def _digits(what: Things) -> Codes:
    """A code for a telling number's digits, in the order of their size where they are four or more: a slip keeps them;
    0 for other numbers."""
    telling = (what.digits >= _LONG) & (what.point >= _TELLING)
    number, distinct = pd.factorize(np.where(telling, what.point, np.nan))
    digits = [f"{value:.0f}".rstrip("0") for value in distinct.tolist()]
    kept = ["".join(sorted(some)) if len(some) >= _UNMISTAKABLE else some for some in digits]
    return np.append(codes(pd.Series(kept, dtype=object)), 0)[number]


def _called(origins: "Mapping[int, _Body]") -> dict[int, int]:
    """A code for what picks out each body, the same for bodies of one kind whose names sound alike."""
    names = {code: body.called for code, body in origins.items() if body.called}
    first: dict[str, int] = {}
    for code, name in sorted(names.items()):
        first.setdefault(name, code)
    kinds: dict[frozenset[str], list[int]] = defaultdict(list)
    for code in first.values():
        if origins[code].rest and origins[code].core:
            kinds[origins[code].core].append(code)
    near = (pair for some in kinds.values() if len(some) <= _CROWD for pair in combinations(some, 2))
    roots = joined((one, other) for one, other in near if not _contradict(origins[one], origins[other]))
    return {code: roots.get(first[name], first[name]) for code, name in names.items()}


def _places(places: pd.Series, told: Mapping[int, tuple[str, tuple[str, ...]]]) -> dict[str, int]:
    """A code for each place and each town told of, one for the names that a town has in different languages."""
    distinct = sorted({*places.dropna().unique(), *(town for _, towns in told.values() for town in towns)})
    near: dict[str, list[str]] = defaultdict(list)
    for town in distinct:
        if not is_country(town):
            for bones in bone_keys(_sound(town)):
                near[bones].append(town)
    links = (pair for towns in near.values() if len(towns) <= _CROWD for pair in combinations(towns, 2))
    roots = joined(pair for pair in links if same_town(*pair))
    numbers = {name: number for number, name in enumerate(distinct, 1)}
    return {name: numbers[roots.get(name, name)] for name in distinct}


@dataclass(frozen=True, slots=True)
class _Body:
    """Whose figures they are: what the name's words say, and the words that say nothing (the name itself)."""

    code: int
    entity: str
    said: Description
    rest: tuple[str, ...]

    @property
    def core(self) -> frozenset[str]:
        return without_country_words(self.said)

    @property
    def known(self) -> bool:
        """Whether the alias table has it, or its country and kind say which it is."""
        return "/" in self.entity or self.entity in load_bodies().names

    @property
    def called(self) -> str | None:
        """What picks out this one: its id where it is known, else its name's own words; None for any ministry."""
        if self.known:
            return self.entity
        if self.said.posts and not self.rest:
            return None
        own = " ".join(sorted(name_token(word).latin or word for word in self.rest))
        return own or (None if self.said.whole else self.entity)


def _distinct(what: Things) -> dict[int, _Body]:
    """Every origin and speaker, by code."""
    made: dict[int, _Body] = {}
    for part, numbers in (("origin", what.origin), ("speaker", what.speaker)):
        names = what.frame[f"{part}_name"].fillna(what.frame[f"{part}_id"])
        table = pd.DataFrame({"code": numbers, "id": what.frame[f"{part}_id"], "name": names})
        for code, entity, name in table[numbers > 0].drop_duplicates("code").itertuples(index=False):
            if code not in made:
                said = describe(str(name))
                country = frozenset({entity.partition("/")[0].upper()} if "/" in entity else ())
                made[code] = _Body(code, entity, said._replace(countries=said.countries | country), said.rest)
    return made


def _with_bodies(what: Things, story: Codes, origins: Mapping[int, _Body]) -> Things:
    candidates = _has(_candidates(origins))
    homes: dict[tuple[int, int], set[int]] = defaultdict(set)
    home = dict(_pairs(what.article, story))
    for numbers in (what.origin, what.speaker):
        told = candidates(numbers)
        for article, code in _pairs(what.article[told], numbers[told]):
            homes[home[article], code].add(article)
    kinds: dict[tuple[int, str], list[int]] = defaultdict(list)
    for where, code in sorted(homes):
        for kind in (*origins[code].core, *origins[code].rest):
            kinds[where, kind].append(code)
    links = [
        ((where, one), (where, other))
        for (where, _), members in kinds.items()
        if 1 < len(members) <= _CROWD
        for one, other in combinations(members, 2)
        if _kin(origins[one], origins[other]) and not homes[where, one] & homes[where, other]
    ]
    same = dict(_unanimous(joined(links), origins, homes))
    everywhere = _named_alike(same, origins, homes)

    party, place = np.concatenate([what.origin, what.speaker]), np.concatenate([story, story])
    rows = np.flatnonzero(candidates(party))
    scene = combine(place[rows], party[rows])
    told = rows[firsts(scene)]
    seats = zip(place[told].tolist(), party[told].tolist(), strict=True)
    made = np.array([everywhere.get(code := same.get(seat, seat[1]), code) for seat in seats], dtype=np.int64)
    party[rows] = made[scene]
    apart = _has(code for code, body in origins.items() if is_anybody(body.said) and not body.known)(party)
    party[apart] = max(origins, default=0) + 1 + combine(party[apart], place[apart])
    return replace(what, origin=party[: len(what)], speaker=party[len(what) :])


def _has(numbers: Iterable[int]) -> Callable[[Codes], np.ndarray]:
    """Whether each code is one of the numbers."""
    some = list(numbers)
    flags = np.zeros(max(some, default=0) + 2, dtype=bool)
    flags[some] = True
    return lambda given: np.asarray(flags[np.minimum(given, len(flags) - 1)])


def _candidates(origins: Mapping[int, _Body]) -> Iterator[int]:
    """Bodies that may be called otherwise elsewhere: those that say what they are, and those that share their names."""
    bodies = [(code, body) for code, body in origins.items() if not body.said.posts]
    bearers = Counter(word for _, body in bodies for word in set(body.rest))
    shared = {word for word, count in bearers.items() if 1 < count <= _CROWD}
    return (code for code, body in bodies if body.core or not shared.isdisjoint(body.rest))


def _named_alike(
    same: Mapping[tuple[int, int], int], origins: Mapping[int, _Body], homes: Mapping[tuple[int, int], set[int]]
) -> dict[int, int]:
    """Bodies with names of their own, one in some story and side by side in none: they are one everywhere."""
    articles: dict[int, set[int]] = defaultdict(set)
    for (_, code), found in homes.items():
        articles[code] |= found
    links = {(code, one) for (_, code), one in same.items() if code != one}
    named = [pair for pair in sorted(links) if all(origins[code].rest for code in pair)]
    return joined(pair for pair in named if not articles[pair[0]] & articles[pair[1]])


def _with_nouns(what: Things, story: Codes) -> Things:
    """One code for the nouns of two languages that one party's same number counts in one story: Stellen, jobs."""
    language = codes(what.frame["language"])
    telling = what.digits >= _LONG
    rows = np.flatnonzero((what.noun > 0) & (what.point >= _FEW) & ((what.origin > 0) | telling))
    number = codes(pd.Series(what.point))
    block = blocks(story, what.measured, what.role, number, np.where(telling, 0, what.origin))[rows]
    rows = rows[sequence(block, language[rows], what.noun[rows])]
    block = block[np.argsort(block, kind="stable")]
    left, right = rows[:-1], rows[1:]
    one = (block[:-1] == block[1:]) & (language[left] != language[right])
    scene = combine(story, what.noun)
    roots = joined(_pairs(scene[left[one]], scene[right[one]]))
    if not roots:
        return what
    noun = what.noun[firsts(scene)]
    noun[list(roots)] = noun[list(roots.values())]
    noun = noun[scene]
    return replace(what, noun=noun, topic=combine(what.measured, what.undone, noun))


def _with_measures(what: Things, story: Codes) -> Things:
    """One code for what is counted under several measures (evacuated, displaced, or none that the words tell) where
    articles of a story have one party's same number for it, unless one of them has two numbers, one for each."""
    rows, scene = _loose_counts(what, story)
    left, right = _next_in(what, story, rows, scene)
    largest = sequence(-what.point[rows[left]])
    links = zip(scene[left[largest]].tolist(), scene[right[largest]].tolist(), strict=True)
    measure = dict(zip(scene.tolist(), what.measured[rows].tolist(), strict=True))
    linked = np.isin(scene, np.concatenate([scene[left], scene[right]]))
    same = _compatible(Counter(links), _numbers(what, rows[linked], scene[linked]), measure)
    if not same:
        return what
    root = np.array([same.get(one, -1) for one in range(int(scene.max()) + 1)])[scene]
    rows, root = rows[root >= 0], root[root >= 0]
    usual = _usual(root, combine(what.measured[rows], what.noun[rows]), what.frame["measure"].iloc[rows].eq("other"))
    measured, noun, kind, comparable = what.measured.copy(), what.noun.copy(), what.kind.copy(), what.comparable.copy()
    place = what.place.copy()
    measured[rows], noun[rows], comparable[rows] = measured[rows[usual]], noun[rows[usual]], True
    kind[rows], place[rows] = _first_of(root, kind[rows]), _first_of(combine(root, what.number[rows]), place[rows])
    topic, group = combine(measured, what.undone, noun), combine(what.nation, kind, what.part, place)
    return replace(
        what, measured=measured, noun=noun, kind=kind, place=place, topic=topic, group=group, comparable=comparable
    )


def _first_of(key: Codes, told: Codes) -> Codes:
    """For each row the smallest code that is told for its key, 0 if none is."""
    smallest = np.full(int(key.max(initial=0)) + 1, _NOWHERE)
    np.minimum.at(smallest, key, np.where(told > 0, told, _NOWHERE))
    return np.where(smallest[key] == _NOWHERE, 0, smallest[key])


def _loose_counts(what: Things, story: Codes) -> tuple[np.ndarray, Codes]:
    """The counts whose measure is told in several ways, and a code for each story's measure, noun and kind; of no
    measure and noun, for its number."""
    frame = what.frame
    loose = frame["measure"].isin(_LOOSE) & frame["unit"].fillna("count").eq("count") & ~frame["modality"].eq("denied")
    rows = np.flatnonzero(loose.to_numpy(dtype=bool) & what.level & (what.point > 0))
    told = ~frame["measure"].eq("other").to_numpy(dtype=bool) | (what.noun > 0)
    number = np.where(told, 0, what.number + 1)
    return rows, combine(*(part[rows] for part in (story, what.measured, what.noun, what.kind, number)))


def _next_in(what: Things, story: Codes, rows: np.ndarray, scene: Codes) -> tuple[Codes, Codes]:
    """Pairs of positions in `rows` at which a story has one party's same number (or one that is the same by no chance)
    under two codes."""
    telling = what.digits[rows] >= _LONG
    known = np.flatnonzero((what.point[rows] >= _SMALL) & (telling | (what.origin[rows] > 0)))
    block = blocks(story[rows], what.number[rows], np.where(telling, 0, what.origin[rows]))[known]
    order = known[sequence(block, scene[known])]
    block = np.sort(block, kind="stable")
    left, right = order[:-1], order[1:]
    one = (block[:-1] == block[1:]) & (scene[left] != scene[right])
    return left[one], right[one]


def _numbers(what: Things, rows: np.ndarray, scene: Codes) -> dict[int, dict[int, tuple[int, ...]]]:
    """The numbers, in their order, that each article has of each party under each code; of nobody named and of a party
    together, since they may be one's."""
    told: dict[int, dict[int, tuple[int, ...]]] = defaultdict(dict)
    unnamed = np.isin(what.article[rows], what.article[rows][what.origin[rows] == 0])
    party = combine(what.article[rows], np.where(unnamed, 0, what.origin[rows]))
    number = what.number[rows]
    order = sequence(scene, party, number)
    columns = [key[order] for key in (scene, party, number)]
    new = changes(*columns)
    for code, home, one in zip(*(column[new].tolist() for column in columns), strict=True):
        told[code][home] = (*told[code].get(home, ()), one)
    return told


def _compatible(
    links: Counter[tuple[int, int]], told: dict[int, dict[int, tuple[int, ...]]], measure: Mapping[int, int]
) -> dict[int, int]:
    """The code that each linked one is joined to: those of most links first, of as many in their order, and none by
    which an article would have two numbers of a party, or two nouns, for one thing that it tells apart."""
    root: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    apart: set[tuple[int, int]] = set()
    for one, other in sorted(links, key=lambda pair: -links[pair]):
        first, second = root.setdefault(one, one), root.setdefault(other, other)
        if first == second:
            continue
        if len(told[first]) < len(told[second]):  # the smaller is joined to the larger: each is moved a few times only
            first, second = second, first
        if (first, second) in apart:
            continue
        mine, theirs = told[first], told[second]
        if measure[one] == measure[other] and not mine.keys().isdisjoint(theirs):
            continue
        if any(mine[home] != theirs[home] for home in mine.keys() & theirs.keys()):
            apart.add((first, second))
            continue
        for code in members.pop(second, [second]):
            root[code] = first
            members.setdefault(first, [first]).append(code)
        mine.update(theirs)  # what both tell is the same
    joined_ones = {first for first, codes in members.items() if len(codes) > 1}
    return {code: first for code, first in root.items() if first in joined_ones}


def _usual(root: Codes, thing: Codes, bare: pd.Series) -> np.ndarray:
    """For each row the position of one with the most frequent `thing` of its root, one with a measure before others."""
    table = pd.DataFrame({"root": root, "thing": thing, "bare": bare.to_numpy(dtype=bool), "row": np.arange(len(root))})
    table["often"] = -table.groupby(["root", "thing"])["row"].transform("size")
    first = table.sort_values(["root", "bare", "often", "row"]).drop_duplicates("root").set_index("root")["row"]
    return first.loc[root].to_numpy(dtype=np.int64)


def _unanimous(
    roots: Mapping[tuple[int, int], tuple[int, int]],
    origins: Mapping[int, _Body],
    homes: Mapping[tuple[int, int], set[int]],
) -> Iterator[tuple[tuple[int, int], int]]:
    """What is one body in a story: linked names of which no two contradict each other."""
    sets: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for item, root in roots.items():
        sets[root].append(item)
    for members in sets.values():
        telling = [item for item in members if origins[item[1]].rest or origins[item[1]].said.countries]
        for some in (members, telling):  # "police" may be those of either town
            both = combinations(some, 2)
            if not any(homes[a] & homes[b] or _contradict(origins[a[1]], origins[b[1]]) for a, b in both):
                named = [code for _, code in some if origins[code].rest or origins[code].said.countries]
                yield from ((item, min(named or [code for _, code in some])) for item in some)
                break


def _kin(one: _Body, other: _Body) -> bool:
    """Whether two names may be one body's in one story: the same kind of body, and nothing against it."""
    if _contradict(one, other):
        return False
    if one.core and other.core:
        return one.core <= other.core or other.core <= one.core
    return bool(one.rest and other.rest) and _sound_alike(one.rest, other.rest, _NAMES)


def _contradict(one: _Body, other: _Body) -> bool:
    countries = one.said.countries, other.said.countries
    if all(countries) and countries[0] != countries[1]:
        return True
    return bool(one.rest and other.rest) and not _sound_alike(one.rest, other.rest, _WORD)


def _sound_alike(one: tuple[str, ...], other: tuple[str, ...], wanted: float) -> bool:
    """Whether every word of the shorter name has a partner in the longer one."""
    few, many = sorted((one, other), key=len)
    return all(max(token_similarity(name_token(a), name_token(b)) for b in many) >= wanted for a in few)


def _with_places(
    what: Things, story: Codes, place: Codes, names: Mapping[int, str], common: Mapping[int, int]
) -> Things:
    """One place for a story in which only one town, or one country, or both are named; else so for each of its things.

    Of the two, the country speaks for both. Where only the nation says who is counted, it goes on doing so. A story
    whose figures give no place is in the `common` town of its articles.
    """
    made, known, named = what.place, place > 0, what.named.copy()
    nowhere = common.keys() - set(story[known].tolist())
    if nowhere:
        place = np.where(np.isin(story, list(nowhere)), _replaced(story, common), place)
        known = place > 0
    for scene in (combine(story, what.topic), story) if known.any() else ():
        told: dict[int, set[int]] = defaultdict(set)
        for where, code in _pairs(scene[known], place[known]):
            told[where].add(code)
        single = np.zeros(int(scene.max(initial=-1)) + 1, dtype=np.int64)
        for where, found in told.items():
            single[where] = _one_place(found, names)
        free = (single[scene] > 0) & ((what.place > 0) | (what.nation == 0))
        made = np.where(free, single[scene], made)
        named |= free
    return replace(what, place=made, group=combine(what.nation, what.kind, what.part, made), named=named)


def _one_place(found: set[int], names: Mapping[int, str]) -> int:
    """The code that speaks for all these places, if they can be one; else 0."""
    towns = sorted(code for code in found if not is_country(names[code]))
    countries = found.difference(towns)
    if len(countries) > 1 or not all(same_town(names[towns[0]], names[other]) for other in towns[1:]):
        return 0
    return min(countries or found)


@lru_cache(maxsize=65536)
def same_town(one: str, other: str) -> bool:
    """Whether two names can be one place's in two languages, by their sound: Genoa, Gênes, Genua."""
    left, right = _sound(one), _sound(other)
    alike = token_similarity(left, right)
    return alike >= _TOWN or (alike >= _SAME_BONES and bool(bone_keys(left) & bone_keys(right)))


def _sound(place: str) -> Token:
    return name_token(fold_words(place).replace(" ", ""))
