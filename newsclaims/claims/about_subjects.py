"""The noun phrases of a claim that it can be about: its subject, and what stands where there is none that says anything."""

from __future__ import annotations

from newsclaims.claims.clause_classes import (
    CLAUSE_LEAD,
    SUBJECT_HEAD,
    SUBJECT_INSIDE,
    SUBJECT_PLAIN,
    THERE_VERBS,
    VERB_LEAD,
    VERB_PHRASE,
    VERBS,
)
from newsclaims.claims.passage import FINITE, Passage
from newsclaims.claims.phrases import LONGEST_OBJECT, Phrase, first_phrase, phrase
from newsclaims.claims.pieces import Piece
from newsclaims.claims.subjects_before import SubjectsBefore
from newsclaims.grammar.walking import back_over, past, until
from newsclaims.grammar.word_classes import (
    ADVERB,
    ADVERB_OR_NOT,
    AND,
    ANY_PREPOSITION,
    AS,
    BASE,
    BE,
    BEFORE_NOUN_ONLY,
    BREAK,
    COMMA,
    DESCRIBED_OBJECT,
    DESCRIBING,
    DETERMINER,
    ED_FORM,
    FRONTED_CLAUSE_OPENER,
    FRONTED_OPENER,
    JOINT,
    NAME,
    NOUN,
    NOUN_OR_NAME,
    NOUN_PHRASE_START,
    NUMBER,
    OPEN_QUOTE,
    PARTICIPLES,
    PRONOUN,
    RELATIVE,
    RELATIVE_LEAD,
    SUBJECT_START,
    THAT,
    TIME,
    TO,
    VERB,
)

PLAIN = frozenset(SUBJECT_PLAIN)
LEANS_AFTER = BREAK + JOINT + NOUN_OR_NAME  # what a participle goes on
BARE = frozenset(DETERMINER + ADVERB)
"""Words that make no phrase by themselves: "a"."""
SUBJECT = frozenset(SUBJECT_INSIDE)
DESCRIPTION = frozenset(SUBJECT_PLAIN + ANY_PREPOSITION + ADVERB + TIME + PARTICIPLES + TO + BASE)
"""A noun phrase with all that describes it, also a participle: "mills employing miners in a town"."""
VERB_REACH = 10
"""So many tokens at most lead up to the verb of a clause, or from it to what it acts on."""
FRONTED = 3
"""So many phrases and clauses at most stand before a subject: "But in May, after the flood, the mill"."""
AFTER_FRONTED = SUBJECT_START + FRONTED_OPENER + PARTICIPLES + OPEN_QUOTE
"""What follows the comma behind one of them."""
NAMING = f"{COMMA}[{ED_FORM}]?{AS}?[{DETERMINER}{DESCRIBING}{AND}]{{0,8}}{NAME}(?={COMMA})"
""", Ada Brenn," and ", the mayor Ada Brenn," and ", called Tide Two," after what has no name yet."""


def subject(passage: Passage, piece: Piece, start: int) -> Phrase | None:
    """The subject of the first clause from a token on; its first noun phrase where it has no verb; ``None`` where there is neither."""
    shape = passage.shape
    verb = passage.next_finite(start, piece.stop)
    if verb == start or _leans(passage, piece, start):
        return None if verb > piece.first and shape[verb - 1] == THAT else SubjectsBefore(passage, piece).subject()
    if shape[start] == RELATIVE and start == piece.first:
        return _of_relative(passage, piece)
    if verb < piece.stop and (verb == start + 1 or PLAIN.issuperset(shape[start:verb])) and shape[verb - 1] in SUBJECT_HEAD:
        return start, verb - 1  # nothing to be told apart: "he", "the old dam"
    mentions = passage.layers.mentions
    before = mentions.before(verb, start) if verb < piece.stop else None
    if before is not None and before.how == "relative":
        before = mentions.before(back_over(shape, before.first, start, RELATIVE_LEAD), start)
    found = phrase(passage, before, start)
    if found is not None and found[0] > start:
        return _described(shape, start, found) or found
    return found or phrase(passage, mentions.after(start, piece.stop), start)


def _described(shape: str, start: int, found: Phrase) -> Phrase | None:
    """The phrase at a token that all words up to another phrase describe: "three mills | employing miners in a town | have".

    With "to" it is part of the phrase: "the plan to close | the mill".
    """
    before = shape[start : found[0]]
    if shape[start] not in NOUN_PHRASE_START or shape[found[0]] == PRONOUN or not DESCRIPTION.issuperset(before):
        return None
    last = until(shape, start, found[0], PARTICIPLES + TO) - 1
    if not start <= last < found[0] - 1 or shape[last] not in NOUN_OR_NAME:
        return None
    return (start, found[1]) if TO in before and found[1] - start < LONGEST_OBJECT else (start, last)


