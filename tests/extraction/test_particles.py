"""Particles as tokens of their own: where words are cut, and that nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factkit.extraction.document import make_document
from factkit.extraction.particles import ends_in_vowel, particles_apart, points_ahead
from factkit.languages import load_pack

KOREAN = load_pack("ko")
SYLLABLES = st.text(st.sampled_from("국정원은이가다고라며의를을로명것김12 .,“”()"), max_size=60)


def cut(text: str) -> str:
    apart, _ = particles_apart(make_document("x", text, KOREAN))
    return " ".join(apart.tokens.words)


@pytest.mark.parametrize(
    ("text", "expected", "label"),
    [
        ("경찰은 밝혔다", "경찰 은 밝혔다", "a topic"),
        ("정부가 의회를", "정부 가 의회 를", "a subject and an object"),
        ("장관께서는", "장관 께서는", "the longest particle"),
        ("추산한다고 했다", "추산한다 고 했다", "a quotative ending"),
        ("숨졌다며", "숨졌다 며", "a quotative that carries on"),
        ("60명으로 본다", "60명 으로 본다", "a particle on a number"),
        ("1.9%로", "1.9 % 로", "a particle after a sign"),
        ("재난청(AFAD)은", "재난청 ( afad ) 은", "a particle after a bracket"),
        ("“옳다”라고", "“ 옳다 ” 라고", "a quotative after a quotation"),
        ("간사인 의원", "간사 인 의원", "a copula on a role"),
        ("20%인 가구", "20 % 인 가구", "a copula after a sign"),
        ("짓는 선박은 크다", "짓는 선박 은 크다", "a verb's ending after a consonant"),
        ("도는 시도를", "도 는 시도 를", "a topic of one syllable, and a noun that begins like it"),
        ("회의 정도", "회의 정도", "nouns that end like particles"),
        ("주장하는 사람", "주장하는 사람", "a verb before its noun"),
        ("관계자는", "관계자 는", "a topic that ends like a verb"),
        ("김정은 위원장", "김정은 위원장", "a name before its title"),
        ("하지만 그는", "하지만 그 는", "a conjunction, and a pronoun of one syllable"),
        ("2만 명", "2만 명", "a number that ends like a particle"),
    ],
)
def test_cut(text: str, expected: str, label: str) -> None:
    assert cut(text) == expected, label


@given(SYLLABLES)
def test_nothing_is_lost(text: str) -> None:
    document = make_document("x", text, KOREAN)
    apart, classes = particles_apart(document)
    tokens = apart.tokens
    assert [text[a:b].lower() for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert "".join(tokens.words) == "".join(document.tokens.words)
    assert all(0 <= number < len(tokens.words) for number in classes)
    old = [document.tokens.starts[first] for first, _ in document.sentences]
    assert [tokens.starts[first] for first, _ in apart.sentences] == old


@pytest.mark.parametrize(
    ("word", "vowel", "ahead"),
    [("국가", True, False), ("경찰", False, True), ("보낼", False, True), ("명", False, False), ("NATO", None, False)],
)
def test_syllables(word: str, vowel: bool | None, ahead: bool) -> None:
    assert ends_in_vowel(word) is vowel
    assert points_ahead(word) is ahead
