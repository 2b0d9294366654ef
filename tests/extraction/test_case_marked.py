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
    ("ru", "Петров заявил, что паром затонул.", "Петров", "a surname like a genitive"),
    ("ru", "Сергей отчитался Петру Лосю о гибели 5 моряков.", "Сергей", "a name like an object, a dative behind"),
    (
        "ru",
        "Паром затонул, сообщает пресс-служба МЧС по Томской области.",
        "пресс-служба МЧС по Томской области",
        "district",
    ),
    ("ru", 'Паром затонул, сообщает радио "Берег".', 'радио "Берег"', "an outlet without endings"),
    ("ru", "Депутат Берг 3 марта заявил, что паром затонул.", "Депутат Берг", "a date behind it"),
    ("ru", "«Паром затонул», — тяжело вздохнув, сказал Эрик Берг.", "Эрик Берг", "how it was said"),
    (
        "ru",
        "Одна из пассажирок, Эрика Берг, рассказала, что паром цел.",
        "Одна из пассажирок, Эрика Берг",
        "her name behind",
    ),
    (
        "ru",
        "По данным Управления по предотвращению бедствий, паром цел.",
        "Управления по предотвращению бедствий",
        "for",
    ),
    (
        "ru",
        "Министр окружающей среды и спорта Берг сообщил, что паром цел.",
        "Министр окружающей среды и спорта Берг",
        "and",
    ),
    ("uk", "Пором затонув, повідомив після засідання депутат Берг.", "депутат Берг", "adjunct before it"),
    ("uk", "Пором, за уточненими даними поліції, затонув.", "поліції", "an adjective inside the marker"),
    ("uk", "У поліції уточнили, що пором затонув.", "поліції", "a body in front"),
]
CONTENTS = [
    ("В августе, говорится в отчете, затонули 5 судов.", ["В августе", "затонули 5 судов"], "interrupted"),
    ("Как пишет AFP, паром затонул.", ["паром затонул"], "as-clause first"),
    ("Паром, как пишет AFP, затонул.", ["Паром", "затонул"], "as-clause inside"),
    ("По данным лоцманов, утонули двое, по данным полиции — трое.", ["трое"], "a second marker"),
    ("Лоцманы насчитали 45 тысяч зевак, полиция — 28 тысяч.", ["28 тысяч"], "a second source for the same cue"),
    (
        "Как пояснил Берг, по версии полиции, утонули 2 кота.",
        ["утонули 2 кота"],
        "a marker inside an as-clause's content",
    ),
    ("– Паром цел, – улыбаясь, вспоминает Берг. – Мы плыли.", ["Паром цел", "Мы плыли"], "manner in a dialogue"),
    ("Напомним, по данным полиции, утонули двое.", ["утонули двое"], "a word that opens the sentence"),
    (
        "Берг сказал, что все в порту и продолжают тушить паром.",
        ["что все в порту и продолжают тушить паром"],
        "no cue",
    ),
    ("Берг заявил, что паром затонул, и ушел.", ["что паром затонул, и ушел"], "a short verb doesn't end it"),
    ("Берг прибыл в порт и заявил, что паром затонул.", ["что паром затонул"], "subject of the clause before"),
    ("Порт закрыт, сообщил Берг, добавив, что паром затонул.", ["что паром затонул"], "gerund"),
]
NOTHING = [
    ("ru", "Дети читали вслух, а учитель писал на доске."),
    ("ru", "Мост откроют согласно плану."),
    ("ru", "Берг не сообщил, когда откроют порт."),
    ("ru", "В Норвегии выявили 40 новых случаев гриппа."),
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


BEFORE = [
    ("Об этом во вторник, 3 марта, сообщает полиция.", ["полиция"], "dates"),
    ("Как пишет «Волна», об этом заявил Эрик Берг.", ["Волна", "Эрик Берг"], "as somebody writes"),
    ("Об этом в комментарии корреспонденту ТАСС рассказал лоцман Эрик Берг.", ["ТАСС", "Эрик Берг"], "in a comment"),
    ("Об этом Лавров рассказал на встрече с Олегом Лосем.", ["Лавров"], "a surname in front"),
    ("Об этом депутат Берг заявил на своей странице.", ["Берг"], "the subject in front"),
    ("Позже в среду об этом сообщила полиция.", ["полиция"], "times in front"),
    ("Об этом заявил Эрик Берг на заседании, передаёт «Волна».", ["Волна", "Эрик Берг"], "who carries it"),
    ("Об этом агентству «Волна» рассказал Эрик Берг.", ["Волна", "Эрик Берг"], "who was told"),
    ("Об этом ТАСС сообщили в полиции.", ["ТАСС", "полиции"], "who was told, without endings"),
    ("Ранее об этом со ссылкой на лоцманов сообщила «Волна».", ["Волна", "лоцманов"], "who is cited"),
]
CARRIED = [
    ("«Паром цел», — приводит ТАСС слова Эрика Берга.", ["ТАСС", "Эрика Берга"], "words behind the outlet"),
    ("«Паром цел», — приводит слова лоцмана «Волна».", ["Волна", "лоцмана"], "words before the outlet"),
    ("ТАСС приводит слова Эрика Берга: «Паром цел».", ["ТАСС", "Эрика Берга"], "words before the content"),
    ("«Паром цел», — цитирует Берга «Волна».", ["Волна", "Берга"], "cited by"),
    ("Агентству ТАСС в полиции сообщили, что паром цел.", ["ТАСС", "полиции"], "told ahead, with its noun"),
    ("Как ЯСИА сообщили в полиции, паром цел.", ["ЯСИА", "полиции"], "told inside an as-clause"),
    ("«Паром цел», — сообщили ЯСИА в полиции.", ["ЯСИА", "полиции"], "told behind the cue, an acronym"),
    ("«Волне» в полиции сообщили, что паром цел.", ["Волне", "полиции"], "told ahead"),
]


@pytest.mark.parametrize(("text", "chain", "label"), BEFORE, ids=[row[2] for row in BEFORE])
def test_tells_of_the_sentence_before(text: str, chain: list[str], label: str) -> None:
    (claim,) = claims("ru", f"В порту затонул паром. {text}")
    assert claim.spans == ((0, 21),), label
    assert [link.name for link in claim.chain] == chain


@pytest.mark.parametrize(("text", "chain", "label"), CARRIED, ids=[row[2] for row in CARRIED])
def test_carried_by(text: str, chain: list[str], label: str) -> None:
    (claim,) = claims("ru", text)
    assert [link.name for link in claim.chain] == chain, label


def test_what_was_told_ends_before_who_told_it() -> None:
    one, other = claims("ru", "Паром цел, передаёт «Волна». Об этом сообщил Эрик Берг.")
    assert one.spans == other.spans == ((0, 9),)


@pytest.mark.parametrize(
    ("code", "office", "description"),
    [
        ("ru", "Начальник Томской областной военной администрации", "глава ОВА"),
        ("ru", "Президент Норвегии", "глава государства"),
        ("ru", "Руководитель порта", "глава порта"),
        ("uk", "Чільник Одеської обласної військової адміністрації", "голова ОВА"),
        ("uk", "Прем'єр Норвегії", "глава уряду"),
    ],
)
def test_who_holds_the_office(code: str, office: str, description: str) -> None:
    said = {"ru": "заявил, что паром цел", "uk": "заявив, що пором цілий"}[code]
    adds = {"ru": "добавил", "uk": "додав"}[code]
    *_, last = claims(code, f"{office} Эрик Берг {said}. Лоцман Олег Лось ушёл. «Да», — {adds} {description}.")
    assert last.speaker == "Эрик Берг"


def test_nobody_notes() -> None:
    (claim,) = claims("ru", "Спасены три человека, но отмечается, что паром цел.")
    assert claim.source is None


def test_told_inside_what_another_told() -> None:
    _, inner = claims("ru", "В полиции сообщили, что, по данным властей, утонули 2 кота.")
    assert [link.name for link in inner.chain] == ["полиции", "властей"]


def test_another_office_is_somebody_else() -> None:
    *_, last = claims("ru", "Начальник порта Эрик Берг заявил, что паром цел. «Да», — добавил глава МИД.")
    assert last.speaker == "глава МИД"


def test_nobody_said_what_was_not_told() -> None:
    assert not claims("ru", "Об этом журналистам сообщили в полиции, передаёт «Волна».")


@pytest.mark.parametrize("headline", ["Паром затонул - Берг", "Берг: паром затонул", "Порт закрыт из-за бури - Берг"])
def test_surname_in_the_headline(headline: str) -> None:
    first, *_ = claims("ru", f"{headline}\n\nЭрик Берг сообщил, что спасены двое.")
    assert first.speaker == "Эрик Берг"


def test_no_signature_in_the_middle() -> None:
    assert not claims("ru", "Паром затонул.\nПорт закрыт из-за бури - Берг. Берг ушёл.")


_WORDS = [
    *"сообщил заявили передает по словам его данным как что об этом которая и а в на со ссылкой намерен".split(),
    *"депутат Берг слова Осло ТАСС журналистам 5 моряков паром затонул июня говорится отчете считает AFP".split(),
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
