"""What checks work on: estimates as plain records, ways to bring those together that belong together, and findings."""

import math
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal

import pandas as pd

from factkit.comparison.bodies import describe, person_part
from factkit.comparison.checks.earlier import past_figures
from factkit.comparison.checks.estimate import MINUTES, Estimate
from factkit.comparison.checks.offices import offices
from factkit.comparison.codes import Codes
from factkit.comparison.stories import settled
from factkit.comparison.things import NO_DAY, TOLD_OF, Things, measured, things
from factkit.comparison.topics import sentence
from factkit.extraction.lexicon import Lexicon
from factkit.languages import language_codes, load_pack
from factkit.reading.segments import tokenize

Verdict = Literal["supported", "refuted", "conflicting", "not_enough_evidence", "outdated"]
VERDICTS = ("supported", "refuted", "conflicting", "not_enough_evidence", "outdated")
_USUAL = 0.75  # share of the figures that somebody passes on which make their origin his usual one
_BARE = ("money", "other")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: about which figure or claim, what speaks for or against it, and a sentence that says so."""

    verdict: Verdict
    message: str
    evidence: tuple[str, ...]
    figure_id: str | None = None
    claim_id: str | None = None
    check: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """What is to be checked. `estimates` holds the comparable ones, in the order of their ids; `passing` the pairs
    (speaker, origin) in which the one passes on the other's figures, and of a state with its bodies; `relays` the one
    origin of each speaker who passes on the figures of one party; `texts` the articles' texts; `names`
    what each origin is called; `bare` all sums of money and counts of no measure, comparable or not;
    `denied` the figures that somebody denies; `offices` the body that who holds an office speaks for, by story and
    person.
    """

    estimates: tuple[Estimate, ...]
    claims: pd.DataFrame
    passing: frozenset[tuple[int, int]]
    relays: Mapping[int, int] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[int, frozenset[str]] = field(default_factory=dict)
    bare: tuple[Estimate, ...] = ()
    denied: tuple[Estimate, ...] = ()
    offices: Mapping[tuple[int, int], int] = field(default_factory=dict)

    @property
    def every(self) -> Iterable[Estimate]:
        """All figures that anything can be held against, those of no measure, too."""
        return {row.figure_id: row for row in (*self.estimates, *self.bare)}.values()

    def source(self, row: Estimate) -> int:
        """The code of whose figure it is, also where an article names only the one who passes it on; 0: nobody's."""
        body = self.body(row)
        return self.relays.get(body, body)

    def body(self, row: Estimate) -> int:
        """The code of whose figure it is: of who holds an office in a body that counts in the story, the body's."""
        return self.offices.get((row.story, row.origin), row.origin)

    def names_one(self, row: Estimate, origins: Iterable[int]) -> bool:
        """Whether the row's article has one of these origins' own names anywhere, or one of two words ("coast guard"),
        or its sentence their kind."""
        text = self.texts.get(row.article_id, "")
        small = text.casefold()
        kinds = describe(_sentence(text, row)).core
        return any(
            (name in small and (bool(describe(name).rest) or " " in name)) or bool(kinds & describe(name).core)
            for origin in origins
            for name in self.names.get(origin, ())
        )

    def police(self, origins: Iterable[int]) -> bool:
        """Whether all these origins are police: who arrests needs no naming."""
        named = [name for origin in origins for name in self.names.get(origin, ())]
        return bool(named) and all("police" in describe(name).core for name in named)

    def in_headline(self, row: Estimate) -> bool:
        """Whether the figure stands in the first line of an article of several."""
        first, newline, _ = self.texts.get(row.article_id, "").partition("\n")
        return bool(newline) and row.start < len(first)

    def in_one_sentence(self, one: Estimate, other: Estimate) -> bool:
        """Whether the second of two figures of an article stands in the sentence of the first."""
        text = self.texts.get(one.article_id, "")
        same = one.article_id == other.article_id
        return same and one.start < other.start < sentence(text, one.start)[1]

    def tells_hour(self, row: Estimate) -> bool:
        """Whether the figure's sentence tells a part of the day, or that the count has changed."""
        text = self.texts.get(row.article_id)
        if text is None or row.language not in language_codes():
            return False
        return bool(_hours(row.language).find(tokenize(_sentence(text, row), load_pack(row.language))))

    def same_origin(self, one: Estimate, other: Estimate) -> bool:
        """Whether both figures come from one origin: the same body, or one that passes on the other's figures."""
        if not one.origin or not other.origin:
            return False
        pair = (one.origin, other.origin)
        return self.source(one) == self.source(other) or pair in self.passing or pair[::-1] in self.passing

    def akin(self, one: Estimate, other: Estimate) -> bool:
        """Whether both come from one origin, or one names nobody ("officials") and tells of the same named group or
        place, or of the same event."""
        unknown = not one.origin or not other.origin or one.anybody or other.anybody
        alike = (one.named and other.named) or one.story == other.story
        return self.same_origin(one, other) or (unknown and alike)


