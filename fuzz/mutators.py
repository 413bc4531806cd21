"""How inputs are changed: texts by words, JSON by its values, and either by bytes as libFuzzer does."""

from __future__ import annotations

import copy
import json
import random
import re
from collections.abc import Callable
from typing import Any

WORDS = re.compile(rb"[^\s]{1,200}|\s{1,50}")
BYTES = 0.4
"""How often bytes are changed instead of words or values."""
VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 1, 2, 10**6, 2**63, 10**400, 0.5, -0.0, 1e308, "", "direct", "say", "\ud800", "a\0b", [], [0], {}, {"": None},
)  # fmt: skip
DEEP = 60

Bytes = Callable[[bytes, int], bytes]


class ByWords:
    """Takes words out and puts words of the seeds, or of the input itself, in."""

    def __init__(self, seeds: list[bytes], by_bytes: Bytes) -> None:
        self.pieces = [piece for seed in seeds for piece in WORDS.findall(seed)]
        self.by_bytes = by_bytes

    def __call__(self, data: bytes, max_size: int, seed: int) -> bytes:
        """The changed input, the same for the same seed."""
        chance = random.Random(seed)
        if chance.random() < BYTES:
            return self.by_bytes(data, max_size)
        pieces = WORDS.findall(data)
        for _ in range(chance.randint(1, 6)):
            self._change(pieces, chance)
        return b"".join(pieces)[:max_size]

    def _change(self, pieces: list[bytes], chance: random.Random) -> None:
        at = chance.randrange(len(pieces) + 1)
        choice = chance.randrange(4)
        if choice == 0 and pieces:
            del pieces[at : at + chance.randint(1, 4)]
        elif choice == 1 and pieces:
            other = chance.randrange(len(pieces))
            pieces[at:at] = pieces[other : other + chance.randint(1, 8)]
        else:
            start = chance.randrange(len(self.pieces))
            pieces[at:at] = self.pieces[start : start + chance.randint(1, 5)]


class ByValues:
    """Changes values anywhere in a JSON document: other types, other numbers, missing and unknown fields, deep nesting."""

    def __init__(self, by_bytes: Bytes) -> None:
        self.by_bytes = by_bytes

    def __call__(self, data: bytes, max_size: int, seed: int) -> bytes:
        """The changed input, the same for the same seed."""
        chance = random.Random(seed)
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            return self.by_bytes(data, max_size)
        if chance.random() < BYTES / 8:
            return self.by_bytes(data, max_size)
        for _ in range(chance.randint(1, 3)):
            value = self._changed(value, chance)
        made = json.dumps(value).encode()
        return made if len(made) <= max_size else data

    def _changed(self, value: Any, chance: random.Random) -> Any:
        holders = [value]
        for holder in holders:  # grows while it is read
            inner = holder.values() if isinstance(holder, dict) else holder
            holders += [each for each in inner if isinstance(each, (dict, list))] if isinstance(holder, (dict, list)) else []
        holders = [each for each in holders if isinstance(each, (dict, list)) and each]
        if not holders:
            return self._value(chance)
        holder = chance.choice(holders)
        key = chance.choice(list(holder)) if isinstance(holder, dict) else chance.randrange(len(holder))
        choice = chance.randrange(6)
        if choice == 0:
            del holder[key]
        elif choice == 1 and type(holder[key]) is int:
            holder[key] += chance.choice((-2, -1, 1, 2, 100))
        elif choice == 2:
            holder[key] = self._nested(holder[key], chance)
        elif choice == 3 and isinstance(holder, dict):
            holder[chance.choice(("x", "", f"{key}s", "span", "contents"))] = self._value(chance)
        elif choice == 4:
            holder[key] = json.loads(json.dumps(chance.choice(holders)))
        else:
            holder[key] = self._value(chance)
        return value

    @staticmethod
    def _value(chance: random.Random) -> Any:
        """One of the values, of its own: an empty list put in twice is filled later, with itself at worst."""
        return copy.deepcopy(chance.choice(VALUES))

    def _nested(self, value: Any, chance: random.Random) -> Any:
        for _ in range(chance.randint(1, DEEP)):
            value = [value] if chance.random() < 0.5 else {"a": value}
        return value
