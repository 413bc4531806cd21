"""Phrases: a mention or a noun phrase as far as a claim can be about it, without relative clauses and appositions."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from newsclaims.claims.clause_classes import DESCRIPTION_COMMA, DESCRIPTION_GOES_ON, SUBJECT_STOP
from newsclaims.grammar.walking import until
from newsclaims.grammar.word_classes import (
    AND,
    AS,
    COMMA,
    DESCRIBING,
    DETERMINER,
    ED_FORM,
    NAME,
    NOUN,
    OF,
    PREPOSITION,
    TIME,
    phrase_pattern,
)

if TYPE_CHECKING:
    from newsclaims.claims.passage import Passage
    from newsclaims.grammar.mentions import Mention

Phrase = tuple[int, int]
"""The first and the last token of a noun phrase."""

NO_END = OF + PREPOSITION + AND
"""No phrase ends with these: "many | of (whom)"."""
LONGEST_OBJECT = 10
"""So many tokens at most make an object."""
NAMING = f"{COMMA}[{ED_FORM}]?{AS}?[{DETERMINER}{DESCRIBING}{AND}]{{0,8}}{NAME}(?={COMMA})"
""", Ada Brenn," and ", the mayor Ada Brenn," and ", called Tide Two," after what has no name yet."""


def phrase(passage: Passage, mention: Mention | None, low: int) -> Phrase | None:
    """A mention from its noun phrase to what belongs to it, without relative clauses and appositions."""
    if mention is None or mention.head_first < low or mention.how == "relative":
        return None
    shape, last = passage.shape, mention.head
    while shape[last] in DESCRIPTION_COMMA and shape.startswith(DESCRIPTION_GOES_ON, last + 1):  # "no specific, credible threats"
        last += 1
    stop = min(mention.last, mention.head_first + LONGEST_OBJECT) + 1
    last = max(last, until(shape, last + 1, stop, SUBJECT_STOP) - 1)
    if shape.startswith(OF + TIME, last):  # "the end of | March"
        last += 1
    while last > mention.head and shape[last] in NO_END:
        last -= 1
    return mention.head_first, _with_name(shape, last)


def first_phrase(passage: Passage, first: int, stop: int) -> Phrase | None:
    """The first noun phrase with a noun or a name in it."""
    match, at = phrase_pattern().match, first
    while at < stop:
        found = match(passage.shape, at, min(stop, at + LONGEST_OBJECT))
        if found is not None and _says_something(found.group()):
            return phrase(passage, passage.layers.mentions.after(at, stop), at)
        at = at + 1 if found is None else max(at + 1, found.end())
    return None


def last_phrase(passage: Passage, low: int, end: int) -> Phrase | None:
    """The noun phrase that ends before token ``end``."""
    match, shape = phrase_pattern().match, passage.shape
    for first in range(max(low, end - LONGEST_OBJECT), end):
        found = match(shape, first, end)
        if found is not None and found.end() == end and _says_something(found.group()):
            return first, end - 1
    return None


def _says_something(codes: str) -> bool:
    return NOUN in codes or NAME in codes


@functools.cache
def _naming() -> re.Pattern[str]:
    return re.compile(NAMING)


def _with_name(shape: str, last: int) -> int:
    """Over the name in "another host, Ada Brenn, has" and "the plan, called Tide Two,": it says who or what that is."""
    found = _naming().match(shape, last + 1) if shape[last] != NAME else None
    return last if found is None else found.end() - 1
