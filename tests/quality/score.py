"""Score factkit against an annotated corpus.

    python tests/quality/score.py CORPUS_DIR [--every N] [--by-language] [--errors N]
    python tests/quality/score.py CORPUS_DIR --save before.jsonl      # keep what is found, to compare with later
    python tests/quality/score.py CORPUS_DIR --against before.jsonl   # what a change gained and lost
    python tests/quality/score.py --floors [--lower]                  # write floors.toml from what is measured now

corpora.py says which layouts of a corpus are read, attribution_scores.py and figure_scores.py what is counted.
`before.jsonl` has one attribution a line with the offsets of its content, source and cue, for any scorer to read.
Floors only rise; `--lower` allows them to fall, and a corpus to change.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from attribution_scores import matched_contents, score_attributions
from corpora import (
    ByArticle,
    Corpus,
    Record,
    by_article,
    claim_records,
    figure_records,
    predict,
    read_corpus,
    read_records,
    write_records,
)
from figure_scores import meet, right_fields, score_figures

ROOT = Path(__file__).resolve().parents[2]
FLOORS = Path(__file__).with_name("floors.toml")
_SHORT = 160
_TRADED = (" P", " R")  # may fall for the other's sake; their F1 has the floor
_HEADER = """\
# The quality gate: what factkit reached on each corpus, in percent, rounded down to 0.1. tests/quality/test_quality.py
# fails where a score falls under its floor. Written by `python tests/quality/score.py --floors`, which only raises
# them; lowering one takes `--lower` and a reason in the commit. `path` is relative to this repository, `every`: each
# n-th article, `digest`: of the files that were scored.
"""


@dataclass(frozen=True, slots=True)
class Gate:
    """One corpus of the quality gate: where it is, which part of it counts, and the floors of its scores."""

    name: str
    path: Path
    every: int
    digest: str
    floors: dict[str, float]


def read_gates() -> list[Gate]:
    """The gates in floors.toml."""
    tables = tomllib.loads(FLOORS.read_text("utf-8"))
    return [Gate(name, Path(t["path"]), t["every"], t["digest"], t["floors"]) for name, t in tables.items()]


def write_gates(gates: Iterable[Gate]) -> None:
    """Write floors.toml."""
    lines = [_HEADER]
    for gate in gates:
        lines.append(f'[{gate.name}]\npath = "{gate.path.as_posix()}"')
        lines.append(f'every = {gate.every}\ndigest = "{gate.digest}"\n')
        lines.append(f"[{gate.name}.floors]")
        lines += [f'"{key}" = {floor:.1f}' for key, floor in gate.floors.items()]
        lines.append("")
    FLOORS.write_text("\n".join(lines), "utf-8")


@dataclass(frozen=True, slots=True)
class Found:
    """What factkit finds in a corpus, as records by article."""

    claims: list[Record]
    figures: list[Record]


def find(corpus: Corpus) -> Found:
    """Run `extract` over the corpus."""
    dossier = predict(corpus)
    return Found(claim_records(dossier), figure_records(dossier))


def score(corpus: Corpus, found: Found, names: set[str] | None = None) -> dict[str, float]:
    """All scores of a corpus in percent: "claims: partial F1", "figures: measure", …; of the articles `names` only."""
    scores: dict[str, float] = {}
    if corpus.claims is not None:
        gold = _only(corpus.claims, names)
        result = score_attributions(corpus.texts(), gold, by_article(found.claims, "article_id"))
        scores |= {f"claims: {key}": value for key, value in result.items()}
    if corpus.figures is not None:
        result = score_figures(_only(corpus.figures, names), by_article(found.figures, "doc"))
        scores |= {f"figures: {key}": value for key, value in result.items()}
    if corpus.forbidden and names is None:
        touched = len(trespasses(corpus, found)) / len(corpus.forbidden)
        scores["kept clear of what must not be found"] = 100 - 100 * touched
    return scores


def trespasses(corpus: Corpus, found: Found) -> list[Record]:
    """The forbidden stretches that a figure, or a claim's content, touches."""
    places: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for figure in found.figures:
        places.setdefault(("figure", figure["doc"]), []).append((figure["start"], figure["end"]))
    for claim in found.claims:
        places.setdefault(("claim", claim["article_id"]), []).extend((start, end) for start, end in claim["content"])
    return [
        row
        for row in corpus.forbidden
        if any(s < row["end"] and row["start"] < e for s, e in places.get((row["not"], row["article_id"]), []))
    ]


def _only(gold: ByArticle, names: set[str] | None) -> ByArticle:
    return gold if names is None else {name: records for name, records in gold.items() if name in names}


def errors(corpus: Corpus, found: Found) -> Iterable[str]:
    """What is missing, too much or wrong, one line each: figures first, then contents, then forbidden stretches."""
    texts = corpus.texts()
    have = by_article(found.figures, "doc")
    for name, want in (corpus.figures or {}).items():
        yield from _figure_errors(name, want, have.get(name, []))
    contents = by_article(found.claims, "article_id")
    for name, want in (corpus.claims or {}).items():
        yield from _content_errors(name, texts[name], want, contents.get(name, []))
    for row in trespasses(corpus, found):
        yield f"{row['article_id']} {row['words']!r} is no {row['not']}: {row['why']}"


