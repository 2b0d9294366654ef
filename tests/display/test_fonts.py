import matplotlib as mpl
import pytest

from factkit.display.fonts import drawable, style

CASES = [
    ("국가정보원", "국가정보원", "Hangul has its font"),
    ("Зеленський", "Зеленський", "Cyrillic has its font"),
    ("a\n b", "a b", "one line"),
    ("漢字国", "HanZiGuo", "what no font has is spelled"),
]


@pytest.mark.parametrize("text, drawn, what", CASES, ids=[row[2] for row in CASES])
def test_drawable(text, drawn, what):
    assert drawable(text) == drawn, what


def test_only_words_that_need_it_ask_for_the_second_font():
    assert style("Killed", bold=True) == {"fontfamily": ["DejaVu Sans"], "fontweight": "bold", "parse_math": False}
    assert style("국정원", bold=True)["fontfamily"] == ["DejaVu Sans", "NanumGothic"]


def test_settings_stay_as_they_are():
    before = dict(mpl.rcParams)
    style("국정원")
    assert dict(mpl.rcParams) == before
