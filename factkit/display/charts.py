"""Estimates over time, drawn as a careful analyst would: what was stated, by whom, for which day, and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.dates import AutoDateLocator, DateFormatter, date2num
from matplotlib.path import Path as Outline
from matplotlib.ticker import FuncFormatter, MaxNLocator

from factkit.display.fonts import drawable, style
from factkit.display.points import chart_points, episodes, measures, told_apart, within
from factkit.display.words import label, number, plural, present, shorten, stated
from factkit.dossier import expect_table
from factkit.errors import FactkitError

# Okabe and Ito's palette, which stays apart for colour-blind eyes; the yellow, too pale for lines, is left out.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#AA4499", "#222222", "#56B4E9", "#E69F00")
_REST = "#8A8A8A"
NOBODY = "#B8B8B8"
_NOTE = "#666666"
_SHAPES = {"asserted": "o", "hedged": "D", "planned": "s"}
_SIGNS = {"increment": "+", "change": "Δ"}  # a change may go either way
_POINTS = {"at_least": 1, "more_than": 1, "up_to": -1, "less_than": -1}  # which way an arrow points
_UP = Outline([(0, 0), (0, 1), (-0.28, 0.66), (0, 1), (0.28, 0.66)], [1, 2, 1, 2, 2])
_DOWN = Outline([(0, 0), (0, -1), (-0.28, -0.66), (0, -1), (0.28, -0.66)], [1, 2, 1, 2, 2])
_LABELS = 10  # lines that get a label; more can't be read
_CROWD = 60  # more points than this get small markers and no numbers beside them
_LINE = 120  # characters of a line of notes
_TITLE = 72  # and of one of the title
_NAME = 42  # and of the name beside a line
_ARROW = 1700  # size of an arrow as a marker: of a path, its longest reach, doubled, squared
_RINGS = 4  # rings around a marker at most
SIZE = (10.0, 5.6)  # inches
_DAY = pd.Timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Line:
    """All points of one origin about one measure, with the colour they are drawn in."""

    name: str
    apart: str
    named: bool
    points: pd.DataFrame
    colour: str = _REST
    labelled: bool = False

    @property
    def key(self) -> str:
        """The line's whole name."""
        return ", ".join(filter(None, (self.name, self.apart)))

    @property
    def label(self) -> str:
        """Whose line it is and what tells it from others of the same origin, short, but never without the latter."""
        if not self.apart:
            return shorten(self.name, _NAME)
        apart = shorten(self.apart, _NAME - 10)
        return f"{shorten(self.name, _NAME - len(apart) - 2)}, {apart}"

    @property
    def levels(self) -> pd.DataFrame:
        """The points that a line may join: levels, one a day (the one that most articles give)."""
        levels = self.points[self.points["role"].eq("level")]
        ranked = levels.sort_values(["date", "articles", "level"], kind="stable")
        return ranked.drop_duplicates("date", keep="last")

    @property
    def articles(self) -> int:
        """How many articles stand behind the line."""
        return len({key for keys in self.points["article_ids"] for key in keys})

    @property
    def end(self) -> pd.Series:
        """The point that the label speaks of: the last level, else the last of what there is."""
        return (self.points if self.levels.empty else self.levels).iloc[-1]

    @property
    def ink(self) -> tuple[float, ...]:
        """The line's colour, darkened so that small print in it can be read."""
        return tuple(0.75 * part for part in to_rgb(self.colour))


