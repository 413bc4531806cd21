"""Claim rules that cut: a sentence of two propositions gives two."""

from __future__ import annotations

import functools
import re

from newsclaims.claims.base import Verdict, claim_rule
from newsclaims.claims.clause_classes import ANTECEDENT, CUT_HEAD, CUT_START, CUT_SUBJECT, INNER_CLAUSE_OPENER, UNCUT
from newsclaims.claims.passage import FINITE, Passage
from newsclaims.claims.pieces import Piece
from newsclaims.grammar import word_classes
from newsclaims.grammar.word_classes import BASE, COLON, COMMA, NOUN, PREPOSITION, RELATIVE, SEMICOLON, SUBORDINATOR, THAT
from newsclaims.model import QuoteKind, Stance

LEAD = 4
"""Within so many tokens of a proposition stands what leads up to it ("the claim that")."""
SUBJECT = f"[{CUT_SUBJECT}]"
CLAUSE = f"(?=[{CUT_START}])(?={SUBJECT}{{0,10}}[{CUT_HEAD}]){SUBJECT}{{1,11}}[{word_classes.FINITE}]"
"""A subject, which has a noun or a pronoun in it, and its verb."""
SHORTEST_CLAUSE = 3
SUBORDINATING = frozenset(INNER_CLAUSE_OPENER)


@claim_rule("stance-frame")
def stance_frame(passage: Passage, piece: Piece) -> Verdict:
    """ "There is no evidence that P", "it is not true that P": the claim is P, left open or denied."""
    found = passage.frames.get(piece.sentence)
    if found is None or piece.stance is not Stance.AFFIRM:
        return None
    begin, stance = found
    if piece.first <= begin < piece.stop:
        return (piece.part(begin, piece.stop, "clause", stance),) if _has_finite(passage.shape, begin, piece.stop) else None
    return "it only leads up to what is denied or open" if begin - LEAD <= piece.stop <= begin else None


@claim_rule("denied-clause")
def denied_clause(passage: Passage, piece: Piece) -> Verdict:
    """ "Rejected the claim that P", "doubted whether P": the claim is P."""
    quote = passage.quote(piece)
    if quote is None or passage.stances.of_cue(quote.cue) is Stance.AFFIRM:
        return None
    opener = passage.shape.find(THAT, piece.first, piece.first + LEAD)
    if passage.lower[piece.first] in passage.stances.openers:
        opener = piece.first
    elif opener < 0 or NOUN not in passage.shape[piece.first : opener]:
        return None
    if not _has_finite(passage.shape, opener + 1, piece.stop):
        return None
    return (piece.part(opener + 1, piece.stop, "clause"),)


@claim_rule("semicolon")
def semicolon(passage: Passage, piece: Piece) -> Verdict:
    """Clauses parted by a semicolon are claims of their own."""
    if passage.shape.find(SEMICOLON, piece.first + 1, piece.stop - 1) < 0:
        return None
    cuts = [at for at in range(piece.first + 1, piece.stop - 1) if passage.shape[at] == SEMICOLON]
    return _cut(piece, cuts) if cuts and all(_is_clause(passage, *ends) for ends in _between(piece, cuts)) else None


@claim_rule("coordinate-clause")
def coordinate_clause(passage: Passage, piece: Piece) -> Verdict:
    """Two clauses joined by "and" or "but", each with subject and verb, are two claims."""
    cuts, last = [], piece.first
    for at in passage.joints(piece.first + 3, piece.stop - 2):
        if _opens_clause(passage.shape, at + 1, piece.stop) and _ends_clause(passage.shape, last, at):
            cuts.append(at)
            last = at
    return _cut(piece, cuts) if cuts else None


def _ends_clause(shape: str, first: int, stop: int) -> bool:
    """Whether a clause has its verb and no other clause has begun since: not in "wait as the board and the owners argue"."""
    verb = max(shape.rfind(letter, first, stop) for letter in FINITE)
    return verb >= first and SUBORDINATING.isdisjoint(shape[verb + 1 : stop])


