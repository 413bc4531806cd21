"""Tags after or inside reported words without quotation marks: the port would close, she said."""

from __future__ import annotations

from newsclaims.grammar.complement import Complement
from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.mentions import Mention
from newsclaims.grammar.walking import back_over, past
from newsclaims.grammar.word_classes import (
    ACCORDING,
    ADVERB,
    ADVERB_OR_PARTICLE,
    ANY_PREPOSITION,
    AS,
    ASIDE_MARK,
    ASIDE_OPENING,
    BASE,
    BEFORE_ACCORDING,
    BREAK_OR_QUOTE,
    CLOSE_QUOTE,
    COLON,
    COMMA,
    DESCRIBED_OBJECT,
    ENDING_MARK,
    FINITE,
    ING,
    INSERTED_AFTER,
    MODIFIER,
    NOUN,
    NOUN_OR_NAME,
    OBJECT_PRONOUN,
    OPEN_QUOTE,
    PARTICIPLE,
    PREPOSITION,
    QUOTE_MARKS,
    REDUCED_VERB,
    SAID_CLAUSE_START,
    STOP_OR_QUOTE,
    SUBJECT_START,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
)
from newsclaims.language.inflection import is_regular_past
from newsclaims.layers import Layers
from newsclaims.rules.around_tags import around_earlier_tag, clause_tag
from newsclaims.rules.asking import ADDRESSED, describes_quoted
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.complement_steps import shows_nothing
from newsclaims.rules.findings import Findings
from newsclaims.rules.fragments import can_speak, is_speaking_noun
from newsclaims.spans import Span

MARKED_TOKENS = 8
"""Of who is named in quotation marks: according to “Vane the mayor”."""
FARTHEST_COMPARED = 6
"""Tokens between the two words of a comparison."""
COMPARED = frozenset(MODIFIER + QUOTE_MARKS + PARTICIPLE)
"""What stands between them."""


def compares(shape: str, at: int, low: int) -> bool:
    """Whether the "as" at a token is the second of a comparison: "as bad as experts feared"."""
    first = shape.rfind(AS, max(low, at - FARTHEST_COMPARED), at)
    return 0 <= first < at - 1 and COMPARED.issuperset(shape[first + 1 : at])


def may_follow_tag(layers: Layers, complement: Complement) -> bool:
    """Whether what follows a cue leaves it a tag: a quotation that goes on, a clause that says when or where it was said."""
    return complement.kind == "quote" or (complement.kind == "clause" and layers.shape[complement.first] == PREPOSITION)


@rule("clause-source-cue", anchor="verb")
def clause_source_cue(layers: Findings, cue: CueMatch) -> Attribution | str:
    """Reported words, a source, its cue: The port would close, the minister said."""
    if cue.form is not Form.FINITE or "tag" not in cue.frames:
        return "the cue cannot be a tag"
    complement = layers.clauses.complement(cue)
    if complement is not None and not may_follow_tag(layers, complement):
        return "something said follows the cue"
    source = layers.clauses.subject(cue)
    if source is None or source.how != "before" or shows_nothing(layers, cue):
        return "no source before the cue"
    low, high = layers.clauses.bounds(cue.head)
    source = own_phrase(layers, cue, source, high)
    if complement is not None and not inserted(layers, low, source.first):
        return "something said follows the cue"
    if source.first <= low or layers.shape[source.first - 1] not in INSERTED_AFTER:
        return "no comma before the source"
    if complement is None and told_more(layers, cue, high):
        return "something follows the cue that is no part of a tag"
    return around_earlier_tag(layers, cue, source) or clause_tag(layers, cue, source, source.first, max(cue.last, source.last))


def told_more(layers: Layers, cue: CueMatch, high: int) -> bool:
    """Whether an object or an infinitive follows the cue, so that it is no tag: Vane has said nothing about it; he went on to win."""
    at = past(layers.shape, cue.last + 1, high, ADVERB_OR_PARTICLE)
    if cue.category in ADDRESSED or at >= high:
        return False
    if layers.shape[at : at + 2] == TO + BASE:
        return True
    return layers.shape[at] in SUBJECT_START + OBJECT_PRONOUN and layers.clauses.skip_adverbials(at, high) == at  # not "said last week"


def own_phrase(layers: Layers, cue: CueMatch, source: Mention, high: int) -> Mention:
    """The last phrase of a source where a verb goes on after the tag, whose subject the first is: Rates, the bank said, would rise."""
    comma = layers.shape.rfind(COMMA, source.first, source.last)
    if describes_quoted(layers, source):
        return layers.mentions.before(cue.first, comma + 1) or source
    close = layers.clauses.skip_adverbials(cue.last + 1, high)
    after = layers.clauses.skip_adverbials(close + 1, high)
    if comma < 0 or after >= high or layers.shape[close] != COMMA or layers.shape[after] not in FINITE:
        return source
    return layers.mentions.before(cue.first, comma + 1) or source


