"""Documents as web pages: the article with its quotes marked, beside it who spoke and how often."""

from __future__ import annotations

from newsclaims.formats.html.page import fragment, page

__all__ = ["fragment", "page"]
