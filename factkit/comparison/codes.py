"""Columns as plain numbers, one per distinct value: to be combined, ordered and counted a million at a time."""

from collections.abc import Sequence
from math import prod

import numpy as np
import pandas as pd

Codes = np.ndarray
_WIDEST = 1 << 62  # codes that one number can tell apart
_SPREAD = 4  # times as many codes as there are rows, before they are numbered anew


def codes(values: pd.Series) -> Codes:
    """Numbers from 1 for the distinct values, 0 where missing."""
    return np.asarray(pd.factorize(values)[0], dtype=np.int64) + 1


def combine(*parts: Codes) -> Codes:
    """One code per distinct combination of codes, from 0 on in the order in which they first stand there."""
    return _numbered(*_packed(parts))


def blocks(*parts: Codes) -> Codes:
    """One number per distinct combination of codes, of any size: enough to sort by, and cheaper than `combine`."""
    return _packed(parts)[0]


def _packed(parts: Sequence[Codes]) -> tuple[Codes, int]:
    """Combinations as numbers that begin at 0, and how many there may be: so few that positions can be told, too."""
    result, width = _from_zero(parts[0])
    widest = _WIDEST // max(len(result), 1)
    for part in parts[1:]:
        added, span = _from_zero(part)
        if width * span > widest:
            result, width = _numbered(result, width), len(result)
        result, width = result * span + added, width * span
    return result, width


def _numbered(numbers: Codes, width: int) -> Codes:
    """Numbers below `width`, numbered anew in the order in which they first stand there."""
    if width > _SPREAD * len(numbers):
        return np.asarray(pd.factorize(numbers)[0], dtype=np.int64)
    places = _first_places(numbers, width)[numbers]
    return np.asarray((np.cumsum(places == np.arange(len(numbers))) - 1)[places])


def _from_zero(part: Codes) -> tuple[Codes, int]:
    """The same codes, moved or numbered anew so that they begin at 0, and how many there may be."""
    part = np.asarray(part, dtype=np.int64)
    if not len(part):
        return part, 1
    low, high = int(part.min()), int(part.max())
    if high - low > _SPREAD * len(part):
        return np.asarray(pd.factorize(part)[0], dtype=np.int64), len(part)
    return part - low, high - low + 1


def sequence(*keys: np.ndarray) -> np.ndarray:
    """The positions in the order of the keys, the first one first; of equals, the earlier position first."""
    count = len(keys[0])
    parts = [_in_order(key) for key in keys]
    if len(keys) > 1 and prod(width for _, width in parts) * count > _WIDEST:
        rest = sequence(*keys[1:])
        return np.asarray(rest[sequence(keys[0][rest])])
    packed = np.zeros(count, dtype=np.int64)
    for part, width in (*parts, (np.arange(count), count)):
        packed *= width
        packed += part
    packed.sort()  # of all ways the quickest: plain numbers, of which no two are the same
    return packed % max(count, 1)


def _in_order(key: np.ndarray) -> tuple[Codes, int]:
    """The key as codes from 0 in the same order, and how many there may be."""
    if key.dtype.kind in "iu" and len(key):
        low, high = int(key.min()), int(key.max())
        if high - low < _WIDEST // len(key):
            return key - low, high - low + 1
    distinct, place = np.unique(key, return_inverse=True)
    return place, max(len(distinct), 1)


def ranks(*keys: np.ndarray) -> Codes:
    """The place of each position in the order of the keys, from 0; the same for equals."""
    order = sequence(*keys)
    made = np.empty(len(order), dtype=np.int64)
    made[order] = np.cumsum(changes(*(key[order] for key in keys))) - 1
    return made


def changes(*keys: np.ndarray) -> np.ndarray:
    """Whether each position differs from the one before in any key; the first one does."""
    new = np.ones(len(keys[0]), dtype=bool)
    new[1:] = np.logical_or.reduce([key[1:] != key[:-1] for key in keys])
    return new


def linked(count: int, left: Codes, right: Codes) -> Codes:
    """For each number below `count` the smallest one of its set, after joining all pairs of a left and a right one."""
    roots = np.arange(count)
    while True:
        one, other = roots[left], roots[right]
        apart = one != other
        if not apart.any():
            return roots
        left, right = left[apart], right[apart]
        np.minimum.at(roots, np.maximum(one, other)[apart], np.minimum(one, other)[apart])
        while (roots[roots] != roots).any():
            roots = roots[roots]


def pairs(one: Codes, other: Codes) -> tuple[Codes, Codes]:
    """The distinct pairs of codes that stand at the same position."""
    width = int(other.max(initial=0)) + 1
    packed = pd.unique(one * width + other)
    return packed // width, packed % width


def firsts(combined: Codes) -> Codes:
    """Where each code of those that `combine` makes stands first."""
    return _first_places(combined, int(combined.max(initial=-1)) + 1)


def _first_places(numbers: Codes, width: int) -> Codes:
    places = np.empty(width, dtype=np.int64)
    places[numbers[::-1]] = np.arange(len(numbers))[::-1]
    return places
