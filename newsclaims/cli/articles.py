"""What the command line reads: files of text, or JSON lines with an article in each."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO, NamedTuple

STDIN, STDOUT, STDERR = 0, 1, 2  # file descriptors
TEXT, JSON_LINES = ".txt", ".jsonl"  # how the files end that are read of a folder
HIDDEN = "."
MARK = "\ufeff"  # a byte order mark is no character of the text


class Article(NamedTuple):
    """A text to read; ``id`` tells it from others."""

    id: str
    text: str


Fail = Callable[[str, str], None]
"""Called with the name of a file and what is wrong with it or with a line of it."""


def files_of(names: Sequence[str], ending: str, fail: Fail) -> tuple[str, ...]:
    """The files that are named, and all with an ending (".txt") in the folders that are, however deep, in order of their names.

    What is hidden (".git") is passed over, and so are folders that are only linked to.
    """
    return tuple(itertools.chain.from_iterable(_in_folder(name, ending, fail) if os.path.isdir(name) else (name,) for name in names))


def _in_folder(folder: str, ending: str, fail: Fail) -> list[str]:
    found: list[str] = []

    def unreadable(error: OSError) -> None:
        fail(str(error.filename), error.strerror or str(error))

    for home, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(HIDDEN)]
        for name in files:
            if name.endswith(ending) and not name.startswith(HIDDEN):
                file = os.path.join(home, name)
                if os.path.isfile(file) or not os.path.exists(file):  # a link to nothing is named where it is read
                    found.append(file)
                else:
                    fail(file, "passed over: it is no regular file")
    if not found:
        fail(folder, f"no file in this folder ends in {ending}")
    return sorted(found)


def text_files(files: Sequence[str], fail: Fail, *, show_progress: bool) -> Iterator[Article]:
    """An article for each file that can be read; its id is the name of the file."""
    for file in _progress(files) if show_progress else files:
        text = read_text(file, fail)
        if text is not None:
            yield Article(file, text)


def json_lines(files: Sequence[str], fail: Fail, *, text_field: str, id_field: str, show_progress: bool) -> Iterator[Article]:
    """An article for each line of the files that is an object with a text.

    The id is a string or an integer; where a line has none, it is the name of the file with the number of the line.
    """
    with _Bytes(files, show=show_progress) as bar:
        for file in files:
            for number, line in enumerate(_lines(file, fail), 1):
                bar.update(len(line))
                if line.strip():
                    try:
                        yield _article(line, f"{shown(file)}:{number}", text_field, id_field)
                    except ValueError as error:
                        fail(file, f"line {number}: {error}")


def read_text(file: str, fail: Fail) -> str | None:
    """The text of a file, "-" for standard input; ``None`` where it cannot be read."""
    try:
        with _opened(file) as handle:
            return handle.read().decode("utf-8").removeprefix(MARK)
    except OSError as error:
        fail(file, error.strerror or str(error))
    except UnicodeDecodeError as error:
        fail(file, _not_utf8(error))
    return None


def shown(file: str) -> str:
    """The name of a file on one line, whatever is in it."""
    name = "standard input" if file == "-" else file
    return name if name.isprintable() else ascii(name)


def is_terminal(descriptor: int) -> bool:
    """Whether somebody looks on there; a descriptor that is closed is none."""
    with contextlib.suppress(OSError):
        return os.isatty(descriptor)
    return False


def _opened(file: str) -> BinaryIO:
    return open(STDIN if file == "-" else file, "rb", closefd=file != "-")


def _lines(file: str, fail: Fail) -> Iterator[bytes]:
    try:
        with _opened(file) as handle:
            yield from handle
    except OSError as error:
        fail(file, error.strerror or str(error))


def _article(line: bytes, place: str, text_field: str, id_field: str) -> Article:
    """The article on a line.

    Raises:
        ValueError: there is none.
    """
    value = _object(line)
    text, name = value.get(text_field), value.get(id_field, place)
    if not isinstance(text, str):
        raise ValueError(f"no text in the field {text_field!r}" if text_field in value else f"no field {text_field!r}")
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise ValueError(f"the field {id_field!r} is neither a string nor an integer")
    return Article(str(name), text)


def _object(line: bytes) -> dict[str, object]:
    try:
        value = json.loads(line.decode("utf-8").removeprefix(MARK))
    except UnicodeDecodeError as error:
        raise ValueError(_not_utf8(error)) from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg}") from None
    except RecursionError:
        raise ValueError("not JSON that can be read: too deep") from None
    if not isinstance(value, dict):
        raise ValueError("no JSON object")
    return value


def _not_utf8(error: UnicodeDecodeError) -> str:
    return f"not UTF-8: byte {error.start} is 0x{error.object[error.start]:02x}"


def _progress(files: Sequence[str]) -> Iterable[str]:
    """A bar on standard error where there are many files and somebody looks on."""
    from tqdm import tqdm

    yield from tqdm(files, unit="file", disable=len(files) < 2 or not is_terminal(STDERR), leave=False)


class _Bytes:
    """A bar that counts bytes, so that it can tell how long the rest of large files will take."""

    def __init__(self, files: Sequence[str], *, show: bool) -> None:
        from tqdm import tqdm

        sizes = [os.path.getsize(file) if os.path.isfile(file) else 0 for file in files]
        disable = not (show and is_terminal(STDERR))
        self._bar = tqdm(total=sum(sizes) if all(sizes) else None, unit="B", unit_scale=True, disable=disable, leave=False)

    def update(self, count: int) -> None:
        self._bar.update(count)

    def __enter__(self) -> _Bytes:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()
