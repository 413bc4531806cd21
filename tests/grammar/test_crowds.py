"""Text that is no prose: a sentence of cues only, a paragraph of marks only."""

from __future__ import annotations

import pytest

from newsclaims import extract


def test_a_sentence_of_many_cues_is_a_list_of_words() -> None:
    assert len(extract("said " * 20 + "Vane said it rained.").quotes) == 1
    assert extract("said " * 40 + "Vane said it rained.").quotes == ()


def test_a_sentence_of_many_reports_is_read_piece_by_piece() -> None:
    pairs = [
        (who, what) for who in ("Vane", "Holt", "Karr", "Brenn", "Pell") for what in ("quay", "mill", "dam", "road", "pier", "gate", "yard")
    ]
    document = extract(", ".join(f"{who} said the {what} was shut" for who, what in pairs) + ".")
    assert [(quote.source.text if quote.source else "", quote.text) for quote in document.quotes] == [
        (who, f"the {what} was shut") for who, what in pairs
    ]
    assert (len(document.sentences), document.warnings) == (1, ())


def test_a_text_of_many_such_sentences_is_no_prose() -> None:
    crowded = ", ".join(["Vane said it rained"] * 40) + ".\n\n"
    assert len(extract(crowded * 21).warnings) == 21
    assert extract(crowded * 20).warnings == ()


def test_its_neighbours_are_read_as_ever() -> None:
    (quote,) = extract("said " * 40 + "yes. Vane said it rained.").quotes
    assert quote.text == "it rained"


@pytest.mark.parametrize("rows, is_table", [(10, False), (60, True)])
def test_a_paragraph_of_many_marks_is_a_table(rows: int, is_table: bool) -> None:
    quotations = extract('"a","b","c", ' * rows).quotations
    assert [quotation.span.text for quotation in quotations] == ['"a"', '"b"', '"c"'] * rows
    assert [quotation.reason == "table" for quotation in quotations] == [is_table] * rows * 3


def test_in_a_table_marks_are_paired_as_they_come() -> None:
    quotations = extract("“a ‘b’”, «c», " * 60).quotations
    assert [quotation.span.text for quotation in quotations] == ["“a ‘b’”", "«c»"] * 60


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
