"""The targets of fuzzing hold for the inputs it begins with, and for those that once broke something (``fuzz/cases``)."""

from __future__ import annotations

import copy
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

FUZZ = Path(__file__).parent.parent / "fuzz"


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"fuzz_{name}", FUZZ / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


targets, mutators = _module("targets"), _module("mutators")


def inputs() -> Iterator[object]:
    for target in targets.TARGETS:
        for number, data in enumerate(targets.seeds(target), 1):
            yield pytest.param(target, data, id=f"{target}-seed-{number}")
        for path in sorted((FUZZ / "cases").glob(f"{target}-*")):
            yield pytest.param(target, path.read_bytes(), id=path.name)


@pytest.mark.parametrize("target, data", list(inputs()))
def test_a_target_holds(target: str, data: bytes) -> None:
    targets.TARGETS[target](data)


def test_values_are_changed_to_values_again() -> None:
    before = copy.deepcopy(mutators.VALUES)
    data = b'{"a": [1, {"b": [], "c": {}}], "d": []}'
    for seed in range(2000):
        data = mutators.ByValues(lambda data, _: data)(data, 3000, seed)
        assert len(data) <= 3000
    assert before == mutators.VALUES


def test_many_inputs_of_all_targets_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(FUZZ)
    many = _module("many")
    assert {*targets.TARGETS, "pages"} == set(many.SHARES)
    assert sum(many.SHARES.values()) == 100
    run = many.of_target("templates", 0.5, 1)
    assert run.inputs > 0
    assert run.failed == 0
    told = many.TOLD.search(f"templates: {run.with_more(many.Run(2, 1, 9.5))}")
    assert (int(told[1]), int(told[2]), float(told[3])) == (run.inputs + 2, 1, 9.5)


def test_what_fails_is_kept_and_counted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(FUZZ)
    many = _module("many")
    monkeypatch.setattr(many, "HOME", tmp_path)
    monkeypatch.setitem(many.TARGETS, "templates", lambda data: 1 / 0)
    run = many.of_target("templates", 0.2, 1)
    assert run.failed == run.inputs > 0
    assert list(tmp_path.glob("templates-crash-*"))
