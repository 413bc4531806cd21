"""Cues whose subject is part of what is said: she is expected to run, the plan was called a mistake, he seemed to agree."""

from __future__ import annotations

from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.word_classes import AS, BE, CLOSE_QUOTE, HAVE, OPEN_QUOTE, PASSIVE_COMPLEMENT_START, TO, TO_OR_AS
from newsclaims.layers import Layers
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.findings import Findings

AS_ONLY = frozenset({"obj-as", "as"})
"""Frames of "to view": a plan is viewed as something."""
REPORTED = ("say", "claim")
INFINITIVE_REACH = 4
RAISING = ("expect", "describe", "believe", "accuse", "judge", "know", "cite", "deny")


@rule("subject-cue-passive", anchor="verb")
def subject_cue_passive(layers: Findings, cue: CueMatch) -> Attribution | str:
    """A passive cue between the two halves of what is said: The port is expected to close."""
    low, high = layers.clauses.bounds(cue.head)
    reported = cue.category in REPORTED and is_to_be(layers, cue.last + 1)
    passive = cue.form is Form.PASSIVE and (cue.category in RAISING or reported)
    if not passive and not (cue.form is Form.FINITE and cue.category == "seem"):
        return "the cue is no passive of this kind"
    if layers.said[cue.head]:
        return "the cue stands inside what somebody else said"
    if any(layers.shape[other.first - 1] == AS for other in layers.cues_between(cue.last + 1, high) if other.form is Form.PARTICIPLE):
        return "another cue tells what was said"  # "was quoted by the paper as saying"
    subject = layers.mentions.before(cue.first, low)
    if subject is None:
        return "no subject before the cue"
    agent = layers.clauses.agent(cue.last + 1, high) if cue.form is Form.PASSIVE else None
    first = agent.last + 1 if agent is not None else cue.last + 1
    blamed = agent is not None and cue.takes(layers.tokens.lower[min(first, high - 1)])  # "was criticised by the union for"
    if first >= high or not (blamed or layers.shape[first] in (TO_OR_AS if cue.frames <= AS_ONLY else PASSIVE_COMPLEMENT_START)):
        return "nothing after the cue that could be said"
    opening = first + (layers.shape[first] == AS)
    quoted = layers.shape[opening : opening + 1] == OPEN_QUOTE
    if agent is None and quoted:  # "was called “a mistake” by the union", "was seen as “late” by"
        close = layers.shape.find(CLOSE_QUOTE, opening, high)
        agent = layers.clauses.agent(close + 1, high) if close > 0 else None
        if agent is not None and agent.first == close + 2:
            contents = (layers.mention_span(subject), *layers.content(first, close))
            return Attribution(contents, layers.mention_span(agent), layers.cue_of(cue))
    kind = "to" if layers.shape[first] == TO else "obj"
    stop = layers.clauses.end_of_content(first, high, kind, cue, relative=subject.how == "relative")
    source = layers.mention_span(agent) if agent is not None else None
    return Attribution((layers.mention_span(subject), *layers.content(first, stop - 1)), source, layers.cue_of(cue))


def is_to_be(layers: Layers, to: int) -> bool:
    """Whether an infinitive says what somebody is or did, not what was said: "to be ill", "to have left", not "to have called it late"."""
    following = layers.shape[to : to + 2]
    return following == TO + BE or (following == TO + HAVE and layers.first_cue(to, to + INFINITIVE_REACH) is None)
