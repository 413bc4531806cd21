"""Quotes taken out of a text and put back."""

from __future__ import annotations

import itertools
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import Document, Extractor, extract, mask

TEXT = "“It rained,” said Orla Vane. “All day.”\n\nIvo Karr called it “a flood”. “Roads” is a book of hers.\n\nKarr said that it was over."


def test_each_stretch_of_a_quote_has_a_placeholder() -> None:
    masked = mask(TEXT)
    assert (
        masked.text == "⟦q1⟧ said Orla Vane. ⟦q1.2⟧\n\nIvo Karr called it ⟦q2⟧. “Roads” is a book of hers.\n\nKarr said that it was over."
    )
    assert [(each.placeholder, each.span.text, each.speaker and each.speaker.name) for each in masked.stretches] == [
        ("⟦q1⟧", "“It rained,”", "Orla Vane"),
        ("⟦q1.2⟧", "“All day.”", "Orla Vane"),
        ("⟦q2⟧", "“a flood”", "Ivo Karr"),
    ]
    assert mask(extract(TEXT)) == masked


def test_what_is_rewritten_gets_its_words_back() -> None:
    restored = mask(TEXT).restore("According to Orla Vane, ⟦q1⟧ and ⟦q1.2⟧. ⟦q2⟧, Ivo Karr said.")
    assert restored.text == "According to Orla Vane, “It rained,” and “All day.”. “a flood”, Ivo Karr said."
    assert restored.holds
    assert [span.text for _, span in restored.spans] == ["“It rained,”", "“All day.”", "“a flood”"]


def test_what_is_lost_or_doubled_is_told() -> None:
    restored = mask(TEXT).restore("Orla Vane said: ⟦q1⟧ ⟦q1⟧ Ivo Karr said: ⟦q2⟧")
    assert [each.span.text for each in restored.lost] == ["“All day.”"]
    assert [each.span.text for each in restored.doubled] == ["“It rained,”"]
    assert restored.text.count("“It rained,”") == 2
    assert not restored.holds
    nothing = mask(TEXT).restore("")
    assert (nothing.text, nothing.lost) == ("", mask(TEXT).stretches)


@pytest.mark.parametrize("form", ["⟦ q1 ⟧", "⟦Q1⟧", "[[q1]]", "[q1]"])
def test_a_placeholder_in_another_form_is_put_back_and_told(form: str) -> None:
    restored = mask("“It rained,” said Orla Vane.").restore(f"{form} said Orla Vane.")
    assert restored.text == "“It rained,” said Orla Vane."
    [altered] = restored.altered
    assert (altered.found.text, altered.stretch and altered.stretch.placeholder) == (form, "⟦q1⟧")
    assert not restored.lost


def test_a_placeholder_of_nothing_stays_and_is_told() -> None:
    restored = mask("“It rained,” said Orla Vane.").restore("⟦q1⟧ ⟦q7⟧ said Orla Vane.")
    assert restored.text == "“It rained,” ⟦q7⟧ said Orla Vane."
    assert [(each.found.text, each.stretch) for each in restored.altered] == [("⟦q7⟧", None)]


def test_words_given_to_somebody_else_are_told() -> None:
    [moved] = mask(TEXT).restore("⟦q1⟧ said Ivo Karr. Orla Vane added: ⟦q1.2⟧ Ivo Karr called it ⟦q2⟧.").moved
    assert (moved.stretch.placeholder, moved.before.name, moved.after.name) == ("⟦q1⟧", "Orla Vane", "Ivo Karr")


@pytest.mark.parametrize(
    "text, prefix",
    [
        ("“It rained,” said Vane of ⟦q1⟧.", "qq"),
        ("“It rained,” said Vane of [Q3] and ⟦ qq2.", "qqq"),
        ("“It rained,” said Vane [quietly].", "q"),
    ],
)
def test_signs_of_the_text_itself_are_left_alone(text: str, prefix: str) -> None:
    masked = mask(text)
    assert masked.prefix == prefix
    assert masked.restore(masked.text).text == text
    assert masked.restore(masked.text).holds


