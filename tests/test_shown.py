"""How values show themselves: one short line that computes nothing, the same in IPython and rich, and text where they are printed."""

from __future__ import annotations

import contextlib
import importlib
import inspect
import io
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

import newsclaims
from newsclaims import (
    DEFAULT_RULES,
    Document,
    Extractor,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    audit,
    extract,
    load_language,
    mask,
    verify,
)
from newsclaims.claims import cluster
from newsclaims.evaluation import calibrate, compare, evaluate, gold_from_document
from newsclaims.evaluation.tables import report_table
from newsclaims.shown import LONGEST, Shown, short

LONG = "“The quay\nwas shut,” said Orla Vane. " * 200
PUBLIC = ("newsclaims", "newsclaims.claims", "newsclaims.evaluation", "newsclaims.speakers", "newsclaims.testing")
"""Where callers find the classes whose values they are given."""
INSIDE = ("MaskedStretch", "Altered", "Moved")
"""Of masked texts: nobody makes them, but they are found in what is given."""


def classes() -> list[type[Any]]:
    modules = [importlib.import_module(module) for module in PUBLIC]
    named = [getattr(module, name) for module in modules for name in getattr(module, "__all__", vars(module))]
    named += [getattr(importlib.import_module("newsclaims.checking.masking"), name) for name in INSIDE]
    found = {value for value in named if inspect.isclass(value) and attrs.has(value)}
    return sorted(found, key=lambda kind: (kind.__name__, kind.__module__))


def values() -> Iterator[Any]:
    """Values of many classes, made of a long text."""
    extractor = Extractor(aliases={"Vane": "Orla Vane"})
    document = extractor.extract(LONG, id=LONG, metadata={"outlet": LONG})
    explanation = extractor.explain(LONG)
    yield from (document, explanation, extractor, audit([document]), DEFAULT_RULES, load_language("en"), explanation.items[0])
    yield from (document.quotes[0], document.speakers[0], document.sentences[0], document.quotations[0], document.claims[0])
    yield Span(0, len(LONG), LONG)
    yield Speaker(LONG, members=(Speaker(LONG),) * 50)
    yield Quote(QuoteKind.DIRECT, (Span(0, len(LONG), LONG),) * 100, Span(0, len(LONG), LONG), LONG, reason=LONG)
    yield from DEFAULT_RULES
    yield from checking_values()
    gold = gold_from_document(document, LONG)
    report = evaluate([gold], [document])
    yield from (gold, gold.quotes[0], report, *report.kinds, *report.rules, *report.bins, report.kinds[0].content)
    yield from (calibrate([gold], [document]), *compare([extract("")], [extract("“No,” said Karr.")], [gold]))
    groups = cluster([document, extractor.extract(LONG.replace("shut", "open"))])
    yield from (groups[0], groups[0].members[0], groups[0].variants[0])


def checking_values() -> Iterator[Any]:
    checks = verify(LONG, {LONG: LONG.replace("shut", "not shut")})
    masked = mask(LONG)
    restored = masked.restore(masked.text.replace("Vane", "Karr").replace("⟦q1⟧", "⟦ Q1 ⟧"))
    yield from (checks, checks[0], *checks[0].changes, masked, masked.stretches[0], restored, *restored.altered, *restored.moved[:1])


