"""Names inside an article: the name in a source's words, and the fullest form the article has of it."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import ClassVar, NamedTuple

from factkit.extraction.clauses import Clauses, Range
from factkit.extraction.lexicon import Memory
from factkit.extraction.offices import offices_end
from factkit.extraction.vocabulary import VERB_CUE, Is

_NO_NAME = (
    Is.PRONOUN | Is.DETERMINER | Is.CONJUNCTION | Is.CONTRAST | Is.SUBORDINATOR | Is.COMPLEMENTIZER | Is.RELATIVE
    | Is.AUXILIARY | Is.ADVERB | Is.MARKER | Is.CITING | Is.NEGATION | Is.INDEFINITE | Is.TIME
)  # fmt: skip
_PLAIN = Is.NEEDS_AUXILIARY | Is.INFINITIVE_FORM | Is.AMBIGUOUS  # what any noun or adjective may look like
_NOUN = _PLAIN | Is.ROLE | Is.BODY | Is.DOCUMENT | Is.ANONYMOUS  # what a noun or an adjective may be
_CAPITAL, _BRACKET = re.compile(b"\x01"), re.compile(r"\(")
_SYLLABLE = 2  # letters of a small word that may be a part of a name
_SYLLABLES = 3  # words of such a name on either side
_ABBREVIATION = range(3, 7)  # letters
_LONGEST_NAME = 8
_LONGEST_PERSON = 2  # words of a name behind the town of its role ("le maire de Saint Brieuc | Jean Petit")
_AROUND, _FEWEST = 12, 6  # words looked at on either side of a name, and how many make a headline

_NO_BODY = Is.COMMA | Is.ROLE | Is.CONJUNCTION | Is.DOCUMENT | Is.ANONYMOUS  # makes a phrase more than a body's name


class Naming(NamedTuple):
    """What the words of a source say: `name` (a range of tokens; None where nobody is named), the description
    around it, and the type of source."""

    name: Range | None
    role: Range | None
    type: str


class Names:
    """The capitalised runs of one article, looked up when a source needs them."""

    __slots__ = (
        "_adjectives", "_brackets", "_capitals", "_full", "_initials", "_lead", "_namings", "_places", "_shared",
        "_small_inside", "_starts", "c", "is_name", "openers",
    )  # fmt: skip
    single: ClassVar[bool] = True  # whether one word with a capital is a name
    capitals_only: ClassVar[bool] = True  # whether every word of a name has one, small words between them put aside

    def __init__(self, clauses: Clauses, sentence_starts: frozenset[int]) -> None:
        self.c = clauses
        self.is_name = Memory(self._is_name_word)
        self.openers = sentence_starts
        self._starts = sorted(sentence_starts)
        second = self._starts[1] if len(self._starts) > 1 else 0
        headed = second > 0 and not clauses.masks[second - 1] & (Is.TERMINAL | Is.QUOTE)
        self._lead = second if headed else 0  # a headline may have a name short at first
        self._small_inside = Memory(self._is_small_inside)
        self._full: dict[str, str] = {}
        self._shared: set[str] = set()  # surnames that the article has with more than one given name
        self._namings: dict[Range, Naming] = {}
        self._adjectives: dict[str, bool] = {}
        self._places: dict[tuple[str, int], dict[tuple[str, ...], list[int]]] = {}  # of names by first word and length
        self._capitals: dict[str, list[int]] | None = None
        self._initials: dict[str, str] | None = None  # names by their initials
        self._brackets: dict[str, list[int]] | None = None

    def without_place(self, source: Range) -> Range:
        """The words of a source without a place in front of them."""
        return source

    def antecedent(self, stop: int) -> Range | None:
        """The noun phrase before a relative pronoun, which ends before token `stop`."""
        phrase = self.c.source_left(stop, max(0, stop - 20)) if stop else None
        if phrase is None or not self.c.head_first:
            return phrase
        near = self._nearest_noun(phrase[0], stop)
        wider = self._nearest_noun(phrase[0], near - 1) if near > phrase[0] else near
        speaks = [bool(self.c.masks[n] & (Is.BODY | Is.ROLE)) for n in range(wider, stop)]
        at_place = any(speaks[: near - wider]) and not any(speaks[near - wider :])
        return (wider if at_place else near), stop  # "la Delegación del Gobierno en Cataluña, que …"

    def _nearest_noun(self, first: int, stop: int) -> int:
        """Where the noun nearest to `stop` begins: "miles salieron convocados por el CHP, que …"."""
        masks = self.c.masks
        after = (n + 1 for n in range(stop - 1, first, -1) if masks[n] & Is.PREPOSITION and not masks[n] & Is.INNER)
        return max(first, min(next(after, first), stop - 1))

    def topic(self, first: int, stop: int) -> Range | None:
        """The phrase for whom the sentence is about."""
        return self.c.opening_phrase(first, stop)

    def surface(self, span: Range) -> str:
        """The words of a range of tokens, as written."""
        return self.c.text[self.c.starts[span[0]] : self.c.ends[span[1] - 1]]

    def stater(self, source: Range) -> tuple[str, str] | None:  # noqa: ARG002 - where nouns are joined to one word
        """Whoever a compound for what somebody says starts with, and of which type that is."""
        return None

    def upright(self, span: Range, article: int) -> str:  # noqa: ARG002 - where nouns decline
        """The words of a range behind the `article`, in the nominative as far as the language's words tell it."""
        return self.surface(span)

    def called(self, name: Range, article: int) -> str:
        """The fullest form of a name behind the `article`; its own in the nominative, if the article has no other."""
        full = self.fullest(name)
        return self.upright(name, article) if full == self.surface(name) else full

    def naming(self, source: Range) -> Naming:
        """The name, role and type that the words of `source` give."""
        if source not in self._namings:
            self._namings[source] = self._read(source)
        return self._namings[source]

    def _read(self, source: Range) -> Naming:
        masks = self.c.masks
        first, stop = source
        kinds = 0
        for number in range(first, stop):
            kinds |= masks[number]
        runs = self.runs(first, stop)
        name = self._choose(runs, source)
        if name:
            name = self._with_companion(name, runs)
        if name and self.c.head_first:
            name = self.whole_body(name, source)
        role = self._role(source, name) if name else source
        return Naming(name, role, self._type(source, name, kinds))

    def _role(self, source: Range, name: Range) -> Range | None:
        """The description around the name: the words before it, without their article, else those after the comma."""
        first = source[0]
        while first < name[0] and self.c.masks[first] & Is.DETERMINER:
            first += 1
        if source[0] < name[0]:
            return (first, name[0]) if first < name[0] else None
        return (name[1] + 1, source[1]) if source[1] > name[1] + 1 else None

    def _with_companion(self, name: Range, runs: list[Range]) -> Range:
        """Two people who speak as one: "Park Sun-won and Lee Song-kweun"."""
        later = next((run for run in runs if run[0] == name[1] + 1 and self.c.masks[name[1]] & Is.CONJUNCTION), None)
        if later is None or later[1] - later[0] < 2 or name[1] - name[0] < 2:
            return name
        return name[0], later[1]

    def whole_body(self, name: Range, source: Range) -> Range:
        """The name of a body with its head noun ("[ministère de la] Santé") and its adjectives ("Casques [blancs]")."""
        masks, (first, stop) = self.c.masks, name
        stop = max(stop, min(self.c.stops.get(first, stop), source[1]))
        while (head := self._head_noun(first, source[0])) is not None:
            first = head
        articled = first == source[0] + 1 and masks[source[0]] & Is.DETERMINER
        titled = articled and stop - first == 1  # "la Défense civile de Brest", "les Nations unies"
        bodied = titled or any(masks[n] & Is.BODY for n in range(first, stop))
        if bodied and not self._shouted((stop - 1, stop)):
            while stop < source[1] and self._goes_on(stop) and self.c.words[stop] not in self.c.handing:
                if self._dated(stop, source[1]):
                    break
                stop += 1
            if stop < source[1] and masks[stop] & Is.COMMA:
                stop = offices_end(self.c, first, stop, source[1])
            while stop > first + 1 and masks[stop - 1] & (Is.INNER | Is.DETERMINER):
                stop -= 1
        return first, stop

    def _head_noun(self, first: int, low: int) -> int | None:
        """The noun for a body that the words from `first` on complement ("agence turque de …")."""
        masks, before = self.c.masks, first
        while before > low and masks[self.c.phrase_start(before - 1)] & (Is.INNER | Is.DETERMINER):
            before = self.c.phrase_start(before - 1)
        if not any(masks[n] & Is.INNER for n in range(before, first)):
            return None
        for number in range(before - 1, max(low, before - 5) - 1, -1):
            head = self.c.phrase_start(number)
            if masks[head] & Is.BODY and not masks[head] & Is.ROLE:
                return head
            if masks[head] & ~_PLAIN and not masks[head] & (Is.INNER | Is.DETERMINER):
                return None
        return None

    def _goes_on(self, number: int) -> bool:
        mask, before = self.c.masks[number], self.c.masks[number - 1]
        inner = before & Is.INNER or (before & Is.DETERMINER and self.c.masks[number - 2] & Is.INNER)
        return (
            not mask & ~(_PLAIN | Is.GENITIVE | Is.PHRASE)
            or bool(mask & (Is.INNER | Is.INSIDE | Is.BODY))
            or bool(inner and (mask & (Is.DOCUMENT | Is.OUTLET | Is.NOUN_CUE) or self.is_name[number]))
            or bool(mask & Is.DETERMINER and before & Is.INNER)
        )

    def _dated(self, number: int, stop: int) -> bool:
        """Whether the word tells what was done to a document, with the day behind it ("publicados | el lunes")."""
        masks, day = self.c.masks, number + 1
        while day < stop and masks[day] & Is.DETERMINER:
            day += 1
        return not self.c.capital(number) and not masks[number] & Is.INNER and day < stop and bool(masks[day] & Is.TIME)

    def enumerates(self, comma: int, stop: int) -> bool:  # noqa: ARG002 - where lists of speakers are read
        """Whether `comma` stands in a list of speakers that reaches to `stop`: only where nouns have capitals."""
        return False

    def _is_syllable(self, number: int) -> bool:
        """Whether a short capitalised word that is a small word elsewhere stands in a name: "Kim | Do | Un a déclaré",
        "Ким | До | Хён". Where all words of a line have capitals, they say nothing."""
        c = self.c
        if c.ends[number] - c.starts[number] > _SYLLABLE or not self._touches(number - 1):
            return False
        first = number - 1
        while first and number - first < _SYLLABLES and c.capital(first - 1) and self._touches(first - 1):
            first -= 1
        last = number
        while last + 1 < len(c.masks) and last - number < _SYLLABLES and c.capital(last + 1) and self._touches(last):
            last += 1
        beside = [n for n in range(max(first, number - 2), min(last, number + 1) + 1) if n != number]
        if len(beside) < 2 or any(c.masks[n] & (Is.ROLE | Is.BODY | Is.OUTLET | Is.PLACE) for n in beside):
            return False
        if all(c.masks[n] & (_NO_NAME | Is.PREPOSITION) for n in beside):
            return False
        behind = last + 1 + (last + 1 < len(c.masks) and bool(c.masks[last + 1] & Is.COMMA))
        return behind < len(c.masks) and c.words[behind].isalpha() and not c.capital(behind)

    def runs(self, first: int, stop: int) -> list[Range]:
        """Stretches of capitalised words, a lone day or month put aside; small words inside a name ("of", "de la")
        belong to it."""
        c, masks, is_name = self.c, self.c.masks, self.is_name
        runs: list[Range] = []
        number = first
        while number < stop:
            if self.capitals_only and (number := c.capitals.find(1, number, stop)) < 0:
                break
            if not is_name[number]:
                number += 1
                continue
            end = number + 1
            while end < stop:
                if is_name[end]:
                    if self._in_place(end - 1) and not self._in_place(end) and self._names_more(end, stop):
                        break  # a place in a title, and the name of who bears it
                    end += 1
                elif c.hyphened_name(end):
                    end += 1
                elif (
                    masks[end] & (Is.INNER | Is.DETERMINER | Is.OWNS | Is.LINK)
                    or c.words[end] in "-&"
                    or (not masks[end] and c.words[end] == ".")
                ):
                    ahead = end + 1
                    while (
                        ahead < stop
                        and ahead < end + 3
                        and masks[ahead] & (Is.INNER | Is.DETERMINER | Is.LINK)
                        and not c.capital(ahead)
                    ):
                        ahead += 1
                    if (
                        ahead < stop
                        and c.capital(ahead)
                        and is_name[ahead]
                        and not masks[ahead] & Is.TIME
                        and self._inside_name(number, end)
                    ):
                        end = ahead + 1
                    else:
                        break
                else:
                    break
            if self._is_day(number, end):
                number += 1
            if c.head_first and end - number > 2 and (part := self._of_role(number, end)):
                runs.append((number, number + part))
                number += part
            if number < end:
                runs.append((number, end))
            number = end
        return runs

    def _in_place(self, number: int) -> bool:
        return bool(self.c.masks[self.c.phrase_start(number)] & Is.PLACE)

    def _names_more(self, number: int, stop: int) -> bool:
        """Whether a name of two words starts behind a place ("presidente de Chile | Juan Paz", but not "Chile
        Vamos"); where case endings part them, one word is enough."""
        return not self.c.head_first or (number + 1 < stop and bool(self.is_name[number + 1]))

    def _is_day(self, number: int, stop: int) -> bool:
        """Whether a day or month stands at `number`, no body's or outlet's name being told ("Sunday Times")."""
        titled = number + 1 < stop and self.c.masks[number + 1] & (Is.OUTLET | Is.BODY)
        return self.c.words[number] in self.c.calendar and not titled

    def _inside_name(self, first: int, end: int) -> bool:
        """Whether a small word at `end` may stand inside the name that starts at `first`: bodies have them ("Ministry
        of Defence"), and initials have their full stop."""
        masks = self.c.masks
        return (
            self.c.words[end] == "."
            or any(masks[n] & (Is.BODY | Is.DOCUMENT) for n in range(first, end))
            or end - first == 1
            or (self.c.head_first and bool(masks[first] & Is.DETERMINER))  # "La Voix du Nord"
        )

    def _is_name_word(self, number: int) -> bool:
        c = self.c
        if not c.capital(number):
            return False
        mask = c.masks[number]
        if mask & (Is.A | Is.NUMBER) and number in self.openers and not c.words[number][0].isdigit():
            return False  # "One of them", "Sept personnes"
        if (
            mask & Is.PREPOSITION
            and number in self.openers
            and not (
                mask & Is.INNER
                and number + 1 < len(c.masks)
                and c.capital(number + 1)
                and c.words[number + 1] not in c.months
            )
        ):
            return False  # "In Syria", "In April" open a sentence; "De Gaulle" is a name
        if c.words[number + 1 : number + 2] == ["."] and c.ends[number] - c.starts[number] == 1:
            return True
        if mask & Is.INSIDE and c.masks[c.phrase_start(number)] & Is.ROLE:
            return False
        if mask & Is.PARTICIPLE and mask & VERB_CUE and number in self.openers and c.tells_clauses:
            return False  # "Conceding that …"
        if (
            c.head_first
            and number not in self.openers
            and mask & Is.DETERMINER
            and c.capital(min(number + 1, len(c.masks) - 1))
        ):
            return True  # "Le Soir"
        if mask & _NO_NAME and not (number not in self.openers and mask & (Is.ADVERB | Is.TIME)):
            return number not in self.openers and self._is_syllable(number)
        if number in self.openers and mask & (Is.ROLE | Is.BODY | Is.DOCUMENT | Is.ANONYMOUS):
            return bool(mask & Is.BODY) and not mask & Is.OUTLET and self._opens_name(number)
        return True

    def _opens_name(self, number: int) -> bool:
        """Whether the word for a body that opens a sentence opens a name, too ("Ministry of Defence")."""
        c, ahead = self.c, number + 1
        if c.head_first and ahead < len(c.masks) and c.masks[ahead] & Is.OUTLET:
            return False  # "Agenția Yonhap" is Yonhap
        while ahead < len(c.masks) and c.masks[ahead] & (Is.INNER | Is.DETERMINER) and not c.capital(ahead):
            ahead += 1
        return ahead < len(c.masks) and c.capital(ahead) and not c.masks[ahead] & _NO_NAME

    def _choose(self, runs: list[Range], source: Range) -> Range | None:
        """The run that names the source: after its last role noun, else in an apposition, else the first."""
        masks = self.c.masks
        runs = self._without_readers(runs, source)
        if self.c.head_first and runs and runs[0] == (source[0], source[0] + 1) and self._has_owner(source):
            runs = runs[1:]  # "Rezultatele | sondajului": a noun that opens the sentence
        if (
            runs
            and masks[source[0]] & (Is.NUMBER | Is.SPELLED)
            and masks[runs[0][0] - 1] & Is.PREPOSITION
            and runs[0][0] > source[0]
        ):
            return None  # "eight in 10 in Ohio"
        if not runs:
            return None
        runs = [self._strip_roles(run) for run in runs]
        comma = next((n for n in range(*source) if masks[n] & Is.COMMA), source[1])
        if self.c.head_first and comma < source[1]:
            comma = offices_end(self.c, source[0], comma, source[1])
        roles = [
            n for n in range(source[0], comma) if masks[n] & (Is.ROLE | Is.ANONYMOUS) and not self._within(n, runs)
        ]
        own = self._own_roles(roles)
        apart: set[Range] = set()  # names that had what their role is of in front
        if len(own) < len(roles):  # "un conseiller du président Marlow"
            runs = [run for run in runs if not roles[len(own)] <= run[0] < comma]
            roles = own
        if self.c.head_first and roles:
            whole = self._without_complement(runs, roles[-1] + 1)
            runs = [self._past_office(run) for run in whole]
            runs = [run for run in runs if any(self.c.words[n] not in self.c.offices for n in range(*run))]
            apart = {run for run in runs if run not in whole}
        titled = roles[-1] + 1 + (self.c.words[roles[-1] + 1 : roles[-1] + 2] == ["."]) if roles else 0  # "Mr. | Pike"
        beside = next((run for run in runs if roles and run[0] == titled and run[1] <= comma), None)
        lead = comma + 1
        titles = self.c.head_first and bool(roles)
        while titles and lead < source[1] and (masks[lead] & (Is.DETERMINER | Is.ROLE) or self.c.words[lead] == "."):
            lead += 1  # "le commandant de la place, | le colonel | Jean Marc"
        apposed = next((run for run in runs if roles and run[0] == lead and run[1] - run[0] > 1), None)
        of_place = beside is not None and self.c.head_first and self._in_place(beside[1] - 1)
        of_body = beside is not None and titles and self._shouted((beside[0], beside[0] + 1))
        one = beside is not None and (beside[1] == beside[0] + 1 or of_place or of_body)
        if (of_place or of_body) and not apposed:  # "președinta Republicii Moldova | Ana Sandu"
            apposed = next((run for run in runs if beside and run[0] == beside[1] and run[1] - run[0] > 1), None)
        if one and apposed and self.c.head_first and not self._bodied(apposed):
            return apposed  # the single word or the place is what the role is of ("ministra Muncii, Ana Pop")
        if beside and titles and self._shouted(beside) and not self._shouted((roles[-1], roles[-1] + 1)):
            return None  # "reprezentanții SMURD": whose role it is
        if beside or apposed:
            return self._with_others(beside, runs, comma) if beside else apposed
        if roles:
            late = [run for run in runs if roles[-1] < run[0] and run[1] == comma and run[1] - run[0] > 1]
            if late and (late[-1] in apart or not self._links(late[-1][0] - 1)):
                return late[-1]
            if late and late[-1][1] - late[-1][0] > 2 and self._is_office(late[-1][0]) and self._personal(late[-1]):
                first = self._past_seat(late[-1][0] + 1, late[-1][1])
                return (first, late[-1][1]) if first < late[-1][1] else None
            before = [run for run in runs if run[0] < roles[0] and run[1] <= roles[0] and masks[run[1]] & Is.COMMA]
            return before[0] if before else None
        head = [run for run in runs if run[0] < comma and not self._merely_opens(run, comma)]
        head = [run for run in head if not self._is_medium(source[0], run[0] - 1)] if self.c.head_first else head
        if self.c.head_first and head and masks[head[0][0] - 1] & Is.INNER and not self._bodies(source[0], head[0][0]):
            named = next((run for run in runs if run[0] == comma + 1 and run[1] - run[0] > 1), None)
            if named and not self._bodied(named):
                return named  # "le délégué de l'ONU, Jean Martin", with any word for what he is
        if not head:
            behind = next((run for run in runs if run[0] > comma), None)
            opens = behind and all(masks[n] & Is.DETERMINER for n in range(comma + 1, behind[0]))
            return behind if opens else None
        return self._with_others(self._with_body(head[0], source[0], comma), runs, comma)

    def _without_readers(self, runs: list[Range], source: Range) -> list[Range]:
        """The runs without those for whom a document is meant ("un rapport remis au | Sénat | par la Cour")."""
        c = self.c
        handed = next((n for n in range(source[0], source[1]) if c.words[n] in c.handing), None) if c.handing else None
        if handed is None:
            return runs
        maker = next((n for n in range(handed, source[1]) if c.masks[n] & Is.BY), source[1])
        return [run for run in runs if run[0] < handed or run[0] > maker]

    def _past_office(self, run: Range) -> Range:
        """The name without what its role is of in front ("ministra de | Sanidad | Ana Paz", "secretarul | ONU | Ion
        Pop")."""
        c, (first, stop) = self.c, run
        while first < stop - 1 and c.words[first] in c.offices:
            first += 1
        if run[0] < first and not c.capital(first):
            first = self._past_seat(first, stop)
        abbreviated = first == run[0] and stop - first > 2 and self._shouted((first, first + 1))
        if abbreviated and c.ends[first] - c.starts[first] > 1 and not self._bodied((first + 1, stop)):
            first += not any(self._shouted((n, n + 1)) for n in range(first + 1, stop))
        return first, stop

    def _past_seat(self, first: int, stop: int) -> int:
        """`first`, or where a person's name starts behind the place that an office is for, if its small words stand at
        `first` ("procureur de la République | de Lille | Jean Petit"); `stop` if nobody is named."""
        if self.c.capital(first):
            return first
        while first < stop and not self.c.capital(first):
            first += 1
        first += 1
        while first < stop and self._in_place(first):
            first += 1
        return first if stop - first > 1 and self.c.capital(first) else stop

    def _is_office(self, number: int) -> bool:
        """Whether a word says what the role before it is of, and a name may follow ("ministre de la Santé Ana Pop").

        A person has no article, so only what has one is told apart: "avocat de Jean Paul Roy" names nobody who speaks.
        """
        masks, role = self.c.masks, number - 1
        if not self.c.head_first or number < 2 or not masks[role] & Is.DETERMINER:
            return False
        linked = 0
        while role > 0 and masks[role] & (Is.INNER | Is.DETERMINER):
            linked |= masks[role]
            role -= 1
        return bool(linked & Is.INNER and masks[role] & Is.ROLE)

    def _bodied(self, run: Range) -> bool:
        return self._bodies(*run)

    def _bodies(self, first: int, stop: int) -> bool:
        return any(self.c.masks[n] & (Is.BODY | Is.OUTLET) for n in range(first, stop))

    def _with_body(self, run: Range, first: int, stop: int) -> Range:
        """The name with the small words that say what body it is: "South Korean | intelligence", "the | health ministry
        of | Gaza"."""
        masks = self.c.masks
        if self._bodied(run):
            return run
        link = run[0] - 1
        while link > first and masks[link] & (Is.DETERMINER | Is.INSIDE) and not masks[link] & Is.INNER:
            link -= 1
        if link > first and masks[link] & Is.INNER:
            heads = [n for n in range(first, link) if masks[n] & Is.BODY]
            # "Serviciul de informații de la Seul": what the body deals with may be a word for a document.
            inner = (masks[n] & ~(Is.DOCUMENT if n and masks[n - 1] & Is.INNER else 0) for n in range(first, run[0]))
            if heads and not any(mask & _NO_BODY for mask in inner):
                return first + bool(masks[first] & Is.DETERMINER), run[1]
        stop = next((n for n in range(run[1], stop) if masks[n] & Is.PREPOSITION), stop) if self.c.head_first else stop
        bodies = [n for n in range(run[1], min(stop, run[1] + 4)) if masks[n] & Is.BODY]
        return (run[0], bodies[-1] + 1) if bodies else run

    def _merely_opens(self, run: Range, stop: int) -> bool:
        """Whether a word has its capital from the sentence's start only: small words go on describing it, and nowhere
        else does it have one."""
        if run[1] - run[0] > 1 or run[0] not in self.openers or run[1] >= stop or self.c.masks[run[1]]:
            return False
        return self._small_inside[self.c.words[run[0]]]

    def _is_small_inside(self, word: str) -> bool:
        """Whether the word has a capital nowhere but where a sentence opens."""
        return not any(self.c.capital(n) and n not in self.openers for n in self._positions([word]))

    def _with_others(self, run: Range, runs: list[Range], stop: int) -> Range:
        """The name with those that are joined to it ("UGT and CCOO")."""
        first, last = run
        for other in runs:
            if other[0] == last + 1 and other[1] <= stop and self.c.masks[last] & Is.CONJUNCTION:
                last = other[1]
        return first, last

    def _own_roles(self, roles: list[int]) -> list[int]:
        """The roles of whom the source describes, without those of somebody in a complement of theirs."""
        masks = self.c.masks
        for place, number in enumerate(roles[1:], 1):
            before = self.c.phrase_start(number - 1)
            linked = masks[before] & (Is.INNER | Is.PREPOSITION | Is.GENITIVE) and not masks[before] & Is.CONJUNCTION
            if linked or masks[number] & Is.GENITIVE:
                return roles[:place]
        return roles

    def _without_complement(self, runs: list[Range], place: int) -> list[Range]:
        """The runs without the one at `place` that only says whose role it is ("șeful ONU", "președintele Rusiei")."""
        masks, kept = self.c.masks, []
        for start, stop in runs:
            if start == place and masks[start] & Is.BODY:
                continue
            genitive = Is.GENITIVE if start >= place else 0
            first = next((n for n in range(start, stop) if not masks[n] & genitive), stop)
            first = self._past_seat(first, stop) if start < first < stop else first
            if first < stop:
                kept.append((first, stop))
        return kept

    def _within(self, number: int, runs: list[Range]) -> bool:
        """Whether a role noun is itself part of a longer name ("Prime Minister's Office", "Senator Ann Bishop")."""
        return self.c.capital(number) and any(first < number < stop - (not self._titled(first)) for first, stop in runs)

    def _titled(self, first: int) -> bool:
        """Whether a title stands right before the token."""
        if not first or first in self.openers or not self._touches(first - 1):
            return False
        before = first - 1 - (first > 1 and self.c.words[first - 1] == ".")
        return self.c.capital(before) and bool(self.c.masks[before] & Is.ROLE)

    def _with_title(self, first: int) -> int:
        """Where the title before the name begins."""
        return first - 1 - (self.c.words[first - 1] == ".") if self._titled(first) else first

    def _strip_roles(self, run: Range) -> Range:
        """The name without the titles in front ("Health Minister | Fahrettin Koca")."""
        masks, words, (first, stop) = self.c.masks, self.c.words, run
        behind = [n + 1 + (words[n + 1] == ".") for n in range(first, stop - 1) if masks[n] & Is.ROLE]  # "Sen. | Pike"
        starts = [n for n in behind if n < stop and self.is_name[n]]
        if not starts or any(masks[n] & Is.BODY for n in range(starts[-1], stop)):
            return run
        return starts[-1], stop

    def _type(self, source: Range, name: Range | None, kinds: int) -> str:
        masks = self.c.masks
        inside = 0
        for number in range(*(name or source)):
            inside |= masks[number]
        if not name and kinds & Is.ROLE and not kinds & Is.ANONYMOUS and self._role_leads(source):
            return "person"
        if inside & Is.OUTLET or (name and self._after(name, Is.OUTLET)):
            return "outlet"
        if name and inside & Is.BODY:
            return "organisation"
        if kinds & Is.ROLE and (not inside & Is.BODY or (not name and self._role_leads(source))):
            return "person" if name or not kinds & Is.ANONYMOUS else "anonymous"
        if kinds & Is.OUTLET:
            return "outlet"
        if kinds & Is.BODY:
            return "organisation"
        if kinds & Is.DOCUMENT and not name:
            return "document"
        if kinds & Is.ANONYMOUS and not name:
            return "anonymous"
        if name and name[1] < source[1] and masks[name[1]] & Is.DOCUMENT:
            return "organisation"  # "Ohio polls", as "Pike's polls" aren't
        if name and (
            self._articled(name, source)
            or self._shouted(name)
            or self._abbreviated(name)
            or (kinds & Is.DOCUMENT and name[1] - name[0] == 1)
        ):
            return "organisation"  # "NIS", "MoD", "CC OO"; "a report of Insee" is hardly a person's
        return "person" if name or kinds & (Is.PRONOUN | Is.RELATIVE) else "anonymous"

    def _articled(self, name: Range, source: Range) -> bool:
        """Whether an article stands before or in the name, as before no person's ("la Flotte verte", "La Voix")."""
        masks = self.c.masks
        before = name[0] - 1 if name[0] == source[0] + 1 else name[0]
        return self.c.head_first and name[1] - before > 1 and bool(masks[before] & Is.DETERMINER)

    def _shouted(self, name: Range) -> bool:
        """Whether the name is written in capitals throughout."""
        return self.c.text[self.c.starts[name[0]] : self.c.ends[name[1] - 1]].isupper()

    def _is_medium(self, first: int, before: int) -> bool:
        """Whether what the word at `before` leads to only tells where a document was made known ("un comunicado
        publicado en | Telegram")."""
        masks, leads = self.c.masks, Is.INNER | Is.BY | Is.DETERMINER
        where = before > first + 1 and masks[before] & Is.PREPOSITION and not masks[before] & leads
        return bool(where) and any(masks[n] & Is.DOCUMENT for n in range(first, before))

    def _has_owner(self, source: Range) -> bool:
        """Whether the word that opens a sentence has somebody's genitive behind it, and so is no name."""
        first, behind = source[0], source[0] + 1
        owner = behind < source[1] and self.c.masks[behind] & Is.GENITIVE and not self.c.capital(behind)
        return bool(owner) and first in self.openers and not self.c.masks[first] & (Is.ROLE | Is.BODY | Is.OUTLET)

    def _personal(self, run: Range) -> bool:
        """Whether the words behind the first of the run are nobody's but a person's ("la présidente de la Confédération
        | Simona Somma")."""
        return not self._bodies(run[0] + 1, run[1])

    def _links(self, number: int) -> bool:
        """Whether the word before a name makes it say no more than whose or where something is ("le président du
        syndicat | MG Brest", "medicii de la | Spitalul Județean")."""
        masks, small = self.c.masks, Is.INNER | Is.PREPOSITION
        return bool(masks[number] & (small | Is.DETERMINER | Is.BODY) or masks[self.c.phrase_start(number)] & small)

    def _of_role(self, first: int, stop: int) -> int:
        """How many words of the run only say what the role before it is of, and a name of two words or more follows:
        the party of "deputatul PSD | Ion Pop", the town of "le maire de Brest | Jean Petit"."""
        c, before = self.c, first - 1
        short = c.ends[first] - c.starts[first] > 1 and self._shouted((first, first + 1))
        if short and c.masks[before] & Is.ROLE:
            return int(not self._shouted((first + 1, first + 2)))
        linked = before > 0 and c.masks[before] & Is.INNER and c.words[before - 1] in c.local
        plain = linked and all(c.capital(n) for n in range(first, stop)) and not self._bodied((first, stop))
        return max(1, stop - first - _LONGEST_PERSON) if plain else 0

    def _abbreviated(self, name: Range) -> bool:
        """Whether the name is one short word that begins and ends with a capital ("MoD", "MApN")."""
        return _is_abbreviation(self.surface(name))

    def _role_leads(self, source: Range) -> bool:
        """Whether a description is of somebody by role ("un porte-parole de l'armée"), not of the body it names."""
        heads = (self.c.masks[n] for n in range(*source) if self.c.masks[n] & (Is.ROLE | Is.BODY | Is.OUTLET))
        return self.c.head_first and next(heads, 0) & (Is.ROLE | Is.BODY) == Is.ROLE

    def _after(self, name: Range, kind: int) -> bool:
        """Whether the word right before the name says what it is ("cotidianului L'Orient")."""
        return name[0] > 0 and bool(self.c.masks[name[0] - 1] & kind)

    def fullest(self, name: Range) -> str:
        """The longest form under which the article has the name: 'Putin' -> 'Vladimir Putin'; an abbreviation and its
        name in full, where the article introduces the one in brackets after the other.

        What goes on behind the name is part of it only where the article has not had the name alone before: "Amnesty
        International" is Amnesty, "Trump Tower" is nobody who spoke. A title keeps apart those who share a surname
        ("Mr. Vance", "Mrs. Vance").
        """
        written = self.surface(name)
        if written not in self._full:
            self._full[written] = self._look_up(name, written)
        titled = written in self._shared and (start := self._with_title(name[0])) < name[0]
        return self.surface((start, name[1])) if titled else self._full[written]

    def _look_up(self, name: Range, written: str) -> str:
        words = self.c.words
        if self._opens_with_adjective(name):
            name = name[0] + 1, name[1]
            written = self.surface(name)
        key = words[name[0] : name[1]]
        longer: dict[bool, list[Range]] = {True: [], False: []}  # by whether they end with the name
        shortened = False
        for number in self._positions(key):
            end = number + len(key)
            first, stop = self._grow(number, end)
            if stop > end and shortened:
                stop = end
            if self.c.head_first and first < number and stop - first > 2:
                first += self._of_role(first, stop)
            if stop == end and len(key) > 1 and first < number and self._is_word(words[first]):
                first = number  # "Republican Ann Pike"
            if len(key) < stop - first <= _LONGEST_NAME and not self._in_headline(first, stop):
                longer[stop == end].append((first, stop))
            shortened = shortened or (stop - first == len(key) and number >= self._lead)
        if len({words[first] for first, _ in longer[True]}) > 1:
            self._shared.add(written)
        best = self._likeliest(longer[True], 0) or self._likeliest(longer[False], -1)
        full = self._introduced(key, self.surface(best) if best else written)
        return self._spelled_out(written) if full == written and len(key) == 1 else full

    def _spelled_out(self, written: str) -> str:
        """The name whose initials an abbreviation has, where the article has it in full: "the MoD"."""
        if not _is_abbreviation(written):
            return written
        if self._initials is None:
            self._initials = {}
            for run in self.runs(0, len(self.c.words)):
                for first in range(run[0], run[1] - 1):
                    if self.c.capital(first):
                        self._note_initials(first, run[1])
        return self._initials.get(written.upper(), written)

    def _note_initials(self, first: int, stop: int) -> None:
        """The initials of a name, with its small words and without them."""
        if stop - first > _LONGEST_NAME or self._in_headline(first, stop):
            return
        for numbers in (range(first, stop), filter(self.c.capital, range(first, stop))):
            initials = "".join(self.c.words[n][0] for n in numbers).upper()
            self._initials.setdefault(initials, self.surface((first, stop)))  # type: ignore[union-attr]

    def _likeliest(self, longer: list[Range], place: int) -> Range | None:
        """The longest form of the one most often meant: forms with another word at `place` are somebody else's."""
        words = [self.c.words[range(*run)[place]] for run in longer]
        if not words:
            return None
        most, _ = Counter(words).most_common(1)[0]  # of several as frequent ones, the first that the article has
        return max((run for run, word in zip(longer, words, strict=True) if word == most), key=lambda r: r[1] - r[0])

    def _in_headline(self, first: int, stop: int) -> bool:
        """Whether nearly every word of the sentence has a capital, so that capitals tell no name."""
        c, starts = self.c, self._starts
        place = bisect_right(starts, first)
        begin = starts[place - 1] if place else 0
        end = starts[place] if place < len(starts) else len(c.words)
        near = range(max(begin, first - _AROUND), min(end, stop + _AROUND))
        words = [number for number in near if c.words[number][0].isalpha()]
        capitals = sum(map(c.capital, words))
        return (len(words) >= _FEWEST and 10 * capitals >= 7 * len(words)) or 3 < len(words) == capitals

    def _opens_with_adjective(self, name: Range) -> bool:
        """Whether a name of three words or more is elsewhere written without its first, which is no first name."""
        first, stop = name[0] + 1, name[1]
        bodies = Is.BODY | Is.OUTLET | Is.DOCUMENT
        if (
            stop - first < 2
            or any(self.c.masks[n] & bodies for n in range(*name))
            or not self._is_word(self.c.words[name[0]])
        ):
            return False
        words, rest = self.c.words, self.c.words[first:stop]
        places = (place for place in self._positions(rest) if words[place : place + len(rest)] == rest)
        return any(words[place - 1] != words[name[0]] for place in places)

    def _is_word(self, word: str) -> bool:
        """Whether what has a capital before a name is an adjective rather than a first name: more often than names,
        nouns follow it in the article ("Republican voters")."""
        if word not in self._adjectives:
            followed = [place + 1 for place in self._positions([word]) if self._touches(place)]
            names = sum(map(self.c.capital, followed))
            nouns = sum(1 for n in followed if not self.c.capital(n) and not self.c.masks[n] & ~_NOUN)
            self._adjectives[word] = nouns > names
        return self._adjectives[word]

    def _positions(self, key: list[str]) -> list[int]:
        """Where the words stand, the first with a capital. Names that share their first word are found together, since
        there may be many of them."""
        alone = self._capitalised(key[0])
        if len(key) == 1 or not alone:
            return alone
        kind = key[0], len(key)
        if kind not in self._places:
            self._places[kind] = {}
            for number in alone:
                self._places[kind].setdefault(tuple(self.c.words[number : number + len(key)]), []).append(number)
        return self._places[kind].get(tuple(key), [])

    def _capitalised(self, word: str) -> list[int]:
        """Where the word stands with a capital."""
        if self._capitals is None:
            self._capitals = {}
            for found in _CAPITAL.finditer(self.c.capitals):
                self._capitals.setdefault(self.c.words[found.start()], []).append(found.start())
        return self._capitals.get(word, [])

    def _beside_brackets(self, word: str) -> list[int]:
        """Where the word stands alone in brackets, or right before such a word."""
        if self._brackets is None:
            self._brackets, words = {}, self.c.words
            for found in _BRACKET.finditer(self.c.text):
                number = bisect_left(self.c.starts, found.start())
                if words[number + 2 : number + 3] == [")"]:
                    for place in (number - 1, number + 1) if number else (number + 1,):
                        self._brackets.setdefault(words[place], []).append(place)
        return self._brackets.get(word, [])

    def _grow(self, first: int, stop: int) -> Range:
        """The name at `first`-`stop` with the capitalised words that touch it; neither roles nor openers join it."""
        masks, count = self.c.masks, len(self.c.words)
        inside = 0
        for mask in masks[first:stop]:
            inside |= mask
        blocked = Is.ROLE if inside & (Is.BODY | Is.OUTLET) else (Is.ROLE | Is.BODY | Is.OUTLET)
        while first > 0 and self._touches(first - 1):
            before = first - 1 - self._is_initial(first - 2)
            office = self.c.words[before] in self.c.offices or self._is_office(before)
            if stop - first > 1 and before > 2 and masks[before - 1] & Is.INNER and self._is_office(before - 2):
                break  # "procureur de la République de Paris | Jean Petit"
            # "presidente de Chile | Juan Paz"
            place = self.c.head_first and stop - first > 1 and self._in_place(before)
            if not self.is_name[before] or masks[before] & blocked or office or place:
                break
            if self._is_day(before, first + 1):
                break
            first = before
        while stop < count and self.is_name[stop] and self._touches(stop - 1) and not masks[stop] & blocked:
            stop += 1
        return first, stop

    def _is_initial(self, number: int) -> bool:
        """Whether a capital with its full stop stands at `number`: "W.", "Jr." has more letters."""
        c = self.c
        if number < 0 or c.words[number + 1] != "." or not c.capital(number):
            return False
        return c.ends[number] - c.starts[number] == 1 and c.ends[number] == c.starts[number + 1]

    def _touches(self, number: int) -> bool:
        """Whether only a space separates the token from the next."""
        c = self.c
        return number + 1 < len(c.starts) and c.text[c.ends[number] : c.starts[number + 1]] == " "

    def _introduced(self, key: list[str], full: str) -> str:
        """`full` with its abbreviation, or the name that the abbreviation `key` stands for, both as written."""
        c = self.c
        last = key[-1]
        for number in self._beside_brackets(last):
            if len(key) == 1 and c.words[number - 1 : number] == ["("] and c.words[number + 1 : number + 2] == [")"]:
                low = max(0, number - 2 - _LONGEST_NAME)
                runs = self.runs(low, number - 1)
                if runs and c.masks[number] & Is.OUTLET and not self._bodies(*runs[-1]):
                    continue  # "Lyon (AFP)"
                if runs and runs[-1][1] == number - 1:
                    return self.surface((self._abbreviated_from(runs, low), number + 2))
                whole = self.whole_body(runs[-1], (low, number - 1)) if runs and c.head_first else None
                if whole and whole[1] == number - 1:  # "Institut national de la statistique (INS)"
                    return self.surface((whole[0], number + 2))
            if c.words[number + 1 : number + 2] == ["("] and c.words[number + 3 : number + 4] == [")"]:
                if c.masks[number + 2] & Is.OUTLET:
                    continue  # "Washington (AFP)"
                short = self.surface((number + 2, number + 3))
                start = number - len(key) + 1
                if short.isupper() and len(short) > 1 and start >= 0 and c.words[start : number + 1] == key:
                    return full if full.endswith(")") else f"{full} ({short})"
        return full

    def _abbreviated_from(self, runs: list[Range], low: int) -> int:
        """Where the name of a body starts whose last run of capitals an abbreviation follows: "Instituto Nacional de
        Estadística y | Geografía (Inegi)", "Agence d'information du | Togo (ATI)"."""
        first, stop = runs[-1]
        if not self.c.head_first or self._bodies(first, stop):
            return first
        joined = len(runs) > 1 and runs[-2][1] == first - 1 and self.c.masks[first - 1] & Is.CONJUNCTION
        if joined and self._bodies(*runs[-2]):
            return runs[-2][0]
        head = self._head_noun(first, low)
        return first if head is None else head


def _is_abbreviation(word: str) -> bool:
    return len(word) in _ABBREVIATION and word.isalpha() and word[0].isupper() and word[-1].isupper()
