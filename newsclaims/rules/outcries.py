"""Outcries: quoted words that a crowd calls: chants of “...”; “...” came a shout from the back."""

from __future__ import annotations

import functools

from newsclaims.grammar.walking import back_over
from newsclaims.grammar.word_classes import (
    CLOSE_QUOTE,
    LIST_JOINT,
    NOUN,
    NOUN_OR_NAME,
    OF,
    OPEN_QUOTE,
    OUTCRY_INSIDE,
    OUTCRY_OF,
    PREPOSITION,
    VERB,
)
from newsclaims.language import Language
from newsclaims.language.inflection import plural
from newsclaims.layers import Layers
from newsclaims.model import Cue, Quotation
from newsclaims.rules.asking import after_quotation
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.findings import Findings
from newsclaims.rules.owners import owner_of
from newsclaims.spans import Span

NOUN_OR_OF = NOUN + OF
NOUN_REACH = 6
VERB_REACH = 4
FROM_REACH = 8


@rule("outcry-of-quote")
def outcry_of_quote(layers: Layers, quotation: Quotation) -> Attribution | str:
    """A noun of shouting and a quotation: their chants of “...”; shouts from the crowd of “...”; they took up the chant “...”."""
    here = layers.place(quotation)
    if layers.shape[here.opening - 1] not in NOUN_OR_OF or not here.opening:
        return "no noun of shouting before the quotation"
    noun = outcry_before(layers, here.low, here.opening)
    if noun < 0:
        return "no noun of shouting before the quotation"
    source = shouter(layers, here.low, noun, here.opening)
    last = noun + 1 if layers.shape[noun + 1] == OF else noun
    stop = last_joined(layers, here.pause, here.stop)
    return Attribution(layers.content(here.opening, stop), source, outcry_cue(layers, noun, last, noun))


@rule("quote-outcry-source")
def quote_outcry_source(layers: Findings, quotation: Quotation) -> Attribution | str:
    """A quotation and the outcry that it was: “...” came shouts from the crowd; “...” came the reply."""
    close = layers.place(quotation).close
    if VERB not in layers.shape[close + 1 : close + VERB_REACH]:
        return "no verb after the quotation"
    at, high = after_quotation(layers, quotation)
    if at >= high or layers.shape[at] != VERB or layers.lemma(at) not in layers.language.words("outcry_verbs"):
        return "no verb of coming after the quotation"
    nouns = outcries(layers.language).keys() | layers.language.table("cue_nouns").keys()
    noun = next((k for k in range(at + 1, min(high, at + NOUN_REACH)) if layers.tokens.lower[k] in nouns), -1)
    if noun < 0 or not all(code in OUTCRY_INSIDE for code in layers.shape[at + 1 : noun]):
        return "no outcry after the verb"
    return Attribution(quotation.stretches, origin(layers, noun + 1, high), outcry_cue(layers, at, noun, noun))


def shouter(layers: Layers, low: int, noun: int, opening: int) -> Span | None:
    """Who shouts: "their chants", "shouts from the crowd", "they broke into a chant", "the crowd took up the chant “...”"."""
    owner, _ = owner_of(layers, noun, low)
    source = owner or origin(layers, noun + 1, opening) or joined_in(layers, noun, low)
    if source is not None or noun < opening - 1:
        return source
    holder = layers.clauses.governing_subject(noun, low)
    return layers.mention_span(holder) if holder is not None and holder.last < noun else None


def outcry_before(layers: Layers, low: int, opening: int) -> int:
    """The noun of shouting before a quotation, perhaps with "of" or with whom it comes from between them; or -1."""
    nouns = outcries(layers.language)
    if layers.shape[opening - 1 : opening] == NOUN and layers.tokens.lower[opening - 1] in nouns:
        return opening - 1
    if layers.shape[opening - 1 : opening] != OF:
        return -1
    for k in range(opening - 2, max(low - 1, opening - 2 - FROM_REACH), -1):
        if layers.shape[k] == NOUN and layers.tokens.lower[k] in nouns:
            return k if k == opening - 2 or is_origin(layers, k + 1) else -1
        if layers.shape[k] not in OUTCRY_OF:
            break
    return -1


def last_joined(layers: Layers, close: int, high: int) -> int:
    """The closing mark of the last of several quotations: chants of “...” and “...”."""
    while close + 2 < high and layers.shape[close + 1] in LIST_JOINT and layers.shape[close + 2] == OPEN_QUOTE:
        further = layers.shape.find(CLOSE_QUOTE, close + 2, high)
        if further < 0:
            break
        close = further
    return close


def is_origin(layers: Layers, at: int) -> bool:
    """Whether a token is "from"."""
    return layers.tokens.lower[at] in layers.language.words("label_prepositions")


def origin(layers: Layers, at: int, high: int) -> Span | None:
    """From whom an outcry comes: "from the crowd"."""
    if at >= high or not is_origin(layers, at):
        return None
    found = layers.mentions.after(at + 1, high)
    return layers.mention_span(found) if found is not None and layers.shape[found.head] in NOUN_OR_NAME else None


def joined_in(layers: Layers, noun: int, low: int) -> Span | None:
    """Who takes part in an outcry: The crowd broke into a loud chant of “...”."""
    k = noun
    k = back_over(layers.shape, k, low, OUTCRY_INSIDE)
    if k <= low + 1 or layers.shape[k - 1] != PREPOSITION or layers.lemma(k - 2) not in layers.language.words("outcry_governing_verbs"):
        return None
    found = layers.clauses.governing_subject(k, low)
    return layers.mention_span(found) if found is not None and found.last < k else None


def outcry_cue(layers: Layers, first: int, last: int, noun: int) -> Cue:
    """The cue, whose lemma is the noun."""
    word = layers.tokens.lower[noun]
    return Cue(layers.span(first, last), outcries(layers.language).get(word, word), "say")


@functools.lru_cache(maxsize=8)
def outcries(language: Language) -> dict[str, str]:
    """The nouns of shouting, each with its singular."""
    nouns = language.words("outcry_nouns")
    return {noun: noun for noun in nouns} | {plural(noun): noun for noun in nouns}


OUTCRY_RULES = (outcry_of_quote, quote_outcry_source)
