"""Every default rule reads its cases: ``cases/NAME.txt`` is all that a rule needs here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from newsclaims import DEFAULT_RULES, Extractor, Quote, RuleSet, extract
from newsclaims.testing import check_rule, read_cases, read_marked

CASES = Path(__file__).parent / "cases"
CARRIES_ON = ("carry-over", "same-speaker", "same-words", "inner-source-cue")
"""Rules that need what the others have found."""
LABELS = ("speaker-label",)
"""A text with one label has several; a case shows one of them."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test for each case of a default rule, or of a file in ``cases/constructions/``."""
    if "construction" in metafunc.fixturenames:
        metafunc.parametrize("construction, marked", list(_parameters(sorted((CASES / "constructions").glob("*.txt")))))
    elif "marked" in metafunc.fixturenames:
        metafunc.parametrize("name, marked", list(_parameters(CASES / f"{name}.txt" for name in DEFAULT_RULES.names)))


def _parameters(paths: Iterable[Path]) -> Iterator[object]:
    for path in paths:
        for case in read_cases(path.read_text(encoding="utf-8")):
            marks = () if case.failure is None else (pytest.mark.xfail(strict=True, raises=AssertionError, reason=case.failure),)
            yield pytest.param(path.stem, case.marked, marks=marks, id=f"{path.stem}: {case.marked[:60]}")


def test_a_rule_finds_what_is_drawn(name: str, marked: str) -> None:
    if name in CARRIES_ON:
        check_carried_on(name, marked)
    elif name in LABELS:
        check_one_of(quotes_of(name, marked), marked)
    else:
        check_rule(DEFAULT_RULES[name], marked)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_shipped_rules_answer_as_a_rule_must(path: Path) -> None:
    """Their answers are not checked, and those of a copy of the set are; explain tries rules of complements on all verbs."""
    text = "\n\n".join(read_marked(case.marked).text for case in read_cases(path.read_text(encoding="utf-8")))
    quotes = extract(text).quotes
    assert DEFAULT_RULES.is_shipped
    assert Extractor(rules=RuleSet(DEFAULT_RULES)).extract(text).quotes == quotes
    assert Extractor().explain(text).document.quotes == quotes


def check_carried_on(name: str, marked: str) -> None:
    """The rule fires with all others, and what is drawn is one of the quotes."""
    drawn = read_marked(marked)
    carried = name in {item.rule for item in Extractor().explain(drawn.text)}
    assert carried == bool(drawn.spans["q"])
    if carried:
        check_one_of(extract(drawn.text).quotes, marked)


def quotes_of(name: str, marked: str) -> list[Quote]:
    """What a rule finds alone."""
    quotes = Extractor(rules=DEFAULT_RULES.only(name)).extract(read_marked(marked).text).quotes
    return [quote for quote in quotes if quote.rule == name]


def check_one_of(quotes: Iterable[Quote], marked: str) -> None:
    """What is drawn is one of the quotes; where nothing is, there are none."""
    drawn = read_marked(marked).spans
    found = [(quote.source, quote.cue and quote.cue.span, quote.contents) for quote in quotes]
    if any(drawn.values()):
        assert (*(drawn["s"] or (None,)), *(drawn["c"] or (None,)), drawn["q"]) in found
    else:
        assert found == []


def test_a_construction_is_read_as_drawn(construction: str, marked: str) -> None:
    """What journalism does, read with all default rules."""
    check_one_of(extract(read_marked(marked).text).quotes, marked)


@pytest.mark.parametrize("rule", DEFAULT_RULES.names)
def test_a_default_rule_has_two_cases_that_match_and_one_that_does_not(rule: str) -> None:
    cases = read_cases((CASES / f"{rule}.txt").read_text(encoding="utf-8"))
    reached = [bool(read_marked(case.marked).spans["q"]) for case in cases if case.failure is None]
    assert reached.count(True) >= 2
    assert reached.count(False) >= 1


def test_every_file_of_cases_is_of_a_default_rule() -> None:
    assert {path.stem for path in CASES.glob("*.txt")} == set(DEFAULT_RULES.names)


def test_what_is_carried_on_is_one_quote_with_the_rule_that_named_the_speaker() -> None:
    (quote,) = extract("“The port is dead,” Vane said. “Nobody will come back.”").quotes
    assert (quote.rule, len(quote.contents)) == ("quote-source-cue", 2)


def test_cases_of_several_paragraphs_groups_and_failures() -> None:
    cases = read_cases("# one\na¶b\n\nc\nd\n\n# two\n#! no\ne\n\nf\n")
    assert [(case.marked, case.group, case.failure) for case in cases] == [
        ("a\n\nb", "one", None),
        ("c\nd", "one", None),
        ("e", "two", "no"),
        ("f", "two", None),
    ]
