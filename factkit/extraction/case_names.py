"""Names in languages that inflect them: one name in several cases, and genitives between a title and its name."""

from functools import cache
from itertools import pairwise
from typing import ClassVar

from factkit.extraction.clauses import Clauses, Range
from factkit.extraction.lexicon import Memory
from factkit.extraction.names import Names
from factkit.extraction.vocabulary import Is
from factkit.languages.schema import Cases

_SHORTEST_STEM = 3
_SHORTEST_ROOT = 2
_LONGEST_NAME = 8
_TITLE = Is.OBLIQUE_WORD | Is.ROLE
_GOVERNS = Is.MARKER | Is.MARKER_HEAD | Is.CITING | Is.PREPOSITION
_NOT_PERSON = Is.PLACE | Is.BODY | Is.OUTLET | Is.DOCUMENT


class CaseNames(Names):
    """The names of one article whose words take the pack's case endings."""

    __slots__ = ("_places_by_stem", "endings", "stems")
    single: ClassVar[bool] = False
    capitals_only: ClassVar[bool] = False

    def __init__(self, clauses: Clauses, sentence_starts: frozenset[int], cases: Cases) -> None:
        super().__init__(clauses, sentence_starts)
        self.endings = _endings(cases)
        self.stems = _stems(cases)
        self._places_by_stem: dict[int, dict[tuple[str, ...], list[int]]] = {}  # of names by their length

    def _is_name_word(self, number: int) -> bool:
        if self.c.masks[number] & Is.PREPOSITION and number not in self.c.titles and not self._is_syllable(number):
            return False
        if number in self.openers and self.c.masks[number] & Is.OUTLET and number + 1 in self.c.titles:
            return False  # "Newspaper «X»"
        return number in self.c.titles or super()._is_name_word(number)

    def runs(self, first: int, stop: int) -> list[Range]:
        """Stretches of capitalised words, cut behind a place or an abbreviation that a person's name follows."""
        runs: list[Range] = []
        for begin, end in super().runs(first, stop):
            edges = [begin, *(number for number in range(begin + 1, end) if self._cut(number)), end]
            runs += pairwise(edges)
        return runs

    def _cut(self, number: int) -> bool:
        if number in self.c.titles and number - 1 in self.c.titles:
            return False
        before, here = self.surface((number - 1, number)), self.surface((number, number + 1))
        last, mask = self.c.masks[number - 1], self.c.masks[number]
        place = last & Is.PLACE and not mask & Is.PLACE
        owned = last & Is.OBLIQUE_NAME or (
            number > 1 and self.c.masks[number - 2] & (Is.ROLE | Is.BODY)
        )  # "Head of the Bank X"
        body = last & Is.BODY and owned and not mask & Is.BODY
        waits = last & Is.OBLIQUE_ADJECTIVE and not mask & _NOT_PERSON  # an adjective before its noun
        case = last & Is.OBLIQUE_NAME and not (mask & Is.OBLIQUE_NAME or waits or self._is_in_case(number))
        abbreviation = (
            not last & Is.OUTLET
            and len(before) > 1
            and before.isupper()
            and not here.isupper()
            and not before.isascii()
        )
        office = last & Is.ROLE and not mask & Is.ROLE  # "of the Office of the President | X"
        return here.isalpha() and (bool(place or body or case or office) or abbreviation or self._opens_person(number))

    def _upright(self, run: Range) -> bool:
        """Whether a word of the name, long enough to take an ending, has none."""
        return any(len(self.c.words[n]) > _SHORTEST_STEM and not self._ended(n) for n in range(*run))

    def _ended(self, number: int) -> bool:
        """Whether the name at `number` looks as if it had a case ending."""
        return self.endings[self.c.words[number]] > 0

    def _is_in_case(self, number: int) -> bool:
        """Whether the word at `number` is the surname of a name in another case, which it doesn't show: the only
        capital behind "of Anna", where no title in the singular opens the phrase as a subject ("by the words of the
        head | Anna Powell", but "the mayor of Odessa | Petrov")."""
        first = number - 1
        alone = not self.c.capital(first - 1) or first - 1 in self.openers
        if not alone or (number + 1 < len(self.c.masks) and self.c.capital(number + 1)):
            return False
        title = self._title_start(first)
        roles = (n for n in range(title, number) if self.c.masks[n] & Is.ROLE and not self.c.masks[n] & Is.OBLIQUE_WORD)
        subject = next((n for n in roles if not self.c.words[n].endswith(self.c.plurals)), None)
        return subject is None or self._is_governed(title)

    def _title_start(self, stop: int) -> int:
        """Where the title before a name starts that `stop` opens, its adjectives and genitives among it."""
        first, masks, low = stop, self.c.masks, max(0, stop - _LONGEST_NAME)
        while first > low and masks[first - 1] & _TITLE and not self.c.capital(first - 1):
            first -= 1
        return first

    def _is_governed(self, first: int) -> bool:
        """Whether a marker or preposition before the phrase at `first` has it in another case."""
        return first > 0 and bool(self.c.masks[self.c.phrase_start(first - 1)] & _GOVERNS)

    def _opens_person(self, number: int) -> bool:
        """Whether a person's two names start behind a title ("the group «X» | Ivan Petrov") or behind a place without
        mark of its own, which only the ending tells ("the mayor of Balıkesir | Ahmet Akın")."""
        masks, stop = self.c.masks, number + 2
        if stop > len(masks) or not all(self.c.capital(n) for n in range(number, stop)):
            return False
        foreign = self.c.words[number - 1].isascii() and not self.c.words[number].isascii()
        if number - 1 in self.c.titles or (foreign and self.c.words[number - 1].isalpha()):
            return True
        ended = [self._ended(n) for n in range(number - 1, stop)]
        alone = stop == len(masks) or not self.c.capital(stop)
        role = number > 1 and masks[number - 2] & Is.ROLE
        owner = number > 2 and self.c.capital(number - 2) and masks[number - 3] & Is.ROLE  # "of President Y | X"
        return bool(role or owner) and ended == [True, False, False] and alone

    def _opens_title(self, number: int) -> bool:
        return number in self.c.titles and number - 1 not in self.c.titles

    def _choose(self, runs: list[Range], source: Range) -> Range | None:
        """The run that names the source: behind its title and the title's genitives, else a body with its own."""
        masks = self.c.masks
        comma = next((n for n in range(*source) if masks[n] & Is.COMMA), source[1])
        roles = [
            n for n in range(source[0], comma) if masks[n] & (Is.ROLE | Is.ANONYMOUS) and not self._within(n, runs)
        ]
        paper = next((run for run in runs if run[0] in self.c.titles and masks[run[0] - 1] & Is.OUTLET), None)
        if paper and not roles:
            return paper  # "Israeli newspaper «X»"
        if roles:
            others = {n + 1 for one, n in pairwise(roles) if n == one + 1 and masks[n] & Is.OBLIQUE_WORD}
            # "an adviser | of President X", but "a deputy minister | X"
            runs = [run for run in runs if run[0] not in others or self._upright(run)]
            people = [run for run in runs if roles[0] < run[0] and self._is_person(run, roles[0])]
            own = [run for run in people if run[0] < comma]
            ahead = [
                run for run in runs if run[1] < roles[0] and self._is_person(run, roles[0]) and masks[run[1]] & Is.COMMA
            ]
            second = comma + 1 < source[1] and masks[comma + 1] & Is.ROLE
            behind = people[0] if people and (people[0][0] == comma + 1 or second) else None
            return own[-1] if own else behind or (ahead[0] if ahead else None)  # "the doctor, a deputy | X"
        body = next((n for n in range(source[0], comma) if masks[n] & Is.BODY and not masks[n] & Is.OUTLET), None)
        head = next((n for n in range(*source) if not masks[n] & Is.OBLIQUE_ADJECTIVE or masks[n] & Is.DOCUMENT), comma)
        if body is not None and body > head and masks[head] & Is.DOCUMENT:
            while masks[body - 1] & Is.OBLIQUE_ADJECTIVE and body - 1 > head:
                body -= 1
            return self._body_phrase(body, comma)  # "the report of the ministry": the ministry says it
        if body is not None and runs and (not self.c.capital(body) or body + 1 < comma):
            return self._body_phrase(source[0], comma)
        run = runs[0] if len(runs) == 1 else None
        if run and run[1] - run[0] == 1 and masks[run[0]] & Is.OBLIQUE_ADJECTIVE and run[1] < comma:
            return self._body_phrase(run[0], comma)  # "the Holy | see"
        if run and run[1] - run[0] == 1 and run[0] in self.openers and run[1] < comma and self._describes(run[0]):
            return self._body_phrase(run[0], comma)  # "Local | newspapers"
        return super()._choose(runs, source)

    def _describes(self, number: int) -> bool:
        """Whether the word at `number`, no acronym or name in foreign letters, only says what an outlet is like."""
        word, outlet = self.surface((number, number + 1)), self.c.masks[number + 1] & Is.OUTLET
        return bool(outlet) and not (word.isascii() or word.isupper() or self.c.capital(number + 1))

    def _is_person(self, run: Range, role: int) -> bool:
        """Whether a run behind a title is the name of who bears it: not the place or body that the title is of."""
        masks = self.c.masks
        kinds = masks[run[0]] | masks[run[1] - 1]
        several = self.c.words[role].endswith(self.c.plurals)  # "doctors of Odessa", in any case
        subject = not masks[role] & Is.OBLIQUE_WORD or masks[role] & Is.UPRIGHT or several
        upright = subject and masks[run[0]] & Is.OBLIQUE_NAME
        upright = upright and not self._is_governed(self._title_start(role))
        adjective = run[1] < len(masks) and masks[run[1]] & Is.BODY and masks[run[1] - 1] & Is.OBLIQUE_ADJECTIVE
        letters = self.surface(run)
        acronym = run[1] - run[0] == 1 and len(letters) > 1 and letters.isupper()  # "the head of | the RMA"
        return not (kinds & _NOT_PERSON or upright or adjective or acronym) and run[0] not in self.c.titles

    def _body_phrase(self, first: int, stop: int) -> Range:
        """A body's name with its adjectives and genitives, up to what isn't part of it."""
        masks = self.c.masks
        while first < stop - 1 and masks[first] & (Is.DETERMINER | Is.ADVERB | Is.TIME | Is.PREPOSITION):
            first += 1
        end = next(
            (n for n in range(first + 1, stop) if masks[n] & (Is.COMMA | Is.RELATIVE | Is.CITING | Is.BRACKET)), stop
        )
        return first, end

    def fullest(self, name: Range) -> str:
        """The longest form of the name in any case; without quotation marks around the whole of it."""
        full = super().fullest(name)
        first, stop = name
        if first in self.c.titles and stop - 1 in self.c.titles and full == self.surface(name) and stop - first > 2:
            inner = self.surface((first + 1, stop - 1))
            return inner if not any(mark in inner for mark in (full[0], full[-1])) else full
        return full

    def _look_up(self, name: Range, written: str) -> str:
        """The longest form; of several as long one that looks like a subject's, then the shortest."""
        words, masks = self.c.words, self.c.masks
        key = [self.stems[word] for word in words[name[0] : name[1]]]
        best, rank = written, self._rank(name)
        for number in self._stem_positions(key):
            if not self.c.capital(number) and not self.c.capital(number + len(key) - 1):
                continue
            first, stop = self._grow(number, number + len(key))
            if (
                stop - first <= max(_LONGEST_NAME, len(key))
                and self._rank((first, stop)) > rank
                and not masks[first] & Is.ADVERB
            ):
                best, rank = self.surface((first, stop)), self._rank((first, stop))
        return self._introduced(words[name[0] : name[1]], best)

    def _rank(self, name: Range) -> tuple[int, bool, int, int]:
        masks = self.c.masks
        upright = not any(masks[n] & Is.OBLIQUE_NAME for n in range(*name))
        return name[1] - name[0], upright, -len(self.surface(name)), -sum(map(self._ended, range(*name)))

    def _stem_positions(self, key: list[str]) -> list[int]:
        """Where the words with these stems stand."""
        length = len(key)
        if length not in self._places_by_stem:
            places: dict[tuple[str, ...], list[int]] = {}
            stems = [self.stems[word] for word in self.c.words]
            for number, stem in enumerate(stems):
                if stem[0].isalpha():
                    places.setdefault(tuple(stems[number : number + length]), []).append(number)
            self._places_by_stem[length] = places
        return self._places_by_stem[length].get(tuple(key), [])

    def _positions(self, key: list[str]) -> list[int]:
        return self._stem_positions([self.stems[word] for word in key])

    def _beside_brackets(self, word: str) -> list[int]:
        return self._positions([word])

    def _grow(self, first: int, stop: int) -> Range:
        """The name with the capitalised words that touch it; places and titles don't belong to a person."""
        masks, count = self.c.masks, len(self.c.words)
        person = not any(masks[n] & _NOT_PERSON for n in range(first, stop))
        blocked = (Is.ROLE | _NOT_PERSON) if person else Is.ROLE
        while (
            first > 0
            and self._touches(first - 1)
            and self.is_name[first - 1]
            and not (masks[first - 1] & (blocked | Is.PLACE) or self._cut(first))
        ):
            first -= 1
        while (
            stop < count
            and self._touches(stop - 1)
            and self.is_name[stop]
            and not (masks[stop] & blocked or self._cut(stop) or (person and self._opens_title(stop)))
        ):
            stop += 1
        return first, stop


@cache
def _endings(cases: Cases) -> Memory[str, int]:
    """How many letters of words are their longest case ending that leaves enough of them."""
    known = frozenset(cases.endings)
    longest = max(map(len, known), default=0)

    def ending(word: str) -> int:
        lengths = range(min(longest, len(word) - _SHORTEST_STEM), 0, -1)
        return next((length for length in lengths if word[-length:] in known), 0)

    return Memory(ending)


@cache
def _stems(cases: Cases) -> Memory[str, str]:
    """Words without their case ending, with the end of what is left as it is in all cases."""
    endings, longest = _endings(cases), max(map(len, cases.stems), default=0)

    def stem(word: str) -> str:
        rest = word[: len(word) - endings[word]]
        for length in range(min(longest, len(rest)), 0, -1):
            enough = length == len(rest) >= _SHORTEST_STEM or len(rest) - length >= _SHORTEST_ROOT
            if enough and (common := cases.stems.get(rest[-length:])) is not None:
                return rest[:-length] + common
        return rest

    return Memory(stem)
