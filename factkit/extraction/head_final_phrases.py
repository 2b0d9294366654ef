"""Noun phrases in languages whose particles follow the noun: where one starts, and whether it can speak.

Positions are token numbers of a document whose particles stand apart (`particles.py`).
"""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from factkit.extraction.clauses import Clauses, Range
from factkit.extraction.particles import is_closed, points_ahead
from factkit.extraction.vocabulary import VERB_CUE, Is
from factkit.languages import LanguagePack, load_pack

CUE = VERB_CUE | Is.PASSIVE
CASES = Is.TOPIC | Is.SUBJECT | Is.ACCUSATIVE | Is.MANNER | Is.CASE | Is.QUOTATIVE
EDGE = Is.COMMA | Is.TERMINAL | Is.COLON | Is.SEMICOLON | Is.DASH
SPEAKER = Is.ROLE | Is.BODY | Is.OUTLET | Is.ANONYMOUS | Is.DOCUMENT | Is.PRONOUN | Is.STATE
_AFTER_NOUN = (CASES & ~Is.QUOTATIVE) | Is.OWNER | Is.JOINING
_STOP = CASES | EDGE | Is.JOINING | Is.MARKER_AFTER | Is.CITING
_GOVERNED = Is.SUBJECT | Is.ACCUSATIVE | Is.MANNER | Is.CASE
_NO_VERB = SPEAKER | Is.NUMBER | Is.VENUE | Is.HOLLOW | Is.OWNER | Is.COPULA
_LEADS_IN = Is.ADVERB | Is.TIME | Is.CONJUNCTION | Is.OWNER
_LONGEST_PHRASE = 14
_LISTED = 6  # tokens of one of several who are listed
_LONGEST_AGE = 3  # digits
_SOMEBODY = 2  # tokens of "한 노동자"
_NATIVE_NAME = 3  # syllables


class WordFacts(NamedTuple):
    """What a pack says of verbs' endings, times and names, as tuples for `endswith` and as sets."""

    connectives: tuple[str, ...]
    volitional: tuple[str, ...]
    purposive: tuple[str, ...]
    finding: frozenset[str]
    finite: tuple[str, ...]
    at_once: tuple[str, ...]  # those of them that tell what the same party does at the same time
    attributives: tuple[str, ...]
    short: frozenset[str]  # attributives that are whole words
    verbal: tuple[str, ...]  # endings of either
    name_tails: tuple[str, ...]  # of attributives that native names have, too
    verb_tails: tuple[str, ...]  # the longer ones that end so, and that no name has
    closed: tuple[str, ...]  # endings of attributives after a consonant, where no particle has them
    closed_short: tuple[str, ...]  # the same of attributives of two syllables
    of_content: frozenset[str]
    thus: frozenset[str]
    others: frozenset[str]  # "and others", behind those named
    one: frozenset[str]  # "a"
    kinds: frozenset[str]
    hedges: frozenset[str]  # what may stand before a number
    numerals: frozenset[str]
    partitives: frozenset[str]
    counters: frozenset[str]
    times: tuple[str, ...]
    days: str  # the letters of days
    hours: tuple[str, ...]
    coarse: tuple[str, ...]  # of years and months
    periods: frozenset[str]  # whole words for years and months ("지난달")
    last: frozenset[str]
    surnames: frozenset[str]
    given: frozenset[str]
    foreign: frozenset[str]
    states: frozenset[str]  # with those told by their first syllable ("미")
    home: frozenset[str]
    describing: frozenset[str]


