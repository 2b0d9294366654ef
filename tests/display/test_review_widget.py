"""The review with the mouse: what the browser sends becomes lines of the log or a row's error, never an exception."""

import json
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factkit as fk
from factkit.display.review_desk import Desk
from factkit.display.review_widget import _widget_class

CLAIM, FIGURE = ("claim", "a1-c0"), ("figure", "a1-f1")


@pytest.fixture(autouse=True)
def _no_exception(caplog):
    """What a callback raises is only logged by ipywidgets: a person would see nothing."""
    yield
    assert caplog.text == ""


@pytest.fixture
def log(tmp_path):
    return tmp_path / "decisions.jsonl"


@pytest.fixture
def widget(sample, log):
    return fk.review_widget(sample, fk.check(sample), log=log, reviewer="ana")


def send(widget, call, **more):
    """What the page would send: the same message, the same way."""
    widget._handle_custom_msg({"call": call, **more}, [])


def edit(widget, key, **cells):
    send(widget, "edit", item=key[0], target=key[1], cells=cells)


def row(widget, key):
    return next(row for row in widget.state["rows"] if (row["item"], row["target"]) == key)


def lines(log):
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()] if log.exists() else []


def test_the_page_begins_with_every_row_and_what_it_may_be(widget, sample):
    views = dict(widget.state["views"])
    kinds = {name: views.pop(name) for name in ("claim", "figure", "merge", "finding")}
    assert kinds == {"claim": 4, "figure": 4, "finding": 0, "merge": len(fk.review(sample)) - 8}
    assert views == {"all": sum(kinds.values()), "undecided": sum(kinds.values()), "not written": 0}
    assert row(widget, CLAIM)["words"] == "Circa 2.000 de soldați nord-coreeni ar fi murit"
    assert row(widget, CLAIM)["cells"] == dict.fromkeys(
        ("decision", "correction", "verdict", "source_grade", "credibility", "note"), ""
    )
    assert widget.choices["source_grade"] == list("ABCDEF")
    assert widget.choices["credibility"] == list("123456")
    fields = {field["name"]: field for field in widget.choices["correctable"]["claim"]}
    assert list(fields) == ["speaker", "origin", "modality", "content"]
    assert fields["modality"]["choices"] == ["asserted", "hedged", "planned", "denied"]
    assert [field["name"] for field in widget.choices["correctable"]["figure"] if field["number"]] == [
        "value",
        "low",
        "high",
    ]
    assert json.loads(json.dumps(widget.state)) == widget.state


def test_what_was_filled_in_is_written_in_one_line_per_row(widget, log):
    edit(widget, CLAIM, decision="accept")
    edit(widget, CLAIM, verdict="supported", source_grade="B", credibility="2", note="as in the minutes")
    edit(widget, FIGURE, decision="reject")
    assert lines(log) == []
    assert widget.state["ready"] == 2
    send(widget, "write")
    first, second = lines(log)
    assert (first["who"], first["item"], first["why"]) == ("ana", "claim", "as in the minutes")
    assert first["to"] == {"decision": "accept", "verdict": "supported", "source_grade": "B", "credibility": 2}
    assert first["about"]["selector"][0]["exact"] == "Circa 2.000 de soldați nord-coreeni ar fi murit"
    assert (second["item"], second["to"], second["why"]) == ("figure", {"decision": "reject"}, None)
    assert widget.state["message"] == "2 rows written to decisions.jsonl."
    assert widget.state["ready"] == 0
    assert row(widget, CLAIM)["written"]["reviewer"] == "ana"
    assert row(widget, CLAIM)["cells"]["credibility"] == "2"
    send(widget, "write")
    assert len(lines(log)) == 2


