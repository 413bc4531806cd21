"""Speech tags after a quotation: “...,” she said; “...,” said Vane."""

from __future__ import annotations

from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.mentions import Mention
from newsclaims.grammar.stamps import past_stamp
from newsclaims.grammar.walking import back_over, past, past_one
from newsclaims.grammar.word_classes import (
    CLOSE_QUOTE,
    COLON,
    COMMA,
    DASH,
    DESCRIBED_VERB_LEAD,
    END_MARK,
    FINITE,
    ING,
    INNER_MARK,
    JOINT,
    LAST_WORD_TAIL,
    LIST_LEAD,
    NAME,
    NOUN,
    NUMBER,
    OPEN_QUOTE,
    SPEAKER_HEAD,
    STOP,
    SUBJECT_START,
    SUBORDINATOR,
    TAG_VERB_LEAD,
    VERB,
)
from newsclaims.layers import Layers
from newsclaims.model import Cue, Quotation
from newsclaims.rules.asking import (
    ADDRESSED,
    after_quotation,
    describes_quoted,
    ends_open,
    is_clause,
    opens_sentence,
    reported_before,
    reports_subject,
    says_more,
    verb_cue,
)
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.findings import Findings
from newsclaims.spans import Span

SIGNATURE_TOKENS = 20
ASIDE_TOKENS = 12
REPORTED_REACH = 8
CLOSING_MARKS = '”"'


@rule("quote-cue-source")
def quote_cue_source(layers: Findings, quotation: Quotation) -> Attribution | str:
    """A quotation, a cue, its source: “...,” said Orla Vane."""
    if quotation.reason is not None:
        return f"the quotation is no speech ({quotation.reason})"
    at, high = after_quotation(layers, quotation)
    if at >= high:
        return "nothing after the quotation in its sentence"
    cue = next((cue for cue in layers.cues_between(at, at + 3) if cue.head == at or cue.first == at), None)
    if cue is None or cue.category == "describe":  # “...,” described the port as
        return "no cue directly after the quotation"
    source = layers.clauses.inverted(cue)
    if source is None:
        return "no source directly after the cue"
    return tagged(layers, quotation, layers.cue_of(cue), source, source.last)


@rule("quote-source-cue")
def quote_source_cue(layers: Findings, quotation: Quotation) -> Attribution | str:
    """A quotation, a source, its cue: “...,” the minister said on Tuesday."""
    if quotation.reason is not None:
        return f"the quotation is no speech ({quotation.reason})"
    at, high = after_quotation(layers, quotation)
    if at >= high:
        return "nothing after the quotation in its sentence"
    for cue in layers.cues_between(at, high):
        if not reports_subject(layers, cue) or layers.quoted[cue.head]:
            continue
        source = layers.mentions.before(cue.first, at)
        if source is not None and source.how == "relative":
            continue
        if is_no_tag(layers, quotation, cue):
            return "the cue cannot be a speech tag"
        if reported_before(layers, quotation):
            return "a clause before the main one reports the quotation"
        if source is None or not tags(layers, source, at):
            return "no source between the quotation and the cue"
        return reported_tag(layers, quotation, cue, high) or tag(layers, quotation, cue, source)
    return "no cue after the quotation in its sentence"


def tag(layers: Findings, quotation: Quotation, cue: CueMatch, source: Mention) -> Attribution:
    """The attribution of a quotation to the source before a cue behind it."""
    told = addressee_of(layers, cue)
    end = cue.last if told is None else layers.at(told.end) - 1
    return tagged(layers, quotation, layers.cue_of(cue), source, end, told)


def reported_tag(layers: Findings, quotation: Quotation, outer: CueMatch, high: int) -> Attribution | None:
    """The tag that somebody else reports: “...,” Vane said | Kell told him; “...,” she recalled | her father saying."""
    cue = layers.first_cue(outer.last + 2, min(high, outer.last + REPORTED_REACH))
    if cue is None or cue.form not in (Form.FINITE, Form.PARTICIPLE) or not cue.takes("tag", "quote", "obj-tag"):
        return None
    source = layers.mentions.after(outer.last + 1, cue.first, attach=False)
    if source is None or source.first != outer.last + 1 or source.last != cue.first - 1:
        return None
    found = tag(layers, quotation, cue, source)
    end = cue.last if found.addressee is None else layers.at(found.addressee.end) - 1
    return found if layers.shape[end + 1 : end + 2] in tuple(STOP) else None


def is_no_tag(layers: Layers, quotation: Quotation, cue: CueMatch) -> bool:
    """Whether a cue behind a quotation says something else, or leads to what is said next: ... “a mess.” She adds: / It was late."""
    if not cue.takes("tag", "quote") or (not is_clause(quotation, layers) and says_more(layers, cue)):
        return True
    return quotation.contents[-1].text.endswith(".") and layers.shape[cue.last + 1 : cue.last + 3] in (COLON, COLON + END_MARK)


