"""Quotes as tasks of Label Studio, to be corrected by people; :mod:`newsclaims.evaluation` reads what they have corrected.

https://labelstud.io/guide/task_format (tasks), https://labelstud.io/tags/labels (the marks), https://labelstud.io/tags/relations.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsclaims.model.document import Document
from newsclaims.model.quote import Quote
from newsclaims.spans import Span

CONTENT, SOURCE, CUE = "Content", "Source", "Cue"
GOES_ON, SAID_BY, SAID_WITH = "goes on", "said by", "said with"
MODEL = "newsclaims"
CONFIG = f"""<View>
  <Relations><Relation value="{GOES_ON}"/><Relation value="{SAID_BY}"/><Relation value="{SAID_WITH}"/></Relations>
  <Labels name="label" toName="text">
    <Label value="{CONTENT}" background="#9ecae1"/><Label value="{SOURCE}" background="#fdae6b"/><Label value="{CUE}" background="#a1d99b"/>
  </Labels>
  <Text name="text" value="$text" granularity="symbol"/>
</View>
"""
"""The labelling interface that the tasks are for."""


def to_label_studio(document: Document) -> dict[str, Any]:
    """A task with the quotes as a prediction: marks for contents, sources and cues, joined by relations that begin at the content.

    Offsets count characters (code points), as Label Studio does since 1.6.

    >>> from newsclaims import extract
    >>> task = to_label_studio(extract("“It rained,” said Orla Vane."))
    >>> [(mark["value"]["labels"], mark["value"]["text"]) for mark in task["predictions"][0]["result"] if mark["type"] == "labels"]
    [(['Content'], '“It rained,”'), (['Source'], 'Orla Vane'), (['Cue'], 'said')]
    """
    result = [item for number, quote in enumerate(document.quotes) for item in _items(f"q{number}", quote)]
    data = {"text": document.text, **({} if document.id is None else {"id": document.id})}
    return {"data": data, "predictions": [{"model_version": MODEL, "result": result}]}


def _items(name: str, quote: Quote) -> Iterator[dict[str, Any]]:
    first = f"{name}c0"
    for number, content in enumerate(quote.contents):
        yield _mark(f"{name}c{number}", content, CONTENT)
        if number:
            yield _relation(f"{name}c{number - 1}", f"{name}c{number}", GOES_ON)
    if quote.source is not None:
        yield _mark(f"{name}s", quote.source, SOURCE)
        yield _relation(first, f"{name}s", SAID_BY)
    if quote.cue is not None:
        yield _mark(f"{name}v", quote.cue.span, CUE)
        yield _relation(first, f"{name}v", SAID_WITH)


def _mark(name: str, span: Span, label: str) -> dict[str, Any]:
    value = {"start": span.start, "end": span.end, "text": span.text, "labels": [label]}
    return {"id": name, "type": "labels", "from_name": "label", "to_name": "text", "value": value}


def _relation(one: str, other: str, label: str) -> dict[str, Any]:
    return {"type": "relation", "from_id": one, "to_id": other, "direction": "right", "labels": [label]}
