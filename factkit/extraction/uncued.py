"""Quotations without a known cue: carried on, headed by a colon, introduced by a verb that no list has."""

from collections.abc import Sequence

from factkit.extraction.clauses import Clauses, Region, between
from factkit.extraction.drafts import Draft
from factkit.extraction.quotations import Quote
from factkit.extraction.vocabulary import VERB_CUE, Is

_LONGEST_HEADING = 12  # tokens before the colon that heads a quotation
_SHORTEST_FRAGMENT = 4
_LONGEST_LEAD = 12
_FEWEST_WORDS = 3
_ENDS = Is.TERMINAL | Is.COMMA | Is.DASH
_LISTED = ("carried", "colon")  # rules of quotations that may follow one another, all of one speech
_SHORTEST_SPEECH = 5  # tokens, marks included, of a quotation that stands as a claim without a cue


def carry_on_quotes(
    clauses: Clauses, regions: Sequence[Region], quotes: list[Quote], drafts: list[Draft]
) -> list[Draft]:
    """Quotations without a known cue: the rest of a quoted speech joins the claim it continues, a quotation that a
    name or an unknown verb introduces gets that source, and any other whole sentence is carried on."""
    result = list(drafts)
    held = _covered(drafts, len(clauses.masks))
    order = sorted((n for n, d in enumerate(drafts) if d.cue and not d.depth), key=lambda n: drafts[n].cue or (0, 0))
    place, region = 0, 0
    homes = _homes(drafts, quotes)
    before: Quote | None = None
    for quote in quotes:
        speech, before = _goes_on(result, homes, before, quote), quote
        if quote.stop - quote.first < _SHORTEST_FRAGMENT or held[quote.first] or _is_heading(clauses, quote):
            continue
        if speech is not None:
            result[speech] = result[speech]._replace(content=(*result[speech].content, (quote.first, quote.stop)))
            homes[quote.first] = speech
            continue
        while region + 1 < len(regions) and regions[region].stop <= quote.first:
            region += 1
        while place < len(order) and (drafts[order[place]].cue or (0, 0))[1] <= quote.first:
            place += 1
        introduced = _introduced(clauses, regions[region], quote)
        whole = quote.first == regions[region].first or clauses.masks[quote.first - 1] & (Is.TERMINAL | Is.QUOTE)
        joined = clauses.tells_clauses and clauses.masks[quote.first - 1] & (Is.CONJUNCTION | Is.CONTRAST)
        whole = whole or (joined and quote.first - 1 == regions[region].first)  # "But “…”"
        if introduced is not None:
            homes[quote.first] = len(result)
            result.append(introduced)
        elif (
            whole
            and (number := _speech_before(clauses, drafts, order[max(0, place - 3) : place])) is not None
            and _adjoins(clauses, result[number], quote)
        ):
            result[number] = result[number]._replace(content=(*result[number].content, (quote.first, quote.stop)))
        elif whole and place and quote.stop >= regions[region].stop - 1 and _says_it_all(clauses, quote):
            homes[quote.first] = len(result)
            result.append(Draft(((quote.first, quote.stop),), None, None, 0, rule="carried"))
        elif clauses.tells_clauses and (
            number := _told_on(clauses, result, order[:place], regions[region], quote, held)
        ):
            sentence = regions[region].first, quote.stop
            result[number - 1] = result[number - 1]._replace(content=(*result[number - 1].content, sentence))
        elif clauses.tells_clauses and (fragment := _fragment(clauses, regions[region], quote, held)) is not None:
            result.append(fragment)
            held[fragment.content[0][0] : quote.stop] = b"\x01" * (quote.stop - fragment.content[0][0])
    return result


def _homes(drafts: Sequence[Draft], quotes: list[Quote]) -> dict[int, int]:
    """Which draft holds a quotation, by its first token."""
    firsts = [quote.first for quote in quotes]
    return {
        first: number
        for number, draft in enumerate(drafts)
        if not draft.depth
        for piece in draft.content
        for first in between(firsts, *piece)
    }


