"""What each figure is a figure of, as plain codes and intervals, so that millions can be compared without a loop."""

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
import pandas as pd

from factkit.comparison.codes import Codes, codes, combine, ranks
from factkit.dossier import expect_table
from factkit.errors import TableError
from factkit.extraction.lexicon import Lexicon
from factkit.languages import language_codes, load_pack
from factkit.reading.segments import tokenize

TOLERANCE = 0.1  # "about N" holds within a tenth of N, and so does "nearly N" below it
ROUNDING = 0.05  # a bare number with at most two significant digits may be rounded by a twentieth
NO_DAY = np.iinfo(np.int64).min // 4
_SOLDIERS = "soldiers"  # the packs' kind of people that are sent to where they may come to harm
_STEM = 6  # letters that hold through most inflections of a noun
# Where people of a named nation came to harm is told as the front, the region or the country: the nation says who.
ANYWHERE = ("killed", "wounded", "casualties", "missing", "captured", "returned")
TOLL = ("killed", "wounded", "casualties")  # told apart, and confused
UNCOUNTED = ("other", "money", "percent")  # measures that say nothing unless the same noun is counted
TOLD_OF = ("money", "percent")  # measures that are compared by what they are of
_UNTOLD = ("count", "percent", "percentage_point")  # units that say nothing of what is measured
_NEEDED = ("figure_id", "article_id", "measure", "relation", "value", "low", "high")
_OPTIONAL = (
    "claim_id", "text", "counted", "unit", "role", "place", "language", "outlet", "modality",
    "origin_id", "speaker_id", "origin_name", "speaker_name", "content", "as_of", "claim_modality",
    "agency_id", "agency_name", "kind", "topic", "origin_kind",
)  # fmt: skip


@dataclass(frozen=True)
class Things:
    """Estimates in the order of their ids, with what they are about as codes (0 is unknown) and numbers.

    point: the stated number that stands for the figure (value, else the bound). low, high: what the figure allows,
    tolerance included. day: the effective date in days since 1970. stamp: publication in minutes since 1970.
    measured: measure and unit. undone: whether it is only planned, or denied. topic: both, and where the measure alone
    says nothing, the noun. part: a group that is part of another.
    group: nation, kind, part and place in one. number: the point, and for a range both of its ends.
    bound: the relation ("at_least"). level: whether the role is a level. comparable: measure, noun or unit say enough.
    named: about something named (a nation, a kind of people, a place). specific: that, or no round number. dated:
    the text itself says when the figure holds for. digits: how many significant digits the point has.
    """

    frame: pd.DataFrame
    point: np.ndarray
    low: np.ndarray
    high: np.ndarray
    day: np.ndarray
    stamp: np.ndarray
    article: Codes
    origin: Codes
    speaker: Codes
    measured: Codes
    undone: Codes
    topic: Codes
    role: Codes
    bound: Codes
    nation: Codes
    kind: Codes
    part: Codes
    place: Codes
    noun: Codes
    group: Codes
    number: Codes
    comparable: np.ndarray
    level: np.ndarray
    named: np.ndarray
    specific: np.ndarray
    dated: np.ndarray
    digits: np.ndarray

    @cached_property
    def figure(self) -> Codes:
        """One code per figure of a thing: topic, role, group and number."""
        return combine(self.topic, self.role, self.group, self.number)

    @cached_property
    def size(self) -> Codes:
        """The place of each point among all points by size; those of no number are the last."""
        return ranks(self.point)

    @cached_property
    def moment(self) -> Codes:
        """The place of each in time, by effective day and then by publication."""
        return ranks(self.day, self.stamp)

    def topic_key(self) -> list[int]:
        """One code per measure, unit and noun, whatever the modality."""
        return list(combine(self.measured, self.noun).tolist())

    def __len__(self) -> int:
        return len(self.frame)


