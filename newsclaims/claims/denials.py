"""Who denies a claim that somebody else makes: "Two clerks say that Karr took the money, which he denies", "falsely claimed that"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import DETERMINER, NOUN, OPEN_QUOTE, RELATIVE, STOP, THAT
from newsclaims.model import Quote, Speaker, SpeakerKind

if TYPE_CHECKING:
    from newsclaims.claims.passage import Passage
    from newsclaims.claims.referents import Referents


POINTING = (THAT, DETERMINER)
"""What takes up what the sentence before said: "that is a lie", "this claim is false"."""


class Denial(NamedTuple):
    """A relative clause that denies what stands before it: where it begins, and the first and last word of who denies."""

    relative: int
    first: int
    subject: int


def find_denials(passage: Passage) -> dict[int, Denial]:
    """The denials of a text by the sentence they stand in."""
    layers, shape = passage.layers, passage.shape
    found: dict[int, Denial] = {}
    for cue in layers.cues:
        denies = cue.category == "deny" and cue.lemma in passage.stances.denying and not cue.negated
        if denies and shape[cue.last + 1 : cue.last + 2] in STOP:
            low, _ = layers.sentence(cue.sentence)
            subject = layers.mentions.before(cue.first, low)
            if subject is not None and subject.first > low and shape[subject.first - 1] == RELATIVE:
                found[cue.sentence] = Denial(subject.first - 1, subject.first, subject.head)
    return found


def find_verdicts(passage: Passage) -> dict[int, Quote | None]:
    """The sentences of which the next says that it is not so: "That is a lie.", "That is not true, Vane said."

    With each comes the quote that says so, or ``None`` for the article.
    """
    layers = passage.layers
    found: dict[int, Quote | None] = {}
    said = [layers.at(content.start) for quote in passage.quotes for content in quote.contents[:1]]
    for start in sorted({*layers.tokens.sentence_starts[1:-1], *said}):
        sentence = layers.tokens.sentence_at(start)
        low, stop = layers.sentence(sentence)
        # "Asked about the dam, Karr said that was untrue": that goes back to what he was asked
        if low and all(passage.telling[low:start]) and _is_verdict(passage, past(passage.shape, start, stop, OPEN_QUOTE), stop):
            found[sentence - 1] = min(_around(passage.quotes, layers.tokens.starts[start]), key=_length, default=None)
    return found


def _is_verdict(passage: Passage, at: int, stop: int) -> bool:
    """Whether at a token somebody says that what was said is not so."""
    shape, lower, stances = passage.shape, passage.lower, passage.stances
    if at >= stop or shape[at] not in POINTING or lower[at] not in stances.pointing:
        return False
    named = shape[at + 1 : at + 2] == NOUN and (lower[at + 1] in passage.spoken or lower[at + 1] in stances.denied_nouns)
    return stances.verdict(lower, shape, at + 1 + named, stop, of_claim=True) is not None


def _around(quotes: Iterable[Quote], offset: int) -> list[Quote]:
    """The quotes with a character among their words."""
    return [quote for quote in quotes for content in quote.contents if content.start <= offset < content.end]


def _length(quote: Quote) -> int:
    return sum(content.end - content.start for content in quote.contents)


class Denials:
    """Tells who denies a claim."""

    def __init__(self, passage: Passage, referents: Referents) -> None:
        self._passage = passage
        self._found = find_denials(passage)
        self._verdicts = find_verdicts(passage)
        self._referents = referents
        self._adverbs = passage.language.words("false_adverbs")

    def of(self, sentence: int, stop: int, quote: Quote | None, *, last: bool) -> tuple[Speaker | None, ...]:
        """Those who deny a claim that ends before token ``stop``; ``None`` stands for the article. ``last``: the last of its sentence."""
        deniers: list[Speaker | None] = []
        if quote is not None and quote.cue is not None and not self._adverbs.isdisjoint(quote.cue.span.text.lower().split()):
            deniers.append(None)
        denial = self._found.get(sentence)
        if denial is not None and stop <= denial.relative:
            deniers.append(self._referents.speaker(denial.subject) or self._unheard(denial))
        if last and quote is not None and sentence in self._verdicts:
            said = self._verdicts[sentence]
            denier = None if said is None else said.speaker
            if denier not in deniers and denier is not quote.speaker and (said is None or denier is not None):
                deniers.append(denier)
        return tuple(deniers)

    def _unheard(self, denial: Denial) -> Speaker:
        """Somebody whom the text does not quote, by the words it has."""
        span = self._passage.layers.span(denial.first, denial.subject)
        return Speaker(span.text, SpeakerKind.UNKNOWN, mentions=(span,), named=span.text[:1].isupper())
