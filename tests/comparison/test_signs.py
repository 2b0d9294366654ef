"""Signs: the names that articles have in common."""

import pytest

from factkit.comparison.signs import names

NAMED = [
    ("within a sentence", [("en", "The ferry Aurelia burned.")], [{"aurel"}]),
    ("a name's last word", [("en", "We met minister Owen Farrar there.")], [{"farra"}]),
    ("known from another text", [("en", "On board Aurelia"), ("de", "Aurelia brannte.")], [{"aurel"}, {"aurel"}]),
    ("in two scripts", [("en", "A flood in Karamin."), ("ru", "Карамин затоплен.")], [{"karam"}, {"karam"}]),
    ("a sentence's first word", [("en", "Rescuers came.")], [set()]),
    ("where all nouns have capitals", [("de", "Die Fähre brannte.")], [set()]),
    ("days, countries and capitals", [("en", "It rained on Monday in France, and in Paris.")], [set()]),
    ("a word that is small elsewhere", [("en", "The Lines ran. Their lines ended at Lines.")], [set()]),
    ("an unknown language", [("xx", "The ferry Aurelia burned.")], [set()]),
]


@pytest.mark.parametrize("texts, expected", [row[1:] for row in NAMED], ids=[row[0] for row in NAMED])
def test_names_in_common(texts, expected):
    assert [set(found) for found in names((text, language) for language, text in texts)] == expected
