"""What a claim rule is: a name and a function that cuts a piece of text, refuses it, or leaves it alone."""

from __future__ import annotations

import importlib
import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

import attrs

from newsclaims.claims.pieces import Piece
from newsclaims.rules.base import check_name

if TYPE_CHECKING:
    from newsclaims.claims.passage import Passage

Verdict = tuple[Piece, ...] | str | None
"""What a claim rule answers: the pieces to go on with in the place of this one, or why it is no claim, or ``None`` to leave it."""

ClaimFunction = Callable[["Passage", Piece], Verdict]


@attrs.frozen
class ClaimRule:
    """A claim rule made of a function, as :func:`claim_rule` builds it. Pickled by name, as functions are."""

    name: str
    apply: ClaimFunction  # the function itself and no method around it: rules are tried on every piece
    anchor: Literal["piece"] = "piece"

    @property
    def doc(self) -> str:
        """The first line of the function's docstring."""
        return (self.apply.__doc__ or "").strip().split("\n", 1)[0]

    def __reduce__(self) -> tuple[Any, ...]:
        # A decorated function's own name leads to the rule, so pickle could not find the function there.
        return _named, (self.apply.__module__, self.apply.__qualname__)


def _named(module: str, name: str) -> Any:
    return operator.attrgetter(name)(importlib.import_module(module))


def claim_rule(name: str) -> Callable[[ClaimFunction], ClaimRule]:
    """Makes a claim rule of a function; registers nothing.

    The function gets the text as it was read and one piece of it. It returns pieces to go on with in its place, or, in a few
    words, why the piece is no claim, or ``None`` where it has nothing to say.

    >>> @claim_rule("no-weather")
    ... def no_weather(passage, piece):
    ...     "The weather is not worth a check."
    ...     return "weather" if "rained" in passage.words(piece) else None
    >>> no_weather.name, no_weather.doc
    ('no-weather', 'The weather is not worth a check.')

    Raises:
        RuleError: the name is empty or holds white space.
    """
    check_name(name)
    return lambda function: ClaimRule(name, function)
