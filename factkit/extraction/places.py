"""Where a figure holds: the place named after a preposition of place in its clause."""

from collections.abc import Sequence
from functools import lru_cache

from babel import Locale

from factkit.extraction.dates import DateMention
from factkit.extraction.quantities import LIGHT, MARKS, STRONG, Quantity, Scene
from factkit.languages import load_pack

_REACH = 12  # words on either side of the number


def read_place(scene: Scene, quantity: Quantity, dates: Sequence[DateMention]) -> tuple[int, int] | None:
    """The nearest place of the clause as characters: after the number first, then before it."""
    if not (scene.has("locatives") or scene.table.pack.figures.counted_before):
        return None
    after = range(quantity.stop, min(scene.stop, quantity.stop + _REACH))
    before = range(quantity.first - 1, max(scene.first, quantity.first - _REACH) - 1, -1)
    place = None
    begins = [hit.stop for hit in scene.all_of("locatives")]  # a first look, for speed
    for tokens in (after, before):
        if place is None and (scene.table.pack.figures.counted_before or any(token in tokens for token in begins)):
            place = _nearest(scene, tokens)
    place = place or _opening(scene, quantity)
    return place if place and not any(date.start < place[1] and place[0] < date.end for date in dates) else None


def _opening(scene: Scene, quantity: Quantity) -> tuple[int, int] | None:
    """The place that the whole sentence is about, set off at its beginning: "In Syria, according to …, 30 died"."""
    for hit in scene.all_of("locatives"):
        if hit.first == scene.first and hit.stop < quantity.first:
            place = _place_at(scene, hit.stop)
            return place if place and scene.document.text.startswith(",", place[1]) else None
    return None


def _nearest(scene: Scene, tokens: range) -> tuple[int, int] | None:
    text, starts = scene.document.text, scene.document.tokens.starts
    anywhere = scene.table.pack.figures.counted_before  # there is no telling by capitals
    for token in tokens:
        word = scene.words[token]
        if word in STRONG or token in scene.inside:
            return None
        if (anywhere or text[starts[token]].isupper()) and (place := _place_at(scene, token)):
            return place
        if word in LIGHT and tokens.step < 0:
            return None
    return None


def _place_at(scene: Scene, token: int) -> tuple[int, int] | None:
    text = scene.document.text
    start, end = scene.span(token, token + 1)
    if scene.table.pack.figures.counted_before:
        return _with_particle(scene, start, end)
    if token == scene.first or not text[start].isupper() or scene.at(token, "noun", "people", "things"):
        return None
    preposition = scene.ending(token, "locatives")
    if preposition is None:
        return None
    if not scene.table.pack.figures.name_capitals and text[start:end] not in territories(scene.table.pack.code):
        return None
    stop = _names_on(scene, token)
    owns = stop < scene.stop and scene.words[stop].replace("’", "'") in scene.table.pack.grammar.owning
    if owns and text[start : scene.span(token, stop)[1]] not in territories(scene.table.pack.code):
        return None  # "to Vance's 20 percent", but "in Peru's south"
    second = stop + 1
    if stop < scene.stop and scene.words[stop] in scene.table.pack.grammar.conjunctions:
        second += second < scene.stop and scene.words[second] == scene.words[token - 1]  # "in Turkey and in Syria"
        last = _names_on(scene, second)
        if last > second and (last >= scene.stop or scene.words[last] in MARKS):
            stop = last
    return start, scene.span(token, stop)[1]


def _names_on(scene: Scene, token: int) -> int:
    """Where the capitalised words that start at `token` end, three at most."""
    stop = token
    while stop < scene.stop and stop - token < 3 and scene.document.text[scene.span(stop, stop + 1)[0]].isupper():
        stop += 1
    return stop


def _with_particle(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """A country's name with a particle of place ("러시아에")."""
    text, code = scene.document.text, scene.table.pack.code
    endings = _place_endings(code)
    if not text.endswith(endings, start, end):
        return None
    names = territories(code)
    found = (end - len(ending) for ending in endings if text.endswith(ending, start, end))
    return next(((start, stop) for stop in found if text[start:stop] in names), None)


@lru_cache(maxsize=64)
def _place_endings(code: str) -> tuple[str, ...]:
    return tuple(particle.lstrip("~") for particle in load_pack(code).figures.locatives)


@lru_cache(maxsize=64)
def territories(code: str) -> frozenset[str]:
    """The names of all countries and territories in the language `code` (CLDR, through Babel)."""
    return frozenset(Locale.parse(code).territories.values()) if code else frozenset()
