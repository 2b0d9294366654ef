"""Speech told by dashes (“— Yes, — he said. — We stay.”), inside quotation marks or without, and quoted names.

Where a language writes the names of bodies and papers in quotation marks, those are no quotations; where it sets an
attribution off by dashes inside the marks, the speech falls into pieces. Positions are token numbers.
"""

from collections.abc import Callable, Sequence

from factkit.extraction.clauses import Clauses, Range, between
from factkit.extraction.drafts import Draft
from factkit.extraction.model import Document
from factkit.extraction.quotations import Quote
from factkit.extraction.subject_last import enclitic_subject, subject_after
from factkit.extraction.vocabulary import CUE_START, VERB_CUE, Is
from factkit.reading.segments import TERMINALS

_LONGEST_TITLE = 6  # words of a name in quotation marks
_LONGEST_WORK = 14  # tokens, marks included, of a work's title
_MARKS_AND_TWO = 4
_FEWEST_CAPITALS = 2
_SMALL = Is.INNER | Is.PREPOSITION | Is.DETERMINER | Is.CONJUNCTION | Is.OWNS
_CUE_WITHIN = 5  # tokens after a dash in which the cue of an attribution stands
_FEWEST_SAID = 2  # tokens of speech before an attribution within it, its mark among them
_CALLS = {"?", "!", "…", "..."}
_ENDS = TERMINALS | {",", "?..", "!.."}


def told_by_dashes(document: Document, clauses: Clauses, quotes: list[Quote]) -> tuple[list[Quote], list[list[Range]]]:
    """The quotations as the language writes them: without names in quotation marks, and with attributions between
    dashes taken out; and which of the pieces belong together."""
    if document.pack.quotes.names:
        quotes = take_titles(clauses, quotes, _is_title)
    elif clauses.tells_clauses:
        quotes = take_titles(clauses, quotes, _is_work)
    if document.pack.quotes.incises:
        return split_incises(clauses, quotes)
    return split_speech(document, clauses, quotes) if document.pack.quotes.dashes else (quotes, [])


def take_titles(clauses: Clauses, quotes: Sequence[Quote], is_name: Callable[[Clauses, Quote], bool]) -> list[Quote]:
    """The quotations among `quotes`; names in quotation marks become ordinary words of `clauses`."""
    kept = []
    for quote in quotes:
        if is_name(clauses, quote):
            clauses.titles.update(range(quote.first, quote.stop))
            clauses.masks[quote.first] = clauses.masks[quote.stop - 1] = 0
            if is_name is _is_work:
                for number in filter(clauses.capital, range(quote.first + 1, quote.stop - 1)):
                    clauses.masks[number] = 0  # “Dover Reports” reports nothing
            if clauses.masks[quote.stop - 2] & Is.COMMA:  # inside the marks, but of the sentence
                clauses.masks[quote.stop - 2 : quote.stop] = [0, Is.COMMA]
        else:
            kept.append(quote)
    return kept


def _is_title(clauses: Clauses, quote: Quote) -> bool:
    """Whether the quotation is a name: a few words with a capital, part of the sentence around it."""
    masks, first, stop = clauses.masks, quote.first, quote.stop
    inside = range(first + 1, stop - 1)
    if not quote.closed or not 0 < len(inside) <= _LONGEST_TITLE or not clauses.capital(first + 1):
        return False
    if any(masks[n] & (Is.COMMA | Is.COLON | Is.TERMINAL) or clauses.words[n] in TERMINALS for n in inside):
        return False
    if any(masks[n] & Is.FINITE_FORM and not clauses.capital(n) for n in inside):
        return False
    before = masks[first - 1] if first else Is.TERMINAL
    if before & Is.COLON:
        return False
    open_before = not before & (Is.COMMA | Is.DASH | Is.TERMINAL | Is.QUOTE)
    after = masks[stop] if stop < len(masks) else Is.TERMINAL
    return open_before or not after & (Is.COMMA | Is.DASH | Is.TERMINAL | Is.QUOTE)


