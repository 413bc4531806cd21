"""Rules that installed packages offer."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclaims import DEFAULT_RULES, RuleError
from newsclaims.rulebook import plugins

RULES = """
from newsclaims import PatternRule
LABEL = PatternRule("label", "{source} : {quote}")
SEVERAL = (LABEL, PatternRule("dash", "{quote} - {source}"))
WRONG = (3,)
def failing():
    yield LABEL
    raise KeyError("no more")
FAILING = failing()
"""


BROKEN = {"value": "raise ValueError('no')", "key": "{}['x']", "syntax": "a b", "leaving": "raise SystemExit(3)"}
"""Modules that fail at import in their own way."""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An installed package, as the import system sees one: a module and the metadata beside it."""
    (tmp_path / "vane_rules.py").write_text(RULES, encoding="utf-8")
    for name, code in BROKEN.items():
        (tmp_path / f"vane_{name}.py").write_text(code, encoding="utf-8")
    info = tmp_path / "vane_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: vane-rules\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        "[newsclaims.rules]\n"
        "one = vane_rules:LABEL\nseveral = vane_rules:SEVERAL\nwrong = vane_rules:WRONG\ngone = vane_rules:GONE\nlost = no_such_module:X\n"
        "failing = vane_rules:FAILING\n" + "".join(f"{name} = vane_{name}:X\n" for name in BROKEN),
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    yield
    importlib.invalidate_caches()


@pytest.mark.usefixtures("package")
def test_rules_are_loaded_by_name() -> None:
    assert {"one", "several"} <= set(plugins.names())
    assert plugins.load("one").names == ("label",)
    assert plugins.load("several").names == ("label", "dash")
    names = DEFAULT_RULES.before("carry-over", *plugins.load("several")).names
    assert names[names.index("carry-over") - 2 :][:3] == ("label", "dash", "carry-over")


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize(
    "name,message",
    [
        ("many", r"no installed package offers rules named 'many'; there are: .*one.*several"),
        ("wrong", "not a rule: 3"),
        ("gone", "'gone' cannot be imported from 'vane_rules:GONE'"),
        ("lost", "'lost' cannot be imported from 'no_such_module:X'"),
        ("value", "'value' cannot be imported from 'vane_value:X': ValueError: no"),
        ("key", "'key' cannot be imported from 'vane_key:X': KeyError: 'x'"),
        ("syntax", "'syntax' cannot be imported from 'vane_syntax:X': SyntaxError: "),
        ("leaving", "'leaving' cannot be imported from 'vane_leaving:X': SystemExit: 3"),
        ("failing", "the rules 'failing' cannot be listed: KeyError: 'no more'"),
    ],
)
def test_what_is_wrong_is_said(name: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        plugins.load(name)


def test_nothing_is_used_unasked() -> None:
    assert "label" not in DEFAULT_RULES
