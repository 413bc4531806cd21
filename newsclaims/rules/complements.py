"""What follows a cue: she said that ..., he promised to ..., they called it “...”."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import attrs

from newsclaims.grammar.complement import Complement, Kind
from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.mentions import Mention
from newsclaims.grammar.walking import back_over
from newsclaims.grammar.word_classes import (
    COLON,
    COMMA,
    DASH,
    FINITE,
    GENITIVE,
    NAME,
    NUMBER,
    OPEN_QUOTE,
    PREPOSITION,
    THAT,
    TIME,
    words_of_class,
)
from newsclaims.layers import Layers
from newsclaims.model import Modality
from newsclaims.rules.base import Anchor, Attribution
from newsclaims.rules.findings import Findings
from newsclaims.rules.hearing import is_court
from newsclaims.rules.owners import owner_of
from newsclaims.rules.subjects import RAISING
from newsclaims.shown import Shown

SPEECH = ("say", "claim", "tell", "ask", "write", "announce", "show")
"""Categories of cues that report within what somebody else says: "..., who told him that it rained"."""


ORDERS = ("tell", "urge", "ask")
OF_BODIES = ("cite", "urge", "announce", "judge", "accuse", "describe", "say")
"""Categories of cues of what a body or a document can do."""


YET_TO_BE = ("urge", "promise", "announce", "want", "expect")
"""Categories of cues of what is yet to be, which can have a time of its own."""
BEFORE_DAY_NAME = NAME + NUMBER + PREPOSITION
"""After these a day is part of a phrase: "Super Tuesday", "15 March"."""


class Step(NamedTuple):
    """A question to a cue whose answer "yes" means that the rule does not fire, and what is said of it then."""

    holds: Callable[[Findings, CueMatch], bool]
    reason: str


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

    def __reduce__(self) -> tuple[Callable[[str], ComplementRule], tuple[str]]:
        return named, (self.name,)


# ---------------------------------------------------------------------- the steps


def seems(layers: Layers, cue: CueMatch) -> bool:
    """The subject of "seem" is part of what seems so."""
    return cue.category == "seem"


def is_raised(layers: Layers, cue: CueMatch) -> bool:
    """So is that of "is expected to"."""
    return cue.form is Form.PASSIVE and cue.category in RAISING


def said_by_others(layers: Findings, cue: CueMatch) -> bool:
    """Whether the cue stands in what somebody else said, and does not report somebody's words there."""
    return bool(layers.said[cue.head]) and cue.category not in SPEECH


def said_at_all(layers: Findings, cue: CueMatch) -> bool:
    """Whether the cue stands in what somebody else said, and is no order, which is a report: alleged that Vane had told them to stay."""
    return bool(layers.said[cue.head]) and not is_order(layers, cue)


def is_order(layers: Layers, cue: CueMatch) -> bool:
    """Whether somebody is told to do something."""
    complement = layers.clauses.complement(cue)
    if complement is None or cue.category not in ORDERS or cue.form is not Form.FINITE or cue.modality is not Modality.ASSERTED:
        return False
    return complement.kind == "obj-to" or (complement.kind == "to" and complement.addressee is not None)


def is_tagged(layers: Findings, cue: CueMatch) -> bool:
    """Whether the quotation after the cue has been given to somebody by its own tag: The clerk said: “Late,” he said."""
    complement = layers.clauses.complement(cue)
    return complement is not None and complement.kind == "quote" and bool(layers.said[complement.first])


def is_unheard(layers: Layers, cue: CueMatch) -> bool:
    """Whether "heard" has no court or inquest for its subject."""
    if cue.category != "hear":
        return False
    source = layers.clauses.subject(cue)
    return source is None or not is_court(layers, source.head)


def lacks_source(layers: Layers, cue: CueMatch) -> bool:
    """Whether nobody is named, and the cue cannot do without: not "it is believed that", "when asked whether"."""
    complement = layers.clauses.complement(cue)
    if complement is not None and (complement.kind == "preposition" or cue.category == "show"):  # "asked about the dam"
        return layers.clauses.subject(cue) is None
    if cue.category == "hear" or cue.form is Form.PASSIVE or (cue.form is not Form.PARTICIPLE and cue.category == "ask"):
        return False
    return layers.clauses.subject(cue) is None


