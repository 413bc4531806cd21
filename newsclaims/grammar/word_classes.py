"""Word classes: one character a token says what class of word it is; sets of them say what can stand where.

    D determiner            P possessive ("his")       p pronoun        o object pronoun
    W relative ("who")      T "that"                   w wh-word        f "if"
    B form of be            H form of have             O form of do     M modal         X "not"
    t "to"                  & and, or                  b but            s subordinator  I preposition
    F "of"                  a "as"                     c "according"    R adverb        A adjective
    Y time word             N noun                     E name           # number        ' possessive 's
    V finite verb           v base form                n participle     G -ing form     r particle
    “ ” quotation marks     , ; : - ( )                . end mark       | any other mark

The classes of a text make a string, its *shape* (see :mod:`newsclaims.grammar.shapes`), off which every later stage
reads phrases: in ``shape[k] in SUBJECT_START`` a subject can begin at token ``k``.
"""

from __future__ import annotations

import functools

import regex

from newsclaims.language import Language

NOUN = "NE"
FINITE = "VBHMO"
"""A finite verb or an auxiliary."""
VERB_GROUP = "BHMOXR"
"""What stands before a verb in its group: has not yet, will, did."""
SUBJECT_START = "DPpNEA#"
CLAUSE_START = "DPpNEA#TwYRIoWGfsX"
OBJECT_START = "DPNEA#poRGT“wnxh"
PHRASE_END = "NE#poD)A"
PHRASE_INSIDE = "NED#A'PpoFInGR&rYx|"
PREPOSITION = "IF"
ADVERBIAL = "RYr"
"""Adverbs, time words and particles."""
JOINT = "&b"
"""And, or, but."""
STOP = ".,;)-"
"""Marks after which nothing more belongs to a verb."""

PHRASE = r"""
    p | o | W
  | (?: [DP] R*+ (?: A | \# | R | n | G(?=[NEA]) | & (?=A) )*+ | (?: A | \# | R(?=[A\#]) )*+ )
    (?: [NE] | \# | “(?:E)++”?+ | ' (?: A|\#|R|G )*+ (?=[NE\#“]) | G(?=[NE]) | A | n(?=[NE]) | \| (?=[NE]) )++
    (?: \( [^()]{1,12}+ \) )?+
  | \#++ | [DP]
"""
"""A noun phrase as far as its head: "the first two council members", "his", "Orla Vane (D-Vesk)"."""


@functools.cache
def phrase_pattern() -> regex.Pattern[str]:
    """The compiled pattern of a noun phrase; compiled at first use."""
    return regex.compile(PHRASE, regex.VERBOSE)


@functools.lru_cache(maxsize=64)  # readers that are made for each text ask again and again
def words_of_class(language: Language, name: str) -> frozenset[str]:
    """The function words listed under a class of their own: "by", "whose"."""
    return frozenset(word for word, known in language.table("function_words").items() if known == name)
