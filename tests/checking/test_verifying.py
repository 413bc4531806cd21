"""Quotes held against sources: each status, its reasons, and the spans on both sides."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import Check, CheckStatus, Extractor, QuoteKind, Sources, extract, verify
from newsclaims.checking.results import Fold, Sense

MEETING = """The council met on Monday. “We will not sell the old harbour if the port authority objects,” said Mayor Orla Vane. \
“It is not ours. It belongs to the people who fish there.”

Ivo Karr, who leads the union, said: “The cranes have stood still for three years, and nobody at the council noticed.”

“It would not improve traffic on the bridge,” Vane added. “We should close the north ramp by June.”

A spokesman for the port said the quay would be “rebuilt in stages”."""


def only(draft: str, source: str = MEETING) -> Check:
    [check] = verify(draft, {"meeting": source})
    return check


FOUND = [
    "“It is not ours. It belongs to the people who fish there,” Vane said.",
    'Vane said: "It would not improve traffic on the bridge."',
    "“We will not sell the old harbour,” Vane said, “if the port authority objects.”",
    "“It is not ours,” Vane said. “It belongs to the people who fish there.”",
    "Karr said that “nobody at the council noticed”.",
    "The port said the quay would be “rebuilt in stages”.",
    "“The cranes have stood still for three years,” Karr said.",
]


@pytest.mark.parametrize("draft", FOUND)
def test_what_stands_in_the_source_is_found(draft: str) -> None:
    check = only(draft)
    assert (check.status, check.findings, check.changes) == (CheckStatus.FOUND, (CheckStatus.FOUND,), ())
    assert check.holds


OTHERS = [
    ("“It would improve traffic on the bridge,” Vane said.", CheckStatus.CUT, [("not", "")], [Sense.NEGATION]),
    ("“It would not improve parking on the bridge,” Vane said.", CheckStatus.CHANGED, [("traffic", "parking")], []),
    ("“We should close the north ramp by July,” said Vane.", CheckStatus.CHANGED, [("June", "July")], []),
    ("“We should now close the north ramp by June,” said Vane.", CheckStatus.CHANGED, [("", "now")], []),
    ("“We should close the ramp by June,” said Vane.", CheckStatus.CUT, [("north", "")], []),
    ("“We will not sell the old harbour,” Vane said.", CheckStatus.CUT, [("if the port authority objects,", "")], [Sense.CONDITION]),
    ("“We will … sell the old harbour if the port authority objects,” Vane said.", CheckStatus.CUT, [("not", "")], [Sense.NEGATION]),
    ("“It is never ours,” Vane said.", CheckStatus.CHANGED, [("not", "never")], []),
    ("“It [is] ours,” Vane said.", CheckStatus.CHANGED, [("is not", "is")], [Sense.NEGATION]),
    ("“Is it not ours?” Vane asked.", CheckStatus.CHANGED, None, []),
]  # fmt: skip


@pytest.mark.parametrize("draft, status, changes, sense", OTHERS)
def test_what_differs_is_told_word_by_word(
    draft: str, status: CheckStatus, changes: list[tuple[str, str]] | None, sense: list[Sense]
) -> None:
    check = only(draft)
    assert check.status is status
    assert not check.holds
    assert list(check.sense) == sense
    if changes is not None:
        assert [(change.before, change.after) for change in check.changes] == changes


def test_a_condition_that_does_not_govern_the_words_is_no_cut() -> None:
    source = "“If it rains we stay. We will sail on Monday, and nobody will stop us,” said Orla Vane."
    assert only("“We will sail on Monday,” Vane said.", source).status is CheckStatus.FOUND


def test_a_clause_out_of_its_negation_is_a_cut() -> None:
    check = only("“We should close the pier,” Vane said.", "“I do not think that we should close the pier,” said Orla Vane.")
    assert (check.status, check.sense) == (CheckStatus.CUT, (Sense.NEGATION,))


@pytest.mark.parametrize(
    "draft",
    [
        "“It belongs to the people … there,” Vane said.",
        "“It belongs to the people [...] there,” Vane said.",
        "“[The harbour] belongs to the people who fish there,” Vane said.",
        "“… the people who fish there,” Vane said.",
        "“The [ferries] have stood still for three years, and nobody … noticed,” Karr said.",
        "“Nobody [there] noticed,” Karr said.",
    ],
)
def test_signs_of_an_editor_abridge(draft: str) -> None:
    check = only(draft)
    assert (check.status, check.changes) == (CheckStatus.ABRIDGED, ())
    assert check.holds


def test_a_sign_that_stands_in_the_source_is_found() -> None:
    source = "“It [the ramp] … is closed,” said Orla Vane."
    assert only("“It [the ramp] … is closed,” Vane said.", source).status is CheckStatus.FOUND
    assert only("“It the ramp is closed,” Vane said.", source).status is CheckStatus.CHANGED


@pytest.mark.parametrize(
    "draft",
    [
        "“It is not ours. We should close the north ramp by June,” Vane said.",
        "“It is not ours … We should close the north ramp by June,” Vane said.",
        "“We should close the north ramp by June. It is not ours,” Vane said.",
    ],
)
def test_pieces_of_two_places_are_joined(draft: str) -> None:
    check = only(draft)
    assert check.status is CheckStatus.JOINED
    assert len(check.source_spans) == 2


@pytest.mark.parametrize(
    "source",
    [
        "“The pier is shut. It rained all night. We will wait for the engineers,” said Orla Vane.",
        "“The pier is shut,” said Orla Vane. “It rained all night. We will wait for the engineers.”",
        "VANE: The pier is shut. It rained all night. We will wait for the engineers.",
    ],
)
def test_whole_sentences_that_do_not_follow_each_other_are_joined(source: str) -> None:
    check = only("“The pier is shut. We will wait for the engineers,” Vane said.", source)
    assert check.findings == (CheckStatus.JOINED,)
    assert [change.before.strip(",. ") for change in check.changes] == ["It rained all night"]
    assert only("“The pier is shut … We will wait for the engineers,” Vane said.", source).status is CheckStatus.ABRIDGED
    assert only("“The pier is shut. We will wait,” Vane said.", source).status is CheckStatus.JOINED


def test_a_quote_of_two_sources_is_joined() -> None:
    [check] = verify(
        "“Rain fell in Orrel,” Vane said. “The pier is shut.”",
        ["“Rain fell in Orrel,” said Orla Vane.", "“The pier is shut,” said Orla Vane."],
    )
    assert check.status is CheckStatus.JOINED


def test_the_same_words_of_somebody_else() -> None:
    check = only("“The cranes have stood still for three years,” said Vane.")
    assert check.status is CheckStatus.OTHER_SPEAKER
    assert (check.speaker and check.speaker.name, check.source_speaker and check.source_speaker.name) == ("Vane", "Ivo Karr")
    both = only("“It is not ours. The cranes have stood still for three years,” Karr said.")
    assert both.findings == (CheckStatus.OTHER_SPEAKER, CheckStatus.JOINED)


def test_a_short_form_of_a_given_name_is_the_same_speaker() -> None:
    assert only("“It is not ours,” said Dan Vane.", "“It is not ours,” said Daniel Vane.").status is CheckStatus.FOUND
    assert only("“It is not ours,” said Dan Vane.", "“It is not ours,” said Orla Vane.").status is CheckStatus.OTHER_SPEAKER


def test_an_alias_is_the_same_speaker() -> None:
    draft, source = "“It is not ours,” the Iron Mayor said.", "“It is not ours,” said Orla Vane."
    ours = Extractor(aliases={"Iron Mayor": "Orla Vane"})
    assert [check.status for check in verify(draft, source, extractor=ours)] == [CheckStatus.FOUND]


def test_what_somebody_reports_in_a_quote_is_theirs_too() -> None:
    source = "“He shouted that we should jump, and perhaps he was not wrong,” said Orla Vane of the driver, Ivo Karr."
    [check] = verify("“He shouted that we should jump, and perhaps he was not wrong,” Vane said.", source)
    assert check.status is CheckStatus.FOUND
    [check] = verify("“We should jump, and perhaps he [was] wrong,” Vane said.", source)
    assert check.status is CheckStatus.CHANGED


def test_a_transcript_tells_who_speaks() -> None:
    source = "VANE: It is not ours.\n\nAnd it never was.\n\nKARR: The cranes stand still."
    assert only("“And it never was,” said Orla Vane.", source).status is CheckStatus.FOUND
    assert only("“And it never was,” said Ivo Karr.", source).status is CheckStatus.OTHER_SPEAKER


def test_words_of_a_statement_have_no_speaker() -> None:
    check = only("“The cranes stand still,” said Ivo Karr.", "The cranes stand still and will be sold.")
    assert (check.status, check.source_speaker, check.source_kind) == (CheckStatus.FOUND, None, None)


def test_what_is_in_no_source() -> None:
    check = only("“We have bought a hundred new buses for the suburbs,” said Vane.")
    assert (check.status, check.source_id, check.source_spans, check.context) == (CheckStatus.ABSENT, None, (), None)
    assert [check.status for check in verify("“It rained,” said Vane.", {})] == [CheckStatus.ABSENT]


def test_quotes_without_marks_are_not_checked() -> None:
    checks = verify("Vane said that the port would close. “It rained,” said Karr.", "It rained.")
    assert [quote.text for quote in checks.unchecked] == ["that the port would close"]
    assert len(checks) == 1


def test_the_sharpest_source_counts() -> None:
    said = {"old": ("never close", "Vane"), "new": ("close", "Ivo Karr"), "right": ("close", "Orla Vane")}
    sources = {name: f"“It would {words},” said {who}." for name, (words, who) in said.items()}
    [check] = verify("“It would close,” said Orla Vane.", sources)
    assert (check.status, check.source_id) == (CheckStatus.FOUND, "right")


@pytest.mark.parametrize(
    "draft, folds",
    [
        ("Vane said: “It's ours,  and nobody – nobody – objects”.", {Fold.MARK_SHAPES, Fold.WHITE_SPACE}),
        ("“Nobody — nobody — objects,” Vane said.", {Fold.FIRST_LETTER, Fold.EDGE_PUNCTUATION}),
    ],
)
def test_what_does_not_count_is_told(draft: str, folds: set[Fold]) -> None:
    check = only(draft, "“It’s ours, and nobody — nobody — objects!” said Orla Vane.")
    assert (check.status, set(check.folds)) == (CheckStatus.FOUND, folds)


def test_accents_written_in_two_ways_are_the_same() -> None:
    assert only("“The cafe\u0301 is shut,” Vane said.", "“The café is shut,” said Orla Vane.").status is CheckStatus.FOUND


def test_numbers_of_claims_on_request() -> None:
    source = "“The harbour lost 40 ships in the storm,” said Orla Vane."
    draft = "The harbour lost 45 ships in the storm. The harbour lost 40 ships in the storm. The bakery sold 9 cakes."
    checks = verify(draft, source, claims=True)
    assert [(check.text, check.status) for check in checks] == [
        ("45 ships", CheckStatus.CHANGED),
        ("40 ships", CheckStatus.FOUND),
        ("9 cakes", CheckStatus.ABSENT),
    ]
    assert [(change.before, change.after) for change in checks[0].changes] == [("40 ships", "45 ships")]


def test_what_comes_in_may_be_read_already() -> None:
    draft = "“It is not ours,” Vane said."
    ready = verify(extract(draft), Sources([extract(MEETING)]))
    assert [(check.status, check.source_id) for check in ready] == [(CheckStatus.FOUND, "0")]
    assert verify(draft, MEETING)[0].source_kind is QuoteKind.DIRECT


def test_a_check_can_be_pickled_and_written() -> None:
    checks = verify("“It would improve traffic on the bridge,” Vane said.", {"meeting": MEETING})
    assert pickle.loads(pickle.dumps(checks)) == checks  # noqa: S301 - our own
    [record] = checks.to_records()
    assert (record["status"], record["source_id"], record["changes"][0]["sense"]) == ("cut", "meeting", ["negation"])


@pytest.mark.parametrize("draft", [5, None, b"x"])
def test_a_draft_is_a_text_or_a_document(draft: object) -> None:
    with pytest.raises(TypeError, match="a draft must be a str or a Document"):
        verify(draft, MEETING)  # type: ignore[arg-type]  # what the test is about


PHRASES = ("not ", "if ", "Orla Vane ", "said ", "the port ", "We ", "We will sell it. ", "KARR: ", "é", "\ud800", "\n\n", " ")
WORDS = st.sampled_from([*"“”\"'‘’…[](),.?!-—", *PHRASES])
TEXTS = st.lists(WORDS, max_size=40).map("".join)


@given(TEXTS, TEXTS)
def test_any_texts_give_spans_on_both_sides(draft: str, source: str) -> None:
    for check in verify(draft, {"a": source}):
        assert all(draft[span.start : span.end] == span.text for span in check.spans)
        assert all(source[span.start : span.end] == span.text for span in check.source_spans)
        for change in check.changes:
            assert change.source is None or source[change.source.start : change.source.end] == change.source.text
            assert change.draft is None or draft[change.draft.start : change.draft.end] == change.draft.text
        assert check.status is check.findings[0]
        assert check.findings == (CheckStatus.FOUND,) or CheckStatus.FOUND not in check.findings
        checked = verify(draft, {"a": source}).to_html()
        assert "<script" not in checked


SPOKEN = ["“We will sell it,” said Orla Vane.", "“It is not ours,” Karr said.", "Vane said it was “over”.", "KARR: No, we will not."]


@given(st.lists(st.sampled_from(SPOKEN), max_size=6).map("\n\n".join))
def test_a_text_holds_against_itself(text: str) -> None:
    assert all(check.status is CheckStatus.FOUND for check in verify(text, text))
