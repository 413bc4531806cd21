"""The work grows with the length of a text, whatever stands in it: counted in calls of functions, not in seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from newsclaims import extract, extract_claims

PIECES = {
    "prose": "“The pier is closed,” said Orla Vane, the harbor master. She said that 300 jobs were lost in May.\n\n",
    "one paragraph": "“The pier is closed,” said Orla Vane, the harbor master. She said that 300 jobs were lost in May. ",
    "opening marks": "“",
    "straight marks": '"',
    "quoted words": '" a ',
    "marks in marks": "“ ‘ ",
    "a verb of saying": "said ",
    "clauses in clauses": "He said that ",
    "pronouns and quotations": "he she they said “no” ",
    "sources without end": "John, who said, ",
    "according to": "according to ",
    "and": "the man and ",
    "names": "Vane Orrin ",
    "a word": "a",
    "white space": " ",
    "empty lines": "\n",
    "full stops": ". ",
    "titles": "Mr. ",
    "apostrophes": "'",
    "parentheses": "(",
    "dashes": "— ",
    "numbers": "1,000 to 2,000 ",
    "dates": "on Monday, Jan. 3, ",
    "labels": "VANE: No.\n",
    "list items": "• one\n",
    "block quotes": "> said Vane\n",
    "half characters": "\ud800",
    "links": "https://a.example/b ",
}
PROSE = "“The pier is closed,” said Orla Vane.\n\n"
"""Before everything else, so that every stage has something to do in texts of any length."""
CLAIMED = {
    "one speaker": "“I lost 300 jobs in 2015,” said Orla Vane. ",
    "one speaker, many pronouns": "VANE: I said that I lost it. I told him that I lost 300 jobs.\n\n",
    "many claims": "The port lost 300 jobs in May, and it sold 40 cranes. ",
    "clauses": "the port lost 300 jobs, and ",
    "relative clauses": "the port, which lost 300 jobs, ",
    "numbers": "two 1 ",
}
"""What claims are read from."""
SHORT, LONG = 5_000, 20_000
MOST = 1.15
"""So much more a character of the long text may cost."""


def calls(text: str, read: Callable[[str], object] = extract) -> int:
    """The function calls that an extraction takes, or another reading, those of built-in functions too."""
    count = 0

    def note(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        read(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("piece", [pytest.param(piece, id=name) for name, piece in PIECES.items()])
def test_the_work_grows_with_the_length(piece: str) -> None:
    extract(piece)  # builds what is built once
    short, long = (calls(PROSE + piece * (size // len(piece))) for size in (SHORT, LONG))
    assert long <= MOST * LONG / SHORT * short + 2_000


@pytest.mark.parametrize("piece", [pytest.param(piece, id=name) for name, piece in CLAIMED.items()])
def test_the_work_of_claims_grows_with_the_length(piece: str) -> None:
    extract_claims(piece)  # builds what is built once
    short, long = (calls(PROSE + piece * (size // len(piece)), extract_claims) for size in (SHORT, LONG))
    assert long <= MOST * LONG / SHORT * short + 2_000
