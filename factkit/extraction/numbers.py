"""Every number expression of a text, in digits, words or both, with what it states: a value, a range, or neither.

One grammar serves all languages; the words and the conventions are the packs' [numbers].
"""

import re
from bisect import bisect_left, bisect_right
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
    CURRENCIES,
    DASH,
    DENOMINATOR,
    DIGITS,
    GLUE,
    HYPHEN,
    IGNORED,
    LINK,
    ORDINAL,
    OVER,
    PART,
    PART_LINK,
    PARTS,
    PAUSE,
    PLURAL,
    POINT,
    SCALE,
    SPACE,
    SPAN,
    VAGUE,
    Atom,
    Entry,
    Grammar,
    Value,
    atoms_of,
    between_numbers,
    grammar_of,
    number_words,
)
from factkit.languages import LanguagePack, load_pack
from factkit.reading.segments import Tokens, tokenize

_NEAR = GLUE | SPACE | HYPHEN
_TEN = 10  # from here on a number before "fifth" makes an ordinal
_TENS = 20
_HUNDRED = 100
_THOUSAND = 1000
_PERCENT = re.compile("[ \u00a0\u202f]?[%％]")
_UNIT = re.compile("[ \u00a0\u202f][^\\W\\d_]+\\.?")
_UNIT_WORDS = 2  # "percentage points", "de euro"
_NUMERATOR = 12  # number words above a denominator at most
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
    return find_numbers(text, tokenize(text, pack), pack)


def find_numbers(text: str, tokens: Tokens, pack: LanguagePack, sorts: bytes | None = None) -> list[Number]:
    """Every number expression in `text`, whose tokens are `tokens`, in order and without overlaps. `sorts` are those of
    the tokens as number words, if at hand.
    """
    grammar = grammar_of(pack)
    if sorts is None:
        sorts = bytes(map(number_words(pack).__getitem__, tokens.words))
    atoms = _fractions(text, atoms_of(text, tokens, grammar, sorts), tokens, grammar)
    reading = _Reading(text, tokens, grammar, atoms)
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


@dataclass(frozen=True, slots=True)
class _Reading:
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


class _Expression(NamedTuple):
    """A single number made of atoms `first` up to `stop`; `times` of `scale` where it ends in a scale word."""

    first: int
    stop: int
    start: int
    value: Value | None
    times: Value | None = None
    scale: Value = 1
    scaled: bool = False


def _fractions(text: str, atoms: list[Atom], tokens: Tokens, grammar: Grammar) -> list[Atom]:
    """The atoms with "two thirds" and "a third" made one, and "a" before a scale taken in as one."""
    result: list[Atom] = []
    for place, atom in enumerate(atoms):
        start, end, entry = atom
        if place + 1 < len(atoms) and atoms[place + 1].start == start:
            continue  # the longer phrase comes next: "quinceava", "quinceava parte"
        if result and start < result[-1].end:  # a phrase and one of its words: "ein paar"
            if end > result[-1].end:
                result[-1] = atom
            continue
        gap = grammar.gap(text, result[-1].end, start) if result else 0
        if entry.kind == IGNORED:
            result.append(atom)
            continue
        if entry.kind == ORDINAL:
            if gap & (_NEAR | AND) and result[-1].entry.value >= _TENS:
                _drop_ordinal(text, result, grammar)
            continue
        if entry.kind == SPAN:
            ends = ((start, start + 1, entry.value), (start + 1, end, entry.value + 1))
            result += [Atom(first, stop, Entry(CARDINAL, value)) for first, stop, value in ends]
            continue
        hyphenated = gap & HYPHEN and entry.kind == SCALE  # "200-тысячных"
        parts = entry.kind == DENOMINATOR and bool(entry.flags & PARTS)
        ordinal = entry.kind == DENOMINATOR and not parts
        if ordinal and gap & (_NEAR | AND) and _hundreds(result[-1].entry) and entry.value < _HUNDRED:
            _drop_ordinal(text, result, grammar)
            continue
        above_kinds = (CARDINAL, SCALE) if parts else (CARDINAL,)
        if entry.denominator is not None and gap & _NEAR and not hyphenated and result[-1].entry.kind in above_kinds:
            if result[-1].entry.value >= _TEN > entry.denominator and ordinal:
                _drop_ordinal(text, result, grammar)
                continue
            above = _words_above(text, result, tokens, grammar) if parts else None
            above = above or _numerator(text, result, entry.denominator, grammar)
            part = Decimal(above.entry.value) / entry.denominator
            start = above.start
            if result and _is_one(result[-1].entry) and grammar.gap(text, result[-1].end, start) & SPACE:
                start = result.pop().start  # "eine Dreiviertelmillion"
            result.append(Atom(start, end, Entry(PART, part, above.entry.flags & DIGITS)))
            continue
        if gap & OVER and entry.kind == CARDINAL and entry.value and result[-1].entry.value:
            below = result.pop()
            part = Decimal(entry.value) / below.entry.value
            result.append(Atom(below.start, end, Entry(PART, part, below.entry.flags & DIGITS)))
            continue
        begin = _indefinite(start, entry, tokens, grammar)
        if entry.kind == DENOMINATOR:
            behind = parts and bool(gap & AND_PART) and result[-1].entry.kind in (CARDINAL, SCALE)
            if begin is not None or behind or _of_a_scale(text, atoms, place, grammar):
                result.append(Atom(start if begin is None else begin, end, Entry(PART, 1 / Decimal(entry.value))))
            continue
        if begin is not None and not gap & (PART_LINK | AND_PART) and entry.kind == SCALE:
            result.append(Atom(begin, start - 1, Entry(CARDINAL, 1, ARTICLE)))
        elif begin is not None and entry.kind == PART and not gap & AND_PART:
            start = begin
        elif entry.kind == PART and gap & SPACE and _is_one(result[-1].entry):
            start = result.pop().start  # "eine halbe Million"
        result.append(Atom(start, end, entry))
    return [atom for atom in result if atom.entry.kind != IGNORED]


