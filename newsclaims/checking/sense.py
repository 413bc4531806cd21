"""Words that turn the sense of a sentence: negations, hedges, conditions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsclaims.checking.results import Sense
from newsclaims.checking.words import is_word
from newsclaims.language import Language

LONGEST_PHRASE = 6
"""Words of the longest phrase that is looked for."""
JOINING = ("and", "or", "nor", "but", "yet")
"""Classes of function words that set one clause beside another."""
NEXT = 3
"""A hedge after a clause ends within so many tokens of it: "it rained, I think"."""


class SenseFinder:
    """Finds the words of a language that turn the sense of a sentence."""

    def __init__(self, language: Language) -> None:
        self._sense: dict[str, Sense] = {}
        for phrase in language.words("hedges"):
            self._sense[_plain(phrase)] = Sense.HEDGE
        for phrase, sense in language.table("sense_words").items():
            self._sense[_plain(phrase)] = Sense(sense)
        for word in language.words("negations"):
            self._sense[_plain(word)] = Sense.NEGATION
        self._ending = "n't"
        self._joining = frozenset(word for word, kind in language.table("function_words").items() if kind in JOINING)
        self._small = frozenset(language.table("function_words"))

    def is_small(self, form: str) -> bool:
        """Whether a word says little by itself ("the", "of", "it")."""
        return form.casefold() in self._small

    def find(self, forms: Sequence[str]) -> Counter[Sense]:
        """How many words of each sort stand among some tokens."""
        words = [form.casefold() for form in forms]
        found: Counter[Sense] = Counter()
        for at, word in enumerate(words):
            if word.endswith(self._ending):
                found[Sense.NEGATION] += 1
                continue
            for length in range(1, LONGEST_PHRASE + 1):
                if at + length > len(words):
                    break
                sense = self._sense.get(" ".join(words[at : at + length]))
                if sense is not None:
                    found[sense] += 1
        return found

    def before(self, forms: Sequence[str]) -> tuple[Sense, ...]:
        """What the words before a clause in its sentence do to it: a negation or hedge that governs it, a condition it hangs on.

        What stands before a conjunction ("he did not come and") or, but for a condition, before a comma does nothing to it.
        """
        clause = max((at + 1 for at, form in enumerate(forms) if form.casefold() in self._joining), default=0)
        phrase = max((at + 1 for at, form in enumerate(forms) if not is_word(form)), default=0)
        found = self.find(forms[max(clause, phrase) :])
        found[Sense.CONDITION] = self.find(forms[clause:])[Sense.CONDITION]
        return tuple(sense for sense in Sense if found[sense])

    def after(self, forms: Sequence[str]) -> tuple[Sense, ...]:
        """What the words right after a clause do to it: a condition, or a hedge."""
        found = self.find(forms)
        hedged = any(self.find(forms[: at + 1])[Sense.HEDGE] for at in range(min(len(forms), NEXT)))
        return tuple(sense for sense in (Sense.HEDGE, Sense.CONDITION) if (hedged if sense is Sense.HEDGE else found[sense]))

    def turned(self, before: Sequence[str], after: Sequence[str]) -> tuple[Sense, ...]:
        """The sorts of which one text has more than the other."""
        old, new = self.find(before), self.find(after)
        return tuple(sense for sense in Sense if old[sense] != new[sense])


def _plain(phrase: str) -> str:
    return phrase.replace("’", "'").casefold()
