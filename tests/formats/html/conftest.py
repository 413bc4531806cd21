"""HTML read back with the standard library's parser."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import attrs
import pytest

VOID = {"meta", "input"}


@attrs.define
class Element:
    name: str
    attributes: dict[str, str | None]
    children: list[Element | str] = attrs.field(factory=list)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, name: str, **attributes: str) -> list[Element]:
        """All elements inside of a name, with these attributes (a class matches as one of several)."""
        found = []
        for child in self.children:
            if isinstance(child, Element):
                found += [child] if child.is_a(name, attributes) else []
                found += child.all(name, **attributes)
        return found

    def is_a(self, name: str, attributes: dict[str, str]) -> bool:
        if name not in (self.name, "*"):
            return False
        given = {key: (self.attributes.get(key) or "").split() for key in self.attributes}
        return all(value in given.get(key.rstrip("_").replace("_", "-"), []) for key, value in attributes.items())


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice in {tag}"
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


@pytest.fixture(scope="session")
def read() -> Callable[[str], Element]:
    """Gives the tree of a page; every element has to be closed where it belongs."""
    return _read


def _read(html: str) -> Element:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == [reader.root], "something is not closed"
    return reader.root
