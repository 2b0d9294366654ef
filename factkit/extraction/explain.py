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
    "vague": "",
}
_ROLES = {
    "level": "a level: the number as it stands",
    "increment": "an increment: on top of an earlier number",
    "change": "a change of an earlier number",
    "share": "a share: a percentage or a part of a whole",
}
_MODALITIES = {
    "asserted": "asserted, told as a fact",
    "hedged": "hedged, told as likely, possible or hearsay",
    "planned": "planned, not done yet",
    "denied": "denied, told not to be so",
}
_FIELDS = {
    "relation": "bounds",
    "measure": "measure",
    "role": "role",
    "modality": "modality",
    "as_of": "date",
    "place": "place",
}
# Each rule with the words it rests on, for "{}"; an extractor's own rules are told as they are.
_RULES = {
    "hedge before the number": "{} before the number",
    "hedge after the number": "{} after the number",
    "verb that bounds": "the verb {} bounds it",
    "ending of the number": "the number ends in {}",
    "ending of what is counted": "what is counted ends in {}",
    "plus sign": "the sign {} after the number",
    "number word that is round by nature": "{} is a round number by nature",
    "noun before its number": "{} stands before its number, which makes that a round one",
    "range": "a range: both ends are told, with {} beside them",
    "vague word": "the words state no number, with {} beside them",
    "counted noun": "{} is what is counted",
    "counted noun at a place": "{} is what is counted, at a place that is told",
    "what is counted": "{} is what is counted, and no word near it says what happened",
    "word near the number": "{} stands near the number",
    "subject of the level told": "{} is what reached the number",
    "said of the counted noun": "{} stands right behind the counted noun",
    "verb over the counted noun": "{} says what happened to those counted",
    "amount of a change": "it is the amount of the change that {} tells",
    "on top of an earlier number": "{} adds it to an earlier number",
    "hedged": "{} says so",
    "planned": "{} says so",
    "denied": "{} says so",
    "explicit date": "{} is the date told for it",
    "relative date": "{} is the time told for it",
    "place after a preposition": "{} is the place told for it",
}
_NO_NUMBER = "no number"
_UNITS = {"count": "", "fraction": " (a fraction)", "percentage_point": " percentage points", "percent": " percent"}
_PLURALS = {"foot": "feet", "inch": "inches", "penny": "pence"}
_LETTERS = 4  # a unit written out has so many at least, and is no abbreviation
_UNCOUNTED = frozenset({"times", "horsepower"})
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
        *(f"  {line}" for line in _said_by(dossier, figure)),
        "because",
        *(f"  {line}" for line in _because(text, figure, published)),
    ]
    return "\n".join(lines)


def in_context(text: str, start: int, end: int) -> str:
    """The words from `start` to `end` in brackets, with the text around them."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    opening = closing = ""
    if start > _AROUND:
        opening, before = "…", before[_cut(text[start - _AROUND - 1 : start]) :]
    if end + _AROUND < len(text):
        closing, after = "…", after[: len(after) - _cut(text[end : end + _AROUND + 1][::-1])].rstrip()
    return " ".join(f"{opening}{before.lstrip() if opening else before}[{text[start:end]}]{after}{closing}".split())


def _cut(words: str) -> int:
    """How many letters of a word cut in two stand at the beginning of `words`, whose first letter is left out."""
    first = words.split(maxsplit=1)[0] if words and not words[0].isspace() else ""
    return len(first) - 1 if 0 < len(first) < _AROUND // 2 else 0


def _statements(figure: dict[str, Any]) -> list[str]:
    measure = str(figure["measure"]).replace("_", " ")
    return [
        f"states: {_stated(figure)}",
        f"role: {_ROLES[figure['role']]}",
        f"measure: {measure}" + _with(figure, "counted", ", counted: {}") + _with(figure, "place", ", place: {}"),
        f"as of: {_time(figure['as_of']) if _given(figure['as_of']) else 'no date is told'}",
        f"modality: {_MODALITIES[figure['modality']]}",
    ]


def _time(edtf: str) -> str:
    """A stretch of time as one says it: "2025-09-08 to 2025-09-14"."""
    first, _, last = edtf.partition("/")
    if not last:
        return first
    return f"until {last}" if first in {"", ".."} else f"since {first}" if last == ".." else f"{first} to {last}"


def _said_by(dossier: Dossier, figure: dict[str, Any]) -> list[str]:
    """Who says it, and whose figure it is, where somebody else's."""
    claims = dossier.claims[dossier.claims["claim_id"] == figure["claim_id"]] if _given(figure["claim_id"]) else None
    if claims is None or claims.empty:
        return ["said by: the article itself"]
    claim: dict[str, Any] = {str(key): value for key, value in claims.iloc[0].items()}
    speaker = str(claim["speaker"]) if _given(claim["speaker"]) else "somebody who isn't named"
    cue = f" ({str(claim['cue'])!r} at {claim['cue_start']})" if _given(claim["cue"]) else ""
    other = _given(claim["origin"]) and claim["origin"] != claim["speaker"]
    return [f"said by: {speaker}{cue}", *([f"figure of: {claim['origin']}"] if other else [])]


