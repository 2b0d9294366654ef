"""Proposals: grounded at an exact or repaired place with its similarity, or set aside with the reason."""

import time

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factkit as fk
from factkit.extraction import DEFAULT

TEXT = (
    "Seoul's spy agency keeps counting. “About 2,000 soldiers have been killed since autumn – far more than we "
    "expected,” lawmaker Lee Seong-kweun told reporters on Tuesday after a closed briefing.\n\n"
    "The agency had spoken of 600 deaths in April. Lee said that between 5,000 and 6,000 engineers would follow, and "
    "that the army did not expect any of them back before spring. Nobody in the capital would say where they were "
    "to work, for how long, or what they were to build there; asked twice, the embassy hung up.\n\n"
    "“We mourn them,” the lawmaker said. “They were young,” he added. The ministry gave no number."
)


def proposer(*proposals):
    def model(document):
        return list(proposals)

    return model


def grounded(*proposals, text=TEXT, extractors=(), language="en"):
    table = pd.DataFrame({"article_id": ["a"], "text": [text], "language": [language], "published": ["2025-09-02"]})
    return fk.extract(table, extractors=(*extractors, proposer(*proposals)), progress=False).validate()


def claim(**given):
    return {"quote": "They were young", **given}


QUOTES = [
    # what, the proposal's quote, content in the text, kind, similarity
    ("exact", "“We mourn them,”", "“We mourn them,”", "direct", 1.0),
    ("without its marks", "They were young", "“They were young,”", "direct", 1.0),
    ("straight marks", '"We mourn them,"', "“We mourn them,”", "direct", 1.0),
    (
        "other dash and spaces",
        "killed since autumn - far  more than we expected",
        "killed since autumn – far more than we expected",
        "direct",
        1.0,
    ),
    (
        "in the writer's words",
        "between 5,000 and 6,000 engineers would follow",
        "between 5,000 and 6,000 engineers would follow",
        "indirect",
        1.0,
    ),
    (
        "slightly misquoted",
        "About 2,000 soldiers were killed since autumn, far more than we expected",
        "“About 2,000 soldiers have been killed since autumn – far more than we expected,”",
        "direct",
        0.92,
    ),
]


@pytest.mark.parametrize(
    "quote, content, kind, similarity", [row[1:] for row in QUOTES], ids=[row[0] for row in QUOTES]
)
def test_a_quote_finds_its_place(quote, content, kind, similarity):
    dossier = grounded({"quote": quote, "source": "lawmaker"})
    row = dossier.claims.iloc[0]
    assert (row["content"], row["kind"], row["extractor"]) == (content, kind, "model")
    assert row["grounding"] == pytest.approx(similarity, abs=0.04)
    assert (row["grounding"] == 1) == (similarity == 1)


SET_ASIDE = [
    ("invented", {"quote": "The war will be over by Christmas, he promised"}, "claim", "don't stand in the text"),
    ("another number", {"quote": "About 20,000 soldiers have been killed since autumn"}, "claim", "other numbers"),
    (
        "a number in words",
        {"quote": "About three thousand soldiers have been killed since autumn – far more than we expected"},
        "claim",
        "other numbers",
    ),
    ("turned round", {"quote": "that the army did expect any of them back before spring"}, "claim", "negates"),
    ("ambiguous", {"quote": "agency"}, "claim", "2 times"),
    ("empty", {"quote": " – "}, "claim", "no words"),
    ("no quote", {"speaker": "Lee"}, "claim", "no words"),
    ("quote of no words", {"quote": 17}, "claim", "no words"),
    ("pieces out of order", {"quote": ["They were young", "We mourn them"]}, "claim", "before the piece"),
    ("no proposal at all", "They were young", "proposal", "this is str"),
    ("unknown speaker", claim(speaker="Kim Byung-kee"), "speaker", "in the article"),
    ("source far away", claim(source="spy agency"), "source", "within 400"),
    ("cue of the quote's own", claim(cue="young"), "cue", "outside it"),
    ("source that is no name", claim(source=["Lee"]), "source", "needs words"),
    ("modality", claim(modality="hedge"), "modality", "Did you mean 'hedged'"),
    ("type", claim(speaker="Lee Seong-kweun", type="human"), "type", "no type"),
    ("no such figure", {"quote": "They were young", "figure": "600"}, "figure", "no such number"),
    (
        "wrong value",
        {"quote": "spoken of 600 deaths in April", "figure": "600 deaths", "number": 6000},
        "figure",
        "'600' stands there, not 6,000",
    ),
    ("wrong words", {"quote": "spoken of 600 deaths in April", "figure": "about 800"}, "figure", "no such number"),
    ("value of the wrong type", {"quote": "spoken of 600 deaths in April", "number": "600"}, "figure", "needs a value"),
]


