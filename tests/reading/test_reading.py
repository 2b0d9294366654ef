"""read_articles: every kind of source, and what bad input gets."""

import bz2
import gzip
import io
import json
import zipfile
from datetime import date
from itertools import permutations
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import factkit as fk
from factkit.dossier import ARTICLES
from factkit.errors import ReadError
from factkit.reading import sources
from factkit.reading.detection import detect_language, language_code

ENGLISH = "A lawmaker said on Tuesday that about 2,000 soldiers had been killed."
ROMANIAN = "Un deputat a declarat marți că aproximativ 2.000 de soldați au fost uciși."
PAGE = """<!doctype html><html lang="ro"><head><meta charset="utf-8"><title>600 de morți | Ziarul</title>
<meta property="og:site_name" content="Ziarul"><meta property="og:title" content="600 de morți la Kursk">
<link rel="canonical" href="https://ziarul.example/stire/600">{date}</head>
<body><nav><ul><li><a href="/">Acasă</a></li><li><a href="/externe">Externe</a></li></ul></nav>
<div class="cookie-banner"><p>Acest site folosește cookie-uri pentru o experiență mai bună.</p></div>
<article><h1>600 de morți la Kursk</h1>
<p>Aproximativ 2.000 de soldați trimiși de Phenian au căzut în luptă, a spus marți un deputat de la Seul, cu date
primite de la serviciul de spionaj al țării sale, după o ședință cu ușile închise.</p>
<p>În aprilie, numărul militarilor uciși era estimat la 600, potrivit aceleiași surse, care a cerut să nu fie numită
în presă. Raportul din 12 mai 2025 vorbea de 5 ianuarie 2019.</p></article>
<footer>© 2019 Ziarul. Publicat la 1 ianuarie 2019</footer></body></html>"""
DATED = '<meta property="article:published_time" content="2025-09-03T10:00:00+03:00">'


