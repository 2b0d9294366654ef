"""One estimate as a plain record, read for checking."""

from collections.abc import Hashable
from dataclasses import dataclass

from factkit.comparison.things import NO_DAY

MINUTES = 24 * 60
RECALLED = 7  # days between the day a figure holds for and its publication that make it a recalled one
_BOUNDS = {
    "at_least": "floor", "more_than": "floor", "up_to": "ceiling", "less_than": "ceiling", "nearly": "ceiling",
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """One row of the estimates table, read for checking; days and minutes count from 1970, codes of 0 are unknown.

    thing: measure, unit, noun and group, equal for figures of the same thing. group: nation, kind, part and place.
    where: the place as the text names it. topic: what an amount or percentage is of. counted: who or what, in its
    words. said: the measure in words, with a space before it. story: the articles of one event. window: first and last
    day that the figure holds for. past: whether the article has it beside a newer one.
    """

    number: int
    figure_id: str
    claim_id: str | None
    article_id: str
    story: int
    outlet: str
    published: str
    language: str
    start: int
    text: str
    measure: str
    relation: str
    role: str
    modality: str
    claim_modality: str
    point: float
    low: float
    high: float
    day: int
    stamp: int
    origin: int
    origin_name: str
    speaker: int
    thing: tuple[Hashable, ...]
    group: tuple[int, int, int, int]
    unit: str
    topic: str
    noun: int
    named: bool
    specific: bool
    dated: bool
    as_of: str
    where: str
    counted: str
    said: str
    window: tuple[int, int]
    past: bool = False
    anybody: bool = False

    @property
    def bound(self) -> str:
        """The kind of bound: exact, about, floor, ceiling, between or vague."""
        return _BOUNDS.get(self.relation, self.relation)

    @property
    def recalled(self) -> bool:
        """Whether the text tells the figure as one of before, or dates it to more than a week before publication."""
        return self.past or self.long_ago

    @property
    def long_ago(self) -> bool:
        """Whether the text itself dates the figure to more than a week before its publication."""
        return self.dated and self.stamp != NO_DAY and self.stamp // MINUTES - self.window[1] > RECALLED

    @property
    def told(self) -> bool:
        """Whether the figure is told as counted, and not as what may be or is expected."""
        return self.modality == "asserted"

    @property
    def saying(self) -> str:
        """The bound in words, as the object of a sentence: says “at least”, gives the bare number."""
        return "gives the bare number" if self.relation == "exact" else f"says “{self.relation.replace('_', ' ')}”"

    @property
    def saying_of_several(self) -> str:
        """As `saying`, of more than one: say “at least”, give the bare number."""
        return "give the bare number" if self.relation == "exact" else f"say “{self.relation.replace('_', ' ')}”"

    @property
    def part(self) -> int:
        """The code of a group that is part of a larger one, 0 for the whole."""
        return self.group[2]

    def __str__(self) -> str:
        as_of = f" as of {self.as_of}" if self.dated else ""
        return f"“{self.text}”{self.said}{as_of} ({self.outlet}, {self.published})"
