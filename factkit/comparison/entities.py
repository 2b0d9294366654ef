"""One id per person or body over spellings, name orders, scripts, languages and descriptions.

Names that the alias table knows, or whose words say country and role, get that id at once. The others are people, or
bodies that nobody listed: they are compared only within blocks that sound alike, so that the work grows with the
number of names and not with its square, and merged only where nothing speaks against it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import pandas as pd
from anyascii import anyascii

from factkit.comparison import korean
from factkit.comparison.bodies import (
    AliasFile,
    Bodies,
    describe,
    describes_post,
    has_organ,
    is_abbreviation,
    is_anybody,
    is_local,
    load_bodies,
    looks_like_body,
    own_name,
    parts,
    person_part,
    read_aliases,
    without_article,
    without_country_words,
)
from factkit.comparison.clusters import (
    LISTED,
    SAID,
    SAME_LETTERS,
    SAME_ROLE,
    SAME_WORDS,
    SPELLED,
    Clusters,
    listed,
)
from factkit.comparison.names import similarity
from factkit.comparison.people import (
    NEAR,
    Name,
    Token,
    block_keys,
    bone_keys,
    is_capitalised,
    korean_readings,
    name_token,
    parse_name,
    surnames,
    token_similarity,
)
from factkit.comparison.places import country_name, is_country, place_id
from factkit.comparison.standing import Context, standing
from factkit.dossier import Dossier, expect_dossier

_MERGE = 0.75  # names at least this similar are one; precision counts more than recall here
_DOUBT = 0.45  # names between this and _MERGE are shown as uncertain
_AGAINST = 0.3  # no two forms of one entity may be less similar than this
_SURNAME = 0.9  # a surname alone must be this similar to the full name's
_SURNAME_ACROSS = 0.78  # the same between Hangul and letters
_SHORT = 3  # letters of a word too short for variants
_FULL = 2  # words of a full name
_LISTED = 12  # names shown as uncertain, at most
_LONGEST_NAME = 4  # words
_KEY_LENGTHS = (2, 3, 6)  # consonants of the keys that names are blocked by, coarse to fine
_CROWDED = 25  # names of a block, at most
_NEIGHBOURS = 20


@dataclass(frozen=True, slots=True)
class Resolution:
    """What each name as written stands for: `ids` maps it to an entity id, `names` an entity id to its fullest name.

    `meant` maps an article and a bare description in it ("the agency") to the entity that it stands for there.

    `kinds`, `why` (how its forms were found to be one) and `uncertain` (names near it that were left apart) are by
    entity id; `listed` holds the ids that the alias table or country and role gave.
    """

    ids: Mapping[str, str]
    names: Mapping[str, str]
    kinds: Mapping[str, str]
    why: Mapping[str, str]
    uncertain: Mapping[str, tuple[str, ...]]
    listed: frozenset[str]
    meant: Mapping[tuple[str, str], str]

    def of(self, article: str, name: str) -> str:
        """The id of the entity that `name` stands for in an article."""
        return self.meant.get((article, name)) or self.ids[name]


def entities(dossier: Dossier, *, aliases: str | Path | None = None) -> pd.DataFrame:
    """Everyone who says something in `dossier`, one row per person or body, the most frequent first.

    Columns: `entity_id`; `name`, the fullest form (of what factkit knows, the English name); `forms`, all names as
    written; `count`, how often they occur in claims (speaker, origin) and sources; `kind` (person, organisation,
    outlet, state, document, anonymous); `why` its forms were taken for one, in words; `uncertain`, names that may be
    the same but were not merged.

    `aliases` is a TOML file of the user's own, of the same form as factkit's bodies.toml: its `body` entries (also
    people) come before factkit's, `same = [["A", "B"]]` joins names and `apart = [["A", "B"]]` keeps them apart. The
    pairs in `dossier.names`, where `apply_review` puts them, do the same.
    """
    expect_dossier(dossier, "entities")
    counts, resolution = _counts(dossier), resolve(dossier, aliases=aliases)
    types = _types(dossier)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for (article, name), count in sorted(counts.items()):
        forms[resolution.of(article, name)][name] += count
    rows = [
        {
            "entity_id": entity,
            "name": resolution.names[entity],
            "forms": sorted(names),
            "count": names.total(),
            "kind": (None if entity in resolution.listed else _voted(types, sorted(names))) or resolution.kinds[entity],
            "why": resolution.why.get(entity, ""),
            "uncertain": list(resolution.uncertain.get(entity, ())),
        }
        for entity, names in forms.items()
    ]
    columns = ["entity_id", "name", "forms", "count", "kind", "why", "uncertain"]
    table = pd.DataFrame(rows, columns=columns).astype({"count": "int64"})
    table = table.sort_values(["count", "entity_id"], ascending=[False, True], ignore_index=True)
    return table.astype(dict.fromkeys(("entity_id", "name", "kind", "why"), "string"))


def _counts(dossier: Dossier) -> Counter[tuple[str, str]]:
    """How often each name occurs in each article."""
    claims, links = dossier.claims, dossier.sources
    homes = links["claim_id"].map(claims.set_index("claim_id")["article_id"])
    columns = (
        (claims["article_id"], claims["speaker"]),
        (claims["article_id"], claims["origin"]),
        (homes, links["name"]),
    )
    total: Counter[tuple[str, str]] = Counter()
    for articles, names in columns:
        told = names.notna()
        total.update(zip(articles[told].astype(str), names[told].astype(str), strict=True))
    return total


def _context(dossier: Dossier, counts: Counter[tuple[str, str]]) -> Context:
    names: dict[str, set[str]] = defaultdict(set)
    for article, name in counts:
        names[article].add(name)
    passing: dict[str, set[tuple[str, str]]] = defaultdict(set)
    pairs = dossier.claims[["article_id", "speaker", "origin"]].dropna().drop_duplicates()
    for article, speaker, origin in pairs.itertuples(index=False):
        passing[article].add((speaker, origin))
    return Context(names, passing, _countries(dossier), _written(dossier), roles_in(dossier))


def _written(dossier: Dossier) -> dict[tuple[str, str], set[str]]:
    """How each speaker is called in full where an article's claims are, if otherwise than by name."""
    made: dict[tuple[str, str], set[str]] = defaultdict(set)
    for article, speaker, source in (
        dossier.claims[["article_id", "speaker", "source"]].dropna().itertuples(index=False)
    ):
        if speaker in source and len(source) > len(speaker):
            made[article, speaker].add(source)
    return made


