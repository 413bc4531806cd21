"""A whole article, written for this test, that has the constructions of a day's news: every quote of it, by hand."""

from __future__ import annotations

import pytest

from newsclaims import Quote, QuoteKind, extract

ARTICLE = """\
date 1996-03-12 MARROW, Norland — The city’s museum of clocks announced Tuesday it would close its tower for a year, \
a blow to the street of cafes below.
A curator of the museum wrote in a letter that the great wheel was worn, but that the bells “should be heard again by” \
next spring.
Last week Mayor Ilse Marchetti conceded that the tower, though older than the town, had always been a “nuisance.”
The workmen “from both of the valley’s foundries, who know this wheel better than anybody, have begun to take it apart \
and mean to have it in crates tonight,” said Sgt. Bram Oduya. The street below is closed. Carts go round by the river.
Not everyone was pleased. Oduya said in the same interview that two of the bells were cracked. He did not name a price, \
but a council report published Monday said the town could not pay for new ones.
Guild Secretary Lena Stroud said the plan was “a fair beginning,” but added “nobody has asked the clockmakers what they need.”
“My father wound that clock for thirty years, and he was never late,” Stroud told reporters, adding that the key still \
hung in her kitchen. “A clock wants a person, not a committee.”
The cafes had other worries.
“If they take the bells away in June, I can shut the shop in July,” said cafe owner Emil Castellane in a talk outside his \
door on Sunday.
"""


@pytest.fixture(scope="module")
def quotes() -> tuple[Quote, ...]:
    return extract(ARTICLE).quotes


SAID = [
    ("The city’s museum of clocks", "announced", QuoteKind.INDIRECT, ["it would close"]),
    ("A curator of the museum", "wrote in a letter", QuoteKind.MIXED, ["that the great wheel"]),
    ("Mayor Ilse Marchetti", "conceded", QuoteKind.MIXED, ["that the tower"]),
    ("Sgt. Bram Oduya", "said", QuoteKind.MIXED, ["The workmen"]),
    ("Oduya", "said in the same interview", QuoteKind.INDIRECT, ["that two of the bells"]),
    ("a council report published Monday", "said", QuoteKind.INDIRECT, ["the town could not"]),
    ("Guild Secretary Lena Stroud", "said", QuoteKind.MIXED, ["the plan was"]),
    ("Guild Secretary Lena Stroud", "added", QuoteKind.DIRECT, ["“nobody has asked"]),
    ("Stroud", "told", QuoteKind.DIRECT, ["“My father", "“A clock wants"]),
    ("Stroud", "adding", QuoteKind.INDIRECT, ["that the key"]),
    ("cafe owner Emil Castellane", "said", QuoteKind.DIRECT, ["“If they take"]),
]
ENDS = {
    "it would close": "street of cafes below",
    "that the great wheel": "next spring",
    "that the tower": "“nuisance.”",
    "The workmen": "in crates tonight,”",
    "that two of the bells": "were cracked",
    "the town could not": "pay for new ones",
    "the plan was": "“a fair beginning,”",
    "“nobody has asked": "what they need.”",
    "“My father": "never late,”",
    "“A clock wants": "not a committee.”",
    "that the key": "in her kitchen",
    "“If they take": "the shop in July,”",
}


@pytest.mark.parametrize("source,cue,kind,openings", SAID)
def test_who_said_what(quotes: tuple[Quote, ...], source: str, cue: str, kind: QuoteKind, openings: list[str]) -> None:
    (quote,) = [each for each in quotes if each.contents[0].text.startswith(openings[0])]
    assert quote.source is not None
    assert quote.cue is not None
    assert (quote.source.text, quote.cue.span.text, quote.kind) == (source, cue, kind)
    for content, opening in zip(quote.contents, openings, strict=True):
        assert content.text.startswith(opening)
        assert content.text.endswith(ENDS[opening])


def test_who_was_told(quotes: tuple[Quote, ...]) -> None:
    assert [each.addressee.text for each in quotes if each.addressee is not None] == ["reporters"]


def test_no_quotation_is_dropped() -> None:
    document = extract(ARTICLE)
    said = [content for quote in document.quotes for content in quote.contents]
    assert len(document.quotations) == 8
    assert all(any(content.covers(quotation.span) for content in said) for quotation in document.quotations)
    assert all(quote.source is not None for quote in document.quotes)


def test_the_dateline_is_nobodys_words(quotes: tuple[Quote, ...]) -> None:
    dateline = extract(ARTICLE).dateline
    assert dateline is not None
    assert dateline.span.text == "date 1996-03-12 MARROW, Norland —"
    assert dateline.place is not None
    assert dateline.place.text == "MARROW, Norland"
    assert dateline.date is not None
    assert dateline.date.text == "1996-03-12"
    assert not any(content.overlaps(dateline.span) for quote in quotes for content in quote.contents)
