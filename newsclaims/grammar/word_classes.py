"""Word classes: one character a token says what class of word it is; sets of them say what can stand where.

The classes of a text make a string, its *shape* (see :mod:`newsclaims.grammar.shapes`), off which every later stage
reads phrases: in ``shape[k] in SUBJECT_START`` a subject can begin at token ``k``. Each class has a name here, and
so has each set of classes that is asked for anywhere; other modules hold names only. To see the classes of a text:
``newsclaims explain --classes FILE``.
"""

from __future__ import annotations

import functools

import regex

from newsclaims.language import Language

# ---------------------------------------------------------------------- the classes

DETERMINER = "D"  # the, a, this, many
POSSESSIVE = "P"  # his, whose
PRONOUN = "p"  # he, it, there
OBJECT_PRONOUN = "o"  # him, them
RELATIVE = "W"  # who, which
THAT = "T"
WH = "w"  # what, how
IF = "f"  # if, whether
BE = "B"
HAVE = "H"
DO = "O"
MODAL = "M"
NOT = "X"
TO = "t"
AND = "&"  # and, or
BUT = "b"
SUBORDINATOR = "s"  # because, when
PREPOSITION = "I"
OF = "F"
AS = "a"
ACCORDING = "c"
ADVERB = "R"
ADJECTIVE = "A"
TIME = "Y"  # Tuesday, yesterday
NOUN = "N"
NAME = "E"
NUMBER = "#"
GENITIVE = "'"  # the 's of "Vane's"
VERB = "V"  # says, said
BASE = "v"  # say
PARTICIPLE = "n"  # given
ING = "G"
PARTICLE = "r"  # out, up
OPEN_QUOTE, CLOSE_QUOTE = "“", "”"  # only where the finder of quotations found one
COMMA, SEMICOLON, COLON, DASH = ",", ";", ":", "-"
OPEN_BRACKET, CLOSE_BRACKET = "(", ")"
END_MARK = "."  # . ? ! …
OTHER_MARK = "|"

# classes of words that can be of two, until their neighbours decide (grammar/class_choices.py); no later stage sees them
BASE_OR_NOUN = "x"  # claim
THIRD_OR_NOUN = "z"  # claims
PAST_OR_PARTICIPLE = "d"  # closed
ING_OR_NOUN = "g"  # filing
HER = "h"
ONCE = "S"

# ---------------------------------------------------------------------- classes that are of one kind

NOUN_OR_NAME = NOUN + NAME
DETERMINERS = DETERMINER + POSSESSIVE
PRONOUNS = PRONOUN + OBJECT_PRONOUN
PERSONAL = PRONOUNS + POSSESSIVE
ANY_PREPOSITION = PREPOSITION + OF
PREPOSITION_OR_TO = PREPOSITION + TO
RELATIVE_OR_THAT = RELATIVE + THAT
QUESTION_WORD = WH + IF  # what a question within a sentence begins with
JOINT = AND + BUT
ADVERBIAL = ADVERB + TIME + PARTICLE
TIME_OR_ADVERB = ADVERB + TIME
DATE_PART = TIME + NUMBER  # June 4
MODIFIER = ADJECTIVE + ADVERB

# ---------------------------------------------------------------------- verbs

BE_OR_HAVE = BE + HAVE
HAVE_OR_MODAL = HAVE + MODAL
AUXILIARY = BE + HAVE + MODAL
FINITE = VERB + AUXILIARY + DO  # a finite verb or an auxiliary
FINITE_BUT_DO = VERB + AUXILIARY
VERB_GROUP = AUXILIARY + DO + NOT + ADVERB  # what stands before a verb in its group: has not yet, will, did
NEGATED_AUXILIARY = AUXILIARY + DO + NOT  # did not
ADVERB_OR_NOT = NOT + ADVERB
ED_FORM = VERB + PARTICIPLE  # what a regular form in -ed can be
PARTICIPLES = PARTICIPLE + ING
REDUCED_VERB = ED_FORM + ING  # what follows "when" in a clause without a subject: when asked, when asking
ACTIVE_VERB = VERB + BASE + ING
ADVERB_OR_PARTICLE = ADVERB + PARTICLE
PLAIN_VERB = VERB + BASE + PARTICIPLE  # any verb form but -ing
VERB_FORM = PLAIN_VERB + ING
ANY_VERB = VERB_FORM + AUXILIARY
UNDECIDED_VERB = VERB + PAST_OR_PARTICIPLE + THIRD_OR_NOUN + AUXILIARY + DO  # a finite verb, where words are not decided yet
BEFORE_NONFINITE = AUXILIARY + DO + TO  # the verb after these is part of their group
BEFORE_OBJECT = AUXILIARY + VERB + BASE + PARTICIPLE + AS  # a phrase after these is their object or complement
BEFORE_NEW_CLAUSE = FINITE + BASE + THAT  # after these a clause is under way, so that "and" joins another

