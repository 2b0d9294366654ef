"""What the review widget does, without the widget: a page of rows, what was filled in, and why a row can't be written.

Everything that comes in is from a browser, and untrusted: a value that is wrong becomes the error of its row, a message
that makes no sense becomes a sentence. What can be written goes through `apply_review`, as a filled table would.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from factkit.comparison import apply_review, review
from factkit.comparison.review import what_is_wrong
from factkit.comparison.review_changes import CORRECTABLE
from factkit.comparison.review_log import read_decisions
from factkit.comparison.review_targets import Key, State, Targets, current
from factkit.display.words import plural, present, shorten
from factkit.dossier import CLAIMS, DECISIONS, FIGURES, SOURCE_GRADES, VERDICTS, Column, Dossier
from factkit.errors import FactkitError

_PAGE = 20
_CELLS = ("decision", "correction", "verdict", "source_grade", "credibility", "note")
_ITEMS = ("claim", "figure", "merge", "finding")
_ALL, _OPEN, _DRAFTS = "all", "undecided", "not written"
_SHOWN = ("item", "target", "article_id", "words", "context", "says", "state")
_COLUMNS = {"claim": CLAIMS, "figure": FIGURES}


def _field(column: Column) -> dict[str, Any]:
    """What the form for a correction needs to know of a column."""
    blank = [""] if column.choices and not column.required else []
    return {"name": column.name, "choices": [*blank, *column.choices], "number": column.dtype == "float64"}


CHOICES = {
    "decision": list(DECISIONS),
    "verdict": list(VERDICTS),
    "source_grade": list(SOURCE_GRADES),
    "credibility": [str(grade) for grade in range(1, 7)],
    "correctable": {
        item: [_field(column) for name in names for column in _COLUMNS[item] if column.name == name]
        for item, names in CORRECTABLE.items()
    },
}


class Desk:
    """A review in the making: the rows of `review`, and on some of them what isn't in the log yet."""

    def __init__(self, dossier: Dossier, findings: pd.DataFrame | None, log: str | Path, reviewer: str) -> None:
        self._dossier, self._findings, self._log, self._reviewer = dossier, findings, Path(log), reviewer
        self._targets = Targets(dossier)
        self._drafts: dict[Key, dict[str, str]] = {}
        self._errors: dict[Key, str] = {}
        self._view, self._page, self._find, self._message = _ALL, 0, "", ""
        self._tables = {
            "claim": dossier.claims.set_index("claim_id", drop=False),
            "figure": dossier.figures.set_index("figure_id", drop=False),
        }
        self._read()

    @property
    def reviewed(self) -> Dossier:
        """The dossier as the log has it decided, with what others added to it."""
        return apply_review(self._dossier, self._log) if self._log.is_file() else self._dossier

    def hear(self, message: Any) -> None:
        """Do what the browser asks: show a page, keep a row's cells, or write."""
        self._message = ""
        match message:
            case {"call": "show", "view": str(view), "page": int(page)}:
                found = message.get("find", "")
                self._view, self._page, self._find = view, page, found if isinstance(found, str) else ""
            case {"call": "edit", "item": str(item), "target": str(target), "cells": {**cells}}:
                self._edit((item, target), cells)
            case {"call": "write"}:
                self._write()
            case _:
                self._message = "The page sent something that isn't understood; nothing was changed."

    def state(self) -> dict[str, Any]:
        """What the browser shows: one page of rows with their cells and errors, and how many there are of each kind."""
        sought = self._find.casefold().split()
        found = [key for key in self._rows if all(word in self._texts[key] for word in sought)]
        keys = {view: [key for key in found if self._is_in(view, key)] for view in (_ALL, *_ITEMS, _OPEN, _DRAFTS)}
        view = self._view if self._view in keys else _ALL
        pages = max(1, -(-len(keys[view]) // _PAGE))
        page = min(max(self._page, 0), pages - 1)
        return {
            "view": view,
            "find": self._find,
            "views": {name: len(found) for name, found in keys.items()},
            "page": page,
            "pages": pages,
            "rows": [self._row(key) for key in keys[view][page * _PAGE : (page + 1) * _PAGE]],
            "ready": len(self._ready()),
            "errors": len(self._errors),
            "message": self._message,
            "reviewer": self._reviewer,
        }

    def _read(self) -> None:
        """The rows with what the log says of them now."""
        table = review(self._dossier, self._findings, log=self._log)
        self._rows: dict[Key, dict[str, Any]] = {}
        for number, row in enumerate(table.to_dict("records")):
            target = str(row["target"]) if present(row["target"]) else f"orphaned {number}"
            self._rows[str(row["item"]), target] = {str(name): value for name, value in row.items()}
        self._texts = {key: self._text(key) for key in self._rows}
        self._known: dict[Key, State] = current(self._targets, read_decisions(self._log).decisions).states
        damaged = len(table.attrs["damaged"])
        if damaged:
            self._message = f"{plural(damaged, 'line')} of the log can't be read as decisions."

    def _text(self, key: Key) -> str:
        """What a search looks through: all that the row shows, and the whole of a claim."""
        cells = [self._rows[key][name] for name in (*_SHOWN, "note")]
        cells += [self._tables["claim"]["content"].get(key[1])] if key[0] == "claim" else []
        return "\n".join(str(cell).casefold() for cell in cells if present(cell))

    def _is_in(self, view: str, key: Key) -> bool:
        if view == _DRAFTS:
            return key in self._drafts
        if view == _OPEN:
            return not present(self._rows[key]["decision"]) and present(self._rows[key]["target"])
        return view in (_ALL, key[0])

    def _row(self, key: Key) -> dict[str, Any]:
        row = self._rows[key]
        shown = {name: str(row[name]) if present(row[name]) else "" for name in _SHOWN}
        draft = self._drafts.get(key, {})
        return {
            **shown,
            "cells": {name: draft.get(name, _worded(row[name])) for name in _CELLS},
            "present": self._present(key),
            "written": {name: _worded(row[name]) for name in (*_CELLS, "reviewer")},
            "drafted": key in self._drafts,
            "error": self._errors.get(key, ""),
        }

    def _present(self, key: Key) -> dict[str, str]:
        """What stands in the columns of a claim or figure that may be corrected."""
        item, target = key
        if item not in CORRECTABLE or target not in self._tables[item].index:
            return {}
        found = self._tables[item].loc[target]
        return {name: _worded(found[name]) for name in CORRECTABLE[item]}

    def _edit(self, key: Key, cells: Mapping[Any, Any]) -> None:
        row = self._rows.get(key)
        if row is None or not present(row["target"]):
            self._message = f"There is no {key[0]} {key[1]!r} to decide on; nothing was changed."
            return
        known = {name: _worded(row[name]) for name in _CELLS}
        changed = {name: value for name, value in cells.items() if name in known and _is_text(value)}
        draft = {**self._drafts.get(key, {}), **changed}
        draft = {name: value for name, value in draft.items() if value != known[name]}
        self._errors.pop(key, None)
        self._drafts.pop(key, None)
        if draft:
            self._drafts[key] = draft
        if len(changed) < len(cells):
            odd = next(name for name in cells if name not in changed)
            self._errors[key] = f"{odd} is {cells[odd]!r}; it must be text, in one of {', '.join(_CELLS)}"
        elif draft and (wrong := self._what_is_wrong(key)):
            self._errors[key] = wrong

    def _what_is_wrong(self, key: Key) -> str | None:
        grade = self._drafts[key].get("credibility", "")
        if grade and grade not in CHOICES["credibility"]:
            return f"credibility is {shorten(grade)!r}; it must be 1 to 6"
        for name, value in self._drafts[key].items():
            if value == "" and name != "correction":
                written = _worded(self._rows[key][name])
                return f"{name} is {written!r} in the log, which is only added to; choose another, or withdraw"
        return what_is_wrong(self._targets, self._filled(key), self._known, self._reviewer)

    def _filled(self, key: Key) -> dict[str, Any]:
        """The row as a reviewer would have filled it: only what is new, but a correction never without its decision."""
        draft = self._drafts[key]
        if "correction" in draft or draft.get("decision") == "correct":
            draft = {name: _worded(self._rows[key][name]) for name in ("decision", "correction")} | draft
        filled: dict[str, Any] = {name: value for name, value in draft.items() if value != ""}
        if "credibility" in filled:
            filled["credibility"] = int(filled["credibility"])
        return {"item": key[0], "target": key[1], **filled}

    def _ready(self) -> list[Key]:
        return [key for key in self._drafts if key not in self._errors]

    def _write(self) -> None:
        """Add to the log what can be; rows with an error stay as they are, to be mended."""
        ready = self._ready()
        if not ready:
            self._message = "Nothing to write: no row was changed, or those that were have an error."
            return
        table = pd.DataFrame([self._filled(key) for key in ready])
        try:
            apply_review(self._dossier, table, log=self._log, reviewer=self._reviewer)
        except FactkitError as error:
            self._message = f"Nothing was written: {error}"
            return
        for key in ready:
            del self._drafts[key]
        left = f" {plural(len(self._errors), 'row')} with an error left." if self._errors else ""
        self._message = f"{plural(len(ready), 'row')} written to {self._log.name}.{left}"
        self._read()


def _is_text(value: Any) -> bool:
    """Whether this is a string without halves of characters, which no file can hold."""
    return isinstance(value, str) and value.encode("utf-8", "ignore").decode() == value


def _worded(value: Any) -> str:
    """A cell as words; a correction as JSON, a number without needless digits."""
    if isinstance(value, Mapping):
        return json.dumps(dict(value), ensure_ascii=False)
    if isinstance(value, float) and present(value):
        return f"{value:.15g}"
    return str(value) if present(value) else ""
