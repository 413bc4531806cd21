"""Quotes in brat's stand-off format, which :mod:`newsclaims.evaluation` reads back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newsclaims.model.document import Document
from newsclaims.model.quote import Quote
from newsclaims.spans import Span

LONGEST_NAME = 100
"""Bytes of a file's name that come from an id; file systems allow 255, and a number and an ending follow."""


def to_brat(document: Document) -> str:
    r"""The annotations of a document; its text has to stand beside them in a file of its own, unchanged.

    Every quote is an event ``Content`` with its ``Source`` and ``Cue``, an attribute ``Kind``, and a note with speaker,
    rule and confidence. The format has no words that run over a line break: such a mark has a piece for each line.

    https://brat.nlplab.org/standoff.html (Stenetorp et al. 2012, "brat: a Web-based Tool for NLP-Assisted Text Annotation").

    >>> from newsclaims import extract
    >>> print(to_brat(extract("“It rained,” said Orla Vane.")).partition("#")[0])  # doctest: +NORMALIZE_WHITESPACE
    T1 Content 0 12 “It rained,”
    T2 Source 18 27 Orla Vane
    T3 Cue 13 17 said
    E1 Content:T1 Source:T2 Cue:T3
    A1 Kind E1 direct
    """
    return "".join(f"{line}\n" for line in _lines(document))


def write_folder(documents: Iterable[Document], folder: Path) -> None:
    """Writes ``NAME.txt`` and ``NAME.ann`` for each document into a folder that :func:`newsclaims.evaluation.read_gold` reads.

    The names are those of the files in the documents' ids; where one comes again or there is none, it has a number.

    Raises:
        OSError: a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    taken: dict[str, int] = {}
    for document in documents:
        name = free_name(document, taken)
        (folder / f"{name}.txt").write_bytes(document.text.encode("utf-8", "replace"))
        (folder / f"{name}.ann").write_bytes(to_brat(document).encode("utf-8", "replace"))


def free_name(document: Document, taken: dict[str, int]) -> str:
    """A name that no file has yet; ``taken`` has the names, each with the last number it was given."""
    stem = Path(document.id or "").name.removesuffix(".txt")
    stem = "".join(char if char.isprintable() and char not in '\\/:*?"<>|' else "_" for char in stem)
    stem = stem.encode("utf-8")[:LONGEST_NAME].decode("utf-8", "ignore").lstrip(".") or "document"
    name, key = stem, stem.casefold()  # some file systems do not tell capital letters from small ones
    while name.casefold() in taken:
        taken[key] += 1
        name = f"{stem}-{taken[key]}"
    taken[name.casefold()] = 1
    return name


def _lines(document: Document) -> Iterator[str]:
    marks = 0
    events = 0
    for quote in document.quotes:
        roles = [(role, pieces) for role, spans in _roles(quote) if (pieces := _pieces(document.text, spans))]
        if not roles or roles[0][0] != "Content":
            continue
        events += 1
        names = []
        for role, pieces in roles:
            marks += 1
            names.append(f"{role}:T{marks}")
            offsets = ";".join(f"{start} {end}" for start, end in pieces)
            yield f"T{marks}\t{role} {offsets}\t{_one_line(' '.join(document.text[start:end] for start, end in pieces))}"
        yield f"E{events}\t{' '.join(names)}"
        yield f"A{events}\tKind E{events} {quote.kind.value}"
        yield f"#{events}\tAnnotatorNotes E{events}\t{_note(quote)}"


def _roles(quote: Quote) -> Iterator[tuple[str, Sequence[Span]]]:
    yield "Content", quote.contents
    yield "Source", () if quote.source is None else (quote.source,)
    yield "Cue", () if quote.cue is None else (quote.cue.span,)


def _pieces(text: str, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """The stretches of a mark: a span within a line as it is, of one over several lines the words on each."""
    found = []
    for span in spans:
        held = text[span.start : span.end]
        start = span.start
        for line in held.split("\n"):
            words = held if "\n" not in held else line.strip()
            first = start + line.index(words)
            if words.strip():
                found.append((first, first + len(words)))
            start += len(line) + 1
    return found


def _note(quote: Quote) -> str:
    who = quote.speaker.name if quote.speaker is not None else quote.reason or ""
    confidence = "" if quote.confidence is None else f"{quote.confidence:.3f}"
    return _one_line(f"{who} | {quote.rule or ''} | {confidence}")


def _one_line(words: str) -> str:
    return "".join(" " if char.isspace() else char for char in words)