def _goes_on(drafts: Sequence[Draft], homes: dict[int, int], before: Quote | None, quote: Quote) -> int | None:
    """The draft whose speech fills paragraph after paragraph, each of which opens with a mark: the one that holds the
    quotation right before, where that was left open or had no cue of its own after it."""
    if before is None or before.stop != quote.first:
        return None
    number = homes.get(before.first)
    return None if number is None or (before.closed and drafts[number].rule not in _LISTED) else number


def _covered(drafts: Sequence[Draft], count: int) -> bytearray:
    """For every token whether some content holds it."""
    held = bytearray(count)
    for draft in drafts:
        for first, stop in draft.content:
            held[first:stop] = b"\x01" * (stop - first)
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
    resumed = draft.after and draft.cue is not None and draft.hull[1] > draft.cue[1]
    if resumed and "\n" in clauses.text[clauses.ends[number - 1] : clauses.starts[quote.first]]:
        return False  # went on after its attribution already, to its paragraph's end
    return sum(1 for n in range(number, quote.first) if clauses.masks[n] & Is.TERMINAL) <= 1


def _told_on(
    clauses: Clauses,
    drafts: Sequence[Draft],
    before: Sequence[int],
    region: Region,
    quote: Quote,
    held: bytearray,
) -> int:
    """The number, counted from one, of the draft that a sentence goes on with which has no cue of its own and ends in
    quoted words: that of the sentence right before, if it told who said it last ("…, he said. It was “not easy.”")."""
    whole = quote.stop >= region.stop - 1 and quote.first > region.first and not any(held[region.first : quote.first])
    if not before or not whole or quote.stop - quote.first <= _SHORTEST_SPEECH:
        return 0
    number = before[-1]
    draft = drafts[number]
    last = max(piece[1] for piece in (draft.hull, draft.cue, draft.source) if piece)
    if (
        not draft.after
        or last > region.first
        or "\n" in clauses.text[clauses.ends[last - 1] : clauses.starts[region.first]]
    ):
        return 0
    return number + 1 if sum(1 for n in range(last, region.first) if clauses.masks[n] & Is.TERMINAL) == 1 else 0


def _says_it_all(clauses: Clauses, quote: Quote) -> bool:
    """Whether a quotation ends as a sentence does, so that it is no heading ("“Related:”", "“THE END OF AN ERA”")."""
    return not quote.closed or not clauses.tells_clauses or bool(clauses.masks[quote.stop - 2] & _ENDS)


def _is_heading(clauses: Clauses, quote: Quote) -> bool:
    """Whether a quotation is a line of its own that ends as no sentence does: a heading between two paragraphs."""
    before, after = quote.first - 1, quote.stop
    if _says_it_all(clauses, quote) or before < 0 or clauses.masks[before] & Is.COLON:
        return False
    text, starts, ends = clauses.text, clauses.starts, clauses.ends
    behind = text[ends[after - 1] : starts[after]] if after < len(starts) else "\n"
    return "\n" in behind and "\n" in text[ends[before] : starts[quote.first]]


