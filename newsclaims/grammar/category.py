"""Category: what somebody does who is quoted, as the word lists of cues sort it."""

from __future__ import annotations

from typing import Literal, TypeAlias

Category: TypeAlias = Literal[
    "say", "claim", "tell", "ask", "write", "announce", "show", "deny", "promise", "urge", "accuse", "judge", "describe",
    "support", "oppose", "cite", "discuss", "believe", "know", "feel", "want", "plan", "expect", "seem", "hear",
]  # fmt: skip
"""The categories of ``cue_frames.tsv``. A list that a user extends may name one of their own, which no shipped rule asks for."""
