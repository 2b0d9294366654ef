"""estimates: what is joined, what stays missing, nothing mutated."""

import pandas as pd
import pytest

from factkit.comparison import estimates
from factkit.dossier import Dossier, make_table, table_from_columns

TEXT = "Lee said 2,000 died. Another 300 came."


def article(**given):
    return {"article_id": "a", "text": TEXT, "language": "en", "text_kind": "original", **given}


def claim(**given):
    return {
        "claim_id": "c",
        "article_id": "a",
        "kind": "indirect",
        "content": "2,000 died",
        "start": 9,
        "end": 19,
        "spans": [[9, 19]],
        "modality": "hedged",
        **given,
    }


def figure(**given):
    row = {"figure_id": "f", "article_id": "a", "claim_id": "c", "text": "2,000", "start": 9, "end": 14}
    return row | {"value": 2000.0, "relation": "exact", "role": "level", "modality": "asserted"} | given


def dossier(articles=None, claims=None, figures=None):
    return Dossier(
        make_table("articles", [article()] if articles is None else articles),
        make_table("claims", [claim()] if claims is None else claims),
        make_table("sources", []),
        make_table("figures", [figure()] if figures is None else figures),
    )


def test_figure_gets_its_claim_and_article():
    made = dossier(
        [article(outlet="Veridica", published="2025-09-03T10:00:00Z")],
        [claim(speaker="Lee Seong-Kweun", origin="National Intelligence Service", source="Lee", cue="said")],
    )
    row = estimates(made).iloc[0]
    assert row["speaker"] == "Lee Seong-Kweun"
    assert row["cue"] == "said"
    assert row["kind"] == "indirect"
    assert (row["modality"], row["claim_modality"]) == ("asserted", "hedged")
    assert (row["outlet"], row["language"], row["text_kind"]) == ("Veridica", "en", "original")
    assert row["speaker_name"] == "Lee Seong-Kweun"
    assert row["speaker_id"] != row["origin_id"]
    assert (row["speaker_kind"], row["origin_kind"]) == ("person", "organisation")


def test_figure_without_claim_keeps_missing_speaker():
    table = estimates(dossier(figures=[figure(claim_id=None)]))
    assert len(table) == 1
    assert table[["speaker", "speaker_id", "origin_id", "speaker_name", "kind", "claim_modality"]].isna().all(axis=None)


DATES = [
    ({"as_of_start": "2025-04-01", "as_of_end": "2025-04-30"}, "2025-04-30", "end of the period"),
    ({"as_of_start": "2025-04-01"}, "2025-04-01", "start where the end is open"),
    ({}, "2025-09-03", "publication"),
]


@pytest.mark.parametrize("given, expected, label", DATES, ids=[case[-1] for case in DATES])
def test_date(given, expected, label):
    table = estimates(dossier([article(published="2025-09-03T22:30:00Z")], figures=[figure(**given)]))
    assert table["date"].dtype == "datetime64[us]"
    assert table["date"].iloc[0] == pd.Timestamp(expected)


def test_unknown_date_stays_missing():
    assert estimates(dossier())["date"].isna().all()


PLACES = [
    ("Ukraine", "UA", "English"),
    ("Coreea de Nord", "KP", "Romanian"),
    ("Türkei", "TR", "German"),
    ("우크라이나", "UA", "Korean"),
    ("Сирия", "SY", "Russian"),
    ("Turkey and Syria", "SY+TR", "two countries"),
    ("Türkei und in Syrien", "SY+TR", "two countries, the preposition again"),
    ("Gazastreifen", "GAZA", "a territory in one word"),
    ("Fâșia Gaza", "GAZA", "the same in two"),
    ("Kahramanmaraş", "kahramanmaras", "no country: the folded name"),
]


@pytest.mark.parametrize("place, expected, label", PLACES, ids=[case[-1] for case in PLACES])
def test_place(place, expected, label):
    assert estimates(dossier(figures=[figure(place=place)]))["place_id"].iloc[0] == expected


def test_types_are_kept_and_input_unchanged():
    made = dossier()
    before = [frame.copy(deep=True) for frame in (made.articles, made.claims, made.sources, made.figures)]
    table = estimates(made)
    for name in ("relation", "role", "modality", "kind", "claim_modality", "text_kind"):
        assert isinstance(table[name].dtype, pd.CategoricalDtype), name
    for name in ("speaker_id", "origin_name", "place_id"):
        assert table[name].dtype == "string"
    for frame, old in zip((made.articles, made.claims, made.sources, made.figures), before, strict=True):
        pd.testing.assert_frame_equal(frame, old)


def test_order_and_number_of_rows_are_those_of_the_figures():
    rows = [figure(figure_id=f"f{n}", claim_id="c" if n % 2 else None) for n in range(7)]
    assert list(estimates(dossier(figures=rows))["figure_id"]) == [f"f{n}" for n in range(7)]


def test_empty_dossier_gives_an_empty_table_with_all_columns():
    table = estimates(dossier([], [], []))
    assert len(table) == 0
    assert {"speaker_id", "origin_id", "speaker_name", "origin_name", "place_id", "date"} <= set(table.columns)


def test_claim_ids_that_are_missing_join_nothing():
    count = 50_000
    figures = table_from_columns(
        "figures",
        {
            "figure_id": [f"f{n}" for n in range(count)],
            "article_id": ["a"] * count,
            "claim_id": [None] * count,
            "text": ["2,000"] * count,
            "start": [9] * count,
            "end": [14] * count,
            "relation": ["exact"] * count,
            "role": ["level"] * count,
            "modality": ["asserted"] * count,
        },
    )
    made = dossier()
    table = estimates(Dossier(made.articles, made.claims, made.sources, figures))
    assert len(table) == count
    assert table["speaker"].isna().all()
