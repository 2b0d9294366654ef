"""Checks of what gets lost on the way: the hedge, the mood, the source, the measure."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from itertools import chain, combinations

from factkit.comparison.checks.case import (
    Case,
    Finding,
    articles_of,
    disjoint,
    episodes,
    finding,
    known_day,
    listed,
    of_one_number,
    others_say,
    significant_digits,
    together,
    told_on,
)
from factkit.comparison.checks.estimate import MINUTES, Estimate
from factkit.comparison.checks.tellings import nothing_apart, one_count, tellings
from factkit.comparison.things import TOLL

_LARGE = 50  # numbers below it are the same by chance too often
_TOLD_BY_ONE = 100  # numbers of a story from here on are somebody's count
_THOUSAND = 1000
_MILLION = 1_000_000
_WEEK = 7
_MONTH = 31
_NEAR = 3
_LIMITS = ("floor", "ceiling")
_CONFUSED = ("killed", "wounded")
_COUNTED_IN = ("killed", "wounded", "missing")
_ADDED = (("killed", "wounded"), ("killed", "missing"))  # counts whose sum is taken for one of them


def hedge_changed(case: Case) -> Iterator[Finding]:
    """A figure whose bound was lost, added or turned round on the way ("at least 100" told as "100").

    Compares articles that give the same number of the same origin, or in one story: a bound that was lost within a
    month, or is another one within a week; the bound that fewer have is told as changed. An "about" counts as the bound
    unless more articles leave it out. In one article, a first mention with another bound than all later ones counts,
    too. Recalled figures are left to `recalled_figure`. Can't see who changed it.
    """
    reported: set[str] = set()
    of_stories = tellings(case, (row for row in case.every if row.bound in ("exact", *_LIMITS)))
    of_one_origin = chain(_of_one_origin(case), _bare_of_one_origin(case))
    in_stories = ((found, 1 if _of_one_toll(found) else 2) for found in of_stories)
    for episode, least in chain(((found, 1) for found in of_one_origin), in_stories):
        for changed in _between_articles(episode, least):
            if changed.figure_id not in reported:
                reported.add(changed.figure_id or "")
                yield changed
    for found in together(case.estimates, lambda row: (row.article_id, row.unit, row.role, row.point)):
        places = sorted(found, key=lambda row: row.start)
        if case.in_headline(places[0]):
            yield from _first_mention([places[0], *(row for row in places[1:] if _headed(places[0], row))])
        else:
            for told in together(places, lambda row: (row.measure, row.thing, row.day)):
                yield from _first_mention(sorted(told, key=lambda row: row.start))


def _of_one_toll(rows: list[Estimate]) -> bool:
    """Whether all tell of one thing in one measure of a small toll, or one sum of one topic: no two such numbers of a
    story agree by chance."""
    of_something = all(row.measure in TOLL and row.point < _THOUSAND for row in rows) or bool(rows[0].topic)
    return of_something and len({row.thing for row in rows}) == 1


def _of_one_origin(case: Case) -> Iterator[list[Estimate]]:
    """Figures of one thing, number and origin, without a month's gap."""
    rows = [row for row in case.estimates if _bounded(row)]
    for found in together(rows, lambda row: (*of_one_number(row), case.source(row))):
        yield from episodes(found, _MONTH)


def _bare_of_one_origin(case: Case) -> Iterator[list[Estimate]]:
    """Sums of money, and counts whose nouns are of two languages, of one origin and number, within a week."""
    rows = [row for row in case.bare if _bounded(row) and significant_digits(row.point) > 1]
    for found in together(rows, lambda row: (row.measure, row.unit, row.role, row.point, case.source(row))):
        for episode in episodes(found, _WEEK):
            nouns = Counter(row.language for row in {(row.language, row.noun): row for row in episode}.values())
            if max(nouns.values()) == 1:
                yield episode


def _bounded(row: Estimate) -> bool:
    return bool(row.origin) and row.point >= _LARGE / 5 and row.bound not in ("vague", "between")