# ---------------------------------------------------------------------- where a phrase or a clause begins

COUNTED_START = DETERMINERS + NUMBER
TIED_START = DETERMINERS + NOUN_OR_NAME  # after a "to" within a phrase: "an aide to the mayor"
NAME_START = NAME + DETERMINERS
NOUN_PHRASE_START = DETERMINERS + NOUN_OR_NAME + ADJECTIVE + NUMBER
BEFORE_NOUN_ONLY = DETERMINERS + ADJECTIVE  # a verb form after these is a noun or describes one
SUBJECT_START = NOUN_PHRASE_START + PRONOUN
SUBJECT_OR_QUOTE_START = SUBJECT_START + OPEN_QUOTE  # “Pier Live” said
SAID_CLAUSE_START = SUBJECT_OR_QUOTE_START + THAT  # what can be said before an inserted tag
CLAUSE_START = SUBJECT_START + THAT + WH + TIME + RELATIVE + PREPOSITION + OBJECT_PRONOUN + ING + IF + SUBORDINATOR + NOT + ADVERB
OBJECT_PHRASE_START = NOUN_PHRASE_START + PRONOUNS + ADVERB + OPEN_QUOTE
OBJECT_START = OBJECT_PHRASE_START + ING + THAT + WH + PARTICIPLE
STANDS_IN = PRONOUNS + RELATIVE_OR_THAT  # what stands for somebody told of elsewhere
WHAT_OR_WHO = WH + RELATIVE
NOUN_OBJECT_START = DETERMINERS + NOUN + MODIFIER  # "no details": an object with a noun of saying
APPOSITIVE_START = NOUN_PHRASE_START + RELATIVE + PREPOSITION
ROLE_START = NOUN + ADJECTIVE  # a role without an article: "Vane, mayor of Orrel"
CLAUSE_OPENER = SUBORDINATOR + PREPOSITION + AS + IF  # what a subordinate clause or a fronted phrase begins with
INSERTED_OPENER = SUBORDINATOR + PREPOSITION + AS  # "..., as Vane said, ..."
CLAUSE_OR_PHRASE_OPENER = SUBORDINATOR + PREPOSITION  # "Vane, despite saying that ..., left"
FRONTED_CLAUSE_OPENER = CLAUSE_OPENER + TO  # "To win, they ..."
FRONTED_OPENER = FRONTED_CLAUSE_OPENER + ADVERB + TIME + WH + JOINT + THAT  # what can stand before the subject of a clause
SUBORDINATE_OPENER = THAT + SUBORDINATOR + IF + WH + PREPOSITION + RELATIVE
QUOTED_JOINT = SUBORDINATOR + JOINT + PREPOSITION  # “...” because “...”
CLAUSE_JOINT = JOINT + THAT  # what joins a clause to the one before

# ---------------------------------------------------------------------- what stands within a phrase and at its end

