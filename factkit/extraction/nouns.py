"""Names in languages that write every noun with a capital: told by what stands around them."""

from typing import ClassVar

from factkit.extraction.clauses import Range
from factkit.extraction.names import Names
from factkit.extraction.vocabulary import Is

_COMMON = Is.ROLE | Is.DOCUMENT | Is.ANONYMOUS | Is.TIME | Is.NOUN_CUE
_GENERIC = Is.BODY | Is.OUTLET
_HEAD = _GENERIC | Is.ROLE | Is.DOCUMENT | Is.ANONYMOUS
_LONGEST_DATELINE = 16
_LONGEST_TITLE = 4  # words before a role that may belong to it
_SMALL = (
    Is.PRONOUN | Is.DETERMINER | Is.CONJUNCTION | Is.CONTRAST | Is.SUBORDINATOR | Is.COMPLEMENTIZER | Is.RELATIVE
    | Is.AUXILIARY | Is.ADVERB | Is.MARKER | Is.NEGATION | Is.INDEFINITE | Is.PREPOSITION | Is.WHOLE
)  # fmt: skip


class NounNames(Names):
    """The names of one article in which capitals only tell nouns."""

    __slots__ = ()
    single: ClassVar[bool] = False
    capitals_only: ClassVar[bool] = False

    def upright(self, span: Range, article: int) -> str:
        """The words as written, but without the ending that an article shows on their first noun ("des Sprechers")."""
        c, written = self.c, self.surface(span)
        if c.words[article] not in c.oblique_articles:
            return written
        noun = next((n for n in range(*span) if c.masks[n] & _HEAD and c.capital(n)), None)
        if noun is None or (noun > article + 1 and c.capital(noun - 1)):
            return written
        word = c.words[noun]
        for ending in c.oblique_endings:
            if word.endswith(ending) and c.class_of(word[: -len(ending)]) & _HEAD:
                end = c.ends[noun] - c.starts[span[0]]
                return written[: end - len(ending)] + written[end:]
        return written

    def stater(self, source: Range) -> tuple[str, str] | None:
        """As for all names, where plain adjectives stand before the compound at most ("[Polizei]angaben")."""
        c, noun = self.c, source[1] - 1
        ending = next((ending for ending in c.accounts if c.words[noun].endswith(ending)), None)
        if ending is None or any(c.capital(n) and c.masks[n] for n in range(source[0] + 1, noun)):
            return None
        joined = c.words[noun].removesuffix(ending).rstrip("-‑")
        for link in ("", *c.oblique_endings):
            stem = joined.removesuffix(link)
            if stem and (kinds := c.class_of(stem) & (_GENERIC | Is.ROLE | Is.ANONYMOUS)):
                kind = "organisation" if kinds & Is.BODY else "outlet" if kinds & Is.OUTLET else "anonymous"
                return c.text[c.starts[noun] : c.starts[noun] + len(stem)], kind
        return None

    def called(self, name: Range, article: int) -> str:
        """As for all names; of a genitive ("nach Meiers Worten") the name that the article has without it."""
        word = self.c.words[name[0]]
        owner = self._owner(word) if name[1] - name[0] == 1 and not self.c.masks[name[0]] else None
        return self.fullest(owner) if owner else super().called(name, article)

    def _owner(self, word: str) -> Range | None:
        """Where the article has the name that `word` is the genitive of ("Meiers")."""
        stems = (word[: -len(ending)] for ending in self.c.oblique_endings[:2] if word.endswith(ending))
        place = next((places[0] for stem in stems if (places := self._capitalised(stem))), None)
        return None if place is None else (place, place + 1)

    def antecedent(self, stop: int) -> Range | None:
        """The capitalised words before a relative pronoun, with the article and the genitives that belong to them."""
        c, masks, first = self.c, self.c.masks, stop
        while first > 0 and (c.capital(first - 1) or masks[first - 1] & (Is.GENITIVE | Is.INNER)):
            first -= 1
            if masks[first] & Is.DETERMINER and not (masks[first] & Is.GENITIVE and first > 0 and c.capital(first - 1)):
                break
        if first > 0 and first < stop and masks[first - 1] & Is.DETERMINER:
            first -= 1
        return (first, stop) if any(c.capital(n) for n in range(first, stop)) else None

    def topic(self, first: int, stop: int) -> Range | None:
        """The name that the sentence opens with, else the first role before any comma that is no object by its article,
        nor behind a preposition, with its name."""
        c, masks = self.c, self.c.masks
        dash = next((n for n in range(first, min(first + _LONGEST_DATELINE, stop)) if masks[n] & Is.DASH), first)
        if not any(c.words[n].isalpha() and not c.capital(n) for n in range(first, dash)):
            first = min(dash + (dash > first), stop - 1)
        if self.is_name[first] and not masks[first] & _GENERIC:
            return self.runs(first, stop)[0]
        if masks[first] & Is.DETERMINER and first + 3 < stop:
            named = next((run for run in self.runs(first + 2, min(first + 7, stop)) if run[0] == first + 2), None)
            if named and named[1] - named[0] > 1 and c.capital(first + 1):
                return first, named[1]  # "Der Agent Jan Pohl"
        for number in range(first, stop):
            if masks[number] & Is.COMMA:
                return None
            if not masks[number] & Is.ROLE or not c.capital(number):
                continue
            start = number
            while start > first and number - start < _LONGEST_TITLE and not masks[start - 1] & (_SMALL | Is.TERMINAL):
                start -= 1
            before = masks[start - 1] if start > first else 0
            owned = before & Is.GENITIVE and start - 1 > first and c.capital(start - 2)
            if before & (Is.PREPOSITION | Is.OBLIQUE | Is.POSSESSIVE) or owned:
                continue
            end = number + 1
            while end < stop and c.capital(end):
                end += 1
            return (start - bool(before & Is.DETERMINER), end) if before & Is.DETERMINER else (number, end)
        return None

    def _is_name_word(self, number: int) -> bool:
        c = self.c
        mask = c.masks[number]
        if mask & Is.NAMED and (mask & Is.OUTLET or c.capital(number)):
            return True  # agencies write themselves small ("dpa")
        if not c.capital(number):
            return False
        if (mask & Is.INSIDE and c.masks[c.phrase_start(number)] & _SMALL) or mask & (_COMMON | _SMALL):
            return False
        if (
            number in self.openers
            and number + 1 < len(c.masks)
            and c.capital(number + 1)
            and c.masks[number + 1] & _COMMON
        ):
            return False  # "Westlichen Erkenntnissen"
        return not self._described(number)

    def _described(self, number: int) -> bool:
        """Whether an article stands right before the word and another noun right after it: a profession or the like."""
        c = self.c
        if (
            number == 0
            or number + 1 >= len(c.masks)
            or not c.masks[number - 1] & Is.DETERMINER
            or c.masks[number] & _GENERIC
            or self._initialled(number)
        ):
            return False
        return (
            c.capital(number + 1)
            and not c.masks[number + 1] & (_COMMON | _GENERIC | Is.NAMED)
            and self._touches(number)
        )

    def _initialled(self, number: int) -> bool:
        """Whether the word has capitals inside it ("IHK", "GdP"), and is no compound ("CDU-Chefin")."""
        word = self.c.text[self.c.starts[number] : self.c.ends[number]]
        return word.isalpha() and not word[1:].islower() and len(word) > 1

    def _choose(self, runs: list[Range], source: Range) -> Range | None:
        """The run that names the source: after its last role noun, else in an apposition, else the first."""
        c, masks = self.c, self.c.masks
        comma = next((n for n in range(*source) if masks[n] & Is.COMMA), source[1])
        if source[1] - source[0] > 2 and masks[source[0]] & Is.DETERMINER and masks[source[0] + 1] & Is.PREPOSITION:
            runs = runs[1:]  # "dem von der Hamas kontrollierten Ministerium": inside the attribute
        if title := self._title(*source):
            return title
        if runs and any(masks[n] & Is.DOCUMENT and c.capital(n) for n in range(source[0], runs[0][0])):
            return None
        if listed := self._list(runs, source):
            return listed
        if runs and runs[0][0] > source[0] and masks[runs[0][0] - 1] & (Is.NUMBER | Is.SPELLED):
            return None  # "30 Prozent der Befragten"
        names = [self._bare(run) for run in runs]
        roles = [n for n in range(source[0], comma) if masks[n] & (Is.ROLE | Is.ANONYMOUS) and c.capital(n)]
        if not roles:
            first = next((run for run in names if run is not None and run[0] < comma), None)
            generic = bool(runs) and names[0] is None
            return None if first is None or generic else self._with_others(first, runs, comma)
        titled = [run for run in runs if run[0] - 1 in roles and run[1] <= comma]
        if len(titled) > 1 and any(masks[n] & Is.CONJUNCTION for n in range(titled[0][1], titled[-1][0])):
            return titled[0][0], titled[-1][1]  # "Ministerin Eva Roth und Minister Jan Pohl"
        described = any(run[0] == comma + 1 and run[1] - run[0] > 1 for run in runs)  # "Chef von Kiel, Jan Pohl"
        for run in runs:
            named = run[0] == roles[-1] + 2 and not described and masks[run[0] - 1] & Is.LINK
            # "eine Frau namens Eva Pohl"
            named = named and not (masks[run[0] - 1] & Is.BY and masks[source[0]] & Is.A)  # "ein Sprecher von Krug"
            if (run[0] == roles[-1] + 1 or named) and run[1] <= comma:
                return self._bare(run) or run
        for run in (run for run in names if run is not None):
            titled_only = all(masks[n] & Is.ROLE or c.words[n] == "." for n in range(comma + 1, run[0]))
            apposed = run[0] > comma and titled_only and run[1] - run[0] > 1  # ", Dr. Eva Roth"
            late = roles[-1] < run[0] < comma and run[1] == comma and run[1] - run[0] > 1 and run not in runs
            if apposed or late:
                return run
        return None

    def _list(self, runs: list[Range], source: Range) -> Range | None:
        """All of a source that is nothing but several names ("der Polizei, der Stadt und dem Roten Kreuz")."""
        if len(runs) < 2 or runs[0][0] - source[0] > 1 or not self.c.masks[runs[0][1]] & Is.COMMA:
            return None
        return (runs[0][0], source[1]) if self.enumerates(runs[0][1], source[1]) else None

    def enumerates(self, comma: int, stop: int) -> bool:
        """Whether `comma` stands in a list that reaches to `stop`, "and" before its last, and before no apposition."""
        c, masks = self.c, self.c.masks
        if comma + 1 < len(masks) and masks[comma + 1] & Is.ROLE & ~masks[comma - 1]:
            return False  # "Eva Roth, Gründerin und Chefin"
        small = Is.COMMA | Is.CONJUNCTION | Is.DETERMINER
        if not all(c.capital(n) or masks[n] & small for n in range(comma, stop)):
            return False
        return any(masks[n] & Is.CONJUNCTION for n in range(comma, stop))

    def _title(self, first: int, stop: int) -> Range | None:
        """The words in the quotation marks of a source that is an article, a noun for a body or an outlet at most, and
        a quoted name ("des Magazins „Blick“")."""
        masks = self.c.masks
        quote = next((n for n in range(first, min(stop, first + 6)) if masks[n] & Is.QUOTE), None)
        if quote is None or stop - quote < 3 or not masks[stop - 1] & Is.QUOTE or not self.c.capital(quote + 1):
            return None
        if any(self.c.capital(n) and not masks[n] & (_GENERIC | Is.DETERMINER) for n in range(first, quote)):
            return None
        return quote + 1, stop - 1

    def _type(self, source: Range, name: Range | None, kinds: int) -> str:
        if name is not None and name == self._title(*source):
            heads = (self.c.masks[n] & _GENERIC for n in range(source[0], name[0]))
            return "organisation" if any(head == Is.BODY for head in heads) else "outlet"
        kind = super()._type(source, name, kinds)
        initials = name is not None and self._initialled(name[0]) and self.c.ends[name[0]] - self.c.starts[name[0]] > 2
        return "organisation" if kind == "person" and initials else kind  # "GdP Berlin", but not "JD Vance"

    def _role_leads(self, source: Range) -> bool:
        heads = (self.c.masks[n] for n in range(*source) if self.c.masks[n] & (Is.ROLE | _GENERIC))
        return next(heads, 0) & (Is.ROLE | _GENERIC) == Is.ROLE

    def _inside_name(self, first: int, end: int) -> bool:
        c, masks = self.c, self.c.masks
        ahead = next((n for n in range(end + 1, min(end + 4, len(masks))) if c.capital(n)), end)
        body = any(masks[n] & (_GENERIC | Is.DOCUMENT) for n in range(first, end))
        if c.words[end] == "&" or (masks[end - 1] & Is.LINK and masks[end] & Is.DETERMINER):
            return True  # "HSBC Lang & Schwarz", "Jan Van der Pol"
        if masks[end] & Is.LINK and masks[end] & Is.INNER and ahead + 1 < len(masks) and c.capital(ahead + 1):
            return False  # "Eva Roth vom Verband Rad"
        if masks[end] & Is.LINK:  # "Ursula von der Leyen", but "Händler von der EZB"
            return not (masks[ahead] & (_GENERIC | Is.NAMED) or body or self._acronym(ahead))
        if masks[end] & (Is.GENITIVE | Is.INNER) and not (
            body or any(masks[n] & Is.DOCUMENT for n in range(first, end))
        ):
            return False  # "der Umsatz der Gruppe"
        inside = masks[end] & (Is.GENITIVE | Is.INNER) or c.words[end] in ".&"
        return bool(inside) and super()._inside_name(first, end)

    def _acronym(self, number: int) -> bool:
        return self.c.text[self.c.starts[number] : self.c.ends[number]].isupper()

    def _grow(self, first: int, stop: int) -> Range:
        grown, last = super()._grow(first, stop)
        link = grown
        while link > 0 and self.c.masks[link - 1] & (Is.LINK | Is.DETERMINER) and not self.c.capital(link - 1):
            link -= 1
        linked = link < grown and self.c.masks[link] & Is.LINK and not self._acronym(grown)
        if linked and link > 0 and self.is_name[link - 1]:
            before = super()._grow(link - 1, link)  # "Ursula von der | Leyen"
            if not any(self.c.masks[n] & _GENERIC for n in range(*before)):
                return before[0], last
        while grown < first and self.c.masks[grown] & _GENERIC and not self.c.masks[grown] & (Is.NAMED | Is.PLACED):
            grown += 1
        return grown, last

    def _in_headline(self, first: int, stop: int) -> bool:  # noqa: ARG002 - what other languages ask
        """Never: short sentences are mostly nouns ("Das sagte Rektorin Eva Roth am Montag")."""
        return False

    def _introduced(self, key: list[str], full: str) -> str:
        """As for all names; but what stands in brackets after a person is a party ("Merkel (CDU)")."""
        named = super()._introduced(key, full)
        if len(key) == 1 and named.lower().endswith(f" ({key[0]})"):
            holder = named.partition(" (")[0].lower().split()
            body = any(self.c.class_of(word) & (_GENERIC | Is.DOCUMENT) for word in holder)
            initials = "".join(word[0] for word in holder)
            return named if body or initials == key[0] else full  # "Eva Roth (CDU)"
        return full if named.startswith(f"{full} (") and not self._is_body(key) else named

    def _is_body(self, key: list[str]) -> bool:
        return any(self.c.masks[self.c.words.index(word)] & _GENERIC for word in key)

    def _bare(self, run: Range) -> Range | None:
        """The name without the words that say what it is ("Nachrichtenagentur | Reuters"); None if nothing is left."""
        first, stop = run
        masks = self.c.masks
        while first < stop and masks[first] & _GENERIC and not (masks[first] & Is.NAMED or self._initialled(first)):
            if first in self.c.stops:
                break  # "New York Times"
            named = first + 1 < stop and self._initialled(first + 1)
            if first + 1 < stop and not (self.is_name[first + 1] and (named or not masks[first] & Is.PLACED)):
                break  # "Landgericht Hamburg", "Bundesagentur für Arbeit", but "Geheimdienst | NIS"
            first += 1
        return (first, stop) if first < stop else None
