"""Each check against made cases: at least ten that must fire and ten that mustn't."""

import pandas as pd
import pytest
from comparison_factories import estimate as e
from comparison_factories import table
from comparison_factories import unattributed as u

from factkit.comparison.checks import DEFAULT, Case, make_case, run_checks
from factkit.comparison.checks.numbers import (
    falling_count,
    internal_conflict,
    same_briefing,
    sums,
)
from factkit.comparison.checks.quotes import quote_drift
from factkit.comparison.checks.recall import recalled_figure, stale_figure
from factkit.comparison.checks.slips import number_slip
from factkit.comparison.checks.transmission import (
    attribution_lost,
    hedge_changed,
    measure_confusion,
    modality_changed,
)

NO_CLAIMS = pd.DataFrame(
    {
        name: pd.Series(dtype=object)
        for name in ("claim_id", "article_id", "kind", "content", "speaker", "language", "published", "outlet")
    }
)
WOUNDED = {"measure": "wounded"}
NEXT = "2025-05-01"
HUR = {"origin_id": "hur", "origin_name": "HUR", "speaker_id": "hur", "speaker_name": "HUR"}
BRIEFED = {"origin_id": "lee", "origin_name": "Lee Seong-kweun"}  # who elsewhere passes on the service's figures
DIRECT = {"speaker_id": "nis", "speaker_name": "National Intelligence Service"}


def case_of(*rows) -> Case:
    return make_case(table(*rows), NO_CLAIMS)


def verdicts(check, *rows) -> list[str]:
    return [finding.verdict for finding in check(case_of(*rows))]


def back(number, **given):
    """A figure recalled in September for April."""
    defaults = {
        "day": "2025-09-03",
        "on": "2025-04-30",
        "article_id": "late",
        "outlet": "Observator",
        "as_of": "2025-04",
        "as_of_start": "2025-04-01",
        "as_of_end": "2025-04-30",
    }
    return e(number, **{**defaults, **given})


TURNOUT = {"measure": "percent", "unit": "percent", "role": "share", "topic": "turnout", "counted": pd.NA}
RATE = {**TURNOUT, "topic": "inflation"}
REVENUE = {"measure": "money", "unit": "EUR", "topic": "revenue", "counted": pd.NA}
ATTENDING = {"measure": "attendance"}
SUM = {"measure": "money", "unit": "EUR", "counted": pd.NA}
DAMAGE = {"measure": "money", "unit": "EUR", "topic": "damage", "counted": pd.NA}


def then(number=600, article="b", **given):
    return e(number, **{"day": "2025-04-30", "article_id": article, "outlet": f"Paper {article}", **given})


