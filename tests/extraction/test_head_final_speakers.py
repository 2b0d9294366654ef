"""Who is meant where names have no capitals: titles after names, surnames, abbreviations, pronouns."""

import pytest

from factkit.extraction.claims import extract_claims
from factkit.extraction.document import make_document
from factkit.languages import load_pack

KOREAN = load_pack("ko")


@pytest.mark.parametrize(
    ("text", "expected", "label"),
    [
        ("강민호 의원은 비가 온다고 말했다.", ["강민호"], "a name before its title"),
        ("페드로 산체스 스페인 총리는 비가 온다고 말했다.", ["페드로 산체스"], "a country between name and title"),
        ("시청 대변인 노아진은 비가 온다고 말했다.", ["노아진"], "a name after its title"),
        (
            "페드로 산체스 스페인 총리가 왔다. 산체스 총리는 비가 온다고 말했다.",
            ["페드로 산체스"],
            "a surname",
        ),
        ("강민호 의원과 윤가람 의원이 왔다. 윤 의원은 비가 온다고 말했다.", ["윤가람"], "a native surname"),
        ("강민호·윤가람 의원은 비가 온다고 말했다.", ["강민호·윤가람"], "two who speak together"),
        ("강민호 장관은 비가 온다고 말했다. 그는 눈도 온다고 했다.", ["강민호", "강민호"], "a pronoun"),
        ("강민호 장관은 비가 온다고 말했다. 눈도 온다고 덧붙였다.", ["강민호", "강민호"], "nobody named"),
        (
            "중앙재해대책본부는 비가 온다고 밝혔다. 중대본은 눈도 온다고 했다.",
            ["중앙재해대책본부", "중앙재해대책본부"],
            "an abbreviation",
        ),
        (
            "유럽우주국(ESA)은 비가 온다고 밝혔다. ESA는 눈도 온다고 했다.",
            ["유럽우주국(ESA)", "유럽우주국(ESA)"],
            "an abbreviation in brackets",
        ),
        ("시청 관계자는 비가 온다고 했다. 이 관계자는 눈도 온다고 했다.", ["시청 관계자"] * 2, "an unnamed official"),
        ("기상청 자료에 따르면 비가 온다.", ["기상청"], "whose document it is"),
        ("주최 측인 산악연맹은 비가 온다고 했다.", ["산악연맹"], "a description in front"),
    ],
)
def test_speakers(text: str, expected: list[str], label: str) -> None:
    found = extract_claims(make_document("x", text, KOREAN))
    assert [claim.speaker for claim in found] == expected, label
