"""What an article must give, from its file to the findings: in full for one real article where it is there, and for a
text of our own that says the same in other words everywhere."""

from pathlib import Path

import pytest

import factkit as fk

ROOT = Path(__file__).parent.parent
REAL = ROOT.parent / "shared" / "articles" / "000_a1b5a9e96bd81852.txt"
OURS = """\
 date 2025-09-03 Liderul de la Kremlin, Vladimir Putin, l-a primit miercuri la Beijing pe Kim Jong-un, după parada \
care a marcat 80 de ani de la încheierea războiului din 1945.

„Legătura dintre popoarele noastre este astăzi mai strânsă decât oricând”, a declarat Putin la începutul discuției.

Vladimir Putin le-a mulțumit soldaților care „au luptat cu vitejie” la Kursk, asigurând că „Moscova nu va uita \
sacrificiul lor”, potrivit cotidianului Tribuna.

Circa 2.000 de soldați nord-coreeni ar fi fost uciși

Circa 2.000 de soldați nord-coreeni au fost uciși în războiul început în 2022, a declarat un parlamentar \
sud-coreean, prezentând cifre furnizate de Serviciul Național de Informații.

În aprilie, numărul soldaților nord-coreeni uciși era estimat la 600, dar „datele arată acum circa 2.000”, a \
declarat parlamentarul Lee Seong-Kweun.

Lee Seong-Kweun, membru al comisiei pentru informații, a declarat că serviciile de informații sud-coreene \
estimează că Phenianul intenționează să trimită încă 6.000 de soldați în Rusia.

Foto: Agenția Test
"""
NIS = "Serviciul Național de Informații"
TEXTS = ["real", "ours"]


@pytest.fixture(scope="module", params=TEXTS)
def dossier(request, tmp_path_factory):
    path = REAL
    if request.param == "ours":
        path = tmp_path_factory.mktemp("articles") / "ours.txt"
        path.write_text(OURS, "utf-8")
    elif not path.is_file():
        pytest.skip("../shared/articles is not there; it isn't shipped with the project")
    return fk.extract(fk.read_articles(path), progress=False).validate()


def claims(dossier, words):
    """The claims whose content has the words, the shortest first."""
    table = dossier.claims[dossier.claims["content"].str.contains(words, regex=False)]
    return table.loc[table["content"].str.len().sort_values(kind="stable").index]


def figures(dossier, text):
    return dossier.figures[dossier.figures["text"] == text]


def chain(dossier, claim_id):
    links = dossier.sources[dossier.sources["claim_id"] == claim_id].sort_values("position")
    return links["name"].tolist()


def test_the_first_line_s_date_is_metadata(dossier):
    assert str(dossier.articles["published"].iloc[0].date()) == "2025-09-03"
    assert "date 2025" not in dossier.articles["text"].iloc[0]
    assert dossier.articles["language"].tolist() == ["ro"]


@pytest.mark.parametrize("words", [("deosebit de amicale", "mai strânsă decât")])
def test_a_quotation_is_a_direct_claim_of_the_fullest_name(dossier, words):
    found = [row for part in words for row in claims(dossier, part).itertuples()]
    assert [(row.kind, row.source, row.speaker) for row in found] == [("direct", "Putin", "Vladimir Putin")]
    assert found[0].content[0] == "„"
    assert found[0].content[-1] == "”"


@pytest.mark.parametrize(
    "words",
    [("au luptat cu curaj și eroism", "au luptat cu vitejie"), ("Rusia nu va uita niciodată", "Moscova nu va uita")],
    ids=["praise", "promise"],
)
def test_quoted_words_in_a_sentence_are_a_mixed_claim_that_an_outlet_carries(dossier, words):
    claim = next(row for part in words for row in claims(dossier, part).itertuples())
    assert (claim.kind, claim.speaker) == ("mixed", "Vladimir Putin")
    links = chain(dossier, claim.claim_id)
    assert links in (["L’Orient-Le Jour", "Vladimir Putin"], ["Tribuna", "Vladimir Putin"])


