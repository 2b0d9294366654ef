"""The check of quotations: one speaker's words in two wordings, and the same words given to two speakers."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

import pandas as pd

from factkit.comparison.bodies import describe, looks_like_body, person_part
from factkit.comparison.checks.case import Case, Finding
from factkit.comparison.names import name_similarity

_WORDS = 6  # words that a quotation must have before its wording can be compared
_ALIKE = 0.7  # share of words that two versions of one quotation have in common
_RUN = 3  # words in a row that two versions share
_SEEN = 4  # quotations with one run of words that a further one is held against
_FULL = 2  # words of a full name
_QUOTED = re.compile(r"[“„«「『\"]([^”“»」』\"]+)[”“»」』\"]")


def quote_drift(case: Case) -> Iterator[Finding]:
    """One speaker's quotation in two wordings: same language, a day apart at most, most words the same, some not; or
    the same words given to two people.

    Compares what stands between quotation marks, six words or more that share a run of three words. A quotation cut
    short at either end is no drift, nor are case, punctuation and spacing. Two people must be called by their full
    names; the words belong to whom more articles give them. Can't see drift across languages.
    """
    taken: list[tuple[_Quote, _Quote]] = []
    changed: set[str] = set()
    for one, other in _pairs(case.claims):
        if _belong_to_two(one, other):
            taken.append((one, other))
        elif other.claim_id not in changed and _drifted(one, other):
            changed.add(other.claim_id)
            message = f"{other.speaker} is quoted in two wordings: {other} and {one}."
            yield Finding("conflicting", message, (one.claim_id,), None, other.claim_id)
    yield from _misassigned(taken)


@dataclass(frozen=True, slots=True)
class _Quote:
    """A direct quotation with its words and its speaker's, without case and punctuation; `day` counts from 1970."""

    claim_id: str
    article_id: str
    language: str
    content: str
    speaker: str
    outlet: str
    published: str
    day: int
    words: tuple[str, ...]
    names: frozenset[str]

    def __str__(self) -> str:
        return f"{self.content} ({self.outlet}, {self.published})"


def _quotes(claims: pd.DataFrame) -> Iterator[_Quote]:
    """What is quoted of a named speaker on a known day, in the order of publication."""
    quoted = claims["kind"].astype(object).isin(["direct", "mixed"])
    known = claims[quoted & claims["speaker"].notna() & claims["published"].notna()]
    for row in known.sort_values(["published", "claim_id"]).to_dict("records"):
        content = row["content"].strip()
        for piece in [content] if row["kind"] == "direct" else [found[0] for found in _QUOTED.finditer(content)]:
            words = tuple(re.findall(r"\w+", piece.casefold()))
            if len(words) >= _WORDS:
                day = pd.Timestamp(row["published"])
                yield _Quote(
                    claim_id=row["claim_id"],
                    article_id=row["article_id"],
                    language=row["language"],
                    content=piece,
                    speaker=row["speaker"],
                    outlet=row["article_id"] if pd.isna(row["outlet"]) else row["outlet"],
                    published=f"{day:%Y-%m-%d}",
                    day=int(day.timestamp() // 86_400),
                    words=words,
                    names=frozenset(re.findall(r"\w+", row["speaker"].casefold())),
                )


def _pairs(claims: pd.DataFrame) -> Iterator[tuple[_Quote, _Quote]]:
    """Quotations of two articles, a day apart at most, that share a run of words, the earlier first."""
    seen: dict[tuple[str, ...], list[_Quote]] = {}
    for quote in _quotes(claims):
        candidates: dict[tuple[str, str], _Quote] = {}
        for run in zip(*(quote.words[step:] for step in range(_RUN)), strict=False):
            known = seen.setdefault((quote.language, *run), [])
            candidates |= {(other.claim_id, other.content): other for other in known}
            seen[quote.language, *run] = [*known[1 - _SEEN :], quote]
        for other in candidates.values():
            if other.article_id != quote.article_id and abs(other.day - quote.day) <= 1:
                yield other, quote


def _drifted(one: _Quote, other: _Quote) -> bool:
    if not one.names & other.names:
        return False
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    return matcher.ratio() >= _ALIKE and any(
        _inside(code, len(one.words), len(other.words)) for code in matcher.get_opcodes()
    )


def _inside(code: tuple[str, int, int, int, int], first: int, second: int) -> bool:
    """Whether a change of wording is more than a cut at the beginning or the end."""
    kind, start, end, other_start, other_end = code
    at_edge = 0 in (start, other_start) or end == first or other_end == second
    swapped = kind == "replace" and end - start == other_end - other_start
    return kind != "equal" and (swapped or not at_edge)


def _belong_to_two(one: _Quote, other: _Quote) -> bool:
    """Whether the same words, or a part of them, are given to two people called by their full names."""
    if one.names & other.names:
        return False
    short, long = sorted((one.words, other.words), key=len)
    if f" {' '.join(short)} " not in f" {' '.join(long)} ":
        return False
    return _is_full(one.speaker) and _is_full(other.speaker) and name_similarity(one.speaker, other.speaker) < _APART


_APART = 0.3  # likeness below which two names are no spellings of one


def _is_full(speaker: str) -> bool:
    """Whether it is a person's given and family name in capitals, not a description or a body's name."""
    name = person_part(speaker)
    words = name.split()
    capital = sum(word[:1].isupper() for word in words)
    return capital >= _FULL and words[0][:1].isupper() and not describe(name).posts and not looks_like_body(name)


def _misassigned(taken: list[tuple[_Quote, _Quote]]) -> Iterator[Finding]:
    """One finding for each set of words: about the quotation that more others speak against, else the later one."""
    against = Counter(quote.claim_id for pair in taken for quote in pair)
    told: set[str] = set()
    for one, other in sorted(taken, key=lambda pair: -max(against[quote.claim_id] for quote in pair)):
        weak, strong = (one, other) if against[one.claim_id] > against[other.claim_id] else (other, one)
        if not {weak.claim_id, strong.claim_id} & told:
            told.add(weak.claim_id)
            message = f"The same words are given to two people: to {weak.speaker} in {weak}, and to {strong.speaker} "
            message += f"in {strong}."
            yield Finding("conflicting", message, (strong.claim_id,), None, weak.claim_id)
