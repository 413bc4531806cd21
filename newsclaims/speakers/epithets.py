"""Epithets: somebody already spoken of, told again by what he or she is: "the Orrel businessman", "the nominee"."""

from __future__ import annotations

from newsclaims.grammar.word_classes import ANY_PREPOSITION, AS, DETERMINER, GENITIVE, NAME_JOINT, NOUN, NOUN_OR_NAME, PERSONAL
from newsclaims.speakers.entities import Entity
from newsclaims.speakers.name import Name
from newsclaims.speakers.scene import Scene
from newsclaims.speakers.source_classes import OWN_NAME
from newsclaims.speakers.sources import Source

SURE, LEAD = 1.3, 1.8  # how much in mind, and how far before the next, the person has to be
NEARLY = 0.9  # how much in mind who is told by a noun that may bring in somebody new
FAINT, FAR_LEAD = 0.3, 3.5  # the same for who is less in mind, but alone
NOT_TOLD_OF = ANY_PREPOSITION + AS  # before a role that is said of somebody named later: "As the founder of the firm, Vane"
JUST = 1.0  # how much in mind the last speaker has to be to be told again by a role that the text has not had
NEARER = 1.3  # how far before the next who is told by an age or by how many children
SOON = 10  # tokens after a source in which a pronoun tells its sex
OTHER_OFFICE = 0.3  # how much less who has another office counts as "the former minister"
KNOWN = 2.0  # how much more who is known to stand for an office counts as "the nominee"


def epithet(scene: Scene, source: Source, noun: str) -> Entity | None:
    """The person most in mind by far who can be that."""
    former, aged = _is_former(scene, source), _has_age(scene, source)
    if not (former or aged or _tells_again(scene, noun)) or (scene.holders.get(noun) and noun not in scene.words.candidates):
        return None
    if GENITIVE in scene.shape[source.first : source.last + 1] or (not former and _is_new(scene, source, noun)):
        return None
    ranked = _ranked(scene, source, noun, former=former)
    if aged or scene.words.is_of_somebody_known(noun):
        return _nearest(scene, ranked)
    return _clear(scene, ranked, source.word if source.word in scene.words.new_epithets else noun)


def _ranked(scene: Scene, source: Source, noun: str, *, former: bool) -> list[tuple[float, Entity]]:
    """Who can be that, the most in mind first; who is named in the words only where nobody else can."""
    sex = _sex_told(scene, source)
    told = _capitals(scene, source) if noun in scene.words.candidates else set()
    possible = scene.salience.ranked(scene.sentence(source.first), lambda entity: _can_be(scene, entity, noun, sex, former=former))
    ranked = [(weight * _fit(scene, entity, noun), entity) for weight, entity in possible if not _is_other(entity, told)]
    others = [(weight, entity) for weight, entity in ranked if entity.number not in scene.spoken_of]
    ranked = others or [(weight, entity) for weight, entity in ranked if entity is scene.last_speaker]
    ranked.sort(key=lambda pair: -pair[0])
    return ranked


def _tells_again(scene: Scene, noun: str) -> bool:
    words = scene.words
    return noun in words.epithets or noun in words.candidates or words.is_of_somebody_known(noun)


def _has_age(scene: Scene, source: Source) -> bool:
    """Whether an age stands before the noun: "the 28-year-old runner"."""
    return any(scene.lower[k].endswith(scene.words.age_ending) for k in range(source.first, source.head))


def _is_former(scene: Scene, source: Source) -> bool:
    past = scene.words.past
    told = (scene.lower[k].split("-", 1)[0] for k in range(source.first, source.head + 1))  # “ex-Reds boss”
    noun = source.word.rsplit("-", 1)[-1]
    return noun in scene.words.people and noun not in scene.words.kin and any(word in past for word in told)


def _nearest(scene: Scene, ranked: list[tuple[float, Entity]]) -> Entity | None:
    """The first, where the next is not as near; nobody who is named in the words."""
    if not ranked or ranked[0][0] < FAINT:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] >= NEARER * ranked[1][0] else None


def _clear(scene: Scene, ranked: list[tuple[float, Entity]], noun: str) -> Entity | None:
    """The first, where it is in mind and the next is far."""
    if not ranked:
        return None
    weight, found = ranked[0]
    lead = weight / ranked[1][0] if len(ranked) > 1 else FAR_LEAD
    if weight >= SURE:
        return found if lead >= LEAD else None
    return found if weight >= FAINT and lead >= FAR_LEAD and _is_borne_out(scene, found, noun, weight) else None


def _sex_told(scene: Scene, source: Source) -> str | None:
    """What the words of the source tell, or the first pronoun soon after it: "the first lady", "The nominee said in her speech"."""
    genders, lower, shape = scene.words.genders, scene.lower, scene.shape
    for k in range(source.first, source.last + 1):
        if shape[k] in NOUN_OR_NAME and (told := scene.words.gender_of(lower[k])) is not None:
            return told
    high = scene.layers.tokens.sentence_starts[scene.sentence(source.first) + 1]
    for k in range(source.last + 1, min(high - 1, source.last + SOON)):
        if shape[k] in OWN_NAME:
            break
        if shape[k] in PERSONAL and lower[k] in genders:
            return genders[lower[k]] if shape[k + 1] not in NAME_JOINT else None
    return None


