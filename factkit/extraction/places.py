"""Where a figure holds: the place named after a preposition of place in its clause."""

from collections.abc import Sequence
from functools import lru_cache

from babel import Locale

from factkit.extraction.dates import DateMention
from factkit.extraction.quantities import LIGHT, MARKS, STRONG, Quantity, Scene
from factkit.languages import load_pack

_REACH = 12  # words on either side of the number
_LEAD = 5  # words between the preposition and the place
_MODIFIERS = 3  # words between the preposition and the kind of place: "in the eastern Libyan | city of Derna"
_COORDINATED = 6  # words in which a place joined with the one found begins: "in der Türkei und in | Syrien"


def read_places(scene: Scene, dates: Sequence[DateMention]) -> list[tuple[int, int] | None]:
    """The place of each quantity as characters: the nearest of the clause, after the number first, then before it.

    One without a place has that of the next one behind it ("300 dead and 2,700 hurt in | Kursk"), or of the one before,
    where that stands before both ("In | Turkey 76 died and 440 were hurt") or no noun of its own follows ("76 died in |
    Turkey, 440 were hurt").
    """
    if not (scene.has("locatives") or scene.table.pack.figures.counted_before):
        return [None] * len(scene.quantities)
    found = [_place(scene, quantity, dates) for quantity in scene.quantities]
    pairs = list(zip(range(len(found)), scene.quantities, scene.quantities[1:], strict=False))
    for index, left, right in reversed(pairs):
        place = found[index + 1]
        if place and found[index] is None and place[0] > right.number.end and _in_one_clause(scene, left, right):
            found[index] = place
    for index, left, right in pairs:
        place = found[index]
        if place is None or found[index + 1] is not None or not _in_one_clause(scene, left, right):
            continue
        if place[1] < left.number.start or (place[1] < right.number.start and _more_of_them(scene, left, right)):
            found[index + 1] = place
    return found


def _place(scene: Scene, quantity: Quantity, dates: Sequence[DateMention]) -> tuple[int, int] | None:
    after = range(quantity.stop, min(scene.stop, quantity.stop + _REACH))
    before = range(quantity.first - 1, max(scene.first, quantity.first - _REACH) - 1, -1)
    anywhere = scene.table.pack.figures.counted_before
    begins = [hit.stop for hit in scene.all_of("locatives")]
    place = None
    for tokens in filter(None, (after, before)):
        first, last = sorted((tokens[0], tokens[-1]))
        near = anywhere or any(first - _LEAD <= token <= last for token in begins)  # a first look, for speed
        place = place or (_nearest(scene, tokens) if near else None)
    place = place or _opening(scene, quantity)
    return place if place and not any(date.start < place[1] and place[0] < date.end for date in dates) else None


def _in_one_clause(scene: Scene, left: Quantity, right: Quantity) -> bool:
    """Whether a conjunction, a comma and no stronger mark stand between the two."""
    between = scene.words[left.stop : right.first]
    joins = any(word in LIGHT or word in scene.table.pack.grammar.conjunctions for word in between)
    return joins and len(between) < _REACH and STRONG.isdisjoint(between)


def _more_of_them(scene: Scene, left: Quantity, right: Quantity) -> bool:
    """Whether the second number counts more of what the first does, in a clause that nothing sets against it."""
    words = scene.words[left.stop : right.first]
    return right.bare and not any(word in scene.table.pack.grammar.subordinators for word in words)


def _opening(scene: Scene, quantity: Quantity) -> tuple[int, int] | None:
    """The place that the whole sentence is about, set off at its beginning: "In Syria, according to …, 30 died"."""
    for hit in scene.all_of("locatives"):
        if hit.first == scene.first and hit.stop < quantity.first:
            for token in range(hit.stop, min(hit.stop + _LEAD, quantity.first)):
                if place := _place_at(scene, token):
                    return place if scene.document.text.startswith(",", place[1]) else None
            return None
    return None


def _nearest(scene: Scene, tokens: range) -> tuple[int, int] | None:
    text, starts = scene.document.text, scene.document.tokens.starts
    anywhere = scene.table.pack.figures.counted_before  # there is no telling by capitals
    for token in tokens:
        word = scene.words[token]
        if word in STRONG or token in scene.inside:
            return None
        if (anywhere or text[starts[token]].isupper()) and (place := _place_at(scene, token)):
            return place if tokens.step > 0 else _coordinated(scene, token, place)
        if word in LIGHT and tokens.step < 0:
            return None
    return None


def _coordinated(scene: Scene, token: int, place: tuple[int, int]) -> tuple[int, int]:
    """The place with those that it is joined to before it."""
    for earlier in range(token - 1, max(scene.first, token - _COORDINATED) - 1, -1):
        if (whole := _place_at(scene, earlier)) and whole[1] == place[1]:
            place = whole
    return place


def _place_at(scene: Scene, token: int) -> tuple[int, int] | None:
    text, pack = scene.document.text, scene.table.pack
    if pack.figures.counted_before:
        return _with_particle(scene, token)
    start = scene.span(token, token + 1)[0]
    if token == scene.first or not text[start].isupper():
        return None
    if scene.words[token - 1] not in pack.grammar.determiners and not scene.ending(token, "locatives", "regions"):
        return None  # a first look, for speed
    stop = _names_on(scene, token)
    known = scene.surface(token, stop) in known_places(pack.code)
    if not (known or scene.at(token, "noun", "people", "things") is None) or not _led_to(scene, token, stop, known):
        return None
    if not known and stop < scene.stop and scene.words[stop] in scene.table.owns:
        return None  # "to Vance's 20 percent", but "in Peru's south"
    return start, scene.span(token, _joined_on(scene, token, stop))[1]


