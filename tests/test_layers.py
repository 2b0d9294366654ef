"""The floors of the house: imports point down, and no line of Python is about one language."""

import ast
from pathlib import Path

import pytest

from factkit.languages import language_codes

PACKAGE = Path(__file__).parent.parent / "factkit"
MODULES = sorted(PACKAGE.rglob("*.py"))
FLOORS = (
    ("errors", "dossier", "languages"),
    ("reading",),
    ("extraction",),
    ("comparison",),
    ("display",),
    ("__main__",),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def room(module):
    """The room that a module of the package is in: the first name after factkit."""
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def imported_rooms(tree):
    """Rooms of factkit that a module imports from, with the line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names = [node.module] if node.module != "factkit" else [f"factkit.{alias.name}" for alias in node.names]
            assert node.level == 0, "imports are absolute"
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            if name.split(".")[0] == "factkit":
                yield [*name.split("."), "__init__"][1], node.lineno


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_down(module):
    here = FLOOR.get(room(module), len(FLOORS))
    wrong = [
        f"line {line}: {room(module)} imports from {other}"
        for other, line in imported_rooms(ast.parse(module.read_text("utf-8")))
        if FLOOR.get(other, -1) > here
    ]
    assert wrong == []


def test_every_room_is_on_a_floor():
    assert {room(module) for module in MODULES} - {"__init__"} == set(FLOOR)


def compared_words(tree):
    """String constants that code compares with or matches on, with their line."""
    for node in ast.walk(tree):
        sides = [node.left, *node.comparators] if isinstance(node, ast.Compare) else []
        sides += [node.value] if isinstance(node, ast.MatchValue) else []
        for side in sides:
            for item in side.elts if isinstance(side, (ast.Tuple, ast.List, ast.Set)) else [side]:
                if isinstance(item, ast.Constant) and isinstance(item.value, str):
                    yield item.value, item.lineno


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_line_asks_which_language_it_is(module):
    tree = ast.parse(module.read_text("utf-8"))
    assert [(word, line) for word, line in compared_words(tree) if word in language_codes()] == []
