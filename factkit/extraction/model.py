"""What flows between the stages of extraction: a document, and what is found in it, as frozen records of offsets."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, TypeVar

from factkit.extraction.lexicon import Memory
from factkit.languages import LanguagePack
from factkit.reading.segments import Tokens

_T = TypeVar("_T")
Look = Callable[[LanguagePack], Memory[str, int]]  # what a word may be to one reader, as a byte


class Span(NamedTuple):
    """A stretch of the text: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One article, cut up once for all extractors.

    `sentences` are ranges of token numbers (first, one past the last), `paragraphs` spans of characters. Furniture
    (photo credits, bylines, links) is in neither.
    """

    article_id: str
    text: str
    pack: LanguagePack
    published: date | None
    outlet: str | None
    title: str | None
    tokens: Tokens
    paragraphs: list[tuple[int, int]]
    sentences: list[tuple[int, int]]
    _known: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def sentence_firsts(self) -> list[int]:
        """The first token of every sentence, to look a sentence up by."""
        return self.once(_firsts)

    def sentence_at(self, character: int) -> tuple[int, int] | None:
        """The sentence around a character of the text; None for one of the furniture."""
        number = bisect_right(self.tokens.starts, character) - 1
        place = bisect_right(self.sentence_firsts, number) - 1
        sentence = self.sentences[place] if place >= 0 else None
        return sentence if sentence and number < sentence[1] else None

    def once(self, make: Callable[["Document"], _T]) -> _T:
        """What `make` says of the document; it is asked once, so that several readers can share what it found."""
        if make not in self._known:
            self._known[make] = make(self)
        return self._known[make]  # type: ignore[no-any-return]

    def look(self, look: Look) -> bytes:
        """A byte for each token, with which a reader finds at once what it is to read closely."""
        if look not in self._known:
            self._known[look] = bytes(map(look(self.pack).__getitem__, self.tokens.words))
        return self._known[look]  # type: ignore[no-any-return]

    def look_once(self, looks: Sequence[Look], records: Memory[str, bytes]) -> None:
        """Take all `looks` at once: `records` has their bytes by word. Looking words up is much of the work."""
        found = b"".join(map(records.__getitem__, self.tokens.words))
        for place, look in enumerate(looks):
            self._known[look] = found[place :: len(looks)]


def _firsts(document: Document) -> list[int]:
    return [first for first, _ in document.sentences]


class Link(NamedTuple):
    """One link of the chain behind a claim, as written: the name, where it stands, its role and type."""

    name: str
    span: Span | None
    role: str | None
    type: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: the content's pieces, the source and the cue as written, and what was made of them. `parent` is
    the place of the claim around this one in its extractor's list; a `plan` tells what its source means to do."""

    spans: tuple[Span, ...]
    kind: str
    source: Span | None
    cue: Span | None
    modality: str
    speaker: str | None = None
    origin: str | None = None
    chain: tuple[Link, ...] = ()
    parent: int | None = None
    plan: bool = False

    @property
    def start(self) -> int:
        """Where the content's hull starts."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where the content's hull ends."""
        return self.spans[-1].end


class Reason(NamedTuple):
    """Why a field of a figure has its value: the rule's name and the words (a span of the text) it rests on."""

    field: str
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity as stated; what isn't stated is None. `as_of` is EDTF, with its first and last day."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    relation: str
    hedge: str | None
    role: str
    counted: str | None
    unit: str
    measure: str
    place: str | None
    as_of: str | None
    as_of_start: date | None
    as_of_end: date | None
    modality: str
    reasons: tuple[Reason, ...] = ()
