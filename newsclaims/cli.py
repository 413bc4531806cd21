"""The ``newsclaims`` command. Only click is imported before a command runs."""

from __future__ import annotations

from typing import Any

import click

from newsclaims.claiming import claims
from newsclaims.evaluation.command import evaluate
from newsclaims.extracting import documents_of, extract
from newsclaims.formats import printable
from newsclaims.inputs import TEXT, read_text, text_files
from newsclaims.outputs import Failures, files_to_read, opened

INTERRUPTED = 130  # what a shell reports for a command ended by Ctrl-C
PIPE_CLOSED = 141  # and for one whose reader has gone


class QuietGroup(click.Group):
    """Ends without a message on Ctrl-C and when whoever reads the output has gone (``newsclaims ... | head``)."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: D102 - as in click
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            ctx.exit(PIPE_CLOSED)


@click.group(cls=QuietGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsclaims")
def main() -> None:
    """What was said in news articles, and by whom.

    Files are UTF-8 text; "-" is standard input. Offsets count the characters of the file as it is, line ends unchanged,
    after a byte order mark if there is one.
    """


@main.command()
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


@main.command()
@click.option("--plugins", is_flag=True, help="List the names under which installed packages offer rules and languages instead.")
def rules(*, plugins: bool) -> None:
    """List the rules in the order in which they are tried."""
    from newsclaims import DEFAULT_RULES
    from newsclaims.plugins import offered

    width = max(map(len, DEFAULT_RULES.names))
    lines = [f"{rule.name:{width}}  {rule.doc}" for rule in DEFAULT_RULES]
    if plugins:
        lines = [printable("  ".join(offer)) for offer in offered()]
    with opened(None) as out:
        out.writelines(f"{line}\n" for line in lines)


@main.command()
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
        out.write(audited(documents_of(text_files(files, failures.add, show_progress=True))).to_csv())
    ctx.exit(1 if failures.files else 0)


main.add_command(extract)
main.add_command(claims)
main.add_command(evaluate)
