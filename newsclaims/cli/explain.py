"""The ``newsclaims explain`` command. Only click is imported before it runs."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from newsclaims.cli.articles import articles_of
from newsclaims.cli.options import FILE, Reading, configured, reading
from newsclaims.cli.outputs import Failures, opened, refuse_inputs
from newsclaims.cli.tables import printable

if TYPE_CHECKING:
    from newsclaims.explanation import Explained, Explanation
    from newsclaims.language import Language
    from newsclaims.model import Quote
    from newsclaims.spans import Span

WORD_WIDTH, CLASS_WIDTH = 20, 16  # characters


@click.command()
@click.argument("file", type=FILE, metavar="FILE")
@click.option("--claims", "pieces", is_flag=True, help="Show instead what was weighed as a claim, and why it is one or not.")
@click.option("--classes", is_flag=True, help="Show instead each word with its class, and the step that decided where it could be of two.")
@click.option("--quote", type=click.IntRange(min=0), metavar="N", help="Only what became the quote of that index (from 0).")
@click.option("--at", type=click.IntRange(min=0), metavar="OFFSET", help="Only what stands at that character of the text.")
@reading
@click.pass_context
def explain(ctx: click.Context, file: str, pieces: bool, classes: bool, quote: int | None, at: int | None, reading: Reading) -> None:
    """Show for each quotation, cue and source which rules were tried and why they did or did not fire.

    FILE is a text or a web page; of several articles in one file the first is shown.
    """
    if pieces and classes:
        raise click.UsageError("--claims and --classes are two different things to show: give one of them")
    refuse_inputs([file], None)
    extractor = configured(reading.setup)
    article = next(articles_of([file], reading, Failures().add, show_progress=False), None)
    if article is None:
        ctx.exit(1)
    if classes:
        lines: Iterator[str] = _word_classes(article.text, extractor.language)
    else:
        explanation = extractor.explain(article.text)
        lines = iter(("\n".join(map(str, _wanted(explanation, pieces, quote, at))) or "nothing is there to explain").split("\n"))
    with opened(None) as out:
        out.writelines(f"{printable(line)}\n" for line in lines)


def _parts(quote: Quote) -> Iterator[Span]:
    yield from quote.contents
    if quote.source is not None:
        yield quote.source
    if quote.cue is not None:
        yield quote.cue.span


def _wanted(explanation: Explanation, pieces: bool, quote: int | None, at: int | None) -> Iterator[Explained]:
    """What is to be shown.

    Raises:
        click.UsageError: there is no such quote.
    """
    items: Sequence[Explained] = explanation.pieces if pieces else explanation.printed()
    quotes = explanation.document.quotes
    if quote is not None and quote >= len(quotes):
        raise click.UsageError(f"there is no quote {quote}; the last is {len(quotes) - 1}" if quotes else "there are no quotes")
    parts = [] if quote is None else list(_parts(quotes[quote]))
    for item in items:
        if quote is not None and not any(part.overlaps(item.span) for part in parts):
            continue
        if at is None or item.span.start <= at < item.span.end:
            yield item


def _word_classes(text: str, language: Language) -> Iterator[str]:
    """A word a line with its class, an empty line between sentences."""
    from newsclaims.finders import finders
    from newsclaims.grammar.shapes import Steps
    from newsclaims.grammar.word_classes import class_names

    names = class_names()
    steps: Steps = {}
    layers, _ = finders(language).layers(text, steps)
    for number, (first, stop) in enumerate(itertools.pairwise(layers.tokens.sentence_starts)):
        if number:
            yield ""
        for k in range(first, stop):
            kind, step = steps.get(k, ("", ""))
            decided = f"{names[kind]}: {step}" if step else ""
            yield f"{layers.tokens.words[k]:<{WORD_WIDTH}} {names[layers.shape[k]]:<{CLASS_WIDTH}} {decided}".rstrip()
