"""The documents say what the code does: every public name, language and column, code that runs, notebooks in order."""

import importlib
import inspect
import json
import re
import shlex
from pathlib import Path

import matplotlib as mpl
import pytest

import factkit as fk
from factkit.dossier import TABLES
from factkit.languages import language_codes, load_pack, schema

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PYTHON = re.findall(r"^```python\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
COMMANDS = dict(re.findall(r"^<!-- command: (\w+) -->\n```sh\n(.*)\n```$", README, re.MULTILINE))
LINKS = re.findall(r"\]\((?!https?:|#)([^)]+)\)", README)
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
MODULES = sorted((ROOT / "factkit").rglob("*.py"))


def public_things():
    """Every function and class that a module of factkit defines without an underscore, methods included."""
    for path in MODULES:
        parts = path.relative_to(ROOT).with_suffix("").parts
        module = importlib.import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
        for name, thing in vars(module).items():
            if name.startswith("_") or getattr(thing, "__module__", None) != module.__name__:
                continue
            if inspect.isfunction(thing) or inspect.isclass(thing):
                yield f"{module.__name__}.{name}", thing
            if inspect.isclass(thing):
                methods = inspect.getmembers(thing, inspect.isfunction)
                own = [m for m in methods if not m[0].startswith("_") and m[1].__qualname__.startswith(name)]
                yield from ((f"{module.__name__}.{name}.{key}", method) for key, method in own)


THINGS = dict(public_things())


def length(thing):
    try:
        return len(inspect.getsource(thing).splitlines())
    except (OSError, TypeError):
        return 0


@pytest.mark.parametrize("name", fk.__all__)
def test_every_public_name_is_in_the_readme(name):
    assert re.search(rf"\b{name}\b", README)


@pytest.mark.parametrize("name", fk.__all__)
def test_every_public_name_says_what_it_is(name):
    assert len((inspect.getdoc(getattr(fk, name)) or "").split()) >= 5


@pytest.mark.parametrize("name", THINGS)
def test_what_others_may_call_says_what_it_is(name):
    """Short methods whose name says all are spared."""
    thing = THINGS[name]
    assert inspect.getdoc(thing) or length(thing) <= 5, f"{name} has no docstring"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_module_says_what_it_is(path):
    assert path.read_text("utf-8").lstrip().startswith('"""')


@pytest.mark.parametrize("code", language_codes())
def test_every_language_is_in_the_readme_s_table(code):
    pack = load_pack(code)
    assert re.search(rf"^\| `{code}` \| {pack.name} \|", README, re.MULTILINE)


@pytest.mark.parametrize("table", ["articles", "claims", "sources", "figures"])
def test_every_column_is_in_the_readme(table):
    section = README[README.index("## The tables") : README.index("## Languages")]
    names = {column.name for column in TABLES[table]} - {"extractor"}
    spelled = {name for name in names if not re.fullmatch(r"(source|cue)_(start|end)", name)}
    assert {name for name in spelled if not re.search(rf"\b{name}\b", section)} == set()


@pytest.mark.parametrize("values", ["KINDS", "MODALITIES", "RELATIONS", "ROLES"])
def test_every_value_of_a_category_is_in_the_readme(values):
    missing = [value for value in getattr(importlib.import_module("factkit.dossier"), values) if value not in README]
    assert missing == []


def test_the_readme_s_python_runs(tmp_path, monkeypatch):
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    mpl.use("Agg")
    names = {}
    for block in PYTHON:
        exec(compile(block, "README.md", "exec"), names)  # noqa: S102
    assert len(PYTHON) >= 2
    assert (tmp_path / "killed.svg").stat().st_size > 0
    assert len(names["pairs"]) > 0
    assert len(names["findings"]) > 0


def test_the_readme_shows_ten_lines_of_python():
    assert len(PYTHON[0].splitlines()) == 10


def test_there_are_exactly_two_commands():
    assert list(COMMANDS) == ["report", "test"]
    assert len(re.findall(r"^```sh$", README, re.MULTILINE)) == 2
    for command in COMMANDS.values():
        assert shlex.split(command)[:4] == ["python3.11", "-m", "venv", ".venv"]


def test_ci_runs_the_two_commands_as_written():
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    for name in COMMANDS:
        assert f"readme_command {name}" in script


@pytest.mark.parametrize("link", LINKS)
def test_links_lead_somewhere(link):
    assert (ROOT / link.split("#")[0]).exists()


def test_the_changelog_has_the_version():
    assert re.search(rf"^## {re.escape(fk.__version__)}$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


def test_every_field_of_a_pack_is_explained():
    for name, section in vars(schema).items():
        if inspect.isclass(section) and section.__module__ == schema.__name__ and section is not schema.LanguagePack:
            said = (inspect.getdoc(section) or "").lower()
            missing = [field for field in getattr(section, "__slots__", ()) if not re.search(rf"\b{field}\b", said)]
            assert missing == [], name


# --- the notebooks


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_asks_one_question_and_shows_no_logic(path):
    cells = json.loads(path.read_text("utf-8"))["cells"]
    first = "".join(cells[0]["source"])
    assert first.startswith("# ")
    assert first.splitlines()[0].endswith("?")
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    prose = [cell for cell in cells if cell["cell_type"] == "markdown"]
    assert len(prose) * 2 >= len(code)
    for cell in code:
        assert not re.search(r"^\s*(class|while|if|try)\b", "".join(cell["source"]), re.MULTILINE)
        assert not "".join(cell["source"]).rstrip().endswith(";"), "hides an output in Jupyter only; give it a name"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_committed_executed_and_in_order(path):
    code = [cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert not any(output["output_type"] == "error" for cell in code for output in cell["outputs"])
    pictures = sum("image/png" in output.get("data", {}) for cell in code for output in cell["outputs"])
    assert pictures >= 1 or "chart" not in path.name


def test_notebooks_are_numbered_and_in_the_readme():
    numbers = [int(path.name[:2]) for path in NOTEBOOKS]
    assert numbers == sorted(set(numbers))
    assert [path.name for path in NOTEBOOKS if f"(notebooks/{path.name})" not in README] == []
