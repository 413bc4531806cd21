"""Clauses: who is the subject of a cue, what follows it, and where what was said begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.grammar.adverbials import AdverbialReader
from newsclaims.grammar.complement import Complement, Kind
from newsclaims.grammar.complements import ComplementReader
from newsclaims.grammar.contents import ContentReader
from newsclaims.grammar.cues import CueMatch
from newsclaims.grammar.mentions import Mention, MentionReader
from newsclaims.grammar.reading import Reading
from newsclaims.grammar.subjects import SubjectReader
from newsclaims.grammar.tokens import Tokens
from newsclaims.language import Language


class ClauseReader:
    """What a rule can ask of the clauses of one text; positions are token indices."""

    __slots__ = ("_adverbials", "_complements", "_contents", "_known_complements", "_reading", "_subjects")

    def __init__(
        self, tokens: Tokens, shape: str, mentions: MentionReader, quoted: bytes, cues: Sequence[CueMatch], language: Language
    ) -> None:
        self._reading = Reading(tokens, shape, mentions, quoted, cues, language)
        self._adverbials = AdverbialReader(self._reading)
        self._complements = ComplementReader(self._reading, self._adverbials)
        self._known_complements = self._complements.known
        self._subjects = SubjectReader(self._reading, self._complements)
        self._contents = ContentReader(self._reading, self._subjects)

    def bounds(self, index: int) -> tuple[int, int]:
        """The tokens of the sentence that holds token ``index``: first, and one past the last."""
        return self._reading.bounds(index)

    def subject(self, cue: CueMatch) -> Mention | None:
        """The subject of a cue, wherever its form says to look: "Vane" of "Vane rose and said"."""
        return self._subjects.of(cue)

    def subject_at(self, first: int, low: int) -> Mention | None:
        """The subject of the finite verb whose group begins at token ``first``, in the sentence that begins at ``low``."""
        return self._subjects.of_verb(first, low)

    def governing_subject(self, first: int, low: int) -> Mention | None:
        """The subject of the last finite verb before token ``first``, on which an infinitive or a noun depends."""
        return self._subjects.governing(first, low)

    def inverted(self, cue: CueMatch) -> Mention | None:
        """The subject after the verb: "said Orla Vane"."""
        return self._subjects.inverted(cue)

    def agent(self, start: int, high: int) -> Mention | None:
        """The "by" phrase of a passive, within a few words from token ``start`` on."""
        return self._subjects.agent(start, high)

    def group_start(self, verb: int, low: int) -> int:
        """The first token of a verb with its auxiliaries, negation and adverbs: "has" of "has not said"."""
        return self._reading.group_start(verb, low)

    def has_finite(self, start: int, high: int) -> bool:
        """Whether a finite verb or an auxiliary stands between two tokens."""
        return self._reading.has_finite(start, high)

    def complement(self, cue: CueMatch) -> Complement | None:
        """What follows the cue ("that it rained"), or ``None`` where nothing does that its frames allow."""
        known = self._known_complements
        return known[cue.head] if cue.head in known else self._complements.of(cue)

    def skip_adverbials(self, at: int, high: int) -> int:
        """The first token from ``at`` on that is in no adverbial: past "on Tuesday", "in a statement"."""
        return self._adverbials.past(at, high)

    def skip_setting(self, at: int, high: int) -> int:
        """The first token from ``at`` on that says neither when nor in what it was said: past "on Tuesday", "in a statement"."""
        return self._adverbials.past_setting(at, high)

    def end_of_content(self, first: int, high: int, kind: Kind, cue: CueMatch | None = None, *, relative: bool = False) -> int:
        """One past the last token of what was said, which begins at token ``first`` and is a complement of that ``kind``.

        ``relative`` says that the cue stands in a relative clause, which ends where the main verb comes.
        """
        return self._contents.end(first, high, kind, cue, relative=relative)
