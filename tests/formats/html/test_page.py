from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import Extractor, audit, extract
from newsclaims.formats.html import fragment, page
from newsclaims.model import Claim, Cue, Document, Quote, QuoteKind, Speaker, SpeakerKind, Stance
from newsclaims.spans import Span
from newsclaims.speakers import merge

TEXT = """“The quay is shut,” said Harbour Master Orla Vane. “It stays shut.”

Her deputy, Ivo Karr, said that the ice was “thin as paper” & melting. “Orla told me, ‘Keep off,’ and I did,” he said.
"""
BAD = '</script></style></mark><script>window.hacked=1</script><img src=x onerror=window.hacked=1>" onmouseover="window.hacked=1" x=\''

Read = Callable[[str], Any]


@pytest.fixture(scope="module")
def document() -> Document:
    return Extractor().extract(TEXT, id="quay.txt", metadata={"section": "Harbour & Sea", "pages": [1, 2]})


def hostile() -> Document:
    """A document all of whose strings try to break out."""
    text = f"{BAD} said {BAD}: javascript:alert(1) {BAD}"
    whole = Span.of(text, 0, len(text))
    source, cue = Span.of(text, 0, len(BAD)), Span.of(text, len(BAD) + 1, len(BAD) + 5)
    speaker = Speaker(BAD, role=BAD, affiliation=BAD, mentions=(source,))
    quote = Quote(QuoteKind.DIRECT, (whole,), whole, text, source, speaker, Cue(cue, BAD, BAD), addressee=source, rule=BAD, confidence=0.5)
    unknown = Quote(QuoteKind.INDIRECT, (cue,), cue, BAD, reason=BAD)
    claim = Claim(whole, 0, claimer=speaker, quote=7, topic=BAD, check_worthiness=0.9)
    return Document(text, BAD, {BAD: BAD, "more": [BAD]}, quotes=(quote, unknown), speakers=(speaker,), claims=(claim,), warnings=(BAD,))


# ------------------------------------------------------------------------------------------------ the article


def test_the_article_is_the_text(read: Read, document: Document) -> None:
    [article] = read(fragment(document)).all("article")
    assert "".join(paragraph.text for paragraph in article.all("p")) == TEXT


def test_every_quote_source_and_cue_is_marked(read: Read, document: Document) -> None:
    [article] = read(fragment(document)).all("article")
    for index, quote in enumerate(document.quotes):
        marked = "".join(mark.text for mark in article.all("mark", data_q=str(index)))
        assert marked == "".join(span.text for span in quote.contents)
        if quote.source is not None:
            assert "".join(piece.text for piece in article.all("*", data_s=str(index))) == quote.source.text
        if quote.cue is not None:
            assert "".join(piece.text for piece in article.all("*", data_k=str(index))) == quote.cue.span.text
    for index, claim in enumerate(document.claims):
        assert "".join(piece.text for piece in article.all("*", data_c=str(index))) == claim.text


def test_a_quote_tells_who_kind_rule_and_confidence(read: Read, document: Document) -> None:
    first = read(fragment(document)).all("mark")[0].attributes
    rule, confidence = document.quotes[0].rule, document.quotes[0].confidence
    assert first["data-tip"] == f"Orla Vane · direct · rule {rule} · confidence {confidence:.2f}"
    assert first["data-n"] in {"1", "2"}
    assert first["tabindex"] == "0"


def test_one_stop_for_the_keyboard_for_each_quote(read: Read, document: Document) -> None:
    assert len(read(fragment(document)).all("mark", tabindex="0")) == len(document.quotes)


