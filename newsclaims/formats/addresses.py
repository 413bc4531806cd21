"""IRIs for documents and for what is found in them."""

from __future__ import annotations

import base64
import hashlib
import re
import uuid

ABSOLUTE = r"[A-Za-z][A-Za-z0-9+.-]+:[^\s<>\"{}|\\^`]+"  # a scheme of one letter would be a drive of Windows


def is_iri(name: str) -> bool:
    """Whether a name is an absolute IRI (RFC 3987).

    >>> is_iri("https://news.example/1"), is_iri("C:/texts/1.txt"), is_iri("quay.txt")
    (True, False, False)
    """
    return re.fullmatch(ABSOLUTE, name) is not None


def iri_of(text: str, id: str | None) -> str:
    """The id of a document where that is an IRI, else one made from its text (RFC 6920: the SHA-256 of its UTF-8 bytes).

    >>> iri_of("Rain fell.", "https://news.example/rain")
    'https://news.example/rain'
    >>> iri_of("Rain fell.", "rain.txt")
    'ni:///sha-256;ikseg9msdliKvG5Sk0ZB-ZhfooEWkX0gCx0FVy5tebg'
    """
    if id is not None and is_iri(id):
        return id
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return f"ni:///sha-256;{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"


def part_iri(address: str, part: str, index: int) -> str:
    """An IRI (RFC 9562, a UUID from the name) for one part of what an IRI names; always the same for the same part."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{address}#{part}{index}").urn