def put(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def reasons(articles):
    return {Path(row.source_path).name: row.reason for row in articles.attrs["skipped"].itertuples()}


def zipped(*names):
    """An archive with these files in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, ENGLISH)
    return made.getvalue()


def warc(*records):
    """A web archive, one gzip member per record, as crawlers write them."""
    members = []
    for url, kind, status, body in records:
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-09-04T12:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        members.append(gzip.compress(head.encode() + answer + b"\r\n\r\n"))
    return b"".join(members)


TEXTS = [
    ("plain", ENGLISH, ENGLISH, {}),
    ("date before the text", f" date 2025-09-03 {ENGLISH}", ENGLISH, {"published": "2025-09-03"}),
    ("date on its line", f"date 2025-09-03\n\n{ENGLISH}\n", f"{ENGLISH}\n", {"published": "2025-09-03"}),
    ("date with a colon", f"Date: 2025-09-03\n{ENGLISH}", ENGLISH, {"published": "2025-09-03"}),
    ("a sentence about a date", f"Date 2025-09-03 is when {ENGLISH}", f"Date 2025-09-03 is when {ENGLISH}", {}),
    ("byte order mark, carriage returns", f"\ufeffOne.\r\n{ENGLISH}\r", f"One.\n{ENGLISH}\n", {}),
    (
        "front matter",
        f"---\nid: kursk\ndate: 2025-09-03\nauthor: [Ana Popescu, Jo Li]\noutlet: Ziarul\nlang: en-GB\n---\n{ENGLISH}",
        ENGLISH,
        {"article_id": "kursk", "published": "2025-09-03", "authors": "Ana Popescu; Jo Li", "outlet": "Ziarul"},
    ),
    (
        "front matter with time",
        f"---\ndate: 2025-09-03T00:30:00+02:00\n---\n{ENGLISH}",
        ENGLISH,
        {"published": "2025-09-02 22:30"},
    ),
    ("rules are no front matter", f"---\nA dialogue\n---\n{ENGLISH}", f"---\nA dialogue\n---\n{ENGLISH}", {}),
    ("brackets are no JSON", f"[Update] {ENGLISH}", f"[Update] {ENGLISH}", {}),
    ("space around is kept", f"\n  {ENGLISH}\n\n", f"\n  {ENGLISH}\n\n", {}),
]


@pytest.mark.parametrize("label, content, text, fields", TEXTS, ids=[case[0] for case in TEXTS])
def test_text_files(tmp_path, label, content, text, fields):
    put(tmp_path, {"one.txt": content})
    article = fk.read_articles(tmp_path / "one.txt").iloc[0]
    assert article["text"] == text
    assert article["language"] == "en"
    assert article["article_id"] == fields.pop("article_id", "one")
    published = pd.Timestamp(fields.pop("published", None), tz="UTC")
    assert article["published"] == published or article["published"] is published
    assert {name: article[name] for name in fields} == fields


def test_columns_are_the_contracts(tmp_path):
    articles = fk.read_articles(put(tmp_path, {"a.txt": ENGLISH}))
    assert list(articles.columns) == [column.name for column in ARTICLES]
    assert list(articles.attrs["skipped"].columns) == ["source_path", "row", "reason"]


def test_page(tmp_path):
    article = fk.read_articles(put(tmp_path, {"a.html": PAGE.format(date=DATED)}) / "a.html").iloc[0]
    assert article["text"].startswith("600 de morți la Kursk\nAproximativ 2.000")
    assert "cookie" not in article["text"]
    assert "Externe" not in article["text"]
    assert article["published"] == pd.Timestamp("2025-09-03", tz="UTC")
    assert article["outlet"] == "Ziarul"
    assert article["title"] == "600 de morți la Kursk"
    assert article["url"] == "https://ziarul.example/stire/600"
    assert article["language"] == "ro"


def test_date_of_a_page_is_never_guessed_from_its_words(tmp_path):
    articles = fk.read_articles(put(tmp_path, {"a.html": PAGE.format(date="")}))
    assert articles["published"].isna().all()


DATES_IN_PAGES = [
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-09-03T10:00:00Z"}</script>',
    '<meta name="date" content="2025-09-03">',
    '<meta itemprop="datePublished" content="2025-09-03">',
]


@pytest.mark.parametrize("markup", DATES_IN_PAGES)
def test_dates_in_pages(tmp_path, markup):
    articles = fk.read_articles(put(tmp_path, {"a.html": PAGE.format(date=markup)}))
    assert articles["published"].tolist() == [pd.Timestamp("2025-09-03", tz="UTC")]


ROWS = [{"id": "a", "text": ENGLISH, "date": "2025-09-03"}, {"id": "b", "text": ROMANIAN, "date": None}]
TABLES = {
    "rows.jsonl": "\n".join(map(json.dumps, ROWS)),
    "rows.json": json.dumps(ROWS),
    "rows.csv": pd.DataFrame(ROWS).to_csv(index=False),
    "semicolons.csv": pd.DataFrame(ROWS).to_csv(index=False, sep=";"),
    "tabs.tsv": pd.DataFrame(ROWS).to_csv(index=False, sep="\t"),
    "lines_by_content.txt": "\n".join(map(json.dumps, ROWS)),
    "table_by_content.txt": pd.DataFrame(ROWS).to_csv(index=False),
    "rows.parquet": pd.DataFrame(ROWS).to_parquet(),
    "zipped.jsonl.gz": gzip.compress("\n".join(map(json.dumps, ROWS)).encode()),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables(tmp_path, name):
    articles = fk.read_articles(put(tmp_path, {name: TABLES[name]}) / name)
    assert articles["article_id"].tolist() == ["a", "b"]
    assert articles["text"].tolist() == [ENGLISH, ROMANIAN]
    assert articles["language"].tolist() == ["en", "ro"]
    assert articles["published"].isna().tolist() == [False, True]
    assert articles.attrs["skipped"].empty


def test_tables_in_memory():
    from_frame, from_dicts = fk.read_articles(pd.DataFrame(ROWS)), fk.read_articles(ROWS)
    pd.testing.assert_frame_equal(from_frame, from_dicts)
    pd.testing.assert_frame_equal(fk.read_articles(from_frame), from_frame)


def test_text_of_a_table_stays_as_it_is():
    text = f" {ENGLISH}\r\n\r\n{ENGLISH} "
    assert fk.read_articles([{"text": text}])["text"].tolist() == [text]


def test_web_archive(tmp_path):
    data = warc(
        ("https://a.example/1", "text/html; charset=utf-8", "200 OK", PAGE.format(date=DATED).encode()),
        ("https://a.example/logo", "image/png", "200 OK", b"\x89PNG"),
        ("https://a.example/gone", "text/html", "404 Not Found", b"<html><body>Gone</body></html>"),
    )
    articles = fk.read_articles(put(tmp_path, {"crawl.warc.gz": data}))
    assert articles["url"].tolist() == ["https://a.example/1"]
    assert articles["retrieved"].tolist() == [pd.Timestamp("2025-09-04T12:00:00Z")]
    assert articles.attrs["skipped"]["row"].tolist() == ["3"]
    cut = fk.read_articles(put(tmp_path / "cut", {"crawl.warc.gz": data[:-40]}))
    assert len(cut) == 1


BAD_FILES = {
    "empty.txt": (b"", "empty file"),
    "blank.md": ("---\ntitle: x\n---\n", "no text"),
    "latin.txt": ("Un député a déclaré".encode("latin-1"), "not UTF-8: byte 0xe9 at 4, in line 1"),
    "latin.csv": ("id,text\n1,Un député\n".encode("latin-1"), "in line 2; save it as UTF-8"),
    "image.txt": (b"\x89PNG\r\n\x1a\n", "binary file"),
    "paper.pdf": (b"%PDF-1.7", "PDF"),
    "nul.txt": (b"abc\0def", "NUL"),
    "wide.txt": (ENGLISH.encode("utf-16-le"), "NUL bytes; if it is text, save it as UTF-8"),
    "book.xlsx": (zipped("[Content_Types].xml", "xl/workbook.xml"), "Excel workbook; save the sheet as CSV"),
    "paper.docx": (zipped("word/document.xml"), "Word document; save it as plain text"),
    "all.zip": (zipped("one.txt"), "unpack it"),
    "all.tar.gz": (gzip.compress(b"one.txt".ljust(257, b"\0") + b"ustar\x0000"), "unpack it"),
    "one.txt.bz2": (bz2.compress(ENGLISH.encode()), "unpack it"),
    "old.xls": (b"\xd0\xcf\x11\xe0" + bytes(500), "pandas.read_excel"),
    "paper.rtf": (rf"{{\rtf1\ansi {ENGLISH}}}", "RTF"),
    "mail.eml": (f"From: a@b.example\n\n{ENGLISH}", "mail; save the text"),
    "open.md": (f"---\nid: a\n{ENGLISH}", "front matter without its end; put a line '---'"),
    "short.txt": ("12 345", "unknown language"),
    "language.md": (f"---\nlanguage: romanian\n---\n{ROMANIAN}", "Did you mean 'ro'?"),
    "date.md": (f"---\ndate: yesterday\n---\n{ENGLISH}", "'yesterday' is not a date"),
    "day.md": (f"---\ndate: 2025-13-45\n---\n{ENGLISH}", "front matter"),
    "yaml.md": (f"---\na: [\n---\n{ENGLISH}", "front matter"),
    "kind.md": (f"---\ntext_kind: paraphrased\n---\n{ENGLISH}", "Did you mean 'paraphrase'?"),
    "object.json": ('{"a": 1}', "no article"),
    "broken.json": ('[{"text": ', "not valid JSON"),
    "broken.parquet": (b"PAR1 and no more", "Parquet"),
    "broken.gz": (b"\x1f\x8bno more", "gzip"),
    "nothing.csv": ("a,b\n1,2\n", "no column 'text'"),
    "body.csv": ("id,body\n1,x\n", "rename 'body' to 'text'"),
    "twice.csv": (f'text,Text\n"{ENGLISH}",x\n', "column 'text' stands there twice"),
    "unclosed.csv": (
        f'id,text,date\na,"{ENGLISH},2025-01-01\nb,"{ENGLISH}",2025-01-02\n',
        "opens in line 2 meets one in line 3 that neither closes it nor is doubled",
    ),
    "inner.csv": (f'id,text\na,"He said "yes". {ENGLISH}"\n', "opens in line 2 meets one in line 2"),
    "endless.csv": (f'id,text\na,x\nb,"{ENGLISH}\n', "opens in line 3 never ends"),
    "style.css": ("p { color: red }", "no article"),
    "feed.xml": ('<?xml version="1.0"?><rss></rss>', "XML"),
    "empty.html": ("<html><body></body></html>", "HTML"),
    "script.html": ("<html><body><div id=a></div><script>draw()</script></body></html>", "once the browser shows it"),
    "README.md": ("# About", "about the folder"),
    "deep.json": ("[" * 100_000, "not valid JSON"),
}


def test_bad_files_never_stop_a_folder(tmp_path):
    put(tmp_path, {name: content for name, (content, _) in BAD_FILES.items()} | {"good.txt": ENGLISH, ".hidden": "x"})
    articles = fk.read_articles(tmp_path)
    assert articles["article_id"].tolist() == ["good"]
    told = reasons(articles)
    assert set(told) == set(BAD_FILES)
    assert {name: wanted for name, (_, wanted) in BAD_FILES.items() if wanted not in told[name]} == {}


@pytest.mark.parametrize("name", sorted(set(BAD_FILES) - {"README.md"}))
def test_a_bad_file_alone_is_an_error(tmp_path, name):
    content, wanted = BAD_FILES[name]
    with pytest.raises(ReadError, match=name) as caught:
        fk.read_articles(put(tmp_path, {name: content}) / name)
    assert wanted in str(caught.value)


def test_bad_rows_have_their_number(tmp_path):
    lines = [json.dumps(ROWS[0]), "{broken", "", json.dumps({"id": "c", "text": ""}), json.dumps(ROWS[0]), "[1]"]
    articles = fk.read_articles(put(tmp_path, {"a.jsonl": "\n".join(lines)}) / "a.jsonl")
    skipped = articles.attrs["skipped"]
    assert skipped["row"].tolist() == ["2", "4", "6", "5"]
    assert "not valid JSON" in skipped["reason"][0]
    assert "text is empty" in skipped["reason"][1]
    assert "duplicate article_id 'a'" in skipped["reason"][3]
    wide = fk.read_articles(put(tmp_path, {"a.csv": f'id,text\na,"{ENGLISH}"\nb,c,d\n'}) / "a.csv")
    reason = "3 columns where the header has 2; a text with ',' in it needs quotation marks around it"
    assert wide.attrs["skipped"][["row", "reason"]].to_numpy().tolist() == [["1", reason]]


MISSPELT = [
    ("a.md", f"---\npublised: 2025-09-03\nlanguge: en\n---\n{ENGLISH}", ["published", "language"]),
    ("a.csv", f'text,outlets,foo,headine\n"{ENGLISH}",x,y,z\n', ["headline"]),
    ("a.jsonl", json.dumps({"text": ENGLISH, "publishd": "2025-09-03"}), ["published"]),
    ("a.json", json.dumps([{"text": ENGLISH, "titel": "x", "title": "y"}]), []),
]


@pytest.mark.parametrize("name, content, meant", MISSPELT)
def test_a_misspelt_name_is_told(tmp_path, name, content, meant):
    articles = fk.read_articles(put(tmp_path, {name: content}) / name)
    assert len(articles) == 1
    told = articles.attrs["skipped"]["reason"]
    assert [reason.split("Did you mean ")[1] for reason in told] == [f"{name!r}?" for name in meant]


def test_a_packed_file_keeps_its_name(tmp_path):
    articles = fk.read_articles(put(tmp_path, {"a.txt.gz": gzip.compress(ENGLISH.encode())}))
    assert articles[["article_id", "source_path"]].to_numpy().tolist() == [["a", f"{tmp_path.as_posix()}/a.txt.gz"]]


def test_a_list_inside_an_object(tmp_path):
    answer = {"status": "ok", "articles": [{"text": ENGLISH, "publishedAt": "2025-09-03T10:00:00Z"}, {"title": "x"}]}
    articles = fk.read_articles(put(tmp_path, {"answer.json": json.dumps(answer)}) / "answer.json")
    assert articles["published"].tolist() == [pd.Timestamp("2025-09-03T10:00Z")]
    assert articles.attrs["skipped"]["row"].tolist() == ["1"]


def test_quotation_marks_in_cells(tmp_path):
    cells = [f'"{ENGLISH} ""Yes"", he said."', f'{ENGLISH} A 5" gun.', '""', f'"{ENGLISH}\nAnd more." ']
    table = "id;text\n" + "\n".join(f"{row};{cell}" for row, cell in enumerate(cells))
    articles = fk.read_articles(put(tmp_path, {"a.csv": table}) / "a.csv")
    assert articles["text"].str.len().tolist() == [len(ENGLISH) + 16, len(ENGLISH) + 10, len(ENGLISH) + 11]


def test_half_characters_are_told():
    articles = fk.read_articles([{"text": ENGLISH}, {"text": f"\ud83d {ENGLISH}"}])
    assert "lone surrogate" in articles.attrs["skipped"]["reason"][0]


ERRORS = [
    ("missing path", "no/such/file.txt", "no/such/file.txt: no such file"),
    ("the text itself", f"{ENGLISH}\n{ENGLISH}" * 100, r"give \[\{'text'"),
    ("other protocol", "ftp://example.org/a", "only http and https"),
    ("number", 5, "can't read articles from 5"),
    ("list of numbers", ["a.txt", 5], "item 1 of the list is 5"),
    ("frame without text", pd.DataFrame({"content": ["x"]}), "rename 'content' to 'text'"),
    ("frame with two texts", pd.DataFrame([["x", "y"]], columns=["text", "text"]), "DataFrame: column 'text' stands"),
    ("dicts without text", [{"a": 1}], "no column 'text' among 'a'"),
    ("ids twice", [{"id": 1, "text": ENGLISH}, {"id": 1, "text": ROMANIAN}], "row 1: article_id 1"),
]


@pytest.mark.parametrize("label, source, message", ERRORS, ids=[case[0] for case in ERRORS])
def test_errors(label, source, message):
    with pytest.raises(ReadError, match=message):
        fk.read_articles(source)


def test_empty_folder_is_an_error(tmp_path):
    with pytest.raises(ReadError, match="without files"):
        fk.read_articles(tmp_path)


def test_wrong_keywords_are_errors():
    with pytest.raises(ReadError, match=r"unknown keyword 'outlets'\. Did you mean 'outlet'"):
        fk.read_articles(ROWS, outlets="Ziarul")
    with pytest.raises(ReadError, match="published 'soon' is not a date"):
        fk.read_articles(ROWS, published="soon")
    with pytest.raises(ReadError, match="Did you mean 'de'"):
        fk.read_articles(ROWS, language="German")


def test_stated_wins_over_given_and_given_over_detected(tmp_path):
    put(tmp_path, {"a.md": f"---\noutlet: Stated\n---\n{ENGLISH}", "b.html": PAGE.format(date=DATED)})
    articles = fk.read_articles(tmp_path, outlet="Given", language="de", published=date(2020, 1, 2))
    assert articles["outlet"].tolist() == ["Stated", "Given"]
    assert articles["language"].tolist() == ["de", "de"]
    assert articles["published"].dt.year.tolist() == [2020, 2020]


def test_ids_do_not_depend_on_order(tmp_path):
    put(tmp_path, {"a/one.txt": ENGLISH, "b/one.txt": ROMANIAN, "b/two.txt": ENGLISH * 2, "c.txt": ENGLISH * 3})
    paths = sorted(path for path in tmp_path.rglob("*.txt"))
    expected = fk.read_articles(tmp_path).set_index("source_path")["article_id"].to_dict()
    assert {"two", "c"} < set(expected.values())
    assert all(len(key) == 12 for path, key in expected.items() if "one" in path)
    for order in permutations(paths):
        assert fk.read_articles(list(order)).set_index("source_path")["article_id"].to_dict() == expected


def test_a_file_named_twice_is_read_once(tmp_path):
    put(tmp_path, {"a.txt": ENGLISH})
    assert len(fk.read_articles([tmp_path, tmp_path / "a.txt"])) == 1


def test_what_a_browser_saves_beside_a_page_is_left_out(tmp_path):
    put(tmp_path, {"a.html": PAGE.format(date=""), "a_files/frame.html": PAGE.format(date=""), "a_files/x.js": "x"})
    articles = fk.read_articles(tmp_path)
    assert articles["article_id"].tolist() == ["a"]
    assert articles.attrs["skipped"].empty


def test_tables_join_in_pandas():
    one, two = fk.read_articles(ROWS[:1]), fk.read_articles([ROWS[1], {"text": ""}])
    assert len(pd.concat([one, two])) == 2


class Answer:
    status = 200

    def __init__(self, data):
        self.data = data


def test_addresses(monkeypatch):
    monkeypatch.setattr(sources, "fetch_response", lambda _: Answer(PAGE.format(date=DATED).encode()))
    article = fk.read_articles("https://ziarul.example/stire/600?x=1").iloc[0]
    assert article["url"] == "https://ziarul.example/stire/600?x=1"
    assert article["published"] == pd.Timestamp("2025-09-03", tz="UTC")
    assert article["retrieved"].year >= 2025
    monkeypatch.setattr(sources, "fetch_response", lambda _: None)
    with pytest.raises(ReadError, match=r"https://a\.example: no answer"):
        fk.read_articles("https://a.example")


DATES = [
    ("2025-09-03", "2025-09-03"),
    ("20250903", "2025-09-03"),
    ("2025/9/3", "2025-09-03"),
    ("3.9.2025", "2025-09-03"),
    ("2025. 9. 3.", "2025-09-03"),
    ("Wed, 03 Sep 2025 14:30:00 +0200", "2025-09-03 12:30"),
    ("3 September 2025", "2025-09-03"),
    ("Sep 3, 2025", "2025-09-03"),
    ("Wednesday, September 3, 2025", "2025-09-03"),
    ("2025-09-03T14:30:00Z", "2025-09-03 14:30"),
    (pd.Timestamp("2025-09-03 14:30", tz="Europe/Bucharest"), "2025-09-03 11:30"),
]


@pytest.mark.parametrize("written, moment", DATES)
def test_dates(written, moment):
    assert fk.read_articles([{"text": ENGLISH, "date": written}])["published"][0] == pd.Timestamp(moment, tz="UTC")


@pytest.mark.parametrize(
    "written", ["03/09/2025", "2025", "2025-09", "September", "31.2.2025", "31 June 2025", "3 Foo 2025"]
)
def test_dates_in_doubt_are_refused(written):
    articles = fk.read_articles([{"text": ENGLISH, "date": written}])
    assert "is not a date" in articles.attrs["skipped"]["reason"][0]


LANGUAGES = [
    ("en", ENGLISH), ("ro", ROMANIAN), ("de", "Zwei Tote"), ("fr", "Deux morts à Paris, selon la police"),
    ("es", "Murieron dos personas"), ("ru", "Об этом сообщил депутат"), ("uk", "Про це повідомляє"), ("ko", "국정원"),
    ("it", "Due persone sono morte"), ("ja", "日本語のニュース"), (None, "12 345"), (None, "🎉🎉"), (None, ""),
]  # fmt: skip


@pytest.mark.parametrize("code, text", LANGUAGES)
def test_language_is_told(code, text):
    assert detect_language(text) == code


@pytest.mark.parametrize("written, code", [("ro", "ro"), ("RO", "ro"), ("ro-RO", "ro"), ("pt_BR", "pt"), ("deu", "de")])
def test_language_codes(written, code):
    assert language_code(written) == code


BEGINNINGS = [
    *(b"", b"<html><body><p>", b"{", b'[{"text": "', b"---\n", b"date ", b"PAR1", b"WARC/1.0\r\n", b"\x1f\x8b\x08"),
    *(b"text,date\n", b'\xef\xbb\xbf{"text": 1}\n', b"\xff\xfe", b"<!doctype html><!--"),
    gzip.compress(b"WARC/1.0\r\n"),
]


@given(beginning=st.sampled_from(BEGINNINGS), data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_give_a_table(tmp_path_factory, beginning, data):
    folder = tmp_path_factory.mktemp("bytes", numbered=True)
    (folder / "x").write_bytes(beginning + data)
    articles = fk.read_articles(folder)
    assert len(articles) + len(articles.attrs["skipped"]) >= 1


SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared articles are not here")
def test_shared_articles():
    article = fk.read_articles(SHARED / "articles").iloc[0]
    assert article["text"].startswith("Președintele rus")
    assert article["published"] == pd.Timestamp("2025-09-03", tz="UTC")
    renderings = fk.read_articles(SHARED / "renderings" / "articles.jsonl")
    rows = [json.loads(line) for line in (SHARED / "renderings" / "articles.jsonl").read_text().splitlines()]
    assert renderings["text"].tolist() == [row["text"] for row in rows]
    guessed = fk.read_articles([{"id": row["article_id"], "text": row["text"]} for row in rows])
    assert guessed["language"].tolist() == [row["language"] for row in rows]
