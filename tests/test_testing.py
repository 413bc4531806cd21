"""Helpers for people who write rules."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from newsclaims import DEFAULT_RULES, Attribution, Extractor, PatternRule, RuleError, RuleSet, Span, load_language, rule
from newsclaims.finders import finders
from newsclaims.layers import Layers
from newsclaims.rules.base import Outcome
from newsclaims.rules.findings import Findings
from newsclaims.testing import check_cases, check_rule, read_marked

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
        "<s>Vane:</s> <q>“It rained.”</q>",
    ],
)
def test_other_spans_fail(marked: str) -> None:
    with pytest.raises(AssertionError, match="label"):
        check_rule(LABEL, marked)


def test_where_nothing_fired_the_message_says_why() -> None:
    with pytest.raises(AssertionError, match=r"(?s)source +0-4 Vane.*nothing.*label: no “:” before the quotation"):
        check_rule(LABEL, "<s>Vane</s> <q>“It rained.”</q>")


ANSWER = PatternRule("answer", "{source} , again : {quote}")


def test_a_rule_is_checked_in_its_set() -> None:
    rules = DEFAULT_RULES.before("introducing-sentence", after_another)
    text = "“It rained,” said Vane.\n\nRain fell. <q>“It is late.”</q>"
    check_rule(after_another, text, rules=rules)
    with pytest.raises(AssertionError):
        check_rule(after_another, text)
    with pytest.raises(AssertionError, match=r"(?s)found by other rules:\n    quote-cue-source: Vane \| said \| “It rained,”\nbecause:"):
        check_rule(after_another, text.replace("<q>", "").replace("</q>", ""), rules=rules)
    with pytest.raises(ValueError, match="the rule 'answer' is not in rules"):
        check_rule(ANSWER, text, rules=rules)


@rule("after-another")
def after_another(layers: Findings, quotation: Any) -> Outcome:
    """What nobody else took, where something was found before."""
    return Attribution(quotation.stretches) if layers.found_before(quotation.span.start) else "nobody was quoted before it"


@pytest.mark.parametrize(
    "marked, message",
    [
        ("<source>Vane</source>: <q>“No.”</q>", "<source> at character 0 is no tag: there are <s> (source), <q> (content), <c> (cue)"),
        ("<S>Vane</S>: <q>“No.”</q>", "<S> at character 0 is no tag"),
        ("<s>Vane</s>, <s>Karr</s>: <q>“No.”</q>", "<s> is drawn 2 times: an attribution has one source"),
        ("<s>Vane</s>: “No.”", "no <q> is drawn"),
    ],
)
def test_wrong_tags_are_errors(marked: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        check_rule(LABEL, marked)


CASES = """# a label
<s>Vane</s>: <q>“It rained.”</q>

“It rained,” Karr sighed.

#! nobody can
<q>“It rained,”</q> <s>Karr</s> sighed.
"""


def test_cases_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "cases.txt"
    path.write_text(CASES, encoding="utf-8")
    assert check_cases(path, LABEL) == 3
    path.write_text("<s>Vane</s>: <q>“It rained.”</q>\n\nKarr <c>said</c> <q>that it was late</q>.\n\n#! why\n<s>Vane</s> left.", "utf-8")
    with pytest.raises(ValueError, match="no <q> is drawn"):
        check_cases(path)


def test_cases_that_do_not_hold_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "cases.txt"
    path.write_text("# g\nKarr: “No.”\n\n#! it does\n<s>Vane</s>: <q>“It rained.”</q>\n", encoding="utf-8")
    with pytest.raises(AssertionError) as caught:
        check_cases(path, LABEL)
    assert str(caught.value).startswith(f"2 of 2 cases\n\n{path}, line 1: label\nexpected:")
    assert f"{path}, line 4: holds, although it is marked as not reached yet (it does)" in str(caught.value)


def test_cases_of_a_whole_set(tmp_path: Path) -> None:
    path = tmp_path / "cases.txt"
    path.write_text("<s>Vane</s> <c>said</c> <q>that it was late</q>.\n\nIt rained.\n\n“No.”\n", encoding="utf-8")
    assert check_cases(path) == 3
    with pytest.raises(AssertionError, match="1 of 3 cases"):
        check_cases(path, rules=DEFAULT_RULES.only("carry-over"))


def test_a_span_is_as_good_as_a_tuple_of_one() -> None:
    span = Span(0, 2, "No")
    one: Any = Attribution(span)
    assert one == Attribution((span,)) == Attribution([span])
    with pytest.raises(TypeError, match=r"contents must be spans, as in contents=quotation.stretches, not int"):
        Attribution(5)  # type: ignore[arg-type]  # it is wrong


@pytest.mark.parametrize("end", [6, 3000])
def test_a_span_beyond_the_text_is_an_error(end: int) -> None:
    @rule("beyond")
    def beyond(layers: Layers, quotation: Any) -> Outcome:
        return Attribution(quotation.stretches, addressee=Span(2, end, layers.text[2:end]))

    with pytest.raises(RuleError, match="which is no stretch of the text"):
        Extractor(rules=RuleSet([beyond])).extract("“No.”")


def test_what_a_rule_may_ask_of_the_layers() -> None:
    layers = finders(load_language("en")).layers("“Rain,” said Mayor Orla Vane of Orrel. She left.")[0]
    assert [span.text for span in layers.names()] == ["Rain", "Mayor Orla Vane", "Orrel"]  # a word that opens a quotation may be one
    assert "She" in [span.text for span in layers.sources()]
    kinds = {span.text: kind for span, kind in layers.words()}
    assert (kinds["said"], kinds["Orla"], kinds["of"], kinds["She"], kinds["“"]) == ("verb", "name", "of", "pronoun", "mark")
