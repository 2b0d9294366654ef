"""From estimates to what a chart shows: one row per distinct statement of one origin about one day."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from factkit.errors import FactkitError, TableError, closest

_NEEDED = ("figure_id", "article_id", "measure", "relation", "value", "low", "high")
_OPTIONAL = ("origin_id", "origin_name", "counted")
_SAME = ["measure", "origin_id", "origin_name", "date", "relation", "value", "low", "high", "modality", "role", "unit"]
_MANY_THINGS = ("other", "money", "percent")  # measures whose figures count things that have nothing in common


def chart_points(
    estimates: pd.DataFrame, *, measure: str | Sequence[str] | None = None, group: str | None = None
) -> pd.DataFrame:
    """What `plot_timeline` draws: one row per origin, day and distinct figure, in order of measure, origin and day.

    Columns: measure, origin_id, origin_name, date (datetime64[us]), relation, value, low, high, modality, role, unit,
    articles (how many say it), evidence (their figure_ids), level (where on the scale it stands: the value, else the
    only bound, else the middle of the range), superseded (its origin has a later estimate of the same measure).
    Shares and figures without a number or a date aren't there; `attrs["undrawn"]` counts them.
    """
    chosen = _chosen(_complete(estimates), measure, group)
    low, high = chosen["low"], chosen["high"]
    middle = low.fillna(high).add(high.fillna(low)) / 2
    chosen = chosen.assign(level=chosen["value"].fillna(middle))
    drawn = chosen[chosen["level"].notna() & chosen["date"].notna() & chosen["role"].ne("share")]
    table = _merged(drawn)
    table["superseded"] = _superseded(table)
    table.attrs = {"undrawn": len(chosen) - len(drawn), "articles": int(drawn["article_id"].nunique())}
    return table


def measures(estimates: pd.DataFrame) -> list[str]:
    """Measures worth a chart, most estimates first: those that say what happened, with at least two dated numbers.

    "other", "money" and "percent" are left out: their figures count things that don't belong on one scale.
    """
    table = _complete(estimates)
    known = table[["value", "low", "high"]].notna().any(axis=1) & table["date"].notna() & table["role"].ne("share")
    counts = table.loc[known & ~table["measure"].isin(_MANY_THINGS), "measure"].value_counts()
    ranked = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    return [str(name) for name, count in ranked if count > 1]


def _complete(estimates: pd.DataFrame) -> pd.DataFrame:
    """The estimates with every column that drawing needs, dates without time zone, floats as numpy's."""
    for name in _NEEDED:
        if name not in estimates.columns:
            raise TableError(f"estimates: column {name!r} is missing; fk.estimates(dossier) makes it")
    table = estimates.reset_index(drop=True)
    table = table.assign(**{name: pd.Series(pd.NA, table.index, "string") for name in _OPTIONAL if name not in table})
    table = table.assign(date=_date(table), origin_name=table["origin_name"].fillna(table["origin_id"]))
    for name in ("value", "low", "high"):
        table[name] = table[name].astype("float64")
    for name, usual in (("modality", "asserted"), ("role", "level"), ("unit", "count")):
        given = table[name].astype("string") if name in table else pd.Series(pd.NA, table.index, "string")
        table[name] = given.fillna(usual)
    return table.assign(relation=table["relation"].astype("string"))


def _date(table: pd.DataFrame) -> pd.Series:
    """The day each figure holds for: `date` where it is given, else as_of, else the day of publication."""
    result = pd.Series(pd.NaT, table.index, "datetime64[us]")
    for name in ("date", "as_of_end", "as_of_start", "published"):
        if name in table:
            given = pd.to_datetime(table[name], utc=True).dt.tz_localize(None).dt.normalize().dt.as_unit("us")
            result = result.fillna(given)
    return result


def _chosen(table: pd.DataFrame, measure: str | Sequence[str] | None, group: str | None) -> pd.DataFrame:
    if group is not None:
        held = table["counted"].str.casefold().str.contains(group.casefold(), regex=False).fillna(value=False)
        table = table[held.astype(bool)]
    if measure is None:
        return table
    wanted = [measure] if isinstance(measure, str) else list(measure)
    known = set(table["measure"].dropna())
    for name in wanted:
        if name not in known and known:
            of = f" of {group!r}" if group is not None else ""
            raise FactkitError(f"no estimate{of} with measure {name!r}.{closest(str(name), known)}")
    return table[table["measure"].isin(wanted)]


def _merged(drawn: pd.DataFrame) -> pd.DataFrame:
    grouped = drawn.groupby(_SAME, dropna=False, observed=True, sort=False)
    table = grouped.agg(
        articles=("article_id", "nunique"),
        evidence=("figure_id", sorted),
        level=("level", "first"),
    ).reset_index()
    keys = ["measure", "origin_name", "origin_id", "date", "level", "relation", "modality", "role"]
    return table.sort_values(keys, kind="stable").reset_index(drop=True)


def _superseded(table: pd.DataFrame) -> np.ndarray:
    """Whether the same origin has a later level of the same measure. Nobody supersedes what has no named origin."""
    levels = table["date"].where(table["role"].eq("level") & table["modality"].ne("denied"))
    last = levels.groupby([table["measure"], table["origin_id"]], dropna=True).transform("max")
    return (table["origin_id"].notna() & (table["date"] < last)).to_numpy(dtype=bool)
