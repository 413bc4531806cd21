"""Going on with a run that was ended before its time. Each whole line of its output is a document that is done."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator

from newsclaims.cli.articles import Article, shown
from newsclaims.errors import ResumeError

BLOCK = 1 << 16  # bytes


def cut_last_line(output: str) -> None:
    """Cuts off a last line that has no end: it was being written when the run ended. A file that is not there is begun.

    Raises:
        OSError: the file cannot be read or changed.
    """
    with open(output, "ab+") as handle:
        end = handle.seek(0, os.SEEK_END)
        while end > 0:
            start = max(0, end - BLOCK)
            handle.seek(start)
            found = handle.read(end - start).rfind(b"\n")
            if found >= 0:
                end = start + found + 1
                break
            end = start
        handle.truncate(end)


def remaining(articles: Iterable[Article], output: str) -> Iterator[Article]:
    """The articles of which the output has no document yet.

    Raises:
        ResumeError: a document there is not that of the article in its place.
    """
    articles = iter(articles)
    with open(output, "rb") as handle:
        for number, line in enumerate(handle, 1):
            article = next(articles, None)
            if article is None or _written(line) != (article.id, article.text):
                raise ResumeError(shown(output), number)
    yield from articles


def _written(line: bytes) -> tuple[object, object] | None:
    try:
        document = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return (document.get("id"), document.get("text")) if isinstance(document, dict) else None
