"""Time in a text: every expression of it, what it means beside the day of publication, and which one dates a figure."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from typing import NamedTuple

from factkit.extraction.edtf import PHASES, UNITS, Period, interval, resolve
from factkit.extraction.lexicon import Memory
from factkit.extraction.model import Document
from factkit.languages import LanguagePack
from factkit.languages.schema import Dates
from factkit.reading.segments import CLOSERS, tokenize


class DateMention(NamedTuple):
    """A time expression, `text[start:end]`.

    `edtf`, `first_day` and `last_day` (both included) are None where it can't be resolved. `kind`: "explicit" (names a
    month, day, year, season or decade), "relative" ("yesterday", "last week", "Monday"), "clock", or "duration"
    (lengths of time and ages; only in `find_times`). `grain`: day, week, month, quarter, season, year, decade, or "".
    """

    start: int
    end: int
    edtf: str | None
    first_day: date | None
    last_day: date | None
    kind: str
    grain: str = ""


def find_dates(document: Document) -> list[DateMention]:
    """Every date, year, weekday, clock time and the like, in text order, resolved against `document.published`."""
    return [mention for mention in find_times(document) if mention.kind != "duration"]


def find_times(document: Document) -> list[DateMention]:
    """`find_dates` with durations and ages, in one pass; mentions never overlap."""
    grammar = _grammar(document.pack)
    atoms = _joined(document, grammar, list(_atoms(document, grammar)))
    tokens = document.tokens
    return [_mention(document, grammar, atom, tokens.starts[atom.first], atom.end) for atom in atoms]


# ---- finding: patterns of slots over tokens -------------------------------------------------------------------------

_Reading = tuple[tuple[str, int], ...]  # one way to read a token: slots with their values
_Node = dict[str, "_Node"]
_END = ""  # marks a node at which a pattern is complete
# Roles of a word: none in a time expression, inside one, one by itself, or the start of one that must go on.
_NONE, _GOES_ON, _IS_ONE, _OPENS_ONE = range(4)
_BEGINS = re.compile(b"\x02|\x03(?=[\x01-\x03])")
_DIGITS = re.compile(r"(\d+)(.*)", re.DOTALL)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_CLOCK = re.compile(r"([01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")
_POINTED = re.compile(r"([01]?\d|2[0-4])\.[0-5]\d")
_RANGE = re.compile(r"(\d{1,4})[-‐‑](\d{1,4})")
_LONGEST = 9  # digits of a number of days, years and the like
_PHASED = 1000  # a phase of the unit, in the number of a word for both
_MANY = 100  # added to the number of a unit in the plural
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_LIKELY_YEARS = range(1900, 2050)
_CLOSING = 8  # words between a number and the date that closes its sentence
_LEAD = 5  # words from the start of a clause to the date that opens it: "in the three months to March"
_EARLY_YEARS = range(1500, 1900)  # a year only after a word of time and before no noun
_LATE_YEARS = range(2050, 2151)  # a year only as a deadline, or where nothing follows that it could count
_AHEAD = 12  # words after a deadline in which its clause says that it is to come
_LATER = frozenset({"CLOCK", "PART", "HOUR", "OCLOCK"})  # what a date may carry without being changed
_ASIDE = _LATER | {"WEEKDAY", "RELDAY", "LAST", "THIS", "NEXT", "SHIFT"}


class _Atom(NamedTuple):
    """Tokens `first` to `stop` that match a pattern, ending at character `end`; `ranged` holds the second half."""

    first: int
    stop: int
    end: int
    parts: dict[str, int]
    ranged: dict[str, int] | None = None


class _Grammar:
    """A pack's words of time by slot, and its patterns as one trie; built once for each pack."""

    def __init__(self, pack: LanguagePack) -> None:
        self.words = pack.dates
        self.pack = pack
        self.trie: _Node = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
        for slot, value, entries in _slots(pack.dates):
            for entry in entries:
                first, *rest = tokenize(entry, pack).words
                self.phrases.setdefault(first, []).append((tuple(rest), slot, value))
        for pattern in pack.dates.patterns:
            for steps in _expansions(pattern, pack):
                node = self.trie
                for step in steps:
                    node = node.setdefault(step, {})
                node[_END] = {}
        self.starts = frozenset(
            word for word, entries in self.phrases.items() if any(slot in self.trie for _, slot, _ in entries)
        ) | frozenset(self.trie)
        # Words that are no time expression by themselves ("a", "last"), and all that may come after one.
        self.partial = frozenset(word for word in self.starts if not self._complete(word))
        self.inner = frozenset(self.phrases) | frozenset(_words_of(self.trie))
        self.inner |= frozenset(word for entries in self.phrases.values() for rest, _, _ in entries for word in rest)
        self.glued = sorted(
            ((tail, slot) for slot, tails in pack.dates.glued.items() for tail in tails),
            key=lambda pair: (-len(pair[0]), pair[1] == "SPAN", pair),  # a length of time only where no date fits
        )
        self.spans = frozenset(pack.dates.glued.get("SPAN", ()))
        self.particles = sorted(pack.dates.particles, key=lambda particle: (-len(particle), particle))
        weak = pack.dates.weak_months
        self.weak = frozenset(word.lower() for word in weak)
        self.weak_next = frozenset(word.lower() for word in pack.dates.weak_next)
        self.numerals = frozenset(word for words in pack.dates.numerals.values() for word in words)
        self.between = self._last_words(pack.dates.between)
        self.ranges = self._last_words(pack.dates.ranges)
        self.joiners = self._last_words(pack.dates.joiners)
        self.opens = pack.dates.since_after if pack.dates.particles else ()  # written onto the date that opens a range
        words = pack.dates
        self.leading = self._last_words(
            (*words.at, *words.since, *words.until, *words.apart, *words.of, *words.last, *words.this, *words.next)
        )
        self.determiners = self._last_words(words.determiners)
        self.than = self._last_words(words.than)
        people = pack.people
        self.owners = frozenset((*people.male, *people.female, *people.plural, *pack.grammar.possessives))
        self.small_days = bool(words.weekdays) and all(entry[0].islower() for day in words.weekdays for entry in day)
        self.future = self._last_words(words.future)
        self.volitional = tuple(tail.strip("~") for tail in pack.particles.volitional)  # "9월에 돌아가겠다고"
        self.deadlines = self._last_words(words.deadlines)
        finite = (word for word in pack.modality.finite if "~" not in word)
        # A lone number before a small letter is a year, where nouns have capitals, unless a word bounds or measures it.
        figures = pack.figures
        self.bounds = self._whole_words((*figures.before.values(), figures.to, figures.by))
        self.units = self._whole_words((*figures.units.values(), figures.more))
        self.told = self._last_words((*finite, *words.relatives)) - self.future
        self.roles = Memory(self._role)
        self.read = Memory(self._read)
        self.alone = Memory(self._alone)  # what a word is where nothing goes on after it

    def _complete(self, word: str) -> bool:
        nodes = [self.trie.get(slot, {}) for rest, slot, _ in self.phrases.get(word, ()) if not rest]
        return any(_END in node for node in (*nodes, self.trie.get(word, {})))

    def _whole_words(self, lists: Iterable[Iterable[str]]) -> frozenset[str]:
        return self._last_words(word for entries in lists for word in entries if "~" not in word)

    def _last_words(self, entries: Iterable[str]) -> frozenset[str]:
        return frozenset(_cut(entry, self.pack)[-1] for entry in entries)

    def _role(self, word: str) -> int:
        """What `word` can be in a time expression: one of the roles above."""
        if word in self.starts:
            return _OPENS_ONE if word in self.partial else _IS_ONE
        if self._compounded(word):
            return _IS_ONE if any(self._closes_pattern(reading) for reading in self.read[word]) else _OPENS_ONE
        return _GOES_ON if word in self.inner else _NONE

    def _alone(self, word: str) -> "tuple[int, _Slots] | None":
        return _longest(self, [word], 0)

    def _compounded(self, word: str) -> bool:
        """Whether `word` is a number, or a compound of words of time."""
        if word[0].isdigit() or (self.particles and self._stem(word)):
            return True
        head, hyphen, tail = word.partition("-")
        return bool(hyphen and head in self.phrases and tail)

    def _closes_pattern(self, reading: _Reading) -> bool:
        node = _after(self.trie, reading)
        return node is not None and _END in node

    def _read(self, word: str) -> list[_Reading]:
        """All readings of a single token that isn't simply one of the pack's words."""
        if word in self.phrases:
            return []
        if word[0].isdigit():
            return self._number(word)
        head, hyphen, tail = word.partition("-")
        if hyphen and head in self.phrases and hyphen + tail in self.spans:
            return [(("SPAN", 0),)]
        if hyphen and head in self.phrases and tail:
            return [(a, *b) for a in self._single(head) for b in self._compound(tail)]
        stem = self._stem(word)
        return [(slot,) for slot in self._single(stem)] if stem else []

    def _compound(self, tail: str) -> list[_Reading]:
        if tail in self.phrases:
            return [(slot,) for slot in self._single(tail)]
        return self._number(tail) if tail[0].isdigit() else []

    def _single(self, word: str) -> list[tuple[str, int]]:
        return [(slot, value) for rest, slot, value in self.phrases.get(word, ()) if not rest]

    def _stem(self, word: str) -> str:
        for particle in self.particles:
            if word.endswith(particle) and word[: -len(particle)] in self.phrases:
                return word[: -len(particle)]
        return ""

    def _number(self, word: str) -> list[_Reading]:
        if found := _ISO.fullmatch(word):
            return [_ymd(*map(int, found.groups()))]
        if found := _DOTTED.fullmatch(word):
            day, month, year = map(int, found.groups())
            return [_ymd(year if year > 99 else 2000 + year, month, day)]
        if _CLOCK.fullmatch(word):
            return [(("CLOCK", 0),)]
        if found := _RANGE.fullmatch(word):
            left, right = found.groups()
            return [(*a, ("RANGE", 0), *b) for a in _plain(left) for b in _plain(right) if a[0][0] == b[0][0]]
        found = _DIGITS.fullmatch(word)
        if not found:
            return []
        digits, tail = found.groups()
        if not tail or len(digits) > _LONGEST:
            return _plain(digits) if not tail else []
        hour: list[_Reading] = [(("HOUR", 0),)] if _POINTED.fullmatch(word) else []
        return [*hour, *self._glued(digits, tail)]

    def _glued(self, digits: str, tail: str) -> list[_Reading]:
        """Readings of a number with an ending: 25th, 1990s, 15h30, 9월, 3일부터."""
        if tail[0] in ".,":
            return [(("NUM", 0),)] if tail.replace(".", "").replace(",", "").isdigit() else []
        for ending, slot in self.glued:
            if tail.startswith(ending) and self._closes(tail[len(ending) :], slot):
                reading = _glued_reading(int(digits), slot)
                if reading:
                    return reading
        return []

    def _closes(self, rest: str, slot: str) -> bool:
        if not rest or (slot == "CLOCK" and rest[0].isdigit()):
            return True
        return any(rest == particle for particle in self.particles)


