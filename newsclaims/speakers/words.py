"""The words of a language that tell who is who, gathered once a language."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable
from typing import Literal, TypeAlias

from newsclaims.grammar.word_classes import words_of_class
from newsclaims.language import Language
from newsclaims.language.inflection import looks_plural, singular


def folded(word: str) -> str:
    """A word of a name as names are compared: in lower case, without accents, with a plain apostrophe."""
    if word.isascii():
        return word.lower()
    plain = "".join(char for char in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(char))
    return plain.replace("’", "'").replace("ø", "o").replace("ł", "l").replace("ß", "ss").replace("đ", "d").replace("ı", "i")


EntityKind: TypeAlias = Literal["person", "organization", "group", "document"]
"""What a source can stand for, where the text tells."""


class SpeakerWords:
    """Word lists the stage reads, in lower case."""

    def __init__(self, language: Language) -> None:
        self.people = language.words("person_nouns")
        self.bodies = language.words("organization_nouns")
        self.body_endings = language.words("body_endings")
        self.plural_titles = language.words("plural_titles")
        self.new_epithets = language.words("weak_epithet_nouns")
        self.epithets = self.new_epithets | language.words("epithet_nouns")
        self.candidates = language.words("candidate_nouns")
        self.campaigns = language.words("campaign_nouns")
        self.lines = language.table("role_lines")
        self.given = frozenset(map(folded, language.words("given_names")))
        self.short_forms = {short: frozenset(whole.split()) for short, whole in language.table("nicknames").items()}
        self.name_openers = frozenset(map(folded, language.words("name_openers")))
        self.abbreviations = language.table("title_abbreviations")
        self._short_titles = {title.lower(): noun for title, noun in self.abbreviations.items()}
        self.letters = language.words("post_nominals")
        self.spokes = language.words("spokes_nouns")
        self.label_prepositions = language.words("label_prepositions")
        self.kin_capitals = frozenset(word.capitalize() for word in language.words("kin_names"))
        self.scene_nouns = language.words("scene_nouns")
        self.named_as = language.words("named_as_words")
        self.couples = language.words("couple_nouns")
        self.agents = words_of_class(language, "by")
        self.courtesy = language.words("courtesy_titles")
        self.kin = language.words("kin_nouns")
        self.of_children = "-of-"
        self.narrating = language.words("narrating_pronouns")
        self.narrator_name = min(language.words("narrator_names"), default="")
        self.alias_phrases = _by_longest_word(language.words("alias_phrases"))
        self.adverb_endings = tuple(language.words("adverb_endings"))
        self.portfolios = language.words("portfolio_words")
        self.answering = language.words("answering_cues")
        self.past = language.words("past_words")
        self.papers = language.words("document_nouns")
        self.groups = language.words("group_nouns")
        self.genders = language.table("gendered_words")
        self.address = language.words("forms_of_address")
        self.long_titles = language.table("title_nouns")
        self.particles = language.words("name_particles")
        self.suffixes = language.words("name_suffixes")
        self.title_surnames = language.words("title_surnames")
        self.title_given = language.words("title_given_names")
        self.calendar = language.words("calendar_surnames")
        self.demonyms = language.words("demonyms")
        self.former = language.words("former_words")
        self.joining = min(language.words("joining_words"), default="")
        self.origins = language.words("origin_nouns") | self.demonyms
        self.of_land = tuple(language.words("land_person_endings"))
        self.pronouns = language.table("source_pronouns")
        self.definite = language.words("definite_words")
        self.joints = language.words("body_joints")
        self.endings = language.words("source_endings")
        self.ones = language.words("one_words")
        self.places = language.words("places")
        self.group_endings = tuple(language.words("group_endings"))
        self.leading = language.words("leading_verbs")
        self.affiliating = language.words("affiliating_prepositions")
        self.belonging = language.words("belonging_prepositions")
        self.age_ending = tuple(language.words("age_endings"))
        self.plain = language.words("adjectives") | language.words("time_words")
        titles = [title.lower().split() for title in language.words("titles")]
        jointed = [title for title in titles if self.joints.intersection(title)]
        self.titles_of = {" ".join(title) for title in jointed}
        self.callings = self.people - {title[-1] for title in titles} - self.long_titles.keys() - self.address - self.kin
        """Nouns for people that are no titles: after a given name they are family names."""
        self.title_heads = self.people | self.address | self.long_titles.keys() | {title[-1] for title in titles if title not in jointed}
        whose = {word for word, kind in self.pronouns.items() if kind == "who"}
        self.telling_after = self.belonging | self.campaigns | whose
        """Words right after a name that tell more of it: "Orla Vane, who", "Vane of the Port Trust", "the Vane campaign"."""
        marked = self.title_heads | self.bodies | self.suffixes | self.former | self.demonyms | self.plain | self.pronouns.keys()
        self.no_bare_names = marked.union(map(str.lower, (*self.letters, *self.abbreviations, *self.kin_capitals)))
        """Words that show more than a name: a title, a body, letters after it, what is put before it."""

    def is_people(self, word: str) -> bool:
        """Whether a word with a capital means people of one kind: "Velmians", "Unionists"."""
        return word.endswith(self.group_endings) or (looks_plural(word) and singular(word) in self.demonyms)

    def begins_with_particle(self, word: str) -> bool:
        """Whether a word in lower case is a name with its particle: "al-kell"."""
        return "-" in word and word.split("-", 1)[0] in self.particles

    def noun_of(self, title: str) -> str:
        """The noun that takes a title up later: "sen." -> "senator"."""
        return self.long_titles.get(title) or self._short_titles.get(title, title)

    def kind_of_noun(self, noun: str) -> EntityKind | None:
        """What a common noun names: "person", "organization", "document", "group"; ``None`` where the lists do not say."""
        if noun in self.people or self.is_of_somebody_known(noun):
            return "person"
        if noun in self.groups:
            return "group"
        if noun in self.papers:
            return "document"
        if noun in self.bodies:
            return "organization"
        return "group" if looks_plural(noun) and singular(noun) in self.people else None

    def _parent(self, noun: str) -> str:
        """ "mum-of-two" -> "mum"."""
        return noun.split(self.of_children, 1)[0]

    def is_of_somebody_known(self, noun: str) -> bool:
        """Whether a noun with "the" can but tell again who was spoken of: "the 46-year-old", "the mum-of-two"."""
        return noun.endswith(self.age_ending) or (self.of_children in noun and self._parent(noun) in self.people)

    def gender_of(self, noun: str) -> str | None:
        """The sex that a noun tells: "actress", "mum-of-two"."""
        return self.genders.get(self._parent(noun) if self.of_children in noun else noun)

    def is_plural(self, noun: str) -> bool:
        """Whether a common noun means several: "lawyers", "staff"."""
        return noun in self.groups or looks_plural(noun)


def _by_longest_word(phrases: Iterable[str]) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """Phrases by their longest word, which is the rarest as a rule, with its place in them; the longest phrase first."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        words = tuple(phrase.split())
        key = max(words, key=len)
        found.setdefault(key, []).append((words.index(key), words))
    return found


@functools.lru_cache(maxsize=8)
def speaker_words(language: Language) -> SpeakerWords:
    """The words of a language, gathered at first use."""
    return SpeakerWords(language)