@claim_rule("comma-splice")
def comma_splice(passage: Passage, piece: Piece) -> Verdict:
    """ "It was not lost, it was sold", "while one fell, others rose": clauses with subject and verb each, parted by a comma."""
    shape, last = passage.shape, piece.first
    if shape[last] in UNCUT or (comma := shape.find(COMMA, last + SHORTEST_CLAUSE, piece.stop - SHORTEST_CLAUSE)) < 0:
        return None
    cuts = []
    while comma > 0:
        ends = _has_finite(shape, last, comma) or shape[last] == BASE  # "Count the barns, they have lost 40 roofs"
        if ends and shape[comma + 1] != PREPOSITION and _opens_clause(shape, comma + 1, piece.stop):
            cuts.append(comma)
            last = comma
        comma = shape.find(COMMA, comma + 1, piece.stop - SHORTEST_CLAUSE)
    return _cut(piece, cuts) if cuts else None


@claim_rule("contrast")
def contrast(passage: Passage, piece: Piece) -> Verdict:
    """ "Prices rose while wages fell": what is only set against something is a claim beside it."""
    if passage.shape.find(SUBORDINATOR, piece.first + SHORTEST_CLAUSE, piece.stop - SHORTEST_CLAUSE) < 0:
        return None
    words = passage.lower[piece.first + SHORTEST_CLAUSE : piece.stop - SHORTEST_CLAUSE]
    contrasting = passage.language.words("contrasting_conjunctions")
    if contrasting.isdisjoint(words):
        return None
    at = piece.first + SHORTEST_CLAUSE + next(index for index, word in enumerate(words) if word in contrasting)
    if (
        passage.shape[at] != SUBORDINATOR
        or not _has_finite(passage.shape, piece.first, at)
        or not _opens_clause(passage.shape, at + 1, piece.stop)
    ):
        return None
    return _cut(piece, [at])


@claim_rule("colon")
def colon(passage: Passage, piece: Piece) -> Verdict:
    """ "One thing is sure: the mill closed": what stands after a colon is a claim of its own."""
    shape, lower = passage.shape, passage.lower
    at = shape.find(COLON, piece.first + 1, piece.stop - SHORTEST_CLAUSE)
    while at > 0 and lower[at - 1][-1].isdecimal() and lower[at + 1][0].isdecimal():  # "by 9:15 a.m."
        at = shape.find(COLON, at + 1, piece.stop - SHORTEST_CLAUSE)
    return _cut(piece, [at]) if at > 0 and _is_clause(passage, at + 1, piece.stop) else None


@claim_rule("relative-clause")
def relative_clause(passage: Passage, piece: Piece) -> Verdict:
    """ "X, which did that": the clause with the words it is about is a claim beside the one it stands in."""
    shape = passage.shape
    if piece.form == "relative clause":
        return None
    comma = shape.find(COMMA + RELATIVE, piece.first, piece.stop - 3)
    return _with_relative(passage, piece, comma + 1) if comma > piece.first else None


def _with_relative(passage: Passage, piece: Piece, at: int) -> Verdict:
    shape = passage.shape
    stop = shape.find(COMMA, at, piece.stop)
    stop = piece.stop if stop < 0 else stop
    begin = at - 1
    while begin > piece.first and shape[begin - 1] in ANTECEDENT:
        begin -= 1
    if begin == at - 1 or not _has_finite(shape, at + 1, stop):
        return None
    clause = piece.part(begin, stop, "relative clause")
    quote = passage.quote(piece)
    if quote is not None and quote.kind is QuoteKind.INDIRECT:
        clause = clause.own()  # what a report explains in passing is the reporter's
    if stop < piece.stop:
        return piece, clause
    if not _has_finite(shape, piece.first, at - 1):
        return (clause,)
    return (piece.part(piece.first, at - 1), clause)


def _between(piece: Piece, cuts: list[int]) -> list[tuple[int, int]]:
    edges = [piece.first - 1, *cuts, piece.stop]
    return [(edge + 1, edges[index + 1]) for index, edge in enumerate(edges[:-1])]


def _cut(piece: Piece, cuts: list[int]) -> tuple[Piece, ...]:
    return tuple(piece.part(first, stop, "clause") for first, stop in _between(piece, cuts) if first < stop)


def _is_clause(passage: Passage, first: int, stop: int) -> bool:
    return stop - first > 2 and _has_finite(passage.shape, first, stop)


def _has_finite(shape: str, first: int, stop: int) -> bool:
    return not FINITE.isdisjoint(shape[first:stop])


def _opens_clause(shape: str, at: int, stop: int) -> bool:
    """Whether a subject with its verb begins at a token."""
    return _clause().match(shape, at, stop - 1) is not None


@functools.cache
def _clause() -> re.Pattern[str]:
    return re.compile(CLAUSE)
