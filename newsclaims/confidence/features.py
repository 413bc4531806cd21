"""Features: the named things that tell a quote that is likely right from one that may be wrong.

Each is read off the quote, its rule, the word classes around its parts, and the cues of its sentence. The names are for people: they stand
in the file of weights and in what ``explain`` prints. What a feature is worth is not said here but measured.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from newsclaims.confidence.surroundings import Stretch, Surroundings
from newsclaims.confidence.weights import kind_feature, rule_feature
from newsclaims.grammar.word_classes import (
    AND,
    COLON,
    COMMA,
    DETERMINERS,
    FINITE,
    IF,
    NAME,
    OPEN_QUOTE,
    PERSONAL,
    PREPOSITION,
    RELATIVE,
    RELATIVE_OR_THAT,
    SEMICOLON,
    SUBORDINATOR,
    THAT,
    WH,
    class_names,
)
from newsclaims.model import Modality, Quote

START, END = "sentence start", "sentence end"
"""What stands before the first and after the last word of a sentence."""
TOLD_BEFORE = (SUBORDINATOR, IF, RELATIVE, THAT, WH, OPEN_QUOTE, COMMA, PREPOSITION, AND, SEMICOLON)
"""What counts where it stands between the start of the sentence and the cue."""
HELD = (COMMA, OPEN_QUOTE, AND, SEMICOLON, WH, COLON)
"""What counts where it stands in the words said."""


def _steps(*ends: int) -> Sequence[str]:
    """Labels by number, for steps that end at these numbers, and one for all that is more."""
    labels: list[str] = []
    for low, high in zip((0, *(end + 1 for end in ends)), ends, strict=False):
        labels += [str(low) if low == high else f"{low}-{high}"] * (high + 1 - low)
    return (*labels, f"{ends[-1] + 1}+")


def _step(number: int, labels: Sequence[str]) -> str:
    return labels[number] if number < len(labels) else labels[-1]


FEW = _steps(0, 1, 2, 3)
GAP = _steps(0, 1, 2, 4, 8, 15)
LENGTH = _steps(1, 3, 6, 10, 20, 30)
TENTHS = _steps(1, 3, 5, 7, 8, 9)
REST = _steps(0, 1, 2, 3, 5, 8, 15)


class Parts(NamedTuple):
    """The parts of a quote as tokens."""

    words: Stretch
    source: Stretch | None
    cue: Stretch | None


def features(text: Surroundings, quote: Quote) -> list[str]:
    """The names of all features of a quote of the text.

    >>> from newsclaims import Extractor
    >>> from newsclaims.confidence.surroundings import Surroundings
    >>> layers = Extractor().layers("Vane said it rained.")
    >>> [quote] = Extractor().extract("Vane said it rained.").quotes
    >>> features(Surroundings(layers), quote)[:5]
    ['kind indirect', 'rule source-cue-clause', 'rule source-cue-clause: indirect', 'cue say, source-cue-clause', 'source name']
    """
    parts = Parts(
        text.words_of(quote),
        None if quote.source is None else text.tokens(quote.source),
        None if quote.cue is None else text.tokens(quote.cue.span),
    )
    names: list[str] = []
    for family in FAMILIES:
        names += family(text, quote, parts)
    return names


@functools.cache
def _named(feature: str) -> Mapping[str, str]:
    """For each class of words the name of a feature that ends in it: "after words: verb"."""
    return {code: f"{feature}{name}" for code, name in class_names().items()}


def of_rule(text: Surroundings, quote: Quote, parts: Parts) -> list[str]:
    """Which rule found it, of what kind it is, and whether it stands in another quote."""
    kind = quote.kind.value
    names = [kind_feature(kind), rule_feature(quote.rule), rule_feature(quote.rule, kind)]
    if quote.within is not None:
        names.append("within another quote")
    if quote.addressee is not None:
        names.append("with an addressee")
    if len(quote.contents) > 1:
        names.append("in several pieces")
    return names


def of_cue(text: Surroundings, quote: Quote, parts: Parts) -> list[str]:
    """The cue, how it is put, and what stands before it in its sentence."""
    if quote.cue is None or parts.cue is None:
        return ["cue none"]
    names = [f"cue {quote.cue.lemma}, {quote.rule}"]
    if quote.cue.negated:
        names.append("cue negated")
    if quote.cue.modality is not Modality.ASSERTED:
        names.append(f"cue {quote.cue.modality.value}")
    first, before = parts.cue[0], _named("before cue: ")
    there = set(text.shape[text.sentence(first)[0] : first])
    names += [before[code] for code in TOLD_BEFORE if code in there]
    return names


def of_source(text: Surroundings, quote: Quote, parts: Parts) -> list[str]:
    """What sort of phrase the source is, and what stands around it."""
    if parts.source is None:
        return ["source none"]
    shape = text.shape
    first, stop = parts.source
    start, end = text.sentence(first)
    kind = source_class(shape[first:stop])
    names = [f"source {kind}", _named("after source: ")[shape[stop]] if stop < end else f"after source: {END}"]
    if kind in (BY_PRONOUN, BY_RELATIVE):
        names.append(f"source word {text.word(first)}")
    if first == start:
        names.append(f"before source: {START}")
    else:
        before = _named("")[shape[first - 1]]
        two_before = _named("")[shape[first - 2]] if first - 1 > start else START
        names += (f"before source: {before}", f"before source: {two_before}, {before}")
    if parts.cue is not None and stop <= parts.cue[0]:
        names.append(f"source to cue: {_step(parts.cue[0] - stop, GAP)}")
    return names


BY_NAME, BY_PRONOUN, BY_RELATIVE, BY_ARTICLE, BY_NOUN = "name", "pronoun", "relative pronoun", "noun with article", "bare noun"


def source_class(phrase: str) -> str:
    """What sort of phrase a source is, by the classes of its words."""
    if phrase[:1] in RELATIVE_OR_THAT:
        return BY_RELATIVE
    if len(phrase) == 1 and phrase in PERSONAL:
        return BY_PRONOUN
    if NAME in phrase:
        return BY_NAME
    return BY_ARTICLE if phrase[0] in DETERMINERS else BY_NOUN


def of_order(text: Surroundings, quote: Quote, parts: Parts) -> list[str]:
    """In which order the parts come, and how far apart."""
    (first, stop), source, cue = parts
    placed = [(first, "words")]
    here = text.sentence_at(first)
    names = []
    if source is not None:
        placed.append((source[0], "source"))
        if text.sentence_at(source[0]) != here:
            names.append("source in another sentence")
    if cue is not None:
        placed.append((cue[0], "cue"))
        if text.sentence_at(cue[0]) != here:
            names.append("cue in another sentence")
        gap, side = (first - cue[1], "before") if cue[0] < first else (cue[0] - stop, "after")
        names.append(f"cue {side} words: {_step(max(0, gap), GAP)}")
    placed.sort()
    names.append(f"order: {', '.join([name for _, name in placed])}")
    return names


def of_words(text: Surroundings, quote: Quote, parts: Parts) -> list[str]:
    """How the words begin and end, how many they are, and what of their sentence is left over."""
    shape = text.shape
    first, stop = parts.words
    start, end = text.sentence(first)
    last = text.sentence(stop - 1)[1]
    begin = _named("words begin: ")[shape[first]]
    after = _named("after words: ")[shape[stop]] if stop < last else f"after words: {END}"
    names = [
        f"length: {quote.kind.value}, {_step(stop - first, LENGTH)}",
        f"tenths of the sentence: {_step(10 * (stop - first) // max(1, end - start), TENTHS)}",
        begin,
        f"{begin}, {quote.rule}",
        _named("words end: ")[shape[stop - 1]],
        after,
        f"{after}, {quote.rule}",
        f"left of the sentence: {_step(last - stop, REST)}",
    ]
    if text.begins_large(first):
        names.append("words begin: capital letter")
    return names


def of_clauses(text: Surroundings, quote: Quote, parts: Parts) -> list[str]:
    """What the words hold: a finite verb, and marks and words at which they might have ended."""
    shape, held = text.shape, _named("words hold: ")
    first, stop = parts.words
    there = set(shape[first:stop])
    names = [held[code] for code in HELD if code in there]
    if there.isdisjoint(FINITE):
        return [*names, f"no finite verb, {quote.rule}", "finite verb after: none"]
    finite = next(at for at in range(first, stop) if shape[at] in FINITE)
    return [*names, f"finite verb, {quote.rule}", f"finite verb after: {_step(finite - first, GAP)}"]


def of_place(text: Surroundings, quote: Quote, parts: Parts) -> list[str]:
    """How many cues are near, and in what region of the page the words stand."""
    return [
        f"cues in the words: {_step(text.cues_in(parts.words), FEW)}",
        f"cues in the sentence: {_step(text.cues_in(text.sentence(parts.words[0])), FEW)}",
        f"region {text.region(parts.words[0]).value}",
    ]


Family = Callable[[Surroundings, Quote, Parts], list[str]]
FAMILIES: tuple[Family, ...] = (of_rule, of_cue, of_source, of_order, of_words, of_clauses, of_place)
