"""Clusters: the names of one somebody become one entity.

Whole names come first, joined where they can be the same name ("Orla Vane", "Orla M. Vane"); then short ones are
joined to a whole one by family name, given name or initials. Everything is looked up by a word of the
name, and each word keeps a bounded number of entities, so the work grows with the text and no faster.
"""

from __future__ import annotations

from collections.abc import Mapping

from newsclaims.model import Alias
from newsclaims.speakers.entities import Entity
from newsclaims.speakers.evidence import EvidenceReader
from newsclaims.speakers.name import Name
from newsclaims.speakers.same_names import SHORTEST_MISTYPED, compatible, initials, is_compound, is_fuller, is_mistyped, split
from newsclaims.speakers.words import SpeakerWords, folded

MOST_NAMESAKES = 12
MOST_OF_A_LETTER = 32  # of names as long
PROMINENT = 3
FRESH = 2
FAMILIAR = 2


class Clusters:
    """The entities of one text that have names, and the ways to find them."""

    def __init__(self, words: SpeakerWords, evidence: EvidenceReader, aliases: Mapping[tuple[str, ...], Alias]) -> None:
        self.words = words
        self.evidence = evidence
        self.aliases = aliases
        self.alias_openers = {parts[0] for parts in aliases if parts}
        self.entities: list[Entity] = []
        self.exact: dict[tuple[str, ...], Entity] = {}
        self.by_last: dict[str, list[Entity]] = {}
        self.by_first: dict[str, list[Entity]] = {}
        self.by_inner: dict[str, list[Entity]] = {}
        self.by_letter: dict[tuple[str, int], list[Entity]] = {}
        self.alone: set[tuple[str, ...]] = set()
        self.recent: dict[str, tuple[Entity, int]] = {}

    def _join_aliases(self, names: list[Name]) -> None:
        """Names the caller knows better go by the name the caller gave, with title or without."""
        lower = self.evidence.lower
        for name in names:
            if name.entity < 0:
                wanted = self.aliases.get(name.parts)
                known = wanted is not None or folded(lower[name.first]) in self.alias_openers
                whole = tuple(folded(lower[k]) for k in range(name.first, name.last + 1)) if known else ()
                wanted = wanted or self.aliases.get(whole)
                if wanted is not None:
                    name.parts = name.parts or whole
                    self._settle(name, self.called(wanted, name.label))

    def called(self, wanted: Alias, label: tuple[int, int]) -> Entity:
        """Who goes by the name of an alias; new where the text has that name nowhere."""
        parts = split(wanted.name)
        entity = self.exact.get(parts) or self.add(parts, label)
        if entity.name is None:
            entity.name = " ".join(wanted.name.split())
            entity.external_id = wanted.id
            entity.parts = parts
            if len(parts) > 1:
                self._index(entity, self.by_last, parts[-1])
        return entity

    def join(self, names: list[Name]) -> None:
        """Gives every name its entity."""
        self.alone = {name.parts for name in names if not name.headline and not name.definite and name.title not in self.words.address}
        for name in names:
            if len(name.parts) > 2:
                self._shorten(name)
        if self.aliases:
            self._join_aliases(names)
        self._join_whole(names)
        self._join_initials()
        self._join_headlines(names)
        self._join_shorts(names)

    def _join_shorts(self, names: list[Name]) -> None:
        """Gives parts of names their entities, those of headlines last."""
        shared = {word for word, namesakes in self.by_last.items() if len(namesakes) > 1}
        for name in names:
            if name.entity < 0 and not name.headline:
                self._join_short(name)
            if shared and name.entity >= 0 and name.parts[-1] in shared and self.evidence.is_told(name):
                self.recent[name.parts[-1]] = (self.entities[name.entity], name.sentence)
        for name in names:
            if name.headline:
                self._join_short(name)

    def _join_whole(self, names: list[Name]) -> None:
        """Gives whole names in the text their entities."""
        for name in names:
            if len(name.parts) > 1 and not name.headline and name.entity < 0:
                self._settle(name, self.exact.get(name.parts) or self._whole(name))

    def _join_short(self, name: Name) -> None:
        """Gives a part of somebody's name its entity, where one can be meant."""
        if name.parts and name.entity < 0:
            known = self.exact.get(name.parts) if name.title is None else None  # most names are met again and again
            found = known or self._short(name)
            if found is not None:
                self._settle(name, found)

    def _shorten(self, name: Name) -> None:
        """Off with what is no part of the name: "Conservative Orla Vane" where the text has "Orla Vane", "the Orrel Post Vane"."""
        cut = 1 if name.parts[1:] in self.alone and not name.body and not is_compound(name.parts, self.words) else 0
        for at in range(1, len(name.parts) - 1):
            if name.parts[at] in self.words.bodies and name.parts[at + 1 :] in self.alone and name.parts[-1] not in self.words.bodies:
                cut = at + 1
        if cut and name.last - name.start + 1 >= len(name.parts):
            name.parts = name.parts[cut:]
            name.start += cut
            name.body = name.body and len(name.parts) > 1

    def add(self, parts: tuple[str, ...], label: tuple[int, int], *, named: bool = True) -> Entity:
        """A new entity."""
        entity = Entity(len(self.entities), parts, label, named=named)
        self.entities.append(entity)
        if parts:
            self.exact[parts] = entity
        return entity

    def take_in(self, name: Name) -> Entity:
        """The entity of a name that only a headline or a caption has; a new one where it has none."""
        if name.entity < 0:
            self._settle(name, self._whole(name) if len(name.parts) > 1 else self.add(name.parts, name.label))
        return self.entities[name.entity]

    def _settle(self, name: Name, entity: Entity) -> None:
        name.entity = entity.number
        entity.count += 1
        if len(name.parts) == 1 < len(entity.parts) and name.parts[0] == entity.parts[0]:
            entity.familiar += 0 if self.evidence.layers.quoted[name.start] else 1
        if name.parts != entity.parts and entity.name is None and is_fuller(name.parts, entity.parts):
            entity.parts = name.parts
            entity.label = name.label
        if entity.first_token < 0 or name.first < entity.first_token:
            entity.first_token = name.first
        if entity.introduced < 0 and len(name.parts) > 1:
            entity.introduced = name.first
        self.evidence.read(name, entity)

    def _whole(self, name: Name) -> Entity:
        found = self.exact.get(name.parts)
        if found is not None:
            return found
        if " ".join(name.parts) in self.words.places:
            place = self.add(name.parts, name.label)
            place.kind = "organization"
            return place
        namesakes = self.by_last.setdefault(name.parts[-1], [])
        for entity in reversed(namesakes):
            if compatible(name.parts, entity.parts, self.words.short_forms) and not self._conflict(name, entity):
                self.exact[name.parts] = entity
                return entity
        entity = self.add(name.parts, name.label)
        if len(namesakes) < MOST_NAMESAKES:
            namesakes.append(entity)
        self._index(entity, self.by_first, name.parts[0])
        similar = self.by_letter.setdefault((name.parts[-1][:1], len(name.parts[-1])), [])
        if len(similar) < MOST_OF_A_LETTER:
            similar.append(entity)
        for word in name.parts[1:-1]:
            self._index(entity, self.by_inner, word)
        return entity

    @staticmethod
    def _index(entity: Entity, index: dict[str, list[Entity]], word: str) -> None:
        if len(known := index.setdefault(word, [])) < MOST_NAMESAKES:
            known.append(entity)

    def _join_headlines(self, names: list[Name]) -> None:
        """A headline may be the only place with the whole name of somebody the text calls by the family name."""
        alone = {name.parts[0] for name in names if len(name.parts) == 1 and not name.headline}
        for name in names:
            if name.headline and len(name.parts) == 2 and name.entity < 0 and not name.body:
                first, last = name.parts
                if last in alone and last not in self.by_last and not self.evidence.is_common(first):
                    self._settle(name, self._whole(name))

    def _join_initials(self) -> None:
        """The letters a whole name can be short for: "CPD" of "Commission on Public Debates"."""
        for entity in list(self.entities):
            for letters in initials(entity.parts, self.words.joints):
                self.exact.setdefault((letters,), entity)

    def _short(self, name: Name) -> Entity | None:
        found = self._known_short(name)
        if found is not None or name.headline:
            return found
        entity = self.add(name.parts, name.label)
        self._judge_word(entity, name)
        return entity

    def _judge_word(self, entity: Entity, name: Name) -> None:
        """What a name of one word is by that word: a place that speaks as a government, people of one kind."""
        word = name.parts[-1]
        if name.title is None and " ".join(name.parts) in self.words.places:
            entity.kind = "organization"
        elif name.title is None and self.words.is_people(word):
            entity.kind, entity.named = "group", False

    def _known_short(self, name: Name) -> Entity | None:
        word = name.parts[-1]
        found = self.exact.get(name.parts)
        if found is not None and not (name.title is not None and self._conflict(name, found)):
            return found
        namesakes = [entity for entity in self.by_last.get(word, ()) if self._fits(name, entity)]
        if len(namesakes) == 1:
            return namesakes[0]
        if namesakes:
            return self._likeliest(name, namesakes)
        if found is not None:
            return None
        return self._by_other_part(name, word)

    def _by_other_part(self, name: Name, word: str) -> Entity | None:
        """By the given name, by a family name that comes first or is one of two, by one that is mistyped."""
        firsts = self._by_given(name, word)
        if firsts:
            alone = len(firsts) == 1 and self._may_go_by_given(name, word) and self._may_be_short_for(name, word, firsts[0])
            return firsts[0] if alone else None
        return self._by_inner_part(name, word) or (None if name.definite else self._by_misspelling(name, word))

    def _may_go_by_given(self, name: Name, word: str) -> bool:
        """Whether a title before a word does not show it to be a family name."""
        untitled = name.title is None or name.title in self.words.address or self.evidence.is_plain_title(name)
        return untitled or word not in self.words.given

    def _by_given(self, name: Name, word: str) -> list[Entity]:
        """Those with that given name, else those whose given name it is short for: "Vlad" for "Vladimir Karr"."""
        firsts = [entity for entity in self.by_first.get(word, ()) if self._fits(name, entity)]
        if firsts or name.title is not None or word not in self.words.short_forms:
            return firsts
        return [entity for whole in sorted(self.words.short_forms[word]) for entity in self.by_first.get(whole, ())]

    def _by_inner_part(self, name: Name, word: str) -> Entity | None:
        """By the first of two family names: "Lopez" for "Ana Lopez Marsh"."""
        if word in self.words.given:
            return None
        inner = [entity for entity in self.by_inner.get(word, ()) if self._fits(name, entity) and entity.kind != "organization"]
        return inner[0] if len(inner) == 1 and len(inner[0].parts) > 2 else None

    def _may_be_short_for(self, name: Name, word: str, entity: Entity) -> bool:
        """Whether the first word will do for an entity: for a body where it is no place, no people and no common word."""
        if entity.kind != "organization" or name.definite:
            return True
        words = self.words
        return not (word in words.places or word in words.demonyms or word in words.given or self.evidence.is_common(word))

    def _by_misspelling(self, name: Name, word: str) -> Entity | None:
        """Who has a family name that differs in a letter, where nobody else can be meant."""
        if len(word) < SHORTEST_MISTYPED:
            return None
        near = [entity for length in range(len(word) - 1, len(word) + 2) for entity in self.by_letter.get((word[0], length), ())]
        likely = [entity for entity in near if is_mistyped(word, entity.parts[-1]) and self._fits(name, entity)]
        if len(likely) != 1 or likely[0].kind == "organization" or name.first < likely[0].introduced or self.evidence.is_common(word):
            return None
        return likely[0]

    def _fits(self, name: Name, entity: Entity) -> bool:
        if name.title is not None and entity.kind == "organization":
            return False
        if name.definite and name.title is None and entity.kind != "organization" and entity.person > 0 and len(name.parts) > 1:
            return False
        if len(name.parts) > 1 and not compatible(name.parts, entity.parts, self.words.short_forms):
            return False
        return not self._conflict(name, entity)

    def _conflict(self, name: Name, entity: Entity) -> bool:
        """Whether the title before a name speaks against the entity: another sex; another office before the first whole name."""
        if name.title is None:
            return False
        gender = self.words.genders.get(name.title)
        if gender is not None and entity.sex is not None and gender != entity.sex:
            return True
        if name.title in self.words.address or len(name.parts) > 1:
            return False
        return name.first < entity.introduced and self.words.noun_of(name.title) not in entity.heads

    def _likeliest(self, name: Name, namesakes: list[Entity]) -> Entity:
        """Of several with one family name: who has the title, was just spoken of, is not called by the given name, is named most by far."""
        if name.title is not None and name.title not in self.words.address:
            noun = self.words.noun_of(name.title)
            holders = [entity for entity in namesakes if noun in entity.heads]
            if len(holders) == 1:
                return holders[0]
        last, when = self.recent.get(name.parts[-1], (None, 0))
        if last in namesakes and name.sentence - when <= FRESH:
            return last
        first, second = sorted(namesakes, key=lambda entity: entity.formal, reverse=True)[:2]
        if first.formal >= PROMINENT * second.formal:
            return first
        formal = [entity for entity in namesakes if entity.familiar < FAMILIAR]
        return (formal or namesakes)[0]
