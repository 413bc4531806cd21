"""The ``newsclaims`` command. Only click is imported before a command runs."""

from __future__ import annotations

from typing import Any

import click

from newsclaims.cli.audit import audit
from newsclaims.cli.claims import claims
from newsclaims.cli.evaluate import evaluate
from newsclaims.cli.explain import explain
from newsclaims.cli.extract import extract
from newsclaims.cli.mcp import mcp
from newsclaims.cli.rules import rules
from newsclaims.cli.verify import verify

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


for command in (extract, claims, audit, explain, verify, evaluate, rules, mcp):
    main.add_command(command)
