"""The words of quotes taken out of a text, so that it can be rewritten, and put back letter for letter."""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from newsclaims.checking.owners import innermost
from newsclaims.checking.speakers import SameSpeaker
from newsclaims.model import Document, Speaker
from newsclaims.shown import Shown
from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.extractor import Extractor

OPEN, CLOSE, PREFIX = "⟦", "⟧", "q"
LOOSE = r"(?:⟦|\[{{1,2}})[ \t]{{0,3}}({prefix}\d{{1,9}}(?:\.\d{{1,9}})?)[ \t]{{0,3}}(?:⟧|\]{{1,2}})"
"""A placeholder as it was written or as somebody wrote it down again: with spaces, in capitals, in square brackets."""

TAKEN = r"[⟦\[][ \t]{0,3}(q+)\d"
"""What could be taken for the beginning of a placeholder."""


@attrs.frozen(repr=False)
class MaskedStretch(Shown):
    """A stretch in quotation marks that a placeholder stands for.

    ``span`` is the stretch with its marks, in the text, ``masked`` the ``placeholder`` in the masked text; ``quote`` is the index in the
    quotes of the text, ``speaker`` who said it, or ``None``.
    """

    _shows = ("placeholder", "span", "speaker")

    placeholder: str
    span: Span
    masked: Span
    quote: int
    speaker: Speaker | None


@attrs.frozen(repr=False)
class Altered(Shown):
    """A placeholder that came back in another form: as it was ``found`` in the rewritten text, and what it stands for, or ``None``."""

    _shows = ("found", "stretch")

    found: Span
    stretch: MaskedStretch | None


@attrs.frozen(repr=False)
class Moved(Shown):
    """A stretch that somebody else is given in the rewritten text: who said it, and who says it now."""

    _shows = ("stretch", "before", "after")

    stretch: MaskedStretch
    before: Speaker
    after: Speaker


@attrs.frozen(repr=False)
class Restored(Shown):
    """A rewritten text with the words put back.

    ``spans`` are the stretches with their place in ``text``, in its order. ``lost`` are those that the rewritten text does not have,
    ``doubled`` those it has more than once, ``altered`` the placeholders that came back in another form (put back where it is clear what
    they stand for, left as they are where it is not), ``moved`` the stretches somebody else is now given.
    """

    _shows = ("text", "lost", "doubled", "altered", "moved")

    text: str
    spans: tuple[tuple[MaskedStretch, Span], ...]
    lost: tuple[MaskedStretch, ...] = ()
    doubled: tuple[MaskedStretch, ...] = ()
    altered: tuple[Altered, ...] = ()
    moved: tuple[Moved, ...] = ()

    def __str__(self) -> str:
        return self.text

    @property
    def holds(self) -> bool:
        """Whether every stretch is there once, in its form, and nobody else's."""
        return not (self.lost or self.doubled or self.altered or self.moved)


@attrs.frozen(repr=False)
class Masked(Shown):
    """A text whose stretches in quotation marks are placeholders: ``⟦q1⟧`` for the first quote, ``⟦q1.2⟧`` for its second stretch."""

    _shows = ("text", "stretches")

    original: str
    text: str
    stretches: tuple[MaskedStretch, ...]
    prefix: str
    extractor: Extractor

    def __str__(self) -> str:
        return self.text

    def to_original(self, offset: int) -> int:
        """Where a character of the masked text stands in the text; those of a placeholder stand where its words begin.

        Raises:
            IndexError: the offset lies outside the masked text.
        """
        return _mapped(offset, len(self.text), [(each.masked, each.span) for each in self.stretches])

    def to_masked(self, offset: int) -> int:
        """Where a character of the text stands in the masked text; what is masked stands where its placeholder begins.

        Raises:
            IndexError: the offset lies outside the text.
        """
        return _mapped(offset, len(self.original), [(each.span, each.masked) for each in self.stretches])

    def restore(self, rewritten: str) -> Restored:
        """The rewritten text with the words in the place of their placeholders, and what was lost, doubled, altered or moved.

        Raises:
            TypeError: ``rewritten`` is no ``str``.
        """
        if not isinstance(rewritten, str):
            raise TypeError(f"a rewritten text must be a str, not {type(rewritten).__name__}")
        known = {each.placeholder: each for each in self.stretches}
        pieces: list[str] = []
        places: list[tuple[MaskedStretch, int]] = []
        altered: list[Altered] = []
        done = length = 0
        for found in re.finditer(LOOSE.format(prefix=self.prefix), rewritten, re.IGNORECASE):
            stretch = known.get(f"{OPEN}{found[1].lower()}{CLOSE}")
            if stretch is None or found[0] != stretch.placeholder:
                altered.append(Altered(Span.of(rewritten, found.start(), found.end()), stretch))
            if stretch is None:
                continue
            pieces += (rewritten[done : found.start()], stretch.span.text)
            length += found.start() - done
            places.append((stretch, length))
            length += len(stretch.span.text)
            done = found.end()
        text = "".join((*pieces, rewritten[done:]))
        spans = tuple((stretch, Span.of(text, start, start + len(stretch.span.text))) for stretch, start in places)
        counts = Counter(stretch.placeholder for stretch, _ in places)
        return Restored(
            text,
            spans,
            lost=tuple(each for each in self.stretches if not counts[each.placeholder]),
            doubled=tuple(each for each in self.stretches if counts[each.placeholder] > 1),
            altered=tuple(altered),
            moved=tuple(self._moved(text, spans)),
        )

    def _moved(self, text: str, spans: Sequence[tuple[MaskedStretch, Span]]) -> Iterator[Moved]:
        """The stretches of which the rewritten text says that somebody else said them."""
        if not spans:
            return
        same = SameSpeaker(self.extractor.language, self.extractor.aliases)
        document = self.extractor.extract(text)
        owners = innermost(document.quotes, [(span.start, span.end) for _, span in spans])
        for (stretch, _), owner in zip(spans, owners, strict=True):
            after = None if owner is None else document.quotes[owner].speaker
            if stretch.speaker is not None and after is not None and same(stretch.speaker, after) is False:
                yield Moved(stretch, stretch.speaker, after)


