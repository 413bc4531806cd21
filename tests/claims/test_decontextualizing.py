"""Claims read without their article."""

from __future__ import annotations

import pytest

from newsclaims import extract

ALONE = {
    "I": ("“I have lost 3 million crowns since May,” Orla Vane said.", "Orla Vane has lost 3 million crowns since May"),
    "I with another verb": (
        "“I owe the bank 3 million crowns of debt,” Orla Vane said.",
        "Orla Vane owes the bank 3 million crowns of debt",
    ),
    "I'm": ("“I’m the owner of 3 of the 5 mills in Orrel,” Orla Vane said.", "Orla Vane is the owner of 3 of the 5 mills in Orrel"),
    "my": ("“My mill has lost 300 workers since May,” Orla Vane said.", "Orla Vane’s mill has lost 300 workers since May"),
    "nothing to replace": ("Orla Vane said the mill had lost 300 workers in May.", "the mill had lost 300 workers in May"),
    "which, behind what somebody said": (
        "Orla Vane said the city had sold the mill, which has lost 300 workers since 2012.",
        "the mill has lost 300 workers since 2012",
    ),
    "he who speaks": ("Ivo Karr said he had lost 300 crowns in May.", "Ivo Karr had lost 300 crowns in May"),
    "back to its subject": ("The mill lost 300 jobs before it was sold in May.", "The mill lost 300 jobs before it was sold in May"),
    "it that is nothing": ("It is hard to sell 300 barges in a year.", "It is hard to sell 300 barges in a year"),
    "it that seems": ("It remained hard to sell 300 barges in 2015.", "It remained hard to sell 300 barges in 2015"),
    "it that takes time": ("It takes four hours to build a barge in Orrel.", "It takes four hours to build a barge in Orrel"),
    "it that is the first time": ("It was the first time that 300 barges sank.", "It was the first time that 300 barges sank"),
    "it of its own subject": (
        "The mill lost 300 jobs to the port before it was sold in May.",
        "The mill lost 300 jobs to the port before it was sold in May",
    ),
    "how": ("Ivo Karr told the jury how the mill had lost 300 workers in May.", "the mill had lost 300 workers in May"),
    "behind who says it": ("Climate change, Orla Vane said, has cost the town 300 jobs.", "Climate change has cost the town 300 jobs"),
    "its own noun": ("Orla Vane said the mill had lost 300 of its workers in May.", "the mill had lost 300 of its workers in May"),
}


@pytest.mark.parametrize("text, words", ALONE.values(), ids=ALONE)
def test_what_is_sure_is_replaced(text: str, words: str) -> None:
    claim = extract(text).claims[-1]
    assert claim.decontextualized == words
    assert claim.unresolved == ()
    assert claim.context == (0,)


LEANING = {
    "with what it shares": ("The mill in Orrel has lost 300 jobs and sold 40 barges since May.", True),
    "held, and perhaps sold": ("Karr was held in Orrel for 74 days and accused of taking 40,000 crowns.", False),
    "a predicate with its subject": ("The mill in Orrel lost 300 jobs in May and was sold to a rival for 9 million crowns.", True),
    "another number": ("The mills in Orrel lost 300 jobs in May and was sold to a rival for 9 million crowns.", False),
    "who": ("The prize went to Ada Brenn, who had sold 300 barges in 2015.", True),
    "what which goes back to is not sure": (
        "Vane said the city had sold the end of the mill, which has lost 300 workers since 2012.",
        False,
    ),
}


@pytest.mark.parametrize("text, sure", LEANING.values(), ids=LEANING)
def test_a_subject_is_put_before_a_claim_where_it_is_sure(text: str, sure: bool) -> None:
    claim = extract(text).claims[-1]
    assert claim.text[:1].islower()
    assert (claim.decontextualized is not None) is sure
    assert claim.decontextualized is None or claim.decontextualized[:1].isupper()


OPEN = {
    "an apposition": ("The talk was about Ada Brenn, a miner who lost 3 million crowns in 2015.", "a"),
    "to be": ("The quality is said to be noticeably better than that of 300 new barges in May.", "to"),
    "it took": ("It took the 300 barges to the port of Orrel in May.", "It"),
    "it": ("“It has lost 300 workers since May,” Orla Vane said.", "It"),
    "we": ("“We have lost 300 workers since May,” Orla Vane said.", "We"),
    "somebody else": ("Orla Vane thanked them for 300 barges in May.", "them"),
    "nobody known": ("“I have lost 3 million crowns since May,” an owner said.", "I"),
}


@pytest.mark.parametrize("text, word", OPEN.values(), ids=OPEN)
def test_what_is_not_sure_stays_open(text: str, word: str) -> None:
    claim = extract(text).claims[-1]
    assert claim.decontextualized is None
    assert [span.text for span in claim.unresolved] == [word]


def test_a_short_name_is_made_full() -> None:
    text = "Orla Vane opened the mill. “It is old,” she said.\n\nThe mill was sold by Vane for 3 million crowns in 2012."
    claim = extract(text).claims[-1]
    assert claim.decontextualized == "The mill was sold by Orla Vane for 3 million crowns in 2012"
    assert claim.context == (0, 2)


def test_two_who_may_be_meant_leave_it_open() -> None:
    text = "“Yes,” said Ivo Penn. “No,” said Bertil Quade. He has lost 3 million crowns since May."
    claim = extract(text).claims[-1]
    assert claim.decontextualized is None
    assert [span.text for span in claim.unresolved] == ["He"]


def test_a_place_is_nobody_else_who_may_be_meant() -> None:
    text = "Ivo Karr opened the mill in England. “No,” Mr. Karr said. He has lost 3 million crowns since May."
    claim = extract(text).claims[-1]
    assert claim.decontextualized == "Ivo Karr has lost 3 million crowns since May"


def test_the_short_name_of_a_predicate_is_made_full() -> None:
    text = "“No,” said Ivo Karr.\n\nKarr opened the mill in May and has sold 300 barges since."
    assert extract(text).claims[-1].decontextualized in (
        "Ivo Karr opened the mill in May and has sold 300 barges since",
        "Ivo Karr has sold 300 barges since",
    )


SHORT = {
    "behind an article": (
        "“No,” said Ivo Karr.\n\nThe Karr family sold 300 barges to the port of Orrel in May.",
        "The Karr family sold 300 barges to the port of Orrel in May",
    ),
    "by itself": ("“No,” said Ivo Karr.\n\nKarr sold 300 barges to the port in May.", "Ivo Karr sold 300 barges to the port in May"),
}


@pytest.mark.parametrize("text, words", SHORT.values(), ids=SHORT)
def test_only_a_name_by_itself_is_made_full(text: str, words: str) -> None:
    assert extract(text).claims[-1].decontextualized == words


def test_he_is_not_who_says_it_where_somebody_is_named_before_in_the_same_words() -> None:
    text = "Before Swann left the water, Ivo Karr said, he had sold 300 barges to the port."
    claim = extract(text).claims[-1]
    assert (claim.text, claim.decontextualized) == ("he had sold 300 barges to the port", None)


def test_a_clause_reads_alone_without_the_word_that_ties_it_to_another() -> None:
    claim = extract("As the lorries escorted the truck on the road to the base, they passed several soldiers.").claims[0]
    assert claim.text == "As the lorries escorted the truck on the road to the base"
    assert claim.decontextualized == "the lorries escorted the truck on the road to the base"