def things(estimates: pd.DataFrame) -> Things:
    """Read `estimates` as `Things`; a missing column or a figure_id that occurs twice is a `TableError`."""
    frame = _complete(estimates)
    point, day = points(frame), _days(frame)
    digits = significant(point)
    low, high = intervals(frame)
    people = codes(pd.concat([frame["origin_id"], frame["speaker_id"]], ignore_index=True))
    origin, article = people[: len(frame)], codes(frame["article_id"])
    bare = frame["measure"].isin(UNCOUNTED).to_numpy(dtype=bool)
    of_topic = frame["measure"].isin(TOLD_OF).to_numpy(dtype=bool) & frame["topic"].notna().to_numpy(dtype=bool)
    *facets, part, noun, fighting = _facets(frame)
    noun = np.where(of_topic, codes(frame["topic"]) + int(noun.max(initial=0)), np.where(bare, noun, 0))
    denied = frame["modality"].isin(["denied"]).to_numpy(dtype=bool)
    weighed = frame["measure"].eq("other").to_numpy(dtype=bool) & ~frame["unit"].isin(_UNTOLD).to_numpy(dtype=bool)
    undone = codes(frame["modality"].where(frame["modality"].isin(["planned", "denied"])))
    measured = combine(codes(frame["measure"]), codes(frame["unit"]))
    topic = combine(measured, undone, noun)
    place = codes(frame["place_id"] if "place_id" in frame else frame["place"].str.casefold())
    # Who is evacuated, or sent to help, says nothing of who is killed beside them; soldiers that are sent somewhere do.
    sent = frame["measure"].isin(ANYWHERE).to_numpy(dtype=bool)
    sent = sent | (frame["measure"].isin(("deployed", "planned_deployment")).to_numpy(dtype=bool) & fighting)
    harmed = combine(article, np.where(sent, 0, measured + 1))
    scopes = article, harmed, article
    told = [
        only_known(facet, (scope, combine(topic, origin)))
        for facet, scope in zip((*facets, place), scopes, strict=True)
    ]
    named = (part > 0) | ((noun > 0) & ~of_topic) | np.logical_or.reduce([facet > 0 for facet in told])
    # What the month's other articles speak of brings figures together, but is no evidence for what this one means.
    nation, kind, place = (only_known(facet, (combine(topic, day // 30),)) for facet in told)
    place = np.where((nation > 0) & frame["measure"].isin(ANYWHERE).to_numpy(dtype=bool), 0, place)
    role = frame["role"].astype("string").fillna("level")
    role = role.mask(role.eq("share") & of_topic, "level")
    ranged = frame["low"].notna().to_numpy() & frame["high"].notna().to_numpy()
    return Things(
        frame=frame,
        point=point,
        low=low,
        high=high,
        day=day,
        stamp=_minutes(frame["published"]),
        article=article,
        origin=origin,
        speaker=people[len(frame) :],
        measured=measured,
        undone=undone,
        topic=topic,
        role=codes(role),
        bound=codes(frame["relation"]),
        nation=nation,
        kind=kind,
        part=part,
        place=place,
        noun=noun,
        group=combine(nation, kind, part, place),
        number=combine(codes(pd.Series(point)), codes(pd.Series(np.where(ranged, low, np.nan)))),
        comparable=~np.isnan(point) & (~bare | (noun > 0) | weighed) & ~denied,
        level=role.eq("level").to_numpy(dtype=bool),
        named=named,
        specific=named | (digits >= 3),
        dated=frame["as_of"].notna().to_numpy(dtype=bool),
        digits=digits,
    )


def _complete(estimates: pd.DataFrame) -> pd.DataFrame:
    """The columns that comparing needs, sorted by figure_id so that the order of rows can't matter."""
    expect_table(estimates, "estimates", "fk.estimates")
    for name in _NEEDED:
        if name not in estimates.columns:
            raise TableError(f"estimates: column {name!r} is missing; fk.estimates(dossier) makes it")
    if estimates["figure_id"].duplicated().any():
        row = int(estimates["figure_id"].duplicated().to_numpy().argmax())
        raise TableError(f"estimates: row {row}: figure_id {estimates['figure_id'].iloc[row]!r} occurs twice")
    frame = estimates.iloc[np.argsort(estimates["figure_id"].to_numpy(dtype=object), kind="stable")].reset_index(
        drop=True
    )
    missing = {name: pd.Series(pd.NA, index=frame.index, dtype="string") for name in _OPTIONAL if name not in frame}
    frame = frame.assign(**missing)
    for name in ("published", "date"):
        given = frame[name] if name in frame else pd.Series(pd.NaT, index=frame.index)
        frame[name] = pd.to_datetime(given, utc=True).dt.as_unit("us")
    frame["date"] = frame["date"].fillna(frame["published"])
    return frame


def lists(grouped: Any) -> pd.Series:
    """Each group's values as a plain list."""
    found = {key: values.tolist() for key, values in grouped}
    return pd.Series(list(found.values()), index=pd.Index(list(found)), dtype=object)


def points(frame: pd.DataFrame) -> np.ndarray:
    """The stated number that stands for each figure: the value, else its only bound, else the middle of both."""
    value, low, high = (frame[name].to_numpy(dtype=float) for name in ("value", "low", "high"))
    middle = np.where(np.isnan(low), high, np.where(np.isnan(high), low, (low + high) / 2))
    return np.where(np.isnan(value), middle, value)


def trailing_zeros(point: np.ndarray) -> np.ndarray:
    """How many zeros a whole number ends with, at most twelve (2,000: 3; 2,013: 0)."""
    zeros = np.zeros(len(point), dtype=np.int64)
    left = np.flatnonzero(np.abs(point) >= 10)
    for power in range(1, 13):
        left = left[point[left] % 10**power == 0]
        zeros[left] += 1
    return zeros


def significant(point: np.ndarray) -> np.ndarray:
    """How many significant digits a number has before its trailing zeros (2,000: 1; 2,013: 4); 0 if unknown."""
    size = np.where(np.isnan(point), 0, np.abs(point))
    digits = np.where(size > 0, np.floor(np.log10(np.maximum(size, 1))) + 1, 0)
    return np.asarray(digits - trailing_zeros(point))


def intervals(frame: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Which numbers each figure allows: bounds as stated, a tenth around "about", a little around a round number."""
    value, low, high = (frame[name].to_numpy(dtype=float) for name in ("value", "low", "high"))
    relation = frame["relation"].astype("category")

    def told(*names: str) -> np.ndarray:
        return relation.isin(names).to_numpy(dtype=bool)

    point = points(frame)
    slack = np.where((significant(point) <= 2) & (point >= 100), ROUNDING, 0.0) * point
    slack = np.where(told("about", "nearly"), TOLERANCE * point, slack)
    at_least, at_most = told("at_least", "more_than"), told("up_to", "less_than")
    between = told("between")
    bottom = np.where(at_most, 0.0, np.where(at_least | between, np.where(np.isnan(low), point, low), point - slack))
    top = np.where(at_least, np.inf, np.where(at_most | between, np.where(np.isnan(high), point, high), point + slack))
    top = np.where(told("nearly"), np.where(np.isnan(high), point, high), top)
    unknown = np.isnan(value) & np.isnan(low) & np.isnan(high)
    return np.where(unknown, np.nan, bottom), np.where(unknown, np.nan, top)


def _days(frame: pd.DataFrame) -> np.ndarray:
    stamps = frame["date"].dt.tz_localize(None).to_numpy(dtype="datetime64[D]")
    return np.where(np.isnat(stamps), NO_DAY, stamps.astype(np.int64))


def _minutes(stamps: pd.Series) -> np.ndarray:
    plain = stamps.dt.tz_localize(None).to_numpy(dtype="datetime64[m]")
    return np.where(np.isnat(plain), NO_DAY, plain.astype(np.int64))


def only_known(facet: Codes, keys: tuple[Codes, ...]) -> Codes:
    """An unknown group or place is taken for the only one that figures with the same key speak of, key by key."""
    for key in keys:
        known = facet > 0
        if known.all() or not known.any():
            return facet
        size = int(key.max()) + 1
        low, high = np.full(size, np.iinfo(np.int64).max), np.zeros(size, dtype=np.int64)
        np.minimum.at(low, key[known], facet[known])
        np.maximum.at(high, key[known], facet[known])
        facet = np.where(~known & (low == high)[key], high[key], facet)
    return facet


def _facets(frame: pd.DataFrame) -> tuple[Codes, Codes, Codes, Codes, np.ndarray]:
    """Nation, kind and part of what is counted, and the noun itself, as codes, and whether it may be soldiers; worked
    out once per distinct phrase."""
    language = frame["language"]
    counted = frame["counted"].where(frame["counted"].notna() | ~frame["measure"].eq("other"), frame["topic"])
    key = combine(codes(language), codes(counted))
    firsts = pd.Series(key).drop_duplicates().index.to_numpy()
    distinct = list(map(group_of, language.iloc[firsts], counted.iloc[firsts]))
    table = np.empty((int(key.max(initial=-1)) + 1, 4), dtype=np.int64)
    for column in range(4):
        table[key[firsts], column] = codes(pd.Series([row[column] for row in distinct], dtype=object))
    nation, kind, part, noun = (table[key, column] for column in range(4))
    soldiers = np.zeros(len(table), dtype=bool)
    soldiers[key[firsts]] = [row[1] in (None, _SOLDIERS) for row in distinct]
    return nation, kind, part, noun, soldiers[key]


_IN_WORDS = {"planned_deployment": "to be deployed", "attendance": "attending"}  # where the name isn't what one says


def measured(measure: str, counted: str, unit: str = "", topic: str = "") -> str:
    """The measure in words, with a space before it; of what has none, the thing that is counted; of money the currency,
    and of amounts and percentages what they are of. A percentage says itself what it is."""
    plain = {"other": counted, "money": unit, "percent": ""}
    words = plain.get(measure, _IN_WORDS.get(measure, measure.replace("_", " ")))
    if measure in TOLD_OF and topic:
        words = f"{'' if measure == 'percent' else unit} {topic.replace('_', ' ')}".strip()
    return f" {words}" if words else ""


def group_of(language: object, counted: object) -> tuple[str | None, str | None, str | None, str | None]:
    """Nation, kind, part and noun of a counted phrase, each None where the phrase doesn't say.

    The noun is the kind where there is one, so that it can be compared across languages, else the phrase's longest
    word cut to its stem in that language; words for everybody ("people", "dead") are no noun.
    """
    if not isinstance(counted, str) or not counted.strip() or language not in language_codes():
        return None, None, None, None
    pack = load_pack(str(language))
    tokens = tokenize(counted, pack)
    hits = _lexicon(str(language)).find(tokens)
    # The word nearest the head counts: the last one where heads come last ("러시아에 파병된 북한군"), else the first
    # ("North Korean soldiers in Russia"); a dictionary keeps the last it is given.
    nearest = sorted(hits, key=lambda hit: (hit.first, hit.label), reverse=pack.grammar.cue_position != "last")
    found = {hit.label.partition(":")[0]: hit.label.partition(":")[2] for hit in nearest}
    taken = {number for hit in hits for number in range(hit.first, hit.stop)}
    rest = [word for number, word in enumerate(tokens.words) if number not in taken and word.replace("-", "").isalpha()]
    noun = found.get("part") or found.get("kind")
    if noun is None and rest and "everybody" not in found:
        noun = f"{language}:{max(rest, key=len)[:_STEM]}"
    return found.get("nation"), found.get("kind"), found.get("part"), noun


@cache
def _lexicon(language: str) -> Lexicon:
    pack = load_pack(language)
    groups = pack.groups
    facets = (("nation", groups.nations), ("kind", groups.kinds), ("part", groups.parts))
    phrases = {f"{facet}:{name}": words for facet, table in facets for name, words in table.items()}
    return Lexicon({**phrases, "everybody": groups.everybody}, pack)
