"""Claim rules that refuse: what no evidence could decide, and what is no proposition at all."""

from __future__ import annotations

from newsclaims.claims.base import Verdict, claim_rule
from newsclaims.claims.passage import FINITE, Passage
from newsclaims.claims.pieces import OWN, Piece
from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import BASE, BEFORE_NOUN_ONLY, CLOSED_TAIL, COMMA, DO, NOUN, NUMBER, PIECE_END

SHORTEST = 3
SURELY_LONG = 8
SHORTEST_WITHOUT_VERB = 5
OBJECT = BEFORE_NOUN_ONLY + NOUN + NUMBER
"""What the object of a verb begins with."""


@claim_rule("question")
def question(passage: Passage, piece: Piece) -> Verdict:
    """A question asserts nothing."""
    words = passage.lower
    end = past(passage.shape, piece.stop, len(words), CLOSED_TAIL)
    return "it asks" if end < len(words) and words[end] == "?" else None


@claim_rule("too-short")
def too_short(passage: Passage, piece: Piece) -> Verdict:
    """A word or two is no proposition."""
    if passage.is_denied(piece):
        return None  # "any wrongdoing"
    few = piece.stop - piece.first < SURELY_LONG and sum(word[0].isalnum() for word in passage.words(piece)) < SHORTEST
    return "too few words" if few else None


@claim_rule("no-verb")
def no_verb(passage: Passage, piece: Piece) -> Verdict:
    """Words without a finite verb say nothing of anything, but for a long enough object of what is shown."""
    classes = passage.classes(piece)
    if not FINITE.isdisjoint(classes):
        return None
    quote = passage.quote(piece)
    if quote is not None and quote.cue is not None and len(classes) >= SHORTEST_WITHOUT_VERB:
        return None
    if _is_whole(passage, piece) and (len(classes) >= SURELY_LONG or _may_have_verb(passage, piece)):
        return None  # a sentence of that length, or with such a word, has a verb, whether it was seen or not
    return "no verb"


def _may_have_verb(passage: Passage, piece: Piece) -> bool:
    """Whether a word after the first can be a verb ("cut", "rises")."""
    return any(passage.layers.lemma(at) is not None for at in range(piece.first + 1, piece.stop - 1))


def _is_whole(passage: Passage, piece: Piece) -> bool:
    """Whether a piece is a sentence but for the mark at its end."""
    first, stop = passage.layers.sentence(piece.sentence)
    return piece.first == first and set(passage.shape[piece.stop : stop]) <= set(PIECE_END)


@claim_rule("imperative")
def imperative(passage: Passage, piece: Piece) -> Verdict:
    """An order or a request asserts nothing."""
    first = piece.first
    if passage.shape.find(COMMA, first, piece.stop) >= 0:
        return None  # "Count the barns, they have lost 40 roofs": what comes after may assert something
    if passage.shape[first] == BASE or (
        passage.shape[first] == DO and passage.lower[first] in passage.language.words("imperative_auxiliaries")
    ):
        return "it tells somebody to do something"
    return None


def _says_what(passage: Passage, first: int, stop: int) -> bool:
    """Whether a cue is followed by what was declared, and not by a word for speaking: "declared bankruptcy", but "answered questions"."""
    if first >= stop or passage.shape[first] not in OBJECT:
        return False
    phrase = passage.layers.mentions.after(first, stop)
    return phrase is not None and passage.shape[phrase.head] == NOUN and passage.lower[phrase.head] not in passage.spoken


@claim_rule("telling-only")
def telling_only(passage: Passage, piece: Piece) -> Verdict:
    """That somebody spoke is no claim: what is left of a sentence beside what it reports."""
    if piece.owner != OWN:
        return None
    layers = passage.layers
    if piece.stop - piece.first >= SURELY_LONG and _is_whole(passage, piece):
        return None
    for cue in layers.cues_between(piece.first, piece.stop):
        rest = passage.shape[piece.first : cue.first] + passage.shape[cue.last + 1 : piece.stop]
        if cue.category in ("say", "tell") and FINITE.isdisjoint(rest) and not _says_what(passage, cue.last + 1, piece.stop):
            return "it only says that somebody spoke"
    return None
