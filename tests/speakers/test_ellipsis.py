"""“One” is somebody of those who were just quoted."""

from __future__ import annotations

import pytest

from newsclaims import extract


@pytest.mark.parametrize(
    "text, name",
    [
        ("Orrel port officials say that it will close. “It is late,” said one.", "one Orrel port official"),
        ("Rowers on the ferry have been describing the storm. One told the Herald it was late.", "One rower"),
        # nobody was quoted just before, or no people
        ("Rowers were on the ferry. “It is late,” said one.", "one"),
        ("Reports say that it will close. “It is late,” said one.", "one"),
        ("Officials say that it will close. It rained. It froze. “It is late,” said one.", "one"),
    ],
)
def test_who_one_is(text: str, name: str) -> None:
    speaker = extract(text).quotes[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.named, speaker.resolved) == (name, False, " " in name)