@rule("clause-cue-source", anchor="verb")
def clause_cue_source(layers: Findings, cue: CueMatch) -> Attribution | str:
    """Reported words, a cue, its source: The port would close, said Orla Vane."""
    if "tag" not in cue.frames:
        return "the cue cannot be a tag"
    if cue.first == 0 or layers.shape[cue.first - 1] not in ASIDE_MARK:
        return "no comma before the cue"
    if cue.first < cue.head:  # "But Vane, speaking in Orrel, also admits Holt ..."
        return "the cue has an adverb, as no tag before its source has"
    source = layers.clauses.inverted(cue)
    if source is None:
        return "no source after the cue"
    if layers.quoted[source.head]:
        return "what follows the cue stands in quotation marks"
    _, high = layers.clauses.bounds(cue.head)
    after = layers.clauses.skip_adverbials(source.last + 1, high)
    if after < high and layers.shape[after] not in STOP_OR_QUOTE and not is_described(layers, after):
        return "something goes on after the source"
    if "obj" in cue.frames and is_object(layers, source):
        return "what follows the cue is its object"
    if cue.category != "say" and layers.mentions.before(cue.first, layers.clauses.bounds(cue.head)[0]) is not None:
        return "the cue has a source before it"
    return clause_tag(layers, cue, source, cue.first, source.last)


def is_object(layers: Layers, source: Mention) -> bool:
    """Whether a phrase after a cue is hardly who says it: Some pages, the first among them, disclose the end of the novel."""
    return not (can_speak(layers, source) or is_speaking_noun(layers, source) or layers.shape[source.head] != NOUN)


def is_described(layers: Layers, at: int) -> bool:
    """Whether a participle with its object goes on with the source: says a report highlighting the rise of ..."""
    return layers.shape[at] == ING and layers.shape[at - 1] in NOUN_OR_NAME and layers.shape[at + 1 : at + 2] in tuple(DESCRIBED_OBJECT)


def clause_follows(layers: Layers, first: int, at: int, low: int) -> bool:
    """Whether a clause or phrase follows that says when, after a tag set off by a comma: ", as she said when it rained"."""
    return first > low and layers.shape[first - 1] == COMMA and layers.shape[at : at + 1] in (SUBORDINATOR, PREPOSITION)


def is_reported_meanwhile(layers: Layers, cue: CueMatch, first: int, low: int) -> bool:
    """Whether a quotation follows "as" and its cue, and the reporter's words stand before: the crowd fell silent as Vane said, “..."""
    if first <= low or layers.shape[first - 1] in INSERTED_AFTER:
        return False
    complement = layers.clauses.complement(cue)
    return complement is not None and complement.kind == "quote"


@rule("as-source-cue", anchor="verb")
def as_source_cue(layers: Findings, cue: CueMatch) -> Attribution | str:
    """ "As" with a source and its cue, beside what they said: As Vane put it, the port was dead."""
    if cue.form is not Form.FINITE or "tag" not in cue.frames or not cue.takes("that", "so"):  # not "as the search continues"
        return "the cue cannot be a tag"
    low, high = layers.sentence(cue.sentence)
    source = layers.mentions.before(cue.first, low) if AS in layers.shape[low : cue.first] else None
    if source is None or source.first <= low or layers.shape[source.first - 1] != AS:
        return "no “as” and source before the cue"
    at = layers.clauses.skip_adverbials(cue.last + 1, high)
    first = source.first - 1
    if compares(layers.shape, first, low):
        return "it is a comparison: “as bad as they feared”"
    if is_reported_meanwhile(layers, cue, first, low):
        return "what was said follows the cue, and what stands before is the reporter's"
    if at < high and layers.shape[at] not in ENDING_MARK and not clause_follows(layers, first, at, low):
        return "no comma after the cue"
    if first > low + 1:
        return clause_tag(layers, cue, source, source.first - 1, cue.last)
    if at + 1 >= high:
        return "nothing said in the sentence"
    stop = layers.clauses.end_of_content(at + 1, high, "clause")
    return Attribution(layers.content(at + 1, stop - 1), layers.mention_span(source), layers.cue_of(cue))


