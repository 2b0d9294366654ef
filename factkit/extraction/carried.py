"""Speech that is carried on: sentences without a cue whose verb's mood tells that somebody said them, or that go on
counting what an attributed one began."""

from factkit.extraction.clauses import Clauses, Range, Region
from factkit.extraction.drafts import Draft
from factkit.extraction.fields import OPENER
from factkit.extraction.vocabulary import Is

_SUBJECT = Is.DETERMINER | Is.PRONOUN | Is.INDEFINITE
_SILENCE = 4  # sentences that nobody speaks in, over which reported speech may still go on


def carried_on(
    clauses: Clauses,
    regions: list[Region],
    drafts: list[Draft],
    moods: int = Is.REPORTED | Is.IRREAL,
    either: tuple[str, ...] = (),
) -> list[Draft]:
    """Sentences in the mood of reported speech after an attributed one, without any cue: what the same speaker goes on
    to say. Sorted as the regions are; sources are left open."""
    masks = clauses.masks
    hulls = sorted(
        (min(d.hull[0], (d.cue or d.hull)[0]), max(d.hull[1], (d.cue or d.hull)[1])) for d in drafts if not d.depth
    )
    found: list[Draft] = []
    place, reach, speaking, silent = 0, 0, False, _SILENCE
    held: Range | None = None  # could be either mood; the next sentence tells
    for region in regions:
        spoken = reach if reach > region.first else None
        while place < len(hulls) and hulls[place][0] < region.stop:
            spoken = reach = max(spoken or 0, hulls[place][1])
            place += 1
        if spoken is not None:
            speaking = True
            start = _semicolon_after(clauses, spoken, region.stop)
        else:
            start = region.first
        stop = region.stop
        while stop > start and masks[stop - 1] & Is.TERMINAL:
            stop -= 1
        start = _past_narration(clauses, start, stop, moods)
        heading = stop == region.stop and not masks[stop - 1] & Is.QUOTE  # no full stop: nobody's words
        parts = start < stop and masks[start] & Is.PARTITIVE  # "Of these, …" goes on counting what was said
        silent = 0 if spoken is not None else silent + 1
        if heading or start >= stop:
            carries = False
        elif speaking and not (held and spoken is not None):
            carries = bool(parts) or (bool(moods) and _main_reported(clauses, start, stop, moods))
        else:
            carries = silent <= _SILENCE and _surely_reported(clauses, start, stop)
        if carries:
            found += [_carried(held)] if held is not None and spoken is None else []
            found.append(_carried((start, stop), "resumed" if silent > 1 and not speaking else "carried"))
            speaking, held, silent = True, None, 0
            continue
        maybe = speaking and spoken is None and not heading and held is None and _either(clauses, start, stop, either)
        held = (start, stop) if maybe else None
        if spoken is None and not maybe:
            speaking = False
    return found


def _carried(words: Range, rule: str = "carried") -> Draft:
    return Draft((words,), None, None, Is.CLAUSE, rule=rule)


def _surely_reported(clauses: Clauses, first: int, stop: int) -> bool:
    """Whether the stretch is reported speech whatever stands before it: in a mood that nothing else asks for."""
    own = any(clauses.masks[n] & Is.FIRST_PERSON for n in range(first, stop))
    return not own and _main_reported(clauses, first, stop, Is.REPORTED)


def _either(clauses: Clauses, first: int, stop: int, endings: tuple[str, ...]) -> bool:
    """Whether the stretch's verb could be past tense as well as reported speech ("reichten")."""
    masks, words = clauses.masks, clauses.words
    verb = next((n for n in range(first + 1, stop) if words[n].endswith(endings) and not clauses.capital(n)), None)
    if verb is None or (verb + 1 < stop and clauses.capital(verb + 1) and not clauses.capital(verb - 1)):
        return False
    return not any(masks[n] & Is.AUXILIARY and not masks[n] & Is.MODAL for n in range(first, stop))


def _semicolon_after(clauses: Clauses, number: int, stop: int) -> int:
    """One past the semicolon at which an attributed clause ends, else the region's end."""
    for ahead in range(number, min(stop, number + 8)):
        if clauses.masks[ahead] & Is.SEMICOLON:
            return ahead + 1
    return stop


def _past_narration(clauses: Clauses, start: int, stop: int, moods: int) -> int:
    """Past the semicolon before which a sentence is the writer's own ("Jets flew; no damage was said to be seen")."""
    semicolon = next((n for n in range(start, stop) if clauses.masks[n] & Is.SEMICOLON and not clauses.quoted[n]), None)
    if semicolon is None or _main_reported(clauses, start, semicolon, moods):
        return start
    return semicolon + 1 if _main_reported(clauses, semicolon + 1, stop, moods) else start


def _opens_clause(clauses: Clauses, number: int, first: int) -> bool:
    """Whether a capital word that may be a verb in a mood is one: the first ("Komme das Gesetz, …"), and no noun that
    looks like one ("Hinweise nimmt die Polizei …")."""
    behind = clauses.masks[number + 1] if number + 1 < len(clauses.masks) else 0
    return number == first and bool(clauses.masks[number] & Is.MOOD or behind & _SUBJECT)


def _main_reported(clauses: Clauses, first: int, stop: int, moods: int) -> bool:
    """Whether a main clause of the stretch is in the mood of reported speech."""
    masks, number = clauses.masks, first
    subordinate = False
    while number < stop:
        if number in clauses.jump:
            number = clauses.jump[number]
            continue
        mask = masks[number]
        if mask & (Is.COMMA | Is.SEMICOLON | Is.COLON | Is.DASH):
            subordinate = False
            opener = masks[number + 1] if number + 1 < stop else 0
            if opener & Is.PREPOSITION and not opener & OPENER and number + 2 < stop:
                opener = masks[number + 2] & Is.RELATIVE  # ", an der …"
            subordinate = bool(opener & (OPENER | Is.RELATIVE))
        elif number == first and mask & (Is.COMPLEMENTIZER | Is.SUBORDINATOR | Is.AS):
            leads = masks[number + 1] if number + 1 < stop else 0
            subordinate = not leads & moods  # "Seitdem sei …" is a main clause
            if mask & Is.PREPOSITION and (leads & (Is.NUMBER | Is.TIME) or clauses.capital(min(number + 1, stop - 1))):
                subordinate = False  # "Bis 2030 werde …"
        elif (
            mask & moods and not subordinate and (not clauses.capital(number) or _opens_clause(clauses, number, first))
        ):
            return True
        elif mask & Is.AUXILIARY and not mask & Is.MODAL and not subordinate and not clauses.capital(number):
            return False
        number += 1
    return False
