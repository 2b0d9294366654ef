"""Explaining a figure: what is stated, and by which words."""

import json

import pytest

from factkit.dossier import Dossier, empty, make_table
from factkit.errors import TableError
from factkit.extraction.explain import explain

TEXT = "At least 93 people were killed in Turkey on Monday."


def a_dossier(rules: str | None) -> Dossier:
    figure = {
        "figure_id": "f1",
        "article_id": "a",
        "text": "93",
        "start": 9,
        "end": 11,
        "low": 93.0,
        "relation": "at_least",
        "hedge": "At least",
        "role": "level",
        "counted": "people",
        "unit": "count",
        "measure": "killed",
        "place": "Turkey",
        "modality": "asserted",
        "rules": rules,
    }
    article = {"article_id": "a", "text": TEXT, "language": "en", "text_kind": "original"}
    return Dossier(
        make_table("articles", [article]), empty("claims"), empty("sources"), make_table("figures", [figure])
    )


def test_rules_are_told_with_their_words() -> None:
    rules = json.dumps([["relation", "hedge before the number", 0, 8], ["measure", "word near the number", 24, 30]])
    told = explain(a_dossier(rules), "f1")
    assert "At least [93] people were killed" in told
    assert "states: at least 93" in told
    assert "bounds: hedge before the number, by 'At least' at 0" in told
    assert "measure: word near the number, by 'killed' at 24" in told
    assert "no date is told" in told


def test_a_figure_without_rules_is_told_plainly() -> None:
    assert "no word on either side bounds it" in explain(a_dossier(None), "f1")


def test_an_unknown_figure_is_told() -> None:
    with pytest.raises(TableError, match="no figure_id 'f2'"):
        explain(a_dossier(None), "f2")
