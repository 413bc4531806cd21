"""Two people named together are who “they” and “the couple” mean."""

from __future__ import annotations

import pytest

from newsclaims import extract
from tests.speakers.said import last


@pytest.mark.parametrize(
    "text, name",
    [
        ("Ada Kell, 38, and her husband, Tom, 51, left. It rained. The couple said that it was late.", "Ada Kell and Tom"),
        ("Ada Kell and Tom Brenn left. They said that it was late.", "Ada Kell and Tom Brenn"),
        ("Ada Kell left. Tom Brenn sang. The couple said that it was late.", "The couple"),
        ("Ada Kell and Tom Brenn left. A couple said that it was late.", "A couple"),
    ],
)
def test_who_the_couple_is(text: str, name: str) -> None:
    assert last(text).name == name


def test_a_pair_has_its_members_and_is_one_for_the_whole_text() -> None:
    text = "Ada Kell and Tom Brenn left. They said that it was late. The couple said that it was cold."
    first, second = (quote.speaker for quote in extract(text).quotes)
    assert first is not None
    assert first == second
    assert [member.name for member in first.members] == ["Ada Kell", "Tom Brenn"]


def test_kin_before_a_name_are_not_the_one_named_before() -> None:
    speaker = last("Ada Kell, 38, husband, Tom, 51, and a girl left. Ada Kell said that it was late.")
    assert (speaker.name, speaker.gender, speaker.role) == ("Ada Kell", None, None)
