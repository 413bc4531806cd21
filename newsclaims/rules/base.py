"""What a rule is: a name, what it starts from, and a function from there to an attribution."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, Protocol

import attrs

from newsclaims.errors import RuleError
from newsclaims.model import Cue
from newsclaims.spans import Span

Anchor = Literal["quotation", "cue"]


@attrs.frozen
class Attribution:
    """What a rule found: the words said (``contents``, in text order) with their source and cue.

    ``source`` and ``cue`` may be ``None`` ("it is believed that ..." names nobody). ``continues`` is the
    earlier attribution that this one carries on; the two become one quote.
    """

    contents: tuple[Span, ...]
    source: Span | None = None
    cue: Cue | None = None
    addressee: Span | None = None
    continues: Attribution | None = None


class Rule(Protocol):
    """An attribution rule.

    ``anchor`` says what it starts from: each "quotation" or each "cue" of the text. ``apply`` returns an
    :class:`Attribution`, or the step that failed in a few words ("no cue after the quotation"), or ``None``.
    """

    @property
    def name(self) -> str:
        """The rule's name, unique in a set."""

    @property
    def doc(self) -> str:
        """What the rule matches, in a line."""

    @property
    def anchor(self) -> Anchor:
        """What it starts from."""

    def apply(self, layers: Any, anchor: Any) -> Attribution | str | None:
        """The attribution, or why there is none."""


@attrs.frozen
class FunctionRule:
    """A rule made of a function, as :func:`rule` builds it."""

    name: str
    function: Callable[[Any, Any], Attribution | str | None]
    anchor: Anchor = "quotation"

    @property
    def doc(self) -> str:
        """The first line of the function's docstring."""
        return (self.function.__doc__ or "").strip().split("\n", 1)[0]

    def apply(self, layers: Any, anchor: Any) -> Attribution | str | None:
        """The attribution, or why there is none."""
        return self.function(layers, anchor)


def rule(name: str, *, anchor: Anchor = "quotation") -> Callable[[Callable[[Any, Any], Attribution | str | None]], FunctionRule]:
    """Makes a rule of a function; registers nothing.

    >>> @rule("nobody")
    ... def nobody(layers, quotation):
    ...     "Attributes nothing."
    >>> nobody.name, nobody.doc
    ('nobody', 'Attributes nothing.')

    Raises:
        RuleError: the name is empty or holds white space.
    """
    if not name or any(char.isspace() for char in name):
        raise RuleError(f"a rule's name is one word with hyphens, not {name!r}")
    if anchor not in ("quotation", "cue"):
        raise RuleError(f"a rule starts from a 'quotation' or a 'cue', not {anchor!r}")

    def build(function: Callable[[Any, Any], Attribution | str | None]) -> FunctionRule:
        return FunctionRule(name, function, anchor)

    return build
