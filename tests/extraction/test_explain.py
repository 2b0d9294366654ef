"""Explaining a figure: what is stated, and by which words."""

import json

import pytest

import factkit as fk
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
    assert "bounds: 'At least' (at 0) before the number" in told
    assert "measure: 'killed' (at 24) stands near the number" in told
    assert "no date is told" in told


def test_a_figure_without_rules_is_told_plainly() -> None:
    assert "no word on either side bounds it" in explain(a_dossier(None), "f1")


def of_text(text: str, words: str) -> str:
    articles = fk.read_articles([{"text": text, "language": "en", "published": "2025-03-12"}])
    dossier = fk.extract(articles, progress=False)
    (figure_id,) = dossier.figures.loc[dossier.figures["text"] == words, "figure_id"]
    return explain(dossier, figure_id)


TOLD = [
    ("It cost $2 million to $3 million.", "2 million to $3 million", "states: between 2,000,000 and 3,000,000 USD"),
    ("It cost $2 million to $3 million.", "2 million to $3 million", "bounds: a range: both ends are told"),
    ("Dozens of horses fled.", "Dozens", "bounds: 'Dozens' states no number"),
    ("Prices fell by 2 percentage points.", "2", "states: 2 percentage points"),
    ("A third of the barns burned.", "A third", "measure: its unit tells (fraction)"),
    ("Two thirds of the barns burned.", "Two thirds", "states: 2/3 (a fraction)"),
    ("A third of the barns burned.", "A third", "role: its unit tells (fraction)"),
    ("Of the 44 on board, 39 died.", "44", "measure: other"),
    ("Police arrested 55 of the 200 rowers.", "55", "counted: rowers"),
    ("Tin dropped 2 percent, or $1.10.", "1.10", "role: it is the amount of the change that 'dropped' (at 4) tells"),
    ("Output rose to 9.3 mln barrels a day from 9.1 mln.", "9.1 mln", "states: 9,100,000 bbl"),
    ("Rates rose 25 basis points.", "25", "states: 25 basis points"),
    ("Snow fell a foot, then 12 inches.", "12", "states: 12 inches"),
    ("It is 1 mile long.", "1", "states: 1 mile\n"),
    ("The hall has 2,000 square feet.", "2,000", "states: 2,000 square feet"),
    ("It stores 600 MWh.", "600", "states: 600 MWh"),
    ("Some 20 to 30 barns burned.", "20 to 30", "bounds: a range: both ends are told, with 'Some' (at 0) beside them"),
    ("Dozens of horses fled.", "Dozens", "states: no number\n"),
    ("Over 40 houses collapsed.", "40", "measure: collapsed buildings"),
    ("Mayor Ida Holm said 40 barns burned.", "40", "said by: Ida Holm ('said' at 15)"),
    ("It cost $3 trillion.", "3 trillion", "states: 3,000,000,000,000 USD"),
    ("Last week 40 barns burned.", "40", "as of: 2025-03-03 to 2025-03-09"),
    ("Forty barns burned.", "Forty", "said by: the article itself"),
    ("The army plans to send 40 tanks.", "40", "modality: planned, not done yet"),
    ("Exactly 40 barns burned.", "40", "states: exactly 40"),
    ("In all, 40 barns burned.", "40", "states: 40\n"),
    (
        "In February 40 people died.",
        "40",
        "'February' (at 3) is the date told for it, counted from the publication on 2025-03-12",
    ),
    ("In May 2021 40 people died.", "40", "date: 'May 2021' (at 3) is the date told for it\n"),
]


@pytest.mark.parametrize(("text", "words", "line"), TOLD)
def test_plain_words(text, words, line):
    assert line in of_text(text, words) + "\n"


def test_rules_are_told_in_the_order_of_the_fields() -> None:
    told = of_text("On Monday at least 12 people died in Lima.", "12").partition("because\n")[2]
    assert [line.split(":")[0].strip() for line in told.splitlines()] == ["bounds", "measure", "date", "place"]


def test_an_unknown_figure_is_told() -> None:
    with pytest.raises(TableError, match="no figure_id 'f2'"):
        explain(a_dossier(None), "f2")
