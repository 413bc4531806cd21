"""What the words of a stretch and those of a source differ in, once it is known which stand where."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Sequence

import attrs

from newsclaims.checking.alignment import Anchor
from newsclaims.checking.drafts import Break, Stretch
from newsclaims.checking.passages import Passages
from newsclaims.checking.results import Change, CheckStatus, Sense
from newsclaims.checking.sense import SenseFinder
from newsclaims.checking.words import SENTENCE_ENDS, Words, count, is_word, swapped
from newsclaims.spans import Span

LONGEST_GAP = 400
"""Tokens between two anchors that are compared one by one."""
MORE_TOKENS = 4
"""So many more tokens than those looked for are read before the first anchor and after the last."""
BRACKETED = 8
"""So many more words than stand in it an editor's bracket may take the place of."""
FARTHEST_SIGN = 60
"""So many tokens beyond an editor's sign the words after it are looked for, where they are few."""
FARTHEST_TURN = 150
"""Tokens that may lie between two answers of one speaker for an ellipsis to bridge them."""


@attrs.define
class Difference:
    """What is found of one stretch at one place of a source."""

    places: list[tuple[int, int]] = attrs.Factory(list)
    changes: list[Change] = attrs.Factory(list)
    findings: set[CheckStatus] = attrs.Factory(set)


