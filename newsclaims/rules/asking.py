"""The questions that rules share: what a quotation is, what stands after it, and who reports it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.grammar.category import Category
from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.mentions import Mention
from newsclaims.grammar.places import Place
from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import (
    ADVERB_OR_NOT,
    BE_OR_HAVE,
    CLAUSE_OPENER,
    CLOSE_QUOTE,
    COMMA,
    COMMA_OR_END,
    ING,
    PARTICIPLE,
    SUBJECT_START,
    SUBORDINATOR,
    TAG_LEAD,
)
from newsclaims.layers import Layers
from newsclaims.model import Cue, Quotation
from newsclaims.rules.base import Attribution

if TYPE_CHECKING:
    from newsclaims.rules.findings import Findings

TAG_TOKENS_AFTER_CALL = 24
"""A sentence after an exclamation or question mark may be a longer tag: it often is part of the same sentence."""
TAG_TOKENS = 16
FRONTED_REACH = 3


ADDRESSED: tuple[Category, ...] = ("tell", "ask", "urge")
"""Categories of cues that name who is spoken to: "she told reporters", "asked him to go"."""


def is_clause(quotation: Quotation, layers: Layers) -> bool:
    """Whether the quoted words hold a finite verb, as a title (“Harbor Live,”) does not."""
    here = layers.place(quotation)
    return layers.clauses.has_finite(here.opening, here.pause)


def opens_sentence(layers: Layers, quotation: Quotation) -> bool:
    """Whether nothing stands before a quotation in its sentence: “Sorry,” Vane mouthed."""
    return layers.place(quotation).opens_sentence


def reports_subject(layers: Layers, cue: CueMatch) -> bool:
    """Whether the subject before a cue is who speaks: "said", "was quoted as saying", not "was told"."""
    return cue.form is Form.FINITE or (cue.form is Form.PASSIVE and layers.shape[cue.last] == ING)


def describes_quoted(layers: Layers, source: Mention) -> bool:
    """Whether the first of several phrases goes on with quoted words: They bear “shocking” levels of abuse, a study shows."""
    first = source.first
    if first < 2 or layers.shape[first - 1] != CLOSE_QUOTE or layers.shape[first - 2] in COMMA_OR_END:
        return False
    return layers.shape.find(COMMA, first, source.last) > 0


def says_more(layers: Layers, cue: CueMatch) -> bool:
    """Whether a clause that the cue reports follows it, not one that says when it was spoken (“No,” he said when asked)."""
    complement = layers.clauses.complement(cue)
    if complement is None:
        return False
    if complement.kind == "quote":
        return complement.first == cue.last + 1  # “The Pier,” they chanted “...”
    return complement.kind in ("that", "wh", "clause", "obj-to") and layers.shape[complement.first] != SUBORDINATOR


def reported_before(layers: Layers, quotation: Quotation) -> bool:
    """Whether a clause before the main one reports the quotation: When Vane said it was “late,” the mayor asked why."""
    here = layers.place(quotation)
    low, opening = here.low, here.opening
    cue = next((cue for cue in layers.cues_between(low, opening) if cue.form is Form.FINITE), None)
    complement = layers.clauses.complement(cue) if cue is not None else None
    if cue is None or complement is None or complement.first > opening:
        return False
    source = layers.clauses.subject(cue)
    if source is None:  # "Asked whether it was “late,” the mayor said"
        if layers.shape[opening - 1] == COMMA == layers.shape[here.pause - 1]:  # "Asked about it, “It is late,” Vane said"
            return False
        asked = layers.clauses.end_of_content(complement.first, opening + 1, complement.kind, cue)
        return cue.category == "ask" and cue.first <= low + 1 and asked > opening
    return low < source.first <= low + FRONTED_REACH and layers.shape[source.first - 1] in CLAUSE_OPENER


def ends_open(quotation: Quotation) -> bool:
    """Whether the words end as before a tag: in a comma, a question or an exclamation mark."""
    return quotation.contents[-1].text.rstrip()[-1:] in (",", "?", "!")


def has_quoted(layers: Layers, found: Attribution) -> bool:
    """Whether any words of an attribution stand in quotation marks."""
    return any(layers.quoted.find(1, layers.at(span.start), layers.at(span.end)) >= 0 for span in found.contents)


def verb_cue(layers: Layers, verb: int) -> Cue:
    """A cue made of any verb with its auxiliaries, and with the participle after one of these."""
    low, high = layers.clauses.bounds(verb)
    first, last = layers.clauses.group_start(verb, low), verb
    if layers.shape[verb] in BE_OR_HAVE:  # "was not convinced"
        participle = next((k for k in range(verb + 1, high) if layers.shape[k] not in ADVERB_OR_NOT), verb)
        last = participle if layers.shape[participle] == PARTICIPLE else verb
    return Cue(layers.span(first, last), layers.lemma(last) or layers.tokens.lower[last], "say")


def after_quotation(layers: Findings, quotation: Quotation) -> tuple[int, int]:
    """The first token after a quotation and its comma, and one past the last of its sentence; each rule asks for it."""
    start, known = quotation.span.start, layers.after_quotations
    return known[start] if start in known else known.setdefault(start, _after(layers, layers.place(quotation)))


def _after(layers: Layers, here: Place) -> tuple[int, int]:
    at, high = here.close + 1, here.high
    if at >= high:
        at, high = bare_tag(layers, here.close)
    return past(layers.shape, at, high, TAG_LEAD), high


def bare_tag(layers: Layers, close: int) -> tuple[int, int]:
    """The next sentence where it is just a tag after a quotation that ends in a full stop: “It is over.” Vane said."""
    sentence = layers.tokens.sentence_of[close] + 1
    if sentence >= len(layers.sentence_bounds) or layers.paragraph_of(sentence) != layers.paragraph_of(sentence - 1):
        return close + 1, close + 1
    low, high = layers.sentence(sentence)
    cues = layers.cues_between(low, high)
    longest = TAG_TOKENS_AFTER_CALL if layers.tokens.words[close - 1] in ("!", "?") else TAG_TOKENS
    if high - low > longest or len(cues) != 1 or layers.clauses.complement(cues[0]) is not None or layers.shape[low] not in SUBJECT_START:
        return close + 1, close + 1
    return low, high