def _is_work(clauses: Clauses, quote: Quote) -> bool:
    """Whether the quotation is what a programme or a book is called: two words or more with capitals, behind a name or
    a noun with a preposition ("the author of “Going Under”"), which no quoted speech stands behind."""
    masks, first, stop = clauses.masks, quote.first, quote.stop
    if not quote.closed or not _MARKS_AND_TWO <= stop - first <= _LONGEST_WORK or not first:
        return False
    inside = range(first + 1, stop - 1 - bool(masks[stop - 2] & Is.COMMA))
    names = sum(clauses.capital(n) for n in inside)
    if names < _FEWEST_CAPITALS or not all(clauses.capital(n) or masks[n] & _SMALL for n in inside):
        return False
    before = masks[first - 1]
    if before & Is.PREPOSITION and not before & Is.AS:
        return not before & Is.INNER or not masks[first - 2] & (Is.NOUN_CUE | VERB_CUE)
    return bool(before & (Is.OWNS | Is.DOCUMENT | Is.OUTLET))


def split_speech(
    document: Document, clauses: Clauses, quotes: Sequence[Quote]
) -> tuple[list[Quote], list[list[Range]]]:
    """The quotations with attributions between dashes taken out of them, and which pieces belong together."""
    result: list[Quote] = []
    groups: list[list[Range]] = []
    for quote in quotes:
        pieces = _pieces(clauses, quote.first, quote.stop) if quote.depth == 0 else []
        if pieces:
            groups.append(pieces)
            result += [quote._replace(first=first, stop=stop) for first, stop in pieces]
        else:
            result.append(quote)
    for first, stop in _lines(document, clauses):
        pieces = _pieces(clauses, first, stop)
        if pieces and not any(quote.first < stop and first < quote.stop and quote.depth == 0 for quote in quotes):
            groups.append(pieces)
            result += [Quote(a, b, closed=True, depth=0) for a, b in pieces]
    return sorted(result, key=lambda quote: (quote.first, -quote.stop)), groups


def split_incises(clauses: Clauses, quotes: Sequence[Quote]) -> tuple[list[Quote], list[list[Range]]]:
    """The quotations with attributions set off by commas or dashes taken out of them (« Non, dit-elle. Jamais. »), and
    which pieces belong together."""
    result: list[Quote] = []
    groups: list[list[Range]] = []
    cues = clauses.classes.places(CUE_START) if quotes else []
    for quote in quotes:
        inside = between(cues, quote.first, quote.stop) if quote.depth == 0 and quote.closed else []
        pieces = _around_incises(clauses, quote, inside) if inside else []
        if pieces:
            groups.append(pieces)
            result += [quote._replace(first=first, stop=stop) for first, stop in pieces]
        else:
            result.append(quote)
    return result, groups


def _around_incises(clauses: Clauses, quote: Quote, cues: list[int]) -> list[Range]:
    """The pieces of speech in a quotation, between the attributions at `cues`; none where nothing interrupts it."""
    pieces: list[Range] = []
    begin = quote.first
    for cue in cues:
        start = clauses.cue_start(cue, begin)
        if start - begin < _FEWEST_SAID or not (end := _incise_end(clauses, start, cue, quote.stop - 1)):
            continue
        marked = clauses.masks[start - 1] & (Is.COMMA | Is.DASH)
        pieces.append((begin, start - bool(marked)))
        begin = end
    if pieces and quote.stop - begin > 1:
        pieces.append((begin, quote.stop))
    return pieces


