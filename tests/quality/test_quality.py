"""The quality gate: no score falls under its floor, and the scorers count what they say."""

import importlib.util

import pytest
from attribution_scores import fact_right, kind_of, score_attributions
from corpora import by_article, claim_records, figure_records, predict, read_corpus, write_records
from figure_scores import score_figures
from name_match import names_match
from score import ROOT, changes, errors, find, read_gates, score, trespasses

SHARED = ROOT.parent / "shared"
GATES = read_gates()
TEXT = "The ministry said that 300 soldiers had died. “We mourn them,” the minister added."
GOLD = [
    {"content": [[18, 44]], "source": [[0, 12]], "cue": [[13, 17]], "speaker": "the ministry", "kind": "indirect"},
    {"content": [[46, 62]], "source": [[63, 75]], "cue": [[76, 81]], "speaker": ["the minister", "Ann Lee"]},
]
FIGURE = {"start": 23, "end": 26, "number": "300", "value": 300, "low": None, "high": None, "relation": "exact"}


@pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.name)
def test_no_score_falls_under_its_floor(gate):
    folder = ROOT / gate.path
    if not folder.is_dir():
        pytest.skip(f"{gate.path} is not there; it isn't shipped with the project")
    corpus = read_corpus(folder, gate.every)
    assert corpus.digest == gate.digest, f"{gate.path} has changed; set its floors anew with score.py --floors --lower"
    scores = score(corpus, find(corpus))
    assert gate.floors, "no floors; set them with score.py --floors"
    assert {name: scores.get(name) for name, floor in gate.floors.items() if scores.get(name, 0.0) < floor} == {}


def test_only_corpora_beside_the_project_may_be_missing():
    assert [gate.name for gate in GATES if not gate.path.is_relative_to("../shared")] == ["data"]


# --- the scorers


def scores_of(found):
    return score_attributions({"a": TEXT}, {"a": GOLD}, {"a": found})


def test_what_the_gold_says_scores_full_marks():
    scores = scores_of([{**record, "speaker": "Ministry"} for record in GOLD[:1]] + [{**GOLD[1], "speaker": "Ann Lee"}])
    assert set(scores.values()) == {100.0}


@pytest.mark.parametrize(
    "change, name, expected",
    [
        ({"content": [[23, 44]]}, "exact F1", 100.0),  # an opening 'that' doesn't count
        ({"content": [[27, 44]]}, "exact F1", 50.0),
        ({"content": [[27, 44]]}, "partial F1", 100.0),
        ({"content": [[36, 44]]}, "partial F1", 50.0),
        ({"content": [[36, 44]]}, "token P", 100.0),
        ({"source": []}, "attributed F1", 50.0),
        ({"source": [[4, 12]]}, "attributed F1", 100.0),  # an article doesn't count
        ({"speaker": None}, "speaker", 50.0),
    ],
)
def test_what_differs_costs(change, name, expected):
    assert scores_of([{**GOLD[0], **change}, {**GOLD[1], "speaker": "Ann Lee"}])[name] == pytest.approx(expected)


def test_an_optional_record_counts_neither_found_nor_missed():
    gold = {"a": [GOLD[0], {**GOLD[1], "optional": True}]}
    for found in (GOLD, GOLD[:1]):
        assert score_attributions({"a": TEXT}, gold, {"a": found})["partial F1"] == 100.0


@pytest.mark.parametrize(
    "pieces, expected",
    [([[18, 44]], "indirect"), ([[46, 62]], "direct"), ([[47, 60]], "direct"), ([[38, 62]], "mixed")],
)
def test_kinds_are_told_by_quotation_marks(pieces, expected):
    assert kind_of(TEXT, pieces) == expected


@pytest.mark.parametrize(
    "wanted, found, right",
    [
        (["a b", "c"], ["a b", "c"], True),
        (["a b", "c"], ["c", "a b"], False),
        (["a b", "c"], ["a b"], False),
        ([["a b"], ["c"]], ["c"], True),
        ([], None, True),
        ([], ["c"], False),
    ],
)
def test_chains_match_in_order_and_length(wanted, found, right):
    assert fact_right("chain", wanted, found) is right


@pytest.mark.parametrize(
    "left, right, same",
    [
        ("the NIS", "NIS", True),
        ("Băsescu", "Basescu", True),
        ("Lee Seong-Kweun", "Lee Seong-kwon", True),
        ("Lee", "Kim", False),
        (None, "Lee", False),
        (None, float("nan"), True),
        ("", None, True),
        ("the", "the", False),
    ],
)
def test_names_match_folded_or_nearly(left, right, same):
    assert names_match(left, right) is same