def make_case(
    estimates: pd.DataFrame,
    claims: pd.DataFrame,
    texts: Mapping[str, str] | None = None,
    roles: Mapping[str, Collection[tuple[str, str]]] | None = None,
) -> Case:
    """A case from a table of estimates, one of claims (with `language`, `published` and `outlet` added), and the
    articles' texts, and who has which role in them as pairs (name, role), by article_id."""
    what, story = settled(things(estimates))
    records = tuple(_records(what, story))
    past = past_figures(records, texts or {})
    records = tuple(_as_past(row) if row.number in past else row for row in records)
    rows = tuple(row for row, usable in zip(records, what.comparable, strict=True) if usable)
    bare = tuple(row for row in records if row.measure in _BARE and row.modality != "denied")
    known = dict(texts or {})
    passing = _passing(rows)
    denied = tuple(row for row in records if row.modality == "denied" and not math.isnan(row.point))
    names = _names(what) if known else {}
    held = offices(what, story, roles or {})
    return Case(rows, claims, passing | _states(what), _relays(rows, passing), known, names, bare, denied, held)


def _as_past(row: Estimate) -> Estimate:
    """The row as one of before; of an unknown day, unless the text says which."""
    return replace(row, past=True, day=row.day if row.dated else NO_DAY)


@cache
def _hours(language: str) -> Lexicon:
    pack = load_pack(language)
    return Lexicon({"part": pack.dates.parts, "change": (*pack.figures.changes, *pack.figures.bare_changes)}, pack)


def _sentence(text: str, row: Estimate) -> str:
    start, end = sentence(text, row.start)
    return text[start:end]


def _names(what: Things) -> dict[int, frozenset[str]]:
    """What each origin and speaker is called."""
    made: dict[int, set[str]] = {}
    for part, numbers in (("origin", what.origin), ("speaker", what.speaker)):
        for code, name in set(zip(numbers.tolist(), what.frame[f"{part}_name"].tolist(), strict=True)):
            if code and isinstance(name, str) and (describe(name).rest or describe(name).core):
                made.setdefault(code, set()).add(person_part(name).casefold())
    return {code: frozenset(names) for code, names in made.items()}


def _states(what: Things) -> frozenset[tuple[int, int]]:
    """The pairs of a state and a body of its own, by their ids ("kr", "kr/intelligence"): Seoul speaks for both."""
    known = what.frame["origin_id"].notna().to_numpy(dtype=bool)
    codes = dict(zip(what.frame["origin_id"][known], what.origin[known].tolist(), strict=True))
    bodies = ((name.partition("/")[0], code) for name, code in codes.items() if "/" in name)
    return frozenset((codes[state], code) for state, code in bodies if state in codes)


def _passing(rows: Iterable[Estimate]) -> frozenset[tuple[int, int]]:
    """The pairs of a speaker and an origin whose figures he passes on, but for two that count one thing otherwise in
    more articles, where neither speaks for the other: those are two parties."""
    told: dict[tuple[str, Hashable], dict[int, set[float]]] = {}
    homes: dict[tuple[int, int], set[str]] = {}
    for row in rows:
        if row.origin:
            told.setdefault((row.article_id, row.thing[0]), {}).setdefault(row.origin, set()).add(row.point)
            if row.speaker and row.speaker != row.origin:
                homes.setdefault((row.speaker, row.origin), set()).add(row.article_id)
    parties = {party for pair in homes for party in pair}
    scenes: dict[int, list[tuple[str, dict[int, set[float]]]]] = {}
    for (article, _), counts in told.items():
        for party in counts.keys() & parties:
            scenes.setdefault(party, []).append((article, counts))
    return frozenset(
        (speaker, origin)
        for (speaker, origin), passed_on in homes.items()
        if len(passed_on) >= len(_disagreeing(scenes.get(speaker, ()), speaker, origin) - passed_on)
    )