def is_of_thing(layers: Layers, cue: CueMatch) -> bool:
    """Whether the subject of an attitude is "it" or a relative "that", which seldom stands for somebody."""
    source = layers.clauses.subject(cue) if cue.category != "hear" else None
    if source is None or is_body(layers, cue, source):
        return False
    return layers.shape[source.head] == THAT or layers.tokens.lower[source.head] in layers.impersonal_pronouns


def is_body(layers: Layers, cue: CueMatch, source: Mention) -> bool:
    """Whether "it" does what bodies and documents do: it cited a lack of staff, it called on the council to act."""
    if cue.category not in OF_BODIES or cue.form is not Form.FINITE or layers.shape[source.head] == THAT:
        return False
    return layers.tokens.lower[source.head] not in words_of_class(layers.language, "existential")


def is_certain(layers: Layers, cue: CueMatch) -> bool:
    """Whether an adjective has "it" for its subject: it was clear that the port would close."""
    return cue.takes("adjective") and is_of_thing(layers, cue)


def shows_nothing(layers: Layers, cue: CueMatch) -> bool:
    """Whether a cue of showing has a person for its subject or is not put as a fact: not "the poll shows", but "he may find"."""
    if cue.category != "show":
        return False
    source = layers.clauses.subject(cue)
    if cue.form is Form.INFINITIVE or cue.modality is not Modality.ASSERTED or source is None:
        return True
    return layers.tokens.lower[source.head] in layers.person_pronouns


def describes(layers: Findings, cue: CueMatch) -> bool:
    """Whether the cue stands in a clause with "that" on a thing in what somebody else said."""
    source = layers.clauses.subject(cue) if layers.said[cue.head] and cue.category != "hear" else None
    return source is not None and source.how == "relative" and layers.shape[source.head] == THAT


PART_OF_SAID = "the subject of the cue is part of what is said"
OTHERS = "the cue stands inside what somebody else said"
SEEMS = Step(seems, PART_OF_SAID)
RAISED = Step(is_raised, PART_OF_SAID)
SAID_BY_OTHERS = Step(said_by_others, OTHERS)
SAID_AT_ALL = Step(said_at_all, OTHERS)
UNHEARD = Step(is_unheard, "not before a court or the like")
NO_SOURCE = Step(lacks_source, "no source for the cue")
THING = Step(is_of_thing, "what the subject stands for is no person")
SHOWS_NOTHING = Step(shows_nothing, "only documents and research show something, and only where they do")
DESCRIBES = Step(describes, "the cue only describes something in what somebody else said")
TAGGED = Step(is_tagged, "the quotation has a tag already")
CERTAIN = Step(is_certain, "what the subject stands for is no person")
SPEECH_STEPS = (TAGGED, SEEMS, RAISED, SAID_BY_OTHERS, UNHEARD, NO_SOURCE, CERTAIN, SHOWS_NOTHING, DESCRIBES)
THAT_STEPS = (SEEMS, SAID_BY_OTHERS, UNHEARD, NO_SOURCE, CERTAIN, SHOWS_NOTHING, DESCRIBES)
ATTITUDE_STEPS = (SEEMS, RAISED, SAID_AT_ALL, UNHEARD, NO_SOURCE, THING, SHOWS_NOTHING, DESCRIBES)


# ---------------------------------------------------------------------- the attribution


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
        layers.cue_of(cue, last=last),
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
    openers = layers.language.words("setting_prepositions")
    for k in range(first + 1, stop):
        if layers.shape[k] in FINITE:  # "the question that will be asked on Monday"
            return stop
        day = layers.shape[k] == TIME and layers.shape[k - 1] not in BEFORE_DAY_NAME
        if (day or layers.tokens.lower[k] in openers) and layers.clauses.skip_setting(k, stop) == stop:
            settings = layers.language.words("speech_settings")
            said_so = cue.category not in YET_TO_BE or any(layers.tokens.lower[at] in settings for at in range(k, stop))
            return k if said_so else stop  # "proposed a meeting in May"
    return stop


def before_tagged(layers: Findings, first: int, stop: int) -> int:
    """Where the words said end if a quotation with a tag of its own is set off from them: said it was over: “It is,” she said."""
    for mark in (COLON, DASH):
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
