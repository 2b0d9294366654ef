"""The shape of a language pack: one frozen dataclass per section of the TOML file, every field with its meaning.

A string list may use paradigms: "claim|ed" stands for the forms that paradigm `ed` of the pack's [paradigms] makes of
the stem "claim". In word lists, "~" at the start of a word stands for any beginning ("~에"), at its end for any ending.
"""

from dataclasses import dataclass

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """How running text is written.

    apostrophe: what an apostrophe inside a word does: "letter" (part of the word), "elision" (ends a word: l'|agence)
    or "clitic" (starts one: Korea|'s). abbreviations: words whose full stop ends no sentence, without the full stop.
    """

    apostrophe: str = "letter"
    abbreviations: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Opening words of lines that are no running text: photo credits and captions, bylines, links to other stories
    ("Read also"), notices of the site (cookies, newsletters). Compared without case at a paragraph's start."""

    credits: Words = ()
    bylines: Words = ()
    links: Words = ()
    notices: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """Pairs of quotation marks, as "open close" without the space, in the order of preference; `any` holds marks that
    open and close alike (the straight ones)."""

    pairs: Words
    any: Words = ('"',)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence in the language with what it must give, and what it mustn't; both are the pack's tests."""

    text: str
    published: str = ""
    claims: tuple[dict[str, str], ...] = ()
    figures: tuple[dict[str, str | float], ...] = ()
    no_claims: bool = False
    no_figures: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePack:
    """Every word factkit knows of one language. Loaded once by `load_pack`, never changed."""

    code: str
    name: str
    native_name: str
    text: Text
    quotes: Quotes
    furniture: Furniture = Furniture()
    paradigms: dict[str, Words]
    examples: tuple[Example, ...] = ()
