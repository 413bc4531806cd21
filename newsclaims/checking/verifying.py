"""Every quote of a draft held against sources: whether its words stand there, and whether the same somebody says them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from newsclaims.checking.alignment import Anchor
from newsclaims.checking.differences import Differ
from newsclaims.checking.drafts import read_stretch, stretches_of
from newsclaims.checking.owners import parents
from newsclaims.checking.placing import Placed, Placer, Wanted
from newsclaims.checking.results import Change, Check, Checks, CheckStatus, Fold
from newsclaims.checking.sense import SenseFinder
from newsclaims.checking.sources import Sources, index_words
from newsclaims.checking.speakers import SameSpeaker
from newsclaims.checking.words import is_word
from newsclaims.model import Document, Quote, QuoteKind
from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.extractor import Extractor


def verify(
    draft: str | Document,
    sources: Sources | Mapping[str, str | Document] | object,
    *,
    extractor: Extractor | None = None,
    claims: bool = False,
) -> Checks:
    """Holds every quote of a draft that has words in quotation marks against sources, letter for letter, and who says it.

    ``draft`` is a text or a document, ``sources`` a :class:`Sources`, or what makes one: a mapping of ids to texts or documents, a list of
    them, or one. ``extractor`` reads what is a text. With ``claims`` the numbers of the draft's claims are looked for too. The time is that
    of the draft, however many the sources are, once :class:`Sources` are made.

    Not counted, and told in ``Check.folds``: shapes of marks, white space, punctuation at the edges, the case of the first letter. An
    ellipsis may leave words out, and a bracket put others in their place, within what one speaker says in one go; where a negation, hedge
    or condition goes with them, it is a cut or a change all the same.

    >>> from newsclaims import verify
    >>> source = "“It would not improve the harbour,” said Orla Vane. “It is not ours,” said Ivo Karr."
    >>> [check] = verify("“It would improve the harbour,” Vane said.", {"meeting": source})
    >>> check.status.value, check.changes[0].before, check.changes[0].sense[0].value
    ('cut', 'not', 'negation')
    >>> verify("“It is not ours,” Vane said.", source)[0].status.value
    'other_speaker'

    Raises:
        TypeError: the draft is neither text nor document, or the sources are nothing to hold it against.
        ValueError: two sources have one id.
    """
    from newsclaims.extractor import Extractor

    reader = Extractor() if extractor is None else extractor
    if not isinstance(draft, str | Document):
        raise TypeError(f"a draft must be a str or a Document, not {type(draft).__name__}")
    held = sources if isinstance(sources, Sources) else Sources(sources, extractor=reader)
    document = reader.extract(draft) if isinstance(draft, str) else draft
    verifier = Verifier(document, held, reader)
    checks = list(verifier.quotes())
    if claims:
        from newsclaims.checking.numbers import check_numbers

        checks += check_numbers(document, held)
        checks.sort(key=lambda check: check.spans[0].start)
    return Checks(tuple(checks), verifier.unchecked())


class Verifier:
    """Holds the quotes of one draft against sources."""

    def __init__(self, draft: Document, sources: Sources, extractor: Extractor) -> None:
        self.draft = draft
        self.sources = sources
        self.sense = SenseFinder(extractor.language)
        self.placer = Placer(sources, self.sense, SameSpeaker(extractor.language, extractor.aliases))
        self._stretches = dict(stretches_of(draft))

    def quotes(self) -> Iterator[Check]:
        """A check for each quote with words in marks, in text order."""
        for index, pieces in sorted(self._stretches.items()):
            quote = self.draft.quotes[index]
            wanted = list(self._wanted(quote, pieces))
            if wanted:
                yield self._check(quote, wanted)

    def unchecked(self) -> tuple[Quote, ...]:
        """The quotes without words in marks."""
        inner = parents(self.draft.quotes)
        checked = {index for index in range(len(self.draft.quotes)) if {index, inner.get(index)} & self._stretches.keys()}
        return tuple(quote for index, quote in enumerate(self.draft.quotes) if index not in checked)

    def _wanted(self, quote: Quote, pieces: Sequence[tuple[Span, tuple[tuple[int, int], ...]]]) -> Iterator[Wanted]:
        fragment = quote.kind is not QuoteKind.DIRECT
        for place, (span, bounds) in enumerate(pieces):
            stretch = read_stretch(self.draft.text, span, bounds, fragment=fragment)
            literal = read_stretch(self.draft.text, span, bounds, fragment=fragment, literal=True) if stretch.breaks else stretch
            if any(map(is_word, literal.forms)):
                yield Wanted(stretch, literal, quote, place == 0, place == len(pieces) - 1)

    def _check(self, quote: Quote, wanted: Sequence[Wanted]) -> Check:
        """The check of a quote in the source that bears it out best, else in several."""
        words = index_words(" ".join(form for each in wanted for form in each.stretch.forms))
        names = () if quote.speaker is None or not quote.speaker.named else (quote.speaker.name.split()[-1],)
        tried: list[list[Placed | None]] = []
        for number in self.placer.promising(wanted, self.sources.candidates(words, names)):
            tried.append(self.placer.in_source(wanted, number))
            if all(placed is not None and placed.is_sure for placed in tried[-1]):
                break
        best: list[Placed | None] = min(tried, key=_gravity_of, default=[None] * len(wanted))
        if None in best and len(wanted) > 1:
            best = [_lightest(row[at] for row in tried) for at in range(len(wanted))]
        return self._made(quote, wanted, best)

    def _made(self, quote: Quote, wanted: Sequence[Wanted], best: Sequence[Placed | None]) -> Check:
        found = [placed for placed in best if placed is not None]
        more, between = self._between(wanted, best)
        ordered = _ordered(_findings(quote, found, missing=len(found) < len(best)) | more)
        spans = tuple(each.stretch.span for each in wanted)
        if not found:
            return Check(ordered[0], tuple(ordered), quote, spans, speaker=quote.speaker)
        first = next((placed for placed in found if CheckStatus.OTHER_SPEAKER in placed.findings), found[0])
        opened = self.sources.opened(first.source)
        words = opened.words
        places = [place for placed in found if placed.source == first.source for place in placed.difference.places]
        return Check(
            ordered[0],
            tuple(ordered),
            quote,
            spans,
            source_id=self.sources.ids[first.source],
            source_spans=tuple(Span.of(words.text, words.starts[low], words.ends[stop - 1]) for low, stop in places),
            speaker=quote.speaker,
            source_speaker=first.speaker,
            source_kind=first.kind,
            changes=(*(change for placed in found for change in placed.difference.changes), *between),
            folds=_folds(found),
            context=opened.passages.context(min(places)[0], max(stop for _, stop in places)),
        )

    def _between(self, wanted: Sequence[Wanted], best: Sequence[Placed | None]) -> tuple[set[CheckStatus], list[Change]]:
        """What was left out where a tag stands in the middle of a sentence: “a,” he said, “b” is a and b."""
        findings: set[CheckStatus] = set()
        changes: list[Change] = []
        for (one, placed), (other, after) in zip(zip(wanted, best, strict=True), list(zip(wanted, best, strict=True))[1:], strict=False):
            if placed is None or after is None or placed.source != after.source or not _goes_on(self.draft.text, one, other):
                continue
            opened = self.sources.opened(placed.source)
            left = Anchor(0, placed.difference.places[-1][0], placed.difference.places[-1][1] - placed.difference.places[-1][0])
            right = Anchor(left.size, after.difference.places[0][0], 1)
            differ = Differ(one.stretch, opened.passages, self.sense)
            differ.between(left, right)
            if differ.out.findings - {CheckStatus.CHANGED}:  # the marks before a tag are those of the tag
                findings |= differ.out.findings
                changes += differ.out.changes
        return findings, changes


def _lightest(tried: Iterable[Placed | None]) -> Placed | None:
    """The place of a stretch whose findings weigh least, in whatever source."""
    return min((placed for placed in tried if placed is not None), key=lambda placed: placed.gravity, default=None)


def _findings(quote: Quote, found: Sequence[Placed], *, missing: bool) -> set[CheckStatus]:
    """What was found of a quote's stretches, each and together."""
    findings = {finding for placed in found for finding in placed.findings}
    if missing:
        findings.add(CheckStatus.ABSENT)
    if len({placed.source for placed in found}) > 1 and quote.kind is QuoteKind.DIRECT:
        findings.add(CheckStatus.JOINED)
    return findings


