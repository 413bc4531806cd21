"""The lists beside the article: speakers, quotes, claims, and what else the document holds."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newsclaims.formats.html.cast import Cast, Part
from newsclaims.formats.html.lines import NOBODY, claimer, who
from newsclaims.formats.html.markup import Markup, join, opening, tag
from newsclaims.model.claim import Claim
from newsclaims.model.document import Document
from newsclaims.model.kinds import ClaimModality, Modality
from newsclaims.model.quote import Quote

LONGEST = 300  # characters of a value of the metadata


def speaker_list(cast: Cast) -> Markup:
    """Every speaker with number, name, what the text says of them, and how many quotes they have."""
    rows = [_speaker(part) for part in cast.parts]
    if cast.without:
        rows.append(tag("li", _name_button("s0", "?", NOBODY, ""), " ", tag("span", _counted(cast.without, "quote"), class_="count")))
    return tag("ul", *rows, class_="speakers") if rows else tag("p", "nobody is quoted")


def _speaker(part: Part) -> Markup:
    speaker = part.speaker
    known = ", ".join(word for word in (speaker.role, speaker.affiliation, None if speaker.named else "not named") if word)
    return tag(
        "li",
        _name_button(part.colour, str(part.number), speaker.name, speaker.name),
        tag("small", f" {speaker.kind.value}{', ' if known else ''}{known} "),
        tag("span", _counted(part.quotes, "quote"), class_="count"),
    )


def _name_button(colour: str, number: str, name: str, value: str) -> Markup:
    """A name; where the page has filters, its script makes it a button that filters by it."""
    return tag("span", tag("bdi", name), class_=f"name {colour}", data_n=number, data_name=value)


def quote_list(document: Document, cast: Cast, prefix: str) -> Markup:
    """Every quote with all that is known of it, and a link to where it stands."""
    return tag("ol", *(_quote(index, document, cast, prefix) for index in range(len(document.quotes))), class_="quotes")


def _quote(index: int, document: Document, cast: Cast, prefix: str) -> Markup:
    quote = document.quotes[index]
    part = cast.part(quote.speaker)
    number, colour = ("?", "s0") if part is None else (str(part.number), part.colour)
    return tag(
        "li",
        tag("span", tag("bdi", who(quote)), class_=f"name {colour}", data_n=number),
        " ",
        tag("small", *_details(quote, document)),
        tag("a", quote.text, href=f"#{prefix}quote{index}", dir="auto"),
        id=f"{prefix}about{index}",
        data_quote=index,
        data_kind=quote.kind.value,
        data_confidence="" if quote.confidence is None else f"{quote.confidence:.3f}",
        data_speaker=quote.speaker.name if quote.speaker is not None else "",
    )


def _details(quote: Quote, document: Document) -> Iterator[str]:
    yield quote.kind.value
    if quote.cue is not None:
        yield f" · “{quote.cue.span.text}”"
        yield " · not said" if quote.cue.negated else ""
        yield "" if quote.cue.modality is Modality.ASSERTED else f" · {quote.cue.modality.value}"
    if quote.addressee is not None:
        yield f" · to {quote.addressee.text}"
    yield from (f" · in the words of {who(outer)}" for outer in document.chain(quote)[1:])
    yield f" · {quote.rule or quote.reason or 'no rule'} "
    yield "· never measured" if quote.confidence is None else _measured(quote.confidence, "confidence")


def claim_list(document: Document, prefix: str) -> Markup | None:
    """Every claim: who makes it, how, and how much it is worth checking."""
    if not document.claims:
        return None
    return tag("ol", *(_claim(index, claim, document, prefix) for index, claim in enumerate(document.claims)), class_="claims")


def _claim(index: int, claim: Claim, document: Document, prefix: str) -> Markup:
    told = [claim.stance.value]
    if claim.modality is not ClaimModality.ASSERTED:
        told.append(claim.modality.value)
    if claim.topic is not None:
        told.append(claim.topic)
    quote = claim.quote if claim.quote is not None and 0 <= claim.quote < len(document.quotes) else None
    return tag(
        "li",
        tag("bdi", claimer(claim), class_="name"),
        " ",
        tag("small", " · ".join(told), " · worth checking ", _measured(claim.check_worthiness, "check-worthiness")),
        tag("a", claim.text, href=f"#{prefix}claim{index}", dir="auto"),
        data_claim=index,
        data_of=quote,
        data_speaker=claim.claimer.name if claim.claimer is not None else "",
    )


def notes(document: Document) -> Iterator[Markup]:
    """Metadata and warnings, where there are any."""
    if document.metadata:
        rows = (join(tag("dt", str(key)), tag("dd", _shortened(value))) for key, value in document.metadata.items())
        yield tag("dl", *rows, class_="metadata")
    if document.warnings:
        yield tag("ul", *(tag("li", warning) for warning in document.warnings), class_="warnings")


def _shortened(value: object) -> str:
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"


def _measured(share: float, name: str) -> Markup:
    """A number between 0 and 1 as a bar and in figures."""
    bar = join(opening("meter", min="0", max="1", value=f"{share:.3f}", aria_label=name), Markup("</meter>"))
    return join(bar, f" {share:.2f}")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
