"""Sources resolved to speakers inside the article, and the chains of those who pass a claim on (English)."""

import pytest

from factkit.extraction.claims import extract_claims
from factkit.extraction.document import make_document
from factkit.languages import load_pack

CASES = [
    (
        "Lee Seong-kweun said 600 died. He added that 2,000 were hurt.",
        ["Lee Seong-kweun", "Lee Seong-kweun"],
        "pronoun",
    ),
    ("Paul Rider spoke. “We lost,” he said.", ["Paul Rider"], "pronoun for a name that said nothing before"),
    ("“It is over,” said Colonel Ray Marsh. “I am tired,” Marsh added.", ["Ray Marsh", "Ray Marsh"], "surname"),
    (
        "The lawmaker said 600 died. Lee Seong-kweun, a lawmaker, was briefed on Monday.",
        ["Lee Seong-kweun"],
        "description before the name",
    ),
    (
        "President Anna Petrie spoke. Petrie said the talks failed. The president added that she was tired.",
        ["Anna Petrie", "Anna Petrie"],
        "title",
    ),
    ("Rider, who built the dam, said it holds.", ["Rider"], "relative clause"),
    ("Police said the man fled. “He was fast,” they said.", ["Police", "Police"], "plural pronoun for a body"),
]

CHAINS = [
    (
        "Reuters reported that 600 people had been evacuated, citing two officials.",
        [["Reuters", "officials"]],
        "citing",
    ),
    (
        "Marsh said the health ministry estimates that 300 people are missing.",
        [["Marsh", "health ministry"], ["Marsh", "health ministry"]],
        "one inside another",
    ),
    ("Rider said it holds.", [["Rider"]], "nobody else"),
]


@pytest.mark.parametrize(("text", "expected", "label"), CASES, ids=[case[2] for case in CASES])
def test_speakers(text: str, expected: list[str], label: str) -> None:
    found = extract_claims(make_document("case", text, load_pack("en")))
    assert [claim.speaker for claim in found] == expected, label


@pytest.mark.parametrize(("text", "expected", "label"), CHAINS, ids=[case[2] for case in CHAINS])
def test_chains(text: str, expected: list[list[str]], label: str) -> None:
    found = extract_claims(make_document("case", text, load_pack("en")))
    assert [[link.name for link in claim.chain] for claim in found] == expected, label
    assert all(claim.origin == chain[-1] for claim, chain in zip(found, expected, strict=True))


CHAINS_ELSEWHERE = [
    (
        "es",
        "Ardió una nave, informa EFE, que cita a un diputado informado por la Guardia Civil.",
        [["EFE", "diputado", "Guardia Civil"]],
        "an outlet, whom it cites, and whom that one cites",
    ),
    ("ro", "„Nu știm nimic”, a declarat Dan Manea pentru AFP.", [["AFP", "Dan Manea"]], "told after the subject"),
    (
        "fr",
        "Le pont a cédé, rapporte Belga, citant le préfet. Deux hommes sont morts, selon la même source.",
        [["Belga", "préfet"], ["préfet"]],
        "the same source",
    ),
]


@pytest.mark.parametrize(
    ("code", "text", "expected", "label"), CHAINS_ELSEWHERE, ids=[case[3] for case in CHAINS_ELSEWHERE]
)
def test_chains_elsewhere(code: str, text: str, expected: list[list[str]], label: str) -> None:
    found = extract_claims(make_document("case", text, load_pack(code)))
    assert [[link.name for link in claim.chain] for claim in found] == expected, label


def test_parents() -> None:
    text = "Marsh said the health ministry estimates that 300 people are missing."
    assert [claim.parent for claim in extract_claims(make_document("case", text, load_pack("en")))] == [None, 0]


def test_a_headline_lends_no_words_to_a_name() -> None:
    text = (
        "Ann Lindt Tells Council Bridge Repair Must Wait Another Year\n\nThe bridge is safe, Ann Lindt said on Friday."
    )
    claims = extract_claims(make_document("x", text, load_pack("en")))
    assert [claim.speaker for claim in claims if claim.source and claim.source.start > 60] == ["Ann Lindt"]
