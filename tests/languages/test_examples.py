"""Every pack's own examples: what a sentence must give, and what it mustn't."""

from datetime import date

import pandas as pd
import pytest

from factkit.extraction.claims import extract_claims
from factkit.extraction.document import make_document
from factkit.extraction.figures import extract_figures
from factkit.extraction.model import Attribution, Document, Figure
from factkit.languages import language_codes, load_pack
from factkit.languages.schema import Example

CASES = [
    pytest.param(code, example, id=f"{code}-{number}")
    for code in language_codes()
    for number, example in enumerate(load_pack(code).examples)
]


def document(code: str, example: Example) -> Document:
    published = date.fromisoformat(example.published) if example.published else None
    return make_document("example", example.text, load_pack(code), published=published)


def told(text: str, claim: Attribution) -> dict[str, str]:
    """A claim's fields as an example gives them: what is missing is empty."""
    return {
        "content": text[claim.start : claim.end],
        "source": text[slice(*claim.source)] if claim.source else "",
        "cue": text[slice(*claim.cue)] if claim.cue else "",
        "speaker": claim.speaker or "",
        "origin": claim.origin or "",
        "kind": claim.kind,
        "modality": claim.modality,
    }


def counted(text: str, figure: Figure) -> dict[str, str | float | None]:
    """A figure's fields as an example gives them."""
    names = "value low high relation hedge role counted unit measure place as_of modality".split()
    return {"text": text[figure.start : figure.end], **{name: getattr(figure, name) for name in names}}


@pytest.mark.parametrize(("code", "example"), CASES)
def test_claims(code: str, example: Example) -> None:
    found = [told(example.text, claim) for claim in extract_claims(document(code, example))]
    if example.no_claims:
        assert not found
    for wanted in example.claims:
        assert any(wanted.items() <= one.items() for one in found), (wanted, found)


@pytest.mark.parametrize(("code", "example"), CASES)
def test_figures(code: str, example: Example) -> None:
    found = [counted(example.text, figure) for figure in extract_figures(document(code, example))]
    if example.no_figures:
        assert not found
    for wanted in example.figures:
        same = [one for one in found if all(_same(one[key], value) for key, value in wanted.items())]
        assert same, (wanted, found)


def _same(found: str | float | None, wanted: str | float) -> bool:
    if isinstance(wanted, str):
        return found == wanted
    return not pd.isna(found) and found == pytest.approx(wanted)
