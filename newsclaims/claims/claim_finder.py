"""Finding claims: from the quotes of a text and its own voice to claims, with all that is known of each."""

from __future__ import annotations

import datetime
import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from newsclaims.articles import day_of
from newsclaims.claims.base import ClaimRule, Proposed, Verdict
from newsclaims.claims.choosing import Chances, chances, choose
from newsclaims.claims.details import Details, Found
from newsclaims.claims.edges import parted, well_formed
from newsclaims.claims.features import FeatureReader, Said, Signs
from newsclaims.claims.measured import Measured, MeasureReader
from newsclaims.claims.passage import Passage
from newsclaims.claims.pieces import OWN, RELATIVE_CLAUSE, Piece, find_pieces, trimmed
from newsclaims.claims.proposals import Chosen, Proposal, spans
from newsclaims.claims.repeats import RepeatFinder
from newsclaims.claims.similar import WordSets
from newsclaims.claims.stance import HedgeReader, StanceReader
from newsclaims.claims.weighing import Weigher, Words, weigher
from newsclaims.claims.worthiness import ClaimWeights, shipped_weights
from newsclaims.errors import RuleError
from newsclaims.grammar.word_classes import COMMA
from newsclaims.language import Language
from newsclaims.measures.atoms import AtomScanner, AtomsOfTokens
from newsclaims.model import Claim, Quote, QuoteKind, Reason, Speaker, Stance
from newsclaims.rulebook.rule import FunctionRule
from newsclaims.rulebook.ruleset import RuleSet
from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.layers import Layers

AFTER_COMMA = "comma"
BATCH = 100
"""So many pieces of a text go together from reader to reader. A reader then has its words and its code at hand for all of them, which
takes a sixth less time than all readers for one piece and then for the next."""


class Record(Protocol):
    """Is told what becomes of the pieces of a text."""

    def tried(self, rule: str, span: Span, verdict: Verdict) -> None:
        """One rule, tried on one piece."""

    def weighed(self, span: Span, chances: Chances, chosen: bool, counted: Sequence[Reason]) -> None:
        """A span that no rule refused: how probable it is, whether it was chosen, and what counted, the weightiest first."""


