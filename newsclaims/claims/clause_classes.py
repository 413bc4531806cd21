"""Sets of word classes that only claims ask for: subjects, verbs and cuts within what was said."""

from __future__ import annotations

from newsclaims.grammar.word_classes import (
    ADJECTIVE,
    ADVERB,
    ADVERB_OR_NOT,
    AND,
    ANY_PREPOSITION,
    AS,
    ASIDE_MARK,
    AUXILIARY,
    BASE,
    BREAK,
    CLOSE_BRACKET,
    CLOSE_QUOTE,
    COLON,
    COMMA,
    DASH,
    DESCRIBING,
    DETERMINER,
    DETERMINERS,
    DO,
    END_MARK,
    GENITIVE,
    IF,
    ING,
    JOINT,
    MODAL,
    NAME,
    NOUN,
    NOUN_OR_NAME,
    NOUN_PHRASE_START,
    NUMBER,
    OBJECT_PRONOUN,
    OF,
    OPEN_BRACKET,
    OPEN_QUOTE,
    OTHER_MARK,
    PARTICIPLE,
    PARTICLE,
    PREPOSITION,
    PREPOSITION_OR_TO,
    PRONOUN,
    PRONOUNS,
    RELATIVE,
    RELATIVE_OR_THAT,
    SEMICOLON,
    SUBORDINATOR,
    THAT,
    TIME,
    TIME_OR_ADVERB,
    TO,
    VERB,
    WH,
)

STANDS_FOR_ANOTHER = PRONOUN + RELATIVE_OR_THAT + DETERMINER  # what tells nothing by itself of what a claim is about: "it", "who", "this"
SUBJECT_PLAIN = DETERMINERS + DESCRIBING + NUMBER + GENITIVE  # a subject of one phrase: "the new mayor’s 12 aides"
SUBJECT_HEAD = NOUN_OR_NAME + PRONOUN + THAT  # what such a subject ends with
SUBJECT_INSIDE = SUBJECT_PLAIN + OF + PRONOUN + ADVERB  # a subject of several phrases: "the mayor of Orrel"
SUBJECT_STOP = RELATIVE + COMMA + DASH + OPEN_BRACKET + OPEN_QUOTE + CLOSE_QUOTE + COLON + SEMICOLON
"""The subject as it is told ends before these: "Vane, | who leads the board"."""
VERBS = AUXILIARY + DO + VERB + BASE + PARTICIPLE + ADVERB_OR_NOT
"""The verb of a clause with its auxiliaries, and what stands among them: "has not yet been"."""
# "have been looking closely at"
VERB_PHRASE = VERBS + ADJECTIVE + ING + PARTICLE + PREPOSITION_OR_TO + NOUN + OBJECT_PRONOUN + OPEN_QUOTE
"""A verb with a short complement: "was ready to sell it"."""
THERE_VERBS = AUXILIARY + DO + VERB + BASE + TO + ADVERB_OR_NOT + OPEN_QUOTE  # from "there" to what there is: "there are said to be"
VERB_LEAD = ADVERB_OR_NOT + OPEN_QUOTE  # between a subject and its verb: "the port never”
DESCRIPTION_COMMA = DETERMINER + ADJECTIVE + COMMA  # before the next adjective: "specific, credible threats"
DESCRIPTION_GOES_ON = (ADJECTIVE, COMMA + ADJECTIVE, NOUN, NAME, NUMBER, VERB)  # what follows there, so that the comma ends no subject
CLAUSE_LEAD = ADVERB + SUBORDINATOR + AS + IF + WH + THAT + JOINT + TIME  # what stands before the subject of a clause: "but when the port"
DESCRIBED_STOP = ANY_PREPOSITION + RELATIVE + TO + ASIDE_MARK + VERB + AUXILIARY + PARTICIPLE
"""The head of a phrase stands before these: "the mayor | of Orrel"."""
JUDGED_STOP = BREAK + OPEN_BRACKET  # a name that is all of a predicate stands before these: "is Ada Brenn, | a miller"
STANCE_BETWEEN = TIME_OR_ADVERB + CLOSE_QUOTE + JOINT  # passed over among the words of a frame of stance: "is now false"
CUT_SUBJECT = (
    NOUN_PHRASE_START + GENITIVE + OF + PRONOUNS + ADVERB + AND + ING + TIME + RELATIVE_OR_THAT + PREPOSITION + PARTICIPLE + OPEN_QUOTE
)
"""From the first word of a clause that is cut off to its verb."""
CUT_START = NOUN_PHRASE_START + PRONOUN + THAT + ADVERB + PREPOSITION + OPEN_QUOTE  # what such a clause begins with
CUT_HEAD = NOUN_OR_NAME + PRONOUN + THAT + DETERMINER + NUMBER  # and what its subject has for a head
RELATIVE_OR_WH = RELATIVE + WH
THAT_OR_SUBORDINATOR = THAT + SUBORDINATOR + IF + AS  # a claim after these begins without them
SENTENCE_END = END_MARK + CLOSE_QUOTE + OTHER_MARK  # what a sentence of a claim ends with that is whole
VERB_LEAD_OR_AUXILIARY = AUXILIARY + DO + ADVERB_OR_NOT  # before the verb that says what was done
TOLD_BY_WORD = PRONOUN + THAT + DETERMINERS + RELATIVE + WH + PREPOSITION + SUBORDINATOR + IF + AS + MODAL  # so common that the word counts
PARTING = BREAK + COLON + OPEN_BRACKET + CLOSE_BRACKET + OTHER_MARK + OPEN_QUOTE + CLOSE_QUOTE  # marks that a claim may end or begin at
OPENS_MORE = DETERMINERS + OF + TO + THAT + AS + RELATIVE + IF  # in mid-sentence something must follow these
OPENING = RELATIVE_OR_WH + THAT_OR_SUBORDINATOR + PREPOSITION  # words that a clause or phrase opens with, before which a claim may end
RELATIVE_CLAUSE_LEAD = ASIDE_MARK + PREPOSITION + CLOSE_QUOTE  # between a noun and its relative pronoun: "the “quay,” on which"
MARK_OR_ADVERB = BREAK + OPEN_QUOTE + CLOSE_QUOTE + ADVERB_OR_NOT  # what parts neither a subject nor words of telling from a verb
APPOSED_START = DETERMINER  # what an apposition begins with: "Vane, | a miner"
APPOSED_MARK = COMMA + DASH  # and what it stands after
