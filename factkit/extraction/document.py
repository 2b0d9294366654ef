"""Cutting up one article for the extractors."""

from datetime import date
from functools import cache

from factkit.extraction.date_grammar import time_words
from factkit.extraction.grammar import number_words
from factkit.extraction.lexicon import Memory
from factkit.extraction.modality import modal_words
from factkit.extraction.model import Document
from factkit.extraction.quotations import marks_of
from factkit.extraction.vocabulary import sought_words
from factkit.languages import LanguagePack
from factkit.reading.furniture import running_text
from factkit.reading.segments import sentences, tokenize

# What the readers ask of every word, so that it is looked up once for all of them.
_LOOKS = (sought_words, marks_of, modal_words, number_words, time_words)


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
    cut = sentences(text, tokens, spans, pack)
    document = Document(article_id, text, pack, published, outlet, title, tokens, spans, cut)
    document.look_once(_LOOKS, _records(pack))
    return document


@cache
def _records(pack: LanguagePack) -> Memory[str, bytes]:
    memories = [look(pack) for look in _LOOKS]
    return Memory(lambda word: bytes([memory[word] for memory in memories]))
