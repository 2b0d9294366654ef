"""A pack's words as classes: every token gets a bit mask, looked up once per distinct word."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factkit.extraction import word_classes
from factkit.extraction.lexicon import Memory
from factkit.languages import LanguagePack, load_pack
from factkit.languages.schema import Cues, Grammar, Markers, Numbers, Particles, People, Words
from factkit.reading.segments import TERMINALS, tokenize

Is = word_classes
VERB_CUE = Is.CLAUSE | Is.OBJECT | Is.INFINITIVE | Is.FIGURE
EDGE = Is.COMMA | Is.TERMINAL | Is.COLON | Is.SEMICOLON | Is.DASH | Is.BRACKET
CUE_START = (  # a cue, a cue noun or a source marker
    VERB_CUE | Is.PASSIVE | Is.MARKER | Is.MARKER_AFTER | Is.NOUN_CUE | Is.CITING | Is.CITED_BY | Is.IDIOM
    | Is.FRAMING | Is.GAPPED | Is.TRAILING | Is.WHOLE | Is.IMPERSONAL | Is.QUOTING | Is.MARKER_HEAD
)  # fmt: skip
# What a capital inside a sentence turns into a name ("Kelly", "Ted", "Fernando").
NAMED = Is.ADVERB | Is.FINITE | Is.PARTICIPLE
# What is looked for all over a text: a byte for each token tells what it may be, and a pattern finds the bytes.
_SOUGHT = (Is.PHRASE, Is.PRONOUN, NAMED, Is.TERMINAL, Is.ROLE, Is.QUOTE, Is.NUMBER, CUE_START)
_FINDERS = {
    kind: re.compile(b"[%b]" % b"".join(b"\\x%02x" % sort for sort in range(256) if sort >> bit & 1))
    for bit, kind in enumerate(_SOUGHT)
}
_MARKS = {
    Is.COMMA: ",，、",
    Is.COLON: ":：",
    Is.SEMICOLON: ";；",
    Is.DASH: "—–-‒―",
    Is.BRACKET: "()[]（）",
}
_LOOSE = Is.ADVERB | Is.TIME  # what may stand behind the first word of a cue of several
_SEVERAL = Is.ROLE | Is.BODY | Is.OUTLET | Is.ANONYMOUS  # what a noun for several is without its ending
_OWN = "+"  # before the word of a phrase with which its content opens ("claimed +responsibility")
_GAP = "…"  # between the pieces of a cue ("teilte … mit")
_APOSTROPHES = "'’"
_JOINED = "-‐‑"
# The words after the second, the classes and their byte, and how many tokens the phrase is long without its "that".
_Phrase = tuple[tuple[str, ...], int, int, int]


class Classes(NamedTuple):
    """The mask of every token, where phrases end ({first token: one past the last}), and what tokens may be."""

    masks: list[int]
    stops: dict[int, int]
    sorts: bytearray

    def places(self, kind: int) -> list[int]:
        """The tokens that are of `kind`, one of those that are looked for all over a text."""
        masks = self.masks
        return [place for found in _FINDERS[kind].finditer(self.sorts) if masks[place := found.start()] & kind]


class Vocabulary:
    """The classes of a language's words and phrases."""

    __slots__ = (
        "_common",
        "_cues",
        "_heads",
        "_known",
        "_longest",
        "_loose",
        "_phrases",
        "_plural",
        "_tails",
        "_words",
        "gaps",
        "handing",
        "offices",
        "priced",
        "sorts",
    )

    def __init__(self, pack: LanguagePack) -> None:
        self._words: dict[str, int] = {}
        self._tails: dict[str, int] = {}
        self._heads: dict[str, int] = {}
        self._loose = VERB_CUE if pack.grammar.head_first else Is.OBJECT | Is.PASSIVE if pack.grammar.finite else 0
        self._common = frozenset(pack.people.common)
        self.offices = frozenset(pack.people.offices)
        self.handing = frozenset(pack.grammar.handing)
        units = (pack.figures.units.get("percent", ()), *pack.figures.currencies.values())
        self.priced = frozenset(word for words in units for word in words)  # what follows the number of a rate or sum
        self._plural = pack.particles.plural
        self._known = Memory(self.class_of)
        self.sorts: Memory[str, int] = Memory(lambda word: _sort(self.class_of(word)))
        phrases: dict[tuple[str, ...], int] = {}
        self.gaps: dict[str, dict[str, int]] = {}
        self._cues: dict[tuple[str, ...], int] = {}  # how many words of a phrase are the cue, if others are content
        for label, words in _classes(pack):
            for entry in words:
                for typed in _typings(entry):
                    self._add(_pieces(typed.strip("~").replace(_OWN, ""), pack), typed, label, phrases)
        for mark, characters in _MARKS.items():
            for character in characters:
                self._words[character] = mark
        self._words |= dict.fromkeys(TERMINALS, Is.TERMINAL) | {"--": Is.DASH, "---": Is.DASH}
        for mark_ in quotation_marks(pack):
            self._words[mark_] = Is.QUOTE
        self._phrases: dict[str, dict[str, list[_Phrase]]] = {}  # by their first and second word, the longest first
        for (first, second, *rest), label in sorted(phrases.items(), key=lambda entry: -len(entry[0])):
            self._words[first] = self._words.get(first, 0) | Is.PHRASE
            that = rest[-1] if rest else second
            opens = label & VERB_CUE and self._words.get(that, 0) & Is.THAT  # "held that": the content's own word
            length = self._cues.get((first, second, *rest), len(rest) + (1 if opens else 2))
            option = tuple(rest), label, _sort(label), length
            self._phrases.setdefault(first, {}).setdefault(second, []).append(option)
        self._longest = max(map(len, (*self._tails, *self._heads)), default=0)

    def _add(self, words: tuple[str, ...], entry: str, label: int, phrases: dict[tuple[str, ...], int]) -> None:
        if _GAP in words:
            tails = self.gaps.setdefault(" ".join(words[: words.index(_GAP)]), {})
            tails[words[-1]] = tails.get(words[-1], 0) | label
            self._add(words[: words.index(_GAP)], entry, Is.GAPPED, phrases)
        elif len(words) > 1:
            phrases[words] = phrases.get(words, 0) | label
            if _OWN in entry:
                self._cues[words] = entry.partition(_OWN)[0].count(" ")
        elif words:
            home = self._tails if entry[0] == "~" else self._heads if entry[-1] == "~" else self._words
            home[words[0]] = home.get(words[0], 0) | label

    def classify(self, words: list[str], sorts: bytes) -> Classes:
        """What every token is by itself, or as part of a phrase; `sorts` are those of the single words."""
        masks = list(map(self._known.__getitem__, words))
        found = Classes(masks, {}, bytearray(sorts))
        covered, last = 0, len(words) - 1
        for number in found.places(Is.PHRASE):
            if number < covered or number == last:
                continue
            options, second = self._phrases[words[number]], number + 1
            loose = self._loose and masks[second] & _LOOSE and not masks[second] & Is.NEGATION
            if loose and second < last and words[second] not in options:
                second += 1  # "tablait | désormais | sur"
            for rest, label, sort, length in options.get(words[second], ()):
                if second > number + 1 and not label & self._loose:
                    continue
                if second > number + 1 and not self._loose & Is.CLAUSE and masks[min(second + 1, last)] & Is.BY:
                    continue  # "was first reported by Y": a cue of another kind
                if not rest or tuple(words[second + 1 : second + 1 + len(rest)]) == rest:
                    stop = second - 1 + length
                    found.stops[number] = covered = stop
                    found.sorts[number] = sort
                    masks[number] = label | (masks[number] & (Is.PARTICIPLE | Is.FINITE))
                    masks[number + 1 : stop] = [Is.INSIDE] * (stop - number - 1)
                    break
        return found

    def class_of(self, word: str) -> int:
        """The classes of a single word."""
        if word[-1] in _JOINED and word[0].isalpha():
            alone = self.class_of(word.rstrip(_JOINED).partition(word[-1])[0]) & ~Is.PHRASE  # "a-t-" before its pronoun
            return alone | (self._words.get(word, 0) & Is.PHRASE)
        mask = self._words.get(word, 0) | (Is.NUMBER if word[0].isdigit() else 0)
        if word in self._common:
            return mask
        for length in range(1, min(self._longest, len(word)) + 1):
            mask |= self._tails.get(word[-length:], 0) | self._heads.get(word[:length], 0)
        if mask & Is.UPRIGHT:
            mask &= ~Is.TO  # a noun that only looks like an infinitive
        if not mask and self._plural and word.endswith(self._plural):
            stem = next(word[: -len(ending)] for ending in self._plural if word.endswith(ending))
            mask = self.class_of(stem) & _SEVERAL if stem else 0
        if not mask and "-" in word[1:]:
            mask = self._words.get(word.rpartition("-")[2], 0) & Is.ROLE  # "vice-administrateur", "ex-ministre"
        return mask


