"""What holds for every text, and rules of one's own."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclaims import Extractor, RuleError, RuleSet, extract
from newsclaims.model import Document
from newsclaims.speakers import SPEAKER_RULES, resolution_rule
from newsclaims.speakers.entities import Entity
from newsclaims.speakers.scene import Scene
from newsclaims.speakers.sources import Source

PIECES = [
    *("Orla Vane", "Mr. Vane", "Sen. Ron Ellery (D-Orrel)", "the senator", "he", "She", "who", "it", "They", "I", "we", "his lawyer"),
    *("said", "said that it was late", "told the council", "according to", ",", ".", "“", "”", '"', "(", ")", "and", "of", "the", "\n\n"),
    *("VANE:", "Critics", "the Commission on Open Harbours (COH)", "the COH", "van der Hoek", "al-Dasri", "46,", "The 46-year-old", "’s"),
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))


@given(texts)
@example("")
@example("“” said.")
@example("said , said and said")
@example("“It is I.” said week")
@example("0,,said")  # nothing stands between the two commas
def test_every_source_has_a_speaker_and_all_spans_hold(text: str) -> None:
    document = extract(text)
    for quote in document.quotes:
        assert (quote.speaker is None) == (quote.source is None)
        assert quote.speaker is None or quote.speaker in document.speakers
    for speaker in document.speakers:
        assert speaker.name
        assert list(speaker.mentions) == sorted(speaker.mentions)
        assert all(member in document.speakers for member in speaker.members)
        for mention in speaker.mentions:
            assert text[mention.start : mention.end] == mention.text


@given(texts)
def test_the_same_text_gives_the_same_speakers_and_they_survive_json(text: str) -> None:
    document = extract(text)
    assert extract(text) == document
    if text.isascii():
        assert Document.from_json(document.to_json()) == document


def test_a_named_speaker_is_named_by_words_of_the_text() -> None:
    document = extract("Sen. Ron Ellery (D-Orrel) said that it was late. Two aides of the senator said that it was not.")
    for speaker in document.speakers:
        assert speaker.name in document.text


def test_speakers_stand_in_the_order_of_their_first_mention() -> None:
    document = extract("Orla Vane met Tom Kell. Kell said that it was late. Vane said that it was not.")
    assert [speaker.name for speaker in document.speakers] == ["Orla Vane", "Tom Kell"]


def test_a_speaker_knows_its_quotes_and_how_many_words_they_have() -> None:
    document = extract("Orla Vane met Tom Kell. Kell said that it was late. “It is not - not yet,” Vane said. Kell said that it rained.")
    vane, kell = document.speakers
    assert (vane.quotes, vane.words, vane.position) == ((1,), 5, 0)
    assert (kell.quotes, kell.words, kell.position) == ((0, 2), 7, 14)
    for speaker in document.speakers:
        assert all(document.quotes[at].speaker is speaker for at in speaker.quotes)


def test_what_several_said_is_counted_for_their_group() -> None:
    vane, kell, group = sorted(extract("Orla Vane and Tom Kell said that it was late.").speakers, key=lambda speaker: len(speaker.quotes))
    assert (vane.quotes, kell.quotes, group.quotes) == ((), (), (0,))


def test_no_quotes_no_speakers() -> None:
    assert extract("Orla Vane opened the port on Monday.").speakers == ()


@resolution_rule("her-honour")
def her_honour(scene: Scene, source: Source) -> Entity | str:
    """The house style of our paper: Her Honour is the mayor."""
    if source.word != "honour":
        return "it is not “Her Honour”"
    return scene.called("Orla Vane")


def test_a_rule_of_ones_own_goes_before_the_others() -> None:
    extractor = Extractor(speaker_rules=SPEAKER_RULES.before("noun", her_honour))
    text = "Orla Vane left. Later her honour said that it was late."
    assert [quote.speaker and quote.speaker.name for quote in extractor.extract(text).quotes] == ["Orla Vane"]
    assert [quote.speaker and quote.speaker.name for quote in extract(text).quotes] == ["her honour"]


def test_without_a_rule_its_sources_stay_open() -> None:
    text = "Orla Vane left. She said that it was late."
    speaker = Extractor(speaker_rules=SPEAKER_RULES.without("he-she")).extract(text).quotes[0].speaker
    assert speaker is not None
    assert (speaker.name, speaker.resolved) == ("She", False)


def test_the_rules_have_names_and_a_line_of_explanation() -> None:
    assert SPEAKER_RULES.names == ("alias", "several-sources", "name", "relative", "he-she", "it", "they", "one", "noun")
    assert all(rule.doc for rule in SPEAKER_RULES)


def test_extractors_with_speaker_rules_can_be_pickled() -> None:
    extractor = Extractor(aliases={"Ironside": "Orla Vane"}, speaker_rules=SPEAKER_RULES.without("they"))
    assert pickle.loads(pickle.dumps(extractor)) == extractor  # noqa: S301 - our own pickle


@pytest.mark.parametrize("answer", [3, True, ["Vane"]])
def test_a_rule_that_returns_something_else_is_an_error_that_names_it(answer: object) -> None:
    wrong = resolution_rule("wrong")(lambda scene, source: answer)  # type: ignore[arg-type, return-value]  # the wrong answer is the test
    with pytest.raises(RuleError, match="speaker rule 'wrong' returned"):
        Extractor(speaker_rules=RuleSet([wrong])).extract("Vane said that it was late.")


def test_a_rule_that_fails_is_an_error_that_names_it() -> None:
    def fail(scene: Scene, source: Source) -> str:
        raise KeyError(source.word)

    with pytest.raises(RuleError, match="speaker rule 'failing' failed: KeyError"):
        Extractor(speaker_rules=RuleSet([resolution_rule("failing")(fail)])).extract("Vane said that it was late.")


@pytest.mark.parametrize("name", ["", "two words", 5])
def test_names_of_rules(name: str) -> None:
    with pytest.raises(RuleError, match="one word with hyphens"):
        resolution_rule(name)
