"""Quotations without a known cue: carried on, headed by a colon, introduced by a verb that no list has."""

from collections.abc import Sequence
from dataclasses import replace

from factkit.extraction.clauses import Clauses, Region
from factkit.extraction.drafts import Draft
from factkit.extraction.quotations import Quote
from factkit.extraction.vocabulary import Is

_LONGEST_HEADING = 12  # tokens before the colon that heads a quotation
_SHORTEST_SPEECH = 5  # tokens, marks included, of a quotation that stands as a claim without a cue


def carry_on_quotes(clauses: Clauses, regions: Sequence[Region], quotes: list[Quote], drafts: list[Draft]) -> list[Draft]:
    """Quotations without a known cue: the rest of a quoted speech joins the claim it continues, a quotation that a
    name or an unknown verb introduces gets that source, and any other whole sentence is carried on."""
    result = list(drafts)
    held = _covered(drafts)
    order = sorted((n for n, d in enumerate(drafts) if d.cue and not d.depth), key=lambda n: drafts[n].cue or (0, 0))
    place, region = 0, 0
    for quote in quotes:
        if quote.stop - quote.first < _SHORTEST_SPEECH or held[quote.first]:
            continue
        while region + 1 < len(regions) and regions[region].stop <= quote.first:
            region += 1
        while place < len(order) and (drafts[order[place]].cue or (0, 0))[1] <= quote.first:
            place += 1
        introduced = _introduced(clauses, regions[region], quote)
        whole = quote.first == regions[region].first or clauses.masks[quote.first - 1] & (Is.TERMINAL | Is.QUOTE)
        if introduced is not None:
            result.append(introduced)
        elif whole and (number := _speech_before(clauses, drafts, order[max(0, place - 3) : place])) is not None and _adjoins(clauses, result[number], quote):
            result[number] = replace(result[number], content=(*result[number].content, (quote.first, quote.stop)))
        elif whole and place:
            result.append(Draft(((quote.first, quote.stop),), None, None, 0, rule="carried"))
    return result


def _covered(drafts: Sequence[Draft]) -> bytearray:
    """For every token whether some content holds it."""
    held = bytearray(1 + max((stop for draft in drafts for _, stop in draft.content), default=0) + 1_000)
    size = len(held)
    for draft in drafts:
        for first, stop in draft.content:
            held[first:stop] = b"\x01" * (min(stop, size) - first)
    return held


def _speech_before(clauses: Clauses, drafts: list[Draft], recent: Sequence[int]) -> int | None:
    """The latest of the `recent` drafts whose quoted speech a new quotation can go on with."""
    for number in reversed(recent):
        if drafts[number].after or drafts[number].content[0][0] in clauses.jump:
            return number
    return None


def _adjoins(clauses: Clauses, draft: Draft, quote: Quote) -> bool:
    """Whether the quotation follows the draft's sentence with no sentence of narration between."""
    parts = [draft.hull[1], *(piece[1] for piece in (draft.cue, draft.source) if piece)]
    number = max(parts)
    return sum(1 for n in range(number, quote.first) if clauses.masks[n] & Is.TERMINAL) <= 1


def _introduced(clauses: Clauses, region: Region, quote: Quote) -> Draft | None:
    """'“…,” X quipped.', 'X quipped: “…”' and 'X: “…”' with a verb that no list has, or none."""
    masks, content = clauses.masks, ((quote.first, quote.stop),)
    before = quote.first - 1
    if before > region.first and masks[before] & Is.COLON:
        source = clauses.source_right(region.first, before)
        if source is not None and clauses.capital(source[0]) and source[1] - source[0] <= _LONGEST_HEADING:
            stop = next((n for n in range(source[0] + 1, source[1]) if not clauses.capital(n) and not masks[n]), source[1])
            return Draft(content, (source[0], stop), (min(stop, before), before + 1), 0, rule="colon")
    if masks[quote.stop - 2] & (Is.COMMA | Is.TERMINAL) or (quote.stop < region.stop and masks[quote.stop] & Is.COMMA):
        first = quote.stop + (1 if masks[quote.stop : quote.stop + 1] and masks[quote.stop] & Is.COMMA else 0)
        stop = first
        while stop < region.stop and stop - first < 6 and (clauses.capital(stop) or masks[stop] & Is.PRONOUN) and not masks[stop] & Is.FIRST_PERSON:
            stop += 1
        if stop > first and stop < region.stop and not masks[stop] and clauses.text[clauses.starts[stop]].islower():
            return Draft(content, (first, stop), (stop, stop + 1), 0, after=True, rule="unknown-verb")
    return None
