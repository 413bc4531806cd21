"""Word classes: one character a token says what class of word it is; sets of them say what can stand where.

The classes of a text make a string, its *shape* (see :mod:`newsclaims.grammar.shapes`), off which every later stage
reads phrases: in ``shape[k] in SUBJECT_START`` a subject can begin at token ``k``. Each class has a name here, and
so has each set of classes that is asked for anywhere; other modules hold names only. To see the classes of a text:
``newsclaims explain --classes FILE``.
"""

from __future__ import annotations

import functools
import sys

from newsclaims.language import Language

if sys.version_info >= (3, 11):  # whose re has possessive repeats, and is asked in less than half the time
    import re
else:
    import regex as re

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
DETERMINERS = DETERMINER + POSSESSIVE  # what a noun phrase with a common noun begins with
DETERMINER_OR_NUMBER = DETERMINER + NUMBER  # by itself it names nothing: "this", "one"
PRONOUNS = PRONOUN + OBJECT_PRONOUN
PERSONAL = PRONOUNS + POSSESSIVE  # he, him, his
ANY_PREPOSITION = PREPOSITION + OF
PREPOSITION_OR_TO = PREPOSITION + TO
RELATIVE_OR_THAT = RELATIVE + THAT
QUESTION_WORD = WH + IF  # what a question within a sentence begins with
JOINT = AND + BUT  # what joins two of a kind: and, or, but
ADVERBIAL = ADVERB + TIME + PARTICLE  # "yesterday", "again", "out": what says how or when in one word
TIME_OR_ADVERB = ADVERB + TIME
DATE_PART = TIME + NUMBER  # June 4
MODIFIER = ADJECTIVE + ADVERB  # "very new"

# ---------------------------------------------------------------------- verbs

BE_OR_HAVE = BE + HAVE
HAVE_OR_MODAL = HAVE + MODAL
AUXILIARY = BE + HAVE + MODAL  # what can stand before another verb of its group, but "do"
FINITE = VERB + AUXILIARY + DO  # a finite verb or an auxiliary
FINITE_BUT_DO = VERB + AUXILIARY  # a verb that what stands right before it is likely the subject of
VERB_GROUP = AUXILIARY + DO + NOT + ADVERB  # what stands before a verb in its group: has not yet, will, did
NEGATED_AUXILIARY = AUXILIARY + DO + NOT  # did not
ADVERB_OR_NOT = NOT + ADVERB
ED_FORM = VERB + PARTICIPLE  # what a regular form in -ed can be
PARTICIPLES = PARTICIPLE + ING  # given, giving: verb forms that need no subject
REDUCED_VERB = ED_FORM + ING  # what follows "when" in a clause without a subject: when asked, when asking
ACTIVE_VERB = VERB + BASE + ING  # forms whose subject is who acts
ADVERB_OR_PARTICLE = ADVERB + PARTICLE
PLAIN_VERB = VERB + BASE + PARTICIPLE  # any verb form but -ing
VERB_FORM = PLAIN_VERB + ING  # a full verb in any form
ANY_VERB = VERB_FORM + AUXILIARY  # the same or an auxiliary
UNDECIDED_VERB = VERB + PAST_OR_PARTICIPLE + THIRD_OR_NOUN + AUXILIARY + DO  # a finite verb, where words are not decided yet
BEFORE_NONFINITE = AUXILIARY + DO + TO  # the verb after these is part of their group
BEFORE_OBJECT = AUXILIARY + VERB + BASE + PARTICIPLE + AS  # a phrase after these is their object or complement
BEFORE_NEW_CLAUSE = FINITE + BASE + THAT  # after these a clause is under way, so that "and" joins another

# ---------------------------------------------------------------------- where a phrase or a clause begins

