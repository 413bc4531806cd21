"""Plain data as values of the model, checked strictly: nothing is turned into another type on the way."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import attrs
import msgspec

from newsclaims.errors import SchemaError
from newsclaims.formats.json.checking import CLAIMS, claim_rows, lead_somewhere
from newsclaims.formats.json.metadata import MAX_DEPTH, checked_metadata
from newsclaims.formats.json.shapes import INDICES, PAIRS, Member, Shape, members
from newsclaims.formats.json.values import In, Read, boolean, find, further, integer, located, number, span, spans, string
from newsclaims.model.claim import Claim
from newsclaims.model.document import Document
from newsclaims.model.speaker import Speaker
from newsclaims.model.values import SCHEMA_VERSION


def read_document(fields: Mapping[str, Any]) -> Document:
    """The document of some fields of the present version.

    Raises:
        SchemaError: a field is missing, unknown or wrong; ``path`` names it.
    """
    plan = {member.name: member for member in members(Document)}
    unknown = sorted(str(name) for name in fields if name not in plan)
    if unknown:
        raise SchemaError(f"is not a field of Document, which has: {', '.join(plan)}", unknown[0])
    if "text" not in fields:
        raise SchemaError("is missing", "text")
    text = located("text", string, fields["text"], In("", {}))
    state = In(text, {name: _count(fields.get(name)) for name in set(INDICES.values())})
    state.known = speakers = located("speakers", _speakers, fields.get("speakers", []), state)
    found: dict[str, Any] = {"text": text, "speakers": speakers}
    if "metadata" in fields:
        found["metadata"] = checked_metadata(fields["metadata"], "metadata")
    for name, value in fields.items():
        if name not in found:
            found[name] = located(name, reader(plan[name].shape), value, state)
    return Document(**found)


def document_with_unread_claims(data: str) -> Document | None:
    """The document that stands in JSON, with claims that are checked at once and made when they are first asked for.

    They are more than half of what is written, and many who read a document back want its quotes. ``None`` where that cannot be, since the
    claims are not right, have speakers that are none of the document's, or all is of another version.

    Raises:
        SchemaError: something else of the document is not right; ``path`` names it.
    """
    try:
        parts = _parts().decode(data)
        claims = parts.pop("claims", msgspec.Raw())
        rows = claim_rows(claims)
        fields = {name: msgspec.json.decode(value) for name, value in parts.items()}
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None
    if fields.pop("schema_version", None) != SCHEMA_VERSION:
        return None
    document = read_document(fields)
    read = UnreadClaims(bytes(claims))
    if not lead_somewhere(rows, read.state(document, len(rows))):
        return None
    document._leave_to(read)
    return document


@functools.cache
def _parts() -> msgspec.json.Decoder[dict[str, msgspec.Raw]]:
    return msgspec.json.Decoder(dict[str, msgspec.Raw])


@attrs.frozen
class UnreadClaims:
    """Reads the claims of a document from their JSON."""

    data: bytes

    def __call__(self, document: Document) -> tuple[Claim, ...]:
        """The claims of the document whose text and speakers they refer to."""
        values = msgspec.json.decode(self.data)
        claims: tuple[Claim, ...] = reader(CLAIMS)(values, self.state(document, len(values)))
        return claims

    def state(self, document: Document, claims: int) -> In:
        """What there is for so many claims to refer to."""
        counts = {name: claims if name == "claims" else len(getattr(document, name)) for name in set(INDICES.values())}
        state = In(document.text, counts)
        state.known = document.speakers
        return state


def _count(value: Any) -> int:
    return len(value) if isinstance(value, list) else 0


def _speakers(value: Any, state: In) -> tuple[Speaker, ...]:
    """The list of speakers: first all without members, then the groups, whose members can stand anywhere in the list."""
    if not isinstance(value, list):
        raise SchemaError(f"must be a list, not {type(value).__name__}")
    read = _object_reader(Speaker)
    groups = [isinstance(item, Mapping) and bool(item.get("members")) for item in value]
    single: list[Speaker | None] = []
    for at, (item, group) in enumerate(zip(value, groups, strict=True)):
        single.append(None if group else located(f"[{at}]", read, item, state))
    state.known = tuple(single)
    for at, (item, group) in enumerate(zip(value, groups, strict=True)):
        if group:
            single[at] = located(f"[{at}]", read, item, state)
    return tuple(speaker for speaker in single if speaker is not None)


# ---------------------------------------------------------------------------------------------------------------------- by shape


@functools.cache
def reader(shape: Shape) -> Read:
    """Reads values of a shape."""
    read = _plain_reader(shape)
    return _optional(read) if shape.optional else read


def _optional(read: Read) -> Read:
    return lambda value, state: None if value is None else read(value, state)


def _plain_reader(shape: Shape) -> Read:
    if shape.kind == "list":
        assert shape.inner is not None  # noqa: S101 - a list is of something
        return spans if shape.inner.kind == "span" else _list_reader(reader(shape.inner))
    if shape.kind == "object":
        assert shape.of is not None  # noqa: S101 - an object is of a class
        return _pair_reader(shape.of) if shape.of in PAIRS else _object_reader(shape.of)
    if shape.kind == "enum":
        return _enum_reader(shape.of)
    if shape.index is not None:
        return _index_reader(shape.index)
    plain: dict[str, Read] = {
        "string": string,
        "boolean": boolean,
        "integer": integer,
        "number": number,
        "span": span,
        "speaker": _speaker,
        "mapping": lambda value, _: checked_metadata(value, ""),
    }
    read = plain[shape.kind]
    return read if shape.low is None else _bounded(read, shape.low, shape.high)


def _bounded(read: Read, low: int, high: int | None) -> Read:
    def bounded(value: Any, state: In) -> Any:
        number = read(value, state)
        if number < low or (high is not None and number > high):
            raise SchemaError("must not be negative" if high is None else f"must lie between {low} and {high}")
        return number

    return bounded


def _index_reader(of: str) -> Read:
    def index(value: Any, state: In) -> int:
        at = integer(value, state)
        if not 0 <= at < state.counts[of]:
            last = state.counts[of] - 1
            raise SchemaError(f"must be the index of one of the {of} (0 to {last})" if last >= 0 else f"there are no {of}")
        return at

    return index


def _enum_reader(kind: Any) -> Read:
    known = {member.value: member for member in kind}

    def member(value: Any, state: In) -> Any:
        found = known.get(string(value, state))
        if found is None:
            raise SchemaError(f"must be one of {', '.join(known)}, not {value!r:.80}")
        return found

    return member


def _list_reader(read: Read) -> Read:
    def items(value: Any, state: In) -> tuple[Any, ...]:
        if type(value) is not list:
            raise SchemaError(f"must be a list, not {type(value).__name__}")
        try:
            return tuple([read(item, state) for item in value])
        except SchemaError:
            find(value, read, state)
            raise

    return items


def _speaker(value: Any, state: In) -> Speaker:
    """A speaker, or the index of one in the document's list."""
    if type(value) is int:
        known = state.known
        found = known[value] if 0 <= value < len(known) else None
        if found is None:
            last = len(known) - 1
            raise SchemaError(f"must be the index of a speaker without members (0 to {last})" if known else "there are no speakers")
        return found
    state.depth += 1
    if state.depth > MAX_DEPTH:
        raise SchemaError(f"nested deeper than {MAX_DEPTH} levels")
    speaker: Speaker = _object_reader(Speaker)(value, state)
    state.depth -= 1
    return speaker


