"""Rules written as templates."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import Extractor, PatternError, PatternRule, RuleError, RuleSet
from newsclaims.rules.pattern import Side
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
        ("{quote} [, | .]? {source} said", "<q>“It rained”</q>, <s>Orla Vane</s> said."),
        ("{quote} [, | .]? {source} said", "<q>“It rained”</q> <s>Orla Vane</s> said."),
        ("{source} [had said | wrote [to us]?] : {quote}", "<s>Orla Vane</s> had said: <q>“It rained.”</q>"),
        ("{source} [had said | wrote [to us]?] : {quote}", "<s>Orla Vane</s> wrote: <q>“It rained.”</q>"),
        ("{source} [had said | wrote [to us]?] : {quote}", "<s>Orla Vane</s> wrote to us: <q>“It rained.”</q>"),
        ("{quote} [by {source} | from {source} , {role}]", "<q>“It rained”</q> by <s>Orla Vane</s>"),
        ("{quote} [by {source} | from {source} , {role}]", "<q>“It rained”</q> from <s>Orla Vane</s>, pilot"),
        ("{quote} {viewpoint_preposition} the {viewpoint_nouns} of {source}", "<q>“It rained”</q> by the account of <s>Orla Vane</s>"),
        ("{quote} ( {weekday} , {source} )", "<q>“It rained.”</q> (Friday, <s>Orla Vane</s>)"),
        ("{focus_adverb} {source} : {quote}", "Only <s>Orla Vane</s>: <q>“It rained.”</q>"),
        ("[{any} :]? {quote} - {source}", "Weather: <q>“It rained.”</q> - <s>Orla Vane</s>"),
        ("[{any} :]? {quote} - {source}", "<q>“It rained.”</q> - <s>Orla Vane</s>"),
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
        ("{source} [had said | wrote [to us]?] : {quote}", "Orla Vane had: “It rained.”"),
        ("{source} [had said | wrote [to us]?] : {quote}", "Orla Vane had said to us: “It rained.”"),
        ("{quote} [by {source} | from {source} , {role}]", "“It rained” from Orla Vane"),
        ("{quote} {viewpoint_preposition} {source}", "“It rained” under Orla Vane"),
    ],
)
def test_does_not_match(template: str, text: str) -> None:
    check_rule(PatternRule("mine", template), text)


def test_what_is_missing_is_said_of_the_way_followed_furthest() -> None:
    put = PatternRule("put", "{quote} [is how {source} put it | by {source}]")
    explanation = Extractor(rules=RuleSet([put])).explain("“Rain” is how Orla Vane calls it.")
    assert explanation.items[0].trials[0].failed == "no “put” after the quotation where the template has it"


def test_a_rule_says_what_it_matches() -> None:
    assert PatternRule("mine", "{quote}").doc == "{quote}"
    assert PatternRule("mine", "{quote}", "Any quotation.").doc == "Any quotation."


def test_many_brackets_try_each_part_at_each_place_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[tuple[int, int]] = []
    match = Side._match

    def counting(side: Side, index: int, at: int, depth: int) -> bool:
        tried.append((index, at))
        return match(side, index, at, depth)

    monkeypatch.setattr(Side, "_match", counting)
    template = "{quote} " + "[a | a a]? " * 12 + "{any} !"
    quotes = Extractor(rules=RuleSet([PatternRule("mine", template)])).extract("“Rain” " + "a " * 40 + "b").quotes
    assert quotes[0].rule is None
    assert len(tried) < 20 * len(set(tried))  # a way that has failed is not walked again, whatever led to it


def test_who_is_told_is_kept() -> None:
    told = PatternRule("told", "{source} {cue} {addressee} : {quote}")
    (quote,) = Extractor(rules=RuleSet([told])).extract("Orla Vane told the council: “It rained all day.”").quotes
    assert quote.addressee is not None
    assert (quote.addressee.text, quote.cue and quote.cue.lemma) == ("the council", "tell")


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
        ("[a | " + "b " * 40 + "]? {quote}", "more than 40", None),
        ("{quote} [, | ", "a bracket that is never closed", 8),
        ("{quote} ]", "a closing bracket without its opening one", 8),
        ("{quote} [a | ]", "nothing stands between", 8),
        ("{quote} []?", "nothing stands between", 8),
        ("[{quote}]? {source}", "{quote} stands in brackets", 1),
        ("[{source}]? {source} {quote}", "{source} comes twice", 12),
        ("{quote} {sources}", "did you mean 'source'", 8),
        ("{quote} {weakday}", "and no list of words", 8),
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


PIECES = ["[of | said {cue}]?", "[, | : [.]?]", "{focus_adverb}", "{quote}", "{source}", "{role}", "{addressee}", *["{any}"] * 2, ",", ":"]


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


@pytest.mark.parametrize(
    "template, text",
    [
        ("{quote} [ {source} , {any} ]", "“It rained.” [Orla Vane, baker]"),
        ("{quote} [[ {source} ]]", "“It rained.” [[Orla Vane]]"),
        ("{quote} [ {source} [, {any}]? ]", "“It rained.” [Orla Vane]"),
        ("{source} | {quote}", "Orla Vane | “It rained.”"),
    ],
)
def test_brackets_and_bars_that_offer_no_choice_stand_for_themselves(template: str, text: str) -> None:
    (quote,) = Extractor(rules=RuleSet([PatternRule("mine", template)])).extract(text).quotes
    assert quote.source is not None
    assert quote.source.text == "Orla Vane"


@pytest.mark.parametrize(
    "template, marked",
    [
        ("{start} {time} {source} : {quote}", "14:05 <s>Jane Roe</s>: <q>“The lift is out.”</q>"),
        ("{start} {time} {source} : {quote}", "It rained.\n\n14.05 <s>Jane Roe</s>: <q>“The lift is out.”</q>"),
        ("{start} {time} {source} : {quote}", "At 14:05 Jane Roe: “The lift is out.”"),
        ("{start} {source} : {quote}", "It rained. Vane: “No.”"),
        ("letter {number} , {source} : {quote}", "Letter 12, <s>Vane</s>: <q>“No.”</q>"),
        ("letter {number} , {source} : {quote}", "Letter twice, Vane: “No.”"),
        ("{quote} {start} {source} , {any}", "<q>“No.”</q>\n\n<s>Orla Vane</s>, Orrel"),
        ("{quote} {start} {source} , {any}", "“No.” Orla Vane, Orrel"),
        ("{source} : {quote}", "The mayor was clear: “No.”"),
    ],
)
def test_numbers_times_and_beginnings_of_lines(template: str, marked: str) -> None:
    check_rule(PatternRule("a", template), marked)


@pytest.mark.parametrize("template", ["“{quote}” {source}", "“ {quote} {source}", '{source} : {quote} "'])
def test_a_template_that_can_never_fire_is_refused(template: str) -> None:
    with pytest.raises(PatternError, match=r"quotation marks beside \{quote\}, which has its own: leave them out"):
        PatternRule("a", template)
