"""Claim rules that cut, whatever the weights say: where one clause denies or leaves open the next, and at semicolons."""

from __future__ import annotations

from newsclaims.claims.base import Verdict, claim_rule
from newsclaims.claims.passage import Passage
from newsclaims.claims.pieces import OWN, Piece
from newsclaims.claims.stretches import SHORTEST
from newsclaims.grammar.walking import has_finite, past
from newsclaims.grammar.word_classes import ADVERB, BE, BUT, ING, NOUN, OF, SEMICOLON, THAT, WHETHER_OR_THAT
from newsclaims.model import Stance

LEAD_REACH = 4
"""Within so many tokens of a proposition stands what leads up to it ("the claim that")."""


@claim_rule("stance-frame")
def stance_frame(passage: Passage, piece: Piece) -> Verdict:
    """ "There is no evidence that P", "it is not true that P": the claim is P, left open or denied."""
    found = passage.frames.get(piece.sentence)
    if found is None or piece.stance is not Stance.AFFIRM:
        return None
    begin, stance = found
    if piece.first <= begin < piece.stop:
        told = has_finite(passage.shape, begin, piece.stop) or passage.shape[begin - 1] in WHETHER_OR_THAT or _of_a_charge(passage, begin)
        part = piece.part(begin, piece.stop, "clause", stance)
        quote = passage.quote(piece)
        if (
            quote is not None
            and quote.cue is not None
            and quote.cue.category != "deny"
            and not quote.cue.negated
            and not has_finite(passage.shape, piece.first, begin)
        ):
            part = passage.outward(part)  # "a blog repeated the false story that P": the article denies it, or who says so
        return (part,) if told else None
    return "it only leads up to what is denied or open" if begin - LEAD_REACH <= piece.stop <= begin else None


def _of_a_charge(passage: Passage, at: int) -> bool:
    """Whether "of" stands before a token and a charge begins there: "no proof of any wrongdoing"."""
    if passage.shape[at - 1] != OF:
        return False
    _, stop = passage.layers.sentence(passage.layers.tokens.sentence_at(at))
    phrase = passage.layers.mentions.after(at, stop)
    return phrase is not None and passage.lower[phrase.head] in passage.stances.denied_nouns


@claim_rule("verdict")
def verdict(passage: Passage, piece: Piece) -> Verdict:
    """ "The claim that P is false": the claim is P, and it is denied."""
    quote = passage.quote(piece)
    if quote is None or quote.source is not None or piece.stance is not Stance.AFFIRM:
        return None
    _, stop = passage.layers.sentence(piece.sentence)
    found = passage.stances.verdict(passage.lower, passage.shape, piece.stop, stop)
    return None if found is None else (piece.part(piece.first, piece.stop, "clause", found),)


@claim_rule("but-not-so")
def but_not_so(passage: Passage, piece: Piece) -> Verdict:
    """ "Many thought that P, but that was not the case": the article denies P."""
    if piece.stance is not Stance.AFFIRM:
        return None
    _, stop = passage.layers.sentence(piece.sentence)
    but = passage.shape.find(BUT, piece.first + 1, stop)
    taken_up = passage.language.words("proposition_pronouns")
    if but < 0 or but > piece.stop + 1 or but + 1 == stop or passage.lower[but + 1] not in taken_up:
        return None
    found = passage.stances.verdict(passage.lower, passage.shape, but + 2, stop)
    if found is None or not has_finite(passage.shape, piece.first, but):
        return None
    return (piece.part(piece.first, min(piece.stop, but), "clause", found).own(),)


@claim_rule("denied-clause")
def denied_clause(passage: Passage, piece: Piece) -> Verdict:
    """ "Rejected the claim that P", "doubted whether P": the claim is P. "No document shows that P": the article leaves P open."""
    if piece.owner == OWN or passage.held[piece.owner] is Stance.AFFIRM or piece.stance is not Stance.AFFIRM:
        return None
    if passage.open[piece.owner]:
        return (piece.part(piece.first, piece.stop, "clause", Stance.QUESTION).own(),)
    if passage.shape[past(passage.shape, piece.first, piece.stop, ADVERB)] == ING:
        return _deed(passage, piece)
    opener = passage.shape.find(THAT, piece.first, piece.first + LEAD_REACH)
    if passage.lower[piece.first] in passage.stances.openers:
        opener = piece.first
    elif opener < 0 or NOUN not in passage.shape[piece.first : opener]:
        return None
    if not has_finite(passage.shape, opener + 1, piece.stop):
        return None
    return (piece.part(opener + 1, piece.stop, "clause"),)


def _deed(passage: Passage, piece: Piece) -> Verdict:
    """ "Denied ever taking bribes since being named": what is denied is said before "since", which tells when it was denied."""
    shape = passage.shape
    dating = passage.stances.dating
    for at in range(piece.first + SHORTEST, piece.stop - 1):
        if passage.lower[at] in dating and shape[at + 1] in BE + ING:
            return (piece.part(piece.first, at, "clause"),)
    return None


@claim_rule("semicolon")
def semicolon(passage: Passage, piece: Piece) -> Verdict:
    """Clauses parted by a semicolon are claims of their own."""
    if passage.shape.find(SEMICOLON, piece.first + 1, piece.stop - 1) < 0:
        return None
    cuts = [at for at in range(piece.first + 1, piece.stop - 1) if passage.shape[at] == SEMICOLON]
    return _cut(piece, cuts) if cuts and all(_is_clause(passage, *ends) for ends in _between(piece, cuts)) else None


def _between(piece: Piece, cuts: list[int]) -> list[tuple[int, int]]:
    edges = [piece.first - 1, *cuts, piece.stop]
    return [(edge + 1, edges[index + 1]) for index, edge in enumerate(edges[:-1])]


def _cut(piece: Piece, cuts: list[int]) -> tuple[Piece, ...]:
    return tuple(piece.part(first, stop, "clause") for first, stop in _between(piece, cuts) if first < stop)


def _is_clause(passage: Passage, first: int, stop: int) -> bool:
    return stop - first > 2 and has_finite(passage.shape, first, stop)
