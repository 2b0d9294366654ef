"""The four tables: their columns, types, validation, saving and loading. The only place that knows column types."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from factkit.errors import TableError, closest

KINDS = ("direct", "mixed", "indirect")
MODALITIES = ("asserted", "hedged", "planned", "denied")
RELATIONS = ("exact", "about", "at_least", "more_than", "nearly", "up_to", "less_than", "between", "vague")
ROLES = ("level", "increment", "change", "share")
SOURCE_TYPES = ("person", "organisation", "outlet", "document", "anonymous")
TEXT_KINDS = ("original", "paraphrase")
VERDICTS = ("supported", "refuted", "conflicting", "not_enough_evidence", "outdated")
DECISIONS = ("accept", "reject", "correct", "withdraw")
SOURCE_GRADES = tuple("ABCDEF")  # Admiralty system: A reliable ... E unreliable, F can't be judged


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its pandas dtype (`choices` makes it categorical), and whether a cell may be missing."""

    name: str
    dtype: str = "string"
    required: bool = False
    choices: tuple[str, ...] = ()


def _columns(names: str, dtype: str = "string", *, required: bool = False) -> tuple[Column, ...]:
    return tuple(Column(name, dtype, required) for name in names.split())


ARTICLES = (
    *_columns("article_id text language", required=True),
    Column("published", "datetime64[us, UTC]"),
    *_columns("outlet url title authors"),
    Column("text_kind", "category", required=True, choices=TEXT_KINDS),
    *_columns("sha256 source_path"),
    Column("retrieved", "datetime64[us, UTC]"),
)
CLAIMS = (
    *_columns("claim_id article_id", required=True),
    Column("kind", "category", required=True, choices=KINDS),
    Column("content", required=True),
    *_columns("start end", "int64", required=True),
    Column("spans", "object", required=True),
    Column("source"),
    *_columns("source_start source_end", "Int64"),
    Column("cue"),
    *_columns("cue_start cue_end", "Int64"),
    *_columns("speaker origin"),
    Column("modality", "category", required=True, choices=MODALITIES),
    *_columns("parent_id extractor"),
    Column("grounding", "float64"),  # of a proposal's words to those found; missing: its extractor placed it
)
SOURCES = (
    Column("claim_id", required=True),
    Column("position", "int64", required=True),
    Column("name", required=True),
    Column("surface"),
    *_columns("start end", "Int64"),
    Column("role"),
    Column("type", "category", required=True, choices=SOURCE_TYPES),
)
FIGURES = (
    *_columns("figure_id article_id", required=True),
    Column("claim_id"),
    Column("text", required=True),
    *_columns("start end", "int64", required=True),
    *_columns("value low high", "float64"),
    Column("relation", "category", required=True, choices=RELATIONS),
    Column("hedge"),
    Column("role", "category", required=True, choices=ROLES),
    *_columns("counted unit measure place as_of"),
    *_columns("as_of_start as_of_end", "datetime64[us]"),
    Column("modality", "category", required=True, choices=MODALITIES),
    *_columns("rules extractor"),
    Column("grounding", "float64"),
)
REJECTED = _columns("article_id extractor kind quote reason")
SKIPPED = _columns("source_path row reason")
NAMES = (  # what a reviewer said of names that the entities were made of
    *_columns("left right", required=True),
    Column("relation", "category", required=True, choices=("same", "apart")),
    *_columns("reviewer note"),
)
JUDGED = (  # what a reviewer says of a claim or figure; claims and figures that were reviewed have these columns, too
    Column("decision", "category", choices=DECISIONS),
    Column("verdict", "category", choices=VERDICTS),
    Column("source_grade", "category", choices=SOURCE_GRADES),
    Column("credibility", "Int64"),  # Admiralty system: 1 confirmed ... 5 improbable, 6 can't be judged
    *_columns("note reviewer"),
)
REVIEW = (
    Column("item", "category", required=True, choices=("claim", "figure", "merge", "finding")),
    *_columns("target article_id words context says"),
    Column("correction", "object"),
    *JUDGED,
    *_columns("state"),
)
TABLES: Mapping[str, tuple[Column, ...]] = {
    "articles": ARTICLES,
    "claims": CLAIMS,
    "sources": SOURCES,
    "figures": FIGURES,
    "rejected": REJECTED,
    "names": NAMES,
    "skipped": SKIPPED,
    "review": REVIEW,
    "judged": JUDGED,
}


