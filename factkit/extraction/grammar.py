"""The number words and digits of a language, cut out of a text as atoms; `numbers` puts them together.

An atom is one word or one run of digits that has a value of its own: "two", "hundred", "2,5", "half". What stands
between two atoms (a space, a hyphen, "and") is a gap, and its meaning is looked up by its exact letters.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from factkit.extraction.lexicon import Memory
from factkit.languages import LanguagePack
from factkit.languages.schema import Numbers, Words
from factkit.reading.segments import Tokens, lower, tokenize

CARDINAL, SCALE, PART, DENOMINATOR, VAGUE, IGNORED, SPAN, ORDINAL = range(8)
ARTICLE, PLURAL, BOUND, COLLECTIVE, DOTTED, DIGITS, PARTS = (1 << bit for bit in range(7))
GLUE, SPACE, HYPHEN, AND, AND_PART, LINK, PART_LINK, POINT, OVER, TO, DASH, PAUSE = (1 << bit for bit in range(12))

Value: TypeAlias = int | Decimal
_SPACES = re.compile(r"\s+")
_NARROW = "\u00a0\u202f\u2009\u2007'’"
_MARKS = re.compile(r"[^0-9]")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+(?=[-‐‑]?$)")
_LONGEST_SCALE = 24  # letters of a scale word and its hyphen at most
_RAISED = frozenset("ºª")  # letters that make an ordinal, behind a full stop, too
_POWER = re.compile("[eE^]")
_TAIL = re.compile(r"([-‐‑]?)([^\W\d_]+)")
_GREAT = 10_000
_CODE = 3  # letters of a currency's code
_REMARK = re.compile(r"[^-\n.;:]{1,60}\w-(?![\w-])")  # "50 hurt -18 of them policemen-"
_DEGREES = re.compile("[ \u00a0\u202f]?[%°]|$")
_LONGEST = 60  # characters of a number in digits; longer ones are codes or tables, and no float holds them
_BEFORE = 8  # characters before a run of number words that may join it
_RARE = 10**12
# Numbers that only make sense with the comma between groups: "12,345", "1,234,567", "2,000".
_FOREIGN = re.compile(r"[1-9](?<![\d.,].)(?:\d{1,2},\d{3}|,(?:000|\d{3},\d{3}))(?![\d,])")
# Sorts of words: no number; a number word; one that is something else in a text with marks; one made of number words;
# one that ends an ordinal.
_OTHER, _NUMBER, _UNMARKED, _COMPOUND, _ORDINAL = range(5)
_COUNTING = re.compile(b"[\x01-\x04]")
_DASHES = "-‐‑–—−~∼〜～"
CURRENCIES = tuple("€$£¥₩₴₽")
_MONEY = re.compile(r"^ ?[%％°€£¥₩₴₽$]|[€£¥₩₴₽$] ?$")


class Entry(NamedTuple):
    """What a number word says: its kind, its value, its flags, and its value as a denominator where it can be one."""

    kind: int
    value: Value
    flags: int = 0
    denominator: Value | None = None


class Atom(NamedTuple):
    """An entry at `text[start:end]`."""

    start: int
    end: int
    entry: Entry


_Pieces = tuple[tuple[int, int, Entry], ...]  # offsets inside a word


@dataclass(frozen=True, slots=True, eq=False)  # hashed by identity: there is one for each pack
class Grammar:
    """A pack's numbers, made ready for looking up.

    words: entries by word. phrases: by their last word, with the words before it. gaps: meanings of what stands
    between two atoms. between: what joins the ends of a range, with the words that open it. run: number words written
    together; letters: what they are made of; context: what must follow to make them a number. unit: what may follow
    the lower end of a range. ratios: single words between part and whole ("one-in-five"). codes: short names of money
    that digits may be written onto ("EUR500"); percent: what makes the number before it a percentage. halved: percent
    and points, of which half a one may be told ("medio punto"); prefixes: fractions written onto them ("полпроцента").
    """

    section: Numbers
    words: Mapping[str, Entry]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    suffixes: Mapping[str, Entry]
    gaps: Mapping[str, int]
    between: Mapping[str, tuple[str, ...]]
    triggers: frozenset[str]
    digits: re.Pattern[str]
    run: re.Pattern[str] | None
    piece: re.Pattern[str] | None
    letters: re.Pattern[str] | None
    context: re.Pattern[str] | None
    unit: re.Pattern[str] | None
    before_run: re.Pattern[str] | None
    minus: frozenset[str]
    points: frozenset[str]
    indefinite: frozenset[str]
    ordinals: frozenset[str]
    ordinal: re.Pattern[str] | None
    unmarked: frozenset[str]
    singulars: frozenset[str]
    singular_after: frozenset[str]
    not_minus: tuple[str, ...]
    ratios: frozenset[str]
    codes: frozenset[str]
    percent: re.Pattern[str] | None
    halved: re.Pattern[str] | None
    prefixes: tuple[tuple[str, Entry], ...]

    def gap(self, text: str, start: int, end: int) -> int:
        """What `text[start:end]` between two atoms may mean, as a set of bits; 0 where it keeps them apart."""
        if start == end:
            return self.gaps.get("", GLUE)
        return self.gaps.get(plain(text[start:end]), 0) if end - start <= 24 else 0

    def joins_range(self, text: str, left: int, start: int, end: int) -> int:
        """TO or DASH where `text[start:end]` joins the ends of a range whose lower number begins at `left`, else 0."""
        if end - start > 24 or "\n\n" in text[start:end]:
            return 0
        sign = text[end - 1 : end]
        if sign in CURRENCIES and text[left - 1 : left] != sign and sign not in text[start : end - 1]:
            return 0  # "in 2014 to $557 million": money and something else are no range
        joint = between_numbers(text, start, end)
        if self.unit is not None:
            counter = self.unit.match(joint)
            joint = joint[counter.end() :] if counter else joint
        meaning = self.gaps.get(joint, 0) & (TO | DASH)
        if meaning:
            return meaning
        return TO if self.opens_range(text, left, joint) else 0

    def opens_range(self, text: str, left: int, joint: str) -> bool:
        """Whether a word before the number that begins at `left` opens a range with `joint` inside ("from … to")."""
        openers = self.between.get(joint)
        if not openers:
            return False
        before = plain(text[max(0, left - 24) : left]).rstrip("€£¥₩₴₽$").rstrip()
        return any(before.endswith(opener) and not before[: -len(opener)][-1:].isalpha() for opener in openers)


def between_numbers(text: str, start: int, end: int) -> str:
    """`text[start:end]` without the signs of money or percent at its edges."""
    return _MONEY.sub("", _MONEY.sub("", plain(text[start:end])))


def plain(gap: str) -> str:
    """`gap` in small letters, every stretch of white space as one space, but empty lines kept apart."""
    return gap if gap == " " else _SPACES.sub(lambda found: "\n\n" if found[0].count("\n") > 1 else " ", lower(gap))


def value_of(key: str) -> Value:
    """The value that a pack's key names: "1000", "1e9", "0.5" or "1/3"."""
    over = key.partition("/")
    value = Decimal(over[0]) / Decimal(over[2] or 1)
    return int(value) if value == int(value) else value


