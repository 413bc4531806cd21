"""Audit: the table of whom a collection of articles quotes, and how much."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from newsclaims.errors import MissingExtraError
from newsclaims.formats.records import csv_cell
from newsclaims.model import Alias, Document, Quote, Speaker
from newsclaims.speakers.counting import words_said
from newsclaims.speakers.merging import MergedSpeaker, merge

if TYPE_CHECKING:
    import pandas

COLUMNS = (
    "name",
    "kind",
    "role",
    "affiliation",
    "gender",
    "named",
    "quotes",
    "words",
    "quote_share",
    "word_share",
    "documents",
    "first_document",
    "first_position",
)
TOTAL, NO_SOURCE = "(total)", "(no source)"
DECIMALS = 4


@attrs.frozen
class AuditRow:
    """One speaker: ``quotes`` and ``words`` said, with their shares of all (0 to 1); in how many ``documents``.

    ``first_document`` is the index of the first of them, ``first_position`` where (0 to 1 of its length) the speaker
    is first mentioned there. ``gender`` is evidence from the texts or ``None``.
    """

    name: str
    kind: str | None
    role: str | None
    affiliation: str | None
    gender: str | None
    named: bool | None
    quotes: int
    words: int
    quote_share: float
    word_share: float
    documents: int
    first_document: int | None
    first_position: float | None


@attrs.frozen
class Audit:
    """Whom a collection quotes: a row a speaker, the most quoted first; a row for what has no source; the total.

    >>> from newsclaims import extract
    >>> table = audit([extract("“It rained all day,” said Orla Vane. “Yes,” Kell said.")])
    >>> [(row.name, row.quotes, row.words) for row in table.rows]
    [('Orla Vane', 1, 4), ('Kell', 1, 1)]
    >>> table.total.quotes
    2
    """

    rows: tuple[AuditRow, ...]
    total: AuditRow

    def __iter__(self) -> Iterator[AuditRow]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def to_records(self) -> list[dict[str, Any]]:
        """A dict a row, the total last."""
        return [attrs.asdict(row) for row in (*self.rows, self.total)]

    def to_csv(self) -> str:
        """The rows and the total as CSV (RFC 4180) with a header; what is ``None`` is empty.

        A cell that a spreadsheet would take for a formula begins with an apostrophe.
        """
        out = io.StringIO()
        writer = csv.DictWriter(out, COLUMNS)
        writer.writeheader()
        for record in self.to_records():
            writer.writerow({column: csv_cell(value) for column, value in record.items()})
        return out.getvalue()

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from newsclaims.formats.html.pieces import table_piece

        return table_piece(COLUMNS, (list(record.values()) for record in self.to_records()))

    def to_dataframe(self) -> pandas.DataFrame:
        """The rows as a pandas data frame, without the total.

        Raises:
            MissingExtraError: pandas is not installed (``pip install 'newsclaims[pandas]'``).
        """
        try:
            import pandas
        except ImportError as error:
            raise MissingExtraError("pandas", "pandas") from error
        return pandas.DataFrame([attrs.asdict(row) for row in self.rows], columns=list(COLUMNS))


def audit(docs: Iterable[Document], *, aliases: Mapping[str, str | Alias] | None = None) -> Audit:
    """Counts whom the documents quote. Speakers are joined over documents as :func:`newsclaims.speakers.merge` does.

    ``aliases`` maps what texts call somebody to the name to go by. The words of a quote that two sources share count once,
    for the group they make.
    """
    documents = list(docs)
    merged = merge(documents, aliases=aliases)
    owner = {place: at for at, speaker in enumerate(merged.speakers) for place, _ in speaker.speakers}
    counts = _Counts()
    for at, document in enumerate(documents):
        places = {_mark(speaker): index for index, speaker in enumerate(document.speakers)}
        for quote in document.quotes:
            speaker = None if quote.speaker is None else owner.get((at, places.get(_mark(quote.speaker), -1)))
            counts.add(speaker, quote, at)
    rows = [_row(speaker, counts, at, documents) for at, speaker in enumerate(merged.speakers) if at in counts.quotes]
    rows.sort(key=lambda row: (-row.quotes, -row.words, row.name))
    if None in counts.quotes:
        rows.append(_sums(NO_SOURCE, counts, None))
    everyone = AuditRow(TOTAL, None, None, None, None, None, counts.all_quotes, counts.all_words, 1.0, 1.0, len(documents), None, None)
    if not counts.all_quotes:
        everyone = attrs.evolve(everyone, quote_share=0.0, word_share=0.0)
    return Audit(tuple(rows), everyone)


def _mark(speaker: Speaker) -> tuple[object, ...]:
    """Tells a document's speakers apart, without looking at all their mentions."""
    return speaker.name, speaker.kind, speaker.mentions[:1]


class _Counts:
    """Quotes and words by index of the merged speaker; ``None`` for quotes without one."""

    def __init__(self) -> None:
        self.quotes: dict[int | None, int] = {}
        self.words: dict[int | None, int] = {}
        self.documents: dict[int | None, set[int]] = {}
        self.all_quotes = self.all_words = 0

    def add(self, speaker: int | None, quote: Quote, document: int) -> None:
        words = words_said(quote)
        self.quotes[speaker] = self.quotes.get(speaker, 0) + 1
        self.words[speaker] = self.words.get(speaker, 0) + words
        self.documents.setdefault(speaker, set()).add(document)
        self.all_quotes += 1
        self.all_words += words

    def shares(self, speaker: int | None) -> tuple[float, float]:
        quotes = self.quotes[speaker] / self.all_quotes
        words = self.words[speaker] / self.all_words if self.all_words else 0.0
        return round(quotes, DECIMALS), round(words, DECIMALS)


def _row(speaker: MergedSpeaker, counts: _Counts, at: int, documents: list[Document]) -> AuditRow:
    (document, _), first = speaker.speakers[0]
    length = len(documents[document].text)
    position = round(first.mentions[0].start / length, DECIMALS) if first.mentions and length else None
    row = _sums(speaker.name, counts, at)
    return attrs.evolve(
        row,
        kind=speaker.kind.value,
        role=speaker.role,
        affiliation=speaker.affiliation,
        gender=speaker.gender,
        named=speaker.named,
        first_document=document,
        first_position=position,
    )


def _sums(name: str, counts: _Counts, at: int | None) -> AuditRow:
    quote_share, word_share = counts.shares(at)
    quotes, words, documents = counts.quotes[at], counts.words[at], len(counts.documents[at])
    return AuditRow(name, None, None, None, None, None, quotes, words, quote_share, word_share, documents, None, None)
