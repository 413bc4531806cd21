"""The questions of words of two classes that ask for a quotation: “...,” Vane notes; “...,” read the letter."""

from __future__ import annotations

from newsclaims.grammar.undecided import Word
from newsclaims.grammar.undecided_classes import CLOSING_SOURCE, JOINT_OR_COMMA, TAG_END, TAG_SOURCE
from newsclaims.grammar.word_classes import (
    CLOSE_QUOTE,
    COMMA,
    COMMA_OR_END,
    DETERMINER_OR_NUMBER,
    END_MARK,
    NAME,
    NOUN_OR_NAME,
    PREPOSITION,
    UNDECIDED_VERB,
)


def follows_quotation(word: Word) -> bool:
    """Whether nothing but a source stands between a quotation that ends in a comma and a word: “...,” the Danes state"""
    k = word.i - 1
    while k >= word.first and word.raw[k] in TAG_SOURCE:
        k -= 1
    return k > word.first and word.raw[k] == CLOSE_QUOTE and word.raw[k - 1] in COMMA_OR_END


def ends_tag(word: Word) -> bool:
    """Whether a word closes a speech tag: “...,” Vane notes; “...,” Vane points out; The rise, Vane claims, was late."""
    return word.before in NOUN_OR_NAME and word.after in TAG_END and (follows_quotation(word) or is_set_off(word))


def is_set_off(word: Word) -> bool:
    """Whether a name and a word of saying stand between commas: The rise, Vane claims, was late."""
    if word.next != COMMA or word.before != NAME or word.lemma() not in word.words.tag_cues:
        return False
    k = word.i - 1
    while k > word.first and word.raw[k] == NAME:
        k -= 1
    return word.raw[k] == COMMA and k > word.first + 1


def closes_sentence(word: Word) -> bool:
    """Whether a plural noun and a cue stand alone between a comma and a full stop: "The mill was sold, court records show."."""
    if word.after != END_MARK or word.lemma() not in word.words.tag_cues:
        return False
    k = word.i - 1
    while k > word.first and word.raw[k] in CLOSING_SOURCE:
        k -= 1
    clause_before = any(code in UNDECIDED_VERB for code in word.raw[word.first : k])  # no list of nouns
    return word.raw[k] == COMMA and k > word.first + 1 and clause_before


def with_preposition_after_quotation(word: Word) -> bool:
    """“...,” the Danes state in a letter."""
    return word.after == PREPOSITION and follows_quotation(word)


def reads_after_quotation(word: Word) -> bool:
    """“...,” read one; “...,” read the letter."""
    return word.before in JOINT_OR_COMMA and word.raw[word.i - 1] == CLOSE_QUOTE and word.after in DETERMINER_OR_NUMBER
