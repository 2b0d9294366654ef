"""Pairs of estimates: which relation each pair stands in, and which pairs stand in none."""

import numpy as np
import pandas as pd
import pytest
from comparison_factories import estimate as e
from comparison_factories import table
from comparison_factories import unattributed as u
from hypothesis import given, settings
from hypothesis import strategies as st

from factkit.comparison import compare
from factkit.comparison.compare import FULL, RELATIONS
from factkit.errors import TableError

HUR = {"origin_id": "hur", "origin_name": "HUR", "speaker_id": "hur", "speaker_name": "HUR"}
B = {"article_id": "b", "outlet": "Paper B"}
QUOTED = {"kind": "direct", "claim_id": "c1", "content": "“We lost 2,000 men there and we will not stay,”"}
ZITIERT = {"kind": "direct", "claim_id": "c2", "content": "„Wir haben dort 2.000 Mann verloren“", "language": "de"}
SAID = "about 2,000 North Korean soldiers were killed in the war between Russia and Ukraine, the service told lawmakers"

PAIRS = [
    ("same origin, same figure", e(600), e(600, **B), "restates", "same origin, same figure"),
    ("another bound", e(600), e(600, relation="about", **B), "restates", "same origin, other bounds"),
    ("another language", e(600), e(600, language="ko", counted="북한군", **B), "restates", "same origin, same figure"),
    ("months later", e(600), e(600, day="2025-09-03", **B), "restates", "same origin, same figure"),
    ("rounded", e(284), e(280, relation="about", **B), "restates", "same origin, rounded"),
    ("unknown group", e(600), e(600, counted=pd.NA, **B), "restates", "same origin, same figure"),
    ("in one article, once in the writer's voice", u(600), e(600), "restates", "same article, same figure"),
    (
        "same range",
        e(0, relation="between", low=100, high=300),
        e(0, relation="between", low=100, high=300, **B),
        "restates",
        "same origin, same figure",
    ),
    ("increments", e(6000, role="increment"), e(6000, role="increment", **B), "restates", "same origin, same figure"),
    ("independent", e(600), e(600, **B, **HUR), "corroborates", "independent origins, same figure"),
    ("independent, in one article", e(600), e(600, **HUR), "corroborates", "independent origins, same figure"),
    (
        "independent, a precise number of anybody",
        e(19875, counted="people"),
        e(19875, counted="people", **B, **HUR),
        "corroborates",
        "independent origins, same figure",
    ),
    (
        "a lawmaker and who he speaks for",
        e(600),
        e(600, origin_id="lee", origin_name="Lee", **B),
        "restates",
        "one passes the other on",
    ),
    ("later figure", e(600), e(2000, day="2025-09-03", **B), "updates", "same origin, later figure"),
    (
        "later figure in one article",
        e(600, day="2025-09-03", on="2025-04-30"),
        e(2000, day="2025-09-03"),
        "updates",
        "same origin, later figure",
    ),
    (
        "later the same day",
        e(600, day="2025-04-30T08:00"),
        e(900, day="2025-04-30T14:00", **B),
        "updates",
        "same origin, later figure",
    ),
    ("lower later", e(600), e(400, day="2025-06-01", **B), "updates", "same origin, later figure"),
    (
        "two figures from one briefing",
        e(15000, measure="deployed"),
        e(18000, measure="deployed", **B),
        "contradicts",
        "same origin, same day, two figures",
    ),
    (
        "rivals for one day",
        e(15000, measure="deployed"),
        e(11000, measure="deployed", **B, **HUR),
        "contradicts",
        "rival figures for one day",
    ),
    (
        "rivals in one article",
        e(107000, measure="attendance", counted="people"),
        e(300000, measure="attendance", counted="people", **HUR),
        "contradicts",
        "rival figures for one day",
    ),
    (
        "a ceiling below a number",
        e(600),
        e(400, relation="up_to", **B, **HUR),
        "contradicts",
        "rival figures for one day",
    ),
    ("part of the total", e(600), e(4700, measure="casualties"), "component_of", "part and total"),
    (
        "wounded, in another article",
        e(4100, measure="wounded"),
        e(4700, measure="casualties", **B),
        "component_of",
        "part and total",
    ),
    (
        "a quotation and its translation",
        e(2000, **QUOTED),
        e(2000, counted="Nordkoreaner", **B, **ZITIERT),
        "copies",
        "same quotation, translated",
    ),
    (
        "both about, too far apart to be one rounded",
        e(15000, measure="deployed", relation="about"),
        e(18000, measure="deployed", relation="about", **B),
        "contradicts",
        "same origin, same day, two figures",
    ),
    ("copied words", u(2000, content=SAID), e(2000, content=SAID, **B), "copies", "same wording"),
    (
        "copied words with a slip of the pen",
        e(2000, content=SAID),
        e(2000, content=SAID.replace("told", "informed"), **B),
        "copies",
        "same wording",
    ),
]
NO_PAIRS = [
    ("another one's words in another language", u(2000, **QUOTED), u(2000, counted="Nordkoreaner", **B, **ZITIERT)),
    ("nobody named", u(600), u(600, **B)),
    ("another measure", e(600), e(600, measure="wounded", **B)),
    ("another group", e(600), e(600, counted="Russian soldiers", **B)),
    ("a part of the group", e(600), e(600, counted="North Korean engineers", **B)),
    ("another unit", e(600, measure="money", unit="EUR"), e(600, measure="money", unit="USD", **B)),
    ("another place", e(600, measure="deployed", place_id="RU"), e(600, measure="deployed", place_id="kursk", **B)),
    ("small numbers weeks apart", e(2), e(2, day="2025-06-30", **B)),
    ("a year later", e(600), e(600, day="2026-06-30", **B)),
    ("level and increment", e(600), e(600, role="increment", **B)),
    ("a floor below", e(600, relation="at_least"), e(2000, **B, **HUR)),
    ("within about", e(600, relation="about"), e(620, **B, **HUR)),
    ("round numbers nearly equal", e(2000), e(2050, **B, **HUR)),
    ("other number, weeks apart", e(600), e(700, day="2025-06-30", **B, **HUR)),
    ("round number of anybody", e(100, counted="people"), e(100, counted="people", **B, **HUR)),
    ("rivals of anybody", e(100, counted="people"), e(300, counted="people", **B, **HUR)),
    ("a rival that nobody is named for", e(600), u(900, **B)),
    ("subsets in one article", e(600), e(400)),
    ("vague figures", e(float("nan"), relation="vague"), e(float("nan"), relation="vague", **B)),
    ("killed above casualties", e(6000), e(4700, measure="casualties")),
    ("casualties weeks later", e(600), e(4700, measure="casualties", day="2025-06-30", **B)),
    ("other nouns", e(600, measure="other", counted="villages"), e(600, measure="other", counted="tanks", **B)),
    (
        "other words",
        u(2000, content=SAID),
        u(2000, content="Seoul puts the number of dead from the North at roughly two thousand so far", **B),
    ),
    (
        "the same words in another language",
        u(2000, content=SAID),
        u(2000, content=SAID, language="fr", counted=pd.NA, **B),
    ),
    ("few words", u(2000, content="about 2,000 were killed"), u(2000, content="about 2,000 were killed", **B)),
    ("a denied figure", e(600, modality="denied"), e(900, modality="denied", **B)),
    ("planned and done", e(12000, measure="deployed", modality="planned"), e(12000, measure="deployed", **B)),
]