def test_a_quotation_over_paragraphs_has_a_placeholder_for_each() -> None:
    masked = mask("Vane said: “It rained.\n\n“All day.”")
    assert masked.text == "Vane said: ⟦q1⟧\n\n⟦q1.2⟧"


def test_offsets_outside_a_text_are_errors() -> None:
    masked = mask(TEXT)
    for wrong in (-1, len(masked.text) + 1):
        with pytest.raises(IndexError, match="the offset must lie between 0 and"):
            masked.to_original(wrong)
    with pytest.raises(IndexError):
        masked.to_masked(len(TEXT) + 1)


@pytest.mark.parametrize("wrong", [None, 5, b"x"])
def test_only_texts_are_masked(wrong: object) -> None:
    with pytest.raises(TypeError, match="must be a str or a Document"):
        mask(wrong)  # type: ignore[arg-type]  # what the test is about
    with pytest.raises(TypeError, match="must be a str, not"):
        mask("x").restore(wrong)  # type: ignore[arg-type]  # likewise


def test_a_masked_text_can_be_pickled() -> None:
    masked = mask(TEXT, extractor=Extractor(aliases={"Karr": "Ivo Karr"}))
    assert pickle.loads(pickle.dumps(masked)).restore(masked.text).text == TEXT  # noqa: S301 - our own


SIGNS = ["⟦q1⟧", "[q1]", "⟦", "⟧", "q", "1", "[", "]"]
PARTS = ["“", "”", '"', "‘", "’", "said Orla Vane. ", "Karr said: ", "It rained", " ", "\n\n", ", ", "\ud800", "𝒳", "> ", *SIGNS]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=30).map("".join) | st.text()


@given(TEXTS)
def test_masked_and_restored_is_the_same(text: str) -> None:
    masked = mask(text)
    restored = masked.restore(masked.text)
    assert restored.text == text
    assert (restored.lost, restored.doubled, restored.altered) == ((), (), ())
    assert [span for _, span in restored.spans] == [each.span for each in masked.stretches]


@given(TEXTS, st.data())
def test_any_rewriting_that_keeps_the_placeholders_has_the_words(text: str, data: st.DataObject) -> None:
    masked = mask(text)
    kept = data.draw(st.permutations(masked.stretches))
    between = data.draw(st.lists(st.text(alphabet="ab .,\n“”", max_size=8), min_size=len(kept) + 1, max_size=len(kept) + 1))
    rewritten = "".join(itertools.chain.from_iterable(zip(between, [*(each.placeholder for each in kept), ""], strict=True)))
    restored = masked.restore(rewritten)
    assert restored.text == "".join(itertools.chain.from_iterable(zip(between, [*(each.span.text for each in kept), ""], strict=True)))
    assert (restored.lost, restored.doubled, restored.altered) == ((), (), ())
    assert all(restored.text[span.start : span.end] == span.text == each.span.text for each, span in restored.spans)


@given(TEXTS, st.data())
def test_offsets_map_both_ways(text: str, data: st.DataObject) -> None:
    masked = mask(text)
    assert all(masked.text[each.masked.start : each.masked.end] == each.placeholder for each in masked.stretches)
    assert all(text[each.span.start : each.span.end] == each.span.text for each in masked.stretches)
    offset = data.draw(st.integers(0, len(text)))
    there = masked.to_masked(offset)
    inside = next((each for each in masked.stretches if each.span.start <= offset < each.span.end), None)
    assert masked.to_original(there) == (offset if inside is None else inside.span.start)
    if inside is None and offset < len(text):
        assert masked.text[there] == text[offset]
    ordered = [masked.to_masked(at) for at in range(len(text) + 1)]
    assert ordered == sorted(ordered)


@given(st.text(), st.text())
def test_any_text_can_be_restored(text: str, rewritten: str) -> None:
    masked = mask(Document(text))
    assert masked.restore(rewritten).text == rewritten
