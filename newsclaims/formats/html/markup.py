"""HTML built from values: whatever is not markup already is escaped, so that no text can become a tag.

An element that a page has thousands of is written as a template by its own file, with :func:`escaped` around every text.
"""

from __future__ import annotations

import functools
import html

SPECIAL = "&<>\"'"


class Markup(str):
    """A piece of HTML. Only :func:`tag`, :func:`join`, templates and files of this package make one."""

    __slots__ = ()


def tag(name: str, /, *content: str | None, **attributes: str | int | None) -> Markup:
    """An element; ``None`` stands for nothing, an attribute's name is written with ``_`` for ``-`` and may end with ``_``.

    >>> tag("b", "1 < 2", class_="x", data_n='"')
    '<b class="x" data-n="&quot;">1 &lt; 2</b>'
    """
    opened = opening(name, **attributes)
    return Markup(f"{opened}{join(*content)}</{name}>")


def opening(name: str, /, **attributes: str | int | None) -> Markup:
    """The start tag alone.

    >>> opening("input", type="checkbox", checked="")
    '<input type="checkbox" checked="">'
    """
    given = [f' {_written(key)}="{escaped(str(value))}"' for key, value in attributes.items() if value is not None]
    return Markup(f"<{name}{''.join(given)}>")


def join(*content: str | None) -> Markup:
    """Pieces one after the other, each escaped unless it is markup."""
    return Markup("".join([part if isinstance(part, Markup) else escaped(part) for part in content if part is not None]))


@functools.cache  # the few names that this package writes
def _written(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def escaped(text: str) -> str:
    """Text as it may stand in an element or in the quotes of an attribute: what ``html.escape`` makes of it.

    >>> escaped("1 < 2 & “3”")
    '1 &lt; 2 &amp; “3”'
    """
    if text.isalnum():
        return text
    for sign in SPECIAL:  # most text has none of them, and to look is cheaper than to replace
        if sign in text:
            return html.escape(text)
    return text
