"""Fitting the weights of claims: from labelled sentences and articles to ``weights.tsv``.

Which spans are claims, and which of these are worth a check, is learnt from articles in which people have marked them; from labelled
sentences only that one of their spans is worth a check, or none. How well weights do is measured on texts that they were not fitted on, and
on these the two thresholds are set.
"""

from __future__ import annotations

import collections
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from newsclaims.claims.choosing import Chances, chances, choose
from newsclaims.claims.features import span_features
from newsclaims.claims.worthiness import BIAS, NONE, ClaimWeights, Pair
from newsclaims.errors import MissingExtraError
from newsclaims.evaluation.claim_gold import WORTHY, GoldText
from newsclaims.evaluation.matching import Words, paired
from newsclaims.extractor import Extractor

FOLDS = 5
RIDGE = (2.0, 5.0)
LABEL_COUNT = 0.5
"""So much a labelled sentence counts beside an article in which everything is marked."""
ENOUGH = 2500
"""A feature that not even one of so many spans has gets no weight."""
STEPS = 120
NEAR_BEST = 0.004
"""Claims are kept down to the lowest probability that costs no more F1 than this: what is worth checking should not be lost early."""
THRESHOLDS = [step / 50 for step in range(5, 36)]
SMALLEST = 0.005
"""Weights that would be written as 0 are left out."""

NEEDED = ("numpy", "scipy")
Marks = frozenset[int]


@attrs.frozen
class ReadStretch:
    """The spans of one stretch: their features, and the words each of them holds, by number."""

    spans: tuple[tuple[int, int], ...]
    features: tuple[tuple[str, ...], ...]
    words: tuple[Marks, ...]


@attrs.frozen
class ReadText:
    """A labelled text as it was read. ``marked`` has the words of each claim and its worth; in a sentence it is ``None``."""

    file: str
    fold: int
    count: float
    stretches: tuple[ReadStretch, ...]
    marked: tuple[tuple[Marks, int], ...] | None
    label: bool


@attrs.frozen
class ClaimFit:
    """The fitted weights, and how well weights fitted on the other texts do: F1 and average precision, from 0 to 1.

    ``articles`` and ``sentences`` hold, by name, what was measured on each kind of text, ``files`` the same for each file.
    """

    weights: ClaimWeights
    articles: Mapping[str, float]
    sentences: Mapping[str, float]
    files: Mapping[str, Mapping[str, float]]


Found = list[tuple[Marks, Chances]]
"""What may be claims in a text, as it is chosen at one threshold: words and chances."""


def fit_claims(gold: Iterable[GoldText], extractor: Extractor | None = None, *, ridge: tuple[float, float] = RIDGE) -> ClaimFit:
    """The weights for labelled texts, with figures from cross-validation (each text scored by weights fitted on others).

    ``ridge`` draws the weights towards 0: those of being a claim, those of being worth a check. The same texts give the same weights.

    Raises:
        ValueError: there are no articles, from which alone can be learnt what is a claim.
        MissingExtraError: scipy is not installed (``pip install 'newsclaims[fit]'``).
    """
    texts = tuple(read_texts(gold, extractor or Extractor()))
    if not any(text.marked is not None for text in texts):
        raise ValueError("no article with claims: what is a claim cannot be learnt from labelled sentences alone")
    held_out = [(text, weighed(text, weights)) for fold in range(FOLDS) for text, weights in _fold(texts, fold, ridge)]
    least_claim = _least_claim(held_out)
    found = [(text, chosen(text, each, least_claim)) for text, each in held_out]
    least_worth = _least_worth(found)
    fitted = {name: pair for name, pair in _fit(texts, ridge).items() if name == BIAS or max(map(abs, pair)) >= SMALLEST}
    by_file = {file: _figures_of(file, found, least_worth) for file in dict.fromkeys(text.file for text in texts)}
    return ClaimFit(ClaimWeights(fitted, least_claim, least_worth), *_figures(found, least_worth), by_file)


