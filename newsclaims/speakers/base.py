"""What a resolution rule is: a name and a function from a scene and a source to an entity."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeAlias

from newsclaims.rulebook.rule import FunctionRule, check_name
from newsclaims.speakers.entities import Entity
from newsclaims.speakers.sources import Source

if TYPE_CHECKING:
    from newsclaims.speakers.scene import Scene

Answer = Entity | str | None
"""What a rule answers: who the source is, or the step that failed in a few words, or ``None`` for no."""

ResolutionFunction = Callable[["Scene", Source], Answer]


ResolutionRule: TypeAlias = "FunctionRule[Literal['source'], Scene, Source, Answer]"
"""A resolution rule made of a function, as :func:`resolution_rule` builds it."""


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
    check_name(name)
    return lambda function: FunctionRule(name, function, "source")
