"""What `check` says of the stories, against what a careful reader says: how many alarms are right, how much is seen."""

import json
from typing import Any

import pandas as pd
import pytest
from score import ROOT

import factkit as fk

PRECISION, RECALL = 0.9, 0.85
_ALARMS = ("conflicting", "refuted", "outdated")
Place = tuple[str, int]


def finding_scores(gold: list[dict[str, Any]], found: list[tuple[str, str, Place, set[Place]]]) -> dict[str, float]:
    """Precision of the alarms and recall of the gold's lines; found is (check, verdict, figure, evidence).

    Of two figures in conflict, either may be the one that a finding is about.
    """

    def place(end: dict[str, Any]) -> Place:
        return end["article_id"], end["start"]

    def fits(line: dict[str, Any], one: tuple[str, str, Place, set[Place]]) -> bool:
        check, _, figure, evidence = one
        wanted, against = place(line["figure"]), set(map(place, line["against"]))
        return check == line["check"] and (figure == wanted or (figure in against and wanted in evidence))

    alarms = [one for one in found if one[1] in _ALARMS]
    right = [any(fits(line, one) for line in gold) for one in alarms]
    seen = [any(fits(line, one) for one in found) for line in gold]
    return {
        "precision": sum(right) / len(right) if right else 1.0,
        "recall": sum(seen) / len(seen) if seen else 1.0,
    }


@pytest.fixture(scope="module")
def gold():
    lines = (ROOT / "data" / "gold" / "findings.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def found():
    dossier = fk.extract(fk.read_articles(ROOT / "data" / "articles"), progress=False)
    figures = dossier.figures
    places = dict(zip(figures["figure_id"], zip(figures["article_id"], figures["start"], strict=True), strict=True))
    return [
        (row.check, row.verdict, places[row.figure_id], {places[key] for key in row.evidence if key in places})
        for row in fk.check(dossier).itertuples()
        if pd.notna(row.figure_id)
    ]


def test_most_alarms_are_right_and_most_of_what_is_wrong_is_seen(gold, found):
    scores = finding_scores(gold, found)
    assert scores["precision"] >= PRECISION
    assert scores["recall"] >= RECALL


def test_the_scorer_takes_either_side_of_a_conflict():
    line = {
        "check": "sums",
        "figure": {"article_id": "a", "start": 1},
        "against": [{"article_id": "b", "start": 2}],
    }
    either = [("sums", "conflicting", ("a", 1), set()), ("sums", "conflicting", ("b", 2), {("a", 1)})]
    for one in either:
        assert finding_scores([line], [one]) == {"precision": 1.0, "recall": 1.0}
    wrong = [("sums", "conflicting", ("b", 2), set()), ("stale_figure", "outdated", ("a", 1), set())]
    for one in wrong:
        assert finding_scores([line], [one]) == {"precision": 0.0, "recall": 0.0}
    assert finding_scores([], [("sums", "supported", ("a", 1), set())]) == {"precision": 1.0, "recall": 1.0}
