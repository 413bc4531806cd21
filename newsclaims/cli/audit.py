"""The ``newsclaims audit`` command. Only click is imported before it runs."""

from __future__ import annotations

import click

from newsclaims.cli.articles import FOLDER_ENDINGS, articles_of
from newsclaims.cli.extract import documents_of
from newsclaims.cli.options import FILE, Reading, configured, reading
from newsclaims.cli.outputs import Failures, files_to_read, opened


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@click.option("-o", "--output", type=FILE, metavar="OUT", help="Write to this file instead of standard output.")
@click.option("--by", metavar="FIELD", help="Count each group by itself: outlet or any field of the metadata; month or year of the date.")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Read on so many processes.")
@reading
@click.pass_context
def audit(ctx: click.Context, files: tuple[str, ...], output: str | None, by: str | None, workers: int, reading: Reading) -> None:
    """Count whom articles quote: quotes, words, shares, kind, role, gender evidence of each speaker, as CSV.

    Files are those that extract reads, or documents that it wrote (--format jsonl), which are then not read again. Speakers are
    joined over them where the texts make it sure. A file that cannot be read is named on standard error and left out; the exit
    status is then 1.
    """
    from newsclaims.auditing import audit as audited

    configured(reading.setup)
    failures = Failures(quiet=reading.quiet)
    files = files_to_read(files, FOLDER_ENDINGS[reading.kind], output, failures)
    articles = articles_of(files, reading, failures.add, show_progress=True)
    with opened(output) as out:
        table = audited(documents_of(articles, failures, reading.setup, workers), by=by)
        out.write(table.to_csv())
    if by is not None and not any(row.group for row in table):
        click.echo(f"newsclaims: no article has a field {by!r} in its metadata: there are no groups", err=True)
    failures.close(output)
    ctx.exit(1 if failures.files else 0)
