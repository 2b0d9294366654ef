"""Review: decisions change the tables as they say, survive re-extraction, crashes and each other."""

import json
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factkit as fk
from factkit.comparison.review_log import Anchor, Decision, append_decisions, read_decisions
from factkit.dossier import Dossier, make_table
from factkit.errors import TableError
from factkit.extraction.anchors import Selector
from factkit.extraction.model import Attribution, Span

TEXT = (
    "About 600 soldiers have been killed, lawmaker Lee Seong-kweun said on Wednesday. “We mourn them,” he added.\n\n"
    "Lee Sung-kwon said that the agency estimates that 4,700 soldiers were killed or wounded. "
    "The minister said nothing about 600 graves."
)
WHEN = datetime(2025, 5, 1, 12, tzinfo=UTC)
INNER = "that 4,700 soldiers were killed or wounded"
LAWMAKER = "lawmaker Lee Seong-kweun"
CLAIMS = (
    # content, source, cue, speaker, origin, parent
    ("About 600 soldiers have been killed", LAWMAKER, "said", "Lee Seong-kweun", "Lee Seong-kweun", None),
    ("“We mourn them,”", "he", "added", "Lee Seong-kweun", "Lee Seong-kweun", None),
    (f"that the agency estimates {INNER}", "Lee Sung-kwon", "said", "Lee Sung-kwon", "the agency", None),
    (INNER, "the agency", "estimates", "the agency", "the agency", 2),
)  # fmt: skip


def dossier(text=TEXT, article_id="a"):
    """The dossier that an extractor would make of the text, whatever stands around the claims' words."""
    claims, sources, figures = [], [], []
    for content, source, cue, speaker, origin, parent in CLAIMS:
        start = text.find(content)
        if start < 0:
            continue
        end = start + len(content)
        at = text.find(source)
        claims.append(
            {
                "claim_id": f"{article_id}:c{start}-{end}",
                "article_id": article_id,
                "kind": "indirect",
                "content": content,
                "start": start,
                "end": end,
                "spans": [[start, end]],
                "source": source,
                "source_start": at,
                "source_end": at + len(source),
                "cue": cue,
                "speaker": speaker,
                "origin": origin,
                "modality": "asserted",
                "parent_id": None
                if parent is None
                else next(row["claim_id"] for row in claims if row["content"] == CLAIMS[parent][0]),
                "extractor": "made",
            }
        )
        names = dict.fromkeys((speaker, origin))
        sources += [
            {"claim_id": claims[-1]["claim_id"], "position": n, "name": name, "type": "person"}
            for n, name in enumerate(names)
        ]
    for words, value in (("600", 600.0), ("4,700", 4700.0)):
        start = text.find(words)
        homes = [row["claim_id"] for row in claims if row["start"] <= start and start + len(words) <= row["end"]]
        if start >= 0:
            figures.append(
                {
                    "figure_id": f"{article_id}:f{start}-{start + len(words)}",
                    "article_id": article_id,
                    "claim_id": homes[-1] if homes else None,
                    "text": words,
                    "start": start,
                    "end": start + len(words),
                    "value": value,
                    "relation": "exact",
                    "role": "level",
                    "unit": "count",
                    "measure": "killed",
                    "modality": "asserted",
                    "extractor": "made",
                }
            )
    article = {
        "article_id": article_id,
        "text": text,
        "language": "en",
        "published": "2025-04-30",
        "text_kind": "original",
    }
    tables = {"articles": [article], "claims": claims, "sources": sources, "figures": figures}
    return Dossier(**{name: make_table(name, rows) for name, rows in tables.items()}).validate()


def decide(made, item="claim", number=0, **cells):
    """The review table with one row filled in."""
    table = fk.review(made)
    row = table.index[table["item"] == item][number]
    for name, value in {"reviewer": "ana", **cells}.items():
        table[name] = table[name].astype(object)
        table.loc[[row], name] = pd.Series([value], index=[row], dtype=object)
    return table


def applied(made, table, **options):
    return fk.apply_review(made, table, when=WHEN, **options).validate()


# --- the table


