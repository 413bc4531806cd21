"""What is said around a tag without quotation marks: the clause before it, and what goes on after it."""

from __future__ import annotations

from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.mentions import Mention
from newsclaims.grammar.walking import back_over, past
from newsclaims.grammar.word_classes import (
    ANY_PREPOSITION,
    ASIDE_MARK,
    CLAUSE_TAIL,
    COMMA,
    DASH,
    ED_FORM,
    END_MARK,
    ENDING_MARK,
    OPEN_BRACKET,
    OPEN_QUOTE,
    REDUCED_START,
    REDUCED_VERB,
    RELATIVE,
    SUBJECT_START,
    SUBORDINATOR,
    WH,
)
from newsclaims.layers import Layers
from newsclaims.rules.base import Attribution
from newsclaims.rules.findings import Findings
from newsclaims.rules.tags import addressee_of, after_dash, left_limit
from newsclaims.spans import Span

BEFORE_RELATIVE_CLAUSE = (COMMA, DASH, OPEN_BRACKET)
"""Marks that a relative clause begins behind."""


def clause_tag(layers: Findings, cue: CueMatch, source: Mention, first: int, last: int) -> Attribution | str:
    """The attribution of the words around a tag that spans the tokens ``first`` to ``last``."""
    low, high = layers.clauses.bounds(cue.head)
    told = addressee_of(layers, cue) if source.how == "before" else None
    if told is not None:  # "Vane told the council, would close"
        last = max(last, layers.at(told.end) - 1)
    start = after_dash(layers, left_limit(layers, low, first), first, last)
    end = back_over(layers.shape, first, start, CLAUSE_TAIL)
    start = relative_clause(layers, past(layers.shape, start, end, ENDING_MARK), end)
    rest = rest_after(layers, last, high)
    within_dashes = start > low and layers.shape[start - 1] == DASH and layers.shape[first - 1] != DASH
    if rest is not None and is_others(layers, rest, inverted=source.first > cue.last, within_dashes=within_dashes):
        rest = None
    contents: list[Span] = []
    if start < end and not is_unsaid(layers, start, end, last) and (rest is not None or layers.clauses.skip_adverbials(start, end) < end):
        contents.append(layers.span(layers.quotation_start(start), end - 1))
    if rest is not None:
        contents.extend(layers.content(rest[0], rest[1] - 1))
    if not contents:
        return "nothing said around the tag"
    return Attribution(tuple(contents), layers.mention_span(source), layers.cue_of(cue), told)


def is_others(layers: Layers, rest: tuple[int, int], *, inverted: bool, within_dashes: bool) -> bool:
    """Whether what follows a tag is no part of what was said.

    "said Vane, who lives in Orrel, | where she is known"; "the debut - a mess, he said - | sold well";
    "according to Vane, | Holt has told the Herald".
    """
    if within_dashes and layers.shape[rest[0] - 1] == DASH:
        return True
    return (inverted and layers.shape[rest[0]] == WH) or is_tag_alone(layers, *rest)


def is_tag_alone(layers: Layers, first: int, stop: int) -> bool:
    """Whether a tag is all that stands between two tokens, that of the whole sentence: ", Holt has told the Herald"."""
    cue = next((cue for cue in layers.cues_between(first, stop) if cue.form is Form.FINITE and cue.takes("tag", "obj-tag")), None)
    source = layers.clauses.subject(cue) if cue is not None and layers.clauses.complement(cue) is None else None
    if cue is None or source is None or source.first != first:
        return False
    told = addressee_of(layers, cue)
    last = cue.last if told is None else layers.at(told.end) - 1
    return layers.clauses.skip_adverbials(last + 1, stop) >= stop


def around_earlier_tag(layers: Findings, cue: CueMatch, source: Mention) -> Attribution | None:
    """What is said by who tags a sentence that has a tag already, with that tag: It leaks, according to Vane, Holt has told the Herald."""
    if layers.shape[source.first - 1] != COMMA:
        return None
    low, _ = layers.clauses.bounds(cue.head)
    start, edge = layers.tokens.starts[low], layers.tokens.ends[source.first - 2]
    for found in layers.found_before(edge):
        if found.source is None or found.cue is None or found.contents[0].start < start or found.contents[-1].end > found.cue.span.start:
            continue
        if max(found.source.end, found.cue.span.end) == edge:
            whole = Span.of(layers.text, found.contents[0].start, edge)
            return Attribution((whole,), layers.mention_span(source), layers.cue_of(cue), addressee_of(layers, cue))
    return None


def relative_clause(layers: Layers, start: int, end: int) -> int:
    """Where what is said begins if a tag stands right behind a relative pronoun: The plan, | which, she said, leaves out the quay."""
    at = end - 1
    if at <= start or layers.shape[at] != RELATIVE:
        return start
    first = 1 + max(layers.shape.rfind(mark, start, at) for mark in BEFORE_RELATIVE_CLAUSE)
    if first > start and not layers.clauses.has_finite(first, at):  # "the plan, parts of which, she said, ..."
        return first
    return at - 1 if layers.shape[at - 1] in ANY_PREPOSITION else at


def is_unsaid(layers: Layers, start: int, end: int, last: int) -> bool:
    """Whether what stands before a tag that ends at ``last`` only says when: When asked why, she left; When I meet her, she laughs."""
    closes = layers.shape[last + 1 : last + 2] in ("", END_MARK)
    return is_reduced(layers, start, end) or (closes and is_fronted_when(layers, start, end))


def is_fronted_when(layers: Layers, first: int, stop: int) -> bool:
    """Whether a clause that only says when is all that stands between two tokens: When I meet her, she laughs."""
    shape = layers.shape
    opener = first < stop and (shape[first] == SUBORDINATOR or layers.tokens.lower[first] in layers.language.words("clause_prepositions"))
    return opener and shape.find(COMMA, first, stop) < 0 and not any(layers.quoted[first:stop])


def is_reduced(layers: Layers, first: int, stop: int) -> bool:
    """Whether a clause without a subject is all that stands between two tokens, which nobody says: When asked why, she left."""
    shape = layers.shape
    comma = shape.find(COMMA, first, stop)
    if comma > 0 and shape[comma + 1] in SUBJECT_START and layers.clauses.has_finite(comma, stop):  # "given the time, it is late, she said"
        return False
    return shape[first] in ED_FORM or (shape[first] == SUBORDINATOR and shape[first + 1] in REDUCED_VERB)


def rest_after(layers: Findings, last: int, high: int) -> tuple[int, int] | None:
    """What follows an inserted tag in its sentence, where it can be the same words going on."""
    shape = layers.shape
    at = layers.clauses.skip_adverbials(last + 1, high)
    if at + 1 >= high or shape[at] not in ASIDE_MARK:
        return None
    first = at + 1
    if shape[first] == OPEN_QUOTE and not layers.quoted[first]:  # "she wrote in her memoir, “Salt Road”"
        return None
    stop = layers.clauses.end_of_content(first, high, "clause")
    if shape[first] in REDUCED_START or layers.clauses.skip_adverbials(first, stop) >= stop or any(layers.said[first:stop]):
        return None
    return first, stop
