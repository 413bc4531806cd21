"""Who says the last of what is said in a text."""

from __future__ import annotations

from newsclaims import extract
from newsclaims.model import Speaker


def last(text: str) -> Speaker:
    """The speaker of the last quote, who must be there."""
    speaker = extract(text).quotes[-1].speaker
    assert speaker is not None
    return speaker
