"""Subjects behind their verb, pronouns written onto it, and the adjuncts between a verb and what it says."""

import pytest

from factkit.extraction.clauses import Clauses
from factkit.extraction.document import make_document
from factkit.extraction.subject_last import beyond_aside, enclitic_subject, subject_after
from factkit.languages import load_pack


def clauses(code, text):
    return Clauses(make_document("a", text, load_pack(code)))


SUBJECTS = [
    ("fr", "Il y a dix morts, a affirmé à l'agence, sous le sceau du secret, un expert.", "affirmé", "un expert"),
    ("fr", "Il y a dix morts, a indiqué mardi le préfet.", "indiqué", "le préfet"),
    ("es", "Hay diez muertos, declaró el lunes a la prensa el ministro.", "declaró", "el ministro"),
    ("es", "Hay diez muertos, dijo Luis Romero.", "dijo", "Luis Romero"),
    ("ro", "Sunt zece morți, a transmis duminică seară Inspectoratul.", "transmis", "Inspectoratul"),
    ("it", "Ci sono dieci morti, ha detto ieri all'Ansa il sindaco.", "detto", "il sindaco"),
    ("es", "El ministro afirmó que hay diez muertos.", "afirmó", None),
]


@pytest.mark.parametrize(("code", "text", "verb", "subject"), SUBJECTS)
def test_subject_after(code, text, verb, subject):
    made = clauses(code, text)
    found = subject_after(made, made.words.index(verb) + 1, len(made.words) - 1)
    assert (text[made.starts[found[0]] : made.ends[found[1] - 1]] if found else None) == subject


@pytest.mark.parametrize(
    ("text", "start", "stop", "pronoun"),
    [
        ("a-t-il déclaré", 0, 3, "il"),
        ("dit-elle", 0, 1, "elle"),
        ("ont-ils dit", 0, 3, "ils"),
        ("il a dit", 0, 3, None),
    ],
)
def test_enclitic_subject(text, start, stop, pronoun):
    made = clauses("fr", text)
    found = enclitic_subject(made, start, stop)
    assert (made.words[found[0]] if found else None) == pronoun


@pytest.mark.parametrize(
    ("text", "beyond"),
    [
        ("a raportat, într-un bilanț provizoriu, patru decese", "patru"),
        ("a precizat, la rândul său, că", "că"),
        ("a venit, a văzut, a plecat", None),
    ],
)
def test_beyond_aside(text, beyond):
    made = clauses("ro", text)
    found = beyond_aside(made, made.words.index(","), len(made.words))
    assert (made.words[found] if found is not None else None) == beyond
