"""Numbers in their sentence: which tokens they are, and which words of the figure vocabulary stand around them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from factkit.extraction.lexicon import Memory
from factkit.extraction.model import Document
from factkit.extraction.numbers import Number
from factkit.languages import LanguagePack
from factkit.languages.schema import Measure, Words
from factkit.reading.segments import lower, tokenize

QUOTES = frozenset("\"'«»„“”‘’‚‹›") | {"''", "``", "’’", "‘‘"}
STRONG = frozenset(";:()[]—–…!?.") | {"--", "..."}
LIGHT = frozenset(",、·/")
MARKS = QUOTES | STRONG | LIGHT
_ABBREVIATION = 3  # letters of a unit's abbreviation at most
_LONGEST_UNIT = 16  # characters of a unit of several words that is looked at
POINT = "point"  # of an index or a score
_PHRASE = 5  # words of a counted noun phrase at most


class Word(NamedTuple):
    """Tokens `first` up to (not including) `stop` are a word or phrase of `kind`, standing for `value`."""

    first: int
    stop: int
    kind: str
    value: str


class Quantity(NamedTuple):
    """A number in its sentence: tokens `first` to `stop` (not including).

    `tail` is glued to its end ("명", "-percent"), `close` one past its unit or classifier, `noun_stop` one past the
    noun phrase it counts.
    """

    number: Number
    first: int
    stop: int
    tail: str
    close: int
    noun_stop: int

    @property
    def bare(self) -> bool:
        """Whether no counted noun follows."""
        return self.noun_stop <= self.close


_Option = tuple[tuple[str, ...], str, str]  # the words after the first, kind, value
_NO_KINDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Options:
    """What may start at a word: phrases by their second word, those that name only a part of it, and what the word is
    alone, as (kind, value) and as kinds."""

    phrases: dict[str, list[_Option]]
    loose: list[_Option]
    alone: list[tuple[str, str]]
    kinds: frozenset[str]


class FigureWords:
    """A language's figure vocabulary: words and phrases by kind, found with one look-up per token."""

    __slots__ = (
        "_by_letter", "_exact", "_heads", "_known", "_longest", "_tails",
        "ago", "attributives", "be", "bounds", "endings", "measures", "names", "no_adjective", "owns", "pack", "per",
        "periods", "predicates", "prepositions", "roles", "signs",
        "somebody", "speeds", "verbal",
    )  # fmt: skip

    def __init__(self, pack: LanguagePack, measures: Mapping[str, Measure]) -> None:
        self.pack = pack
        self.measures = measures
        self.endings = sorted(_endings(pack), key=lambda entry: (-len(entry[0]), entry))
        self.bounds = [(ending, value) for ending, kind, value in self.endings if kind == "glued"]
        self._by_letter: dict[str, list[tuple[str, str, str]]] = {}
        for ending in self.endings:
            self._by_letter.setdefault(ending[0][0], []).append(ending)
        forms = [form for words in pack.figures.currencies.values() for form in words]
        self.signs = frozenset(lower(form) for form in forms if not form[-1].isalnum())
        self.names = frozenset(map(lower, pack.figures.names))
        self.speeds = {tuple(pair.split()): unit for unit, pairs in pack.figures.speeds.items() for pair in pairs}
        several = tuple(ending.strip("~") for ending in pack.cases.agreement.get("plural", ()))
        self.predicates = tuple(e.strip("~") for e in pack.cases.finite if several and e.endswith(several))
        self.roles = frozenset(map(lower, pack.people.roles))
        grammar, people = pack.grammar, pack.people
        self.periods = frozenset(lower(word) for words in pack.dates.units.values() for word in words)
        dating = (*pack.dates.last, *pack.dates.this, *pack.dates.next, *pack.figures.rates, *pack.numbers.indefinite)
        self.no_adjective = frozenset(
            map(lower, (*dating, *grammar.determiners, *grammar.prepositions, *grammar.relatives))
        )
        self.ago = frozenset(map(lower, pack.dates.ago))
        self.be = frozenset(grammar.be)
        self.attributives = tuple(tail.strip("~") for tail in pack.particles.attributives)
        self.owns = frozenset((*grammar.owning, *(word.replace("'", "’") for word in grammar.owning)))
        self.per = frozenset((*pack.figures.rates, *pack.numbers.indefinite))
        self.verbal = self.be.union(grammar.auxiliaries, grammar.modals)
        self.prepositions = frozenset(word for word in grammar.prepositions if " " not in word)
        self.somebody = frozenset(people.male).union(people.female, {*people.indefinite} & {*grammar.relatives})
        self._exact: dict[str, list[_Option]] = {}
        self._heads: dict[str, list[_Option]] = {}
        self._tails: dict[str, list[_Option]] = {}
        self._known = Memory(self._options)
        for kind, value, entries in _phrases(pack, measures):
            for entry in entries:
                self._add(kind, value, _pieces(entry, pack))
        self._longest = max(map(len, (*self._heads, *self._tails)), default=0)

    def _add(self, kind: str, value: str, pieces: tuple[str, ...]) -> None:
        first = pieces[0]
        if first == "~":  # the sign itself, and no wildcard
            self._exact.setdefault(first, []).append((pieces[1:], kind, value))
            return
        home = self._tails if first[0] == "~" else self._heads if first[-1] == "~" else self._exact
        home.setdefault(first.strip("~"), []).append((pieces[1:], kind, value))

    def read(self, words: list[str], first: int, stop: int) -> tuple[dict[int, Options], dict[int, list[Word]]]:
        """What may start at tokens `first` to `stop`, and the phrases of several words that do, the longest per kind,
        value and start. Most words are asked for nothing, so that single words are made into records on demand."""
        known: dict[int, Options] = {}
        longer: dict[int, list[Word]] = {}
        for number, options in enumerate(map(self._known.__getitem__, words[first:stop]), first):
            if options is None:
                continue
            known[number] = options
            phrases = options.phrases
            if options.loose or (phrases and number + 1 < stop and words[number + 1] in phrases):
                found = _phrases_at(options, words, number, stop)
                if found:
                    longer[number] = found
        return known, longer

    def kinds(self, words: list[str], first: int, stop: int) -> set[str]:
        """The kinds of all that is known in tokens `first` to `stop`."""
        return _kinds(*self.read(words, first, stop))

    def glued(self, tail: str) -> tuple[str, str, str] | None:
        """The longest known ending that `tail` starts with, as (ending, kind, value)."""
        for ending in self._by_letter.get(tail[:1], ()):
            if tail.startswith(ending[0]) and not _goes_on(ending[0], tail):
                return ending
        return None

    def _options(self, word: str) -> Options | None:
        options = list(self._exact.get(word, ()))
        for length in range(1, min(self._longest, len(word)) + 1):
            options += self._tails.get(word[-length:], ())
            options += self._heads.get(word[:length], ())
        if not options:
            return None
        phrases: dict[str, list[_Option]] = {}
        for option in options:
            if option[0] and "~" not in option[0][0]:
                phrases.setdefault(option[0][0], []).append(option)
        loose = [option for option in options if option[0] and "~" in option[0][0]]
        alone = sorted({option[1:] for option in options if not option[0]})
        return Options(phrases, loose, alone, frozenset(kind for kind, _ in alone))


