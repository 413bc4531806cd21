"""Scene: one text with its entities while they are being resolved, from the first word to the last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from newsclaims.errors import RuleError
from newsclaims.grammar.walking import back_over, past
from newsclaims.grammar.word_classes import (
    ADVERB,
    AND,
    ANY_PREPOSITION,
    COMMA,
    END_MARK,
    FINITE,
    GENITIVE,
    NAME,
    OF,
    SENTENCE_BREAK,
    TIME_ASIDE,
)
from newsclaims.layers import Layers
from newsclaims.model import Alias, RegionKind
from newsclaims.rulebook.rule import Recorder
from newsclaims.rulebook.ruleset import RuleSet
from newsclaims.speakers.base import ResolutionRule
from newsclaims.speakers.clusters import Clusters
from newsclaims.speakers.entities import Entity, grown
from newsclaims.speakers.evidence import EvidenceReader
from newsclaims.speakers.headlines import ASIDE
from newsclaims.speakers.name import Name
from newsclaims.speakers.names import NameReader
from newsclaims.speakers.salience import Salience
from newsclaims.speakers.same_names import split
from newsclaims.speakers.source_classes import FRONTED_CLAUSE_START, NOUN_OR_ING, ROLE_PHRASE_INSIDE
from newsclaims.speakers.sources import Source, SourceReader
from newsclaims.speakers.stated_aliases import stated_aliases
from newsclaims.speakers.words import EntityKind, speaker_words

SUBJECT, OTHER, OWNER, MODIFIER, SPEAKER = 2.5, 1.0, 0.7, 0.2, 1.0
LONGEST_OWNED = 4  # tokens after the genitive in which a noun for people is looked for
FIRST_OWNER = 1.7  # who a sentence begins with: "Vane's plan has changed. He ..."
MAIN = 2
MOST_HOLDERS = 16
FURNITURE = ASIDE - {RegionKind.HEADLINE}
"""Where nobody is brought to mind."""
NOWHERE = -1
QUOTED, SAID = 0.2, 0.6
AND_OR_OF = AND + OF
RELATIVES = ("who", "which")
"""The kinds of pronouns that a clause begins with."""


class Scene:
    """What a resolution rule looks at.

    ``layers`` is the text, ``said[i]`` whether token ``i`` is part of what somebody is reported to have said, ``salience`` who is
    in mind at the source now looked at, ``last_speaker`` the entity of the source before it; ``speaking`` are the tokens at
    which the names of sources begin, ``mentions`` the tokens that stand for who speaks, by the number of the entity.
    ``by_noun`` holds the latest entity without a name for each noun ("source", "poll"),
    ``holders`` who has the role of a noun ("mayor") anywhere in the text, ``first_holders`` who of them is met first.
    """

    def __init__(
        self,
        layers: Layers,
        said: bytes,
        aliases: Mapping[tuple[str, ...], Alias],
        rules: RuleSet[ResolutionRule],
        record: Recorder | None = None,
    ) -> None:
        self.layers = layers
        self.said = said
        self.rules = rules
        self.record = record
        self.words = speaker_words(layers.language)
        self.lower = layers.tokens.lower
        self.shape = layers.shape
        self.starts = layers.tokens.sentence_starts
        self.evidence = EvidenceReader(layers, self.words, said)
        self.names = NameReader(layers, self.words).read()
        stated = stated_aliases(layers, self.words, self.names)
        self.clusters = Clusters(self.words, self.evidence, {**stated, **aliases})
        self.clusters.join(self.names)
        self.reader = SourceReader(layers, self.words, self.names)
        self.salience = Salience()
        self.pairs: dict[tuple[int, int], Entity] = {}
        self.by_noun: dict[str, Entity] = {}
        self.by_owned: dict[tuple[int, str], Entity] = {}
        self.holders: dict[str, list[Entity]] = {}
        self._narrator: Entity | None = None
        self._main: list[Entity] | None = None
        self.last_speaker: Entity | None = None
        self._heard: set[int] = set()
        self.asked: Entity | None = None
        self.asker: Entity | None = None
        self.answering = False
        self.spoken_of: frozenset[int] = frozenset()
        self.named_in_clause: dict[int, int] = {}
        self.seen_in: dict[int, Name] = {}
        self._furnished = not FURNITURE.isdisjoint(layers.regions)
        self.last_sentence = -1
        self.speaking: set[int] = set()
        self.mentions: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        self._index_roles()

    def _index_roles(self) -> None:
        for entity in self.clusters.entities:
            for head in entity.heads:
                self.holders.setdefault(head, []).append(entity)
        self.first_holders = {head: min(holders, key=lambda entity: entity.first_token) for head, holders in self.holders.items()}

    def resolve(self, source: Source) -> tuple[Entity, str | None]:
        """The entity of a source and the rule that knew it; a new open one where none does.

        Raises:
            RuleError: a rule failed, or returned something else.
        """
        for rule in self.rules:
            try:
                found: object = rule.apply(self, source)
            except Exception as error:
                raise RuleError(f"the speaker rule {rule.name!r} failed: {type(error).__name__}: {error}") from error
            if self.record is not None:
                self.record(rule.name, source, found)
            if isinstance(found, Entity):
                return found, rule.name
            if found is not None and not isinstance(found, str):
                raise RuleError(
                    f"the speaker rule {rule.name!r} returned {found!r:.80}: a rule returns an entity of the scene, a str or None"
                )
        entity = self.open(source)
        gender = self.words.genders.get(source.word) if source.form == "pronoun" else None
        if gender is not None:
            entity.kind, entity.gender = "person", gender
        return entity, None

    def name_of(self, entity: Entity) -> str:
        """What an entity is called."""
        return entity.name or self.words_at(entity.label)

    def words_at(self, tokens: tuple[int, int]) -> str:
        """The words of the text from a token to another, with one space between."""
        read = self.layers.tokens
        return " ".join(self.layers.text[read.starts[tokens[0]] : read.ends[tokens[1]]].split())

    def called(self, name: str) -> Entity:
        """The entity with that whole name, a new one where the text has none: for rules that know a name."""
        parts = split(name)
        known = self.clusters.exact.get(parts)
        if known is None:
            known = self.clusters.add(parts, (0, -1))
            known.name = " ".join(name.split())
            known.person = 1
        return known

    def stands(self, entity: Entity) -> bool:
        """Whether somebody is known to stand for an office."""
        return entity.runs or not self.words.candidates.isdisjoint(entity.heads)

    def main_people(self) -> list[Entity]:
        """The people named most in the text."""
        if self._main is None:
            people = [entity for entity in self.clusters.entities if entity.person > 0 and entity.named and entity.kind in (None, "person")]
            self._main = sorted(people, key=lambda entity: (-entity.count, entity.number))[:MAIN]
        return self._main

    def entity_of(self, name: Name) -> Entity:
        """The entity of a name."""
        return self.clusters.entities[name.entity]

    def open(self, source: Source, kind: EntityKind | None = None, *, resolved: bool = False, named: bool = False) -> Entity:
        """A new entity that goes by the source's own words, without a clause that only adds to them: "a clerk | , who was not named"."""
        entity = self.clusters.add((), (source.first, self._before_clause(source)), named=named)
        entity.kind = kind
        entity.resolved = resolved
        entity.first_token = source.first
        return entity

    def _before_clause(self, source: Source) -> int:
        """The last token of a source before a relative clause that a comma sets off."""
        comma = self.shape.find(COMMA, source.head, source.last)
        while comma >= 0 and self.words.pronouns.get(self.lower[comma + 1]) not in RELATIVES:
            comma = self.shape.find(COMMA, comma + 1, source.last)
        return comma - 1 if comma > source.first else source.last

    def narrator(self, source: Source) -> Entity:
        """Who tells a story in the first person: one for the whole text."""
        if self._narrator is None:
            self._narrator = self.open(source, "person")
            writers = {
                name.label: name for name in self.names if len(name.parts) > 1 and self.layers.region(name.sentence) is RegionKind.BYLINE
            }
            alone = next(iter(writers.values())) if len(writers) == 1 else None
            self._narrator.name = self.words.narrator_name if alone is None else self.layers.span(*alone.label).text
            self._narrator.named = alone is not None
        return self._narrator

    def holds(self, entity: Entity, noun: str, phrase: tuple[int, int]) -> None:
        """Takes note that somebody has a role that the text tells before the name."""
        entity.add_role(noun, phrase, self.words)
        entity.described = grown(entity.described, self.lower[phrase[0] : phrase[1] + 1])
        holders = self.holders.setdefault(noun, [])
        if entity not in holders[:MOST_HOLDERS]:
            holders.append(entity)

    def paragraph(self, sentence: int) -> int:
        """The paragraph of a sentence."""
        return self.layers.sentence_bounds[sentence][2]

    def sentence(self, token: int) -> int:
        """The sentence of a token."""
        return self.layers.tokens.sentence_at(token)

    def hear(self, source: Source, entity: Entity, sentence: int) -> None:
        """Takes note of who was just quoted."""
        self._heard.add(entity.number)
        self.salience.add(entity, sentence, SUBJECT + SPEAKER if source.form == "noun" else SPEAKER)
        if not self.said[source.first] or self.last_sentence != sentence:
            self.last_speaker, self.last_sentence = entity, sentence

    def last_seen(self, entity: Entity) -> int:
        """The sentence in which an entity in mind was last mentioned, else -1."""
        return self.salience.seen(entity)

    def has_spoken(self, entity: Entity) -> bool:
        """Whether somebody was quoted before."""
        return entity.number in self._heard

    def see(self, name: Name) -> None:
        """Takes note of a mention by name."""
        if self._furnished and self.layers.region(name.sentence) in FURNITURE:
            return
        self.seen_in[name.entity] = name
        low = self.starts[name.sentence]
        if self.shape[low] in FRONTED_CLAUSE_START and not self.layers.quoted[name.start]:
            asking = name.first > low and self.lower[name.first - 1] in self.words.agents  # "When asked by Vane, he ..."
            if not asking:
                self.named_in_clause[name.entity] = name.first
        weight = SUBJECT if name.start in self.speaking else self.weight(name.first, name.last, whole=len(name.parts) > 1)
        self.salience.add(self.clusters.entities[name.entity], name.sentence, weight)

    def verb_of(self, entity: Entity) -> int:
        """The finite verb that somebody's last name goes with: the one it is the subject of, else the last one before it."""
        name = self.seen_in.get(entity.number)
        if name is None:
            return NOWHERE
        low = self.starts[name.sentence]
        after = past(self.shape, name.last + 1, len(self.shape), TIME_ASIDE)
        if after < len(self.shape) and self.shape[after] in FINITE:
            return after
        return next((k for k in range(name.first - 1, low - 1, -1) if self.shape[k] in FINITE), NOWHERE)

    def is_subject(self, name: Name) -> bool:
        """Whether the reporter tells something of who is named: a subject outside quotation marks."""
        return not self.layers.quoted[name.start] and self._standing(name.first, name.last) >= SUBJECT

    def weight(self, first: int, last: int, *, whole: bool = False) -> float:
        """How much a mention counts, by how it stands in its sentence and whose words it is in; ``whole`` is a name of several words."""
        weight = self._standing(first, last)
        if whole and weight == MODIFIER and self.starts[self.sentence(first)] >= first - 1:
            weight = SUBJECT
        if self.layers.quoted[first]:
            return weight * QUOTED
        return weight * SAID if self.said[first] else weight

    def _explains_subject(self, first: int) -> bool:
        """Whether nothing but a role stands before a name set off by commas: "Her apprentice, Tom Kell, 24, used to"."""
        low = self.starts[self.sentence(first)]
        return back_over(self.shape, first - 1, low, ROLE_PHRASE_INSIDE) <= low < first - 1

    def _standing(self, first: int, last: int) -> float:
        shape = self.shape
        after = last + 1
        code = shape[after] if after < len(shape) else END_MARK
        before = shape[first - 1] if first else END_MARK
        if code == GENITIVE:
            return self._owning(before, after)
        if code in NOUN_OR_ING and shape[last] == NAME:
            return MODIFIER
        if code == COMMA and before == COMMA and self._explains_subject(first):
            return SUBJECT
        if before in ANY_PREPOSITION:
            return OTHER
        if code in AND_OR_OF:
            return SUBJECT if before in SENTENCE_BREAK else OTHER
        after = past(shape, after, len(shape), ADVERB)
        code = shape[after] if after < len(shape) else END_MARK
        return SUBJECT if code in FINITE or (code == COMMA and before in SENTENCE_BREAK) else OTHER

    def _owning(self, before: str, genitive: int) -> float:
        """How an owner stands: a sentence that begins with "Vane's plan" is about Vane, one that begins with "Vane's lawyer" is not."""
        somebody = any(word in self.words.people for word in self.lower[genitive + 1 : genitive + 1 + LONGEST_OWNED])
        return FIRST_OWNER if before in SENTENCE_BREAK and not somebody else OWNER
