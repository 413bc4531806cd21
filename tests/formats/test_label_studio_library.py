"""What goes to Label Studio is what its own library takes and reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface

from newsclaims import extract
from newsclaims.formats.label_studio import CONFIG, to_label_studio

TEXT = "🌧🌧 “It rained 🌧,” said Orla 👩🏽‍🚒 Vane. “All day,” she added.\n\nIvo Karr denied that it had.\n\n“No,” Karr said, “it had not.”"

pytestmark = [pytest.mark.filterwarnings("ignore::DeprecationWarning"), pytest.mark.filterwarnings("ignore::UserWarning")]


def test_it_takes_the_interface_the_tasks_and_what_was_accepted() -> None:
    interface = LabelInterface(CONFIG)
    interface.validate()
    task = to_label_studio(extract(TEXT, id="rain"))
    assert interface.validate_task({"data": task["data"]})
    assert interface.validate_prediction(task["predictions"][0], return_errors=True) == []
    assert interface.validate_annotation(task["predictions"][0])


def test_its_converter_finds_the_words_that_are_marked(tmp_path: Path) -> None:
    task = to_label_studio(extract(TEXT, id="rain"))
    annotated = {"id": 1, "data": task["data"], "annotations": [{"id": 1, "completed_by": 1, **task["predictions"][0]}]}
    Path(tmp_path, "in").mkdir()
    Path(tmp_path, "in", "tasks.json").write_text(json.dumps([annotated]), encoding="utf-8")
    Converter(config=CONFIG, project_dir=None).convert(str(tmp_path / "in"), str(tmp_path / "out"), "JSON_MIN")
    [exported] = json.loads(Path(tmp_path, "out", "result.json").read_text(encoding="utf-8"))
    wanted = {(span.start, span.end, span.text) for quote in extract(TEXT).quotes for span in quote.contents}
    found = {(mark["start"], mark["end"], mark["text"]) for mark in exported["label"] if mark["labels"] == ["Content"]}
    assert found == wanted
    assert all(TEXT[start:end] == text for start, end, text in found)
