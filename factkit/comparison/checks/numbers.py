"""Checks of the numbers themselves: slips, sums, counts that fall, one briefing with two figures."""

from collections.abc import Callable, Hashable, Iterator
from functools import cache
from itertools import chain, combinations, permutations

from babel import Locale

from factkit.comparison.checks.case import (
    MINUTES,
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
    significant_digits,
    together,
    told_on,
)
from factkit.comparison.things import TOLL
from factkit.comparison.timeline import CUMULATIVE

_SLIPS = (10, 100, 1000)
_SWAP = "two digits swapped"
_NO_UNIT = ("count", "")
_FALLING = ("killed", "wounded", "casualties", "arrested", "rescued")
_FALLS_WITHIN = 200  # days within which a lower count is of the same event
_NEAR = 3
_RUNNING = 2  # days between two figures of an origin that counts on from day to day
_HANDS = frozenset({"workers", "attendance", "affected"})
# What one count may be told as, without being another thing: workers are sent or strike, the displaced have been
# evacuated.
_ONE_COUNT = (
    frozenset({"workers", "deployed", "planned_deployment"}),
    frozenset({"evacuated", "displaced", "affected"}),
    frozenset({"evacuated", "rescued"}),
    _HANDS,
)
_UNMISTAKABLE = 5  # digits of a number that is no other count's by chance
_ROUNDED = 0.1  # share by which two tellings of one count may differ
_PART = 0.5  # share of a count below which a figure may be of a part of it
_MOST = 50  # figures of one measure of a story that one is held against
_SEEN = 12  # figures further down that one is held against
_CHANCE = 3  # digits that two counts of one story don't share by chance
_HOURS = 180  # minutes in which a count moves on
_TOLD = ("level", "increment")
_SMALL = 20  # numbers below it agree or stand in round proportions by chance


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
    for slip in chain(slips, _neighbours(case, rows), _given_twice(case, rows), *_across(case)):
        if slip.figure_id not in told and told.isdisjoint(slip.evidence):  # what is a slip itself makes none of another
            told.add(slip.figure_id)
            yield slip


def _across(case: Case) -> Iterator[Iterator[Finding]]:
    """Slips of figures that need not be told as one thing."""
    yield from (_bare_slips(case), _story_slips(case), _unit_slips(case))


def _story_slips(case: Case) -> Iterator[Finding]:
    """A number that is ten times what another article of the story has for the same, or has two of its digits swapped:
    no two counts of a story have the same three digits by chance. Of parties that count for themselves, only where
    more articles have the one number than the other."""
    every = {row.figure_id: row for row in (*case.estimates, *case.bare)}
    telling = (row for row in every.values() if known_day(row) and row.role != "share" and _whole(row.point))
    for found in together(telling, lambda row: (row.story, row.unit, "".join(sorted(_significant(row.point))))):
        carried = _by_point(found)
        for pair in combinations(sorted(carried), 2):
            if not (kind := slip_kind(*pair)):
                continue
            weak, others = sorted(
                (carried[point] for point in pair), key=lambda rows: (articles_of(rows), -rows[0].stamp)
            )
            strong = [row for row in others if _one_count(weak[0], row) and _one_time(weak[0], row, kind)]
            here = {row.article_id for row in weak} & {row.article_id for row in others}
            if strong and not here and (articles_of(strong) > articles_of(weak) or case.akin(weak[0], strong[0])):
                yield _slip(weak, strong)


def _whole(number: float) -> bool:
    """Whether it is a whole number of three digits or more before its zeros."""
    return number == number // 1 and len(_significant(number)) >= _CHANCE


def _one_count(one: Estimate, other: Estimate) -> bool:
    """Whether two figures of a story count the same, as far as their words say: of what no measure tells, the nouns."""
    if one.topic and other.topic and one.topic != other.topic:
        return False
    if one.measure == other.measure:
        return not (one.noun and other.noun and one.language == other.language) or one.noun == other.noun
    return any({one.measure, other.measure} <= same for same in _ONE_COUNT)


