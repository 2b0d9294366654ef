"""The command line: what it says, writes and returns."""

import os
import subprocess
import sys

import pandas as pd
import pytest

import factkit as fk
from factkit.__main__ import main
from factkit.languages import language_codes

ROMANIAN = (
    "---\ndate: 2025-09-03\noutlet: Ziarul de Test\nlanguage: ro\n---\n"
    "Vreo 2.000 de soldați trimiși de Phenian au murit, a declarat deputatul Lee Seong-Kweun.\n\n"
    "„Cifrele sunt mai mari decât în aprilie”, a adăugat Lee.\n"
)
ENGLISH = (
    "---\ndate: 2025-04-30\noutlet: Test Post\nlanguage: en\n---\n"
    "About 600 North Korean soldiers have been killed, lawmaker Lee Seong-kweun said on Wednesday.\n"
)


@pytest.fixture
def articles(tmp_path):
    """A folder with two articles and a file that is none."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "unu.md").write_text(ROMANIAN, "utf-8")
    (folder / "two.md").write_text(ENGLISH, "utf-8")
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02\xff\xfe" * 40)
    return folder


def test_report_writes_everything_and_says_where(articles, tmp_path, capsys):
    out = tmp_path / "report"
    assert main(["report", str(articles), "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert "Read 2 articles (en 1, ro 1), 2025-04-30 to 2025-09-03" in said
    assert "Skipped 1:" in said
    assert "bad.txt: " in said
    assert f"Report: {out / 'index.html'}" in said
    page = (out / "index.html").read_text("utf-8")
    assert "Ziarul de Test" in page
    assert "bad.txt" in page
    assert len(pd.read_csv(out / "tables" / "articles.csv")) == 2


def test_articles_without_a_language_pack_are_told(tmp_path, capsys):
    (tmp_path / "sv.md").write_text("---\nlanguage: sv\n---\nMinst 12 personer dog, sade ministern.", "utf-8")
    assert main(["report", str(tmp_path), "--out", str(tmp_path / "report")]) == 0
    assert "Not analysed 1 article: no language pack for 'sv'; there are " in capsys.readouterr().out
    assert "no language pack for &#39;sv&#39;" in (tmp_path / "report" / "index.html").read_text("utf-8")


def test_extract_writes_tables_that_load(articles, tmp_path, capsys):
    out = tmp_path / "tables"
    assert main(["extract", str(articles), "--out", str(out)]) == 0
    assert "articles 2" in capsys.readouterr().out
    dossier = fk.load(out)
    assert set(dossier.articles["article_id"]) == {"unu", "two"}
    assert len(dossier.claims) > 0
    assert len(dossier.figures) > 0
    assert not (out / "index.html").exists()


def test_several_sources_and_workers_give_the_same_tables(articles, tmp_path):
    both = [str(articles / "unu.md"), str(articles / "two.md")]
    for name, more in (("one", []), ("two", ["--workers", "2"])):
        assert main(["extract", *both, "--out", str(tmp_path / name), *more]) == 0
    assert (tmp_path / "one" / "claims.csv").read_bytes() == (tmp_path / "two" / "claims.csv").read_bytes()


def test_languages_lists_every_pack(capsys):
    assert main(["languages"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["code", *language_codes()]
    assert all(int(line.split()[-1]) >= 0 for line in lines[1:])


WRONG = [
    (["report", "no/such/folder"], "no/such/folder"),
    (["extract", "articles/bad.txt"], "bad.txt"),
    (["report", "articles", "--language", "xx"], "'xx'"),
    (["report", "articles", "--out", "articles/unu.md"], "unu.md"),
]


@pytest.mark.parametrize("argv, named", WRONG, ids=["no path", "no text", "no language pack", "a file in the way"])
@pytest.mark.usefixtures("articles")
def test_what_is_wrong_is_one_line_and_exit_code_2(argv, named, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(argv) == 2
    error = capsys.readouterr().err
    assert error.startswith("factkit: ")
    assert named in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("argv", [[], ["rapport"], ["report"], ["report", "x", "--workers", "0"]])
def test_a_wrong_command_line_is_explained(argv, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(argv)
    assert stopped.value.code == 2
    assert "factkit" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_it_runs_as_a_module_in_any_terminal(encoding):
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "factkit", "languages"]
    done = subprocess.run(command, capture_output=True, check=True, env=environment)  # noqa: S603
    assert len(done.stdout.decode(encoding).splitlines()) == 1 + len(language_codes())