def read_texts(gold: Iterable[GoldText], extractor: Extractor) -> Iterator[ReadText]:
    """What the claim rules propose of each text, held against what people marked. One marked by several counts once in all."""
    texts = tuple(gold)
    times = collections.Counter(item.text for item in texts)
    for item in texts:
        words = Words(item.text)
        marked = None if item.claims is None else tuple((words.ids([claim.span]), claim.worth) for claim in item.claims)
        stretches = []
        for proposal in extractor.claim_proposals(item.text):
            layers = proposal.stretch.passage.layers
            spans = tuple(proposal.spans)
            features = tuple(tuple(span_features(proposal.signs, *span)) for span in spans)
            ids = tuple(words.ids([layers.span(first, stop - 1)]) for first, stop in spans) if marked is not None else ()
            stretches.append(ReadStretch(spans, features, ids))
        fold = zlib.crc32(item.text.encode("utf-8", "replace")) % FOLDS  # the same for each annotator of an article
        count = LABEL_COUNT if marked is None else 1 / times[item.text]
        yield ReadText(item.file, fold, count, tuple(stretches), marked, item.worthy)


def _fold(texts: Sequence[ReadText], fold: int, ridge: tuple[float, float]) -> Iterator[tuple[ReadText, Mapping[str, Pair]]]:
    """The texts of one fold with weights fitted on the others."""
    held = [text for text in texts if text.fold == fold]
    if held:
        weights = _fit([text for text in texts if text.fold != fold], ridge)
        yield from ((text, weights) for text in held)


