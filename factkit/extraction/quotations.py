"""Pairing quotation marks: nested, unclosed, running on over paragraphs, and straight ones that look the same."""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from factkit.extraction.lexicon import Memory
from factkit.extraction.model import Document
from factkit.languages import LanguagePack
from factkit.reading.segments import Tokens


class Quote(NamedTuple):
    """A quotation as token numbers: `first` is the opening mark, `stop` one past the closing mark (or past the last
    token, where the mark is missing); `closed`: whether it has one; `depth`: how many quotations stand around it."""

    first: int
    stop: int
    closed: bool
    depth: int


def find_quotes(document: Document) -> list[Quote]:
    """All quotations, outer before inner, in text order. A mark that is never closed reaches to its paragraph's end."""
    tokens = document.tokens
    openers, _, either = _marks(document.pack)
    places = [found.start() for found in _MARK.finditer(document.look(marks_of))]
    offsets = [tokens.starts[number] for number in places]
    quotes: list[Quote] = []
    begin = 0
    for start, stop in document.paragraphs if places else ():
        begin = bisect_left(offsets, start, begin)
        end = bisect_left(offsets, stop, begin)
        if end > begin:
            last = bisect_left(tokens.starts, stop)
            quotes += _pair(document.text, tokens, places[begin:end], last, openers, either)
        begin = end
    return sorted(quotes, key=lambda quote: (quote.first, -quote.stop))


_MARK = re.compile(b"\x01")
_DEEPEST = 6  # quotations inside one another; marks that would go deeper are strewn about
_EMPTY = 2  # tokens of an unclosed quotation that holds nothing to speak of
_SHORT_YEAR = 2  # digits
_DOUBLE = frozenset(["“", "”", "„", '"', "‘‘"])
_APOSTROPHE = "'"
_BEFORE = "([—–-\u200b\u200e\u200f\u202a\u202b\u202c"  # what an opening mark may touch, marks of direction included
_STROKES = frozenset(['"', "''", "’’"])  # close what any double mark opened


@cache
def marks_of(pack: LanguagePack) -> Memory[str, int]:
    """Which words are quotation marks (1)."""
    openers, closers, either = _marks(pack)
    return Memory(closers.union(openers, either).__contains__)


@cache
def _marks(pack: LanguagePack) -> tuple[dict[str, frozenset[str]], frozenset[str], frozenset[str]]:
    closing: dict[str, set[str]] = {"‘‘": {"’’"}}  # each mark typed as two, in any language
    for pair in pack.quotes.pairs:
        opener, closer = pair.split(" ") if " " in pair else (pair[0], pair[1:])
        closing.setdefault(opener, set()).add(closer)
    openers = {mark: frozenset(closers) for mark, closers in closing.items()}
    return openers, frozenset().union(*closing.values()), frozenset(pack.quotes.any)


def _pair(
    text: str,
    tokens: Tokens,
    places: list[int],
    last: int,
    openers: dict[str, frozenset[str]],
    either: frozenset[str],
) -> list[Quote]:
    """Pairs the marks at `places`, all of one paragraph that ends before token `last`."""
    stack: list[tuple[int, str]] = []
    quotes: list[Quote] = []
    for place, number in enumerate(places):
        mark = tokens.words[number]
        if mark in _DOUBLE and number > 1 and _measures(tokens, number):
            continue
        if mark == _APOSTROPHE and _owns(text, tokens, places, place):
            continue
        depth = next((d for d in range(len(stack) - 1, -1, -1) if _closes(mark, stack[d][1], openers, either)), None)
        if depth is None and stack and stack[-1][1] == mark and _leans_left(text, tokens, number):
            depth = len(stack) - 1  # the opening mark typed once more to close
        if depth is None and mark not in openers and mark not in either and _leans_right(text, tokens, number):
            mark = next((opener for opener in sorted(openers) if mark in openers[opener]), mark)  # typed the wrong way
        opens = (mark in openers or mark in either) and not _shortens(tokens, number)
        if depth is not None and not (opens and _leans_right(text, tokens, number)):
            first = stack[depth][0]
            del stack[depth:]
            quotes.append(Quote(first, _past_mark(tokens, number), closed=True, depth=depth))
        elif (
            opens
            and len(stack) < _DEEPEST
            and not (mark in either and _leans_left(text, tokens, number))
            and (not stack or stack[-1][1] != mark)
        ):
            stack.append((number, mark))
    quotes += [
        Quote(first, last, closed=False, depth=depth)
        for depth, (first, mark) in enumerate(stack)
        if depth == 0 and len(mark.strip("'‘‚‹")) and last - first > _EMPTY
    ]
    return quotes


