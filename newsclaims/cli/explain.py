"""The ``newsclaims explain`` command. Only click is imported before it runs."""

from __future__ import annotations

import click

from newsclaims.cli.articles import read_text
from newsclaims.cli.outputs import Failures, opened
from newsclaims.cli.tables import printable


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--claims", "pieces", is_flag=True, help="Show instead what was weighed as a claim, and why it is one or not.")
@click.pass_context
def explain(ctx: click.Context, file: str, pieces: bool) -> None:
    """Show for each quotation, cue and source which rules were tried and why they did or did not fire."""
    from newsclaims import Extractor

    text = read_text(file, Failures().add)
    if text is None:
        ctx.exit(1)
    with opened(None) as out:
        explanation = Extractor().explain(text)
        shown = "\n".join(map(str, explanation.pieces)) if pieces else str(explanation)
        for line in shown.split("\n"):
            out.write(f"{printable(line)}\n")