PHRASE_END = NOUN_OR_NAME + NUMBER + PRONOUNS + DETERMINER + CLOSE_BRACKET + ADJECTIVE
PHRASE_INSIDE = NOUN_PHRASE_START + GENITIVE + PRONOUNS + OF + PARTICIPLES + PREPOSITION + AND + ADVERB + TIME + PARTICLE + OTHER_MARK
SUBJECT_END = NOUN_OR_NAME + CLOSE_BRACKET + PRONOUN
COUNTED_BY_ALL = NOUN_OR_NAME + PRONOUN  # "both" and "all" after these count them
NAMED_END = NOUN_OR_NAME + CLOSE_BRACKET  # where a phrase ends that can have an appositive: "Orla Vane (D)"
BEFORE_RELATIVE = NAMED_END + DETERMINER  # "those who"
BEFORE_RELATIVE_ASIDE = NAMED_END + COMMA
BEFORE_DAY = NAMED_END + ED_FORM + COMMA  # what "on Tuesday" can follow between a subject and its verb
BEFORE_APPOSITIVE = PHRASE_END + CLOSE_QUOTE
BEFORE_NEXT_PHRASE = NOUN_OR_NAME + TIME + NUMBER + ADVERB + OBJECT_PRONOUN  # a determiner after these begins a phrase of its own
BEFORE_NAME = NOUN + TIME + NUMBER  # "the convention Orla Vane" is two phrases
COMMON_WORD = NOUN + ADJECTIVE + ING  # no name
DESCRIBING = ADJECTIVE + NOUN_OR_NAME
TITLE_ENDS_IN = NOUN + TIME
TIME_MODIFIER = ADJECTIVE + DETERMINER  # last week, this week
COUNTED_TIME = TIME_MODIFIER + NUMBER  # two weeks
TIES_ON = OF + GENITIVE + AND  # the phrase goes on: "last week's", "last week and"
REDUCED_INSIDE = ANY_PREPOSITION + DETERMINER + DESCRIBING + NUMBER + GENITIVE + TIME_OR_ADVERB
NO_LISTED_NAME = ANY_PREPOSITION + ADVERB + TIME + PARTICIPLES + AND  # what no item of a list of names begins with
NAME_JOINT = AND + OTHER_MARK  # the "and", "&" of "Marsh & Sons"
BODY_JOINT = ANY_PREPOSITION + OTHER_MARK
APPENDED = RELATIVE + POSSESSIVE  # "who leads it", "whose aide left": what begins a relative clause
ASIDE_START = AS + PREPOSITION + ADVERB + PARTICIPLES + SUBORDINATOR + VERB  # what is set off by commas without being a clause
AFTER_REDUCED = PREPOSITION + AS + OF  # after these a form in -ed is a participle: "a shop pitched as a club"
AFTER_REDUCED_BEFORE_CUE = PREPOSITION + AS + TO + END_MARK  # "said retired judge Vane" against "a judge retired."
THAT_OR_OF = THAT + OF
BEFORE_SETTING = PREPOSITION + TIME + TO
SETTING_LEAD = PREPOSITION + TIME + ADVERB  # "on Monday", "later": what says when or where
TIME_AFTER = PREPOSITION + TIME  # "on Monday", "Monday"
PARTICIPLE_OR_ADJECTIVE = PARTICIPLE + ADJECTIVE
BEFORE_TIME = ED_FORM + PREPOSITION
CLAUSE_ADVERB = ADVERB + JOINT  # "and then", "but still"
BEFORE_PHRASE = TIME_OR_ADVERB + AND + PARTICLE + PARTICIPLE  # what stands before a phrase without belonging to it
ASIDE_WORD = NOUN + TIME + TIME_MODIFIER + NUMBER  # within "has in the past two years said"
OBJECT_GOES_ON = NOUN + POSSESSIVE + AS + OF  # ", his rival", ", as a fraud": the object goes on after a comma
OTHERS = PRONOUN + POSSESSIVE  # "what he called": told of by its own subject
NO_NEW_SUBJECT = PREPOSITION_OR_TO + OF + THAT + QUESTION_WORD + SUBORDINATOR + PARTICIPLES + OPEN_QUOTE
WHEN_OR_WHAT = SUBORDINATOR + WH
WHEN_OR_WHO = SUBORDINATOR + RELATIVE
WHETHER_OR_THAT = IF + THAT
BEFORE_PARTICIPLE_CUE = CLAUSE_OR_PHRASE_OPENER + ADVERB + AS + OPEN_QUOTE  # "While saying no, Vane left"
TIME_ASIDE = ADVERB + COMMA + TIME
COMPLEMENT_ENDS_SEARCH = OPEN_QUOTE + THAT + RELATIVE + WH + COLON  # what an object does not go past
THAT_OR_QUOTE = THAT + OPEN_QUOTE
TO_OR_AS = TO + AS
PASSIVE_COMPLEMENT_START = TO_OR_AS + OF + NOUN_PHRASE_START + OPEN_QUOTE + ING  # "was called a fraud"
FURTHER_QUOTED = (OPEN_QUOTE, AND + OPEN_QUOTE, DETERMINER + OPEN_QUOTE, AND + DETERMINER + OPEN_QUOTE)  # “late,” a “mess,” and a “joke”
REDUCED_START = PARTICIPLES + RELATIVE  # after a tag these go on with the phrase before it, not with what was said

