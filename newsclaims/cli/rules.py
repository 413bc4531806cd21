"""The ``newsclaims rules`` command. Only click is imported before it runs."""

from __future__ import annotations

import click

from newsclaims.cli.outputs import opened
from newsclaims.cli.tables import printable


@click.command()
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
