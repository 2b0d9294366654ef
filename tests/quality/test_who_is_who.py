"""Who is who on the stories: forms that `entities` takes for one person or body, against those that a reader does."""

import json
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

import pytest
from score import ROOT

import factkit as fk
from factkit.comparison.entities import resolve

PRECISION, RECALL = 0.99, 0.85
COVERED = 0.9  # of the mentions must be in the gold; what extraction reads anew has to be added there


def pair_scores(mentions: Iterable[tuple[str, str, str]]) -> tuple[float, float]:
    """Precision and recall of the pairs that are taken for one, of mentions (form, right id, found id).

    A form counts once for each pair of ids, so that a frequent name doesn't weigh more than a rare one.
    """
    pairs = [(a[1] == b[1], a[2] == b[2]) for a, b in combinations(sorted(set(mentions)), 2)]
    both, found, right = (sum(made) for made in (map(all, pairs), (b for _, b in pairs), (a for a, _ in pairs)))
    return (both / found if found else 1.0), (both / right if right else 1.0)


@pytest.fixture(scope="module")
def dossier():
    return fk.extract(fk.read_articles(ROOT / "data" / "articles"), progress=False)


@pytest.fixture(scope="module")
def mentions(dossier):
    """(article, form, right id or None, found id) of everyone who says something in the stories."""
    right: dict[tuple[str | None, str], str] = {}
    for line in (ROOT / "data" / "gold" / "entities.jsonl").read_text("utf-8").splitlines():
        body = json.loads(line)
        for form in body["forms"]:
            right |= dict.fromkeys(((article, form) for article in body["articles"] or (None,)), body["entity"])
    resolution = resolve(dossier)
    homes = dossier.sources["claim_id"].map(dossier.claims.set_index("claim_id")["article_id"])
    columns = [(dossier.claims["article_id"], dossier.claims[name]) for name in ("speaker", "origin")]
    named = {
        (article, name)
        for articles, names in (*columns, (homes, dossier.sources["name"]))
        for article, name in zip(articles, names, strict=True)
        if isinstance(name, str)
    }
    return [
        (article, form, right.get((article, form), right.get((None, form))), resolution.of(article, form))
        for article, form in sorted(named)
    ]


def test_what_is_merged_is_one_and_most_of_what_is_one_is_merged(mentions):
    precision, recall = pair_scores((form, right, found) for _, form, right, found in mentions if right)
    homes = defaultdict(set)
    for _, form, right, found in mentions:
        if right:
            homes[found].add((right, form))
    mixed = {found: forms for found, forms in homes.items() if len({right for right, _ in forms}) > 1}
    assert precision >= PRECISION, mixed
    assert recall >= RECALL


def test_the_gold_knows_nearly_all_forms_that_are_found(mentions):
    unknown = sorted({form for _, form, right, _ in mentions if right is None})
    assert sum(right is not None for _, _, right, _ in mentions) >= COVERED * len(mentions), unknown


def test_the_fixture_counts_pairs_of_forms():
    one = [("NIS", "nis", "a"), ("국정원", "nis", "a"), ("Dienst", "nis", "b"), ("NSA", "nsa", "b")]
    assert pair_scores(one) == (1 / 2, 1 / 3)
    assert pair_scores([*one, *one]) == (1 / 2, 1 / 3)
    assert pair_scores([]) == (1.0, 1.0)
