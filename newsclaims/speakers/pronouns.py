"""Pronouns as sources: he and she by salience and sex, it and they by who was last quoted, who by the words before."""

from __future__ import annotations

from collections.abc import Callable

from newsclaims.grammar.walking import back_over, back_to, past
from newsclaims.grammar.word_classes import ANY_PREPOSITION, BE, COMMA, DETERMINER, FINITE, OBJECT_PRONOUN, TIME_MODIFIER
from newsclaims.speakers.base import Answer, resolution_rule
from newsclaims.speakers.entities import Entity
from newsclaims.speakers.name import Name
from newsclaims.speakers.pairs import pair_named
from newsclaims.speakers.scene import NOWHERE, Scene
from newsclaims.speakers.scoring import SURE, Scored, people_in_mind, weights
from newsclaims.speakers.source_classes import IMPERSONAL_COMPLEMENT, IMPERSONAL_VERB, PREDICATE_INSIDE, RELATIVE_LEAD_OR_QUOTE
from newsclaims.speakers.sources import Source

SENTENCES_BACK = 3  # how far "it" and "they" reach back to who spoke last
TOKENS_BACK = 3  # how far before the comma the name begins that a phrase explains
SHOWN = 3  # candidates that an explanation lists
NAME_REACH = 8  # tokens a name is looked for before a relative pronoun
MOST_ATTACHED = 3  # places and bodies between a person and “who”
CLEAR, LEAD = 1.0, 2.0  # how much in mind a body has to be to be meant by “it”, and how far before the next


@resolution_rule("relative")
def relative(scene: Scene, source: Source) -> Answer:
    """A relative pronoun is the noun phrase before it."""
    kind = scene.words.pronouns.get(source.word)
    if kind not in ("who", "which", "that") or source.form != "pronoun":
        return "it is no relative pronoun"
    low = scene.layers.tokens.sentence_starts[scene.sentence(source.first)]
    end = back_over(scene.shape, source.first, low, RELATIVE_LEAD_OR_QUOTE)
    if end <= low:
        return "nothing before the relative pronoun"
    if kind == "who":
        subject = _predicated(scene, end, low)
        if subject is not None:
            return subject
        end = _past_places(scene, end, low)
    name = _name_before(scene, end, low)
    if name is not None and name.entity >= 0 and not (kind == "who" and scene.entity_of(name).kind == "organization"):
        return scene.entity_of(name)
    return _antecedent(scene, source, end, low)


def _antecedent(scene: Scene, source: Source, end: int, low: int) -> Answer:
    """Who the noun phrase stands for that ends where a relative clause begins."""
    found = scene.layers.mentions.before(end, low)
    if found is None or found.how == "relative" or found.last >= source.first:
        return "no noun phrase before the relative pronoun"
    antecedent = scene.reader.read(found.first, found.last)
    if antecedent.form == "pronoun":
        return "the words before the relative pronoun are a pronoun"
    if antecedent.form == "noun":
        explained = _explained(scene, found.first)
        if explained is not None:
            return explained
    return scene.resolve(antecedent)[0]


def _name_before(scene: Scene, end: int, low: int) -> Name | None:
    """The name that ends before a token."""
    return next((name for name in reversed(scene.reader.names_in(max(low, end - NAME_REACH), end - 1)) if name.last == end - 1), None)


def _past_places(scene: Scene, end: int, low: int) -> int:
    """Back over what is attached and no person: "an astronomer at the Royal Observatory in Tarn, who"."""
    for _ in range(MOST_ATTACHED):
        name = _name_before(scene, end, low)
        if name is None or name.entity < 0 or scene.entity_of(name).person >= SURE:
            return end
        before = back_over(scene.shape, name.first, low + 1, TIME_MODIFIER) - 1
        if before <= low or scene.shape[before] not in ANY_PREPOSITION:
            return end
        end = before
    return end


def _predicated(scene: Scene, end: int, low: int) -> Entity | None:
    """The subject that a noun phrase after "be" is said of: "He is the only Unionist who ..."."""
    verb = back_over(scene.shape, end, low + 1, PREDICATE_INSIDE) - 1
    if verb <= low or scene.shape[verb] != BE or DETERMINER not in scene.shape[verb:end]:
        return None
    found = scene.layers.mentions.before(verb, low)
    return None if found is None else scene.resolve(scene.reader.read(found.first, found.last))[0]


def _explained(scene: Scene, first: int) -> Entity | None:
    """The name that a noun phrase explains: "Tom Kell, a lawyer who ..."."""
    if first < TOKENS_BACK or scene.shape[first - 1] != COMMA:
        return None
    before = scene.reader.names_in(first - TOKENS_BACK - 1, first - 2)
    name = before[-1] if before else None
    return scene.entity_of(name) if name is not None and name.last == first - 2 and name.entity >= 0 else None


