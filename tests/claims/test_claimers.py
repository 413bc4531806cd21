"""Who makes a claim that stands in no quote of its own."""

from __future__ import annotations

import pytest

from newsclaims import extract_claims

CLAIMERS = {
    "an accusation": ("Orla Vane accused the board of hiding 30 million crowns in losses.", "Orla Vane"),
    "an accusation after the day": ("On Sunday Orla Vane blamed the board for the loss of 300 jobs.", "Orla Vane"),
    "an accusation with an adverb": ("The union also blamed the board for the loss of 300 jobs in May.", "The union"),
    "no accusation": ("On Sunday Orla Vane paid the board 300 crowns for the loss of the mill.", None),
    "another figure of a survey": ("A survey found that 30 percent of voters stay at home. Another 13 percent are undecided.", "A survey"),
    "a smaller figure of a survey": ("A poll found that 51 percent of voters back the mayor. Only 7 percent have met him.", "A poll"),
    "figures of something known": ("A survey found that 30 percent of voters stay at home. The 12 members of the board met in May.", None),
    "figures after what is no figure": ("A survey found that voters stay at home. Only 7 percent of the roads were closed in 2019.", None),
    "figures after somebody": ("Orla Vane said that 30 percent of voters stay at home. Only 7 percent of the roads were closed.", None),
    "that without a verb that was seen": (
        "Research by Orrel found that 30 percent of all voters stay at home.",
        "Research by Orrel",
    ),
}


@pytest.mark.parametrize("text, claimer", CLAIMERS.values(), ids=CLAIMERS)
def test_a_claim_is_that_of_whoever_goes_on(text: str, claimer: str | None) -> None:
    claim = extract_claims(text)[-1]
    assert (None if claim.claimer is None else claim.claimer.name) == claimer
