"""Confidence from annotated articles: how often what a rule found was right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from newsclaims.evaluation.gold import GoldArticle
from newsclaims.evaluation.matching import judge
from newsclaims.evaluation.report import Bin, bins_of
from newsclaims.evaluation.runs import with_gold
from newsclaims.model import Document, Quote, QuoteKind
from newsclaims.rules.confidence import ANY_RULE, Entry, Table
from newsclaims.shown import Shown

STRENGTH = 10.0  # how many quotes seen the expectation weighs as much as


@attrs.frozen(repr=False)
class Calibration(Shown):
    """The measured precision of each rule and kind of quote, with the counts behind it.

    ``bins`` set the confidence against the share that is right in the articles it was measured on.
    """

    _shows = ("entries", "bins")

    entries: tuple[Entry, ...]
    bins: tuple[Bin, ...] = ()

    def confidence(self, rule: str, kind: str) -> float | None:
        """The confidence for what a rule finds of a kind, as :func:`newsclaims.rules.confidence.confidence_of`."""
        return Table(self.entries).confidence(rule, kind)


def calibrate(
    gold: Iterable[GoldArticle], predictions: Iterable[Document], rules: Iterable[str] = (), *, strength: float = STRENGTH
) -> Calibration:
    """The confidence of each rule by kind of quote, measured on annotated articles.

    Right is what :func:`newsclaims.evaluation.matching.judge` calls so: the content of an annotated quote and its source.
    The share that is right is pulled towards what is expected, so that a rule seldom seen does not get 0 or 1: the
    rule's share among quotes of one kind towards its share among all, and that towards the share of the kind by all
    rules. The expectation counts as ``strength`` quotes (the m-estimate of Cestnik 1990, "Estimating Probabilities: A
    Crucial Task in Machine Learning"). ``rules`` are names that get an entry even if they never fired.
    Articles without a document do not count.

    >>> from newsclaims import extract
    >>> from newsclaims.evaluation import calibrate, gold_from_document
    >>> document = extract("“The port is closed,” Orla Vane said.")
    >>> result = calibrate([gold_from_document(document, "port")], [document])
    >>> result.confidence(document.quotes[0].rule, "direct")
    0.812
    """
    pairs = [(article, document) for article, document in with_gold(gold, predictions) if document is not None]
    verdicts = [verdict for article, document in pairs for verdict in judge(article, document).verdicts]
    found: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for verdict in verdicts:
        if verdict.quote.rule is not None:
            for rule in (verdict.quote.rule, ANY_RULE):
                found[rule, verdict.quote.kind.value] += 1
                right[rule, verdict.quote.kind.value] += verdict.right
    names = dict.fromkeys((ANY_RULE, *rules, *sorted(rule for rule, _ in found)))
    entries = tuple(entry for name in names for entry in _entries(name, found, right, strength))
    table = Table(entries)
    return Calibration(entries, bins_of([(_confidence(table, verdict.quote), verdict.right) for verdict in verdicts]))


def _confidence(table: Table, quote: Quote) -> float | None:
    return 0.0 if quote.rule is None else table.confidence(quote.rule, quote.kind)


def _entries(rule: str, found: Counter[tuple[str, str]], right: Counter[tuple[str, str]], strength: float) -> Iterator[Entry]:
    """The entries of one rule, one for each kind of quote."""
    kinds = [kind.value for kind in QuoteKind]
    everywhere = _smoothed(sum(right[ANY_RULE, kind] for kind in kinds), sum(found[ANY_RULE, kind] for kind in kinds), 0.5, 1.0)
    rule_right, rule_found = sum(right[rule, kind] for kind in kinds), sum(found[rule, kind] for kind in kinds)
    for kind in kinds:
        confidence = _smoothed(right[ANY_RULE, kind], found[ANY_RULE, kind], everywhere, strength)
        if rule != ANY_RULE:
            confidence = _smoothed(rule_right, rule_found, confidence, strength)
            confidence = _smoothed(right[rule, kind], found[rule, kind], confidence, strength)
        yield Entry(rule, kind, round(confidence, 3), right[rule, kind], found[rule, kind])


def _smoothed(right: int, found: int, expected: float, strength: float) -> float:
    return (right + strength * expected) / (found + strength) if found + strength else expected
