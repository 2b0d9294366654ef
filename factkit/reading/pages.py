"""A saved web page: its running text and what its markup says about it, both by trafilatura."""

from copy import deepcopy
from typing import Any

from htmldate import find_date
from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html

from factkit.errors import ReadError
from factkit.reading.fields import contract_names

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
    page = bare_extraction(deepcopy(tree), url=url, include_comments=False, with_metadata=True)
    if page is None or isinstance(page, dict) or not page.text:
        raise ReadError("HTML page without running text")
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
    head = etree.SubElement(root := etree.Element("html"), "head")
    for element in tree.xpath(_STATED):
        copy = deepcopy(element)
        copy.tail = None
        head.append(copy)
    return find_date(root, extensive_search=False, original_date=True, url=url, deferred_url_extractor=True)