def spellings(form: str) -> Iterator[str]:
    """`form` in small letters as people type it: with its marks or without, with each apostrophe."""
    word = lower(form)
    for apostrophe in "'’ʼ‘" if "'" in word else " ":
        typed = word.replace("'", apostrophe) if "'" in word else word
        parts = unicodedata.normalize("NFD", typed)
        yield typed
        yield "".join(c for c in parts if not unicodedata.combining(c))


@cache
def grammar_of(pack: LanguagePack) -> Grammar:
    """The grammar of the pack's numbers."""
    return _compile(pack)


def _compile(pack: LanguagePack) -> Grammar:
    section = pack.numbers
    words: dict[str, Entry] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    entries = list(_entries(section))
    typed = [(spelling, entry) for form, entry in entries for spelling in dict.fromkeys(spellings(form))]
    # As the pack writes it comes first: a spelling without marks may be another number's word.
    for spelling, entry in (*entries, *typed):
        cut = tuple(tokenize(spelling, pack).words)
        if len(cut) == 1:
            words.setdefault(cut[0], entry)
        elif cut:
            phrases.setdefault(cut[-1], []).append((cut[:-1], entry))
    run, piece, before = _run_patterns(section, words)
    return Grammar(
        section=section,
        words=words,
        phrases={last: tuple(sorted(options, key=lambda o: -len(o[0]))) for last, options in phrases.items()},
        suffixes={form: Entry(SCALE, value_of(key)) for key, forms in section.suffixes.items() for form in forms},
        gaps=_gaps(section),
        between=_between(section.between),
        triggers=frozenset(words) | frozenset(phrases),
        digits=_digit_pattern(section),
        run=run,
        piece=piece,
        letters=_letters((*words, *section.over, *section.points, *section.and_words)) if run else None,
        context=_context(section),
        unit=_alternatives(section.counters, r" ?(?:{})"),
        before_run=before,
        minus=frozenset(map(lower, section.minus)),
        points=frozenset(map(lower, section.points)),
        indefinite=frozenset(map(lower, section.indefinite)),
        ordinals=frozenset(map(lower, section.ordinals)),
        ordinal=_ordinal(section.ordinal_words),
        unmarked=frozenset(map(lower, section.unmarked)),
        singulars=frozenset(map(lower, section.singulars)),
        singular_after=frozenset(map(lower, section.singular_after)),
        not_minus=tuple(map(lower, section.not_minus)),
        ratios=frozenset(lower(word) for words in section.ratios.values() for word in words if " " not in word),
        codes=_codes(pack.figures.currencies),
        percent=_alternatives(map(lower, pack.figures.units.get("percent", ())), r"[ \u00a0\u202f]?(?:{})"),
        halved=_halved(pack),
        prefixes=tuple(
            (lower(prefix), Entry(PART, value_of(key)))
            for key, prefixes in section.prefixes.items()
            for prefix in prefixes
        ),
    )


