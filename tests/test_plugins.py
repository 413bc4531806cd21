"""The example package of examples/plugin: installed, listed, asked for by name, used."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import newsclaims
from newsclaims import LanguageError, load_language

PLUGIN = Path(__file__).parent.parent / "examples" / "plugin"
TEXT = "Signal from Ada Brenn, pilot\n\n“The pier is shut.”\n\nIvo Karr radioed that the ferry was late."
PROGRAM = """
import json, sys
from newsclaims import DEFAULT_RULES, Extractor, load_language
from newsclaims.rulebook.plugins import load
rules = DEFAULT_RULES.before("quote-cue-source", *load("harbour"))
quotes = Extractor(rules=rules, language=load_language("harbour-english")).extract(sys.argv[1]).quotes
print(json.dumps([[quote.rule, quote.source.text, quote.text] for quote in quotes]))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a Python that has the package."""
    target = tmp_path_factory.mktemp("plugin")
    copy = tmp_path_factory.mktemp("source") / "plugin"  # building leaves the repository as it is
    shutil.copytree(PLUGIN, copy)
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*command, "--target", target, copy], check=True)  # noqa: S603 - our own command
    found = [str(Path(newsclaims.__file__).parent.parent), str(target)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(found)}


def run(environment: dict[str, str], *args: str) -> str:
    return subprocess.run([sys.executable, *args], env=environment, capture_output=True, check=True, text=True).stdout  # noqa: S603 - our own command


@pytest.mark.install
def test_what_it_offers_is_listed(installed: dict[str, str]) -> None:
    lines = run(installed, "-m", "newsclaims", "rules", "--plugins").splitlines()
    assert [line.split() for line in lines if "harbour" in line] == [
        ["newsclaims.languages", "harbour-english", "harbour-rules", "1.0"],
        ["newsclaims.rules", "harbour", "harbour-rules", "1.0"],
    ]


@pytest.mark.install
def test_it_is_used_when_it_is_asked_for(installed: dict[str, str]) -> None:
    found: Any = json.loads(run(installed, "-c", PROGRAM, TEXT))
    assert found == [
        ["signal", "Ada Brenn", "The pier is shut."],
        ["source-cue-that", "Ivo Karr", "that the ferry was late"],
    ]


@pytest.mark.install
def test_it_is_not_used_unasked(installed: dict[str, str]) -> None:
    program = "import sys, newsclaims; print([quote.rule for quote in newsclaims.extract(sys.argv[1]).quotes])"
    assert "signal" not in run(installed, "-c", program, TEXT)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "harbour_words.py").write_text("WRONG = 3\nGONE = 'no/such/folder'\n", encoding="utf-8")
    info = tmp_path / "harbour_words-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: harbour-words\nVersion: 1.0\n", encoding="utf-8")
    offers = "wrong = harbour_words:WRONG\ngone = harbour_words:GONE\nlost = harbour_words:LOST\n"
    (info / "entry_points.txt").write_text(f"[newsclaims.languages]\n{offers}", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize(
    "name, message",
    [
        ("wrong", "is neither a Language nor the path of a folder: 3"),
        ("gone", "is neither a Language nor the path of a folder: 'no/such/folder'"),
        ("lost", "cannot be imported from 'harbour_words:LOST'"),
    ],
)
def test_what_is_wrong_with_a_language_is_said(name: str, message: str) -> None:
    with pytest.raises(LanguageError, match=message):
        load_language(name)
