"""The ``newsclaims sample`` command. Only click is imported before it runs."""

from __future__ import annotations

import click

from newsclaims.cli.articles import FOLDER_ENDINGS, articles_of
from newsclaims.cli.extract import documents_of
from newsclaims.cli.options import FILE, Reading, configured, reading
from newsclaims.cli.outputs import Failures, files_to_read, opened, show


@click.command()
@click.argument("files", nargs=-1, type=FILE, metavar="FILE...")
@click.option("-n", "number", type=click.IntRange(min=1), default=50, show_default=True, metavar="N", help="Draw so many quotes.")
@click.option("--seed", type=int, default=0, show_default=True, help="The same seed draws the same quotes.")
@click.option("--checked", type=FILE, metavar="CSV", help="Read this sample back and say how many are right, with bounds.")
@click.option("-o", "--output", type=FILE, metavar="OUT", help="Write to this file instead of standard output.")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Read on so many processes.")
@reading
@click.pass_context
def sample(
    ctx: click.Context,
    files: tuple[str, ...],
    number: int,
    seed: int,
    checked: str | None,
    output: str | None,
    workers: int,
    reading: Reading,
) -> None:
    """Draw quotes to check by hand, as CSV; then say how many were right.

    Each quote comes with the words around it and an empty column "right". Write y or n there, and give the file back with --checked:
    you get the share that is right, by kind and of all, with the bounds within which it lies in 95 of 100 samples like this one.
    """
    from newsclaims.cli.samples import checked_table, drawn, sample_csv

    if (checked is None) == (not files):
        raise click.UsageError("give either FILE... to draw from, or --checked CSV")
    if checked is not None:
        try:
            with click.open_file(checked, encoding="utf-8-sig") as file:
                show(checked_table(file.read()))
        except (ValueError, OSError) as error:
            raise click.ClickException(f"{checked}: {error}") from None
        return
    configured(reading.setup)
    failures = Failures(quiet=reading.quiet)
    files = files_to_read(files, FOLDER_ENDINGS[reading.kind], output, failures)
    articles = articles_of(files, reading, failures.add, show_progress=True)
    found = drawn(documents_of(articles, failures, reading.setup, workers), number, seed)
    with opened(output) as out:
        out.write(sample_csv(found))
    failures.close(output)
    ctx.exit(1 if failures.files else 0)