def _halved(pack: LanguagePack) -> re.Pattern[str] | None:
    """Words for percent and points, as whole words."""
    units = pack.figures.units
    words = {
        lower(word) for word in (*units.get("percent", ()), *units.get("percentage_point", ()), *pack.figures.points)
    }
    whole = sorted(
        (re.escape(word.strip("~")) + r"\w*" * word.endswith("~") for word in words if word[0].isalpha()), key=len
    )
    return re.compile(rf"(?:{'|'.join(reversed(whole))})(?!\w)") if whole else None


def _codes(currencies: Mapping[str, Words]) -> frozenset[str]:
    """ISO 4217 codes, and the like ("Rs", "RM"), as they are typed before digits."""
    short = [form for forms in currencies.values() for form in forms if len(form) <= _CODE and form.isalpha()]
    return frozenset((*currencies, *map(str.upper, short), *map(str.capitalize, short)))


def _entries(section: Numbers) -> Iterator[tuple[str, Entry]]:
    """Every form of every number word with its entry, without the full stop of abbreviations."""
    articles, plurals, bound = (
        {lower(form).rstrip(".") for form in forms} for forms in (section.articles, section.plurals, section.bound)
    )
    denominators = {lower(f): value_of(key) for key, forms in section.denominators.items() for f in forms}
    for kind, table, flag in (
        (CARDINAL, section.cardinals, 0),
        (SCALE, section.scales, 0),
        (SCALE, section.collectives, COLLECTIVE),
        (PART, section.parts, 0),
    ):
        for key, forms in table.items():
            for form in forms:
                word = lower(form).rstrip(".")
                flags = flag | (ARTICLE if word in articles else 0) | (PLURAL if word in plurals else 0)
                flags |= (BOUND if word in bound else 0) | (DOTTED if form.endswith(".") else 0)
                yield word, Entry(kind, value_of(key), flags, denominators.get(word))
    for word, value in denominators.items():
        yield word, Entry(DENOMINATOR, value, PARTS if word.endswith(section.part_endings) else 0, value)
    for word in section.quantifiers:
        yield word, Entry(VAGUE, 0)
    for key, forms in section.spans.items():
        for word in forms:
            yield word, Entry(SPAN, value_of(key))
    for word in section.ignored:
        yield word, Entry(IGNORED, 0)


