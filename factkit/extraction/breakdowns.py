"""Numbers that tell of the same thing by their form alone: a total and its parts, two nouns with one adjective."""

from factkit.extraction.quantities import LIGHT, QUOTES, STRONG, Quantity, Scene, Word
from factkit.reading.segments import TERMINALS

_MOST = 4  # parts of a total that are looked at
_APART = 12  # tokens between a total and the first of its parts, at most


def is_in_breakdown(scene: Scene, number: int) -> bool:
    """Whether the number is one of several behind a mark that add up to one before: "45 dead: 30 men and 15 women"."""
    quantities = scene.quantities
    if quantities[number].bare or not _ends(scene, quantities[number]):
        return False
    for whole in range(number - 1, max(-1, number - 1 - _MOST), -1):
        total, rest = quantities[whole].number.value, quantities[whole + 1 : whole + 1 + _MOST]
        if total is None or not _set_off(scene, quantities[whole], rest[0]):
            continue
        found, count = 0.0, 0
        while found < total and count < len(rest) and _ends(scene, rest[count]):
            found += rest[count].number.value or total  # a vague number adds up to nothing
            count += 1
        if found == total and 1 < count >= number - whole:
            return True
    return False


def _set_off(scene: Scene, whole: Quantity, part: Quantity) -> bool:
    """Whether a mark stands between the two numbers, and no sentence's end or long way."""
    between = scene.words[whole.stop : part.first]
    return len(between) <= _APART and any(word in LIGHT or word in STRONG for word in between)


def _ends(scene: Scene, quantity: Quantity) -> bool:
    """Whether nothing more is said of the number than what it counts."""
    token = quantity.noun_stop
    if token >= scene.stop or scene.at(token, "coordinators"):
        return True
    return scene.words[token] in LIGHT | STRONG | QUOTES | TERMINALS


def shared(scene: Scene, number: int) -> Word | None:
    """The word behind the noun of the next number that tells of this one, too: "13 civiles y 20 soldados | heridos"."""
    quantities = scene.quantities
    if number + 1 >= len(quantities) or scene.table.pack.figures.head_last or quantities[number].bare:
        return None
    after, start = quantities[number + 1], quantities[number].noun_stop
    if (
        after.bare
        or not scene.at(start, "coordinators")
        or scene.opening(after) != start + 1
        or not _ends(scene, after)
    ):
        return None
    hits = [scene.at(token, "noun", "verb") for token in range(after.stop + 1, after.noun_stop)]
    return next((hit for hit in hits if hit), None)