@resolution_rule("he-she")
def he_she(scene: Scene, source: Source) -> Answer:
    """He or she: the person most in mind whom nothing in the text makes the other sex."""
    gender = scene.words.genders.get(source.word) if source.form == "pronoun" else None
    if gender is None:
        return "it is not he or she"
    scored = people_in_mind(scene, gender, scene.sentence(source.first))
    if scored and scene.shape[source.first] == OBJECT_PRONOUN:
        scored = _without_subject(scene, scored, source)
    unknown = _unknown_speaker(scene, scored, source, gender)
    if unknown is not None:
        return unknown
    if not scored:
        return f"nobody in mind can be “{source.word}”"
    if scene.record is not None:
        for each in scored[:SHOWN]:
            scene.record("he-she", source, f"{scene.name_of(each.entity)}: {each}")
    if is_close(scene, scored, gender):
        return f"“{source.word}” can be {scene.name_of(scored[0].entity)} or {scene.name_of(scored[1].entity)}"
    return scored[0].entity


def _unknown_speaker(scene: Scene, scored: list[Scored], source: Source, gender: str) -> Entity | None:
    """Who spoke last, if that is "a source" of which it is not known what it is, and nobody else has been in mind since."""
    last = scene.last_speaker
    if last is None or last.named or last.kind is not None or last.sex not in (None, gender):
        return None
    article = last.label[0]
    if scene.sentence(source.first) - scene.last_sentence > SENTENCES_BACK or scene.shape[article] != DETERMINER:
        return None
    if scene.words.is_plural(scene.lower[article + 1]):
        return None
    seen = scene.salience.seen
    return None if any(seen(each.entity) >= scene.last_sentence for each in scored) else last


def _without_subject(scene: Scene, scored: list[Scored], source: Source) -> list[Scored]:
    """Those but the subject of the verb whose object the pronoun is: "Vane blamed him"."""
    low = scene.layers.tokens.sentence_starts[scene.sentence(source.first)]
    verb = back_to(scene.shape, source.first - 1, low, FINITE)
    return [each for each in scored if verb < low or scene.verb_of(each.entity) != verb]


def is_close(scene: Scene, scored: list[Scored], gender: str) -> bool:
    """Whether two can be meant: named in one clause, the text tells the sex of neither, and neither has spoken yet."""
    if len(scored) < 2:
        return False
    first, second = scored[0].entity, scored[1].entity
    if gender in (first.sex, second.sex) or scene.has_spoken(first) or scene.has_spoken(second) or second.person < SURE:
        return False
    verb = scene.verb_of(first)
    in_one_clause = verb != NOWHERE and verb == scene.verb_of(second)
    return in_one_clause and scored[0].score - scored[1].score < weights()["margin"]


@resolution_rule("it")
def it(scene: Scene, source: Source) -> Answer:
    """It: the body or document quoted last, or most in mind."""
    if source.form != "pronoun" or scene.words.pronouns.get(source.word) != "it":
        return "it is not “it”"
    if _is_impersonal(scene, source.last + 1):
        return "“it” stands for the clause after it"
    return (
        _last_of(scene, source, ("organization", "document"))
        or _in_mind(scene, source, _is_body)
        or _in_mind(scene, source, _may_be_body)
        or "no body or document is in mind"
    )


@resolution_rule("they")
def they(scene: Scene, source: Source) -> Answer:
    """They: those quoted last, where they are several or a body, two just named together, or the body most in mind."""
    if source.form != "pronoun" or scene.words.pronouns.get(source.word) != "they":
        return "it is not “they”"
    found = _last_of(scene, source, ("group", "organization")) or pair_named(scene, source, reach=1) or _in_mind(scene, source, _is_several)
    return found or "nobody is in mind who is several"


def _is_impersonal(scene: Scene, after: int) -> bool:
    """Whether "it is hard to imagine", "it's important that" goes on."""
    after = past(scene.shape, after, len(scene.shape), IMPERSONAL_VERB)
    return scene.shape[after - 1] in IMPERSONAL_VERB and scene.shape[after : after + 2] in IMPERSONAL_COMPLEMENT


def _last_of(scene: Scene, source: Source, kinds: tuple[str, ...]) -> Entity | None:
    last = scene.last_speaker
    near = last is not None and scene.sentence(source.first) - scene.last_sentence <= SENTENCES_BACK
    return last if last is not None and near and last.kind in kinds else None


def _in_mind(scene: Scene, source: Source, fits: Callable[[Entity], bool]) -> Entity | None:
    """The one in mind of that sort, by far."""
    ranked = scene.salience.ranked(scene.sentence(source.first), fits)
    if not ranked or ranked[0][0] < CLEAR or (len(ranked) > 1 and ranked[0][0] < LEAD * ranked[1][0]):
        return None
    return ranked[0][1]


def _is_body(entity: Entity) -> bool:
    return entity.kind in ("organization", "document") or (entity.kind is None and entity.named and entity.person < 0)


def _may_be_body(entity: Entity) -> bool:
    """Whether the text names it again, and nothing but being a source speaks for a person."""
    known = entity.named and entity.count > 1 and entity.kind is None
    return _is_body(entity) or (known and entity.sex is None and entity.person <= entity.speaks)


def _is_several(entity: Entity) -> bool:
    return entity.kind in ("organization", "group")
