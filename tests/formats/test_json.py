"""Documents as dicts and JSON: nothing is lost on the way, and wrong data is refused by the name of its field."""

from __future__ import annotations

import datetime
import json
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import extract
from newsclaims.errors import SchemaError
from newsclaims.formats.json import MAX_DEPTH, from_dict, from_json, to_dict, to_json
from newsclaims.model import (
    Claim,
    ClaimModality,
    Cue,
    Date,
    Dateline,
    Document,
    MadeBy,
    Modality,
    Quantity,
    QuantityKind,
    Quotation,
    Quote,
    QuoteKind,
    Reason,
    Region,
    RegionKind,
    Sentence,
    Speaker,
    SpeakerKind,
    Stance,
)
from newsclaims.spans import Span

TEXT = "ARDEN (NP) — “Rain fell,” she said. The mayor agreed."


def small_document(**more: Any) -> Document:
    said = Span.of(TEXT, 13, 25)
    quote = Quote(
        QuoteKind.DIRECT,
        (said,),
        said,
        "Rain fell,",
        source=Span.of(TEXT, 26, 29),
        speaker=Speaker("she", members=(Speaker("Ada Brenn", SpeakerKind.PERSON),)),
        cue=Cue(Span.of(TEXT, 30, 34), "say", "say"),
        rule="quote-source-cue",
        confidence=0.5,
    )
    claim = Claim(
        Span.of(TEXT, 14, 23),
        0,
        quote.speaker,
        0,
        Stance.DENY,
        ClaimModality.POSSIBLE,
        True,
        (Span.of(TEXT, 14, 18),),
        (Quantity(Span.of(TEXT, 14, 18), QuantityKind.COUNT, 3.0, None, "drop", True, "at least"),),
        (Date(Span.of(TEXT, 0, 5), "2024-05", True),),
        Span.of(TEXT, 14, 18),
        "environment",
        (Span.of(TEXT, 14, 18),),
        0.25,
        (Reason("a topic", -0.5),),
        (Speaker("Ada Brenn"),),
        (0,),
        "Rain fell",
        (Span.of(TEXT, 26, 29),),
        0,
    )
    return attrs.evolve(
        Document(
            TEXT,
            "a.txt",
            {"tags": ["weather"], "words": 9},
            Dateline(Span.of(TEXT, 0, 12), Span.of(TEXT, 0, 5)),
            (Sentence(Span.of(TEXT, 13, 35), 0), Sentence(Span.of(TEXT, 36, 53), 0)),
            (Quotation(said, (said,), (Span.of(TEXT, 14, 24),)),),
            (quote,),
            ("a warning",),
            (Speaker("Ada Brenn", SpeakerKind.PERSON, "mayor", "Arden", "female", (Span.of(TEXT, 26, 29),), True, True),),
            (claim,),
            (Region(Span.of(TEXT, 0, 53), RegionKind.CAPTION),),
            MadeBy("0.1.0", "en"),
        ),
        **more,
    )


