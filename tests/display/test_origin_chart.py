"""The chart of origins: its lines and names, not its pixels."""

from itertools import pairwise

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest
from comparison_factories import estimate as e
from comparison_factories import table
from comparison_factories import unattributed as u

import factkit as fk
from factkit.display.origin_chart import COLUMNS

mpl.use("Agg")
HUR = {"origin_id": "hur", "origin_name": "HUR", "speaker_id": "hur", "speaker_name": "HUR"}
AGENCY = {"agency_id": "yonhap", "agency_name": "Yonhap"}


@pytest.fixture(autouse=True)
def _closed():
    yield
    plt.close("all")


def lines(axes) -> set[str]:
    return {patch.get_gid() for patch in axes.patches}


def names(axes) -> list[str]:
    return [text.get_text() for text in axes.texts if text.get_text() not in COLUMNS]


def test_a_path_goes_from_the_outlet_to_the_service():
    axes = fk.plot_origins(table(e(600, **AGENCY)))
    assert lines(axes) == {
        "The Daily <- Yonhap",
        "Yonhap <- Lee Seong-kweun",
        "Lee Seong-kweun <- National Intelligence Service",
    }
    assert axes.get_title(loc="left") == "600 killed: 1 article, 1 text, 1 independent origin"


def test_who_speaks_for_himself_stands_once_and_nobody_is_said_to_be_nobody():
    axes = fk.plot_origins(table(e(600, **HUR), u(600, article_id="b", outlet="B")))
    assert lines(axes) == {"The Daily <- HUR", "B <- nobody named"}


def test_one_origin_has_one_colour():
    rows = [e(600, article_id=f"a{n}", outlet=f"O{n}", speaker_id=f"s{n}", speaker_name=f"S{n}") for n in range(3)]
    axes = fk.plot_origins(table(*rows, e(600, article_id="x", outlet="X", **HUR)))
    assert len({patch.get_edgecolor() for patch in axes.patches}) == 2
    assert "National Intelligence Servic… (3)" not in names(axes)
    assert "National Intelligence Service (3)" in names(axes)


def test_no_two_names_share_a_place():
    rows = [
        e(600, article_id=f"a{n}", outlet=f"O{n}", speaker_id=f"s{n}", speaker_name=f"S{n}", origin_id=f"o{n % 5}",
          origin_name=f"P{n % 5}", agency_id=f"g{n % 3}", agency_name=f"G{n % 3}")
        for n in range(12)
    ]  # fmt: skip
    axes = fk.plot_origins(table(*rows))
    places = sorted(text.get_position() for text in axes.texts)
    near = [(one, two) for one, two in pairwise(places) if one[0] == two[0]]
    assert len(near) > 12
    assert all(two[1] - one[1] > 0.99 for one, two in near)


def test_the_figure_of_most_articles_is_drawn_unless_one_is_asked_for():
    rows = table(e(600), e(600, article_id="b", outlet="B"), e(300, article_id="c", day="2025-01-13"))
    assert fk.plot_origins(rows).get_title(loc="left").startswith("600 killed: 2 articles")
    assert fk.plot_origins(rows, value=300).get_title(loc="left").startswith("300 killed: 1 article,")


def test_many_outlets_end_in_a_count():
    rows = [e(600, article_id=f"a{n:02}", outlet=f"Outlet {n:02}") for n in range(45)]
    assert "and 5 more outlets (5)" in names(fk.plot_origins(table(*rows)))


@pytest.mark.parametrize("asked", [{"measure": "killled"}, {"value": 7}])
def test_what_is_not_there_is_told(asked):
    with pytest.raises(fk.FactkitError, match="no figure with"):
        fk.plot_origins(table(e(600)), **asked)


def test_any_script_and_any_signs_are_drawn():
    axes = fk.plot_origins(table(e(600, outlet="뉴시스 $5^", origin_name="国家情報院", speaker_name="Ли Сон Квун")))
    axes.figure.canvas.draw()
    assert "뉴시스 $5^" in names(axes)
