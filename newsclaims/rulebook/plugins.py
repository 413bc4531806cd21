"""Rules that installed packages offer through the entry-point group ``newsclaims.rules``; used only when asked for.

A package offers a rule, or an iterable of rules, under a name::

    [project.entry-points."newsclaims.rules"]
    letters = "my_package.rules:LETTER_RULES"
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsclaims import plugins
from newsclaims.errors import RuleError
from newsclaims.rulebook.ruleset import RuleSet


def names() -> tuple[str, ...]:
    """The names that installed packages offer rules under, sorted; nothing of theirs is imported."""
    return tuple(sorted({offer.name for offer in plugins.offered() if offer.group == plugins.RULES}))


def load(name: str) -> RuleSet[Any]:
    """The rules offered under a name; put them to use with ``DEFAULT_RULES.before(..., *load(name))``.

    Raises:
        RuleError: no package offers that name, its module cannot be imported, or what it offers are no rules.
    """
    offered = plugins.load(plugins.RULES, name, lambda problem: RuleError(f"the rules {problem}"))
    if offered is None:
        raise RuleError(f"no installed package offers rules named {name!r}; there are: {', '.join(names()) or '(none)'}")
    try:
        offers = tuple(offered) if isinstance(offered, Iterable) else (offered,)
    except Exception as error:
        raise RuleError(f"the rules {name!r} cannot be listed: {type(error).__name__}: {error}") from error
    return RuleSet(offers)
