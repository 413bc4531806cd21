"""What a rule is: a name, what it starts from, and a function from there to an attribution."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, get_args

import attrs

from newsclaims.errors import RuleError
from newsclaims.model import Cue
from newsclaims.rulebook import rule as rulebook
from newsclaims.rulebook.rule import Named, check_name
from newsclaims.shown import Shown
from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.rules.findings import Findings

Anchor = Literal["quotation", "cue", "verb", "noun", "phrase", "label", "line", "signature"]
ANCHORS: tuple[Anchor, ...] = get_args(Anchor)
"""What a rule can start from: each quotation of speech that stands in no other; each cue; only the cues outside quotations that are a
verb ("said"), a noun ("claim") or a phrase ("according to"); only the labels of a transcript ("VANE:"); each line that is not blank,
as a ``Span``; each name on a line that signs a letter or a post above it, as a ``Span``."""


def _spans(contents: Span | Iterable[Span]) -> tuple[Span, ...]:
    """One span or several as a tuple."""
    if type(contents) is tuple:
        return contents
    if isinstance(contents, Span):
        return (contents,)
    if isinstance(contents, Iterable) and not isinstance(contents, str):
        return tuple(contents)
    raise TypeError(f"contents must be spans, as in contents=quotation.stretches, not {type(contents).__name__}")


@attrs.frozen(repr=False)
class Attribution(Shown):
    """What a rule found: the words said (``contents``: a span, or several in text order) with their source and cue.

    ``source`` and ``cue`` may be ``None`` ("it is believed that ..." names nobody). ``continues`` is the
    earlier attribution (one of ``layers.found``) that this one carries on; the two become one quote. ``verbatim`` says that the words
    are given word for word though no marks stand around them, as in a transcript or a letter: the quote is direct.
    The three parts follow Pareti (2012), "A Database of Attribution Relations".
    """

    _shows = ("contents", "source", "cue", "addressee")

    contents: tuple[Span, ...] = attrs.field(converter=_spans)
    source: Span | None = None
    cue: Cue | None = None
    addressee: Span | None = None
    continues: Attribution | None = None
    verbatim: bool = False


Outcome = Attribution | str | None
"""What a rule answers: an attribution, or the step that failed in a few words, or ``None`` for no."""

RuleFunction = Callable[["Findings", Any], Outcome]
"""A function of the layers (with what was found before) and an anchor: a ``Quotation``, or a ``CueMatch`` where it starts from cues."""


class Rule(Named, Protocol):
    """An attribution rule.

    ``anchor`` says what it starts from, see ``ANCHORS``. ``apply`` returns an
    :class:`Attribution`, or the step that failed in a few words ("no cue after the quotation"), or ``None``.
    A rule can have ``among(layers)`` too, which gives the only anchors that it may match; on the others it is tried where it is to explain.
    """

    @property
    def anchor(self) -> Anchor:
        """What it starts from."""

    def apply(self, layers: Findings, anchor: Any, /) -> Outcome:
        """The attribution, or why there is none."""


FunctionRule: TypeAlias = "rulebook.FunctionRule[Anchor, Findings, Any, Outcome]"
"""An attribution rule made of a function, as :func:`newsclaims.rule` builds it."""


def rule(name: str, *, anchor: Anchor = "quotation") -> Callable[[RuleFunction], FunctionRule]:
    """Makes a rule of a function; registers nothing.

    >>> @rule("nobody")
    ... def nobody(layers, quotation):
    ...     "Attributes nothing."
    >>> nobody.name, nobody.doc
    ('nobody', 'Attributes nothing.')

    Raises:
        RuleError: the name is empty or holds white space, or ``anchor`` is none of ``ANCHORS``.
    """
    check_name(name)
    check_anchor(anchor)

    def build(function: RuleFunction) -> FunctionRule:
        return rulebook.FunctionRule(name, function, anchor)

    return build


def check_anchor(anchor: object) -> None:
    """Refuses what no rule can start from.

    Raises:
        RuleError: it is none of ``ANCHORS``.
    """
    if anchor not in ANCHORS:
        raise RuleError(f"a rule starts from one of {', '.join(map(repr, ANCHORS))}, not {anchor!r}")
