"""One number told in several articles of a story, however each of them calls what it counts and whose count it is."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from factkit.comparison.checks.case import Case, episodes, significant_digits, together, told_on
from factkit.comparison.checks.estimate import Estimate
from factkit.comparison.stories import same_town
from factkit.comparison.things import TOLD_OF, TOLL, UNCOUNTED

_WEEK = 7
_FEW = 10  # a toll below it is that of many an event
_LARGE = 100  # numbers below it are the same in one story by chance
_TELLS_ITSELF = 3  # digits of a number that is no other count's of the story
_THOUSAND = 1000  # round numbers from here on are one count's where one measure is told of nothing that sets them apart
# Counts of which none is told as another one: the same number under two of them is a matter for other checks.
_TOLD_APART = frozenset({
    "killed", "wounded", "casualties", "missing", "captured", "returned", "arrested", "rescued", "evacuated",
    "collapsed_buildings", "damaged_buildings",
})  # fmt: skip
_BROUGHT_OUT = frozenset({"evacuated", "rescued"})


def tellings(case: Case, rows: Iterable[Estimate]) -> Iterator[list[Estimate]]:
    """Lists of the rows that tell one number of one count in a story, within a week, in time order.

    A number of two digits before its zeros must be of one measure or noun, a rounder one of one measure. Parties that
    the story sets against each other, each with a number of its own, are told apart; who is called by other words in
    each language isn't.
    """
    opposed = _opposed(case)
    kept = (row for row in rows if row.story and _telling(row) and not _of_before(row))
    for found in together(kept, lambda row: (row.story, row.unit, row.role == "share", row.point)):
        for episode in episodes(sorted(found, key=told_on), _WEEK, on=told_on):
            for group in _of_one_count(episode, opposed):
                if len({row.article_id for row in group}) > 1:
                    yield group


def _of_before(row: Estimate) -> bool:
    """Whether it is a count of before; what a sum or a rate is of is told long after the year that it is of."""
    return row.past or (row.long_ago and row.measure not in TOLD_OF)


def _telling(row: Estimate) -> bool:
    if row.measure in TOLL and row.role == "level" and row.point >= _FEW:
        return True
    if significant_digits(row.point) > 1:
        return row.point >= _LARGE
    of_something = row.measure not in UNCOUNTED or bool(row.topic)
    return row.point >= _THOUSAND and of_something


def _of_one_count(episode: list[Estimate], opposed: set[tuple[int, int, int]]) -> list[list[Estimate]]:
    """The rows sorted by what they count: each joins the first group none of whose rows speaks against it."""
    groups: list[list[Estimate]] = []
    for row in episode:
        for group in groups:
            first = {(one.measure, one.noun, one.language, one.origin): one for one in group}.values()
            if all(one_count(row, one) and _one_side(row, one, opposed) for one in first):
                group.append(row)
                break
        else:
            groups.append([row])
    return groups


def one_count(one: Estimate, other: Estimate) -> bool:
    """Whether two figures of one number and story can count the same, as far as their measures and nouns say."""
    measures = {one.measure, other.measure}
    if len(measures) > 1 and measures <= _TOLD_APART and not measures <= _BROUGHT_OUT:
        return False
    if one.topic and other.topic and one.topic != other.topic:
        return False
    digits = significant_digits(one.point)
    if digits >= _TELLS_ITSELF or one.thing == other.thing:
        return True
    if digits == 1:
        return len(measures) == 1 and nothing_apart(one, other)
    if one.noun and other.noun and one.language == other.language:
        return one.noun == other.noun
    return one.measure == other.measure or not measures <= _TOLD_APART


def nothing_apart(one: Estimate, other: Estimate) -> bool:
    """Whether no two nations, kinds, parts or places are told of the two."""
    facets = zip(one.group[:3], other.group[:3], strict=True)
    if one.part != other.part or any(mine and theirs and mine != theirs for mine, theirs in facets):
        return False
    return not (one.where and other.where) or same_town(one.where, other.where)


def _one_side(one: Estimate, other: Estimate, opposed: set[tuple[int, int, int]]) -> bool:
    """Whether both may be one party's figure: no article of the story gives each of the two a number of its own."""
    low, high = sorted((one.origin, other.origin))
    return (one.story, low, high) not in opposed


def _opposed(case: Case) -> set[tuple[int, int, int]]:
    """The pairs of parties of a story to whom one article gives different numbers for one measure."""
    told: dict[tuple[int, str, str], dict[int, float]] = {}
    for row in case.estimates:
        if row.origin:
            told.setdefault((row.story, row.article_id, row.measure), {}).setdefault(row.origin, row.point)
    return {
        (story, one, other)
        for (story, _, _), given in told.items()
        if len(given) <= _MANY
        for one, other in combinations(sorted(given), 2)
        if given[one] != given[other]
    }


_MANY = 12  # parties of one article that are held against each other