def test_a_row_for_each_claim_figure_merge_and_finding():
    made = dossier()
    findings = pd.DataFrame(
        {
            "check": ["sums", "sums"],
            "verdict": ["refuted", "supported"],
            "claim_id": [None, None],
            "figure_id": [made.figures["figure_id"][0]] * 2,
            "evidence": [[], []],
            "message": ["x", "y"],
        }
    )
    table = fk.review(made, findings)
    assert table["item"].value_counts().to_dict() == {"claim": 4, "figure": 2, "finding": 2, "merge": 1}
    assert table["target"].is_unique
    assert (
        table[["decision", "correction", "verdict", "source_grade", "credibility", "note", "state"]]
        .isna()
        .all(axis=None)
    )
    assert table.loc[table["item"] == "merge", "words"].tolist() == ["Lee Seong-kweun = Lee Sung-kwon"]
    assert list(fk.review(made, None).columns) == list(table.columns)


def test_what_is_given_is_not_changed():
    made = dossier()
    before = dossier()
    applied(made, decide(made, decision="reject"))
    for name in ("articles", "claims", "sources", "figures", "rejected", "names"):
        pd.testing.assert_frame_equal(getattr(made, name), getattr(before, name))


# --- what decisions do


def test_a_judgement_stands_beside_the_claim():
    made = dossier()
    result = applied(
        made,
        decide(made, decision="accept", verdict="supported", source_grade="B", credibility=2, note="seen the minutes"),
    )
    columns = ["decision", "verdict", "source_grade", "credibility", "note", "reviewer"]
    assert result.claims.loc[0, columns].tolist() == ["accept", "supported", "B", 2, "seen the minutes", "ana"]
    assert result.claims.loc[1:, columns].isna().all(axis=None)
    assert set(columns) <= set(result.figures.columns)


def test_a_rejected_claim_leaves_and_what_it_held_belongs_to_the_one_around_it():
    made = dossier()
    result = applied(made, decide(made, number=3, decision="reject", note="no claim of its own"))
    assert len(result.claims) == 3
    assert set(result.sources["claim_id"]) == set(result.claims["claim_id"])
    assert result.figures["claim_id"].tolist() == [made.claims["claim_id"][0], made.claims["claim_id"][2]]
    assert result.rejected[["kind", "quote", "reason"]].to_numpy().tolist() == [
        ["claim", "that 4,700 soldiers were killed or wounded", "rejected by ana: no claim of its own"]
    ]
    alone = applied(made, decide(made, number=2, decision="reject"))
    assert alone.claims["parent_id"].isna().all()


FIRST, LAST = pd.Timestamp("2025-04-01"), pd.Timestamp("2025-04-30")
CORRECTIONS = [
    ("claim", 0, {"speaker": "Lee Seong-Kweun"}, {"speaker": "Lee Seong-Kweun", "origin": "Lee Seong-Kweun"}),
    ("claim", 0, {"origin": "the NIS"}, {"speaker": "Lee Seong-kweun", "origin": "the NIS"}),
    ("claim", 0, {"modality": "hedged"}, {"modality": "hedged"}),
    ("claim", 0, '{"modality": "denied"}', {"modality": "denied"}),
    ("claim", 0, {"content": "600 soldiers have"}, {"content": "600 soldiers have", "start": 6}),
    ("figure", 0, {"relation": "about", "low": 590.0, "place": None}, {"relation": "about", "low": 590.0}),
    ("figure", 1, {"as_of": "2025-04"}, {"as_of": "2025-04", "as_of_start": FIRST, "as_of_end": LAST}),
    ("figure", 1, {"as_of": "2025-04-01/2025-04"}, {"as_of_start": FIRST, "as_of_end": LAST}),
]  # fmt: skip


@pytest.mark.parametrize("item, number, correction, expected", CORRECTIONS, ids=[str(row[2]) for row in CORRECTIONS])
def test_a_correction_changes_the_columns_it_names(item, number, correction, expected):
    made = dossier()
    result = applied(made, decide(made, item, number, decision="correct", correction=correction))
    row = (result.claims if item == "claim" else result.figures).loc[number]
    assert {name: row[name] for name in expected} == expected
    assert row["decision"] == "correct"


