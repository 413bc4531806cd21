"""The forms of a verb."""

from __future__ import annotations

import pytest

from newsclaims.grammar.shapes import ShapeReader
from newsclaims.language import load_language
from newsclaims.language.inflection import forms, past, present_participle, third_person

ENGLISH = load_language("en")
IRREGULAR, DOUBLING = ENGLISH.table("irregular_verbs"), ENGLISH.words("doubling_verbs")


@pytest.mark.parametrize(
    "base, third, before, ing",
    [
        ("warn", "warns", "warned", "warning"),
        ("argue", "argues", "argued", "arguing"),
        ("deny", "denies", "denied", "denying"),
        ("play", "plays", "played", "playing"),
        ("stress", "stresses", "stressed", "stressing"),
        ("preach", "preaches", "preached", "preaching"),
        ("echo", "echoes", "echoed", "echoing"),
        ("plan", "plans", "planned", "planning"),
        ("quip", "quips", "quipped", "quipping"),
        ("admit", "admits", "admitted", "admitting"),
        ("answer", "answers", "answered", "answering"),
        ("vow", "vows", "vowed", "vowing"),
        ("repeat", "repeats", "repeated", "repeating"),
        ("lie", "lies", "lied", "lying"),
        ("agree", "agrees", "agreed", "agreeing"),
    ],
)
def test_regular_verbs(base: str, third: str, before: str, ing: str) -> None:
    assert (third_person(base), past(base, DOUBLING), present_participle(base, DOUBLING)) == (third, before, ing)


@pytest.mark.parametrize(
    "base, parts",
    [
        ("say", {"say": "base", "says": "third", "said": "past-or-participle", "saying": "ing"}),
        ("write", {"write": "base", "writes": "third", "wrote": "past", "written": "participle", "writing": "ing"}),
        ("tell", {"tell": "base", "tells": "third", "told": "past-or-participle", "telling": "ing"}),
    ],
)
def test_irregular_verbs(base: str, parts: dict[str, str]) -> None:
    assert forms(base, IRREGULAR, DOUBLING) == parts


def test_british_spelling_beside_the_american() -> None:
    parts = forms("label", IRREGULAR, DOUBLING)
    assert {"labeled", "labelled", "labeling", "labelling"} <= parts.keys()


def test_a_form_that_is_its_base_stays_base() -> None:
    assert forms("put", {"put": "put put"})["put"] == "base"


def test_every_cue_is_known_in_each_of_its_forms() -> None:
    lemmas = ShapeReader(ENGLISH).lemmas
    for cue in ENGLISH.table("cues"):
        head = cue.split()[0]
        if head.isalpha():
            assert {form for form in forms(head, IRREGULAR, DOUBLING) if form not in lemmas} == set(), cue


def test_a_phrase_has_forms_too() -> None:
    assert forms("spell it out", {})["spell it out"] == "base"
