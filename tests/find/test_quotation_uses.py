"""Speech told from other uses of quotation marks."""

from __future__ import annotations

import pytest

from newsclaims.find.quotations import QuotationFinder
from newsclaims.language import load_language

FINDER = QuotationFinder(load_language("en"))


def reasons(text: str) -> list[str | None]:
    return [quotation.reason for quotation in FINDER.find(text, [(0, len(text))])]


@pytest.mark.parametrize(
    "text",
    [
        "Her novel “Salt Road” sold well.",
        "Her last book, “Salt Road,” sold well.",
        "She wrote an essay titled “Why the Dam Holds” in May.",
        "It began as a show called “The Tin Hour.”",
        "Ada Venn, the author of “Salt Road,” lives here.",
        "The “Salt Road” star came late.",
        "The mayor appeared on NTV’s “Good Day Orrel” on Monday.",
        "The mayor spoke on “Good Day Orrel” on Monday.",
        "The mayor spoke on Orrel Radio’s “Good Day Orrel.”",
        "She said so on Friday's “Harbor Hour,” after the news.",
        "Venn told “Good Day Orrel” that the dam holds.",
        "She was late for an interview with “Good Day Orrel.”",
        "“Tin,” a thriller about miners, opens in May.",
        "“Tin” is a new thriller about miners.",
        "“The Well” is an adaptation of an old tale.",
        "She read from “Salt Road” by Ben Orr.",
        "Ada Venn had small roles in “The Tin Hour” and on stage.",
        "Her next work is a sequel to “Salt Road.”",
        "They performed “Long Water” in the park.",
        "The findings are in a paper titled: “A new way to print – with its limits for the makers of small boats and their crews.”",
        "They gave their answers for the study “Whose clerk are you, minister”.",
        "The town has never won “Best Harbor.”",
        "It is old (see “How the Dam Broke”).",
        "It is a line from her 1994 “Songs of the Weir.”",
    ],
)
def test_titles_of_works(text: str) -> None:
    assert reasons(text) == ["title of a work"]


def test_titles_in_a_row() -> None:
    assert reasons("She played songs like “The Tin Hour,” “Salt Road” and “Long Water.”") == ["title of a work"] * 3
    assert reasons("Venn won “Best Film” for “Salt Road” on Sunday.") == ["title of a work"] * 2
    assert reasons("She said men like “The Tin Hour” and “Salt Road.”") == [None] * 2
    assert reasons("She wrote the novels “The Tin Hour,” “Salt Road” and “Long Water.”") == ["title of a work"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Robert “Bobby” Venn came.",
        'Gov. A.B. "Butch" Orr came.',
        "Joe ‘Big Joe’ Venn, nicknamed “Tiny,” came.",
        "He goes by the name “Shorty.”",
        "He goes by “Big Tom” at home.",
    ],
)
def test_nicknames(text: str) -> None:
    assert set(reasons(text)) == {"nickname"}


@pytest.mark.parametrize(
    "text",
    [
        "She typed “how to leave Orrel by boat” into a search engine.",
        "Click “Send” to go on.",
        "He was about to hit “cancel” twice.",
    ],
)
def test_what_stands_on_a_machine_or_was_typed(text: str) -> None:
    assert reasons(text) == ["word as a word"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor hit back at “the men who never saw a ship.”",
        "She wrote “how to leave Orrel” on it.",
        "He won “with a lot of help.”",
        "She called the report “A heap of lies and nothing else.”",
    ],
)
def test_what_may_be_said_is_speech(text: str) -> None:
    assert reasons(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        'The word "freedom" is on every wall.',
        "The term “dry port” is new here.",
        "It has the phrase ‘for ever’ in it.",
        "They looked for words such as “pier,” “quay” and “dry dock.”",
        "The clerks said terms like “pier” were rare.",
    ],
)
def test_words_as_words(text: str) -> None:
    assert set(reasons(text)) == {"word as a word"}


@pytest.mark.parametrize(
    "text", ["They dropped so-called “smart” bombs.", 'The "lamestream" media came.', "He joined self-described ‘free riders’ in May."]
)
def test_scare_quotes(text: str) -> None:
    assert reasons(text) == ["scare quotes"]


@pytest.mark.parametrize(
    "text",
    [
        "He wore a “Tern First” hat.",
        "She led the “Leave It” campaign.",
        "They set up a website called “Orrel If the Dam Breaks” in May.",
        "She gave it to a dockers’ group called the “Tin Hands.”",
        "The clip came from an account named “dam_watch” on Monday.",
    ],
)
def test_names_and_slogans(text: str) -> None:
    assert reasons(text) == ["name or slogan"]


def test_values_of_markup() -> None:
    assert reasons('<post id="12345" author="adavenn">Rain again</post>') == ["markup", "markup"]


@pytest.mark.parametrize(
    "text",
    [
        "“The dam holds,” said Ada Venn.",
        "She called it “a disgrace” and left.",
        "It was a plan Ada Venn called “shaky from the start.”",
        "It was a dam a spokesman called “shaky.”",
        "Ada Venn spoke of her role in “keeping the dam.”",
        "It was a plan critics called “shaky from the start.”",
        "Venn told Orr “Go Home Now” twice.",
        "Venn has used the phrase “dry port” in May.",
        "It has drawn critics such as “dam watchers” and loud words.",
        "Ada Venn called the “shaky” dam a danger.",
        "He used the word “shaky” and said it twice.",
        "“No,” Ada Venn said.",
        "“Go Home,” Venn told them.",
        "She said the film was “too long” for her.",
        "She said of the book: “It is too long.”",
        "He told Orr “No” Monday.",
        "She promised a “fundamental” change.",
    ],
)
def test_speech_has_no_reason(text: str) -> None:
    assert reasons(text) == [None]


def test_what_stands_in_a_tag_of_markup_is_no_speech_however_long() -> None:
    assert reasons(f'<p title="It rained. {"It rained on. " * 20}">It rained.') == ["markup"]


def test_what_an_occasion_is_called_is_a_name() -> None:
    assert reasons("Venn spoke during a “Mayor for a Day Forum” in Orrel.") == ["name or slogan"]
    assert reasons("Venn spoke of a “Day” in Orrel.") == [None]


def test_a_line_in_single_marks_among_double_ones_is_a_heading() -> None:
    text = "“The dam holds,” Venn said.\n\n‘A Heap of Planks.’\n\nThe quay was closed."
    paragraphs = [(0, 27), (29, 48), (50, 70)]
    assert [text[start:end] for start, end in paragraphs] == text.split("\n\n")
    assert [each.reason for each in FINDER.find(text, paragraphs)] == [None, "heading"]
    single = text.replace("“", "‘").replace("”", "’")
    assert [each.reason for each in FINDER.find(single, paragraphs)] == [None, None]


def test_a_line_that_is_a_title_and_no_more() -> None:
    text = "Three books this week.\n\n“Salt Road” ($20)\n\nA miller leaves.\n\n“Salt Wind”\n— Ada Venn"
    paragraphs = [(0, 22), (24, 41), (43, 59), (61, 72), (73, 83)]
    assert [text[start:end] for start, end in paragraphs][1] == "“Salt Road” ($20)"
    assert [each.reason for each in FINDER.find(text, paragraphs)] == ["title of a work", None]


def test_a_title_is_one_wherever_it_stands() -> None:
    assert reasons("Her novel “Salt Road” sold well. “Salt Road,” she read, and wept.") == ["title of a work"] * 2
    assert reasons("Her novel “Salt Road” sold well. “Salt roads,” she said, and wept.") == ["title of a work", None]