@functools.cache
def _object_reader(kind: type) -> Read:
    """Reads the fields of a class from an object."""
    fields = members(kind)
    plan = [(member.name, _plain_reader(member.shape), member.shape.optional, member.default, member.required) for member in fields]

    def read(value: Any, state: In) -> Any:
        if type(value) is not dict and not isinstance(value, Mapping):  # the first is quick
            raise SchemaError(f"must be an object ({kind.__name__}), not {type(value).__name__}")
        found = []
        left = len(value)
        name = ""
        try:
            for name, inner, optional, default, required in plan:
                if name in value:
                    item = value[name]
                    found.append(None if item is None and optional else inner(item, state))
                    left -= 1
                elif required:
                    raise SchemaError("is missing")
                else:
                    found.append(default)
        except SchemaError as error:
            raise further(error, name) from None
        if left:
            raise _unknown(kind, fields, value)
        return kind(*found)

    return read


def _unknown(kind: type, fields: tuple[Member, ...], value: Mapping[Any, Any]) -> SchemaError:
    names = [member.name for member in fields]
    extra = min(str(name) for name in value if name not in names)
    return SchemaError(f"is not a field of {kind.__name__}, which has: {', '.join(names)}", extra)


def _pair_reader(kind: type) -> Read:
    """Reads the fields of a class from a list."""
    readers = [reader(member.shape) for member in members(kind)]
    size = len(readers)

    def read(value: Any, state: In) -> Any:
        if type(value) is not list or len(value) != size:
            names = ", ".join(member.name for member in members(kind))
            raise SchemaError(f"must be a list of {size} ({kind.__name__}: {names}), not {type(value).__name__}")
        at = 0
        found = []
        try:
            for at in range(size):
                found.append(readers[at](value[at], state))
        except SchemaError as error:
            raise further(error, f"[{at}]") from None
        return kind(*found)

    return read
