"""What a resolution rule is: a name and a function from a scene and a source to an entity."""

from __future__ import annotations

import importlib
import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

import attrs

from newsclaims.errors import RuleError
from newsclaims.speakers.entities import Entity
from newsclaims.speakers.sources import Source

if TYPE_CHECKING:
    from newsclaims.speakers.scene import Scene

Answer = Entity | str | None
"""What a rule answers: who the source is, or the step that failed in a few words, or ``None`` for no."""

ResolutionFunction = Callable[["Scene", Source], Answer]


@attrs.frozen
class ResolutionRule:
    """A resolution rule made of a function, as :func:`resolution_rule` builds it. Pickled by name, as functions are."""

    name: str
    function: ResolutionFunction
    anchor: Literal["source"] = "source"

    @property
    def doc(self) -> str:
        """The first line of the function's docstring."""
        return (self.function.__doc__ or "").strip().split("\n", 1)[0]

    def apply(self, scene: Scene, source: Source) -> Answer:
        """The entity, or why there is none."""
        return self.function(scene, source)

    def __reduce__(self) -> tuple[Any, ...]:
        # A decorated function's own name leads to the rule, so pickle could not find the function there.
        return _named, (self.function.__module__, self.function.__qualname__)


def _named(module: str, name: str) -> Any:
    return operator.attrgetter(name)(importlib.import_module(module))


def resolution_rule(name: str) -> Callable[[ResolutionFunction], ResolutionRule]:
    """Makes a resolution rule of a function; registers nothing.

    The function gets the scene (the text with its entities) and one source, and returns an entity of the scene, or in a
    few words why it has none.

    >>> @resolution_rule("nobody")
    ... def nobody(scene, source):
    ...     "Resolves nothing."
    >>> nobody.name, nobody.doc
    ('nobody', 'Resolves nothing.')

    Raises:
        RuleError: the name is empty or holds white space.
    """
    if not isinstance(name, str) or not name or any(char.isspace() for char in name):
        raise RuleError(f"a rule's name is one word with hyphens, not {name!r}")
    return lambda function: ResolutionRule(name, function)
