"""What a check gives back: a status, what was found, and the words that differ, with spans on both sides."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import Any, overload

import attrs

from newsclaims.model import Claim, Quote, QuoteKind, Speaker
from newsclaims.shown import Shown
from newsclaims.spans import Span


class CheckStatus(str, enum.Enum):
    """What holds of a quote held against sources, the gravest first."""

    ABSENT = "absent"
    OTHER_SPEAKER = "other_speaker"
    CHANGED = "changed"
    CUT = "cut"
    JOINED = "joined"
    ABRIDGED = "abridged"
    FOUND = "found"

    @property
    def gravity(self) -> int:
        """0 for found, more the graver it is."""
        return _GRAVITY[self]

    @property
    def holds(self) -> bool:
        """Whether a quote of this status can be printed; one that is found or abridged as editors do can."""
        return self in (CheckStatus.FOUND, CheckStatus.ABRIDGED)


_GRAVITY = {status: gravity for gravity, status in enumerate(reversed(CheckStatus))}


class Sense(str, enum.Enum):
    """What sort of word a change took or gave that turns the sense of a sentence."""

    NEGATION = "negation"
    HEDGE = "hedge"
    CONDITION = "condition"


class Fold(str, enum.Enum):
    """A difference that does not count, and is told."""

    MARK_SHAPES = "mark shapes"
    WHITE_SPACE = "white space"
    EDGE_PUNCTUATION = "edge punctuation"
    FIRST_LETTER = "case of the first letter"


@attrs.frozen(repr=False)
class Change(Shown):
    """Words that the draft has in the place of those of the source; either side may have none.

    ``before`` are the source's words, ``after`` the draft's, as they are written, with their spans ``source`` (in the source's text) and
    ``draft``. ``sense`` tells whether a negation, a hedge or a condition came or went with them.
    """

    _shows = ("before", "after", "sense")

    before: str
    after: str
    source: Span | None = None
    draft: Span | None = None
    sense: tuple[Sense, ...] = ()


@attrs.frozen(repr=False)
class Check(Shown):
    """One quote of a draft held against the sources.

    ``status`` is the gravest of the ``findings``. ``spans`` are the words that were looked for, in the draft; ``source_spans`` where they
    stand in the source of the id ``source_id`` (``None`` where they are absent). ``speaker`` is whom the draft names, ``source_speaker``
    who says the words in the source; ``None`` where nobody is known to. ``source_kind`` tells how they stand there: in quotation marks
    (direct, mixed), in somebody's reported words (indirect), or as the text's own (``None``). ``changes`` are the words that differ, one
    by one, in the order of the draft; ``folds`` the differences that do not count. For a number of a claim, ``claim`` is the claim and
    ``quote`` the quote it stands in, or ``None``. ``context`` are the sentences of the source around the words.
    """

    _shows = ("status", "text", "speaker", "source_id", "source_speaker", "changes")

    status: CheckStatus
    findings: tuple[CheckStatus, ...]
    quote: Quote | None
    spans: tuple[Span, ...]
    source_id: str | None = None
    source_spans: tuple[Span, ...] = ()
    speaker: Speaker | None = None
    source_speaker: Speaker | None = None
    source_kind: QuoteKind | None = None
    changes: tuple[Change, ...] = ()
    folds: tuple[Fold, ...] = ()
    claim: Claim | None = None
    context: Span | None = None

    def __str__(self) -> str:
        """On a line: the status, who, the words, and those of the source and the draft that differ."""
        changed = (f"{change.before or 'nothing'} -> {change.after or 'nothing'}" for change in self.changes)
        who = "nobody named" if self.speaker is None else str(self.speaker)
        return " | ".join(" ".join(part.split()) for part in (self.status.value, who, self.text, *changed))

    @property
    def text(self) -> str:
        """The words that were looked for."""
        return " ".join(span.text for span in self.spans)

    @property
    def source_text(self) -> str:
        """The words that stand in the source."""
        return " ".join(span.text for span in self.source_spans)

    @property
    def holds(self) -> bool:
        """Whether the quote can be printed as it is, which it can where it is found or abridged as editors do."""
        return self.status.holds

    @property
    def sense(self) -> tuple[Sense, ...]:
        """What sort of sense-bearing words came or went (negation, hedge, condition), each once."""
        return tuple(dict.fromkeys(sense for change in self.changes for sense in change.sense))

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts, lists, strings and numbers."""
        return {
            "status": self.status.value,
            "findings": [finding.value for finding in self.findings],
            "text": self.text,
            "spans": [_pair(span) for span in self.spans],
            "speaker": None if self.speaker is None else self.speaker.name,
            "source_id": self.source_id,
            "source_text": self.source_text if self.source_spans else None,
            "source_spans": [_pair(span) for span in self.source_spans],
            "source_speaker": None if self.source_speaker is None else self.source_speaker.name,
            "source_kind": None if self.source_kind is None else self.source_kind.value,
            "changes": [
                {
                    "before": change.before,
                    "after": change.after,
                    "source": _pair(change.source),
                    "draft": _pair(change.draft),
                    "sense": [sense.value for sense in change.sense],
                }
                for change in self.changes
            ],
            "folds": [fold.value for fold in self.folds],
            "claim": None if self.claim is None else self.claim.text,
        }


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


@attrs.frozen(repr=False)
class Checks(Shown):
    """The checks of a draft, a sequence in the order of its text.

    ``unchecked`` are the quotes that have no words in quotation marks, so that there is nothing to hold against a source.
    """

    _shows = ("checks", "unchecked")

    checks: tuple[Check, ...]
    unchecked: tuple[Quote, ...] = ()

    def __str__(self) -> str:
        """A line for each check."""
        return "\n".join(map(str, self.checks)) or "no quotes to check"

    @overload
    def __getitem__(self, at: int) -> Check: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Check, ...]: ...

    def __getitem__(self, at: int | slice) -> Check | tuple[Check, ...]:
        return self.checks[at]

    def __iter__(self) -> Iterator[Check]:
        return iter(self.checks)

    def __len__(self) -> int:
        return len(self.checks)

    @property
    def holds(self) -> bool:
        """Whether all of them hold."""
        return all(check.holds for check in self.checks)

    def to_records(self) -> list[dict[str, Any]]:
        """A dict for each check, as :meth:`Check.to_dict` has it."""
        return [check.to_dict() for check in self.checks]

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from newsclaims.formats.html.checks import checks_piece

        return checks_piece(self)

    def to_html(self) -> str:
        """A page that needs nothing else: each quote beside the source, the words that differ marked on both sides."""
        from newsclaims.formats.html.checks import checks_page

        return checks_page(self)
