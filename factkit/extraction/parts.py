"""Fractions among the atoms of a text: "two thirds", "a quarter of a million", and what only looks like one."""

from bisect import bisect_left
from decimal import Decimal

from factkit.extraction.grammar import (
    AND,
    AND_PART,
    ARTICLE,
    BOUND,
    CARDINAL,
    COLLECTIVE,
    DENOMINATOR,
    DIGITS,
    GLUE,
    HYPHEN,
    IGNORED,
    ORDINAL,
    OVER,
    PART,
    PART_LINK,
    PARTS,
    PLURAL,
    SCALE,
    SPACE,
    SPAN,
    VAGUE,
    Atom,
    Entry,
    Grammar,
    Value,
)
from factkit.extraction.sums import NEAR, Reading, Sum, is_one
from factkit.reading.segments import Tokens

_TEN = 10  # from here on a number before "fifth" makes an ordinal
_TENS = 20
_HUNDRED = 100
_NUMERATOR = 12  # number words above a denominator at most


def join_parts(text: str, atoms: list[Atom], tokens: Tokens, grammar: Grammar) -> list[Atom]:
    """The atoms with "two thirds" and "a third" made one, and "a" before a scale taken in as one."""
    parts = _Fractions(text, atoms, tokens, grammar)
    for place in range(len(atoms)):
        if not parts.overlaps(place):
            parts.take(place)
    return [atom for atom in parts.result if atom.entry.kind != IGNORED]


class _Fractions:
    """Atoms as they are put together to fractions, one after the other; `result` holds those before."""

    __slots__ = ("atoms", "grammar", "result", "text", "tokens")

    def __init__(self, text: str, atoms: list[Atom], tokens: Tokens, grammar: Grammar) -> None:
        self.text, self.atoms, self.tokens, self.grammar = text, atoms, tokens, grammar
        self.result: list[Atom] = []

    def overlaps(self, place: int) -> bool:
        """Whether the atom at `place` is a phrase and one before is a word of it, or the other way round; the longer
        one stays ("ein paar", "quinceava parte").
        """
        atoms, result = self.atoms, self.result
        if place + 1 < len(atoms) and atoms[place + 1].start == atoms[place].start:
            return True
        if not result or atoms[place].start >= result[-1].end:
            return False
        if atoms[place].end > result[-1].end:
            result[-1] = atoms[place]
        return True

    def take(self, place: int) -> None:
        """Put the atom at `place` behind the others, or together with those that it belongs to."""
        start, end, entry = atom = self.atoms[place]
        result = self.result
        gap = self.grammar.gap(self.text, result[-1].end, start) if result else 0
        if entry.kind == IGNORED:
            result.append(atom)
        elif entry.kind == ORDINAL:
            if gap & (NEAR | AND) and result[-1].entry.value >= _TENS:
                self._drop_ordinal()
        elif entry.kind == SPAN:
            ends = ((start, start + 1, entry.value), (start + 1, end, entry.value + 1))
            result += [Atom(first, stop, Entry(CARDINAL, value)) for first, stop, value in ends]
        elif self._ends_ordinal(entry, gap):
            self._drop_ordinal()
        elif self._goes_below(entry, gap):
            result.append(self._part(atom))
        elif gap & OVER and entry.kind == CARDINAL and entry.value and result[-1].entry.value:
            below = result.pop()
            part = Decimal(entry.value) / below.entry.value
            result.append(Atom(below.start, end, Entry(PART, part, below.entry.flags & DIGITS)))
        elif entry.kind == DENOMINATOR:
            self._take_lone(place, gap)
        else:
            self._take_plain(atom, gap)

    def _ends_ordinal(self, entry: Entry, gap: int) -> bool:
        """Whether what looks like a denominator ends an ordinal: "two hundred and | fifth", "twenty | fifth"."""
        if entry.kind != DENOMINATOR or entry.flags & PARTS:
            return False
        if gap & (NEAR | AND) and _hundreds(self.result[-1].entry) and entry.value < _HUNDRED:
            return True
        tens = self._goes_below(entry, gap) and self.result[-1].entry.value >= _TEN
        return tens and entry.denominator is not None and entry.denominator < _TEN

    def _goes_below(self, entry: Entry, gap: int) -> bool:
        """Whether the word is the denominator of the number before it: "two | thirds", but not "200-тысячных"."""
        if entry.denominator is None or not gap & NEAR or (gap & HYPHEN and entry.kind == SCALE):
            return False
        parts = entry.kind == DENOMINATOR and entry.flags & PARTS
        return self.result[-1].entry.kind in ((CARDINAL, SCALE) if parts else (CARDINAL,))

    def _part(self, below: Atom) -> Atom:
        """The fraction of the numerator, which is taken away, and the denominator `below`."""
        entry, result = below.entry, self.result
        assert entry.denominator is not None
        parts = entry.kind == DENOMINATOR and entry.flags & PARTS
        above = _words_above(self.text, result, self.tokens, self.grammar) if parts else None
        above = above or _numerator(self.text, result, entry.denominator, self.grammar)
        part, start = Decimal(above.entry.value) / entry.denominator, above.start
        if result and is_one(result[-1].entry) and self.grammar.gap(self.text, result[-1].end, start) & SPACE:
            start = result.pop().start  # "eine Dreiviertelmillion"
        return Atom(start, below.end, Entry(PART, part, above.entry.flags & DIGITS))

    def _take_lone(self, place: int, gap: int) -> None:
        """A denominator without a numerator is a part only with an article, behind "and", or before a scale word."""
        start, end, entry = self.atoms[place]
        begin = _indefinite(start, entry, self.tokens, self.grammar)
        behind = entry.flags & PARTS and gap & AND_PART and self.result[-1].entry.kind in (CARDINAL, SCALE)
        if begin is not None or behind or _of_a_scale(self.text, self.atoms, place, self.grammar):
            part = Entry(PART, 1 / Decimal(entry.value))
            self.result.append(Atom(start if begin is None else begin, end, part))

    def _take_plain(self, atom: Atom, gap: int) -> None:
        """Any other number word, with an article that says "one" before it: "a | hundred", "eine | halbe Million"."""
        start, end, entry = atom
        begin = _indefinite(start, entry, self.tokens, self.grammar)
        if begin is not None and not gap & (PART_LINK | AND_PART) and entry.kind == SCALE:
            self.result.append(Atom(begin, start - 1, Entry(CARDINAL, 1, ARTICLE)))
        elif begin is not None and entry.kind == PART and not gap & AND_PART:
            start = begin
        elif entry.kind == PART and gap & SPACE and is_one(self.result[-1].entry):
            start = self.result.pop().start
        self.result.append(Atom(start, end, entry))

    def _drop_ordinal(self) -> None:
        """Take away the number words of an ordinal ("one hundred and twenty-" before "fifth")."""
        atoms = self.result
        while atoms and not atoms[-1].entry.flags & DIGITS and atoms[-1].entry.kind in (CARDINAL, SCALE):
            last = atoms.pop()
            if not atoms or not self.grammar.gap(self.text, atoms[-1].end, last.start) & (NEAR | AND):
                return


