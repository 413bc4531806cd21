"""A report inside somebody's words ends with them; the very same words are not given out twice."""

from __future__ import annotations

import pytest

from newsclaims import Attribution, Extractor, RuleSet, Span, extract, rule
from newsclaims.rules.overlaps import settled


@rule("first-half")
def first_half(layers, quotation):  # type: ignore[no-untyped-def]
    "From the beginning of the text to the quotation's end."
    return Attribution((layers.span(0, layers.tokens_of(quotation)[0][1]),))


@rule("over-the-edge", anchor="cue")
def over_the_edge(layers, cue):  # type: ignore[no-untyped-def]
    "From the cue to the end of the text."
    return Attribution((layers.span(cue.first, len(layers.tokens) - 1),))


@rule("again", anchor="cue")
def again(layers, cue):  # type: ignore[no-untyped-def]
    "The first words found once more."
    return Attribution(layers.found[0].contents)


TEXT = "The mayor said “it is late” and the crew left."


def test_what_crosses_the_end_of_others_words_ends_there() -> None:
    outer, inner = Extractor(rules=RuleSet([first_half, over_the_edge])).extract(TEXT).quotes
    assert (outer.text, inner.text) == ("The mayor said “it is late”", "said “it is late”")
    assert inner.within == 0


def test_the_same_words_are_not_given_twice() -> None:
    extractor = Extractor(rules=RuleSet([first_half, again]))
    assert len(extractor.extract(TEXT).quotes) == 1
    assert "already somebody's" in str(extractor.explain(TEXT))


@pytest.mark.parametrize(
    "text",
    [
        "Pell told Holt the mill was late, court papers say.",
        "The clerk said: “We found this,” he said.",
        "It was clear that Vane said that the mill was late.",
    ],
)
def test_each_word_stands_in_one_quote_or_in_one_within_another(text: str) -> None:
    document = extract(text)
    assert document.quotes
    for index, quote in enumerate(document.quotes):
        for other in document.quotes[index + 1 :]:
            if any(one.overlaps(two) for one in quote.contents for two in other.contents):
                assert quote in document.chain(other) or other in document.chain(quote)


def spans(text: str, *bounds: tuple[int, int]) -> tuple[Span, ...]:
    return tuple(Span.of(text, start, end) for start, end in bounds)


def test_words_found_first_draw_out_what_they_begin_in() -> None:
    text = "they felt the port was lost for good"
    inner, outer = Attribution(spans(text, (10, 36))), Attribution(spans(text, (0, 18)))
    assert settled(text, [inner, outer]) == [spans(text, (10, 36)), spans(text, (0, 36))]
    assert settled(text, [outer, inner]) == [spans(text, (0, 18)), spans(text, (10, 18))]


def test_of_pieces_those_in_marks_beside_the_words_of_others_are_kept() -> None:
    text = "greeted the crew with “my friends” and left"
    whole, pieces = Attribution(spans(text, (0, 16))), Attribution(spans(text, (8, 16), (22, 34)))
    assert settled(text, [whole, pieces]) == [spans(text, (0, 16)), spans(text, (22, 34))]


@pytest.mark.parametrize(
    "text",
    [
        "Vane failed to make clear that Mills’ and Oster’s leave was only “partial,” as they had said it was, the crew said.",
        "“Long ago,” Vane said, “we had a single gate. “That slows us.”\n\n“Look at what it costs,” he said. “And at who pays.”",
        "Every boat will be weighed according to size, the warden was quoted as saying by the paper.",
    ],
)
def test_no_words_stand_in_two_quotes_unless_one_is_in_the_other(text: str) -> None:
    quotes = extract(text).quotes
    assert quotes
    for at, quote in enumerate(quotes):
        for other in quotes[at + 1 :]:
            shared = any(a.overlaps(b) for a in quote.contents for b in other.contents)
            assert not shared or other.within is not None
