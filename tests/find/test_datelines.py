"""Datelines: the place in braces, the date in brackets, a bar where the dateline ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.find.datelines import DatelineFinder
from newsclaims.find.paragraphs import find_paragraphs
from newsclaims.language import load_language

FINDER = DatelineFinder(load_language("en"))

DRAWN = [
    "{ARDEN, Norland} (XYZ) —| Rain fell.",
    "{ARDEN} —| Rain fell.",
    "{ARDEN} --| Rain fell.",
    "{ARDEN}—|Rain fell.",
    "{ARDEN}, [March 3] (Newswire) -| Rain fell.",
    "{ARDEN, Norland}, [Sept. 11, 2022] (Arden Press Foundation) –| Rain fell.",
    "{ARDEN} (XYZ), [3 March 2022] —| Rain fell.",
    "{ARDEN}, [Tuesday] —| Rain fell.",
    "date [2022-02-15] {ARDEN, Norland} —| Rain fell.",
    "{ARDEN/LOAM}, [Jan. 5] (XYZ) -| Rain fell.",
    "{ST. ARDEN, N.D.} -| Rain fell.",
    "{PORT-AU-LOAM, Norland} —| Rain fell.",
    "{McARDEN, Norland} —| Rain fell.",
    "{ARDEN} (XYZ)| Rain fell.",
    "{Arden, Norland} (XYZ) —| Rain fell.",
    "{Arden}, [3 March] —| Rain fell.",
    "{ARDEN}, [March 3rd, 2022] —| Rain fell.",
    "[Dec 29] (XYZ) -| Rain fell.",
    "{ABOARD THE LOAM STAR} —| Rain fell.",
    "{ARDEN, NORLAND} —| Rain fell.",
    "(XYZ) --| Rain fell.",
]

NONE = [
    "",
    "Rain fell.",
    "Ann Lee — who left — said so.",
    "Ann Lee (XYZ) said so.",
    "BREAKING NEWS — Rain fell.",
    "On Tuesday, Lee — who left — came back.",
    "On March 3, the XYZ (Arden) — a club — met.",
    "Q — Why did it rain?",
    "ARDEN —",
    "— Rain fell.",
    "NORLAND WINS THE CUP AGAIN AFTER YEARS — Rain fell.",
    "MILL TO CLOSE, BUT UNION SAYS NO - Rain fell.",
    "ARDEN rose early — it rained.",
]


@pytest.mark.parametrize("drawn", DRAWN)
@pytest.mark.parametrize("before", ["", "Rain falls on Arden\n\nBy Ann Lee\n\n"])
def test_a_dateline_is_found(before: str, drawn: str) -> None:
    text = before + drawn.translate(dict.fromkeys(map(ord, "{}[]|")))
    found = FINDER.find(text, find_paragraphs(text))
    assert found is not None
    for span in filter(None, (found.span, found.place, found.date)):
        assert text[span.start : span.end] == span.text
    marked = [(found.span.end, "|")] + [
        (at, mark)
        for span, pair in ((found.place, "{}"), (found.date, "[]"))
        if span
        for at, mark in ((span.start, pair[0]), (span.end, pair[1]))
    ]
    for at, mark in sorted(marked, reverse=True):
        text = text[:at] + mark + text[at:]
    assert text == before + drawn
    assert found.span.start == len(before)


@pytest.mark.parametrize("text", NONE)
def test_what_is_none(text: str) -> None:
    assert FINDER.find(text, find_paragraphs(text)) is None


def test_it_opens_the_report() -> None:
    text = "\n\n".join(["Rain fell."] * 20 + ["ARDEN — Rain fell."])
    assert FINDER.find(text, find_paragraphs(text)) is None


pieces = st.sampled_from(
    ["ARDEN", "Norland", "(XYZ)", "(", ")", ",", " ", " — ", "--", "-", "March 3", "2022-02-15", "Tuesday", "N.H.", "\n", "date ", "/"]
)


@given(st.text() | st.lists(pieces, max_size=12).map("".join))
def test_spans_lie_in_the_text(text: str) -> None:
    found = FINDER.find(text, find_paragraphs(text))
    if found is not None:
        for span in filter(None, (found.span, found.place, found.date)):
            assert found.span.start <= span.start < span.end <= found.span.end
            assert text[span.start : span.end] == span.text
