"""Coverage-guided fuzzing with Atheris: ``python fuzz/fuzz.py TARGET SECONDS``; the targets are in targets.py.

What is found new goes to ``.fuzz/TARGET``, to begin with the next time; an input that fails to ``.fuzz/TARGET-crash-...``.
"""

from __future__ import annotations

import hashlib
import importlib
import sys
from pathlib import Path

import atheris  # type: ignore[import-not-found,unused-ignore]  # only where it can be installed

with atheris.instrument_imports(include=["newsclaims"]):
    from mutators import ByValues, ByWords
    from targets import TARGETS, VALUED, seeds

    for late in ("newsclaims.claims.claim_finder", "newsclaims.extractor", "newsclaims.formats.json"):  # imported at first use otherwise
        importlib.import_module(late)

HOME = Path(__file__).parent.parent / ".fuzz"
LONGEST, LONGEST_VALUED = 3_000, 30_000  # bytes


def by_bytes(data: bytes, max_size: int) -> bytes:
    """What libFuzzer itself makes of an input; only there once fuzzing has begun."""
    return bytes(atheris.Mutate(data, max_size))


def main() -> None:
    """Fuzzes one target for some seconds; all else on the command line goes to libFuzzer."""
    target, seconds = sys.argv[1], int(sys.argv[2])
    corpus = HOME / target
    corpus.mkdir(parents=True, exist_ok=True)
    begin = list(seeds(target))
    for seed in begin:
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    longest = LONGEST_VALUED if target in VALUED else LONGEST
    options = [f"-max_total_time={seconds}", f"-max_len={longest}", "-timeout=20", "-print_final_stats=1"]
    mutator = ByValues(by_bytes) if target in VALUED else ByWords(begin, by_bytes)
    command = [sys.argv[0], str(corpus), *options, f"-artifact_prefix={HOME}/{target}-", *sys.argv[3:]]
    atheris.Setup(command, TARGETS[target], custom_mutator=mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
