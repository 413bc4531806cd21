"""What a claim is about."""

from __future__ import annotations

import pytest

from newsclaims import extract

OBJECTS = {
    "the subject": ("The northern dam lost 300 tons of stone in March.", "The northern dam"),
    "with what belongs to it": ("The owner of the mill has lost 3 million crowns since May.", "The owner of the mill"),
    "past an adverbial": ("In March, the northern dam lost 300 tons of stone.", "the northern dam"),
    "past a clause": ("While it rained, the northern dam lost 300 tons of stone.", "the northern dam"),
    "not the relative clause": ("The northern dam, which was built in 1998, has lost 300 tons of stone.", "The northern dam"),
    "what there is": ("There were 300 broken windows in the mill in March.", "300 broken windows in the mill"),
    "of the clause inside": ("“I think the dam has lost 300 tons of stone,” Orla Vane said.", "the dam"),
}


@pytest.mark.parametrize("text, about", OBJECTS.values(), ids=OBJECTS)
def test_what_a_claim_is_about(text: str, about: str) -> None:
    found = extract(text).claims[0].object
    assert found is not None
    assert found.text == about


def test_i_is_who_speaks() -> None:
    [claim] = extract("“I have lost 3 million crowns since May,” Orla Vane said.").claims
    assert claim.object is not None
    assert claim.object.text == "Orla Vane"


def test_he_who_said_it_in_reported_speech() -> None:
    [claim] = extract("Ivo Penn said he had lost 3 million crowns in May.").claims
    assert claim.object is not None
    assert claim.object.text == "Ivo Penn"


def test_it_is_what_the_claim_before_is_about() -> None:
    first, second = extract("The northern dam was built in 1998. It has lost 300 tons of stone since March.").claims
    assert first.object == second.object


def test_it_alone_stays_as_it_is() -> None:
    [claim] = extract("It has lost 300 tons of stone since March.").claims
    assert claim.object is not None
    assert claim.object.text == "It"
