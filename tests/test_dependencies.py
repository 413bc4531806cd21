"""What is said of the dependencies is what is tried."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
TRIED = ("attrs", "cattrs", "hypothesis", "nltk", "pandas", "pytest", "regex")


def test_the_oldest_releases_tried_are_the_lower_bounds() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    bounds = {name: re.findall(rf'"{name}>=([\d.]+)"', project) for name in TRIED}
    pinned = re.findall(r"^(\w+)==([\d.]+)$", (ROOT / "tests/oldest.txt").read_text(encoding="utf-8"), re.M)
    assert tuple(name for name, _ in pinned) == TRIED
    for name, release in pinned:
        assert {release, release.removesuffix(".0")} & set(bounds[name]), name
        assert len(set(bounds[name])) == 1, name