def _stated(figure: dict[str, Any]) -> str:
    relation, unit = str(figure["relation"]), str(figure["unit"])
    numbers = [figure[key] for key in ("low", "value", "high") if _given(figure[key])]
    shown = _fraction if unit == "fraction" else _number
    distinct = list(dict.fromkeys(map(shown, numbers)))
    bound = "exactly" if relation == "exact" and _given(figure["hedge"]) else _RELATIONS[relation]
    told = " and ".join(distinct) or _NO_NUMBER
    return f"{bound} {told}".strip() + _unit(unit, singular=numbers in ([1], [-1]))


def _unit(unit: str, *, singular: bool) -> str:
    """The unit after a number: "12 inches", "1 mile", "3 kg"."""
    if unit in _UNITS:
        return _UNITS[unit].removesuffix("s") if singular else _UNITS[unit]
    last = re.split("[ -]", unit)[-1]
    if singular or unit in _UNCOUNTED or not last.islower() or (len(last) < _LETTERS and last not in _PLURALS):
        return f" {unit}"
    return f" {unit.removesuffix(last)}{_PLURALS.get(last, f'{last}s')}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value.is_integer() else f"{value:,.10g}"


def _fraction(value: float) -> str:
    """2/3 rather than 0.6666666667."""
    part = Fraction(value).limit_denominator(_PARTS)
    return str(part) if abs(float(part) - value) < 1 / _PARTS**3 else _number(value)


def _with(figure: dict[str, Any], key: str, form: str) -> str:
    return form.format(figure[key]) if _given(figure[key]) else ""


def _given(value: Any) -> bool:
    return bool(pd.notna(value)) and value != ""


def _because(text: str, figure: dict[str, Any], published: Any) -> list[str]:
    """One line per rule, in the order of the fields; bounds and measure have one in any case."""
    rules = json.loads(figure["rules"]) if _given(figure["rules"]) else []
    lines = {"relation": [_plain_bounds(figure)], "measure": [_plain_measure(figure)]}
    if figure["role"] == "share":
        lines["role"] = [f"its unit tells ({_told_unit(figure)})"]
    told = {field for field, *_ in rules}
    lines = {field: plain for field, plain in lines.items() if field not in told}
    for field, rule, start, end in rules:
        words = text[start:end]
        anchor = _anchor(words, rule, published) if field == "as_of" else ""
        plain = _RULES.get(rule, f"{rule}, by {{}}").replace("{}", f"{words!r} (at {start})")
        lines.setdefault(field, []).append(plain + anchor)
    order = sorted(lines, key=lambda field: list(_FIELDS).index(field) if field in _FIELDS else len(_FIELDS))
    return [f"{_FIELDS.get(field, field)}: {line}" for field in order for line in lines[field]]


def _plain_bounds(figure: dict[str, Any]) -> str:
    """Why the bounds are what they are, where no word around the figure says so."""
    if figure["relation"] == "between":
        return "a range: both ends are told"
    if figure["relation"] == "vague":
        return f"{figure['text']!r} states no number"
    return "no word on either side bounds it"


def _told_unit(figure: dict[str, Any]) -> str:
    return str(figure["unit"]).replace("_", " ")


def _plain_measure(figure: dict[str, Any]) -> str:
    if figure["unit"] != "count":
        return f"its unit tells ({_told_unit(figure)})"
    return "no word near it tells" if figure["measure"] == "other" else "carried on from the figure before"


def _anchor(words: str, rule: str, published: Any) -> str:
    """What a date without a year of its own is counted from."""
    if pd.isna(published) or (not rule.startswith("relative") and _YEAR.search(words)):
        return ""
    return f", counted from the publication on {published:%Y-%m-%d}"
