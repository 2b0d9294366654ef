"""Whole stories: planted slips are found, and nothing else is; a dossier goes in, findings with evidence come out."""

import pandas as pd
import pytest
from comparison_factories import estimate as e
from comparison_factories import table
from comparison_factories import unattributed as u

from factkit.comparison import check, compare, origins, timeline
from factkit.comparison.checks import make_case, run_checks
from factkit.dossier import Dossier, empty, make_table

NO_CLAIMS = pd.DataFrame(
    {name: [] for name in ("claim_id", "article_id", "kind", "content", "speaker", "language", "published", "outlet")}
)
US = {"origin_id": "us", "origin_name": "Pentagon", "speaker_id": "us", "speaker_name": "Pentagon"}
WOUNDED, TOTAL = {"measure": "wounded"}, {"measure": "casualties"}


def briefing(day, articles, killed, wounded, **given):
    """What `articles` outlets tell of one briefing: killed, wounded and both together."""
    for number in range(articles):
        home = {"day": day, "article_id": f"{day}-{number}", "outlet": f"Outlet {number}", "relation": "about", **given}
        yield e(killed, figure_id=f"{day}-{number}-killed", **home)
        yield e(wounded, figure_id=f"{day}-{number}-wounded", **home, **WOUNDED)
        yield e(killed + wounded, figure_id=f"{day}-{number}-total", **home, **TOTAL)


TRUE = [
    *briefing("2024-12-19", 3, 100, 1000),
    *briefing("2025-01-13", 4, 300, 2700, counted="북한군", language="ko"),
    *briefing("2025-04-30", 4, 600, 4100, counted="militari nord-coreeni", language="ro"),
    *briefing("2025-09-02", 4, 2000, 4700),
    e(15000, figure_id="us-1", day="2025-04-30", article_id="us1", measure="deployed", **US),
    e(15000, figure_id="us-3", day="2025-04-30", article_id="us3", measure="deployed", **US),
    e(11000, figure_id="us-2", day="2025-02-28", article_id="us2", measure="deployed", **US),
    e(600, figure_id="recall", day="2025-09-02", on="2025-04-30", article_id="2025-09-02-0", relation="about"),
]
PLANTED = [
    ("number_slip", e(20000, day="2025-09-02", relation="about", article_id="x")),
    ("number_slip", e(200, day="2025-09-02", relation="about", article_id="x")),
    ("measure_confusion", e(4700, day="2025-04-30", relation="about", article_id="x")),
    ("measure_confusion", e(3000, day="2025-01-13", relation="about", article_id="x", **WOUNDED)),
    ("measure_confusion", e(600, day="2025-04-30", relation="about", article_id="x", **TOTAL)),
    ("stale_figure", e(600, day="2025-11-04", relation="about", article_id="x")),
    ("stale_figure", u(600, day="2025-11-04", relation="about", article_id="x")),
    ("recalled_figure", e(900, day="2025-11-04", on="2025-04-30", article_id="x", relation="about")),
    ("recalled_figure", e(4700, day="2025-11-04", on="2025-04-30", article_id="x", relation="about")),
    ("recalled_figure", e(600, day="2025-11-04", on="2025-04-30", article_id="x", relation="at_least")),
    ("hedge_changed", e(600, day="2025-04-30", article_id="x")),
    ("hedge_changed", e(600, day="2025-04-30", article_id="x", relation="up_to")),
    (
        "modality_changed",
        u(2000, day="2025-09-02", relation="about", article_id="2025-09-02-1", modality="hedged", start=0),
    ),
    ("attribution_lost", u(2000, day="2025-09-02", relation="about", article_id="x")),
    ("same_briefing", e(18000, day="2025-04-30", article_id="x", measure="deployed", **US)),
    ("falling_count", e(1500, day="2025-11-04", relation="about", article_id="x")),
]


def findings(*rows) -> list[tuple[str, str]]:
    found = run_checks(make_case(table(*rows), NO_CLAIMS))
    wrong = found[found["verdict"] != "supported"]
    return list(zip(wrong["check"], wrong["figure_id"], strict=True))


def test_a_story_without_slips_has_no_findings():
    assert findings(*TRUE) == []


@pytest.mark.parametrize("name, slip", PLANTED, ids=[f"{name}-{slip['text']}" for name, slip in PLANTED])
def test_a_planted_slip_is_found_and_nothing_else(name, slip):
    assert findings(*TRUE, {**slip, "figure_id": "planted"}) == [(name, "planted")]


def test_the_story_as_pairs():
    pairs = compare(table(*TRUE))
    assert set(pairs["relation"]) == {"restates", "updates", "component_of"}
    first_updates = pairs[(pairs["relation"] == "updates") & (pairs["right"] == "2025-01-13-0-killed")]
    assert first_updates["left"].tolist() == ["2024-12-19-0-killed"]


def test_the_story_as_a_series():
    killed = timeline(table(*TRUE), measure="killed")
    assert killed["value"].tolist() == [100, 300, 600, 2000]
    assert killed["superseded"].tolist() == [True, True, True, False]
    assert killed["articles"].tolist() == [3, 4, 5, 4]


def test_the_story_has_one_origin_per_briefing():
    found = origins(table(*TRUE)).query("measure == 'killed'")
    assert set(found["origins"]) == {1}


TEXT = (
    "Around 2,000 North Korean soldiers may have been killed\n\n"
    "Around 2,000 North Korean soldiers have been killed, Lee Seong-kweun said."
)
SAID = "Around 2,000 North Korean soldiers have been killed"


def dossier() -> Dossier:
    """One article: a hedged subheading, and a claim that asserts the same figure."""
    start = TEXT.index(SAID)
    figure = {"article_id": "a", "text": "2,000", "value": 2000, "relation": "about", "role": "level", "unit": "count"}
    told = {**figure, "measure": "killed", "counted": "North Korean soldiers"}
    claim = {"claim_id": "c", "article_id": "a", "kind": "indirect", "content": SAID, "modality": "asserted"}
    source = {"speaker": "Lee Seong-kweun", "origin": "Lee Seong-kweun", "source": "Lee Seong-kweun"}
    places = {"start": start, "end": start + len(SAID), "spans": [[start, start + len(SAID)]]}
    return Dossier(
        articles=make_table(
            "articles",
            [{"article_id": "a", "text": TEXT, "language": "en", "published": "2025-09-03", "text_kind": "paraphrase"}],
        ),
        claims=make_table("claims", [{**claim, **source, **places}]),
        sources=empty("sources"),
        figures=make_table(
            "figures",
            [
                {**told, "figure_id": "f1", "start": 7, "end": 12, "modality": "hedged"},
                {
                    **told,
                    "figure_id": "f2",
                    "start": start + 7,
                    "end": start + 12,
                    "claim_id": "c",
                    "modality": "asserted",
                },
            ],
        ),
    )


def test_check_reads_a_dossier():
    found = check(dossier())
    assert found[["check", "verdict", "figure_id"]].to_numpy().tolist() == [["modality_changed", "conflicting", "f1"]]
    assert found["evidence"].tolist() == [["f2"]]


def test_a_users_own_check_joins():
    def nothing_said(case):
        """Nothing; can't see anything."""
        return []

    assert check(dossier(), checks=(nothing_said,)).empty


def test_an_empty_dossier_has_no_findings():
    tables = ("articles", "claims", "sources", "figures")
    assert check(Dossier(*(empty(name) for name in tables))).empty