def _figure_errors(name: str, want: list[Record], have: list[Record]) -> Iterable[str]:
    pairs = meet(want, have)
    for i, row in enumerate(want):
        if row.get("optional"):
            continue
        if i not in pairs:
            yield f"{name} {row['number']!r}: not found"
            continue
        found = have[pairs[i]]
        for field in (field for field, right in right_fields(row, found).items() if not right):
            yield f"{name} {row['number']!r}: {field} is {found.get(field)!r}, wanted {row.get(field)!r}"
    for j in set(range(len(have))) - set(pairs.values()):
        yield f"{name} {have[j]['text']!r}: is no figure"


def _content_errors(name: str, text: str, want: list[Record], have: list[Record]) -> Iterable[str]:
    wanted = [record for record in want if not record.get("optional")]
    right = matched_contents(text, want, have)
    met = matched_contents(text, have, wanted)
    for i in set(range(len(wanted))) - met:
        yield f"{name} content missed: {_words(text, wanted[i])}"
    for j in set(range(len(have))) - right:
        yield f"{name} content too much: {_words(text, have[j])}"


def _words(text: str, record: Record) -> str:
    words = " … ".join(text[start:end] for start, end in record["content"])
    return repr(words if len(words) <= _SHORT else words[: _SHORT - 1] + "…")


def changes(corpus: Corpus, before: list[Record], after: list[Record]) -> Iterable[str]:
    """The contents that only one of two runs found, one line each, with whether the gold has them."""
    texts = corpus.texts()
    old, new = by_article(before, "article_id"), by_article(after, "article_id")
    for name, gold in (corpus.claims or {}).items():
        known = [{str(record["content"]) for record in run.get(name, [])} for run in (old, new)]
        for sign, run, other in (("gained", new, known[0]), ("lost", old, known[1])):
            records = run.get(name, [])
            right = matched_contents(texts[name], gold, records)
            for number, record in enumerate(records):
                if str(record["content"]) not in other:
                    verdict = "right" if number in right else "wrong"
                    yield f"{sign} {verdict} {name} {record['content'][0][0]}: {_words(texts[name], record)}"


def set_floors(*, lower: bool) -> None:
    """Measure every corpus that is there and write its floors; those of an absent corpus stay."""
    gates = []
    for gate in read_gates():
        if not (ROOT / gate.path).is_dir():
            gates.append(gate)
            continue
        corpus = read_corpus(ROOT / gate.path, gate.every)
        if corpus.digest != gate.digest and gate.digest and not lower:
            sys.exit(f"{gate.name}: {gate.path} has changed; its floors speak of other texts. --lower sets them anew.")
        scores = score(corpus, find(corpus))
        measured = {key: int(value * 10) / 10 for key, value in scores.items() if not key.endswith(_TRADED)}
        floors = measured if lower else {key: max(value, gate.floors.get(key, 0.0)) for key, value in measured.items()}
        gates.append(Gate(gate.name, gate.path, gate.every, corpus.digest, floors))
    write_gates(gates)


def _print_scores(corpus: Corpus, found: Found, *, by_language: bool) -> None:
    counts = len(corpus.articles), len(found.claims), len(found.figures)
    sys.stdout.write("{} articles, {} claims and {} figures found\n".format(*counts))
    groups: dict[str, set[str] | None] = {"all": None}
    if by_language:
        for language, rows in corpus.articles.groupby("language"):
            groups[str(language)] = set(rows["article_id"])
    columns = {name: score(corpus, found, articles) for name, articles in groups.items()}
    sys.stdout.write(" " * 40 + "".join(f"{name:>7}" for name in columns) + "\n")
    for key in columns["all"]:
        cells = (f"{column[key]:>7.1f}" if key in column else " " * 7 for column in columns.values())
        sys.stdout.write(f"{key:<40}" + "".join(cells) + "\n")


def main() -> None:
    """The command line; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--every", type=int, default=1, help="only each N-th article, sorted by id")
    parser.add_argument("--by-language", action="store_true")
    parser.add_argument("--errors", type=int, default=0, help="print the first N errors")
    parser.add_argument("--save", type=Path, help="write the claims found as JSON Lines")
    parser.add_argument("--against", type=Path, help="list claims gained and lost against a file that --save wrote")
    parser.add_argument("--floors", action="store_true", help="write floors.toml")
    parser.add_argument("--lower", action="store_true", help="let floors fall and corpora change")
    arguments = parser.parse_args()
    if arguments.floors:
        set_floors(lower=arguments.lower)
        return
    if arguments.corpus is None:
        parser.error("name a corpus, or say --floors")
    corpus = read_corpus(arguments.corpus, arguments.every)
    found = find(corpus)
    _print_scores(corpus, found, by_language=arguments.by_language)
    lines = list(errors(corpus, found))[: arguments.errors]
    if arguments.against:
        lines += changes(corpus, read_records(arguments.against), found.claims)
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    if arguments.save:
        write_records(arguments.save, found.claims)


if __name__ == "__main__":
    main()
