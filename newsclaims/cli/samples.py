"""Samples of quotes: drawn by chance, written as CSV to be checked by hand, and counted when they come back."""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from newsclaims.formats.records import csv_cell
from newsclaims.model import Document, Quote
from newsclaims.sampling import wilson

RIGHT = "right"
COLUMNS = ("document", "quote", "kind", "text", "source", "speaker", "rule", "confidence", "context", RIGHT)
YES, NO = frozenset(("y", "yes", "1", "true", "right")), frozenset(("n", "no", "0", "false", "wrong"))
AROUND = 300  # characters before and after


def drawn(documents: Iterable[Document], number: int, seed: int = 0) -> list[tuple[Document, int]]:
    """So many quotes drawn by chance, each as likely as any other, in their order; the index of each in its document.

    The documents are gone through once, and only those drawn from are kept (reservoir sampling; Vitter 1985).

    >>> from newsclaims import extract
    >>> [(document, index)] = drawn([extract("“It rained,” said Orla Vane.", id="a")], 5)
    >>> document.id, index
    ('a', 0)
    """
    chance = random.Random(seed)  # noqa: S311 - for fairness, not for secrets
    kept: list[tuple[int, Document, int]] = []
    met = 0
    for document in documents:
        for index in range(len(document.quotes)):
            place = met if met < number else chance.randint(0, met)
            if place < number:
                kept[place : place + 1] = [(met, document, index)]
            met += 1
    return [(document, index) for _, document, index in sorted(kept, key=lambda each: each[0])]


def sample_csv(found: Sequence[tuple[Document, int]]) -> str:
    """A row for each quote with the words around it, and a column for whether it is right."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for document, index in found:
        quote = document.quotes[index]
        known = (None if quote.source is None else quote.source.text, None if quote.speaker is None else quote.speaker.name)
        row = (document.id, index, quote.kind.value, quote.text, *known, quote.rule, quote.confidence, _context(document, quote), None)
        writer.writerow(map(csv_cell, row))
    return out.getvalue()


def _context(document: Document, quote: Quote) -> str:
    """What stands around a quote and its source, from a word to a word."""
    spans = [quote.span, *([quote.source] if quote.source else [])]
    low, high = max(0, min(span.start for span in spans) - AROUND), max(span.end for span in spans) + AROUND
    words = document.text[low:high]
    words = words if low == 0 else words.partition(" ")[2]
    return words if high >= len(document.text) else words.rpartition(" ")[0]


def checked_table(sample: str) -> str:
    """How many quotes of a sample that was checked are right, by kind and of all, with bounds.

    Raises:
        ValueError: there is no column "right", a word in it is neither yes nor no, or nothing was checked.
    """
    rows: list[dict[str, Any]] = list(csv.DictReader(io.StringIO(sample)))
    if not rows or RIGHT not in rows[0]:
        raise ValueError(f"no column {RIGHT!r}: this is no sample that newsclaims has drawn")
    right, of = Counter[str](), Counter[str]()
    for number, row in enumerate(rows, 2):
        word = (row[RIGHT] or "").strip().lower()
        if word and word not in YES | NO:
            raise ValueError(f"line {number}: {word!r:.40} in the column {RIGHT!r} is neither y nor n")
        for group in (row.get("kind") or "", "all") if word else ():
            of[group] += 1
            right[group] += word in YES
    if not of:
        raise ValueError(f"nothing was checked: write y or n in the column {RIGHT!r}")
    lines = []
    for group in sorted(of, key=lambda group: (group == "all", group)):
        low, high = wilson(right[group], of[group])
        lines.append(f"{group:10}{right[group]:5} of {of[group]:5} right: {right[group] / of[group]:6.1%} ({low:.1%} to {high:.1%})\n")
    left = len(rows) - of["all"]
    return "".join(lines) + (f"{left} not checked\n" if left else "")
