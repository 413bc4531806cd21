"""Annotated articles, drawn on their text: ``<q1>Rain fell</q1>, <s1>she</s1> <c1>said</c1>.``"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from newsclaims.evaluation import GoldArticle
from newsclaims.evaluation.brat import parse_brat
from tests.drawn import read

ROLES = {"q": "Content", "s": "Source", "c": "Cue", "x": "Discard"}


def standoff(drawn: str) -> tuple[str, str]:
    """The text, and its annotations in stand-off format; stretches of one name and number are one mark."""
    text, marks = read(drawn)
    spans = defaultdict(list)
    for mark in marks:
        spans[mark.tag].append((mark.start, mark.end))
    lines, events = [], defaultdict(list)
    for number, (name, stretches) in enumerate(spans.items(), 1):
        words = " ".join(text[start:end] for start, end in stretches).replace("\n", " ")
        offsets = ";".join(f"{start} {end}" for start, end in stretches)
        lines.append(f"T{number}\t{ROLES[name[0]]} {offsets}\t{words}")
        events[name[1]].append(f"{ROLES[name[0]]}:T{number}")
    lines += [f"E{number}\t{' '.join(arguments)}" for number, arguments in events.items() if not arguments[0].startswith("Discard")]
    return text, "".join(f"{line}\n" for line in lines)


@pytest.fixture
def annotated() -> Callable[..., GoldArticle]:
    def read(drawn: str, id: str = "article") -> GoldArticle:
        text, annotations = standoff(drawn)
        return parse_brat(text, annotations, id=id)

    return read


@pytest.fixture
def write_standoff() -> Callable[[Path, Path, str], str]:
    """Writes a text and its annotations; returns the text."""

    def write(text_file: Path, annotation_file: Path, drawn: str) -> str:
        text, annotations = standoff(drawn)
        for file, content in ((text_file, text), (annotation_file, annotations)):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode())
        return text

    return write
