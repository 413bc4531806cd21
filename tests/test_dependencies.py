"""What is said of the dependencies is what is tried."""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path

from packaging.requirements import Requirement  # comes with pytest

ROOT = Path(__file__).parent.parent
TRIED = ("attrs", "hypothesis", "jsonschema", "msgspec", "nltk", "pandas", "pytest", "regex")
SAID_AS = {
    "Apache-2.0": ("Apache-2.0", "Apache Software License"),
    "CNRI-Python": ("CNRI-Python", "Apache Software License"),  # older releases name one of the two
    "PSF-2.0": ("PSF-2.0", "Python Software Foundation License"),
}
"""What packages write for a licence."""


def test_the_oldest_releases_tried_are_the_lower_bounds() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    bounds = {name: re.findall(rf'"{name}>=([\d.]+)"', project) for name in TRIED}
    pinned = re.findall(r"^(\w+)==([\d.]+)$", (ROOT / "tests/oldest.txt").read_text(encoding="utf-8"), re.M)
    assert tuple(name for name, _ in pinned) == TRIED
    for name, release in pinned:
        assert {release, release.removesuffix(".0")} & set(bounds[name]), name
        assert len(set(bounds[name])) == 1, name


def needed(package: str, found: dict[str, str]) -> dict[str, str]:
    """All packages that a package needs on this Python, without its extras, with what each says of its licence."""
    for requirement in map(Requirement, importlib.metadata.requires(package) or []):
        name = requirement.name.lower().replace("_", "-")
        if is_for_us(requirement) and name not in found:
            found[name] = licence(name)
            needed(name, found)
    return found


def is_for_us(requirement: Requirement) -> bool:
    """What is for an extra, another Python or another system is not, whether or not some other tool has brought it."""
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


def licence(name: str) -> str:
    about = importlib.metadata.metadata(name)
    return " ".join(said for field in ("License-Expression", "License", "Classifier") for said in about.get_all(field) or [])


def test_what_is_for_another_system_is_not_needed_even_where_it_is_installed() -> None:
    assert is_for_us(Requirement("tqdm"))
    assert is_for_us(Requirement("attrs; python_version >= '3.10'"))
    assert not is_for_us(Requirement("pytest; platform_system == 'no such system'"))
    assert not is_for_us(Requirement("pytest; extra == 'dev'"))


def test_all_that_is_needed_is_listed_with_its_licence() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([\w-]+) \| [^|]+ \| ([^|]+) \|$", page, re.M))
    found = needed("newsclaims", {})
    assert set(found) <= set(rows)
    for name, said in found.items():
        for part in rows[name].split(" and "):
            assert any(word in said for word in SAID_AS.get(part, (part,))), (name, part, said[:200])
