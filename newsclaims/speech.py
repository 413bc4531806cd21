"""What counts as speech: what was said or written, not what is believed, planned or done."""

from __future__ import annotations

from typing import Literal

SAYING = frozenset(
    ("say", "claim", "tell", "ask", "write", "announce", "show", "deny", "promise", "urge", "accuse", "judge", "describe", "cite", "hear")
)
"""Categories of cues for acts of speech; "show" is what documents do."""
SIDING = frozenset(("support", "oppose", "discuss"))
"""Categories of cues for acts that are speech only where words are reported: "agreed that it was late", not "backed the plan"."""
WORDLESS_RULES = frozenset(("source-cue-infinitive", "source-cue-object", "subject-cue-passive"))
"""Rules that report no words of anybody, only what is done, wanted or talked about."""
What = Literal["speech"]


def is_speech(category: str | None, rule: str | None, *, quoted: bool) -> bool:
    """Whether a quote is of speech: it has words in quotation marks, or its cue and rule say that something was said or written.

    ``category`` is that of its cue, ``rule`` the name of the rule that found it, ``quoted`` whether words of it stand in quotation marks.

    >>> is_speech("say", "source-cue-clause", quoted=False), is_speech("believe", "source-cue-clause", quoted=False)
    (True, False)
    >>> is_speech("deny", "source-cue-infinitive", quoted=False), is_speech("support", "source-cue-that", quoted=False)
    (False, True)
    """
    if quoted or category is None:
        return True
    if category == "deny" and rule == "source-cue-infinitive":  # "declined to comment"
        return False
    return category in SAYING or (category in SIDING and rule not in WORDLESS_RULES)
