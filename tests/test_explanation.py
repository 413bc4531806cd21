"""Explanations: the same run as the document, every anchor, every rule tried."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsclaims import CLAIM_RULES, DEFAULT_RULES, Explanation, Extractor, claim_rule
from newsclaims.claims.base import Verdict
from newsclaims.claims.passage import Passage
from newsclaims.claims.pieces import Piece
from newsclaims.explanation import Trial

TEXT = "“It rained,” Vane said. “Then it snowed.” She liked the film “Long Rain”. He called it “a ‘bad’ week”."
EXTRACTOR = Extractor()


def words(explanation: Explanation) -> list[tuple[str, str]]:
    return [(item.kind, item.span.text) for item in explanation]


def test_every_quotation_and_cue_is_there_in_order() -> None:
    explanation = EXTRACTOR.explain(TEXT)
    quotations = [span for kind, span in words(explanation) if kind == "quotation"]
    assert quotations == ["“It rained,”", "“Then it snowed.”", "“Long Rain”", "“a ‘bad’ week”", "‘bad’"]
    assert ("cue", "said") in words(explanation)
    assert [item.span.start for item in explanation] == sorted(item.span.start for item in explanation)
    assert len(explanation) == len(explanation.items)


def test_the_trials_end_with_the_rule_that_fired() -> None:
    only = Extractor(rules=DEFAULT_RULES.only("quote-cue-source", "quote-source-cue", "according-to"))
    quotation, source, cue = only.explain("“It rained,” Vane said.")
    assert quotation.rule == "quote-source-cue"
    assert quotation.trials == (Trial("quote-cue-source", "no cue directly after the quotation"), Trial("quote-source-cue"))
    assert quotation.note is None
    assert (source.kind, source.rule, source.trials[-1]) == ("source", "name", Trial("name"))
    assert (cue.rule, cue.trials, cue.note) == ("quote-source-cue", (), "not tried: already part of what quote-source-cue found")


def test_why_nothing_was_tried() -> None:
    notes = {
        item.span.text: (item.rule, item.note) for item in EXTRACTOR.explain("He liked the film “Long Rain”. “It ‘rained’,” Vane said.")
    }
    assert notes["“Long Rain”"] == (None, "not tried: title of a work")
    assert "another" in (notes["‘rained’"][1] or "") or "already part" in (notes["‘rained’"][1] or "")


def test_a_cue_in_a_quotation_is_not_tried() -> None:
    outer = Extractor(rules=DEFAULT_RULES.without("inner-source-cue"))
    cues = [item for item in outer.explain("“He said no,” Vane told reporters.") if item.kind == "cue"]
    assert [(cue.span.text, cue.trials) for cue in cues if cue.note is not None and "inside a quotation" in cue.note] == [("said", ())]


def test_where_nothing_fired_every_rule_says_why() -> None:
    quotation, *_ = EXTRACTOR.explain("“It rained all day long in Orrel.”")
    assert quotation.rule is None
    tried = [trial.rule for trial in quotation.trials]
    assert tried == [each.name for each in DEFAULT_RULES if each.anchor == "quotation"]
    assert all(trial.failed for trial in quotation.trials)


def test_pieces_are_in_text_order() -> None:
    pieces = EXTRACTOR.explain(
        "The mine lost 30 jobs in May; the port lost 40 jobs in June. No. The bank, which lost 3 million, closed."
    ).pieces
    assert [(piece.span.text, piece.rule) for piece in pieces] == [
        ("The mine lost 30 jobs in May; the port lost 40 jobs in June", "semicolon"),
        ("The mine lost 30 jobs in May", None),
        ("the port lost 40 jobs in June", None),
        ("No", "too-short"),
        ("The bank, which lost 3 million", None),
        ("The bank, which lost 3 million, closed", None),
        ("which lost 3 million", None),
        ("which lost 3 million, closed", None),
    ]


def test_spans_have_their_scores_and_what_counted() -> None:
    half, whole, other = EXTRACTOR.explain("The mill lost 30 jobs in May, and the port lost 40 jobs in June.").pieces
    assert [each.note is not None and each.note.startswith("a claim (0.") for each in (half, whole, other)] == [True, False, True]
    assert "a quantity +" in (half.note or "")
    assert (whole.note or "").startswith("not chosen (")
    assert "uncut: comma and + clause -" in (whole.note or "")


def test_printed() -> None:
    only = Extractor(rules=DEFAULT_RULES.only("quote-cue-source"))
    assert str(only.explain("“It rained,” he said.")).splitlines() == [
        "quotation “It rained,” at 0-12: no rule",
        "    quote-cue-source: no cue directly after the quotation",
        "cue said at 16-20: no rule",
    ]
    assert str(only.explain("It rained.")) == "no quotation and no cue"
    long = only.explain("“" + "It rained and rained. " * 9 + "”\n")
    assert max(map(len, str(long).splitlines())) < 100


@given(
    st.lists(st.sampled_from(["“Yes,”", "said", "Vane", "he", "that", "it rained", ".", ",", "\n\n", "“", "”", "told", "and"]), max_size=40)
)
def test_the_document_is_the_one_that_extract_makes(pieces: list[str]) -> None:
    text = " ".join(pieces)
    explanation = EXTRACTOR.explain(text)
    assert explanation.document == EXTRACTOR.extract(text)
    assert explanation == EXTRACTOR.explain(text)
    fired = {trial.rule for item in explanation for trial in item.trials if trial.failed is None}
    assert {quote.rule for quote in explanation.document.quotes if quote.rule} <= fired


def test_claims_are_the_same_with_and_without_an_explanation() -> None:
    @claim_rule("only-what-is-said")
    def only_what_is_said(passage: Passage, piece: Piece) -> Verdict:
        return None if any(passage.said[piece.first : piece.stop]) else "nobody says it"

    text = "The mill lost 300 jobs in May. Vane said that the port had lost 40 ships in June."
    extractor = Extractor(claim_rules=CLAIM_RULES.before("too-short", only_what_is_said))
    claims = extractor.extract(text).claims
    assert [claim.text for claim in claims] == ["the port had lost 40 ships in June"]
    assert extractor.explain(text).document.claims == claims


def test_what_is_no_running_text_is_told_where_it_stands() -> None:
    explanation = EXTRACTOR.explain("NEW ORREL\n\n“It rained,” said Orla Vane.\n\nPhotograph: Ivo Karr")
    told = ["region NEW ORREL at 0-9: headline", "region Photograph: Ivo Karr at 41-61: credit"]
    assert list(map(str, explanation.regions)) == told
    lines = str(explanation).splitlines()
    assert [lines[0], lines[-1]] == told
    assert all(item.kind != "region" for item in explanation)


def test_running_text_is_no_region_worth_a_word() -> None:
    assert EXTRACTOR.explain("“It rained,” said Orla Vane. She left.").regions == ()
