"""Bare clauses: after "said" a clause without "that" must have a verb, so a word that looked like a noun may be it.

"Vane said the firm cut 300 jobs", "officials said the fire spread", "the bank said customers face higher fees": the verb has no past
form of its own or is spelt like a noun. The shape is looked at a second time where a cue that takes a clause and nothing else is followed
by a phrase, and no finite verb comes before the next mark.
"""

from __future__ import annotations

import itertools
import re

from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import (
    ADJECTIVE,
    ANY_MARK,
    BASE_OR_NOUN,
    DETERMINERS,
    FINITE,
    NOUN,
    NOUN_OR_NAME,
    NOUN_PHRASE_START,
    OBJECT_PRONOUN,
    REDUCED_VERB,
    RELATIVE_OR_THAT,
    THIRD_OR_NOUN,
    TIME_OR_ADVERB,
    VERB,
    WH,
    WHEN_OR_WHAT,
    words_of_class,
)
from newsclaims.language import Language
from newsclaims.language.inflection import forms, looks_plural

CLAUSE = "clause"
NO_BARE_CLAUSE = frozenset(("obj", "to-np"))
"""Frames of cues that take a bare object as well: after "confirmed" a phrase may be all there is."""
CLAUSE_END = ANY_MARK + RELATIVE_OR_THAT + WHEN_OR_WHAT  # a clause goes no further than these
NEXT_CLAUSE = RELATIVE_OR_THAT + WH  # after these a clause has begun: "the man who says"
SUBJECT_LAST = NOUN_OR_NAME + TIME_OR_ADVERB
"""What stands before the verb of a clause: its subject's noun, or a time or an adverb after it."""
VERB_OR_NOUN = BASE_OR_NOUN + THIRD_OR_NOUN  # "claim", "claims"
OBJECT_START_ALONE = DETERMINERS + OBJECT_PRONOUN
LONGEST_SUBJECT = 24
"""Tokens of a subject that are looked through for its verb."""


class BareClauses:
    """Finds the verb of clauses after "said" in which every word looks like a noun."""

    def __init__(self, language: Language, lexicon: dict[str, str], invariant: frozenset[str]) -> None:
        irregular, doubling = language.table("irregular_verbs"), language.words("doubling_verbs")
        self._verbs = re.compile(f"[{REDUCED_VERB}]")
        self._cues = frozenset(form for base in clause_cues(language) for form in forms(base, irregular, doubling))
        self._lexicon = lexicon
        self._invariant = invariant
        self._plurals = language.words("plural_nouns")
        self._agents = words_of_class(language, "by")
        self._whose = words_of_class(language, "possessive-relative")

    def mend(self, lower: list[str], codes: list[str], sentence_starts: list[int]) -> str:
        """Sets the class of the verb of each such clause; returns the shape."""
        shape, mended = "".join(codes), False
        cues, bounds = self._cues, itertools.pairwise(sentence_starts)
        stop = 0
        for cue in [verb for match in self._verbs.finditer(shape) if lower[verb := match.start()] in cues]:
            while stop <= cue:
                _, stop = next(bounds)
            verb = self._verb(lower, codes, cue + 1, min(stop, cue + LONGEST_SUBJECT)) if codes[cue] in REDUCED_VERB else -1
            if verb > 0:
                codes[verb] = VERB
                mended = True
        return "".join(codes) if mended else shape

    def _verb(self, lower: list[str], codes: list[str], at: int, stop: int) -> int:
        """The word that must be the verb of the clause that begins at token ``at``; -1 where none must."""
        at = past(codes, at, stop, TIME_OR_ADVERB)
        if at >= stop or codes[at] not in NOUN_PHRASE_START:
            return -1
        found = -1
        for k in range(at + 1, stop):
            if codes[k] in FINITE:
                return -1
            if codes[k] in CLAUSE_END or lower[k] in self._whose:
                break
            if self._can_be_verb(lower, codes, k) and (found < 0 or (k == found + 1 and lower[k] in self._invariant)):
                found = k  # "the job cuts | hit staff"
        return found

    def _can_be_verb(self, lower: list[str], codes: list[str], k: int) -> bool:
        """Whether a word can be the verb of the phrase before it: by its forms, and by its subject's number."""
        if codes[k] != NOUN or not (codes[k - 1] in SUBJECT_LAST or self._has_object(lower, codes, k)):
            return False
        code = self._lexicon.get(lower[k])
        if code is None or code not in VERB_OR_NOUN or self._describes(lower, codes, k + 1):
            return False
        if lower[k] in self._invariant:
            return True
        return (code == BASE_OR_NOUN) == self._is_plural(lower, codes, k - 1)

    def _has_object(self, lower: list[str], codes: list[str], k: int) -> bool:
        """Whether "cut" or "hurt" has an object after a noun that looks like an adjective: "the rezoning hurt her chances"."""
        return lower[k] in self._invariant and codes[k - 1] == ADJECTIVE and k + 1 < len(codes) and codes[k + 1] in OBJECT_START_ALONE

    def _describes(self, lower: list[str], codes: list[str], k: int) -> bool:
        """Whether a word at token ``k`` shows that the one before is no verb: "rates set by the bank", "states whose votes count"."""
        return k < len(codes) and (codes[k] in NEXT_CLAUSE or lower[k] in self._agents or lower[k] in self._whose)

    def _is_plural(self, lower: list[str], codes: list[str], noun: int) -> bool:
        """Whether the subject that ends at ``noun`` takes the plain form: "customers", "police", "Vane and Holt"."""
        while codes[noun] not in NOUN_OR_NAME:
            noun -= 1
        word = lower[noun]
        return word in self._plurals or looks_plural(word)


def clause_cues(language: Language) -> frozenset[str]:
    """The verbs that take a bare clause and no object: "say", "think"."""
    frames = frames_of_cues(language)
    return frozenset(lemma for lemma, taken in frames.items() if CLAUSE in taken and taken.isdisjoint(NO_BARE_CLAUSE))


def tag_cues(language: Language) -> frozenset[str]:
    """The verbs that can close a sentence as a tag: "..., records show"."""
    return frozenset(lemma for lemma, taken in frames_of_cues(language).items() if "tag" in taken)


def frames_of_cues(language: Language) -> dict[str, frozenset[str]]:
    """What each verb of saying that is one word can be followed by."""
    defaults = language.table("cue_frames")
    found: dict[str, frozenset[str]] = {}
    for lemma, value in language.table("cues").items():
        category, _, frames = value.partition(" ")
        if " " not in lemma:
            found[lemma] = frozenset((frames or defaults.get(category, "")).split())
    return found
