"""The work of reading grows with a text's length and with nothing else, whatever the text looks like."""

import sys
import time
from collections.abc import Iterator
from itertools import islice, product
from types import FrameType

import pytest

from factkit.extraction.claims import extract_claims
from factkit.extraction.document import make_document
from factkit.extraction.figures import extract_figures
from factkit.languages import language_codes, load_pack

LENGTH = 2_400  # characters of a text, which is then read again at four times its length
GROWTH = 6.0  # how many times the calls may be then: linear is 4, quadratic 16
SHAPES = {
    "news": "The ministry said on 5 May 2024 that about 300 people had left, and 12 others, it added, would follow. ",
    "no end": "the ministry said that about 300 people had left in May 2024, and it added that 12 others would follow ",
    "capitals": "THE MINISTRY SAID ABOUT 300 PEOPLE HAD LEFT. ANNA BERG (MP) SAID NO. ",
    "quotations": "“The 300 people have left,” said Anna Berg. ",
    "marks": "“ « ",
    "straight marks": '"',
    "digits": "7",
    "numbers": "12 345 ",
    "ranges": "12-15, ",
    "dates": "5 May 2024, ",
    "one word": "x",
    "hyphens": "a-",
    "commas": ",",
    "brackets": "(AB) ",
    "names": "Anna Berg ",
    "dots": ". ",
}


REPEATED = {
    "one name": "Anna Berg ",
    "one speaker": "Anna Berg said the plan was late. ",
    "one opening": "Traders here said the plan was late. ",
    "one role": "The minister said the plan was late. ",
    "one quotation": "“We have seen it,” he said. ",
    "one figure": "About 300 people have left the town. ",
    "one cue": "said ",
}
NAMED = {
    "people": "{0} {1} said the plan was late. ",
    "a family": "{0} Berg met us, ",
    "people of one first name": "Anna {1} said the plan was late. ",
    "bodies": "{0} Bank said the plan was late. ",
}
SMALL, TIMES = 6_000, 8  # characters of a text, and how many times as long the other one is
SLOWER = 20.0  # how many times the time may be then: linear is 8, quadratic 64


def calls(text: str, code: str) -> int:
    """How many calls of Python functions reading the text takes: the same in every run, however busy the machine."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        document = make_document("x", text, load_pack(code))
        extract_claims(document)
        extract_figures(document)
    finally:
        sys.setprofile(None)
    return count


def growth(piece: str, code: str) -> float:
    text = piece * (LENGTH // len(piece) + 1)
    calls(text, code)  # what is worked out once per word is known from here on
    return calls(text * 4, code) / (calls(text, code) + 300)


@pytest.mark.parametrize("code", language_codes())
def test_work_grows_with_a_language_s_own_sentences(code: str) -> None:
    examples = [example.text for example in load_pack(code).examples]
    assert growth(" ".join(examples)[:LENGTH] + "\n\n", code) < GROWTH


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("code", ["en", "de", "ru", "ko"])
def test_work_grows_with_any_shape(shape: str, code: str) -> None:
    assert growth(SHAPES[shape], code) < GROWTH


def test_digits_without_end_are_read() -> None:
    for text in ("7" * 9_000, f"{'7' * 9_000}th", f"1/{'7' * 9_000}", "100 200 " * 900, f"1e99{'0' * 400}"):
        for code in language_codes():
            assert calls(text, code)


def seconds(text: str) -> float:
    """The least time that reading the text takes. What calls of C do (`words.count(name)`) shows in nothing
    else."""
    took = []
    for _ in range(3):
        start = time.process_time()
        document = make_document("x", text, load_pack("en"))
        extract_claims(document)
        extract_figures(document)
        took.append(time.process_time() - start)
    return min(took)


def is_slow(text: str) -> bool:
    """Whether the whole text takes out of all proportion longer than its beginning, whenever it is tried."""
    short = text[: len(text) // TIMES]
    return all(seconds(text) > SLOWER * (seconds(short) + 0.001) for _ in range(3))


def names() -> Iterator[tuple[str, str]]:
    """First names and surnames without end, none of them twice."""
    syllables = ("ba", "do", "fe", "gu", "ki", "lo", "ma", "ne", "pu", "ri", "sa", "to")
    for parts in product(syllables, repeat=4):
        yield "".join(parts).title(), "".join((*parts, "n")).title()


@pytest.mark.parametrize("shape", REPEATED)
def test_time_grows_with_what_is_repeated(shape: str) -> None:
    assert not is_slow(REPEATED[shape] * (SMALL * TIMES // len(REPEATED[shape])))


@pytest.mark.parametrize("shape", NAMED)
def test_time_grows_with_the_names_of_a_text(shape: str) -> None:
    named = "".join(NAMED[shape].format(*name) for name in islice(names(), 6_000))
    assert not is_slow(f"Berg said the plan was late. {named}")
