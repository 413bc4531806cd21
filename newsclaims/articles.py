"""What goes in: a text, with what you know of it. Checked where it enters, so that nothing wrong comes out at the other end."""

from __future__ import annotations

import datetime
import logging
import math
from collections.abc import Iterable, Iterator, Mapping, Sized
from typing import Any, NamedTuple

import attrs

from newsclaims.shown import Shown

DEEPEST = 90  # levels of metadata inside one another: a document with them can still be written and read
DATE = "date"
ENDINGS = (".txt", ".htm", ".html", ".json", ".jsonl", ".gz", ".md", ".csv", ".pdf", ".doc", ".docx", ".rtf", ".xml")  # of files
ADDRESS = ("http://", "https://")
LONGEST_NAME = 300  # characters
END = object()
LOG = logging.getLogger("newsclaims")


@attrs.frozen(repr=False)
class Article(Shown):
    """An article with what its page says of it, as :func:`newsclaims.integrations.html.article` gives it.

    ``date`` is ISO 8601 text. Extracting from it gives a document with the ``url`` as its id, and what is known of the text as metadata.
    ``furniture`` are the paragraphs that the page marks as something else than the report: where each begins in ``text``, and the value of
    its :class:`newsclaims.RegionKind` ("caption", "share line", "promotion"); ``Document.regions`` takes the page's word for them.

    >>> from newsclaims import extract
    >>> extract(Article("“No,” said Orla Vane.", title="No", date="2024-05-03")).metadata
    {'title': 'No', 'date': '2024-05-03'}
    """

    _shows = ("title", "text", "date", "author", "outlet", "url")

    text: str
    title: str | None = None
    date: str | None = None
    author: str | None = None
    url: str | None = None
    outlet: str | None = None
    furniture: tuple[tuple[int, str], ...] = ()

    @property
    def id(self) -> str | None:
        """What tells it from others, that is, its address."""
        return self.url

    @property
    def metadata(self) -> dict[str, Any] | None:
        """What is known of it but its text."""
        known = {name: getattr(self, name) for name in ("title", "date", "author", "outlet", "url")}
        return {name: value for name, value in known.items() if value is not None} or None


class Given(NamedTuple):
    """A text as it goes in, with ``warnings`` of what may be meant otherwise, and the paragraphs that are not the report."""

    text: str
    id: str | None = None
    metadata: dict[str, Any] | None = None
    warnings: tuple[str, ...] = ()
    furniture: tuple[tuple[int, str], ...] = ()


class Entry(NamedTuple):
    """One of many texts, before anybody has looked at it; ``position`` is its number, from 0."""

    position: int
    text: Any
    id: Any = None
    metadata: Any = None

    def given(self) -> Given:
        """The same, looked at.

        Raises:
            TypeError: as for :func:`given`; the message says which of the texts it is.
        """
        try:
            return given(self.text, self.id, self.metadata)
        except TypeError as error:
            raise TypeError(f"text {self.position}: {error}") from None


def given(text: Any, id: Any = None, metadata: Any = None) -> Given:
    """A text with its id and metadata, as a document keeps them: dates as ISO 8601 text, what is missing (NaN, NaT) as ``None``.

    Raises:
        TypeError: ``text`` is neither a ``str`` nor an :class:`Article`, ``id`` no ``str``, ``metadata`` no mapping of what JSON can hold.
    """
    furniture: tuple[tuple[int, str], ...] = ()
    if isinstance(text, Article):
        furniture = text.furniture
        id = text.id if id is None else id
        metadata = {**(text.metadata or {}), **metadata} if isinstance(metadata, Mapping) else metadata or text.metadata
        text = text.text
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    if id is not None and not isinstance(id, str):
        raise TypeError(f"id must be a str or None, not {type(id).__name__}: write str({id!r:.40})")
    if metadata is None and len(text) > LONGEST_NAME:
        return Given(text, id, furniture=furniture)
    if metadata is not None and not isinstance(metadata, Mapping):
        raise TypeError(f"metadata must be a mapping or None, not {type(metadata).__name__}")
    kept = None if metadata is None else _plain(metadata, "metadata")
    return Given(text, id, kept, tuple(_doubts(text, kept or {})), furniture)


