"""Documents as plain data and as JSON, and back, without loss.

Driven by the classes of :mod:`newsclaims.model`: a new field or class there needs nothing here. One thing is written once and
referred to: a speaker of the document's ``speakers`` stands elsewhere as its index in them, as each of many quotes by one
speaker would else repeat all mentions of that speaker. A field that has a
default may be missing from the data, so that documents written before the field was there can still be read.
"""

from __future__ import annotations

import contextlib
import contextvars
import enum
import functools
import json
import math
import re
import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import Any, NoReturn, get_args, get_origin

import attrs
from cattrs import ClassValidationError, Converter, IterableValidationError
from cattrs.errors import ForbiddenExtraKeysError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from newsclaims.errors import SchemaError
from newsclaims.model import SCHEMA_VERSION, Claim, Document, Quotation, Quote, Sentence, Speaker
from newsclaims.spans import Span

MAX_DEPTH = 100  # lists and objects inside one another; far more than a document needs, far less than the stack holds
LEAVES = (str, int, float, type(None))
MAX_INTEGER_BITS = 14_000  # Python reads and writes integers of up to 4,300 digits

# Escaped although JSON allows them: what some readers take for the end of a line, and lone surrogates, which no file
# can hold. A high surrogate before a low one stays as it is: two escapes would be read as one character.
ESCAPED = "[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]+"
SURROGATE_PAIR = "([\ud800-\udbff][\udc00-\udfff])"


def to_dict(document: Document) -> dict[str, Any]:
    """Plain dicts, lists, strings, numbers, with a ``schema_version``.

    >>> to_dict(Document("Rain fell."))["text"]
    'Rain fell.'

    Raises:
        SchemaError: the metadata holds something JSON cannot (a date, a tuple, a key that is no ``str``, NaN).
    """
    try:
        data = _unstructured(document)
    except RecursionError:  # speakers whose members have members, and so on
        raise SchemaError(f"nested deeper than {MAX_DEPTH} levels") from None
    data["metadata"] = document.metadata
    _check_depth(data)
    data["metadata"] = _metadata(document.metadata, "metadata")
    return {"schema_version": SCHEMA_VERSION, **data}


def from_dict(data: Mapping[str, Any]) -> Document:
    """The document that :func:`to_dict` wrote.

    Raises:
        SchemaError: a field is missing, unknown or of the wrong type, a span does not hold the text's characters,
            or the ``schema_version`` is another; ``path`` names the field.
    """
    fields = _object(data, "an object (Document)")
    _check_version(fields)
    _check_depth(fields)
    try:
        document = _structured({key: fields[key] for key in fields if key != "schema_version"})
    except (ClassValidationError, SchemaError) as error:
        raise _first_error(error) from None
    _check_values(document)
    return document


def to_json(document: Document, indent: int | None = None) -> str:
    r"""The same as :func:`to_dict`, as JSON on one line, or on many with ``indent``.

    Characters beyond ASCII stand as they are, but for line separators and lone surrogates. A text that holds a high
    surrogate directly before a low one, as two characters, can be kept but not written to a UTF-8 file.

    >>> to_json(Document("Rain fell."))[:44]
    '{"schema_version": 1, "text": "Rain fell.", '

    Raises:
        SchemaError: as for :func:`to_dict`.
    """
    text = json.dumps(to_dict(document), ensure_ascii=False, indent=indent, allow_nan=False)
    return re.sub(ESCAPED, lambda found: _escaped(found[0]), text)


def _escaped(characters: str) -> str:
    pieces = re.split(SURROGATE_PAIR, characters)
    return "".join(piece if at % 2 else "".join(f"\\u{ord(char):04x}" for char in piece) for at, piece in enumerate(pieces))


