"""Checks that look back: does a recalled figure match its own time, and has a reprinted one been revised since?"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace

from factkit.comparison.checks.case import (
    Case,
    Finding,
    articles_of,
    by_thing,
    disjoint,
    finding,
    in_time,
    known_day,
    listed,
    others_say,
    significant_digits,
    together,
)
from factkit.comparison.checks.digits import significant, slip_kind, swaps
from factkit.comparison.checks.estimate import MINUTES, RECALLED, Estimate
from factkit.comparison.things import ROUNDING, UNCOUNTED
from factkit.comparison.timeline import CUMULATIVE
from factkit.comparison.topics import FLUCTUATING

_REPORTED = 5  # days after the day it holds for within which a figure is reported as news
_LARGE = 1000  # a count of things that comes up again by chance is smaller, or round
_MOST = 200  # reports of one time that a recalled figure is compared with, the latest ones
_GOES_ON = 14  # days that a count of before, of which no date is told, may be old
_TWICE = 2.0  # a count of some days before is at least half of the one it is taken for
_REVISED = 2  # days that a newer figure must have been out before an old one counts as stale


def recalled_figure(case: Case) -> Iterator[Finding]:
    """A figure of an earlier time ("in April it was 600") against what articles of that time say.

    Compares with figures of the same measure and group, from the same origin or from nobody named, that hold for the
    recalled days and were published within days of them, or were the first to look back at those days. Where
    the article gives such figures of one origin alone, the recalled one is taken for that origin's. Says whether number
    and bound match, the bound changed, the
    number changed, the number belonged to another measure, or there is nothing to compare with. Can't see reports of
    that time that aren't among the articles.
    """
    told_levels = [row for row in case.estimates if row.role == "level"]
    levels = [row for row in told_levels if known_day(row)]
    current = [row for row in levels if not row.recalled]
    of_thing = _index(levels, lambda row: row.thing[:-1])
    of_count = _index(current, _same_count)
    beside: dict[tuple[str, str, int], set[int]] = {}
    voices: dict[tuple[str, str, str], dict[int, str]] = {}
    for row in current:
        beside.setdefault(_voice(row), set()).add(row.part)
    for row in levels:
        if row.origin or not row.recalled:
            voices.setdefault(_subject(row), {})[row.origin] = row.origin_name
    yield from _recalled_sums(case)
    for told in told_levels:
        if told.past and not told.long_ago:
            row = _owned(told, voices.get(_subject(told), {}))
            found = _recall_of_days_before(case, row, of_thing.get(row.thing[:-1], []))
            if found is not None:
                yield found
        elif told.recalled:
            row = _owned(told, voices.get(_subject(told), {}))
            reports = [
                other
                for other in _then(of_thing.get(_meant(row, beside.get(_voice(row), set())), []), row)
                if other.article_id != row.article_id and _one_place(case, row, other) and _of_its_time(row, other)
            ]
            then = [other for other in reports if _same_count_of(case, row, other)]
            counts = _then(of_count.get(_same_count(row), []), row)
            elsewhere = [other for other in counts if case.same_origin(row, other) and other.measure != row.measure]
            found = _recall(row, then, elsewhere)
            if found is not None:
                yield found
            elif row.measure not in UNCOUNTED:  # every rate is told some time after the month that it is of
                yield _unchecked(row, reports)


def _voice(row: Estimate) -> tuple[str, str, int]:
    return row.article_id, row.measure, row.origin


def _subject(row: Estimate) -> tuple[str, str, str]:
    return row.article_id, row.measure, row.topic


def _owned(row: Estimate, voices: dict[int, str]) -> Estimate:
    """A recalled figure of nobody named as that of the only one whose figures of its kind the article gives."""
    if row.origin or len(voices) != 1:
        return row
    ((origin, name),) = voices.items()
    return replace(row, origin=origin, origin_name=name)


def _of_its_time(row: Estimate, other: Estimate) -> bool:
    """Whether a report is older than the article that looks back; one that looked back itself is of the same days, and
    so is one of a rate, which a month later is that of the month before."""
    if not other.recalled and row.topic not in FLUCTUATING:
        return True
    return other.dated and other.window == row.window and other.stamp + RECALLED * MINUTES < row.stamp


def _meant(row: Estimate, beside: set[int]) -> Hashable:
    """What a recalled figure counts: if it doesn't say, the part (civilians) that its origin's figures beside it do."""
    topic, nation, kind, part, _ = row.thing
    return topic, nation, kind, min(beside) if len(beside) == 1 and not row.noun else part


def _one_place(case: Case, row: Estimate, other: Estimate) -> bool:
    """Whether both hold for one place; what a recalled figure of the same origin doesn't say is no other one."""
    return row.thing[-1] == other.thing[-1] or (not (row.where and other.where) and case.same_origin(row, other))