@pytest.mark.parametrize("kind", classes(), ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_every_class_that_callers_see_shows_itself_by_fields_it_has(kind: type[Any]) -> None:
    assert Shown in kind.__mro__
    assert "__repr__" not in vars(kind) or kind is Span
    names = {field.name for field in attrs.fields(kind)} | {name for name in dir(kind) if not name.startswith("_")}
    assert set(kind._shows) <= names


def test_a_value_is_shown_on_one_short_line() -> None:
    for value in values():
        assert len(repr(value)) <= LONGEST
        assert repr(value).isprintable()


def test_showing_a_document_reads_no_claims() -> None:
    document = extract(LONG)
    _ = repr(document), str(document), repr([document]), f"{document}"
    assert document._claims_if_read() is None


def test_what_is_shown() -> None:
    document = extract("“It rained,” said Orla Vane.", id="weather-1")
    assert repr(document) == "Document(id='weather-1', text='“It rained,” said Orla Vane.', quotes=1, speakers=1)"
    [quote] = document.quotes
    assert repr(quote) == "Quote(kind=direct, source='Orla Vane', speaker='Orla Vane', text='It rained,', rule='quote-cue-source')"
    assert repr(quote.source) == "Span(18, 27, 'Orla Vane')"


def test_what_is_shown_of_checks_and_reports() -> None:
    source = "“The quay was not shut,” said Orla Vane."
    checks = verify("“The quay was shut,” said Ivo Karr.", {"log": source})
    assert repr(checks) == "Checks(checks=1, unchecked=0)"
    assert repr(checks[0]).startswith("Check(status=other_speaker, text='The quay was shut,', speaker='Ivo Karr', source_id='log'")
    assert str(checks) == "other_speaker | Ivo Karr | The quay was shut, | not -> nothing"
    assert str(verify("It rained.", {"log": source})) == "no quotes to check"
    document = extract(source)
    report = evaluate([gold_from_document(document, "log")], [document])
    assert repr(report.kind("all")) == "KindScore(kind='all', content=F1 1.000, attributed=F1 1.000)"
    assert str(report) == report_table(report).rstrip()
    assert str(mask(source)) == mask(source).text


def test_what_is_printed() -> None:
    document = extract("“It rained  all day,” said Orla Vane. “Why?”\n\n“It snowed,” she said.")
    assert str(document).splitlines() == [
        "Orla Vane | said | “It rained all day,” … “Why?”",
        "she = Orla Vane | said | “It snowed,”",
    ]
    quote = document.quotes[0]
    assert f"{quote.kind} {quote.source} {quote.speaker} {quote.cue} {quote.addressee}" == "direct Orla Vane Orla Vane said None"
    assert str(document.sentences[1]) == document.sentences[1].text
    [claim] = extract("Vane said the port had lost 300 jobs.").claims
    assert str(claim) == "the port had lost 300 jobs"
    assert str(extract("It rained.")) == "no quotes"
    assert str(extract("“It rained.”")) == "(no rule found a source) | direct | “It rained.”"


@pytest.mark.parametrize("word", [QuoteKind.DIRECT, newsclaims.Stance.DENY, newsclaims.Modality.FUTURE])
def test_a_word_of_a_closed_list_is_written_like_a_string(word: Any) -> None:
    assert f"{word}" == str(word) == "%s" % word == word.value  # noqa: UP031 - every way to write it
    assert f"{word:>12}" == f"{word.value:>12}"


def test_a_text_is_cut() -> None:
    assert short("a" * 100, 10) == "aaaaaaaaa…"
    assert short(" a\n b ", 10) == "a b"
    assert short("a " + " " * 1000 + "b", 10) == "a…"


class Printer:
    """As IPython's."""

    def __init__(self) -> None:
        self.printed = ""

    def text(self, words: str) -> None:
        self.printed += words


def test_ipython_shows_the_line_and_of_an_explanation_all() -> None:
    document, explanation = extract("“No.”"), Extractor().explain("“No.”")
    for value, shown in ((document, repr(document)), (explanation, str(explanation))):
        printer = Printer()
        value._repr_pretty_(printer, False)
        assert printer.printed == shown
    assert "<pre>quotation “No.” at 0-5" in explanation._repr_html_()


def test_rich_prints_who_said_what_and_shows_the_line() -> None:
    rich = pytest.importorskip("rich")
    document = extract("“[b]It rained,[/b]” said Orla Vane.")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        rich.print(document)
        rich.print([document.quotes[0].source])
    assert printed.getvalue() == "Orla Vane | said | “[b]It rained,[/b]”\n[Span(20, 29, 'Orla Vane')]\n".replace("20, 29", "25, 34")


def test_completion_offers_what_is_public() -> None:
    offered = [name for name in dir(newsclaims) if not name.startswith("__")]
    assert set(offered) == {name for name in newsclaims.__all__ if not name.startswith("__")}
    assert not [name for name in dir(Document("")) if "claims" in name and not name.startswith("_") and name not in ("claims",)]
    assert newsclaims.__version__.count(".") == 2
