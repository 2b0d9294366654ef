"""Proposals of what a text says, grounded in it: an exact place, a repaired one with its similarity, or a reason.

A proposal is a plain dictionary, as a language model or a colleague would write it:

| key | meaning |
|---|---|
| `quote` | what is claimed, word for word; a list, or an ellipsis in it, for words that something interrupts |
| `prefix`, `suffix` | optional: the words right before and after, where the same words stand at several places |
| `source`, `cue` | optional: who is said to say it and the words that attribute it, as written near the quote |
| `speaker`, `origin` | optional: the full name, and whose data it is, as written anywhere in the article |
| `type` | optional: what the speaker is, one of `SOURCE_TYPES` |
| `figure`, `number` | optional: the words of a figure in the quote, and the value they should have |
| `modality` | optional: one of `MODALITIES`; read from the quote's main clause where it is left out |

Other keys are the user's own and are left alone. A proposal with a figure but neither source, cue nor speaker is about
the figure alone. Whatever has no place in the text is set aside by itself: a claim stands without the speaker it was
given where that name isn't in the article, and the reason says so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from math import isclose
from typing import Any

from rapidfuzz import fuzz

from factkit.dossier import MODALITIES, SOURCE_TYPES
from factkit.errors import closest
from factkit.extraction.anchors import Lost, Place, Searchable, Selector, find_again, fold, words_of
from factkit.extraction.figures import extract_figures
from factkit.extraction.modality import stretch_modality
from factkit.extraction.model import Attribution, Document, Figure, Link, Span
from factkit.extraction.numbers import Number, find_numbers
from factkit.extraction.quotations import find_quotes
from factkit.reading.segments import tokenize

_REACH = 400  # characters around a quote within which its source and cue are looked for
_NEAR = 85  # least similarity, in percent, of a name found again
_MISSPELT = 5  # characters of a name that may be misspelt
_ELLIPSES = ("[...]", "[…]", "(...)", "(…)", "...", "…")
_FINAL = " \t\n,.;:!?…"  # what may end a content but isn't part of it
_SAME = 1e-9  # relative tolerance of a value

Proposal = Mapping[str, Any]
Finding = Attribution | Figure


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was set aside: what kind of thing it was, the words proposed, and the reason."""

    kind: str
    quote: str | None
    reason: str


@dataclass(slots=True)
class Grounded:
    """What became of a proposal: findings, each with its least similarity, and what was set aside.

    The similarity is None where the extractor gave the places itself.
    """

    findings: list[tuple[Finding, float | None]] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


class Ground:
    """A document that proposals are grounded in; what grounding needs of it is made when first needed."""

    def __init__(self, document: Document, known: Iterable[Figure] = ()) -> None:
        self.document = document
        self.known = known  # figures found so far; more may come
        self.text = Searchable(document.text)

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures as factkit itself reads them."""
        return extract_figures(self.document)

    @cached_property
    def numbers(self) -> list[Number]:
        """Every number expression."""
        return find_numbers(self.document.text, self.document.tokens, self.document.pack)

    @cached_property
    def quotations(self) -> list[Span]:
        """Outermost quotations, with their marks."""
        tokens = self.document.tokens
        quotes = (quote for quote in find_quotes(self.document) if quote.depth == 0)
        return [Span(tokens.starts[quote.first], tokens.ends[quote.stop - 1]) for quote in quotes]


def ground(place: Ground, finding: Finding | Proposal) -> Grounded:
    """What an extractor returned as findings with places: records as they are, proposals looked up in the text."""
    if isinstance(finding, Attribution | Figure):
        reason = _outside(finding, len(place.document.text))
        kind = "figure" if isinstance(finding, Figure) else "claim"
        return Grounded(refused=[Refusal(kind, None, reason)]) if reason else Grounded([(finding, None)])
    if not isinstance(finding, Mapping):
        reason = f"an extractor returns Attributions, Figures and dictionaries, this is {type(finding).__name__}"
        return Grounded(refused=[Refusal("proposal", None, reason)])
    return _ground_proposal(place, finding)


def _outside(finding: Finding, length: int) -> str | None:
    """Why a record can't stand in a text of `length` characters; None if it can."""
    spans: list[Span | None]
    if isinstance(finding, Attribution):
        spans = [*finding.spans, finding.source, finding.cue, *[link.span for link in finding.chain]]
        if not finding.spans:
            return "a claim without content"
    else:
        spans = [Span(finding.start, finding.end)]
    for start, end in filter(None, spans):
        if not 0 <= start < end <= length:
            return f"span {start}-{end} is not inside the text of {length} characters"
    return None