# ------------------------------------------------------------------------------------------------ there and back

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30) | st.sampled_from(
    ["", "\x00", "\ud800", "\udfff\ud800", "\ud83d\ude00", "\u2028\u0085", "e\u0301", "שלום", "\ufeff“a”", "\\ud83d\ude00"]
)
JSON_LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | ANY_TEXT
JSON_VALUES = st.recursive(
    JSON_LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3), max_leaves=8
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(ANY_TEXT)
    offsets = st.integers(0, len(text))
    spans = st.builds(lambda a, b: Span.of(text, min(a, b), max(a, b)), offsets, offsets)
    pieces = st.lists(spans, max_size=3).map(tuple)
    maybe = st.none() | ANY_TEXT
    single = st.builds(
        Speaker, ANY_TEXT, st.sampled_from(SpeakerKind), maybe, maybe, maybe, pieces, st.booleans(), st.booleans(), st.just(())
    )
    speakers = st.builds(lambda one, members: attrs.evolve(one, members=tuple(members)), single, st.lists(single, max_size=2))
    cues = st.builds(Cue, spans, ANY_TEXT, ANY_TEXT, st.booleans(), st.sampled_from(Modality))
    quotes = st.builds(
        Quote,
        st.sampled_from(QuoteKind),
        pieces,
        spans,
        ANY_TEXT,
        st.none() | spans,
        st.none() | speakers,
        st.none() | cues,
        st.none() | spans,
        maybe,
        st.floats(0, 1),
        maybe,
    )
    numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False, min_value=-1e300, max_value=1e300)
    quantities = st.builds(Quantity, spans, st.sampled_from(QuantityKind), numbers, numbers, maybe, st.booleans(), maybe)
    claims = st.builds(
        Claim,
        spans,
        st.just(0),
        claimer=st.none() | speakers,
        stance=st.sampled_from(Stance),
        modality=st.sampled_from(ClaimModality),
        negated=st.booleans(),
        hedges=pieces,
        quantities=st.lists(quantities, max_size=2).map(tuple),
        dates=st.lists(st.builds(Date, spans, maybe, st.booleans()), max_size=2).map(tuple),
        object=st.none() | spans,
        topic=maybe,
        check_worthiness=st.floats(0, 1),
        reasons=st.lists(st.builds(Reason, ANY_TEXT, st.floats(-9, 9)), max_size=2).map(tuple),
        decontextualized=maybe,
    )
    sentences = draw(st.lists(st.builds(Sentence, spans, st.integers(0, 9)), max_size=3))
    quotations = draw(st.lists(st.builds(Quotation, spans, pieces, pieces, st.none(), st.integers(0, 5), st.booleans(), maybe), max_size=3))
    if quotations:
        quotations[-1] = attrs.evolve(quotations[-1], parent=draw(st.integers(0, len(quotations) - 1)))
    return Document(
        text,
        draw(maybe),
        draw(st.none() | st.dictionaries(ANY_TEXT, JSON_VALUES, max_size=3)),
        draw(st.none() | st.builds(Dateline, spans, st.none() | spans, st.none() | spans)),
        tuple(sentences),
        tuple(quotations),
        tuple(draw(st.lists(quotes, max_size=3))),
        tuple(draw(st.lists(ANY_TEXT, max_size=2))),
        tuple(draw(st.lists(speakers, max_size=2))),
        tuple(draw(st.lists(claims, max_size=2 if sentences else 0))),
    )


@given(documents())
def test_every_document_comes_back_the_same(document: Document) -> None:
    data = to_dict(document)
    assert from_dict(data) == document
    for indent in (None, 2):
        written = to_json(document, indent=indent)
        assert json.loads(written) == data
        assert from_json(written) == document
    assert "\n" not in to_json(document)
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301 - our own bytes


def test_the_dict_is_plain_data() -> None:
    data = small_document().to_dict()
    assert data["schema_version"] == 2
    assert data["quotes"][0]["source"] == [26, 29]
    assert data["quotes"][0]["kind"] == "direct"
    assert type(data["quotes"][0]["kind"]) is str
    assert data == json.loads(json.dumps(data))


def test_the_sample_fills_every_field() -> None:
    assert [field.name for field in attrs.fields(Document) if getattr(small_document(), field.name) == field.default] == []


def test_kinds_come_back_as_enums() -> None:
    quote = Document.from_dict(small_document().to_dict()).quotes[0]
    assert quote.kind is QuoteKind.DIRECT
    assert quote.cue is not None
    assert quote.cue.modality is Modality.ASSERTED


def test_metadata_is_copied() -> None:
    tags = ["weather"]
    data = small_document(metadata={"tags": tags}).to_dict()
    tags.append("later")
    assert data["metadata"] == {"tags": ["weather"]}


def test_json_is_readable_and_stays_on_its_line() -> None:
    written = to_json(Document("“Grüße”\u2028\x85\ud800"))
    assert "“Grüße”\\u2028\\u0085\\ud800" in written
    assert len(written.splitlines()) == 1
    written.encode("utf-8")


def test_two_surrogates_stay_two_characters() -> None:
    text = from_json(to_json(Document("\ud83d\ude00 \ud83d"))).text
    assert text == "\ud83d\ude00 \ud83d"
    assert len(text) == 4


def test_fields_with_a_default_may_be_left_out() -> None:
    assert from_dict({"schema_version": 2, "text": "Rain."}) == Document("Rain.")


