"""Which body a bare description ("the agency", "serviciile sud-coreene") stands for in each article that has it.

A description is held against the bodies that the same article names; where none fits, against those whose figures the
article's speakers pass on in other articles; and where it says a country, against all. One that fits is the one meant;
of several, none is: they are in doubt. Where none fits, it is that of the only country that the article speaks of:
the police of two countries are two.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from factkit.comparison.bodies import Bodies, Description, describe, has_organ, is_local, role_id
from factkit.comparison.places import country_name

_CODE = 2  # letters of a country's code
_ANYBODY = frozenset({"authority"})  # "the authorities" may be any


@dataclass(frozen=True, slots=True)
class Context:
    """Who occurs where: the names in each article, the pairs (speaker, origin) of its claims, the one country that its
    figures are told of, how a speaker is called where the claim is ("the Moldovan commission"), and who holds which
    office, as pairs (name, office).
    """

    names: Mapping[str, Collection[str]]
    passing: Mapping[str, Collection[tuple[str, str]]]
    countries: Mapping[str, str]
    written: Mapping[tuple[str, str], Collection[str]] = field(default_factory=dict)
    offices: Mapping[str, Collection[tuple[str, str]]] = field(default_factory=dict)


class _Said(NamedTuple):
    """All that an entity's names say of what it is, and where."""

    words: frozenset[str]
    countries: frozenset[str]

    def fits(self, described: Description) -> bool:
        return described.whole <= self.words and described.countries <= self.countries


@dataclass(frozen=True, slots=True)
class Standing:
    """What descriptions were found to stand for: `meant` by article and description; `doubts` by description."""

    meant: Mapping[tuple[str, str], str]
    doubts: Mapping[str, frozenset[str]]


def standing(
    context: Context,
    ids: Mapping[str, str],
    bodies: Bodies,
    settled: Collection[str],
    apart: Collection[frozenset[str]],
) -> Standing:
    """The entity that each description in `context` stands for.

    `ids` are the entities of all names by their words alone. `settled` are names that a reviewer joined with others,
    `apart` pairs of names that the reviewer keeps apart: both are left alone.
    """
    vague = {name for name in ids if name not in settled and _is_vague(name, bodies)}
    said = dict(_said(ids, vague, bodies))
    passed = _passed(context, ids)
    forbidden = defaultdict(set)
    for pair in apart:
        one, other = sorted(pair)
        forbidden[one].add(ids.get(other, ""))
        forbidden[other].add(ids.get(one, ""))
    meant = dict(_called_more_fully(context, ids, bodies, {*settled, *forbidden}))
    doubts: dict[str, set[str]] = defaultdict(set)
    for article, names in sorted(context.names.items()):
        here = {ids[name] for name in names if name not in vague}
        told = {origin for speaker in here for origin in passed.get(speaker, ())}
        for name in sorted(vague.intersection(names)):
            if (article, name) in meant:
                continue
            described = describe(name)
            everywhere: Iterable[str] = said if described.countries else ()
            for circle in (here, told, everywhere):
                fitting = {one for one in circle if one in said and said[one].fits(described)} - forbidden[name]
                # A body that is known for what it is comes before one that only has the word in its name; where the
                # description says an organ ("the police"), there may be another that the article doesn't name.
                known = {one for one in fitting if one in bodies.names or "/" in one}
                found = known or (set() if described.core else fitting)
                if len(found) == 1:
                    meant[article, name] = found.pop()
                if found or (article, name) in meant:
                    doubts[name] |= found
                    break
            else:
                own = (
                    None if forbidden[name] else _of_its_country(described, context.countries.get(article), names, ids)
                )
                if own:
                    meant[article, name] = own
    return Standing(meant, {name: frozenset(found) for name, found in doubts.items() if found})