def test_a_description_gets_the_name_that_comes_later(dossier):
    claim = claims(dossier, "au fost uciși").iloc[0]
    assert claim["source"] == "un parlamentar sud-coreean"
    assert claim["speaker"] == "Lee Seong-Kweun"
    assert claim["origin"] == NIS
    assert chain(dossier, claim["claim_id"]) == ["Lee Seong-Kweun", NIS]


def test_the_killed_are_read_with_hedge_date_and_origin(dossier):
    by_claim = dossier.claims.set_index("claim_id")
    then, (first, *now) = figures(dossier, "600").iloc[0], list(figures(dossier, "2.000").itertuples())
    assert (then["value"], then["measure"], then["as_of"]) == (600, "killed", "2025-04")
    assert {(row.value, row.relation, row.measure) for row in (first, *now)} == {(2000, "about", "killed")}
    assert len(now) == 2
    for claim_id in [then["claim_id"], *(row.claim_id for row in now)]:
        assert tuple(by_claim.loc[claim_id, ["speaker", "origin"]]) == ("Lee Seong-Kweun", NIS)


def test_the_planned_soldiers_are_an_increment_in_a_claim_inside_a_claim(dossier):
    figure = figures(dossier, "6.000").iloc[0]
    expected = (6000, "increment", "planned_deployment", "planned")
    assert tuple(figure[["value", "role", "measure", "modality"]]) == expected
    by_id = dossier.claims.set_index("claim_id")
    inner = by_id.loc[figure["claim_id"]]
    outer = by_id.loc[inner["parent_id"]]
    assert outer["speaker"] == "Lee Seong-Kweun"
    assert inner["speaker"] == "serviciile de informații sud-coreene"
    assert chain(dossier, figure["claim_id"])[:2] == ["Lee Seong-Kweun", "serviciile de informații sud-coreene"]


def test_two_names_of_one_service_are_one_body(dossier):
    table = fk.estimates(dossier).set_index("text")
    assert len(set(table.loc[["2.000", "600", "6.000"], "origin_id"].dropna())) == 1
    assert set(table.loc[["600", "6.000"], "origin_id"].isna()) == {False}


def test_a_hedged_headline_is_nobody_s_claim_and_is_noticed(dossier):
    headline = figures(dossier, "2.000").iloc[0]
    assert (headline["modality"], bool(headline[["claim_id"]].isna().all())) == ("hedged", True)
    findings = fk.check(dossier)
    about_it = findings[
        findings["figure_id"].eq(headline["figure_id"])
        | findings["evidence"].map(lambda ids: headline["figure_id"] in ids)
    ]
    assert len(about_it) > 0


@pytest.mark.parametrize("year", ["1945", "2022", "2025", "80"])
def test_years_and_anniversaries_are_no_figures(dossier, year):
    assert len(figures(dossier, year)) == 0


def test_the_photo_credit_is_no_claim(dossier):
    text = dossier.articles["text"].iloc[0]
    end = text.rindex("Foto:")
    assert (dossier.claims["end"] <= end).all()


def test_the_series_runs_from_april_to_september(dossier):
    table = fk.estimates(dossier)
    killed = table[(table["measure"] == "killed") & (table["role"] == "level") & table["claim_id"].notna()]
    dated = killed.sort_values("date", kind="stable").drop_duplicates("value")
    assert dated["value"].tolist() == [600, 2000]
    assert dated["date"].dt.strftime("%Y-%m").tolist() == ["2025-04", "2025-09"]


def test_the_chart_draws_the_series_of_one_origin(dossier):
    axes = fk.plot_timeline(fk.estimates(dossier), measure="killed")
    heights = {height for line in axes.get_lines() for height in line.get_ydata()}
    assert {600, 2000} <= heights
