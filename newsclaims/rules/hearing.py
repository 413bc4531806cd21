"""Tags of who heard or was told what somebody said: Pell took the car, the court heard; he was drunk, jurors were told."""

from __future__ import annotations

from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.word_classes import COMMA, STOP
from newsclaims.language.inflection import plural
from newsclaims.layers import Layers
from newsclaims.model import Quotation
from newsclaims.rules.around_tags import clause_tag
from newsclaims.rules.asking import after_quotation
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.findings import Findings
from newsclaims.rules.tags import tagged
from newsclaims.spans import Span


@rule("quote-hearer-heard")
def quote_hearer_heard(layers: Findings, quotation: Quotation) -> Attribution | str:
    """A quotation and who heard it: “He took it,” the court heard; “Leave,” they were told. The source is open."""
    at, high = after_quotation(layers, quotation)
    cue = layers.first_cue(at, high)
    hearer = None if cue is None or layers.quoted[cue.head] else hearer_of(layers, cue)
    if cue is None or hearer is None or layers.at(hearer.start) != at:
        return "nobody hears it after the quotation"
    source = layers.mentions.before(cue.first, at)
    if source is None:
        return "nobody hears it after the quotation"
    found = tagged(layers, quotation, layers.cue_of(cue), source, cue.last)
    return Attribution(found.contents, None, found.cue, hearer)


@rule("clause-hearer-heard", anchor="verb")
def clause_hearer_heard(layers: Findings, cue: CueMatch) -> Attribution | str:
    """Reported words and who heard them: Pell took the car, the court heard; he was drunk, jurors were told. The source is open."""
    hearer = hearer_of(layers, cue)
    if hearer is None or layers.clauses.complement(cue) is not None:
        return "nobody hears it, or words follow"
    low, high = layers.clauses.bounds(cue.head)
    first, after = layers.at(hearer.start), layers.clauses.skip_adverbials(cue.last + 1, high)
    if first <= low or layers.shape[first - 1] != COMMA or (after < high and layers.shape[after] not in STOP):
        return "no tag of its own between commas"
    source = layers.mentions.before(cue.first, low)
    found = "no hearer" if source is None else clause_tag(layers, cue, source, first, cue.last)
    return found if isinstance(found, str) else Attribution(found.contents, None, found.cue, hearer)


def hearer_of(layers: Layers, cue: CueMatch) -> Span | None:
    """Who hears or is told: "the court heard", "jurors were told"; ``None`` where the subject of the cue does not."""
    told = cue.form is Form.PASSIVE and cue.category == "tell"
    if not told and not (cue.category == "hear" and cue.form is Form.FINITE):
        return None
    low, _ = layers.clauses.bounds(cue.head)
    found = layers.mentions.before(cue.first, low)
    if found is None or found.how != "before" or not (told or is_court(layers, found.head)):
        return None
    return layers.mention_span(found)


def is_court(layers: Layers, head: int) -> bool:
    """Whether a noun is that of a body that hears what is said before it."""
    nouns = layers.language.words("hearing_nouns")
    return layers.tokens.lower[head] in nouns or layers.tokens.lower[head] in set(map(plural, nouns))
