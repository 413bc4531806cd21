"""Rules for houses that print speech without quotation marks."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import DEFAULT_RULES, Extractor, LineRule, PatternError, RuleSet
from newsclaims.rules.line import has_label
from newsclaims.testing import check_rule

BLOG = LineRule("live-blog", "{time} {source}: {content}")
BOLD = LineRule("bold", "**{source}:** {content}")
BRACKETS = LineRule("brackets", "[{time}] {source} ({role}): {content}")
NUMBERED = LineRule("numbered", "{number}. {source} - {content}")
FIRST = DEFAULT_RULES.names[0]


@pytest.mark.parametrize(
    "rule, marked",
    [
        (BLOG, "14:05 <s>Jane Roe</s>: <q>The lift is out again.</q>"),
        (BLOG, "Storm: live\n\n  2.30 p.m.  <s>Jane Roe</s>: <q>The lift is out.</q>\n"),
        (BLOG, "14:05 <s>Jane Roe</s>: <q>The lift is out.</q>\n\n<q>We wait.</q>\n\n14:07: no news"),
        (BLOG, "It is 14:05 Jane Roe: said."),
        (BLOG, "14:05 jane roe: The lift is out."),
        (BLOG, "14:05 The lift is out."),
        (BLOG, "14:05 Jane Roe:"),
        (BLOG, "14:05 He went: home."),
        (BOLD, "**<s>AB</s>:** <q>What lift?</q>"),
        (BOLD, "**<s>AB</s>:** <q>What lift?</q>\n\n<q>I do not know.</q>"),
        (BOLD, "AB: What lift?"),
        (BRACKETS, "[14.05] <s>Jane Roe</s> (the mayor): <q>No.</q>"),
        (BRACKETS, "[14.05] <s>Jane Roe</s> (Mayor of Orrel): <q>No.</q>"),
        (BRACKETS, "[14.05] Jane Roe: No."),
        (NUMBERED, "12. <s>Jane Roe</s> - <q>It - the lift - is out.</q>"),
        (LineRule("any", "{any} | {source} | {content}"), "Orrel, May | <s>Dr. J. Roe</s> | <q>No.</q>"),
    ],
)
def test_a_line_is_read_as_drawn(rule: LineRule, marked: str) -> None:
    check_rule(rule, marked)


def test_what_goes_on_ends_at_the_next_label() -> None:
    text = "**Question:** Is it steep?\n\n**AB:** What lift?\n\nI do not know.\n\n**Question:** Why?"
    document = Extractor(rules=DEFAULT_RULES.before(FIRST, BOLD)).extract(text)
    assert [(str(quote.source), [span.text for span in quote.contents]) for quote in document.quotes] == [
        ("Question", ["Is it steep?"]),
        ("AB", ["What lift?", "I do not know."]),
        ("Question", ["Why?"]),
    ]


def test_nothing_goes_on_where_it_is_not_wanted() -> None:
    check_rule(LineRule("live-blog", BLOG.template, goes_on=False), "14:05 <s>Jane Roe</s>: <q>The lift is out.</q>\n\nIt rained.")


def test_lines_of_a_wrapped_paragraph_are_one_stretch() -> None:
    lines = [
        "14:05 Jane Roe: The lift of the station at Withen has stood still since",
        "the end of the month and nobody knows when it will go again.",
    ]
    [quote] = Extractor(rules=RuleSet([BLOG])).extract("\n".join(lines)).quotes
    assert [span.text for span in quote.contents] == ["\n".join(lines).partition(": ")[2]]


def test_what_stands_in_quotation_marks_there_is_part_of_it() -> None:
    [quote] = Extractor(rules=RuleSet([BLOG])).extract("14:05 Jane Roe: “The lift is out.”").quotes
    assert (str(quote.source), quote.text, quote.kind) == ("Jane Roe", "The lift is out.", "direct")


def test_explain_tells_why_a_line_is_none() -> None:
    extractor = Extractor(rules=RuleSet([BLOG]))
    assert "live-blog: no {time} where the template has it" in str(extractor.explain("Rain fell."))
    assert "line 14:05 Jane Roe: No. at 0-19: live-blog\n    live-blog: fired" in str(extractor.explain("14:05 Jane Roe: No."))


def test_it_goes_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(BLOG)) == BLOG  # noqa: S301 - our own
    extractor = Extractor(rules=DEFAULT_RULES.before(FIRST, BLOG))
    texts = ["14:05 Jane Roe: No."] * 3
    assert list(extractor.pipe(texts, workers=2, batch_size=1)) == [extractor.extract(text) for text in texts]


def test_a_set_without_such_rules_reads_as_before() -> None:
    text = "14:05 Jane Roe: The lift is out.\n\n“It rained,” said Orla Vane."
    assert Extractor(rules=DEFAULT_RULES.before(FIRST, NUMBERED)).extract(text).quotes == Extractor().extract(text).quotes


@pytest.mark.parametrize(
    "template, message",
    [
        ("", "no slot and no word"),
        ("{source}: x", "no {content}"),
        ("{time} {content}", "no {source}"),
        ("{source}{content}", "two slots with nothing between them (at character 8)"),
        ("{source}: {content}.", "{content} is the rest of the line"),
        ("{surce}: {content}", "no slot is called 'surce' (there are: source, role, content, time, number, any); did you mean 'source'?"),
        ("{source} {source}: {content}", "the slot {source} comes twice"),
        ("{source: {content}", "no slot is called 'source: {content'"),
        ("source}: {content}", "a closing brace without its opening one (at character 6)"),
        ("{source}: {content", "a brace that is never closed"),
        ("{any} " * 20 + "{source}: {content}", "more than 20 slots and stretches"),
    ],
)
def test_templates_with_a_mistake(template: str, message: str) -> None:
    with pytest.raises(PatternError) as caught:
        LineRule("a", template)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "line, label",
    [
        ("VANE: No.", True),
        ("Dr. Orla Vane: No.", True),
        ("– Orla Vane: No.", True),
        ("9.15am: No.", True),
        ("One thing is clear: we lost.", False),
        ("Nothing", False),
        ("", False),
        ("See https://a.example", False),
    ],
)
def test_what_looks_like_a_label(line: str, label: bool) -> None:
    assert has_label(line) is label


PIECES = st.sampled_from(["14:05", " ", "\n", "\n\n", "Jane Roe", ":", ": ", "The lift is out.", "“", "”", "*", "said", "(", ")"])


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_can_be_read(text: str) -> None:
    document = Extractor(rules=DEFAULT_RULES.before(FIRST, BLOG, BOLD, BRACKETS)).extract(text)
    for quote in document.quotes:
        assert all(text[span.start : span.end] == span.text for span in (*quote.contents, *filter(None, [quote.source])))
