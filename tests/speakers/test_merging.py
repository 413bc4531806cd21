"""The same speakers over documents: only where it is sure, and with the reason."""

from __future__ import annotations

import pytest

from newsclaims import extract
from newsclaims.speakers import MergedSpeakers, merge


def merged(*texts: str, **aliases: str) -> MergedSpeakers:
    return merge([extract(text) for text in texts], aliases=aliases)


def sizes(result: MergedSpeakers) -> list[tuple[str, int]]:
    return [(speaker.name, len(speaker.speakers)) for speaker in result.speakers]


@pytest.mark.parametrize(
    "one, other, name, reason",
    [
        ("Orla Vane said that it rained.", "Mayor Orla Vane said that it was late.", "Orla Vane", "the same whole name: Orla Vane"),
        (
            "Mayor Orla Vane said that it rained.",
            "Mayor Vane said that it was late.",
            "Orla Vane",
            "the same family name and role: Vane, Mayor",
        ),
        (
            "Sen. Ron Ellery (D-Orrel) said that it rained.",
            "Ellery (D-Orrel) said that it was late.",
            "Ron Ellery",
            "the same family name and affiliation: Ellery, D-Orrel",
        ),
        ("The COH said that it rained.", "The COH said that it was late.", "COH", "the same name: COH"),
    ],
)
def test_what_joins_two(one: str, other: str, name: str, reason: str) -> None:
    result = merged(one, other)
    assert sizes(result) == [(name, 2)]
    assert [(merge.one, merge.other, merge.reason) for merge in result.merges] == [((0, 0), (1, 0), reason)]


@pytest.mark.parametrize(
    "one, other",
    [
        ("Orla Vane said that it rained.", "Vane said that it was late."),
        ("Mayor Orla Vane said that it rained.", "Mayor Tom Vane said that it was late."),
        ("Mr. Robin Vane said that it rained.", "Ms. Robin Vane said that it was late."),
        ("A spokesman for the port said that it rained.", "A spokesman for the port said that it was late."),
        ("She said that it rained.", "She said that it was late."),
    ],
)
def test_what_joins_nobody(one: str, other: str) -> None:
    result = merged(one, other)
    assert result.merges == ()
    assert [len(speaker.speakers) for speaker in result.speakers] == [1, 1]


def test_a_role_that_two_of_one_name_have_joins_no_third() -> None:
    texts = [f"Mayor {name} said that it was late." for name in ("Orla Vane", "Tom Vane", "Vane")]
    assert sizes(merged(*texts)) == [("Orla Vane", 1), ("Tom Vane", 1), ("Vane", 1)]


def test_aliases_join_what_texts_call_differently() -> None:
    result = merged("Orla Vane said that it rained.", "Ironside said that it was late.", Ironside="Orla Vane")
    assert sizes(result) == [("Orla Vane", 2)]


def test_the_speaker_of_a_place() -> None:
    result = merged("Orla Vane said that it rained.", "Tom Kell said that it was late. Orla Vane said that it was not.")
    assert result.of(1, 1).name == "Orla Vane"
    with pytest.raises(KeyError):
        result.of(2, 0)


def test_nothing_to_merge() -> None:
    assert merge([]) == MergedSpeakers((), ())
