import logging
import warnings
from itertools import pairwise

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from conftest import estimates_of
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.dates import num2date
from matplotlib.figure import Figure
from matplotlib.text import Text

from factkit.display.charts import plot_timeline, spread
from factkit.errors import FactkitError


def axes():
    figure = Figure(figsize=(10, 5.6), layout="constrained")
    FigureCanvasAgg(figure)
    return figure.subplots()


def lines(ax):
    """Step lines as {label: [(day, height)]}."""
    return {
        line.get_label(): [(num2date(x).strftime("%Y-%m-%d"), y) for x, y in zip(*line.get_data(), strict=True)]
        for line in ax.lines
        if not line.get_label().startswith("_")
    }


def markers(ax):
    """Every marker as (day, height, filled), in order of time."""
    found = []
    for dots in ax.collections:
        if (dots.get_gid() or "").startswith("points"):
            faces = [len(face) and tuple(face[:3]) != (1, 1, 1) for face in dots.get_facecolors()]
            offsets = [(num2date(x).strftime("%Y-%m-%d"), y) for x, y in dots.get_offsets()]
            filled = faces if len(faces) == len(offsets) else [None] * len(offsets)
            found += [(*place, full) for place, full in zip(offsets, filled, strict=True)]
    return sorted(found)


def words(ax):
    return "\n".join([ax.get_title(loc="left"), *(text.get_text().replace("\n", " ") for text in ax.texts)])


def test_one_step_line_per_origin_over_as_of_dates(soldiers):
    drawn = lines(plot_timeline(soldiers, measure="killed", ax=axes()))
    assert drawn == {
        "국가정보원": [("2024-12-19", 100), ("2025-01-13", 300), ("2025-04-30", 600), ("2025-09-02", 2000)],
        "Володимир Зеленський": [("2025-01-15", 4000)],
        "officials": [("2025-01-22", 950), ("2025-02-22", 1200)],
    }


def test_lines_are_steps_that_hold_until_the_next_estimate(soldiers):
    ax = plot_timeline(soldiers, measure="killed", ax=axes())
    assert {line.get_drawstyle() for line in ax.lines if not line.get_label().startswith("_")} == {"steps-post"}


def test_killed_is_never_joined_with_casualties(soldiers):
    killed = lines(plot_timeline(soldiers, measure="killed", ax=axes()))
    both = lines(plot_timeline(soldiers, measure=["killed", "casualties"], ax=axes()))
    assert {height for line in killed.values() for _, height in line}.isdisjoint({3000, 4700})
    assert both["국가정보원, casualties"] == [("2025-01-13", 3000), ("2025-04-30", 4700)]
    assert both["국가정보원, killed"] == killed["국가정보원"]


def test_without_a_measure_the_one_with_most_estimates_is_drawn_and_the_others_named(soldiers):
    ax = plot_timeline(soldiers, ax=axes())
    assert ax.get_title(loc="left") == "Killed"
    assert "also in the table: casualties" in words(ax)


def test_markers_are_hollow_where_the_same_origin_has_a_later_estimate(soldiers):
    nis = soldiers[soldiers["origin_id"].eq("nis") & soldiers["role"].eq("level")]
    found = markers(plot_timeline(nis, measure="killed", ax=axes()))
    assert found == [
        ("2024-12-19", 100, False), ("2025-01-13", 300, False), ("2025-04-30", 600, False), ("2025-09-02", 2000, True),
    ]  # fmt: skip


def test_the_same_statement_in_two_articles_is_one_marker_and_both_are_counted(soldiers):
    ax = plot_timeline(soldiers[:2], ax=axes())
    assert markers(ax) == [("2024-12-19", 100, True)]
    assert "2 estimates in 2 articles, 1 independent origin" in words(ax)


def test_increments_stand_beside_the_line_and_never_in_it(soldiers):
    ax = plot_timeline(soldiers, measure="killed", ax=axes())
    assert ("2025-09-10", 50, None) in [(day, height, None) for day, height, _ in markers(ax)]
    assert all(height != 50 for line in lines(ax).values() for _, height in line)
    assert "+ increase on an earlier figure" in words(ax)


