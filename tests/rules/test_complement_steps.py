"""The steps that refuse a complement, each by itself: what it holds of."""

from __future__ import annotations

import pytest

from newsclaims import load_language
from newsclaims.finders import finders
from newsclaims.grammar.cues import CueMatch
from newsclaims.layers import Layers
from newsclaims.rules.complement_steps import is_of_thing, is_order, is_tagged, is_unheard, lacks_source, said_at_all, said_by_others
from newsclaims.rules.findings import Findings
from tests.drawn import read


def at_cue(drawn: str) -> tuple[Layers, CueMatch]:
    """The layers of a text, and the cue in which the drawn words stand."""
    text, (mark,) = read(drawn)
    layers = finders(load_language("en")).layers(text)[0]
    head = layers.at(mark.end) - 1
    (cue,) = (cue for cue in layers.cues if cue.first <= head <= cue.last)
    return layers, cue


@pytest.mark.parametrize(
    "drawn",
    [
        "Vane said that Holt had <c>told</c> them to stay.",
        "Vane said that Holt <c>asked</c> the crew to leave.",
        "Vane said that Holt <c>urged</c> them to sell.",
    ],
)
def test_somebody_is_told_to_do_something(drawn: str) -> None:
    assert is_order(*at_cue(drawn))


@pytest.mark.parametrize(
    "drawn",
    [
        "Vane said that they had been <c>told</c> to stay.",
        "Vane said that Holt may <c>tell</c> them to stay.",
        "Vane said that Holt had <c>told</c> the crew that it rained.",
        "Vane said that Holt <c>wanted</c> them to stay.",
        "Vane said that Holt <c>asked</c> to see it.",
        "Vane said that Holt had <c>asked</c>.",
    ],
)
def test_what_is_no_order(drawn: str) -> None:
    assert not is_order(*at_cue(drawn))


@pytest.mark.parametrize(
    "drawn, of_speech, at_all",
    [
        ("Vane said that Holt had <c>told</c> them to stay.", False, False),  # what is told within what is said is a report too
        ("Vane said that Holt had <c>told</c> the crew that it rained.", False, True),
        ("Vane said that Holt <c>hoped</c> to sell it.", True, True),
        ("Holt <c>hoped</c> to sell it.", False, False),
    ],
)
def test_a_cue_in_what_somebody_else_said(drawn: str, of_speech: bool, at_all: bool) -> None:
    layers, cue = at_cue(drawn)
    findings = Findings(layers)
    if drawn.startswith("Vane"):
        findings.said[4:] = b"\x01" * (len(findings.said) - 4)
    assert (said_by_others(findings, cue), said_at_all(findings, cue)) == (of_speech, at_all)


def test_a_quotation_with_a_tag_of_its_own() -> None:
    layers, cue = at_cue("The clerk <c>said</c>: “It is late,” he said.")
    findings = Findings(layers)
    assert not is_tagged(findings, cue)
    findings.said[:] = b"\x01" * len(findings.said)
    assert is_tagged(findings, cue)
    layers, cue = at_cue("The clerk <c>said</c> that it was late.")
    findings = Findings(layers)
    findings.said[:] = b"\x01" * len(findings.said)
    assert not is_tagged(findings, cue)


@pytest.mark.parametrize(
    "drawn, unheard",
    [
        ("The court <c>heard</c> that it rained.", False),
        ("Vane <c>heard</c> that it rained.", True),
        ("Vane <c>said</c> that it rained.", False),
    ],
)
def test_only_courts_hear(drawn: str, unheard: bool) -> None:
    assert is_unheard(*at_cue(drawn)) == unheard


@pytest.mark.parametrize(
    "drawn, lacks",
    [
        ("Vane <c>said</c> that it rained.", False),
        ("It was <c>said</c> that it rained.", False),
        ("<c>Asked</c> whether it rained, Vane left.", False),
        ("There was talk. <c>Said</c> that it rained.", True),
    ],
)
def test_who_has_to_be_named(drawn: str, lacks: bool) -> None:
    assert lacks_source(*at_cue(drawn)) == lacks


@pytest.mark.parametrize(
    "drawn, of_thing",
    [
        ("It <c>hoped</c> to sell the mill.", True),
        ("Vane saw a plan that <c>hoped</c> for rain.", True),
        ("It <c>urged</c> the council to act.", False),  # bodies and documents do so
        ("It <c>cited</c> a lack of staff.", False),
        ("It was <c>urging</c> the council to act.", False),
        ("Vane <c>hoped</c> to sell the mill.", False),
        ("The court <c>heard</c> that it rained.", False),
    ],
)
def test_it_and_that_seldom_stand_for_somebody(drawn: str, of_thing: bool) -> None:
    assert is_of_thing(*at_cue(drawn)) == of_thing
