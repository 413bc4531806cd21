"""Letters and posts that are printed whole: who wrote them stands on a line of its own below.

A letter to the editor ends with a name and, on the next line, a place; a post with a dash, a name and an account. What stands
above, back to the line that signs the one before, is that person's. Only lines that the finder of regions took for no running text
are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaims.layers import Layers
from newsclaims.model import RegionKind
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.pulled import names_below_pull_quotes
from newsclaims.spans import Span

FEWEST_LETTERS = 2  # one name with a place below it can as well be a heading
MOST_PARAGRAPHS = 12  # of a letter
LONGEST_PLACE, FEWEST_WORDS = 7, 6  # words of a place; of a paragraph that is no heading
CAPITAL = r"[A-ZÀ-Þ][\w.'’-]{0,30}"
NAMED = re.compile(rf"(?:{CAPITAL}\s){{1,4}}{CAPITAL}$")
POSTED = re.compile(rf"\A[-–—]\s?((?:{CAPITAL}\s){{0,3}}{CAPITAL})\s\(@\w{{1,40}}\)")
POSTED_IN_TEXT = re.compile(rf"(?<=[^\s”\"'’])\s[-–—]\s?((?:{CAPITAL}\s){{0,3}}{CAPITAL})\s\(@\w{{1,40}}\)")
SIGNED_WITHIN = re.compile(rf"[.!?”\"] ?[-–—]{{1,2}} ?{CAPITAL}(?: {CAPITAL})?\s+$")
SIGNED_REACH = 80  # characters
HANDLE = "(@"  # no text without it has a signed post
COLONS = (":", "…")
DASHES = "-–— "
ENDS = ".?!…”\"'’)"


def signatures(layers: Layers) -> list[Span]:
    """The names on the lines that sign a letter or a post, in text order."""
    inside = [*names_below_pull_quotes(layers), *(_posts(layers, RegionKind.TEXT, POSTED_IN_TEXT) if HANDLE in layers.text else ())]
    if set(layers.regions) <= {RegionKind.TEXT}:
        return sorted(inside)
    letters = list(_signed_letters(layers))
    posts = list(_posts(layers, RegionKind.LABEL, POSTED)) if RegionKind.LABEL in layers.regions else []
    return sorted([*(letters if len(letters) >= FEWEST_LETTERS else ()), *posts, *inside])


def _paragraph(layers: Layers, at: int) -> str:
    return layers.text[slice(*layers.paragraphs[at])]


def _signed_letters(layers: Layers) -> Iterator[Span]:
    """A name and a place, each on a line of its own, below running text."""
    kinds = layers.regions
    for at in range(1, len(kinds) - 1):
        if kinds[at] is RegionKind.TEXT or kinds[at - 1] is not RegionKind.TEXT or kinds[at + 1] is RegionKind.TEXT:
            continue
        start, end = layers.paragraphs[at]
        if NAMED.match(layers.text[start:end]) and _is_name(layers, start, end) and _is_place(_paragraph(layers, at + 1)):
            yield Span.of(layers.text, start, end)


def _is_name(layers: Layers, start: int, end: int) -> bool:
    """Whether a line of capitals can be who signs: not "THE LAST WORD", nor a title below a review that is signed within its line."""
    line, above = layers.text[start:end], layers.text[max(0, start - SIGNED_REACH) : start]
    opener = layers.tokens.lower[layers.at(start)] in layers.language.table("function_words")
    return not (opener or line.isupper() or SIGNED_WITHIN.search(above))


def _is_place(line: str) -> bool:
    """Whether a line may be a place: few words, capitals, no stop."""
    words = line.split()
    long = [word for word in words if len(word) > 3]
    return len(words) <= LONGEST_PLACE and line[-1].isalnum() and line[0].isupper() and all(word[0].isupper() for word in long)


def _posts(layers: Layers, kind: RegionKind, signed: re.Pattern[str]) -> Iterator[Span]:
    """A dash, a name and an account: "— Orla Vane (@vane) May 1, 2019" on a line of its own, or at the end of the paragraph of the post."""
    for at, region in enumerate(layers.regions):
        text = _paragraph(layers, at) if region is kind else ""
        found = signed.search(text) if HANDLE in text else None
        if found is not None:
            start = layers.paragraphs[at][0]
            yield Span.of(layers.text, start + found.start(1), start + found.end(1))


@rule("signed-below", anchor="signature")
def signed_below(layers: Layers, signature: Span) -> Attribution | str:
    """The letter or the post above a line that signs it: I let the fans down tonight. / — Orla Vane (@vane) May 1"""
    at = layers.paragraph_at(signature.start)
    start, end = layers.paragraphs[at]
    if signature.end == end and signature.start > start:
        return "the name ends the line that it signs"
    is_post = start < signature.start
    before = layers.text[start : signature.start].rstrip(DASHES)
    if before:
        return Attribution(Span(start, start + len(before), before), signature, verbatim=True)
    contents: list[Span] = []
    for above in range(at - 1, max(-1, at - MOST_PARAGRAPHS - 1), -1):
        text = _paragraph(layers, above)
        if layers.regions[above] is not RegionKind.TEXT or text.endswith(COLONS) or (contents and is_post):
            break
        if len(text.split()) < FEWEST_WORDS and text[-1] not in ENDS:
            break
        contents.append(Span.of(layers.text, *layers.paragraphs[above]))
    if not contents or any(quotation.span.start == contents[-1].start for quotation in layers.quotations):
        return "no words of a letter above the signature"
    return Attribution(tuple(reversed(contents)), signature, verbatim=True)