def test_a_span_that_is_none_of_the_text_is_not_written() -> None:
    with pytest.raises(SchemaError, match="is not what the document's text holds from 0 to 3"):
        Document("Rain.", sentences=(Sentence(Span(0, 3, "Sun"), 0),)).to_dict()


@pytest.mark.parametrize("weight", [float("nan"), float("inf")])
def test_a_number_that_json_does_not_have_is_not_written(weight: float) -> None:
    claim = attrs.evolve(small_document().claims[0], reasons=(Reason("a", weight),))
    with pytest.raises(SchemaError, match="not finite"):
        small_document(claims=(claim,)).to_json()


# ------------------------------------------------------------------------------------------------ older versions

FIRST = {
    "schema_version": 1,
    "text": "“Rain fell,” she said.",
    "id": "a",
    "sentences": [{"span": {"start": 0, "end": 22, "text": "“Rain fell,” she said."}, "paragraph": 0}],
    "speakers": [{"name": "she", "mentions": [{"start": 13, "end": 16, "text": "she"}], "quotes": [0], "words": 2}],
    "quotes": [
        {
            "kind": "direct",
            "contents": [{"start": 0, "end": 12, "text": "“Rain fell,”"}],
            "span": {"start": 0, "end": 12, "text": "“Rain fell,”"},
            "text": "Rain fell,",
            "source": {"start": 13, "end": 16, "text": "she"},
            "speaker": 0,
            "cue": {"span": {"start": 17, "end": 21, "text": "said"}, "lemma": "say", "category": "say"},
        }
    ],
    "claims": [
        {
            "span": {"start": 1, "end": 10, "text": "Rain fell"},
            "sentence": 0,
            "claimer": 0,
            "reasons": [{"feature": "a topic", "weight": 0.5}],
        }
    ],
}


def test_a_document_of_the_first_version_is_read() -> None:
    document = from_json(json.dumps(FIRST))
    assert document.quotes[0].source == Span.of(document.text, 13, 16)
    assert document.quotes[0].speaker is document.speakers[0] is document.claims[0].claimer
    assert document.claims[0].reasons == (Reason("a topic", 0.5),)
    assert document.sentences[0].paragraph == 0
    assert from_dict(document.to_dict()) == document


@pytest.mark.parametrize(
    "change, path",
    [
        (lambda data: data["quotes"][0]["source"].update(text="he"), "quotes[0].source.text"),
        (lambda data: data["quotes"][0]["source"].update(end=99, text="she said."), "quotes[0].source[1]"),
        (lambda data: data["quotes"][0]["source"].update(start="13"), "quotes[0].source[0]"),
    ],
)
def test_a_wrong_document_of_the_first_version_is_refused(change: Any, path: str) -> None:
    data = json.loads(json.dumps(FIRST))
    change(data)
    with pytest.raises(SchemaError) as caught:
        from_dict(data)
    assert caught.value.path == path


@pytest.mark.parametrize(
    "metadata, path",
    [
        ({"when": datetime.date(2024, 5, 1)}, "metadata.when"),
        ({"tags": ["a", ("b", "c")]}, "metadata.tags[1]"),
        ({"counts": {1: "one"}}, "metadata.counts"),
        ({"score": float("nan")}, "metadata.score"),
        ({"score": [float("inf")]}, "metadata.score[0]"),
        ({"number": 10**5000}, "metadata.number"),
        (["not", "a", "mapping"], "metadata"),
    ],
)
def test_metadata_that_json_cannot_hold(metadata: Any, path: str) -> None:
    with pytest.raises(SchemaError) as caught:
        small_document(metadata=metadata).to_json()
    assert caught.value.path == path
    assert str(caught.value).startswith(f"{path}: ")


def test_metadata_that_holds_itself() -> None:
    loop: dict[str, Any] = {}
    loop["again"] = loop
    with pytest.raises(SchemaError, match="nested deeper"):
        small_document(metadata=loop).to_dict()


def test_speakers_within_speakers_without_end() -> None:
    speaker = Speaker("a")
    for _ in range(1000):
        speaker = Speaker("a", members=(speaker,))
    quote = attrs.evolve(small_document().quotes[0], speaker=speaker)
    with pytest.raises(SchemaError, match="nested deeper"):
        small_document(quotes=(quote,)).to_dict()