def test_nobody_named_is_drawn_without_a_line(soldiers):
    ax = plot_timeline(soldiers[soldiers["origin_id"].isna()], ax=axes())
    assert lines(ax) == {}
    assert len(markers(ax)) == 2
    assert "pale: no source named" in words(ax)


def test_a_range_is_a_bar_without_an_invented_middle(soldiers):
    ax = plot_timeline(soldiers[soldiers["relation"].eq("between")], ax=axes())
    bars = [segment for dots in ax.collections if hasattr(dots, "get_segments") for segment in dots.get_segments()]
    assert [sorted(segment[:, 1]) for segment in bars] == [[900, 1000]]
    assert markers(ax) == []
    assert "900 to 1,000" in words(ax)
    assert "950" not in words(ax)


ARROWS = [
    ("at_least", {"low": 100}, 1, "an arrow up"),
    ("more_than", {"low": 100}, 1, "an arrow up"),
    ("up_to", {"high": 100}, -1, "an arrow down"),
    ("less_than", {"high": 100}, -1, "an arrow down"),
    ("exact", {"value": 100}, 0, "no arrow"),
    ("about", {"value": 100}, 0, "no arrow"),
]


@pytest.mark.parametrize("relation, stated, direction, what", ARROWS, ids=[row[0] for row in ARROWS])
def test_bounds_are_open_arrows(relation, stated, direction, what):
    table = estimates_of({"origin_id": "x", "date": "2025-01-01", "relation": relation, **stated})
    ax = plot_timeline(table, ax=axes())
    tips = [
        np.sign(path.vertices[:, 1].sum())
        for dots in ax.collections
        if len(dots.get_offsets()) and not dots.get_gid()
        for path in dots.get_paths()
        if len(path.vertices) == 5
    ]
    assert tips == ([direction] if direction else []), what
    assert ("↑" in words(ax), "↓" in words(ax)) == (direction > 0, direction < 0)


def test_what_isnt_drawn_is_counted(soldiers):
    assert "1 figure not drawn" in words(plot_timeline(soldiers, measure="killed", ax=axes()))


def test_hedged_and_planned_look_different():
    table = estimates_of(
        *({"origin_id": m, "date": "2025-01-01", "value": 5, "modality": m} for m in ("asserted", "hedged", "planned"))
    )
    ax = plot_timeline(table, ax=axes())
    shapes = {
        tuple(map(tuple, dots.get_paths()[0].vertices.round(3)))
        for dots in ax.collections
        if (dots.get_gid() or "").startswith("points")
    }
    assert len(shapes) == 3
    assert "◆ hedged   ■ planned" in words(ax)


EMPTY = [
    (lambda table: table[:0], "no rows"),
    (lambda table: table.assign(date=pd.NaT), "no dates"),
    (lambda table: table.assign(value=np.nan, low=np.nan, high=np.nan, relation="vague"), "no numbers"),
]


@pytest.mark.parametrize("change, what", EMPTY, ids=[row[1] for row in EMPTY])
def test_an_empty_chart_says_so(soldiers, change, what):
    ax = plot_timeline(change(soldiers), ax=axes())
    assert "No estimate to draw" in words(ax), what
    ax.figure.canvas.draw()


def test_an_unknown_measure_names_the_nearest(soldiers):
    with pytest.raises(FactkitError, match=r"'kiled'.*Did you mean 'killed'"):
        plot_timeline(soldiers, measure="kiled", ax=axes())


def test_a_missing_column_is_named(soldiers):
    with pytest.raises(FactkitError, match="relation"):
        plot_timeline(soldiers.drop(columns="relation"), ax=axes())


def test_group_keeps_what_counts_it():
    table = estimates_of(
        {"origin_id": "x", "date": "2025-01-01", "value": 5, "counted": "Children"},
        {"origin_id": "x", "date": "2025-01-02", "value": 9, "counted": "soldiers"},
    )
    assert markers(plot_timeline(table, group="children", ax=axes())) == [("2025-01-01", 5, True)]