RECALLED = [
    ("same number", [back(600), then()], ["supported"]),
    ("same number, same bound", [back(600, relation="about"), then(relation="about")], ["supported"]),
    ("passed on the way", [back(600), then(300, day="2025-04-02"), then(900, "c")], ["supported"]),
    (
        "the toll, of the civilians told of beside it",
        [
            back(5100, counted=pd.NA),
            e(1900, counted="civilians", day="2025-09-03", article_id="late"),
            then(510, counted="civilians"),
        ],
        ["refuted"],
    ),
    ("two figures on one day are no way", [back(600), then(300), then(900, "c")], ["refuted"]),
    ("another origin alone", [back(600), then(900, **HUR)], ["not_enough_evidence"]),
    (
        "in nobody's name, beside the figures of one origin alone",
        [
            back(900, origin_id=pd.NA, origin_name=pd.NA, speaker_id=pd.NA, speaker_name=pd.NA, counted=pd.NA),
            e(2000, day="2025-09-03", article_id="late", counted=pd.NA),
            then(counted=pd.NA),
        ],
        ["refuted"],
    ),
    (
        "what was itself first told in the month after",
        [back(54.3, **TURNOUT), back(61.2, day="2025-05-15", article_id="b", **TURNOUT)],
        ["refuted"],
    ),
    ("about dropped", [back(600), then(relation="about")], ["supported"]),
    ("a count of somebody", [back(2, measure="other", counted="countries")], []),
    ("bound changed", [back(600, relation="at_least"), then(relation="about")], ["conflicting"]),
    ("bound added", [back(600, relation="up_to"), then()], ["conflicting"]),
    ("number changed", [back(60), then()], ["refuted"]),
    ("number raised", [back(6000), then()], ["refuted"]),
    ("another measure then", [back(4700), then(600), then(4700, measure="casualties")], ["refuted"]),
    ("a sum of money that the party gave otherwise", [back(310e6, **SUM), then(340e6, **SUM)], ["conflicting"]),
    ("a sum of money as the party gave it", [back(340e6, **SUM), then(340e6, **SUM)], ["supported"]),
    ("one of several sums of money", [back(310e6, **SUM), then(340e6, **SUM), then(125e6, **SUM)], []),
    ("another measure then, killed unknown", [back(4700), then(4700, measure="casualties")], ["refuted"]),
    ("no article of that time", [back(600), then(day="2024-12-20")], ["not_enough_evidence"]),
    ("nothing at all", [back(600)], ["not_enough_evidence"]),
    (
        "another language",
        [back(600, language="ro", counted="militari nord-coreeni"), then(language="ko", counted="북한군")],
        ["supported"],
    ),
    ("origin unknown then", [back(600), u(600, day="2025-04-30", article_id="b")], ["supported"]),
    ("a floor of that time allows it", [back(600), then(500, relation="at_least")], ["supported"]),
    ("several figures that month, one fits", [back(600), then(300, day="2025-04-02"), then(600, "c")], ["supported"]),
    ("reported on 2 May", [back(600), then(day="2025-05-02")], ["supported"]),
]
NOT_RECALLED = [
    (
        "a rate of the month before",
        [back(4.2, **RATE), then(5.1, day="2025-05-02", **RATE)],
    ),
    ("current figure", [e(600), then()]),
    ("as of the day before", [e(600, on="2025-04-29"), then()]),
    ("as of last week's end", [e(600, day="2025-04-30", on="2025-04-24"), then()]),
    ("undated old figure", [e(600, day="2025-09-03"), then()]),
    ("an increment", [back(600, role="increment"), then(60)]),
    ("a change", [back(600, role="change"), then(60)]),
    ("a share", [back(60, role="share", unit="percent", measure="percent"), then()]),
    ("a denied figure", [back(600, modality="denied"), then(60)]),
    ("a vague figure", [back(float("nan"), relation="vague"), then()]),
    ("no publication date", [back(600, day=None, on="2025-04-30"), then()]),
]
STALE = [
    (
        "the first sum after the second",
        [
            then(3e9, **DAMAGE),
            e(4e9, day="2025-05-20", article_id="c", **DAMAGE),
            e(3e9, day="2025-06-04", article_id="d", **DAMAGE),
        ],
    ),
    (
        "a count to the digit, a little higher since",
        [then(126), e(131, day="2025-05-02", article_id="c"), e(126, day="2025-05-12", article_id="d")],
    ),
    (
        "April's number in November",
        [then(), e(2000, day="2025-09-02", article_id="c"), e(600, day="2025-11-04", article_id="d")],
    ),
    (
        "with a floor",
        [
            then(),
            e(2000, day="2025-09-02", article_id="c"),
            e(600, day="2025-11-04", article_id="d", relation="at_least"),
        ],
    ),
    ("nobody named", [then(), e(2000, day="2025-09-02", article_id="c"), u(600, day="2025-11-04", article_id="d")]),
    (
        "two revisions",
        [
            then(),
            e(900, day="2025-06-02", article_id="x"),
            e(2000, day="2025-09-02", article_id="c"),
            e(600, day="2025-11-04", article_id="d"),
        ],
    ),
    (
        "casualties",
        [
            then(3000, measure="casualties"),
            e(4700, day="2025-05-20", article_id="c", measure="casualties"),
            e(3000, day="2025-06-04", article_id="d", measure="casualties"),
        ],
    ),
    (
        "revised downwards",
        [
            then(6000, measure="wounded"),
            e(4000, day="2025-05-20", article_id="c", measure="wounded"),
            e(6000, day="2025-06-04", article_id="d", measure="wounded"),
        ],
    ),
    ("four days later", [then(), e(2000, day="2025-05-10", article_id="c"), e(600, day="2025-05-14", article_id="d")]),
    (
        "in another language",
        [
            then(),
            e(2000, day="2025-09-02", article_id="c"),
            e(600, day="2025-11-04", article_id="d", language="fr", counted="soldats nord-coréens"),
        ],
    ),
    (
        "deployed",
        [
            then(3000, measure="deployed"),
            e(10900, day="2025-05-20", article_id="c", measure="deployed"),
            e(3000, day="2025-07-01", article_id="d", measure="deployed"),
        ],
    ),
    (
        "unnamed group, same origin",
        [
            then(605, counted="people"),
            e(2011, day="2025-09-02", article_id="c", counted="people"),
            e(605, day="2025-11-04", article_id="d", counted="people"),
        ],
    ),
]
NOT_STALE = [
    (
        "a rate that comes back",
        [
            then(4.2, **RATE),
            e(5.1, day="2025-05-20", article_id="c", **RATE),
            e(4.2, day="2025-06-20", article_id="d", **RATE),
        ],
    ),
    (
        "a rounded count, a little higher since",
        [then(120), e(130, day="2025-05-02", article_id="c"), e(120, day="2025-05-12", article_id="d")],
    ),
    ("never revised", [then(), e(600, day="2025-11-04", article_id="d")]),
    (
        "recalled with its date",
        [then(), e(2000, day="2025-09-02", article_id="c"), back(600, day="2025-11-04", article_id="d")],
    ),
    (
        "the new figure beside it",
        [
            then(),
            e(2000, day="2025-09-02", article_id="c"),
            e(600, day="2025-11-04", article_id="d"),
            e(2000, day="2025-11-04", article_id="d"),
        ],
    ),
    (
        "revised the day before",
        [then(), e(2000, day="2025-09-02", article_id="c"), e(600, day="2025-09-03", article_id="d")],
    ),
    (
        "another origin's revision",
        [then(), e(2000, day="2025-09-02", article_id="c", **HUR), e(600, day="2025-11-04", article_id="d")],
    ),
    (
        "another measure's revision",
        [
            then(),
            e(4700, measure="casualties", day="2025-09-02", article_id="c"),
            e(600, day="2025-11-04", article_id="d"),
        ],
    ),
    (
        "another group",
        [
            then(),
            e(2000, day="2025-09-02", article_id="c"),
            e(600, day="2025-11-04", article_id="d", counted="Russian soldiers"),
        ],
    ),
    (
        "rounding of the same count",
        [then(600), e(620, day="2025-09-02", article_id="c"), e(600, day="2025-11-04", article_id="d")],
    ),
    (
        "attendance doesn't add up",
        [
            then(600, measure="attendance"),
            e(2000, measure="attendance", day="2025-09-02", article_id="c"),
            e(600, measure="attendance", day="2025-11-04", article_id="d"),
        ],
    ),
    (
        "nobody named, and another's number",
        [
            then(),
            e(2000, day="2025-09-02", article_id="c"),
            e(600, day="2025-09-05", article_id="g", **HUR),
            u(600, day="2025-11-04", article_id="d"),
        ],
    ),
    ("a first mention", [e(2000, day="2025-09-02", article_id="c"), e(700, day="2025-11-04", article_id="d")]),
    (
        "an increment",
        [then(), e(2000, day="2025-09-02", article_id="c"), e(600, day="2025-11-04", article_id="d", role="increment")],
    ),
]
CASUALTIES = {"measure": "casualties"}
CONFUSED = [
    ("casualties told as deaths", [then(4700, **CASUALTIES), then(600), e(4700, article_id="x")], ["refuted"]),
    (
        "wounded told as the total",
        [then(2700, measure="wounded"), then(3000, **CASUALTIES), e(2700, article_id="x", **CASUALTIES)],
        ["refuted"],
    ),
    (
        "killed told as casualties",
        [then(300), then(3000, **CASUALTIES), e(300, article_id="x", **CASUALTIES)],
        ["refuted"],
    ),
    ("nobody named", [then(4700, **CASUALTIES), then(600), u(4700, article_id="x")], ["refuted"]),
    ("dead and wounded told as dead", [then(212), then(640, **WOUNDED), e(852, article_id="x")], ["refuted"]),
    (
        "dead and missing told as dead",
        [then(212), then(64, measure="missing"), e(276, article_id="x")],
        ["refuted"],
    ),
    ("next day", [then(4700, **CASUALTIES), then(600), e(4700, article_id="x", day="2025-05-01")], ["refuted"]),
    (
        "in another language",
        [then(4700, **CASUALTIES), then(600), e(4700, article_id="x", language="ro", counted="soldați nord-coreeni")],
        ["refuted"],
    ),
    (
        "the rival figure in another article",
        [then(4700, **CASUALTIES), then(600, "c"), e(4700, article_id="x")],
        ["refuted"],
    ),
    (
        "two against one",
        [then(4700, **CASUALTIES), then(4700, "c", **CASUALTIES), e(4700, article_id="x")],
        ["conflicting"],
    ),
    (
        "three against one, wounded",
        [
            then(1000, measure="wounded"),
            then(1000, "c", measure="wounded"),
            then(1000, "d", measure="wounded"),
            e(1000, article_id="x"),
        ],
        ["conflicting"],
    ),
    (
        "by the lawmaker who passes it on",
        [then(4700, **CASUALTIES), then(600), e(4700, article_id="x", origin_id="lee", origin_name="Lee")],
        ["refuted"],
    ),
    (
        "both with a hedge",
        [
            then(4700, relation="about", **CASUALTIES),
            then(600, relation="about"),
            e(4700, relation="about", article_id="x"),
        ],
        ["refuted"],
    ),
]
NOT_CONFUSED = [
    ("both measures from one article", [then(4700, **CASUALTIES), then(4700)]),
    ("different numbers", [then(4700, **CASUALTIES), then(600), e(600, article_id="x")]),
    ("rival origins", [then(4700, **CASUALTIES), then(600), e(4700, article_id="x", **HUR)]),
    ("another group", [then(4700, **CASUALTIES), then(600), e(4700, article_id="x", counted="Russian soldiers")]),
    ("small numbers", [then(4, **CASUALTIES), then(2), e(4, article_id="x")]),
    ("weeks later", [then(4700, **CASUALTIES), then(600), e(4700, article_id="x", day="2025-08-30")]),
    ("no toll", [then(4700, measure="deployed"), then(600), e(4700, article_id="x", measure="planned_deployment")]),
    ("one against one, no rival figure", [then(4700, **CASUALTIES), e(4700, article_id="x")]),
    ("an increment", [then(4700, **CASUALTIES), then(600), e(4700, article_id="x", role="increment")]),
    ("a floor that allows it", [then(4700, **CASUALTIES), then(600, relation="at_least"), e(4700, article_id="x")]),
    (
        "nobody named, no group",
        [
            then(4700, counted="people", **CASUALTIES),
            then(600, counted="people"),
            u(4700, counted="people", article_id="x"),
        ],
    ),
]
SLIPS = [
    ("an amount of one topic", [then(2.4e9, **REVENUE), e(24e9, article_id="x", **REVENUE)], ["conflicting"]),
    ("its digits swapped", [then(69e6, **REVENUE), e(96e6, article_id="x", **REVENUE)], ["conflicting"]),
    ("those of a percentage", [then(52.4, **TURNOUT), e(54.2, article_id="x", **TURNOUT)], ["conflicting"]),
    (
        "one party's number under another measure",
        [
            then(7400, measure="workers"),
            then(7400, "c", measure="workers"),
            then(2738, "c", measure="affected"),
            e(2738, article_id="x", measure="affected"),
            e(74000, article_id="x", **ATTENDING),
        ],
        ["refuted"],
    ),
    ("factor ten", [then(2000), then(2000, "c"), e(20000, article_id="x")], ["refuted"]),
    ("a tenth", [then(2000), then(2000, "c"), e(200, article_id="x")], ["refuted"]),
    ("factor a thousand", [then(2000), then(2000, "c"), e(2000000, article_id="x")], ["refuted"]),
    ("factor a hundred", [then(2000), then(2000, "c"), e(20, article_id="x")], ["refuted"]),
    ("one against one", [then(2000), e(20000, article_id="x", day="2025-04-30T10:00")], ["conflicting"]),
    ("digits swapped", [then(19875), then(19875, "c"), e(18975, article_id="x")], ["refuted"]),
    ("last digits swapped", [then(1234), then(1234, "c"), e(1243, article_id="x")], ["refuted"]),
    ("nobody named", [then(2000), then(2000, "c"), u(20000, article_id="x")], ["refuted"]),
    ("next day, factor ten", [then(2000), then(2000, "c"), e(20000, article_id="x", day="2025-05-01")], ["refuted"]),
    (
        "the neighbour's number",
        [
            then(158165, measure="evacuated"),
            then(79717, measure="wounded"),
            e(158165, measure="wounded", article_id="x"),
        ],
        ["refuted"],
    ),
    (
        "the neighbour's number, two against one",
        [
            then(15000, measure="workers"),
            then(10900, measure="deployed"),
            then(15000, "c", measure="workers"),
            e(15000, measure="deployed", article_id="x"),
        ],
        ["refuted"],
    ),
    (
        "in another language",
        [then(2000), then(2000, "c"), e(20000, article_id="x", language="de", counted="nordkoreanische Soldaten")],
        ["refuted"],
    ),
]
SLIPS += [
    ("digits swapped in one article", [u(40462), e(40642), e(40642, article_id="x")], ["refuted"]),
    (
        "an unmistakable number of something else",
        [e(158165, **WOUNDED), e(158165, measure="evacuated", article_id="x")],
        ["conflicting"],
    ),
]
EUROS = {"measure": "money", "unit": "EUR", "counted": pd.NA}
VOTERS = {"measure": "other", "counted": "people"}
JOBS = {"measure": "other", "counted": "jobs"}
SLIPS += [
    ("millions told as billions", [then(320e6, **EUROS), e(320e9, article_id="x", **EUROS)], ["conflicting"]),
    (
        "millions told as billions, two against one",
        [then(32e6, **EUROS), then(32e6, "c", **EUROS), e(32e9, article_id="x", **EUROS)],
        ["refuted"],
    ),
    ("a tenth of the people", [then(2.4e6, **VOTERS), e(240000, article_id="x", **VOTERS)], ["conflicting"]),
    (
        "things counted in two languages",
        [then(7500, **JOBS), e(75000, measure="other", counted="Stellen", language="de", article_id="x")],
        ["conflicting"],
    ),
]
EMPLOYED = {"measure": "workers", "counted": "employees"}
FREE = {"measure": "evacuated", "counted": "people"}
SLIPS += [
    (
        "swapped where one tells of the evacuated and one of the displaced",
        [then(28471, **FREE), u(28417, measure="displaced", counted="residents", article_id="x")],
        ["conflicting"],
    ),
    (
        "a plan and what is told as done, in two languages",
        [
            then(4796, modality="planned", **JOBS),
            then(4796, "c", measure="other", counted="Stellen", language="de"),
            u(4769, measure="other", counted="postes", language="fr", article_id="x"),
        ],
        ["refuted"],
    ),
    (
        "nobody's sums, in a story",
        [u(3342, **JOBS), u(225e6, **EUROS), u(3342, article_id="x", **JOBS), u(2250e6, article_id="x", **EUROS)],
        ["conflicting"],
    ),
    (
        "one number for two measures",
        [
            then(667, measure="arrested"),
            then(190, **WOUNDED),
            e(667, measure="arrested", article_id="x"),
            e(667, article_id="x", **WOUNDED),
        ],
        ["refuted"],
    ),
    (
        "the wounded told as the dead beside them",
        [then(165), then(2007, **WOUNDED), e(2007, article_id="x"), e(2007, article_id="x", **WOUNDED)],
        ["refuted"],
    ),
]
DOLLARS = EUROS | {"unit": "USD"}
FARMS = {"measure": "other", "counted": "farms"}
SLIPS += [
    ("round numbers swapped, two against one", [then(1200), then(1200, "c"), e(2100, article_id="x")], ["refuted"]),
    (
        "round numbers of nobody's, of nouns of two languages, three against one",
        [
            *(e(3342, article_id=name, **JOBS) for name in "bcdx"),
            *(u(2300, article_id=name, **FARMS) for name in "bcd"),
            u(3200, measure="other", counted="fermes", language="fr", article_id="x", day=NEXT),
        ],
        ["refuted"],
    ),
    (
        "a count told as one on top of others",
        [
            *(e(3342, article_id=name, **JOBS) for name in "bcx"),
            *(u(187, article_id=name, measure="rescued", role="increment") for name in "bc"),
            u(178, measure="rescued", article_id="x"),
        ],
        ["refuted"],
    ),
    (
        "a sum whose currency is a slip elsewhere",
        [
            then(6.8e9, **EUROS),
            then(6.8e9, "c", **DOLLARS),
            then(6.8e9, "d", **EUROS),
            e(8.6e9, article_id="x", **EUROS),
        ],
        ["refuted"],
    ),
]
FOREST = {"measure": "other", "counted": "forest"}
LINKED, LINKS = then(3342, **JOBS), e(3342, article_id="x", **JOBS)
SLIPS += [
    (
        "euros told as dollars",
        [LINKED, then(458e6, **EUROS), LINKS, e(458e6, article_id="x", **DOLLARS)],
        ["conflicting"],
    ),
    (
        "euros told as dollars, two against one",
        [
            LINKED,
            *(then(458e6, **EUROS), then(458e6, "c", **EUROS), then(3342, "c", **JOBS)),
            *(LINKS, u(458e6, article_id="x", **DOLLARS)),
        ],
        ["refuted"],
    ),
    (
        "hectares told as acres",
        [then(1243, unit="ha", **FOREST), e(1243, unit="acre", article_id="x", **FOREST)],
        ["conflicting"],
    ),
    (
        "a rounder area, in acres",
        [LINKED, then(14000, unit="ha", **FOREST), LINKS, e(14000, unit="acre", article_id="x", **FOREST)],
        ["conflicting"],
    ),
]
NOT_SLIPS = [
    (
        "one number for two measures everywhere",
        [
            then(667, measure="arrested"),
            then(667, **WOUNDED),
            e(667, measure="arrested", article_id="x"),
            e(667, article_id="x", **WOUNDED),
        ],
    ),
    ("workers and those sent", [then(1234, **EMPLOYED), e(1234, article_id="x", measure="deployed")]),
    (
        "two parties' swapped counts",
        [u(3342, **JOBS), e(4796, **FREE), u(3342, article_id="x", **JOBS), e(4769, article_id="x", **FREE, **HUR)],
    ),
    (
        "sums of two quarters",
        [
            u(3342, **JOBS),
            u(225e6, as_of="2025-33", **EUROS),
            u(3342, article_id="x", **JOBS),
            u(2250e6, as_of="2025-34", article_id="x", **EUROS),
        ],
    ),
    (
        "dollars of two countries",
        [LINKED, LINKS, then(458e6, **DOLLARS), e(458e6, article_id="x", **{**EUROS, "unit": "CAD"})],
    ),
    ("one round number in two currencies", [LINKED, LINKS, then(50e6, **EUROS), e(50e6, article_id="x", **DOLLARS)]),
    (
        "both currencies in one article",
        [LINKED, LINKS, then(458e6, **EUROS), *(e(458e6, article_id="x", **money) for money in (EUROS, DOLLARS))],
    ),
    ("two sums of one article", [then(32e6, **EUROS), then(32e9, **EUROS)]),
    ("sums of two parties", [then(32e6, **EUROS), e(32e9, article_id="x", **EUROS, **HUR)]),
    ("sums in two currencies", [then(32e6, **EUROS), e(32e9, article_id="x", **{**EUROS, "unit": "USD"})]),
    ("sums of one digit", [then(30e6, **EUROS), e(30e9, article_id="x", **EUROS)]),
    ("sums of another day", [then(32e6, **EUROS), e(32e9, article_id="x", day="2025-05-20", **EUROS)]),
    ("nobody's sums", [u(32e6, **EUROS), u(32e9, article_id="x", **EUROS)]),
    ("jobs and houses", [then(7500, **JOBS), e(75000, measure="other", counted="houses", article_id="x")]),
    ("a denied sum", [then(32e6, **EUROS), e(32e9, article_id="x", modality="denied", **EUROS)]),
    ("a round number of something else", [e(15000, **WOUNDED), e(15000, measure="evacuated", article_id="x")]),
    (
        "an unmistakable number, of another origin",
        [e(158165, **WOUNDED), e(158165, measure="evacuated", article_id="x", **HUR)],
    ),
    ("the same number", [then(2000), then(2000, "c"), e(2000, article_id="x")]),
    ("nobody named, one against one", [then(2300), u(230, article_id="x")]),
    ("another number", [then(2000), then(2000, "c"), e(3000, article_id="x")]),
    ("factor ten, weeks apart", [then(100, day="2024-12-19"), then(1000, "c")]),
    ("factor ten of another origin", [then(2000), e(20000, article_id="x", **HUR)]),
    ("factor ten of another measure", [then(100), then(1000, measure="wounded")]),
    ("both in one article", [then(2000), then(20000)]),
    ("it grew tenfold day by day", [then(n * 100, f"d{n}", day=f"2025-04-{n:02}") for n in range(1, 11)]),
    ("small numbers", [then(2), then(2, "c"), e(20, article_id="x")]),
    ("round numbers swapped, one against one", [then(1200), e(2100, article_id="x")]),
    (
        "a toll that grows to the number with its digits swapped",
        [then(1200), then(1200, "c"), e(2100, article_id="x", day="2025-05-01")],
    ),
    (
        "a number with its digits swapped, that one of the others has for something else",
        [then(23), then(23, "c"), then(32, "c", **WOUNDED), e(32, article_id="x")],
    ),
    (
        "two nouns of two languages, two against one",
        [
            then(2300, measure="other", counted="farms"),
            then(2300, "c", measure="other", counted="farms"),
            e(3200, measure="other", counted="ponts", language="fr", article_id="x"),
        ],
    ),
    ("swapped digits a day later", [then(1234), e(1243, article_id="x", day="2025-05-01")]),
    ("another group", [then(2000), e(20000, counted="Russian soldiers", article_id="x")]),
    ("two measures, no rival", [then(15000, measure="workers"), e(15000, measure="deployed", article_id="x")]),
    ("an increment", [then(2000), e(200, role="increment", article_id="x")]),
]
SUMS = [
    ("numbers of two digits that miss it", [e(290), e(790, **WOUNDED), e(1130, **CASUALTIES)], ["conflicting"]),
    ("too much", [e(600), e(4700, **WOUNDED), e(4700, **CASUALTIES)], ["conflicting"]),
    ("too little", [e(300), e(1700, **WOUNDED), e(3000, **CASUALTIES)], ["conflicting"]),
    (
        "about, yet far off",
        [e(600, relation="about"), e(4000, relation="about", **WOUNDED), e(6000, relation="about", **CASUALTIES)],
        ["conflicting"],
    ),
    ("killed above the total", [e(5000), e(4700, **CASUALTIES)], ["refuted"]),
    ("wounded above the total", [e(5000, **WOUNDED), e(4700, **CASUALTIES)], ["refuted"]),
    ("floor above the total", [e(5000, relation="more_than"), e(4700, **CASUALTIES)], ["refuted"]),
    ("more children than people", [e(30, counted="children"), e(20, counted="people")], ["refuted"]),
    (
        "more women than people, wounded",
        [e(300, counted="women", **WOUNDED), e(200, counted="people", **WOUNDED)],
        ["refuted"],
    ),
    ("more civilians than all", [e(300, counted="civilians"), e(200, counted="people")], ["refuted"]),
    ("unattributed", [u(600), u(4700, **WOUNDED), u(4700, **CASUALTIES)], ["conflicting"]),
    ("total is a ceiling", [e(600), e(4700, **WOUNDED), e(4000, relation="up_to", **CASUALTIES)], ["refuted"]),
    ("it adds up", [e(300), e(2700, **WOUNDED), e(3000, **CASUALTIES)], ["supported"]),
    (
        "it adds up to another article's total",
        [e(600, relation="about"), e(4100, **WOUNDED), e(4700, article_id="x", **CASUALTIES)],
        ["supported"],
    ),
    (
        "killed in one article, wounded in another, both in a third",
        [e(1000), e(3000, article_id="y", **WOUNDED), e(4000, article_id="x", **CASUALTIES)],
        ["supported"],
    ),
    ("nobody named with the total", [e(140), e(800, **WOUNDED), u(640, **CASUALTIES)], ["refuted"]),
    ("nobody named with the total, too little", [e(140), e(300, **WOUNDED), u(640, **CASUALTIES)], ["conflicting"]),
    ("others' parts beside the total", [u(810), e(430, **HUR), e(380)], ["supported"]),
    ("a total after three places", [e(12, place="A"), e(30, place="B"), e(8, place="C"), e(50)], ["supported"]),
]
NO_SUMS = [
    (
        "it adds up within about",
        [e(300, relation="about"), e(2700, **WOUNDED), e(3100, relation="about", **CASUALTIES)],
    ),
    ("the total is a floor", [e(600), e(4000, **WOUNDED), e(4500, relation="more_than", **CASUALTIES)]),
    ("a part is a floor", [e(600), e(2000, relation="at_least", **WOUNDED), e(4700, **CASUALTIES)]),
    ("missing people make it up", [e(600), e(2000, **WOUNDED), e(2000, measure="missing"), e(4600, **CASUALTIES)]),
    ("other article", [e(600), e(4700, **WOUNDED), e(4700, article_id="x", **CASUALTIES)]),
    ("other origin", [e(600), e(4700, **WOUNDED), e(4700, **CASUALTIES, **HUR)]),
    ("other day", [e(600), e(4700, **WOUNDED), e(3000, on="2025-01-13", **CASUALTIES)]),
    (
        "killed by two counts, wounded in another article",
        [e(900), e(1000, article_id="y"), e(3000, article_id="z", **WOUNDED), e(4000, article_id="x", **CASUALTIES)],
    ),
    ("two parties' tolls in one article", [e(600), e(4700, **WOUNDED), e(9, **HUR), u(4700, **CASUALTIES)]),
    ("two figures for the dead", [e(600), e(900), e(4000, **WOUNDED), e(4600, **CASUALTIES)]),
    ("fewer children than people", [e(3, counted="children"), e(20, counted="people")]),
    ("an increment", [e(600, role="increment"), e(4700, **WOUNDED), e(4700, **CASUALTIES)]),
    ("other group", [e(600), e(4700, **WOUNDED), e(4700, counted="Russian soldiers", **CASUALTIES)]),
]
FALLS = [
    ("lower by little", [then(410), e(390, day="2025-06-01", article_id="x")]),
    (
        "two floors",
        [then(1240, relation="at_least"), e(1140, day="2025-06-01", article_id="x", relation="at_least")],
    ),
    ("lower later", [then(2000), e(1500, day="2025-06-01", article_id="x")]),
    ("wounded", [then(2000, **WOUNDED), e(1500, day="2025-06-01", article_id="x", **WOUNDED)]),
    ("casualties", [then(4700, **CASUALTIES), e(3000, day="2025-06-01", article_id="x", **CASUALTIES)]),
    ("below a floor", [then(2000, relation="at_least"), e(1500, day="2025-06-01", article_id="x")]),
    ("a ceiling below", [then(2000), e(1500, relation="up_to", day="2025-06-01", article_id="x")]),
    ("about, far below", [then(2000, relation="about"), e(1500, relation="about", day="2025-06-01", article_id="x")]),
    (
        "after a third figure",
        [then(2000), e(2500, day="2025-05-10", article_id="c"), e(2100, day="2025-06-01", article_id="x")],
    ),
    (
        "in another language",
        [then(2000), e(1500, day="2025-06-01", article_id="x", language="uk", counted="північнокорейських військових")],
    ),
    ("the day after", [then(2000), e(1500, day="2025-05-01", article_id="x")]),
    ("arrested", [then(2000, measure="arrested"), e(1500, day="2025-06-01", measure="arrested", article_id="x")]),
    ("in one article", [e(2000, on="2025-04-20", counted="people"), e(1500, on="2025-04-28", counted="people")]),
]
NO_FALLS = [
    (
        "a floor that is rounded",
        [then(1240, relation="at_least"), e(1200, day="2025-06-01", article_id="x", relation="more_than")],
    ),
    ("it grows", [then(600), e(2000, day="2025-06-01", article_id="x")]),
    ("it stays", [then(600), e(600, day="2025-06-01", article_id="x")]),
    ("rounded", [then(2013), e(2000, relation="about", day="2025-06-01", article_id="x")]),
    ("a floor below", [then(2000), e(1500, relation="at_least", day="2025-06-01", article_id="x")]),
    ("after a ceiling", [then(2000, relation="up_to"), e(1500, day="2025-06-01", article_id="x")]),
    ("other origin", [then(2000), e(1500, day="2025-06-01", article_id="x", **HUR)]),
    (
        "present strength",
        [then(11000, measure="deployed"), e(9000, day="2025-06-01", article_id="x", measure="deployed")],
    ),
    (
        "missing people are found",
        [then(2000, measure="missing"), e(900, day="2025-06-01", article_id="x", measure="missing")],
    ),
    ("an increment", [then(2000), e(500, role="increment", day="2025-06-01", article_id="x")]),
    ("an old figure again", [then(600, day="2025-04-01"), then(2000, "c"), e(600, day="2025-06-01", article_id="x")]),
    ("a year later", [then(2000), e(1500, day="2026-06-01", article_id="x")]),
    ("nobody named", [u(2000), u(1500, day="2025-06-01", article_id="x")]),
    (
        "who is counted is unknown",
        [then(2000, counted="people"), e(1500, day="2025-06-01", article_id="x", counted="people")],
    ),
]
DEPLOYED = {"measure": "deployed"}
BRIEFINGS = [
    ("15,000 and 18,000", [then(15000, **DEPLOYED), then(18000, "c", **DEPLOYED)]),
    ("majority", [then(15000, **DEPLOYED), then(15000, "d", **DEPLOYED), then(18000, "c", **DEPLOYED)]),
    ("killed", [then(600), then(700, "c")]),
    (
        "both dated by the text",
        [then(600, day="2025-05-02", on="2025-04-30"), then(700, "c", day="2025-05-03", on="2025-04-30")],
    ),
    (
        "in another language",
        [then(15000, **DEPLOYED), then(18000, "c", language="ru", counted="северокорейских солдат", **DEPLOYED)],
    ),
    ("about and exact", [then(15000, relation="about", **DEPLOYED), then(18000, "c", **DEPLOYED)]),
    ("floor above", [then(15000, **DEPLOYED), then(18000, "c", relation="more_than", **DEPLOYED)]),
    ("ceiling below", [then(15000, **DEPLOYED), then(11000, "c", relation="up_to", **DEPLOYED)]),
    (
        "minutes apart",
        [then(15000, day="2025-04-30T10:00", **DEPLOYED), then(18000, "c", day="2025-04-30T10:40", **DEPLOYED)],
    ),
    ("attendance", [then(107000, measure="attendance"), then(150000, "c", measure="attendance")]),
    ("small differences of exact counts", [then(1234), then(1256, "c")]),
    ("two floors", [then(15000, relation="at_least", **DEPLOYED), then(18000, "c", relation="more_than", **DEPLOYED)]),
    ("turnout", [then(54.3, **TURNOUT), then(57.1, "c", **TURNOUT)]),
    ("damage", [then(3e9, **DAMAGE), then(4e9, "c", **DAMAGE)]),
    ("damage, in other words", [then(3e9, **DAMAGE), then(4e9, "c", language="ro", **DAMAGE)]),
]
NO_BRIEFINGS = [
    ("two topics", [then(54.3, **TURNOUT), then(57.1, "c", **{**TURNOUT, "topic": "unemployment"})]),
    ("of nothing named", [then(54.3, **{**TURNOUT, "topic": pd.NA}), then(57.1, "c", **{**TURNOUT, "topic": pd.NA})]),
    ("two currencies", [then(3e9, **DAMAGE), then(4e9, "c", **{**DAMAGE, "unit": "USD"})]),
    ("of two parts", [then(3e9, **DAMAGE), then(2e9, start=90, **DAMAGE), then(4e9, "c", **DAMAGE)]),
    ("of a month and of a year", [then(0.4, **TURNOUT), then(4.1, "c", **TURNOUT)]),
    ("the same", [then(15000, **DEPLOYED), then(15000, "c", **DEPLOYED)]),
    ("one article has both", [then(15000, **DEPLOYED), then(18000, **DEPLOYED)]),
    ("within about", [then(15000, relation="about", **DEPLOYED), then(15500, "c", **DEPLOYED)]),
    ("a floor below", [then(15000, **DEPLOYED), then(11000, "c", relation="more_than", **DEPLOYED)]),
    ("other origin", [then(15000, **DEPLOYED), then(18000, "c", **DEPLOYED, **HUR)]),
    ("other day", [then(15000, **DEPLOYED), then(18000, "c", day="2025-05-09", **DEPLOYED)]),
    ("other measure", [then(15000, **DEPLOYED), then(18000, "c", measure="workers")]),
    ("hours apart", [then(6234, day="2025-04-30T08:50"), then(8574, "c", day="2025-04-30T12:00")]),
    ("a slip of ten", [then(15000, **DEPLOYED), then(1500, "c", **DEPLOYED)]),
    ("other group", [then(15000, **DEPLOYED), then(18000, "c", counted="Russian soldiers", **DEPLOYED)]),
    ("a part", [then(15000, **DEPLOYED), then(1000, "c", counted="North Korean engineers", **DEPLOYED)]),
    ("an increment", [then(15000, **DEPLOYED), then(3000, "c", role="increment", **DEPLOYED)]),
    ("other place", [then(15000, place_id="RU", **DEPLOYED), then(11000, "c", place_id="kursk", **DEPLOYED)]),
    ("small numbers", [then(2, measure="captured"), then(3, "c", measure="captured")]),
]
BRIEFINGS.append(
    (
        "by who passes the figures on",
        [then(15000, **DEPLOYED), e(18000, article_id="x", **DEPLOYED, **BRIEFED)],
    ),
)
CROWD = {"measure": "attendance", "counted": pd.NA}
INTERNAL = [
    ("headline against body", [e(16000, start=5, **CROWD), e(18000, start=90, **CROWD)]),
    ("about against bare", [e(16000, start=5, **CROWD), e(18000, start=90, relation="about", **CROWD)]),
    ("the dead", [e(41, start=5), e(47, start=90)]),
    ("a third in between", [e(41, start=5), e(43, start=50), e(47, start=90)]),
    ("the smaller one a ceiling", [e(300, start=5, relation="up_to"), e(400, start=90)]),
    ("the larger one a floor", [e(300, start=5), e(400, start=90, relation="at_least")]),
    ("one unattributed, one place", [u(4000, start=5, place="Syria"), e(5900, start=90, place="Syria")]),
    ("both unattributed, one place", [u(4000, start=5, place="Syria"), u(5900, start=90, place="Syria")]),
    ("both of one named place", [e(4000, start=5, place="Syria"), e(5900, start=90, place="Syria"), e(9, place="X")]),
    ("named by who passes it on", [e(300, start=5), e(400, start=90, **BRIEFED)]),
]
NOT_INTERNAL = [
    ("the same number", [e(300, start=5), e(300, start=90)]),
    ("rounded", [e(41000, start=5), e(41234, start=90)]),
    ("two parties", [e(16000, start=5, **CROWD), e(28000, start=90, **CROWD, **HUR)]),
    ("two places", [e(3400, start=5, place="Turkey"), e(2100, start=90, place="Syria")]),
    ("one place unknown", [e(3400, start=5, place="Turkey"), e(2100, start=90)]),
    ("a part of it", [e(2000, start=5), e(350, start=90)]),
    ("a sum's part", [e(8574, start=5), e(6234, start=50), e(2340, start=90)]),
    ("another day", [e(300, start=5), e(400, start=90, as_of="2025-04-12")]),
    ("a floor that allows it", [e(300, start=5, relation="at_least"), e(400, start=90)]),
    ("another measure", [e(300, start=5), e(400, start=90, **WOUNDED)]),
    ("another group", [e(300, start=5), e(400, start=90, counted="Russian soldiers")]),
    ("two articles", [e(300, start=5), e(400, start=90, article_id="x")]),
    ("a forecast", [e(300, start=5), e(400, start=90, modality="hedged")]),
    ("small numbers", [e(12, start=5), e(15, start=90)]),
    ("nobody named, nor a place", [u(300, start=5, counted=pd.NA), u(400, start=90, counted=pd.NA)]),
    ("an increment", [e(300, start=5), e(200, start=90, role="increment")]),
]


