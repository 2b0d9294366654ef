"""A dossier in the words of the web: schema.org claims and reviews, W3C annotations, CSL citations.

Each function gives plain dictionaries, as JSON has them. Names of things are made of a base address and factkit's ids.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

import pandas as pd

from factkit.dossier import Dossier
from factkit.extraction.anchors import make_selector

SCHEMA_ORG = "https://schema.org"
ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_PERSON, _ORGANISATION = "Person", "Organization"
_PARTIES = {"person": _PERSON, "organisation": _ORGANISATION, "outlet": _ORGANISATION}
_VERDICTS = {
    "supported": "Supported",
    "refuted": "Refuted",
    "conflicting": "Conflicting reports",
    "not_enough_evidence": "Not enough evidence",
    "outdated": "Outdated",
}
_GRADES = {"source_grade": "reliability of the source", "credibility": "credibility of the information"}
_STATED = ("value", "low", "high", "relation", "role", "unit", "measure", "counted", "as_of", "modality")

Node = dict[str, Any]
Row = Mapping[str, Any]


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as dictionaries, without what is missing."""
    records = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return [{str(key): value for key, value in row.items() if value is not None} for row in records]


def iri(base: str, name: str) -> str:
    """The address of a thing of that id."""
    return f"{base}{quote(name, safe='')}"


# --- schema.org


def claim_graph(dossier: Dossier, base: str) -> Node:
    """Articles, claims and reviews as schema.org NewsArticle, Claim and ClaimReview in one JSON-LD graph.

    A claim that a reviewer gave a verdict has a ClaimReview. Its rating is the verdict in words (`alternateName`), with
    the two Admiralty grades as ratings of their own aspect; a number for truth isn't given. A claim of a speaker who
    passes on somebody else's is based on a Claim of the origin.
    """
    kinds = {(row["claim_id"], row["name"]): row["type"] for row in rows_of(dossier.sources)}
    articles = {row["article_id"]: row for row in rows_of(dossier.articles)}
    graph = [_article(row, base) for row in articles.values()]
    for row in rows_of(dossier.claims):
        graph.append(_claim(row, articles[row["article_id"]], kinds, base))
        if row.get("verdict"):
            graph.append(_review(row, articles[row["article_id"]], base))
    return {"@context": SCHEMA_ORG, "@graph": graph}


def _article(row: Row, base: str) -> Node:
    node: Node = {"@type": "NewsArticle", "@id": iri(base, row["article_id"]), "inLanguage": row["language"]}
    if "url" in row:
        # What stands at the address is another text where this one is retold in other words.
        node["url" if row["text_kind"] == "original" else "isBasedOn"] = row["url"]
    if "title" in row:
        node["headline"] = row["title"]
    if "outlet" in row:
        node["publisher"] = {"@type": _ORGANISATION, "name": row["outlet"]}
    if "published" in row:
        node["datePublished"] = row["published"].date().isoformat()
    return node


def _claim(row: Row, article: Row, kinds: Mapping[tuple[str, str], str], base: str) -> Node:
    node: Node = {
        "@type": "Claim",
        "@id": iri(base, row["claim_id"]),
        "text": _said(row, article),
        "inLanguage": article["language"],
        "appearance": {"@id": iri(base, row["article_id"])},
    }
    for name in dict.fromkeys(row[key] for key in ("origin", "speaker") if key in row):
        kind = kinds.get((row["claim_id"], name))
        if kind == "document":
            node["isBasedOn"] = {"@type": "CreativeWork", "name": name}
        elif name == row.get("speaker"):
            node["author"] = _party(name, kind)
        else:
            node["isBasedOn"] = {"@type": "Claim", "author": _party(name, kind)}
    if "parent_id" in row:
        node["isPartOf"] = {"@id": iri(base, row["parent_id"])}
    return node


def _said(row: Row, article: Row) -> str:
    """The claim's pieces, without what interrupts them."""
    return " ".join(article["text"][start:end] for start, end in row["spans"])


def _party(name: str, kind: str | None) -> Node:
    """Whoever says it; one who isn't named has a description instead of a name, and no type where none is known."""
    if kind == "anonymous":
        return {"@type": _PERSON, "description": name}
    return {"@type": _PARTIES[kind], "name": name} if kind in _PARTIES else {"name": name}


def _review(row: Row, article: Row, base: str) -> Node:
    verdict: Node = {"@type": "Rating", "alternateName": _VERDICTS[row["verdict"]]}
    if "note" in row:
        verdict["ratingExplanation"] = row["note"]
    grades = [
        {"@type": "Rating", "reviewAspect": aspect, "ratingValue": str(row[name])}
        for name, aspect in _GRADES.items()
        if name in row
    ]
    address = iri(base, f"{row['claim_id']}/review")
    node: Node = {
        "@type": "ClaimReview",
        "@id": address,
        "claimReviewed": _said(row, article),
        "itemReviewed": {"@id": iri(base, row["claim_id"])},
        "reviewRating": [verdict, *grades] if grades else verdict,
    }
    if base.startswith("http"):
        node["url"] = address
    if "reviewer" in row:
        node["author"] = {"@type": _PERSON, "name": row["reviewer"]}
    return node


