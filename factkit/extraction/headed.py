"""Statements headed by their speaker: headlines ("Petrie: Town won't pay"), transcripts ("PETRIE: We won't pay.")."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from factkit.extraction.clauses import Clauses, Range, between
from factkit.extraction.drafts import Draft
from factkit.extraction.model import Document
from factkit.extraction.vocabulary import Is

_LONGEST_LABEL = 6  # tokens before the colon
_SHORTEST = 3  # tokens of a statement
_SHORTEST_REPORT = 12  # tokens of a sentence that tells news behind a dateline
_NO_LABEL = Is.QUOTE | Is.BRACKET | Is.NUMBER | Is.DETERMINER
_PARTY = Is.ROLE | Is.BODY | Is.OUTLET | Is.DOCUMENT | Is.ANONYMOUS


def headed_statements(document: Document, clauses: Clauses, drafts: Sequence[Draft]) -> list[Draft]:
    """The paragraphs that a speaker's name and a colon open: all of a transcript, and the headline."""
    starts = {draft.content[0][0] for draft in drafts}
    sources = sorted(draft.source[0] for draft in drafts if draft.source is not None)
    labelled = list(_labelled(document, clauses))
    names = [clauses.text[clauses.starts[first] : clauses.ends[colon - 1]] for first, colon, _ in labelled]
    turns = Counter(names)
    shouted = any(count > 1 and name.isupper() for name, count in turns.items())  # a transcript, with names in capitals
    found = []
    for (first, colon, end), name in zip(labelled, names, strict=True):
        stop = end - _marks_before(clauses, end)
        turn = turns[name] > 1 or (shouted and name.isupper())
        headline = first == 0 and _heads(document, clauses, (first, colon), (colon + 1, stop))
        if headline and _is_report(clauses, colon + 1, end) and between(sources, colon + 1, end):
            headline = False  # a dateline: "Manila: The authorities announced on Monday that …."
        if headline and not turn:  # a headline is one sentence
            stop = min(stop, next((n for n in range(colon, end) if clauses.masks[n] & Is.TERMINAL), stop))
        if (turn or headline) and stop - colon > _SHORTEST and colon + 1 not in starts:
            content = (colon + 1, stop)
            found.append(Draft((content,), (first, colon), (colon, colon + 1), Is.MARKER | Is.CLAUSE, rule="headed"))
    return found


def _is_report(clauses: Clauses, first: int, end: int) -> bool:
    """Whether a whole sentence in small letters begins at `first`, as no headline does."""
    stop = next((n for n in range(first, end) if clauses.masks[n] & Is.TERMINAL), None)
    if stop is None or stop - first < _SHORTEST_REPORT:
        return False
    return 2 * sum(map(clauses.capital, range(first, stop))) < stop - first


def _marks_before(clauses: Clauses, end: int) -> int:
    """How many final marks stand before `end`."""
    return next((count for count in range(end) if not clauses.masks[end - count - 1] & Is.TERMINAL), 0)


def _labelled(document: Document, clauses: Clauses) -> list[tuple[int, int, int]]:
    """Paragraphs whose first words are a name and a colon: first token, colon, one past the last."""
    found = []
    for start, end in document.paragraphs:
        first = bisect_left(clauses.starts, start)
        limit = min(first + _LONGEST_LABEL, len(clauses.masks))
        colon = next((n for n in range(first + 1, limit) if clauses.masks[n] & Is.COLON), None)
        if colon is not None and clauses.starts[colon] < end and _names(clauses, first, colon):
            found.append((first, colon, bisect_left(clauses.starts, end)))
    return found


def _names(clauses: Clauses, first: int, stop: int) -> bool:
    """Whether the words are a name, or describe a party in a word or two."""
    masks = clauses.masks
    if clauses.ends[stop - 1] - clauses.starts[first] < _SHORTEST or masks[first] & _NO_LABEL:
        return False
    named = all(
        clauses.capital(n) or masks[n] & (Is.INNER | Is.OWNS) or clauses.words[n] == "." for n in range(first, stop)
    )
    return named or (stop - first <= 2 and bool(masks[stop - 1] & _PARTY))


def _heads(document: Document, clauses: Clauses, label: Range, content: Range) -> bool:
    """Whether the text's first line is a headline with its speaker: a party, or somebody the text names again."""
    masks, first, stop = clauses.masks, *content
    counts = masks[first] & Is.NUMBER if first < stop else 0  # "Policía: 700.000 personas marcharon"
    party = bool(masks[label[1] - 1] & _PARTY)
    if first >= stop or not (counts or not masks[first] & Is.DETERMINER):
        return False
    if not clauses.has_verb(first, stop) and not (counts and party and clauses.head_first):
        return False
    if party:
        return True
    name = clauses.text[clauses.starts[label[1] - 1] : clauses.ends[label[1] - 1]]
    found = document.text.find(name, document.paragraphs[0][1])
    return found >= 0 and not _is_place(clauses, bisect_left(clauses.starts, found))


def _is_place(clauses: Clauses, number: int) -> bool:
    """Whether a name stands behind a preposition of place or a body's short name ("ISU | Brăila"), where it is no
    person's."""
    before = number - 1
    if not clauses.head_first or before < 0:
        return False
    short = clauses.text[clauses.starts[before] : clauses.ends[before]]
    abbreviated = len(short) > 1 and short.isupper()
    alone = number + 1 >= len(clauses.masks) or not clauses.capital(number + 1)
    return abbreviated or bool(alone and clauses.masks[before] & (Is.BODY | Is.PREPOSITION))
