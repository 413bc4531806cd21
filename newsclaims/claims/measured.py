"""What is measured, dated and named by subject in the stretches of a text: quantities, dates and topic words."""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Sequence
from typing import NamedTuple

from newsclaims.claims.topics import TopicFinder, TopicWord
from newsclaims.language import Language
from newsclaims.measures.atoms import AtomsOfTokens
from newsclaims.measures.dates import DateFinder
from newsclaims.measures.quantities import QuantityFinder
from newsclaims.model import Date, Quantity


class Measured(NamedTuple):
    """What was read in a stretch, each in text order."""

    quantities: Sequence[Quantity] = ()
    dates: Sequence[Date] = ()
    topics: Sequence[TopicWord] = ()


NOTHING = Measured()


class MeasureReader:
    """Reads quantities, dates and topics with the words of a language."""

    def __init__(self, language: Language) -> None:
        self.dates = DateFinder(language)
        self.quantities = QuantityFinder(language)
        self.topics = TopicFinder(language)

    def of_text(self, atoms: AtomsOfTokens, reference: datetime.date | None) -> MeasuresOfText:
        """Reads the stretches of one text; ``reference`` is the day of the report."""
        return MeasuresOfText(self, atoms, reference)


class MeasuresOfText:
    """Reads the stretches of one text, each of them only for what it has words of."""

    def __init__(self, reader: MeasureReader, atoms: AtomsOfTokens, reference: datetime.date | None) -> None:
        self._reader = reader
        self._atoms = atoms
        self._reference = reference
        self._counted = atoms.figures_and(reader.quantities.cues)
        self._dated = atoms.figures_and(reader.dates.cues)
        self._told = atoms.places(reader.topics.cues)

    def between(self, first: int, stop: int) -> Measured:
        """What stands in the tokens ``first`` up to ``stop``."""
        low, high = self._atoms.bounds(first, stop)
        counted, dated, told = _any(self._counted, low, high), _any(self._dated, low, high), _any(self._told, low, high)
        if not (counted or dated or told):
            return NOTHING
        atoms = self._atoms.between(first, stop)
        dates = self._reader.dates.find_in(atoms, self._reference) if dated else ()
        quantities = self._reader.quantities.find_in(atoms, dates) if counted else ()
        return Measured(quantities, dates, tuple(self._reader.topics.matches(atoms)) if told else ())


def _any(places: Sequence[int], low: int, high: int) -> bool:
    """Whether one of the places, which are in order, lies between."""
    at = bisect.bisect_left(places, low)
    return at < len(places) and places[at] < high
