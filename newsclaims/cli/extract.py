"""The ``newsclaims extract`` command. Only click is imported before it runs."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from newsclaims.cli.articles import JSON_LINES, STDOUT, TEXT, Article, Fail, is_terminal, json_lines, text_files
from newsclaims.cli.outputs import Failures, files_to_read, opened
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


def documents_of(articles: Iterable[Article], fail: Fail, workers: int = 1, *, claims: bool = False) -> Iterator[Document]:
    """The document of each article, with its id, in order; on several processes some batches at a time.

    With ``claims`` their claims are read there too, not only when somebody asks for them here. ``fail`` is told of an article that
    there is no memory for; its document has no quotes, and a warning.
    """

    def unread(article: Article, error: Exception) -> Document:
        fail(article.id, f"not read: {in_words(error)}")
        return Document(article.text, id=article.id, warnings=(f"not read: {in_words(error)}",))

    from newsclaims.model import Document
    from newsclaims.workers.batches import batched, spread

    if workers > 1:
        yield from spread(functools.partial(_read_batch, claims), _read_claims, batched(articles, BATCH, workers), workers, unread)
        return
    for article in articles:
        try:
            document = _document(article, claims)
        except MemoryError as error:
            document = unread(article, error)
        yield document


def in_words(error: Exception) -> str:
    """Why an article could not be read, for somebody who wants to do something about it."""
    return "there is not enough memory" if isinstance(error, MemoryError) else "each process that read it was killed, as for want of memory"


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
    from newsclaims.cli.resume import gone_on_with

    claims = wanted.form in HOLD_CLAIMS or wanted.what == "claims"
    read = functools.partial(documents_of, workers=wanted.workers, claims=claims, fail=failures.add)
    articles = _articles(wanted, failures)
    more = {"what": wanted.what} if wanted.form in TABLES else {}
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
    return wanted.resume or (wanted.form == "jsonl" and wanted.output is not None and not os.path.lexists(wanted.output))


def _articles(wanted: Wanted, failures: Failures) -> Iterator[Article]:
    show = wanted.output is not None or not is_terminal(STDOUT)
    if wanted.kind == "jsonl":
        fields = {"text_field": wanted.text_field, "id_field": wanted.id_field}
        return json_lines(wanted.files, failures.add, show_progress=show, **fields)
    return text_files(wanted.files, failures.add, show_progress=show)
