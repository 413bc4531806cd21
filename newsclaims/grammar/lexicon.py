"""The lexicon: the class of a word that needs no other to tell it, from the word lists and from its ending."""

from __future__ import annotations

from newsclaims.grammar.word_classes import (
    ACCORDING,
    ADJECTIVE,
    ADVERB,
    AND,
    AS,
    BASE,
    BASE_OR_NOUN,
    BE,
    BUT,
    CLOSE_BRACKET,
    COLON,
    COMMA,
    DASH,
    DETERMINER,
    DO,
    END_MARK,
    GENITIVE,
    HAVE,
    HER,
    IF,
    ING,
    ING_OR_NOUN,
    MODAL,
    NOT,
    NOUN,
    NUMBER,
    OBJECT_PRONOUN,
    OF,
    ONCE,
    OPEN_BRACKET,
    PARTICIPLE,
    PARTICLE,
    PAST_OR_PARTICIPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SEMICOLON,
    SUBORDINATOR,
    THAT,
    THIRD_OR_NOUN,
    TIME,
    TO,
    VERB,
    WH,
)
from newsclaims.language import Language
from newsclaims.language.inflection import forms, regular_form

CODES = {
    "determiner": DETERMINER, "possessive": POSSESSIVE, "possessive-relative": POSSESSIVE, "pronoun": PRONOUN, "existential": PRONOUN,
    "object": OBJECT_PRONOUN, "her": HER, "relative": RELATIVE, "that": THAT, "wh": WH, "when": SUBORDINATOR, "if": IF, "be": BE,
    "be-not": BE, "being": BE,
    "have": HAVE, "having": HAVE, "have-not": HAVE, "do": DO, "do-not": DO, "modal": MODAL, "modal-not": MODAL, "not": NOT,
    "clitic-s": GENITIVE, "clitic-d": HAVE, "to": TO, "and": AND, "but": BUT, "subordinator": SUBORDINATOR, "once": ONCE,
    "preposition-subordinator": PREPOSITION, "preposition": PREPOSITION, "by": PREPOSITION, "with": PREPOSITION, "including": PREPOSITION,
    "of": OF, "like": PREPOSITION, "under": PREPOSITION,
    "as": AS, "according": ACCORDING, "particle": PARTICLE, "adverb": ADVERB, "adjective": ADJECTIVE,
    "ordinal": ADJECTIVE, "time": TIME, "number": NUMBER,
}  # fmt: skip
VERB_CODES = {"base": BASE, "third": VERB, "past": VERB, "participle": PARTICIPLE, "past-or-participle": PAST_OR_PARTICIPLE, "ing": ING}
VERB_OR_NOUN = {BASE: BASE_OR_NOUN, VERB: THIRD_OR_NOUN}
"""A word of both kinds is told by its neighbours (:mod:`newsclaims.grammar.class_choices`)."""
MARKS = {
    ",": COMMA, ";": SEMICOLON, ":": COLON, "—": DASH, "–": DASH, "-": DASH, "―": DASH,
    "(": OPEN_BRACKET, ")": CLOSE_BRACKET, "[": OPEN_BRACKET, "]": CLOSE_BRACKET,
    ".": END_MARK, "?": END_MARK, "!": END_MARK, "…": END_MARK,
}  # fmt: skip
BY_FORM = {"past": PAST_OR_PARTICIPLE, "ing": ING}
SHORTEST_WITH_ENDING = 4
APOSTROPHES = "'’"


class Lexicon:
    """The classes of a language's words."""

    def __init__(self, language: Language) -> None:
        self.classes: dict[str, str] = {}
        self.lemmas: dict[str, str] = {}
        """The base of each form of a verb."""
        self._add_verbs(language)
        for word, name in language.table("function_words").items():
            self.classes[word] = CODES[name]
            self.classes[word.replace("'", "’")] = CODES[name]
        for word in language.words("time_words"):
            self.classes[word] = TIME
        for word in language.words("adjectives"):
            self.classes.setdefault(word, ADJECTIVE)
        for word in language.words("nouns"):
            self.classes[word] = ING_OR_NOUN if self.classes.get(word) == ING else self.classes.get(word, NOUN)
        self._known = {word: code for word, code in self.classes.items() if _is_written(word)}
        self._known |= {mark: code for mark, code in MARKS.items() if mark not in self._known}
        self.noun_endings = tuple(sorted(language.words("noun_endings")))
        self.adjective_endings = tuple(sorted(language.words("adjective_endings")))
        self.adverb_endings = tuple(sorted(language.words("adverb_endings")))

    def _add_verbs(self, language: Language) -> None:
        irregular, nouns, doubling = language.table("irregular_verbs"), language.words("verb_nouns"), language.words("doubling_verbs")
        self.cue_heads = heads = {cue.split()[0] for cue in language.table("cues")}
        for base in sorted(language.words("verbs") | irregular.keys() | nouns | {head for head in heads if head.isalpha()}):
            for form, part in forms(base, irregular, doubling).items():
                code = VERB_CODES[part]
                if base in nouns and part in ("base", "third"):
                    code = VERB_OR_NOUN[code]
                if form not in self.classes or form == base:
                    self.classes[form] = code
                    self.lemmas[form] = base

    def alone(self, word: str) -> str:
        """The class of a word that needs no other to tell it; nothing for words with a capital and for marks in no list."""
        known = self._known.get(word)
        if known is not None:
            return known
        if word[0].isupper() or not word[0].isalnum():
            return ""
        low = word.lower()
        known = self.classes.get(low)
        if known is not None:
            return known
        return NUMBER if low[0].isdigit() else self._by_ending(low)

    def _by_ending(self, word: str) -> str:
        """The class of a word in no list."""
        if len(word) > SHORTEST_WITH_ENDING and word.endswith(self.adverb_endings):
            return ADVERB
        if word.endswith(self.adjective_endings):
            return ADJECTIVE
        return BY_FORM.get(regular_form(word), NOUN)


def _is_written(word: str) -> bool:
    """Whether a listed word is looked up as it is written: in small letters, beginning with a letter, a figure or an apostrophe."""
    return not word[0].isupper() and (word[0].isalnum() or word[0] in APOSTROPHES)
