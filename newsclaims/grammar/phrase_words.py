"""Words that noun phrases are read by."""

from __future__ import annotations

import functools

from newsclaims.language import Language
from newsclaims.language.inflection import forms, with_plurals


class PhraseWords:
    """Words that phrases are read by, put together once a language."""

    def __init__(self, language: Language) -> None:
        self.persons = language.words("person_nouns")
        self.people = with_plurals(self.persons)
        irregular = language.table("irregular_verbs")
        self.pasts = frozenset(form for base in irregular for form, part in forms(base, irregular).items() if part == "past")
        """Forms of the past that are no participles: "came", "gave"."""
        self.bases = language.words("verbs") | irregular.keys()
        self.rough = language.words("rough_numbers")
        self.rough_openers = frozenset(phrase.partition(" ")[0] for phrase in self.rough)
        self.longest_rough = 1 + max((phrase.count(" ") for phrase in self.rough), default=-1)
        self.making = frozenset(form for base in language.words("making_verbs") for form in forms(base, irregular))


@functools.lru_cache(maxsize=8)
def phrase_words(language: Language) -> PhraseWords:
    """The words of a language, put together at first use."""
    return PhraseWords(language)
