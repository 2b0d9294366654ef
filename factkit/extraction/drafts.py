"""An attribution before its words are resolved: ranges of token numbers."""

from dataclasses import dataclass

from factkit.extraction.clauses import Range


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in token numbers. `mask` holds the cue's classes; `after`: the content stood before the cue;
    `inherited`: the source was taken over from the clause before; `passed_on`: whom the source cites; `relay`: who
    carries the source's words (the outlet they were said to); `carried`: it names nobody, but whoever spoke last does."""

    content: tuple[Range, ...]
    source: Range | None
    cue: Range | None
    mask: int
    after: bool = False
    inherited: bool = False
    rule: str = ""
    depth: int = 0
    passed_on: Range | None = None
    relay: Range | None = None
    carried: bool = False

    @property
    def hull(self) -> Range:
        """From the content's first token to one past its last."""
        return self.content[0][0], self.content[-1][1]
