"""Resolver: reads a text once from front to back and tells the speaker of every quote."""

from __future__ import annotations

import bisect
import operator
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from newsclaims.grammar.word_classes import COMMA, DETERMINER, NAME, NOUN_OR_NAME, PERSONAL, POSSESSIVE
from newsclaims.layers import Layers
from newsclaims.model import Alias, Quote, Speaker
from newsclaims.rulebook.rule import Recorder
from newsclaims.rulebook.ruleset import RuleSet
from newsclaims.speakers.aliases import prepared
from newsclaims.speakers.base import ResolutionRule
from newsclaims.speakers.entities import Entity
from newsclaims.speakers.labels import hear_label, label_sentences, labelled
from newsclaims.speakers.name import Name
from newsclaims.speakers.nominals import holder_at
from newsclaims.speakers.results import speaker_of, spoken_by
from newsclaims.speakers.rules import SPEAKER_RULES
from newsclaims.speakers.scene import Scene
from newsclaims.speakers.scoring import person_in_mind
from newsclaims.speakers.sources import Source
from newsclaims.speakers.spokespeople import find_body
from newsclaims.speakers.voting import vote

Event = tuple[int, Callable[[Any], None], Any]
"""What the walk comes by: its token, what is done there, and with what."""
LABEL, ASK = ":", "ask"
SIGNED = ("signed-below", "pull-quote-name")  # the rules that give words to who signs them
OF_POSSESSIVE = 0.5  # how much "his" counts


def resolve(
    layers: Layers,
    quotes: tuple[Quote, ...],
    *,
    aliases: Mapping[str, str | Alias] | None = None,
    rules: RuleSet[ResolutionRule] = SPEAKER_RULES,
    record: Recorder | None = None,
) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
    """The quotes with their speakers, and the speakers in the order of their first mention.

    ``aliases`` maps what a text may call somebody to the name to go by; ``record`` is told of every rule tried.
    """
    if not any(quote.source is not None for quote in quotes):
        return quotes, ()
    said = layers.inside([content for quote in quotes if quote.rule is not None for content in quote.contents])
    resolver = Resolver(Scene(layers, said, prepared(aliases or {}), rules, record), quotes)
    return resolver.run()


