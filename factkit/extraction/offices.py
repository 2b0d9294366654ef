"""Lists of what a body or an office is for: "ministre de l'Eau, du Sol et des Forêts".

All positions are token numbers; nothing here knows a word.
"""

from typing import Protocol

from factkit.extraction.vocabulary import EDGE, VERB_CUE, Is

_OPENERS = 2  # small words before the noun of an office ("de la")
_LONGEST = 5  # tokens of one office
_JOINS = Is.COMMA | Is.CONJUNCTION
_VERB = Is.AUXILIARY | Is.PAST | Is.RELATIVE | VERB_CUE | Is.PASSIVE
_NO_OFFICE = EDGE | Is.QUOTE | Is.AUXILIARY | VERB_CUE | Is.PASSIVE | Is.TIME | Is.NUMBER


class _Words(Protocol):
    """What is asked of the clauses that hold the list."""

    masks: list[int]

    def capital(self, number: int) -> bool:
        """Whether the token starts with a capital letter."""


def offices_end(clauses: _Words, first: int, comma: int, high: int) -> int:
    """`comma`, or where the list ends in which a body or an office from `first` on says what it is for: "ministre de
    l'Eau, | du Sol et des Forêts", "Ministerio de Obras, | Transportes y Vivienda"."""
    masks, number = clauses.masks, comma
    if not any(masks[n] & (Is.ROLE | Is.BODY) for n in range(first, comma)):
        return comma
    linked = bool(comma + 1 < high and masks[comma + 1] & Is.INNER)
    while number < high and masks[number] & _JOINS:
        closes, begin = masks[number] & Is.CONJUNCTION, number + 1
        number = _office_end(clauses, begin, high, linked=linked)
        if number == begin:
            return comma
        if closes:
            ends = number >= high or masks[number] & (EDGE | Is.QUOTE)
            return number if ends or (linked and not masks[number] & _VERB) else comma
    return comma


def _office_end(clauses: _Words, begin: int, high: int, *, linked: bool) -> int:
    """One past what a body is for, or `begin` where nothing of the kind starts there."""
    masks, number = clauses.masks, begin
    while number < high and masks[number] & (Is.INNER | Is.DETERMINER) and number - begin < _OPENERS:
        number += 1
    if number >= high or bool(masks[begin] & Is.INNER) != linked or masks[number] & _NO_OFFICE:
        return begin
    if not linked and not clauses.capital(number):
        return begin
    number += 1
    while number < high and number - begin < _LONGEST:
        if not clauses.capital(number) and (masks[number] or not linked):
            break
        number += 1
    return number
