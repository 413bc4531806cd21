"""Excerpts: a choice of what somebody has said or written, each piece below a line with its topic."""

from __future__ import annotations

from newsclaims.grammar.word_classes import COLON, OF
from newsclaims.layers import Layers
from newsclaims.model import Cue, Quotation
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.findings import Findings
from newsclaims.rules.owners import owner_of

TOPIC_TOKENS = 24
"""No line with a topic is longer."""
SENTENCES_BACK = 4
"""So far above the first topic the choice may be announced."""


@rule("excerpt")
def excerpt(layers: Findings, quotation: Quotation) -> Attribution | str:
    """A paragraph below a topic, in a choice of what somebody wrote: Vane's letter came on Monday. Excerpts: / On tax: / “...”"""
    sentence = layers.tokens.sentence_at(layers.place(quotation).opening)
    if not is_below_topic(layers, sentence):
        return "no line with a topic above it"
    earlier = next((found for found in layers.found_before(quotation.span.start) if found.source is not None), None)
    if earlier is not None and is_below_topic(layers, layers.tokens.sentence_at(layers.at(earlier.contents[0].start))):
        return Attribution(quotation.stretches, earlier.source, earlier.cue)
    return announced(layers, quotation, sentence - 2) or "no excerpts of what somebody said are announced before the topic"


def is_below_topic(layers: Layers, sentence: int) -> bool:
    """Whether a sentence begins its paragraph below a line that only names a topic: On the price of coal:"""
    if sentence < 1 or layers.paragraph_of(sentence) == layers.paragraph_of(sentence - 1):
        return False
    low, high = layers.sentence(sentence - 1)
    if not 1 < high - low <= TOPIC_TOKENS or layers.shape[high - 1] != COLON:
        return False
    return layers.tokens.lower[low] in layers.language.words("topic_openers")


def announced(layers: Layers, quotation: Quotation, last: int) -> Attribution | None:
    """The attribution to whose speech, letter or statement excerpts are announced of, in the sentences up to ``last``."""
    lower, settings = layers.tokens.lower, layers.language.words("speech_settings")
    is_announced = False
    for sentence in range(last, max(-1, last - SENTENCES_BACK), -1):
        low, high = layers.sentence(sentence)
        is_announced = is_announced or not layers.language.words("excerpt_nouns").isdisjoint(lower[low:high])
        for noun in range(low, high):
            if is_announced and lower[noun] in settings:
                source, first = owner_of(layers, noun, max(low, layers.shape.rfind(OF, low, noun) + 1))
                if source is not None:
                    return Attribution(quotation.stretches, source, Cue(layers.span(max(first, noun), noun), lower[noun], "say"))
    return None
