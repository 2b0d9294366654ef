"""Topics: what amounts and percentages are of, in every language, and when they are of nothing."""

import pandas as pd
import pytest

import factkit as fk
from factkit.comparison.topics import RATES, SUMS, sentence
from factkit.languages import language_codes, load_pack

SAID = [
    ("en", "Inflation slowed to 3.1% while unemployment held at 5.2%.", ["inflation", "unemployment"]),
    ("en", "The flood did 40 million euros in damage; the budget is 9 million euros.", ["damage", "budget"]),
    ("en", "The budget deficit is 9 million euros, or 4.4% of output.", ["deficit", "deficit"]),
    ("en", "Core inflation was 2.9%. In May it was 3.3%.", ["core_inflation", "core_inflation"]),
    ("en", "Turnout was 61.5%. Some 12% of the trains were late.", ["turnout", None]),
    ("en", "Inflation is a worry. The bridge opened. The farm sold 30% of its cows.", [None]),
    ("en", "The city bought trams for 70 million euros.", [None]),
    ("de", "Die Wahlbeteiligung lag bei 61,5 Prozent.", ["turnout"]),
    ("de", "Bei dem Brand entstand ein Sachschaden von 2 Millionen Euro.", ["damage"]),
    ("fr", "L'orage a causé 2 millions d'euros de dégâts.", ["damage"]),
    ("es", "El presupuesto es de 9 millones de euros.", ["budget"]),
    ("ro", "Rata șomajului a fost de 5,2%.", ["unemployment"]),
    ("ru", "Явка составила 61,5%.", ["turnout"]),
    ("uk", "Збитки становлять 2 млн євро.", ["damage"]),
    ("ko", "투표율은 61.5%였다.", ["turnout"]),
    ("it", "L'affluenza è stata del 61,5%.", ["turnout"]),
]


def told(language: str, text: str) -> pd.DataFrame:
    article = {"article_id": "a", "text": text, "language": language, "published": "2025-09-03"}
    return fk.estimates(fk.extract(fk.read_articles([article]), progress=False)).sort_values("start")


@pytest.mark.parametrize("language, text, expected", SAID, ids=[f"{row[0]}-{row[1][:25]}" for row in SAID])
def test_topic(language, text, expected):
    assert [None if pd.isna(topic) else topic for topic in told(language, text)["topic"]] == expected


def test_a_recalled_count_without_a_noun_is_of_the_one_before():
    text = "The agency has 9,000 tents. In May it had 4,000. Then 70 burnt."
    assert list(told("en", text)["topic"].fillna("")) == ["", "tents", ""]


@pytest.mark.parametrize("language", language_codes())
def test_every_language_has_every_topic(language):
    assert set(load_pack(language).groups.topics) == RATES | SUMS


def test_sentence_around_a_place():
    text = "One. Two is 3.5 long! Three"
    assert [text[slice(*sentence(text, place))].strip() for place in (1, 12, 25)] == [
        "One.",
        "Two is 3.5 long!",
        "Three",
    ]


def test_articles_of_one_town_are_one_story_by_their_topic_and_by_what_they_count():
    pairs = [
        (
            "Turnout in Orvalle was 61.5%, the Electoral Commission said. It rained in Orvalle.",
            "Явка в Орвалле составила 57,2%, сообщила избирательная комиссия.",
        ),
        (
            "There are 4,300 cases of cholera in Orvalle, the Health Ministry said. It rained in Orvalle.",
            "В Орвалле 5700 случаев холеры, сообщило Министерство здравоохранения.",
        ),
    ]
    for english, russian in pairs:
        rows = [
            {"article_id": language, "text": text, "language": language, "published": "2025-09-03"}
            for language, text in (("en", english), ("ru", russian))
        ]
        assert list(fk.check(fk.extract(fk.read_articles(rows), progress=False))["check"]) == ["same_briefing"]
