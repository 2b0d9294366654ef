"""A number that one article of a story alone has, where the others have the one that it is a slip of."""

from collections.abc import Iterator
from itertools import permutations

from factkit.comparison.checks.case import Case, articles_of, by_point, known_day, together
from factkit.comparison.checks.digits import SLIPS, SMALL, SWAPPED, kept, significant, swaps
from factkit.comparison.checks.estimate import MINUTES, Estimate
from factkit.comparison.checks.tellings import nothing_apart
from factkit.comparison.things import TOLD_OF, TOLL
from factkit.comparison.timeline import CUMULATIVE

# What one count may be told as, without being another thing: workers are sent or strike, the displaced have been
# evacuated.
TOLD_AS_ONE = (
    frozenset({"workers", "deployed", "planned_deployment"}),
    frozenset({"evacuated", "displaced", "affected"}),
    frozenset({"evacuated", "rescued"}),
    frozenset({"workers", "attendance", "affected"}),
    frozenset({"rescuers", "deployed"}),
)
_FEWEST = 10  # numbers below it have no two digits that tell
_MOST = 12  # numbers with the same digits that are held against each other
_NEAR = 2  # days between two articles that tell of one day
_SURE = 3  # articles, and digits, with which a number is no other count's
_ROLES = ("level", "increment")


def outvoted(case: Case) -> Iterator[tuple[list[Estimate], list[Estimate], str]]:
    """The slip, those of the number it is a slip of, and what kind it is; of round numbers, too, and of numbers that
    nobody is named for.

    Two articles or more must have the one number at about the time, and none of them the other one for anything.
    A count that grows is no slip of the lower one before it.
    """
    rows = [row for row in case.every if row.role in _ROLES and row.point >= 1 and known_day(row) and _current(row)]
    for found in together(rows, lambda row: (row.story, _unit(row), kept(row.point))):
        carried = by_point(found)
        homes = {point: {row.article_id for row in some} for point, some in carried.items()}
        if 1 < len(carried) <= _MOST:
            for slip, usual in permutations(sorted(carried), 2):
                kind = _kind(carried[slip][0], slip, usual) if homes[slip].isdisjoint(homes[usual]) else ""
                if kind and len(homes[slip]) < len(homes[usual]):
                    weak = carried[slip][0]
                    strong = _strong(weak, carried[usual])
                    if articles_of(strong) > len(homes[slip]) and _of_one_voice(case, weak, strong, kind):
                        yield carried[slip], strong, kind


def _strong(weak: Estimate, rows: list[Estimate]) -> list[Estimate]:
    """Those of one number that the weak one may be a slip of; where one counts the same, also those that call it
    otherwise: three digits are no other count's. What is still told when the weak one is has not grown to it."""
    alike = [row for row in rows if _alike(weak, row)]
    near = [row for row in alike if _at_once(weak, row)]
    if any(row.stamp >= weak.stamp for row in near):
        near = [row for row in alike if _one_day(weak, row) and abs(_days_after(weak, row)) <= _NEAR]
    if near and len(significant(weak.point)) >= _SURE:
        near += [row for row in rows if row not in near and _at_once(weak, row)]
    return near


def _current(row: Estimate) -> bool:
    """Whether the figure is one of its time, as that of a quarter is when it is over, and not one of before."""
    grown = row.measure in CUMULATIVE and row.long_ago
    return not row.past and (bool(row.topic) or not grown) and row.modality != "denied"


def _unit(row: Estimate) -> str:
    """What is held against each other: sums of money in any currency, and figures of one unit."""
    return "money" if row.measure == "money" else row.unit


def _kind(row: Estimate, slip: float, usual: float) -> str:
    """In words, what kind of slip leads from one number to the other; empty if none does."""
    low, high = sorted((slip, usual))
    one, other = significant(low), significant(high)
    told = bool(row.topic) or (row.measure != "percent" and low >= _FEWEST) or row.measure == "money"
    if len(one) < 2 or not told:
        return ""
    if one != other:
        return SWAPPED if high < 10 * low and other in swaps(one) else ""
    factor = round(high / low)
    return f"a factor of {factor:,}" if factor in SLIPS and (low >= SMALL or row.measure == "money") else ""


def _alike(one: Estimate, other: Estimate) -> bool:
    """Whether two figures of a story can be of one thing: nothing says that they are of two groups or places."""
    return nothing_apart(one, other) and counts_alike(one, other)


def counts_alike(one: Estimate, other: Estimate) -> bool:
    """Whether two figures of a story count the same, as far as their words say: of what no measure tells, the nouns."""
    if one.topic and other.topic and one.topic != other.topic:
        return False
    if one.measure == other.measure:
        return not (one.noun and other.noun and one.language == other.language) or one.noun == other.noun
    unlike = one.counted != other.counted and one.language == other.language
    untold = any(row.measure == "other" and not (unlike and row.noun) for row in (one, other))
    if one.thing[0] == other.thing[0] or untold:
        return not {one.measure, other.measure} & {*TOLL, *TOLD_OF}
    return any({one.measure, other.measure} <= same for same in TOLD_AS_ONE)


def _one_day(weak: Estimate, row: Estimate) -> bool:
    return not (weak.as_of and row.as_of) or weak.as_of == row.as_of


def _days_after(weak: Estimate, row: Estimate) -> int:
    return weak.stamp // MINUTES - row.stamp // MINUTES


def _at_once(weak: Estimate, row: Estimate) -> bool:
    """Whether the two are told within two days; of a count that grows, within one, and the lower one not before."""
    if not _one_day(weak, row):
        return False
    later = _days_after(weak, row)
    if weak.measure not in CUMULATIVE:
        return abs(later) <= _NEAR
    return abs(later) < _NEAR and (not later or (weak.point > row.point) != (later > 0))


def _of_one_voice(case: Case, weak: Estimate, strong: list[Estimate], kind: str) -> bool:
    """Whether the numbers may be one party's; of two parties, or of things that are called by two nouns, only digits
    that are swapped, against three articles or more."""
    one_party = any(case.akin(weak, row) for row in strong)
    nouns = {row.noun for row in strong} | {weak.noun}
    one_noun = weak.measure != "other" or len(nouns) == 1 or len(significant(weak.point)) >= _SURE
    sure = articles_of(strong) >= _SURE
    return (one_party or (sure and kind == SWAPPED)) and (one_noun or sure)
