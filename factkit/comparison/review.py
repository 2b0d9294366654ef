"""Review: the analyst accepts, rejects or corrects what was found, and has the last word.

`review` gives a table with a row for each claim, figure, merge of names and finding, and empty columns to fill in;
`apply_review` turns a filled table into a new dossier and writes the decisions to a log, from which they are applied
again to whatever is extracted later. A decision belongs to words of an article, not to a row: it is applied where these
words stand exactly as they did, or were found again at one place only, and is listed as orphaned otherwise.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from factkit.comparison.entities import entities
from factkit.comparison.review_changes import apply_decisions, check_correction
from factkit.comparison.review_log import Decision, Log, append_decisions, log_line, read_decisions
from factkit.comparison.review_targets import Key, Orphan, State, Targets, current, finding_keys, pair_key
from factkit.dossier import JUDGED, Dossier, conform, expect_dossier, expect_table, table_from_columns
from factkit.errors import TableError
from factkit.extraction.explain import in_context

_FILLED = tuple(column.name for column in JUDGED if column.name != "reviewer")
_LOGGED = tuple(name for name in (*_FILLED, "correction") if name != "note")
_CREDIBILITY = range(1, 7)
_SHOWN = 200  # characters of a claim in the table


def review(dossier: Dossier, findings: pd.DataFrame | None = None, *, log: str | Path | None = None) -> pd.DataFrame:
    """A table to decide in: one row per claim, figure, merge of names, and finding (of `check`, if given).

    `item` (claim, figure, merge, finding), `target` (its id; of a merge the two names as JSON), `article_id`, `words`,
    `context` (the words in brackets, with the text around them) and `says` show what it is about. Fill in, for as many
    rows as you like:

    - `decision`: accept, reject, correct, or withdraw (an earlier one). A merge that is accepted keeps two names one
      entity, a rejected one keeps them apart.
    - `correction`: a dictionary of columns and what is right, e.g. `{"speaker": "Lee Seong-kweun"}`; for claims
      speaker, origin, modality and content, for figures value, low, high, relation, hedge, role, counted, unit,
      measure, place, as_of and modality.
    - `verdict` (supported, refuted, conflicting, not_enough_evidence, outdated); `source_grade` A to F and
      `credibility` 1 to 6 of the Admiralty system, which are two questions: how reliable the source is, and how
      credible what it says; `note`, `reviewer`.

    With the `log` of earlier decisions these are filled in, and `state` says how each was found again; those that
    weren't are rows at the end, without target, whose `state` begins with "orphaned". Lines of the log that are no
    decisions are in `.attrs["damaged"]`, as (line number, words, reason).
    """
    expect_dossier(dossier, "review")
    if findings is not None:
        expect_table(findings, "review", "fk.check", ("check", "verdict", "message"))
    rows = [*_claim_rows(dossier), *_figure_rows(dossier), *_merge_rows(dossier)]
    if findings is not None:
        rows += _finding_rows(findings, {row["target"]: row["article_id"] for row in rows})
    read = read_decisions(log) if log is not None else Log()
    standing = current(Targets(dossier), read.decisions)
    for row in rows:
        state = standing.states.get((row["item"], row["target"]))
        if state is not None:
            row |= {**state.cells, "state": state.how}
    rows += map(_orphan_row, standing.orphans)
    columns = ("item", "target", "article_id", "words", "context", "says", "correction", *_FILLED, "reviewer", "state")
    table = table_from_columns("review", {name: [row.get(name) for row in rows] for name in columns})
    table.attrs["damaged"] = list(read.damaged)
    return table


def apply_review(
    dossier: Dossier,
    decisions: pd.DataFrame | str | Path,
    *,
    log: str | Path | None = None,
    reviewer: str | None = None,
    when: datetime | None = None,
) -> Dossier:
    """A new dossier with the decisions applied: a filled table of `review`, or the path of a log.

    Rejected claims and figures leave their tables for `rejected`, with reviewer and note; corrections change their
    columns; claims and figures get the columns decision, verdict, source_grade, credibility, note and reviewer; decided
    merges are pairs in `dossier.names`, which `entities` and `estimates` obey. Decisions on findings change no table:
    they are in the log, and `review` shows them. Decisions that found no place are rows of `rejected` with kind
    "decision" and a reason that begins with "orphaned".

    With `log`, what is new in the table is added to that file first (JSON Lines, only ever added to; safe with two
    people at once and in a crash), and then everything in it is applied, theirs included. `reviewer` stands in where
    the table names none; `when` is the time written to the log, by default now. A wrong cell is a `TableError` that
    names row and column; nothing is written then.
    """
    expect_dossier(dossier, "apply_review")
    targets = Targets(dossier)
    if not isinstance(decisions, pd.DataFrame):
        if not isinstance(decisions, str | Path) or not Path(decisions).is_file():
            raise TableError(f"{decisions}: no such file; give a filled table of `review` or the path of a log")
        return apply_decisions(dossier, targets, current(targets, read_decisions(decisions).decisions))
    moment = (when or datetime.now(UTC)).isoformat(timespec="seconds")
    known = current(targets, read_decisions(log).decisions).states if log is not None else {}
    made = list(_decisions(targets, conform("review", decisions), known, reviewer, moment))
    if log is not None:
        append_decisions(log, made)
        made = list(read_decisions(log).decisions)
    return apply_decisions(dossier, targets, current(targets, made))


def what_is_wrong(targets: Targets, row: Mapping[str, Any], known: Mapping[Key, State], reviewer: str) -> str | None:
    """Why `apply_review` would refuse this row of a filled table, or None; nothing is written."""
    try:
        list(_decisions(targets, conform("review", pd.DataFrame([row])), known, reviewer, ""))
    except TableError as error:
        return str(error).removeprefix("review: ").removeprefix("row 0: ")
    return None


# --- the rows to decide on


def _claim_rows(dossier: Dossier) -> Iterator[dict[str, Any]]:
    texts = _texts(dossier)
    columns = ["claim_id", "article_id", "content", "start", "end", "speaker", "origin", "modality"]
    for claim_id, article_id, content, start, end, speaker, origin, modality in dossier.claims[columns].itertuples(
        index=False
    ):
        names = dict.fromkeys(str(name) for name in (speaker, origin) if not pd.isna(name))
        says = f"{' ← '.join(names) or 'nobody named'}, {modality}"
        yield _row("claim", claim_id, article_id, content, says, in_context(texts[article_id], start, end))


def _figure_rows(dossier: Dossier) -> Iterator[dict[str, Any]]:
    texts = _texts(dossier)
    columns = ["figure_id", "article_id", "text", "start", "end", "relation", "measure", "counted", "as_of", "role"]
    for figure_id, article_id, text, start, end, *parts in dossier.figures[columns].itertuples(index=False):
        says = ", ".join(str(part) for part in parts if not pd.isna(part))
        yield _row("figure", figure_id, article_id, text, says, in_context(texts[article_id], start, end))


def _texts(dossier: Dossier) -> dict[str, str]:
    return dict(zip(dossier.articles["article_id"], dossier.articles["text"], strict=True))


def _merge_rows(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """Each form of an entity beside its name, and each name beside those it may be the same as."""
    seen: set[str] = set()
    table = entities(dossier)[["name", "forms", "why", "uncertain"]]
    for name, forms, why, uncertain in table.itertuples(index=False):
        first = name if name in forms else min(forms)
        pairs = [(first, other, f"taken for one: {why}") for other in forms if other != first]
        pairs += [(first, other, "may be one, left apart") for other in uncertain]
        for left, right, says in pairs:
            key = pair_key(left, right)
            if key not in seen:
                seen.add(key)
                yield _row("merge", key, None, f"{left} = {right}", says)


def _finding_rows(findings: pd.DataFrame, articles: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    columns = ["claim_id", "figure_id", "verdict", "message"]
    for key, (claim_id, figure_id, verdict, message) in zip(
        finding_keys(findings), findings[columns].itertuples(index=False), strict=True
    ):
        subject = claim_id if pd.isna(figure_id) else figure_id
        yield _row("finding", key, articles.get(subject), message, verdict)


def _row(item: str, target: str, article_id: Any, words: str, says: str, context: str | None = None) -> dict[str, Any]:
    shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
    row = {"item": item, "target": target, "article_id": article_id, "words": shown}
    return {**row, "context": context, "says": says}


def _orphan_row(orphan: Orphan) -> dict[str, Any]:
    decision = orphan.decision
    words = decision.about.selector.quote if decision.about.selector else None
    filled = {**decision.after, "note": decision.why, "reviewer": decision.who}
    return {
        "item": decision.item,
        "article_id": decision.about.article_id,
        "words": words,
        **filled,
        "state": f"orphaned: {orphan.reason}",
    }


# --- from the filled table to decisions


def _decisions(
    targets: Targets, table: pd.DataFrame, known: Mapping[Key, State], reviewer: str | None, moment: str
) -> Iterable[Decision]:
    """One decision for each row in which something stands that isn't known yet; all rows are checked first."""
    made = []
    for number, row in enumerate(table.to_dict("records")):
        filled = {name: row[name] for name in (*_LOGGED, "note") if not _is_missing(row[name])}
        if not filled or _is_missing(row["target"]):
            continue
        key = (str(row["item"]), str(row["target"]))
        try:
            decision = _decision(targets, key, filled, known.get(key, State()), moment, _who(row, reviewer))
            if decision is not None:
                log_line(decision)
                made.append(decision)
        except TableError as error:
            raise TableError(f"review: row {number}: {error}") from error
    return made


