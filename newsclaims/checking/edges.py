"""The edges of a stretch: whether it stops short of what turns the sense of the source's sentence, and what does not count."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.checking.alignment import Anchor
from newsclaims.checking.differences import Difference
from newsclaims.checking.drafts import Stretch
from newsclaims.checking.passages import Passages
from newsclaims.checking.results import Change, CheckStatus, Fold, Sense
from newsclaims.checking.sense import SenseFinder
from newsclaims.checking.words import QUOTATION_MARKS, SENTENCE_ENDS, folded, is_word
from newsclaims.spans import Span

FARTHEST = 25
"""Tokens of the source's sentence that are read on after the last one quoted."""
NEAREST = 4
"""A condition or hedge that the quote stops short of begins within so many tokens."""
QUESTION = "?"


class Edges:
    """The edges of one stretch at its places in a source."""

    def __init__(self, stretch: Stretch, passages: Passages, sense: SenseFinder) -> None:
        self.stretch = stretch
        self.passages = passages
        self.words = passages.words
        self.sense = sense

    def judge(self, difference: Difference, *, first: bool, last: bool) -> None:
        """Adds what is found at the edges; ``first`` and ``last`` tell whether the quote begins and ends with this stretch."""
        if not difference.places:
            return
        if first and not self.stretch.fragment and 0 not in self.stretch.breaks:
            self._head(difference)
        self._question(difference)
        if last and not self.stretch.fragment and len(self.stretch.forms) not in self.stretch.breaks:
            self._tail(difference)

    def _head(self, difference: Difference) -> None:
        """A quote that begins like a sentence where the source has a negation, hedge or condition before it in the same one."""
        place = difference.places[0][0]
        forms = self.stretch.forms
        if not forms[0][:1].isupper() or (difference.changes and difference.changes[0].draft == self.stretch.span_of(0, 1)):
            return
        begin = self.passages.sentence_start(place, self.passages.unit(place))
        self._stops_short(difference, range(begin, place), self.sense.before(self.words.forms[begin:place]))

    def _tail(self, difference: Difference) -> None:
        """A quote that ends like a sentence where the source goes on with one."""
        stop = difference.places[-1][1]
        if not self.stretch.tail or stop >= len(self.words.forms) or self.words.forms[stop] in SENTENCE_ENDS:
            return
        end = self.passages.sentence_stop(stop, self.passages.unit(stop - 1), FARTHEST)
        self._stops_short(difference, range(stop, end), self.sense.after(self.words.forms[stop : min(end, stop + NEAREST)]))

    def _stops_short(self, difference: Difference, left_out: range, turned: tuple[Sense, ...]) -> None:
        if turned:
            span = Span.of(self.words.text, self.words.starts[left_out[0]], self.words.ends[left_out[-1]])
            difference.findings.add(CheckStatus.CUT)
            difference.changes.append(Change(span.text, "", span, None, turned))

    def _question(self, difference: Difference) -> None:
        """A question is no statement."""
        stop = difference.places[-1][1]
        asked = self.words.forms[stop : stop + 1] == (QUESTION,)
        asks = QUESTION in self.stretch.tail
        if (asks and not asked) or (asked and not asks and not self.stretch.fragment and self.stretch.tail):
            span = Span.of(self.words.text, self.words.starts[stop], self.words.ends[stop]) if asked else None
            difference.findings.add(CheckStatus.CHANGED)
            difference.changes.append(Change(QUESTION if asked else "", QUESTION if asks else "", span, None))

    # ------------------------------------------------------------------ what does not count

    def folds(self, chain: Sequence[Anchor], difference: Difference) -> tuple[Fold, ...]:
        """The differences that do not count, each sort once."""
        found: set[Fold] = set()
        for anchor in chain:
            found.update(self._folds_of(anchor))
        if difference.places:
            first, stop = difference.places[0][0], difference.places[-1][1]
            after = [form for form in self.words.forms[stop : stop + len(self.stretch.tail)] if not is_word(form)]
            before = [form for form in self.words.forms[max(0, first - len(self.stretch.head)) : first] if not is_word(form)]
            if list(self.stretch.tail) != after or list(self.stretch.head) != before:
                found.add(Fold.EDGE_PUNCTUATION)
        return tuple(fold for fold in Fold if fold in found)

    def _folds_of(self, anchor: Anchor) -> set[Fold]:
        found: set[Fold] = set()
        draft, source = self.stretch.words, self.words
        for step in range(anchor.size):
            at, place = self.stretch.kept[anchor.first + step], anchor.place + step
            one, other = draft.text[draft.starts[at] : draft.ends[at]], source.text[source.starts[place] : source.ends[place]]
            if one != other:
                found.add(Fold.MARK_SHAPES if folded(one) == folded(other) else Fold.FIRST_LETTER)
            if step:
                found.update(
                    _gap_folds(
                        _gap(draft.text, draft.ends[at - 1], draft.starts[at]),
                        _gap(source.text, source.ends[place - 1], source.starts[place]),
                    )
                )
        return found


def _gap(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands between two tokens: the marks, and the rest."""
    between = text[start:end]
    marks = "".join(char for char in between if char in QUOTATION_MARKS)
    return marks, between if not marks else "".join(char for char in between if char not in QUOTATION_MARKS)


def _gap_folds(one: tuple[str, str], other: tuple[str, str]) -> set[Fold]:
    found: set[Fold] = set()
    if one[0] != other[0]:
        found.add(Fold.MARK_SHAPES)
    if one[1] != other[1]:
        found.add(Fold.WHITE_SPACE)
    return found