# ---------------------------------------------------------------------- marks

ASIDE_MARK = COMMA + DASH
ANY_MARK = COMMA + SEMICOLON + COLON + DASH + OPEN_BRACKET + CLOSE_BRACKET + OPEN_QUOTE + CLOSE_QUOTE + END_MARK + OTHER_MARK
QUOTE_MARKS = OPEN_QUOTE + CLOSE_QUOTE
BREAK = ASIDE_MARK + SEMICOLON  # a comma, a dash, a semicolon: between two clauses
BREAK_OR_QUOTE = BREAK + CLOSE_QUOTE  # what a main clause can stand after
INSERTED_AFTER = ASIDE_MARK + CLOSE_QUOTE  # what a tag within a sentence stands after
COMMA_OR_QUOTE = COMMA + CLOSE_QUOTE
COMMA_OR_QUOTES = COMMA + QUOTE_MARKS
STRONG_BREAK = DASH + SEMICOLON + COLON
INNER_MARK = COMMA + SEMICOLON + COLON + DASH  # marks within a sentence
LIST_JOINT = COMMA + AND
LEADING_MARK = COMMA + COLON  # what a quotation is led into by
QUOTE_LEAD = LEADING_MARK + DASH + OPEN_QUOTE
ASIDE_OPENING = ASIDE_MARK + OPEN_BRACKET
BRACKET_OR_COMMA = COMMA + OPEN_BRACKET
STOP = BREAK + END_MARK + CLOSE_BRACKET  # after these nothing more belongs to a verb
STOP_OR_QUOTE = STOP + CLOSE_QUOTE
ENDING_MARK = INNER_MARK + END_MARK + CLOSE_BRACKET
PHRASE_STOP = INNER_MARK + END_MARK + OPEN_QUOTE + CLOSE_QUOTE  # a relative clause does not go past these
RELATIVE_STOP = INNER_MARK + OPEN_QUOTE + CLOSE_QUOTE + OPEN_BRACKET
TAIL_STOP = PHRASE_STOP + OPEN_BRACKET + RELATIVE + VERB  # where what describes a noun ends
CLOSING = CLOSE_BRACKET + CLOSE_QUOTE
BEFORE_ACCORDING = ASIDE_OPENING + CLOSE_QUOTE
TAG_LEAD = ASIDE_MARK + CLOSE_QUOTE + ADVERB  # what can stand between a quotation and its tag: “...,” then Vane said
QUOTATION_TAIL = END_MARK + COMMA + CLOSE_QUOTE
SENTENCE_TAIL = QUOTATION_TAIL + CLOSE_BRACKET
LAST_WORD_TAIL = QUOTATION_TAIL + OTHER_MARK
CLOSED_TAIL = CLOSING + OTHER_MARK
PIECE_END = CLOSED_TAIL + END_MARK
SENTENCE_BREAK = END_MARK + CLOSE_QUOTE
SOURCE_LEAD = INNER_MARK + END_MARK + OPEN_QUOTE + CLOSE_QUOTE + OPEN_BRACKET  # marks that a source does not begin with
SOURCE_TAIL = PHRASE_STOP + ADVERB + GENITIVE  # what a source does not end with
LIST_LEAD = ENDING_MARK + AND + OTHER_MARK
LOOSE_END = INNER_MARK + END_MARK + JOINT + OPEN_BRACKET  # what content does not end with
CONTENT_BREAK = QUOTE_MARKS + JOINT + INNER_MARK  # where what was said may end
NARROW_BREAK = PREPOSITION + SUBORDINATOR + WH + CONTENT_BREAK  # the same for what is no clause
CLAUSE_TAIL = INNER_MARK + JOINT
PIECE_LEAD = INNER_MARK + END_MARK + OTHER_MARK + OPEN_QUOTE + CLOSE_QUOTE + CLOSE_BRACKET + JOINT
PIECE_TAIL = INNER_MARK + END_MARK + OTHER_MARK + OPEN_QUOTE + CLOSE_QUOTE + OPEN_BRACKET + JOINT
REDUCED_CLAUSE_START = PARTICIPLES + AS + VERB  # "Asked about it, Vane left"
FRONTED_CLAUSE = SUBORDINATOR + IF + REDUCED_CLAUSE_START  # "When it rained, Vane left"
NEW_CLAUSE_OR_IF = RELATIVE_OR_THAT + WH + SUBORDINATOR + IF  # a verb after these is not that of the main clause
NEW_CLAUSE_OPENER = RELATIVE_OR_THAT + WH + SUBORDINATOR
CLAUSE_SIGNS = FINITE + NEW_CLAUSE_OPENER + OPEN_QUOTE  # no single phrase has one of these
CHAIN_HEAD = NAMED_END + OBJECT_PRONOUN  # where a phrase ends that appositives can follow
VERB_OR_BASE = VERB + BASE
PHRASE_GOES_ON = OF + NOUN + ADJECTIVE  # quoted words before these are the beginning of a phrase
FRONTED_AFTER = BREAK + JOINT + CLOSE_QUOTE  # what a fronted clause can stand after
OPENER_LEAD = ADVERB + JOINT + DASH
VIEW_LEAD = SUBORDINATOR + JOINT + BREAK + OPEN_QUOTE + CLOSE_QUOTE  # after these a phrase can be set off from its clause
SUBJECT_LEAD = CLAUSE_JOINT + COLON + OPEN_QUOTE + CLOSE_QUOTE + OPEN_BRACKET + DASH + SUBORDINATOR + AS + ADVERB + SEMICOLON
CLAUSE_JOINTS = RELATIVE_OR_THAT + SUBORDINATOR + QUESTION_WORD + JOINT + PRONOUN + INNER_MARK
AGENT_STOP = AUXILIARY + VERB + INNER_MARK + OPEN_QUOTE  # the agent of a passive stands before these
APPOSED_STOP = COMMA + CLOSE_BRACKET + DASH + OPEN_BRACKET + RELATIVE

