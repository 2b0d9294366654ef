"""Series per origin and measure: which points they have, under which policy, and which are superseded."""

import pytest
from comparison_factories import estimate as e
from comparison_factories import table
from comparison_factories import unattributed as u

from factkit.comparison import timeline
from factkit.comparison.timeline import COLUMNS
from factkit.errors import FactkitError

HUR = {"origin_id": "hur", "origin_name": "HUR"}
SERIES = table(
    e(100, relation="at_least", day="2024-12-19", article_id="a"),
    e(300, relation="about", day="2025-01-13", article_id="b"),
    e(300, relation="about", day="2025-01-13", article_id="c"),
    e(600, day="2025-04-30", article_id="d"),
    e(600, day="2025-09-03", on="2025-04-30", article_id="e"),
    e(2000, relation="about", day="2025-09-03", article_id="e"),
    e(4700, day="2025-04-30", article_id="d", measure="casualties"),
    e(6000, day="2025-09-03", article_id="e", role="increment", measure="deployed"),
    e(200, day="2024-12-14", article_id="f", **HUR),
)


def points(frame) -> list[tuple[float, bool]]:
    numbers = frame["value"].fillna(frame["low"]).fillna(frame["high"])
    return list(zip(numbers, frame["superseded"], strict=True))


def test_one_series_per_origin_and_measure():
    drawn = timeline(SERIES)
    assert list(drawn.columns) == list(COLUMNS)
    assert list(drawn.groupby(["origin_id", "measure"]).size().items()) == [
        (("hur", "killed"), 1),
        (("nis", "casualties"), 1),
        (("nis", "killed"), 4),
    ]


def test_a_series_is_in_the_order_of_the_days_that_the_figures_hold_for():
    killed = timeline(SERIES[SERIES["origin_id"] == "nis"], measure="killed")
    assert points(killed) == [(100, True), (300, True), (600, True), (2000, False)]
    assert killed["date"].dt.strftime("%Y-%m-%d").tolist() == ["2024-12-19", "2025-01-13", "2025-04-30", "2025-09-03"]


def test_a_point_has_its_evidence():
    killed = timeline(SERIES, measure=["killed"]).query("origin_id == 'nis'")
    assert killed["evidence"].tolist() == [["f0"], ["f1", "f2"], ["f3", "f4"], ["f5"]]
    assert killed["articles"].tolist() == [1, 2, 2, 1]
    assert killed["figure_id"].tolist() == ["f0", "f1", "f3", "f5"]


def test_bounds_stay_as_stated():
    first = timeline(SERIES, measure="killed").query("figure_id == 'f0'").iloc[0]
    assert (first["relation"], first["low"]) == ("at_least", 100)
    assert first[["value", "high"]].isna().all()


def test_increments_are_left_out_unless_asked_for_and_never_added_up():
    assert "deployed" not in set(timeline(SERIES)["measure"])
    asked = timeline(SERIES, measure="deployed", roles=("level", "increment"))
    assert points(asked) == [(6000, False)]


DAY = table(
    e(15000, article_id="a", day="2025-04-30T08:00", measure="deployed"),
    e(18000, article_id="b", day="2025-04-30T09:00", measure="deployed"),
    e(11000, article_id="c", day="2025-04-30T10:00", measure="deployed"),
)


@pytest.mark.parametrize(
    "policy, expected",
    [
        ("latest", [(11000, False)]),
        ("lowest", [(11000, False)]),
        ("highest", [(18000, False)]),
        ("all", [(11000, False), (15000, True), (18000, True)]),
    ],
)
def test_policies(policy, expected):
    assert points(timeline(DAY, policy=policy)) == expected


@pytest.mark.parametrize(
    "label, rows, expected",
    [
        ("the same number again", [e(600), e(600, day="2025-09-03", article_id="b")], [(600, False), (600, False)]),
        ("another group", [e(600), e(900, day="2025-09-03", counted="Russian soldiers")], [(600, False), (900, False)]),
        ("nobody named", [u(600), u(2000, day="2025-09-03")], [(600, False), (2000, False)]),
        (
            "attendance starts anew",
            [e(600, measure="attendance"), e(900, measure="attendance", day="2025-09-03")],
            [(600, False), (900, False)],
        ),
    ],
)
def test_superseded(label, rows, expected):
    assert points(timeline(table(*rows))) == expected


def test_vague_denied_and_undated_figures_are_no_points():
    rows = table(e(float("nan"), relation="vague"), e(600, modality="denied"), e(700, day=None))
    assert timeline(rows).empty


def test_no_estimates_give_an_empty_table():
    assert list(timeline(SERIES.iloc[:0]).columns) == list(COLUMNS)


def test_the_order_of_rows_does_not_matter():
    shuffled = SERIES.sample(frac=1, random_state=5)
    assert timeline(shuffled, policy="all").equals(timeline(SERIES, policy="all"))


@pytest.mark.parametrize(
    "options, message",
    [
        ({"policy": "newest"}, "policy is 'newest'.*lowest|policy is 'newest'.*latest"),
        ({"measure": "kiled"}, "no estimate of measure 'kiled'. Did you mean 'killed'"),
    ],
)
def test_wrong_options(options, message):
    with pytest.raises(FactkitError, match=message):
        timeline(SERIES, **options)
