"""Joints: the places in a stretch of words where a claim may begin or end.

People who mark claims cut at about half of the joints of any kind, so a joint is no cut: it is a place where one is weighed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newsclaims.claims.clause_classes import OPENING, PARTING, RELATIVE_OR_WH, THAT_OR_SUBORDINATOR
from newsclaims.claims.clauses import opens_clause
from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import (
    ADVERB_OR_NOT,
    AS,
    CLOSE_BRACKET,
    CLOSE_QUOTE,
    COLON,
    COMMA,
    DASH,
    FINITE,
    IF,
    JOINT,
    OPEN_BRACKET,
    OPEN_QUOTE,
    OTHER_MARK,
    PARTICIPLES,
    PREPOSITION,
    RELATIVE,
    SEMICOLON,
    SUBORDINATOR,
    THAT,
    TO,
    WH,
)

if TYPE_CHECKING:
    from newsclaims.claims.passage import Passage

MARKS = {
    COMMA: "comma", SEMICOLON: "semicolon", COLON: "colon", DASH: "dash", OPEN_BRACKET: "bracket", CLOSE_BRACKET: "bracket",
    OTHER_MARK: "mark", OPEN_QUOTE: "quote", CLOSE_QUOTE: "quote",
}  # fmt: skip
"""Marks that part words, and what each is called."""
CALLED = {
    RELATIVE: "relative", WH: "question word", THAT: "that", SUBORDINATOR: "conjunction", IF: "if", AS: "as", PREPOSITION: "preposition",
}  # fmt: skip
"""Classes of words that open something, and what each is called where the word has no name of its own."""
MOST_WORDS = 3
"""So many marks and words at most name a joint."""
SIGNS = re.compile(f"[{re.escape(OPENING + JOINT + PARTING)}]")
NOTHING = "nothing"


class Joint(NamedTuple):
    """A place: a claim may end before token ``at`` or begin at one of ``starts``; ``kind`` names what stands there ("comma and + clause").

    ``opens`` is what begins at the last of ``starts``, as :func:`opened` tells it.
    """

    at: int
    starts: tuple[int, ...]
    kind: str
    opens: str


_new = tuple.__new__  # a third of the time that the class takes


def find_joints(passage: Passage, first: int, stop: int) -> Iterator[Joint]:
    """The joints after token ``first``, in order."""
    shape, lower, named = passage.shape, passage.lower, passage.joint_words
    found = SIGNS.search(shape, first + 1, stop)
    while found is not None:
        at = after = found.start()
        words: list[str] = []
        while after < stop and (shape[after] in PARTING or shape[after] in JOINT):
            words.append(MARKS.get(shape[after]) or lower[after])
            after += 1
        starts: tuple[int, ...] = (after,)
        if after < stop and shape[after] in OPENING:
            words.append(lower[after] if lower[after] in named else CALLED[shape[after]])
            if shape[after] in THAT_OR_SUBORDINATOR:
                starts = (after + 1,)
            elif shape[after] == PREPOSITION and opens_clause(shape, after + 1, stop):
                starts = (after, after + 1)
            elif at == after and shape[after] == PREPOSITION:  # "in May"
                found = SIGNS.search(shape, at + 1, stop)
                continue
        opens = opened(shape, starts[-1], stop)
        yield _new(Joint, (at, starts, f"{' '.join(words[-MOST_WORDS:])} + {opens}", opens))
        found = SIGNS.search(shape, max(starts[-1], at + 1), stop)


def opened(shape: str, at: int, stop: int) -> str:
    """What begins at a token: "clause", "verb" without its subject, "relative", "participle", "to" or another "phrase"."""
    at = past(shape, at, stop, ADVERB_OR_NOT)
    if at >= stop:
        return NOTHING
    code = shape[at]
    if code in FINITE:
        return "verb"
    if code in RELATIVE_OR_WH:
        return "relative"
    if code in PARTICIPLES:
        return "participle"
    if code == TO:
        return "to"
    return "clause" if opens_clause(shape, at, stop) else "phrase"