# ---------------------------------------------------------------------- sources and nouns of saying

BEFORE_SAYING_NOUN = NOUN_PHRASE_START + GENITIVE + TIME_OR_ADVERB + JOINT  # from the start of a sentence to the noun of its subject
OWNED_INSIDE = MODIFIER + PARTICIPLES + NOUN + NUMBER + TIME  # between an owner and the noun: "Vane's most recent claim"
OWNED_MOST = (GENITIVE + DETERMINER, POSSESSIVE + DETERMINER)  # a determiner within what is owned: "Vane's most recent"
OUTCRY_INSIDE = DETERMINER + MODIFIER + ING + NOUN + NUMBER
OUTCRY_OF = DETERMINERS + ADJECTIVE + NOUN_OR_NAME + PREPOSITION + GENITIVE
TAG_VERB_LEAD = ADVERB + HAVE
DESCRIBED_VERB_LEAD = TAG_VERB_LEAD + COMMA
ATTRIBUTE_OF = DETERMINERS + NOUN + PREPOSITION + AND + OPEN_BRACKET  # quoted words after these describe a noun
NAMING = NAME + GENITIVE + POSSESSIVE
SPEAKER_HEAD = NAME + PRONOUN
SPEAKS_BY_CLASS = NAME + RELATIVE + OBJECT_PRONOUN
VERB_BACKWARDS = ACTIVE_VERB + COLON + SEMICOLON + CLOSE_QUOTE  # where the search for a verb before a quotation ends
ANY_VERB_BACKWARDS = ANY_VERB + COLON + SEMICOLON + CLOSE_QUOTE
COMMA_OR_END = COMMA + END_MARK
RELATIVE_LEAD = ASIDE_MARK + PREPOSITION  # between a noun and its relative pronoun: "the board, on which"
LABEL_PART = NAME + END_MARK

# ---------------------------------------------------------------------- phrases

PHRASE = r"""
    p | o | W
  | (?: [DP] R*+ (?: A | \# | R | n | G(?=[NEA]) | & (?=A) )*+ | (?: A | \# | R(?=[A\#]) )*+ )
    (?: [NE] | \# | “(?:E)++”?+ | ' (?: A|\#|R|G )*+ (?=[NE\#“]) | G(?=[NE]) | A | n(?=[NE]) | \| (?=[NE]) )++
    (?: \( [^()]{1,12}+ \) )?+
  | \#++ | [DP] (?: A | \# )++ | [DP]
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


def class_names() -> dict[str, str]:
    """The name of each class by its letter, as people read it: "V" is "verb"."""
    letters = ((name, value) for name, value in globals().items() if name.isupper() and isinstance(value, str) and len(value) == 1)
    return {letter: name.lower().replace("_", " ") for name, letter in letters}
