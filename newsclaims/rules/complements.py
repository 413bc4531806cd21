"""What follows a cue: she said that ..., he promised to ..., they called it “...”."""

from __future__ import annotations

import attrs

from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.mentions import Mention
from newsclaims.grammar.word_classes import COMMA, GENITIVE, OPEN_QUOTE, THAT
from newsclaims.layers import Layers
from newsclaims.model import Modality
from newsclaims.rules.base import Anchor, Attribution
from newsclaims.rules.findings import Findings
from newsclaims.rules.owners import owner_of
from newsclaims.rules.subjects import RAISING

KINDS = {
    "source-cue-quote": (("quote", "colon"), "A source, a cue, a quotation: Vane said: “...”"),
    "source-cue-that": (("that",), "A source, a cue and a clause with “that”: Vane said that the port would close."),
    "source-cue-clause": (("clause",), "A source, a cue and a bare clause: Vane said the port would close."),
    "source-cue-question": (("wh",), "A source, a cue and a question: Vane asked whether the port would close."),
    "source-cue-infinitive": (("to", "obj-to"), "A source, a cue and an infinitive: Vane promised to close the port."),
    "source-cue-object": (("obj", "ing", "preposition"), "A source, a cue and its object: Vane criticized the plan."),
}

SPEECH = ("say", "claim", "tell", "ask", "write", "announce", "show")
ATTITUDES = ("source-cue-infinitive", "source-cue-object")


@attrs.frozen
class ComplementRule:
    """The rule for one kind of complement."""

    name: str
    anchor: Anchor = "verb"

    @property
    def doc(self) -> str:
        """What the rule matches."""
        return KINDS[self.name][1]

    def apply(self, layers: Findings, cue: CueMatch) -> Attribution | str:
        """The attribution, or why there is none."""
        name, (kinds, _) = self.name, KINDS[self.name]
        complement = layers.clauses.complement(cue)
        if complement is None or complement.kind not in kinds:
            return "nothing of that kind after the cue"
        if cue.category == "seem" or (cue.form is Form.PASSIVE and cue.category in RAISING and name != "source-cue-that"):
            return "the subject of the cue is part of what is said"
        if layers.said[cue.head] and (cue.category not in SPEECH or name in ATTITUDES):
            return "the cue stands inside what somebody else said"
        source = layers.clauses.subject(cue)
        if cue.category == "hear":
            if source is None or layers.tokens.lower[source.head] not in layers.language.words("hearing_nouns"):
                return "not before a court or the like"
            source = None
        elif source is None and not sourceless(cue):
            return "no source for the cue"
        if name in ATTITUDES and source is not None and is_thing(layers, source):
            return "what the subject stands for is no person"
        if cue.category == "show" and not shows(layers, cue, source):
            return "only documents and research show something, and only where they do"
        if source is not None and source.how == "relative" and layers.said[cue.head] and layers.shape[source.head] == THAT:
            return "the cue only describes something in what somebody else said"
        return attributed(layers, cue, source, complement.first, complement.kind, complement.addressee)


def is_thing(layers: Layers, source: Mention) -> bool:
    """Whether the subject of an attitude is "it" or a relative "that", which seldom stands for somebody."""
    return layers.shape[source.head] == THAT or layers.tokens.lower[source.head] in layers.impersonal_pronouns


def shows(layers: Layers, cue: CueMatch, source: Mention | None) -> bool:
    """Whether a cue of showing has a subject that is no person and is put as a fact: "the poll shows", not "he may find"."""
    if cue.form is Form.INFINITIVE or cue.modality is not Modality.ASSERTED or source is None:
        return False
    return layers.tokens.lower[source.head] not in layers.person_pronouns


def sourceless(cue: CueMatch) -> bool:
    """Whether the cue may do without a source: "it is believed that", "when asked whether"."""
    return cue.form is Form.PASSIVE or (cue.form is not Form.PARTICIPLE and cue.category == "ask")


def attributed(
    layers: Findings, cue: CueMatch, source: Mention | None, first: int, kind: str, addressee: tuple[int, int] | None = None
) -> Attribution | str:
    """The attribution of the words from token ``first`` to where they end."""
    _, high = layers.clauses.bounds(cue.head)
    last = cue.last
    if kind == "preposition" and first == cue.last + 1:
        last, first = first, first + 1
    relative = source is not None and source.how == "relative"
    if first >= high:
        return "nothing said after the cue"
    stop = before_tagged(layers, first, layers.clauses.end_of_content(first, high, kind, cue, relative=relative))
    if kind in ("obj", "preposition", "ing"):
        stop = before_claim(layers, first, stop)
        if cue.form is Form.PARTICIPLE:
            stop = before_more_said(layers, first, stop)
    if cue.form is Form.PARTICIPLE and source is not None and source.how == "after" and first < source.first < stop:
        stop = source.first - (layers.shape[source.first - 1] == COMMA)
    if stop <= first:
        return "nothing said after the cue"
    if source is not None and first <= source.first < stop:
        return "the source stands inside what was said"
    return Attribution(
        layers.content(first, stop - 1),
        layers.mention_span(source) if source is not None else None,
        layers.cue_of(cue, last=last),
        layers.span(*addressee) if addressee is not None else None,
    )


def before_tagged(layers: Findings, first: int, stop: int) -> int:
    """Where the words said end if a quotation with a tag of its own is set off from them: said it was over: “It is,” she said."""
    for mark in ":-":
        at = layers.shape.find(mark + OPEN_QUOTE, first + 1, stop)
        if at >= 0 and layers.said[at + 1] and not layers.said[at] and has_tag_after(layers, layers.tokens.starts[at + 1]):
            return at
    return stop


def before_claim(layers: Layers, first: int, stop: int) -> int:
    """Where an object ends if it comes to what somebody else claims: blamed them for repeating Vane's claim | that ..."""
    for noun in layers.cues_between(first, stop):
        if noun.form is Form.NOUN and layers.shape[noun.last + 1 : noun.last + 2] == THAT:
            owner, start = owner_of(layers, noun.head, first)
            if owner is not None and layers.shape[start] == GENITIVE:
                return noun.last + 1
    return stop


def before_more_said(layers: Findings, first: int, stop: int) -> int:
    """Where an aside in a tag ends, and the words that are tagged go on: “We,” Vane said, citing a study, “have won.”"""
    at = layers.shape.find(COMMA + OPEN_QUOTE, first, stop)
    if at < 0 or not layers.said[at + 1]:
        return stop
    cue = layers.first_cue(at - 1, at)
    return at if cue is None or cue.form is Form.NOUN else stop  # "waving signs saying, “Closed”"


def has_tag_after(layers: Findings, start: int) -> bool:
    """Whether a quotation that begins at an offset has been given to somebody named after it."""
    found = next((each for each in layers.found_before(start + 1) if each.contents[-1].start == start), None)
    return found is not None and found.source is not None and found.source.start > start


COMPLEMENT_RULES = tuple(ComplementRule(name) for name in KINDS)
