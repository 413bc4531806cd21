"""From attributions to quotes: what belongs together is joined, and what nobody claimed is kept with the reason."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from newsclaims.find.quotation_uses import SCARE
from newsclaims.grammar.word_classes import AND, COMMA, COMMA_OR_END, FINITE, GENITIVE, LEADING_MARK, NAME, SENTENCE_TAIL
from newsclaims.model import Quotation, Quote, QuoteKind
from newsclaims.rules.apply import ordered
from newsclaims.rules.base import Attribution
from newsclaims.rules.nesting import within, without_thoughts
from newsclaims.rules.overlaps import settled
from newsclaims.spans import Span, around

if TYPE_CHECKING:
    from newsclaims.layers import Layers
    from newsclaims.rules.findings import Findings, Found

# A member of an enum takes long to come by.
DIRECT: Final = QuoteKind.DIRECT
INDIRECT: Final = QuoteKind.INDIRECT
MIXED: Final = QuoteKind.MIXED

FRAGMENT_TOKENS = 4
NO_RULE = "no rule found a source"
NO_SOURCE = "the text names no source"
SAID = (None, SCARE)
"""Reasons of the quotations whose marks show somebody's words; few words within reported ones are taken from them."""


def make_quotes(layers: Findings) -> tuple[Quote, ...]:
    """The quotes of a text in order of their first words."""
    marks = Marks(layers.quotations if layers.made else ())
    found = without_thoughts(layers, list(joined(layers.text, layers.made)))
    contents = settled(layers.text, [each.attribution for each in found])
    quotes = [_quote(layers, marks, each, words) for each, words in zip(found, contents, strict=True) if words]
    quotes += [_unattributed(layers, quotation) for quotation in _unclaimed(layers) if not _is_mention(layers, quotation)]
    if any(words != each.attribution.contents for each, words in zip(found, contents, strict=True)):
        covered = Covered(words for said in contents for words in said)
        quotes += [_unattributed(layers, quotation) for quotation in _lost(layers, covered)]
    quotes.sort(key=lambda quote: (quote.span.start, -quote.span.end))
    outer = within(quotes)
    return tuple([quote if at is None else _standing_in(quote, at) for quote, at in zip(quotes, outer, strict=True)])


def _standing_in(quote: Quote, at: int) -> Quote:
    """The quote within another: what ``attrs.evolve`` gives, in a fifth of the time."""
    head = (quote.kind, quote.contents, quote.span, quote.text, quote.source, quote.speaker)
    return Quote(*head, quote.cue, quote.addressee, quote.rule, quote.confidence, quote.reason, at)


