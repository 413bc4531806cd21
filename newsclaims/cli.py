"""The ``newsclaims`` command. Only click is imported before a command runs."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TextIO

import click

from newsclaims.evaluation.command import evaluate
from newsclaims.formats import FORMATS, printable

if TYPE_CHECKING:
    from newsclaims.model import Document

STDIN, STDOUT = 0, 1  # file descriptors
INTERRUPTED = 130  # what a shell reports for a command ended by Ctrl-C
PIPE_CLOSED = 141  # and for one whose reader has gone


class QuietGroup(click.Group):
    """Ends without a message on Ctrl-C and when whoever reads the output has gone (``newsclaims ... | head``)."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: D102 - as in click
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            ctx.exit(PIPE_CLOSED)


@click.group(cls=QuietGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsclaims")
def main() -> None:
    """What was said in news articles, and by whom.

    Files are UTF-8 text; "-" is standard input. Offsets count the characters of the file as it is, line ends unchanged,
    after a byte order mark if there is one.
    """


@main.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="table", show_default=True, help="How to write it.")
@click.option("-o", "--output", metavar="OUT", help="Write to this file instead of standard output.")
@click.pass_context
def extract(ctx: click.Context, files: tuple[str, ...], form: str, output: str | None) -> None:
    """Find the quotes of articles and who said them.

    "table" is for reading. "json" is one list with a document for each file, "jsonl" one document a line. A file that
    cannot be read is named on standard error and left out; the exit status is then 1.
    """
    failed: list[str] = []
    with _opened(output, files) as out:
        for piece in FORMATS[form](_documents(files, failed, show_progress=output is not None or not sys.stdout.isatty())):
            out.write(piece)
    ctx.exit(1 if failed else 0)


@main.command()
@click.argument("file", metavar="FILE")
@click.pass_context
def explain(ctx: click.Context, file: str) -> None:
    """Show for each quotation, cue and source which rules were tried and why they did or did not fire."""
    from newsclaims import Extractor

    text = _read(file)
    if text is None:
        ctx.exit(1)
    with _opened(None) as out:
        for line in str(Extractor().explain(text)).split("\n"):
            out.write(f"{printable(line)}\n")


@main.command()
def rules() -> None:
    """List the rules in the order in which they are tried."""
    from newsclaims import DEFAULT_RULES

    width = max(map(len, DEFAULT_RULES.names))
    with _opened(None) as out:
        for rule in DEFAULT_RULES:
            out.write(f"{rule.name:{width}}  {rule.doc}\n")


@main.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("-o", "--output", metavar="OUT", help="Write to this file instead of standard output.")
@click.pass_context
def audit(ctx: click.Context, files: tuple[str, ...], output: str | None) -> None:
    """Count whom articles quote: quotes, words, shares, kind, role, gender evidence of each speaker, as CSV.

    Speakers are joined over files where the texts make it sure. A file that cannot be read is named on standard error and
    left out; the exit status is then 1.
    """
    from newsclaims.auditing import audit as audited

    failed: list[str] = []
    with _opened(output, files) as out:
        out.write(audited(_documents(files, failed, show_progress=True)).to_csv())
    ctx.exit(1 if failed else 0)


main.add_command(evaluate)


def _documents(files: Sequence[str], failed: list[str], *, show_progress: bool) -> Iterator[Document]:
    """A document for each file that can be read; the names of the others are put into ``failed``."""
    from newsclaims import Extractor

    extractor = Extractor()
    for file in _progress(files) if show_progress else files:
        text = _read(file)
        if text is None:
            failed.append(file)
        else:
            yield extractor.extract(text, id=file)


def _progress(files: Sequence[str]) -> Iterator[str]:
    """A bar on standard error where there are many files and somebody looks on."""
    from tqdm import tqdm

    yield from tqdm(files, unit="file", disable=len(files) < 2 or not sys.stderr.isatty(), leave=False)


def _read(file: str) -> str | None:
    """The text of a file; where it cannot be read, ``None`` after a line on standard error that says why."""
    try:
        with open(STDIN if file == "-" else file, "rb", closefd=file != "-") as handle:
            return handle.read().decode("utf-8").removeprefix("\ufeff")  # a byte order mark is no character of the text
    except OSError as error:
        problem = error.strerror or str(error)
    except UnicodeDecodeError as error:
        problem = f"not UTF-8: byte {error.start} is 0x{error.object[error.start]:02x}"
    _complain(f"newsclaims: {_shown('standard input' if file == '-' else file)}: {problem}")
    return None


def _complain(line: str) -> None:
    """Writes a line on standard error without cutting through a progress bar."""
    from tqdm import tqdm

    tqdm.write(line, file=sys.stderr)


def _shown(file: str) -> str:
    """The name of a file on one line, whatever is in it."""
    return file if file.isprintable() else ascii(file)


@contextlib.contextmanager
def _opened(output: str | None, inputs: Sequence[str] = ()) -> Iterator[TextIO]:
    """Where results go, always in UTF-8. Its end flushes, so that a closed pipe shows there and not later."""
    if output is not None and any(_same_file(file, output) for file in inputs):
        raise click.UsageError(f"the output {_shown(output)} is one of the files to read")
    where = STDOUT if output is None else output
    try:
        out = open(where, "w", encoding="utf-8", errors="replace", newline="\n", closefd=output is not None)  # noqa: SIM115 - closed below
    except OSError as error:
        raise click.ClickException(f"{_shown(output or 'standard output')}: {error.strerror}") from None
    with out:
        yield out


def _same_file(one: str, other: str) -> bool:
    with contextlib.suppress(OSError):
        return os.path.samefile(one, other)
    return False
