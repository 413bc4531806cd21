"""Stage 1 put together: from a text to its layers."""

from __future__ import annotations

import functools

from newsclaims.find.datelines import DatelineFinder, after_dateline
from newsclaims.find.paragraphs import find_paragraphs
from newsclaims.find.quotations import QuotationFinder
from newsclaims.find.reading_units import numbers_of, reading_units
from newsclaims.find.sentences import SentenceFinder
from newsclaims.grammar.cues import CueFinder
from newsclaims.grammar.labels import LabelFinder
from newsclaims.grammar.phrases import PhraseFinder
from newsclaims.grammar.shapes import ShapeReader, Steps
from newsclaims.grammar.tokens import Tokens
from newsclaims.language import Language
from newsclaims.layers import Layers
from newsclaims.spans import Bounds

NO_QUOTATIONS = "characters {} to {}: a quotation mark every few characters, as in a table; nobody is quoted there"
NO_CUES = "characters {} to {}: too many words of saying for a sentence; nothing is attributed by them there"


class Finders:
    """The finders of one language, built once and shared."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.datelines = DatelineFinder(language)
        self.quotations = QuotationFinder(language)
        self.sentences = SentenceFinder(language)
        self.shapes = ShapeReader(language)
        self.cues = CueFinder(language, self.shapes)
        self.labels = LabelFinder(language)
        self.phrases = PhraseFinder(language)

    def layers(self, text: str, steps: Steps | None = None) -> tuple[Layers, list[Bounds]]:
        """Everything stage 1 finds in a text, and its sentences with the dateline (which is nobody's words).

        ``steps`` takes for each word that could be of two classes how that was decided.
        """
        paragraphs = find_paragraphs(text)
        dateline = self.datelines.find(text, paragraphs)
        tables: list[int] = []
        quotations = self.quotations.find(text, paragraphs, tables)
        sentences = self.sentences.find(text, paragraphs, quotations)
        read = sentences if dateline is None else after_dateline(text, sentences, dateline)
        read = list(reading_units(text, read))
        tokens = Tokens(text, read)
        opening = frozenset(stretch.start for quotation in quotations for stretch in quotation.stretches)
        closing = frozenset(content.end for quotation in quotations for content in quotation.contents)
        shape = self.shapes.read(tokens, opening, closing, steps)
        lists: list[int] = []
        cues = [*self.cues.find(tokens, shape, lists), *self.labels.find(tokens, shape), *self.phrases.find(tokens, shape)]
        cues.sort(key=lambda cue: cue.head)
        numbers = numbers_of(read, sentences)
        warnings = (
            *(NO_QUOTATIONS.format(*paragraphs[at]) for at in tables),
            *(NO_CUES.format(*read[at][:2]) for at in lists),
        )
        lemmas = self.shapes.lemmas
        return Layers(
            text, self.language, paragraphs, read, quotations, dateline, tokens, shape, cues, lemmas, numbers, warnings
        ), sentences


@functools.lru_cache(maxsize=8)
def finders(language: Language) -> Finders:
    """The finders of a language, built at first use."""
    return Finders(language)
