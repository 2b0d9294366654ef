"""Particles and endings as tokens of their own, where a language writes them onto its words.

"국정원은 … 추산한다고" becomes 국정원 | 은 … 추산한다 | 고, so that spans of tokens can leave them out. The text and
all offsets stay as they are.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from factkit.extraction.lexicon import Memory
from factkit.extraction.model import Document
from factkit.extraction.vocabulary import Is, Vocabulary, vocabulary
from factkit.languages import LanguagePack, load_pack
from factkit.reading.segments import CLOSERS, Tokens

_HANGUL = range(0xAC00, 0xD7A4)
_NIEUN, _RIEUL = 4, 8  # the place of ㄹ among them
_FINALS = 28  # finals (and none) that each onset and vowel of a Hangul syllable can have
_NAMED = int(Is.ROLE | Is.BODY | Is.OUTLET | Is.ANONYMOUS)
_KNOWN = _NAMED | int(Is.STATE | Is.PRONOUN | Is.DOCUMENT)
_BESIDE_NAMES = Is.ROLE | Is.STATE | Is.BODY
_CAN_END_NAMES = Is.TOPIC | Is.SUBJECT | Is.OWNER | Is.CASE | Is.MANNER
_LONG_TAIL = 3  # letters, the sign before them included; longer tails of verbs ("다스리는") are no noun's
_SHORTEST_NAME = 3  # syllables
_SHORTEST_VERB = 2  # syllables
_WITH_TITLE = 2  # words after a name

Cut = tuple[str, int]  # the ending and its class


def ends_in_vowel(word: str) -> bool | None:
    """Whether the last syllable of `word` is open; None where the script doesn't tell (digits, Latin, marks)."""
    code = ord(word[-1])
    return (code - _HANGUL.start) % _FINALS == 0 if code in _HANGUL else None


def points_ahead(word: str) -> bool:
    """Whether a verb before its noun tells of what is to come: its last syllable ends in ㄹ ("보낼")."""
    code = ord(word[-1])
    return code in _HANGUL and (code - _HANGUL.start) % _FINALS == _RIEUL


def is_adnominal(ending: str) -> bool:
    """Whether an ending ties its clause to the noun after it: its last syllable ends in ㄴ ("는", "던")."""
    code = ord(ending[-1])
    return code in _HANGUL and (code - _HANGUL.start) % _FINALS == _NIEUN


def is_closed(word: str, endings: tuple[str, ...], short: tuple[str, ...] = ()) -> bool:
    """Whether what looks like a particle is only a verb's ending: after a consonant ("짓는"), or, of those in `short`,
    after one syllable, as all nouns of one have lost theirs ("잃은").
    """
    closed = len(word) > 1 and ends_in_vowel(word[:-1]) is False
    return closed and (word.endswith(endings) or (len(word) == _SHORTEST_VERB and word.endswith(short)))


