"""The work of reading grows with a text's length and with nothing else, whatever the text looks like."""

import sys
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
