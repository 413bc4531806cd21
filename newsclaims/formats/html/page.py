"""A document for a notebook, and documents as one page that needs nothing else."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Iterable, Iterator
from importlib import resources

from newsclaims.formats.html.article import ArticleWriter
from newsclaims.formats.html.cast import Cast
from newsclaims.formats.html.lists import claim_list, notes, quote_list, speaker_list
from newsclaims.formats.html.markup import Markup, join, opening, tag
from newsclaims.model.document import Document
from newsclaims.model.kinds import QuoteKind


def fragment(document: Document) -> str:
    """One document as HTML without a script, with its own style: what a notebook shows.

    >>> from newsclaims import extract
    >>> "Orla Vane · direct" in fragment(extract("“It rained,” said Orla Vane."))
    True
    """
    told = f"{document.id}\n{document.text}".encode("utf-8", "surrogatepass")
    prefix = f"nc-{hashlib.sha256(told).hexdigest()[:12]}-"  # a notebook shows many documents on one page
    return tag("div", tag("style", page_file("report.css")), *_document(document, prefix), class_="newsclaims")


def page(documents: Iterable[Document], title: str = "What was said, and by whom") -> Iterator[str]:
    """A whole page, piece by piece: each document with its speakers, quotes and claims, filters above them.

    It loads nothing, and runs no script and no style but its own two, which the page's Content-Security-Policy
    (https://www.w3.org/TR/CSP3/) names by their hashes.
    """
    style, script = page_file("report.css"), page_file("report.js")
    yield join(
        page_head(title, style, script),
        opening("body", class_="newsclaims page"),
        tag("header", tag("h1", title), _filters()),
        Markup("\n<main>\n"),
    )
    for index, document in enumerate(documents):
        yield from _document(document, f"d{index}-")
    yield join(Markup("</main>\n"), tag("script", script), Markup("\n</body></html>\n"))


def page_head(title: str, style: Markup, script: Markup | None = None) -> Markup:
    """The beginning of a page, up to its body; the policy lets nothing run but its own style and script."""
    return join(
        Markup("<!DOCTYPE html>\n"),
        opening("html", lang="en"),
        Markup("<head>\n"),
        opening("meta", charset="utf-8"),
        opening("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        opening("meta", name="viewport", content="width=device-width, initial-scale=1"),
        opening("meta", name="color-scheme", content="light dark"),
        opening("meta", name="referrer", content="no-referrer"),
        tag("title", title),
        tag("style", style),
        Markup("\n</head>\n"),
    )


def _document(document: Document, prefix: str) -> Iterator[Markup]:
    cast = Cast.of(document.speakers, document.quotes)
    yield opening("section", class_="document")
    if document.id is not None:
        yield tag("h2", tag("bdi", document.id))
    yield from notes(document)
    yield Markup('<div class="columns"><article>')
    yield from ArticleWriter(document, cast, prefix).paragraphs()
    yield join(Markup("</article>"), opening("aside"), tag("h3", "Speakers"), speaker_list(cast), Markup("</aside></div>\n"))
    yield from _folded("Quotes", len(document.quotes), quote_list(document, cast, prefix))
    claims = claim_list(document, prefix)
    if claims is not None:
        yield from _folded("Claims", len(document.claims), claims)
    yield Markup("</section>\n")


def _folded(name: str, count: int, content: Markup) -> Iterator[Markup]:
    yield tag("details", tag("summary", f"{name} ({count})"), content)


def _filters() -> Markup:
    """Above the documents; the script shows them, fills in the speakers and does the rest."""
    kinds = (
        tag("label", opening("input", type="checkbox", name="kind", value=kind.value, checked=""), f" {kind.value}") for kind in QuoteKind
    )
    return tag(
        "form",
        tag("label", "Speaker ", tag("select", tag("option", "all", value="*"), name="speaker")),
        tag("fieldset", tag("legend", "Kind"), *kinds),
        tag(
            "label",
            "Confidence at least ",
            opening("input", type="range", name="confidence", min="0", max="1", step="0.05", value="0"),
            tag("output", "0.00", name="least"),
        ),
        tag("label", opening("input", type="checkbox", name="claims"), " mark claims"),
        tag("button", "Show all", type="button", name="everything"),
        tag("p", class_="shown", role="status"),
        tag("p", tag("kbd", "j"), " next quote, ", tag("kbd", "k"), " previous, ", tag("kbd", "Esc"), " show all", class_="keys"),
        class_="filters",
        hidden="",
    )


def _policy(style: str, script: str | None) -> str:
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src {_hash(style)}",
            *([] if script is None else [f"script-src {_hash(script)}"]),
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


@functools.cache  # three small files
def page_file(name: str) -> Markup:
    """A file of this package; what stands in it goes into the page as it is."""
    return Markup((resources.files(__package__) / name).read_text(encoding="utf-8"))
