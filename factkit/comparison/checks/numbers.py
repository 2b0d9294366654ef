"""Checks of the numbers themselves: sums, counts that fall, one briefing with two figures."""

from collections.abc import Callable, Hashable, Iterator

from factkit.comparison.checks.case import (
    Case,
    Finding,
    articles_of,
    by_point,
    disjoint,
    episodes,
    finding,
    known_day,
    listed,
    significant_digits,
    together,
    told_on,
)
from factkit.comparison.checks.digits import SMALL, slip_kind
from factkit.comparison.checks.estimate import MINUTES, Estimate
from factkit.comparison.things import ANYWHERE, ROUNDING, TOLL
from factkit.comparison.timeline import CUMULATIVE

_FALLING = ("killed", "wounded", "casualties", "arrested", "rescued", "collapsed_buildings")
_FALLS_WITHIN = 200  # days within which a lower count is of the same event
_RUNNING = 2  # days between two figures of an origin that counts on from day to day
_ROUNDED = 0.1  # share by which two tellings of one count may differ
_PART = 0.5  # share of a count below which a figure may be of a part of it
_SURELY_ALL = 0.7  # the same of figures of nobody named
_SEEN = 12  # figures further down that one is held against
_HOURS = 180  # minutes in which a count moves on
_TOLD = ("level", "increment")
_SUMMED = 100  # a smaller number isn't rounded where it is added up


def sums(case: Case) -> Iterator[Finding]:
    """Killed and wounded against casualties, and parts against their total, in one article, for one origin and day.

    A part above its total is refuted; a sum that the total, bounds and tolerance included, doesn't allow is in conflict
    (unless missing or captured people may make up the difference); figures that make their total to the digit support
    it, also two of one or two articles whose total stands in another one of that day, or two or three of different
    origins right beside their total. Can't see why a sum is wrong.
    """
    rows = [row for row in case.estimates if row.role == "level" and known_day(row)]
    added: set[str] = set()
    voice, site = _voices(rows), _sites(rows)
    for found in together(rows, lambda row: (row.article_id, voice(row), row.day, row.group[0], site(row))):
        for one in (*_toll(found), *_parts(found)):
            added.add(one.figure_id or "")
            yield one
    for found in together(rows, lambda row: (case.source(row), row.day, row.group[0]) if row.origin else None):
        yield from _totals_elsewhere(found, added)
    for found in together(rows, lambda row: (row.article_id, row.measure, row.day)):
        yield from _runs(sorted(found, key=lambda row: row.start), added)


def _voices(rows: list[Estimate]) -> Callable[[Estimate], int]:
    """Whose count a figure of the toll is; where it names nobody, of the only one whose toll the article gives."""
    told: dict[str, set[int]] = {}
    for row in rows:
        if row.measure in TOLL:
            told.setdefault(row.article_id, set()).add(row.origin)

    def voice(row: Estimate) -> int:
        named = told.get(row.article_id, set()) - {0}
        return row.origin or (min(named) if row.measure in TOLL and len(named) == 1 else 0)

    return voice


def _sites(rows: list[Estimate]) -> Callable[[Estimate], int]:
    """Where people of the toll came to harm: in one place, unless their article names several."""
    told: dict[str, set[str]] = {}
    for row in rows:
        if row.measure in ANYWHERE and row.where:
            told.setdefault(row.article_id, set()).add(row.where)

    def site(row: Estimate) -> int:
        return 0 if row.measure in ANYWHERE and len(told.get(row.article_id, ())) < 2 else row.group[3]

    return site


def _toll(found: list[Estimate]) -> Iterator[Finding]:
    whole = [row for row in found if not row.part]
    single = {name: _only([row for row in whole if row.measure == name]) for name in TOLL}
    killed, wounded, total = (single[name] for name in TOLL)
    if total is None:
        return
    for part in (killed, wounded):
        if part is not None and _above(part, total):
            message = f"{part} is more than the {total} that it is a part of."
            yield finding("refuted", part, message, [total])
            return
    if killed is None or wounded is None:
        return
    if killed.point + wounded.point == total.point:
        yield _adds_up(total, [killed, wounded])
        return
    low, high = (sum(ends) for ends in zip(_rounded(killed), _rounded(wounded), strict=True))
    lowest, highest = _rounded(total)
    rest = any(row.measure in ("missing", "captured") for row in found)
    if low > highest or (high < lowest and not rest):
        message = f"{killed} and {wounded} make {killed.point + wounded.point:,.0f}, not {total}."
        yield finding("conflicting", total, message, [killed, wounded])


