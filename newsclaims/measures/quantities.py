"""Quantities in running text: numbers, shares, sums of money, counts, measures, ages, places in an order."""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Sequence

import attrs

from newsclaims.language import Language
from newsclaims.measures.amounts import Amount, AmountReader
from newsclaims.measures.atoms import Atoms, AtomScanner, Phrases
from newsclaims.measures.dates import DateFinder
from newsclaims.measures.numbers import NumberReader
from newsclaims.measures.units import UnitReader
from newsclaims.model import Date, Quantity, QuantityKind
from newsclaims.spans import Span

PARTS_OF_NAMES = "-–/:#@_&"  # marks glued before figures that make them part of a name, a fraction, a time
OLDEST = 120  # years


FOOT, INCH, INCHES = "foot", "inch", 12
BETWEEN = (" ", ", ")


class QuantityFinder:
    """Finds quantities with the words of a language. What is part of a date is none."""

    def __init__(self, language: Language) -> None:
        self._scanner = AtomScanner()
        self._dates = DateFinder(language)
        self._numbers = NumberReader(language)
        self._amounts = AmountReader(language, self._numbers)
        self._units = UnitReader(language)
        self.cues = self._amounts.cues
        self._bounds = Phrases(language.table("quantity_bounds"))
        self._clock = Phrases(dict.fromkeys(language.words("after_clock_figures"), ""))
        self._labels = language.words("numbered_things")
        self._function_words = frozenset(language.table("function_words"))
        self._grammar = language.table("number_grammar")
        self._joints = {*BETWEEN, *(f" {word} " for word in language.words("joining_words"))}

    def find(
        self, text: str, start: int, end: int, dates: Sequence[Date] | None = None, reference: datetime.date | None = None
    ) -> tuple[Quantity, ...]:
        """The quantities in ``text[start:end]``, in text order, none overlapping another.

        ``dates`` are the dates of the stretch where they are known already; else they are looked for.

        >>> from newsclaims.language import load_language
        >>> text = "In 2016 about 300 families paid $3.4 million."
        >>> for q in QuantityFinder(load_language("en")).find(text, 0, len(text)):
        ...     print(q.span.text, q.kind.value, q.value, q.unit, q.approximate)
        300 families count 300.0 families True
        $3.4 million money 3400000.0 USD False
        """
        atoms = self._scanner.read(text, start, end)
        return self.find_in(atoms, self._dates.find_in(atoms, reference) if dates is None else dates)

    def find_in(self, atoms: Atoms, dates: Sequence[Date]) -> tuple[Quantity, ...]:
        """The same on atoms already read."""
        found: list[Quantity] = []
        begins = [date.span.start for date in dates]
        free = 0
        for i in atoms.figures_and(self.cues):
            if i < free or self._is_of_name(atoms, i):
                continue
            before = bisect.bisect_right(begins, atoms.starts[i]) - 1 if begins else -1
            if before >= 0 and atoms.starts[i] < dates[before].span.end:
                continue
            amount = self._amounts.read(atoms, i, free)
            if amount is None:
                continue
            amount = self._units.with_unit(atoms, amount)
            free = amount.end
            if amount.kind is QuantityKind.NUMBER:
                if self._is_name(atoms, amount):
                    continue
                amount = self._with_age(atoms, amount)
            quantity = self._quantity(atoms, amount)
            if found and quantity.unit == INCH and self._goes_on(atoms.text, found[-1], quantity):
                found[-1] = _together(atoms.text, found[-1], quantity)
            else:
                found.append(quantity)
        return tuple(found)

    @staticmethod
    def _is_of_name(atoms: Atoms, i: int) -> bool:
        """Whether figures are glued into a name: "COVID-19", "A320"."""
        if not atoms.glued(i) or not atoms.is_figure(i):
            return False
        before = atoms.at(i - 1)
        return before.isalpha() or (before in PARTS_OF_NAMES and atoms.glued(i - 1))

    def _quantity(self, atoms: Atoms, amount: Amount) -> Quantity:
        span = Span.of(atoms.text, atoms.starts[amount.first], atoms.ends[amount.end - 1])
        # the bound stands before the article: "at least a dozen"
        outside = self._grammar.get(atoms.at(amount.first - 1)) in ("article", "determiner")
        bound = self._bounds.before(atoms, amount.first - outside)
        rough = bound is not None and bound[0] != "exact"
        known = bound[0] if bound is not None and bound[0].startswith("at ") else None
        return Quantity(span, amount.kind, amount.low, amount.high, amount.unit, rough or amount.low is None, known)

    def _is_name(self, atoms: Atoms, amount: Amount) -> bool:
        """Whether a bare number only names a thing ("Article 5", "Orbit 11") or tells the time ("5 p.m.", "10:30")."""
        first, end = amount.first, amount.end
        at = first - 2 if atoms.at(first - 1) == "." else first - 1
        if atoms.glued(first) and (atoms.at(first - 1) in PARTS_OF_NAMES or atoms.is_figure(first - 2)):
            return True
        if atoms.at(end) == ":" and atoms.glued(end) and atoms.glued(end + 1):
            return True
        if self._clock.at(atoms, end) or (atoms.glued(end) and atoms.at(end)[:1].isalpha()):
            return True
        if atoms.at(at) in self._labels:
            return True
        return at > 0 and at == first - 1 and atoms.is_capitalised(at) and atoms.at(at) not in self._function_words

    def _with_age(self, atoms: Atoms, amount: Amount) -> Amount:
        """ "Ann Lee, 34, said", "aged 5"."""
        before = atoms.at(amount.first - 1)
        told = self._grammar.get(before) == "age" and amount.low is not None
        if not told and (before != "," or not self._is_aside(atoms, amount)):
            return amount
        return amount._replace(kind=QuantityKind.AGE, unit=self._units.year)

    @staticmethod
    def _is_aside(atoms: Atoms, amount: Amount) -> bool:
        """Whether figures that can be an age stand between a name and a mark: "Ann Lee, 34,"."""
        between = atoms.is_capitalised(amount.first - 2) and atoms.at(amount.end) in (",", ".", ")")
        return between and amount.low is not None and amount.low <= OLDEST and amount.high is None and atoms.is_figure(amount.first)

    def _goes_on(self, text: str, feet: Quantity, inches: Quantity) -> bool:
        """Whether some inches belong to the feet before them: "5 feet 11 inches"."""
        told = feet.value is not None and feet.high is None and inches.value is not None and inches.high is None
        return told and feet.unit == FOOT and text[feet.span.end : inches.span.start] in self._joints


def _together(text: str, feet: Quantity, inches: Quantity) -> Quantity:
    span = Span.of(text, feet.span.start, inches.span.end)
    return attrs.evolve(feet, span=span, value=round((feet.value or 0) + (inches.value or 0) / INCHES, 4))
