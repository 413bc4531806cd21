"""Rules that installed packages offer through the entry-point group ``newsclaims.rules``; used only when asked for.

A package offers a rule, or an iterable of rules, under a name::

    [project.entry-points."newsclaims.rules"]
    letters = "my_package.rules:LETTER_RULES"
"""

from __future__ import annotations

from collections.abc import Iterable

from newsclaims.errors import RuleError
from newsclaims.plugins import RULES as GROUP
from newsclaims.rules.base import Rule
from newsclaims.rules.ruleset import RuleSet


def names() -> tuple[str, ...]:
    """The names that installed packages offer rules under, sorted; nothing of theirs is imported."""
    from importlib.metadata import entry_points

    return tuple(sorted({entry.name for entry in entry_points(group=GROUP)}))


def load(name: str) -> RuleSet:
    """The rules offered under a name; put them to use with ``DEFAULT_RULES.before(..., *load(name))``.

    Raises:
        RuleError: no package offers that name, its module cannot be imported, or what it offers are no rules.
    """
    from importlib.metadata import entry_points

    entry = next(iter(entry_points(group=GROUP, name=name)), None)
    if entry is None:
        raise RuleError(f"no installed package offers rules named {name!r}; there are: {', '.join(names()) or '(none)'}")
    try:
        offered: Rule | Iterable[Rule] = entry.load()
    except (ImportError, AttributeError) as error:
        raise RuleError(f"the rules {name!r} cannot be imported from {entry.value!r}: {error}") from error
    return RuleSet(offered if isinstance(offered, Iterable) else (offered,))
