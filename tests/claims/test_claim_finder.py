"""Claims: what is one, where it begins and ends, who asserts it."""

from __future__ import annotations

import datetime
import itertools
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import CLAIM_RULES, Extractor, RuleError, claim_rule, extract, extract_claims
from newsclaims.claims.base import ClaimRule, Proposed
from newsclaims.claims.claim_finder import BATCH
from newsclaims.claims.passage import Passage
from newsclaims.claims.pieces import Piece
from tests.drawn import words

FOUND = {
    "quoted": "“<claim>The dam has lost 300 tons of stone since March</claim>,” Vane said.",
    "reported": "Orla Vane said that <claim>the port had cut 40 jobs in May</claim>.",
    "reported, tag last": "<claim>The fund lost 12 percent of its value</claim>, according to the ministry.",
    "the article's own": "<claim>The council voted in June to close two of its five libraries</claim>.",
    "two in one sentence": "<claim>The bank lost 3 million crowns in 2019</claim>, and <claim>the city paid half of the debt</claim>.",
    "two sentences of one quote": "“<claim>The mill was sold in 2012</claim>. <claim>It has lost 400 workers since</claim>,” Vane said.",
    "semicolon": "<claim>Prices rose by 4 percent in May</claim>; <claim>wages fell by 2 percent</claim>.",
    "comma splice": "“<claim>The mill lost 300 jobs in May</claim>, <claim>the dam lost 40 tons of stone in June</claim>,” Vane said.",
    "a noun and a verb after a comma": (
        "“<claim>The mill lost 400 jobs in 2018</claim>, <claim>the owners paid 2 million crowns</claim>,” Vane said."
    ),
    "what is known first": "<claim>Although the mill lost 400 jobs in 2018</claim>, <claim>its owners earned 3 million crowns</claim>.",
    "a name explained": "<claim>The city sold the dam to Orla Vane</claim>, <claim>a lawyer who had lost 3 million crowns in 2012</claim>.",
    "while": "<claim>Prices rose by 4 percent in May</claim> while <claim>wages fell by 2 percent</claim>.",
    "though, with a comma": "<claim>The port lost 300 jobs in 2019</claim>, though <claim>its owners earned 3 million crowns</claim>.",
    "colon": "<claim>The ministry has a debt of 3 million crowns</claim>: <claim>the dam lost 300 tons of stone in March</claim>.",
    "what stands before a colon may be a name": "Orla Vane: <claim>The port of Orrel lost 300 jobs in 2019</claim>",
    "one condition": "<claim>If the dam lost 300 tons of stone, the ministry lost 3 million crowns</claim>.",
    "a list": "<claim>The port lost 300 cranes, barges and lorries in 2019</claim>.",
    "while it lasts": "<claim>The port lost 300 jobs in a while</claim>.",
    "a time of day": "<claim>The dam lost 300 tons of stone at 2:45 p.m. on Monday</claim>.",
    "a time of day before a clause": "<claim>By 9:15 a.m., the dam had released 40 tonnes of water</claim>.",
    "nouns joined in a clause inside": "Traders wait as <claim>the cooperative and the grain board argue over 40 silos</claim>.",
    "declined, not denied": "<claim>The clinic declined to name the four patients in May</claim>.",
    "rejected, not denied": "<claim>Parliament has rejected the second reading</claim>.",
    "an order, then a fact": "“Count the barns, <claim>they have lost 40 roofs since May</claim>,” Vane said.",
    "declared, not said": "<claim>The dairy declared a debt of 3 million crowns in March</claim>.",
    "a word of saying is not all of it": "<claim>Trade unions in Orrel have told 40 jokes about the port since 2012</claim>.",
    "at the edges no marks": "But “<claim>the ferry has sunk twice since 2010</claim>,” Vane said.",
}


@pytest.mark.parametrize("drawn", FOUND.values(), ids=FOUND)
def test_claims_stand_where_they_are_drawn(drawn: str) -> None:
    text, claims = words(drawn)
    assert [claim.text for claim in extract_claims(text)] == claims


