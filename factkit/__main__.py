"""The command line: the whole job for people who don't write Python."""

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from io import TextIOWrapper
from typing import Any
from unicodedata import east_asian_width

import pandas as pd

from factkit import __version__
from factkit.comparison import check, compare, estimates
from factkit.display.report import write_report
from factkit.display.tables import skipped, write_tables
from factkit.display.words import day, label, plural, present
from factkit.dossier import Dossier
from factkit.errors import FactkitError, closest
from factkit.extraction import extract
from factkit.languages import language_codes, load_pack
from factkit.reading import read_articles

_LISTED = 20  # skipped sources named on the screen; the table has all
_FAILED = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (`sys.argv` without `argv`) and return its exit code: 0 if all went well, 2 if not.

    What goes wrong is told in one line on standard error.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that can't show every letter still gets the message
            stream.reconfigure(errors="replace")
    arguments = _parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
    except FactkitError as error:
        return _failed(str(error))
    except OSError as error:  # a full disk, a folder that may not be written to
        return _failed(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    return code


def _failed(message: str) -> int:
    sys.stderr.write(f"factkit: {' '.join(message.split())}\n")
    return _FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="factkit", description="Who said what, on whose authority, with which figure, as of when."
    )
    parser.add_argument("--version", action="version", version=f"factkit {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="{report,extract,languages}")
    report = commands.add_parser("report", help="read, extract, compare and check; write tables, charts and a page")
    report.set_defaults(run=_report)
    tables = commands.add_parser("extract", help="read and extract; write the tables only")
    tables.set_defaults(run=_extract)
    for command, out in ((report, "report"), (tables, "tables")):
        kinds = "text, HTML, JSON, CSV, Parquet, WARC"
        command.add_argument("source", nargs="+", help=f"files, folders or addresses ({kinds})")
        command.add_argument("--out", default=out, help=f"folder to write into (default: {out})")
        command.add_argument("--workers", type=_count, default=1, help="processes to extract with (default: 1)")
        command.add_argument("--language", help="ISO 639-1 code, where an article doesn't state its language")
    languages = commands.add_parser("languages", help="list the languages there are")
    languages.set_defaults(run=_languages)
    return parser


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} must be a whole number, 1 or more")
    return int(text)


def _report(arguments: argparse.Namespace) -> int:
    dossier = _dossier(arguments)
    table = estimates(dossier)
    pairs = compare(table)
    findings = check(dossier)
    page = write_report(dossier, table, pairs, findings, arguments.out)
    print(f"Compared {plural(len(table), 'estimate')}: {_tally(pairs, 'relation', 'pair')}")
    print(f"Checked: {_tally(findings, 'verdict', 'finding')}")
    print(f"Report: {page}")
    return 0


def _extract(arguments: argparse.Namespace) -> int:
    rows = write_tables(_dossier(arguments), arguments.out)
    print(f"Tables: {arguments.out} ({', '.join(f'{name} {count:,}' for name, count in rows.items())})")
    return 0


def _dossier(arguments: argparse.Namespace) -> Dossier:
    """Read and extract what the command line names, and say so."""
    if arguments.language is not None and arguments.language not in language_codes():
        raise FactkitError(f"no language {arguments.language!r}.{closest(arguments.language, language_codes())}")
    source = arguments.source if len(arguments.source) > 1 else arguments.source[0]
    shown = sys.stderr.isatty()
    articles = read_articles(source, language=arguments.language, progress=shown)
    _tell_articles(articles)
    dossier = extract(articles, workers=arguments.workers, progress=shown)
    _tell_skipped(skipped(dossier))
    unread = dossier.rejected["kind"].eq("article")
    for reason, count in sorted(Counter(dossier.rejected.loc[unread, "reason"]).items()):
        print(f"Not analysed {plural(count, 'article')}: {reason}")
    print(f"Found {plural(len(dossier.claims), 'claim')} and {plural(len(dossier.figures), 'figure')}")
    return dossier


def _tell_articles(articles: pd.DataFrame) -> None:
    languages = sorted(Counter(articles["language"].dropna()).items())
    dates = articles["published"].dropna()
    period = f", {day(dates.min())} to {day(dates.max())}" if len(dates) else ""
    spoken = f" ({', '.join(f'{code} {count:,}' for code, count in languages)}){period}" if languages else ""
    print(f"Read {plural(len(articles), 'article')}{spoken}")


def _tell_skipped(left_out: pd.DataFrame) -> None:
    if left_out.empty:
        return
    print(f"Skipped {len(left_out):,}:")
    for row in left_out.head(_LISTED).to_dict("records"):
        where = f"{row['source_path']}, row {row['row']}" if present(row["row"]) else f"{row['source_path']}"
        print(f"  {where}: {row['reason']}")
    if len(left_out) > _LISTED:
        print(f"  … and {len(left_out) - _LISTED:,} more, all in the table skipped.csv")


def _tally(table: pd.DataFrame, column: str, noun: str) -> str:
    """How many rows, and of which kinds: "3 pairs (restates 2, updates 1)"."""
    if table.empty:
        return f"no {noun}s"
    counts = sorted(Counter(table[column].astype(str)).items(), key=lambda item: (-item[1], item[0]))
    return f"{plural(len(table), noun)} ({', '.join(f'{label(name)} {count:,}' for name, count in counts)})"


def _languages(arguments: argparse.Namespace) -> int:  # noqa: ARG001
    rows: list[tuple[str, ...]] = [("code", "language", "own name", "cue words", "words", "examples")]
    for code in language_codes():
        pack = load_pack(code)
        counts = (_words(pack.cues), _words(pack) - _words(pack.examples), len(pack.examples))
        rows.append((code, pack.name, pack.native_name, *(f"{count:,}" for count in counts)))
    widths = [max(_width(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        gaps = [" " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        names = [cell + gap for cell, gap in zip(row[:3], gaps[:3], strict=True)]
        numbers = [gap + cell for cell, gap in zip(row[3:], gaps[3:], strict=True)]
        print("  ".join([*names, *numbers]))
    return 0


def _width(text: str) -> int:
    """Columns that `text` takes in a terminal, where an East Asian letter takes two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _words(section: Any) -> int:
    """How many strings a part of a language pack holds."""
    if isinstance(section, str):
        return 1
    if isinstance(section, Mapping):
        return sum(map(_words, section.values()))
    if isinstance(section, (tuple, frozenset)):
        return sum(map(_words, section))
    if is_dataclass(section):
        return sum(_words(getattr(section, field.name)) for field in fields(section))
    return 0


if __name__ == "__main__":
    sys.exit(main())
