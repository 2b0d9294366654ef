"""What the bytes of one file hold: its kind, told by its content, and the articles in it."""

import csv
import gzip
import hashlib
import io
import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import yaml
from frontmatter.default_handlers import YAMLHandler
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from factkit.errors import ReadError
from factkit.reading.fields import Found, Skipped, check_columns, contract_names, misspelt, no_text
from factkit.reading.pages import read_page

_Rows = Iterator[Found | Skipped]
_PROBE = 4096  # bytes that tell what kind of file it is

_UNPACK = "a packed file; unpack it"
_WORKBOOK = "save the sheet as CSV (UTF-8), or give the DataFrame that pandas.read_excel makes of it"
_BINARY = {
    b"%PDF": "a PDF file; save its text or the web page",
    b"{\\rtf": "a document in RTF; save it as plain text",
    b"PK\x03\x04": _UNPACK,
    b"BZh": _UNPACK,
    b"\xfd7zXZ\0": _UNPACK,
    b"7z\xbc\xaf": _UNPACK,
    b"Rar!": _UNPACK,
    b"\x28\xb5\x2f\xfd": _UNPACK,
    b"\xd0\xcf\x11\xe0": f"a workbook or document of an old Office; save its text, or of a workbook {_WORKBOOK}",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
}
# What an archive's list of files says that it really is.
_OFFICE = {
    b"xl/workbook": f"an Excel workbook; {_WORKBOOK}",
    b"word/document": "a Word document; save it as plain text",
    b"application/vnd.oasis.opendocument": f"an OpenDocument file; save its text, or of a sheet {_WORKBOOK}",
    b"META-INF/container.xml": "an e-book; save its text",
}
_TAR = slice(257, 262)
# Text that is about articles, or of a page's machinery, but never an article itself.
_CODE = {".css", ".js", ".mjs", ".map", ".py", ".toml", ".yaml", ".yml", ".ini", ".cfg", ".sh", ".svg", ".ipynb"}
_MAIL = {".eml", ".mbox"}
_MARKUP = re.compile(
    r"(?>\s+|<!--.*?-->|<\?[^>]*>)*+<(!doctype\s+html|html|head|body|article|main|section|div|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_PAGE_TYPES = ("text/html", "application/xhtml", "text/plain")
_PAGE_RECORDS = {"response", "resource", "conversion"}


def read_file(stream: BinaryIO, path: str) -> _Rows:
    """The articles in an open file, in order, and what in it is none; never raises for what it finds in there."""
    head = stream.read(_PROBE)
    stream.seek(0)
    yield from _told(_archive(stream, path) if _is_archive(head) else _opened(stream.read(), path), path)


def read_bytes(data: bytes, path: str) -> _Rows:
    """The articles in `data`, as `read_file` has them; `path` names it and gives its suffix."""
    yield from _told(_opened(data, path), path)


def _told(rows: _Rows, path: str) -> _Rows:
    """`rows`, where a file that can't be read or holds nothing says so."""
    empty = True
    try:
        for row in rows:
            empty = False
            yield row
    except ReadError as error:
        yield Skipped(path, None, str(error))
        return
    if empty:
        yield Skipped(path, None, "no article in it")


def _opened(data: bytes, path: str) -> _Rows:
    if data[:2] == b"\x1f\x8b" and not _is_archive(data):
        for found in _opened(_unzipped(data), path.removesuffix(".gz")):
            yield replace(found, source_path=path)
    elif _is_archive(data):
        yield from _archive(io.BytesIO(data), path)
    else:
        yield from _reader(data, path)(data, path)


def _is_archive(head: bytes) -> bool:
    if head[:2] == b"\x1f\x8b":
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, 16)
        except zlib.error:
            return False  # `_unzipped` says what is wrong
    return head.startswith(b"WARC/")


def _unzipped(data: bytes) -> bytes:
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise ReadError(f"damaged gzip file ({error})") from error


def _reader(data: bytes, path: str) -> Callable[[bytes, str], _Rows]:
    """Which function reads `data`."""
    suffix = PurePosixPath(path).suffix.lower()
    if not data.strip():
        raise ReadError("empty file")
    if data.startswith(b"PAR1"):
        return _parquet
    for magic, what in _BINARY.items():
        if data.startswith(magic):
            raise ReadError(f"binary file: {_office(data) or what}")
    if data[_TAR] == b"ustar":
        raise ReadError(f"binary file: {_UNPACK}")
    probe = _probe(data)
    if _MARKUP.match(probe):
        return _page
    if "\0" in probe:
        raise ReadError("binary file: it holds NUL bytes; if it is text, save it as UTF-8")
    if suffix in _CODE:
        raise ReadError(f"a {suffix} file is no article")
    if suffix in _MAIL:
        raise ReadError("mail; save the text of the message")
    if probe.startswith("<?xml"):
        raise ReadError("XML, but no HTML page; of a feed, save the pages it leads to")
    if suffix in {".jsonl", ".ndjson"}:
        return _json_lines
    if suffix == ".json" or probe[0] in "[{":
        return _json
    return _table if suffix in {".csv", ".tsv"} or _delimiter(probe) else _plain


