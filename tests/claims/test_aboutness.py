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
    "what somebody saw": ("“We have sold the plans for 300 windmills since May 1998,” Orla Vane said.", "the plans for 300 windmills"),
    "what one can see": ("“You saw the cracks from 300 meters,” Orla Vane said.", "the cracks from 300 meters"),
    "past a filler": ("“You know, the mill lost 300 crowns in May 1998,” Orla Vane said.", "the mill"),
    "past an aim": ("To save the bank, the town sold 300 houses in May.", "the town"),
    "it of the clause before": ("If the mill fails in May, it will have lost 300 jobs since 1998.", "the mill"),
    "they of the clause before": ("Although the owners met in May, they have lost 300 jobs since 1998.", "the owners"),
    "the clause after it was": ("It was in May 1998 that the mill lost 300 jobs.", "the mill"),
    "the clause after it is clear": ("It was clear that the mill had lost 300 jobs by 1998.", "the mill"),
    "what it is hard to do": ("It was hard to sell the mill for 300 crowns.", "the mill for 300 crowns"),
    "the clause after the noun": ("The trouble in 1998 was that the mill had lost 300 jobs.", "the mill"),
    "with a participle behind it": ("Three floods involving dams in less than a year have cost 300 jobs.", "Three floods"),
    "who it is": ("One of the 300 owners since 1998 is Ada Brenn, a miller.", "Ada Brenn"),
    "who is accused": ("The miners blamed the owner for the loss of 300 jobs in 1998.", "the owner"),
    "what is called something": ("The mayor of Orrel called the sale of 300 mills a theft.", "the sale"),
    "not who is accused by nobody": ("The miners were blamed for the loss of 300 jobs in 1998.", "The miners"),
    "with the name": ("Its owner, the banker Ada Brenn, has lost 300 crowns since May.", "Its owner, the banker Ada Brenn"),
    "with what it is called": ("A third plan, called Tide Two, has cost 300 crowns since May.", "A third plan, called Tide Two"),
    "adjectives and a comma": (
        "There were no quick, cheap repairs to the 300 mills in 1998.",
        "no quick, cheap repairs to the 300 mills in 1998",
    ),
    "after a number": ("About 300 houses were sold in May 1998.", "300 houses"),
    "not what is called together": ("The mayor of Orrel called 300 meetings in 1998.", "The mayor of Orrel"),
    "not what is likened": ("The owner of the mill compared the loss of 300 jobs to a flood.", "The owner of the mill"),
    "past an age": ("Although Ada Brenn, 34, sold 300 houses in May, the bank failed.", "Ada Brenn"),
    "past a year": ("In 1998, the number of mills in Orrel fell by 300.", "the number of mills in Orrel"),
    "past two": ("In 1998, losing its lease, the northern mill was sold for 300 crowns.", "the northern mill"),
    "not past an aside": ("However the sale of the mill, planned for May, has cost 300 jobs.", "the sale of the mill"),
    "not past a list": ("Until May the mills sent 300 tons of flour, salt and beans.", "the mills"),
    "with what it is to do": (
        "The plan to close the northern mill failed after 300 complaints.",
        "The plan to close the northern mill",
    ),
    "a number of somebody to do": ("A bid to sell 300 houses was stopped by the town in May.", "A bid to sell 300 houses"),
    "not with a clause": ("The mill failed as the town voted to sell 300 houses.", "The mill"),
    "what one does with it": ("If you sell the northern mill, it will cost 300 jobs.", "the northern mill"),
    "as for what": ("As for the northern mill, it has lost 300 jobs since May.", "the northern mill"),
    "not where you are": ("If you ask me, the northern mill has lost 300 jobs.", "the northern mill"),
    "no noun to an end": ("Many of the mills, many of which were built in 1998, have closed.", "Many of the mills"),
    "of the clause inside": ("“I think the dam has lost 300 tons of stone,” Orla Vane said.", "the dam"),
}


BEFORE = {
    "of the verb before": ("The miners left the board in May and have lost 300 jobs since.", "The miners"),
    "he who did it": ("Ada Brenn sold the mill. She left the board and has lost 3 million crowns since May.", "Ada Brenn"),
    "past a relative clause": ("The mill, which cost 80 million crowns, has lost 300 jobs since May.", "The mill"),
    "past somebody else's": ("The mill, which the owner of a bank sold in 2015, has lost 300 jobs since May.", "The mill"),
    "past another clause": ("Rates rose as the bank sold 300 houses, but have fallen by 9 percent since.", "Rates"),
    "of the participle": ("The robbers stormed the mill on Monday, killing 19 people before police raided it.", "The robbers"),
    "of what somebody tells": ("Karr spoke of a plan he said has cost the town 300 jobs since May.", "a plan"),
    "what the which goes back to": ("The fund was sold by the Orrel Post, which has lost 300 jobs since May.", "the Orrel Post"),
    "the clause of which": ("Vane told of a month of storms in Orrel, in which the mill lost 300 jobs.", "the mill"),
    "the name before an apposition": ("The talk was about Ada Brenn, a miner who lost 3 million crowns in 2015.", "Ada Brenn"),
    "of whom so many": ("In May, 61 percent of millers were over 45. Seventy-eight percent were men.", "millers"),
    "and some more": ("Only 300 of the houses were old. About 40 have been sold since May.", "the houses"),
    "not of whom there are so many things": ("In May, 61 percent of millers were over 45. Three mills were closed in June.", "Three mills"),
    "not what is thanked": ("Ada Brenn left the board. She praised the mill 300 millers had built.", "Ada Brenn"),
    "who is told of": ("Mr. Ivo Karr met Mr. Sten Vane in May. Mr. Vane lost 300 crowns and he has sold 40 mills since.", "Mr. Vane"),
    "who says that": ("The board was led by the former mayor Ada Brenn, who said she had lost 300 crowns.", "former mayor Ada Brenn"),
    "whom one speaks for": ("The bank rose. A spokesman for the Orrel Post said it had lost 300 jobs since May.", "the Orrel Post"),
    "not whom one leads": (
        "The bank rose. The owner of the Orrel Post said he had lost 300 crowns.",
        "The owner of the Orrel Post",
    ),
    "about so many": ("About 10,000 crowns are paid each year, mostly to owners of mills.", "10,000 crowns"),
}


@pytest.mark.parametrize("text, about", BEFORE.values(), ids=BEFORE)
def test_a_claim_without_a_subject_is_about_that_of_another(text: str, about: str) -> None:
    found = extract(text).claims[-1].object
    assert found is not None
    assert found.text == about


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


def test_who_goes_back_to_the_words_before() -> None:
    text = "The old miller, who has lost 300 crowns since May, blames the owner."
    assert "The old miller" in {claim.object.text for claim in extract(text).claims if claim.object is not None}


def test_it_is_no_person() -> None:
    text = "The dam of Orrel was built in 1998. Mrs. Ada Brenn has lost 300 crowns since May. It has lost 300 tons of stone."
    claim = extract(text).claims[-1]
    assert claim.object is not None
    assert claim.object.text == "The dam of Orrel"


def test_they_are_several() -> None:
    text = "The owners lost 300 jobs in 1998. The dam was built in 1997. They have lost 300 crowns since May."
    claim = extract(text).claims[-1]
    assert claim.object is not None
    assert claim.object.text == "The owners"


def test_she_is_a_woman_named_before() -> None:
    text = "The queen of Velm lost 300 crowns in 1998. The dam was built in 1997. She has lost 300 houses since May."
    claim = extract(text).claims[-1]
    assert claim.object is not None
    assert claim.object.text == "The queen of Velm"
