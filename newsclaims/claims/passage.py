"""What a claim rule looks at: the layers of a text with its quotes and who the words belong to."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from newsclaims.claims.claimers import Claimers
from newsclaims.claims.pieces import OWN, Owners, Piece
from newsclaims.claims.stance import StanceReader
from newsclaims.claims.stretches import Stretch
from newsclaims.grammar import word_classes
from newsclaims.grammar.category import Category
from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import ADVERB, IF, ING, OPEN_QUOTE, THAT, TO
from newsclaims.model import Quote, QuoteKind, Speaker, SpeakerKind, Stance

if TYPE_CHECKING:
    from newsclaims.language import Language
    from newsclaims.layers import Layers

FINITE = frozenset(word_classes.FINITE)
ASSERTING: frozenset[Category] = frozenset(
    ("say", "tell", "claim", "show", "write", "announce", "describe", "discuss", "know", "feel", "accuse", "deny", "believe")
)
"""Categories of cues after which the words are put forward as the case. After others ("wants to", "praised the plan") it is the
reporter who says that somebody wants or praised."""
WANTING: frozenset[Category] = frozenset(("want", "plan", "promise", "urge", "ask", "expect"))
"""After these even "that" opens something wished for ("demanded that he resign")."""
SPOKEN: frozenset[Category] = frozenset(("say", "tell", "claim", "announce", "write", "discuss", "describe"))
"""What is not said after a negated cue of these is nobody's claim: "did not say that it rained"."""
MOST_REPORTERS = 8
"""So many reporters of reporters are named."""
FRAGMENT_WORDS = 4
"""Fewer quoted words than this belong to the sentence around them."""


