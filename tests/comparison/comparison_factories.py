"""Estimates, claims and articles with defaults, so that a case shows only what matters in it."""

from typing import Any

import pandas as pd

DEFAULTS = {
    "claim_id": pd.NA,
    "relation": "exact",
    "hedge": pd.NA,
    "role": "level",
    "counted": "North Korean soldiers",
    "unit": "count",
    "measure": "killed",
    "place": pd.NA,
    "as_of": pd.NA,
    "modality": "asserted",
    "kind": "indirect",
    "content": pd.NA,
    "language": "en",
    "outlet": "The Daily",
    "text_kind": "original",
    "speaker_id": "lee",
    "speaker_name": "Lee Seong-kweun",
    "origin_id": "nis",
    "origin_name": "National Intelligence Service",
    "place_id": pd.NA,
}
LOW, HIGH = {"at_least", "more_than"}, {"up_to", "less_than"}


def estimate(number: float = 600, /, **given: Any) -> dict[str, Any]:
    """One row of estimates; `day` sets published and the effective date, `on` the effective date alone."""
    day = given.pop("day", "2025-04-30")
    effective = given.pop("on", day)
    row = {**DEFAULTS, "article_id": "a1", **given}
    bound = row["relation"]
    row.setdefault("text", f"{number:,}")
    row.setdefault("value", pd.NA if bound in LOW | HIGH | {"vague", "between"} else number)
    row.setdefault("low", number if bound in LOW else pd.NA)
    row.setdefault("high", number if bound in HIGH | {"nearly"} else pd.NA)
    row |= {"published": day, "date": effective}
    if effective != day and pd.isna(row["as_of"]):
        row["as_of"] = effective
    return row


def table(*rows: dict[str, Any]) -> pd.DataFrame:
    """The rows as a table of estimates; figure_ids are f0, f1, ... where a row has none."""
    numbered = [
        {"figure_id": f"f{number}", "start": number * 10, "end": number * 10 + 5, **row}
        for number, row in enumerate(rows)
    ]
    frame = pd.DataFrame(numbered)
    for name in ("value", "low", "high"):
        frame[name] = pd.to_numeric(frame[name]).astype(float)
    for name in ("published", "date"):
        frame[name] = pd.to_datetime(frame[name], utc=True, format="ISO8601")
    return frame


def unattributed(number: float = 600, /, **given: Any) -> dict[str, Any]:
    """An estimate in the writer's own voice."""
    return estimate(
        number, **{"speaker_id": pd.NA, "speaker_name": pd.NA, "origin_id": pd.NA, "origin_name": pd.NA, **given}
    )
