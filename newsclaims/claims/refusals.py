"""Claim rules that refuse: what no evidence could decide, and what is no proposition at all."""

from __future__ import annotations

from newsclaims.claims.base import Verdict, claim_rule
from newsclaims.claims.passage import FINITE, Passage
from newsclaims.claims.pieces import OWN, Piece

SHORTEST = 3
SHORTEST_WITHOUT_VERB = 5


@claim_rule("question")
def question(passage: Passage, piece: Piece) -> Verdict:
    """A question asserts nothing."""
    end = piece.stop
    words = passage.lower
    while end < len(words) and passage.shape[end] in "”)|":
        end += 1
    return "it asks" if end < len(words) and words[end] == "?" else None


@claim_rule("too-short")
def too_short(passage: Passage, piece: Piece) -> Verdict:
    """A word or two is no proposition."""
    return "too few words" if sum(map(str.isalnum, (word[0] for word in passage.words(piece)))) < SHORTEST else None


@claim_rule("no-verb")
def no_verb(passage: Passage, piece: Piece) -> Verdict:
    """Words without a finite verb say nothing of anything, but for a long enough object of what is denied or shown."""
    classes = passage.classes(piece)
    if any(code in FINITE for code in classes):
        return None
    quote = passage.quote(piece)
    if quote is not None and quote.cue is not None and (quote.cue.category == "deny" or len(classes) >= SHORTEST_WITHOUT_VERB):
        return None
    return "no verb"


@claim_rule("imperative")
def imperative(passage: Passage, piece: Piece) -> Verdict:
    """An order or a request asserts nothing."""
    first = piece.first
    if passage.shape[first] == "v" or (passage.shape[first] == "O" and passage.lower[first] in ("do", "don't", "don’t")):
        return "it tells somebody to do something"
    return None


@claim_rule("telling-only")
def telling_only(passage: Passage, piece: Piece) -> Verdict:
    """That somebody spoke is no claim: what is left of a sentence beside what it reports."""
    if piece.owner != OWN:
        return None
    layers = passage.layers
    first, stop = layers.sentence(piece.sentence)
    if (piece.first, piece.stop) == (first, stop):
        return None
    for cue in layers.cues_between(piece.first, piece.stop):
        rest = passage.shape[piece.first : cue.first] + passage.shape[cue.last + 1 : piece.stop]
        if cue.category in ("say", "tell") and not any(code in FINITE for code in rest):
            return "it only says that somebody spoke"
    return None
