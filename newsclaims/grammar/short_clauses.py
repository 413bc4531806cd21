"""Short clauses: a subject with its verb right behind it, which needs no "that" after verbs that mostly take one ("adding he was late")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.grammar.word_classes import AUXILIARY, DETERMINERS, DO, FINITE, NUMBER, OF, PRONOUN, PRONOUNS, RELATIVE, phrase_pattern

if TYPE_CHECKING:
    from newsclaims.grammar.cues import CueMatch
    from newsclaims.grammar.reading import Reading

SHOWN_OBJECT = tuple(DETERMINERS + PRONOUNS + NUMBER)
"""After these a past form is no participle: "found voters favored | a dam", not "found voters swayed by it"."""


class ShortClauses:
    """Tells where short clauses open in one text."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._lower = reading.lower
        self._shape = reading.shape
        self._phrase = phrase_pattern().match

    def opens(self, cue: CueMatch, at: int, high: int) -> bool:
        """Whether a subject and its verb right after it open a clause at a token after a cue."""
        match = self._phrase(self._shape, at, high)
        if match is None or match.end() == at or self._shape[at] == RELATIVE:
            return False
        shown = cue.category == "show"
        k = self._reading.past_adverbs(self._past_share(match.end(), high) if shown else match.end(), high)
        if k >= high or self._shape[k] not in FINITE:
            return False
        if shown and (self._shape[k] == DO or self._shape[k + 1 : k + 2] in SHOWN_OBJECT):  # "found 300 voters favored a dam"
            return True
        heard = cue.category == "hear" and self._lower[k] not in self._reading.words.bases  # not "heard him admit it"
        return self._shape[k] in AUXILIARY or self._shape[at] == PRONOUN or heard

    def _past_share(self, end: int, high: int) -> int:
        """Past what a share is of: "57 percent | of voters"."""
        of = self._phrase(self._shape, end + 1, high) if self._shape[end : end + 1] == OF else None
        return end if of is None else of.end()
