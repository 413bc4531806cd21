"""Reading units: sentences as the rules read them, none longer than a reader could follow.

Text without an end in sight (a table, a list without stops, noise) is one "sentence" of any length. Rules
look from a cue to the end of its sentence, so such a sentence is read in pieces, cut at white space.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

LONGEST = 1000  # characters; in annotated news one sentence in some thousands is longer


def reading_units(text: str, sentences: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """The sentences (start, end, paragraph), those longer than ``LONGEST`` characters cut into pieces.

    >>> list(reading_units("One. Two.", [(0, 4, 0), (5, 9, 0)]))
    [(0, 4, 0), (5, 9, 0)]
    """
    for start, end, paragraph in sentences:
        while end - start > LONGEST:
            cut = text.rfind(" ", start + 1, start + LONGEST)
            cut = start + LONGEST if cut < 0 else cut
            yield start, cut, paragraph
            start = cut + (text[cut] == " ")
        if start < end:
            yield start, end, paragraph
