from __future__ import annotations

import attrs
import pytest

from newsclaims import Document, Quote, QuoteKind, Span, Speaker, SpeakerKind
from newsclaims.evaluation import GoldArticle, GoldQuote, GoldSpeaker, evaluate
from newsclaims.evaluation.names import same_name


@pytest.mark.parametrize(
    "one, other, same, exact",
    [
        ("Orla Vane", "Orla Vane", True, True),
        ("Orla Vane", "orla vane", True, True),
        ("Orla Vane", "Vane", True, False),
        ("Orla Vane", "Orla", True, False),
        ("Orla Vane", "O. Vane", True, True),
        ("Orla M. Vane", "Orla Vane", True, False),
        ("Orla Vane", "Ivo Vane", False, False),
        ("Orla Vane", "Harbour Master Orla Vane", True, False),
        ("Ivo Karr Jr.", "Ivo Karr", True, True),
        ("Orla Vane", "", False, False),
        ("the", "of", False, False),
    ],
)
def test_one_person_or_two(one: str, other: str, same: bool, exact: bool) -> None:
    assert (same_name(one, other), same_name(other, one)) == (same, same)
    assert same_name(one, other, exactly=True) == exact


TEXT = "“Rain,” said Orla Vane. He said it snowed. A clerk said it hailed. Vane left, Moss said."
VANE, CLERK = GoldSpeaker(SpeakerKind.PERSON, ("Orla Vane",)), GoldSpeaker(SpeakerKind.PERSON)


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words), words)


GOLD = (
    GoldQuote(QuoteKind.DIRECT, (span("“Rain,”"),), (span("Orla Vane"),), (), VANE),
    GoldQuote(QuoteKind.INDIRECT, (span("it snowed"),), (span("He"),), (), VANE),
    GoldQuote(QuoteKind.INDIRECT, (span("it hailed"),), (span("A clerk"),), (), CLERK),
    GoldQuote(QuoteKind.INDIRECT, (span("Vane left"),), (span("Moss"),), (), None),
)


def scores(*speakers: Speaker | None) -> dict[str, tuple[int, int, int]]:
    """The counts by group, where the first quotes are found with these speakers."""
    quotes = tuple(
        Quote(gold.kind, gold.contents, gold.contents[0], "", gold.source[0], speaker)
        for gold, speaker in zip(GOLD, speakers, strict=False)
    )
    report = evaluate([GoldArticle(TEXT, "rain", GOLD)], [Document(TEXT, quotes=quotes)])
    return {score.group: (score.quotes, score.right, score.exact) for score in report.names}


def named(name: str) -> Speaker:
    return Speaker(name, SpeakerKind.PERSON, named=True)


def test_names_are_counted_by_what_the_source_says() -> None:
    assert scores(named("Orla Vane"), named("Vane"), Speaker("A clerk"), named("Moss")) == {
        "people": (2, 2, 1),
        "called by a pronoun": (1, 1, 0),
        "called by less": (0, 0, 0),
        "without a name": (1, 1, 0),
        "in quotation marks": (1, 1, 1),
    }


def test_a_wrong_name_an_open_one_and_a_name_for_nobody() -> None:
    found = scores(named("Ivo Karr"), None, named("Ivo Karr"))
    assert (found["people"], found["without a name"], found["in quotation marks"]) == ((2, 0, 0), (1, 0, 0), (1, 0, 0))


def test_what_is_not_found_counts_only_end_to_end() -> None:
    assert scores() == {
        "people": (0, 0, 0),
        "called by a pronoun": (0, 0, 0),
        "called by less": (0, 0, 0),
        "without a name": (0, 0, 0),
        "in quotation marks": (1, 0, 0),
    }


def test_without_annotated_speakers_there_is_no_score() -> None:
    bare = tuple(attrs.evolve(quote, speaker=None) for quote in GOLD)
    assert evaluate([GoldArticle(TEXT, "rain", bare)], [Document(TEXT)]).names == ()
