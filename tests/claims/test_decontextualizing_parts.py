"""Parts of a sentence read alone: predicates and relative clauses get their subject, reported pronouns their source."""

from __future__ import annotations

import pytest

from newsclaims import extract_claims

LAST = {
    "The mill in Orrel lost 300 jobs in May and was sold to a rival for 9 million crowns.": (
        "The mill in Orrel was sold to a rival for 9 million crowns"
    ),
    "The council sold the mill, which had lost 400 workers since 2010.": "the mill had lost 400 workers since 2010",
    "Inspectors praised Ada Brenn, who had closed 40 mines in 2015.": "Ada Brenn had closed 40 mines in 2015",
    "The farmers say they lost 40 percent of their hives.": "The farmers lost 40 percent of their hives",
    "The ministry said it had paid 9 million crowns for the dam.": "The ministry had paid 9 million crowns for the dam",
}


@pytest.mark.parametrize("text, alone", LAST.items())
def test_a_part_reads_alone(text: str, alone: str) -> None:
    *_, claim = extract_claims(text)
    assert claim.decontextualized == alone
    assert claim.unresolved == ()


OPEN = ("They lost 40 percent of their hives in 2015.", "The council sold the mill, which it had lost 400 workers in.")


@pytest.mark.parametrize("text", OPEN)
def test_what_stays_open_is_said(text: str) -> None:
    *_, claim = extract_claims(text)
    if claim.decontextualized is None:
        assert claim.unresolved


def test_the_object_of_a_pronoun_has_a_name() -> None:
    *_, claim = extract_claims("Orla Vane owns a bakery. “I lost 9 million crowns in 2015,” said Vane.")
    assert claim.object_name == "Orla Vane"


WITHIN = {
    "before its own subject": (
        "After losing her seat in May, Orla Vane sold 300 barges to the port.",
        "After losing her seat in May, Orla Vane sold 300 barges to the port",
    ),
    "the subject is put before it": (
        "The miner has often lost 300 crowns and was freed of his contract in 2009.",
        "The miner was freed of his contract in 2009",
    ),
    "they of their subject": (
        "Many miners slept at the ports for two nights to be sure they were the first of 300 buyers.",
        "Many miners slept at the ports for two nights to be sure they were the first of 300 buyers",
    ),
    "he said he": (
        "Ivo Karr said he had sold 300 barges because he needed 9 million crowns.",
        "Ivo Karr had sold 300 barges because he needed 9 million crowns",
    ),
}


@pytest.mark.parametrize("text, alone", WITHIN.values(), ids=WITHIN)
def test_what_goes_back_to_the_claim_itself_is_left(text: str, alone: str) -> None:
    assert alone in [claim.decontextualized for claim in extract_claims(text)]


NAMED_BEFORE = {
    "carried on": (
        "“No,” said Mr. Ivo Karr.\n\nMr. Karr bought the mill in May. He sold 300 barges in June.",
        "Ivo Karr sold 300 barges in June",
    ),
    "carried on twice": (
        "“No,” said Mr. Ivo Karr.\n\nMr. Karr bought the mill in May. He sold 300 barges in June. He lost 40 ships.",
        "Ivo Karr lost 40 ships",
    ),
    "the only man near": (
        "“No,” said Mr. Ivo Karr.\n\nMr. Karr met the Orrel Board in May. The board lost 40 ships. He sold it 300 barges in June.",
        None,
    ),
    "the only man near, of his plans": (
        "“No,” said Mr. Ivo Karr.\n\nThe mill was sold to Mr. Karr in Orrel. The dam broke in May. His mill lost 300 jobs in June.",
        "Ivo Karr’s mill lost 300 jobs in June",
    ),
    "a miner in the sentence": (
        "“No,” said Mr. Ivo Karr.\n\nMr. Karr left in May. The dam fell on a miner in Vesk, and his mill lost 300 jobs in June.",
        None,
    ),
    "another man before": (
        "“No,” said Mr. Ivo Karr.\n\nMr. Karr met Mr. Penn in Orrel. The dam broke in May. His mill lost 300 jobs in June.",
        None,
    ),
}


@pytest.mark.parametrize("text, alone", NAMED_BEFORE.values(), ids=NAMED_BEFORE)
def test_who_was_named_before_is_named_again(text: str, alone: str | None) -> None:
    *_, claim = extract_claims(text)
    assert claim.decontextualized == alone


def test_what_a_man_says_of_himself_late() -> None:
    *_, claim = extract_claims("Mr. Ivo Karr said the tax on mills was fair, although he would put 50 percent on 300 barges.")
    assert claim.decontextualized == "Ivo Karr would put 50 percent on 300 barges"


BODIES = {
    "a spokesman’s it": (
        "A spokesman for the Orrel Port said it had lost 300 ships in May.",
        "Orrel Port had lost 300 ships in May",
    ),
    "a spokeswoman’s we": (
        "“We hired 300 people in May,” said Ada Brenn, a spokeswoman for the Vesk Bank.",
        "Vesk Bank hired 300 people in May",
    ),
    "its": ("The Orrel Port said its profits had fallen by 30 percent in May.", "Orrel Port’s profits had fallen by 30 percent in May"),
    "they of the police": ("Police say they have 300 officers in Orrel since May.", "Police have 300 officers in Orrel since May"),
    "no thing before it": (
        "The Orrel Port said 300 ships were late and it had lost 9 million crowns.",
        "Orrel Port had lost 9 million crowns",
    ),
    "another thing before it": ("The Orrel Port said the mill was late and it had lost 9 million crowns.", None),
    "the source behind it": ("A week before it lost 300 ships in May, the dam broke, according to the Orrel Port.", None),
    "after a dash": ("The council sold the mill – which had lost 300 jobs in 2015.", "the mill had lost 300 jobs in 2015"),
}


@pytest.mark.parametrize("text, alone", BODIES.values(), ids=BODIES)
def test_bodies_are_named(text: str, alone: str | None) -> None:
    *_, claim = extract_claims(text)
    assert claim.decontextualized == alone


PUT_BEFORE = {
    "having": ("The bank was bought by the port last year, having earlier been owned by 300 miners.", None),
    "past an aside": (
        "The deal – that the council will tax the mill and will spend 300 crowns in May – has cost 40 jobs in Orrel since 2015.",
        None,
    ),
    "one of two": ("The council sold the barges and mills, which had lost 400 workers since 2010.", None),
    "the second of two, where the verb is of one": (
        "The council sold the barges and the mill, which has lost 400 workers since 2010.",
        "the mill has lost 400 workers since 2010",
    ),
}


@pytest.mark.parametrize("text, alone", PUT_BEFORE.values(), ids=PUT_BEFORE)
def test_a_subject_is_put_before_only_what_says_something_of_it(text: str, alone: str | None) -> None:
    *_, claim = extract_claims(text)
    assert claim.text[:1].islower()
    assert claim.decontextualized == alone


def test_a_place_is_no_short_name() -> None:
    text = "“The tide is late,” Harbours Norway said.\n\nThe board sold 300 houses in Norway in May."
    *_, claim = extract_claims(text)
    assert claim.decontextualized == "The board sold 300 houses in Norway in May"
