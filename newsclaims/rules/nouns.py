"""Nouns that name an act of saying: Vane's claim that ..., his promise to ..., the fear that ..."""

from __future__ import annotations

import attrs

from newsclaims.grammar.complement import Kind
from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.mentions import Mention
from newsclaims.grammar.walking import past_one
from newsclaims.grammar.word_classes import (
    BE,
    BRACKET_OR_COMMA,
    CLAUSE_JOINTS,
    CLOSE_BRACKET,
    CLOSE_QUOTE,
    COMMA,
    FINITE,
    OPEN_BRACKET,
    OPEN_QUOTE,
    PRONOUN,
    THAT,
    THAT_OR_QUOTE,
    TO,
    VERB_GROUP,
)
from newsclaims.layers import Layers
from newsclaims.model import Cue, Quotation
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.findings import Findings
from newsclaims.rules.fragments import can_speak
from newsclaims.rules.owners import giver_of, owner_of

NOUN_REACH = 3
QUOTED_REACH = 9
ANSWER_REACH = 8
QUESTION_TOKENS = 8
ASIDES = 3
ASIDE_REACH = 12


@rule("source-noun-that", anchor="noun")
def source_noun_that(layers: Findings, cue: CueMatch) -> Attribution | str:
    """A noun of saying with its owner and what was said: Vane's claim that the port would close."""
    low, high = layers.clauses.bounds(cue.head)
    first = cue.last + 1
    if layers.said[cue.head] and (first >= high or layers.said[first]):  # not "criticized Vane's claim | that it would close"
        return "the cue stands inside what somebody else said"
    last = cue.last
    be = copula_after(layers, first, high)
    if be >= 0:
        first, last = past_one(layers.shape, be + 1, be + 2, COMMA), be
    agent = maker_of(layers, first, high)
    if agent is not None:
        first = agent.last + 1
    if layers.shape[first:high][:1] not in (tuple(THAT_OR_QUOTE) if last > cue.last else (THAT,)):
        return "no “that” after the noun"
    if not layers.clauses.has_finite(first + 1, high) or layers.shape[first + 1] in FINITE:
        return "no clause with a subject of its own after the noun"
    contents = layers.content(first, stop_of(layers, cue, first, last, high) - 1)
    owner, start = owner_of(layers, cue.head, low)
    if owner is not None and agent is None:
        return Attribution(contents, owner, attrs.evolve(layers.cue_of(cue), span=layers.span(start, last)))
    holder = agent or holder_of(layers, cue, low)
    return Attribution(contents, layers.mention_span(holder) if holder is not None else None, layers.cue_of(cue))


def maker_of(layers: Layers, first: int, high: int) -> Mention | None:
    """Who is named right after the noun: "the claim by the mayor that", "the view of the mayor that"."""
    agent = giver_of(layers, first, high, attach=False)
    return agent if agent is not None and agent.first == first + 1 else None


def holder_of(layers: Layers, cue: CueMatch, low: int) -> Mention | None:
    """Who makes the claim that nobody owns: "Vane dismissed the claim that", "Vane made the claim that"."""
    holder = layers.clauses.governing_subject(cue.head, low)
    return holder if holder is not None and can_speak(layers, holder) and holder.last < cue.head else None


def copula_after(layers: Layers, first: int, high: int) -> int:
    """The "is" or "was" after a noun and what is set off from it: "his motto, known to all, was that", "was, “..."; or -1."""
    shape, at = layers.shape, first
    for _ in range(ASIDES):
        at = layers.clauses.skip_adverbials(at, high)
        opener = shape[at : at + 1]
        if not opener or opener not in BRACKET_OR_COMMA:
            break
        at = shape.find(CLOSE_BRACKET if opener == OPEN_BRACKET else COMMA, at + 1, min(high, at + ASIDE_REACH)) + 1
        if at == 0:
            return -1
    if shape[at : at + 1] != BE:
        return -1
    leads = shape[at + 1 : at + 2] in (THAT, OPEN_QUOTE) or shape[at + 1 : at + 3] == COMMA + OPEN_QUOTE
    return at if leads else -1


@rule("source-noun-to", anchor="noun")
def source_noun_to(layers: Findings, cue: CueMatch) -> Attribution | str:
    """A noun of promising with its owner and quoted words of what is promised: Vane's pledge to be “neutral”, his call for a “revolt”."""
    if cue.lemma not in layers.language.words("promising_nouns"):
        return "no noun of promising"
    if layers.said[cue.head]:
        return "the cue stands inside what somebody else said"
    low, high = layers.clauses.bounds(cue.head)
    first = cue.last + 1
    kind = promised(layers, first, high)
    if kind is None:
        return "no “to” or “for” after the noun with quoted words close to it"
    owner, start = owner_of(layers, cue.head, low)
    if owner is None:
        return "nobody owns the noun"
    stop = layers.clauses.end_of_content(first, high, kind)
    whole = attrs.evolve(layers.cue_of(cue), span=layers.span(start, cue.last))
    return Attribution(layers.content(first, stop - 1), owner, whole)


