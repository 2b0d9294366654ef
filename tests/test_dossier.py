"""The four tables: what is refused and how it is said, and that saving loses nothing."""

import pandas as pd
import pytest

import factkit as fk
from factkit.dossier import TABLES, Dossier, conform, empty, make_table, table_from_columns
from factkit.errors import TableError

TEXT = "Ana said that 300 of “them” left. 🙂 Ben denied it."


def article(**change):
    return {"article_id": "a", "text": TEXT, "language": "en", "text_kind": "original", **change}


def claim(**change):
    row = {"claim_id": "c1", "article_id": "a", "kind": "indirect", "content": TEXT[9:32], "start": 9, "end": 32}
    row |= {"spans": [[9, 32]], "modality": "asserted", "source": "Ana", "source_start": 0, "source_end": 3}
    return {**row, **change}


def figure(**change):
    row = {"figure_id": "f1", "article_id": "a", "claim_id": "c1", "text": "300", "start": 14, "end": 17, "value": 300}
    return {**row, "relation": "exact", "role": "level", "modality": "asserted", "as_of_start": "2025-04-01", **change}


def link(**change):
    row = {"claim_id": "c1", "position": 0, "name": "Ana", "surface": "Ana", "start": 0, "end": 3, "type": "person"}
    return {**row, **change}


def dossier(articles=None, claims=None, sources=None, figures=None):
    return Dossier(
        make_table("articles", [article()] if articles is None else articles),
        make_table("claims", [claim()] if claims is None else claims),
        make_table("sources", [link()] if sources is None else sources),
        make_table("figures", [figure()] if figures is None else figures),
    )


# --- tables


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_has_every_column_of_its_type(name):
    table = empty(name)
    assert list(table.columns) == [column.name for column in TABLES[name]]
    assert len(table) == 0
    pd.testing.assert_frame_equal(conform(name, table), table)


def test_rows_and_columns_make_the_same_table():
    rows = [figure(), figure(figure_id="f2", claim_id=None, value=None, as_of_start=None)]
    columns = {key: [row[key] for row in rows] for key in rows[0]}
    pd.testing.assert_frame_equal(make_table("figures", rows), table_from_columns("figures", columns))


def test_columns_of_the_user_stay_and_the_given_frame_is_left_alone():
    frame = pd.DataFrame([figure(mine="x")])
    before = frame.copy(deep=True)
    assert list(conform("figures", frame).columns) == [*(column.name for column in TABLES["figures"]), "mine"]
    pd.testing.assert_frame_equal(frame, before)


REFUSED = [
    ("claims", {"kind": "drect"}, r"claims: row 0: kind is 'drect'. Did you mean 'direct'\?"),
    ("claims", {"modality": "xxx"}, "claims: row 0: modality is 'xxx'. Known: asserted, denied, hedged, planned."),
    ("claims", {"content": None}, "claims: row 0: no content; it needs string"),
    ("claims", {"start": "here"}, "claims: column 'start' needs int64"),
    ("claims", {"source_start": 1.5}, "claims: column 'source_start' needs Int64"),
    ("figures", {"value": "many"}, "figures: column 'value' needs float64"),
    ("figures", {"role": None}, "figures: row 0: no role; it needs one of level, increment, change, share"),
    ("figures", {"as_of_end": "spring"}, "figures: column 'as_of_end' needs datetime64"),
    ("articles", {"published": "soon"}, "articles: column 'published' needs datetime64"),
    ("sources", {"type": "ghost"}, "sources: row 0: type is 'ghost'"),
]
MAKE = {"articles": article, "claims": claim, "figures": figure, "sources": link}


@pytest.mark.parametrize("table, change, message", REFUSED, ids=[f"{row[0]}-{next(iter(row[1]))}" for row in REFUSED])
def test_a_wrong_cell_is_named_with_table_and_column(table, change, message):
    with pytest.raises(TableError, match=message):
        make_table(table, [MAKE[table](**change)])


def test_a_missing_column_is_named():
    with pytest.raises(TableError, match="articles: column 'text' is missing; it needs string"):
        conform("articles", pd.DataFrame({"article_id": ["a"], "language": ["en"], "text_kind": ["original"]}))


# --- dossiers


def test_a_right_dossier_is_valid_and_says_what_it_holds():
    valid = dossier().validate()
    assert repr(valid) == "Dossier: 1 article (en), 1 claim, 1 figure, 0 rejected"
    assert repr(dossier([], [], [], [])) == "Dossier: 0 articles (none), 0 claims, 0 figures, 0 rejected"


