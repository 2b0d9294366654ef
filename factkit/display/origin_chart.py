"""Who stands behind a figure, drawn: outlets on the left, the paths that it took to them, its origins on the right."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline

from factkit.comparison import origin_tree
from factkit.display.charts import COLOURS, NOBODY, SIZE
from factkit.display.fonts import drawable, style
from factkit.display.words import label, number, plural, present, shorten
from factkit.dossier import expect_table
from factkit.errors import FactkitError

COLUMNS = ("outlets", "agencies", "passed on by", "origins")
_OUTLETS = 40  # rows at most; the rest are counted in a last one
_ROW = 0.27  # inches a row
_LETTERS = 30  # of a name
_NOT_NAMED = "nobody named"


class _Node(NamedTuple):
    """A party in its column (see `COLUMNS`)."""

    column: int
    name: str


class _Path(NamedTuple):
    """One article's way to its figure: the nodes from the outlet to the origin, and the origin's number."""

    nodes: tuple[_Node, ...]
    article: str
    independent: int | None


def plot_origins(
    estimates: pd.DataFrame,
    *,
    measure: str | None = None,
    value: float | None = None,
    articles: pd.DataFrame | None = None,
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the paths by which one figure came to its readers: outlet <- agency <- who passed it on <- origin.

    `estimates` is the table of `fk.estimates`. Without `measure` or `value`, the figure that most articles give. One
    colour is one independent origin (`fk.origins`): a lawmaker and the service whose figures he passes on share it. A
    line is as wide as it has articles. `articles`, the dossier's, lets copies be found by the whole text. The Axes
    drawn on: `ax`, else those of a figure of its own. The drawn rows are those of `fk.origin_tree`.

    A measure or value that no estimate has is a `FactkitError`; a missing column a `TableError`.
    """
    expect_table(estimates, "plot_origins", "fk.estimates")
    tree = _chosen(origin_tree(estimates, articles=articles), measure, value)
    paths = list(_paths(tree))
    places = _places(paths)
    rows = max(2, sum(node.column == 0 for node in places))
    if ax is None:
        _, ax = plt.subplots(figsize=(SIZE[0], height(rows)), layout="constrained")
    _draw_lines(ax, paths, places)
    _draw_names(ax, paths, places)
    texts, voices = tree["text"].nunique(), tree["independent"].nunique()
    shown = (
        plural(tree["article_id"].nunique(), "article"),
        plural(texts, "text"),
        plural(voices, "independent origin"),
    )
    what = title or f"{number(tree['value'].iloc[0])} {label(tree['measure'].iloc[0])}: {', '.join(shown)}"
    ax.set_title(drawable(what), loc="left", **style(drawable(what), bold=True))
    ax.set_xlim(-0.05, len(COLUMNS) - 0.2)
    ax.set_ylim(rows - 0.3, -1.4)
    ax.set_axis_off()
    return ax


def height(outlets: int) -> float:
    """Inches that a chart with so many outlets needs."""
    return 1.4 + _ROW * min(max(2, outlets), _OUTLETS + 1)


def _chosen(tree: pd.DataFrame, measure: str | None, value: float | None) -> pd.DataFrame:
    """The paths of one measure and number: those asked for, else those that most articles are on."""
    for name, wanted in (("measure", measure), ("value", value)):
        if wanted is not None:
            known = tree[name].drop_duplicates().tolist()
            tree = tree[tree[name] == wanted]
            if tree.empty:
                raise FactkitError(f"plot_origins: no figure with {name} {wanted!r}; there are {known[:20]}")
    if tree.empty:
        raise FactkitError("plot_origins: these estimates hold no figure that can be compared")
    counts = tree.groupby(["measure", "value"])["article_id"].nunique()
    most = counts.sort_values(ascending=False, kind="stable").index[0]
    chosen: pd.DataFrame = tree[(tree["measure"] == most[0]) & (tree["value"] == most[1])]
    return chosen


