from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclaims.errors import GoldError
from newsclaims.evaluation import GoldArticle
from newsclaims.evaluation.brat import parse_brat

TEXT = "“The port is shut,” Orla Vane said. “For now.” Rain fell."

Read = Callable[..., GoldArticle]


def found(article: GoldArticle) -> list[tuple[str, list[str], list[str], list[str]]]:
    return [
        (quote.kind.value, [s.text for s in quote.contents], [s.text for s in quote.source], [s.text for s in quote.cue])
        for quote in article.quotes
    ]


@pytest.mark.parametrize(
    "drawn, expected",
    [
        (
            "<q1>“The port is shut,”</q1> <s1>Orla Vane</s1> <c1>said</c1>.",
            ("direct", ["“The port is shut,”"], ["Orla Vane"], ["said"]),
        ),
        (
            "<s1>Vane</s1> <c1>called</c1> it <q1>a “grim” day for the port</q1>.",
            ("mixed", ["a “grim” day for the port"], ["Vane"], ["called"]),
        ),
        ("It <c1>is believed</c1> <q1>that the port is shut</q1>.", ("indirect", ["that the port is shut"], [], ["is believed"])),
        (
            "<q1>“The port,”</q1> <s1>Vane</s1> <c1>said</c1>, <q1>“is shut.”</q1>",
            ("direct", ["“The port,”", "“is shut.”"], ["Vane"], ["said"]),
        ),
    ],
)
def test_the_parts_of_an_attribution_and_its_kind(annotated: Read, drawn: str, expected: tuple[object, ...]) -> None:
    assert found(annotated(drawn)) == [expected]


def test_spans_hold_the_words_of_the_text(annotated: Read) -> None:
    article = annotated("Rain.\n\n<q1>The port\nis shut</q1>, <s1>Vane</s1> <c1>said</c1>.")
    [quote] = article.quotes
    for span in (*quote.contents, *quote.source, *quote.cue):
        assert article.text[span.start : span.end] == span.text


def test_quotes_come_in_text_order(annotated: Read) -> None:
    article = annotated("<s2>Vane</s2> <c2>said</c2> <q2>it rained</q2>. <s1>Holt</s1> <c1>said</c1> <q1>it snowed</q1>.")
    assert [quote.contents[0].text for quote in article.quotes] == ["it rained", "it snowed"]


def test_what_is_discarded(annotated: Read) -> None:
    article = annotated("<x1>Photo by Ada Holt.</x1> <s2>Vane</s2> <c2>said</c2> <q2>it rained</q2>.")
    assert [span.text for span in article.discarded] == ["Photo by Ada Holt."]
    assert len(article.quotes) == 1


MARKS = "T1\tContent 0 19\t“The port is shut,”\nT2\tSource 20 29\tOrla Vane\nT3\tCue 30 34\tsaid\n"


