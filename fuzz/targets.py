"""What is fuzzed: functions of bytes that may raise nothing but the errors the documentation names.

Each reads one input from outside and then holds what must always hold against what came of it.
"""

from __future__ import annotations

import contextlib
import functools
import importlib.util
import itertools
import math
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from newsclaims import DEFAULT_RULES, Document, Extractor, PatternRule, RuleSet, Span, extract, mask, verify
from newsclaims.claims import cluster
from newsclaims.errors import ConfigError, GoldError, LanguageError, PageError, PatternError, SchemaError
from newsclaims.evaluation import evaluate, read_gold
from newsclaims.evaluation.brat import parse_brat
from newsclaims.language import Language, brought_language, load_language

ENGLISH = load_language("en")
LISTS = {*(f"{name}.txt" for name in ENGLISH.lists), *(f"{name}.tsv" for name in ENGLISH.tables)}
ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?")
SEEDS = Path(__file__).parent / "seeds"
BETWEEN = "\n\0\n"
"""Stands between the text and the annotations of an article."""
TOLD = (
    "ORREL, March 3rd — “It rained all day,” said Sen. Orla Vane, who used the phrase “dry port” last summer. The mayor, 46, told "
    "reporters that 300 jobs, about $5m or ½ of them, had not been lost since 9/11. According to Ivo Karr, they were. Photo: A. Lee"
)
"""Has something for most word lists."""
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
    path = workshop() / ("gold.jsonl" if data[:1] < b"m" else "gold.json")
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
    """A folder of word lists is a language, or a ``LanguageError``; with the other lists of English it is used.

    The first line names the file.
    """
    head, _, content = data.partition(b"\n")
    name = head.decode("ascii", "replace")
    names = (name,) if name in LISTS else ("words.txt", "table.tsv")
    folder = workshop() / "language"
    folder.mkdir(exist_ok=True)
    for each in names:
        (folder / each).write_bytes(content if name in LISTS else data)
    brought_language.cache_clear()
    try:
        read = load_language(str(folder))
    except LanguageError:
        return
    finally:
        for each in names:  # the folder is that of the next input too
            (folder / each).unlink()
    language = Language("fuzzed", {**ENGLISH.lists, **read.lists}, {**ENGLISH.tables, **read.tables})
    document = Extractor(language).extract(TOLD)
    assert Document.from_json(document.to_json()) == document
    for kind, found in (("lists", read.lists), ("tables", read.tables)):  # what a folder may hold, a caller may add
        extended = ENGLISH.extend(**{each: found[each] for each in found if each in getattr(ENGLISH, kind)})
        assert all(set(words) <= set(getattr(extended, kind)[each]) for each, words in found.items() if each in getattr(ENGLISH, kind))


def claims(data: bytes) -> None:
    """The claims of any text, on any day, have exact spans, ISO dates and numbers; clusters and pages are made of them."""
    day, _, rest = data.partition(b"\n")
    text = as_text(rest)
    document = Extractor().extract(text, metadata={"date": as_text(day)})
    for claim in document.claims:
        for span in (claim.span, *(quantity.span for quantity in claim.quantities), *(date.span for date in claim.dates)):
            assert text[span.start : span.end] == span.text, span
            assert span.text.strip(), span
        assert 0 <= claim.check_worthiness <= 1, claim
        assert all(date.iso is None or ISO.fullmatch(date.iso) for date in claim.dates), claim.dates
        assert all(math.isfinite(quantity.value) for quantity in claim.quantities if quantity.value is not None), claim.quantities
    assert all(quote.text.strip() for quote in document.quotes), document.quotes
    assert all(content.text for quotation in document.quotations for content in quotation.contents), document.quotations
    cluster([document, document], what="claims")
    assert "<" not in document.to_claim_review_json(at_least=0)
    document.to_html()


def drafts(data: bytes) -> None:
    """A draft is held against any source; the spans are exact on both sides."""
    draft, _, source = as_text(data).partition(BETWEEN)
    for check in verify(draft, {"a": source}, claims=True):
        for text, spans in ((draft, check.spans), (source, check.source_spans)):
            assert all(text[span.start : span.end] == span.text for span in spans), check
        assert check.status is check.findings[0], check


def masks(data: bytes) -> None:
    """Any text comes back from its mask; of any rewritten text every stretch is put back letter for letter, or told to be lost."""
    text, _, rewritten = as_text(data).partition(BETWEEN)
    masked = mask(text)
    assert masked.restore(masked.text).text == text
    for stretch in masked.stretches:
        assert text[stretch.span.start : stretch.span.end] == stretch.span.text, stretch
        assert masked.text[stretch.masked.start : stretch.masked.end] == stretch.placeholder, stretch
        assert masked.to_original(stretch.masked.start) == stretch.span.start, stretch
        assert masked.to_masked(stretch.span.start) == stretch.masked.start, stretch
    restored = masked.restore(rewritten)
    for stretch, span in restored.spans:
        assert restored.text[span.start : span.end] == span.text == stretch.span.text, stretch
    there = {stretch.placeholder for stretch, _ in restored.spans}
    assert {stretch.placeholder for stretch in restored.lost} == {stretch.placeholder for stretch in masked.stretches} - there


HOUSE_RULES = """
from newsclaims import rule


@rule("gate-sign")
def gate_sign(layers, quotation):
    return "no gate"
"""


def configurations(data: bytes) -> None:
    """A file is an extractor, or a ``ConfigError`` that names it."""
    path, rules = workshop() / "newsclaims.toml", workshop() / "house_rules.py"
    path.write_bytes(data)
    if not rules.exists():
        rules.write_text(HOUSE_RULES, encoding="utf-8")
    try:
        extractor = Extractor.from_config(path)
    except ConfigError as error:
        assert str(path) in str(error), error  # noqa: PT017 - no test of pytest's
        return
    document = extractor.extract(TOLD)
    assert Document.from_json(document.to_json()) == document


def pages(data: bytes) -> None:
    """A page is an article, or a ``PageError``; what was taken for text is read like any other."""
    from newsclaims.integrations.html import article

    try:
        found = article(data)
    except PageError:
        return
    document = extract(found)
    assert document.text == found.text
    assert Document.from_json(document.to_json()) == document


def workshop() -> Path:
    """A folder for inputs that are files, the same for all: to make one and take it away takes longer than most inputs."""
    return Path(_folder().name)


@functools.cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="newsclaims-fuzz-")  # taken away when the process ends


def as_text(data: bytes) -> str:
    """Bytes as a ``str`` that may hold anything, halves of characters too."""
    return data.decode("utf-8", "surrogateescape")


TARGETS: dict[str, Callable[[bytes], None]] = {
    each.__name__: each for each in (texts, documents, articles, gold, templates, languages, claims, drafts, masks, configurations)
}
if importlib.util.find_spec("trafilatura") is not None:
    TARGETS["pages"] = pages
VALUED = ("documents", "gold")
"""Read JSON, so that values are changed rather than words."""


def seeds(target: str) -> Iterator[bytes]:
    """The inputs to begin with: files in ``seeds/``, and what the package writes of those texts."""
    folder = SEEDS / target
    if folder.is_dir():
        yield from (path.read_bytes() for path in sorted(folder.iterdir()))
        return
    for path in sorted((SEEDS / "texts").iterdir()):
        document = extract(path.read_bytes().decode("utf-8"))
        if target == "claims":
            yield f"2024-05-01\n{document.text}".encode()
        elif target == "articles":
            yield f"{document.text}{BETWEEN}{document.to_brat()}".encode()
        else:
            yield document.to_json().encode()
