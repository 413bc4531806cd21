"""Words with a capital: a name, or a word like any other where a sentence begins or in a headline."""

from __future__ import annotations

import itertools

from newsclaims.grammar.lexicon import Lexicon
from newsclaims.grammar.remembered import Remembered
from newsclaims.grammar.tokens import Tokens
from newsclaims.grammar.walking import back_over
from newsclaims.grammar.word_classes import (
    ADJECTIVE,
    ADVERB,
    AND,
    ANY_PREPOSITION,
    AUXILIARY,
    BASE,
    BASE_OR_NOUN,
    COLON,
    COMMA,
    DASH,
    DETERMINERS,
    END_MARK,
    MODAL,
    NAME,
    NOUN,
    OPEN_BRACKET,
    OPEN_QUOTE,
    OTHER_MARK,
    PAST_OR_PARTICIPLE,
    PRONOUN,
    TIME,
    TO,
    UNDECIDED_VERB,
    VERB,
)
from newsclaims.language import Language

OPENING_MARKS = OPEN_BRACKET + OTHER_MARK + COMMA
"""Marks that the first word of a sentence can stand after."""
NEW_BEGINNING = OPEN_QUOTE + COLON + DASH + END_MARK  # a word after these has its capital because it begins something
MAY_BEGIN = OPENING_MARKS + NEW_BEGINNING
NEVER_NAMES = DETERMINERS + PRONOUN + ANY_PREPOSITION + TO + AND
"""Words in capitals of these classes are no abbreviated names."""
NAME_LIKE = ADJECTIVE + NOUN + BASE_OR_NOUN
"""Before a capital these are part of a name: "Market Street"."""
MAY_BE_NAME = NAME_LIKE + BASE + MODAL  # "Market", "Sue", "Will"
PAST = VERB + PAST_OR_PARTICIPLE  # a form in -ed that may be the verb: "Vane closed"
FEW_CAPITALS = 3
SAXON_GENITIVES = (["'s"], ["’s"])