def roles_in(dossier: Dossier) -> dict[str, set[tuple[str, str]]]:
    """Who holds which office in each article, as its sources say."""
    made: dict[str, set[tuple[str, str]]] = defaultdict(set)
    articles = dossier.claims.set_index("claim_id")["article_id"]
    links = dossier.sources[["claim_id", "name", "role"]].dropna()
    for article, name, role in zip(links["claim_id"].map(articles), links["name"], links["role"], strict=True):
        made[article].add((name, role))
    return made


def _countries(dossier: Dossier) -> dict[str, str]:
    """The country that an article's figures are told of, in their places and in what they count, if it is one."""
    told: dict[str, set[str]] = defaultdict(set)
    counted = dossier.figures[["article_id", "counted"]].dropna().drop_duplicates()
    for article, group in counted.itertuples(index=False):
        told[article].update(describe(group).countries)
    places = dossier.figures[["article_id", "place"]].dropna().drop_duplicates()
    for article, place in places.itertuples(index=False):
        if is_country(found := place_id(place)):
            told[article].add(found)
    return {article: min(found) for article, found in told.items() if len(found) == 1}


def _types(dossier: Dossier) -> dict[str, Counter[str]]:
    """How often each name was given each type in the table of sources."""
    made: dict[str, Counter[str]] = defaultdict(Counter)
    for name, kind in zip(dossier.sources["name"], dossier.sources["type"], strict=True):
        made[name][kind] += 1
    return made


