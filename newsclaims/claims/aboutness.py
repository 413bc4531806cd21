"""What a claim is about: the subject of its first clause, with a pronoun traced to the words it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.claims.passage import FINITE, Passage
from newsclaims.claims.pieces import Piece

if TYPE_CHECKING:
    from newsclaims.claims.referents import Referents
    from newsclaims.find.mentions import Mention
    from newsclaims.spans import Span

LONGEST = 10
"""So many tokens at most make an object."""
STOPS = "W,-(“”:;"
"""Where a phrase ends for this purpose: before a relative clause, an apposition, a bracket."""
BARE = "pTWD"
PLAIN = frozenset("DPANE#'")
HEADS = "NEpT"
VERBS = "BHMOVvnXR"
SUBJECT = "DPNEA#'FpR"
REACH = 10


def find_object(passage: Passage, piece: Piece, referents: Referents) -> Span | None:
    """The span of what a piece is about, or ``None`` where nothing can be told."""
    found = _subject(passage, piece)
    if found is None:
        return _what_is_there(passage, piece.first, piece.stop)
    if found[0] == found[1] and passage.shape[found[0]] == "p":
        found = _embedded(passage, piece, found[1] + 1) or found
    first, last = found
    if first == last and passage.shape[first] in BARE:
        meant = referents.of(first, piece.owner)
        if meant is not None:
            return meant
        if passage.lower[first] in referents.empty:
            return _what_is_there(passage, last + 1, piece.stop)
    return passage.layers.span(first, last)


def _subject(passage: Passage, piece: Piece) -> tuple[int, int] | None:
    """The first and the last token of the first subject; of the first noun phrase where there is no verb."""
    shape, mentions = passage.shape, passage.layers.mentions
    start = _past_adverbial(shape, piece.first, piece.stop)
    verb = passage.next_finite(start, piece.stop)
    if verb == start:
        low, _ = passage.layers.sentence(piece.sentence)
        return _phrase(passage, mentions.before(verb, low), low)
    if verb < piece.stop and (verb == start + 1 or PLAIN.issuperset(shape[start:verb])) and shape[verb - 1] in HEADS:
        return start, verb - 1  # nothing to be told apart: "he", "the old dam"
    before = mentions.before(verb, start) if verb < piece.stop else None
    if before is not None and before.how == "relative":
        before = mentions.before(_antecedent_end(shape, before.first, start), start)
    found = _phrase(passage, before, start)
    return found or _phrase(passage, mentions.after(start, piece.stop), start)


def _embedded(passage: Passage, piece: Piece, first: int) -> tuple[int, int] | None:
    """The subject of the clause in "I think the dam will hold"."""
    shape, stop = passage.shape, piece.stop
    at = first
    while at < stop and shape[at] in VERBS:
        at += 1
    if at == first or at >= stop:
        return None
    at += shape[at] == "T"
    stop = min(stop, at + REACH)
    verb = passage.next_finite(at, stop)
    if verb in (at, stop) or not set(shape[at:verb]) <= set(SUBJECT):
        return None
    return _phrase(passage, passage.layers.mentions.before(verb, at), at)


def _phrase(passage: Passage, mention: Mention | None, low: int) -> tuple[int, int] | None:
    """A mention from its noun phrase to what belongs to it, without relative clauses and appositions."""
    if mention is None or mention.head_first < low or mention.how == "relative":
        return None
    last = mention.head
    while passage.shape[last] in "DA" and passage.shape.startswith(("A", ",A", "N", "E", "#"), last + 1):  # "no specific, credible threats"
        last += 1
    while last < min(mention.last, mention.head_first + LONGEST) and passage.shape[last + 1] not in STOPS:
        last += 1
    return mention.head_first, _with_name(passage.shape, last)


def _with_name(shape: str, last: int) -> int:
    """Over the name in "another host, Ada Brenn, has": it says who that is."""
    if shape[last + 1 : last + 3] != ",E":
        return last
    end = last + 2
    while shape.startswith("E", end):
        end += 1
    return end - 1 if shape.startswith(",", end) else last


def _antecedent_end(shape: str, relative: int, low: int) -> int:
    """One past the last token before a relative pronoun and its comma."""
    while relative > low and shape[relative - 1] in ",-I":
        relative -= 1
    return relative


def _past_adverbial(shape: str, first: int, stop: int) -> int:
    """Past "In May," and "However," and "While it rained," at the beginning."""
    if shape[first] in "IRYsafw&bT":
        comma = shape.find(",", first, stop - 2)
        if comma > 0 and (shape[first] in "sfaI" or FINITE.isdisjoint(shape[first:comma])):
            return comma + 1
        while first + 1 < stop and shape[first] in "RsafwT&bY":
            first += 1
    return first


def _what_is_there(passage: Passage, first: int, stop: int) -> Span | None:
    """ "There was no link": the link."""
    at = next((at for at in range(first, stop) if passage.shape[at] not in "BHMORXVvt“"), stop)
    found = _phrase(passage, passage.layers.mentions.after(at, stop), at) if at < stop else None
    return None if found is None else passage.layers.span(*found)
