"""The named steps that refuse a complement: why a cue and what follows it are no attribution."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import NamedTuple

from newsclaims.grammar.category import Category
from newsclaims.grammar.cues import ASSERTED, CueMatch, Form
from newsclaims.grammar.mentions import Mention
from newsclaims.grammar.word_classes import BREAK, THAT, TO, words_of_class
from newsclaims.language import Language
from newsclaims.layers import Layers
from newsclaims.rules.asking import ADDRESSED
from newsclaims.rules.findings import Findings
from newsclaims.rules.hearing import is_court
from newsclaims.rules.moods import is_unsaid
from newsclaims.rules.subjects import RAISING

SPEECH: tuple[Category, ...] = ("say", "claim", "tell", "ask", "write", "announce", "show")
"""Categories of cues that report within what somebody else says: "..., who told him that it rained"."""

SIDED: tuple[Category, ...] = ("support", "oppose")
WEAPON_REACH = 4
OF_BODIES = ("cite", "urge", "announce", "judge", "accuse", "describe", "say")
"""Categories of cues of what a body or a document can do."""


class Step(NamedTuple):
    """A question to a cue whose answer "yes" means that the rule does not fire, and what is said of it then."""

    holds: Callable[[Findings, CueMatch], bool]
    reason: str


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
    if complement is None or cue.category not in ADDRESSED or cue.form is not Form.FINITE or cue.modality is not ASSERTED:
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
    if cue.form is Form.PASSIVE and layers.clauses.bounds(cue.head)[0] == cue.first:  # "Be warned:"
        return True
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
    """Whether an adjective has "it" for its subject, or a gerund: it was clear that it would close; it is worth noting that it did."""
    gerund = cue.form is Form.PARTICIPLE and cue.first > 0 and layers.shape[cue.first - 1] not in BREAK
    return (gerund or "adjective" in cue.frames) and is_of_thing(layers, cue)


def only_sides(layers: Layers, cue: CueMatch) -> bool:
    """Whether somebody only takes a side or shows something on the way: a group supporting Vane, free to oppose it, showing it."""
    if cue.form is Form.PARTICIPLE:
        return cue.category == "show" or (cue.category in SIDED and "with" not in cue.frames)
    return cue.form is Form.INFINITIVE and layers.shape[cue.first] == TO and cue.category in SIDED and "with" not in cue.frames


def shows_nothing(layers: Layers, cue: CueMatch) -> bool:
    """Whether a cue of showing has a person for its subject or is not put as a fact: not "the poll shows", but "he may find"."""
    if cue.category != "show":
        return False
    source = layers.clauses.subject(cue)
    if cue.form is Form.INFINITIVE or cue.modality is not ASSERTED or source is None:
        return True
    return layers.tokens.lower[source.head] in layers.person_pronouns


def describes(layers: Findings, cue: CueMatch) -> bool:
    """Whether the cue stands in a clause with "that" on a thing in what somebody else said."""
    source = layers.clauses.subject(cue) if layers.said[cue.head] and cue.category != "hear" else None
    return source is not None and source.how == "relative" and layers.shape[source.head] == THAT


def is_act(layers: Layers, cue: CueMatch) -> bool:
    """Whether the object makes an act of it: attacked the ball, claimed the title, attacked a man with a hammer."""
    language = layers.language
    complement = layers.clauses.complement(cue) if cue.lemma in act_verbs(language) else None
    if complement is None or complement.kind != "obj":
        return False
    _, high = layers.clauses.bounds(cue.head)
    found = layers.mentions.after(complement.first, high, attach=False)
    if found is None:
        return False
    lower = layers.tokens.lower
    if cue.lemma in language.table("act_objects").get(lower[found.head], "").split():
        return True
    armed = (k for k in range(found.head + 1, min(high, found.last + WEAPON_REACH)) if lower[k] in words_of_class(language, "with"))
    weapon = next((layers.mentions.after(k + 1, high, attach=False) for k in armed), None)
    return weapon is not None and cue.lemma in language.table("weapons").get(lower[weapon.head], "").split()


@functools.lru_cache(maxsize=8)
def act_verbs(language: Language) -> frozenset[str]:
    """The verbs that some objects make acts of."""
    tables = (language.table("act_objects"), language.table("weapons"))
    return frozenset(verb for table in tables for verbs in table.values() for verb in verbs.split())


PART_OF_SAID = "the subject of the cue is part of what is said"
OTHERS = "the cue stands inside what somebody else said"
SEEMS = Step(seems, PART_OF_SAID)
RAISED = Step(is_raised, PART_OF_SAID)
SAID_BY_OTHERS = Step(said_by_others, OTHERS)
UNSAID = Step(is_unsaid, "nobody said it: it is only called up")
SAID_AT_ALL = Step(said_at_all, OTHERS)
UNHEARD = Step(is_unheard, "not before a court or the like")
NO_SOURCE = Step(lacks_source, "no source for the cue")
THING = Step(is_of_thing, "what the subject stands for is no person")
SHOWS_NOTHING = Step(shows_nothing, "only documents and research show something, and only where they do")
ONLY_SIDES = Step(only_sides, "taking a side, or showing something, on the way says nothing")
ACT = Step(is_act, "an act, and nothing said")
DESCRIBES = Step(describes, "the cue only describes something in what somebody else said")
TAGGED = Step(is_tagged, "the quotation has a tag already")
CERTAIN = Step(is_certain, "what the subject stands for is no person")
SPEECH_STEPS = (TAGGED, UNSAID, SEEMS, RAISED, SAID_BY_OTHERS, UNHEARD, NO_SOURCE, CERTAIN, SHOWS_NOTHING, DESCRIBES)
THAT_STEPS = (UNSAID, SEEMS, SAID_BY_OTHERS, UNHEARD, NO_SOURCE, CERTAIN, SHOWS_NOTHING, DESCRIBES)
ATTITUDE_STEPS = (SEEMS, RAISED, ONLY_SIDES, ACT, SAID_AT_ALL, UNHEARD, NO_SOURCE, THING, SHOWS_NOTHING, DESCRIBES)
