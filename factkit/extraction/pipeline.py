"""From an articles table to a dossier: every extractor over every article, checked, numbered and put into tables."""

import hashlib
import json
import pickle
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from tqdm import tqdm

from factkit.dossier import Dossier, conform, expect_table, make_table, table_from_columns
from factkit.errors import FactkitError, TableError
from factkit.extraction.claims import extract_claims
from factkit.extraction.document import make_document
from factkit.extraction.figures import extract_figures
from factkit.extraction.grounding import Ground, ground
from factkit.extraction.measures import load_measures
from factkit.extraction.model import Attribution, Document, Figure
from factkit.languages import language_codes, load_pack

Extractor = Callable[[Document], Iterable[Attribution | Figure | Mapping[str, Any]]]
DEFAULT: tuple[Extractor, ...] = (extract_claims, extract_figures)
_RULES = json.JSONEncoder(ensure_ascii=False)


class Job(NamedTuple):
    """One article, as it is handed to a worker."""

    article_id: str
    text: str
    language: str
    published: date | None
    outlet: str | None
    title: str | None


class Found(NamedTuple):
    """What one article gave: rows of the four tables, as plain dictionaries."""

    claims: list[dict[str, Any]]
    sources: list[dict[str, Any]]
    figures: list[dict[str, Any]]
    rejected: list[dict[str, Any]]


def extract(
    articles: pd.DataFrame,
    *,
    extractors: Sequence[Extractor] = DEFAULT,
    measures: str | Path | None = None,
    workers: int = 1,
    progress: bool = True,
) -> Dossier:
    """Every claim and every figure of the articles, as a `Dossier`.

    `articles` is a table as `read_articles` gives it (at least article_id, text and language). An extractor is any
    callable that takes a `Document` and returns attributions and figures, or proposals: dictionaries with a `quote`,
    as a language model would write them (also `speaker`, `source`, `cue`, `origin`, `figure`, `number`, `modality`;
    see factkit/extraction/grounding.py), which are looked up in the text. factkit's own are
    `factkit.extraction.DEFAULT`: `extractors=(*DEFAULT, mine)` adds yours. The column `extractor` says who found a
    row, `grounding` how similar a proposal's words are to those found (1.0: the same; missing where the extractor gave
    the place itself). What isn't in the text goes to `dossier.rejected` with the reason; a figure that two extractors
    read the same way stands once, under the first one's name. `measures` is a TOML file with measures of your own, in
    the form the packs have them. The result doesn't depend on the order of the articles or on `workers`, the number of
    processes. Raises `TableError` where a column is missing or an id occurs twice.
    """
    expect_table(articles, "extract", "fk.read_articles")
    if not isinstance(workers, int) or workers < 1:
        raise FactkitError(f"extract: workers is {workers!r}; it must be a whole number, 1 or more")
    if callable(extractors) or not all(map(callable, extractors)):
        raise FactkitError(f"extract: extractors is {extractors!r}; it must be a list or tuple of callables")
    if missing := [name for name in ("article_id", "text", "language") if name not in articles]:
        raise TableError(f"extract: articles: column {missing[0]!r} is missing; fk.read_articles makes it of any table")
    table = conform("articles", articles.assign(text_kind=articles.get("text_kind", "original")))
    if table["article_id"].duplicated().any():
        twice = table.loc[table["article_id"].duplicated(), "article_id"].iloc[0]
        raise TableError(f"articles: article_id {twice!r} occurs twice; ids must be unique")
    table = table.sort_values("article_id", kind="stable", ignore_index=True)
    table.attrs = dict(articles.attrs)
    jobs = [Job(*row) for row in _job_rows(table)]
    chosen = tuple(extractors) if measures is None else _with_measures(extractors, Path(measures))
    found = list(
        tqdm(_run(jobs, chosen, workers), total=len(jobs), unit="article", disable=not progress or len(jobs) < 20)
    )
    return Dossier(
        table,
        _table("claims", [row for part in found for row in part.claims]).drop(columns="plan", errors="ignore"),
        _table("sources", [row for part in found for row in part.sources]),
        _table("figures", [row for part in found for row in part.figures]),
        make_table("rejected", [row for part in found for row in part.rejected]),
    )


