"""Which marks belong together: pairs, nesting, missing marks, marks that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factkit.extraction.document import make_document
from factkit.extraction.quotations import find_quotes
from factkit.languages import load_pack

CASES = [
    ("“A dam,” he said. ‘A wall’", ["“A dam,”", "‘A wall’"], "double and single marks"),
    ("``A dam,'' he said.", ["``A dam,''"], "typewriter pairs"),
    ("''A dam,'' he said.", ["''A dam,''"], "two apostrophes on either side"),
    ("“A dam,’’ he said. ‘‘A wall’’", ["“A dam,’’", "‘‘A wall’’"], "two curly apostrophes"),
    ('He said "one" and "two".', ['"one"', '"two"'], "straight marks, twice"),
    ('“A dam," he said.', ['“A dam,"'], "curly, then straight"),
    ('"A dam,” he said.', ['"A dam,”'], "straight, then curly"),
    ("He said “a ‘dry’ dam” again.", ["“a ‘dry’ dam”", "‘dry’"], "one inside another, the outer first"),
    ("“Never closed at all", ["“Never closed at all"], "no closing mark: to the paragraph's end"),
    ("“One paragraph\n\n“Two,” he said.", ["“One paragraph", "“Two,”"], "every paragraph opens, the last one closes"),
    ("It's the players' ball.", [], "apostrophes"),
    ('A 6" pipe and a 5" nail.', [], "inches"),
    ("No marks here.", [], "none"),
]


def quotes(text: str) -> list[str]:
    document = make_document("case", text, load_pack("en"))
    starts, ends = document.tokens.starts, document.tokens.ends
    return [text[starts[quote.first] : ends[quote.stop - 1]] for quote in find_quotes(document)]


@pytest.mark.parametrize(("text", "expected", "label"), CASES, ids=[case[2] for case in CASES])
def test_pairs(text: str, expected: list[str], label: str) -> None:
    assert quotes(text) == expected, label


@given(st.text(alphabet="ab ,.\n“”‘’\"'«»`", max_size=60))
def test_quotations_nest(text: str) -> None:
    document = make_document("case", text, load_pack("en"))
    found = find_quotes(document)
    assert found == sorted(found, key=lambda quote: (quote.first, -quote.stop))
    for left in found:
        assert 0 <= left.first < left.stop <= len(document.tokens.words)
        for right in found:
            apart = left.stop <= right.first or right.stop <= left.first
            inside = left.first <= right.first and right.stop <= left.stop
            around = right.first <= left.first and left.stop <= right.stop
            assert apart or inside or around