def _rounded(row: Estimate) -> tuple[float, float]:
    """What a figure allows as a term of a sum: of a large bare number half of its last digit's place, and no more."""
    if row.relation != "exact":
        return row.low, row.high
    zeros = len(f"{row.point:.0f}") - significant_digits(row.point)
    whole = row.point >= _SUMMED and row.point % 1 == 0
    half = min(10**zeros / 2, ROUNDING * row.point) if whole else 0.0
    return row.point - half, row.point + half


def _adds_up(total: Estimate, parts: list[Estimate]) -> Finding:
    return finding("supported", total, f"{total} is the sum of {' and '.join(map(str, parts))}.", parts)


def _totals_elsewhere(found: list[Estimate], added: set[str]) -> Iterator[Finding]:
    """Casualties that are the sum of killed and wounded in other articles of the day, in one or in two of them."""
    totals = [row for row in found if row.measure == "casualties" and not row.part and row.figure_id not in added]
    beside: dict[str, dict[str, list[Estimate]]] = {}
    for row in found:
        if not row.part and row.measure in TOLL[:2]:
            beside.setdefault(row.article_id, {}).setdefault(row.measure, []).append(row)
    pairs: dict[float, list[Estimate]] = {}
    for told in beside.values():
        killed, wounded = (_only(told.get(name, [])) for name in TOLL[:2])
        if killed is not None and wounded is not None:
            pairs.setdefault(killed.point + wounded.point, [killed, wounded])
    killed, wounded = (_only([row for row in found if row.measure == name and not row.part]) for name in TOLL[:2])
    if killed is not None and wounded is not None:
        pairs.setdefault(killed.point + wounded.point, [killed, wounded])
    for total in totals:
        if total.point in pairs and total.article_id not in {row.article_id for row in pairs[total.point]}:
            yield _adds_up(total, pairs[total.point])


def _runs(found: list[Estimate], added: set[str]) -> Iterator[Finding]:
    """A total right before or after the two or three figures, told by others or of other places, that make it."""
    for size in (2, 3):
        for start in range(len(found) - size):
            window = found[start : start + size + 1]
            for total, parts in ((window[0], window[1:]), (window[-1], window[:-1])):
                told_by_others = len({(row.origin, row.group, row.where) for row in parts}) == size
                if total.figure_id in added or not told_by_others or sum(row.point for row in parts) != total.point:
                    continue
                added.add(total.figure_id)
                yield _adds_up(total, parts)


def _above(part: Estimate, total: Estimate) -> bool:
    """Whether a part is more than its total: beyond all tolerance, or as two bare numbers."""
    bare = part.relation == "exact" == total.relation
    return part.low > total.high or (bare and part.point > total.point)


def _only(rows: list[Estimate]) -> Estimate | None:
    """The one figure that all these rows give, else None: two figures for one thing have no sum."""
    return rows[0] if rows and all(row.point == rows[0].point for row in rows) else None


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
    """A count that can only grow (killed, wounded, casualties, arrested, rescued, buildings destroyed) and is lower
    later on.

    Compares an origin's figures of one named group, or in one story, with its highest earlier one, bounds and
    tolerance included; a figure of nobody named with those of the only one who counts this in its story, unless it is
    so much lower that it may be of a part. What may be or is expected is no count. A figure that the origin had given
    before is left to `stale_figure`. Can't see whether it fell for a good reason (duplicates removed), which is why
    this is a conflict and no refutation.
    """
    rows = [
        row for row in case.estimates if row.measure in _FALLING and row.role == "level" and known_day(row) and row.told
    ]
    told: dict[Hashable, set[int]] = {}
    for row in rows:
        if row.origin:
            told.setdefault((row.thing, row.story), set()).add(case.body(row))

    def voice(row: Estimate) -> Hashable:
        """Whose count it is; None where that is in doubt."""
        if row.origin:
            return row.thing, case.body(row)
        voices = told.get((row.thing, row.story), set())
        return (row.thing, min(voices)) if len(voices) == 1 else None

    for series in together(rows, voice):
        yield from _falls(series)


