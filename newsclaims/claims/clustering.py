"""Clusters: what several documents say in nearly the same words, and who changed which words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Literal

import attrs

from newsclaims.claims.similar import alike
from newsclaims.model import Document
from newsclaims.spans import Span

WORD = r"\w+(?:['’]\w+)*"
FEWEST = 3
"""Fewer different words than this are no evidence that two texts are the same."""
LONGEST = 500
"""Words of a quote that are compared one by one; what follows is left out of the differences."""


@attrs.frozen
class Member:
    """A quote or claim in a cluster: the number of its ``document`` (from 0) with its ``id``, and its ``index`` in that."""

    document: int
    id: str | None
    kind: Literal["quote", "claim"]
    index: int
    span: Span
    text: str


@attrs.frozen
class Change:
    """Words that one text has in the place of those of another; either may be none."""

    before: str
    after: str


@attrs.frozen
class Cluster:
    """Quotes or claims in nearly the same words, in the order of the documents."""

    members: tuple[Member, ...]

    def changes(self, member: int) -> tuple[Change, ...]:
        """What the member of that number changed against the first, word by word; case and marks do not count.

        Raises:
            IndexError: there is no such member.
        """
        return tuple(_changes(self.members[0].text, self.members[member].text))


def cluster(documents: Iterable[Document], *, what: Literal["quotes", "claims"] = "quotes", share: float = 0.6) -> tuple[Cluster, ...]:
    """Groups of quotes (or claims) that stand in the documents more than once, in nearly the same words.

    Two belong together where they share at least ``share`` (0 to 1) of the different words in either, and so do those each is like.

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
    members = [member for number, document in enumerate(documents) for member in _members(number, document, what)]
    words = [frozenset(_words(member.text)) for member in members]
    leaders = _leaders([each if len(each) >= FEWEST else frozenset() for each in words], share)
    groups: dict[int, list[Member]] = {}
    for leader, member in zip(leaders, members, strict=True):
        groups.setdefault(leader, []).append(member)
    return tuple(Cluster(tuple(group)) for group in groups.values() if len(group) > 1)


def _members(number: int, document: Document, what: str) -> Iterator[Member]:
    if what == "quotes":
        for index, quote in enumerate(document.quotes):
            yield Member(number, document.id, "quote", index, quote.span, quote.text)
    else:
        for index, claim in enumerate(document.claims):
            yield Member(number, document.id, "claim", index, claim.span, claim.text)


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
    old, new = re.findall(WORD, before)[:LONGEST], re.findall(WORD, after)[:LONGEST]
    matcher = difflib.SequenceMatcher(None, [word.casefold() for word in old], [word.casefold() for word in new], autojunk=False)
    for kind, first, stop, into, end in matcher.get_opcodes():
        if kind != "equal":
            yield Change(" ".join(old[first:stop]), " ".join(new[into:end]))
