"""Comparing: one id per person or body, estimates, what agrees or moved between them, checks, origins, timelines."""

from factkit.comparison.compare import compare
from factkit.comparison.origins import origin_tree, origins
from factkit.comparison.timeline import timeline

__all__ = ["compare", "origin_tree", "origins", "timeline"]
