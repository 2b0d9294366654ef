"""Comparing: one id per person or body, estimates, what agrees or moved between them, checks, origins, timelines."""

from factkit.comparison.checks import check, run_checks
from factkit.comparison.compare import compare
from factkit.comparison.entities import entities
from factkit.comparison.estimates import estimates
from factkit.comparison.names import name_similarity
from factkit.comparison.origins import origin_tree, origins
from factkit.comparison.review import apply_review, review
from factkit.comparison.timeline import timeline

__all__ = [
    "apply_review",
    "check",
    "compare",
    "entities",
    "estimates",
    "name_similarity",
    "origin_tree",
    "origins",
    "review",
    "run_checks",
    "timeline",
]
