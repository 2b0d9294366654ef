from html.parser import HTMLParser

import pytest
from conftest import TEXT, claim, dossier_of, figure
from hypothesis import given
from hypothesis import strategies as st

from factkit.display.highlight import Mark, anchor, pieces, safe_url, show
from factkit.errors import FactkitError, TableError


class Page(HTMLParser):
    """What a browser would see: the body's text, all elements, ids and links."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.body, self.tags, self.ids, self.links, self.marked = "", [], [], [], []
        self._inside, self._classes = 0, []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        given_ = dict(attrs)
        self.tags.append(tag)
        self.ids += [given_["id"]] if "id" in given_ else []
        self.links += [given_["href"]] if "href" in given_ else []
        if tag == "div":
            self._inside += 1
        self._classes.append(given_.get("class", ""))

    def handle_endtag(self, tag):
        self._inside -= tag == "div"
        self._classes.pop()

    def handle_data(self, data):
        if self._inside:
            self.body += data
            self.marked.append((data, self._classes[-1] if self._classes else ""))


def seen(dossier):
    return Page(show(dossier, "a1").html)


def test_the_text_is_there_unaltered(sample):
    assert seen(sample).body == TEXT


NASTY = [
    "<script>alert(1)</script> said 600",
    "</div></article><img src=x onerror=alert(1)> 600",
    "&lt;b&gt; &amp; &#60; 600",
    "{{ 7 * 7 }} {% raw %} 600",
    "“600” \"600\" '600'",
]


@pytest.mark.parametrize("text", NASTY)
def test_text_is_escaped(text):
    found = [figure(text, "f", "600", value=600, counted="<i>x</i>")]
    page = seen(dossier_of(text, figures=found, title="<script>t</script>", outlet="<script>o</script>"))
    assert page.body == text
    assert {"script", "img", "i"}.isdisjoint(page.tags)


def test_names_in_tables_and_tooltips_are_escaped(sample):
    html = show(sample, "a1").html
    assert "<A>" not in html
    assert "Agenția &lt;A&gt; ← Lee Seong-Kweun ← NIS" in html
    assert "Titlu &lt;b&gt;" in html


def test_each_kind_is_marked_where_it_stands(sample):
    marked = {words: classes for words, classes in seen(sample).marked if "fk-mark" in classes}
    assert "fk-figure" in marked["2.000"]
    assert "fk-claim" in marked["2.000"]
    assert "fk-hedged" in marked["2.000"]
    assert "fk-cue" in marked["a spus"]
    assert "fk-source" in marked["deputatul "]
    assert "fk-nested" in marked["6.000"]
    assert "fk-claim" not in marked["12"]


def test_links_lead_from_figure_to_claim_and_back(sample):
    page = seen(sample)
    inner = [link for link in page.links if link.startswith("#")]
    assert set(inner) <= {f"#{name}" for name in page.ids}
    assert len(page.ids) == len(set(page.ids))
    for key in ("a1-c0", "a1-f0"):
        assert {anchor("at", key), anchor("row", key)} <= set(page.ids)


def test_chain_of_the_figure_is_in_its_row(sample):
    html = show(sample, "a1").html
    row = html[html.index(f'<tr id="{anchor("row", "a1-f0")}"') :].split("</tr>")[0]
    assert "about 2,000" in row
    assert "Agenția &lt;A&gt; ← Lee Seong-Kweun ← NIS" in row


def test_repr_is_plain_and_the_same_every_time(sample):
    shown = show(sample, "a1")
    assert repr(shown) == repr(show(sample, "a1"))
    assert shown.html == show(sample, "a1").html
    assert repr(shown).splitlines()[:2] == [
        "Article a1: Ziarul · 2025-09-03 · ro · 4 claims · 4 figures",
        "[1] Agenția <A> ← Lee Seong-Kweun ← NIS (indirect, hedged): Circa 2.000 de soldați nord-coreeni ar fi murit",
    ]
    assert set(shown._repr_mimebundle_()) == {"text/plain", "text/html"}


def test_an_interrupted_quote_is_one_claim_in_two_pieces():
    text = "“A,” X said, “B.”"
    spans = [[0, 4], [13, 17]]
    row = claim(text, "c", text, spans=spans, cue="said", kind="direct")
    marked = [words for words, classes in seen(dossier_of(text, [row])).marked if "fk-claim" in classes]
    assert marked == ["“A,”", "“B.”"]


def test_unknown_article_names_the_nearest(sample):
    with pytest.raises(FactkitError, match=r"no article 'a2' in this dossier\. The closest id is 'a1'"):
        show(sample, "a2")


def test_offsets_that_no_longer_fit_are_refused(sample):
    sample.articles.loc[0, "text"] = "other words"
    with pytest.raises(TableError, match="offsets"):
        show(sample, "a1")


URLS = [
    ("https://example.org/a", "https://example.org/a"),
    ("HTTP://example.org", "HTTP://example.org"),
    ("javascript:alert(1)", ""),
    (" \tjavascript:alert(1)", ""),
    ("data:text/html,x", ""),
    (None, ""),
]


@pytest.mark.parametrize("url, safe", URLS)
def test_only_web_addresses_become_links(url, safe):
    assert safe_url(url) == safe


TEXTS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\x00"), min_size=1, max_size=40)


@given(TEXTS, st.data())
def test_any_overlapping_spans_leave_the_text_as_it_is(text, data):
    place = st.integers(0, len(text))
    kinds = st.sampled_from(["claim", "source", "cue", "figure"])
    spans = data.draw(st.lists(st.tuples(place, place, kinds), max_size=8))
    marks = [Mark(*sorted((a, b)), kind, f"k{n}", "tip", "") for n, (a, b, kind) in enumerate(spans)]
    cut = pieces(text, marks)
    assert "".join(piece.text for piece in cut) == text
    start = 0
    for piece in cut:
        end = start + len(piece.text)
        over = {f"fk-{mark.kind}" for mark in marks if max(start, mark.start) < min(end, mark.end)}
        assert set(piece.classes.split()) - {"fk-nested"} == over
        start = end
    begun = [name for piece in cut for name in piece.anchors]
    wanted = {anchor("at", mark.key) for mark in marks if mark.start < mark.end and mark.kind in ("claim", "figure")}
    assert sorted(begun) == sorted(wanted)


@given(TEXTS, st.data())
def test_any_overlapping_claims_and_figures_give_html_with_the_same_text(text, data):
    place = st.integers(0, len(text) - 1)
    spans = [sorted(pair) for pair in data.draw(st.lists(st.tuples(place, place), max_size=4))]
    spans = [(a, b + 1) for a, b in spans]
    common = {"article_id": "a1", "modality": "asserted"}
    claims = [
        {**common, "claim_id": f"c{n}", "kind": "mixed", "content": text[a:b], "start": a, "end": b, "spans": [[a, b]]}
        for n, (a, b) in enumerate(spans)
    ]
    figures = [
        {**common, "figure_id": f"f{n}", "text": text[a:b], "start": a, "end": b, "relation": "vague", "role": "level"}
        for n, (a, b) in enumerate(spans)
    ]
    page = seen(dossier_of(text, claims, figures))
    assert page.body == text