def _sort(mask: int) -> int:
    """The byte that tells what of the things sought a token of these classes may be."""
    return sum(1 << bit for bit, kind in enumerate(_SOUGHT) if mask & kind)


def _pieces(entry: str, pack: LanguagePack) -> tuple[str, ...]:
    """The tokens of an entry; what hangs on the word before it ("'ve") is one token there."""
    if entry[0] in _APOSTROPHES and len(entry) > 1:
        return tuple(tokenize(f"x{entry}", pack).words[1:])
    return tuple(tokenize(entry, pack).words)


def _typings(entry: str) -> list[str]:
    """The ways an entry may be typed: with either apostrophe."""
    return sorted({entry, entry.replace("'", "’")})


@lru_cache(maxsize=64)
def vocabulary(code: str) -> Vocabulary:
    """The vocabulary of the language `code`."""
    return Vocabulary(load_pack(code))


def sought_words(pack: LanguagePack) -> Memory[str, int]:
    """What of the things sought all over a text a word may be."""
    return vocabulary(pack.code).sorts


def quotation_marks(pack: LanguagePack) -> set[str]:
    """Every mark the language opens or closes a quotation with."""
    return {mark for pair in pack.quotes.pairs for mark in pair.split(" ") for mark in mark} | set(pack.quotes.any)


