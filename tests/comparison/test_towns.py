"""Towns: which places an article tells of, in whatever language."""

import pytest

from factkit.comparison.towns import are_names, towns

TOLD = [
    ("en", "A dam broke in Orvalle. The Orvalle dam was old.", ("orvalle",)),
    ("en", "He spoke in Parliament in May, and in Seoul.", ()),
    ("de", "In Orvalle brach ein Damm, teilte die Polizei in Italien mit.", ("orvalle",)),
    ("fr", "Un barrage a cédé à Orvalle, près de Saint-Just.", ("orvalle",)),
    ("ru", "В Орвалле прорвало плотину.", ("орвалле",)),
    ("ko", "오르발에서 댐이 무너졌다.", ("오르발",)),
    ("xx", "In Orvalle.", ()),
]


@pytest.mark.parametrize("language, text, expected", TOLD, ids=[f"{row[0]}-{row[1][:20]}" for row in TOLD])
def test_towns_told_of(language, text, expected):
    assert set(expected) <= set(towns([(text, language)])[0])
    assert len(towns([(text, language)])[0]) <= len(expected) + ("Saint" in text)


def test_a_town_once_known_is_told_of_wherever_it_stands():
    found = towns(
        [("A dam broke in Orvalle.", "en"), ("Orvalle dam: 12 dead", "en"), ("Orvalle", "fr"), ("Orvalle", "de")]
    )
    assert found == [("orvalle",), ("orvalle",), ("orvalle",), ()]
    assert towns([("오르발에서 댐이 무너졌다.", "ko"), ("오르발 댐 붕괴", "ko")])[1] == ("오르발",)


def test_where_capitals_make_names():
    assert are_names("en")
    assert not are_names("de")
    assert not are_names("xx")