NAMES = ["국가정보원", "Володимир Зеленський", "國家情報院 中国", "ไทย 🙂", "$x_1$ \\frac", "a\nb\tc"]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_drawn_without_a_missing_glyph_or_mathematics(soldiers, name, caplog):
    before = dict(mpl.rcParams)
    table = soldiers.assign(origin_name=name)
    with warnings.catch_warnings(), caplog.at_level(logging.WARNING):
        warnings.simplefilter("error")
        ax = plot_timeline(table, title=name, ax=axes())
        ax.figure.canvas.draw()
    assert caplog.messages == []
    assert dict(mpl.rcParams) == before


def test_two_hundred_points_and_a_crowd_on_one_day_are_drawn():
    crowd = [
        {"origin_id": f"o{n % 20}", "date": f"2023-02-{6 + n % 15:02}", "value": 1000 + 37 * n} for n in range(200)
    ] + [{"origin_id": f"p{n}", "date": "2023-02-06", "value": 3000} for n in range(6)]
    ax = plot_timeline(estimates_of(*crowd), ax=axes())
    ax.figure.canvas.draw()
    assert len(markers(ax)) == 206
    assert "16 more lines without a label" in words(ax)


def test_labels_at_line_ends_do_not_overlap():
    rows = [{"origin_id": f"Origin {n}", "date": "2025-01-01", "value": 1000 + n} for n in range(10)]
    ax = plot_timeline(estimates_of(*rows), ax=axes())
    ax.figure.canvas.draw()
    renderer = ax.figure.canvas.get_renderer()
    # An annotation's own extent takes in its leader line; only the words matter here.
    boxes = [Text.get_window_extent(text, renderer) for text in ax.texts if text.get_text().startswith("Origin")]
    boxes.sort(key=lambda box: box.y0)
    assert len(boxes) == 10
    assert all(low.y1 <= high.y0 + 1 for low, high in pairwise(boxes))


def test_estimates_are_not_changed_and_rows_may_come_in_any_order(soldiers):
    before = soldiers.copy()
    drawn = lines(plot_timeline(soldiers.iloc[::-1], measure="killed", ax=axes()))
    assert drawn == lines(plot_timeline(soldiers, measure="killed", ax=axes()))
    pd.testing.assert_frame_equal(soldiers, before)


@given(st.lists(st.floats(0, 100), max_size=30), st.floats(0.1, 20))
def test_spread_keeps_order_distance_and_bounds(wanted, gap):
    wanted = sorted(wanted)
    places = spread(wanted, gap, 0, 100)
    room = min(gap, 100 / max(len(wanted) - 1, 1))
    assert len(places) == len(wanted)
    assert all(b - a >= room - 1e-6 for a, b in pairwise(places))
    assert all(-1e-6 <= place <= 100 + 1e-6 for place in places)


def test_without_axes_a_figure_of_its_own_is_made(soldiers):
    ax = plot_timeline(soldiers)
    assert plt.get_fignums() == [ax.figure.number]
    plt.close(ax.figure)


def test_one_origin_on_two_places_has_two_lines_and_labels_that_tell_them_apart():
    rows = [
        {"origin_id": "who", "origin_name": "WHO", "date": f"2023-02-0{day}", "value": value, "place": place}
        for place, day, value in (("Turkey", 6, 900), ("Turkey", 7, 5000), ("Syria", 6, 500), ("Syria", 7, 1800))
    ]
    table = estimates_of(*rows)
    drawn = lines(plot_timeline(table, ax=axes()))
    assert drawn == {
        "WHO, Turkey": [("2023-02-06", 900), ("2023-02-07", 5000)],
        "WHO, Syria": [("2023-02-06", 500), ("2023-02-07", 1800)],
    }
    assert set(lines(plot_timeline(table, group="syria", ax=axes()))) == {"WHO"}


