"""Writes docs/rule-catalogue.md from the default rules, their measured precision and their cases: `make rules-doc`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from newsclaims import DEFAULT_RULES
from newsclaims.confidence.weights import shipped_weights
from newsclaims.model import QuoteKind
from newsclaims.rules.base import Rule
from newsclaims.testing import Case, read_cases, read_marked

HERE = Path(__file__).parent
PAGE = HERE / "rule-catalogue.md"
CASES = HERE.parent / "tests" / "rules" / "cases"
KINDS = [kind.value for kind in QuoteKind]
SHOWN = 3
"""So many texts that match a rule are printed."""

HEAD = """\
# Catalogue of rules

Every rule with what it matches, how often it is right, and texts that it reads and must not read.
[Write an attribution rule](write-a-rule.md) adds one to them; [rules](rules.md) tells why one fired and how to change the set.
This page is written by `make rules-doc` from the rules, their cases and `newsclaims/confidence/weights.tsv`, not by hand.

The rules stand in order of priority. A number is the measured precision: the share of what the rule found in annotated
news that has both its source and the words said right, with how many it found in brackets; `–` where it found none.
All rules together stand in the last row. What carry-over finds in one paragraph becomes part of an earlier quote and counts there.

"""
EXAMPLES = """
## Examples

In the texts `<s>` is the source, `<c>` the cue, `<q>` the words said. Where nothing is drawn the rule must not fire.
"""
FAILURES = """
## What is known not to work

Each text is drawn as it should be read. It is not read so yet; the line above it says what is in the way.
"""


def catalogue() -> str:
    """The whole page."""
    parts = [HEAD, *table(), EXAMPLES, *(line for rule in DEFAULT_RULES for line in examples(rule)), FAILURES, *known_failures()]
    return "".join(parts)


def table() -> Iterator[str]:
    """A row for each rule, and one for all."""
    yield f"| rule | what it matches | {' | '.join(KINDS)} |\n|---|---|{'---|' * len(KINDS)}\n"
    for rule in DEFAULT_RULES:
        yield f"| [{rule.name}](#{rule.name}) | {rule.doc} | {precision(rule.name)} |\n"
    yield f"| | all rules | {precision(None)} |\n"


def precision(name: str | None) -> str:
    """The cells of a rule, or of all rules together, one for each kind of quote."""
    cells = (shipped_weights().counts(name, kind) for kind in KINDS)
    return " | ".join(f"{right / found:.2f} ({found})" if found else "–" for right, found in cells)


def examples(rule: Rule) -> Iterator[str]:
    """The first texts that match a rule and one that does not."""
    cases = [case for case in cases_of(CASES / f"{rule.name}.txt") if case.failure is None]
    drawn = [case for case in cases if any(read_marked(case.marked).spans.values())]
    plain = [case for case in cases if case not in drawn]
    yield f"\n### {rule.name}\n\n{rule.doc}\n\n"
    yield block(case.marked for case in (*drawn[:SHOWN], *plain[:1]))


def known_failures() -> Iterator[str]:
    """The cases that do not hold yet, those of rules and those of all rules together."""
    for path in (*(CASES / f"{name}.txt" for name in DEFAULT_RULES.names), *sorted((CASES / "constructions").glob("*.txt"))):
        failing = [case for case in cases_of(path) if case.failure is not None]
        if failing:
            yield f"\n### {path.stem}: not yet\n"
        for case in failing:
            yield f"\n{str(case.failure).capitalize()}:\n\n{block([case.marked])}"


def cases_of(path: Path) -> tuple[Case, ...]:
    """The cases of a file."""
    return read_cases(path.read_text(encoding="utf-8"))


def block(texts: Iterable[str]) -> str:
    """The texts as they are, a blank line between them; an end of a paragraph is shown by its sign."""
    body = "\n\n".join(text.replace("\n\n", "¶") for text in texts)
    return f"```text\n{body}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(catalogue(), encoding="utf-8", newline="\n")
