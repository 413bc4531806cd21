"""What was found as W3C Web Annotations: JSON-LD that points into the text and can be kept apart from it.

https://www.w3.org/TR/annotation-model/ (W3C Recommendation, 23 February 2017).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from newsclaims.formats.addresses import iri_of, part_iri
from newsclaims.model.claim import Claim
from newsclaims.model.document import Document
from newsclaims.model.quote import Quote
from newsclaims.spans import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and after the words, by which they are found again in a text that has changed


def to_web_annotation(document: Document, source: str | None = None) -> dict[str, Any]:
    """A collection with an annotation for each quote, for its source and its cue, and for each claim.

    ``source`` is the IRI of the text; without it the document's id where that is an IRI, else one made from the text.
    Positions count Unicode code points, as the model wants. Sources and cues link to the annotation of their quote.

    >>> from newsclaims import extract
    >>> found = to_web_annotation(extract("“It rained,” said Orla Vane."), "https://news.example/rain")
    >>> quote = found["first"]["items"][0]
    >>> quote["target"][0]["selector"][0]
    {'type': 'TextPositionSelector', 'start': 0, 'end': 12}
    >>> [body["value"] for body in quote["body"]][:3]
    ['quote', 'direct', 'Orla Vane']
    """
    writer = Writer(document, iri_of(document.text, document.id) if source is None else source)
    items = list(writer.items())
    return {
        "@context": CONTEXT,
        "id": part_iri(writer.source, "collection", 0),
        "type": "AnnotationCollection",
        "total": len(items),
        "first": {"id": part_iri(writer.source, "page", 0), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


class Writer:
    """Writes the annotations of one document."""

    def __init__(self, document: Document, source: str) -> None:
        self.document = document
        self.source = source

    def items(self) -> Iterator[dict[str, Any]]:
        """All annotations in the order of the document's quotes and claims."""
        for index, quote in enumerate(self.document.quotes):
            yield self._annotation("quote", index, "identifying", _quote_bodies(quote), quote.contents)
            if quote.source is not None:
                yield self._annotation("source", index, "linking", self._link("source", index, quote), [quote.source])
            if quote.cue is not None:
                yield self._annotation("cue", index, "linking", self._link("cue", index, quote), [quote.cue.span])
        for index, claim in enumerate(self.document.claims):
            yield self._annotation("claim", index, "classifying", _claim_bodies(claim), [claim.span])

    def _annotation(self, part: str, index: int, motivation: str, body: list[dict[str, Any]], spans: Sequence[Span]) -> dict[str, Any]:
        return {
            "id": part_iri(self.source, part, index),
            "type": "Annotation",
            "motivation": motivation,
            "generator": {"type": "Software", "name": "newsclaims"},
            "body": body,
            "target": [self._target(span) for span in spans],
        }

    def _target(self, span: Span) -> dict[str, Any]:
        text = self.document.text
        quoted = {
            "type": "TextQuoteSelector",
            "exact": span.text,
            "prefix": text[max(0, span.start - AROUND) : span.start],
            "suffix": text[span.end : span.end + AROUND],
        }
        return {
            "type": "SpecificResource",
            "source": self.source,
            "selector": [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, quoted],
        }

    def _link(self, part: str, index: int, quote: Quote) -> list[dict[str, Any]]:
        bodies = [
            _words(part, "tagging"),
            {"type": "SpecificResource", "source": part_iri(self.source, "quote", index), "purpose": "linking"},
        ]
        if part == "source" and quote.speaker is not None:
            bodies.append(_words(quote.speaker.name, "identifying"))
        if part == "cue" and quote.cue is not None:
            bodies.append(_words(quote.cue.category, "classifying"))
        return bodies


def _quote_bodies(quote: Quote) -> list[dict[str, Any]]:
    bodies = [_words("quote", "tagging"), _words(quote.kind.value, "classifying")]
    if quote.speaker is not None:
        bodies.append(_words(quote.speaker.name, "identifying"))
    confidence = "" if quote.confidence is None else f", confidence {quote.confidence:.3f}"
    found = f"rule {quote.rule}{confidence}" if quote.rule is not None else quote.reason
    return [*bodies, _words(found, "describing")] if found else bodies


def _claim_bodies(claim: Claim) -> list[dict[str, Any]]:
    bodies = [_words("claim", "tagging"), _words(claim.stance.value, "classifying"), _words(claim.modality.value, "classifying")]
    if claim.topic is not None:
        bodies.append(_words(claim.topic, "classifying"))
    if claim.claimer is not None:
        bodies.append(_words(claim.claimer.name, "identifying"))
    return [*bodies, _words(f"check-worthiness {claim.check_worthiness:.3f}", "describing")]


def _words(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
