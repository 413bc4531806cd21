"""A row for each quote, speaker and claim of a document: the values of the columns that :mod:`newsclaims.formats.records` names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsclaims.formats.clean_text import clean_text
from newsclaims.model.document import Document
from newsclaims.model.quote import Cue
from newsclaims.model.speaker import Speaker, told_apart
from newsclaims.spans import Span

FIRST = "0"  # what stands in "document" where there is one document without an id
OWN_VOICE = "the article"
SEVERAL = "; "  # between the names or words of a list in one cell
NO_SPEAKER: Mapping[str, None] = dict.fromkeys(
    (
        "speaker",
        "speaker_id",
        "speaker_kind",
        "speaker_named",
        "speaker_resolved",
        "speaker_gender",
        "speaker_role",
        "speaker_on_behalf_of",
    )
)


def quote_records(document: Document, key: str = FIRST) -> Iterator[dict[str, Any]]:
    """The rows for ``"quotes"``; the columns are described in :meth:`newsclaims.Document.to_records`."""
    places, made_by = _places(document), _made_by(document)
    for index, quote in enumerate(document.quotes):
        yield {
            "document": key,
            "quote": index,
            "kind": quote.kind.value,
            "text": quote.text,
            "clean_text": clean_text(quote),
            "start": quote.span.start,
            "end": quote.span.end,
            **_span("source", quote.source),
            **_speaker(quote.speaker, places),
            **_cue(quote.cue),
            **_span("addressee", quote.addressee),
            "rule": quote.rule,
            "confidence": quote.confidence,
            "reason": quote.reason,
            "within": quote.within,
            "made_by": made_by,
        }


def speaker_records(document: Document, key: str = FIRST) -> Iterator[dict[str, Any]]:
    """The rows for ``"speakers"``: one for each of ``Document.speakers``, with how many quotes they have."""
    counts: dict[object, int] = {}
    made_by = _made_by(document)
    for quote in document.quotes:
        if quote.speaker is not None:
            counts[told_apart(quote.speaker)] = counts.get(told_apart(quote.speaker), 0) + 1
    for index, speaker in enumerate(document.speakers):
        first = speaker.mentions[0] if speaker.mentions else None
        yield {
            "document": key,
            "speaker_id": index,
            "name": speaker.name,
            "kind": speaker.kind.value,
            "role": speaker.role,
            "affiliation": speaker.affiliation,
            "on_behalf_of": speaker.on_behalf_of,
            "external_id": speaker.external_id,
            "gender": speaker.gender,
            "named": speaker.named,
            "resolved": speaker.resolved,
            "members": _listed(member.name for member in speaker.members),
            "mentions": len(speaker.mentions),
            "first_start": None if first is None else first.start,
            "first_end": None if first is None else first.end,
            "quotes": counts.get(told_apart(speaker), 0),
            "made_by": made_by,
        }


def claim_records(document: Document, key: str = FIRST) -> Iterator[dict[str, Any]]:
    """The rows for ``"claims"``: one for each of ``Document.claims``."""
    places, made_by = _places(document), _made_by(document)
    for index, claim in enumerate(document.claims):
        yield {
            "document": key,
            "claim": index,
            "text": claim.text,
            "start": claim.span.start,
            "end": claim.span.end,
            "sentence": claim.sentence,
            "claimer": None if claim.claimer is None else claim.claimer.name,
            "claimer_kind": None if claim.claimer is None else claim.claimer.kind.value,
            "speaker_id": _place(claim.claimer, places),
            "quote": claim.quote,
            "stance": claim.stance.value,
            "modality": claim.modality.value,
            "negated": claim.negated,
            "hedges": _listed(span.text for span in claim.hedges),
            "quantities": _listed(quantity.span.text for quantity in claim.quantities),
            "dates": _listed(date.iso or date.span.text for date in claim.dates),
            **_span("object", claim.object),
            "topic": claim.topic,
            "check_worthiness": claim.check_worthiness,
            "decontextualized": claim.decontextualized,
            "same_as": claim.same_as,
            "probability": claim.probability,
            "kind": claim.kind.value,
            "object_name": claim.object_name,
            "reported_by": _listed(speaker.name for speaker in claim.reported_by),
            "denied_by": _listed(OWN_VOICE if speaker is None else speaker.name for speaker in claim.denied_by),
            "unresolved": _listed(span.text for span in claim.unresolved),
            "context": _listed(map(str, claim.context)),
            "reasons": _listed(reason.feature for reason in claim.reasons if reason.weight > 0),
            "made_by": made_by,
        }


def _made_by(document: Document) -> str | None:
    return None if document.made_by is None else str(document.made_by)


def _listed(words: Iterable[str]) -> str | None:
    return SEVERAL.join(words) or None


def _places(document: Document) -> dict[object, int]:
    """Where each speaker stands among those of the document; the first of two that cannot be told apart."""
    return {told_apart(speaker): at for at, speaker in reversed(list(enumerate(document.speakers)))}


def _place(speaker: Speaker | None, places: Mapping[object, int]) -> int | None:
    return None if speaker is None else places.get(told_apart(speaker))


def _speaker(speaker: Speaker | None, places: Mapping[object, int]) -> Mapping[str, Any]:
    if speaker is None:
        return NO_SPEAKER
    return {
        "speaker": speaker.name,
        "speaker_id": _place(speaker, places),
        "speaker_kind": speaker.kind.value,
        "speaker_named": speaker.named,
        "speaker_resolved": speaker.resolved,
        "speaker_gender": speaker.gender,
        "speaker_role": speaker.role,
        "speaker_on_behalf_of": speaker.on_behalf_of,
    }


def _span(name: str, span: Span | None) -> dict[str, Any]:
    if span is None:
        return {name: None, f"{name}_start": None, f"{name}_end": None}
    return {name: span.text, f"{name}_start": span.start, f"{name}_end": span.end}


def _cue(cue: Cue | None) -> dict[str, Any]:
    return {
        **_span("cue", None if cue is None else cue.span),
        "cue_lemma": None if cue is None else cue.lemma,
        "cue_category": None if cue is None else cue.category,
        "negated": None if cue is None else cue.negated,
        "modality": None if cue is None else cue.modality.value,
    }
