"""Which figures an article tells as counts of before: "up from 76", "had put it at 76", "on Monday it was 76"."""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cache

from factkit.comparison.checks.estimate import MINUTES, Estimate
from factkit.comparison.topics import sentence
from factkit.extraction.lexicon import Lexicon
from factkit.languages import language_codes, load_pack
from factkit.reading.segments import tokenize

_BESIDE = 2  # words between a comparison and its number, at most ("up from | about 76")


def past_figures(rows: Iterable[Estimate], texts: Mapping[str, str]) -> frozenset[int]:
    """The numbers of the rows that are told as earlier than another one for the same thing in their article: by a date
    before the other's, or by words that say so."""
    told: dict[Hashable, list[Estimate]] = {}
    for row in rows:
        if row.role == "level":
            told.setdefault((row.article_id, row.thing[0]), []).append(row)
    return frozenset(
        row.number
        for found in told.values()
        for row in (_past if len({row.point for row in found}) > 1 else _past_alone)(found, texts)
    )


def _past_alone(rows: list[Estimate], texts: Mapping[str, str]) -> Iterator[Estimate]:
    """Of figures that no other one stands beside, those that somebody gave on a day before, and words say so: "a week
    earlier, the agency had counted 76"."""
    for row in rows:
        text = texts.get(row.article_id)
        if row.dated and row.origin and text is not None and row.language in language_codes():
            before = row.window[1] < row.stamp // MINUTES
            if before and row.start in set(_told_before(text, sentence(text, row.start), rows)):
                yield row


def _past(rows: list[Estimate], texts: Mapping[str, str]) -> Iterator[Estimate]:
    newest: dict[int, int] = {}
    for row in rows:
        newest[row.origin] = max(row.day, newest.get(row.origin, row.day))
    latest = max(newest.values())
    for row in rows:
        # Another party's count without a date is none of a later day.
        later = max(newest[row.origin], newest.get(0, row.day)) if row.origin else latest
        if row.dated and row.window[1] < min(later, row.stamp // MINUTES):
            yield row
    text, language = texts.get(rows[0].article_id), rows[0].language
    if text is not None and language in language_codes():
        spans = {sentence(text, row.start): row for row in rows if not row.dated}
        before = {place for span in spans for place in _told_before(text, span, rows)}
        if not before.issuperset(row.start for row in rows):
            yield from (row for row in rows if not row.dated and row.start in before)


def _told_before(text: str, span: tuple[int, int], rows: list[Estimate]) -> Iterator[int]:
    """Where the figures of a sentence start that words of before stand right before, or lead to: the first one behind
    them, or else the last."""
    first, stop = span
    tokens = tokenize(text[first:stop], load_pack(rows[0].language))
    places = sorted({row.start - first for row in rows if first <= row.start < stop})
    numbers = [bisect_left(tokens.starts, place) for place in places]
    hits = _words(rows[0].language).find(tokens)
    levels = {hit.stop for hit in hits if hit.label == "to"}
    for hit in hits:
        behind = bisect_left(numbers, hit.stop)
        near = behind < len(places) and numbers[behind] - hit.stop <= _BESIDE
        left = hit.label == "start" and not levels.isdisjoint(numbers[behind + 1 : behind + 2])
        if hit.label == "before_now":
            yield first + places[min(behind, len(places) - 1)]
        elif near and (left or hit.label == "beside"):
            yield first + places[behind]


@cache
def _words(language: str) -> Lexicon:
    """Words of before, those of them that stand right before the number, and those of "from 58 to 76"."""
    pack = load_pack(language)
    beside = set(pack.dates.before_now) & set(pack.figures.comparisons)
    before_now = set(pack.dates.before_now) - beside
    ends = {"start": pack.figures.starts, "to": pack.figures.to}
    return Lexicon({"before_now": before_now, "beside": beside, **ends}, pack)
