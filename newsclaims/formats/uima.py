"""Quotes as a UIMA CAS in XMI, which INCEpTION and other tools of that world read; needs ``pip install 'newsclaims[uima]'``.

A quote is an annotation ``newsclaims.Quote`` with arrays of its ``contents``, ``sources`` and ``cues``, which are annotations of types of
their own. Offsets in XMI count UTF-16 units; dkpro-cassis turns them into characters and back.
https://docs.oasis-open.org/uima/v1.0/uima-v1.0.html
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newsclaims.errors import MissingExtraError
from newsclaims.formats.brat import free_name
from newsclaims.model.document import Document
from newsclaims.spans import Span

try:
    import cassis
except ImportError as error:
    raise MissingExtraError("dkpro-cassis", "uima") from error

NAMESPACE = "newsclaims"
ROLES = {"contents": "Content", "sources": "Source", "cues": "Cue"}
IN_XML = (("\t", "\n"), ("\r", "\r"), (" ", "\ud7ff"), ("\ue000", "\ufffd"), ("\U00010000", "\U0010ffff"))
"""The characters that may stand in XML 1.0, from the first to the last of each stretch."""
FACTS = ("kind", "speaker", "rule")


@functools.cache
def type_system_xml() -> str:
    """The types, as the XML that belongs beside the files."""
    made = cassis.TypeSystem()
    for name in ROLES.values():
        made.create_type(f"{NAMESPACE}.{name}", "uima.tcas.Annotation")
    quote = made.create_type(f"{NAMESPACE}.Quote", "uima.tcas.Annotation")
    for name, role in ROLES.items():
        made.create_feature(quote, name, "uima.cas.FSArray", elementType=f"{NAMESPACE}.{role}")
    for name in FACTS:
        made.create_feature(quote, name, "uima.cas.String")
    made.create_feature(made.create_type(f"{NAMESPACE}.Article", "uima.tcas.Annotation"), "articleId", "uima.cas.String")
    xml: str = made.to_xml()
    return xml


def to_xmi(document: Document) -> str:
    """The text with its quotes.

    >>> from newsclaims import extract
    >>> to_xmi(extract("“It rained,” said Orla Vane.")).count("<newsclaims:Content ")
    1

    A character that XML has no form for (U+0000, half a character) is U+FFFD there.
    """
    types = cassis.load_typesystem(type_system_xml())
    cas = cassis.Cas(types)
    cas.sofa_string, cas.sofa_mime = _in_xml(document.text), "text/plain"
    if document.id is not None:
        cas.add(types.get_type(f"{NAMESPACE}.Article")(begin=0, end=len(document.text), articleId=_in_xml(document.id)))
    for quote in document.quotes:
        spans = {
            "contents": quote.contents,
            "sources": () if quote.source is None else (quote.source,),
            "cues": () if quote.cue is None else (quote.cue.span,),
        }
        arrays = {name: _array(cas, types, role, spans[name]) for name, role in ROLES.items()}
        speaker = None if quote.speaker is None else quote.speaker.name
        facts = {"kind": quote.kind.value, "speaker": _in_xml(speaker), "rule": _in_xml(quote.rule)}
        made = types.get_type(f"{NAMESPACE}.Quote")
        cas.add(made(begin=quote.span.start, end=quote.span.end, **arrays, **facts))
    xml: str = cas.to_xmi()
    return xml


def _may_stand(sign: str) -> bool:
    return any(first <= sign <= last for first, last in IN_XML)


def _in_xml(text: str | None) -> str | None:
    return None if text is None else "".join([sign if _may_stand(sign) else "\ufffd" for sign in text])


def _array(cas: Any, types: Any, role: str, spans: tuple[Span, ...]) -> Any:
    kind = types.get_type(f"{NAMESPACE}.{role}")
    marks = [kind(begin=span.start, end=span.end) for span in spans]
    cas.add_all(marks)
    return types.get_type("uima.cas.FSArray")(elements=marks)


def write_folder(documents: Iterable[Document], folder: Path) -> None:
    """Writes ``NAME.xmi`` for each document and ``TypeSystem.xml`` into a folder that :func:`newsclaims.evaluation.read_gold` reads.

    Raises:
        OSError: a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "TypeSystem.xml").write_text(type_system_xml(), encoding="utf-8")
    taken: dict[str, int] = {}
    for document in documents:
        (folder / f"{free_name(document, taken)}.xmi").write_bytes(to_xmi(document).encode("utf-8"))