def tags(layers: Layers, source: Mention, at: int) -> bool:
    """Whether a source stands right after a quotation, and does not go on with its words."""
    return source.first <= at and not describes_quoted(layers, source)


@rule("quote-comma-source-verb")
def quote_comma_source_verb(layers: Findings, quotation: Quotation) -> Attribution | str:
    """A quotation that ends in a comma makes a tag of any verb after it: “...,” Vane riffed; “...,” reacted Vane."""
    if not ends_open(quotation):
        return "the quotation does not end in a comma, a question or an exclamation mark"
    clause, opens = is_clause(quotation, layers), opens_sentence(layers, quotation)
    if not clause and not opens:
        return "the quotation is no clause, and does not open its sentence"
    if reported_before(layers, quotation):
        return "a clause before the main one reports the quotation"
    at, high = after_quotation(layers, quotation)
    if at < high and layers.shape[at] == VERB:
        source = layers.mentions.after(at + 1, high)
        tag = opens and quotation.contents[-1].text.rstrip().endswith(",")
        likely = SPEAKER_HEAD + NOUN if tag else SPEAKER_HEAD  # “Help!” sold two million copies
        if source is not None and layers.shape[source.head] in likely:
            return tagged(layers, quotation, verb_cue(layers, at), source, source.last)
        return "no source and verb after the quotation"
    found = source_and_verb(layers, at, high, DESCRIBED_VERB_LEAD if clause else TAG_VERB_LEAD)
    if found is None:
        return "no source and verb after the quotation"
    source, verb = found
    return tagged(layers, quotation, verb_cue(layers, verb), source, verb)


def source_and_verb(layers: Layers, at: int, high: int, lead: str) -> tuple[Mention, int] | None:
    """The source at a token and the verb after it, with nothing but ``lead`` between: “Harbor Live,” Vane's show, returns in May."""
    source = layers.mentions.after(at, high) if at < high and layers.shape[at] in SUBJECT_START else None
    if source is None:
        return None
    if layers.shape[source.head + 1 : source.head + 2] == VERB:  # "Vane riffed on it" looks like "a song played on it"
        source = source.up_to(source.head)
    verb = past(layers.shape, source.last + 1, high, lead)
    return (source, verb) if verb < high and layers.shape[verb] == VERB else None


@rule("quote-dash-source")
def quote_dash_source(layers: Layers, quotation: Quotation) -> Attribution | str:
    """A quotation signed after a dash: “...” — Orla Vane, harbor master."""
    dash = layers.place(quotation).close + 1
    if dash + 1 >= len(layers.shape) or layers.shape[dash] != DASH:
        return "no dash after the quotation"
    _, high = layers.clauses.bounds(dash)
    if high - dash > SIGNATURE_TOKENS or not is_name_alone(layers, dash + 1, high):
        return "no name after the dash"
    source = layers.mentions.after(dash + 1, high)
    if source is None or layers.clauses.has_finite(dash, high):
        return "a sentence after the dash"
    return Attribution(quotation.stretches, layers.mention_span(source), Cue(layers.span(dash, dash), "—", "say"))


@rule("quote-signature")
def quote_signature(layers: Layers, quotation: Quotation) -> Attribution | str:
    """A name on a line of its own before the closing mark of a pull quote: “... / Orla Vane, harbor master.”"""
    if quotation.closed:
        return "the quotation is closed before the next line"
    below = layers.tokens.sentence_at(layers.place(quotation).close) + 1
    if below >= len(layers.sentence_bounds) or layers.paragraph_of(below) == layers.paragraph_of(below - 1):
        return "no line after the quotation"
    low, high = layers.sentence(below)
    _, end = layers.paragraphs[layers.paragraph_of(below)]
    if layers.shape[low] != NAME or high - low > SIGNATURE_TOKENS or layers.text[end - 1] not in CLOSING_MARKS:
        return "no name and closing mark on the line after the quotation"
    verbs = [k for k in range(low, high) if layers.shape[k] in FINITE and layers.tokens.words[k].islower()]
    if layers.sentence_bounds[below][1] != end or verbs:
        return "a sentence on the line after the quotation"
    last = back_over(layers.shape, high, low, LAST_WORD_TAIL) - 1
    return Attribution(quotation.stretches, layers.span(low, last))


def is_name_alone(layers: Layers, first: int, high: int) -> bool:
    """Whether a name begins at a token; one word with a capital and a full stop may be one too: “...” - Orrels."""
    alone = layers.tokens.words[first][0].isupper() and layers.shape[first + 1 : high] in ("", END_MARK)
    return layers.shape[first] == NAME or (layers.shape[first] == NOUN and alone)


def tagged(layers: Findings, quotation: Quotation, cue: Cue, source: Mention, end: int, addressee: Span | None = None) -> Attribution:
    """The attribution of a tagged quotation: the words before it in its sentence, itself, and what follows the tag."""
    contents = [tagged_content(layers, quotation, end)] if len(quotation.stretches) == 1 else list(quotation.stretches)
    more = after_tag(layers, end)
    contents.extend(more)
    return Attribution(tuple(contents), layers.mention_span(source), cue, addressee)