def _voted(types: Mapping[str, Counter[str]], names: list[str]) -> str | None:
    votes = sum((types.get(name, Counter()) for name in names), Counter[str]())
    return max(sorted(votes), key=lambda kind: votes[kind]) if votes else None


def _guessed(name: str) -> str:
    described = describe(name)
    if described.posts and not described.rest:
        return "anonymous"
    return "organisation" if looks_like_body(name) else "person"


def resolve(dossier: Dossier, *, aliases: str | Path | None = None) -> Resolution:
    """The entity of each name in the claims and sources of `dossier`; see `entities`."""
    pairs: dict[str, list[tuple[str, ...]]] = {"same": [], "apart": []}
    for left, right, relation in dossier.names[["left", "right", "relation"]].itertuples(index=False):
        pairs[relation].append((left, right))
    counts = _counts(dossier)
    context = _context(dossier, counts)
    told: Counter[str] = Counter()
    for (_, name), count in counts.items():
        told[name] += count
    return resolve_names(told, aliases=aliases, same=pairs["same"], apart=pairs["apart"], context=context)


def resolve_names(
    names: Iterable[str],
    *,
    aliases: str | Path | None = None,
    same: Iterable[tuple[str, ...]] = (),
    apart: Iterable[tuple[str, ...]] = (),
    context: Context | None = None,
) -> Resolution:
    """The entity of each of `names`, whatever their order; `same` and `apart` are a reviewer's own groups of names.

    Of several full names the one told most often is the entity's, where `names` is a Counter. With a `context`, bare
    descriptions get the entity that they stand for in each article.
    """
    path = Path(aliases) if aliases else None
    own = read_aliases(path) if path else AliasFile()
    own = replace(own, same=(*own.same, *same), apart=(*own.apart, *apart))
    bodies = load_bodies(path)
    told = Counter(names)
    distinct = sorted(told)
    clusters = Clusters({name: name for name in distinct}, {name: [name] for name in distinct})
    clusters.apart = frozenset(frozenset((a, b)) for group in own.apart for a, b in combinations(group, 2))
    _join_same(clusters, own, set(distinct))
    known = _join_known(clusters, bodies)
    _join_same_words(clusters, distinct, known)
    _join_own_names(clusters, distinct)
    _join_foldings(clusters, distinct)
    people = [name for name in distinct if clusters.home[name] not in known]
    _join_alike(clusters, people, bodies)
    _join_abbreviations(clusters, distinct, known)
    _join_surnames(clusters, people)
    made = _resolution(clusters, known, bodies, told)
    if context is None:
        return made
    settled = {name for group in own.same for name in group}
    return _with_descriptions(made, context, bodies, settled, clusters.apart)


def _with_descriptions(
    made: Resolution, context: Context, bodies: Bodies, settled: Collection[str], apart: Collection[frozenset[str]]
) -> Resolution:
    found = standing(context, made.ids, bodies, settled, apart)
    why, uncertain = dict(made.why), {entity: set(others) for entity, others in made.uncertain.items()}
    where: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (article, name), entity in sorted(found.meant.items()):
        where[entity, name].append(article)
    for (entity, name), articles in where.items():
        known = made.names.get(entity)
        meant = f"“{known}”" if known else f"that of {country_name(entity.partition('/')[0])}"
        reason = f"In {listed(articles)}, “{name}” can only mean {meant}."
        why[entity] = " ".join(filter(None, (why.get(entity), reason)))
    for name, others in found.doubts.items():
        for other in others:
            uncertain.setdefault(made.ids[name], set()).add(made.names[other])
            uncertain.setdefault(other, set()).add(name)
    near = {entity: tuple(sorted(others)[:_LISTED]) for entity, others in uncertain.items()}
    names = {entity: name for (_, name), entity in sorted(found.meant.items(), reverse=True)} | dict(made.names)
    kinds = dict.fromkeys(names, "organisation") | dict(made.kinds)
    return replace(made, meant=found.meant, names=names, kinds=kinds, why=why, uncertain=near)


def _join_same(clusters: Clusters, own: AliasFile, present: set[str]) -> None:
    for group in own.same:
        first, *others = [name for name in group if name in present] or [""]
        for other in others:
            clusters.join(first, other, SAID)


