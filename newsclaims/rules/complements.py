"""What follows a cue: she said that ..., he promised to ..., they called it “...”."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from newsclaims.grammar.category import Category
from newsclaims.grammar.complement import Complement, Kind
from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.mentions import Mention
from newsclaims.grammar.walking import back_over
from newsclaims.grammar.word_classes import COLON, COMMA, DASH, FINITE, GENITIVE, NAME, NUMBER, OPEN_QUOTE, PREPOSITION, THAT, TIME
from newsclaims.layers import Layers
from newsclaims.rules.base import Anchor, Attribution
from newsclaims.rules.complement_steps import ATTITUDE_STEPS, SPEECH_STEPS, THAT_STEPS, Step
from newsclaims.rules.findings import Anchors, Findings
from newsclaims.rules.moods import mood
from newsclaims.rules.owners import owner_of
from newsclaims.shown import Shown

BEFORE_DAY_NAME = NAME + NUMBER + PREPOSITION
"""After these a day is part of a phrase: "Super Tuesday", "15 March"."""
YET_TO_BE: tuple[Category, ...] = ("urge", "promise", "announce", "want", "expect")
"""Categories of cues of what is yet to be, which can have a time of its own."""


@attrs.frozen(repr=False)
class ComplementRule(Shown):
    """The rule for some kinds of complement: a cue, what it takes, and the steps that may refuse it."""

    _shows = ("name", "doc", "anchor")

    name: str
    doc: str
    kinds: tuple[Kind, ...]
    steps: tuple[Step, ...]
    anchor: Anchor = "verb"

    def apply(self, layers: Findings, cue: CueMatch) -> Attribution | str:
        """The attribution, or why there is none."""
        complement = layers.clauses.complement(cue)
        if complement is None or complement.kind not in self.kinds:
            return "nothing of that kind after the cue"
        for step in self.steps:
            if step.holds(layers, cue):
                return step.reason
        source = None if cue.category == "hear" else layers.clauses.subject(cue)
        return attributed(layers, cue, source, complement)

    def among(self, layers: Findings) -> Anchors:
        """The only verbs that it does not refuse at first sight."""
        return layers.verbs_with(self.kinds)

    def __reduce__(self) -> tuple[Callable[[str], ComplementRule], tuple[str]]:
        return named, (self.name,)


def attributed(layers: Findings, cue: CueMatch, source: Mention | None, complement: Complement) -> Attribution | str:
    """The attribution of the words of a complement to where they end."""
    last, first = cue.last, complement.first
    if complement.kind == "preposition" and first == cue.last + 1:
        last, first = first, first + 1
    stop = end_of_said(layers, cue, source, first, complement.kind)
    if stop <= first:
        return "nothing said after the cue"
    if source is not None and first <= source.first < stop:
        return "the source stands inside what was said"
    return Attribution(
        layers.content(first, stop - 1),
        layers.mention_span(source) if source is not None else None,
        mood(layers, layers.cue_of(cue, last=last), source),
        layers.span(*complement.addressee) if complement.addressee is not None else None,
    )


def end_of_said(layers: Findings, cue: CueMatch, source: Mention | None, first: int, kind: Kind) -> int:
    """One past the last token of what was said; not past ``first`` where there is nothing."""
    _, high = layers.clauses.bounds(cue.head)
    if first >= high:
        return first
    relative = source is not None and source.how == "relative"
    high = end_of_report(layers, cue, high)
    stop = before_tagged(layers, first, layers.clauses.end_of_content(first, high, kind, cue, relative=relative))
    if kind in ("obj", "preposition"):
        stop = before_setting(layers, cue, first, stop)
    if kind in ("obj", "preposition", "ing"):
        stop = before_claim(layers, first, stop)
        if cue.form is Form.PARTICIPLE:
            stop = before_more_said(layers, first, stop)
    if cue.form is Form.PARTICIPLE and source is not None and source.how == "after" and first < source.first < stop:
        return back_over(layers.shape, source.first, source.first - 1, COMMA)
    return stop


def end_of_report(layers: Findings, cue: CueMatch, high: int) -> int:
    """Where the words end in which the cue stands, if somebody else reports it; what follows is the outer layer's: the tag of the whole."""
    if not layers.said[cue.head]:
        return high
    start = layers.tokens.starts[cue.head]
    for outer in layers.found_before(start + 1):
        for content in outer.contents:
            if content.start <= start < content.end:
                return min(high, layers.at(content.end))
    return high


