"""The ``newsclaims verify`` command. Only click is imported before it runs."""

from __future__ import annotations

import itertools
import json as json_format
import shutil
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from newsclaims.cli.articles import FOLDER_ENDINGS, Article, articles_of, shown
from newsclaims.cli.options import FILE, Reading, configured, reading
from newsclaims.cli.outputs import Failures, files_to_read, opened, same_file
from newsclaims.cli.tables import printable

if TYPE_CHECKING:
    from newsclaims.checking.results import Check, Checks
    from newsclaims.model import Document

MARGIN = 15  # columns for the status
WIDEST = 120
WRONG = 2  # the exit status for what cannot be read, as for wrong options


def table(checks: Checks, file: str, text: str) -> Iterator[str]:
    """For reading: the status and the words of each quote, below them who, where, and what differs."""
    width = min(WIDEST, shutil.get_terminal_size((80, 24)).columns)
    for check in checks:
        first, *rest = _wrapped(check.text, width) or [""]
        yield f"{check.status.value:{MARGIN}}{first}\n"
        for line in (*rest, *(part for note in _notes(check) for part in _wrapped(f"- {note}", width))):
            yield f"{'':{MARGIN}}{line}\n"
    if checks.unchecked:
        yield f"{len(checks.unchecked)} without words in quotation marks\n"


def json(checks: Checks, file: str, text: str) -> Iterator[str]:
    """A list with an object for each quote."""
    yield json_format.dumps(checks.to_records(), ensure_ascii=False, indent=2).encode("utf-8", "replace").decode("utf-8") + "\n"


def github(checks: Checks, file: str, text: str) -> Iterator[str]:
    """A workflow command for each quote that does not hold, which GitHub shows beside its line."""
    for check in checks:
        if not check.holds:
            line, column = _place(text, check.spans[0].start)
            where = ",".join(
                f"{name}={_escaped(str(value), inside=True)}"
                for name, value in (("file", file), ("line", line), ("col", column), ("title", f"Quote {check.status.value}"))
            )
            yield f"::error {where}::{_escaped('; '.join((check.text, *_notes(check))))}\n"


def html(checks: Checks, file: str, text: str) -> Iterator[str]:
    """A page with each quote beside its source."""
    yield checks.to_html()


FORMATS: Mapping[str, Callable[[Checks, str, str], Iterator[str]]] = {"table": table, "json": json, "github": github, "html": html}


def _notes(check: Check) -> Iterator[str]:
    from newsclaims.formats.html.checks import NOBODY

    who = NOBODY if check.speaker is None else check.speaker.name
    if check.source_id is None:
        yield f"{who}; in no source"
        return
    there = NOBODY if check.source_speaker is None else check.source_speaker.name
    yield f"{who}; {check.source_id}: {there}"
    for change in check.changes:
        sense = f" ({', '.join(kind.value for kind in change.sense)})" if change.sense else ""
        yield f"{change.before or 'nothing'} -> {change.after or 'nothing'}{sense}"
    if check.folds:
        yield f"not counted: {', '.join(fold.value for fold in check.folds)}"


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(printable(" ".join(text.split())), max(20, width - MARGIN))


def _place(text: str, at: int) -> tuple[int, int]:
    """The line and column of a character, from 1."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _escaped(words: str, *, inside: bool = False) -> str:
    """The words as a workflow command takes them; what else could steer a terminal is left out."""
    escaped = words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return printable(escaped.replace(":", "%3A").replace(",", "%2C") if inside else escaped)


def _without(draft: str, files: Sequence[str], named: set[str]) -> list[str]:
    """The sources without the draft, which may stand in a folder of them.

    Raises:
        click.UsageError: the draft is named as a source, or there is no other.
    """
    others = [file for file in files if not same_file(file, draft)]
    if len(others) < len(files) and any(same_file(name, draft) for name in named):
        raise click.UsageError(f"the draft {shown(draft)} is one of the sources: everything in it would be found")
    if files and not others:
        raise click.UsageError("there is no source beside the draft")
    return others


@click.command()
@click.argument("draft", type=FILE, metavar="DRAFT")
@click.argument("more", nargs=-1, type=FILE, metavar="--against SOURCE...")
@click.option(
    "--against", multiple=True, required=True, type=FILE, metavar="SOURCE", help="A source, or a folder of them; others may follow it."
)
@click.option("--claims", is_flag=True, help="Hold the numbers of the draft's claims against the sources too.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="table", show_default=True, help="How to write it.")
@click.option("-o", "--output", metavar="OUT", help="Write to this file instead of standard output.")
@reading
@click.pass_context
def verify(
    ctx: click.Context,
    draft: str,
    more: tuple[str, ...],
    against: tuple[str, ...],
    claims: bool,
    form: str,
    output: str | None,
    reading: Reading,
) -> None:
    """Hold the quotes of a draft against sources, word by word, and who says them.

    Sources are articles, transcripts or statements: text, web pages or JSON lines. A quote is found, abridged (with an ellipsis or
    bracket), joined of several places, cut, changed, somebody else's, or absent. "github" writes errors that GitHub shows beside the
    lines of the draft.

    The exit status is 0 where every quote is found or abridged, 1 where one is not, and 2 where the draft or a source cannot be read.
    """
    from newsclaims import Sources
    from newsclaims import verify as verified

    extractor = configured(reading.setup)
    failures = Failures(quiet=reading.quiet)
    endings = FOLDER_ENDINGS[reading.kind]
    files = files_to_read((draft,), endings, output, failures) and files_to_read((*against, *more), endings, output, failures)
    articles = list(itertools.islice(articles_of([draft], reading, failures.add, show_progress=False), 2))
    if len(articles) > 1:
        raise click.UsageError(f"{shown(draft)} holds several articles: a draft is one")
    others = _without(draft, files, {*against, *more})
    sources = {each.id or "": _as_given(each) for each in articles_of(others, reading, failures.add, show_progress=not reading.quiet)}
    if failures.files or not articles:
        ctx.exit(WRONG)
    checks = verified(_as_given(articles[0]), Sources(sources, extractor=extractor), extractor=extractor, claims=claims)
    with opened(output) as out:
        for piece in FORMATS[form](checks, draft, articles[0].text):
            out.write(piece)
    ctx.exit(0 if checks.holds else 1)


def _as_given(item: Article | Document) -> str | Document:
    """A text to read, or the document that it was read into."""
    return item.text if isinstance(item, Article) else item
