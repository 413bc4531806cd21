"""Annotated articles and earlier results from files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from newsclaims.errors import GoldError, SchemaError
from newsclaims.evaluation.annotated_rows import parse_claims, parse_speakers
from newsclaims.evaluation.brat import parse_brat
from newsclaims.evaluation.gold import GoldArticle, GoldSpeaker, gold_from_document
from newsclaims.evaluation.label_studio import is_task, parse_task
from newsclaims.model import Document

MARK = "\ufeff"  # a byte order mark; in the text of an article it is a character, which offsets count


def read_gold(path: str | Path) -> tuple[GoldArticle, ...]:
    r"""The annotated articles of a folder or a file.

    A folder holds, in this order of preference, ``text/NAME.txt`` with ``attributions/NAME_WHO.ann`` (brat's
    stand-off format, ``WHO`` four characters for the annotator; of several the first counts), ``NAME.txt`` beside
    ``NAME.ann``, or files of JSON. Beside ``text/`` there may be ``speakers/NAME.tsv``, who each source is
    (:func:`newsclaims.evaluation.annotated_rows.parse_speakers`), and ``claims/NAME.tsv``, what is claimed
    (:func:`newsclaims.evaluation.annotated_rows.parse_claims`). A file is JSON: documents as
    :meth:`newsclaims.Document.to_json` writes them, one a line, or in a file ``.json`` one or a list of them.
    A text without annotations is left out. Files of JSON may also hold tasks that Label Studio has exported, and a folder may hold
    files ``.xmi`` (``pip install 'newsclaims[uima]'``).

    Offsets of stand-off files count the characters of the text as it is in the file, with its line ends.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "port.txt").write_text("The port closed, Vane said.\n", encoding="utf-8")
    >>> marks = "T1\tContent 0 15\tThe port closed\nT2\tSource 17 21\tVane\nE1\tContent:T1 Source:T2\n"
    >>> _ = (folder / "port.ann").write_text(marks, encoding="utf-8")
    >>> [(article.id, len(article.quotes)) for article in read_gold(folder)]
    [('port', 1)]

    Raises:
        GoldError: a file cannot be read or is not of the format, an annotation has no text, or there is no
            annotated article at all; ``path`` and ``line`` say where.
    """
    path = Path(path)
    articles = tuple(_folder(path) if os.path.isdir(path) else _documents_as_gold(path))
    if not articles:
        raise GoldError("holds no annotated article: no NAME.ann beside NAME.txt, no text/ and attributions/, no JSON", str(path))
    return articles


def read_documents(path: str | Path) -> tuple[Document, ...]:
    """The documents of a file of JSON: one a line, or in a file ``.json`` one or a list of them.

    Raises:
        GoldError: the file cannot be read or does not hold documents; ``path`` and ``line`` say where.
    """
    path = Path(path)
    content = _read(path).removeprefix(MARK)
    return tuple(_whole(content, path) if path.suffix == ".json" else _by_line(content, path))


def _folder(folder: Path) -> Iterator[GoldArticle]:
    if os.path.isdir(folder / "attributions"):
        yield from _apart(folder / "text", folder / "attributions")
        return
    beside = _files(folder, ".ann")
    for marks in beside:
        yield _article(marks.with_suffix(".txt"), marks)
    for file in () if beside else _files(folder, ".jsonl", ".json", ".xmi"):
        yield from _documents_as_gold(file)


def _apart(texts: Path, attributions: Path) -> Iterator[GoldArticle]:
    """The first annotator's file of each article: ``NAME_WHO.ann`` belongs to ``NAME.txt``."""
    seen: set[str] = set()
    for marks in _files(attributions, ".ann"):
        name = marks.stem[:-5]
        if marks.stem[-5:-4] != "_" or not name:
            raise GoldError("annotations are named after their text and annotator: NAME_WHO1.ann for NAME.txt", str(marks))
        if name not in seen:
            seen.add(name)
            yield _with_tables(texts / f"{name}.txt", marks)


def _with_tables(text: Path, annotations: Path) -> GoldArticle:
    """An article with who its sources are and what it claims, where tables beside its folder say so."""
    speakers, claims = (text.parent.parent / table / f"{text.stem}.tsv" for table in ("speakers", "claims"))
    named = parse_speakers(_read(speakers), path=str(speakers)) if os.path.isfile(speakers) else None
    article = _article(text, annotations, named)
    if not os.path.isfile(claims):
        return article
    return attrs.evolve(article, claims=parse_claims(article.text, _read(claims), path=str(claims)))


def _article(text: Path, annotations: Path, speakers: Mapping[int, GoldSpeaker | None] | None = None) -> GoldArticle:
    return parse_brat(_read(text), _read(annotations).removeprefix(MARK), id=text.stem, path=str(annotations), speakers=speakers)


def _documents_as_gold(path: Path) -> Iterator[GoldArticle]:
    if path.suffix == ".xmi":
        from newsclaims.evaluation.uima import parse_xmi

        yield parse_xmi(_read(path), id=path.stem, path=str(path))
        return
    tasks = _tasks(path)
    for number, task in enumerate(tasks, 1):
        yield parse_task(task, id=f"{path.stem}-{number}", path=str(path))
    for number, document in enumerate(() if tasks else read_documents(path), 1):
        yield gold_from_document(document, f"{path.stem}-{number}")


def _tasks(path: Path) -> list[Mapping[str, Any]]:
    """The tasks of Label Studio in a file ``.json``; none where it holds something else."""
    if path.suffix != ".json":
        return []
    try:
        value = json.loads(_read(path).removeprefix(MARK))
    except (ValueError, RecursionError):
        return []  # told by what reads documents
    items = value if isinstance(value, list) else [value]
    return items if items and all(map(is_task, items)) else []


def _by_line(content: str, path: Path) -> Iterator[Document]:
    for number, line in enumerate(content.split("\n"), 1):
        if line.strip():
            try:
                yield Document.from_json(line)
            except SchemaError as error:
                raise GoldError(str(error), str(path), number) from None


def _whole(content: str, path: Path) -> Iterator[Document]:
    try:
        value = json.loads(content)
    except json.JSONDecodeError as error:
        raise GoldError(f"cannot be read as JSON: {error.msg}", str(path), error.lineno) from None
    except (ValueError, RecursionError) as error:  # an integer of too many digits; lists in lists in lists
        raise GoldError(f"cannot be read as JSON: {error}", str(path)) from None
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        try:
            yield Document.from_dict(item)
        except SchemaError as error:  # noqa: PERF203 - to say which document it is
            raise GoldError(f"document {number}: {error}", str(path)) from None


def _files(folder: Path, *suffixes: str) -> list[Path]:
    try:
        return sorted(file for file in folder.iterdir() if file.suffix in suffixes and os.path.isfile(file))
    except OSError as error:
        raise GoldError(f"cannot be read: {error.strerror}", str(folder)) from None


def _read(path: Path) -> str:
    """The text of a file with its own line ends, which offsets count."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise GoldError(f"cannot be read: {error.strerror}", str(path)) from None
    except UnicodeDecodeError as error:
        raise GoldError(f"is not UTF-8 at byte {error.start}", str(path)) from None
    except ValueError as error:  # a NUL in the name
        raise GoldError(f"cannot be read: {error}", str(path)) from None
