"""The extractor: any text in, a document out; one text or many; values that can be sent about."""

from __future__ import annotations

import gc
import itertools
import os
import pickle
import signal
import subprocess
import sys
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsclaims
from newsclaims import (
    DEFAULT_RULES,
    Document,
    Extractor,
    LanguageError,
    PatternRule,
    RuleError,
    RuleSet,
    Span,
    extract,
    extract_quotes,
    load_language,
    rule,
    split_sentences,
)
from newsclaims.layers import Layers
from newsclaims.rules.base import FunctionRule, Outcome

ARTICLE = """ORREL, Norland (XYZ) — The harbour will close in May, the port authority said Monday.

“We have no choice,” said Orla Vane, who leads the authority. “The walls are
crumbling.”

Fishermen called the plan “a disgrace” and warned that they would block the entrance.
"""
ENGLISH = Extractor()


@rule("broken")
def broken(layers: Layers, quotation: Any) -> Outcome:
    """Fails on texts that hold a certain word."""
    if "kaput" in layers.text:
        raise LookupError("kaput")
    return None


BROKEN = Extractor(rules=RuleSet([broken]))


def all_spans(document: Document) -> Iterator[Span]:
    yield from (sentence.span for sentence in document.sentences)
    for quotation in document.quotations:
        yield from (quotation.span, *quotation.stretches, *quotation.contents)
    for quote in document.quotes:
        yield from (quote.span, *quote.contents)
        yield from filter(None, (quote.source, quote.addressee, quote.cue and quote.cue.span))


def output_of(script: str) -> str:
    """What a script prints in a Python of its own."""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603 - scripts of this file
    return run.stdout.strip()


# ---------------------------------------------------------------------- one text


def test_the_parts_of_a_document() -> None:
    document = ENGLISH.extract(ARTICLE, id="orrel-1", metadata={"date": "1990-05-01"})
    assert document.text == ARTICLE
    assert (document.id, document.metadata) == ("orrel-1", {"date": "1990-05-01"})
    assert document.dateline is not None
    assert document.dateline.span.text == "ORREL, Norland (XYZ) —"
    assert document.warnings == ()
    assert len(document.quotations) == 3
    assert extract(ARTICLE).quotes == extract_quotes(ARTICLE) == document.quotes


def test_nothing_said_begins_in_the_dateline() -> None:
    document = extract(ARTICLE)
    assert document.dateline is not None
    assert document.quotes[0].contents[0].text == "The harbour will close in May"
    assert document.sentences[0].start == 0


def test_a_text_that_is_all_dateline() -> None:
    document = extract("ORREL, Norland (XYZ) —\n\nThe harbour will close, Vane said.")
    assert [quote.contents[0].text for quote in document.quotes] == ["The harbour will close"]


@pytest.mark.parametrize("thing", [None, 3, b"bytes", ["text"], object()])
def test_what_is_no_text_is_named(thing: Any) -> None:
    name = type(thing).__name__
    for function in (extract, extract_quotes, split_sentences, ENGLISH.extract, ENGLISH.explain):
        with pytest.raises(TypeError, match=f"text must be a str, not {name}"):
            function(thing)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "“",
        '"',
        "'",
        "”",
        "\0",
        "\ud800 said “\udfff”",
        "\u202e“it rained,” said he",
        "e\u0301" * 9,
        "\r\n\r\n",
        "…",
        "-",
        "“”",
        "\ufeff“No,” he said.",
    ],
)
def test_odd_texts_are_documents(text: str) -> None:
    document = extract(text)
    assert document.text == text
    assert all(text[span.start : span.end] == span.text for span in all_spans(document))


PIECES = (
    "“It rained,”", "“", "”", '"', "'", "‘no’", "said", "told reporters", "according to", "that", "Orla Vane", "the mayor", "he", "who",
    "It is believed", "was quoted as saying", "noting", "and", "but", ",", ".", "—", ":", "?", "(", ")", "\n\n", "\n", " ", "it rained",
    "’s claim", "to close the port", "ORREL, Norland (XYZ) —", "called the plan", "warnings", "in a statement", "0", "\u00a0", "\ud800",
)  # fmt: skip


def check_what_always_holds(text: str) -> None:
    document = extract(text)
    for span in all_spans(document):
        assert span.start < span.end or not span.text
        assert text[span.start : span.end] == span.text
    assert [quote.span.start for quote in document.quotes] == sorted(quote.span.start for quote in document.quotes)
    for quote in document.quotes:
        assert quote.contents
        for one, other in itertools.pairwise(quote.contents):
            assert one.end <= other.start
        own = [span for span in (quote.source, quote.cue.span if quote.cue else None) if span is not None]
        assert not any(content.overlaps(span) for content in quote.contents for span in own)
        assert (quote.source is None) == (quote.reason is not None)
        assert quote.rule is not None or (quote.source is None and quote.cue is None and quote.speaker is None)
    said = [content for quote in document.quotes for content in quote.contents]
    for quotation in document.quotations:
        if quotation.depth == 0 and quotation.reason is None:
            assert any(content.overlaps(stretch) for content in said for stretch in quotation.stretches)


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_what_always_holds_of_news(pieces: list[str]) -> None:
    check_what_always_holds(" ".join(pieces))