def promised(layers: Layers, first: int, high: int) -> Kind | None:
    """What follows a noun of promising, if words of it are quoted: "to" for an infinitive, "obj" for “for” and its object."""
    opening = layers.shape.find(OPEN_QUOTE, first, min(high, first + QUOTED_REACH))
    if opening < 0 or not layers.quoted[opening] or layers.clauses.has_finite(first + 2, opening):  # past "to be"
        return None
    if layers.shape[first] == TO:
        return "to"
    return "obj" if layers.tokens.lower[first] in layers.language.words("promising_prepositions") else None


@rule("owner-quote-noun")
def owner_quote_noun(layers: Layers, quotation: Quotation) -> Attribution | str:
    """Quoted words between an owner and a noun of saying: his “careless” remarks, Vane's “big lie” claim."""
    here = layers.place(quotation)
    cue = layers.first_cue(here.pause + 1, min(here.pause + NOUN_REACH, here.stop))
    if cue is None or cue.form is not Form.NOUN:
        return "no noun of saying after the quotation"
    owner, _ = owner_of(layers, here.opening, here.low)
    if owner is None:
        return "nobody owns the noun"
    return Attribution(quotation.stretches, owner, layers.cue_of(cue))


@rule("quote-was-noun")
def quote_was_noun(layers: Layers, quotation: Quotation) -> Attribution | str:
    """A quotation that is somebody's answer: “Not now,” was Vane's blunt reply; “Not now,” was the reply of the mayor."""
    here = layers.place(quotation)
    close, high = here.close, here.high
    if layers.shape[close + 1 : close + 2] != BE:
        return "no form of “to be” after the quotation"
    cue = next((cue for cue in layers.cues_between(close + 2, min(close + ANSWER_REACH, high)) if cue.form is Form.NOUN), None)
    if cue is None:
        return "no noun of saying after the quotation"
    owner, _ = owner_of(layers, cue.head, close + 2)
    if owner is None:
        giver = giver_of(layers, cue.last + 1, high)
        owner = None if giver is None else layers.mention_span(giver)
    return "nobody's noun" if owner is None else Attribution(quotation.stretches, owner, layers.cue_of(cue))


@rule("noun-question-quote")
def noun_question_quote(layers: Layers, quotation: Quotation) -> Attribution | str:
    """A noun of saying asked for, and the quotation that answers: Her verdict? “Dreadful.”"""
    first = layers.place(quotation).opening
    words = layers.tokens.lower
    if first < 2 or words[first - 1] != "?" or words[first - 2] not in layers.language.words("asked_nouns"):
        return "no question for something said before the quotation"
    low, high = layers.clauses.bounds(first - 1)
    if high != first or high - low > QUESTION_TOKENS:
        return "no short question of its own before the quotation"
    owner, start = owner_of(layers, high - 2, low)
    if owner is None:
        return "nobody owns the noun"
    return Attribution(quotation.stretches, owner, Cue(layers.span(start, high - 2), words[high - 2], "say"))


def stop_of(layers: Layers, cue: CueMatch, first: int, last: int, high: int) -> int:
    """Where what the noun names ends: before the noun's own verb, or with the sentence where it "was that ..."."""
    if last > cue.last:
        return layers.clauses.end_of_content(first, high, "clause")
    stop = layers.clauses.end_of_content(first, high, "obj")
    if layers.shape[first] == THAT and not layers.clauses.has_finite(first, stop):  # "the claim that meat, such as beef, | is sold"
        aside = layers.shape.find(COMMA, stop + 1, high) if layers.shape[stop : stop + 1] == COMMA else -1
        stop = layers.clauses.end_of_content(aside + 1, high, "obj") if aside > 0 else stop
    return min(stop, own_verb(layers.shape, first, high))


def own_verb(shape: str, first: int, high: int) -> int:
    """The noun's own verb, which comes after the clause's: "the claim that it would close | surprised the union"."""
    verbs, k = 0, past_one(shape, first + 1, high, PRONOUN)
    while k < high:
        if shape[k] in CLAUSE_JOINTS:
            return high
        if shape[k] == OPEN_QUOTE:
            k = shape.find(CLOSE_QUOTE, k, high)
            if k < 0:
                return high
        if shape[k] in FINITE and shape[k - 1] not in VERB_GROUP:
            verbs += 1
            if verbs > 1:
                return k
        k += 1
    return high


NOUN_RULES = (source_noun_that, source_noun_to, owner_quote_noun, quote_was_noun, noun_question_quote)
