"""Findings: what the rules have found so far, and where."""

from __future__ import annotations

import attrs
import pytest

from newsclaims import Attribution, Span, load_language
from newsclaims.finders import finders
from newsclaims.rules.findings import Findings

TEXT = "The mayor spoke. She said it had rained.\n\n“It rained,” said Vane. “A ‘long’ day.”"


@pytest.fixture
def findings() -> Findings:
    return Findings(finders(load_language("en")).layers(TEXT)[0])


def span(words: str) -> Span:
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def test_nothing_is_found_at_first(findings: Findings) -> None:
    assert (findings.found, findings.made, any(findings.said)) == ([], [], False)
    assert findings.text == TEXT


def test_what_was_found(findings: Findings) -> None:
    assert findings.found_before(len(TEXT)) == []
    late, early = Attribution((span("“It rained,”"),)), Attribution((span("it had rained"),))
    findings.add(late, "first")
    findings.add(early, "second")
    assert findings.found == [late, early]
    assert findings.found_before(len(TEXT)) == [late, early]
    assert findings.found_before(span("“It rained,”").start) == [early]
    assert findings.was_found(late)
    assert not findings.was_found(attrs.evolve(late))
    said = [findings.tokens.words[token] for token in range(len(findings.tokens)) if findings.said[token]]
    assert said == ["it", "had", "rained", "“", "It", "rained", ",", "”"]
    assert [each.rule for each in findings.made] == ["first", "second"]
    assert findings.users.quotations == ["first", None, None]
