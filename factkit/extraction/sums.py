"""Numbers put together from their words: "two hundred and | three thousand | five", with what room each leaves."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from factkit.extraction.grammar import (
    AND,
    AND_PART,
    ARTICLE,
    BOUND,
    CARDINAL,
    COLLECTIVE,
    DASH,
    DIGITS,
    GLUE,
    HYPHEN,
    LINK,
    PART,
    PART_LINK,
    PAUSE,
    PLURAL,
    POINT,
    SCALE,
    SPACE,
    Atom,
    Entry,
    Grammar,
    Value,
)
from factkit.reading.segments import Tokens

NEAR = GLUE | SPACE | HYPHEN
_TEN = 10
_HUNDRED = 100
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Reading:
    """The text with its atoms."""

    text: str
    tokens: Tokens
    grammar: Grammar
    atoms: list[Atom]

    def gap(self, position: int) -> int:
        """What stands before the atom at `position`."""
        return self.grammar.gap(self.text, self.atoms[position - 1].end, self.atoms[position].start)

    def joined(self, position: int) -> bool:
        """Whether the atom at `position` is written onto the one before."""
        return position < len(self.atoms) and self.atoms[position - 1].end == self.atoms[position].start


def is_one(entry: Entry) -> bool:
    """Whether the word is an article or a pronoun that says one."""
    return entry.kind == CARDINAL and entry.value == 1 and bool(entry.flags & ARTICLE)


class _Term(NamedTuple):
    """A piece of a sum; what is added after it must be less than `room`."""

    value: Value
    room: Value


class Sum:
    """A number in the making: terms from great to small, each with the room left under it."""

    def __init__(self, grammar: Grammar, *, ahead: bool = False) -> None:
        self.grammar = grammar
        self.ahead = ahead  # only looking ahead: don't look further from here
        self.terms: list[_Term] = []
        self.begins = 0  # the flags of the first word
        self.times: Value | None = None
        self.scale: Value = 1
        self.scaled = False

    def value(self) -> Value:
        """The sum so far."""
        return sum((term.value for term in self.terms), start=0)

    def take(self, reading: Reading, position: int, gap: int) -> int:
        """How many atoms from `position` on now belong to the number: 0 if none does."""
        entry = reading.atoms[position].entry
        if gap & POINT and self.terms and self._at_point(reading, position):
            return self._decimals(reading, position)
        if entry.kind == CARDINAL:
            return int(self._add(reading, position, gap))
        if entry.kind == SCALE:
            return int(self._multiply(reading, position, gap))
        return int(entry.kind == PART and self._add_part(entry, gap))

    def _add(self, reading: Reading, position: int, gap: int) -> bool:
        entry = reading.atoms[position].entry
        value, terms = entry.value, self.terms
        room = 0 if entry.flags & DIGITS else _room(value)
        if not terms:
            terms.append(_Term(value, room))
            self.begins = entry.flags
            return True
        last = terms[-1]
        if entry.flags & DIGITS:
            if not _continues(reading, position, last, gap):
                return False
        elif gap == DASH and last.room == _TEN and 0 < value < _TEN:  # "fifty - two"
            terms.append(_Term(value, room))
            return True
        elif entry.flags & ARTICLE and gap & SPACE and last.room >= _THOUSAND and self.begins & DIGITS:
            return False  # "158 millions | un an"
        elif not gap & NEAR and not (gap & (AND | PAUSE) and self._goes_on(reading, position, gap)):
            return False
        elif self.grammar.section.spoken and gap & SPACE and _is_spoken(reading, position, terms):
            terms[-1] = _Term(last.value * 100 + value, room)
            return True
        elif last.value == 0 and len(terms) == 1 and gap & SPACE and value < 10:
            terms[-1] = _Term(value, room)
            return True
        elif gap & AND and self.grammar.section.inverted and last.value < 10 <= value < 100:
            terms[-1] = _Term(last.value + value, 1)
            return True
        elif gap & AND and not gap & NEAR and last.room > self.grammar.section.and_after:
            return False
        if not 0 < value < last.room:
            return False
        terms.append(_Term(value, room))
        self.times = None
        return True

    def _goes_on(self, reading: Reading, position: int, gap: int, *, least: int = 0) -> bool:
        """Whether the words after "and" or a comma go on with this: "two thousand, | three hundred and five"."""
        before, last = reading.atoms[position - 1].entry, self.terms[-1]
        if gap & AND and last.room < 1000:
            return True
        if self.ahead or before.kind != SCALE or before.flags & COLLECTIVE or last.value % last.room:
            return False
        rest, stop = Sum(self.grammar, ahead=True), position
        while stop < len(reading.atoms):
            between = reading.gap(stop) if stop > position else GLUE
            words = not reading.atoms[stop].entry.flags & (DIGITS | COLLECTIVE)
            if not (between and words and rest.take(reading, stop, between)):
                break
            stop += 1
        return least <= rest.value() < last.room and (rest.scaled or bool(gap & AND))

    def _multiply(self, reading: Reading, position: int, gap: int) -> bool:
        entry, terms = reading.atoms[position].entry, self.terms
        scale = entry.value
        if not terms:
            start = reading.atoms[position].start
            behind = reading.text[max(0, start - 2) : start]  # digits that are no number: "G7 million"
            if entry.flags & BOUND or (behind[-1:].isspace() and behind[0].isdigit()):
                return False
            self._push(scale, scale)
            return True
        last = reading.atoms[position - 1].entry
        if gap & (AND | PAUSE) and self._adds_scale(reading, position, gap):
            self._push(scale, scale)
            return True
        if not gap & (NEAR | LINK | (PART_LINK if last.kind != CARDINAL else 0)):
            return False
        if is_one(last) and len(terms) == 1 and entry.flags & PLURAL and gap & LINK:
            return False  # "una de mii"
        kept = list(terms)
        times: Value = 0
        while kept and (kept[-1].room < scale or entry.flags & COLLECTIVE):
            times += kept.pop().value
        if len(kept) == len(terms):
            if entry.flags & (BOUND | PLURAL | COLLECTIVE) or scale >= kept[-1].room:
                return False
            kept.append(_Term(scale, scale))
            self.terms, self.times, self.scaled = kept, None, True
            return True
        if kept and times * scale >= kept[-1].room:
            return False
        self.times, self.scale = (None, 1) if kept else (times, scale)
        self.terms = kept
        self._push(times * scale, scale)
        return True

    def _adds_scale(self, reading: Reading, position: int, gap: int) -> bool:
        """Whether a scale word without a number before it goes on: "quattro milioni e | centomila"."""
        entry, room = reading.atoms[position].entry, self.terms[-1].room
        if entry.flags & (BOUND | PLURAL | COLLECTIVE) or not entry.value < room <= self.grammar.section.and_after:
            return False
        # After a comma a mere hundred is a number of its own: "due milioni, cento feriti".
        return self._goes_on(reading, position, gap, least=1000 if gap & PAUSE else 0)

    def _push(self, value: Value, room: Value) -> None:
        self.terms.append(_Term(value, room))
        self.scaled = True

    def _add_part(self, entry: Entry, gap: int) -> bool:
        if not self.terms:
            self.terms.append(_Term(entry.value, 0))
            return True
        last = self.terms[-1]
        joined = gap & (AND_PART | POINT | GLUE) or (entry.flags & DIGITS and gap & (SPACE | HYPHEN))
        if not joined or last.value != int(last.value):
            return False
        # "a million and a half" is half a million more; after a decimal point a hundredth is one.
        scaled = self.scaled and len(self.terms) == 1 and last.room >= 1000 and not gap & POINT
        unit = last.room if scaled else 1
        self.terms.append(_Term(entry.value * (unit if last.value >= 0 else -unit), 0))
        self.times = None
        return True

    def _at_point(self, reading: Reading, position: int) -> bool:
        """Whether a point word here is a decimal point: "one point five", not "at one point five people"."""
        before, entry = reading.atoms[position - 1], reading.atoms[position].entry
        words_only = entry.kind == SCALE and entry.value < _HUNDRED  # "quatre-vingt"
        if not (entry.kind == CARDINAL or words_only) or self.value() != int(self.value()):
            return False
        if not before.entry.flags & ARTICLE or len(self.terms) > 1:
            return True
        after = position + 1
        if after < len(reading.atoms) and reading.atoms[after].entry.kind == SCALE and reading.gap(after) & SPACE:
            return True
        return not reading.text[max(0, before.start - 4) : before.start].rstrip()[-1:].isalnum()

    def _two_digits(self, reading: Reading, position: int) -> tuple[int, int]:
        """The number from 10 to 99 in words from `position` on, and where it ends; 0 where there is none."""
        rest, stop, value = Sum(self.grammar, ahead=True), position, 0
        while stop < len(reading.atoms) and not reading.atoms[stop].entry.flags & DIGITS:
            gap = reading.gap(stop) if stop > position else GLUE
            taken = rest.take(reading, stop, gap) if gap & (NEAR | AND) else 0
            if not taken or rest.value() != int(rest.value()) or rest.value() >= _HUNDRED:
                break
            stop, value = stop + taken, int(rest.value())
        return (value, stop) if value >= _TEN and reading.atoms[position].entry.value else (0, stop)

    def _decimals(self, reading: Reading, position: int) -> int:
        atoms, stop = reading.atoms, position + 1
        digits = str(atoms[position].entry.value)
        two, after = self._two_digits(reading, position)
        if two:  # "point twenty-five"
            digits, stop = str(two), after
        while len(digits) == stop - position and stop < len(atoms):
            entry = atoms[stop].entry
            single = entry.kind == CARDINAL and entry.value < 10 and not entry.flags & DIGITS
            if not (single and reading.gap(stop) & (SPACE | GLUE)):
                break
            digits += str(entry.value)
            stop += 1
        if not digits.isdigit():
            return 0
        self.terms = [_Term(Decimal(f"{self.value()}.{digits}"), 0)]
        self.times = None
        return stop - position


def _is_spoken(reading: Reading, position: int, terms: list[_Term]) -> bool:
    """Whether "twenty" at `position` has ones before and after it: "one | twenty-two" is 122."""
    tens, after = reading.atoms[position].entry.value, position + 1
    if len(terms) > 1 or not (0 < terms[0].value < 10 and 20 <= tens < 100 and tens % 10 == 0):
        return False
    if after >= len(reading.atoms) or not reading.gap(after) & (SPACE | HYPHEN):
        return False
    ones = reading.atoms[after]
    single = ones.entry.kind == CARDINAL and ones.entry.value < 10 and not ones.entry.flags & DIGITS
    return single and reading.text[ones.end : ones.end + 1] not in ("-", "‑")


def _room(value: Value) -> Value:
    """The largest power of ten in `value`: what may be added to it must be less."""
    if value != int(value) or not value:
        return 0
    whole, room = int(value), 1
    while whole % 10 == 0:
        whole, room = whole // 10, room * 10
    return room


def _continues(reading: Reading, position: int, last: _Term, gap: int) -> bool:
    """Whether digits after a number in words go on with it: "1만 5천", "1 млн 200 тыс.", "treinta y 3"."""
    before, entry = reading.atoms[position - 1].entry, reading.atoms[position].entry
    if before.kind == CARDINAL:
        return not before.flags & DIGITS and last.room == 10 and entry.value < 10 and bool(gap & (NEAR | AND))
    if not gap & NEAR:
        return False
    if reading.grammar.section.glued or (reading.grammar.section.mixed and gap & SPACE and entry.value < last.room):
        return True
    after = position + 1
    return (
        after < len(reading.atoms)
        and reading.atoms[after].entry.kind == SCALE
        and bool(reading.gap(after) & (NEAR | LINK))
        and reading.atoms[after].entry.value < last.room
    )
