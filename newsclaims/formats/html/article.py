"""The article's own words, with what was found in them marked. Its text stays exactly the document's."""

from __future__ import annotations

import bisect
from collections.abc import Iterator

from newsclaims.formats.html.cast import Cast
from newsclaims.formats.html.lines import claim_line, quote_line
from newsclaims.formats.html.markup import Markup, escaped
from newsclaims.formats.html.segments import Segment, paragraphs_of
from newsclaims.model.document import Document
from newsclaims.model.kinds import RegionKind

NOBODY = "s0"
NOBODY_NUMBER = "?"


class ArticleWriter:
    """Writes the paragraphs of one document; ``prefix`` begins the ids of its elements."""

    def __init__(self, document: Document, cast: Cast, prefix: str) -> None:
        self.document = document
        self.prefix = prefix
        self.numbers = [NOBODY_NUMBER if part is None else str(part.number) for part in cast.of_quotes]
        self.colours = [NOBODY if part is None else part.colour for part in cast.of_quotes]
        self.kinds = [escaped(quote.kind) for quote in document.quotes]
        self.quote_tips = [escaped(quote_line(quote)) for quote in document.quotes]
        self.claim_tips: dict[int, str] = {}
        self.seen_quotes: set[int] = set()
        self.seen_claims: set[int] = set()

    def paragraphs(self) -> Iterator[Markup]:
        """A paragraph of HTML for each of the text, with what it is where that is no running text."""
        regions = [(region.span.start, region.kind) for region in self.document.regions if region.kind is not RegionKind.TEXT]
        starts = [start for start, _ in regions]
        for segments in paragraphs_of(self.document):
            here = regions[bisect.bisect_left(starts, segments[0].start) : bisect.bisect_left(starts, segments[-1].end)]
            kinds = ", ".join(dict.fromkeys(kind.value for _, kind in here))  # single lines can be of several kinds
            region = f' data-region="{escaped(kinds)}"' if kinds else ""
            yield Markup(f'<p dir="auto"{region}>{"".join(map(self._segment, segments))}</p>')

    def _segment(self, segment: Segment) -> str:
        start, end, content, source, cue, claim = segment
        words = escaped(self.document.text[start:end])
        told = content or source or cue
        if not told and not claim:
            return words
        first = [index for index in content if index not in self.seen_quotes]
        self.seen_quotes.update(first)
        name = "mark" if content else "b" if source else "i" if cue else "span"  # what is said before its source, this before the cue
        tip = self.quote_tips[told[-1]] if told else self._claim_tip(claim[-1])
        belongs = f"{_indices('q', content)}{_indices('s', source)}{_indices('k', cue)}{_indices('c', claim)}"
        opened = f'<{name} class="{self._classes(segment)}"{belongs}'
        if first:
            numbers = " ".join([self.numbers[index] for index in first])
            of_quote = f' data-n="{numbers}" data-tip="{tip}" tabindex="0" aria-describedby="{self.prefix}about{first[-1]}"'
        else:
            of_quote = f' data-tip="{tip}" tabindex="-1"'
        return f"{self._anchors(first, claim)}{opened}{of_quote}>{words}</{name}>"

    def _classes(self, segment: Segment) -> str:
        _, _, content, source, cue, claim = segment
        told = content or source or cue
        colour = f" {self.colours[told[-1]]}" if told else ""
        kind = f" {self.kinds[content[-1]]}" if content else ""
        return f"nc{colour}{kind}{' source' if source else ''}{' cue' if cue else ''}{' claim' if claim else ''}"

    def _claim_tip(self, index: int) -> str:
        known = self.claim_tips.get(index)
        if known is None:
            known = self.claim_tips[index] = escaped(f"claim · {claim_line(self.document.claims[index])}")
        return known

    def _anchors(self, first: list[int], claims: tuple[int, ...]) -> str:
        """Where links from the lists lead: an element has only one id, and several quotes or claims may begin here."""
        fresh = [index for index in claims if index not in self.seen_claims]
        if not first and not fresh:
            return ""
        self.seen_claims.update(fresh)
        return "".join(
            [
                *[f'<span id="{self.prefix}quote{index}"></span>' for index in first],
                *[f'<span id="{self.prefix}claim{index}"></span>' for index in fresh],
            ]
        )


def _indices(of: str, held: tuple[int, ...]) -> str:
    """The attribute that names the quotes or claims some words belong to."""
    if len(held) < 2:
        return f' data-{of}="{held[0]}"' if held else ""
    return f' data-{of}="{" ".join(map(str, held))}"'
