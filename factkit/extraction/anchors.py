"""Finding words again in a text that may have changed, or that they were quoted from with slips.

Words are looked for in three steps, and the first that finds them decides: the exact characters; the same words with
other spaces, quotation marks, dashes or capitals; nearly the same words, aligned from rare ones. A step that finds
them at several places needs the words around them (as in the selectors of the W3C Web Annotation Data Model) to tell
which is meant. Nothing is ever taken for the likeliest place: either one place is it, or a reason says why none is.
"""

import re
import unicodedata
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product, takewhile
from typing import TypeVar

from rapidfuzz.distance import Indel, LCSseq

CONTEXT = 32  # characters kept on either side of an anchored quote
_NEAR = 0.85  # least similarity of words found again
_CLEAR = 0.04  # by how much the best place must be nearer than the next
_AGREES = 0.5  # least similarity of the words around a short quote
_SHORT = 4  # words of a quote that says too little without the words around it
_LONGEST = 10_000  # characters of a quote that is still aligned
_MANY = 1_000  # places of a quote that are looked at
_SEEDS = 12  # words of a quote that are looked up to align it
_COMMON = 100  # places of a word that is still rare enough for that
_TRIED = 8  # places that are aligned
_SHOWN = 120  # characters of the text shown in a reason
_EDGES = 3  # matching stretches at either end of an alignment where the quote may start or end

_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_WORD = re.compile(rf"\w[\w\u0300-\u036f{_INVISIBLE}]*")
_DROPPED = re.compile(f"[{_INVISIBLE}]")

