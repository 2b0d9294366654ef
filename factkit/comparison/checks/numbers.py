"""Checks of the numbers themselves: slips, sums, counts that fall, one briefing with two figures."""

from collections.abc import Iterator
from itertools import combinations

from factkit.comparison.checks.case import (
    Case,
    Estimate,
    Finding,
    Verdict,
    articles_of,
    by_thing,
    disjoint,
    episodes,
    finding,
    known_day,
    listed,
    together,
)

_SLIPS = (10, 100, 1000)
_FALLING = ("killed", "wounded", "casualties", "arrested", "rescued")
_FALLS_WITHIN = 200  # days within which a lower count is of the same event
_TOLL = ("killed", "wounded", "casualties")
_NEAR = 3
_RUNNING = 2  # days between two figures of an origin that counts on from day to day
_SMALL = 20  # numbers below it agree or stand in round proportions by chance


def number_slip(case: Case) -> Iterator[Finding]:
    """A number that is ten, a hundred or a thousand times another, has two digits swapped, or is the neighbour's.

    Compares figures of the same thing and day, from the same origin or from nobody named, across articles; the figure
    that fewer articles carry is the slip, and where they tie the two are only in conflict. The neighbour's number is
    one that other articles give for another measure. Can't see a slip that all articles share,
    nor one without a second article.
    """
    rows = [row for row in case.estimates if known_day(row) and row.role == "level" and row.point >= 1]
    for found in together(rows, by_thing):
        for episode in episodes(found, 1):
            yield from _slips(case, episode)
    yield from _neighbours(case, rows)


def _slips(case: Case, episode: list[Estimate]) -> Iterator[Finding]:
    carried = _by_point(episode)
    points = sorted(carried)
    for number, one in enumerate(points):
        for other in _slipped_from(one, points[number + 1 :]):
            weak, strong = sorted((carried[one], carried[other]), key=lambda rows: (articles_of(rows), -rows[0].stamp))
            days = min(abs(weak[0].day - row.day) for row in strong)
            if days > 1 or (days and other / one not in _SLIPS):
                continue
            if not case.akin(weak[0], strong[0]) or {r.article_id for r in weak} & {r.article_id for r in strong}:
                continue
            tie = articles_of(strong) == articles_of(weak)
            if tie and not case.same_origin(weak[0], strong[0]):
                continue
            verdict: Verdict = "conflicting" if tie else "refuted"
            message = f"{weak[0]} looks like a slip ({slip_kind(one, other)}): others say {listed(strong)}."
            yield finding(verdict, weak[0], message, [*strong, *weak])


def _by_point(rows: list[Estimate]) -> dict[float, list[Estimate]]:
    found: dict[float, list[Estimate]] = {}
    for row in rows:
        found.setdefault(row.point, []).append(row)
    return found


def _slipped_from(one: float, larger: list[float]) -> Iterator[float]:
    """Of the larger numbers those that `one` may be a slip of; looked up, so that long lists cost nothing."""
    wanted = {one * factor for factor in _SLIPS} if one >= _SMALL else set()
    wanted |= _swapped(one)
    yield from (other for other in larger if other in wanted)


def _swapped(number: float) -> set[float]:
    """The numbers that swapping two neighbouring digits makes; none for numbers of one or two digits."""
    if number != int(number) or number < 100:
        return set()
    digits = str(int(number))
    swaps = (digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(len(digits) - 1))
    return {float(swap) for swap in swaps if swap[0] != "0" and swap != digits and not _round(swap)}


def _round(digits: str) -> bool:
    return len(digits.rstrip("0")) < 3  # 1,200 and 2,100 are two counts, 1,234 and 1,243 a slip


def slip_kind(low: float, high: float) -> str:
    """In words, what kind of slip leads from one number to the other; empty if none does."""
    for factor in _SLIPS:
        if low >= _SMALL and low * factor == high:
            return f"a factor of {factor:,}"
    return "two digits swapped" if high in _swapped(low) else ""


def _neighbours(case: Case, rows: list[Estimate]) -> Iterator[Finding]:
    """A number given for one measure that others give for another, while they give another number for this one."""
    beside: dict[tuple[str, object], list[Estimate]] = {}
    for row in rows:
        beside.setdefault((row.article_id, row.thing), []).append(row)
    large = (row for row in rows if row.point >= 100)
    for found in together(large, lambda row: (row.point, row.group[0], row.group[3])):
        for episode in episodes(found, _NEAR):
            for one, other in combinations(sorted({row.measure for row in episode}), 2):
                if not {one, other} <= set(_TOLL):
                    yield from _taken_over(case, episode, (one, other), beside)


def _taken_over(
    case: Case, episode: list[Estimate], measures: tuple[str, str], beside: dict[tuple[str, object], list[Estimate]]
) -> Iterator[Finding]:
    one, other = ([row for row in episode if row.measure == measure] for measure in measures)
    if {row.article_id for row in one} & {row.article_id for row in other}:
        return
    for strangers, owners in ((one, other), (other, one)):
        row = strangers[0]
        told = [rival for owner in owners for rival in beside.get((owner.article_id, row.thing), ())]
        rivals = [rival for rival in told if disjoint(row, rival) and abs(rival.day - row.day) <= _NEAR]
        if rivals and any(case.akin(row, rival) for rival in rivals) and any(case.akin(row, owner) for owner in owners):
            message = f"{row} looks like the neighbour's number: others say {listed(owners)}, and {listed(rivals)}."
            yield finding("refuted", row, message, [*owners, *rivals])
            return


