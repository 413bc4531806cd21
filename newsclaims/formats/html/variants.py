"""The same utterance in several texts: its wordings below one another, with who has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsclaims.formats.html.markup import Markup, join, opening, tag
from newsclaims.formats.html.page import page_file, page_head

if TYPE_CHECKING:
    from newsclaims.claims.clustering import Cluster, Member

MOST_NAMED = 12
"""So many of those who have a wording are named."""


def variants_page(clusters: Iterable[Cluster], title: str = "Who changed the words") -> str:
    """A whole page with some clusters, the most told first; it loads nothing and has no script."""
    ordered = sorted(clusters, key=lambda cluster: -len(cluster.members))
    return join(
        page_head(title, _style()),
        opening("body", class_="newsclaims page"),
        tag("header", tag("h1", title), tag("p", f"{len(ordered)} told more than once")),
        Markup("\n<main>\n"),
        *map(_cluster, ordered),
        Markup("</main>\n</body></html>\n"),
    )


def variants_piece(cluster: Cluster) -> str:
    """One cluster as a piece of HTML with its own style: what a notebook shows."""
    return tag("div", tag("style", _style()), _cluster(cluster), class_="newsclaims")


def _style() -> Markup:
    return Markup(page_file("report.css") + page_file("variants.css"))


def _cluster(cluster: Cluster) -> Markup:
    first = cluster.members[0]
    said = "nobody named" if first.speaker is None else first.speaker
    variants = cluster.variants
    told = f"{len(cluster.members)} times, in {len(variants)} wording{'' if len(variants) == 1 else 's'}"
    head = tag("h2", tag("bdi", said), " ", tag("small", told))
    aligned = cluster.aligned
    rows = (
        tag("tr", tag("th", *_who(variant.members), scope="row"), *_cells(row, aligned[0], first=not number))
        for number, (variant, row) in enumerate(zip(variants, aligned, strict=True))
    )
    return tag("section", head, tag("div", tag("table", tag("tbody", *rows)), class_="wordings"), class_="variants")


def _cells(row: tuple[str, ...], model: tuple[str, ...], *, first: bool) -> Iterator[Markup]:
    for word, held in zip(row, model, strict=True):
        if first or word.casefold() == held.casefold():
            yield tag("td", word)
        elif word:
            yield tag("td", tag("ins", word))
        else:
            yield tag("td", tag("del", held, title="left out"))


def _who(members: tuple[Member, ...]) -> Iterator[Markup]:
    for member in members[:MOST_NAMED]:
        yield tag("div", tag("bdi", member.origin), " ", tag("small", member.date or "no date"))
    if len(members) > MOST_NAMED:
        yield tag("div", f"and {len(members) - MOST_NAMED} more")