def _introduced(clauses: Clauses, region: Region, quote: Quote) -> Draft | None:
    """'“…,” X quipped.', 'X quipped: “…”' and 'X: “…”' with a verb that no list has, or none."""
    masks, content = clauses.masks, ((quote.first, quote.stop),)
    before = quote.first - 1
    if before > region.first and masks[before] & Is.COLON:
        first = region.first + bool(clauses.tells_clauses and masks[region.first] & Is.PREPOSITION)
        source = clauses.source_right(first, before)
        if (
            source is not None
            and (clauses.capital(source[0]) or first > region.first)
            and source[1] - source[0] <= _LONGEST_HEADING
        ):
            noun = source[0] + 1 + bool(masks[source[0]] & Is.DETERMINER)
            verb = (n for n in range(noun, source[1]) if not masks[n] or masks[n] & Is.REFLEXIVE)
            stop = next((n for n in verb if not clauses.capital(n)), source[1])
            return Draft(content, (source[0], stop), (min(stop, before), before + 1), 0, rule="colon")
    speech = quote.first == region.first or masks[quote.first - 1] & (Is.TERMINAL | Is.QUOTE | Is.COLON)
    if speech and (
        masks[quote.stop - 2] & (Is.COMMA | Is.TERMINAL) or (quote.stop < region.stop and masks[quote.stop] & Is.COMMA)
    ):
        first = quote.stop + (1 if masks[quote.stop : quote.stop + 1] and masks[quote.stop] & Is.COMMA else 0)
        stop = first
        while (
            stop < region.stop
            and stop - first < 6
            and (clauses.capital(stop) or masks[stop] & Is.PRONOUN)
            and not masks[stop] & Is.FIRST_PERSON
        ):
            stop += 1
        if stop > first and _unknown_verb(clauses, stop, region.stop):
            return Draft(content, (first, stop), (stop, stop + 1), 0, after=True, rule="unknown-verb")
        if stop == first and _unknown_verb(clauses, stop, region.stop) and clauses.capital(stop + 1):
            source = clauses.source_right(stop + 1, region.stop)
            return Draft(content, source, (stop, stop + 1), 0, after=True, rule="unknown-verb") if source else None
    return None


def _unknown_verb(clauses: Clauses, number: int, high: int) -> bool:
    """Whether a word beside a quotation and a name can be a verb of saying that no list has."""
    if number + 1 >= high or not clauses.text[clauses.starts[number]].islower():
        return False
    known = clauses.masks[number] & ~(Is.FINITE | Is.OBJECT | Is.ADDRESSEE | Is.AMBIGUOUS | Is.PHRASE)
    behind = clauses.masks[number + 1]
    ends = Is.TERMINAL | Is.COMMA | Is.COLON | Is.CONJUNCTION | Is.PREPOSITION | Is.TIME | Is.ADVERB | Is.SUBORDINATOR
    return not known and bool(behind & ends or clauses.capital(number + 1))


def _fragment(clauses: Clauses, region: Region, quote: Quote, held: bytearray) -> Draft | None:
    """'X brushed it off as “a joke”': words of somebody's inside a sentence whose verb no list has."""
    masks = clauses.masks
    words = [n for n in range(quote.first + 1, quote.stop) if clauses.words[n][0].isalpha()]
    if len(words) < _FEWEST_WORDS or all(clauses.capital(n) or masks[n] for n in words):
        return None
    verb = next(
        (
            n
            for n in range(quote.first - 1, max(region.first, quote.first - _LONGEST_LEAD), -1)
            if _is_verb(clauses, n, held)
        ),
        None,
    )
    if verb is None:
        return None
    start = clauses.cue_start(verb, region.first)
    source = clauses.source_left(start, region.first) if start > region.first else None
    first = verb + 1
    while first < quote.first and masks[first] & Is.ADVERB and not masks[first] & Is.DETERMINER:
        first += 1
    if masks[verb] & Is.CLAUSE and masks[first] & (Is.PREPOSITION | Is.COMMA):
        first = quote.first
    source = source or clauses.opening_phrase(region.first, verb)
    if source is None or masks[first] & Is.COMMA or not clauses.can_speak(source):
        return None
    return Draft(((first, quote.stop),), source, (start, verb + 1), 0, rule="fragment")


def _is_verb(clauses: Clauses, number: int, held: bytearray) -> bool:
    mask = clauses.masks[number]
    return (
        bool(mask & (Is.FINITE | VERB_CUE))
        and not held[number]
        and not clauses.noun_reading(number, 0)
        and not clauses.capital(number)
    )
