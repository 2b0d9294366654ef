"""What is shipped in data/: it parses, it validates, its offsets cut the stated words, and it agrees with itself."""

import csv
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import frictionless
import frontmatter
import pytest

from factkit.dossier import KINDS, MODALITIES, RELATIONS, ROLES, TEXT_KINDS
from factkit.extraction.numbers import read_numbers
from factkit.languages import language_codes, load_pack
from factkit.reading import read_articles

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
RENDERINGS = ROOT.parent / "shared" / "renderings" / "articles.jsonl"
STORIES = {"north-korea": 24, "earthquake": 14, "disputed": 10}
LANGUAGES = {"en": 14, "ro": 12, "fr": 3, "ko": 3, "ru": 3, "uk": 3, "de": 3, "es": 3}
FIELDS = ("id", "language", "published", "outlet", "url", "title", "text_kind", "story")
# Facts know these modifiers; a number without one is exact.
BOUNDS = {
    "exact": ("value", "value_best"),
    "about": ("value", "value_best"),
    "at_least": ("low", "value_low"),
    "more_than": ("low", "value_low"),
    "up_to": ("high", "value_high"),
}
FILES = sorted((DATA / "articles").glob("*/*.md"))
POSTS = {path.stem: frontmatter.load(str(path)) for path in FILES}


