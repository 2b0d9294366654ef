"""The report: a folder with tables, charts and one page that says in plain words what was found and where it stands."""

import base64
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pandas as pd
from markupsafe import Markup
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from factkit.comparison import origins
from factkit.display.charts import SIZE, plot_timeline
from factkit.display.highlight import Row, anchor, environment, highlight_all, stylesheet
from factkit.display.origin_chart import height, plot_origins
from factkit.display.points import chart_points, episodes, measures, series_in_words, within
from factkit.display.tables import make_folder, skipped, write_tables
from factkit.display.words import ARROW, day, label, number, present, shorten, stated
from factkit.dossier import Dossier

_VERDICTS = ("refuted", "conflicting", "outdated", "not_enough_evidence", "supported")
_RELATIONS = ("contradicts", "updates", "corroborates", "component_of", "copies", "restates")
_OPEN = {"refuted", "conflicting", "outdated", "contradicts", "updates"}  # what the page unfolds by itself
_USUAL = (("role", "level"), ("modality", "asserted"))  # what goes without saying
_ROWS = 500  # of a table in the page; the files hold all
_FINDINGS = 300  # told in the page
_CHARTS = 12  # measures drawn
_ORIGIN_CHARTS = 3  # figures whose paths are drawn
_REPEATED = 3  # articles that make a figure's paths worth drawing
_DPI = 160


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page shows a claim, a figure or an article: its anchor, its words, and whose article it is."""

    anchor: str
    words: str
    home: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn measure: its name, its SVG as a data address, and its series in words."""

    name: str
    image: str
    sentences: tuple[str, ...]


def write_report(
    dossier: Dossier,
    estimates: pd.DataFrame,
    groups: pd.DataFrame,
    findings: pd.DataFrame,
    out: str | Path,
    *,
    max_articles: int = 200,
) -> Path:
    """Write the report on `dossier` into the folder `out`; the path of its index.html.

    `tables/` holds every table as Parquet and CSV, `charts/` a PNG and an SVG for each measure and stretch of time with
    at least two estimates (the twelve that most articles speak of; their names end in the first month), and for the
    paths behind the three figures that most articles give (`origins-…`). The page needs no other file and no network,
    and holds no script. It shows at most `max_articles` articles in full (those that findings speak of first), 500 rows
    of a table and 300 findings, and says so where it leaves something out.
    The same input gives the same bytes.
    """
    folder = make_folder(out)
    write_tables(dossier, folder / "tables", {"estimates": estimates, "comparisons": groups, "findings": findings})
    charts = _write_charts(estimates, make_folder(folder / "charts"))
    charts += _write_origin_charts(estimates, dossier.articles, folder / "charts")
    ranked = _ranked(findings, "verdict", _VERDICTS)
    chosen = _chosen_articles(dossier, ranked, max_articles)
    places = _places(dossier, chosen)
    page = environment().get_template("report.html").render(
        counts={"articles": len(dossier.articles), "claims": len(dossier.claims), "figures": len(dossier.figures)},
        languages=sorted(set(dossier.articles["language"].dropna())),
        period=_period(dossier.articles),
        findings=[_finding(row, places) for row in ranked[:_FINDINGS]],
        verdicts=_tally(findings, "verdict", _VERDICTS),
        unfolded=_OPEN,
        charts=charts,
        estimates=[_estimate(row, places) for row in _shown_estimates(estimates)],
        groups=[_pair(row, places) for row in _ranked(groups, "relation", _RELATIONS)[:_ROWS]],
        relations=_tally(groups, "relation", _RELATIONS),
        articles=[Markup(shown.fragment(style=False)) for shown in highlight_all(dossier, chosen)],  # noqa: S704
        index=_index(dossier, set(chosen)),
        skipped=_records(skipped(dossier).head(_ROWS)),
        rejected=_records(dossier.rejected.head(_ROWS)),
        totals={
            "findings": len(findings), "estimates": len(estimates), "groups": len(groups),
            "skipped": len(skipped(dossier)), "rejected": len(dossier.rejected),
        },
        style=stylesheet() + Markup(environment().get_template("report.css").render()),  # noqa: S704
    )  # fmt: skip
    path = folder / "index.html"
    path.write_bytes(page.encode("utf-8", "replace"))
    return path


