"""Each step that decides a word of two classes, by sentences in ``cases/class_choices.txt``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclaims.finders import finders
from newsclaims.grammar.class_choices import AFTER_NOUN, CHOICES
from newsclaims.grammar.shapes import Steps
from newsclaims.grammar.tokens import Tokens
from newsclaims.grammar.undecided import Step, asked_between
from newsclaims.grammar.word_classes import ADVERB, BASE_OR_NOUN, NAME, OBJECT_PRONOUN, THAT, TO, VERB, class_names
from newsclaims.language import load_language
from tests.drawn import read

READER = finders(load_language("en")).shapes
NAMES = class_names()
KINDS = {NAMES[letter]: letter for letter in CHOICES} | {"after a noun": BASE_OR_NOUN}
CASES = (Path(__file__).parent / "cases" / "class_choices.txt").read_text(encoding="utf-8")


def _cases() -> Iterator[tuple[str, str, str]]:
    """The heading of each case, its sentence and the class of its word."""
    heading = ""
    for line in CASES.splitlines():
        if line.startswith("["):
            heading = line
        elif line and not line.startswith("#"):
            sentence, wanted = line.rsplit(" = ", 1)
            yield heading, sentence, wanted


def _headings(kind: str, steps: tuple[Step, ...]) -> Iterator[str]:
    yield from (f"[{kind}] {step.name}" for step in steps if not step.steps)


def test_every_step_has_a_case() -> None:
    wanted = [heading for letter, steps in CHOICES.items() for heading in _headings(NAMES[letter], steps)]
    within = [f"[base or noun] {step.name}" for step in AFTER_NOUN[:-1]] + ["[after a noun] otherwise"]
    assert {heading for heading, _, _ in _cases()} == {*wanted, *within}


@pytest.mark.parametrize("heading, sentence, wanted", list(_cases()))
def test_the_step_decides(heading: str, sentence: str, wanted: str) -> None:
    plain, (drawn,) = read(sentence)
    tokens = Tokens(plain, [(0, len(plain), 0)])
    opening = frozenset(at for at, char in enumerate(plain) if char == "“")
    closing = frozenset(at for at, char in enumerate(plain) if char == "”")
    steps: Steps = {}
    shape = READER.read(tokens, opening, closing, steps)
    word = tokens.first_at(drawn.start)
    kind, step = heading[1:].split("] ")
    letter = KINDS[kind]
    assert (steps.get(word), NAMES[shape[word]]) == ((letter, step), wanted)


def test_every_table_ends_with_a_step_that_holds_always() -> None:
    assert {steps[-1].name for steps in (*CHOICES.values(), AFTER_NOUN)} == {"otherwise"}


def test_the_names_of_the_steps_of_a_table_differ() -> None:
    for steps in (*CHOICES.values(), AFTER_NOUN):
        assert len({step.name for step in steps}) == len(steps)


def test_a_step_is_asked_only_where_it_can_hold() -> None:
    questions, last = asked_between(CHOICES[BASE_OR_NOUN], TO, THAT)
    assert [step.name for step in questions] == ["according to plan"]
    assert last.name == "to claim, will claim"
    assert asked_between(CHOICES[ADVERB], VERB, THAT) == ((), CHOICES[ADVERB][-1])


def test_steps_within_a_step_stand_in_its_place() -> None:
    questions, last = asked_between(CHOICES[BASE_OR_NOUN], NAME, VERB)
    assert questions[0].name == "a Herald interview"
    assert [step.name for step in questions[1:]] == ["rates hit back"]
    assert last is AFTER_NOUN[-1]


def test_what_follows_decides_where_a_step_asks_for_nothing_else() -> None:
    questions, last = asked_between(CHOICES[BASE_OR_NOUN], NAME, OBJECT_PRONOUN)
    assert [step.name for step in questions] == ["a Herald interview", "rates hit back"]
    assert last.name == "aides claim that"