def _kinds(known: dict[int, Options], longer: dict[int, list[Word]]) -> set[str]:
    found = set().union(*[options.kinds for options in known.values()])
    found.update([word.kind for words in longer.values() for word in words])
    return found


def _phrases_at(options: Options, words: list[str], number: int, stop: int) -> list[Word]:
    found: list[Word] = []
    taken: set[tuple[str, str]] = set()
    phrases = [*options.phrases.get(words[number + 1], ()), *options.loose] if number + 1 < stop else []
    for rest, kind, value in sorted(phrases, key=lambda option: (-len(option[0]), option[1:], option[0])):
        end = number + 1 + len(rest)
        if end > stop or (kind, value) in taken:
            continue
        if all(_fits(wanted, words[number + 1 + offset]) for offset, wanted in enumerate(rest)):
            taken.add((kind, value))
            found.append(Word(number, end, kind, value))
    return found


def _goes_on(ending: str, tail: str) -> bool:
    """Whether what looks like an abbreviation is only the beginning of a word: "12-|c|ylinder" counts no degrees."""
    after = tail[len(ending) : len(ending) + 1]
    cased = all(letter.lower() != letter.upper() for letter in (ending[-1], after))  # particles are not: "30ha로"
    return cased and len(ending) <= _ABBREVIATION and after.isalpha()


