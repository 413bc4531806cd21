"""Stage 1 put together: from a text to its layers."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterable, Mapping, Sequence

from newsclaims.find.datelines import DatelineFinder, after_dateline
from newsclaims.find.paragraphs import find_paragraphs
from newsclaims.find.quotations import QuotationFinder
from newsclaims.find.reading_units import numbers_of, reading_units
from newsclaims.find.regions import RegionFinder
from newsclaims.find.sentences import SentenceFinder
from newsclaims.grammar.crowded import cut_at_marks
from newsclaims.grammar.cues import CueFinder, CueMatch
from newsclaims.grammar.labels import LabelFinder
from newsclaims.grammar.phrases import PhraseFinder
from newsclaims.grammar.shapes import ShapeReader, Steps
from newsclaims.grammar.tokens import Tokens
from newsclaims.grammar.word_classes import FINITE, NEW_CLAUSE_OR_IF
from newsclaims.language import Language
from newsclaims.language.inflection import third_person
from newsclaims.layers import Layers
from newsclaims.model import RegionKind
from newsclaims.readable import has_entities, readable
from newsclaims.spans import Bounds

NO_QUOTATIONS = "characters {} to {}: a quotation mark every few characters, as in a table; nobody is quoted there"
ENTITIES = "signs as HTML writes them (such as &amp;): quotation marks among them are read, all else is taken as it stands"
NO_CUES = "characters {} to {}: too many words of saying for a sentence; nothing is attributed by them there"

MOST_CROWDED = 20
"""So many sentences with very many words of saying are read in pieces; a text with more is a list of words, or noise."""


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
        self.regions = RegionFinder(language)

    def layers(self, text: str, steps: Steps | None = None, known: Iterable[tuple[int, str]] = ()) -> tuple[Layers, list[Bounds]]:
        """Everything stage 1 finds in a text, and its sentences with the dateline (which is nobody's words).

        ``steps`` takes for each word that could be of two classes how that was decided. ``known`` tells what some paragraphs are: the
        offset at which each begins, and the value of its :class:`RegionKind`.
        """
        seen = readable(text)
        paragraphs = find_paragraphs(seen, self.language)
        dateline = self.datelines.find(text, paragraphs)
        tables: list[int] = []
        quotations = self.quotations.find(text, paragraphs, tables, seen)
        sentences = self.sentences.find(seen, paragraphs, quotations)
        read = sentences if dateline is None else after_dateline(text, sentences, dateline)
        read = list(reading_units(seen, read))
        tokens = Tokens(seen, read, self.shapes.spellings)
        opening = frozenset(stretch.start for quotation in quotations for stretch in quotation.stretches)
        closing = frozenset(content.end for quotation in quotations for content in quotation.contents)
        shape = self.shapes.read(tokens, opening, closing, steps)
        lists: list[int] = []
        said = self.cues.find(tokens, shape, lists)
        if 0 < len(lists) <= MOST_CROWDED:
            read = cut_at_marks(tokens, shape, read, set(lists), self.cues.words)
            tokens, lists = Tokens(seen, read, self.shapes.spellings), []
            shape = self.shapes.read(tokens, opening, closing, steps)
            said = self.cues.find(tokens, shape, lists)
        cues = [*said, *self.labels.find(tokens, shape, read), *self.phrases.find(tokens, shape)]
        cues.sort(key=lambda cue: cue.head)
        numbers = numbers_of(read, sentences)
        warnings = (
            *((ENTITIES,) if has_entities(text) else ()),
            *(NO_QUOTATIONS.format(*paragraphs[at]) for at in tables),
            *(NO_CUES.format(*read[at][:2]) for at in lists),
        )
        lemmas = self.shapes.lemmas
        clauses = ParagraphClauses(paragraphs, tokens, shape, cues, self.shapes.lemmas)
        regions = self.regions.find(text, paragraphs, clauses)
        told = {start: RegionKind(kind) for start, kind in known}
        if told:
            regions = tuple(told.get(start, kind) for (start, _), kind in zip(paragraphs, regions, strict=True))
        layers = Layers(
            text, self.language, paragraphs, read, quotations, dateline, tokens, shape, cues, lemmas, numbers, warnings, regions
        )
        return layers, sentences


class ParagraphClauses:
    """What the finder of regions asks about the words of a paragraph."""

    def __init__(
        self, paragraphs: Sequence[tuple[int, int]], tokens: Tokens, shape: str, cues: Sequence[CueMatch], lemmas: Mapping[str, str]
    ) -> None:
        self._lemmas = lemmas
        self._paragraphs = paragraphs
        self._tokens = tokens
        self._shape = shape
        self._heads = [cue.head for cue in cues]

    def _bounds(self, paragraph: int) -> tuple[int, int]:
        start, end = self._paragraphs[paragraph]
        return self._tokens.first_at(start), self._tokens.first_at(end)

    def _verb(self, paragraph: int) -> int:
        """The first finite verb of the main clause, or -1."""
        for k in range(*self._bounds(paragraph)):
            if self._shape[k] in FINITE:
                return k
            if self._shape[k] in NEW_CLAUSE_OR_IF:
                return -1
        return -1

    def has_verb(self, paragraph: int) -> bool:
        """Whether a paragraph has a finite verb that is not in a relative or subordinate clause."""
        return self._verb(paragraph) >= 0

    def is_scene(self, paragraph: int) -> bool:
        """Whether that verb is in the present tense, and nobody says anything."""
        verb = self._verb(paragraph)
        word = self._tokens.lower[verb] if verb >= 0 else ""
        return verb >= 0 and word == third_person(self._lemmas.get(word, "")) and not self.is_told(paragraph)

    def is_told(self, paragraph: int) -> bool:
        """Whether something is said in a paragraph."""
        first, stop = self._bounds(paragraph)
        at = bisect.bisect_left(self._heads, first)
        return at < len(self._heads) and self._heads[at] < stop


@functools.lru_cache(maxsize=8)
def finders(language: Language) -> Finders:
    """The finders of a language, built at first use."""
    return Finders(language)