def joined(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """The attributions, each with the contents of those that continue it."""
    roots: dict[int, Attribution] = {}
    more: dict[int, list[Span]] = {}
    for each in found:
        earlier = each.attribution.continues
        if earlier is not None:
            root = roots[id(each.attribution)] = roots.get(id(earlier), earlier)
            more.setdefault(id(root), []).extend(each.attribution.contents)
    for each in found:
        if each.attribution.continues is None:
            rest = more.get(id(each.attribution)) if more else None
            if rest is None:
                yield each
            else:
                contents = ordered(text, (*each.attribution.contents, *rest))
                yield attrs.evolve(each, attribution=attrs.evolve(each.attribution, contents=contents))


def _quote(layers: Layers, marks: Marks, found: Found, contents: tuple[Span, ...]) -> Quote:
    attribution, text = found.attribution, layers.text
    alone = len(contents) == 1  # as most often
    return Quote(
        kind=DIRECT if attribution.verbatim else marks.kind(text, contents),
        contents=contents,
        span=around(text, contents),
        text=marks.bare(text, contents[0]) if alone else " ".join([marks.bare(text, content) for content in contents]),
        source=attribution.source,
        cue=attribution.cue,
        addressee=attribution.addressee,
        rule=found.rule,
        confidence=None,  # until somebody measures it
        reason=NO_SOURCE if attribution.source is None else None,
    )


def judged_quotations(layers: Findings) -> tuple[Quotation, ...]:
    """The quotations as they are handed out: what the rules have left as no speech has its reason."""
    mentions = {each.span.start for each in _unclaimed(layers) if _is_mention(layers, each)}
    if not mentions:
        return layers.quotations
    return tuple([attrs.evolve(each, reason=SCARE) if each.span.start in mentions else each for each in layers.quotations])


class Covered:
    """The words that stand in quotes, to be asked many times whether a span shares one with them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        edges = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in edges]
        self._farthest = list(itertools.accumulate((end for _, end in edges), max))  # the end farthest on, of each and those before it

    def touch(self, span: Span) -> bool:
        """Whether any of them overlaps a span."""
        before = bisect.bisect_left(self._starts, span.end)
        return before > 0 and self._farthest[before - 1] > span.start


def _lost(layers: Findings, covered: Covered) -> list[Quotation]:
    """The quotations that a rule attributed and that stand in no quote, now that no words stand in two."""
    unclaimed = {each.span.start for each in _unclaimed(layers)}
    spoken = [each for each in layers.quotations if each.depth == 0 and each.reason is None and each.span.start not in unclaimed]
    return [each for each in spoken if not covered.touch(each.span)]


def _is_mention(layers: Layers, quotation: Quotation) -> bool:
    """Whether quoted words that nobody says only name something: amid a sentence, as the subject of one, as somebody's work."""
    return any(names(layers, quotation) for names in (is_fragment, is_subject, is_work, is_other_name))


def _unclaimed(layers: Findings) -> Iterator[Quotation]:
    """The quotations that may be speech, and stand in nothing that a rule attributed."""
    said = layers.said.find
    for quotation, stretches in zip(layers.quotations, layers.quotation_tokens, strict=True):
        if quotation.depth == 0 and quotation.reason is None and all(said(1, first, last + 1) < 0 for first, last in stretches):
            yield quotation


def is_fragment(layers: Layers, quotation: Quotation) -> bool:
    """A word or two in the reporter's own sentence, which no rule could give to anybody: scare quotes rather than speech."""
    here = layers.place(quotation)
    return (
        here.opening > here.low
        and layers.shape[here.opening - 1] not in LEADING_MARK
        and here.pause - here.opening - 1 <= FRAGMENT_TOKENS
        and (here.pause - here.opening == 2 or not layers.clauses.has_finite(here.opening + 1, here.pause))
    )


def is_work(layers: Layers, quotation: Quotation) -> bool:
    """Words with capitals after whose work they name: Orla Vane's “Night of the Glass Men.”"""
    here = layers.place(quotation)
    words = [word for word in layers.tokens.words[here.opening + 1 : here.pause] if word[0].isalpha()]
    named = layers.shape[here.opening - 2 : here.opening] == NAME + GENITIVE and len(words) > 1
    return named and words[0][0].isupper() and words[-1][0].isupper() and not layers.clauses.has_finite(here.opening + 1, here.pause)


def is_other_name(layers: Layers, quotation: Quotation) -> bool:
    """What stands for a name before it: the nickname “Tin,” or “the man who counts”."""
    index = layers.index_of(quotation)
    before = layers.quotations[index - 1] if index else None
    if before is None or (before.reason is None and not is_fragment(layers, before)):
        return False
    between = layers.shape[layers.tokens_of(before)[-1][1] + 1 : layers.place(quotation).opening]
    return between in (AND, COMMA + AND)


def is_subject(layers: Layers, quotation: Quotation) -> bool:
    """A few words that a verb follows as if they were its subject: “Dry port” is an old term."""
    first, last = layers.place(quotation)[:2]
    inside, after = layers.shape[first + 1 : last], layers.shape[last + 1 : last + 2]
    return (
        0 < len(inside) <= FRAGMENT_TOKENS
        and inside[-1] not in COMMA_OR_END
        and after in tuple(FINITE)
        and not layers.clauses.has_finite(first + 1, last)
    )


def fills_sentence(layers: Layers, quotation: Quotation) -> bool:
    """Whether nothing but a full stop follows the quotation in its sentence."""
    here = layers.place(quotation)
    return all(code in SENTENCE_TAIL for code in layers.shape[here.close + 1 : here.high])


def _unattributed(layers: Layers, quotation: Quotation) -> Quote:
    text = " ".join(content.text for content in quotation.contents)
    return Quote(DIRECT, quotation.stretches, quotation.span, text, reason=NO_RULE)


class Marks:
    """The outermost quotation marks of a text, to see which words stand inside them."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        outer = [quotation for quotation in quotations if quotation.depth == 0]
        pieces = [
            (stretch, inner, quotation.reason in SAID)
            for quotation in outer
            for stretch, inner in zip(quotation.stretches, quotation.contents, strict=True)
        ]
        self._pieces = sorted(pieces, key=lambda piece: piece[0].start)
        self._starts = [stretch.start for stretch, _, _ in self._pieces]
        self._ends = [stretch.end for stretch, _, _ in self._pieces]

    def kind(self, text: str, contents: Sequence[Span]) -> QuoteKind:
        """Direct where every word stands in quotation marks, mixed where some do.

        Titles, nicknames and the like are the reporter's marks: they count only where nothing else is said.
        """
        marked = inside = outside = False
        for content in contents:
            at = content.start
            for stretch, _, said in self._touching(content):
                outside = outside or _has_word(text, at, stretch.start)
                marked, inside, at = True, inside or said, stretch.end
                if inside and outside:
                    return MIXED
            outside = outside or _has_word(text, at, content.end)
        if outside:
            return MIXED if inside else INDIRECT
        return DIRECT if marked else INDIRECT

    def bare(self, text: str, content: Span) -> str:
        """The words of a content, without the marks where it is just one quotation."""
        touching = self._touching(content)
        if not touching:
            return content.text
        stretch, words, _ = touching[0]
        if stretch.start > content.start or _has_word(text, stretch.end, content.end):
            return content.text
        inner = text[max(content.start, words.start) : min(content.end, words.end)]
        return inner if inner.strip() else content.text

    def _touching(self, content: Span) -> Sequence[tuple[Span, Span, bool]]:
        """The stretches that share a character with a content, in text order."""
        first = bisect.bisect_right(self._ends, content.start)
        return self._pieces[first : bisect.bisect_left(self._starts, content.end, first)]


def _has_word(text: str, start: int, end: int) -> bool:
    return start < end and (text[start].isalnum() or any(map(str.isalnum, text[start:end])))
