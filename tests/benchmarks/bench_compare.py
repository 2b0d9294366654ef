"""How `compare` grows from a thousand to a million estimates. Run as a script; it prints the curve."""

import sys
import time

import numpy as np
import pandas as pd

import factkit as fk

MEASURES = ("killed", "wounded", "casualties", "deployed", "captured", "attendance", "other", "money")
BOUNDS = ("exact", "about", "at_least", "up_to")
COUNTED = ("North Korean soldiers", "people", "Russian troops", "children", "houses", None, "protesters", "civilians")


def synthetic(rows: int, seed: int = 1) -> pd.DataFrame:
    """Estimates as a month of news gives them: a quarter of all in one hot block, half of the claims copied."""
    random = np.random.default_rng(seed)
    hot = random.random(rows) < 0.25
    origins = np.where(hot, 0, random.integers(0, max(20, rows // 200), rows))
    number = np.round(10 ** random.uniform(0, 5, rows), -1) + 10
    number = np.where(hot, random.choice([100, 300, 600, 2000, 4700], rows), number)
    bound = random.choice(BOUNDS, rows)
    stories = random.integers(0, max(10, rows // 20), rows)
    vocabulary = np.array([f"word{n}" for n in range(5000)], dtype=object)
    claims = np.array(
        [" ".join(vocabulary[random.integers(0, 5000, 18)]) for _ in range(max(10, rows // 2))], dtype=object
    )
    days = pd.Timestamp("2024-10-01", tz="UTC") + pd.to_timedelta(random.integers(0, 500, rows), unit="D")
    return pd.DataFrame(
        {
            "figure_id": pd.Series([f"f{n:07}" for n in range(rows)], dtype="string"),
            "article_id": pd.Series([f"a{n}" for n in stories], dtype="string"),
            "claim_id": pd.Series([f"c{n}" for n in range(rows)], dtype="string"),
            "measure": pd.Series(np.where(hot, "killed", random.choice(MEASURES, rows)), dtype="string"),
            "relation": pd.Categorical(bound),
            "role": "level",
            "unit": "count",
            "modality": "asserted",
            "language": "en",
            "value": np.where(np.isin(bound, ["exact", "about"]), number, np.nan),
            "low": np.where(bound == "at_least", number, np.nan),
            "high": np.where(bound == "up_to", number, np.nan),
            "text": pd.Series(number.astype(int).astype(str), dtype="string"),
            "counted": pd.Series(random.choice(np.array(COUNTED, dtype=object), rows), dtype="string"),
            "content": pd.Series(claims[random.integers(0, len(claims), rows)], dtype="string"),
            "outlet": pd.Series([f"Outlet {n % 300}" for n in stories], dtype="string"),
            "published": days,
            "date": days,
            "origin_id": pd.Series([f"o{n}" for n in origins], dtype="string"),
            "speaker_id": pd.Series([f"o{n}" for n in origins], dtype="string"),
            "origin_name": pd.Series([f"Origin {n}" for n in origins], dtype="string"),
        }
    )


def main(sizes: list[int]) -> None:
    """Print for each size: rows, processor's seconds, how many times those of the size before, pairs, pairs a row.

    The processor's time, since what else a machine does must not count. The first, small run loads what is loaded once.
    """
    fk.compare(synthetic(1_000))
    before = 0.0
    print(f"{'estimates':>10} {'seconds':>8} {'times':>6} {'pairs':>9} {'per row':>8}")
    for size in sizes:
        estimates = synthetic(size)
        start = time.process_time()
        pairs = fk.compare(estimates)
        taken = time.process_time() - start
        times = f"{taken / before:.1f}" if before else ""
        print(f"{size:>10,} {taken:>8.2f} {times:>6} {len(pairs):>9,} {len(pairs) / size:>8.2f}", flush=True)
        before = taken


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1_000, 10_000, 100_000, 1_000_000])
