"""Countries as named in any language: what a place or a description refers to."""

import unicodedata
from functools import cache, lru_cache

from babel import Locale

from factkit.languages import language_codes


def fold(text: str) -> str:
    """`text` without case and accents, in its own script, words separated by single spaces."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in spread if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in unicodedata.normalize("NFC", plain)).split())


@cache
def territories() -> dict[str, str]:
    """Names of countries, folded, in every language that has a pack, with their ISO 3166 codes (from the CLDR)."""
    names: dict[str, str] = {}
    for language in language_codes():
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha():
                names.setdefault(fold(name), code)
    return names


@lru_cache(maxsize=65536)
def place_id(place: str) -> str:
    """The ISO 3166 code of the country that `place` names, else the folded name itself."""
    folded = fold(place)
    return territories().get(folded, folded)