@given(st.text(max_size=200))
def test_what_always_holds_of_any_text(text: str) -> None:
    check_what_always_holds(text)


def test_sentences_split_and_kept() -> None:
    text = "“It rained. Then it snowed,” Vane said. She left."
    assert [s.text for s in split_sentences(text)] == ["“It rained.", "Then it snowed,” Vane said.", "She left."]
    assert [s.text for s in split_sentences(text, quotes="keep")] == ["“It rained. Then it snowed,” Vane said.", "She left."]
    with pytest.raises(ValueError, match="'split' or 'keep'"):
        split_sentences(text, quotes="both")  # type: ignore[arg-type]  # the mistake under test


# ---------------------------------------------------------------------- many texts


TEXTS = [f"“It rained {n} times,” said Orla Vane." for n in range(7)]


@pytest.mark.parametrize("workers", [1, 2])
def test_pipe_keeps_the_order(workers: int) -> None:
    assert list(ENGLISH.pipe(TEXTS, workers=workers, batch_size=2)) == [ENGLISH.extract(text) for text in TEXTS]


@pytest.mark.parametrize("workers", [1, 2])
def test_pipe_hands_on_what_comes_with_a_text(workers: int) -> None:
    things = [object() for _ in TEXTS]
    pairs = list(ENGLISH.pipe(zip(TEXTS, things, strict=True), as_tuples=True, workers=workers, batch_size=3))
    assert [document.text for document, _ in pairs] == TEXTS
    assert all(got is thing for (_, got), thing in zip(pairs, things, strict=True))


def test_pipe_reads_only_what_is_asked_for() -> None:
    endless = itertools.cycle(TEXTS)
    assert next(ENGLISH.pipe(endless)).text == TEXTS[0]
    assert next(endless) == TEXTS[1]


@pytest.mark.parametrize("workers", [1, 2])
def test_pipe_records_what_goes_wrong(workers: int) -> None:
    texts: list[Any] = ["“It rained.”", "“It is kaput.”", None, "“It snowed.”"]
    documents = list(BROKEN.pipe(texts, workers=workers, batch_size=1, on_error="record"))
    assert [document.text for document in documents] == ["“It rained.”", "“It is kaput.”", "", "“It snowed.”"]
    assert [document.warnings for document in documents] == [
        (),
        ("RuleError: the rule 'broken' failed: LookupError: kaput",),
        ("TypeError: text 2: text must be a str, not NoneType",),
        (),
    ]


@pytest.mark.parametrize("workers", [1, 2])
def test_pipe_raises_what_goes_wrong(workers: int) -> None:
    with pytest.raises(RuleError, match="kaput"):
        list(BROKEN.pipe(["“It rained.”", "“It is kaput.”"], workers=workers))