def from_json(data: str) -> Document:
    """The document that :func:`to_json` wrote.

    >>> from_json('{"schema_version": 1, "text": 5}')
    Traceback (most recent call last):
    newsclaims.errors.SchemaError: text: must be a string, not int

    Raises:
        SchemaError: not a ``str``, not JSON, or as for :func:`from_dict`.
    """
    if not isinstance(data, str):
        raise SchemaError(f"JSON must be a str, not {type(data).__name__}")
    try:
        value = json.loads(data, parse_constant=_no_constant)
    except ValueError as error:
        raise SchemaError(f"cannot be read as JSON: {error}") from None
    except RecursionError:
        raise SchemaError(f"nested deeper than {MAX_DEPTH} levels") from None
    return from_dict(value)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _unstructured(document: Document) -> Any:
    converter = _converter()
    plain = {id(speaker): at for at, speaker in enumerate(document.speakers) if not speaker.members}
    with _references(plain):
        speakers = [_whole_speaker(converter)(speaker) for speaker in document.speakers]
    with _references({id(speaker): at for at, speaker in enumerate(document.speakers)}):
        data = converter.unstructure(attrs.evolve(document, metadata=None, speakers=()))
    data["speakers"] = speakers
    return data


def _structured(fields: dict[str, Any]) -> Document:
    converter = _converter()
    speakers = _structured_speakers(converter, fields.pop("speakers", []))
    with _references(speakers):
        document = converter.structure(fields, Document)
    return attrs.evolve(document, speakers=speakers)


def _structured_speakers(converter: Converter, listed: Any) -> tuple[Speaker, ...]:
    """The list of speakers: first all without members, then the groups, whose members can stand anywhere in the list."""
    groups = [isinstance(item, Mapping) and bool(item.get("members")) for item in listed] if isinstance(listed, list) else []
    alone = [{**item, "members": []} if group else item for item, group in zip(listed, groups, strict=True)] if groups else listed
    with _references(()):
        single: tuple[Speaker, ...] = converter.structure({"text": "", "speakers": alone}, Document).speakers
    if not any(groups):
        return single
    with _references(tuple(None if group else speaker for group, speaker in zip(groups, single, strict=True))):
        whole = converter.structure({"text": "", "speakers": listed}, Document).speakers
    return tuple(with_members if group else speaker for group, with_members, speaker in zip(groups, whole, single, strict=True))


@contextlib.contextmanager
def _references(known: Mapping[int, int] | tuple[Speaker | None, ...]) -> Iterator[None]:
    """While a document is written, the index of each speaker by identity; while one is read, the speakers by index."""
    token = _KNOWN.set(known)
    try:
        yield
    finally:
        _KNOWN.reset(token)


_KNOWN: contextvars.ContextVar[Any] = contextvars.ContextVar("known speakers")


@functools.cache
def _whole_speaker(converter: Converter) -> Callable[[Speaker], Any]:
    return make_dict_unstructure_fn(Speaker, converter)


def _speaker_or_index(converter: Converter, speaker: Speaker) -> Any:
    at = _KNOWN.get().get(id(speaker))
    return _whole_speaker(converter)(speaker) if at is None else at


def _read_speaker(converter: Converter) -> Callable[[Any, Any], Any]:
    read = _class_reader(converter, Speaker)

    def speaker(value: Any, kind: Any) -> Any:
        if not isinstance(value, int) or isinstance(value, bool):
            return read(value, kind)
        known = _KNOWN.get()
        if not 0 <= value < len(known) or known[value] is None:
            raise SchemaError(
                f"must be the index of a speaker without members (0 to {len(known) - 1})" if known else "there are no speakers"
            )
        return known[value]

    return speaker


