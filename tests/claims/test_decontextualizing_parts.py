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
