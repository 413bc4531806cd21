"""Transcripts: a label in capitals and a colon before what somebody says."""

from __future__ import annotations

from newsclaims.grammar.cues import CueMatch
from newsclaims.grammar.labels import end_of_name, past_lead
from newsclaims.grammar.walking import back_over, past
from newsclaims.grammar.word_classes import COLON, ENDING_MARK, LABEL_PART, OPEN_QUOTE
from newsclaims.layers import Layers
from newsclaims.model import RegionKind
from newsclaims.rules.base import Attribution, rule
from newsclaims.spans import Span

EMPHASIS = "*_"
READ = (RegionKind.TEXT, RegionKind.LIST_ITEM, RegionKind.HEADLINE)  # a line without a stop looks like a headline
MOST_PARAGRAPHS = 60  # of a message


@rule("speaker-label", anchor="label")
def speaker_label(layers: Layers, cue: CueMatch) -> Attribution | str:
    """A label of a transcript and the words after it: VANE: We will rebuild the pier."""
    if not cue.takes("label"):
        return "the label is none of a transcript"
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
    if not cue.takes("headline"):
        return "the label opens no headline"
    low, high = layers.sentence(cue.sentence)
    first = past_lead(layers.tokens, layers.shape, low, cue.first)
    last = end_of_name(layers.tokens, layers.shape, first, cue.first) - 1
    stop = back_over(layers.shape, high, cue.last + 2, ENDING_MARK)
    return Attribution(layers.content(cue.last + 1, stop - 1), layers.span(first, last), layers.cue_of(cue))


@rule("mail-header", anchor="label")
def mail_header(layers: Layers, cue: CueMatch) -> Attribution | str:
    """Who wrote a message, by its header, and the message: From: Orla Vane / To: Ivo Karr / The pier is closed."""
    if not cue.takes("mail"):
        return "the label heads no message"
    first, high = cue.last + 1, layers.sentence(cue.sentence)[1]
    end = past(layers.shape, first, high, LABEL_PART)
    if end == first:
        return "nobody is named behind the label"
    writer = layers.span(first, end - 1)
    at = layers.paragraph_of(cue.sentence) + 1
    later = (layers.paragraph_of(other.sentence) for other in layers.cues_between(cue.head + 1, len(layers.tokens)) if other.takes("mail"))
    stop = min(next(later, len(layers.paragraphs)), at + MOST_PARAGRAPHS)
    while at < stop and is_header(layers, at):
        at += 1
    told = [
        Span.of(layers.text, *bounds)
        for bounds, kind in zip(layers.paragraphs[at:stop], layers.regions[at:stop], strict=True)
        if kind in READ
    ]
    return Attribution(tuple(told), writer, layers.cue_of(cue), verbatim=True) if told else "no message below the header"


def is_header(layers: Layers, paragraph: int) -> bool:
    """Whether a line is one of a header: "Subject: The pier"."""
    first = layers.at(layers.paragraphs[paragraph][0])
    return layers.tokens.lower[first] in layers.language.words("mail_header_words") and layers.shape[first + 1 : first + 2] == COLON


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
