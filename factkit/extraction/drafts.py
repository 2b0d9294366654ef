"""An attribution before its words are resolved: ranges of token numbers; and which one stands inside which."""

from collections.abc import Sequence
from typing import NamedTuple

from factkit.extraction.clauses import Range


class Draft(NamedTuple):
    """An attribution in token numbers. `mask` holds the cue's classes; `after`: the content stood before the cue;
    `inherited`: the source was taken over from the clause before; `passed_on`: whom the source cites, `beyond`: whom
    those cite in turn; `relay`: who
    carries the source's words (the outlet they were said to); `carried`: it names nobody,
    but whoever spoke last does."""

    content: tuple[Range, ...]
    source: Range | None
    cue: Range | None
    mask: int
    after: bool = False
    inherited: bool = False
    rule: str = ""
    depth: int = 0
    passed_on: Range | None = None
    beyond: tuple[Range, ...] = ()
    relay: Range | None = None
    carried: bool = False

    @property
    def hull(self) -> Range:
        """From the content's first token to one past its last."""
        return self.content[0][0], self.content[-1][1]


_DEEPEST = 24  # open contents looked at for a parent: claims are nested a few deep, whatever a text chains together


def find_parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft (sorted by hull) the innermost one whose content holds its cue and its content."""
    parents: list[int | None] = []
    stack: list[tuple[int, int]] = []  # where each open content stops, and whose it is
    for number, draft in enumerate(drafts):
        hull = draft.hull
        while stack and stack[-1][0] <= hull[0]:
            stack.pop()
        parents.append(_holder(drafts, stack, draft.cue or hull, hull) if stack else None)
        stack.append((hull[1], number))
    return parents


def _holder(drafts: Sequence[Draft], stack: list[tuple[int, int]], cue: Range, hull: Range) -> int | None:
    for _, number in stack[: -_DEEPEST - 1 : -1]:
        if _holds(drafts[number], cue) and _holds(drafts[number], hull):
            return number
    return None


def _holds(draft: Draft, piece: Range) -> bool:
    within = any(first <= piece[0] and piece[1] <= stop for first, stop in draft.content)
    return within and draft.hull != piece and not (draft.cue and piece[0] <= draft.cue[0] < piece[1])
