"""Figures, dates and chains in plain words, as every view of them says it."""

import math
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

_LEAD = {
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "nearly": "nearly ",
    "up_to": "up to ",
    "less_than": "less than ",
}
_UNIT = {"count": "{}", "percent": "{} %", "percentage_point": "{} percentage points"}
ARROW = " ← "


def number(value: float) -> str:
    """A number with thousands separators and no more decimals than it has (four at most)."""
    if not math.isfinite(value):
        return str(value)
    if value == round(value):
        return f"{value:,.0f}"
    return f"{value:,.4f}".rstrip("0")


def present(value: Any) -> bool:
    """Whether a cell holds something: neither None, NA, NaN nor the empty string."""
    return value is not None and value is not pd.NaT and value is not pd.NA and value == value and value != ""  # noqa: PLR0124


def stated(figure: Mapping[str, Any]) -> str:
    """A figure as stated: "about 2,000", "at least 100", "1,000 to 1,500"; needs value, low, high, relation.

    `unit` is added where it isn't a plain count; a vague figure is its own `text`.
    """
    known = [float(figure[key]) for key in ("value", "low", "high") if present(figure.get(key))]
    if figure.get("relation") == "between" and len(known) > 1:
        amount = f"{number(known[-2])} to {number(known[-1])}"
    else:
        if not known:
            return str(figure["text"]) if present(figure.get("text")) else "a number that isn't stated"
        amount = number(known[0])
    unit = figure.get("unit")
    worded = _UNIT.get(str(unit), f"{{}} {unit}").format(amount) if present(unit) else amount
    return _LEAD.get(str(figure.get("relation")), "") + worded


def label(name: Any) -> str:
    """A measure, relation or check as words: "planned_deployment" -> "planned deployment"."""
    return str(name).replace("_", " ") if present(name) else "unnamed"


def day(moment: Any) -> str:
    """A date as 2025-09-03, or "undated"."""
    return pd.Timestamp(moment).strftime("%Y-%m-%d") if present(moment) else "undated"


def chain(links: Iterable[Mapping[str, Any]]) -> str:
    """The chain behind a claim, nearest the reader first: "L'Orient-Le Jour ← Putin"."""
    return ARROW.join(str(link["name"]) for link in sorted(links, key=lambda link: int(link["position"])))


def shorten(text: Any, length: int = 90) -> str:
    """`text` on one line, cut at a word's end with an ellipsis where it is longer than `length` characters."""
    flat = " ".join(str(text).split())
    if len(flat) <= length:
        return flat
    head = flat[: length - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[length // 2 :] else head) + "…"


def plural(count: int, noun: str) -> str:
    """How many, in words: "1 article", "2 articles", "1,200 articles"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