def things(number, counted, **given):
    return e(number, **{"measure": "other", "counted": counted, **given})


def money(number, **given):
    return things(number, pd.NA, **{"measure": "money", "unit": "EUR", **given})


HEDGES = [
    (
        "a sum of money, for which no article says what it is",
        [
            money(340e6, relation="at_least"),
            money(340e6, relation="at_least", article_id="b", language="de"),
            money(340e6, article_id="c", language="fr"),
        ],
    ),
    (
        "nouns of three languages",
        [
            things(340, "migrants", relation="at_least"),
            things(340, "Migranten", relation="at_least", article_id="b", language="de"),
            things(340, "migranți", article_id="c", language="ro"),
        ],
    ),
    (
        "told of April by all in September",
        [
            back(600, relation="at_least"),
            back(600, relation="at_least", article_id="b"),
            back(600, article_id="c"),
        ],
    ),
    ("floor lost", [then(100, relation="at_least"), e(100, article_id="x")]),
    ("about lost, one against one", [then(600, relation="about"), e(600, article_id="x")]),
    ("told elsewhere, lost all the same", [then(600, relation="about", place="Kursk"), e(600, article_id="x")]),
    ("about lost by who names only the briefed", [then(600, relation="about"), e(600, article_id="x", **BRIEFED)]),
    (
        "about in the headline, a floor in the body",
        [e(300, start=5, relation="about"), e(300, start=90, relation="at_least")],
    ),
    ("lost weeks later", [then(600, relation="about"), e(600, article_id="x", day="2025-05-20")]),
    ("floor made a ceiling", [then(100, relation="at_least"), e(100, article_id="x", relation="up_to")]),
    ("ceiling lost", [then(12000, relation="up_to"), e(12000, article_id="x")]),
    ("about made a floor", [then(600, relation="about"), e(600, article_id="x", relation="at_least")]),
    (
        "about lost, two against one",
        [then(600, relation="about"), then(600, "c", relation="about"), e(600, article_id="x")],
    ),
    ("nearly made more than", [then(1000, relation="nearly"), e(1000, article_id="x", relation="more_than")]),
    ("floor added", [then(600), then(600, "c"), e(600, article_id="x", relation="at_least")]),
    ("within the week", [then(100, relation="at_least"), e(100, day="2025-05-05", article_id="x")]),
    (
        "in another language",
        [then(100, relation="at_least"), e(100, article_id="x", language="fr", counted="soldats nord-coréens")],
    ),
    ("headline without, body with", [e(2000, start=5), e(2000, start=200, relation="about")]),
    (
        "headline without, body twice with",
        [u(2000, start=5), e(2000, start=200, relation="about"), e(2000, start=300, relation="at_least")],
    ),
]
NO_HEDGES = [
    (
        "two sums of money of one digit",
        [money(300e6, relation="at_least"), money(300e6, article_id="c", language="fr")],
    ),
    (
        "two things in one language",
        [things(340, "houses", relation="at_least"), things(340, "tents", article_id="c")],
    ),
    ("sums of two parties", [money(340e6, relation="at_least"), money(340e6, article_id="c", **HUR)]),
    ("the same bound", [then(100, relation="at_least"), e(100, article_id="x", relation="at_least")]),
    ("more than is a floor, too", [then(100, relation="at_least"), e(100, article_id="x", relation="more_than")]),
    ("up to and less than", [then(100, relation="less_than"), e(100, article_id="x", relation="up_to")]),
    ("an about that most leave out", [then(600, relation="about"), then(600, "c"), e(600, article_id="x")]),
    ("other number", [then(100, relation="at_least"), e(200, article_id="x")]),
    ("other origin", [then(100, relation="at_least"), e(100, article_id="x", **HUR)]),
    ("weeks later", [then(100, relation="at_least"), e(100, article_id="x", day="2025-06-30")]),
    (
        "another bound weeks later",
        [then(600, relation="about"), e(600, article_id="x", day="2025-05-20", relation="nearly")],
    ),
    ("small numbers", [then(2, relation="at_least"), e(2, article_id="x")]),
    ("other measure", [then(100, relation="at_least"), e(100, article_id="x", **WOUNDED)]),
    ("body without after a hedged headline", [e(2000, start=5, relation="about"), e(2000, start=200)]),
    (
        "the article has both bounds",
        [
            then(100, relation="at_least"),
            e(100, article_id="x", start=9),
            e(100, article_id="x", relation="at_least", start=2),
        ],
    ),
    ("nobody named", [u(100, relation="at_least"), u(100, article_id="x")]),
]
PLANNED = {"measure": "planned_deployment", "modality": "planned"}
HEDGED = {"modality": "hedged"}
MODES = [
    (
        "a planned expense told as done",
        [money(37e6, modality="planned"), money(37e6, modality="planned", article_id="b"), money(37e6, article_id="c")],
    ),
    (
        "a planned deployment told as done, without saying of whom",
        [
            then(1240, measure="planned_deployment", modality="planned"),
            then(1240, "c", measure="planned_deployment", modality="planned"),
            e(1240, measure="deployed", counted=pd.NA, article_id="x"),
        ],
    ),
    ("hedged subheading, asserted body", [u(2000, start=5, **HEDGED), e(2000, start=99)]),
    ("asserted headline, hedged body", [u(2000, start=5), e(2000, start=99, **HEDGED)]),
    ("both attributed", [e(2000, start=5, **HEDGED), e(2000, start=99)]),
    ("both in the writer's voice", [u(2000, start=5, **HEDGED), u(2000, start=99)]),
    ("three mentions", [u(2000, start=5, **HEDGED), e(2000, start=99), e(2000, start=199)]),
    ("with about", [u(2000, start=5, relation="about", **HEDGED), e(2000, start=99, relation="about")]),
    ("wounded", [u(2700, start=5, **WOUNDED, **HEDGED), e(2700, start=99, **WOUNDED)]),
    (
        "Romanian",
        [
            u(2000, start=5, language="ro", counted="militari nord-coreeni", **HEDGED),
            e(2000, start=99, language="ro", counted="de militari nord-coreeni"),
        ],
    ),
    ("plan told as done", [then(12000, **PLANNED), e(12000, article_id="x", **DEPLOYED)]),
    (
        "plan told as done, two against one",
        [then(12000, **PLANNED), then(12000, "c", **PLANNED), e(12000, article_id="x", **DEPLOYED)],
    ),
    ("done told as plan", [then(12000, **DEPLOYED), then(12000, "c", **DEPLOYED), e(12000, article_id="x", **PLANNED)]),
]
MODES += [
    ("jobs to be cut told as cut", [then(7500, modality="planned", **JOBS), e(7500, article_id="x", **JOBS)]),
    (
        "in another language",
        [
            then(7500, modality="planned", **JOBS, **HUR),
            e(7500, article_id="x", measure="other", counted="emplois", language="fr", **HUR),
        ],
    ),
    ("likely told as a fact", [then(2000, **HEDGED), e(2000, article_id="x")]),
    ("likely told as a fact the next day", [then(2000, **HEDGED), e(2000, day="2025-05-01", article_id="x")]),
    (
        "what may be paid told as what will be, two days on",
        [money(37e6, **HEDGED), money(37e6, modality="planned", day="2025-05-02", article_id="c")],
    ),
    (
        "what a standstill may cost told as what it costs, a day on",
        [money(37e6, topic="cost", **HEDGED), money(37e6, topic="cost", day="2025-05-01", article_id="c")],
    ),
    (
        "a round number of one story, nobody named",
        [
            e(190, place="Belmar", place_id="belmar"),
            e(190, place="Belmar", place_id="belmar", article_id="c"),
            u(6000, place="Belmar", place_id="belmar", **DEPLOYED, **HEDGED),
            u(6000, place="Belmar", place_id="belmar", article_id="c", **DEPLOYED),
        ],
    ),
    (
        "likely told as a fact, two against one",
        [then(2000, **HEDGED), then(2000, "c", **HEDGED), e(2000, article_id="x")],
    ),
]
NO_MODES = [
    (
        "what will cost costs",
        [money(37e6, modality="planned", topic="cost"), money(37e6, article_id="c", topic="cost")],
    ),
    ("two currencies", [money(37e6, modality="planned"), money(37e6, article_id="c", unit="USD")]),
    ("one is more careful than the others", [then(2000), then(2000, "c"), e(2000, article_id="x", **HEDGED)]),
    ("likely, and so two days on", [then(2000, **HEDGED), e(2000, day="2025-05-02", article_id="x")]),
    ("done two days on", [then(75, modality="planned", **JOBS), e(75, day="2025-05-02", article_id="x", **JOBS)]),
    (
        "what is in a planned clause",
        [
            things(520, "beds", modality="planned", origin_id=pd.NA, place="Belmar", place_id="belmar"),
            things(520, "beds", origin_id=pd.NA, article_id="c", place="Belmar", place_id="belmar"),
        ],
    ),
    ("another's estimate", [then(2000, **HEDGED), e(2000, article_id="x", **HUR)]),
    ("told both ways by one", [then(2000, **HEDGED), then(2000, on="2025-04-29"), e(2000, article_id="x", **HEDGED)]),
    (
        "a plan by the mood of its claim",
        [then(12000, **PLANNED), e(12000, article_id="x", claim_modality="planned", **DEPLOYED)],
    ),
    ("both asserted", [u(2000, start=5), e(2000, start=99)]),
    ("both hedged", [u(2000, start=5, **HEDGED), e(2000, start=99, **HEDGED)]),
    ("other number", [u(2000, start=5, **HEDGED), e(600, start=99)]),
    ("other article", [u(2000, start=5, **HEDGED), e(2000, start=99, article_id="x")]),
    ("other measure", [u(2000, start=5, **HEDGED), e(2000, start=99, **WOUNDED)]),
    ("other group", [u(2000, start=5, **HEDGED), e(2000, start=99, counted="Russian soldiers")]),
    ("other day", [u(2000, start=5, **HEDGED), e(2000, start=99, on="2024-12-19")]),
    ("plan and deed in one article", [e(12000, **PLANNED), e(12000, **DEPLOYED)]),
    ("carried out weeks later", [then(12000, **PLANNED), e(12000, day="2025-06-30", article_id="x", **DEPLOYED)]),
    ("another's plan", [then(12000, **PLANNED), e(12000, article_id="x", **DEPLOYED, **HUR)]),
    ("denied", [u(2000, start=5, **HEDGED), e(2000, start=99, modality="denied")]),
    (
        "what may be paid, and weeks later will be",
        [money(37e6, **HEDGED), money(37e6, modality="planned", day="2025-05-20", article_id="c")],
    ),
    (
        "what may cost will cost",
        [money(37e6, topic="cost", **HEDGED), money(37e6, topic="cost", modality="planned", article_id="c")],
    ),
    ("increment and level", [u(2000, start=5, role="increment", **HEDGED), e(2000, start=99)]),
]
VOICE = [
    (
        "a sum of money in one town",
        [
            money(37e6, place="Belmar", place_id="belmar"),
            money(37e6, place="Belmar", place_id="belmar", article_id="b"),
            u(37e6, measure="money", unit="EUR", counted=pd.NA, place="Belmar", place_id="belmar", article_id="c"),
        ],
    ),
    ("own voice", [then(2000), u(2000, article_id="x")]),
    ("a day later", [then(2000), u(2000, article_id="x", day="2025-05-01")]),
    ("a day earlier", [then(2000), u(2000, article_id="x", day="2025-04-29")]),
    ("hedge or not", [then(2000, relation="about"), u(2000, article_id="x")]),
    ("two attribute it", [then(2000), then(2000, "c"), u(2000, article_id="x")]),
    ("two origins", [then(2000), then(2000, "c", **HUR), u(2000, article_id="x")]),
    ("no group, but a precise number", [then(19875, counted="people"), u(19875, counted="people", article_id="x")]),
    ("other language", [then(2000), u(2000, article_id="x", language="uk", counted="північнокорейських солдатів")]),
    ("an increment", [then(6000, role="increment", **PLANNED), u(6000, article_id="x", role="increment", **PLANNED)]),
    ("several mentions give one finding", [then(2000), u(2000, article_id="x"), u(2000, article_id="x")]),
]
NO_VOICE = [
    ("attributed there, too", [then(2000), e(2000, article_id="x")]),
    ("named in another place of the article", [then(2000), u(2000, article_id="x"), e(2000, article_id="x")]),
    ("the source is named for another figure", [then(2000), u(2000, article_id="x"), e(600, article_id="x")]),
    ("recalled with its date", [then(2000), u(2000, article_id="x", day="2025-09-03", on="2025-04-30")]),
    ("nobody attributes it", [u(2000), u(2000, article_id="x")]),
    ("other number", [then(2000), u(600, article_id="x")]),
    ("other measure", [then(2000), u(2000, article_id="x", **WOUNDED)]),
    ("other group", [then(2000), u(2000, article_id="x", counted="Russian soldiers")]),
    ("a month later", [then(2000), u(2000, article_id="x", day="2025-06-30")]),
    ("round number, nobody named", [then(2000, counted="people"), u(2000, counted="people", article_id="x")]),
    ("small numbers", [then(2), u(2, article_id="x")]),
    ("level and increment", [then(2000), u(2000, article_id="x", role="increment")]),
]
TABLES = [
    *((recalled_figure, label, rows, expected) for label, rows, expected in RECALLED),
    *((recalled_figure, label, rows, []) for label, rows in NOT_RECALLED),
    *((stale_figure, label, rows, ["outdated"]) for label, rows in STALE),
    *((stale_figure, label, rows, []) for label, rows in NOT_STALE),
    *((measure_confusion, label, rows, expected) for label, rows, expected in CONFUSED),
    *((measure_confusion, label, rows, []) for label, rows in NOT_CONFUSED),
    *((number_slip, label, rows, expected) for label, rows, expected in SLIPS),
    *((number_slip, label, rows, []) for label, rows in NOT_SLIPS),
    *((sums, label, rows, expected) for label, rows, expected in SUMS),
    *((sums, label, rows, []) for label, rows in NO_SUMS),
    *((falling_count, label, rows, ["conflicting"]) for label, rows in FALLS),
    *((falling_count, label, rows, []) for label, rows in NO_FALLS),
    *((same_briefing, label, rows, ["conflicting"]) for label, rows in BRIEFINGS),
    *((same_briefing, label, rows, []) for label, rows in NO_BRIEFINGS),
    *((internal_conflict, label, rows, ["conflicting"]) for label, rows in INTERNAL),
    *((internal_conflict, label, rows, []) for label, rows in NOT_INTERNAL),
    *((hedge_changed, label, rows, ["conflicting"]) for label, rows in HEDGES),
    *((hedge_changed, label, rows, []) for label, rows in NO_HEDGES),
    *((modality_changed, label, rows, ["conflicting"]) for label, rows in MODES),
    *((modality_changed, label, rows, []) for label, rows in NO_MODES),
    *((attribution_lost, label, rows, ["not_enough_evidence"]) for label, rows in VOICE),
    *((attribution_lost, label, rows, []) for label, rows in NO_VOICE),
]