@pytest.mark.parametrize(
    "links",
    [
        "E1\tAttribution:T3 Content:T1 Cue:T3 Source:T2\n",
        "E1\tCue:T3 Content2:T1 source:T2 \n",
        "R1\tsays Arg1:T3 Arg2:T1\nR2\tby Arg1:T3 Arg2:T2\n",
        "R1\tcue-of Arg1:T1 Arg2:T3\nR2\tsource-of Arg1:T2 Arg2:T1\n",
        "#1\tAnnotatorNotes T1\tis it?\nA1\tSure T1\n*\tEquiv T1 T2\nE1\tContent:T1 Cue:T3 Source:T2\n\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_events_and_relations_join_marks(links: str, end: str) -> None:
    article = parse_brat(TEXT, (MARKS + links).replace("\n", end), id="a")
    assert found(article) == [("direct", ["“The port is shut,”"], ["Orla Vane"], ["said"])]


def test_contents_of_one_cue_are_one_attribution_and_a_source_may_have_two_cues() -> None:
    text = "Vane said it rained and it snowed, and added it froze."
    marks = (
        "T1\tSource 0 4\tVane\nT2\tCue 5 9\tsaid\nT3\tContent 10 19\tit rained\nT4\tContent 24 33\tit snowed\n"
        "T5\tCue 39 44\tadded\nT6\tContent 45 53\tit froze\n"
        "R1\tcue Arg1:T2 Arg2:T3\nR2\tcue Arg1:T2 Arg2:T4\nR3\tby Arg1:T2 Arg2:T1\nR4\tcue Arg1:T5 Arg2:T6\nR5\tby Arg1:T5 Arg2:T1\n"
    )
    assert found(parse_brat(text, marks, id="a")) == [
        ("indirect", ["it rained", "it snowed"], ["Vane"], ["said"]),
        ("indirect", ["it froze"], ["Vane"], ["added"]),
    ]


@pytest.mark.parametrize("links", ["", "E1\tCue:T3 Source:T2\n", "R1\tby Arg1:T3 Arg2:T2\n", "R1\tbefore Arg1:E1 Arg2:E2\n"])
def test_marks_without_a_content_that_something_joins_are_no_attribution(links: str) -> None:
    assert parse_brat(TEXT, MARKS + links, id="a").quotes == ()


def test_the_words_of_the_mark_an_event_hangs_on_do_not_count() -> None:
    marks = "T1\tContent 0 19\tx\nT4\tAttribution 0 19\tx\nE1\tAttribution:T4 Content:T1\n"
    with pytest.raises(GoldError, match="line 1: T1 says 'x'"):
        parse_brat(TEXT, marks, id="a")
    assert len(parse_brat(TEXT, marks.replace("19\tx", "19\t“The port is shut,”", 1), id="a").quotes) == 1


def test_words_of_a_mark_may_run_over_lines() -> None:
    marks = "T1\tContent 0 17\tThe port\n\nis shut\nT2\tSource 19 23\tVane\nE1\tContent:T1 Source:T2\n"
    assert found(parse_brat("The port\n\nis shut, Vane said.", marks, id="a"))[0][1] == ["The port\n\nis shut"]


@pytest.mark.parametrize(
    "annotations, line, message",
    [
        ("T1\tContent 0 19\t“The port is open,”\n", 1, "says '“The port is open,”', but its offsets hold '“The port is shut,”'"),
        (MARKS + "T4\tContent 50 99\tRain fell.\n", 4, "50 to 99 is no stretch of the text, which has 57 characters"),
        ("T1\tContent 9 9\t\n", 1, "9 to 9 is no stretch"),
        ("T1\tContent 9 2\t\n", 1, "9 to 2 is no stretch"),
        ("T1\tContent 0-19\tThe port\n", 1, "offsets are a start and an end"),
        ("T1\tContent\n", 1, "offsets are a start and an end"),
        ("T1\tContent 0 19;\t“The port is shut,”\n", 1, "offsets are a start and an end"),
        ("T1\tContent 0 １９\t“The port is shut,”\n", 1, "offsets are a start and an end"),
        (MARKS + "T1\tCue 30 34\tsaid\n", 4, "a second mark is named T1"),
        (MARKS + "E1\tContent:T1 Source:T9\n", 4, "no mark is named 'T9'"),
        (MARKS + "E1\tContent:T1 Source:E2\n", 4, "no mark is named 'E2'"),
        (MARKS + "E1\tContent:T1 Source\n", 4, "an argument is a role, a colon and a name"),
        (MARKS + "R1\tby Arg1:T1\n", 4, "a relation has a name and two arguments"),
        (MARKS + "R1\t\n", 4, "a relation has a name and two arguments"),
        (MARKS + "R1\tby Arg1:T1 Arg2:T7\n", 4, "no mark is named 'T7'"),
        ("Content 0 19 T1\n", 1, "a line opens with a name and a tab"),
        (MARKS + "E1\tContent:T1\nE2 Content:T1\n", 5, "a line opens with a name and a tab"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(annotations: str, line: int, message: str) -> None:
    with pytest.raises(GoldError) as raised:
        parse_brat(TEXT, annotations, id="a", path="a.ann")
    assert (raised.value.path, raised.value.line) == ("a.ann", line)
    assert message in str(raised.value)


cells = st.one_of(st.text(), st.sampled_from([*"TERA#*:;\t\n ", "T1", "T2", "R1", "E1", "Content", "Source", " 0 4", "Arg1:T1", "\tRain"]))


@given(text=st.text(), annotations=st.lists(cells).map("".join))
@example(text="Rain", annotations="T1\tContent 0 4\tRain\nR1\tsame Arg1:T1 Arg2:T1")
@example(text="Rain", annotations="T1\tContent 0 4;0 4\tRain Rain\nE1\tContent:T1 Content:T1")
def test_any_input_is_read_or_refused(text: str, annotations: str) -> None:
    try:
        article = parse_brat(text, annotations, id="a")
    except GoldError:
        return
    assert all(text[span.start : span.end] == span.text for quote in article.quotes for span in quote.contents)
