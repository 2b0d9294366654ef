"""The review with the mouse: a widget for JupyterLab over the same table, functions and log as `review`."""

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pandas as pd

from factkit.display.review_desk import CHOICES, Desk
from factkit.dossier import Dossier, expect_dossier, expect_table
from factkit.errors import FactkitError


def review_widget(dossier: Dossier, findings: pd.DataFrame | None = None, *, log: str | Path, reviewer: str) -> Any:
    """The table of `review` to decide in with the mouse, for JupyterLab and other notebooks that show widgets.

    Accept, reject or correct claims, figures, merges and findings (of `check`, if given), give verdict, source grade,
    credibility and a note; "Write" adds what is new to `log` in the name of `reviewer`, as `apply_review` does. What
    can't be written says so in its row. `.reviewed` is the dossier as the log has it decided.

    It needs anywidget, which the extra `widget` brings; without it, `review` does the same as a table.
    """
    expect_dossier(dossier, "review_widget")
    if findings is not None:
        expect_table(findings, "review_widget", "fk.check", ("check", "verdict", "message"))
    if not isinstance(reviewer, str) or not reviewer.strip():
        raise FactkitError(f"review_widget: reviewer is {reviewer!r}; every decision names who made it")
    return _widget_class()(Desk(dossier, findings, log, reviewer))


@cache
def _widget_class() -> Any:
    """The widget's class, made on first use: what it is built on is an extra."""
    try:
        anywidget, traitlets = import_module("anywidget"), import_module("traitlets")
    except ImportError as error:
        raise FactkitError(
            "review_widget: needs anywidget, which isn't installed; `pip install anywidget`, or decide in the table "
            "that fk.review gives"
        ) from error

    class ReviewWidget(anywidget.AnyWidget):  # type: ignore[misc, name-defined]
        """One trait to the browser, the page as it stands; messages from it."""

        _esm = _beside("review_widget.js")
        _css = _beside("review_widget.css")
        choices = traitlets.Dict(CHOICES).tag(sync=True)
        state = traitlets.Dict().tag(sync=True)

        def __init__(self, desk: Desk) -> None:
            self._desk = desk
            super().__init__(state=desk.state())
            self.on_msg(self._answer)

        @property
        def reviewed(self) -> Dossier:
            return self._desk.reviewed

        def _answer(self, _widget: Any, message: Any, _buffers: Any) -> None:
            self._desk.hear(message)
            self.state = self._desk.state()

    return ReviewWidget


def _beside(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")
