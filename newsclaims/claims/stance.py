"""Stance, modality and hedges: what the claimer holds of a proposition, and how sure it is put."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsclaims.claims.clause_classes import STANCE_BETWEEN
from newsclaims.claims.clauses import opens_clause
from newsclaims.grammar.word_classes import ADJECTIVE, ADVERB, ADVERB_OR_NOT, ANY_PREPOSITION, BE, DETERMINER, TIME
from newsclaims.language import Language
from newsclaims.language.inflection import NEGATED
from newsclaims.measures.atoms import Atoms, Phrases
from newsclaims.model import ClaimModality, Cue, Modality, Quantity, Stance
from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.grammar.tokens import Tokens

BARE = "bare"
"""A frame that needs no "that" before a clause: "I don't think it rained"."""
VERDICT_REACH = 4
"""Within so many tokens of "is" stands what is said of a claim."""
NO_CLAUSE = re.compile(f"[{ADVERB}{ANY_PREPOSITION}]|{DETERMINER}?{ADJECTIVE}[{ANY_PREPOSITION}]")
"""What no clause without "that" begins with: "does not think | much better of the mill than weavers do"."""
VERDICT_LEAD = ADVERB_OR_NOT + DETERMINER  # between "is" and the verdict: "is not a lie"
SKIPPED = 3
"""So many adverbs may stand between the words of a frame and what it opens ("no evidence yet that")."""


class StanceReader:
    """Tells denied and open propositions by the words before them."""

    def __init__(self, language: Language) -> None:
        self._frames: dict[str, list[tuple[list[str], Stance, str]]] = {}
        self._seconds: dict[str, set[str]] = {}
        for frame, value in language.table("stance_frames").items():
            head, *rest = frame.split()
            stance, _, opener = value.partition(" | ")
            self._frames.setdefault(head, []).append((rest, Stance(stance), opener))
            self._seconds.setdefault(head, set()).update(rest[:1] or ("",))
        self.openers = language.words("stance_openers")
        self._negations = language.words("negations")
        self.denied_nouns = language.words("denied_nouns")
        self._verdicts = language.words("stance_verdicts")
        self._of_deeds = language.words("verdicts_of_deeds")
        self.pointing = frozenset(word for word, kind in language.table("claim_pronouns").items() if kind == "pointing")
        self._confirmations = language.words("stance_confirmations")
        self.cues = {lemma: Stance(value) for lemma, value in language.table("stance_cues").items()}
        self.indicating = language.words("indicating_verbs")
        self.dating = language.words("denial_datings")
        self.denying = frozenset(lemma for lemma, stance in self.cues.items() if stance is Stance.DENY)

    def of_cue(self, cue: Cue | None) -> Stance:
        """The stance that a cue gives to what it reports."""
        if cue is None or (cue.negated and cue.lemma in self.cues):
            return Stance.AFFIRM
        if cue.modality is Modality.QUESTION:
            return Stance.QUESTION
        return self.cues.get(cue.lemma, Stance.AFFIRM)

    def frames(self, tokens: Tokens, shape: str) -> dict[int, tuple[int, Stance]]:
        """The first frame of each sentence that has one: where the proposition after it begins, and its stance."""
        found: dict[int, tuple[int, Stance]] = {}
        for at in tokens.places(self._frames.keys()):
            sentence = tokens.sentence_at(at)
            frame = None if sentence in found else self._frame(tokens.lower, shape, at, tokens.sentence_starts[sentence + 1])
            if frame is not None:
                found[sentence] = frame
        return found

    def _frame(self, lower: Sequence[str], shape: str, at: int, stop: int) -> tuple[int, Stance] | None:
        """The frame that begins at a token."""
        seconds = self._seconds[lower[at]]
        if "" not in seconds and seconds.isdisjoint(lower[at + 1 : min(at + 2 + SKIPPED, stop)]):  # as by far most
            return None
        for rest, stance, opener in self._frames[lower[at]]:
            end = self._match(lower, shape, at + 1, stop, rest, opener)
            if end is not None:
                return end, stance
        return None

    def _match(self, lower: Sequence[str], shape: str, at: int, stop: int, rest: Sequence[str], opener: str) -> int | None:
        for word in rest:
            at = _past_adverbs(lower, shape, at, stop, word)
            if at >= stop or lower[at] != word:
                return None
            at += 1
        at = _past_adverbs(lower, shape, at, stop, "")
        if at + 1 >= stop:
            return None
        if lower[at] in self.openers:
            return at + 1 if opener in ("", BARE, lower[at]) else None
        return at if opener == BARE and NO_CLAUSE.match(shape, at) is None and opens_clause(shape, at, stop) else None

    def verdict(self, lower: Sequence[str], shape: str, at: int, stop: int, *, of_claim: bool = False) -> Stance | None:
        """What is said of a claim right after it: "(the claim that P) is false", "is not true".

        ``of_claim``: only what cannot be said of a deed ("that is wrong").
        """
        if at >= stop or shape[at] != BE:
            return None
        negated = lower[at].endswith(NEGATED)
        for place in range(at + 1, min(stop, at + 1 + VERDICT_REACH)):
            word = lower[place]
            if word in self._verdicts:
                return None if negated or (of_claim and word in self._of_deeds) else Stance.DENY
            if word in self._confirmations and negated:
                return Stance.DENY
            if shape[place] not in VERDICT_LEAD:
                return None
            negated = negated or word in self._negations
        return None


def _past_adverbs(lower: Sequence[str], shape: str, at: int, stop: int, wanted: str) -> int:
    for _ in range(SKIPPED):
        if at < stop and lower[at] != wanted and shape[at] in STANCE_BETWEEN:
            at += 1
    return at


class HedgeReader:
    """Finds the words that make a claim less sure, and how it is put."""

    def __init__(self, language: Language) -> None:
        self._anywhere = Phrases(dict.fromkeys(language.words("hedges"), ""))
        self._before_numbers = Phrases(dict.fromkeys(language.words("hedges_before_numbers"), ""))
        self._modality = {word: ClaimModality(value) for word, value in language.table("claim_modality").items()}
        self._modal = frozenset(self._modality)
        contracted = {word for word, name in language.table("function_words").items() if name.endswith("-not")}
        self._negations = language.words("negations") | contracted | {word.replace("'", "’") for word in contracted}

    def hedges(self, atoms: Atoms, quantities: Sequence[Quantity]) -> tuple[Span, ...]:
        """The hedges in text order."""
        found = []
        for at in atoms.places(self._anywhere.firsts):
            match = self._anywhere.at(atoms, at)
            if match is not None:
                found.append(Span.of(atoms.text, atoms.starts[at], atoms.ends[match[1] - 1]))
        if quantities and any(quantity.approximate for quantity in quantities):
            begins = {quantity.span.start for quantity in quantities}
            for at in atoms.places(self._before_numbers.firsts):
                match = self._before_numbers.at(atoms, at)
                if match is not None and match[1] < len(atoms) and atoms.starts[match[1]] in begins:
                    found.append(Span.of(atoms.text, atoms.starts[at], atoms.ends[match[1] - 1]))
        return tuple(sorted(found, key=lambda span: span.start))

    def modality(self, words: Sequence[str], classes: str) -> ClaimModality:
        """How a proposition is put, by the first word that tells; the month of May tells nothing."""
        known = self._modality
        if self._modal.isdisjoint(words):  # by far most
            return ClaimModality.ASSERTED
        told = (known[word] for word, code in zip(words, classes, strict=True) if word in known and code != TIME)
        return next(told, ClaimModality.ASSERTED)

    def is_negated(self, words: Sequence[str]) -> bool:
        """Whether the proposition has a negation in it."""
        return not self._negations.isdisjoint(words)
