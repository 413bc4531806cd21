from __future__ import annotations

import html
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newsclaims.formats.html.markup import Markup, escaped, join, tag

TEXT = st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]))  # parsers change these three


@given(TEXT, TEXT)
def test_any_text_comes_back_as_text(read: Any, content: str, attribute: str) -> None:
    [element] = read(tag("b", content, title=attribute)).all("*")
    assert (element.text, element.attributes) == (content, {"title": attribute})


@given(TEXT)
def test_text_is_escaped_as_the_standard_library_does_it(content: str) -> None:
    assert escaped(content) == html.escape(content)


def test_markup_is_not_escaped_twice() -> None:
    assert tag("b", tag("i", "<"), " & ", None) == "<b><i>&lt;</i> &amp; </b>"
    assert join(Markup("<br>"), "<br>") == "<br>&lt;br&gt;"


def test_names_of_attributes() -> None:
    assert tag("p", class_="a", aria_label="b", lang=None, tabindex=0) == '<p class="a" aria-label="b" tabindex="0"></p>'
