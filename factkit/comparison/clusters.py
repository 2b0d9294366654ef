"""Names on their way to entities: which were joined, why, in sentences a reader understands, and what is in doubt."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

# Why names were joined. "{names}" takes all that were joined for the reason, however many.
SAID = "You said that {names} are one."
LISTED = "{names} are listed as names of one body."
SAME_ROLE = "{names} name the same kind of body of the same country."
SAME_WORDS = "{names} say the same of what they are."
SAME_LETTERS = "{names} differ only in case, accents, punctuation or title."
SPELLED = "{names} are spellings of one name."
_SHOWN = 6  # names in a sentence, at most


def listed(names: Iterable[str], *, shown: int = _SHOWN) -> str:
    """Names as English lists them: “A”, “B” and “C”; of very many, the first and how many more there are."""
    quoted = [f"“{name}”" for name in names]
    if len(quoted) > shown:
        quoted[shown - 1 :] = [f"{len(quoted) - shown + 1} more"]
    return " and ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


@dataclass(slots=True)
class Clusters:
    """Which cluster each name is in, why clusters were joined, what was left in doubt; `apart` holds the pairs of names
    that the user keeps apart.
    """

    home: dict[str, str]
    members: dict[str, list[str]]
    reasons: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(dict))
    doubts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    apart: Collection[frozenset[str]] = frozenset()

    def join(self, left: str, right: str, reason: str) -> None:
        """Make one cluster of those of two names; the alphabetically first member leads."""
        first, second = sorted((self.home[left], self.home[right]))
        if first == second:
            return
        for name in self.members[second]:
            self.home[name] = first
        self.members[first] += self.members.pop(second)
        for other, names in (*self.reasons.pop(second, {}).items(), (reason, {left, right})):
            self.reasons[first].setdefault(other, set()).update(names)

    def why(self, leader: str) -> str:
        """The sentences that say why the cluster of `leader` is one; none where it has one name."""
        reasons = self.reasons.get(leader, {})
        return " ".join(reason.replace("{names}", listed(sorted(names))) for reason, names in reasons.items())

    def doubt(self, left: str, right: str) -> None:
        """Note that two names could be one entity's."""
        self.doubts[left].add(right)
        self.doubts[right].add(left)

    def forbidden(self, left: str, right: str) -> bool:
        """Whether the user said that these names, or others of their clusters, are different."""
        return bool(self.apart) and any(
            frozenset((one, two)) in self.apart
            for one in self.members[self.home[left]]
            for two in self.members[self.home[right]]
        )
