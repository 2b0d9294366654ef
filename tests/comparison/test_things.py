"""What a figure is a figure of: intervals, significant digits, groups in every language."""

import numpy as np
import pytest
from comparison_factories import estimate as e
from comparison_factories import table

from factkit.comparison.things import group_of, intervals, significant, things, trailing_zeros

INF = float("inf")


@pytest.mark.parametrize(
    "row, low, high",
    [
        (e(2013), 2013, 2013),
        (e(7), 7, 7),
        (e(2000), 1900, 2100),
        (e(2000, relation="about"), 1800, 2200),
        (e(2000, relation="at_least"), 2000, INF),
        (e(2000, relation="more_than"), 2000, INF),
        (e(2000, relation="up_to"), 0, 2000),
        (e(2000, relation="less_than"), 0, 2000),
        (e(2000, relation="nearly"), 1800, 2000),
        (e(0, relation="between", low=100, high=300), 100, 300),
    ],
)
def test_intervals(row, low, high):
    bottom, top = intervals(table(row))
    assert (bottom[0], top[0]) == pytest.approx((low, high))


def test_a_vague_figure_has_no_interval():
    bottom, top = intervals(table(e(float("nan"), relation="vague")))
    assert np.isnan(bottom[0])
    assert np.isnan(top[0])


@pytest.mark.parametrize(
    "number, digits, zeros", [(2000, 1, 3), (2013, 4, 0), (4700, 2, 2), (7, 1, 0), (107000, 3, 3), (0, 0, 0)]
)
def test_digits(number, digits, zeros):
    point = np.array([float(number)])
    assert (significant(point)[0], trailing_zeros(point)[0]) == (digits, zeros)


@pytest.mark.parametrize(
    "language, counted, group",
    [
        ("en", "North Korean soldiers", ("KP", "soldiers", None)),
        ("ro", "de militari nord-coreeni", ("KP", "soldiers", None)),
        ("fr", "soldats nord-coréens", ("KP", "soldiers", None)),
        ("de", "nordkoreanische Soldaten", ("KP", "soldiers", None)),
        ("es", "soldados norcoreanos", ("KP", "soldiers", None)),
        ("ru", "северокорейских военнослужащих", ("KP", "soldiers", None)),
        ("uk", "північнокорейських військових", ("KP", "soldiers", None)),
        ("ko", "북한군", ("KP", "soldiers", None)),
        ("en", "Russian troops", ("RU", "soldiers", None)),
        ("en", "people", (None, None, None)),
        ("ro", "copii", (None, None, "children")),
        ("de", "Kinder", (None, None, "children")),
        ("uk", "цивільних", (None, None, "civilians")),
        ("ru", "строителей", (None, None, "engineers")),
        ("fr", "10 000 hommes", (None, None, None)),
        ("xx", "people", (None, None, None)),
        ("en", None, (None, None, None)),
    ],
)
def test_groups(language, counted, group):
    assert group_of(language, counted)[:3] == group


def test_an_unknown_group_is_the_only_one_that_the_article_speaks_of():
    rows = table(
        e(600), e(700, counted="people"), e(800, counted="people", article_id="b", origin_id="x", measure="wounded")
    )
    nation = things(rows).nation
    assert nation[0] == nation[1] > 0
    assert nation[2] == 0


def test_an_unknown_group_stays_unknown_beside_two():
    rows = table(e(600), e(700, counted="Russian soldiers"), e(800, counted="people"))
    assert things(rows).nation[2] == 0
