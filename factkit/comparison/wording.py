"""Who copied whose words: how much of one text's runs of five words stands in another, without comparing all pairs."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from factkit.comparison.codes import Codes

RUN = 5  # words in a shingle
COPIED = 0.5  # a copy shares at least half of the shorter text's shingles: a rewrite of agency text shares about 0.3
SHORTEST = 4  # shingles that a text must have (8 words) before its wording says anything
_PIECE = 1 << 17  # letters that are cut into words at once, so that the work stays in the processor's cache
_SAMPLE = 4  # one shingle in so many is used to find candidates; the candidates' shingles are compared in full
_BITS = 20  # leading ones of a key, by which most of those that stand alone are told
_BASE = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Shingles:
    """Hashes of all runs of five words; those of text `i` are `hashes[starts[i]:starts[i + 1]]`, each once."""

    hashes: np.ndarray
    starts: np.ndarray

    def of(self, number: int) -> np.ndarray:
        """The shingles of one text."""
        return self.hashes[self.starts[number] : self.starts[number + 1]]

    @property
    def counts(self) -> np.ndarray:
        """How many shingles each text has."""
        return np.diff(self.starts)


def shingles(texts: pd.Series) -> Shingles:
    """The shingles of `texts`, words compared without case and without punctuation around them."""
    edges = np.concatenate([[0], np.cumsum(texts.str.len().fillna(0).to_numpy(dtype=np.int64))])
    cuts = np.searchsorted(edges, np.arange(0, edges[-1] + 1, _PIECE))[1:].tolist()
    pieces = [_shingles(texts.iloc[start:end].tolist()) for start, end in pairwise((0, *cuts, len(texts)))]
    counts = np.concatenate([piece.counts for piece in pieces])
    return Shingles(np.concatenate([piece.hashes for piece in pieces]), np.concatenate([[0], np.cumsum(counts)]))


def _lowered(texts: list[object]) -> tuple[str, list[int]]:
    """Texts in small letters, one after the other with a line's end between them, and the length of each."""
    plain = [text if isinstance(text, str) else "" for text in texts]
    joined = "\n".join(plain)
    lowered = joined.lower()
    if len(lowered) != len(joined):  # a few letters are two when small
        plain = [text.lower() for text in plain]
    return lowered, list(map(len, plain))


def _shingles(texts: list[object]) -> Shingles:
    lowered, lengths = _lowered(texts)
    words, places = _word_hashes(lowered)
    if len(words) < RUN:
        return Shingles(np.empty(0, np.uint64), np.zeros(len(texts) + 1, np.int64))
    starts = np.concatenate([[0], np.cumsum(np.array(lengths) + 1)])
    owner = np.repeat(np.arange(len(texts)), np.diff(np.searchsorted(places, starts)))
    count = len(words) - RUN + 1
    rolling = np.zeros(count, np.uint64)
    for offset in range(RUN):
        rolling = _mix(rolling * _BASE + words[offset : offset + count])
    inside = owner[:count] == owner[RUN - 1 :]
    return _distinct(rolling[inside], owner[:count][inside], len(texts))


