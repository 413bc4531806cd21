"""One stretch of a draft at its best place in one source."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import attrs

from newsclaims.checking.alignment import JUMP, Anchor, chained, shared, weight_of, whole
from newsclaims.checking.chains import needle_of, price_of, split_by_unit
from newsclaims.checking.differences import Differ, Difference
from newsclaims.checking.drafts import Stretch
from newsclaims.checking.edges import Edges
from newsclaims.checking.passages import Passages
from newsclaims.checking.results import CheckStatus, Fold
from newsclaims.checking.sense import SenseFinder
from newsclaims.checking.sources import OpenedSource, Sources
from newsclaims.checking.speakers import SameSpeaker
from newsclaims.checking.words import SENTENCE_ENDS
from newsclaims.model import Quote, QuoteKind, Speaker

MOST_READ = 5
"""So many sources are read for one quote."""
LEAST_SHARE = 0.5
"""The part of a stretch's words (small ones count a quarter) that has to stand in a source for it to be changed and not absent."""
SAME_SPEAKER = 0.5
"""What a place is worth beside its words where the draft's own speaker says them, in words."""

SENTENCE_WORTH = JUMP
"""What a whole sentence is worth beside its words: a jump to another place."""
SHORTEST_SENTENCE = 3


@attrs.frozen(eq=False)
class Placed:
    """A stretch at its best place in one source."""

    source: int
    difference: Difference
    owner: int | None
    speaker: Speaker | None
    kind: QuoteKind | None
    folds: tuple[Fold, ...]
    findings: frozenset[CheckStatus]
    same: bool | None

    @property
    def gravity(self) -> int:
        """That of the gravest finding."""
        return max((finding.gravity for finding in self.findings), default=0)

    @property
    def is_sure(self) -> bool:
        """Whether no other source can bear the stretch out better."""
        return not self.gravity and self.same is True

    @property
    def begin(self) -> int:
        """The first token in the source."""
        return self.difference.places[0][0]


@attrs.frozen(eq=False)
class Wanted:
    """A stretch to look for: with the editor's signs taken out, and, where it has some, as it stands."""

    stretch: Stretch
    literal: Stretch
    quote: Quote
    first: bool
    last: bool


class Placer:
    """Finds where stretches stand best in sources."""

    def __init__(self, sources: Sources, sense: SenseFinder, same: SameSpeaker) -> None:
        self.sources = sources
        self.sense = sense
        self.same = same

    def in_source(self, wanted: Sequence[Wanted], number: int) -> list[Placed | None]:
        """The stretches of a quote, each at its best place in one source; ``None`` for one that is absent."""
        opened = self.sources.opened(number)
        placed: list[Placed | None] = []
        after = 0
        for each in wanted:
            found = self._place(each, opened, number, after)
            placed.append(found)
            if found is not None:
                after = found.difference.places[-1][1]
        return placed

    def _place(self, wanted: Wanted, opened: OpenedSource, number: int, after: int) -> Placed | None:
        """A stretch where it stands best in a source; ``after`` is the token after the stretch before it."""
        for stretch in dict.fromkeys((wanted.literal, wanted.stretch)):
            if stretch.breaks or not stretch.forms:
                continue
            places = whole(needle_of(stretch), opened.haystack)
            if places:
                tried = [self._judged(wanted, stretch, [Anchor(0, place, len(stretch.forms))], opened, number) for place in places]
                return min(
                    tried, key=lambda placed: (placed.gravity, placed.speaker != wanted.quote.speaker, placed.begin < after, placed.begin)
                )
        stretch = wanted.stretch
        if not stretch.forms:
            return None
        passages = opened.passages
        chain = chained(
            needle_of(stretch),
            opened.haystack,
            self.sense.is_small,
            price_of(passages),
            functools.partial(self._gain, wanted, stretch, passages),
        )
        if not chain:
            return None
        judged = self._judged(wanted, stretch, chain, opened, number)
        return judged if self._is_there(stretch, judged.difference) else None

    def _gain(self, wanted: Wanted, stretch: Stretch, passages: Passages, anchor: Anchor) -> float:
        """What an anchor is worth beside its words: more where the same somebody speaks, or where it is a whole sentence of the draft."""
        same = self.same(wanted.quote.speaker, passages.speaker(passages.owner(anchor.place)))
        forms = stretch.forms
        opens = anchor.first == 0 or anchor.first in stretch.breaks or forms[anchor.first - 1] in SENTENCE_ENDS
        closes = anchor.stop == len(forms) or anchor.stop in stretch.breaks or forms[anchor.stop - 1] in SENTENCE_ENDS
        is_whole = opens and closes and anchor.size >= SHORTEST_SENTENCE
        return (SAME_SPEAKER if same else 0.0) + (SENTENCE_WORTH if is_whole else 0.0)

    def promising(self, wanted: Sequence[Wanted], numbers: Sequence[int]) -> list[int]:
        """Of some sources those that have the most of the words, in stretches; only these are read for who says what."""
        shares = {}
        for number in numbers:
            haystack = self.sources.opened(number).haystack
            share = max(
                shared(needle_of(stretch), haystack, self.sense.is_small)
                for each in wanted
                for stretch in {each.stretch, each.literal}
                if stretch.forms
            )
            if share >= LEAST_SHARE:
                shares[number] = share
        return sorted(shares, key=lambda number: -shares[number])[:MOST_READ]

    def _is_there(self, stretch: Stretch, difference: Difference) -> bool:
        """Whether enough of the words stand there for the others to be changed ones."""
        missing = 0.0
        for change in difference.changes:
            if change.draft is not None:
                held = range(len(stretch.kept))
                inside = (at for at in held if change.draft.start <= stretch.words.starts[stretch.kept[at]] < change.draft.end)
                missing += sum(self._weight(stretch.forms[at]) for at in inside)
        return missing <= (1 - LEAST_SHARE) * sum(map(self._weight, stretch.forms))

    def _weight(self, form: str) -> float:
        return weight_of(form, self.sense.is_small)

    def _judged(self, wanted: Wanted, stretch: Stretch, chain: Sequence[Anchor], opened: OpenedSource, number: int) -> Placed:
        passages = opened.passages
        chain = list(split_by_unit(chain, passages))
        difference = Differ(stretch, passages, self.sense).compare(chain)
        edges = Edges(stretch, passages, self.sense)
        edges.judge(difference, first=wanted.first, last=wanted.last)
        findings = set(difference.findings)
        owners = [self._owner(wanted, passages, *place) for place in difference.places]
        speakers = [passages.speaker(owner) for owner in owners]
        answers = [self.same(wanted.quote.speaker, speaker) for speaker in speakers]
        if False in answers:
            findings.add(CheckStatus.OTHER_SPEAKER)
        told = answers.index(False) if False in answers else next((at for at, owner in enumerate(owners) if owner is not None), 0)
        folds, kind = edges.folds(chain, difference), passages.kind(owners[told])
        return Placed(number, difference, owners[told], speakers[told], kind, folds, frozenset(findings), answers[told])

    def _owner(self, wanted: Wanted, passages: Passages, first: int, stop: int) -> int | None:
        """The quote of the source that some words belong to; of quotes in quotes that of the draft's own speaker."""
        innermost = passages.owner_of(first, stop)
        layers = passages.layers(innermost)
        return next((owner for owner in layers if self.same(wanted.quote.speaker, passages.speaker(owner))), innermost)