def gold(name: str) -> list[dict[str, Any]]:
    lines = (DATA / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def facts(story: str) -> list[dict[str, str]]:
    with (DATA / "facts" / f"{story}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def readings(value: Any) -> list[Any]:
    """The readings that gold allows: a list means that each of its values is right."""
    return value if isinstance(value, list) else [value]


def references() -> list[dict[str, Any]]:
    linked = [end for link in gold("links") for end in (link["left"], link["right"])]
    return linked + [end for finding in gold("findings") for end in (finding["figure"], *finding["against"])]


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


# --- the package


def test_frictionless_validates_the_package():
    report = frictionless.Package(str(DATA / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])[:5]


def test_the_package_names_every_source_and_every_file():
    package = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    cited = {post["url"] for post in POSTS.values()} | {row["url"] for story in STORIES for row in facts(story)}
    assert {source["path"] for source in package["sources"]} == cited
    assert all(source["title"] for source in package["sources"])
    assert package["licenses"]
    assert package["contributors"]
    described = {DATA / resource["path"] for resource in package["resources"]}
    assert described == {*(DATA / "facts").iterdir(), *(DATA / "gold").iterdir()}


# --- the articles


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_article_states_where_it_comes_from(path):
    post = POSTS[path.stem]
    assert set(post.metadata) == set(FIELDS)
    assert post["id"] == path.stem
    assert post["story"] == path.parent.name
    assert post["language"] == path.stem.rsplit("-", 1)[1]
    assert post["text_kind"] == "paraphrase"
    assert post["text_kind"] in TEXT_KINDS
    assert re.match(r"https?://\S+$", post["url"])
    assert post["outlet"].strip()
    assert post["title"].strip()
    assert post["published"] is None or isinstance(post["published"], date)
    if post["published"]:
        assert path.stem.startswith(post["published"].isoformat())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_article_is_short_and_plain(path):
    body = POSTS[path.stem].content
    assert 60 <= len(body.split()) <= 180
    assert "  " not in body
    assert "\t" not in body
    assert body == body.strip()
    assert not re.search(r"[\[\]*#|<>_`]", body), "no Markdown inside the text"


def test_enough_articles_per_story_and_language():
    stories = Counter(post["story"] for post in POSTS.values())
    languages = Counter(post["language"] for post in POSTS.values())
    assert set(stories) == set(STORIES)
    assert set(languages) == set(LANGUAGES)
    assert all(stories[story] >= least for story, least in STORIES.items())
    assert all(languages[language] >= least for language, least in LANGUAGES.items())


def test_unknown_dates_stay_unknown_and_are_few():
    undated = [name for name, post in POSTS.items() if post["published"] is None]
    assert 0 < len(undated) <= 6
    articles = read_articles(DATA / "articles").set_index("article_id")
    assert sorted(articles.index[articles["published"].isna()]) == sorted(undated)


def test_read_articles_gives_the_same_text_and_skips_nothing():
    articles = read_articles(DATA / "articles")
    assert len(articles.attrs["skipped"]) == 0
    assert {name: text.rstrip("\n") for name, text in zip(articles["article_id"], articles["text"], strict=True)} == {
        name: post.content for name, post in POSTS.items()
    }
    assert dict(zip(articles["article_id"], articles["language"], strict=True)) == {
        name: post["language"] for name, post in POSTS.items()
    }


def test_no_two_articles_share_a_sentence():
    sentences = Counter(
        sentence
        for post in POSTS.values()
        for sentence in set(re.split(r"(?<=[.!?])\s+", post.content))
        if len(sentence.split()) >= 8
    )
    assert [sentence for sentence, count in sentences.items() if count > 1] == []


@pytest.mark.skipif(not RENDERINGS.is_file(), reason="other retellings are not beside the repository")
def test_wording_is_not_that_of_other_retellings():
    def shingles(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.lower())
        return {tuple(words[i : i + 9]) for i in range(len(words) - 8)}

    lines = RENDERINGS.read_text("utf-8").splitlines()
    others = {shingle for line in lines for shingle in shingles(json.loads(line)["text"])}
    assert {name: shared for name, post in POSTS.items() if (shared := shingles(post.content) & others)} == {}


# --- the facts


@pytest.mark.parametrize("story", STORIES)
def test_facts_name_their_source(story):
    for number, row in enumerate(facts(story), start=2):
        assert row["outlet"], number
        assert row["url"].startswith("http"), number
        assert "memory" not in row["note"], number
        assert date.fromisoformat(row["as_of_date"]), number
        assert not row["published_date"] or date.fromisoformat(row["published_date"]), number


@pytest.mark.parametrize("story", STORIES)
def test_facts_state_the_bounds_that_their_modifier_says(story):
    for number, row in enumerate(facts(story), start=2):
        stated = {column for column in ("value_low", "value_best", "value_high") if row[column]}
        if row["modifier"] == "between":
            assert {"value_low", "value_high"} <= stated, number
            assert int(row["value_low"]) <= int(row["value_best"] or row["value_low"]) <= int(row["value_high"]), number
        elif row["basis"] == "stated" and stated and row["modifier"] != "about":
            assert BOUNDS[row["modifier"]][1] in stated, number


@pytest.mark.parametrize("story", STORIES)
def test_facts_point_to_the_article_that_retells_them(story):
    rows = facts(story)
    retold = {row["article_id"]: row for row in rows if row["article_id"]}
    assert set(retold) == {name for name, post in POSTS.items() if post["story"] == story}
    for name, row in retold.items():
        assert POSTS[name]["url"] == row["url"]
        published = POSTS[name]["published"]
        assert (published.isoformat() if published else "") == row["published_date"]


@pytest.mark.parametrize("story", STORIES)
def test_articles_hold_the_numbers_of_their_facts(story):
    numbers: dict[str, set[float | None]] = {}
    for name, post in POSTS.items():
        found = read_numbers(post.content, post["language"])
        numbers[name] = {end for number in found for end in (number.value, number.low, number.high)}
    for row in facts(story):
        if row["article_id"] and row["basis"] == "stated":
            bounds = [row["value_low"], row["value_high"]] + [row["value_best"]] * (row["modifier"] != "between")
            assert {int(bound) for bound in bounds if bound} <= numbers[row["article_id"]], row


def test_facts_hold_the_path_of_the_service_s_killed_figure():
    rows = [row for row in facts("north-korea") if row["measure"] == "killed" and row["article_id"]]
    path = [("2024-12-19", 100), ("2025-01-13", 300), ("2025-04-30", 600), ("2025-09-02", 2000)]
    for day, figure in path:
        of_the_day = [row for row in rows if row["as_of_date"] == day]
        assert any(str(figure) in (row["value_low"], row["value_best"]) for row in of_the_day), day


# --- the gold


def test_gold_covers_enough_articles_in_enough_languages():
    articles = {row["article_id"] for row in gold("claims")}
    assert articles == {row["doc"] for row in gold("figures")}
    assert articles <= set(POSTS)
    languages = Counter(POSTS[name]["language"] for name in articles)
    assert languages["en"] >= 8
    assert languages["ro"] >= 8
    assert set(languages) == set(LANGUAGES)


@pytest.mark.parametrize("row", gold("claims"), ids=lambda row: row["article_id"])
def test_gold_claims_cut_the_stated_words(row):
    text = POSTS[row["article_id"]].content
    for part in ("content", "source", "cue"):
        assert [text[start:end] for start, end in row[part]] == row[f"{part}_words"]
        assert all(words == words.strip() != "" for words in row[f"{part}_words"])
    assert row["content"]
    assert row["kind"] in KINDS
    assert set(readings(row["modality"])) <= set(MODALITIES)
    assert bool(row["chain"]) == bool(row["speaker"])


def test_gold_parents_are_earlier_claims_of_the_same_article_and_hold_the_child():
    by_article: dict[str, list[dict[str, Any]]] = {}
    for row in gold("claims"):
        claims = by_article.setdefault(row["article_id"], [])
        if row["parent"] is not None:
            assert row["parent"] < len(claims)
            outer = claims[row["parent"]]["content"]
            assert outer[0][0] <= row["content"][0][0]
            assert row["content"][-1][1] <= outer[-1][1]
        claims.append(row)


@pytest.mark.parametrize("row", gold("figures"), ids=lambda row: f"{row['doc']}-{row['number']}")
def test_gold_figures_cut_the_stated_words(row):
    text = POSTS[row["doc"]].content
    assert text[row["start"] : row["end"]] == row["number"]
    assert set(readings(row["relation"])) <= set(RELATIONS)
    assert row["role"] in ROLES
    assert set(readings(row["modality"])) <= set(MODALITIES)
    assert row["hedge"] is None or row["hedge"] in text
    assert row["counted"] is None or row["counted"] in text
    vague = row["value"] is row["low"] is row["high"] is None
    assert vague == (row["relation"] == "vague")


def test_gold_figures_do_not_overlap():
    spans: dict[str, list[tuple[int, int]]] = {}
    for row in gold("figures"):
        here = (row["start"], row["end"])
        assert not any(overlap(here, other) for other in spans.setdefault(row["doc"], []))
        spans[row["doc"]].append(here)


def _agrees(figure: dict[str, Any], row: dict[str, str]) -> bool:
    if row["measure"] not in readings(figure["measure"]) or row["modifier"] not in readings(figure["relation"]):
        return False
    if row["modifier"] == "between":
        return (figure["low"], figure["high"]) == (int(row["value_low"]), int(row["value_high"]))
    field, column = BOUNDS[row["modifier"]]
    return figure[field] == int(row[column])


@pytest.mark.parametrize("story", STORIES)
def test_gold_figures_agree_with_the_facts(story):
    figures: dict[str, list[dict[str, Any]]] = {}
    for figure in gold("figures"):
        figures.setdefault(figure["doc"], []).append(figure)
    checked = 0
    for row in facts(story):
        if row["article_id"] in figures and row["basis"] == "stated":
            assert any(_agrees(figure, row) for figure in figures[row["article_id"]]), row
            checked += 1
    assert checked >= 5


@pytest.mark.parametrize("row", gold("must_not"), ids=lambda row: f"{row['article_id']}-{row['words']}")
def test_gold_negatives_cut_the_stated_words_and_meet_nothing_found(row):
    assert POSTS[row["article_id"]].content[row["start"] : row["end"]] == row["words"]
    here = (row["start"], row["end"])
    if row["not"] == "figure":
        found = [(f["start"], f["end"]) for f in gold("figures") if f["doc"] == row["article_id"]]
    else:
        claims = (c for c in gold("claims") if c["article_id"] == row["article_id"])
        found = [(start, end) for claim in claims for start, end in claim["content"]]
    assert not any(overlap(here, other) for other in found)


@pytest.mark.parametrize("row", references(), ids=lambda row: f"{row['article_id']}-{row['number']}")
def test_gold_links_and_findings_cut_the_stated_words(row):
    assert POSTS[row["article_id"]].content[row["start"] : row["end"]] == row["number"]


def test_gold_links_and_findings_meet_gold_figures_where_there_are_any():
    figures = {(row["doc"], row["start"], row["end"]) for row in gold("figures")}
    annotated = {doc for doc, _, _ in figures}
    for row in references():
        if row["article_id"] in annotated:
            assert (row["article_id"], row["start"], row["end"]) in figures


def test_gold_findings_include_confirmations_so_that_false_alarms_show():
    verdicts = Counter(row["verdict"] for row in gold("findings"))
    assert verdicts["supported"] >= 5
    assert verdicts["conflicting"] >= 10
    assert verdicts["outdated"] >= 1


def test_every_language_of_the_articles_has_a_pack():
    assert {load_pack(code).code for code in LANGUAGES} <= set(language_codes())