def test_the_dossier_is_as_decided(widget, sample):
    assert widget.reviewed is sample
    edit(widget, CLAIM, decision="correct", correction='{"speaker": "Lee Sung-kwon"}')
    edit(widget, FIGURE, decision="reject")
    send(widget, "write")
    reviewed = widget.reviewed.validate()
    assert reviewed.claims.set_index("claim_id").loc["a1-c0", "speaker"] == "Lee Sung-kwon"
    assert "a1-f1" not in set(reviewed.figures["figure_id"])
    assert row(widget, CLAIM)["cells"]["correction"] == '{"speaker": "Lee Sung-kwon"}'


def test_merges_and_findings_can_be_decided(sample, log):
    findings = fk.check(sample).iloc[:0].copy()
    findings.loc[0, ["check", "claim_id", "verdict", "message"]] = ["hedge", "a1-c0", "conflicting", "A word is gone."]
    sample.claims.loc[1, "speaker"] = "Lee Sung-kwon"
    widget = fk.review_widget(sample, findings, log=log, reviewer="ana")
    edit(widget, ("finding", "hedge a1-c0"), decision="reject", note="it stands in the headline")
    merge = next(row for row in widget.state["rows"] if row["item"] == "merge")
    edit(widget, ("merge", merge["target"]), decision="reject")
    send(widget, "write")
    assert [(line["item"], line["to"]) for line in lines(log)] == [
        ("finding", {"decision": "reject"}),
        ("merge", {"decision": "reject"}),
    ]
    assert len(widget.reviewed.names) == 1


@pytest.mark.parametrize(
    "key, cells, error",
    [
        (CLAIM, {"decision": "acept"}, "decision is 'acept'. Did you mean 'accept'?"),
        (CLAIM, {"verdict": "<b>true</b>"}, "verdict is '<b>true</b>'"),
        (CLAIM, {"source_grade": "G"}, "source_grade is 'G'"),
        (CLAIM, {"credibility": "7"}, "credibility is '7'; it must be 1 to 6"),
        (CLAIM, {"credibility": "two"}, "credibility is 'two'"),
        (CLAIM, {"credibility": "9" * 5000}, "credibility is '999"),
        (CLAIM, {"decision": "correct"}, "'correct' and a correction go together"),
        (CLAIM, {"correction": '{"speaker": "Lee"}'}, "'correct' and a correction go together"),
        (CLAIM, {"decision": "correct", "correction": "{speaker"}, "it must be a dictionary or JSON"),
        (CLAIM, {"decision": "correct", "correction": "[" * 100_000}, "it must be a dictionary or JSON"),
        (CLAIM, {"decision": "correct", "correction": '{"spaker": "Lee"}'}, "Did you mean 'speaker'?"),
        (CLAIM, {"decision": "correct", "correction": '{"speaker": "\\ud800"}'}, "can't be written to the log"),
        (FIGURE, {"decision": "correct", "correction": '{"value": NaN}'}, "value is nan"),
        (FIGURE, {"decision": "correct", "correction": '{"value": 1' + "0" * 400 + "}"}, "value is 1000"),
        (CLAIM, {"note": "half a character: \ud800"}, "it must be text"),
        (CLAIM, {"note": ["a", "list"]}, "note is ['a', 'list']; it must be text"),
        (CLAIM, {"reviewer": "somebody else"}, "reviewer is 'somebody else'"),
    ],
)
def test_a_wrong_value_is_its_row_s_error_and_holds_up_no_other(widget, log, key, cells, error):
    edit(widget, key, **cells)
    assert error in row(widget, key)["error"]
    edit(widget, ("claim", "a1-c1"), decision="accept")
    send(widget, "write")
    assert [line["to"] for line in lines(log)] == [{"decision": "accept"}]
    assert error in row(widget, key)["error"]
    assert widget.state["message"].endswith("1 row with an error left.")


def test_an_error_goes_when_it_is_mended(widget):
    edit(widget, CLAIM, source_grade="G")
    edit(widget, CLAIM, source_grade="C")
    assert row(widget, CLAIM)["error"] == ""
    assert widget.state["ready"] == 1
    edit(widget, CLAIM, source_grade="")
    assert (row(widget, CLAIM)["drafted"], widget.state["ready"]) == (False, 0)


