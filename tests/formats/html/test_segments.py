from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsclaims.formats.html.segments import DEEPEST, Part, Segment, cut, paragraphs_of, segments_of
from newsclaims.model import Document
from newsclaims.spans import Span

TEXT = "abcdefghij"


def span(start: int, end: int) -> Span:
    return Span.of(TEXT, start, end)


def pieces(*marks: tuple[Part, Span, int]) -> list[tuple[str, tuple[int, ...]]]:
    return [(TEXT[piece.start : piece.end], piece.content) for piece in cut(len(TEXT), marks)]


def test_nested_spans_name_the_outer_first() -> None:
    assert pieces((Part.CONTENT, span(2, 4), 0), (Part.CONTENT, span(0, 6), 1)) == [
        ("ab", (1,)),
        ("cd", (1, 0)),
        ("ef", (1,)),
        ("ghij", ()),
    ]


def test_overlapping_spans() -> None:
    assert pieces((Part.CONTENT, span(0, 4), 0), (Part.CONTENT, span(2, 6), 1)) == [
        ("ab", (0,)),
        ("cd", (0, 1)),
        ("ef", (1,)),
        ("ghij", ()),
    ]


def test_the_same_span_twice() -> None:
    assert pieces((Part.CONTENT, span(0, 4), 0), (Part.CONTENT, span(0, 4), 1)) == [("abcd", (0, 1)), ("efghij", ())]


def test_a_piece_may_be_several_things() -> None:
    [piece, _] = cut(len(TEXT), [(Part.SOURCE, span(0, 4), 0), (Part.CONTENT, span(0, 4), 1), (Part.CLAIM, span(0, 4), 5)])
    assert piece == Segment(0, 4, content=(1,), source=(0,), claim=(5,))


def test_spans_that_are_empty_or_outside_are_no_marks() -> None:
    assert pieces((Part.CONTENT, span(3, 3), 0), (Part.CONTENT, Span(20, 30, "x"), 1)) == [(TEXT, ())]


def test_no_text_has_no_pieces() -> None:
    assert list(segments_of(Document(""))) == []


MARKS = st.lists(st.tuples(st.sampled_from(Part), st.integers(0, 12), st.integers(0, 12), st.integers(0, 4)), max_size=12)


@given(MARKS, st.lists(st.integers(-1, 12), max_size=3))
def test_pieces_cover_the_text_and_name_what_is_around_them(drawn: list[tuple[Part, int, int, int]], also: list[int]) -> None:
    marks = [(part, Span(start, end, ""), index) for part, start, end, index in drawn]
    found = list(cut(len(TEXT), marks, also))
    assert "".join(TEXT[piece.start : piece.end] for piece in found) == TEXT
    for piece in found:
        around = [(part, index) for part, mark, index in marks if mark.start <= piece.start and piece.end <= mark.end]
        assert set(piece.content) == {index for part, index in around if part is Part.CONTENT} or len(around) > DEEPEST
        assert set(piece.claim) == {index for part, index in around if part is Part.CLAIM} or len(around) > DEEPEST


def test_what_is_nested_without_end_is_named_in_part() -> None:
    marks = [(Part.CONTENT, Span(index, 2000 - index, ""), index) for index in range(1000)]
    assert max(len(piece.content) for piece in cut(2000, marks)) == DEEPEST


@given(st.text(st.sampled_from("ab \n\r\t\u2028")))
def test_paragraphs_cover_the_text(text: str) -> None:
    paragraphs = ["".join(text[piece.start : piece.end] for piece in paragraph) for paragraph in paragraphs_of(Document(text))]
    assert "".join(paragraphs) == text
    assert all(paragraphs)


def test_paragraphs_end_with_their_blank_lines() -> None:
    text = "One\nline.\n\n \nTwo.\r\n\r\nThree."
    paragraphs = ["".join(text[piece.start : piece.end] for piece in paragraph) for paragraph in paragraphs_of(Document(text))]
    assert paragraphs == ["One\nline.\n\n \n", "Two.\r\n\r\n", "Three."]
