"""What comes out for an entity: its kind, its mentions, the quotes that it said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsclaims.model import Quote, Speaker, SpeakerKind
from newsclaims.speakers.counting import words_said
from newsclaims.speakers.entities import Entity
from newsclaims.speakers.same_names import split
from newsclaims.speakers.scene import Scene
from newsclaims.speakers.scoring import SURE
from newsclaims.speakers.spokespeople import body_name


def spoken_by(quote: Quote, speaker: Speaker) -> Quote:
    """The quote with its speaker: what ``attrs.evolve`` gives, in a tenth of the time, for there are hundreds in a text."""
    head = (quote.kind, quote.contents, quote.span, quote.text, quote.source)
    return Quote(*head, speaker, quote.cue, quote.addressee, quote.rule, quote.confidence, quote.reason, quote.within)


def outermost(mentions: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The mentions in order, without those inside another."""
    out: list[tuple[int, int]] = []
    for first, last in sorted(set(mentions)):
        if not out or first > out[-1][1]:
            out.append((first, last))
        elif first == out[-1][0]:  # of those that begin together the longest comes last
            out[-1] = (first, last)
    return out


def kind_of(entity: Entity) -> SpeakerKind:
    """What sort of thing an entity is, by what the text says of it."""
    if entity.kind is not None:
        return SpeakerKind(entity.kind)
    told = entity.person - (entity.speaks if len(entity.parts) < 2 else 0)  # that one word speaks shows little
    if told > 0 or entity.sex is not None:
        return SpeakerKind.PERSON
    if entity.named and entity.person < 0:
        return SpeakerKind.ORGANIZATION
    return SpeakerKind.UNKNOWN


def speaker_of(scene: Scene, entity: Entity, made: Mapping[int, Speaker], said: Sequence[Quote], places: Sequence[int]) -> Speaker:
    """The speaker that an entity is, who said the quotes at some places; ``made`` has the members of a group."""
    span = scene.layers.span
    return Speaker(
        name=scene.name_of(entity),
        kind=kind_of(entity),
        role=scene.words_at(entity.role) if entity.role is not None else None,
        affiliation=_affiliation(scene, entity),
        gender=entity.sex,
        mentions=tuple([span(first, last) for first, last in outermost(scene.mentions[entity.number])]),
        named=entity.named,
        resolved=entity.resolved,
        members=tuple([made[member.number] for member in entity.members]),
        quotes=tuple(places),
        words=words_said(*said),
        on_behalf_of=_body_of(scene, entity),
        external_id=entity.external_id,
    )


def _affiliation(scene: Scene, entity: Entity) -> str | None:
    """The body somebody belongs to, by its full name where the text has letters for it; a spokesman's is whom he speaks for."""
    if entity.affiliation is None:
        return None if entity.on_behalf is None or not entity.named else scene.name_of(entity.on_behalf)
    words = scene.words_at(entity.affiliation)
    parts = split(words)
    named = scene.clusters.by_last.get(parts[-1], ()) if len(parts) == 1 else ()
    body = scene.clusters.exact.get(parts) or next(iter(named), None)
    if body is None or body is entity:
        return words
    if body.kind == "person" or (body.kind is None and body.person >= SURE and body.sex is not None):
        return None
    return scene.name_of(body) if len(body.parts) > len(words.split()) and words.isupper() else words


def _body_of(scene: Scene, entity: Entity) -> str | None:
    """Whom somebody speaks for."""
    words = None if entity.body is None else scene.words_at(entity.body)
    return body_name(words, None if entity.on_behalf is None else scene.name_of(entity.on_behalf))
