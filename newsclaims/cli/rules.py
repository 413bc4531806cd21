"""The ``newsclaims rules`` command. Only click is imported before it runs."""

from __future__ import annotations

import click

from newsclaims.cli.options import FILE, Setup, configured
from newsclaims.cli.outputs import opened
from newsclaims.cli.tables import printable


@click.command()
@click.option("--config", type=FILE, metavar="TOML", help="List the rules of this configuration.")
@click.option("--plugins", is_flag=True, help="List the names under which installed packages offer rules and languages instead.")
def rules(*, config: str | None, plugins: bool) -> None:
    """List the rules in the order in which they are tried."""
    from newsclaims.plugins import offered

    listed = configured(Setup(config)).rules
    width = max(map(len, listed.names), default=0)
    lines = [printable(f"{rule.name:{width}}  {rule.doc}") for rule in listed]
    if plugins:
        lines = [printable("  ".join(offer)) for offer in offered()]
    with opened(None) as out:
        out.writelines(f"{line}\n" for line in lines)
