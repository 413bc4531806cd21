"""Clusters: what several documents say in nearly the same words, and who changed which words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Literal

import attrs

from newsclaims.claims.similar import alike
from newsclaims.model import Document
from newsclaims.shown import Shown
from newsclaims.spans import Span

WORD = r"\w+(?:['’]\w+)*"
FEWEST = 3
"""Fewer different words than this are no evidence that two texts are the same."""
COMPARED_WORDS = 500
"""Words of a quote that are compared one by one; what follows is left out of the differences."""


@attrs.frozen(repr=False)
class Member(Shown):
    """A quote or claim in a cluster: the number of its ``document`` (from 0) with its ``id``, and its ``index`` in that.

    ``speaker`` is the name of who says it, ``date`` and ``outlet`` are those of the document's metadata, as text; ``None`` where it is not
    known.
    """

    _shows = ("text", "id", "kind", "speaker", "date")

    document: int
    id: str | None
    kind: Literal["quote", "claim"]
    index: int
    span: Span
    text: str
    speaker: str | None = None
    date: str | None = None
    outlet: str | None = None

    @property
    def origin(self) -> str:
        """Where it stands, for a reader, that is, the outlet, else the document's id or number."""
        return self.outlet or self.id or f"document {self.document}"


@attrs.frozen(repr=False)
class Change(Shown):
    """Words that one text has in the place of those of another; either may be none."""

    _shows = ("before", "after")

    before: str
    after: str


@attrs.frozen(repr=False)
class Variant(Shown):
    """One wording: its ``members``, the earliest first, and what it changed against the first wording of all."""

    _shows = ("text", "members", "changes")

    members: tuple[Member, ...]
    changes: tuple[Change, ...]

    @property
    def text(self) -> str:
        """The words, as the first who has them writes them."""
        return self.members[0].text


@attrs.frozen(repr=False)
class Cluster(Shown):
    """Quotes or claims in nearly the same words, the earliest first; those without a date follow, in the order of the documents."""

    _shows = ("text", "members")

    members: tuple[Member, ...]

    @property
    def text(self) -> str:
        """The words, as the earliest has them."""
        return self.members[0].text

    @property
    def variants(self) -> tuple[Variant, ...]:
        """The wordings, the earliest first, that is, who has which, and who changed what; case and marks make no other wording."""
        groups: dict[tuple[str, ...], list[Member]] = {}
        for member in self.members:
            groups.setdefault(tuple(_words(member.text)), []).append(member)
        return tuple(Variant(tuple(group), tuple(_changes(self.members[0].text, group[0].text))) for group in groups.values())

    @property
    def aligned(self) -> tuple[tuple[str, ...], ...]:
        """The wordings word by word, one below the other, with a row for each variant; a cell holds what stands there."""
        first, *others = (re.findall(WORD, variant.text)[:COMPARED_WORDS] for variant in self.variants)
        return _rows(first, others)

    def changes(self, member: int) -> tuple[Change, ...]:
        """What the member of that number changed against the first, word by word; case and marks do not count.

        Raises:
            IndexError: there is no such member.
        """
        return tuple(_changes(self.members[0].text, self.members[member].text))

    def to_html(self) -> str:
        """A page that needs nothing else: the wordings below one another, with who has them, and the words that differ marked."""
        from newsclaims.formats.html.variants import variants_page

        return variants_page((self,))

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from newsclaims.formats.html.variants import variants_piece

        return variants_piece(self)