@pytest.mark.parametrize("label, one, other, relation, level", PAIRS, ids=[row[0] for row in PAIRS])
def test_pair(label, one, other, relation, level):
    pairs = compare(table(one, other))
    assert [tuple(row) for row in pairs[["relation", "level"]].to_numpy()] == [(relation, level)]


@pytest.mark.parametrize("label, one, other", NO_PAIRS, ids=[row[0] for row in NO_PAIRS])
def test_no_pair(label, one, other):
    assert compare(table(one, other)).empty


AP = e(600, relation="about", outlet="AP")
NIS = "National Intelligence Service"
NEWSIS = e(600, relation="at_least", outlet="Newsis", article_id="b", day="2025-05-02")
REPEATED = f"""“600” killed (Newsis, 2025-05-02) repeats “600” killed (AP, 2025-04-30), both from {NIS}, with another \
bound: “about” there, “at least” here."""
AFP = e(2000, outlet="AFP", article_id="b", day="2025-09-02")
REPLACED = f"“2,000” killed (AFP, 2025-09-02) replaces “600” killed (AP, 2025-04-30): a later figure from {NIS}."
TOTAL = e(4700, outlet="AP", measure="casualties")
PART = """“600” killed (AP, 2025-04-30) is a part of “4,700” casualties (AP, 2025-04-30): the killed count among the \
casualties."""


@pytest.mark.parametrize("other, why", [(NEWSIS, REPEATED), (AFP, REPLACED), (TOTAL, PART)])
def test_why(other, why):
    assert compare(table(AP, other))["why"].tolist() == [why]


