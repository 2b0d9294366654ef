"""How many articles, texts, outlets and independent origins stand behind a figure."""

import pandas as pd
from comparison_factories import estimate as e
from comparison_factories import table
from comparison_factories import unattributed as u

from factkit.comparison import compare, origin_tree, origins
from factkit.comparison.origins import TREE, joined

HUR = {"origin_id": "hur", "origin_name": "HUR", "speaker_id": "hur", "speaker_name": "HUR"}
COUNTS = ["articles", "texts", "outlets", "origins", "unattributed"]
SAID = "about 600 North Korean soldiers were killed in the war between Russia and Ukraine, the service told lawmakers"


def counts(*rows) -> list[list[int]]:
    return origins(table(*rows))[COUNTS].to_numpy().tolist()


def test_one_briefing_is_one_origin():
    rows = [e(600, article_id=f"a{n}", outlet=f"Outlet {n}", speaker_id=f"s{n}") for n in range(5)]
    assert counts(*rows) == [[5, 5, 5, 1, 0]]


def test_a_lawmaker_and_the_service_he_speaks_for_are_one():
    assert counts(e(600), e(600, article_id="b", outlet="B", origin_id="lee", origin_name="Lee")) == [[2, 2, 2, 1, 0]]


def test_two_origins():
    assert counts(e(600), e(600, article_id="b", outlet="B", **HUR)) == [[2, 2, 2, 2, 0]]


def test_copies_are_one_text():
    assert counts(e(600, content=SAID), e(600, content=SAID, article_id="b", outlet="B")) == [[2, 1, 2, 1, 0]]


def test_nobody_named():
    assert counts(e(600), u(600), u(600, article_id="b", outlet="B")) == [[2, 2, 2, 1, 1]]


def test_figures_are_kept_apart():
    found = origins(table(e(600), e(600, article_id="b"), e(600, measure="wounded"), e(2000)))
    assert list(zip(found["measure"], found["value"], found["articles"], strict=True)) == [
        ("killed", 600, 2),
        ("killed", 2000, 1),
        ("wounded", 600, 1),
    ]
    assert found["figure_ids"].tolist() == [["f0", "f1"], ["f3"], ["f2"]]


def test_the_same_number_of_another_year_is_another_figure():
    later = [e(600, article_id=f"b{n}", outlet=f"B{n}", day=day) for n, day in enumerate(["2025-04-30", "2025-09-02"])]
    assert counts(e(600, day="2023-02-06", **HUR), *later) == [[2, 2, 2, 1, 0], [1, 1, 1, 1, 0]]


def test_the_tree_has_a_row_per_path():
    tree = origin_tree(table(e(600), e(600), e(600, article_id="b", outlet="B", **HUR), u(600, article_id="c")))
    assert list(tree.columns) == list(TREE)
    path = tree[["origin_name", "speaker_name", "outlet", "article_id"]].astype(object)
    assert path.where(path.notna(), None).to_numpy().tolist() == [
        ["HUR", "HUR", "B", "b"],
        ["National Intelligence Service", "Lee Seong-kweun", "The Daily", "a1"],
        [None, None, "The Daily", "c"],
    ]


def test_whole_articles_can_be_compared():
    rows = table(e(600), e(600, article_id="b"))
    text = SAID + ". In April it had spoken of three hundred dead and of thousands who were wounded near Kursk."
    articles = pd.DataFrame({"article_id": ["a1", "b"], "text": text, "language": "en", "published": pd.NaT})
    assert origins(rows)["texts"].tolist() == [2]
    assert origins(rows, articles=articles)["texts"].tolist() == [1]


def test_no_estimates_give_an_empty_table():
    assert origins(table(e(600)).iloc[:0]).empty


def test_joined():
    assert joined([(3, 2), (5, 4), (2, 1)]) == {1: 1, 2: 1, 3: 1, 4: 4, 5: 4}


def test_a_body_called_differently_in_one_story_is_one_origin():
    told = {"place_id": "valdoria", "counted": "people", "speaker_id": pd.NA, "speaker_name": pd.NA}
    rows = table(
        e(230, article_id="a", origin_id="interior-ministry", origin_name="Interior Ministry", **told),
        e(230, article_id="b", origin_id="ministere", origin_name="ministère de l'Intérieur", language="fr", **told),
        e(230, article_id="c", origin_id="red-cross", origin_name="Red Cross", **told),
    )
    assert origins(rows)["origins"].tolist() == [2]
    assert sorted(compare(rows)["relation"]) == ["corroborates", "restates"]


def test_the_police_of_two_stories_are_two_origins():
    police = {"origin_id": "police", "origin_name": "police", "speaker_id": pd.NA, "speaker_name": pd.NA}
    rows = table(
        e(40, article_id="a", place_id="valdoria", counted="people", **police),
        e(40, article_id="b", place_id="ruritania", counted="people", **police),
    )
    assert compare(rows).empty
    rows = rows.assign(place_id=pd.NA, published=rows["published"] + pd.to_timedelta([0, 5], unit="D"))
    assert "restates" not in set(compare(rows)["relation"])