def _disagreeing(scenes: Iterable[tuple[str, Mapping[int, set[float]]]], one: int, other: int) -> set[str]:
    """The articles that have different numbers of two parties for one thing."""
    return {article for article, counts in scenes if other in counts and counts[one].isdisjoint(counts[other])}


def _relays(rows: Iterable[Estimate], passing: Collection[tuple[int, int]]) -> dict[int, int]:
    """Whose figures a speaker passes on, where it is one party's nearly always, and that party passes on nobody's."""
    counts: dict[int, Counter[int]] = {}
    for row in rows:
        if (row.speaker, row.origin) in passing:
            counts.setdefault(row.speaker, Counter())[row.origin] += 1
    usual = {speaker: max(sorted(found), key=lambda code: found[code]) for speaker, found in counts.items()}
    return {
        speaker: origin
        for speaker, origin in usual.items()
        if origin not in usual and counts[speaker][origin] >= _USUAL * counts[speaker].total()
    }


def _records(what: Things, story: Codes) -> Iterator[Estimate]:
    frame = what.frame
    first, last = (_edge(frame, name, what) for name in ("as_of_start", "as_of_end"))
    columns = {
        "published": frame["published"]
        .fillna(frame["date"])
        .dt.strftime("%Y-%m-%d")
        .astype(object)
        .where(lambda s: s.notna(), "no date"),
        "outlet": frame["outlet"].astype(object).where(frame["outlet"].notna(), frame["article_id"].astype(object)),
        "origin": frame["origin_name"]
        .astype(object)
        .where(frame["origin_name"].notna(), frame["origin_id"].astype(object)),
        "text": frame["text"].astype(object).where(frame["text"].notna(), pd.Series(what.point).map("{:,.15g}".format)),
        "claim_id": frame["claim_id"].astype(object).where(frame["claim_id"].notna(), None),
    }
    words = {name: column.tolist() for name, column in columns.items()}
    starts = frame["start"].tolist() if "start" in frame else [0] * len(frame)
    plain = {name: frame[name].astype(object).where(frame[name].notna(), "").tolist() for name in _PLAIN}
    codes = zip(
        what.topic_key(), what.nation.tolist(), what.kind.tolist(), what.part.tolist(), what.place.tolist(), strict=True
    )
    for i, (topic, *group) in enumerate(codes):
        told_of = plain["topic"][i] if plain["measure"][i] in TOLD_OF else ""
        role = plain["role"][i] or "level"
        yield Estimate(
            number=i,
            figure_id=plain["figure_id"][i],
            claim_id=words["claim_id"][i],
            article_id=plain["article_id"][i],
            outlet=words["outlet"][i],
            published=words["published"][i],
            language=plain["language"][i],
            story=int(story[i]),
            start=int(starts[i]),
            text=words["text"][i],
            measure=plain["measure"][i],
            relation=plain["relation"][i],
            role="level" if told_of and role == "share" else role,
            modality=plain["modality"][i] or "asserted",
            claim_modality=plain["claim_modality"][i],
            point=float(what.point[i]),
            low=float(what.low[i]),
            high=float(what.high[i]),
            day=int(what.day[i]),
            stamp=int(what.stamp[i]),
            origin=int(what.origin[i]),
            origin_name=words["origin"][i] if what.origin[i] else "nobody named",
            speaker=int(what.speaker[i]),
            thing=(topic, *group),
            group=(group[0], group[1], group[2], group[3]),
            unit=plain["unit"][i],
            topic=told_of,
            noun=int(what.noun[i]),
            named=bool(what.named[i]),
            specific=bool(what.specific[i]),
            dated=bool(what.dated[i]),
            as_of=plain["as_of"][i],
            where=plain["place"][i].casefold(),
            counted=plain["counted"][i],
            said=measured(plain["measure"][i], plain["counted"][i], plain["unit"][i], told_of),
            window=(int(first[i]), int(last[i])),
            anybody=plain["origin_kind"][i] == "anonymous",
        )


_PLAIN = (
    "figure_id",
    "article_id",
    "language",
    "measure",
    "unit",
    "counted",
    "relation",
    "role",
    "modality",
    "as_of",
    "place",
    "claim_modality",
    "topic",
    "origin_kind",
)


