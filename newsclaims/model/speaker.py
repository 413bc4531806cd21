"""Who is quoted, and by what other name somebody may go."""

from __future__ import annotations

import attrs

from newsclaims.model.kinds import SpeakerKind
from newsclaims.model.values import ByValues
from newsclaims.shown import Shown
from newsclaims.spans import Span


@attrs.frozen(repr=False)
class Alias(Shown):
    """The name that somebody goes by, with an identifier of yours: ``aliases={"the Iron Mayor": Alias("Orla Vane", id="Q42")}``.

    >>> Alias("Orla Vane", id="Q42").name
    'Orla Vane'
    """

    _shows = ("name", "id")

    name: str
    id: str | None = None


@attrs.frozen(repr=False)
class Speaker(ByValues):
    """Who a source is in this document.

    ``name`` is the fullest name the document gives, without title; where it gives none, the mention's
    own words. ``gender`` is evidence from this text or ``None``, never a guess from a given name.
    ``named`` tells a name from a description, ``resolved`` whether the rules could decide. ``mentions`` are in text
    order; ``quotes`` are the indices of the quotes in ``Document.quotes``, ``words`` how many words they have. What several said
    together is counted for the group they make, whose ``members`` they are. ``on_behalf_of`` is the body that a spokesman speaks for;
    ``external_id`` is yours, from an :class:`Alias`.
    """

    _shows = ("name", "kind", "role", "affiliation", "named", "mentions")

    name: str
    kind: SpeakerKind = SpeakerKind.UNKNOWN
    role: str | None = None
    affiliation: str | None = None
    gender: str | None = None
    mentions: tuple[Span, ...] = ()
    named: bool = False
    resolved: bool = False
    members: tuple[Speaker, ...] = ()
    quotes: tuple[int, ...] = ()
    words: int = 0
    on_behalf_of: str | None = None
    external_id: str | None = None

    def __str__(self) -> str:
        return self.name

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from newsclaims.formats.html.pieces import speaker_piece

        return speaker_piece(self)

    @property
    def position(self) -> int | None:
        """Where the speaker is first mentioned (character offset)."""
        return self.mentions[0].start if self.mentions else None


def told_apart(speaker: Speaker) -> tuple[object, ...]:
    """What tells a document's speakers apart, without a look at all their mentions."""
    return speaker.name, speaker.kind, speaker.mentions[:1]
