"""Scores of attributions: whether what is said, and who says it, was found where a reader finds it.

A content is a set of the article's word tokens. Found and gold contents are matched one to one, best first, where the
Jaccard index of their tokens is at least one half. A gold record that is `optional` counts neither when found nor
when missed.

- token: precision, recall and F1 of the tokens inside any content;
- partial: of contents that are matched; exact: of those whose tokens are all the same, an opening 'that' aside;
- attributed: of those matched whose source matches as well, articles and possessives aside;
- recall of slices of the gold: direct, mixed, indirect contents, those with a figure, those with a cue of reporting;
- facts: the share right of kind, speaker, origin, chain and modality among matched contents, where the gold has them.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from corpora import ByArticle, Record
from name_match import any_right, names_match

Pieces = Sequence[Sequence[int]]
Words = frozenset[int]

FACTS = ("kind", "speaker", "origin", "chain", "modality")
_TOKEN = re.compile(r"\w+(?:[-'’.,]\w+)*")
_THIN = frozenset("the a an his her its their".split())
_HALF = 0.5
_QUOTED = re.compile(r"[“\"„«][^“”\"„«»]*[”\"»“]?")
_NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve dozens? hundreds? thousands? millions? billions?"
).split()
_FIGURE = re.compile(rf"\d|\b(?:{'|'.join(_NUMBER_WORDS)})\b", re.IGNORECASE)
# Beginnings of English words that report something, as opposed to attitudes and plans ("wants", "endorsed").
_REPORTING_STEMS = (
    r"say says said saying tells? told telling according accord report announc claim states? stated stating "
    r"statement\b "
    r"adds?\b added\b adding\b notes?\b noted\b noting\b wrote writes? writing written tweet argu suggest expla declar "
    r"acknowledg accus warn estimat confirm deny denies denied denying reveal insist assert alleg predict conclu "
    r"finds?\b "
    r"found\b show indicat cites?\b cited\b citing\b quot describ calls?\b called\b calling\b repl(?:y|ies|ied) respon "
    r"testif admit remark observ mention points?\sout pointed\sout pointing\sout maintain contend stress "
    r"emphasi caution "
    r"project forecast reads?\b reading\b posts\b posted\b"
).split()
_REPORTING = re.compile(rf"\b(?:{'|'.join(_REPORTING_STEMS)})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text, by number."""

    text: str
    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> "Tokens":
        """The words of `text`."""
        return cls(text, tuple(found.span() for found in _TOKEN.finditer(text)))

    def within(self, pieces: Pieces) -> Words:
        """The numbers of the words that touch any of the pieces."""
        return frozenset(
            number
            for start, end in pieces
            for number in range(
                bisect_right(self.places, start, key=itemgetter(1)), bisect_left(self.places, end, key=itemgetter(0))
            )
        )

    def word(self, number: int) -> str:
        """A word in lower case."""
        start, end = self.places[number]
        return self.text[start:end].lower()


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution as word numbers, with its record."""

    content: Words
    source: Words
    record: Record


def jaccard(left: Words, right: Words) -> float:
    """Shared words over all words of both; 0 where there are none."""
    return len(left & right) / len(left | right) if left | right else 0.0


def score_attributions(texts: dict[str, str], gold: ByArticle, found: ByArticle) -> dict[str, float]:
    """The scores in percent, by name, over all articles of `gold`."""
    count: Counter[str] = Counter()
    for name, records in gold.items():
        tokens = Tokens.of(texts[name])
        want, have = _marked(tokens, records), _marked(tokens, found.get(name, []))
        pairs = match(want, have)
        _count_tokens(count, want, have)
        _count_contents(count, tokens, want, have, pairs)
        _count_slices(count, texts[name], want, pairs)
    return _report(count)


def match(want: Sequence[Marked], have: Sequence[Marked]) -> dict[int, int]:
    """Which found attribution (value) is which gold one (key), one to one, the most similar first."""
    similar = (
        (jaccard(w.content, h.content), bool(w.record.get("optional")), i, j)
        for i, w in enumerate(want)
        for j, h in enumerate(have)
        if w.content & h.content
    )
    pairs: dict[int, int] = {}
    for closeness, _, i, j in sorted(similar, key=lambda pair: (-pair[0], *pair[1:])):
        if closeness >= _HALF and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def matched_contents(text: str, want: Sequence[Record], have: Sequence[Record]) -> set[int]:
    """The numbers of the records of `have` whose content matches a gold one."""
    tokens = Tokens.of(text)
    found = [Marked(tokens.within(record["content"]), frozenset(), record) for record in have]
    return set(match(_marked(tokens, want), found).values())


def _marked(tokens: Tokens, records: Sequence[Record]) -> list[Marked]:
    marked = (Marked(tokens.within(r["content"]), tokens.within(r.get("source") or []), r) for r in records)
    return [attribution for attribution in marked if attribution.content]


def _union(marked: Sequence[Marked], *, optional: bool) -> Words:
    return frozenset().union(*(m.content for m in marked if bool(m.record.get("optional")) == optional))


def _count_tokens(count: Counter[str], want: Sequence[Marked], have: Sequence[Marked]) -> None:
    wanted = _union(want, optional=False)
    predicted = _union(have, optional=False) - (_union(want, optional=True) - wanted)
    count["token met"] += len(wanted & predicted)
    count["token found"] += len(predicted)
    count["token gold"] += len(wanted)


def _count_contents(
    count: Counter[str], tokens: Tokens, want: Sequence[Marked], have: Sequence[Marked], pairs: dict[int, int]
) -> None:
    optional = {number for number, w in enumerate(want) if w.record.get("optional")}
    count["gold"] += len(want) - len(optional)
    count["found"] += len(have) - len(optional & pairs.keys())
    for i in pairs.keys() - optional:
        w, h = want[i], have[pairs[i]]
        count["partial"] += 1
        count["exact"] += _without_that(tokens, w.content) == _without_that(tokens, h.content)
        count["attributed"] += _same_source(tokens, w.source, h.source)
        for fact in FACTS:
            if fact in w.record:
                count[f"{fact} asked"] += 1
                count[f"{fact} right"] += fact_right(fact, w.record[fact], h.record.get(fact))


def _without_that(tokens: Tokens, content: Words) -> Words:
    first = min(content)
    return content - {first} if tokens.word(first) == "that" else content


def _same_source(tokens: Tokens, want: Words, have: Words) -> bool:
    if not want and not have:
        return True
    return jaccard(_thick(tokens, want), _thick(tokens, have)) >= _HALF


def _thick(tokens: Tokens, source: Words) -> Words:
    return frozenset(number for number in source if tokens.word(number) not in _THIN) or source


def fact_right(fact: str, wanted: Any, found: Any) -> bool:
    """Whether a field is as the gold has it; a list in the gold means that any of them is right."""
    if fact == "chain":
        chains = wanted if isinstance(wanted, list) and wanted and isinstance(wanted[0], list) else [wanted]
        return any(_chain_right(chain, found or []) for chain in chains)
    return any_right(wanted, found, names_match if fact in ("speaker", "origin") else lambda a, b: a == b)


def _chain_right(wanted: Sequence[str], found: Sequence[str]) -> bool:
    return len(wanted) == len(found) and all(map(names_match, wanted, found))


def _count_slices(count: Counter[str], text: str, want: Sequence[Marked], pairs: dict[int, int]) -> None:
    for number, attribution in enumerate(want):
        record = attribution.record
        if record.get("optional"):
            continue
        slices = [kind_of(text, record["content"])]
        slices += ["figure"] * bool(_FIGURE.search(_words(text, record["content"])))
        slices += ["reporting"] * bool(_REPORTING.search(_words(text, record.get("cue") or [])))
        for name in slices:
            count[f"{name} gold"] += 1
            count[f"{name} met"] += number in pairs


def _words(text: str, pieces: Pieces) -> str:
    return " ".join(text[start:end] for start, end in pieces)


def kind_of(text: str, pieces: Pieces) -> str:
    """`direct`, `mixed` or `indirect`, by the quotation marks in and before a content."""
    content = _words(text, pieces).strip()
    before = text[max(0, pieces[0][0] - 1) : pieces[0][0]]
    if not any(mark in content for mark in '“”"„«»'):
        return "direct" if before in set('“"„«') else "indirect"
    return "mixed" if _TOKEN.search(_QUOTED.sub("", content)) else "direct"


def _report(count: Counter[str]) -> dict[str, float]:
    scores: dict[str, float] = {}
    for name, met, found, gold in (
        ("token", "token met", "token found", "token gold"),
        *((level, level, "found", "gold") for level in ("partial", "exact", "attributed")),
    ):
        scores |= {f"{name} {key}": value for key, value in rates(count[met], count[found], count[gold]).items()}
    for name in ("direct", "mixed", "indirect", "figure", "reporting"):
        if count[f"{name} gold"]:
            scores[f"recall {name}"] = 100 * count[f"{name} met"] / count[f"{name} gold"]
    for fact in FACTS:
        if count[f"{fact} asked"]:
            scores[fact] = 100 * count[f"{fact} right"] / count[f"{fact} asked"]
    return scores


def rates(met: int, found: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1 in percent; 0 where there is nothing to divide by."""
    precision = 100 * met / found if found else 0.0
    recall = 100 * met / gold if gold else 0.0
    return {"P": precision, "R": recall, "F1": 200 * met / (found + gold) if found + gold else 0.0}