@pytest.mark.parametrize("check, label, rows, expected", TABLES, ids=[f"{row[0].__name__}: {row[1]}" for row in TABLES])
def test_check(check, label, rows, expected):
    assert verdicts(check, *rows) == expected


HEADLINES = [
    ("another number", [u(85), e(58)], 1),
    ("a factor of ten", [u(1200), e(120)], 1),
    ("none of the body's numbers", [u(85), e(58), e(60, origin_id="x")], 1),
    ("a number that the body has, too", [u(85), e(58), e(85, origin_id="x")], 0),
    ("a bound that allows both", [u(50, relation="more_than"), e(58)], 0),
    ("a rounded number", [u(60), e(58)], 0),
    ("so much more that the other may be a part", [u(85), e(20)], 0),
    ("the sum of two", [u(85), e(58), e(27, origin_id="x")], 0),
    ("another place", [u(85, place="Orvalle"), e(58, place="Tisbury")], 0),
    ("another measure", [u(85), e(58, measure="wounded")], 0),
    ("an earlier day", [u(85), e(58, on="2025-04-28")], 0),
    ("a plan", [u(85, modality="planned"), e(58)], 0),
]


@pytest.mark.parametrize("rows, expected", [row[1:] for row in HEADLINES], ids=[row[0] for row in HEADLINES])
def test_a_headline_against_the_body(rows, expected):
    case = make_case(table(*rows), NO_CLAIMS, {"a1": "Headline\n\nThe body of the article."})
    assert len(list(internal_conflict(case))) == expected


