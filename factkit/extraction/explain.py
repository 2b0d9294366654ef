"""Why a figure reads as it does: each rule with the words it rests on, in plain words."""

import json
from typing import Any

import pandas as pd

from factkit.dossier import Dossier, expect_dossier
from factkit.errors import TableError

_AROUND = 60  # characters of text shown on either side
_RELATIONS = {
    "exact": "exactly",
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
    "share": "a share of a whole",
}
_FIELDS = {
    "relation": "bounds",
    "measure": "measure",
    "role": "role",
    "modality": "modality",
    "as_of": "date",
    "place": "place",
}


def explain(dossier: Dossier, figure_id: str) -> str:
    """In plain words: what is stated of the figure, by which rules, and by which words of the text around it.

    A `figure_id` that isn't in `dossier.figures` is a `TableError` that says so.
    """
    expect_dossier(dossier, "explain")
    rows = dossier.figures[dossier.figures["figure_id"] == figure_id]
    if rows.empty:
        raise TableError(f"figures: no figure_id {figure_id!r}; the ids are in dossier.figures['figure_id']")
    figure: dict[str, Any] = {str(key): value for key, value in rows.iloc[0].items()}
    text = str(dossier.articles.set_index("article_id")["text"][figure["article_id"]])
    lines = [
        f"{figure['text']!r} in article {figure['article_id']}, characters {figure['start']}-{figure['end']}",
        f"  {_context(text, figure['start'], figure['end'])}",
        *(f"  {line}" for line in _statements(figure)),
        "because",
        *(f"  {line}" for line in _because(text, figure)),
    ]
    return "\n".join(lines)


def _context(text: str, start: int, end: int) -> str:
    """The figure in brackets, with the text around it."""
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
    distinct = list(dict.fromkeys(f"{number:,.10g}" for number in numbers))
    unit = "" if figure["unit"] == "count" else f" {figure['unit']}"
    return f"{_RELATIONS[relation]} {' and '.join(distinct)}".rstrip() + unit


def _with(figure: dict[str, Any], key: str, form: str) -> str:
    return form.format(figure[key]) if _given(figure[key]) else ""


def _given(value: Any) -> bool:
    return bool(pd.notna(value)) and value != ""


def _because(text: str, figure: dict[str, Any]) -> list[str]:
    """One line per rule; fields that no rule speaks of have their plain value."""
    rules = json.loads(figure["rules"]) if _given(figure["rules"]) else []
    lines = [
        f"{_FIELDS.get(field, field)}: {rule}, by {text[start:end]!r} at {start}" for field, rule, start, end in rules
    ]
    told = {field for field, *_ in rules}
    if "relation" not in told:
        lines.append("bounds: no word on either side bounds it")
    if "measure" not in told:
        lines.append(f"measure: {_plain_measure(figure)}")
    return lines


def _plain_measure(figure: dict[str, Any]) -> str:
    if figure["unit"] != "count":
        return f"the unit ({figure['unit']})"
    return "no word near it tells" if figure["measure"] == "other" else "carried on from the figure before"
