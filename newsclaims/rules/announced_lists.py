"""What a sentence announces and the paragraphs below it hold: the items of a list, a report in a live blog, the text of a mail."""

from __future__ import annotations

from collections.abc import Iterator

from newsclaims.find.list_items import bare_item
from newsclaims.grammar.category import Category
from newsclaims.grammar.cues import ASSERTED, CueMatch, Form
from newsclaims.grammar.stamps import begins_with_time
from newsclaims.grammar.word_classes import COLON
from newsclaims.layers import Layers
from newsclaims.model import RegionKind
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.findings import Findings
from newsclaims.spans import Span

ANNOUNCING: tuple[Category, ...] = (
    "say",
    "claim",
    "announce",
    "promise",
    "urge",
    "write",
    "tell",
    "ask",
    "show",
    "want",
    "believe",
    "plan",
)
FEWEST_ITEMS = 2
MOST_PARAGRAPHS = 24
"""Of a list, or of what stands below a header or a stamp."""


@rule("announced-list", anchor="verb")
def announced_list(layers: Findings, cue: CueMatch) -> Attribution | str:
    """The items of a list below a sentence that announces them: The mayor also said: / • The quay will close / • Taxes will rise"""
    high = layers.tokens.sentence_starts[cue.sentence + 1]
    if layers.shape[high - 1] != COLON or cue.form is not Form.FINITE or cue.category not in ANNOUNCING:
        return "no colon at the end of the sentence"
    if not cue.takes("that", "quote", "obj") or cue.modality is not ASSERTED or layers.said[cue.head]:
        return "the cue does not announce what somebody says"
    at = layers.paragraph_of(cue.sentence)
    if layers.paragraphs[at][1] > layers.tokens.ends[high - 1]:
        return "the paragraph goes on behind the colon"
    contents = tuple(items_below(layers, at)) or tuple(stamped(layers, at, cue))
    source = layers.clauses.subject(cue) if contents else None
    if source is None:
        return "no list below the sentence, or nobody who announces it"
    return Attribution(contents, layers.mention_span(source), layers.cue_of(cue))


def items_below(layers: Layers, above: int) -> list[Span]:
    """The items of the list below a paragraph, without bullets and what joins them; none where there are fewer than two."""
    found = []
    joints = {word for word, kind in layers.language.table("function_words").items() if kind == "and"}
    for at in range(above + 1, min(above + 1 + MOST_PARAGRAPHS, len(layers.regions))):
        if layers.regions[at] is not RegionKind.LIST_ITEM:
            break
        start, end = bare_item(layers.text, *layers.paragraphs[at], joints)
        if layers.text[end - 1] == ":":  # each of them announces something itself
            return []
        if start < end:
            found.append(Span.of(layers.text, start, end))
    return found if len(found) >= FEWEST_ITEMS else []


def stamped(layers: Layers, above: int, cue: CueMatch) -> Iterator[Span]:
    """The paragraphs of a report in a live blog, from one time of day to the next: 15.05 Our reporter writes: / The tide is high."""
    if cue.category != "write" or not _is_stamped(layers, above):
        return
    below = range(above + 1, min(above + 1 + MOST_PARAGRAPHS, len(layers.paragraphs)))
    last = next((at for at in below if _is_stamped(layers, at)), -1)
    yield from (Span.of(layers.text, *layers.paragraphs[at]) for at in range(above + 1, last))


def _is_stamped(layers: Layers, at: int) -> bool:
    return begins_with_time(layers.text[slice(*layers.paragraphs[at])], layers.language.words("after_clock_figures"))
