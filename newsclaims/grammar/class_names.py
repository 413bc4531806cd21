"""The classes of words by name, for rules that ask what a word is."""

from __future__ import annotations

from collections.abc import Mapping

from newsclaims.grammar import word_classes as classes

CLASS_NAMES: Mapping[str, str] = {
    classes.DETERMINER: "determiner",
    classes.POSSESSIVE: "possessive",
    classes.PRONOUN: "pronoun",
    classes.OBJECT_PRONOUN: "object pronoun",
    classes.RELATIVE: "relative pronoun",
    classes.THAT: "that",
    classes.WH: "question word",
    classes.IF: "if",
    classes.BE: "be",
    classes.HAVE: "have",
    classes.DO: "do",
    classes.MODAL: "modal",
    classes.NOT: "not",
    classes.TO: "to",
    classes.AND: "conjunction",
    classes.BUT: "but",
    classes.SUBORDINATOR: "subordinator",
    classes.PREPOSITION: "preposition",
    classes.OF: "of",
    classes.AS: "as",
    classes.ACCORDING: "according",
    classes.ADVERB: "adverb",
    classes.ADJECTIVE: "adjective",
    classes.TIME: "time word",
    classes.NOUN: "noun",
    classes.NAME: "name",
    classes.NUMBER: "number",
    classes.GENITIVE: "possessive 's",
    classes.VERB: "verb",
    classes.BASE: "base form",
    classes.PARTICIPLE: "participle",
    classes.ING: "-ing form",
    classes.PARTICLE: "particle",
}
"""What is not here is a mark."""

MARK = "mark"
CAN_NAME = classes.NOUN_OR_NAME + classes.PERSONAL + classes.DETERMINER + classes.NUMBER + classes.RELATIVE
"""One of these at least is in a phrase that can name somebody."""
