"""What a file holds: text, articles as JSON lines, documents that ``extract`` wrote, or a web page; told by its beginning.

Nothing that is data or a program is ever read as prose unless somebody says so.
"""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, Literal

Kind = Literal["text", "jsonl", "documents", "html"]
KINDS: tuple[Kind, ...] = ("text", "jsonl", "documents", "html")
AUTO = "auto"
PEEKED = 1 << 12  # bytes
GZIP = b"\x1f\x8b"
MARK = b"\xef\xbb\xbf"
SPACE = b" \t\r\n"
XML = b"<?xml"
PAGE = (b"<!doctype html", b"<html", b"<head", b"<body")
FOREIGN = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a ZIP file (or one of an office)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "an RTF file",
    b"PAR1": "a Parquet file",
    b"SQLite format 3": "a database",
    b"\xff\xfe": "a text in UTF-16",
    b"\xfe\xff": "a text in UTF-16",
}
"""How files of other sorts begin."""

ENDINGS: dict[str, Kind] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".html": "html", ".htm": "html", ".xhtml": "html"}
PACKED = ".gz"
WRITTEN = ("schema_version", "text")
"""Fields by which a document that was written is told from an article."""


def unpacked(handle: io.BufferedReader) -> io.BufferedReader:
    """The bytes of a file, unpacked where they are packed by gzip."""
    if handle.peek(len(GZIP))[: len(GZIP)] != GZIP:
        return handle
    return io.BufferedReader(gzip.GzipFile(fileobj=handle))


UNPACKING = (gzip.BadGzipFile, zlib.error, EOFError)
"""What is raised where a packed file is broken."""


def kind_of(name: str, start: bytes) -> Kind:
    """What a file of that name holds which begins so.

    Raises:
        ValueError: it is none of the kinds, or it cannot be told; the message says what to do.
    """
    _refuse_foreign(start)
    words = start.removeprefix(MARK).lstrip(SPACE)
    plain = name.lower().removesuffix(PACKED)
    by_name = next((kind for ending, kind in ENDINGS.items() if plain.endswith(ending)), None)
    if words[:1] == b"{" and _is_json(words, plain):
        return "documents" if all(f'"{field}"'.encode() in words[:200] for field in WRITTEN) else "jsonl"
    if words[:1] == b"[" and words[1:].lstrip(SPACE)[:1] in (b"{", b"]") and _is_json(words, plain):
        return "jsonl"
    if _is_page(words) or (by_name == "html" and words):
        return "html"
    if words.startswith(XML):
        raise ValueError("XML, which is not read: save its text first, or say what it is with --input")
    return by_name or "text"


def _refuse_foreign(start: bytes) -> None:
    """Says of a file of another sort what it is.

    Raises:
        ValueError: it is one.
    """
    for sign, foreign in FOREIGN.items():
        if start.startswith(sign):
            raise ValueError(f"{foreign}, which is not read: save it as text first")
    if b"\0" in start:
        raise ValueError("it holds zero bytes, so it is no text")


def _is_page(words: bytes) -> bool:
    """Whether it begins as a web page does, after a line of XML or a comment too."""
    lower = words.lower()
    return lower.startswith(PAGE) or (words.startswith((XML, b"<!--")) and any(sign in lower for sign in PAGE))


def _is_json(words: bytes, name: str) -> bool:
    """Whether what begins with a brace is JSON; a text may begin with one too.

    Raises:
        ValueError: it looks like JSON and is none.
    """
    inside = words.lstrip(b"[{" + SPACE)
    return inside[:1] in (b'"', b"}", b"]", b"") or name.endswith((".json", ".jsonl", ".ndjson"))


def objects_of(handle: BinaryIO) -> Iterator[tuple[int, bytes | dict[str, Any]]]:
    """The lines of a file of JSON lines with their numbers; of one list or object over many lines, the objects with theirs.

    Raises:
        ValueError: what stands on many lines is no JSON.
    """
    first = handle.readline()
    while first and not first.removeprefix(MARK).strip():
        first = handle.readline()
    if _is_whole(first):
        yield 1, first
        yield from enumerate(handle, 2)
        return
    try:
        held = json.loads((first + handle.read()).removeprefix(MARK))
    except (ValueError, RecursionError):
        yield 1, first
        return
    yield from enumerate(held if isinstance(held, list) else [held], 1)


def _is_whole(line: bytes) -> bool:
    """Whether an object begins and ends on a line."""
    stripped = line.removeprefix(MARK).strip()
    return stripped.startswith(b"{") and stripped.endswith(b"}")
