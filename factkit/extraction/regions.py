"""What is read by itself: sentences outside quotations, and sentences inside them."""

from bisect import bisect_left

from factkit.extraction.clauses import Clauses, Range, Region, between
from factkit.extraction.contents import ContentReader
from factkit.extraction.model import Document
from factkit.extraction.quotations import Quote
from factkit.extraction.vocabulary import Is


def make_regions(document: Document, quotes: list[Quote], depth: int, holding: list[int] | None = None) -> list[Region]:
    """What is read by itself at `depth`: sentences outside quotations, or those inside quotations of the depth above
    (if need be only of those that hold one of the tokens `holding`, in order). A sentence never ends inside a quotation
    that stands in it."""
    opaque = [quote for quote in quotes if quote.depth == depth]
    if depth == 0:
        return _merge(document.sentences, opaque, 0)
    homes = [quote for quote in quotes if quote.depth == depth - 1 and quote.stop - quote.first > 5]
    if holding is not None:
        homes = [home for home in homes if between(holding, home.first, home.stop)]
    firsts = [quote.first for quote in opaque]
    regions: list[Region] = []
    number = 0
    for home in homes:
        first, stop = home.first + 1, home.stop - home.closed
        while number and document.sentences[number - 1][1] > first:
            number -= 1
        while number < len(document.sentences) and document.sentences[number][1] <= first:
            number += 1
        inside = []
        while number < len(document.sentences) and document.sentences[number][0] < stop:
            a, b = document.sentences[number]
            inside.append((max(a, first), min(b, stop)))
            number += 1
        regions += _merge(inside, opaque[bisect_left(firsts, first) : bisect_left(firsts, stop)], depth)
    return regions


def _merge(sentences: list[Range], opaque: list[Quote], depth: int) -> list[Region]:
    regions: list[Region] = []
    number = 0
    held: int | None = None
    for first, stop in sentences:
        start = first if held is None else held
        while number < len(opaque) and opaque[number].stop <= stop:
            number += 1
        if number < len(opaque) and opaque[number].first < stop < opaque[number].stop:
            held = start
            continue
        held = None
        regions.append(Region(start, stop, depth))
    if held is not None:
        regions.append(Region(held, sentences[-1][1], depth))
    return regions


def rejoin_speech(clauses: Clauses, regions: list[Region], cues: list[int]) -> list[Region]:
    """The regions, where a quotation and the words outside its sentence that only say whose it is are one ('“Why?” X
    asked on Monday.'; 'X said in a statement:' with the quotation in the next paragraph)."""
    joined: list[Region] = []
    for region in regions:
        before = joined[-1] if joined else None
        if (
            before
            and before.stop == region.first
            and (region.first in clauses.jump or before.stop - 1 in clauses.back)
            and (_introduces(clauses, before, region) or _speech_ends(clauses, before, region, cues))
        ):
            joined[-1] = Region(before.first, region.stop, region.depth)
        else:
            joined.append(region)
    return joined


def _introduces(clauses: Clauses, before: Region, region: Region) -> bool:
    """Whether the region before ends with the colon that this one's quotation follows, in a paragraph of its own."""
    return region.first in clauses.jump and bool(clauses.masks[before.stop - 1] & Is.COLON)


def _speech_ends(clauses: Clauses, before: Region, region: Region, cues: list[int]) -> bool:
    """Whether the region before ends with a quotation, and this one only says whose it was."""
    if before.stop - 1 not in clauses.back or not _only_attributes(clauses, region, cues):
        return False
    return "\n" not in clauses.text[clauses.ends[before.stop - 1] : clauses.starts[region.first]]


def _only_attributes(clauses: Clauses, region: Region, cues: list[int]) -> bool:
    """Whether the region starts with a source and its cue, and the cue has no content after it."""
    inside = between(cues, region.first, region.stop)
    if not inside:
        return False
    cue, masks = inside[0], clauses.masks
    if not masks[cue] & Is.CLAUSE or masks[cue] & (Is.PARTICIPLE | Is.WEAK):
        return False
    start = clauses.cue_start(cue, region.first)
    source = clauses.source_left(start, region.first) if start > region.first else None
    if source is None or source[0] != region.first or masks[source[0]] & Is.FIRST_PERSON:
        return False
    stop = region.stop
    while stop > region.first and masks[stop - 1] & Is.TERMINAL:
        stop -= 1
    contents = ContentReader(clauses, inside, stop)
    return contents.after_cue(clauses.stops.get(cue, cue + 1), masks[cue]) is None
