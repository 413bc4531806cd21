"""How the command line writes documents: a function for each format, from documents to pieces of text."""

from __future__ import annotations

import itertools
import shutil
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from newsclaims.cli.outputs import filled, named_errors, replaced

if TYPE_CHECKING:
    from newsclaims.model import Document, Quote

NARROWEST, WIDEST = 40, 120  # columns of a table
GAP = "  "


def table(documents: Iterable[Document]) -> Iterator[str]:
    """For reading: who, said how and by which rule, what. As wide as the terminal, or 80 columns."""
    width = max(NARROWEST, min(WIDEST, shutil.get_terminal_size((80, 24)).columns))
    who, how = width // 4, width // 4
    widths = (who, how, width - who - how - 2 * len(GAP))
    for document in documents:
        yield from _heading(document, width)
        if document.quotes:
            yield from _row((["WHO"], ["HOW, RULE"], ["WHAT"]), widths)
        for quote in document.quotes:
            cells = _cells(quote)
            yield from _row([_wrapped(cell, size) for cell, size in zip(cells, widths, strict=True)], widths)
        yield "\n"


def json(documents: Iterable[Document]) -> Iterator[str]:
    """One list of documents, indented."""
    mark = "["
    for document in documents:
        yield f"{mark}\n{textwrap.indent(document.to_json(indent=2), '  ')}"
        mark = ","
    yield "[]\n" if mark == "[" else "\n]\n"


def jsonl(documents: Iterable[Document]) -> Iterator[str]:
    """One document a line."""
    for document in documents:
        yield document.to_json()
        yield "\n"


def html(documents: Iterable[Document]) -> Iterator[str]:
    """One page with all documents, to be opened in a browser."""
    from newsclaims.formats.html import page

    return page(documents)


def csv(documents: Iterable[Document], what: str = "quotes") -> Iterator[str]:
    """One quote, speaker or claim a line, with a header."""
    from newsclaims.formats.records import to_csv

    return to_csv(documents, what)


FORMATS: Mapping[str, Callable[..., Iterator[str]]] = {
    "table": table,
    "json": json,
    "jsonl": jsonl,
    "csv": csv,
    "html": html,
}


def brat(documents: Iterable[Document], folder: str) -> None:
    """A text and its annotations for each document, in a folder."""
    from newsclaims.formats.brat import write_folder

    with filled(folder) as part, named_errors(folder):
        write_folder(documents, Path(part))


def parquet(documents: Iterable[Document], path: str, what: str) -> None:
    """A file with one quote, speaker or claim a row."""
    from newsclaims.integrations.arrow import write_parquet

    with replaced(path) as part, named_errors(path):
        write_parquet(documents, part, what)


WRITERS: Mapping[str, Callable[..., None]] = {"brat": brat, "parquet": parquet}
"""What is more than a text and cannot go to standard output."""

TABLES = ("csv", "parquet")
"""Formats with a row for each quote, speaker or claim."""


def printable(line: str) -> str:
    """The line without anything that could steer a terminal."""
    return "".join(char if char.isprintable() else "\ufffd" for char in line)


def _heading(document: Document, width: int) -> Iterator[str]:
    count = len(document.quotes)
    title = f"{_clean(document.id or '')}: {count or 'no'} quote{'' if count == 1 else 's'}"
    yield from (f"{line}\n" for line in textwrap.wrap(title, width))
    yield f"{'-' * min(len(title), width)}\n"


def _cells(quote: Quote) -> tuple[list[str], list[str], list[str]]:
    """The three cells of a quote, each a list of what stands on lines of its own."""
    how = quote.cue.span.text if quote.cue is not None else "-"
    what = " ... ".join(span.text for span in quote.contents)
    return [_who(quote)], [how, f"[{quote.rule or quote.reason or '-'}]"], [what]


def _who(quote: Quote) -> str:
    """The words that name the source, and who that is where the words do not say it."""
    if quote.source is None:
        return "-"
    if quote.speaker is None or quote.speaker.name in quote.source.text:
        return quote.source.text
    return f"{quote.source.text} = {quote.speaker.name}"


def _row(cells: Iterable[list[str]], widths: tuple[int, ...]) -> Iterator[str]:
    for line in itertools.zip_longest(*cells, fillvalue=""):
        yield GAP.join(f"{cell:{size}}" for cell, size in zip(line, widths, strict=True)).rstrip() + "\n"


def _wrapped(cell: list[str], width: int) -> list[str]:
    return [line for part in cell for line in textwrap.wrap(_clean(part), width, break_on_hyphens=False)]


def _clean(text: str) -> str:
    return printable(" ".join(text.split()))
