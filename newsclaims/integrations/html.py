"""Articles out of web pages, by trafilatura: the text in paragraphs, block quotes marked as such, and what the page says of itself.

Menus, captions, comments, share lines and what else is around an article are left out, or kept and marked for what they are; entities
are read. Offsets of what is found count the characters of ``Article.text``.

>>> page = "<html><head><title>Rain</title></head><body><article><p>“It rained,” said Orla Vane.</p></article></body></html>"
>>> article(page).text
'“It rained,” said Orla Vane.'
"""

from __future__ import annotations

import copy
import functools
import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from newsclaims.articles import Article
from newsclaims.errors import MissingExtraError, PageError

try:
    import trafilatura
    from trafilatura.settings import DEFAULT_CONFIG
except ImportError as error:
    raise MissingExtraError("trafilatura", "html") from error

BLOCKS = frozenset(("body", "p", "head", "quote", "list", "item", "table", "row", "cell", "div", "code", "section"))
"""Elements of the tree that trafilatura makes which begin and end a paragraph."""

SHORT = 250  # characters; of less than that trafilatura takes all words of the page in one paragraph instead
LINE_BREAK = "lb"
BETWEEN = "\n\n"
"""Stands between two paragraphs."""
MARK = "> "
"""What a line of a block quote begins with; newsclaims reads such lines as a quotation."""


KINDS: Mapping[str, frozenset[str]] = {
    "caption": frozenset(("figcaption", "caption")),
    "share line": frozenset(("share", "sharing", "sharebar", "social", "addthis", "sharedaddy")),
    "promotion": frozenset(("newsletter", "promo", "promotion", "related", "recommended", "readmore", "signup", "subscribe")),
}
"""What a paragraph is by the words in the name, the class, the id or the item property of its element."""
LABEL = "⟦{}⟧"
"""Stands before such a paragraph while trafilatura reads the page."""
LONGEST = 320
"""Characters of what stands beside an article; what is longer may hold the article."""


def article(page: str | bytes, url: str | None = None, *, furniture: bool = False) -> Article:
    """The article of a web page, with title, date, author, address and outlet where the page tells them.

    ``url`` is the address the page came from, where it does not say so itself. Nothing is loaded from the net. With ``furniture``
    captions, share lines and promotion inside the article stay in the text as paragraphs of their own, and ``Article.furniture`` (and
    ``Document.regions``) says which they are; otherwise they are left out. Extract from what comes back:
    ``newsclaims.extract(article(page))``.

    Raises:
        TypeError: ``page`` is neither a ``str`` nor ``bytes``.
        PageError: there is no article in it, or it is no HTML.
    """
    if not isinstance(page, str | bytes):
        raise TypeError(f"page must be a str or bytes with HTML, not {type(page).__name__}")
    read: Any = _labelled(page) if furniture else page
    found, text = _extracted(read, url, least=0)
    if len(text) < SHORT:
        other, flat = _extracted(read, url, least=SHORT)
        if 2 * len(text) < len(flat):  # what stands in paragraphs is not the article
            found, text = other, flat
    if not text.strip():
        raise PageError("no article was found in the page")
    text, kept = _unlabelled(text) if furniture else (text, ())
    return Article(text, _said(found.title), _said(found.date), _said(found.author), _said(found.url) or url, _said(found.sitename), kept)


def _labelled(page: str | bytes) -> Any:
    """The tree of a page in which a caption, a share line or promotion is a paragraph with its kind before it."""
    tree = trafilatura.load_html(page)
    if tree is None:
        return page
    for element in list(tree.iter()):
        kind = _kind_of(element)
        words = " ".join(element.itertext()) if kind else ""
        if kind and words.strip() and len(words) <= LONGEST:
            tail = element.tail
            element.clear()
            element.tag, element.text, element.tail = "p", f"{LABEL.format(kind)} {words}", tail
            _out_of_figure(element)
    return tree


def _kind_of(element: Any) -> str | None:
    if not isinstance(element.tag, str) or element.tag in ("body", "html", "head", "meta", "link", "script", "style"):
        return None
    named = " ".join(filter(None, (element.tag, element.get("class"), element.get("id"), element.get("itemprop"))))
    words = frozenset("".join(char if char.isalpha() else " " for char in named.lower()).split())
    return next((kind for kind, names in KINDS.items() if words & names), None)


def _out_of_figure(caption: Any) -> None:
    """A caption in the place of its figure, which trafilatura leaves out with all that is in it."""
    figure = next(caption.iterancestors("figure"), None)
    if figure is not None and figure.getparent() is not None:
        figure.addnext(caption)


def _unlabelled(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text without these labels, and where the paragraphs begin that had one, each with its kind."""
    kept: list[tuple[int, str]] = []
    paragraphs: list[str] = []
    at = 0
    for paragraph in text.split(BETWEEN):
        kind = next((kind for kind in KINDS if paragraph.startswith(f"{LABEL.format(kind)} ")), None)
        if kind is not None:
            kept.append((at, kind))
            paragraph = paragraph.removeprefix(LABEL.format(kind)).lstrip()
        paragraphs.append(paragraph)
        at += len(paragraph) + len(BETWEEN)
    return BETWEEN.join(paragraphs), tuple(kept)


def _extracted(page: Any, url: str | None, *, least: int) -> tuple[Any, str]:
    """What trafilatura finds, and the text of it; where it is shorter than ``least`` all words of the page are taken."""
    found: Any = trafilatura.bare_extraction(
        page, url=url, with_metadata=True, include_comments=False, include_tables=False, config=_settings(least)
    )
    return found, "" if found is None or found.body is None else BETWEEN.join(_paragraphs(found.body))


@functools.cache
def _settings(least: int) -> Any:
    """The settings of trafilatura, without the search for dates of any language in any words, which takes ten seconds at first."""
    settings = copy.deepcopy(DEFAULT_CONFIG)
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(least)
    settings["DEFAULT"]["EXTENSIVE_DATE_SEARCH"] = "off"
    return settings


def _said(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _paragraphs(body: Any) -> Iterator[str]:
    """The paragraphs in order; those of a block quote with a mark before each of their lines."""
    words: list[str] = []
    for piece, quoted in [*_pieces(body, False), (None, False)]:
        if piece is not None:
            words.append(piece)
            continue
        lines = [" ".join(line.split()) for line in "".join(words).split("\n")]
        for is_text, paragraph in itertools.groupby(lines, key=bool):
            if is_text:
                yield "\n".join(f"{MARK}{line}" if quoted else line for line in paragraph)
        words = []


def _pieces(element: Any, quoted: bool) -> Iterator[tuple[str | None, bool]]:
    """The stretches of text in order, ``None`` where a paragraph begins or ends, and whether they stand in a block quote."""
    block = element.tag in BLOCKS
    inside = quoted or element.tag == "quote"
    if block:
        yield None, quoted
    if element.tag == LINE_BREAK:
        yield "\n", quoted
    if isinstance(element.tag, str) and element.text:
        yield _one_line(element.text), inside
    for child in element:
        yield from _pieces(child, inside)
        if child.tail:
            yield _one_line(child.tail), inside
    if block:
        yield None, inside


def _one_line(text: str) -> str:
    """A stretch of text with one space for each stretch of white space, those at its ends too."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}"
