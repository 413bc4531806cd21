"""Clauses: the subject of a cue, what follows it, and where what was said ends."""

from __future__ import annotations

import pytest

from newsclaims import extract
from newsclaims.finders import finders
from newsclaims.language import load_language
from newsclaims.layers import Layers
from newsclaims.testing import Marked, read_marked

ENGLISH = load_language("en")


def read(marked: str) -> tuple[Marked, Layers]:
    drawn = read_marked(marked)
    return drawn, finders(ENGLISH).layers(drawn.text)[0]


def subject(marked: str) -> tuple[str | None, str | None]:
    """The subject drawn for the cue that is drawn, and the one found."""
    drawn, layers = read(marked)
    (cue,) = [cue for cue in layers.cues if layers.span(cue.head, cue.head).end == drawn.spans["c"][0].end]
    found = layers.clauses.subject(cue)
    return drawn.spans["s"][0].text if drawn.spans["s"] else None, None if found is None else layers.mention_span(found).text


@pytest.mark.parametrize(
    "marked",
    [
        # finite verbs
        "<s>Vane</s> <c>said</c> it rained.",
        "<s>The mayor of Vesk</s> <c>did not say</c> why.",
        # a second verb with the same subject
        "<s>Vane</s> rose and <c>said</c> it rained.",
        "<s>Vane</s> opened the door, looked out and <c>said</c> it rained.",
        "<s>Vane</s> said it rained but <c>added</c> that it was late.",
        # participles: the subject of the sentence
        "<s>Vane</s> left the room, <c>saying</c> it rained.",
        "<c>Saying</c> it rained, <s>Vane</s> left the room.",
        # infinitives: the subject of the verb before
        "<s>Vane</s> came to <c>say</c> it rained.",
        # passives: the agent
        "It was <c>reported</c> by <s>the agency</s> that it rained.",
        # relatives
        "Vane, <s>who</s> <c>said</c> it rained, left.",
        # nobody
        "It was <c>reported</c> that it rained.",
    ],
)
def test_the_subject_of_a_cue(marked: str) -> None:
    wanted, found = subject(marked)
    assert found == wanted


@pytest.mark.parametrize(
    "text, kind, first",
    [
        ("Vane said that it rained.", "that", "that"),
        ("Vane told the crew that it rained.", "that", "that"),
        ("Vane said on Tuesday that it rained.", "that", "that"),
        ("Vane said it rained.", "clause", "it"),
        ("Vane said on Tuesday it rained.", "clause", "it"),
        ("Vane asked if it rained.", "wh", "if"),
        ("Vane asked the crew why they left.", "wh", "why"),
        ("Vane promised to come.", "to", "to"),
        ("Vane urged the crew to come.", "obj-to", "the"),
        ("Vane criticized the plan.", "obj", "the"),
        ("Vane said: “It rained.”", "quote", "“"),
        ("Vane said, “It rained.”", "quote", "“"),
        ("Vane told the crew, “It rained.”", "quote", "“"),
    ],
)
def test_what_follows_a_cue(text: str, kind: str, first: str) -> None:
    _, layers = read(text)
    found = layers.clauses.complement(layers.cues[0])
    assert found is not None
    assert (found.kind, layers.tokens.words[found.first]) == (kind, first)


@pytest.mark.parametrize("text", ["Vane said.", "It rained, Vane said on Tuesday.", "“It rained,” said Vane."])
def test_nothing_follows_a_tag(text: str) -> None:
    _, layers = read(text)
    assert layers.clauses.complement(layers.cues[0]) is None


@pytest.mark.parametrize(
    "text, said",
    [
        ("The board provided information on the mill.", True),
        ("The board provided no details on the mill.", True),
        ("The board provided contact details for the mill.", False),
        ("The board provides contact information for mills.", False),
        ("The board provided an email address for the mill.", False),
    ],
)
def test_how_somebody_is_reached_is_nothing_said(text: str, said: bool) -> None:
    assert bool(extract(text).quotes) is said


def test_the_addressee_before_the_words_said() -> None:
    _, layers = read("Vane told the crew that it rained.")
    found = layers.clauses.complement(layers.cues[0])
    assert found is not None
    assert found.addressee is not None
    assert layers.span(*found.addressee).text == "the crew"


@pytest.mark.parametrize(
    "marked",
    [
        "Vane said <q>it rained</q>.",
        "Vane said <q>it rained</q>, but nobody believed her.",
        "Vane said <q>it rained</q>; the crew laughed.",
        "Vane said <q>it rained</q> and added that it was late.",
        "Vane said <q>it rained and the crew went home</q>.",
        "Vane said <q>it rained, snowed and hailed</q>.",
        "Vane said <q>it rained</q>, according to Oster.",
        "Vane said <q>it rained</q>, adding that it was late.",
        "Vane said <q>the ship, which was old, sank</q>.",
        "When Vane said <q>it rained</q>, the crew laughed.",
        "Oster, who said <q>it rained</q>, left.",
    ],
)
def test_where_what_was_said_ends(marked: str) -> None:
    drawn, layers = read(marked)
    cue = layers.cues[0]
    found = layers.clauses.complement(cue)
    assert found is not None
    _, high = layers.clauses.bounds(cue.head)
    subject = layers.clauses.subject(cue)
    relative = subject is not None and subject.how == "relative"
    stop = layers.clauses.end_of_content(found.first, high, found.kind, cue, relative=relative)
    assert layers.span(found.first, stop - 1) == drawn.spans["q"][0]


@pytest.mark.parametrize(
    "text, rest",
    [
        ("on Tuesday it rained", "it"),
        ("in a statement that it rained", "that"),
        ("at a rally in Orrel that it rained", "that"),
        ("late last month that it rained", "that"),
        ("it rained", "it"),
    ],
)
def test_adverbials_are_passed_over(text: str, rest: str) -> None:
    _, layers = read(f"Vane said {text}.")
    assert layers.tokens.words[layers.clauses.skip_adverbials(2, len(layers.tokens))] == rest