def test_one_chart_has_one_unit():
    rows = [{"origin_id": "x", "date": f"2025-01-0{n}", "value": n, "measure": "aid", "unit": "USD"} for n in (1, 2, 3)]
    table = estimates_of(*rows, {**rows[0], "value": 900, "unit": "EUR"})
    ax = plot_timeline(table, ax=axes())
    assert {height for _, height, _ in markers(ax)} == {1, 2, 3}
    assert "; in USD" in words(ax)
    assert "1 figure not drawn" in words(ax)


def test_a_change_is_no_increase():
    table = estimates_of({"origin_id": "x", "date": "2025-01-01", "value": 200, "role": "change"})
    ax = plot_timeline(table, ax=axes())
    assert "Δ200" in words(ax)
    assert "change of 200" in words(ax)


def test_names_stay_inside_the_chart_and_keep_what_tells_them_apart():
    rows = [("soldiers of the north", 1000), ("journalists of the north", 1500)]
    table = estimates_of(
        *({"origin_id": "x", "origin_name": "The Long-named Agency for Figures", "date": "2025-01-01", "value": value,
           "counted": counted} for counted, value in rows)
    )  # fmt: skip
    said = words(plot_timeline(table, ax=axes()))
    assert "soldiers" in said
    assert "journalists" in said


def test_numbers_stay_inside_the_axes():
    days = pd.date_range("2025-01-01", periods=9)
    rows = [(day, 1_000_000 + 10_000 * rank) for day in days[-2:] for rank in range(5)] + [(days[0], 5)]
    table = estimates_of(
        *({"origin_id": f"o{rank}", "date": day, "value": value} for rank, (day, value) in enumerate(rows))
    )
    ax = plot_timeline(table, ax=axes())
    right = ax.get_xlim()[1]
    width = ax.get_window_extent().width * 72 / ax.figure.dpi
    scale = width / (right - ax.get_xlim()[0])
    beside = [text for text in ax.texts if text.get_fontsize() == 8 and text.get_ha() == "left"]
    assert all((right - text.xy[0]) * scale > 5.2 * len(text.get_text()) for text in beside)


def test_people_are_counted_in_whole_numbers():
    table = estimates_of(
        {"origin_id": "x", "date": "2025-01-01", "value": 1}, {"origin_id": "y", "date": "2025-01-02", "value": 2}
    )
    ticks = plot_timeline(table, ax=axes()).get_yticks()
    assert [tick for tick in ticks if tick % 1] == []


def test_a_long_title_takes_two_lines():
    table = estimates_of({"origin_id": "x", "date": "2025-01-01", "value": 1})
    title = "What somebody wants to say " * 4
    assert plot_timeline(table, title=title, ax=axes()).get_title(loc="left").count("\n") == 1


def test_figures_half_a_year_apart_are_not_drawn_on_one_scale():
    rows = [("2023-02-06", 50000), ("2025-01-01", 100), ("2025-03-01", 300), ("2025-08-01", 600)]
    table = estimates_of(*({"origin_id": "x", "date": day, "value": value} for day, value in rows))
    assert [height for _, height, _ in markers(plot_timeline(table, ax=axes()))] == [100, 300, 600]
    assert "1 estimate of other times not drawn" in words(plot_timeline(table, ax=axes()))
    assert words(plot_timeline(table, ax=axes())).startswith("Killed, Jan 2025 to Aug 2025\n")
    earlier = plot_timeline(table, until="2024-01-01", ax=axes())
    assert [height for _, height, _ in markers(earlier)] == [50000]
    assert len(markers(plot_timeline(table, since="2023-01-01", ax=axes()))) == 4
    with pytest.raises(FactkitError, match="'soon' is no day"):
        plot_timeline(table, since="soon", ax=axes())


def test_an_article_that_gives_two_figures_is_counted_once():
    days = {"2025-01-01": 5, "2025-02-01": 9}
    table = estimates_of(*({"origin_id": "x", "article_id": "a", "date": day, "value": n} for day, n in days.items()))
    assert "9 · 1 article" in words(plot_timeline(table, ax=axes()))