def _write_charts(estimates: pd.DataFrame, folder: Path) -> list[Chart]:
    """One chart per measure and stretch of time worth one, as PNG and SVG files, and what the page shows of them."""
    charts = []
    for measure, points in _worth_drawing(estimates)[:_CHARTS]:
        first, last = points["date"].min(), points["date"].max()
        figure = _figure(SIZE[1])
        plot_timeline(estimates, measure=measure, since=first, until=last, ax=figure.subplots())
        image = _keep(figure, folder / f"{_file_name(measure)}-{first:%Y-%m}")
        charts.append(Chart(f"{label(measure)}, {first:%B %Y} on", image, tuple(series_in_words(points))))
    return charts


def _write_origin_charts(estimates: pd.DataFrame, articles: pd.DataFrame, folder: Path) -> list[Chart]:
    """The paths behind the figures that most articles give, as `_write_charts` does it."""
    if estimates.empty:
        return []
    charts = []
    told = origins(estimates, articles=articles).drop_duplicates(["measure", "value"])
    for row in _records(told[told["articles"] >= _REPEATED].head(_ORIGIN_CHARTS)):
        measure, value = str(row["measure"]), float(row["value"])
        figure = _figure(height(row["outlets"]))
        axes = figure.subplots()
        plot_origins(estimates, measure=measure, value=value, articles=articles, ax=axes)
        name = f"{number(value)} {label(measure)}"
        image = _keep(figure, folder / f"origins-{_file_name(f'{measure}-{value:.15g}')}")
        charts.append(Chart(f"who stands behind {name}", image, (f"{axes.get_title(loc='left')}.",)))
    return charts