def _numerator(text: str, atoms: list[Atom], denominator: Value, grammar: Grammar) -> Atom:
    """The last atom, taken away, with the tens before it: "twenty-five hundredths"."""
    above = atoms.pop()
    tens = atoms[-1] if atoms else above
    ones = 0 < above.entry.value < _TEN < denominator and not (above.entry.flags | tens.entry.flags) & DIGITS
    if not ones or not _is_tens(tens.entry) or not grammar.gap(text, tens.end, above.start) & (NEAR | AND):
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
            first == len(atoms) - 1 and ones and not (gap & NEAR or (after_tens and _is_tens(atoms[first - 1].entry)))
        )
        if alone or atoms[first - 1].entry.kind not in (CARDINAL, SCALE) or not gap & (NEAR | AND):
            break
        first -= 1
    for start in range(first, len(atoms) - 1):
        reading, total, stop = Reading(text, tokens, grammar, atoms[start:]), Sum(grammar, ahead=True), 0
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


def _is_tens(entry: Entry) -> bool:
    """Whether the word is "twenty" to "ninety"."""
    return entry.kind == CARDINAL and _TENS <= entry.value < _HUNDRED and entry.value % _TEN == 0


def _hundreds(entry: Entry) -> bool:
    """Whether an ordinal may follow the word: "two hundred and | fifth"."""
    return entry.kind == SCALE and not entry.flags & (PLURAL | COLLECTIVE)


def _indefinite(start: int, entry: Entry, tokens: Tokens, grammar: Grammar) -> int | None:
    """Where an article begins that says "one" before a scale or a fraction."""
    if not grammar.indefinite or entry.kind in (CARDINAL, VAGUE) or entry.flags & (DIGITS | PLURAL):
        return None
    before = bisect_left(tokens.starts, start) - 1
    if before >= 0 and tokens.words[before] in grammar.indefinite and start - tokens.ends[before] == 1:
        return tokens.starts[before]
    return None