def entries(texts: Iterable[Any], ids: Iterable[Any] | None, metadata: Iterable[Any] | None) -> Iterator[Entry]:
    """Many texts, each with its id and metadata.

    Raises:
        TypeError: ``texts`` or ``ids`` is one ``str``, or ``metadata`` one mapping, where each text needs its own.
        ValueError: there are fewer ids or metadata than texts, or, where their number is known, more.
    """
    for name, values, one in (("texts", texts, str), ("ids", ids, str), ("metadata", metadata, Mapping)):
        if isinstance(values, one):
            raise TypeError(f"{name} must hold one for each text, not be a {type(values).__name__} (extract reads a single text)")
    for name, values in (("ids", ids), ("metadata", metadata)):
        if isinstance(values, Sized) and isinstance(texts, Sized) and len(values) != len(texts):
            raise ValueError(f"{len(values)} {name} for {len(texts)} texts")
    return _together(texts, ids, metadata)


def _together(texts: Iterable[Any], ids: Iterable[Any] | None, metadata: Iterable[Any] | None) -> Iterator[Entry]:
    beside = [(name, iter(values)) for name, values in (("ids", ids), ("metadata", metadata)) if values is not None]
    for position, text in enumerate(texts):
        known = {}
        for name, values in beside:
            known[name] = next(values, END)
            if known[name] is END:
                raise ValueError(f"{name} end before the texts do: none for text {position}")
        yield Entry(position, text, known.get("ids"), known.get("metadata"))


def _doubts(text: str, metadata: Mapping[str, Any]) -> Iterator[str]:
    """What may be meant otherwise than it is taken."""
    name = text.strip() if len(text) <= LONGEST_NAME else ""
    if name.lower().endswith(ENDINGS) and len(name.split()) == 1:
        words = f"the text is only {name!r}, which looks like the name of a file: read the file first, as in Path({name!r}).read_text()"
        LOG.warning(words)  # for who looks at no warnings of a document; Python's own would be an error where somebody makes them one
        yield words
    elif name.startswith(ADDRESS) and len(name.split()) == 1:
        yield "the text is only an address: newsclaims reads the words of an article and gets nothing from the net"
    date = metadata.get(DATE)
    if isinstance(date, str) and day_of(date) is None:
        yield f"metadata 'date': {date!r:.40} is no date in ISO 8601 (2024-05-03), so no date is reckoned from it"
    elif date is not None and not isinstance(date, str):
        yield f"metadata 'date' is a {type(date).__name__}, no date, so no date is reckoned from it"


def day_of(words: str) -> datetime.date | None:
    """The day that ISO 8601 text begins with; ``None`` where it is a month, a year, some days, or no date.

    >>> day_of("2024-05-03T10:00:00Z"), day_of("2024-05"), day_of("2024-05-03/2024-05-09")
    (datetime.date(2024, 5, 3), None, None)
    """
    try:
        return None if "/" in words else datetime.date.fromisoformat(words[:10])
    except ValueError:
        return None


def _plain(value: Any, path: str, depth: int = 0) -> Any:
    """A copy in dicts and lists, such as JSON gives back the same.

    Raises:
        TypeError: JSON has nothing for it.
    """
    if depth > DEEPEST:
        raise TypeError(f"{path[:80]}: nested deeper than {DEEPEST} levels")
    if isinstance(value, Mapping):
        wrong = next((key for key in value if not isinstance(key, str)), None)
        if wrong is not None:
            raise TypeError(f"{path}: the key {wrong!r:.80} must be a str")
        return {str(key): _plain(item, f"{path}[{key!r}]", depth + 1) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item, f"{path}[{at}]", depth + 1) for at, item in enumerate(value)]
    return _scalar(value, path)


def _scalar(value: Any, path: str) -> Any:
    if type(value).__name__ == "datetime64":  # numpy's, whose own way out gives a number for some
        value = str(value)
    elif hasattr(value, "item") and not isinstance(value, str):  # numpy's numbers
        value = value.item()
    if type(value).__name__ in ("NAType", "NaTType") or value == "NaT" or (isinstance(value, float) and math.isnan(value)):
        return None  # how data frames say that nothing is there
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, float) and math.isinf(value):
        raise TypeError(f"{path}: JSON has no {value}")
    if value is not None and not isinstance(value, str | bool | int | float):
        raise TypeError(f"{path}: JSON cannot hold a {type(value).__name__}; use None, str, bool, int, float, a date, list or dict")
    return value