def test_left_is_the_earlier_one_whatever_the_ids():
    later, earlier = e(2000, day="2025-09-03", figure_id="a"), e(600, figure_id="z", **B)
    assert compare(table(later, earlier))[["left", "right"]].to_numpy().tolist() == [["z", "a"]]


def test_whole_articles_are_compared_when_given():
    said = "North Korea has sent thousands of soldiers to the front, and many of them will not come home this winter. "
    texts = [said * 3, (said * 3)[20:], "Another report in words of its own about the same soldiers."]
    articles = pd.DataFrame(
        {
            "article_id": ["a1", "b", "c"],
            "text": texts,
            "language": "en",
            "published": pd.Timestamp("2025-04-30", tz="UTC"),
        }
    )
    rows = table(e(600), u(600, **B), u(600, article_id="c"))
    assert compare(rows).empty
    assert compare(rows, articles=articles)[["left", "right", "relation"]].to_numpy().tolist() == [
        ["f0", "f1", "copies"]
    ]


def test_an_article_with_subsets_has_no_rivals():
    march = {"measure": "attendance", "counted": "protesters"}
    rows = [e(1089000, **march), e(119000, **march), e(3500000, **march, **HUR)]
    assert set(compare(table(*rows))["relation"]) == set()
    assert set(compare(table(*rows[::2]))["relation"]) == {"contradicts"}


def test_a_large_block_gives_a_chain():
    count = 5 * FULL
    pairs = compare(table(*(e(600, article_id=f"a{n}") for n in range(count))))
    assert len(pairs) == count - 1
    assert set(pairs["left"]) | set(pairs["right"]) == {f"f{n}" for n in range(count)}


def test_no_estimates_give_an_empty_table():
    pairs = compare(table(e(600)).iloc[:0])
    assert list(pairs.columns) == ["left", "right", "relation", "level", "why"]


@pytest.mark.parametrize(
    "break_it, message",
    [
        (lambda rows: rows.drop(columns="measure"), "column 'measure' is missing"),
        (lambda rows: rows.assign(figure_id="same"), "row 1: figure_id 'same' occurs twice"),
    ],
)
def test_a_wrong_table_is_refused(break_it, message):
    with pytest.raises(TableError, match=message):
        compare(break_it(table(e(600), e(600))))


def test_the_table_given_is_not_changed():
    rows = table(e(600), e(600, **B))
    before = rows.copy(deep=True)
    compare(rows)
    pd.testing.assert_frame_equal(rows, before)


MARKS = {
    "copies": "five words",
    "restates": "",
    "corroborates": "the same figure as",
    "updates": "replaces",
    "contradicts": "can't both hold",
    "component_of": "is a part of",
}
ROWS = st.lists(
    st.builds(
        lambda number, measure, bound, origin, article, day, counted: e(
            number,
            measure=measure,
            relation=bound,
            origin_id=origin,
            speaker_id=origin,
            article_id=article,
            day=f"2025-04-{day:02}",
            counted=counted,
        ),
        st.sampled_from([5, 100, 600, 620, 2000, 4700, 19875]),
        st.sampled_from(["killed", "wounded", "casualties", "other"]),
        st.sampled_from(["exact", "about", "at_least", "up_to"]),
        st.sampled_from(["nis", "hur", "us", pd.NA]),
        st.sampled_from(["a", "b", "c", "d"]),
        st.integers(1, 30),
        st.sampled_from(["soldiers", "Russian soldiers", "North Korean troops", "people", pd.NA]),
    ),
    min_size=1,
    max_size=30,
)


@settings(deadline=None, max_examples=60)
@given(ROWS, st.randoms(use_true_random=False))
def test_pairs_are_few_unique_real_and_independent_of_the_order(rows, random):
    frame = table(*rows)
    pairs = compare(frame)
    assert len(pairs) <= len(frame) * 2 * FULL
    keys = [frozenset(pair) for pair in pairs[["left", "right"]].to_numpy().tolist()]
    assert len(set(keys)) == len(keys)
    assert all(len(key) == 2 for key in keys)
    assert set(pairs["left"]) | set(pairs["right"]) <= set(frame["figure_id"])
    assert set(pairs["relation"]) <= set(RELATIONS)
    assert all(MARKS[relation] in why for relation, why in zip(pairs["relation"], pairs["why"], strict=True))
    order = list(range(len(frame)))
    random.shuffle(order)
    pd.testing.assert_frame_equal(compare(frame.iloc[np.array(order)]), pairs)
