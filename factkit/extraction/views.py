"""Sentences that open with whose view or which document they tell: "In the poll, …", "In her words, …", "Pour X, …"."""

from factkit.extraction.clauses import Clauses, Range
from factkit.extraction.contents import ContentReader
from factkit.extraction.drafts import Draft
from factkit.extraction.vocabulary import Is

_LONGEST = 20  # tokens before the comma
_NO_VIEW = Is.AUXILIARY | Is.COMPLEMENTIZER | Is.RELATIVE | Is.TERMINAL | Is.COLON | Is.SEMICOLON | Is.QUOTE


def opening_view(clauses: Clauses, contents: ContentReader, first: int, stop: int) -> Draft | None:
    """The attribution that the words from `first` up to a comma make of the rest of the sentence, which ends before
    `stop`."""
    if clauses.masks[first] & Is.VIEWPOINT:
        return _viewpoint(clauses, contents, first, stop)
    return _within(clauses, first, stop) if clauses.masks[first] & Is.WITHIN else None


def _viewpoint(clauses: Clauses, contents: ContentReader, first: int, stop: int) -> Draft | None:
    """'Pour le ministre, …': whoever has a role, and a name or a quotation, so that it is a view and no purpose."""
    masks, start = clauses.masks, clauses.after(first)
    source = clauses.source_right(start, stop)
    if source is None or source[1] + 1 >= stop or not masks[source[1]] & Is.COMMA:
        return None
    content = source[1] + 1, contents.end(source[1] + 1, Is.CLAUSE)
    if not any(masks[n] & Is.ROLE for n in range(*source)) or masks[content[0]] & Is.PREPOSITION & ~Is.DETERMINER:
        return None
    named = sum(clauses.capital(n) for n in range(*source)) > 1
    if not named and not any(n in clauses.jump for n in range(*content)):
        return None
    return Draft((content,), source, (first, start), Is.MARKER, rule="viewpoint")


def _within(clauses: Clauses, first: int, stop: int) -> Draft | None:
    """'In the latest poll, …' of a document with findings, 'In the minister's words, …' of whoever owns the view."""
    masks, start = clauses.masks, first + 1
    comma = next((n for n in range(start, min(stop, first + _LONGEST)) if masks[n] & (Is.COMMA | _NO_VIEW)), stop)
    if comma + 2 >= stop or comma - start < 2 or not masks[comma] & Is.COMMA:
        return None
    if masks[comma - 1] & Is.OUTLOOK:
        source = _owner(clauses, start, comma - 1)
    else:
        told = Is.TIME | Is.SUBORDINATOR
        end = next((n for n in range(start + 1, comma) if masks[n] & told), comma)
        named = next((n for n in range(start + 1, end) if masks[n] & Is.FINITE and not clauses.capital(n)), end)
        source = (start, end) if any(masks[n] & Is.FINDINGS for n in range(start, named)) else None
    begin = _past_aside(clauses, comma + 1, stop)
    if source is None or begin + 2 >= stop:
        return None
    return Draft(((begin, stop),), source, (first, start), Is.MARKER, rule="within")


def _past_aside(clauses: Clauses, number: int, stop: int) -> int:
    """Past ", however," and ", conducted in May," to the sentence that a document's name keeps waiting."""
    masks = clauses.masks
    if masks[number] & Is.CONTRAST or (masks[number] & Is.FINITE and not clauses.capital(number)):
        return next((n + 1 for n in range(number, min(stop, number + _LONGEST)) if masks[n] & Is.COMMA), number)
    return number


def _owner(clauses: Clauses, first: int, stop: int) -> Range | None:
    """Whoever owns what stands at `stop`: a possessive, or a noun with its ending."""
    if stop - first == 1:
        return (
            (first, stop) if clauses.masks[first] & Is.PRONOUN and not clauses.masks[first] & Is.FIRST_PERSON else None
        )
    return (first, stop - 1) if clauses.masks[stop - 1] & Is.OWNS else None
