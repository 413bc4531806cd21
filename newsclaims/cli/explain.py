"""The ``newsclaims explain`` command. Only click is imported before it runs."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import click

from newsclaims.cli.articles import read_text
from newsclaims.cli.outputs import Failures, opened, refuse_inputs
from newsclaims.cli.tables import printable

WORD_WIDTH, CLASS_WIDTH = 20, 16  # characters


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--claims", "pieces", is_flag=True, help="Show instead what was weighed as a claim, and why it is one or not.")
@click.option("--classes", is_flag=True, help="Show instead each word with its class, and the step that decided where it could be of two.")
@click.pass_context
def explain(ctx: click.Context, file: str, pieces: bool, classes: bool) -> None:
    """Show for each quotation, cue and source which rules were tried and why they did or did not fire."""
    if pieces and classes:
        raise click.UsageError("--claims and --classes are two different things to show: give one of them")
    refuse_inputs([file], None)
    text = read_text(file, Failures().add)
    if text is None:
        ctx.exit(1)
    with opened(None) as out:
        for line in _word_classes(text) if classes else _rules_tried(text, pieces=pieces):
            out.write(f"{printable(line)}\n")


def _rules_tried(text: str, *, pieces: bool) -> list[str]:
    from newsclaims import Extractor

    explanation = Extractor().explain(text)
    shown = "\n".join(map(str, explanation.pieces)) if pieces else str(explanation)
    return shown.split("\n")


def _word_classes(text: str) -> Iterator[str]:
    """A word a line with its class, an empty line between sentences."""
    from newsclaims.finders import finders
    from newsclaims.grammar.shapes import Steps
    from newsclaims.grammar.word_classes import class_names
    from newsclaims.language import load_language

    names = class_names()
    steps: Steps = {}
    layers, _ = finders(load_language("en")).layers(text, steps)
    for number, (first, stop) in enumerate(itertools.pairwise(layers.tokens.sentence_starts)):
        if number:
            yield ""
        for k in range(first, stop):
            kind, step = steps.get(k, ("", ""))
            decided = f"{names[kind]}: {step}" if step else ""
            yield f"{layers.tokens.words[k]:<{WORD_WIDTH}} {names[layers.shape[k]]:<{CLASS_WIDTH}} {decided}".rstrip()