def mask(text: str | Document, *, extractor: Extractor | None = None) -> Masked:
    """The text with a placeholder for each stretch of a quote in quotation marks, so that what is rewritten cannot touch the words.

    Where the text itself has such signs, the placeholders have another prefix. ``extractor`` finds the quotes.

    >>> from newsclaims import mask
    >>> masked = mask("“It rained,” said Orla Vane. “All day.”")
    >>> masked.text
    '⟦q1⟧ said Orla Vane. ⟦q1.2⟧'
    >>> restored = masked.restore("Orla Vane said: ⟦q1⟧")
    >>> restored.text, [stretch.span.text for stretch in restored.lost]
    ('Orla Vane said: “It rained,”', ['“All day.”'])

    Raises:
        TypeError: ``text`` is neither a ``str`` nor a ``Document``.
    """
    from newsclaims.extractor import Extractor

    reader = Extractor() if extractor is None else extractor
    if not isinstance(text, str | Document):
        raise TypeError(f"text must be a str or a Document, not {type(text).__name__}")
    document = reader.extract(text) if isinstance(text, str) else text
    prefix = _free_prefix(document.text)
    pieces: list[str] = []
    stretches: list[MaskedStretch] = []
    done = length = 0
    for name, span, quote in _named(document, prefix):
        pieces += (document.text[done : span.start], name)
        length += span.start - done
        masked = Span(length, length + len(name), name)
        stretches.append(MaskedStretch(name, span, masked, quote, document.quotes[quote].speaker))
        length += len(name)
        done = span.end
    return Masked(document.text, "".join((*pieces, document.text[done:])), tuple(stretches), prefix, reader)


def _free_prefix(text: str) -> str:
    """A prefix that no sign of the text has."""
    taken = {len(found[1]) for found in re.finditer(TAKEN, text, re.IGNORECASE)}
    return next(PREFIX * times for times in itertools.count(1) if times not in taken)


def _named(document: Document, prefix: str) -> Iterator[tuple[str, Span, int]]:
    """The stretches to mask in text order, each with its placeholder and the quote it belongs to."""
    numbers: dict[int, int] = {}
    counts: dict[int, int] = {}
    end = 0
    for span, quote in _owned(document):
        if span.start < end:
            continue  # where two quotations overlap the first is masked
        end = span.end
        number = numbers.setdefault(quote, len(numbers) + 1)
        counts[quote] = counts.get(quote, 0) + 1
        part = f".{counts[quote]}" if counts[quote] > 1 else ""
        yield f"{OPEN}{prefix}{number}{part}{CLOSE}", span, quote


def _owned(document: Document) -> list[tuple[Span, int]]:
    outermost = (quotation for quotation in document.quotations if not quotation.depth)
    spans = sorted(stretch for quotation in outermost for stretch in quotation.stretches if stretch.start < stretch.end)
    owners = innermost(document.quotes, [(span.start, span.end) for span in spans])
    return [(span, owner) for span, owner in zip(spans, owners, strict=True) if owner is not None]


def _mapped(offset: int, length: int, pairs: Sequence[tuple[Span, Span]]) -> int:
    if not 0 <= offset <= length:
        raise IndexError(f"the offset must lie between 0 and {length}, not {offset}")
    at = bisect.bisect_right([span.start for span, _ in pairs], offset) - 1
    if at < 0:
        return offset
    here, there = pairs[at]
    return there.start if offset < here.end else there.end + offset - here.end
