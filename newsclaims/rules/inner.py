"""Reports in somebody's quoted words: “He told me that he was going,” his wife said."""

from __future__ import annotations

from newsclaims.grammar.category import Category
from newsclaims.grammar.cues import ASSERTED, CueMatch, Form
from newsclaims.grammar.mentions import Mention
from newsclaims.grammar.walking import back_over
from newsclaims.grammar.word_classes import CLOSE_QUOTE, LOOSE_END, NOUN_OR_NAME, STANDS_IN
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.findings import Findings

SPEECH: tuple[Category, ...] = ("say", "claim", "tell", "ask", "write", "announce", "deny")
REPORTED = ("that", "wh", "clause", "quote")
SURE_KINDS = ("that", "wh")
"""Kinds of complement that show by themselves that somebody is reported."""
SHORTEST = 2
"""Tokens that somebody must be reported to have said; "they say so" is no report."""


def is_verb_of_saying(cue: CueMatch) -> bool:
    """Whether the cue is a finite verb of saying, not "was sure"."""
    return cue.form is Form.FINITE and cue.category in SPEECH and "adjective" not in cue.frames


@rule("inner-source-cue", anchor="cue")
def inner_source_cue(layers: Findings, cue: CueMatch) -> Attribution | str:
    """Somebody else's words in somebody's quoted words: “He told me that he was going,” his wife said."""
    if not layers.quoted[cue.head] or not is_verb_of_saying(cue):
        return "no finite verb of saying in somebody's quoted words"
    if not layers.said[cue.head] or cue.modality is not ASSERTED:
        return "nobody is quoted with it, or it is not said that it was said"
    complement = layers.clauses.complement(cue)
    if complement is None or complement.kind not in REPORTED or not (complement.kind in SURE_KINDS or complement.addressee is not None):
        return "nothing reported after the cue"
    first, close = stretch_around(layers, cue.head)
    source = layers.clauses.subject(cue)
    if source is None or not first < source.first <= cue.first < complement.first < close or not is_other(layers, source):
        return "nobody else in the quoted words said it"
    _, high = layers.clauses.bounds(cue.head)
    stop = min(close, layers.clauses.end_of_content(complement.first, high, complement.kind, cue))
    stop = back_over(layers.shape, stop, complement.first, LOOSE_END + CLOSE_QUOTE)
    if stop - complement.first < SHORTEST:
        return "nothing reported after the cue"
    told = None if complement.addressee is None else layers.span(*complement.addressee)
    return Attribution((layers.span(complement.first, stop - 1),), layers.mention_span(source), layers.cue_of(cue), told)


def stretch_around(layers: Findings, token: int) -> tuple[int, int]:
    """The opening and the closing mark of the quoted stretch around a token."""
    stretches = layers.quotation_tokens[layers.quotation_of[token]]
    return next(((first, last) for first, last in stretches if first <= token <= last), (token, token))


def is_other(layers: Findings, source: Mention) -> bool:
    """Whether a source is somebody spoken of, not the speaker nor who is spoken to: not “I said that ...”."""
    word = layers.tokens.lower[source.head]
    stands_for = layers.language.table("source_pronouns").get(word)
    if layers.shape[source.head] in STANDS_IN:
        return stands_for in ("male", "female", "they")
    return layers.shape[source.head] in NOUN_OR_NAME
