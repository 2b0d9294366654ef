"""How likely two names are one person's or body's."""

from pathlib import Path

from factkit.comparison.bodies import Bodies, body_similarity, load_bodies, looks_like_body, person_part
from factkit.comparison.people import parse_name, person_similarity
from factkit.errors import FactkitError


def name_similarity(left: str, right: str, *, aliases: str | Path | None = None) -> float:
    """How likely `left` and `right` name the same person or body, 0 to 1; at least 0.5 means they do.

    People: spelling, order of given and family name, script, titles and initials may differ; "Jr" and "Sr", or two
    different middle initials, tell people apart. Bodies: by the alias table (with the user's TOML file `aliases`, if
    given), by country and role ("South Korean intelligence"), by initials, and by the meaning of their words.
    """
    for name in (left, right):
        if not isinstance(name, str):
            raise FactkitError(f"name_similarity: {name!r} is no name; it needs two strings")
    return similarity(left, right, load_bodies(Path(aliases) if aliases else None))


def similarity(left: str, right: str, bodies: Bodies) -> float:
    """`name_similarity` with an alias table at hand."""
    if left == right:
        return 1.0
    left, right = min(left, right), max(left, right)  # the same either way round
    one, two = bodies.identify(left), bodies.identify(right)
    if one and two:
        return float(one == two)
    if one or two or looks_like_body(left) or looks_like_body(right):
        return body_similarity(left, right)
    return person_similarity(parse_name(person_part(left)), parse_name(person_part(right)))
