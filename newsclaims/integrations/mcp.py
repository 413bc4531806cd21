"""newsclaims as tools for programs that speak the Model Context Protocol: ``newsclaims mcp``, over standard input and output.

Nothing is kept between two calls, nothing is read but the texts of a call, and nothing is sent anywhere else.
"""

from __future__ import annotations

import functools
import importlib.metadata
import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from newsclaims.auditing import audit
from newsclaims.checking.results import CheckStatus
from newsclaims.checking.sources import Sources
from newsclaims.checking.verifying import verify
from newsclaims.errors import MissingExtraError, NewsclaimsError
from newsclaims.extractor import Extractor
from newsclaims.formats.json.schema import json_schema
from newsclaims.formats.records import BOOLEAN, COLUMNS, INTEGER, NUMBER, STRING
from newsclaims.model import What

try:
    import anyio
    import jsonschema
    import mcp_types as types
    from mcp.server import Server
    from mcp.server.stdio import stdio_server
except ImportError as error:
    raise MissingExtraError("mcp", "mcp") from error

MOST_CHARACTERS = 1_000_000
"""Of all texts of one call together."""
MOST_TEXTS = 1_000
INSTRUCTIONS = (
    "Finds what was said in English news texts, and by whom, by rules: the same answer every time. Offsets count characters of the text "
    "passed in, half-open. What the text does not say is null, never guessed."
)
KINDS = {STRING: "string", INTEGER: "integer", NUMBER: "number", BOOLEAN: "boolean"}
TEXT = {"type": "string", "maxLength": MOST_CHARACTERS, "description": "An English news text, whole, with its paragraphs."}
TEXTS = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": MOST_TEXTS,
    "additionalProperties": TEXT,
    "description": "Texts by ids of yours.",
}
Work = Callable[[Mapping[str, Any]], dict[str, Any]]


class Offered(NamedTuple):
    """A tool: what it is for, what goes in and what comes out (JSON Schema), and what does the work."""

    name: str
    description: str
    given: dict[str, Any]
    gives: dict[str, Any]
    work: Work


