"""Scores of figures: whether each quantity was found, and what was read of it is right.

A found figure meets a gold one where their places overlap, the largest overlap first, one to one. A list in place of a
gold value means that any of them is right, `also` is a second right reading; an `optional` line counts neither way.

- find: precision, recall and F1 of figures met; value: F1 of those with value, low and high all right;
- relation, role, measure, modality, as_of, speaker, origin: the share right among figures met;
- all: F1 of figures with everything right at once.
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from attribution_scores import rates
from corpora import ByArticle, Record
from name_match import any_right, missing, names_match

FIELDS = ("relation", "role", "measure", "modality", "as_of", "speaker", "origin")
_MONTH = len("2025-01")


def score_figures(gold: ByArticle, found: ByArticle) -> dict[str, float]:
    """The scores in percent, by name, over all articles of `gold`."""
    count: Counter[str] = Counter()
    for name, want in gold.items():
        have = found.get(name, [])
        pairs = meet(want, have)
        optional = {number for number, row in enumerate(want) if row.get("optional")}
        count["gold"] += len(want) - len(optional)
        count["found"] += len(have) - len(optional & pairs.keys())
        for i in pairs.keys() - optional:
            right = right_fields(want[i], have[pairs[i]])
            count["met"] += 1
            count["all"] += all(right.values())
            count.update(field for field, ok in right.items() if ok)
    return _report(count)


def meet(want: Sequence[Record], have: Sequence[Record]) -> dict[int, int]:
    """Which found figure (value) is which gold one (key)."""
    overlaps = (
        (min(w["end"], h["end"]) - max(w["start"], h["start"]), i, j)
        for i, w in enumerate(want)
        for j, h in enumerate(have)
        if w["start"] < h["end"] and h["start"] < w["end"]
    )
    pairs: dict[int, int] = {}
    for _, i, j in sorted(overlaps, key=lambda pair: (-pair[0], *pair[1:])):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def right_fields(want: Record, have: Record) -> dict[str, bool]:
    """What of a found figure is as the gold has it, by field."""
    right = {"value": _bounds_right(want, have)}
    for field in FIELDS:
        also = want.get("also") or {}
        wanted = _options(want.get(field)) + ([also[field]] if field in also else [])
        right[field] = any_right(wanted, have.get(field), _SAME.get(field, _equal))
    return right


def _options(wanted: Any) -> list[Any]:
    return wanted if isinstance(wanted, list) else [wanted]


def _bounds_right(want: Record, have: Record) -> bool:
    readings = [want, *([want | want["also"]] if want.get("also") else [])]
    return any(all(map(_same_number, _bounds(reading), _bounds(have))) for reading in readings)


def _bounds(row: Record) -> tuple[object, object, object]:
    """Value, low and high; an exact value may be written as all three of them."""
    value, low, high = row.get("value", row.get("best")), row.get("low"), row.get("high")
    if not missing(value) and {"exact", "about"} & set(_options(row.get("relation"))):
        return value, None, None
    return value, low, high


def _same_number(left: object, right: object) -> bool:
    if missing(left) or missing(right):
        return missing(left) and missing(right)
    return math.isclose(float(str(left)), float(str(right)), rel_tol=1e-3)


def _same_date(left: object, right: object) -> bool:
    """Equal, or both name the same month."""
    if missing(left) or missing(right):
        return missing(left) and missing(right)
    a, b = str(left), str(right)
    return a == b or (min(len(a), len(b)) >= _MONTH and a[:_MONTH] == b[:_MONTH])


def _equal(left: object, right: object) -> bool:
    return left == right


_SAME: dict[str, Callable[[object, object], bool]] = {
    "as_of": _same_date,
    "speaker": names_match,
    "origin": names_match,
}


def _report(count: Counter[str]) -> dict[str, float]:
    scores = {f"find {key}": rate for key, rate in rates(count["met"], count["found"], count["gold"]).items()}
    scores |= {f"{name} F1": rates(count[name], count["found"], count["gold"])["F1"] for name in ("value", "all")}
    return scores | {field: 100 * count[field] / count["met"] for field in FIELDS if count["met"]}