def _gaps(section: Numbers) -> dict[str, int]:
    gaps = {"": GLUE, " ": SPACE, "-": HYPHEN, "‑": HYPHEN, "‐": HYPHEN}
    for dash in _DASHES:
        for gap in (dash, f" {dash} ", f"{dash} "):
            gaps[gap] = gaps.get(gap, 0) | DASH
    if section.pauses:
        gaps[", "] = PAUSE
    gaps |= dict.fromkeys(section.rounders, GLUE)  # "600여만"
    for words, meaning in (
        (section.and_words, AND),
        (section.part_words, AND_PART),
        (section.links, LINK | PART_LINK),
        (section.part_links, PART_LINK),
        (section.points, POINT),
        (section.over, OVER),
        (section.to, TO),
    ):
        for word in map(lower, words):
            forms = [f" {word} ", f"-{word.replace(' ', '-')}-", f" {word}-"]
            if meaning == TO:
                forms.append(f"- {word} ")  # "zwei- bis dreihundert"
            if section.compounds or section.glued:
                forms += [word, f"{word} "]
            for gap in forms:
                gaps[gap] = gaps.get(gap, 0) | meaning
    return gaps


def _between(pairs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Openers by joiner, from "opener … joiner"."""
    result: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        opener, joiner = (lower(side.strip()) for side in pair.split("…"))
        gap = f" {joiner} "
        result[gap] = (*result.get(gap, ()), opener)
    return result


def _alternatives(words: Iterable[str], shape: str) -> re.Pattern[str] | None:
    found = sorted(set(words), key=lambda word: (-len(word), word))
    return re.compile(shape.format("|".join(map(re.escape, found)))) if found else None


def _ordinal(words: Iterable[str]) -> re.Pattern[str] | None:
    """A word that ends an ordinal, as a whole."""
    shapes = [re.escape(lower(word).strip("~")).join("[^-‐‑]*" if end else "" for end in _open(word)) for word in words]
    return re.compile("|".join(shapes)) if shapes else None


def _open(word: str) -> tuple[bool, bool]:
    return word.startswith("~"), word.endswith("~")


def _context(section: Numbers) -> re.Pattern[str] | None:
    ends = _alternatives(section.after_counters, "(?:{})")
    tail = rf"(?:{ends.pattern}|(?!\w))" if ends else r"(?!\w)"
    rounded = "|".join(map(re.escape, section.rounders))
    return _alternatives(section.counters, rf"(?P<rounded>{rounded})? ?(?:{{}}){tail}")


def _letters(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(set(''.join(words)))))}]+")


def _run_patterns(
    section: Numbers, words: Mapping[str, Entry]
) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None, re.Pattern[str] | None]:
    """Number words written together, one of them, and the joints that may stand before them."""
    if not (section.compounds or section.glued):
        return None, None, None
    joints = [lower(word) for word in (*section.and_words, *section.over, *section.points)]
    # "hundert|eins", not "hunderte|ins": plurals are never inside.
    pieces = [*(word for word, entry in words.items() if not entry.flags & PLURAL), *joints]
    # Possessive, longest word first: one way to cut, so the time is linear.
    run = _alternatives(pieces, r"(?:{})++")
    before = _alternatives(map(lower, (*section.over, *section.minus)), r"(?:{}) ?$")
    return run, _alternatives(pieces, r"(?:{})"), before


def _digit_pattern(section: Numbers) -> re.Pattern[str]:
    spaced = " " in section.grouping
    narrow = _NARROW + (" " if spaced else "")
    # Where plain spaces don't group, two groups or three noughts still are one number: "1 234 567", "10 000".
    rare = "" if spaced else "|(?: [0-9]{3}){2,}|(?: 000)"
    # One class of characters first: the search for it is what the time goes into.
    return re.compile(
        rf"[0-9¼-¾⅐-⅞](?:(?<=[1-9])[0-9]{{0,2}}(?:(?:[{narrow}][0-9]{{3}})+{rare})(?![0-9])(?:[.,][0-9]+)?"
        r"|(?<=[0-9])[0-9]*(?:[.,][0-9]+)*|)"
        r"(?:[eE^][+-]?[0-9]{1,2}(?![\w^]))?(?P<over>[/⁄][0-9]+(?![0-9/]))?(?P<vulgar> ?[¼-¾⅐-⅞])?"
    )


def atoms_of(text: str, tokens: Tokens, grammar: Grammar, sorts: bytes) -> list[Atom]:
    """All atoms of `text`, in order; `sorts` says of each token which sort of number word it is."""
    found = [*_digit_atoms(text, grammar)]
    found += _run_atoms(text, grammar) if grammar.section.counters else _word_atoms(text, tokens, grammar, sorts)
    found.sort()
    return found


def _word_atoms(text: str, tokens: Tokens, grammar: Grammar, sorts: bytes) -> Iterator[Atom]:
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    unmarked = _UNMARKED not in sorts or text.isascii() or not any(c.isalpha() for c in text if not c.isascii())
    for counting in _COUNTING.finditer(sorts):
        number = counting.start()
        word, sort = words[number], sorts[number]
        if sort == _UNMARKED and not unmarked:
            continue
        if sort == _ORDINAL:
            yield Atom(starts[number], tokens.ends[number], Entry(ORDINAL, 0))
            continue
        if sort == _COMPOUND:
            for start, end, entry in _pieces(word, grammar):
                yield Atom(starts[number] + start, starts[number] + end, entry)
            continue
        first, found = number, grammar.words.get(word)
        for before, option in grammar.phrases.get(word, ()):
            if before[-1] == words[number - 1] and tuple(words[max(0, number - len(before)) : number]) == before:
                first, found = number - len(before), option
                break
        if found is not None:
            if word in grammar.singulars and number and words[number - 1] in grammar.singular_after:
                found = found._replace(flags=found.flags & ~PLURAL)
            yield Atom(starts[first], _with_dot(text, ends[number], found), found)
        elif grammar.ordinal is not None and grammar.ordinal.fullmatch(word):
            yield Atom(starts[number], ends[number], Entry(ORDINAL, 0))  # the last word of a phrase that isn't there


@cache
def number_words(pack: LanguagePack) -> Memory[str, int]:
    """Which sort of number word each word is, if any."""
    grammar = grammar_of(pack)

    def sort(word: str) -> int:
        if word not in grammar.triggers:
            if grammar.ordinal is not None and grammar.ordinal.fullmatch(word):
                return _ORDINAL
            return _COMPOUND if _pieces(word, grammar) else _OTHER
        return _UNMARKED if word in grammar.unmarked else _NUMBER

    return Memory(sort)


def _with_dot(text: str, end: int, entry: Entry) -> int:
    return end + 1 if entry.flags & DOTTED and text[end : end + 1] == "." else end


def _pieces(word: str, grammar: Grammar) -> _Pieces:
    """The number words that `word` is made of ("twenty-one", "zweihundert"), if it is made of nothing else, or the
    fraction that is written onto a unit ("полпроцента").
    """
    for prefix, entry in grammar.prefixes:
        if word.startswith(prefix) and grammar.halved is not None and grammar.halved.match(word, len(prefix)):
            return ((0, len(prefix), entry),)
    if "-" in word or "‑" in word or "‐" in word:
        return _hyphenated(word, grammar)
    if grammar.run is not None and grammar.piece is not None and grammar.run.fullmatch(word):
        return _run_pieces(word, 0, len(word), grammar)
    return ()


def _run_pieces(text: str, start: int, end: int, grammar: Grammar) -> _Pieces:
    assert grammar.piece is not None
    found = ((piece.start(), piece.end(), piece[0]) for piece in grammar.piece.finditer(text, start, end))
    return tuple((a, b, grammar.words[word]) for a, b, word in found if word in grammar.words)


@cache
def _known_runs(grammar: Grammar) -> Memory[str, _Pieces]:
    """The number words of each run: there are few runs, and most are one syllable of some other word."""
    return Memory(lambda run: _run_pieces(run, 0, len(run), grammar))


def _hyphenated(word: str, grammar: Grammar) -> _Pieces:
    """Number words with hyphens between; a noun at the end ("five-member") leaves the number before it."""
    result: list[tuple[int, int, Entry]] = []
    if word[0].isdigit():
        return ()
    position = 0
    for part in re.split("([-‐‑])", word):
        entry = grammar.words.get(part)
        if entry is not None:
            result.append((position, position + len(part), entry))
        elif part not in "-‐‑" and f" {part} " not in grammar.gaps and not (part in grammar.ratios and result):
            inside = _run_pieces(word, position, position + len(part), grammar) if _is_run(part, grammar) else ()
            if not inside:
                if result and grammar.halved is not None and grammar.halved.fullmatch(part):
                    return tuple(result)  # "half-point", "demi-point"
                if part in grammar.ordinals or (grammar.ordinal is not None and grammar.ordinal.fullmatch(part)):
                    return ()
                halved = (
                    len(result) > 1 and result[0][2].kind == PART and result[1][2].kind == SCALE
                )  # "half-million-dollar"
                return tuple(result) if result and (halved or _counts_alone(result[0][2])) else ()
            result += inside
        position += len(part)
    return tuple(result)


def _counts_alone(entry: Entry) -> bool:
    """Whether the word is a number before any noun: "five-member", "million-plus", not "one-sided"."""
    if entry.kind == SCALE:
        return not entry.flags & (PLURAL | BOUND | COLLECTIVE)
    return entry.kind == CARDINAL and not entry.flags & ARTICLE


def _is_run(part: str, grammar: Grammar) -> bool:
    return grammar.run is not None and grammar.run.fullmatch(part) is not None


def _run_atoms(text: str, grammar: Grammar) -> Iterator[Atom]:
    """Number words written into running text, where what stands around them says that they are numbers."""
    small = lower(text)
    whole = (len(small) - len(small.lstrip()), len(small.rstrip()))
    for group in _run_groups(small, grammar):
        start, end = group[0].start, group[-1].end
        if (start, end) == whole or _counts(small, start, end, [atom.entry for atom in group], grammar):
            yield from group


def _run_groups(text: str, grammar: Grammar) -> Iterator[list[Atom]]:
    """Runs of number words, put together where a space stands after a great scale word ("육억 칠백만")."""
    group: list[Atom] = []
    known = _known_runs(grammar)
    for found in _runs(text, grammar):
        offset, pieces = found.start(), known[found[0]]
        if not pieces or not (group or _is_great(pieces[-1][2]) or _may_count(text, offset, grammar)):
            continue
        run = [Atom(offset + start, offset + end, entry) for start, end, entry in pieces]
        if group and not (text[group[-1].end : run[0].start] == " " and _is_great(group[-1].entry)):
            yield group
            group = []
        group += run
    if group:
        yield group


def _runs(text: str, grammar: Grammar) -> Iterator[re.Match[str]]:
    """Number words written together; a quick look for their letters goes before the slow one for the words."""
    if grammar.run is None or grammar.letters is None:
        return
    for block in grammar.letters.finditer(text):
        yield from grammar.run.finditer(text, block.start(), block.end())


def _may_count(text: str, start: int, grammar: Grammar) -> bool:
    """A first look at what stands before a run of number words, for speed: letters of another word mostly."""
    if not start or not text[start - 1].isalpha():
        return True
    return grammar.before_run is not None and grammar.before_run.search(text, max(0, start - 4), start) is not None


def _is_great(entry: Entry) -> bool:
    return entry.kind == SCALE and entry.value >= _GREAT


def _counts(text: str, start: int, end: int, entries: list[Entry], grammar: Grammar) -> bool:
    """Whether the run of number words at `text[start:end]` is a number, and not a part of other words."""
    if _goes_on(text, start, grammar):
        return entries[0].kind == SCALE or any(text.startswith(word, start) for word in grammar.section.over)
    assert grammar.before_run is not None
    if grammar.before_run.search(text, max(0, start - _BEFORE), start):
        return True
    if any(text.startswith(word, end) for word in grammar.section.over):
        return not (start and text[start - 1].isalpha())
    if (start and text[start - 1].isalpha()) or all(entry.flags & ARTICLE for entry in entries):
        return False
    if any(a.kind == b.kind == CARDINAL and (a.flags ^ b.flags) & ARTICLE for a, b in pairwise(entries)):
        return False  # digits of two counting systems are syllables of other words: 이두, 조사한
    if entries[0].kind == PART:
        return True
    # One syllable written onto a counter, or two that end in the name of 10^12, are mostly other words.
    context = grammar.context.match(text, end) if grammar.context is not None else None
    if context is not None:
        glued = end - start == 1 and text[end] != " " and not context["rounded"]
        rare = len(entries) < 3 and entries[-1].value >= _RARE
        return entries[0].kind in (VAGUE, SPAN) or not (glued or rare)
    return len(entries) > 2 and not text[end : end + 1].isalpha() and any(e.kind == SCALE for e in entries)


def _goes_on(text: str, start: int, grammar: Grammar) -> bool:
    """Whether digits stand right before, or a number with a rounder: "600|만", "3천여|만"."""
    if not start or text[start - 1].isdigit():
        return bool(start)
    rounder = next((word for word in grammar.section.rounders if text.endswith(word, 0, start)), "")
    if not rounder or start <= len(rounder):
        return False
    last = text[start - len(rounder) - 1]
    known = grammar.words.get(last)
    return last.isdigit() or (known is not None and known.kind == SCALE)


def _digit_atoms(text: str, grammar: Grammar) -> Iterator[Atom]:
    foreign = grammar.section.either and _FOREIGN.search(text) is not None
    for found in grammar.digits.finditer(text):
        start, end = found.span()
        if end - start > _LONGEST:
            continue
        if start and not (_may_begin(text, start, grammar) or _in_percent(text, start, end)):
            continue
        start, value = _value_at(text, start, found, grammar.section, foreign=foreign)
        if value is None:
            continue
        tail = _tail(text, start, end, grammar) if end < len(text) else None
        broken = (found["over"] or not text[end - 1].isdecimal()) and -1 < value < 1
        if tail is None:
            yield Atom(start, end, Entry(PART if broken else CARDINAL, value, DIGITS))
            continue
        scale = grammar.suffixes.get(tail[2]) if not tail[1] else None
        scale = scale or grammar.words.get(lower(tail[2]))
        if lower(tail[2]) in grammar.ordinals and not (scale and not tail[1]):
            continue
        yield Atom(start, end, Entry(PART if broken and scale is None else CARDINAL, value, DIGITS))
        if scale is not None and scale.kind == SCALE and not grammar.section.counters:
            yield Atom(tail.start(2), _with_dot(text, tail.end(), scale), scale)


def _tail(text: str, start: int, end: int, grammar: Grammar) -> re.Match[str] | None:
    """The letters right after digits, after a hyphen, or set off by a space: a no-break one where digits are grouped
    so, any behind money ("£1.5 m").
    """
    after = text[end]
    if after.isalpha() or after in "-‐‑":
        return _TAIL.match(text, end)
    if after == "." and text[end + 1 : end + 2] in _RAISED:
        return _TAIL.match(text, end + 1)  # "2.º"
    if after not in " \u00a0\u202f":
        return None
    money = text[max(0, start - 2) : start].rstrip().endswith(CURRENCIES)
    if money or " " in grammar.section.grouping:
        tail = _TAIL.match(text, end + 1)
        if tail and not tail[1] and tail[2] in grammar.suffixes:
            return tail if money or after != " " or text[tail.end() : tail.end() + 1] in CURRENCIES else None
    return None


def _in_percent(text: str, start: int, end: int) -> bool:
    """Whether digits behind a hyphen are no name's part, but a percentage: "a near-15% rise"."""
    return text.startswith("%", end) and text[start - 1] in "-‐‑" and text[start - 2 : start - 1].isalpha()


def _may_begin(text: str, start: int, grammar: Grammar) -> bool:
    """Whether digits at `start` begin a number: no name's part ("F-16", "G7", "v2.3") goes before."""
    last = text[start - 1]
    if last.isalnum() or last == "_":
        return last.isalpha() and ((grammar.section.glued and not last.isascii()) or _after_code(text, start, grammar))
    if start < 2 or last not in "-‐‑/.,":
        return True
    before = text[start - 2]
    if before.isalpha() and last not in "/.,":  # "1.5m-2m", "5 million-6 million", not "F-16"
        scale = _LETTERS_BEFORE.search(text, max(0, start - _LONGEST_SCALE), start - 1)
        return scale is not None and _leads_on(text, scale, grammar)
    return not (before.isalnum() and (last in ".," or before.isalpha() or last == "/"))


def _after_code(text: str, start: int, grammar: Grammar) -> bool:
    """Whether digits are written onto the code of a currency: "EUR500"."""
    letters = _LETTERS_BEFORE.search(text, max(0, start - _CODE - 1), start)
    return (
        letters is not None
        and letters[0] in grammar.codes
        and not text[letters.start() - 1 : letters.start()].isalnum()
    )


def _leads_on(text: str, word: re.Match[str], grammar: Grammar) -> bool:
    """Whether digits go on after the letters: a scale word, its letters right after digits, or a joint ("-to-")."""
    if word.start() and text[word.start() - 1].isdigit():
        return word[0] in grammar.suffixes
    small = lower(word[0])
    entry = grammar.words.get(small)
    return f"-{small}-" in grammar.gaps if entry is None else entry.kind == SCALE


def _value_at(
    text: str, start: int, found: re.Match[str], section: Numbers, *, foreign: bool
) -> tuple[int, Value | None]:
    """Where the number really begins (a leading point or minus sign belongs to it), and its value."""
    chunk, over, vulgar = found[0], found["over"], found["vulgar"]
    if not chunk[0].isdigit() or not chunk[0].isascii():
        return start, Decimal(str(unicodedata.numeric(chunk))) if len(chunk) == 1 else None
    chunk = chunk[: len(chunk) - len(over or "") - len(vulgar or "")]
    value = read_digits(chunk, section, foreign=foreign)
    if value is None:
        return start, None
    if start and text[start - 1] in ".," and chunk.isdigit() and _sets_apart(text, start - 1):
        start, value = start - 1, Decimal(f"0.{chunk}")
    if over:
        divisor = int(over[1:])
        if not divisor or (value >= divisor and (divisor > 4 or value > 9)):
            return start, None  # "24/7"
        value = Decimal(value) / divisor
    if vulgar:
        value += Decimal(str(unicodedata.numeric(vulgar[-1])))
    signed = start and text[start - 1] in "-−–" and (start == 1 or text[start - 2] in " \n\t\u00a0([")
    if signed and not _REMARK.match(text, found.end()):
        # A dash is a minus sign only before degrees and percentages, as it may be a mark without its space.
        if text[start - 1] != "–" or _DEGREES.match(text, found.end()):
            start, value = start - 1, -value
    return start, value


def _sets_apart(text: str, place: int) -> bool:
    """Whether a point at `place` can begin a number: ".5", "$.50", "-.5"."""
    if place and text[place - 1] in "-−":
        place -= 1
    return not place or text[place - 1].isspace() or text[place - 1] in CURRENCIES


def read_digits(chunk: str, section: Numbers, *, foreign: bool = False) -> Value | None:
    """The value of digits with marks between them, by the language's own convention; None where no reading fits.

    Three noughts after the decimal mark are a group in any language: nobody writes 2,000 for two. `foreign` says that
    any three digits after it are.
    """
    if chunk.isdigit():
        return int(chunk)
    base, sign, power = re.split("([eE^])", chunk) if _POWER.search(chunk) else (chunk, "", "")
    value = _grouped(base, section, foreign=foreign)
    if value is None or not power:
        return value
    value = Decimal(value) ** int(power) if sign == "^" else Decimal(value).scaleb(int(power))
    return int(value) if value == int(value) else value


def _grouped(chunk: str, section: Numbers, *, foreign: bool) -> Value | None:
    for mark in _NARROW + " ":
        if mark in chunk:
            chunk = chunk.replace(mark, "")
            return Decimal(chunk.replace(",", ".")) if _MARKS.search(chunk) else int(chunk)
    marks = _MARKS.findall(chunk)
    if not marks:
        return int(chunk)
    if len(set(marks)) == 2:
        whole, decimals = chunk.rsplit(marks[-1], 1)
        fits = marks.count(marks[-1]) == 1 and _groups(whole.split(marks[0]))
        return Decimal(whole.replace(marks[0], "") + "." + decimals) if fits else None
    pieces = chunk.split(marks[0])
    if _groups(pieces) and (marks[0] != section.decimal or len(pieces) > 2 or foreign or pieces[1] == "000"):
        return int("".join(pieces))
    return Decimal(".".join(pieces)) if len(pieces) == 2 else None


def _groups(pieces: list[str]) -> bool:
    """Whether the digits are grouped by thousands (1,234,567) or, after the first thousand, by hundreds (12,34,567)."""
    if pieces[0][0] == "0" or len(pieces[-1]) != 3 or len(pieces[0]) > 3:
        return False
    middle = {len(piece) for piece in pieces[1:-1]}
    return middle <= {3} or (middle == {2} and len(pieces[0]) <= 2)