def test_a_corrected_name_changes_in_the_chain_too():
    made = dossier()
    result = applied(made, decide(made, number=2, decision="correct", correction={"origin": "NIS"}))
    chain = result.sources[result.sources["claim_id"] == made.claims["claim_id"][2]]
    assert chain["name"].tolist() == ["Lee Sung-kwon", "NIS"]


def test_names_are_joined_and_kept_apart_for_good(tmp_path):
    made = dossier()
    assert len(fk.entities(made)) == 2
    parted = applied(made, decide(made, "merge", decision="reject", note="two lawmakers"))
    assert len(fk.entities(parted)) == 3
    assert len(fk.entities(fk.load(parted.save(tmp_path / "saved")))) == 3
    assert fk.estimates(parted)["speaker_id"].nunique() > 0
    joined = applied(parted, decide(parted, "merge", decision="accept"))
    assert joined.names[["relation", "reviewer"]].to_numpy().tolist() == [["same", "ana"]]
    assert len(fk.entities(joined)) == 2


# --- what is refused


REFUSED = [
    ("unknown decision", {"decision": "maybe"}, "decision is 'maybe'"),
    ("unknown grade", {"source_grade": "G"}, "source_grade is 'G'"),
    ("credibility out of range", {"credibility": 7}, "row 0: credibility is 7; it must be 1 to 6"),
    ("a correction without the word", {"correction": {"modality": "hedged"}}, "go together"),
    ("the word without a correction", {"decision": "correct"}, "go together"),
    ("a column that can't be corrected", {"decision": "correct", "correction": {"speakers": "x"}}, "mean 'speaker'"),
    ("a value that can't be", {"decision": "correct", "correction": {"modality": "hedge"}}, "mean 'hedged'"),
    ("a value of the wrong type", {"decision": "correct", "correction": {"speaker": 7}}, "must be words"),
    ("a value that must be", {"decision": "correct", "correction": {"modality": None}}, "can't be missing"),
    ("no JSON", {"decision": "correct", "correction": "speaker=Lee"}, "dictionary or JSON"),
    ("content that isn't there", {"decision": "correct", "correction": {"content": "ten were killed"}}, "don't stand"),
    ("a list", {"decision": "correct", "correction": [{"speaker": "Lee"}]}, "must be a dictionary of columns"),
    ("nobody", {"decision": "accept", "reviewer": None}, "reviewer is missing"),
]  # fmt: skip


