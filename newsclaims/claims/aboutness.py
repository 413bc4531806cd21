"""What a claim is about: the subject of its first clause, with a pronoun traced to the words it stands for.

Where a subject says little ("I", "you", "there") it is about what is said of it: what somebody saw, what there is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.claims.about_subjects import (
    acted_on,
    past_adverbial,
    subject,
    subject_from,
    what_is_there,
)
from newsclaims.claims.clause_classes import JUDGED_STOP, STANDS_FOR_ANOTHER, VERBS
from newsclaims.claims.passage import Passage
from newsclaims.claims.phrases import Phrase, first_phrase
from newsclaims.claims.pieces import Piece
from newsclaims.claims.subjects_before import SubjectsBefore
from newsclaims.grammar.category import Category
from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import (
    ADJECTIVE,
    BASE,
    BE,
    BEFORE_NOUN_ONLY,
    CLAUSE_OPENER,
    DETERMINER,
    NAME,
    NOUN_OR_NAME,
    PRONOUN,
    THAT,
    TO,
)

if TYPE_CHECKING:
    from newsclaims.claims.referents import Referents
    from newsclaims.spans import Span

JUDGING: tuple[Category, ...] = ("accuse", "describe")
"""Categories of verbs that say something of somebody else: "accused the owner", "called the plan a trick"."""
FRAME = 4
"""Within so many tokens after its verb the clause of "the worry is that the dam will break" begins."""
CLEFT = 10
"""Within so many tokens of "it" the clause of "it was in May that the dam broke" begins."""


def find_object(passage: Passage, piece: Piece, referents: Referents) -> Span | None:
    """The span of what a piece is about, or ``None`` where nothing can be told."""
    named = SubjectsBefore(passage, piece).apposed()
    if named is not None:
        return passage.layers.span(*named)
    start = past_adverbial(passage, piece)
    found = subject(passage, piece, start)
    if found is None:
        found = first_phrase(passage, start, piece.stop)
        return None if found is None else passage.layers.span(*found)
    if _is_pronoun(passage, found):
        if found[0] < piece.first:  # "she left the board and | has lost 300 jobs"
            return referents.of(found[0], piece.owner) or passage.layers.span(*found)
        return _meant(passage, piece, found[0], start, referents)
    better = _framed(passage, piece, found[1]) or _identified(passage, piece, found) or _judged(passage, piece, found[1])
    return passage.layers.span(*(better or found))


def _is_pronoun(passage: Passage, found: Phrase) -> bool:
    return found[0] == found[1] and passage.shape[found[0]] in STANDS_FOR_ANOTHER


def _meant(passage: Passage, piece: Piece, at: int, start: int, referents: Referents) -> Span | None:
    """What a pronoun that is the subject stands for; where that is nothing or goes without saying, what is said of it."""
    layers = passage.layers
    inside = _embedded(passage, piece, at + 1) if passage.shape[at] == PRONOUN else None
    if inside is not None:
        return layers.span(*inside)
    if passage.lower[at] in referents.empty:
        found = what_is_there(passage, at + 1, piece.stop)
    elif referents.is_party(at):
        found = None if referents.is_speaker(at, piece.owner) else acted_on(passage, at + 1, piece.stop)
    else:
        found = _told_of(passage, piece, at) or _cleft(passage, piece, at) or _fronted(passage, piece, start, at, referents)
    if found is not None:
        return layers.span(*found)
    return referents.of(at, piece.owner) or layers.span(at, at)


def _identified(passage: Passage, piece: Piece, found: Phrase) -> Phrase | None:
    """ "One of the owners is Ada Brenn, a miller": Ada Brenn."""
    shape, at = passage.shape, found[1] + 2
    if not shape.startswith(BE + NAME, found[1] + 1) or NAME in shape[found[0] : at - 1]:
        return None
    end = past(shape, at, len(shape), NAME)
    return (at, end - 1) if end >= piece.stop or shape[end] in JUDGED_STOP else None


def _judged(passage: Passage, piece: Piece, last: int) -> Phrase | None:
    """ "The miners blame the owner for the loss": the owner."""
    verb = passage.next_finite(last + 1, min(piece.stop, last + FRAME))
    cue = passage.layers.first_cue(verb, min(piece.stop, verb + FRAME))
    if cue is None or cue.category not in JUDGING or not passage.shape.startswith(tuple(BEFORE_NOUN_ONLY + NOUN_OR_NAME), cue.head + 1):
        return None
    whom = passage.layers.mentions.after(cue.head + 1, piece.stop)
    return None if whom is None else (whom.head_first, whom.head)


def _told_of(passage: Passage, piece: Piece, at: int) -> Phrase | None:
    """ "It is the third crash of a ferry": the third crash of a ferry."""
    points = passage.shape[at] == DETERMINER or passage.lower[at] in passage.layers.impersonal_pronouns
    if not points or not passage.shape.startswith(BE + DETERMINER, at + 1):
        return None
    return what_is_there(passage, at + 1, piece.stop)


def _cleft(passage: Passage, piece: Piece, at: int) -> Phrase | None:
    """ "It was in May that the dam broke", "it is clear that the dam broke": the dam; "it is hard to judge the plan": the plan."""
    shape = passage.shape
    if not shape.startswith(BE, at + 1) or passage.lower[at] not in passage.layers.impersonal_pronouns:
        return None
    if shape.startswith(ADJECTIVE + TO + BASE + DETERMINER, at + 2) or shape.startswith(ADJECTIVE + TO + BASE + NAME, at + 2):
        return first_phrase(passage, at + 5, piece.stop)
    return _subject_after(passage, shape.find(THAT, at + 3, min(piece.stop, at + CLEFT)), piece.stop)


def _fronted(passage: Passage, piece: Piece, start: int, at: int, referents: Referents) -> Phrase | None:
    """ "If the dam breaks, it will be costly": the dam."""
    if start - piece.first < FRAME or passage.shape[piece.first] not in CLAUSE_OPENER:
        return None
    found = subject_from(passage, piece.first + 1, start - 1)
    return found if found is not None and not _is_pronoun(passage, found) and referents.agrees(at, found) else None


def _framed(passage: Passage, piece: Piece, last: int) -> Phrase | None:
    """ "The worry is that the dam will break": the dam."""
    shape = passage.shape
    that = shape.find(THAT, last + 2, min(piece.stop, last + FRAME)) if shape.startswith(BE, last + 1) else -1
    return _subject_after(passage, that, piece.stop)


def _subject_after(passage: Passage, that: int, stop: int) -> Phrase | None:
    """The subject of the clause after a "that" (-1: there is none), if it says something by itself."""
    found = subject_from(passage, that + 1, stop) if that >= 0 else None
    return None if found is None or _is_pronoun(passage, found) else found


def _embedded(passage: Passage, piece: Piece, first: int) -> Phrase | None:
    """The subject of the clause in "I think the dam will hold" and "he is glad that the dam held"."""
    shape, at = passage.shape, first
    at = past(shape, at, piece.stop, VERBS)
    if at == first or at >= piece.stop:
        return None
    at += shape.startswith(ADJECTIVE + THAT, at)
    return subject_from(passage, at + 1 if shape[at] == THAT else at, piece.stop)
