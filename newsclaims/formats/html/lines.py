"""A quote or a claim told in one line of text, and by what name its speaker goes there."""

from __future__ import annotations

from newsclaims.model.claim import Claim
from newsclaims.model.kinds import ClaimModality
from newsclaims.model.quote import Quote

NOBODY = "no speaker"


def quote_line(quote: Quote) -> str:
    """Who, kind, rule and confidence in one line of text."""
    rule = f"rule {quote.rule}" if quote.rule is not None else quote.reason or "no rule"
    confidence = "never measured" if quote.confidence is None else f"confidence {quote.confidence:.2f}"
    return " · ".join([who(quote), quote.kind, rule, confidence])


def claim_line(claim: Claim) -> str:
    """Who makes a claim, how it is put, and how much it is worth checking, in one line of text."""
    told = [claimer(claim), claim.stance, None if claim.modality is ClaimModality.ASSERTED else claim.modality, claim.topic]
    return " · ".join([*filter(None, told), f"worth checking {claim.check_worthiness:.2f}"])


def claimer(claim: Claim) -> str:
    """The name of who makes a claim."""
    if claim.claimer is not None:
        return claim.claimer.name
    return "the article itself" if claim.quote is None else "nobody named"


def who(quote: Quote) -> str:
    """The speaker's name, and the words that name the source where they are others."""
    source = None if quote.source is None else quote.source.text
    if quote.speaker is None:
        return source or NOBODY
    return quote.speaker.name if source is None or quote.speaker.name in source else f"{quote.speaker.name} (“{source}”)"
