"""The targets of fuzzing hold for the inputs it begins with, and for those that once broke something (``fuzz/cases``)."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

FUZZ = Path(__file__).parent.parent / "fuzz"


def _module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz_targets", FUZZ / "targets.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


targets = _module()


def inputs() -> Iterator[object]:
    for target in targets.TARGETS:
        for number, data in enumerate(targets.seeds(target), 1):
            yield pytest.param(target, data, id=f"{target}-seed-{number}")
        for path in sorted((FUZZ / "cases").glob(f"{target}-*")):
            yield pytest.param(target, path.read_bytes(), id=path.name)


@pytest.mark.parametrize("target, data", list(inputs()))
def test_a_target_holds(target: str, data: bytes) -> None:
    targets.TARGETS[target](data)
