"""What a claim rule is: a name and a function that cuts a piece of text, refuses it, proposes parts of it, or leaves it alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from newsclaims.claims.pieces import Piece
from newsclaims.rulebook.rule import FunctionRule, check_name
from newsclaims.shown import Shown

if TYPE_CHECKING:
    from newsclaims.claims.passage import Passage


@attrs.frozen(repr=False)
class Proposed(Shown):
    """Parts of a piece that may be claims as well as the piece itself; the weights choose among all that overlap."""

    _shows = ("pieces",)

    pieces: tuple[Piece, ...]


Verdict = tuple[Piece, ...] | Proposed | str | None
"""What a claim rule answers: the pieces to go on with in the place of this one, or parts to weigh beside it, or why it is no claim, or
``None`` to leave it."""

ClaimFunction = Callable[["Passage", Piece], Verdict]


ClaimRule: TypeAlias = "FunctionRule[Literal['piece'], Passage, Piece, Verdict]"
"""A claim rule made of a function, as :func:`claim_rule` builds it."""


def claim_rule(name: str) -> Callable[[ClaimFunction], ClaimRule]:
    """Makes a claim rule of a function; registers nothing.

    The function gets the text as it was read and one piece of it. It returns pieces to go on with in its place, or parts of it to be
    weighed beside it (:class:`Proposed`), or, in a few words, why the piece is no claim, or ``None`` where it has nothing to say.

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
    return lambda function: FunctionRule(name, function, "piece")
