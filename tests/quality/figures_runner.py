"""Run `extract_figures` on ../shared/renderings and score it: python tests/quality/figures_runner.py [--errors N]."""

import importlib.util
import json
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from factkit.extraction.figures import extract_figures
from factkit.extraction.model import Document
from factkit.languages import load_pack
from factkit.reading.segments import paragraphs, sentences, tokenize

SHARED = Path(__file__).resolve().parents[3] / "shared"
FIELDS = ("find F1", "value F1", "relation", "role", "measure", "modality", "as_of")


def make_document(text: str, language: str, published: str | None = None, name: str = "a") -> Document:
    """A document as the pipeline cuts it, without furniture."""
    pack = load_pack(language)
    tokens = tokenize(text, pack)
    spans = paragraphs(text)
    day = date.fromisoformat(published[:10]) if published else None
    return Document(name, text, pack, day, None, None, tokens, spans, sentences(text, tokens, spans, pack))


def scorer() -> ModuleType:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_figures", SHARED / "evaluation" / "score_figures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predictions() -> dict[str, list[dict[str, Any]]]:
    """Figures of every rendering, as the scorer wants them."""
    result: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (SHARED / "renderings" / "articles.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        document = make_document(article["text"], article["language"], article.get("published"), article["article_id"])
        for figure in extract_figures(document):
            row = {field: getattr(figure, field) for field in _FIELDS}
            result[document.article_id].append({**row, "text": document.text[figure.start : figure.end]})
    return result


_FIELDS = ("start", "end", "value", "low", "high", "relation", "role", "measure", "modality", "as_of")


def main() -> None:
    """Print the scores, by language and overall, and the first errors."""
    score = scorer()
    gold, found = score.rows(SHARED / "renderings" / "gold.jsonl"), predictions()
    errors: list[str] = []
    groups = {"all": gold}
    for doc, want in gold.items():
        groups.setdefault(doc.rsplit("_", 1)[-1], {})[doc] = want
    for name, part in groups.items():
        report = score.score(part, found, errors if name == "all" else None)
        print(name, "  ".join(f"{field} {100 * report[field]:.1f}" for field in FIELDS))
    limit = int(sys.argv[sys.argv.index("--errors") + 1]) if "--errors" in sys.argv else 0
    for error in [e for e in errors if " speaker:" not in e and " origin:" not in e][:limit]:
        print(" ", error)


if __name__ == "__main__":
    main()
