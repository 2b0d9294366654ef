"""One article with its claims, sources, cues and figures highlighted.

The text is untrusted: it is cut at the edges of everything found in it, and every piece is escaped by the template.
Nothing needs a script; colours are translucent, so that they work on a light and on a dark page.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import jinja2
import pandas as pd
from markupsafe import Markup, escape

from factkit.display.words import chain, day, label, plural, present, shorten, stated
from factkit.dossier import Dossier, expect_dossier
from factkit.errors import FactkitError

Row = Mapping[str, Any]
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?!\d)")
_CLASSES = re.compile(r'class="([^"]*)"')  # in what the template wrote: quotation marks of a text are escaped
_ONE_CLASS = re.compile(r"article\.fk \.(fk-[a-z]+)")
_ORDER = ("claim", "source", "cue", "figure")  # from the outside in; the last one says where a click leads


class Mark(NamedTuple):
    """A stretch of the text that something was found in: `key` is the id of its claim or figure."""

    start: int
    end: int
    kind: str
    key: str
    tip: str
    modality: str


class Piece(NamedTuple):
    """A stretch of the text that holds the same marks throughout; `anchors` are the ids that begin here."""

    text: str
    classes: str
    tip: str
    target: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Highlighted:
    """An article with what was found in it: HTML in a notebook, plain text elsewhere."""

    article: Row
    claims: tuple[Row, ...]
    figures: tuple[Row, ...]
    pieces: tuple[Piece, ...]

    @property
    def html(self) -> str:
        """The article as an HTML fragment that stands by itself, style included."""
        return self.fragment(style=True)

    def fragment(self, *, style: bool) -> str:
        """The article as an HTML fragment; without `style`, the page around it must have `stylesheet()`."""
        template = environment().get_template("article.html")
        fragment = template.render(shown=self, anchor=anchor, style=stylesheet() if style else "")
        return _styled(fragment) if style else fragment

    @property
    def facts(self) -> str:
        """Language, date, outlet and how much was found, in one line."""
        known = [self.article.get("outlet"), day(self.article.get("published")), self.article["language"]]
        counts = [plural(len(self.claims), "claim"), plural(len(self.figures), "figure")]
        return " · ".join(str(item) for item in (*known, *counts) if present(item))

    def _repr_html_(self) -> str:
        return self.html

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002
        return {"text/plain": repr(self), "text/html": self.html}

    def __repr__(self) -> str:
        lines = [f"Article {self.article['article_id']}: {self.facts}"]
        for claim in self.claims:
            modality = "" if claim["modality"] == "asserted" else f", {claim['modality']}"
            lines.append(f"[{claim['number']}] {claim['who']} ({claim['kind']}{modality}): {shorten(claim['content'])}")
        for figure in self.figures:
            inside = f" in [{figure['claim_number']}]" if figure["claim_number"] else ""
            lines.append(f"  {figure['text']}{inside}: {figure['meaning']}")
        return "\n".join(lines)


def show(dossier: Dossier, article_id: str | None = None) -> Highlighted:
    """The article `article_id` with claims, sources, cues and figures highlighted, for a notebook or `print`.

    The id may be left out where the dossier has a single article. One that isn't there is a `FactkitError` that
    names the nearest one; offsets that don't fit the text (an edited table) are a `TableError`.
    """
    expect_dossier(dossier, "show")
    known = dossier.articles["article_id"].dropna().astype(str)
    if article_id is None:
        if len(known) != 1:
            raise FactkitError(f"show: which of {len(known):,} articles? Give one of dossier.articles['article_id']")
        article_id = known.iloc[0]
    if article_id not in set(known):
        near = get_close_matches(str(article_id), sorted(known), n=1, cutoff=0)
        hint = f"The closest id is {near[0]!r}." if near else "The dossier has no articles."
        raise FactkitError(f"no article {article_id!r} in this dossier. {hint}")
    return next(highlight_all(dossier, [article_id]))


def highlight_all(dossier: Dossier, article_ids: Iterable[str] | None = None) -> Iterator[Highlighted]:
    """Every article (or those with `article_ids`) highlighted, in the order of the articles table."""
    checked = (dossier if article_ids is None else _only(dossier, article_ids)).validate()
    outer_first = checked.claims.sort_values(["start", "end"], ascending=[True, False], kind="stable")
    claims = _grouped(outer_first, "article_id")
    figures = _grouped(checked.figures.sort_values(["start", "end"], kind="stable"), "article_id")
    sources = _grouped(checked.sources.sort_values("position", kind="stable"), "claim_id")
    for article in _records(checked.articles):
        key = str(article["article_id"])
        yield _highlighted(article, claims.get(key, []), figures.get(key, []), sources)


def anchor(kind: str, key: str) -> str:
    """The HTML id of a thing, safe in any attribute: `kind` is 'at' (in the text), 'row' (in a table) or 'article'."""
    return f"fk-{kind}-{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def _whole_dates(text: str) -> Markup:
    """`text` for a page, its dates kept on one line."""
    return Markup(_DATE.sub(r'<span class="date">\g<0></span>', str(escape(text))))  # noqa: S704


@cache
def environment() -> jinja2.Environment:
    """The templates, with escaping always on."""
    loader = jinja2.PackageLoader("factkit", "display")
    made = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    made.filters.update(shorten=shorten, day=day, label=label, plural=plural, present=present, whole_dates=_whole_dates)
    return made


@cache
def stylesheet() -> Markup:
    """The style of highlighted articles: a file of the package, so it needs no escaping."""
    return Markup(environment().get_template("article.css").render())  # noqa: S704


def _styled(fragment: str) -> str:
    """The fragment with each class's style on its elements, too: a notebook shows the outputs of somebody else's run
    without their stylesheets."""
    rules = _class_rules()

    def with_style(found: re.Match[str]) -> str:
        own = set(found[1].split())
        style = " ".join(rule for name, rule in rules if name in own)
        return f'{found[0]} style="{style}"' if style else found[0]

    return _CLASSES.sub(with_style, fragment)


@cache
def _class_rules() -> tuple[tuple[str, str], ...]:
    """The class and the declarations of each rule of the stylesheet that speaks of one class only."""
    rules = (rule.partition("{") for rule in str(stylesheet()).split("}"))
    return tuple(
        (found[1], declarations.strip())
        for selectors, _, declarations in rules
        for selector in selectors.split(",")
        if (found := _ONE_CLASS.fullmatch(selector.strip()))
    )


def pieces(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """`text` cut at the edges of all marks; marks may nest and overlap in any way. Joined, the pieces are the text."""
    inside = [mark for mark in marks if mark.start < mark.end]
    edges = sorted({0, len(text), *(mark.start for mark in inside), *(mark.end for mark in inside)})
    begins = {edge: list(found) for edge, found in groupby(sorted(inside), key=lambda mark: mark.start)}
    active: list[Mark] = []
    met: set[str] = set()
    result = []
    for start, end in pairwise(edges):
        active = [mark for mark in active if mark.end > start] + begins.get(start, [])
        result.append(_piece(text[start:end], active, met))
    return tuple(result)


def _piece(text: str, active: Sequence[Mark], met: set[str]) -> Piece:
    if not active:
        return Piece(text, "", "", "", ())
    ranked = sorted(active, key=lambda mark: (_ORDER.index(mark.kind), mark.start, -mark.end))
    inner = ranked[-1]
    names = list(dict.fromkeys(f"fk-{mark.kind}" for mark in ranked))
    if sum(mark.kind == "claim" for mark in ranked) > 1:
        names.append("fk-nested")
    if inner.modality not in ("asserted", ""):
        names.append(f"fk-{inner.modality}")
    new = [mark.key for mark in ranked if mark.kind in ("claim", "figure") and mark.key not in met]
    met.update(new)
    tips = dict.fromkeys(mark.tip for mark in reversed(ranked))
    anchors = tuple(anchor("at", key) for key in new)
    return Piece(text, " ".join(names), "\n".join(tips), anchor("row", inner.key), anchors)


def _highlighted(article: Row, claims: list[Row], figures: list[Row], sources: Mapping[str, list[Row]]) -> Highlighted:
    numbers = {claim["claim_id"]: number for number, claim in enumerate(claims, 1)}
    told = tuple(_told_claim(claim, numbers, sources.get(claim["claim_id"], [])) for claim in claims)
    counted = tuple(_told_figure(figure, numbers) for figure in figures)
    marks = [mark for claim in told for mark in _claim_marks(claim)]
    marks += [_figure_mark(figure) for figure in counted]
    return Highlighted({**article, "href": safe_url(article.get("url"))}, told, counted, pieces(article["text"], marks))


def _told_claim(claim: Row, numbers: Mapping[str, int], links: list[Row]) -> Row:
    """The claim with its number in the article, its chain in words, and who says it."""
    ends = [str(claim[key]) for key in ("speaker", "origin") if present(claim[key])]
    told = chain(links) or " ← ".join(dict.fromkeys(ends)) or "nobody named"
    return {
        **claim,
        "number": numbers[claim["claim_id"]],
        "parent_number": numbers.get(claim["parent_id"]) if present(claim["parent_id"]) else None,
        "links": links,
        "who": told,
    }


def _told_figure(figure: Row, numbers: Mapping[str, int]) -> Row:
    """The figure with what it states in words, and the number of its claim."""
    said = [stated(figure), label(figure["measure"]) if present(figure["measure"]) else "", figure["counted"]]
    said += [] if figure["role"] == "level" else [figure["role"]]
    said += [f"as of {figure['as_of']}"] if present(figure["as_of"]) else []
    said += [] if figure["modality"] == "asserted" else [figure["modality"]]
    claim = figure["claim_id"] if present(figure["claim_id"]) else None
    meaning = ", ".join(str(item) for item in said if present(item))
    return {**figure, "meaning": meaning, "claim_number": numbers.get(claim) if claim else None}


def _claim_marks(claim: Row) -> Iterator[Mark]:
    key, modality = str(claim["claim_id"]), str(claim["modality"])
    said = f"Claim {claim['number']} ({claim['kind']}, {modality}): {claim['who']}"
    for start, end in claim["spans"]:
        yield Mark(int(start), int(end), "claim", key, said, modality)
    for kind in ("source", "cue"):
        start, end = claim[f"{kind}_start"], claim[f"{kind}_end"]
        if present(start) and present(end):
            yield Mark(int(start), int(end), kind, key, f"{kind.capitalize()} of claim {claim['number']}", "")
    for link in claim["links"]:
        if present(link["start"]) and present(link["end"]):
            tip = f"In the chain of claim {claim['number']}: {link['type']}"
            yield Mark(int(link["start"]), int(link["end"]), "source", key, tip, "")


def _figure_mark(figure: Row) -> Mark:
    inside = f" (claim {figure['claim_number']})" if figure["claim_number"] else " (in the writer's own voice)"
    tip = f"Figure: {figure['meaning']}{inside}"
    start, end, key = int(figure["start"]), int(figure["end"]), str(figure["figure_id"])
    return Mark(start, end, "figure", key, tip, str(figure["modality"]))


def safe_url(url: Any) -> str:
    """`url` where a browser may follow it (http and https only), else the empty string."""
    text = str(url).strip() if present(url) else ""
    return text if text.lower().startswith(("http://", "https://")) else ""


def _only(dossier: Dossier, article_ids: Iterable[str]) -> Dossier:
    """The dossier cut down to some articles."""
    wanted = set(article_ids)
    articles, claims, figures = (
        table[table["article_id"].isin(wanted)] for table in (dossier.articles, dossier.claims, dossier.figures)
    )
    return Dossier(articles, claims, dossier.sources[dossier.sources["claim_id"].isin(claims["claim_id"])], figures)


def _records(frame: pd.DataFrame) -> Iterable[Row]:
    return frame.to_dict("records")  # type: ignore[return-value]


def _grouped(frame: pd.DataFrame, key: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in _records(frame):
        groups.setdefault(str(row[key]), []).append(row)
    return groups