def _join_known(clusters: Clusters, bodies: Bodies) -> set[str]:
    """Join what the alias table or country and role identify; a set of the clusters' leaders."""
    leaders: dict[str, str] = {}
    for name in list(clusters.home):
        found = bodies.identify(name)
        if found is None:
            continue
        leader = leaders.setdefault(found, name)
        if leader != name and not clusters.forbidden(leader, name):
            in_table = bodies.find(name) is not None
            clusters.join(leader, name, LISTED if in_table else SAME_ROLE)
    return {clusters.home[leader] for leader in leaders.values()}


def _join_same_words(clusters: Clusters, names: list[str], known: set[str]) -> None:
    """Join names without a country that say the same in two languages: Interior Ministry, Innenministerium; and, with
    the same name in both, Health Ministry of Zambara, Gesundheitsministerium von Zambara.
    """
    leaders: dict[tuple[frozenset[str], frozenset[str], tuple[str, ...]], str] = {}
    for name in names:
        said = describe(name)
        if clusters.home[name] in known or said.countries or said.joined or said.posts or not said.organs:
            continue
        if not said.is_body and own_name(said) is None:
            continue
        own = tuple(sorted(name_token(word).latin or word for word in said.rest))
        core = without_country_words(said)
        picked = own or len(core) > 1 or (is_local(said) and not is_anybody(said))
        # The form (service, office) says nothing more of what is an organ by its other words.
        forms = frozenset[str]() if is_local(said) and has_organ(said) else said.forms
        leader = leaders.setdefault((core, forms, own), name) if picked else name
        if leader != name and not clusters.forbidden(leader, name):
            clusters.join(leader, name, SAME_WORDS)


def _join_own_names(clusters: Clusters, names: list[str]) -> None:
    """Join a name with the one body that bears it: Solidar, the union Solidar."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if (own := own_name(describe(name))) is not None:
            bearers[own].add(name)
    for name in names:
        said = describe(name)
        found = bearers.get(said.rest[0], set()) if len(said.rest) == 1 == len(name.split()) else set()
        if len({clusters.home[other] for other in found}) == 1 and not clusters.forbidden(name, first := min(found)):
            clusters.join(name, first, f"“{name}” is the name of “{first}”.")


def _join_foldings(clusters: Clusters, names: list[str]) -> None:
    """Join names that differ in case, accents, titles, articles, punctuation or the "and" of two speakers only."""
    leaders: dict[tuple[str, ...], str] = {}
    for name in names:
        parsed = parse_name(without_article(person_part(name)))
        key = (parsed.generation, *(token.plain for token in parsed.tokens if not _is_and(token.plain)))
        if len(parsed.core) < _FULL:
            continue
        leader = leaders.setdefault(key, name)
        if leader != name and not clusters.forbidden(leader, name):
            clusters.join(leader, name, SAME_LETTERS)


def _is_and(word: str) -> bool:
    return len(word) > 1 and describe(word).joined


def _join_alike(clusters: Clusters, names: list[str], bodies: Bodies) -> None:
    """Join full names that are alike, the most similar first; in doubt, note it and leave them apart."""
    candidates = sorted(
        (-score, left, right)
        for left, right in set(_pairs(names))
        if (score := similarity(left, right, bodies)) >= _DOUBT or score == NEAR
    )
    for negative, left, right in candidates:
        if clusters.home[left] == clusters.home[right]:
            continue
        sure = -negative >= _MERGE and _same_length(left, right)
        if sure and not clusters.forbidden(left, right) and _agree(clusters, left, right, bodies):
            clusters.join(left, right, SPELLED)
        else:
            clusters.doubt(left, right)


def _same_length(left: str, right: str) -> bool:
    """Whether neither name says more than the other, which only people's names do: middle names, not other bodies."""
    one, two = _parsed(left), _parsed(right)
    equal = len(one.core) == len(two.core) or one.script != two.script
    return equal or (_is_persons(left) and _is_persons(right))