COUNTED_START = DETERMINERS + NUMBER  # "the mayor", "two mayors": no bare noun or name
TIED_START = DETERMINERS + NOUN_OR_NAME  # after a "to" within a phrase: "an aide to the mayor"
NAME_START = NAME + DETERMINERS  # what a phrase with a name begins with: "Vane", "the Vane family"
NOUN_PHRASE_START = DETERMINERS + NOUN_OR_NAME + ADJECTIVE + NUMBER  # "the", "Orrel", "new", "two": no pronoun
BEFORE_NOUN_ONLY = DETERMINERS + ADJECTIVE  # a verb form after these is a noun or describes one
SUBJECT_START = NOUN_PHRASE_START + PRONOUN  # "the mayor", "she"
SUBJECT_OR_QUOTE_START = SUBJECT_START + OPEN_QUOTE  # “Pier Live” said
SAID_CLAUSE_START = SUBJECT_OR_QUOTE_START + THAT  # what can be said before an inserted tag
CLAUSE_START = SUBJECT_START + THAT + WH + TIME + RELATIVE + PREPOSITION + OBJECT_PRONOUN + ING + IF + SUBORDINATOR + NOT + ADVERB
OBJECT_PHRASE_START = NOUN_PHRASE_START + PRONOUNS + ADVERB + OPEN_QUOTE  # "the port", "it", "only two", “late”
OBJECT_START = OBJECT_PHRASE_START + ING + THAT + WH + PARTICIPLE  # what a verb can have for its object: a phrase, "selling", "what"
STANDS_IN = PRONOUNS + RELATIVE_OR_THAT  # what stands for somebody told of elsewhere
WHAT_OR_WHO = WH + RELATIVE
NOUN_OBJECT_START = DETERMINERS + NOUN + MODIFIER  # "no details": an object with a noun of saying
APPOSITIVE_START = NOUN_PHRASE_START + RELATIVE + PREPOSITION  # after a comma these go on with a phrase: "Vane, | the mayor", "who leads"
ROLE_START = NOUN + ADJECTIVE  # a role without an article: "Vane, mayor of Orrel"
CLAUSE_OPENER = SUBORDINATOR + PREPOSITION + AS + IF  # what a subordinate clause or a fronted phrase begins with
INSERTED_OPENER = SUBORDINATOR + PREPOSITION + AS  # "..., as Vane said, ..."
CLAUSE_OR_PHRASE_OPENER = SUBORDINATOR + PREPOSITION  # "Vane, despite saying that ..., left"
FRONTED_CLAUSE_OPENER = CLAUSE_OPENER + TO  # "To win, they ..."
FRONTED_OPENER = FRONTED_CLAUSE_OPENER + ADVERB + TIME + WH + JOINT + THAT  # what can stand before the subject of a clause
SUBORDINATE_OPENER = THAT + SUBORDINATOR + IF + WH + PREPOSITION + RELATIVE  # a clause after these is not the main one
QUOTED_JOINT = SUBORDINATOR + JOINT + PREPOSITION  # “...” because “...”
CLAUSE_JOINT = JOINT + THAT  # what joins a clause to the one before

# ---------------------------------------------------------------------- what stands within a phrase and at its end

