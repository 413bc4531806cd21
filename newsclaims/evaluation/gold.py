"""Articles with the attributions that people found in them."""

from __future__ import annotations

import attrs

from newsclaims.model import Document, QuoteKind, SpeakerKind, Stance
from newsclaims.shown import Shown
from newsclaims.spans import Span


@attrs.frozen(repr=False)
class GoldSpeaker(Shown):
    """Who an annotated source is: the fullest name that the article gives, of several where each would do; none if it names nobody."""

    _shows = ("names", "kind")

    kind: SpeakerKind
    names: tuple[str, ...] = ()


@attrs.frozen(repr=False)
class GoldQuote(Shown):
    """One annotated attribution: what was said, and the stretches that name who said it and that it was said.

    ``contents``, ``source`` and ``cue`` are spans in text order, several where something else stands between.
    ``source`` and ``cue`` may be empty ("it is believed that ..." names nobody). ``speaker`` is ``None`` where nobody has
    annotated or could decide who that is.
    """

    _shows = ("kind", "contents", "source", "cue", "speaker")

    kind: QuoteKind
    contents: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    speaker: GoldSpeaker | None = None


@attrs.frozen(repr=False)
class GoldClaim(Shown):
    """A claim somebody marked: ``worth`` is 2 for worth checking, 1 for a claim that is not.

    ``claimer`` is the name or the words of who makes it, ``None`` for the article itself; ``about`` what it is about.
    """

    _shows = ("span", "worth", "stance", "claimer", "about")

    span: Span
    worth: int
    stance: Stance = Stance.AFFIRM
    claimer: str | None = None
    about: str = ""


@attrs.frozen(repr=False)
class GoldArticle(Shown):
    """One annotated article; what stands in ``discarded`` counts neither for nor against a prediction.

    ``claims`` is ``None`` where nobody has marked what is claimed.
    """

    _shows = ("id", "text", "quotes", "claims")

    text: str
    id: str
    quotes: tuple[GoldQuote, ...] = ()
    discarded: tuple[Span, ...] = ()
    claims: tuple[GoldClaim, ...] | None = None


def gold_from_document(document: Document, id: str) -> GoldArticle:
    """The quotes of a document taken as gold; ``id`` stands for the document's own where it has none.

    >>> gold_from_document(Document("Rain fell."), "weather").id
    'weather'
    """
    quotes = (
        GoldQuote(quote.kind, quote.contents, _one(quote.source), _one(quote.cue.span if quote.cue else None)) for quote in document.quotes
    )
    return GoldArticle(document.text, id if document.id is None else document.id, tuple(quotes))


def _one(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)