NONE = {
    "question": "“Has the port cut 40 jobs since May?” Vane asked.",
    "order": "“Close the port and cut the 40 jobs,” Vane said.",
    "wish": "“I hope that we will all be happy,” Vane said.",
    "duty": "“We should be kind, and we have to love our children,” Vane said.",
    "greeting": "“Thank you,” Vane said.",
    "only that somebody spoke": "Vane spoke on Monday. She said so again.",
    "words for speaking": "Vane answered questions on Monday.",
    "nothing": "",
    "marks only": "“…” — !",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_claim(text: str) -> None:
    assert extract_claims(text) == ()


def test_a_relative_clause_is_a_claim_beside_the_one_before_it() -> None:
    text = "The council sold the mill, which had lost 400 workers since 2010."
    assert [claim.text for claim in extract_claims(text)] == ["The council sold the mill", "which had lost 400 workers since 2010"]


def test_claims_of_one_sentence_do_not_overlap() -> None:
    text = "The mill, which was sold in 2012 and had lost 40 looms, has lost 400 workers since March, and the owners paid 9 million crowns."
    claims = extract_claims(text)
    assert len(claims) > 1
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(claims))


def test_that_clauses_have_no_claim_of_the_speaking_itself() -> None:
    [claim] = extract_claims("At a news conference in Orrel on Monday, Orla Vane said the port had lost 300 jobs since 2019.")
    assert claim.text == "the port had lost 300 jobs since 2019"


# ------------------------------------------------------------------------------------------------ who


def test_the_claimer_is_the_speaker_of_the_quote() -> None:
    document = extract("Orla Vane opened the dam in 1998. “The dam has lost 300 tons of stone since March,” Vane said.")
    own, quoted = document.claims
    assert own.claimer is None
    assert own.quote is None
    assert quoted.claimer is not None
    assert quoted.claimer.name == "Orla Vane"
    assert quoted.quote == 0
    assert document.sentences[quoted.sentence].span.covers(quoted.span)


def test_what_somebody_reports_of_another_is_the_others_claim() -> None:
    [claim] = extract_claims("Orla Vane said the ministry had told the council that the dam lost 300 tons of stone in March.")
    assert claim.text == "the dam lost 300 tons of stone in March"
    assert claim.claimer is not None
    assert claim.claimer.name == "the ministry"
    assert [speaker.name for speaker in claim.reported_by] == ["Orla Vane"]


def test_words_on_both_sides_of_the_cue_are_the_speakers() -> None:
    claims = extract_claims("The mill, Orla Vane said, has lost 300 workers since May.")
    assert [(claim.text, claim.claimer is not None) for claim in claims] == [("has lost 300 workers since May", True)]


def test_a_quotation_that_begins_with_an_infinitive_is_the_speakers() -> None:
    [claim] = extract_claims("“To be clear, the mill has lost 300 workers since May,” Orla Vane said.")
    assert claim.claimer is not None


def test_what_a_report_explains_in_passing_is_the_articles() -> None:
    claims = extract_claims("Orla Vane said the city had sold the mill, which has lost 300 workers since 2012.")
    assert [(claim.text[:8], claim.claimer is None) for claim in claims] == [("the city", False), ("which ha", True)]


def test_what_somebody_wants_is_the_articles_claim() -> None:
    [claim] = extract_claims("Orla Vane urged the council in May to repay 3 million crowns of debt.")
    assert claim.claimer is None
    assert claim.text.startswith("Orla Vane urged")


# ------------------------------------------------------------------------------------------------ dates


def test_dates_count_from_the_day_of_the_report() -> None:
    text = "The port cut 40 jobs last year."
    for date in ("2016-06-09", "2016-06-09T12:00:00Z", datetime.date(2016, 6, 9), datetime.datetime(2016, 6, 9, 12)):
        [claim] = Extractor().extract(text, metadata={"date": date}).claims
        assert [found.iso for found in claim.dates] == ["2015"]


def test_dates_count_from_a_dateline() -> None:
    [claim] = extract("ORREL, June 9, 2016 (XYZ) — The port cut 40 jobs last year.").claims
    assert [found.iso for found in claim.dates] == ["2015"]


@pytest.mark.parametrize("date", ["June", "2016-13-41", 5, None])
def test_what_is_no_date_says_no_day(date: object) -> None:
    [claim] = Extractor().extract("The port cut 40 jobs last year.", metadata={"date": date}).claims
    assert [found.iso for found in claim.dates] == [None]


# ------------------------------------------------------------------------------------------------ rules of one's own