def _office(data: bytes) -> str | None:
    """What kind of document an archive is, if any."""
    return next((what for name, what in _OFFICE.items() if data.startswith(b"PK") and name in data), None)


def _probe(data: bytes) -> str:
    """The first characters, as far as they can be read, without byte order mark and leading space."""
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"
    return data[:_PROBE].decode(encoding, "replace").lstrip("\ufeff \t\r\n") or " "


def decode(data: bytes) -> str:
    """`data` as text with line feeds only: UTF-8, or UTF-16 with a byte order mark. Other encodings aren't guessed,
    since a wrong guess would change names and numbers silently.
    """
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadError(
            f"not {encoding.removesuffix('-sig').upper()}: byte 0x{data[error.start]:02x} at {error.start}, in line "
            f"{line}; save it as UTF-8"
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


# Text and Markdown

_DATE = r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?"
_OPEN_HEAD = re.compile(r"---[ \t]*\n[A-Za-z_]+:[ \t]")
_DATE_LINE = re.compile(rf"\s*(?:date|(?:[Dd]ate|DATE|[Pp]ublished):)[ \t]*({_DATE})(?:[ \t]*\n\s*|[ \t]+|\Z)")


def split_metadata(text: str) -> tuple[dict[str, Any], str]:
    """YAML front matter, or a first line that gives the date, as (metadata, the text without it)."""
    handler = YAMLHandler()
    if text.startswith("---") and len(handler.FM_BOUNDARY.split(text, 2)) == 3:
        head, body = handler.split(text)
        try:
            metadata = handler.load(head)
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            raise ReadError(f"front matter: {' '.join(str(error).split())}") from error
        if isinstance(metadata, dict):
            return metadata, body.lstrip("\n")
    elif _OPEN_HEAD.match(text):
        raise ReadError("front matter without its end; put a line '---' between it and the text")
    if found := _DATE_LINE.match(text):
        return {"published": found[1]}, text[found.end() :]
    return {}, text


def _plain(data: bytes, path: str) -> _Rows:
    metadata, text = split_metadata(decode(data))
    yield _single({**contract_names(metadata), "text": text}, data, path)
    yield from _slips([metadata], path)


def _single(stated: Mapping[str, Any], data: bytes, path: str, detected: Mapping[str, Any] | None = None) -> Found:
    """The one article that a whole file is."""
    return Found(stated, path, stem=PurePosixPath(path).stem, digest=_digest(data), detected=detected or {})


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _page(data: bytes, path: str) -> _Rows:
    text, detected = read_page(data)
    yield _single({"text": text}, data, path, detected)


# Tables


def rows_of(rows: list[Any], path: str, *, first: int = 0) -> _Rows:
    """The articles among `rows`, each a mapping with `text`, numbered from `first`."""
    for number, row in enumerate(rows, first):
        yield _row(row, path, str(number), None)
    yield from _slips(rows, path)


def _slips(rows: Iterable[Any], path: str) -> Iterator[Skipped]:
    """The names in `rows` that are nearly known ones."""
    names = dict.fromkeys(name for row in rows if isinstance(row, dict) for name in row)
    return (Skipped(path, None, told) for told in misspelt(names))


def _row(row: Any, path: str, number: str, raw: bytes | None) -> Found | Skipped:
    if not isinstance(row, dict):
        return Skipped(path, number, f"{str(row)[:40]!r} is no object with 'text'")
    stated = contract_names(row)
    if "text" not in stated:
        return Skipped(path, number, "text is empty" if "text" in row else no_text(row))
    return Found(stated, path, row=number, digest=None if raw is None else _digest(raw))


def _json(data: bytes, path: str) -> _Rows:
    text = decode(data)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield from _json_lines_or_text(data, text, path, error)
        return
    if isinstance(value, dict) and "text" in value:
        yield _row(value, path, "0", None)
    elif (rows := _listed(value)) is not None:
        yield from rows_of(rows, path)
    else:
        raise ReadError("JSON, but no article: it needs an object with 'text', or a list of them")


def _listed(value: Any) -> list[Any] | None:
    """The list of articles that a JSON document is, or that stands alone in its object ("articles": [...])."""
    lists = value.values() if isinstance(value, dict) else [value]
    found = [
        rows
        for rows in lists
        if isinstance(rows, list) and any(isinstance(row, dict) and "text" in row for row in rows)
    ]
    return found[0] if len(found) == 1 else None


def _json_lines_or_text(data: bytes, text: str, path: str, error: Exception) -> _Rows:
    first = text.lstrip().partition("\n")[0]
    if first.startswith("{") and _loads(first) is not None:
        yield from _json_lines(data, path)
    elif path.lower().endswith(".json"):
        raise ReadError(f"not valid JSON: {error}")
    else:
        yield from _plain(data, path)  # a text that opens with a bracket


def _loads(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _json_lines(data: bytes, path: str) -> _Rows:
    found: list[Found | Skipped] = []
    rows = []
    for number, line in enumerate(decode(data).split("\n"), 1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except (ValueError, RecursionError) as error:
                found.append(Skipped(path, str(number), f"not valid JSON: {error}"))
                continue
            found.append(_row(rows[-1], path, str(number), line.encode("utf-8", "surrogatepass")))
    if not any(isinstance(item, Found) for item in found) and isinstance(first := found[0], Skipped):
        raise ReadError(f"no line of {len(found)} is an article; line {first.row}: {first.reason}")
    yield from found
    yield from _slips(rows, path)


def _delimiter(probe: str) -> str | None:
    """What separates the columns, if the first line is a table's header: 'text' and another known name are in it."""
    header = probe.partition("\n")[0]
    for delimiter in ",;\t|":
        names = [name.strip().strip('"') for name in header.split(delimiter)]
        if len(names) > 1 and len(contract_names(dict.fromkeys(names, "x"))) > 1 and "text" in map(str.lower, names):
            return delimiter
    return None


def _table(data: bytes, path: str) -> _Rows:
    text = decode(data)
    delimiter = _delimiter(text.lstrip()) or ("\t" if path.lower().endswith(".tsv") else ",")
    wrong: list[Skipped] = []

    def set_aside(row: pa.csv.InvalidRow) -> str:
        """A row with too many or too few columns is told, not read."""
        place = None if row.number is None else str(row.number - 2)
        columns = f"{row.actual_columns} columns where the header has {row.expected_columns}"
        wrong.append(
            Skipped(path, place, f"{columns}; a text with {delimiter!r} in it needs quotation marks around it")
        )
        return "skip"

    _check_quotes(text, delimiter)
    raw = text.encode("utf-8", "surrogatepass")
    try:
        table = pa.csv.read_csv(
            io.BytesIO(raw),
            pa.csv.ReadOptions(use_threads=False, block_size=len(raw) + 1),
            pa.csv.ParseOptions(delimiter=delimiter, newlines_in_values=True, invalid_row_handler=set_aside),
            # Everything stays as written: a column of numbers or dates is for `typed` to read.
            pa.csv.ConvertOptions(column_types=dict.fromkeys(_header(raw, delimiter), pa.string()), null_values=[""]),
        )
    except (pa.ArrowException, csv.Error) as error:
        raise ReadError(f"not a readable table: {error}") from error
    check_columns(table.column_names)
    yield from rows_of(table.to_pylist(), path)
    yield from wrong


def _check_quotes(text: str, delimiter: str) -> None:
    """A `ReadError` where a quotation mark opens a cell that none closes: all that follows would be one text."""
    cell = (
        rf'(?:\A|[{re.escape(delimiter)}\n])"(?:[^"]++|"")*+(?:"[ \t]*+(?=[{re.escape(delimiter)}\n]|\Z)|(?P<odd>"?))'
    )
    for found in re.finditer(cell, text):
        if found["odd"] is not None:
            first, last = (text.count("\n", 0, place) + 1 for place in (found.start() + 1, found.end()))
            raise ReadError(
                f"not a readable table: the cell that a quotation mark opens in line {first} "
                + (f"meets one in line {last} that neither closes it nor is doubled" if found["odd"] else "never ends")
                + '; close each cell, and double the marks inside a text ("")'
            )


def _header(raw: bytes, delimiter: str) -> list[str]:
    first = raw.partition(b"\n")[0].decode("utf-8", "replace")
    return next(csv.reader([first], delimiter=delimiter))


def _parquet(data: bytes, path: str) -> _Rows:
    try:
        table = pq.read_table(pa.BufferReader(data))
    except (pa.ArrowException, OSError) as error:
        raise ReadError(f"damaged Parquet file ({error})") from error
    check_columns(table.column_names)
    yield from rows_of(table.to_pylist(), path)


# Web archives


def _archive(stream: BinaryIO, path: str) -> _Rows:
    """The HTML pages and plain texts in a WARC file; requests, images and the like are none of our business."""
    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(stream), 1):
            if (found := _record(record, path, str(number))) is not None:
                yield found
    except (ArchiveLoadFailed, EOFError, OSError, zlib.error, ValueError) as error:
        yield Skipped(path, str(number + 1), f"damaged WARC record ({error})")


def _record(record: ArcWarcRecord, path: str, row: str) -> Found | Skipped | None:
    headers = record.rec_headers
    kind = (record.http_headers or headers).get_header("Content-Type") or ""
    if record.rec_type not in _PAGE_RECORDS or not kind.lower().startswith(_PAGE_TYPES):
        return None
    stated = {"url": headers.get_header("WARC-Target-URI"), "retrieved": headers.get_header("WARC-Date")}
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200":
        return Skipped(path, row, f"HTTP status {status}: {stated['url']}")
    data = record.content_stream().read()
    try:
        text, detected = (decode(data), {}) if kind.startswith("text/plain") else read_page(data, stated["url"])
    except ReadError as error:
        return Skipped(path, row, f"{error}: {stated['url']}")
    return Found({**contract_names(stated), "text": text}, path, row=row, digest=_digest(data), detected=detected)
