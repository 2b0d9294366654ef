"""Exports: read back by libraries that know the formats and nothing of factkit."""

import json
import warnings
from pathlib import Path

import frictionless
import pandas as pd
import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import SDO, Namespace

import factkit as fk
from factkit.dossier import Dossier, make_table
from factkit.errors import FactkitError, TableError

FORMATS = ("claimreview", "annotations", "csl", "datapackage")
OA = Namespace("http://www.w3.org/ns/oa#")
# The terms of the Web Annotation context that are used here, as published at http://www.w3.org/ns/anno.jsonld.
ANNOTATION = {
    "oa": str(OA),
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "as": "http://www.w3.org/ns/activitystreams#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": str(RDF),
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "TextualBody": "oa:TextualBody",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "Person": "foaf:Person",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "assessing": "oa:assessing",
    "classifying": "oa:classifying",
    "commenting": "oa:commenting",
    "describing": "oa:describing",
    "identifying": "oa:identifying",
    "creator": {"@type": "@id", "@id": "dcterms:creator"},
    "first": {"@type": "@id", "@id": "as:first"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "label": "rdfs:label",
    "name": "foaf:name",
    "format": "dc:format",
    "value": "rdf:value",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
    "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
    "total": {"@type": "xsd:nonNegativeInteger", "@id": "as:totalItems"},
}


@pytest.fixture
def reviewed(sample):
    """The sample, with one claim judged in every respect and another with a verdict only."""
    table = fk.review(sample)
    cells = {"verdict": "refuted", "source_grade": "B", "credibility": 4, "note": "„600” în aprilie", "reviewer": "Ana"}
    for name, value in cells.items():
        table[name] = table[name].astype(object)
        table.loc[0, name] = value
    table.loc[1, ["verdict", "reviewer"]] = ["supported", "Ben"]
    return fk.apply_review(sample, table)


def exported(dossier, path, name, **options):
    return json.loads(fk.export(dossier, path / f"{name}.json", format=name, **options).read_text("utf-8"))


def as_graph(document, context):
    """The document as RDF, its context taken from here and not from the network."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's reader uses classes that rdflib itself gives up
        return Graph().parse(data=json.dumps({**document, "@context": context}), format="json-ld")


# --- schema.org


def test_claims_are_schema_org(reviewed, tmp_path):
    document = exported(reviewed, tmp_path, "claimreview")
    assert document["@context"] == "https://schema.org"
    graph = as_graph(document, {"@vocab": str(SDO)})
    known = {str(SDO[name]) for name in SDO.__annotations__}
    terms = {str(thing if predicate == RDF.type else predicate) for _, predicate, thing in graph}
    assert terms
    assert terms <= known
    claims = set(graph.subjects(RDF.type, SDO.Claim))
    assert {URIRef(f"urn:factkit:{name}") for name in reviewed.claims["claim_id"]} <= claims
    texts = {str(graph.value(URIRef(f"urn:factkit:{name}"), SDO.text)) for name in reviewed.claims["claim_id"]}
    assert texts == set(reviewed.claims["content"])
    articles = list(graph.subjects(RDF.type, SDO.NewsArticle))
    assert [str(article) for article in articles] == ["urn:factkit:a1"]


def test_a_verdict_is_a_claim_review_with_its_grades(reviewed, tmp_path):
    graph = as_graph(exported(reviewed, tmp_path, "claimreview"), {"@vocab": str(SDO)})
    reviews = sorted(graph.subjects(RDF.type, SDO.ClaimReview))
    assert len(reviews) == 2
    for review in reviews:
        claim = graph.value(review, SDO.itemReviewed)
        assert graph.value(review, SDO.claimReviewed) == graph.value(claim, SDO.text)
        assert (graph.value(review, SDO.author), RDF.type, SDO.Person) in graph
    first = graph.value(predicate=SDO.itemReviewed, object=URIRef("urn:factkit:a1-c0"))
    ratings = {
        tuple(str(graph.value(rating, term)) for term in (SDO.reviewAspect, SDO.ratingValue, SDO.alternateName))
        for rating in graph.objects(first, SDO.reviewRating)
    }
    assert ratings == {
        ("None", "None", "Refuted"),
        ("reliability of the source", "B", "None"),
        ("credibility of the information", "4", "None"),
    }


def test_speaker_and_origin_are_people_and_bodies(sample, tmp_path):
    nodes = {node["@id"]: node for node in exported(sample, tmp_path, "claimreview")["@graph"]}
    claim = nodes["urn:factkit:a1-c0"]
    assert claim["author"] == {"@type": "Person", "name": "Lee Seong-Kweun"}
    assert claim["isBasedOn"] == {"@type": "Claim", "author": {"@type": "Organization", "name": "NIS"}}
    assert nodes["urn:factkit:a1-c3"]["isPartOf"] == {"@id": "urn:factkit:a1-c2"}
    assert not [node for node in nodes.values() if node["@type"] == "ClaimReview"]


def one_claim(kind, **article):
    text = "„Da”, a spus un oficial, „dar nu azi”."
    row = {"claim_id": "c", "article_id": "a", "kind": "direct", "content": text[:-1], "start": 0, "end": len(text) - 1}
    row |= {"spans": [[0, 4], [25, 37]], "speaker": "un oficial", "origin": "un oficial", "modality": "asserted"}
    links = [{"claim_id": "c", "position": 0, "name": "un oficial", "type": kind}] if kind else []
    whole = {"article_id": "a", "text": text, "language": "ro", "text_kind": "original", **article}
    tables = {"articles": [whole], "claims": [row], "sources": links, "figures": []}
    return Dossier(**{name: make_table(name, rows) for name, rows in tables.items()})


PARTIES = [
    ("person", {"author": {"@type": "Person", "name": "un oficial"}}),
    ("outlet", {"author": {"@type": "Organization", "name": "un oficial"}}),
    ("anonymous", {"author": {"@type": "Person", "description": "un oficial"}}),
    ("document", {"isBasedOn": {"@type": "CreativeWork", "name": "un oficial"}}),
    (None, {"author": {"name": "un oficial"}}),
]


@pytest.mark.parametrize("kind, expected", PARTIES)
def test_each_kind_of_source_has_its_type(kind, expected, tmp_path):
    claim = exported(one_claim(kind), tmp_path, "claimreview")["@graph"][1]
    assert {key: claim[key] for key in ("author", "isBasedOn") if key in claim} == expected
    assert claim["text"] == "„Da” „dar nu azi”"


def test_the_base_makes_addresses(reviewed, tmp_path):
    document = exported(reviewed, tmp_path, "claimreview", base="https://example.org/facts/")
    reviews = [node for node in document["@graph"] if node["@type"] == "ClaimReview"]
    assert reviews[0]["url"] == reviews[0]["@id"] == "https://example.org/facts/a1-c0%2Freview"


# --- W3C Web Annotation


def test_annotations_are_what_the_data_model_asks_for(reviewed, tmp_path):
    document = exported(reviewed, tmp_path, "annotations")
    assert document["@context"] == "http://www.w3.org/ns/anno.jsonld"
    graph = as_graph(document, ANNOTATION)
    found = set(graph.subjects(RDF.type, OA.Annotation))
    assert len(found) == document["total"] == len(reviewed.claims) + len(reviewed.figures) + 2
    for one in found:
        assert graph.value(one, OA.motivatedBy) in {OA.classifying, OA.describing, OA.assessing}
        assert graph.value(one, OA.hasTarget) is not None
    keys = {key for node in walk(document) for key in node}
    assert keys - {"@context"} <= set(ANNOTATION)


def walk(node):
    """All objects in a JSON document."""
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for part in node:
            yield from walk(part)


def test_selectors_find_the_words(sample, tmp_path):
    text = sample.articles["text"].iloc[0]
    items = exported(sample, tmp_path, "annotations")["first"]["items"]
    for item in items:
        quoted, place = item["target"]["selector"]
        assert text[place["start"] : place["end"]] == quoted["exact"]
        assert text[: place["start"]].endswith(quoted["prefix"])
        assert text[place["end"] :].startswith(quoted["suffix"])
    assert [item["target"]["source"] for item in items] == ["urn:factkit:a1"] * len(items)


@pytest.mark.parametrize("kind, source", [("original", "https://example.org/a"), ("paraphrase", "urn:factkit:a")])
def test_only_an_original_is_annotated_at_its_address(kind, source, tmp_path):
    dossier = one_claim("person", url="https://example.org/a", text_kind=kind)
    items = exported(dossier, tmp_path, "annotations")["first"]["items"]
    assert items[0]["target"]["source"] == source
    node = exported(dossier, tmp_path, "claimreview")["@graph"][0]
    assert ("url" in node, "isBasedOn" in node) == (kind == "original", kind == "paraphrase")


# --- CSL-JSON


def test_citations_make_references(tmp_path):
    known = {"title": "Cifre noi", "outlet": "Ziarul", "published": "2025-09-03", "authors": "Ana Pop; Ion Ban"}
    dossier = one_claim("person", url="https://example.org/a", **known)
    items = exported(dossier, tmp_path, "csl")
    assert items[0]["issued"] == {"date-parts": [[2025, 9, 3]]}
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    bibliography.register(Citation([CitationItem("a")]))
    reference = str(bibliography.bibliography()[0])
    for words in ("Ana Pop", "Cifre noi", "Ziarul", "2025"):
        assert words in reference


def test_a_citation_says_only_what_is_known(sample, tmp_path):
    columns = ["title", "url", "outlet", "authors", "published", "retrieved"]
    bare = sample.articles.assign(**dict.fromkeys(columns))
    item = exported(Dossier(bare, sample.claims, sample.sources, sample.figures), tmp_path, "csl")[0]
    assert item["title"] == "Circa 2.000 de soldați nord-coreeni ar fi murit, a spus deputatul Lee…"
    assert item["note"] == "Analysed as retold in other words"
    assert set(item) == {"id", "type", "title", "language", "note"}


# --- Data Package


def test_the_data_package_is_valid(reviewed, tmp_path):
    file = fk.export(reviewed, tmp_path / "package")
    report = frictionless.validate(str(file))
    assert report.valid, report.flatten(["resourceName", "rowNumber", "fieldName", "message"])
    package = frictionless.Package(str(file))
    assert package.resource_names == ["articles", "claims", "sources", "figures", "rejected", "names"]
    claims = package.get_resource("claims").read_rows()
    assert [row["content"] for row in claims] == reviewed.claims["content"].tolist()
    assert [row["spans"] for row in claims] == reviewed.claims["spans"].tolist()
    assert [row["credibility"] for row in claims] == [4, None, None, None]
    figures = package.get_resource("figures").read_rows()
    assert [float(row["value"]) for row in figures] == reviewed.figures["value"].tolist()


def test_the_data_package_of_real_articles_is_valid(tmp_path):
    folder = Path(__file__).parents[2] / "data" / "articles" / "disputed"
    dossier = fk.extract(fk.read_articles(folder), progress=False)
    file = fk.export(dossier, tmp_path)
    report = frictionless.validate(str(file))
    assert report.valid, report.flatten(["resourceName", "rowNumber", "fieldName", "message"])
    days = frictionless.Package(str(file)).get_resource("figures").read_rows()
    expected = [None if pd.isna(day) else day.date() for day in dossier.figures["as_of_end"]]
    assert [row["as_of_end"] for row in days] == expected


# --- all of them


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_dossier_gives_the_same_bytes(name, reviewed, tmp_path):
    one, two = (fk.export(reviewed, tmp_path / side / "out", format=name) for side in ("a", "b"))
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_dossier_is_exported(name, tmp_path):
    empty = Dossier(*(make_table(table, []) for table in ("articles", "claims", "sources", "figures")))
    assert fk.export(empty, tmp_path / "out", format=name).is_file()


def test_an_unknown_format_is_refused(sample, tmp_path):
    with pytest.raises(FactkitError, match=r"format is 'claimreviews'\. Did you mean 'claimreview'\?"):
        fk.export(sample, tmp_path / "x", format="claimreviews")


@pytest.mark.parametrize("name", FORMATS)
def test_a_path_that_can_not_be_written_is_refused(name, sample, tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    (tmp_path / "folder").mkdir()
    with pytest.raises(FactkitError, match="can't be"):
        fk.export(sample, tmp_path / ("file" if name == "datapackage" else "folder"), format=name)


def test_what_is_no_dossier_is_refused(sample, tmp_path):
    with pytest.raises(TableError, match=r"^export: needs a dossier"):
        fk.export(sample.claims, tmp_path / "x")


def test_a_dossier_that_does_not_hold_together_is_refused(sample, tmp_path):
    broken = Dossier(sample.articles, sample.claims, sample.sources, sample.figures.assign(start=0))
    with pytest.raises(TableError, match="offsets count characters"):
        fk.export(broken, tmp_path / "x", format="csl")
