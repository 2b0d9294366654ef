"""The shape of a language pack: one frozen dataclass per section of the TOML file, every field with its meaning.

A string list may use paradigms: "claim|ed" stands for the forms that paradigm `ed` of the pack's [paradigms] makes of
the stem "claim"; words may follow ("call|ed for"). In word lists, "~" at the start of a word stands for any beginning ("~에"), at its end for any ending.
"""

from dataclasses import dataclass, field

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
class Cues:
    """Words that attribute, by the frame they take. A word may stand in several lists.

    clause: verbs with a content clause or a quotation, before, after or around it ("said").
    addressee: verbs with a person before the clause ("told reporters that"); list them in `clause`, too.
    object: verbs and phrases whose object is the content ("criticized", "called for").
    infinitive: verbs whose infinitive is the content ("plans to").
    passive: phrases whose grammatical subject belongs to the content and that name nobody ("is believed to").
    nouns: nouns with a content clause ("the claim that"). ambiguous: forms of the verbs that are nouns, too.
    participles: endings of forms without a subject of their own ("~ing"). light: phrases between subject and cue
    ("went on to"). weak: verbs that attribute only with a complementizer or a quotation ("found", "added").
    hedged, planned, denied: cues that make their content so.
    """

    clause: Words = ()
    addressee: Words = ()
    object: Words = ()
    infinitive: Words = ()
    passive: Words = ()
    nouns: Words = ()
    ambiguous: Words = ()
    participles: Words = ()
    light: Words = ()
    weak: Words = ()
    hedged: Words = ()
    planned: Words = ()
    denied: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Markers:
    """Source markers. before: the source follows ("according to"); after: the marker follows the source ("zufolge");
    citing: what follows is the origin the speaker passes on ("citing"); cited_by: what follows relays ("cited by");
    idioms: phrases that look like a marker and are none ("according to plan")."""

    before: Words = ()
    after: Words = ()
    citing: Words = ()
    cited_by: Words = ()
    idioms: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Function words, by what they do at the edges of phrases and clauses."""

    complementizers: Words = ()
    relatives: Words = ()
    subordinators: Words = ()
    conjunctions: Words = ()
    contrasts: Words = ()
    auxiliaries: Words = ()
    be: Words = ()
    negations: Words = ()
    adverbs: Words = ()
    times: Words = ()
    determiners: Words = ()
    prepositions: Words = ()
    inner_prepositions: Words = ()
    infinitive_markers: Words = ()
    by: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who can be a source. Pronouns by number and gender; nouns for roles, bodies, outlets, documents and unnamed
    sources; `first` are the pronouns of the one who writes or speaks."""

    male: Words = ()
    female: Words = ()
    neuter: Words = ()
    plural: Words = ()
    first: Words = ()
    indefinite: Words = ()
    roles: Words = ()
    bodies: Words = ()
    outlets: Words = ()
    documents: Words = ()
    anonymous: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """Words of counted noun phrases that tell one group from another, so that comparable figures can be told.

    nations: by ISO 3166 code. kinds: whole groups ("soldiers"). parts: groups that are usually a part of a larger one
    ("children"), never taken for the whole. everybody: words that say nothing about which group ("people", "dead").
    """

    nations: dict[str, Words] = field(default_factory=dict)
    kinds: dict[str, Words] = field(default_factory=dict)
    parts: dict[str, Words] = field(default_factory=dict)
    everybody: Words = ()


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
    groups: Groups = Groups()
    cues: Cues = Cues()
    markers: Markers = Markers()
    grammar: Grammar = Grammar()
    people: People = People()
    paradigms: dict[str, Words]
    examples: tuple[Example, ...] = ()