PHRASE_END = NOUN_OR_NAME + NUMBER + PRONOUNS + DETERMINER + CLOSE_BRACKET + ADJECTIVE  # what the last token of a noun phrase can be
PHRASE_INSIDE = NOUN_PHRASE_START + GENITIVE + PRONOUNS + OF + PARTICIPLES + PREPOSITION + AND + ADVERB + TIME + PARTICLE + OTHER_MARK
"""And what any of its tokens can be, with what is attached."""
SUBJECT_END = NOUN_OR_NAME + CLOSE_BRACKET + PRONOUN  # what the last token before a verb can be, so that it is the subject
COUNTED_BY_ALL = NOUN_OR_NAME + PRONOUN  # "both" and "all" after these count them
NAMED_END = NOUN_OR_NAME + CLOSE_BRACKET  # where a phrase ends that can have an appositive: "Orla Vane (D)"
BEFORE_RELATIVE = NAMED_END + DETERMINER  # "those who"
BEFORE_RELATIVE_ASIDE = NAMED_END + COMMA  # "Vane, who"
BEFORE_DAY = NAMED_END + ED_FORM + COMMA  # what "on Tuesday" can follow between a subject and its verb
BEFORE_APPOSITIVE = PHRASE_END + CLOSE_QUOTE  # what an appositive after a comma can belong to
BEFORE_NEXT_PHRASE = NOUN_OR_NAME + TIME + NUMBER + ADVERB + OBJECT_PRONOUN  # a determiner after these begins a phrase of its own
BEFORE_NAME = NOUN + TIME + NUMBER  # "the convention Orla Vane" is two phrases
COMMON_WORD = NOUN + ADJECTIVE + ING  # no name
DESCRIBING = ADJECTIVE + NOUN_OR_NAME  # what describes a noun before it: "new port board"
DESCRIBED_OBJECT = DETERMINERS + DESCRIBING + OPEN_QUOTE  # what the object of a participle begins with: "highlighting the rise of"
TITLE_ENDS_IN = NOUN + TIME  # "Orla Vane Day": no name of somebody goes on so
TIME_MODIFIER = ADJECTIVE + DETERMINER  # last week, this week
COUNTED_TIME = TIME_MODIFIER + NUMBER  # two weeks
TIES_ON = OF + GENITIVE + AND  # the phrase goes on: "last week's", "last week and"
REDUCED_INSIDE = ANY_PREPOSITION + TO + DETERMINER + DESCRIBING + NUMBER + GENITIVE + TIME_OR_ADVERB  # "a man seen | near the pier"
REDUCED_LEAD = ANY_PREPOSITION + TO + TIME  # after a participle without an object: "a letter sent | to Orrel"
NO_LISTED_NAME = ANY_PREPOSITION + ADVERB + TIME + PARTICIPLES + AND  # what no item of a list of names begins with
NAME_JOINT = AND + OTHER_MARK  # the "and", "&" of "Marsh & Sons"
BODY_JOINT = ANY_PREPOSITION + OTHER_MARK  # what stands within the name of a body: "Bank of Orrel", "Marsh & Sons"
APPENDED = RELATIVE + POSSESSIVE  # "who leads it", "whose aide left": what begins a relative clause
ASIDE_START = AS + PREPOSITION + ADVERB + PARTICIPLES + SUBORDINATOR + VERB  # what is set off by commas without being a clause
AFTER_REDUCED = PREPOSITION + AS + OF  # after these a form in -ed is a participle: "a shop pitched as a club"
AFTER_REDUCED_BEFORE_CUE = PREPOSITION + AS + TO + END_MARK  # "said retired judge Vane" against "a judge retired."
THAT_OR_OF = THAT + OF
BEFORE_SETTING = PREPOSITION + TIME + TO  # a participle before these goes with them: "held on Monday", "due to"
SETTING_LEAD = PREPOSITION + TIME + ADVERB  # "on Monday", "later": what says when or where
TIME_AFTER = PREPOSITION + TIME  # "on Monday", "Monday"
PARTICIPLE_OR_ADJECTIVE = PARTICIPLE + ADJECTIVE
BEFORE_TIME = ED_FORM + PREPOSITION  # a time after these goes with them: "left Monday", "on Monday"
CLAUSE_ADVERB = ADVERB + JOINT  # "and then", "but still"
BEFORE_PHRASE = TIME_OR_ADVERB + AND + PARTICLE + PARTICIPLE  # what stands before a phrase without belonging to it
ASIDE_WORD = NOUN + TIME + TIME_MODIFIER + NUMBER  # within "has in the past two years said"
OBJECT_GOES_ON = NOUN + POSSESSIVE + AS + OF  # ", his rival", ", as a fraud": the object goes on after a comma
OTHERS = PRONOUN + POSSESSIVE  # "what he called": told of by its own subject
NO_NEW_SUBJECT = PREPOSITION_OR_TO + OF + THAT + QUESTION_WORD + SUBORDINATOR + PARTICIPLES + OPEN_QUOTE
""""but" before these begins no clause with a subject of its own."""
WHEN_OR_WHAT = SUBORDINATOR + WH
WHEN_OR_WHO = SUBORDINATOR + RELATIVE
WHETHER_OR_THAT = IF + THAT
BEFORE_PARTICIPLE_CUE = CLAUSE_OR_PHRASE_OPENER + ADVERB + AS + OPEN_QUOTE  # "While saying no, Vane left"
TIME_ASIDE = ADVERB + COMMA + TIME  # between a subject and its verb: "Vane, on Monday,"
ENDS_NAMED = COMMA + END_MARK + CLOSE_BRACKET + AUXILIARY + RELATIVE_OR_THAT + SUBORDINATOR
"""After these a phrase after "called" was the only one: "a firm called Tinwell, which"."""
COMPLEMENT_ENDS_SEARCH = OPEN_QUOTE + THAT + RELATIVE + WH + COLON  # what an object does not go past
THAT_OR_QUOTE = THAT + OPEN_QUOTE
TO_OR_AS = TO + AS
PASSIVE_COMPLEMENT_START = TO_OR_AS + OF + NOUN_PHRASE_START + OPEN_QUOTE + ING  # "was called a fraud"
FURTHER_QUOTED = (OPEN_QUOTE, AND + OPEN_QUOTE, DETERMINER + OPEN_QUOTE, AND + DETERMINER + OPEN_QUOTE)  # “late,” a “mess,” and a “joke”
REDUCED_START = PARTICIPLES + RELATIVE  # after a tag these go on with the phrase before it, not with what was said

