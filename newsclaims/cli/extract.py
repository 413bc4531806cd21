"""The ``newsclaims extract`` command. Only click is imported before it runs."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
import click

from newsclaims.cli.articles import FOLDER_ENDINGS, STDOUT, Article, articles_of, is_terminal
from newsclaims.cli.options import FILE, PLAIN, Reading, Setup, configured, extractor_of, reading
from newsclaims.cli.outputs import Failures, files_to_read, opened
from newsclaims.cli.tables import FORMATS, TABLES, WRITERS

if TYPE_CHECKING:
    from newsclaims.model import Claim, Document, What

WHAT = ("quotes", "speakers", "claims")
HOLD_CLAIMS = ("json", "jsonl", "html")  # formats
BATCH = 64  # articles that go to a process at a time


class Wanted(NamedTuple):
    """The options of the command."""

    files: tuple[str, ...]
    form: str
    what: What | None
    output: str | None
    no_claims: bool
    workers: int
    resume: bool
    fail_fast: bool
    reading: Reading


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@click.option("--format", "form", type=click.Choice([*FORMATS, *WRITERS]), default="table", show_default=True, help="How to write it.")
@click.option("--what", type=click.Choice(WHAT), help="Rows of these instead of whole documents; csv and parquet: quotes.")
@click.option("-o", "--output", type=FILE, metavar="OUT", help="Write to this file (with brat: folder) instead of standard output.")
@reading
@click.option("--no-claims", is_flag=True, help="Leave out the claims, which take as long as the quotes, and half the room.")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Read on so many processes.")
@click.option("--resume", is_flag=True, help="With --format jsonl and -o: go on after what is in OUT already.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first file or line that cannot be read.")
@click.pass_context
def extract(ctx: click.Context, /, **options: Any) -> None:
    """Find the quotes of articles and who said them.

    Files are text, web pages, or JSON lines with an article or a document that was extracted before on each, also packed (.gz);
    what a file holds is told by its beginning, or by --input. Of a folder all that end in .txt, .html or .htm are
    read (also with .gz), and with --input jsonl those in .jsonl.

    "table" is for reading, "html" a page for a browser. "json" is one list with a document for each article, "jsonl" one
    document a line, "csv" and "parquet" have a row for each quote; with --what quotes, speakers or claims all of them have such
    rows. "brat" is a folder with stand-off annotations. A file or line that cannot be read is named on standard error and left
    out; the exit status is then 1.
    """
    from newsclaims.errors import MissingExtraError, ResumeError

    wanted = Wanted(**options)
    failures = Failures(fast=wanted.fail_fast, quiet=wanted.reading.quiet)
    _check(wanted)
    configured(wanted.reading.setup)
    wanted = wanted._replace(files=files_to_read(wanted.files, FOLDER_ENDINGS[wanted.reading.kind], wanted.output, failures))
    try:
        _write(wanted, failures)
    except (MissingExtraError, ResumeError) as error:
        raise click.ClickException(str(error)) from None
    failures.close(wanted.output)
    ctx.exit(1 if failures.files else 0)


def documents_of(
    articles: Iterable[Article | Document], failures: Failures, setup: Setup = PLAIN, workers: int = 1, *, claims: bool | None = None
) -> Iterator[Document]:
    """The document of each article, with its id, in order; on several processes some batches at a time. One that is there stays.

    With ``claims`` their claims are read there too, not only when somebody asks for them here; with ``False`` they have none.
    ``failures`` are told of an article that there is no memory for, whose document has no quotes, and a warning.
    """
    from newsclaims.model import Document
    from newsclaims.workers.batches import batched, spread

    def unread(article: Article | Document, error: Exception) -> Document:
        failures.add(article.id or "", f"not read: {in_words(error)}")
        return Document(article.text, id=article.id, warnings=(f"not read: {in_words(error)}",))

    def one_by_one() -> Iterator[Document]:
        for article in articles:
            try:
                document = _document(article, setup, claims)
            except MemoryError as error:
                document = unread(article, error)
            yield document

    if workers == 1:
        return failures.counted(one_by_one())
    work = functools.partial(_read_batch, setup, claims)
    return failures.counted(spread(work, functools.partial(_read_claims, setup), batched(articles, BATCH, workers), workers, unread))


def in_words(error: Exception) -> str:
    """Why an article could not be read, for somebody who wants to do something about it."""
    return "there is not enough memory" if isinstance(error, MemoryError) else "each process that read it was killed, as for want of memory"


def _read_batch(setup: Setup, claims: bool | None, batch: list[Article | Document]) -> list[Document]:
    return [_document(article, setup, claims) for article in batch]


def _read_claims(setup: Setup, document: Document) -> tuple[Claim, ...]:
    return extractor_of(setup).read_claims(document)


def _document(article: Article | Document, setup: Setup, claims: bool | None) -> Document:
    if isinstance(article, Article):
        document = extractor_of(setup).extract(article.text, id=article.id, metadata=article.metadata)
    else:
        document = article
    if claims:
        _ = document.claims
    return without_claims(document) if claims is False else document


def without_claims(document: Document) -> Document:
    """The same without its claims, which nobody then reads."""
    fields = {field.name: getattr(document, field.name) for field in attrs.fields(type(document)) if field.name != "claims"}
    return type(document)(**fields)


def _check(wanted: Wanted) -> None:
    """Stops where two options do not go together."""
    if wanted.form in WRITERS and wanted.output is None:
        raise click.UsageError(f"--format {wanted.form} needs -o")
    if wanted.what is not None and wanted.form not in TABLES:
        raise click.UsageError(f"--what goes with --format {' or '.join(TABLES)}")
    if wanted.resume and (wanted.form != "jsonl" or wanted.output is None or wanted.what is not None):
        raise click.UsageError("--resume goes with --format jsonl and -o, and not with --what")
    if wanted.no_claims and wanted.what == "claims":
        raise click.UsageError("--no-claims does not go with --what claims")


def _write(wanted: Wanted, failures: Failures) -> None:
    """Writes the documents of what is read, each as soon as it is done."""
    from newsclaims.cli.resume import gone_on_with

    claims = wanted.what == "claims" or (wanted.form in HOLD_CLAIMS and wanted.what is None)
    read = functools.partial(
        documents_of,
        failures=failures,
        setup=wanted.reading.setup,
        workers=wanted.workers,
        claims=False if wanted.no_claims else claims or None,
    )
    show = wanted.output is not None or not is_terminal(STDOUT)
    articles = articles_of(wanted.files, wanted.reading, failures.add, show_progress=show)
    more = {"what": wanted.what} if wanted.form in TABLES and wanted.what is not None else {}
    if wanted.form in WRITERS and wanted.output is not None:
        WRITERS[wanted.form](read(articles), wanted.output, **more)
    elif _is_gone_on_with(wanted) and wanted.output is not None:
        with gone_on_with(wanted.output, articles) as (out, remaining):
            out.writelines(FORMATS[wanted.form](read(remaining)))
    else:
        with opened(wanted.output) as out:
            out.writelines(FORMATS[wanted.form](read(articles), **more))


def _is_gone_on_with(wanted: Wanted) -> bool:
    """Whether the output grows document by document, for another run to go on: where that is asked for, and in a new file."""
    whole = wanted.form == "jsonl" and wanted.what is None
    return wanted.resume or (whole and wanted.output is not None and not os.path.lexists(wanted.output))
