"""English constructions, one by one: source, cue and the pieces of the content; and what is no attribution.

`tests/quality` measures on corpora, `tests/languages/test_examples.py` runs the examples of the packs.
"""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factkit.extraction.claims import extract_claims
from factkit.extraction.document import make_document
from factkit.extraction.vocabulary import Is
from factkit.languages import load_pack

Claim = tuple[str, str, list[str]]  # source, cue, pieces of the content

QUOTED = [
    ("“It holds,” Rider said.", [("Rider", "said", ["“It holds,”"])], "quotation first"),
    ("“It holds,” said Rider.", [("Rider", "said", ["“It holds,”"])], "verb before its subject"),
    ("Rider said: “It holds.”", [("Rider", "said", ["“It holds.”"])], "colon"),
    ("Said Rider, “It holds for now.”", [("Rider", "Said", ["“It holds for now.”"])], "verb at the start"),
    ("“Why now?” Rider asked.", [("Rider", "asked", ["“Why now?”"])], "a question ends no sentence"),
    ("“Why?” Rider asked. “Why now?”", [("Rider", "asked", ["“Why?”", "“Why now?”"])], "goes on in the next sentence"),
    ("“It,” Rider said, “holds.”", [("Rider", "said", ["“It,”", "“holds.”"])], "interrupted"),
    ("Rider said in a statement:\n\n“The dam holds.”", [("Rider", "said", ["“The dam holds.”"])], "next paragraph"),
    (
        "Rider called it “a great shame” for all.\n\n'Rivers of mud'\n\nThe dam broke.",
        [("Rider", "called", ["it “a great shame” for all"])],
        "a heading in quotation marks carries nothing on",
    ),
    ("Rider said, when it broke, “I knew it would.”", [("Rider", "said", ["“I knew it would.”"])], "aside between"),
    ("Rider said, “It holds,” when asked on Monday.", [("Rider", "said", ["“It holds,”"])], "ends with the mark"),
    ("Rider quipped: “It holds for now.”", [("Rider", "quipped", ["“It holds for now.”"])], "colon, rare verb"),
    (
        "He shrugged it off as “a storm in a small cup.”",
        [("He", "shrugged", ["it off as “a storm in a small cup.”"])],
        "fragment",
    ),
]

CLAUSES = [
    ("Rider said that the dam holds.", [("Rider", "said", ["that the dam holds"])], "that"),
    ("Rider said the dam holds.", [("Rider", "said", ["the dam holds"])], "no conjunction"),
    ("Rider said on Monday that the dam holds.", [("Rider", "said", ["that the dam holds"])], "adjunct between"),
    (
        "Rider said Monday in Bath, Ohio, that the dam holds.",
        [("Rider", "said", ["that the dam holds"])],
        "adjunct with a comma",
    ),
    ("Rider said Thursday it holds.", [("Rider", "said", ["it holds"])], "time and bare clause"),
    ("The dam holds, Rider said.", [("Rider", "said", ["The dam holds"])], "content first"),
    ("And yet, officials say, prices rise.", [("officials", "say", ["prices rise"])], "cue inside its content"),
    (
        "They're in danger, a man close to him said.",
        [("a man close to him", "said", ["They're in danger"])],
        "object pronoun",
    ),
    ("As Rider noted, the dam holds.", [("Rider", "noted", ["the dam holds"])], "as"),
    ("According to Rider, the dam holds.", [("Rider", "According to", ["the dam holds"])], "marker first"),
    ("The dam holds, according to Rider.", [("Rider", "according to", ["The dam holds"])], "marker last"),
    (
        "He left the dam, which Rider said was safe.",
        [("Rider", "said", ["which", "was safe"])],
        "gap in a relative clause",
    ),
    ("Kelly Emily said the dam holds.", [("Kelly Emily", "said", ["the dam holds"])], "names like adverbs"),
    ("They've suggested that it leaks.", [("They", "'ve suggested", ["that it leaks"])], "contracted auxiliary"),
    ("Rider reported having two keys.", [("Rider", "reported", ["having two keys"])], "participle"),
]

SOURCES = [
    ("Paul Rider, the engineer, said it holds.", [("Paul Rider, the engineer", "said", ["it holds"])], "apposition"),
    ("Rider, 58, said it holds.", [("Rider, 58", "said", ["it holds"])], "age"),
    (
        "Rider, who built the dam, said it holds.",
        [("Rider, who built the dam", "said", ["it holds"])],
        "relative clause",
    ),
    (
        "“It holds,” said Rider, who built it.",
        [("Rider, who built it", "said", ["“It holds,”"])],
        "relative clause behind",
    ),
    (
        "Rider praised the dam and said it holds.",
        [("Rider", "praised", ["the dam"]), ("Rider", "said", ["it holds"])],
        "two verbs",
    ),
    ("Rider spoke, saying it holds.", [("Rider", "saying", ["it holds"])], "participle"),
    ("Rider began by saying it holds.", [("Rider", "saying", ["it holds"])], "gerund"),
    ("It was reported that 40 homes were lost.", [("", "was reported", ["that 40 homes were lost"])], "nobody"),
]

NO_CLAIMS = [
    "Everything went according to plan at the harbor.",
    "The plan has three parts and a long appendix.",
    "The museum shows paintings by local artists.",
    "The red “Open Late” sign hung above the door.",
    "It is hard to say where the river begins.",
    "Two trains collided near the station, and six people were hurt.",
    "I said it would rain.",
    "The bus was called off because of the snow.",
]


def claims(text: str) -> list[Claim]:
    found = extract_claims(make_document("case", text, load_pack("en")))
    return [
        (
            text[slice(*claim.source)] if claim.source else "",
            text[slice(*claim.cue)] if claim.cue else "",
            [text[start:end] for start, end in claim.spans],
        )
        for claim in found
    ]


@pytest.mark.parametrize(("text", "expected", "label"), QUOTED, ids=[case[2] for case in QUOTED])
def test_quoted(text: str, expected: list[Claim], label: str) -> None:
    assert claims(text) == expected, label


@pytest.mark.parametrize(("text", "expected", "label"), CLAUSES, ids=[case[2] for case in CLAUSES])
def test_clauses(text: str, expected: list[Claim], label: str) -> None:
    assert claims(text) == expected, label


@pytest.mark.parametrize(("text", "expected", "label"), SOURCES, ids=[case[2] for case in SOURCES])
def test_sources(text: str, expected: list[Claim], label: str) -> None:
    assert claims(text) == expected, label


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_no_claims(text: str) -> None:
    assert not claims(text)


WORDS = [
    "Rider",
    "said",
    "that",
    "“",
    "”",
    ",",
    ".",
    "the dam",
    "who",
    "according to",
    "citing",
    "he",
    "(",
    ")",
    "\n\n",
    "was",
    "as",
    ":",
]


@given(st.lists(st.sampled_from(WORDS), max_size=25))
@example(["cautioning against plaintiff court age was said", ","])
def test_any_text_gives_claims_inside_it(words: list[str]) -> None:
    text = " ".join(words)
    for claim in extract_claims(make_document("case", text, load_pack("en"))):
        assert 0 <= claim.start < claim.end <= len(text)
        assert all(start < end for start, end in claim.spans)


def test_every_class_has_a_bit_of_its_own() -> None:
    bits = [value for name, value in vars(Is).items() if name.isupper()]
    assert len(bits) == len(set(bits))


def test_a_quotation_long_after_the_last_attribution() -> None:
    text = "Anna said it rained. " + "It was a long day. " * 300 + "“We stay here for the winter” was written there."
    assert extract_claims(make_document("x", text, load_pack("en")))