def _is_missing(value: Any) -> bool:
    return value is None or (not isinstance(value, Mapping | list) and bool(pd.isna(value))) or value == ""


def _who(row: Mapping[Any, Any], reviewer: str | None) -> str | None:
    return reviewer if _is_missing(row["reviewer"]) else str(row["reviewer"])


def _decision(
    targets: Targets, key: tuple[str, str], filled: dict[str, Any], known: State, moment: str, who: str | None
) -> Decision | None:
    item, target = key
    about = targets.anchor(item, target)
    if filled.get("decision") == "withdraw":
        filled = {name: filled[name] for name in ("decision", "note") if name in filled}
    if "correction" in filled:
        filled["correction"] = check_correction(item, filled["correction"], targets, target)
    if ("correction" in filled) != (filled.get("decision") == "correct"):
        raise TableError(f"decision is {filled.get('decision')!r}; 'correct' and a correction go together")
    if "credibility" in filled:
        filled["credibility"] = int(filled["credibility"])  # a number of numpy's is none in JSON
        if filled["credibility"] not in _CREDIBILITY:
            raise TableError(f"credibility is {filled['credibility']}; it must be 1 to 6")
    after = {name: value for name, value in filled.items() if known.cells.get(name) != value}
    if not after:
        return None
    if who is None:
        raise TableError("reviewer is missing; every decision names who made it")
    before = {name: known.cells.get(name) for name in after if name in _LOGGED}
    if "correction" in after:
        row = targets.rows[item][target]
        before["correction"] = {name: row[name] for name in after["correction"]}
        after["decision"] = "correct"
    why = after.pop("note", None) or filled.get("note")
    return Decision(who, moment, item, about, before, after, why)
