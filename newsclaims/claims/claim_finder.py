"""Finding claims: from the quotes of a text and its own voice to claims, with all that is known of each."""

from __future__ import annotations

import datetime
import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import attrs

from newsclaims.claims.aboutness import find_object
from newsclaims.claims.base import ClaimRule, Proposed, Verdict
from newsclaims.claims.choosing import Chances, chances, choose
from newsclaims.claims.decontextualizing import StandingAlone
from newsclaims.claims.denials import Denials
from newsclaims.claims.features import Event, FeatureReader, Signs, said_in
from newsclaims.claims.kinds import kind_of_claim
from newsclaims.claims.passage import Passage
from newsclaims.claims.pieces import OWN, Piece, find_pieces, trimmed
from newsclaims.claims.proposals import proposed, spans
from newsclaims.claims.referents import Referents
from newsclaims.claims.repeats import RepeatFinder
from newsclaims.claims.stance import HedgeReader, StanceReader
from newsclaims.claims.stretches import Stretch
from newsclaims.claims.topics import TopicFinder, TopicWord, winner
from newsclaims.claims.weighing import Weigher, weigher
from newsclaims.claims.worthiness import Weights, shipped_weights
from newsclaims.errors import RuleError
from newsclaims.grammar.word_classes import COMMA
from newsclaims.language import Language
from newsclaims.measures.atoms import Atoms, AtomScanner, AtomsOfTokens
from newsclaims.measures.dates import DateFinder
from newsclaims.measures.quantities import QuantityFinder
from newsclaims.model import Claim, Date, Quantity, Quote, QuoteKind, Reason, Speaker, Stance
from newsclaims.rulebook.rule import FunctionRule
from newsclaims.rulebook.ruleset import RuleSet
from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.layers import Layers

RELATIVE_CLAUSE, AFTER_COMMA = "relative clause", "comma"
BATCH = 100
"""So many pieces of a text go together from reader to reader. A reader then has its words and its code at hand for all of them, which
takes a sixth less time than all readers for one piece and then for the next."""


class Record(Protocol):
    """Is told what becomes of the pieces of a text."""

    def tried(self, rule: str, span: Span, verdict: Verdict) -> None:
        """One rule, tried on one piece."""

    def weighed(self, span: Span, chances: Chances, chosen: bool, counted: Sequence[Reason]) -> None:
        """A span that no rule refused: how probable it is, whether it was chosen, and what counted, the weightiest first."""


class Proposal(NamedTuple):
    """Pieces of one stretch that no rule refused, with what was read in the stretch; ``spans`` are their tokens, in order.

    What the rule ``spans`` proposes becomes a piece only where it is asked for, unless a rule comes after it.
    """

    base: Piece
    stretch: Stretch
    pieces: Mapping[tuple[int, int], Piece]
    spans: Sequence[tuple[int, int]]
    signs: Signs
    quantities: Sequence[Quantity]
    dates: Sequence[Date]
    topics: Sequence[TopicWord]

    def piece(self, span: tuple[int, int]) -> Piece:
        """The piece with these tokens."""
        found = self.pieces.get(span)
        return found if found is not None else proposed(self.stretch.passage, self.base, *span)


