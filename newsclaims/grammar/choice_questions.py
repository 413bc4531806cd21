"""The questions that decide words of two classes, and the sets of classes that they ask for."""

from __future__ import annotations

from newsclaims.grammar.tag_questions import closing_source
from newsclaims.grammar.undecided import Word
from newsclaims.grammar.undecided_classes import (
    CLAUSE_STOP,
    DESCRIBED_NOUN,
    DETERMINED,
    GOES_ON_AFTER_NAME,
    GOES_ON_AFTER_NOUN,
    HEAD_OR_ADJECTIVE,
    INVARIANT_GOES_ON,
    NAMED,
    NO_ING_AFTER,
    NO_VERB_OF_CLAUSE,
    NOUN_IN_CLAUSE,
    NOUN_LIKE,
    NOUN_OR_BASE,
    OBJECT_OR_CLAUSE,
    OTHER_VERB,
    OWNER_OR_ADJECTIVE,
    PREDICATIVE,
    SEVERAL_INSIDE,
    STOPPED_SUBJECT,
    THAT_OR_OBJECT,
)
from newsclaims.grammar.word_classes import (
    ACCORDING,
    ADJECTIVE,
    AND,
    ANY_PREPOSITION,
    AS,
    AUXILIARY,
    BASE,
    BASE_OR_NOUN,
    BE_OR_HAVE,
    CLOSE_QUOTE,
    COLON,
    COMMA,
    COMMA_OR_END,
    DETERMINER,
    DETERMINERS,
    ING,
    NAME,
    NOT,
    NOUN,
    NOUN_OR_NAME,
    NUMBER,
    OPEN_QUOTE,
    PARTICLE,
    PAST_OR_PARTICIPLE,
    POSSESSIVE,
    PRONOUNS,
    THAT,
    TO,
)
from newsclaims.language.inflection import looks_plural


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
    return looks_plural(word.lower[word.i - 1])


def after_share(word: Word) -> bool:
    """ "57% favor a dam"."""
    return word.lower[word.i - 1].endswith("%")


def after_singular(word: Word) -> bool:
    """Whether the noun before is a singular; a name can be the subject of a plain form (a team, a pair)."""
    return word.before != NAME and not after_plural(word)


def invariant_goes_on(word: Word) -> bool:
    """ "Rates hit back", "a man cut his arm": a verb with one form for all, and the next word tells."""
    return word.is_any(word.words.invariant) and word.next != "" and (word.after in INVARIANT_GOES_ON or word.next == OPEN_QUOTE)


def invariant_by(word: Word) -> bool:
    """ "Rates set by the bank"."""
    return word.is_any(word.words.invariant) and word.is_any(word.words.agents, 1)


def journal_reports(word: Word) -> bool:
    """ "They were paid little, the Orrel Journal reports."; "..., the study notes."; "..., a study of the wages shows."."""
    one = word.before == NAME or (word.before == NOUN and not after_plural(word))
    at = closing_source(word) if one or word.before == NOUN else -1
    return at >= 0 and (one or word.lower[at] in word.words.indefinite_articles)


def tags_without_comma(word: Word) -> bool:
    """Whether a verb of saying stands between a closing mark and a name: “How dull” sighed Peg; “We do!” reply the twins."""
    after_mark = word.i > word.first and word.raw[word.i - 1] == CLOSE_QUOTE
    return after_mark and word.next in NAMED and word.lemma() in word.words.tag_cues


def institutions_have(word: Word) -> bool:
    """ "The report claims institutions have failed": a plural noun and its auxiliary follow a verb of saying."""
    if word.before not in NOUN_OR_NAME or (word.before == NOUN and after_plural(word)) or word.lemma() not in word.words.clause_cues:
        return False
    k = word.i + 1
    while k < word.stop and word.raw[k] in DESCRIBED_NOUN:
        k += 1
    return word.i + 1 < k < word.stop and word.raw[k] in AUXILIARY and word.lower[k - 1].endswith("s")


def that_request(word: Word) -> bool:
    """ "Overruled that request, ...": a noun and a mark after "that", after a verb that takes no clause."""
    noun = word.next in NOUN_OR_BASE and word.i + 2 < word.stop and word.raw[word.i + 2] in COMMA_OR_END
    return noun and word.lemma(-1) not in word.words.that_cues


def after_base(word: Word) -> bool:
    """Whether a base form stands anywhere before in the sentence, which another can be joined to: "to go and agree"."""
    return BASE in word.raw[word.first : word.i]


def no_object_after_owner(word: Word) -> bool:
    """ "His agree": nothing follows that a verb takes."""
    return word.before in OWNER_OR_ADJECTIVE and word.after not in DETERMINERS + PRONOUNS + THAT


def whose_follows(word: Word) -> bool:
    """ "In swing states whose votes count"."""
    return word.is_any(word.words.whose, 1)


def opens_sentence(word: Word) -> bool:
    """ "Reports that he left are wrong"."""
    return word.i == word.first


def points_out(word: Word) -> bool:
    """ ", as Vane points out,"."""
    return word.before in NOUN_OR_NAME and word.raw[word.i + 1 : word.i + 3] == [PARTICLE, COMMA]


def of_name_as(word: Word) -> bool:
    """ "Rated most of Dunmarsh claims as"."""
    return word.i > 1 and word.raw[word.i - 2] in ANY_PREPOSITION


