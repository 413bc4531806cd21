"""Descriptions that a name explains: a role comes first, and who has it is named right after."""

from __future__ import annotations

import bisect
import operator

from newsclaims.grammar.walking import past_one
from newsclaims.grammar.word_classes import AS, COMMA, END_MARK, FINITE, OPEN_QUOTE
from newsclaims.model import RegionKind
from newsclaims.speakers.entities import Entity
from newsclaims.speakers.headlines import ASIDE
from newsclaims.speakers.name import Name
from newsclaims.speakers.scene import Scene
from newsclaims.speakers.sources import Source, is_owned

OPENING = 3  # sentences of running text that open a story
SOON = 2  # sentences after a role in which its holder has to be named
BESIDE = 3  # tokens between a description and the name that is set off beside it: ", retired teacher Orla Vane,"

FARTHEST = 14  # tokens after a noun in which a clause tells the name
CLAUSE_END = COMMA + END_MARK + OPEN_QUOTE  # what a description goes no further than

_start = operator.attrgetter("start")


def set_off_beside(scene: Scene, source: Source) -> Entity | None:
    """Who is named between commas right after it: "One of them, retired teacher Orla Vane, said"."""
    comma = source.last + 1
    if source.word not in scene.words.ones and scene.words.kind_of_noun(source.word) != "person":
        return None
    if scene.shape[comma : comma + 1] != COMMA:
        return None
    name = next(iter(scene.reader.names_in(comma + 1, comma + 1 + BESIDE)), None)
    if name is None or len(name.parts) < 2 or name.body or name.entity < 0 or name.first > comma + 2:
        return None
    closed = scene.shape[name.end + 1 : name.end + 2]
    return scene.entity_of(name) if closed == COMMA else None


def named_in_clause(scene: Scene, source: Source) -> Entity | None:
    """Who is named in a clause of its own: "A mother, who can only be identified as Mrs K, said", "A man who gave his name as Ben"."""
    shape = scene.shape
    low = past_one(shape, source.head + 1, len(shape), COMMA)
    high = min(scene.layers.tokens.sentence_starts[scene.sentence(source.first) + 1], low + FARTHEST)
    stop = next((k for k in range(low, high) if shape[k] in CLAUSE_END), high)
    named = next((k + 1 for k in range(low + 1, stop) if shape[k] == AS and _is_naming(scene, low, k)), 0)
    name = next((name for name in scene.reader.names_in(named, named + BESIDE) if name.first == named), None) if named else None
    return scene.clusters.take_in(name) if name is not None and name.parts and not name.body else None


def _is_naming(scene: Scene, low: int, at: int) -> bool:
    """Whether "as" comes after a word of naming: "identified only as", "gave her name as"."""
    return any(scene.lower[k] in scene.words.named_as for k in range(max(low, at - 3), at))


def named_next(scene: Scene, source: Source, noun: str) -> Entity | None:
    """Who is named next, for the first time and without a role, where a story opens with a role or tells of kin.

    "The Housing Secretary gave way last night. Orla Vane told the house that ...": the name is that of the secretary.
    """
    sentence = scene.sentence(source.first)
    kin = is_owned(scene.shape, source.first, source.head) and noun in scene.words.kin
    if source.plural or not (kin or opens_story(scene, sentence)):
        return None
    name = _next_new_name(scene, source, sentence)
    if name is None or not _is_bare(scene, name, noun):
        return None
    low = scene.layers.tokens.sentence_starts[name.sentence]
    apart = _paragraphs_between(scene, sentence, name.sentence)
    if kin:
        return scene.entity_of(name) if apart == 0 else None
    if name.first != low or apart > 1:
        return None
    office = scene.words.lines.get(noun) == "office"
    return None if office and scene.shape[name.last + 1] not in FINITE else scene.entity_of(name)


def _paragraphs_between(scene: Scene, sentence: int, other: int) -> int:
    """How many paragraphs of running text on one sentence stands from another; a line with the writer's name is none."""
    paragraphs = range(scene.paragraph(sentence) + 1, scene.paragraph(other) + 1)
    return sum(paragraph >= len(scene.layers.regions) or scene.layers.regions[paragraph] not in ASIDE for paragraph in paragraphs)


def opens_story(scene: Scene, sentence: int) -> bool:
    """Whether a sentence is one of the first of the running text."""
    before = sum(scene.layers.region(k) is RegionKind.TEXT for k in range(min(sentence, 4 * OPENING)))
    return sentence < 4 * OPENING and before < OPENING


def _next_new_name(scene: Scene, source: Source, sentence: int) -> Name | None:
    """The first whole name after a source that the text has not had before, if it is a source too."""
    names = scene.names
    for at in range(bisect.bisect_right(names, source.last, key=_start), len(names)):
        name = names[at]
        if name.sentence > sentence + SOON:
            return None
        if name.headline:
            continue
        if len(name.parts) > 1 and name.entity >= 0 and not name.body and scene.entity_of(name).first_token == name.first:
            return name if name.start in scene.speaking else None
    return None


def _is_bare(scene: Scene, name: Name, noun: str) -> bool:
    """Whether nothing tells what else somebody is."""
    entity = scene.entity_of(name)
    titled = name.title is not None and name.title not in scene.words.address
    if titled or entity.kind not in (None, "person") or not entity.heads <= {noun}:
        return False
    sex = scene.words.gender_of(noun)
    return sex is None or entity.sex in (None, sex)
