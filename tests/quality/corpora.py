"""Annotated corpora in three layouts, and what factkit finds in them, as plain records.

- `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann` (brat standoff; the first annotator by name counts);
- `articles.jsonl` with `claims.jsonl` and `gold.jsonl` (figures), either of which may be missing;
- `articles/**/*.md` with `gold/claims.jsonl`, `gold/figures.jsonl` and `gold/must_not.jsonl`: the layout of data/.
"""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

import factkit as fk

Record = dict[str, Any]
ByArticle = dict[str, list[Record]]
_SPAN = re.compile(r"^(T\d+)\t(\w+) ([\d; ]+)\t")
_PARTS = {"Content": "content", "Source": "source", "Cue": "cue"}


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles with what a careful reader marks in them. `claims` or `figures` is None where the corpus has none;
    `forbidden` are stretches that no figure or no claim may touch. `digest` changes with any byte that was read."""

    articles: pd.DataFrame
    claims: ByArticle | None
    figures: ByArticle | None
    digest: str
    forbidden: list[Record] = field(default_factory=list)

    def texts(self) -> dict[str, str]:
        """The text of each article, by id."""
        return dict(zip(self.articles["article_id"], self.articles["text"], strict=True))


def read_corpus(folder: Path, every: int = 1) -> Corpus:
    """The corpus in `folder`; of its articles, sorted by id, each `every`-th."""
    if (folder / "attributions").is_dir():
        return _read_brat(folder, every)
    if (folder / "articles.jsonl").is_file():
        return _read_lines(folder, every)
    if (folder / "gold").is_dir():
        return _read_data(folder, every)
    raise fk.FactkitError(f"{folder}: no corpus; it needs attributions/, articles.jsonl or gold/")


def _read_brat(folder: Path, every: int) -> Corpus:
    texts = sorted((folder / "text").glob("*.txt"))[::every]
    notes: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        notes.setdefault(path.stem.rsplit("_", 1)[0], path)
    rows = [{"article_id": path.stem, "text": path.read_bytes().decode("utf-8"), "language": "en"} for path in texts]
    claims = {path.stem: _brat_records(notes[path.stem].read_text("utf-8")) for path in texts if path.stem in notes}
    read = [*texts, *(notes[path.stem] for path in texts if path.stem in notes)]
    return Corpus(pd.DataFrame(rows), claims, None, _digest(folder, read))


def _brat_records(notes: str) -> list[Record]:
    lines = notes.splitlines()
    spans = {found[1]: _pieces(found[3]) for line in lines if (found := _SPAN.match(line))}
    records = []
    for line in lines:
        if line.startswith("E"):
            record: Record = {"content": [], "source": [], "cue": []}
            for pair in line.split("\t")[1].split():
                role, _, target = pair.partition(":")
                part = _PARTS.get(role.rstrip("0123456789"))
                if part:
                    record[part] += spans.get(target, [])
            records.append({part: sorted(pieces) for part, pieces in record.items()})
    return [record for record in records if record["content"]]


def _pieces(places: str) -> list[list[int]]:
    return [[int(place) for place in piece.split()] for piece in places.split(";")]


def _read_lines(folder: Path, every: int) -> Corpus:
    rows = sorted(_lines(folder / "articles.jsonl"), key=lambda row: str(row["article_id"]))[::every]
    names = {row["article_id"] for row in rows}
    claims, figures = folder / "claims.jsonl", folder / "gold.jsonl"
    return Corpus(
        pd.DataFrame(rows),
        _group(_lines(claims), "article_id", names) if claims.is_file() else None,
        _group(_lines(figures), "doc", names) if figures.is_file() else None,
        _digest(folder, [path for path in (folder / "articles.jsonl", claims, figures) if path.is_file()]),
    )


def _read_data(folder: Path, every: int) -> Corpus:
    gold = folder / "gold"
    claims, figures, forbidden = (_lines(gold / f"{name}.jsonl") for name in ("claims", "figures", "must_not"))
    names = set(sorted({row["article_id"] for row in claims} | {row["doc"] for row in figures})[::every])
    articles = fk.read_articles(folder / "articles", progress=False)
    kept = articles[articles["article_id"].isin(names)].reset_index(drop=True)
    files = [path for path in sorted((folder / "articles").rglob("*.md")) if path.stem in names]
    return Corpus(
        kept,
        _group(claims, "article_id", names),
        _group(figures, "doc", names),
        _digest(folder, [*files, *(gold / f"{name}.jsonl" for name in ("claims", "figures", "must_not"))]),
        [row for row in forbidden if row["article_id"] in names],
    )


def _lines(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _group(rows: Iterable[Record], key: str, names: set[str]) -> ByArticle:
    grouped: ByArticle = {name: [] for name in sorted(names)}
    for row in rows:
        if row[key] in names:
            grouped[row[key]].append(row)
    return grouped


def _digest(folder: Path, files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


# --- what factkit finds


def predict(corpus: Corpus) -> fk.Dossier:
    """Everything that `extract` finds in the corpus."""
    return fk.extract(corpus.articles, progress=False)


def claim_records(dossier: fk.Dossier) -> list[Record]:
    """The claims of a dossier as the records that are scored, in order."""
    chains: dict[str, list[str]] = defaultdict(list)
    for claim_id, name in zip(dossier.sources["claim_id"], dossier.sources["name"], strict=True):
        chains[claim_id].append(name)
    rows = dossier.claims.astype(object).where(dossier.claims.notna(), None).to_dict("records")
    return [
        {
            "article_id": row["article_id"],
            "content": [list(map(int, piece)) for piece in row["spans"]],
            "source": _piece(row["source_start"], row["source_end"]),
            "cue": _piece(row["cue_start"], row["cue_end"]),
            **{name: row[name] for name in ("kind", "speaker", "origin", "modality")},
            "chain": chains[row["claim_id"]],
        }
        for row in rows
    ]


def _piece(start: int | None, end: int | None) -> list[list[int]]:
    return [] if start is None or end is None else [[int(start), int(end)]]


def figure_records(dossier: fk.Dossier) -> list[Record]:
    """The figures of a dossier, with who tells each at first hand and whose it is, as the records that are scored."""
    table = fk.estimates(dossier)
    rows = table.astype(object).where(table.notna(), None).to_dict("records")
    plain = "start end text value low high relation role measure modality as_of speaker origin".split()
    return [{"doc": row["article_id"], **{name: row[name] for name in plain}} for row in rows]


def write_records(path: Path, records: Iterable[Record]) -> None:
    """JSON Lines, one record a line."""
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")


def read_records(path: Path) -> list[Record]:
    """The records that `write_records` wrote."""
    return _lines(path)


def by_article(records: Iterable[Record], key: str) -> ByArticle:
    """The records of each article, in order."""
    grouped: ByArticle = defaultdict(list)
    for record in records:
        grouped[record[key]].append(record)
    return grouped
