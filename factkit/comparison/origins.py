"""How many really say so: articles, texts, outlets and independent origins behind each figure, and the tree of them."""

import numpy as np
import pandas as pd

from factkit.comparison.codes import Codes, combine, sequence
from factkit.comparison.compare import SAME_TEXT, SAME_WORDS, copies
from factkit.comparison.stories import joined, settled
from factkit.comparison.things import NO_DAY, Things, lists, things

TREE = (
    "figure", "measure", "value", "counted", "independent", "origin_id", "origin_name", "speaker_id", "speaker_name",
    "agency_id", "agency_name", "outlet", "article_id", "text", "figure_id",
)  # fmt: skip
_APART = 200  # days without anybody giving a figure, after which the same number is another figure


def origins(estimates: pd.DataFrame, *, articles: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row per figure (measure, number, counted group, time without a long gap), those with the most articles first.

    Columns: figure (a number that `origin_tree` uses, too), measure, value (the number that stands for it), counted (as
    first written), articles, texts (articles that aren't copies of each other: by the claims' wording, and with the
    dossier's `articles` by the whole text), outlets, origins (independent ones: a lawmaker and the service whose
    figures he passes on are one), unattributed (articles that name nobody), origin_names, figure_ids.
    """
    tree = origin_tree(estimates, articles=articles)
    grouped = tree.groupby("figure", sort=False)
    table = grouped[["measure", "value", "counted"]].first()
    table["articles"] = grouped["article_id"].nunique()
    table["texts"] = grouped["text"].nunique()
    table["outlets"] = grouped["outlet"].nunique()
    table["origins"] = grouped["independent"].nunique()
    nobody = tree[tree["origin_id"].isna() & ~_attributed_elsewhere(tree)].groupby("figure")["article_id"].nunique()
    table["unattributed"] = nobody.reindex(table.index).fillna(0).astype("int64")
    table["origin_names"] = lists(grouped["origin_name"]).map(lambda names: sorted({n for n in names if pd.notna(n)}))
    table["figure_ids"] = lists(grouped["figure_id"])
    order = ["articles", "origins", "measure", "value"]
    return (
        table.reset_index()
        .sort_values(order, ascending=[False, False, True, True], kind="stable")
        .reset_index(drop=True)
    )


def origin_tree(estimates: pd.DataFrame, *, articles: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row per path article <- outlet <- agency <- speaker <- origin under each figure, by figure and origin.

    Columns: figure, measure, value, counted, independent (the origin's number among the figure's independent ones;
    missing where nobody is named), origin_id, origin_name, speaker_id, speaker_name, agency_id, agency_name (whom
    the article has it from), outlet, article_id, text (the same number for articles that copy each other), figure_id.
    """
    what, _ = settled(things(estimates))
    rows = np.flatnonzero(what.comparable)
    frame = what.frame.iloc[rows].reset_index(drop=True)
    frame["figure"] = _at_a_time(what)[rows] + 1
    frame["value"] = what.point[rows]
    frame["independent"] = _independent(what, rows, frame["figure"].to_numpy())
    frame["text"] = _texts(what, articles)[rows]
    frame["counted"] = frame.groupby("figure")["counted"].transform("first")
    path = ["figure", "origin_id", "speaker_id", "article_id"]
    frame = frame.sort_values([*path, "figure_id"], na_position="last").drop_duplicates(path)
    return frame[list(TREE)].reset_index(drop=True)


def _at_a_time(what: Things) -> Codes:
    """A code per figure and time in which it is told: the 600 of one spring are not those of another year."""
    found = sequence(what.figure, what.day)
    figure, day = what.figure[found], what.day[found]
    known = day != NO_DAY  # what has no date stands before all that has one, and belongs to the first of that
    new = np.zeros(len(found), dtype=bool)
    new[1:] = (figure[1:] == figure[:-1]) & known[:-1] & (np.diff(day) > _APART)
    time = np.empty(len(found), dtype=np.int64)
    time[found] = np.cumsum(new)
    return combine(what.figure, time)


def _attributed_elsewhere(tree: pd.DataFrame) -> pd.Series:
    """Whether the same article names somebody for the same figure in another place."""
    return tree.groupby(["figure", "article_id"])["origin_id"].transform("count") > 0


def _independent(what: Things, rows: np.ndarray, figure: np.ndarray) -> pd.Series:
    """For each row the number of its independent origin: origins joined where one passes on the other's figure."""
    origin, speaker = what.origin[rows], what.speaker[rows]
    links = {(f, o, s) for f, o, s in zip(figure.tolist(), origin.tolist(), speaker.tolist(), strict=True) if o and s}
    roots = joined(((f, o), (f, s)) for f, o, s in sorted(links))
    found = [roots.get((f, o), (f, o))[1] if o else None for f, o in zip(figure.tolist(), origin.tolist(), strict=True)]
    return pd.Series(found, dtype="Int64")


def _texts(what: Things, articles: pd.DataFrame | None) -> np.ndarray:
    """For each row the number of its article's text, the same for articles of which one copies the other."""
    pairs = [pair for level, pair in copies(what, articles) if level in (SAME_WORDS, SAME_TEXT)]
    links = (
        (int(a), int(b))
        for pair in pairs
        for a, b in zip(what.article[pair.left], what.article[pair.right], strict=True)
    )
    roots = joined(links)
    return np.array([roots.get(number, number) for number in what.article.tolist()], dtype=np.int64)
