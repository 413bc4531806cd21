"""The ``newsclaims audit`` command. Only click is imported before it runs."""

from __future__ import annotations

import click

from newsclaims.cli.articles import TEXT, text_files
from newsclaims.cli.extract import documents_of
from newsclaims.cli.outputs import Failures, files_to_read, opened


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("-o", "--output", metavar="OUT", help="Write to this file instead of standard output.")
@click.pass_context
def audit(ctx: click.Context, files: tuple[str, ...], output: str | None) -> None:
    """Count whom articles quote: quotes, words, shares, kind, role, gender evidence of each speaker, as CSV.

    Speakers are joined over files where the texts make it sure. A file that cannot be read is named on standard error and
    left out; the exit status is then 1.
    """
    from newsclaims.auditing import audit as audited

    failures = Failures()
    files = files_to_read(files, TEXT, output, failures)
    with opened(output) as out:
        out.write(audited(documents_of(text_files(files, failures.add, show_progress=True), failures.add)).to_csv())
    ctx.exit(1 if failures.files else 0)