COUNT = {"counted": "people"}
BEFORE = [
    ("The toll is 98, up from 67, the agency said.", 98, 67, "conflicting"),
    ("The toll is 98, up from 76, the agency said.", 98, 76, "supported"),
    ("The agency, which had put the toll at 67, now speaks of 98 dead.", 98, 67, "conflicting"),
    ("The agency, which had put the toll at 76, now speaks of 98 dead.", 98, 76, "supported"),
    ("The agency raised the toll from 67 to 98.", 98, 67, "conflicting"),
    ("The agency counted 98 dead in the north and 67 in the south.", 98, 67, None),
]


ALONE = [
    ("A week earlier, the agency had counted 67 dead.", "conflicting"),
    ("On 30 April, the agency counted 67 dead.", None),
]


@pytest.mark.parametrize("text, expected", ALONE)
def test_a_count_of_before_that_stands_alone(text, expected):
    dated = {"on": "2025-04-30", "as_of_start": "2025-04-30", "as_of_end": "2025-04-30"}
    late = e(67, start=text.index("67"), article_id="late", day="2025-05-06", **COUNT, **dated)
    case = make_case(table(then(76, **COUNT), late), NO_CLAIMS, {"late": text})
    assert [found.verdict for found in recalled_figure(case)] == ([expected] if expected else [])