@rule("according-to", anchor="phrase")
def according_to(layers: Findings, cue: CueMatch) -> Attribution | str:
    """A cue without a verb, with its source: According to Vane, the port was, in the words of her deputy, “dead”."""
    low, high = layers.clauses.bounds(cue.head)
    if layers.shape[cue.head] != ACCORDING and cue.first > low and layers.shape[cue.first - 1] not in BEFORE_ACCORDING:
        return "the phrase is not set off from its sentence"
    source, last = named_after(layers, cue.last + 1, high)
    if source is None or (source.first == source.head and layers.tokens.lower[source.head] in layers.no_sources):
        return "no source after the cue"
    if parts_cue_and_clause(layers, cue, source):
        return "the phrase only says how somebody else's words are known"
    if cue.first <= low + 1:
        colon = layers.shape[source.last + 1 : source.last + 2] == COLON
        comma = source.last + 1 if colon else layers.shape.find(COMMA, source.last, high)
        first = comma + 1 if comma > 0 else source.last + 1
        if comma == source.last + 1:
            first = past_participle(layers, first, high)
            source = source.up_to(first - 2)
        if first >= high:
            return "nothing said in the sentence"
        stop = layers.clauses.end_of_content(first, high, "clause")
        return Attribution(layers.content(first, stop - 1), layers.mention_span(source), layers.cue_of(cue))
    inner = tag_before(layers, cue)
    if inner is not None:
        return around_tag(layers, cue, source, inner)
    return clause_tag(layers, cue, source, cue.first, max(last, source.last))


def named_after(layers: Layers, first: int, high: int) -> tuple[Mention | None, int]:
    """The source at a token, and the token that its phrase ends with; marks around it are none of its words."""
    opens = layers.shape[first : first + 1] == OPEN_QUOTE
    close = layers.shape.find(CLOSE_QUOTE, first, min(high, first + MARKED_TOKENS)) if opens else -1
    source = layers.mentions.after(first + 1, close) if close > 0 else layers.mentions.after(first, high)
    return source, close


def past_participle(layers: Layers, first: int, high: int) -> int:
    """Past a participle between commas that belongs to the source: According to a report, published on Monday, ..."""
    after = first
    after = past(layers.shape, after, high, ADVERB)
    comma = layers.shape.find(COMMA, first, high)
    verb = after < high and layers.shape[after] in REDUCED_VERB and comma > after and not layers.clauses.has_finite(after + 1, comma)
    return comma + 1 if verb and layers.clauses.has_finite(comma + 1, high) else first


def parts_cue_and_clause(layers: Layers, cue: CueMatch, source: Mention) -> bool:
    """Whether a phrase stands between another cue and its clause: Vane said, per a translator, that the port was dead."""
    before = layers.cues_between(cue.first - 2, cue.first - 1) if layers.shape[cue.first - 1 : cue.first] == COMMA else []
    if not before or "that" not in before[0].frames:
        return False
    return layers.shape[source.last + 1 : source.last + 3] in (COMMA + THAT, COMMA + OPEN_QUOTE)


def tag_before(layers: Findings, cue: CueMatch) -> Attribution | None:
    """The quotation whose tag stands right before a cue in its sentence: “...,” he said on Tuesday, according to"""
    low, _ = layers.clauses.bounds(cue.head)
    start, edge = layers.tokens.starts[low], layers.tokens.starts[cue.first]
    for found in layers.found_before(edge):
        if found.source is None or found.cue is None or not start <= found.cue.span.start < edge:
            continue
        tag_end = layers.at(max(found.source.end, found.cue.span.end))
        last = max((content for content in found.contents if content.end <= found.cue.span.start), default=None)
        if last is None or tag_end > cue.first or goes_on(layers, tag_end, cue.first):
            continue
        return found if layers.quoted[layers.at(last.start)] else None
    return None


def goes_on(layers: Layers, first: int, stop: int) -> bool:
    """Whether a further clause or quotation stands between two tokens; "said in a letter sent to Orrel" is no clause."""
    shape = layers.shape
    for k in range(first, stop):
        reduced = (
            shape[k] == VERB
            and is_regular_past(layers.tokens.lower[k])
            and shape[k - 1] in NOUN_OR_NAME
            and shape[k + 1] in ANY_PREPOSITION
        )
        if shape[k] in FINITE + OPEN_QUOTE and not reduced:
            return True
    return False


def around_tag(layers: Layers, cue: CueMatch, source: Mention, inner: Attribution) -> Attribution:
    """Everything up to the cue, the quotation and its tag: it is somebody else's account that it was said."""
    end = back_over(layers.shape, cue.first, 0, ASIDE_OPENING) - 1
    before = [content for content in inner.contents if layers.at(content.start) <= end]
    whole = Span.of(layers.text, before[-1].start, layers.tokens.ends[end])
    return Attribution((*before[:-1], whole), layers.mention_span(source), layers.cue_of(cue))


def inserted(layers: Layers, low: int, first: int) -> bool:
    """Whether a clause that can be said stands before a tag, not just when or where: “...” by then, Vane said, “...”."""
    shape = layers.shape
    return (
        first - 2 > low
        and shape[first - 1] in BREAK_OR_QUOTE
        and shape[low] in SAID_CLAUSE_START
        and layers.clauses.has_finite(low, first - 1)
    )


TAG_RULES = (according_to, as_source_cue, clause_cue_source, clause_source_cue)
