"""Finding claims: from the quotes of a text and its own voice to claims, with all that is known of each."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from newsclaims.claims.aboutness import find_object
from newsclaims.claims.alone import StandingAlone
from newsclaims.claims.atoms import Atoms, AtomScanner
from newsclaims.claims.base import Verdict
from newsclaims.claims.dates import DateFinder
from newsclaims.claims.features import FeatureReader
from newsclaims.claims.passage import Passage
from newsclaims.claims.pieces import OWN, Piece, find_pieces, trimmed
from newsclaims.claims.quantities import QuantityFinder
from newsclaims.claims.referents import Referents
from newsclaims.claims.repeats import RepeatFinder
from newsclaims.claims.stance import HedgeReader, StanceReader
from newsclaims.claims.topics import TopicFinder
from newsclaims.claims.worthiness import Weights, shipped_weights
from newsclaims.errors import RuleError
from newsclaims.language import Language
from newsclaims.model import Claim, Date, Quantity, Quote, Reason, Speaker, Stance
from newsclaims.rules.ruleset import RuleSet
from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.layers import Layers

FLOOR = 0.5


class Record(Protocol):
    """Is told what becomes of the pieces of a text."""

    def tried(self, rule: str, span: Span, verdict: Verdict) -> None:
        """One rule, tried on one piece."""

    def weighed(self, span: Span, is_claim: float, worth: float, reasons: Sequence[Reason]) -> None:
        """A piece that no rule refused: how surely it is a claim (0 to 1), and how much it is worth checking."""


@attrs.frozen
class Candidate:
    """A piece that no rule refused, with what was read in it."""

    piece: Piece
    start: int
    end: int
    atoms: Atoms
    dates: tuple[Date, ...]
    quantities: tuple[Quantity, ...]
    topic: str | None
    topic_words: tuple[Span, ...]
    features: frozenset[str]


class ClaimFinder:
    """Finds claims with the words of a language; built once and shared."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._repeats = RepeatFinder(language)
        self._scanner = AtomScanner()
        self._dates = DateFinder(language)
        self._quantities = QuantityFinder(language)
        self._topics = TopicFinder(language)
        self._features = FeatureReader(language)
        self._stances = StanceReader(language)
        self._hedges = HedgeReader(language)

    def find(
        self,
        layers: Layers,
        quotes: Sequence[Quote],
        speakers: Sequence[Speaker],
        rules: RuleSet,
        weights: Weights,
        reference: datetime.date | None = None,
        record: Record | None = None,
    ) -> tuple[Claim, ...]:
        """The claims of a text in order. ``reference`` is the day of the report; ``record`` is told what becomes of each piece.

        Raises:
            RuleError: a rule of your own failed; no shipped rule does.
        """
        passage = Passage(layers, quotes, self._stances)
        referents = Referents(passage, speakers)
        alone = StandingAlone(passage, speakers, self._language)
        claims: list[Claim] = []
        contents: list[frozenset[str]] = []
        for each in self.candidates(passage, rules, reference, record):
            sure = weights.is_claim(each.features)
            if sure >= FLOOR:
                claims.append(self._claim(passage, referents, alone, each, weights))
                contents.append(self._repeats.content(each.atoms.lower))
            if record is not None:
                span = Span.of(layers.text, each.start, each.end)
                record.weighed(span, sure, weights.check_worthiness(each.features), weights.reasons(each.features))
        return self._repeats.linked(claims, contents)

    def day(self, text: str, span: Span) -> datetime.date | None:
        """The day that a span names, without help from any other date."""
        found = self._dates.find(text, span.start, span.end)
        return _day(found[0].iso) if found else None

    def find_candidates(self, layers: Layers, quotes: Sequence[Quote], rules: RuleSet) -> tuple[Candidate, ...]:
        """The pieces of a text that no rule refuses, in order."""
        return tuple(self.candidates(Passage(layers, quotes, self._stances), rules))

    def candidates(
        self, passage: Passage, rules: RuleSet, reference: datetime.date | None = None, record: Record | None = None
    ) -> Iterator[Candidate]:
        """The pieces of a text that no rule refuses, in order."""
        for piece in apply_claim_rules(passage, rules, record):
            yield self._candidate(passage, piece, reference)

    def _candidate(self, passage: Passage, piece: Piece, reference: datetime.date | None) -> Candidate:
        layers = passage.layers
        start, end = layers.tokens.starts[piece.first], layers.tokens.ends[piece.stop - 1]
        atoms = self._scanner.read(layers.text, start, end)
        dates = self._dates.find_in(atoms, reference)
        quantities = self._quantities.find_in(atoms, dates)
        topic, words = self._topics.find_in(atoms)
        features = self._features.read(passage, piece, quantities, dates, words)
        return Candidate(piece, start, end, atoms, dates, quantities, topic, words, features)

    def _claim(self, passage: Passage, referents: Referents, alone: StandingAlone, candidate: Candidate, weights: Weights) -> Claim:
        piece = candidate.piece
        words = passage.words(piece)
        quote = passage.quote(piece)
        about = find_object(passage, piece, referents)
        if piece.form != "relative clause":
            referents.note(about)
        read = alone.read(piece, candidate.start, candidate.end)
        return Claim(
            span=Span.of(passage.layers.text, candidate.start, candidate.end),
            sentence=passage.layers.sentence_numbers[piece.sentence],
            claimer=None if quote is None else quote.speaker,
            quote=None if piece.owner == OWN else piece.owner,
            stance=self._stance(piece, quote),
            modality=self._hedges.modality(words, passage.classes(piece)),
            negated=self._hedges.is_negated(words),
            hedges=self._hedges.hedges(candidate.atoms, candidate.quantities),
            quantities=candidate.quantities,
            dates=candidate.dates,
            object=about,
            topic=candidate.topic,
            topic_words=candidate.topic_words,
            check_worthiness=weights.check_worthiness(candidate.features),
            reasons=weights.reasons(candidate.features),
            reported_by=passage.reporters(piece),
            context=tuple(sorted({passage.layers.sentence_numbers[each] for each in read.context})),
            decontextualized=read.words,
            unresolved=read.unresolved,
        )

    def _stance(self, piece: Piece, quote: Quote | None) -> Stance:
        return piece.stance if piece.stance is not Stance.AFFIRM or quote is None else self._stances.of_cue(quote.cue)


