"""How often what a rule finds is right, as measured on annotated articles."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path

import attrs

from newsclaims.errors import RuleError
from newsclaims.model import QuoteKind

FILE = Path(__file__).with_suffix(".tsv")
ANY_RULE = "*"
HEADER = """\
# Written by "newsclaims evaluate GOLD_DIR --calibrate": not to be edited by hand.
# For each rule and kind of quote: the share of what the rule found that has its content and its source right, pulled
# towards the share of the rule, and that towards the share of the kind, where there were few; how many were right; how
# many it found. "*" is all rules together.
# rule	kind	confidence	right	found
"""


@attrs.frozen
class Entry:
    """A line of the file: of the ``found`` quotes of one rule and kind, ``right`` were so; ``confidence`` is 0 to 1."""

    rule: str
    kind: str
    confidence: float
    right: int
    found: int


class Table:
    """The entries of a file, to look confidence up in."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._confidence = {(entry.rule, entry.kind): entry.confidence for entry in entries}

    def confidence(self, rule: str, kind: str) -> float | None:
        """As :func:`confidence_of`, from these entries."""
        return self._confidence.get((rule, QuoteKind(kind).value))  # a QuoteKind is found under another key than its value


def confidence_of(rule: str, kind: str) -> float | None:
    """The measured precision (0 to 1) of a rule on quotes of a kind: ``"direct"``, ``"mixed"`` or ``"indirect"``.

    ``None`` for a rule that was never measured, such as your own. ``"*"`` are all rules together.

    >>> confidence_of("*", "indirect") < confidence_of("*", "direct") < 1
    True
    >>> confidence_of("my-own-rule", "direct") is None
    True

    Raises:
        ValueError: no such kind.
    """
    return _table().confidence(rule, kind)


def write_entries(entries: Iterable[Entry]) -> str:
    """The text of a file with these entries, as :func:`read_entries` reads it.

    Raises:
        RuleError: a rule's name cannot stand in such a file: it holds white space or opens with ``#``.
    """
    entries = tuple(entries)
    for entry in entries:
        if entry.rule.startswith("#") or entry.rule.split() != [entry.rule]:
            raise RuleError(f"a rule's name is one word with hyphens, not {entry.rule!r}")
    rows = (f"{entry.rule}\t{entry.kind}\t{entry.confidence:.3f}\t{entry.right}\t{entry.found}\n" for entry in entries)
    return HEADER + "".join(rows)


def read_entries(content: str, path: str = "<entries>") -> tuple[Entry, ...]:
    r"""The entries in the text of such a file; ``#`` opens a comment line. ``path`` is named in errors.

    >>> read_entries("# rules\nquote-source-cue\tdirect\t0.950\t19\t20\n")
    (Entry(rule='quote-source-cue', kind='direct', confidence=0.95, right=19, found=20),)

    Raises:
        RuleError: a line does not hold a rule, a kind, a share and two counts.
    """
    return tuple(_entry(line, number, path) for number, line in enumerate(content.split("\n"), 1) if line and not line.startswith("#"))


def _entry(line: str, number: int, path: str) -> Entry:
    try:
        rule, kind, confidence, right, found = line.split("\t")
        entry = Entry(rule, QuoteKind(kind).value, float(confidence), int(right), int(found))
    except ValueError:
        raise RuleError(f"{path}, line {number}: not a rule, a kind, a share and two counts: {line!r}") from None
    if not (0 <= entry.confidence <= 1 and 0 <= entry.right <= entry.found):
        raise RuleError(f"{path}, line {number}: a share is 0 to 1, and no more are right than were found: {line!r}")
    return entry


@functools.cache
def _table() -> Table:
    return Table(read_entries(FILE.read_text(encoding="utf-8"), str(FILE)))
