"""Estimates: the confidence of the quotes of one text, each worked out when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterable

from newsclaims.confidence.features import features
from newsclaims.confidence.surroundings import Surroundings
from newsclaims.confidence.weights import Weights
from newsclaims.layers import Layers
from newsclaims.model import Quote, Reason


class Estimates:
    """What is needed to tell how sure the quotes of a text are; of the text it keeps what it reads features off."""

    __slots__ = ("_surroundings", "_weights")

    def __init__(self, layers: Layers, weights: Weights) -> None:
        self._surroundings = Surroundings(layers)
        self._weights = weights

    def leave_open(self, quotes: Iterable[Quote]) -> None:
        """For quotes that are being made: their confidence is worked out when it is first asked for.

        That of a quote whose rule nobody has measured stays ``None``, that of one without a rule 0.
        """
        known: dict[str | None, bool] = {None: False}
        read = self.of  # one for all: in a long text as many as there are quotes
        for quote in quotes:
            rule = quote.rule
            if rule not in known:
                known[rule] = self._weights.knows(rule)
            if known[rule]:
                quote._leave_to(read)

    def of(self, quote: Quote) -> float:
        """How sure a quote of this text is."""
        return self._weights.estimate(features(self._surroundings, quote))

    def counted(self, quote: Quote) -> tuple[Reason, ...]:
        """What counted for and against it, the weightiest first."""
        return self._weights.counted(features(self._surroundings, quote))
