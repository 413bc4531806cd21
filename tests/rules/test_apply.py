"""Applying a rule set: priority, each anchor used once, what rules may answer."""

from __future__ import annotations

from typing import Any

import pytest

from newsclaims import DEFAULT_RULES, Attribution, Extractor, QuoteKind, Rule, RuleError, RuleSet, Span, extract, rule
from newsclaims.layers import Layers
from newsclaims.rules.apply import ordered
from newsclaims.rules.base import Outcome
from newsclaims.rules.findings import Findings

TEXT = "“It rained,” Vane said. “Then it snowed.”"


def answering(outcome: Any, name: str = "mine") -> Rule:
    @rule(name)
    def mine(layers: Layers, quotation: Any) -> Outcome:
        return outcome  # type: ignore[no-any-return]  # wrong on purpose in some tests

    return mine


def spans(text: str, *words: str) -> tuple[Span, ...]:
    return tuple(Span.of(text, text.index(word), text.index(word) + len(word)) for word in words)


def rules_of(text: str, *rules: Rule) -> list[str | None]:
    return [quote.rule for quote in Extractor(rules=RuleSet(rules)).extract(text).quotes]


@rule("each")
def each_quotation(layers: Layers, quotation: Any) -> Outcome:
    return Attribution(quotation.stretches)


@rule("second")
def second_only(layers: Layers, quotation: Any) -> Outcome:
    return Attribution(quotation.stretches) if layers.index_of(quotation) == 1 else "not the second"


@rule("joins")
def joins(layers: Findings, quotation: Any) -> Outcome:
    return Attribution(quotation.stretches, continues=layers.found[-1]) if layers.found else None


@rule("cues", anchor="cue")
def each_cue(layers: Layers, cue: Any) -> Outcome:
    return Attribution(layers.content(cue.head - 1, cue.head - 1), cue=layers.cue_of(cue))


def test_the_order_is_the_priority() -> None:
    assert rules_of(TEXT, second_only, each_quotation) == ["each", "second"]
    assert rules_of(TEXT, each_quotation, second_only) == ["each", "each"]


def test_a_cue_is_used_once() -> None:
    assert rules_of("Vane said no.", each_cue, *DEFAULT_RULES.only("source-cue-object", "source-cue-clause")) == ["cues"]


@pytest.mark.parametrize(
    "kind, words",
    [
        ("cue", [":", ":", "said", "said", "told", "claim", "According to"]),
        ("label", [":", ":"]),
        ("verb", ["said", "told"]),
        ("noun", ["claim"]),
        ("phrase", ["According to"]),
    ],
)
def test_rules_start_from_cues_of_one_kind(kind: Any, words: list[str]) -> None:
    seen: list[str] = []

    @rule("looks", anchor=kind)
    def looks(layers: Layers, cue: Any) -> Outcome:
        seen.append(layers.span(cue.first, cue.last).text)
        return None

    text = "VANE: No.\n\nKELL: “He said no,” said a man who told of the claim that it rained. According to Vane, it snowed."
    Extractor(rules=RuleSet((looks,))).extract(text)
    assert sorted(seen) == sorted(words)


def test_what_no_rule_can_start_from() -> None:
    class Astray:
        name = doc = "astray"
        anchor: Any = "paragraph"

        def apply(self, layers: Layers, anchor: Any) -> Outcome:
            return None

    with pytest.raises(RuleError, match=r"a rule starts from one of .*, not 'paragraph'"):
        rules_of(TEXT, Astray())


def test_what_nobody_claims_is_kept_with_the_reason() -> None:
    quotes = Extractor(rules=RuleSet()).extract(TEXT).quotes
    assert [(quote.text, quote.kind, quote.source, quote.cue, quote.rule) for quote in quotes] == [
        ("It rained,", QuoteKind.DIRECT, None, None, None),
        ("Then it snowed.", QuoteKind.DIRECT, None, None, None),
    ]
    assert {quote.reason for quote in quotes} == {"no rule found a source"}


def test_what_continues_becomes_one_quote_under_the_first_name() -> None:
    quotes = Extractor(rules=RuleSet((*DEFAULT_RULES.only("quote-source-cue"), joins))).extract(TEXT).quotes
    assert [quote.rule for quote in quotes] == ["quote-source-cue"]
    assert [content.text for content in quotes[0].contents] == ["“It rained,”", "“Then it snowed.”"]
    assert quotes[0].text == "It rained, Then it snowed."
    assert quotes[0].span.text == TEXT


