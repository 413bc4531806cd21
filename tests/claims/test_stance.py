"""Stance, modality, negation and hedges of claims."""

from __future__ import annotations

import pytest

from newsclaims import ClaimModality, Stance, extract_claims
from tests.drawn import words

STANCES = {
    "said": (Stance.AFFIRM, "Vane said <claim>the dam had lost 300 tons of stone in March</claim>."),
    "denied that": (Stance.DENY, "Vane denied that <claim>the dam had lost 300 tons of stone in March</claim>."),
    "disputed that": (Stance.DENY, "The ministry disputes that <claim>the fund lost 12 percent of its value in May</claim>."),
    "not true that": (Stance.DENY, "Vane said it was not true that <claim>the dam had lost 300 tons of stone in March</claim>."),
    "rejected the claim that": (Stance.DENY, "The council rejected the claim that <claim>the fund had lost 12 percent in May</claim>."),
    "no evidence yet that": (
        Stance.QUESTION,
        "Vane said there was no evidence yet that <claim>the dam had lost 300 tons of stone</claim>.",
    ),
    "too early to tell whether": (
        Stance.QUESTION,
        "It is too early to tell whether <claim>the fund lost 12 percent of its value in May</claim>.",
    ),
    "doubted whether": (Stance.QUESTION, "Vane doubted whether <claim>the dam had lost 300 tons of stone in March</claim>."),
    "did not deny that": (Stance.AFFIRM, "Vane did not deny that <claim>the dam had lost 300 tons of stone in March</claim>."),
    "no evidence of": (Stance.AFFIRM, "<claim>The ministry found no evidence of debts over 3 million crowns in 2015</claim>."),
    "no evidence, and a noun that is a verb": (Stance.QUESTION, "There is no evidence that <claim>the dam cost $3 million</claim>."),
    "no truth in": (Stance.DENY, "Vane said there was no truth in the report that <claim>the dam had lost 300 tons of stone</claim>."),
    "I don’t think": (Stance.DENY, "“I don’t think <claim>the fund lost 12 percent of its value in May</claim>,” Vane said."),
    "investigating whether": (Stance.QUESTION, "Police are investigating whether <claim>the owner lost 3 million crowns in 2019</claim>."),
    "denied any": (Stance.DENY, "Karr denied <claim>any wrongdoing</claim>."),
    "denied doing": (Stance.DENY, "Ada Brenn denied <claim>ever taking bribes from the mill</claim>."),
    "denied a permit": (Stance.AFFIRM, "<claim>The city denied the owner a permit for 40 barges</claim>."),
    "the claim is false": (Stance.DENY, "The claim that <claim>Vane stole $3 million</claim> is false."),
    "the claim is not true": (Stance.DENY, "The claim that <claim>Vane stole $3 million</claim> is not true."),
    "the claim is not false": (Stance.AFFIRM, "The claim that <claim>Vane stole $3 million</claim> is not false."),
    "falsely claimed": (Stance.AFFIRM, "Vane falsely claimed that <claim>crime fell 30 percent in 2015</claim>."),
    "no evidence, without that": (Stance.QUESTION, "There is no evidence <claim>Karr has broken the law in Orrel</claim>."),
    "no proof of a charge": (Stance.QUESTION, "The clerk has no proof of <claim>any wrongdoing</claim>."),
    "questioned whether": (Stance.QUESTION, "The Orrel Post has questioned whether <claim>the minister paid 40,000 crowns</claim>."),
    "misleading to say": (Stance.DENY, "“It is misleading to say that <claim>the fund lost 12 percent in May</claim>,” Vane said."),
    "true to say": (Stance.AFFIRM, "It is true to say that <claim>the fund lost 12 percent in May</claim>."),
    "did not feel that": (Stance.DENY, "Vane said she did not feel that <claim>the dam had lost 300 tons of stone</claim>."),
    "scoffed at the idea that": (Stance.DENY, "The owner scoffed at the idea that <claim>the mill had lost 300 jobs in May</claim>."),
    "challenged the idea that": (
        Stance.QUESTION,
        "Two divers challenged the idea that <claim>the dam fell because of rain in May</claim>.",
    ),
    "but that was not so": (
        Stance.DENY,
        "Some bakers thought <claim>the mill had lost 300 jobs in May</claim>, but that wasn’t the case.",
    ),
    "but that is not true": (Stance.DENY, "Two owners thought <c>the dam had cost 3 million crowns</c>, but that is not true."),
    "but that was so": (Stance.AFFIRM, "Many clerks believed <claim>the mill had lost 300 jobs in May</claim>, but that was the case."),
    "did not feel": (Stance.DENY, "Vane said she did not feel <claim>the loss of the mill was as grave as in 2015</claim>."),
    "wrong for saying": (Stance.DENY, "Vane said Ada Brenn was wrong for saying <claim>the mill had lost 300 jobs in May</claim>."),
    "bristled at the suggestion that": (
        Stance.DENY,
        "Karr bristled at the suggestion that <claim>he was responsible for asking Vane to sell the mill</claim>.",
    ),
    "skeptical that": (Stance.QUESTION, "Karr was skeptical that <claim>the mill had lost 300 jobs in May</claim>."),
    "no document shows": (Stance.QUESTION, "No document shows that <claim>the mill lost 300 jobs in May</claim>."),
    "none of the reports indicated": (Stance.QUESTION, "None of the reports indicated <claim>Karr had taken 40,000 crowns in May</claim>."),
    "nothing proves": (Stance.QUESTION, "Nothing in the papers proves that <claim>Karr took 40,000 crowns in May</claim>."),
    "a paper shows": (Stance.AFFIRM, "A document shows that <claim>the mill lost 300 jobs in May</claim>."),
    "denied doing, and since when": (Stance.DENY, "Brenn has denied <claim>ever taking pills</claim> since being named by the league."),
    "a false wall that": (Stance.AFFIRM, "<claim>The mill had a false wall that hid 300 tons of stone in March</claim>."),
}


