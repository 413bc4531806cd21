"""Quotes beside the sources they were held against, the words that differ marked on both sides."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsclaims.formats.html.markup import Markup, join, opening, tag
from newsclaims.formats.html.page import page_file, page_head
from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.checking.results import Check, Checks
    from newsclaims.model import Speaker

NOBODY = "nobody named"
LABELS = {
    "absent": "absent",
    "other_speaker": "other speaker",
    "changed": "changed",
    "cut": "cut",
    "joined": "joined",
    "abridged": "abridged",
    "found": "found",
}


def checks_page(checks: Checks, title: str = "Quotes held against their sources") -> str:
    """A whole page that loads nothing and has no script."""
    style = Markup(page_file("report.css") + page_file("checks.css"))
    return join(
        page_head(title, style),
        opening("body", class_="newsclaims page"),
        tag("header", tag("h1", title), tag("p", _summary(checks))),
        Markup("\n<main>\n"),
        *map(_check, checks),
        Markup("</main>\n</body></html>\n"),
    )


def checks_piece(checks: Checks) -> str:
    """The same as a piece of HTML with its own style: what a notebook shows."""
    style = Markup(page_file("report.css") + page_file("checks.css"))
    return tag("div", tag("style", style), tag("p", _summary(checks)), *map(_check, checks), class_="newsclaims")


def _summary(checks: Checks) -> str:
    counts = ((status, sum(check.status.value == status for check in checks)) for status in LABELS)
    told = ", ".join(f"{count} {LABELS[status]}" for status, count in counts if count)
    left = f"; {len(checks.unchecked)} without words in quotation marks" if checks.unchecked else ""
    return f"{len(checks)} checked: {told}{left}" if told else f"nothing to check{left}"


def _check(check: Check) -> Markup:
    heading = tag("h2", tag("span", LABELS[check.status.value], class_="status"), tag("bdi", _name(check.speaker)))
    sides = tag("div", *_sides(check), class_="sides")
    notes = list(_notes(check))
    told = tag("ul", *(tag("li", note) for note in notes)) if notes else None
    return tag("section", heading, sides, told, class_=f"check {check.status.value}{' holds' if check.holds else ''}")


def _sides(check: Check) -> Iterator[Markup]:
    whole = check.spans[0] if check.quote is None or check.claim is not None else check.quote.span
    changed = [change.draft for change in check.changes if change.draft is not None]
    yield _side(f"Draft: {_name(check.speaker)}", whole, check.spans, changed, "ins")
    if check.context is None and not check.source_spans:
        yield tag("figure", tag("figcaption", "In no source"))
        return
    around = check.context or check.source_spans[0]
    changed = [change.source for change in check.changes if change.source is not None]
    yield _side(f"Source {check.source_id}: {_name(check.source_speaker)}", around, check.source_spans, changed, "del")


def _side(caption: str, whole: Span, quoted: Iterable[Span], changed: Iterable[Span], name: str) -> Markup:
    return tag("figure", tag("figcaption", caption), tag("blockquote", *_marked(whole, list(quoted), list(changed), name), dir="auto"))


def _marked(whole: Span, quoted: list[Span], changed: list[Span], name: str) -> Iterator[str]:
    """The words of a span, with what is quoted of it and what differs in it marked."""
    cuts = {whole.start, whole.end, *(edge for span in (*quoted, *changed) for edge in (span.start, span.end))}
    places = sorted(cut for cut in cuts if whole.start <= cut <= whole.end)
    for start, end in itertools.pairwise(places):
        words = whole.text[start - whole.start : end - whole.start]
        if any(span.start <= start and end <= span.end for span in changed):
            yield tag(name, words)
        elif any(span.start <= start and end <= span.end for span in quoted):
            yield tag("mark", words)
        else:
            yield words


def _notes(check: Check) -> Iterator[str]:
    for change in check.changes:
        sense = f" ({', '.join(kind.value for kind in change.sense)})" if change.sense else ""
        yield f"{change.before or 'nothing'} → {change.after or 'nothing'}{sense}"
    if len(check.findings) > 1:
        yield "found: " + ", ".join(LABELS[finding.value] for finding in check.findings)
    if check.folds:
        yield "not counted: " + ", ".join(fold.value for fold in check.folds)


def _name(speaker: Speaker | None) -> str:
    return NOBODY if speaker is None else speaker.name