def _fit(texts: Sequence[ReadText], ridge: tuple[float, float]) -> Mapping[str, Pair]:
    try:
        from newsclaims.evaluation.semi_crf import Example, SpansOfStretch, fit_spans
    except ImportError as error:
        if error.name not in NEEDED:
            raise
        raise MissingExtraError("scipy", "fit") from error

    spans = sum(len(stretch.spans) for text in texts for stretch in text.stretches)
    seen = collections.Counter(name for text in texts for stretch in text.stretches for names in stretch.features for name in set(names))
    examples = []
    for text in texts:
        marks = _marked_spans(text)
        stretches = [SpansOfStretch(each.spans, each.features, marks.get(at, {})) for at, each in enumerate(text.stretches)]
        examples.append(Example(stretches, text.count, None if text.marked is not None else text.label))
    known = sorted(name for name, times in seen.items() if times > max(1, spans // ENOUGH))
    return fit_spans(examples, known, ridge=ridge, steps=STEPS)


def _marked_spans(text: ReadText) -> dict[int, dict[int, int]]:
    """For each stretch the spans that stand for marked claims, with their worth: the most alike first, none overlapping another."""
    pairs = sorted(
        (-len(ids & words) / len(ids | words), number, at, index)
        for number, (words, _) in enumerate(text.marked or ())
        for at, stretch in enumerate(text.stretches)
        for index, ids in enumerate(stretch.words)
        if 2 * len(ids & words) >= len(ids | words) > 0
    )
    taken: set[int] = set()
    found: dict[int, dict[int, int]] = {}
    for _, number, at, index in pairs:
        spans, here = text.stretches[at].spans, found.setdefault(at, {})
        first, stop = spans[index]
        if number not in taken and all(spans[other][1] <= first or stop <= spans[other][0] for other in here):
            taken.add(number)
            here[index] = (text.marked or ())[number][1]
    return found


# ---------------------------------------------------------------------------------------------- measuring


Weighed = Sequence[Sequence[Chances]]
"""The chances of the spans of each stretch of a text."""


def weighed(text: ReadText, weights: Mapping[str, Pair]) -> Weighed:
    """How probable each span of a text is."""
    claim, worth = weights[BIAS]
    found = []
    for stretch in text.stretches:
        scores = []
        for names in stretch.features:
            pairs = [weights.get(name, NONE) for name in names]
            scores.append((claim + sum(pair[0] for pair in pairs), worth + sum(pair[1] for pair in pairs)))
        found.append(chances(stretch.spans, scores))
    return found


def chosen(text: ReadText, each: Weighed, least: float) -> Found:
    """The claims of a text at a threshold: their words (none in a sentence) and chances."""
    return [
        (stretch.words[at] if stretch.words else frozenset(), found[at])
        for stretch, found in zip(text.stretches, each, strict=True)
        for at in choose(stretch.spans, found, least)
    ]


def _least_claim(held_out: Sequence[tuple[ReadText, Weighed]]) -> float:
    """The lowest threshold at which nearly the best F1 of claims is reached."""
    articles = [(text, each) for text, each in held_out if text.marked is not None]
    f1 = {least: _claim_f1([(text, chosen(text, each, least)) for text, each in articles]) for least in THRESHOLDS}
    best = max(f1.values())
    return min(least for least, value in f1.items() if value >= best - NEAR_BEST)


Scored = Sequence[tuple[ReadText, Found]]


def _least_worth(found: Scored) -> float:
    """The highest threshold at which nearly the best F1 of what is worth a check is reached: rather fewer, and right."""
    f1 = {least: sum(_worthy_f1(found, least)) for least in THRESHOLDS}
    best = max(f1.values())
    return max(least for least, value in f1.items() if value >= best - NEAR_BEST)


def _claim_f1(found: Scored) -> float:
    """F1 of claims in articles."""
    right = sum(len(paired([words for words, _ in each], [words for words, _ in text.marked or ()])) for text, each in found)
    return _f1(right, sum(len(each) for _, each in found), sum(len(text.marked or ()) for text, _ in found))


def _worthy_f1(found: Scored, least: float) -> tuple[float, ...]:
    """F1 of what is worth checking, in articles and in sentences; only of the kinds there are."""
    articles = [pair for pair in found if pair[0].marked is not None]
    sentences = [pair for pair in found if pair[0].marked is None]
    in_articles = (_worthy_f1_in_articles(articles, least),) if articles else ()
    return (*in_articles, _worthy_f1_of_sentences(sentences, least)) if sentences else in_articles


def _worthy_f1_in_articles(found: Scored, least: float) -> float:
    """F1 of the claims that are worth a check."""
    picked = [([words for words, chance in each if chance.worth >= least], _worthy(text)) for text, each in found]
    right = sum(len(paired(*pair)) for pair in picked)
    return _f1(right, sum(len(ours) for ours, _ in picked), sum(len(theirs) for _, theirs in picked))


def _worthy_f1_of_sentences(found: Scored, least: float) -> float:
    """F1 of the sentences that are worth a check."""
    scores = [(_best(each) >= least, text.label) for text, each in found]
    return _f1(sum(label for picked, label in scores if picked), sum(picked for picked, _ in scores), sum(label for _, label in scores))


def _worthy(text: ReadText) -> list[Marks]:
    return [words for words, worth in text.marked or () if worth == WORTHY]


def _best(found: Found) -> float:
    return max((chance.worth for _, chance in found), default=0.0)


def _figures(found: Scored, least: float) -> tuple[dict[str, float], dict[str, float]]:
    """What is measured in articles, and in sentences; nothing where there are none."""
    articles = [(text, each) for text, each in found if text.marked is not None]
    sentences = [(text, each) for text, each in found if text.marked is None]
    in_articles, in_sentences = {}, {}
    if articles:
        ranked = [row for text, each in articles for row in _ranked(text, each)]
        in_articles = {
            "F1 of claims": _claim_f1(articles),
            "F1 of those worth checking": _worthy_f1(articles, least)[0],
            "average precision": _average_precision(ranked, sum(len(_worthy(text)) for text, _ in articles)),
        }
    if sentences:
        scored = [(_best(each), text.label) for text, each in sentences]
        in_sentences = {
            "F1 of those worth checking": _worthy_f1(sentences, least)[0],
            "average precision": _average_precision(scored, sum(label for _, label in scored)),
        }
    return in_articles, in_sentences


def _figures_of(file: str, found: Scored, least: float) -> dict[str, float]:
    """What is measured in the texts of a file."""
    in_articles, in_sentences = _figures([pair for pair in found if pair[0].file == file], least)
    return {**in_articles, **in_sentences}


def _ranked(text: ReadText, found: Found) -> Iterator[tuple[float, bool]]:
    """Each claim of an article with how much it is worth a check, and whether it is marked as worth one."""
    marked = text.marked or ()
    pairs = paired([words for words, _ in found], [words for words, _ in marked])
    return ((chance.worth, at in pairs and marked[pairs[at]][1] == WORTHY) for at, (_, chance) in enumerate(found))


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
