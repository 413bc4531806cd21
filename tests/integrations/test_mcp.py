"""The tools of ``newsclaims mcp``, asked by the protocol's own client of the real server process."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import jsonschema
import mcp_types
import pytest
from mcp import Client, StdioServerParameters

from newsclaims import Document, Extractor
from newsclaims.integrations.mcp import MOST_CHARACTERS, ArgumentsError, called, offered

ARTICLE = "“We will not sell it,” said Mayor Orla Vane. Ivo Karr said the port had lost 300 jobs in 2019."
SERVER = StdioServerParameters(command=sys.executable, args=["-m", "newsclaims", "mcp"], env={"PYTHONPATH": ":".join(sys.path)})


def asked(ask: Callable[[Client], Awaitable[Any]]) -> Any:
    """What a client is answered by a server of its own."""

    async def session() -> Any:
        async with Client(SERVER, read_timeout_seconds=60) as client:
            return await ask(client)

    return anyio.run(session)


def call(name: str, **arguments: Any) -> mcp_types.CallToolResult:
    async def ask(client: Client) -> mcp_types.CallToolResult:
        return await client.call_tool(name, arguments)

    found: mcp_types.CallToolResult = asked(ask)
    return found


def test_the_tools_are_offered_with_their_schemas() -> None:
    async def ask(client: Client) -> Any:
        return await client.list_tools()

    tools = asked(ask).tools
    assert [tool.name for tool in tools] == ["extract_quotes", "extract_claims", "audit_sources", "verify_quotes"]
    for tool in tools:
        jsonschema.Draft202012Validator.check_schema(tool.input_schema)
        jsonschema.Draft202012Validator.check_schema(tool.output_schema)
        assert tool.annotations.read_only_hint


def test_quotes_and_the_whole_document() -> None:
    found = call("extract_quotes", text=ARTICLE, id="a", whole_document=True).structured_content
    row = found["quotes"][0]
    assert (row["speaker"], row["text"]) == ("Orla Vane", "We will not sell it,")
    assert Document.from_dict(found["document"]) == Extractor().extract(ARTICLE, id="a")


def test_claims_worth_checking() -> None:
    found = call("extract_claims", text=ARTICLE, min_score=0.3).structured_content
    assert [row["text"] for row in found["claims"]] == ["the port had lost 300 jobs in 2019"]


def test_whom_texts_quote() -> None:
    found = call("audit_sources", texts={"a": ARTICLE, "b": "“Yes,” said Orla Vane."}).structured_content
    assert (found["speakers"][0]["name"], found["speakers"][0]["quotes"]) == ("Orla Vane", 2)
    assert found["total"]["documents"] == 2


def test_a_draft_is_held_against_sources() -> None:
    result = call("verify_quotes", draft="“We will sell it,” Vane said. She said it was over.", sources={"meeting": ARTICLE})
    found = result.structured_content
    assert (found["holds"], found["checks"][0]["status"], found["checks"][0]["source_id"]) == (False, "cut", "meeting")
    assert found["unchecked"] == ["it was over"]
    assert not result.is_error


def test_several_calls_of_one_session_know_nothing_of_each_other() -> None:
    async def ask(client: Client) -> Any:
        first = await client.call_tool("extract_quotes", {"text": ARTICLE})
        await client.call_tool("extract_quotes", {"text": "“No,” she said."})
        return first, await client.call_tool("extract_quotes", {"text": ARTICLE})

    first, again = asked(ask)
    assert first.structured_content == again.structured_content


@pytest.mark.parametrize(
    "name, arguments, said",
    [
        ("extract_quotes", {}, "'text' is a required property"),
        ("extract_quotes", {"text": 5}, "text: 5 is not of type 'string'"),
        ("extract_claims", {"text": "a", "min_score": 2}, "min_score: 2 is greater than the maximum of 1"),
        ("verify_quotes", {"draft": "a", "sources": {}}, "sources: {} should be non-empty"),
        ("verify_quotes", {"draft": "a", "sources": {"b": None}}, "sources.b: None is not of type 'string'"),
        ("extract_quotes", {"text": "a", "colour": "red"}, "'colour' was unexpected"),
        ("extract_quotes", {"text": "a" * (MOST_CHARACTERS + 1)}, "is too long"),
        ("audit_sources", {"texts": {"a": "a" * MOST_CHARACTERS, "b": "b"}}, "the texts have 1,000,001 characters together"),
    ],
)
def test_wrong_arguments_are_told(name: str, arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(ArgumentsError) as caught:
        called(name, arguments)
    assert said in str(caught.value)
    assert len(str(caught.value)) < 400


def test_the_client_is_told_too() -> None:
    result = call("extract_quotes", text=5)
    assert result.is_error
    assert "is not of type 'string'" in result.content[0].text
    assert "there is no tool 'sell'" in call("sell").content[0].text


@pytest.mark.parametrize("text", ["", "“", "\ud800 “No,” said Vane.", "“𝒳,” said Vane."])
def test_any_text_gives_what_the_schema_says(text: str) -> None:
    for tool in offered():
        given: dict[str, dict[str, Any]] = {
            "extract_quotes": {"text": text, "whole_document": True},
            "extract_claims": {"text": text},
            "audit_sources": {"texts": {"a": text}},
            "verify_quotes": {"draft": text, "sources": {"a": text}},
        }
        jsonschema.Draft202012Validator(tool.gives).validate(called(tool.name, given[tool.name]))
