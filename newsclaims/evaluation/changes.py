"""What changed from one run to the next."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from newsclaims.evaluation.gold import GoldArticle
from newsclaims.evaluation.matching import Words, judge, paired, source_of, touching
from newsclaims.evaluation.runs import Run
from newsclaims.model import Document, Quote
from newsclaims.shown import Shown


class ChangeKind(str, enum.Enum):
    """Found now and not before, before and not now, or given another source."""

    GAINED = "gained"
    LOST = "lost"
    REATTRIBUTED = "re-attributed"


@attrs.frozen(repr=False)
class Change(Shown):
    """A quote that two runs do not agree on.

    ``old`` is ``None`` for one gained, ``new`` for one lost. ``old_right`` and ``new_right`` say whether content and source
    are those of an annotated quote; ``None`` where there is no such quote or no annotation of the article.
    """

    _shows = ("kind", "document", "old", "new")

    kind: ChangeKind
    document: str | None
    old: Quote | None
    new: Quote | None
    old_right: bool | None = None
    new_right: bool | None = None

    def to_dict(self) -> dict[str, Any]:
        """The change as plain dicts, strings and numbers."""
        return {
            "change": self.kind.value,
            "document": self.document,
            "old": None if self.old is None else {**_record(self.old), "right": self.old_right},
            "new": None if self.new is None else {**_record(self.new), "right": self.new_right},
        }


def compare(old: Iterable[Document], new: Iterable[Document], gold: Iterable[GoldArticle] = ()) -> tuple[Change, ...]:
    """The quotes gained, lost and re-attributed between two runs over the same articles.

    Documents go together by their text; one that only one of the runs has is passed over. Two quotes are the same when
    their contents share at least half of the words in either, and have the same source when the two share a word. With
    annotated articles each change tells whether it is for the better.

    >>> from newsclaims import Document, extract
    >>> document = extract("“The port is closed,” Orla Vane said.")
    >>> [(change.kind.value, change.new.source.text) for change in compare([Document(document.text)], [document])]
    [('gained', 'Orla Vane')]
    """
    before = Run(old)
    articles = {article.text: article for article in gold}
    changes: list[Change] = []
    for document in new:
        earlier = before.of(document.text)
        if earlier is not None:
            changes.extend(_changes(earlier, document, articles.get(document.text)))
    return tuple(changes)


def _changes(old: Document, new: Document, article: GoldArticle | None) -> Iterator[Change]:
    words = Words(new.text)
    was, now = ([words.ids(quote.contents) for quote in document.quotes] for document in (old, new))
    match = paired(now, was)
    old_right, new_right = _right(old, article), _right(new, article)
    for index, quote in enumerate(new.quotes):
        if index not in match:
            yield Change(ChangeKind.GAINED, new.id, None, quote, None, new_right.get(index))
            continue
        before = old.quotes[match[index]]
        if not touching(words.ids(source_of(before)), words.ids(source_of(quote))):
            yield Change(ChangeKind.REATTRIBUTED, new.id, before, quote, old_right.get(match[index]), new_right.get(index))
    for index in sorted(set(range(len(old.quotes))) - set(match.values())):
        yield Change(ChangeKind.LOST, new.id, old.quotes[index], None, old_right.get(index), None)


def _right(document: Document, article: GoldArticle | None) -> dict[int, bool]:
    if article is None:
        return {}
    return {verdict.index: verdict.right for verdict in judge(article, document).verdicts}


def _record(quote: Quote) -> dict[str, Any]:
    source = None if quote.source is None else quote.source.text
    return {
        "text": quote.text,
        "start": quote.span.start,
        "end": quote.span.end,
        "source": source,
        "rule": quote.rule,
        "kind": quote.kind.value,
    }
