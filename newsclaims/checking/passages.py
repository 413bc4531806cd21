"""Who says what where in a source: for each token the quote it belongs to, and whether it stands in what was said."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator

from newsclaims.checking.owners import innermost, parents
from newsclaims.checking.words import SENTENCE_ENDS, Words
from newsclaims.model import Document, QuoteKind, Speaker
from newsclaims.spans import Span

LABEL_RULE = "speaker-label"
FEWEST_TURNS = 2
FARTHEST_CONTEXT = 400
"""Characters of a sentence that are shown before and after what was found in it."""
FARTHEST_TAG = 30
"""Tokens of a tag between two stretches of a quote."""
Unit = tuple[str, int, int]
"""What words belong together: a quote's words in marks, a reported clause, or a paragraph of the text's own."""


class Passages:
    """A source, token by token."""

    def __init__(self, document: Document, words: Words) -> None:
        self.document = document
        self.words = words
        tokens = list(zip(words.starts, words.ends, strict=True))
        self._owners = innermost(document.quotes, tokens)
        self._parents = parents(document.quotes)
        self._sentence_starts = [sentence.start for sentence in document.sentences]
        self._paragraph_starts, self._paragraphs = self._paragraph_bounds()
        self._contents = {
            index: [(content.start, content.end) for content in quote.contents] for index, quote in enumerate(document.quotes)
        }
        outermost = ((number, quotation) for number, quotation in enumerate(document.quotations) if not quotation.depth)
        self._marked = sorted((content.start, content.end, number) for number, quotation in outermost for content in quotation.contents)
        nested = [quotation for quotation in document.quotations if quotation.depth and quotation.contents]
        self._nested = {start for quotation in nested for start in (quotation.span.start, quotation.contents[0].start)}
        self._turns = self._labelled_turns()
        self._follows = self._followed()

    def _paragraph_bounds(self) -> tuple[list[int], list[int]]:
        starts: list[int] = []
        numbers: list[int] = []
        for sentence in self.document.sentences:
            if not numbers or numbers[-1] != sentence.paragraph:
                starts.append(sentence.start)
                numbers.append(sentence.paragraph)
        return starts, numbers

    def _labelled_turns(self) -> list[tuple[int, int]]:
        """Where the turns of a transcript begin, with their quotes: what has no label of its own belongs to the turn before."""
        turns = sorted((quote.contents[0].start, index) for index, quote in enumerate(self.document.quotes) if quote.rule == LABEL_RULE)
        return turns if len(turns) >= FEWEST_TURNS else []

    def _followed(self) -> dict[int, int]:
        """For each quote that goes on with one before it the first of these: “a,” she said. “b,” said in one paragraph by the same."""
        found: dict[int, int] = {}
        quotes = self.document.quotes
        order = sorted((quote.contents[0].start, index) for index, quote in enumerate(quotes) if self._is_whole(index))
        for (_, one), (start, other) in itertools.pairwise(order):
            before, after = quotes[one], quotes[other]
            gap = self.document.text[before.contents[-1].end : start]
            if before.speaker is not None and before.speaker == after.speaker and "\n" not in gap and len(gap.split()) <= FARTHEST_TAG:
                found[other] = found.get(one, one)
        return found

    def context(self, first: int, stop: int) -> Span:
        """The sentences around some tokens."""
        text, sentences = self.document.text, self.document.sentences
        start, end = self.words.starts[first], self.words.ends[stop - 1]
        one, other = self._sentence(start), self._sentence(end)
        low = min(start, sentences[one].start) if one >= 0 else start
        high = max(end, sentences[other].end) if other >= 0 else end
        return Span.of(text, max(low, start - FARTHEST_CONTEXT), min(high, end + FARTHEST_CONTEXT))

    def _sentence(self, place: int) -> int:
        return bisect.bisect_right(self._sentence_starts, place) - 1

    def owner(self, token: int) -> int | None:
        """The index of the innermost quote that a token belongs to."""
        found = self._owners[token]
        if found is None and self._turns:
            at = bisect.bisect_right(self._turns, (self.words.starts[token], len(self._owners))) - 1
            return self._turns[at][1] if at >= 0 else None
        return found

    def owner_of(self, first: int, stop: int) -> int | None:
        """The smallest quote that holds all of some tokens, else the one that the most of them belong to."""
        start, end = self.words.starts[first], self.words.ends[stop - 1]
        for index in dict.fromkeys((self.owner(first), self.owner(stop - 1))):
            around = index
            while around is not None:
                if any(low <= start and end <= high for low, high in self._contents[around]):
                    return around
                around = self._parents.get(around)
        owners = [owner for owner in map(self.owner, range(first, stop)) if owner is not None]
        return max(sorted(set(owners)), key=owners.count) if len(owners) * 2 > stop - first else None

    def layers(self, owner: int | None) -> Iterator[int | None]:
        """A quote, and those it stands in as long as it has no quotation marks of its own: whose words they are, too."""
        yield owner
        while owner is not None and not self._is_marked(owner) and self._is_whole(self._parents.get(owner, owner)):
            owner = self._parents.get(owner)
            if owner is not None:
                yield owner

    def _is_marked(self, owner: int) -> bool:
        """Whether a quote within another begins with quotation marks of its own."""
        return any(content[0] in self._nested for content in self._contents[owner])

    def speaker(self, owner: int | None) -> Speaker | None:
        """Who says a quote's words."""
        return None if owner is None else self.document.quotes[owner].speaker

    def kind(self, owner: int | None) -> QuoteKind | None:
        """How a quote's words are given."""
        return None if owner is None else self.document.quotes[owner].kind

    def paragraph(self, token: int) -> int:
        """The paragraph a token stands in."""
        at = bisect.bisect_right(self._paragraph_starts, self.words.starts[token]) - 1
        return self._paragraphs[at] if at >= 0 else -1

    def unit(self, token: int) -> Unit:
        """What a token belongs to. The stretches of a direct quote are one; each of a mixed quote is one of its own.

        Words quoted inside a direct quote belong to that.
        """
        owner = self.owner(token)
        if owner is None:
            return "text", self.paragraph(token), -1
        while owner in self._parents and self._is_whole(self._parents[owner]):
            owner = self._parents[owner]
        owner = self._follows.get(owner, owner)
        if self.kind(owner) is QuoteKind.MIXED:
            return "quote", owner, self._mark_at(token)
        return "quote", owner, -1

    def _is_whole(self, owner: int) -> bool:
        """Whether all of a quote is what somebody said: in quotation marks, or a turn of a transcript."""
        quote = self.document.quotes[owner]
        return quote.kind is QuoteKind.DIRECT or quote.rule == LABEL_RULE

    def _mark_at(self, token: int) -> int:
        start = self.words.starts[token]
        at = bisect.bisect_right(self._marked, (start, len(self.words.text) + 1)) - 1
        return self._marked[at][2] if at >= 0 and self._marked[at][1] > start else -1

    def said_in(self, owner: int, token: int) -> bool:
        """Whether a token stands in what a quote says, and not in the words that name who says it."""
        start = self.words.starts[token]
        if any(low <= start < high for low, high in self._contents[owner]):
            return True
        other = self.owner(token)
        return other is not None and self._follows.get(other, other) == self._follows.get(owner, owner)

    def before(self, token: int, unit: Unit, most: int) -> list[int]:
        """Up to so many tokens of the same words before a token, over the tag between two stretches of a quote."""
        return self._near(range(token - 1, max(-1, token - 1 - most - FARTHEST_TAG), -1), unit, most)[::-1]

    def after(self, token: int, unit: Unit, most: int) -> list[int]:
        """Up to so many tokens of the same words from a token on."""
        return self._near(range(token, min(len(self.words.forms), token + most + FARTHEST_TAG)), unit, most)

    def _near(self, tokens: range, unit: Unit, most: int) -> list[int]:
        found: list[int] = []
        for token in tokens:
            if len(found) == most:
                break
            if self.unit(token) == unit:
                found.append(token)
            elif unit[0] == "text":
                break
        return found

    def sentence_start(self, token: int, unit: Unit) -> int:
        """The first token of the sentence a token stands in, as far as that belongs to the same words."""
        while token > 0 and self.words.forms[token - 1] not in SENTENCE_ENDS and self.unit(token - 1) == unit:
            token -= 1
        return token

    def sentence_stop(self, token: int, unit: Unit, most: int) -> int:
        """The token after the last of a sentence from a token on, as far as that belongs to the same words, at most so many on."""
        stop = token
        limit = min(len(self.words.forms), token + most)
        while stop < limit and self.words.forms[stop] not in SENTENCE_ENDS and self.unit(stop) == unit:
            stop += 1
        return stop
