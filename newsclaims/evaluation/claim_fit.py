"""Fitting the weights of claims: from labelled sentences and articles to ``weights.tsv``.

Two logistic fits over the same features. Whether words are a claim is learnt from articles, where people marked the claims; how much a
claim is worth checking from articles and sentences. A labelled sentence is stood for by the piece of it that scores highest. The
scores are then moved so that 0.5 is where F1 is highest, on texts the weights were not fitted on.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from newsclaims.claims.worthiness import BIAS, Weights
from newsclaims.evaluation.claim_gold import GoldText
from newsclaims.evaluation.logistic import Logistic, fit_logistic
from newsclaims.evaluation.matching import Words, paired
from newsclaims.extractor import Extractor
from newsclaims.spans import Span

FOLDS = 5
ROUNDS = 2
"""So often the piece that stands for a sentence is chosen anew."""
NEAR_BEST = 0.015
"""A claim is kept down to the lowest score that costs no more F1 than this: what is worth checking should not be lost early."""
STEPS = [step / 100 for step in range(5, 80)]

Features = frozenset[str]


@attrs.frozen
class Pieces:
    """The pieces of one labelled text: their features and, in an article, the worth of the claim each is (0 for none).

    ``claims`` and ``worthy`` count those marked in an article, found or not. In a sentence they are 0 and the label.
    """

    fold: int
    features: tuple[Features, ...]
    worths: tuple[int, ...] | None
    claims: int
    worthy: int


@attrs.frozen
class ClaimFit:
    """The fitted weights, and how well weights fitted on the other texts do: F1 (0 to 1) of claims and of those worth checking.

    ``articles`` and ``sentences`` hold, by name, what was measured on each kind of text.
    """

    weights: Weights
    articles: dict[str, float]
    sentences: dict[str, float]


def fit_claims(gold: Iterable[GoldText], extractor: Extractor | None = None, *, ridge: float = 3.0) -> ClaimFit:
    """The weights for labelled texts, with figures from cross-validation (each text scored by weights fitted on others).

    ``ridge`` draws the weights towards 0.

    Raises:
        ValueError: there are no articles, from which alone can be learnt what is a claim.
    """
    texts = tuple(read_pieces(gold, extractor or Extractor()))
    if not any(text.worths is not None for text in texts):
        raise ValueError("no article with claims: what is a claim cannot be learnt from labelled sentences alone")
    scored = list(_cross_validated(texts, ridge))
    floor = _floor(scored)
    threshold = max(STEPS, key=lambda step: sum(_worthy_f1(scored, step, floor)))
    claim, worth = _fit(texts, ridge)
    weights = Weights(_moved(claim, floor), _moved(worth, threshold))
    return ClaimFit(weights, *_figures(scored, floor, threshold))


def read_pieces(gold: Iterable[GoldText], extractor: Extractor) -> Iterator[Pieces]:
    """What the claim rules leave of each text, held against what people marked."""
    for item in gold:
        candidates = extractor.claim_candidates(item.text)
        features = tuple(candidate.features for candidate in candidates)
        fold = zlib.crc32(item.text.encode("utf-8", "replace")) % FOLDS  # the same for each annotator of an article
        if item.claims is None:
            yield Pieces(fold, features, None, 0, item.worthy)
            continue
        words = Words(item.text)
        marked = [words.ids([claim.span]) for claim in item.claims]
        pairs = paired([words.ids([Span.of(item.text, each.start, each.end)]) for each in candidates], marked)
        worths = tuple(item.claims[pairs[at]].worth if at in pairs else 0 for at in range(len(candidates)))
        yield Pieces(fold, features, worths, len(marked), sum(claim.worth == 2 for claim in item.claims))


def _fit(texts: Sequence[Pieces], ridge: float) -> tuple[Logistic, Logistic]:
    articles = [text for text in texts if text.worths is not None]
    pieces = [pair for text in articles for pair in zip(text.features, text.worths or (), strict=True)]
    claim = fit_logistic([(features, worth > 0) for features, worth in pieces], ridge=ridge)
    marked = [(features, worth == 2) for features, worth in pieces]
    worth = fit_logistic([*marked, *_representatives(texts, len)], ridge=ridge)
    for _ in range(ROUNDS - 1):
        worth = fit_logistic([*marked, *_representatives(texts, worth.score)], ridge=ridge)
    return claim, worth


def _representatives(texts: Sequence[Pieces], score: Callable[[Features], float]) -> Iterator[tuple[Features, bool]]:
    """The highest piece of each labelled sentence, with the label."""
    for text in texts:
        if text.worths is None and text.features:
            yield max(text.features, key=score), bool(text.worthy)


def _cross_validated(texts: Sequence[Pieces], ridge: float) -> Iterator[tuple[Pieces, list[tuple[float, float]]]]:
    """Each text with the two scores of each piece, by weights fitted on the other folds."""
    for fold in range(FOLDS):
        held = [text for text in texts if text.fold == fold]
        if held:
            claim, worth = _fit([text for text in texts if text.fold != fold], ridge)
            for text in held:
                yield text, [(claim.score(features), worth.score(features)) for features in text.features]


Scored = Sequence[tuple[Pieces, list[tuple[float, float]]]]


def _floor(scored: Scored) -> float:
    """The lowest score at which nearly the best F1 of claims is reached."""
    f1 = {step: _claim_f1(scored, step) for step in STEPS}
    best = max(f1.values())
    return min(step for step, value in f1.items() if value >= best - NEAR_BEST)


def _claim_f1(scored: Scored, floor: float) -> float:
    articles = [(text, scores) for text, scores in scored if text.worths is not None]
    kept = [worth for text, scores in articles for (claim, _), worth in zip(scores, text.worths or (), strict=True) if claim >= floor]
    return _f1(sum(worth > 0 for worth in kept), len(kept), sum(text.claims for text, _ in articles))


def _worthy_f1(scored: Scored, threshold: float, floor: float) -> tuple[float, ...]:
    """F1 of what is worth checking, in articles and in sentences; only of the kinds there are."""
    kinds = []
    for ranked, wanted in _ranked(scored, floor):
        picked = [right for score, right in ranked if score >= threshold]
        kinds.append(_f1(sum(picked), len(picked), wanted))
    return tuple(kinds)


def _ranked(scored: Scored, floor: float) -> Iterator[tuple[list[tuple[float, bool]], int]]:
    """For articles, then for sentences: what was found with its score and whether it is right, and how many there are."""
    articles = [(text, scores) for text, scores in scored if text.worths is not None]
    sentences = [(text, scores) for text, scores in scored if text.worths is None]
    if articles:
        found = [
            (score, worth == 2)
            for text, scores in articles
            for (claim, score), worth in zip(scores, text.worths or (), strict=True)
            if claim >= floor
        ]
        yield found, sum(text.worthy for text, _ in articles)
    if sentences:
        best = [(max((score for claim, score in scores if claim >= floor), default=0.0), bool(text.worthy)) for text, scores in sentences]
        yield best, sum(text.worthy for text, _ in sentences)


def _figures(scored: Scored, floor: float, threshold: float) -> tuple[dict[str, float], dict[str, float]]:
    f1 = _worthy_f1(scored, threshold, floor)
    found = [
        {"F1 of those worth checking": value, "average precision": _average_precision(*ranked)}
        for value, ranked in zip(f1, _ranked(scored, floor), strict=True)
    ]
    return {"F1 of claims": _claim_f1(scored, floor), **found[0]}, found[1] if len(found) > 1 else {}


def _average_precision(ranked: Sequence[tuple[float, bool]], wanted: int) -> float:
    """The mean of the precision at each right one; those never found count 0, and equal scores share their place."""
    total = hits = seen = 0.0
    by_score: dict[float, list[bool]] = {}
    for score, right in ranked:
        by_score.setdefault(score, []).append(right)
    for score in sorted(by_score, reverse=True):
        new = sum(by_score[score])
        hits, seen = hits + new, seen + len(by_score[score])
        total += new * hits / seen
    return total / max(1, wanted)


def _f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted) if found + wanted else 0.0


def _moved(model: Logistic, threshold: float) -> dict[str, float]:
    """The weights with the bias moved so that the threshold comes to lie at 0.5."""
    return {BIAS: model.bias - math.log(threshold / (1 - threshold)), **model.weights}