def test_what_is_in_the_log_is_withdrawn_not_emptied(widget, log):
    edit(widget, CLAIM, decision="accept", source_grade="B")
    send(widget, "write")
    edit(widget, CLAIM, source_grade="")
    assert "source_grade is 'B' in the log" in row(widget, CLAIM)["error"]
    edit(widget, CLAIM, source_grade="B", decision="withdraw")
    send(widget, "write")
    assert lines(log)[-1]["to"] == {"decision": "withdraw"}
    assert row(widget, CLAIM)["cells"]["source_grade"] == ""


def test_another_s_decision_is_not_written_over_by_a_note(sample, log):
    ana, bea = (fk.review_widget(sample, log=log, reviewer=name) for name in ("ana", "bea"))
    edit(ana, CLAIM, decision="accept")
    send(ana, "write")
    edit(bea, CLAIM, decision="reject")
    send(bea, "write")
    edit(ana, CLAIM, note="looked at it again")
    send(ana, "write")
    assert row(ana, CLAIM)["cells"]["decision"] == "reject"
    assert "a1-c0" not in set(ana.reviewed.claims["claim_id"])


def test_a_correction_can_be_changed_and_taken_back(widget, log):
    edit(widget, CLAIM, decision="correct", correction='{"modality": "planned"}')
    send(widget, "write")
    edit(widget, CLAIM, correction='{"modality": "denied"}')
    send(widget, "write")
    edit(widget, CLAIM, decision="accept", correction="")
    send(widget, "write")
    assert [line["to"]["decision"] for line in lines(log)] == ["correct", "correct", "accept"]
    assert row(widget, CLAIM)["cells"]["correction"] == ""


def test_a_correction_begins_with_what_stands_there(widget, sample):
    claim = sample.claims.set_index("claim_id").loc["a1-c0"]
    assert row(widget, CLAIM)["present"] == {name: claim[name] for name in ("speaker", "origin", "modality", "content")}
    figure = row(widget, FIGURE)["present"]
    assert (figure["value"], figure["low"], figure["relation"]) == ("600", "", "exact")
    assert all(row["present"] == {} for row in widget.state["rows"] if row["item"] == "merge")
    edit(widget, FIGURE, decision="correct", correction='{"value": 2500}')
    send(widget, "write")
    assert row(widget, FIGURE)["present"]["value"] == "600"
    assert row(widget, FIGURE)["cells"]["correction"] == '{"value": 2500}'


@pytest.mark.parametrize(
    "find, found",
    [
        ("circa 2.000", {"a1-c0"}),
        ("NORD-COREENI", {"a1-c0", "a1-f0"}),
        ("a1-f1", {"a1-f1"}),
        ("no such words", set()),
    ],
)
def test_a_search_keeps_the_rows_with_all_its_words(widget, find, found):
    everything = widget.state["views"]["all"]
    send(widget, "show", view="all", page=0, find=find)
    shown = {row["target"] for row in widget.state["rows"] if row["item"] != "merge"}
    assert shown >= found if found else shown == set()
    assert widget.state["views"]["all"] == len(widget.state["rows"])
    assert widget.state["find"] == find
    send(widget, "show", view="all", page=0, find=["not", "words"])
    assert widget.state["views"]["all"] == everything


def test_a_search_looks_through_notes_and_the_whole_of_a_claim(sample, log):
    sample.claims["content"] = sample.claims["content"].where(
        sample.claims["claim_id"] != "a1-c0", "word " * 99 + "end"
    )
    widget = fk.review_widget(sample, log=log, reviewer="ana")
    send(widget, "show", view="all", page=0, find="word end")
    assert [row["target"] for row in widget.state["rows"]] == ["a1-c0"]
    edit(widget, FIGURE, decision="accept", note="as in the Minutes")
    send(widget, "write")
    send(widget, "show", view="all", page=0, find="minutes")
    assert [row["target"] for row in widget.state["rows"]] == ["a1-f1"]


