"""The noun phrases of a claim that it can be about: its subject, and what stands where there is none that says anything."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from newsclaims.claims.clause_classes import (
    ACTED_ON_START,
    CLAUSE_LEAD,
    DESCRIPTION_COMMA,
    DESCRIPTION_GOES_ON,
    SUBJECT_HEAD,
    SUBJECT_INSIDE,
    SUBJECT_PLAIN,
    SUBJECT_STOP,
    THERE_VERBS,
    VERB_LEAD,
    VERB_PHRASE,
    VERBS,
)
from newsclaims.claims.passage import FINITE, Passage
from newsclaims.claims.pieces import Piece
from newsclaims.grammar.walking import back_over
from newsclaims.grammar.word_classes import (
    ADVERB_OR_NOT,
    AND,
    AS,
    BE,
    BEFORE_NOUN_ONLY,
    COMMA,
    DESCRIBING,
    DETERMINER,
    ED_FORM,
    FRONTED_CLAUSE_OPENER,
    FRONTED_OPENER,
    NAME,
    NOUN,
    NUMBER,
    PARTICIPLES,
    PRONOUN,
    RELATIVE,
    RELATIVE_LEAD,
    THAT,
    VERB,
    phrase_pattern,
)

if TYPE_CHECKING:
    from newsclaims.grammar.mentions import Mention

Phrase = tuple[int, int]
"""The first and the last token of a noun phrase."""

LONGEST_OBJECT = 10
"""So many tokens at most make an object."""
PLAIN = frozenset(SUBJECT_PLAIN)
SUBJECT = frozenset(SUBJECT_INSIDE)
VERB_REACH = 10
"""So many tokens at most lead up to the verb of a clause, or from it to what it acts on."""
NAMING = f"{COMMA}[{ED_FORM}]?{AS}?[{DETERMINER}{DESCRIBING}{AND}]{{0,8}}{NAME}(?={COMMA})"
""", Ada Brenn," and ", the mayor Ada Brenn," and ", called Tide Two," after what has no name yet."""


def subject(passage: Passage, piece: Piece, start: int) -> Phrase | None:
    """The subject of the first clause from a token on; its first noun phrase where it has no verb; ``None`` where there is neither."""
    shape, mentions = passage.shape, passage.layers.mentions
    verb = passage.next_finite(start, piece.stop)
    if verb == start:
        return None if shape[verb - 1] == THAT and verb > piece.first else _shared(passage, piece, verb)
    if shape[start] == RELATIVE and start == piece.first:
        return _antecedent(passage, piece) or (start, start)
    if verb < piece.stop and (verb == start + 1 or PLAIN.issuperset(shape[start:verb])) and shape[verb - 1] in SUBJECT_HEAD:
        return start, verb - 1  # nothing to be told apart: "he", "the old dam"
    before = mentions.before(verb, start) if verb < piece.stop else None
    if before is not None and before.how == "relative":
        before = mentions.before(_antecedent_end(shape, before.first, start), start)
    found = phrase(passage, before, start)
    return found or phrase(passage, mentions.after(start, piece.stop), start)


def subject_from(passage: Passage, first: int, stop: int) -> Phrase | None:
    """The subject of a clause that begins at a token: "the dam" of "the dam will hold"."""
    shape, stop = passage.shape, min(stop, first + VERB_REACH)
    verb = passage.next_finite(first, stop)
    if verb in (first, stop):
        return None
    verb = back_over(shape, verb, first, VERB_LEAD)
    if verb == first or shape[verb - 1] in BEFORE_NOUN_ONLY or not SUBJECT.issuperset(shape[first:verb]):
        return None
    return phrase(passage, passage.layers.mentions.before(verb, first), first)


def _shared(passage: Passage, piece: Piece, verb: int) -> Phrase | None:
    """The subject of a piece that begins with its verb: it stands somewhere before it."""
    low, _ = passage.layers.sentence(piece.sentence)
    found = phrase(passage, passage.layers.mentions.before(verb, low), low) if verb > low else None
    return found or first_phrase(passage, low, piece.first)


def phrase(passage: Passage, mention: Mention | None, low: int) -> Phrase | None:
    """A mention from its noun phrase to what belongs to it, without relative clauses and appositions."""
    if mention is None or mention.head_first < low or mention.how == "relative":
        return None
    shape, last = passage.shape, mention.head
    while shape[last] in DESCRIPTION_COMMA and shape.startswith(DESCRIPTION_GOES_ON, last + 1):  # "no specific, credible threats"
        last += 1
    while last < min(mention.last, mention.head_first + LONGEST_OBJECT) and shape[last + 1] not in SUBJECT_STOP:
        last += 1
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


def acted_on(passage: Passage, first: int, stop: int) -> Phrase | None:
    """ "We have seen the plans": the plans. ``None`` for "I am from Orrel" and "I lost 300 crowns", which say something of who speaks."""
    shape, at, stop = passage.shape, first, min(stop, first + VERB_REACH)
    while at < stop and shape[at] in VERB_PHRASE:
        if shape[at] == BE and not shape.startswith(tuple(PARTICIPLES + ADVERB_OR_NOT), at + 1):
            return None
        if shape[at] == NOUN and shape[at - 1] not in VERBS:
            break
        at += 1
    if at >= stop or shape[at] not in ACTED_ON_START:
        return None
    return phrase(passage, passage.layers.mentions.after(at, stop), at)


def _antecedent(passage: Passage, piece: Piece) -> Phrase | None:
    """What the relative pronoun that a piece begins with goes back to: "The mayor, who leads the board,"."""
    low, _ = passage.layers.sentence(piece.sentence)
    stop = _antecedent_end(passage.shape, piece.first, low)
    while stop - 1 > low and passage.shape[stop - 1] == NUMBER and passage.shape[stop - 2] == COMMA:
        stop = _antecedent_end(passage.shape, stop - 1, low)  # "Ada Brenn, 34, who"
    return phrase(passage, passage.layers.mentions.before(stop, low), low) if stop > low else None


def what_is_there(passage: Passage, first: int, stop: int) -> Phrase | None:
    """ "There was no link": the link."""
    at = next((at for at in range(first, stop) if passage.shape[at] not in THERE_VERBS), stop)
    return phrase(passage, passage.layers.mentions.after(at, stop), at) if at < stop else None


def _says_something(codes: str) -> bool:
    return NOUN in codes or NAME in codes


@functools.cache
def _naming() -> re.Pattern[str]:
    return re.compile(NAMING)


def _with_name(shape: str, last: int) -> int:
    """Over the name in "another host, Ada Brenn, has" and "the plan, called Tide Two,": it says who or what that is."""
    found = _naming().match(shape, last + 1) if shape[last] != NAME else None
    return last if found is None else found.end() - 1


def _antecedent_end(shape: str, relative: int, low: int) -> int:
    """One past the last token before a relative pronoun and its comma."""
    return back_over(shape, relative, low, RELATIVE_LEAD)


def past_adverbial(passage: Passage, piece: Piece) -> int:
    """Past "In May," and "However," and "While it rained," and "You know," at the beginning."""
    shape, first, stop = passage.shape, piece.first, piece.stop
    if shape.startswith(PRONOUN + VERB + COMMA, first):
        first += 3
    if first < stop and shape[first] in FRONTED_OPENER:
        comma = shape.find(COMMA, first, stop - 2)
        if comma > 0 and (shape[first] in FRONTED_CLAUSE_OPENER or FINITE.isdisjoint(shape[first:comma])):
            return comma + 1
        while first + 1 < stop and shape[first] in CLAUSE_LEAD:
            first += 1
    return first if first < stop else piece.first
