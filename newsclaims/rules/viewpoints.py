"""Viewpoints: quoted words that a phrase without a verb gives to somebody: in Vane's words, “...”; to her, it was “...”."""

from __future__ import annotations

import functools

from newsclaims.grammar.walking import back_over
from newsclaims.grammar.word_classes import CLOSE_BRACKET, COMMA, END_MARK, NAME, NOUN_PHRASE_START, OBJECT_PRONOUN, OPEN_BRACKET, VIEW_LEAD
from newsclaims.language import Language
from newsclaims.language.inflection import with_plurals
from newsclaims.layers import Layers
from newsclaims.model import Cue, Quotation
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.owners import owner_of
from newsclaims.spans import Span

PHRASE_REACH = 12


@rule("viewpoint")
def viewpoint(layers: Layers, quotation: Quotation) -> Attribution | str:
    """Whose view or words they are, set off by a comma: in Vane's words, “...”; to her, the port was “dead”."""
    opening, close, _, low, high, _ = layers.place(quotation)
    comma = layers.shape.rfind(COMMA, low, opening)
    if layers.shape[opening - 1] == CLOSE_BRACKET:  # "(in Vane's words) “...”"
        found = set_off(layers, layers.shape.rfind(OPEN_BRACKET, low, opening) + 1, opening - 1)
        return "nobody's view in the bracket" if found is None else Attribution(quotation.stretches, *found)
    found = set_off(layers, low, comma) if comma > low else None
    if found is not None:
        stop = layers.clauses.end_of_content(comma + 1, high, "clause")
        return Attribution(layers.content(comma + 1, stop - 1), *found) if stop > close else "the words end before the quotation"
    comma = layers.shape.rfind(COMMA, close - 1, high)
    last = high - 1 if layers.shape[high - 1] == END_MARK else high
    if comma < 0 and layers.tokens.lower[last - 1] in layers.language.words("viewpoint_nouns"):  # "it was “dead” in her eyes"
        comma = close
    found = set_off(layers, comma, last) if comma >= 0 and not layers.clauses.has_finite(close, high) else None
    if found is None:
        return "nobody's view is set off beside the quotation"
    return Attribution((*quotation.stretches[:-1], layers.span(opening, max(close, comma - 1))), *found)


def set_off(layers: Layers, low: int, end: int) -> tuple[Span, Cue] | None:
    """Whose view it is, and the cue, of a phrase that ends before token ``end``: "in Vane's view", "to her"."""
    words, lower, shape = layers.language.words, layers.tokens.lower, layers.shape
    if lower[end - 1] in words("viewpoint_nouns"):
        source, _ = owner_of(layers, end - 1, max(low, end - PHRASE_REACH))
        prepositions = words("viewpoint_prepositions")
    else:
        start = end - 1
        start = back_over(shape, start, low, NOUN_PHRASE_START)
        source = layers.span(start, end - 1) if has_views(layers, end - 1) else None
        prepositions = words("viewpoint_datives")
    at = layers.at(source.start) - 1 if source is not None else -1
    if source is None or at < low or lower[at] not in prepositions or not (at == low or shape[at - 1] in VIEW_LEAD):
        return None
    return source, Cue(layers.span(at, at), lower[at], "believe")


def has_views(layers: Layers, head: int) -> bool:
    """Whether a word stands for somebody: a name that is no country, "her", "critics"."""
    word = layers.tokens.lower[head]
    if layers.shape[head] == NAME:
        return word not in layers.language.words("places")
    return layers.shape[head] == OBJECT_PRONOUN or word in people_nouns(layers.language)


@functools.lru_cache(maxsize=8)
def people_nouns(language: Language) -> frozenset[str]:
    """The nouns for people, with their plurals."""
    return with_plurals(language.words("person_nouns")) | language.words("group_nouns")