@functools.cache
def _converter() -> Converter:
    """Reads strictly: nothing is turned into another type on the way."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=True, unstruct_collection_overrides={tuple: list})
    converter.register_unstructure_hook(str, lambda value: value.value if isinstance(value, enum.Enum) else value)
    converter.register_structure_hook(str, _string)
    converter.register_structure_hook(bool, lambda value, _: _of_type(value, bool, "true or false"))
    converter.register_structure_hook(int, lambda value, _: _integer(value))
    converter.register_structure_hook(float, lambda value, _: _number(value))
    converter.register_structure_hook_func(_is_mapping, lambda value, _: _metadata(value, ""))
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _tuple_reader(converter, kind))
    converter.register_structure_hook_factory(attrs.has, lambda kind: _class_reader(converter, kind))
    converter.register_structure_hook(Speaker, _read_speaker(converter))
    converter.register_unstructure_hook(Speaker, lambda speaker: _speaker_or_index(converter, speaker))
    return converter


def _is_mapping(kind: Any) -> bool:
    return get_origin(kind) is Mapping


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _tuple_reader(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    items: Any = types.GenericAlias(list, get_args(kind)[:1])
    return lambda value, _: tuple(converter.structure(_of_type(value, list, "a list"), items))


def _class_reader(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    read = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True)
    return lambda value, _: read(_object(value, f"an object ({kind.__name__})"), kind)


def _of_type(value: Any, kind: type, words: str) -> Any:
    if not isinstance(value, kind):
        raise SchemaError(f"must be {words}, not {type(value).__name__}")
    return value


def _object(value: Any, words: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise SchemaError(f"must be {words}, not {type(value).__name__}")
    return value


def _integer(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise SchemaError(f"must be an integer, not {type(value).__name__}")
    return value


def _number(value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise SchemaError(f"must be a number, not {type(value).__name__}")
    if not -1e308 <= value <= 1e308:
        raise SchemaError("must be a finite number")
    return float(value)


def _string(value: Any, kind: Any) -> Any:
    """A string, or for the enums, all of which are strings too, one of their members."""
    if not isinstance(value, str):
        raise SchemaError(f"must be a string, not {type(value).__name__}")
    if not issubclass(kind, enum.Enum):
        return value
    if value not in [member.value for member in kind]:
        raise SchemaError(f"must be one of {', '.join(member.value for member in kind)}, not {value!r:.80}")
    return kind(value)


def _metadata(value: Any, path: str) -> Any:
    if value is not None and not isinstance(value, Mapping):
        raise SchemaError(f"must be a mapping or None, not {type(value).__name__}", path)
    return _plain(value, path)


def _plain(value: Any, path: str) -> Any:
    """A copy in dicts and lists, all of it such as JSON gives back the same."""
    if isinstance(value, Mapping):
        return {_key(key, path): _plain(item, _joined(path, key)) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item, f"{path}[{index}]") for index, item in enumerate(value)]
    if isinstance(value, float) and not math.isfinite(value):
        raise SchemaError(f"JSON has no {value}", path)
    if isinstance(value, int) and value.bit_length() > MAX_INTEGER_BITS:
        raise SchemaError("the integer is too long", path)
    if value is not None and not isinstance(value, str | bool | int | float):
        raise SchemaError(f"JSON cannot hold a {type(value).__name__}; use None, str, bool, int, float, list or dict", path)
    return value


def _key(key: Any, path: str) -> str:
    if not isinstance(key, str):
        raise SchemaError(f"the key {key!r:.80} must be a str", path)
    return key


def _joined(path: str, name: Any) -> str:
    if isinstance(name, int):
        return f"{path}[{name}]"
    return f"{path}.{name}" if path else str(name)


def _check_version(fields: Mapping[str, Any]) -> None:
    if "schema_version" not in fields:
        raise SchemaError("is missing; it is written by to_dict and to_json", "schema_version")
    version = fields["schema_version"]
    if type(version) is not int:
        raise SchemaError(f"must be an integer, not {type(version).__name__}", "schema_version")
    if version > SCHEMA_VERSION:
        raise SchemaError(f"is {version}, newer than this release reads ({SCHEMA_VERSION}): upgrade newsclaims", "schema_version")
    if version != SCHEMA_VERSION:
        raise SchemaError(f"is {version}, which no release wrote; this one reads {SCHEMA_VERSION}", "schema_version")


def _check_depth(fields: Mapping[str, Any]) -> None:
    """Level by level, without recursion, so that no input can use up the stack."""
    for name, value in fields.items():
        level = [value]
        for _ in range(MAX_DEPTH):
            level = [item for inner in level if not isinstance(inner, LEAVES) for item in _items(inner)]
        if level:
            raise SchemaError(f"nested deeper than {MAX_DEPTH} levels", str(name))


def _items(value: Any) -> Iterable[Any]:
    if isinstance(value, list):
        return value
    return value.values() if isinstance(value, Mapping) else ()


def _first_error(error: Exception, path: str = "") -> SchemaError:
    """The first wrong field in cattrs' tree of errors."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        located, rest = error.group_exceptions()
        if not located:
            return _first_error(rest[0], path)
        inner, note = located[0]
        return _first_error(inner, _joined(path, note.index if isinstance(note, IterableValidationNote) else note.name))
    if isinstance(error, ForbiddenExtraKeysError):
        known = ", ".join(field.name for field in attrs.fields(error.cl))
        return SchemaError(f"is not a field of {error.cl.__name__}, which has: {known}", _joined(path, min(map(str, error.extra_fields))))
    if isinstance(error, KeyError):
        return SchemaError("is missing", path)
    inside = error.path if isinstance(error, SchemaError) else ""
    return SchemaError(str(error).removeprefix(f"{inside}: "), _joined(path, inside) if inside else path)