@lru_cache(maxsize=64)
def word_facts(code: str) -> WordFacts:
    """The facts of the language `code`."""
    pack = load_pack(code)
    connectives = tuple(tail.strip("~") for tail in pack.particles.connectives)
    attributives = tuple(tail.strip("~") for tail in pack.particles.attributives if "~" in tail)
    names = tuple(tail.strip("~") for tail in pack.particles.name_tails)
    coarse, fine = (
        tuple(tail for slot in slots for tail in pack.dates.glued.get(slot, ()))
        for slots in (("YEAR", "MONTH"), ("DAY", "CLOCK"))
    )
    return WordFacts(
        connectives,
        tuple(tail.strip("~") for tail in pack.particles.volitional),
        tuple(tail.strip("~") for tail in pack.particles.purposive),
        frozenset(pack.cues.finding),
        pack.particles.finite,
        tuple(tail.strip("~") for tail in pack.particles.at_once),
        attributives,
        frozenset(word for word in pack.particles.attributives if "~" not in word),
        connectives + attributives,
        names,
        tuple(tail for tail in attributives if tail.endswith(names) and tail not in names),
        pack.particles.attributives_after_consonant,
        pack.particles.attributives_after_syllable,
        frozenset(pack.particles.of_content),
        frozenset(pack.particles.thus),
        frozenset(pack.particles.others),
        frozenset(pack.figures.pronouns),
        frozenset(pack.people.kinds),
        frozenset(word for words in (*pack.figures.before.values(), pack.figures.fillers) for word in words),
        frozenset(word for words in pack.numbers.cardinals.values() for word in words) | set(pack.numbers.quantifiers),
        frozenset(pack.figures.partitives),
        frozenset(pack.numbers.counters),
        coarse + fine,
        "".join(pack.dates.glued.get("DAY", ())),
        tuple(pack.dates.glued.get("CLOCK", ())),
        coarse,
        frozenset(word for unit, words in pack.dates.relative_units.items() if unit[:4] != "week" for word in words),
        frozenset(pack.dates.last),
        frozenset(pack.particles.surnames),
        frozenset(pack.particles.given),
        frozenset(pack.particles.foreign),
        frozenset(pack.particles.states) | _short_states(pack),
        frozenset(pack.particles.home),
        frozenset(pack.particles.plain),
    )


def _short_states(pack: LanguagePack) -> set[str]:
    """The states told by their first syllable, which is written before a body: "미 국방부"."""
    first = {state[0] for state in pack.particles.states}
    taken = {*pack.grammar.determiners, *pack.figures.pronouns}
    return {word for word in pack.particles.plain if word in first and word not in taken}


