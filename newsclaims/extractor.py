"""From ``str`` to ``Document``: the only place that knows all stages."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, Literal

from newsclaims.find.cues import CueFinder
from newsclaims.find.paragraphs import find_paragraphs
from newsclaims.find.quotations import QuotationFinder
from newsclaims.find.sentences import SentenceFinder
from newsclaims.find.shapes import ShapeReader
from newsclaims.find.tokens import Tokens
from newsclaims.language import Language, load_language
from newsclaims.layers import Layers
from newsclaims.model import Document, Quote, QuoteKind, Sentence
from newsclaims.rules import DEFAULT_RULES, Attribution, RuleSet
from newsclaims.spans import Span


class Finders:
    """The finders of one language, built once and shared."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.quotations = QuotationFinder(language)
        self.sentences = SentenceFinder(language)
        self.shapes = ShapeReader(language)
        self.cues = CueFinder(language, self.shapes)

    def layers(self, text: str) -> Layers:
        """Everything stage 1 finds in a text."""
        paragraphs = find_paragraphs(text)
        quotations = self.quotations.find(text, paragraphs)
        sentences = self.sentences.find(text, paragraphs, quotations)
        tokens = Tokens(text, sentences)
        opening = frozenset(stretch.start for quotation in quotations for stretch in quotation.stretches)
        closing = frozenset(content.end for quotation in quotations for content in quotation.contents)
        shape = self.shapes.read(tokens, opening, closing)
        cues = self.cues.find(tokens, shape)
        return Layers(text, self.language, paragraphs, sentences, quotations, None, tokens, shape, cues, self.shapes.lemmas)


@functools.lru_cache(maxsize=8)
def finders(language: Language) -> Finders:
    """The finders of a language, built at first use."""
    return Finders(language)


class Extractor:
    def __init__(self, language: Language | str = "en", rules: RuleSet = DEFAULT_RULES) -> None:
        self.language = load_language(language) if isinstance(language, str) else language
        self.rules = rules

    def extract(self, text: str, *, id: str | None = None, metadata: Mapping[str, Any] | None = None) -> Document:
        if not isinstance(text, str):
            raise TypeError(f"text must be a str, not {type(text).__name__}")
        layers = finders(self.language).layers(text)
        found = apply_rules(layers, self.rules)
        quotes = tuple(make_quote(layers, attribution, name) for attribution, name in merged(found))
        sentences = tuple(Sentence(Span.of(text, a, b), p) for a, b, p in layers.sentence_bounds)
        return Document(text, id, metadata, layers.dateline, sentences, layers.quotations, quotes)


def apply_rules(layers: Layers, rules: RuleSet) -> list[tuple[Attribution, str]]:
    found: list[tuple[Attribution, str]] = []
    used_cues: set[int] = set()
    used_quotations: set[int] = set()
    for each in rules:
        anchors = layers.quotations if each.anchor == "quotation" else layers.cues
        for i, anchor in enumerate(anchors):
            if each.anchor == "quotation":
                if i in used_quotations or anchor.depth or anchor.reason:
                    continue
            elif anchor.head in used_cues:
                continue
            result = each.apply(layers, anchor)
            if isinstance(result, Attribution):
                found.append((result, each.name))
                layers.add(result)
                if result.cue is not None:
                    for cue in layers.cues_between(layers.at(result.cue.span.start), layers.at(result.cue.span.end)):
                        used_cues.add(cue.head)
                for j, q in enumerate(layers.quotations):
                    if any(c.start <= q.span.start < c.end for c in result.contents):
                        used_quotations.add(j)
    return found


def merged(found: list[tuple[Attribution, str]]) -> list[tuple[Attribution, str]]:
    import attrs
    extra: dict[int, list[Span]] = {}
    root: dict[int, Attribution] = {}
    for attribution, _ in found:
        if attribution.continues is not None:
            base = attribution.continues
            while base.continues is not None:
                base = base.continues
            extra.setdefault(id(base), []).extend(attribution.contents)
    out = []
    for attribution, name in found:
        if attribution.continues is None:
            more = extra.get(id(attribution))
            if more:
                attribution = attrs.evolve(attribution, contents=tuple(sorted({*attribution.contents, *more})))
            out.append((attribution, name))
    return sorted(out, key=lambda x: (x[0].contents[0].start, x[0].contents[-1].end))


def make_quote(layers: Layers, attribution: Attribution, name: str) -> Quote:
    first, last = attribution.contents[0], attribution.contents[-1]
    span = Span.of(layers.text, first.start, last.end)
    return Quote(QuoteKind.INDIRECT, attribution.contents, span, span.text, attribution.source, None, attribution.cue, attribution.addressee, name, 0.5)


def extract(text: str) -> Document:
    return Extractor().extract(text)


def split_sentences(text: str, *, quotes: Literal["split", "keep"] = "split") -> tuple[Sentence, ...]:
    f = finders(load_language("en"))
    paragraphs = find_paragraphs(text)
    quotations = f.quotations.find(text, paragraphs)
    return tuple(Sentence(Span.of(text, a, b), p) for a, b, p in f.sentences.find(text, paragraphs, quotations, quotes=quotes))