def _words_of(node: _Node) -> Iterator[str]:
    for word, after in node.items():
        if word != _END:
            yield word
            yield from _words_of(after)


def _plain(digits: str) -> list[_Reading]:
    value = int(digits) if len(digits) <= _LONGEST else 10**9
    readings: list[_Reading] = []
    if len(digits) <= 2:
        if 1 <= value <= 31:
            readings.append((("DAY", value),))
        if value <= 24:
            readings.append((("HOUR", value),))
        readings.append((("SHORT", value),))
    if len(digits) == 4 and _FIRST_YEAR <= value <= _LAST_YEAR:
        readings.append((("YEAR", value),))
    return [*readings, (("NUM", value),)]


def _glued_reading(value: int, slot: str) -> list[_Reading]:
    if slot == "ORDINAL":
        day: list[_Reading] = [(("DAY", value),)] if 1 <= value <= 31 else []
        year: list[_Reading] = [(("YEAR", value),)] if _FIRST_YEAR <= value <= _LAST_YEAR else []
        return [*day, *year, (("ORDINAL", value),)]
    if slot == "QUARTER":
        return [(("ORDINAL", value), ("UNIT", UNITS.index("quarter")))]
    limits = {"YEAR": (_FIRST_YEAR, _LAST_YEAR), "MONTH": (1, 12), "DAY": (1, 31), "CLOCK": (0, 24)}
    low, high = limits.get(slot, (0, 10**12))
    if slot == "DECADE" and value < 100:
        value += 1900 if value > 30 else 2000
    return [((slot, value),)] if low <= value <= high else []


