"""A rule: a name, what it starts from, and a function from there to an answer. Every stage has rules of this one class."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

import attrs

from newsclaims.errors import RuleError
from newsclaims.shown import Shown

Kind_co = TypeVar("Kind_co", bound=str, covariant=True)
Read_contra = TypeVar("Read_contra", contravariant=True)
Anchor_contra = TypeVar("Anchor_contra", contravariant=True)
Answer_co = TypeVar("Answer_co", covariant=True)


class Named(Protocol):
    """What stands in a set of rules: a name, and a line on what it matches."""

    @property
    def name(self) -> str:
        """The rule's name, unique in a set."""

    @property
    def doc(self) -> str:
        """What the rule matches, in a line."""


Recorder = Callable[[str, Any, object], None]
"""Is told of every rule tried: its name, what it was tried on, and what it answered."""


@attrs.frozen(repr=False)
class FunctionRule(Shown, Generic[Kind_co, Read_contra, Anchor_contra, Answer_co]):
    """A rule made of a function, of any stage. Pickled by name, as functions are.

    ``anchor`` names the kind of thing it starts from; the function is given what the stage reads and one such thing.
    """

    _shows = ("name", "anchor")

    name: str
    function: Callable[[Read_contra, Anchor_contra], Answer_co]
    anchor: Kind_co

    @property
    def doc(self) -> str:
        """The first line of the function's docstring."""
        return (self.function.__doc__ or "").strip().split("\n", 1)[0]

    def apply(self, read: Read_contra, anchor: Anchor_contra) -> Answer_co:
        """What the function answers."""
        return self.function(read, anchor)

    def __reduce__(self) -> tuple[Any, ...]:
        # A decorated function's own name leads to the rule, so pickle could not find the function there.
        module, name = self.function.__module__, self.function.__qualname__
        if named(module, name) is self:
            return named, (module, name)
        return FunctionRule, (self.name, self.function, self.anchor)


def named(module: str, name: str) -> object:
    """What stands in a module under that name, or ``None``."""
    if module not in sys.modules:
        __import__(module)
    found: object = sys.modules[module]
    for part in name.split("."):
        found = getattr(found, part, None)
    return found


def check_name(name: object) -> None:
    """Refuses what cannot be the name of a rule.

    Raises:
        RuleError: the name is no ``str``, is empty or holds white space.
    """
    if not isinstance(name, str) or not name or any(char.isspace() for char in name):
        raise RuleError(f"a rule's name is one word with hyphens, not {name!r}")