# ------------------------------------------------------------------------------------------------ wrong data

Change = Callable[[dict[str, Any]], object]


def setting(*path: Any, to: Any) -> Change:
    def change(data: dict[str, Any]) -> None:
        inner: Any = data
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = to

    return change


@pytest.mark.parametrize(
    "change, path, words",
    [
        (setting("quotes", 0, "source", 1, to="29"), "quotes[0].source[1]", "must be an integer, not str"),
        (setting("quotes", 0, "source", 0, to=True), "quotes[0].source[0]", "must be an integer, not bool"),
        (setting("quotes", 0, "source", 0, to=26.0), "quotes[0].source[0]", "must be an integer, not float"),
        (setting("quotes", 0, "source", 0, to=-1), "quotes[0].source[0]", "must lie in the text (0 to 53)"),
        (setting("quotes", 0, "source", 1, to=54), "quotes[0].source[1]", "must lie between the start and the end"),
        (setting("quotes", 0, "source", 1, to=25), "quotes[0].source[1]", "must lie between the start and the end"),
        (setting("quotes", 0, "source", to=[26]), "quotes[0].source", "must be a list of two offsets (Span), not 1 items"),
        (setting("quotes", 0, "contents", 0, 1, to=None), "quotes[0].contents[0][1]", "must be an integer, not NoneType"),
        (setting("quotes", 0, "source", to="she"), "quotes[0].source", "must be a list of two offsets (Span), not str"),
        (setting("quotes", 0, "contents", to="she"), "quotes[0].contents", "must be a list, not str"),
        (setting("quotes", 0, "contents", to={}), "quotes[0].contents", "must be a list, not dict"),
        (setting("quotes", 0, "kind", to="loud"), "quotes[0].kind", "must be one of direct, mixed, indirect, not 'loud'"),
        (setting("quotes", 0, "kind", to=[]), "quotes[0].kind", "must be a string, not list"),
        (setting("quotes", 0, "cue", "negated", to=0), "quotes[0].cue.negated", "must be true or false, not int"),
        (setting("quotes", 0, "confidence", to=1.5), "quotes[0].confidence", "must lie between 0 and 1"),
        (setting("quotes", 0, "confidence", to=10**400), "quotes[0].confidence", "must be a finite number"),
        (setting("quotes", 0, "confidence", to=float("nan")), "quotes[0].confidence", "must be a finite number"),
        (setting("quotes", 0, "speaker", "members", 0, "kind", to="robot"), "quotes[0].speaker.members[0].kind", "must be one of"),
        (setting("quotes", 0, "colour", to="red"), "quotes[0].colour", "is not a field of Quote, which has: kind, contents"),
        (setting("colour", to="red"), "colour", "is not a field of Document"),
        (setting("metadata", to=[]), "metadata", "must be a mapping or None, not list"),
        (setting("metadata", "when", to=[{1, 2}]), "metadata.when[0]", "JSON cannot hold a set"),
        (setting("quotations", 0, "parent", to=1), "quotations[0].parent", "must be the index of one of the quotations (0 to 0)"),
        (setting("sentences", 1, 1, to=-1), "sentences[1][1]", "must not be negative"),
        (setting("warnings", to=["a", 5]), "warnings[1]", "must be a string, not int"),
        (setting("schema_version", to=3), "schema_version", "is 3, newer than this release reads (2): upgrade newsclaims"),
        (setting("schema_version", to=0), "schema_version", "is 0, which no release wrote; this one reads 1 to 2"),
        (setting("schema_version", to=True), "schema_version", "must be an integer, not bool"),
        (lambda data: data.pop("schema_version"), "schema_version", "is missing"),
        (lambda data: data.pop("text"), "text", "is missing"),
        (lambda data: data["quotes"][0]["cue"].pop("lemma"), "quotes[0].cue.lemma", "is missing"),
        (setting("claims", 0, "reasons", 0, to=["a topic"]), "claims[0].reasons[0]", "must be a list of 2 (Reason: feature, weight)"),
        (setting("claims", 0, "reasons", 0, 1, to="much"), "claims[0].reasons[0][1]", "must be a number, not str"),
        (setting("claims", 0, "same_as", to=7), "claims[0].same_as", "must be the index of one of the claims (0 to 0)"),
        (setting("claims", 0, "claimer", to=3), "claims[0].claimer", "must be the index of a speaker without members (0 to 0)"),
        (setting("quotes", 0, "cue", to="said"), "quotes[0].cue", "must be an object (Cue), not str"),
    ],
)
def test_the_error_names_the_wrong_field(change: Change, path: str, words: str) -> None:
    data = small_document().to_dict()
    change(data)
    with pytest.raises(SchemaError) as caught:
        Document.from_dict(data)
    assert caught.value.path == path
    assert str(caught.value).startswith(f"{path}: {words}")