def _of_relative(passage: Passage, piece: Piece) -> Phrase | None:
    """What a relative clause says something of; where a preposition stands before it, its own subject: "in which | the mill closed"."""
    start = piece.first
    low, _ = passage.layers.sentence(piece.sentence)
    if start > low and passage.shape[start - 1] in ANY_PREPOSITION:
        return subject_from(passage, start + 1, piece.stop) or (start, start)
    return SubjectsBefore(passage, piece).antecedent(start) or (start, start)


def _leans(passage: Passage, piece: Piece, start: int) -> bool:
    """Whether a piece begins with a participle that goes on what stands before it: ", costing nine lives", not "Limiting the loss is"."""
    if start > piece.first or passage.shape[start] not in PARTICIPLES:
        return False
    low, _ = passage.layers.sentence(piece.sentence)
    return start > low and passage.shape[start - 1] in LEANS_AFTER


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


def acted_on(passage: Passage, first: int, stop: int) -> Phrase | None:
    """ "We have seen the plans": the plans. ``None`` for "I am from Orrel" and "I lost 300 crowns", which say something of who speaks."""
    shape, at, stop = passage.shape, first, min(stop, first + VERB_REACH)
    while at < stop and shape[at] in VERB_PHRASE:
        if shape[at] == BE and not shape.startswith(tuple(PARTICIPLES + ADVERB_OR_NOT), at + 1):
            return None
        if shape[at] == NOUN and shape[at - 1] not in VERBS:
            break
        at += 1
    if at >= stop or shape[at] not in DESCRIBED_OBJECT:
        return None
    return phrase(passage, passage.layers.mentions.after(at, stop), at)


def what_is_there(passage: Passage, first: int, stop: int) -> Phrase | None:
    """ "There was no link": the link."""
    at = next((at for at in range(first, stop) if passage.shape[at] not in THERE_VERBS), stop)
    if at >= stop:
        return None
    found = phrase(passage, passage.layers.mentions.after(at, stop), at)
    if found is not None and set(passage.shape[found[0] : found[1] + 1]) <= BARE:  # "there was a | “clear” link"
        return first_phrase(passage, found[1] + 1, stop) or found
    return found


def past_adverbial(passage: Passage, piece: Piece) -> int:
    """Past "In May," and "However," and "While it rained," and "You know," at the beginning; also past several."""
    shape, first, stop = passage.shape, piece.first, piece.stop
    if shape.startswith(PRONOUN + VERB + COMMA, first):
        first += 3
    for _ in range(FRONTED):
        after = _past_fronted(shape, first, stop)
        if after == first:
            break
        first = after
    return first if first < stop else piece.first


def _past_fronted(shape: str, first: int, stop: int) -> int:
    """Past one phrase or clause before a subject, if a token opens it."""
    if first >= stop or shape[first] not in FRONTED_OPENER + PARTICIPLES or _is_number(shape, first):
        return first
    comma = shape.find(COMMA, first, stop - 2)
    if comma > 0 and not shape.startswith(NUMBER + COMMA, comma + 1) and _ends_fronted(shape, first, comma, stop):  # not ", 34, sold"
        return comma + 1
    return first if shape[first] in PARTICIPLES else past(shape, first, stop - 1, CLAUSE_LEAD)


def _is_number(shape: str, first: int) -> bool:
    """Whether a number that goes on begins at a token: "About 10,000 were sold, and", but not "In 2015, the mill"."""
    return shape[first] in ANY_PREPOSITION + ADVERB and shape.startswith(NUMBER, first + 1) and not shape.startswith(COMMA, first + 2)


def _ends_fronted(shape: str, first: int, comma: int, stop: int) -> bool:
    """Whether a comma ends what stands before a subject from a token on, and no aside or list in the clause itself."""
    goes_on = not FINITE.isdisjoint(shape[comma:stop])
    if shape[first] in FRONTED_CLAUSE_OPENER:
        listed = shape[comma - 1] in NOUN_OR_NAME and shape[comma + 1] in NOUN_OR_NAME
        return goes_on or not listed or FINITE.isdisjoint(shape[first:comma])
    if shape[first] in PARTICIPLES and not goes_on:
        return False
    return FINITE.isdisjoint(shape[first:comma]) and shape[comma + 1] in AFTER_FRONTED
