"""A quote, a speaker or a claim by itself, as a notebook shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsclaims.formats.html.lines import claim_line, quote_line
from newsclaims.formats.html.markup import tag
from newsclaims.model.claim import Claim
from newsclaims.model.quote import Quote
from newsclaims.model.speaker import Speaker


def quote_piece(quote: Quote) -> str:
    """What was said, and below it who, kind, rule and confidence.

    >>> from newsclaims import extract
    >>> quote_piece(extract("“It rained,” said Orla Vane.").quotes[0])[:86]
    '<figure><blockquote dir="auto">It rained,</blockquote><figcaption>Orla Vane · direct ·'
    """
    return _said(quote.text, quote_line(quote))


def claim_piece(claim: Claim) -> str:
    """The claim, and below it who makes it, how, and how much it is worth checking."""
    return _said(claim.text, claim_line(claim))


def speaker_piece(speaker: Speaker) -> str:
    """The name, and what the text says of them."""
    told = [speaker.kind.value, speaker.role, speaker.affiliation, f"{len(speaker.mentions)} mentions"]
    return tag("p", tag("b", tag("bdi", speaker.name)), " ", tag("small", ", ".join(part for part in told if part)))


def table_piece(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table with a header; ``None`` is an empty cell.

    >>> table_piece(["name", "quotes"], [["Orla Vane", 3]])[-53:]
    '<tr><td>Orla Vane</td><td>3</td></tr></tbody></table>'
    """
    head = tag("tr", *(tag("th", column, scope="col") for column in columns))
    body = (tag("tr", *(tag("td", "" if cell is None else str(cell)) for cell in row)) for row in rows)
    return tag("table", tag("thead", head), tag("tbody", *body))


def lines_piece(text: str) -> str:
    """Text as it is printed, in letters of one width."""
    return tag("pre", text)


def _said(words: str, told: str) -> str:
    return tag("figure", tag("blockquote", words, dir="auto"), tag("figcaption", told))
