"""Confidence from annotated articles: what tells quotes that are right from those that are not."""

from __future__ import annotations

import collections
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from newsclaims.confidence.features import features
from newsclaims.confidence.surroundings import Surroundings
from newsclaims.confidence.weights import ALL, Weight, Weights, rule_feature
from newsclaims.evaluation.gold import GoldArticle
from newsclaims.evaluation.logistic import Example, fit
from newsclaims.evaluation.matching import judge
from newsclaims.evaluation.report import Bin, Kept, bins_of, kept_of, sorting_of
from newsclaims.evaluation.runs import with_gold
from newsclaims.extractor import Extractor
from newsclaims.model import Document
from newsclaims.shown import Shown

RIDGE = 10.0
FOLDS = 5
ENOUGH = 25
"""A feature of fewer quotes gets no weight, unless it names a rule."""


@attrs.frozen(repr=False)
class Calibration(Shown):
    """The fitted weights, and how well those fitted on other articles do on each.

    ``bins`` set the confidence against the share that is right, ``kept`` what is left from some confidence on against it. ``sorting`` is
    how often a right quote has the higher confidence than a wrong one, of all pairs (the area under the ROC curve). All of it is
    cross-validated: each article is measured with weights fitted on others.
    """

    _shows = ("weights", "bins", "kept", "sorting")

    weights: Weights
    bins: tuple[Bin, ...] = ()
    kept: tuple[Kept, ...] = ()
    sorting: float = 0.5


@attrs.frozen
class Read:
    """A quote as it is learnt from; ``measured`` says whether a rule found it, ``fold`` with which articles it is left out."""

    example: Example
    fold: int
    measured: bool


def calibrate(
    gold: Iterable[GoldArticle],
    predictions: Iterable[Document],
    rules: Iterable[str] = (),
    *,
    counts: Mapping[str, float] | None = None,
    extractor: Extractor | None = None,
    ridge: float = RIDGE,
) -> Calibration:
    """The weights of the features of quotes (:mod:`newsclaims.confidence`), fitted on annotated articles.

    Right is what :func:`newsclaims.evaluation.matching.judge` calls so: the content of an annotated quote and its source. The weights are
    those of a logistic regression, drawn to 0 by ``ridge``, so that a rule or word seldom seen counts as what it is otherwise like.
    ``rules`` are names that get a row even if they never fired, ``counts`` how much the quotes of an article count, by its text (1 where
    it is not there). ``extractor`` is the one that the documents come from. Articles without a document do not count; the same articles
    give the same weights.

    >>> from newsclaims import extract
    >>> from newsclaims.evaluation import calibrate, gold_from_document
    >>> document = extract("“The port is closed,” Orla Vane said.")
    >>> result = calibrate([gold_from_document(document, "port")], [document])
    >>> result.weights.counts(document.quotes[0].rule, "direct")
    (1, 1)
    """
    read = list(_read(with_gold(gold, predictions), counts or {}, extractor or Extractor()))
    measured = [each for each in read if each.measured]
    weights = fitted([each.example for each in measured], rules, ridge)
    judged: list[tuple[float | None, bool]] = [(0.0, each.example.right) for each in read if not each.measured]
    for fold in range(FOLDS):
        judged += _held_out(measured, fold, lambda examples: fitted(examples, rules, ridge, weights))
    return Calibration(weights, bins_of(judged), kept_of(judged), sorting_of(judged))


def _held_out(read: Sequence[Read], fold: int, fit: Callable[[Sequence[Example]], Weights]) -> Iterator[tuple[float, bool]]:
    """The confidence and the rightness of the quotes of some articles, by weights fitted on all others."""
    left = [each.example for each in read if each.fold == fold]
    if left:
        weights = fit([each.example for each in read if each.fold != fold])
        yield from ((weights.estimate(each.features), each.right) for each in left)


def _read(pairs: Iterable[tuple[GoldArticle, Document | None]], counts: Mapping[str, float], extractor: Extractor) -> Iterator[Read]:
    for article, document in pairs:
        if document is None:
            continue
        text = Surroundings(extractor.layers(article.text))
        fold, count = zlib.crc32(article.id.encode("utf-8", "surrogatepass")) % FOLDS, counts.get(article.text, 1.0)
        for verdict in judge(article, document).verdicts:
            has_rule = verdict.quote.rule is not None
            names = frozenset(features(text, verdict.quote)) if has_rule else frozenset[str]()
            yield Read(Example(names, verdict.right, count), fold, has_rule)


NOTHING = Weights({ALL: Weight(0.0)})


def fitted(examples: Sequence[Example], rules: Iterable[str], ridge: float = RIDGE, start: Weights = NOTHING) -> Weights:
    """The weights that examples give: of each feature that enough of them have, and of each rule. ``start`` are such as may be near."""
    found: collections.Counter[str] = collections.Counter()
    right: collections.Counter[str] = collections.Counter()
    for example in examples:
        found.update(example.features)
        right.update(example.features if example.right else ())
    of_rules = {rule_feature(rule) for rule in rules}
    every_rule = rule_feature("")
    named = {name for name in found if found[name] >= ENOUGH or name.startswith(every_rule)} | of_rules
    bias, values = fit(examples, named, ridge, (start.of[ALL].value, {name: row.value for name, row in start.of.items()}))
    rows = {ALL: Weight(_rounded(bias), sum(example.right for example in examples), len(examples))}
    return Weights(rows | {name: Weight(_rounded(values[name]), right[name], found[name]) for name in sorted(named)})


def _rounded(value: float) -> float:
    return round(value, 2) + 0.0  # no -0.0
