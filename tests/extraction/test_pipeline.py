"""The invariants: any text gives a valid dossier, the same in any order and with any number of workers."""

import itertools
import string
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factkit as fk
from factkit.errors import FactkitError, TableError
from factkit.extraction import DEFAULT
from factkit.extraction.model import Attribution, Figure, Link, Span
from factkit.languages import language_codes, load_pack

TABLES = ("articles", "claims", "sources", "figures", "rejected")
TEXTS = {
    "ro": "Circa 600 de militari au fost uciși, a declarat deputatul Lee.\n\n„Îi plângem”, a adăugat el.",
    "en": "About 600 soldiers have been killed, lawmaker Lee said on Friday. “We mourn them,” he added.",
    "fr": "Environ 600 soldats ont été tués, a déclaré le député Lee. « Nous les pleurons », a-t-il ajouté.",
    "ko": "이 의원은 군인 약 600명이 숨졌다고 밝혔다. 그는 “그들을 애도한다”고 말했다.",
    "ru": "Около 600 солдат погибли, заявил депутат Ли. «Мы скорбим», — добавил он.",
    "uk": "Близько 600 солдатів загинули, заявив депутат Лі. «Ми сумуємо», — додав він.",
    "de": "Rund 600 Soldaten sind getötet worden, sagte der Abgeordnete Lee. „Wir trauern“, fügte er hinzu.",
    "es": "Unos 600 soldados han muerto, declaró el diputado Lee. «Los lloramos», añadió.",
}


def articles(*rows):
    return pd.DataFrame([{"article_id": f"a{number}", **row} for number, row in enumerate(rows)])


def story():
    rows = [{"text": text, "language": code, "published": "2025-04-30"} for code, text in TEXTS.items()]
    return articles(*rows, {"text": TEXTS["en"] + "\n\n" + TEXTS["en"], "language": "en"})


def extract(table, **options):
    return fk.extract(table, progress=False, **options)


def assert_same(left, right):
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(left, name), getattr(right, name))


# --- any text


def pieces(code):
    """Stretches of news in a language, its words and marks, and anything at all."""
    pack = load_pack(code)
    words = [*TEXTS.get(code, "").split(), *pack.modality.hedged, *pack.modality.denied, *pack.modality.openers]
    marks = [
        *(mark for pair in pack.quotes.pairs for mark in pair.split()),
        *pack.quotes.any,
        *",.:;–—-…()\n\n\t\u00a0",
    ]
    numbers = ["600", "2.000", "1,5", "300-400", "15 %", "$5", "2025", "１２", "1e9"]
    known = st.sampled_from([word.replace("~", "") for word in words] + marks + numbers)
    return st.lists(known | st.text(max_size=8), max_size=40).map(" ".join)


@pytest.mark.parametrize("code", language_codes())
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_any_text_gives_a_valid_dossier(code, data):
    text = data.draw(pieces(code) | st.text(max_size=200))
    published = data.draw(st.sampled_from(["2025-04-30", None]))
    dossier = extract(articles({"text": text, "language": code, "published": published}))
    assert_same(dossier.validate(), dossier)
    for start, end, spans in dossier.claims[["start", "end", "spans"]].itertuples(index=False):
        assert spans[0][0] == start
        assert spans[-1][1] == end
        assert all(first < last for first, last in spans)
        assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))


@pytest.mark.parametrize("code", language_codes())
@settings(deadline=None, max_examples=15)
@given(data=st.data())
def test_two_articles_are_read_apart(code, data):
    texts = data.draw(st.lists(pieces(code), min_size=2, max_size=2))
    table = articles(*({"text": text, "language": code} for text in texts))
    whole, alone = extract(table), extract(table.iloc[1:])
    second = whole.claims[whole.claims["article_id"] == "a1"].reset_index(drop=True)
    pd.testing.assert_frame_equal(second, alone.claims)


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\ufeff", "\x00", "“", "„“”«»\"'", "600", "a" * 5000, "(" * 3000])
@pytest.mark.parametrize("code", language_codes())
def test_odd_texts_give_a_dossier(text, code):
    extract(articles({"text": text, "language": code})).validate()