def _ymd(year: int, month: int, day: int) -> _Reading:
    return (("YEAR", year), ("MONTH", month), ("DAY", day))


def _slots(words: Dates) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    for number, entries in enumerate(words.months, 1):
        yield "MONTH", number, entries
    for number, entries in enumerate(words.weekdays):
        yield "WEEKDAY", number, entries
    for number, entries in enumerate(words.seasons):
        yield "SEASON", number, entries
    for name, entries in words.units.items():
        many = tuple(entry for entry in entries if entry in words.plurals)
        yield "UNIT", UNITS.index(name), tuple(entry for entry in entries if entry not in many)
        yield "UNIT", UNITS.index(name) + _MANY, many
    for name, entries in words.phases.items():
        yield "PHASE", PHASES.index(name), entries
    for slot, table in (("NUM", words.numerals), ("ORDINAL", words.ordinals), ("RELDAY", words.relative_days)):
        for value, entries in table.items():
            yield slot, int(value), entries
    for key, entries in words.relative_units.items():
        unit, shift, *phase = key.split()
        told = UNITS.index(unit) * 10 + int(shift) + 5
        yield "RELUNIT", told + (_PHASED * (PHASES.index(phase[0]) + 1) if phase else 0), entries
    for slot, entries in (
        ("LAST", words.last), ("THIS", words.this), ("NEXT", words.next), ("AGO", words.ago), ("PART", words.parts),
        ("OCLOCK", words.clock), ("RANGE", words.ranges), ("VAGUE", words.vague), ("DECADES", words.decades),
    ):  # fmt: skip
        yield slot, 0, entries


def _expansions(pattern: str, pack: LanguagePack) -> Iterator[tuple[str, ...]]:
    """All sequences of slots and words that `pattern` stands for."""
    choices: list[list[tuple[str, ...]]] = []
    for step in pattern.split():
        optional = step.endswith("?") and step != "?"
        options = [_step(option, pack) for option in _choices(step.removesuffix("?"))]
        choices.append([*options, ()] if optional else options)
    for choice in product(*choices):
        steps = tuple(word for option in choice for word in option)
        if steps and steps[-1] != ",":
            yield steps


def _choices(step: str) -> list[str]:
    return step.split("/") if len(step) > 1 else [step]


def _step(option: str, pack: LanguagePack) -> tuple[str, ...]:
    return (option,) if option.isupper() else _cut(option, pack)


def _cut(entry: str, pack: LanguagePack) -> tuple[str, ...]:
    """A phrase's words as the tokenizer cuts them in running text."""
    if entry[-1] in "'’":  # an elided word is a token only with its noun after it
        return (entry,)
    return tuple(tokenize(entry, pack).words)


@cache
def _grammar(pack: LanguagePack) -> _Grammar:
    return _Grammar(pack)


def time_words(pack: LanguagePack) -> Memory[str, int]:
    """The role of a word in time expressions."""
    return _grammar(pack).roles


_Slots = list[tuple[str, int]]


def _longest(grammar: _Grammar, words: list[str], number: int) -> tuple[int, _Slots] | None:
    """Where the longest match that starts at token `number` stops, and its slots."""
    best: tuple[int, _Slots] | None = None
    stack: list[tuple[int, _Node, _Slots]] = [(number, grammar.trie, [])]
    while stack:
        place, node, slots = stack.pop()
        if _END in node and (best is None or place > best[0]):
            best = place, slots
        if place < len(words) and (_END not in node or len(node) > 1):
            steps = _steps(grammar, words, place, node)
            stack += [(stop, after, [*slots, *reading]) for stop, after, reading in reversed(steps)]
    return best


def _steps(grammar: _Grammar, words: list[str], place: int, node: _Node) -> list[tuple[int, _Node, _Reading]]:
    """The ways on from `node` with the token at `place`."""
    word = words[place]
    steps: list[tuple[int, _Node, _Reading]] = [(place + 1, node[word], ())] if word in node else []
    for rest, slot, value in grammar.phrases.get(word, ()):
        if slot in node and (not rest or tuple(words[place + 1 : place + 1 + len(rest)]) == rest):
            steps.append((place + 1 + len(rest), node[slot], ((slot, value),)))
    for reading in grammar.read[word]:
        after = _after(node, reading)
        if after is not None:
            steps.append((place + 1, after, reading))
    return steps


def _after(node: _Node, reading: _Reading) -> _Node | None:
    """The node that `reading` leads to from `node`."""
    after: _Node | None = node
    for slot, _ in reading:
        after = after.get(slot) if after is not None else None
    return after


def _atoms(document: Document, grammar: _Grammar) -> Iterator[_Atom]:
    words = document.tokens.words
    done = 0
    roles = document.look(time_words)
    for begin in _BEGINS.finditer(roles):
        number = begin.start()
        if number < done:
            continue
        goes_on = number + 1 < len(words) and roles[number + 1] != _NONE
        match = _longest(grammar, words, number) if goes_on else grammar.alone[words[number]]
        if match is None:
            continue
        stop, slots = match if goes_on else (number + 1, match[1])
        atom = _atom(number, stop, document.tokens.ends[stop - 1], slots)
        if _stands(document, grammar, atom):
            done = stop
            yield atom