# --- the quote


def _ground_proposal(place: Ground, proposal: Proposal) -> Grounded:
    result = Grounded()
    alone = _asks_figure(proposal) and not any(proposal.get(key) for key in ("source", "cue", "speaker", "origin"))
    spans = _quote(place, proposal, "figure" if alone else "claim", result)
    if spans is None:
        return result
    if not alone:
        _claim(place, proposal, spans, result)
    if _asks_figure(proposal):
        _figure(place, proposal, spans, result)
    return result


def _asks_figure(proposal: Proposal) -> bool:
    return proposal.get("figure") is not None or proposal.get("number") is not None


def _quote(place: Ground, proposal: Proposal, kind: str, result: Grounded) -> list[Place] | None:
    """The places of the quote's pieces, in order; None (and the reason in `result`) where one has none."""
    pieces = list(_pieces(place, proposal.get("quote")))
    shown = " … ".join(pieces) or None
    if not pieces:
        result.refused.append(Refusal(kind, None, f"no words to look for: quote is {proposal.get('quote')!r}"))
        return None
    prefix, suffix = (str(proposal.get(key) or "") for key in ("prefix", "suffix"))
    places: list[Place] = []
    for number, piece in enumerate(pieces):
        after = suffix if number == len(pieces) - 1 else ""
        found = find_again(place.text, Selector(piece, prefix if number == 0 else "", after))
        found = _checked(place, piece, found)
        if isinstance(found, Place) and places and found.start < places[-1].end:
            found = Lost(f"the piece {piece!r} stands before the piece that it follows in the quote")
        if isinstance(found, Lost):
            result.refused.append(Refusal(kind, shown, found.reason))
            return None
        places.append(found)
    return places


def _pieces(place: Ground, quote: Any) -> Iterator[str]:
    """The quote's words between ellipses (but those of the text itself), without space around them."""
    for whole in [quote] if isinstance(quote, str) else quote if isinstance(quote, list | tuple) else []:
        text = str(whole)
        if text.strip() in place.document.text:
            yield from [text.strip()] if any(map(str.isalnum, text)) else []
            continue
        for mark in _ELLIPSES:
            text = text.replace(mark, "\x00")
        yield from (piece.strip() for piece in text.split("\x00") if any(map(str.isalnum, piece)))


def _checked(place: Ground, words: str, found: Place | Lost) -> Place | Lost:
    """A repaired place only where no number and no negation differs: such a slip makes another statement."""
    if isinstance(found, Lost) or found.similarity == 1:
        return found
    there = place.document.text[found.start : found.end]
    if _values(place, words) != _values(place, there):
        return Lost(f"nearly these words stand at {found.start}-{found.end}, but with other numbers: {there!r}")
    if _negations(place, words) != _negations(place, there):
        return Lost(f"nearly these words stand at {found.start}-{found.end}, but one of them negates: {there!r}")
    return found


def _values(place: Ground, words: str) -> Counter[tuple[float | None, ...]]:
    pack = place.document.pack
    return Counter((one.value, one.low, one.high) for one in find_numbers(words, tokenize(words, pack), pack))


def _negations(place: Ground, words: str) -> int:
    """How many words of `words` negate; parts of words, such as "n't", count where they end one."""
    small, folded = words.lower().replace("’", "'"), Counter(words_of(words))
    entries = {entry.lower() for entry in place.document.pack.grammar.negations}
    return sum(small.count(entry) if "'" in entry else folded[fold(entry)] for entry in entries)


# --- claims