def test_a_count_is_none_of_before_beside_another_party_without_a_date():
    dated = {"on": "2025-04-30", "as_of_start": "2025-04-30", "as_of_end": "2025-04-30"}
    one, other = e(67, day="2025-05-01", **COUNT, **dated), e(98, day="2025-05-01", **COUNT, **HUR)
    assert not any(row.past for row in case_of(one, other).estimates)


def test_who_arrests_is_named_without_being_named():
    police = {"origin_id": "police", "origin_name": "police", "speaker_id": "police", "speaker_name": "police"}
    told = e(640, measure="arrested", counted="soldiers", **police)
    case = make_case(table(told, u(640, measure="arrested", counted="soldiers", article_id="x")), NO_CLAIMS, {"x": "-"})
    assert not list(attribution_lost(case))


@pytest.mark.parametrize("text, now, before, expected", BEFORE)
def test_a_count_that_words_make_one_of_before(text, now, before, expected):
    article = {"article_id": "late", "day": "2025-05-02", **COUNT}
    rows = [then(76, **COUNT), e(now, start=text.index(str(now)), **article)]
    case = make_case(table(*rows, e(before, start=text.index(str(before)), **article)), NO_CLAIMS, {"late": text})
    assert [found.verdict for found in recalled_figure(case)] == ([expected] if expected else [])