BROKEN = [
    ({"articles": [article(), article()]}, "articles: row 1: article_id 'a' occurs twice"),
    ({"claims": [claim(), claim()]}, "claims: row 1: claim_id 'c1' occurs twice"),
    ({"figures": [figure(), figure()]}, "figures: row 1: figure_id 'f1' occurs twice"),
    ({"claims": [claim(article_id="b")]}, "claims: row 0: article_id 'b' is not in articles"),
    ({"claims": [claim(parent_id="c9")]}, "claims: row 0: parent_id 'c9' is not in claims"),
    ({"figures": [figure(claim_id="c9")]}, "figures: row 0: claim_id 'c9' is not in claims"),
    ({"sources": [link(claim_id="c9")]}, "sources: row 0: claim_id 'c9' is not in claims"),
    ({"claims": [claim(start=10)]}, 'claims: row 0: content is "that 300 of “them” left", but article \'a\' has "hat'),
    ({"claims": [claim(source_end=4)]}, 'claims: row 0: source is "Ana", but article \'a\' has "Ana " at 0-4'),
    ({"figures": [figure(text="900")]}, 'figures: row 0: text is "900", but article \'a\' has "300" at 14-17'),
    ({"figures": [figure(start=900, end=903)]}, 'figures: row 0: text is "300", but article \'a\' has "" at 900-903'),
    ({"sources": [link(surface="Bob")]}, 'sources: row 0: surface is "Bob", but article \'a\' has "Ana" at 0-3'),
]


@pytest.mark.parametrize("change, message", BROKEN, ids=[said[:40] for _, said in BROKEN])
def test_what_does_not_fit_is_named_with_table_row_and_place(change, message):
    with pytest.raises(TableError) as refused:
        dossier(**change).validate()
    assert str(refused.value).startswith(message)


def test_an_edited_text_no_longer_fits_its_offsets():
    edited = dossier()
    edited.articles["text"] = edited.articles["text"].str.replace("Ana", "Anna")
    with pytest.raises(TableError, match="offsets count characters of the article's text"):
        edited.validate()


def test_offsets_count_characters_beyond_the_basic_plane():
    start = TEXT.index("Ben")
    assert TEXT[start - 2] == "🙂"
    row = claim(source="Ben", source_start=start, source_end=start + 3)
    assert dossier(claims=[row]).validate().claims["source"].iloc[0] == "Ben"


# --- saving and loading


def test_nothing_is_lost_on_the_way_to_disk_and_back(tmp_path):
    rows = [claim(), claim(claim_id="c2", parent_id="c1", speaker="Ana", spans=[[9, 13], [14, 32]], source=None)]
    before = dossier(claims=rows).validate()
    before.articles["mine"] = ["x"]
    before.articles.attrs["skipped"] = make_table("skipped", [{"source_path": "b.txt", "reason": "empty"}])
    assert before.save(tmp_path / "saved") == tmp_path / "saved"
    after = fk.load(str(tmp_path / "saved"))
    for name in ("articles", "claims", "sources", "figures", "rejected", "names"):
        pd.testing.assert_frame_equal(getattr(after, name), getattr(before, name))
    pd.testing.assert_frame_equal(after.articles.attrs["skipped"], before.articles.attrs["skipped"])
    assert after.claims["spans"].tolist() == [[[9, 32]], [[9, 13], [14, 32]]]


def test_saving_twice_gives_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        dossier().save(tmp_path / name)
    for file in sorted((tmp_path / "one").iterdir()):
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_an_empty_dossier_comes_back(tmp_path):
    assert repr(fk.load(dossier([], [], [], []).save(tmp_path / "empty"))) == repr(dossier([], [], [], []))


def test_what_cannot_be_loaded_is_said(tmp_path):
    with pytest.raises(TableError, match="no such folder"):
        fk.load(tmp_path / "nowhere")
    with pytest.raises(TableError, match=r"articles\.parquet is missing"):
        fk.load(tmp_path)
    saved = dossier().save(tmp_path / "saved")
    (saved / "claims.parquet").write_bytes(b"no table")
    with pytest.raises(TableError, match=r"claims\.parquet: not a Parquet table"):
        fk.load(saved)
    with pytest.raises(TableError, match="is a file"):
        dossier().save(saved / "claims.parquet")


def test_a_saved_dossier_with_wrong_offsets_is_refused_on_loading(tmp_path):
    saved = dossier(figures=[figure(start=13, end=16)]).save(tmp_path / "saved")
    with pytest.raises(TableError, match="figures: row 0: text is"):
        fk.load(saved)


def test_a_dossier_without_parts_of_a_table_is_refused_on_loading(tmp_path):
    saved = dossier().save(tmp_path / "saved")
    pd.read_parquet(saved / "claims.parquet").drop(columns="spans").to_parquet(saved / "claims.parquet")
    with pytest.raises(TableError, match="spans"):
        fk.load(saved)