def _between_articles(episode: list[Estimate], least: int) -> Iterator[Finding]:
    """The figures whose bound is another one than that of the others, who are at least so many articles."""
    homes: dict[str, set[str]] = {}
    for row in episode:
        homes.setdefault(row.article_id, set()).add(row.bound)
    single = {home: next(iter(bounds)) for home, bounds in homes.items() if len(bounds) == 1}
    votes = Counter(bound for bounds in homes.values() for bound in bounds)
    if len(votes) < 2 or max(votes.values()) < least:
        return
    first = {row.bound: row.stamp for row in reversed(episode)}
    usual = max(votes, key=lambda bound: (votes[bound], bound != "exact", -first[bound], bound))
    reported: set[str] = set()
    for row in episode:
        bound = single.get(row.article_id)
        if bound is None or bound == usual or row.article_id in reported or (least > 1 and not row.origin):
            continue
        if not (usual in _LIMITS or bound in _LIMITS or usual == "about"):
            continue
        others = [other for other in episode if other.bound == usual and other.article_id != row.article_id]
        if bound != "exact" and min(abs(other.day - row.day) for other in others) > _WEEK:
            continue  # a month on, only a hedge that is lost is one: another one may be another estimate's
        if row.recalled and not all(other.recalled and _told_together(row, other) for other in episode):
            continue  # `recalled_figure` holds it against what was told at the time
        if not row.recalled and all(other.recalled and other.stamp > row.stamp for other in others):
            continue
        reported.add(row.article_id)
        message = f"{row} {row.saying}, where {others_say(others)}: {listed(others)}."
        yield finding("conflicting", row, message, others)


def _told_together(row: Estimate, other: Estimate) -> bool:
    return abs(row.stamp - other.stamp) <= _WEEK * MINUTES


def _headed(head: Estimate, row: Estimate) -> bool:
    """Whether a figure of the body is what the headline has: the same thing, or a number too large for chance."""
    same = row.thing[0] == head.thing[0] or (head.point >= _LARGE and one_count(head, row))
    return same and (row.day == head.day or not head.dated)


def _first_mention(found: list[Estimate]) -> Iterator[Finding]:
    first, later = found[0], [row for row in found if row.start != found[0].start]
    bounds = {row.bound for row in later}
    if later and first.bound not in bounds and "exact" not in bounds and (first.bound == "exact" or len(bounds) == 1):
        message = f"{first} {first.saying}, where the same article, further down, {later[0].saying}: “{later[0].text}”."
        yield finding("conflicting", first, message, later)


def modality_changed(case: Case) -> Iterator[Finding]:
    """A figure hedged in one place and asserted in another: a headline against the body, a plan or a denial told as
    done.

    Compares the mood of the same figure within one article, and, for one origin within a day (three for deployments and
    for what a sum is of), what one article tells as planned, likely or denied with what another tells as a fact, and
    within three days what may come with what will; for the same number of one story also where an article names
    nobody. Can't see hedges that stand in another sentence.
    """
    rows = (*case.estimates, *_sums(case), *case.denied)
    for found in together(rows, lambda row: (row.article_id, row.thing, row.role, row.point)):
        places = sorted(found, key=lambda row: row.start)
        of_days = [places] if case.in_headline(places[0]) else together(places, lambda row: row.day)
        for told_at_once in of_days:
            yield from _of_two_moods(sorted(told_at_once, key=lambda row: row.start))
    told: set[str | None] = set()
    for mood, firmer in _OPEN:
        for episode in _retellings(case, rows, mood, firmer):
            for changed in _other_mood(case, episode, mood, firmer):
                if changed.figure_id not in told:
                    told.add(changed.figure_id)
                    yield changed


def _of_two_moods(places: list[Estimate]) -> Iterator[Finding]:
    """What an article first gives in one mood and only in another one further down."""
    first = places[0]
    others = [row for row in places if _mood(row) != _mood(first) and row.start != first.start]
    moods = {_mood(first), *map(_mood, others)}
    if not others or not moods <= {"hedged", "denied", "done"} or "done" not in moods:
        return
    if "denied" in moods and any(row.origin and row.origin != others[0].origin for row in (first, *others)):
        return  # one party denies what the other says
    first_mood, other_mood = _TOLD[_mood(first)], _TOLD[_mood(others[0])]
    message = f"{first} is told as {first_mood} where the article first gives it, and as {other_mood} further down."
    yield finding("conflicting", first, message, others)


