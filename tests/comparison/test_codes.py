"""Codes: the order of positions by several keys, the place of each, and one number for several."""

import numpy as np
import pytest

from factkit.comparison.codes import combine, firsts, linked, pairs, ranks, sequence
from factkit.comparison.stories import joined

RANDOM = np.random.default_rng(7)
KEYS = [
    ("small codes", [RANDOM.integers(0, 5, 300), RANDOM.integers(0, 3, 300)]),
    ("far apart", [RANDOM.integers(-(2**61), 2**61, 300), RANDOM.integers(0, 3, 300)]),
    ("a day that is unknown", [np.where(RANDOM.random(300) < 0.5, -(2**61), RANDOM.integers(0, 9, 300))]),
    ("numbers with fractions and none", [np.where(RANDOM.random(300) < 0.2, np.nan, RANDOM.random(300).round(1))]),
    ("more than one number can hold", [RANDOM.integers(0, 1200, 300) for _ in range(8)]),
    ("one position", [np.array([4])]),
    ("nothing", [np.zeros(0, dtype=np.int64), np.zeros(0)]),
]


@pytest.mark.parametrize("label, keys", KEYS, ids=[label for label, _ in KEYS])
def test_the_order_is_that_of_the_keys_and_then_of_the_positions(label, keys):
    assert sequence(*keys).tolist() == np.lexsort(tuple(reversed(keys))).tolist()


@pytest.mark.parametrize("label, keys", KEYS, ids=[label for label, _ in KEYS])
def test_what_is_combined_is_told_apart_like_the_rows(label, keys):
    rows = [tuple("none" if np.isnan(value) else value for value in row) for row in zip(*keys, strict=True)]
    keys = [np.unique(key, return_inverse=True)[1] if key.dtype.kind == "f" else key for key in keys]
    found = combine(*keys).tolist()
    assert len(set(found)) == len(set(rows)) == len(set(zip(found, rows, strict=True)))


def test_ranks_are_the_same_for_equals():
    assert ranks(np.array([30, 10, 30, 20])).tolist() == [2, 0, 2, 1]
    assert ranks(np.array([1, 1, 0]), np.array([5.0, 4.0, 9.0])).tolist() == [2, 1, 0]


def test_what_is_linked_has_the_smallest_number_of_its_set():
    left, right = RANDOM.integers(0, 500, 300), RANDOM.integers(0, 500, 300)
    wanted = joined(zip(left.tolist(), right.tolist(), strict=True))
    assert linked(500, left, right).tolist() == [wanted.get(number, number) for number in range(500)]


def test_a_long_chain_is_linked():
    order = RANDOM.permutation(100_000)
    assert set(linked(100_000, order[:-1], order[1:]).tolist()) == {0}


def test_distinct_pairs_and_first_places():
    assert sorted(zip(*map(list, pairs(np.array([1, 1, 2, 1]), np.array([5, 5, 0, 3]))), strict=True)) == [
        (1, 3),
        (1, 5),
        (2, 0),
    ]
    assert firsts(combine(np.array([7, 7, 3, 7, 3]))).tolist() == [0, 2]
