"""Who speaks for which body: the prosecutor for the prosecutor's office, a spokesman of the army for the army."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from factkit.comparison.bodies import Description, describe
from factkit.comparison.codes import Codes
from factkit.comparison.things import Things

_IN_BODIES = frozenset({"ministry", "office", "staff"})  # what a body's name says, and its holder's title doesn't


def offices(what: Things, story: Codes, roles: Mapping[str, Collection[tuple[str, str]]]) -> dict[tuple[int, int], int]:
    """The code of the body that each person whose figures are told speaks for, by story and the person's code.

    The person's role says what the body is, and the story has figures of one such body alone; or it says only that
    it is an agency, and the article has one.
    """
    if not roles or "origin" not in what.frame:
        return {}
    told = _told(what, story)
    bodies: dict[int, dict[int, Description]] = defaultdict(dict)
    inside: dict[str, dict[int, Description]] = defaultdict(dict)
    for article, where, code, name in told:
        said = describe(name)
        if not said.posts and (said.core or said.forms):
            bodies[where][code] = inside[article][code] = said
    found: dict[tuple[int, int], set[int]] = defaultdict(set)
    for article, where, code, name in told:
        for held in (describe(role) for person, role in roles.get(article, ()) if person == name):
            known = bodies[where] if held.core or held.rest else inside[article]
            found[where, code].update(body for body, said in known.items() if body != code and _of(held, said))
    return {person: min(codes) for person, codes in found.items() if len(codes) == 1}


def _told(what: Things, story: Codes) -> list[tuple[str, int, int, str]]:
    """Article, story, code and name of each origin whose figures an article tells."""
    columns = (what.frame["article_id"], story.tolist(), what.origin.tolist(), what.frame["origin"])
    rows = zip(*columns, strict=True)
    return list(dict.fromkeys(row for row in rows if row[2] and isinstance(row[3], str)))


def _of(held: Description, body: Description) -> bool:
    """Whether an office is one of the body."""
    countries = held.countries, body.countries
    if all(countries) and countries[0] != countries[1]:
        return False
    core = held.core - _IN_BODIES
    if core:
        return core == body.core - _IN_BODIES and not (held.rest and body.rest and held.rest != body.rest)
    if held.rest and not held.posts:
        return not body.core and held.rest == body.rest
    return bool(held.forms) and held.forms <= body.forms
