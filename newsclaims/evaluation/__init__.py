"""Scores against annotated articles, for the rules and corpora of your own as well as for those shipped.

:func:`read_gold` reads annotated articles (brat's stand-off format, or documents as JSON), :func:`evaluate` holds
predictions against them, :func:`compare` lists what changed between two runs, :func:`calibrate` fits the
confidence of quotes. ``newsclaims evaluate`` does all of it from the command line.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclaims.errors import GoldError
    from newsclaims.evaluation.calibration import Calibration, calibrate
    from newsclaims.evaluation.changes import Change, ChangeKind, compare
    from newsclaims.evaluation.claim_scores import ClaimScore
    from newsclaims.evaluation.counts import Counts
    from newsclaims.evaluation.gold import GoldArticle, GoldClaim, GoldQuote, GoldSpeaker, gold_from_document
    from newsclaims.evaluation.names import NameScore
    from newsclaims.evaluation.reading import read_documents, read_gold
    from newsclaims.evaluation.report import Bin, Kept, KindScore, Report, RuleScore, evaluate

HOME = {
    "GoldError": "newsclaims.errors",
    **dict.fromkeys(("Calibration", "calibrate"), "newsclaims.evaluation.calibration"),
    **dict.fromkeys(("Change", "ChangeKind", "compare"), "newsclaims.evaluation.changes"),
    "ClaimScore": "newsclaims.evaluation.claim_scores",
    "Counts": "newsclaims.evaluation.counts",
    **dict.fromkeys(("GoldArticle", "GoldClaim", "GoldQuote", "GoldSpeaker", "gold_from_document"), "newsclaims.evaluation.gold"),
    "NameScore": "newsclaims.evaluation.names",
    **dict.fromkeys(("read_documents", "read_gold"), "newsclaims.evaluation.reading"),
    **dict.fromkeys(("Bin", "Kept", "KindScore", "Report", "RuleScore", "evaluate"), "newsclaims.evaluation.report"),
}
"""The module of each public name, loaded at first use: the command line imports this package whatever it is asked to do."""

__all__ = [
    "Bin",
    "Calibration",
    "Change",
    "ChangeKind",
    "ClaimScore",
    "Counts",
    "GoldArticle",
    "GoldClaim",
    "GoldError",
    "GoldQuote",
    "GoldSpeaker",
    "Kept",
    "KindScore",
    "NameScore",
    "Report",
    "RuleScore",
    "calibrate",
    "compare",
    "evaluate",
    "gold_from_document",
    "read_documents",
    "read_gold",
]


def __getattr__(name: str) -> object:
    if name not in HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(importlib.import_module(HOME[name]), name)
    globals()[name] = found
    return found