class Differ:
    """Compares one stretch of a draft with the places of a source where its words stand."""

    def __init__(self, stretch: Stretch, passages: Passages, sense: SenseFinder) -> None:
        self.stretch = stretch
        self.forms = stretch.forms
        self.source: Words = passages.words
        self.passages = passages
        self.sense = sense
        self.out = Difference()

    def compare(self, chain: Sequence[Anchor]) -> Difference:
        """The differences along a chain of anchors."""
        self._head(chain[0])
        self._place(chain[0].place, chain[0].place_stop)
        for before, after in itertools.pairwise(chain):
            self.between(before, after)
            self._place(after.place, after.place_stop)
        self._tail(chain[-1])
        if self.stretch.breaks:
            self.out.findings.add(CheckStatus.ABRIDGED)
        return self.out

    def _place(self, first: int, stop: int) -> None:
        if self.out.places and self.out.places[-1][1] == first:
            self.out.places[-1] = (self.out.places[-1][0], stop)
        elif first < stop:
            self.out.places.append((first, stop))

    # ------------------------------------------------------------------ before, between and after the anchors

    def _head(self, anchor: Anchor) -> None:
        if not anchor.first:
            return
        unit = self.passages.unit(anchor.place)
        sign = max((at for at in range(1, anchor.first + 1) if at in self.stretch.breaks), default=0)
        if sign:
            self._beyond(self.passages.before(anchor.place, unit, anchor.first + FARTHEST_SIGN), range(sign, anchor.first), sign, head=True)
        else:
            self._compared(self.passages.before(anchor.place, unit, anchor.first + MORE_TOKENS), range(anchor.first), open_head=True)

    def _tail(self, anchor: Anchor) -> None:
        rest = range(anchor.stop, len(self.forms))
        if not rest:
            return
        unit = self.passages.unit(anchor.place_stop - 1)
        sign = min((at for at in range(anchor.stop, len(self.forms)) if at in self.stretch.breaks), default=-1)
        if sign >= 0:
            self._beyond(
                self.passages.after(anchor.place_stop, unit, len(rest) + FARTHEST_SIGN), range(anchor.stop, sign), sign, head=False
            )
        else:
            self._compared(self.passages.after(anchor.place_stop, unit, len(rest) + MORE_TOKENS), rest, open_tail=True)

    def _beyond(self, held: Sequence[int], near: range, sign: int, *, head: bool) -> None:
        """A few words beyond an editor's sign, before the first anchor or after the last: they have to stand there in one piece."""
        far = range(near.start) if head else range(near.stop, len(self.forms))
        if near:
            window = held[-len(near) - 1 :] if head else held[: len(near) + 1]
            used = self._compared(window, near, open_head=head, open_tail=not head)
            held = held[: len(held) - len(window) + used] if head else held[used:]
        old, new = self._alike(held, far)
        at = next((at for at in range(len(old) - len(new), -1, -1) if old[at : at + len(new)] == new), -1) if head else -1
        if not head:
            at = next((at for at in range(len(old) - len(new) + 1) if old[at : at + len(new)] == new), -1)
        if at < 0:
            self._note((), far)
            return
        for token in held[at : at + len(new)]:
            self._place(token, token + 1)
        between = held[at + len(new) :] if head else held[:at]
        self._omitted(between, self.stretch.breaks[sign], held[at + len(new) - 1] + 1 if head else near.stop)

    def between(self, before: Anchor, after: Anchor) -> None:
        """Notes what lies between two anchors: words left out or put in, or another place."""
        wanted = range(before.stop, after.first)
        sign = next((self.stretch.breaks[at] for at in range(before.stop, after.first + 1) if at in self.stretch.breaks), None)
        same = self._same_words(before, after)
        if after.place < before.place_stop or not (same or self._bridged(before, after, sign)):
            self.out.findings.add(CheckStatus.JOINED)
            self._compared(range(0), self._words(wanted))
            return
        gap = [at for at in range(before.place_stop, after.place) if self._is_said(at, before, same=same)]
        self._filled(self._without_edges(gap, before, after), wanted, before, after, sign)

    def _filled(self, gap: list[int], wanted: range, before: Anchor, after: Anchor, sign: Break | None) -> None:
        """Notes what the source has between two places of the same words, where the draft has some others or none."""
        if sign is None and self._skips_sentences(gap, before, after):
            self._skipped([at for at in gap if is_word(self.source.forms[at])])
        elif sign is None:
            crossing = not gap and after.place > before.place_stop
            self._compared(gap, self._words(wanted) if crossing else wanted)
        else:
            self._signed(gap, before, after, sign)

    def _words(self, tokens: range) -> list[int]:
        """The tokens of the stretch that are words."""
        return [at for at in tokens if is_word(self.forms[at])]

    def _skipped(self, words: Sequence[int]) -> None:
        """Notes sentences of the source between two that the draft has one after the other."""
        self.out.findings.add(CheckStatus.JOINED)
        span = Span.of(self.source.text, self.source.starts[words[0]], self.source.ends[words[-1]])
        self.out.changes.append(Change(span.text, "", span, None, self.sense.turned([self.source.forms[at] for at in words], ())))

    def _skips_sentences(self, gap: Sequence[int], before: Anchor, after: Anchor) -> bool:
        """Whether whole sentences lie between two that the draft has one after the other: these are pieces of two places."""
        between, around = self.forms[before.stop : after.first], self.forms[before.stop - 1 : after.first + 1]
        if not gap or count(between) or SENTENCE_ENDS.isdisjoint(around):
            return False
        forms = [self.source.forms[at] for at in gap]
        crossing = len(gap) < after.place - before.place_stop
        ended = (
            self.source.forms[before.place_stop - 1] in SENTENCE_ENDS or forms[0] in SENTENCE_ENDS or (crossing and not is_word(forms[0]))
        )
        return ended and count(forms) > 0 and not SENTENCE_ENDS.isdisjoint((forms[-1], self.source.forms[after.place]))

    def _same_words(self, before: Anchor, after: Anchor) -> bool:
        """Whether two places belong to the same words: of one quote, of one paragraph, or one follows the other without a gap."""
        one, other = self.passages.unit(before.place_stop - 1), self.passages.unit(after.place)
        return one == other or (one[0] == other[0] == "text" and before.place_stop == after.place)

    def _bridged(self, before: Anchor, after: Anchor, sign: Break | None) -> bool:
        """Whether an ellipsis leads on in what the same speaker goes on to say."""
        if sign is None or sign.kind != "ellipsis" or not 0 <= after.place - before.place_stop <= FARTHEST_TURN:
            return False
        owners = {self.passages.owner(at) for at in range(before.place_stop - 1, after.place + 1)} - {None}
        speakers = [self.passages.speaker(owner) for owner in owners]
        return not owners or all(speaker is not None and speaker == speakers[0] for speaker in speakers)

    def _is_said(self, token: int, before: Anchor, *, same: bool) -> bool:
        """Whether a token between two places was left out, and is not what the source says of who speaks."""
        owner = self.passages.owner(before.place_stop - 1)
        if owner is None:
            return True
        if same:
            return self.passages.said_in(owner, token)
        return self.passages.owner(token) is not None

    def _without_edges(self, gap: list[int], before: Anchor, after: Anchor) -> list[int]:
        """Without the punctuation at the edges of the source's own pieces: the comma of “a,” he said, “b”."""
        words = [at for at in gap if is_word(self.source.forms[at])]
        crossing = len(gap) < after.place - before.place_stop
        return gap if words or not crossing else []

    def _signed(self, gap: list[int], before: Anchor, after: Anchor, sign: Break) -> None:
        """Words left out with a sign: those next to it have to stand in the source, the others may go."""
        places = [at for at in range(before.stop, after.first + 1) if at in self.stretch.breaks]
        left, right = range(before.stop, places[0]), range(places[-1], after.first)
        middle = range(places[0], places[-1])
        head, tail = min(len(gap), len(left) + 1 if left else 0), min(len(gap), len(right) + 1 if right else 0)
        head, tail = min(head, len(gap)), min(tail, max(0, len(gap) - head))
        used_head = self._compared(gap[:head], left, open_tail=True) if left else 0
        self._compared((), middle)
        first_tail = len(gap) - tail
        skipped = self._compared(gap[first_tail:], right, open_head=True) if right else 0
        self._omitted(gap[used_head : len(gap) if not right else first_tail + skipped], sign, before.place_stop)

    def _omitted(self, gap: Sequence[int], sign: Break, stop: int) -> None:
        """Judges what a sign stands for: an ellipsis or bracket that takes a negation away is a cut."""
        forms = [self.source.forms[at] for at in gap]
        ends = [at for at, form in enumerate(forms) if form in SENTENCE_ENDS]
        if sign.kind == "bracket" and (ends or count(forms) > len(sign.words) + BRACKETED):
            self._left_out(gap)
            return
        near = forms if not ends else [*forms[: ends[0]], *forms[ends[-1] + 1 :]]
        if ends and self.source.forms[stop - 1] in SENTENCE_ENDS:
            near = forms[ends[-1] + 1 :]
        turned = self.sense.turned(near, sign.words)
        if turned:
            self._left_out(gap, turned, sign.words)

    def _left_out(self, gap: Sequence[int], turned: tuple[Sense, ...] | None = None, words: Sequence[str] = ()) -> None:
        """Words gone that should not be."""
        if not gap:
            if turned:  # a bracket that brings a negation
                self.out.findings.add(CheckStatus.CHANGED)
                self.out.changes.append(Change("", " ".join(words), None, None, turned))
            return
        self.out.findings.add(CheckStatus.CUT if not words else CheckStatus.CHANGED)
        span = Span.of(self.source.text, self.source.starts[gap[0]], self.source.ends[gap[-1]])
        sense = self.sense.turned([self.source.forms[at] for at in gap], words) if turned is None else turned
        self.out.changes.append(Change(span.text, " ".join(words), span, None, sense))

    # ------------------------------------------------------------------ word by word

    def _compared(self, held: Sequence[int], wanted: Sequence[int], *, open_head: bool = False, open_tail: bool = False) -> int:
        """Notes what tokens of the source (``held``) and of the stretch (``wanted``) differ in.

        With an open head (or tail) the tokens of the source are some that stand before (or after), of which it is not known whether they
        belong to it. Gives how many of these there are at the open end: before the first in common, or up to the last.
        """
        if not held and not wanted:
            return 0
        if len(held) > LONGEST_GAP or len(wanted) > LONGEST_GAP:
            self._note(held, wanted)
            return len(held)
        old, new = self._alike(held, wanted)
        steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if open_head or open_tail:
            return self._open(held, wanted, steps, head=open_head)
        for kind, first, stop, into, end in steps:
            if kind != "equal":
                self._note(held[first:stop], wanted[into:end])
        return 0

    def _alike(self, held: Sequence[int], wanted: Sequence[int]) -> tuple[list[str], list[str]]:
        """The tokens of both sides; a first letter that may have either case has that of the source."""
        old = [self.source.forms[at] for at in held]
        free = {at for at in wanted if at in self.stretch.free and swapped(self.forms[at]) in old}
        return old, [swapped(self.forms[at]) if at in free else self.forms[at] for at in wanted]

    def _open(self, held: Sequence[int], wanted: Sequence[int], steps: Sequence[tuple[str, int, int, int, int]], *, head: bool) -> int:
        """The same at an open end: what the source has beyond the words in common is no difference."""
        outer = steps[0] if head else steps[-1]
        edge = outer[2] if head else outer[1]
        for kind, first, stop, into, end in steps:
            if kind == "equal":
                for token in held[first:stop]:
                    self._place(token, token + 1)
                continue
            if (kind, first, stop, into, end) != outer:
                self._note(held[first:stop], wanted[into:end])
            elif end > into:
                facing = self._facing(held[first:stop], end - into, head=head)
                edge = (stop - len(facing)) if head else first + len(facing)
                self._note(facing, wanted[into:end])
            elif head:
                edge = stop
        return edge

    def _facing(self, held: Sequence[int], size: int, *, head: bool) -> Sequence[int]:
        """Of the tokens at an open end those that words of the draft stand in the place of: as many, of the same sentence."""
        near = held[-size:] if head else held[:size]
        cut = [at for at, token in enumerate(near) if self.source.forms[token] in SENTENCE_ENDS]
        if not cut:
            return near
        return near[cut[-1] + 1 :] if head else near[: cut[0]]

    def _note(self, held: Sequence[int], wanted: Sequence[int]) -> None:
        """A difference, and what it is: words left out, or other words or marks."""
        old, new = [self.source.forms[at] for at in held], [self.forms[at] for at in wanted]
        if not old and not new:
            return
        left_out = count(old) > 0 and not count(new)
        self.out.findings.add(CheckStatus.CUT if left_out else CheckStatus.CHANGED)
        source = Span.of(self.source.text, self.source.starts[held[0]], self.source.ends[held[-1]]) if held else None
        draft = self.stretch.span_of(wanted[0], wanted[-1] + 1) if wanted else None
        before, after = "" if source is None else source.text, "" if draft is None else draft.text
        self.out.changes.append(Change(before, after, source, draft, self.sense.turned(old, new)))
