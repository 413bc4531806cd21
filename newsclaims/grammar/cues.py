"""Cues: the words that say that something was said, thought or wanted ("has repeatedly said", "according to").

A cue is read off the shape: a form of a listed verb with its auxiliaries, negation and adverbs, a
noun that names an act of saying, or "according to". Which words follow it is the rules' business.
"""

from __future__ import annotations

from typing import Any, ClassVar, Final, NamedTuple, cast

from newsclaims.grammar.category import Category
from newsclaims.grammar.shapes import ShapeReader
from newsclaims.grammar.tokens import Tokens
from newsclaims.grammar.walking import back_over, past
from newsclaims.grammar.word_classes import (
    ACCORDING,
    ADJECTIVE,
    ADVERB,
    ASIDE_WORD,
    BASE,
    BE,
    DETERMINER,
    HAVE,
    HAVE_OR_MODAL,
    ING,
    NOUN,
    NOUN_PHRASE_START,
    PARTICIPLE,
    PARTICLE,
    PLAIN_VERB,
    PREPOSITION,
    TIME,
    TO,
    VERB,
    VERB_FORM,
    VERB_GROUP,
    words_of_class,
)
from newsclaims.language import Language
from newsclaims.language.inflection import NEGATED, plural
from newsclaims.model import Modality

NOUN_FRAMES = frozenset(("that",))
ADJECTIVE_FRAMES = frozenset(("that", "clause", "adjective"))
"""What follows "was adamant"; "adjective" tells such a cue from a verb."""
TAG_FRAMES = frozenset(("tag",))
OWN_WORDS = "words"
OBJECT_FIRST = tuple(NOUN_PHRASE_START)
SETTING = PREPOSITION + DETERMINER  # what a medium or occasion begins with: "said in a statement"
BEFORE_IN_GROUP = VERB_GROUP + TO + NOUN + TIME
"""What the group of a verb, or the aside in it, can have right before the verb."""
ASIDE_WORDS = 4
ASSERTED: Final = Modality.ASSERTED  # a member of an enum takes long to come by
MOST_IN_SENTENCE = 30
"""A sentence with more cues is a list of words; in annotated news ten is the most."""


class Form:
    """How a cue stands in its sentence, which decides where its source is looked for.

    Rules ask for the form of each cue again and again, and a member of an ``enum.Enum`` takes six times as long to come by.
    """

    __slots__ = ("value",)

    FINITE: ClassVar[Form]
    PARTICIPLE: ClassVar[Form]
    INFINITIVE: ClassVar[Form]
    PASSIVE: ClassVar[Form]
    REDUCED_PASSIVE: ClassVar[Form]
    NOUN: ClassVar[Form]
    PHRASE: ClassVar[Form]
    LABEL: ClassVar[Form]

    def __init__(self, value: str) -> None:
        self.value = value

    def __repr__(self) -> str:
        return f"Form.{self._name}"

    def __reduce__(self) -> tuple[Any, ...]:
        return getattr, (Form, self._name)  # there is one of each

    @property
    def _name(self) -> str:
        return self.value.upper().replace(" ", "_")


Form.FINITE = Form("finite")
Form.PARTICIPLE = Form("participle")
Form.INFINITIVE = Form("infinitive")
Form.PASSIVE = Form("passive")
Form.REDUCED_PASSIVE = Form("reduced passive")
Form.NOUN = Form("noun")
Form.PHRASE = Form("phrase")
Form.LABEL = Form("label")


class CueMatch:
    """A cue as tokens: ``first`` to ``last`` is the whole phrase, ``head`` its verb or noun."""

    __slots__ = ("category", "first", "form", "frames", "head", "last", "lemma", "modality", "negated", "sentence")

    def __init__(self, first: int, last: int, head: int, lemma: str, category: Category, frames: frozenset[str], form: Form) -> None:
        self.first = first
        self.last = last
        self.head = head
        self.lemma = lemma
        self.category = category
        self.frames = frames
        self.form = form
        self.negated = False
        self.modality: Modality = ASSERTED
        self.sentence = 0

    def takes(self, *frames: str) -> bool:
        """Whether any of these complements can follow the cue."""
        return not self.frames.isdisjoint(frames)


class Verb(NamedTuple):
    """A verb of saying, with its particle where it has one: its base form, what it tells of, and what it takes."""

    lemma: str
    category: Category
    frames: frozenset[str]


