"""Rules written as templates."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import Extractor, PatternError, PatternRule, RuleError, RuleSet
from newsclaims.testing import check_rule

LETTERHEAD = "From the desk of {source} , {role} {quote}"


@pytest.mark.parametrize(
    "template, marked",
    [
        (LETTERHEAD, "From the desk of <s>John Doe</s>, VP\n\n<q>“Ever more crucial”</q>"),
        (LETTERHEAD, "FROM THE DESK OF <s>Orla M. Vane</s>, Harbour Master\n<q>“We will dredge the channel in May.”</q>"),
        ("{quote} {cue} {source}", "<q>“It rained all day,”</q> <c>said</c> <s>Orla Vane</s>."),
        ("{quote} {cue} {source}", "Then: <q>“It rained all day,”</q> <c>wrote</c> <s>the mayor of Orrel</s> on Monday."),
        ("{source} {cue} : {quote}", "On Monday <s>the mayor of Orrel</s> <c>said</c>: <q>“It rained all day.”</q>"),
        ("{source} {cue} {addressee} : {quote}", "<s>Orla Vane</s> <c>told</c> the council: <q>“It rained all day.”</q>"),
        ("{source} {any} : {quote}", "<s>Orla Vane</s>, not amused at all: <q>“It rained all day.”</q>"),
        ("{any} {quote} , in {any} of {source}", "Well, <q>“it rained all day”</q>, in the words of <s>Orla Vane</s>."),
        ("Q : {any} A ( {source} ) : {quote}", "Q: Did it rain? A (<s>Vane</s>): <q>“It rained all day.”</q>"),
        ("{quote}", "<q>“It rained all day.”</q>"),
        ("{quote} - {source}", "<q>“It rained all day.</q>\n\n<q>“Then it snowed.”</q> - <s>Orla Vane</s>"),
    ],
)
def test_matches(template: str, marked: str) -> None:
    check_rule(PatternRule("mine", template), marked)


@pytest.mark.parametrize(
    "template, text",
    [
        (LETTERHEAD, "From the table of John Doe, VP\n\n“Ever more crucial”"),
        (LETTERHEAD, "From the desk of John Doe VP\n\n“Ever more crucial”"),
        (LETTERHEAD, "From the desk of John Doe, VP\n\nIt rained.\n\n“Ever more crucial”"),
        (LETTERHEAD, "From the desk of John Doe,\n\nVP\n\n“Ever more crucial”"),
        (LETTERHEAD, "“From the desk of John Doe, VP” “Ever more crucial”"),
        ("{quote} {cue} {source}", "“It rained all day,” Orla Vane said."),
        ("{quote} {cue} {source}", "“It rained all day.”"),
        ("{source} : {quote}", "“It rained all day.”"),
        ("{source} {any} : {quote}", f"Orla Vane {'and so on ' * 9}: “It rained all day.”"),
        ("{quote} - {source}", "“It rained all day.” - "),
        ("{quote}", "It rained all day."),
    ],
)
def test_does_not_match(template: str, text: str) -> None:
    check_rule(PatternRule("mine", template), text)


def test_what_is_missing_is_said() -> None:
    letterhead = PatternRule("letterhead", LETTERHEAD)
    explanation = Extractor(rules=RuleSet([letterhead])).explain("From the table of John Doe, VP\n\n“Ever more crucial”")
    assert explanation.items[0].trials[0].failed == "no “desk” before the quotation where the template has it"


@pytest.mark.parametrize(
    "template, message, position",
    [
        ("", "no slot and no word", None),
        ("  ", "no slot and no word", None),
        ("{source} said", "no {quote}", None),
        ("{quote} and {quote}", "{quote} comes twice", 12),
        ("{source} {source} {quote}", "{source} comes twice", 9),
        ("{quote} {", "never closed", 8),
        ("quote} {source}", "without its opening one", 5),
        ("{quote} {speaker}", "no slot is called 'speaker' (there are: source,", 8),
        ("{quote} {}", "no slot is called ''", 8),
        ("{ quote }", "no slot is called ' quote '", 0),
        ("{{quote}}", "no slot is called '{quote'", 0),
        ("a " * 40 + "{quote}", "more than 40", None),
        (None, "a template is a str, not NoneType", None),
    ],
)
def test_templates_are_checked_when_built(template: Any, message: str, position: int | None) -> None:
    with pytest.raises(PatternError) as caught:
        PatternRule("mine", template)
    assert message in str(caught.value)
    assert caught.value.position == position


def test_names_are_checked_when_built() -> None:
    with pytest.raises(RuleError, match="one word"):
        PatternRule("my rule", "{quote}")


def test_a_value() -> None:
    mine = PatternRule("mine", LETTERHEAD)
    assert mine == PatternRule("mine", LETTERHEAD)
    assert hash(mine) == hash(PatternRule("mine", LETTERHEAD))
    assert mine != PatternRule("mine", "{quote}")
    assert mine.doc == LETTERHEAD
    again = pickle.loads(pickle.dumps(mine))  # noqa: S301 - our own bytes
    assert again == mine
    check_rule(again, "From the desk of <s>John Doe</s>, VP\n\n<q>“Ever more crucial”</q>")


PIECES = ["{quote}", "{source}", "{cue}", "{role}", "{addressee}", "{any}", "{any}", ",", "said", "of", ":"]


@given(
    st.permutations(PIECES).flatmap(lambda pieces: st.integers(1, len(pieces)).map(lambda size: pieces[:size])),
    st.lists(st.sampled_from(["“yes”", "“No,”", "said", "Vane", ",", ":", "of", "the mayor", "\n\n", ".", "“"]), max_size=30),
)
def test_any_template_on_any_text(pieces: list[str], words: list[str]) -> None:
    if "{quote}" not in pieces:
        pieces = [*pieces, "{quote}"]
    text = " ".join(words)
    for quote in Extractor(rules=RuleSet([PatternRule("mine", " ".join(pieces))])).extract(text).quotes:
        for span in (*quote.contents, *filter(None, (quote.source, quote.addressee))):
            assert text[span.start : span.end] == span.text
