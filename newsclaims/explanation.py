"""Why a text was read as it was: for each quotation, cue and source the rules tried, where they failed, which one won."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

import attrs

from newsclaims.claims.base import Proposed
from newsclaims.model import Document, Quotation, Quote, Reason, RegionKind
from newsclaims.rules.base import Attribution
from newsclaims.shown import Shown
from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.claims.base import Verdict
    from newsclaims.claims.choosing import Chances
    from newsclaims.confidence.estimates import Estimates
    from newsclaims.rules.findings import Findings
    from newsclaims.speakers.sources import Source

Kind = Literal["quotation", "cue", "line", "source", "piece", "region"]
UNSAID = "it does not apply"
NESTED = "it stands inside another quotation"
QUOTED = "it stands inside a quotation, and no rule of the set starts from such cues"
COUNTED = 8
"""So many of the features of a span or of a quote are printed, those that counted most."""
SHOWN = 60
"""So many characters of a quotation are printed."""


@attrs.frozen(repr=False)
class Trial(Shown):
    """One rule tried: ``failed`` is the step that failed, or ``None`` where the rule fired."""

    _shows = ("rule", "failed")

    rule: str
    failed: str | None = None

    def __str__(self) -> str:
        return f"{self.rule}: {'fired' if self.failed is None else self.failed}"


@attrs.frozen(repr=False)
class Sureness(Shown):
    """How sure a quote is: its ``confidence``, and what ``counted`` for it or against it (log-odds), the weightiest first."""

    _shows = ("confidence", "counted")

    confidence: float
    counted: tuple[Reason, ...] = ()

    def __str__(self) -> str:
        because = ", ".join(f"{reason.feature} {reason.weight:+.2f}" for reason in self.counted[:COUNTED])
        return f"confidence {self.confidence:.2f}: {because}"


@attrs.frozen(repr=False)
class Explained(Shown):
    """What became of one anchor of the rules: a quotation, a cue, a source whose speaker is looked for, or a piece that may be a claim.

    A region is a paragraph that is no running text, with what it is as ``note``: a headline, a caption.

    ``rule`` is the one whose attribution it is part of, or that knew the speaker, or ``None``. ``trials`` are the rules tried on it, in
    order; the last one fired where this anchor is what the attribution was made from. ``note`` says why no more rules
    were tried, where that is so. ``sure`` is how sure the quote is that was made from it, and what counted for and against that.
    """

    _shows = ("kind", "span", "rule", "trials", "note", "sure")

    kind: Kind
    span: Span
    rule: str | None
    trials: tuple[Trial, ...] = ()
    note: str | None = None
    sure: Sureness | None = None

    def __str__(self) -> str:
        what = self.note if self.kind == "region" else self.rule or "no rule"
        lines = [f"{self.kind} {_short(self.span.text)} at {self.span.start}-{self.span.end}: {what}"]
        lines += [f"    {trial}" for trial in self.trials]
        if self.note not in (None, what):
            lines.append(f"    {self.note}")
        if self.sure is not None:
            lines.append(f"    {self.sure}")
        return "\n".join(lines)


@attrs.frozen(repr=False)
class Explanation(Shown):
    """What the rules said of every quotation, cue and source of a text, in text order; iterate over it or print it.

    ``document`` is what the same run made of the text. ``pieces`` are the pieces of the text that were weighed as claims, with the rule
    that cut or refused them, or their scores. ``regions`` are the paragraphs that are no running text, printed among the others.

    >>> from newsclaims import DEFAULT_RULES, Extractor
    >>> only = Extractor(rules=DEFAULT_RULES.only("quote-cue-source", "quote-source-cue"))
    >>> print(only.explain("“It rained,” Vane said."))  # doctest: +ELLIPSIS
    quotation “It rained,” at 0-12: quote-source-cue
        quote-cue-source: no cue directly after the quotation
        quote-source-cue: fired
        confidence 0.9...
    source Vane at 13-17: name
        alias: no aliases are given
        several-sources: it is one source
        name: fired
    cue said at 18-22: quote-source-cue
        not tried: already part of what quote-source-cue found
    """

    _shows = ("document", "items", "pieces")

    document: Document
    items: tuple[Explained, ...]
    pieces: tuple[Explained, ...] = ()
    regions: tuple[Explained, ...] = ()

    def __iter__(self) -> Iterator[Explained]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __str__(self) -> str:
        return "\n".join(map(str, self.printed())) or "no quotation and no cue"

    def printed(self) -> list[Explained]:
        """The items and the regions, in text order; a region comes before what stands at its beginning."""
        return sorted([*self.regions, *self.items], key=lambda each: each.span.start)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """What IPython shows in a terminal."""
        printer.text(str(self))

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from newsclaims.formats.html.pieces import lines_piece

        return lines_piece(str(self))

    def __rich_console__(self, console: Any, options: Any) -> Iterator[Any]:
        yield console.render_str(str(self), markup=False, highlight=False, emoji=False)


class Recorder:
    """Takes down each rule tried on each anchor while the rules are applied."""

    def __init__(self) -> None:
        self._trials: dict[int, list[Trial]] = {}
        self._sources: dict[tuple[int, int], list[Trial]] = {}
        self._pieces: dict[Span, list[Trial]] = {}
        self._fates: list[Explained] = []
        self._fired: dict[int, Attribution] = {}
        self._sure: dict[Span, Sureness] = {}

    def note_speaker(self, rule: str, source: Source, answer: object) -> None:
        """One speaker rule, tried on one source."""
        failed = (answer or UNSAID) if answer is None or isinstance(answer, str) else None
        trials = self._sources.setdefault((source.first, source.last), [])
        if not trials or trials[-1].failed is not None:
            trials.append(Trial(rule, failed))

    def note(self, rule: str, anchor: Any, outcome: object) -> None:
        """One rule, tried on one anchor."""
        failed = (outcome or UNSAID) if outcome is None or isinstance(outcome, str) else None
        self._trials.setdefault(id(anchor), []).append(Trial(rule, failed))
        if isinstance(outcome, Attribution):
            self._fired[id(anchor)] = outcome

    def note_confidence(self, quotes: Sequence[Quote], estimates: Estimates) -> None:
        """How sure each quote is that a measured rule found, and why."""
        for quote in quotes:
            if quote.rule is not None and quote.confidence is not None:
                sure = Sureness(quote.confidence, estimates.counted(quote))
                self._sure.update(dict.fromkeys(quote.contents, sure))

    def tried(self, rule: str, span: Span, verdict: Verdict) -> None:
        """One claim rule, tried on one piece: it cuts it, refuses it, or leaves it alone."""
        trials = self._pieces.setdefault(span, [])
        trials.append(Trial(rule, UNSAID if verdict is None else None))
        if verdict is not None and not isinstance(verdict, Proposed):
            note = f"no claim: {verdict}" if isinstance(verdict, str) else f"read on as {len(verdict)} piece{'s' * (len(verdict) != 1)}"
            self._fates.append(Explained("piece", span, rule, tuple(trials), note))
            self._pieces[span] = []

    def weighed(self, span: Span, chances: Chances, chosen: bool, counted: Sequence[Reason]) -> None:
        """One span that no rule refused."""
        because = ", ".join(f"{reason.feature} {reason.weight:+.2f}" for reason in counted[:COUNTED])
        note = f"{'a claim' if chosen else 'not chosen'} ({chances.claim:.2f}), worth a check {chances.worth:.2f}: {because}"
        self._fates.append(Explained("piece", span, None, tuple(self._pieces.pop(span, ())), note))

    def explanation(self, findings: Findings, document: Document) -> Explanation:
        """Everything taken down, put in text order."""
        items = [
            self._explained("quotation", quotation, quotation.span, user, _not_tried(quotation))
            for quotation, user in zip(findings.quotations, findings.users.quotations, strict=True)
        ]
        items += [
            self._explained(
                "cue", cue, findings.span(cue.first, cue.last), user, f"not tried: {QUOTED}" if findings.quoted[cue.head] else None
            )
            for cue, user in zip(findings.cues, findings.users.cues, strict=True)
        ]
        for line, user in zip(findings.lines() if findings.users.lines else (), findings.users.lines, strict=True):
            if id(line) in self._trials or user is not None:
                items.append(self._explained("line", line, line, user, None))
        for line in findings.signatures():
            items.append(self._explained("line", line, line, self._winner(line), None))
        for (first, last), trials in self._sources.items():
            winner = trials[-1].rule if trials[-1].failed is None else None
            items.append(Explained("source", findings.span(first, last), winner, tuple(trials)))
        items = [_nested(item, document) for item in items]
        items.sort(key=lambda item: (item.span.start, item.kind, item.span.end))
        pieces = sorted(self._fates, key=lambda piece: piece.span.start)
        return Explanation(document, tuple(items), tuple(pieces), tuple(_regions(document)))

    def _winner(self, anchor: object) -> str | None:
        """The rule that fired on an anchor that no other can use."""
        trials = self._trials.get(id(anchor), ())
        return trials[-1].rule if trials and trials[-1].failed is None else None

    def _explained(self, kind: Kind, anchor: object, span: Span, user: str | None, note: str | None) -> Explained:
        trials = tuple(self._trials.get(id(anchor), ()))
        note = None if trials else note
        if user is not None and (not trials or trials[-1].failed is not None):
            note = f"not tried{' further' if trials else ''}: already part of what {user} found"
        fired = self._fired.get(id(anchor))
        return Explained(kind, span, user, trials, note, None if fired is None else self._sure.get(fired.contents[0]))


def _regions(document: Document) -> Iterator[Explained]:
    """The paragraphs that are no running text, and what each is."""
    for region in document.regions:
        if region.kind is not RegionKind.TEXT:
            yield Explained("region", region.span, None, note=region.kind.value)


def _nested(item: Explained, document: Document) -> Explained:
    """The item with whose words its own stand in, where it is the cue of a report within a report."""
    if item.kind != "cue" or item.rule is None:
        return item
    quote = next((quote for quote in document.quotes if quote.cue is not None and quote.cue.span == item.span), None)
    outer = () if quote is None else document.chain(quote)[1:]
    if not outer:
        return item
    note = ", ".join(f"in the words of {layer.source.text if layer.source is not None else 'nobody named'}" for layer in outer)
    return attrs.evolve(item, note=note if item.note is None else f"{item.note}; {note}")


def _not_tried(quotation: Quotation) -> str | None:
    if quotation.depth:
        return f"not tried: {NESTED}"
    return None if quotation.reason is None else f"not tried: {quotation.reason}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN // 2].rstrip()} ... {line[-SHOWN // 3 :].lstrip()}"
