"""Where the command line writes: results, and what went wrong."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from typing import TextIO, cast

import click

from newsclaims.cli.articles import files_of, shown

STDOUT = 1  # the file descriptor


class Failures:
    """Names on standard error what cannot be read, and keeps the names of the files; with ``fast`` the first ends the command."""

    def __init__(self, *, fast: bool = False) -> None:
        self.files: list[str] = []
        self.fast = fast

    def add(self, file: str, problem: str) -> None:
        """A file, or a line of it, is left out."""
        from tqdm import tqdm

        self.files.append(file)
        tqdm.write(f"newsclaims: {shown(file)}: {problem}", file=sys.stderr)  # does not cut through a progress bar
        if self.fast:
            raise click.exceptions.Exit(1)


@contextlib.contextmanager
def opened(output: str | None, *, append: bool = False) -> Iterator[TextIO]:
    """Where results go, always in UTF-8. Its end flushes, so that a closed pipe shows there and not later."""
    where, mode = STDOUT if output is None else output, "a" if append else "w"
    with named_errors(output):
        out = open(where, mode, encoding="utf-8", errors="replace", newline="\n", closefd=output is not None)  # noqa: SIM115 - closed below
    with cast(TextIO, out):
        yield cast(TextIO, out)


def show(text: str) -> None:
    """Writes a whole text to standard output."""
    with opened(None) as out:
        out.write(text)


def write_file(path: str, content: str) -> None:
    """Writes a whole text to a file, or says why it cannot."""
    with opened(path) as out:
        out.write(content)


@contextlib.contextmanager
def named_errors(output: str | None) -> Iterator[None]:
    """Says which output it is that cannot be written."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.ClickException(f"{shown(output or 'standard output')}: {error.strerror or error}") from None


def files_to_read(names: Sequence[str], ending: str, output: str | None, failures: Failures) -> tuple[str, ...]:
    """The files that are named or stand in the folders that are, for a command that writes to ``output``, which is none of them.

    Raises:
        click.UsageError: the output is one of the files to read, or the folder of one.
    """
    files = files_of(names, ending, failures.add)
    if output is None:
        return files
    for file in files:
        if same_file(file, output):
            raise click.UsageError(f"the output {shown(output)} is one of the files to read")
        if same_file(os.path.dirname(file) or ".", output):
            raise click.UsageError(f"the folder {shown(output)} holds one of the files to read")
    return files


def same_file(one: str, other: str) -> bool:
    """Whether two names lead to one file; standard input ("-") is one of its own."""
    if "-" in (one, other):
        return one == other
    with contextlib.suppress(OSError):
        return os.path.samefile(one, other)
    return False
