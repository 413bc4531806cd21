"""When a predicted quote is the same as an annotated one."""

from __future__ import annotations

import bisect
import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import attrs

from newsclaims.evaluation.gold import GoldArticle, GoldQuote
from newsclaims.model import Document, Quote
from newsclaims.spans import Span

SHARED = 0.5  # the least share of words two contents have in common, of all words in either (the Jaccard index)


class Words:
    """The words of a text, by number; spans become sets of these, so that marks and spaces do not count.

    >>> sorted(Words("“Rain,” she said.").ids([Span(0, 7, "“Rain,”")]))
    [0]
    """

    def __init__(self, text: str, discarded: Iterable[Span] = ()) -> None:
        self._starts = [found.start() for found in _word().finditer(text)]
        self._discarded: frozenset[int] = frozenset()
        self._discarded = self.ids(discarded)

    def ids(self, spans: Iterable[Span]) -> frozenset[int]:
        """The numbers of the words that begin inside the spans, but for those in discarded stretches."""
        found: set[int] = set()
        for span in spans:
            found.update(range(bisect.bisect_left(self._starts, span.start), bisect.bisect_left(self._starts, span.end)))
        return frozenset(found) - self._discarded


@attrs.frozen
class Verdict:
    """What became of one predicted quote: the annotated one it matches, if any, and whether its source is right."""

    index: int
    """In the document's ``quotes``."""
    quote: Quote
    gold: GoldQuote | None
    source_right: bool

    @property
    def right(self) -> bool:
        """Whether both what was said and who said it are right."""
        return self.gold is not None and self.source_right


@attrs.frozen
class Judgement:
    """All predicted quotes of an article with their verdicts, and all annotated ones with the verdict that found them.

    Quotes without a word, or with discarded words only, are in neither.
    """

    verdicts: tuple[Verdict, ...]
    gold: tuple[tuple[GoldQuote, Verdict | None], ...]


def judge(article: GoldArticle, document: Document) -> Judgement:
    """Holds the quotes of a document against the annotated ones of the same text.

    A quote matches an annotated one when their contents share at least half of the words in either; one matches
    one, the closest first. Its source is right when it shares a word with the annotated source, or when both have none.
    """
    words = Words(article.text, article.discarded)
    gold = [(quote, ids) for quote in article.quotes if (ids := words.ids(quote.contents))]
    found = [(index, quote, ids) for index, quote in enumerate(document.quotes) if (ids := words.ids(quote.contents))]
    match = paired([ids for *_, ids in found], [ids for _, ids in gold])
    verdicts = []
    for at, (index, quote, _) in enumerate(found):
        same = gold[match[at]][0] if at in match else None
        right = same is not None and touching(words.ids(source_of(quote)), words.ids(same.source))
        verdicts.append(Verdict(index, quote, same, right))
    found_by = {to: verdicts[at] for at, to in match.items()}
    return Judgement(tuple(verdicts), tuple((quote, found_by.get(at)) for at, (quote, _) in enumerate(gold)))


def paired(left: Sequence[frozenset[int]], right: Sequence[frozenset[int]]) -> dict[int, int]:
    """Which set on the left goes with which on the right: one with one, those with most in common first.

    >>> paired([frozenset({1, 2, 3})], [frozenset({1}), frozenset({2, 3})])
    {0: 1}
    """
    where: defaultdict[int, list[int]] = defaultdict(list)
    for to, ids in enumerate(right):
        for word in ids:
            where[word].append(to)
    common = Counter((at, to) for at, ids in enumerate(left) for word in ids for to in where.get(word, ()))
    shares = [(both / len(left[at] | right[to]), -abs(at - to), at, to) for (at, to), both in common.items()]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for share, _, at, to in sorted(shares, reverse=True):
        if share >= SHARED and at not in pairs and to not in taken:
            pairs[at] = to
            taken.add(to)
    return pairs


def touching(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two sources have a word in common, or neither has any."""
    return not one.isdisjoint(other) or (not one and not other)


def source_of(quote: Quote) -> tuple[Span, ...]:
    """The source as a tuple of none or one."""
    return () if quote.source is None else (quote.source,)


@functools.cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+(?:['’]\w+)*")  # the two classes share no character: nothing to backtrack into
