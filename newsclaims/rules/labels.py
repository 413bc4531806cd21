"""Transcripts: a label in capitals and a colon before what somebody says."""

from __future__ import annotations

from newsclaims.grammar.cues import CueMatch
from newsclaims.grammar.word_classes import OPEN_QUOTE
from newsclaims.layers import Layers
from newsclaims.rules.base import Attribution, rule
from newsclaims.spans import Span


@rule("speaker-label", anchor="label")
def speaker_label(layers: Layers, cue: CueMatch) -> Attribution | str:
    """A label of a transcript and the words after it: VANE: We will rebuild the pier."""
    low, _ = layers.sentence(cue.sentence)
    first = low + 1 if layers.shape[low] == OPEN_QUOTE else low
    contents = words_of(layers, cue)
    if not any(map(str.isalnum, contents[0].text if contents else "")):
        return "no word after the label"
    return Attribution(contents, layers.span(first, cue.first - 1), layers.cue_of(cue))


def words_of(layers: Layers, cue: CueMatch) -> tuple[Span, ...]:
    """From the label to the end of its paragraph or to the next label in it."""
    paragraph = layers.paragraph_of(cue.sentence)
    sentence = cue.sentence + 1
    labels = layers.label_sentences
    while sentence < len(layers.sentence_bounds) and layers.paragraph_of(sentence) == paragraph and sentence not in labels:
        sentence += 1
    last = layers.sentence(sentence - 1)[1] - 1
    return (layers.span(cue.last + 1, last),) if last > cue.last else ()
