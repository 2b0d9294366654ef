import json

import pandas as pd
import pytest
from conftest import TEXT

import factkit as fk
from factkit.display.tables import write_tables


def test_what_is_written_comes_back(sample, tmp_path):
    rows = write_tables(sample, tmp_path / "deep" / "er", {"findings": pd.DataFrame({"evidence": [["a", "ă"], []]})})
    counts = {"articles": 1, "claims": 4, "sources": 5, "figures": 4, "rejected": 0, "names": 0, "skipped": 0}
    assert rows == {**counts, "findings": 2}
    again = fk.load(tmp_path / "deep" / "er")
    pd.testing.assert_frame_equal(again.figures, sample.figures)
    assert pd.read_csv(tmp_path / "deep" / "er" / "articles.csv")["text"][0] == TEXT
    cells = pd.read_csv(tmp_path / "deep" / "er" / "findings.csv")["evidence"]
    assert [json.loads(cell) for cell in cells] == [["a", "ă"], []]


def test_a_file_in_the_way_is_named(sample, tmp_path):
    (tmp_path / "x").write_text("")
    with pytest.raises(fk.FactkitError, match="x: can't be used as a folder"):
        write_tables(sample, tmp_path / "x")