class Phrases:
    """One document's noun phrases, and what its verbs' endings say."""

    __slots__ = ("attributives", "c", "facts", "masks", "published")

    def __init__(self, clauses: Clauses, pack: LanguagePack, published: date | None = None) -> None:
        self.c, self.masks, self.published = clauses, clauses.masks, published
        self.facts = word_facts(pack.code)
        self.attributives = self.facts.attributives

    # --- noun phrases ------------------------------------------------------------------------------------------------

    def phrase_left(self, stop: int, low: int) -> int:
        """Where the noun phrase that ends before `stop` starts; `stop` if there is none."""
        number, floor = stop, max(low, stop - _LONGEST_PHRASE)
        while number > floor and (before := self._step_left(number, floor, stop)) is not None:
            number = before
        while number < stop and (self.masks[number] & _LEADS_IN or self.is_time(number)):
            number += 1
        if low < number < stop and self.masks[number - 1] & Is.COMMA:
            if not self.facts.others.isdisjoint(self.c.words[number:stop]):
                return self._listed_left(number, low)
        return number

    def _listed_left(self, number: int, low: int) -> int:
        """Where the first of those starts who are listed before token `number`: "AFP, 로이터 | 등"."""
        while number - 1 > low and self.masks[number - 1] & Is.COMMA:
            stop = start = number - 1
            floor = max(low, stop - _LISTED)
            while start > floor and (before := self._step_left(start, floor, stop)) is not None:
                start = before
            if start == stop or self.is_time(start) or not self.speaks((start, stop)):
                break
            number = start
        return number

    def _step_left(self, number: int, floor: int, stop: int) -> int | None:
        """Where what ends before `number` starts, if it belongs to the same noun phrase."""
        last = number - 1
        here = self.masks[last]
        if last in self.c.back:
            return self.c.back[last]
        if here & Is.AS and number < stop and last > floor and (self.modifies(last - 1) or self.is_time(last - 1)):
            return None  # "설문한 결과 | 응답자의 49%", "오후 6시 기준 | 경찰은"
        if here & Is.BRACKET:
            opening = next((n for n in range(last - 1, floor - 1, -1) if self.masks[n] & Is.BRACKET), None)
            timed = opening is not None and opening > floor and self.is_time(opening - 1)
            return None if timed and number < stop else opening  # "4일(현지시간) | 현지 보건부"
        if here & Is.INSIDE:
            start = self.c.phrase_start(last)
            return start if self.masks[start] & SPEAKER and start >= floor else None
        if here & Is.JOINING and self._joins(last, floor):
            return last
        # What a particle is written onto is a noun, whatever it looks like.
        empty = number < stop and (self._verbal(last) or (here & Is.HOLLOW and not here & SPEAKER))
        return None if here & _STOP or empty else last

    def _joins(self, number: int, floor: int) -> bool:
        """Whether the particle at `number` joins two who speak."""
        before = self.masks[number - 1] if number > floor else 0
        if not before and number - 2 >= floor and self.masks[number + 1] & (SPEAKER & ~Is.PRONOUN):
            return bool(self.masks[number - 2] & SPEAKER)  # "일간지 노르와 | 델타포스트"
        return bool(before & (SPEAKER & ~Is.STATE) or before & self.masks[number + 1] & Is.STATE)

    def head(self, phrase: Range) -> int:
        """The last noun of a phrase, quotation marks and what stands in brackets put aside."""
        last = phrase[1] - 1
        while last > phrase[0] and (self.masks[last] & Is.QUOTE or self.c.words[last] in self.facts.others):
            last -= 1
        while last > phrase[0] and self.masks[last] & Is.BRACKET:
            last = next((n for n in range(last - 1, phrase[0], -1) if self.masks[n] & Is.BRACKET), phrase[0] + 1) - 1
        return max(self.c.phrase_start(last), phrase[0])

    def speaks(self, phrase: Range) -> bool:
        """Whether the words can be somebody who speaks.

        By a list, in Latin letters, with an abbreviation or an age in brackets, or as a name after its title.
        """
        head = self.head(phrase)
        bracketed = head < phrase[1] - 1 and self.masks[phrase[1] - 1] & Is.BRACKET
        if bracketed and self.c.words[phrase[1] - 2].isascii() and not self.masks[head] & Is.VENUE:
            inside = self.c.words[phrase[1] - 2]
            return inside.isalpha() or (inside.isdigit() and len(inside) <= _LONGEST_AGE)
        if bracketed and self._has_age(phrase):
            return True
        mask, word = self.masks[head], self.c.words[head]
        if mask & SPEAKER or self.is_share(phrase) or self._is_somebody(phrase):
            return True
        if word.isascii() and word.isalpha() and len(word) > 1:
            return not self.masks[head - 1] & Is.NUMBER
        near = next((n + 1 for n in range(head - 1, phrase[0], -1) if self.masks[n] & Is.OWNER), phrase[0])
        titled = any(self.masks[n] & Is.ROLE or self.c.words[n] in self.facts.kinds for n in range(near, head))
        return (titled or self._quoted_name(phrase)) and not mask & (Is.NUMBER | Is.HOLLOW | Is.VENUE)

    def _has_age(self, phrase: Range) -> bool:
        """Whether what stands in brackets at the end starts with an age ("손한결(33·부산)")."""
        last = phrase[1] - 1
        opening = next((n for n in range(last - 1, phrase[0], -1) if self.masks[n] & Is.BRACKET), last)
        age = self.c.words[opening + 1] if opening < last else ""
        return age.isdigit() and len(age) <= _LONGEST_AGE

    def _quoted_name(self, phrase: Range) -> bool:
        """Whether the words end in a quoted name behind what it is ("의료단체 '온누리'")."""
        opening = self.c.back.get(phrase[1] - 1, phrase[0])
        kind = self.masks[opening - 1] & SPEAKER or self.c.words[opening - 1] in self.facts.kinds
        return opening > phrase[0] and bool(kind)

    def is_share(self, phrase: Range) -> bool:
        """Whether the words are a part of people who can speak: "응답자의 49%", "응답자 1천명의 49%", "응답자 10명 중
        4명".
        """
        masks = self.masks
        part = next((n for n in range(phrase[0] + 2, phrase[1] - 1) if self.c.words[n] in self.facts.partitives), 0)
        if part and masks[phrase[0]] & Is.ANONYMOUS and self.is_counted(phrase):
            return any(masks[n] & Is.NUMBER for n in range(phrase[0], part))
        owner = next((n for n in range(phrase[0] + 1, phrase[1]) if masks[n] & Is.OWNER), None)
        if owner is None:
            return False
        people = owner - 2 if masks[owner - 1] & Is.NUMBER and owner - 2 >= phrase[0] else owner - 1
        if not masks[people] & Is.ANONYMOUS:
            return False
        return owner + 1 < phrase[1] and bool(masks[owner + 1] & Is.NUMBER)

    def _is_somebody(self, phrase: Range) -> bool:
        """Whether the words are one of a kind, with the particle of a topic ("한 노동자는")."""
        topic = phrase[1] < len(self.masks) and self.masks[phrase[1]] & Is.TOPIC
        one = self.c.words[phrase[0]] in self.facts.one and phrase[1] - phrase[0] == _SOMEBODY
        return bool(topic) and one and not self.masks[phrase[1] - 1] & (Is.NUMBER | Is.TIME | Is.HOLLOW | Is.VENUE)

    def is_document(self, phrase: Range) -> bool:
        """Whether the words are a document of nobody's ("보고")."""
        return phrase[1] - phrase[0] == 1 and self.masks[phrase[0]] & SPEAKER == Is.DOCUMENT

    def is_counted(self, phrase: Range) -> bool:
        """Whether the words end in a number and its counter ("목격자 두 명", "소식통 3명")."""
        first, last = phrase[0], phrase[1] - 1
        if self.c.words[last] in self.facts.counters:
            last -= 1
        return last > first and bool(self.masks[last] & Is.NUMBER or self.c.words[last] in self.facts.numerals)

    def looks_native(self, phrase: Range) -> bool:
        """Whether the words are nothing but a native name."""
        word = self.c.words[phrase[0]]
        return phrase[1] - phrase[0] == 1 and len(word) == _NATIVE_NAME and word[0] in self.facts.surnames

    # --- verbs and times ---------------------------------------------------------------------------------------------

    def _verbal(self, number: int) -> bool:
        """Whether the token is a verb, before its noun or carrying the sentence on."""
        mask, word = self.masks[number], self.c.words[number]
        if mask & _NO_VERB:
            return False
        if self._is_named(number):
            return False
        if mask & CUE or word in self.facts.short:
            return True
        return len(word) > 1 and (
            word.endswith(self.facts.verbal) or is_closed(word, self.facts.closed, self.facts.closed_short)
        )

    def _is_named(self, number: int) -> bool:
        """Whether what ends like a verb is a native name before its title ("박수진 의원")."""
        word = self.c.words[number]
        if len(word) != _NATIVE_NAME or not word.endswith(self.facts.name_tails) or word[0] not in self.facts.surnames:
            return False
        titled = number + 1 < len(self.masks) and self.masks[number + 1] & (Is.ROLE | Is.BODY)
        governs = self.masks[number] & CUE or (number and self.masks[number - 1] & _GOVERNED)  # "평양을 방문한 의원"
        return bool(titled) and not governs and not word.endswith(self.facts.verb_tails)

    def modifies(self, number: int) -> bool:
        """Whether the token is a verb before the noun it belongs to."""
        word = self.c.words[number]
        noun = number + 1 < len(self.masks) and self.masks[number + 1] & _AFTER_NOUN
        if noun or self.masks[number] & SPEAKER or self._is_named(number):
            return False
        return (
            word.endswith(self.attributives)
            or word in self.facts.short
            or is_closed(word, self.facts.closed, self.facts.closed_short)
            or points_ahead(word)
        )

    def carries_on(self, stop: int) -> bool:
        """Whether the verb that ends before `stop` carries the sentence on."""
        return self.c.words[stop - 1].endswith(self.facts.connectives)

    def is_finite(self, number: int) -> bool:
        """Whether the token ends like the verb of a sentence."""
        return self.c.words[number].endswith(self.facts.finite) and not self.masks[number] & SPEAKER

    def at_once(self, stop: int) -> bool:
        """Whether that verb tells what the same party does at the same time ("집계하면서")."""
        return self.c.words[stop - 1].endswith(self.facts.at_once)

    def is_coarse(self, number: int) -> bool:
        """Whether the token tells a month or a year, which is when something was rather than when it was told."""
        word = self.c.words[number]
        return word in self.facts.periods or (bool(self.masks[number] & Is.NUMBER) and word.endswith(self.facts.coarse))

    def is_ahead(self, number: int) -> bool:
        """Whether the token tells a day of this month that is still to come, which is no day of telling."""
        digits = self.c.words[number].rstrip(self.facts.days)
        return self.published is not None and digits.isdigit() and int(digits) > self.published.day

    def is_clock(self, number: int) -> bool:
        """Whether the token tells an hour."""
        if not self.masks[number] & Is.NUMBER:
            return False
        parts = (self.c.words[number].partition(hour) for hour in self.facts.hours)
        return any(hour and (not after or before.isdigit()) for before, hour, after in parts)  # "5시30분"

    def is_time(self, number: int) -> bool:
        """Whether the token tells a day, a month, a year or an hour."""
        mask, word = self.masks[number], self.c.words[number]
        if mask & Is.TIME or (mask & Is.NUMBER and (word.endswith(self.facts.times) or self.is_clock(number))):
            return True
        return word in self.facts.last and number + 1 < len(self.masks) and self.is_time(number + 1)
