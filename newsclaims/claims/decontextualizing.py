"""Standing alone: a claim with its pronouns and short names replaced by names, where the text makes sure who is meant."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclaims.claims.agreement import PEOPLE, Agreement
from newsclaims.claims.changes import Change, changed
from newsclaims.claims.empty_it import EmptyIt
from newsclaims.claims.inside_claim import GOING_BACK, InsideClaim
from newsclaims.claims.leaning import Lead, Leaning
from newsclaims.claims.meant import Meant
from newsclaims.claims.passage import Passage
from newsclaims.claims.pieces import RELATIVE_CLAUSE, Piece
from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import ADVERB, DETERMINER, OBJECT_PRONOUN, PERSONAL, POSSESSIVE, PRONOUN, VERB
from newsclaims.language.inflection import third_person
from newsclaims.model import Speaker, SpeakerKind
from newsclaims.spans import Span
from newsclaims.speakers.words import speaker_words

ENDING_OF_OWNER = "’s"
MEANT = ("I", "we", "male", "female", "thing", "things")
ARTICLE = "determiner"
"""The class of the one small word that a name can begin with: "The Orrel Post"."""
PLAIN = (None, "you", "empty")
"""Pronouns that are read as they stand."""


class Named(NamedTuple):
    """Who a word of a claim stands for, by name, and the sentence that says it in full."""

    name: str
    sentence: int


class Alone(NamedTuple):
    """A claim read alone: its words, or ``None`` where some stay ``unresolved``; ``context`` are the sentences it takes."""

    words: str | None
    unresolved: tuple[Span, ...]
    context: tuple[int, ...]


class Reading(NamedTuple):
    """What has been read of a claim so far; ``settled`` are the kinds of pronouns that names stand for."""

    changes: list[Change]
    unresolved: list[Span]
    context: set[int]
    settled: set[str]


class StandingAlone:
    """Reads the claims of one text alone."""

    def __init__(self, passage: Passage, speakers: Sequence[Speaker]) -> None:
        language = passage.language
        self._passage = passage
        self._layers = passage.layers
        self._pronouns = re.compile(f"[{PERSONAL}]")
        self._kinds = language.table("claim_pronouns")
        self._verbs = language.table("first_person_verbs")
        self._places = speaker_words(language).places
        self._empty = EmptyIt(passage)
        small = language.table("function_words")
        known = [speaker for speaker in speakers if speaker.named and not speaker.members]
        known = [speaker for speaker in known if small.get(speaker.name.split()[0].lower(), ARTICLE) == ARTICLE]  # not "In Washington"
        named = [(mention, speaker) for speaker in known for mention in speaker.mentions]
        mentions = sorted(named, key=lambda pair: pair[0].start)
        agreement = Agreement(passage, {mention.text.lower().split()[-1]: who for mention, who in mentions if mention.text.strip()})
        self._meant = Meant(passage, agreement, mentions)
        self._inside = InsideClaim(passage, agreement)
        self._leans = Leaning(passage, agreement)
        self._introduced: dict[int, int] = {}  # somebody often mentioned is asked for often

    def read(self, piece: Piece, start: int, end: int, about: Span | None = None) -> Alone:
        """The words of a piece, which stands at the characters ``start`` to ``end`` and is about ``about``."""
        text = self._layers.text
        reading = Reading([], [], {piece.sentence}, set())
        for change, speaker in self._short_names(self._meant.between(start, end), end):
            reading.changes.append(change)
            reading.context.add(self._sentence_of(speaker))
        leans = self._leans.lead(piece, functools.partial(self._name_of, piece))
        if leans is None:
            reading.unresolved.append(self._layers.span(piece.first, piece.first))
            leans = Lead("", int(piece.form == RELATIVE_CLAUSE))
        start = self._layers.tokens.starts[piece.first + leans.dropped]
        for found in self._pronouns.finditer(self._layers.shape, piece.first + leans.dropped, piece.stop):
            kind = self._kinds.get(self._passage.lower[found.start()])
            if kind not in PLAIN and not self._inside.holds(piece, found.start(), kind, about, leans.meant):
                self._pronoun(piece, found.start(), kind, reading)
        if reading.unresolved:
            reading.context.add(max(0, piece.sentence - 1))
            return Alone(None, tuple(reading.unresolved), tuple(sorted(reading.context)))
        lead = f"{leans.words} " if leans.words else ""
        words = changed(text, start, end, [change for change in reading.changes if change.start >= start])
        return Alone(f"{lead}{words}", (), tuple(sorted(reading.context)))

    # ------------------------------------------------------------------ names

    def _short_names(self, near: Sequence[tuple[Span, Speaker]], end: int) -> Iterator[tuple[Change, Speaker]]:
        """Mentions by less than the full name: "Vane", "Mr. Vane"; but not in "the Vane family"."""
        for mention, speaker in near:
            whole = speaker.name.lower() in mention.text.lower()
            short = mention.text[:1].isupper() and not whole and speaker.kind is not SpeakerKind.GROUP
            if short and mention.end <= end and _is_short_for(mention.text, speaker) and mention.text.lower() not in self._places:
                before = self._layers.at(mention.start) - 1
                if before < 0 or self._layers.shape[before] != DETERMINER:
                    yield Change(mention.start, mention.end, speaker.name), speaker

    def _sentence_of(self, speaker: Speaker) -> int:
        """The sentence in which a speaker is first named in full."""
        known = self._introduced.get(id(speaker))
        if known is None:
            full = next((mention for mention in speaker.mentions if speaker.name in mention.text), speaker.mentions[0])
            known = self._introduced[id(speaker)] = self._layers.tokens.sentence_at(self._layers.at(full.start))
        return known

    # ------------------------------------------------------------------ pronouns

    def _name_of(self, piece: Piece, first: int, last: int) -> str | None:
        """The name of who is surely meant by the tokens first to last, which stand before a piece."""
        kind = self._kinds.get(self._passage.lower[first])
        if first == last and kind in PEOPLE:
            named = self._named(piece, first, kind)
            return None if named is None else named.name
        span = self._layers.span(first, last)
        short = self._short_names(self._meant.between(span.start, span.end), span.end)
        return next((change.words for change, _ in short if (change.start, change.end) == (span.start, span.end)), None)

    def _pronoun(self, piece: Piece, at: int, kind: str, reading: Reading) -> None:
        """Takes down what becomes of a pronoun that stands for something outside its claim."""
        if kind == "thing" and self._empty.at(at):
            return
        if kind in reading.settled and self._layers.shape[at] != OBJECT_PRONOUN:  # "he said he": the same
            return
        named = self._named(piece, at, kind) if kind in MEANT else None
        span = self._layers.span(at, at)
        if named is None:
            reading.unresolved.append(span)
            return
        if kind in GOING_BACK:
            reading.settled.add(kind)
        owns = self._layers.shape[at] == POSSESSIVE
        reading.context.add(named.sentence)
        reading.changes.append(Change(span.start, span.end, named.name + ENDING_OF_OWNER if owns else named.name))
        if kind == "I" and self._layers.shape[at] == PRONOUN:
            reading.changes.extend(self._verb_after(piece, at))

    def _named(self, piece: Piece, at: int, kind: str) -> Named | None:
        """Who or what is surely meant by a pronoun, by name."""
        found = self._meant.named(piece, at, kind)
        return None if found is None else Named(found[0], self._sentence_of(found[1]))

    def _verb_after(self, piece: Piece, at: int) -> Iterator[Change]:
        """The verb of "I" as it is after a name."""
        shape, lower, tokens = self._layers.shape, self._passage.lower, self._layers.tokens
        at = past(shape, at + 1, piece.stop, ADVERB)
        if at >= piece.stop:
            return
        word = lower[at]
        if word in self._verbs:
            yield Change(tokens.starts[at], tokens.ends[at], self._verbs[word] if word[0].isalpha() else f" {self._verbs[word]}")
        elif shape[at] == VERB and self._layers.lemma(at) == word:
            yield Change(tokens.starts[at], tokens.ends[at], third_person(word))


def _is_short_for(words: str, speaker: Speaker) -> bool:
    """Whether words are less than the name of somebody: "Vane", of a body its last word: "the Post" of "The Orrel Post"."""
    name = speaker.name.split()
    return words.split()[-1] in (name if speaker.kind is SpeakerKind.PERSON else name[-1:])
