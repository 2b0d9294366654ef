import pandas as pd
import pytest
from conftest import estimates_of

from factkit.display.points import chart_points, measures, series_in_words

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
    assert points.attrs == {"undrawn": 1, "articles": 11}


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
