"""The questions of words of two classes that ask for a quotation: “...,” Vane notes; “...,” read the letter."""

from __future__ import annotations

from newsclaims.grammar.undecided import Word
from newsclaims.grammar.undecided_classes import CLOSING_SOURCE, TAG_SOURCE
from newsclaims.grammar.word_classes import (
    CLOSE_QUOTE,
    COMMA,
    COMMA_OR_END,
    NAME,
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
    return follows_quotation(word) or is_set_off(word)


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
    return closing_source(word) >= 0


def closing_source(word: Word) -> int:
    """Where the source begins that stands between a comma and a cue at the end of a sentence; -1 where there is none."""
    if word.lemma() not in word.words.tag_cues:
        return -1
    k = word.i - 1
    while k > word.first and word.raw[k] in CLOSING_SOURCE:
        k -= 1
    clause_before = any(code in UNDECIDED_VERB for code in word.raw[word.first : k])  # no list of nouns
    return k + 1 if word.raw[k] == COMMA and k > word.first + 1 and clause_before else -1


def follows_mark(word: Word) -> bool:
    """“...,” read one; “...,” read the letter."""
    return word.raw[word.i - 1] == CLOSE_QUOTE
