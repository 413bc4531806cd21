"""The stages of an extraction, one by one, with the time of each."""

from __future__ import annotations

import time
from collections.abc import Iterator

from newsclaims.claims.claim_finder import find_claims
from newsclaims.claims.rules import CLAIM_RULES
from newsclaims.find.paragraphs import find_paragraphs
from newsclaims.find.reading_units import reading_units
from newsclaims.finders import finders
from newsclaims.grammar.tokens import Tokens
from newsclaims.language import load_language
from newsclaims.rules import DEFAULT_RULES
from newsclaims.rules.apply import apply_rules
from newsclaims.rules.quotes import judged_quotations, make_quotes
from newsclaims.speakers import resolve


def stages(text: str) -> Iterator[tuple[str, float]]:
    """Each stage with its CPU seconds; "cues, layers" is what is left of the first stage beside those named."""
    english = finders(load_language("en"))
    clock = time.process_time
    times = [clock()]

    def lap() -> float:
        times.append(clock())
        return times[-1] - times[-2]

    paragraphs = find_paragraphs(text)
    quotations = english.quotations.find(text, paragraphs)
    found = [("quotations", lap())]
    sentences = english.sentences.find(text, paragraphs, quotations)
    found.append(("sentences", lap()))
    tokens = Tokens(text, list(reading_units(text, sentences)), english.shapes.spellings)
    found.append(("tokens", lap()))
    opening = frozenset(stretch.start for quotation in quotations for stretch in quotation.stretches)
    closing = frozenset(content.end for quotation in quotations for content in quotation.contents)
    english.shapes.read(tokens, opening, closing)
    found.append(("classes", lap()))
    layers, _ = english.layers(text)
    found.append(("cues, layers", max(0.0, lap() - sum(seconds for _, seconds in found))))
    findings = apply_rules(layers, DEFAULT_RULES)
    found.append(("rules", lap()))
    made = make_quotes(findings)
    judged_quotations(findings)
    found.append(("quotes", lap()))
    quotes, speakers = resolve(layers, made)
    found.append(("speakers", lap()))
    find_claims(layers, quotes, speakers, CLAIM_RULES)
    found.append(("claims", lap()))
    yield from found
