"""Builders of small tables: a case shows only what matters."""

import pandas as pd
import pytest

from factkit.dossier import Dossier, make_table

TEXT = (
    "Circa 2.000 de soldați nord-coreeni ar fi murit, a spus deputatul Lee Seong-Kweun, cu datele NIS.\n\n"
    "„Cifra din aprilie era 600”, a adăugat Lee, care susține că serviciile cred că „alți 6.000” vor pleca.\n\n"
    "Orașul are 12 poduri & o <gară>."
)


def place(text, words):
    """Where `words` first stand in `text`."""
    start = text.index(words)
    return start, start + len(words)


def claim(text, key, content, *, article="a1", source=None, cue=None, spans=None, **more):
    start, end = place(text, content)
    row = {
        "claim_id": key, "article_id": article, "kind": "indirect", "content": content, "start": start, "end": end,
        "spans": spans or [[start, end]], "modality": "asserted", **more,
    }  # fmt: skip
    for name, words in (("source", source), ("cue", cue)):
        if words:
            begin, stop = place(text, words)
            row |= {name: words, f"{name}_start": begin, f"{name}_end": stop}
    return row


def figure(text, key, words, *, article="a1", **more):
    start, end = place(text, words)
    return {
        "figure_id": key, "article_id": article, "text": words, "start": start, "end": end, "relation": "exact",
        "role": "level", "measure": "killed", "unit": "count", "modality": "asserted", **more,
    }  # fmt: skip


def dossier_of(text, claims=(), figures=(), sources=(), **article):
    row = {"article_id": "a1", "text": text, "language": "ro", "text_kind": "paraphrase", **article}
    return Dossier(
        make_table("articles", [row]), make_table("claims", claims), make_table("sources", sources),
        make_table("figures", figures),
    )  # fmt: skip


@pytest.fixture
def sample():
    """One article with nested claims, a chain, figures in and outside claims, and characters that HTML must escape."""
    who = "deputatul Lee Seong-Kweun"
    claims = [
        claim(TEXT, "a1-c0", "Circa 2.000 de soldați nord-coreeni ar fi murit", source=who, cue="a spus",
              speaker="Lee Seong-Kweun", origin="NIS", modality="hedged"),
        claim(TEXT, "a1-c1", "„Cifra din aprilie era 600”", source="Lee", cue="a adăugat", speaker="Lee Seong-Kweun",
              origin="NIS", kind="direct"),
        claim(TEXT, "a1-c2", "serviciile cred că „alți 6.000” vor pleca", source="Lee", cue="susține",
              speaker="Lee Seong-Kweun", origin="NIS", kind="mixed", modality="planned"),
        claim(TEXT, "a1-c3", "că „alți 6.000” vor pleca", source="serviciile", cue="cred", speaker="NIS", origin="NIS",
              kind="mixed", modality="planned", parent_id="a1-c2"),
    ]  # fmt: skip
    figures = [
        figure(TEXT, "a1-f0", "2.000", claim_id="a1-c0", value=2000, relation="about", counted="soldați nord-coreeni",
               modality="hedged"),
        figure(TEXT, "a1-f1", "600", claim_id="a1-c1", value=600, as_of="2025-04"),
        figure(TEXT, "a1-f2", "6.000", claim_id="a1-c3", value=6000, role="increment", modality="planned",
               measure="planned_deployment"),
        figure(TEXT, "a1-f3", "12", value=12, measure="other", counted="poduri"),
    ]  # fmt: skip
    sources = [
        {"claim_id": "a1-c0", "position": 0, "name": "Agenția <A>", "type": "outlet"},
        {"claim_id": "a1-c0", "position": 1, "name": "Lee Seong-Kweun", "surface": who, "start": place(TEXT, who)[0],
         "end": place(TEXT, who)[1], "role": "deputatul", "type": "person"},
        {"claim_id": "a1-c0", "position": 2, "name": "NIS", "surface": "NIS", "start": place(TEXT, "NIS")[0],
         "end": place(TEXT, "NIS")[1], "type": "organisation"},
        {"claim_id": "a1-c3", "position": 0, "name": "Lee Seong-Kweun", "type": "person"},
        {"claim_id": "a1-c3", "position": 1, "name": "NIS", "type": "organisation"},
    ]  # fmt: skip
    return dossier_of(TEXT, claims, figures, sources, outlet="Ziarul", published=pd.Timestamp("2025-09-03", tz="UTC"),
                      title="Titlu <b>", url="https://example.org/a?b=1&c=2")  # fmt: skip


def estimates_of(*rows):
    """A table as `fk.estimates` makes it, from rows that say only what matters."""
    filled = [
        {
            "figure_id": f"f{number:03}", "article_id": f"a{number}", "measure": "killed", "relation": "exact",
            "role": "level", "modality": "asserted", "unit": "count", "language": "en", "counted": "soldiers",
            "value": None, "low": None, "high": None, "text": "", "origin_name": row.get("origin_id"), **row,
        }
        for number, row in enumerate(rows)
    ]  # fmt: skip
    table = pd.DataFrame(filled)
    table["date"] = pd.to_datetime(table["date"])
    table[["value", "low", "high"]] = table[["value", "low", "high"]].astype("float64")
    return table.astype(dict.fromkeys(("origin_id", "origin_name", "measure", "counted"), "string"))


@pytest.fixture
def soldiers():
    """North Korean soldiers in Russia's war as South Korea's service counted them, and others beside it."""
    nis = {"origin_id": "nis", "origin_name": "국가정보원"}
    return estimates_of(
        {**nis, "date": "2024-12-19", "low": 100, "relation": "at_least"},
        {**nis, "date": "2024-12-19", "low": 100, "relation": "at_least", "article_id": "b"},
        {**nis, "date": "2025-01-13", "value": 300, "relation": "about"},
        {**nis, "date": "2025-04-30", "value": 600, "relation": "about"},
        {**nis, "date": "2025-09-02", "value": 2000, "relation": "about", "modality": "hedged"},
        {**nis, "date": "2025-01-13", "low": 3000, "relation": "more_than", "measure": "casualties"},
        {**nis, "date": "2025-04-30", "value": 4700, "measure": "casualties"},
        {"origin_id": "zelensky", "origin_name": "Володимир Зеленський", "date": "2025-01-15", "value": 4000},
        {"origin_id": "officials", "date": "2025-01-22", "low": 900, "high": 1000, "relation": "between"},
        {"origin_id": "officials", "date": "2025-02-22", "high": 1200, "relation": "up_to"},
        {**nis, "date": "2025-09-10", "value": 50, "role": "increment"},
        {"origin_id": None, "date": "2025-03-01", "value": 1500},
        {"origin_id": None, "date": "2025-03-02", "value": 1600},
        {**nis, "date": None, "value": 77},
    )