@pytest.mark.parametrize("wrong", [{"workers": 0}, {"workers": 1.5}, {"batch_size": 0}, {"on_error": "ignore"}])
def test_pipe_checks_at_the_call(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        ENGLISH.pipe([], **wrong)


@pytest.mark.parametrize(
    "more, told", [({"id": 5}, "id must be a str or None, not int"), ({"metadata": [1]}, "metadata must be a mapping or None, not list")]
)
def test_id_and_metadata_are_checked_at_the_call(more: dict[str, Any], told: str) -> None:
    with pytest.raises(TypeError, match=told):
        ENGLISH.extract("It rained.", **more)


def deadly(flag: Path, *, once: bool) -> FunctionRule:
    """A rule that kills the process it is tried in: the first only, or every one."""

    def kill(layers: Any, quotation: Any) -> None:
        if "kaput" in layers.text and not (once and flag.exists()):
            flag.touch()
            os.kill(os.getpid(), signal.SIGKILL)

    return rule("kill")(kill)


DEADLY = ["“It rained,” said Orla Vane.", "“It is kaput,” said Ivo Karr.", *(f"“It is {number},” said Ada Brenn." for number in range(20))]


def test_a_killed_worker_loses_no_document(tmp_path: Path) -> None:
    extractor = Extractor(rules=DEFAULT_RULES.before("quote-cue-source", deadly(tmp_path / "killed", once=True)))
    documents = list(extractor.pipe(DEADLY, workers=2, batch_size=1))
    assert (tmp_path / "killed").exists()
    assert [document.quotes for document in documents] == [ENGLISH.extract(text).quotes for text in DEADLY]


def test_a_text_that_kills_every_worker_is_recorded_and_the_rest_goes_on(tmp_path: Path) -> None:
    extractor = Extractor(rules=DEFAULT_RULES.before("quote-cue-source", deadly(tmp_path / "killed", once=False)))
    documents = list(extractor.pipe(DEADLY[:4], workers=2, batch_size=4, on_error="record"))
    assert [len(document.quotes) for document in documents] == [1, 0, 1, 1]
    assert "terminated" in documents[1].warnings[0]


def test_rules_of_a_script_reach_the_workers() -> None:
    script = """
from newsclaims import DEFAULT_RULES, Attribution, Extractor, rule
from newsclaims.claims import CLAIM_RULES, claim_rule
from newsclaims.speakers import SPEAKER_RULES, resolution_rule

@rule("mine")
def mine(layers, quotation):
    return Attribution(quotation.stretches)

@resolution_rule("her-honour")
def her_honour(scene, source):
    return scene.called("Orla Vane") if source.word == "honour" else None

def without(word):
    @claim_rule(f"no-{word}")
    def refused(passage, piece):
        return word if word in passage.words(piece) else None
    return refused

if __name__ == "__main__":
    extractor = Extractor(
        rules=DEFAULT_RULES.before(DEFAULT_RULES.names[0], mine),
        speaker_rules=SPEAKER_RULES.before("noun", her_honour),
        claim_rules=CLAIM_RULES.before("question", without("mill")),
    )
    texts = ["“It rained,” Orla Vane said.", "Orla Vane closed 30 schools in 2015. Later her honour said the mill had lost 300 jobs."]
    quiet, loud = extractor.pipe(texts, workers=2, batch_size=1)
    print(quiet.quotes[0].rule, loud.quotes[0].speaker.name, [claim.text for claim in loud.claims])
"""
    assert output_of(script) == "mine Orla Vane ['Orla Vane closed 30 schools in 2015']"


# ---------------------------------------------------------------------- a value


def test_an_extractor_is_a_value() -> None:
    assert Extractor("en") == ENGLISH
    assert hash(Extractor("en")) == hash(ENGLISH)
    assert Extractor(rules=DEFAULT_RULES.without("carry-over")) != ENGLISH
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        ENGLISH.rules = RuleSet()  # type: ignore[misc]  # the mistake under test


@pytest.mark.parametrize(
    "extractor",
    [ENGLISH, BROKEN, Extractor(rules=DEFAULT_RULES.before("quote-cue-source", PatternRule("label", "{source} : {quote}")))],
)
def test_extractors_are_pickled(extractor: Extractor) -> None:
    again = pickle.loads(pickle.dumps(extractor))  # noqa: S301 - our own bytes
    assert again == extractor
    assert again.extract(ARTICLE) == extractor.extract(ARTICLE)


def test_a_language_of_ones_own_is_pickled_with_it() -> None:
    text = "“It rained,” burbled Orla Vane."
    burbling = Extractor(load_language("en").extend(cues={"burble": "say"}))
    again = pickle.loads(pickle.dumps(burbling))  # noqa: S301 - our own bytes
    assert burbling.extract(text).quotes[0].cue is not None
    assert again.extract(text) == burbling.extract(text)


def test_threads_may_share_one() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(Extractor().extract, TEXTS * 4)) == [extract(text) for text in TEXTS * 4]


@pytest.mark.parametrize(
    "wrong,error,message",
    [
        ({"language": "xx"}, LanguageError, "no language 'xx'"),
        ({"language": 3}, TypeError, "language must be a Language or its name, not int"),
        ({"rules": [broken]}, TypeError, "rules must be a RuleSet, not list"),
    ],
)
def test_arguments_are_checked(wrong: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        Extractor(**wrong)


# ---------------------------------------------------------------------- the package


def test_importing_the_package_loads_nothing_heavy() -> None:
    script = "import sys, newsclaims; print(*sys.modules)"
    assert not {"nltk", "regex", "attr", "msgspec", "joblib", "json", "importlib.resources"} & set(output_of(script).split())


def test_every_public_name_is_there() -> None:
    for name in newsclaims.__all__:
        assert getattr(newsclaims, name) is not None
        assert name in dir(newsclaims)
    assert set(newsclaims.HOME) == set(newsclaims.__all__) - {"__version__"}
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        newsclaims.nothing  # type: ignore[attr-defined]  # noqa: B018 - the mistake under test


def test_claims_are_read_from_what_is_kept_of_the_text() -> None:
    text = "Gen. Orla Vane said the port had lost 300 jobs. “It isn’t over,” she added."
    document = Extractor().extract(text)
    assert document.claims
    assert document.claims == Extractor().read_claims(document)


def test_what_is_kept_stays_behind_when_a_document_goes_elsewhere() -> None:
    text = "Orla Vane said the port had lost 300 jobs. " * 50
    document = Extractor().extract(text)
    packed = pickle.dumps(document)
    again = pickle.loads(packed)  # noqa: S301 - our own bytes
    assert again.claims == document.claims
    assert len(packed) < len(pickle.dumps(document))  # now with its claims


def test_what_is_kept_is_let_go_with_the_claims() -> None:
    document = Extractor().extract("Orla Vane said the port had lost 300 jobs.")
    kept = weakref.ref(document._teller._layers)  # type: ignore[union-attr]
    assert kept() is not None
    assert document.claims
    gc.collect()
    assert kept() is None


def test_a_quotation_that_another_rule_has_cut_off_is_not_lost() -> None:
    document = extract("n said“N\n“d “, he said:“a")
    assert len(document.quotations) == 3
    for quotation in document.quotations:
        assert any(quotation.span.overlaps(words) for quote in document.quotes for words in quote.contents)