class Chosen(NamedTuple):
    """A piece that is a claim, with all that is read in it."""

    piece: Piece
    start: int
    end: int
    atoms: Atoms
    chances: Chances
    proposal: Proposal
    said: frozenset[str]


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
        denials = Denials(passage, referents)
        claims: list[Claim] = []
        contents: list[frozenset[str]] = []
        of_text = AtomsOfTokens(layers.text, layers.tokens, self._scanner)
        weigh = weigher(weights)
        for batch in self._batches(passage, rules, of_text, reference, record):
            for proposal in batch:
                found = self._chosen(proposal, weigh, of_text, record)
                for each in found:
                    about = self._about(passage, each.piece, referents)
                    claims.append(self._claim(passage, weigh, each, about, alone, referents, denials))
                    contents.append(self._repeats.content(each.atoms.lower))
                if not found:  # no claim, but what it is about has been named
                    self._about(passage, proposal.base, referents)
            passage.forget()
        return self._repeats.linked(claims, contents)

    def day(self, text: str, span: Span) -> datetime.date | None:
        """The day that a span names, without help from any other date."""
        found = self._dates.find(text, span.start, span.end)
        return _day(found[0].iso) if found else None

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
        for pieces in apply_claim_rules(passage, rules.without(spans.name) if every_span else rules, record):
            groups = [(base, list(group)) for base, group in itertools.groupby(pieces, _base)]
            if not groups:
                continue
            events = self._features.events(passage, groups[0][0].first, max(base.stop for base, _ in groups))
            atoms = [of_text.between(base.first, base.stop) for base, _ in groups]
            dates = [self._dates.find_in(each, reference) for each in atoms]
            quantities = list(map(self._quantities.find_in, atoms, dates))
            topics = [list(self._topics.matches(each)) for each in atoms]
            yield [
                self._proposal(passage, *group, every_span, events, amounts, days, words)
                for group, amounts, days, words in zip(groups, quantities, dates, topics, strict=True)
            ]

    def _proposal(
        self,
        passage: Passage,
        base: Piece,
        pieces: Sequence[Piece],
        every_span: bool,
        events: Sequence[Event],
        quantities: Sequence[Quantity],
        dates: Sequence[Date],
        topics: Sequence[TopicWord],
    ) -> Proposal:
        stretch = passage.stretch(base)
        by_tokens = {(piece.first, piece.stop): piece for piece in reversed(pieces)}  # of two with the same tokens the first
        tokens = sorted(by_tokens)
        if every_span and base.base is None:
            whole = base.first, base.stop
            tokens = sorted({*stretch.spans(), *(by_tokens.keys() - {whole})}) or [whole]
        signs = self._features.signs(stretch, events, quantities, dates, [word.span for word in topics])
        return Proposal(base, stretch, by_tokens, tokens, signs, quantities, dates, topics)

    @staticmethod
    def _chosen(proposal: Proposal, weigh: Weigher, of_text: AtomsOfTokens, record: Record | None) -> list[Chosen]:
        """The claims among the pieces of one stretch."""
        tokens, layers = proposal.spans, proposal.stretch.passage.layers
        least = weigh.weights.least_claim
        found = chances(tokens, weigh.scores(proposal.signs, tokens), least if record is None else 0.0)
        chosen = choose(tokens, found, least)
        if not chosen and proposal.stretch.passage.is_denied(proposal.base):
            chosen = [max(range(len(tokens)), key=lambda at: (found[at].claim, tokens[at][1] - tokens[at][0]))]
            found[chosen[0]] = found[chosen[0]]._replace(claim=max(least, found[chosen[0]].claim))
        if record is not None:
            for at, (first, stop) in enumerate(tokens):
                record.weighed(layers.span(first, stop - 1), found[at], at in chosen, weigh.counted(proposal.signs, first, stop))
        out = []
        for at in chosen:
            piece = _owned(proposal, proposal.piece(tokens[at]))
            atoms, said = of_text.between(*tokens[at]), frozenset(said_in(proposal.signs, *tokens[at]))
            out.append(Chosen(piece, atoms.starts[0], atoms.ends[-1], atoms, found[at], proposal, said))
        return out

    @staticmethod
    def _about(passage: Passage, piece: Piece, referents: Referents) -> Span | None:
        about = find_object(passage, piece, referents)
        if piece.form != RELATIVE_CLAUSE:
            referents.note(about)
        return about

    def _claim(
        self,
        passage: Passage,
        weigh: Weigher,
        chosen: Chosen,
        about: Span | None,
        alone: StandingAlone,
        referents: Referents,
        denials: Denials,
    ) -> Claim:
        piece, proposal = chosen.piece, chosen.proposal
        words = passage.words(piece)
        quote = passage.quote(piece)
        span = Span.of(passage.layers.text, chosen.start, chosen.end)
        quantities = tuple([each for each in proposal.quantities if span.covers(each.span)])
        topic, topic_words = winner([word for word in proposal.topics if span.covers(word.span)])
        read = alone.read(piece, chosen.start, chosen.end, about)
        modality = self._hedges.modality(words, passage.classes(piece))
        return Claim(
            span=span,
            sentence=passage.layers.sentence_numbers[piece.sentence],
            claimer=None if quote is None else quote.speaker,
            quote=None if piece.owner == OWN else piece.owner,
            stance=self._stance(piece, quote),
            modality=modality,
            negated=self._hedges.is_negated(words),
            hedges=self._hedges.hedges(chosen.atoms, quantities),
            quantities=quantities,
            dates=tuple([each for each in proposal.dates if span.covers(each.span)]),
            object=about,
            topic=topic,
            topic_words=topic_words,
            probability=chosen.chances.claim,
            check_worthiness=weigh.check_worthiness(chosen.chances),
            reasons=weigh.reasons(proposal.signs, sorted(chosen.said)),
            reported_by=passage.reporters(piece),
            kind=kind_of_claim(chosen.said, modality),
            object_name=None if about is None else referents.name_of(about, piece.owner),
            denied_by=denials.of(piece.sentence, piece.stop, quote),
            context=tuple(sorted({passage.layers.sentence_numbers[each] for each in read.context})),
            decontextualized=read.words,
            unresolved=read.unresolved,
        )

    def _stance(self, piece: Piece, quote: Quote | None) -> Stance:
        return piece.stance if piece.stance is not Stance.AFFIRM or quote is None else self._stances.of_cue(quote.cue)


def _owned(proposal: Proposal, piece: Piece) -> Piece:
    """The piece, as the article's own where it explains in passing what somebody reported ("said the city had sold the mill, which...")."""
    quote = proposal.stretch.passage.quote(piece)
    if quote is None or quote.kind is not QuoteKind.INDIRECT or piece.form != RELATIVE_CLAUSE:
        return piece
    aside = proposal.stretch.left.get(piece.first, "").startswith(AFTER_COMMA)
    whole = proposal.stretch.passage.shape.find(COMMA, piece.first, piece.stop) < 0
    return piece.own() if aside and whole else piece


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
    for part in _checked(rule, piece, parts):
        left = trimmed(passage.layers, part)
        if left is not None:
            yield left if left.base is base else attrs.evolve(left, base=base)


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


def find_proposals(layers: Layers, quotes: Sequence[Quote], rules: RuleSet[ClaimRule]) -> Iterator[Proposal]:
    """What the rules propose of a text: for fitting weights."""
    return claim_finder(layers.language).find_proposals(layers, quotes, rules)