@pytest.mark.parametrize("proposal, kind, reason", [row[1:] for row in SET_ASIDE], ids=[row[0] for row in SET_ASIDE])
def test_what_has_no_place_is_set_aside_with_the_reason(proposal, kind, reason):
    dossier = grounded(proposal)
    assert dossier.rejected[["article_id", "extractor", "kind"]].to_numpy().tolist() == [["a", "model", kind]]
    assert reason in dossier.rejected["reason"].iloc[0]
    assert len(dossier.claims) == (kind not in {"claim", "figure", "proposal"})


def test_words_around_it_tell_which_place_is_meant():
    dossier = grounded({"quote": "agency", "prefix": "Seoul's spy ", "suffix": " keeps counting"})
    assert dossier.claims["start"].tolist() == [TEXT.index("agency")]


def test_source_cue_and_speaker_get_their_places():
    row = grounded(
        claim(source="he", cue="added", speaker="Lee Seong-Kweun", type="person", modality="denied")
    ).claims.iloc[0]
    assert (row["source"], row["cue"], row["speaker"], row["origin"]) == (
        "he",
        "added",
        "Lee Seong-kweun",
        "Lee Seong-kweun",
    )
    assert row["source_start"] == TEXT.index("he added")
    assert (row["modality"], row["grounding"]) == ("denied", 1.0)


def test_a_misspelt_speaker_is_repaired_and_it_shows():
    row = grounded({"quote": "far more than we expected", "speaker": "Lee Seong-kwun"}).claims.iloc[0]
    assert row["speaker"] == "Lee Seong-kweun"
    assert 0.85 <= row["grounding"] < 1


def test_the_origin_is_the_chains_last_link():
    dossier = grounded(
        {"quote": "About 2,000 soldiers have been killed", "speaker": "Lee Seong-kweun", "origin": "spy agency"}
    )
    assert dossier.sources[["position", "name", "type"]].to_numpy().tolist() == [
        [0, "Lee Seong-kweun", "person"],
        [1, "spy agency", "anonymous"],
    ]
    assert dossier.claims["origin"].tolist() == ["spy agency"]


def test_an_interrupted_quote_is_one_claim_with_its_pieces():
    for quote in ("We mourn them ... They were young", ["We mourn them", "They were young"]):
        row = grounded({"quote": quote, "source": "the lawmaker", "cue": "said"}).claims.iloc[0]
        assert [TEXT[start:end] for start, end in row["spans"]] == ["“We mourn them,”", "“They were young,”"]
        assert row["kind"] == "direct"


def test_an_ellipsis_of_the_text_is_no_interruption():
    text = "“We... we mourn them... all,” the lawmaker said."
    row = grounded({"quote": "We... we mourn them... all", "source": "the lawmaker"}, text=text).claims.iloc[0]
    assert row["spans"] == [[0, 29]]


LANGUAGES = [
    ("ko", "이성권 의원은 “군인 약 600명 숨졌다”고 밝혔다.", "군인 약 600명 숨졌다", "이성권 의원", "밝혔다"),
    ("ru", "«Погибли 600 солдат — много», — заявил Ли.", '"погибли 600 солдат - много"', "Ли", "заявил"),
    ("uk", "«Ми скорбимо за всіма», — додав депутат Лі.", "Ми скорбимо за всіма", "депутат Лі", "додав"),
    ("de", "„Rund 600 Soldaten sind tot“, sagte Lee.", "“Rund 600 Soldaten sind tot”", "Lee", "sagte"),
    ("fr", "« Environ 600 soldats sont morts », a dit Lee.", "Environ 600 soldats sont morts", "Lee", "a dit"),
    ("es", "«Unos 600 soldados han muerto», dijo Lee.", "unos 600 soldados han muerto", "Lee", "dijo"),
    ("ro", "„Circa 600 de militari au murit”, a spus Lee.", "circa 600 de militari au murit", "Lee", "a spus"),
]  # fmt: skip


@pytest.mark.parametrize("language, text, quote, source, cue", LANGUAGES, ids=[row[0] for row in LANGUAGES])
def test_quotes_of_every_language_get_their_own_marks_back(language, text, quote, source, cue):
    dossier = grounded({"quote": quote, "source": source, "cue": cue}, text=text, language=language)
    row = dossier.claims.iloc[0]
    assert (row["kind"], row["source"], row["cue"], row["grounding"]) == ("direct", source, cue, 1.0)
    inside = row["content"][1:-1].strip(" ,")
    assert inside.casefold().replace(" — ", " - ") == quote.strip('"“”').casefold()
    assert dossier.rejected.empty