# ---------------------------------------------------------------------- marks

ASIDE_MARK = COMMA + DASH
ANY_MARK = COMMA + SEMICOLON + COLON + DASH + OPEN_BRACKET + CLOSE_BRACKET + OPEN_QUOTE + CLOSE_QUOTE + END_MARK + OTHER_MARK
"""All marks, brackets and quotation marks too."""
QUOTE_MARKS = OPEN_QUOTE + CLOSE_QUOTE
BREAK = ASIDE_MARK + SEMICOLON  # a comma, a dash, a semicolon: between two clauses
BREAK_OR_QUOTE = BREAK + CLOSE_QUOTE  # what a main clause can stand after
INSERTED_AFTER = ASIDE_MARK + CLOSE_QUOTE  # what a tag within a sentence stands after
COMMA_OR_QUOTE = COMMA + CLOSE_QUOTE
COMMA_OR_QUOTES = COMMA + QUOTE_MARKS
STRONG_BREAK = DASH + SEMICOLON + COLON  # what was said goes no further than these
INNER_MARK = COMMA + SEMICOLON + COLON + DASH  # marks within a sentence
LIST_JOINT = COMMA + AND  # what parts the items of a list
LEADING_MARK = COMMA + COLON  # what a quotation is led into by
QUOTE_LEAD = LEADING_MARK + DASH + OPEN_QUOTE  # what leads into words in marks, and their mark
ASIDE_OPENING = ASIDE_MARK + OPEN_BRACKET  # what an aside begins with: ", who", "- as", "(born"
BRACKET_OR_COMMA = COMMA + OPEN_BRACKET
STOP = BREAK + END_MARK + CLOSE_BRACKET  # after these nothing more belongs to a verb
STOP_OR_QUOTE = STOP + CLOSE_QUOTE
ENDING_MARK = INNER_MARK + END_MARK + CLOSE_BRACKET  # marks that what was said does not begin or end with
PHRASE_STOP = INNER_MARK + END_MARK + OPEN_QUOTE + CLOSE_QUOTE  # a relative clause does not go past these
RELATIVE_STOP = INNER_MARK + OPEN_QUOTE + CLOSE_QUOTE + OPEN_BRACKET  # back from a verb, no relative clause goes over these
TAIL_STOP = PHRASE_STOP + OPEN_BRACKET + RELATIVE + VERB  # where what describes a noun ends
CLOSING = CLOSE_BRACKET + CLOSE_QUOTE  # what closes before a mark that ends a phrase
BEFORE_ACCORDING = ASIDE_OPENING + CLOSE_QUOTE  # “...,” according to; "..., according to"
TAG_LEAD = ASIDE_MARK + CLOSE_QUOTE + ADVERB  # what can stand between a quotation and its tag: “...,” then Vane said
QUOTATION_TAIL = END_MARK + COMMA + CLOSE_QUOTE  # what a quotation ends with
SENTENCE_TAIL = QUOTATION_TAIL + CLOSE_BRACKET  # what may follow a quotation that fills its sentence
LAST_WORD_TAIL = QUOTATION_TAIL + OTHER_MARK  # what stands behind the last word of a line
CLOSED_TAIL = CLOSING + OTHER_MARK  # what may stand behind a claim within its sentence
PIECE_END = CLOSED_TAIL + END_MARK  # the same, and the end mark
SENTENCE_BREAK = END_MARK + CLOSE_QUOTE  # what stands before the first word of a sentence
SOURCE_LEAD = INNER_MARK + END_MARK + OPEN_QUOTE + CLOSE_QUOTE + OPEN_BRACKET  # marks that a source does not begin with
SOURCE_TAIL = PHRASE_STOP + ADVERB + GENITIVE  # what a source does not end with
LIST_LEAD = ENDING_MARK + AND + OTHER_MARK  # what stands before the first word said: "- and the port"
LOOSE_END = INNER_MARK + END_MARK + JOINT + OPEN_BRACKET  # what content does not end with
CONTENT_BREAK = QUOTE_MARKS + JOINT + INNER_MARK  # where what was said may end
NARROW_BREAK = PREPOSITION + SUBORDINATOR + WH + CONTENT_BREAK  # the same for what is no clause
CLAUSE_TAIL = INNER_MARK + JOINT  # what stands behind the last word of a clause: "the port closed, and | he said"
PIECE_LEAD = INNER_MARK + END_MARK + OTHER_MARK + OPEN_QUOTE + CLOSE_QUOTE + CLOSE_BRACKET + JOINT  # what a claim does not begin with
PIECE_TAIL = INNER_MARK + END_MARK + OTHER_MARK + OPEN_QUOTE + CLOSE_QUOTE + OPEN_BRACKET + JOINT  # what a claim does not end with
REDUCED_CLAUSE_START = PARTICIPLES + AS + VERB  # "Asked about it, Vane left"
FRONTED_CLAUSE = SUBORDINATOR + IF + REDUCED_CLAUSE_START  # "When it rained, Vane left"
NEW_CLAUSE_OR_IF = RELATIVE_OR_THAT + WH + SUBORDINATOR + IF  # a verb after these is not that of the main clause
NEW_CLAUSE_OPENER = RELATIVE_OR_THAT + WH + SUBORDINATOR  # the same without "if", which may be part of what is asked
CLAUSE_SIGNS = FINITE + NEW_CLAUSE_OPENER + OPEN_QUOTE  # no single phrase has one of these
CHAIN_HEAD = NAMED_END + OBJECT_PRONOUN  # where a phrase ends that appositives can follow
VERB_OR_BASE = VERB + BASE
PHRASE_GOES_ON = OF + NOUN + ADJECTIVE  # quoted words before these are the beginning of a phrase
FRONTED_AFTER = BREAK + JOINT + CLOSE_QUOTE  # what a fronted clause can stand after
OPENER_LEAD = ADVERB + JOINT + DASH  # what stands before the word that opens a clause: "- and only because"
VIEW_LEAD = SUBORDINATOR + JOINT + BREAK + OPEN_QUOTE + CLOSE_QUOTE  # after these a phrase can be set off from its clause
SUBJECT_LEAD = CLAUSE_JOINT + COLON + OPEN_QUOTE + CLOSE_QUOTE + OPEN_BRACKET + DASH + SUBORDINATOR + AS + ADVERB + SEMICOLON
"""A phrase after these is the subject of its clause."""
CLAUSE_JOINTS = RELATIVE_OR_THAT + SUBORDINATOR + QUESTION_WORD + JOINT + PRONOUN + INNER_MARK
"""After these no verb is that of the noun itself: "the claim that it closed, | and it left"."""
AGENT_STOP = AUXILIARY + VERB + INNER_MARK + OPEN_QUOTE  # the agent of a passive stands before these
APPOSED_STOP = COMMA + CLOSE_BRACKET + DASH + OPEN_BRACKET + RELATIVE  # where a name in apposition ends: "his lawyer, Orla Vane, |"

