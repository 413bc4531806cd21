"""Who denies a claim that somebody else makes: "Two clerks say that Karr took the money, which he denies", "falsely claimed that"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclaims.grammar.word_classes import RELATIVE, STOP
from newsclaims.model import Quote, Speaker, SpeakerKind

if TYPE_CHECKING:
    from newsclaims.claims.passage import Passage
    from newsclaims.claims.referents import Referents


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


class Denials:
    """Tells who denies a claim."""

    def __init__(self, passage: Passage, referents: Referents) -> None:
        self._passage = passage
        self._found = find_denials(passage)
        self._referents = referents
        self._adverbs = passage.language.words("false_adverbs")

    def of(self, sentence: int, stop: int, quote: Quote | None) -> tuple[Speaker | None, ...]:
        """Those who deny a claim that ends before token ``stop``; ``None`` stands for the article."""
        deniers: list[Speaker | None] = []
        if quote is not None and quote.cue is not None and not self._adverbs.isdisjoint(quote.cue.span.text.lower().split()):
            deniers.append(None)
        denial = self._found.get(sentence)
        if denial is not None and stop <= denial.relative:
            deniers.append(self._referents.speaker(denial.subject) or self._unheard(denial))
        return tuple(deniers)

    def _unheard(self, denial: Denial) -> Speaker:
        """Somebody whom the text does not quote, by the words it has."""
        span = self._passage.layers.span(denial.first, denial.subject)
        return Speaker(span.text, SpeakerKind.UNKNOWN, mentions=(span,), named=span.text[:1].isupper())
