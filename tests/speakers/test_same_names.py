"""Which names can be one."""

from __future__ import annotations

import pytest

from newsclaims.speakers.same_names import compatible, is_mistyped, split
from tests.speakers.said import last

SHORT = {"liz": {"elizabeth"}}


@pytest.mark.parametrize(
    "one, other, holds",
    [
        ("Orla Vane", "Orla M. Vane", True),
        ("Liz Vane", "Elizabeth Vane", True),
        ("García Molina", "Ana García Molina", True),
        ("Kurt Müller", "Kurt Muller", True),
        ("Orla Vane", "Una Vane", False),
        ("Liz Vane", "Elizabeth Kell", False),
    ],
)
def test_compatible(one: str, other: str, holds: bool) -> None:
    assert compatible(split(one), split(other), SHORT) is holds


@pytest.mark.parametrize(
    "one, other, holds",
    [
        ("hauser", "houser", True),
        ("mclenney", "mcclenney", True),
        ("hanser", "houser", False),
        ("kell", "koll", False),
        ("hosuer", "houser", True),
        ("houser", "houser", False),
    ],
)
def test_mistyped(one: str, other: str, holds: bool) -> None:
    assert is_mistyped(one, other) is holds
    assert is_mistyped(other, one) is holds


@pytest.mark.parametrize(
    "text, name",
    [
        ("Elizabeth Vane left. Liz Vane said it was late.", "Elizabeth Vane"),
        ("Dr. Walid Abu Hatem works there. “It is full,” Abu Hatem said.", "Walid Abu Hatem"),
        ("Ana García Molina works there. “It is full,” García Molina said.", "Ana García Molina"),
        ("Ana García Molina works there. “It is full,” García said.", "Ana García Molina"),
        ("Trevor Houser works there. “It is full,” Hauser said.", "Trevor Houser"),
        ("President Lu Wenshan works there. “It is full,” President Lu said.", "Lu Wenshan"),
        # two people
        ("Trevor Houser works there. “It is full,” Walter Hauser said.", "Walter Hauser"),
        ("Trevor Houser works there. “It is full,” Ms. Hansen said.", "Hansen"),
    ],
)
def test_the_same_somebody(text: str, name: str) -> None:
    assert last(text).name == name


ADA = (
    "Ada Venn wants to be heard. Piet Venn won in May. {}. Ada was born in Orrel. {}. It rained. The road is closed. Venn said it was late."
)


@pytest.mark.parametrize(
    "others, more, name",
    [
        # Ada goes by her given name, so that the family name is not hers, whoever else has it
        ("Ada left school early", "Ada Venn owns a mill", "Piet Venn"),
        ("Pieter Venn lost. Ada left school early", "Ada kept the shop. Ada Venn owns a mill", "Piet Venn"),
        # named in full far more often than by it, she is meant
        ("Ada left school early", "Ada Venn owns a mill. Ada Venn sang. Ada Venn ran. Ada Venn sat. Ada Venn spoke", "Ada Venn"),
    ],
)
def test_who_goes_by_the_given_name_is_not_meant_by_the_family_name(others: str, more: str, name: str) -> None:
    assert last(ADA.format(others, more)).name == name
