import pandas as pd
import pytest

from factkit.display.words import day, label, number, plural, shorten, stated

STATED = [
    ({"value": 2000, "relation": "about"}, "about 2,000"),
    ({"low": 100, "relation": "at_least", "value": float("nan")}, "at least 100"),
    ({"high": 12000, "relation": "up_to", "value": None}, "up to 12,000"),
    ({"low": 1000, "high": 1500, "relation": "between"}, "1,000 to 1,500"),
    ({"value": 9.6, "relation": "exact", "unit": "percent"}, "9.6 %"),
    ({"value": 5e9, "relation": "exact", "unit": "USD"}, "5,000,000,000 USD"),
    ({"relation": "vague", "text": "several hundred", "value": pd.NA}, "several hundred"),
    ({"value": 12, "relation": "exact", "unit": "count"}, "12"),
]


@pytest.mark.parametrize("figure, words", STATED, ids=[row[1] for row in STATED])
def test_stated(figure, words):
    assert stated(figure) == words


def test_small_words():
    assert number(1234.5) == "1,234.5"
    assert number(float("inf")) == "inf"
    assert label("planned_deployment") == "planned deployment"
    assert day(pd.NaT) == "undated"
    assert day(pd.Timestamp("2025-09-03 12:00", tz="UTC")) == "2025-09-03"
    assert plural(1, "article") == "1 article"
    assert plural(1200, "article") == "1,200 articles"


def test_shorten_cuts_at_a_word():
    assert shorten("one  two\nthree", 50) == "one two three"
    assert shorten("one two three four", 12) == "one two…"
    assert len(shorten("x" * 500, 90)) == 90