def _paths(tree: pd.DataFrame) -> Iterator[_Path]:
    order = ["independent", "origin_id", "speaker_id", "agency_id", "outlet", "article_id"]
    tree = tree.sort_values(order, na_position="last", kind="stable")
    named = tree["outlet"].astype(object).where(tree["outlet"].notna(), tree["article_id"].astype(object))
    kept = set(named.drop_duplicates()[:_OUTLETS])
    spare = plural(named.nunique() - _OUTLETS, "more outlet")
    for row, outlet in zip(tree.to_dict("records"), named, strict=True):
        parties = [str(outlet) if outlet in kept else f"and {spare}"]
        parties += [str(row[f"{part}_name"]) if present(row[f"{part}_id"]) else "" for part in ("agency", "speaker")]
        origin = str(row["origin_name"]) if present(row["origin_id"]) else _NOT_NAMED
        inner = [_Node(column, name) for column, name in enumerate(parties) if name and (column == 0 or name != origin)]
        # An outlet that counted for itself is its own origin.
        nodes = (*inner, _Node(len(COLUMNS) - 1, origin))
        yield _Path(nodes, str(row["article_id"]), int(row["independent"]) if present(row["independent"]) else None)


def _places(paths: Iterable[_Path]) -> dict[_Node, float]:
    """The row of each node: outlets one below the other, the others level with those they lead to."""
    rows: dict[_Node, float] = {}
    heights: dict[_Node, list[float]] = {}
    for path in paths:
        outlet = path.nodes[0]
        row = rows.setdefault(outlet, float(len(rows)))
        for node in path.nodes[1:]:
            heights.setdefault(node, []).append(row)
    for column in range(1, len(COLUMNS)):
        middle = {node: sum(found) / len(found) for node, found in heights.items() if node.column == column}
        rows |= _apart(middle, len([node for node in rows if node.column == 0]))
    return rows


def _apart(middle: dict[_Node, float], room: int) -> dict[_Node, float]:
    """Nodes of one column moved until each has a row of its own, none below the last outlet if there's room."""
    order = sorted(middle, key=lambda node: (middle[node], node.name))
    placed: list[float] = []
    for node in order:
        placed.append(max(middle[node], placed[-1] + 1 if placed else 0.0))
    lowest = float(max(room, len(order)) - 1)
    for index in range(len(placed) - 1, -1, -1):
        placed[index] = min(placed[index], lowest)
        lowest = placed[index] - 1
    return dict(zip(order, placed, strict=True))


def _colour(independent: int | None, numbers: list[int]) -> str:
    return NOBODY if independent is None else COLOURS[numbers.index(independent) % len(COLOURS)]


def _numbers(paths: Iterable[_Path]) -> list[int]:
    return list(dict.fromkeys(path.independent for path in paths if path.independent is not None))


def _draw_lines(ax: Axes, paths: list[_Path], places: dict[_Node, float]) -> None:
    numbers = _numbers(paths)
    links: dict[tuple[_Node, _Node, int | None], set[str]] = {}
    for path in paths:
        for left, right in zip(path.nodes, path.nodes[1:], strict=False):
            links.setdefault((left, right, path.independent), set()).add(path.article)
    for (left, right, independent), articles in links.items():
        start, stop = (left.column, places[left]), (right.column, places[right])
        bend = (right.column - left.column) / 2
        curve = [start, (start[0] + bend, start[1]), (stop[0] - bend, stop[1]), stop]
        width = 1 + 1.2 * (len(articles) - 1) ** 0.5
        line = PathPatch(
            Outline(curve, [1, 4, 4, 4]),
            fill=False,
            edgecolor=_colour(independent, numbers),
            linewidth=width,
            alpha=0.55,
        )
        line.set_gid(f"{left.name} <- {right.name}")
        ax.add_patch(line)


def _draw_names(ax: Axes, paths: list[_Path], places: dict[_Node, float]) -> None:
    numbers = _numbers(paths)
    behind = {node: path.independent for path in reversed(paths) for node in path.nodes}
    counts: dict[_Node, set[str]] = {}
    for path in paths:
        for node in path.nodes:
            counts.setdefault(node, set()).add(path.article)
    for node, row in places.items():
        count = f" ({len(counts[node])})" if len(counts[node]) > 1 else ""
        text = drawable(shorten(node.name, _LETTERS)) + count
        last = node.column == len(COLUMNS) - 1
        ink = "black" if node.column == 0 else _colour(behind[node], numbers)
        box = {"boxstyle": "round,pad=0.25", "facecolor": "white", "edgecolor": ink, "linewidth": 1.2 if last else 0.6}
        ax.text(node.column, row, text, va="center", ha="left", fontsize=8.5, bbox=box, **style(text, bold=last))
    for column in sorted({node.column for node in places}):
        ax.text(
            column, -1, COLUMNS[column], va="center", ha="left", fontsize=8.5, color="#666666", **style(COLUMNS[column])
        )