@pytest.mark.parametrize("code", language_codes())
def test_a_text_may_end_and_begin_anywhere(code):
    """Rules look ahead and back, and so must not look beyond a text's ends."""
    cuts = [example.text.split(" ") for example in load_pack(code).examples]
    pairs = (
        (words, 1 + (number + step) % max(len(words) - 1, 1)) for number, words in enumerate(cuts) for step in (0, 5)
    )
    texts = [" ".join(part) for words, place in pairs for part in (words[:place], words[place:])]
    table = articles(*({"text": text, "language": code, "published": "2025-04-30"} for text in texts))
    dossier = extract(table)
    assert len(dossier.validate().articles) == len(texts) > 100


CUT = [
    "According to people close to",
    "Viewed According to Seats",
    "denied appear to",
    "recognizing in late morning, and",
    "plunged higher ferry or",
    "but opposed",
]


@pytest.mark.parametrize("text", CUT)
def test_a_cut_sentence_gives_a_dossier(text):
    extract(articles({"text": text, "language": "en"})).validate()


def test_no_articles_give_an_empty_dossier():
    dossier = extract(pd.DataFrame({"article_id": [], "text": [], "language": []}))
    assert [len(getattr(dossier, name)) for name in TABLES] == [0] * 5
    dossier.validate()


# --- the same bytes


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_order_and_workers_change_nothing(workers):
    table = story()
    expected = extract(table)
    assert len(expected.claims) > 5
    assert len(expected.figures) >= len(TEXTS)
    assert_same(extract(table.sample(frac=1, random_state=workers), workers=workers), expected)


def test_what_is_given_is_not_changed():
    table = story()
    before = table.copy(deep=True)
    extract(table)
    pd.testing.assert_frame_equal(table, before)


def test_ids_are_unique_and_hold_the_article_and_the_place():
    dossier = extract(story())
    for table, key in ((dossier.claims, "claim_id"), (dossier.figures, "figure_id")):
        assert table[key].is_unique
        for name, home, start, end in table[[key, "article_id", "start", "end"]].itertuples(index=False):
            assert name.startswith(f"{home}:")
            assert f"{start}-{end}" in name


def test_a_figure_belongs_to_the_innermost_claim_around_it():
    dossier = extract(story()).validate()
    claims = dossier.claims.set_index("claim_id")
    held = dossier.figures.dropna(subset="claim_id")
    assert len(held) > 0
    for row in held.itertuples():
        home = claims.loc[row.claim_id]
        assert any(start <= row.start and row.end <= end for start, end in home["spans"])


def test_a_full_stop_that_ends_number_and_sentence_keeps_the_figure_in_its_claim():
    dossier = extract(articles({"text": "Банк оценил убытки в 170 млрд.", "language": "ru"}))
    assert dossier.figures[["text", "claim_id"]].to_numpy().tolist() == [["170 млрд.", dossier.claims.claim_id[0]]]


def test_a_name_in_foreign_letters_that_cites_somebody_is_an_outlet():
    dossier = extract(articles({"text": "Мост цел, сообщает Axelport со ссылкой на смотрителя.", "language": "ru"}))
    assert dossier.sources[["name", "type"]].to_numpy().tolist()[0] == ["Axelport", "outlet"]
    assert dossier.claims.speaker.to_list() == ["смотрителя"]


# --- what can't be read


def test_a_language_without_a_pack_is_a_row_in_rejected():
    dossier = extract(articles({"text": "Tere.", "language": "et"}, {"text": TEXTS["en"], "language": "en"}))
    assert dossier.rejected[["article_id", "kind", "extractor"]].to_numpy().tolist() == [["a0", "article", "extract"]]
    assert dossier.rejected["reason"].iloc[0].startswith("no language pack for 'et'; there are ")
    assert set(dossier.claims["article_id"]) == {"a1"}


@pytest.mark.parametrize(
    "table, message",
    [
        (pd.DataFrame({"article_id": ["a"], "language": ["en"]}), "articles: column 'text' is missing"),
        (pd.DataFrame({"text": ["x"], "language": ["en"]}), "articles: column 'article_id' is missing"),
        (articles({"text": None, "language": "en"}), "articles: row 0: no text"),
        (pd.DataFrame({"article_id": ["a", "a"], "text": ["x", "y"], "language": ["en", "en"]}), "'a' occurs twice"),
    ],
    ids=["no text column", "no ids", "no text", "an id twice"],
)
def test_a_table_that_is_none_of_articles_is_refused(table, message):
    with pytest.raises(TableError, match=message):
        extract(table)