def _one_time(one: Estimate, other: Estimate, kind: str) -> bool:
    """Whether neither figure is of a time of its own; with two digits swapped, whether both are of one day."""
    if one.as_of and other.as_of and one.as_of != other.as_of:
        return False
    if "money" not in (one.measure, other.measure) and (one.recalled or other.recalled):
        return False
    days = abs(one.stamp // MINUTES - other.stamp // MINUTES)
    return days <= (0 if kind == _SWAP else _NEAR)


def _unit_slips(case: Case) -> Iterator[Finding]:
    """A number with another currency or unit than other articles of the story give it."""
    every = {row.figure_id: row for row in (*case.estimates, *case.bare)}
    with_unit = (row for row in every.values() if known_day(row) and row.unit not in _NO_UNIT)
    measured = (row for row in with_unit if len(_significant(row.point)) > 1)
    for found in together(measured, lambda row: (row.story, row.measure, row.point)):
        for pair in combinations(sorted({row.unit for row in found}), 2):
            weak, others = sorted(
                ([row for row in found if row.unit == unit] for unit in pair),
                key=lambda rows: (articles_of(rows), -rows[0].stamp),
            )
            strong = [row for row in others if _one_amount(weak[0], row) and _one_time(weak[0], row, "")]
            here = {row.article_id for row in weak} & {row.article_id for row in others}
            more = articles_of(strong) > articles_of(weak)
            if strong and not here and (more or case.akin(weak[0], strong[0])) and not _one_name(*pair):
                here_in, there_in = (rows[0].unit.replace("_", " ") for rows in (weak, strong))
                message = f"{weak[0]} is in {here_in} here, and in {there_in} elsewhere: {listed(strong)}."
                yield finding("refuted" if more else "conflicting", weak[0], message, strong)


def _one_amount(one: Estimate, other: Estimate) -> bool:
    """Whether both can be one amount: of one topic, where it is told, or no number that two share by chance."""
    told = bool(one.topic) and one.topic == other.topic
    return told or (not (one.topic and other.topic) and len(_significant(one.point)) >= _CHANCE)


@cache
def _one_name(one: str, other: str) -> bool:
    """Whether two currencies are called the same at home (US and Canadian dollars)."""
    names = Locale("en").currencies
    return all(unit in names for unit in (one, other)) and names[one].split()[-1] == names[other].split()[-1]


def _bare_slips(case: Case) -> Iterator[Finding]:
    """Sums of money, and counts whose noun says nothing or says it in another language: one party's same digits on one
    day, a factor of ten or more apart."""
    rows = [row for row in case.bare if row.origin and known_day(row) and row.role == "level" and row.point >= _SMALL]
    for found in together(rows, lambda row: (row.measure, row.unit, case.source(row), f"{row.point:.0f}".rstrip("0"))):
        for episode in episodes(found, 1):
            carried = _by_point(episode)
            for one, other in combinations(sorted(carried), 2):
                weak, strong = sorted(
                    (carried[one], carried[other]), key=lambda rows: (articles_of(rows), -rows[0].stamp)
                )
                if other / one not in _SLIPS or significant_digits(one) < 2 or _two_nouns(weak[0], strong[0]):
                    continue
                if {row.article_id for row in weak} & {row.article_id for row in strong}:
                    continue
                yield _slip(weak, strong)


def _two_nouns(one: Estimate, other: Estimate) -> bool:
    """Whether both are counts of a thing that `_slips` compares, or of two things told apart in one language."""
    one_tongue = one.language == other.language or bool(one.topic and other.topic)
    told_apart = one.noun and other.noun and one_tongue
    return bool(told_apart) or (one.thing == other.thing and one.named)


def _slip(weak: list[Estimate], strong: list[Estimate]) -> Finding:
    """The slip is with the fewer articles; where both have as many, the two are in conflict."""
    verdict: Verdict = "conflicting" if articles_of(strong) == articles_of(weak) else "refuted"
    kind = slip_kind(*sorted((weak[0].point, strong[0].point)))
    who = "another article says" if articles_of(strong) == 1 else "others say"
    message = f"{weak[0]} looks like a slip ({kind}): {who} {listed(strong)}."
    return finding(verdict, weak[0], message, [*strong, *weak])


def _slips(case: Case, episode: list[Estimate]) -> Iterator[Finding]:
    carried = _by_point(episode)
    points = sorted(carried)
    for number, one in enumerate(points):
        for other in _slipped_from(one, points[number + 1 :]):
            weak, strong = sorted((carried[one], carried[other]), key=lambda rows: (articles_of(rows), -rows[0].stamp))
            days = min(abs(weak[0].day - row.day) for row in strong)
            if days > 1 or (days and other / one not in _SLIPS):
                continue
            here = {row.article_id for row in weak} & {row.article_id for row in strong}
            if not any(case.akin(weak[0], row) for row in strong) or (here and other / one in _SLIPS):
                continue
            tie = articles_of(strong) == articles_of(weak)
            if tie and not case.same_origin(weak[0], strong[0]):
                continue
            yield _slip(weak, strong)


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
    round_ones = _round(digits)
    return {float(swap) for swap in swaps if swap[0] != "0" and swap != digits and not (round_ones and _round(swap))}


def _round(digits: str) -> bool:
    return len(digits.rstrip("0")) < 3  # 1,200 and 2,100 are two counts, 1,234 and 1,243 a slip, and 140 and 104


def slip_kind(low: float, high: float) -> str:
    """In words, what kind of slip leads from one number to the other; empty if none does."""
    for factor in _SLIPS:
        if low >= _SMALL and low * factor == high:
            return f"a factor of {factor:,}"
    return _SWAP if high in _swapped(low) else ""


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
    if {row.article_id for row in one} & {row.article_id for row in other}:
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
    one_count = any({strangers[0].measure, owners[0].measure} <= same for same in _ONE_COUNT)
    unmistakable = significant_digits(strangers[0].point) >= _UNMISTAKABLE
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
            if any({row.measure, own.measure} <= same for same in _ONE_COUNT):
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


def _significant(number: float) -> str:
    """A number's digits without the zeros at its ends, and without a point."""
    return f"{number:.15g}".replace(".", "").strip("0") if number % 1 else f"{number:.0f}".rstrip("0")


def sums(case: Case) -> Iterator[Finding]:
    """Killed and wounded against casualties, and parts against their total, in one article, for one origin and day.

    A part above its total is refuted; a sum that the total, bounds and tolerance included, doesn't allow is in conflict
    (unless missing or captured people may make up the difference); figures that make their total to the digit support
    it, also two of one or two articles whose total stands in another one of that day, or two or three of different
    origins right beside their total. Can't see why a sum is wrong.
    """
    rows = [row for row in case.estimates if row.role == "level" and known_day(row)]
    added: set[str] = set()
    voice = _voices(rows)
    for found in together(rows, lambda row: (row.article_id, voice(row), row.day, row.group[0], row.group[3])):
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
    low, high = killed.low + wounded.low, killed.high + wounded.high
    rest = any(row.measure in ("missing", "captured") for row in found)
    if low > total.high or (high < total.low and not rest):
        message = f"{killed} and {wounded} make {killed.point + wounded.point:,.0f}, not {total}."
        yield finding("conflicting", total, message, [killed, wounded])


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
    """A count that can only grow (killed, wounded, casualties, arrested, rescued) and is lower later on.

    Compares an origin's figures of one named group, or in one story, with its highest earlier one, bounds and
    tolerance included. What may be or is expected is no count. A figure that the origin had given before is left to
    `stale_figure`. Can't see whether it fell
    for a good reason (duplicates removed), which is why this is a conflict and no refutation.
    """
    rows = [
        row
        for row in case.estimates
        if row.measure in _FALLING and row.role == "level" and row.origin and known_day(row) and row.told
    ]
    for series in together(rows, lambda row: (row.thing, row.origin)):
        yield from _falls(series)


def _falls(series: list[Estimate]) -> Iterator[Finding]:
    """Counts below an earlier one: of several, below that of the most articles, since the highest may be a slip."""
    carriers = {point: articles_of(rows) for point, rows in _by_point(series).items()}
    peak: Estimate | None = None
    usual: Estimate | None = None
    said: set[float] = set()
    reported: set[tuple[str, float]] = set()
    for row in series:
        key = (row.article_id, row.point)
        earlier = next((one for one in (usual, peak) if one is not None and _fallen(row, one)), None)
        if earlier is not None and row.point not in said and key not in reported:
            reported.add(key)
            message = (
                f"{row} is less than {earlier}, which {row.origin_name} had counted before; such a count doesn't fall."
            )
            yield finding("conflicting", row, message, [earlier])
        if peak is None or row.low > peak.low:
            peak = row
        if usual is None or (carriers[row.point], row.low) > (carriers[usual.point], usual.low):
            usual = row
        said.add(row.point)


def _fallen(row: Estimate, earlier: Estimate) -> bool:
    """Whether a count is below an earlier one of the same event, bounds and tolerance included."""
    same = row.named or row.story == earlier.story
    return (
        (row.high < earlier.low or _lower_floor(row, earlier)) and same and 0 < row.day - earlier.day <= _FALLS_WITHIN
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
        carried = _by_point(found)
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
    return row.point >= _SMALL or bool(row.topic)


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
