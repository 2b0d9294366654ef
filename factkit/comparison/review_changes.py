"""What decisions do to the tables: rows leave, columns are corrected, judgements stand beside."""

import json
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from factkit.comparison.review_targets import REJECTED_BY, Current, Orphan, Targets, names_of
from factkit.dossier import CLAIMS, FIGURES, JUDGED, Column, Dossier, conform, make_table
from factkit.errors import TableError, closest
from factkit.extraction.anchors import Lost, Place, Searchable, Selector, find_again
from factkit.extraction.edtf import Period, interval, resolve

CORRECTABLE = {
    "claim": ("speaker", "origin", "modality", "content"),
    "figure": tuple("value low high relation hedge role counted unit measure place as_of modality".split()),
}
_COLUMNS = {"claim": {column.name: column for column in CLAIMS}, "figure": {column.name: column for column in FIGURES}}
_REACH = 500  # characters around a claim within which its corrected content is looked for
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_DATE_KEYS = ("YEAR", "MONTH", "DAY")


# --- corrections, checked


def check_correction(item: str, correction: Any, targets: Targets, target: str) -> dict[str, Any]:
    """The correction as a dictionary; a `TableError` that says what is wrong with it."""
    if isinstance(correction, str):
        try:
            correction = json.loads(correction)
        except (ValueError, RecursionError) as error:  # brackets by the thousand are no dictionary, either
            given = correction if len(correction) <= _REACH else f"{correction[:_REACH]}…"
            raise TableError(f"correction is {given!r}; it must be a dictionary or JSON ({error})") from error
    if item not in CORRECTABLE:
        raise TableError(f"a {item} can be accepted or rejected, not corrected")
    if not isinstance(correction, Mapping) or not correction:
        raise TableError(
            f"correction is {correction!r}; it must be a dictionary of columns, e.g. {{'modality': 'hedged'}}"
        )
    for name, value in correction.items():
        if name not in CORRECTABLE[item]:
            raise TableError(f"correction has {name!r}.{closest(str(name), CORRECTABLE[item])}")
        _check_value(_COLUMNS[item][name], value)
    if "content" in correction:
        found = _content(targets, target, str(correction["content"]))
        if isinstance(found, Lost):
            raise TableError(f"correction: content {correction['content']!r}: {found.reason}")
    return dict(correction)


def _check_value(column: Column, value: Any) -> None:
    missing = value is None
    if column.required and missing:
        raise TableError(f"correction: {column.name} can't be missing")
    if missing:
        return
    if column.choices and value not in column.choices:
        raise TableError(f"correction: {column.name} is {value!r}.{closest(str(value), column.choices)}")
    if column.dtype == "float64" and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise TableError(f"correction: {column.name} is {value!r}; it must be a number")
    if column.dtype == "float64" and not abs(value) <= sys.float_info.max:  # NaN isn't, either
        raise TableError(f"correction: {column.name} is {value!r}; it must be a number that can be written")
    if column.dtype == "string" and not isinstance(value, str):
        raise TableError(f"correction: {column.name} is {value!r}; it must be words")
    if column.name == "as_of":
        _period(value)


def _period(words: str) -> Period:
    """The period of an EDTF date (a year, a month, a day, or two of these with a slash)."""
    matches = [_DATE.fullmatch(part) for part in words.split("/")]
    parts = [
        {key: int(number) for key, number in zip(_DATE_KEYS, match.groups(), strict=True) if number}
        for match in matches
        if match is not None
    ]
    try:
        periods = [resolve(part, None) for part in parts]
    except ValueError:
        periods = []
    ends = [period for period in periods if period is not None]
    period = None if len(ends) != len(matches) else ends[0] if len(ends) == 1 else None
    if len(ends) == len(matches) == 2:
        period = interval(*ends)
    if period is None:
        raise TableError(
            f"correction: as_of is {words!r}; it must be a date such as 2025-04, 2025-04-30 or 2025-01/2025-04"
        )
    return period


def _content(targets: Targets, target: str, words: str) -> Place | Lost:
    """Where a claim's corrected content stands, near where it stood."""
    row = targets.rows["claim"][target]
    text = targets.text(row["article_id"]).text
    begin, stop = max(0, row["start"] - _REACH), row["end"] + _REACH
    found = find_again(Searchable(text[begin:stop]), Selector(words))
    if isinstance(found, Lost):
        return found
    return Place(begin + found.start, begin + found.end, found.similarity)