def _atom(first: int, stop: int, end: int, slots: list[tuple[str, int]]) -> _Atom:
    names = [slot for slot, _ in slots]
    if "RANGE" not in names:
        return _Atom(first, stop, end, _parts(slots))
    middle = names.index("RANGE")
    left, right = _parts(slots[:middle]), _parts(slots[middle + 1 :])
    if not {"MONTH", "DAY", "YEAR"} & left.keys() and "NUM" in left:  # 1~2월: the first number is what the second is
        kind = next((slot for slot in ("DAY", "MONTH", "YEAR") if slot in right), "NUM")
        left[kind] = left.pop("NUM")
    shared = {slot: value for slot, value in right.items() if slot not in left and slot not in _LATER}
    carried = {slot: value for slot, value in left.items() if slot not in right and _outranks(slot, right)}
    return _Atom(first, stop, end, {**left, **_larger(shared, left)}, {**right, **carried})


_RANK = ("DAY", "MONTH", "SEASON", "YEAR", "UNIT", "SHIFT")


def _outranks(slot: str, parts: dict[str, int]) -> bool:
    """Whether `slot` is a larger measure than all in `parts`, so that it holds for them, too."""
    own = [_RANK.index(name) for name in parts if name in _RANK]
    return slot in _RANK and bool(own) and _RANK.index(slot) > max(own)


def _larger(shared: dict[str, int], left: dict[str, int]) -> dict[str, int]:
    if "NUM" in left or "NUM" in shared:
        return shared
    return {slot: value for slot, value in shared.items() if _outranks(slot, left)}


_SHIFTS = {"LAST": -1, "THIS": 0, "NEXT": 1}


def _parts(slots: Iterable[tuple[str, int]]) -> dict[str, int]:
    parts: dict[str, int] = {}
    in_tens = False
    for slot, value in slots:
        if slot in _SHIFTS:
            parts["SHIFT"] = _SHIFTS[slot]
        elif slot == "UNIT" and value >= _MANY:
            parts["UNIT"], parts["MANY"] = value - _MANY, 1
        elif slot == "RELUNIT":
            phase, unit = divmod(value, _PHASED)
            parts["UNIT"], parts["SHIFT"] = unit // 10, unit % 10 - 5
            if phase:
                parts["PHASE"] = phase - 1
        elif slot == "SHORT":
            parts["DECADE"] = value + (1900 if value > 20 else 2000)
        elif slot == "DECADES":
            in_tens = True
        else:
            if slot == "UNIT" and "SHIFT" in parts and value == UNITS.index("quarter"):
                parts[slot] = value  # "올해 2분기": the quarter of a year told before it
            parts.setdefault(slot, value)
    if in_tens and "YEAR" in parts:  # "anii 1990"
        parts["DECADE"] = parts.pop("YEAR") // 10 * 10
    return parts


def _stands(document: Document, grammar: _Grammar, atom: _Atom) -> bool:
    """Whether a match is a time expression here: a lone year, or a month's word that means other things, needs help."""
    keys = set(atom.parts)
    words, number = document.tokens.words, atom.first
    before = words[number - 1] if number else ""
    if "DECADE" in keys and not words[atom.stop - 1][:4].isdigit():
        return grammar.owners.isdisjoint(words[max(0, number - 2) : number])  # not "in their early 40s"
    if "WEEKDAY" in keys and grammar.small_days and before.isalpha() and _titled(document, atom):
        return False  # "Santo Domingo"
    if "MONTH" in keys or "SEASON" in keys or "WEEKDAY" in keys:
        return _name_stands(document, grammar, atom, before)
    if keys == {"YEAR"} and atom.ranged is None and atom.stop == number + 1 and words[number].isdigit():
        return _year_stands(document, grammar, atom, before)
    if keys == {"YEAR"} and atom.ranged:
        return atom.parts["YEAR"] in _LIKELY_YEARS and atom.parts["YEAR"] < atom.ranged["YEAR"]
    if keys == {"DAY"}:
        return not words[number].isdigit()
    return True


def _titled(document: Document, atom: _Atom) -> bool:
    """Whether the first word has a capital, and its first letter only."""
    start = document.tokens.starts[atom.first]
    return document.text[start : start + 2].istitle()


def _name_stands(document: Document, grammar: _Grammar, atom: _Atom, before: str) -> bool:
    words, starts = document.tokens.words, document.tokens.starts
    weak = [n for n in range(atom.first, atom.stop) if words[n] in grammar.weak]
    if not weak:
        return True
    if grammar.words.capitals and "MONTH" in atom.parts and not any(document.text[starts[n]].isupper() for n in weak):
        return False
    if {"DAY", "YEAR", "SHIFT", "PHASE", "UNIT"} & atom.parts.keys():
        return True
    if any(words[n] in grammar.numerals for n in weak):
        return False  # "sept" is seven, unless a day or a year stands beside it
    if before not in grammar.leading:
        return False
    after = words[atom.stop] if atom.stop < len(words) else "."
    return not grammar.weak_next or not after[0].isalpha() or after in grammar.weak_next


def _year_stands(document: Document, grammar: _Grammar, atom: _Atom, before: str) -> bool:
    words = document.tokens.words
    value = atom.parts["YEAR"]
    after = words[atom.stop] if atom.stop < len(words) else "."
    bracketed = before in ("(", "[") and after in (")", "]", ",", "–", "-")
    if value not in _LIKELY_YEARS:
        late = value in _LATE_YEARS and before in grammar.deadlines
        early = value in _EARLY_YEARS and before in grammar.leading and not after[0].isalpha()
        if not grammar.words.grouped:  # "seit 1871", but not "ab 1800"; "en 2070,", but not "en 2070 communes"
            far = value in _LATE_YEARS and before in grammar.leading and not after[0].isalpha()
            return far or (early and value % 100 != 0 and before in grammar.words.since)
        return late or early
    if value % 100 == 0 and after[0].isalpha():  # "in 2000 villages"
        return False
    return (
        bracketed
        or before in grammar.leading
        or (before in grammar.than and not after[0].isalpha())
        or (value % 100 != 0 and _counts_nothing(document, grammar, atom, before))
    )


