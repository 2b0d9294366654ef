"""A document's tokens with their classes: names, initials and stray marks lose what their letters alone would tell."""

from itertools import compress

from factkit.extraction.model import Document
from factkit.extraction.quotations import Quote
from factkit.extraction.vocabulary import NAMED, Is, sought_words, vocabulary
from factkit.reading.segments import CLOSERS

_HEADLINE, _LONG = 3, 5  # tokens that a headline has more than, and letters of a word that has its capital there


class ClassedTokens:
    """One document's tokens with their classes, from which those are taken away that a word has in another sense."""

    __slots__ = (
        "accounts", "apostrophe", "back", "calendar", "capitals", "class_of", "classes", "clock", "drops_subject",
        "ends", "gaps", "handing", "head_first", "jump", "local", "masks", "months", "noun_last", "oblique_articles",
        "oblique_endings", "offices", "past", "peoples", "periods", "plurals", "priced", "quoted", "several", "starts",
        "stops", "tells_clauses", "text", "titles", "words",
    )  # fmt: skip

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.words, self.starts, self.ends = document.tokens.words, document.tokens.starts, document.tokens.ends
        self.capitals = bytes(map(str.isupper, map(self.text.__getitem__, self.starts)))  # 1 for a token with one
        table = vocabulary(document.pack.code)
        grammar = document.pack.grammar
        dates = document.pack.dates
        self.months = frozenset(word.lower() for words in dates.months for word in words)
        days = (*dates.weekdays, *dates.months) if dates.capitals else ()
        self.calendar = frozenset(words[0].lower() for words in days)  # written with a capital, and nobody's name
        self.periods = frozenset(word for words in (*dates.units.values(), dates.parts) for word in words)
        self.past = frozenset(dates.last)
        self.clock = frozenset(word.strip(".") for word in dates.clock)
        self.several = tuple(ending.strip("~") for ending in document.pack.people.several)  # of their verbs
        people = document.pack.people
        self.oblique_articles = frozenset(people.oblique_articles)
        self.oblique_endings = tuple(ending.strip("~") for ending in people.oblique_endings)
        self.accounts = tuple(ending.strip("~") for ending in people.accounts)
        self.plurals = tuple(ending.strip("~") for ending in document.pack.people.plural_roles)
        self.peoples = tuple(ending.strip("~") for ending in document.pack.people.peoples)
        self.gaps, self.head_first, self.drops_subject = table.gaps, grammar.head_first, grammar.drops_subject
        self.apostrophe = Is.OWNS if grammar.owning else 0  # what one that is no quotation mark may be
        self.noun_last = bool(grammar.owning)  # whether owners stand before their noun, which ends its phrase
        self.tells_clauses = bool(grammar.finite)  # whether the pack lists finite verbs
        self.class_of, self.priced, self.offices = table.class_of, table.priced, table.offices
        self.handing, self.local = table.handing, frozenset(document.pack.people.local)
        self.classes = table.classify(self.words, document.look(sought_words))
        self.masks, self.stops = self.classes.masks, self.classes.stops
        self._forget_inner_stops(document)
        self._forget_shouted_pronouns()
        self._forget_names(document)
        if document.pack.people.surnames:
            self._forget_surnames()
        if self.noun_last:
            self._forget_offices_of_bodies()
        if document.pack.cases.endings:
            self._forget_month_names()
        self.titles: set[int] = set()  # tokens of names in quotation marks, which are no quotations
        self.jump: dict[int, int] = {}
        self.back: dict[int, int] = {}
        self.quoted = bytearray(len(self.masks))

    def _forget_shouted_pronouns(self) -> None:
        """Capitals throughout are a name, not a pronoun: the US is not us."""
        for number in self.classes.places(Is.PRONOUN):
            start, end = self.starts[number], self.ends[number]
            if end - start > 1 and self.text[start:end].isupper():
                self.masks[number] = 0

    def _forget_names(self, document: Document) -> None:
        """A capital inside a sentence is a name, not an adverb or a verb: Kelly, Emily, Ted."""
        masks = self.masks
        headed = iter((first, stop) for first, stop in self._headlines(document))
        first, stop = next(headed, (0, 0))
        for number in self.classes.places(NAMED):
            if not self.capital(number):
                continue
            if masks[number] & Is.ADVERB and self._shouts(number):
                masks[number] = 0  # "MAI anunță": a ministry, and no "more"
                continue
            while number >= stop > 0:
                first, stop = next(headed, (0, 0))
            if first < number < stop:
                continue
            if self.tells_clauses and masks[number] == Is.ADVERB and self._speaks_next(number):
                masks[number] = 0
                continue
            if (
                number
                and not masks[number - 1] & (Is.TERMINAL | Is.QUOTE | Is.COLON)
                and not masks[number] & Is.DETERMINER
            ):
                masks[number] &= ~NAMED

    def _forget_month_names(self) -> None:
        """A capital in a language that writes months small is a name, but for a holiday's: Marta, not the 8 March."""
        for number in compress(range(len(self.words)), self.capitals):
            dated = number and self.masks[number - 1] & Is.NUMBER
            if self.words[number] in self.months and not dated:
                self.masks[number] &= ~Is.TIME

    def _shouts(self, number: int) -> bool:
        """Whether a word alone is in capitals throughout, and so is a short name."""
        first, stop = self.starts[number], self.ends[number]
        behind = min(number + 1, len(self.words) - 1)
        alone = not self.text[self.starts[behind] : self.ends[behind]].isupper()
        return self.head_first and alone and stop - first > 1 and self.text[first:stop].isupper()

    def _headlines(self, document: Document) -> list[tuple[int, int]]:
        """The sentences of which every word but small ones has a capital, so that a capital tells no name."""
        if not self.tells_clauses:
            return []
        capitals, words = self.capitals, self.words
        return [
            (first, stop)
            for first, stop in document.sentences
            if stop - first > _HEADLINE
            and sum(capitals[first:stop]) * 2 > stop - first
            and all(capitals[n] or len(words[n]) < _LONG or not words[n].isalpha() for n in range(first, stop))
        ]

    def _speaks_next(self, number: int) -> bool:
        """Whether a verb of saying follows what may be an adverb that opens its sentence: a name ("Kelly said")."""
        mask = self.masks[number + 1] if number + 1 < len(self.masks) else 0
        return bool(mask & Is.CLAUSE and mask & Is.FINITE) and not mask & (Is.AMBIGUOUS | Is.PARTICIPLE)

    def _forget_surnames(self) -> None:
        """A role right after a given name, with no name behind it, is a family name: Gerhard Richter. So is the same
        word elsewhere in the article, without an article."""
        masks = self.masks
        places = [n for n in self.classes.places(Is.ROLE) if masks[n] & Is.SURNAME and n and self.capital(n)]
        last = len(masks) - 1
        full = [n for n in places if self.capital(n - 1) and not masks[n - 1] and not self.capital(min(n + 1, last))]
        known = {self.words[n] for n in full}
        for number in full + [n for n in places if self.words[n] in known and not masks[n - 1] & Is.DETERMINER]:
            masks[number] &= ~Is.ROLE

    def _forget_offices_of_bodies(self) -> None:
        """A role with a capital right before a body's is what the body is for: the Justice Ministry."""
        masks, last = self.masks, len(self.masks) - 1
        for number in self.classes.places(Is.ROLE):
            behind = min(number + 1, last)
            if masks[behind] & Is.BODY and self.capital(number) and self.capital(behind):
                masks[number] &= ~Is.ROLE

    def _forget_inner_stops(self, document: Document) -> None:
        """A full stop after an abbreviation or an initial ends nothing."""
        masks, words = self.masks, self.words
        final = set()
        for first, stop in document.sentences:
            last = stop - 1
            while last > first and words[last] in CLOSERS:
                last -= 1
            final.add(last)
        for number in [n for n in self.classes.places(Is.TERMINAL) if words[n] == "." and n not in final]:
            masks[number] = 0

    def forget_stray_marks(self, quotes: list[Quote]) -> None:
        """A single mark that opens and closes nothing is an apostrophe ("the Joneses’ house")."""
        ends = {quote.first for quote in quotes} | {quote.stop - 1 for quote in quotes}
        for number in [n for n in self.classes.places(Is.QUOTE) if self.words[n] in "'’‘"]:
            if number not in ends:
                self.masks[number] = self.apostrophe if number and self.ends[number - 1] == self.starts[number] else 0

    def set_quotes(self, quotes: list[Quote]) -> None:
        """Quotations that are read as one piece from now on."""
        self.jump = {quote.first: quote.stop for quote in quotes}
        self.back = {quote.stop - 1: quote.first for quote in quotes}
        self.quoted = bytearray(len(self.masks))  # 1 for every token inside one of them, its opening mark put aside
        for first, stop in self.jump.items():
            self.quoted[first + 1 : stop] = b"\x01" * (stop - first - 1)

    def capital(self, number: int) -> bool:
        """Whether the token starts with a capital letter (or stands in a script without case: never)."""
        return self.capitals[number] == 1

    def hyphened_name(self, number: int) -> bool:
        """Whether a capital follows a small particle within the word ("al-Sharif")."""
        word = self.words[number]
        return "-" in word and word[0] != "-" and self.text[self.ends[number] - len(word) : self.ends[number]] != word

    def phrase_start(self, number: int) -> int:
        """The first token of the phrase that the token at `number` belongs to."""
        while self.masks[number] & Is.INSIDE:
            number -= 1
        return number

    def after(self, number: int) -> int:
        """One past the token, phrase or quotation at `number`."""
        return self.jump.get(number) or self.stops.get(number) or number + 1
