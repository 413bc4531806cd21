"""Cues whose subject is part of what is said: she is expected to run, the plan was called a mistake, he seemed to agree."""

from __future__ import annotations

from newsclaims.grammar.category import Category
from newsclaims.grammar.complement import Kind
from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.mentions import Mention
from newsclaims.grammar.walking import past_one
from newsclaims.grammar.word_classes import AS, BE, CLOSE_QUOTE, HAVE, OPEN_QUOTE, PASSIVE_COMPLEMENT_START, SUBORDINATOR, TO, TO_OR_AS
from newsclaims.layers import Layers
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.findings import Findings

AS_ONLY = frozenset({"obj-as", "as"})
"""Frames of "to view": a plan is viewed as something."""
REPORTED: tuple[Category, ...] = ("say", "claim")
INFINITIVE_REACH = 4
RAISING: tuple[Category, ...] = ("expect", "describe", "believe", "accuse", "judge", "know", "cite", "deny")


@rule("subject-cue-passive", anchor="verb")
def subject_cue_passive(layers: Findings, cue: CueMatch) -> Attribution | str:
    """A passive cue between the two halves of what is said: The port is expected to close."""
    if not raises_subject(layers, cue):
        return "the cue is no passive of this kind"
    if layers.said[cue.head]:
        return "the cue stands inside what somebody else said"
    low, high = layers.clauses.bounds(cue.head)
    if is_told_by_another(layers, cue, high):
        return "another cue tells what was said"
    subject = layers.mentions.before(cue.first, low)
    if subject is None:
        return "no subject before the cue"
    if is_granted(layers, cue, subject, low):
        return "what is granted in a clause before the main one is said by nobody"
    agent = layers.clauses.agent(cue.last + 1, high) if cue.form is Form.PASSIVE else None
    first = agent.last + 1 if agent is not None else cue.last + 1
    if first >= high or not goes_on(layers, cue, agent, first):
        return "nothing after the cue that could be said"
    if agent is None:
        agent, close = agent_after_quotation(layers, first, high)
        if close > 0:
            contents = (layers.mention_span(subject), *layers.content(first, close))
            return Attribution(contents, layers.mention_span(agent) if agent is not None else None, layers.cue_of(cue))
    kind: Kind = "to" if layers.shape[first] == TO else "obj"
    stop = layers.clauses.end_of_content(first, high, kind, cue, relative=subject.how == "relative")
    source = layers.mention_span(agent) if agent is not None else None
    return Attribution((layers.mention_span(subject), *layers.content(first, stop - 1)), source, layers.cue_of(cue))


def is_told_by_another(layers: Layers, cue: CueMatch, high: int) -> bool:
    """Whether a participle after "as" tells what was said: "was quoted by the paper as saying"."""
    return any(other.form is Form.PARTICIPLE and layers.shape[other.first - 1] == AS for other in layers.cues_between(cue.last + 1, high))


def is_granted(layers: Layers, cue: CueMatch, subject: Mention, low: int) -> bool:
    """Whether what seems so is only granted: "Although the plan seems sound, ..."."""
    return cue.category == "seem" and subject.first > low and layers.shape[subject.first - 1] == SUBORDINATOR


def raises_subject(layers: Layers, cue: CueMatch) -> bool:
    """Whether the subject of the cue is part of what is said: "is expected to", "is said to be", "seemed to"."""
    if cue.form is Form.FINITE:
        return cue.category == "seem"
    if cue.form is not Form.PASSIVE:
        return False
    if cue.category in RAISING:
        return cue.lemma not in layers.language.words("duty_verbs")
    return cue.category in REPORTED and is_to_be(layers, cue.last + 1)


def goes_on(layers: Layers, cue: CueMatch, agent: Mention | None, first: int) -> bool:
    """Whether what is said of the subject begins at ``first``: to close, as late, “a mistake”, for closing it."""
    if agent is not None and cue.takes(layers.tokens.lower[first]):  # "was criticised by the union for"
        return True
    return layers.shape[first] in (TO_OR_AS if cue.frames <= AS_ONLY else PASSIVE_COMPLEMENT_START)


def agent_after_quotation(layers: Layers, first: int, high: int) -> tuple[Mention | None, int]:
    """By whom, after quoted words, and the closing mark: "was called “a mistake” by the union", "was seen as “late” by"; or -1.

    The agent may stand further on: then the quoted words are not all that is said.
    """
    shape = layers.shape
    opening = past_one(shape, first, high, AS)
    if shape[opening : opening + 1] != OPEN_QUOTE:
        return None, -1
    close = shape.find(CLOSE_QUOTE, opening, high)
    agent = layers.clauses.agent(close + 1, high) if close > 0 else None
    return agent, close if agent is not None and agent.first == close + 2 else -1


def is_to_be(layers: Layers, to: int) -> bool:
    """Whether an infinitive says what somebody is or did, not what was said: "to be ill", "to have left", not "to have called it late"."""
    following = layers.shape[to : to + 2]
    return following == TO + BE or (following == TO + HAVE and layers.first_cue(to, to + INFINITIVE_REACH) is None)