def _recall(row: Estimate, then: list[Estimate], elsewhere: list[Estimate]) -> Finding | None:
    """What the reports of the time say of a recalled figure; None where there are none from its origin."""
    same = [other for other in then if other.point == row.point]
    if any(other.bound == row.bound for other in same):
        return finding("supported", row, f"{row} matches what was reported then: {listed(same)}.", same)
    if any({row.bound, other.bound} == {"exact", "about"} for other in same):
        message = f"{row} matches the number reported then, though only one says “about”: {listed(same)}."
        return finding("supported", row, message, same)
    if same:
        message = f"{row} {row.saying}, while {others_say(same, 'of the time')}: {listed(same)}."
        return finding("conflicting", row, message, same)
    if elsewhere and not any(not disjoint(row, other) for other in then):
        message = f"{row} counted something else at the time: {listed(elsewhere)}."
        return finding("refuted", row, message, [*elsewhere, *then])
    agreeing = [other for other in then if not disjoint(row, other)]
    slips = [other for other in agreeing if _is_slip(*sorted((row.point, other.point)))]
    if len(slips) < len(agreeing):
        agreeing = [other for other in agreeing if other not in slips]
    elif slips:
        message = f"{row} looks like a slip of what was reported then: {listed(slips)}."
        return finding("conflicting", row, message, slips)
    if not agreeing and _passed(then, row.point):
        agreeing = then
    if agreeing:
        return finding("supported", row, f"{row} can hold beside what was reported then: {listed(agreeing)}.", agreeing)
    if then:
        known = any(row.origin and other.origin for other in then)
        message = f"{row} differs from what was reported then: {listed(then)}."
        return finding("refuted" if known else "conflicting", row, message, then)
    return None


def _is_slip(low: float, high: float) -> bool:
    """Whether one of two numbers that should be the same is a slip of the other, round ones, too: 8,700 of 7,800."""
    digits = significant(low)
    return bool(slip_kind(low, high)) or (high < 10 * low and significant(high) in swaps(digits))


def _same_count_of(case: Case, row: Estimate, other: Estimate) -> bool:
    """Whether a report is of the row's origin, or of nobody named under the same measure."""
    return case.same_origin(row, other) or (other.measure == row.measure and case.akin(row, other))


def _comparable(one: float, other: float) -> bool:
    """Whether one of the numbers may be told in place of the other: of about its size, or by a slip."""
    low, high = sorted((one, other))
    return high <= _TWICE * low or bool(slip_kind(low, high))


def _recalled_sums(case: Case) -> Iterator[Finding]:
    """What a party is said to have given as an amount, of which no word tells what it is of here, or of none it gave,
    against what it gave."""
    sums = [row for row in case.bare if row.measure == "money" and row.origin]
    told: dict[tuple[int, str], list[Estimate]] = {}
    for row in case.bare:
        if row.measure == "money" and row.origin and not row.recalled and row.role == "level":
            told.setdefault((case.source(row), row.unit), []).append(row)
    for row in sums:
        first, last = row.window
        then = [
            other
            for other in told.get((case.source(row), row.unit), ())
            if row.recalled and row.dated and first <= other.stamp // MINUTES <= last + 1 and other.stamp < row.stamp
        ]
        if row.noun and any(row.noun == other.noun for other in then):
            continue
        same = [other for other in then if other.point == row.point]
        usual = [other for other in then if articles_of(one for one in then if one.point == other.point) > 1]
        if same:
            yield finding("supported", row, f"{row} matches what was reported then: {listed(same)}.", same)
        elif len({other.point for other in usual or then}) == 1:
            message = f"{row} differs from what {row.origin_name} said then: {listed(usual or then)}."
            yield finding("conflicting", row, message, usual or then)


