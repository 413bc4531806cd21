"""What every list and table of a language is, and whether a word or value can stand in it.

``schema.tsv`` has a line for each, and one for each set of values that several of them share. A language may have lists beside
them, for rules of somebody's own: nothing is known of those.
"""

from __future__ import annotations

import datetime
import difflib
import functools
import math
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Literal

import attrs

FILE = Path(__file__).parent / "schema.tsv"
ONE_OF = "one of "
SET = "@"
LEAP_YEAR = 2000
LONGEST_NUMBER = 40  # digits


@attrs.frozen
class Entry:
    """A list or table: how its words stand (small, written, endings), what values a table holds, which rooms read it, what it is."""

    name: str
    kind: Literal["list", "table"]
    words: str
    values: str
    rooms: tuple[str, ...]
    what: str

    def wrong_word(self, word: str) -> str | None:
        """What is wrong with a word in this list, or before a value in this table; ``None`` where it can stand there."""
        if not word.strip() or " ".join(word.split()) != word:
            return f"{word!r} has white space that no word has" if word.strip() else "a word is empty"
        if self.words == "small" and word != word.lower():
            return f"{word!r} is never found: {self.name!r} is looked up in small letters ({word.lower()!r})"
        if self.words == "endings" and " " in word:
            return f"{word!r} is no ending of a word"
        return None

    def wrong_row(self, word: str, value: str) -> str | None:
        """What is wrong with a row of this table; ``None`` where it can stand there."""
        wrong = self.wrong_word(word)
        if wrong is None and self.name == "cue_frames":
            wrong = _of_set(word, "category")
        if wrong is None:
            choices = self.values.removeprefix(ONE_OF).split(", ") if self.values.startswith(ONE_OF) else None
            wrong = _of_known(value, choices, "value") if choices is not None else CHECKS[self.values](value)
        return wrong


@functools.cache
def entries() -> Mapping[str, Entry]:
    """Every list and table by its name."""
    return {
        row[0]: Entry(row[0], "table" if row[1] == "table" else "list", row[2], row[3], tuple(row[4].split()), row[5])
        for row in _rows()
        if not row[0].startswith(SET)
    }


@functools.cache
def values_of(name: str) -> frozenset[str]:
    """The values of a set: "category" of cues, "frame" for what can follow a cue, "feature" of claims."""
    return next(frozenset(row[1].split(", ")) for row in _rows() if row[0] == SET + name)


def _rows() -> list[list[str]]:
    return [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def near(given: str, known: Iterable[str]) -> str:
    """A question for the message about something that is not known: what was meant."""
    found = difflib.get_close_matches(given.lower(), list(known), n=1)
    return f"did you mean {found[0]!r}? " if found else ""


def _of_set(value: str, name: str) -> str | None:
    return _of_known(value, values_of(name), name)


def _of_known(value: str, known: Collection[str], what: str) -> str | None:
    return None if value in known else f"{value!r} is no {what}; {near(value, known)}there are: {', '.join(sorted(known))}"


def _frames(value: str) -> str | None:
    return _first(_of_set(frame, "frame") for frame in value.split())


def _category_and_frames(value: str) -> str | None:
    category, _, frames = value.partition(" ")
    return _of_set(category, "category") or _frames(frames)


def _features(value: str) -> str | None:
    return _first(_of_set(feature.strip(), "feature") for feature in value.split("|"))


def _first(wrong: Iterable[str | None]) -> str | None:
    return next((problem for problem in wrong if problem is not None), None)


def _words(value: str, *, most: int | None = None) -> str | None:
    count = len(value.split())
    if value != value.strip() or not count or (most is not None and count != most):
        return f"{value!r} is not {'words' if most is None else 'one word'}"
    return None


def _two_or_three_words(value: str) -> str | None:
    return _words(value) if len(value.split()) in (2, 3) else f"{value!r} is not two or three words"


def _number(value: str) -> str | None:
    """A number over 0, as Python writes it."""
    try:
        number = float(value) if len(value) <= LONGEST_NUMBER else math.nan
    except ValueError:
        number = math.nan
    return None if math.isfinite(number) and number > 0 else f"{value!r} is no number over 0"


def _integer(value: str, low: int = -9999, high: int = 9999) -> str | None:
    sign, digits = value[:1] == "-", value.removeprefix("-")
    number = int(digits) * (-1 if sign else 1) if digits.isascii() and digits.isdecimal() and len(digits) <= LONGEST_NUMBER else high + 1
    return None if low <= number <= high else f"{value!r} is no whole number from {low} to {high}"


def _currency(value: str) -> str | None:
    code, _, part = value.partition(" ")
    if not (len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()):
        return f"{code!r} is no code of a currency (three capitals, as in ISO 4217)"
    return _number(part) if part else None


def _day(value: str) -> str | None:
    """A date, or month and day."""
    try:
        datetime.date.fromisoformat(value if len(value) > len("12-25") else f"{LEAP_YEAR}-{value}")
    except ValueError:
        return f"{value!r} is neither a month with a day (12-25) nor a date (2001-09-11)"
    return None


CHECKS: Mapping[str, Callable[[str], str | None]] = {
    "category": functools.partial(_of_set, name="category"),
    "frames": _frames,
    "category frames": _category_and_frames,
    "features": _features,
    "word": functools.partial(_words, most=1),
    "two or three words": _two_or_three_words,
    "words": _words,
    "number": _number,
    "integer": _integer,
    "month": functools.partial(_integer, low=1, high=12),
    "weekday": functools.partial(_integer, low=0, high=6),
    "currency": _currency,
    "day": _day,
}
"""What is wrong with a value of each kind, beside "one of" some words: a category of cues, what can follow a cue (frames), both;
features of a claim parted by "|"; words; numbers over 0; whole numbers; numbers of months and weekdays; ISO 4217 and a part of it; days."""
