"""Going on with a run that was ended before its time. Each whole line of its output is a document that is done."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

import click

from newsclaims.cli.articles import Article, shown
from newsclaims.cli.outputs import Output, closing, named_errors
from newsclaims.errors import ResumeError

if TYPE_CHECKING:
    from newsclaims.model import Document


@contextlib.contextmanager
def gone_on_with(output: str, articles: Iterable[Article | Document]) -> Iterator[tuple[Output, Iterator[Article | Document]]]:
    """An output to go on writing at its end, and the articles of which it has no document yet. A file that is not there is begun.

    What the file holds is compared first; nothing in it is changed unless it is the documents of these articles. Two runs do not
    write to it at once.

    Raises:
        click.ClickException: the file cannot be read or changed, or another run writes to it.
        ResumeError: a document there is not that of the article in its place.
    """
    with named_errors(output):
        handle = open(output, "ab+")  # noqa: SIM115 - closed in closing
    with closing(handle, output) as out:
        _lock(handle, output)
        yield out, remaining(articles, handle, output)


def remaining(articles: Iterable[Article | Document], handle: BinaryIO, output: str) -> Iterator[Article | Document]:
    """The articles of which the output has no document yet; a last line that was being written when the run ended is cut off.

    Raises:
        OSError: the file cannot be read or changed.
        ResumeError: a document there is not that of the article in its place.
    """
    articles = iter(articles)
    handle.seek(0)
    done = 0
    for number, line in enumerate(handle, 1):
        article = next(articles, None)
        whole = line.endswith(b"\n")
        if article is None or not (_written(line) == (article.id, article.text) if whole else _begins(line, article)):
            raise ResumeError(shown(output), number)
        if not whole:
            articles = itertools.chain([article], articles)
            break
        done += len(line)
    if os.fstat(handle.fileno()).st_size > done:
        handle.truncate(done)
    handle.seek(0, os.SEEK_END)
    return articles


def _written(line: bytes) -> tuple[object, object] | None:
    try:
        document = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return (document.get("id"), document.get("text")) if isinstance(document, dict) else None


def _begins(line: bytes, article: Article | Document) -> bool:
    """Whether a line without an end is the beginning of an article's document, as far as text and id say it."""
    from newsclaims.model import Document

    head = Document(article.text, id=article.id).to_json().partition('"metadata"')[0].encode("utf-8", "replace")
    return line.startswith(head) or head.startswith(line)


def _lock(handle: BinaryIO, output: str) -> None:
    """Keeps other runs away from a file for as long as it is open; Windows has no such locks."""
    with contextlib.suppress(ImportError):
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if isinstance(error, BlockingIOError):
                raise click.ClickException(f"{shown(output)}: another run is writing to it") from None