@pytest.mark.parametrize("workers", [0, -1, "2", 1.5])
def test_no_workers_are_refused(workers):
    with pytest.raises(FactkitError, match=f"workers is {workers!r}"):
        extract(story(), workers=workers)


def test_an_extractor_that_no_other_process_can_get_is_refused():
    with pytest.raises(FactkitError, match=r"^extract: these extractors can't be handed .* workers=1$"):
        extract(story(), extractors=(lambda _: [],), workers=2)


# --- a user's own extractor


def claim(*spans, source=None, cue=None, chain=()):
    return Attribution(tuple(Span(*span) for span in spans), "indirect", source, cue, "asserted", chain=chain)


def figure(start, end):
    nothing = dict.fromkeys(["low", "high", "hedge", "counted", "place", "as_of", "as_of_start", "as_of_end"])
    stated = {"value": 600.0, "relation": "exact", "role": "level", "unit": "count", "measure": "killed"}
    return Figure(start, end, modality="asserted", **stated, **nothing)


def test_an_own_extractor_joins_on_equal_terms():
    def mine(document):
        start = document.text.index("600")
        yield claim((0, 12), source=Span(13, 20))
        yield figure(start, start + 3)

    dossier = extract(articles({"text": TEXTS["en"], "language": "en"}), extractors=(mine,)).validate()
    assert dossier.claims[["content", "source", "extractor"]].to_numpy().tolist() == [
        [TEXTS["en"][:12], TEXTS["en"][13:20], "mine"]
    ]
    assert dossier.figures[["text", "claim_id", "extractor"]].to_numpy().tolist() == [["600", "a0:c0-12", "mine"]]
    both = extract(articles({"text": TEXTS["en"], "language": "en"}), extractors=(*DEFAULT, mine)).validate()
    assert {"mine"} < set(both.claims["extractor"])


OUTSIDE = [
    ("beyond the end", claim((0, 1000)), "claim"),
    ("before the start", claim((-3, 4)), "claim"),
    ("turned round", claim((9, 4)), "claim"),
    ("without content", claim(), "claim"),
    ("one piece outside", claim((0, 4), (990, 1000)), "claim"),
    ("source outside", claim((0, 4), source=Span(990, 1000)), "claim"),
    ("cue outside", claim((0, 4), cue=Span(990, 1000)), "claim"),
    ("link outside", claim((0, 4), chain=(Link("Lee", Span(990, 1000), None, "person"),)), "claim"),
    ("empty figure", figure(4, 4), "figure"),
    ("figure outside", figure(990, 1000), "figure"),
]


@pytest.mark.parametrize("finding, kind", [row[1:] for row in OUTSIDE], ids=[row[0] for row in OUTSIDE])
def test_what_is_not_in_the_text_is_set_aside_with_the_reason(finding, kind):
    def mine(document):
        return [finding, claim((0, 5))]

    dossier = extract(articles({"text": TEXTS["en"], "language": "en"}), extractors=(mine,)).validate()
    assert dossier.rejected[["article_id", "extractor", "kind"]].to_numpy().tolist() == [["a0", "mine", kind]]
    assert dossier.rejected["reason"].iloc[0]
    assert dossier.claims["content"].tolist() == ["About"]


def test_a_parent_is_the_right_one_even_where_claims_were_set_aside():
    def mine(document):
        yield claim((0, 1000))
        yield figure(6, 9)
        yield claim((0, 12))
        yield replace(claim((6, 12)), parent=1)
        yield replace(claim((0, 9)), parent=0)
        yield replace(claim((0, 7)), parent=9)

    dossier = extract(articles({"text": TEXTS["en"], "language": "en"}), extractors=(mine,)).validate()
    assert dossier.claims["parent_id"].fillna("").tolist() == ["", "a0:c0-12", "", ""]
    assert dossier.rejected["kind"].tolist() == ["claim", "parent"]


def test_two_claims_with_one_content_have_two_ids():
    def mine(document):
        return [claim((0, 5), cue=Span(6, 9)), claim((0, 5), cue=Span(10, 18)), claim((0, 5), cue=Span(10, 18))]

    dossier = extract(articles({"text": TEXTS["en"], "language": "en"}), extractors=(mine,)).validate()
    assert len(dossier.claims) == 3


def test_any_text_includes_what_keyboards_type():
    extract(articles({"text": string.printable, "language": "en"})).validate()
