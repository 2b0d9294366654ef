"""The table of estimates: each figure with its claim, its article, and the canonical names of who says it."""

from pathlib import Path

import pandas as pd

from factkit.comparison.bodies import describe
from factkit.comparison.entities import resolve
from factkit.comparison.places import place_id
from factkit.comparison.signs import names
from factkit.comparison.topics import topics
from factkit.comparison.towns import towns
from factkit.dossier import Dossier, expect_dossier

_CLAIM = ("kind", "content", "source", "cue", "speaker", "origin", "parent_id")
_ARTICLE = ("outlet", "published", "language", "text_kind")


def estimates(dossier: Dossier, *, aliases: str | Path | None = None) -> pd.DataFrame:
    """One row per figure of `dossier`, in the order of its figures.

    Columns: all of the figure; of its claim `kind, content, source, cue, speaker, origin, parent_id` and the claim's
    modality as `claim_modality`, where `speaker` is who tells it at first hand in the article (all missing where the
    writer says it in the own voice); of its article `outlet, published, language, text_kind`; the canonical
    `speaker_id, origin_id, speaker_name, origin_name` (one id per person or body over spellings, scripts and languages,
    see `entities`) with `speaker_kind, origin_kind` ("anonymous" ones,
    such as "an official", share an id where they share the words, but needn't be one person); `agency_id, agency_name`,
    the agency or outlet that the article has it from, where it names one; `place_id`, an ISO 3166
    country code where the place names a country, else the place's name without case and accents (missing where the
    words name a body: Civil Protection); `towns`, those that the article tells of anywhere; `names`, the
    beginnings of the names in its text; `topic`, what an
    amount or a percentage is of ("inflation", "damage"), or what a count told without a noun counts; and `date`
    (datetime64[us]), the day the figure holds for: `as_of_end`, else `as_of_start`, else the day of publication.

    `aliases` is a TOML file with names of the user's own, of the same form as factkit's bodies.toml.
    """
    expect_dossier(dossier, "estimates", claims=("claim_id", *_CLAIM, "modality"), articles=("article_id", *_ARTICLE))
    claims = dossier.claims[["claim_id", *_CLAIM, "modality"]].rename(columns={"modality": "claim_modality"})
    claims = claims.assign(speaker=_first_hand(dossier), agency=_carrier(dossier))
    articles = dossier.articles[["article_id", *_ARTICLE]]
    # A missing claim_id must find no claim; pandas would join missing to missing, but claim ids are never missing.
    table = dossier.figures.merge(_fresh(claims, dossier.figures), on="claim_id", how="left", validate="many_to_one")
    table = table.merge(_fresh(articles, dossier.figures), on="article_id", how="left", validate="many_to_one")
    resolution = resolve(dossier, aliases=aliases)
    for part in ("speaker", "origin"):
        pairs = zip(table["article_id"], table[part], strict=True)
        ids = [pd.NA if pd.isna(name) else resolution.of(article, name) for article, name in pairs]
        table[f"{part}_id"] = pd.Series(ids, index=table.index, dtype="string")
        table[f"{part}_name"] = table[f"{part}_id"].map(resolution.names).astype("string")
        table[f"{part}_kind"] = table[f"{part}_id"].map(resolution.kinds).astype("string")
    table["agency_id"] = table["agency"].map(resolution.ids).astype("string")
    table["agency_name"] = table["agency_id"].map(resolution.names).astype("string")
    table = table.drop(columns="agency")
    places = table["place"].dropna().unique()
    table["place_id"] = (
        table["place"].map({place: place_id(place) for place in places if not describe(place).core}).astype("string")
    )
    texts = list(zip(dossier.articles["text"], dossier.articles["language"].fillna(""), strict=True))
    for column, told in (("towns", towns(texts)), ("names", names(texts))):
        table[column] = table["article_id"].map(dict(zip(dossier.articles["article_id"], told, strict=True)))
    table["topic"] = topics(table, dict(zip(dossier.articles["article_id"], texts, strict=True)))
    published = table["published"].dt.tz_convert(None).dt.normalize()
    table["date"] = table["as_of_end"].fillna(table["as_of_start"]).fillna(published).dt.as_unit("us")
    return table


def _first_hand(dossier: Dossier) -> pd.Series:
    """Who tells each claim at first hand: the first in its chain that is no outlet ("Lee said that the NIS estimates
    …": Lee; the NIS is the origin). A speaker who isn't in the chain, as after an edit, stays."""
    links = dossier.sources[["claim_id", "position", "name", "type"]]
    pairs = pd.MultiIndex.from_frame(links[["claim_id", "name"]])
    linked = pd.MultiIndex.from_frame(dossier.claims[["claim_id", "speaker"]]).isin(pairs)
    tellers = links[links["type"] != "outlet"].sort_values("position").drop_duplicates("claim_id")
    first = dossier.claims["claim_id"].map(tellers.set_index("claim_id")["name"])
    return dossier.claims["speaker"].mask(linked & first.notna(), first)


def _carrier(dossier: Dossier) -> pd.Series:
    """The outlet that each claim is taken from, where its chain begins with one that passes it on; else missing."""
    links = dossier.sources[["claim_id", "position", "name", "type"]]
    last = links.groupby("claim_id")["position"].transform("max")
    carriers = links[(links["position"] == 0) & (links["type"] == "outlet") & (last > 0)]
    return dossier.claims["claim_id"].map(carriers.drop_duplicates("claim_id").set_index("claim_id")["name"])


def _fresh(added: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """`added` without columns that the figures already carry (a user may hand back a table that was merged before)."""
    return added.drop(columns=[name for name in added.columns[1:] if name in figures.columns])
