"""How fast `extract` reads, beside the fastest that Python can read at all, and how it grows with a text's length.

Run as a script, with the number of megabytes to read (1 if left out). It prints, for each language's articles in
data/articles (and for a news corpus beside the project, where there is one), megabytes a second on one core and how
many times as long as `re.findall(r"\\w+", text)` took in the same run; then the time for one, two and four copies of a
long article in one text.
"""

import re
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pandas as pd

import factkit as fk
from factkit.extraction.claims import extract_claims
from factkit.extraction.document import make_document
from factkit.extraction.figures import extract_figures
from factkit.languages import load_pack

PROJECT = Path(__file__).resolve().parents[2]
CORPUS = PROJECT.parent / "shared" / "corpora" / "polnear-train"
REPEATS = 3  # the best of so many runs counts: other programs only ever slow one down
PASSAGE = 20_000  # characters of the text that is read once, twice and four times


def texts(megabytes: float) -> dict[str, list[str]]:
    """Articles by a name for them, repeated (or cut off) to `megabytes` each."""
    articles = fk.read_articles(PROJECT / "data" / "articles")
    found = {code: list(group["text"]) for code, group in articles.groupby("language")}
    corpus = [path.read_text("utf-8") for path in sorted(CORPUS.rglob("*.txt"))]
    if corpus:
        found["en (news corpus)"] = corpus
    return {name: _filled(some, megabytes * 1e6) for name, some in found.items()}


def _filled(some: list[str], size: float) -> list[str]:
    result: list[str] = []
    total = 0
    while total < size:
        result.append(some[len(result) % len(some)])
        total += len(result[-1])
    return result


def seconds(work: Callable[[], object]) -> float:
    """Processor time of `work`, the best of a few runs."""
    times = []
    for _ in range(REPEATS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def speed(name: str, some: list[str]) -> None:
    """Print one language's line."""
    code, size = name[:2], sum(map(len, some)) / 1e6
    names = [f"{number:06}" for number in range(len(some))]
    table = pd.DataFrame({"article_id": names, "text": some, "language": code})
    base = seconds(lambda: [re.findall(r"\w+", text) for text in some])
    whole = seconds(lambda: fk.extract(table, progress=False))
    print(f"{name:<18} {size:6.2f} {size / whole:6.2f} {whole / base:7.1f}", end="")
    for part in parts(some, code):
        print(f" {part / base:9.1f}", end="")
    print(flush=True)


def parts(some: list[str], code: str) -> list[float]:
    """Seconds for cutting up the texts, for claims and for figures, the best of a few runs."""
    pack = load_pack(code)
    best = [float("inf")] * 3
    for _ in range(REPEATS):
        taken = [0.0] * 3
        for text in some:
            clock = [time.process_time()]
            document = make_document("article", text, pack)
            clock.append(time.process_time())
            extract_claims(document)
            clock.append(time.process_time())
            extract_figures(document)
            clock.append(time.process_time())
            taken = [so_far + stop - start for so_far, (start, stop) in zip(taken, pairwise(clock), strict=True)]
        best = [min(pair) for pair in zip(best, taken, strict=True)]
    return best


def growth(name: str, some: list[str]) -> None:
    """Print how long one text takes as it grows to twice and four times its length."""
    passage = "\n\n".join(_filled(some, PASSAGE))
    times = []
    for copies in (1, 2, 4):
        text = "\n\n".join([passage] * copies)
        table = pd.DataFrame({"article_id": ["article"], "text": [text], "language": name[:2]})
        times.append(seconds(lambda table=table: fk.extract(table, progress=False)))
    print(f"{name:<18} {len(passage):>9,}", *(f"{taken:8.3f} {taken / times[0]:5.1f}x" for taken in times), flush=True)


def main(megabytes: float) -> None:
    """Print both tables."""
    chosen = texts(megabytes)
    print(f"{'articles':<18} {'MB':>6} {'MB/s':>6} {'findall':>7} {'cutting':>9} {'claims':>9} {'figures':>9}")
    for name, some in chosen.items():
        speed(name, some)
    print(f"\n{'one text':<18} {'letters':>9} {'once':>8} {'':>6} {'twice':>8} {'':>6} {'4 times':>8}")
    for name, some in chosen.items():
        growth(name, some)


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)
