"""Where the command line writes: results, and what went wrong."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

import click

from newsclaims.cli.articles import STDIN, STDOUT, files_of, is_terminal, shown

if TYPE_CHECKING:
    from newsclaims.model import Document

AS_THEY_ARE = ("/dev/", "/proc/")  # devices and descriptors have no other file put in their place
STEERING = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\r\t"}
"""What could steer a terminal."""


class Failures:
    """Names on standard error what cannot be read, and keeps the names of the files; with ``fast`` the first ends the command.

    Unless it is ``quiet``, warnings stand there too, and at the end how much was read.
    """

    def __init__(self, *, fast: bool = False, quiet: bool = False) -> None:
        self.files: list[str] = []
        self.fast = fast
        self.quiet = quiet
        self.documents = self.quotes = 0
        self._begun = time.monotonic()

    def add(self, file: str, problem: str) -> None:
        """A file, or a line of it, is left out."""
        self.files.append(file)
        self._tell(f"{shown(file)}: {problem}")
        if self.fast:
            raise click.exceptions.Exit(1)

    def counted(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The same documents, counted, and their warnings told."""
        for document in documents:
            self.documents += 1
            self.quotes += len(document.quotes)
            for warning in () if self.quiet else document.warnings:
                self._tell(f"{shown(document.id or '')}: warning: {warning}")
            yield document

    def close(self, output: str | None) -> None:
        """Says how much was read, where it went to a file or is more than one article."""
        if self.quiet or (output is None and self.documents < 2):
            return
        failed = f", {len(self.files):,} not read" if self.files else ""
        seconds = time.monotonic() - self._begun
        articles = f"{self.documents:,} article{'' if self.documents == 1 else 's'}"
        self._tell(f"{articles}, {self.quotes:,} quote{'' if self.quotes == 1 else 's'}{failed}, {seconds:.1f} s")

    @staticmethod
    def _tell(line: str) -> None:
        from tqdm import tqdm

        if sys.stderr is not None:
            tqdm.write(f"newsclaims: {line}", file=sys.stderr)  # does not cut through a progress bar


class Output:
    """Takes text for a file or descriptor, in UTF-8; says which it is that cannot be written. A terminal is not steered by the text."""

    def __init__(self, handle: BinaryIO, name: str | None) -> None:
        self._handle = handle
        self._name = name
        self._terminal = name is None and is_terminal(STDOUT)

    def write(self, text: str) -> None:
        """Writes a piece of text."""
        with named_errors(self._name):
            self._handle.write((text.translate(STEERING) if self._terminal else text).encode("utf-8", "replace"))

    def writelines(self, lines: Iterable[str]) -> None:
        """Writes pieces of text."""
        for line in lines:
            self.write(line)


@contextlib.contextmanager
def opened(output: str | None) -> Iterator[Output]:
    """Where results go. A file is there when all of it has been written, and not before: till then what was there stays.

    Raises:
        click.ClickException: it cannot be written.
    """
    with replaced(output) if output is not None else contextlib.nullcontext(STDOUT) as where:
        with named_errors(output):
            handle = open(where, "wb", closefd=output is not None)  # noqa: SIM115 - closed in closing
        with closing(handle, output) as out:
            yield out


@contextlib.contextmanager
def closing(handle: BinaryIO, name: str | None) -> Iterator[Output]:
    """An output that is closed at the end, which is where a full disk or a closed pipe may show only then."""
    try:
        yield Output(handle, name)
    except BaseException:
        with contextlib.suppress(OSError):
            handle.close()
        raise
    with named_errors(name):
        handle.close()


def is_written_as_it_is(output: str) -> bool:
    """Whether an output is a device, a pipe or a descriptor, in whose place no other file can be put."""
    with contextlib.suppress(OSError):
        return os.path.abspath(output).startswith(AS_THEY_ARE) or not stat.S_ISREG(os.stat(output).st_mode)
    return False


@contextlib.contextmanager
def replaced(output: str) -> Iterator[str]:
    """A new file to write, which takes the place of another once all is well: links are followed, and its mode stays.

    What no other file can be put in the place of is given as it is.

    Raises:
        click.ClickException: the file cannot be written, or its folder not.
    """
    if is_written_as_it_is(output):
        yield output
        return
    target = os.path.realpath(output)
    part = os.path.join(os.path.dirname(target), f".newsclaims-{secrets.token_hex(4)}.part")
    with named_errors(output):
        if os.path.exists(target):
            os.close(os.open(target, os.O_WRONLY))  # a file that may not be written is not to be replaced
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    try:
        yield part
        with named_errors(output):
            if os.path.exists(target):
                os.chmod(part, stat.S_IMODE(os.stat(target).st_mode))
            os.replace(part, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(part)
        raise


@contextlib.contextmanager
def filled(folder: str) -> Iterator[str]:
    """A new folder to fill, which takes the place of one that is not there or is empty; its files go into one that holds others.

    Raises:
        click.ClickException: it cannot be made or filled.
    """
    target = os.path.realpath(folder)
    part = os.path.join(os.path.dirname(target), f".newsclaims-{secrets.token_hex(4)}.part")
    with named_errors(folder):
        if os.path.exists(target):
            os.scandir(target).close()  # a file is no folder
        os.makedirs(part)
    try:
        yield part
        with named_errors(folder):
            if os.path.isdir(target) and os.listdir(target):
                for name in os.listdir(part):
                    os.replace(os.path.join(part, name), os.path.join(target, name))
            else:
                os.rename(part, target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


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
    except (OSError, ValueError) as error:  # a name with a NUL in it is a ValueError
        said = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise click.ClickException(f"{'standard output' if output is None else shown(output) or repr(output)}: {said}") from None


def files_to_read(names: Sequence[str], ending: str | tuple[str, ...], output: str | None, failures: Failures) -> tuple[str, ...]:
    """The files that are named or stand in the folders that are, for a command that writes to ``output``, which is none of them.

    Raises:
        click.UsageError: the output is one of the files to read, or the folder of one.
    """
    files = files_of(names, ending, failures.add)
    refuse_inputs(files, output)
    return files


def refuse_inputs(files: Iterable[str | None], output: str | None) -> None:
    """Stops where the output is one of the files to read, by whatever name, link or descriptor, or the folder of one.

    Raises:
        click.UsageError: it is.
    """
    target = STDOUT if output is None else output
    for file in files:
        if file is None:
            continue
        if same_file(file, target):
            raise click.UsageError(f"{'standard output' if output is None else f'the output {shown(output)}'} is one of the files to read")
        if output is not None and file != "-" and same_file(os.path.dirname(file) or ".", output):
            raise click.UsageError(f"the folder {shown(output)} holds one of the files to read")


def same_file(one: str | int, other: str | int) -> bool:
    """Whether two names or descriptors are one file or folder; a terminal or another device may be read and written."""
    if one == other == "-":
        return True
    with contextlib.suppress(OSError, ValueError):
        first, second = (os.stat(STDIN if each == "-" else each) for each in (one, other))
        return os.path.samestat(first, second) and (stat.S_ISREG(first.st_mode) or stat.S_ISDIR(first.st_mode))
    return False
