"""The named features of quotes: two texts that have one, one that has not."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclaims import Extractor, Quote, QuoteKind, Span
from newsclaims.confidence.features import features
from newsclaims.confidence.surroundings import Surroundings
from newsclaims.model import Cue

EXTRACTOR = Extractor()


def of_last(text: str) -> list[str]:
    """The features of the last quote of a text."""
    return features(Surroundings(EXTRACTOR.layers(text)), EXTRACTOR.extract(text).quotes[-1])


CASES = [
    ("kind direct", ["“It rained,” Vane said.", "Vane said: “It rained.”"], "Vane said it rained."),
    ("kind indirect", ["Vane said it rained.", "It rained, Vane said."], "“It rained,” Vane said."),
    ("rule according-to", ["According to Vane, it rained.", "It rained, according to Vane."], "It rained, Vane said."),
    (
        "within another quote",
        ["Vane said that Holt told her the port would close.", "Vane said that Holt told them the firm was broke."],
        "Holt told her the port would close.",
    ),
    ("in several pieces", ["“It rained,” Vane said, “and it snowed.”", "“We,” Vane said, “have won.”"], "“It rained,” Vane said."),
    ("with an addressee", ["Vane told reporters the port was shut.", "Vane told the board that it was late."], "Vane said it was late."),
    ("cue negated", ["Vane did not say that it rained.", "Vane has not said whether it rained."], "Vane said that it rained."),
    ("cue future", ["Vane will say that it rained.", "Vane will argue that it was late."], "Vane said that it rained."),
    (
        "before cue: subordinator",
        ["When Vane said it rained, Holt left.", "Holt left because Vane said it rained."],
        "Vane said it rained.",
    ),
    ("source pronoun", ["She said it rained.", "“It rained,” he said."], "Vane said it rained."),
    ("source word she", ["She said it rained.", "“It rained,” she said."], "He said it rained."),
    ("source name", ["Vane said it rained.", "Mayor Orla Vane said it rained."], "She said it rained."),
    ("source noun with article", ["The mayor said it rained.", "It rained, the board said."], "Vane said it rained."),
    ("source none", ["It is believed that the port will close.", "It was said that the port was shut."], "Vane said the port was shut."),
    ("before source: sentence start", ["Vane said it rained.", "The mayor said it rained."], "It rained, the mayor said."),
    ("before source: and", ["It rained, and Vane said it was over.", "He left and Vane said it was over."], "Vane said it was over."),
    ("source to cue: 0", ["Vane said it rained.", "The mayor said it rained."], "Vane, the mayor, has often said it rained."),
    ("order: source, cue, words", ["Vane said it rained.", "Vane said: “It rained.”"], "“It rained,” Vane said."),
    ("order: words, cue, source", ["“It rained,” said Vane.", "“It rained,” said the mayor."], "“It rained,” Vane said."),
    ("words begin: that", ["Vane said that it rained.", "Vane insists that it rained."], "Vane said it rained."),
    ("left of the sentence: 1", ["Vane said it rained.", "Vane said that it rained."], "It rained, Vane said."),
    ("finite verb after: none", ["Vane called for a vote.", "Vane criticized the plan."], "Vane said it rained."),
    ("cues in the sentence: 1", ["Vane said it rained.", "“It rained,” Vane said."], "Vane said Holt said it rained."),
    (
        "region headline",
        ["Harbour to close, mayor says\n\nThe port is old. It was built long ago by the town.", "Vane denies theft\n\nIt rained in Orrel."],
        "Vane said it rained.",
    ),
]


@pytest.mark.parametrize("feature, having, lacking", CASES, ids=[case[0] for case in CASES])
def test_a_feature(feature: str, having: list[str], lacking: str) -> None:
    assert [text for text in having if feature not in of_last(text)] == []
    assert feature not in of_last(lacking)


def test_a_rule_of_ones_own_may_point_anywhere() -> None:
    text = "ORREL, Dec. 4 (Reuters) — It rained. "
    surroundings = Surroundings(EXTRACTOR.layers(text))
    for start in range(len(text)):
        for stop in range(start + 1, len(text) + 1, 7):
            span = Span.of(text, start, stop)
            quote = Quote(QuoteKind.DIRECT, (span,), span, span.text, span, None, Cue(span, "say", "say"), rule="own")
            assert all(features(surroundings, quote))


@given(
    text=st.lists(st.sampled_from(["“It rained,”", "“", "”", " Vane", " said", " he", " that", " it rained", ", ", ". ", "\n"])).map(
        "".join
    )
)
@example("“It rained,” Vane said. He said that it rained.")
def test_every_quote_has_features_and_each_once(text: str) -> None:
    surroundings = Surroundings(EXTRACTOR.layers(text))
    for quote in EXTRACTOR.extract(text).quotes:
        if quote.rule is not None:
            found = features(surroundings, quote)
            assert found
            assert len(found) == len(set(found))
