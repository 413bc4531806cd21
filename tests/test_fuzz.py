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
