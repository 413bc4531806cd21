"""Kinds: what sort of thing a claim says, as fact-checkers sort claims.

After the kinds of Full Fact (Konstantinovskiy, Price, Babakar and Zubiaga, "Toward Automated Factchecking", 2021): a quantity, a
comparison, a cause, a law or rule, a vote, what is on record, what somebody went through, what will be; other claims tell an event, or how
things stand.
"""

from __future__ import annotations

from collections.abc import Set

from newsclaims.model import ClaimKind, ClaimModality

IN_ORDER = (
    ("voting", ClaimKind.VOTE),
    ("vote and law", ClaimKind.LAW),
    ("cause", ClaimKind.CAUSE),
    ("comparison", ClaimKind.COMPARISON),
    ("a quantity", ClaimKind.QUANTITY),
    ("percent", ClaimKind.QUANTITY),
    ("money", ClaimKind.QUANTITY),
    ("research", ClaimKind.RECORD),
    ("I", ClaimKind.PERSONAL),
    ("past", ClaimKind.EVENT),
    ("present perfect", ClaimKind.EVENT),
)
"""The features that tell a kind; the first that a claim has decides."""
YET_TO_COME = (ClaimModality.FUTURE, ClaimModality.CONDITIONAL)


def kind_of_claim(features: Set[str], modality: ClaimModality) -> ClaimKind:
    """The kind of a claim with these features of its words."""
    if modality in YET_TO_COME:
        return ClaimKind.PREDICTION
    return next((kind for feature, kind in IN_ORDER if feature in features), ClaimKind.STATE)
