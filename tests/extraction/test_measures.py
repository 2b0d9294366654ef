"""A user's own measures: read from a TOML of the packs' form, and joined with the pack's."""

from pathlib import Path

import pytest

from factkit.errors import PackError
from factkit.extraction.document import make_document
from factkit.extraction.figures import extract_figures
from factkit.extraction.measures import joined, load_measures
from factkit.extraction.model import Document
from factkit.languages import load_pack
from factkit.languages.schema import Measure
from factkit.reading.segments import paragraphs, sentences, tokenize

MINE = """
[measures.vaccinated]
verbs = ["vaccinat~", "immunis~"]

[measures.killed]
nouns = ["unalived"]
"""


def document(text: str) -> Document:
    pack = load_pack("en")
    tokens, spans = tokenize(text, pack), paragraphs(text)
    return Document("a", text, pack, None, None, None, tokens, spans, sentences(text, tokens, spans, pack))


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    file = tmp_path / "mine.toml"
    file.write_text(MINE, "utf-8")
    return file


def test_own_measures_join_in(mine: Path) -> None:
    found = extract_figures(
        document("Some 5,000 children were vaccinated; 12 people were killed."), measures=load_measures(mine)
    )
    assert [figure.measure for figure in found] == ["vaccinated", "killed"]


def test_own_words_add_to_a_known_measure(mine: Path) -> None:
    found = extract_figures(document("There were 12 unalived."), measures=load_measures(mine))
    assert [figure.measure for figure in found] == ["killed"]


def test_joining_keeps_both() -> None:
    whole = joined({"a": Measure(nouns=("x",))}, {"a": Measure(nouns=("y",)), "b": Measure()})
    assert whole["a"].nouns == ("x", "y")
    assert set(whole) == {"a", "b"}


def test_a_wrong_key_names_file_and_key(tmp_path: Path) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text('[measures.x]\nnoun = ["a"]\n', "utf-8")
    with pytest.raises(PackError, match=r"wrong\.toml.*nouns"):
        load_measures(file)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no such file"):
        load_measures(tmp_path / "nowhere.toml")


def test_a_part_told_after_its_whole_keeps_its_own_measure() -> None:
    text = "사상자가 모두 4천700명이며 이 가운데 600명이 숨졌다."
    found = extract_figures(make_document("x", text, load_pack("ko")))
    assert [figure.measure for figure in found] == ["casualties", "killed"]


def test_a_bare_number_follows_a_sum_of_money() -> None:
    for text, expected in (("5 euro. 1e9 600", ["money", "money", "money"]), ("1e9 600", ["other", "other"])):
        italian = make_document("a", text, load_pack("it"))
        assert [figure.measure for figure in extract_figures(italian)] == expected


def test_a_sum_that_goes_on_from_money_keeps_its_currency() -> None:
    text = "Le port a coûté 3 millions d'euros. Le phare, 4 millions. La ville supprime 60 bancs, dont près de 20 ici."
    found = extract_figures(make_document("x", text, load_pack("fr")))
    assert [figure.unit for figure in found] == ["EUR", "EUR", "count", "count"]
    assert [figure.measure for figure in found] == ["money", "money", "other", "other"]


def test_a_sum_that_goes_on_from_money_is_no_measure_of_people() -> None:
    figures = extract_figures(
        document("The bridge cost 3 million dollars. The port cost 4 million. Another 500 people.")
    )
    assert [figure.measure for figure in figures] == ["money", "money", "other"]


def test_a_verb_of_the_next_clause_tells_of_the_number_behind_it() -> None:
    found = extract_figures(document("Guards took 340 calls and arrested 25 people."))
    assert [figure.measure for figure in found] == ["other", "arrested"]


CARRIED = [
    ("en", "The quake killed 30 people. The city housed 6,000 people on Monday.", ["killed", "other"]),
    ("en", "The quake killed 30 people. The agency had reported 40 people before.", ["killed", "killed"]),
    ("en", "The quake killed 30 people. The agency spoke of 40 people.", ["killed", "killed"]),
    ("en", "The quake killed 30 people. The jail, built for 1,500 people, is full.", ["killed", "other"]),
    ("en", "The riot killed 27 inmates.", ["killed"]),
    ("ro", "Cutremurul a ucis 30 de oameni. Armata a mutat 6.000 de oameni în vale.", ["killed", "other"]),
    ("ru", "Землетрясение унесло жизни 30 человек. Армия отвезла 6000 человек в Толмар.", ["killed", "other"]),
]


@pytest.mark.parametrize("code, text, measures", CARRIED)
def test_people_behind_a_verb_of_their_own_take_no_measure_from_before(code, text, measures) -> None:
    assert [figure.measure for figure in extract_figures(make_document("a", text, load_pack(code)))] == measures
