"""Meant: who a pronoun of a claim surely stands for, of those who are known by name."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsclaims.claims.agreement import PEOPLE, PHRASES
from newsclaims.claims.pieces import OWN
from newsclaims.grammar.word_classes import NAME, NOUN_OR_NAME, OBJECT_PRONOUN, PERSONAL, POSSESSIVE, VERB
from newsclaims.model import Quote, QuoteKind, Speaker, SpeakerKind

if TYPE_CHECKING:
    from newsclaims.claims.agreement import Agreement
    from newsclaims.claims.passage import Passage
    from newsclaims.claims.pieces import Piece
    from newsclaims.spans import Span

BODIES = (SpeakerKind.ORGANIZATION, SpeakerKind.GROUP)
NO_BODY = (SpeakerKind.PERSON, SpeakerKind.DOCUMENT)
NAMES = re.compile(f"{NAME}+")
NAMED_BACK, NAMED_BACK_IN_QUOTE = 3, 1
"""So many sentences back the only man or woman is looked for, by the article and by somebody who is quoted."""
SENTENCES_BACK = 2
"""So many sentences before its own a person can be named whom a pronoun stands for."""


class Meant:
    """Tells, in one text, who is meant; ``mentions`` are those of the named speakers, in order."""

    def __init__(self, passage: Passage, agreement: Agreement, mentions: Sequence[tuple[Span, Speaker]]) -> None:
        self._passage = passage
        self._layers = passage.layers
        self._agreement = agreement
        self._mentions = mentions
        self._starts = [mention.start for mention, _ in mentions]
        self._pronouns = re.compile(f"[{PERSONAL}]")
        self._numbers = passage.language.table("verb_numbers")
        self._nouns = re.compile(f"[{NOUN_OR_NAME}]")

    def between(self, start: int, end: int) -> Sequence[tuple[Span, Speaker]]:
        """The mentions that begin from one character up to another."""
        return self._mentions[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]

    def named(self, piece: Piece, at: int, kind: str) -> tuple[str, Speaker] | None:
        """The name of who is surely meant by a pronoun, and who tells it."""
        body = self._spoken_for(piece, at, kind)
        if body is not None:
            return body
        speaker = self._speaker(piece, at, kind)
        return None if speaker is None else (speaker.name, speaker)

    def _spoken_for(self, piece: Piece, at: int, kind: str) -> tuple[str, Speaker] | None:
        """The body that a spokeswoman speaks for, where she says "we"; "it" at the beginning of what she is reported to say."""
        quote = self._passage.quote(piece)
        claimer = None if quote is None else quote.speaker
        if quote is None or claimer is None or claimer.on_behalf_of is None or not claimer.mentions:
            return None
        it = kind == "thing" and quote.kind is not QuoteKind.DIRECT and self._opens(piece, at)
        return (claimer.on_behalf_of, claimer) if it or kind == "we" else None

    def _speaker(self, piece: Piece, at: int, kind: str) -> Speaker | None:
        """Who is surely meant by a pronoun."""
        quote = self._passage.quote(piece)
        claimer = None if quote is None else quote.speaker
        if kind in ("thing", "things"):
            return self._body(piece, at, kind)
        if kind in ("I", "we"):
            return self._who_speaks(claimer, kind)
        indirect = quote is not None and quote.kind is not QuoteKind.DIRECT
        if indirect and claimer is not None and self._is_source(claimer, piece, at, kind):
            return claimer
        people = self._people(self._layers.sentence(max(0, piece.sentence - SENTENCES_BACK))[0], at) or []
        if piece.owner != OWN and not indirect:
            people = [person for person in people if person is not claimer]
        if len(people) == 1 and people[0].gender == kind:
            return people[0]
        return self._only_one(piece, at, kind, quote)

    def _may_be_claimer(self, kind: str, quote: Quote | None) -> bool:
        """Whether a pronoun may as well stand for who reports it: "a clerk said she"."""
        if quote is None or quote.speaker is None or quote.kind is QuoteKind.DIRECT:
            return False
        return quote.speaker.gender in (kind, None)

    def _only_one(self, piece: Piece, at: int, kind: str, quote: Quote | None) -> Speaker | None:
        """The only man, or woman, named near and before a pronoun, if not only as one who says something."""
        if self._may_be_claimer(kind, quote) or self._layers.shape[at : at + 2] == POSSESSIVE + NAME:  # "Her Majesty"
            return None
        claimer = None if quote is None else quote.speaker
        first, _ = self._layers.sentence(max(0, piece.sentence - (NAMED_BACK if quote is None else NAMED_BACK_IN_QUOTE)))
        near = self.between(self._layers.tokens.starts[first], self._layers.tokens.starts[at])
        able = {id(speaker): speaker for _, speaker in near if speaker.gender == kind and speaker is not claimer}
        if len(able) != 1:
            return None
        (speaker,) = able.values()
        where = [self._layers.at(mention.start) for mention, who in near if who is speaker]
        where = [token for token in where if not self._passage.telling[token]]
        return speaker if where and not self._names_somebody(where[-1], at, kind, near) else None

    def _names_somebody(self, first: int, at: int, kind: str, near: Sequence[tuple[Span, Speaker]]) -> bool:
        """Whether a man, or a woman, who is not known stands among some tokens: "Mr. Penn"; in the sentence itself "a miner"."""
        known = self._layers.inside(mention for mention, _ in near)
        low, shape = self._layers.tokens.sentence_starts[self._layers.tokens.sentence_at(at)], self._layers.shape
        for other in PHRASES.finditer(shape, first, at):
            last = other.end() - 1
            if not known[last] and (last >= low or shape[last] == NAME):
                meant = self._agreement.pronouns(other.start(), last)
                if kind in meant and meant <= PEOPLE:
                    return True
        return False

    @staticmethod
    def _who_speaks(claimer: Speaker | None, kind: str) -> Speaker | None:
        """Who says "I", or which body says "we", where that is known by name."""
        if claimer is None or not claimer.named or not claimer.mentions or claimer.members:
            return None
        return claimer if kind == "I" or claimer.kind in BODIES else None

    def _is_source(self, claimer: Speaker, piece: Piece, at: int, kind: str) -> bool:
        """Whether "he" at the beginning of what a man says is himself: "Karr said he had sold the mill"."""
        if claimer.kind is not SpeakerKind.PERSON or not claimer.named or claimer.gender not in (kind, None):
            return False
        if self._layers.shape[at] == OBJECT_PRONOUN or self._pronouns.search(self._layers.shape, piece.first, at) is not None:
            return False
        return self._opens(piece, at) or (claimer.gender == kind and self._names_no_other(claimer, piece, at, kind))

    def _names_no_other(self, claimer: Speaker, piece: Piece, at: int, kind: str) -> bool:
        """Whether nobody else stands before "he" in its sentence: "Karr said the mill was sold when he left"."""
        low, _ = self._layers.sentence(piece.sentence)
        if self._agreement.any(self._begins(piece, at), at, kind):
            return False
        people = self._people(low, at)
        return people is not None and all(person is claimer for person in people)

    def _begins(self, piece: Piece, at: int) -> int:
        """Where what is said begins in the sentence of a piece, before a token of it."""
        quote = self._passage.quote(piece)
        low, _ = self._layers.sentence(piece.sentence)
        starts = [] if quote is None else [self._layers.at(content.start) for content in quote.contents]
        return min(min((start for start in starts if low <= start <= at), default=piece.first), piece.first)

    def _opens(self, piece: Piece, at: int) -> bool:
        """Whether a pronoun stands at the beginning of what is said, with no noun before it there."""
        return self._nouns.search(self._layers.shape, self._begins(piece, at), at) is None

    def _body(self, piece: Piece, at: int, kind: str) -> Speaker | None:
        """The source of reported words, where it is a body or a group that "it" or "they" there can stand for."""
        quote, layers = self._passage.quote(piece), self._layers
        speaker = None if quote is None else quote.speaker
        if quote is None or speaker is None or quote.kind is QuoteKind.DIRECT or quote.source is None or speaker.kind in NO_BODY:
            return None
        if layers.shape[at] == OBJECT_PRONOUN or not speaker.mentions or self._agreement.any(self._begins(piece, at), at, kind):
            return None
        first, last = layers.at(quote.source.start), layers.at(quote.source.end) - 1
        if first > at or kind not in self._agreement.pronouns(first, last):
            return None
        if kind == "things" and speaker.kind is SpeakerKind.ORGANIZATION and not self._is_several(last + 1):
            return None  # "the mill says they need no union": the millers may be meant
        return speaker

    def _is_several(self, verb: int) -> bool:
        """Whether the verb at a token is that of several: "police say they"."""
        shape, word = self._layers.shape, self._passage.lower[verb]
        return self._numbers.get(word) == "things" or (shape[verb] == VERB and self._layers.lemma(verb) == word)

    def _people(self, first: int, at: int) -> list[Speaker] | None:
        """Everybody named from one token up to another; ``None`` where one of them may be somebody who is not known."""
        layers = self._layers
        near = self.between(layers.tokens.starts[first], layers.tokens.starts[at])
        found = {id(speaker): speaker for _, speaker in near if speaker.kind is SpeakerKind.PERSON}
        inside = layers.inside(mention for mention, _ in near)
        for name in NAMES.finditer(layers.shape, first, at):
            if not inside[name.start()] and not PEOPLE.isdisjoint(self._agreement.pronouns(name.start(), name.end() - 1)):
                return None
        return list(found.values())
