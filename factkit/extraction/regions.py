"""What is read by itself: sentences outside quotations, and sentences inside them."""

from factkit.extraction.clauses import Range, Region
from factkit.extraction.model import Document
from factkit.extraction.quotations import Quote


def make_regions(document: Document, quotes: list[Quote], depth: int) -> list[Region]:
    """What is read by itself at `depth`: sentences outside quotations, or those inside quotations of the depth above.
    A sentence never ends inside a quotation that stands in it."""
    opaque = [quote for quote in quotes if quote.depth == depth]
    if depth == 0:
        return _merge(document.sentences, opaque, 0)
    homes = [quote for quote in quotes if quote.depth == depth - 1 and quote.stop - quote.first > 5]
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
        regions += _merge(inside, [quote for quote in opaque if first <= quote.first < stop], depth)
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