class ClaimFinder:
    """Finds claims with the words of a language; built once and shared."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._repeats = RepeatFinder(language)
        self._scanner = AtomScanner()
        self._measures = MeasureReader(language)
        self._features = FeatureReader(language)
        self._stances = StanceReader(language)
        self._hedges = HedgeReader(language)

    def find(
        self,
        layers: Layers,
        quotes: Sequence[Quote],
        speakers: Sequence[Speaker],
        rules: RuleSet[ClaimRule],
        weights: ClaimWeights,
        reference: datetime.date | None = None,
        record: Record | None = None,
    ) -> tuple[Claim, ...]:
        """The claims of a text in order. ``reference`` is the day of the report; ``record`` is told what becomes of each piece.

        Raises:
            RuleError: a rule of your own failed; no shipped rule does.
        """
        passage = Passage(layers, quotes, self._stances)
        of_text = AtomsOfTokens(layers.text, layers.tokens, self._scanner)
        weigh = weigher(weights)
        found: list[tuple[Piece, list[Chosen]]] = []
        for batch in self._batches(passage, rules, of_text, reference, record):
            words, said = weigh.words(batch[0].signs.events), Said(batch[0].signs.events)
            found += [(proposal.base, self._chosen(proposal, weigh, words, said, record)) for proposal in batch]
            passage.forget()
        return self._claims(found, Details(passage, speakers, self._hedges, self._measures.topics, weigh, of_text))

    def day(self, text: str, span: Span) -> datetime.date | None:
        """The day that a span names, without help from any other date."""
        found = self._measures.dates.find(text, span.start, span.end)
        return day_of(found[0].iso or "") if found else None

    def find_proposals(self, layers: Layers, quotes: Sequence[Quote], rules: RuleSet[ClaimRule]) -> Iterator[Proposal]:
        """What the rules propose of a text, in order."""
        passage = Passage(layers, quotes, self._stances)
        of_text = AtomsOfTokens(layers.text, layers.tokens, self._scanner)
        return itertools.chain.from_iterable(self._batches(passage, rules, of_text))

    def _batches(
        self,
        passage: Passage,
        rules: RuleSet[ClaimRule],
        of_text: AtomsOfTokens,
        reference: datetime.date | None = None,
        record: Record | None = None,
    ) -> Iterator[list[Proposal]]:
        """What the rules propose of a text, in order, some at a time: see ``BATCH``."""
        every_span = rules.names[-1:] == (spans.name,)
        measures = self._measures.of_text(of_text, reference)
        for pieces in apply_claim_rules(passage, rules.without(spans.name) if every_span else rules, record):
            groups = [(base, list(group)) for base, group in itertools.groupby(pieces, _base)]
            if not groups:
                continue
            stretches = [passage.stretch(base) for base, _ in groups]
            measured = [measures.between(base.first, base.stop) for base, _ in groups]
            events = self._features.events(passage, groups[0][0].first, max(base.stop for base, _ in groups), measured)
            yield [
                _proposal(base, group, every_span, self._features.signs(stretch, events), each)
                for (base, group), stretch, each in zip(groups, stretches, measured, strict=True)
            ]

    @staticmethod
    def _chosen(proposal: Proposal, weigh: Weigher, words: Words, said: Said, record: Record | None) -> list[Chosen]:
        """The claims among the pieces of one stretch."""
        tokens, passage = proposal.spans, proposal.stretch.passage
        least = weigh.weights.least_claim
        found = chances(tokens, weigh.scores(proposal.signs, tokens, words), least if record is None else 0.0)
        chosen = choose(tokens, found, least)
        if not chosen and passage.is_denied(proposal.base):
            chosen = [max(range(len(tokens)), key=lambda at: (found[at].claim, tokens[at][1] - tokens[at][0]))]
            found[chosen[0]] = found[chosen[0]]._replace(claim=max(least, found[chosen[0]].claim))
        if record is not None:
            for at, (first, stop) in enumerate(tokens):
                record.weighed(passage.layers.span(first, stop - 1), found[at], at in chosen, weigh.counted(proposal.signs, first, stop))
        return [
            Chosen(piece, found[at], proposal.measured, said)
            for at in chosen
            for piece in parted(passage, well_formed(passage, _owned(proposal, proposal.piece(tokens[at]))))
        ]

    def _claims(self, found: Sequence[tuple[Piece, Sequence[Chosen]]], details: Details) -> tuple[Claim, ...]:
        """Claims of what was chosen among the words of each piece."""
        passage, everything = details.passage, [each for _, chosen in found for each in chosen]
        negated = [self._hedges.is_negated(passage.words(each.piece)) for each in everything]
        stances = [_stance(passage, each.piece) for each in everything]
        contents = WordSets(self._repeats.content(details.atoms.words(each.piece.first, each.piece.stop)) for each in everything)
        first = self._repeats.first(contents, list(zip(stances, negated, strict=True)))
        read = details.read  # one for all
        claims = [
            self._claim(each, stance, negation, first.get(at), details, read)
            for at, (each, stance, negation) in enumerate(zip(everything, stances, negated, strict=True))
        ]
        told = iter(claims)
        for base, chosen in found:
            details.add(base, tuple([Found(next(told), each.piece, each.measured, each.said) for each in chosen]))
        return tuple(claims)

    @staticmethod
    def _claim(chosen: Chosen, stance: Stance, negated: bool, same_as: int | None, details: Details, read: Callable[[], None]) -> Claim:
        piece, passage = chosen.piece, details.passage
        quote = passage.quote(piece)
        return Claim._with_details_to_come(
            read,
            passage.layers.span(piece.first, piece.stop - 1),
            passage.layers.sentence_numbers[piece.sentence],
            None if quote is None else quote.speaker,
            None if piece.owner == OWN else piece.owner,
            stance,
            negated,
            same_as,
            chosen.chances.claim,
            details.weigh.check_worthiness(chosen.chances),
        )


def _stance(passage: Passage, piece: Piece) -> Stance:
    return piece.stance if piece.stance is not Stance.AFFIRM or piece.owner == OWN else passage.held[piece.owner]


def _owned(proposal: Proposal, piece: Piece) -> Piece:
    """The piece, as the article's own where it explains in passing what somebody reported ("said the city had sold the mill, which...")."""
    quote = proposal.stretch.passage.quote(piece)
    if quote is None:
        return proposal.stretch.passage.claimers.of_article(piece)
    if quote.source is None or quote.contents[0].start < quote.source.start:
        return piece  # "the mill, which lost 300 jobs, is sold, Vane said"
    if quote.kind is not QuoteKind.INDIRECT or piece.form != RELATIVE_CLAUSE:
        return piece
    aside = proposal.stretch.left.get(piece.first, "").startswith(AFTER_COMMA)
    whole = proposal.stretch.passage.shape.find(COMMA, piece.first, piece.stop) < 0
    return piece.own() if aside and whole else piece


