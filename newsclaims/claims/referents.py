"""Referents: the words that a pronoun in a claim stands for, where the text makes it plain enough."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsclaims.claims.agreement import PEOPLE, Agreement
from newsclaims.claims.clause_classes import STANDS_FOR_ANOTHER
from newsclaims.claims.passage import Passage
from newsclaims.claims.pieces import OWN
from newsclaims.grammar.word_classes import DETERMINER, NAME, POSSESSIVE, PRONOUN, RELATIVE_OR_THAT, TIME
from newsclaims.model import Quote, QuoteKind, Speaker, SpeakerKind

if TYPE_CHECKING:
    from newsclaims.spans import Span

BODIES = (SpeakerKind.ORGANIZATION, SpeakerKind.GROUP, SpeakerKind.UNKNOWN)
PARTIES = ("I", "we", "you")
NO_THING = TIME + RELATIVE_OR_THAT
"""What "it" does not go back to: "Monday", "that"."""
CLAIMS_BACK = 6
"""So many claims back "it" and "they" can reach."""
SENTENCES_BACK = 4
"""So many sentences back a person is looked for."""


class Referents:
    """Who and what the pronouns of a text stand for.

    Names are those of the speakers, wherever they are mentioned; ``note`` takes down what each claim is about, to which "it" and
    "they" go back.
    """

    def __init__(self, passage: Passage, speakers: Sequence[Speaker]) -> None:
        self.passage = passage
        words = passage.language.table("claim_pronouns")
        self._kinds = words
        self.empty = frozenset(word for word, kind in words.items() if kind == "empty")
        people = [speaker for speaker in speakers if speaker.kind is SpeakerKind.PERSON and speaker.named]
        named = [(mention, speaker) for speaker in people for mention in speaker.mentions if self._is_name(mention)]
        self._mentions = sorted(named, key=lambda pair: pair[0].start)
        self._starts = [mention.start for mention, _ in self._mentions]
        self._agreement = Agreement(passage, {mention.text.lower().split()[-1]: who for mention, who in _named(speakers)})
        self._fullest: dict[int, list[Span]] = {}  # of each speaker asked for, which are as many as speak
        self._noted: list[tuple[int, int, Span]] = []  # first token, one past the last, the words

    def note(self, span: Span | None) -> None:
        """Takes down what the last claim was about."""
        if span is not None:
            first, stop = self.passage.layers.at(span.start), self.passage.layers.at(span.end)
            says = self.passage.shape[first] not in STANDS_FOR_ANOTHER or stop > first + 1
            if says and self.passage.shape[stop - 1] not in NO_THING:
                self._noted.append((first, stop, span))

    def is_party(self, token: int) -> bool:
        """Whether the pronoun at a token is one for those who speak or are spoken to."""
        return self._kinds.get(self.passage.lower[token]) in PARTIES

    def is_speaker(self, token: int, owner: int) -> bool:
        """Whether "I" stands at a token and who says it is known by name."""
        speaker = None if owner == OWN else self.passage.quotes[owner].speaker
        return self._kinds.get(self.passage.lower[token]) == "I" and speaker is not None and speaker.named

    def agrees(self, token: int, phrase: tuple[int, int]) -> bool:
        """Whether the pronoun at a token can stand for a phrase."""
        return self._kinds.get(self.passage.lower[token]) in self._agreement.pronouns(*phrase)

    def of(self, token: int, owner: int) -> Span | None:
        """The words that the pronoun at a token stands for; ``owner`` is the quote it stands in."""
        kind = self._kinds.get(self.passage.lower[token])
        quote = None if owner == OWN else self.passage.quotes[owner]
        claimer = None if quote is None else quote.speaker
        if quote is not None and claimer is not None and self._is_claimer(token, kind, quote, claimer):
            return self._name_of(claimer, token)
        if quote is not None and kind in ("thing", "we"):
            body = self._spoken_for(quote, kind)
            if body is not None:
                return body
        if kind in ("male", "female"):
            return self._person(token, kind, claimer)
        if kind in ("thing", "things"):
            return self._last(token, kind)
        return self._noted[-1][2] if kind == "pointing" and self._noted else None

    def _is_claimer(self, token: int, kind: str | None, quote: Quote, claimer: Speaker) -> bool:
        """Whether a pronoun stands for who says it: "I"; "she" and "it" only in the reporter's words."""
        if kind is None or quote.kind is QuoteKind.DIRECT or kind in PARTIES:
            return kind in PARTIES
        if kind in ("male", "female"):
            return claimer.kind is SpeakerKind.PERSON and claimer.gender in (kind, None)
        return kind in ("thing", "things") and self.passage.shape[token] == PRONOUN and self._is_body(claimer, quote, kind)

    def _spoken_for(self, quote: Quote, kind: str) -> Span | None:
        """The body that who is quoted speaks for, where its source names it: "a spokesman for the mill said it"."""
        body = None if quote.speaker is None or quote.source is None else quote.speaker.on_behalf_of
        if body is None or quote.source is None or (kind == "thing") is (quote.kind is QuoteKind.DIRECT):
            return None
        at = quote.source.text.find(body)
        layers = self.passage.layers
        if at < 0:
            return None
        first, last = layers.at(quote.source.start + at), layers.at(quote.source.start + at + len(body)) - 1
        return layers.span(first - (self.passage.shape[first - 1 : first] == DETERMINER), last)

    def name_of(self, span: Span, owner: int) -> str | None:
        """The full name of somebody a phrase names; "her turnover" is named by whose it is."""
        low = bisect.bisect_left(self._starts, span.start)
        for mention, speaker in self._mentions[low : bisect.bisect_left(self._starts, span.end)]:
            if mention.end == span.end:
                return speaker.name
        first = self.passage.layers.at(span.start)
        if self.passage.shape[first] != POSSESSIVE or self.passage.layers.tokens.ends[first] >= span.end:
            return None
        meant = self.of(first, owner)
        name = self.name_of(meant, owner) if meant is not None and meant != span else None
        return None if name is None else f"{name}’s{span.text[len(self.passage.layers.tokens.words[first]) :]}"

    def speaker(self, token: int) -> Speaker | None:
        """Who is named by the word at a token, or meant by the pronoun there."""
        kind = self._kinds.get(self.passage.lower[token])
        span = self._person(token, kind, None) if kind in ("male", "female") else self.passage.layers.span(token, token)
        if span is None:
            return None
        at = bisect.bisect_right(self._starts, span.start) - 1
        if at < 0 or self._mentions[at][0].end < span.end:
            return None
        return self._mentions[at][1]

    def _is_body(self, claimer: Speaker, quote: Quote, kind: str) -> bool:
        """Whether the source of a quote is an organisation or a group that a pronoun of this kind can stand for."""
        if quote.source is None or claimer.kind not in BODIES:
            return False
        if (claimer.kind is SpeakerKind.ORGANIZATION and kind == "thing") or (claimer.kind is SpeakerKind.GROUP and kind == "things"):
            return True
        at = self.passage.layers.at
        return kind in self._agreement.pronouns(at(quote.source.start), at(quote.source.end) - 1)

    def _last(self, token: int, kind: str) -> Span | None:
        """What a pronoun of this kind can stand for of what claims were about: the first in the last sentence that has any."""
        able = [each for each in self._noted[-CLAIMS_BACK:] if each[0] < token and kind in self._agreement.pronouns(each[0], each[1] - 1)]
        if not able:
            return None
        low, _ = self.passage.layers.sentence(self.passage.layers.tokens.sentence_at(able[-1][0]))
        return next(span for first, _, span in able if first >= low)

    def _name_of(self, speaker: Speaker, token: int) -> Span | None:
        """The mention of a speaker by its fullest name, the nearest before a token."""
        known = self._fullest.get(id(speaker))
        if known is None:
            known = self._fullest[id(speaker)] = sorted(self._full_names(speaker), key=_start)
        if not known:
            return None
        return known[max(0, bisect.bisect_right(known, self.passage.layers.tokens.starts[token], key=_start) - 1)]

    def _is_name(self, mention: Span) -> bool:
        """Whether a mention is more than a pronoun and begins like a name."""
        return mention.text[:1].isupper() and mention.text.lower() not in self._kinds

    def _is_phrase(self, mention: Span) -> bool:
        """Whether a mention is no pronoun."""
        return mention.text.lower() not in self._kinds and self.passage.shape[self.passage.layers.at(mention.start)] not in RELATIVE_OR_THAT

    def _full_names(self, speaker: Speaker) -> Sequence[Span]:
        """The mentions of a speaker by the fullest name; by any name, or by any words, where there is none."""
        names = [mention for mention in speaker.mentions if self._is_name(mention)]
        full = [mention for mention in speaker.mentions if speaker.name in mention.text]
        return full or names or [each for each in speaker.mentions if self._is_phrase(each)] or speaker.mentions

    def _person(self, token: int, gender: str, but: Speaker | None) -> Span | None:
        """The person named last before a token who can be "he" or "she", the one speaking left out."""
        layers = self.passage.layers
        sentence = layers.tokens.sentence_at(token)
        low = bisect.bisect_left(self._starts, layers.sentence_bounds[max(0, sentence - SENTENCES_BACK)][0])
        near = self._mentions[low : bisect.bisect_left(self._starts, layers.tokens.starts[token])]
        able = [(mention, speaker) for mention, speaker in near if speaker is not but and speaker.gender in (gender, None)]
        known = [(mention, speaker) for mention, speaker in able if speaker.gender == gender] or able
        if len({id(speaker) for _, speaker in known}) > 1:  # a wrong name is worse than an open one
            return self._told_of(token, gender, but)
        return self._name_of(known[-1][1], token) if known else self._last(token, gender)

    def _told_of(self, token: int, gender: str, but: Speaker | None) -> Span | None:
        """The man, or woman, by name whom the last claim before a token was about, in its sentence or the one before."""
        layers = self.passage.layers
        low, _ = layers.sentence(max(0, layers.tokens.sentence_at(token) - 1))
        for first, stop, span in reversed(self._noted[-CLAIMS_BACK:]):
            kinds = self._agreement.pronouns(first, stop - 1)
            named = NAME in self.passage.shape[first:stop] and gender in kinds and kinds <= PEOPLE
            if named and low <= first < token and (but is None or self._named_in(span) is not but):
                return span
        return None

    def _named_in(self, span: Span) -> Speaker | None:
        """The first person named in a phrase."""
        at = bisect.bisect_left(self._starts, span.start)
        return self._mentions[at][1] if at < len(self._mentions) and self._mentions[at][0].start < span.end else None


def _start(mention: Span) -> int:
    return mention.start


def _named(speakers: Sequence[Speaker]) -> Iterator[tuple[Span, Speaker]]:
    return ((mention, speaker) for speaker in speakers for mention in speaker.mentions if mention.text[:1].isupper())
