"""Tokens, sentences and paragraphs of a text, as offsets into it. The text itself is never altered."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from factkit.languages import LanguagePack

_NUMBER = r"\d+(?:[.,:]\d+)*(?:\w+)?(?:[-‐‑]\w+)*"
_INITIALS = r"(?:[^\W\d_]\.){2,}"
_CLITIC = r"(?:s|re|ve|ll|d|m)\b"
_WORD = {
    "letter": r"\w+(?:[-‐‑'’ʼ]\w+)*",
    "elision": r"\w{1,6}['’](?=\w)|\w+(?:[-‐‑]\w+)*",
    "clitic": rf"\w+(?:[-‐‑]\w+|['’](?!{_CLITIC})\w+)*|(?<=\w)['’]{_CLITIC}",
}
_MARK = r"\.{2,}|--+|''|``|[^\w\s]"
TERMINALS = frozenset({".", "!", "?", "…", "...", "。", "！", "？", "?!", "!?"})
CLOSERS = frozenset({*"\"'”’»›)]}“", "''"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text as parallel lists: where each starts and ends, and its words without case."""

    starts: list[int]
    ends: list[int]
    words: list[str]


@cache
def _pattern(apostrophe: str) -> re.Pattern[str]:
    return re.compile(f"({'|'.join((_INITIALS, _NUMBER, _WORD[apostrophe], _MARK))})")


def tokenize(text: str, pack: LanguagePack) -> Tokens:
    """The words, numbers and punctuation marks of `text`, in order."""
    # Splitting with a group gives gap, token, gap, ...; adding up their lengths gives the offsets without a loop.
    pieces = _pattern(pack.text.apostrophe).split(lower(text))
    edges = list(accumulate(map(len, pieces)))
    return Tokens(edges[0:-1:2], edges[1::2], pieces[1::2])


def lower(text: str) -> str:
    """`text` in small letters, character by character, so that offsets stay true ('İ' alone would become two)."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


_BREAK = re.compile(r"[^\S\n]*\n(?:[^\S\n]*\n)*\s*")
_WRAPPED = (50, 100)  # characters of a line that may have been broken by hand


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Paragraphs as (start, end). A blank line always ends one; a single line break does unless the line was merely
    wrapped (the next one goes on in lower case, or a line of ordinary width breaks off without punctuation)."""
    spans, start, line = [], 0, 0
    for found in _BREAK.finditer(text):
        begin, end = found.span()
        single = text.count("\n", begin, end) == 1
        if single and end < len(text) and _continues(text, line, begin, end):
            line = end
            continue
        spans.append((start, begin))
        start = line = end
    spans.append((start, len(text.rstrip())))
    return [(a + len(text[a:b]) - len(text[a:b].lstrip()), b) for a, b in spans if text[a:b].strip()]


def _continues(text: str, line: int, begin: int, end: int) -> bool:
    if text[end].islower():
        return True
    low, high = _WRAPPED
    return low <= begin - line <= high and (text[begin - 1].islower() or text[begin - 1] == ",") and text[end].isalpha() and (
        "\n\n" in text
    )


def sentences(text: str, tokens: Tokens, spans: list[tuple[int, int]], pack: LanguagePack) -> list[tuple[int, int]]:
    """Sentences as ranges of token numbers (first, one past the last), never across paragraphs `spans`."""
    abbreviations = frozenset(lower(word) for word in pack.text.abbreviations)
    starts, words = tokens.starts, tokens.words
    result: list[tuple[int, int]] = []
    number, count = 0, len(words)
    for _, stop in spans:
        first = number
        while number < count and starts[number] < stop:
            if words[number] in TERMINALS and _ends_sentence(text, tokens, number, abbreviations):
                number += 1
                while number < count and words[number] in CLOSERS and starts[number] == tokens.ends[number - 1]:
                    number += 1
                result.append((first, number))
                first = number
            else:
                number += 1
        if number > first:
            result.append((first, number))
    return result


def _ends_sentence(text: str, tokens: Tokens, number: int, abbreviations: frozenset[str]) -> bool:
    """Whether the mark at `number` ends a sentence: nothing small follows it, and no abbreviation stands before it."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    after = number + 1
    while after < len(words) and words[after] in CLOSERS and starts[after] == ends[after - 1]:
        after += 1
    if after < len(words):
        if starts[after] == ends[after - 1] or text[starts[after]].islower():
            return False
        if words[number] != ".":
            return True
    if number and words[number] == "." and ends[number - 1] == starts[number] and after < len(words):
        before = text[starts[number - 1] : ends[number - 1]]
        return not (lower(before) in abbreviations or (len(before) == 1 and before.isupper()))
    return True
