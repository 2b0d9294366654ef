"""Time in a text: every expression of it, and what it means beside the day of publication."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from factkit.extraction.date_grammar import MANY, NO_PART, PHASED, DateGrammar, date_grammar, longest_match, time_words
from factkit.extraction.edtf import UNITS, Period, interval, resolve
from factkit.extraction.model import Document

_BEGINS = re.compile(b"\x02|\x03(?=[\x01-\x03])")
_LIKELY_YEARS = range(1900, 2050)
_EARLY_YEARS = range(1500, 1900)  # a year only after a word of time and before no noun
_LATE_YEARS = range(2050, 2151)  # a year only as a deadline, or where nothing follows that it could count
_AHEAD = 12  # words after a deadline in which its clause says that it is to come
_NEAR = 20  # words between a month and the one before that tells its year
_HALF_YEAR = 6  # months
_CENTURY = 100
_DAY_OF_YEAR = frozenset({"MONTH", "DAY"})
_LATER = frozenset({"CLOCK", "PART", "HOUR", "OCLOCK"})  # what a date may carry without being changed
_ASIDE = _LATER | {"WEEKDAY", "RELDAY", "LAST", "THIS", "NEXT", "SHIFT"}
BREAKS = frozenset({",", ";", ":", "–", "—", "(", ")", "--"})
OPENS = frozenset('.!?…“„«"')
ENDS = frozenset(".!?")


class DateMention(NamedTuple):
    """A time expression, `text[start:end]`.

    `edtf`, `first_day` and `last_day` (both included) are None where it can't be resolved. `kind`: "explicit" (names a
    month, day, year, season or decade), "relative" ("yesterday", "last week", "Monday"), "clock", or "duration"
    (lengths of time and ages; only in `find_times`). `grain`: day, week, month, quarter, season, year, decade, or "".
    """

    start: int
    end: int
    edtf: str | None
    first_day: date | None
    last_day: date | None
    kind: str
    grain: str = ""


def find_dates(document: Document) -> list[DateMention]:
    """Every date, year, weekday, clock time and the like, in text order, resolved against `document.published`."""
    return [mention for mention in find_times(document) if mention.kind != "duration"]


def find_times(document: Document) -> list[DateMention]:
    """`find_dates` with durations and ages, in one pass; mentions never overlap."""
    grammar = date_grammar(document.pack)
    atoms = list(_in_their_year(document, grammar, _joined(document, grammar, list(_atoms(document, grammar)))))
    tokens = document.tokens
    mentions = [_mention(document, grammar, atom, tokens.starts[atom.first], atom.end) for atom in atoms]
    return list(_with_brackets(document.text, mentions))


def _with_brackets(text: str, mentions: list[DateMention]) -> Iterator[DateMention]:
    """The mentions, a day with its date in brackets as one: "on Monday | (11 August)"."""
    last: DateMention | None = None
    for mention in mentions:
        between = text[last.end : mention.start] if last else ""
        named = last and last.kind == "relative" and last.grain == mention.grain == "day" and mention.kind == "explicit"
        if last and named and between.strip() == "(" and text.startswith(")", mention.end):
            last = mention._replace(start=last.start, end=mention.end + 1)
            continue
        if last:
            yield last
        last = mention
    if last:
        yield last


class _Atom(NamedTuple):
    """Tokens `first` to `stop` that match a pattern, ending at character `end`; `ranged` holds the second half."""

    first: int
    stop: int
    end: int
    parts: dict[str, int]
    ranged: dict[str, int] | None = None


def _atoms(document: Document, grammar: DateGrammar) -> Iterator[_Atom]:
    words = document.tokens.words
    done = 0
    roles = document.look(time_words)
    for begin in _BEGINS.finditer(roles):
        number = begin.start()
        if number < done:
            continue
        goes_on = number + 1 < len(words) and roles[number + 1] != NO_PART
        match = longest_match(grammar, words, number) if goes_on else grammar.alone[words[number]]
        if match is None:
            continue
        stop, slots = match if goes_on else (number + 1, match[1])
        atom = _atom(number, stop, document.tokens.ends[stop - 1], slots)
        if _stands(document, grammar, atom):
            done = stop
            yield atom


def _in_their_year(document: Document, grammar: DateGrammar, atoms: list[_Atom]) -> Iterator[_Atom]:
    """The atoms, a month without a year in that of the month that its sentence told before: "in March 2014, after 0.7 %
    in February". One that only sets a beginning or is compared with ("since March 2014") tells nothing of the next."""
    words, told = document.tokens.words, None
    for atom in atoms:
        parts = atom.parts
        if "MONTH" in parts and "YEAR" in parts and not atom.ranged:
            told = None if not grammar.apart.isdisjoint(words[max(0, atom.first - 2) : atom.first]) else atom
        elif told and "MONTH" in parts and parts.keys() <= _DAY_OF_YEAR and _one_sentence(document, told, atom):
            year = _nearest_year(told.parts["YEAR"], parts["MONTH"] - told.parts["MONTH"])
            atom = atom._replace(parts={**parts, "YEAR": year})  # noqa: PLW2901
        yield atom


