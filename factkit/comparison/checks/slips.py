"""The check of slips: ten times as much, two digits swapped, the number beside it, another unit."""

from collections.abc import Callable, Hashable, Iterator
from functools import cache
from itertools import chain, combinations, permutations

from babel import Locale

from factkit.comparison.checks.case import (
    Case,
    Finding,
    Verdict,
    articles_of,
    by_point,
    by_thing,
    disjoint,
    episodes,
    finding,
    known_day,
    listed,
    significant_digits,
    together,
)
from factkit.comparison.checks.digits import SLIPS, SMALL, SWAPPED, kept, significant, slip_kind, swapped, swaps
from factkit.comparison.checks.estimate import MINUTES, Estimate
from factkit.comparison.checks.majority import TOLD_AS_ONE, counts_alike, outvoted
from factkit.comparison.things import TOLL

_NO_UNIT = ("count", "")
_NEAR = 3
_HANDS = frozenset({"workers", "attendance", "affected"})
_NOBODY_ELSES = 5  # digits of a number that is no other count's by chance
_MOST = 50  # figures of one measure of a story that one is held against
_CHANCE = 3  # digits that two counts of one story don't share by chance
_MILLION = 1_000_000
_FEW = 100  # the same of what is measured in other units than money
_LARGE = 1000  # a round number from here on is told by one party for one thing


def number_slip(case: Case) -> Iterator[Finding]:
    """A number that is ten, a hundred or a thousand times another, has two digits swapped, or is the neighbour's.

    Compares figures of the same thing and day, from the same origin or from nobody named, across articles; the figure
    that fewer articles carry is the slip, and where they tie the two are only in conflict. Within one article only
    swapped digits count. The neighbour's number is one that other articles give for another measure. In a story, the
    same number in another currency or unit is a slip, too. Can't see a slip that all articles share, nor one without a
    second article.
    """
    rows = [row for row in case.estimates if known_day(row) and row.role == "level" and row.point >= 1]
    spells = (episode for found in together(rows, by_thing) for episode in episodes(found, 1))
    slips = (slip for episode in spells for slip in _slips(case, episode))
    told: set[str | None] = set()
    voted = (_slip(*parts) for parts in outvoted(case))
    for slip in chain(voted, slips, _neighbours(case, rows), _given_twice(case, rows), *_across(case)):
        if slip.figure_id not in told and told.isdisjoint(slip.evidence):  # what is a slip itself makes none of another
            told.add(slip.figure_id)
            yield slip


def _across(case: Case) -> Iterator[Iterator[Finding]]:
    """Slips of figures that need not be told as one thing."""
    yield from (_bare_slips(case), _story_slips(case), _unit_slips(case), _party_slips(case))


def _story_slips(case: Case) -> Iterator[Finding]:
    """A number that is ten times what another article of the story has for the same, or has two of its digits swapped:
    no two counts of a story have the same three digits by chance. Of parties that count for themselves, only where
    more articles have the one number than the other."""
    telling = (row for row in case.every if known_day(row) and (row.topic or row.role != "share") and _long(row))
    for found in together(telling, lambda row: (row.story, row.unit, kept(row.point))):
        carried = by_point(found)
        for pair in combinations(sorted(carried), 2):
            if not (kind := _kind_of_slip(*(carried[point][0] for point in pair))):
                continue
            weak, others = sorted(
                (carried[point] for point in pair), key=lambda rows: (articles_of(rows), -rows[0].stamp)
            )
            strong = [row for row in others if counts_alike(weak[0], row) and _one_time(weak[0], row, kind)]
            here = {row.article_id for row in weak} & {row.article_id for row in others}
            if strong and not here and (articles_of(strong) > articles_of(weak) or case.akin(weak[0], strong[0])):
                yield _slip(weak, strong, kind)


def _long(row: Estimate) -> bool:
    """Whether it is a whole number of three digits or more before its zeros, or one of two that tells what it is of, or
    is measured."""
    digits = len(significant(row.point))
    if row.topic or (row.measure == "other" and row.unit not in _NO_UNIT and row.point >= _FEW):
        return digits > 1
    return digits >= _CHANCE and row.point % 1 == 0


