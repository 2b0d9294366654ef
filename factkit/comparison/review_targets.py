"""What a reviewer's decision is about: anchored by the words of an article, and found again by them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from factkit.comparison.review_log import Anchor, Decision
from factkit.dossier import Dossier
from factkit.errors import TableError, closest
from factkit.extraction.anchors import Lost, Searchable, Selector, find_again, make_selector

REJECTED_BY = "rejected by "  # how the reason of what a reviewer rejected begins
_TABLES = {"claim": "claims", "figure": "figures"}

Key = tuple[str, str]  # item, target


@dataclass(frozen=True, slots=True)
class Found:
    """The row that a decision is about, and how it was found.

    "exact" or "found again at ...", with a note where its source, cue or extractor is another now; "gone" where it was
    rejected before.
    """

    key: Key
    how: str


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decision whose words have no place any more, with the reason."""

    decision: Decision
    reason: str


@dataclass(slots=True)
class State:
    """What has been decided on a row so far: values by column, and how the row was found last."""

    cells: dict[str, Any] = field(default_factory=dict)
    how: str = "exact"


@dataclass(slots=True)
class Current:
    """Where a log stands: the state of each row it decides on, and what found no place."""

    states: dict[Key, State] = field(default_factory=dict)
    orphans: list[Orphan] = field(default_factory=list)


class Targets:
    """The rows of a dossier by id and by place, and its texts."""

    def __init__(self, dossier: Dossier) -> None:
        self._texts = dict(zip(dossier.articles["article_id"], dossier.articles["text"], strict=True))
        self._searchable: dict[str, Searchable] = {}
        self.rows = {item: _by_id(getattr(dossier, table), f"{item}_id") for item, table in _TABLES.items()}
        self._at: dict[tuple[str, str | None, int, int], list[str]] = defaultdict(list)
        for item, rows in self.rows.items():
            for name, row in rows.items():
                self._at[item, row["article_id"], row["start"], row["end"]].append(name)
        taken = dossier.rejected[dossier.rejected["reason"].str.startswith(REJECTED_BY, na=False)]
        self._gone = set(taken[["article_id", "kind", "quote"]].itertuples(index=False, name=None))

    def text(self, article_id: str) -> Searchable:
        """An article's text, made searchable once."""
        if article_id not in self._searchable:
            self._searchable[article_id] = Searchable(self._texts[article_id])
        return self._searchable[article_id]

    def anchor(self, item: str, target: str) -> Anchor:
        """What finds a row again; a `TableError` where the dossier has none of that id."""
        if item == "merge":
            left, right = names_of(target)
            return Anchor(names=(left, right))
        if item == "finding":
            return self._finding_anchor(target)
        row = self.rows[item].get(target)
        if row is None:
            raise TableError(f"no {item} {target!r} in this dossier.{closest(target, self.rows[item])}")
        selector = make_selector(self._texts[row["article_id"]], row["start"], row["end"])
        return Anchor(row["article_id"], selector, item, _hint(item, row))

    def _finding_anchor(self, target: str) -> Anchor:
        check, _, subject = target.partition(" ")
        subject, _, number = subject.partition(" #")
        item = "figure" if subject in self.rows["figure"] else "claim"
        if subject not in self.rows[item]:
            raise TableError(
                f"no finding {target!r}; a finding's target names its check and the figure or claim it is about"
            )
        plain = self.anchor(item, subject)
        return Anchor(plain.article_id, plain.selector, item, number or plain.hint, check=check)

    def find(self, decision: Decision) -> Found | Orphan:
        """The row that a decision is about."""
        about = decision.about
        if decision.item == "merge":
            if about.names is None:
                return Orphan(decision, "the log doesn't say which names it is about")
            return Found(("merge", pair_key(*about.names)), "exact")
        if about.selector is None or about.article_id is None or about.where not in self.rows:
            return Orphan(decision, "the log doesn't say which words it is about")
        if about.article_id not in self._texts:
            return Orphan(decision, f"article {about.article_id!r} isn't in this dossier")
        place = self._place(about.article_id, about.selector)
        if isinstance(place, str):
            return Orphan(decision, place)
        return self._row(decision, *place)

    def _row(self, decision: Decision, start: int, end: int, how: str) -> Found | Orphan:
        """The one row with just these words; where several share them, the one with the same source and cue."""
        about, item = decision.about, str(decision.about.where)
        hints = {
            name: _hint(item, self.rows[item][name]) for name in self._at.get((item, about.article_id, start, end), [])
        }
        names = [name for name, hint in hints.items() if hint == about.hint] or list(hints)
        if len(names) == 1:
            if decision.item != "finding" and hints[names[0]] != about.hint:
                how += f"; was {about.hint!r}, is {hints[names[0]]!r}"
            return Found((decision.item, _target(decision, names[0])), how)
        words = self._texts[str(about.article_id)][start:end]
        if not names and (about.article_id, item, words) in self._gone:
            return Found((decision.item, f"{about.article_id}:{start}-{end}"), "gone")
        many = f"{len(names)} {item}s" if names else f"no {item}"
        return Orphan(decision, f"its words stand at {start}-{end} of {about.article_id!r}, but {many} with just these")

    def _place(self, article_id: str, selector: Selector) -> tuple[int, int, str] | str:
        text, start = self._texts[article_id], selector.start
        if start is not None:
            end = start + len(selector.quote)
            if selector == make_selector(text, start, end):
                return start, end, "exact"
        found = find_again(self.text(article_id), selector)
        if isinstance(found, Lost):
            return found.reason
        moved = f" (was {start})" if start is not None and start != found.start else ""
        return found.start, found.end, f"found again at {found.start}{moved}, {found.similarity:.2f} similar"


