"""What was said, with the cue that says so."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import attrs

from newsclaims.model.kinds import Modality, QuoteKind
from newsclaims.model.speaker import Speaker
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


_CONFIDENCE = operator.attrgetter("confidence")


class _ConfidenceToCome:
    """Room for the way to work out a quote's confidence, until somebody asks for it."""

    __slots__ = ("_read_confidence",)

    _read_confidence: Callable[[Quote], float]


@attrs.frozen(repr=False)
class Quote(_ConfidenceToCome, ByValues):
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

    def _leave_confidence_to(self, read: Callable[[Quote], float]) -> None:
        """For a quote that is being made: ``read`` will tell its confidence, and is let go then."""
        object.__delattr__(self, "confidence")
        object.__setattr__(self, "_read_confidence", read)

    if not TYPE_CHECKING:  # a type checker takes __getattr__ to mean that any attribute exists

        def __getattr__(self, name: str) -> Any:
            # Python comes here only where an attribute is missing, so for confidence only once.
            if name != "confidence":
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            confidence = self._read_confidence(self)
            object.__setattr__(self, "confidence", confidence)
            object.__setattr__(self, "_read_confidence", _CONFIDENCE)  # for another thread that came here meanwhile
            return confidence

    @property
    def clean_text(self) -> str:
        """The words as a reader would write them down, that is, halves joined, the comma before the speech tag gone."""
        from newsclaims.formats.clean_text import clean_text

        return clean_text(self)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from newsclaims.formats.html.pieces import quote_piece

        return quote_piece(self)