def _spelled(numbers: Numbers) -> Words:
    """The number words that stand for two or more."""
    tables = (numbers.cardinals, numbers.scales, numbers.collectives)
    many = [words for table in tables for value, words in table.items() if float(value) > 1]
    return tuple(word for words in many for word in words if word.isalpha())


def _classes(pack: LanguagePack) -> list[tuple[int, Words]]:
    grammar = pack.grammar
    return [
        *_cue_classes(pack.cues),
        *_marker_classes(pack.markers),
        *_grammar_classes(grammar),
        *_people_classes(pack.people),
        *_particle_classes(pack.particles),
        *_case_classes(pack),
        (Is.SPELLED, _spelled(pack.numbers)),
        *([(Is.NUMBER, words) for words in _number_words(pack)] if grammar.head_first else []),
    ]


def _cue_classes(cues: Cues) -> list[tuple[int, Words]]:
    return [
        (Is.CLAUSE, cues.clause),
        (Is.ADDRESSEE, cues.addressee),
        (Is.ADDRESSED, cues.addressed),
        (Is.OBJECT, cues.object),
        (Is.FRAMING, cues.framing),
        (Is.INFINITIVE, cues.infinitive),
        (Is.FIGURE, cues.figure),
        (Is.PASSIVE, cues.passive),
        (Is.NOUN_CUE, cues.nouns),
        (Is.OPEN | Is.OBJECT, cues.prepositional),
        (Is.IMPERSONAL, cues.impersonal),
        (Is.QUOTING, cues.quoting),
        (Is.AMBIGUOUS, cues.ambiguous),
        (Is.PARTICIPLE, cues.participles),
        (Is.NEEDS_AUXILIARY, cues.needs_auxiliary),
        (Is.TRANSITIVE, cues.transitive),
        (Is.LIGHT, cues.light),
        (Is.WEAK, cues.weak),
        (Is.MOVED, cues.moved),
        (Is.HEDGED, cues.hedged),
        (Is.PLANNED, cues.planned),
        (Is.DENIED, cues.denied),
        (Is.ACT, cues.acts),
        (Is.UPHELD, cues.upheld),
    ]


def _marker_classes(markers: Markers) -> list[tuple[int, Words]]:
    return [
        (Is.MARKER, markers.before),
        (Is.MARKER_AFTER, markers.after),
        (Is.MARKER_AFTER | Is.AMBIGUOUS, markers.after_documents),
        (Is.TRAILING, markers.trailing),
        (Is.WHOLE, markers.whole),
        (Is.WHOLE | Is.POSSESSIVE, markers.possessive),
        (Is.WHOLE | Is.REFLEXIVE, markers.own),
        (Is.CITING, markers.citing),
        (Is.CITED_BY, markers.cited_by),
        (Is.IDIOM, markers.idioms),
        (Is.VIEWPOINT, markers.viewpoint),
        (Is.WITHIN, markers.within),
        (Is.FINDINGS, markers.findings),
        (Is.OUTLOOK, markers.outlooks),
        (Is.TOLD, markers.told),
    ]


