"""The ``newsclaims claims`` command. Only click is imported before it runs."""

from __future__ import annotations

import functools
import json
import shutil
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import attrs
import click

from newsclaims.cli.articles import FOLDER_ENDINGS, STDOUT, articles_of, is_terminal
from newsclaims.cli.extract import documents_of
from newsclaims.cli.options import FILE, Reading, Setup, configured, extractor_of, reading
from newsclaims.cli.outputs import Failures, files_to_read, opened
from newsclaims.cli.tables import called, printable

if TYPE_CHECKING:
    from newsclaims.model import Claim, Document

MARGIN = 6  # columns for the score
WIDEST = 120
OWN_VOICE = "the article"
SHOWN_REASONS = 4


def table(documents: Iterable[Document], least: float) -> Iterator[str]:
    """For reading: the score, the words, and who asserts them, of each claim; the claims most worth checking first."""
    width = min(WIDEST, shutil.get_terminal_size((80, 24)).columns)
    for document in documents:
        claims = sorted((claim for claim in document.claims if claim.check_worthiness >= least), key=lambda claim: -claim.check_worthiness)
        title = f"{called(document)}: {len(claims) or 'no'} claim{'' if len(claims) == 1 else 's'}"
        yield f"{title}\n{'-' * len(title)}\n"
        for claim in claims:
            yield from _lines(claim, width)
        yield "\n"


def _lines(claim: Claim, width: int) -> Iterator[str]:
    score = f"{claim.check_worthiness:.2f}"
    how = [claim.stance.value, *([claim.topic] if claim.topic else []), *(each.feature for each in claim.reasons[:SHOWN_REASONS])]
    first, *rest = textwrap.wrap(printable(" ".join(claim.text.split())), width - MARGIN)
    yield f"{score:{MARGIN}}{first}\n"
    for line in (*rest, *textwrap.wrap(printable(f"- {_claimer(claim)}; {', '.join(how)}"), width - MARGIN)):
        yield f"{'':{MARGIN}}{line}\n"


def _claimer(claim: Claim) -> str:
    if claim.quote is None:
        return OWN_VOICE
    return "somebody not told" if claim.claimer is None else claim.claimer.name


def jsonl(documents: Iterable[Document], least: float) -> Iterator[str]:
    """One claim a line, as an object with the columns of the table."""
    for document in documents:
        for record in document.to_records("claims"):
            if record["check_worthiness"] >= least:
                yield json.dumps(record, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8") + "\n"


def csv(documents: Iterable[Document], least: float) -> Iterator[str]:
    """One claim a line, with a header."""
    from newsclaims.formats.records import COLUMNS, csv_lines

    yield csv_lines([list(COLUMNS["claims"])])
    for document in documents:
        yield csv_lines(record.values() for record in document.to_records("claims") if record["check_worthiness"] >= least)


FORMATS: Mapping[str, Callable[[Iterable[Document], float], Iterator[str]]] = {"table": table, "jsonl": jsonl, "csv": csv}


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@click.option("--min-score", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="Leave out what is less worth checking.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="table", show_default=True, help="How to write it.")
@click.option("-o", "--output", type=FILE, metavar="OUT", help="Write to this file instead of standard output.")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Read on so many processes.")
@reading
@click.pass_context
def claims(
    ctx: click.Context, files: tuple[str, ...], min_score: float, form: str, output: str | None, workers: int, reading: Reading
) -> None:
    """Find what articles put forward as the case, by whom, and how much it is worth checking.

    Files are those that extract reads, or documents that it wrote (--format jsonl). "table" is for reading, the claims most worth
    checking first. "jsonl" and "csv" have a line for each claim, in the order of the text. A file that cannot be read is named on
    standard error and left out; the exit status is then 1.
    """
    configured(reading.setup)
    failures = Failures(quiet=reading.quiet)
    files = files_to_read(files, FOLDER_ENDINGS[reading.kind], output, failures)
    articles = articles_of(files, reading, failures.add, show_progress=output is not None or not is_terminal(STDOUT))
    documents = map(functools.partial(_with_claims, reading.setup), documents_of(articles, failures, reading.setup, workers, claims=True))
    with opened(output) as out:
        out.writelines(FORMATS[form](documents, min_score))
    failures.close(output)
    ctx.exit(1 if failures.files else 0)


def _with_claims(setup: Setup, document: Document) -> Document:
    """The same; where it was written without claims, they are read now."""
    if not document.claims and document.quotes:
        return attrs.evolve(document, claims=extractor_of(setup).read_claims(document))
    return document
