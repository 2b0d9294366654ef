"""Sources told by their endings: on either side of the cue, with adjuncts between."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factkit.extraction.attributions import find_drafts
from factkit.extraction.claims import extract_claims
from factkit.extraction.document import make_document
from factkit.extraction.model import Attribution
from factkit.languages import load_pack

SOURCES = [
    ("ru", "Паром затонул, сообщил журналистам депутат Эрик Берг.", "депутат Эрик Берг", "addressee before the source"),
    ("ru", "Паром затонул, сообщил Эрик Берг журналистам в Осло.", "Эрик Берг", "addressee behind it"),
    ("ru", "Паром затонул, сообщил в среду после заседания депутат Берг.", "депутат Берг", "adjuncts before it"),
    ("ru", "Депутат Берг на брифинге в Осло сообщил, что паром затонул.", "Депутат Берг", "adjuncts behind it"),
    ("ru", "Берг в понедельник, 3 марта, сообщил о гибели 5 моряков.", "Берг", "a date between commas"),
    ("ru", "Паром затонул, сообщили в береговой охране.", "береговой охране", "a body behind its preposition"),
    ("ru", "В отчете говорится, что паром затонул.", "отчете", "a document in front"),
    ("ru", "Паром, по ее словам, затонул.", "ее", "a possessor inside the marker"),
    ("ru", "О гибели 5 моряков сообщила полиция.", "полиция", "the topic in front"),
    ("uk", "Пором затонув, повідомив після засідання депутат Берг.", "депутат Берг", "adjunct before it"),
    ("uk", "Пором, за уточненими даними поліції, затонув.", "поліції", "an adjective inside the marker"),
    ("uk", "У поліції уточнили, що пором затонув.", "поліції", "a body in front"),
]
CONTENTS = [
    ("В августе, говорится в отчете, затонули 5 судов.", ["В августе", "затонули 5 судов"], "interrupted"),
    ("Как пишет AFP, паром затонул.", ["паром затонул"], "as-clause first"),
    ("Паром, как пишет AFP, затонул.", ["Паром", "затонул"], "as-clause inside"),
    ("Берг заявил, что паром затонул, и ушел.", ["что паром затонул, и ушел"], "a short verb doesn't end it"),
    ("Берг прибыл в порт и заявил, что паром затонул.", ["что паром затонул"], "subject of the clause before"),
    ("Порт закрыт, сообщил Берг, добавив, что паром затонул.", ["что паром затонул"], "gerund"),
]
NOTHING = [
    ("ru", "Дети читали вслух, а учитель писал на доске."),
    ("ru", "Мост откроют согласно плану."),
    ("ru", "Берг не сообщил, когда откроют порт."),
    ("uk", "Роботи йдуть згідно з планом."),
    ("uk", "Учитель читав газету."),
]


def claims(code: str, text: str) -> list[Attribution]:
    return extract_claims(make_document("x", text, load_pack(code)))


@pytest.mark.parametrize(("code", "text", "source", "label"), SOURCES, ids=[row[3] for row in SOURCES])
def test_source(code: str, text: str, source: str, label: str) -> None:
    (claim,) = claims(code, text)
    assert claim.source is not None, label
    assert text[slice(*claim.source)] == source


@pytest.mark.parametrize(("text", "pieces", "label"), CONTENTS, ids=[row[2] for row in CONTENTS])
def test_content(text: str, pieces: list[str], label: str) -> None:
    found = [[text[start:end] for start, end in claim.spans] for claim in claims("ru", text)]
    assert pieces in found, label


@pytest.mark.parametrize(("code", "text"), NOTHING, ids=[row[1] for row in NOTHING])
def test_nothing(code: str, text: str) -> None:
    assert not claims(code, text)


def test_relay_holds_the_claim_it_carries() -> None:
    text = "В порту Осло утром затонул паром, сообщила береговая охрана, передает AFP."
    outer, inner = claims("ru", text)
    assert (outer.speaker, outer.origin) == ("AFP", "береговая охрана")
    assert [link.name for link in inner.chain] == ["AFP", "береговая охрана"]
    assert inner.parent == 0


def test_outlet_that_cites_only_carries() -> None:
    (claim,) = claims("uk", "Пором затонув, передає AFP із посиланням на поліцію Осло.")
    assert claim.speaker == "поліцію Осло"
    assert [link.name for link in claim.chain] == ["AFP", "поліцію Осло"]


def test_sentence_before() -> None:
    text = "В порту затонул паром. Об этом сообщил депутат Эрик Берг."
    (claim,) = claims("ru", text)
    assert text[claim.start : claim.end] == "В порту затонул паром"
    assert claim.speaker == "Эрик Берг"


_WORDS = [
    *"сообщил заявили передает по словам его данным как что об этом которая и а в на со ссылкой намерен".split(),
    *"депутат Берг полиция Осло журналистам 5 моряков паром затонул июня говорится отчете считает AFP".split(),
    *", . ; : — « » ( ) ?".split(),
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=25))
def test_any_words(words: list[str]) -> None:
    text = " ".join(words)
    for claim in claims("ru", text):
        spans = [*claim.spans, *(span for span in (claim.source, claim.cue) if span)]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(one.end <= two.start for one, two in zip(claim.spans, claim.spans[1:], strict=False))


def test_drafts_are_in_text_order() -> None:
    text = "Берг заявил, что паром затонул. Полиция уточнила, что погибли двое. Порт закрыт, сообщил мэр."
    drafts, _, _ = find_drafts(make_document("x", text, load_pack("ru")))
    assert [draft.hull for draft in drafts] == sorted(draft.hull for draft in drafts)
