"""Checks: what doesn't add up between the claims, each finding with its evidence. None of them says what is true."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from factkit.comparison.checks.case import VERDICTS, Case, Finding, make_case
from factkit.comparison.checks.estimate import Estimate
from factkit.comparison.checks.numbers import (
    falling_count,
    internal_conflict,
    same_briefing,
    sums,
)
from factkit.comparison.checks.quotes import quote_drift
from factkit.comparison.checks.recall import recalled_figure, stale_figure
from factkit.comparison.checks.slips import number_slip
from factkit.comparison.checks.transmission import (
    attribution_lost,
    hedge_changed,
    measure_confusion,
    modality_changed,
)
from factkit.comparison.entities import roles_in
from factkit.comparison.estimates import estimates
from factkit.dossier import Dossier, expect_dossier
from factkit.errors import FactkitError

__all__ = ["DEFAULT", "Case", "Check", "Estimate", "Finding", "check", "make_case", "run_checks"]

Check = Callable[[Case], Iterable[Finding]]
_ARTICLE = ("language", "published", "outlet")
DEFAULT: tuple[Check, ...] = (
    recalled_figure,
    stale_figure,
    measure_confusion,
    number_slip,
    sums,
    falling_count,
    same_briefing,
    internal_conflict,
    hedge_changed,
    modality_changed,
    attribution_lost,
    quote_drift,
)


def check(dossier: Dossier, *, checks: Sequence[Check] = DEFAULT, aliases: str | Path | None = None) -> pd.DataFrame:
    """One row per finding of the `checks`, in their order and then by figure and claim.

    Columns: check (the function's name; its docstring says what it compares and what it can't see), verdict
    ("supported", "refuted", "conflicting", "not_enough_evidence", "outdated"), claim_id and figure_id (what the finding
    is about; one may be missing), evidence (list of figure_ids, or of claim_ids for quotations), message.

    A check is any function from a `Case` to `Finding`s (both and `DEFAULT`, the tuple of factkit's own, are in
    `factkit.comparison.checks`), so that yours can join them:

        def bare(case):
            for row in case.estimates:
                if row.origin == 0:  # nobody is named
                    yield Finding("not_enough_evidence", f"Nobody stands behind {row}.", (), row.figure_id)

        fk.check(dossier, checks=(*DEFAULT, bare))

    A figure that one check refutes is left alone by those after it. `aliases` is handed to `estimates`.
    """
    if callable(checks) or not all(map(callable, checks)):
        raise FactkitError(f"check: checks is {checks!r}; it must be a list or tuple of callables")
    expect_dossier(dossier, "check", articles=("article_id", "text", *_ARTICLE))
    articles = dossier.articles[["article_id", *_ARTICLE]]
    own = dossier.claims.drop(columns=list(_ARTICLE), errors="ignore")
    claims = own.merge(articles, on="article_id", how="left", validate="many_to_one")
    texts = dict(zip(dossier.articles["article_id"], dossier.articles["text"], strict=True))
    return run_checks(make_case(estimates(dossier, aliases=aliases), claims, texts, roles_in(dossier)), checks)


def _findings(case: Case, checks: Sequence[Check]) -> Iterator[Finding]:
    """All findings; a figure that one check refutes says nothing more to the checks after it, for or against."""
    refuted: set[str | None] = set()
    for one in checks:
        fresh = [found for found in one(case) if found.figure_id not in refuted and _rests(found, refuted)]
        for found in sorted(fresh, key=lambda found: (found.figure_id or "", found.claim_id or "", found.message)):
            yield replace(found, check=one.__name__)
        refuted |= {found.figure_id for found in fresh if found.verdict == "refuted" and found.figure_id}


def _rests(found: Finding, refuted: set[str | None]) -> bool:
    """Whether a finding has evidence left (or never had any) without the refuted figures."""
    return not found.evidence or not refuted.issuperset(found.evidence)


def run_checks(case: Case, checks: Sequence[Check] = DEFAULT) -> pd.DataFrame:
    """The findings of `checks` about `case`, as the table that `check` returns."""
    findings = list(_findings(case, checks))
    return pd.DataFrame(
        {
            "check": pd.Series([found.check for found in findings], dtype="string"),
            "verdict": pd.Categorical([found.verdict for found in findings], categories=list(VERDICTS)),
            "claim_id": pd.Series([found.claim_id for found in findings], dtype="string"),
            "figure_id": pd.Series([found.figure_id for found in findings], dtype="string"),
            "evidence": pd.Series([list(found.evidence) for found in findings], dtype=object),
            "message": pd.Series([found.message for found in findings], dtype="string"),
        }
    )
