"""The questions that decide words of two classes, and the sets of classes that they ask for."""

from __future__ import annotations

from newsclaims.grammar.undecided import Word, between
from newsclaims.grammar.word_classes import (
    ACCORDING,
    ADJECTIVE,
    AND,
    ANY_PREPOSITION,
    AS,
    AUXILIARY,
    BASE,
    BASE_OR_NOUN,
    BE,
    BE_OR_HAVE,
    BEFORE_NOUN_ONLY,
    CLOSE_BRACKET,
    CLOSE_QUOTE,
    COLON,
    COMMA,
    COMMA_OR_END,
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
    OPEN_QUOTE,
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
    UNDECIDED_VERB,
    VERB,
    VERB_FORM,
    WH,
)

SUBJECT_PRONOUN = PRONOUN + RELATIVE
BEFORE_BASE = TO + MODAL + DO + NOT
OWNER_OR_ADJECTIVE = BEFORE_NOUN_ONLY + GENITIVE
WITHIN_PHRASE = OWNER_OR_ADJECTIVE + NUMBER + ANY_PREPOSITION  # a verb or noun after one of these is a noun
NO_VERB_AFTER = BEFORE_BASE + BE_OR_HAVE + VERB_FORM
NO_ING_AFTER = OWNER_OR_ADJECTIVE + NOUN_OR_NAME + NUMBER
OBJECT = DETERMINERS + PRONOUNS + HER  # what the object of a verb begins with, where its words are not decided yet
OBJECT_OR_CLAUSE = OBJECT + THAT
GOES_ON = OBJECT_OR_CLAUSE + QUESTION_WORD + TO + AS  # what follows a verb that takes an object, a clause or an infinitive
FIGURE_OR_NAME = NAME + NUMBER + ADJECTIVE
GOES_ON_AFTER_NAME = GOES_ON + FIGURE_OR_NAME + COLON + ING + PREPOSITION
GOES_ON_AFTER_NOUN = OBJECT_OR_CLAUSE + QUESTION_WORD + TO + FIGURE_OR_NAME
STOPPED_SUBJECT = NAME + CLOSE_QUOTE + CLOSE_BRACKET + COMMA + DASH  # a name, or a mark that ends what belongs to a subject
JOINT_OR_COMMA = JOINT + COMMA
DETERMINED = DETERMINERS + GENITIVE
DETERMINER_OR_NUMBER = DETERMINER + NUMBER
THAT_OR_OBJECT = THAT + OBJECT_PRONOUN
TAG_END = END_MARK + COMMA + SEMICOLON + COLON + PARTICLE
INVARIANT_GOES_ON = END_MARK + COMMA + COLON + PARTICLE + POSSESSIVE + OBJECT_PRONOUN
TAG_SOURCE = frozenset(WITHIN_PHRASE + NOUN_OR_NAME)  # what the source in a speech tag is made of
CLOSING_SOURCE = TAG_SOURCE | {PARTICIPLE}  # "documents seen by the Herald show"
NOUN_LIKE = BASE_OR_NOUN + THIRD_OR_NOUN + NOUN
HEAD_OR_ADJECTIVE = NOUN_LIKE + NAME + ADJECTIVE + ING  # what an adjective can stand before, where the words are not decided yet
DESCRIBED = HEAD_OR_ADJECTIVE + NUMBER + PAST_OR_PARTICIPLE
OWNED = HEAD_OR_ADJECTIVE + ING_OR_NOUN + NUMBER + PAST_OR_PARTICIPLE + BASE + PARTICIPLE
ONCE_AFTER = NOUN_OR_NAME + SUBJECT_PRONOUN + CLOSE_BRACKET + COMMA
ONCE_BEFORE = VERB + PAST_OR_PARTICIPLE + AUXILIARY + DO + BASE
NAMED = NAME + DETERMINER
DESCRIBED_NOUN = ADJECTIVE + NOUN
NOUN_OR_BASE = NOUN + BASE_OR_NOUN
ANY_UNDECIDED_VERB = VERB_FORM + PAST_OR_PARTICIPLE
PREDICATIVE = PRONOUN + RELATIVE + WH


def after_according_to(word: Word) -> bool:
    """ "according to plan"."""
    return word.before == TO and word.i > 1 and word.raw[word.i - 2] == ACCORDING


def after_standing(word: Word) -> bool:
    """After "few", "some", which can stand for a noun."""
    return word.before == DETERMINER and word.lower[word.i - 1] in word.words.standing


def standing_claims(word: Word) -> bool:
    """ "Few claim that", "few claim it", after a determiner that can stand for a noun."""
    return after_standing(word) and (word.after in THAT_OR_OBJECT or word.lower[word.i + 1 : word.i + 2] == ["it"])


