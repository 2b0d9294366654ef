"""Subjects behind their verb, with adjuncts between, and pronouns written onto it: where word order is free.

All positions are token numbers; nothing here knows a word.
"""

from factkit.extraction.clauses import Clauses, Range
from factkit.extraction.vocabulary import VERB_CUE, Is

_EDGE = Is.TERMINAL | Is.COLON | Is.SEMICOLON | Is.DASH | Is.BRACKET | Is.QUOTE
_SMALL = Is.PREPOSITION | Is.ADVERB | Is.TIME | Is.NEGATION
_CLAUSE = Is.COMPLEMENTIZER | Is.RELATIVE | Is.SUBORDINATOR | Is.AUXILIARY | Is.CONTRAST
_NOUN = Is.ROLE | Is.BODY | Is.OUTLET | Is.DOCUMENT | Is.ANONYMOUS
_LONGEST_ASIDE = 16


def enclitic_subject(clauses: Clauses, start: int, stop: int) -> Range | None:
    """The pronoun written onto the verb group `start`-`stop` ("a-t-il déclaré", "dit-elle"), if there is one."""
    for number in range(start, min(stop, len(clauses.words) - 1)):
        if clauses.words[number][-1] == "-" and clauses.masks[number + 1] & Is.PRONOUN:
            return number + 1, number + 2
    return None


def subject_after(clauses: Clauses, number: int, high: int) -> Range | None:
    """The subject that follows the verb which ends before `number`.

    Adjuncts of time and place and the one spoken to are put aside ("declaró el lunes a la prensa el ministro",
    "a affirmé à l'agence, sous le sceau du secret, un expert").
    """
    place = number
    while place < high and place - number < _LONGEST_ASIDE:
        mask = clauses.masks[place]
        if mask & Is.PREPOSITION and not clauses.capital(place) and not mask & Is.DETERMINER:
            place = _after_phrase(clauses, clauses.after(place), high)
        elif mask & Is.TIME and not mask & Is.PRONOUN:
            place = _after_time(clauses, place, high)
        elif mask & (Is.ADVERB | Is.NEGATION) and not mask & Is.PRONOUN:
            place = clauses.after(place)
        elif mask & Is.GENITIVE and place == number and not clauses.capital(place):
            place += 1  # the one spoken to ("a declarat presei ministrul")
        elif mask & Is.DETERMINER and not mask & Is.PRONOUN and _is_time(clauses, place + 1, high):
            place = _after_time(clauses, place + 1, high)
        elif mask & Is.COMMA and _aside_opens(clauses, place + 1, high):
            place += 1
        elif mask & (_EDGE | Is.COMMA | _CLAUSE):
            return None
        else:
            break
    if place >= high or (
        clauses.masks[place] & (VERB_CUE | Is.CITED_BY | Is.CITING | Is.MARKER) and not clauses.capital(place)
    ):
        return None
    return clauses.source_right(place, high)


def beyond_aside(clauses: Clauses, comma: int, high: int) -> int | None:
    """Past the adjunct between two commas after a cue (", in a first count,"); None if it is something else."""
    masks = clauses.masks
    if comma + 2 >= high:
        return None
    if masks[comma + 1] & Is.PRONOUN and masks[comma + 2] & Is.COMMA:
        return comma + 3
    after = clauses.after(comma + 1)
    if masks[comma + 1] & Is.CONTRAST and after < high and masks[after] & Is.COMMA:
        return after + 1
    dated = masks[comma + 1] & Is.DETERMINER and masks[comma + 2] & Is.TIME  # ", ce lundi,"
    if not dated and not masks[comma + 1] & (_SMALL | Is.CITING | Is.CITED_BY):
        return None
    for ahead in range(comma + 2, min(high, comma + _LONGEST_ASIDE)):
        if masks[ahead] & Is.COMMA:
            return ahead + 1
        if masks[ahead] & (_EDGE | _CLAUSE | VERB_CUE) and not masks[ahead] & Is.AMBIGUOUS:
            return None
    return None


def _agency(clauses: Clauses, number: int) -> bool:
    """Whether an outlet stands here that is written in capitals throughout, so that its name ends ("AFP")."""
    outlet = bool(clauses.masks[number] & Is.OUTLET)
    return outlet and clauses.text[clauses.starts[number] : clauses.ends[number]].isupper()


def _is_time(clauses: Clauses, number: int, high: int) -> bool:
    return number < high and bool(clauses.masks[number] & Is.TIME)


def _after_time(clauses: Clauses, number: int, high: int) -> int:
    masks = clauses.masks
    while number < high and (
        masks[number] & (Is.TIME | Is.NUMBER)
        or (masks[number] & Is.INNER and number + 1 < high and masks[number + 1] & (Is.TIME | Is.NUMBER))
    ):
        number = clauses.after(number)
    return number


def _aside_opens(clauses: Clauses, number: int, high: int) -> bool:
    """Whether an adjunct between commas opens at `number`, or the subject that it kept waiting."""
    if number >= high:
        return False
    mask = clauses.masks[number]
    closed = beyond_aside(clauses, number - 1, high) is not None
    waiting = any(clauses.masks[n] & Is.COMMA for n in range(max(0, number - _LONGEST_ASIDE), number - 1))
    named = clauses.capital(number) and not mask & (_SMALL | Is.DETERMINER)
    return closed or (
        waiting
        and bool(named or mask & (Is.DETERMINER | Is.ROLE))
        and bool(named or any(clauses.masks[n] & _NOUN for n in range(number, min(high, number + 4))))
    )


def _after_phrase(clauses: Clauses, number: int, high: int) -> int:
    """Past the noun phrase of a preposition: up to the next preposition, mark, article or, after a name, role."""
    masks, first, named = clauses.masks, number, False
    while number < high:
        mask = masks[number]
        if mask & (_EDGE | Is.COMMA | _CLAUSE):
            break
        if (
            number > first
            and mask & (Is.PREPOSITION | Is.DETERMINER | Is.TIME | Is.ADVERB)
            and not masks[number - 1] & (Is.PREPOSITION | Is.DETERMINER)
        ):
            if not mask & Is.INNER:
                break
        elif (named and (not clauses.capital(number) or _agency(clauses, number - 1))) or (
            number > first
            and clauses.capital(number)
            and not named
            and not masks[number - 1] & (Is.PREPOSITION | Is.DETERMINER | Is.INNER | _NOUN)
        ):
            break
        named = named or (clauses.capital(number) and not mask & Is.TIME)
        number = clauses.after(number)
    return number
