"""Why a figure reads as it does: each rule with the words it rests on, in plain words."""

import json
import re
from fractions import Fraction
from typing import Any

import pandas as pd

from factkit.dossier import Dossier, expect_dossier
from factkit.errors import TableError

_PARTS = 1000  # the smallest part that is told as a fraction
_AROUND = 60  # characters of text shown on either side
_RELATIONS = {
    "exact": "",
    "about": "about",
    "at_least": "at least",
    "more_than": "more than",
    "nearly": "nearly",
    "up_to": "up to",
    "less_than": "less than",
    "between": "between",
    "vague": "no stated number",
}
_ROLES = {
    "level": "a level: the number as it stands",
    "increment": "an increment: on top of an earlier number",
    "change": "a change of an earlier number",
    "share": "a share: a percentage or a part of a whole",
}
_FIELDS = {
    "relation": "bounds",
    "measure": "measure",
    "role": "role",
    "modality": "modality",
    "as_of": "date",
    "place": "place",
}
_UNITS = {"count": "", "fraction": " (a fraction)", "percentage_point": " percentage points"}
_YEAR = re.compile(r"\d{4}")


def explain(dossier: Dossier, figure_id: str) -> str:
    """In plain words: what is stated of the figure, by which rules, and by which words of the text around it.

    A `figure_id` that isn't in `dossier.figures` is a `TableError` that says so.
    """
    expect_dossier(dossier, "explain")
    if not isinstance(figure_id, str):
        raise TableError(
            f"explain: figure_id is a {type(figure_id).__name__}; give one of dossier.figures['figure_id']"
        )
    rows = dossier.figures[dossier.figures["figure_id"] == figure_id]
    if rows.empty:
        raise TableError(f"figures: no figure_id {figure_id!r}; the ids are in dossier.figures['figure_id']")
    figure: dict[str, Any] = {str(key): value for key, value in rows.iloc[0].items()}
    article = dossier.articles.set_index("article_id").loc[figure["article_id"]]
    text, published = str(article["text"]), article["published"]
    lines = [
        f"{figure['text']!r} in article {figure['article_id']}, characters {figure['start']}-{figure['end']}",
        f"  {in_context(text, figure['start'], figure['end'])}",
        *(f"  {line}" for line in _statements(figure)),
        "because",
        *(f"  {line}" for line in _because(text, figure, published)),
    ]
    return "\n".join(lines)


def in_context(text: str, start: int, end: int) -> str:
    """The words from `start` to `end` in brackets, with the text around them."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    opening = "…" if start > _AROUND else ""
    closing = "…" if end + _AROUND < len(text) else ""
    return " ".join(f"{opening}{before}[{text[start:end]}]{after}{closing}".split())


def _statements(figure: dict[str, Any]) -> list[str]:
    return [
        f"states: {_stated(figure)}",
        f"role: {_ROLES[figure['role']]}",
        f"measure: {figure['measure']}"
        + _with(figure, "counted", ", counted: {}")
        + _with(figure, "place", ", place: {}"),
        f"holds: {figure['as_of'] if _given(figure['as_of']) else 'no date is told'}",
        f"modality: {figure['modality']}",
    ]


def _stated(figure: dict[str, Any]) -> str:
    relation = str(figure["relation"])
    numbers = [figure[key] for key in ("low", "value", "high") if _given(figure[key])]
    shown = _fraction if figure["unit"] == "fraction" else "{:,.10g}".format
    distinct = list(dict.fromkeys(map(shown, numbers)))
    unit = _UNITS.get(str(figure["unit"]), f" {figure['unit']}")
    bound = "exactly" if relation == "exact" and _given(figure["hedge"]) else _RELATIONS[relation]
    return f"{bound} {' and '.join(distinct)}".strip() + unit


def _fraction(value: float) -> str:
    """2/3 rather than 0.6666666667."""
    part = Fraction(value).limit_denominator(_PARTS)
    return str(part) if abs(float(part) - value) < 1 / _PARTS**3 else f"{value:,.10g}"


def _with(figure: dict[str, Any], key: str, form: str) -> str:
    return form.format(figure[key]) if _given(figure[key]) else ""


def _given(value: Any) -> bool:
    return bool(pd.notna(value)) and value != ""


def _because(text: str, figure: dict[str, Any], published: Any) -> list[str]:
    """One line per rule, in the order of the fields; bounds and measure have one in any case."""
    rules = json.loads(figure["rules"]) if _given(figure["rules"]) else []
    lines = {"relation": [_plain_bounds(figure)], "measure": [_plain_measure(figure)]}
    if figure["role"] == "share":
        lines["role"] = [f"its unit tells ({figure['unit']})"]
    told = {field for field, *_ in rules}
    lines = {field: plain for field, plain in lines.items() if field not in told}
    for field, rule, start, end in rules:
        words = text[start:end]
        anchor = _anchor(words, rule, published) if field == "as_of" else ""
        lines.setdefault(field, []).append(f"{rule}, by {words!r} at {start}{anchor}")
    order = sorted(lines, key=lambda field: list(_FIELDS).index(field) if field in _FIELDS else len(_FIELDS))
    return [f"{_FIELDS.get(field, field)}: {line}" for field in order for line in lines[field]]


def _plain_bounds(figure: dict[str, Any]) -> str:
    """Why the bounds are what they are, where no word around the figure says so."""
    if figure["relation"] == "between":
        return "a range: both ends are told"
    if figure["relation"] == "vague":
        return f"{figure['text']!r} states no number"
    return "no word on either side bounds it"


def _plain_measure(figure: dict[str, Any]) -> str:
    if figure["unit"] != "count":
        return f"its unit tells ({figure['unit']})"
    return "no word near it tells" if figure["measure"] == "other" else "carried on from the figure before"


def _anchor(words: str, rule: str, published: Any) -> str:
    """What a date without a year of its own is counted from."""
    if pd.isna(published) or (not rule.startswith("relative") and _YEAR.search(words)):
        return ""
    return f", counted from the publication on {published:%Y-%m-%d}"