def addressee_of(layers: Layers, cue: CueMatch) -> Span | None:
    """Who is told: "told reporters", "asked the council"."""
    if cue.category not in ADDRESSED:
        return None
    _, high = layers.clauses.bounds(cue.head)
    found = layers.mentions.after(cue.last + 1, high, attach=False)
    return layers.mention_span(found) if found is not None else None


def tagged_content(layers: Findings, quotation: Quotation, end: int) -> Span:
    """From where the tagged words begin, which may be before the mark (The plan is “a disgrace,” she said)."""
    here = layers.place(quotation)
    low, opening = here.low, here.opening
    first = after_dash(layers, max(left_limit(layers, low, opening), after_earlier_tag(layers, low, opening)), opening, end)
    if layers.shape[opening - 1] == END_MARK or is_asked_before(layers, first, opening):
        first = opening  # "She came on stage.“It is loud,” ..."; "When asked, “It is late,” ..."
    return layers.span(past(layers.shape, first, opening, LIST_LEAD), here.pause)


def is_asked_before(layers: Layers, first: int, opening: int) -> bool:
    """Whether nothing but a question, which a comma closes, stands before a quotation: When asked about the port, “It is late,” ..."""
    if layers.shape[opening - 1] != COMMA:
        return False
    verb = past_one(layers.shape, first, opening, SUBORDINATOR)
    cue = layers.first_cue(verb, verb + 1)
    return layers.shape[first:opening] == SUBORDINATOR + VERB + COMMA or (cue is not None and cue.category == "ask")


def after_earlier_tag(layers: Layers, low: int, opening: int) -> int:
    """Past the tag of a quotation before in the sentence: “...,” she said, | but “...,” said Vane; ``low`` where there is none."""
    for cue in reversed(layers.cues_between(low, opening)):
        if cue.form is Form.FINITE and "tag" in cue.frames and not layers.quoted[cue.head] and layers.clauses.complement(cue) is None:
            source = layers.clauses.subject(cue)
            if source is not None and source.first > low and layers.shape[source.first - 1] == CLOSE_QUOTE:
                return cue.last + 1
    return low


def left_limit(layers: Findings, low: int, opening: int) -> int:
    """The first token before ``opening`` that no earlier attribution of the sentence has used up."""
    start = layers.tokens.starts[low]
    limit = low
    if layers.dateline is not None and layers.dateline.span.start <= start < layers.dateline.span.end:
        limit = layers.at(layers.dateline.span.end)
    elif layers.shape[low] == NUMBER and start == layers.paragraphs[layers.paragraph_of(layers.tokens.sentence_at(low))][0]:
        limit = past_stamp(layers.shape, layers.tokens.lower, low)
    edge = layers.tokens.starts[opening]
    for earlier in reversed(layers.found[-4:]):
        for span in (*earlier.contents, earlier.source, earlier.cue.span if earlier.cue else None):
            if span is not None and start <= span.start and span.end <= edge:
                limit = max(limit, layers.at(span.end))
    return limit


def after_dash(layers: Layers, first: int, stop: int, end: int) -> int:
    """Past a dash or colon that sets off the tagged words: the vote was off - “for good,” she said - and ..."""
    at = max(layers.shape.rfind(DASH, first, stop), layers.shape.rfind(COLON, first, stop))
    if at < 0 or layers.shape[stop + 1 : stop + 2] in tuple(FINITE):  # the rules - as they stand - “need work,” she said
        return first
    closed = end + 1 < len(layers.shape) and layers.shape[end + 1] == DASH
    return at + 1 if closed or at + 1 == stop else first


def after_tag(layers: Layers, end: int) -> tuple[Span, ...]:
    """What goes on in the same sentence after an inserted tag: “...,” he said, “...”."""
    _, high = layers.clauses.bounds(end)
    shape = layers.shape
    at = layers.clauses.skip_adverbials(end + 1, high)
    if at < high and shape[at] == SUBORDINATOR:  # “...,” she said when told of it, “...”
        at = max(shape.find(OPEN_QUOTE, at, high) - 1, at)
    if shape[at : at + 2] == COMMA + ING:  # “...,” she said, pointing at it, “...”
        again = shape.find(COMMA + OPEN_QUOTE, at, min(high, at + ASIDE_TOKENS))
        at = again if again > 0 and not layers.clauses.has_finite(at, again) else at
    first = past_one(shape, at + 1, high, JOINT)
    if first >= high or shape[at] not in INNER_MARK or shape[first] != OPEN_QUOTE or not layers.quoted[first]:
        return ()
    stop = layers.clauses.end_of_content(at + 1, high, "clause")
    return layers.content(at + 1, stop - 1)