@claim_rule("no-ports")
def no_ports(passage: Passage, piece: Piece) -> str | None:
    """Ports are not worth a check."""
    return "it is about a port" if "port" in passage.words(piece) else None


@claim_rule("wide")
def wide(passage: Passage, piece: Piece) -> tuple[Piece, ...]:
    """Returns more than it was given."""
    return (Piece(piece.sentence, piece.first, piece.stop + 1, piece.owner),)


@claim_rule("broken")
def broken(passage: Passage, piece: Piece) -> None:
    """Fails."""
    raise LookupError("kaput")


TEXT = "The port cut 40 jobs in May. The mine cut 30 jobs in June."


def test_a_rule_of_ones_own_refuses() -> None:
    ours = Extractor(claim_rules=CLAIM_RULES.before("question", no_ports))
    assert [claim.text for claim in ours.extract(TEXT).claims] == ["The mine cut 30 jobs in June"]
    assert pickle.loads(pickle.dumps(ours)).extract(TEXT).claims == ours.extract(TEXT).claims  # noqa: S301 - our own bytes


def test_a_rule_left_out_proposes_no_more() -> None:
    text, claims = words(FOUND["two in one sentence"])
    assert len(claims) == 2
    assert [claim.text for claim in Extractor(claim_rules=CLAIM_RULES.without("spans")).extract(text).claims] == [text[:-1]]


def test_a_rule_of_ones_own_proposes() -> None:
    @claim_rule("second-half")
    def second_half(passage: Passage, piece: Piece) -> Proposed | None:
        middle = passage.lower.index("while")
        return Proposed((piece.part(middle + 1, piece.stop, "clause"),)) if piece.base is None else None

    text, claims = words(FOUND["while"])
    ours = Extractor(claim_rules=CLAIM_RULES.without("spans").after("telling-only", second_half))
    found = ours.explain(text).pieces
    assert [piece.span.text for piece in found] == [text[:-1], claims[1]]


def test_a_rule_of_ones_own_cuts_what_has_been_proposed() -> None:
    @claim_rule("halves")
    def halves(passage: Passage, piece: Piece) -> tuple[Piece, ...] | None:
        middle = piece.first + 4
        return (piece.part(piece.first, middle), piece.part(middle, piece.stop)) if piece.base is None else None

    ours = Extractor(claim_rules=CLAIM_RULES.after("spans", halves))
    text, _ = words(FOUND["while"])
    assert text[:-1] not in [piece.span.text for piece in ours.explain(text).pieces if piece.rule is None]


def test_a_rule_gets_what_the_one_before_it_left() -> None:
    text, claims = words(FOUND["semicolon"])
    got: list[str] = []

    @claim_rule("listening")
    def listening(passage: Passage, piece: Piece) -> None:
        got.append(passage.layers.span(piece.first, piece.stop - 1).text)

    _ = Extractor(claim_rules=CLAIM_RULES.after("semicolon", listening)).extract(text).claims
    assert got == claims


def test_a_text_of_many_pieces_is_read_to_its_end() -> None:
    text = " ".join(f"The port cut {number} jobs in May." for number in range(10, 10 + 3 * BATCH))
    assert [claim.text for claim in extract_claims(text)] == text.rstrip(".").split(". ")


@pytest.mark.parametrize(
    "rule, message", [(wide, "'wide' must return pieces of the piece"), (broken, "'broken' failed: LookupError: kaput")]
)
def test_a_rule_that_goes_wrong_is_named(rule: ClaimRule, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        len(Extractor(claim_rules=CLAIM_RULES.after("semicolon", rule)).extract(TEXT).claims)


# ------------------------------------------------------------------------------------------------ what always holds

PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        " said ",
        "Vane",
        " that ",
        ", and ",
        ", which ",
        "; ",
        ".",
        "?",
        " is ",
        "the dam",
        " 300 ",
        "\n\n",
        " not ",
        "\ud800",
        "İ",
    ]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join))
