"""What the command line reads: files of text, web pages, JSON lines with an article or a document in each; packed by gzip too."""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

import attrs

from newsclaims.cli.kinds import AUTO, PEEKED, UNPACKING, kind_of, objects_of, unpacked
from newsclaims.cli.options import Reading
from newsclaims.errors import MissingExtraError

if TYPE_CHECKING:
    from newsclaims.model import Document

STDIN, STDOUT, STDERR = 0, 1, 2  # file descriptors
STDIN_NAME = "stdin"  # its id
FOLDER_ENDINGS = {
    AUTO: (".txt", ".txt.gz", ".html", ".html.gz", ".htm", ".htm.gz"),
    "text": (".txt", ".txt.gz"),
    "jsonl": (".jsonl", ".jsonl.gz"),
    "documents": (".jsonl", ".jsonl.gz"),
    "html": (".html", ".html.gz", ".htm", ".htm.gz"),
}
"""How the files end that are read of a folder; one of JSON lines is as often what another command wrote, so it has to be said."""
HIDDEN = "."
MARK = "\ufeff"  # a byte order mark is no character of the text


class Article(NamedTuple):
    """A text to read; ``id`` tells it from others, ``metadata`` is what else is known of it."""

    id: str
    text: str
    metadata: Mapping[str, Any] | None = None


Fail = Callable[[str, str], None]
"""Called with the name of a file and what is wrong with it or with a line of it."""


def files_of(names: Sequence[str], ending: str | tuple[str, ...], fail: Fail) -> tuple[str, ...]:
    """The files that are named, and all with an ending (".txt") in the folders that are, however deep, in order of their names.

    What is hidden (".git") is passed over, and so are folders that are only linked to.
    """
    return tuple(itertools.chain.from_iterable(_in_folder(name, ending, fail) if os.path.isdir(name) else (name,) for name in names))


def _in_folder(folder: str, ending: str | tuple[str, ...], fail: Fail) -> list[str]:
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
        hint = " (JSON lines: --input jsonl)" if ending == FOLDER_ENDINGS[AUTO] else ""
        fail(folder, f"no file in this folder ends in {ending if isinstance(ending, str) else ', '.join(ending)}{hint}")
    return sorted(found)


def articles_of(files: Sequence[str], reading: Reading, fail: Fail, *, show_progress: bool) -> Iterator[Article | Document]:
    """An article for each file or line that can be read, or the document that stands there already.

    The id of a file is its name; on a line it is a string or an integer, and where a line has none, the name of the file with the
    number of the line. One that comes again has its number after it.
    """
    seen: set[str] = set()
    with _Bytes(files, show=show_progress) as bar:
        for file in files:
            for item in _of_file(file, reading, fail):
                yield _numbered(item, seen)
            bar.update(_size(file))


def _numbered(item: Article | Document, seen: set[str]) -> Article | Document:
    """The same under an id that no other has had."""
    name = item.id
    if name is None:
        return item
    number = 1
    while name in seen:
        number += 1
        name = f"{item.id}#{number}"
    seen.add(name)
    if number == 1:
        return item
    if isinstance(item, Article):
        return item._replace(id=name)
    return attrs.evolve(item, id=name)


def _of_file(file: str, reading: Reading, fail: Fail) -> Iterator[Article | Document]:
    """What a file holds; where it cannot be read, or nobody can tell what it is, ``fail`` is told."""
    name = STDIN_NAME if file == "-" else file
    try:
        with _opened(file) as raw:
            handle = unpacked(raw)
            kind = reading.kind if reading.kind != AUTO else kind_of(name, handle.peek(PEEKED)[:PEEKED])
            if kind in ("jsonl", "documents"):
                yield from _of_lines(handle, name, file, kind, reading, fail)
            elif kind == "html":
                yield _page(handle.read(), name)
            else:
                yield Article(name, handle.read().decode("utf-8").removeprefix(MARK))
    except UnicodeDecodeError as error:
        fail(file, _not_utf8(error))
    except UNPACKING as error:
        fail(file, f"cannot be unpacked: {error}")
    except OSError as error:
        fail(file, error.strerror or str(error))
    except (ValueError, MissingExtraError) as error:
        fail(file, str(error))


def _page(page: bytes, name: str) -> Article:
    """The article of a web page.

    Raises:
        PageError: there is none.
        MissingExtraError: the library is not installed.
    """
    from newsclaims.integrations.html import article

    found = article(page)
    return Article(name, found.text, found.metadata)


def _of_lines(handle: BinaryIO, name: str, file: str, kind: str, reading: Reading, fail: Fail) -> Iterator[Article | Document]:
    for number, line in objects_of(handle):
        if isinstance(line, bytes) and not line.strip():
            continue
        try:
            value = _object(line)
            yield _document(value) if kind == "documents" else _article(value, f"{shown(name)}:{number}", reading)
        except ValueError as error:
            fail(file, f"line {number}: {error}")


def _document(value: Mapping[str, Any]) -> Document:
    """The document on a line.

    Raises:
        SchemaError: it is none.
    """
    from newsclaims.model import Document

    return Document.from_dict(value)


def _size(file: str) -> int:
    return os.path.getsize(file) if os.path.isfile(file) else 0


def shown(file: str) -> str:
    """The name of a file on one line, whatever is in it."""
    name = "standard input" if file == "-" else file
    return name if name.isprintable() else ascii(name)


def is_terminal(descriptor: int) -> bool:
    """Whether somebody looks on there; a descriptor that is closed is none."""
    with contextlib.suppress(OSError):
        return os.isatty(descriptor)
    return False


def _opened(file: str) -> io.BufferedReader:
    return open(STDIN if file == "-" else file, "rb", closefd=file != "-")


def _article(value: Mapping[str, Any], place: str, reading: Reading) -> Article:
    """The article on a line.

    Raises:
        ValueError: there is none.
    """
    text, name = value.get(reading.text_field), value.get(reading.id_field)
    if not isinstance(text, str):
        missing = reading.text_field not in value
        others = [field for field, each in value.items() if isinstance(each, str)]
        hint = f"; --text-field names another ({', '.join(others[:5])})" if missing and others else ""
        raise ValueError(f"no field {reading.text_field!r}{hint}" if missing else f"no text in the field {reading.text_field!r}")
    if isinstance(name, bool) or not isinstance(name, str | int | None):
        raise ValueError(f"the field {reading.id_field!r} is neither a string nor an integer")
    return Article(place if name is None else str(name), text, _metadata(value, reading) or None)


def _metadata(value: Mapping[str, Any], reading: Reading) -> dict[str, Any]:
    """What is known of an article: its ``metadata`` and the fields that are wanted."""
    held = value.get("metadata")
    known = dict(held) if isinstance(held, dict) else {}
    if reading.metadata_fields is not None:
        return {**known, **{name: value[field] for field, name in reading.metadata_fields.items() if field in value}}
    if "schema_version" in value:  # a document that is read as an article: what was found in it is not known of it
        return known
    taken = (reading.text_field, reading.id_field, "metadata") if isinstance(held, dict | None) else (reading.text_field, reading.id_field)
    return {**known, **{field: each for field, each in value.items() if field not in taken}}


def _object(line: bytes | Mapping[str, Any]) -> Mapping[str, Any]:
    if not isinstance(line, bytes):
        if not isinstance(line, dict):
            raise ValueError("no JSON object")
        return line
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