def _is_new(scene: Scene, source: Source, noun: str) -> bool:
    """Whether its words tell of somebody not yet spoken of."""
    return _from_elsewhere(scene, source) or _of_another_kind(scene, source, noun)


def _from_elsewhere(scene: Scene, source: Source) -> bool:
    """Whether it says where somebody is from, which nobody knows of who is in mind: "the Velmian businessman"."""
    return any(scene.lower[k] in scene.words.demonyms for k in range(source.first, source.last + 1))


def _of_another_kind(scene: Scene, source: Source, noun: str) -> bool:
    """Whether a role that may bring in somebody new says of what: "the harbour director", "the director of the port"."""
    weak = source.word in scene.words.new_epithets or noun in scene.words.new_epithets
    attached = source.last > source.head and scene.shape[source.head + 1] in ANY_PREPOSITION
    return weak and (attached or any(scene.shape[k] == NOUN for k in range(source.first, source.head)))


def _can_be(scene: Scene, entity: Entity, noun: str, sex: str | None, *, former: bool) -> bool:
    """Whether nothing in the text speaks against it: another sex, another line of life."""
    if entity.kind not in (None, "person") or entity.person <= 0 or not entity.named:
        return False
    if sex is not None and entity.sex not in (None, sex):
        return False
    lines = scene.words.lines
    line = lines.get(noun)
    others = {lines[head] for head in entity.heads - entity.past if head in lines} - {"standing"}
    if line is None or not others:
        return True
    if line == "standing":
        return others != {"serving"}
    if line == "office":
        return former and others != {"serving"}
    return line in others or (line == "politics" and "office" in others)


def _is_borne_out(scene: Scene, entity: Entity, noun: str, weight: float) -> bool:
    """Whether the text is about this one, or says that this one stands for an office; other epithets need nothing."""
    line = scene.words.lines.get(noun)
    if noun in scene.words.new_epithets:
        return weight >= NEARLY or entity in scene.main_people()
    if line in ("office", "standing"):
        return scene.stands(entity) or entity in scene.main_people()
    return True


def _fit(scene: Scene, entity: Entity, noun: str) -> float:
    lines = scene.words.lines
    if noun in scene.words.candidates:
        return KNOWN if scene.stands(entity) else 1.0
    return OTHER_OFFICE if lines.get(noun) == "office" and any(lines.get(head) == "office" for head in entity.heads) else 1.0


def _capitals(scene: Scene, source: Source) -> set[str]:
    """The words with a capital before the noun, "Unionist" of "the Unionist nominee"."""
    raw = scene.layers.tokens.words
    return {scene.lower[k] for k in range(source.first + 1, source.head) if raw[k][0].isupper()}


def _is_other(entity: Entity, told: set[str]) -> bool:
    """Whether the text calls this one a candidate of others: "Unionist nominee Orla Vane" is not "the Liberal nominee"."""
    return bool(told) and bool(entity.sides) and not told & entity.sides


def told_again(scene: Scene, source: Source, noun: str) -> Entity | None:
    """Who was just spoken of, told again by a role that the text has not had: "Senior Chief Ell warned ... The traditional ruler asked"."""
    words = scene.words
    if noun in words.scene_nouns or scene.lower[source.first] not in words.definite or words.kind_of_noun(source.word) != "person":
        return None
    if scene.shape[source.first - 1] in NOT_TOLD_OF or source.word in scene.lower[: source.first]:
        return None
    if GENITIVE in scene.shape[source.first : source.last] or _from_elsewhere(scene, source) or _is_of_something_new(scene, source):
        return None
    sentence, sex = scene.sentence(source.first), _sex_told(scene, source)
    ranked = scene.salience.ranked(
        sentence, lambda entity: entity.number not in scene.spoken_of and _can_be(scene, entity, noun, sex, former=False)
    )
    if not ranked or ranked[0][0] < (JUST if ranked[0][1] is scene.last_speaker else SURE) or not _leads(ranked):
        return None
    found = ranked[0][1]
    return found if sentence - scene.last_seen(found) <= 1 else None


def _is_of_something_new(scene: Scene, source: Source) -> bool:
    """Whether a role is in something not spoken of before: "the organizer of a rally"."""
    after = source.head + 1
    attached = source.last > after and scene.shape[after] in ANY_PREPOSITION and scene.shape[after + 1] == DETERMINER
    return attached and scene.lower[after + 1] not in scene.words.definite


def told_by_origin(scene: Scene, name: Name) -> Entity | None:
    """Who was just spoken of, told again by land, town or party: "the Dutchman", "the Londoner", "the Republican"."""
    word = name.parts[-1]
    if name.title is not None or not (word in scene.words.origins or word.endswith(scene.words.of_land)):
        return None
    sex = scene.words.gender_of(word[-5:])
    ranked = scene.salience.ranked(name.sentence, lambda entity: _can_be(scene, entity, word, sex, former=False))
    return ranked[0][1] if ranked and ranked[0][0] >= JUST and _leads(ranked) else None


def _leads(ranked: list[tuple[float, Entity]]) -> bool:
    return len(ranked) == 1 or ranked[0][0] >= LEAD * ranked[1][0]
