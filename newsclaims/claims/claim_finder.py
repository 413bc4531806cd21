"""Finding claims: from the quotes of a text and its own voice to claims, with all that is known of each."""

from __future__ import annotations

import datetime
import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from newsclaims.claims.aboutness import find_object
from newsclaims.claims.base import ClaimRule, Verdict
from newsclaims.claims.decontextualizing import Alone, StandingAlone
from newsclaims.claims.features import FeatureReader
from newsclaims.claims.passage import Passage
from newsclaims.claims.pieces import OWN, Piece, find_pieces, trimmed
from newsclaims.claims.referents import Referents
from newsclaims.claims.repeats import RepeatFinder
from newsclaims.claims.stance import HedgeReader, StanceReader
from newsclaims.claims.topics import TopicFinder
from newsclaims.claims.worthiness import Weights, shipped_weights
from newsclaims.errors import RuleError
from newsclaims.language import Language
from newsclaims.measures.atoms import Atoms, AtomScanner, AtomsOfTokens
from newsclaims.measures.dates import DateFinder
from newsclaims.measures.quantities import QuantityFinder
from newsclaims.model import Claim, Date, Quantity, Quote, Reason, Speaker, Stance
from newsclaims.rulebook.rule import FunctionRule
from newsclaims.rulebook.ruleset import RuleSet
from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.layers import Layers

FLOOR = 0.5
BATCH = 100
"""So many pieces of a text go together from reader to reader. A reader then has its words and its code at hand for all of them, which
takes a sixth less time than all readers for one piece and then for the next."""


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
        rules: RuleSet[ClaimRule],
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
        for batch in self._batches(passage, rules, reference, record):
            sure = [weights.is_claim(each.features) for each in batch]
            found = [each for each, share in zip(batch, sure, strict=True) if share >= FLOOR]
            noted = [each for each, share in zip(batch, sure, strict=True) if share >= FLOOR or each.piece.form == "clause"]
            # "though the owners met, they lost": no claim, but named
            about = {id(each): self._about(passage, each.piece, referents) for each in noted}
            claims += self._claims(passage, [about[id(each)] for each in found], alone, found, weights)
            contents += [self._repeats.content(each.atoms.lower) for each in found]
            if record is not None:
                for each, share in zip(batch, sure, strict=True):
                    span = Span.of(layers.text, each.start, each.end)
                    record.weighed(span, share, weights.check_worthiness(each.features), weights.reasons(each.features))
        return self._repeats.linked(claims, contents)

    def day(self, text: str, span: Span) -> datetime.date | None:
        """The day that a span names, without help from any other date."""
        found = self._dates.find(text, span.start, span.end)
        return _day(found[0].iso) if found else None

    def find_candidates(self, layers: Layers, quotes: Sequence[Quote], rules: RuleSet[ClaimRule]) -> tuple[Candidate, ...]:
        """The pieces of a text that no rule refuses, in order."""
        passage = Passage(layers, quotes, self._stances)
        return tuple(itertools.chain.from_iterable(self._batches(passage, rules)))

    def _batches(
        self, passage: Passage, rules: RuleSet[ClaimRule], reference: datetime.date | None = None, record: Record | None = None
    ) -> Iterator[list[Candidate]]:
        """The pieces of a text that no rule refuses, in order, some at a time: see ``BATCH``."""
        of_text = AtomsOfTokens(passage.layers.text, passage.layers.tokens, self._scanner)
        for pieces in apply_claim_rules(passage, rules, record):
            yield self._candidates(passage, pieces, of_text, reference)

    def _candidates(
        self, passage: Passage, pieces: Sequence[Piece], of_text: AtomsOfTokens, reference: datetime.date | None
    ) -> list[Candidate]:
        atoms = [of_text.between(piece.first, piece.stop) for piece in pieces]
        dates = [self._dates.find_in(each, reference) for each in atoms]
        quantities = list(map(self._quantities.find_in, atoms, dates))
        topics = list(map(self._topics.find_in, atoms))
        features = [
            self._features.read(passage, piece, amounts, days, words)
            for piece, amounts, days, (_, words) in zip(pieces, quantities, dates, topics, strict=True)
        ]
        return [
            Candidate(piece, each.starts[0], each.ends[-1], each, days, amounts, topic, words, names)
            for piece, each, days, amounts, (topic, words), names in zip(pieces, atoms, dates, quantities, topics, features, strict=True)
        ]

    def _claims(
        self, passage: Passage, about: Sequence[Span | None], alone: StandingAlone, found: Sequence[Candidate], weights: Weights
    ) -> Iterator[Claim]:
        read = [alone.read(each.piece, each.start, each.end) for each in found]
        hedges = [self._hedges.hedges(each.atoms, each.quantities) for each in found]
        reasons = [weights.reasons(each.features) for each in found]
        return map(functools.partial(self._claim, passage, weights), found, about, read, hedges, reasons)

    @staticmethod
    def _about(passage: Passage, piece: Piece, referents: Referents) -> Span | None:
        about = find_object(passage, piece, referents)
        if piece.form != "relative clause":
            referents.note(about)
        return about

    def _claim(
        self,
        passage: Passage,
        weights: Weights,
        candidate: Candidate,
        about: Span | None,
        read: Alone,
        hedges: tuple[Span, ...],
        reasons: tuple[Reason, ...],
    ) -> Claim:
        piece = candidate.piece
        words = passage.words(piece)
        quote = passage.quote(piece)
        return Claim(
            span=Span.of(passage.layers.text, candidate.start, candidate.end),
            sentence=passage.layers.sentence_numbers[piece.sentence],
            claimer=None if quote is None else quote.speaker,
            quote=None if piece.owner == OWN else piece.owner,
            stance=self._stance(piece, quote),
            modality=self._hedges.modality(words, passage.classes(piece)),
            negated=self._hedges.is_negated(words),
            hedges=hedges,
            quantities=candidate.quantities,
            dates=candidate.dates,
            object=about,
            topic=candidate.topic,
            topic_words=candidate.topic_words,
            check_worthiness=weights.check_worthiness(candidate.features),
            reasons=reasons,
            reported_by=passage.reporters(piece),
            context=tuple(sorted({passage.layers.sentence_numbers[each] for each in read.context})),
            decontextualized=read.words,
            unresolved=read.unresolved,
        )

    def _stance(self, piece: Piece, quote: Quote | None) -> Stance:
        return piece.stance if piece.stance is not Stance.AFFIRM or quote is None else self._stances.of_cue(quote.cue)