def test_a_count_of_the_day_before_is_held_against_that_day():
    late = {"article_id": "late", "day": "2025-05-01", **COUNT}
    dated = {"on": "2025-04-30", "as_of_start": "2025-04-30", "as_of_end": "2025-04-30"}
    for number, expected in ((67, ["conflicting"]), (76, ["supported"])):
        assert verdicts(recalled_figure, then(76, **COUNT), e(98, **late), e(number, **late, **dated)) == expected


SIDE_BY_SIDE = [
    ("The agency counted 1,120 victims, up from 980 a week earlier.", 0),
    ("Die Behörde zählte 1.120 Opfer, gegenüber 980 in der Vorwoche.", 0),
    ("L'agence a compté 1 120 victimes, contre 980 une semaine plus tôt.", 0),
    ("Organisers counted 1,120 victims, police 980.", 0),
    ("The agency counted 1,120 victims. It spoke of 980 victims further down.", 1),
    ("The agency counted 1,120 victims\n\nIt spoke of 980 victims", 1),
]


@pytest.mark.parametrize("text, expected", SIDE_BY_SIDE)
def test_two_numbers_that_one_sentence_sets_side_by_side(text, expected):
    rows = [e(1120, start=text.index("1")), e(980, start=text.index("980"))]
    case = make_case(table(*rows), NO_CLAIMS, {"a1": text})
    assert len(list(internal_conflict(case))) == expected