@pytest.mark.parametrize("data", [None, 3, "text", [], [("text", "a")]])
def test_a_document_is_an_object(data: Any) -> None:
    with pytest.raises(SchemaError, match=r"must be an object \(Document\)"):
        from_dict(data)


@pytest.mark.parametrize(
    "written", ["", "{", "NaN", '{"schema_version": 2, "text": "", "metadata": {"x": Infinity}}', "9" * 5000, "\ufeff{}", "\x00", "'a'"]
)
def test_what_is_no_json(written: str) -> None:
    with pytest.raises(SchemaError, match="cannot be read as JSON"):
        from_json(written)


def test_json_is_a_str() -> None:
    with pytest.raises(SchemaError, match="JSON must be a str, not bytes"):
        from_json(b"{}")  # type: ignore[arg-type]  # the mistake under test


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 200_000])
def test_nesting_has_a_limit(depth: int) -> None:
    with pytest.raises(SchemaError, match="nested deeper than 100 levels"):
        from_json('{"schema_version": 2, "text": "", "metadata": {"x": ' + "[" * depth + "]" * depth + "}}")


def test_nesting_below_the_limit_is_read() -> None:
    deep: Any = "end"
    for _ in range(MAX_DEPTH - 2):
        deep = [deep]
    document = Document("", metadata={"x": deep})
    assert from_json(document.to_json()) == document


@given(JSON_VALUES)
def test_any_other_json_value_is_a_schema_error(data: Any) -> None:
    with pytest.raises(SchemaError):
        from_dict(data)


@given(st.data())
def test_one_wrong_value_anywhere_is_a_schema_error_or_a_document(data: st.DataObject) -> None:
    value: Any = small_document().to_dict()
    whole = value
    while True:
        key = data.draw(st.sampled_from(range(len(value)) if isinstance(value, list) else sorted(value)))
        if not isinstance(value[key], dict | list) or not value[key] or data.draw(st.booleans()):
            value[key] = data.draw(JSON_VALUES)
            break
        value = value[key]
    whole = json.loads(json.dumps(whole))  # halves of a character that stand side by side are one from here on
    try:
        document = from_dict(whole)
    except SchemaError as error:
        assert error.path  # noqa: PT017 - the alternative is a document
    else:
        assert from_dict(to_dict(document)) == document


# ------------------------------------------------------------------------------------------------ claims that are read when asked for


def document_with_listed_claimers() -> Document:
    """All that its claims refer to is of the document, so that they need not be read at once."""
    document = small_document()
    claimer = document.speakers[0]
    return attrs.evolve(
        document, claims=(attrs.evolve(document.claims[0], claimer=claimer, reported_by=(claimer,), denied_by=(None, claimer)),)
    )


def test_claims_of_json_are_read_when_they_are_asked_for() -> None:
    document = document_with_listed_claimers()
    for copied in (from_json(to_json(document)), pickle.loads(pickle.dumps(from_json(to_json(document))))):  # noqa: S301 - our own bytes
        assert copied._claims_if_read() is None
        assert copied.claims == document.claims
        assert copied.claims is copied.claims
        assert copied.claims[0].claimer is copied.speakers[0]
        assert copied == document


def test_claims_with_a_speaker_of_their_own_are_read_at_once() -> None:
    document = small_document()
    assert from_json(to_json(document))._claims_if_read() == document.claims