def _figure(inches: float) -> Figure:
    figure = Figure(figsize=(SIZE[0], inches), layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def _file_name(words: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "-", words)


def _keep(figure: Figure, path: Path) -> str:
    """Write a chart as PNG and SVG, `path` without its suffix; the SVG as what a page can show."""
    figure.savefig(path.with_suffix(".png"), dpi=_DPI, metadata={"Software": None})
    svg = _svg(figure)
    path.with_suffix(".svg").write_bytes(svg)
    return "data:image/svg+xml;base64," + base64.b64encode(svg).decode("ascii")


def _worth_drawing(estimates: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Measures and stretches of time with at least two points, those with the most articles first."""
    found = []
    for measure in measures(estimates):
        points = chart_points(estimates, measure=measure)
        found += [(measure, within(points, *episode)) for episode in (episodes(points) if len(points) else ())]
    worth = [(measure, points) for measure, points in found if len(points) > 1]
    return sorted(worth, key=lambda item: -len({key for keys in item[1]["article_ids"] for key in keys}))


def _svg(figure: Figure) -> bytes:
    """The figure as SVG with the same bytes every time: fixed ids, no date, letters as outlines."""
    buffer = io.BytesIO()
    with mpl.rc_context({"svg.hashsalt": "factkit", "svg.fonttype": "path"}):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return buffer.getvalue()


def _chosen_articles(dossier: Dossier, findings: Sequence[Row], limit: int) -> list[str]:
    """The articles to show in full: those that findings speak of, then the others in order, up to `limit`."""
    home = {**_column(dossier.claims, "claim_id", "article_id"), **_column(dossier.figures, "figure_id", "article_id")}
    known = [str(key) for key in dossier.articles["article_id"]]
    spoken = [home.get(key, key) for row in findings[:_FINDINGS] for key in _ids(row)]
    present_ids = set(known)
    return list(dict.fromkeys([*(key for key in spoken if key in present_ids), *known]))[:limit]


def _places(dossier: Dossier, shown: Iterable[str]) -> dict[str, Place]:
    """Where each claim, figure and article stands, by id; without an anchor where the page doesn't show the article."""
    chosen = set(shown)
    articles = {str(row["article_id"]): row for row in _records(dossier.articles.drop(columns="text"))}
    names = {key: _article_name(row) for key, row in articles.items()}
    places = {key: Place(_link(key, "article", key, chosen), names[key], names[key]) for key in articles}
    for table, key, words in ((dossier.claims, "claim_id", "content"), (dossier.figures, "figure_id", "text")):
        for own, article, said in zip(table[key], table["article_id"], table[words], strict=True):
            places[str(own)] = Place(_link(article, "at", str(own), chosen), shorten(said, 60), names[str(article)])
    return places


def _link(article: str, kind: str, key: str, chosen: set[str]) -> str:
    return anchor(kind, key) if article in chosen else ""


def _article_name(row: Row) -> str:
    """An article's outlet and day, else its id and day."""
    who = row["outlet"] if present(row["outlet"]) else row["article_id"]
    return f"{who}, {day(row['published'])}"


def _ids(row: Row) -> list[str]:
    """The ids that a finding rests on: its figure, its claim, its evidence, without repeats."""
    evidence = row.get("evidence")
    listed = [] if evidence is None or isinstance(evidence, (str, float)) else list(evidence)
    own = [row.get("figure_id"), row.get("claim_id")]
    return list(dict.fromkeys(str(key) for key in (*own, *listed) if present(key)))


def _finding(row: Row, places: Mapping[str, Place]) -> Row:
    seen = dict.fromkeys(places[key] for key in _ids(row) if key in places)
    return {
        "verdict": str(row["verdict"]),
        "check": label(row["check"]),
        "message": str(row["message"]),
        "places": list(seen),
    }


def _pair(row: Row, places: Mapping[str, Place]) -> Row:
    ends = [places[str(row[side])] for side in ("left", "right") if str(row[side]) in places]
    return {"relation": str(row["relation"]), "why": str(row["why"]), "places": ends}


def _estimate(row: Row, places: Mapping[str, Place]) -> Row:
    names = [str(row[key]) for key in ("speaker_name", "origin_name") if present(row.get(key))]
    notes = [str(row[key]) for key, usual in _USUAL if present(row.get(key)) and row[key] != usual]
    date = row.get("date") if present(row.get("date")) else row.get("published")
    return {
        "measure": label(row.get("measure")),
        "date": day(date),
        "who": ARROW.join(dict.fromkeys(names)) or "the writer",
        "stated": stated(row),
        "counted": row.get("counted") if present(row.get("counted")) else "",
        "notes": ", ".join(notes),
        "outlet": row.get("outlet") if present(row.get("outlet")) else "",
        "place": places.get(str(row.get("figure_id"))),
    }


def _shown_estimates(estimates: pd.DataFrame) -> list[Row]:
    """The rows of the page's table: by measure and day, the measures with a chart first."""
    if estimates.empty:
        return []
    ranks = {name: rank for rank, name in enumerate(measures(estimates))}
    keys = [name for name in ("_rank", "measure", "date", "figure_id") if name in estimates or name == "_rank"]
    ranked = estimates.assign(_rank=estimates["measure"].map(ranks).astype("float64").fillna(len(ranks)))
    return _records(ranked.sort_values(keys, kind="stable").head(_ROWS))


def _index(dossier: Dossier, shown: set[str]) -> list[Row]:
    """The list of articles: date, outlet, title, how much was found, and where the page shows it."""
    claims = dossier.claims["article_id"].value_counts()
    figures = dossier.figures["article_id"].value_counts()
    rows = _records(dossier.articles.drop(columns="text").head(max(_ROWS, len(shown))))
    return [
        {
            "day": day(row["published"]),
            "outlet": row["outlet"] if present(row["outlet"]) else "",
            "title": row["title"] if present(row["title"]) else row["article_id"],
            "language": row["language"],
            "claims": int(claims.get(row["article_id"], 0)),
            "figures": int(figures.get(row["article_id"], 0)),
            "anchor": _link(str(row["article_id"]), "article", str(row["article_id"]), shown),
        }
        for row in rows
    ]


def _period(articles: pd.DataFrame) -> str:
    dates = articles["published"].dropna()
    return f"{day(dates.min())} to {day(dates.max())}" if len(dates) else "undated"


def _ranked(frame: pd.DataFrame, column: str, order: Sequence[str]) -> list[Row]:
    """The rows, the weightiest values of `column` first, otherwise in the order of the table."""
    if frame.empty:
        return []
    ranks = frame[column].astype(str).map({name: rank for rank, name in enumerate(order)}).fillna(len(order))
    return _records(frame.iloc[ranks.to_numpy(dtype=float).argsort(kind="stable")])


def _tally(frame: pd.DataFrame, column: str, order: Sequence[str]) -> list[tuple[str, int]]:
    """How often each value occurs, in the given order, only those that do."""
    counts = frame[column].astype(str).value_counts() if len(frame) else pd.Series(dtype="int64")
    names = [name for name in order if name in counts] + sorted(set(counts.index) - set(order))
    return [(name, int(counts[name])) for name in names]


def _column(table: pd.DataFrame, key: str, value: str) -> dict[str, str]:
    return dict(zip(table[key], table[value], strict=True))


def _records(frame: pd.DataFrame) -> list[Row]:
    rows: list[Any] = frame.to_dict("records")
    return rows
