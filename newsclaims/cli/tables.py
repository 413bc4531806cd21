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
    from newsclaims.model import Document, Quote, What

NARROWEST, WIDEST = 40, 120  # columns of a table
GAP = "  "


NO_ID = "a document without an id"
HEADINGS = {"quotes": ("WHO", "HOW, RULE", "WHAT"), "speakers": ("WHO", "KIND, ROLE", "QUOTES"), "claims": ("WHO", "HOW", "WHAT")}


def table(documents: Iterable[Document], what: What = "quotes") -> Iterator[str]:
    """For reading: who, said how and by which rule, what; or the speakers or claims. As wide as the terminal, or 80 columns."""
    width = max(NARROWEST, min(WIDEST, shutil.get_terminal_size((80, 24)).columns))
    who, how = width // 4, width // 4
    widths = (who, how, width - who - how - 2 * len(GAP))
    for document in documents:
        rows = list(_rows(document, what))
        yield from _heading(document, what, len(rows), width)
        if rows:
            yield from _row([[heading] for heading in HEADINGS[what]], widths)
        for cells in rows:
            yield from _row([_wrapped(cell, size) for cell, size in zip(cells, widths, strict=True)], widths)
        yield "\n"


def _rows(document: Document, what: What) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """The cells of each row, each a list of what stands on lines of its own."""
    if what == "quotes":
        yield from map(_cells, document.quotes)
    elif what == "speakers":
        for speaker in document.speakers:
            told = [speaker.kind.value, *filter(None, (speaker.role, speaker.affiliation))]
            yield [speaker.name], [", ".join(told)], [f"{len(speaker.quotes)}, {speaker.words} words"]
    else:
        for claim in document.claims:
            who = "-" if claim.claimer is None else claim.claimer.name
            yield [who], [f"{claim.stance.value}, {claim.check_worthiness:.2f}"], [claim.text]


def json(documents: Iterable[Document], what: What | None = None) -> Iterator[str]:
    """One list of documents, or of rows, indented."""
    mark = "["
    for each in _as_json(documents, what, 2):
        yield f"{mark}\n{textwrap.indent(each, '  ')}"
        mark = ","
    yield "[]\n" if mark == "[" else "\n]\n"


def jsonl(documents: Iterable[Document], what: What | None = None) -> Iterator[str]:
    """One document a line, or one quote, speaker or claim."""
    return (f"{each}\n" for each in _as_json(documents, what))


def _as_json(documents: Iterable[Document], what: What | None, indent: int | None = None) -> Iterator[str]:
    if what is None:
        yield from (document.to_json(indent=indent) for document in documents)
        return
    from json import dumps

    from newsclaims.formats.records import rows_of

    for row in rows_of(documents, what):
        yield dumps(row, ensure_ascii=False, indent=indent).encode("utf-8", "replace").decode("utf-8")


def html(documents: Iterable[Document]) -> Iterator[str]:
    """One page with all documents, to be opened in a browser."""
    from newsclaims.formats.html import page

    return page(documents)


def csv(documents: Iterable[Document], what: What = "quotes") -> Iterator[str]:
    """One quote, speaker or claim a line, with a header."""
    from newsclaims.formats.records import to_csv

    return to_csv(documents, what)


def label_studio(documents: Iterable[Document]) -> Iterator[str]:
    """One list of tasks for Label Studio, with the quotes as predictions."""
    import json as plain

    from newsclaims.formats.label_studio import to_label_studio

    mark = "["
    for document in documents:
        yield f"{mark}\n{plain.dumps(to_label_studio(document), ensure_ascii=False).encode('utf-8', 'replace').decode('utf-8')}"
        mark = ","
    yield "[]\n" if mark == "[" else "\n]\n"


FORMATS: Mapping[str, Callable[..., Iterator[str]]] = {
    "table": table,
    "json": json,
    "jsonl": jsonl,
    "csv": csv,
    "html": html,
    "label-studio": label_studio,
}


def brat(documents: Iterable[Document], folder: str) -> None:
    """A text and its annotations for each document, in a folder."""
    from newsclaims.formats.brat import write_folder

    with filled(folder) as part, named_errors(folder):
        write_folder(documents, Path(part))


def xmi(documents: Iterable[Document], folder: str, _: str) -> None:
    """A file in UIMA's XMI for each document, in a folder."""
    from newsclaims.formats.uima import write_folder

    with filled(folder) as part, named_errors(folder):
        write_folder(documents, Path(part))


def parquet(documents: Iterable[Document], path: str, what: What = "quotes") -> None:
    """A file with one quote, speaker or claim a row."""
    from newsclaims.integrations.arrow import write_parquet

    with replaced(path) as part, named_errors(path):
        write_parquet(documents, part, what)


WRITERS: Mapping[str, Callable[..., None]] = {"brat": brat, "parquet": parquet, "xmi": xmi}
"""What is more than a text and cannot go to standard output."""

TABLES = ("table", "json", "jsonl", "csv", "parquet")
"""Formats that can have a row for each quote, speaker or claim."""


def printable(line: str) -> str:
    """The line without anything that could steer a terminal."""
    return "".join(char if char.isprintable() else "\ufffd" for char in line)


def called(document: Document) -> str:
    """What a document is called above its rows: by its id, where it has one."""
    return _clean(document.id or "") or NO_ID


def _heading(document: Document, what: What, count: int, width: int) -> Iterator[str]:
    title = f"{called(document)}: {count or 'no'} {what.removesuffix('s') if count == 1 else what}"
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
