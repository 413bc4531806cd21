"""Units: what stands behind an amount. A unit of measure, a currency, or the noun that is counted."""

from __future__ import annotations

from newsclaims.language import Language
from newsclaims.language.inflection import looks_plural
from newsclaims.measures.amounts import Amount
from newsclaims.measures.atoms import Atoms, Phrases
from newsclaims.model import QuantityKind

NOUN_REACH = 4  # words behind a number within which what it counts is looked for

SHORTEST_MEASURE = 2  # letters of a unit that a price is by: "a kg", but not "a m"


class UnitReader:
    """Reads the unit, the currency or the noun behind an amount."""

    def __init__(self, language: Language) -> None:
        self._grammar = language.table("number_grammar")
        units = language.table("units")
        names = {name: code for name, code in language.table("currencies").items() if len(name) == 1 or name[-1].isalpha()}
        self._units = Phrases({**names, **units})
        self._currency_values = frozenset(language.table("currencies").values())
        self._share = units["%"]
        self.year = units["year"]
        self._singulars = language.words("singular_people")
        self._plurals = language.words("plural_nouns")
        self._function_words = frozenset(language.table("function_words"))
        self._numbers = frozenset(language.table("numbers"))

    def with_unit(self, atoms: Atoms, amount: Amount) -> Amount:
        """The amount with its unit taken in, and the kind that gives it."""
        if amount.kind is QuantityKind.FRACTION and self._grammar.get(atoms.at(amount.end)) == "article":  # "half a mile"
            unit = self._units.at(atoms, amount.end + 1)
            return amount if unit is None else self._measured(atoms, amount, *unit)
        if amount.kind is not QuantityKind.NUMBER:
            return self._priced(atoms, amount) if amount.kind is QuantityKind.MONEY else amount
        hyphened = atoms.at(amount.end) == "-" and atoms.glued(amount.end) and atoms.glued(amount.end + 1)
        at = amount.end + hyphened
        # "millions of dollars": of parts a number not told from its unit
        partitive = amount.low is None and self._grammar.get(atoms.at(at)) == "of"
        unit = self._units.at(atoms, at + partitive)
        if unit is not None and self._fits(atoms, at + partitive):
            return self._measured(atoms, amount, *unit)
        if hyphened:
            return self._in_one_word(atoms, amount, at)
        return self._counted(atoms, amount, at + partitive)

    def _fits(self, atoms: Atoms, at: int) -> bool:
        """A unit of one letter is a small letter that stands right behind the figures or before a mark: "5 m," but not "5G"."""
        if len(atoms.at(at)) > 1 or not atoms.at(at).isalpha():
            return True
        return atoms.written(at).islower() and (atoms.glued(at) or not atoms.at(at + 1).isalpha())

    def _measured(self, atoms: Atoms, amount: Amount, unit: str, end: int) -> Amount:
        code, _, scale = unit.partition(" ")
        if unit in self._currency_values:
            factor = float(scale or 1)
            low = None if amount.low is None else amount.low * factor
            high = None if amount.high is None else amount.high * factor
            return self._priced(atoms, Amount(amount.first, end, low, high, code, QuantityKind.MONEY))
        if unit == self._share:
            return amount._replace(end=end, unit=unit, kind=QuantityKind.PERCENT)
        old = end + 1 if atoms.at(end) == "-" else end
        if unit == self.year and self._grammar.get(atoms.at(old)) == "old":
            return amount._replace(end=old + 1, unit=unit, kind=QuantityKind.AGE)
        return amount._replace(end=end, unit=unit, kind=QuantityKind.MEASURE)

    def _priced(self, atoms: Atoms, amount: Amount) -> Amount:
        """A sum with what it is paid for: "$4.50 a kilo", "20 euros per hour"."""
        if self._grammar.get(atoms.at(amount.end)) not in ("article", "per"):
            return amount
        unit = self._units.at(atoms, amount.end + 1)
        if unit is None or unit[0] == self._share or unit[0] in self._currency_values or len(atoms.at(amount.end + 1)) < SHORTEST_MEASURE:
            return amount
        return amount._replace(end=unit[1], unit=f"{amount.unit}/{unit[0]}")

    @staticmethod
    def _in_one_word(atoms: Atoms, amount: Amount, at: int) -> Amount:
        """ "a 19-member council": the noun is part of the word."""
        word = atoms.at(at)
        if not word.isalpha() or len(word) < 3:
            return amount
        return amount._replace(end=at + 1, unit=word, kind=QuantityKind.COUNT)

    def _counted(self, atoms: Atoms, amount: Amount, at: int) -> Amount:
        """ "130,000 troops", "six young soldiers", "three of the judges": the first plural in reach."""
        if self._grammar.get(atoms.at(at)) == "of" and self._grammar.get(atoms.at(at + 1)) == "determiner":
            at += 2
        if atoms.glued(at):
            return amount
        for k in range(at, min(at + NOUN_REACH, len(atoms))):
            word = atoms.lower[k]
            if (word in self._plurals or self._looks_plural(word)) and atoms.at(k - 1) != "-":
                return amount._replace(end=k + 1, unit=word, kind=QuantityKind.COUNT)
            if not (self._may_modify(word) or (word == "-" and k > at)):
                break
        if amount.low == 1 and atoms.at(at) in self._singulars:
            return amount._replace(end=at + 1, unit=atoms.at(at), kind=QuantityKind.COUNT)
        return amount

    def _may_modify(self, word: str) -> bool:
        """Whether a word can stand between a number and the plural that it counts: "six young soldiers"."""
        if self._grammar.get(word) == "more":
            return True
        return word.isalpha() and word not in self._function_words and word not in self._numbers

    def _looks_plural(self, word: str) -> bool:
        return len(word) > 3 and looks_plural(word) and word.isalpha() and word not in self._function_words