# --- changes


def apply_decisions(dossier: Dossier, targets: Targets, decided: Current) -> Dossier:
    """A new dossier in which everything decided is done; orphans are rows of `rejected`."""
    by_item: dict[str, dict[str, dict[str, Any]]] = {"claim": {}, "figure": {}, "merge": {}, "finding": {}}
    for (item, target), state in decided.states.items():
        by_item[item][target] = state.cells
    claims, sources = _corrected_claims(dossier, targets, _with(by_item["claim"], "correct"))
    figures = _corrected_figures(dossier.figures, _with(by_item["figure"], "correct"))
    claims = _judged("claims", claims, "claim_id", by_item["claim"])
    figures = _judged("figures", figures, "figure_id", by_item["figure"])
    out_claims, out_figures = _with(by_item["claim"], "reject"), _with(by_item["figure"], "reject")
    rejected = [
        *_rejected_rows("claim", claims, "content", out_claims),
        *_rejected_rows("figure", figures, "text", out_figures),
        *_orphan_rows(decided.orphans, dossier.rejected),
    ]
    claims, sources, figures = _without(claims, sources, figures, set(out_claims), set(out_figures))
    return Dossier(
        dossier.articles,
        claims,
        sources,
        figures,
        pd.concat([dossier.rejected, make_table("rejected", rejected)], ignore_index=True)
        if rejected
        else dossier.rejected,
        _names(dossier.names, by_item["merge"]),
    )


def _with(states: Mapping[str, dict[str, Any]], decision: str) -> dict[str, dict[str, Any]]:
    return {target: values for target, values in states.items() if values.get("decision") == decision}


def _changed(name: str, frame: pd.DataFrame, key: str, changes: Mapping[str, Mapping[str, Any]]) -> pd.DataFrame:
    """`frame` with single cells replaced; `changes` is by id and column."""
    places = {target: place for place, target in enumerate(frame[key]) if target in changes}
    columns = sorted({column for change in changes.values() for column in change})
    made = {column: list(frame[column].astype(object)) for column in columns}
    for target, place in places.items():
        for column, value in changes[target].items():
            made[column][place] = value
    return conform(
        name, frame.assign(**{column: pd.Series(made[column], dtype=object, index=frame.index) for column in columns})
    )