class Resolver:
    """The walk over one text."""

    def __init__(self, scene: Scene, quotes: tuple[Quote, ...]) -> None:
        self.scene = scene
        self.quotes = quotes
        self.layers = scene.layers
        self.found: dict[Source, Entity] = {}
        self.first_said: dict[Source, Quote] = {}
        self.source_of = self._read_sources()
        self.quoted: dict[int, Entity] = {}
        self.said: defaultdict[int, list[int]] = defaultdict(list)
        self.labels: list[tuple[Quote, Source]] = []

    def _read_sources(self) -> list[Source | None]:
        """For each quote its source, which several quotes can share; ``first_said`` has all of them with their first quotes."""
        layers, known = self.layers, dict[tuple[int, int], Source]()
        out: list[Source | None] = []
        for quote in self.quotes:
            span, source = quote.source, None
            if span is not None and span.end > span.start:
                place = (span.start, span.end)
                source = known.get(place)
                if source is None:
                    first = layers.at(span.start)
                    source = known[place] = self.scene.reader.read(first, max(first, layers.at(span.end) - 1))
                    self.first_said[source] = quote
            out.append(source)
        return out

    def run(self) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
        """The quotes with speakers, and all speakers."""
        self._named_sources()
        self.pronouns = self._pronouns()
        vote(self.scene, self.pronouns)
        for _, tell, thing in self._events():
            tell(thing)
        later = sorted(filter(self._is_first_person, self.first_said), key=operator.attrgetter("first"))
        if later:
            self.quoted = self._who_is_quoted()
            self.labels = [
                (quote, source)
                for quote, source in zip(self.quotes, self.source_of, strict=True)
                if source is not None and (quote.rule in SIGNED or (quote.cue is not None and quote.cue.lemma == LABEL))
            ]
        for source in later:
            self.found[source] = self._first_person(source)
        return self._results()

    # ------------------------------------------------------------------ before the walk

    def _named_sources(self) -> None:
        """Who speaks is most likely a person, where nothing says that it is a body."""
        for source in self.first_said:
            for part in source.members or (source,):
                if part.name is not None:
                    self.scene.speaking.add(part.name.start)
                if part.name is not None and self._may_speak(part.name):
                    entity = self.scene.entity_of(part.name)
                    entity.person += 1
                    entity.speaks += 1

    def _may_speak(self, name: Name) -> bool:
        """Whether a name that is a source is likely somebody's: not "Q" of question and answer, not a place."""
        letter = len(name.parts) == 1 and len(name.parts[0]) == 1
        return name.entity >= 0 and not name.definite and not letter and not self._is_place_after_comma(name)

    def _is_place_after_comma(self, name: Name) -> bool:
        """ "Orrel, Md.,": a place, whatever it is the source of."""
        shape = self.layers.shape
        return len(name.parts) == 1 and name.first > 1 and shape[name.first - 1] == COMMA and shape[name.first - 2] == NAME

    def _pronouns(self) -> list[int]:
        """The tokens of he, she and their other forms outside quotation marks."""
        genders, lower, quoted = self.scene.words.genders, self.scene.lower, self.layers.quoted
        found = [match.start() for match in re.finditer(f"[{PERSONAL}]", self.layers.shape)]
        return [k for k in found if not quoted[k] and lower[k] in genders]

    def _role_nouns(self) -> list[int]:
        """Where "the minister" stands in the reporter's words, and the text names a minister."""
        lower, holders, definite = self.scene.lower, self.scene.holders, self.scene.words.definite
        if not holders:
            return []
        taken = {source.head for source in self.first_said}
        found = [match.end() for match in re.finditer(f"{DETERMINER}(?=[{NOUN_OR_NAME}])", self.layers.shape)]
        return [k for k in found if lower[k] in holders and lower[k - 1] in definite and k not in taken and not self.layers.quoted[k]]

    # ------------------------------------------------------------------ the walk

    def _events(self) -> list[Event]:
        """All that the walk comes by, in text order; at one token a source before the names in it, and a label after all else."""
        first_said = self.first_said
        inside = {source.first for source in first_said if source.form == "pronoun"}
        events: list[Event] = [(source.first, self._hear, source) for source in first_said if not self._is_first_person(source)]
        events += [(name.start, self.scene.see, name) for name in self.scene.names if name.entity >= 0]
        events += [(token, self._see_pronoun, token) for token in self.pronouns if token not in inside]
        events += [(token, self._see_holder, token) for token in self._role_nouns()]
        events += [(self.layers.sentence(k)[1] - 1, self._hear_label, k) for k in label_sentences(self.scene)]
        events.sort(key=operator.itemgetter(0))
        return events

    def _is_first_person(self, source: Source) -> bool:
        return source.form == "pronoun" and self.scene.words.pronouns.get(source.word) == "first"

    def _see_pronoun(self, token: int) -> None:
        scene = self.scene
        sentence = scene.sentence(token)
        found = person_in_mind(scene, scene.words.genders[scene.lower[token]], sentence)
        if found is not None:
            scene.salience.add(found, sentence, scene.weight(token, token) if scene.shape[token] != POSSESSIVE else OF_POSSESSIVE)

    def _see_holder(self, token: int) -> None:
        scene = self.scene
        found = holder_at(scene, token)
        if found is not None:
            scene.salience.add(found, scene.sentence(token), scene.weight(token, token))

    def _hear_label(self, sentence: int) -> None:
        hear_label(self.scene, sentence)

    def _hear(self, source: Source) -> None:
        scene, quote = self.scene, self.first_said[source]
        cue = quote.cue
        scene.answering = cue is not None and cue.lemma in scene.words.answering
        scene.spoken_of = self._spoken_of(quote, source) if source.form in ("pronoun", "noun") else frozenset()
        letter = source.form == "other" and cue is not None and cue.lemma == LABEL
        entity = labelled(scene, source.first, source.last) if letter else scene.resolve(source)[0]
        self.found[source] = entity
        if quote.rule in SIGNED and entity.kind is None:
            entity.kind = "person"
        find_body(scene, source, entity)
        if cue is not None and cue.category == ASK:
            self._ask(quote, entity)
        scene.hear(source, entity, scene.sentence(source.first))

    def _spoken_of(self, quote: Quote, source: Source) -> frozenset[int]:
        """Who is named in what "he" or "the minister" says, and so is not the one who says it, or is told it."""
        layers, names = self.layers, []
        for content in quote.contents if quote.addressee is None else (*quote.contents, quote.addressee):
            names += self.scene.reader.names_in(layers.at(content.start), layers.at(content.end) - 1)
        return frozenset(name.entity for name in names if name.start > source.last or layers.quoted[name.start])

    def _ask(self, quote: Quote, asker: Entity) -> None:
        """Takes note of who was asked: the addressee, else who spoke before."""
        scene, asked = self.scene, None
        if quote.addressee is not None:
            first, last = self.layers.at(quote.addressee.start), self.layers.at(quote.addressee.end) - 1
            asked = next((scene.entity_of(name) for name in scene.reader.names_in(first, last) if name.entity >= 0), None)
        elif scene.last_speaker is not asker:
            asked = scene.last_speaker
        scene.asked, scene.asker = asked, asker

    def _first_person(self, source: Source) -> Entity:
        """ "I" in a quotation, or behind a label, is who is quoted."""
        found = self.quoted.get(self.layers.quotation_of[source.first]) or self._labelled(source.first)
        if found is None and source.word in self.scene.words.narrating and self.layers.quotation_of[source.first] < 0:
            return self.scene.narrator(source)
        return found if found is not None else self.scene.open(source)

    def _labelled(self, token: int) -> Entity | None:
        """Who speaks at a token without quotation marks: ``VANE: I said it.``"""
        start = self.layers.tokens.starts[token]
        at = bisect.bisect(self.labels, start, key=lambda label: label[0].span.start) - 1
        return self.found.get(self.labels[at][1]) if at >= 0 and start < self.labels[at][0].span.end else None

    def _who_is_quoted(self) -> dict[int, Entity]:
        """Who speaks in each quotation: the source of the first quote with words of it whose own source is outside."""
        layers = self.layers
        out: dict[int, Entity] = {}
        for quote, source in zip(self.quotes, self.source_of, strict=True):
            if quote.source is None or source is None or source not in self.found:
                continue
            home = layers.quotation_of[layers.at(quote.source.start)]
            for content in quote.contents:
                for token in (layers.at(content.start), max(0, layers.at(content.end) - 1)):
                    quotation = layers.quotation_of[token]
                    if quotation >= 0 and quotation != home:
                        out.setdefault(quotation, self.found[source])
        return out

    # ------------------------------------------------------------------ what comes out

    def _wanted(self) -> dict[int, Entity]:
        """Everybody whom a source stands for, members of several too, by number, with the names that stand for them as mentions."""
        wanted = {entity.number: entity for entity in self.found.values()}
        for entity in list(wanted.values()):
            wanted.update((member.number, member) for member in entity.members)
        for name in self.scene.names:
            if name.entity in wanted:
                self.scene.mentions[name.entity].append((name.first, name.last))
        return wanted

    def _results(self) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
        for source in self.first_said:
            self.scene.mentions[self.found[source].number].append((source.first, source.last))
        sayers = [None if source is None else self.found[source] for source in self.source_of]
        for at, sayer in enumerate(sayers):
            if sayer is not None:
                self.said[sayer.number].append(at)
        wanted = self._wanted()
        self.scene.names.clear()  # in a long text as much room as all that is made of them
        made: dict[int, Speaker] = {}
        for number in sorted(wanted, key=lambda number: bool(wanted[number].members)):
            made[number] = speaker_of(self.scene, wanted[number], made, [self.quotes[at] for at in self.said[number]], self.said[number])
        quotes = tuple(
            quote if sayer is None else spoken_by(quote, made[sayer.number]) for quote, sayer in zip(self.quotes, sayers, strict=True)
        )
        order = sorted(made, key=lambda number: (made[number].mentions[0].start if made[number].mentions else 0, number))
        return quotes, tuple(made[number] for number in order)