def _agree(clusters: Clusters, left: str, right: str, bodies: Bodies) -> bool:
    """Whether no two forms of the clusters to be joined contradict each other."""
    ours, theirs = (clusters.members[clusters.home[name]] for name in (left, right))
    return all(similarity(one, two, bodies) >= _AGAINST for one in ours for two in theirs)


def _pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that share a block; a crowded block is cut by finer keys, the last ones by alphabet."""
    left = [name for name in names if _is_full(_parsed(name))]
    for length in _KEY_LENGTHS:
        blocks: dict[str, list[str]] = defaultdict(list)
        for name in left:
            for key in block_keys(_parsed(name), length):
                blocks[key].append(name)
        crowded = [members for members in blocks.values() if len(members) > _CROWDED]
        for members in blocks.values():
            if len(members) <= _CROWDED:
                yield from combinations(members, 2)
        left = sorted({name for members in crowded for name in members})
        if length == _KEY_LENGTHS[-1]:
            yield from _neighbours(crowded)


def _neighbours(crowded: list[list[str]]) -> Iterator[tuple[str, str]]:
    for members in crowded:
        near = sorted(members, key=lambda name: (anyascii(name).lower(), name))
        for number, name in enumerate(near):
            for other in near[number + 1 : number + _NEIGHBOURS]:
                yield min(name, other), max(name, other)


def _join_abbreviations(clusters: Clusters, names: list[str], known: set[str]) -> None:
    """Join an abbreviation that the table lacks with the one name that introduces it in brackets: "Full Name (FN)"."""
    introduced: dict[str, set[str]] = defaultdict(set)
    for name in names:
        bare, *bracketed = parts(name)
        if bracketed and is_abbreviation(bracketed[0]) and len(bare.split()) >= _FULL:
            introduced[bracketed[0]].add(name)
    for name, full in sorted(introduced.items()):
        homes = {clusters.home[other] for other in full}
        if name not in clusters.home or clusters.home[name] in known:
            continue
        if len(homes) == 1 and not clusters.forbidden(name, first := min(full)):
            clusters.join(name, first, f"“{first}” introduces the abbreviation “{name}”.")


def _join_surnames(clusters: Clusters, names: list[str]) -> None:
    """Join a surname alone with the one person in the dossier who bears it; with several, note the doubt."""
    bearers = _bearers(filter(_is_persons, sorted(clusters.home)))
    for name in filter(_is_surname, names):
        full = bearers.of(parse_name(name).core[0]) - {name}
        homes = {clusters.home[other] for other in full}
        if len(homes) == 1 and not clusters.forbidden(name, first := min(full)):
            clusters.join(name, first, f"“{name}” can only be “{first}”: nobody else here has that name.")
        else:
            for other in sorted(full)[:_LISTED]:
                clusters.doubt(name, other)


def _parsed(text: str) -> Name:
    """`text` as a person's name, without what its bearer is."""
    return parse_name(person_part(text))


def _is_full(name: Name) -> bool:
    return len(name.core) >= _FULL or (name.script != "letters" and len(name.joined) > 1)


def _is_persons(text: str) -> bool:
    """Whether `text` may be a person's full name: a few words written large, fewer than half of them with a meaning."""
    name, described = _parsed(text), describe(person_part(text))
    known = len(described.whole | described.countries)
    return (
        _is_full(name)
        and len(name.core) <= _LONGEST_NAME
        and known < len(described.rest)
        and is_capitalised(person_part(text))
    )


def _is_surname(text: str) -> bool:
    """Whether a name is one word, and no full Korean or Chinese name, which are written as one."""
    name = parse_name(text)
    if len(name.core) != 1 or name.script == "han" or any(map(str.isdigit, text)) or describe(text).whole:
        return False
    return name.script == "letters" or len(name.joined) == 1 or name.joined[0] not in korean.hangul_surnames()


