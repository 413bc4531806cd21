"""The ``newsclaims extract`` command. Only click is imported before it runs."""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from newsclaims.cli.articles import JSON_LINES, TEXT, Article, json_lines, text_files
from newsclaims.cli.outputs import Failures, files_to_read, named_errors, opened
from newsclaims.cli.tables import FORMATS, TABLES, WRITERS

if TYPE_CHECKING:
    from newsclaims.extractor import Extractor
    from newsclaims.model import Claim, Document

WHAT = ("quotes", "speakers", "claims")
INPUTS = ("text", "jsonl")
TEXT_FIELD, ID_FIELD = "text", "id"
HOLD_CLAIMS = ("json", "jsonl", "html")  # formats
BATCH = 64  # articles that go to a process at a time


class Wanted(NamedTuple):
    """The options of the command."""

    files: tuple[str, ...]
    form: str
    what: str
    output: str | None
    kind: str
    text_field: str
    id_field: str
    workers: int
    resume: bool
    fail_fast: bool


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice([*FORMATS, *WRITERS]), default="table", show_default=True, help="How to write it.")
@click.option("--what", type=click.Choice(WHAT), default=WHAT[0], show_default=True, help="The rows of csv and parquet.")
@click.option("-o", "--output", metavar="OUT", help="Write to this file (with brat: folder) instead of standard output.")
@click.option("--input", "kind", type=click.Choice(INPUTS), default=INPUTS[0], show_default=True, help="What the files hold.")
@click.option("--text-field", default=TEXT_FIELD, show_default=True, metavar="NAME", help="With --input jsonl: the field of the text.")
@click.option("--id-field", default=ID_FIELD, show_default=True, metavar="NAME", help="With --input jsonl: the field of the id.")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Read on so many processes.")
@click.option("--resume", is_flag=True, help="With --format jsonl and -o: go on after what is in OUT already.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first file or line that cannot be read.")
@click.pass_context
def extract(ctx: click.Context, /, **options: Any) -> None:
    """Find the quotes of articles and who said them. Of a folder, all files in it that end in .txt (or .jsonl) are read.

    "table" is for reading, "html" a page for a browser. "json" is one list with a document for each article, "jsonl" one
    document a line, "csv" and "parquet" have a row for each quote (or what --what names), "brat" is a folder with
    stand-off annotations. A file or line that cannot be read is named on standard error and left out; the exit status is
    then 1.
    """
    from newsclaims.errors import MissingExtraError, ResumeError

    wanted = Wanted(**options)
    failures = Failures(fast=wanted.fail_fast)
    _check(wanted)
    ending = JSON_LINES if wanted.kind == "jsonl" else TEXT
    wanted = wanted._replace(files=files_to_read(wanted.files, ending, wanted.output, failures))
    try:
        _write(wanted, failures)
    except (MissingExtraError, ResumeError) as error:
        raise click.ClickException(str(error)) from None
    ctx.exit(1 if failures.files else 0)


def documents_of(articles: Iterable[Article], workers: int = 1, *, claims: bool = False) -> Iterator[Document]:
    """The document of each article, with its id, in order; on several processes some batches at a time.

    With ``claims`` their claims are read there too, not only when somebody asks for them here.
    """
    if workers == 1:
        yield from (_document(article, claims) for article in articles)
        return
    from newsclaims.workers.batches import batched, spread

    yield from spread(functools.partial(_read_batch, claims), _read_claims, batched(articles, BATCH, workers), workers)


def _read_batch(claims: bool, batch: list[Article]) -> list[Document]:
    return [_document(article, claims) for article in batch]


def _read_claims(document: Document) -> tuple[Claim, ...]:
    return _extractor().read_claims(document)


def _document(article: Article, claims: bool) -> Document:
    document = _extractor().extract(article.text, id=article.id)
    if claims:
        _ = document.claims
    return document


@functools.cache
def _extractor() -> Extractor:
    """One for each process."""
    from newsclaims import Extractor

    return Extractor()


def _check(wanted: Wanted) -> None:
    """Stops where two options do not go together."""
    if wanted.form in WRITERS and wanted.output is None:
        raise click.UsageError(f"--format {wanted.form} needs -o")
    if wanted.what != WHAT[0] and wanted.form not in TABLES:
        raise click.UsageError(f"--what goes with --format {' or '.join(TABLES)}")
    if wanted.resume and (wanted.form != "jsonl" or wanted.output is None):
        raise click.UsageError("--resume goes with --format jsonl and -o")
    if wanted.kind != "jsonl" and (wanted.text_field, wanted.id_field) != (TEXT_FIELD, ID_FIELD):
        raise click.UsageError("--text-field and --id-field go with --input jsonl")


def _write(wanted: Wanted, failures: Failures) -> None:
    """Writes the documents of what is read, each as soon as it is done."""
    from newsclaims.cli.resume import cut_last_line, remaining

    articles = _articles(wanted, failures)
    if wanted.resume and wanted.output is not None:
        with named_errors(wanted.output):
            cut_last_line(wanted.output)
        articles = remaining(articles, wanted.output)
    claims = wanted.form in HOLD_CLAIMS or wanted.what == "claims"
    documents = documents_of(articles, wanted.workers, claims=claims)
    if wanted.form in WRITERS and wanted.output is not None:
        with named_errors(wanted.output):
            WRITERS[wanted.form](documents, wanted.output, wanted.what)
        return
    more = {"what": wanted.what} if wanted.form in TABLES else {}
    with opened(wanted.output, append=wanted.resume) as out:
        for piece in FORMATS[wanted.form](documents, **more):
            out.write(piece)


def _articles(wanted: Wanted, failures: Failures) -> Iterator[Article]:
    show = wanted.output is not None or not sys.stdout.isatty()
    if wanted.kind == "jsonl":
        fields = {"text_field": wanted.text_field, "id_field": wanted.id_field}
        return json_lines(wanted.files, failures.add, show_progress=show, **fields)
    return text_files(wanted.files, failures.add, show_progress=show)
