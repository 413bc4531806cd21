"""The same speakers over many documents, joined only where the texts make it sure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from newsclaims.model import Alias, Document, Speaker, SpeakerKind
from newsclaims.model.speaker import told_apart
from newsclaims.shown import Shown
from newsclaims.speakers.same_names import compatible, split

NOBODY = -1
Key = tuple[str, ...]
Place = tuple[int, int]
"""A speaker's place: index of the document, index in its ``speakers``."""


@attrs.frozen(repr=False)
class Merge(Shown):
    """Two speakers taken to be one: their places, and why."""

    _shows = ("one", "other", "reason")

    one: Place
    other: Place
    reason: str


@attrs.frozen(repr=False)
class MergedSpeaker(Shown):
    """One speaker over a collection.

    ``name`` is the fullest name of all; ``speakers`` are the speakers of the documents with their places (index of the
    document, index in ``Document.speakers``).
    """

    _shows = ("name", "kind", "role", "speakers")

    name: str
    kind: SpeakerKind
    role: str | None
    affiliation: str | None
    gender: str | None
    named: bool
    speakers: tuple[tuple[Place, Speaker], ...]


@attrs.frozen(repr=False)
class MergedSpeakers(Shown):
    """The speakers of a collection, in order of their first place, and every merge with its reason."""

    _shows = ("speakers", "merges")

    speakers: tuple[MergedSpeaker, ...]
    merges: tuple[Merge, ...]
    _homes: dict[Place, MergedSpeaker] = attrs.field(init=False, repr=False, eq=False, factory=dict)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from newsclaims.formats.html.pieces import table_piece

        columns = ("name", "kind", "role", "affiliation", "gender", "named", "documents")
        told = ((*_of(each), len({place for (place, _), _ in each.speakers})) for each in self.speakers)
        return table_piece(columns, told)

    def of(self, document: int, speaker: int) -> MergedSpeaker:
        """The merged speaker that holds the speaker at a place.

        Raises:
            KeyError: there is no such place.
        """
        if not self._homes:
            self._homes.update((place, merged) for merged in self.speakers for place, _ in merged.speakers)
        return self._homes[document, speaker]


def _wanted(name: str | Alias) -> str:
    return name if isinstance(name, str) else name.name


def _of(speaker: MergedSpeaker) -> tuple[object, ...]:
    return speaker.name, speaker.kind.value, speaker.role, speaker.affiliation, speaker.gender, speaker.named


def merge(docs: Iterable[Document], *, aliases: Mapping[str, str | Alias] | None = None) -> MergedSpeakers:
    """The speakers of many documents, with those joined that are the same beyond doubt.

    Two are one where they have the same whole name (of two words or more) and nothing speaks against it, the same
    alias, the same name of an organisation, or the same family name and the same role or affiliation. A family name
    alone joins nobody, and nobody without a name is joined at all. ``aliases`` maps names to the name to go by.

    >>> from newsclaims import extract
    >>> merged = merge([extract("“No,” said Orla Vane."), extract("“Yes,” said Orla Vane. “No,” said Kell.")])
    >>> [(speaker.name, len(speaker.speakers)) for speaker in merged.speakers]
    [('Orla Vane', 2), ('Kell', 1)]
    >>> merged.merges[0].reason
    'the same whole name: Orla Vane'
    """
    groups = _Groups({_key(alias): " ".join(_wanted(name).split()) for alias, name in (aliases or {}).items()})
    for at, document in enumerate(docs):
        for index, speaker in enumerate(document.speakers):
            groups.add((at, index), speaker)
    return MergedSpeakers(tuple(_merged(group, groups.aliases) for group in groups.groups if group), tuple(groups.merges))


