"""Mentions: the whole phrase that can name a source, read off the shape around a cue.

A mention takes in titles, ranks and party tags, what follows with "of" or "for", reduced relatives
("an army statement issued Tuesday"), appositives and relative clauses that identify it ("Orla Vane, who
leads the alliance"), and coordination ("Vane and Prokop"). It is read towards the cue (before it)
or away from it (after it); positions are token indices.
"""

from __future__ import annotations

from newsclaims.grammar.mention import Mention
from newsclaims.grammar.mentions_after import ReaderAfter
from newsclaims.grammar.mentions_before import ReaderBefore
from newsclaims.grammar.rough_numbers import RoughNumbers
from newsclaims.grammar.tokens import Tokens
from newsclaims.language import Language

__all__ = ["Mention", "MentionReader"]


class MentionReader:
    """Reads mentions off one text's shape."""

    __slots__ = ("_after", "_before", "rough")

    def __init__(self, tokens: Tokens, shape: str, language: Language) -> None:
        self.rough = RoughNumbers(tokens.lower, shape, language)
        self._before = ReaderBefore(tokens.lower, shape, language, self.rough)
        self._after = ReaderAfter(tokens.lower, shape, language, self.rough)

    def before(self, end: int, low: int, *, inside: bool = False) -> Mention | None:
        """The mention that ends just before token ``end``, within the sentence that starts at ``low``.

        ``inside`` takes the noun of a prepositional phrase too, as before a participle ("with fans chanting").
        """
        return self._before.read(end, low, inside=inside)

    def after(self, start: int, high: int, *, attach: bool = True) -> Mention | None:
        """The mention that begins at token ``start``, before token ``high``; ``attach`` takes its appositives with it."""
        return self._after.read(start, high, attach=attach)
