"""The ``newsclaims mcp`` command. Only click is imported before it runs."""

from __future__ import annotations

import click


@click.command()
def mcp() -> None:
    """Serve extract, claims, audit and verify as tools of the Model Context Protocol, on standard input and output.

    For programs that use language models: name "newsclaims mcp" as a server in their settings. Nothing is kept, and nothing is sent
    anywhere else. Needs pip install 'newsclaims[mcp]'.
    """
    from newsclaims.errors import MissingExtraError

    try:
        from newsclaims.integrations.mcp import run
    except MissingExtraError as error:
        raise click.ClickException(str(error)) from None
    run()
