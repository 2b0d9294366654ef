"""factkit: who said what, on whose authority, with which figure, as of when, in pandas tables.

The public calls are imported on first use, so that `import factkit` stays light.
"""

import logging
from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOME = {
    "FactkitError": "factkit.errors",
    "Dossier": "factkit.dossier",
    "load": "factkit.dossier",
    "read_articles": "factkit.reading",
    "extract": "factkit.extraction",
    "read_numbers": "factkit.extraction",
    "explain": "factkit.extraction",
    "estimates": "factkit.comparison",
    "entities": "factkit.comparison",
    "compare": "factkit.comparison",
    "check": "factkit.comparison",
    "name_similarity": "factkit.comparison",
    "origins": "factkit.comparison",
    "origin_tree": "factkit.comparison",
    "timeline": "factkit.comparison",
    "review": "factkit.comparison",
    "apply_review": "factkit.comparison",
    "plot_origins": "factkit.display",
    "plot_timeline": "factkit.display",
    "review_widget": "factkit.display",
    "show": "factkit.display",
    "export": "factkit.display",
}
__all__ = [
    "Dossier",
    "FactkitError",
    "apply_review",
    "check",
    "compare",
    "entities",
    "estimates",
    "explain",
    "export",
    "extract",
    "load",
    "name_similarity",
    "origin_tree",
    "origins",
    "plot_origins",
    "plot_timeline",
    "read_articles",
    "read_numbers",
    "review",
    "review_widget",
    "show",
    "timeline",
]

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'factkit' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
