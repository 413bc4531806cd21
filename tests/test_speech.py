"""Speech told from beliefs, plans and acts; reports within reports."""

from __future__ import annotations

import pickle

import pytest

from newsclaims import DEFAULT_RULES, SPEECH_RULES, Extractor, extract

STORY = (
    "Vane said the port would close. Holt hopes it will stay. The board backed the sale. Pell declined to comment. "
    "The mayor agreed that it was late. The council called the plan “a mess”. Lund believes it is “a joke”."
)


def sources(text: str, extractor: Extractor | None = None) -> list[str | None]:
    quotes = extract(text).quotes_of("speech") if extractor is None else extractor.extract(text).quotes
    return [quote.source.text if quote.source is not None else None for quote in quotes]


def test_speech_leaves_out_beliefs_plans_and_acts_without_quoted_words() -> None:
    assert sources(STORY) == ["Vane", "The mayor", "The council", "Lund"]
    assert len(extract(STORY).quotes) == 7


def test_the_speech_rules_find_just_that() -> None:
    speech = Extractor(rules=SPEECH_RULES)
    assert sources(STORY, speech) == sources(STORY)
    assert SPEECH_RULES.names == DEFAULT_RULES.names
    assert "belief" in str(speech.explain("Holt hopes it will stay."))


def test_the_speech_rules_can_be_pickled_and_changed() -> None:
    again = pickle.loads(pickle.dumps(SPEECH_RULES.without("carry-over")))  # noqa: S301 - our own bytes
    assert again.names == SPEECH_RULES.without("carry-over").names
    assert sources(STORY, Extractor(rules=again)) == sources(STORY)


def test_quotes_of_anything_else_is_an_error() -> None:
    with pytest.raises(ValueError, match="speech"):
        extract(STORY).quotes_of("beliefs")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text, chains",
    [
        ("Vane said that Holt told her the port would close.", [["Vane"], ["Holt", "Vane"]]),
        ("Pell told Holt the mill was late, court papers say.", [["court papers"], ["Pell", "court papers"]]),
        ("Vane said the port would close. Holt said it would not.", [["Vane"], ["Holt"]]),
        ("“We lost,” Vane said, adding that it was late.", [["Vane"], ["Vane"]]),
        ("The crew was slow, said Vane, adding that it was late.", [["Vane"], ["Vane"]]),
        ("The crew was slow, said a source close to the port, adding that it was late.", [["a source close to the port"]] * 2),
        ("The crew said Vane sold the mill, adding that it was late.", [["The crew"], ["The crew"]]),
    ],
)
def test_a_report_within_a_report_knows_what_it_stands_in(text: str, chains: list[list[str]]) -> None:
    document = extract(text)
    assert [[layer.source.text for layer in document.chain(quote) if layer.source] for quote in document.quotes] == chains
    for index, quote in enumerate(document.quotes):
        assert quote.within is None or (quote.within != index and quote.within < len(document.quotes))


def test_what_a_quote_stands_in_is_shown_and_kept() -> None:
    document = extract("Vane said that Holt told her the port would close.")
    assert [row["within"] for row in document.to_records("quotes")] == [None, 0]
    assert type(document).from_dict(document.to_dict()) == document
    assert "in the words of Vane" in document.to_html()
    assert "in the words of Vane" in str(Extractor().explain(document.text))