def _counts_nothing(document: Document, grammar: _Grammar, atom: _Atom, before: str) -> bool:
    """Whether a bare number of four digits is a year, since it would be grouped, or since no noun follows it."""
    if grammar.words.grouped:
        return True
    if not grammar.pack.grammar.nouns_capitalised or atom.stop >= len(document.tokens.words):
        return False
    after = document.tokens.words[atom.stop]
    small = document.text[document.tokens.starts[atom.stop]].islower()
    return small and before not in grammar.bounds and after not in grammar.units


def _joined(document: Document, grammar: _Grammar, atoms: list[_Atom]) -> list[_Atom]:
    """Atoms side by side made one: "Monday" + "April 30" + "at 7 p.m.", "from January" + "to March"."""
    result: list[_Atom] = []
    words = document.tokens.words
    for atom in atoms:
        if result:
            whole = _fused(words, grammar, result[-1], atom)
            if whole:
                result[-1] = whole
                continue
        result.append(atom)
    return result


def _fused(words: list[str], grammar: _Grammar, left: _Atom, right: _Atom) -> _Atom | None:
    gap = words[left.stop : right.first]
    if len(gap) > 2 or left.ranged or right.ranged:
        return None
    if len(gap) == 1 and gap[0] in grammar.ranges and _same_kind(left.parts, right.parts):
        opened = left.first > 0 and words[left.first - 1] in grammar.between
        if opened or not gap[0][0].isalpha():
            shared = {slot: value for slot, value in right.parts.items() if _outranks(slot, left.parts)}
            return _Atom(left.first, right.stop, right.end, {**left.parts, **shared}, right.parts)
    if not gap and grammar.opens and words[left.stop - 1].endswith(grammar.opens):  # "2월 17일부터 28일까지"
        carried = {slot: value for slot, value in left.parts.items() if _outranks(slot, right.parts)}
        if carried and not right.parts.keys() & _LATER:
            return _Atom(left.first, right.stop, right.end, left.parts, carried | right.parts)
    if all(word in grammar.joiners for word in gap) and _complete_each_other(left.parts, right.parts):
        return _Atom(left.first, right.stop, right.end, {**left.parts, **right.parts})
    return None


def _same_kind(left: dict[str, int], right: dict[str, int]) -> bool:
    kinds = ("MONTH", "WEEKDAY", "YEAR", "CLOCK", "SEASON")
    return any(kind in left and kind in right for kind in kinds)


def _complete_each_other(left: dict[str, int], right: dict[str, int]) -> bool:
    if left.keys() & right.keys() or "SPAN" in left or "SPAN" in right:
        return False
    for clock, day in ((left, right), (right, left)):
        if clock.keys() <= _LATER and day.keys() & {"DAY", "WEEKDAY", "RELDAY"}:
            return True
    return (left.keys() <= _ASIDE and "DAY" in right) or (right.keys() <= _ASIDE and "DAY" in left)


# ---- meaning --------------------------------------------------------------------------------------------------------

_NAMED = frozenset({"MONTH", "YEAR", "DECADE", "SEASON", "DAY", "ORDINAL"})


def _mention(document: Document, grammar: _Grammar, atom: _Atom, start: int, end: int) -> DateMention:
    parts = atom.parts
    future = _speaks_of_future(document, grammar, atom)
    period = _period(atom, document.published, future=future)
    if period:
        kind = "explicit" if _NAMED & parts.keys() else "relative"
        return DateMention(start, end, period.edtf, period.first, period.last, kind, period.grain)
    return DateMention(start, end, None, None, None, _unresolved_kind(parts))


def _period(atom: _Atom, published: date | None, *, future: bool) -> Period | None:
    period = resolve(atom.parts, published, future=future)
    if period and atom.ranged:
        right = resolve(atom.ranged, published, future=future)
        return right and interval(period, right)
    return period


def _unresolved_kind(parts: dict[str, int]) -> str:
    if "SPAN" in parts or ("NUM" in parts and "AGO" not in parts):
        return "duration"
    if parts.keys() & {"CLOCK", "HOUR"}:
        return "clock"
    return "explicit" if _NAMED & parts.keys() else "relative"


def _speaks_of_future(document: Document, grammar: _Grammar, atom: _Atom) -> bool:
    """Whether a word of the future stands near: up to eight words before with no mark between, or two after; after a
    date that opens a clause ("in July, 200 men will come") or a deadline, anywhere in the clause.
    """
    if not grammar.future or "YEAR" in atom.parts:
        return False
    words = document.tokens.words
    near = words[atom.first : atom.stop + 2]
    if not grammar.future.isdisjoint(near) or any(tail in word for tail in grammar.volitional for word in near):
        return True
    if _leads_ahead(grammar, words, atom):
        return True
    before = words[max(0, atom.first - 8) : atom.first]
    if grammar.future.isdisjoint(before):
        return False
    for word in reversed(before):
        if word in grammar.future:
            return True
        if word in _BREAKS or word in _OPENS:
            break
    return False


def _leads_ahead(grammar: _Grammar, words: list[str], atom: _Atom) -> bool:
    """Whether the date opens a clause, or is a deadline, and the clause is of the future before it is of anything."""
    lead = words[max(0, atom.first - 3) : atom.first]
    opening = len(lead) < 3 or not (_BREAKS | _ENDS).isdisjoint(lead)
    if not opening and grammar.deadlines.isdisjoint(lead[1:]):
        return False
    start = atom.stop + (words[atom.stop : atom.stop + 1] == [","])
    for word in words[start : start + _AHEAD]:
        if word in grammar.future:
            return True
        if word in _BREAKS or word in _OPENS or word in grammar.told:
            break
    return False