class CapitalReader:
    """Gives words with a capital their class."""

    def __init__(self, language: Language, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._classes = lexicon.classes
        self._cue_heads = {cue.split()[0] for cue in language.table("cues")}
        self._calendar = language.words("calendar_names")
        self._given_names = language.words("given_names")
        self._of_people = {word for word, stands_for in language.table("source_pronouns").items() if stands_for == "who"}
        self._titles = {title.split()[-1].lower() for title in language.words("titles")}
        self._amid = Remembered(self._class_amid)
        """The class of a word with a capital amid a sentence; nothing where its neighbours tell."""
        self._opening = Remembered(self._class_opening)
        """The same of one that may have its capital only because of where it stands."""

    def read(self, tokens: Tokens, codes: list[str], capitals: list[int]) -> None:
        """Sets the classes of words with a capital, sentence by sentence: in a headline a capital shows nothing."""
        starts, words, amid, opening = tokens.sentence_starts, tokens.words, self._amid, self._opening
        for sentence, group in itertools.groupby(capitals, tokens.sentence_of.__getitem__):
            here = list(group)
            first, stop = starts[sentence], starts[sentence + 1]
            if len(here) > FEW_CAPITALS and _are_in_capitals(words, first, stop, here[1]):  # "..., SAID ADA BRENN"
                for i in here:
                    codes[i] = self._classes.get(tokens.lower[i], NAME)
                continue
            title = len(here) > FEW_CAPITALS and _is_title_case(words[first:stop], len(here))
            for i in here:
                if title or i == first or (codes[i - 1] in MAY_BEGIN and _begins_sentence(codes, i, first)):
                    codes[i] = opening[words[i]] or self._class(tokens, i, fresh=True)
                else:
                    codes[i] = amid[words[i]] or self._class(tokens, i, fresh=False)
        self._set_surnames(tokens, codes, [i for i in capitals if codes[i] == TIME])

    def _set_surnames(self, tokens: Tokens, codes: list[str], calendar: list[int]) -> None:
        """Makes names of the days and months that are somebody's in this text."""
        surnames = {tokens.lower[i] for i in calendar if self._is_surname(tokens, i)}
        for i in calendar if surnames else ():
            if tokens.lower[i] in surnames and self._is_person(tokens, i):
                codes[i] = NAME

    def _class_amid(self, word: str) -> str:
        """The class of a word with a capital that it has not only because of where it stands; nothing where its neighbours tell."""
        low = word.lower()
        if low in self._calendar or self._classes.get(low) == PAST_OR_PARTICIPLE:
            return ""
        return PRONOUN if word == "I" else NAME

    def _class_opening(self, word: str) -> str:
        """The class of a word that is the same where its sentence begins as amid it; nothing where its neighbours tell."""
        low = word.lower()
        known = self._classes.get(low)
        if known is None or known in MAY_BE_NAME or low in self._calendar or (len(word) > 1 and word.isupper()):
            return ""
        return known

    def _class(self, tokens: Tokens, i: int, *, fresh: bool) -> str:
        """The class of a word with a capital; ``fresh`` says that it may have it only because of where it stands."""
        word, low = tokens.words[i], tokens.lower[i]
        if word == "I":
            return PRONOUN
        if low in self._calendar:
            return NAME if tokens.lower[i + 1 : i + 2] in SAXON_GENITIVES or (fresh and self._is_given(tokens, i)) else TIME
        known = self._classes.get(low)
        if not fresh:
            return PAST_OR_PARTICIPLE if known == PAST_OR_PARTICIPLE and self._is_capitalised_cue(tokens, i) else NAME
        if len(word) > 1 and known is not None and known not in NEVER_NAMES and word.isupper():
            return NAME
        return NAME if self._is_name(tokens, i, known) else known or self._by_ending(low)

    def _is_given(self, tokens: Tokens, i: int) -> bool:
        """Whether a month that begins a sentence is a given name: "May Price left"."""
        words = tokens.words[i + 1 : i + 3]
        if len(words) < 2 or tokens.lower[i] not in self._given_names or not words[0].istitle() or words[0].lower() in self._classes:
            return False
        return words[1].islower() and self._class_of(words[1]) in UNDECIDED_VERB

    def _is_surname(self, tokens: Tokens, i: int) -> bool:
        """Whether a calendar word is somebody's name: "Ada May said", "Mrs May,", not "Georgia June primary", "Ada, May 5"."""
        before = tokens.lower[i - 1] if i else ""
        if not (before in self._given_names or before in self._titles) or not tokens.words[i - 1][0].isupper():
            return False
        return before not in self._calendar and self._ends_name(tokens, i)

    def _is_person(self, tokens: Tokens, i: int) -> bool:
        """Whether a calendar word that is a surname in the text is one here: "May said", "said May", not "in May"."""
        before = tokens.lower[i - 1] if i else "."
        if self._classes.get(before, NOUN) in ANY_PREPOSITION + TIME + DETERMINERS or not self._ends_name(tokens, i):
            return False
        after = tokens.words[i + 1] if i + 1 < len(tokens.words) else "."
        return after.isalpha() or self._lexicon.lemmas.get(before) in self._cue_heads or self._is_surname(tokens, i)

    def _ends_name(self, tokens: Tokens, i: int) -> bool:
        """Whether a mark, a verb or the end follows a word, no number and no other noun."""
        after = tokens.words[i + 1] if i + 1 < len(tokens.words) else "."
        if not after[0].isalnum():
            return not tokens.words[i + 2 : i + 3] or not tokens.words[i + 2][0].isdigit()
        return after.islower() and self._class_of(after) in UNDECIDED_VERB + AUXILIARY

    def _is_capitalised_cue(self, tokens: Tokens, i: int) -> bool:
        """Whether a cue has a capital for no reason: “Not us,” Holt, the head of Orrel FM, Tweeted on Friday"""
        words = tokens.words[i - 1 : i + 2]
        return len(words) == 3 and words[0] == "," and words[2].islower() and self._lexicon.lemmas.get(tokens.lower[i]) in self._cue_heads

    def _is_name(self, tokens: Tokens, i: int, known: str | None) -> bool:
        """Whether a capitalised word where a sentence begins is a name, by what follows it."""
        after = tokens.words[i + 1] if i + 1 < len(tokens.words) else "."
        if known is None:  # "Kelly said", "Hillary was"
            return self._goes_on(tokens, i, after) or self._class_of(after) in UNDECIDED_VERB
        if known in NAME_LIKE:
            return self._goes_on(tokens, i, after)
        if known == BASE:  # "Quell asked"
            if after[0].isupper() and tokens.lower[i] in self._given_names:  # "Sue Marsh runs"
                return True
            return after.islower() and self._class_of(after) in PAST
        if known == MODAL:  # "Will Marsh said"
            beyond = tokens.lower[i + 2] if i + 2 < len(tokens.words) else "."
            return after[0].isupper() and self._class_of(beyond) in UNDECIDED_VERB
        return False

    def _goes_on(self, tokens: Tokens, i: int, after: str) -> bool:
        """Whether a name goes on, or is told more of: "Market Street", "Marsh, who"."""
        return after[0].isupper() or (after == "," and i + 2 < len(tokens.words) and tokens.lower[i + 2] in self._of_people)

    def _class_of(self, word: str) -> str:
        return self._classes.get(word.lower(), NOUN)

    def _by_ending(self, low: str) -> str:
        """The class of a word in no list that begins a sentence."""
        if low in self._given_names:  # "Clive, a coach"
            return NAME
        if low.endswith(self._lexicon.noun_endings):
            return NOUN
        if low.endswith(self._lexicon.adjective_endings):
            return ADJECTIVE
        return ADVERB if low.endswith(self._lexicon.adverb_endings) else NAME


def _begins_sentence(codes: list[str], i: int, first: int) -> bool:
    """Whether a word is the first of its sentence, or of what follows a quotation mark, colon or dash in it."""
    i = back_over(codes, i, first, OPENING_MARKS)
    return i == first or codes[i - 1] in NEW_BEGINNING


def _are_in_capitals(words: list[str], first: int, stop: int, capital: int) -> bool:
    """Whether words have no small letter in them; the one at ``capital`` shows it of most that have."""
    return words[capital] == words[capital].upper() and all(word == word.upper() for word in words[first:stop])


def _is_title_case(words: list[str], capitals: int) -> bool:
    """A headline: four in five of the longer words begin with a capital, of which there are so many among words of all lengths."""
    longer = small = 0
    for word in words:
        if len(word) > 3 and word[0].isalpha():
            longer += 1
            if not word[0].isupper():
                small += 1
                if 4 * small > capitals:  # too many, whatever follows
                    return False
    return longer > FEW_CAPITALS and 5 * small <= longer