def _claim(place: Ground, proposal: Proposal, places: list[Place], result: Grounded) -> None:
    spans = tuple(_with_marks(place, Span(piece.start, piece.end)) for piece in places)
    hull = Span(spans[0].start, spans[-1].end)
    found = {
        key: _part(place, key, proposal.get(key), hull, spans, result) for key in ("source", "cue", "speaker", "origin")
    }
    named = found["speaker"] or found["source"]
    origin = found["origin"] or named
    links = [_link(place, named, _type(proposal, result))] if named else []
    if found["origin"] and origin and (not named or _words(place, origin) != _words(place, named)):
        links.append(_link(place, origin, "anonymous"))
    claim = Attribution(
        spans=spans,
        kind=_kind(place, spans),
        source=_span(found["source"]),
        cue=_span(found["cue"]),
        modality=_modality(place, proposal, hull, result),
        speaker=_words(place, named) if named else None,
        origin=_words(place, origin) if origin else None,
        chain=tuple(links),
    )
    used = [*places, *(part for part in found.values() if part)]
    result.findings.append((claim, min(part.similarity for part in used)))


def _span(place: Place | None) -> Span | None:
    return Span(place.start, place.end) if place else None


def _words(place: Ground, part: Place) -> str:
    return place.document.text[part.start : part.end]


def _link(place: Ground, part: Place, kind: str) -> Link:
    return Link(_words(place, part), Span(part.start, part.end), None, kind)


def _with_marks(place: Ground, span: Span) -> Span:
    """The quotation that `span` fills but for its marks, which belong to it; else `span` without final punctuation."""
    text = place.document.text
    words = text[span.start : span.end]
    first = span.start + next(n for n, character in enumerate(words) if character.isalnum())
    stop = span.end - next(n for n, character in enumerate(reversed(words)) if character.isalnum())
    for quotation in place.quotations:
        inside = quotation.start <= first and stop <= quotation.end
        if inside and not any(map(str.isalnum, text[quotation.start : first] + text[stop : quotation.end])):
            return quotation
    return Span(span.start, span.start + len(words.rstrip(_FINAL)))


def _kind(place: Ground, spans: Sequence[Span]) -> str:
    """direct: nothing but quotations; mixed: a quotation among other words; indirect: none."""
    text, quoted, bare = place.document.text, False, False
    for start, end in spans:
        for quotation in place.quotations:
            if quotation.start < end and start < quotation.end:
                quoted = True
                bare = bare or any(map(str.isalnum, text[start : max(start, quotation.start)]))
                start = max(start, min(end, quotation.end))  # noqa: PLW2901 what is left to look at
        bare = bare or any(map(str.isalnum, text[start:end]))
    return "mixed" if quoted and bare else "direct" if quoted else "indirect"


def _modality(place: Ground, proposal: Proposal, hull: Span, result: Grounded) -> str:
    given = proposal.get("modality")
    if given in MODALITIES:
        return str(given)
    if given is not None:
        result.refused.append(Refusal("modality", str(given), f"no modality.{closest(str(given), MODALITIES)}"))
    return str(stretch_modality(place.document, *hull)[0])


def _type(proposal: Proposal, result: Grounded) -> str:
    given = proposal.get("type")
    if given is not None and given not in SOURCE_TYPES:
        result.refused.append(Refusal("type", str(given), f"no type of source.{closest(str(given), SOURCE_TYPES)}"))
    return str(given) if given in SOURCE_TYPES else "person" if proposal.get("speaker") else "anonymous"


# --- who and with which words


def _part(place: Ground, key: str, words: Any, hull: Span, spans: Sequence[Span], result: Grounded) -> Place | None:
    """Where the words of `key` stand, nearest the quote; None (and the reason in `result`) where they don't."""
    if words is None or words == "":
        return None
    if not isinstance(words, str) or not any(map(str.isalnum, words)):
        result.refused.append(Refusal(key, str(words), f"{key} is {words!r}; it needs words of the article"))
        return None
    near = key in {"source", "cue"}
    text = place.document.text
    window = Span(max(0, hull.start - _REACH), min(len(text), hull.end + _REACH)) if near else Span(0, len(text))
    free = [one for one in _occurrences(text, words.strip(), window) if not near or not _within(one, spans)]
    if free:
        return min(free, key=lambda one: (max(hull.start - one.end, one.start - hull.end, 0), one.start))
    found = _misspelt(text, words.strip(), hull)
    if found is not None and not (near and _within(found, spans)):
        return found
    where = f"within {_REACH} characters of the quote, outside it" if near else "in the article"
    result.refused.append(Refusal(key, words, f"these words don't stand {where}"))
    return None


def _within(place: Place, spans: Sequence[Span]) -> bool:
    return any(start <= place.start and place.end <= end for start, end in spans)


