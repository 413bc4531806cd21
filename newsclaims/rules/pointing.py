"""Pointing back: the sentence after a quotation says whose words they were: “...” That is what Vane told us."""

from __future__ import annotations

import functools

from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import ADVERB, BE, WHAT_OR_WHO
from newsclaims.language import Language
from newsclaims.language.inflection import with_plurals
from newsclaims.layers import Layers
from newsclaims.model import Cue, Quotation
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.findings import Findings
from newsclaims.rules.fragments import can_speak, is_speaking_noun
from newsclaims.rules.owners import giver_of, owner_of
from newsclaims.rules.quotes import fills_sentence
from newsclaims.spans import Span

NOUN_REACH = 5


@rule("quote-pointed-at")
def quote_pointed_at(layers: Findings, quotation: Quotation) -> Attribution | str:
    """The next sentence says whose words they were: “...” That is what Vane told us; “...” So said Holt."""
    sentence = layers.tokens.sentence_at(layers.place(quotation).close) + 1
    if sentence >= len(layers.sentence_bounds) or layers.paragraph_of(sentence) > layers.paragraph_of(sentence - 1) + 1:
        return "no sentence after the quotation"
    low, high = layers.sentence(sentence)
    if layers.tokens.lower[low] not in layers.language.words("pointing_words"):
        return "the next sentence does not point back"
    if not fills_sentence(layers, quotation) or layers.quoted[low]:
        return "the quotation does not fill its sentence"
    found = so_said(layers, low) if layers.shape[low] == ADVERB else that_is(layers, low, high)
    return "nobody is named to have said that" if found is None else Attribution(quotation.stretches, *found)


def so_said(layers: Layers, low: int) -> tuple[Span, Cue] | None:
    """Who is named by "So said Vane", "Thus spoke the mayor"."""
    cue = layers.first_cue(low + 1, low + 2)
    source = layers.clauses.inverted(cue) if cue is not None else None
    return None if cue is None or source is None else (layers.mention_span(source), layers.cue_of(cue))


def that_is(layers: Layers, low: int, high: int) -> tuple[Span, Cue] | None:
    """Who is named by "That is what Vane said", "These were the words of the mayor", "That was Holt's verdict"."""
    verb = past(layers.shape, low + 1, high, ADVERB)
    if verb + 1 >= high or layers.shape[verb] != BE:
        return None
    first = past(layers.shape, verb + 1, high - 1, ADVERB)
    if layers.shape[first] in WHAT_OR_WHO:
        cue = spoken(layers, first + 1, high)
        source = layers.clauses.subject(cue) if cue is not None else None
        return None if cue is None or source is None or source.first != first + 1 else (layers.mention_span(source), layers.cue_of(cue))
    noun = next((k for k in range(first, min(high, first + NOUN_REACH)) if layers.tokens.lower[k] in word_nouns(layers.language)), -1)
    if noun < 0:
        return None
    whose = whose_words(layers, noun, first, high)
    return None if whose is None else (whose, Cue(layers.span(noun, noun), layers.tokens.lower[noun], "say"))


def whose_words(layers: Layers, noun: int, low: int, high: int) -> Span | None:
    """Whose the words are that a noun names: "Holt's verdict", "the words of the mayor", not "the mantra of progress"."""
    owner, _ = owner_of(layers, noun, low)
    giver = giver_of(layers, noun + 1, high) if owner is None else None
    if giver is None:
        return owner
    return layers.mention_span(giver) if can_speak(layers, giver) or is_speaking_noun(layers, giver) else None


def spoken(layers: Layers, first: int, high: int) -> CueMatch | None:
    """The first finite cue of speech from a token on."""
    return next((cue for cue in layers.cues_between(first, high) if cue.form is Form.FINITE and cue.takes("tag", "quote", "obj-tag")), None)


@functools.lru_cache(maxsize=8)
def word_nouns(language: Language) -> frozenset[str]:
    """The nouns for what somebody said: "words", "verdict", "message"."""
    return with_plurals(language.table("cue_nouns")) | language.words("viewpoint_nouns") | with_plurals(language.words("asked_nouns"))
