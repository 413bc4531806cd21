"""Nouns as sources: "the minister" is who has that office here; "a spokesman for the port" is somebody without a name."""

from __future__ import annotations

from collections.abc import Iterable

from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import COUNTED_START, DESCRIBING, DETERMINERS
from newsclaims.language.inflection import singular
from newsclaims.speakers.base import Answer, resolution_rule
from newsclaims.speakers.descriptions import named_in_clause, named_next, opens_story, set_off_beside
from newsclaims.speakers.entities import Entity
from newsclaims.speakers.epithets import epithet, told_again
from newsclaims.speakers.pairs import other_of_two, pair_named
from newsclaims.speakers.scene import Scene
from newsclaims.speakers.sources import Source
from newsclaims.speakers.words import EntityKind

CLEAR_LEAD = 2.0  # how many times more in mind than the next a holder of a role has to be
COUPLE_REACH = 12  # sentences before “the couple” in which two are named together
LONGEST_PHRASE = 12  # tokens of a source that are looked at for what tells it from others
SOON = 3  # sentences after which a role at the head of a story has its name
LATER = 8  # the same where the role is with somebody told
HEADLINES = 2  # the sentences of headlines
EXACT, LOOSE = 0.0, 0.5  # how much in mind: where all the words fit, and where only the noun does


@resolution_rule("noun")
def noun(scene: Scene, source: Source) -> Answer:
    """A noun phrase: the one who has that role, the body of that name, or an entity of its own."""
    if source.form not in ("noun", "other"):
        return "it is no noun phrase"
    if source.form == "other":
        return "the words are no noun phrase"
    called = scene.evidence.explains.get(source.first) or _called(scene, source)
    if called is not None:
        return called
    word = scene.words.noun_of(source.word)
    if source.plural:
        return _those(scene, source) or _couple(scene, source) or _own(scene, source, word, "group")
    if scene.lower[source.first] in scene.words.definite or scene.shape[source.first] not in COUNTED_START:
        found = _known(scene, source, word)
        if found is not None:
            return found
    found = _soon_named(scene, source, word) or set_off_beside(scene, source) or _told_otherwise(scene, source, word)
    if found is not None:
        return found
    return _own(scene, source, word, scene.words.kind_of_noun(source.word))


def _told_otherwise(scene: Scene, source: Source, noun: str) -> Entity | None:
    """Who is named in a clause of the phrase, or next, or was just spoken of; the role becomes his or hers."""
    if scene.words.kind_of_noun(source.word) != "person":
        return None
    if (again := _just_heard(scene, source, noun)) is not None:
        return again
    found = (
        named_in_clause(scene, source) or named_next(scene, source, noun) or told_again(scene, source, noun) or other_of_two(scene, source)
    )
    if found is not None:
        scene.holds(found, noun, (_start(scene, source), source.head))
    return found


def _just_heard(scene: Scene, source: Source, noun: str) -> Entity | None:
    """Somebody without a name who was just quoted: "A clerk said ... The man added", where nothing tells of another sex."""
    last, sex = scene.last_speaker, scene.words.gender_of(noun)
    if last is None or last.named or last.kind != "person" or sex is None or last.sex not in (None, sex):
        return None
    alone = noun in scene.words.scene_nouns and source.first == source.head - 1 and scene.lower[source.first] in scene.words.definite
    return last if alone and scene.sentence(source.first) - scene.last_sentence <= SOON else None


def _known(scene: Scene, source: Source, noun: str) -> Entity | None:
    """Somebody or something met before."""
    if noun in scene.words.candidates:
        return epithet(scene, source, noun) or _again(scene, source, noun)
    return _holder(scene, source, noun) or _body(scene, source, noun) or _again(scene, source, noun) or epithet(scene, source, noun)