def _by_id(frame: pd.DataFrame, key: str) -> dict[str, dict[str, Any]]:
    records = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return {str(row[key]): {str(name): value for name, value in row.items()} for row in records}


def _hint(item: str, row: Mapping[str, Any]) -> str | None:
    """What tells rows with the same words apart: a claim's source and cue, and who found it."""
    keys = ("source", "cue", "extractor") if item == "claim" else ("extractor",)
    return " | ".join(str(row[key]) for key in keys if row.get(key) is not None) or None


def _target(decision: Decision, subject: str) -> str:
    if decision.item != "finding":
        return subject
    number = decision.about.hint if decision.about.hint and decision.about.hint.isdigit() else None
    return f"{decision.about.check} {subject}" + (f" #{number}" if number else "")


def finding_keys(findings: pd.DataFrame) -> Iterator[str]:
    """The target of each finding: its check and what it is about, numbered where a check says several things of it."""
    seen: dict[str, int] = defaultdict(int)
    for check, claim_id, figure_id in findings[["check", "claim_id", "figure_id"]].itertuples(index=False):
        key = f"{check} {claim_id if pd.isna(figure_id) else figure_id}"
        seen[key] += 1
        yield key if seen[key] == 1 else f"{key} #{seen[key]}"


def pair_key(left: str, right: str) -> str:
    """The target of a merge: the two names as JSON, in alphabetical order."""
    return json.dumps(sorted((left, right)), ensure_ascii=False)


def names_of(target: str) -> tuple[str, str]:
    """The two names of a merge; a `TableError` where there aren't two."""
    try:
        left, right = json.loads(target)
    except (ValueError, TypeError) as error:
        raise TableError(f'the target of a merge is {target!r}; it must be two names as JSON: ["A", "B"]') from error
    return str(left), str(right)


def current(targets: Targets, decisions: Iterable[Decision]) -> Current:
    """Where decisions stand: each column's last value, nothing of what was decided before a withdrawal."""
    result = Current()
    for decision in decisions:
        found = targets.find(decision)
        if isinstance(found, Orphan):
            result.orphans.append(found)
            continue
        if found.how == "gone":
            continue
        state = result.states.setdefault(found.key, State())
        state.how = found.how
        if decision.after.get("decision", "correct") != "correct":
            state.cells.pop("correction", None)
        if decision.after.get("decision") == "withdraw":
            state.cells.clear()
            continue
        note = {} if decision.why is None else {"note": decision.why}
        state.cells |= {**decision.after, **note, "reviewer": decision.who}
    return result