@pytest.mark.parametrize(
    "change, path",
    [
        (setting("claims", 0, "span", to=[0, 54]), "claims[0].span[1]"),
        (setting("claims", 0, "span", to=[9, 5]), "claims[0].span[1]"),
        (setting("claims", 0, "span", to=[0.0, 5]), "claims[0].span[0]"),
        (setting("claims", 0, "span", to=None), "claims[0].span"),
        (setting("claims", 0, "hedges", to=[[0, 3], [3, 2]]), "claims[0].hedges[1][1]"),
        (setting("claims", 0, "hedges", to=None), "claims[0].hedges"),
        (setting("claims", 0, "quantities", 0, "span", to=[50, 60]), "claims[0].quantities[0].span[1]"),
        (setting("claims", 0, "quantities", 0, "kind", to="heap"), "claims[0].quantities[0].kind"),
        (setting("claims", 0, "quantities", 0, "value", to=10**400), "claims[0].quantities[0].value"),
        (setting("claims", 0, "sentence", to=2), "claims[0].sentence"),
        (setting("claims", 0, "context", to=[0, 1, 2]), "claims[0].context[2]"),
        (setting("claims", 0, "quote", to=1), "claims[0].quote"),
        (setting("claims", 0, "same_as", to=1), "claims[0].same_as"),
        (setting("claims", 0, "claimer", to=1), "claims[0].claimer"),
        (setting("claims", 0, "denied_by", to=[None, 1]), "claims[0].denied_by[1]"),
        (setting("claims", 0, "reported_by", to=[None]), "claims[0].reported_by[0]"),
        (setting("claims", 0, "check_worthiness", to=1.5), "claims[0].check_worthiness"),
        (setting("claims", 0, "negated", to=1), "claims[0].negated"),
        (setting("claims", 0, "colour", to="red"), "claims[0].colour"),
        (setting("claims", to={}), "claims"),
    ],
)
def test_wrong_claims_are_refused_at_once(change: Change, path: str) -> None:
    data = document_with_listed_claimers().to_dict()
    change(data)
    with pytest.raises(SchemaError) as caught:
        from_json(json.dumps(data))
    assert caught.value.path == path


@given(st.data(), st.sampled_from(["claims", "quotes", ""]))
def test_json_is_refused_for_the_same_reason_as_plain_data(data: st.DataObject, part: str) -> None:
    whole: Any = document_with_listed_claimers().to_dict()
    value = whole[part] if part else whole
    while True:
        key = data.draw(st.sampled_from(range(len(value)) if isinstance(value, list) else sorted(value)))
        if not isinstance(value[key], dict | list) or not value[key] or data.draw(st.booleans()):
            value[key] = data.draw(JSON_VALUES | st.integers(0, 60) | st.lists(st.integers(0, 60), min_size=2, max_size=2))
            break
        value = value[key]
    whole = json.loads(json.dumps(whole))  # halves of a character that stand side by side are one from here on
    try:
        document = from_dict(whole)
    except SchemaError as expected:
        with pytest.raises(SchemaError) as caught:
            from_json(json.dumps(whole))
        assert str(caught.value) == str(expected)  # noqa: PT017 - the alternative is a document
    else:
        assert from_json(json.dumps(whole)) == document


# ------------------------------------------------------------------------------------------------ records


def test_records_are_flat_and_complete() -> None:
    bare = Quote(QuoteKind.DIRECT, (Span.of(TEXT, 13, 25),), Span.of(TEXT, 13, 25), "Rain fell,", reason="nobody is named")
    document = small_document()
    full, empty = attrs.evolve(document, quotes=(*document.quotes, bare)).to_records("quotes")
    assert full == {
        "document": "a.txt",
        "quote": 0,
        "kind": "direct",
        "text": "Rain fell,",
        "clean_text": "Rain fell",
        "start": 13,
        "end": 25,
        "source": "she",
        "source_start": 26,
        "source_end": 29,
        "speaker": "she",
        "speaker_id": None,
        "speaker_kind": "unknown",
        "speaker_named": False,
        "speaker_resolved": False,
        "speaker_gender": None,
        "speaker_role": None,
        "speaker_on_behalf_of": None,
        "cue": "said",
        "cue_start": 30,
        "cue_end": 34,
        "cue_lemma": "say",
        "cue_category": "say",
        "negated": False,
        "modality": "asserted",
        "addressee": None,
        "addressee_start": None,
        "addressee_end": None,
        "rule": "quote-source-cue",
        "confidence": 0.5,
        "reason": None,
        "within": None,
        "made_by": "newsclaims 0.1.0 en",
    }
    assert list(empty) == list(full)
    assert (empty["quote"], empty["source"], empty["cue_start"], empty["reason"]) == (1, None, None, "nobody is named")


