"""How well predicted quotes agree with annotated ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from newsclaims.evaluation.gold import GoldArticle
from newsclaims.evaluation.matching import Judgement, Verdict, judge
from newsclaims.evaluation.runs import with_gold
from newsclaims.model import Document, QuoteKind

ALL = "all"
KINDS = (*(kind.value for kind in QuoteKind), ALL)
BINS = 5


@attrs.frozen
class Counts:
    """How many quotes are annotated and predicted, and how many of either the other has too.

    Of one kind these last two may differ: a quote annotated as direct and predicted as mixed is a hit in both.
    """

    gold: int
    gold_hit: int
    predicted: int
    predicted_hit: int

    @property
    def precision(self) -> float:
        """The share of the predicted quotes that are right (0 to 1; 0 where there are none)."""
        return _share(self.predicted_hit, self.predicted)

    @property
    def recall(self) -> float:
        """The share of the annotated quotes that were found (0 to 1; 0 where there are none)."""
        return _share(self.gold_hit, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@attrs.frozen
class KindScore:
    """The figures of one kind of quote, or of ``"all"``: by what was said alone, and with its source right as well."""

    kind: str
    content: Counts
    attributed: Counts


@attrs.frozen
class RuleScore:
    """What one rule found; ``rule`` is ``None`` for quotes that no rule gave a source."""

    rule: str | None
    found: int
    right_content: int
    right_source: int
    """With the content right and the source right as well."""

    @property
    def wrong(self) -> int:
        """How many do not have both right."""
        return self.found - self.right_source

    @property
    def precision(self) -> float:
        """The share of what it found that has both right (0 to 1)."""
        return _share(self.right_source, self.found)


@attrs.frozen
class Bin:
    """Quotes of about one confidence: how many, their mean confidence, and the share that is right."""

    quotes: int
    confidence: float
    right: float


@attrs.frozen
class Report:
    """What :func:`evaluate` measured; ``missing`` are the ids of articles that have no prediction."""

    articles: int
    kinds: tuple[KindScore, ...]
    rules: tuple[RuleScore, ...]
    bins: tuple[Bin, ...]
    missing: tuple[str, ...] = ()

    @property
    def calibration_error(self) -> float:
        """As :func:`calibration_error` of :attr:`bins`."""
        return calibration_error(self.bins)

    def kind(self, name: str) -> KindScore:
        """The score of a kind: ``"direct"``, ``"mixed"``, ``"indirect"`` or ``"all"``.

        Raises:
            KeyError: no such kind.
        """
        for score in self.kinds:
            if score.kind == name:
                return score
        raise KeyError(name)

    def to_dict(self) -> dict[str, Any]:
        """All figures as plain dicts, lists and numbers; shares run from 0 to 1."""
        return {
            "articles": self.articles,
            "missing": list(self.missing),
            "kinds": {
                score.kind: {"content": _with_shares(score.content), "attributed": _with_shares(score.attributed)} for score in self.kinds
            },
            "rules": [{**attrs.asdict(score), "wrong": score.wrong, "precision": score.precision} for score in self.rules],
            "calibration": {"error": self.calibration_error, "bins": [attrs.asdict(each) for each in self.bins]},
        }


def evaluate(gold: Iterable[GoldArticle], predictions: Iterable[Document]) -> Report:
    """Precision, recall and F1 by kind, hits and errors by rule, and how far confidence can be believed.

    Articles and documents go together by their text. A document whose text no article has does not count; an article
    without a document counts as one in which nothing was found. What makes a match and a right source is said
    in :func:`newsclaims.evaluation.matching.judge`.

    >>> from newsclaims import extract
    >>> from newsclaims.evaluation import GoldArticle, evaluate, gold_from_document
    >>> document = extract("“The port is closed,” Orla Vane said.")
    >>> evaluate([gold_from_document(document, "port")], [document]).kind("all").attributed.f1
    1.0
    """
    judgements: list[Judgement] = []
    missing: list[str] = []
    for article, document in with_gold(gold, predictions):
        if document is None:
            missing.append(article.id)
        judgements.append(judge(article, Document(article.text) if document is None else document))
    verdicts = [verdict for judgement in judgements for verdict in judgement.verdicts]
    return Report(
        len(judgements),
        tuple(_kind_score(kind, judgements) for kind in KINDS),
        rule_scores(verdicts),
        bins_of([(verdict.quote.confidence, verdict.right) for verdict in verdicts]),
        tuple(missing),
    )


def rule_scores(verdicts: Iterable[Verdict]) -> tuple[RuleScore, ...]:
    """A score a rule, those that found most first."""
    found: Counter[str | None] = Counter()
    content: Counter[str | None] = Counter()
    source: Counter[str | None] = Counter()
    for verdict in verdicts:
        rule = verdict.quote.rule
        found[rule] += 1
        content[rule] += verdict.gold is not None
        source[rule] += verdict.right
    order = sorted(found, key=lambda rule: (-found[rule], rule or ""))
    return tuple(RuleScore(rule, found[rule], content[rule], source[rule]) for rule in order)


def bins_of(judged: Iterable[tuple[float | None, bool]], count: int = BINS) -> tuple[Bin, ...]:
    """Bins of equal count by rising confidence, from pairs of a confidence and whether the quote is right.

    What has no confidence (``None``) is in none of them.

    >>> bins_of([(0.9, True), (0.5, False), (0.5, True), (0.9, True)], 2)
    (Bin(quotes=2, confidence=0.5, right=0.5), Bin(quotes=2, confidence=0.9, right=1.0))
    """
    ordered = sorted(((confidence, right) for confidence, right in judged if confidence is not None), key=lambda pair: pair[0])
    parts = (ordered[len(ordered) * at // count : len(ordered) * (at + 1) // count] for at in range(count))
    return tuple(_bin(part) for part in parts if part)


def calibration_error(bins: Sequence[Bin]) -> float:
    """The mean distance between confidence and the share that is right (0 to 1); 0 where there are no bins.

    With bins of equal count this is the expected calibration error of Naeini, Cooper and Hauskrecht (2015), "Obtaining
    Well Calibrated Probabilities Using Bayesian Binning".
    """
    return sum(abs(each.confidence - each.right) for each in bins) / len(bins) if bins else 0.0


def _bin(part: Sequence[tuple[float, bool]]) -> Bin:
    return Bin(len(part), sum(confidence for confidence, _ in part) / len(part), sum(right for _, right in part) / len(part))


def _kind_score(kind: str, judgements: Iterable[Judgement]) -> KindScore:
    content: Counter[str] = Counter()
    attributed: Counter[str] = Counter()
    for judgement in judgements:
        for quote, verdict in judgement.gold:
            if kind in (ALL, quote.kind.value):
                content.update(gold=1, gold_hit=verdict is not None)
                attributed.update(gold=1, gold_hit=verdict is not None and verdict.right)
        for verdict in judgement.verdicts:
            if kind in (ALL, verdict.quote.kind.value):
                content.update(predicted=1, predicted_hit=verdict.gold is not None)
                attributed.update(predicted=1, predicted_hit=verdict.right)
    return KindScore(kind, _counts(content), _counts(attributed))


def _counts(counter: Counter[str]) -> Counts:
    return Counts(counter["gold"], counter["gold_hit"], counter["predicted"], counter["predicted_hit"])


def _with_shares(counts: Counts) -> dict[str, float]:
    return {**attrs.asdict(counts), "precision": counts.precision, "recall": counts.recall, "f1": counts.f1}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