class Passage:
    """A text while its claims are looked for."""

    def __init__(self, layers: Layers, quotes: Sequence[Quote], stances: StanceReader) -> None:
        self.layers = layers
        self.stances = stances
        self.quotes = quotes
        self.lower = layers.tokens.lower
        self.shape = layers.shape
        self._finite = re.compile(f"[{word_classes.FINITE}]").search
        self._stretches: dict[tuple[int, int], Stretch] = {}
        self._source_features: dict[int, tuple[str, ...]] = {}
        self.said = layers.inside(content for quote in quotes if quote.rule is not None for content in quote.contents)
        self.open = [self._shows_not(quote) for quote in quotes]
        self.held = [Stance.QUESTION if unshown else stances.of_cue(quote.cue) for quote, unshown in zip(quotes, self.open, strict=True)]
        self.asserting = [self._asserts(quote) and not self._only_shows(quote) for quote in quotes]
        self.void = [self._is_void(quote) and not unshown for quote, unshown in zip(quotes, self.open, strict=True)]
        self.owners = Owners(layers, quotes, self.asserting)
        self.telling = self._telling()
        self.spoken = _spoken(layers.language)
        self.finite_be = layers.language.words("finite_be")
        self.joint_words = layers.language.words("joint_words")
        self.frames = stances.frames(layers.tokens, layers.shape)
        self.claimers = Claimers(self)

    @property
    def language(self) -> Language:
        """The language of the text."""
        return self.layers.language

    def words(self, piece: Piece) -> list[str]:
        """The words and marks of a piece in small letters."""
        return self.lower[piece.first : piece.stop]

    def classes(self, piece: Piece) -> str:
        """The class of each token of a piece, as in :mod:`newsclaims.grammar.shapes`."""
        return self.shape[piece.first : piece.stop]

    def quote(self, piece: Piece) -> Quote | None:
        """The quote that a piece is part of, or ``None`` for the article's own voice."""
        return None if piece.owner == OWN else self.quotes[piece.owner]

    def next_finite(self, first: int, stop: int) -> int:
        """The first finite verb from token ``first`` on, or ``stop`` where there is none before it."""
        found = self._finite(self.shape, first, stop)
        return stop if found is None else found.start()

    def is_denied(self, piece: Piece) -> bool:
        """Whether a piece is all that is denied or left open, so that it is a claim however it is put."""
        if piece.stance is not Stance.AFFIRM:
            return True
        quote = self.quote(piece)
        cue = None if quote is None else quote.cue
        return cue is not None and cue.category == "deny" and self.held[piece.owner] is Stance.DENY

    def stretch(self, piece: Piece) -> Stretch:
        """A piece with the places where claims may begin and end in it; made once."""
        key = piece.first, piece.stop
        known = self._stretches.get(key)
        if known is None:
            known = self._stretches[key] = Stretch(self, piece.sentence, piece.first, piece.stop, piece.owner)
        return known

    def forget(self) -> None:
        """Lets go of the stretches made so far, which nobody asks for any more."""
        self._stretches.clear()

    def source_features(self, owner: int) -> tuple[str, ...]:
        """What a piece has from the quote it is part of, as features; read once a quote."""
        known = self._source_features.get(owner)
        if known is None:
            known = self._source_features[owner] = tuple(_of_source(self.quotes[owner]))
        return known

    def outward(self, piece: Piece) -> Piece:
        """A piece as the words of who reports the quote it is part of: of the quote around that, or of the article."""
        return piece if piece.owner == OWN else attrs.evolve(piece, owner=self.owners.around[piece.owner])

    def reporters(self, piece: Piece) -> tuple[Speaker, ...]:
        """Who passes on the words of a piece, the one nearest to who says them first."""
        found: list[Speaker] = []
        owner = piece.owner
        while owner != OWN and len(found) < MOST_REPORTERS:
            owner = self.owners.around[owner]
            speaker = None if owner == OWN else self.quotes[owner].speaker
            if speaker is not None:
                found.append(speaker)
        return tuple(found)

    def _asserts(self, quote: Quote) -> bool:
        """Whether the words of a quote are put forward by its source, and not only wanted, praised or done."""
        at = self.layers.at
        classes = "".join([self.shape[at(content.start) : at(content.end)] for content in quote.contents]).lstrip(OPEN_QUOTE)
        category = None if quote.cue is None else quote.cue.category
        if category == "deny":
            return self._denies(quote, classes)
        told = classes.startswith(THAT) and category not in WANTING  # so it has a verb, whether it was seen or not
        if len(classes) < FRAGMENT_WORDS or (FINITE.isdisjoint(classes) and not told):
            return False
        if quote.cue is not None and quote.cue.lemma in self.stances.cues and self._opens(quote):  # "questioned whether"
            return True
        if classes.startswith(TO) and quote.kind is not QuoteKind.DIRECT:  # "to resign"; but “To be clear, we did not”
            return False
        return told or category in ASSERTING or quote.kind is QuoteKind.DIRECT

    def _opens(self, quote: Quote) -> bool:
        """Whether "whether", "if" or "that" opens what a quote leaves open."""
        return self.lower[self.layers.at(quote.contents[0].start)] in self.stances.openers

    def _only_shows(self, quote: Quote) -> bool:
        """Whether a quote is what a document, or something it is not known who, shows somebody else: "the survey shows that P, he said"."""
        if quote.within is None or quote.cue is None or self.quotes[quote.within].speaker is None:
            return False
        shown = quote.cue.category == "show" or (quote.speaker is not None and quote.speaker.kind is SpeakerKind.DOCUMENT)
        outer = self.quotes[quote.within].speaker
        return shown and outer is not None and outer.kind is not SpeakerKind.DOCUMENT

    def _denies(self, quote: Quote, classes: str) -> bool:
        """Whether what a quote denies is a proposition or a charge; "declined to name them", "rejected the bill" deny nothing."""
        if classes.startswith(TO):
            return False
        if not FINITE.isdisjoint(classes):
            return True
        first, stop = self.layers.at(quote.contents[0].start), self.layers.at(quote.contents[0].end)
        if quote.cue is None or quote.cue.lemma not in self.stances.denying:
            return False
        first = past(self.shape, first, stop, ADVERB)
        if self.shape[first : first + 1] == ING:  # "denied ever taking bribes"
            return True
        phrase = self.layers.mentions.after(first, stop)
        return phrase is not None and self.lower[phrase.head] in self.stances.denied_nouns

    def _shows_not(self, quote: Quote) -> bool:
        """Whether something is told not to show what a quote says: "no document shows that P", "none of the reports indicated that P"."""
        cue = quote.cue
        if cue is None or not cue.negated or quote.kind is QuoteKind.DIRECT:
            return False
        nobody = quote.speaker is None or quote.speaker.kind not in (SpeakerKind.PERSON, SpeakerKind.GROUP)
        return cue.category == "show" or (cue.lemma in self.stances.indicating and nobody)

    def _is_void(self, quote: Quote) -> bool:
        """Whether the words of a quote are nobody's: "did not say that P", "if she says that P", "asked whether P"."""
        cue = quote.cue
        if cue is None:
            return False
        if cue.negated:
            return cue.category in SPOKEN
        if cue.category == "ask" and cue.lemma not in self.stances.cues and self._opens(quote):  # "asked whether P": it is not said
            return True
        at = self.layers.at(cue.span.start if quote.source is None else quote.source.start)
        low = self.layers.tokens.sentence_starts[self.layers.tokens.sentence_at(at)]
        return at > low and self.shape[at - 1] == IF and quote.kind is not QuoteKind.DIRECT

    def _telling(self) -> bytearray:
        """Marks the tokens of sources and cues that only say who said it."""
        layers = self.layers
        marked = bytearray(len(layers.tokens) + 1)
        for quote, asserting, void in zip(self.quotes, self.asserting, self.void, strict=True):
            for content in quote.contents if void else ():
                first, stop = layers.at(content.start), layers.at(content.end)
                marked[first:stop] = b"\x01" * (stop - first)
            if (asserting or void) and quote.cue is not None and quote.cue.category != "accuse":
                for span in (quote.source, quote.cue.span, quote.addressee):
                    if span is not None:
                        first, stop = layers.at(span.start), layers.at(span.end)
                        marked[first:stop] = b"\x01" * (stop - first)
        return marked


@functools.lru_cache(maxsize=8)
def _spoken(language: Language) -> frozenset[str]:
    """Nouns for what is said, asked or spoken about, and for what one speaks by."""
    nouns = language.words("speech_nouns") | language.words("asked_nouns") | language.words("speech_channels")
    nouns |= language.words("speech_settings") | language.table("cue_nouns").keys()
    return nouns | {f"{noun}s" for noun in nouns}


def _of_source(quote: Quote) -> Iterator[str]:
    yield "said by a source"
    if quote.cue is not None:
        yield f"after {quote.cue.category}"
    if quote.speaker is not None:
        yield f"speaker: {quote.speaker.kind.value}"
        if quote.speaker.named:
            yield "named speaker"
