"""Handing the wrong thing to a public call: one error that says what it needs, where and what would be right."""

from dataclasses import replace

import pandas as pd
import pytest

import factkit as fk

TEXT = "About 600 soldiers have been killed, lawmaker Ann Lee said on Friday."


@pytest.fixture(scope="module")
def dossier():
    articles = fk.read_articles([{"text": TEXT, "language": "en", "published": "2025-04-30", "outlet": "Test Post"}])
    return fk.extract(articles, progress=False)


@pytest.fixture(scope="module")
def estimates(dossier):
    return fk.estimates(dossier)


@pytest.mark.parametrize("call", ["estimates", "entities", "check", "show", "explain"])
def test_a_table_in_place_of_a_dossier_is_refused(call, estimates):
    more = ("x",) if call in ("show", "explain") else ()
    with pytest.raises(fk.FactkitError, match=f"^{call}: needs a dossier, .* not a DataFrame$"):
        getattr(fk, call)(estimates, *more)


@pytest.mark.parametrize("call", ["compare", "origins", "origin_tree", "timeline", "plot_timeline"])
def test_a_dossier_in_place_of_a_table_is_refused(call, dossier):
    with pytest.raises(fk.FactkitError, match=r"needs the DataFrame that fk\.estimates gives, not a Dossier$"):
        getattr(fk, call)(dossier)


@pytest.mark.parametrize("checks", [lambda _: [], ("sums",)])
def test_checks_that_are_none_are_refused(checks, dossier):
    with pytest.raises(fk.FactkitError, match=r"^check: checks is .*; it must be a list or tuple of callables$"):
        fk.check(dossier, checks=checks)


def test_estimates_in_place_of_findings_are_refused(dossier, estimates):
    with pytest.raises(
        fk.FactkitError, match=r"^review: needs the DataFrame that fk\.check gives; .* no column 'check'$"
    ):
        fk.review(dossier, estimates)


def test_a_row_in_place_of_its_id_is_refused(dossier):
    with pytest.raises(fk.FactkitError, match=r"^explain: figure_id is a Series; give one of dossier\.figures"):
        fk.explain(dossier, dossier.figures.iloc[0])


def test_what_is_no_name_is_refused():
    with pytest.raises(fk.FactkitError, match=r"^name_similarity: None is no name"):
        fk.name_similarity("Ann Lee", None)


def test_a_table_that_was_not_read_is_refused():
    with pytest.raises(fk.FactkitError, match=r"column 'article_id' is missing; fk\.read_articles makes it"):
        fk.extract(pd.DataFrame({"text": [TEXT]}))


def test_the_only_article_needs_no_id(dossier):
    assert fk.show(dossier).html == fk.show(dossier, dossier.articles["article_id"].item()).html
    two = fk.extract(fk.read_articles([{"text": TEXT, "id": "a"}, {"text": TEXT, "id": "b"}]), progress=False)
    with pytest.raises(fk.FactkitError, match=r"^show: which of 2 articles"):
        fk.show(two)


@pytest.mark.parametrize("given", ["data/articles", None, 5, {"text": TEXT}])
def test_what_is_no_table_of_articles_is_refused(given):
    with pytest.raises(fk.FactkitError, match=r"^extract: needs the DataFrame that fk\.read_articles gives, not "):
        fk.extract(given)


@pytest.mark.parametrize("extractors", [lambda _: [], ("extract_claims",), [None]])
def test_extractors_that_are_none_are_refused(extractors, dossier):
    with pytest.raises(fk.FactkitError, match=r"^extract: extractors is .*; it must be a list or tuple of callables$"):
        fk.extract(dossier.articles, extractors=extractors)


def test_an_extractor_that_returns_nothing_is_named(dossier):
    def silent(document):
        return None

    with pytest.raises(
        fk.FactkitError, match=r"^extract: extractor 'silent', article '\w+': it returned None; it must"
    ):
        fk.extract(dossier.articles, extractors=(silent,))


def test_an_extractor_that_fails_says_where(dossier):
    def failing(document):
        yield {"quote": "600"}
        raise KeyError(document.pack.code)

    with pytest.raises(KeyError, match="en") as caught:
        fk.extract(dossier.articles, extractors=(failing,))
    assert caught.value.__notes__ == [f"in extractor 'failing', article {dossier.articles['article_id'].item()!r}"]


def test_an_unknown_role_is_refused(estimates):
    with pytest.raises(fk.FactkitError, match=r"^timeline: no role 'levels'\. Did you mean 'level'\?$"):
        fk.timeline(estimates, roles="levels")
    assert len(fk.timeline(estimates, roles="level")) == 1


def test_names_that_are_not_there_are_refused(dossier, tmp_path):
    with pytest.raises(fk.FactkitError, match=r"no\.toml: no such file; give a TOML file with same = "):
        fk.estimates(dossier, aliases=tmp_path / "no.toml")


@pytest.mark.parametrize("table, column", [("claims", "speaker"), ("articles", "outlet")])
def test_a_column_taken_away_is_named(table, column, dossier):
    less = replace(dossier, **{table: getattr(dossier, table).drop(columns=column)})
    for call in (fk.estimates, fk.check):
        with pytest.raises(fk.FactkitError, match=f"{table}: column '{column}' is missing"):
            call(less)


@pytest.mark.parametrize("call", ["compare", "origins", "timeline", "plot_timeline"])
def test_a_column_taken_away_from_estimates_is_named(call, estimates):
    with pytest.raises(fk.FactkitError, match="estimates: column 'value' is missing"):
        getattr(fk, call)(estimates.drop(columns="value"))


@pytest.mark.parametrize("part", ["claims", "figures", "sources"])
def test_rows_taken_away_are_no_error(part, dossier):
    less = replace(dossier, **{part: getattr(dossier, part).iloc[:0]})
    assert isinstance(fk.compare(fk.estimates(less)), pd.DataFrame)
    assert isinstance(fk.check(less), pd.DataFrame)


def test_nothing_given_is_changed(dossier, estimates):
    before = {name: getattr(dossier, name).copy(deep=True) for name in ("articles", "claims", "sources", "figures")}
    table = estimates.copy(deep=True)
    fk.entities(dossier)
    fk.check(dossier)
    fk.compare(estimates)
    fk.origins(estimates)
    fk.timeline(estimates)
    for name, frame in before.items():
        pd.testing.assert_frame_equal(getattr(dossier, name), frame)
    pd.testing.assert_frame_equal(estimates, table)


def test_a_folder_that_cannot_be_made_is_named(dossier, tmp_path):
    (tmp_path / "x").write_text("")
    with pytest.raises(fk.FactkitError, match="can't be used as a folder"):
        dossier.save(tmp_path / "x" / "y")
