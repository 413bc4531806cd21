"""Web pages of several layouts: the article, its paragraphs and block quotes, and what the page says of itself."""

from __future__ import annotations

import importlib
import os

import pytest

from newsclaims import Extractor, PageError

if os.environ.get("NEWSCLAIMS_TEST_ALL"):
    importlib.import_module("trafilatura")
pytest.importorskip("trafilatura")

from newsclaims.integrations.html import article

LEAD = "The quay of Orrel is shut &mdash; &ldquo;for good,&rdquo; said Mayor Orla Vane, who has led the town for nine years and more."
REST = "Her deputy said that it <em>would</em> not open in May, and that nobody in the ministry had asked him about it at all."
QUOTE = "We have waited long enough for the ministry to act, and we shall not wait for another year."
READ = [
    "The quay of Orrel is shut — “for good,” said Mayor Orla Vane, who has led the town for nine years and more.",
    "Her deputy said that it would not open in May, and that nobody in the ministry had asked him about it at all.",
]
AROUND = ("Home", "Sign up", "Photo:", "Share", "cookies", "gtag", "All rights")

MODERN = f"""<!doctype html><html lang="en"><head><title>Quay shut | Courier</title>
<meta property="og:title" content="Quay shut"><meta property="og:site_name" content="Courier"><meta name="author" content="Ada Brenn">
<meta property="article:published_time" content="2024-05-03T10:00:00Z"><link rel="canonical" href="https://courier.example/quay">
<script>gtag("He said: “No.”")</script></head><body><nav><a href="/">Home</a></nav><main><article><h1>Quay shut</h1>
<figure><img src="a.jpg"><figcaption>Photo: Ivo Karr</figcaption></figure>
<p>{LEAD}</p><blockquote><p>{QUOTE}</p></blockquote><p>{REST}</p><div class="share">Share this</div></article></main>
<aside>Sign up to our letter</aside><footer>All rights reserved</footer></body></html>"""
OLD = f"""<HTML><HEAD><TITLE>Quay shut</TITLE></HEAD><BODY><TABLE><TR><TD><A HREF="/">Home</A></TD><TD><DIV ID="story">
<P>{LEAD}<BLOCKQUOTE>{QUOTE}</BLOCKQUOTE><P>{REST}</DIV></TD></TR></TABLE><P>All rights reserved</BODY></HTML>"""
BLOG = f"""<html><head><title>Quay shut</title></head><body><div class="header"><ul><li><a href="/">Home</a></li></ul></div>
<div class="post"><div class="entry-content"><div>{LEAD}<br><br>{REST}</div><blockquote>{QUOTE}<br><br>— Orla Vane</blockquote></div></div>
<div id="cookie-banner">We use cookies</div></body></html>"""
PAGES = {"modern": MODERN, "old": OLD, "blog": BLOG}


@pytest.mark.parametrize("name", PAGES)
def test_paragraphs_are_kept_and_what_is_around_them_is_not(name: str) -> None:
    text = article(PAGES[name]).text
    paragraphs = text.split("\n\n")
    assert [each for each in paragraphs if each in READ] == READ
    assert not [word for word in AROUND if word in text]
    assert "&" not in text


@pytest.mark.parametrize("name", PAGES)
def test_a_block_quote_is_a_quotation(name: str) -> None:
    page = article(PAGES[name])
    assert [each for each in page.text.split("\n\n") if each.startswith(f"> {QUOTE}")]
    document = Extractor().extract(page)
    assert QUOTE in [quotation.contents[0].text for quotation in document.quotations]
    assert document.quotes[0].text.startswith("for good,")


