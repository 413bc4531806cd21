"""Quotations without a listed cue of their own: after a colon, after a label, or as a few quoted words in a sentence."""

from __future__ import annotations

import functools

from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.mentions import Mention
from newsclaims.grammar.walking import back_to
from newsclaims.grammar.word_classes import (
    ACTIVE_VERB,
    ADVERB,
    ANY_VERB_BACKWARDS,
    ASIDE_MARK,
    ATTRIBUTE_OF,
    BE,
    BREAK_OR_QUOTE,
    CLAUSE_JOINT,
    COLON,
    COMMA,
    DASH,
    DETERMINER,
    FINITE,
    LEADING_MARK,
    NAME,
    NAMING,
    NEGATED_AUXILIARY,
    NOUN,
    OBJECT_PRONOUN,
    OF,
    OPEN_QUOTE,
    PARTICIPLE,
    PRONOUN,
    RELATIVE,
    SEMICOLON,
    SPEAKS_BY_CLASS,
    VERB,
    VERB_BACKWARDS,
    VERB_FORM,
    VERB_GROUP,
    words_of_class,
)
from newsclaims.language import Language
from newsclaims.language.inflection import with_plurals
from newsclaims.layers import Layers
from newsclaims.model import Cue, Quotation
from newsclaims.rules.asking import verb_cue
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.owners import speaker_of_noun
from newsclaims.rules.quotes import fills_sentence, is_fragment

SENTENCE_WORDS = 4
LABEL_REACH = 4


@rule("source-colon-quote")
def source_colon_quote(layers: Layers, quotation: Quotation) -> Attribution | str:
    """A sentence or a label, a colon, a quotation: The mayor was blunt: “...”; Vane: “...”."""
    here = layers.place(quotation)
    opening = here.opening
    mark = layers.shape[opening - 1 : opening]
    if mark not in (COLON, SEMICOLON):
        return "no colon before the quotation"
    low = label_start(layers, here.low, opening)
    if opening - 2 < low:
        return "nothing before the colon"
    found = cue_at_colon(layers, low, opening)
    if found is None and mark == COLON:
        verb = next((k for k in range(low, opening) if layers.shape[k] in FINITE and not layers.quoted[k]), -1)
        found = label(layers, low, opening) if verb < 0 else announcing_sentence(layers, low, verb, opening)
    if found is None:
        return "no source before the colon"
    source, cue = found
    return Attribution(quotation.stretches, layers.mention_span(source), cue)


def cue_at_colon(layers: Layers, low: int, opening: int) -> tuple[Mention, Cue] | None:
    """A tag before the colon: It was late, Vane said: “...”."""
    cue = next((cue for cue in layers.cues_between(low, opening) if cue.last == opening - 2 and "quote" in cue.frames), None)
    source = None if cue is None else layers.clauses.subject(cue)
    return None if cue is None or source is None else (source, layers.cue_of(cue))


def label(layers: Layers, low: int, opening: int) -> tuple[Mention, Cue] | None:
    """Who speaks, without a verb: Vane: “...”; From the minister: “...”."""
    low = after_from(layers, low, opening)
    source = speaker_of_noun(layers, low, opening) or layers.mentions.before(opening - 1, low, inside=True)
    if source is None or source.first > low + 1:
        return None
    return source, Cue(layers.span(opening - 1, opening - 1), ":", "say")


def announcing_sentence(layers: Layers, low: int, verb: int, opening: int) -> tuple[Mention, Cue] | None:
    """A sentence with any verb: The mayor was blunt: “...”."""
    main = last_main_clause(layers, low, verb, opening)
    speaker = speaker_of_noun(layers, low, verb)
    if main is not None:
        verb, source = main
    elif speaker is not None:
        source = speaker
    else:
        source = clause_subject(layers, verb, low) if verb > low else layers.mentions.after(verb + 1, opening)
    if source is None and layers.shape[low:verb] == ADVERB:
        source = presented(layers, verb, opening)
    if source is not None and not can_speak(layers, source):
        source = named_object(layers, verb, opening) or source
    return None if source is None or is_there(layers, source) else (source, verb_cue(layers, verb))


def presented(layers: Layers, verb: int, opening: int) -> Mention | None:
    """Who is shown to speak: Here is Vane on the port: “...”."""
    source = layers.mentions.after(verb + 1, opening)
    return source if source is not None and (can_speak(layers, source) or is_speaking_noun(layers, source)) else None


