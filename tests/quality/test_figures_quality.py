"""Figures against the hand-made gold of ../shared/renderings: no score may fall under its floor."""

import pytest
from figures_runner import SHARED, predictions, scorer

FLOORS = {
    "find F1": 0.97,
    "value F1": 0.97,
    "relation": 0.95,
    "role": 0.95,
    "measure": 0.90,
    "modality": 0.90,
    "as_of": 0.90,
}

pytestmark = pytest.mark.skipif(not (SHARED / "renderings").is_dir(), reason="../shared/renderings isn't here")


def test_scores_keep_their_floors() -> None:
    score = scorer()
    report = score.score(score.rows(SHARED / "renderings" / "gold.jsonl"), predictions())
    low = {field: report[field] for field, floor in FLOORS.items() if report[field] < floor}
    assert not low
