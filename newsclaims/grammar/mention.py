"""Mention: a phrase that can name a source, as tokens."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

How: TypeAlias = Literal["before", "after", "relative", "shared"]
"""Where a mention was found: before its cue, after it, as a relative pronoun, or as the subject of another verb too."""


@attrs.define
class Mention:
    """A possible source as tokens: ``first`` to ``last`` (inclusive) is the whole phrase, ``head`` its last core word.

    ``head_first`` to ``head`` is the phrase without what is attached to it ("a spokesman" of "a
    spokesman for the ministry"). ``how`` says where it was found.
    """

    first: int
    last: int
    head_first: int
    head: int
    how: How

    def shared(self) -> Mention:
        """The same phrase, as the subject of a further verb: "Vane rose and said"."""
        return Mention(self.first, self.last, self.head_first, self.head, "shared")

    def up_to(self, last: int) -> Mention:
        """The same phrase with what follows it up to token ``last``: "Vane" and "Vane, the mayor"."""
        return Mention(self.first, last, self.head_first, self.head, self.how)
