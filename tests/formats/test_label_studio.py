"""Quotes go to Label Studio and come back as people left them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import extract
from newsclaims.errors import GoldError
from newsclaims.evaluation import evaluate, read_gold
from newsclaims.evaluation.gold import gold_from_document
from newsclaims.evaluation.label_studio import parse_task
from newsclaims.formats.label_studio import CONFIG, to_label_studio

PARTS = ["“No,” said Orla Vane. ", "Karr said it rained. ", "🌧", "\n\n", "e\u0301", "“A,” he said, “b.” ", "𝒳"]
TEXT = "🌧🌧 “It rained 🌧,” said Orla 👩🏽‍🚒 Vane. “All day,” she added.\n\nIvo Karr denied that it had.\n\n“No,” Karr said, “it had not.”"


def corrected(text: str = TEXT) -> dict[str, Any]:
    task = to_label_studio(extract(text))
    task["annotations"] = task.pop("predictions")
    return task


def test_what_was_accepted_is_what_was_found() -> None:
    document = extract(TEXT)
    article = parse_task(corrected(), id="a")
    gold = gold_from_document(document, "a")
    assert article == gold
    assert len(article.quotes) >= 3
    assert any(len(quote.contents) == 2 for quote in article.quotes)


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=12).map("".join))
def test_any_document_comes_back(text: str) -> None:
    task = json.loads(json.dumps(corrected(text)))
    assert parse_task(task, id="a") == gold_from_document(extract(text), "a")


def test_offsets_that_count_half_characters_are_told_by_the_words() -> None:
    task = corrected()
    for item in task["annotations"][0]["result"]:
        if "value" in item:
            for edge in ("start", "end"):
                item["value"][edge] = len(TEXT[: item["value"][edge]].encode("utf-16-le")) // 2
    assert parse_task(task, id="a") == parse_task(corrected(), id="a")


def test_marks_and_relations_that_people_made() -> None:
    def mark(name: str, start: int, end: int, label: str) -> dict[str, Any]:
        text = "Rain, Vane said, and snow."
        return {"id": name, "type": "labels", "value": {"start": start, "end": end, "text": text[start:end], "labels": [label]}}

    result = [
        mark("a", 0, 4, "Content"),
        mark("b", 6, 10, "Source"),
        mark("c", 11, 15, "Cue"),
        mark("d", 17, 25, "Content"),
        mark("e", 5, 6, "Doubtful"),
        {"type": "relation", "from_id": "b", "to_id": "a", "direction": "left", "labels": []},
        {"type": "relation", "from_id": "d", "to_id": "c", "direction": "right"},
        {"type": "relation", "from_id": "d", "to_id": "a", "direction": "bi", "labels": ["goes on"]},
        {"type": "choices", "from_name": "x", "value": {"choices": ["good"]}},
    ]
    skipped = {"was_cancelled": True, "result": []}
    [quote] = parse_task({"data": {"text": "Rain, Vane said, and snow."}, "annotations": [skipped, {"result": result}]}, id="a").quotes
    assert [span.text for span in (*quote.contents, *quote.source, *quote.cue)] == ["Rain", "and snow", "Vane", "said"]


def test_an_export_is_gold(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps([corrected(), corrected("“Yes,” said Ada Brenn.")]), encoding="utf-8")
    gold = read_gold(path)
    report = evaluate(gold, [extract(article.text) for article in gold])
    assert report.kind("all").attributed.f1 == 1.0
    assert [article.id for article in read_gold(tmp_path)] == ["export-1", "export-2"]


@pytest.mark.parametrize(
    "change, said",
    [
        (lambda task: task.update(annotations=[]), "predictions that nobody has corrected are no gold"),
        (lambda task: task.update(data={}), "has no text in data.text"),
        (lambda task: task["annotations"][0].update(result=None), "without a list of results"),
        (lambda task: task["annotations"][0]["result"][0]["value"].update(text="Sun"), "marks 'Sun', but the text has"),
        (lambda task: task["annotations"][0]["result"][0]["value"].update(start="3"), "has offsets that are none"),
        (lambda task: task["annotations"][0]["result"][0]["value"].update(end=9999), "marks"),
        (lambda task: task["annotations"][0]["result"][0]["value"].pop("end"), "lacks 'end'"),
    ],
)
def test_what_is_wrong_is_told(change: Any, said: str) -> None:
    task = corrected()
    change(task)
    with pytest.raises(GoldError, match=said):
        parse_task(task, id="a")


def test_the_interface_has_the_labels() -> None:
    items = corrected()["annotations"][0]["result"]
    labels = {label for item in items for label in item.get("labels", item.get("value", {}).get("labels", []))}
    assert labels
    assert all(f'value="{label}"' in CONFIG for label in labels)
