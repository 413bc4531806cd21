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
    quotes += [_unattributed(layers, quotation) for quotation in layers.quotations if _is_left(layers, quotation)]
    if any(words != each.attribution.contents for each, words in zip(found, contents, strict=True)):
        covered = Covered(words for said in contents for words in said)
        quotes += [_unattributed(layers, quotation) for quotation in layers.quotations if _is_lost(layers, quotation, covered)]
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
        root = each.attribution if earlier is None else roots[id(earlier)]
        roots[id(each.attribution)] = root
        if earlier is not None:
            more.setdefault(id(root), []).extend(each.attribution.contents)
    for each in found:
        if each.attribution.continues is None:
            rest = more.get(id(each.attribution))
            if rest is None:
                yield each
            else:
                contents = ordered(text, (*each.attribution.contents, *rest))
                yield attrs.evolve(each, attribution=attrs.evolve(each.attribution, contents=contents))


def _quote(layers: Layers, marks: Marks, found: Found, contents: tuple[Span, ...]) -> Quote:
    attribution = found.attribution
    kind = DIRECT if attribution.verbatim else marks.kind(layers.text, contents)
    return Quote(
        kind=kind,
        contents=contents,
        span=around(layers.text, contents),
        text=" ".join(marks.bare(layers.text, content) for content in contents),
        source=attribution.source,
        cue=attribution.cue,
        addressee=attribution.addressee,
        rule=found.rule,
        confidence=None,  # until somebody measures it
        reason=NO_SOURCE if attribution.source is None else None,
    )


def judged_quotations(layers: Findings) -> tuple[Quotation, ...]:
    """The quotations as they are handed out: what the rules have left as no speech has its reason."""
    return tuple(
        attrs.evolve(each, reason=SCARE) if _is_unclaimed(layers, each) and _is_mention(layers, each) else each
        for each in layers.quotations
    )


def _is_left(layers: Findings, quotation: Quotation) -> bool:
    """Whether a quotation is speech that no rule attributed."""
    return _is_unclaimed(layers, quotation) and not _is_mention(layers, quotation)


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


def _is_lost(layers: Findings, quotation: Quotation, covered: Covered) -> bool:
    """Whether a quotation that a rule attributed stands in no quote, now that no words stand in two."""
    attributed = quotation.depth == 0 and quotation.reason is None and not _is_unclaimed(layers, quotation)
    return attributed and not covered.touch(quotation.span)


def _is_mention(layers: Layers, quotation: Quotation) -> bool:
    """Whether quoted words that nobody says only name something: amid a sentence, as the subject of one, as somebody's work."""
    return any(names(layers, quotation) for names in (is_fragment, is_subject, is_work, is_other_name))


def _is_unclaimed(layers: Findings, quotation: Quotation) -> bool:
    """Whether a quotation may be speech, and stands in nothing that a rule attributed."""
    if quotation.depth or quotation.reason is not None:
        return False
    return not any(layers.said.find(1, first, last + 1) >= 0 for first, last in layers.tokens_of(quotation))


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
        first = next(self._touching(content), None)
        if first is None or first[0].start > content.start or _has_word(text, first[0].end, content.end):
            return content.text
        inner = text[max(content.start, first[1].start) : min(content.end, first[1].end)]
        return inner if inner.strip() else content.text

    def _touching(self, content: Span) -> Iterator[tuple[Span, Span, bool]]:
        """The stretches that share a character with a content, in text order."""
        for index in range(bisect.bisect_right(self._ends, content.start), len(self._pieces)):
            if self._pieces[index][0].start >= content.end:
                return
            yield self._pieces[index]


def _has_word(text: str, start: int, end: int) -> bool:
    return start < end and (text[start].isalnum() or any(map(str.isalnum, text[start:end])))