def _grammar_classes(grammar: Grammar) -> list[tuple[int, Words]]:
    return [
        (Is.COMPLEMENTIZER, grammar.complementizers),
        (Is.RELATIVE, grammar.relatives),
        (Is.SUBORDINATOR, grammar.subordinators),
        (Is.CONJUNCTION, grammar.conjunctions),
        (Is.CONTRAST, grammar.contrasts),
        (Is.AUXILIARY, grammar.auxiliaries),
        (Is.BE, grammar.be),
        (Is.MODAL, grammar.modals),
        (Is.WANTING, grammar.wanting),
        (Is.NEGATION, grammar.negations),
        (Is.ADVERB, grammar.adverbs),
        (Is.TIME, grammar.times),
        (Is.DETERMINER, grammar.determiners),
        (Is.A, grammar.indefinite),
        (Is.SAME, grammar.same),
        (Is.PREPOSITION, grammar.prepositions),
        (Is.INNER, grammar.inner_prepositions),
        (Is.TO, grammar.infinitive_markers),
        (Is.AS, grammar.as_words),
        (Is.REPORTED, grammar.reported),
        (Is.IRREAL, grammar.irreal),
        (Is.OBLIQUE, grammar.oblique),
        (Is.GENITIVE, grammar.genitives),
        (Is.OWNS, grammar.owning),
        (Is.POSSESSIVE, grammar.possessives),
        (Is.POINTING, grammar.pointing),
        (Is.INFINITIVE_FORM, grammar.infinitive_forms),
        (Is.CLITIC, grammar.clitics),
        (Is.REFLEXIVE, grammar.reflexives),
        (Is.MOOD, grammar.moods),
        (Is.PARTITIVE, grammar.partitives),
        (Is.BY, grammar.by),
        (Is.MAKER, grammar.makers),
        (Is.TOPICAL, grammar.about),
        (Is.FINITE, grammar.finite),
        (Is.PAST, grammar.past),
        (Is.THAT, grammar.that),
        (Is.SUMMING, grammar.summing),
    ]


def _prefixed(people: People) -> Iterator[str]:
    """Roles that a prefix makes of other roles ("vice" + "ministre")."""
    whole = [role for role in people.roles if " " not in role and not role.startswith("~")]
    return (prefix + role for prefix in people.role_prefixes for role in whole)


def _people_classes(people: People) -> list[tuple[int, Words]]:
    return [
        (Is.PRONOUN, (*people.male, *people.female, *people.neuter, *people.plural, *people.either, *people.first)),
        (Is.FIRST_PERSON, people.first),
        (Is.NEUTER, people.neuter),
        (Is.INDEFINITE, people.indefinite),
        (Is.ROLE, (*people.roles, *_prefixed(people))),
        (Is.BODY, people.bodies),
        (Is.NAMED, people.named),
        (Is.PLACED, people.placed),
        (Is.ANAPHORIC, people.anaphoric),
        (Is.FIRM, people.firms),
        (Is.LINK, people.particles),
        (Is.SURNAME, people.surnames),
        (Is.OUTLET, people.outlets),
        (Is.DOCUMENT, people.documents),
        (Is.ANONYMOUS, people.anonymous),
    ]


def _particle_classes(particles: Particles) -> list[tuple[int, Words]]:
    return [
        (Is.QUOTATIVE, particles.alone),
        (Is.HOLLOW, particles.hollow),
        (Is.VENUE, particles.venues),
        (Is.SPOKEN_AT, particles.spoken_at),
        (Is.LOOSE, particles.loose),
        (Is.STATE, particles.states),
    ]


def _number_words(pack: LanguagePack) -> list[Words]:
    """The words for numbers from two on, and for dozens, where they may open what is counted ("a dozen")."""
    numbers = pack.numbers
    cardinals = [words for value, words in numbers.cardinals.items() if float(value) > 1]
    return [*cardinals, *numbers.scales.values(), *numbers.collectives.values()]


def _case_classes(pack: LanguagePack) -> list[tuple[int, Words]]:
    cases = pack.cases
    return [
        (Is.OBLIQUE_WORD, cases.oblique),
        (Is.OBLIQUE_NAME, cases.oblique_names),
        (Is.UPRIGHT, cases.upright),
        (Is.ADDRESSEE_WORD, cases.addressees),
        (Is.FINITE_FORM, cases.finite),
        (Is.ABOUT, cases.about),
        (Is.ANAPHOR, cases.anaphors),
        (Is.SEAT, cases.seats),
        (Is.MARKER_OPENER, cases.openers),
        (Is.MARKER_HEAD, cases.heads),
        (Is.RELAY, cases.relays),
        (Is.PLACE, cases.places),
        (Is.WORDING, cases.wording),
        (Is.BRANCH, cases.branches),
        (Is.OBLIQUE_ADJECTIVE, cases.adjectives),
    ]
