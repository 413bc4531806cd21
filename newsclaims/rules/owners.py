"""Owners: whose a noun of saying is: Vane's claim, his answer, the message from the mayor."""

from __future__ import annotations

from newsclaims.grammar.cues import Form
from newsclaims.grammar.mentions import Mention
from newsclaims.grammar.word_classes import (
    BEFORE_SAYING_NOUN,
    GENITIVE,
    ING,
    OF,
    OWNED_INSIDE,
    OWNED_MOST,
    POSSESSIVE,
    PREPOSITION,
)
from newsclaims.layers import Layers
from newsclaims.spans import Span


def owner_of(layers: Layers, noun: int, low: int) -> tuple[Span | None, int]:
    """Who the noun belongs to ("Vane's", "his"), and the first token of the cue after it."""
    shape = layers.shape
    k = noun
    while k > low and (shape[k - 1] in OWNED_INSIDE or shape[k - 2 : k] in OWNED_MOST):  # "Vane's most recent claim"
        k -= 1
    if k > low and shape[k - 1] == POSSESSIVE:
        return layers.span(k - 1, k - 1), k
    if k > low + 1 and shape[k - 1] == GENITIVE:
        owner: Mention | None = layers.mentions.before(k - 1, low, inside=True)
        if owner is None:
            return None, k
        first = max(owner.first, shape.rfind(PREPOSITION, owner.first, owner.last) + 1)
        if shape[first] == ING:  # "for making much of Vane's claim"
            first = max(first, shape.rfind(OF, first, owner.last) + 1)
        return layers.span(first, owner.last), k - 1
    return None, k


def giver_of(layers: Layers, first: int, high: int, *, attach: bool = True) -> Mention | None:
    """Who a noun of saying comes from: the reply of the mayor, the answer from Vane."""
    given = first < high and layers.tokens.lower[first] in layers.language.words("giver_prepositions")
    return layers.mentions.after(first + 1, high, attach=attach) if given else None


def speaker_of_noun(layers: Layers, low: int, stop: int) -> Mention | None:
    """Whose the noun of saying is that a sentence begins with: "Vane's message to the crew", "the message from Vane after the game"."""
    cue = layers.first_cue(low, stop)
    if cue is None or cue.form is not Form.NOUN or any(code not in BEFORE_SAYING_NOUN for code in layers.shape[low : cue.head]):
        return None
    owner, _ = owner_of(layers, cue.head, low)
    if owner is None:
        return giver_of(layers, cue.last + 1, stop)
    first, last = layers.at(owner.start), layers.at(owner.end) - 1
    return Mention(first, last, first, last, "before")