@dataclass(frozen=True, slots=True)
class _Bearers:
    """Full names by their first and last words, by how these sound, and by the Korean family name."""

    by_word: Mapping[Token, set[str]]
    by_sound: Mapping[str, set[Token]]
    by_family: Mapping[str, set[str]]

    def of(self, surname: Token) -> set[str]:
        """The full names whose surname `surname` can be."""
        if korean.is_hangul(surname.plain) and len(surname.plain) == 1:
            return set(self.by_family.get(surname.plain, ()))
        near = {word for key in bone_keys(surname) for word in self.by_sound.get(key, ())}
        found = {name for word in near if _alike(word, surname) for name in self.by_word[word]}
        families = korean.surnames_spelled().get(surname.plain, ())
        return found.union(*(self.by_family.get(korean.initial_rule(family[0]), ()) for family in families))


def _bearers(names: Iterable[str]) -> _Bearers:
    made = _Bearers(defaultdict(set), defaultdict(set), defaultdict(set))
    for text in names:
        name = _parsed(text)
        if name.script == "hangul" and len(name.tokens) == 1:
            made.by_family[korean.initial_rule(name.joined[0])].add(text)
        else:
            for family in {reading[0] for reading in korean_readings(name)}:
                made.by_family[family].add(text)
        for word in surnames(name):
            made.by_word[word].add(text)
            for key in bone_keys(word):
                made.by_sound[key].add(word)
    return made


def _alike(word: Token, surname: Token) -> bool:
    wanted = _SURNAME if korean.is_hangul(word.plain) == korean.is_hangul(surname.plain) else _SURNAME_ACROSS
    short = min(len(word.latin), len(surname.latin)) <= _SHORT and word.whole and not korean.is_hangul(word.plain)
    return word == surname if short else token_similarity(word, surname) >= wanted


def _resolution(clusters: Clusters, known: set[str], bodies: Bodies, told: Counter[str]) -> Resolution:
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    kinds: dict[str, str] = {}
    why: dict[str, str] = {}
    listed: set[str] = set()
    for leader, members in sorted(clusters.members.items()):
        found = _known_id(members, bodies) if leader in known else None
        fullest = min(members, key=lambda name: _fullness(name, told[name]))
        entity = _free(found or _slug(fullest), names)
        kinds[entity] = _kind(found, bodies) if found else min(map(_guessed, members))
        listed_name = country_name(found) if found and kinds[entity] == "state" else None
        names[entity] = bodies.names.get(entity) or listed_name or fullest
        if found:
            listed.add(entity)
        ids.update(dict.fromkeys(members, entity))
        why[entity] = clusters.why(leader)
    uncertain: dict[str, set[str]] = defaultdict(set)
    for name, others in clusters.doubts.items():
        uncertain[ids[name]] |= {names[ids[other]] for other in others if ids[other] != ids[name]}
    near = {entity: tuple(sorted(others)[:_LISTED]) for entity, others in uncertain.items() if others}
    return Resolution(ids, names, kinds, why, near, frozenset(listed), {})


def _kind(found: str, bodies: Bodies) -> str:
    """The kind of an identified entity: as listed, else by what its id is made of."""
    role = found.partition("/")[2]
    computed = "organisation" if role and not describes_post(role) else "person" if role else "state"
    return bodies.kinds.get(found, computed)


def _known_id(members: list[str], bodies: Bodies) -> str | None:
    return min((found for name in members if (found := bodies.identify(name))), default=None)


def _fullness(name: str, told: int) -> tuple[bool, bool, bool, int, int, int, str]:
    """Sort key: names before descriptions, full ones first, in Latin letters, those told most often, the longer, with
    fewer signs."""
    parsed = parse_name(name)
    latin = anyascii(parsed.joined[:1]) == parsed.joined[:1]
    return (bool(describe(name).posts), not _is_full(parsed), not latin, -told, -len(parsed.joined), len(name), name)


def _slug(name: str) -> str:
    parsed = _parsed(name)
    words = [*(token.latin or token.plain for token in parsed.tokens), parsed.generation]
    return "-".join(word for word in words if word) or "unnamed"


def _free(entity: str, taken: Mapping[str, str]) -> str:
    number, free = 2, entity
    while free in taken:
        free, number = f"{entity}-{number}", number + 1
    return free
