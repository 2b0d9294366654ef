"""Tokens, sentences and paragraphs of a text, as offsets into it. The text itself is never altered."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from factkit.languages import LanguagePack

# What may follow a token's first character. That one is taken by a plain set, since a search for a set is fast.
_PLAIN = r"(?<=[^\W\d])\w*+(?![-‐‑'’ʼ.])"  # most words: what may go on with them doesn't follow
_INITIALS = r"(?<=[^\W\d_])\.(?:[^\W\d_]\.)+"
_NUMBER = r"(?<=\d)\d*(?:[.,:]\d+)*(?:\w+)?(?:[-‐‑]\w+)*"
_LATIN_DOMAINS = "com|org|net|info|news|tv|eu|ro|md|ru|ua|fr|de|es|kr|uk|pl|az|lb"
_DOMAIN = rf"(?:\.(?:{_LATIN_DOMAINS}|ру|рф|укр|инфо|інфо|ком)\b)?"  # "News.ro" and "Газета.ру" are one word
_CLITIC = r"(?:s|re|ve|ll|d|m)\b"
_WORD = {
    "letter": r"(?<=\w)\w*(?:[-‐‑'’ʼ]\w+)*",
    "none": r"(?<=\w)\w*(?:[-‐‑]\w+)*",
    "elision": r"(?<=\w)(?:\w{0,5}['’](?=\w|\Z)|\w*(?:[-‐‑]\w+)*)",
    "clitic": rf"(?<=\w)\w*(?:[-‐‑]\w+|['’](?!{_CLITIC})\w+)*|(?<=\w['’]){_CLITIC}",
}
_MARK = r"(?<=\.)\.+|(?<=-)-+|(?<=')'|(?<=`)`|(?<=’)’|(?<=‘)‘|"
TERMINALS = frozenset({".", "!", "?", "…", "...", "。", "！", "？", "?!", "!?"})
CLOSERS = frozenset([*"\"'”’»›«‹)]}“‘」』〉》", "''", "’’"])
_SPACED = frozenset("»”›")  # closing marks that some languages set apart with a space
_EITHER = frozenset("«‹")  # marks that close in some languages and open in most
_OPENING_MARKS = frozenset('«„“"')
_LONGEST_NAME = 4  # words of a name in quotation marks
_TELLING = 80  # characters of a text in which the commonest letter with a mark would stand
_GO_ON = frozenset(["—", "–", "-", "--", "("])


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text as parallel lists: where each starts and ends, and its words without case."""

    starts: list[int]
    ends: list[int]
    words: list[str]


@cache
def _pattern(apostrophe: str, enclitics: tuple[str, ...] = (), gendered: tuple[str, ...] = ()) -> re.Pattern[str]:
    word, plain = _WORD[apostrophe], _PLAIN
    if gendered:  # "Sprecher:innen" is one word
        tails = "|".join(map(re.escape, gendered))
        word, plain = rf"{word}(?:(?:{tails})\b)?+", rf"{_PLAIN}(?!(?:{tails})\b)"
    if enclitics:  # the verb keeps what joins the pronoun to it: "a-t-|il"
        ends = (re.escape(ending).rpartition("-") for ending in enclitics)
        joints = "|".join(f"{joint}-(?={pronoun}\\b)" for joint, _, pronoun in ends)
        word = word.replace(r"(?:[-‐‑]\w+)*", rf"(?:(?!{joints})[-‐‑]\w+)*(?:{joints})?")
    return re.compile(rf"(\S(?:{plain}|{_INITIALS}|{_NUMBER}|(?:{word}){_DOMAIN}|{_MARK}))")


