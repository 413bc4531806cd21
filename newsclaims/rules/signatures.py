"""Who said it stands beside the quotation without a verb: “...” (Orla Vane, mayor); “...” / Orla Vane, mayor of Orrel."""

from __future__ import annotations

from newsclaims.grammar.mentions import Mention
from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import CLOSE_BRACKET, COMMA, DASH, END_MARK, NAME, NUMBER, OPEN_BRACKET
from newsclaims.layers import Layers
from newsclaims.model import Cue, Quotation
from newsclaims.rules.asking import is_clause, opens_sentence
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.context import fills_paragraph

BRACKET_TOKENS = 16
LINE_TOKENS = 14
FEWEST_NAMES = 2
"""Words of a name on a line of its own: one alone may be a heading."""


@rule("quote-bracket-source")
def quote_bracket_source(layers: Layers, quotation: Quotation) -> Attribution | str:
    """A quotation and who said it in brackets: “...” (Orla Vane, mayor); “...” (written by Orla Vane)."""
    opening = layers.place(quotation).close + 1
    if layers.shape[opening : opening + 1] != OPEN_BRACKET:
        return "no bracket after the quotation"
    if not (opens_sentence(layers, quotation) and is_clause(quotation, layers)):
        return "the quotation is no sentence of its own"
    close = layers.shape.find(CLOSE_BRACKET, opening, opening + BRACKET_TOKENS)
    givers = [k for k in range(opening + 1, close) if layers.tokens.lower[k] in layers.language.words("giver_prepositions")]
    first = givers[0] + 1 if givers and givers[0] <= opening + FEWEST_NAMES else opening + 1
    source = named_alone(layers, first, close)
    if source is None or NUMBER in layers.shape[first:close]:  # (Vane 55) is a reference
        return "no name in the bracket"
    cue = (
        Cue(layers.span(opening + 1, first - 1), " ".join(layers.tokens.lower[opening + 1 : first]), "say") if first > opening + 1 else None
    )
    return Attribution(quotation.stretches, layers.mention_span(source), cue)


@rule("quote-line-source")
def quote_line_source(layers: Layers, quotation: Quotation) -> Attribution | str:
    """A quotation that is all of its paragraph, and a name with what somebody is in the line below: “...” / Orla Vane, mayor of Orrel"""
    if not quotation.closed:
        return "the quotation is not closed"
    here = layers.place(quotation)
    sentence = layers.tokens.sentence_at(here.close)
    paragraph = layers.paragraph_of(sentence)
    below = sentence + 1
    if below >= len(layers.sentence_bounds) or layers.paragraph_of(below) == paragraph or not is_clause(quotation, layers):
        return "no line after the quotation"
    if not fills_paragraph(layers, quotation, layers.tokens.sentence_at(here.opening)):
        return "more than the quotation in its paragraph"
    low, high = layers.sentence(below)
    if high - low > LINE_TOKENS or layers.sentence_bounds[below][1] != layers.paragraphs[layers.paragraph_of(below)][1]:
        return "more than a name on the line after the quotation"
    first = low + 1 if layers.shape[low] == DASH else low
    source = named_alone(layers, first, high)
    alone = past(layers.shape, first, high, NAME)
    if source is None or alone - first < FEWEST_NAMES or layers.shape[alone : alone + 1] not in ("", COMMA, OPEN_BRACKET, DASH):
        return "no name alone on the line after the quotation"
    if not ends_with_role(layers, alone, high):
        return "a sentence on the line after the quotation"
    return Attribution(quotation.stretches, layers.mention_span(source))


def ends_with_role(layers: Layers, alone: int, high: int) -> bool:
    """Whether nothing, letters or what somebody is stands behind a name up to token ``alone``: "Orla Vane, Ph.D."; "Orla Vane, mayor"."""
    words = layers.tokens.words[alone + 1 : high]
    if layers.shape[alone : alone + 1] == COMMA and len(words) in (1, 2) and ("." in words[0] or words[0].isupper()):
        return True
    return layers.shape[high - 1] != END_MARK and (alone == high or "".join(words)[:1].islower())


def named_alone(layers: Layers, first: int, high: int) -> Mention | None:
    """The mention that begins at a token, if it is a name and no verb stands before ``high``."""
    if first >= high or layers.shape[first] != NAME or layers.clauses.has_finite(first, high):
        return None
    found = layers.mentions.after(first, high)
    return found if found is not None and found.first == first else None
