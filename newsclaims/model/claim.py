"""What is put forward as the case, with its quantities and dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from newsclaims.model.kinds import ClaimKind, ClaimModality, QuantityKind, Stance
from newsclaims.model.speaker import Speaker
from newsclaims.model.to_come import ToCome
from newsclaims.model.values import ByValues
from newsclaims.spans import Span


@attrs.frozen(repr=False)
class Quantity(ByValues):
    """A quantity that a text names.

    ``span`` is the number with its unit ("$3.4 million", "130,000 troops"), without the words that make it rough. ``value`` is the
    number itself, in units of ``unit``: 12.5 for "12.5%", 3400000.0 for "$3.4 million", 0.5 for "half"; ``None`` where the words give
    none ("hundreds of people") or two that are no range (a score, "3-1"). ``high`` is the upper end of a range, else ``None``.
    ``unit`` is an ISO 4217 code for money, with what it is paid for where it is a price ("USD/kg", "EUR/hour"), one fixed name for a
    measure ("km", "year", "%"), and the noun as written, in lower case, for a count. ``approximate`` tells that the text makes it rough
    or bounds it ("about", "more than"), ``bound`` which: "at least", "at most" or ``None``.
    """

    _shows = ("span", "kind", "value", "high", "unit")

    span: Span
    kind: QuantityKind
    value: float | None
    high: float | None = None
    unit: str | None = None
    approximate: bool = False
    bound: str | None = None


@attrs.frozen(repr=False)
class Date(ByValues):
    """A date that a text names.

    ``span`` are its words. ``iso`` is the date in ISO 8601, as exact as the words are: a day, a month (``2022-02``), a
    year, or an interval (``2022-03-01/2022-03-07``); ``None`` where it hangs on a date that is not known. ``relative``
    tells that the words alone ("Tuesday", "March 3") do not say it without the date of the report.
    """

    _shows = ("span", "iso")

    span: Span
    iso: str | None
    relative: bool


@attrs.frozen(repr=False)
class Reason(ByValues):
    """A feature that counted for a claim's check-worthiness, and what it added to the score (log-odds; below 0 it took away)."""

    _shows = ("feature", "weight")

    feature: str
    weight: float


@attrs.frozen(repr=False)
class Claim(ToCome, ByValues):
    """A proposition put forward as the case, by somebody the article quotes or reports, or by the article itself.

    ``span`` holds the words without the attribution, ``sentence`` is the index of the sentence they stand in, ``quote`` the index (in
    ``Document.quotes``) of the quote they are part of. ``claimer`` is who asserts it: the quote's speaker, ``None`` for the article's
    own voice and where nobody knows who spoke. ``reported_by`` are those who pass it on, the one nearest to the claimer first.
    ``stance`` is the claimer's; the span of what is denied is the proposition denied. ``negated`` tells a negation inside it.
    ``denied_by`` are those of whom the text says that they deny it, ``None`` among them for the article itself ("falsely claimed").
    ``hedges`` are the words that make it less sure. ``object`` is the span of what it is about, which can stand outside the claim,
    ``object_name`` its full name where it is somebody known. ``kind`` is what sort of thing it says, ``topic`` a subject of the scheme in
    :mod:`newsclaims.claims.topics` with the words that decided. ``probability`` (0 to 1) is that of its being a claim, as people mark
    them. ``check_worthiness`` (0 to 1) says how much it is worth checking, 0.5 is the working threshold; ``reasons`` are what counted,
    in the words of those who check facts. ``context`` are the indices of the sentences needed to read it, ``decontextualized`` the words
    with pronouns and short names replaced by full names, or ``None`` where some of them, listed in ``unresolved``, stay open. ``same_as``
    is the index (in ``Document.claims``) of the first claim that says the same.

    What no claim is found by is read for all claims of a document when it is first asked for (or a claim is compared, written or pickled).
    """

    _shows = ("span", "claimer", "stance", "check_worthiness")

    span: Span
    sentence: int
    claimer: Speaker | None = None
    quote: int | None = None
    stance: Stance = Stance.AFFIRM
    modality: ClaimModality = ClaimModality.ASSERTED
    negated: bool = False
    hedges: tuple[Span, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()
    object: Span | None = None
    topic: str | None = None
    topic_words: tuple[Span, ...] = ()
    check_worthiness: float = 0.0
    reasons: tuple[Reason, ...] = ()
    reported_by: tuple[Speaker, ...] = ()
    context: tuple[int, ...] = ()
    decontextualized: str | None = None
    unresolved: tuple[Span, ...] = ()
    same_as: int | None = None
    probability: float = 0.0
    denied_by: tuple[Speaker | None, ...] = ()
    kind: ClaimKind = ClaimKind.STATE
    object_name: str | None = None

    @classmethod
    def _with_details_to_come(cls, read: Callable[[], None], *known: Any) -> Claim:
        """A claim of which the fields of ``KNOWN`` are known; ``read`` gives it and its like the others when one is first asked for."""
        claim: Claim = _new(cls)
        for put, value in zip(_put_known, known, strict=True):
            put(claim, value)
        _put_teller(claim, read)
        return claim

    def _told(self, teller: Callable[..., Any]) -> Mapping[str, Any]:
        teller()  # gives all claims of the text what is to be told of them
        return {}

    def __str__(self) -> str:
        return self.span.text

    @property
    def text(self) -> str:
        """The words of the claim."""
        return self.span.text

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from newsclaims.formats.html.pieces import claim_piece

        return claim_piece(self)


Claim._to_come = frozenset(field.name for field in attrs.fields(Claim))

KNOWN = ("span", "sentence", "claimer", "quote", "stance", "negated", "same_as", "probability", "check_worthiness")
"""What is known of a claim when it is found."""

_new = object.__new__
_put_known = [vars(Claim)[name].__set__ for name in KNOWN]  # a text has hundreds of claims: half the time of ``object.__setattr__``
_put_teller = vars(ToCome)["_teller"].__set__
