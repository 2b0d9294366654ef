"""What is shipped: importing is light, and the wheel holds every file that the code opens."""

import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

import factkit as fk

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
HEAVY = {"pandas", "numpy", "pyarrow", "matplotlib", "trafilatura", "babel", "jinja2", "rapidfuzz", "anywidget"}
SHIPPED = {".py", ".toml", ".csv", ".html", ".css", ".js", ".typed"}


def run(*command, cwd=ROOT):
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=cwd).stdout  # noqa: S603


def test_importing_factkit_imports_nothing_heavy():
    code = "import sys, factkit; print(*{name.split('.')[0] for name in sys.modules})"
    assert HEAVY & set(run(sys.executable, "-c", code).split()) == set()


@pytest.mark.parametrize("name", fk.__all__)
def test_every_public_name_is_there(name):
    assert getattr(fk, name) is not None
    assert name in dir(fk)


def test_one_version_everywhere():
    assert fk.__version__ == PROJECT["version"] == metadata.version("factkit")


def test_the_command_is_installed():
    scripts = metadata.entry_points(group="console_scripts", name="factkit")
    assert {script.value for script in scripts} == {"factkit.__main__:main"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """A wheel built from a copy of what git would clone, without a network."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        (source / name).write_bytes((ROOT / name).read_bytes())
    for path in (ROOT / "factkit").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            copy = source / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    build = "import setuptools.build_meta as b, sys; print(b.build_wheel(sys.argv[1]))"
    name = run(sys.executable, "-W", "ignore", "-c", build, str(out), cwd=source).splitlines()[-1]
    return zipfile.ZipFile(out / name)


def test_the_wheel_holds_every_file_of_the_package(wheel):
    files = [path for path in (ROOT / "factkit").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert {path.suffix for path in files} <= SHIPPED, "a new kind of file: add it to SHIPPED and to package-data"
    assert {path.relative_to(ROOT).as_posix() for path in files} <= set(wheel.namelist())


def test_the_wheel_holds_nothing_else(wheel):
    assert {name.split("/")[0] for name in wheel.namelist()} == {"factkit", f"factkit-{fk.__version__}.dist-info"}
