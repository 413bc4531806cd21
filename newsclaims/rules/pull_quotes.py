"""Pull quotes: the same words stand elsewhere in the article, with who said them."""

from __future__ import annotations

from newsclaims.model import Quotation
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.context import fills_paragraph, opening_sentence
from newsclaims.rules.findings import Findings

FEWEST_WORDS = 4  # fewer can be said by two people
PULLED_REACH = 20_000  # characters before and after in which the words are looked for
ENDS = " .,;:!?…"


@rule("same-words")
def same_words(layers: Findings, quotation: Quotation) -> Attribution | str:
    """A paragraph of quoted words that stand elsewhere too: “We are out of salt.” ... “Now it is so: We are out of salt,” Vane said."""
    sentence = opening_sentence(layers, quotation)
    if sentence < 0 or not fills_paragraph(layers, quotation, sentence):
        return "the quotation is no paragraph of its own"
    if len(quotation.contents) != 1:
        return "it runs over paragraphs"
    content = quotation.contents[0]
    words = content.text.strip(ENDS)[1:]  # the first letter can be a capital here and none there
    if len(words.split()) < FEWEST_WORDS:
        return "too few words to be the same elsewhere"
    for low, high in ((content.end, content.end + PULLED_REACH), (max(0, content.start - PULLED_REACH), content.start)):
        at = layers.text.find(words, low, high)
        found = _attribution_over(layers, at, at + len(words)) if at >= 0 else None
        if found is not None:
            return Attribution(quotation.stretches, found.source, found.cue)
    return "the words stand nowhere else with who said them"


def _attribution_over(layers: Findings, start: int, end: int) -> Attribution | None:
    """What was found to be said there, by somebody named in the text."""
    for found in layers.found_before(end):  # the last few that begin before it
        if found.source is not None and any(span.start <= start and end <= span.end for span in found.contents):
            return found
    return None
