"""Cutting up one article for the extractors."""

from datetime import date

from factkit.extraction.model import Document
from factkit.languages import LanguagePack
from factkit.reading.furniture import running_text
from factkit.reading.segments import sentences, tokenize


def make_document(
    article_id: str,
    text: str,
    pack: LanguagePack,
    *,
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
) -> Document:
    """The article's tokens, paragraphs of running text and sentences; offsets are those of `text`."""
    tokens = tokenize(text, pack)
    spans = running_text(text, pack)
    return Document(
        article_id, text, pack, published, outlet, title, tokens, spans, sentences(text, tokens, spans, pack)
    )