def tokenize(text: str, pack: LanguagePack) -> Tokens:
    """The words, numbers and punctuation marks of `text`, in order."""
    # Splitting with a group gives gap, token, gap, ...; adding up their lengths gives the offsets without a loop.
    small = lower(text)
    pieces = _pattern(pack.text.apostrophe, pack.text.enclitics, pack.text.gendered).split(small)
    edges = list(accumulate(map(len, pieces)))
    words = pieces[1::2]
    if len(text) >= _TELLING and pack.text.marks and next(iter(pack.text.marks)) not in small:
        marked = _marked_words(pack)
        words = [marked.get(word, word) for word in words]
    return Tokens(edges[0:-1:2], edges[1::2], words)


@cache
def _marked_words(pack: LanguagePack) -> dict[str, str]:
    """The pack's words with marks, by how they are typed without."""
    bare = str.maketrans(pack.text.marks)
    known = set(_words_in((pack.cues, pack.markers, pack.grammar, pack.people, pack.dates, pack.modality)))
    known |= set(_words_in((pack.figures, tuple(pack.measures.values()))))
    found = {word.translate(bare): word for word in sorted(known)}
    found = {typed: word for typed, word in found.items() if typed not in known}
    return found | {word.translate(bare): word for word in pack.text.restored}


def _words_in(value: object) -> Iterator[str]:
    """Every word in the strings of a pack's section, endings and beginnings of words aside."""
    if isinstance(value, str):
        yield from (word for word in lower(value).split() if word.replace("-", "").isalpha())
    elif isinstance(value, dict):
        yield from _words_in(tuple(value.values()))
    elif isinstance(value, tuple):
        for item in value:
            yield from _words_in(item)
    elif is_dataclass(value):
        yield from _words_in(tuple(getattr(value, section.name) for section in fields(value)))


def lower(text: str) -> str:
    """`text` in small letters, character by character, so that offsets stay true ('İ' alone would become two); letters
    that Romanian is typed with, right or wrong, are one."""
    small = text.lower()
    small = small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return small.replace("ş", "ș").replace("ţ", "ț")


_BREAK = re.compile(r"[\n\r\u2028\u2029]\s*")
_PAGE_WIDTH = 100  # characters of a line that may have been broken by hand


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Paragraphs as (start, end), without space around them.

    A blank line always ends one. A single line break does, too, unless the next line goes on in lower case, or the
    whole text was wrapped by hand to a width that the next word would have gone beyond.
    """
    lines = _lines(text)
    width = _wrapped_width(text, lines)
    spans: list[tuple[int, int]] = []
    previous: tuple[int, int, bool] | None = None
    for line in lines:
        if previous is not None and previous[2] and (text[line[0]].islower() or _beyond(text, previous, line, width)):
            spans[-1] = (spans[-1][0], line[1])
        else:
            spans.append(line[:2])
        previous = line
    return spans


_Line = tuple[int, int, bool]  # where its words start and end, and whether a single break follows


def _lines(text: str) -> list[_Line]:
    """The lines that hold something."""
    lines, start = [], len(text) - len(text.lstrip())
    for found in _BREAK.finditer(text, start):
        begin, end = found.span()
        single = end == begin + 1 or max(text.count("\n", begin, end), text.count("\r", begin, end)) <= 1
        lines.append((start, start + len(text[start:begin].rstrip()), single))
        start = end
    if start < len(text):
        lines.append((start, start + len(text[start:].rstrip()), False))
    return lines


def _wrapped_width(text: str, lines: list[_Line]) -> int:
    """The width that `text` was wrapped to by hand; 0 where it wasn't (few of its breaks were needed for any width)."""
    width = max((end - begin for begin, end, _ in lines), default=0)
    if width > _PAGE_WIDTH:
        return 0
    pairs = [(one, two) for one, two in pairwise(lines) if one[2]]
    needed = sum(_beyond(text, one, two, width) for one, two in pairs)
    return width if needed >= 3 and needed * 2 >= len(pairs) else 0


