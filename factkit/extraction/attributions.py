"""Attributions: which words attribute (cue), to whom (source), and what (content).

`find_drafts` reads a document region by region with the reader for its language's word order. Positions are token
numbers until the very end; `speakers` makes an `Attribution` with character spans of a `Draft`.
"""

from collections.abc import Iterator, Sequence

from factkit.extraction.carried import carried_on
from factkit.extraction.case_marked import CaseMarkedReader
from factkit.extraction.clauses import Clauses, Range, Region, between
from factkit.extraction.dialogue import join_speech, told_by_dashes
from factkit.extraction.drafts import Draft, find_parents
from factkit.extraction.headed import headed_statements
from factkit.extraction.model import Document
from factkit.extraction.quotations import Quote, find_quotes
from factkit.extraction.regions import make_regions, rejoin_speech
from factkit.extraction.subject_first import SubjectFirstReader
from factkit.extraction.tallies import set_apart
from factkit.extraction.uncued import carry_on_quotes
from factkit.extraction.verb_second import VerbSecondReader
from factkit.extraction.vocabulary import CUE_START, Is


def find_drafts(document: Document) -> tuple[list[Draft], list[Quote], Clauses]:
    """Every attribution of the document, in text order, with the quotations and word classes it was read from."""
    clauses = Clauses(document)
    quotes, speeches = told_by_dashes(document, clauses, find_quotes(document))
    clauses.forget_stray_marks(quotes)
    cues = clauses.classes.places(CUE_START)
    numbers = clauses.classes.places(Is.NUMBER)  # inside a quotation only who counts something makes a claim
    drafts: list[Draft] = []
    outer_regions: list[Region] = []
    deepest = max((quote.depth for quote in quotes), default=-1)
    for depth in range(deepest + 2):
        clauses.set_quotes([quote for quote in quotes if quote.depth == depth])
        regions = make_regions(document, quotes, depth, numbers)
        if document.pack.grammar.cue_position != "second":
            regions = rejoin_speech(clauses, regions, cues)
        outer_regions = outer_regions or regions
        found = _read(document, clauses, regions, cues, numbers)
        drafts += [draft._replace(depth=depth) for draft in found] if depth else found
    outer = [quote for quote in quotes if quote.depth == 0]
    clauses.set_quotes(outer)
    drafts = join_speech(drafts, speeches)
    if document.pack.grammar.cue_position == "any":
        drafts += headed_statements(document, clauses, drafts)
    drafts = carry_on_quotes(clauses, outer_regions, outer, drafts)
    if document.pack.grammar.cue_position == "second":
        either = tuple(ending.strip("~") for ending in document.pack.grammar.either)
        drafts += carried_on(clauses, outer_regions, drafts, either=either)
    elif document.pack.grammar.moods or document.pack.grammar.partitives:
        drafts += carried_on(clauses, outer_regions, drafts, Is.MOOD if document.pack.grammar.moods else 0)
    drafts = [draft for draft in drafts if all(first < stop for first, stop in draft.content)]  # "said as : )"
    drafts.sort(key=lambda draft: (draft.content[0][0], -draft.content[-1][1], draft.cue or (0, 0)))
    parents = find_parents(drafts)
    relayed = [parent is None or _tells_on(drafts[parent]) for parent in parents]
    kept = [d for d, outer in zip(drafts, relayed, strict=True) if _stands(clauses, d, numbers, inside=not outer)]
    return kept, quotes, clauses


def _read(
    document: Document, clauses: Clauses, regions: list[Region], cues: list[int], numbers: list[int]
) -> Iterator[Draft]:
    """The attributions of the regions, read by the reader for the language's word order."""
    grammar, code = document.pack.grammar, document.pack.code
    if grammar.cue_position not in {"second", "free"}:
        for region in regions:
            inside = between(cues, region.first, region.stop)
            if inside or clauses.masks[region.first] & (Is.VIEWPOINT | Is.WITHIN):
                drafts = SubjectFirstReader(clauses, region, inside, drops_subject=grammar.drops_subject).read()
                yield from set_apart(clauses, region, cues, numbers, code, drafts)
        return
    kind = VerbSecondReader if grammar.cue_position == "second" else CaseMarkedReader
    previous: Range | None = None
    for region in regions:
        reader = kind(clauses, region, cues, previous)
        found = set_apart(clauses, region, cues, numbers, code, reader.read())
        yield from found
        previous = _told(found, (reader.first, reader.stop))  # the region before, without its dateline and final mark


def _told(found: Sequence[Draft], region: Range) -> Range:
    """What a region tells: its words without the attribution that ends it."""
    last = found[-1] if found else None
    if last is None or last.rule != "inverted" or len(last.content) > 1 or last.hull[0] > region[0] + 1:
        return region
    return region[0], last.hull[1]


def _tells_on(draft: Draft) -> bool:
    """Whether the draft only says according to whom, or who told of, what is claimed anyway."""
    return bool(draft.mask & (Is.MARKER | Is.RELAY)) or draft.rule in {"anaphor", "relaying"}


def _stands(clauses: Clauses, draft: Draft, numbers: list[int], *, inside: bool) -> bool:
    """Whether a draft is a claim of its own. What stands inside another claim (unless that only says according to whom)
    is one only where it has a party of its own that says or counts something; an agentless passive there is modality,
    "he" or "they" the speaker's own view."""
    if not inside and not draft.depth:
        return True
    if draft.source is None:
        return draft.cue is None
    if draft.rule in {"bracketed", "marked"}:
        return True
    if draft.rule == "gap" and not draft.depth and draft.content[-1][0] in clauses.jump:
        return True  # ", which he called “a farce”": words of somebody's own for it
    if draft.inherited or all(
        clauses.masks[n] & (Is.PRONOUN | Is.RELATIVE | Is.INDEFINITE) for n in range(*draft.source)
    ):
        return False
    first, masks = draft.content[0][0], clauses.masks
    counts = any(between(numbers, *piece) for piece in draft.content)
    states = draft.mask & Is.CLAUSE and not draft.mask & Is.WEAK and masks[first] & Is.COMPLEMENTIZER
    named = any(clauses.capital(n) for n in range(*draft.source)) or any(
        masks[n] & (Is.BODY | Is.ROLE) for n in range(*draft.source)
    )
    return named and bool(counts or (states and not draft.depth))