def _retellings(case: Case, rows: Iterable[Estimate], mood: str, firmer: str) -> Iterator[list[Estimate]]:
    """One party's same number of one thing within a day or a few, and the same number in one story."""
    for found in together(rows, lambda row: _retold(case, row)):
        slow = firmer == "planned" or found[0].measure in _MOVES or (mood == "hedged" and found[0].topic)
        yield from episodes(sorted(found, key=told_on), _NEAR if slow else 1, on=told_on)
    # A thing that no measure tells is in a planned clause for its own reasons ("the house with 500 beds is to close").
    counts = (row for row in case.every if mood == "hedged" or row.measure != "other")
    for told in tellings(case, counts) if mood != "denied" else ():
        slow = firmer == "planned" or all(row.measure in _MOVES for row in told)
        yield from episodes(sorted(told, key=told_on), _NEAR if slow else 1, on=told_on)


_MOVES = ("planned_deployment", "deployed")
# What sums are of that every telling gives beforehand: "will cost" or "costs", "will pay" or "announced".
_FORETOLD = ("cost", "budget", "compensation", "aid", "investment", "price", "savings", "subsidy", "loan")
_OPEN = (("planned", "done"), ("hedged", "done"), ("denied", "done"), ("hedged", "planned"))
_TOLD = {"planned": "planned", "hedged": "likely or hearsay", "denied": "denied", "done": "a fact"}


def _retold(case: Case, row: Estimate) -> Hashable:
    """The same for one party's same number of the same thing, whether it is told as planned or as done."""
    if not row.origin or not known_day(row) or row.recalled or row.point < _LARGE / 5:
        return None
    what = _MOVES if row.measure in _MOVES else (row.measure, row.unit) if row.measure == "money" else row.thing[0]
    group = row.group[:3] if _is_round(row.point) else ()
    return what, row.role, row.point, group, case.source(row)


def _sums(case: Case) -> Iterator[Estimate]:
    """Sums of money of which the text doesn't say for what, of more than one digit before the zeros, or of millions
    that somebody tells."""
    for row in case.bare:
        if row.measure == "money" and not row.noun:
            if significant_digits(row.point) > 1 or (row.origin and row.point >= _MILLION):
                yield row


def _mood(row: Estimate) -> str:
    moods = (row.modality, row.claim_modality)
    if row.measure == "planned_deployment" or "planned" in moods:
        return "planned"
    if "denied" in moods:
        return "denied"
    return "done" if row.modality == "asserted" == (row.claim_modality or "asserted") else "hedged"


def _other_mood(case: Case, episode: list[Estimate], open_mood: str, firmer: str) -> Iterator[Finding]:
    """What some tell as open and others as done (or decided), in articles of which none tells it both ways."""
    still, done = ([row for row in episode if _mood(row) == mood] for mood in (open_mood, firmer))
    done = [row for row in done if still and _of_one_voice(case, row, still[0])]
    if not still or not done or {row.article_id for row in still} & {row.article_id for row in done}:
        return
    if "planned" in (open_mood, firmer) and any(row.topic in _FORETOLD for row in episode):
        return
    rare = articles_of(still) < articles_of(done)
    if rare and open_mood == "hedged":
        return  # one who is more careful than the others loses nothing
    weak, strong = (still, done) if rare else (done, still)
    told, otherwise = _TOLD[_mood(weak[0])], _TOLD[_mood(strong[0])]
    who = "others tell" if articles_of(strong) > 1 else "another article tells"
    message = f"{weak[0]} is told as {told}, where {who} it as {otherwise}: {listed(strong)}."
    yield finding("conflicting", weak[0], message, strong)


def _of_one_voice(case: Case, done: Estimate, still: Estimate) -> bool:
    """Whether what is told as a fact may be what the other is told of: of one party, or of nobody named."""
    return case.same_origin(done, still) or not done.origin or not still.origin


