"""HTML built from values: whatever is not markup already is escaped, so that no text can become a tag."""

from __future__ import annotations

import functools
import html


class Markup(str):
    """A piece of HTML. Only :func:`tag`, :func:`join` and files of this package make one."""

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
    given = [f' {_written(key)}="{_escaped(str(value))}"' for key, value in attributes.items() if value is not None]
    return Markup(f"<{name}{''.join(given)}>")


def join(*content: str | None) -> Markup:
    """Pieces one after the other, each escaped unless it is markup."""
    return Markup("".join([part if isinstance(part, Markup) else _escaped(part) for part in content if part is not None]))


@functools.cache  # the few names that this package writes
def _written(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _escaped(text: str) -> str:
    return text if text.isalnum() else html.escape(text)
