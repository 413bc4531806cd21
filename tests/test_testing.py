"""Helpers for people who write rules."""

from __future__ import annotations

from typing import Any

import pytest

from newsclaims import Attribution, PatternRule, Span, rule
from newsclaims.layers import Layers
from newsclaims.rules.base import Outcome
from newsclaims.testing import check_rule, read_marked

LABEL = PatternRule("label", "{source} : {quote}")


@rule("split")
def split(layers: Layers, quotation: Any) -> Outcome:
    """All quotations of the text, as the cue the first word."""
    contents = tuple(span for each in layers.quotations for span in each.stretches)
    return Attribution(contents, cue=layers.cue_of(layers.cues[0]) if layers.cues else None)


def test_read_marked() -> None:
    marked = read_marked("1 < 2: <s>Vane</s> <c>said</c> <q>no</q>, <q>no</q>. <p>")
    assert marked.text == "1 < 2: Vane said no, no. <p>"
    assert marked.spans == {
        "s": (Span(7, 11, "Vane"),),
        "q": (Span(17, 19, "no"), Span(21, 23, "no")),
        "c": (Span(12, 16, "said"),),
    }


def test_tags_may_stand_in_tags_of_another_kind() -> None:
    marked = read_marked("<q>a <s>b</s> c</q>")
    assert (marked.spans["q"][0].text, marked.spans["s"][0].text) == ("a b c", "b")


@pytest.mark.parametrize("wrong", ["<s>Vane", "Vane</s>", "<q>a <q>b</q></q>", "<s>a</q>"])
def test_tags_that_do_not_pair(wrong: str) -> None:
    with pytest.raises(ValueError, match="<"):
        read_marked(wrong)


def test_what_is_drawn_holds() -> None:
    check_rule(LABEL, "<s>Vane</s>: <q>“It rained.”</q>")
    check_rule(split, "<q>“It rained,”</q> Vane <c>said</c>, <q>“all day.”</q>")


def test_the_cue_is_looked_at_only_where_it_is_drawn() -> None:
    check_rule(split, "<q>“It rained,”</q> Vane said.")
    with pytest.raises(AssertionError):
        check_rule(split, "<q>“It rained,”</q> <c>Vane</c> said.")


def test_nothing_drawn_means_nothing_fires() -> None:
    check_rule(LABEL, "“It rained,” Vane said.")
    with pytest.raises(AssertionError, match=r"(?s)expected:\s+nothing\s+got:\s+source +0-4 Vane"):
        check_rule(LABEL, "Vane: “It rained.”")


@pytest.mark.parametrize(
    "marked",
    [
        "<s>Vane</s>: <q>“It rained</q>.”",
        "Vane: <q>“It rained.”</q>",
        "<s>Vane</s>: “It rained.”",
        "<s>Vane:</s> <q>“It rained.”</q>",
    ],
)
def test_other_spans_fail(marked: str) -> None:
    with pytest.raises(AssertionError, match="label"):
        check_rule(LABEL, marked)


def test_where_nothing_fired_the_message_says_why() -> None:
    with pytest.raises(AssertionError, match=r"(?s)source +0-4 Vane.*nothing.*label: no “:” before the quotation"):
        check_rule(LABEL, "<s>Vane</s> <q>“It rained.”</q>")
