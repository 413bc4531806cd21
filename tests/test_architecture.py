"""The house: which room may know which, what is imported late, and that no file needs itself to be imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import pytest

import newsclaims

ROOT = Path(newsclaims.__file__).parent
GROUND = {"spans", "errors", "plugins", "readable", "shown", "articles", "speech"}

FLOORS: dict[str, set[str]] = {
    "shown": set(),
    "spans": {"shown"},
    "errors": {"shown"},
    "articles": {"shown"},
    "plugins": set(),
    "version": set(),
    "interrupts": set(),
    "readable": set(),
    "speech": set(),
    "model": GROUND,
    "language": GROUND,
    "find": {*GROUND, "model", "language"},
    "grammar": {*GROUND, "model", "language"},
    "measures": {*GROUND, "model", "language", "grammar"},
    "layers": {*GROUND, "model", "language", "grammar"},
    "finders": {*GROUND, "model", "language", "find", "grammar", "layers"},
    "rulebook": GROUND,
    "confidence": {*GROUND, "model", "grammar", "layers"},
    "rules": {*GROUND, "model", "language", "find", "grammar", "layers", "rulebook"},
    "speakers": {*GROUND, "model", "language", "find", "grammar", "layers", "rulebook"},
    "claims": {*GROUND, "model", "language", "find", "grammar", "measures", "layers", "rulebook", "speakers"},
    "formats": {*GROUND, "model", "checking", "claims"},  # the pages of checks and of clusters know these by type
    "explanation": {*GROUND, "model", "layers", "rulebook", "rules", "speakers", "claims", "confidence"},
    "provenance": {*GROUND, "model", "language", "confidence", "rulebook", "settings", "version"},
    "settings": {*GROUND, "model", "language", "confidence", "rulebook"},
    "extractor": {
        *GROUND,
        "model",
        "language",
        "find",
        "finders",
        "layers",
        "rulebook",
        "rules",
        "speakers",
        "claims",
        "confidence",
        "explanation",
        "settings",
        "provenance",
    },
    "shortcuts": {*GROUND, "model", "language", "find", "finders", "extractor"},
    "config": {*GROUND, "model", "language", "confidence", "rulebook", "rules", "extractor"},
    "workers": {*GROUND, "model", "rulebook", "extractor"},
    "sampling": GROUND,
    "auditing": {*GROUND, "model", "language", "formats", "sampling", "speakers"},
    "checking": {*GROUND, "model", "language", "find", "grammar", "layers", "rulebook", "speakers", "formats", "extractor", "finders"},
    "evaluation": {*GROUND, "model", "language", "find", "formats", "rulebook", "rules", "confidence", "speakers", "claims", "extractor"},
    "testing": {*GROUND, "model", "rulebook", "rules", "explanation", "extractor"},
}
"""The rooms from the ground up, each with the rooms it may import. ``integrations``, ``cli`` and the front door may import all."""

FRONT = {"integrations", "cli", "newsclaims", "__main__"}

LATE = {
    "auditing": {"formats"},  # to show itself
    "checking": {"formats"},
    "claims": {"formats"},  # a cluster, to show itself
    "evaluation": {"formats"},
    "explanation": {"formats"},
    "extractor": {"config", "explanation", "workers"},  # what most who extract never need
    "language": {"plugins"},
    "model": {"formats"},  # the one late import of the values: each way out of them is a file there
    "speakers": {"formats"},  # merged speakers as a table in a notebook
    "testing": {"formats"},
}
"""What a room imports only inside a function, beside what it may import anyway."""

LARGEST_CIRCLE = 16  # files that need one another, imports inside functions counted: the model and the ways out of it

When = Literal["at import", "for types", "late"]


class Import(NamedTuple):
    file: str
    target: str
    when: When


def modules() -> dict[str, Path]:
    names = {path: ".".join(("newsclaims", *path.relative_to(ROOT).with_suffix("").parts)) for path in ROOT.rglob("*.py")}
    return {name.removesuffix(".__init__"): path for path, name in names.items()}


MODULES = modules()


def imports_of(name: str) -> Iterator[Import]:
    yield from _imports(name, ast.parse(MODULES[name].read_text(encoding="utf-8")), "at import")


def _imports(name: str, node: ast.AST, when: When) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(name, each.name, when) for each in child.names if each.name in MODULES)
        elif isinstance(child, ast.ImportFrom) and child.module in MODULES:
            inside = {f"{child.module}.{each.name}" for each in child.names}
            yield from (Import(name, each if each in MODULES else child.module, when) for each in inside)
        elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from _imports(name, child, "late")
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            yield from _imports(name, child, "for types")
        else:
            yield from _imports(name, child, when)


IMPORTS = [each for name in MODULES for each in imports_of(name)]


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else parts[0]


def circles(when: set[When]) -> list[set[str]]:
    """The sets of files that reach one another, by Tarjan's algorithm (1972)."""
    graph = {name: sorted({each.target for each in IMPORTS if each.file == name and each.when in when}) for name in MODULES}
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[set[str]] = []

    def visit(name: str) -> None:
        order[name] = low[name] = len(order)
        stack.append(name)
        for target in graph[name]:
            if target not in order:
                visit(target)
            if target in stack:
                low[name] = min(low[name], low[target])
        if low[name] == order[name]:
            at = stack.index(name)
            found.append(set(stack[at:]))
            del stack[at:]

    for name in graph:
        if name not in order:
            visit(name)
    return found


def test_every_room_has_a_floor() -> None:
    assert {room(name) for name in MODULES} - FRONT <= set(FLOORS)


@pytest.mark.parametrize("name", FLOORS)
def test_a_room_knows_only_the_rooms_below_it(name: str) -> None:
    known = {room(each.target) for each in IMPORTS if room(each.file) == name and each.when != "late"} - {name}
    if name == "workers":  # an extractor is what they carry; they know it by type alone
        assert not any(room(each.target) == "extractor" and each.when == "at import" for each in IMPORTS if room(each.file) == name)
    assert known <= FLOORS[name]


@pytest.mark.parametrize("name", FLOORS)
def test_what_is_imported_late_is_named(name: str) -> None:
    late = {room(each.target) for each in IMPORTS if room(each.file) == name and each.when == "late"} - {name}
    assert late - FLOORS[name] <= LATE.get(name, set())


def test_no_file_needs_itself_to_be_imported() -> None:
    assert [circle for circle in circles({"at import"}) if len(circle) > 1] == []


def test_circles_with_types_and_late_imports_stay_small() -> None:
    largest = max(circles({"at import", "for types", "late"}), key=len)
    assert len(largest) <= LARGEST_CIRCLE, sorted(largest)


def test_an_integration_is_a_leaf() -> None:
    users = {
        each.file for each in IMPORTS if room(each.target) == "integrations" and room(each.file) not in {"integrations", "cli", "formats"}
    }
    assert users == set()