def _beyond(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Whether the first word of the line that follows would have made this one wider than `width` (if there is one)."""
    first = text[following[0] : following[1]].split(None, 1)[0]
    return width > 0 and line[1] - line[0] + 1 + len(first) > width


def sentences(text: str, tokens: Tokens, spans: list[tuple[int, int]], pack: LanguagePack) -> list[tuple[int, int]]:
    """Sentences as ranges of token numbers (first, one past the last), never across paragraphs `spans`.

    Tokens outside `spans` are in no sentence. What runs on and on without an end (a transcript, a table) is cut, so
    that whatever looks over a sentence stays linear in the text's length.
    """
    starts = tokens.starts
    marks = _marks(text, tokens)
    result: list[tuple[int, int]] = []
    place = last = 0
    for begin, stop in spans:
        first = bisect_left(starts, begin, last)
        last = bisect_left(starts, stop, first)
        place = bisect_left(marks, first, place)
        end = bisect_left(marks, last, place)
        for number in marks[place:end]:
            if number >= first and _ends_sentence(text, tokens, number, last, pack):
                stops = _after_closers(text, tokens, number + 1, last)
                result += _pieces(tokens.words, first, stops)
                first = stops
        place = end
        if last > first:
            result += _pieces(tokens.words, first, last)
    return result


_LONGEST = 400  # tokens of a sentence; no writer's sentence is longer
_PAUSES = frozenset(",;:")


def _pieces(words: list[str], first: int, stop: int) -> list[tuple[int, int]]:
    """The sentence, in pieces where it is too long: each ends with the last pause that it has room for, if any."""
    pieces: list[tuple[int, int]] = []
    while stop - first > _LONGEST:
        edge = first + _LONGEST
        cut = next((number + 1 for number in range(edge - 1, first, -1) if words[number] in _PAUSES), edge)
        pieces.append((first, cut))
        first = cut
    return [*pieces, (first, stop)]


_MARKS = re.compile(f"[{''.join(sorted(mark for mark in TERMINALS if len(mark) == 1))}]")


def _marks(text: str, tokens: Tokens) -> list[int]:
    """The tokens that may end a sentence: the marks themselves, and initials like "U.S.", which hold a full stop."""
    starts, words = tokens.starts, tokens.words
    found: list[int] = []
    number = -1
    for match in _MARKS.finditer(text):
        here = bisect_right(starts, match.start(), max(number, 0)) - 1
        if here > number and (words[here][-1] == "." or words[here] in TERMINALS):
            found.append(here)
            number = here
    return found


def _after_closers(text: str, tokens: Tokens, number: int, last: int) -> int:
    """The first token from `number` on that is no closing mark of what stands before it."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    while number < last and words[number] in CLOSERS:
        glued, mark = starts[number] == ends[number - 1], words[number]
        if not (glued and mark not in _EITHER) and not (
            (glued or mark in _SPACED) and _stands_free(text, ends[number])
        ):
            break
        number += 1
    return number


def _stands_free(text: str, end: int) -> bool:
    """Whether no word follows directly: "faux. » Il" closes where "ging. »Das" opens."""
    return end >= len(text) or not (text[end].isalnum() or text[end] in "„“‚‘")


def _ends_sentence(text: str, tokens: Tokens, number: int, last: int, pack: LanguagePack) -> bool:
    """Whether the mark at `number` ends a sentence: nothing small follows it, and no abbreviation stands before it."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    after = _after_closers(text, tokens, number + 1, last)
    if after >= last:
        return after > number + 1 or words[number] in TERMINALS
    closed = after > number + 1
    if starts[after] == ends[after - 1]:
        return not closed and _glued(text, tokens, number)
    # A dash or bracket before a small word goes on: «Плохо!» — сказал он.
    opening = after + 1 < last and words[after] in _GO_ON
    if text[starts[after + opening]].islower() or (closed and words[after] in _facts(pack).continuers):
        return False
    if words[number] not in TERMINALS and words[number][0] != ".":
        return _starts(text, tokens, after, last, pack)
    if words[number] != "." or number == 0 or ends[number - 1] != starts[number]:
        return True
    return not _abbreviated(text, tokens, number, after, pack) or _starts(text, tokens, after, last, pack)


def _abbreviated(text: str, tokens: Tokens, number: int, after: int, pack: LanguagePack) -> bool:
    """Whether the full stop at `number` belongs to an abbreviation, an initial or an ordinal before it."""
    word = tokens.words[number - 1].rpartition("-")[2]  # "then-Sen."
    written = text[tokens.ends[number - 1] - len(word) : tokens.ends[number - 1]]
    capital = written[:1].isupper()
    shouted = len(word) > 1 and written.isupper() and not text[tokens.starts[after] : tokens.ends[after]].isupper()
    if word in _facts(pack).trailing and (_named(text, tokens, after) or _speaks(text, tokens, after)):
        return False
    if word in _facts(pack).abbreviations and not shouted:  # "dna. Pop", but "the DNA. He"
        return True
    if capital and (len(word) == 1 or word in _facts(pack).capitalised):
        return True
    if not pack.text.ordinal_stop or not word.isdigit():
        return False
    told = (
        len(word) == 3 and number > 1 and tokens.words[number - 2] in _facts(pack).determiners
    )  # "des 120. Regiments"
    return told or len(word) <= 2 or tokens.words[after][0].isdigit()


def _named(text: str, tokens: Tokens, number: int) -> bool:
    """Whether a word with a capital, but no acronym or currency's code, stands at `number`."""
    word = text[tokens.starts[number] : tokens.ends[number]]
    return word[0].isupper() and (len(word) == 1 or word[1:].islower())


def _speaks(text: str, tokens: Tokens, number: int) -> bool:
    """Whether a quotation too long for a name opens at `number`, with a capital."""
    words, stop = tokens.words, number + 1
    if words[number] not in _OPENING_MARKS or stop >= len(words) or not text[tokens.starts[stop]].isupper():
        return False
    return not any(word in CLOSERS or word in TERMINALS for word in words[stop : stop + _LONGEST_NAME])


def _starts(text: str, tokens: Tokens, number: int, last: int, pack: LanguagePack) -> bool:
    """Whether the token at `number` is a small word with a capital, and no initial: it starts a sentence."""
    if tokens.words[number] not in _facts(pack).starters or not text[tokens.starts[number]].isupper():
        return False
    initial = tokens.ends[number] - tokens.starts[number] == 1 and number + 1 < last and tokens.words[number + 1] == "."
    return not initial


def _glued(text: str, tokens: Tokens, number: int) -> bool:
    """Whether only the space is missing after the mark: "left.She", "밝혔다.이어", but not "example.com" or "3.5"."""
    if number == 0 or tokens.ends[number - 1] != tokens.starts[number]:
        return False
    before, after = text[tokens.starts[number - 1] : tokens.ends[number - 1]], text[tokens.ends[number]]
    if len(before) < 2 or not (before.isalpha() and after.isalpha()):
        return False
    if after.isupper():
        return before.islower()
    return not after.islower() and not before[-1].islower() and not before[-1].isupper()


class _Facts(NamedTuple):
    """What the pack says about sentences, in small letters, for quick look-up."""

    abbreviations: frozenset[str]
    capitalised: frozenset[str]
    starters: frozenset[str]
    continuers: frozenset[str]
    trailing: frozenset[str]
    determiners: frozenset[str]


@cache
def _facts(pack: LanguagePack) -> _Facts:
    words = pack.text
    small = [word for word in words.abbreviations if word.islower()]
    capitalised = [word for word in words.abbreviations if not word.islower()]  # "Ill." is a state, "ill." is not
    return _Facts(
        *(
            frozenset(map(lower, found))
            for found in (
                small,
                capitalised,
                words.starters,
                words.continuers,
                words.trailing,
                pack.grammar.determiners,
            )
        )
    )
