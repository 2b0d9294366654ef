"""Every number expression of a text, in digits, words or both, with what it states: a value, a range, or neither.

One grammar serves all languages; the words and the conventions are the packs' [numbers].
"""

import re
from bisect import bisect_left, bisect_right
from decimal import Decimal
from typing import NamedTuple

from factkit.extraction.grammar import (
    ARTICLE,
    BOUND,
    CARDINAL,
    CURRENCIES,
    DASH,
    DIGITS,
    GLUE,
    PART,
    PART_LINK,
    PLURAL,
    SCALE,
    VAGUE,
    Atom,
    Value,
    atoms_of,
    between_numbers,
    grammar_of,
    number_words,
)
from factkit.extraction.parts import join_parts
from factkit.extraction.ratios import join_ratios
from factkit.extraction.sums import NEAR, Reading, Sum, is_one
from factkit.languages import LanguagePack, load_pack
from factkit.reading.segments import Tokens, lower, tokenize

_TEN = 10
_PERCENT = re.compile("[ \u00a0\u202f]?[%％]")
_UNIT = re.compile("[ \u00a0\u202f][^\\W\\d_]+\\.?")
_JOINTS = frozenset(" \u00a0-‐‑")
_UNIT_LETTERS = 32  # characters of a unit looked at
_UNIT_WORDS = 2  # "percentage points", "de euro"
_SEVERAL = 2
_LEAST_SHARED = 10  # the smallest scale that both ends of a range can share: "two to three dozen"


class Number(NamedTuple):
    """A number expression at `text[start:end]`, tokens `first_token` up to (not including) `stop_token`.

    One number has `value`; a range `low` and `high`, and its ends as `parts`; a vague one ("several hundred") nothing.
    `kind` is "digits" (maybe with scale words), "words", "article" (a lone word that may be an article or a pronoun:
    "one", "un"), "fraction" ("half", "two thirds", "3/4"), "ratio" ("one in five", from `ratios`), "vague" ("dozens")
    or "quantifier" ("several" alone).
    """

    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    kind: str = "digits"
    first_token: int = 0
    stop_token: int = 0
    parts: tuple["Number", ...] = ()


def read_numbers(text: str, language: str) -> list[Number]:
    """Every number expression in `text`, whatever it counts, in order; `language` is an ISO 639-1 code with a pack.

    Each has `start` and `end` (`text[start:end]` is the expression), `value`, or `low` and `high` where a range is
    stated ("300 to 400"); a vague one ("several hundred") has none of them. What bounds a number ("at least") is for
    `extract` to read.
    """
    pack = load_pack(language)
    return join_ratios(text, find_numbers(text, tokenize(text, pack), pack), pack)


def find_numbers(text: str, tokens: Tokens, pack: LanguagePack, sorts: bytes | None = None) -> list[Number]:
    """Every number expression in `text`, whose tokens are `tokens`, in order and without overlaps. `sorts` are those of
    the tokens as number words, if at hand.
    """
    grammar = grammar_of(pack)
    if sorts is None:
        sorts = bytes(map(number_words(pack).__getitem__, tokens.words))
    atoms = join_parts(text, atoms_of(text, tokens, grammar, sorts), tokens, grammar)
    reading = Reading(text, tokens, grammar, atoms)
    numbers: list[Number] = []
    position = 0
    while position < len(atoms):
        found = _range(reading, position)
        if found is None:
            position += 1
            continue
        number, position = found
        if position < len(atoms) and text.startswith(" (", number.end):
            repeat = _range(reading, position)
            if repeat is not None and _repeats(text, number, repeat[0]):
                number = number._replace(end=repeat[0].end + 1, stop_token=repeat[0].stop_token + 1)
                position = repeat[1]
        numbers.append(number)
    return numbers


def _repeats(text: str, number: Number, other: Number) -> bool:
    """Whether `other` says `number` again in brackets: "forty-five (45)"."""
    inside = other.start == number.end + 2 and text[other.end : other.end + 1] == ")"
    return inside and number.value is not None and number.value == other.value


class _Expression(NamedTuple):
    """A single number made of atoms `first` up to `stop`; `times` of `scale` where it ends in a scale word."""

    first: int
    stop: int
    start: int
    value: Value | None
    times: Value | None = None
    scale: Value = 1
    scaled: bool = False