def _numerator(text: str, atoms: list[Atom], denominator: Value, grammar: Grammar) -> Atom:
    """The last atom, taken away, with the tens before it: "twenty-five hundredths"."""
    above = atoms.pop()
    tens = atoms[-1] if atoms else above
    ones = 0 < above.entry.value < _TEN < denominator and not (above.entry.flags | tens.entry.flags) & DIGITS
    if not ones or not _is_tens(tens.entry) or not grammar.gap(text, tens.end, above.start) & (_NEAR | AND):
        return above
    atoms.pop()
    return Atom(tens.start, above.end, above.entry._replace(value=tens.entry.value + above.entry.value))


def _words_above(text: str, atoms: list[Atom], tokens: Tokens, grammar: Grammar) -> Atom | None:
    """All the number words right before a denominator that no ordinal has, made one and taken away: "thirty-five
    fifths", "two hundred thousandths". After an "and" that doesn't join tens and ones ("treinta y cinco quintos"), ones
    stand alone: "a hundred and | two thirds".
    """
    first, after_tens = len(atoms) - 1, grammar.section.and_after <= _TEN
    while first and len(atoms) - first < _NUMERATOR and not atoms[first].entry.flags & DIGITS:
        gap, ones = grammar.gap(text, atoms[first - 1].end, atoms[first].start), atoms[first].entry.value < _TEN
        alone = (
            first == len(atoms) - 1 and ones and not (gap & _NEAR or (after_tens and _is_tens(atoms[first - 1].entry)))
        )
        if alone or atoms[first - 1].entry.kind not in (CARDINAL, SCALE) or not gap & (_NEAR | AND):
            break
        first -= 1
    for start in range(first, len(atoms) - 1):
        reading, total, stop = _Reading(text, tokens, grammar, atoms[start:]), _Sum(grammar, ahead=True), 0
        while stop < len(reading.atoms) and (taken := total.take(reading, stop, reading.gap(stop) if stop else GLUE)):
            stop += taken
        if stop == len(reading.atoms):
            above = Atom(atoms[start].start, atoms[-1].end, Entry(CARDINAL, total.value()))
            del atoms[start:]
            return above
    return None


def _of_a_scale(text: str, atoms: list[Atom], place: int, grammar: Grammar) -> bool:
    """Whether the denominator at `place` stands before a scale word, as its part: "quarter of a million", or right
    before one, where it is no ordinal: "quarter million".
    """
    if place + 1 >= len(atoms):
        return False
    after = atoms[place + 1]
    gap = grammar.gap(text, atoms[place].end, after.start)
    joints = HYPHEN | GLUE | PART_LINK | (SPACE if atoms[place].entry.flags & PARTS else 0)
    return after.entry.kind == SCALE and bool(gap & joints) and not after.entry.flags & BOUND


def _drop_ordinal(text: str, atoms: list[Atom], grammar: Grammar) -> None:
    """Take away the number words of an ordinal ("one hundred and twenty-" before "fifth")."""
    while atoms and not atoms[-1].entry.flags & DIGITS and atoms[-1].entry.kind in (CARDINAL, SCALE):
        last = atoms.pop()
        if not atoms or not grammar.gap(text, atoms[-1].end, last.start) & (_NEAR | AND):
            return


