"""Parties of an article: those whom its sources name or describe, and what the words tell of each."""

from collections.abc import Sequence
from typing import NamedTuple

from factkit.extraction.case_names import CaseNames
from factkit.extraction.clauses import Clauses, Range
from factkit.extraction.drafts import Draft
from factkit.extraction.holders import Holders
from factkit.extraction.model import Document
from factkit.extraction.names import Names
from factkit.extraction.noun_last import NounLastNames
from factkit.extraction.nouns import NounNames
from factkit.extraction.vocabulary import VERB_CUE, Is

_LONGEST_ENDING = 5  # letters in which two forms of one word differ; compounds have more
_SHORTEST_HEAD = 4  # letters of a noun that a compound may end in ("Stiftung", "Hirnstiftung")
_LAST_LATIN = "\u024f"  # of the Latin letters with and without marks
_SYLLABLE = 3  # letters of "ministry" that a short name may begin with ("Minsanté")
HEAD = Is.ROLE | Is.BODY | Is.DOCUMENT | Is.OUTLET | Is.ANONYMOUS
GROUPS = frozenset({"organisation", "outlet"})
RECENT = 4  # parties among whom whoever carries on is looked for
LONGEST_TITLE = 10  # tokens of a name with its title
REACH = 200  # tokens that a pronoun may lie behind the name it stands for, where no source was named before


class Party(NamedTuple):
    """Someone in a chain: resolved name, words as written with their place, role and type."""

    name: str
    words: Range | None
    role: Range | None
    type: str