def _party_slips(case: Case) -> Iterator[Finding]:
    """A number of one party in a story that is ten times the one other articles have from it, or has two of its digits
    swapped, whatever measure the words tell."""
    told = [
        row for row in case.every
        if row.origin and known_day(row) and not row.recalled and row.measure != "percent" and row.point >= SMALL
    ]  # fmt: skip
    counts: dict[tuple[str, int, str], set[float]] = {}
    for row in told:
        counts.setdefault((row.article_id, case.source(row), row.unit), set()).add(row.point)
    for found in together(told, lambda row: (row.story, case.source(row), row.unit, kept(row.point))):
        carried = by_point(found)
        for pair in combinations(sorted(carried), 2):
            weak, strong = sorted(
                (carried[point] for point in pair), key=lambda rows: (articles_of(rows), -rows[0].stamp)
            )
            kind = _kind_within_party(weak[0], strong, lambda row: counts[row.article_id, case.source(row), row.unit])
            if kind and not {row.article_id for row in weak} & {row.article_id for row in strong}:
                yield _slip(weak, strong, kind)


def _kind_within_party(weak: Estimate, strong: list[Estimate], told: Callable[[Estimate], set[float]]) -> str:
    """The kind of slip between two numbers of one party: of one digit only where it tells no other number, and of two
    that are swapped only in a large sum."""
    low, high = sorted((weak, strong[0]), key=lambda row: row.point)
    one, other = significant(low.point), significant(high.point)
    if not _one_subject(weak, strong[0]):
        return ""
    if one == other:
        alone = weak.unit == "count" and len(told(weak)) == len(told(strong[0])) == 1 and low.point >= _LARGE
        factor = round(high.point / low.point)
        told_so = factor in SLIPS and (len(one) > 1 or alone) and _one_time(weak, strong[0], "")
        return f"a factor of {factor:,}" if told_so else ""
    sum_of_money = weak.measure == "money" and low.point >= _MILLION
    days = abs(weak.stamp // MINUTES - strong[-1].stamp // MINUTES)
    swapped_digits = high.point < 10 * low.point and len(one) == len(other) and other in swaps(one)
    return SWAPPED if swapped_digits and sum_of_money and days <= 1 else ""


def _one_subject(one: Estimate, other: Estimate) -> bool:
    """Whether nothing tells that the two are of two subjects: another topic, nation or kind, or two tolls."""
    facets = zip((one.topic, *one.group[:3]), (other.topic, *other.group[:3]), strict=True)
    tolls = {one.measure, other.measure}
    return not any(mine and theirs and mine != theirs for mine, theirs in facets) and not (
        len(tolls) > 1 and tolls <= {*TOLL}
    )


def _kind_of_slip(low: Estimate, high: Estimate) -> str:
    """In words, what kind of slip leads from one figure to the other with the same digits; empty if none does. Amounts
    of one thing differ by all their digits, those behind the point as well."""
    if not low.topic or low.topic != high.topic:
        return slip_kind(low.point, high.point)
    one, other = significant(low.point), significant(high.point)
    if one != other:
        short = low.measure == "percent" and len(one) < _CHANCE
        return "" if short or high.point >= 10 * low.point or other not in swaps(one) else SWAPPED
    factor = round(high.point / low.point)
    return f"a factor of {factor:,}" if factor in SLIPS else ""


def _one_time(one: Estimate, other: Estimate, kind: str) -> bool:
    """Whether neither figure is of a time of its own; with two digits swapped, whether both are of one day."""
    if one.as_of and other.as_of and one.as_of != other.as_of:
        return False
    if "money" not in (one.measure, other.measure) and (one.recalled or other.recalled):
        return False
    days = abs(one.stamp // MINUTES - other.stamp // MINUTES)
    same_day = bool(one.as_of) and one.as_of == other.as_of
    return days <= (0 if kind == SWAPPED and not same_day else _NEAR)


def _unit_slips(case: Case) -> Iterator[Finding]:
    """A number with another currency or unit than other articles of the story give it."""
    with_unit = (row for row in case.every if known_day(row) and row.unit not in _NO_UNIT)
    measured = (row for row in with_unit if len(significant(row.point)) > 1 or row.topic)
    for found in together(measured, lambda row: (row.story, row.measure, row.point)):
        for pair in combinations(sorted({row.unit for row in found}), 2):
            weak, others = sorted(
                ([row for row in found if row.unit == unit] for unit in pair),
                key=lambda rows: (articles_of(rows), -rows[0].stamp),
            )
            near = [row for row in others if _one_time(weak[0], row, "")]
            strong = [row for row in near if _one_amount(weak[0], row, articles_of(near))]
            here = {row.article_id for row in weak} & {row.article_id for row in others}
            more = articles_of(strong) > articles_of(weak)
            if strong and not here and (more or case.akin(weak[0], strong[0])) and not _one_name(*pair):
                here_in, there_in = (rows[0].unit.replace("_", " ") for rows in (weak, strong))
                message = f"{weak[0]} is in {here_in} here, and in {there_in} elsewhere: {listed(strong)}."
                yield finding("refuted" if more else "conflicting", weak[0], message, strong)


def _one_amount(one: Estimate, other: Estimate, articles: int) -> bool:
    """Whether both can be one amount: of one topic, where it is told, or no number that two share by chance, as those
    of which one unit is told in several articles."""
    if one.topic and other.topic:
        return one.topic == other.topic
    digits = significant(one.point)
    least = _MILLION if one.measure == "money" else _FEW
    large = one.point >= least and (articles > 1 or digits[-1] != "5")
    return len(digits) >= _CHANCE or (len(digits) > 1 and large)


@cache
def _one_name(one: str, other: str) -> bool:
    """Whether two currencies are called the same at home (US and Canadian dollars)."""
    names = Locale("en").currencies
    return all(unit in names for unit in (one, other)) and names[one].split()[-1] == names[other].split()[-1]


def _bare_slips(case: Case) -> Iterator[Finding]:
    """Sums of money, and counts whose noun says nothing or says it in another language: one party's same digits on one
    day, a factor of ten or more apart."""
    rows = [row for row in case.bare if row.origin and known_day(row) and row.role == "level" and row.point >= SMALL]
    for found in together(rows, lambda row: (row.measure, row.unit, case.source(row), f"{row.point:.0f}".rstrip("0"))):
        for episode in episodes(found, 1):
            carried = by_point(episode)
            for one, other in combinations(sorted(carried), 2):
                weak, strong = sorted(
                    (carried[one], carried[other]), key=lambda rows: (articles_of(rows), -rows[0].stamp)
                )
                if other / one not in SLIPS or significant_digits(one) < 2 or _two_nouns(weak[0], strong[0]):
                    continue
                if {row.article_id for row in weak} & {row.article_id for row in strong}:
                    continue
                yield _slip(weak, strong)


def _two_nouns(one: Estimate, other: Estimate) -> bool:
    """Whether both are counts of a thing that `_slips` compares, or of two things told apart in one language."""
    one_tongue = one.language == other.language or bool(one.topic and other.topic)
    told_apart = one.noun and other.noun and one_tongue
    return bool(told_apart) or (one.thing == other.thing and one.named)


def _slip(weak: list[Estimate], strong: list[Estimate], kind: str = "") -> Finding:
    """The slip is with the fewer articles; where both have as many, the two are in conflict."""
    verdict: Verdict = "conflicting" if articles_of(strong) == articles_of(weak) else "refuted"
    kind = kind or slip_kind(*sorted((weak[0].point, strong[0].point)))
    who = "another article says" if articles_of(strong) == 1 else "others say"
    message = f"{weak[0]} looks like a slip ({kind}): {who} {listed(strong)}."
    return finding(verdict, weak[0], message, [*strong, *weak])


def _slips(case: Case, episode: list[Estimate]) -> Iterator[Finding]:
    carried = by_point(episode)
    points = sorted(carried)
    for number, one in enumerate(points):
        for other in _slipped_from(one, points[number + 1 :]):
            weak, strong = sorted((carried[one], carried[other]), key=lambda rows: (articles_of(rows), -rows[0].stamp))
            days = min(abs(weak[0].day - row.day) for row in strong)
            if days > 1 or (days and other / one not in SLIPS):
                continue
            here = {row.article_id for row in weak} & {row.article_id for row in strong}
            if not any(case.akin(weak[0], row) for row in strong) or (here and other / one in SLIPS):
                continue
            tie = articles_of(strong) == articles_of(weak)
            if tie and not case.same_origin(weak[0], strong[0]):
                continue
            yield _slip(weak, strong)


def _slipped_from(one: float, larger: list[float]) -> Iterator[float]:
    """Of the larger numbers those that `one` may be a slip of; looked up, so that long lists cost nothing."""
    wanted = {one * factor for factor in SLIPS} if one >= SMALL else set()
    wanted |= swapped(one)
    yield from (other for other in larger if other in wanted)


def _neighbours(case: Case, rows: list[Estimate]) -> Iterator[Finding]:
    """A number given for one measure that others give for another, while they give another number for this one."""
    beside: dict[tuple[str, object], list[Estimate]] = {}
    for row in rows:
        beside.setdefault((row.article_id, row.thing), []).append(row)
    large = (row for row in rows if row.point >= 100)
    for found in together(large, lambda row: (row.point, row.group[0], row.group[3])):
        for episode in episodes(found, _NEAR):
            for one, other in combinations(sorted({row.measure for row in episode}), 2):
                if not any({one, other} <= same for same in (set(TOLL), _HANDS)):
                    yield from _taken_over(case, episode, (one, other), beside)


def _taken_over(
    case: Case, episode: list[Estimate], measures: tuple[str, str], beside: dict[tuple[str, object], list[Estimate]]
) -> Iterator[Finding]:
    one, other = ([row for row in episode if row.measure == measure] for measure in measures)
    if {row.article_id for row in one} & {row.article_id for row in other} or one[0].thing == other[0].thing:
        return
    for strangers, owners in ((one, other), (other, one)):
        row = strangers[0]
        told = [rival for owner in owners for rival in beside.get((owner.article_id, row.thing), ())]
        rivals = [rival for rival in told if disjoint(row, rival) and abs(rival.day - row.day) <= _NEAR]
        if rivals and any(case.akin(row, rival) for rival in rivals) and any(case.akin(row, owner) for owner in owners):
            message = (
                f"{row} looks like the number beside it: others give it as {listed(owners)}, and here {listed(rivals)}."
            )
            yield finding("refuted", row, message, [*owners, *rivals])
            return
    strangers, owners = sorted((one, other), key=lambda rows: (articles_of(rows), -rows[0].stamp, rows[0].number))
    one_count = any({strangers[0].measure, owners[0].measure} <= same for same in TOLD_AS_ONE)
    unmistakable = significant_digits(strangers[0].point) >= _NOBODY_ELSES
    if not one_count and unmistakable and case.same_origin(strangers[0], owners[0]):
        message = f"{strangers[0]} is the number of something else elsewhere: {listed(owners)}."
        yield finding("conflicting", strangers[0], message, owners)


def _given_twice(case: Case, rows: list[Estimate]) -> Iterator[Finding]:
    """A number that an article gives for two measures, of which others have it for one, and another for the other."""
    told: dict[tuple[int, Hashable], list[Estimate]] = {}
    for row in rows:
        told.setdefault((row.story, row.thing[0]), []).append(row)
    for found in together((row for row in rows if row.point >= 100), lambda row: (row.article_id, row.unit, row.point)):
        for row, own in permutations({row.measure: row for row in found}.values(), 2):
            if any({row.measure, own.measure} <= same for same in TOLD_AS_ONE):
                continue
            owners, others = (
                [other for other in told[row.story, one.thing[0]][-_MOST:] if _beyond(row, other)] for one in (own, row)
            )
            owners = [other for other in owners if other.point == row.point and case.akin(own, other)]
            rivals = [other for other in others if disjoint(row, other) and case.akin(row, other)]
            if owners and rivals and all(other.point != row.point for other in others):
                message = (
                    f"{row} is the number of something else in the same article, and elsewhere: others give it as "
                    f"{listed(owners)}, and for{row.said} {listed(rivals)}."
                )
                yield finding("refuted", row, message, [own, *owners, *rivals])
                break


def _beyond(row: Estimate, other: Estimate) -> bool:
    """Whether another article has the other figure, for about the same day."""
    return other.article_id != row.article_id and abs(other.day - row.day) <= _NEAR
