"""The layout of a text as it is handed out: its sentences, and what each of its paragraphs is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsclaims.find.sentences import public
from newsclaims.model import Region, RegionKind
from newsclaims.spans import Bounds, Span


def layout(
    text: str, sentences: Iterable[Bounds], paragraphs: Iterable[tuple[int, int]], kinds: Iterable[RegionKind]
) -> dict[str, tuple[Any, ...]]:
    """The fields of a document that tell its layout: a sentence for each of ``sentences``, a region for each paragraph."""
    regions = tuple(Region(Span.of(text, *bounds), kind) for bounds, kind in zip(paragraphs, kinds, strict=True))
    return {"sentences": public(text, sentences), "regions": regions}