def apply_claim_rules(passage: Passage, rules: RuleSet[ClaimRule], record: Record | None = None) -> Iterator[list[Piece]]:
    """What the rules leave of a text, in order and some at a time (see ``BATCH``): each piece goes through all rules in turn."""
    pieces = find_pieces(passage)
    while batch := list(itertools.islice(pieces, BATCH)):
        for rule in rules:
            batch = list(_left(rule, passage, batch, record))
        yield batch


def _left(rule: ClaimRule, passage: Passage, pieces: Iterable[Piece], record: Record | None) -> Iterator[Piece]:
    """What one rule leaves of some pieces."""
    apply = rule.function if isinstance(rule, FunctionRule) else rule.apply  # one call less, on every piece
    for piece in pieces:
        try:
            verdict: Verdict = apply(passage, piece)
        except Exception as error:
            raise RuleError(f"the claim rule {rule.name!r} failed: {type(error).__name__}: {error}") from error
        if record is not None:
            record.tried(rule.name, passage.layers.span(piece.first, piece.stop - 1), verdict)
        if verdict is None:
            yield piece
        elif not isinstance(verdict, str):
            yield from filter(None, [trimmed(passage.layers, part) for part in _checked(rule, piece, verdict)])


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
    rules: RuleSet[ClaimRule],
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


def find_candidates(layers: Layers, quotes: Sequence[Quote], rules: RuleSet[ClaimRule]) -> tuple[Candidate, ...]:
    """What the rules leave of a text, claim or not."""
    return claim_finder(layers.language).find_candidates(layers, quotes, rules)
