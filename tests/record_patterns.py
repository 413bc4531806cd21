"""Prints every regular expression that the package compiles while it does all it can, as JSON; run by test_patterns.py."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import json
import pkgutil
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "newsclaims"
found: dict[tuple[str, int], tuple[str, int]] = {}


def recording(compile_: Callable[..., Any], depth: int) -> Callable[..., Any]:
    """A function that compiles as ``compile_`` does and notes what modules of the package ask for."""

    def compiled(pattern: Any, flags: Any = 0, *more: Any, **named: Any) -> Any:
        made = compile_(pattern, flags, *more, **named)
        frame = sys._getframe(depth)
        path = Path(frame.f_code.co_filename)
        if PACKAGE in path.parents:
            text, given = (made.pattern, made.flags) if isinstance(made.pattern, str) else ("", 0)
            found[str(path.relative_to(ROOT)), frame.f_lineno] = text, int(given)
        return made

    return compiled


def main() -> None:
    import regex

    re._compile = recording(re._compile, 2)  # type: ignore[attr-defined]  # where all functions of re go
    regex.compile = recording(regex.compile, 1)
    import newsclaims

    for module in pkgutil.walk_packages(newsclaims.__path__, "newsclaims."):
        if module.name != "newsclaims.__main__" and not module.name.startswith("newsclaims.integrations."):
            with contextlib.suppress(ImportError):  # of a library that is not installed
                importlib.import_module(module.name)
    run_all()
    json.dump([[*place, *pattern] for place, pattern in found.items()], sys.stdout)


def run_all() -> None:
    """What uses the expressions: the fuzzing targets on all their seeds, and the helpers for tests."""
    spec = importlib.util.spec_from_file_location("fuzz_targets", ROOT / "fuzz" / "targets.py")
    assert spec is not None
    assert spec.loader is not None
    targets = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(targets)
    for name, target in targets.TARGETS.items():
        for data in targets.seeds(name):
            target(data)
    import attrs

    from newsclaims import Document, extract, mask
    from newsclaims.claims.clustering import cluster
    from newsclaims.errors import MissingExtraError
    from newsclaims.evaluation.names import name_parts
    from newsclaims.testing import read_cases, read_marked

    read_cases("<s>Vane</s> <c>said</c> <q>no</q>.")
    name_parts("Orla Vane")
    read_marked("<s>Vane</s> <c>said</c> <q>no</q>.")
    MissingExtraError("pandas", "pandas")  # raised nowhere where every extra is installed
    document = extract("“It rained all day in the port,” said Orla Vane, the minister. The minister left. \ud83d\ude00")
    for group in cluster([document, extract("“It rained all day in the old port,” said Orla Vane.")]):
        group.changes(1)
        _ = group.aligned
    document = attrs.evolve(document, id="https://news.example/1")
    Document.from_json(document.to_json())
    extract("15.05 Orla Vane writes:\n\nIt rained.\n\n15.20 The mayor said:\n\n• the quay will close;\n• taxes will rise.")
    masked = mask(document)
    masked.restore(masked.text)
    document.to_web_annotation()
    document.to_claim_review()


if __name__ == "__main__":
    main()
