"""Write the README's table of languages from what is measured now: python tests/quality/readme_table.py

Scored are the texts of ../shared/renderings, four a language, and the gold articles in data/, together.
"""

import re
from collections.abc import Sequence

from corpora import Corpus, read_corpus
from score import ROOT, Found, find, score

from factkit.languages import language_codes, load_pack

CORPORA = ("data", "../shared/renderings")
SCORES = (
    ("claims: partial F1", "contents found (F1)"),
    ("claims: attributed F1", "with their source (F1)"),
    ("figures: value F1", "figures with bounds (F1)"),
    ("figures: measure", "measure right (%)"),
)
_TABLE = re.compile(r"(<!-- table: languages -->\n).*?(<!-- end -->)", re.DOTALL)


def rows(measured: Sequence[tuple[Corpus, Found]]) -> list[str]:
    """The table's lines: per language its pack, the texts scored, and their scores as the mean over texts."""
    lines = [
        "| code | language | own name | texts scored | " + " | ".join(name for _, name in SCORES) + " |",
        "|---|---|---|--:|" + "--:|" * len(SCORES),
    ]
    for code in language_codes():
        pack = load_pack(code)
        parts = [(corpus, found, _names(corpus, code)) for corpus, found in measured]
        texts = sum(len(names) for *_, names in parts)
        cells = []
        for key, _ in SCORES:
            scored = [(score(corpus, found, names)[key], len(names)) for corpus, found, names in parts if names]
            cells.append(f"{sum(value * weight for value, weight in scored) / texts:.0f}" if texts else "–")
        lines.append(f"| `{code}` | {pack.name} | {pack.native_name} | {texts} | " + " | ".join(cells) + " |")
    return lines


def _names(corpus: Corpus, code: str) -> set[str]:
    scored = {*(corpus.claims or {}), *(corpus.figures or {})}
    return scored & set(corpus.articles.loc[corpus.articles["language"] == code, "article_id"])


def main() -> None:
    """Measure, and put the table between its marks in README.md."""
    measured = []
    for folder in CORPORA:
        corpus = read_corpus(ROOT / folder)
        measured.append((corpus, find(corpus)))
    table = "\n".join(rows(measured))
    readme = ROOT / "README.md"
    readme.write_text(_TABLE.sub(rf"\g<1>{table}\n\g<2>", readme.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