def _called_more_fully(
    context: Context, ids: Mapping[str, str], bodies: Bodies, settled: Collection[str]
) -> Iterator[tuple[tuple[str, str], str]]:
    """Names that nothing is known of, and whom their article shows them to stand for: it says their country where it
    quotes them, names the holder of their office, or has their name in full.
    """
    for article, names in context.names.items():
        holders = _holders(context.offices.get(article, ()))
        full = _beginnings(names, ids)
        for name in names:
            if name in settled or bodies.identify(name) is not None:
                continue
            described = describe(name)
            written = {bodies.identify(text) for text in context.written.get((article, name), ())} - {None}
            fitting = (
                written
                or {ids[holder] for holder in holders.get(_office(described), ()) if holder in ids}
                or (full.get(name, set()) if described.whole else set())
            )
            if len(fitting) == 1 and (found := fitting.pop()) and found != ids[name]:
                yield (article, name), found


_Office = tuple[frozenset[str], frozenset[str]]


def _office(described: Description) -> _Office | None:
    """What an office is called and of what: the head of a ministry of health is the minister of health."""
    if described.rest or not described.posts or not described.core:
        return None
    if "head" in described.posts and "ministry" in described.core:
        return frozenset({"minister"}), described.core - {"ministry"}
    return described.posts, described.core


def _holders(offices: Iterable[tuple[str, str]]) -> dict[_Office | None, set[str]]:
    held: dict[_Office | None, set[str]] = defaultdict(set)
    for name, text in offices:
        if (office := _office(describe(text))) is not None:
            held[office].add(name)
    return held


_LONGEST = 8  # words of a name that is looked for by its beginning


def _beginnings(names: Iterable[str], ids: Mapping[str, str]) -> dict[str, set[str]]:
    """The entities of longer names by what they begin with: "Joint Committee" of "Joint Committee of the Chiefs".

    One word alone is a beginning only where the others say nothing but a place: "Staatsanwaltschaft München".
    """
    made: dict[str, set[str]] = defaultdict(set)
    for name in names:
        words = name.split()[:_LONGEST]
        for length in range(1, len(words)):
            start = " ".join(words[:length])
            if length > 1 or (describe(start).core == describe(name).core and has_organ(describe(start))):
                made[start].add(ids[name])
    return made


def _of_its_country(
    described: Description, country: str | None, names: Iterable[str], ids: Mapping[str, str]
) -> str | None:
    """The id of a country's body that has no other country beside it in the article ("police": "fr/police").

    None where the article names another body of its kind by its place ("Munich prosecutors"), which may be meant.
    """
    if country is None or described.countries or not is_local(described):
        return None
    beside = [describe(name) for name in names]
    elsewhere = any(one.core == described.core and one.rest and not one.posts for one in beside)
    countries = {code for one in beside for code in one.countries} | set(map(country_of, map(ids.__getitem__, names)))
    if elsewhere or countries - {country, ""}:
        return None
    return role_id(described._replace(countries=frozenset({country})))


def country_of(entity: str) -> str:
    """The ISO 3166 code of the state whose body an id made of country and role is; "" of others."""
    state, _, role = entity.partition("/")
    return state.upper() if role and country_name(state) and len(state) == _CODE and state != "eu" else ""


def _is_vague(name: str, bodies: Bodies) -> bool:
    """Whether a name says what kind of body it is and nothing that picks out one: at most a country beside the form."""
    described = describe(name)
    if described.rest or described.posts or described.joined or not described.whole or bodies.find(name):
        return False
    if described.whole == _ANYBODY:
        return False
    return not described.countries or bodies.identify(name) is None


def _said(ids: Mapping[str, str], vague: Collection[str], bodies: Bodies) -> Iterator[tuple[str, _Said]]:
    forms: dict[str, list[str]] = defaultdict(list)
    for name, entity in ids.items():
        if name not in vague:
            forms[entity].append(name)
    for entity, names in forms.items():
        described = [describe(name) for name in (*names, *bodies.forms(entity))]
        words = frozenset[str]().union(*(one.whole for one in described if not one.posts))
        country = frozenset({entity.partition("/")[0].upper()} if "/" in entity else ())
        if words:
            yield entity, _Said(words, country.union(*(one.countries for one in described)))


def _passed(context: Context, ids: Mapping[str, str]) -> dict[str, set[str]]:
    """The origins whose figures each speaker passes on anywhere."""
    found: dict[str, set[str]] = defaultdict(set)
    for pairs in context.passing.values():
        for speaker, origin in pairs:
            if ids[speaker] != ids[origin]:
                found[ids[speaker]].add(ids[origin])
    return found
