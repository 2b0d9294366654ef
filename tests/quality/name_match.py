"""When two names or values count as the same in scoring: one place for both scorers."""

import math
import unicodedata
from collections.abc import Callable

from rapidfuzz import fuzz

_ARTICLES = frozenset("the le la les l el der die das".split())
_NEAR = 80.0


def missing(value: object) -> bool:
    """None, an empty string or NaN."""
    return value is None or value == "" or (isinstance(value, float) and math.isnan(value))


def fold(name: str) -> str:
    """A name without case, accents, punctuation and articles."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return " ".join(word for word in unicodedata.normalize("NFC", kept).split() if word not in _ARTICLES)


def names_match(left: object, right: object) -> bool:
    """Folded, one holds the other, or they are nearly the same; a missing one matches only a missing one."""
    if missing(left) or missing(right):
        return missing(left) and missing(right)
    a, b = fold(str(left)), fold(str(right))
    return bool(a and b) and (a in b or b in a or fuzz.token_sort_ratio(a, b) >= _NEAR)


def any_right(wanted: object, found: object, same: Callable[[object, object], bool]) -> bool:
    """Whether `found` is what is wanted, or any of it where that is a list."""
    options = wanted if isinstance(wanted, list) else [wanted]
    return any(same(option, found) for option in options)
