"""Speech told by dashes, and names in quotation marks."""

import pytest

from factkit.extraction.claims import extract_claims
from factkit.extraction.document import make_document
from factkit.languages import load_pack

SPEECH = [
    ("— Порт закрыт, — сказал Берг.", "direct", ["Порт закрыт"], "a line"),
    ("— Порт закрыт, — сказал Берг. — Идите домой.", "direct", ["Порт закрыт", "Идите домой"], "a line that goes on"),
    ("«Порт закрыт, — сказал Берг. — Идите домой».", "direct", ["«Порт закрыт", "Идите домой»"], "inside the marks"),
    ("«Порт закрыт», — сказал Берг.", "direct", ["«Порт закрыт»"], "outside the marks"),
    ("«Порт закрыт?» — спросил Берг.", "direct", ["«Порт закрыт?»"], "a question"),
    ("Погибшие были в «Колизее», сказал Берг.", "indirect", ["Погибшие были в «Колизее»"], "a name is no quotation"),
    ("Берг назвал рейс «провалом».", "mixed", ["рейс «провалом»"], "a word of his own"),
]


@pytest.mark.parametrize(("text", "kind", "pieces", "label"), SPEECH, ids=[row[3] for row in SPEECH])
def test_speech(text: str, kind: str, pieces: list[str], label: str) -> None:
    (claim,) = extract_claims(make_document("x", text, load_pack("ru")))
    assert [text[start:end] for start, end in claim.spans] == pieces, label
    assert claim.kind == kind


def test_a_list_is_no_speech() -> None:
    text = "— Хлеб и молоко.\n\n— Сахар, мука."
    assert not extract_claims(make_document("x", text, load_pack("ru")))
