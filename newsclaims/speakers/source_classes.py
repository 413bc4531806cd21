"""Sets of word classes that only the cast asks for: what stands in sources, titles and names of bodies."""

from __future__ import annotations

from newsclaims.grammar.word_classes import (
    ACCORDING,
    ADJECTIVE,
    ADVERB,
    AND,
    ANY_PREPOSITION,
    AS,
    AUXILIARY,
    BE,
    BODY_JOINT,
    CLOSE_QUOTE,
    COLON,
    COMMA,
    DESCRIBING,
    DETERMINER,
    END_MARK,
    GENITIVE,
    IF,
    ING,
    INNER_MARK,
    NAME,
    NOUN,
    NOUN_OR_NAME,
    NOUN_PHRASE_START,
    NUMBER,
    OF,
    OPEN_BRACKET,
    OPEN_QUOTE,
    OTHER_MARK,
    PARTICIPLE,
    PARTICIPLES,
    RELATIVE_LEAD,
    RELATIVE_OR_THAT,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    VERB,
    WH,
)

ROLE_PHRASE_INSIDE = NOUN_PHRASE_START + PARTICIPLES + ADVERB + GENITIVE + OTHER_MARK
"""What tells of somebody beside the name: "the town’s newly elected mayor"."""
ROLE_INSIDE = DESCRIBING + NUMBER + GENITIVE + OF + OTHER_MARK + PARTICIPLE  # a title with what stands before it
NO_ROLE_START = GENITIVE + OF + OTHER_MARK + PARTICIPLE  # a role begins with none of these
BEFORE_MORE_THAN_NAME = DETERMINER + OF  # after these a name may be a body, or the end of a title
MORE_THAN_NAME = TIME + OTHER_MARK + AND + OPEN_BRACKET  # before these it may go on: "Theresa | May", "Marsh | & Sons", "Vane | (D-Ohio)"
BODY_GOES_ON = BODY_JOINT + AND  # "Bank | of Orrel", "World Ferry | and Harbour Council"
BODY_INSIDE = NOUN_OR_NAME + GENITIVE  # "Orrel’s Harbour Board"
NUMBER_OR_ADVERB = NUMBER + ADVERB
SOURCE_HEAD = DESCRIBING + NUMBER + ING  # the last word of what names a source
CORE_STOP = (
    INNER_MARK + OPEN_BRACKET + RELATIVE_OR_THAT + ANY_PREPOSITION + VERB + TO + AUXILIARY + END_MARK + WH + SUBORDINATOR + ACCORDING + AS
)
"""What is attached to a source begins with these: "the mayor | of Orrel", "Vane, | who leads"."""
OWN_NAME = NAME + OPEN_QUOTE  # a name, or a nickname in marks
RELATIVE_LEAD_OR_QUOTE = RELATIVE_LEAD + CLOSE_QUOTE
NOUN_OR_ING = NOUN + ING
LABEL_NAME_STOP = COMMA + COLON + OPEN_BRACKET  # where the name in a label ends: "Noa Lind, 24"
FRONTED_CLAUSE_START = SUBORDINATOR + IF + WH  # "When Vane left, she ..."
PREDICATE_INSIDE = DESCRIBING + ADVERB + NUMBER + DETERMINER  # between "is" and "who": "the only Unionist"
IMPERSONAL_VERB = BE + ADVERB + GENITIVE  # "it is", "it's"
IMPERSONAL_COMPLEMENT = (ADJECTIVE + TO, ADJECTIVE + THAT)  # "hard to imagine", "clear that"
