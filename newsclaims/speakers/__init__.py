"""Stage 3: who a source is in its document, by an ordered set of named rules; ``SPEAKER_RULES`` is the list."""

from __future__ import annotations

from newsclaims.speakers.base import ResolutionRule, resolution_rule
from newsclaims.speakers.merging import Merge, MergedSpeaker, MergedSpeakers, merge
from newsclaims.speakers.resolver import resolve
from newsclaims.speakers.rules import SPEAKER_RULES

__all__ = [
    "SPEAKER_RULES",
    "Merge",
    "MergedSpeaker",
    "MergedSpeakers",
    "ResolutionRule",
    "merge",
    "resolution_rule",
    "resolve",
]
