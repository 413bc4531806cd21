"""Sentences: cases with bars drawn where a sentence ends, and what holds for every text."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.find.paragraphs import find_paragraphs
from newsclaims.find.quotations import QuotationFinder
from newsclaims.find.sentences import SentenceFinder
from newsclaims.language import load_language

CASES = Path(__file__).parent / "cases"
ENGLISH = load_language("en")
FINDER = SentenceFinder(ENGLISH)
QUOTATIONS = QuotationFinder(ENGLISH)


def drawn(name: str) -> list[str]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith(("# ", "== "))]


def split(text: str, quotes: str = "split") -> list[str]:
    paragraphs = find_paragraphs(text)
    quotations = QUOTATIONS.find(text, paragraphs)
    return [text[start:end] for start, end, _ in FINDER.find(text, paragraphs, quotations, quotes=quotes)]  # type: ignore[arg-type]  # either word


def check(line: str, quotes: str) -> None:
    text = re.sub(r"(?<! )\|(?! )", "", line).replace(" | ", " ")
    assert split(text, quotes) == [part.strip() for part in line.split("|")]


@pytest.mark.parametrize("line", drawn("sentences_split.txt"))
def test_sentences_end_at_the_bars(line: str) -> None:
    check(line, "split")


@pytest.mark.parametrize("line", drawn("sentences_keep.txt"))
def test_kept_quotations_stay_in_one_piece(line: str) -> None:
    check(line, "keep")


@pytest.mark.xfail(strict=True, reason="needs to know what is a name")
@pytest.mark.parametrize("line", drawn("sentences_known_failures.txt"))
def test_known_failures(line: str) -> None:
    check(line, "split")


def test_a_sentence_knows_its_paragraph() -> None:
    text = "Rain fell. It stopped.\n\nSun came."
    assert FINDER.find(text, find_paragraphs(text), ()) == [(0, 10, 0), (11, 22, 0), (24, 33, 1)]


def test_a_headline_needs_no_full_stop() -> None:
    assert split("Rain falls on Arden\n\nBy Ann Lee\n\nIt rained. A lot.") == ["Rain falls on Arden", "By Ann Lee", "It rained.", "A lot."]


def test_an_unclosed_quotation_does_not_glue_sentences() -> None:
    assert split("“We won. We did. And more came.", "keep") == ["“We won.", "We did.", "And more came."]


def test_words_can_be_added() -> None:
    text = "He met Tsk. Orr in May."
    finder = SentenceFinder(ENGLISH.extend(titles=["Tsk."]))
    assert len(FINDER.find(text, [(0, len(text))], ())) == 2
    assert len(finder.find(text, [(0, len(text))], ())) == 1


def test_reading_leaves_no_trace() -> None:
    finder = SentenceFinder(ENGLISH)
    texts = [f"It is the U.S. {name} left. J. {name} came." for name in ("Abc", "Bcd", "Cde")]
    finder.find(texts[0], [(0, len(texts[0]))], ())  # builds Punkt
    before = pickle.dumps(finder)
    for text in texts:
        finder.find(text, [(0, len(text))], ())
    assert pickle.dumps(finder) == before


def test_a_finder_survives_pickling() -> None:
    text = "They left the U.S. He did not."
    again = pickle.loads(pickle.dumps(FINDER))  # noqa: S301  # our own bytes
    assert again.find(text, [(0, len(text))], ()) == FINDER.find(text, [(0, len(text))], ())


def test_an_unknown_mode_is_an_error() -> None:
    with pytest.raises(ValueError, match="'split' or 'keep', not 'both'"):
        FINDER.find("a", [(0, 1)], (), quotes="both")  # type: ignore[arg-type]  # that is the point


pieces = st.sampled_from(
    [
        ".",
        "!",
        "?",
        "…",
        "...",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\u2028",
        "“",
        "”",
        '"',
        "'",
        "’",
        "(",
        ")",
        "[",
        "]",
        "-",
        "—",
        ":",
        ",",
        "•",
        "1",
        "2.",
        "a)",
        "b)",
        "U.S.",
        "Mr.",
        "Sept.",
        "No.",
        "p.m.",
        "J.",
        "He",
        "said",
        "asked",
        "Ann",
        "iBus",
        "word",
        "。",
        "İ",
        "\x00",
        "\xa0",
        "Photo:",
        "[3]",
    ]
)
texts = st.one_of(st.text(), st.lists(pieces, max_size=40).map("".join), st.lists(pieces, max_size=40).map(" ".join))


@given(texts, st.sampled_from(["split", "keep"]))
def test_sentences_cover_the_text_in_order(text: str, quotes: str) -> None:
    paragraphs = find_paragraphs(text)
    quotations = QUOTATIONS.find(text, paragraphs)
    covered, last = 0, 0
    for start, end, index in FINDER.find(text, paragraphs, quotations, quotes=quotes):  # type: ignore[arg-type]  # either word
        low, high = paragraphs[index]
        assert low <= start < end <= high
        assert start >= last
        assert text[start:end] == text[start:end].strip()
        covered += sum(not char.isspace() for char in text[start:end])
        last = end
    assert covered == sum(not char.isspace() for char in text)
