"""Reading units: sentences as the rules read them, none longer than a reader could follow.

Text without an end in sight (a table, a list without stops, noise) is one "sentence" of any length. Rules
look from a cue to the end of its sentence, so such a sentence is read in pieces, cut behind a comma or a semicolon, or at white space.
"""

from __future__ import annotations

import bisect
from array import array
from collections.abc import Iterable, Iterator, Sequence

from newsclaims.spans import Bounds

LONGEST = 1000  # characters; in annotated news one sentence in some thousands is longer
MARKS = (", ", "; ")


def reading_units(text: str, sentences: Iterable[Bounds]) -> Iterator[Bounds]:
    """The sentences (start, end, paragraph), those longer than ``LONGEST`` characters cut into pieces.

    >>> list(reading_units("One. Two.", [(0, 4, 0), (5, 9, 0)]))
    [(0, 4, 0), (5, 9, 0)]
    """
    for sentence in sentences:
        start, end, paragraph = sentence
        if 0 < end - start <= LONGEST:
            yield sentence
            continue
        while end - start > LONGEST:
            behind_mark = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in MARKS)
            cut = behind_mark + 1 if behind_mark > 0 else text.rfind(" ", start + 1, start + LONGEST)
            cut = start + LONGEST if cut < 0 else cut
            yield start, cut, paragraph
            start = cut + 1 if text[cut] == " " else cut
        if start < end:
            yield start, end, paragraph


def numbers_of(units: Sequence[Bounds], sentences: Sequence[Bounds]) -> Sequence[int] | None:
    """The index of the sentence that each reading unit is a part of; ``None`` where the units are the sentences."""
    if units == sentences:
        return None
    starts = [start for start, _, _ in sentences]
    return array("I", [bisect.bisect_right(starts, start) - 1 for start, _, _ in units])
