"""Language packs: one TOML file each, loaded and checked into a frozen `LanguagePack`."""

import tomllib
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from factkit.errors import FactkitError, PackError, closest
from factkit.languages.schema import LanguagePack

_T = TypeVar("_T")

__all__ = ["LanguagePack", "language_codes", "load_pack", "read_pack", "read_section"]


@cache
def language_codes() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that have a pack, sorted."""
    names = (entry.name for entry in resources.files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def load_pack(code: str) -> LanguagePack:
    """The pack of language `code`; an unknown code is a `FactkitError` that names the nearest one."""
    if code not in language_codes():
        raise FactkitError(f"no language pack {code!r}.{closest(code, language_codes())}")
    return read_pack(Path(str(resources.files(__name__) / f"{code}.toml")))


def read_pack(path: Path) -> LanguagePack:
    """The pack in the TOML file `path`; a wrong key or value is a `PackError` that names file and key."""
    return read_section(LanguagePack, path)


def read_section(kind: type[_T], path: Path) -> _T:
    """The TOML file `path` as the dataclass `kind`, its [paradigms] and spellings applied to every list of strings."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"{path.name}: {error}") from error
    paradigms = data.get("paradigms", {})
    if not isinstance(paradigms, dict):
        raise PackError(f"{path.name}: paradigms must be a table of lists")
    spellings = data.get("text", {}).get("spellings", {})
    return _build(kind, data, _Place(path.name, "", paradigms, spellings))  # type: ignore[no-any-return]


class _Place:
    """Where in which file a value stands, for messages, and the file's paradigms and spellings."""

    def __init__(self, file: str, key: str, paradigms: Mapping[str, list[str]], spellings: Mapping[str, str]) -> None:
        self.file, self.key, self.paradigms, self.spellings = file, key, paradigms, spellings

    def at(self, key: object) -> "_Place":
        return _Place(self.file, f"{self.key}.{key}" if self.key else str(key), self.paradigms, self.spellings)

    def error(self, message: str) -> PackError:
        return PackError(f"{self.file}: {self.key or 'top level'}: {message}")


def _build(kind: Any, value: Any, place: _Place) -> Any:
    """`value` as the annotated type `kind`; checks types and keys all the way down."""
    origin, arguments = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _build_dataclass(kind, value, place)
    if origin is tuple:
        if not isinstance(value, list):
            raise place.error(f"{value!r} must be a list")
        if arguments[0] is str:
            return _expand(value, place)
        return tuple(_build(arguments[0], item, place.at(number)) for number, item in enumerate(value))
    if origin is dict:
        if not isinstance(value, dict):
            raise place.error(f"{value!r} must be a table")
        return {key: _build(arguments[1], item, place.at(key)) for key, item in value.items()}
    if origin in (Union, types.UnionType):
        return _build_union(arguments, value, place)
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise place.error(f"{value!r} must be of type {kind.__name__}")
    return value


def _build_union(arguments: tuple[Any, ...], value: Any, place: _Place) -> Any:
    for option in arguments:
        try:
            return _build(option, value, place)
        except PackError:
            continue
    raise place.error(f"{value!r} must be one of {', '.join(option.__name__ for option in arguments)}")


def _build_dataclass(kind: Any, value: Any, place: _Place) -> Any:
    if not isinstance(value, dict):
        raise place.error(f"{value!r} must be a table")
    hints = get_type_hints(kind)
    known = {field.name: field for field in fields(kind)}
    for key in value:
        if key not in known:
            raise place.at(key).error(f"unknown key.{closest(key, known)}")
    needed = [f.name for f in known.values() if f.default is MISSING and f.default_factory is MISSING]
    for name in needed:
        if name not in value:
            raise place.error(f"key {name!r} is missing")
    return kind(**{key: _build(hints[key], item, place.at(key)) for key, item in value.items()})


def _inflect(word: str, place: _Place) -> list[str]:
    """`word` with every "stem|paradigm" in it as each of its forms."""
    stem, bar, rest = word.partition("|")
    if not bar:
        return [word]
    name, space, tail = rest.partition(" ")
    if name not in place.paradigms:
        raise place.error(f"{word!r}: no paradigm {name!r}.{closest(name, place.paradigms)}")
    return [form.replace("{}", stem) + space + end for form in place.paradigms[name] for end in _inflect(tail, place)]


def _expand(words: list[Any], place: _Place) -> tuple[str, ...]:
    """The list with every "stem|paradigm" replaced by its forms, in order, without repeats."""
    forms: dict[str, None] = {}
    for number, word in enumerate(words):
        if not isinstance(word, str) or not word:
            raise place.at(number).error(f"{word!r} must be a non-empty string")
        if place.key.startswith("paradigms"):
            forms[word] = None
        else:
            forms.update(dict.fromkeys(_inflect(word, place.at(number))))
    for letter, other in place.spellings.items():
        forms.update(dict.fromkeys(form.replace(letter, other) for form in tuple(forms) if letter in form))
    return tuple(forms)
