import pandas as pd
import pytest
from conftest import estimates_of

from factkit.display.points import chart_points, episodes, measures, series_in_words, within

LEVELS = [
    ({"value": 600, "relation": "about"}, 600, "the value"),
    ({"low": 100, "relation": "at_least"}, 100, "the only bound"),
    ({"high": 12000, "relation": "up_to"}, 12000, "the only bound"),
    ({"low": 1000, "high": 1500, "relation": "between"}, 1250, "the middle of a range"),
    ({"value": 95, "high": 100, "relation": "nearly"}, 95, "the value"),
]


@pytest.mark.parametrize("stated, level, what", LEVELS)
def test_where_on_the_scale_a_figure_stands(stated, level, what):
    points = chart_points(estimates_of({"origin_id": "x", "date": "2025-01-01", **stated}))
    assert list(points["level"]) == [level], what


def test_points_carry_their_evidence_and_count_what_is_left_out(soldiers):
    points = chart_points(soldiers, measure="killed")
    nis = points[points["origin_id"].eq("nis") & points["role"].eq("level")]
    assert list(nis["evidence"]) == [["f000", "f001"], ["f002"], ["f003"], ["f004"]]
    assert list(nis["articles"]) == [2, 1, 1, 1]
    assert points.attrs == {"undrawn": 1, "elsewhere": 0}
    assert nis["article_ids"].iloc[0] == ["a0", "b"]


def test_measures_worth_a_chart_come_most_first_and_mixed_bags_never(soldiers):
    assert measures(soldiers) == ["killed", "casualties"]
    assert measures(soldiers.assign(measure="other")) == []
    assert measures(soldiers.assign(role="share")) == []
    assert measures(pd.DataFrame()) == []


def test_a_series_in_words_tells_each_move_once():
    rows = [(1, 100), (2, 100), (3, 250), (4, 250), (5, 900)]
    table = estimates_of(
        *({"origin_id": "un", "origin_name": "UN", "date": f"2025-01-0{day}", "value": value} for day, value in rows),
        {"origin_id": "who", "date": "2025-01-01", "value": 7},
    )
    assert series_in_words(chart_points(table)) == [
        "UN, killed: 100 (2025-01-01), then 250 (2025-01-03), then 900 (2025-01-05)."
    ]


def test_series_of_one_origin_are_told_apart_in_words():
    rows = [("soldiers", "01", 100), ("soldiers", "02", 300), ("journalists", "01", 5), ("journalists", "02", 7)]
    table = estimates_of(
        *({"origin_id": "un", "origin_name": "UN", "counted": who, "date": f"2025-01-{day}", "value": value}
          for who, day, value in rows)
    )  # fmt: skip
    assert [words.partition(":")[0] for words in series_in_words(chart_points(table))] == [
        "UN, soldiers, killed",
        "UN, journalists, killed",
    ]


def test_episodes_are_split_by_half_a_year_of_silence_and_the_most_told_comes_first():
    days = ["2023-02-06", "2023-07-01", "2024-12-19", "2025-04-30", "2025-09-02"]
    points = chart_points(estimates_of(*({"origin_id": "x", "date": day, "value": 5} for day in days)))
    found = [(f"{first:%Y-%m-%d}", f"{last:%Y-%m-%d}") for first, last in episodes(points)]
    assert found == [("2024-12-19", "2025-09-02"), ("2023-02-06", "2023-07-01")]
    assert len(within(points, *episodes(points)[0])) == 3
    assert within(points, *episodes(points)[0]).attrs["elsewhere"] == 2