# ---- which date a figure holds for ----------------------------------------------------------------------------------


_Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Scope:
    """Words that steer the reach of a date: prepositions by class ("at", "since", "apart", "of"), and single words."""

    prepositions: dict[_Phrase, str]
    openers: dict[_Phrase, str]
    longest: int
    postpositions: frozenset[str]
    determiners: frozenset[str]
    contrasts: dict[_Phrase, str]
    contrast_ends: frozenset[str]
    relatives: frozenset[str]
    thats: frozenset[str]
    articles: frozenset[str]
    than: frozenset[str]
    coordinators: frozenset[str]
    now: frozenset[str]
    bare: frozenset[str]
    phases: frozenset[str]
    markers: frozenset[_Phrase]
    starts: frozenset[str]
    levels: frozenset[str]
    steps: frozenset[str]  # "by" and "to", before a change and the level it reached


@cache
def _scope(pack: LanguagePack) -> _Scope:
    words = pack.dates

    def phrases(**classes: Iterable[str]) -> dict[_Phrase, str]:
        return {_cut(entry, pack): name for name, entries in classes.items() for entry in entries}

    def single(entries: Iterable[str]) -> frozenset[str]:
        return frozenset(word for entry in entries for word in _cut(entry, pack))

    prepositions = phrases(at=(*words.at, *words.until), since=words.since, apart=words.apart, of=words.of)
    # "from" and the like open lengths of time, but stand before a lot else: they set only their own date apart.
    openers = phrases(apart=(*words.apart, *(word for word in words.since if word not in words.between)))
    contrasts = phrases(contrast=words.contrasts)
    longest = max(map(len, (*prepositions, *contrasts)), default=0)
    sources = (*pack.markers.before, *pack.markers.whole, *pack.markers.own)
    markers = frozenset(_cut(entry, pack)[:2] for entry in sources)
    relatives, articles = (
        single(words.relatives),
        single(pack.grammar.relatives if pack.grammar.nouns_capitalised else ()),
    )
    levels = (*pack.figures.to, *pack.figures.along)
    return _Scope(
        prepositions, openers, longest, single((*words.since_after, *words.apart_after)), single(words.determiners),
        contrasts, frozenset(phrase[-1] for phrase in contrasts), relatives,
        frozenset(pack.grammar.complementizers) & frozenset(pack.grammar.relatives), relatives & articles,
        single(words.than), single(words.coordinators),
        single(words.now), frozenset(words.bare), single(word for entries in words.phases.values() for word in entries),
        markers, frozenset(pack.figures.starts), frozenset(_cut(entry, pack)[0] for entry in levels),
        frozenset(_cut(entry, pack)[0] for entry in (*pack.figures.by, *pack.figures.to)),
    )  # fmt: skip


def _ending(table: dict[_Phrase, str], longest: int, words: list[str], stop: int) -> str:
    """The class of the longest phrase in `table` that ends just before token `stop`, or ""."""
    for length in range(min(longest, stop), 0, -1):
        found = table.get(tuple(words[stop - length : stop]))
        if found:
            return found
    return ""


def _contrasted(scope: _Scope, words: list[str], first: int, stop: int) -> bool:
    """Whether a contrast ("but", "up from") stands in tokens `first` to `stop`, other than what a change is measured
    against ("im April gegenüber März um | 200")."""
    between = words[first:stop]
    if scope.contrast_ends.isdisjoint(between):
        return False
    return any(
        _ending(scope.contrasts, scope.longest, between, end + 1)
        and not (word in scope.than and not scope.steps.isdisjoint(between[end + 1 :]))
        for end, word in enumerate(between)
    )


def _compared(scope: _Scope, words: list[str], first: int, stop: int) -> bool:
    """Whether a comparison in several words ("up from") stands in tokens `first` to `stop`."""
    between = tuple(words[first:stop])
    phrases = (phrase for phrase in scope.contrasts if len(phrase) > 1)
    return any(between[place : place + len(phrase)] == phrase for phrase in phrases for place in range(len(between)))


_BREAKS = frozenset({",", ";", ":", "–", "—", "(", ")", "--"})
_PAUSES = frozenset({",", "("})  # marks before a relative clause
_OPENS = frozenset('.!?…“„«"')
_ENDS = frozenset(".!?")
_QUOTES = frozenset('«»„“”"‚‘›‹')
_NAME = 4  # tokens of a name in quotation marks before the day in it
_YEAR_DIGITS = re.compile(r"\d{4}")
_BEHIND = 2  # words from "after" to a figure that it compares: "after 2.5 percent in March"
_EVENT = 4  # words between a date and the postposition after its event
_PAIR = 2
_TO_THE_HOUR = 4  # tokens from a day to the word for "as of" behind its hour
_ASIDE_WORDS = 3  # words between commas that interrupt a clause at most
_HEDGES = 3  # words between a contrast and its number: "up from the 8,000"
_OWN_CLAUSE = 4  # tokens from a date in a relative clause to a number that is hardly in it
_OF = 5  # tokens from a number for comparison to the date of what it was ("27% at the election of 2021")
_COARSE = frozenset({"month", "year", "season", "quarter", "decade"})


