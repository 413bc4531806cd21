"""What was said, with the cue that says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from newsclaims.model.kinds import Modality, QuoteKind
from newsclaims.model.speaker import Speaker
from newsclaims.model.to_come import ToCome
from newsclaims.model.values import ByValues
from newsclaims.shown import said_line
from newsclaims.spans import Span


@attrs.frozen(repr=False)
class Cue(ByValues):
    """The words that say that something was said: "has repeatedly said", "according to".

    ``lemma`` is the head's base form ("say"), ``category`` its group ("say", "ask", "deny", ...),
    ``negated`` whether the saying itself is denied ("did not say"), ``modality`` how it is put.
    """

    _shows = ("span", "lemma", "category", "negated", "modality")

    span: Span
    lemma: str
    category: str
    negated: bool = False
    modality: Modality = Modality.ASSERTED

    def __str__(self) -> str:
        return self.span.text


@attrs.frozen(repr=False)
class Quote(ToCome, ByValues):
    """Something said, and by whom.

    ``contents`` are the spans of what was said, in text order, quotation marks included: two for
    ``“a,” he said, “b”``. ``source`` is the span that names the source in the text ("he"), ``speaker``
    who that is in this document. ``confidence`` (0 to 1) is how often quotes like this one were right in annotated news: of this rule and
    kind, with these signs in the sentence; it is worked out when first asked for. ``None`` is that of a rule nobody has measured.
    A quotation without a source has ``source``, ``speaker`` and
    ``cue`` ``None`` and a ``reason``. ``within`` is the index in ``Document.quotes`` of the quote whose words it stands in
    ("police said that *he told them that ...*"), ``None`` at the top.
    The three parts follow Pareti (2012), "A Database of Attribution Relations".
    """

    _shows = ("kind", "source", "speaker", "text", "rule", "reason")
    _to_come = ("confidence",)

    kind: QuoteKind
    contents: tuple[Span, ...]
    span: Span
    text: str
    source: Span | None = None
    speaker: Speaker | None = None
    cue: Cue | None = None
    addressee: Span | None = None
    rule: str | None = None
    confidence: float | None = 0.0
    reason: str | None = None
    within: int | None = None

    def __str__(self) -> str:
        return said_line(self)

    def _told(self, teller: Callable[..., Any]) -> Mapping[str, Any]:
        return {"confidence": teller(self)}

    @property
    def clean_text(self) -> str:
        """The words as a reader would write them down, that is, halves joined, the comma before the speech tag gone."""
        from newsclaims.formats.clean_text import clean_text

        return clean_text(self)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from newsclaims.formats.html.pieces import quote_piece

        return quote_piece(self)
