"""What is said of the dependencies is what is tried."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import sys
from pathlib import Path

from packaging.requirements import Requirement  # comes with pytest

from newsclaims import split_sentences
from newsclaims.find.sentence_ends import SMALL_INSIDE

ROOT = Path(__file__).parent.parent
TRIED = ("attrs", "click", "hypothesis", "jsonschema", "loky", "msgspec", "nltk", "numpy", "pandas", "pytest", "regex", "scipy", "tqdm")
IMPORTED_AS = {"cassis": "dkpro-cassis", "attr": "attrs", "mcp_types": "mcp"}
LEAVES = ("semi_crf.py", "uima.py", "integrations", "dataframe.py", "auditing.py")
"""Folders and files that may import what comes with an extra."""
SAID_AS = {
    "BSD-3-Clause": ("BSD-3-Clause", "BSD 3-Clause", "BSD License"),
    "Apache-2.0": ("Apache-2.0", "Apache Software License"),
    "CNRI-Python": ("CNRI-Python", "Apache Software License"),  # older releases name one of the two
    "MPL-2.0": ("MPL-2.0", "MPLv2.0"),
    "PSF-2.0": ("PSF-2.0", "Python Software Foundation License"),
}
"""What packages write for a licence."""
FOR_DEVELOPERS = ("dev", "docs", "test-all")


def test_the_oldest_releases_tried_are_the_lower_bounds() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    bounds = {name: re.findall(rf'"{name}>=([\d.]+)"', project) for name in TRIED}
    pinned = re.findall(r"^(\w+)==([\d.]+)$", (ROOT / "tests/oldest.txt").read_text(encoding="utf-8"), re.M)
    assert tuple(name for name, _ in pinned) == TRIED
    for name, release in pinned:
        assert {release, release.removesuffix(".0")} & set(bounds[name]), name
        assert len(set(bounds[name])) == 1, name


def test_all_that_is_imported_is_declared() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    extras = project[project.index("[project.optional-dependencies]") :]
    declared = re.findall(
        r'^    "([\w-]+)', project[project.index("dependencies = [") : project.index("[project.optional-dependencies]")], re.M
    )
    offered = set(re.findall(r'"([\w-]+)[\[>"]', extras))
    for path in sorted((ROOT / "newsclaims").rglob("*.py")):
        for name in imported(path):
            package = IMPORTED_AS.get(name, name)
            in_leaf = path.parent.name in LEAVES or path.name in LEAVES
            assert package in declared or (in_leaf and package in offered), f"{path.relative_to(ROOT)} imports {name}"


def imported(path: Path) -> set[str]:
    """The packages of others that a file imports when it runs, anywhere in it."""
    found: set[str] = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tree.body = [node for node in tree.body if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return {name.partition(".")[0] for name in found} - sys.stdlib_module_names - {"newsclaims", "__future__"}


def test_no_private_name_of_another_package_is_used() -> None:
    for path in sorted((ROOT / "newsclaims").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.ImportFrom)
                and not (node.module or "newsclaims").startswith("newsclaims")
                and node.module != "__future__"
            ):
                assert not [alias.name for alias in node.names if alias.name.startswith("_")], path


def test_the_sign_that_punkt_has_no_public_name_for() -> None:
    from nltk.tokenize import punkt  # type: ignore[import-untyped]  # no types shipped

    known = getattr(punkt, "_ORTHO_MAP", {("internal", "lower"): SMALL_INSIDE})
    assert known["internal", "lower"] == SMALL_INSIDE
    assert [each.text for each in split_sentences("The port of the U.S. They left.")] == ["The port of the U.S.", "They left."]
    assert len(split_sentences("The port of the U.S. Army left.")) == 1


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


def test_all_that_the_extras_add_is_listed() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \| ([^|]+) \| [^|]+ \|$", page, re.M)
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    extras = re.findall(
        r"^([\w-]+) = \[(.*)\]", project[project.index("[project.optional-dependencies]") : project.index("[project.entry")], re.M
    )
    offered = {extra: {Requirement(each).name.lower() for each in re.findall(r'"([^"]+)"', named)} for extra, named in extras}
    listed = {extra: set(packages.lower().split(", ")) for extra, packages in rows}
    assert {extra: names - {"newsclaims"} for extra, names in offered.items() if extra not in FOR_DEVELOPERS} == listed