def cluster(
    documents: Iterable[Document], *, what: Literal["quotes", "claims"] = "quotes", share: float = 0.6, progress: bool = False
) -> tuple[Cluster, ...]:
    """Groups of quotes (or claims) that stand in the documents more than once, in nearly the same words.

    Two belong together where they share at least ``share`` (0 to 1) of the different words in either, and so do those each is like.
    ``metadata["date"]`` (ISO 8601) tells which was earlier, ``metadata["outlet"]`` whose it is. The time grows with the documents.
    ``progress`` shows a bar on standard error.

    >>> from newsclaims import extract
    >>> texts = ("“We will never sell the old harbour,” Vane said.", "“We will not sell the old harbour,” said Vane.")
    >>> [found] = cluster(extract(text) for text in texts)
    >>> found.changes(1)
    (Change(before='never', after='not'),)

    Raises:
        ValueError: ``what`` is neither of the two, or ``share`` is not over 0 and at most 1.
    """
    if what not in ("quotes", "claims"):
        raise ValueError(f"what must be 'quotes' or 'claims', not {what!r}")
    if not 0 < share <= 1:
        raise ValueError(f"share must be over 0 and at most 1, not {share!r}")
    from tqdm import tqdm

    documents = tqdm(documents, unit=" documents", disable=not progress)
    members = [member for number, document in enumerate(documents) for member in _members(number, document, what)]
    words = [frozenset(_words(member.text)) for member in members]
    leaders = _leaders([each if len(each) >= FEWEST else frozenset() for each in words], share)
    groups: dict[int, list[Member]] = {}
    for leader, member in zip(leaders, members, strict=True):
        groups.setdefault(leader, []).append(member)
    return tuple(Cluster(tuple(sorted(group, key=_time))) for group in groups.values() if len(group) > 1)


def _time(member: Member) -> tuple[bool, str, int, int]:
    return member.date is None, member.date or "", member.document, member.index


def _members(number: int, document: Document, what: str) -> Iterator[Member]:
    date, outlet = (_told(document, name) for name in ("date", "outlet"))
    if what == "quotes":
        for index, quote in enumerate(document.quotes):
            who = None if quote.speaker is None else quote.speaker.name
            yield Member(number, document.id, "quote", index, quote.span, quote.text, who, date, outlet)
    else:
        for index, claim in enumerate(document.claims):
            who = None if claim.claimer is None else claim.claimer.name
            yield Member(number, document.id, "claim", index, claim.span, claim.text, who, date, outlet)


def _told(document: Document, name: str) -> str | None:
    """What the metadata say, as text; a date with a time of day sorts after the day alone."""
    value = (document.metadata or {}).get(name)
    return None if value is None or value == "" else str(value)


def _leaders(sets: list[frozenset[str]], share: float) -> list[int]:
    """For each set the first of those it is joined to. The same set again is joined without a look at any other."""
    first: dict[frozenset[str], int] = {}
    leader = [first.setdefault(words, index) if words else index for index, words in enumerate(sets)]
    distinct = [words if leader[index] == index else frozenset() for index, words in enumerate(sets)]
    for earlier, later in alike(distinct, share):
        one, other = _leader(leader, earlier), _leader(leader, later)
        leader[max(one, other)] = min(one, other)
    return [_leader(leader, index) for index in range(len(sets))]


def _leader(leader: list[int], index: int) -> int:
    while leader[index] != index:
        leader[index] = leader[leader[index]]  # halves the way for the next
        index = leader[index]
    return index


def _words(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(WORD, text)]


def _changes(before: str, after: str) -> Iterator[Change]:
    old, new = re.findall(WORD, before)[:COMPARED_WORDS], re.findall(WORD, after)[:COMPARED_WORDS]
    for kind, first, stop, into, end in _steps(old, new):
        if kind != "equal":
            yield Change(" ".join(old[first:stop]), " ".join(new[into:end]))


def _steps(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    matcher = difflib.SequenceMatcher(None, [word.casefold() for word in old], [word.casefold() for word in new], autojunk=False)
    return [*matcher.get_opcodes()]


def _rows(first: list[str], others: Iterable[list[str]]) -> tuple[tuple[str, ...], ...]:
    """Each of the others laid along the first, which has a cell for each word and one before each for what others put in there."""
    size = 2 * len(first) + 1
    rows = [[""] * size]
    rows[0][1::2] = first
    for words in others:
        row = [""] * size
        for kind, begin, stop, into, end in _steps(first, words):
            if kind == "equal":
                row[2 * begin + 1 : 2 * stop : 2] = words[into:end]
            elif kind == "insert":
                row[2 * begin] = " ".join(words[into:end])
            elif kind == "replace":
                row[2 * begin + 1] = " ".join(words[into:end])
        rows.append(row)
    used = [at for at in range(size) if any(row[at] for row in rows)]
    return tuple(tuple(row[at] for at in used) for row in rows)
