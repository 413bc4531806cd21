"""Audit: the table of whom a collection of articles quotes, and how much."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from newsclaims.errors import MissingExtraError
from newsclaims.formats.records import csv_cell, key_of
from newsclaims.language import Language, load_language
from newsclaims.model import Alias, Document, Quote
from newsclaims.sampling import Share, wilson
from newsclaims.shown import Shown, meant
from newsclaims.speakers.counting import words_said
from newsclaims.speakers.merging import MergedSpeaker, merge, speakers_of_quotes
from newsclaims.speakers.source_types import pronouns, source_type

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
    "group",
    "type",
    "type_because",
    "pronouns",
    "resolved",
    "anonymity",
)
DTYPES = {
    **dict.fromkeys(("named", "resolved"), "boolean"),
    **dict.fromkeys(("quotes", "words", "documents"), "Int64"),
    **dict.fromkeys(("quote_share", "word_share", "first_position"), "float64"),
}
"""Of the columns that are no words."""
DATE_PARTS = {"month": 7, "year": 4}  # characters of a date in ISO 8601
TOTAL, NO_SOURCE = "(total)", "(no source)"
DECIMALS = 4


@attrs.frozen(repr=False)
class AuditRow(Shown):
    """One speaker: ``quotes`` and ``words`` said, with their shares of all (0 to 1) of the ``group``; in how many ``documents``.

    ``group`` is the value of what the audit was made ``by``, or ``None``. ``type`` is the sort of source (official, expert,
    spokesman, company, citizen, anonymous, document) and ``type_because`` the words that say so; ``pronouns`` are those the texts use,
    ``gender`` evidence from the texts or ``None``; ``resolved`` tells whether the texts say who it is at all; ``anonymity`` is the
    reason a text gives for naming nobody. ``first_document`` is the id of the first document (without one its position),
    ``first_position`` where (0 to 1 of its length) the speaker is first mentioned there.
    """

    _shows = ("name", "kind", "quotes", "words", "quote_share", "documents")

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
    first_document: str | None
    first_position: float | None
    group: str | None = None
    type: str | None = None
    type_because: str | None = None
    pronouns: str | None = None
    resolved: bool | None = None
    anonymity: str | None = None


@attrs.frozen(repr=False)
class Audit(Shown):
    """Whom a collection quotes: a row a speaker, the most quoted first; a row for what has no source; the total.

    >>> from newsclaims import extract
    >>> table = audit([extract("“It rained all day,” said Orla Vane. “Yes,” Kell said.")])
    >>> [(row.name, row.quotes, row.words) for row in table.rows]
    [('Orla Vane', 1, 4), ('Kell', 1, 1)]
    >>> table.total.quotes
    2
    """

    _shows = ("rows",)

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
        frame = pandas.DataFrame([attrs.asdict(row) for row in self.rows], columns=list(COLUMNS))
        return frame.astype({name: DTYPES.get(name, "string") for name in COLUMNS})

    def shares(self, column: str) -> tuple[Share, ...]:
        """How the quotes of each group are shared among the values of a column ("gender", "type", "named", ...), to compare groups.

        ``low`` and ``high`` are the bounds within which the share lies in 95 of 100 samples like this one (Wilson 1927); where those
        of two groups do not meet, they differ by more than chance. They know nothing of the errors of extraction.

        Raises:
            ValueError: there is no such column of words.
        """
        if column not in COLUMNS or (column in DTYPES and column not in ("named", "resolved")):
            raise ValueError(f"no column {column!r} to share by{meant(column, COLUMNS)}")
        counts: dict[str | None, Counter[str]] = {}
        for row in self.rows:
            value = getattr(row, column)
            counts.setdefault(row.group, Counter())["(not known)" if value is None else str(value).lower()] += row.quotes
        return tuple(
            Share(group, value, quotes, total, quotes / total, *wilson(quotes, total))
            for group, found in counts.items()
            for value, quotes in found.most_common()
            if (total := sum(found.values()))
        )


By = str | Callable[[Document], object]


def audit(
    docs: Iterable[Document], *, aliases: Mapping[str, str | Alias] | None = None, by: By | None = None, language: str = "en"
) -> Audit:
    """Counts whom the documents quote. Speakers are joined over documents as :func:`newsclaims.speakers.merge` does.

    ``aliases`` maps what texts call somebody to the name to go by. ``by`` counts each group of documents by itself: the name of a
    field of their metadata ("outlet"), ``"month"`` or ``"year"`` of their date, or a function of a document. The words of a
    quote that two sources share count once, for the group they make.

    Raises:
        TypeError: something in ``docs`` is no document.
    """
    documents = [_document(document, at) for at, document in enumerate(docs)]
    words = load_language(language)
    merged = merge(documents, aliases=aliases)
    speakers = speakers_of_quotes(documents, merged)
    groups: dict[str | None, list[int]] = {}
    for at, document in enumerate(documents):
        groups.setdefault(None if by is None else _group(document, by), []).append(at)
    rows: list[AuditRow] = []
    for group in sorted(groups, key=lambda name: (name is None, name or "")):
        counts = _Counts()
        for at in groups[group]:
            for quote, speaker in zip(documents[at].quotes, speakers[at], strict=True):
                counts.add(speaker, quote, at)
        found = [_row(each, counts, at, documents, group, words) for at, each in enumerate(merged.speakers) if at in counts.quotes]
        rows += sorted(found, key=lambda row: (-row.quotes, -row.words, row.name))
        if None in counts.quotes:
            rows.append(_sums(NO_SOURCE, counts, None, group))
    quotes, said = sum(row.quotes for row in rows), sum(row.words for row in rows)
    shares = (1.0, 1.0) if quotes else (0.0, 0.0)
    return Audit(tuple(rows), attrs.evolve(_empty(TOTAL, None), quotes=quotes, words=said, documents=len(documents), **_of(shares)))


def _document(value: object, position: int) -> Document:
    if isinstance(value, Document):
        return value
    raise TypeError(f"document {position} is a {type(value).__name__}: audit counts documents, as extract and pipe give them")


def _group(document: Document, by: By) -> str | None:
    """The group of a document, as a word."""
    if not isinstance(by, str):
        value = by(document)
        return None if value is None else str(value)
    known = document.metadata or {}
    if by in known:
        return None if known[by] is None else str(known[by])
    date = str(known.get("date") or "")
    return (date[: DATE_PARTS[by]] or None) if by in DATE_PARTS else None


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


def _row(speaker: MergedSpeaker, counts: _Counts, at: int, documents: list[Document], group: str | None, language: Language) -> AuditRow:
    (document, _), first = speaker.speakers[0]
    length = len(documents[document].text)
    position = round(first.mentions[0].start / length, DECIMALS) if first.mentions and length else None
    types = [source_type(documents[place], each, language) for (place, _), each in speaker.speakers]
    sort = next((each for each in types if each.name is not None), types[0])
    told = [word for _, each in speaker.speakers for word in (pronouns(each, language) or "").split("; ") if word]
    return attrs.evolve(
        _sums(speaker.name, counts, at, group),
        kind=speaker.kind.value,
        type=sort.name,
        type_because=sort.because,
        role=speaker.role,
        affiliation=speaker.affiliation,
        gender=speaker.gender,
        pronouns="; ".join(dict.fromkeys(told)) or None,
        named=speaker.named,
        resolved=any(each.resolved for _, each in speaker.speakers),
        anonymity=sort.anonymity,
        first_document=key_of(documents[document], document),
        first_position=position,
    )


def _sums(name: str, counts: _Counts, at: int | None, group: str | None) -> AuditRow:
    numbers: dict[str, Any] = {"quotes": counts.quotes[at], "words": counts.words[at], "documents": len(counts.documents[at])}
    return attrs.evolve(_empty(name, group), **numbers, **_of(counts.shares(at)))


def _of(shares: tuple[float, float]) -> dict[str, Any]:
    return dict(zip(("quote_share", "word_share"), shares, strict=True))


def _empty(name: str, group: str | None) -> AuditRow:
    """A row of which only the name is known."""
    nothing: dict[str, Any] = {**dict.fromkeys(COLUMNS), **dict.fromkeys(("quotes", "words", "documents"), 0), **_of((0.0, 0.0))}
    return AuditRow(**{**nothing, "name": name, "group": group})
