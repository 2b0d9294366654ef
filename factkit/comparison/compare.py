"""Which estimates speak of the same thing, and how they stand to each other: a ladder of levels over blocked pairs.

Never all pairs: estimates are sorted into blocks (origin, measure, group, figure, day), and inside a block each one is
linked with all others only while the block is small (`FULL`), else with its nearest earlier one. A chain says the same
as all pairs do, and the output stays within a few rows per estimate.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from factkit.comparison.codes import Codes, blocks, changes, codes, combine, ranks, sequence
from factkit.comparison.stories import settled
from factkit.comparison.things import NO_DAY, TOLD_OF, Things, measured, things, trailing_zeros
from factkit.comparison.wording import copied_pairs, shingles

RELATIONS = ("copies", "restates", "corroborates", "updates", "contradicts", "component_of")
FULL = 8  # blocks of at most so many estimates give all pairs, larger ones a chain
PARTS = {"killed": "casualties", "wounded": "casualties", "missing": "casualties"}
_LARGE = 100  # figures below it recur by chance, so they are only joined within days
_RESTATED = (7, 200)  # days within which a small, a large figure of one origin is the same figure
_CORROBORATED = (3, 45)  # the same for two origins
_UPDATED = 400  # days after which a figure no longer follows on an earlier one
_UPDATED_UNNAMED = 14  # the same where neither nation, kind nor place is known
_SAME_BRIEFING = 180  # minutes between publications within which two figures are rivals rather than a running count
_RUNNING = 2  # days between two figures of an origin that counts on from day to day
_PIECE = 1 << 14  # pairs whose sentences are made at once
_MARK = "\x1f"  # between words that are put into one string
_QUOTED = 2  # days within which a quotation in another language is of the same speech
_LENGTHS = 3  # times that it may be longer: Korean says in ten letters what German says in thirty
_CLOSE = 0.1  # two numbers that differ by less may be one, rounded


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rows of estimates that belong together, the earlier (or the part) on the left; `share` is for copies only."""

    left: np.ndarray
    right: np.ndarray
    share: np.ndarray | None = None

    def where(self, mask: np.ndarray | slice) -> "Pairs":
        """Only the pairs that `mask` keeps."""
        return Pairs(self.left[mask], self.right[mask], None if self.share is None else self.share[mask])


@dataclass(frozen=True, slots=True)
class Level:
    """A rung of the ladder: the relation, its label, and the sentence that says why."""

    relation: str
    label: str
    why: str


SAME_WORDS = Level(
    "copies",
    "same wording",
    "{right} has the wording of {left}: {share}% of the shorter one's runs of five words are the same.",
)
SAME_TEXT = Level(
    "copies",
    "same article",
    "{right} stands in an article that shares {share}% of its runs of five words with that of {left}.",
)
TRANSLATED = Level(
    "copies",
    "same quotation, translated",
    "{right} is in the same quotation as {left}, in another language: {right_speaker}'s words with the same figures.",
)
SAID_AGAIN = Level("restates", "same article, same figure", "{right} says {left} again in the same article.")
SAME_FIGURE = Level("restates", "same origin, same figure", "{right} repeats {left}: both come from {right_origin}.")
OTHER_BOUNDS = Level(
    "restates",
    "same origin, other bounds",
    "{right} repeats {left}, both from {right_origin}, with another bound: {left_bound} there, {right_bound} here.",
)
ROUNDED = Level(
    "restates", "same origin, rounded", "{right} and {left}, both from {right_origin}, agree within rounding."
)
PASSED_ON = Level(
    "restates",
    "one passes the other on",
    "{right} repeats {left}: {left_origin} and {right_origin} are links of one chain, not two origins.",
)
INDEPENDENT = Level(
    "corroborates",
    "independent origins, same figure",
    "{right} gives the same figure as {left}, and the origins differ: {right_origin} here, {left_origin} there.",
)
LATER = Level("updates", "same origin, later figure", "{right} replaces {left}: a later figure from {right_origin}.")
TWO_FIGURES = Level(
    "contradicts",
    "same origin, same day, two figures",
    "{right} and {left} can't both hold: two figures from {right_origin} for the same day.",
)
RIVALS = Level(
    "contradicts",
    "rival figures for one day",
    "{right} and {left} can't both hold: {right_origin} and {left_origin} give rival figures for the same day.",
)
PART_OF = Level(
    "component_of",
    "part and total",
    "{left} is a part of {right}: the {left_measure} count among the {right_measure}.",
)
LADDER = (
    SAME_WORDS, SAME_TEXT, TRANSLATED, SAID_AGAIN, SAME_FIGURE, OTHER_BOUNDS, ROUNDED,
    PASSED_ON, INDEPENDENT, LATER, TWO_FIGURES, RIVALS, PART_OF,
)  # fmt: skip


