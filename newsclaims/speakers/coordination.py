"""Several sources at once, and a source that holds a name."""

from __future__ import annotations

from newsclaims.speakers.base import Answer, resolution_rule
from newsclaims.speakers.epithets import told_by_origin
from newsclaims.speakers.scene import Scene
from newsclaims.speakers.sources import Source

MOST_OF_ORIGIN = 4  # words of “the New Orrel Unionist”


@resolution_rule("several-sources")
def several_sources(scene: Scene, source: Source) -> Answer:
    """Vane and Kell: a group of those."""
    if source.form != "several":
        return "it is one source"
    group = scene.open(source, "group", resolved=True, named=True)
    members = []
    for part in source.members:
        found, _ = scene.resolve(part)
        scene.mentions[found.number].append((part.first, part.last))
        members.append(found)
    group.members = tuple(members)
    _share_title(scene, source)
    return group


def _share_title(scene: Scene, source: Source) -> None:
    """One title for several: "Senators Ell and Lund"."""
    names = [part.name for part in source.members if part.name is not None]
    if not names or names[0].title is None or names[0].title not in scene.words.plural_titles:
        return
    for name in names[1:]:
        entity = scene.entity_of(name)
        if name.title is None and not entity.heads:
            entity.add_role(names[0].title, None, scene.words)


@resolution_rule("name")
def by_name(scene: Scene, source: Source) -> Answer:
    """The source holds a name: who bears it."""
    if source.name is None or not source.name.parts:
        return "there is no name in the source"
    if source.name.definite and len(source.name.parts) < MOST_OF_ORIGIN:
        found = told_by_origin(scene, source.name)
        if found is not None:
            return found
    found = scene.clusters.take_in(source.name)
    if source.head < source.name.first:
        scene.evidence.apposed(source.first, source.head, source.name.first - 1, found)
    return found