def _corrected_claims(
    dossier: Dossier, targets: Targets, corrected: Mapping[str, Mapping[str, Any]]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Claims with corrections; a name that is corrected changes in the claim's chain, too."""
    if not corrected:
        return dossier.claims, dossier.sources
    changes: dict[str, dict[str, Any]] = {}
    renamed: dict[tuple[str, str], str] = {}
    for target, values in corrected.items():
        change, row = dict(values["correction"]), targets.rows["claim"][target]
        if "content" in change:
            found = _content(targets, target, change.pop("content"))
            if isinstance(found, Place):
                words = targets.text(row["article_id"]).text[found.start : found.end]
                change |= {"content": words, "start": found.start, "end": found.end}
                change["spans"] = [[found.start, found.end]]
        if "speaker" in change and "origin" not in change and row["origin"] == row["speaker"]:
            change["origin"] = change["speaker"]
        for part in ("origin", "speaker"):
            if change.get(part) and row[part]:
                renamed[target, row[part]] = change[part]
        changes[target] = change
    keys = list(zip(dossier.sources["claim_id"], dossier.sources["name"], strict=True))
    names = [renamed.get(key, key[1]) for key in keys]
    return _changed("claims", dossier.claims, "claim_id", changes), conform(
        "sources", dossier.sources.assign(name=names)
    )


def _corrected_figures(figures: pd.DataFrame, corrected: Mapping[str, Mapping[str, Any]]) -> pd.DataFrame:
    if not corrected:
        return figures
    changes = {target: dict(values["correction"]) for target, values in corrected.items()}
    for change in changes.values():
        if "as_of" in change:
            first, last = _days(change["as_of"])
            change |= {"as_of_start": first, "as_of_end": last}
    return _changed("figures", figures, "figure_id", changes)


def _days(as_of: str | None) -> tuple[date | None, date | None]:
    if as_of is None:
        return None, None
    period = _period(as_of)
    return period.first, period.last


def _judged(name: str, frame: pd.DataFrame, key: str, states: Mapping[str, Mapping[str, Any]]) -> pd.DataFrame:
    """`frame` with the columns of a reviewer's judgement; earlier ones stay where nothing new was decided."""
    columns: dict[str, pd.Series] = {}
    for column in JUDGED:
        old = list(frame[column.name].astype(object)) if column.name in frame else [None] * len(frame)
        values = [
            states[target].get(column.name) if target in states else before
            for target, before in zip(frame[key], old, strict=True)
        ]
        columns[column.name] = pd.Series(values, dtype=object)
    typed = conform("judged", pd.DataFrame(columns, index=pd.RangeIndex(len(frame))))
    return conform(name, frame.reset_index(drop=True).assign(**{str(key): typed[key] for key in typed}))


def _rejected_rows(
    kind: str, frame: pd.DataFrame, words: str, out: Mapping[str, Mapping[str, Any]]
) -> Iterable[dict[str, Any]]:
    columns = [f"{kind}_id", "article_id", "extractor", words]
    for target, article_id, extractor, quote in frame[columns].itertuples(index=False):
        if target in out:
            note = f": {out[target]['note']}" if out[target].get("note") else ""
            yield {
                "article_id": article_id,
                "extractor": extractor,
                "kind": kind,
                "quote": quote,
                "reason": f"{REJECTED_BY}{out[target]['reviewer']}{note}",
            }


def _orphan_rows(orphans: Iterable[Orphan], already: pd.DataFrame) -> Iterable[dict[str, Any]]:
    """One row for each orphan that isn't told yet."""
    told = set(already[["article_id", "quote", "reason"]].itertuples(index=False, name=None))
    for orphan in orphans:
        about = orphan.decision.about
        quote = about.selector.quote if about.selector else None
        reason = f"orphaned: {orphan.decision.who}'s decision on a {orphan.decision.item}: {orphan.reason}"
        if (about.article_id, quote, reason) not in told:
            told.add((about.article_id, quote, reason))
            yield {
                "article_id": about.article_id,
                "extractor": "review",
                "kind": "decision",
                "quote": quote,
                "reason": reason,
            }


def _without(
    claims: pd.DataFrame, sources: pd.DataFrame, figures: pd.DataFrame, out_claims: set[str], out_figures: set[str]
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The tables without what was rejected; what stood inside a rejected claim belongs to the claim around it."""
    if out_claims:
        parents = dict(zip(claims["claim_id"], claims["parent_id"], strict=True))
        claims = claims.assign(parent_id=[_kept(parent, parents, out_claims) for parent in claims["parent_id"]])
        figures = figures.assign(claim_id=[_kept(home, parents, out_claims) for home in figures["claim_id"]])
        sources = sources[~sources["claim_id"].isin(out_claims)]
        claims = claims[~claims["claim_id"].isin(out_claims)]
    figures = figures[~figures["figure_id"].isin(out_figures)]
    return conform("claims", claims), conform("sources", sources), conform("figures", figures)


def _kept(claim_id: Any, parents: Mapping[str, Any], out: set[str]) -> Any:
    while not pd.isna(claim_id) and claim_id in out:
        claim_id = parents[claim_id]
    return claim_id


def _names(names: pd.DataFrame, merges: Mapping[str, Mapping[str, Any]]) -> pd.DataFrame:
    """The pairs that were decided on, the new word on a pair in place of the old one."""
    relations = {"accept": "same", "reject": "apart"}
    rows = {names_of_pair(row["left"], row["right"]): row for row in names.to_dict("records")}
    for target, values in merges.items():
        left, right = names_of(target)
        rows.pop(names_of_pair(left, right), None)
        if values.get("decision") in relations:
            rows[names_of_pair(left, right)] = {
                "left": left,
                "right": right,
                "relation": relations[values["decision"]],
                "reviewer": values.get("reviewer"),
                "note": values.get("note"),
            }
    return make_table("names", [{str(key): value for key, value in row.items()} for row in rows.values()])


def names_of_pair(left: str, right: str) -> frozenset[str]:
    """A pair of names in either order."""
    return frozenset((left, right))