def _one_sentence(document: Document, left: _Atom, right: _Atom) -> bool:
    words = document.tokens.words[left.stop : right.first]
    return len(words) <= _NEAR and ENDS.isdisjoint(words) and not right.ranged


def _nearest_year(year: int, months: int) -> int:
    """The year in which a month comes nearest to that of `year` which it is so many `months` behind."""
    return year - (months > _HALF_YEAR) + (months < -_HALF_YEAR)


def _atom(first: int, stop: int, end: int, slots: list[tuple[str, int]]) -> _Atom:
    names = [slot for slot, _ in slots]
    if names == ["YEAR", "SHORT"]:  # "2024/25"
        year, short = slots[0][1], slots[1][1]
        if short == (year + 1) % _CENTURY:
            return _Atom(first, stop, end, {"YEAR": year}, {"YEAR": year + 1})
    if "RANGE" not in names:
        return _Atom(first, stop, end, _parts(slots))
    middle = names.index("RANGE")
    left, right = _parts(slots[:middle]), _parts(slots[middle + 1 :])
    if not {"MONTH", "DAY", "YEAR"} & left.keys() and "NUM" in left:  # 1~2월: the first number is what the second is
        kind = next((slot for slot in ("DAY", "MONTH", "YEAR") if slot in right), "NUM")
        left[kind] = left.pop("NUM")
    shared = {slot: value for slot, value in right.items() if slot not in left and slot not in _LATER}
    carried = {slot: value for slot, value in left.items() if slot not in right and _outranks(slot, right)}
    return _Atom(first, stop, end, {**left, **_larger(shared, left)}, {**right, **carried})


_RANK = ("DAY", "MONTH", "SEASON", "YEAR", "UNIT", "SHIFT")


def _outranks(slot: str, parts: dict[str, int]) -> bool:
    """Whether `slot` is a larger measure than all in `parts`, so that it holds for them, too."""
    own = [_RANK.index(name) for name in parts if name in _RANK]
    return slot in _RANK and bool(own) and _RANK.index(slot) > max(own)


def _larger(shared: dict[str, int], left: dict[str, int]) -> dict[str, int]:
    if "NUM" in left or "NUM" in shared:
        return shared
    return {slot: value for slot, value in shared.items() if _outranks(slot, left)}


_SHIFTS = {"LAST": -1, "THIS": 0, "NEXT": 1}


def _parts(slots: Iterable[tuple[str, int]]) -> dict[str, int]:
    parts: dict[str, int] = {}
    in_tens = False
    for slot, value in slots:
        if slot in _SHIFTS:
            parts["SHIFT"] = _SHIFTS[slot]
        elif slot == "UNIT" and value >= MANY:
            parts["UNIT"], parts["MANY"] = value - MANY, 1
        elif slot == "RELUNIT":
            phase, unit = divmod(value, PHASED)
            parts["UNIT"], parts["SHIFT"] = unit // 10, unit % 10 - 5
            if phase:
                parts["PHASE"] = phase - 1
        elif slot == "SHORT":
            parts["DECADE"] = value + (1900 if value > 20 else 2000)
        elif slot == "DECADES":
            in_tens = True
        else:
            if slot == "UNIT" and "SHIFT" in parts and value == UNITS.index("quarter"):
                parts[slot] = value  # "올해 2분기": the quarter of a year told before it
            parts.setdefault(slot, value)
    if in_tens and "YEAR" in parts:  # "anii 1990"
        parts["DECADE"] = parts.pop("YEAR") // 10 * 10
    return parts


