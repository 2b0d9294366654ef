"""Codes: the order of positions by several keys, the place of each, and one number for several."""

import numpy as np
import pytest

from factkit.comparison.codes import combine, ranks, sequence

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
