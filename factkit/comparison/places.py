"""Countries as named in any language: their names, adjectives, people and capitals."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale

from factkit.comparison.korean import data_file
from factkit.comparison.words import Vocabulary, fold_words
from factkit.languages import language_codes, load_pack, read_section
from factkit.languages.schema import Words

_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
_VOWELS = "aeiouyаеиоуыэюяіїєьй"
_STEM = 4  # letters that must be left of a country's name for its ending to be free
_ENDING = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Countries:
    adjectives: str
    whole: str
    names: dict[str, Words]
    also: dict[str, Words]


@cache
def territories() -> dict[str, str]:
    """Names of countries, folded, in every language that has a pack, with their ISO 3166 codes (from the CLDR)."""
    names: dict[str, str] = {}
    for language in language_codes():
        for code, name in sorted(Locale(language).territories.items()):
            if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY:
                names.setdefault(fold_words(name), code)
    return names


def country_phrases() -> Iterable[tuple[str, str]]:
    """Phrases that name a country, as (phrase, code); "~" at a word's end allows any ending."""
    data = read_section(_Countries, data_file("countries.toml"))
    own, endings, whole = data.names, data.adjectives.split(), data.whole.split()
    for code, phrases in own.items():
        yield from ((phrase, code) for phrase in phrases)
        stems = (phrase[:-1] for phrase in phrases if phrase.endswith("~") and " " not in phrase)
        yield from ((f"{stem}{ending}~", code) for stem in stems for ending in endings)
    yield from ((phrase, code) for code, phrases in data.also.items() for phrase in phrases)
    for name, code in territories().items():
        yield name if " " in name else f"={name}", code
        stem = name.rstrip(_VOWELS)
        # "Ukraine" gives "ukrain~": Ukrainian, ukrainisch. Countries with phrases of their own need no guess.
        if " " not in name and len(stem) >= _STEM and code not in own and code not in whole:
            yield from ((f"{stem}{ending}~", code) for ending in ("", *endings))


@cache
def _countries() -> Vocabulary:
    return Vocabulary(country_phrases(), ending=_ENDING)


@cache
def country_name(code: str) -> str | None:
    """The English name of the country with this ISO 3166 code, small or not."""
    name = Locale("en").territories.get(code.upper())
    return None if name is None else str(name)


def is_country(place: str) -> bool:
    """Whether a `place_id` is a country's code: others are written small."""
    return place.isupper()


@lru_cache(maxsize=65536)
def place_id(place: str) -> str:
    """The ISO 3166 code of the country that `place` names, also inflected, else the folded name itself.

    Several countries together are their codes in order with "+" between ("SY+TR").
    """
    folded = fold_words(place)
    exact = territories().get(folded)
    if exact:
        return exact
    reading = _countries().read(folded)
    if not reading.labels or not _joining().issuperset(reading.rest):
        return folded
    return "+".join(sorted(set(reading.labels)))


@cache
def _joining() -> frozenset[str]:
    """The words, folded, that may stand between two places: conjunctions, articles and prepositions of place."""
    packs = map(load_pack, language_codes())
    words = ((*p.grammar.conjunctions, *p.grammar.determiners, *p.figures.locatives) for p in packs)
    return frozenset(fold_words(word) for some in words for word in some)
