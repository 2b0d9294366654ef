"""How far two words in one script are from being spellings of one name: what no habit of transcription explains."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from factkit.comparison.korean import data_file
from factkit.comparison.words import fold
from factkit.languages import read_section
from factkit.languages.schema import Words

_CACHED = 65536
_LONGEST = 40  # letters of a name; what is longer isn't one
_STEM = 3  # letters before a case ending, at least


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spellings:
    exchanged: str
    cases: Words


@cache
def _data() -> _Spellings:
    return read_section(_Spellings, data_file("spellings.toml"))


@cache
def _exchanged() -> dict[tuple[str, str], list[tuple[str, str, bool]]]:
    """Letters that may stand for one another, by the first letter of each; the flag: only inside a word."""
    made: dict[tuple[str, str], list[tuple[str, str, bool]]] = defaultdict(list)
    for rule in _data().exchanged.split():
        one, _, two = rule.rstrip("+").partition("/")
        for left, right in {(one, two), (two, one)}:
            made[left[0], right[0]].append((left, right, rule.endswith("+")))
    return made


@cache
def _cases() -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset("" if ending == "-" else fold(ending) for ending in group.split()) for group in _data().cases
    )


@lru_cache(maxsize=_CACHED)
def unexplained(left: str, right: str) -> int:
    """The letters to be changed, at least, to make `left` of `right`, where those that spellings exchange are free."""
    one, two = f"^{left[:_LONGEST]}$", f"^{right[:_LONGEST]}$"
    worst = len(one) + len(two)
    cost = [[worst] * (len(two) + 1) for _ in range(len(one) + 1)]
    cost[0][0] = 0
    exchanged = _exchanged()
    for i in range(len(one)):
        for j in range(len(two)):
            here = cost[i][j]
            a, b = one[i], two[j]
            _lower(cost, i + 1, j + 1, here + (a != b))
            # A letter that is doubled is the letter.
            _lower(cost, i + 1, j, here + (a != one[i - 1]))
            _lower(cost, i, j + 1, here + (b != two[j - 1]))
            for x, y, inside in exchanged.get((a, b), ()):
                if inside and "$" in (one[i + len(x) : i + len(x) + 1], two[j + len(y) : j + len(y) + 1]):
                    continue
                if one.startswith(x, i) and two.startswith(y, j) and not (inside and min(i, j) == 1):
                    _lower(cost, i + len(x), j + len(y), here)
    return cost[-1][-1]


def _lower(cost: list[list[int]], i: int, j: int, new: int) -> None:
    cost[i][j] = min(cost[i][j], new)


def is_inflected(left: str, right: str) -> bool:
    """Whether two words are cases of one name: a stem, and endings of one group."""
    same = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    for length in range(same, _STEM - 1, -1):
        ends = {left[length:], right[length:]}
        if any(ends <= group for group in _cases()):
            return True
    return False