CHANGED = {"“": '"', "”": "''", "’": "'", " ": "\u00a0", "–": "-", "said ": "said\n", "that ": "that  "}
MARKS = st.sampled_from(sorted(CHANGED.items()))


@settings(deadline=None)
@given(st.integers(0, 60), st.integers(5, 20), st.lists(MARKS, max_size=4), st.booleans())
def test_spaces_marks_and_case_never_matter(first, count, changes, shout):
    words = TEXT.split()[first : first + count]
    quote = " ".join(words)  # at least five words, so that it stands in the text once
    for old, new in changes:
        quote = quote.replace(old, new)
    dossier = grounded({"quote": quote.upper() if shout else quote, "source": "nobody at all"})
    assert dossier.claims["grounding"].tolist() == [1.0]
    assert " ".join(dossier.claims["content"].iloc[0].split()).strip("“”.,") in " ".join(TEXT.split())


FIGURES = [
    ("its words", {"figure": "2,000"}, "2,000", "about"),
    ("its words with hedge and noun", {"figure": "about 2,000 soldiers"}, "2,000", "about"),
    ("its words written otherwise", {"figure": "two thousand"}, "2,000", "about"),
    ("its value", {"figure": 2000}, "2,000", "about"),
    ("words and value", {"figure": "2,000", "number": 2000.0}, "2,000", "about"),
]


@pytest.mark.parametrize("asked, words, relation", [row[1:] for row in FIGURES], ids=[row[0] for row in FIGURES])
def test_a_figure_is_read_where_the_proposal_points(asked, words, relation):
    dossier = grounded(
        {"quote": "About 2,000 soldiers have been killed since autumn", "speaker": "Lee Seong-kweun", **asked}
    )
    row = dossier.figures.iloc[0]
    assert (row["text"], row["relation"], row["extractor"], row["grounding"]) == (words, relation, "model", 1.0)
    assert dossier.claims["claim_id"].tolist() == [row["claim_id"]]


def test_a_figure_alone_makes_no_claim():
    dossier = grounded({"quote": "spoken of 600 deaths in April", "figure": 600})
    assert (len(dossier.claims), dossier.figures["value"].tolist()) == (0, [600.0])


def test_a_number_that_factkit_takes_for_none_has_its_bare_value():
    dossier = grounded({"quote": "on page 17 of the file", "figure": "17"}, text="It was on page 17 of the file.")
    assert dossier.figures[["value", "measure", "relation"]].to_numpy().tolist() == [[17.0, "other", "exact"]]


def test_a_figure_found_twice_stands_once():
    alone = grounded(extractors=DEFAULT)
    both = grounded({"quote": "spoken of 600 deaths in April", "figure": 600}, extractors=DEFAULT)
    pd.testing.assert_frame_equal(alone.figures, both.figures)
    assert alone.figures["grounding"].isna().all()


TEXTS = st.text(max_size=40) | st.sampled_from(TEXT.replace("\n", " ").split(". "))
CELLS = st.none() | st.integers() | st.floats() | TEXTS | st.lists(TEXTS, max_size=3)
KEYS = (
    "quote",
    "prefix",
    "suffix",
    "source",
    "cue",
    "speaker",
    "origin",
    "type",
    "figure",
    "number",
    "modality",
    "own",
)


@settings(deadline=None, max_examples=80)
@given(st.lists(st.dictionaries(st.sampled_from(KEYS), CELLS), max_size=4))
def test_any_proposal_gives_rows_that_hold_or_reasons(proposals):
    dossier = grounded(*proposals)
    assert len(dossier.rejected) + len(dossier.claims) + len(dossier.figures) >= min(1, len(proposals))


def test_many_proposals_in_a_long_article_take_no_time():
    paragraphs = [f"Item {n}: {TEXT.replace('2,000', f'{n + 100:,}')}" for n in range(300)]
    text = "\n\n".join(paragraphs)
    proposals = [
        {
            "quote": f"About {n + 100:,} soldiers were killed since autumn - far more than we expected",
            "cue": "told reporters",
        }
        for n in range(0, 300, 3)
    ]
    start = time.perf_counter()
    dossier = grounded(*proposals, text=text)
    assert time.perf_counter() - start < 20
    assert len(dossier.claims) + len(dossier.rejected) == len(proposals)
