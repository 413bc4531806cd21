"""docs/rule-catalogue.md is what its script writes."""

from __future__ import annotations

import runpy
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"


def test_the_catalogue_of_rules_is_current() -> None:
    written = runpy.run_path(str(DOCS / "write_rule_catalogue.py"))["catalogue"]()
    assert written == (DOCS / "rule-catalogue.md").read_text(encoding="utf-8"), "run make rules-doc"
