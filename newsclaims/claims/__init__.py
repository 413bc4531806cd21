"""Claims: what a text puts forward as the case, by whom, with the quantities, dates and topic it is about.

:func:`cluster` groups what several documents say in nearly the same words.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclaims.claims.base import ClaimRule, Proposed, claim_rule
    from newsclaims.claims.clustering import Change, Cluster, Member, Variant, cluster
    from newsclaims.claims.pieces import Piece
    from newsclaims.claims.rules import CLAIM_RULES

HOME = {
    "CLAIM_RULES": "rules",
    **dict.fromkeys(("ClaimRule", "Proposed", "claim_rule"), "base"),
    **dict.fromkeys(("Change", "Cluster", "Member", "Variant", "cluster"), "clustering"),
    "Piece": "pieces",
}
"""The module of each public name, loaded at first use."""

__all__ = ["CLAIM_RULES", "Change", "ClaimRule", "Cluster", "Member", "Piece", "Proposed", "Variant", "claim_rule", "cluster"]


def __getattr__(name: str) -> object:
    if name not in HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(importlib.import_module(f"{__name__}.{HOME[name]}"), name)
    globals()[name] = found
    return found