def _falls(series: list[Estimate]) -> Iterator[Finding]:
    """Counts below an earlier one: of several, below that of the most articles, since the highest may be a slip."""
    carriers = {point: articles_of(rows) for point, rows in by_point(series).items()}
    peak: Estimate | None = None
    usual: Estimate | None = None
    said: set[float] = set()
    reported: set[tuple[str, float]] = set()
    for row in series:
        key = (row.article_id, row.point)
        earlier = next((one for one in (usual, peak) if one is not None and _fallen(row, one)), None)
        if earlier is not None and row.point not in said and key not in reported:
            reported.add(key)
            whose = row.origin_name if row.origin else earlier.origin_name
            message = f"{row} is less than {earlier}, which {whose} had counted before; such a count doesn't fall."
            yield finding("conflicting", row, message, [earlier])
        if row.origin and (peak is None or row.low > peak.low):
            peak = row
        if row.origin and (usual is None or (carriers[row.point], row.low) > (carriers[usual.point], usual.low)):
            usual = row
        said.add(row.point)


def _fallen(row: Estimate, earlier: Estimate) -> bool:
    """Whether a count is below an earlier one of the same event, bounds and tolerance included."""
    same = row.named or row.story == earlier.story
    if not row.origin and (row.story != earlier.story or row.point < _SURELY_ALL * earlier.point):
        return False
    return (
        (_rounded(row)[1] < _rounded(earlier)[0] or _lower_floor(row, earlier))
        and same
        and 0 < row.day - earlier.day <= _FALLS_WITHIN
        and earlier.stamp <= row.stamp  # a final count of that day comes later
    )


def _lower_floor(row: Estimate, earlier: Estimate) -> bool:
    """Whether both are floors, and the later one is lower for no rounding: it has as many digits."""
    floors = row.bound == "floor" == earlier.bound
    return floors and row.point < earlier.point and significant_digits(row.point) >= significant_digits(earlier.point)


def same_briefing(case: Case) -> Iterator[Finding]:
    """One origin, one thing, one day, and two figures in different articles (15,000 and 18,000 after one briefing).

    The figure of fewer articles is named. Silent where an article gives both, where the count runs on (published hours
    apart, or figures for a neighbouring day, too; where only the day is known, also by the words: "by evening", "has
    risen to"), and where `number_slip` explains the difference. Can't tell which
    is right.
    """
    rows = [row for row in case.estimates if row.origin and row.role in _TOLD and known_day(row) and _telling(row)]
    every = together(rows, lambda row: (row.thing, row.role, case.source(row), row.modality == "planned"))
    for found in (day for series in every for day in _single_days(series)):
        carried = by_point(found)
        strong = max(carried.values(), key=lambda rows: (articles_of(rows), -rows[0].stamp, -rows[0].number))
        homes = {row.article_id for row in strong}
        several = _several(found) if found[0].topic else set()
        for point, weak in sorted(carried.items()):
            if weak is strong or {row.article_id for row in weak} & homes or not _two_counts(weak[0], strong[0]):
                continue
            if {row.article_id for row in (*weak, *strong)} & several:
                continue
            if slip_kind(*sorted((point, strong[0].point))) or _of_two_times(case, weak[0], strong[0]):
                continue
            whose = weak[0].origin_name
            message = f"Two figures of one day are given as those of {whose}: {weak[0]}, but {listed(strong)}."
            yield finding("conflicting", weak[0], message, strong)


def _telling(row: Estimate) -> bool:
    """Whether a number agrees with another by no chance: it isn't small, or a rate or an amount of something named."""
    return row.point >= SMALL or bool(row.topic)


def _several(rows: list[Estimate]) -> set[str]:
    """The articles that give several numbers, as of a year and a month, or of two parts of a budget."""
    points: dict[str, set[float]] = {}
    for row in rows:
        points.setdefault(row.article_id, set()).add(row.point)
    return {article for article, given in points.items() if len(given) > 1}


def _two_counts(one: Estimate, other: Estimate) -> bool:
    """Whether two figures can't both hold, or are two numbers or floors of which neither is the other, rounded."""
    bounds = {one.bound, other.bound}
    told = bounds <= {"exact", "about"} or bounds == {"floor"}
    small, large = sorted((one.point, other.point))
    if one.topic and small < _PART * large:
        return False  # of a month and of a year, of a part and of the whole
    return disjoint(one, other) or (told and small < (1 - _ROUNDED) * large)


def _of_two_times(case: Case, one: Estimate, other: Estimate) -> bool:
    """Whether two figures of a day needn't be one count: hours lie between them, or the text gives them two dates."""
    if one.as_of and other.as_of and one.as_of != other.as_of:
        return True
    hours = abs(one.stamp - other.stamp) >= _HOURS and not (one.dated and other.dated)
    return (hours and one.modality != "planned") or _runs_on(case, one, other)