def _occurrences(text: str, words: str, window: Span) -> list[Place]:
    """The places of `words` in the window: exact ones, else those that differ in spaces, marks or case."""
    places, start = [], text.find(words, *window)
    while start >= 0:
        places.append(Place(start, start + len(words), 1.0))
        start = text.find(words, start + len(words), window.end)
    if places:
        return [one for one in places if _whole(text, one)] or places
    part, asked = Searchable(text[window.start : window.end]), words_of(words)
    return [
        Place(window.start + part.spans[n][0], window.start + part.spans[n + len(asked) - 1][1], 1.0)
        for n in part.positions.get(asked[0], ())
        if part.words[n : n + len(asked)] == asked
    ]


def _whole(text: str, place: Place) -> bool:
    """Whether the place begins where a word does (endings and particles may follow it)."""
    return place.start == 0 or not text[place.start - 1].isalnum()


def _misspelt(text: str, words: str, hull: Span) -> Place | None:
    """The words near the quote that `words` misspells, widened to whole words."""
    begin, stop = max(0, hull.start - _REACH), min(len(text), hull.end + _REACH)
    if not _MISSPELT <= len(words) <= stop - begin:
        return None
    found = fuzz.partial_ratio_alignment(words.lower(), text[begin:stop].lower(), score_cutoff=_NEAR)
    if found is None or len(text[begin:stop].lower()) != stop - begin:
        return None
    start, end = begin + found.dest_start, begin + found.dest_end
    while start > begin and text[start - 1].isalnum():
        start -= 1
    while end < stop and text[end].isalnum():
        end += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    similarity = fuzz.ratio(words.lower(), text[start:end].lower())
    return Place(start, end, similarity / 100) if similarity >= _NEAR else None


# --- figures


def _figure(place: Ground, proposal: Proposal, places: Sequence[Place], result: Grounded) -> None:
    """The figure that the proposal means, as factkit reads it there."""
    words, number = proposal.get("figure"), proposal.get("number")
    if isinstance(words, int | float) and number is None:
        words, number = None, words
    shown = str(words if words is not None else number)
    if number is not None and not isinstance(number, int | float):
        result.refused.append(Refusal("figure", shown, f"number is {number!r}; it needs a value"))
        return
    options = [one for one in place.numbers if any(p.start <= one.start and one.end <= p.end for p in places)]
    if words is not None:
        options = [one for one in options if _meant(place, str(words), one)]
    if number is not None:
        right = [one for one in options if _has_value(one, float(number))]
        if options and not right:
            result.refused.append(Refusal("figure", shown, f"{_read(place, options)} there, not {number:,.10g}"))
            return
        options = right
    if len(options) != 1:
        reason = f"{len(options)} numbers in the quote fit" if options else "no such number stands in the quote"
        result.refused.append(Refusal("figure", shown, reason))
        return
    similarity = min(one.similarity for one in places)
    result.findings.append((_as_figure(place, options[0]), similarity))


def _meant(place: Ground, words: str, number: Number) -> bool:
    """Whether `words` hold one number (hedges and nouns around it are welcome), and it is the same."""
    return list(_values(place, words).elements()) == [(number.value, number.low, number.high)]


def _has_value(number: Number, value: float) -> bool:
    stated = (number.value, number.low, number.high)
    return any(one is not None and isclose(one, value, rel_tol=_SAME) for one in stated)


def _read(place: Ground, numbers: Iterable[Number]) -> str:
    words = [place.document.text[one.start : one.end] for one in numbers]
    return f"{', '.join(map(repr, words))} {'stands' if len(words) == 1 else 'stand'}"


def _as_figure(place: Ground, number: Number) -> Figure:
    """The figure that was found at that place or that factkit reads there; where it reads none, the bare value."""
    for figure in chain(place.known, place.figures):
        if figure.start < number.end and number.start < figure.end:
            return figure
    ranged = number.value is None and number.low is not None
    relation = "exact" if number.value is not None else "between" if ranged else "vague"
    low, high = (number.low, number.high) if ranged else (None, None)
    return Figure(
        number.start,
        number.end,
        number.value,
        low,
        high,
        relation=relation,
        hedge=None,
        role="level",
        counted=None,
        unit="count",
        measure="other",
        place=None,
        as_of=None,
        as_of_start=None,
        as_of_end=None,
        modality=str(stretch_modality(place.document, number.start, number.end)[0]),
    )