def is_there(layers: Layers, source: Mention) -> bool:
    """Whether a subject is the "there" of "there is", which is nobody."""
    return layers.tokens.lower[source.head] in words_of_class(layers.language, "existential")


def last_main_clause(layers: Layers, low: int, verb: int, opening: int) -> tuple[int, Mention | None] | None:
    """The verb and subject of the last clause that a comma sets off: It was late, but Vane had news: “...”."""
    for k in range(opening - 1, verb, -1):
        if layers.shape[k] not in FINITE or layers.quoted[k] or layers.shape[k - 1] in VERB_GROUP:
            continue
        source = layers.clauses.subject_at(layers.clauses.group_start(k, low), low)
        if source is not None and source.how != "relative" and source.first > verb and opens_main_clause(layers, source.first):
            return k, source
    return None


def opens_main_clause(layers: Layers, first: int) -> bool:
    """Whether a subject begins a clause after a comma: ", but Vane"; ", he"; "so late, that she"."""
    shape = layers.shape
    return shape[first - 1] in BREAK_OR_QUOTE or (shape[first - 1] in CLAUSE_JOINT and shape[first - 2] in BREAK_OR_QUOTE)


def after_from(layers: Layers, low: int, opening: int) -> int:
    """Past the words of a label that say from whom it is: From the minister: “...”; A lesson from Orla Vane: “...”."""
    prepositions = layers.language.words("label_prepositions")
    return next((k + 1 for k in range(low, min(opening - 2, low + LABEL_REACH)) if layers.tokens.lower[k] in prepositions), low)


def label_start(layers: Layers, low: int, opening: int) -> int:
    """Where a label begins, which may stand after a dash: The ice is thin - Orla Vane: “...”."""
    dash = layers.shape.rfind(DASH, low, opening)
    if dash < 0 or layers.clauses.has_finite(dash, opening):
        return low
    return dash + 1


def named_object(layers: Layers, verb: int, opening: int) -> Mention | None:
    """A name between a verb and the colon: The storm did not surprise the harbor pilot Orla Vane: “...”."""
    found = layers.mentions.before(opening - 1, verb + 1, inside=True)
    return found if found is not None and layers.shape[found.head] == NAME else None


@rule("source-verb-comma-quote")
def source_verb_comma_quote(layers: Layers, quotation: Quotation) -> Attribution | str:
    """Any verb, a comma and a quotation that begins like a sentence: Vane shot back, “...”."""
    here = layers.place(quotation)
    opening, low = here.opening, here.low
    if layers.shape[opening - 1 : opening] != COMMA:
        return "no comma before the quotation"
    if opening - 2 < low:
        return "nothing before the comma"
    if not quotation.contents[0].text[:1].isupper() or len(quotation.contents[0].text.split()) < SENTENCE_WORDS:
        return "the quotation does not begin like a sentence"
    verb = opening - 1
    while verb >= low and (layers.shape[verb] not in VERB_BACKWARDS or layers.shape[verb - 1 : verb + 1] == DETERMINER + VERB):  # "a bit"
        verb -= 1
    if verb < low or layers.shape[verb] not in ACTIVE_VERB:
        return "no verb before the quotation"
    cue = open_cue(layers, low, verb)
    verb = verb if cue is None else cue.head
    source = clause_subject(layers, verb, low)
    if source is None:
        return "no source for the verb"
    return Attribution(quotation.stretches, layers.mention_span(source), verb_cue(layers, verb) if cue is None else layers.cue_of(cue))


def open_cue(layers: Layers, low: int, verb: int) -> CueMatch | None:
    """A cue before the clause of a verb, to which nothing that was said follows: Vane said, as he rose, “...”."""
    for cue in reversed(layers.cues_between(low, verb)):
        if cue.form is Form.FINITE and "quote" in cue.frames and not layers.quoted[cue.head]:
            return cue if layers.clauses.complement(cue) is None else None
    return None


