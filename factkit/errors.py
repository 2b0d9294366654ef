"""What factkit raises: one error with kinds, each message naming what is wrong, where, and what would be right."""

from collections.abc import Iterable
from difflib import get_close_matches


class FactkitError(ValueError):
    """Anything factkit refuses. Catch this one to catch them all."""


class ReadError(FactkitError):
    """A source that can't be read as articles."""


class TableError(FactkitError):
    """A table whose columns, types, ids or offsets don't fit the contract."""


class PackError(FactkitError):
    """A language pack or other data file with a wrong key or value."""


_LISTED = 40  # options that a message lists; more only hide what it says


def closest(word: str, options: Iterable[str]) -> str:
    """' Did you mean 'x'?' where one of `options` is near `word`, else a list of what there is, if it isn't long."""
    known = sorted(options)
    near = get_close_matches(word, known, n=1)
    if near:
        return f" Did you mean {near[0]!r}?"
    return f" Known: {', '.join(known)}." if len(known) <= _LISTED else ""