def before_setting(layers: Layers, cue: CueMatch, first: int, stop: int) -> int:
    """Where an object ends before what says when or in what it was said: called for more money | in a statement on Thursday."""
    shape, lower, openers = layers.shape, layers.tokens.lower, layers.language.words("setting_prepositions")
    for k in range(first + 1, stop):
        code = shape[k]
        if code in FINITE:  # "the question that will be asked on Monday"
            return stop
        day = code == TIME and shape[k - 1] not in BEFORE_DAY_NAME
        if (day or lower[k] in openers) and layers.clauses.skip_setting(k, stop) == stop:
            settings = layers.language.words("speech_settings")
            said_so = cue.category not in YET_TO_BE or any(lower[at] in settings for at in range(k, stop))
            return k if said_so else stop  # "proposed a meeting in May"
    return stop


def before_tagged(layers: Findings, first: int, stop: int) -> int:
    """Where the words said end if a quotation with a tag of its own is set off from them.

    Said it was over: “It is,” she said; asked whether it was over, “It is,” she said.
    """
    for mark in (COLON, DASH, COMMA):
        at = layers.shape.find(mark + OPEN_QUOTE, first + 1, stop)
        if at >= 0 and layers.said[at + 1] and not layers.said[at]:
            if has_tag_after(layers, layers.tokens.starts[at + 1]):
                return at
            introduced = introduction_of(layers, first, at) if mark == COLON else -1
            if introduced > 0:
                return introduced
    return stop


def introduction_of(layers: Findings, first: int, colon: int) -> int:
    """Where somebody's introduction of a quotation begins: Asked whether she was nervous | she said: “...”; or -1."""
    cue = next((cue for cue in layers.cues_between(first, colon) if cue.last == colon - 1 and cue.form is Form.FINITE), None)
    source = layers.clauses.subject(cue) if cue is not None else None
    return source.first if source is not None and source.first > first and layers.clauses.has_finite(first, source.first) else -1


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


COMPLEMENT_RULES = (
    ComplementRule(
        "source-cue-quote",
        "A source, a cue, a quotation: Vane said: “...”",
        ("quote", "colon"),
        SPEECH_STEPS,
    ),
    ComplementRule(
        "source-cue-that",
        "A source, a cue and a clause with “that”: Vane said that the port would close.",
        ("that",),
        THAT_STEPS,
    ),
    ComplementRule(
        "source-cue-clause",
        "A source, a cue and a bare clause: Vane said the port would close.",
        ("clause",),
        SPEECH_STEPS,
    ),
    ComplementRule(
        "source-cue-question",
        "A source, a cue and a question: Vane asked whether the port would close.",
        ("wh",),
        SPEECH_STEPS,
    ),
    ComplementRule(
        "source-cue-infinitive",
        "A source, a cue and an infinitive: Vane promised to close the port.",
        ("to", "obj-to"),
        ATTITUDE_STEPS,
    ),
    ComplementRule(
        "source-cue-object",
        "A source, a cue and its object: Vane criticized the plan.",
        ("obj", "ing", "preposition"),
        ATTITUDE_STEPS,
    ),
)
BY_NAME = {rule.name: rule for rule in COMPLEMENT_RULES}


def named(name: str) -> ComplementRule:
    """The rule of that name; what a pickled rule is read back by."""
    return BY_NAME[name]