class Parties:
    """Those whom one article's drafts name, and what their words tell of them: gender, number, kind of body."""

    __slots__ = (
        "_agreement",
        "_articled",
        "_articles",
        "_by_role",
        "_by_word",
        "_carrying",
        "_cited",
        "_content",
        "_document",
        "_either",
        "_female_roles",
        "_firsts",
        "_follows",
        "_gender",
        "_genders",
        "_holders",
        "_kin",
        "_male_roles",
        "_ministries",
        "_open_roles",
        "_papers",
        "_persons",
        "_several",
        "_spoke",
        "_transcribes",
        "_unnamed",
        "_verb_kinds",
        "c",
        "drafts",
        "names",
    )

    def __init__(self, document: Document, clauses: Clauses, drafts: Sequence[Draft]) -> None:
        self.c, self.drafts = clauses, drafts
        self._firsts = document.sentence_firsts
        starts = set(self._firsts)
        starts |= {number + 1 for number in clauses.jump}
        self.names = _names(document, clauses, frozenset(starts))
        people = document.pack.people
        self._genders = {
            word.lower(): kind for kind in ("male", "female", "neuter", "plural") for word in getattr(people, kind)
        }
        self._either, self._articled = frozenset(people.either), people.articled
        self._ministries, self._kin = frozenset(people.ministries), frozenset(document.pack.figures.kin)
        self._several, self._female_roles, self._male_roles, self._open_roles = (
            tuple(ending.strip("~") for ending in endings)
            for endings in (people.several, people.female_roles, people.male_roles, people.open_roles)
        )
        self._carrying: tuple[int, Party] | None = None  # where speech was carried on last, and whose
        self._follows = False  # whether the claim whose source is looked for comes after it
        self._content: Range = (0, 0)  # where that claim stands
        self._unnamed: set[str] = set()  # those whom the article only describes
        self._spoke: list[Party] = []
        self._cited: dict[Range, Party] = {}
        self._papers: list[tuple[Range, Party]] = []  # documents of bodies, as described, with those bodies
        self._document: Party | None = None  # the last document that spoke, for what goes on before anybody else does
        self._gender: dict[str, str] = {}
        self._by_role: list[tuple[int, str, str]] | None = None
        self._by_word: dict[str, tuple[list[int], list[str]]] = {}
        self._persons: dict[str, tuple[int, set[str]]] | None = None
        shown = (("male", people.masculine), ("female", people.feminine), ("plural", people.many))
        self._articles = [
            (kind, frozenset(words), tuple(word[1:] for word in words if word[0] == "~"))
            for kind, words in shown
            if words
        ]
        self._transcribes = bool(document.pack.cases.endings)
        cased = self.names if isinstance(self.names, CaseNames) else None
        self._holders = Holders(clauses, people.alike, cased.stems) if cased else None
        agreement = document.pack.cases.agreement
        self._agreement = [(kind, tuple(e.strip("~") for e in endings)) for kind, endings in agreement.items()]
        self._verb_kinds = (
            {draft.source: self._verb_kind(draft) for draft in drafts if draft.source} if self._agreement else {}
        )  # what the cue's ending tells of its subject

    def foreign(self, party: Party) -> bool:
        """Whether a name without a role keeps foreign letters, as outlets' names do where people's are transcribed."""
        return self._transcribes and party.role is None and max(party.name, default="") <= _LAST_LATIN

    def _verb_kind(self, draft: Draft) -> str | None:
        if draft.cue is None or not draft.mask & VERB_CUE:
            return None
        word = self.c.words[draft.cue[1] - 1]
        return next((kind for kind, endings in self._agreement if word.endswith(endings)), None)

    def _gender_of(self, party: Party, default: str) -> str:
        """The party's gender: as somebody referred to it, else as its article shows it ("Le vice-ministre X")."""
        if party.name in self._gender or not self._articles or party.role is None:
            return self._gender.get(party.name, default)
        shown = self._shown(party.role) or (self._shown(party.words) if party.words else None)
        return shown if shown in {"male", "female"} else default

    def _shown(self, words: Range) -> str | None:
        """Gender or number as the first word of a source that has any shows it."""
        for number in range(*words):
            word = self.c.words[number]
            for kind, exact, endings in self._articles:
                if word in exact or word.endswith(endings):
                    return kind
            if self.c.head_first and not self.c.masks[number] & (Is.DETERMINER | Is.PREPOSITION | Is.GENITIVE):
                break  # what hangs on a noun shows nothing of it
        return None

    def _has_plural_article(self, first: int, head: int) -> bool:
        """Whether a word before the noun tells that it stands for several ("les", "varios")."""
        plural = [words for kind, words, _ in self._articles if kind == "plural"]
        return any(self.c.words[n] in words for words in plural for n in range(first, head))

    def _many(self, words: Range) -> bool:
        return (bool(self._articles) and self._shown(words) == "plural") or self._verb_kinds.get(words) == "plural"

    def _two_bodies(self, party: Party) -> bool:
        """Whether the party is two bodies that spoke as one ("Polizei und Feuerwehr")."""
        first, stop = party.words or (0, 0)
        masks = self.c.masks
        joined = stop - first > 2 and masks[stop - 2] & Is.CONJUNCTION
        return bool(joined and masks[stop - 1] & masks[stop - 3] & Is.BODY)

    def _role_gender(self, role: str) -> str | None:
        """What the ending of a role tells, where the pack knows endings."""
        if not role or not self._female_roles:
            return None
        if role.endswith(self._female_roles):
            return "female"
        if self._male_roles:
            return "male" if role.endswith(self._male_roles) else None
        return None if role.endswith(self._open_roles) else "male"

    def _is_several(self, head: int) -> bool:
        """Whether the role at `head` is several people's: after an article of a woman or several, and no woman's."""
        word, before = self.c.words[head], self.c.words[head - 1] if head else ""
        if word.endswith(self.c.plurals):
            return True
        mask = self.c.masks[head - 1] if head else 0
        if mask & Is.GENITIVE and not mask & (Is.OBLIQUE | Is.A):  # "nach Ansicht der Zeugen"
            return word.endswith(self._several) and not word.endswith(self._female_roles)
        many = word.endswith(self._several) or not word.endswith(self._open_roles)
        return before in self._either and many and not word.endswith(self._female_roles)

    def _may_be(self, party: Party, head: int) -> bool:
        """Whether 'the police' or 'the agency' can mean `party`: the same word is in its name or role, or the word
        says nothing of its own (the pack's anaphoric nouns)."""
        mask = self.c.masks[head]
        if mask & Is.ANAPHORIC and not (mask & Is.FIRM and self._is_authority(party)):
            return self.c.words[head] not in self._ministries or self._may_be_ministry(party, head)
        return self._called(party, head)

    def _may_be_ministry(self, party: Party, head: int) -> bool:
        """Whether the party is so called, or by a name that tells no other kind of body ("the MoD")."""
        short = self.c.words[head][:_SYLLABLE]
        words = party.name.lower().split()
        abbreviated = party.name.isupper() or not self.c.class_of(words[0]) & Is.BODY
        alone = len(words) == 1 and (abbreviated or words[0].startswith(short))
        return alone or self._called(party, head)

    def _is_authority(self, party: Party) -> bool:
        """Whether the name holds nothing but nouns for bodies, none of them a firm's."""
        kinds = map(self.c.class_of, party.name.lower().split())
        return all(kind & Is.BODY and not kind & Is.NAMED for kind in kinds)

    def _called(self, party: Party, head: int) -> bool:
        """Whether the word at `head` is in the party's name or role, alone or at the end of a compound."""
        word, role = self.c.words[head], self.names.surface(party.role) if party.role else ""
        return any(
            same_stem(word, other) or (len(word) > _SHORTEST_HEAD and other.endswith(word))
            for other in f"{party.name} {role}".lower().split()
        )

    def _is_name(self, party: Party) -> bool:
        return any(character.isupper() for character in party.name)

    def party(self, source: Range) -> Party:
        """Who the words of `source` mean."""
        raise NotImplementedError


def _names(document: Document, clauses: Clauses, sentence_starts: frozenset[int]) -> Names:
    """The reader of names for the language: by capitals alone, or where nouns have them, too, or where names
    inflect."""
    if document.pack.cases.endings:
        return CaseNames(clauses, sentence_starts, document.pack.cases)
    grammar = document.pack.grammar
    kind = NounNames if grammar.nouns_capitalised else NounLastNames if grammar.owning else Names
    return kind(clauses, sentence_starts)


def same_stem(left: str, right: str) -> bool:
    """Whether two words differ only in the ending that number, gender, case or article gives them."""
    shared = min(len(left), len(right))
    while left[:shared] != right[:shared]:
        shared -= 1
    longest = max(len(left), len(right))
    return shared >= max(4, min(len(left), len(right)) - 2) and longest - shared <= _LONGEST_ENDING