class CueFinder:
    """Finds the cues of a text on its shape."""

    def __init__(self, language: Language, shapes: ShapeReader) -> None:
        self.lemmas = shapes.lemmas
        verbs: dict[str, Verb] = {}
        phrasal: dict[str, list[tuple[list[str], Verb]]] = {}
        defaults = language.table("cue_frames")
        for lemma, value in language.table("cues").items():
            category, _, frames = value.partition(" ")
            taken = (frames or defaults.get(category, defaults["say"])).split()
            verb = verbs[lemma] = Verb(lemma, cast("Category", category), frozenset(taken))
            head, *particle = lemma.split()
            if particle:
                phrasal.setdefault(head, []).append((particle, verb))
        self.nouns: dict[str, tuple[str, Category]] = {}
        for noun, category in language.table("cue_nouns").items():
            self.nouns[noun] = self.nouns[plural(noun)] = (noun, cast("Category", category))
        self.adjectives = {word: cast("Category", category) for word, category in language.table("cue_adjectives").items()}
        linking = language.words("linking_verbs")
        self.linking = {form for form, lemma in self.lemmas.items() if lemma in linking}
        self.future = language.words("future_auxiliaries")
        self.conditional = language.words("conditional_auxiliaries")
        self.settings = language.words("speech_settings")
        self.participles = language.words("participle_auxiliaries")
        self.negations = language.words("negations")
        self.governor_particles = language.words("governor_particles")
        self.perceiving = language.words("perceiving_participles")
        governors = language.words("governing_verbs")
        self.governors = {form for form, lemma in self.lemmas.items() if lemma in governors}
        heads = {lemma.split()[0] for lemma in verbs}
        self.heads = {form: (verbs.get(base), phrasal.get(base, ())) for form, base in self.lemmas.items() if base in heads}
        """For each form of a verb the verb alone, where that is a cue, and with the particles that make others of it."""
        self.words = frozenset((*self.heads, *self.nouns, *self.adjectives, *words_of_class(language, "according")))

    def find(self, tokens: Tokens, shape: str, crowded: list[int] | None = None) -> list[CueMatch]:
        """All cues in text order; sentences that hold too many to be sentences have none, and are added to ``crowded``."""
        found = [match for i in tokens.places(self.words) if (match := self._at(tokens, shape, i)) is not None]
        for match in found:
            match.sentence = tokens.sentence_of[match.head]
        if len(found) <= MOST_IN_SENTENCE:
            return found
        lists = lists_of_words(found)
        if crowded is not None:
            crowded.extend(sorted(lists))
        return [match for match in found if match.sentence not in lists]

    def _at(self, tokens: Tokens, shape: str, i: int) -> CueMatch | None:
        """The cue whose head is token ``i``."""
        code, word = shape[i], tokens.lower[i]
        if word in self.adjectives and (found := self._adjective(tokens, shape, i)) is not None:
            return found
        if code in VERB_FORM:
            return self._verb(tokens, shape, i) if word in self.heads else None
        if code == NOUN and word in self.nouns:
            lemma, category = self.nouns[word]
            return CueMatch(i, i, i, lemma, category, NOUN_FRAMES, Form.NOUN)
        if code == ACCORDING and shape[i + 1 : i + 2] == TO:
            return CueMatch(i, i + 1, i, " ".join(tokens.lower[i : i + 2]), "say", TAG_FRAMES, Form.PHRASE)
        return None

    def _adjective(self, tokens: Tokens, shape: str, i: int) -> CueMatch | None:
        """The cue of "to be" and an adjective: "was adamant", "remains confident"; ``None`` where no such verb stands before it."""
        first = self._group_start(shape, i)
        if BE not in shape[first:i]:
            if first == 0 or tokens.lower[first - 1] not in self.linking or shape[first - 1] != VERB:
                return None
            first = self._group_start(shape, first - 1)
        match = CueMatch(first, i, i, tokens.lower[i], self.adjectives[tokens.lower[i]], ADJECTIVE_FRAMES, Form.FINITE)
        self._judge(match, tokens.lower)
        return match

    def _verb(self, tokens: Tokens, shape: str, head: int) -> CueMatch | None:
        lower = tokens.lower
        (verb, phrasal), last = self.heads[lower[head]], head
        for particle, whole in phrasal:
            if lower[head + 1 : head + 1 + len(particle)] == particle:
                verb, last = whole, head + len(particle)
        if verb is None:
            return None
        if OWN_WORDS in verb.frames:
            last = head
        if shape[last + 1 : last + 3] == SETTING:
            last = self._with_setting(lower, shape, last)
        first = self._group_start(shape, head)
        if shape[first] == TO:
            first = self._with_governor(lower, shape, first)
        elif first == head and shape[head] == ING:
            first = self._with_perception(lower, shape, head)
        form = Form.PARTICIPLE if lower[first] in self.participles else self._form(shape, first, head)
        if form is Form.PASSIVE and last > head and not lower[first][0].isalpha() and shape[last + 1 : last + 2] in OBJECT_FIRST:
            form = Form.FINITE  # "who’s called for new piers"
        match = CueMatch(first, last, head, verb.lemma, verb.category, verb.frames, form)
        if first < head:
            self._judge(match, lower)
        return match

    def _with_setting(self, lower: list[str], shape: str, last: int) -> int:
        """Over the medium or occasion that belongs to the cue: "said in a statement"."""
        at = past(shape, last + 1 + len(SETTING), len(shape), ADJECTIVE)
        end = past(shape, at, len(shape), NOUN)
        return end - 1 if any(lower[k] in self.settings for k in range(at, end)) else last

    @staticmethod
    def _group_start(shape: str, head: int) -> int:
        if shape[head - 1 : head] not in BEFORE_IN_GROUP:  # as most stand
            return head
        first = back_over(shape, head, 0, VERB_GROUP)
        if first == head and shape[head - 1 : head] in (NOUN, TIME) and shape[head] in PLAIN_VERB:
            first = _before_aside(shape, first)
        while first < head and shape[first] == ADVERB and shape[first - 1 : first] == BASE:  # "not allowed to speak publicly | said"
            first += 1
        if first > 1 and shape[first - 1] == TO and (shape[head] == BASE or shape[first] == HAVE):  # "to say", "to have said"
            first -= 1
        return first

    def _with_governor(self, lower: list[str], shape: str, first: int) -> int:
        """Over the verb before an infinitive cue: "went on to say", "continued to insist"."""
        if first < 1:
            return first
        at = first - 1
        while (at > 0 and shape[at] == PARTICLE) or lower[at] in self.governor_particles:
            at -= 1
        if at < 0 or shape[at] not in PLAIN_VERB or lower[at] not in self.governors:
            return first
        return back_over(shape, at, 0, VERB_GROUP)

    def _with_perception(self, lower: list[str], shape: str, head: int) -> int:
        """Over how a participle comes to be known: "can be heard asking", "was caught saying"."""
        at = head - 1
        if at < 0 or lower[at] not in self.perceiving:
            return head
        at = back_over(shape, at, 0, VERB_GROUP)
        return at if BE in shape[at:head] else head

    @staticmethod
    def _form(shape: str, first: int, head: int) -> Form:
        code, group = shape[head], shape[first:head]
        if code == BASE:
            return Form.INFINITIVE if TO in group else Form.FINITE
        if code == ING:
            return Form.FINITE if BE in group else Form.PARTICIPLE
        if code == PARTICIPLE and TO in group:
            return Form.INFINITIVE
        if code == PARTICIPLE:
            if BE in group:
                return Form.PASSIVE
            return Form.FINITE if HAVE in group else Form.REDUCED_PASSIVE
        return Form.FINITE

    def _judge(self, match: CueMatch, lower: list[str]) -> None:
        """Negation and modality, from the words of the verb group."""
        group = lower[match.first : match.head]
        match.negated = not self.negations.isdisjoint(group) or any(word.endswith(NEGATED) for word in group)
        if match.negated:
            match.modality = Modality.DENIED
        elif not self.future.isdisjoint(group):
            match.modality = Modality.FUTURE
        elif not self.conditional.isdisjoint(group):
            match.modality = Modality.CONDITIONAL


def _before_aside(shape: str, first: int) -> int:
    """The auxiliary before a phrase of time within the group of a verb: "has in the past | said"; ``first`` where there is none."""
    k = back_over(shape, first, max(0, first - 1 - ASIDE_WORDS) + 1, ASIDE_WORD) - 1
    return k - 1 if 0 < k < first - 1 and shape[k] == PREPOSITION and shape[k - 1] in HAVE_OR_MODAL else first


def lists_of_words(cues: list[CueMatch]) -> set[int]:
    """The sentences that hold too many of some cues in text order to be sentences ("said said said ...")."""
    sentences = [cue.sentence for cue in cues]
    return {sentence for sentence, later in zip(sentences, sentences[MOST_IN_SENTENCE:], strict=False) if sentence == later}
