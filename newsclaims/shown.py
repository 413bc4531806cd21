"""How values show themselves: on one short line, made of what they hold and of nothing that has to be worked out first."""

from __future__ import annotations

import difflib
import enum
from collections.abc import Collection, Iterable, Iterator
from typing import Any

LONGEST = 200
"""So many characters the line has at most."""

WORDS = 48
"""So many characters of a text stand on it."""

MORE = "…"


class Word(str, enum.Enum):
    """A word of a closed list, written like any ``str``: the same in every release of Python, as its own ``StrEnum`` from 3.11 on."""

    __hash__ = str.__hash__  # as it is equal to its text; that of an enum is slow, too

    def __str__(self) -> str:
        return str.__str__(self)

    def __format__(self, form: str) -> str:
        return str.__format__(self, form)


class Shown:
    """A value that is shown by the fields named in ``_shows``, in this order; what is not there is left out.

    A text is cut, of many things their number is told. The same in Python, in IPython and in rich.
    """

    __slots__ = ()
    _shows: tuple[str, ...] = ()

    def __repr__(self) -> str:
        line = ", ".join(f"{name}={_in_words(value)}" for name, value in self._held())
        line = f"{type(self).__name__}({line})"
        return line if len(line) <= LONGEST else f"{line[: LONGEST - 2]}{MORE})"

    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        for name, value in self._held():
            yield name, _Words(_in_words(value))

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))

    def _held(self) -> Iterator[tuple[str, Any]]:
        for name in self._shows:
            value = getattr(self, name)
            if value is not None and value is not False:
                yield name, value

    def _brief(self) -> str:
        """How it stands inside another value: by the first that is shown of it."""
        return _in_words(getattr(self, self._shows[0]))


class _Words:
    """What is shown of a value, for one who would put a string in quotation marks."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __repr__(self) -> str:
        return self._words


def short(text: str, longest: int = WORDS) -> str:
    r"""A text on one line, cut where it is longer.

    >>> short("It rained all day,\n  and all night.", 20)
    'It rained all day, …'
    """
    line = " ".join(text[: 4 * longest].split())
    cut = len(line) > longest or len(text) > 4 * longest
    return f"{line[: longest - 1]}{MORE}" if cut else line


def meant(name: str, known: Iterable[str]) -> str:
    """A guess at what was meant, to stand after an error; empty where nothing is like it.

    >>> meant("carryover", ["carry-over", "quote-cue-source"])
    "; did you mean 'carry-over'?"
    """
    like = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean {like[0]!r}?" if like else ""


def said_line(quote: Any) -> str:
    """Who, how and what of a quote on a line: ``He = Orla Vane | said | “It rained,”``; for who is not known, why."""
    how = quote.kind.value if quote.cue is None else quote.cue.span.text
    what = " … ".join(span.text for span in quote.contents)
    return " | ".join(" ".join(part.split()) for part in (_who(quote), how, what))


def _who(quote: Any) -> str:
    if quote.source is None:
        return f"({quote.reason or 'no source'})" if quote.speaker is None else str(quote.speaker)
    if quote.speaker is None or quote.speaker.name in quote.source.text:
        return str(quote.source)
    return f"{quote.source} = {quote.speaker}"


def _in_words(value: Any) -> str:
    if isinstance(value, Shown):
        return value._brief()
    if isinstance(value, enum.Enum):  # before str, which they are too
        return str(value.value)
    if isinstance(value, str):
        return repr(short(value))
    if isinstance(value, float):
        return repr(round(value, 3))
    if isinstance(value, Collection):
        return str(len(value))
    return short(repr(value))
