"""Where a paragraph begins behind its dateline, in every language; and what only looks like one."""

import pytest

from factkit.languages import load_pack
from factkit.reading.datelines import after_dateline

CASES = [
    ("en", "BONFORD (AP) — The dam held.", "The dam held."),
    ("en", "BONFORD, May 3 (Reuters) - The dam held.", "The dam held."),
    ("fr", "BONVILLE (AFP) — Le barrage a tenu.", "Le barrage a tenu."),
    ("fr", "Bonville, le 3 mai (AFP) – Le barrage a tenu.", "Le barrage a tenu."),
    ("es", "Villabuena, 3 may (EFE).- La presa aguantó.", "La presa aguantó."),
    ("es", "Ciudad Buena.- La presa aguantó.", "La presa aguantó."),
    ("es", "Villabuena (Europa Press): La presa aguantó.", "La presa aguantó."),
    ("ro", "Valea Bună, 3 mai (Agerpres) – Barajul a rezistat.", "Barajul a rezistat."),
    ("ro", "Valea Bună /Agerpres/ - Barajul a rezistat.", "Barajul a rezistat."),
    ("de", "Gutdorf (dpa) – Der Damm hielt.", "Der Damm hielt."),
    ("ru", "ДОБРОЕ, 3 мая — РИА Новости. Плотина выдержала.", "Плотина выдержала."),
    ("ru", "ДОБРОЕ, 3 мая. /ТАСС/. Плотина выдержала.", "Плотина выдержала."),
    ("uk", "Добре. 3 травня. УНІАН. Гребля витримала.", "Гребля витримала."),
    ("ko", "(좋은시=연합뉴스) 박새벽 기자 = 댐이 버텼다.", "댐이 버텼다."),
    ("ko", "(좋은시=물결일보) 박새벽 기자= 댐이 버텼다.", "댐이 버텼다."),
    ("ko", "[좋은시=뉴시스] 박새벽 기자 = 댐이 버텼다.", "댐이 버텼다."),
    ("en", "NATO – it has 32 members – is an alliance.", None),
    ("ru", "НАТО — это союз.", None),
    ("ru", "Reuters: плотина выдержала.", None),
    ("en", "Ann Petrie (Labour): We won't pay.", None),
    ("fr", "Le barrage – il a tenu – est vieux.", None),
    ("es", "La presa (de 1960) - la mayor - aguantó.", None),
    ("en", "Martin Lee, 54 – the engineer – built it.", None),
    ("de", "Jan Pohl, 54 – er baute den Damm – schwieg.", None),
    ("it", "Mario Rossi, 3 figli – è il capo.", None),
    ("en", "The dam held.", None),
    ("en", "(AP)", None),
]


@pytest.mark.parametrize(("language", "text", "rest"), CASES, ids=[case[1][:30] for case in CASES])
def test_datelines(language, text, rest):
    begin = after_dateline(text, 0, len(text), load_pack(language))
    assert text[begin:] == (text if rest is None else rest)