def as_of(
    document: Document, start: int, end: int, mentions: Sequence[DateMention] | None = None
) -> DateMention | None:
    """The date for which the figure at `text[start:end]` holds, or None where its sentence names none.

    A date in the figure's own stretch between commas comes first, then one that opens the sentence or a clause and
    whose reach no contrast has ended, then the day on which it was told. The day of publication itself dates nothing,
    nor does what sets another event in time ("since", "after", "which began in"). Of an interval, its end counts.
    `mentions` are `find_dates(document)`, in order, if at hand.
    """
    known = find_dates(document) if mentions is None else mentions
    if not known:
        return None
    starts = document.tokens.starts
    place = bisect_right(starts, start) - 1
    first, stop = document.sentence_at(start) or (max(place, 0), max(place, 0) + 1)
    low = bisect_left(known, starts[first], key=lambda mention: mention.start)
    options: list[tuple[int, int, DateMention]] = []
    for number in range(low, len(known)):
        mention = known[number]
        if mention.start > document.tokens.ends[stop - 1]:
            break
        if mention.end <= start or mention.start >= end:
            rank = _reach(document, mention, place, first)
            if rank is not None:
                options.append((*rank, mention))
    if not options:
        return None
    best = min(options, key=lambda option: (option[0], option[1], option[2].start))[2]
    return _dating(best, document.published, stated=_is_stated(document, best))


def _is_stated(document: Document, mention: DateMention) -> bool:
    """Whether a word says that counts are as of the date, be it today ("이날 오전 8시 현재", "올해 들어")."""
    marks, tokens = document.pack.dates.at_after, document.tokens
    number = bisect_left(tokens.starts, mention.end)
    if not marks:
        return False
    tails = tuple(mark[1:] for mark in marks if mark[0] == "~")
    if tokens.words[number - 1].endswith(tails):
        return True
    for word in tokens.words[number : number + _TO_THE_HOUR]:
        if word in marks or word.endswith(tails):
            return True
        if not (word in document.pack.dates.parts or word[0].isdigit() or word in "()"):
            return False
    return False


def _reach(document: Document, mention: DateMention, place: int, first: int) -> tuple[int, int] | None:
    """How near `mention` dates the token `place` (rank, distance; small is near), or None if it doesn't."""
    scope = _scope(document.pack)
    words, starts = document.tokens.words, document.tokens.starts
    opens, closes = bisect_left(starts, mention.start), bisect_left(starts, mention.end)
    leading = closes <= place
    low, high = (closes, place) if leading else (place + 1, opens)
    between = words[low:high]
    if mention.kind == "clock" or ";" in between or "…" in between or _contrasted(scope, words, low, high):
        return None
    if leading and len(between) >= _OWN_CLAUSE and _relative_before(scope, words, max(first, opens - 5), opens):
        return None  # "the quake that struck on Sunday in the east killed 1,400"
    near = not leading and (
        len(between) <= 2 or (len(between) <= _OF and _compared(scope, words, max(first, place - _HEDGES), place))
    )
    near = near or (leading and mention.grain in _COARSE and len(between) <= _OWN_CLAUSE and opens - first <= _OF)
    if not _dates_clause(document, mention, opens, closes, place, near=near):
        return None
    commas = 0 if not leading and _aside(words, low, high) else sum(word in _BREAKS for word in between)
    if commas > 1 and "(" in between and ")" in between:  # "신속지원군(RSF)의": an aside ends no clause
        commas -= 2 * min(between.count("("), between.count(")"))
    if leading:
        return _leading_rank(document, mention, (opens, place), first, commas=commas)
    if any(word in scope.starts and words[n][0].isdigit() for n, word in enumerate(between, low + 1)):
        return None  # "to 7.8 from | 8.1 in March"
    # "up from the 8,000 that he gave last week" tells when it was given.
    if mention.grain == "week" and _compared(scope, words, max(first, place - _HEDGES), place):
        return None
    if any(word in scope.coordinators for word in words[max(place + 1, opens - 2) : opens]):
        return None
    if not commas:  # where verbs stand last, what follows is rather the day on which it was told
        return 2 if document.pack.grammar.cue_position == "last" else 0, len(between)
    if _has_relative(scope, words, low, high):
        return None
    if (
        mention.grain == "week" or mention.grain in _COARSE
    ):  # only what closes the sentence: "…, to 7 percent, in March."
        ends = words[closes] in _ENDS if closes < len(words) else True
        return (3, len(between)) if ends and len(between) <= _CLOSING and _after_mark(words, opens) else None
    return 3, len(between)


def _aside(words: list[str], low: int, high: int) -> bool:
    """Whether the only marks in tokens `low` to `high` are commas around a few words: "250 men, it seems, left in"."""
    marks = [place for place in range(low, high) if words[place] in _BREAKS]
    if len(marks) != _PAIR or words[marks[0]] != "," or words[marks[1]] != ",":
        return False
    inside = words[marks[0] + 1 : marks[1]]
    return 0 < len(inside) <= _ASIDE_WORDS and not any(word[0].isdigit() for word in inside)


def _after_mark(words: list[str], opens: int) -> bool:
    """Whether nothing but a preposition stands between the last mark and the date."""
    return any(word in _BREAKS for word in words[max(0, opens - 2) : opens])


def _relative_before(scope: _Scope, words: list[str], first: int, opens: int) -> bool:
    """Whether a relative clause with its verb stands before the date that opens at `opens`."""
    while opens > first and (words[opens - 1] in scope.determiners or (words[opens - 1],) in scope.prepositions):
        opens -= 1
    return _has_relative(scope, words, first, opens - 1)


def _has_relative(scope: _Scope, words: list[str], first: int, stop: int) -> bool:
    """Whether a relative pronoun stands in tokens `first` to `stop`: right behind a comma, if it may be an article."""
    if scope.relatives.isdisjoint(words[first : max(first, stop)]):
        return False
    return any(
        words[n] in scope.relatives and (words[n] not in scope.articles or (n > 0 and words[n - 1] in _PAUSES))
        for n in range(first, stop)
    )