@pytest.mark.parametrize("stance, drawn", STANCES.values(), ids=STANCES)
def test_the_stance_is_that_to_the_proposition(stance: Stance, drawn: str) -> None:
    text, claims = words(drawn)
    found = extract_claims(text)
    assert [claim.text for claim in found] == claims
    assert [claim.stance for claim in found] == [stance]


MODALITIES = {
    "The port has lost 300 jobs since May.": ClaimModality.ASSERTED,
    "The port will lose 300 jobs in May.": ClaimModality.FUTURE,
    "The port may have lost 300 jobs in May.": ClaimModality.POSSIBLE,
    "The port could lose 300 of its jobs.": ClaimModality.POSSIBLE,
    "The port would have lost 300 jobs in May.": ClaimModality.CONDITIONAL,
    "The port lost 300 jobs in May of 2015.": ClaimModality.ASSERTED,
}


@pytest.mark.parametrize("text, modality", MODALITIES.items())
def test_how_a_proposition_is_put(text: str, modality: ClaimModality) -> None:
    assert [claim.modality for claim in extract_claims(text)] == [modality]


NEGATIONS = {
    "The port has not lost 300 jobs since May.": True,
    "The port didn’t lose 300 jobs in May.": True,
    "The port has never lost 300 jobs.": True,
    "The port has lost 300 jobs since May.": False,
    "The knots on the nets were counted 300 times in May.": False,
}


@pytest.mark.parametrize("text, negated", NEGATIONS.items())
def test_negation_inside(text: str, negated: bool) -> None:
    assert [claim.negated for claim in extract_claims(text)] == [negated]


HEDGES = {
    "The port has reportedly lost about 300 jobs since May.": ["reportedly", "about"],
    "The fund appears to have lost nearly 12 percent in May.": ["appears to", "nearly"],
    "The book about the port has sold 300 copies since May.": [],
    "The port has lost 300 jobs since May.": [],
}


