"""Letters to the editor: what stands above a name with a place below it is that person's."""

from __future__ import annotations

from newsclaims import extract

LETTERS = """\
It is time for the council to mend the harbour wall. I said in May that it was late. We have waited for nine years.

I shall wait no longer.

Orla Vane

Dunmarsh, Orrelshire

Mixed feelings

Surely the price of bread is of more weight than the colour of the pier. Somebody has to stand up for those who eat.

Ivo R. Karr

Orrel
"""


def test_each_letter_is_of_who_signs_it() -> None:
    said = {quote.speaker.name: quote.contents for quote in extract(LETTERS).quotes if quote.rule == "signed-below" and quote.speaker}
    assert [len(contents) for contents in said.values()] == [2, 1]
    assert said["Orla Vane"][1].text == "I shall wait no longer."
    assert said["Ivo R. Karr"][0].text.startswith("Surely the price")


def test_who_signs_is_a_person_and_the_i_of_the_letter() -> None:
    document = extract(LETTERS)
    assert {speaker.name: speaker.kind.value for speaker in document.speakers if speaker.named} == {
        "Orla Vane": "person",
        "Ivo R. Karr": "person",
    }
    told = next(quote for quote in document.quotes if quote.source is not None and quote.source.text == "I")
    assert told.speaker is not None
    assert told.speaker.name == "Orla Vane"


def test_headings_and_titles_below_reviews_sign_nothing() -> None:
    reviews = """\
Our miller leaves his wheel for good. You will laugh at the moor and at all who cross it. -- Stone

TWO MORE BOOKS

Salt And Other Roads

We follow the tide down to the mill that our fathers built in a year. It is a sad book, and a long one. -- Stone

The Tin Hour

Ada Venn

You will know the end of it by page nine. We did not mind that at all, and nor will you. -- Stone
"""
    assert not [quote for quote in extract(reviews).quotes if quote.rule == "signed-below"]