def make_table(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """A table of the contract from plain rows; columns left out are missing, columns not in the contract are kept."""
    listed = list(rows)
    return conform(name, pd.DataFrame(listed)) if listed else empty(name)


def table_from_columns(name: str, columns: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
    """A table of the contract from whole columns, which is many times faster than from rows."""
    return _conformed(name, columns, max(map(len, columns.values()), default=0))


def conform(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` with the columns, order and types of table `name`; a cell that can't be of its type is a `TableError`."""
    table = _conformed(name, {str(key): frame[key].array for key in frame.columns}, len(frame))
    table.attrs = dict(frame.attrs)
    return table


def _conformed(name: str, given: Mapping[str, Any], length: int) -> pd.DataFrame:
    columns = TABLES[name]
    data = {column.name: _typed(name, given.get(column.name), length, column) for column in columns}
    extra = {key: values for key, values in given.items() if key not in data}
    return pd.DataFrame({**data, **extra}, index=pd.RangeIndex(length))


def _typed(name: str, given: Any, length: int, column: Column) -> Any:
    """The cells as an array of the column's type, which is many times faster than a Series for each column."""
    values: Any = [None] * length if given is None else given
    if column.required and (missing := pd.isna(values)).any():
        here = f"column {column.name!r} is missing" if given is None else f"row {missing.argmax()}: no {column.name}"
        raise TableError(f"{name}: {here}; it needs {_wanted(column)}")
    try:
        if column.choices:
            return _choices(name, values, column)
        if column.dtype == "datetime64[us, UTC]":
            return pd.to_datetime(pd.Series(values), utc=True).dt.as_unit("us")
        if column.dtype == "datetime64[us]":
            return pd.to_datetime(pd.Series(values)).dt.as_unit("us")
        return pd.array(values, dtype=column.dtype)
    except (ValueError, TypeError) as error:
        raise TableError(f"{name}: column {column.name!r} needs {_wanted(column)}: {error}") from error


def _choices(name: str, values: Any, column: Column) -> pd.Categorical:
    known = set(column.choices)
    for row, value in enumerate(values):
        if value not in known and not pd.isna(value):
            raise TableError(f"{name}: row {row}: {column.name} is {value!r}.{closest(str(value), known)}")
    return pd.Categorical(values, dtype=_category(column))


@cache
def _category(column: Column) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(list(column.choices))


def _wanted(column: Column) -> str:
    return f"one of {', '.join(column.choices)}" if column.choices else column.dtype


def empty(name: str) -> pd.DataFrame:
    """The table `name` without rows."""
    return _blank(name).copy()


@cache
def _blank(name: str) -> pd.DataFrame:
    """The one table without rows that all others are copied from: setting types is most of the work on small tables."""
    return conform(name, pd.DataFrame())


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Dossier:
    """What was found in a set of articles: plain tables, to be filtered, edited and handed back.

    `rejected` holds what an extractor claimed to have found that isn't in the text, with the reason, and what a
    reviewer rejected; `names` the pairs of names that a reviewer said are the same or must be kept apart.
    """

    articles: pd.DataFrame
    claims: pd.DataFrame
    sources: pd.DataFrame
    figures: pd.DataFrame
    rejected: pd.DataFrame = field(default_factory=lambda: empty("rejected"))
    names: pd.DataFrame = field(default_factory=lambda: empty("names"))

    def __repr__(self) -> str:
        languages = ", ".join(sorted(set(self.articles["language"].dropna()))) if len(self.articles) else "none"
        claims, figures = _count(self.claims, "claim"), _count(self.figures, "figure")
        rejected = f"{len(self.rejected):,} rejected"
        return f"Dossier: {_count(self.articles, 'article')} ({languages}), {claims}, {figures}, {rejected}"

    def validate(self) -> "Dossier":
        """The same dossier with conforming types, or a `TableError` that names table, row and what is wrong.

        Checks that ids are unique, that every reference resolves, and that every offset cuts out the words beside it.
        """
        checked = Dossier(*(conform(name, getattr(self, name)) for name in _OWN))
        _check_unique(checked)
        _check_references(checked)
        _check_offsets(checked)
        return checked

    def save(self, path: str | Path) -> Path:
        """Write the tables as Parquet files into the folder `path`, which is made if need be; the path written."""
        folder = Path(path)
        if folder.is_file():
            raise TableError(f"{folder}: is a file; a dossier is saved as a folder of Parquet tables")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise TableError(f"{folder}: can't be used as a folder to write into ({error.strerror})") from error
        for name in _OWN:
            _write(getattr(self, name), folder / f"{name}.parquet")
        skipped = self.articles.attrs.get("skipped")
        _write(empty("skipped") if skipped is None else skipped, folder / "skipped.parquet")
        return folder


def _count(table: pd.DataFrame, noun: str) -> str:
    return f"{len(table):,} {noun}{'' if len(table) == 1 else 's'}"


_OWN = ("articles", "claims", "sources", "figures", "rejected", "names")
_LATER = frozenset({"names"})  # tables that dossiers saved by earlier versions don't have


def _write(frame: pd.DataFrame, path: Path) -> None:
    plain = frame.copy(deep=False)
    plain.attrs = {}
    pq.write_table(pa.Table.from_pandas(plain, preserve_index=False), path)


def expect_dossier(given: object, call: str, **needed: Sequence[str]) -> None:
    """A `TableError` that says what `call` needs, unless `given` is a dossier with the `needed` columns, by table."""
    if not isinstance(given, Dossier):
        raise TableError(f"{call}: needs a dossier, as fk.extract and fk.load give it, not {_kind(given)}")
    for name, columns in needed.items():
        known = set(getattr(given, name).columns)
        for column in columns:
            if column not in known:
                raise TableError(f"{call}: {name}: column {column!r} is missing")


def expect_table(given: object, call: str, maker: str, columns: Sequence[str] = ()) -> None:
    """A `TableError` that says what `call` needs and which call makes it, unless `given` is a table with `columns`."""
    if not isinstance(given, pd.DataFrame):
        raise TableError(f"{call}: needs the DataFrame that {maker} gives, not {_kind(given)}")
    if missing := [name for name in columns if name not in given]:
        raise TableError(f"{call}: needs the DataFrame that {maker} gives; this one has no column {missing[0]!r}")


def _kind(given: object) -> str:
    return f"{given!r}" if given is None or isinstance(given, str) else f"a {type(given).__name__}"


def load(path: str | Path) -> Dossier:
    """The dossier that `Dossier.save` wrote into the folder `path`, validated."""
    folder = Path(path)
    if not folder.is_dir():
        raise TableError(f"{folder}: no such folder; give the path that Dossier.save returned")
    tables = {}
    for name in (*_OWN, "skipped"):
        file = folder / f"{name}.parquet"
        if name in _LATER and not file.is_file():
            continue
        if not file.is_file():
            raise TableError(f"{folder}: {file.name} is missing; a saved dossier has {', '.join(_OWN)} and skipped")
        try:
            tables[name] = pq.read_table(file).to_pandas()
        except (pa.ArrowInvalid, OSError) as error:
            raise TableError(f"{file}: not a Parquet table ({error})") from error
    claims = tables["claims"]
    if "spans" in claims:
        claims["spans"] = [[[int(a), int(b)] for a, b in spans] for spans in claims["spans"]]
    skipped = conform("skipped", tables.pop("skipped"))
    dossier = Dossier(**tables).validate()
    dossier.articles.attrs["skipped"] = skipped
    return dossier


def _check_unique(dossier: Dossier) -> None:
    for name, key in (("articles", "article_id"), ("claims", "claim_id"), ("figures", "figure_id")):
        column = getattr(dossier, name)[key]
        if column.duplicated().any():
            row = int(column.duplicated().to_numpy().argmax())
            raise TableError(f"{name}: row {row}: {key} {column.iloc[row]!r} occurs twice; ids must be unique")


def _check_references(dossier: Dossier) -> None:
    articles, claims = set(dossier.articles["article_id"]), set(dossier.claims["claim_id"])
    for name, key, known, target in (
        ("claims", "article_id", articles, "articles"),
        ("claims", "parent_id", claims, "claims"),
        ("sources", "claim_id", claims, "claims"),
        ("figures", "article_id", articles, "articles"),
        ("figures", "claim_id", claims, "claims"),
    ):
        column = getattr(dossier, name)[key]
        wrong = column.notna() & ~column.isin(known)
        if wrong.any():
            row = int(wrong.to_numpy().argmax())
            raise TableError(f"{name}: row {row}: {key} {column.iloc[row]!r} is not in {target}")


def _check_offsets(dossier: Dossier) -> None:
    texts = dict(zip(dossier.articles["article_id"], dossier.articles["text"], strict=True))
    owner = dict(zip(dossier.claims["claim_id"], dossier.claims["article_id"], strict=True))
    for name, words, start, end in (
        ("claims", "content", "start", "end"),
        ("claims", "source", "source_start", "source_end"),
        ("claims", "cue", "cue_start", "cue_end"),
        ("figures", "text", "start", "end"),
        ("sources", "surface", "start", "end"),
    ):
        frame = getattr(dossier, name)
        homes = frame["claim_id"].map(owner) if name == "sources" else frame["article_id"]
        cells = zip(homes, frame[words], frame[start], frame[end], strict=True)
        for row, (home, said, begin, stop) in enumerate(cells):
            if pd.isna(said) or pd.isna(begin) or pd.isna(stop):
                continue
            there = texts[home][begin:stop]
            if there != said:
                raise TableError(
                    f"{name}: row {row}: {words} is {_short(said)}, but article {home!r} has {_short(there)} "
                    f"at {begin}-{stop}; offsets count characters of the article's text"
                )


def _short(words: str) -> str:
    return json.dumps(words if len(words) <= 60 else words[:57] + "...", ensure_ascii=False)
