"""A name: one mention of somebody or something by name, with its title and what stands in that."""

from __future__ import annotations


class Name:
    """One mention by name, as tokens: ``first`` to ``last`` with its title, ``start`` to ``last`` the bare name.

    ``parts`` are the words of the name in lower case, without suffix; ``bare`` is its last token without letters ("KC") after it,
    ``held`` the tokens of the body in its title ("Director of the Orrel Port"), ``office`` the noun of an office before another title
    ("Minister of Works Senator Ell"), else -1. ``title`` is the last word of the title
    before it ("minister"), ``role`` the tokens of the whole title. ``body`` says that it names an organisation,
    ``definite`` that it has an article, ``headline`` that it stands in a headline, a caption or the like, or among words that have
    capitals anyway.
    """

    __slots__ = (
        "bare",
        "body",
        "definite",
        "entity",
        "first",
        "headline",
        "held",
        "last",
        "office",
        "parts",
        "role",
        "sentence",
        "start",
        "tag",
        "title",
    )

    def __init__(self, first: int, start: int, last: int, parts: tuple[str, ...], sentence: int, *, headline: bool) -> None:
        self.first = first
        self.start = start
        self.last = self.bare = last
        self.parts = parts
        self.sentence = sentence
        self.headline = headline
        self.title: str | None = None
        self.role: tuple[int, int] | None = None
        self.tag: tuple[int, int] | None = None
        self.held: tuple[int, int] | None = None
        self.office = -1
        self.body = False
        self.definite = False
        self.entity = -1

    @property
    def label(self) -> tuple[int, int]:
        """The tokens of the bare name."""
        return self.start, self.bare

    @property
    def end(self) -> int:
        """The last token of the name with the bracket after it."""
        return self.last if self.tag is None else self.tag[1] + 1
