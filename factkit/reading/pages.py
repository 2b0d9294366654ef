"""A saved web page: its running text and what its markup says about it, both by trafilatura."""

import logging
from copy import deepcopy
from typing import Any

from htmldate import find_date
from lxml.html import HtmlElement, document_fromstring
from trafilatura import bare_extraction, load_html

from factkit.errors import ReadError
from factkit.reading.fields import contract_names

# A page that these can't read is a row of what was skipped; without a handler they would write to the screen, too.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

# Where a page states its date on purpose; anything else in it may be of another story, or of the footer.
_STATED = (
    "//head/meta | //script[@type='application/ld+json'] | //*[@itemprop='datePublished'] | //time[@pubdate]"
    " | //article//header//time[@datetime]"
)


def read_page(data: bytes, url: str | None = None) -> tuple[str, dict[str, Any]]:
    """The running text of an HTML page, and title, authors, outlet, url, date and language as its markup has them.

    The date is taken from meta tags, JSON-LD and marked-up times only, never from the text. A page without running
    text is a `ReadError`.
    """
    tree = load_html(data)
    if tree is None:
        raise ReadError("HTML that can't be parsed")
    page = bare_extraction(
        deepcopy(tree),
        url=url,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},  # `_published` finds the date
    )
    if page is None or isinstance(page, dict) or not page.text:
        raise ReadError("HTML page without running text; if scripts write it, save the page once the browser shows it")
    detected = {
        "title": page.title,
        "authors": page.author,
        "outlet": page.sitename,
        "url": url or page.url,
        "published": _published(tree, url or page.url),
        "language": tree.get("lang"),
    }
    return page.text, contract_names(detected)


def _published(tree: HtmlElement, url: str | None) -> str | None:
    """The day of publication as the page's markup or address states it."""
    root = document_fromstring("<html><head></head><body></body></html>")
    head = root.head
    for element in tree.xpath(_STATED):
        copy = deepcopy(element)
        copy.tail = None
        head.append(copy)
    return find_date(root, extensive_search=False, original_date=True, url=url, deferred_url_extractor=True)