def _check_values(document: Document) -> None:
    """What types do not say: offsets, indices, ranges."""
    for path, value in _values(document, "", {id(speaker) for speaker in document.speakers}):
        if isinstance(value, Span):
            _check_span(document.text, value, path)
        elif isinstance(value, Sentence):
            _check(value.paragraph >= 0, "must not be negative", path, "paragraph")
        elif isinstance(value, Quotation):
            known = value.parent is None or 0 <= value.parent < len(document.quotations)
            _check(known, f"must be the index of a quotation (0 to {len(document.quotations) - 1})", path, "parent")
        elif isinstance(value, Speaker):
            _check(value.words >= 0, "must not be negative", path, "words")
            known = all(0 <= at < len(document.quotes) for at in value.quotes)
            _check(known, f"must be indices of quotes (0 to {len(document.quotes) - 1})", path, "quotes")
        elif isinstance(value, Quote):
            _check(value.confidence is None or 0 <= value.confidence <= 1, "must lie between 0 and 1", path, "confidence")
        elif isinstance(value, Claim):
            _check_claim(document, value, path)


def _check_claim(document: Document, claim: Claim, path: str) -> None:
    _check(0 <= claim.check_worthiness <= 1, "must lie between 0 and 1", path, "check_worthiness")
    for name, indices, things in (
        ("sentence", (claim.sentence,), document.sentences),
        ("quote", (claim.quote,), document.quotes),
        ("context", claim.context, document.sentences),
        ("same_as", (claim.same_as,), document.claims),
    ):
        known = all(index is None or 0 <= index < len(things) for index in indices)
        _check(known, f"must be an index of those the document has (0 to {len(things) - 1})", path, name)


def _check_span(text: str, span: Span, path: str) -> None:
    _check(0 <= span.start <= len(text), f"must lie in the text (0 to {len(text)})", path, "start")
    _check(span.start <= span.end <= len(text), f"must lie between the start and the end of the text ({len(text)})", path, "end")
    held = text[span.start : span.end] == span.text
    _check(held, f"is not what the document's text holds from {span.start} to {span.end}", path, "text")


def _check(holds: bool, message: str, path: str, name: str) -> None:
    if not holds:
        raise SchemaError(message, _joined(path, name))


def _values(value: Any, path: str, listed: Set[int]) -> Iterator[tuple[str, Any]]:
    """Every attrs value inside ``value``, with its path; the speakers in ``listed`` only where they are listed."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _values(item, f"{path}[{index}]", listed)
    elif attrs.has(type(value)) and (id(value) not in listed or (path.startswith("speakers[") and "." not in path)):
        yield path, value
        for field in attrs.fields(type(value)):
            yield from _values(getattr(value, field.name), _joined(path, field.name), listed)