@pytest.mark.parametrize("cells, message", [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_a_wrong_cell_is_refused_and_nothing_is_written(cells, message, tmp_path):
    made, log = dossier(), tmp_path / "review.jsonl"
    with pytest.raises(TableError, match=message):
        fk.apply_review(made, decide(made, **cells), log=log)
    assert not log.exists()


@pytest.mark.parametrize(
    "item, cells, message",
    [
        ("figure", {"decision": "correct", "correction": {"value": "600"}}, "must be a number"),
        ("figure", {"decision": "correct", "correction": {"value": float("nan")}}, "value is nan; it must be a number"),
        ("figure", {"decision": "correct", "correction": {"value": 10**400}}, "it must be a number that can"),
        ("figure", {"decision": "correct", "correction": "[" * 100_000}, "must be a dictionary or JSON"),
        ("claim", {"decision": "correct", "correction": {"speaker": "\ud800"}}, "can't be written to the log"),
        ("figure", {"decision": "correct", "correction": {"as_of": "April"}}, "such as 2025-04"),
        ("figure", {"decision": "correct", "correction": {"as_of": "2025-02-31"}}, "such as 2025-04"),
        ("merge", {"decision": "correct", "correction": {"name": "Lee"}}, "not corrected"),
        ("merge", {"decision": "accept", "target": "Lee"}, "two names as JSON"),
        ("claim", {"decision": "accept", "target": "a:c1-2"}, "no claim 'a:c1-2' in this dossier"),
        ("finding", {"decision": "accept", "target": "sums a:f1-2"}, None),
    ],
)
def test_other_wrong_cells_are_refused(item, cells, message):
    made = dossier()
    table = decide(made, "claim" if item == "finding" else item, **cells)
    if item == "finding":
        table["item"] = table["item"].astype(object).where(table["decision"].isna(), "finding")
    with pytest.raises(TableError, match=message or "no finding 'sums a:f1-2'"):
        fk.apply_review(made, table)


def test_what_is_no_dossier_and_no_table_is_refused(tmp_path):
    made = dossier()
    with pytest.raises(TableError, match=r"^review: needs a dossier"):
        fk.review(made.claims)
    with pytest.raises(TableError, match=r"^review: needs the DataFrame that fk\.check gives"):
        fk.review(made, made)
    with pytest.raises(TableError, match=r"^apply_review: needs a dossier"):
        fk.apply_review(made.claims, fk.review(made))
    with pytest.raises(TableError, match="give a filled table"):
        fk.apply_review(made, None)


def test_no_log_is_an_error_where_one_is_to_be_applied(tmp_path):
    with pytest.raises(TableError, match=r"no such file; give a filled table"):
        fk.apply_review(dossier(), tmp_path / "review.jsonl")


# --- the log, and what is extracted later


def test_the_log_says_who_when_what_and_why(tmp_path):
    made, log = dossier(), tmp_path / "data" / "review.jsonl"
    applied(
        made, decide(made, decision="correct", correction={"modality": "hedged"}, note="'about' isn't all"), log=log
    )
    record = json.loads(log.read_text("utf-8"))
    assert record == {
        "who": "ana",
        "when": "2025-05-01T12:00:00+00:00",
        "item": "claim",
        "about": {
            "article_id": "a",
            "where": "claim",
            "hint": "lawmaker Lee Seong-kweun | said | made",
            "selector": [
                {"type": "TextQuoteSelector", "exact": CLAIMS[0][0], "prefix": "", "suffix": TEXT[35:67]},
                {"type": "TextPositionSelector", "start": 0, "end": 35},
            ],
        },
        "from": {"decision": None, "correction": {"modality": "asserted"}},
        "to": {"decision": "correct", "correction": {"modality": "hedged"}},
        "why": "'about' isn't all",
    }  # fmt: skip


def test_only_what_is_new_is_added_and_the_last_word_counts(tmp_path):
    made, log = dossier(), tmp_path / "review.jsonl"
    first = applied(made, decide(made, decision="accept", source_grade="B"), log=log)
    table = fk.review(made, log=log)
    again = fk.apply_review(made, table, log=log)
    assert len(read_decisions(log).decisions) == 1
    pd.testing.assert_frame_equal(first.claims, again.claims)
    table = table.assign(source_grade=table["source_grade"].where(table["source_grade"].isna(), "C"))
    changed = fk.apply_review(made, table, log=log)
    assert changed.claims.loc[0, ["decision", "source_grade"]].tolist() == ["accept", "C"]
    last = read_decisions(log).decisions[-1]
    assert (dict(last.before), dict(last.after)) == ({"source_grade": "B"}, {"source_grade": "C"})
    table["decision"] = table["decision"].astype(object).where(table["decision"].isna(), "withdraw")
    withdrawn = fk.apply_review(made, table, log=log)
    assert withdrawn.claims["decision"].isna().all()
    assert len(read_decisions(log).decisions) == 3


TEXTS = [
    ("nothing changed", TEXT, "exact", True),
    ("text put before", "Corrected version.\n\n" + TEXT, "found again at 20 (was 0), 1.00 similar", True),
    ("other spaces and marks", TEXT.replace("600 soldiers", "600\u00a0soldiers"), None, False),
    ("the claim is gone", TEXT.replace("About 600 soldiers have been killed", "Many have died"), None, False),
]


@pytest.mark.parametrize("text, state, found", [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_decisions_are_found_again_in_what_is_extracted_later(text, state, found, tmp_path):
    log = tmp_path / "review.jsonl"
    applied(dossier(), decide(dossier(), decision="reject", note="old"), log=log)
    later = dossier(text)
    table = fk.review(later, log=log)
    result = fk.apply_review(later, log).validate()
    if found:
        assert table.loc[0, ["decision", "note", "state"]].tolist() == ["reject", "old", state]
        assert len(result.claims) == 3
    else:
        orphan = table.iloc[-1]
        assert (orphan["words"], orphan["decision"]) == (CLAIMS[0][0], "reject")
        assert orphan["state"].startswith("orphaned: ")
        assert len(result.claims) == len(later.claims)
        assert result.rejected["kind"].tolist() == ["decision"]
        assert result.rejected["reason"].iloc[0].startswith("orphaned: ana's decision on a claim")
    pd.testing.assert_frame_equal(fk.apply_review(result, log).rejected, result.rejected)


def test_a_figure_never_moves_to_the_same_number_elsewhere(tmp_path):
    log = tmp_path / "review.jsonl"
    applied(dossier(), decide(dossier(), "figure", decision="reject"), log=log)
    later = dossier(TEXT.replace("About 600 soldiers have been killed, lawmaker", "Soldiers died, lawmaker"))
    assert later.figures["text"].tolist() == ["600", "4,700"]
    result = fk.apply_review(later, log)
    assert result.figures["text"].tolist() == ["600", "4,700"]
    assert "among other words" in result.rejected["reason"].iloc[0]


def test_a_claim_that_is_now_somebody_elses_says_so(tmp_path):
    made, log = dossier(), tmp_path / "review.jsonl"
    applied(made, decide(made, decision="accept"), log=log)
    later = Dossier(made.articles, made.claims.assign(cue="claimed"), made.sources, made.figures)
    state = fk.review(later, log=log).loc[0, "state"]
    assert state == f"exact; was '{LAWMAKER} | said | made', is '{LAWMAKER} | claimed | made'"


def test_an_article_that_is_gone_orphans_its_decisions(tmp_path):
    log = tmp_path / "review.jsonl"
    applied(dossier(), decide(dossier(), decision="reject"), log=log)
    result = fk.apply_review(dossier(article_id="b"), log)
    assert "article 'a' isn't in this dossier" in result.rejected["reason"].iloc[0]


def test_decisions_on_real_extractions_hold_when_another_extractor_joins(tmp_path):
    def mine(document):
        yield Attribution((Span(0, 5),), "indirect", None, None, "asserted")

    log = tmp_path / "review.jsonl"
    articles = pd.DataFrame({"article_id": ["a"], "text": [TEXT], "language": ["en"], "published": ["2025-04-30"]})
    made = fk.extract(articles, progress=False)
    table = fk.review(made, fk.check(made))
    table["source_grade"] = "C"
    fk.apply_review(made, table, log=log, reviewer="ben")
    later = fk.extract(articles, extractors=(*fk.extraction.DEFAULT, mine), progress=False)
    again = fk.apply_review(later, log).validate()
    assert again.claims.loc[again.claims["extractor"] != "mine", "source_grade"].eq("C").all()
    assert again.claims.loc[again.claims["extractor"] == "mine", "source_grade"].isna().all()
    assert again.rejected.empty


def test_a_finding_keeps_its_decision(tmp_path):
    made, log = dossier(), tmp_path / "review.jsonl"
    figure = made.figures["figure_id"][0]
    columns = {"check": ["sums"] * 2, "verdict": ["refuted"] * 2, "claim_id": [None] * 2, "figure_id": [figure] * 2}
    findings = pd.DataFrame({**columns, "message": ["x", "y"]})
    table = fk.review(made, findings)
    table["decision"] = ["reject" if words == "y" else None for words in table["words"]]
    fk.apply_review(made, table, log=log, reviewer="ana")
    moved = dossier("Corrected. " + TEXT)
    findings = findings.assign(figure_id=moved.figures["figure_id"][0])
    again = fk.review(moved, findings, log=log).set_index("words")
    assert again.loc["y", "decision"] == "reject"
    assert pd.isna(again.loc["x", "decision"])


# --- crashes and company


def decision(number=0, **given):
    about = Anchor("a", Selector(f"words „{number}“\n", "before ", " after", number), "claim")
    plain = {"who": "ana", "when": "2025-05-01", "item": "claim", "about": about, "before": {}}
    return Decision(**{**plain, "after": {"decision": "accept"}, **given})


@settings(max_examples=30)
@given(st.integers(0, 400), st.sampled_from(["ana", "이성권", "a\nb"]))
def test_a_line_cut_off_anywhere_is_set_aside_and_spoils_nothing(tmp_path_factory, cut, who):
    log = tmp_path_factory.mktemp("log") / "review.jsonl"
    append_decisions(log, [decision(1, who=who)])
    whole = log.read_bytes()
    log.write_bytes(whole + whole[: min(cut, len(whole) - 2)])
    append_decisions(log, [decision(2)])
    read = read_decisions(log)
    assert read.decisions == (decision(1, who=who), decision(2))
    assert len(read.damaged) == (cut > 0)
    assert all(number == 2 for number, _, _ in read.damaged)


def test_damaged_lines_are_shown_with_the_review(tmp_path):
    log = tmp_path / "review.jsonl"
    log.write_text('{"who": "ana", "wh\n[1]\n{"who": "x"}\n' + "\x00" * 20 + "\n", "utf-8")
    table = fk.review(dossier(), log=log)
    assert [number for number, *_ in table.attrs["damaged"]] == [1, 2, 3, 4]


WRITER = """
import sys
sys.path[:0] = {path!r}
from factkit.comparison.review_log import Anchor, Decision, append_decisions
from factkit.extraction.anchors import Selector
who, count = sys.argv[1], int(sys.argv[2])
for number in range(count):
    about = Anchor("a", Selector("words " * 400, "", "", number), "claim")
    append_decisions({log!r}, [Decision(who, str(number), "claim", about, {{}}, {{"decision": "accept"}})])
    print(number, flush=True)
"""


def writer(log, who, count):
    code = WRITER.format(path=[p for p in sys.path if p], log=str(log))
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", code, who, str(count)], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    )


def test_two_people_writing_at_once_lose_nothing(tmp_path):
    log = tmp_path / "review.jsonl"
    people = [writer(log, who, 60) for who in ("ana", "ben")]
    for person in people:
        person.communicate(timeout=120)
        assert person.returncode == 0
    read = read_decisions(log)
    assert read.damaged == ()
    for who in ("ana", "ben"):
        assert [int(one.when) for one in read.decisions if one.who == who] == list(range(60))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_writer_that_is_killed_loses_at_most_the_line_it_was_writing(tmp_path):
    log = tmp_path / "review.jsonl"
    person = writer(log, "ana", 1_000_000)
    for _ in range(5):
        person.stdout.readline()
    time.sleep(0.05)
    person.send_signal(signal.SIGKILL)
    told = [int(line) for line in person.communicate()[0].splitlines()]
    append_decisions(log, [decision(7, who="ben")])
    read = read_decisions(log)
    numbers = [int(one.when) for one in read.decisions if one.who == "ana"]
    assert numbers == list(range(len(numbers)))
    assert len(numbers) > max(told, default=4)
    assert read.decisions[-1] == decision(7, who="ben")
    assert len(read.damaged) <= 1


HALF = """
import os, signal, sys
sys.path[:0] = {path!r}
from factkit.comparison import review_log
whole = os.write
def half(handle, data):
    whole(handle, bytes(data)[: len(data) // 2])
    os.kill(os.getpid(), signal.SIGKILL)
os.write = half
review_log.append_decisions({log!r}, review_log.read_decisions({other!r}).decisions)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_kill_in_the_middle_of_a_write(tmp_path):
    log, other = tmp_path / "review.jsonl", tmp_path / "other.jsonl"
    append_decisions(log, [decision(0)])
    append_decisions(other, [decision(1)])
    code = HALF.format(path=[p for p in sys.path if p], log=str(log), other=str(other))
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=Path.cwd()).returncode == -signal.SIGKILL  # noqa: S603
    append_decisions(log, [decision(2)])  # the dead writer's lock is free
    read = read_decisions(log)
    assert read.decisions == (decision(0), decision(2))
    assert [(number, words[:8]) for number, words, _ in read.damaged] == [(2, '{"who": ')]


def test_a_log_that_is_a_folder_is_refused(tmp_path):
    (tmp_path / "log").mkdir()
    with pytest.raises(TableError, match="can't be written as a review log"):
        append_decisions(tmp_path / "log", [decision(1)])
    with pytest.raises(TableError, match="can't be read as a review log"):
        read_decisions(tmp_path / "log")