def _recall_of_days_before(case: Case, row: Estimate, rows: list[Estimate]) -> Finding | None:
    """What earlier articles say of a count that its article has been passed by: "up from 76 the day before"."""
    today = row.stamp // MINUTES
    first, last = row.window if row.dated else (today - _GOES_ON, today)
    reports = [
        other
        for other in rows
        if other.article_id != row.article_id
        and not other.past
        and (first <= other.day <= last or first <= other.stamp // MINUTES <= last)
        and other.stamp < row.stamp
        and _one_place(case, row, other)
        and _comparable(row.point, other.point)
        and _same_count_of(case, row, other)
    ]
    reports = [other for other in reports if case.same_origin(row, other)] or reports
    same = [other for other in reports if other.point == row.point]
    if same:
        return _recall(row, same, [])
    points = [other.point for other in reports]
    near = any(abs(point - row.point) <= ROUNDING * point for point in points)
    if not points or near or min(points) < row.point < max(points):
        return None
    message = f"{row} is told as the count of before, which was another one: {listed(reports)}."
    return finding("conflicting", row, message, reports)


def _passed(then: list[Estimate], point: float) -> bool:
    """Whether a count was below the number one day and above it another: on its way it passed the number."""
    below = {row.day for row in then if row.point < point}
    above = {row.day for row in then if row.point > point}
    return bool(below and above) and not below & above


def _unchecked(row: Estimate, others: list[Estimate]) -> Finding:
    rest = f"; others gave {listed(others)}" if others else ""
    whose = f"a figure from {row.origin_name}" if row.origin else "such a figure"
    message = f"{row} can't be checked: no article of that time has {whose}{rest}."
    return finding("not_enough_evidence", row, message, others)


def _index(rows: list[Estimate], key: Callable[[Estimate], Hashable]) -> dict[Hashable, list[Estimate]]:
    """The rows by key, each list in time order."""
    lists: dict[Hashable, list[Estimate]] = {}
    for row in sorted(rows, key=in_time):
        lists.setdefault(key(row), []).append(row)
    return lists


def _then(rows: list[Estimate], row: Estimate) -> list[Estimate]:
    """Of rows in time order those that hold for the days that `row` holds for, or were reported shortly after."""
    first, last = row.window[0], row.window[1] + _REPORTED
    return rows[bisect_left(rows, first, key=_day) : bisect_right(rows, last, key=_day)][-_MOST:]


def _day(row: Estimate) -> int:
    return row.day


def _same_count(row: Estimate) -> Hashable:
    return row.group, row.point


def stale_figure(case: Case) -> Iterator[Finding]:
    """A figure printed as current after its origin has revised it.

    Compares an undated figure of something that only grows, of a sum, or of a number of things that doesn't come up
    again by chance, with what the same origin (or, where nobody is named, an origin that gave this very number before)
    had said more than two days earlier. Silent where the article gives the
    newer figure as well. Can't see revisions that no article reports.
    """
    rows = [row for row in case.estimates if row.role == "level" and known_day(row) and _goes_on(row)]
    for series in together(rows, by_thing):
        yield from _stale(case, series)


def _goes_on(row: Estimate) -> bool:
    """Whether a figure stands until its origin has a newer one; rates that go up and down come back by themselves."""
    if row.measure == "other":
        return row.point >= _LARGE
    return row.measure in CUMULATIVE or (bool(row.topic) and row.topic not in FLUCTUATING)


def _stale(case: Case, series: list[Estimate]) -> Iterator[Finding]:
    first_said: dict[float, dict[int, Estimate]] = {}
    newest: dict[int, Estimate] = {}
    revisions: dict[tuple[int, float], Estimate] = {}
    given = {(row.article_id, row.point) for row in series}
    givers: dict[float, set[int]] = {}
    for row in series:
        givers.setdefault(row.point, set()).update({row.origin} - {0})
    for row in series:
        said = first_said.get(row.point, {}).values()
        earlier = next((other for other in said if case.akin(row, other)), None)
        if earlier is not None and not row.dated:
            revised = revisions.get((earlier.origin, earlier.point))
            if (
                revised is not None
                and revised.day + _REVISED < row.day
                and not given & {(row.article_id, one.point) for one in (revised, newest[earlier.origin])}
                and case.akin(row, revised)
                and (row.origin or len(givers[row.point]) == 1)
            ):
                message = f"{row} is out of date: {revised.origin_name} had gone on from {earlier} to {revised}."
                yield finding("outdated", row, message, [earlier, revised])
                continue
        if row.origin and not row.long_ago:
            first_said.setdefault(row.point, {}).setdefault(row.origin, row)
            last = newest.get(row.origin)
            if last is not None and row.day > last.day and disjoint_points(row, last):
                revisions.setdefault((row.origin, last.point), row)
            if last is None or row.point != last.point:
                newest[row.origin] = row


def disjoint_points(one: Estimate, other: Estimate) -> bool:
    """Whether two figures of one series are different counts: a tenth apart or more, or two bare numbers to the
    digit."""
    to_the_digit = one.bound == "exact" == other.bound and min(map(significant_digits, (one.point, other.point))) > 2
    if to_the_digit:
        return one.point != other.point
    return abs(one.point - other.point) > 0.1 * max(one.point, other.point)
