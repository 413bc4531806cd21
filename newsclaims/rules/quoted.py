"""Tags that say who quotes whom: “...,” the agency quoted the minister as saying; “...,” Vane was quoted by the Herald as saying."""

from __future__ import annotations

from newsclaims.grammar.category import Category
from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.mentions import Mention
from newsclaims.grammar.walking import back_over
from newsclaims.grammar.word_classes import AS, COMMA, ING, TO, VERB_GROUP
from newsclaims.layers import Layers
from newsclaims.model import Quotation
from newsclaims.rules.around_tags import clause_tag
from newsclaims.rules.asking import after_quotation
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.findings import Findings
from newsclaims.rules.tags import tagged

SPEECH: tuple[Category, ...] = ("say", "claim", "tell", "write", "ask", "announce")
QUOTING: tuple[Category, ...] = ("cite", "say", "claim", "describe", "judge")
"""Categories of cues whose passive says that somebody's words are passed on: was quoted, reported, described as saying."""


@rule("quote-quoted-saying")
def quote_quoted_saying(layers: Findings, quotation: Quotation) -> Attribution | str:
    """A quotation and who quotes whom: “...,” the agency quoted the minister as saying; “...,” Vane is said to have told them."""
    at, high = after_quotation(layers, quotation)
    for cue in layers.cues_between(at, high) if at < high else ():
        found = quoted_speaker(layers, cue, at)
        if found is not None and found[1] == at:
            return tagged(layers, quotation, layers.cue_of(cue), found[0], cue.last)
    return "nobody is quoted as saying after the quotation"


@rule("clause-quoted-saying", anchor="verb")
def clause_quoted_saying(layers: Findings, cue: CueMatch) -> Attribution | str:
    """Reported words and who quotes whom: The port would close, the agency quoted the minister as saying."""
    low, _ = layers.sentence(cue.sentence)
    found = quoted_speaker(layers, cue, low)
    if found is None or layers.clauses.complement(cue) is not None:
        return "nobody is quoted as saying, or words follow"
    source, first = found
    if first <= low or layers.shape[first - 1] != COMMA:
        return "no comma before the tag"
    return clause_tag(layers, cue, source, first, cue.last)


def quoted_speaker(layers: Layers, cue: CueMatch, low: int) -> tuple[Mention, int] | None:
    """Whose words somebody passes on, and the first token of the tag; ``None`` where a cue is no part of one.

    Three shapes: "the agency quoted X as saying", "X was quoted (by the agency) as saying", "X is said to have told".
    """
    before = cue.first - 1
    if cue.form is Form.FINITE or cue.category not in SPEECH or before < low:
        return None
    if cue.form is Form.PASSIVE and layers.shape[cue.last] == ING:  # "was quoted as saying" is one cue
        source = layers.clauses.subject(cue)
        return None if source is None or source.how != "before" else (source, source.first)
    if cue.form is Form.PARTICIPLE and layers.shape[before] == AS:
        return quoted_object(layers, before, low) or passive_subject(layers, before, low)
    if cue.form is Form.INFINITIVE and layers.shape[cue.first] == TO:
        return passive_subject(layers, cue.first, low)
    return None


def quoted_object(layers: Layers, end: int, low: int) -> tuple[Mention, int] | None:
    """The object of "quoted", and where its subject begins: "the agency quoted | the minister | as saying"."""
    found = layers.mentions.before(end, low, inside=True)
    verb = layers.first_cue(found.first - 1, found.first) if found is not None and found.first > low else None
    if found is None or verb is None or verb.category not in QUOTING or verb.form is not Form.FINITE:
        return None
    subject = layers.clauses.subject(verb)
    return None if subject is None or subject.how != "before" else (found, subject.first)


def passive_subject(layers: Layers, end: int, low: int) -> tuple[Mention, int] | None:
    """The subject of "was quoted", with or without by whom: "Vane | was quoted by the Herald | as saying"."""
    for verb in reversed(layers.cues_between(low, end)):
        if verb.form is not Form.PASSIVE or verb.category not in QUOTING:
            continue
        agent = layers.clauses.agent(verb.last + 1, end)
        if (verb.last if agent is None else agent.last) + 1 != end:
            return None
        first = verb.first
        first = back_over(layers.shape, first, low, VERB_GROUP)
        subject = layers.mentions.before(first, low)
        return None if subject is None or subject.how != "before" else (subject, subject.first)
    return None