def _folds(found: Sequence[Placed]) -> tuple[Fold, ...]:
    """What had to be overlooked to find the stretches, in order."""
    return tuple(fold for fold in Fold if any(fold in placed.folds for placed in found))


def _ordered(findings: set[CheckStatus]) -> list[CheckStatus]:
    """The gravest first; ``FOUND`` alone where there is nothing else."""
    return sorted(findings - {CheckStatus.FOUND}, key=lambda finding: -finding.gravity) or [CheckStatus.FOUND]


def _gravity_of(row: Sequence[Placed | None]) -> tuple[int, int]:
    """How bad a source bears out the stretches of a quote, and in how many ways."""
    grave = max(CheckStatus.ABSENT.gravity if placed is None else placed.gravity for placed in row)
    return grave, sum(1 + len(placed.difference.changes) + len(placed.findings) if placed else 100 for placed in row)


def _goes_on(text: str, one: Wanted, other: Wanted) -> bool:
    """Whether two stretches are one sentence with a tag in its middle."""
    if one.stretch.fragment or any(mark in ".!?…" for mark in one.stretch.tail):
        return False
    tag = text[one.stretch.span.end : other.stretch.span.start].rstrip("“\"'‘«„ \n")
    return tag.endswith(",") and not any(mark in tag for mark in ".!?")