def sums(case: Case) -> Iterator[Finding]:
    """Killed and wounded against casualties, and parts against their total, in one article, for one origin and day.

    A part above its total is refuted; a sum that the total, bounds and tolerance included, doesn't allow is in conflict
    (unless missing or captured people may make up the difference). Can't see totals that stand in other articles.
    """
    rows = [row for row in case.estimates if row.role == "level" and known_day(row)]
    for found in together(rows, lambda row: (row.article_id, row.origin, row.day, row.group[0], row.group[3])):
        yield from _toll(found)
        yield from _parts(found)


def _toll(found: list[Estimate]) -> Iterator[Finding]:
    whole = [row for row in found if not row.part]
    single = {name: _only([row for row in whole if row.measure == name]) for name in _TOLL}
    killed, wounded, total = (single[name] for name in _TOLL)
    if total is None:
        return
    for part in (killed, wounded):
        if part is not None and _above(part, total):
            message = f"{part} is more than the {total} that it is a part of."
            yield finding("refuted", part, message, [total])
            return
    if killed is None or wounded is None:
        return
    low, high = killed.low + wounded.low, killed.high + wounded.high
    rest = any(row.measure in ("missing", "captured") for row in found)
    if low > total.high or (high < total.low and not rest):
        message = f"{killed} and {wounded} make {killed.point + wounded.point:,.0f}, not {total}."
        yield finding("conflicting", total, message, [killed, wounded])


def _above(part: Estimate, total: Estimate) -> bool:
    """Whether a part is more than its total: beyond all tolerance, or as two bare numbers."""
    bare = part.relation == "exact" == total.relation
    return part.low > total.high or (bare and part.point > total.point)


def _only(rows: list[Estimate]) -> Estimate | None:
    """The one figure that all these rows give, else None: two figures for one thing have no sum."""
    return rows[0] if len({row.point for row in rows}) == 1 else None


def _parts(found: list[Estimate]) -> Iterator[Finding]:
    for measure in sorted({row.measure for row in found}):
        total = _only([row for row in found if row.measure == measure and not row.part])
        parts = [row for row in found if row.measure == measure and row.part]
        if total is None:
            continue
        for part in parts:
            if _above(part, total):
                yield finding("refuted", part, f"{part} counts a part, yet is more than the total {total}.", [total])


def falling_count(case: Case) -> Iterator[Finding]:
    """A count that can only grow (killed, wounded, casualties, arrested, rescued) and is lower later on.

    Compares an origin's figures of one named group, or in one article, with its highest earlier one, bounds and
    tolerance included. A figure that the origin had given before is left to `stale_figure`. Can't see whether it fell
    for a good reason (duplicates removed), which is why this is a conflict and no refutation.
    """
    rows = [
        row
        for row in case.estimates
        if row.measure in _FALLING and row.role == "level" and row.origin and known_day(row)
    ]
    for series in together(rows, lambda row: (row.thing, row.origin)):
        yield from _falls(series)


def _falls(series: list[Estimate]) -> Iterator[Finding]:
    peak: Estimate | None = None
    said: set[float] = set()
    reported: set[tuple[str, float]] = set()
    for row in series:
        if peak is not None and row.high < peak.low and row.point not in said:
            near = row.day - peak.day <= _FALLS_WITHIN
            key = (row.article_id, row.point)
            if near and row.day > peak.day and (row.named or row.article_id == peak.article_id) and key not in reported:
                reported.add(key)
                message = (
                    f"{row} is less than {peak}, which {row.origin_name} had counted before; such a count doesn't fall."
                )
                yield finding("conflicting", row, message, [peak])
        if peak is None or row.low > peak.low:
            peak = row
        said.add(row.point)


def same_briefing(case: Case) -> Iterator[Finding]:
    """One origin, one thing, one day, and two figures in different articles (15,000 and 18,000 after one briefing).

    The figure of fewer articles is named. Silent where an article gives both, where the count runs on (published hours
    apart, or figures for a neighbouring day, too), and where `number_slip` explains the difference. Can't tell which
    is right.
    """
    rows = [
        row for row in case.estimates if row.origin and row.role == "level" and known_day(row) and row.point >= _SMALL
    ]
    every = together(rows, lambda row: (row.thing, row.origin))
    for found in (day for series in every for day in _single_days(series)):
        carried = _by_point(found)
        strong = max(carried.values(), key=lambda rows: (articles_of(rows), -rows[0].stamp, -rows[0].number))
        homes = {row.article_id for row in strong}
        for point, weak in sorted(carried.items()):
            if weak is strong or {row.article_id for row in weak} & homes or not disjoint(weak[0], strong[0]):
                continue
            hours_apart = abs(weak[0].stamp - strong[0].stamp) >= 180 and not (weak[0].dated and strong[0].dated)
            if hours_apart or slip_kind(*sorted((point, strong[0].point))):
                continue
            message = f"{weak[0].origin_name} is given with two figures for one day: {weak[0]}, but {listed(strong)}."
            yield finding("conflicting", weak[0], message, strong)


def _single_days(series: list[Estimate]) -> Iterator[list[Estimate]]:
    """The days of a series that stand alone: none of the neighbouring days has figures."""
    for spell in episodes(series, _RUNNING):
        if spell[0].day == spell[-1].day:
            yield spell