def _proposal(base: Piece, pieces: Sequence[Piece], every_span: bool, signs: Signs, measured: Measured) -> Proposal:
    stretch = signs.stretch
    by_tokens = {(piece.first, piece.stop): piece for piece in reversed(pieces)}  # of two with the same tokens the first
    if not every_span or base.base is not None:
        return Proposal(base, stretch, by_tokens, sorted(by_tokens), signs, measured)
    tokens = list(stretch.spans())
    whole = base.first, base.stop
    if len(by_tokens) > (whole in by_tokens):
        tokens = sorted({*tokens, *(by_tokens.keys() - {whole})})
    return Proposal(base, stretch, by_tokens, tokens or [whole], signs, measured)


def _base(piece: Piece) -> Piece:
    return piece.base or piece


def apply_claim_rules(passage: Passage, rules: RuleSet[ClaimRule], record: Record | None = None) -> Iterator[list[Piece]]:
    """What the rules leave of a text, in order and some at a time (see ``BATCH``): each piece goes through all rules in turn."""
    pieces = find_pieces(passage)
    while batch := list(itertools.islice(pieces, BATCH)):
        opened: set[Piece] = set()
        for rule in rules:
            batch = list(_left(rule, passage, batch, record, opened))
        yield batch


def _left(rule: ClaimRule, passage: Passage, pieces: Iterable[Piece], record: Record | None, opened: set[Piece]) -> Iterator[Piece]:
    """What one rule leaves of some pieces; ``opened`` are those that parts have been proposed of."""
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
        elif isinstance(verdict, Proposed):
            base = piece.base or piece
            opened.add(base)
            yield piece
            yield from _parts(rule, passage, piece, verdict.pieces, base)
        elif not isinstance(verdict, str):
            yield from _parts(rule, passage, piece, verdict, piece.base or (piece if piece in opened else None))


def _parts(rule: Any, passage: Passage, piece: Piece, parts: Any, base: Piece | None) -> Iterator[Piece]:
    """The pieces a rule returned, trimmed; they are weighed beside the other parts of ``base``."""
    for part in _checked(rule, passage, piece, parts):
        left = trimmed(passage.layers, part)
        if left is not None:
            yield left if left.base is base else attrs.evolve(left, base=base)


def _checked(rule: Any, passage: Passage, piece: Piece, verdict: Any) -> tuple[Piece, ...]:
    """The pieces a rule returned, each of them a part of the one it was given, of the same speaker or of who reports that."""
    wholes = (piece, passage.outward(piece))
    if not isinstance(verdict, tuple) or not all(isinstance(part, Piece) and any(each.holds(part) for each in wholes) for part in verdict):
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
        return day_of(given)
    span = None if layers.dateline is None else layers.dateline.date
    return None if span is None else claim_finder(layers.language).day(layers.text, span)


def find_proposals(layers: Layers, quotes: Sequence[Quote], rules: RuleSet[ClaimRule]) -> Iterator[Proposal]:
    """What the rules propose of a text: for fitting weights."""
    return claim_finder(layers.language).find_proposals(layers, quotes, rules)