def _runs_on(case: Case, one: Estimate, other: Estimate) -> bool:
    """Whether the two may be counts of a morning and an evening: only the day is known of what grows by the hour, and
    a sentence tells the part of the day, or that the count has grown.
    """
    timed = one.stamp % MINUTES or other.stamp % MINUTES or (one.dated and other.dated)
    return not timed and one.measure in CUMULATIVE and any(case.tells_hour(row) for row in (one, other))


def _single_days(series: list[Estimate]) -> Iterator[list[Estimate]]:
    """The days of a series that stand alone, with no figures for the neighbouring days, and of others what is known to
    the minute. Of plans, the days on which they are told."""
    day: Callable[[Estimate], int] = told_on if series[0].modality == "planned" else _day
    for spell in episodes(sorted(series, key=day), _RUNNING, on=day):
        if day(spell[0]) == day(spell[-1]):
            yield spell
        else:
            yield from together((row for row in spell if row.stamp % MINUTES and not row.dated), day)
            yield from _standing_still(spell, day)


def _standing_still(spell: list[Estimate], day: Callable[[Estimate], int]) -> Iterator[list[Estimate]]:
    """What is told while a count stands still: from the first to the last day of the number that most articles have."""
    usual = max(by_point(spell).values(), key=lambda rows: (articles_of(rows), -rows[0].number))
    first, last = day(usual[0]), day(usual[-1])
    if first < last and articles_of(usual) > 1:
        yield [row for row in spell if first <= day(row) <= last]


def _day(row: Estimate) -> int:
    return row.day


def internal_conflict(case: Case) -> Iterator[Finding]:
    """Two figures for one thing in one article, a headline against the body, that can't both hold.

    Compares levels of one origin, or of one named place where an origin is missing, and what a headline says in
    nobody's name with the body, unless that has the number as well; the one that stands first is named.
    Silent on figures for different days or places, on bounds that allow both, on numbers that a third one makes a sum
    of or that are so far apart that one may count a part (but for a headline's factor of ten), on two numbers that one
    sentence sets side by side ("up from 980", "police 28,400"), and where `number_slip` explains the difference.
    Can't tell which of them is right, nor see beyond the next few figures of an article.
    """
    rows = [row for row in case.estimates if row.role == "level" and known_day(row) and _telling(row) and row.told]
    for found in together(rows, lambda row: (row.article_id, row.thing[0], row.group[:3], row.day, row.dated)):
        told = sorted(found, key=lambda row: row.start)
        placed, counted = any(row.where for row in told), {row.point for row in told}
        for first, other in _nearby(told):
            small, large = sorted((first.point, other.point))
            if large - small in counted:
                continue
            if _headline_conflict(case, first, told):
                kind = slip_kind(small, large)
                told_so = f" ({kind})" if kind else ""
                message = f"{first} in the headline stands against “{other.text}” further down{told_so}."
                yield finding("conflicting", first, message, [other])
                break
            if first.topic or slip_kind(small, large) or (placed and not first.where):
                continue
            if _conflict(case, first, other) and not case.in_one_sentence(first, other):
                message = f"{first} stands against “{other.text}” further down in the same article."
                yield finding("conflicting", first, message, [other])
                break


def _nearby(rows: list[Estimate]) -> Iterator[tuple[Estimate, Estimate]]:
    for number, row in enumerate(rows):
        yield from ((row, other) for other in rows[number + 1 : number + 1 + _SEEN])


def _conflict(case: Case, one: Estimate, other: Estimate) -> bool:
    """Whether one party gives two counts of a thing: further apart than rounding, neither a bound that allows both."""
    unknown = not one.origin or not other.origin
    if one.where != other.where or not (one.where if unknown else case.same_origin(one, other)):
        return False
    return _apart(one, other)


def _headline_conflict(case: Case, head: Estimate, told: list[Estimate]) -> bool:
    """Whether a headline gives a count in nobody's name, and the body only others that can't be it."""
    body = [row for row in told if row.start > head.start]
    if head.origin or not body or not case.in_headline(head):
        return False
    placed = [row for row in body if not head.where or not row.where or row.where == head.where]
    return placed == body and all(_apart(head, row) or slip_kind(*sorted((head.point, row.point))) for row in body)


def _apart(one: Estimate, other: Estimate) -> bool:
    """Whether two counts are further apart than rounding, but not as far as a part, and no bound allows both."""
    small, large = sorted((one, other), key=lambda row: row.point)
    bounded = small.bound in ("floor", "between", "vague") or large.bound in ("ceiling", "between", "vague")
    return not bounded and _PART * large.point < small.point < (1 - _ROUNDED) * large.point
