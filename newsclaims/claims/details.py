"""Details: what else is told of a claim that was found, read when it is first asked for.

Which words are claims, whose they are and how much they are worth a check is known without any of it, and many want no more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclaims.claims.aboutness import find_object
from newsclaims.claims.decontextualizing import StandingAlone
from newsclaims.claims.denials import Denials
from newsclaims.claims.features import Said, shared_features
from newsclaims.claims.kinds import kind_of_claim
from newsclaims.claims.measured import Measured
from newsclaims.claims.passage import Passage
from newsclaims.claims.pieces import RELATIVE_CLAUSE, Piece
from newsclaims.claims.referents import Referents
from newsclaims.claims.stance import HedgeReader
from newsclaims.claims.topics import TopicFinder
from newsclaims.claims.weighing import Weigher
from newsclaims.measures.atoms import AtomsOfTokens
from newsclaims.model import Claim, Speaker

if TYPE_CHECKING:
    from newsclaims.spans import Span


class Found(NamedTuple):
    """A claim, its piece, and what was read around it."""

    claim: Claim
    piece: Piece
    measured: Measured
    said: Said


class Details:
    """What else is told of the claims of one text."""

    def __init__(
        self,
        passage: Passage,
        speakers: Sequence[Speaker],
        hedges: HedgeReader,
        topics: TopicFinder,
        weigh: Weigher,
        atoms: AtomsOfTokens,
    ) -> None:
        self.passage = passage
        self._topics = topics
        self._speakers = speakers
        self._hedges = hedges
        self.weigh = weigh
        self.atoms = atoms
        self._found: list[tuple[Piece, Sequence[Found]]] = []

    def add(self, base: Piece, found: Sequence[Found]) -> None:
        """Takes down the claims among the words of a piece, which come in order of the text; also where there are none."""
        self._found.append((base, found))

    def read(self) -> None:
        """Gives each claim what is to be told of it, all at once: who is meant by a pronoun hangs on what was claimed before it.

        Several threads may read at the same time: all of them read the same.
        """
        referents = Referents(self.passage, self._speakers)
        alone = StandingAlone(self.passage, self._speakers)
        denials = Denials(self.passage, referents)
        last = {base.sentence: found[-1].claim for base, found in self._found if found}
        for base, found in self._found:
            for each in found:
                about = self._about(each.piece, referents)
                quote = self.passage.quote(each.piece)
                denied_by = denials.of(each.piece.sentence, each.piece.stop, quote, last=each.claim is last[base.sentence])
                each.claim._put({**self._of(base, each, about, alone, referents), "denied_by": denied_by})
            if not found:  # no claim, but what it is about has been named
                self._about(base, referents)

    def _about(self, piece: Piece, referents: Referents) -> Span | None:
        about = find_object(self.passage, piece, referents)
        if piece.form != RELATIVE_CLAUSE:
            referents.note(about)
        return about

    def _of(self, base: Piece, found: Found, about: Span | None, alone: StandingAlone, referents: Referents) -> Mapping[str, Any]:
        passage, piece, measured, span = self.passage, found.piece, found.measured, found.claim.span
        quantities = tuple([each for each in measured.quantities if span.covers(each.span)])
        words = [word for word in measured.topics if span.start <= word[2] and word[3] <= span.end]
        topic, topic_words = self._topics.winner(passage.layers.text, words)
        read = alone.read(piece, span.start, span.end, about)
        modality = self._hedges.modality(passage.words(piece), passage.classes(piece))
        said = found.said.between(piece.first, piece.stop)
        shared = shared_features(passage, base.sentence, base.first, base.owner)
        numbers = passage.layers.sentence_numbers
        return {
            "modality": modality,
            "hedges": self._hedges.hedges(self.atoms.between(piece.first, piece.stop), quantities),
            "quantities": quantities,
            "dates": tuple([each for each in measured.dates if span.covers(each.span)]),
            "object": about,
            "topic": topic,
            "topic_words": topic_words,
            "reasons": self.weigh.reasons((*shared, *sorted(said))),
            "reported_by": passage.reporters(piece),
            "kind": kind_of_claim(said, modality),
            "object_name": None if about is None else referents.name_of(about, piece.owner),
            "context": tuple(sorted({numbers[each] for each in read.context})),
            "decontextualized": read.words,
            "unresolved": read.unresolved,
        }