def plot_timeline(
    estimates: pd.DataFrame,
    *,
    measure: str | Sequence[str] | None = None,
    group: str | None = None,
    since: str | pd.Timestamp | None = None,
    until: str | pd.Timestamp | None = None,
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw estimates over the days they hold for: one step line per origin, one marker per distinct estimate.

    `estimates` is the table of `fk.estimates`. `measure` picks what is drawn (several get lines of their own, never a
    common one); without it, the measure with the most estimates. `group` keeps figures whose counted words or place
    contain it. `since` and `until` bound the days; without both, of figures that lie more than half a year apart the
    stretch that most articles speak of. The Axes drawn on: `ax`, else those of a figure of its own.

    Hollow: the same origin has a later estimate. Arrows: "at least" up, "up to" down. Bars: stated ranges. Diamonds
    are hedged, squares planned. Plus signs are increments and changes, which no line joins; figures in a writer's own
    voice have no line either. All are of one unit, the commonest; what isn't drawn is counted below the chart.

    A measure that no estimate has is a `FactkitError`; a missing column a `TableError`.
    """
    expect_table(estimates, "plot_timeline", "fk.estimates")
    if measure is None:
        measure = next(iter(measures(estimates)), None) or _commonest(estimates)
    points = _window(chart_points(estimates, measure=measure, group=group), since, until)
    if ax is None:
        _, ax = plt.subplots(figsize=SIZE, layout="constrained")
    shown = [measure] if isinstance(measure, str) else list(measure or ())
    _write_title(ax, title or _title(shown, group, points), points)
    if points.empty:
        return _nothing(ax, points)
    _scales(ax, points)
    lines = _lines(points, several=len(shown) > 1)
    for line in reversed(lines):
        _draw_line(ax, line)
    rings = _ring_ranks(lines)
    for line in reversed(lines):
        _draw_points(ax, line, rings, room=1.0 if len(points) <= _CROWD else 0.45)
    if len(points) <= _CROWD:
        _label_values(ax, lines)
    _label_lines(ax, [line for line in lines if line.labelled])
    _write_key(ax, points, lines, _others(estimates, shown))
    return ax


def _window(points: pd.DataFrame, since: str | pd.Timestamp | None, until: str | pd.Timestamp | None) -> pd.DataFrame:
    """The points between the days given, else those of the stretch of time that most articles speak of."""
    if points.empty:
        return points
    if since is None and until is None:
        return within(points, *episodes(points)[0])
    return within(points, _day_of(since, points["date"].min()), _day_of(until, points["date"].max()))


def _day_of(given: str | pd.Timestamp | None, otherwise: pd.Timestamp) -> pd.Timestamp:
    if given is None:
        return otherwise
    try:
        return pd.Timestamp(given).tz_localize(None)
    except ValueError as error:
        raise FactkitError(f"{given!r} is no day; write it as 2025-09-03") from error


def _commonest(estimates: pd.DataFrame) -> str | None:
    if "measure" not in estimates:
        return None
    counts = estimates["measure"].dropna().astype(str).value_counts()
    return min(counts[counts == counts.max()].index, default=None)


def _others(estimates: pd.DataFrame, shown: Sequence[str]) -> list[str]:
    return [name for name in measures(estimates) if name not in shown]


def _title(shown: Sequence[str], group: str | None, points: pd.DataFrame) -> str:
    of = f", {group}" if group else ""
    if points.attrs["elsewhere"] and len(points):
        first, last = (f"{moment:%b %Y}" for moment in (points["date"].min(), points["date"].max()))
        of += f", {first}" if first == last else f", {first} to {last}"
    words = " and ".join(label(name) for name in shown) or "Estimates"
    return f"{words[0].upper()}{words[1:]}{of}"


def _lines(points: pd.DataFrame, *, several: bool) -> list[_Line]:
    """One line per series; those with the most articles come first and get the colours and labels."""
    series = points.groupby("series", sort=True)
    firsts = series.first()
    lines = []
    for key, own in series:
        first = firsts.loc[key]
        named = present(first["origin_id"])
        name = str(first["origin_name"]) if named else "no source named"
        words = [*told_apart(first, firsts), *([label(first["measure"])] if several else [])]
        lines.append(_Line(name, ", ".join(words), named, own))
    lines.sort(key=lambda line: (not line.named, -line.articles, line.name, line.apart))
    known = [line for line in lines if line.named]
    coloured = [replace(line, colour=colour) for line, colour in zip(known, COLOURS, strict=False)]
    coloured += known[len(coloured) :]
    labelled = [replace(line, labelled=True) for line in coloured[:_LABELS]]
    unnamed = [replace(line, colour=NOBODY) for line in lines[len(known) :]]
    return [*labelled, *coloured[_LABELS:], *unnamed]


def _scales(ax: Axes, points: pd.DataFrame) -> None:
    """Day and number scales: zero at the bottom, room for arrows at the top, at least eight days wide."""
    tops = points[["level", "high"]].max(axis=1)
    whole = points["level"].mod(1).eq(0).all()
    top = float(tops.max()) * 1.12 or 1.0
    # A little room under zero, so that a marker that stands there isn't cut in half.
    ax.set_ylim(min(-0.02 * top, float(points["level"].min()) * 1.1), top)
    first, last = points["date"].min(), points["date"].max()
    room = max((last - first) * 0.04, (8 * _DAY - (last - first)) / 2, _DAY)
    ax.set_xlim(_days(first - room), _days(last + room))
    ax.xaxis.set_major_locator(AutoDateLocator(minticks=3, maxticks=9))  # type: ignore[no-untyped-call]
    ax.xaxis.set_major_formatter(DateFormatter(_date_format(last - first)))  # type: ignore[no-untyped-call]
    ax.yaxis.set_major_locator(MaxNLocator(nbins=6, steps=[1, 2, 2.5, 5, 10], integer=bool(whole)))
    ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value)))
    ax.tick_params(length=0, labelsize=9, labelcolor=_NOTE)
    ax.tick_params(axis="x", length=4, color="#BBBBBB")
    ax.grid(axis="y", color="#BBBBBB", alpha=0.45, linewidth=0.7)
    ax.set_axisbelow(True)
    ax.spines[["top", "right", "left"]].set_visible(False)
    ax.spines["bottom"].set_color("#BBBBBB")


def _days(dates: Any) -> Any:
    """Dates as matplotlib counts them."""
    return date2num(dates)  # type: ignore[no-untyped-call]


def _date_format(span: pd.Timedelta) -> str:
    if span > 2500 * _DAY:
        return "%Y"
    return "%b\n%Y" if span > 120 * _DAY else "%d %b\n%Y"


def _draw_line(ax: Axes, line: _Line) -> None:
    """The steps of one origin, and a dotted reach from its last estimate to the label."""
    if line.labelled:
        reach = [_days(line.end["date"]), ax.get_xlim()[1]]
        ax.plot(
            reach, [line.end["level"]] * 2, linestyle=":", linewidth=1, color=line.colour, alpha=0.5, zorder=1.5,
            label="_",
        )  # fmt: skip
    levels = line.levels
    if not line.named or levels.empty:
        return
    days, heights = _days(levels["date"]), levels["level"].to_numpy()
    dashes = (0, (4, 3)) if levels["modality"].eq("planned").all() else "solid"
    ax.plot(
        days, heights, drawstyle="steps-post", linestyle=dashes, linewidth=1.8, color=line.colour, alpha=0.85,
        label=line.key, gid=f"line {line.key}", solid_capstyle="butt", zorder=2,
    )  # fmt: skip


def _draw_points(ax: Axes, line: _Line, rings: "pd.Series[int]", room: float) -> None:
    """The markers of one origin: shape by modality, filled unless superseded, arrows for bounds, bars for ranges.

    Where several origins state the same for the same day, they are rings around each other.
    """
    ranged = line.points[line.points["low"] < line.points["high"]]
    ax.vlines(
        _days(ranged["date"]), ranged["low"], ranged["high"], color=line.colour, linewidth=5, alpha=0.35, zorder=2.5
    )
    ends = pd.concat([ranged["low"], ranged["high"]])
    ax.scatter(_days([*ranged["date"]] * 2), ends, marker="_", s=90, color=line.colour, zorder=3, label="_")
    for outline, way in ((_UP, 1), (_DOWN, -1)):
        bound = line.points[line.points["relation"].map(_POINTS) == way]
        # The arrow starts in the middle of the marker.
        ax.scatter(
            _days(bound["date"]), bound["level"], marker=outline, s=_ARROW * room, facecolors="none",
            edgecolors=line.colour, linewidths=1.4, zorder=3, label="_",
        )  # fmt: skip
    for shape, own in _styles(line.points):
        open_ended = shape == "+"
        filled = [line.colour if not past else ax.get_facecolor() for past in own["superseded"]]
        ax.scatter(
            _days(own["date"]), own["level"], marker=shape, s=(44.0 + 75.0 * rings.loc[own.index].to_numpy()) * room,
            **({"color": line.colour} if open_ended else {"facecolors": filled, "edgecolors": line.colour}),
            linewidths=1.6, zorder=4, gid=f"points {line.key}", label="_",
        )  # fmt: skip


def _styles(points: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Marker shapes with the points that have them; a point that is only a range has no marker but its bar."""
    shapes = points["modality"].map(_SHAPES).where(points["role"].eq("level"), "+")
    marked = ~(points["relation"].eq("between") & points["value"].isna() & (points["low"] < points["high"]))
    for shape, own in points[marked].groupby(shapes[marked], sort=True):
        yield str(shape), own


def _ring_ranks(lines: Sequence[_Line]) -> "pd.Series[int]":
    """For each point, how many points of earlier lines state the same for the same day."""
    everything = pd.concat([line.points[["date", "level"]].assign(line=rank) for rank, line in enumerate(lines)])
    lines_there = everything.groupby(["date", "level"])["line"]
    return (lines_there.rank("dense") - 1).clip(upper=_RINGS).astype(int)


def _label_values(ax: Axes, lines: Sequence[_Line]) -> None:
    """The number beside each marker where there is room for it, the latest first; the rest is read off the scale."""
    width, height = _size(ax)
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()

    def spot(point: Any) -> tuple[float, float]:
        return (_days(point.date) - left) / (right - left) * width, (point.level - bottom) / (top - bottom) * height

    points = [point for line in lines for point in line.points.itertuples()]
    markers = [spot(point) for point in points]
    taken = [(x - 4, y - 4, x + 4, y + 4) for x, y in markers]
    for point, (x, y) in zip(points, markers, strict=True):
        reach = _ARROW**0.5 / 2 * _POINTS.get(str(point.relation), 0)
        taken.append((x - 3, min(y, y + reach), x + 3, max(y, y + reach)))
    told = set()
    for line in lines:
        for point in line.points.iloc[::-1].itertuples() if line.labelled else ():
            x, y = spot(point)
            words = _beside(point)
            if (x, y, words) in told:
                continue
            told.add((x, y, words))
            long = 2 + 5.2 * len(words)
            for side, shift, start in (("right", -5, x - 5 - long), ("left", 5, x + 5)):
                box = (start, y + 3, start + long, y + 14)
                if start > 0 and start + long < width and not any(_overlap(box, other) for other in taken):
                    taken.append(box)
                    ax.annotate(
                        words, (_days(point.date), point.level), (shift, 4), textcoords="offset points", ha=side,
                        fontsize=8, color=line.ink, zorder=5,
                    )  # fmt: skip
                    break


def _beside(point: Any) -> str:
    """The number to write beside a marker: as stated, a range as its two ends."""
    sign = _SIGNS.get(point.role, "")
    if pd.isna(point.value) and point.low < point.high:
        return f"{sign}{number(point.low)}–{number(point.high)}"
    return sign + number(point.level)


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _size(ax: Axes) -> tuple[float, float]:
    """Width and height of the axes in points, before any layout: close enough to keep labels apart."""
    window = ax.get_window_extent()
    dots = ax.get_figure(root=True).dpi / 72  # type: ignore[union-attr]
    return window.width / dots, window.height / dots


def _label_lines(ax: Axes, lines: Sequence[_Line]) -> None:
    """Each line's name and last figure at the right edge, moved up or down no more than keeps them apart."""
    ends = [line.end for line in lines]
    order = np.argsort([float(end["level"]) for end in ends], kind="stable")
    bottom, top = ax.get_ylim()
    gap = 26 / _size(ax)[1] * (top - bottom)
    heights = spread([float(ends[place]["level"]) for place in order], gap, bottom + gap / 2, top)
    for place, height in zip(order, heights, strict=True):
        line, end = lines[place], ends[place]
        said = ("" if end["role"] == "level" else f"{end['role']} of ") + stated({**end.to_dict(), "text": ""})
        count = plural(line.articles, "article")
        words = f"{drawable(line.label)}\n{said} · {count}"
        ax.annotate(
            words, (1, end["level"]), (1.025, height), xycoords=ax.get_yaxis_transform(),
            textcoords=ax.get_yaxis_transform(), va="center", ha="left", fontsize=9, color=line.ink,
            linespacing=1.15, annotation_clip=False, **style(words),
            arrowprops={"arrowstyle": "-", "color": line.colour, "alpha": 0.5, "linestyle": ":", "relpos": (0, 0.5),
                        "shrinkA": 1, "shrinkB": 0},
        )  # fmt: skip


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Ascending places near `wanted` (ascending) at least `gap` apart within low and high, moved as little as can be.

    Least squares under an order (pool adjacent violators); where there is no room, the gap shrinks.
    """
    if len(wanted) > 1:
        gap = min(gap, (high - low) / (len(wanted) - 1))
    pools: list[tuple[float, int]] = []
    for rank, want in enumerate(wanted):
        mean, size = want - rank * gap, 1
        while pools and pools[-1][0] > mean:
            before, count = pools.pop()
            mean, size = (before * count + mean * size) / (count + size), count + size
        pools.append((mean, size))
    flat = [mean for mean, size in pools for _ in range(size)]
    last = max(low, high - gap * (len(wanted) - 1))
    return [min(max(place, low), last) + rank * gap for rank, place in enumerate(flat)]


def _write_title(ax: Axes, title: str, points: pd.DataFrame) -> None:
    words = "\n".join(wrap(drawable(title), _TITLE))
    ax.set_title(words, loc="left", fontsize=13, pad=26, **style(words, bold=True))
    if points.empty:
        return
    told = "Who stated which figure, for which day: {} in {}, {}{}"
    counts = (
        plural(sum(map(len, points["evidence"])), "estimate"),
        plural(len({key for keys in points["article_ids"] for key in keys}), "article"),
        plural(int(points["origin_id"].nunique()), "independent origin"),
    )
    ax.annotate(
        told.format(*counts, _unit(points)), (0, 1), (0, 9), xycoords="axes fraction",
        textcoords="offset points", fontsize=9.5, color=_NOTE, annotation_clip=False,
    )  # fmt: skip


def _unit(points: pd.DataFrame) -> str:
    unit = points["unit"].iloc[0]
    return "" if unit == "count" or not present(unit) else f"; in {label(unit)}"


def _write_key(ax: Axes, points: pd.DataFrame, lines: Sequence[_Line], others: Sequence[str]) -> None:
    """What the marks mean, only those that are there, and what isn't drawn."""
    relations, modality, roles = set(points["relation"].dropna()), set(points["modality"]), set(points["role"])
    known = [
        ("● latest of its origin   ○ superseded", bool(points["superseded"].any())),
        ("↑ at least, more than", bool(relations & {"at_least", "more_than"})),
        ("↓ up to, less than", bool(relations & {"up_to", "less_than"})),
        ("▌ stated range", bool((points["low"] < points["high"]).any())),
        ("◆ hedged", "hedged" in modality),
        ("■ planned", "planned" in modality),
        ("+ increase on an earlier figure", "increment" in roles),
        ("Δ change", "change" in roles),
    ]
    # Spaces inside a sign's words don't break, so that each stays with its meaning.
    signs = " ".join(words.replace(" ", "\xa0") + "\xa0\xa0" for words, used in known if used)
    notes = [line.replace("\xa0", " ").rstrip() for line in wrap(signs, _LINE)]
    grey = [line for line in lines if not line.labelled]
    others_named = sum(line.named for line in grey)
    asides = []
    if len(grey) > others_named:
        asides.append("pale: no source named")
    if others_named:
        asides.append(f"{plural(others_named, 'more line')} without a label")
    if points.attrs["elsewhere"]:
        asides.append(f"{plural(points.attrs['elsewhere'], 'estimate')} of other times not drawn (since, until)")
    if points.attrs["undrawn"]:
        reasons = "no number or date, denied, a share, or another unit"
        asides.append(f"{plural(points.attrs['undrawn'], 'figure')} not drawn ({reasons})")
    if others:
        asides.append("also in the table: " + ", ".join(map(label, others[:5])) + (" …" if len(others) > 5 else ""))
    notes += wrap("; ".join(asides), _LINE)
    words = "\n".join(line for line in notes if line)
    ax.annotate(
        words, (0, 0), (0, -38), xycoords="axes fraction", textcoords="offset points", va="top", fontsize=8.5,
        color=_NOTE, linespacing=1.5, annotation_clip=False, **style(words),
    )  # fmt: skip


def _nothing(ax: Axes, points: pd.DataFrame) -> Axes:
    """An empty chart says that it is empty, and why."""
    undrawn = points.attrs["undrawn"]
    why = f"{plural(undrawn, 'figure')} without a number or a date" if undrawn else "the table has no figures for it"
    words = f"No estimate to draw: {why}"
    ax.set_axis_off()
    ax.text(0.5, 0.5, words, transform=ax.transAxes, ha="center", va="center", color=_NOTE)
    return ax