def attribution_lost(case: Case) -> Iterator[Finding]:
    """A figure told in the writer's own voice that other articles, within a week, attribute to somebody.

    Compares figures of the same thing that are about something named or no round number; a round one only where the
    mood is the same, since a forecast of 20,000 is no source for a count of 20,000. Silent where the article names
    one of those sources for any of its figures, or by its own name anywhere, or whose sentence
    names a body of the kind, and on figures recalled with their date.
    Can't see attributions that a reader infers from the paragraph.
    """
    heard: dict[str, set[int]] = {}
    for row in chain(case.estimates, case.bare):
        heard.setdefault(row.article_id, set()).update({row.origin, row.speaker} - {0})
    rows = (row for row in case.estimates if row.specific and row.point >= _LARGE / 5 and row.role != "change")
    alike = (
        *together(rows, lambda row: (row.thing, row.role, row.point)),
        *together(_sums(case), lambda row: (row.story, row.unit, row.role, row.point)),
    )
    spells = (episode for found in alike for episode in episodes(found, _WEEK))
    of_stories = tellings(case, (row for row in case.every if row.role != "change" and row.point >= _TOLD_BY_ONE))
    told: set[tuple[str, float]] = set()
    for episode in chain(spells, of_stories):
        yield from _own_voice(case, episode, heard, told)


def _own_voice(
    case: Case, episode: list[Estimate], heard: dict[str, set[int]], told: set[tuple[str, float]]
) -> Iterator[Finding]:
    every = [row for row in episode if row.origin]
    sources = {code for row in every for code in (row.origin, row.speaker)}
    for row in episode:
        attributed = [other for other in every if not _is_round(row.point) or other.modality == row.modality]
        silent = (
            row.claim_id
            or row.origin
            or row.recalled
            or (row.article_id, row.point) in told
            or sources & heard[row.article_id]
        )
        silent = silent or case.names_one(row, sources) or (row.measure == "arrested" and case.police(sources))
        if attributed and not silent:
            told.add((row.article_id, row.point))
            origins = " and ".join(sorted({other.origin_name for other in attributed})[:3])
            verb = "attribute" if len(attributed) > 1 else "attributes"
            who = "others" if len(attributed) > 1 else "another article"
            message = f"{row} is told in the writer's own voice; {who} {verb} it to {origins}: {listed(attributed)}."
            yield finding("not_enough_evidence", row, message, attributed)


def _is_round(number: float) -> bool:
    """Whether a number has at most two digits before its zeros."""
    return significant_digits(number) <= 2


