"""From estimates to what a chart shows: one row per distinct statement of one origin about one day."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from factkit.comparison.codes import combine
from factkit.comparison.things import UNCOUNTED, points, things
from factkit.comparison.timeline import timeline
from factkit.display.words import day, label, present, stated
from factkit.errors import FactkitError, closest

_DRAWN = ("level", "increment", "change")  # a share stands on no scale of counts
_SILENCE = pd.Timedelta(days=183)
_STEPS = 6  # figures of a series that are told in words before the last


def chart_points(
    estimates: pd.DataFrame, *, measure: str | Sequence[str] | None = None, group: str | None = None
) -> pd.DataFrame:
    """What `plot_timeline` draws: the points of `fk.timeline` with every figure, in order of measure, origin and day.

    Besides the columns of `timeline`: modality, unit and place (of the point's first estimate), series (a number for
    the points of one origin about one thing), level (where on the scale it stands: the value, else the only bound,
    else the middle of the range), article_ids. `attrs` counts the figures that are `undrawn`:
    shares, denied ones, those without a number or a date, and those of another unit than the commonest. `group` keeps
    figures whose counted words or place contain it.
    """
    chosen = _chosen(estimates, measure, group)
    what = things(chosen)
    known = what.frame[["figure_id", "modality", "unit", "place"]]
    known = known.assign(series=combine(what.origin, what.topic, what.group))
    table = timeline(chosen, policy="all", roles=_DRAWN).merge(known, on="figure_id", how="left")
    table = table[_common(table["unit"])]
    table["modality"] = table["modality"].astype("string").fillna("asserted")
    table["level"] = points(table)
    table["origin_name"] = table["origin_name"].astype("string").fillna(table["origin_id"].astype("string"))
    keys = ["measure", "origin_name", "origin_id", "series", "date", "level", "relation", "figure_id"]
    table = table.sort_values(keys, kind="stable").reset_index(drop=True)
    home = dict(zip(chosen["figure_id"], chosen["article_id"], strict=True))
    table["article_ids"] = [sorted({str(home[key]) for key in keys}) for keys in table["evidence"]]
    table.attrs = {"undrawn": len(chosen) - sum(map(len, table["evidence"])), "elsewhere": 0}
    return table


def _common(values: pd.Series) -> pd.Series:
    """Which values are the commonest one (the first by name of several); all of them where none is known."""
    counts = values.dropna().astype(str).value_counts()
    if counts.empty:
        return values.isna()
    return values.astype(str).eq(min(counts[counts == counts.max()].index))


def episodes(points: pd.DataFrame) -> list[tuple[pd.Timestamp, pd.Timestamp]]:
    """First and last day of each stretch of time without a silence of more than half a year, most articles first.

    Figures of one measure that lie further apart hardly belong to one story, and can't be read on one scale.
    """
    days = points.groupby("date")["articles"].sum()
    starts = days.index.to_series().diff() > _SILENCE
    spans = [(own.index[0], own.index[-1], int(own.sum())) for _, own in days.groupby(starts.cumsum().to_numpy())]
    spans.sort(key=lambda span: (span[2], span[1]), reverse=True)
    return [(first, last) for first, last, _ in spans]


def within(points: pd.DataFrame, since: pd.Timestamp, until: pd.Timestamp) -> pd.DataFrame:
    """The points from day `since` to day `until`; `attrs["elsewhere"]` counts the estimates before and after."""
    inside = points["date"].between(since, until)
    kept = points[inside].reset_index(drop=True)
    kept.attrs = {**points.attrs, "elsewhere": sum(map(len, points.loc[~inside, "evidence"]))}
    return kept


def measures(estimates: pd.DataFrame) -> list[str]:
    """Measures worth a chart, most estimates first: those that say what happened, with at least two dated numbers.

    "other", "money" and "percent" are left out: their figures count things that don't belong on one scale.
    """
    if "measure" not in estimates:
        return []
    number = estimates.reindex(columns=["value", "low", "high"]).notna().any(axis=1)
    dated = estimates.reindex(columns=["date", "published"]).notna().any(axis=1)
    share = estimates["role"].eq("share") if "role" in estimates else pd.Series(data=False, index=estimates.index)
    counts = estimates.loc[number & dated & ~share & ~estimates["measure"].isin(UNCOUNTED), "measure"].value_counts()
    ranked = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    return [str(name) for name, count in ranked if count > 1]


def told_apart(first: Any, firsts: pd.DataFrame) -> list[str]:
    """What tells a series from the others of its origin and measure: whom it counts and where, if these differ.

    `first` is a row of `firsts`, which has one for each series.
    """
    others = firsts[firsts["measure"].eq(first["measure"]) & firsts["origin_id"].eq(first["origin_id"])]
    differ = [name for name in ("counted", "place") if len(others[name].dropna().unique()) > 1]
    return [str(first[name]) for name in differ if present(first[name])]


def series_in_words(points: pd.DataFrame) -> list[str]:
    """One sentence per series that moved: what its origin stated first, next and last, and for when.

    Of one day the figure that most articles give is told; one that repeats the day before is left out.
    """
    levels = points[points["role"].eq("level") & points["origin_id"].notna()]
    firsts = points.groupby("series", sort=True).first()
    sentences = []
    for _, own in levels.groupby(["measure", "origin_name", "series"], sort=True):
        days = own.sort_values(["date", "articles", "level"], kind="stable").drop_duplicates("date", keep="last")
        rows = days[days["level"].diff().ne(0)].to_dict("records")
        if len(rows) > 1:
            steps = [f"{stated({str(key): cell for key, cell in row.items()})} ({day(row['date'])})" for row in rows]
            more = len(steps) - _STEPS - 1
            told = steps if more <= 0 else [*steps[:_STEPS], f"{more} more", steps[-1]]
            whose = [
                rows[0]["origin_name"],
                *told_apart(firsts.loc[own["series"].iloc[0]], firsts),
                label(rows[0]["measure"]),
            ]
            sentences.append(f"{', '.join(whose)}: {', then '.join(told)}.")
    return sentences


def _chosen(estimates: pd.DataFrame, measure: str | Sequence[str] | None, group: str | None) -> pd.DataFrame:
    """The estimates of the wanted measures and counted group."""
    table = estimates
    if group is not None:
        words = table.reindex(columns=["counted", "place"]).astype("string").fillna("").agg(" ".join, axis=1)
        table = table[words.astype(str).str.casefold().str.contains(group.casefold(), regex=False)]
    if measure is None or "measure" not in table:
        return table
    wanted = [measure] if isinstance(measure, str) else list(measure)
    known = set(table["measure"].dropna().astype(str))
    for name in wanted:
        if name not in known and known:
            of = f" of {group!r}" if group is not None else ""
            raise FactkitError(f"no estimate{of} with measure {name!r}.{closest(str(name), known)}")
    return table[table["measure"].isin(wanted)]
