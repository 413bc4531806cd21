"""Stretches: some words of one sentence and one speaker with the places where claims may begin and end, and the spans between them."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from newsclaims.claims.clauses import opens_clause
from newsclaims.claims.joints import Joint, find_joints
from newsclaims.grammar.walking import back_over, past
from newsclaims.grammar.word_classes import (
    BASE,
    BREAK,
    CLOSE_BRACKET,
    CLOSE_QUOTE,
    COLON,
    COMMA,
    DESCRIBING,
    DETERMINERS,
    FINITE,
    IF,
    JOINT,
    NOUN_PHRASE_START,
    NUMBER,
    OF,
    OPEN_BRACKET,
    OPEN_QUOTE,
    PARTICIPLES,
    PIECE_TAIL,
    THAT,
    TO,
)

if TYPE_CHECKING:
    from newsclaims.claims.passage import Passage

SHORTEST = 2
"""Fewer tokens are no claim."""
MOST_ENDS = 14
"""So many ends are tried for each beginning, besides that of the stretch: of annotated claims one in some hundreds has more joints."""
MOST_SPANS, FEWEST_ENDS = 350, 3
"""A stretch of more beginnings than any sentence has, a list or table, has fewer ends tried for each: so many spans are weighed of it."""
EDGES = PIECE_TAIL + CLOSE_BRACKET
"""Marks and joining words at the edges of a span, which belong to none."""
AFTER_CUE = EDGES + THAT
"""What stands between a cue and the clause it reports."""
PAIRS = ((OPEN_QUOTE, CLOSE_QUOTE), (OPEN_BRACKET, CLOSE_BRACKET))  # what opens in a claim closes in it
MARKED = re.compile(f"[{OPEN_QUOTE}{CLOSE_QUOTE}(]")
DANGLING = DETERMINERS + OF + TO + THAT
"""What no claim ends with: "of", "that", "the"."""
LISTED = DESCRIBING + NUMBER  # what the parts of a list end with: "cranes, barges and lorries"
IN_FIGURES = COLON + COMMA  # what stands between two figures that belong together: "at 4:30 a.m.", "May 20, 2017"
PHRASE = "+ phrase"
JOINING = re.compile(f"[{JOINT}]")
MARK = re.compile(f"[{re.escape(BREAK + COLON + OPEN_BRACKET + CLOSE_BRACKET)}]")
SENTENCE, TELLING, VOICE = "sentence edge", "telling", "another voice"
CUE = "cue"


class Stretch:
    """Tokens ``first`` up to ``stop`` of a sentence, said by the source of quote ``owner``.

    ``left[start]`` and ``right[end]`` name the joint at which a claim may begin and end, ``inner`` holds where each joint stands with its
    name, ``verbs`` the finite verbs. ``opens`` tells what begins behind a joint, as far as it has been read.
    """

    __slots__ = ("first", "inner", "left", "marks", "opens", "owner", "passage", "right", "sentence", "stop", "verbs")

    def __init__(self, passage: Passage, sentence: int, first: int, stop: int, owner: int) -> None:
        self.passage = passage
        self.sentence = sentence
        self.first = first
        self.stop = stop
        self.owner = owner
        shape = passage.shape
        low, high = passage.layers.sentence(sentence)
        self.left = {first: self._beyond(range(first - 1, low - 1, -1))}
        self.right = {stop: self._beyond(range(stop, high))}
        self.inner: list[tuple[int, str]] = []
        self.opens: dict[int, str] = {}
        self.marks = MARKED.search(shape, first, stop) is not None
        self.verbs = [at for at in range(first, stop) if shape[at] in FINITE]
        condition = shape[first] == IF
        for joint in find_joints(passage, first, stop):
            self.inner.append((joint.at, joint.kind))
            self.opens[joint.starts[-1]] = joint.opens
            if condition and shape[joint.at] == COMMA:  # "if the dam breaks, the mill is lost": neither is said to be so
                condition = False
            else:
                self._cut_at(joint)
        for cue in passage.layers.cues_between(first, stop):
            at = past(shape, cue.last + 1, stop, AFTER_CUE)
            if at < stop and opens_clause(shape, at, stop):
                self.left.setdefault(at, CUE)

    def _cut_at(self, joint: Joint) -> None:
        """A claim may end before a joint and begin after it."""
        shape, first, stop = self.passage.shape, self.first, self.stop
        if shape[joint.at] in IN_FIGURES and shape[joint.at - 1] == NUMBER == shape[joint.at + 1]:
            return
        end = back_over(shape, joint.at, first, EDGES)
        if end > first and shape[end - 1] not in DANGLING and not self._lists(end, joint):
            self.right.setdefault(end, joint.kind)
        for start in joint.starts:
            if start < stop and shape[start] != OF:  # "because | of the storm"
                self.left.setdefault(start, joint.kind)

    def _lists(self, end: int, joint: Joint) -> bool:
        """Whether a joint only parts nouns: "cranes, barges | and lorries"."""
        shape, at = self.passage.shape, joint.starts[-1]
        if shape[end - 1] not in LISTED or not joint.kind.endswith(PHRASE) or not JOINING.search(shape, joint.at, at):
            return False
        verb = next((verb for verb in self.verbs if verb >= at), self.stop)
        mark = MARK.search(shape, at, self.stop)
        return verb > (self.stop - 1 if mark is None else mark.start())

    def _beyond(self, tokens: range) -> str:
        """What stands beside the stretch: the edge of the sentence, words of telling, another voice; with the joining word between."""
        passage = self.passage
        joining = ""
        for at in tokens:
            code = passage.shape[at]
            if passage.telling[at]:
                return f"{TELLING}{joining}"
            if code in JOINT:
                joining = f" {passage.lower[at]}"
            elif code == THAT:
                joining = " that"
            elif code not in EDGES:
                return f"{VOICE}{joining}"
        return f"{SENTENCE}{joining}"

    def _apposes(self, start: int, verb: int) -> bool:
        """Whether what begins at a token only says who the subject before it is: "its owner, | the banker Ada Brenn, has lost"."""
        shape = self.passage.shape
        beside = start > self.first and verb < self.stop and shape[start - 1] == COMMA == shape[verb - 1]
        return beside and shape[start] in NOUN_PHRASE_START and shape.count(COMMA, start, verb) == 1

    def _is_balanced(self, start: int, end: int) -> bool:
        """Whether every quotation mark and bracket that opens in a span closes in it, and the other way round."""
        count = self.passage.shape.count
        return all(count(opening, start, end) == count(closing, start, end) for opening, closing in PAIRS)

    def spans(self) -> list[tuple[int, int]]:
        """First token and one past the last of what may be a claim, in order: all between two joints that have a verb."""
        ends, shape = sorted(self.right), self.passage.shape
        most = max(FEWEST_ENDS, min(MOST_ENDS, MOST_SPANS // len(self.left)))
        found: list[tuple[int, int]] = []
        for start in sorted(self.left):
            if shape[start] != BASE or self.stop - start == 1:  # no order: "Count the barns"
                found += self._from(start, ends, most)
        return found

    def _from(self, start: int, ends: list[int], most: int) -> list[tuple[int, int]]:
        """The spans that begin at a token, in order: up to so many of the next ends, and that of the stretch, of a list only once."""
        verbs, whole = self.verbs, (self.first, self.stop)
        verb = start
        if self.passage.shape[start] not in PARTICIPLES:
            at = bisect.bisect_left(verbs, start)
            verb = verbs[at] if at < len(verbs) else self.stop
        if self._apposes(start, verb):
            return []
        low = bisect.bisect_left(ends, start + SHORTEST)
        able = [(start, end) for end in ends[low : low + most] if verb < end]
        if self.marks:
            able = [span for span in able if span == whole or self._is_balanced(*span)]
        if self._goes_to_the_end(start, able, most if low + most < len(ends) else None):
            able.append((start, self.stop))
        return able

    def _goes_to_the_end(self, start: int, able: list[tuple[int, int]], cut: int | None) -> bool:
        """Whether the span up to the end of the stretch is tried too, where only so many ends were, and as a whole without a verb."""
        if cut is not None:
            return cut == MOST_ENDS or start == self.first
        return start == self.first and (not able or able[-1][1] != self.stop) and self.stop - start >= SHORTEST
