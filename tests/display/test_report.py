import json
import re

import pandas as pd
import pyarrow.parquet as pq
import pytest
from conftest import dossier_of, figure

import factkit as fk
from factkit.display.report import write_report
from factkit.dossier import make_table

NONE = pd.DataFrame()


def findings_of(*rows):
    usual = {"check": "recalled_figure", "claim_id": None, "figure_id": None, "evidence": []}
    return pd.DataFrame([{**usual, **row} for row in rows])


@pytest.fixture
def report(sample, soldiers, tmp_path):
    """A report on one article, with a finding, a pair and something skipped; the folder it was written into."""
    sample.articles.attrs["skipped"] = make_table("skipped", [{"source_path": "x.pdf", "reason": "not <text>"}])
    table = soldiers.assign(figure_id=["a1-f1", *soldiers["figure_id"][1:]])
    found = findings_of(
        {"verdict": "supported", "message": "600 stands"},
        {"verdict": "refuted", "figure_id": "a1-f1", "evidence": ["a1-c1", "a1"], "message": "600 <b> is not 500"},
    )
    pairs = pd.DataFrame([{"left": "a1-f0", "right": "a1-f1", "relation": "updates", "why": "2,000 replaces 600"}])
    write_report(sample, table, pairs, found, tmp_path / "report")
    return tmp_path / "report"


def page_of(folder):
    return (folder / "index.html").read_text("utf-8")


def test_every_table_is_there_twice(report):
    names = {"articles", "claims", "sources", "figures", "rejected", "names", "skipped"}
    names |= {"estimates", "comparisons", "findings"}
    written = {path.name for path in (report / "tables").iterdir()}
    assert written == {f"{name}.{kind}" for name in names for kind in ("csv", "parquet")}
    for name in names:
        rows = pq.read_table(report / "tables" / f"{name}.parquet").num_rows
        assert len(pd.read_csv(report / "tables" / f"{name}.csv")) == rows


def test_tables_load_as_a_dossier(report, sample):
    again = fk.load(report / "tables")
    pd.testing.assert_frame_equal(again.claims, sample.claims)
    assert list(again.articles.attrs["skipped"]["source_path"]) == ["x.pdf"]


def test_lists_are_json_in_csv(report, sample):
    cells = pd.read_csv(report / "tables" / "claims.csv")["spans"]
    assert [json.loads(cell) for cell in cells] == list(sample.claims["spans"])


def test_one_chart_per_measure_and_time_as_png_and_svg(report):
    assert {path.name for path in (report / "charts").iterdir()} == {
        "killed-2024-12.png", "killed-2024-12.svg", "casualties-2025-01.png", "casualties-2025-01.svg"
    }  # fmt: skip
    assert page_of(report).count("data:image/svg+xml;base64,") == 2


def test_the_page_needs_nothing_else_and_runs_nothing(report):
    html = page_of(report)
    assert re.findall(r"<script|<link|@import|url\(", html) == []
    assert set(re.findall(r'src="([^"]{5})', html)) == {"data:"}


def test_every_inner_link_has_its_place(report):
    html = page_of(report)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_weightiest_findings_come_first_escaped_and_linked_to_the_words(report):
    html = page_of(report)
    assert html.index("600 &lt;b&gt; is not 500") < html.index("600 stands")
    item = html[html.index("600 &lt;b&gt;") :].split("</li>")[0]
    assert ">600</a>" in item
    assert "„Cifra din aprilie era 600”</a>" in item


def test_skipped_files_are_listed_with_reasons(report):
    assert "<td>x.pdf</td><td></td><td>not &lt;text&gt;</td>" in page_of(report)


def test_series_is_told_in_words(report):
    assert "국가정보원, killed: at least 100 (2024-12-19), then about 300 (2025-01-13)" in page_of(report)


def test_the_same_input_gives_the_same_bytes(sample, soldiers, tmp_path):
    written = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        write_report(sample, soldiers, NONE, NONE, folder)
        written.append({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*") if path.is_file()})
    assert written[0] == written[1]
    assert len(written[0]) > 20


def test_nothing_found_is_said(tmp_path):
    empty = fk.Dossier(*(make_table(name, []) for name in ("articles", "claims", "sources", "figures")))
    write_report(empty, NONE, NONE, NONE, tmp_path)
    html = page_of(tmp_path)
    assert "The checks found nothing to report" in html
    assert "No figures were found" in html


def test_many_articles_are_capped_and_the_page_says_so(sample, tmp_path):
    text = "Au murit 600."
    articles = make_table(
        "articles",
        [{"article_id": f"n{i}", "text": text, "language": "ro", "text_kind": "original"} for i in range(30)],
    )
    figures = make_table("figures", [figure(text, f"n{i}-f", "600", article=f"n{i}", value=600) for i in range(30)])
    dossier = fk.Dossier(articles, sample.claims[:0], sample.sources[:0], figures)
    found = findings_of({"verdict": "refuted", "figure_id": "n29-f", "message": "no"})
    write_report(dossier, NONE, NONE, found, tmp_path, max_articles=5)
    html = page_of(tmp_path)
    assert html.count("<article") == 5
    assert "5 of 30 articles in full are shown here" in html
    assert re.search(r'<a href="#fk-at-\w+">600</a>', html.split("</ol>")[0]), "the article of the finding is shown"


def test_a_measure_cannot_lead_out_of_the_folder(sample, soldiers, tmp_path):
    write_report(sample, soldiers.assign(measure="../../up"), NONE, NONE, tmp_path / "r")
    assert {path.name for path in tmp_path.iterdir()} == {"r"}


def test_a_file_in_the_way_is_an_error(tmp_path):
    (tmp_path / "taken").write_text("x")
    with pytest.raises(fk.FactkitError, match="taken"):
        write_report(dossier_of("text"), NONE, NONE, NONE, tmp_path / "taken")
