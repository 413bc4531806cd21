"""Aliases that the caller knows: looked up before all else, on the whole source and on every name."""

from __future__ import annotations

from collections.abc import Mapping

from newsclaims.model import Alias
from newsclaims.speakers.base import Answer, resolution_rule
from newsclaims.speakers.same_names import split
from newsclaims.speakers.scene import Scene
from newsclaims.speakers.sources import Source
from newsclaims.speakers.words import folded

Aliases = Mapping[tuple[str, ...], Alias]


def prepared(aliases: Mapping[str, str | Alias]) -> Aliases:
    """The aliases by their words as they are compared, each with the name to go by; the name itself leads to it too."""
    known = {split(alias): Alias(wanted) if isinstance(wanted, str) else wanted for alias, wanted in aliases.items()}
    for wanted in list(known.values()):
        if wanted.id is not None:
            known.setdefault(split(wanted.name), wanted)
    return known


@resolution_rule("alias")
def by_alias(scene: Scene, source: Source) -> Answer:
    """What the caller says somebody is called: the Iron Mayor, for Orla Vane."""
    aliases = scene.clusters.aliases
    if not aliases:
        return "no aliases are given"
    openers = scene.clusters.alias_openers
    for first in (at for at in (source.first, source.first + 1) if at <= source.last and folded(scene.lower[at]) in openers):
        for last in dict.fromkeys((source.last, source.head)):
            wanted = aliases.get(split(" ".join(scene.lower[first : last + 1])))
            if wanted is not None:
                return scene.clusters.called(wanted, (first, last))
    return "the words are no alias"
