"""Odd signs: what nobody sees, other code points of quotation marks, marks written with several characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import extract, split_sentences
from newsclaims.readable import FILLER, _plainly, _signs, has_entities, readable

UNSEEN = ["\u200b", "\u00ad", "\u2060", "\u200d", "\ufeff", "\u200e"]


@pytest.mark.parametrize("sign", UNSEEN)
@pytest.mark.parametrize(
    "text",
    [
        "“The dam is safe,”{} said Ada Brenn.",
        "“The dam is safe,” said Ada Brenn.{}",
        "{}“The dam is safe,” said Ada Brenn.",
        "“The dam is safe,” sa{}id Ada Brenn.",
        "“The dam is safe,” said Ada{} Brenn.",
    ],
)
def test_a_sign_that_nobody_sees_is_none(text: str, sign: str) -> None:
    [quote] = extract(text.format(sign)).quotes
    assert quote.kind.value == "direct"
    assert quote.text == "The dam is safe,"
    assert quote.source is not None
    assert quote.source.text.replace(sign, "") == "Ada Brenn"


@pytest.mark.parametrize(
    "opening, closing", ["＂＂", "″″", "❝❞", "〝〞", ("&ldquo;", "&rdquo;"), ("&quot;", "&quot;"), ("<<", ">>"), (",,", '"')]
)
def test_marks_of_other_kinds_are_marks(opening: str, closing: str) -> None:
    text = f"{opening}The dam holds,{closing} said Ada Brenn. {opening}It does.{closing}"
    [quote] = extract(text).quotes
    assert [span.text for span in quote.contents] == [f"{opening}The dam holds,{closing}", f"{opening}It does.{closing}"]
    assert quote.source is not None
    assert quote.source.text == "Ada Brenn"
    assert [sentence.text for sentence in split_sentences(text)] == [
        f"{opening}The dam holds,{closing} said Ada Brenn.",
        f"{opening}It does.{closing}",
    ]


def test_bold_marks_around_a_quotation_are_none_of_its_words() -> None:
    [quote] = extract('**"The dam holds,"** said Ada Brenn.').quotes
    assert quote.span.text == '"The dam holds,"'
    assert quote.source is not None


@pytest.mark.parametrize("text", ["5 << 6 is no mark", "a, b,, c", "R&D", "a path\\to\\it", "2*3*4", "it is 6″ long"])
def test_what_is_no_mark_quotes_nobody(text: str) -> None:
    assert extract(text).quotations == ()


def test_entities_are_warned_of() -> None:
    assert has_entities("caf&eacute; &amp; bar")
    assert not has_entities("R&D; AT&T")
    assert extract("The caf&eacute; is shut.").warnings
    assert not extract("The café of R&D is shut.").warnings


@given(st.text(alphabet='ab ,.“"＂&;<>*_\\\u200b\u2060´ldquo', max_size=40))
def test_the_readable_text_is_as_long_as_the_text(text: str) -> None:
    seen = readable(text)
    assert len(seen) == len(text)
    assert readable(text.replace(FILLER, "")).count("\u200b") == 0


ODD = st.sampled_from(
    [
        *UNSEEN,
        "<<",
        ">>",
        "<",
        ",,",
        ",",
        "‚‚",
        "´´",
        "´",
        '\\"',
        "＂",
        "❝",
        "&ldquo;",
        "&amp;",
        "**",
        "*",
        "_",
        '"',
        "“",
        "”",
        "a",
        " ",
        "\n",
    ]
)


@given(st.lists(ODD, max_size=24).map("".join))
def test_looking_only_where_a_sign_can_begin_finds_them_all(text: str) -> None:
    def alone(sign: str, start: int, end: int) -> bool:
        return (sign == "<<" and ">>" not in text[end:]) or (sign == ">>" and "<<" not in text[:start])

    assert readable(text) == _signs().sub(lambda match: _plainly(match, alone=alone(match.group(), *match.span())), text)


def test_marks_without_their_counterpart_are_looked_for_once() -> None:
    text = "<<a said Vane. " * 2_000
    assert readable(text) == text
    assert readable(f"{text}>>") != text