def is_described(word: Word) -> bool:
    """Whether the name before belongs to the word: "in a Herald interview that", not "Vane's rivals claim that"."""
    if word.before != NAME:
        return False
    k = word.i - 1
    while k > word.first and word.raw[k] == NAME:
        k -= 1
    return word.raw[k] in DETERMINED and not after_plural(word)


def after_plural(word: Word) -> bool:
    """Whether the token before is spelt like a plural."""
    return word.lower[word.i - 1].endswith("s")


def after_singular(word: Word) -> bool:
    """Whether the noun before is a singular; a name can be the subject of a plain form (a team, a pair)."""
    return word.before != NAME and not after_plural(word)


def invariant_goes_on(word: Word) -> bool:
    """ "Rates hit back", "a man cut his arm": a verb with one form for all, and the next word tells."""
    return word.is_any(word.words.invariant) and word.next != "" and (word.after in INVARIANT_GOES_ON or word.next == OPEN_QUOTE)


def invariant_by(word: Word) -> bool:
    """ "Rates set by the bank"."""
    return word.is_any(word.words.invariant) and word.is_any(word.words.agents, 1)


def follows_quotation(word: Word) -> bool:
    """Whether nothing but a source stands between a quotation that ends in a comma and a word: “...,” the Danes state"""
    k = word.i - 1
    while k >= word.first and word.raw[k] in TAG_SOURCE:
        k -= 1
    return k > word.first and word.raw[k] == CLOSE_QUOTE and word.raw[k - 1] in COMMA_OR_END


def ends_tag(word: Word) -> bool:
    """Whether a word closes a speech tag: “...,” Vane notes; “...,” Vane points out."""
    return word.before in NOUN_OR_NAME and word.after in TAG_END and follows_quotation(word)


def closes_sentence(word: Word) -> bool:
    """Whether a plural noun and a cue stand alone between a comma and a full stop: "The mill was sold, court records show."."""
    if word.after != END_MARK or word.lemma() not in word.words.tag_cues:
        return False
    k = word.i - 1
    while k > word.first and word.raw[k] in CLOSING_SOURCE:
        k -= 1
    clause_before = any(code in UNDECIDED_VERB for code in word.raw[word.first : k])  # no list of nouns
    return word.raw[k] == COMMA and k > word.first + 1 and clause_before


def journal_reports(word: Word) -> bool:
    """ "They were paid little, the Orrel Journal reports."."""
    return word.before == NAME and closes_sentence(word)


def tags_without_comma(word: Word) -> bool:
    """Whether a verb of saying stands between a closing mark and a name: “How dull” sighed Peg; “We do!” reply the twins."""
    after_mark = word.i > word.first and word.raw[word.i - 1] == CLOSE_QUOTE
    return after_mark and word.next in NAMED and word.lemma() in word.words.tag_cues


def sighed_peg(word: Word) -> bool:
    """“How dull” sighed Peg."""
    return word.before == ADJECTIVE and tags_without_comma(word)


def institutions_have(word: Word) -> bool:
    """ "The report claims institutions have failed": a plural noun and its auxiliary follow a verb of saying."""
    if word.before not in NOUN_OR_NAME or (word.before == NOUN and after_plural(word)) or word.lemma() not in word.words.clause_cues:
        return False
    k = word.i + 1
    while k < word.stop and word.raw[k] in DESCRIBED_NOUN:
        k += 1
    return word.i + 1 < k < word.stop and word.raw[k] in AUXILIARY and word.lower[k - 1].endswith("s")


def is_warning(word: Word) -> bool:
    """ "Is warning voters that"."""
    return word.before == BE and word.after in NOUN_OR_NAME


def that_request(word: Word) -> bool:
    """ "Overruled that request, ...": a noun and a mark after "that", after a verb that takes no clause."""
    noun = word.next in NOUN_OR_BASE and word.i + 2 < word.stop and word.raw[word.i + 2] in COMMA_OR_END
    return noun and word.before in ANY_UNDECIDED_VERB and word.lemma(-1) not in word.words.that_cues


def with_preposition_after_quotation(word: Word) -> bool:
    """“...,” the Danes state in a letter."""
    return word.after == PREPOSITION and follows_quotation(word)


def reads_after_quotation(word: Word) -> bool:
    """“...,” read one; “...,” read the letter."""
    return word.before in JOINT_OR_COMMA and word.raw[word.i - 1] == CLOSE_QUOTE and word.after in DETERMINER_OR_NUMBER


def after_base(word: Word) -> bool:
    """Whether a base form stands anywhere before in the sentence, which another can be joined to."""
    return BASE in word.raw[word.first : word.i]


def joins_base(word: Word) -> bool:
    """ "To go and claim that"."""
    return word.before in JOINT_OR_COMMA and word.after in OBJECT_OR_CLAUSE and after_base(word)