def speakers_of_quotes(documents: Sequence[Document], merged: MergedSpeakers) -> list[list[int | None]]:
    """For each quote of each document which of the merged speakers speaks, by its index; ``None`` where the quote has no speaker."""
    owners = {place: index for index, speaker in enumerate(merged.speakers) for place, _ in speaker.speakers}
    found: list[list[int | None]] = []
    for at, document in enumerate(documents):
        places = {told_apart(speaker): index for index, speaker in enumerate(document.speakers)}
        heard = (quote.speaker for quote in document.quotes)
        found.append([None if speaker is None else owners.get((at, places.get(told_apart(speaker), NOBODY))) for speaker in heard])
    return found


class _Groups:
    """Speakers joined one by one; every reason to join is a key, and a key leads to the group that has it."""

    def __init__(self, aliases: Mapping[str, str]) -> None:
        self.aliases = aliases
        self.groups: list[list[tuple[Place, Speaker]]] = []
        self.merges: list[Merge] = []
        self._by_key: dict[Key, int] = {}
        self._genders: list[set[str]] = []
        self._names: list[tuple[str, ...]] = []

    def add(self, place: Place, speaker: Speaker) -> None:
        """Puts a speaker into the group it is one with, or into one of its own."""
        name = self.aliases.get(_key(speaker.name), speaker.name)
        parts = split(_key(name))
        keys = _keys(speaker, name, parts, alias=_key(speaker.name) in self.aliases) if speaker.named and not speaker.members else {}
        at, reason = self._home(keys, parts, speaker.gender)
        if at < 0:
            at = self._new()
        else:
            self.merges.append(Merge(self.groups[at][0][0], place, reason))
        self.groups[at].append((place, speaker))
        if speaker.gender is not None:
            self._genders[at].add(speaker.gender)
        self._names[at] = max(self._names[at], parts, key=len)
        for key in keys:
            if self._by_key.setdefault(key, at) != at:
                self._by_key[key] = NOBODY

    def _new(self) -> int:
        self.groups.append([])
        self._genders.append(set())
        self._names.append(())
        return len(self.groups) - 1

    def _home(self, keys: Mapping[Key, str], parts: tuple[str, ...], gender: str | None) -> tuple[int, str]:
        for key, reason in keys.items():
            at = self._by_key.get(key, NOBODY)
            if at != NOBODY and (gender is None or self._genders[at] <= {gender}) and compatible(parts, self._names[at]):
                return at, reason
        return NOBODY, ""


def _keys(speaker: Speaker, name: str, parts: tuple[str, ...], *, alias: bool) -> dict[Key, str]:
    """What can make this speaker one with another, the surest first, each with its reason."""
    if not parts:
        return {}
    keys: dict[Key, str] = {}
    if len(parts) > 1:
        keys[("name", *parts)] = f"the same alias: {name}" if alias else f"the same whole name: {name}"
    elif speaker.kind is not SpeakerKind.PERSON:
        keys[("name", *parts)] = f"the same name: {name}"
    if speaker.kind is SpeakerKind.PERSON:
        for what, value in (("role", speaker.role), ("affiliation", speaker.affiliation)):
            if value is not None:
                keys[(what, parts[-1], _key(value))] = f"the same family name and {what}: {name}, {value}"
    return keys


def _key(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())


def _merged(group: list[tuple[Place, Speaker]], aliases: Mapping[str, str]) -> MergedSpeaker:
    speakers = [speaker for _, speaker in group]
    name = max((aliases.get(_key(speaker.name), speaker.name) for speaker in speakers), key=lambda name: len(name.split()))
    first = speakers[0]
    return MergedSpeaker(
        name=name,
        kind=next((speaker.kind for speaker in speakers if speaker.kind is not SpeakerKind.UNKNOWN), first.kind),
        role=next((speaker.role for speaker in speakers if speaker.role is not None), None),
        affiliation=next((speaker.affiliation for speaker in speakers if speaker.affiliation is not None), None),
        gender=next((speaker.gender for speaker in speakers if speaker.gender is not None), None),
        named=first.named,
        speakers=tuple(group),
    )
