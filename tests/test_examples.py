"""The articles and programs in examples/ give what they promise."""

from __future__ import annotations

import functools
import itertools
import runpy
from pathlib import Path

import pytest

from newsclaims import Document, Quote, QuoteKind, extract

ROOT = Path(__file__).parent.parent
ARTICLES = sorted((ROOT / "examples").glob("*.txt"))
PROGRAMS = sorted((ROOT / "examples").glob("*.py"))
CASES = ROOT / "tests" / "cases"


def drawn(name: str) -> list[tuple[str, str]]:
    """The article and the line of each expected quote in a file of cases."""
    article, cases = "", []
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            article = line.removeprefix("== ")
        elif line and not line.startswith("#"):
            cases.append((article, line))
    return cases


@functools.cache
def document(article: str) -> Document:
    return extract((ROOT / "examples" / f"{article}.txt").read_bytes().decode("utf-8"))


def as_line(quote: Quote) -> str:
    source = "-" if quote.source is None else quote.source.text
    cue = "-" if quote.cue is None else quote.cue.span.text
    return " | ".join((quote.kind.value, source, cue, " ... ".join(span.text for span in quote.contents)))


@pytest.mark.parametrize("article, line", drawn("examples.txt"))
def test_what_is_said_in_an_article_is_found(article: str, line: str) -> None:
    assert line in [as_line(quote) for quote in document(article).quotes]


@pytest.mark.xfail(strict=True, reason="not yet found")
@pytest.mark.parametrize("article, line", drawn("examples_known_failures.txt"))
def test_known_failures(article: str, line: str) -> None:
    assert line in [as_line(quote) for quote in document(article).quotes]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_as_long_as_articles_are(path: Path) -> None:
    assert 250 <= len(path.read_text(encoding="utf-8").split()) <= 450


@pytest.mark.parametrize("article", [path.stem for path in ARTICLES])
def test_every_quotation_is_a_quote_or_says_why_not(article: str) -> None:
    found = document(article)
    said = [span for quote in found.quotes for span in quote.contents]
    for quotation in found.quotations:
        assert quotation.reason or all(any(span.covers(inner) for span in said) for inner in quotation.contents), quotation


@pytest.mark.parametrize("article", [path.stem for path in ARTICLES])
def test_no_quotation_is_given_to_two(article: str) -> None:
    quotes = [quote for quote in document(article).quotes if quote.kind is not QuoteKind.INDIRECT and quote.within is None]
    spans = sorted(span for quote in quotes for span in quote.contents)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_a_program_runs_and_prints_what_it_says(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(path), run_name="__main__")
    promised = [line.removeprefix("#   ") for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#   ")]
    assert promised
    assert capsys.readouterr().out.splitlines() == promised
