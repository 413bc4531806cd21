"""Which of the words looked for stand where in a source: the longest stretches in common, chained.

Each stretch of tokens that stands in the source as it is becomes an anchor with its places; the best chain of anchors is the one with
the most words and the fewest jumps. It is the seed and chain of sequence alignment (Abouelhoda and Ohlebusch, "Chaining algorithms for
multiple genome comparison", 2005); what lies between two anchors is compared by :mod:`difflib`, on a few words. The search for a stretch
is Python's own search for a string: each different token of the source is a character of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from newsclaims.checking.words import Words, is_word, swapped

MOST_PLACES = 24
"""So many places of one stretch are looked at."""
FEW = 4
"""A single word that stands in more places is no anchor of its own."""
LOOK_BACK = 6
"""So many anchors before one are tried as the one it follows."""
JUMP = 2.0
"""What a jump to another place costs, in words: fewer words are not worth it."""
DRIFT = 0.01
"""What each word between two anchors costs, up to MOST_DRIFT of them."""
MOST_DRIFT = 60
SMALL = 0.25
"""What a word that says little by itself counts for."""
LAST_CODE = 0x10FFFF
UNKNOWN = 0


class Haystack:
    """The tokens of a source as a string in which stretches of tokens can be found."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._codes: dict[str, int] = {}
        codes = self._codes
        self.line = "".join(chr(codes.setdefault(form, len(codes) % LAST_CODE + 1)) for form in words.forms)

    @property
    def known(self) -> Mapping[str, int]:
        """The different tokens."""
        return self._codes

    def codes(self, forms: Iterable[str]) -> str:
        """Tokens as such a string; one the source does not have is a character that it does not have."""
        return "".join(chr(self._codes.get(form, UNKNOWN)) for form in forms)

    def places(self, code: str, forms: Sequence[str]) -> list[int]:
        """Where a stretch stands, the first MOST_PLACES of it."""
        found: list[int] = []
        at = self.line.find(code)
        while at >= 0 and len(found) < MOST_PLACES:
            if len(self._codes) < LAST_CODE or self.words.forms[at : at + len(forms)] == tuple(forms):
                found.append(at)
            at = self.line.find(code, at + 1)
        return found

    def longest(self, code: str, first: int, stop: int) -> int:
        """How many of the tokens from ``first`` stand in the source one after the other."""
        if code[first] == chr(UNKNOWN):
            return 0
        length, at = 0, self.line.find(code[first])
        while at >= 0:
            while first + length < stop and self.line.startswith(code[first + length], at + length):
                length += 1
            if first + length >= stop:
                return length
            at = self.line.find(code[first : first + length + 1], at + 1)
        return length


@attrs.frozen
class Anchor:
    """Tokens that stand in the source as they are: ``size`` of them, from ``first`` of those looked for, from ``place`` in the source."""

    first: int
    place: int
    size: int

    @property
    def stop(self) -> int:
        """The token after the last, of those looked for."""
        return self.first + self.size

    @property
    def place_stop(self) -> int:
        """The token after the last, in the source."""
        return self.place + self.size


@attrs.frozen(eq=False)
class Needle:
    """Tokens to look for. ``free`` are those whose first letter may have either case, ``cuts`` those an anchor may only begin at."""

    forms: tuple[str, ...]
    free: frozenset[int]
    cuts: frozenset[int]

    def variants(self, first: int, stop: int) -> Iterator[tuple[str, ...]]:
        """The tokens, and the same with the first letter in the other case where that is free."""
        forms = self.forms[first:stop]
        yield forms
        if first in self.free and forms and swapped(forms[0]) != forms[0]:
            yield (swapped(forms[0]), *forms[1:])


def whole(needle: Needle, source: Haystack) -> list[int]:
    """Where all tokens stand in the source one after the other."""
    found: set[int] = set()
    for forms in needle.variants(0, len(needle.forms)):
        found.update(source.places(source.codes(forms), forms))
    return sorted(found)


def chained(
    needle: Needle,
    source: Haystack,
    is_small: Callable[[str], bool],
    price: Callable[[Anchor, Anchor], float],
    gain: Callable[[Anchor], float],
) -> list[Anchor]:
    """The best chain of anchors, in the order of the tokens looked for; empty where nothing of weight is in common.

    ``price`` is what it costs to go on from one anchor to another, ``gain`` what an anchor is worth beside its words.
    """
    weigh = _weights(needle.forms, is_small)
    groups = list(_groups(needle, source, weigh))
    strong = [group for group in groups if len(group) <= FEW or weigh(group[0].first, group[0].stop) > 1]
    best: list[tuple[float, Anchor, int]] = []
    begins: list[int] = []
    for group in strong or groups:
        low = begins[-LOOK_BACK] if len(begins) >= LOOK_BACK else 0
        begins.append(len(best))
        for anchor in group:
            before, back = 0.0, -1
            for at in range(low, begins[-1]):
                score = best[at][0] - price(best[at][1], anchor)
                if score > before:
                    before, back = score, at
            best.append((before + weigh(anchor.first, anchor.stop) + gain(anchor), anchor, back))
    return _traced(best)


def shared(needle: Needle, source: Haystack, is_small: Callable[[str], bool]) -> float:
    """The part of the tokens (0 to 1, by their weight) that stand in the source in such stretches, wherever."""
    weigh = _weights(needle.forms, is_small)
    total = weigh(0, len(needle.forms))
    return sum(weigh(group[0].first, group[0].stop) for group in _groups(needle, source, weigh)) / total if total else 0.0


def _weights(forms: Sequence[str], is_small: Callable[[str], bool]) -> Callable[[int, int], float]:
    sums = [0.0]
    for form in forms:
        sums.append(sums[-1] + weight_of(form, is_small))
    return lambda first, stop: sums[stop] - sums[first]


def weight_of(form: str, is_small: Callable[[str], bool]) -> float:
    """How much a token counts among the words of a quote: a small word less than others, a mark nothing."""
    if not is_word(form):
        return 0.0
    return SMALL if is_small(form) else 1.0


def _groups(needle: Needle, source: Haystack, weigh: Callable[[int, int], float]) -> Iterator[list[Anchor]]:
    """The stretches in common from left to right, each with all its places."""
    ends = sorted({*needle.cuts, len(needle.forms)} - {0})
    begin = at = 0
    for end in ends:
        codes = source.codes(needle.forms[at:end])
        while at < end:
            length, forms = _longest_from(needle, source, codes, at, begin, end)
            whole_segment = at == begin and at + length == end
            if length and (weigh(at, at + length) >= 1 or whole_segment):
                yield [Anchor(at, place, length) for place in source.places(source.codes(forms), forms)]
                at += length
            else:
                at += 1
        begin = end


def _longest_from(needle: Needle, source: Haystack, codes: str, at: int, begin: int, end: int) -> tuple[int, tuple[str, ...]]:
    """The longest stretch from a token, in either case of its first letter where that is free."""
    length = source.longest(codes, at - begin, end - begin)
    forms = needle.forms[at : at + length]
    if at in needle.free:
        other = swapped(needle.forms[at])
        swapped_codes = source.codes([other]) + codes[at - begin + 1 :]
        more = source.longest(swapped_codes, 0, end - at)
        if more > length:
            return more, (other, *needle.forms[at + 1 : at + more])
    return length, forms


def _traced(best: list[tuple[float, Anchor, int]]) -> list[Anchor]:
    if not best:
        return []
    at = max(range(len(best)), key=lambda number: (best[number][0], -number))
    found: list[Anchor] = []
    while at >= 0:
        _, anchor, at = best[at]
        found.append(anchor)
    return found[::-1]