def _called(scene: Scene, source: Source) -> Entity | None:
    """A name that looks like a noun: "VANE:" in a transcript, "al-Kell"."""
    head = source.head
    if source.first != head or not (scene.layers.tokens.words[head][0].isupper() or scene.words.begins_with_particle(source.word)):
        return None
    known = scene.clusters.by_last.get(source.word, ())
    return known[0] if len(known) == 1 and known[0].person >= 0 else None


def _those(scene: Scene, source: Source) -> Entity | None:
    """ "The two senators": the several sources just quoted, where each is a senator."""
    last = scene.last_speaker
    if last is None or not last.members or scene.lower[source.first] not in scene.words.definite:
        return None
    noun = singular(source.word)
    return last if all(noun in member.heads for member in last.members) else None


def _couple(scene: Scene, source: Source) -> Entity | None:
    """ "The couple": the two people last named together."""
    told = source.word in scene.words.couples and scene.lower[source.first] in scene.words.definite
    return pair_named(scene, source, reach=COUPLE_REACH) if told else None


def holder_at(scene: Scene, head: int) -> Entity | None:
    """Whom "the minister" at a token means, where it is no source: the holder of that role, if in mind."""
    return _holder(scene, Source(head - 1, head, head, "noun", scene.lower[head]), scene.words.noun_of(scene.lower[head]))


def _modifiers(scene: Scene, source: Source, last: int | None = None) -> set[str]:
    """The words that tell this one from others: not articles, not "former"."""
    return {
        scene.lower[k]
        for k in range(source.first, min(source.last if last is None else last, source.first + LONGEST_PHRASE) + 1)
        if scene.shape[k] in DESCRIBING and k != source.head and scene.lower[k] not in scene.words.former
    }


def _holder(scene: Scene, source: Source, noun: str) -> Entity | None:
    """The one named person with that role, met before, whose role says nothing else."""
    if noun.endswith(scene.words.age_ending):
        return _aged(scene, noun)
    more = _modifiers(scene, source)
    met = [entity for entity in scene.holders.get(noun, ())[:16] if entity.first_token < source.first]
    holders = [entity for entity in met if _same_land(scene, noun, more, entity)]
    if holders and not scene.words.past.isdisjoint(scene.lower[source.first : source.head]):
        holders = [entity for entity in holders if not scene.words.past.isdisjoint(entity.described)] or holders
    exact = [entity for entity in holders if _tells(scene, entity, more)]
    if len(exact) == 1:
        return exact[0]
    return _most_in_mind(scene, source, exact or holders, EXACT if exact else LOOSE)


def _aged(scene: Scene, noun: str) -> Entity | None:
    """ "The 46-year-old": the one whose age has been told."""
    age = noun.split("-", 1)[0]
    aged = [entity for entity in scene.clusters.entities[:64] if age in entity.ages]
    return aged[0] if len(aged) == 1 else None


def _same_land(scene: Scene, noun: str, more: set[str], entity: Entity) -> bool:
    """Whether no other land is named: "the Velmian president" is not "the president" of here."""
    told = more & scene.words.demonyms
    if not told or _tells(scene, entity, told):
        return True
    return scene.words.lines.get(noun) != "office" and scene.words.demonyms.isdisjoint(entity.described)


def _most_in_mind(scene: Scene, source: Source, holders: list[Entity], least: float) -> Entity | None:
    """Of those with the role, the one in mind, and by far."""
    ranked = scene.salience.ranked(scene.sentence(source.first), lambda entity: entity in holders)
    if ranked and ranked[0][0] > least and (len(ranked) == 1 or ranked[0][0] > CLEAR_LEAD * ranked[1][0]):
        return ranked[0][1]
    return None


def _soon_named(scene: Scene, source: Source, noun: str) -> Entity | None:
    """Who has the role and is named just after: "The mayor of Arden said ... Mayor Orla Vane told ..."."""
    found = _next_holder(scene, source, noun)
    if found is None or noun in scene.by_noun:
        return None
    away = scene.sentence(found.first_token) - scene.sentence(source.first)
    if away > SOON:
        return found if away <= LATER and _serves(scene, source, found) else None
    if _is_in_headline(scene, source):
        return found
    return found if len(scene.holders[noun]) == 1 and _is_told_ahead(scene, source, found) else None


