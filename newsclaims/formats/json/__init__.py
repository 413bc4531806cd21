"""Documents as plain data and as JSON, and back, without loss.

Driven by the classes of :mod:`newsclaims.model`: a new field or class there needs nothing here, but one line in
:mod:`newsclaims.formats.json.shapes` where its values have bounds. What can be read off the text is not written again: a span is the pair
of its offsets. A speaker of the document's ``speakers`` stands elsewhere as its index in them. A field that has a default may be missing
from the data, so that documents written before the field was there can still be read; of what stands in large numbers (claims,
quotations) fields that have their default are left out.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from typing import Any, NoReturn

import msgspec

from newsclaims.errors import SchemaError
from newsclaims.formats.json.metadata import MAX_DEPTH, checked_metadata
from newsclaims.formats.json.reading import document_with_unread_claims, read_document
from newsclaims.formats.json.schema import json_schema
from newsclaims.formats.json.upgrading import upgraded
from newsclaims.formats.json.writing import pieces, written_document
from newsclaims.model.document import Document
from newsclaims.model.values import SCHEMA_VERSION

__all__ = ["MAX_DEPTH", "from_dict", "from_json", "json_schema", "to_dict", "to_json"]

# Escaped although JSON allows them: what some readers take for the end of a line, and lone surrogates, which no file
# can hold. A high surrogate before a low one stays as it is: two escapes would be read as one character.
ESCAPED = "[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]+"
SURROGATE_PAIR = "([\ud800-\udbff][\udc00-\udfff])"
LONG = 100_000  # characters of a text
RARE = tuple(char.encode() for char in ("\x7f", "\u2028", "\u2029", "\ufeff"))
CONTROL = rb"\xc2[\x80-\x9f]"
"""What is to be escaped from U+0080 to U+009F, in UTF-8."""


def to_dict(document: Document) -> dict[str, Any]:
    """Plain dicts, lists, strings, numbers, with a ``schema_version``.

    >>> to_dict(Document("Rain fell."))["text"]
    'Rain fell.'

    Raises:
        SchemaError: the metadata holds something JSON cannot (a date, a tuple, a key that is no ``str``, NaN), or a span does not hold the
            characters of the document's text.
    """
    return {"schema_version": SCHEMA_VERSION, **written_document(document, checked_metadata(document.metadata, "metadata"))}


def from_dict(data: Mapping[str, Any]) -> Document:
    """The document that :func:`to_dict` wrote, of this version of the schema or an older one.

    Raises:
        SchemaError: a field is missing, unknown or of the wrong type, a span lies outside the text, or the
            ``schema_version`` is a newer one; ``path`` names the field.
    """
    if not isinstance(data, Mapping):
        raise SchemaError(f"must be an object (Document), not {type(data).__name__}")
    return read_document(upgraded(data))


def to_json(document: Document, indent: int | None = None) -> str:
    r"""The same as :func:`to_dict`, as JSON on one line, or on many with ``indent``.

    Characters beyond ASCII stand as they are, but for line separators and lone surrogates. A text that holds a high
    surrogate directly before a low one, as two characters, can be kept but not written to a UTF-8 file.

    >>> to_json(Document("Rain fell."))[:44]
    '{"schema_version":2,"text":"Rain fell.","id"'

    Raises:
        SchemaError: as for :func:`to_dict`.
    """
    try:
        if len(document.text) > LONG:
            whole = _in_pieces(document)
            return whole if indent is None else msgspec.json.format(whole, indent=indent)
        encoded = msgspec.json.encode(to_dict(document))
    except UnicodeEncodeError:  # lone surrogates
        text = json.dumps(to_dict(document), ensure_ascii=False, indent=indent, allow_nan=False, separators=None if indent else (",", ":"))
        return _with_escapes(text)
    if indent is not None:
        encoded = msgspec.json.format(encoded, indent=indent)
    text = encoded.decode("utf-8")
    return _with_escapes(text) if _has_rare(encoded) else text


def _has_rare(encoded: bytes) -> bool:
    return any(char in encoded for char in RARE) or re.search(CONTROL, encoded) is not None


def _in_pieces(document: Document) -> str:
    """The JSON, made some values at a time: all of them as plain data take five times its room, and a copy in UTF-8 half of it again."""
    out = io.StringIO(newline="")
    encoder = msgspec.json.Encoder()
    out.write(f'{{"schema_version":{SCHEMA_VERSION}')
    for name, values in pieces(document, checked_metadata(document.metadata, "metadata")):
        out.write(f',"{name}":')
        before = ""
        for value in values:
            encoded = encoder.encode(value)
            piece = _with_escapes(encoded.decode("utf-8")) if _has_rare(encoded) else encoded.decode("utf-8")
            if before and piece != "[]":  # goes on with the list of the values before
                out.write(f"{before[:-1]},")
                before = piece[1:]
            elif not before:
                before = piece
        out.write(before)
    out.write("}")
    return out.getvalue()


def from_json(data: str) -> Document:
    """The document that :func:`to_json` wrote.

    >>> from_json('{"schema_version": 2, "text": 5}')
    Traceback (most recent call last):
    newsclaims.errors.SchemaError: text: must be a string, not int

    Raises:
        SchemaError: not a ``str``, not JSON, or as for :func:`from_dict`.
    """
    if not isinstance(data, str):
        raise SchemaError(f"JSON must be a str, not {type(data).__name__}")
    return document_with_unread_claims(data) or from_dict(_parsed(data))


def _parsed(data: str) -> Any:
    try:
        return msgspec.json.decode(data)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):  # not JSON, or half characters, which the other reader takes
        pass
    try:
        return json.loads(data, parse_constant=_no_constant)
    except ValueError as error:
        raise SchemaError(f"cannot be read as JSON: {error}") from None
    except RecursionError:
        raise SchemaError(f"nested deeper than {MAX_DEPTH} levels") from None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _with_escapes(text: str) -> str:
    return re.sub(ESCAPED, lambda found: _escaped(found[0]), text)


def _escaped(characters: str) -> str:
    pieces = re.split(SURROGATE_PAIR, characters)
    return "".join(piece if at % 2 else "".join(f"\\u{ord(char):04x}" for char in piece) for at, piece in enumerate(pieces))