def _edge(frame: pd.DataFrame, name: str, what: Things) -> list[int]:
    """Days of as_of_start or as_of_end, the effective day where the text says none."""
    if name not in frame:
        return [int(day) for day in what.day]
    days = (pd.to_datetime(frame[name]) - pd.Timestamp(0)).dt.days
    return [int(day) if pd.notna(day) else int(other) for day, other in zip(days, what.day, strict=True)]


def together(rows: Iterable[Estimate], key: Callable[[Estimate], Hashable]) -> list[list[Estimate]]:
    """The rows with the same key, each list in time order; rows whose key is None are left out."""
    lists: dict[Hashable, list[Estimate]] = {}
    for row in rows:
        wanted = key(row)
        if wanted is not None:
            lists.setdefault(wanted, []).append(row)
    return [sorted(found, key=in_time) for found in lists.values() if len(found) > 1]


def by_thing(row: Estimate) -> Hashable:
    """The thing, where it is named; else thing and origin, and None where nobody is named, either."""
    return row.thing if row.named else (row.thing, row.origin) if row.origin else None


def of_one_number(row: Estimate) -> tuple[Hashable, ...]:
    """The thing wherever it is told to be, with its number: one number of one thing is the same in port and country."""
    return row.thing[:-1], row.role, row.point


def in_time(row: Estimate) -> tuple[int, int, int]:
    """Sorts by effective day, then publication, then id."""
    return row.day, row.stamp, row.number


def _day(row: Estimate) -> int:
    return row.day


def told_on(row: Estimate) -> int:
    """The day that a figure holds for; of a plan for another day, the one it is told on."""
    return min(row.day, row.stamp // MINUTES) if row.stamp != NO_DAY else row.day


def episodes(
    rows: list[Estimate], days: int, shortest: int = 2, *, on: Callable[[Estimate], int] = _day
) -> Iterator[list[Estimate]]:
    """Rows in time order, cut wherever more than `days` days lie between two neighbours; of `shortest` rows or more."""
    start = 0
    for end in range(1, len(rows) + 1):
        if end == len(rows) or on(rows[end]) - on(rows[end - 1]) > days:
            if end - start >= shortest:
                yield rows[start:end]
            start = end


def articles_of(rows: Iterable[Estimate]) -> int:
    """How many articles the rows are from."""
    return len({row.article_id for row in rows})


def by_point(rows: Iterable[Estimate]) -> dict[float, list[Estimate]]:
    """The rows by their numbers."""
    found: dict[float, list[Estimate]] = {}
    for row in rows:
        found.setdefault(row.point, []).append(row)
    return found


def disjoint(one: Estimate, other: Estimate) -> bool:
    """Whether the two figures can't both hold, tolerance included."""
    return one.high < other.low or other.high < one.low


def significant_digits(number: float) -> int:
    """How many digits a number has before its trailing zeros."""
    return len(f"{number:.0f}".rstrip("0"))


def known_day(row: Estimate) -> bool:
    """Whether the figure's effective day is known."""
    return row.day != NO_DAY


def finding(verdict: Verdict, about: Estimate, message: str, evidence: Iterable[Estimate]) -> Finding:
    """A finding about one figure; evidence is listed once each, in time order, the figure itself left out."""
    ids = dict.fromkeys(row.figure_id for row in sorted(evidence, key=in_time) if row is not about)
    return Finding(verdict, message, tuple(ids), about.figure_id, about.claim_id)


def others_say(rows: list[Estimate], when: str = "") -> str:
    """What else is said of the bound, as a clause: "another article says “about”"; "articles of the time say …"."""
    if articles_of(rows) > 1:
        return f"{f'articles {when}' if when else 'others'} {rows[0].saying_of_several}"
    return f"{f'an article {when}' if when else 'another article'} {rows[0].saying}"


def listed(rows: Iterable[Estimate], limit: int = 3) -> str:
    """The first few rows as words, one per article, and how many more there are."""
    one_each = list({row.article_id: row for row in sorted(rows, key=in_time, reverse=True)}.values())[::-1]
    shown = "; ".join(map(str, one_each[:limit]))
    rest = len(one_each) - limit
    return f"{shown}; and {rest} more" if rest > 0 else shown
