"""What the words of a draft are looked for as, and the chain of places they are found at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from newsclaims.checking.alignment import DRIFT, JUMP, MOST_DRIFT, Anchor, Needle
from newsclaims.checking.drafts import Stretch
from newsclaims.checking.passages import Passages, Unit
from newsclaims.checking.words import count


def needle_of(stretch: Stretch) -> Needle:
    """What is looked for of a stretch."""
    return Needle(stretch.forms, stretch.free, frozenset(stretch.breaks))


def price_of(passages: Passages) -> Callable[[Anchor, Anchor], float]:
    """What it costs to go on from one anchor to another: nothing for the next word, much for another place."""

    def price(before: Anchor, after: Anchor) -> float:
        gap = after.place - before.place_stop
        cost = DRIFT * min(MOST_DRIFT, abs(gap - (after.first - before.stop)))
        if gap < 0 or (gap and passages.unit(before.place_stop - 1) != passages.unit(after.place)):
            cost += JUMP
        return cost

    return price


def without_overlaps(chain: Sequence[Anchor]) -> Iterator[Anchor]:
    """The anchors, of which none has words of the source that the one before it has: "not not" is one that is doubled."""
    stop = 0
    for anchor in chain:
        over = stop - anchor.place
        if 0 < over < anchor.size:
            anchor = Anchor(anchor.first + over, anchor.place + over, anchor.size - over)
        stop = anchor.place_stop
        yield anchor


def split_by_unit(chain: Sequence[Anchor], passages: Passages) -> Iterator[Anchor]:
    """The anchors, parted where the words of one quote end and those of another begin; a part without a word is left out."""
    for anchor in without_overlaps(chain):
        begin = anchor.place
        cuts = [at for at in range(anchor.place + 1, anchor.place_stop) if _parts(passages.unit(at - 1), passages.unit(at))]
        for end in (*cuts, anchor.place_stop):
            if count(passages.words.forms[begin:end]):
                yield Anchor(anchor.first + begin - anchor.place, begin, end - begin)
            begin = end


def _parts(one: Unit, other: Unit) -> bool:
    """Whether a quote begins or ends between two tokens."""
    return one != other and "quote" in (one[0], other[0])
