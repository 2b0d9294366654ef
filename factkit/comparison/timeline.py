"""How an origin's figure moved: one series per origin and measure, each point with the estimates it rests on."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd

from factkit.comparison.codes import codes, combine
from factkit.comparison.stories import settled
from factkit.comparison.things import NO_DAY, lists, things
from factkit.dossier import ROLES
from factkit.errors import FactkitError, closest

Policy = Literal["latest", "lowest", "highest", "all"]
POLICIES = ("latest", "lowest", "highest", "all")
# What only grows while an event lasts: a later figure takes the earlier one's place. Attendance and money start anew.
CUMULATIVE = (
    "killed", "wounded", "casualties", "missing", "captured", "deployed", "rescued", "evacuated", "displaced",
    "arrested", "affected", "collapsed_buildings", "damaged_buildings", "returned",
)  # fmt: skip
COLUMNS = (
    "origin_id", "origin_name", "measure", "counted", "date", "value", "low", "high", "relation", "role", "figure_id",
    "articles", "evidence", "superseded",
)  # fmt: skip


def timeline(
    estimates: pd.DataFrame,
    *,
    measure: str | Sequence[str] | None = None,
    policy: Policy = "latest",
    roles: str | Sequence[str] = ("level",),
) -> pd.DataFrame:
    """One row per point of a series, sorted by origin, measure, group and date.

    Columns: origin_id, origin_name (missing where nobody is named), measure, counted (as first written), date (the
    day the figure holds for), value, low, high (as stated), relation, role, figure_id (the point's first estimate),
    articles (how many carry it), evidence (their figure_ids), superseded (the same origin has since given a later or
    newer figure of the same thing).

    policy says which figure stands for an origin's day: "latest" the one published last, "lowest" and "highest" by
    number, "all" every one. Increments are left out unless `roles` (level, increment, change, share) asks for them, and
    are never added up. An unknown policy, measure or role is a `FactkitError`.
    """
    if policy not in POLICIES:
        raise FactkitError(f"timeline: policy is {policy!r}.{closest(policy, POLICIES)}")
    asked = [roles] if isinstance(roles, str) else list(roles)
    for role in asked:
        if role not in ROLES:
            raise FactkitError(f"timeline: no role {role!r}.{closest(str(role), ROLES)}")
    points = _points(estimates)
    wanted = points["role"].isin(asked)
    if measure is not None:
        measures = [measure] if isinstance(measure, str) else list(measure)
        _check_measures(measures, points)
        wanted &= points["measure"].isin(measures)
    chosen = _choose(points[wanted], policy)
    chosen["superseded"] = _superseded(chosen)
    order = ["origin_id", "measure", "series", "date", "point", "figure_id"]
    return chosen.sort_values(order, na_position="last").reset_index(drop=True)[list(COLUMNS)]


def _check_measures(measures: list[str], points: pd.DataFrame) -> None:
    known = set(points["measure"])
    for name in measures:
        if name not in known:
            raise FactkitError(f"timeline: no estimate of measure {name!r}.{closest(name, known)}")


def _points(estimates: pd.DataFrame) -> pd.DataFrame:
    """Estimates that say the same (origin, thing, day, bounds), folded into one point with all their evidence."""
    what, _ = settled(things(estimates))
    rows = np.flatnonzero(what.comparable & (what.day != NO_DAY))
    frame = what.frame.iloc[rows].assign(
        point=what.point[rows],
        stamp=what.stamp[rows],
        series=combine(what.origin, what.topic, what.role, what.group)[rows],
        date=pd.to_datetime(what.day[rows], unit="D").as_unit("us"),
    )
    frame["role"] = frame["role"].astype("string").fillna("level")
    bounds = [codes(frame[name]) for name in ("relation", "value", "low", "high")]
    key = combine(frame["series"].to_numpy(), codes(frame["date"]), *bounds)
    frame = frame.sort_values(["stamp", "figure_id"])
    grouped = frame.groupby(pd.Series(key, index=what.frame.index[rows]).loc[frame.index], sort=False)
    points = grouped.agg({name: "first" for name in (*COLUMNS[:11], "point", "series") if name != "figure_id"})
    points["figure_id"] = grouped["figure_id"].first()
    points["stamp"] = grouped["stamp"].max()
    points["articles"] = grouped["article_id"].nunique()
    points["evidence"] = lists(grouped["figure_id"])
    return points.reset_index(drop=True)


def _choose(points: pd.DataFrame, policy: str) -> pd.DataFrame:
    """Of each series' day the point that the policy wants; of equals the one that more articles carry."""
    if policy == "all":
        return points.copy()
    first, ascending = ("stamp", False) if policy == "latest" else ("point", policy == "lowest")
    ranked = points.sort_values([first, "articles", "figure_id"], ascending=[ascending, False, True])
    return ranked.drop_duplicates(["series", "date"]).copy()


def _superseded(points: pd.DataFrame) -> pd.Series:
    """Whether the same origin has another figure for a later day, or for the same day in a later article."""
    ranked = points.sort_values(["date", "stamp"])
    current = ranked.groupby("series")["point"].transform("last").reindex(points.index)
    newest = ranked.groupby(["series", "date"])["point"].transform("last").reindex(points.index)
    revised = (points["measure"].isin(CUMULATIVE) & (points["point"] != current)) | (points["point"] != newest)
    return revised & points["origin_id"].notna() & points["role"].eq("level")