def _with_measures(extractors: Sequence[Extractor], path: Path) -> tuple[Extractor, ...]:
    """The extractors, where factkit's own for figures knows the measures of the file, too."""
    own = partial(extract_figures, measures=load_measures(path))
    return tuple(own if extractor is extract_figures else extractor for extractor in extractors)


def _name(extractor: Extractor) -> str:
    named = extractor.func if isinstance(extractor, partial) else extractor
    return getattr(named, "__name__", type(named).__name__)


def _findings(extractor: Extractor, document: Document, name: str) -> list[Any]:
    """What an extractor returns; where it fails, the error says which it was, and about which article."""
    where = f"extractor {name!r}, article {document.article_id!r}"
    try:
        found = extractor(document)
        listed = list(found) if isinstance(found, Iterable) else None
    except Exception as error:
        error.add_note(f"in {where}")
        raise
    if listed is None:
        raise FactkitError(f"extract: {where}: it returned {found!r:.60}; it must be a list of what it found")
    return listed


def _table(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    if not rows:
        return make_table(name, [])
    return table_from_columns(name, {key: [row[key] for row in rows] for key in rows[0]})


def _job_rows(table: pd.DataFrame) -> Iterable[tuple[Any, ...]]:
    published = [None if pd.isna(moment) else moment.date() for moment in table["published"]]
    plain = [[None if pd.isna(cell) else str(cell) for cell in table[name]] for name in ("outlet", "title")]
    return zip(table["article_id"], table["text"], table["language"], published, *plain, strict=True)


def _run(jobs: list[Job], extractors: tuple[Extractor, ...], workers: int) -> Iterable[Found]:
    if workers == 1 or len(jobs) < 2:
        return (_read(job, extractors) for job in jobs)
    try:
        pickle.dumps(extractors)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        reason = f"can't be handed to other processes ({error})"
        advice = "define each at the top of a module, or use workers=1"
        raise FactkitError(f"extract: these extractors {reason}; {advice}") from error
    with ProcessPoolExecutor(workers) as pool:
        size = max(1, min(64, len(jobs) // (4 * workers)))
        return list(pool.map(_read, jobs, [extractors] * len(jobs), chunksize=size))


def _read(job: Job, extractors: tuple[Extractor, ...]) -> Found:
    """One article through all extractors."""
    if job.language not in language_codes():
        reason = f"no language pack for {job.language!r}; there are {', '.join(language_codes())}"
        return Found([], [], [], [_rejected(job, "article", None, "extract", reason)])
    document = make_document(
        job.article_id,
        job.text,
        load_pack(job.language),
        published=job.published,
        outlet=job.outlet,
        title=job.title,
    )
    claims: list[dict[str, Any]] = []
    sources: list[dict[str, Any]] = []
    figures: dict[Figure, tuple[str, float | None]] = {}
    rejected: list[dict[str, Any]] = []
    place = Ground(document, figures)
    for extractor in extractors:
        name = _name(extractor)
        kept: dict[int, tuple[Attribution, float | None]] = {}  # by its number among the extractor's claims
        number = 0
        for finding in _findings(extractor, document, name):
            grounded = ground(place, finding)
            rejected += [_rejected(job, one.kind, one.quote, name, one.reason) for one in grounded.refused]
            for found, similarity in grounded.findings:
                if isinstance(found, Figure):
                    figures.setdefault(found, (name, similarity))
                else:
                    kept[number] = (found, similarity)
            number += not isinstance(finding, Figure)
        rejected += [
            _rejected(job, "parent", None, name, f"a claim's parent is {claim.parent}, but there are {number} claims")
            for claim, _ in kept.values()
            if claim.parent is not None and not 0 <= claim.parent < number
        ]
        new_claims, new_sources = _claim_rows(job, kept, name, {row["claim_id"] for row in claims})
        claims += new_claims
        sources += new_sources
    return Found(claims, sources, _figure_rows(job, figures, claims), rejected)


def _rejected(job: Job, kind: str, quote: str | None, extractor: str, reason: str) -> dict[str, Any]:
    return {"article_id": job.article_id, "extractor": extractor, "kind": kind, "quote": quote, "reason": reason}


def _claim_rows(
    job: Job, claims: Mapping[int, tuple[Attribution, float | None]], extractor: str, taken: set[str]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of claims and sources; a claim whose parent was set aside stands alone."""
    ids = {number: _claim_id(job.article_id, claim, taken) for number, (claim, _) in claims.items()}
    rows, links = [], []
    for number, (claim, similarity) in claims.items():
        claim_id = ids[number]
        source, cue = claim.source, claim.cue
        rows.append(
            {
                "claim_id": claim_id,
                "article_id": job.article_id,
                "kind": claim.kind,
                "content": job.text[claim.start : claim.end],
                "start": claim.start,
                "end": claim.end,
                "spans": [[start, end] for start, end in claim.spans],
                "source": job.text[source.start : source.end] if source else None,
                "source_start": source.start if source else None,
                "source_end": source.end if source else None,
                "cue": job.text[cue.start : cue.end] if cue else None,
                "cue_start": cue.start if cue else None,
                "cue_end": cue.end if cue else None,
                "speaker": claim.speaker,
                "origin": claim.origin,
                "modality": claim.modality,
                "parent_id": None if claim.parent is None else ids.get(claim.parent),
                "extractor": extractor,
                "grounding": similarity,
                "plan": claim.plan and claim.parent is not None,
            }
        )
        links += [
            {
                "claim_id": claim_id,
                "position": position,
                "name": link.name,
                "surface": job.text[link.span.start : link.span.end] if link.span else None,
                "start": link.span.start if link.span else None,
                "end": link.span.end if link.span else None,
                "role": link.role,
                "type": link.type,
            }
            for position, link in enumerate(claim.chain)
        ]
    return rows, links


def _claim_id(article_id: str, claim: Attribution, taken: set[str]) -> str:
    """article:start-end, with the cue's place, and then a digest, where two claims share their content."""
    name = f"{article_id}:c{claim.start}-{claim.end}"
    if name in taken and claim.cue:
        name = f"{name}@{claim.cue.start}"
    while name in taken:
        name += hashlib.sha256(repr(claim).encode()).hexdigest()[:6]
    taken.add(name)
    return name


def _figure_rows(
    job: Job, figures: Mapping[Figure, tuple[str, float | None]], claims: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    homes = _Homes([row for row in claims if not row["plan"]] or claims)
    taken: set[str] = set()
    rows = []
    for figure, (extractor, similarity) in figures.items():
        name = f"{job.article_id}:f{figure.start}-{figure.end}"
        while name in taken:
            name += "+"
        taken.add(name)
        rows.append(
            {
                "figure_id": name,
                "article_id": job.article_id,
                "claim_id": homes.innermost(figure.start, _bare_end(job.text, figure)),
                "text": job.text[figure.start : figure.end],
                "start": figure.start,
                "end": figure.end,
                "value": figure.value,
                "low": figure.low,
                "high": figure.high,
                "relation": figure.relation,
                "hedge": figure.hedge,
                "role": figure.role,
                "counted": figure.counted,
                "unit": figure.unit,
                "measure": figure.measure,
                "place": figure.place,
                "as_of": figure.as_of,
                "as_of_start": figure.as_of_start,
                "as_of_end": figure.as_of_end,
                "modality": figure.modality,
                "rules": _RULES.encode([[r.field, r.rule, r.start, r.end] for r in figure.reasons]),
                "extractor": extractor,
                "grounding": similarity,
            }
        )
    return rows


def _bare_end(text: str, figure: Figure) -> int:
    """The figure's end without the full stop of its last word, which may end the sentence as well ("170 млрд.")."""
    return figure.end - text.endswith(".", figure.start, figure.end)


class _Homes:
    """Which claim holds a place: the one with the shortest content around it. Somebody's plan inside a claim is told
    by the claim's speaker, so that plans are no homes there."""

    def __init__(self, claims: list[dict[str, Any]]) -> None:
        pieces = [
            (start, end, row["end"] - row["start"], row["claim_id"]) for row in claims for start, end in row["spans"]
        ]
        self.pieces = sorted(pieces)
        self.starts = [piece[0] for piece in self.pieces]
        self.longest = max((end - start for start, end, _, _ in pieces), default=0)

    def innermost(self, start: int, end: int) -> str | None:
        """The id of the innermost claim around `start`-`end`."""
        best: tuple[int, int, str] | None = None
        for number in range(bisect_right(self.starts, start) - 1, -1, -1):
            first, stop, length, claim_id = self.pieces[number]
            if first < start - self.longest:
                break
            if stop >= end and (best is None or (length, -first) < best[:2]):
                best = (length, -first, claim_id)
        return best[2] if best else None
