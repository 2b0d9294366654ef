"""Comparing what was extracted: one id per person or body, the table of estimates, pairs of estimates, findings."""

from factkit.comparison.entities import resolve
from factkit.comparison.estimates import estimates

__all__ = ["estimates", "resolve"]