def test_speakers_stand_beside_with_their_counts(read: Read) -> None:
    span = Span(0, 1, "a")
    vane, karr = Speaker("Orla Vane", SpeakerKind.PERSON, role="harbour master", named=True), Speaker("the council", SpeakerKind.GROUP)
    quotes = tuple(Quote(QuoteKind.DIRECT, (span,), span, "a", speaker=speaker) for speaker in (karr, vane, vane, None))
    [aside] = read(fragment(Document("a", quotes=quotes, speakers=(vane, karr)))).all("aside")
    assert [" ".join(row.text.split()) for row in aside.all("li")] == [
        "Orla Vane person, harbour master 2 quotes",
        "the council group, not named 1 quote",
        "no speaker 1 quote",
    ]
    assert [name.attributes["data-n"] for name in aside.all("span", class_="name")] == ["1", "2", "?"]


def test_ids_are_there_once_and_links_lead_to_them(read: Read, document: Document) -> None:
    root = read("".join(page([document, document])))
    elements = root.all("*")
    ids = [element.attributes["id"] for element in elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    wanted = {element.attributes["href"].removeprefix("#") for element in elements if "href" in element.attributes}
    described = {element.attributes["aria-describedby"] for element in elements if "aria-describedby" in element.attributes}
    assert wanted
    assert described
    assert wanted | described <= set(ids)


def test_quotes_inside_quotes_keep_their_places(read: Read) -> None:
    text = "abcdef"
    outer, inner, across = Span.of(text, 0, 4), Span.of(text, 1, 2), Span.of(text, 3, 6)
    quotes = tuple(Quote(QuoteKind.DIRECT, (span,), span, span.text) for span in (outer, inner, across))
    marks = read(fragment(Document(text, quotes=quotes))).all("mark")
    assert [(mark.text, mark.attributes["data-q"]) for mark in marks] == [("a", "0"), ("b", "0 1"), ("c", "0"), ("d", "0 2"), ("ef", "2")]


def test_a_source_may_be_inside_a_quote(read: Read) -> None:
    text = "“He said no,” she said."
    outer, he, no = Span.of(text, 0, 13), Span.of(text, 1, 3), Span.of(text, 9, 11)
    quotes = (Quote(QuoteKind.DIRECT, (outer,), outer, "a"), Quote(QuoteKind.INDIRECT, (no,), no, "no", source=he))
    root = read(fragment(Document(text, quotes=quotes)))
    assert [piece.text for piece in root.all("mark", data_s="1", class_="source")] == ["He"]


def test_claims_say_whose_they_are(read: Read) -> None:
    text = "Rain fell. Ice held."
    rain, ice = Span.of(text, 0, 9), Span.of(text, 11, 19)
    claims = (Claim(rain, 0, stance=Stance.DENY, topic="weather", check_worthiness=0.75), Claim(ice, 1, claimer=Speaker("Ivo Karr")))
    [items] = read(fragment(Document(text, claims=claims))).all("ol", class_="claims")
    first, second = (" ".join(item.text.split()) for item in items.all("li"))
    assert first == "the article itself deny · weather · worth checking 0.75Rain fell"
    assert second.startswith("Ivo Karr affirm")
    tips = [piece.attributes["data-tip"] for piece in read(fragment(Document(text, claims=claims))).all("span", class_="claim")]
    assert tips == ["claim · the article itself · deny · weather · worth checking 0.75", "claim · Ivo Karr · affirm · worth checking 0.00"]


def test_a_text_without_anything(read: Read) -> None:
    for text in ("", "Rain fell."):
        root = read(fragment(Document(text)))
        assert "".join(article.text for article in root.all("article")) == text
        assert "nobody is quoted" in root.text


# ------------------------------------------------------------------------------------------------ hostile texts


@pytest.mark.parametrize("write", [fragment, lambda document: "".join(page([document]))], ids=["fragment", "page"])
def test_nothing_from_a_document_becomes_markup(read: Read, write: Callable[[Document], str]) -> None:
    root = read(write(hostile()))
    elements = root.all("*")
    assert not [element for element in elements if element.name == "img"]
    assert len(root.all("script")) == (write is not fragment)
    assert not [name for element in elements for name in element.attributes if name.startswith("on")]
    assert all(element.attributes["href"].startswith("#") for element in elements if "href" in element.attributes)
    [article] = root.all("article")
    assert article.text == hostile().text


TOKENS = st.sampled_from(
    ["<script>", "</style>", "<!--", "-->", "“", "”", '"', "'", "&lt;", " said ", "Orla Vane", "\n\n", "]]>", "<", ">", "\u202e"]
)


@given(st.lists(TOKENS, max_size=25).map("".join))
def test_any_text_keeps_its_shape(read: Read, text: str) -> None:
    document = extract(text)
    [article] = read(document.to_html()).all("article")
    assert article.text == text


@given(st.lists(TOKENS, max_size=10).map("".join))
def test_any_name_and_metadata_keep_the_shape(read: Read, words: str) -> None:
    speaker = Speaker(words, role=words)
    root = read("".join(page([Document("a", words, {words: words}, speakers=(speaker,))])))
    assert [name.attributes["data-name"] for name in root.all("span", class_="name")] == [words]


# ------------------------------------------------------------------------------------------------ the page


def policy(root: Any) -> dict[str, list[str]]:
    [meta] = root.all("meta", http_equiv="Content-Security-Policy")
    return {name: values for name, *values in (part.split() for part in meta.attributes["content"].split(";"))}


def test_only_the_page_s_own_script_and_style_may_run(read: Read, document: Document) -> None:
    root = read("".join(page([document])))
    allowed = policy(root)
    assert allowed["default-src"] == ["'none'"]
    for name in ("script", "style"):
        [element] = root.all(name)
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert allowed[f"{name}-src"] == [f"'sha256-{digest}'"]


def test_the_page_loads_nothing(read: Read, document: Document) -> None:
    written = "".join(page([document]))
    root = read(written)
    assert not [element for element in root.all("*") if {"src", "srcset", "action", "style"} & set(element.attributes)]
    assert not root.all("link")
    assert not re.search(r"https?:|url\(|@import|innerHTML|eval\(", written)


def test_the_fragment_has_no_script(read: Read, document: Document) -> None:
    assert read(fragment(document)).all("script") == []


@pytest.mark.parametrize("what", ["quotes", "speakers", "claims"])
def test_what_a_notebook_shows_of_one_thing(read: Read, what: str) -> None:
    thing = getattr(hostile(), what)[0]
    root = read(thing._repr_html_())
    assert BAD in root.text
    assert {element.name for element in root.all("*")} <= {"figure", "blockquote", "figcaption", "p", "b", "bdi", "small"}


@pytest.mark.parametrize("of", [audit, merge])
def test_what_a_notebook_shows_of_a_collection(read: Read, of: Any) -> None:
    root = read(of([hostile()])._repr_html_())
    assert BAD in root.text
    assert {element.name for element in root.all("*")} == {"table", "thead", "tbody", "tr", "th", "td"}
    assert len({len(row.all("*")) for row in root.all("tr")}) == 1  # as many cells in each row


def test_page_and_fragment_are_what_the_document_gives(document: Document) -> None:
    assert document.to_html() == document._repr_html_() == fragment(document)
    assert document.to_html(page=True) == "".join(page([document]))


def test_the_page_is_written_document_by_document(document: Document) -> None:
    asked = []

    def documents() -> Any:
        for number in range(3):
            asked.append(number)
            yield document

    pieces = page(documents())
    next(pieces)
    assert asked == []
    next(pieces)
    assert asked == [0]


def test_the_page_begins_as_a_page(document: Document) -> None:
    class First(HTMLParser):
        declared = ""

        def handle_decl(self, decl: str) -> None:
            self.declared = decl

    parser = First()
    parser.feed("".join(page([document])))
    assert parser.declared == "DOCTYPE html"


def test_a_paragraph_says_what_it_is_where_it_is_no_running_text() -> None:
    document = extract("NEW ORREL\n\n“It rained,” said Orla Vane.\n\nPhotograph: Ivo Karr")
    opened = re.findall("<p dir[^>]*>", document.to_html())
    assert opened == ['<p dir="auto" data-region="headline">', '<p dir="auto">', '<p dir="auto" data-region="credit">']
