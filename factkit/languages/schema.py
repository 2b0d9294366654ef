"""The shape of a language pack: one frozen dataclass per section of the TOML file, every field with its meaning.

A string list may use paradigms: "claim|ed" stands for the forms that paradigm `ed` of the pack's [paradigms] makes of
the stem "claim"; words may follow ("call|ed for"), with a paradigm of their own ("warn|t … vo|r"). In word lists, "~"
at the start of a word stands for any beginning ("~에"), at its end for any ending.
"""

from dataclasses import dataclass, field

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """How running text is written.

    apostrophe: what an apostrophe inside a word does: "letter" (part of the word), "elision" (ends a word: l'|agence),
    "clitic" (starts one: Korea|'s) or "none" (a quotation mark). abbreviations: words whose full stop ends no
    sentence, without the full stop; one with a capital counts only where it is written with one ("No. 5", but "he
    said no.").
    trailing: those of them that stand behind a number and before no name, so that a capital after their full stop
    starts a sentence ("млрд").
    starters: small words that, with a capital, start a new sentence even after an abbreviation ("the U.S. | He left").
    continuers: words that carry a sentence on after a closing quotation mark, in scripts without capitals.
    ordinal_stop: whether a full stop after a number makes it an ordinal or part of a date ("3. September").
    enclitics: pronouns written onto their verb, with what joins them ("-t-il", "-elle").
    spellings: letters that some write otherwise ("ß" as "ss"): words of the pack with one are known in both ways.
    gendered: endings behind a mark inside a word that name women and men at once ("Sprecher:innen").
    marks: letters that many type without their marks ("ă" as "a"), the commonest first: in a text of some length
    without that one, the pack's words are known without marks. restored: those of them that are read so even though
    they are other words without their marks ("să", not "sa").
    """

    apostrophe: str = "letter"
    abbreviations: Words = ()
    trailing: Words = ()
    starters: Words = ()
    continuers: Words = ()
    ordinal_stop: bool = False
    enclitics: Words = ()
    gendered: Words = ()
    restored: Words = ()
    marks: dict[str, str] = field(default_factory=dict)
    spellings: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Words of short paragraphs that are no running text. Compared without case, at a paragraph's start unless said.

    credits: what opens a picture's credit, at a paragraph's start or end ("Photo:"). bylines: what stands before a
    writer's name ("By"). byline_ends: what ends a byline after the name, an agency or a profession ("Reuters").
    byline_joins: small words inside a byline ("and"). links: what opens a link to another story ("Read also").
    stamps: what stands before the time of publication ("Updated"). notices: whole lines of the site itself
    ("Advertisement"); with "~" at the end, only the beginning of one ("We use cookies~").
    """

    credits: Words = ()
    bylines: Words = ()
    byline_ends: Words = ()
    byline_joins: Words = ()
    links: Words = ()
    stamps: Words = ()
    notices: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """Pairs of quotation marks, as "open close" without the space, in the order of preference; `any` holds marks that
    open and close alike (the straight ones). names: whether names of bodies and papers stand in them («Газпром»).
    dashes: whether dashes open speech and set its attribution apart («Да, — сказал он. — Идём».). incises: whether an
    attribution may stand inside the marks, between commas (« Oui, dit-il. On y va. »)."""

    pairs: Words
    any: Words = ('"',)
    names: bool = False
    dashes: bool = False
    incises: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words that attribute, by the frame they take. A word may stand in several lists.

    clause: verbs with a content clause or a quotation, before, after or around it ("said").
    addressee: verbs with a person before the clause ("told reporters that"); list them in `clause`, too.
    addressed: participles that open a clause about what somebody was asked or told ("Asked whether …, she said").
    object: verbs and phrases whose object is the content ("criticized", "called for").
    framing: verbs whose object is the content with the "as" behind it ("cast the vote as a test").
    infinitive: verbs whose infinitive is the content ("plans to").
    figure: verbs whose object is the content if it holds a number ("put the toll at 40").
    passive: phrases whose grammatical subject belongs to the content and that name nobody ("is believed to").
    nouns: nouns with a content clause ("the claim that"). ambiguous: forms of the verbs that are nouns, too.
    participles: endings of forms without a subject of their own ("~ing"). light: phrases between subject and cue
    ("went on to"). needs_auxiliary: endings of forms that attribute only after an auxiliary ("déclaré"). weak: verbs
    that attribute only with a complementizer or a quotation ("found", "added").
    transitive: verbs of `clause` that take plain objects, too, which are no content ("added salt").
    prepositional: cues whose object stands after their preposition ("sprach … von"); impersonal: verbs without a
    subject of their own, whose source stands after a preposition ("heißt es in"); quoting: verbs whose object is the
    source and whose subject relays it ("zitiert"). "…" stands between the pieces of a cue ("teilte … mit"), "+" before
    the word of a phrase with which its content opens ("claimed +responsibility").
    finding: verbs of finding out before the word of a result, which name its source ("조사한 결과").
    hedged, planned, denied: cues that make their content so. acts: cues that attribute nothing where a court's penalty
    follows behind a word of `markers.told` ("a condamné X à trois ans"), or a rate or price that is set by them
    ("elevó los tipos al 4 %"). upheld: what a court hands down or upholds, of
    which an act tells nothing either ("a confirmé la peine"). moved: participles that take "be" and are active
    ("ausgegangen").
    """

    clause: Words = ()
    addressee: Words = ()
    addressed: Words = ()
    object: Words = ()
    framing: Words = ()
    infinitive: Words = ()
    figure: Words = ()
    passive: Words = ()
    nouns: Words = ()
    ambiguous: Words = ()
    participles: Words = ()
    needs_auxiliary: Words = ()
    light: Words = ()
    weak: Words = ()
    transitive: Words = ()
    prepositional: Words = ()
    impersonal: Words = ()
    quoting: Words = ()
    finding: Words = ()
    hedged: Words = ()
    planned: Words = ()
    denied: Words = ()
    acts: Words = ()
    upheld: Words = ()
    moved: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Markers:
    """Source markers. before: the source follows ("according to"); after: the marker follows the source ("zufolge");
    citing: what follows is the origin the speaker passes on ("citing"); cited_by: what follows relays ("cited by");
    idioms: phrases that look like a marker and are none ("according to plan"). trailing: the source follows, after what
    was said ("…, so X"); told: words before the outlet that the source spoke to ("à l'AFP"); whole: phrases that
    hold marker and source ("nach offiziellen Angaben"); possessive: the same with a possessive for the source ("nach
    seiner Ansicht"); own: the source is the clause's subject ("nach eigenen Angaben"); viewpoint: prepositions that
    open a sentence with somebody's view ("pour le ministre, …"); after_documents: words that are one after a document
    only ("자료를 보면"); within: prepositions that open it with one of the
    documents in findings ("in the poll, …") or one of the outlooks and its owner ("in his words, …")."""

    before: Words = ()
    after: Words = ()
    after_documents: Words = ()
    trailing: Words = ()
    told: Words = ()
    whole: Words = ()
    possessive: Words = ()
    own: Words = ()
    citing: Words = ()
    cited_by: Words = ()
    idioms: Words = ()
    viewpoint: Words = ()
    within: Words = ()
    findings: Words = ()
    outlooks: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Function words, by what they do at the edges of phrases and clauses.

    cue_position: "any", "free" where case endings tell the subject, "last" where predicates end their clauses, so
    that content stands before its cue, or "second"
    where the finite verb stands second in main clauses and last in subordinate ones, and commas set clauses apart.
    nouns_capitalised: whether every noun has a capital, so that capitals don't tell names.
    reported: verb forms of reported speech ("sei"); irreal: those that may stand for them ("hätten");
    either: endings of forms that are past tense as well ("~ten").
    oblique: words that open no subject ("dem"); genitives: articles of a noun that belongs to the one before ("des");
    clitics: small pronouns between subject and verb ("lui", "se"); reflexives: those that
    turn a saying into something else unless it says so with a complementizer ("se celebró"); drops_subject: whether
    a verb may go without one.
    head_first: whether adjectives and complements follow their noun, so that the name of a body starts with the noun
    and goes on in small letters ("ministère de la Santé", "Casques blancs").
    moods: verb forms of hearsay, which carry speech on without a cue ("aurait"); partitives: openers that go on
    counting what was said ("of these").
    possessives: "his"; owning: what makes the noun before it an owner ("'s"); pointing: pronouns for the sentence
    before ("das"); infinitive_forms: endings of infinitives.
    complementizers: words that open a content ("that", "whether"). relatives: pronouns of relative clauses ("who").
    subordinators: words that open other clauses inside a sentence ("because"). conjunctions: "and", "or". contrasts:
    words that open a clause of its own ("but"). auxiliaries, be, modals, negations: verbs and words around a verb.
    wanting: modals of intention, which make a claim where the verb stands second and a number is in what is intended.
    adverbs: words that may stand between a subject and its verb. times: words of time beside a cue ("Monday").
    determiners: articles and what stands for them; indefinite: those that bring in somebody new ("a"); same: those that
    point back at who spoke ("the same"). prepositions;
    inner_prepositions: those that go on a noun phrase ("of"). infinitive_markers: "to". as_words: "as" in "as X said".
    by: before the one who does it, in a passive ("by"); handing: participles by which a document goes to its readers,
    who are named without `by` ("remis" au Sénat); makers: before whoever made a document ("figures | from the
    port"); about: before what something is about ("about"). finite: verb
    forms by which a stretch of words is known to be a clause, beside auxiliaries and cues. that: complementizers
    that open statements only ("that"). summing: nouns by which the writer sums up what was said before (", a figure
    that …"). past: endings and forms of past tenses without an auxiliary, which no noun has, where `finite` lists none.
    """

    cue_position: str = "any"
    nouns_capitalised: bool = False
    reported: Words = ()
    irreal: Words = ()
    either: Words = ()
    oblique: Words = ()
    genitives: Words = ()
    possessives: Words = ()
    owning: Words = ()
    pointing: Words = ()
    infinitive_forms: Words = ()
    clitics: Words = ()
    reflexives: Words = ()
    drops_subject: bool = False
    head_first: bool = False
    moods: Words = ()
    partitives: Words = ()

    complementizers: Words = ()
    relatives: Words = ()
    subordinators: Words = ()
    conjunctions: Words = ()
    contrasts: Words = ()
    auxiliaries: Words = ()
    be: Words = ()
    modals: Words = ()
    wanting: Words = ()
    negations: Words = ()
    adverbs: Words = ()
    times: Words = ()
    determiners: Words = ()
    indefinite: Words = ()
    same: Words = ()
    prepositions: Words = ()
    inner_prepositions: Words = ()
    infinitive_markers: Words = ()
    as_words: Words = ()
    by: Words = ()
    handing: Words = ()
    makers: Words = ()
    about: Words = ()
    finite: Words = ()
    that: Words = ()
    summing: Words = ()
    past: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cases:
    """Languages whose endings tell who does what, so that a source may stand anywhere beside its cue.

    oblique: words and endings that are no subject in small letters ("~ого"); upright: those that only look so, and
    nouns that only look like an infinitive;
    adjectives: those of them after which the noun is still to come;
    oblique_names: the same for words with a capital. endings: what names take on in other cases, "а" and "ого".
    stems: how what is left of a name without its ending ends in one case -> in all of them ("павел" is "павл").
    addressees: words for the one who is told ("журналистам"). finite: endings of finite verbs.
    about: prepositions of the thing spoken about, which is a content without them ("о"). anaphors: phrases for the
    sentence before ("об этом"). seats: prepositions before a body or document that speaks ("сообщили в МЧС"), with
    the cues of `cues.impersonal`.
    openers and heads: the two ends of a source marker, with adjectives or a possessor between ("по его словам").
    agreement: endings of cues by the gender and number of their subject, as in [people] ("~ла" is female).
    relays: cues of outlets that carry another's words ("передает"). places: countries, capitals and the like, which
    stand before a name and aren't part of it ("президент Украины | Зеленский"); streets, which nobody is called.
    wording: nouns for somebody's words that an outlet gives ("приводит ТАСС слова мэра"). branches: prepositions
    between a body and the district that it is for ("управление МЧС по Томской области").
    """

    oblique: Words = ()
    adjectives: Words = ()
    upright: Words = ()
    oblique_names: Words = ()
    endings: Words = ()
    stems: dict[str, str] = field(default_factory=dict)
    addressees: Words = ()
    finite: Words = ()
    about: Words = ()
    anaphors: Words = ()
    seats: Words = ()
    openers: Words = ()
    heads: Words = ()
    relays: Words = ()
    places: Words = ()
    wording: Words = ()
    branches: Words = ()
    agreement: dict[str, Words] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Particles:
    """What is written onto words, where case and clause endings are (agglutinative languages); cut off as tokens.

    topic, subject, object, genitive, manner (to, as), joining (and), other: particles by what they make of the noun;
    after_vowel, after_consonant: those that stand only there. copulas: forms of "to be" on a role or body ("간사|인").
    quotative: endings after a finite verb that make it a content; finite: the last letters of such a verb.
    of_content: adverbs that belong to what is told after them, not to the telling ("이미").
    thus: adverbs that point at what is said in the sentence before or after ("이렇게 말했다").
    volitional: tails of verbs that tell what their own speaker will do ("하겠다"); purposive: those of what somebody
    else is to do, before a verb of demanding ("고치도록").
    alone: quotatives written apart, after a quotation. whole: words that only look as if they ended in a particle.
    short: stems of one letter that take particles, or whole words of such a stem and its particle.
    collective: particles of place that make a topic of unnamed speakers ("업계에서는"), and nouns after which any of
    them does ("주민들 사이에서").
    connectives: tails of verbs that carry the sentence on, at_once: those of them that tell what the same party does at
    the same time; attributives: tails of verbs before their noun, and whole such verbs; attributives_after_consonant:
    tails that are particles after a vowel only ("짓|는", but "나|는"); attributives_after_syllable: tails that are
    particles unless all before them is one syllable and no known noun ("잃|은");
    anonymised: what stands for a given name that isn't told ("송|모");
    name_tails: those of the attributives that native names have, too ("박수진 의원"), unless a longer one fits;
    plural: endings of nouns for several, which are what they are without them ("단체|들").
    hollow: nouns that stand for a whole clause before them ("것"). others: "and others", a noun behind those named.
    venues: nouns of occasions and media of speech; spoken_at: what after them makes an adjunct of speaking; loose:
    those of it that make none before a verb that belongs to the next noun ("언론에 나온 …").
    surnames: first letters of native names; given: the letters of their given names, if others tell foreign names
    ("도널드"), foreign: names that only look native ("마리아"). home: words
    that speak of the papers' own country, whose bodies need no country before them.
    plain: words right before a name that are no part of it ("소속").
    states: countries and blocs that can speak.
    """

    topic: Words = ()
    subject: Words = ()
    object: Words = ()
    genitive: Words = ()
    manner: Words = ()
    joining: Words = ()
    other: Words = ()
    after_vowel: Words = ()
    after_consonant: Words = ()
    copulas: Words = ()
    quotative: Words = ()
    finite: Words = ()
    volitional: Words = ()
    purposive: Words = ()
    alone: Words = ()
    whole: Words = ()
    short: Words = ()
    collective: Words = ()
    connectives: Words = ()
    at_once: Words = ()
    attributives: Words = ()
    attributives_after_consonant: Words = ()
    attributives_after_syllable: Words = ()
    anonymised: Words = ()
    name_tails: Words = ()
    plural: Words = ()
    of_content: Words = ()
    thus: Words = ()
    others: Words = ()
    hollow: Words = ()
    venues: Words = ()
    spoken_at: Words = ()
    loose: Words = ()
    surnames: Words = ()
    given: Words = ()
    foreign: Words = ()
    home: Words = ()
    plain: Words = ()
    states: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who can be a source. Pronouns by number and gender: `male`, `female`, `neuter`, `plural`; `indefinite` ones are
    nobody ("everyone", "this"). Nouns for `roles`, `bodies`, `outlets`, `documents` and unnamed sources
    (`anonymous`: "sources", "witnesses"); `surnames` are roles that are family names as well ("Richter");
    `first` are the pronouns of the one who writes or speaks; `anaphoric` are nouns for bodies that mean one
    named before ("the agency", "the institution") when they stand alone; they are in `bodies`, too; `ministries` are
    those of them that mean no body of another kind ("the ministry" is no intelligence service); `firms` are
    those of them that no authority is called ("the company"); `offices` are what a minister is of, which may stand
    right before the name ("ministra de Sanidad Ana Paz"). `particles` are small words inside people's names
    ("von"). `named` are bodies and outlets whose word is their name, where capitals don't tell ("Hamas"), and
    adjectives that have a capital in names only; `placed` are bodies whose name is their word with a place
    ("Landgericht Hamburg"), `local` titles that are for a place, which
    stands before them or parts them from the name ("maire" de Brest Jean Petit), `kinds` nouns of bodies that
    stand before their names ("매체 메디아조나"); `common` are words that only end like one of all these ("시위", in
    spite of "~위"). `masculine`, `feminine`, `many`: articles and endings that tell gender and number of a
    source ("la", "~ul", "les").

    `either` are pronouns and articles of a woman as well as of several, which the ending of the verb tells apart
    (`several`: "sie sagten"); `female_roles` are endings of roles that a woman has, `male_roles` those that a man has
    or, where they are not listed, all but the `open_roles`, which tell nothing; `plural_roles` those of several people,
    who are nobody in particular; `role_prefixes` make a role of each role of one word ("vice", "ex-"); `peoples` are
    endings of words for what is of a country ("~ian", "israeli"), which name no maker of a document ("Israeli
    figures"); `alike` are words and phrases for one office each ("глава", "руководитель"), where endings tell case;
    `articled`: whether a noun for somebody named before has an article. `accounts` are endings of compounds for what
    somebody says whom the compound starts with ("Polizei|angaben"). `oblique_articles` tell that the noun behind them
    has one of the `oblique_endings`, which a speaker goes without ("des Sprechers")."""

    male: Words = ()
    female: Words = ()
    neuter: Words = ()
    plural: Words = ()
    either: Words = ()
    articled: bool = False
    alike: tuple[Words, ...] = ()
    accounts: Words = ()
    oblique_articles: Words = ()
    oblique_endings: Words = ()
    several: Words = ()
    female_roles: Words = ()
    male_roles: Words = ()
    open_roles: Words = ()
    plural_roles: Words = ()
    role_prefixes: Words = ()
    peoples: Words = ()
    first: Words = ()
    indefinite: Words = ()
    roles: Words = ()
    local: Words = ()
    kinds: Words = ()
    common: Words = ()
    bodies: Words = ()
    outlets: Words = ()
    documents: Words = ()
    anonymous: Words = ()
    ministries: Words = ()
    anaphoric: Words = ()
    firms: Words = ()
    offices: Words = ()
    particles: Words = ()
    surnames: Words = ()
    named: Words = ()
    placed: Words = ()
    masculine: Words = ()
    feminine: Words = ()
    many: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """Words of counted noun phrases that tell one group from another, so that comparable figures can be told.

    nations: by ISO 3166 code. kinds: whole groups ("soldiers"). parts: groups that are usually a part of a larger one
    ("children"), never taken for the whole. everybody: words that say nothing about which group ("people", "dead").
    topics: what an amount of money or a percentage is one of ("inflation", "damage"), by the names that
    `comparison.topics` knows.
    """

    nations: dict[str, Words] = field(default_factory=dict)
    kinds: dict[str, Words] = field(default_factory=dict)
    parts: dict[str, Words] = field(default_factory=dict)
    topics: dict[str, Words] = field(default_factory=dict)
    everybody: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """How time is told. Words here are whole words; a table's keys are numbers or the names said below.

    months: twelve lists, January first; weekdays: seven, Monday first; seasons: four, spring first.
    weak_months: month words that mean something else as well; they need a day, a year, or a word of `at`, `since`,
    `apart`, `of` or `last` before them. weak_next: words that may follow a weak month that stands alone, or none if
    any may. capitals: whether months and weekdays are written with a capital letter.
    units: words of second, minute, hour, day, week, weekend, month, quarter, year, decade, century. plurals: those of
    them that are plural, so that "the last years" isn't last year.
    glued: endings of a number's token, by slot: YEAR MONTH DAY QUARTER CLOCK DECADE ORDINAL, SPAN (other measures).
    decades: words before a year that stands for its decade ("anii 1990").
    particles: endings that a word of time may carry. numerals: number words by value; "0" holds the vague ones.
    ordinals: first, second, ... by value (for quarters and the first of a month).
    relative_days: yesterday (-1) and the like, by days. relative_units: single words such as "last year", by unit and
    shift ("year -1"), with a phase if they tell one ("year 0 end").
    last, this, next: words before or after a unit or a month. ago: before or after a length of time.
    phases: early, middle, late, start, end. parts: of the day. clock: words beside an hour ("p.m.", "Uhr", "ora").
    vague: "around" before a date. future: words that turn an undated month or weekday to the next one;
    deadlines: words before a date that such a word may follow in its clause ("by June the army wants").
    order: of the numbers in 3/9/2025: "dmy", "mdy" or "ymd". grouped: whether numbers of four digits are written with
    a mark, so that a bare one of this and the last century is a year.
    patterns: what a time expression is made of: slots in capitals (DAY MONTH YEAR WEEKDAY SEASON UNIT NUM ORDINAL LAST
    THIS NEXT AGO PHASE PART CLOCK HOUR OCLOCK RELDAY RELUNIT DECADE DECADES SHORT RANGE VAGUE SPAN) and words; "?"
    marks what may be missing, "/" parts choices. ranges: signs and words between the ends of an interval;
    between: words that open one.
    joiners: words and marks that may stand between two parts of one date.
    at, since, apart, of: words before a date that holds for a count; that opens a length of time; that sets an event
    apart in time ("after", "before"); that makes the date belong to the noun before. until: words before an end.
    at_after, since_after, apart_after: the same, after the date, as words or as endings.
    bare: kinds of mention that date a clause without any word before (day, weekday, relative, month, year, season, or
    phase: those that open with a word of `phases`).
    determiners: words that make a date after them an attribute ("the March 12 attack").
    than: words of comparison right before a date that something is only compared with ("mehr als im April").
    contrasts: words that end a date's reach. relatives: words that open a relative clause.
    coordinators: words that open a further clause. now: words of the present, which an earlier date doesn't reach.
    before_now: words that make a count one of before ("had put it at", "previously"); those that
    are among the `comparisons` of figures, only right before it.
    """

    months: tuple[Words, ...] = ()
    weak_months: Words = ()
    weak_next: Words = ()
    capitals: bool = False
    weekdays: tuple[Words, ...] = ()
    seasons: tuple[Words, ...] = ()
    units: dict[str, Words] = field(default_factory=dict)
    plurals: Words = ()
    glued: dict[str, Words] = field(default_factory=dict)
    particles: Words = ()
    numerals: dict[str, Words] = field(default_factory=dict)
    ordinals: dict[str, Words] = field(default_factory=dict)
    relative_days: dict[str, Words] = field(default_factory=dict)
    relative_units: dict[str, Words] = field(default_factory=dict)
    last: Words = ()
    this: Words = ()
    next: Words = ()
    ago: Words = ()
    decades: Words = ()
    phases: dict[str, Words] = field(default_factory=dict)
    parts: Words = ()
    clock: Words = ()
    vague: Words = ()
    future: Words = ()
    deadlines: Words = ()
    order: str = "dmy"
    grouped: bool = False
    patterns: Words = ()
    ranges: Words = ()
    between: Words = ()
    joiners: Words = ()
    at: Words = ()
    since: Words = ()
    until: Words = ()
    apart: Words = ()
    of: Words = ()
    at_after: Words = ()
    since_after: Words = ()
    apart_after: Words = ()
    bare: Words = ()
    determiners: Words = ()
    than: Words = ()
    contrasts: Words = ()
    relatives: Words = ()
    coordinators: Words = ()
    now: Words = ()
    before_now: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """A hedge or plan made of two parts: one of `words`, and within `within` words after it, in the same clause, one of
    `tails` (with "~" as in every word list). `label` is the modality they make together, or "spared".
    """

    label: str
    words: Words
    tails: Words
    within: int = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Modality:
    """How sure, done or denied something is said to be. Phrases, with "~" for any beginning or ending.

    hedged: doubt, hearsay, possibility and presumptive moods. believing: verbs of belief that hedge a figure in their
    clause but are the cue of a claim. planned: announced or intended. denied: negation of a clause. denials: what
    denies the clause beside it, too ("denied that", "there is no evidence").
    spared: phrases that look like one of these and mean none ("no fewer than"; nouns that end like a conditional).
    moods: hedges and plans in two parts. openers: a claim that starts with one of these (an infinitive's particle,
    a subjunctive's conjunction) is planned; infinitives: endings of a first word that does the same.
    breaks: words that start a clause of its own modality. subordinators: words that open a clause inside another.
    finite: words and endings that show that a stretch has a verb of its own; lookalikes: words that end as one and are
    none ("около"). predicate_last: the main clause stands at
    the end, a clause's trigger after what it holds for, and `breaks` are words that end a clause instead.
    """

    hedged: Words = ()
    believing: Words = ()
    planned: Words = ()
    denied: Words = ()
    denials: Words = ()
    spared: Words = ()
    moods: tuple[Mood, ...] = ()
    openers: Words = ()
    infinitives: Words = ()
    breaks: Words = ()
    subordinators: Words = ()
    finite: Words = ()
    lookalikes: Words = ()
    predicate_last: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Numbers:
    """How numbers are written. Values are the keys ("1000", "0.5"), the words for them the lists.

    decimal: the mark before decimals. grouping: the marks that group digits; no-break and narrow spaces and
    apostrophes always do. either: whether some countries write decimals with a comma and others with a point: a text
    then tells by its other numbers. cardinals: words of fixed value, inflected. scales: words that multiply what
    stands before them and are worth themselves alone ("thousand"). collectives: the same for dozens and scores.
    suffixes: letters right after digits, case matters ("3M"). parts: fractions that stand alone ("half").
    prefixes: fractions that are written onto percent and points ("пол": полпроцента).
    denominators: fractions after a number or an article ("third"); part_endings: endings of those that no ordinal has
    ("thirds"). plurals: forms of scales and collectives that are
    vague with no number before them ("hundreds"). singulars: those of them that are one, not many, after the words
    `singular_after` ("около тысячи"). quantifiers: vague amounts ("several"). spans: words for a number or the next
    ("서너": three or four). bound: scales that mean nothing with no
    number before them, and fractions that mean nothing with no number beside them ("medio"). unmarked: spellings
    without marks that are other words in a text that has marks. spoken: whether "hundred" may be left out ("one
    twenty-two"). articles: number words that are articles or pronouns, too ("one", "un"). indefinite: articles that
    are no number by themselves but are one before a scale or a fraction ("a hundred").

    and_words: between the pieces of one number ("hundred and two"); and_after: the largest place they may follow;
    pauses: whether a comma may stand there, too ("two thousand, three hundred"). part_words: between a number and its
    fraction ("and a", "с"). links: between a number and its scale ("de"); part_links: the same, only after a fraction,
    a dozen or a vague word ("half a", "hundreds of"). inverted: whether ones come before tens ("dreiundvierzig").
    points: the decimal mark as a word. over: between denominator and numerator ("분의"). to: between the ends of a
    range. ratios: between part and whole of a ratio ("out of"), by when they are one: of any small numbers, of "one"
    (with one above or a round number below), of "ten" (with 10, 100 or 1,000 below), of numbers up to ten where
    a sentence or a hedge "opening" goes before, of a "population" (nouns of `populations`: people there are no few
    of), or with the "whole_first".
    between: the same as `to`, only with an opening word: "from … to". minus: words of negative numbers; not_minus:
    phrases that end in one of them and aren't. ordinals: letters after digits, or words after a hyphen, that make an
    ordinal; ordinal_words: last words of an ordinal in words ("vingt et unième"). ignored: phrases with a number word
    that are no number ("no one", "por ciento").

    compounds: whether number words are written together ("zweihundert"). counters: where number words are written into
    others or are other words, too: what they must stand before to be read ("명"); after_counters: the particles that
    may be written onto that; rounders: what may stand between ("여"). glued: whether digits may follow a letter, and go
    on after a scale word ("1만 5천"). mixed: whether they go on after a scale word and a space ("2 mil 500").
    """

    decimal: str = "."
    grouping: str = ","
    either: bool = False
    cardinals: dict[str, Words] = field(default_factory=dict)
    scales: dict[str, Words] = field(default_factory=dict)
    collectives: dict[str, Words] = field(default_factory=dict)
    suffixes: dict[str, Words] = field(default_factory=dict)
    parts: dict[str, Words] = field(default_factory=dict)
    prefixes: dict[str, Words] = field(default_factory=dict)
    denominators: dict[str, Words] = field(default_factory=dict)
    part_endings: Words = ()
    plurals: Words = ()
    singulars: Words = ()
    singular_after: Words = ()
    quantifiers: Words = ()
    spans: dict[str, Words] = field(default_factory=dict)
    bound: Words = ()
    unmarked: Words = ()
    spoken: bool = False
    articles: Words = ()
    indefinite: Words = ()
    and_words: Words = ()
    and_after: float = 10.0
    pauses: bool = False
    part_words: Words = ()
    links: Words = ()
    part_links: Words = ()
    inverted: bool = False
    points: Words = ()
    over: Words = ()
    to: Words = ()
    ratios: dict[str, Words] = field(default_factory=dict)
    populations: Words = ()
    between: Words = ()
    minus: Words = ()
    not_minus: Words = ()
    ordinals: Words = ()
    ordinal_words: Words = ()
    ignored: Words = ()
    compounds: bool = False
    counters: Words = ()
    after_counters: Words = ()
    rounders: Words = ()
    glued: bool = False
    mixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Figures:
    """Words around numbers: what bounds them, what they count, and what makes them no figures.

    before, after: relation ("at_least") -> words directly before the number, or after it or its noun. glued: the same
    for endings of the number itself ("여"). verbs: verbs that bound ("exceeded"), before the number, or after it where
    `verb_final`. approximate: number words that are round by nature ("vingtaine").
    rounding: counted nouns that make the number after them approximate ("человек двадцать"). fillers: words that may
    stand between a hedge and its number. to: prepositions that open the level reached after a verb of change
    ("выросло до"). along: those that open, behind a comma, what came with it (", avec 300 naissances").
    more: words before (`more_after`: after) the number that add it to an earlier one; more_near: the
    same anywhere near; rest: articles by which "other" means those that are left ("los" otros 36).
    changes: verbs and nouns of growth and fall; by: what stands between them and the amount; bare_changes: those that
    take the amount without it ("rose 5 %"); drifting: those that need an "up" or "down" before the level ("edged up to
    51"); crossing: words before a level that a change goes beyond ("fell below 30");
    unit_changes: the same where the amount is one of percent, points or small coins ("lost 3 %", but not "lost 300
    men"). changes_after: words after the amount; level_endings: endings of the number that make it the level reached.
    again: what opens another way to say the amount before, beside `coordinators` ("soit 2 %").
    partitives: words that make a number a part of the one before.
    comparisons: words before an earlier value ("up from").
    starts: before the level that a change sets out from ("from 600 to 2,000").
    heads: words whose complement is what a later bare number counts ("number of").
    state: verbs and pronouns that only repeat a topic ("they stood at"). intent: words of plans; done: phrases that
    look like them and are none.
    units: unit -> words; currencies: ISO 4217 code -> words and signs. calibres: lengths that name a weapon;
    unless: words that make such a length a measurement ("rain"). points: what a number beside a percentage is in
    short for percentage points ("0,3 point"); point_topics: what is told in percent without saying so ("poll");
    game_words: what tells that points are those of a game ("rebounds"). votes: what tells that two numbers with a
    dash are those of a vote, and no score ("voted 52-48").
    speeds: unit -> a word before the number with the unit behind it that make it together ("시속 km": km/h).
    money_units: units that are a currency, too, where the sentence speaks of money (money_words) or the number is one
    of millions ("30 million pounds"). unsaid_currency: the one that a sum of a hundred million and more without any is
    in, where the sentence speaks of money or the number ends in one of `sums`, by the relation
    that they tell ("200억대").
    names: words before a number that is a name ("Article"); name_capitals: whether a capital before a bare number
    makes it one. adverb_endings: endings of adverbs that may stand before a counted noun's participle ("formerly");
    gerund_endings: those of participles that open a noun phrase ("parking spaces").
    plural_endings: endings of a noun after a number (not_plural: but not these); a round year before a
    noun without them is a year ("the 2000 census"). decades_of_age: endings of a round number that tell an age
    before a person ("30대 여성"). streets: last words of a street's name, which a house number stands before, or first
    words of one that a comma and the house number follow ("ул. Садовая, 10"). types:
    numbers that name a thing by themselves after an article ("the 747"). compounds: what may be written onto a
    number that counts it ("a 12-member panel"). homographs: vague number words that are other nouns, too, unless
    what they count follows ("scores"). not_before, not_after, not_glued: words and endings that make a number no
    figure (ages, times, ordinals), not_glued_small: endings that make a number below a hundred none ("3세대", but
    1,200세대: households).
    rates: words before the round number of people that a rate is told for ("12 cas pour 100 000 habitants").
    below_zero: words behind degrees that make them negative. of_age: words that make a bare number after people their
    age ("children under 5"); kin: persons that are so many years old ("her sons are 4"); age_openers: words before an
    age ("At 19, he left").
    articles: number words that are figures only where hedged or added ("un"); pronouns: only before a person or a word
    of a measure ("one").
    people: counted persons that tell no measure; things: counted things; counters: endings that are classifiers, by
    what they count ("people", "things"). stops: words that end a counted phrase; participles: those that do unless
    a known noun follows. links: words between a number and its noun. head_last: whether a noun ends its phrase.
    counted_before: whether the noun stands before the number. particles: endings not part of a noun.
    coordinators: join members of a list. breaks: words that open another clause. locatives: prepositions of place.
    regions: kinds of place that stand between such a preposition and the name ("city of"); areas: those behind the
    name ("the Donetsk region"). places: names of places that the CLDR's countries and cities lack, as written after a
    preposition; needed where an article stands before them, or where all nouns have capitals.
    including: verbs behind a part of what is counted next ("3명을 포함해"). margins: bounding verbs that an amount
    without a particle says by how much, behind an object ("전망치를 5% 웃돌았다"), or that "by" leads to it from ("beat
    estimates by two cents").
    """

    before: dict[str, Words] = field(default_factory=dict)
    after: dict[str, Words] = field(default_factory=dict)
    glued: dict[str, Words] = field(default_factory=dict)
    verbs: dict[str, Words] = field(default_factory=dict)
    verb_final: bool = False
    including: Words = ()
    margins: Words = ()
    approximate: Words = ()
    rounding: Words = ()
    fillers: Words = ()
    to: Words = ()
    along: Words = ()
    more: Words = ()
    more_after: Words = ()
    more_near: Words = ()
    rest: Words = ()
    changes: Words = ()
    by: Words = ()
    bare_changes: Words = ()
    unit_changes: Words = ()
    crossing: Words = ()
    drifting: Words = ()
    changes_after: Words = ()
    level_endings: Words = ()
    again: Words = ()
    partitives: Words = ()
    comparisons: Words = ()
    starts: Words = ()
    heads: Words = ()
    state: Words = ()
    intent: Words = ()
    done: Words = ()
    units: dict[str, Words] = field(default_factory=dict)
    currencies: dict[str, Words] = field(default_factory=dict)
    speeds: dict[str, Words] = field(default_factory=dict)
    calibres: Words = ()
    unless: Words = ()
    points: Words = ()
    point_topics: Words = ()
    game_words: Words = ()
    votes: Words = ()
    money_units: dict[str, str] = field(default_factory=dict)
    money_words: Words = ()
    unsaid_currency: str = ""
    sums: dict[str, Words] = field(default_factory=dict)
    names: Words = ()
    name_capitals: bool = True
    adverb_endings: Words = ()
    gerund_endings: Words = ()
    plural_endings: Words = ()
    not_plural: Words = ()
    decades_of_age: Words = ()
    streets: Words = ()
    types: Words = ()
    compounds: Words = ()
    homographs: Words = ()
    not_before: Words = ()
    not_after: Words = ()
    not_glued: Words = ()
    not_glued_small: Words = ()
    rates: Words = ()
    kin: Words = ()
    age_openers: Words = ()
    of_age: Words = ()
    below_zero: Words = ()
    articles: Words = ()
    pronouns: Words = ()
    people: Words = ()
    things: Words = ()
    counters: dict[str, Words] = field(default_factory=dict)
    stops: Words = ()
    participles: Words = ()
    links: Words = ()
    head_last: bool = False
    counted_before: bool = False
    particles: Words = ()
    coordinators: Words = ()
    breaks: Words = ()
    locatives: Words = ()
    regions: Words = ()
    areas: Words = ()
    places: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Measure:
    """What is said of a count. nouns: words that are themselves what is counted ("dead"); verbs: words near the number
    that say what happened; both may be stems ("wound~").

    of: if given, the measure holds only for these counted things ("house~"). people: stems of those verbs that tell it
    of people only ("destroyed", which things are, too). also: counted things that it holds for as
    well as for people ("houses without power"). together: other measures whose words,
    joined by "and", mean this one. over: measures whose nouns give way to a verb of this one ("rescued 10 wounded").
    weak: whether its nouns give way to any other measure's verb ("workers were killed"). presumed:
    counted nouns that mean this measure where a place is told and no other word speaks ("10,000 soldiers in Kursk").
    planned: the measure it becomes where intended.
    """

    nouns: Words = ()
    verbs: Words = ()
    of: Words = ()
    people: Words = ()
    also: Words = ()
    together: Words = ()
    over: Words = ()
    weak: bool = False
    presumed: Words = ()
    planned: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MeasureFile:
    """A user's own measures: the same form as a pack's [measures] and, if need be, [paradigms]."""

    measures: dict[str, Measure]
    paradigms: dict[str, Words] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence in the language with what it must give, and what it mustn't; both are the pack's tests.

    text, published: the sentence and, where it matters, its day. claims, figures: rows that must be found, each with
    the columns of the contract that count here. no_claims, no_figures: whether there must be none at all.
    """

    text: str
    published: str = ""
    claims: tuple[dict[str, str], ...] = ()
    figures: tuple[dict[str, str | float], ...] = ()
    no_claims: bool = False
    no_figures: bool = False


# Compared and hashed by identity: each pack is loaded once, and what is built from its words is cached by it.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LanguagePack:
    """Every word factkit knows of one language. Loaded once by `load_pack`, never changed."""

    code: str
    name: str
    native_name: str
    text: Text
    quotes: Quotes
    furniture: Furniture = Furniture()
    numbers: Numbers = Numbers()
    groups: Groups = Groups()
    cues: Cues = Cues()
    markers: Markers = Markers()
    grammar: Grammar = Grammar()
    people: People = People()
    particles: Particles = Particles()
    cases: Cases = Cases()
    dates: Dates = field(default_factory=Dates)
    modality: Modality = field(default_factory=Modality)
    figures: Figures = field(default_factory=Figures)
    measures: dict[str, Measure] = field(default_factory=dict)
    paradigms: dict[str, Words]
    examples: tuple[Example, ...] = ()