def _word_hashes(text: str) -> tuple[np.ndarray, np.ndarray]:
    """A number per word and where it starts; the same word gets the same number on every run and machine."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    known = np.bincount(points, minlength=1)
    letters = np.zeros(len(known), dtype=bool)
    letters[[point for point in np.flatnonzero(known).tolist() if chr(point).isalnum()]] = True
    inside = np.concatenate([[False], letters[points]])
    opens = inside[1:] & ~inside[:-1]
    starts, places = np.flatnonzero(opens), np.flatnonzero(inside[1:])
    if not len(starts):
        return np.empty(0, np.uint64), starts
    firsts = np.flatnonzero(opens[places])
    within = np.arange(len(places)) - np.repeat(firsts, np.diff(firsts, append=len(places)))
    signs = _mix(points[places].astype(np.uint64) + (within.astype(np.uint64) << np.uint64(21)))
    return np.add.reduceat(signs, firsts), starts


def _mix(values: np.ndarray) -> np.ndarray:
    return np.asarray((values ^ (values >> np.uint64(29))) * _BASE)


def _distinct(hashes: np.ndarray, owner: np.ndarray, texts: int) -> Shingles:
    key = _of(owner, hashes)
    if len(_twice(key)):
        new = ~pd.Series(key).duplicated().to_numpy()
        hashes, owner = hashes[new], owner[new]
    return Shingles(hashes, _starts(owner, texts))


def _held_by_several(keys: np.ndarray) -> np.ndarray:
    """Where the keys stand that stand there more than once, and a few others: a table of bits tells the rest at once,
    while putting millions of keys in order takes long."""
    flags = np.zeros(1 << _BITS, dtype=bool)
    flags[_twice(keys) >> np.uint64(64 - _BITS)] = True
    return np.flatnonzero(flags[keys >> np.uint64(64 - _BITS)])


def _twice(keys: np.ndarray) -> np.ndarray:
    """The keys that stand there more than once, sorted."""
    by_size = np.sort(keys)
    return np.asarray(by_size[1:][by_size[1:] == by_size[:-1]])


def _of(text: np.ndarray, hashes: np.ndarray) -> np.ndarray:
    """One code for a shingle of a text (or of a block), given its number."""
    return _mix(hashes + _mix(text.astype(np.uint64) + np.uint64(1)))


def copied_pairs(
    found: Shingles, text: np.ndarray, block: Codes, order: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Pairs (one, other, share) of rows in the same block of whose texts the one holds half of the other or more.

    Row `i` has text number `text[i]`; `order` says which row came first. A sampled shingle links each row with the
    nearest earlier one that has it, so that a story printed a thousand times gives a chain of a thousand pairs and not
    a million.
    """
    sampled = _sampled(found)
    sequence = np.argsort(order, kind="stable")
    place, within = _expand(sampled, text[sequence])
    row = sequence[place]
    key = _of(block[row], sampled.hashes[within])
    shared = _held_by_several(key)
    row, key = row[shared], key[shared]
    by_key = np.argsort(key, kind="stable")  # rows come in order already, and stay so within a key
    row, key = row[by_key], key[by_key]
    same = key[1:] == key[:-1]
    pairs = pd.unique(row[:-1][same] * np.int64(len(text)) + row[1:][same])
    left, right = pairs // max(len(text), 1), pairs % max(len(text), 1)
    share = np.ones(len(left))
    differ = text[left] != text[right]
    share[differ] = containment(found, text[left[differ]], text[right[differ]])
    kept = share >= COPIED
    return left[kept], right[kept], share[kept]


def _sampled(found: Shingles) -> Shingles:
    """A few shingles of every text that is long enough: all of a short one, one in four of a long one."""
    owner = np.repeat(np.arange(len(found.counts)), found.counts)
    counts = found.counts[owner]
    kept = (counts >= SHORTEST) & ((found.hashes % np.uint64(_SAMPLE) == 0) | (counts <= 2 * SHORTEST))
    return Shingles(found.hashes[kept], _starts(owner[kept], len(found.counts)))


def _starts(owner: np.ndarray, texts: int) -> np.ndarray:
    return np.concatenate([[0], np.cumsum(np.bincount(owner, minlength=texts))])


def _expand(found: Shingles, text: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For rows with these texts: each row as often as its text has shingles, and the places of those shingles."""
    counts = found.counts[text]
    row = np.repeat(np.arange(len(text)), counts)
    within = np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)
    return row, found.starts[text][row] + within


def containment(found: Shingles, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """For each pair of texts, the share of the shorter one's shingles that stand in the longer one, 0 to 1."""
    if not len(left):
        return np.zeros(0)
    counts = found.counts
    swap = counts[left] > counts[right]
    short, long = np.where(swap, right, left), np.where(swap, left, right)
    pair, place = _expand(found, short)
    holders = pd.unique(long)
    holder, held_place = _expand(found, holders)
    # One set of (text, shingle) codes answers all questions "does this text hold this shingle?" at once.
    known = _of(holders[holder], found.hashes[held_place])
    held = pd.Series(_of(long[pair], found.hashes[place])).isin(known).to_numpy()
    return np.asarray(np.bincount(pair, weights=held, minlength=len(short)) / np.maximum(counts[short], 1))