# --- W3C Web Annotation


def annotations(dossier: Dossier, base: str) -> Node:
    """Claims, figures and verdicts as an AnnotationCollection of the W3C Web Annotation Data Model, on one page.

    Each target is an article, with a TextQuoteSelector (the exact words with those around them) and a
    TextPositionSelector, which counts characters of the article's text as factkit read it.
    """
    articles = {row["article_id"]: row for row in rows_of(dossier.articles)}
    items = [*_claim_annotations(dossier, articles, base), *_figure_annotations(dossier, articles, base)]
    page = {"id": iri(base, "annotations/1"), "type": "AnnotationPage", "startIndex": 0, "items": items}
    return {
        "@context": ANNOTATION_CONTEXT,
        "id": iri(base, "annotations"),
        "type": "AnnotationCollection",
        "label": "Claims and figures found by factkit",
        "total": len(items),
        "first": page,
    }


def _claim_annotations(dossier: Dossier, articles: Mapping[str, Row], base: str) -> Iterator[Node]:
    for row in rows_of(dossier.claims):
        names = dict.fromkeys(row[key] for key in ("speaker", "origin") if key in row)
        bodies = [
            *(_body(name, "identifying") for name in names),
            *(_body(row[key], "classifying") for key in ("kind", "modality")),
        ]
        target = _target(articles[row["article_id"]], row, base)
        yield _annotation(iri(base, row["claim_id"]), "classifying", bodies, target)
        if row.get("verdict"):
            words = [_VERDICTS[row["verdict"]], *(f"{_GRADES[key]}: {row[key]}" for key in _GRADES if key in row)]
            bodies = [_body(word, "assessing") for word in words]
            bodies += [_body(row["note"], "commenting")] if "note" in row else []
            made = _annotation(iri(base, f"{row['claim_id']}/review"), "assessing", bodies, target)
            yield made | ({"creator": {"type": _PERSON, "name": row["reviewer"]}} if "reviewer" in row else {})


def _figure_annotations(dossier: Dossier, articles: Mapping[str, Row], base: str) -> Iterator[Node]:
    for row in rows_of(dossier.figures):
        bodies = [_body(f"{name}: {_plain(row[name])}", "describing") for name in _STATED if name in row]
        target = _target(articles[row["article_id"]], row, base)
        yield _annotation(iri(base, row["figure_id"]), "describing", bodies, target)


def _plain(cell: Any) -> str:
    return f"{cell:.10g}" if isinstance(cell, float) else str(cell)


def _annotation(address: str, motivation: str, bodies: list[Node], target: Node) -> Node:
    return {"id": address, "type": "Annotation", "motivation": motivation, "body": bodies, "target": target}


def _body(words: str, purpose: str) -> Node:
    return {"type": "TextualBody", "value": words, "purpose": purpose, "format": "text/plain"}


def _target(article: Row, row: Row, base: str) -> Node:
    chosen = make_selector(article["text"], row["start"], row["end"])
    quoted = {"type": "TextQuoteSelector", "exact": chosen.quote, "prefix": chosen.prefix, "suffix": chosen.suffix}
    place = {"type": "TextPositionSelector", "start": row["start"], "end": row["end"]}
    own = article["text_kind"] == "original" and "url" in article
    return {"source": article["url"] if own else iri(base, article["article_id"]), "selector": [quoted, place]}


# --- CSL-JSON


def citations(dossier: Dossier) -> list[Node]:
    """The articles as CSL-JSON items, which reference managers read; what isn't known is left out.

    An article without a title is cited by its first words; one retold in other words says so in its note.
    """
    return [_citation(row) for row in rows_of(dossier.articles)]


def _citation(row: Row) -> Node:
    item: Node = {
        "id": row["article_id"],
        "type": "article-newspaper",
        "title": row.get("title") or _first_words(row["text"]),
        "language": row["language"],
    }
    if "outlet" in row:
        item["container-title"] = row["outlet"]
    if "url" in row:
        item["URL"] = row["url"]
    if "authors" in row:
        item["author"] = [{"literal": name.strip()} for name in row["authors"].split(";") if name.strip()]
    for key, name in (("published", "issued"), ("retrieved", "accessed")):
        if key in row:
            item[name] = {"date-parts": [[row[key].year, row[key].month, row[key].day]]}
    if row["text_kind"] == "paraphrase":
        item["note"] = "Analysed as retold in other words"
    return item


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:12]) + ("…" if len(words) > 12 else "")
