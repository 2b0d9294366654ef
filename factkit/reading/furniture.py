"""Which paragraphs are running text, and which are the page's furniture: credits, bylines, links, notices.

Every rule asks for a short paragraph that opens or ends with words of the pack's [furniture] *and* has the shape of
such a line; in doubt a paragraph stays, since a sentence lost is worse than a line too many.
"""

import re
from functools import cache
from typing import NamedTuple

from factkit.languages import LanguagePack
from factkit.reading.datelines import after_dateline
from factkit.reading.segments import lower, paragraphs

_LONGEST = {"credit": 200, "byline": 120, "link": 200, "stamp": 100, "notice": 600}  # characters of such a line
_NAMES = 9  # words of a byline
_HEAD, _TAIL = 60, 90  # characters looked at, at a paragraph's start and end
_DECORATION = " \t\u00a0([{*_#►▶>•·–—-|/▲△■□●◆→☞\ufeff"
_SEPARATORS = ":=/|>»›→–—-©("
_TERMINALS = (".", "!", "?", "…", "。")
_DATE = re.compile(
    r"\b\d{1,2}[:.h]\d{2}\b|\b\d{4}[-./]\s?\d{1,2}[-./]\s?\d{1,2}|\b\d{1,2}[-./]\s?\d{1,2}[-./]\s?\d{2,4}\b"
    r"|\b\d{1,2}\.?\s\w{3,12}\.?,?\s\d{4}\b|\b\w{3,12}\.?\s\d{1,2},\s\d{4}\b|\b\d{4}년"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+")
_LINKS = ("#", "@", "http://", "https://", "www.")
_MENU = re.compile(r"\s[|>›·]\s")


class _Opening(NamedTuple):
    """Words that may open a furniture line, in small letters; `free` if they say so whatever follows."""

    words: str
    kind: str
    free: bool


def running_text(text: str, pack: LanguagePack) -> list[tuple[int, int]]:
    """The paragraphs of `text` that are running text, as (start, end), in order.

    Photo credits, bylines, times of publication, links to other stories, notices of the site and menus are left out;
    a dateline at a paragraph's beginning and a credit at its end are cut off.
    """
    openings, credit = _openings(pack), _credit_pattern(pack)
    spans = []
    for start, end in paragraphs(text):
        if _is_furniture(text, start, end, pack, openings):
            continue
        if credit and credit.search(text, max(start, end - _TAIL), end):
            end = _without_credit(text, start, end, pack)  # noqa: PLW2901 - the paragraph's end moves
        spans.append((after_dateline(text, start, end, pack), end))
    return spans


@cache
def _openings(pack: LanguagePack) -> dict[str, tuple[_Opening, ...]]:
    """The pack's words by their first two characters, the longest first."""
    words = pack.furniture
    kinds = (
        ("notice", words.notices),
        ("credit", words.credits),
        ("link", words.links),
        ("stamp", words.stamps),
        ("byline", words.bylines),
    )
    table: dict[str, list[_Opening]] = {}
    for kind, phrases in kinds:
        for phrase in phrases:
            opening = _Opening(lower(phrase.removesuffix("~")), kind, phrase.endswith("~"))
            table.setdefault(opening.words[:2], []).append(opening)
    return {key: tuple(sorted(found, key=lambda opening: -len(opening.words))) for key, found in table.items()}


@cache
def _credit_marks(pack: LanguagePack) -> tuple[str, ...]:
    """What opens a credit even in the middle of a line: those of the pack's words that end in a mark."""
    return tuple(lower(words) for words in pack.furniture.credits if not words[-1].isalnum())


@cache
def _credit_pattern(pack: LanguagePack) -> re.Pattern[str] | None:
    """A first look for credits at a paragraph's end: the marks that they open with."""
    lasts = sorted({mark[-1] for mark in _credit_marks(pack)})
    return re.compile(f"[{re.escape(''.join(lasts))}]", re.IGNORECASE) if lasts else None


def _is_furniture(
    text: str, start: int, end: int, pack: LanguagePack, openings: dict[str, tuple[_Opening, ...]]
) -> bool:
    head = lower(text[start : min(end, start + _HEAD)]).lstrip(_DECORATION)
    for opening in (*openings.get(head[:2], ()), *openings.get(head[:1], ())):
        if head.startswith(opening.words) and end - start <= _LONGEST[opening.kind]:
            line = text[start:end].lstrip(_DECORATION)
            if _opens_furniture(opening, line[len(opening.words) :], pack):
                return True
    return end - start <= _LONGEST["link"] and _has_furniture_shape(text[start:end], pack)


def _opens_furniture(opening: _Opening, rest: str, pack: LanguagePack) -> bool:
    """Whether a line that goes on with `rest` after the opening words is what they may open."""
    if opening.free:
        return True
    marked = not opening.words[-1].isalnum()
    if rest[:1].isalnum() and not marked:
        return False  # the opening is only the start of a longer word
    plain = rest.strip()
    if not plain.strip(_DECORATION + ".:)]}*_"):
        return True
    if opening.kind == "notice":
        return plain[0] in ":|" and not plain.endswith((".", "。"))
    if opening.kind == "stamp":
        return not plain.endswith(_TERMINALS) and _DATE.search(plain) is not None
    separated = marked or plain[0] in _SEPARATORS
    if opening.kind == "credit":
        return separated or _are_names(plain, pack)
    if opening.kind == "link":
        several = " " in opening.words or opening.words.upper() == opening.words  # "Watch" alone may open a sentence
        return separated or (several and not plain[0].islower() and not plain.endswith((".", "。")))
    return _are_names(re.split(r"[|•·]", plain.lstrip(_DECORATION + ":"))[0], pack)


def _are_names(line: str, pack: LanguagePack) -> bool:
    """Whether `line` is a few names and nothing else: no small words but the pack's joins, no number, no sentence."""
    words = [word.strip(",;:/|()[]&.\"'") for word in _ADDRESS.sub("", line).split()]
    if len(words) > _NAMES or line.rstrip().endswith(("!", "?", "…", "。")) or any(c.isdigit() for c in "".join(words)):
        return False
    if any(word.endswith(".") and _ends_sentence(word, pack) for word in line.split()):
        return False
    joins = _joins(pack)
    return all(not word[:1].islower() or lower(word) in joins for word in words)


def _ends_sentence(word: str, pack: LanguagePack) -> bool:
    plain = word[:-1]
    return len(plain) > 2 and "." not in plain and lower(plain) not in map(lower, pack.text.abbreviations)


@cache
def _joins(pack: LanguagePack) -> frozenset[str]:
    words = (*pack.furniture.byline_joins, *pack.furniture.byline_ends)
    return frozenset(lower(part) for word in words for part in word.split())


def _has_furniture_shape(line: str, pack: LanguagePack) -> bool:
    """Lines told by their shape: addresses and tags alone, menus, and bylines that end with an agency or a role."""
    if line.startswith(_LINKS) and all(word.startswith(_LINKS) for word in line.split()):
        return len(line) > 2
    bare = line.strip("()[]<> ")
    if " " not in bare and _ADDRESS.fullmatch(bare):
        return True
    if line.endswith(_TERMINALS) or any(map(str.isdigit, _without_addresses(line))):
        return False
    if len(_MENU.findall(line)) >= 2:
        return True
    return len(line.split()) <= _NAMES and _ends_byline(line, pack)


def _without_addresses(line: str) -> str:
    return _ADDRESS.sub("", line) if "@" in line or "/" in line or "www" in line else line


def _ends_byline(line: str, pack: LanguagePack) -> bool:
    plain = lower(_without_addresses(line)).rstrip(" ()[]=.|")
    for end in _byline_ends(pack):
        if not plain.endswith(end):
            continue
        before = plain.removesuffix(end).rstrip()
        # In a script with capitals a name and an agency need a mark between them: "Trump Slams CNN" is a headline.
        caseless = end.lower() == end.upper() and len(before.split()) <= 3
        if not before or before[-1] in ",/|–—-=(" or caseless:
            return _are_names(line, pack)
    return False


@cache
def _byline_ends(pack: LanguagePack) -> tuple[str, ...]:
    return tuple(sorted(map(lower, pack.furniture.byline_ends), key=len, reverse=True))


def _without_credit(text: str, start: int, end: int, pack: LanguagePack) -> int:
    """Where the paragraph ends without the credit at its end, if there is one."""
    offset = max(start, end - _TAIL)
    tail = lower(text[offset:end])
    for mark in _credit_marks(pack):
        at = tail.rfind(mark)
        if at < 1 or tail[at - 1].isalnum():
            continue
        rest = text[offset + at + len(mark) : end].strip()
        bracketed = tail[at - 1] in "([" and rest.endswith((")", "]")) and rest.count(rest[-1]) == 1
        if bracketed or (rest and _are_names(rest, pack)):
            kept = text[start : offset + at].rstrip(_DECORATION + "\n")
            return start + len(kept) if kept else end
    return end