def stopped_goes_on(word: Word) -> bool:
    """ "Vane claims that", “...,” claims one: after a name or a mark, with what a verb takes."""
    return word.before in STOPPED_SUBJECT and (word.after in GOES_ON_AFTER_NAME or word.next == OPEN_QUOTE)


def that_name_goes_on(word: Word) -> bool:
    """ "Astounding that Vane claims damages, yet": nothing else in the clause after "that" can be its verb."""
    k = word.i - 1
    while k > word.first and word.raw[k] == NAME:
        k -= 1
    if word.raw[k] != THAT or word.next not in NOUN_LIKE + ADJECTIVE:
        return False
    k = word.i + 2
    while k < word.stop and word.raw[k] in NOUN_IN_CLAUSE:
        k += 1
    return k >= word.stop or word.raw[k] in NO_VERB_OF_CLAUSE


def after_under(word: Word) -> bool:
    """ "Under questioning Vane said"."""
    return word.i > word.first and word.is_any(word.words.under, -1)


def with_hyphen(word: Word) -> bool:
    """ "Long-standing claims", "a record-breaking run"."""
    return "-" in word.lower[word.i] and word.next in HEAD_OR_ADJECTIVE


def several_call_for(word: Word) -> bool:
    """ "Vane and Kell call for a ban", "nurses call on the mayor": a verb with a word of its own, and the clause has no other."""
    if tuple(word.lower[word.i : word.i + 2]) not in word.words.phrases or word.raw[word.i + 2 : word.i + 3] == []:
        return False
    k = word.i + 2
    while k < word.stop and word.raw[k] not in CLAUSE_STOP:
        if word.raw[k] in OTHER_VERB:
            return False
        k += 1
    first = word.i - 1
    while first > word.first and word.raw[first - 1] in SEVERAL_INSIDE:
        first -= 1
    several = after_plural(word) if word.before == NOUN else False
    return (several or AND in word.raw[first : word.i]) and (first == word.first or word.raw[first - 1] in COMMA_OR_END)


def good_as_new(word: Word) -> bool:
    """ "Harbor walks good as new"."""
    return word.raw[word.i + 1 : word.i + 3] == [ADJECTIVE, AS]


def to_place(word: Word) -> bool:
    """ "The harbor claims to old courts", not "the mayor wants to leave"."""
    return word.raw[word.i + 1 : word.i + 3] not in ([TO, BASE], [TO, BASE_OR_NOUN])


def singular_goes_on(word: Word) -> bool:
    """ "The mayor claims that", not "the mayors claims that"."""
    quoted = word.next == OPEN_QUOTE or word.raw[word.i + 1 : word.i + 3] in ([COLON, OPEN_QUOTE], [COMMA, OPEN_QUOTE])
    return (quoted or word.after in GOES_ON_AFTER_NOUN) and not after_plural(word)


def after_auxiliary(word: Word) -> bool:
    """ "Was closed", "has not closed"."""
    return word.before in BE_OR_HAVE or (word.before == NOT and word.raw[word.i - 2] in BE_OR_HAVE)


def firm_said(word: Word) -> bool:
    """ "The public said sales rose", "the 40-year-old told reporters": a past form after what can be a noun."""
    if word.before == NUMBER:
        return word.lower[word.i - 1].endswith(word.words.ages) and _has_object(word)
    return word.before == ADJECTIVE and word.is_any(word.words.telling)


def _has_object(word: Word) -> bool:
    """Whether several, or a name or an article, follow: no noun that the form describes, as in "the 40-year-old accused man"."""
    after = word.lower[word.i + 1] if word.next == NOUN else ""
    return word.next in (NAME, DETERMINER, POSSESSIVE) or looks_plural(after)


def some_chanted(word: Word) -> bool:
    """ "Some chanted “...”"."""
    return after_standing(word) and word.next == OPEN_QUOTE


def those_polled_said(word: Word) -> bool:
    """ "Those polled said"."""
    return after_standing(word) and word.next == PAST_OR_PARTICIPLE


def ends_phrase(word: Word) -> bool:
    """ "The accused", "his wounded"."""
    return word.before == POSSESSIVE or (word.before == DETERMINER and word.lower[word.i - 1] in word.words.articles)


def by_somebody(word: Word) -> bool:
    """Whether somebody is named after "by": not "said by telephone", "said by shouting"."""
    if not word.is_any(word.words.agents, 1):
        return False
    by = word.i + 2
    return by >= word.stop or (word.raw[by] != ING and word.lower[by] not in word.words.channels)


def ing_is_noun(word: Word) -> bool:
    """ "The shouting of"."""
    return word.before in OWNER_OR_ADJECTIVE and word.after not in OBJECT_OR_CLAUSE


def ing_takes_object(word: Word) -> bool:
    """ "Filing the papers"."""
    return word.before not in NO_ING_AFTER


def contracts(word: Word) -> bool:
    """ "He's", "who's", and words that are hardly owners."""
    return word.before in PREDICATIVE or word.lower[word.i - 1] in word.words.before_be


def before_article(word: Word) -> bool:
    """ "Vane's the mayor"."""
    return word.is_any(word.words.articles, 1)


def is_not(word: Word) -> bool:
    """ "Vane's not"."""
    return word.next == NOT


def monthly_vote(word: Word) -> bool:
    """An -ly word between a determiner and a noun: "the monthly vote", not "the only vote"."""
    return word.raw[word.i - 1] in DETERMINERS and word.lower[word.i] not in word.words.focus_adverbs