def test_claims_are_stretches_of_one_sentence(text: str) -> None:
    document = extract(text)
    for claim in document.claims:
        assert text[claim.span.start : claim.span.end] == claim.text != ""
        assert document.sentences[claim.sentence].span.covers(claim.span)
        assert 0 <= claim.check_worthiness <= 1
        assert claim.quote is None or document.quotes[claim.quote].speaker == claim.claimer
        measured = [*(each.span for each in claim.quantities), *(each.span for each in claim.dates)]
        for span in (*claim.hedges, *claim.topic_words, *claim.unresolved, *measured):
            assert claim.span.covers(span)
        assert (claim.decontextualized is None) == bool(claim.unresolved)
        assert claim.same_as is None or document.claims[claim.same_as].same_as is None


@pytest.mark.parametrize(
    "text",
    [
        "The port lost 300 jobs " + "and the quay was built in 1990 " * 60 + "in Orrel. The ferry carried 40 people in May.",
        "PORT ELLERY, Norland (NP) —\n\nThe ferry carried 40 people in May. Vane said it lost 300 jobs.",
    ],
    ids=["a sentence that is read in parts", "a dateline alone"],
)
def test_the_sentence_of_a_claim_is_one_of_the_document(text: str) -> None:
    document = extract(text)
    assert document.claims
    for claim in document.claims:
        assert document.sentences[claim.sentence].span.covers(claim.span)
        assert claim.sentence in claim.context


CLAIMERS = {
    "what a survey shows is the claim of who cites it": ("Vane said the survey showed that 40 percent of millers were ill.", "Vane"),
    "what a survey shows": ("The survey showed that 40 percent of millers were ill.", "The survey"),
    "who accuses": ("Orla Vane accused Karr of taking 40,000 crowns from the harbour fund.", "Orla Vane"),
    "an aside before the source is the source’s": ("The mill, which lost 300 jobs in May, is to be sold, Orla Vane said.", "Orla Vane"),
}


@pytest.mark.parametrize("text, name", CLAIMERS.values(), ids=CLAIMERS)
def test_who_claims(text: str, name: str) -> None:
    assert {claim.claimer and claim.claimer.name for claim in extract(text).claims} == {name}


def test_what_is_asked_nobody_claims() -> None:
    assert extract("Orla Vane asked whether the mill had lost 300 jobs in May.").claims == ()


EDGES = {
    "a mark that opens is closed": (
        "The pact would end the owners’ “lies and spin” about 300 jobs.",
        "The pact would end the owners’ “lies and spin” about 300 jobs",
    ),
    "a mark that closes is opened": ("“Clean water” for 300 mills cost the city 40 million crowns in 2015.", "in 2015"),
    "no as at the end": (
        "Twenty years ago a Quay article in Orrel hailed Ivo Karr as “a man who sold his barges in a day”.",
        "a man who sold his barges in a day",
    ),
    "no of at the end": ("The mill has 300 owners, many of whom say the dam is lost.", "The mill has 300 owners"),
}


@pytest.mark.parametrize("text, end", EDGES.values(), ids=EDGES)
def test_a_claim_is_well_formed_at_its_edges(text: str, end: str) -> None:
    claims = extract(text).claims
    assert end in [claim.text[-len(end) :] for claim in claims]
    assert not any(claim.text.endswith((" of", " as", " that", ",")) for claim in claims)
    assert all(claim.text.count("“") == claim.text.count("”") for claim in claims)


WHOLE_EDGES = {
    "a time": ("In May 2012, at 4:30 a.m., the soldiers raided the mill in Orrel.", "at 4:30 a.m., the soldiers raided the mill in Orrel"),
    "a date": ("Vane came to the port on May 20, 2017 - five days before the mill was sold.", "Vane came to the port on May 20, 2017"),
    "a clause only begun": (
        "Now Vane is the only captain in Orrel to sail six boats, a number that at present, nobody comes close to.",
        "Now Vane is the only captain in Orrel to sail six boats, a number",
    ),
}


@pytest.mark.parametrize("text, words", WHOLE_EDGES.values(), ids=WHOLE_EDGES)
def test_a_claim_has_whole_edges(text: str, words: str) -> None:
    assert [claim.text for claim in extract_claims(text)][:1] == [words]


def test_a_subject_parted_from_its_verb_is_no_claim() -> None:
    [claim] = extract_claims("The first step in the young campaign, according to Ada Brenn, was a talk with 300 owners of mills.")
    assert claim.text == "was a talk with 300 owners of mills"
    assert claim.decontextualized == "The first step in the young campaign was a talk with 300 owners of mills"