def and_base(word: Word) -> bool:
    """ "To go and agree"."""
    return word.before == AND and after_base(word)


def no_object_after_owner(word: Word) -> bool:
    """ "His agree": nothing follows that a verb takes."""
    return word.before in OWNER_OR_ADJECTIVE and word.after not in DETERMINERS + PRONOUNS + THAT


def whose_follows(word: Word) -> bool:
    """ "In swing states whose votes count"."""
    return word.after == POSSESSIVE and word.is_any(word.words.whose, 1)


def opens_with_that(word: Word) -> bool:
    """ "Reports that he left are wrong"."""
    return word.i == word.first and word.after == THAT


def points_out(word: Word) -> bool:
    """ ", as Vane points out,"."""
    return word.before in NOUN_OR_NAME and word.raw[word.i + 1 : word.i + 3] == [PARTICLE, COMMA]


def of_name_as(word: Word) -> bool:
    """ "Rated most of Dunmarsh claims as"."""
    return word.before == NAME and word.after == AS and word.i > 1 and word.raw[word.i - 2] in ANY_PREPOSITION


def stopped_goes_on(word: Word) -> bool:
    """ "Vane claims that", “...,” claims one: after a name or a mark, with what a verb takes."""
    return word.before in STOPPED_SUBJECT and (word.after in GOES_ON_AFTER_NAME or word.next == OPEN_QUOTE)


def good_as_new(word: Word) -> bool:
    """ "Harbor walks good as new"."""
    return word.raw[word.i + 1 : word.i + 3] == [ADJECTIVE, AS]


def to_place(word: Word) -> bool:
    """ "The harbor claims to old courts", not "the mayor wants to leave"."""
    return word.after == TO and word.raw[word.i + 1 : word.i + 3] not in ([TO, BASE], [TO, BASE_OR_NOUN])


def singular_goes_on(word: Word) -> bool:
    """ "The mayor claims that", not "the mayors claims that"."""
    quoted = word.next == OPEN_QUOTE or word.raw[word.i + 1 : word.i + 3] == [COLON, OPEN_QUOTE]
    return (quoted or word.after in GOES_ON_AFTER_NOUN) and not after_plural(word)


def after_auxiliary(word: Word) -> bool:
    """ "Was closed", "has not closed"."""
    return word.before in BE_OR_HAVE or (word.before == NOT and word.raw[word.i - 2] in BE_OR_HAVE)


def firm_said(word: Word) -> bool:
    """ "The public said sales rose": a past form only, after what can be a noun."""
    return word.before == ADJECTIVE and word.is_any(word.words.telling)


def some_chanted(word: Word) -> bool:
    """ "Some chanted “...”"."""
    return describes(word) and after_standing(word) and word.next == OPEN_QUOTE


def those_polled_said(word: Word) -> bool:
    """ "Those polled said"."""
    return describes(word) and after_standing(word) and word.next == PAST_OR_PARTICIPLE


describes = between(WITHIN_PHRASE, DESCRIBED)


def ends_phrase(word: Word) -> bool:
    """ "The accused", "his wounded"."""
    return word.before == POSSESSIVE or (word.before == DETERMINER and word.lower[word.i - 1] in word.words.articles)


def by_somebody(word: Word) -> bool:
    """Whether somebody is named after "by": not "said by telephone", "said by shouting"."""
    if not word.is_any(word.words.agents, 1):
        return False
    by = word.i + 2
    return by >= word.stop or (word.raw[by] != ING and word.lower[by] not in word.words.channels)


def ing_describes(word: Word) -> bool:
    """ "The leaking boat"."""
    return word.before in OWNER_OR_ADJECTIVE and word.after in NOUN_LIKE + ADJECTIVE


def ing_is_noun(word: Word) -> bool:
    """ "The shouting of"."""
    return word.before in OWNER_OR_ADJECTIVE and word.after not in OBJECT_OR_CLAUSE


def ing_takes_object(word: Word) -> bool:
    """ "Filing the papers"."""
    return word.before not in NO_ING_AFTER and word.after in OBJECT_OR_CLAUSE


def contracts(word: Word) -> bool:
    """ "He's", "who's", and words that are hardly owners."""
    return word.before in PREDICATIVE or word.lower[word.i - 1] in word.words.before_be


def is_the(word: Word) -> bool:
    """ "Vane's the mayor"."""
    return word.after == DETERMINER and word.is_any(word.words.articles, 1)


def is_not(word: Word) -> bool:
    """ "Vane's not"."""
    return word.next == NOT


def monthly_vote(word: Word) -> bool:
    """An -ly word between a determiner and a noun: "the monthly vote", not "the only vote"."""
    describes = word.before in DETERMINERS and word.raw[word.i - 1] in DETERMINERS and word.after in NOUN_LIKE + NAME
    return describes and word.lower[word.i] not in word.words.focus_adverbs