def _leading_rank(
    document: Document, mention: DateMention, stretch: tuple[int, int], first: int, *, commas: int
) -> tuple[int, int] | None:
    """The rank of a date before the number: `stretch` is from its first token to the number."""
    scope = _scope(document.pack)
    words = document.tokens.words
    (opens, place), closes = stretch, bisect_left(document.tokens.starts, mention.end)
    distance = place - closes
    back = opens - 1
    while back >= first and words[back] not in _BREAKS and opens - back <= _LEAD:
        back -= 1
    opening = back < first or words[back] in _BREAKS
    if not commas:
        return 1, distance
    if opening and (commas <= 3 or mention.grain == "day"):
        return 2, distance
    if commas == 1 and _reaches(scope, words, place):
        return 2, distance
    if mention.grain == "day" and commas == 1 and not _has_relative(scope, words, max(first, opens - 6), opens):
        return 4, distance
    return None


def _reaches(scope: _Scope, words: list[str], place: int) -> bool:
    """Whether the number at `place` is the level that a change before a comma led to ("…, to 430 million"), or what it
    came with ("…, avec 663 000 naissances")."""
    comma = next((n for n in range(place - 1, place - _HEDGES - 2, -1) if words[n] == ","), None)
    return comma is not None and words[comma + 1] in scope.levels


def _dates_clause(document: Document, mention: DateMention, opens: int, closes: int, place: int, *, near: bool) -> bool:
    """Whether the date at tokens `opens` to `closes` dates its clause, by the words on either side of it.

    "of April" belongs to the noun before it, which may be the figure itself (`near`: "600 in place of those of April").
    """
    scope = _scope(document.pack)
    words = document.tokens.words
    after = words[closes] if closes < len(words) else ""
    if not scope.than.isdisjoint(words[max(0, opens - 2) : opens]) or _named_after(words, opens, closes):
        return False
    if after in scope.postpositions or _glued_apart(document, closes) or _apart_soon(document, closes):
        return False
    kind = _ending(scope.prepositions, scope.longest, words, opens)
    if not kind and opens and words[opens - 1] in scope.determiners:
        kind = _ending(scope.prepositions, scope.longest, words, opens - 1) or "of"
    if kind == "since" and mention.grain != "week" and mention.edtf and "/" in mention.edtf:
        return True  # "from May to July": its end counts
    if kind in ("since", "apart") or _clause_apart(words, opens, scope, place):
        return False
    if kind:
        return near if kind == "of" else True
    grain = "relative" if mention.kind == "relative" else mention.grain
    if "phase" in scope.bare and words[opens] in scope.phases:
        return True
    return grain in scope.bare or opens == 0 or words[opens - 1] in _BREAKS or words[opens - 1] in _OPENS


def _named_after(words: list[str], opens: int, closes: int) -> bool:
    """Whether the date closes a name in quotation marks («NZZ am Sonntag»)."""
    if closes >= len(words) or words[closes] not in CLOSERS:
        return False
    return not _QUOTES.isdisjoint(words[max(0, opens - _NAME) : opens])


def _glued_apart(document: Document, closes: int) -> bool:
    """Whether the date's own token ends in a postposition that opens a length of time (4월부터)."""
    if not closes:
        return False
    word = document.tokens.words[closes - 1]
    apart = (*document.pack.dates.since_after, *document.pack.dates.apart_after)
    return bool(document.pack.dates.particles) and word.endswith(apart)


def _apart_soon(document: Document, closes: int) -> bool:
    """Whether another event that the date tells ends soon in a postposition ("2023년 10월 전쟁 발발 이후")."""
    dates, words = document.pack.dates, document.tokens.words
    if not dates.since_after:
        return False
    near = words[closes : closes + _EVENT]
    stop = next((n for n, word in enumerate(near) if word in _BREAKS or word[0].isdigit()), len(near))
    return any(word in dates.since_after for word in near[1:stop])


def _clause_apart(words: list[str], opens: int, scope: _Scope, place: int) -> bool:
    """Whether the stretch before the date, back to a comma, opens another event's clause ("since the war began in").
    What may be a conjunction opens what is said, where the token `place` is in its clause ("afirma, en cambio, que …").
    """
    for back in range(opens - 1, max(-1, opens - 12), -1):
        word = words[back]
        if word in _BREAKS or word in _OPENS:
            return False
        if (
            _ending(scope.openers, scope.longest, words, back + 1)
            and tuple(words[back : back + 2]) not in scope.markers
            and not back < place <= back + _BEHIND
        ):
            return True
        if (
            word in scope.relatives
            and back > 0
            and words[back - 1] in (_PAUSES if word in scope.articles else _BREAKS)
            and not (word in scope.thats and back < place)
        ):
            return True
    return False


def _dating(mention: DateMention, published: date | None, *, stated: bool) -> DateMention | None:
    """`mention` as a figure's date: its end where it is an interval; None where it is unresolved or says "today", if
    not `stated` as what counts are as of.
    """
    if mention.edtf is None or mention.last_day is None or mention.first_day is None:
        return None
    if published and not stated and mention.first_day == mention.last_day == published:
        return None
    if published and not stated and mention.kind == "relative" and mention.first_day <= published <= mention.last_day:
        return None
    if "/" in mention.edtf and mention.grain != "week":
        return mention._replace(edtf=mention.edtf.partition("/")[2])
    return mention


def hearsay_date(mention: DateMention, document: Document) -> DateMention:
    """The date of something hedged: "sollen im Februar getötet worden sein" looks ahead by its words, and is past.

    A month or day without a year is then the nearer one of this year's and the last.
    """
    first, last, published = mention.first_day, mention.last_day, document.published
    told_year = _YEAR_DIGITS.search(document.text, mention.start, mention.end)
    if not (published and first and last and mention.edtf) or first <= published or told_year:
        return mention
    if mention.kind != "explicit" or mention.grain not in {"month", "day"} or "/" in mention.edtf:
        return mention
    parts = {"YEAR": first.year - 1, "MONTH": first.month} | ({"DAY": first.day} if mention.grain == "day" else {})
    past = resolve(parts, published, future=False)
    if past is None or first - published <= published - past.first:
        return mention
    return mention._replace(edtf=past.edtf, first_day=past.first, last_day=past.last)
