"""Quotes drawn to be checked by hand, and what the checked ones say of all."""

from __future__ import annotations

import csv
import io
from collections import Counter

import pytest

from newsclaims import Document, extract
from newsclaims.cli.samples import COLUMNS, checked_table, drawn, sample_csv

WORDS = "“It rained,” said Orla Vane. Ivo Karr denied that 300 jobs were lost."


def documents(count: int) -> list[Document]:
    return [extract(WORDS, id=str(number)) for number in range(count)]


def test_so_many_are_drawn_each_once_and_in_order() -> None:
    found = [(int(document.id or ""), index) for document, index in drawn(documents(30), 20, seed=3)]
    assert len(set(found)) == 20
    assert found == sorted(found)
    assert [(document.id, index) for document, index in drawn(documents(2), 20)] == [("0", 0), ("0", 1), ("1", 0), ("1", 1)]


def test_each_is_as_likely_as_any_other() -> None:
    held = documents(5)
    times = Counter((document.id, index) for seed in range(2000) for document, index in drawn(held, 3, seed))
    assert len(times) == 10
    assert all(500 < count < 700 for count in times.values())  # 600 each


def test_a_row_has_what_is_needed_to_judge() -> None:
    [header, row, _] = csv.reader(io.StringIO(sample_csv(drawn(documents(1), 5))))
    assert tuple(header) == COLUMNS
    told = dict(zip(header, row, strict=True))
    assert (told["document"], told["text"], told["speaker"], told["context"], told["right"]) == ("0", "It rained,", "Orla Vane", WORDS, "")


def test_the_context_is_cut_between_words() -> None:
    found = drawn([extract("word " * 200 + WORDS + " more" * 200, id="a")], 1)
    context = next(iter(csv.DictReader(io.StringIO(sample_csv(found)))))["context"]
    assert set(context.split()) <= {"word", "more", *WORDS.split()}
    assert len(context) < 800


def checked(*marks: str) -> str:
    return "kind,right\n" + "".join(
        f"{kind},{mark}\n" for kind, mark in zip(("direct", "indirect", "direct", "direct"), marks, strict=True)
    )


def test_the_share_that_is_right_comes_with_bounds() -> None:
    assert checked_table(checked("y", "No", "TRUE", "")).splitlines() == [
        "direct        2 of     2 right: 100.0% (34.2% to 100.0%)",
        "indirect      0 of     1 right:   0.0% (0.0% to 79.3%)",
        "all           2 of     3 right:  66.7% (20.8% to 93.9%)",
        "1 not checked",
    ]


@pytest.mark.parametrize(
    "sample, problem",
    [
        ("a,b\n1,2\n", "no column 'right'"),
        ("", "no column 'right'"),
        (checked("y", "perhaps", "", ""), "line 3: 'perhaps'"),
        (checked("", "", "", ""), "nothing was checked"),
    ],
)
def test_what_is_no_checked_sample_is_refused(sample: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        checked_table(sample)
