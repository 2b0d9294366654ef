"""Execute every notebook and draw the README's picture again: python notebooks/refresh.py

What changes from run to run without meaning (times, machine) is left out of the files, so that a difference in git is
a difference in what factkit found.
"""

from pathlib import Path

import matplotlib as mpl
import nbformat
from nbconvert.preprocessors import ExecutePreprocessor

import factkit as fk

HERE = Path(__file__).parent
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def execute(path: Path) -> None:
    """Run one notebook from its own folder and write it back with its outputs."""
    notebook = nbformat.read(path, as_version=4)
    ExecutePreprocessor(timeout=120, kernel_name="python3").preprocess(notebook, {"metadata": {"path": str(HERE)}})
    notebook.metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
        cell.metadata = {}
    nbformat.write(notebook, path)


def draw(path: Path) -> None:
    """The chart of the lead story."""
    dossier = fk.extract(fk.read_articles(HERE.parent / "data" / "articles" / "north-korea"), progress=False)
    axes = fk.plot_timeline(
        fk.estimates(dossier),
        measure="killed",
        title="North Korean soldiers killed, as told by 58 articles in eight languages",
    )
    axes.figure.savefig(path, dpi=120, metadata={"Software": None})


if __name__ == "__main__":
    mpl.use("Agg")
    for path in sorted(HERE.glob("*.ipynb")):
        execute(path)
    draw(HERE.parent / "docs" / "timeline.png")
