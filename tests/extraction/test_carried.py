"""Speech carried on without a cue: by the verb's mood, after a sentence that is attributed, and no further."""

import pytest

from factkit.extraction.claims import extract_claims
from factkit.extraction.document import make_document
from factkit.languages import load_pack

CASES = [
    ("after a claim", "Müller sagte, es regne. Es sei kalt.", ["Es sei kalt"]),
    ("twice", "Müller sagte, es regne. Es sei kalt. Man habe Angst.", ["Es sei kalt", "Man habe Angst"]),
    ("after a semicolon", "Es regne, so Müller; es sei kalt.", ["es sei kalt"]),
    ("irreal for plural", "Müller sagte, es regne. Die Leute hätten Angst.", ["Die Leute hätten Angst"]),
    ("past a sentence", "Müller sagte, es regne. Es ist kalt. Man habe Angst.", ["Man habe Angst"]),
    (
        "narration stops it",
        "Müller sagte, es regne. Er geht. Es ist hell. Sie ruht. Es tagt. Es sei so.",
        [],
    ),
    ("narration stops what may be irreal", "Müller sagte, es regne. Es ist kalt. Die Leute hätten Angst.", []),
    ("own voice", "Müller sagte, es regne. Es ist kalt. Ich habe Angst.", []),
    (
        "either mood between",
        "Müller sagte, es regne. Die Helfer reichten nicht. Man habe Angst.",
        ["Die Helfer reichten nicht", "Man habe Angst"],
    ),
    ("either mood at the end", "Müller sagte, es regne. Die Helfer reichten nicht. Es ist kalt.", []),
    ("only in a relative clause", "Müller sagte, es regne. Er ging in den Wald, der kalt sei.", []),
    ("nobody spoke", "Es sei kalt.", []),
]


@pytest.mark.parametrize("text, carried", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_sentences_that_are_carried_on(text, carried):
    claims = extract_claims(make_document("a", text, load_pack("de")))
    without = [claim for claim in claims if claim.cue is None and claim.source is None]
    assert [text[claim.start : claim.end] for claim in without] == carried
    assert all(claim.speaker == "Müller" for claim in without)