def _stands(document: Document, grammar: DateGrammar, atom: _Atom) -> bool:
    """Whether a match is a time expression here: a lone year, or a month's word that means other things, needs help."""
    keys = set(atom.parts)
    words, number = document.tokens.words, atom.first
    before = words[number - 1] if number else ""
    if "DECADE" in keys and not words[atom.stop - 1][:4].isdigit():
        return grammar.owners.isdisjoint(words[max(0, number - 2) : number])  # not "in their early 40s"
    if "WEEKDAY" in keys and grammar.small_days and before.isalpha() and _titled(document, atom):
        return False  # "Santo Domingo"
    if keys == {"MONTH"} and grammar.small_days and _titled(document, atom) and _named_behind(document, atom):
        return False  # "Julio Paz"
    if "MONTH" in keys or "SEASON" in keys or "WEEKDAY" in keys:
        return _name_stands(document, grammar, atom, before)
    if keys == {"YEAR"} and atom.ranged is None and atom.stop == number + 1 and words[number].isdigit():
        return _year_stands(document, grammar, atom, before)
    if keys == {"YEAR"} and atom.ranged:
        return atom.parts["YEAR"] in _LIKELY_YEARS and atom.parts["YEAR"] < atom.ranged["YEAR"]
    if keys == {"DAY"}:
        return not words[number].isdigit()
    if "NUM" in keys and words[number][0].isdigit() and words[number + 1 : number + 2]:
        return words[number + 1] not in grammar.below_hundred  # "sold 300 | two weeks ago"
    return True


def _named_behind(document: Document, atom: _Atom) -> bool:
    """Whether a word with a capital follows in the same breath."""
    starts, ends = document.tokens.starts, document.tokens.ends
    near = atom.stop < len(starts) and starts[atom.stop] - ends[atom.stop - 1] == 1
    return near and document.text[starts[atom.stop]].isupper()


def _titled(document: Document, atom: _Atom) -> bool:
    """Whether the first word has a capital, and its first letter only."""
    start = document.tokens.starts[atom.first]
    return document.text[start : start + 2].istitle()


def _name_stands(document: Document, grammar: DateGrammar, atom: _Atom, before: str) -> bool:
    words, starts = document.tokens.words, document.tokens.starts
    weak = [n for n in range(atom.first, atom.stop) if words[n] in grammar.weak]
    if not weak:
        return True
    if grammar.words.capitals and "MONTH" in atom.parts and not any(document.text[starts[n]].isupper() for n in weak):
        return False
    if {"DAY", "YEAR", "SHIFT", "PHASE", "UNIT"} & atom.parts.keys():
        return True
    if any(words[n] in grammar.numerals for n in weak):
        return False  # "sept" is seven, unless a day or a year stands beside it
    if before not in grammar.leading:
        return False
    after = words[atom.stop] if atom.stop < len(words) else "."
    return not grammar.weak_next or not after[0].isalpha() or after in grammar.weak_next


def _year_stands(document: Document, grammar: DateGrammar, atom: _Atom, before: str) -> bool:
    words = document.tokens.words
    value = atom.parts["YEAR"]
    after = words[atom.stop] if atom.stop < len(words) else "."
    bracketed = before in ("(", "[") and after in (")", "]", ",", "–", "-")
    if value not in _LIKELY_YEARS:
        late = value in _LATE_YEARS and before in grammar.deadlines
        early = value in _EARLY_YEARS and before in grammar.leading and not after[0].isalpha()
        if not grammar.words.grouped:  # "seit 1871", but not "ab 1800"; "en 2070,", but not "en 2070 communes"
            far = value in _LATE_YEARS and before in grammar.leading and not after[0].isalpha()
            return far or (early and value % 100 != 0 and before in grammar.words.since)
        return late or early
    if value % 100 == 0 and after[0].isalpha():  # "in 2000 villages"
        return False
    return (
        bracketed
        or before in grammar.leading
        or (before in grammar.than and not after[0].isalpha())
        or (value % 100 != 0 and _counts_nothing(document, grammar, atom, before))
    )


def _counts_nothing(document: Document, grammar: DateGrammar, atom: _Atom, before: str) -> bool:
    """Whether a bare number of four digits is a year, since it would be grouped, or since no noun follows it."""
    if grammar.words.grouped:
        return True
    if not grammar.pack.grammar.nouns_capitalised or atom.stop >= len(document.tokens.words):
        return False
    after = document.tokens.words[atom.stop]
    small = document.text[document.tokens.starts[atom.stop]].islower()
    return small and before not in grammar.bounds and after not in grammar.units


def _joined(document: Document, grammar: DateGrammar, atoms: list[_Atom]) -> list[_Atom]:
    """Atoms side by side made one: "Monday" + "April 30" + "at 7 p.m.", "from January" + "to March"."""
    result: list[_Atom] = []
    words = document.tokens.words
    for atom in atoms:
        if result:
            whole = _fused(words, grammar, result[-1], atom)
            if whole:
                result[-1] = whole
                continue
        result.append(atom)
    return result


