"""Names in several cases, and genitives between a title and its name."""

import pytest

from factkit.extraction.claims import extract_claims
from factkit.extraction.document import make_document
from factkit.languages import load_pack

SPEAKERS = [
    ("ru", "Паром затонул, сообщил глава МВД Чехии Петр Новотный.", ["Петр Новотный"], "genitives of the title"),
    ("ru", "Петр Новотный прибыл. По словам Новотного, паром затонул.", ["Петр Новотный"], "surname in the genitive"),
    ("ru", "Депутат Эрик Берг ушел. По мнению депутата, порт закроют.", ["Эрик Берг"], "role in the genitive"),
    (
        "ru",
        "Разведка Дании сообщила, что порт закрыт. По ее данным, погибли двое.",
        ["Разведка Дании"] * 2,
        "gender of a body",
    ),
    ("ru", "Порт закрыт, пишет «Вечерний вестник».", ["Вечерний вестник"], "a paper in quotation marks"),
    ("ru", "Мэр Анна Ли сказала, что порт закрыт. Она добавила, что двое ранены.", ["Анна Ли"] * 2, "she"),
    ("uk", "За словами голови громади Олега Вишневого, порт закрито.", ["Олега Вишневого"], "all in the genitive"),
    ("uk", "Порт закрито, сказала речниця ДСНС Анна Ли.", ["Анна Ли"], "an abbreviation in the title"),
]


@pytest.mark.parametrize(("code", "text", "speakers", "label"), SPEAKERS, ids=[row[3] for row in SPEAKERS])
def test_speaker(code: str, text: str, speakers: list[str], label: str) -> None:
    found = extract_claims(make_document("x", text, load_pack(code)))
    assert [claim.speaker for claim in found] == speakers, label