def _led_to(scene: Scene, token: int, stop: int, known: bool) -> bool:
    """Whether words of place lead to the name: a preposition, with an article before a name that is known or that a
    kind of place follows ("in the Donetsk | region"), or with a kind of place between ("in the city of | Derna").
    """
    pack = scene.table.pack
    leads = scene.ending(token, "locatives")
    if leads is not None and (known or (pack.figures.name_capitals and not _inside_name(scene, leads.first))):
        return True
    if kind := scene.ending(token, "regions"):
        before = range(kind.first, max(scene.first, kind.first - _MODIFIERS - 1), -1)
        return any(scene.ending(place, "locatives") is not None for place in before)
    if scene.words[token - 1] not in pack.grammar.determiners or scene.ending(token - 1, "locatives") is None:
        return False
    return (known and not _describes(scene, token, stop)) or scene.at(stop, "areas") is not None


def _inside_name(scene: Scene, token: int) -> bool:
    """Whether the small word at `token` joins two words of one name ("Servicio Nacional | de Emergencias"), and no
    place to a greater one ("en Getafe | de Madrid")."""
    if token <= scene.first + 1 or scene.words[token] not in scene.table.pack.dates.of:
        return False
    name = scene.words[token - 1].isalpha() and scene.surface(token - 1, token)[0].isupper()
    return name and scene.ending(token - 1, "locatives") is None


def _describes(scene: Scene, token: int, stop: int) -> bool:
    """Whether the name only describes a noun behind it: "in the U.S. | military", "at the U.S.|-Mexico border"."""
    if scene.document.text.startswith(("-", "–"), scene.span(token, stop)[1]):
        return True
    short = scene.surface(token, stop).replace(".", "").isupper()
    behind = stop < scene.stop and scene.words[stop].isalpha() and stop not in scene.inside
    return short and behind and not (scene.at(stop, "stops", "locatives") or scene.surface(stop, stop + 1)[0].isupper())


def _joined_on(scene: Scene, token: int, stop: int) -> int:
    """Where the place ends, with another one joined to it: "in Turkey | and Syria", "in der Türkei | und in Syrien"."""
    grammar = scene.table.pack.grammar
    if stop >= scene.stop or scene.words[stop] not in grammar.conjunctions:
        return stop
    second = stop + 1
    again = scene.at(second, "locatives") if second < scene.stop else None
    if again:
        second = again.stop + (again.stop < scene.stop and scene.words[again.stop] in grammar.determiners)
    last = _names_on(scene, second)
    if last == second or (again and scene.surface(second, last) not in known_places(scene.table.pack.code)):
        return stop
    opened = scene.at(scene.first, "locatives")  # "In Turkey | and Syria rescuers": nobody is a subject so early
    ends = again or last >= scene.stop or last in scene.inside or scene.words[last] in MARKS
    ends = ends or (opened is not None and opened.stop >= token - 1) or scene.words[last] in grammar.prepositions
    return last if ends or scene.words[last] in grammar.subordinators else stop


def _names_on(scene: Scene, token: int) -> int:
    """Where the capitalised words that start at `token` end, three at most."""
    stop = token
    while stop < scene.stop and stop - token < 3 and scene.document.text[scene.span(stop, stop + 1)[0]].isupper():
        stop += 1
    return stop


def _with_particle(scene: Scene, token: int) -> tuple[int, int] | None:
    """A known place with a particle of place ("러시아에"), with one that it is joined to ("튀르키예와 시리아에서")."""
    text, pack = scene.document.text, scene.table.pack
    start, end = scene.span(token, token + 1)
    stop = _known_before(text, start, end, _endings(pack.figures.locatives), pack.code)
    if stop is None:
        return None
    if token > scene.first:
        first, last = scene.span(token - 1, token)
        if _known_before(text, first, last, _endings(pack.particles.joining), pack.code):
            start = first
    return start, stop


def _known_before(text: str, start: int, end: int, endings: tuple[str, ...], code: str) -> int | None:
    """Where the known place ends that the word from `start` to `end` is with one of the `endings`."""
    if not text.endswith(endings, start, end):
        return None
    names = known_places(code)
    found = (end - len(ending) for ending in endings if text.endswith(ending, start, end))
    return next((stop for stop in found if text[start:stop] in names), None)


@lru_cache(maxsize=64)
def _endings(particles: Sequence[str]) -> tuple[str, ...]:
    return tuple(particle.lstrip("~") for particle in particles)


@lru_cache(maxsize=64)
def known_places(code: str) -> frozenset[str]:
    """Countries, territories and the cities of time zones in the language `code` (CLDR, through Babel), and those that
    its pack adds.
    """
    if not code:
        return frozenset()
    locale = Locale.parse(code)
    cities = (zone.get("city") or name.rpartition("/")[2].replace("_", " ") for name, zone in locale.time_zones.items())
    return frozenset((*locale.territories.values(), *cities, *load_pack(code).figures.places))