FURNISHED = f"""<html><head><title>Quay shut</title></head><body><article><h1>Quay shut</h1><p>{LEAD}</p>
<figure class="wp-block"><img src="a.jpg"><figcaption>Mayor Vane says the quay is done. Photo: Ivo Karr</figcaption></figure>
<p>{REST}</p><div class="social-bar"><a href="#">Share</a> <a href="#">Print</a></div><blockquote>{QUOTE}</blockquote>
<div id="newsletter-box"><b>Our letter:</b> every Monday</div></article></body></html>"""
MARKED = {
    "caption": "Mayor Vane says the quay is done. Photo: Ivo Karr",
    "share line": "Share Print",
    "promotion": "Our letter: every Monday",
}


def test_captions_and_share_lines_are_marked_for_those_who_keep_them() -> None:
    page = article(FURNISHED, furniture=True)
    assert {kind: page.text[start:].split("\n\n")[0] for start, kind in page.furniture} == MARKED
    assert "⟦" not in page.text
    assert [each for each in page.text.split("\n\n") if each in READ] == READ
    document = Extractor().extract(page)
    assert {region.kind.value: region.span.text for region in document.regions if region.span.text in MARKED.values()} == MARKED


def test_what_stands_around_is_left_out_where_nobody_asks_for_it() -> None:
    page = article(FURNISHED)
    assert page.furniture == ()
    assert not [words for words in MARKED.values() if words in page.text]


def test_the_page_is_taken_at_its_word_elsewhere_too() -> None:
    page = article(FURNISHED, furniture=True)
    here = Extractor().extract(page)
    [document] = Extractor().pipe([page], workers=2)
    assert document.regions == here.regions
    assert document.claims == here.claims


def test_an_article_in_an_element_that_is_named_like_a_button_is_read() -> None:
    page = FURNISHED.replace("<article>", "<article class='related-story'>")
    assert [each for each in article(page, furniture=True).text.split("\n\n") if each in READ] == READ


def test_a_short_article_keeps_its_paragraphs() -> None:
    words = ["“It rained,” said Orla Vane.", "> Not this year.", "Ivo Karr denied that."]
    body = "<p>“It rained,” said Orla Vane.</p><blockquote><p>Not this year.</p></blockquote><p>Ivo Karr denied that.</p>"
    page = (
        f"<html><head><title>Rain</title></head><body><nav><a href='/'>Home</a></nav><article><h1>Rain</h1>{body}</article></body></html>"
    )
    assert [each for each in article(page).text.split("\n\n") if each in words] == words


def test_no_date_is_looked_for_in_any_words_of_any_language() -> None:
    import dateparser

    page = MODERN.replace("2024-05-03T10:00:00Z", "2024-0.-01T10:00:00Z")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dateparser.DateDataParser, "get_date_data", lambda *_: pytest.fail("searched"))
        assert article(page).date is None


def test_what_the_page_says_of_itself() -> None:
    page = article(MODERN)
    assert (page.title, page.date, page.author, page.outlet) == ("Quay shut", "2024-05-03", "Ada Brenn", "Courier")
    document = Extractor().extract(page)
    assert document.id == page.url == "https://courier.example/quay"
    assert (document.metadata or {})["date"] == "2024-05-03"
    assert document.warnings == ()


def test_the_address_is_that_of_who_knows_it() -> None:
    assert article(OLD, url="https://old.example/1").url == "https://old.example/1"


@pytest.mark.parametrize("coding", ["utf-8", "latin-1"])
def test_bytes_are_read_as_the_page_says(coding: str) -> None:
    page = OLD.replace("<HEAD>", f'<HEAD><META CHARSET="{coding}">').replace("Orla Vane", "Zoë Vané")
    assert "Zoë Vané" in article(page.encode(coding)).text


@pytest.mark.parametrize("page", ["", "<html><body></body></html>", "   ", b""])
def test_a_page_without_an_article_is_an_error(page: str | bytes) -> None:
    with pytest.raises(PageError, match="no article was found in the page"):
        article(page)


def test_a_path_is_no_page() -> None:
    with pytest.raises(TypeError, match="page must be a str or bytes with HTML, not NoneType"):
        article(None)  # type: ignore[arg-type]  # it is wrong