_Part = TypeVar("_Part", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Selector:
    """Words wanted: the exact quote, the text right before and after it, and where it started, as far as known."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where words were found: `text[start:end]`, 1.0 similar where they are the same but for spaces, marks and case."""

    start: int
    end: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Lost:
    """Why words have no place in a text."""

    reason: str


class Searchable:
    """A text with its words and their places, made once for all that is looked for in it."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands."""
        return [found.span() for found in _WORD.finditer(self.text)]

    @cached_property
    def words(self) -> list[str]:
        """The words without case."""
        return [fold(self.text[start:end]) for start, end in self.spans]

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """At which places in `words` each word stands."""
        places: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            places.setdefault(word, []).append(number)
        return places

    @cached_property
    def pairs(self) -> dict[tuple[str, str], list[int]]:
        """At which places in `words` each pair of neighbours stands."""
        places: dict[tuple[str, str], list[int]] = {}
        for number, pair in enumerate(pairwise(self.words)):
            places.setdefault(pair, []).append(number)
        return places


def fold(word: str) -> str:
    """A word without case, joined from its parts, without characters that nobody sees."""
    if word.isascii():
        return word.lower()
    return _DROPPED.sub("", unicodedata.normalize("NFKC", word.casefold()))


def words_of(text: str) -> list[str]:
    """The words of `text` without case, in order."""
    return [fold(found.group()) for found in _WORD.finditer(text)]


def make_selector(text: str, start: int, end: int) -> Selector:
    """What finds `text[start:end]` again: its words, where they start, and the text around them."""
    return Selector(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start)


def find_again(text: Searchable, wanted: Selector) -> Place | Lost:
    """The one place of `wanted` in `text`, or why there is none."""
    if not any(map(str.isalnum, wanted.quote)):
        return Lost("the quote is empty")
    words = words_of(wanted.quote)
    for step in (_exact, _same_words):
        places = step(text, wanted, words)
        if isinstance(places, Lost) or places:
            return places if isinstance(places, Lost) else _choose(text, wanted, words, places)
    if len(words) < _SHORT:
        return Lost("these words don't stand in the text")
    if len(wanted.quote) > _LONGEST:
        return Lost(f"these words don't stand in the text; similar ones are looked for up to {_LONGEST:,} characters")
    return _nearest(text, wanted, words)


# --- the exact words, the same words


def _exact(text: Searchable, wanted: Selector, _: Sequence[str]) -> list[Place] | Lost:
    places: list[Place] = []
    start = text.text.find(wanted.quote)
    while start >= 0:
        if len(places) == _MANY:
            return _too_many()
        places.append(Place(start, start + len(wanted.quote), 1.0))
        start = text.text.find(wanted.quote, start + 1)
    return [place for place in places if not _cuts_words(text.text, place)] or places


def _cuts_words(text: str, place: Place) -> bool:
    """Whether the place starts or ends in the middle of a word."""
    edges = (edge for edge in (place.start, place.end) if 0 < edge < len(text))
    return any(text[edge - 1].isalnum() and text[edge].isalnum() for edge in edges)


def _same_words(text: Searchable, wanted: Selector, words: list[str]) -> list[Place] | Lost:
    count, rarest = min((len(text.positions.get(word, ())), number) for number, word in enumerate(words))
    if count > _MANY:
        return _too_many()
    firsts = (position - rarest for position in text.positions.get(words[rarest], ()))
    matching = [first for first in firsts if first >= 0 and text.words[first : first + len(words)] == words]
    return [_place(text, wanted.quote, first, first + len(words), 1.0) for first in matching]


def _too_many() -> Lost:
    return Lost(f"these words stand in the text more than {_MANY:,} times")


def _place(text: Searchable, quote: str, first: int, stop: int, similarity: float) -> Place:
    """The place of words `first` up to `stop`, with the marks that touch them on a side where the quote has some."""
    start, end = text.spans[first][0], text.spans[stop - 1][1]
    if not quote[0].isalnum():
        start -= _touching(reversed(text.text[max(0, start - 3) : start]))
    if not quote[-1].isalnum():
        end += _touching(iter(text.text[end : end + 3]))
    return Place(start, end, similarity)


def _touching(characters: Iterator[str]) -> int:
    """How many characters come before the first letter, digit or space."""
    return sum(1 for _ in takewhile(lambda character: not character.isalnum() and not character.isspace(), characters))


# --- nearly the same words


def _nearest(text: Searchable, wanted: Selector, words: list[str]) -> Place | Lost:
    aligned = [found for window in _windows(text, words) if (found := _align(text, words, *window)) is not None]
    aligned.sort(key=lambda found: (-found[2], found[0], found[1]))
    if not aligned or aligned[0][2] < _NEAR:
        best = f"; the nearest are {aligned[0][2]:.2f} similar ({_cut(text, aligned[0])})" if aligned else ""
        return Lost(f"these words don't stand in the text{best}")
    top = aligned[0]
    rivals = [top]
    for found in aligned[1:]:
        if top[2] - found[2] < _CLEAR and all(found[1] <= kept[0] or kept[1] <= found[0] for kept in rivals):
            rivals.append(found)
    chosen = _choose(text, wanted, words, [_place(text, wanted.quote, *found) for found in rivals])
    if isinstance(chosen, Lost):
        return chosen
    there = text.text[chosen.start : chosen.end]
    if _digits(wanted.quote) != _digits(there):
        return Lost(f"nearly these words stand at {chosen.start}-{chosen.end}, but with other numbers: {_short(there)}")
    return chosen


def _cut(text: Searchable, found: tuple[int, int, float]) -> str:
    return _short(text.text[text.spans[found[0]][0] : text.spans[found[1] - 1][1]])


def _short(words: str) -> str:
    return repr(words if len(words) <= _SHOWN else words[: _SHOWN - 3] + "...")


def _digits(words: str) -> str:
    """The digits, one after the other: a slip in these is another statement, one in their grouping isn't."""
    return "".join(filter(str.isdecimal, words))


def _windows(text: Searchable, words: list[str]) -> list[tuple[int, int]]:
    """Stretches of the text (in words) in which rare words of the quote stand at about the distances of the quote."""
    offsets = sorted(_offsets(text.positions, words) or _offsets(text.pairs, list(pairwise(words))))
    slack = max(4, len(words) // 4)
    groups: list[list[int]] = []
    for offset in offsets:
        if groups and offset - groups[-1][0] <= slack:
            groups[-1].append(offset)
        else:
            groups.append([offset])
    groups.sort(key=lambda group: (-len(group), group[0]))
    return [(max(0, group[0] - slack), group[-1] + len(words) + slack) for group in groups[:_TRIED]]


def _offsets(places: Mapping[_Part, list[int]], parts: Sequence[_Part]) -> list[int]:
    """Where the quote would start, going by each place of each of its rarest parts."""
    known = sorted((len(places.get(part, ())), number) for number, part in enumerate(parts))
    seeds = [number for count, number in known if 0 < count <= _COMMON][:_SEEDS]
    return [position - number for number in seeds for position in places[parts[number]]]


def _align(text: Searchable, words: list[str], begin: int, stop: int) -> tuple[int, int, float] | None:
    """Where in words `begin` to `stop` of the text the quote fits best, and how similar it is there."""
    window = text.words[begin:stop]
    equal = [block for block in LCSseq.opcodes(words, window) if block.tag == "equal"]
    if not equal:
        return None
    quote = " ".join(words)
    head, tail = equal[:_EDGES], equal[-_EDGES:]
    firsts = {max(0, block.dest_start - shift) for block in head for shift in (0, block.src_start)}
    lasts = {min(len(window), block.dest_end + shift) for block in tail for shift in (0, len(words) - block.src_end)}
    options = [
        (Indel.normalized_similarity(quote, " ".join(window[first:last])), -last, first)
        for first, last in product(sorted(firsts), sorted(lasts))
        if first < last
    ]
    similarity, last, first = max(options)
    return begin + first, begin - last, similarity


# --- which of several


def _choose(text: Searchable, wanted: Selector, words: Sequence[str], places: list[Place]) -> Place | Lost:
    """The one of `places` that the words around it and the old start speak for."""
    if wanted.prefix or wanted.suffix:
        agreeing = [(_agreement(text, wanted, place), place) for place in places]
        if len(words) < _SHORT or len(places) > 1:
            agreeing = [(degree, place) for degree, place in agreeing if degree >= _AGREES]
        if not agreeing:
            return Lost(f"these words stand in the text {_times(len(places))}, but among other words")
        best = max(degree for degree, _ in agreeing)
        places = [place for degree, place in agreeing if degree > best - _CLEAR]
    if len(places) == 1:
        return places[0]
    same_start = [place for place in places if place.start == wanted.start]
    if len(same_start) == 1:
        return same_start[0]
    return Lost(f"these words stand in the text {_times(len(places))}, and nothing around them tells which is meant")


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"


def _agreement(text: Searchable, wanted: Selector, place: Place) -> float:
    """How similar the words around `place` are to those around the quote, 0..1."""
    before = text.text[max(0, place.start - len(wanted.prefix)) : place.start]
    after = text.text[place.end : place.end + len(wanted.suffix)]
    return Indel.normalized_similarity(_sides(wanted.prefix, wanted.suffix), _sides(before, after))


def _sides(before: str, after: str) -> list[tuple[int, str]]:
    """The words around something; those before it are no match for those after it."""
    return [(-1, word) for word in words_of(before)] + [(1, word) for word in words_of(after)]
