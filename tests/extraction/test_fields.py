"""Cutting a sentence into fields, and the noun phrases in them."""

import pytest

from factkit.extraction.clauses import Clauses, Region
from factkit.extraction.document import make_document
from factkit.extraction.fields import Fields
from factkit.extraction.quotations import find_quotes
from factkit.languages import load_pack


def read(text):
    document = make_document("a", text, load_pack("de"))
    clauses = Clauses(document)
    clauses.set_quotes(find_quotes(document))
    return Fields(clauses, Region(0, len(clauses.words), 0), [])


def words(fields, span):
    clauses = fields.c
    return clauses.text[clauses.starts[span[0]] : clauses.ends[span[1] - 1]]


CUTS = [
    ("commas", "Er kam, sah, siegte.", ["Er kam", "sah", "siegte"]),
    ("quotation whole", "„Ja, gern“, sagte er.", ["„Ja, gern“", "sagte er"]),
    ("bracket whole", "Pohl (CDU, Bonn) kam.", ["Pohl (CDU, Bonn) kam"]),
    ("mark inside a word", "Der „Spiegel“-Bericht kam.", ["Der „Spiegel“-Bericht kam"]),
    ("and with a verb", "Er kam und sagte nichts.", ["Er kam", "und sagte nichts"]),
    ("and with a noun", "Er und Pohl kamen.", ["Er und Pohl kamen"]),
]


@pytest.mark.parametrize("text, wanted", [case[1:] for case in CUTS], ids=[case[0] for case in CUTS])
def test_fields(text, wanted):
    fields = read(text)
    assert [words(fields, field) for field in fields.fields] == wanted


PHRASES = [
    ("adjunct behind", "der Minister Jan Pohl am Dienstag", "der Minister Jan Pohl"),
    ("genitive", "ein Sprecher des Ministeriums der Finanzen", "ein Sprecher des Ministeriums der Finanzen"),
    ("adjunct before", "am Dienstag in Bonn ein Sprecher", "ein Sprecher"),
    ("addressed outlet", "Minister Pohl der Zeitung Welt", "Minister Pohl"),
    ("joined", "Polizei und Feuerwehr gemeinsam", "Polizei und Feuerwehr"),
    ("pronoun", "er am Dienstag", "er"),
    ("apposition", "Jan Pohl, Chef der Behörde, am Dienstag", "Jan Pohl, Chef der Behörde"),
    (
        "participle's phrase",
        "das von Rebellen geführte Ministerium am Dienstag",
        "das von Rebellen geführte Ministerium",
    ),
]


@pytest.mark.parametrize("text, wanted", [case[1:] for case in PHRASES], ids=[case[0] for case in PHRASES])
def test_noun_phrases(text, wanted):
    fields = read(text)
    phrase = fields._phrase(0, fields.fields[0][1])
    assert phrase is not None
    assert words(fields, phrase) == wanted
