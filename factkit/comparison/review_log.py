"""The log of an analyst's decisions: JSON Lines that are only ever added to.

Each line is one decision: who, when, about what (found again by the words quoted, as with the selectors of the W3C Web
Annotation Data Model), what it was, what it is to be, and why. A line is written in one piece under a lock and is on
the disk before `append_decisions` returns, so that two people may write at once and a crash loses at most the line
being written. What such a crash leaves of it is told apart when the log is read, and never joined with what follows.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from factkit.errors import TableError
from factkit.extraction.anchors import Selector

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ITEMS = ("claim", "figure", "merge", "finding")
_LOCK_BYTE = 2**30  # where Windows locks a byte that no log ever has


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a decision is about, so that it is found again: words of an article, or two names, or a check's finding.

    `where` says what stands at these words: "claim" or "figure"; `hint` tells several claims with the same words apart.
    """

    article_id: str | None = None
    selector: Selector | None = None
    where: str | None = None
    hint: str | None = None
    names: tuple[str, str] | None = None
    check: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the log. `when` is an ISO 8601 time; `before` and `after` hold the columns decided on."""

    who: str
    when: str
    item: str
    about: Anchor
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Log:
    """The decisions in the order they were written, and the lines that are none: number, words and reason."""

    decisions: tuple[Decision, ...] = ()
    damaged: tuple[tuple[int, str, str], ...] = field(default=())


def append_decisions(path: str | Path, decisions: Iterable[Decision]) -> None:
    """Add the decisions to the log at `path`, which is made if need be; they are on the disk when this returns.

    A log that can't be written is a `TableError`; what was cut off by a full disk is set aside when the log is read.
    """
    lines = b"".join(map(log_line, decisions))
    if not lines:
        return
    file = Path(path)
    try:
        _append(file, lines)
    except OSError as error:
        raise TableError(f"{file}: can't be written as a review log ({error.strerror})") from error


def _append(file: Path, lines: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = not file.exists()
    handle = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        with _locked(handle):
            # A line that a crash cut off gets its end here, so that it spoils nothing but itself.
            _write_all(handle, lines if _ends_with_newline(handle) else b"\n" + lines)
            os.fsync(handle)
    finally:
        os.close(handle)
    if fresh:
        _sync_folder(file.parent)


def _ends_with_newline(handle: int) -> bool:
    size = os.fstat(handle).st_size
    if size == 0:
        return True
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1) == b"\n"


def _write_all(handle: int, data: bytes) -> None:
    """One write, which the system does in one piece but where the disk is full or a signal comes in between."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def _sync_folder(folder: Path) -> None:
    """Make a new file's name last, too (where folders can be opened)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _locked(handle: int) -> Iterator[None]:
    """Nobody else writes meanwhile. The system lets go of the lock when a process dies."""
    _lock(handle)
    try:
        yield
    finally:
        _unlock(handle)


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        os.lseek(handle, _LOCK_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)

    def _unlock(handle: int) -> None:
        os.lseek(handle, _LOCK_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


def read_decisions(path: str | Path) -> Log:
    """What the log at `path` holds; a log that isn't there yet is empty. Lines that are no decisions are set aside."""
    file = Path(path)
    if not file.exists():
        return Log()
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise TableError(f"{file}: can't be read as a review log ({error})") from error
    decisions: list[Decision] = []
    damaged: list[tuple[int, str, str]] = []
    for number, line in enumerate(raw.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            decisions.append(_decision(json.loads(line)))
        except (ValueError, TypeError, KeyError) as error:
            words = line.decode(errors="replace")
            damaged.append((number, words[:200], f"not a decision, or cut off while it was written: {error}"))
    return Log(tuple(decisions), tuple(damaged))


# --- lines


def log_line(decision: Decision) -> bytes:
    """The decision as a line of the log; a `TableError` where it holds what JSON can't, as half a character."""
    about = decision.about
    target: dict[str, Any] = {
        key: value
        for key, value in asdict(about).items()
        if value is not None and key in {"article_id", "where", "hint", "names", "check"}
    }
    if about.selector is not None:
        target["selector"] = _selectors(about.selector)
    record = {
        "who": decision.who,
        "when": decision.when,
        "item": decision.item,
        "about": target,
        "from": dict(decision.before),
        "to": dict(decision.after),
        "why": decision.why,
    }
    try:
        return json.dumps(record, ensure_ascii=False, allow_nan=False).encode() + b"\n"
    except ValueError as error:
        raise TableError(f"can't be written to the log: {error}") from error


def _selectors(selector: Selector) -> list[dict[str, Any]]:
    """The selector in the words of the Web Annotation Data Model."""
    quote = {"type": "TextQuoteSelector", "exact": selector.quote, "prefix": selector.prefix, "suffix": selector.suffix}
    if selector.start is None:
        return [quote]
    end = selector.start + len(selector.quote)
    return [quote, {"type": "TextPositionSelector", "start": selector.start, "end": end}]


def _decision(record: Any) -> Decision:
    """The decision of a line; a `ValueError`, `TypeError` or `KeyError` where it is none."""
    if not isinstance(record, dict):
        raise TypeError(f"a decision is an object, not {record!r}")
    about = record["about"]
    names = about.get("names")
    anchor = Anchor(
        about.get("article_id"),
        _selector(about["selector"]) if "selector" in about else None,
        about.get("where"),
        about.get("hint"),
        (str(names[0]), str(names[1])) if names else None,
        about.get("check"),
    )
    if record["item"] not in ITEMS:
        raise ValueError(f"item is {record['item']!r}; it must be one of {', '.join(ITEMS)}")
    before, after = dict(record["from"]), dict(record["to"])
    return Decision(str(record["who"]), str(record["when"]), record["item"], anchor, before, after, record.get("why"))


def _selector(parts: list[dict[str, Any]]) -> Selector:
    kinds = {part["type"]: part for part in parts}
    quote = kinds["TextQuoteSelector"]
    position = kinds.get("TextPositionSelector", {})
    return Selector(str(quote["exact"]), quote.get("prefix", ""), quote.get("suffix", ""), position.get("start"))