def _next_holder(scene: Scene, source: Source, noun: str) -> Entity | None:
    """Who has the role and is met first, if after the source."""
    found = scene.first_holders.get(noun)
    return found if found is not None and found.first_token >= source.first else None


def _is_in_headline(scene: Scene, source: Source) -> bool:
    """Whether it is said in the words of a headline, without an article: "Judge rejects ..."."""
    return scene.sentence(source.first) < HEADLINES and scene.shape[source.first] not in COUNTED_START


def _is_told_ahead(scene: Scene, source: Source, holder: Entity) -> bool:
    """Whether a story opens with the role, or all the words are words of the role (after an article, those before the noun)."""
    if scene.shape[source.first] in DETERMINERS and opens_story(scene, scene.sentence(source.first)):
        return True
    if _serves(scene, source, holder):
        return True
    definite = scene.lower[source.first] in scene.words.definite
    more = _modifiers(scene, source, source.head if definite else source.last)
    return bool(more or definite) and _tells(scene, holder, more)


def _serves(scene: Scene, source: Source, holder: Entity) -> bool:
    """Whether the role is with the same body or person: "a spokesman for Orla Vane ... Vane spokesman Tom Kell"."""
    names = (name.parts for name in scene.reader.names_in(source.head + 1, source.last) if name.parts)
    return any(_tells(scene, holder, parts[-1:]) or sum(_tells(scene, holder, (part,)) for part in set(parts)) > 1 for parts in names)


def _tells(scene: Scene, entity: Entity, words: Iterable[str]) -> bool:
    """Whether all of the words are in the text's roles, name or affiliation of somebody. The text may hold very many of them."""
    body = entity.affiliation
    return all(
        word in entity.heads
        or word in entity.described
        or word in entity.parts
        or (body is not None and word in scene.lower[body[0] : body[1] + 1])
        for word in words
    )


def _body(scene: Scene, source: Source, noun: str) -> Entity | None:
    """The body whose name has that noun first or last: "the commission" of the Commission on Public Debates."""
    if noun not in scene.words.bodies or _modifiers(scene, source):
        return None
    known = [*scene.clusters.by_last.get(noun, ()), *scene.clusters.by_first.get(noun, ())]
    met = [entity for entity in known if entity.first_token < source.first and entity.kind == "organization"]
    return met[0] if len(met) == 1 else None


def _again(scene: Scene, source: Source, noun: str) -> Entity | None:
    """The entity without a name that was last spoken of with that noun: "a source ... the source"."""
    return scene.by_noun.get(noun) if not _modifiers(scene, source) else None


def _own(scene: Scene, source: Source, noun: str, kind: EntityKind | None) -> Entity:
    """An entity of its own; a body or document that is called after somebody has a name."""
    inside = [name for name in scene.reader.names_in(source.first, source.head) if name.parts]
    named = bool(inside) and kind in ("organization", "document") and not source.plural
    if named:
        key = (inside[-1].entity, noun)
        known = scene.by_owned.get(key)
        if known is not None:
            return known
    entity = scene.open(source, kind, resolved=True, named=named)
    if named:
        scene.by_owned[key] = entity
        entity.label = (_start(scene, source), source.head)
    elif kind == "person" and source.word in scene.words.people:
        _describe(scene, source, entity)
    scene.by_noun[noun] = entity
    return entity


def _start(scene: Scene, source: Source) -> int:
    return past(scene.shape, source.first, source.head, DETERMINERS)


def _describe(scene: Scene, source: Source, entity: Entity) -> None:
    """Role, affiliation and sex of somebody without a name: "a spokeswoman for the port"."""
    entity.add_role(source.word, (_start(scene, source), source.head), scene.words)
    entity.affiliation = scene.evidence.affiliations.of_role(source.first, source.head, source.last)