def compare(estimates: pd.DataFrame, *, articles: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row per pair of estimates that speak of the same thing.

    Columns: left, right (figure_ids; left is the earlier one, or the part), relation, level (the rung of the ladder
    that the pair reached; the first one counts), why (a sentence). With `articles` (the dossier's), whole texts are
    compared for copying, too. The order of rows doesn't matter; a missing column is a `TableError`.

    The relations: `restates` (same origin, same figure), `copies` (same wording), `corroborates` (same figure,
    independent origins), `updates` (same origin, later day, other figure), `contradicts` (same day and thing, figures
    that can't both hold), `component_of` (killed within casualties).

    Two figures are of the same thing if measure and unit are the same, and the counted group (nation, kind of people,
    part) and the place, where they are known; an unknown one is taken for the only one that the article, or the origin,
    speaks of.
    """
    what, _ = settled(things(estimates))
    return _table(what, [found for rung in _rungs(what, articles) for found in rung])


def _rungs(what: Things, articles: pd.DataFrame | None) -> Iterator[Iterator[tuple[Level, Pairs]]]:
    yield copies(what, articles)
    finders: tuple[Callable[[Things], Iterator[tuple[Level, Pairs]]], ...] = (
        _translated, _said_again, _restated, _corroborated, _recalled, _updated, _on_one_day, _rivals, _components,
    )  # fmt: skip
    for finder in finders:
        yield finder(what)


def copies(what: Things, articles: pd.DataFrame | None) -> Iterator[tuple[Level, Pairs]]:
    """Pairs of estimates in different articles whose claims, or whole articles, have the same wording."""
    yield from _copied_claims(what)
    if articles is not None:
        yield from _copied_articles(what, articles)


def neighbours(block: Codes, *order: np.ndarray, full: int = FULL) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of positions in one block, by `order` and position: all in blocks up to `full`, else next to next."""
    found = sequence(block, *order)
    sorted_block = block[found]
    last = np.flatnonzero(changes(sorted_block))  # where each block starts, and from there on how many are left
    sizes = np.diff(last, append=len(found))
    left = np.repeat(last + sizes, sizes) - np.arange(len(found))
    small = np.repeat(sizes <= full, sizes)
    lefts, rights = [], []
    for shift in range(1, full):
        at = np.flatnonzero((left > shift) & small if shift > 1 else left > shift)
        lefts.append(found[at])
        rights.append(found[at + shift])
    return np.concatenate(lefts), np.concatenate(rights)


def _firsts(key: Codes, *order: np.ndarray) -> np.ndarray:
    """Of each key the position that is first by `order`, then by position."""
    found = sequence(key, *order)  # where nothing else decides, ids do, by which all rows are sorted
    return np.asarray(found[changes(key[found])])


def _gap(what: Things, pairs: Pairs) -> np.ndarray:
    """Days between the two; 0 where a date is unknown."""
    left, right = what.day[pairs.left], what.day[pairs.right]
    return np.where((left == NO_DAY) | (right == NO_DAY), 0, np.abs(right - left))


def _within(what: Things, pairs: Pairs, days: tuple[int, int]) -> np.ndarray:
    small, large = days
    return _gap(what, pairs) <= np.where(what.point[pairs.left] >= _LARGE, large, small)


def _same(values: Codes, pairs: Pairs) -> np.ndarray:
    return np.asarray(values[pairs.left] == values[pairs.right])


def _earlier_first(what: Things, left: np.ndarray, right: np.ndarray, share: np.ndarray | None = None) -> Pairs:
    """The pairs with the earlier estimate on the left: by effective date, then publication, then id."""
    swap = (what.day[left] > what.day[right]) | (
        (what.day[left] == what.day[right])
        & ((what.stamp[left] > what.stamp[right]) | ((what.stamp[left] == what.stamp[right]) & (left > right)))
    )
    return Pairs(np.where(swap, right, left), np.where(swap, left, right), share)


def _copied_claims(what: Things) -> Iterator[tuple[Level, Pairs]]:
    content = what.frame["content"]
    rows = np.flatnonzero(content.notna().to_numpy() & ~np.isnan(what.point))
    if not len(rows):
        return
    text, distinct = pd.factorize(content.iloc[rows])
    block = blocks(codes(what.frame["language"].iloc[rows]), what.topic[rows], codes(pd.Series(what.point[rows])))
    kept = np.sort(_firsts(blocks(block, text, what.article[rows])))  # a sentence counts once per article and figure
    rows, text, block = rows[kept], text[kept], block[kept]
    found = shingles(pd.Series(distinct, dtype="string"))
    left, right, share = copied_pairs(found, text, block, ranks(what.stamp[rows]))
    pairs = _earlier_first(what, rows[left], rows[right], share)
    yield SAME_WORDS, pairs.where(~_same(what.article, pairs))


def _copied_articles(what: Things, articles: pd.DataFrame) -> Iterator[tuple[Level, Pairs]]:
    table = articles.sort_values("article_id").reset_index(drop=True)
    stamps = pd.to_datetime(table["published"], utc=True).to_numpy(dtype="datetime64[m]").astype(np.int64)
    numbers = np.arange(len(table))
    found = shingles(table["text"])
    left, right, share = copied_pairs(found, numbers, codes(table["language"]), ranks(stamps))
    ids = table["article_id"].to_numpy(dtype=object)
    copied = pd.DataFrame({"first": ids[left], "second": ids[right], "share": share})
    rows = _firsts(blocks(what.article, what.figure))
    rows = rows[~np.isnan(what.point[rows])]
    homes = what.frame["article_id"].to_numpy(dtype=object)[rows]
    said = pd.DataFrame({"article": homes, "figure": what.figure[rows], "row": rows})
    both = copied.merge(said, left_on="first", right_on="article").merge(
        said, left_on=["second", "figure"], right_on=["article", "figure"], suffixes=("_left", "_right")
    )
    yield (
        SAME_TEXT,
        _earlier_first(what, both["row_left"].to_numpy(), both["row_right"].to_numpy(), both["share"].to_numpy()),
    )


def _translated(what: Things) -> Iterator[tuple[Level, Pairs]]:
    """One speaker's words in two languages: no wording can tell that, but all the figures in the quotation can."""
    frame = what.frame
    quoted = frame["kind"].astype(object).isin(["direct", "mixed"]) & frame["claim_id"].notna()
    rows = np.flatnonzero(quoted.to_numpy(dtype=bool) & (what.speaker > 0) & what.comparable)
    if not len(rows):
        return
    claim, language = codes(frame["claim_id"]), codes(frame["language"])
    numbers = pd.DataFrame({"claim": claim[rows], "point": what.point[rows]}).sort_values(["claim", "point"])
    told = numbers.groupby("claim")["point"].agg(tuple)
    figures = codes(pd.Series(claim[rows]).map(told))
    block = blocks(what.speaker[rows], what.figure[rows], figures)
    first = _firsts(combine(block, language[rows]), what.moment[rows])
    left, right = neighbours(block[first], what.day[rows[first]])
    pairs = _earlier_first(what, rows[first[left]], rows[first[right]])
    length = frame["content"].astype("string").str.len().fillna(0).to_numpy(dtype=float)
    short, long = (pick(length[pairs.left], length[pairs.right]) for pick in (np.minimum, np.maximum))
    alike = (long <= _LENGTHS * short) & (_gap(what, pairs) <= _QUOTED)
    yield TRANSLATED, pairs.where(alike & ~_same(language, pairs) & ~_same(what.article, pairs))


def _said_again(what: Things) -> Iterator[tuple[Level, Pairs]]:
    rows = np.flatnonzero(what.comparable)
    left, right = neighbours(blocks(what.figure[rows], what.article[rows]), what.day[rows])
    pairs = _earlier_first(what, rows[left], rows[right])
    yield SAID_AGAIN, pairs.where((what.origin[pairs.left] == 0) | (what.origin[pairs.right] == 0))


def _restated(what: Things) -> Iterator[tuple[Level, Pairs]]:
    rows = np.flatnonzero((what.origin > 0) & ~np.isnan(what.point))
    left, right = neighbours(blocks(what.figure[rows], what.origin[rows]), what.moment[rows])
    pairs = _earlier_first(what, rows[left], rows[right])
    pairs = pairs.where(_within(what, pairs, _RESTATED))
    same = _same(what.bound, pairs)
    yield SAME_FIGURE, pairs.where(same)
    yield OTHER_BOUNDS, pairs.where(~same)


def _corroborated(what: Things) -> Iterator[tuple[Level, Pairs]]:
    rows = np.flatnonzero((what.origin > 0) & what.comparable)
    figure = what.figure[rows]
    first = _firsts(combine(figure, what.origin[rows]), what.moment[rows])
    left, right = neighbours(figure[first], what.day[rows[first]])
    pairs = _earlier_first(what, rows[first[left]], rows[first[right]])
    evidence = what.specific[pairs.left] | _same(what.article, pairs)
    pairs = pairs.where(_within(what, pairs, _CORROBORATED) & evidence)
    chained = _passed_on(what, pairs)
    yield PASSED_ON, pairs.where(chained)
    yield INDEPENDENT, pairs.where(~chained)


def _passed_on(what: Things, pairs: Pairs) -> np.ndarray:
    """Whether the one's origin is known to pass on the other's figures (a lawmaker and the service that briefs him)."""
    size = int(max(what.origin.max(initial=0), what.speaker.max(initial=0))) + 1
    passing = (what.speaker > 0) & (what.origin > 0) & (what.speaker != what.origin)
    known = np.unique(what.speaker[passing] * size + what.origin[passing])
    left, right = what.origin[pairs.left], what.origin[pairs.right]
    return np.asarray(np.isin(left * size + right, known) | np.isin(right * size + left, known))


def _recalled(what: Things) -> Iterator[tuple[Level, Pairs]]:
    """An article that gives its origin's earlier figure beside the new one."""
    rows = np.flatnonzero((what.origin > 0) & what.comparable & what.level & (what.day != NO_DAY))
    block = blocks(what.topic[rows], what.origin[rows], what.group[rows], what.article[rows])
    left, right = neighbours(block, what.day[rows], what.size[rows], full=2)
    pairs = _earlier_first(what, rows[left], rows[right])
    yield LATER, pairs.where((_gap(what, pairs) > 0) & (what.point[pairs.left] != what.point[pairs.right]))


def _updated(what: Things) -> Iterator[tuple[Level, Pairs]]:
    rows = np.flatnonzero((what.origin > 0) & what.comparable & what.level & (what.day != NO_DAY))
    if not len(rows):
        return
    block = blocks(what.topic[rows], what.origin[rows], what.group[rows])
    found = sequence(block, what.day[rows], what.size[rows])
    rows, block = rows[found], block[found]
    day, size = what.day[rows], what.size[rows]
    entry, starts = _runs(block, day, size)  # one entry per block, day and number
    bunch, bunch_starts = _runs(block[starts], day[starts])  # the entries of one block and day
    before = bunch_starts[bunch] - 1  # the last entry of the day before, if the block had one
    has = (before >= 0) & (block[starts][before] == block[starts])
    width = len(what) + 1
    stood = _sorted_has(bunch * width + size[starts], (bunch - 1) * width + size[starts])  # the day before had it
    fresh = (has & ~stood)[entry]
    later, previous = rows[fresh], before[entry][fresh]
    pairs = _in_same_article(what, rows, entry, previous, Pairs(rows[starts][previous], later))
    gap = _gap(what, pairs)
    followed = what.named[pairs.left] | _same(what.article, pairs) | (gap <= _UPDATED_UNNAMED)
    yield LATER, pairs.where((gap <= _UPDATED) & followed)


def _runs(*keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For sorted keys: the number of each position's run, and where each run starts."""
    new = changes(*keys)
    return np.cumsum(new) - 1, np.flatnonzero(new)


def _sorted_has(values: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Whether sorted `values` have each of the wanted ones."""
    place = np.minimum(np.searchsorted(values, wanted), len(values) - 1)
    return np.asarray(values[place] == wanted)


def _in_same_article(what: Things, rows: np.ndarray, entry: np.ndarray, wanted: np.ndarray, pairs: Pairs) -> Pairs:
    """The pairs, on the left the wanted entry's row that stands in the later row's article, if there is one."""
    width = int(what.article.max(initial=0)) + 1
    keys = entry * width + what.article[rows]
    order = sequence(entry, what.article[rows])
    asked = wanted * width + what.article[pairs.right]
    place = np.minimum(np.searchsorted(keys[order], asked), len(keys) - 1)
    return Pairs(np.where(keys[order][place] == asked, rows[order][place], pairs.left), pairs.right)


def _disjoint(what: Things, pairs: Pairs) -> np.ndarray:
    return np.asarray((what.high[pairs.left] < what.low[pairs.right]) | (what.high[pairs.right] < what.low[pairs.left]))


def _on_one_day(what: Things) -> Iterator[tuple[Level, Pairs]]:
    """Different figures of one origin for one day, from different articles; not of a count that runs day by day."""
    rows = np.flatnonzero((what.origin > 0) & what.comparable & what.level & (what.day != NO_DAY))
    block = blocks(what.topic[rows], what.origin[rows], what.group[rows], what.day[rows])
    first = _firsts(blocks(block, what.size[rows]), what.moment[rows])
    left, right = neighbours(block[first], what.size[rows[first]])
    pairs = _earlier_first(what, rows[first[left]], rows[first[right]])
    pairs = pairs.where(~_same(what.article, pairs))
    apart = _disjoint(what, pairs) | _two_numbers(what, pairs)
    stamps = what.stamp[pairs.right] - what.stamp[pairs.left]
    undated = ~(what.dated[pairs.left] & what.dated[pairs.right])
    later = undated & (stamps >= _SAME_BRIEFING) & (what.stamp[pairs.left] != NO_DAY)
    yield ROUNDED, pairs.where(~apart & _rounded(what, pairs))
    yield LATER, pairs.where(apart & later)
    yield TWO_FIGURES, pairs.where(apart & ~later & ~_running(what)[pairs.left])


def _two_numbers(what: Things, pairs: Pairs) -> np.ndarray:
    """Whether both are numbers, no bounds, and so far apart that neither is the other, rounded."""
    bare = what.frame["relation"].isin(["exact", "about"]).to_numpy(dtype=bool)
    left, right = what.point[pairs.left], what.point[pairs.right]
    far = np.minimum(left, right) < (1 - _CLOSE) * np.maximum(left, right)
    return np.asarray(bare[pairs.left] & bare[pairs.right] & far)


def _rounded(what: Things, pairs: Pairs) -> np.ndarray:
    """Whether one number is the other, rounded: apart by the rounder one's last digit and a tenth at most."""
    left, right = what.point[pairs.left], what.point[pairs.right]
    unit = np.maximum(*(10.0 ** trailing_zeros(point) for point in (left, right)))
    return np.asarray(np.abs(left - right) <= np.minimum(unit, _CLOSE * np.maximum(left, right)))


def _running(what: Things) -> np.ndarray:
    """Whether the origin counts on from day to day: it gives figures of the thing for a neighbouring day, too."""
    block = blocks(what.topic, what.role, what.origin, what.group)
    found = sequence(block, what.moment)
    day, same = what.day[found], np.diff(block[found]) == 0
    step = np.diff(day)
    near = same & (step > 0) & (step <= _RUNNING)
    entry = np.cumsum(np.concatenate([[True], ~same | (step > 0)])) - 1
    running = np.zeros(int(entry.max(initial=0)) + 1, dtype=bool)
    running[entry[:-1][near]] = True
    running[entry[1:][near]] = True
    result = np.zeros(len(what), dtype=bool)
    result[found] = running[entry]
    return result


def _rivals(what: Things) -> Iterator[tuple[Level, Pairs]]:
    """Figures of different origins for one day and thing that can't both hold."""
    rows = np.flatnonzero(what.comparable & what.level & (what.day != NO_DAY))
    rows = rows[~_subsets(what, rows)]
    block = blocks(what.topic[rows], what.group[rows], what.day[rows])
    number = blocks(codes(pd.Series(what.low[rows])), codes(pd.Series(what.high[rows])))
    first = np.sort(_firsts(blocks(block, what.origin[rows], number), what.moment[rows]))
    left, right = neighbours(block[first], what.size[rows[first]])
    pairs = _earlier_first(what, rows[first[left]], rows[first[right]])
    pairs = pairs.where(~_same(what.origin, pairs) & _disjoint(what, pairs))
    attributed = (what.origin[pairs.left] > 0) & (what.origin[pairs.right] > 0)
    here, chained = _same(what.article, pairs), _passed_on(what, pairs)
    yield TWO_FIGURES, pairs.where(attributed & chained & ~here & what.named[pairs.left])
    yield RIVALS, pairs.where(attributed & ~chained & (here | what.named[pairs.left]))


def _subsets(what: Things, rows: np.ndarray) -> np.ndarray:
    """Whether an origin gives several numbers of the thing for the day in the row's article: of subsets, most likely
    (the march in Paris and in all of France), which nothing here can tell from rival figures.
    """
    block = combine(what.topic[rows], what.group[rows], what.day[rows], what.article[rows])
    voice = combine(block, what.origin[rows])
    one_each = _firsts(blocks(voice, what.number[rows]))
    several = (np.bincount(voice[one_each])[voice] > 1) & (what.origin[rows] > 0) if len(rows) else np.zeros(0, bool)
    return np.isin(block, block[several])


def _components(what: Things) -> Iterator[tuple[Level, Pairs]]:
    """Parts and totals of one origin: in the same article where it gives both, else for the same day."""
    measure = what.frame["measure"].astype(object).to_numpy()
    home = np.array([PARTS.get(name, "") for name in pd.unique(measure)], dtype=object)
    total_name = home[pd.factorize(measure)[0]]
    usable = what.comparable & what.level
    part, total = (
        np.flatnonzero(usable & (total_name != "")),
        np.flatnonzero(usable & np.isin(measure, list(PARTS.values()))),
    )
    unit = codes(what.frame["unit"])
    thing = combine(what.origin, what.group, unit, what.day)
    taken = np.zeros(len(what), dtype=bool)
    for key, attributed in ((combine(thing, what.article), False), (thing, True)):
        first = np.sort(total[_firsts(combine(key[total], what.size[total]))])
        first = first[_firsts(key[first], -what.size[first])]
        seat = np.full(int(key.max(initial=0)) + 1, -1, dtype=np.int64)
        seat[key[first]] = first
        mine = part[~taken[part] & (seat[key[part]] >= 0)]
        pairs = Pairs(mine, seat[key[mine]])
        fits = what.low[pairs.left] <= what.high[pairs.right]
        fits &= total_name[pairs.left] == measure[pairs.right]
        if attributed:
            fits &= (what.origin[pairs.left] > 0) & (what.day[pairs.left] != NO_DAY)
        pairs = pairs.where(fits)
        taken[pairs.left] = True
        yield PART_OF, pairs


def _table(what: Things, found: list[tuple[Level, Pairs]]) -> pd.DataFrame:
    """The pairs as the contract's table: each pair once, on the first rung it reached, sorted by ids."""
    left, right = (np.concatenate([getattr(pairs, side) for _, pairs in found]) for side in ("left", "right"))
    level = np.concatenate([np.full(len(pairs.left), LADDER.index(rung)) for rung, pairs in found])
    share = np.concatenate([np.zeros(len(p.left)) if p.share is None else p.share for _, p in found])
    low, high = np.minimum(left, right), np.maximum(left, right)
    kept = _firsts(blocks(low, high), level, -share, (left > right).astype(int))
    kept = kept[sequence(left[kept], right[kept])]
    pairs, level = Pairs(left[kept], right[kept], share[kept]), level[kept]
    ids = what.frame["figure_id"].astype("string")
    relations = np.array([RELATIONS.index(rung.relation) for rung in LADDER])
    return pd.DataFrame(
        {
            "left": ids.take(pairs.left).reset_index(drop=True),
            "right": ids.take(pairs.right).reset_index(drop=True),
            "relation": pd.Categorical.from_codes(relations[level], categories=pd.Index(RELATIONS)),
            "level": pd.Categorical.from_codes(level, categories=pd.Index([rung.label for rung in LADDER])),
            "why": pd.Series(_sentences(what, pairs, level), dtype="string"),
        }
    )


def _sentences(what: Things, pairs: Pairs, level: np.ndarray) -> pd.api.extensions.ExtensionArray:
    """The sentence of every pair, made by joining whole columns; in pieces that stay in the processor's cache."""
    words = _phrases(what)
    starts = range(0, max(len(level), 1), _PIECE)
    mask = (slice(start, start + _PIECE) for start in starts)
    return pd.arrays.ArrowStringArray(pa.chunked_array([_piece(words, pairs.where(at), level[at]) for at in mask]))


def _piece(words: dict[str, pa.Array], pairs: Pairs, level: np.ndarray) -> pa.Array:
    share = np.zeros(len(level)) if pairs.share is None else pairs.share
    percent = pa.array(np.round(100 * share).astype(int)).cast(pa.large_string())
    order = np.argsort(level, kind="stable")
    bounds = np.searchsorted(level[order], np.arange(len(LADDER) + 1))
    parts = []
    for rung, first, last in zip(LADDER, bounds, bounds[1:], strict=False):
        at = order[first:last]
        sides = {"left": pairs.left[at], "right": pairs.right[at]}
        parts.append(_fill(rung.why, words, sides, percent.take(pa.array(at))))
    return pa.concat_arrays(parts).take(pa.array(np.argsort(order)))


def _fill(template: str, words: dict[str, pa.Array], sides: dict[str, np.ndarray], share: pa.Array) -> pa.Array:
    pieces: list[pa.Array | str] = []
    for number, piece in enumerate(template.replace("}", "{").split("{")):
        side, _, name = piece.partition("_")
        if number % 2 == 0:
            pieces.append(piece)
        elif piece == "share":
            pieces.append(share)
        else:
            pieces.append(words[name or "figure"].take(pa.array(sides[side])))
    return _joined(pieces)


def _phrases(what: Things) -> dict[str, pa.Array]:
    """What sentences say of each estimate: the figure with outlet and date, its origin, bound and measure."""
    frame = what.frame
    number = _arrow(frame["text"])
    if number.null_count:
        number = pc.coalesce(number, pa.array(map("{:,.15g}".format, what.point), pa.large_string()))
    day = frame["published"].fillna(frame["date"]).dt.tz_localize(None).to_numpy(dtype="datetime64[D]")
    measure = _worded(frame["measure"], lambda name: name.replace("_", " "), "counted")
    outlet = _arrow(frame["outlet"].fillna(frame["article_id"]))
    as_of = _worded(frame["as_of"], " as of {}".format, "")
    date = _worded(pd.Series(day), "{:%Y-%m-%d}".format, "no date")
    counted = frame["counted"].where(frame["measure"].eq("other")).fillna("")
    of = (
        (frame["unit"].astype("string") + _MARK + frame["topic"].fillna(""))
        .where(frame["measure"].isin(TOLD_OF))
        .fillna("")
    )
    told = frame["measure"].fillna("counted").astype("string") + _MARK + counted + _MARK + of
    told = _worded(told, _said, " counted")
    said = ("“", number, "”", told, as_of, " (", outlet, ", ", date, ")")
    return {
        "figure": _joined(said),
        "origin": _arrow(frame["origin_name"].fillna(frame["origin_id"]).fillna("nobody named")),
        "bound": _worded(frame["relation"], _bound, "no number"),
        "measure": measure,
        "speaker": _arrow(frame["speaker_name"].fillna(frame["speaker_id"]).fillna("nobody named")),
    }


def _said(measure_and_counted: str) -> str:
    return measured(*measure_and_counted.split(_MARK))


def _bound(relation: str) -> str:
    return "a bare number" if relation == "exact" else f"“{relation.replace('_', ' ')}”"


def _worded(values: pd.Series, words: Callable[[Any], str], missing: str) -> pa.Array:
    """Each value in words, found once per distinct one."""
    number, distinct = pd.factorize(values)
    made = pa.array([*map(words, distinct), missing], pa.large_string())
    return made.take(pa.array(np.where(number < 0, len(distinct), number)))


def _joined(pieces: Iterable[pa.Array | str]) -> pa.Array:
    strings = (pa.scalar(piece, pa.large_string()) if isinstance(piece, str) else piece for piece in pieces)
    return pc.binary_join_element_wise(*strings, pa.scalar("", pa.large_string()))


def _arrow(column: pd.Series) -> pa.Array:
    array = pa.array(column.astype("string"), pa.large_string())
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
