"""Runs of five words: what counts as copied, and what doesn't."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factkit.comparison.wording import COPIED, containment, copied_pairs, shingles

STORY = (
    "About two thousand North Korean soldiers have been killed fighting for Russia, a South Korean lawmaker said on "
    "Tuesday after a briefing by the intelligence service. The service had put the number of dead at six hundred in "
    "April. Another six thousand soldiers and engineers are expected to follow, and a thousand have already arrived."
)
REWRITTEN = (
    "A South Korean lawmaker said on Tuesday that Pyongyang has lost some two thousand men in Russia's war. In April, "
    "the intelligence service that briefed him spoke of six hundred dead. Six thousand more troops are to come soon, "
    "among them engineers, of whom a thousand are there."
)
UNRELATED = (
    "The toll of the earthquake rose above forty thousand on Friday as rescuers pulled three people from the rubble "
    "in Hatay province. Officials said that tens of thousands of buildings had collapsed or were beyond repair."
)


def share(one: str, other: str) -> float:
    found = shingles(pd.Series([one, other], dtype="string"))
    return float(containment(found, np.array([0]), np.array([1]))[0])


@pytest.mark.parametrize(
    "label, other, copied",
    [
        ("the same", STORY, True),
        ("without case and punctuation", STORY.upper().replace(",", " —").replace(".", "!"), True),
        ("its sentences shuffled", ". ".join(reversed(STORY.split(". "))), True),
        ("cut to its first half", STORY[: len(STORY) // 2], True),
        ("framed by other words", f"{UNRELATED} {STORY}", True),
        ("a word here and there replaced", STORY.replace("Tuesday", "Wednesday").replace("expected", "due"), True),
        ("rewritten", REWRITTEN, False),
        ("another story", UNRELATED, False),
    ],
)
def test_copied(label, other, copied):
    assert (share(STORY, other) >= COPIED) is copied


def test_unrelated_reports_share_nothing():
    assert share(STORY, UNRELATED) == 0


@pytest.mark.parametrize("text", ["", "one two three", None, "…", "five words make one run"])
def test_short_texts_are_never_copies(text):
    found = shingles(pd.Series([text, text], dtype="string"))
    left, _, _ = copied_pairs(found, np.arange(2), np.zeros(2, dtype=np.int64), np.arange(2))
    assert len(left) == 0


def test_a_story_printed_often_gives_a_chain():
    texts = pd.Series([STORY] * 50, dtype="string")
    left, right, shares = copied_pairs(shingles(texts), np.arange(50), np.zeros(50, dtype=np.int64), np.arange(50))
    assert sorted(zip(left.tolist(), right.tolist(), strict=True)) == [(n, n + 1) for n in range(49)]
    assert set(shares) == {1.0}


def test_blocks_are_kept_apart():
    texts = pd.Series([STORY, STORY], dtype="string")
    left, _, _ = copied_pairs(shingles(texts), np.arange(2), np.array([0, 1]), np.arange(2))
    assert len(left) == 0


@settings(deadline=None)
@given(st.lists(st.text(alphabet="ab cд한.", max_size=60), min_size=2, max_size=6))
def test_containment_agrees_with_sets(texts):
    found = shingles(pd.Series(texts, dtype="string"))
    words = ["".join(c if c.isalnum() else " " for c in text.lower()).split() for text in texts]
    runs = [{tuple(line[i : i + 5]) for i in range(len(line) - 4)} for line in words]
    assert found.counts.tolist() == [len(run) for run in runs]
    expected = len(runs[0] & runs[1]) / max(min(len(runs[0]), len(runs[1])), 1)
    assert containment(found, np.array([0]), np.array([1]))[0] == pytest.approx(expected)
