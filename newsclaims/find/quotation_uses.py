"""What a quotation is, where it is no speech: a title, a nickname, a word as a word, scare quotes, markup."""

from __future__ import annotations

import re

import attrs

from newsclaims.find.headings import SINGLE_MARKS, is_heading, is_title_line
from newsclaims.find.quotation_context import Context, context_of
from newsclaims.language import Language
from newsclaims.language.inflection import GENITIVES, forms, looks_plural

TITLE = "title of a work"
NICKNAME = "nickname"
WORD = "word as a word"
SCARE = "scare quotes"
SLOGAN = "name or slogan"
MARKUP = "markup"
HEADING = "heading"

SENTENCE_REACH = 400
"""A sentence is looked for within so many characters to each side."""
MAX_TITLE_WORDS = 12
LONGEST_TITLE = 20 * MAX_TITLE_WORDS
"""Characters."""
MAX_SCARE_WORDS = 3
NAMING_REACH = 24
YEAR = 4
"""Figures."""
NAMED_REACH = 7
"""A thing that is named has its article within so many words."""


@attrs.frozen
class Use:
    """A quotation that is no speech: why, and where it ends."""

    reason: str
    end: int


class QuotationUses:
    """Tells speech from other uses of quotation marks by the words around them; in doubt it is speech."""

    def __init__(self, language: Language) -> None:
        self._works = language.words("quotation_title_nouns")
        self._naming_works = language.words("quotation_title_verbs")
        self._entitling = language.words("quotation_title_verbs_alone")
        self._people = language.words("quotation_title_people")
        self._explaining = self._works | language.words("quotation_title_events")
        self._small = language.words("quotation_small_words")
        self._examples = language.words("quotation_example_words")
        self._word_nouns = language.words("quotation_word_nouns")
        self._events = language.words("quotation_event_nouns")
        self._slogans = language.words("quotation_slogan_nouns")
        self._broadcast = language.words("quotation_title_prepositions")
        self._broadcasters = language.words("quotation_title_broadcasters")
        self._interviews = language.words("quotation_title_interviews")
        self._indefinite = language.words("indefinite_articles")
        self._callers = language.words("person_nouns")
        self._distancing = language.words("quotation_distancing")
        self._naming = language.words("quotation_naming")
        self._days = language.words("calendar_names")
        self._classes = language.table("function_words")
        irregular, doubling = language.table("irregular_verbs"), language.words("doubling_verbs")
        self._telling = language.words("quotation_title_tellings")
        self._using = frozenset(form for verb in language.words("quotation_word_verbs") for form in forms(verb, irregular, doubling))
        self._saying = frozenset(form for lemma in language.table("cues") for form in forms(lemma.split()[0], irregular, doubling))
        verbs = ("quotation_work_verbs", "quotation_button_verbs", "quotation_typing_verbs", "quotation_going_verbs")
        self._work_verbs, self._button_verbs, self._typing, self._going = [
            frozenset(form for verb in language.words(name) for form in forms(verb, irregular, doubling)) for name in verbs
        ]
        self._entitling_alone = language.words("quotation_entitling")
        self._research = language.words("quotation_research_nouns")
        self._name_nouns = language.words("quotation_name_nouns")
        self._list_joints = language.words("quotation_list_joints")
        self._token = re.compile(r"\w(?:[\w&.'’-]{0,30}\w)?")
        self._sentence_end = re.compile(r"[.!?][\"”’')\]]{0,3}\s|\n")

    def find(self, text: str, start: int, inner_start: int, inner_end: int, end: int, previous: Use | None) -> Use | None:
        """The use of ``text[start:end]``, marks included, if it is no speech or may not be; ``previous`` is that of the last one."""
        if text[start - 1 : start] == "=" and text[end : end + 1] in (">", " ", "/"):
            return Use(MARKUP, end)
        if inner_end - inner_start > LONGEST_TITLE:
            return None
        if text[start] in SINGLE_MARKS and is_heading(text, start, inner_start, inner_end, end):
            return Use(HEADING, end)
        titled = self._is_titled(text, start, inner_start, inner_end)
        reason = TITLE if titled else self._reason(text, start, inner_start, inner_end, end, previous)
        return None if reason is None else Use(reason, end)

    def _reason(self, text: str, start: int, inner_start: int, inner_end: int, end: int, previous: Use | None) -> str | None:
        words = self._token.findall(text, inner_start, inner_end)
        if not words or len(words) > MAX_TITLE_WORDS:
            return None
        in_title_case = self._is_title_case(words)
        if not in_title_case and len(words) > MAX_SCARE_WORDS and not self._may_name(text, start):
            return None
        context = context_of(text, start, inner_end, end, words, self._token.findall)
        if in_title_case and is_title_line(text, start, inner_end, end):
            return TITLE
        if in_title_case and (reason := self._reason_of_title(text, start, context, previous)) is not None:
            return reason
        reason = self._reason_of_name(context)
        if reason is not None:
            return reason
        if self._is_on_a_machine(context) or self._is_listed_word(text, start, context, previous):
            return WORD
        return None if len(words) > MAX_SCARE_WORDS else self._distanced(text, start, end, context)

    def _reason_of_name(self, context: Context) -> str | None:
        """What a quotation is that is just what somebody or something is called."""
        if self._names_something(context):
            return SLOGAN
        return NICKNAME if self._is_called(context) or self._is_nickname(context) else None

    def _reason_of_title(self, text: str, start: int, context: Context, previous: Use | None) -> str | None:
        """What words with capitals are, by what stands around them."""
        if (
            self._is_title(context)
            or self._is_explained(context)
            or self._is_example(context, self._works)
            or self._continues_list(text, start, previous, TITLE)
        ):
            return TITLE
        named = context.next() in self._slogans or (len(context.words) > 1 and context.words[-1].lower() in self._events)
        return SLOGAN if named else None

    def _is_titled(self, text: str, start: int, inner_start: int, inner_end: int) -> bool:
        """Whether "titled" stands before, or research that a whole sentence names: the study “Whose clerk are you, minister”"""
        before = text[max(0, start - NAMING_REACH) : start].rstrip(" \u00a0")
        last = before.rstrip(":,").rsplit(None, 1)[-1:]
        if last == [] or not text[inner_start].isupper():
            return False
        word = last[0].lower()
        if word in self._entitling_alone:
            return True
        named = word in self._research and before[-1:].isalpha() and text[inner_end - 1].isalnum()
        return named and len(text[inner_start:inner_end].split(None, MAX_SCARE_WORDS)) > MAX_SCARE_WORDS

    def _may_name(self, text: str, start: int) -> bool:
        """Whether "called", "typed" and the like stand close before a quotation."""
        words = [word.lower() for word in self._token.findall(text, max(0, start - NAMING_REACH), start)[-2:]]
        return not self._naming_works.isdisjoint(words) or not self._typing.isdisjoint(words[-1:])

    def _is_title_case(self, words: list[str]) -> bool:
        if not (words[0][0].isupper() or words[0][0].isdigit()):
            return False
        return all(not word[0].islower() or word in self._small for word in words)

    def _is_title(self, context: Context) -> bool:
        """A title by what stands next to it; the words themselves are in title case."""
        last, gap = context.last(), context.gap.strip()
        if last in self._entitling or (last in self._works and gap in ("", ",", "—")):
            return True
        if gap:
            return False
        if last in self._work_verbs and len(context.words) > 1:
            return True
        if last in self._naming_works:
            return bool({context.last(2), context.last(3), context.last(4)} & self._works)
        if len(last) == YEAR and last.isdecimal() and self._classes.get(context.last(2)) != "preposition":  # "her 2014 “Salt Road”"
            return len(context.words) > 1
        if context.next() in self._works or context.next() in self._people:
            return True
        return self._belongs_to_a_work(context) or self._is_on_the_air(context) or self._is_told(context)

    def _belongs_to_a_work(self, context: Context) -> bool:
        """Whether work or its people stand before: the author of “…”, starred in “…”, a sequel to “…”"""
        near = {context.last(2), context.last(3)} - {""}
        return self._classes.get(context.last()) in ("of", "to", "preposition") and bool(near & (self._people | self._works))

    def _is_explained(self, context: Context) -> bool:
        """“Tin,” a thriller about miners; “Tin” is a thriller; “Salt Road” by Ada Venn"""
        if len(context.names_after) < 2:
            return False
        if self._classes.get(context.after()) == "by":
            return len(context.words) > 1 and context.names_after[1][0].isupper()
        at = 1 if self._classes.get(context.after()) == "be" else 0  # “Tin” is a thriller
        if self._classes.get(context.after(at)) != "determiner":
            return False
        return any(context.after(place) in self._explaining for place in range(at + 1, at + 6))

    def _names_something(self, context: Context) -> bool:
        """Whether a thing is named with "a" before it: a website called “Save the Quay”, not the quay a spokesman called “safe”"""
        named = 2 if self._classes.get(context.last()) == "determiner" else 1
        if context.last(named) not in self._naming_works or context.gap.strip() not in ("", ","):
            return False
        if self._may_call(context.word(named + 1)):
            return False
        for place in range(named + 1, named + NAMED_REACH):
            word = context.last(place)
            if word in self._indefinite:
                return place > named + 1
            if not word or word in self._classes:
                return False
        return False

    def _may_call(self, word: str) -> bool:
        """Whether a word stands for somebody who calls something so: a name, a person, a plural."""
        if word[:1].isupper():
            return True
        if looks_plural(word):
            return word not in self._works
        return word in self._callers

    def _is_on_the_air(self, context: Context) -> bool:
        """Whether it was broadcast: on “Good Day”; on NTV’s, on Orrel Radio's, on Friday's “Good Day”, not on the mayor's “Good Day”"""
        if context.last() in self._broadcast:
            return len(context.words) > 1
        if not context.names_before or not context.last().endswith(GENITIVES):
            return False
        owner = context.names_before[-1][:-2]
        return sum(char.isupper() for char in owner) > 1 or owner.lower() in self._broadcasters

    def _is_told(self, context: Context) -> bool:
        """Whether a programme is told something or gives an interview: told “Good Day,”; in an interview with “Good Day”"""
        if len(context.words) < 2:
            return False
        return context.last() in self._telling or (self._classes.get(context.last()) == "with" and context.last(2) in self._interviews)

    def _continues_list(self, text: str, start: int, previous: Use | None, reason: str) -> bool:
        """The next in a list of titles or words: “Salt Road,” “Tin” and “Well.”"""
        if previous is None or previous.reason != reason or start - previous.end > 6:
            return False
        between = text[previous.end : start].strip(" ,&\u00a0").lower()
        return not between or self._classes.get(between) == "and" or (reason == TITLE and between in self._list_joints)

    def _is_called(self, context: Context) -> bool:
        """Nicknamed “Big Joe”; goes by the name “Shorty”; goes by “Shorty”"""
        if context.gap.strip() or not context.words[0][0].isupper():
            return False
        last, before = context.last(), context.last(2)
        if last in self._naming or (last in self._name_nouns and self._classes.get(before) == "determiner"):
            return True
        return self._classes.get(last) == "by" and before in self._going

    def _is_nickname(self, context: Context) -> bool:
        """Robert “Bobby” Scott"""
        if context.gap.strip(".\u00a0 ") or context.ends_clause or len(context.words) > MAX_SCARE_WORDS:
            return False
        name = context.names_before[-1] if context.names_before else ""
        if not (name[:1].isupper() and context.words[0][0].isupper() and context.names_after and context.names_after[0][0].isupper()):
            return False
        surname = context.names_after[0]
        no_names = {name.lower(), surname.lower()} & (self._classes.keys() | self._days)
        return not no_names and not name.endswith(GENITIVES)

    def _is_on_a_machine(self, context: Context) -> bool:
        """Whether words stand on a button or were typed: clicked “Send”; typed “how to leave” into it"""
        if context.gap.strip():
            return False
        return context.last() in self._typing or (context.last() in self._button_verbs and len(context.words) <= MAX_SCARE_WORDS)

    def _distanced(self, text: str, start: int, end: int, context: Context) -> str | None:
        """Words as words and scare quotes: only where the sentence tells of no saying, or the quotation may be someone's words."""
        if context.gap.strip():
            return None
        last = context.last()
        if last in self._distancing:
            return SCARE
        if last not in self._word_nouns and not self._is_modifier(context):
            return None
        if self._is_used(context) or self._sentence_says(text, start, end):
            return None
        return WORD if last in self._word_nouns else SCARE

    def _is_listed_word(self, text: str, start: int, context: Context, previous: Use | None) -> bool:
        """Whether words are given as examples: "words such as “pier,” “quay” and “dry port”"."""
        if self._continues_list(text, start, previous, WORD):
            return True
        return self._is_example(context, self._word_nouns)

    def _is_example(self, context: Context, nouns: frozenset[str]) -> bool:
        """Whether "such as" and the like stand right before, and one of the nouns before them."""
        given = 2 if context.last(2) in self._examples else 1
        return context.last(given) in self._examples and context.last(given + 1) in nouns and not context.gap.strip()

    def _is_used(self, context: Context) -> bool:
        """Whether somebody says a word: used the phrase “dry port”; coined the term “dry port”"""
        return bool({context.last(place) for place in range(2, 5)} & self._using)

    def _is_modifier(self, context: Context) -> bool:
        """Whether it stands like an adjective, as in “the ‘lamestream’ media”: a determiner before, a noun after, no stop inside"""
        if self._classes.get(context.last()) not in ("determiner", "possessive", "her") or not context.next():
            return False
        return context.next() not in self._classes and context.next() not in self._saying and context.names_after[0][0].islower()

    def _sentence_says(self, text: str, start: int, end: int) -> bool:
        """Whether the sentence around holds a verb of saying."""
        low = max(0, start - SENTENCE_REACH)
        for match in self._sentence_end.finditer(text, low, start):
            low = match.end()
        after = self._sentence_end.search(text, end - 2, end + SENTENCE_REACH)
        high = after.start() if after else end + SENTENCE_REACH
        around = self._token.findall(text, low, start) + self._token.findall(text, end, max(end, high))
        return any(word.lower() in self._saying and word.lower() not in self._word_nouns for word in around)
