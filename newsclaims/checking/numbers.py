"""The numbers of a draft's claims, held against the claims of sources that say the same."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsclaims.checking.results import Change, Check, CheckStatus
from newsclaims.checking.sources import Sources, index_words
from newsclaims.model import Claim, Document, Quantity

LEAST_SHARE = 0.4
"""The part of a claim's other words (longer than two letters) that a claim of a source has to share to be about the same."""
SHORTEST = 3


@attrs.frozen(eq=False)
class _Match:
    """A claim of a source about the same: how much it shares, where it stands, and the number there."""

    share: float
    number: int
    claim: Claim
    quantity: Quantity
    same: bool


def check_numbers(draft: Document, sources: Sources) -> Iterator[Check]:
    """A check for each number of each claim: found, changed, or absent where no source has a claim about the same with such a number."""
    for claim in draft.claims:
        for quantity in claim.quantities:
            if quantity.value is not None:
                yield _check(draft, claim, quantity, sources)


def _check(draft: Document, claim: Claim, quantity: Quantity, sources: Sources) -> Check:
    quote = None if claim.quote is None else draft.quotes[claim.quote]
    words = index_words(claim.text)
    found = list(_matches(claim, quantity, words, sources))
    best = max(found, key=lambda match: (match.same, match.share, -match.number), default=None)
    if best is None:
        return Check(CheckStatus.ABSENT, (CheckStatus.ABSENT,), quote, (quantity.span,), speaker=claim.claimer, claim=claim)
    status = CheckStatus.FOUND if best.same else CheckStatus.CHANGED
    change = Change(best.quantity.span.text, quantity.span.text, best.quantity.span, quantity.span)
    return Check(
        status,
        (status,),
        quote,
        (quantity.span,),
        source_id=sources.ids[best.number],
        source_spans=(best.quantity.span,),
        speaker=claim.claimer,
        source_speaker=best.claim.claimer,
        changes=() if best.same else (change,),
        claim=claim,
    )


def _matches(claim: Claim, quantity: Quantity, words: list[str], sources: Sources) -> Iterator[_Match]:
    wanted = _telling(claim.text, claim.quantities)
    for number in sources.candidates(words):
        for other in sources.opened(number).document.claims:
            share = len(wanted & _telling(other.text, other.quantities)) / len(wanted) if wanted else 0.0
            if share < LEAST_SHARE:
                continue
            for each in other.quantities:
                if each.value is not None and (each.kind, each.unit) == (quantity.kind, quantity.unit):
                    same = (each.value, each.high) == (quantity.value, quantity.high) and each.bound == quantity.bound
                    yield _Match(share, number, other, each, same)


def _telling(text: str, quantities: tuple[Quantity, ...]) -> frozenset[str]:
    """The words of a claim without those of its numbers."""
    numbers = {word for each in quantities for word in index_words(each.span.text)}
    return frozenset(word for word in index_words(text) if len(word) >= SHORTEST and word not in numbers)