def test_the_columns_are_the_documented_ones() -> None:
    documented = (Document.to_records.__doc__ or "").split('The columns of ``"quotes"``,')[1].split("What a quote")[0]
    assert [name for name in documented.split("``")[1::2] if name not in ("quotes", "speakers")] == list(small_document().to_records()[0])


def test_unknown_records_are_an_error_that_lists_the_known() -> None:
    with pytest.raises(ValueError, match="no records named 'verbs'; there are: quotes"):
        small_document().to_records("verbs")  # type: ignore[arg-type]  # it is wrong


# ------------------------------------------------------------------------------------------------ speakers by index


def crowd() -> Document:
    vane, kell = Speaker("Ada Vane", SpeakerKind.PERSON), Speaker("Tom Kell", SpeakerKind.PERSON)
    both = Speaker("Vane and Kell", SpeakerKind.GROUP, members=(vane, kell))
    quotes = tuple(attrs.evolve(small_document().quotes[0], speaker=speaker) for speaker in (vane, both, vane))
    return small_document(quotes=quotes, claims=(), speakers=(both, vane, kell))


def test_a_listed_speaker_is_written_once_and_is_one_object_again() -> None:
    data = to_dict(crowd())
    assert [quote["speaker"] for quote in data["quotes"]] == [1, 0, 1]
    assert data["speakers"][0]["members"] == [1, 2]
    again = from_dict(data)
    assert again == crowd()
    assert again.quotes[0].speaker is again.quotes[2].speaker is again.speakers[1] is again.speakers[0].members[0]


def test_a_speaker_that_is_not_listed_is_written_out() -> None:
    document = small_document(speakers=())
    assert to_dict(document)["quotes"][0]["speaker"]["name"] == "she"
    assert from_dict(to_dict(document)) == document


@pytest.mark.parametrize(
    "change, path",
    [
        (lambda data: data["quotes"][1].update(speaker=3), "quotes[1].speaker"),
        (lambda data: data["quotes"][1].update(speaker=-1), "quotes[1].speaker"),
        (lambda data: data["quotes"][1].update(speaker=True), "quotes[1].speaker"),
        (lambda data: data["speakers"][0].update(members=[0]), "speakers[0].members[0]"),
        (lambda data: data["speakers"][0].update(members=[7]), "speakers[0].members[0]"),
        (lambda data: data["speakers"][0].update(members="1"), "speakers[0].members"),
        (lambda data: data.update(speakers={}), "speakers"),
        (lambda data: data["speakers"][1].update(quotes=[3]), "speakers[1].quotes[0]"),
        (lambda data: data["speakers"][1].update(words=-1), "speakers[1].words"),
    ],
)
def test_wrong_references_to_speakers(change: Callable[[dict[str, Any]], None], path: str) -> None:
    data = to_dict(crowd())
    change(data)
    with pytest.raises(SchemaError) as caught:
        from_dict(data)
    assert caught.value.path == path


def test_the_article_itself_among_those_who_deny() -> None:
    document = extract("Orla Vane falsely claimed that the port had lost 300 jobs.")
    assert any(None in claim.denied_by for claim in document.claims)
    assert Document.from_json(document.to_json()) == document
    assert Document.from_dict(document.to_dict()) == document


def test_a_long_document_is_written_some_values_at_a_time_and_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    long = "“The quay lost 40 ships,” said Orla Vane and Ivo Karr. The port had lost 300 jobs.\x85\n\n" * 30
    for document in (extract(long, id="a", metadata={"tags": []}), extract("", id="b"), extract("“\ud800”" + long)):
        whole, indented = to_json(document), to_json(document, indent=2)
        with monkeypatch.context() as patch:
            patch.setattr("newsclaims.formats.json.LONG", -1)
            patch.setattr("newsclaims.formats.json.writing.AT_ONCE", 7)
            assert to_json(document) == whole
            assert to_json(document, indent=2) == indented
        assert from_json(whole) == document
