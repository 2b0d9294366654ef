"""Comparing: one id per person or body, estimates, what agrees or moved between them, checks, origins, timelines."""

from factkit.comparison.compare import compare

__all__ = ["compare"]