def test_pages_hold_twenty_rows_of_what_is_asked_for(monkeypatch, widget):
    monkeypatch.setattr("factkit.display.review_desk._PAGE", 3)
    send(widget, "show", view="figure", page=1)
    assert [row["target"] for row in widget.state["rows"]] == ["a1-f3"]
    assert (widget.state["page"], widget.state["pages"]) == (1, 2)
    send(widget, "show", view="figure", page=99)
    assert widget.state["page"] == 1
    send(widget, "show", view="no such", page=-5)
    assert (widget.state["view"], widget.state["page"]) == ("all", 0)
    edit(widget, FIGURE, decision="accept")
    send(widget, "show", view="not written", page=0)
    assert [row["target"] for row in widget.state["rows"]] == ["a1-f1"]


def test_decisions_that_found_no_place_are_shown_and_not_touched(sample, widget, log):
    edit(widget, CLAIM, decision="accept")
    send(widget, "write")
    log.write_text(log.read_text("utf-8").replace('"a1"', '"gone"') + "no JSON\n", "utf-8")
    later = fk.review_widget(sample, log=log, reviewer="ana")
    assert later.state["message"] == "1 line of the log can't be read as decisions."
    orphan = later.state["rows"][-1]
    assert (orphan["target"], orphan["state"]) == ("", "orphaned: article 'gone' isn't in this dossier")
    edit(later, ("claim", ""), decision="reject")
    assert later.state["message"] == "There is no claim '' to decide on; nothing was changed."


@pytest.mark.parametrize(
    "message",
    [None, [], "write", {}, {"call": "drop"}, {"call": "edit"}, {"call": "edit", "item": 1, "target": 2, "cells": {}},
     {"call": "show", "view": "all", "page": "2"}, {"call": "edit", "item": "claim", "target": "a1-c0", "cells": []}],
)  # fmt: skip
def test_a_message_that_makes_no_sense_changes_nothing(widget, message):
    before = {**widget.state, "message": ""}
    widget._handle_custom_msg(message, [])
    assert "isn't understood" in widget.state["message"]
    assert {**widget.state, "message": ""} == before


def test_a_log_that_can_t_be_written_is_a_message(sample, tmp_path):
    (tmp_path / "file").write_text("")
    widget = fk.review_widget(sample, log=tmp_path / "file" / "log", reviewer="ana")
    edit(widget, CLAIM, decision="accept")
    send(widget, "write")
    assert "can't be written as a review log" in widget.state["message"]
    assert row(widget, CLAIM)["drafted"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda s: st.lists(s, max_size=2)
)
CELLS = st.dictionaries(st.sampled_from(["decision", "correction", "verdict", "credibility", "note", "x"]), JSON)


@settings(max_examples=60, deadline=None)
@given(cells=CELLS)
def test_any_cells_are_written_or_an_error(desk, cells):
    desk.hear({"call": "edit", "item": "claim", "target": "a1-c0", "cells": cells})
    desk.hear({"call": "write"})
    assert not desk.state()["ready"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    text = "About 600 soldiers died, Ann Lee said."
    articles = fk.read_articles([{"article_id": "a1", "text": text, "language": "en"}])
    return Desk(fk.extract(articles, progress=False), None, tmp_path_factory.mktemp("log") / "log", "ana")


@pytest.mark.parametrize("reviewer", ["", "  ", None])
def test_every_review_has_a_reviewer(sample, log, reviewer):
    with pytest.raises(fk.FactkitError, match="every decision names who made it"):
        fk.review_widget(sample, log=log, reviewer=reviewer)


def test_without_the_extra_the_error_says_what_to_install(sample, log, monkeypatch):
    monkeypatch.setitem(sys.modules, "anywidget", None)
    _widget_class.cache_clear()
    with pytest.raises(fk.FactkitError, match="pip install anywidget"):
        fk.review_widget(sample, log=log, reviewer="ana")


def test_the_page_s_script_sets_text_and_never_html(widget):
    assert "textContent" in widget._esm
    assert not [
        name for name in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write") if name in widget._esm
    ]
