"""Sets of classes that the words of two classes ask their neighbours for, some of which are undecided yet themselves."""

from __future__ import annotations

from newsclaims.grammar.word_classes import (
    ADJECTIVE,
    AND,
    ANY_PREPOSITION,
    AS,
    AUXILIARY,
    BASE,
    BASE_OR_NOUN,
    BE_OR_HAVE,
    BEFORE_NOUN_ONLY,
    CLOSE_BRACKET,
    CLOSE_QUOTE,
    COLON,
    COMMA,
    DASH,
    DETERMINER,
    DETERMINERS,
    DO,
    END_MARK,
    GENITIVE,
    HER,
    ING,
    ING_OR_NOUN,
    JOINT,
    MODAL,
    NAME,
    NOT,
    NOUN,
    NOUN_OR_NAME,
    NUMBER,
    OBJECT_PRONOUN,
    PARTICIPLE,
    PARTICLE,
    PAST_OR_PARTICIPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PRONOUNS,
    QUESTION_WORD,
    RELATIVE,
    SEMICOLON,
    THAT,
    THIRD_OR_NOUN,
    TO,
    VERB,
    VERB_FORM,
    WH,
)

SUBJECT_PRONOUN = PRONOUN + RELATIVE  # a word after these is a verb: "he claims", "who claims"
BEFORE_BASE = TO + MODAL + DO + NOT  # a word after these is a base form: "to claim", "did not claim"
OWNER_OR_ADJECTIVE = BEFORE_NOUN_ONLY + GENITIVE  # a word after these is a noun: "Vane’s claim", "the false claim"
WITHIN_PHRASE = OWNER_OR_ADJECTIVE + NUMBER + ANY_PREPOSITION  # a verb or noun after one of these is a noun
NO_VERB_AFTER = BEFORE_BASE + BE_OR_HAVE + VERB_FORM  # a word after these is no finite verb: "made claims"
NO_ING_AFTER = OWNER_OR_ADJECTIVE + NOUN_OR_NAME + NUMBER  # a form in -ing after these is a noun: "court filing"
OBJECT = DETERMINERS + PRONOUNS + HER  # what the object of a verb begins with, where its words are not decided yet
OBJECT_OR_CLAUSE = OBJECT + THAT  # "claims the title", "claims that"
GOES_ON = OBJECT_OR_CLAUSE + QUESTION_WORD + TO + AS  # what follows a verb that takes an object, a clause or an infinitive
FIGURE_OR_NAME = NAME + NUMBER + ADJECTIVE  # "shows 12", "shows Orrel", "shows new"
GOES_ON_AFTER_NAME = GOES_ON + FIGURE_OR_NAME + COLON + ING + PREPOSITION
"""What follows a verb after a name: "Vane claims two", "Vane plans on"."""
GOES_ON_AFTER_NOUN = OBJECT_OR_CLAUSE + QUESTION_WORD + TO + FIGURE_OR_NAME  # the same after a noun, where more would be part of its phrase
STOPPED_SUBJECT = NAME + CLOSE_QUOTE + CLOSE_BRACKET + COMMA + DASH  # a name, or a mark that ends what belongs to a subject
JOINT_OR_COMMA = JOINT + COMMA
DETERMINED = DETERMINERS + GENITIVE  # a name after these belongs to a phrase: "in a Herald interview that"
THAT_OR_OBJECT = THAT + OBJECT_PRONOUN  # what an order goes on with: "note that", "ask him"
TAG_END = END_MARK + COMMA + SEMICOLON + COLON + PARTICLE  # what a tag is closed by: “...,” Vane notes.
INVARIANT_GOES_ON = END_MARK + COMMA + COLON + PARTICLE + POSSESSIVE + OBJECT_PRONOUN
"""What tells that a form for all times is a verb: "rates hit back", "cut his arm"."""
TAG_SOURCE = frozenset(WITHIN_PHRASE + NOUN_OR_NAME)  # what the source in a speech tag is made of
CLOSING_SOURCE = TAG_SOURCE | {PARTICIPLE}  # "documents seen by the Herald show"
NOUN_LIKE = BASE_OR_NOUN + THIRD_OR_NOUN + NOUN  # what may be a noun, decided or not
HEAD_OR_ADJECTIVE = NOUN_LIKE + NAME + ADJECTIVE + ING  # what an adjective can stand before, where the words are not decided yet
DESCRIBED = HEAD_OR_ADJECTIVE + NUMBER + PAST_OR_PARTICIPLE  # what may stand after an adjective within a phrase
OWNED = HEAD_OR_ADJECTIVE + ING_OR_NOUN + NUMBER + PAST_OR_PARTICIPLE + BASE + PARTICIPLE
"""What "her" may stand before: "her boat", against "told her"."""
ONCE_AFTER = NOUN_OR_NAME + SUBJECT_PRONOUN + CLOSE_BRACKET + COMMA
"""Between these "once" is an adverb: "he once said", against "once he had said"."""
ONCE_BEFORE = VERB + PAST_OR_PARTICIPLE + AUXILIARY + DO + BASE  # the verb on the other side of it
NAMED = NAME + DETERMINER  # who is told after a mark: “...,” claims Vane; “...,” claims the mayor
DESCRIBED_NOUN = ADJECTIVE + NOUN  # from a cue to the auxiliary of its clause: "claims new institutions | have failed"
NOUN_IN_CLAUSE = ADJECTIVE + NOUN + BASE_OR_NOUN + DETERMINERS + ANY_PREPOSITION + NAME + NUMBER  # an object with what belongs to it
NO_VERB_OF_CLAUSE = COMMA + END_MARK + JOINT + DASH + SEMICOLON + TO + WH  # the clause of "that" ends at these, or goes on
NOUN_OR_BASE = NOUN + BASE_OR_NOUN
ANY_UNDECIDED_VERB = VERB_FORM + PAST_OR_PARTICIPLE
PREPOSITION_OR_NAME = PREPOSITION + NAME  # "by", "By": what may begin with who did it
OTHER_VERB = VERB + PAST_OR_PARTICIPLE + AUXILIARY + DO  # a clause has one of them
CLAUSE_STOP = COMMA + END_MARK + RELATIVE + THAT + WH  # another clause begins at these, or nothing more comes
SEVERAL_INSIDE = NOUN_LIKE + NAME + ADJECTIVE + DETERMINERS + NUMBER + GENITIVE + AND  # "the union and the port board"
PREDICATIVE = PRONOUN + RELATIVE + WH  # a form of "to be" after these has them for its subject
