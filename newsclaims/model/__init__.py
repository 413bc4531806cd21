"""What newsclaims returns: typed, frozen values with exact offsets into the caller's text."""

from __future__ import annotations

from newsclaims.model.claim import Claim, Date, Quantity, Reason
from newsclaims.model.document import Document, What
from newsclaims.model.kinds import ClaimKind, ClaimModality, Modality, QuantityKind, QuoteKind, RegionKind, SpeakerKind, Stance
from newsclaims.model.made_by import MadeBy
from newsclaims.model.quote import Cue, Quote
from newsclaims.model.speaker import Alias, Speaker
from newsclaims.model.text import Dateline, Quotation, Region, Sentence
from newsclaims.model.values import SCHEMA_VERSION

__all__ = [
    "SCHEMA_VERSION",
    "Alias",
    "Claim",
    "ClaimKind",
    "ClaimModality",
    "Cue",
    "Date",
    "Dateline",
    "Document",
    "MadeBy",
    "Modality",
    "Quantity",
    "QuantityKind",
    "Quotation",
    "Quote",
    "QuoteKind",
    "Reason",
    "Region",
    "RegionKind",
    "Sentence",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "What",
]
