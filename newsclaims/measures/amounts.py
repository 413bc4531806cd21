"""Amounts: what stands before a unit. A number, a range, a part, a place in an order, a number not told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newsclaims.language import Language
from newsclaims.measures.atoms import Atoms
from newsclaims.measures.numbers import Number, NumberReader
from newsclaims.model import QuantityKind

MINUS = ("-", "−")
DASHES = ("-", "–", "—")
JOINING = ("out", "of", "in", "to", "or", "and")
MILLION, PLURAL = "m", "s"
LENGTHS = 50
"""From so many on "m" after figures is a length: "the 100m hurdles"."""


def is_minus(atoms: Atoms, i: int, free: int) -> bool:
    """Whether an atom is the sign before a negative amount, and no hyphen: "-$3 million"."""
    return atoms.at(i) in MINUS and i >= free and atoms.glued(i + 1) and not atoms.glued(i)


def _joining(grammar: Mapping[str, str]) -> Iterator[str]:
    """The words that join a number to another: "to", "of", "in"."""
    return (word for word, role in grammar.items() if role in JOINING)


def _endings(ordinals: Mapping[str, float]) -> Iterator[str]:
    """What makes figures a place in an order: "st", "th"."""
    return (word for word, value in ordinals.items() if value == 0)


class Amount(NamedTuple):
    """Atoms ``first`` up to ``end`` read as a number, a range of them, or (``low`` is ``None``) a number not told."""

    first: int
    end: int
    low: float | None
    high: float | None = None
    unit: str | None = None
    kind: QuantityKind = QuantityKind.NUMBER


class AmountReader:
    """Reads what stands before the unit: a number, a range, a part, a place, a number not told."""

    def __init__(self, language: Language, numbers: NumberReader) -> None:
        self._numbers = numbers
        self._grammar = language.table("number_grammar")
        self._verbs_of_multiples = tuple(language.words("verbs_of_multiples"))
        self._currencies = language.table("currencies")
        self._signs = frozenset(sign for sign in self._currencies if not sign[-1].isalpha() or sign.isupper())
        self._money_magnitudes = {word: float(value) for word, value in language.table("money_magnitudes").items()}
        self._people = language.words("group_nouns") | language.words("plural_nouns")
        self._vague = language.words("vague_numbers")
        self._ordinals = {word: float(value) for word, value in language.table("ordinals").items()}
        self._parts = {word: float(value) for word, value in language.table("fractions").items()}
        self._multiples = {word: float(value) for word, value in language.table("multiples").items()}
        self._ones = frozenset(word for word, value in numbers.ones.items() if value == 1)
        self._single = language.words("singular_people") | frozenset(language.table("units")) | frozenset(numbers.magnitudes)
        signs = frozenset(sign.lower() for sign in self._signs if not sign[0].isalpha() or sign.isalpha())
        words = numbers.starters | self._vague | frozenset(self._ordinals) | frozenset(self._parts) | frozenset(self._multiples)
        self.cues = words | signs | frozenset(numbers.magnitudes)
        self._going_on = frozenset((*DASHES, *self._parts, *_joining(self._grammar), *_endings(self._ordinals)))

    def read(self, atoms: Atoms, i: int, free: int) -> Amount | None:
        """The amount that begins at (or, with its article, just before) atom ``i``; nothing before ``free``."""
        word = atoms.lower[i]
        if word in self._vague:
            return self._not_told(atoms, i)
        if word.upper() in self._signs:
            return self._money(atoms, i, free)
        if word.endswith(self._verbs_of_multiples) and self._grammar.get(atoms.at(i + 1)) == "particle":  # "doubled as a judge"
            return None
        if word in self._multiples:
            return Amount(i, i + 1, self._multiples[word], kind=QuantityKind.MULTIPLE)
        number = self._numbers.read(atoms, i)
        if number is not None:
            number = self._in_millions(atoms, number)
        if number is None:
            return self._part(atoms, i, free) or self._place(atoms, i)
        return self._from_number(atoms, i, number, free)

    def _in_millions(self, atoms: Atoms, number: Number) -> Number:
        """ "1.5m voters": millions of what can be counted, where metres would not be."""
        at = number.end
        if atoms.at(at) != MILLION or not atoms.glued(at) or number.scaled or number.value >= LENGTHS:
            return number
        counted = atoms.at(at + 1)
        if not (counted.endswith(PLURAL) or counted in self._people):
            return number
        return Number(number.value * self._money_magnitudes[MILLION], at + 1, scaled=True)

    def _role(self, atoms: Atoms, i: int) -> str | None:
        return self._grammar.get(atoms.at(i))

    def _from_number(self, atoms: Atoms, i: int, number: Number, free: int) -> Amount | None:
        if number.end == i + 1 and atoms.at(i) in self._ones and not self._counts(atoms, number.end):
            return None
        goes_on = atoms.at(number.end) in self._going_on
        place = self._place_behind(atoms, i, number) if goes_on else None
        if place is not None:
            return place
        first = i
        if atoms.at(i) in self._numbers.magnitudes:  # "a million", "several hundred"
            if self._role(atoms, i - 1) == "some" and i - 1 >= free:
                with_article = i - 2 >= free and self._role(atoms, i - 2) == "article"
                return Amount(i - 2 if with_article else i - 1, number.end, None)
            if self._role(atoms, i - 1) == "article" and i - 1 >= free:
                first -= 1
        more = self._with_more(atoms, i, first, number) if goes_on else None
        return self._signed(atoms, first, number) if more is None else more

    def _signed(self, atoms: Atoms, first: int, number: Number) -> Amount:
        """A number alone, with the sign before it."""
        signed = self._with_sign(atoms, first)
        return Amount(signed, number.end, -number.value if signed < first else number.value)

    def _with_more(self, atoms: Atoms, i: int, first: int, number: Number) -> Amount | None:
        """What the words behind a number make of it: parts, a share, a range."""
        return self._parts_of(atoms, i, number) or self._share(atoms, i, number) or self._range(atoms, first, number)

    def _place_behind(self, atoms: Atoms, i: int, number: Number) -> Amount | None:
        """ "21st", "twenty-first"."""
        at = number.end
        if atoms.glued(at) and self._ordinals.get(atoms.at(at)) == 0:
            return Amount(i, at + 1, number.value, kind=QuantityKind.ORDINAL)
        ones = self._ordinals.get(atoms.at(at + 1), 0.0) if atoms.at(at) == "-" and atoms.glued(at + 1) else 0.0
        if not 0 < ones < 10 or number.value < 20 or number.value % 10:
            return None
        return Amount(i, at + 2, number.value + ones, kind=QuantityKind.ORDINAL)

    def _counts(self, atoms: Atoms, end: int) -> bool:
        """Whether "one" is a number here and no pronoun: before a unit, a person, a part, or "in five"."""
        after = end + 1 if atoms.at(end) == "-" and atoms.glued(end) else end
        if atoms.at(after) in self._single or atoms.at(after) in self._parts:
            return True
        return self._role(atoms, end) in ("in", "out", "to") and self._numbers.read(atoms, end + 1) is not None

    # --- signs and ranges

    def _with_sign(self, atoms: Atoms, first: int) -> int:
        before = atoms.at(first - 1)
        if self._grammar.get(before) == "minus":
            return first if self._role(atoms, first - 2) == "or" else first - 1  # "plus or minus three points" is no negative number
        return first - 1 if before in MINUS and self._has_minus(atoms, first) else first

    @staticmethod
    def _has_minus(atoms: Atoms, first: int) -> bool:
        """Whether the mark before figures is their sign."""
        return atoms.glued(first) and atoms.is_figure(first) and not (first >= 2 and atoms.glued(first - 1))

    def _range(self, atoms: Atoms, first: int, low: Number, scale: float = 1.0) -> Amount | None:
        """ "5 to 7", "between 5 and 7", "10-12", "3 to 5 million"; falling figures are a score or a vote."""
        at = self._past_hanging_hyphen(atoms, low.end)
        joined = atoms.at(at) in DASHES and atoms.glued(at) and atoms.glued(at + 1)
        role = self._role(atoms, at)
        between = role == "and" and self._is_between(atoms, first)
        if not (joined or role in ("to", "or") or between):
            return None
        high = self._numbers.read(atoms, at + 1)
        if high is None:
            return None
        shared = high.scaled and not low.scaled and low.value < 1000  # "3 to 5 million"
        value = low.value * self._scale_of(atoms, at + 1, high) if shared else low.value
        if value < high.value:
            return Amount(first, high.end, value * scale, high.value * scale)
        return Amount(first, high.end, None) if joined and atoms.is_figure(first) else None

    def _past_hanging_hyphen(self, atoms: Atoms, at: int) -> int:
        """Past the hyphen of "18- to 24-year-olds"."""
        hangs = atoms.at(at) == "-" and atoms.glued(at) and not atoms.glued(at + 1) and self._role(atoms, at + 1) in ("to", "or")
        return at + 1 if hangs else at

    def _is_between(self, atoms: Atoms, first: int) -> bool:
        return self._role(atoms, first - 1) == "between"

    def _scale_of(self, atoms: Atoms, i: int, number: Number) -> float:
        magnitude = self._numbers.magnitudes.get(atoms.at(number.end - 1))
        return magnitude if magnitude is not None and i < number.end - 1 else 1.0

    # --- parts and places

    def _parts_of(self, atoms: Atoms, i: int, number: Number) -> Amount | None:
        """ "two thirds", "three-quarters", "one-half"."""
        at = number.end + 1 if atoms.at(number.end) == "-" and atoms.glued(number.end) else number.end
        parts = self._parts.get(atoms.at(at))
        if parts is None or number.value >= parts or (number.value > 1 and not atoms.at(at).endswith("s")):
            return None
        return Amount(i, at + 1, number.value / parts, kind=QuantityKind.FRACTION)

    def _share(self, atoms: Atoms, i: int, number: Number) -> Amount | None:
        """ "one in five", "three out of ten", "six of the ten"."""
        at = number.end + 1 if self._role(atoms, number.end) == "out" else number.end
        role = self._role(atoms, at)
        if role != "of" and (role != "in" or at > number.end):
            return None
        if role == "of" and self._role(atoms, at + 1) == "determiner":
            at += 1
        whole = self._numbers.read(atoms, at + 1)
        if whole is None or not 1 <= number.value < whole.value or number.scaled or whole.value >= 1900:
            return None
        return Amount(i, whole.end, number.value / whole.value, kind=QuantityKind.FRACTION)

    def _part(self, atoms: Atoms, i: int, free: int) -> Amount | None:
        """ "half of", "half a million", "a third of"."""
        parts = self._parts.get(atoms.at(i))
        if parts is None or self._ordinals.get(atoms.at(i - 1)):
            return None
        role = self._role(atoms, i + 1)
        if parts == 2:
            whole = role in ("of", "article", "determiner", "to") or self._role(atoms, i - 1) == "before half"
            return self._half(atoms, i, free) if whole else None
        told = role in ("of", "to") or self._role(atoms, i - 2) == "before half"
        if self._role(atoms, i - 1) != "article" or not told or i - 1 < free:
            return None
        return self._of_magnitude(atoms, i - 1, i + 2, 1 / parts) or Amount(i - 1, i + 1, 1 / parts, kind=QuantityKind.FRACTION)

    def _of_magnitude(self, atoms: Atoms, first: int, at: int, share: float) -> Amount | None:
        """ "half a million", "a quarter of a million": atom ``at`` is the second article."""
        magnitude = self._numbers.magnitudes.get(atoms.at(at + 1)) if self._role(atoms, at) == "article" else None
        return None if magnitude is None else Amount(first, at + 2, magnitude * share)

    def _half(self, atoms: Atoms, i: int, free: int) -> Amount:
        scaled = self._of_magnitude(atoms, i, i + 1, 0.5)
        if scaled is not None:
            return scaled
        first = i - 1 if self._role(atoms, i - 1) == "article" and i - 1 >= free else i
        return Amount(first, i + 1, 0.5, kind=QuantityKind.FRACTION)

    def _place(self, atoms: Atoms, i: int) -> Amount | None:
        """ "third"."""
        value = self._ordinals.get(atoms.at(i))
        if atoms.is_capitalised(i) and atoms.is_capitalised(i + 1):  # "the First Amendment"
            return None
        return Amount(i, i + 1, value, kind=QuantityKind.ORDINAL) if value else None

    def _not_told(self, atoms: Atoms, i: int) -> Amount:
        """ "hundreds", "tens of thousands"."""
        end = i + 1
        while self._role(atoms, end) == "of" and atoms.at(end + 1) in self._vague:
            end += 2
        return Amount(i, end, None)

    # --- money with the currency before it

    def _money(self, atoms: Atoms, i: int, free: int) -> Amount | None:
        """ "$3.4 million", "US$5bn", "€10-12m"; the code or sign stands before the figures."""
        if not atoms.is_figure(i + 1):
            return None
        number = self._numbers.read(atoms, i + 1)
        if number is None:
            return None
        first, code = self._with_country(atoms, i, free)
        if first == i and atoms.glued(i) and atoms.at(i - 1).isalpha():
            return None
        number = self._with_letter(atoms, number)
        unit, _, scale = self._currencies[code].partition(" ")
        amount = self._money_range(atoms, first, i, number) or Amount(first, number.end, number.value)
        factor = float(scale or 1)
        low = None if amount.low is None else amount.low * factor
        high = None if amount.high is None else amount.high * factor
        if low is not None and high is None and is_minus(atoms, first - 1, free):  # "-$3 million"
            return Amount(first - 1, amount.end, -low, None, unit, QuantityKind.MONEY)
        return Amount(first, amount.end, low, high, unit, QuantityKind.MONEY)

    def _with_country(self, atoms: Atoms, i: int, free: int) -> tuple[int, str]:
        """The first atom and the sign with the letters before it: "US$", "A$"."""
        sign = atoms.written(i)
        longer = atoms.written(i - 1) + sign
        if i - 1 >= free and atoms.glued(i) and longer in self._currencies:
            return i - 1, longer
        return i, sign if sign in self._currencies else sign.upper()

    def _with_letter(self, atoms: Atoms, number: Number) -> Number:
        """ "$5m": a letter glued to the figures."""
        magnitude = self._money_magnitudes.get(atoms.at(number.end))
        if magnitude is None or not atoms.glued(number.end) or number.scaled:
            return number
        return Number(number.value * magnitude, number.end + 1, scaled=True)

    def _money_range(self, atoms: Atoms, first: int, i: int, low: Number) -> Amount | None:
        """ "$3 to $5 million", "$10-12m": the sign may be said again."""
        at = low.end
        role, mark = self._role(atoms, at), atoms.at(at)
        if mark not in ("-", "–") and role not in ("to", "or") and not (role == "and" and self._is_between(atoms, first)):
            return None
        again = at + 2 if atoms.at(at + 1) == atoms.at(i) else at + 1
        high = self._numbers.read(atoms, again) if atoms.is_figure(again) else None
        if high is None:
            return None
        high = self._with_letter(atoms, high)
        value = low.value
        if high.scaled and not low.scaled and value < 1000:
            value *= high.value / float(atoms.lower[again].replace(",", "")) if float(atoms.lower[again].replace(",", "")) else 1.0
        return Amount(first, high.end, value, high.value) if value < high.value else None