def _range(reading: Reading, position: int) -> tuple[Number, int] | None:
    """The number that begins with the atom at `position`, with the other end if it is a range, and where to go on."""
    left = _single(reading, position)
    if left is None:
        return None
    right = _other_end(reading, left)
    right = _whole_scale(reading, right) if right else None
    if right is None or left.value is None or right.value is None:
        return _number(reading, left), left.stop
    low: Value = left.value
    if right.times is not None and right.scale >= _LEAST_SHARED and not left.scaled and low < right.times:
        low = Decimal(low) * right.scale
    elif _falls(reading, left, right):
        return _number(reading, left)._replace(value=float(low * right.scale)), left.stop
    if low >= right.value:
        return _number(reading, left), left.stop
    first, second = _number(reading, left)._replace(value=float(low)), _number(reading, right)
    whole = first._replace(
        end=second.end,
        value=None,
        low=first.value,
        high=second.value,
        kind="words" if first.kind == "article" else first.kind,
        stop_token=second.stop_token,
        parts=(first, second),
    )
    return whole, right.stop


def _whole_scale(reading: Reading, right: _Expression) -> _Expression:
    """`right` with all its scale words as one, where nothing but such follow its digits: "2~3백만" are millions."""
    first, *scales = reading.atoms[right.first : right.stop]
    if len(scales) < _SEVERAL or not first.entry.flags & DIGITS or not right.value or not first.entry.value:
        return right
    if any(atom.entry.kind != SCALE for atom in scales):
        return right
    return right._replace(times=first.entry.value, scale=Decimal(right.value) / Decimal(first.entry.value))


def _falls(reading: Reading, left: _Expression, right: _Expression) -> bool:
    """Whether something falls from `left` to `right` and both share a scale: "from 5 to 4.8 million"."""
    if left.value is None or right.times is None or right.scale < _LEAST_SHARED or left.scaled:
        return False
    start, end = reading.atoms[left.stop - 1].end, reading.atoms[right.first].start
    near = right.times <= left.value < _TEN * right.times
    return near and reading.grammar.opens_range(reading.text, left.start, between_numbers(reading.text, start, end))


def _other_end(reading: Reading, left: _Expression) -> _Expression | None:
    atoms, text = reading.atoms, reading.text
    if left.stop >= len(atoms) or left.value is None:
        return None
    other = left.stop
    if other + 1 < len(atoms) and is_one(atoms[other].entry) and atoms[other + 1].entry.flags & DIGITS:
        other += 1  # "entre un 10 y | un 15 %"
    start, end = atoms[left.stop - 1].end, atoms[other].start
    joint, unit = reading.grammar.joins_range(text, left.start, start, end), ""
    if not joint and end - start > 1:
        joint, unit = _after_unit(reading, left.start, start, end)
    if start == end and left.value + 1 == atoms[other].entry.value < 10:
        return _single(reading, other)  # "두세"
    if not joint:
        return None
    both = atoms[left.stop - 1].entry.flags & atoms[other].entry.flags & DIGITS
    dated = left.start > 1 and text[left.start - 1] in "-‐‑–/" and text[left.start - 2].isdigit()
    if joint & DASH and ((" " in text[start:end] and not both) or dated):
        return None
    right = _single(reading, other)
    if right is not None and _PERCENT.match(text, start) and not _PERCENT.match(text, atoms[right.stop - 1].end):
        return None  # "up 3% to 45.6"
    if right is not None and _unlike(reading, left.start, atoms[right.stop - 1].end):
        return None  # "up $1.07 or 1.6 percent"
    if right is not None and _counts_others(reading, start, atoms[right.stop - 1].end):
        return None
    if right is not None and unit and not _says(text, atoms[right.stop - 1].end, unit):
        return None
    return right


def _after_unit(reading: Reading, left: int, start: int, end: int) -> tuple[int, str]:
    """What joins a range behind a unit that its lower end has, too, and that unit: "20 | percent | to 30 percent"."""
    unit = _UNIT.match(reading.text, start, end)
    for _ in range(_UNIT_WORDS):
        if unit is None:
            break
        stop = unit.end()
        joint = reading.grammar.joins_range(reading.text, left, stop, end)
        if joint:
            return joint, reading.text[start:stop]
        unit = _UNIT.match(reading.text, stop, end)
    return 0, ""


def _unlike(reading: Reading, left: int, end: int) -> bool:
    """Whether the number that begins at `left` is money and the one that ends at `end` a percentage."""
    percent, text = reading.grammar.percent, reading.text
    money = text[left - 1 : left] in CURRENCIES if left else False
    return money and percent is not None and percent.match(text, end) is not None