def _is_tens(entry: Entry) -> bool:
    """Whether the word is "twenty" to "ninety"."""
    return entry.kind == CARDINAL and _TENS <= entry.value < _HUNDRED and entry.value % _TEN == 0


def _hundreds(entry: Entry) -> bool:
    """Whether an ordinal may follow the word: "two hundred and | fifth"."""
    return entry.kind == SCALE and not entry.flags & (PLURAL | COLLECTIVE)


def _is_one(entry: Entry) -> bool:
    return entry.kind == CARDINAL and entry.value == 1 and bool(entry.flags & ARTICLE)


def _indefinite(start: int, entry: Entry, tokens: Tokens, grammar: Grammar) -> int | None:
    """Where an article begins that says "one" before a scale or a fraction."""
    if not grammar.indefinite or entry.kind in (CARDINAL, VAGUE) or entry.flags & (DIGITS | PLURAL):
        return None
    before = bisect_left(tokens.starts, start) - 1
    if before >= 0 and tokens.words[before] in grammar.indefinite and start - tokens.ends[before] == 1:
        return tokens.starts[before]
    return None


def _range(reading: _Reading, position: int) -> tuple[Number, int] | None:
    """The number that begins with the atom at `position`, with the other end if it is a range, and where to go on."""
    left = _single(reading, position)
    if left is None:
        return None
    right = _other_end(reading, left)
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


def _falls(reading: _Reading, left: _Expression, right: _Expression) -> bool:
    """Whether something falls from `left` to `right` and both share a scale: "from 5 to 4.8 million"."""
    if left.value is None or right.times is None or right.scale < _LEAST_SHARED or left.scaled:
        return False
    start, end = reading.atoms[left.stop - 1].end, reading.atoms[right.first].start
    near = right.times <= left.value < _TEN * right.times
    return near and reading.grammar.opens_range(reading.text, left.start, between_numbers(reading.text, start, end))


def _other_end(reading: _Reading, left: _Expression) -> _Expression | None:
    atoms, text = reading.atoms, reading.text
    if left.stop >= len(atoms) or left.value is None:
        return None
    other = left.stop
    if other + 1 < len(atoms) and _is_one(atoms[other].entry) and atoms[other + 1].entry.flags & DIGITS:
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
    if right is not None and unit and not _says(text, atoms[right.stop - 1].end, unit):
        return None
    return right


def _after_unit(reading: _Reading, left: int, start: int, end: int) -> tuple[int, str]:
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


def _unlike(reading: _Reading, left: int, end: int) -> bool:
    """Whether the number that begins at `left` is money and the one that ends at `end` a percentage."""
    percent, text = reading.grammar.percent, reading.text
    money = text[left - 1 : left] in CURRENCIES if left else False
    return money and percent is not None and percent.match(text, end) is not None


def _says(text: str, start: int, unit: str) -> bool:
    """Whether the text goes on with the whole word `unit` at `start`."""
    stop = start + len(unit)
    return text.startswith(unit, start) and not text[stop : stop + 1].isalpha()


def _number(reading: _Reading, found: _Expression) -> Number:
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


def _single(reading: _Reading, position: int) -> _Expression | None:
    """The longest single number from the atom at `position`, with its sign."""
    entry = reading.atoms[position].entry
    if entry.kind == VAGUE or entry.flags & PLURAL:
        return _vague(reading, position)
    if entry.kind == CARDINAL and (position + 1 == len(reading.atoms) or not reading.gap(position + 1)):
        start, value = _signed(reading, position, 0 + entry.value)
        return _Expression(position, position + 1, start, value)
    total = _Sum(reading.grammar)
    stop = position
    while stop < len(reading.atoms):
        gap = reading.gap(stop) if stop > position else GLUE
        taken = total.take(reading, stop, gap) if gap else 0
        if not taken:
            break
        stop += taken
    if stop == position or (stop == position + 1 and entry.kind == PART and entry.flags & BOUND):
        return None
    start, value = _signed(reading, position, total.value())
    return _Expression(position, stop, start, value, total.times, total.scale, total.scaled)


def _vague(reading: _Reading, position: int) -> _Expression:
    """A vague amount: "several hundred", "tens of thousands", "dozens"."""
    stop = position + 1
    while stop < len(reading.atoms):
        entry = reading.atoms[stop].entry
        round_one = entry.kind == CARDINAL and entry.value == _TEN and reading.joined(stop + 1)  # "Zehn|tausend"
        if not (entry.kind == SCALE or round_one) or not reading.gap(stop) & (_NEAR | PART_LINK):
            break
        stop += 1
    return _Expression(position, stop, reading.atoms[position].start, None)


