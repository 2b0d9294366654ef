"""A language's words and patterns of time as one trie over tokens, and the longest time expression at a token."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from factkit.extraction.edtf import PHASES, UNITS
from factkit.extraction.lexicon import Memory
from factkit.languages import LanguagePack
from factkit.languages.schema import Dates
from factkit.reading.segments import tokenize

_Reading = tuple[tuple[str, int], ...]  # one way to read a token: slots with their values
_Node = dict[str, "_Node"]
_END = ""  # marks a node at which a pattern is complete
# Roles of a word: none in a time expression, inside one, one by itself, or the start of one that must go on.
NO_PART, _GOES_ON, _IS_ONE, _OPENS_ONE = range(4)
_DIGITS = re.compile(r"(\d+)(.*)", re.DOTALL)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_CLOCK = re.compile(r"([01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")
_POINTED = re.compile(r"([01]?\d|2[0-4])\.[0-5]\d")
_RANGE = re.compile(r"(\d{1,4})[-‐‑](\d{1,4})")
_LONGEST = 9  # digits of a number of days, years and the like
_HUNDRED = 100
PHASED = 1000  # a phase of the unit, in the number of a word for both
MANY = 100  # added to the number of a unit in the plural
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


class DateGrammar:
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
        self.marked = "DAY" in pack.dates.glued  # a number without its letter ends no date: "9월에 | 3명"
        self.particles = sorted(pack.dates.particles, key=lambda particle: (-len(particle), particle))
        weak = pack.dates.weak_months
        self.weak = frozenset(word.lower() for word in weak)
        self.weak_next = frozenset(word.lower() for word in pack.dates.weak_next)
        numerals = pack.dates.numerals
        self.numerals = frozenset(word for words in numerals.values() for word in words)
        self.below_hundred = frozenset(word for key, words in numerals.items() if int(key) < _HUNDRED for word in words)
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
        self.apart = self.than | self._last_words(words.since)
        people = pack.people
        self.owners = frozenset((*people.male, *people.female, *people.plural, *pack.grammar.possessives))
        self.small_days = bool(words.weekdays) and all(entry[0].islower() for day in words.weekdays for entry in day)
        self.future = self._last_words(words.future)
        self.volitional = tuple(tail.strip("~") for tail in pack.particles.volitional)  # "9월에 돌아가겠다고"
        self.verb_final = pack.figures.verb_final
        self.deadlines = self._last_words(words.deadlines)
        finite = (word for word in pack.modality.finite if "~" not in word)
        # A lone number before a small letter is a year, where nouns have capitals, unless a word bounds or measures it.
        figures = pack.figures
        bounds = self._whole_words((*figures.before.values(), figures.to, figures.by))
        self.bounds = bounds - {
            *pack.grammar.determiners,
            ".",
        }  # "um die" and "ca." bound, but not "die 2022", ". 2022"
        self.units = self._whole_words(figures.units.values())
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
        return frozenset(cut_phrase(entry, self.pack)[-1] for entry in entries)

    def _role(self, word: str) -> int:
        """What `word` can be in a time expression: one of the roles above."""
        if word in self.starts:
            return _OPENS_ONE if word in self.partial else _IS_ONE
        if self._compounded(word):
            return _IS_ONE if any(self._closes_pattern(reading) for reading in self.read[word]) else _OPENS_ONE
        return _GOES_ON if word in self.inner else NO_PART

    def _alone(self, word: str) -> "tuple[int, Slots] | None":
        return longest_match(self, [word], 0)

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
            readings = [(a, *b) for a in self._single(head) for b in self._compound(tail)]
            months = [(a, ("RANGE", 0), *b) for a, *b in readings if a[0] == b[0][0] == "MONTH"]  # "январь-май"
            return [*readings, *months]
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
        yield "UNIT", UNITS.index(name) + MANY, many
    for name, entries in words.phases.items():
        yield "PHASE", PHASES.index(name), entries
    for slot, table in (("NUM", words.numerals), ("ORDINAL", words.ordinals), ("RELDAY", words.relative_days)):
        for value, entries in table.items():
            yield slot, int(value), entries
    for key, entries in words.relative_units.items():
        unit, shift, *phase = key.split()
        told = UNITS.index(unit) * 10 + int(shift) + 5
        yield "RELUNIT", told + (PHASED * (PHASES.index(phase[0]) + 1) if phase else 0), entries
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
    return (option,) if option.isupper() else cut_phrase(option, pack)


def cut_phrase(entry: str, pack: LanguagePack) -> tuple[str, ...]:
    """A phrase's words as the tokenizer cuts them in running text."""
    if entry[-1] in "'’":  # an elided word is a token only with its noun after it
        return (entry,)
    return tuple(tokenize(entry, pack).words)


@cache
def date_grammar(pack: LanguagePack) -> DateGrammar:
    return DateGrammar(pack)


def time_words(pack: LanguagePack) -> Memory[str, int]:
    """The role of a word in time expressions."""
    return date_grammar(pack).roles


Slots = list[tuple[str, int]]


def longest_match(grammar: DateGrammar, words: list[str], number: int) -> tuple[int, Slots] | None:
    """Where the longest match that starts at token `number` stops, and its slots."""
    best: tuple[int, Slots] | None = None
    stack: list[tuple[int, _Node, Slots]] = [(number, grammar.trie, [])]
    while stack:
        place, node, slots = stack.pop()
        if _END in node and (best is None or place > best[0]) and not _unmarked(grammar, words[place - 1], slots):
            best = place, slots
        if place < len(words) and (_END not in node or len(node) > 1):
            steps = _steps(grammar, words, place, node)
            stack += [(stop, after, [*slots, *reading]) for stop, after, reading in reversed(steps)]
    return best


def _unmarked(grammar: DateGrammar, last: str, slots: Slots) -> bool:
    """Whether a date would end in a day without its letter, where every day has one."""
    return grammar.marked and slots[-1][0] == "DAY" and last.isdigit()


def _steps(grammar: DateGrammar, words: list[str], place: int, node: _Node) -> list[tuple[int, _Node, _Reading]]:
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
