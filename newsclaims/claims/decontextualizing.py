"""Standing alone: a claim with its pronouns and short names replaced by names, where the text makes sure who is meant."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclaims.claims.agreement import PEOPLE, Agreement
from newsclaims.claims.changes import Change, changed, on_one_line
from newsclaims.claims.empty_it import EmptyIt
from newsclaims.claims.leaning import Lead, Leaning
from newsclaims.claims.passage import Passage
from newsclaims.claims.pieces import OWN, RELATIVE_CLAUSE, Piece
from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import (
    ADVERB,
    AS,
    COMMA,
    DETERMINER,
    DETERMINER_OR_NUMBER,
    FINITE,
    IF,
    JOINT,
    NAME,
    NOUN,
    NOUN_OR_NAME,
    OBJECT_PRONOUN,
    PERSONAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE_OR_THAT,
    SUBORDINATOR,
    VERB,
)
from newsclaims.language.inflection import third_person
from newsclaims.model import QuoteKind, Speaker, SpeakerKind
from newsclaims.spans import Span

ENDING_OF_OWNER = "’s"
BODIES = (SpeakerKind.ORGANIZATION, SpeakerKind.GROUP)
MEANT = ("I", "we", "male", "female", "thing", "things")
GOING_BACK = ("male", "female", "thing", "things")
BODIES_MEANT = ("thing", "things")
CLAUSE_BEFORE = SUBORDINATOR + PREPOSITION + JOINT + COMMA + AS + IF
"""After these a clause begins within a claim."""
ARTICLE = "determiner"
"""The class of the one small word that a name can begin with: "The Orrel Post"."""
REFLEXIVE = ("self", "selves")
NAMES = re.compile(f"{NAME}+")
PHRASES = re.compile(f"[{NOUN}{NAME}]+")
PLAIN = (None, "you", "empty")
"""Pronouns that are read as they stand."""
SENTENCES_BACK = 2
"""So many sentences before its own a person can be named whom a pronoun stands for."""


class Alone(NamedTuple):
    """A claim read alone: its words, or ``None`` where some stay ``unresolved``; ``context`` are the sentences it takes."""

    words: str | None
    unresolved: tuple[Span, ...]
    context: tuple[int, ...]


class StandingAlone:
    """Reads the claims of one text alone."""

    def __init__(self, passage: Passage, speakers: Sequence[Speaker]) -> None:
        language = passage.language
        self._passage = passage
        self._layers = passage.layers
        self._pronouns = re.compile(f"[{PERSONAL}]")
        self._nouns = re.compile(f"[{NOUN_OR_NAME}]")
        self._kinds = language.table("claim_pronouns")
        self._verbs = language.table("first_person_verbs")
        self._empty = EmptyIt(passage)
        small = language.table("function_words")
        known = [speaker for speaker in speakers if speaker.named and not speaker.members]
        known = [speaker for speaker in known if small.get(speaker.name.split()[0].lower(), ARTICLE) == ARTICLE]  # not "In Washington"
        named = [(mention, speaker) for speaker in known for mention in speaker.mentions]
        self._mentions = sorted(named, key=lambda pair: pair[0].start)
        by_word = {mention.text.lower().split()[-1]: who for mention, who in self._mentions if mention.text.strip()}
        self._agreement = Agreement(passage, by_word)
        self._starts = [mention.start for mention, _ in self._mentions]
        self._leans = Leaning(passage, self._agreement)
        self._introduced: dict[int, int] = {}  # somebody often mentioned is asked for often

    def read(self, piece: Piece, start: int, end: int, about: Span | None = None) -> Alone:
        """The words of a piece, which stands at the characters ``start`` to ``end`` and is about ``about``."""
        text = self._layers.text
        near = self._between(start, end)
        changes = list(self._short_names(near, end)) if near else []
        unresolved: list[Span] = []
        leans = self._leans.lead(piece, functools.partial(self._name_of, piece))
        if leans is None:
            unresolved.append(self._layers.span(piece.first, piece.first))
            leans = Lead("", int(piece.form == RELATIVE_CLAUSE))
        start = self._layers.tokens.starts[piece.first + leans.dropped]
        for found in self._pronouns.finditer(self._layers.shape, piece.first + leans.dropped, piece.stop):
            self._pronoun(piece, found.start(), about, changes, unresolved)
        lead = f"{leans.words} " if leans.words else ""
        if not changes and not unresolved:
            return Alone(f"{lead}{on_one_line(text[start:end])}", (), (piece.sentence,))
        context = {piece.sentence, *(self._sentence_of(speaker) for _, speaker in changes)}
        if unresolved:
            context.add(max(0, piece.sentence - 1))
            return Alone(None, tuple(unresolved), tuple(sorted(context)))
        words = changed(text, start, end, [change for change, _ in changes if change.start >= start])
        return Alone(f"{lead}{words}", (), tuple(sorted(context)))

    # ------------------------------------------------------------------ names

    def _short_names(self, near: list[tuple[Span, Speaker]], end: int) -> Iterator[tuple[Change, Speaker]]:
        """Mentions by less than the full name: "Vane", "Mr. Vane"; but not in "the Vane family"."""
        for mention, speaker in near:
            short = mention.text[:1].isupper() and speaker.name not in mention.text and speaker.kind is not SpeakerKind.GROUP
            if short and mention.end <= end and _is_short_for(mention.text, speaker):
                before = self._layers.at(mention.start) - 1
                if before < 0 or self._layers.shape[before] != DETERMINER:
                    yield Change(mention.start, mention.end, speaker.name), speaker

    def _between(self, start: int, end: int) -> list[tuple[Span, Speaker]]:
        return self._mentions[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]

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
        if first == last and kind in ("male", "female"):
            speaker = self._meant(piece, first, kind)
            return None if speaker is None else speaker.name
        span = self._layers.span(first, last)
        short = self._short_names(self._between(span.start, span.end), span.end)
        return next((change.words for change, _ in short if (change.start, change.end) == (span.start, span.end)), None)

    def _pronoun(self, piece: Piece, at: int, about: Span | None, changes: list[tuple[Change, Speaker]], unresolved: list[Span]) -> None:
        kind = self._kinds.get(self._passage.lower[at])
        if kind in PLAIN or self._refers_inside(piece, at, kind) or self._is_subject(piece, at, kind, about):
            return
        if kind == "thing" and self._empty.at(at):
            return
        speaker = self._meant(piece, at, kind) if kind in MEANT else None
        span = self._layers.span(at, at)
        if speaker is None:
            unresolved.append(span)
            return
        owns = self._layers.shape[at] == POSSESSIVE
        changes.append((Change(span.start, span.end, speaker.name + ENDING_OF_OWNER if owns else speaker.name), speaker))
        if kind == "I" and self._layers.shape[at] == PRONOUN:
            changes.extend((change, speaker) for change in self._verb_after(piece, at))

    def _refers_inside(self, piece: Piece, at: int, kind: str | None) -> bool:
        """Whether a pronoun can go back to a noun before it in the claim itself: "the firm lost its licence"."""
        before = self._layers.shape[piece.first : at]
        if before and self._passage.lower[at].endswith(REFLEXIVE):
            return True
        if self._layers.shape[at] == OBJECT_PRONOUN and len(PHRASES.findall(before)) < 2:  # "Vane thanked them"
            return False
        return kind not in ("I", "we") and self._layers.shape[at] != PRONOUN and (NOUN in before or NAME in before)

    def _is_subject(self, piece: Piece, at: int, kind: str | None, about: Span | None) -> bool:
        """Whether a pronoun goes back to the subject of the claim itself, the only one before it: "Vane left as she was ill"."""
        if about is None or kind not in GOING_BACK or about.end > self._layers.tokens.starts[at]:
            return False
        if self._layers.shape[at] == OBJECT_PRONOUN:  # "Vane thanked her": somebody else
            return False
        first, last = self._layers.at(about.start), self._layers.at(about.end) - 1
        shape = self._layers.shape
        if first < piece.first or shape[first] in PERSONAL + RELATIVE_OR_THAT or (first == last and shape[first] in DETERMINER_OR_NUMBER):
            return False
        if kind not in self._agreement.pronouns(first, last):
            return False
        return self._opens_clause(at, kind) or not self._has_other(last + 1, at, kind)

    def _opens_clause(self, at: int, kind: str) -> bool:
        """Whether "it" or "they" is a subject too: "the plan hurt the mill, because it cost 300 jobs" is as plain as in its sentence."""
        shape = self._layers.shape
        return kind in BODIES_MEANT and shape[at] == PRONOUN and shape[at - 1] in CLAUSE_BEFORE and shape[at + 1 : at + 2] in tuple(FINITE)

    def _has_other(self, first: int, stop: int, kind: str) -> bool:
        """Whether a pronoun of a kind can stand for a noun among some tokens."""
        return any(
            kind in self._agreement.pronouns(other.start(), other.end() - 1) for other in PHRASES.finditer(self._layers.shape, first, stop)
        )

    def _meant(self, piece: Piece, at: int, kind: str | None) -> Speaker | None:
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
        people = self._people(piece, at)
        if piece.owner != OWN and not indirect:
            people = [person for person in people if person is not claimer]
        return people[0] if len(people) == 1 and people[0].gender == kind else None

    @staticmethod
    def _who_speaks(claimer: Speaker | None, kind: str) -> Speaker | None:
        """Who says "I", or which body says "we", where that is known by name."""
        if claimer is None or not claimer.named or not claimer.mentions or claimer.members:
            return None
        return claimer if kind == "I" or claimer.kind in BODIES else None

    def _is_source(self, claimer: Speaker, piece: Piece, at: int, kind: str | None) -> bool:
        """Whether "he" at the beginning of what a man says is himself: "Karr said he had sold the mill"."""
        if claimer.kind is not SpeakerKind.PERSON or not claimer.named or claimer.gender not in (kind, None):
            return False
        if self._layers.shape[at] == OBJECT_PRONOUN or self._pronouns.search(self._layers.shape, piece.first, at) is not None:
            return False
        return self._opens(piece, at)

    def _opens(self, piece: Piece, at: int) -> bool:
        """Whether a pronoun stands at the beginning of what is said, with no noun before it there."""
        quote = self._passage.quote(piece)
        if quote is None:
            return False
        low, _ = self._layers.sentence(piece.sentence)
        starts = [self._layers.at(content.start) for content in quote.contents]
        begun = min((start for start in starts if low <= start <= at), default=piece.first)
        return self._nouns.search(self._layers.shape, min(begun, piece.first), at) is None

    def _body(self, piece: Piece, at: int, kind: str) -> Speaker | None:
        """The source of reported words, where it is a body or a group that "it" or "they" at their beginning can stand for."""
        quote = self._passage.quote(piece)
        speaker = None if quote is None else quote.speaker
        if quote is None or speaker is None or quote.kind is QuoteKind.DIRECT or quote.source is None or speaker.kind not in BODIES:
            return None
        if self._layers.shape[at] != PRONOUN or not self._opens(piece, at) or not speaker.mentions:
            return None
        if kind == "things" and speaker.kind is not SpeakerKind.GROUP:
            return None  # "the mill says they need no union": the millers may be meant
        layers = self._layers
        return speaker if kind in self._agreement.pronouns(layers.at(quote.source.start), layers.at(quote.source.end) - 1) else None

    def _people(self, piece: Piece, at: int) -> list[Speaker]:
        """Everybody named near and before a token; a name of nobody who is known makes it too many."""
        layers = self._layers
        first, _ = layers.sentence(max(0, piece.sentence - SENTENCES_BACK))
        start, end = layers.tokens.starts[first], layers.tokens.starts[at]
        near = self._between(start, end)
        found = {id(speaker): speaker for _, speaker in near if speaker.kind is SpeakerKind.PERSON}
        inside = layers.inside(mention for mention, _ in near)
        for name in NAMES.finditer(layers.shape, first, at):
            if not inside[name.start()] and not PEOPLE.isdisjoint(self._agreement.pronouns(name.start(), name.end() - 1)):
                return []
        return list(found.values())

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