def _signed(reading: _Reading, position: int, value: Value) -> tuple[int, Value]:
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


class _Term(NamedTuple):
    """A piece of a sum; what is added after it must be less than `room`."""

    value: Value
    room: Value


class _Sum:
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

    def take(self, reading: _Reading, position: int, gap: int) -> int:
        """How many atoms from `position` on now belong to the number: 0 if none does."""
        entry = reading.atoms[position].entry
        if gap & POINT and self.terms and self._at_point(reading, position):
            return self._decimals(reading, position)
        if entry.kind == CARDINAL:
            return int(self._add(reading, position, gap))
        if entry.kind == SCALE:
            return int(self._multiply(reading, position, gap))
        return int(entry.kind == PART and self._add_part(entry, gap))

    def _add(self, reading: _Reading, position: int, gap: int) -> bool:
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
        elif not gap & _NEAR and not (gap & (AND | PAUSE) and self._goes_on(reading, position, gap)):
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
        elif gap & AND and not gap & _NEAR and last.room > self.grammar.section.and_after:
            return False
        if not 0 < value < last.room:
            return False
        terms.append(_Term(value, room))
        self.times = None
        return True

    def _goes_on(self, reading: _Reading, position: int, gap: int, *, least: int = 0) -> bool:
        """Whether the words after "and" or a comma go on with this: "two thousand, | three hundred and five"."""
        before, last = reading.atoms[position - 1].entry, self.terms[-1]
        if gap & AND and last.room < 1000:
            return True
        if self.ahead or before.kind != SCALE or before.flags & COLLECTIVE or last.value % last.room:
            return False
        rest, stop = _Sum(self.grammar, ahead=True), position
        while stop < len(reading.atoms):
            between = reading.gap(stop) if stop > position else GLUE
            words = not reading.atoms[stop].entry.flags & (DIGITS | COLLECTIVE)
            if not (between and words and rest.take(reading, stop, between)):
                break
            stop += 1
        return least <= rest.value() < last.room and (rest.scaled or bool(gap & AND))

    def _multiply(self, reading: _Reading, position: int, gap: int) -> bool:
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
        if not gap & (_NEAR | LINK | (PART_LINK if last.kind != CARDINAL else 0)):
            return False
        if _is_one(last) and len(terms) == 1 and entry.flags & PLURAL and gap & LINK:
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

    def _adds_scale(self, reading: _Reading, position: int, gap: int) -> bool:
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

    def _at_point(self, reading: _Reading, position: int) -> bool:
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

    def _two_digits(self, reading: _Reading, position: int) -> tuple[int, int]:
        """The number from 10 to 99 in words from `position` on, and where it ends; 0 where there is none."""
        rest, stop, value = _Sum(self.grammar, ahead=True), position, 0
        while stop < len(reading.atoms) and not reading.atoms[stop].entry.flags & DIGITS:
            gap = reading.gap(stop) if stop > position else GLUE
            taken = rest.take(reading, stop, gap) if gap & (_NEAR | AND) else 0
            if not taken or rest.value() != int(rest.value()) or rest.value() >= _HUNDRED:
                break
            stop, value = stop + taken, int(rest.value())
        return (value, stop) if value >= _TEN and reading.atoms[position].entry.value else (0, stop)

    def _decimals(self, reading: _Reading, position: int) -> int:
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


def _is_spoken(reading: _Reading, position: int, terms: list[_Term]) -> bool:
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


def _continues(reading: _Reading, position: int, last: _Term, gap: int) -> bool:
    """Whether digits after a number in words go on with it: "1만 5천", "1 млн 200 тыс.", "treinta y 3"."""
    before, entry = reading.atoms[position - 1].entry, reading.atoms[position].entry
    if before.kind == CARDINAL:
        return not before.flags & DIGITS and last.room == 10 and entry.value < 10 and bool(gap & (_NEAR | AND))
    if not gap & _NEAR:
        return False
    if reading.grammar.section.glued or (reading.grammar.section.mixed and gap & SPACE and entry.value < last.room):
        return True
    after = position + 1
    return (
        after < len(reading.atoms)
        and reading.atoms[after].entry.kind == SCALE
        and bool(reading.gap(after) & (_NEAR | LINK))
        and reading.atoms[after].entry.value < last.room
    )
