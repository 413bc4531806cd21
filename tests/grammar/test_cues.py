"""Cues: the phrases that say that something was said, drawn on the text, and what is known of each."""

from __future__ import annotations

import pytest

from newsclaims.finders import finders
from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.language import load_language
from newsclaims.layers import Layers
from newsclaims.model import Modality
from newsclaims.testing import read_marked

CASES = "cues.txt"
ENGLISH = load_language("en")


def layers_of(text: str) -> Layers:
    return finders(ENGLISH).layers(text)[0]


def first_cue(text: str) -> CueMatch:
    return layers_of(text).cues[0]


def test_cues_are_whole_phrases(marked: str) -> None:
    drawn = read_marked(marked)
    layers = layers_of(drawn.text)
    spans = [layers.span(cue.first, cue.last) for cue in layers.cues]
    assert tuple(span for span in spans if not any(other != span and other.covers(span) for other in spans)) == drawn.spans["c"]


@pytest.mark.parametrize(
    "text, form",
    [
        ("Vane said it rained.", Form.FINITE),
        ("Vane has said it rained.", Form.FINITE),
        ("Vane was saying it rained.", Form.FINITE),
        ("Vane left, saying it rained.", Form.PARTICIPLE),
        ("It was reported that it rained.", Form.PASSIVE),
        ("The remark, reported by nobody, was lost.", Form.REDUCED_PASSIVE),
        ("Vane came to say it rained.", Form.INFINITIVE),
        ("The allegation that it rained is old.", Form.NOUN),
        ("It rained, according to Vane.", Form.PHRASE),
    ],
)
def test_the_form_of_a_cue(text: str, form: Form) -> None:
    assert form in {cue.form for cue in layers_of(text).cues}


@pytest.mark.parametrize(
    "text, lemma, category",
    [
        ("Vane said it rained.", "say", "say"),
        ("Vane told him.", "tell", "tell"),
        ("Vane denied it rained.", "deny", "deny"),
        ("Vane asks if it rained.", "ask", "ask"),
        ("Vane pointed out that it rained.", "point out", "say"),
        ("Vane believes it rained.", "believe", "believe"),
        ("Vane promised to come.", "promise", "promise"),
        ("It rained, according to Vane.", "according to", "say"),
        ("The allegation that it rained is old.", "allegation", "claim"),
    ],
)
def test_lemma_and_category(text: str, lemma: str, category: str) -> None:
    cue = first_cue(text)
    assert (cue.lemma, cue.category) == (lemma, category)


@pytest.mark.parametrize(
    "text, negated, modality",
    [
        ("Vane said it rained.", False, Modality.ASSERTED),
        ("Vane did not say it rained.", True, Modality.DENIED),
        ("Vane didn’t say it rained.", True, Modality.DENIED),
        ("Vane never said it rained.", True, Modality.DENIED),
        ("Vane will say it rained.", False, Modality.FUTURE),
        ("Vane would say it rained.", False, Modality.CONDITIONAL),
        ("Vane could have said it rained.", False, Modality.CONDITIONAL),
        ("Did Vane say it rained?", False, Modality.QUESTION),
        ("Has Vane said it rained?", False, Modality.QUESTION),
    ],
)
def test_negation_and_modality(text: str, negated: bool, modality: Modality) -> None:
    layers = layers_of(text)
    cue = layers.cue_of(layers.cues[0])
    assert (cue.negated, cue.modality) == (negated, modality)


def test_words_can_be_added() -> None:
    text = "“It rained,” Vane harrumphed."
    added = finders(ENGLISH.extend(cues={"harrumph": "say"})).layers(text)[0]
    assert layers_of(text).cues == ()
    assert [cue.lemma for cue in added.cues] == ["harrumph"]