def extract_quotes(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The quotes of a text as rows, and the whole document where it is asked for."""
    document = _extractor().extract(arguments["text"], id=arguments.get("id"))
    whole = {"document": document.to_dict()} if arguments.get("whole_document") else {}
    return {"quotes": document.to_records("quotes"), **whole}


def extract_claims(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The claims of a text that are worth checking at least so much."""
    document = _extractor().extract(arguments["text"], id=arguments.get("id"))
    least = arguments.get("min_score", 0.0)
    return {"claims": [record for record in document.to_records("claims") if record["check_worthiness"] >= least]}


def audit_sources(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Whom some texts quote, and how much."""
    table = audit([_extractor().extract(text, id=name) for name, text in arguments["texts"].items()])
    *rows, total = json.loads(json.dumps(table.to_records()))
    return {"speakers": rows, "total": total}


def verify_quotes(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The quotes of a draft held against sources."""
    extractor = _extractor()
    sources = Sources(arguments["sources"], extractor=extractor)
    checks = verify(arguments["draft"], sources, extractor=extractor, claims=arguments.get("claims", False))
    return {"holds": checks.holds, "checks": checks.to_records(), "unchecked": [quote.text for quote in checks.unchecked]}


@functools.cache
def _extractor() -> Extractor:
    return Extractor()


def _rows(what: What) -> dict[str, Any]:
    """The schema of a list of records."""
    properties = {name: {"type": [KINDS[kind], "null"]} for name, kind in COLUMNS[what].items()}
    return {"type": "array", "items": _object(properties, required=list(properties))}


def _object(properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required or [], "additionalProperties": False}


def _document() -> dict[str, Any]:
    """The schema of a whole document, to stand inside another."""
    return {key: value for key, value in json_schema().items() if key not in ("$schema", "$id", "$defs")}


def _check() -> dict[str, Any]:
    text, pair = {"type": ["string", "null"]}, {"type": ["array", "null"], "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}
    status = {"enum": [status.value for status in CheckStatus]}
    change = {"before": {"type": "string"}, "after": {"type": "string"}, "source": pair, "draft": pair, "sense": _strings()}
    properties = {
        "status": status,
        "findings": {"type": "array", "items": status},
        "text": {"type": "string"},
        "spans": {"type": "array", "items": pair},
        "speaker": text,
        "source_id": text,
        "source_text": text,
        "source_spans": {"type": "array", "items": pair},
        "source_speaker": text,
        "source_kind": text,
        "changes": {"type": "array", "items": _object(change, list(change))},
        "folds": _strings(),
        "claim": text,
    }
    return _object(properties, list(properties))


def _strings() -> dict[str, Any]:
    return {"type": "array", "items": {"type": "string"}}


@functools.cache
def offered() -> tuple[Offered, ...]:
    """The tools."""
    one = {"text": TEXT, "id": {"type": "string", "description": "Handed on with the results."}}
    whole = {"type": "boolean", "description": "Give the whole document too: sentences, quotations, speakers, claims."}
    score = {"type": "number", "minimum": 0, "maximum": 1, "description": "Leave out claims that are less worth checking (0 to 1)."}
    numbers = {"type": "boolean", "description": "Hold the numbers of the draft's claims against the sources too."}
    row = {"type": "object", "required": ["name", "quotes", "words"]}
    return (
        Offered(
            "extract_quotes",
            "Find what is said in a news text, and by whom: direct, mixed and indirect quotes with source, speaker and exact offsets.",
            _object({**one, "whole_document": whole}, ["text"]),
            {**_object({"quotes": _rows("quotes"), "document": _document()}, ["quotes"]), "$defs": json_schema()["$defs"]},
            extract_quotes,
        ),
        Offered(
            "extract_claims",
            "Find what a news text puts forward as the case, by whom, and how much it is worth checking.",
            _object({**one, "min_score": score}, ["text"]),
            _object({"claims": _rows("claims")}, ["claims"]),
            extract_claims,
        ),
        Offered(
            "audit_sources",
            "Count whom news texts quote: quotes, words and shares of each speaker, joined over the texts where that is sure.",
            _object({"texts": TEXTS}, ["texts"]),
            _object({"speakers": {"type": "array", "items": row}, "total": row}, ["speakers", "total"]),
            audit_sources,
        ),
        Offered(
            "verify_quotes",
            "Hold the quotes of a draft or a generated answer against sources, word by word, and who says them there.",
            _object({"draft": TEXT, "sources": TEXTS, "claims": numbers}, ["draft", "sources"]),
            _object(
                {"holds": {"type": "boolean"}, "checks": {"type": "array", "items": _check()}, "unchecked": _strings()},
                ["holds", "checks", "unchecked"],
            ),
            verify_quotes,
        ),
    )


class ArgumentsError(NewsclaimsError, ValueError):
    """A tool was called with arguments that it does not take."""


def called(name: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """What a tool gives.

    Raises:
        ArgumentsError: no such tool, or arguments that do not fit its schema or are too much; the message says which.
    """
    tool = next((tool for tool in offered() if tool.name == name), None)
    if tool is None:
        raise ArgumentsError(f"there is no tool {name!r}; there are: {', '.join(tool.name for tool in offered())}")
    wrong = jsonschema.exceptions.best_match(jsonschema.Draft202012Validator(tool.given).iter_errors(arguments))
    if wrong is not None:
        where = ".".join(map(str, wrong.absolute_path))
        raise ArgumentsError(f"{where + ': ' if where else ''}{_brief(wrong.message)}")
    size = sum(map(len, _texts_in(arguments)))
    if size > MOST_CHARACTERS:
        raise ArgumentsError(f"the texts have {size:,} characters together; a call takes {MOST_CHARACTERS:,}")
    return tool.work(arguments)


def _texts_in(arguments: Mapping[str, Any]) -> list[str]:
    found = [value for value in arguments.values() if isinstance(value, str)]
    return found + [text for value in arguments.values() if isinstance(value, dict) for text in value.values()]


def _brief(message: str) -> str:
    """A message without the text it is about, which may be a whole article."""
    return message if len(message) <= 200 else f"... {message[-150:]}"


async def _list(_: Any, __: Any) -> types.ListToolsResult:
    hints = types.ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
    return types.ListToolsResult(
        tools=[
            types.Tool(name=tool.name, description=tool.description, input_schema=tool.given, output_schema=tool.gives, annotations=hints)
            for tool in offered()
        ]
    )


async def _call(_: Any, wanted: types.CallToolRequestParams) -> types.CallToolResult:
    try:
        found = await anyio.to_thread.run_sync(called, wanted.name, wanted.arguments or {})
    except (NewsclaimsError, ValueError) as error:  # for the caller to mend; anything else is the server's own and told as such
        return types.CallToolResult(content=[types.TextContent(type="text", text=str(error))], is_error=True)
    told = json.dumps(found, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
    return types.CallToolResult(content=[types.TextContent(type="text", text=told)], structured_content=json.loads(told))


def server() -> Server[Any]:
    """A server with the tools."""
    version = importlib.metadata.version("newsclaims")
    return Server("newsclaims", version=version, instructions=INSTRUCTIONS, on_list_tools=_list, on_call_tool=_call)


async def _serve() -> None:
    made = server()
    async with stdio_server() as (received, sent):
        await made.run(received, sent, made.create_initialization_options())


def run() -> None:
    """Answers calls on standard input until it ends."""
    anyio.run(_serve)