@pytest.mark.parametrize(
    "change, name, expected",
    [
        ({}, "all F1", 100.0),
        ({"value": 3000}, "value F1", 0.0),
        ({"value": 3000}, "find F1", 100.0),
        ({"low": 300, "high": 300}, "value F1", 100.0),
        ({"start": 30, "end": 33}, "find F1", 0.0),
        ({"measure": "wounded"}, "measure", 0.0),
    ],
)
def test_figures_are_scored_by_field(change, name, expected):
    have = {**FIGURE, "measure": "killed", **change}
    assert score_figures({"a": [{**FIGURE, "measure": "killed"}]}, {"a": [have]})[name] == expected


# --- the runner


@pytest.fixture
def small(tmp_path):
    """A corpus of one article, in JSON Lines."""
    article = {"article_id": "a", "text": TEXT, "language": "en", "published": "2025-01-01"}
    write_records(tmp_path / "articles.jsonl", [article])
    write_records(tmp_path / "claims.jsonl", [{"article_id": "a", **record} for record in GOLD])
    write_records(tmp_path / "gold.jsonl", [{"doc": "a", **FIGURE}])
    return tmp_path


def test_a_corpus_in_lines_is_read_and_its_digest_follows_its_bytes(small):
    corpus = read_corpus(small)
    assert corpus.claims["a"][0]["content"] == [[18, 44]]
    assert corpus.figures["a"][0]["number"] == "300"
    with (small / "gold.jsonl").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert read_corpus(small).digest != corpus.digest


def test_a_corpus_in_standoff_notes_is_read(tmp_path):
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, "utf-8")
    notes = "E1\tAttribution:T9 Content:T3 Content2:T4 Cue:T2 Source:T1\nT1\tSource 0 12\tThe ministry\n"
    notes += "T2\tCue 13 17\tsaid\nT3\tContent 18 26;27 35\tthat 300 soldiers\nT4\tContent 36 44\thad died\n"
    (tmp_path / "attributions" / "a_1.ann").write_text(notes, "utf-8")
    (tmp_path / "attributions" / "a_2.ann").write_text("", "utf-8")
    corpus = read_corpus(tmp_path)
    assert corpus.claims == {"a": [{"content": [[18, 26], [27, 35], [36, 44]], "source": [[0, 12]], "cue": [[13, 17]]}]}


def test_gained_lost_and_wrong_contents_are_listed(small):
    corpus = read_corpus(small)
    before = [{"article_id": "a", **GOLD[0]}]
    after = [{"article_id": "a", **GOLD[1]}, {"article_id": "a", "content": [[0, 3]], "source": [], "cue": []}]
    assert [line.split(":")[0] for line in changes(corpus, before, after)] == [
        "gained right a 46",
        "gained wrong a 0",
        "lost right a 18",
    ]


def test_errors_name_the_article_and_what_is_wrong(small):
    corpus = read_corpus(small)
    found = find(corpus)
    empty = type(found)([], [])
    assert [line.split(":")[0] for line in errors(corpus, empty)] == ["a '300'", "a content missed", "a content missed"]


def test_what_must_not_be_found_is_noticed():
    corpus = read_corpus(ROOT / "data", every=10)
    row = {"article_id": "a", "start": 5, "end": 9, "words": "1945", "not": "figure", "why": "a year"}
    corpus.forbidden[:] = [row]
    found = find(corpus)
    found.figures.append({"doc": "a", "start": 8, "end": 12, "text": "45, 7"})
    assert trespasses(corpus, found) == [row]


@pytest.mark.parametrize("name, key", [("score_attribution", "claims"), ("score_figures", "figures")])
def test_the_scores_are_those_of_the_scorers_that_others_use(name, key, tmp_path, monkeypatch):
    path = SHARED / "evaluation" / f"{name}.py"
    if not path.is_file():
        pytest.skip("../shared/evaluation is not there; it isn't shipped with the project")
    monkeypatch.syspath_prepend(str(path.parent))
    spec = importlib.util.spec_from_file_location(name, path)
    other = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(other)
    corpus = read_corpus(SHARED / "renderings")
    dossier = predict(corpus)
    if key == "claims":
        theirs = other.score(other.read_gold(SHARED / "renderings"), by_article(claim_records(dossier), "article_id"))
        ours = score_attributions(corpus.texts(), corpus.claims, by_article(claim_records(dossier), "article_id"))
        expected = {f"{level} F1": 100 * theirs[level]["F1"] for level in ("token", "partial", "exact", "attributed")}
        expected |= {f"recall {name}": 100 * share["R"] for name, share in theirs["recall"].items()}
        expected |= {fact: 100 * share for fact, share in theirs["facts"].items()}
    else:
        gold = other.rows(SHARED / "renderings" / "gold.jsonl")
        theirs = other.score(gold, by_article(figure_records(dossier), "doc"))
        ours = score_figures(corpus.figures, by_article(figure_records(dossier), "doc"))
        counts = {"gold", "predicted"}
        expected = {field: 100 * share for field, share in theirs.items() if field not in counts}
    assert ours == pytest.approx({**ours, **expected})
