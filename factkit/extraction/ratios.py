"""Parts of a small whole: "three out of four", "nine in 10", "10명 중 3". They are shares, and no two counts."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from factkit.extraction.grammar import grammar_of, plain
from factkit.languages import LanguagePack
from factkit.reading.segments import TERMINALS, lower

if TYPE_CHECKING:
    from factkit.extraction.numbers import Number

_SMALL = 10  # of a greater whole, both numbers count: "312 out of 400 deputies"
_YEARS = (101, 10_000)  # no parts of that size are told, but years
_ROUND = frozenset({10, 100, 1000})
_LONGEST = 40  # characters between the two numbers


def join_ratios(text: str, numbers: "Sequence[Number]", pack: LanguagePack) -> "list[Number]":
    """The numbers with each ratio made one fraction; a noun may stand inside ("une femme sur cinq")."""
    if not pack.numbers.ratios:
        return list(numbers)
    joints = {kind: tuple(map(lower, words)) for kind, words in pack.numbers.ratios.items()}
    percent = grammar_of(pack).percent  # "1000명 중 62%": no part of the number before
    result: list[Number] = []
    place = 0
    while place < len(numbers):
        left = numbers[place]
        right = numbers[place + 1] if place + 1 < len(numbers) else None
        if right is None or not _may_join(left, right) or (percent and percent.match(text, right.end)):
            result.append(left)
            place += 1
            continue
        above, below = sorted((left.value or 0, right.value or 0))
        gap = plain(text[left.end : right.start]).strip()
        whole = gap.startswith("-") and gap.endswith("-")  # "one-in-five"
        gap = gap.strip("-")
        close = any(
            gap in words
            and _fits(kind, left, right)
            and (whole or kind != "opening" or _opens(text, left.start, pack))
            and (kind != "population" or _is_population(text, right.end, pack))
            for kind, words in joints.items()
        )
        apart = (
            not close
            and "\n" not in gap
            and any(
                _ends(gap, words) and _fits(kind, left, right)
                for kind, words in joints.items()
                if kind not in {"opening", "population"}
            )
        )
        if close or apart:
            value = above / below
            result.append(left._replace(end=right.end, value=value, kind="ratio", stop_token=right.stop_token))
        else:
            result.append(left)
            place += 1
            continue
        place += 2
    return result


def _may_join(left: "Number", right: "Number") -> bool:
    if left.value is None or right.value is None or not 0 < right.start - left.end <= _LONGEST:
        return False
    above, below = sorted((left.value, right.value))
    one = left.value == 1 and not _YEARS[0] <= below < _YEARS[1]  # "one in 20", "one in 292 million"
    return 1 <= above < below and above == int(above) and (below <= _SMALL or below in _ROUND or one)


def _fits(kind: str, left: "Number", right: "Number") -> bool:
    """Whether the numbers are such as the joint of `kind` makes a ratio of; see the pack's `ratios`."""
    assert left.value is not None
    assert right.value is not None
    if kind == "whole_first":
        return left.value > right.value
    below = right.value
    if kind in {"opening", "population"}:
        return left.value < below <= _SMALL
    return left.value < below and (kind == "any" or (kind == "one" and left.value == 1) or below in _ROUND)


def _opens(text: str, start: int, pack: LanguagePack) -> bool:
    """Whether a sentence or a hedge's number begins at `start`: "Three in four", "nearly three in four"."""
    before = plain(text[max(0, start - _LONGEST) : start]).rstrip()
    if not before or before[-1] in TERMINALS:
        return True
    hedges = (lower(word) for words in pack.figures.before.values() for word in words)
    return any(before.endswith(" " + hedge) or before == hedge for hedge in hedges)


def _is_population(text: str, end: int, pack: LanguagePack) -> bool:
    """Whether those counted are all there are of a kind, and no small group: "drei von vier Deutschen"."""
    word = lower(text[end : end + _LONGEST]).split(None, 1)
    return bool(word) and word[0].rstrip(",.;:") in _populations(pack)


@cache
def _populations(pack: LanguagePack) -> frozenset[str]:
    return frozenset(map(lower, pack.numbers.populations))


def _ends(gap: str, words: tuple[str, ...]) -> bool:
    """Whether one or two words and then a joint stand in the gap."""
    return any(gap.endswith(" " + word) and _is_noun(gap[: -len(word)].split()) for word in words)


def _is_noun(words: list[str]) -> bool:
    return len(words) <= 2 and all(word.isalpha() for word in words)
