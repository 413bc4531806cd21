"""The ``newsclaims claims`` command. Only click is imported before it runs."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import click

from newsclaims.cli.articles import STDOUT, TEXT, is_terminal, text_files
from newsclaims.cli.extract import documents_of
from newsclaims.cli.outputs import Failures, files_to_read, opened
from newsclaims.cli.tables import printable

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
        title = printable(f"{document.id}: {len(claims) or 'no'} claim{'' if len(claims) == 1 else 's'}")
        yield f"{title}\n{'-' * len(title)}\n"
        for claim in claims:
            yield from _lines(claim, width)
        yield "\n"


def _lines(claim: Claim, width: int) -> Iterator[str]:
    score = f"{claim.check_worthiness:.2f}"
    who = OWN_VOICE if claim.quote is None else "somebody not told" if claim.claimer is None else claim.claimer.name
    how = [claim.stance.value, *([claim.topic] if claim.topic else []), *(each.feature for each in claim.reasons[:SHOWN_REASONS])]
    first, *rest = textwrap.wrap(printable(" ".join(claim.text.split())), width - MARGIN)
    yield f"{score:{MARGIN}}{first}\n"
    for line in (*rest, *textwrap.wrap(printable(f"- {who}; {', '.join(how)}"), width - MARGIN)):
        yield f"{'':{MARGIN}}{line}\n"


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
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--min-score", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="Leave out what is less worth checking.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="table", show_default=True, help="How to write it.")
@click.option("-o", "--output", metavar="OUT", help="Write to this file instead of standard output.")
@click.pass_context
def claims(ctx: click.Context, files: tuple[str, ...], min_score: float, form: str, output: str | None) -> None:
    """Find what articles put forward as the case, by whom, and how much it is worth checking.

    "table" is for reading, the claims most worth checking first. "jsonl" and "csv" have a line for each claim, in the order of
    the text. A file that cannot be read is named on standard error and left out; the exit status is then 1.
    """
    failures = Failures()
    files = files_to_read(files, TEXT, output, failures)
    articles = text_files(files, failures.add, show_progress=output is not None or not is_terminal(STDOUT))
    with opened(output) as out:
        out.writelines(FORMATS[form](documents_of(articles, failures.add), min_score))
    ctx.exit(1 if failures.files else 0)
