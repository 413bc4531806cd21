"""Complement: what follows a cue and holds what was said."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

Kind: TypeAlias = Literal["that", "to", "wh", "quote", "colon", "clause", "obj", "obj-to", "ing", "preposition"]
"""The kinds of complement: a clause with "that", an infinitive, a question, a quotation, what a colon announces, a bare clause,
an object, an object with an infinitive, an -ing form, a prepositional phrase."""


@attrs.define
class Complement:
    """What follows a cue: its ``kind``, its first token, and the first and last token of the addressee before it."""

    kind: Kind
    first: int
    addressee: tuple[int, int] | None = None