def apply_claim_rules(passage: Passage, rules: RuleSet, record: Record | None = None) -> Iterator[Piece]:
    """What the rules leave of a text, in order: each piece goes through the rules after the one that cut it."""
    ordered = tuple((rule, rule.apply) for rule in rules)
    waiting = [(piece, 0) for piece in find_pieces(passage)]
    waiting.reverse()
    while waiting:
        piece, number = waiting.pop()
        bare = trimmed(passage.layers, piece)
        if bare is None:
            continue
        for at in range(number, len(ordered)):
            rule, apply = ordered[at]
            try:
                verdict: Verdict = apply(passage, bare)  # type: ignore[arg-type,assignment]  # the rules of this set start from a piece
            except Exception as error:
                raise RuleError(f"the claim rule {rule.name!r} failed: {type(error).__name__}: {error}") from error
            if record is not None:
                record.tried(rule.name, passage.layers.span(bare.first, bare.stop - 1), verdict)
            if verdict is None:
                continue
            if not isinstance(verdict, str):
                waiting.extend((part, at + 1) for part in reversed(_checked(rule, bare, verdict)))
            break
        else:
            yield bare


def _checked(rule: Any, piece: Piece, verdict: Any) -> tuple[Piece, ...]:
    """The pieces a rule returned, each of them a part of the one it was given."""
    if not isinstance(verdict, tuple) or not all(isinstance(part, Piece) and piece.holds(part) for part in verdict):
        raise RuleError(f"the claim rule {rule.name!r} must return pieces of the piece, a str or None, not {verdict!r:.80}")
    return verdict


@functools.lru_cache(maxsize=8)
def claim_finder(language: Language) -> ClaimFinder:
    """The finder of a language, built at first use."""
    return ClaimFinder(language)


def find_claims(
    layers: Layers,
    quotes: Sequence[Quote],
    speakers: Sequence[Speaker],
    rules: RuleSet,
    reference: datetime.date | None = None,
    record: Record | None = None,
) -> tuple[Claim, ...]:
    """The claims of a text, weighed with the shipped weights; relative dates are counted from ``reference``."""
    return claim_finder(layers.language).find(layers, quotes, speakers, rules, shipped_weights(), reference, record)


def day_of_report(layers: Layers, metadata: Mapping[str, Any] | None = None) -> datetime.date | None:
    """The day a report was written: ``metadata["date"]`` (a date, or its ISO 8601 text), else the full date in its dateline."""
    given = (metadata or {}).get("date")
    if isinstance(given, datetime.datetime):
        return given.date()
    if isinstance(given, datetime.date):
        return given
    if isinstance(given, str):
        return _day(given[:10])
    span = None if layers.dateline is None else layers.dateline.date
    return None if span is None else claim_finder(layers.language).day(layers.text, span)


def _day(iso: str | None) -> datetime.date | None:
    try:
        return None if iso is None else datetime.date.fromisoformat(iso)
    except ValueError:  # a month or a year, or no date at all
        return None


def find_candidates(layers: Layers, quotes: Sequence[Quote], rules: RuleSet) -> tuple[Candidate, ...]:
    """What the rules leave of a text, claim or not."""
    return claim_finder(layers.language).find_candidates(layers, quotes, rules)
