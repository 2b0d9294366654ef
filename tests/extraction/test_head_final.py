"""Claims in sentences whose predicates come last: sources, contents, chains, and what is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factkit.extraction.claims import extract_claims
from factkit.extraction.document import make_document
from factkit.languages import load_pack

KOREAN = load_pack("ko")
PIECES = st.sampled_from(
    "국정원은 의원은 “옳다”고 보고했다고 2천 명으로 추산한다고 전했다. 밝혔으나, 에 따르면 것으로 알려졌다. "
    "경찰 추산 30명 집회에는 그는 "
    "(합참) ‘말’ AFP통신에 을 인용해 라는 게 설명이다. 계획이라고 보내기로 했다. : ,".split()
)

Claim = tuple[str | None, str | None, str]


def claims(text: str) -> list[Claim]:
    """Source, cue and content of every claim; pieces of a content are set apart by a bar."""
    found = extract_claims(make_document("x", text, KOREAN))
    return [
        (
            text[slice(*claim.source)] if claim.source else None,
            text[slice(*claim.cue)] if claim.cue else None,
            " | ".join(text[start:end] for start, end in claim.spans),
        )
        for claim in found
    ]


@pytest.mark.parametrize(
    ("text", "expected", "label"),
    [
        ("시장은 다리가 낡았다고 말했다.", [("시장", "말했다", "다리가 낡았다고")], "the source in front"),
        ("다리가 낡았다고 시장은 말했다.", [("시장", "말했다", "다리가 낡았다고")], "the source beside its cue"),
        ("다리가 낡았다고 말했다.", [(None, "말했다", "다리가 낡았다고")], "no source"),
        (
            "시장은 5일(현지시간) 기자회견에서 다리가 낡았다고 말했다.",
            [("시장", "말했다", "다리가 낡았다고")],
            "when and where was spoken",
        ),
        (
            "시장은 “낡았다”며 “곧 고친다”고 말했다.",
            [("시장", "말했다", "“낡았다” | “곧 고친다”")],
            "two quotations, one cue",
        ),
        (
            "“낡았다”라며 시장은 “곧 고친다”고 말했다.",
            [("시장", "말했다", "“낡았다” | “곧 고친다”")],
            "the source between two quotations",
        ),
        (
            "시장은 이번 결정을 “성급하다”고 평가했다.",
            [("시장", "평가했다", "이번 결정을 “성급하다”")],
            "part of a quotation",
        ),
        (
            "시장은 다리가 낡았다고 밝혔고, 경찰은 도로를 막았다고 전했다.",
            [("시장", "밝혔고", "다리가 낡았다고"), ("경찰", "전했다", "도로를 막았다고")],
            "clauses in a row",
        ),
        (
            "시장은 다리가 낡았다고 주장한 교수를 만났다.",
            [("교수", "주장한", "다리가 낡았다고")],
            "a relative clause",
        ),
        ("경찰은 축제에 9천 명이 온 것으로 추정한다.", [("경찰", "추정한다", "축제에 9천 명이 온 것으로")], "것으로"),
        ("축제에 9천 명이 온 것으로 추정된다.", [(None, "추정된다", "축제에 9천 명이 온 것으로")], "agentless"),
        (
            "경찰에 따르면 9천 명이 온 것으로 추정된다.",
            [("경찰", "에 따르면", "9천 명이 온 것으로 추정된다")],
            "a marker",
        ),
        ("정부는 다리를 고칠 계획이다.", [("정부", "계획이다", "다리를 고칠")], "a plan"),
        ("정부는 다리를 고치기로 결정했다.", [("정부", "결정했다", "다리를 고치기로")], "a decision"),
        ("경찰 “다리 낡았다”", [], "too short for a headline"),
        ("경찰 “다리가 매우 낡았다”", [("경찰", None, "“다리가 매우 낡았다”")], "a headline"),
        ("법에 따르면 다리는 30년마다 고쳐야 한다.", [], "no marker"),
        ("시장은 다리를 건넜다.", [], "narration"),
    ],
)
def test_claims(text: str, expected: list[Claim], label: str) -> None:
    assert claims(text) == expected, label


def test_claims_stand_inside_each_other() -> None:
    text = "최민아 의원은 감사원이 손실을 30억 원으로 추산한다고 보고했다고 전했다."
    outer, middle, inner = extract_claims(make_document("x", text, KOREAN))
    assert (outer.parent, middle.parent, inner.parent) == (None, 0, 1)
    assert (outer.speaker, outer.origin) == ("최민아", "감사원")
    assert [link.name for link in inner.chain] == ["최민아", "감사원"]


def test_outlets_carry_whom_they_cite() -> None:
    text = "독일 슈피겔은 한 외교관을 인용해 회담이 끝났다고 보도했다."
    (claim,) = extract_claims(make_document("x", text, KOREAN))
    assert (claim.chain[0].name, claim.chain[0].type) == ("독일 슈피겔", "outlet")
    assert claim.speaker == claim.origin == claim.chain[-1].name
    assert claim.speaker is not None
    assert "외교관" in claim.speaker


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for claim in extract_claims(make_document("x", text, KOREAN)):
        spans = [*claim.spans, *(span for span in (claim.source, claim.cue) if span)]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert claim.parent is None or claim.parent >= 0


def test_long_articles_take_linear_time() -> None:
    sentence = "경찰은 다리가 낡았다고 밝혔다. 이 관계자는 “곧 고친다”고 말했다. "
    document = make_document("x", sentence * 2000, KOREAN)
    assert len(extract_claims(document)) == 4000
