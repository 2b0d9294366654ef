"""Names in noun phrases whose noun stands last: owners and names before it only say more of it."""

from collections.abc import Iterator
from itertools import pairwise

from factkit.extraction.clauses import Range
from factkit.extraction.names import Names
from factkit.extraction.vocabulary import Is

_EDGE = Is.COMMA | Is.BRACKET | Is.DASH
_JOINT = Is.PREPOSITION | Is.INNER | Is.BY | Is.PARTICIPLE | Is.FINITE  # what follows describes the noun before it
_PERSON = Is.ROLE | Is.ANONYMOUS
_MORE = _EDGE | _JOINT | _PERSON | Is.BODY | Is.OUTLET | Is.DOCUMENT | Is.OWNS | Is.CONJUNCTION
_TITLED = Is.ROLE | Is.DETERMINER
_PLACED = 5  # tokens of "a Dover, Ohio-based firm"


class NounLastNames(Names):
    """The names of one article in a language like English ("Ann Pike's office", "the Peruvian daily Norte")."""

    __slots__ = ()

    def _is_name_word(self, number: int) -> bool:
        c = self.c
        if c.masks[number] & Is.MODAL:
            return bool(number) and c.surnamed(number)  # "Theresa May"
        if not super()._is_name_word(number):
            return False
        behind = c.masks[min(number + 1, len(c.masks) - 1)]
        if number > 1 and c.words[number] in c.calendar and c.words[number] not in c.months:
            return not (c.capital(number - 1) and c.capital(number - 2))  # "Ann Pike | Tuesday accused …"
        if number in self.openers and c.masks[number] & Is.FINITE and behind & (_PERSON | Is.DOCUMENT | Is.BODY):
            return False  # "Unverified reports"
        counts = number in self.openers and c.masks[number] & (Is.SPELLED | Is.NUMBER)
        return not counts or c.capital(min(number + 1, len(c.masks) - 1))  # "Six in 10", but "Seven Network"

    def _choose(self, runs: list[Range], source: Range) -> Range | None:
        """The run that names the source, not what the source belongs to or is described with."""
        masks, first = self.c.masks, source[0]
        if len(runs) > 1 and masks[runs[0][1]] & Is.CONJUNCTION and runs[1][0] == runs[0][1] + 1:
            titled = any(masks[n] & Is.ROLE for n in range(runs[1][0] + 1, runs[1][1]))
            titled = titled and runs[0][0] == first and not masks[runs[1][0]] & (Is.ROLE | Is.PLACE)
            if titled and runs[0][1] - runs[0][0] == 1 and not masks[runs[0][0]]:
                runs = runs[1:]  # "Information and | Strategy Commissioner Ann Pike"
        if not runs or (runs[0] == source and not any(masks[n] & _MORE for n in range(*source))):
            return runs[0] if runs else None  # mostly nothing but a name
        edge = next((n for n in range(first + 1, source[1]) if masks[n] & _EDGE), source[1])
        if edge < source[1] and masks[edge] & Is.COMMA and (listed := self._listed(runs, source)):
            return listed
        if (
            edge < len(masks)
            and masks[edge] & Is.DASH
            and self.c.words[edge - 1].endswith(self.c.plurals)
            and masks[edge - 1] & _PERSON
        ):
            return None  # "Three senators — Ann Holt, Bob Marsh and Ida Lund —"
        stop = next((n for n in range(first + 1, edge) if self._is_joint(n, runs)), edge)
        owner = next((n for n in range(stop - 2, first, -1) if masks[n] & Is.OWNS and self._owns(n, runs)), None)
        if owner is not None:
            return self._owned(runs, owner, stop) or self._apposed(runs, edge)
        inner = [run for run in runs if run[0] < stop]
        if stop < edge:
            document = any(masks[n] & Is.DOCUMENT for n in range(first, stop))
            named = self._maker(runs, stop, edge) if document else self._late(runs, first, stop, edge)
            if not inner or (named and not document):
                return named or self._apposed(runs, edge)
        beside = next((run for run in inner if self._introduced_by_kind(run, first)), None)
        if beside:
            return self._pair(self._strip_roles(beside), runs, stop)
        name = super()._choose(inner, (first, stop)) if inner else super()._choose(runs, source)
        if name is None or self._modifies(name, first, stop) or self._generic(name, first):
            return self._apposed(runs, edge)
        return self._pair(name, runs, stop)

    def _listed(self, runs: list[Range], source: Range) -> Range | None:
        """All whom a list names that "and" closes, behind a comma or behind a name with a comma before it ("Ann Lee,
        R-Ohio, and Tom Ray", "Ann Lee, Jo Orr and Tom Ray")."""
        masks, head = self.c.masks, runs[0]
        if any(not masks[n] & _TITLED for n in range(source[0], head[0])):
            return None
        for before, run in pairwise(runs):
            joint = run[0] - 1
            while joint > before[1] and masks[joint] & _TITLED:
                joint -= 1
            member = before[0] - 1
            while member > head[0] and masks[member] & _TITLED:
                member -= 1
            apart = masks[joint - 1] & Is.COMMA or (joint == before[1] and masks[member] & Is.COMMA)
            if masks[joint] & Is.CONJUNCTION and apart and run[1] - run[0] > 1:
                return self._strip_roles(head)[0], run[1]
        return None

    def enumerates(self, comma: int, stop: int) -> bool:
        """Whether the comma parts those who speak together ("the police, the army and the navy")."""
        masks = self.c.masks
        joint = next((n for n in range(comma + 1, stop - 1) if masks[n] & Is.CONJUNCTION), None)
        if joint is None or any(masks[n] & Is.RELATIVE for n in range(comma, joint)):
            return False
        return all(masks[n] & Is.DETERMINER and not masks[n] & (Is.A | Is.PRONOUN) for n in (comma + 1, joint + 1))

    def without_place(self, source: Range) -> Range:
        """The noun behind a town and its state, where the article is its own ("The Dover, Ohio, | company", "a Dover,
        | Ohio-based company")."""
        c, masks, (first, stop) = self.c, self.c.masks, source
        if not masks[first] & Is.DETERMINER or masks[first] & Is.PRONOUN or stop - first < _PLACED:
            return source
        comma = next((n for n in range(first + 2, stop - 2) if masks[n] & Is.COMMA), None)
        if comma is None or c.capital(stop - 1) or not all(map(c.capital, (*range(first + 1, comma), comma + 1))):
            return source
        if "-" in c.words[comma + 1]:
            return comma + 1, stop
        end = next((n for n in range(comma + 2, stop - 1) if masks[n] & Is.COMMA), stop)
        apposed = end + 1 >= stop or masks[end + 1] & (Is.DETERMINER | Is.RELATIVE)
        return source if apposed else (end + 1, stop)

    def antecedent(self, stop: int) -> Range | None:
        """The noun phrase before a relative pronoun: the name there with its title, else all of it."""
        phrase = super().antecedent(stop)
        run = next(iter(reversed(self.runs(*phrase))), None) if phrase else None
        if run is None or phrase is None or run[1] != stop or run[1] - run[0] < 2:
            return phrase
        first = run[0]
        while first > phrase[0] and self.c.masks[first - 1] & Is.ROLE:
            first -= 1
        return first, stop

    def _grow(self, first: int, stop: int) -> Range:
        """As for all names; no preposition with a capital opens one ("To Ann Holt")."""
        start, end = super()._grow(first, stop)
        while start < first and self.c.masks[start] & Is.PREPOSITION:
            start += 1
        if end < len(self.c.masks) and self.c.masks[end] & Is.FIRM and self.is_name[end] and self._touches(end - 1):
            end += 1  # "Dover Mills | Inc"
        return start, end

    def _is_joint(self, number: int, runs: list[Range]) -> bool:
        """Whether the noun phrase's own words end here and a complement starts; small words of a name are none."""
        return bool(self.c.masks[number] & _JOINT) and not any(first <= number < stop for first, stop in runs)

    def _owns(self, number: int, runs: list[Range]) -> bool:
        """Whether an owner ends here: not inside a body's name ("Prime Minister's Office")."""
        around = next((run for run in runs if run[0] < number < run[1]), None)
        return around is None or not any(self.c.masks[n] & Is.BODY for n in range(*around))

    def _owned(self, runs: list[Range], owner: int, stop: int) -> Range | None:
        """Who is named behind an owner ("Birch's Ann Holt"); a document speaks for the owner."""
        masks = self.c.masks
        behind = [(max(run[0], owner + 1), run[1]) for run in runs if owner + 1 < run[1] <= stop]
        last = behind[-1] if behind and behind[-1][1] == stop else None
        if last and any(masks[n] & Is.BODY for n in range(*last)):  # "Peru's Health Ministry": whose tells which
            return next(run[0] for run in runs if run[1] in (owner, last[1])), last[1]
        if last and (last[1] - last[0] > 1 or masks[last[0] - 1] & Is.ROLE):
            return self._strip_roles(last)
        if any(masks[n] & Is.DOCUMENT for n in range(owner + 1, stop)):
            return next((self._strip_roles(run) for run in runs if run[1] == owner), None)
        return None

    def _late(self, runs: list[Range], first: int, stop: int, edge: int) -> Range | None:
        """The name at the end of a long title ("vice president for sales Ann Holt")."""
        masks, (begin, end) = self.c.masks, runs[-1]
        if end != edge or begin <= stop + 1 or masks[begin - 1] & (_JOINT | Is.DETERMINER | Is.OWNS | Is.CONJUNCTION):
            return None
        name = self._strip_roles((begin, end))
        titled = any(masks[n] & Is.ROLE for n in range(first, stop))
        return name if titled and name[1] - name[0] > 1 else None

    def _maker(self, runs: list[Range], stop: int, edge: int) -> Range | None:
        """Who made a document ("figures from the Dover Port Authority"): not what it is about, nor where it lies."""
        masks = self.c.masks
        for first, last in runs:
            before = first - 1
            while before > stop and masks[before] & (Is.DETERMINER | Is.ROLE):
                before -= 1
            if stop <= before and last <= edge and masks[before] & Is.MAKER:
                end = next((n for n in range(last, edge) if masks[n] & _JOINT), edge)
                return self._with_body(self._strip_roles((first, last)), first, end)  # "of Peruvian | intelligence"
        return None

    def _apposed(self, runs: list[Range], edge: int) -> Range | None:
        """The name right behind the comma ("the head of the bank, Ann Holt")."""
        run = next((run for run in runs if run[0] == edge + 1), None)
        return self._strip_roles(run) if run and run[1] - run[0] > 1 else None

    def _introduced_by_kind(self, run: Range, first: int) -> bool:
        """Whether a small noun for a body or an outlet stands right before its name ("the newspaper | Norte")."""
        before = run[0] - 1
        return before >= first and bool(self.c.masks[before] & (Is.OUTLET | Is.BODY)) and not self.c.capital(before)

    def _modifies(self, name: Range, first: int, stop: int) -> bool:
        """Whether a common noun follows the name, which only describes it ("140 House members")."""
        end = name[1]
        if any(self.c.masks[n] & Is.DOCUMENT for n in range(end, stop)):  # a document speaks for who made it
            return end - name[0] == 1 and self.c.words[name[0]].endswith(self.c.peoples)
        if end >= stop or self.c.masks[end] or not self.c.words[end].isalpha() or self.c.capital(end):
            return False
        return name[0] > first or self.c.words[end].endswith(self.c.plurals)

    def _generic(self, name: Range, first: int) -> bool:
        """Whether the capitals are only those of a common noun ("a new super PAC")."""
        return bool(self.c.masks[first] & Is.A) and all(self.c.masks[n] & (Is.BODY | Is.INSIDE) for n in range(*name))

    def _pair(self, name: Range, runs: list[Range], stop: int) -> Range:
        """The name together with the one joined to it, with its title ("Mr. Lund and Senator Ida Marsh")."""
        masks, words = self.c.masks, self.c.words
        for first, last in self._neighbours(runs, name):
            low, high = (last, name[0]) if last <= name[0] else (name[1], first)
            between = [masks[n] for n in range(low, high) if words[n] != "."]
            joins = [mask for mask in between if mask & Is.CONJUNCTION]
            if len(joins) == 1 and all(mask & (_TITLED | Is.CONJUNCTION) for mask in between) and last <= stop:
                return self._with_title(min(first, name[0])), max(last, name[1])
        return name

    def _neighbours(self, runs: list[Range], name: Range) -> Iterator[Range]:
        """The runs right before and right behind the one that `name` is in."""
        before = [run for run in runs if run[1] <= name[0]]
        behind = [run for run in runs if run[0] >= name[1]]
        yield from before[-1:]
        yield from behind[:1]