class Particles:
    """What a language writes onto its words."""

    __slots__ = ("_alone", "_counters", "_facts", "_longest", "_tails", "_units", "_vocabulary", "endings")

    def __init__(self, pack: LanguagePack, words: Vocabulary) -> None:
        facts = pack.particles
        self._facts, self._vocabulary = facts, words
        self._alone: dict[str, int] = {}
        for label, endings in (
            (Is.TOPIC, facts.topic),
            (Is.SUBJECT, facts.subject),
            (Is.ACCUSATIVE, facts.object),
            (Is.OWNER, facts.genitive),
            (Is.MANNER, facts.manner),
            (Is.JOINING, facts.joining),
            (Is.CASE, facts.other),
        ):
            self._alone |= dict.fromkeys(endings, label)
        self._counters = frozenset(pack.numbers.counters)
        self._units = frozenset(word for words in pack.figures.units.values() for word in words)
        verbs = (tail for tail in facts.attributives if tail[0] == "~" and len(tail) > _LONG_TAIL)
        self._tails = tuple(word[1:] for word in (*facts.whole, *verbs) if word[0] == "~")
        self._longest = max(map(len, self._alone), default=0)
        self.endings = Memory(self._find)

    def cut(self, word: str, following: list[str]) -> Cut | None:
        """The ending of `word`, if it has one; `following` are the next two words, which tell names from topics."""
        found = self.endings[word]
        if found is not None and found[1] & _CAN_END_NAMES and self._names(word, found[0], following):
            return None
        return found

    def alone(self, word: str) -> int:
        """The class of a particle that stands by itself after a closing mark; 0 if it is none."""
        return self._alone.get(word, 0)

    def _find(self, word: str) -> Cut | None:
        """The ending that a word may be cut before, whatever follows."""
        if not word[0].isalnum():
            return None
        facts = self._facts
        options = list(self._options(word))
        for ending, label in options:
            if self._vocabulary.class_of(word[: -len(ending)]) & _KNOWN:
                return ending, label
        if word in facts.whole or word in facts.alone:
            return None
        for ending in facts.quotative:
            if word.endswith(ending) and (len(word) > len(ending) or ending[0] in facts.hollow):
                return ending[1:], Is.QUOTATIVE
        if word.endswith(self._tails):
            return None
        for ending in facts.copulas:
            if word.endswith(ending) and word != ending and self._vocabulary.class_of(word[: -len(ending)]) & _NAMED:
                return ending, Is.COPULA
        return options[0] if options else None

    def _options(self, word: str) -> Iterator[Cut]:
        """The particles that `word` may end in, the longest first: each with enough and the right sound before it."""
        for length in range(min(self._longest, len(word) - 1), 0, -1):
            stem, ending = word[:-length], word[-length:]
            if ending not in self._alone:
                continue
            label = self._alone[ending]
            short = (
                stem in self._facts.short or word in self._facts.short or (stem in self._counters and label & Is.MANNER)
            )
            digit = stem[-1].isdigit() and (not label & (Is.TOPIC | Is.SUBJECT) or ending in self._units)
            if digit or (len(stem) == 1 and not short and not stem.isdigit()):
                if label & (Is.MANNER | Is.CASE):
                    return  # "쪽으로" is no 쪽으 with 로: what is left of the longer particle would be no noun
                continue
            vowel = ends_in_vowel(stem)
            if vowel is None or ending not in (self._facts.after_consonant if vowel else self._facts.after_vowel):
                yield ending, label

    def _names(self, word: str, ending: str, following: list[str]) -> bool:
        """Whether `word` is a name before a title, no noun with a particle: 김정은 위원장, 키릴로 부다노프 장관."""
        if len(word) < _SHORTEST_NAME or len(ending) != 1 or ending in self._facts.after_vowel or not following:
            return False
        known, title = self._vocabulary.class_of(word[:-1]), self._class_of_noun(following[0])
        native = len(word) == _SHORTEST_NAME and word[0] in self._facts.surnames and word[:-1] not in self._facts.plain
        if native and not known and title & Is.ROLE:
            return True
        if known or len(following) < _WITH_TITLE:
            return False
        if self._alone[ending] & (Is.TOPIC | Is.MANNER) and title & Is.ROLE:
            return True  # 트뤼도 총리, 마두로 대통령
        beyond = self._class_of_noun(following[1])
        foreign = bool(beyond & _BESIDE_NAMES) and following[0].isalpha()
        return foreign and (not title or bool(title & Is.STATE and beyond & Is.ROLE))

    def _class_of_noun(self, word: str) -> int:
        """The class of a word without its particle."""
        cut = self.endings[word]
        return self._vocabulary.class_of(word[: -len(cut[0])] if cut else word)


def _closes(tokens: Tokens, number: int) -> bool:
    """Whether the mark belongs to what stands before it: a closing mark, or the sign of a unit."""
    word = tokens.words[number]
    after_word = number > 0 and tokens.starts[number] == tokens.ends[number - 1]
    return after_word and (word in CLOSERS or unicodedata.category(word[0]) in {"So", "Sc"} or word == "%")


@lru_cache(maxsize=64)
def _particles(code: str) -> Particles:
    return Particles(load_pack(code), vocabulary(code))


def particles_apart(document: Document) -> tuple[Document, dict[int, int]]:
    """The document with particles as tokens of their own, and the class of each such token by its number."""
    particles = _particles(document.pack.code)
    old = document.tokens
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    classes: dict[int, int] = {}
    places: list[int] = []
    known = map(particles.endings.__getitem__, old.words)
    before = (0, *old.ends)  # where the token before each ends
    for number, (word, start, end, last, found) in enumerate(
        zip(old.words, old.starts, old.ends, before, known, strict=False)
    ):
        places.append(len(words))
        touches = start == last and number and _closes(old, number - 1)
        if touches and (label := particles.alone(word)):
            classes[len(words)] = label
        elif found is not None and (cut := particles.cut(word, old.words[number + 1 : number + 3])) is not None:
            ending, label = cut
            middle = end - len(ending)
            starts += (start, middle)
            ends += (middle, end)
            words += (word[: -len(ending)], ending)
            classes[len(words) - 1] = label
            continue
        starts.append(start)
        ends.append(end)
        words.append(word)
    places.append(len(words))
    sentences = [(places[first], places[stop]) for first, stop in document.sentences]
    return replace(document, tokens=Tokens(starts, ends, words), sentences=sentences), classes
