"""The lists beside the article: speakers, quotes, claims, and what else the document holds."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newsclaims.formats.html.cast import Cast, Part
from newsclaims.formats.html.lines import NOBODY, claimer, who
from newsclaims.formats.html.markup import Markup, escaped, join, tag
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
    names = {part.number: escaped(part.speaker.name) for part in cast.parts}
    rows = [_quote(index, part, "" if part is None else names[part.number], document, prefix) for index, part in enumerate(cast.of_quotes)]
    return Markup(f'<ol class="quotes">{"".join(rows)}</ol>')


def _quote(index: int, part: Part | None, name: str, document: Document, prefix: str) -> str:
    quote = document.quotes[index]
    number, colour = ("?", "s0") if part is None else (part.number, part.colour)
    confidence = "" if quote.confidence is None else f"{quote.confidence:.3f}"
    return (
        f'<li id="{prefix}about{index}" data-quote="{index}" data-kind="{escaped(quote.kind)}"'
        f' data-confidence="{confidence}" data-speaker="{name}">'
        f'<span class="name {colour}" data-n="{number}"><bdi>{escaped(who(quote))}</bdi></span> '
        f"<small>{_details(quote, document)}</small>"
        f'<a href="#{prefix}quote{index}" dir="auto">{escaped(quote.text)}</a></li>'
    )


def _details(quote: Quote, document: Document) -> str:
    told = quote.kind.value
    if quote.cue is not None:
        said = "" if quote.cue.modality is Modality.ASSERTED else f" · {quote.cue.modality}"
        told += f" · “{quote.cue.span.text}”{' · not said' if quote.cue.negated else ''}{said}"
    if quote.addressee is not None:
        told += f" · to {quote.addressee.text}"
    if quote.within is not None:
        told += "".join([f" · in the words of {who(outer)}" for outer in document.chain(quote)[1:]])
    measured = "· never measured" if quote.confidence is None else _measured(quote.confidence, "confidence")
    return f"{escaped(told)} · {escaped(quote.rule or quote.reason or 'no rule')} {measured}"


def claim_list(document: Document, prefix: str) -> Markup | None:
    """Every claim: who makes it, how, and how much it is worth checking."""
    if not document.claims:
        return None
    rows = [_claim(index, claim, document, prefix) for index, claim in enumerate(document.claims)]
    return Markup(f'<ol class="claims">{"".join(rows)}</ol>')


def _claim(index: int, claim: Claim, document: Document, prefix: str) -> str:
    modality = "" if claim.modality is ClaimModality.ASSERTED else f" · {escaped(claim.modality)}"
    topic = "" if claim.topic is None else f" · {escaped(claim.topic)}"
    of_quote = "" if claim.quote is None or not 0 <= claim.quote < len(document.quotes) else f' data-of="{claim.quote}"'
    name = escaped(claimer(claim))
    speaker = "" if claim.claimer is None else name
    return (
        f'<li data-claim="{index}"{of_quote} data-speaker="{speaker}"><bdi class="name">{name}</bdi> '
        f"<small>{escaped(claim.stance)}{modality}{topic} · worth checking {_measured(claim.check_worthiness, 'check-worthiness')}</small>"
        f'<a href="#{prefix}claim{index}" dir="auto">{escaped(claim.text)}</a></li>'
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


def _measured(share: float, name: str) -> str:
    """A number between 0 and 1 as a bar and in figures."""
    return f'<meter min="0" max="1" value="{share:.3f}" aria-label="{name}"></meter> {share:.2f}'


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
