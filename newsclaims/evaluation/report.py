"""How well predicted quotes agree with annotated ones."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from newsclaims.evaluation.claim_scores import ClaimScore, claim_score
from newsclaims.evaluation.counts import Counts, share
from newsclaims.evaluation.gold import GoldArticle
from newsclaims.evaluation.matching import Judgement, Verdict, judge
from newsclaims.evaluation.names import NameScore, name_scores
from newsclaims.evaluation.runs import with_gold
from newsclaims.model import Document, QuoteKind
from newsclaims.shown import Shown

ALL = "all"
KINDS = (*(kind.value for kind in QuoteKind), ALL)
BINS = 5
LEAST = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
"""The confidences for which is told what is left above them."""
Judged = Iterable[tuple[float | None, bool]]
"""Pairs of a confidence and whether the quote is right. What has no confidence (``None``) does not count."""


@attrs.frozen(repr=False)
class KindScore(Shown):
    """The figures of one kind of quote, or of ``"all"``: by what was said alone, and with its source right as well."""

    _shows = ("kind", "content", "attributed")

    kind: str
    content: Counts
    attributed: Counts


@attrs.frozen(repr=False)
class RuleScore(Shown):
    """What one rule found; ``rule`` is ``None`` for quotes that no rule gave a source."""

    _shows = ("rule", "found", "right_content", "right_source")

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
        return share(self.right_source, self.found)


@attrs.frozen(repr=False)
class Bin(Shown):
    """Quotes of about one confidence: how many, their mean confidence, and the share that is right."""

    _shows = ("quotes", "confidence", "right")

    quotes: int
    confidence: float
    right: float


@attrs.frozen(repr=False)
class Kept(Shown):
    """What is left where quotes below a confidence (``least``) are left out: the share of all that is ``kept``, and its share ``right``."""

    _shows = ("least", "kept", "right")

    least: float
    kept: float
    right: float


@attrs.frozen(repr=False)
class Report(Shown):
    """What :func:`evaluate` measured; ``missing`` are the ids of articles that have no prediction.

    ``names`` is empty where no article says who its sources are, ``claims`` ``None`` where none has its claims marked.
    ``sorting`` is how often a right quote has the higher confidence than a wrong one, of all pairs (``sorting_of``).
    """

    _shows = ("articles", "kinds", "rules", "missing")

    articles: int
    kinds: tuple[KindScore, ...]
    rules: tuple[RuleScore, ...]
    bins: tuple[Bin, ...]
    missing: tuple[str, ...] = ()
    names: tuple[NameScore, ...] = ()
    claims: ClaimScore | None = None
    kept: tuple[Kept, ...] = ()
    sorting: float = 0.5

    def __str__(self) -> str:
        """The tables that ``newsclaims evaluate`` prints."""
        from newsclaims.evaluation.tables import report_table

        return report_table(self).rstrip("\n")

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
            "names": [{**attrs.asdict(score), "share": score.share, "share_exact": score.share_exact} for score in self.names],
            "claims": None if self.claims is None else _claim_figures(self.claims),
            "calibration": {
                "error": self.calibration_error,
                "sorting": self.sorting,
                "bins": [attrs.asdict(each) for each in self.bins],
                "kept": [attrs.asdict(each) for each in self.kept],
            },
        }


def evaluate(gold: Iterable[GoldArticle], predictions: Iterable[Document]) -> Report:
    """Precision, recall and F1 by kind, hits and errors by rule, names, claims, and how far confidence can be believed.

    Names and claims are held against the annotation where an article has one.

    Articles and documents go together by their text. A document whose text no article has does not count; an article
    without a document counts as one in which nothing was found. What makes a match and a right source is said
    in :func:`newsclaims.evaluation.matching.judge`.

    >>> from newsclaims import extract
    >>> from newsclaims.evaluation import GoldArticle, evaluate, gold_from_document
    >>> document = extract("“The port is closed,” Orla Vane said.")
    >>> evaluate([gold_from_document(document, "port")], [document]).kind("all").attributed.f1
    1.0
    """
    pairs = list(with_gold(gold, predictions))
    missing = [article.id for article, document in pairs if document is None]
    answered = [(article, Document(article.text) if document is None else document) for article, document in pairs]
    judgements = [judge(article, document) for article, document in answered]
    verdicts = [verdict for judgement in judgements for verdict in judgement.verdicts]
    judged = [(verdict.quote.confidence, verdict.right) for verdict in verdicts]
    return Report(
        len(judgements),
        tuple(_kind_score(kind, judgements) for kind in KINDS),
        rule_scores(verdicts),
        bins_of(judged),
        tuple(missing),
        name_scores(judgements),
        claim_score(answered),
        kept_of(judged),
        sorting_of(judged),
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


def bins_of(judged: Judged, count: int = BINS) -> tuple[Bin, ...]:
    """Bins of equal count by rising confidence.

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


def kept_of(judged: Judged, least: Sequence[float] = LEAST) -> tuple[Kept, ...]:
    """The share kept from each confidence on, and the share of it that is right, as far as anything is kept.

    >>> kept_of([(0.9, True), (0.5, False), (0.5, True), (0.9, True)], (0.0, 0.6, 0.95))
    (Kept(least=0.0, kept=1.0, right=0.75), Kept(least=0.6, kept=0.5, right=1.0))
    """
    known = [(confidence, right) for confidence, right in judged if confidence is not None]
    parts = ((each, [right for confidence, right in known if confidence >= each]) for each in least)
    return tuple(Kept(each, len(part) / len(known), sum(part) / len(part)) for each, part in parts if part)


def sorting_of(judged: Judged) -> float:
    """How often a right quote has the higher confidence than a wrong one, of all such pairs; ties count half.

    0.5 means that it tells nothing, as where all are right or none is. The area under the ROC curve (Hanley and McNeil 1982, "The Meaning
    and Use of the Area under a Receiver Operating Characteristic (ROC) Curve").

    >>> sorting_of([(0.9, True), (0.5, False), (0.5, True), (0.9, True)])
    0.8333333333333334
    """
    known = [(confidence, right) for confidence, right in judged if confidence is not None]
    right = [confidence for confidence, is_right in known if is_right]
    wrong = sorted(confidence for confidence, is_right in known if not is_right)
    if not right or not wrong:
        return 0.5
    below = sum(bisect.bisect_left(wrong, confidence) + bisect.bisect_right(wrong, confidence) for confidence in right)
    return below / (2 * len(right) * len(wrong))


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


def _claim_figures(score: ClaimScore) -> dict[str, Any]:
    counts = {"found": _with_shares(score.found), "worthy": _with_shares(score.worthy)}
    return {**attrs.asdict(score), **counts, "shares": score.shares()}


def _with_shares(counts: Counts) -> dict[str, float]:
    return {**attrs.asdict(counts), "precision": counts.precision, "recall": counts.recall, "f1": counts.f1}