def _incise_end(clauses: Clauses, start: int, cue: int, high: int) -> int:
    """Where speech goes on behind an attribution that starts at `start` (", dit Jean Roy."); 0 if there is none."""
    masks, before = clauses.masks, clauses.masks[start - 1]
    mask = masks[cue]
    if not mask & Is.CLAUSE or mask & Is.PARTICIPLE or clauses.capital(start):
        return 0
    if not before & (Is.COMMA | Is.DASH) and clauses.words[start - 1] not in _CALLS:
        return 0
    stop = clauses.stops.get(cue, cue + 1)
    pronoun = enclitic_subject(clauses, start, stop)
    source = pronoun or subject_after(clauses, stop, high)
    if source is None or masks[source[0]] & Is.FIRST_PERSON:
        return 0
    if not pronoun and not clauses.can_speak(source):
        return 0
    number = max(stop, source[1])
    closer = Is.DASH if before & Is.DASH else Is.COMMA | Is.TERMINAL
    while number < high and not masks[number] & closer:
        if masks[number] & (Is.COLON | Is.SEMICOLON | Is.COMPLEMENTIZER):
            return 0
        number = clauses.after(number)
    while number + 1 < high and masks[number] & Is.COMMA and not clauses.has_verb(number + 1, high):
        number += 1
    return min(number + 1 + bool(before & Is.DASH and masks[number + 1] & (Is.COMMA | Is.TERMINAL)), high)


def _lines(document: Document, clauses: Clauses) -> list[Range]:
    """The paragraphs that a dash opens, without it and without their final full stop."""
    starts = {start for start, _ in document.paragraphs}
    lines: list[Range] = []
    for first, stop in document.sentences:
        if clauses.starts[first] in starts:
            lines.append((first, stop))
        elif lines:
            lines[-1] = (lines[-1][0], stop)
    return [
        (first + 1, stop - (clauses.words[stop - 1] == "."))
        for first, stop in lines
        if clauses.masks[first] & Is.DASH and stop - first > 4
    ]


def _pieces(clauses: Clauses, first: int, stop: int) -> list[Range]:
    """The pieces of speech in `first`-`stop`, between the attributions; none where nothing interrupts it."""
    pieces: list[Range] = []
    begin, speaking = first, True
    for number in range(first + 1, stop - 1):
        if not clauses.masks[number] & Is.DASH or clauses.words[number - 1] not in _ENDS:
            continue
        if speaking and _attributes(clauses, number + 1, stop):
            pieces.append((begin, number - (clauses.words[number - 1] == ",")))
            speaking = False
        elif not speaking:
            begin, speaking = number + 1, True
    if not pieces:
        return []
    if speaking and stop - begin > 1:
        pieces.append((begin, stop))
    return pieces


def _attributes(clauses: Clauses, number: int, stop: int) -> bool:
    """Whether an attribution starts here: a cue soon, and no new sentence before it, but perhaps the words that say
    how it was said ("– улыбаясь, вспоминает X")."""
    for ahead in range(number, min(stop, number + _CUE_WITHIN)):
        mask = clauses.masks[ahead]
        if mask & Is.COMMA and ahead > number and not clauses.capital(number) and ahead + 1 < stop:
            following = clauses.masks[ahead + 1]
            return bool(following & Is.CLAUSE and not following & Is.PARTICIPLE) and not clauses.capital(ahead + 1)
        if mask & (Is.COMMA | Is.DASH | Is.QUOTE | Is.COMPLEMENTIZER) or clauses.words[ahead] in TERMINALS:
            return False
        if mask & Is.CLAUSE:
            return not clauses.capital(ahead)
    return False


def join_speech(drafts: Sequence[Draft], groups: Sequence[Sequence[Range]]) -> list[Draft]:
    """The drafts, each with all pieces of the speech that it has a piece of."""
    if not groups:
        return list(drafts)
    home = {piece: group for group in groups for piece in group}
    result = []
    for draft in drafts:
        group = next((home[piece] for piece in draft.content if piece in home), None)
        content = tuple(sorted({*draft.content, *group})) if group else draft.content
        result.append(draft._replace(content=content) if draft.after else draft)
    return result