def _owns(text: str, tokens: Tokens, places: list[int], place: int) -> bool:
    """Whether a straight single mark is the apostrophe of several owners ("'It is the workers' fault,' she said"): a
    word follows it, and the next such mark closes, too."""
    number, later = places[place], places[place + 1 : place + 2]
    after = tokens.words[number + 1] if number + 1 < len(tokens.words) else ""
    if not (after[:1].islower() and number and tokens.words[number - 1].endswith("s")):
        return False
    if not _leans_left(text, tokens, number) or not later or tokens.words[later[0]] != _APOSTROPHE:
        return False
    return _leans_left(text, tokens, later[0]) and not _leans_right(text, tokens, later[0])


def _shortens(tokens: Tokens, number: int) -> bool:
    """Whether a single mark is an apostrophe, some typed the wrong way: in a word ("it‘s") or before a year ("‘08")."""
    after = number + 1
    if tokens.words[number] not in ("‘", _APOSTROPHE) or after >= len(tokens.words):
        return False
    inside = number > 0 and tokens.ends[number - 1] == tokens.starts[number] and tokens.words[number - 1][-1].isalnum()
    year = tokens.words[after].rstrip("s")
    return inside or (year.isdigit() and len(year) == _SHORT_YEAR)


def _measures(tokens: Tokens, number: int) -> bool:
    """Whether a mark stands for inches, right behind a number of feet and one of them (6’2”)."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    last = words[number - 1]
    if not last[-1].isdigit() or ends[number - 1] != starts[number]:
        return False
    apart = number > 3 and words[number - 2] in ("'", "’") and words[number - 3][-1].isdigit()
    joined = starts[number - 2] if apart else 0
    return last.partition("’")[0].isdigit() and "’" in last if not apart else ends[number - 3] == joined


def _past_mark(tokens: Tokens, number: int) -> int:
    """One past a closing mark; typed as three strokes, two quotations end with it (“''He said 'no.'''”)."""
    after = number + 1
    if tokens.words[number] != "''" or after >= len(tokens.words) or tokens.words[after] != "'":
        return after
    return after + (tokens.ends[number] == tokens.starts[after])


def _closes(mark: str, opener: str, openers: dict[str, frozenset[str]], either: frozenset[str]) -> bool:
    """Whether `mark` may close what `opener` opened; in the wild, curly and straight double marks are mixed."""
    if opener in either:
        return mark == opener or ((mark in _DOUBLE or mark == "’’") and mark not in openers)
    return mark in openers[opener] or (mark in _STROKES and opener in _DOUBLE)


def _leans_right(text: str, tokens: Tokens, number: int) -> bool:
    """Whether the mark touches a word after it and none before: an opening mark by its looks."""
    start, end = tokens.starts[number], tokens.ends[number]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return (before.isspace() or before in _BEFORE) and not after.isspace()


def _leans_left(text: str, tokens: Tokens, number: int) -> bool:
    """Whether the mark touches something before it and nothing after: a closing mark by its looks."""
    start, end = tokens.starts[number], tokens.ends[number]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not before.isspace() and before not in _BEFORE and not (after.isalnum())