def _counts_others(reading: Reading, left: int, right: int) -> bool:
    """Whether the numbers that end at `left` and `right` have different counters: "두 척에서 30명"."""
    unit, text = reading.grammar.unit, reading.text
    one, other = (unit.match(text, end) if unit else None for end in (left, right))
    return one is not None and other is not None and one[0].strip() != other[0].strip()


def _says(text: str, start: int, unit: str) -> bool:
    """Whether the text goes on with the whole word `unit` at `start`."""
    stop = start + len(unit)
    return text.startswith(unit, start) and not text[stop : stop + 1].isalpha()


def _number(reading: Reading, found: _Expression) -> Number:
    atoms, tokens = reading.atoms[found.first : found.stop], reading.tokens
    end = atoms[-1].end
    first = bisect_right(tokens.starts, found.start) - 1
    stop = bisect_left(tokens.starts, end)
    value = None if found.value is None else float(found.value)
    return Number(found.start, end, value, None, None, _kind(found, atoms), first, stop)


def _kind(found: _Expression, atoms: list[Atom]) -> str:
    kinds, flags = {atom.entry.kind for atom in atoms}, 0
    for atom in atoms:
        flags |= atom.entry.flags
    if found.value is None:
        return "quantifier" if kinds == {VAGUE} else "vague"
    if kinds == {PART} and -1 < found.value < 1:
        return "fraction"
    if flags & DIGITS:
        return "digits"
    return "article" if len(atoms) == 1 and flags & ARTICLE else "words"


def _single(reading: Reading, position: int) -> _Expression | None:
    """The longest single number from the atom at `position`, with its sign."""
    entry = reading.atoms[position].entry
    if entry.kind == VAGUE or entry.flags & PLURAL:
        return _vague(reading, position)
    if entry.kind == CARDINAL and (position + 1 == len(reading.atoms) or not reading.gap(position + 1)):
        start, value = _signed(reading, position, 0 + entry.value)
        return _Expression(position, position + 1, start, value)
    total = Sum(reading.grammar)
    stop = position
    while stop < len(reading.atoms):
        gap = reading.gap(stop) if stop > position else GLUE
        taken = total.take(reading, stop, gap) if gap else 0
        if not taken:
            break
        stop += taken
    if stop == position:
        return None
    if stop == position + 1 and entry.kind == PART and entry.flags & BOUND and not _of_a_unit(reading, position):
        return None
    start, value = _signed(reading, position, total.value())
    return _Expression(position, stop, start, value, total.times, total.scale, total.scaled)


def _of_a_unit(reading: Reading, position: int) -> bool:
    """Whether a percentage or a point follows the atom, of which it is a part: "medio | punto"."""
    halved, end = reading.grammar.halved, reading.atoms[position].end
    return (
        halved is not None
        and reading.text[end : end + 1] in _JOINTS
        and halved.match(lower(reading.text[end + 1 : end + _UNIT_LETTERS])) is not None
    )


def _vague(reading: Reading, position: int) -> _Expression:
    """A vague amount: "several hundred", "tens of thousands", "dozens"."""
    stop = position + 1
    while stop < len(reading.atoms):
        entry = reading.atoms[stop].entry
        round_one = entry.kind == CARDINAL and entry.value == _TEN and reading.joined(stop + 1)  # "Zehn|tausend"
        if not (entry.kind == SCALE or round_one) or not reading.gap(stop) & (NEAR | PART_LINK):
            break
        stop += 1
    return _Expression(position, stop, reading.atoms[position].start, None)


def _signed(reading: Reading, position: int, value: Value) -> tuple[int, Value]:
    """Where the number begins with its "minus" or leading "point", and its value with them."""
    start, tokens, grammar = reading.atoms[position].start, reading.tokens, reading.grammar
    if not (grammar.minus or grammar.points):
        return start, value
    before = bisect_left(tokens.starts, start) - 1
    if before < 0 or start - tokens.ends[before] != 1:
        return start, value
    word, begin = tokens.words[before], tokens.starts[before]
    if word in grammar.minus:
        lead = reading.text[max(0, begin - 24) : start - 1].lower()
        if not any(lead.endswith(phrase) for phrase in grammar.not_minus):
            return begin, -value
    # "point 77" is a number only where nothing goes before; "at that point 77 people" has none.
    opens = before == 0 or not tokens.words[before - 1][0].isalnum()
    if word in grammar.points and opens and value == int(value):
        written = reading.text[start : reading.atoms[position].end]
        return begin, Decimal(f"0.{written if written.isdecimal() else int(value)}")
    return start, value
