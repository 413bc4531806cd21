"""What is fuzzed: functions of bytes that may raise nothing but the errors the documentation names.

Each reads one input from outside and then holds what must always hold against what came of it.
"""

from __future__ import annotations

import contextlib
import itertools
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from newsclaims import DEFAULT_RULES, Document, Extractor, PatternRule, RuleSet, Span, extract, verify
from newsclaims.errors import GoldError, LanguageError, PatternError, SchemaError
from newsclaims.evaluation import evaluate, read_gold
from newsclaims.evaluation.brat import parse_brat
from newsclaims.language import brought_language, load_language

SEEDS = Path(__file__).parent / "seeds"
BETWEEN = "\n\0\n"
"""Stands between the text and the annotations of an article."""
LABELLED = "From the desk of Orla Vane, harbor master\n\n“It rained all day.”\n\nSarvan: “No,” and “yes,” she told the crew and left."


def texts(data: bytes) -> None:
    """Any ``str`` is read; spans are exact, contents are disjoint from source and cue, JSON gives the same back."""
    text = as_text(data)
    document = extract(text)
    for quote in document.quotes:
        marks = [each for each in (quote.source, quote.cue.span if quote.cue is not None else None) if each is not None]
        for span in (*quote.contents, *marks):
            assert span.start < span.end, span
            assert text[span.start : span.end] == span.text, span
        assert all(a.end <= b.start for a, b in itertools.pairwise(quote.contents)), quote
        assert not any(content.overlaps(mark) for content in quote.contents for mark in marks), quote
    for claim in document.claims:
        assert text[claim.span.start : claim.span.end] == claim.span.text, claim
        assert claim.quote is None or 0 <= claim.quote < len(document.quotes), claim
    ends = [sentence.span for sentence in document.sentences]
    assert all(a.end <= b.start for a, b in itertools.pairwise(ends))
    assert not list(lost_quotations(document)), list(lost_quotations(document))
    assert Document.from_json(document.to_json()) == document


def lost_quotations(document: Document) -> Iterator[Span]:
    """The quotations of speech that stand in no quote at all."""
    contents = [content for quote in document.quotes for content in quote.contents]
    for quotation in document.quotations:
        if quotation.reason is None and quotation.depth == 0 and not any(content.overlaps(quotation.span) for content in contents):
            yield quotation.span


def documents(data: bytes) -> None:
    """JSON is a document, or a ``SchemaError``; a document that was read is written and read again."""
    try:
        document = Document.from_json(as_text(data))
    except SchemaError:
        return
    assert Document.from_json(document.to_json()) == document
    document.to_html()
    document.to_records("quotes")
    document.to_brat()


def articles(data: bytes) -> None:
    """A text with brat's annotations is an article, or a ``GoldError``."""
    text, _, annotations = as_text(data).partition(BETWEEN)
    try:
        article = parse_brat(text, annotations, id="a")
    except GoldError:
        return
    evaluate([article], [extract(text)])


def gold(data: bytes) -> None:
    """A file of documents is gold, or a ``GoldError``."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "gold.jsonl" if data[:1] < b"m" else "gold.json")
        path.write_bytes(data)
        with contextlib.suppress(GoldError):
            read_gold(path)


def templates(data: bytes) -> None:
    """A template is a rule, or a ``PatternError``; the rule can be used."""
    try:
        made = PatternRule("fuzzed", as_text(data))
    except PatternError:
        return
    Extractor(rules=RuleSet([made])).extract(LABELLED)
    Extractor(rules=DEFAULT_RULES.before("quote-cue-source", made)).extract(LABELLED)


def languages(data: bytes) -> None:
    """A folder of word lists is a language, or a ``LanguageError``."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("words.txt", "table.tsv"):
            Path(folder, name).write_bytes(data)
            brought_language.cache_clear()
            with contextlib.suppress(LanguageError):
                load_language(folder)


def drafts(data: bytes) -> None:
    """A draft is held against any source; the spans are exact on both sides."""
    draft, _, source = as_text(data).partition(BETWEEN)
    for check in verify(draft, {"a": source}, claims=True):
        for text, spans in ((draft, check.spans), (source, check.source_spans)):
            assert all(text[span.start : span.end] == span.text for span in spans), check
        assert check.status is check.findings[0], check


def as_text(data: bytes) -> str:
    """Bytes as a ``str`` that may hold anything, halves of characters too."""
    return data.decode("utf-8", "surrogateescape")


TARGETS: dict[str, Callable[[bytes], None]] = {
    each.__name__: each for each in (texts, documents, articles, gold, templates, languages, drafts)
}


def seeds(target: str) -> Iterator[bytes]:
    """The inputs to begin with: files in ``seeds/``, and what the package writes of those texts."""
    folder = SEEDS / target
    if folder.is_dir():
        yield from (path.read_bytes() for path in sorted(folder.iterdir()))
        return
    for path in sorted((SEEDS / "texts").iterdir()):
        document = extract(path.read_bytes().decode("utf-8"))
        if target == "articles":
            yield f"{document.text}{BETWEEN}{document.to_brat()}".encode()
        else:
            yield document.to_json().encode()