def quote(content, **given):
    return {
        "kind": "direct",
        "speaker": "Vladimir Putin",
        "language": "en",
        "published": "2025-09-03",
        "article_id": "a",
        "outlet": "A",
        "content": content,
        **given,
    }


LONG = "“Russia will never forget the sacrifice of your soldiers in the Kursk region”"
DRIFTS = [
    ("a word replaced", [quote(LONG), quote(LONG.replace("soldiers", "warriors"), article_id="b")]),
    ("a word added", [quote(LONG), quote(LONG.replace("your soldiers", "your brave soldiers"), article_id="b")]),
    ("a word dropped", [quote(LONG), quote(LONG.replace("never ", ""), article_id="b")]),
    ("a negation", [quote(LONG), quote(LONG.replace("will never", "will surely"), article_id="b")]),
    (
        "another number",
        [
            quote("“We have lost about six hundred men there”"),
            quote("“We have lost about nine hundred men there”", article_id="b"),
        ],
    ),
    (
        "the day after",
        [quote(LONG), quote(LONG.replace("soldiers", "warriors"), article_id="b", published="2025-09-04")],
    ),
    ("the surname alone", [quote(LONG), quote(LONG.replace("soldiers", "warriors"), article_id="b", speaker="Putin")]),
    (
        "two words",
        [quote(LONG), quote(LONG.replace("soldiers", "warriors").replace("Kursk", "Bryansk"), article_id="b")],
    ),
    (
        "Romanian",
        [
            quote("„Orașul nostru nu va ierta niciodată jignirile aduse de vecinii lui”", language="ro"),
            quote(
                "„Orașul nostru nu va ierta niciodată insultele aduse de vecinii lui”", language="ro", article_id="b"
            ),
        ],
    ),
    (
        "Korean",
        [
            quote("“우리는 결코 그 희생을 잊지 않을 것이다 동지들”", language="ko"),
            quote("“우리는 결코 그 헌신을 잊지 않을 것이다 동지들”", language="ko", article_id="b"),
        ],
    ),
]
MIXED = "that Russia “will never forget the sacrifice of your soldiers in the Kursk region”"
DRIFTS += [
    (
        "quoted within the reporter's sentence",
        [
            quote(MIXED, kind="mixed"),
            quote(MIXED.replace("soldiers", "warriors"), kind="mixed", article_id="b"),
        ],
    ),
    ("the same words of two people", [quote(LONG), quote(LONG, article_id="b", speaker="Elena Voss")]),
    (
        "two of three say whose words they are",
        [
            quote(LONG, speaker="Elena Voss"),
            quote(LONG, article_id="b"),
            quote(LONG.replace(" in the Kursk region", ""), article_id="c"),
        ],
    ),
    (
        "three wordings",
        [
            quote(LONG),
            quote(LONG, article_id="b"),
            quote(LONG.replace("soldiers", "warriors"), article_id="c"),
        ],
    ),
]
NO_DRIFTS = [
    ("a spelling of the name", [quote(LONG), quote(LONG, article_id="b", speaker="Wladimir Putin")]),
    ("by his post", [quote(LONG), quote(LONG, article_id="b", speaker="the Russian president")]),
    ("by a pronoun", [quote(LONG), quote(LONG, article_id="b", speaker="he")]),
    (
        "few words of two people",
        [
            quote("“never forget your losses”"),
            quote("“never forget your losses”", article_id="b", speaker="Elena Voss"),
        ],
    ),
    (
        "the reporter's own words differ",
        [
            quote(MIXED, kind="mixed"),
            quote(MIXED.replace("that Russia", "that his country"), kind="mixed", article_id="b"),
        ],
    ),
    ("the same", [quote(LONG), quote(LONG, article_id="b")]),
    (
        "other marks, case and commas",
        [quote(LONG), quote(LONG.upper().replace("“", "«").replace("”", "»").replace(" IN", ", IN"), article_id="b")],
    ),
    ("cut short at the end", [quote(LONG), quote(LONG.replace(" in the Kursk region", ""), article_id="b")]),
    ("cut short at the beginning", [quote(LONG), quote(LONG.replace("Russia will ", ""), article_id="b")]),
    (
        "another speaker",
        [quote(LONG), quote(LONG.replace("soldiers", "warriors"), article_id="b", speaker="Kim Jong-un")],
    ),
    ("another language", [quote(LONG), quote(LONG.replace("soldiers", "warriors"), article_id="b", language="fr")]),
    (
        "a week later",
        [quote(LONG), quote(LONG.replace("soldiers", "warriors"), article_id="b", published="2025-09-10")],
    ),
    (
        "another sentence",
        [
            quote(LONG),
            quote("“Relations between our countries have become especially friendly of late”", article_id="b"),
        ],
    ),
    ("too short", [quote("“never forget your losses”"), quote("“never forget their losses”", article_id="b")]),
    (
        "indirect speech",
        [quote(LONG, kind="indirect"), quote(LONG.replace("soldiers", "warriors"), article_id="b", kind="indirect")],
    ),
    ("in one article", [quote(LONG), quote(LONG.replace("soldiers", "warriors"))]),
    ("no date", [quote(LONG, published=None), quote(LONG.replace("soldiers", "warriors"), article_id="b")]),
    (
        "a common opening",
        [
            quote("“We will never forget the people who stood by us in hard times”"),
            quote("“We will never forget how this government let the farmers down”", article_id="b"),
        ],
    ),
]


@pytest.mark.parametrize(
    "label, quotes, fires",
    [*((label, rows, True) for label, rows in DRIFTS), *((label, rows, False) for label, rows in NO_DRIFTS)],
)
def test_quote_drift(label, quotes, fires):
    claims = pd.DataFrame([{"claim_id": f"c{number}", **row} for number, row in enumerate(quotes)])
    found = list(quote_drift(Case((), claims, frozenset())))
    assert [finding.verdict for finding in found] == (["conflicting"] if fires else [])


def test_findings_are_a_table_in_the_order_of_the_checks():
    found = run_checks(case_of(back(700), then(), u(600, article_id="x")))
    assert list(found.columns) == ["check", "verdict", "claim_id", "figure_id", "evidence", "message"]
    assert list(found["check"]) == ["recalled_figure", "attribution_lost"]
    assert found["evidence"].tolist() == [["f2", "f1"], ["f1"]] or found["evidence"].tolist() == [["f1", "f2"], ["f1"]]


def test_no_findings_keep_the_columns():
    assert list(run_checks(case_of(e(600)))["message"]) == []


def test_the_order_of_rows_does_not_matter():
    rows = table(*[row for _, rows, *_ in (*SLIPS, *HEDGES, *STALE) for row in rows])
    shuffled = rows.sample(frac=1, random_state=3)
    pd.testing.assert_frame_equal(run_checks(make_case(rows, NO_CLAIMS)), run_checks(make_case(shuffled, NO_CLAIMS)))


def test_every_check_says_what_it_compares_and_what_it_cannot_see():
    for check in DEFAULT:
        assert "an't " in (check.__doc__ or ""), check.__name__