def _fused(words: list[str], grammar: DateGrammar, left: _Atom, right: _Atom) -> _Atom | None:
    gap = words[left.stop : right.first]
    if len(gap) > 2 or left.ranged or right.ranged:
        return None
    if len(gap) == 1 and gap[0] in grammar.ranges and _same_kind(left.parts, right.parts):
        opened = left.first > 0 and words[left.first - 1] in grammar.between
        if opened or not gap[0][0].isalpha():
            shared = {slot: value for slot, value in right.parts.items() if _outranks(slot, left.parts)}
            return _Atom(left.first, right.stop, right.end, {**left.parts, **shared}, right.parts)
    if not gap and grammar.opens and words[left.stop - 1].endswith(grammar.opens):  # "2월 17일부터 28일까지"
        carried = {slot: value for slot, value in left.parts.items() if _outranks(slot, right.parts)}
        if carried and not right.parts.keys() & _LATER:
            return _Atom(left.first, right.stop, right.end, left.parts, carried | right.parts)
    if all(word in grammar.joiners for word in gap) and _complete_each_other(left.parts, right.parts):
        return _Atom(left.first, right.stop, right.end, {**left.parts, **right.parts})
    return None


def _same_kind(left: dict[str, int], right: dict[str, int]) -> bool:
    kinds = ("MONTH", "WEEKDAY", "YEAR", "CLOCK", "SEASON")
    return any(kind in left and kind in right for kind in kinds)


def _complete_each_other(left: dict[str, int], right: dict[str, int]) -> bool:
    if left.keys() & right.keys() or "SPAN" in left or "SPAN" in right:
        return False
    for clock, day in ((left, right), (right, left)):
        if clock.keys() <= _LATER and day.keys() & {"DAY", "WEEKDAY", "RELDAY"}:
            return True
    return (left.keys() <= _ASIDE and "DAY" in right) or (right.keys() <= _ASIDE and "DAY" in left)


_NAMED = frozenset({"MONTH", "YEAR", "DECADE", "SEASON", "DAY", "ORDINAL"})


def _mention(document: Document, grammar: DateGrammar, atom: _Atom, start: int, end: int) -> DateMention:
    parts = atom.parts
    future = _speaks_of_future(document, grammar, atom)
    period = _period(atom, document.published, future=future)
    if period:
        kind = "explicit" if _NAMED & parts.keys() else "relative"
        return DateMention(start, end, period.edtf, period.first, period.last, kind, period.grain)
    return DateMention(start, end, None, None, None, _unresolved_kind(parts))


def _period(atom: _Atom, published: date | None, *, future: bool) -> Period | None:
    period = resolve(atom.parts, published, future=future)
    if period and atom.ranged:
        right = resolve(atom.ranged, published, future=future)
        return right and interval(period, right)
    return period


def _unresolved_kind(parts: dict[str, int]) -> str:
    if "SPAN" in parts or ("NUM" in parts and "AGO" not in parts):
        return "duration"
    if parts.keys() & {"CLOCK", "HOUR"}:
        return "clock"
    return "explicit" if _NAMED & parts.keys() else "relative"


def _speaks_of_future(document: Document, grammar: DateGrammar, atom: _Atom) -> bool:
    """Whether a word of the future stands near: up to twelve words before with no mark between, or two after; after a
    date that opens a clause ("in July, 200 men will come") or a deadline, anywhere in the clause.
    """
    if not grammar.future or "YEAR" in atom.parts:
        return False
    words = document.tokens.words
    near = words[atom.first : atom.stop + 2]
    if not grammar.future.isdisjoint(near) or any(tail in word for tail in grammar.volitional for word in near):
        return True
    if _leads_ahead(grammar, words, atom):
        return True
    before = words[max(0, atom.first - 12) : atom.first]
    if grammar.future.isdisjoint(before):
        return False
    for word in reversed(before):
        if word in grammar.future:
            return True
        if word in BREAKS or word in OPENS:
            break
    return False


def _leads_ahead(grammar: DateGrammar, words: list[str], atom: _Atom) -> bool:
    """Whether the date opens a clause, or is a deadline, and the clause is of the future before it is of anything."""
    lead = words[max(0, atom.first - 3) : atom.first]
    opening = grammar.verb_final or len(lead) < 3 or not (BREAKS | ENDS).isdisjoint(lead)
    if not opening and grammar.deadlines.isdisjoint(lead[1:]):
        return False
    start = atom.stop + (words[atom.stop : atom.stop + 1] == [","])
    for word in words[start : start + _AHEAD]:
        if word in grammar.future:
            return True
        if word in BREAKS or word in OPENS or word in grammar.told:
            break
    return False
