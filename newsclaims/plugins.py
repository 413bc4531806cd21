"""What installed packages offer through entry points; nothing of theirs is imported until it is asked for by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

RULES, LANGUAGES = "newsclaims.rules", "newsclaims.languages"
"""The entry-point groups."""


class Offer(NamedTuple):
    """Something offered: its group, the name to ask for it by, and the package (with version) that offers it."""

    group: str
    name: str
    package: str


def offered() -> tuple[Offer, ...]:
    """Everything that installed packages offer, by group and name."""
    from importlib.metadata import entry_points

    found = (entry for group in (RULES, LANGUAGES) for entry in entry_points(group=group))
    return tuple(sorted(Offer(each.group, each.name, _package(each.dist)) for each in found))


def load(group: str, name: str, failure: Callable[[str], Exception]) -> object | None:
    """What is offered under a name, ``None`` where nothing is; where it cannot be imported, ``failure`` makes the exception to raise."""
    from importlib.metadata import entry_points

    entry = next(iter(entry_points(group=group, name=name)), None)
    if entry is None:
        return None
    try:
        found: object = entry.load()
    except (Exception, SystemExit) as error:
        said = str(error) if isinstance(error, ImportError | AttributeError) else f"{type(error).__name__}: {error}"
        raise failure(f"{name!r} cannot be imported from {entry.value!r}: {said}") from error
    return found


def _package(dist: object) -> str:
    return "" if dist is None else f"{getattr(dist, 'name', '')} {getattr(dist, 'version', '')}".strip()
