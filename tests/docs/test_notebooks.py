"""The notebooks run from top to bottom and find what they are about; they are kept without outputs."""

from __future__ import annotations

import itertools
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.docs.pages import ROOT, name

pytestmark = pytest.mark.notebooks

FOLDER = ROOT / "examples" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
SHOWN = {
    "first-steps": [
        "direct    Ines Calloway            We are not going to gamble with people's lives,",
        "219 268 “We are not going to gamble with people's lives,”\n342 430 “The bridge is closed,",
        "Transport Minister        3 quotes",
        "quote-source-cue: fired",
        "title of a work | “The Drowned Mile”",
        '<div class="newsclaims"',
    ],
    "who-gets-quoted": ["Signe Thorsrud", "image/png", "share of words", "not said", "direct only"],
    "house-style": [
        "('no rule found a source', 'Only if somebody else pays.')",
        "quote-cue-source: nothing after the quotation in its sentence",
        "('vox-pop', 'Mina Holt', 'Only if somebody else pays.')",
        "got:\n    source   21-29 the sign",
        "[('re-attributed', 'Ada Brenn'),\n ('re-attributed', 'Ivo Karr'),\n ('re-attributed', 'Mina Holt')]",
        "Quote(kind=indirect, source='Ada Brenn', speaker='Ada Brenn', text='that the baths would outlive",
    ],
    "checked-quotes": [
        "<del>not</del>",
        "cut | not -> nothing | not | ['negation']",
        "other_speaker ['other_speaker'] | Nobody at the council noticed,",
        "absent ['absent'] | We have already found a buyer from abroad,",
    ],
    "fact-checking": [
        "her bakery had lost a third of its customers in a week",
        "chief engineer\", 'the ministry had been slow')",
        "specific and measurable",
        "0.6666666666666666          two thirds             school_meals",
        "(Change(before='day', after='week'),)",
        '"@type": "ClaimReview"',
    ],
}
"""Of each notebook, what must be among its outputs, or a type of them."""


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_shows_what_it_is_about(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(FOLDER)}}).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert [output for output in outputs if output.get("name") == "stderr"] == []
    shown = [text for output in outputs for text in (output.get("text", ""), *itertools.chain(*output.get("data", {}).items()))]
    for expected in SHOWN[path.stem]:
        assert any(expected in text for text in shown), expected


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_outputs(path: Path) -> None:
    for cell in nbformat.read(path, as_version=4).cells:
        assert cell.cell_type == "markdown" or (cell.outputs, cell.execution_count) == ([], None)


def test_the_page_of_notebooks_lists_them_all() -> None:
    page = (ROOT / "docs" / "notebooks.md").read_text(encoding="utf-8")
    assert NOTEBOOKS
    assert set(SHOWN) == {path.stem for path in NOTEBOOKS}
    assert all(f"../{name(path)}" in page for path in NOTEBOOKS)