def measure_confusion(case: Case) -> Iterator[Finding]:
    """Casualties told as deaths, wounded as the total or missing as dead: one number of one origin under two of these
    measures.

    Compares articles within three days, and articles of no known day with those of the one time that has the number.
    Refuted where the origin has another figure for that measure at the time, or where the number is the sum of that
    count and another one that the origin gives elsewhere (dead and missing told as dead); in conflict where only more
    articles say otherwise. Silent where one article gives the number for both measures. Can't see a confusion that all
    articles share.
    """
    toll = [row for row in case.estimates if row.measure in (*TOLL, "missing") and row.role == "level"]
    by_thing: dict[object, list[Estimate]] = {}
    for row in filter(known_day, toll):
        by_thing.setdefault((row.thing, row.day // _NEAR), []).append(row)
    found_before: set[str | None] = set()
    large = [row for row in toll if row.point >= _LARGE]
    for found in chain(together(large, lambda row: (row.point, row.group)), together(large, _of_one_story)):
        undated = [row for row in found if not known_day(row) and row.origin]
        spells = list(episodes([row for row in found if known_day(row)], _NEAR, shortest=1))
        for episode in spells:
            for one in _confused(case, [*episode, *undated] if len(spells) == 1 else episode, by_thing):
                if one.figure_id not in found_before:
                    found_before.add(one.figure_id)
                    yield one
    for one in _added_up(case, [row for row in case.estimates if row.measure in _COUNTED_IN]):
        if one.figure_id not in found_before:
            yield one


def _of_one_story(row: Estimate) -> Hashable:
    """The same for one number of people in one story, whatever is said to have happened to them, and wherever."""
    return (row.point, row.group[:3], row.story) if row.story else None


def _added_up(case: Case, toll: list[Estimate]) -> Iterator[Finding]:
    """Dead (or wounded) whose number is that of an origin's dead and wounded, or dead and missing, taken together."""
    rows = [row for row in toll if known_day(row) and row.role == "level" and not row.part and not row.recalled]
    told: dict[tuple[int, int, str], dict[str, Estimate]] = {}
    for row in rows:
        told.setdefault((row.story, case.source(row), row.article_id), {}).setdefault(row.measure, row)
    sums: dict[Hashable, list[tuple[Estimate, Estimate]]] = {}
    for (story, source, _), counts in told.items():
        for names in _ADDED:
            one, other = (counts.get(name) for name in names)
            if one is not None and other is not None and abs(one.day - other.day) <= _NEAR:
                sums.setdefault((story, source, one.point + other.point), []).append((one, other))
    for row in rows:
        for one, other in sums.get((row.story, case.source(row), row.point), ()):
            mine = row.measure in _CONFUSED and row.article_id != one.article_id and abs(row.day - one.day) <= _NEAR
            if mine and row.point >= _LARGE / 5 and row.measure in (one.measure, other.measure):
                message = f"{row} is what others count as {one} and {other} together."
                yield finding("refuted", row, message, [one, other])
                break


def _confused(case: Case, episode: list[Estimate], by_thing: dict[object, list[Estimate]]) -> Iterator[Finding]:
    told: dict[str, list[Estimate]] = {}
    for row in episode:
        told.setdefault(row.measure, []).append(row)
    for measures in combinations(sorted(told), 2):
        one, other = (told[measure] for measure in measures)
        if {row.article_id for row in one} & {row.article_id for row in other}:
            continue
        ways = [(weak, *_taken(case, weak, strong, by_thing)) for weak, strong in ((one, other), (other, one))]
        for weak, others, rivals in sorted(ways, key=lambda way: -_side_by_side(*way[1:])):
            if others and rivals:
                message = (
                    f"{weak[0]} takes one count for another: others give the number as {listed(others)}, "
                    f"and for {weak[0].measure} {listed(rivals)}."
                )
                yield finding("refuted", weak[0], message, [*others, *rivals])
                break
        else:
            weak, strong = sorted((one, other), key=lambda rows: (articles_of(rows), -rows[0].stamp))
            if articles_of(strong) > articles_of(weak) and case.same_origin(weak[0], strong[0]):
                yield finding(
                    "conflicting", weak[0], f"{weak[0]} is told as another count elsewhere: {listed(strong)}.", strong
                )


def _taken(
    case: Case, weak: list[Estimate], strong: list[Estimate], by_thing: dict[object, list[Estimate]]
) -> tuple[list[Estimate], list[Estimate]]:
    """Who gives the number as another count, and what they give for the count that it is told as."""
    row = weak[0]
    others = [
        other
        for other in strong
        if (row.origin or other.origin) and case.akin(other, row) and nothing_apart(other, row)
    ]
    return others, [rival for rival in _near(row, strong[0].day, by_thing) if _rival(case, rival, row, others)]


def _side_by_side(others: list[Estimate], rivals: list[Estimate]) -> bool:
    """Whether one article has both, the number as another count and another number for this one."""
    return not {row.article_id for row in others}.isdisjoint(row.article_id for row in rivals)


def _near(row: Estimate, day: int, by_thing: dict[object, list[Estimate]]) -> Iterator[Estimate]:
    """Figures of a row's thing from about its day; if that is unknown, from about `day`."""
    day = row.day if known_day(row) else day
    for step in (-1, 0, 1):
        nearby = by_thing.get((row.thing, day // _NEAR + step), ())
        yield from (other for other in nearby if abs(other.day - day) <= _NEAR)


def _rival(case: Case, rival: Estimate, row: Estimate, others: list[Estimate]) -> bool:
    """Whether the origin that gives the number as another count gives another number for this one."""
    apart = rival.article_id != row.article_id and disjoint(rival, row)
    return apart and any(case.same_origin(rival, other) or _side_by_side([rival], [other]) for other in others)