@pytest.mark.parametrize("text, hedges", HEDGES.items())
def test_hedges_are_the_words_that_make_it_less_sure(text: str, hedges: list[str]) -> None:
    [claim] = extract_claims(text)
    assert [span.text for span in claim.hedges] == hedges


NOBODYS = ("Vane did not say that crime fell 30 percent in 2015.", "If Vane says crime fell 30 percent, we will print it.")


@pytest.mark.parametrize("text", NOBODYS)
def test_what_nobody_has_said_is_no_claim(text: str) -> None:
    assert not any("crime" in claim.text for claim in extract_claims(text))


def test_who_denies_a_claim_of_somebody_else() -> None:
    text = "Ivo Karr, the mayor, sold the mill. Two clerks say that Karr took 40,000 crowns, which Karr denies."
    *_, claim = extract_claims(text)
    assert claim.claimer is not None
    assert (claim.text, claim.claimer.name, claim.stance) == ("Karr took 40,000 crowns", "Two clerks", Stance.AFFIRM)
    assert [speaker.name for speaker in claim.denied_by if speaker is not None] == ["Karr"]


def test_the_article_denies_what_is_falsely_claimed() -> None:
    [claim] = extract_claims("Vane falsely claimed that crime fell 30 percent in 2015.")
    assert claim.claimer is not None
    assert claim.denied_by == (None,)


def test_a_false_story_is_denied_by_the_article() -> None:
    [claim] = extract_claims("A blog repeated the false story that the school had lost 300 pupils.")
    assert (claim.text, claim.stance, claim.claimer) == ("the school had lost 300 pupils", Stance.DENY, None)


def test_what_is_wrong_to_say_is_denied_by_who_says_so() -> None:
    [claim] = extract_claims("Vane said a blog repeated the false story that the mill had lost 300 jobs in May.")
    assert claim.claimer is not None
    assert (claim.text, claim.claimer.name, claim.stance) == ("the mill had lost 300 jobs in May", "Vane", Stance.DENY)


@pytest.mark.parametrize(
    "text",
    [
        "Vane does not think much better of the mill than the 300 weavers did in May.",
        "Vane does not believe much more in the mill than the 300 weavers did in May.",
    ],
)
def test_a_comparison_is_no_clause_that_is_denied(text: str) -> None:
    assert {claim.stance for claim in extract_claims(text)} == {Stance.AFFIRM}


def test_what_nothing_shows_is_left_open_by_the_article() -> None:
    [claim] = extract_claims("No document shows that the mill lost 300 jobs in May.")
    assert (claim.claimer, claim.quote) == (None, None)


DENIED_NEXT = {
    "by the article": ("“Karr and his aides began the rumour in 2008,” Vane said. That comment is a lie.", [None]),
    "by somebody else": ("“The mill lost 300 jobs in May,” Vane said. “That is not true,” Karr said.", ["Karr"]),
    "reported": ("Vane said the mill lost 300 jobs in May. Karr said that was a misconception.", ["Karr"]),
    "by the same": ("“The mill lost 300 jobs in May. That is not true of the dam,” Vane said.", []),
    "of a deed": ("Vane said the mill lost 300 jobs in May. That was wrong.", []),
    "not a lie": ("Vane said the mill lost 300 jobs in May. That claim is not a lie.", []),
    "of another question": ("Vane said the mill lost 300 jobs in May. Asked about the dam, Karr said, “That is not true.”", []),
}


@pytest.mark.parametrize("text, denied_by", DENIED_NEXT.values(), ids=DENIED_NEXT)
def test_the_next_sentence_can_deny(text: str, denied_by: list[str | None]) -> None:
    claim = extract_claims(text)[0]
    assert [None if denier is None else denier.name for denier in claim.denied_by] == denied_by
