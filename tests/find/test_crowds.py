"""Text that is no prose: a sentence of cues only, a paragraph of marks only."""

from __future__ import annotations

import pytest

from newsclaims import extract


def test_a_sentence_of_many_cues_is_a_list_of_words() -> None:
    assert len(extract("said " * 20 + "Vane said it rained.").quotes) == 1
    assert extract("said " * 40 + "Vane said it rained.").quotes == ()


def test_its_neighbours_are_read_as_ever() -> None:
    (quote,) = extract("said " * 40 + "yes. Vane said it rained.").quotes
    assert quote.text == "it rained"


@pytest.mark.parametrize("rows, quotations", [(10, 30), (60, 0)])
def test_a_paragraph_of_many_marks_is_a_table(rows: int, quotations: int) -> None:
    assert len(extract('"a","b","c", ' * rows).quotations) == quotations


def test_what_is_passed_over_is_said() -> None:
    table = '"a","b","c", ' * 60
    (warning,) = extract(f"It rained.\n\n{table}\n\n“It did,” said Vane.").warnings
    assert warning.startswith(f"characters 12 to {12 + len(table.strip())}: a quotation mark every few characters")
    (warning,) = extract("said " * 40 + "yes.").warnings
    assert warning.startswith("characters 0 to 204: too many words of saying")
    assert extract("“It did,” said Vane.").warnings == ()


def test_short_answers_are_no_table() -> None:
    assert len(extract("“No,” I said. " * 100).quotations) == 100


def test_a_long_paragraph_of_prose_may_have_many_marks() -> None:
    assert len(extract("“It rained all day,” said Orla Vane. " * 200).quotations) == 200
