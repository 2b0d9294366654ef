"""Names where every noun has a capital: which words of a source are its name, and what is left to describe it."""

import pytest

from factkit.extraction.clauses import Clauses
from factkit.extraction.document import make_document
from factkit.extraction.nouns import NounNames
from factkit.languages import load_pack

CASES = [
    ("role before", "Der Minister Jan Pohl", "Jan Pohl"),
    ("party and role", "Die Grünen-Abgeordnete Eva Roth", "Eva Roth"),
    ("unknown profession", "Der Biobauer Jan Pohl", "Jan Pohl"),
    ("apposition", "Der Chef der Behörde, Jan Pohl", "Jan Pohl"),
    ("kind of body before", "Die Nachrichtenagentur Reuters", "Reuters"),
    ("body with its place", "Das Landgericht Hamburg", "Landgericht Hamburg"),
    ("party in brackets", "Minister Jan Pohl (CDU)", "Jan Pohl"),
    ("agency written small", "Die Agentur dpa", "dpa"),
    ("adjective of a name", "Die Europäische Kommission", "Europäische Kommission"),
    ("role alone", "Der Minister", None),
    ("body alone", "Die Behörde", None),
    ("document of somebody", "Ein Bericht der NATO", None),
]


@pytest.mark.parametrize("source, name", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_name_in_a_source(source, name):
    document = make_document("a", f"{source} schwieg.", load_pack("de"))
    clauses = Clauses(document)
    names = NounNames(clauses, frozenset({0}))
    found = names.naming((0, len(clauses.words) - 2)).name
    assert (names.surface(found) if found else None) == name


def test_a_person_s_party_is_no_abbreviation():
    clauses = Clauses(make_document("a", "Merz (CDU) kam. Merz ging.", load_pack("de")))
    assert NounNames(clauses, frozenset({0, 6})).fullest((0, 1)) == "Merz"
