"""Transcripts: a label in capitals and a colon before what somebody says."""

from __future__ import annotations

from newsclaims.grammar.cues import CueMatch
from newsclaims.grammar.labels import end_of_name, past_lead
from newsclaims.grammar.walking import back_over
from newsclaims.grammar.word_classes import ENDING_MARK, OPEN_QUOTE
from newsclaims.layers import Layers
from newsclaims.rules.base import Attribution, rule
from newsclaims.spans import Span

EMPHASIS = "*_"


@rule("speaker-label", anchor="label")
def speaker_label(layers: Layers, cue: CueMatch) -> Attribution | str:
    """A label of a transcript and the words after it: VANE: We will rebuild the pier."""
    if cue.sentence not in layers.label_sentences:
        return "the label opens a headline"
    contents = words_of(layers, cue)
    if not any(map(str.isalnum, contents[0].text if contents else "")):
        return "no word after the label"
    low, _ = layers.sentence(cue.sentence)
    if low == cue.head:  # Q. Did it hold?
        return Attribution(contents, layers.span(low, low), verbatim=True)
    first = past_lead(layers.tokens, layers.shape, low, cue.first)
    first = first + 1 if layers.shape[first] == OPEN_QUOTE else first
    last = end_of_name(layers.tokens, layers.shape, first, cue.first) - 1
    return Attribution(contents, layers.span(first, last), layers.cue_of(cue), verbatim=True)


@rule("headline-label", anchor="label")
def headline_label(layers: Layers, cue: CueMatch) -> Attribution | str:
    """Who is named before the colon of a headline, and the rest of it: Vane: We need “new piers” / Vane spoke on Monday."""
    if cue.sentence in layers.label_sentences:
        return "the label is one of a transcript"
    low, high = layers.sentence(cue.sentence)
    first = past_lead(layers.tokens, layers.shape, low, cue.first)
    last = end_of_name(layers.tokens, layers.shape, first, cue.first) - 1
    stop = back_over(layers.shape, high, cue.last + 2, ENDING_MARK)
    return Attribution(layers.content(cue.last + 1, stop - 1), layers.span(first, last), layers.cue_of(cue))


def words_of(layers: Layers, cue: CueMatch) -> tuple[Span, ...]:
    """From the label to the end of its paragraph or to the next label in it."""
    paragraph = layers.paragraph_of(cue.sentence)
    sentence = cue.sentence + 1
    labels = layers.label_sentences
    while sentence < len(layers.sentence_bounds) and layers.paragraph_of(sentence) == paragraph and sentence not in labels:
        sentence += 1
    last = layers.sentence(sentence - 1)[1] - 1
    first = cue.last + 1
    while first < last and layers.tokens.words[first][0] in EMPHASIS:  # **VANE:** We will rebuild.
        first += 1
    return (layers.span(first, last),) if last >= first else ()