@pytest.mark.parametrize("answer", [3, True, (), [], object(), b"no"])
def test_rules_answer_as_they_must(answer: Any) -> None:
    with pytest.raises(RuleError, match="'mine' must return an Attribution, a str or None, not"):
        rules_of(TEXT, answering(answer))


@pytest.mark.parametrize("answer", [None, "", "no reason"])
def test_rules_may_say_no(answer: Any) -> None:
    assert rules_of(TEXT, answering(answer), each_quotation) == ["each", "each"]


@pytest.mark.parametrize(
    "wrong",
    [
        Attribution((Span(0, 3, "“It"), Span(90, 95, "there"))),
        Attribution((Span(0, 0, ""),)),
        Attribution((Span(3, 1, ""),)),
        Attribution((Span(0, 3, "It "),)),
        Attribution(spans(TEXT, "“It rained,”"), source=Span(-4, 2, "Vane")),
        Attribution(("“It rained,”",)),  # type: ignore[arg-type]  # the mistake under test
    ],
)
def test_spans_are_stretches_of_the_text(wrong: Attribution) -> None:
    with pytest.raises(RuleError, match=r"'mine' returned .*no stretch of the text"):
        rules_of(TEXT, answering(wrong))


def test_only_what_was_found_can_be_continued() -> None:
    stranger = Attribution(spans(TEXT, "rained"))
    with pytest.raises(RuleError, match="'mine' continues an attribution that is not one of"):
        rules_of(TEXT, answering(Attribution(spans(TEXT, "snowed"), continues=stranger)))


def test_an_error_in_a_rule_names_the_rule() -> None:
    @rule("breaks")
    def breaks(layers: Layers, quotation: Any) -> Outcome:
        raise LookupError("no such word")

    with pytest.raises(RuleError, match="'breaks' failed: LookupError: no such word") as caught:
        rules_of(TEXT, breaks)
    assert isinstance(caught.value.__cause__, LookupError)


@pytest.mark.parametrize(
    "given, kept",
    [
        (("It rained",), ["It rained"]),
        (("Then it snowed", "It rained"), ["It rained", "Then it snowed"]),
        (("It rained", "rained"), ["It rained"]),
        (("rained,” Vane said. “Then it",), ["rained,”", "said. “Then it"]),
        (("Vane said",), ["said"]),
    ],
)
def test_contents_are_in_order_and_without_their_source(given: tuple[str, ...], kept: list[str]) -> None:
    found = Attribution(spans(TEXT, *given), source=spans(TEXT, "Vane")[0])

    @rule("mine")
    def mine(layers: Layers, quotation: Any) -> Outcome:
        return found if layers.index_of(quotation) == 0 else None

    quotes = [quote for quote in Extractor(rules=RuleSet([mine])).extract(TEXT).quotes if quote.rule]
    assert [[content.text for content in quote.contents] for quote in quotes] == [kept]


def test_nothing_but_the_source_is_no_attribution() -> None:
    (vane,) = spans(TEXT, "Vane")
    assert rules_of(TEXT, answering(Attribution((vane,), vane))) == [None, None]


@pytest.mark.parametrize(
    "text, kind, words",
    [
        ("“It rained,” said Orla Vane.", QuoteKind.DIRECT, "It rained,"),
        ("Vane said it had “rained all day” in Orrel.", QuoteKind.MIXED, "it had “rained all day” in Orrel"),
        ("Vane said that it had rained.", QuoteKind.INDIRECT, "that it had rained"),
        ("“It rained,” said Orla Vane, “and then it snowed.”", QuoteKind.DIRECT, "It rained, and then it snowed."),
        ("Vane said she had seen the film “Long Rain” twice.", QuoteKind.INDIRECT, "she had seen the film “Long Rain” twice"),
    ],
)
def test_kinds_and_words(text: str, kind: QuoteKind, words: str) -> None:
    assert [(quote.kind, quote.text) for quote in extract(text).quotes] == [(kind, words)]


def test_a_source_that_the_text_does_not_name() -> None:
    first, _ = Extractor(rules=RuleSet([each_quotation])).extract(TEXT).quotes
    assert (first.source, first.rule, first.reason) == (None, "each", "the text names no source")


def test_overlapping_spans_become_one() -> None:
    text = "a few words more"
    assert [span.text for span in ordered(text, spans(text, "words", "few words", "a few", "more"))] == ["a few words", "more"]
