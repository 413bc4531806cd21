"""Annotations in brat's stand-off format: the text in one file, marks and what joins them in another.

A mark is ``T1<tab>Source 12 20;25 30<tab>its words``. Marks are joined by events (``E1<tab>Attribution:T4 Content:T3
Cue:T2 Source:T1``) or by relations (``R1<tab>said-by Arg1:T3 Arg2:T1``), whose names do not matter: the types of the
marks, or the roles in an event, are ``Source``, ``Cue`` and ``Content``, in small or capital letters and with or
without a number. Words in a mark ``Discard`` are left out of all scores. An attribute ``Kind`` says of an event what kind of quote it
is; other attributes, notes and lines of the format are passed over, and so is a mark that nothing joins.

The format: https://brat.nlplab.org/standoff.html (Stenetorp et al. 2012, "brat: a Web-based Tool for NLP-Assisted
Text Annotation").
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from newsclaims.errors import GoldError
from newsclaims.evaluation.gold import GoldArticle, GoldQuote, GoldSpeaker
from newsclaims.evaluation.marked import marks_of
from newsclaims.model import QuoteKind
from newsclaims.spans import Span

SOURCE, CUE, CONTENT, DISCARD = "source", "cue", "content", "discard"
TRIGGER = "attribution"  # the mark that an event hangs on, whose own words say nothing and are often not written down
OFFSETS = r"([0-9]{1,12}) ([0-9]{1,12})"
KINDS = tuple(kind.value for kind in QuoteKind)
RECORD = r"(?:[A-Za-z][0-9]+|#[0-9]*|\*)\t"


@attrs.frozen
class Mark:
    """A text-bound annotation: its role and its stretches in text order."""

    role: str
    spans: tuple[Span, ...]


@attrs.frozen
class Line:
    """A line of the file: its number from 1, the name before the first tab, and what follows."""

    number: int
    name: str
    rest: str


def parse_brat(
    text: str, annotations: str, *, id: str, path: str = "<annotations>", speakers: Mapping[int, GoldSpeaker | None] | None = None
) -> GoldArticle:
    r"""The attributions that stand-off annotations mark in a text; ``path`` is named in errors.

    ``speakers`` says who the source of the n-th attribution in the file is, counted from 0.

    >>> marks = "T1\tContent 0 9\tRain fell\nT2\tSource 11 14\tshe\nR1\tsaid-by Arg1:T1 Arg2:T2\n"
    >>> [quote] = parse_brat("Rain fell, she said.", marks, id="weather").quotes
    >>> quote.kind.value, quote.contents[0].text, quote.source[0].text
    ('indirect', 'Rain fell', 'she')

    Raises:
        GoldError: a line is not of the format, offsets lie outside the text or hold other words than the line says,
            or a mark that is named is not there.
    """
    lines = _lines(annotations, path)
    marks = _marks(text, lines, path)
    groups = [*_events(lines, marks, path), *_relations(lines, marks, path)]
    quotation_marks = marks_of(text)
    kinds = itertools.chain(_kinds(lines), itertools.repeat(None))  # where the annotations do not say it, the marks show what is direct
    with_contents = ((group, kind, contents) for group, kind in zip(groups, kinds, strict=False) if (contents := _spans(group, CONTENT)))
    quotes = [
        GoldQuote(
            kind or quotation_marks.kind(text, contents), contents, _spans(group, SOURCE), _spans(group, CUE), (speakers or {}).get(number)
        )
        for number, (group, kind, contents) in enumerate(with_contents)
    ]
    discarded = _spans([(mark.role, mark) for mark in marks.values()], DISCARD)
    return GoldArticle(text, id, tuple(sorted(quotes, key=lambda quote: quote.contents)), discarded)


Group = Iterable[tuple[str, Mark]]


def _spans(group: Group, role: str) -> tuple[Span, ...]:
    """The stretches of all marks with a role, in text order."""
    return tuple(sorted({span for given, mark in group if given == role for span in mark.spans}))


def _role(name: str) -> str:
    return name.rstrip("0123456789").lower()


def _lines(annotations: str, path: str) -> list[Line]:
    """The lines; one that does not open with a name goes on with the words of the mark before it."""
    record = re.compile(RECORD)
    found: list[tuple[int, str, list[str]]] = []
    for number, line in enumerate(annotations.split("\n"), 1):
        line = line.removesuffix("\r")
        if record.match(line):
            name, rest = line.split("\t", 1)
            found.append((number, name, [rest]))
        elif found and found[-1][1].startswith("T"):
            found[-1][2].append(line)
        elif line.strip():
            raise GoldError(f"a line opens with a name and a tab (T1, E1, R1, #1), not {line[:40]!r}", path, number)
    return [Line(number, name, "\n".join(rest)) for number, name, rest in found]


def _marks(text: str, lines: Iterable[Line], path: str) -> dict[str, Mark]:
    marks: dict[str, Mark] = {}
    for line in lines:
        if line.name.startswith("T"):
            if line.name in marks:
                raise GoldError(f"a second mark is named {line.name}", path, line.number)
            marks[line.name] = _mark(text, line, path)
    return marks


def _mark(text: str, line: Line, path: str) -> Mark:
    head, _, words = line.rest.partition("\t")
    kind, _, offsets = head.partition(" ")
    spans = [_span(text, part, path, line.number) for part in offsets.split(";")]
    held = " ".join(span.text for span in spans)
    role = _role(kind)
    if role != TRIGGER and held.split() != words.split():  # line ends and runs of spaces may be written as one space
        raise GoldError(f"{line.name} says {words.strip()[:60]!r}, but its offsets hold {held[:60]!r}", path, line.number)
    return Mark(role, tuple(sorted(spans)))


def _span(text: str, offsets: str, path: str, number: int) -> Span:
    found = re.fullmatch(OFFSETS, offsets)
    if found is None:
        raise GoldError(f"offsets are a start and an end, as in “Source 12 20” or “12 20;25 30”, not {offsets[:40]!r}", path, number)
    start, end = int(found[1]), int(found[2])
    if not start < end <= len(text):
        raise GoldError(f"{start} to {end} is no stretch of the text, which has {len(text)} characters", path, number)
    return Span.of(text, start, end)


def _events(lines: Iterable[Line], marks: dict[str, Mark], path: str) -> Iterator[Group]:
    for line in lines:
        if line.name.startswith("E"):
            arguments = _arguments(line.rest.split(), path, line.number)
            yield [
                (_role(role), _known(name, marks, path, line.number))
                for role, name in arguments
                if name.startswith("T") or _role(role) in (SOURCE, CUE, CONTENT)
            ]


def _kinds(lines: Iterable[Line]) -> Iterator[QuoteKind | None]:
    """The kind of quote that an attribute gives each event, as in ``A1 Kind E1 direct``."""
    attributes = [line.rest.split() for line in lines if line.name.startswith("A")]
    told = {cells[1]: QuoteKind(cells[2]) for cells in attributes if len(cells) == 3 and cells[0] == "Kind" and cells[2] in KINDS}
    yield from (told.get(line.name) for line in lines if line.name.startswith("E"))


def _relations(lines: Iterable[Line], marks: dict[str, Mark], path: str) -> Iterator[Group]:
    """A content with the cues joined to it, and the sources joined to either; contents with the same cues are one."""
    joined = _joined(lines, marks, path)
    contents: dict[tuple[str, ...], list[str]] = {}
    for name in joined:
        if marks[name].role == CONTENT:
            cues = tuple(sorted(other for other in joined[name] if marks[other].role == CUE))
            contents.setdefault(cues or (name,), []).append(name)
    for cues, names in contents.items():
        members = {*names, *cues}
        sources = {other for name in members for other in joined[name] if marks[other].role == SOURCE}
        yield [(marks[name].role, marks[name]) for name in members | sources]


def _joined(lines: Iterable[Line], marks: dict[str, Mark], path: str) -> dict[str, set[str]]:
    """For each mark that relations name, the marks that they join it to."""
    joined: dict[str, set[str]] = {}
    for line in lines:
        if line.name.startswith("R"):
            cells = line.rest.split()
            if len(cells) != 3:
                raise GoldError("a relation has a name and two arguments, as in “said-by Arg1:T3 Arg2:T1”", path, line.number)
            one, other = (name for _, name in _arguments(cells[1:], path, line.number))
            for name, partner in ((one, other), (other, one)):
                if one.startswith("T") and other.startswith("T"):  # what joins events says nothing of these parts
                    _known(name, marks, path, line.number)
                    joined.setdefault(name, set()).add(partner)
    return joined


def _arguments(cells: Iterable[str], path: str, number: int) -> list[tuple[str, str]]:
    arguments = []
    for cell in cells:
        role, _, name = cell.partition(":")
        if not role or not name:
            raise GoldError(f"an argument is a role, a colon and a name, as in “Source:T1”, not {cell[:40]!r}", path, number)
        arguments.append((role, name))
    return arguments


def _known(name: str, marks: dict[str, Mark], path: str, number: int) -> Mark:
    if name not in marks:
        raise GoldError(f"no mark is named {name[:40]!r}", path, number)
    return marks[name]
