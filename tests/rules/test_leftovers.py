"""What stands in marks and is nobody's words: no quote of it is handed out."""

from __future__ import annotations

import pytest

from newsclaims import extract


@pytest.mark.parametrize(
    "text",
    [
        "A cat that “vanished” nine years ago is home.",
        "The idea goes back to Orla Vane's “Night of the Glass Men.”",
        "He earned the nickname “kaluma,” or “the man who counts,” for his habits.",
        "The satire “Low Tide” won. “Low Tide,” a first feature, beat the rest.",
    ],
)
def test_what_only_names_something_is_no_quote(text: str) -> None:
    assert extract(text).quotes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Near the hall “We vanished at night.”",
        "The idea goes back to Orla Vane's “we are made of glass and we shall break.”",
        "The porch, or “I would rather sleep in the yard,” for all that.",
    ],
)
def test_what_may_be_speech_is_kept(text: str) -> None:
    assert [quote.source for quote in extract(text).quotes] == [None]