def _fits(wanted: str, word: str) -> bool:
    if wanted[-1] == "~":
        return word.startswith(wanted[:-1])
    return word.endswith(wanted[1:]) if wanted[0] == "~" else word == wanted


def _pieces(entry: str, pack: LanguagePack) -> tuple[str, ...]:
    """An entry's words as the tokenizer cuts them, each keeping its "~"."""
    result: list[str] = []
    for part in entry.split():
        bare = part.strip("~")
        elided = bare.endswith(("'", "’")) and pack.text.apostrophe == "elision"  # cut only before a letter
        words = [lower(bare)] if elided else list(tokenize(bare, pack).words) or [part]
        if part[0] == "~" and len(part) > 1:
            words[0] = "~" + words[0]
        if part[-1] == "~" and len(part) > 1:
            words[-1] += "~"
        result += words
    return tuple(result)


def _phrases(pack: LanguagePack, measures: Mapping[str, Measure]) -> Iterator[tuple[str, str, Iterable[str]]]:
    figures, grammar = pack.figures, pack.grammar
    for kind in ("before", "after", "verbs", "units", "currencies", "counters"):
        table: Mapping[str, Words] = getattr(figures, kind)
        yield from ((kind, value, words) for value, words in table.items())
    for kind in (
        "approximate rounding fillers to more more_after more_near rest changes by bare_changes unit_changes drifting "
        "crossing changes_after including margins partitives comparisons starts heads state intent done calibres "
        "unless points point_topics game_words votes money_words names rates again of_age kin age_openers below_zero "
        "not_before not_after people things stops participles links coordinators breaks locatives regions areas"
    ).split():
        yield kind, "", getattr(figures, kind)
    for words in (grammar.prepositions, grammar.auxiliaries, grammar.relatives, grammar.be, grammar.subordinators):
        yield "stops", "", words
    for words in pack.dates.weekdays:
        yield "stops", "", words
    yield "everybody", "", pack.groups.everybody
    yield "people", "", pack.groups.everybody
    for table in (pack.groups.kinds, pack.groups.parts):
        for words in table.values():
            yield "people", "", words
    for words in pack.groups.nations.values():
        yield "nations", "", words
    for name, measure in measures.items():
        yield "noun", name, measure.nouns
        yield "verb", name, measure.verbs
        yield "of", name, (*measure.of, *measure.also)
        yield "presumed", name, measure.presumed


def _endings(pack: LanguagePack) -> Iterator[tuple[str, str, str]]:
    """What may be glued to a number, as (ending, kind, value)."""
    figures = pack.figures
    for kind in ("glued", "counters", "units", "currencies"):
        table: Mapping[str, Words] = getattr(figures, kind)
        for value, words in table.items():
            for word in words:
                yield lower(word).strip("~"), kind, value
    for word in figures.compounds:
        yield lower(word), "compounds", ""
    for word in figures.not_glued:
        yield lower(word), "not_glued", ""
    for word in figures.calibres:
        yield lower(word).strip("~"), "calibres", ""