# ---------------------------------------------------------------------- sources and nouns of saying

BEFORE_SAYING_NOUN = NOUN_PHRASE_START + GENITIVE + TIME_OR_ADVERB + JOINT  # from the start of a sentence to the noun of its subject
OWNED_INSIDE = MODIFIER + PARTICIPLES + NOUN + NUMBER + TIME  # between an owner and the noun: "Vane's most recent claim"
OWNED_MOST = (GENITIVE + DETERMINER, POSSESSIVE + DETERMINER)  # a determiner within what is owned: "Vane's most recent"
OUTCRY_INSIDE = DETERMINER + MODIFIER + ING + NOUN + NUMBER  # between a verb and the noun of the outcry: "came the loud angry shout"
OUTCRY_OF = DETERMINERS + ADJECTIVE + NOUN_OR_NAME + PREPOSITION + GENITIVE  # before the "of" of a shout: "shouts from the crowd of"
TAG_VERB_LEAD = ADVERB + HAVE  # between the source and the verb of a tag: "Vane had often said"
DESCRIBED_VERB_LEAD = TAG_VERB_LEAD + COMMA  # the same where the source is described: "Vane, 43, said"
ATTRIBUTE_OF = DETERMINERS + NOUN + PREPOSITION + AND + OPEN_BRACKET  # quoted words after these describe a noun
NAMING = NAME + GENITIVE + POSSESSIVE  # what names somebody else than who spoke before
SPEAKER_HEAD = NAME + PRONOUN  # who is likely to speak, whatever the verb
SPEAKS_BY_CLASS = NAME + RELATIVE + OBJECT_PRONOUN  # who can speak by the class of the word alone
VERB_BACKWARDS = ACTIVE_VERB + COLON + SEMICOLON + CLOSE_QUOTE  # where the search for a verb before a quotation ends
ANY_VERB_BACKWARDS = ANY_VERB + COLON + SEMICOLON + CLOSE_QUOTE  # the same, for any verb
COMMA_OR_END = COMMA + END_MARK
RELATIVE_LEAD = ASIDE_MARK + PREPOSITION  # between a noun and its relative pronoun: "the board, on which"
LABEL_PART = NAME + END_MARK  # what a label of a name holds: "O. Vane."

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
def phrase_pattern() -> re.Pattern[str]:
    """The compiled pattern of a noun phrase; compiled at first use."""
    return re.compile(PHRASE, re.VERBOSE)


@functools.lru_cache(maxsize=64)  # readers that are made for each text ask again and again
def words_of_class(language: Language, name: str) -> frozenset[str]:
    """The function words listed under a class of their own: "by", "whose"."""
    return frozenset(word for word, known in language.table("function_words").items() if known == name)


def class_names() -> dict[str, str]:
    """The name of each class by its letter, as people read it: "V" is "verb"."""
    letters = ((name, value) for name, value in globals().items() if name.isupper() and isinstance(value, str) and len(value) == 1)
    return {letter: name.lower().replace("_", " ") for name, letter in letters}
