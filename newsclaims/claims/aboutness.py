"""What a claim is about: the subject of its first clause, with a pronoun traced to the words it stands for.

Where a subject says little ("I", "you", "there") it is about what is said of it: what somebody saw, what there is.
"""

from __future__ import annotations

import re
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
    ANY_PREPOSITION,
    AS,
    BASE,
    BE,
    BEFORE_NOUN_ONLY,
    CLAUSE_OPENER,
    DETERMINER,
    NAME,
    NOUN,
    NOUN_OR_NAME,
    NUMBER,
    OF,
    OPEN_QUOTE,
    PREPOSITION,
    PRONOUN,
    THAT,
    TO,
)

if TYPE_CHECKING:
    from newsclaims.claims.referents import Referents
    from newsclaims.spans import Span

JUDGING: tuple[Category, ...] = ("accuse", "describe")
"""Categories of verbs that say something of somebody else: "accused the owner", "called the plan a trick"."""
CALLED = (DETERMINER, OPEN_QUOTE + DETERMINER)
"""What follows what is called something: "called the plan | a trick"."""
THINKING: tuple[Category, ...] = ("believe", "feel", "know", "say", "tell", "claim", "expect", "want", "show", "plan")
"""Categories of verbs that a clause without "that" follows: "I think the dam will hold", but not "she sold the mill he bought"."""
SHARE = re.compile(f"{NUMBER}{NOUN}?{OF}")
"""What tells how many of whom: "74 percent of", "three of"."""
PERCENT = "%"
SENTENCES_BACK = 2
"""So many sentences back that is looked for."""
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
    better = _counted(passage, piece, found) or _framed(passage, piece, found[1])
    better = better or _identified(passage, piece, found) or _judged(passage, piece, found[1])
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


def _counted(passage: Passage, piece: Piece, found: Phrase) -> Phrase | None:
    """ "61 percent of millers were old. | 78 percent were men": millers, of whom so many are told before."""
    shape, (first, last) = passage.shape, found
    if shape[first:last].strip(NUMBER + ADJECTIVE + NAME) or not _is_share(passage, first, last):
        return None
    if first - 1 > piece.first and shape[first - 1] in ANY_PREPOSITION:  # "the owner since 1998 is"
        return None
    low, _ = passage.layers.sentence(max(0, piece.sentence - SENTENCES_BACK))
    before = [share.end() for share in SHARE.finditer(shape, low, first)]
    return first_phrase(passage, before[-1], first) if before else None


def _is_share(passage: Passage, first: int, last: int) -> bool:
    """Whether a phrase is a number, or so many percent."""
    if passage.shape[last] == NUMBER:
        return NAME not in passage.shape[first:last]
    return last > first and passage.language.table("units").get(passage.lower[last]) == PERCENT


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
    if whom is None or (cue.category == "describe" and not passage.shape.startswith(CALLED, whom.last + 1)):
        return None  # "called the meeting"
    return whom.head_first, whom.head


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
    """ "If the dam breaks, it will be costly", "If you open the dam, it breaks", "As for the dam, it will hold": the dam."""
    if start - piece.first < FRAME or passage.shape[piece.first] not in CLAUSE_OPENER:
        return None
    found = subject_from(passage, piece.first + 1, start - 1)
    if found is not None and _is_pronoun(passage, found):
        if not referents.is_party(found[0]):
            return None
        found = acted_on(passage, found[0] + 1, start - 1)
    if found is None and passage.shape.startswith(AS + PREPOSITION, piece.first):
        found = first_phrase(passage, piece.first + 1, start - 1)
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
    if shape[at] == THAT:
        return subject_from(passage, at + 1, piece.stop)
    cue = passage.layers.first_cue(first, at)
    return None if cue is None or cue.category not in THINKING else subject_from(passage, at, piece.stop)