@rule("cue-source-quote", anchor="verb")
def cue_source_quote(layers: Layers, cue: CueMatch) -> Attribution | str:
    """A cue, its source and a quotation: Said Vane: “...”; In other words, explained the mayor, “...”."""
    low, high = layers.sentence(cue.sentence)
    if layers.shape[cue.first - 1] not in ASIDE_MARK and cue.first > low:
        return "the cue does not begin its clause"
    if layers.clauses.subject(cue) is not None:
        return "the cue has a source before it"
    source = layers.clauses.inverted(cue)
    if source is None:
        return "no source after the cue"
    opening = source.last + 2
    if (
        opening >= high
        or layers.shape[opening - 1] not in LEADING_MARK
        or layers.shape[opening] != OPEN_QUOTE
        or not layers.quoted[opening]
    ):
        return "no quotation after the source"
    stop = layers.clauses.end_of_content(opening, high, "quote")
    return Attribution(layers.content(opening, stop - 1), layers.mention_span(source), layers.cue_of(cue))


@rule("subject-verb-fragment")
def subject_verb_fragment(layers: Layers, quotation: Quotation) -> Attribution | str:
    """A few quoted words after a verb that is no listed cue go to its subject: She pilloried the “lost years”."""
    here = layers.place(quotation)
    low = here.low
    verb = back_to(layers.shape, here.opening - 1, low, ANY_VERB_BACKWARDS)
    if verb < low or layers.shape[verb] not in VERB_FORM:
        return "no verb before the quotation"
    if layers.shape[verb] == PARTICIPLE and BE in layers.shape[layers.clauses.group_start(verb, low) : verb]:
        return "the subject only has it done"
    source = clause_subject(layers, verb, low)
    if source is not None and layers.shape[source.head] == OBJECT_PRONOUN:  # "the man before me was buoyed by “wins”"
        return "the subject is somebody's object"
    if source is None or not (can_speak(layers, source) or (is_speaking_noun(layers, source) and not is_fragment(layers, quotation))):
        return "no subject that can speak"
    if is_fragment(layers, quotation) and is_named_thing(layers, quotation, source):
        return "a word or two that name a thing"
    first = verb + 1
    stop = layers.clauses.end_of_content(first, here.stop, "obj")
    return Attribution(layers.content(first, stop - 1), layers.mention_span(source), verb_cue(layers, verb))


def is_named_thing(layers: Layers, quotation: Quotation, source: Mention) -> bool:
    """Whether a few quoted words amid a sentence are just part of a noun phrase: Vane held a “lantern” supper there."""
    first, last = layers.place(quotation)[:2]
    if fills_sentence(layers, quotation) or layers.shape[last + 1 : last + 2] == OF:  # "the “lost years” of"
        return False
    if layers.shape[source.head] == RELATIVE:
        return True
    if layers.shape[first - 1] in NAMING and layers.tokens.lower[last - 1] in saying_nouns(layers.language):  # "raised her “deep concern”"
        return False
    if layers.tokens.lower[first - 1] in layers.language.words("quotation_word_nouns"):  # "used the phrase “dry port” often"
        return False
    return layers.shape[first - 1] in ATTRIBUTE_OF or layers.shape[last + 1 : last + 2] == NOUN


def is_speaking_noun(layers: Layers, source: Mention) -> bool:
    """Whether a phrase is headed by a noun for people, bodies or documents: "the supporters", "the ad"."""
    return layers.shape[source.head] == NOUN and layers.tokens.lower[source.head] in speaking_nouns(layers.language)


@functools.lru_cache(maxsize=8)
def saying_nouns(language: Language) -> frozenset[str]:
    """The nouns for what is said or felt, with their plurals."""
    return with_plurals(language.table("cue_nouns").keys() | language.words("speech_nouns"))


@functools.lru_cache(maxsize=8)
def speaking_nouns(language: Language) -> frozenset[str]:
    """The nouns for those who say something, with their plurals."""
    nouns = language.words("person_nouns") | language.words("organization_nouns") | language.words("document_nouns")
    return with_plurals(nouns) | language.words("plural_nouns")


def clause_subject(layers: Layers, verb: int, low: int) -> Mention | None:
    """The subject of any verb, finite or not."""
    clauses, shape = layers.clauses, layers.shape
    if shape[verb] in FINITE or (verb > low and shape[verb - 1] in NEGATED_AUXILIARY):
        return clauses.subject_at(clauses.group_start(verb, low), low)
    return clauses.governing_subject(verb, low)


def can_speak(layers: Layers, source: Mention) -> bool:
    """A name, a person pronoun or a relative: what stands for somebody."""
    code = layers.shape[source.head]
    return code in SPEAKS_BY_CLASS or (
        code == PRONOUN and layers.tokens.lower[source.head] not in layers.language.words("impersonal_pronouns")
    )
