from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from newsclaims import extract
from newsclaims.errors import UnknownRuleError
from newsclaims.model import Document

TEXTS = (
    "“It rained,” said Orla Vane.  “All day.”\n\nIvo Karr denied that the quay lost 40 ships.",
    "Nothing was said.",
    "",
    "He called it “thin as paper”, she said.",
)


@pytest.fixture
def nlp() -> Any:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("newsclaims")
    return pipeline


@pytest.mark.parametrize("text", TEXTS)
def test_the_document_is_the_one_of_the_text(nlp: Any, text: str) -> None:
    doc = nlp(text)
    document = extract(text)
    assert doc._.newsclaims == document
    assert (doc._.quotes, doc._.speakers, doc._.claims) == (document.quotes, document.speakers, document.claims)


@pytest.mark.parametrize("text", TEXTS)
def test_spans_cover_the_contents_sources_and_cues(nlp: Any, text: str) -> None:
    doc = nlp(text)
    contents = [span for quote in doc._.quotes for span in quote.contents]
    assert [(span.start_char, span.end_char) for span in doc.spans["quotes"]] == [(span.start, span.end) for span in contents]
    assert [span.text for span in doc.spans["sources"]] == [quote.source.text for quote in doc._.quotes if quote.source]
    assert [span.text for span in doc.spans["cues"]] == [quote.cue.span.text for quote in doc._.quotes if quote.cue]


def test_a_span_knows_its_kind_and_quote(nlp: Any) -> None:
    doc = nlp(TEXTS[0])
    first, second, third = doc.spans["quotes"]
    assert [span.label_ for span in (first, second, third)] == ["DIRECT", "DIRECT", "INDIRECT"]
    assert first._.quote == second._.quote == doc._.quotes[0]
    assert third._.quote == doc._.quotes[1]
    assert doc[0:2]._.quote is None


def test_a_span_inside_a_token_takes_the_whole() -> None:
    text = "“It rained,” said Orla Vane."
    nlp = spacy.blank("en")
    nlp.add_pipe("newsclaims")
    doc = Doc(nlp.vocab, words=["“It rained,” said", "Orla Vane."])
    assert doc.text.strip() == text
    doc = nlp.get_pipe("newsclaims")(doc)
    assert [span.text for span in doc.spans["quotes"]] == ["“It rained,” said"]


def test_together_with_other_components() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("newsclaims", name="who-said-what", last=True)
    doc = nlp(TEXTS[0])
    assert len(list(doc.sents)) > 1
    assert doc._.quotes
    assert nlp.analyze_pipes()["problems"] == {"sentencizer": [], "who-said-what": []}


def test_the_pipeline_survives_the_disk(nlp: Any, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    loaded = spacy.load(tmp_path)
    assert loaded.pipe_names == ["newsclaims"]
    assert loaded(TEXTS[0])._.quotes == nlp(TEXTS[0])._.quotes


def test_settings_survive_the_disk(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("newsclaims", config={"rules": ["quote-cue-source", "carry-over"], "without": ["carry-over"]})
    nlp.to_disk(tmp_path)
    rules = {quote.rule for quote in spacy.load(tmp_path)(TEXTS[0])._.quotes}
    assert rules == {"quote-cue-source", None} or rules == {"quote-cue-source"}


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(UnknownRuleError, match="no rule is named 'quote'"):
        spacy.blank("en").add_pipe("newsclaims", config={"rules": ["quote"]})


def test_two_processes_give_the_same(nlp: Any) -> None:
    alone = [(doc._.newsclaims, [span.text for span in doc.spans["quotes"]]) for doc in nlp.pipe(TEXTS)]
    together = [(doc._.newsclaims, [span.text for span in doc.spans["quotes"]]) for doc in nlp.pipe(TEXTS, n_process=2, batch_size=2)]
    assert together == alone


def test_a_doc_survives_bytes_and_bins(nlp: Any) -> None:
    doc = nlp(TEXTS[0])
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.quotes == doc._.quotes
    [binned] = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    assert binned._.quotes == doc._.quotes
    assert binned.spans["quotes"][0]._.quote == doc._.quotes[0]


def test_the_pipeline_can_be_pickled(nlp: Any) -> None:
    copy = pickle.loads(pickle.dumps(nlp))  # noqa: S301 - our own bytes
    assert copy(TEXTS[0])._.quotes == nlp(TEXTS[0])._.quotes


def test_a_doc_that_did_not_go_through_the_pipeline_has_nothing(nlp: Any) -> None:
    doc = nlp.make_doc(TEXTS[0])
    assert doc._.newsclaims == Document(TEXTS[0])
    assert doc._.quotes == ()


def test_a_configuration_says_how_it_reads(tmp_path: Path) -> None:
    path = tmp_path / "newsclaims.toml"
    path.write_text('[aliases]\n"the Iron Mayor" = "Orla Vane"\n[rules]\nwithout = ["carry-over"]\n', encoding="utf-8")
    nlp = spacy.blank("en")
    component: Any = nlp.add_pipe("newsclaims", config={"config": str(path), "without": ["quote-source-cue"]})
    assert nlp("“It rained,” said the Iron Mayor.")._.quotes[0].speaker.name == "Orla Vane"
    assert {"carry-over", "quote-source-cue"}.isdisjoint(component.extractor.rules.names)
