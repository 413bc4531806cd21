"""How well predicted claims agree with annotated ones."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

import attrs

from newsclaims.evaluation.counts import Counts, share
from newsclaims.evaluation.gold import GoldArticle, GoldClaim
from newsclaims.evaluation.matching import Words, paired
from newsclaims.evaluation.names import name_parts, same_name
from newsclaims.language import load_language
from newsclaims.model import Claim, Document, Stance
from newsclaims.shown import Shown

WORTH_CHECKING = 2
THRESHOLD = 0.5
"""From this check-worthiness on a claim is taken as worth checking."""


@attrs.frozen(repr=False)
class ClaimScore(Shown):
    """The figures of claims: two match when they share at least half of the words in either, one with one.

    ``found`` counts all claims, ``worthy`` those worth checking alone. Of the ``matched``, ``claimer`` have the right
    claimer (the article, or the source's name); ``reported`` are those that a source makes, ``reported_claimer`` of them have the
    right one; ``stance`` and ``objects`` are right in so many. Of all annotated ones ``denied`` are denied or questioned,
    and ``denied_found`` were found as such. ``average_precision`` (0 to 1) says how well check-worthiness sorts them.
    """

    _shows = ("found", "worthy", "average_precision")

    found: Counts
    worthy: Counts
    matched: int
    claimer: int
    reported: int
    reported_claimer: int
    stance: int
    objects: int
    denied: int
    denied_found: int
    average_precision: float

    def shares(self) -> dict[str, float]:
        """Of the matched claims the share with the right claimer, stance and object; of the denied ones the share found (0 to 1)."""
        return {
            "claimer": share(self.claimer, self.matched),
            "reported": share(self.reported_claimer, self.reported),
            "stance": share(self.stance, self.matched),
            "object": share(self.objects, self.matched),
            "denied": share(self.denied_found, self.denied),
        }


def claim_score(pairs: Iterable[tuple[GoldArticle, Document]]) -> ClaimScore | None:
    """The figures over all articles whose claims are annotated, each with its document; ``None`` where there is none."""
    counts: Counter[str] = Counter()
    ranked: list[tuple[float, bool]] = []
    articles = 0
    for article, document in pairs:
        if article.claims is not None:
            articles += 1
            ranked += _count(counts, Words(article.text), article.claims, document.claims)
    if not articles:
        return None
    found = Counts(counts["gold"], counts["hit"], counts["predicted"], counts["hit"])
    worthy = Counts(counts["worthy"], counts["worthy hit"], counts["predicted worthy"], counts["worthy hit"])
    return ClaimScore(
        found,
        worthy,
        matched=counts["hit"],
        claimer=counts["claimer"],
        reported=counts["reported"],
        reported_claimer=counts["reported claimer"],
        stance=counts["stance"],
        objects=counts["object"],
        denied=counts["denied"],
        denied_found=counts["denied found"],
        average_precision=average_precision(ranked, counts["worthy"]),
    )


def _count(counts: Counter[str], words: Words, gold: Sequence[GoldClaim], claims: Sequence[Claim]) -> list[tuple[float, bool]]:
    """Counts the claims of an article; the check-worthiness of each predicted one with whether it is worth checking."""
    right = [(claim, ids) for claim in gold if (ids := words.ids([claim.span]))]
    given = [(claim, ids) for claim in claims if (ids := words.ids([claim.span]))]
    match = paired([ids for _, ids in given], [ids for _, ids in right])
    for at, to in match.items():
        _count_matched(counts, right[to][0], given[at][0])
    top = [ids for claim, ids in right if claim.worth == WORTH_CHECKING]
    chosen = [ids for claim, ids in given if claim.check_worthiness >= THRESHOLD]
    counts.update(
        {
            "gold": len(right),
            "predicted": len(given),
            "hit": len(match),
            "worthy": len(top),
            "predicted worthy": len(chosen),
            "worthy hit": len(paired(chosen, top)),
            "denied": sum(claim.stance is not Stance.AFFIRM for claim, _ in right),
        }
    )
    return [(claim.check_worthiness, at in match and right[match[at]][0].worth == WORTH_CHECKING) for at, (claim, _) in enumerate(given)]


def _count_matched(counts: Counter[str], gold: GoldClaim, claim: Claim) -> None:
    right = _same_claimer(gold.claimer, None if claim.claimer is None else claim.claimer.name)
    counts["claimer"] += right
    counts["reported"] += gold.claimer is not None
    counts["reported claimer"] += gold.claimer is not None and right
    counts["stance"] += gold.stance is claim.stance
    counts["denied found"] += gold.stance is not Stance.AFFIRM and gold.stance is claim.stance
    about = "" if claim.object is None else claim.object.text
    counts["object"] += not _content_words(gold.about).isdisjoint(_content_words(about))


def _same_claimer(one: str | None, other: str | None) -> bool:
    """Whether both are the article, or names of one, or descriptions with at least half of the shorter one's words in common."""
    if one is None or other is None:
        return one is other
    words, others = _content_words(one), _content_words(other)
    return same_name(one, other) or (bool(words & others) and 2 * len(words & others) >= min(len(words), len(others)))


def _content_words(text: str) -> set[str]:
    return set(name_parts(text)) - _determiners()


@functools.cache
def _determiners() -> frozenset[str]:
    return load_language("en").words("object_determiners")


def average_precision(ranked: Iterable[tuple[float, bool]], relevant: int) -> float:
    """The mean of the precision at each relevant one, from the highest value down (0 to 1); those that are missing count as never reached.

    ``ranked`` are values with whether each is relevant, ``relevant`` how many there are to find. Equal values share a rank, so
    that their order cannot matter. The measure is that of Buckley and Voorhees (2000), "Evaluating Evaluation Measure Stability".

    >>> average_precision([(0.9, True), (0.8, False), (0.7, True)], 2)
    0.8333333333333333
    """
    seen = hits = 0
    total = 0.0
    for _, group in groupby(sorted(ranked, key=lambda pair: -pair[0]), key=lambda pair: pair[0]):
        outcomes = [outcome for _, outcome in group]
        seen, hits = seen + len(outcomes), hits + sum(outcomes)
        total += sum(outcomes) * hits / seen
    return share(1, relevant) * total