class Scene:
    """A sentence with numbers: its vocabulary by where it starts and ends, and its quantities in order."""

    __slots__ = (
        "_all", "_kinds", "_known", "_longer", "_longer_before", "document", "first", "inside", "noughts",
        "quantities", "stop", "table", "words",
    )  # fmt: skip

    def __init__(self, document: Document, table: FigureWords, first: int, stop: int, numbers: list[Number]) -> None:
        self.document, self.table, self.first, self.stop = document, table, first, stop
        self.words = document.tokens.words
        self._known, self._longer = table.read(self.words, first, stop)
        self._kinds = _kinds(self._known, self._longer)
        self._longer_before: dict[int, list[Word]] = {}  # by where they stop
        for found in self._longer.values():
            for word in found:
                self._longer_before.setdefault(word.stop, []).append(word)
        self._all: dict[tuple[str, ...], list[Word]] = {}  # words by their kinds, as they are asked for
        text = document.text
        self.noughts = any(text[number.start] == "0" and number.end - number.start > 1 for number in numbers)
        self.inside = {token for number in numbers for token in range(number.first_token, number.stop_token)}
        self.quantities = [self._quantity(number, self.inside) for number in numbers]

    def keep(self, quantities: list[Quantity]) -> None:
        """Put aside all but the `quantities`."""
        self.quantities = quantities
        self.inside = {token for quantity in quantities for token in range(quantity.first, quantity.stop)}

    def at(self, token: int, *kinds: str) -> Word | None:
        """The longest word of one of `kinds` that starts at `token`."""
        if token in self._longer:
            for word in self._longer[token]:
                if word.kind in kinds:
                    return word
        options = self._known.get(token)
        return None if options is None or options.kinds.isdisjoint(kinds) else self._alone(token, options, kinds)

    def ending(self, token: int, *kinds: str) -> Word | None:
        """The longest word of one of `kinds` that ends right before `token`."""
        if token in self._longer_before:
            for word in self._longer_before[token]:
                if word.kind in kinds:
                    return word
        options = self._known.get(token - 1)
        return None if options is None or options.kinds.isdisjoint(kinds) else self._alone(token - 1, options, kinds)

    def _alone(self, token: int, options: Options, kinds: tuple[str, ...]) -> Word | None:
        """The single word at `token` as the first of `kinds` that it is."""
        for kind, value in options.alone:
            if kind in kinds and not self._taken(token, kind, value):
                return Word(token, token + 1, kind, value)
        return None

    def _taken(self, token: int, kind: str, value: str) -> bool:
        """Whether a longer phrase of the same kind and value starts there, too."""
        return any(word.kind == kind and word.value == value for word in self._longer.get(token, ()))

    def starting(self, token: int) -> list[Word]:
        """All that starts at `token`."""
        return [*self._longer.get(token, ()), *self._single(token)]

    def stopping(self, token: int) -> list[Word]:
        """All that ends right before `token`."""
        return [*self._longer_before.get(token, ()), *self._single(token - 1)]

    def _single(self, token: int) -> list[Word]:
        options = self._known.get(token)
        alone = options.alone if options is not None else ()
        return [Word(token, token + 1, kind, value) for kind, value in alone if not self._taken(token, kind, value)]

    def kinds_at(self, token: int) -> frozenset[str]:
        """The kinds of what starts at `token`."""
        options, longer = self._known.get(token), self._longer.get(token)
        kinds = _NO_KINDS if options is None else options.kinds
        return kinds.union(word.kind for word in longer) if longer else kinds

    def all_of(self, *kinds: str) -> list[Word]:
        """All words of one of `kinds`, in text order."""
        found = self._all.get(kinds)
        if found is None:
            found = self._all[kinds] = [] if self._kinds.isdisjoint(kinds) else self._find_all(kinds)
        return found

    def _find_all(self, kinds: tuple[str, ...]) -> list[Word]:
        longer = self._longer
        places = [token for token, o in self._known.items() if token in longer or not o.kinds.isdisjoint(kinds)]
        return [word for token in places for word in self.starting(token) if word.kind in kinds]

    def has(self, *kinds: str) -> bool:
        """Whether the sentence holds a word of one of `kinds`: where not, there is no need to look for its place."""
        return not self._kinds.isdisjoint(kinds)

    def opening(self, quantity: Quantity) -> int:
        """The first token of the number with its hedges and articles ("mehr als 100")."""
        token = quantity.first
        while token > self.first and (word := self.ending(token, "before", "fillers", "more", "currencies")):
            token = word.first
        return token

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Tokens `first` to `stop` as characters."""
        tokens = self.document.tokens
        return tokens.starts[first], tokens.ends[stop - 1]

    def surface(self, first: int, stop: int) -> str:
        """The text of tokens `first` to `stop`."""
        start, end = self.span(first, stop)
        return self.document.text[start:end]

    def before(self, number: Number) -> str:
        """The two characters before the number."""
        return self.document.text[max(0, number.start - 2) : number.start]

    def glued(self, tail: str, *kinds: str) -> tuple[str, str, str] | None:
        """The longest known ending that `tail` starts with, if it is of one of `kinds`."""
        ending = self.table.glued(tail.lstrip("-‐‑ ")) if tail else None
        return ending if ending is not None and ending[1] in kinds else None

    def unit_glued(self, quantity: Quantity) -> tuple[str, str, str] | None:
        """The unit or currency written onto the number, with what goes on of it: "45홍콩 | 달러", "45㎍ | /㎥"."""
        if not quantity.tail:
            return None
        end = quantity.number.end
        rounder = next((word for word in self.table.pack.numbers.rounders if quantity.tail.startswith(word)), "")
        end += len(rounder)  # "5억여원"
        whole = self.glued(lower(self.document.text[end : end + _LONGEST_UNIT]), "units", "currencies")
        return whole or self.glued(quantity.tail, "units", "currencies") or self._length_glued(quantity.tail)

    def _length_glued(self, tail: str) -> tuple[str, str, str] | None:
        """A length that could name a weapon, too, but here measures something ("50mm의 비")."""
        length = self.glued(tail, "calibres")
        if length is None:
            return None
        units = self.table.pack.figures.units
        return next(((length[0], "units", unit) for unit, words in units.items() if length[0] in words), None)

    def prefix(self, quantity: Quantity) -> str:
        """What is written onto the number's beginning, in small letters."""
        start = self.document.tokens.starts[quantity.first]
        return lower(self.document.text[start : quantity.number.start]) if start < quantity.number.start else ""

    def currency_glued(self, quantity: Quantity) -> str | None:
        """The currency of a sign or code written onto the number's beginning ("EUR500")."""
        prefix = self.prefix(quantity)
        if not prefix:
            return None
        return next(
            (value for ending, kind, value in self.table.endings if kind == "currencies" and ending == prefix), None
        )

    def _quantity(self, number: Number, inside: set[int]) -> Quantity:
        tokens = self.document.tokens
        stop = number.stop_token
        tail = lower(self.document.text[number.end : tokens.ends[stop - 1]])
        close = stop
        if not self.closed_by_particle(tail):
            kinds = ("units", "currencies") if self.glued(tail, "counters") else ("units", "currencies", "counters")
            while close < self.stop and (unit := self.at(close, *kinds)):
                if unit.stop in inside and tokens.ends[unit.stop - 1] == tokens.starts[unit.stop]:
                    break  # the sign is that of the next number: "10 $5 coins"
                if unit.value == POINT and self.at(unit.stop, "links"):
                    break  # "12 points of entry"
                close = unit.stop
                if self.closed_by_particle(self.words[close - 1]):
                    break  # "30 명이 | 대피했다": no second counter
            if not self.closed_by_particle(self.words[close - 1] if close > stop else ""):
                return Quantity(number, number.first_token, stop, tail, close, self._noun_stop(close, inside))
        return Quantity(number, number.first_token, stop, tail, close, close)

    def closed_by_particle(self, word: str) -> bool:
        """Whether the word carries a particle that ends its noun phrase ("명이"), where nouns stand before numbers."""
        figures = self.table.pack.figures
        if not figures.counted_before or len(word) < 2 or (figures.links and word.endswith(figures.links)):
            return False
        return word.endswith(figures.particles)

    def _noun_stop(self, close: int, inside: set[int]) -> int:
        """One past the counted noun phrase at token `close`: words up to a mark, a function word, a verb."""
        token = close
        if token + 1 < self.stop and self.words[token] in QUOTES:  # a quoted number before its noun: “2.000” soldați
            token += 1
        if self.at(token, "partitives"):
            return close  # "33 de ellos": a part of what was counted before
        token = self.past_links(token)
        while token + 1 < self.stop and self._manner(token):
            token += 1
        start = token
        reach = 1 if self.table.pack.figures.counted_before else _PHRASE
        while token < min(self.stop, start + reach) and token not in inside and self._in_phrase(token, start):
            token += 1
            if joint := self._joined_adjective(token):
                token = joint
            if self._counted_nation(token - 1):
                reach += 1
        return token if token > start else close

    def _counted_nation(self, token: int) -> bool:
        """Whether the word only says whose those are that are counted, who come next: "3천 명의 러시아 | 군인"."""
        before = self.table.pack.figures.counted_before and not self.closed_by_particle(self.words[token])
        return before and self.at(token, "nations") is not None

    def _joined_adjective(self, token: int) -> int:
        """Past a joint between two adjectives of one noun ("300 domestic | and | foreign flights"); 0 where none is."""
        joint = self.at(token, "coordinators") if self.table.pack.figures.head_last and token < self.stop else None
        if joint is None or joint.stop >= self.stop - 1 or self._plural(token - 1) or self._head_at(token - 1):
            return 0
        ahead = range(joint.stop, min(self.stop, joint.stop + _ADJECTIVES + 1))
        noun = next((place for place in ahead if self._plural(place)), joint.stop)
        between = range(joint.stop, noun)
        plain = all(self.words[place][0].isalpha() and self.kinds_at(place) <= _PARTICIPLE for place in between)
        return joint.stop if between and plain and not self.upper(token - 1) else 0

    def _manner(self, token: int) -> bool:
        """Whether an adverb stands before the participle of what is counted: "40,000 | formerly striking drivers"."""
        adverbs = self.table.pack.figures.adverb_endings
        if not adverbs or not self.words[token].endswith(adverbs):
            return False
        return self.kinds_at(token).isdisjoint(_ENDS) and self.at(token + 1, "participles") is not None

    def past_links(self, token: int) -> int:
        """Past what may stand between a number and its noun: "of the", "more", "or more"."""
        while token < self.stop and (link := self.at(token, "links", "more_after") or self._bound_after(token)):
            token = link.stop
        return token

    def _bound_after(self, token: int) -> Word | None:
        bound = self.at(token, "after")
        return bound if bound is not None and self.at(token, "coordinators") else None

    def _in_phrase(self, token: int, start: int) -> bool:
        word = self.words[token]
        if word in MARKS or not (word[0].isalpha() or word in self.table.owns):
            return token > start and self._owner_ends(token)
        kinds = self.kinds_at(token)
        named = not _HEADS.isdisjoint(kinds)
        if self.table.pack.figures.counted_before and not (named or self._linked(token)):
            return False
        if token > start and self.table.pack.figures.head_last and self._closed(token, named=named):
            return False
        if not kinds and word.endswith(self.table.predicates):
            return False  # "900 | cracked": no noun
        if kinds == _PARTICIPLE and token < self.stop - 1 and self.table.pack.figures.head_last:
            return self._modifies(token, start)
        kinds &= _ENDS
        if not kinds:
            return True
        if kinds <= _MAYBE and (token == start or named):
            return named or (
                self.table.pack.figures.head_last
                and (self._head_at(token + 1) or self.at(token + 1, "nations") is not None)
            )
        return False

    def _owner_ends(self, token: int) -> bool:
        """Whether a lone apostrophe makes the plural before it an owner: "three victims' | mothers"."""
        tokens, head_last = self.document.tokens, self.table.pack.figures.head_last
        if self.words[token] not in _APOSTROPHES or not head_last or token + 1 >= self.stop:
            return False
        glued = tokens.ends[token - 1] == tokens.starts[token] < tokens.starts[token + 1] - 1
        noun = self.words[token + 1][0].isalpha() and self._in_phrase(token + 1, token)
        return glued and noun and self._plural(token - 1)

    def _modifies(self, token: int, start: int) -> bool:
        """Whether a participle stands before the noun it belongs to: "5 domestic | streaming services", "3 parking
        spaces", "35 coal-fired plants"; but not "12 | suffered burns"."""
        word = self.words[token]
        if token == start and not word.endswith(self.table.pack.figures.gerund_endings):
            return ("-" in word and self.words[token + 1][0].isalpha()) or self._before_person(token)
        return self._before_person(token) or (self._plural(token + 1) and not self._head_at(token - 1))

    def _before_person(self, token: int) -> bool:
        """Whether a known noun stands right behind the token."""
        return self._head_at(token + 1) or self.at(token + 1, "nations") is not None

    def _linked(self, token: int) -> bool:
        """Whether the word before carries the particle that links it to its noun ("명의")."""
        return self.words[token - 1].endswith(self.table.pack.figures.links) if self.table.pack.figures.links else False

    def _closed(self, token: int, *, named: bool) -> bool:
        """Whether the noun before `token` ends the phrase: a person before what is none ("protesters detained")."""
        if self.table.pack.grammar.nouns_capitalised and self.upper(token - 1) and not self.upper(token):
            return True  # "Verdächtige | sitzen"
        people = self.at(token - 1, "people") is not None
        if people and (self.at(token, "people", "nations", "things") is None or self._done_to(token)):
            return True
        if self.words[token] in self.table.owns:
            return False
        plural = self._plural(token)
        if plural != self._plural(token - 1):
            return not plural  # "roofs | produce", but "shell casings"
        if people:
            return False
        return not named and self._head_at(token - 1)

    def head_stop(self, stop: int) -> int:
        """One past the head of the noun phrase that goes on at `stop`: "car | thefts"."""
        if not self.table.pack.figures.head_last or self._plural(stop - 1):
            return stop
        ends = stop < self.stop and self._plural(stop) and not self.at(stop, "stops", "verb", "changes", "state")
        return stop + 1 if ends and stop not in self.inside else stop

    def _done_to(self, token: int) -> bool:
        """Whether the word is a participle that only looks like a noun: "gunmen | killed"."""
        return self.at(token, "participles") is not None and self.at(token, "verb") is not None

    def _plural(self, token: int) -> bool:
        """Whether the word is a noun in the plural, which ends the phrase unless another follows ("sports fans")."""
        figures, word = self.table.pack.figures, self.words[token]
        ends = word.endswith(figures.plural_endings) and not word.endswith(figures.not_plural)
        return ends and word[0].isalpha() and not self.upper(token)

    def upper(self, token: int) -> bool:
        """Whether a token of the sentence starts with a capital."""
        return token < self.stop and self.document.text[self.document.tokens.starts[token]].isupper()

    def _head_at(self, token: int) -> bool:
        return not _HEADS.isdisjoint(self.kinds_at(token))


_HEADS = frozenset({"noun", "of", "people", "things"})
_APOSTROPHES = frozenset("'’")
_ADJECTIVES = 3  # adjectives behind a joint at most
_PARTICIPLE = frozenset({"participles"})
_MAYBE = frozenset({"verb", "after", "changes", "changes_after", "participles"})
_ENDS = frozenset(
    {
        "stops",
        "participles",
        "verb",
        "after",
        "coordinators",
        "breaks",
        "changes_after",
        "partitives",
        "state",
        "verbs",
        "changes",
    }
)
