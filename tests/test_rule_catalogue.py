"""docs/rule-catalogue.md is what its script writes, and the examples in it are read."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from newsclaims import DEFAULT_RULES, Extractor, Rule

DOCS = Path(__file__).parent.parent / "docs"


def test_the_catalogue_of_rules_is_current() -> None:
    written = runpy.run_path(str(DOCS / "write_rule_catalogue.py"))["catalogue"]()
    assert written == (DOCS / "rule-catalogue.md").read_text(encoding="utf-8"), "run make rules-doc"


WITHOUT = ("carry-over", "same-words")
"""Rules whose line shows no example, or one of a text that is not printed: what they read takes two paragraphs."""


def examples(doc: str) -> list[str]:
    """The texts after the colon in what a rule says of itself; “...” stands for any words, a slash for the end of a paragraph."""
    shown = re.sub("“[.]{3}” (?=[A-Z])", "“It rained all day.” ", doc.partition(": ")[2].replace(" / ", "\n\n"))
    shown = shown.replace("“...”", "“It rained all day”").replace("...", "It rained all day")
    return [f"{text[:1].upper()}{text[1:]}" for text in shown.removesuffix(".").split("; ") if text]


@pytest.mark.parametrize("rule", [rule for rule in DEFAULT_RULES if rule.name not in WITHOUT], ids=lambda rule: rule.name)
def test_what_a_rule_shows_of_itself_is_what_it_reads(rule: Rule) -> None:
    texts = examples(rule.doc)
    assert texts
    for text in texts:
        told = f"{text}\n\n{text}" if rule.name == "speaker-label" else text  # one label is no transcript
        alone, together = Extractor(rules=DEFAULT_RULES.only(rule.name)), Extractor()
        fired = {item.rule for extractor in (alone, together) for item in extractor.explain(told)}
        assert rule.name in fired, text
