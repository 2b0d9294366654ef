"""Fonts that draw any name: one for Latin, Cyrillic and Greek, one for Hangul, and a spelling for what neither has."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from anyascii import anyascii
from matplotlib import font_manager

_BASE = "DejaVu Sans"  # ships with matplotlib
_HANGUL, _HANGUL_FILE = "NanumGothic", "NanumGothic.ttf"  # ships with koreanize-matplotlib


@cache
def _hangul() -> tuple[str, ...]:
    """The family of the Hangul font, registered with matplotlib; rcParams stay as they are."""
    # The package sets rcParams when imported, so its font files are found without importing it.
    spec = find_spec("koreanize_matplotlib")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    files = [file for folder in folders if (file := Path(folder) / "fonts" / _HANGUL_FILE).is_file()]
    for file in files:
        font_manager.fontManager.addfont(file)
    return (_HANGUL,) if files else ()


def style(text: str, *, bold: bool = False) -> dict[str, Any]:
    """How `text` is to be set, as arguments of a matplotlib text: the fonts that it needs, and no mathematics in it.

    Only one font has a bold cut, so words that need the other one are set in regular weight.
    """
    plain = all(ord(char) in _characters((_BASE,)) for char in text if not char.isspace())
    weight = "bold" if bold and plain else "normal"
    return {
        "fontfamily": [_BASE] if plain else [_BASE, *_hangul()],
        "fontweight": weight,
        "parse_math": False,
    }


@cache
def _characters(families: tuple[str, ...]) -> frozenset[int]:
    """Code points that one of the fonts has."""
    files = [font_manager.findfont(name, fallback_to_default=False) for name in families]
    return frozenset(code for file in files for code in font_manager.get_font(file).get_charmap())


def drawable(text: str) -> str:
    """`text` on one line, words with a character that no font here has spelled in ASCII, so that no box is drawn."""
    known = _characters((_BASE, *_hangul()))
    return " ".join(word if all(ord(char) in known for char in word) else anyascii(word) for word in text.split())
