"""Extraction: from the text of articles to claims and figures with their exact places."""

from factkit.extraction.explain import explain
from factkit.extraction.numbers import Number, read_numbers
from factkit.extraction.pipeline import DEFAULT, Extractor, extract

__all__ = ["DEFAULT", "Extractor", "Number", "explain", "extract", "read_numbers"]
