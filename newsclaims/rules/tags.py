"""Speech tags after a quotation: “...,” she said; “...,” said Vane."""

from __future__ import annotations

from newsclaims.find.cues import CueMatch, Form
from newsclaims.find.mentions import Mention
from newsclaims.layers import Layers
from newsclaims.model import Quotation
from newsclaims.rules.base import Attribution, rule
from newsclaims.spans import Span


@rule("quote-cue-source")
def quote_cue_source(layers: Layers, quotation: Quotation) -> Attribution | str:
    """A quotation, a cue, its source: “...,” said Orla Vane."""
    at, high = after_quotation(layers, quotation)
    while at < high and layers.shape[at] == "R":
        at += 1
    if at >= high:
        return "nothing after the quotation in its sentence"
    cue = next((cue for cue in layers.cues_between(at, at + 3) if cue.head == at or cue.first == at), None)
    if cue is None:
        return "no cue directly after the quotation"
    source = layers.clauses.inverted(cue)
    if source is None:
        return "no source directly after the cue"
    return tagged(layers, quotation, cue, source, source.last)


@rule("quote-source-cue")
def quote_source_cue(layers: Layers, quotation: Quotation) -> Attribution | str:
    """A quotation, a source, its cue: “...,” the minister said on Tuesday."""
    at, high = after_quotation(layers, quotation)
    if at >= high:
        return "nothing after the quotation in its sentence"
    for cue in layers.cues_between(at, high):
        if cue.form is not Form.FINITE or layers.quoted[cue.head]:
            continue
        source = layers.mentions.before(cue.first, at)
        if source is None or source.how == "relative" or source.first > at + 1:
            return "no source between the quotation and the cue"
        return tagged(layers, quotation, cue, source, cue.last)
    return "no cue after the quotation in its sentence"


def after_quotation(layers: Layers, quotation: Quotation) -> tuple[int, int]:
    """The first token after a quotation and its comma, and one past the last of its sentence."""
    close = layers.quotation_tokens[layers.quotations.index(quotation)][-1][1]
    _, high = layers.clauses.bounds(close)
    at = close + 1
    while at < high and layers.shape[at] in ",-”":
        at += 1
    return at, high


def tagged(layers: Layers, quotation: Quotation, cue: CueMatch, source: Mention, end: int) -> Attribution:
    """The attribution of a tagged quotation: the words before it in its sentence, itself, and what follows the tag."""
    contents = [tagged_content(layers, quotation)] if len(quotation.stretches) == 1 else list(quotation.stretches)
    more = after_tag(layers, end)
    if more is not None:
        contents.append(more)
    return Attribution(tuple(contents), layers.mention_span(source), layers.cue_of(cue), addressee_of(layers, cue))


def addressee_of(layers: Layers, cue: CueMatch) -> Span | None:
    """Who is told: "told reporters", "asked the council"."""
    if cue.category not in ("tell", "ask", "urge"):
        return None
    _, high = layers.clauses.bounds(cue.head)
    found = layers.mentions.after(cue.last + 1, high, attach=False)
    return layers.mention_span(found) if found is not None else None


def tagged_content(layers: Layers, quotation: Quotation) -> Span:
    """From where the tagged words begin, which may be before the mark (The plan is “a disgrace,” she said)."""
    opening, close = layers.quotation_tokens[layers.quotations.index(quotation)][0]
    low, _ = layers.clauses.bounds(opening)
    first = left_limit(layers, low, opening)
    while first < opening and layers.shape[first] in ",;:-&.)":
        first += 1
    return layers.span(first, close)


def left_limit(layers: Layers, low: int, opening: int) -> int:
    """The first token before ``opening`` that no earlier attribution of the sentence has used up."""
    start = layers.tokens.starts[low]
    limit = low
    if layers.dateline is not None and layers.dateline.span.start <= start < layers.dateline.span.end:
        limit = layers.at(layers.dateline.span.end)
    edge = layers.tokens.starts[opening]
    for earlier in reversed(layers.found[-4:]):
        for span in (*earlier.contents, earlier.source, earlier.cue.span if earlier.cue else None):
            if span is not None and start <= span.start and span.end <= edge:
                limit = max(limit, layers.at(span.end))
    return limit


def after_tag(layers: Layers, end: int) -> Span | None:
    """What goes on in the same sentence after an inserted tag: “...,” he said, “...”."""
    _, high = layers.clauses.bounds(end)
    at = layers.clauses.skip_adverbials(end + 1, high)
    shape = layers.shape
    if at + 1 >= high or shape[at] not in ",:-." or shape[at + 1] != "“":
        return None
    stop = layers.clauses.end_of_content(at + 1, high, "clause")
    return layers.span(at + 1, stop - 1)
